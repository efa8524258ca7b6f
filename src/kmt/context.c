/* SPDX-License-Identifier: MIT */
/*
 * Contexts, and the buffers a client fills for D3DKMTRender.
 *
 * Source: d3dkmthk nf-d3dkmthk-d3dkmtcreatecontext, -d3dkmtdestroycontext,
 * -d3dkmtsetcontextschedulingpriority, -d3dkmtgetcontextschedulingpriority
 */
#include "kmt/memory.h"
#include "machine/heap.h"
#include "verify/verify.h"

#define PRIVATE_BYTES_MAX 65536u

NTSTATUS kmt_context_create(struct kmt_device *device, const struct kmt_context_request *request,
                            struct kmt_context **out)
{
    struct machine *machine = device->process->machine;
    struct kmt_context *context = MACHINE_NEW(machine, struct kmt_context);
    NTSTATUS status;

    context->device = device;
    status = dxgk_context_create(device->device, request->node, false, request->private_data,
                                 request->private_bytes, &context->context);
    if (!NT_SUCCESS(status)) {
        machine_heap_free(machine, context);
        return status;
    }
    status = kmt_buffers_init(machine, &context->buffers, dxgk_context_info(context->context));
    if (!NT_SUCCESS(status)) {
        dxgk_context_destroy(context->context);
        machine_heap_free(machine, context);
        return status;
    }
    list_push_back(&device->contexts, &context->link);
    *out = context;
    return STATUS_SUCCESS;
}

/* The link may be out of the list already. */
void kmt_context_destroy(struct kmt_context *context)
{
    struct process *process = context->device->process;

    if (context->handle != 0) {
        handle_remove(&process->handles, context->handle);
    }
    list_remove(&context->link);
    dxgk_context_destroy(context->context);
    kmt_buffers_fini(process->machine, &context->buffers);
    machine_heap_free(process->machine, context);
}

static NTSTATUS publish(struct kmt_call *call, struct kmt_context *context, void *user,
                        D3DKMT_CREATECONTEXT *args)
{
    const struct kmt_buffers *buffers = &context->buffers;

    context->handle = handle_add(&call->process->handles, HANDLE_CONTEXT, context);
    if (context->handle == 0) {
        return STATUS_NO_MEMORY;
    }
    args->hContext = context->handle;
    args->pCommandBuffer = buffers->command;
    args->CommandBufferSize = buffers->command_bytes;
    args->pAllocationList = buffers->allocations;
    args->AllocationListSize = buffers->allocation_count;
    args->pPatchLocationList = buffers->patches;
    args->PatchLocationListSize = buffers->patch_count;
    args->CommandBuffer = 0;
    return user_answer(call->machine, user, args, sizeof(*args));
}

static NTSTATUS create_on(struct kmt_call *call, struct kmt_device *device, void *user,
                          D3DKMT_CREATECONTEXT *args)
{
    struct kmt_blob blob;
    struct kmt_context *context;
    NTSTATUS status = kmt_device_lost(device);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    status =
        kmt_blob_read(call->machine, &blob, args->pPrivateDriverData, args->PrivateDriverDataSize);
    if (!NT_SUCCESS(status)) {
        return status;
    }

    struct kmt_context_request request = { .node = args->NodeOrdinal,
                                           .private_data = blob.data,
                                           .private_bytes = blob.size_bytes };

    status = kmt_context_create(device, &request, &context);
    kmt_blob_fini(call->machine, &blob);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = publish(call, context, user, args);
    if (!NT_SUCCESS(status)) {
        kmt_context_destroy(context);
    }
    return status;
}

/* Without MultiEngineAware there are no contexts, and the device stands in for one. */
static NTSTATUS check_request(struct kmt_call *call, const D3DKMT_CREATECONTEXT *args,
                              const struct adapter *adapter)
{
    D3DDDI_CREATECONTEXTFLAGS known = { .NullRendering = 1,
                                        .InitialData = 1,
                                        .DisableGpuTimeout = 1,
                                        .SynchronizationOnly = 1,
                                        .HwQueueSupported = 1 };

    if ((args->Flags.Value & ~known.Value) != 0 ||
        args->NodeOrdinal >= dxgk_adapter_node_count(adapter) || args->EngineAffinity > 1 ||
        args->PrivateDriverDataSize > PRIVATE_BYTES_MAX) {
        return STATUS_INVALID_PARAMETER;
    }
    if (args->Flags.Value != 0) {
        return kmt_unimplemented(call->machine, "D3DKMTCreateContext: flags 0x%X",
                                 args->Flags.Value);
    }
    return dxgk_adapter_caps(adapter)->SchedulingCaps.MultiEngineAware ? STATUS_SUCCESS
                                                                       : STATUS_NOT_SUPPORTED;
}

static NTSTATUS create_context(struct kmt_call *call, void *user)
{
    D3DKMT_CREATECONTEXT args;
    struct kmt_device *device;
    NTSTATUS status;

    if (!user_capture(call->machine, &args, user)) {
        return STATUS_INVALID_PARAMETER;
    }
    status = kmt_device_enter(call, args.hDevice, &device);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = check_request(call, &args, device->adapter);
    if (NT_SUCCESS(status)) {
        status = create_on(call, device, user, &args);
    }
    kmt_device_leave(device);
    return status;
}

static NTSTATUS destroy_context(struct kmt_call *call, void *user)
{
    D3DKMT_DESTROYCONTEXT args;
    struct kmt_context *context;
    struct kmt_device *device;
    NTSTATUS status;

    if (!user_capture(call->machine, &args, user)) {
        return STATUS_INVALID_PARAMETER;
    }
    status = kmt_context_enter(call, args.hContext, &context);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    device = context->device;
    kmt_context_destroy(context);
    kmt_device_leave(device);
    return STATUS_SUCCESS;
}

static NTSTATUS set_priority(struct kmt_call *call, void *user)
{
    D3DKMT_SETCONTEXTSCHEDULINGPRIORITY args;
    struct kmt_context *context;
    NTSTATUS status;

    if (!user_capture(call->machine, &args, user)) {
        return STATUS_INVALID_PARAMETER;
    }
    status = kmt_context_enter(call, args.hContext, &context);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = dxgk_context_set_priority(context->context, args.Priority);
    kmt_device_leave(context->device);
    return status;
}

static NTSTATUS get_priority(struct kmt_call *call, void *user)
{
    D3DKMT_GETCONTEXTSCHEDULINGPRIORITY args;
    struct kmt_context *context;
    NTSTATUS status;

    if (!user_capture(call->machine, &args, user)) {
        return STATUS_INVALID_PARAMETER;
    }
    status = kmt_context_enter(call, args.hContext, &context);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    args.Priority = dxgk_context_priority(context->context);
    kmt_device_leave(context->device);
    return user_answer(call->machine, user, &args, sizeof(args));
}

/** Partial: no flags. */
NTSTATUS APIENTRY D3DKMTCreateContext(D3DKMT_CREATECONTEXT *args)
{
    return kmt_call(create_context, args);
}

NTSTATUS APIENTRY D3DKMTDestroyContext(const D3DKMT_DESTROYCONTEXT *args)
{
    return kmt_call(destroy_context, args);
}

NTSTATUS APIENTRY
D3DKMTSetContextSchedulingPriority(const D3DKMT_SETCONTEXTSCHEDULINGPRIORITY *args)
{
    return kmt_call(set_priority, args);
}

NTSTATUS APIENTRY D3DKMTGetContextSchedulingPriority(D3DKMT_GETCONTEXTSCHEDULINGPRIORITY *args)
{
    return kmt_call(get_priority, args);
}
