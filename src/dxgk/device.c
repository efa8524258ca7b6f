/* SPDX-License-Identifier: MIT */
#include "dxgk/device.h"

#include "dxgk/context_allocation.h"

#include "dxgk/allocation_private.h"
#include "dxgk/gate_calls.h"
#include "dxgk/present.h"
#include "dxgk/tdr.h"
#include "machine/heap.h"
#include "object/process.h"
#include "object/sync.h"

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
    struct device *device;
    DXGKARG_CREATEDEVICE args = { 0 };
    NTSTATUS status;

    if (tdr_is_blocked(adapter, process)) {
        return STATUS_DEVICE_REMOVED;
    }
    device = MACHINE_NEW(adapter->machine, struct device);

    device->adapter = adapter;
    device->process = process;
    device->gdi = gdi;
    device->class = SCHED_CLASS_NORMAL;
    list_init(&device->contexts);
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
        /* The same place held the flags on the way in. */
        gate_read(adapter, &device->info, args.pInfo, sizeof(device->info));
    }
    adapter->device_count++;
    list_push_back(&adapter->devices, &device->link);
    *out = device;
    return STATUS_SUCCESS;
}

void dxgk_device_destroy(struct device *device)
{
    if (device == NULL) {
        return;
    }
    DXGH_ASSERT(device->context_count == 0 && device->allocation_count == 0);
    present_desktop_close(device);
    (void)gate_DestroyDevice(device->adapter, device->driver_handle);
    context_allocation_collect(device->adapter, NULL, device);
    device->adapter->device_count--;
    list_remove(&device->link);
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

void device_fail(struct device *device, enum device_state state)
{
    struct machine *machine = device->adapter->machine;

    if (device->state == DEVICE_OK) {
        device->state = state;
        trace_emit(machine, TRACE_DEVICE_STATE, device->handle, state, 0);
    }
    wait_queue_wake(machine, sync_changed(machine));
}

void device_mark_lost(struct device *device, enum device_state state)
{
    device_fail(device, state);
    LIST_FOR_EACH(link, &device->contexts) {
        sched_context_lose(&LIST_ENTRY_OF(link, struct context, link)->schedule);
    }
}

/* Cancelling calls the driver, and a context may go meanwhile: look again from the start. The
 * device itself stays: its contexts wait for what they have queued, and no point is reached between
 * the last packet that leaves and the next look. */
static struct context *find_queued(const struct device *device)
{
    LIST_FOR_EACH(link, &device->contexts) {
        struct context *context = LIST_ENTRY_OF(link, struct context, link);

        if (!list_is_empty(&context->schedule.packets)) {
            return context;
        }
    }
    return NULL;
}

void device_lose(struct device *device, enum device_state state)
{
    struct context *context;

    device_mark_lost(device, state);
    while ((context = find_queued(device)) != NULL) {
        sched_context_abort(&context->schedule);
    }
}

void dxgk_device_set_class(struct device *device, enum sched_class class)
{
    device->class = class;
    LIST_FOR_EACH(link, &device->contexts) {
        struct context *context = LIST_ENTRY_OF(link, struct context, link);

        sched_context_priority(&context->schedule, class, context->schedule.priority);
    }
}
