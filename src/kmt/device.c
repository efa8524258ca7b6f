/* SPDX-License-Identifier: MIT */
/*
 * Devices: creation, destruction, idleness.
 *
 * Source: d3dkmthk nf-d3dkmthk-d3dkmtcreatedevice, -d3dkmtdestroydevice, -d3dkmtwaitforidle
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
