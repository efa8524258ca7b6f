/* SPDX-License-Identifier: MIT */
#include "dxgk/driver.h"

#include "dxgk/gate_calls.h"
#include "machine/fiber.h"
#include "machine/heap.h"
#include "machine/schedule.h"
#include "nt/driver_object.h"
#include "nt/image.h"
#include "nt/nt.h"
#include "nt/object.h"
#include "nt/registry.h"
#include "trace/trace.h"
#include "verify/names.h"

#include <stdio.h>
#include <string.h>

#define INSTANCE_CHARACTERS 64u

static NTSTATUS call_entry(struct adapter *adapter)
{
    struct machine *machine = adapter->machine;
    struct fiber *fiber = machine->running;
    NTSTATUS status;

    machine_point(machine);
    fiber->ddi_since_ns = machine->clock.now_ns;
    fiber->in_driver = true;
    fiber->ddi = "a constructor of a global object";
    nt_image_construct(adapter->image);
    fiber->ddi = "DriverEntry";
    status = adapter->image->entry(&adapter->driver->object, &adapter->driver->registry_path);
    fiber->in_driver = false;
    fiber->ddi = NULL;
    machine_point(machine);
    return status;
}

/* Rule INIT-07: what DxgkInitialize said is what DriverEntry says. */
static NTSTATUS enter(struct adapter *adapter, struct adapter_error *error)
{
    struct driver_registration *registration = &adapter->dxgk->registration;
    NTSTATUS status = call_entry(adapter);

    nt_image_seal_init(adapter->machine, adapter->image);
    if (!NT_SUCCESS(status)) {
        if (registration->present) {
            verify_report(
                adapter->machine, RULE_INIT_07, "DriverEntry",
                "DxgkInitialize succeeded, but DriverEntry returned %s. Return the status of "
                "DxgkInitialize.",
                verify_status_name(status));
        }
        return adapter_fail(error, status, "DriverEntry", "DriverEntry returned %s.",
                            verify_status_name(status));
    }
    if (!registration->present) {
        verify_report(adapter->machine, RULE_INIT_07, "DriverEntry",
                      "DriverEntry returned success without a successful DxgkInitialize.");
        return adapter_fail(
            error, STATUS_DRIVER_ENTRYPOINT_NOT_FOUND, "DriverEntry",
            "DriverEntry returned success but never registered with DxgkInitialize: this is "
            "no display miniport, or it hid an error.");
    }
    adapter->table = registration->table;
    adapter->display_only = registration->display_only;
    return STATUS_SUCCESS;
}

/* The service is named after the file, as setup information files do: softgpu.so is "softgpu". */
static void service_name(const char *path, char *name, size_t name_bytes)
{
    const char *slash = strrchr(path, '/');

    (void)snprintf(name, name_bytes, "%s", slash != NULL ? slash + 1 : path);
    name[strcspn(name, ".")] = '\0';
    if (name[0] == '\0') {
        (void)snprintf(name, name_bytes, "driver");
    }
}

static void instance_name(const struct device_host *board, char *instance, size_t instance_bytes)
{
    (void)snprintf(instance, instance_bytes, "PCI\\VEN_%04X&DEV_%04X\\0", board->identity.vendor_id,
                   board->identity.device_id);
}

void dxgk_software_path(const struct device_host *board, char *path, size_t path_bytes)
{
    char instance[INSTANCE_CHARACTERS];

    instance_name(board, instance, sizeof(instance));
    (void)nt_registry_software_path(instance, path, path_bytes);
}

static void make_objects(struct adapter *adapter, const char *path)
{
    char service[32];
    char instance[INSTANCE_CHARACTERS];

    service_name(path, service, sizeof(service));
    instance_name(adapter->board, instance, sizeof(instance));
    adapter->driver = nt_driver_object_create(adapter->machine, adapter->image, service);
    adapter->physical_device = nt_device_object_create(adapter->machine, instance);
}

NTSTATUS driver_load(struct adapter *adapter, const char *path, struct adapter_error *error)
{
    struct machine *machine = adapter->machine;
    char reason[400];

    adapter->image = nt_image_load(machine, path, reason, sizeof(reason));
    if (adapter->image == NULL) {
        return adapter_fail(error, STATUS_INVALID_IMAGE_FORMAT, "image", "%s", reason);
    }
    make_objects(adapter, path);
    return enter(adapter, error);
}

void driver_unload(struct adapter *adapter)
{
    struct machine *machine = adapter->machine;
    struct nt_leaks leaks;

    if (adapter->image == NULL) {
        return;
    }
    if (adapter->dxgk->registration.present && adapter->table.DxgkDdiUnload != NULL) {
        gate_Unload(adapter);
    }
    adapter->dxgk->registration.present = false;
    nt_leaks(machine, &leaks);
    nt_leaks_report(machine, &leaks);
    nt_leaks_discard(machine);
    nt_object_put(machine, adapter->physical_device);
    nt_object_put(machine, adapter->driver);
    nt_image_unload(machine, adapter->image);
    adapter->image = NULL;
}
