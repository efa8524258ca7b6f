/* SPDX-License-Identifier: MIT */
#include "dxgk/device.h"

#include "dxgk/allocation_private.h"
#include "dxgk/gate_calls.h"
#include "machine/heap.h"
#include "object/process.h"

/* Source: nc-d3dkmddi-dxgkddi_createdevice.md, rules DEVCTX-* */
static NTSTATUS check_device(struct adapter *adapter, const DXGKARG_CREATEDEVICE *args,
                             HANDLE kernel_handle)
{
    if (args->hDevice == kernel_handle || args->hDevice == NULL) {
        verify_report(adapter->machine, RULE_DEVCTX_03, "DxgkDdiCreateDevice",
                      "On success hDevice must be replaced by your own handle; it is still %s.",
                      args->hDevice == NULL ? "NULL" : "the graphics kernel's");
        return STATUS_INVALID_PARAMETER;
    }
    if (!adapter->caps.SchedulingCaps.MultiEngineAware && args->pInfo == NULL) {
        verify_report(
            adapter->machine, RULE_DEVCTX_05, "DxgkDdiCreateDevice",
            "Without MultiEngineAware pInfo must point to your DXGK_DEVICEINFO on return; it is "
            "NULL.");
        return STATUS_INVALID_PARAMETER;
    }
    return STATUS_SUCCESS;
}

NTSTATUS dxgk_device_create(struct adapter *adapter, struct process *process, bool gdi,
                            struct device **out)
{
    struct device *device = MACHINE_NEW(adapter->machine, struct device);
    DXGKARG_CREATEDEVICE args = { 0 };
    NTSTATUS status;

    device->adapter = adapter;
    device->process = process;
    device->gdi = gdi;
    device->handle = handle_add(&adapter->dxgk->handles, HANDLE_DEVICE, device);
    args.hDevice = (HANDLE)(uintptr_t)device->handle;
    args.Flags.GdiDevice = gdi;
    status = gate_CreateDevice(adapter, &args);
    if (NT_SUCCESS(status)) {
        status = check_device(adapter, &args, (HANDLE)(uintptr_t)device->handle);
    }
    if (!NT_SUCCESS(status)) {
        handle_remove(&adapter->dxgk->handles, device->handle);
        machine_heap_free(adapter->machine, device);
        return status;
    }
    device->driver_handle = args.hDevice;
    if (!adapter->caps.SchedulingCaps.MultiEngineAware) {
        device->info = *args.pInfo; /* the same place held the flags on the way in */
    }
    adapter->device_count++;
    *out = device;
    return STATUS_SUCCESS;
}

void dxgk_device_destroy(struct device *device)
{
    if (device == NULL) {
        return;
    }
    DXGH_ASSERT(device->context_count == 0 && device->allocation_count == 0);
    (void)gate_DestroyDevice(device->adapter, device->driver_handle);
    device->adapter->device_count--;
    handle_remove(&device->adapter->dxgk->handles, device->handle);
    machine_heap_free(device->adapter->machine, device);
}

enum device_state dxgk_device_state(const struct device *device)
{
    return device->state;
}

struct adapter *dxgk_device_adapter(const struct device *device)
{
    return device->adapter;
}
