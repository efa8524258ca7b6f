/* SPDX-License-Identifier: MIT */
#include "nt/driver_object.h"

#include "machine/heap.h"
#include "nt/call.h"
#include "nt/object.h"
#include "nt/registry.h"
#include "nt/resource_kind.h"
#include "trace/trace.h"
#include "verify/verify.h"

#define IO_TYPE_DEVICE_CODE 3
#define IO_TYPE_DRIVER_CODE 4
#define SERVICES "\\Registry\\Machine\\System\\CurrentControlSet\\Services\\"

struct nt_device {
    DEVICE_OBJECT object; /* first */
    char instance[96];
    uint8_t extension[]; /* 16-byte aligned: DEVICE_OBJECT and the name before it are */
};
_Static_assert(sizeof(struct nt_device) % 16 == 0, "the device extension is aligned");

/* Any request to a driver that did not fill the slot. Source: wdm IRP dispatch tables */
static NTSTATUS NTAPI invalid_request(PDEVICE_OBJECT device, PIRP irp)
{
    (void)device;
    irp->IoStatus.Status = STATUS_INVALID_DEVICE_REQUEST;
    irp->IoStatus.Information = 0;
    return STATUS_INVALID_DEVICE_REQUEST;
}

static void set_string(UNICODE_STRING *string, WCHAR *buffer, size_t capacity, const char *text)
{
    size_t count = strlen(text);

    DXGH_ASSERT(count < capacity);
    for (size_t i = 0; i <= count; i++) {
        buffer[i] = (WCHAR)(uint8_t)text[i];
    }
    string->Buffer = buffer;
    string->Length = (USHORT)(count * sizeof(WCHAR));
    string->MaximumLength = (USHORT)((count + 1) * sizeof(WCHAR));
}

struct nt_driver *nt_driver_object_create(struct machine *machine, struct nt_image *image,
                                          const char *service)
{
    struct nt_driver *driver = nt_object_create(machine, NT_OBJECT_DRIVER, sizeof(*driver), NULL);
    DRIVER_OBJECT *object = &driver->object;
    char text[128];

    DXGH_ASSERT(strlen(service) <= 40);
    driver->image = image;
    driver->extension.DriverObject = object;
    object->Type = IO_TYPE_DRIVER_CODE;
    object->Size = sizeof(*object);
    object->DriverExtension = &driver->extension;
    object->DriverInit = image == NULL ? NULL : image->entry;
    object->DriverStart = image == NULL ? NULL : (PVOID)image->base;
    object->DriverSize = image == NULL ? 0 : (ULONG)(image->end - image->base);
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(object->MajorFunction); i++) {
        object->MajorFunction[i] = invalid_request;
    }
    (void)snprintf(text, sizeof(text), "\\Driver\\%s", service);
    set_string(&object->DriverName, driver->name, DXGH_ARRAY_SIZE(driver->name), text);
    (void)snprintf(text, sizeof(text), SERVICES "%s", service);
    set_string(&driver->registry_path, driver->path, DXGH_ARRAY_SIZE(driver->path), text);
    driver->extension.ServiceKeyName = driver->registry_path;
    nt_registry_create(machine, text);
    return driver;
}

static struct nt_device *create(struct machine *machine, size_t extension_bytes)
{
    struct nt_device *device =
        nt_object_create(machine, NT_OBJECT_DEVICE, sizeof(*device) + extension_bytes, NULL);

    device->object.Type = IO_TYPE_DEVICE_CODE;
    device->object.Size = (USHORT)(sizeof(DEVICE_OBJECT) + extension_bytes);
    device->object.StackSize = 1;
    device->object.DeviceExtension = extension_bytes == 0 ? NULL : device->extension;
    return device;
}

PDEVICE_OBJECT nt_device_object_create(struct machine *machine, const char *instance)
{
    struct nt_device *device = create(machine, 0);

    DXGH_ASSERT(strlen(instance) < sizeof(device->instance));
    (void)snprintf(device->instance, sizeof(device->instance), "%s", instance);
    return &device->object;
}

const char *nt_device_instance(struct machine *machine, const DEVICE_OBJECT *device)
{
    if (device == NULL || !nt_object_alive(machine, device) ||
        nt_object_type_of(device) != NT_OBJECT_DEVICE) {
        return "";
    }
    return ((const struct nt_device *)device)->instance;
}

NTSTATUS NTAPI IoCreateDevice(PDRIVER_OBJECT DriverObject, ULONG DeviceExtensionSize,
                              PUNICODE_STRING DeviceName, ULONG DeviceType,
                              ULONG DeviceCharacteristics, BOOLEAN Exclusive,
                              PDEVICE_OBJECT *DeviceObject)
{
    NT_CALL(APC_LEVEL);
    struct nt_device *device;

    (void)DeviceName; /* nothing opens devices by name here */
    *DeviceObject = NULL;
    if (decision_refuse(&machine->decision)) {
        trace_emit(machine, TRACE_RESOURCE_REFUSED, NT_RESOURCE_DEVICE, DeviceExtensionSize, 0);
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    device = create(machine, DeviceExtensionSize);
    device->object.DriverObject = DriverObject;
    device->object.DeviceType = DeviceType;
    device->object.Characteristics = DeviceCharacteristics;
    device->object.Flags = DO_DEVICE_INITIALIZING | (Exclusive ? DO_EXCLUSIVE : 0u);
    device->object.NextDevice = DriverObject->DeviceObject;
    DriverObject->DeviceObject = &device->object;
    if (nt_in_driver(machine)) {
        nt_object_get(machine, device); /* counts as the driver's until IoDeleteDevice */
        nt_object_put_ours(machine, device);
    }
    *DeviceObject = &device->object;
    return STATUS_SUCCESS;
}

void NTAPI IoDeleteDevice(PDEVICE_OBJECT DeviceObject)
{
    NT_CALL(APC_LEVEL);
    PDRIVER_OBJECT driver;

    if (!nt_object_alive(machine, DeviceObject) || !nt_object_may_drop(machine, DeviceObject)) {
        DXGH_ASSERT(nt_in_driver(machine));
        verify_report(
            machine, RULE_NT_OBJ_03, __func__,
            "IoDeleteDevice: %#llx is not a device object of the driver's, or was deleted "
            "before",
            (unsigned long long)(uintptr_t)DeviceObject);
        return;
    }
    driver = DeviceObject->DriverObject;
    if (nt_in_driver(machine) && driver == NULL) {
        verify_report(machine, RULE_NT_OBJ_03, __func__,
                      "IoDeleteDevice: the device object is the system's, not one the driver made "
                      "with IoCreateDevice");
        return;
    }
    for (PDEVICE_OBJECT *link = driver == NULL ? NULL : &driver->DeviceObject;
         link != NULL && *link != NULL; link = &(*link)->NextDevice) {
        if (*link == DeviceObject) {
            *link = DeviceObject->NextDevice;
            break;
        }
    }
    nt_object_put(machine, DeviceObject);
}
