/* SPDX-License-Identifier: MIT */
/*
 * Devices: creation, state, idleness.
 *
 * Source: d3dkmthk nf-d3dkmthk-d3dkmtcreatedevice, -d3dkmtdestroydevice, -d3dkmtgetdevicestate,
 * -d3dkmtwaitforidle, -d3dkmtmarkdeviceaserror
 */
#include "kmt/memory.h"
#include "kmt/resource.h"
#include "machine/heap.h"
#include "verify/verify.h"

static NTSTATUS make_legacy(struct kmt_device *device)
{
    const DXGK_DRIVERCAPS *caps = dxgk_adapter_caps(device->adapter);

    /* Without contexts the device is what Render and Present name (RENDER-14). */
    return caps->SchedulingCaps.MultiEngineAware
               ? STATUS_SUCCESS
               : kmt_context_create(device, &(struct kmt_context_request){ 0 }, &device->legacy);
}

static NTSTATUS make_device(struct kmt_call *call, struct adapter *adapter, struct kmt_device **out)
{
    struct kmt_device *device = MACHINE_NEW(call->machine, struct kmt_device);
    NTSTATUS status;

    device->process = call->process;
    device->adapter = adapter;
    device->references = 1;
    list_init(&device->contexts);
    list_init(&device->openings);
    list_init(&device->objects);
    wait_queue_init(&device->released);
    status = dxgk_device_create(adapter, call->process, false, &device->device);
    if (!NT_SUCCESS(status)) {
        machine_heap_free(call->machine, device);
        return status;
    }
    status = make_legacy(device);
    if (!NT_SUCCESS(status)) {
        dxgk_device_destroy(device->device);
        machine_heap_free(call->machine, device);
        return status;
    }
    *out = device;
    return STATUS_SUCCESS;
}

void kmt_device_destroy_children(struct kmt_device *device)
{
    struct list *link;

    kmt_sync_device_gone(device);
    kmt_source_release(device, UINT32_MAX);
    while ((link = list_pop_front(&device->contexts)) != NULL) {
        kmt_context_destroy(LIST_ENTRY_OF(link, struct kmt_context, link));
    }
    device->legacy = NULL;
    kmt_resources_destroy(device);
}

static void unmake_device(struct kmt_device *device)
{
    kmt_device_destroy_children(device);
    dxgk_device_destroy(device->device);
    device->device = NULL;
}

static void fill_buffers(D3DKMT_CREATEDEVICE *args, const struct kmt_buffers *buffers)
{
    args->pCommandBuffer = buffers->command;
    args->CommandBufferSize = buffers->command_bytes;
    args->pAllocationList = buffers->allocations;
    args->AllocationListSize = buffers->allocation_count;
    args->pPatchLocationList = buffers->patches;
    args->PatchLocationListSize = buffers->patch_count;
}

static NTSTATUS publish(struct kmt_call *call, struct kmt_device *device, void *user,
                        D3DKMT_CREATEDEVICE *args)
{
    static const struct kmt_buffers none = { 0 };

    device->handle = handle_add(&call->process->handles, HANDLE_DEVICE, device);
    if (device->handle == 0) {
        return STATUS_NO_MEMORY;
    }
    args->hDevice = device->handle;
    fill_buffers(args, device->legacy != NULL ? &device->legacy->buffers : &none);
    if (!user_write(call->machine, user, args, sizeof(*args))) {
        handle_remove(&call->process->handles, device->handle);
        return STATUS_INVALID_PARAMETER;
    }
    return STATUS_SUCCESS;
}

static NTSTATUS create_device(struct kmt_call *call, void *user)
{
    D3DKMT_CREATEDEVICE args;
    struct adapter *adapter;
    struct kmt_device *device;
    NTSTATUS status;

    if (!user_capture(call->machine, &args, user) || args.Flags.Reserved != 0) {
        return STATUS_INVALID_PARAMETER;
    }
    status = kmt_adapter_enter(call, args.hAdapter, &adapter);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = make_device(call, adapter, &device);
    if (NT_SUCCESS(status)) {
        status = publish(call, device, user, &args);
        if (!NT_SUCCESS(status)) {
            unmake_device(device);
            machine_heap_free(call->machine, device);
        }
    }
    kmt_adapter_leave(adapter);
    return status;
}

static NTSTATUS destroy_device(struct kmt_call *call, void *user)
{
    D3DKMT_DESTROYDEVICE args;
    struct kmt_device *device;
    NTSTATUS status;

    if (!user_capture(call->machine, &args, user)) {
        return STATUS_INVALID_PARAMETER;
    }
    status = kmt_device_enter(call, args.hDevice, &device);
    if (status == STATUS_DEVICE_REMOVED && device->device == NULL) {
        /* Its adapter is gone: only the handle is left of it. */
        handle_remove(&call->process->handles, device->handle);
        device->destroyed = true;
        kmt_device_put(device);
        return STATUS_SUCCESS;
    }
    if (!NT_SUCCESS(status)) {
        return status;
    }
    handle_remove(&call->process->handles, device->handle);
    device->destroyed = true;
    unmake_device(device);
    kmt_device_put(device);
    kmt_device_leave(device);
    return STATUS_SUCCESS;
}

static NTSTATUS wait_for_idle(struct kmt_call *call, void *user)
{
    D3DKMT_WAITFORIDLE args;
    struct kmt_device *device;
    NTSTATUS status;

    if (!user_capture(call->machine, &args, user)) {
        return STATUS_INVALID_PARAMETER;
    }
    status = kmt_device_enter(call, args.hDevice, &device);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    LIST_FOR_EACH(link, &device->contexts) {
        NTSTATUS result =
            dxgk_context_wait_idle(LIST_ENTRY_OF(link, struct kmt_context, link)->context);

        status = NT_SUCCESS(status) ? result : status;
    }
    if (NT_SUCCESS(status)) {
        status = kmt_device_lost(device);
    }
    kmt_device_leave(device);
    return status;
}

/* Source: ne-d3dkmthk-_d3dkmt_deviceexecution_state */
static D3DKMT_DEVICEEXECUTION_STATE execution_state(enum device_state state)
{
    switch (state) {
    case DEVICE_OK:
        return D3DKMT_DEVICEEXECUTION_ACTIVE;
    case DEVICE_ERROR_OUT_OF_MEMORY:
        return D3DKMT_DEVICEEXECUTION_ERROR_OUTOFMEMORY;
    case DEVICE_ERROR_DMA_FAULT:
        return D3DKMT_DEVICEEXECUTION_ERROR_DMAFAULT;
    case DEVICE_REMOVED:
    default:
        return D3DKMT_DEVICEEXECUTION_RESET;
    }
}

static NTSTATUS fill_state(struct kmt_call *call, const struct kmt_device *device,
                           D3DKMT_GETDEVICESTATE *args)
{
    switch (args->StateType) {
    case D3DKMT_DEVICESTATE_EXECUTION:
        args->ExecutionState = execution_state(dxgk_device_state(device->device));
        return STATUS_SUCCESS;
    case D3DKMT_DEVICESTATE_RESET:
        /* No desktop switch ever happens here. */
        args->ResetState = (D3DKMT_DEVICERESET_STATE){ 0 };
        return STATUS_SUCCESS;
    case D3DKMT_DEVICESTATE_PRESENT:
    case D3DKMT_DEVICESTATE_PRESENT_DWM:
    case D3DKMT_DEVICESTATE_PAGE_FAULT:
    case D3DKMT_DEVICESTATE_PRESENT_QUEUE:
        return kmt_unimplemented(call->machine, "D3DKMTGetDeviceState: state type %d",
                                 (int)args->StateType);
    default:
        return STATUS_INVALID_PARAMETER;
    }
}

static NTSTATUS get_state(struct kmt_call *call, void *user)
{
    D3DKMT_GETDEVICESTATE args;
    struct kmt_device *device;
    NTSTATUS status;

    if (!user_capture(call->machine, &args, user)) {
        return STATUS_INVALID_PARAMETER;
    }
    status = kmt_device_enter(call, args.hDevice, &device);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = fill_state(call, device, &args);
    kmt_device_leave(device);
    if (NT_SUCCESS(status) && !user_write(call->machine, user, &args, sizeof(args))) {
        status = STATUS_INVALID_PARAMETER;
    }
    return status;
}

static NTSTATUS mark_as_error(struct kmt_call *call, void *user)
{
    D3DKMT_MARKDEVICEASERROR args;
    struct kmt_device *device;
    NTSTATUS status;

    if (!user_capture(call->machine, &args, user) ||
        (args.Reason != D3DKMT_DEVICE_ERROR_REASON_GENERIC &&
         args.Reason != D3DKMT_DEVICE_ERROR_REASON_DRIVER_ERROR)) {
        return STATUS_INVALID_PARAMETER;
    }
    status = kmt_device_enter(call, args.hDevice, &device);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    dxgk_device_set_error(device->device);
    kmt_device_leave(device);
    return STATUS_SUCCESS;
}

NTSTATUS APIENTRY D3DKMTCreateDevice(D3DKMT_CREATEDEVICE *args)
{
    return kmt_call(create_device, args);
}

NTSTATUS APIENTRY D3DKMTDestroyDevice(const D3DKMT_DESTROYDEVICE *args)
{
    return kmt_call(destroy_device, args);
}

NTSTATUS APIENTRY D3DKMTWaitForIdle(const D3DKMT_WAITFORIDLE *args)
{
    return kmt_call(wait_for_idle, args);
}

/** Partial: execution and reset state. */
NTSTATUS APIENTRY D3DKMTGetDeviceState(D3DKMT_GETDEVICESTATE *args)
{
    return kmt_call(get_state, args);
}

NTSTATUS APIENTRY D3DKMTMarkDeviceAsError(D3DKMT_MARKDEVICEASERROR *args)
{
    return kmt_call(mark_as_error, args);
}
