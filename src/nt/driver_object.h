/* SPDX-License-Identifier: MIT */
/*
 * DRIVER_OBJECT and DEVICE_OBJECT: what a driver is handed at DriverEntry and AddDevice.
 * Source: wdm DRIVER_OBJECT, IoCreateDevice
 */
#ifndef NT_DRIVER_OBJECT_H
#define NT_DRIVER_OBJECT_H

#include "machine/machine.h"
#include "nt/image.h"
#include "nt/wdk.h"

struct nt_driver {
    DRIVER_OBJECT object; /* first */
    DRIVER_EXTENSION extension;
    UNICODE_STRING registry_path; /* for DriverEntry */
    WCHAR name[64];
    WCHAR path[128];
    struct nt_image *image;
};

/**
 * nt_driver_object_create - a driver object for a loaded image and its service key
 * @service: name of the service, such as "softgpu"; at most 40 characters
 * The key \\Registry\\Machine\\System\\CurrentControlSet\\Services\\<service> exists afterwards.
 * Returns: an object with one reference, the caller's (nt_object_put).
 */
struct nt_driver *nt_driver_object_create(struct machine *machine, struct nt_image *image,
                                          const char *service);

/**
 * nt_device_object_create - a device object without a driver behind it: a PDO
 * @instance: device instance path, such as "PCI\\VEN_1234&DEV_1111\\0"; names its registry keys
 * Returns: an object with one reference, the caller's.
 */
PDEVICE_OBJECT nt_device_object_create(struct machine *machine, const char *instance);

/** nt_device_instance - the instance path of a PDO; "" for other devices */
const char *nt_device_instance(struct machine *machine, const DEVICE_OBJECT *device);

#endif /* NT_DRIVER_OBJECT_H */
