/* SPDX-License-Identifier: MIT */
/*
 * Devices: creation, state, idleness.
 *
 * Source: d3dkmthk nf-d3dkmthk-d3dkmtcreatedevice, -d3dkmtdestroydevice, -d3dkmtgetdevicestate,
 * -d3dkmtwaitforidle, -d3dkmtmarkdeviceaserror
 */
#include "kmt/memory.h"
#include "kmt/paging_queue.h"
#include "kmt/resource.h"
#include "machine/heap.h"
#include "object/sync.h"
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
    list_init(&device->paging_queues);
    wait_queue_init(&device->released);
    status = dxgk_device_create(adapter, call->process, false, &device->device);
    if (!NT_SUCCESS(status)) {
        machine_heap_free(call->machine, device);
        return status;
    }
    dxgk_device_set_class(device->device, (enum sched_class)call->process->gpu_class);
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

    kmt_paging_queues_destroy(device);
    kmt_sync_device_gone(device);
    kmt_source_release(device);
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

static void discard(struct kmt_device *device)
{
    kmt_handle_remove(device->process, device->handle);
    device->destroyed = true;
    unmake_device(device);
    wait_queue_wake(device->process->machine, sync_changed(device->process->machine));
    kmt_device_put(device);
}

static NTSTATUS create_device(struct kmt_call *call, void *arguments)
{
    static const struct kmt_buffers none = { 0 };
    D3DKMT_CREATEDEVICE *args = arguments;
    struct kmt_device *device;
    NTSTATUS status;

    if (args->Flags.Reserved != 0) {
        return STATUS_INVALID_PARAMETER;
    }
    if (args->Flags.RequestVSync || args->Flags.DisableGpuTimeout) {
        return kmt_unimplemented(call, "%s",
                                 args->Flags.RequestVSync ? "RequestVSync" : "DisableGpuTimeout");
    }
    status = make_device(call, call->adapter, &device);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    device->legacy_mode = args->Flags.LegacyMode;
    device->handle = kmt_handle_add(call->process, HANDLE_DEVICE, device);
    if (device->handle == 0) {
        discard(device);
        return STATUS_NO_MEMORY;
    }
    args->hDevice = device->handle;
    fill_buffers(args, device->legacy != NULL ? &device->legacy->buffers : &none);
    return STATUS_SUCCESS;
}

static void uncreate_device(struct kmt_call *call, uint32_t handle)
{
    discard(handle_find(&call->process->handles, HANDLE_DEVICE, handle));
}

/* Not entered by its handle: one whose adapter is gone can still be destroyed. */
static NTSTATUS destroy_device(struct kmt_call *call, void *arguments)
{
    const D3DKMT_DESTROYDEVICE *args = arguments;
    struct kmt_device *device;
    NTSTATUS status = kmt_device_enter(call, args->hDevice, &device);

    if (status == STATUS_DEVICE_REMOVED && device->device == NULL) {
        handle_remove(&call->process->handles, device->handle);
        device->destroyed = true;
        kmt_device_put(device);
        return STATUS_SUCCESS;
    }
    if (NT_SUCCESS(status)) {
        discard(device);
        kmt_device_leave(device);
    }
    return status;
}

static NTSTATUS wait_for_idle(struct kmt_call *call, void *arguments)
{
    (void)arguments;
    LIST_FOR_EACH(link, &call->device->contexts) {
        if (!dxgk_context_is_idle(LIST_ENTRY_OF(link, struct kmt_context, link)->context)) {
            return kmt_wait_retired(call);
        }
    }
    return kmt_device_lost(call->device);
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
    case DEVICE_HUNG:
        return D3DKMT_DEVICEEXECUTION_HUNG;
    case DEVICE_REMOVED:
        return D3DKMT_DEVICEEXECUTION_RESET;
    }
    return D3DKMT_DEVICEEXECUTION_RESET;
}

static NTSTATUS get_state(struct kmt_call *call, void *arguments)
{
    D3DKMT_GETDEVICESTATE *args = arguments;

    switch (args->StateType) {
    case D3DKMT_DEVICESTATE_EXECUTION:
        args->ExecutionState = execution_state(dxgk_device_state(call->device->device));
        return STATUS_SUCCESS;
    case D3DKMT_DEVICESTATE_RESET:
        /* No desktop switch ever happens here. */
        args->ResetState = (D3DKMT_DEVICERESET_STATE){ 0 };
        return STATUS_SUCCESS;
    case D3DKMT_DEVICESTATE_PRESENT:
    case D3DKMT_DEVICESTATE_PRESENT_DWM:
    case D3DKMT_DEVICESTATE_PAGE_FAULT:
    case D3DKMT_DEVICESTATE_PRESENT_QUEUE:
        return kmt_unimplemented(call, "state type %d", (int)args->StateType);
    default:
        return STATUS_INVALID_PARAMETER;
    }
}

static NTSTATUS mark_as_error(struct kmt_call *call, void *arguments)
{
    const D3DKMT_MARKDEVICEASERROR *args = arguments;

    if (args->Reason != D3DKMT_DEVICE_ERROR_REASON_GENERIC &&
        args->Reason != D3DKMT_DEVICE_ERROR_REASON_DRIVER_ERROR) {
        return STATUS_INVALID_PARAMETER;
    }
    dxgk_device_set_error(call->device->device);
    return STATUS_SUCCESS;
}

/** Partial: no RequestVSync or DisableGpuTimeout. */
NTSTATUS APIENTRY D3DKMTCreateDevice(D3DKMT_CREATEDEVICE *args)
{
    static const struct kmt_function function = {
        "D3DKMTCreateDevice", KMT_BY(ADAPTER, D3DKMT_CREATEDEVICE, hAdapter),
        KMT_MAKES(D3DKMT_CREATEDEVICE, hDevice, uncreate_device), .body = create_device
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTDestroyDevice(const D3DKMT_DESTROYDEVICE *args)
{
    static const struct kmt_function function = { "D3DKMTDestroyDevice",
                                                  KMT_TAKES(D3DKMT_DESTROYDEVICE),
                                                  .body = destroy_device };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTWaitForIdle(const D3DKMT_WAITFORIDLE *args)
{
    static const struct kmt_function function = { "D3DKMTWaitForIdle",
                                                  KMT_BY(DEVICE, D3DKMT_WAITFORIDLE, hDevice),
                                                  .body = wait_for_idle };

    return kmt_call(&function, args);
}

/** Partial: execution and reset state. */
NTSTATUS APIENTRY D3DKMTGetDeviceState(D3DKMT_GETDEVICESTATE *args)
{
    static const struct kmt_function function = { "D3DKMTGetDeviceState",
                                                  KMT_BY(DEVICE, D3DKMT_GETDEVICESTATE, hDevice),
                                                  .answer = KMT_ANSWERS, .body = get_state };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTMarkDeviceAsError(D3DKMT_MARKDEVICEASERROR *args)
{
    static const struct kmt_function function = { "D3DKMTMarkDeviceAsError",
                                                  KMT_BY(DEVICE, D3DKMT_MARKDEVICEASERROR, hDevice),
                                                  .body = mark_as_error };

    return kmt_call(&function, args);
}
