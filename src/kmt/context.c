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
    if (request->null_rendering) {
        dxgk_context_set_null(context->context);
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

    kmt_handle_remove(process, context->handle);
    list_remove(&context->link);
    dxgk_context_destroy(context->context);
    kmt_buffers_fini(process->machine, &context->buffers);
    machine_heap_free(process->machine, context);
}

NTSTATUS kmt_contexts_find(const struct kmt_device *device, const D3DKMT_HANDLE *handles,
                           uint32_t count, struct kmt_context **contexts)
{
    if (count > D3DDDI_MAX_BROADCAST_CONTEXT) {
        return STATUS_INVALID_PARAMETER;
    }
    for (uint32_t i = 0; i < count; i++) {
        contexts[i] = handle_find(&device->process->handles, HANDLE_CONTEXT, handles[i]);
        if (contexts[i] == NULL || contexts[i]->device != device) {
            return STATUS_INVALID_PARAMETER;
        }
    }
    return STATUS_SUCCESS;
}

bool kmt_contexts_have_room(struct kmt_context *const *contexts, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        if (!dxgk_context_has_room(contexts[i]->context)) {
            return false;
        }
    }
    return true;
}

static void fill_buffers(D3DKMT_CREATECONTEXT *args, const struct kmt_buffers *buffers)
{
    args->pCommandBuffer = buffers->command;
    args->CommandBufferSize = buffers->command_bytes;
    args->pAllocationList = buffers->allocations;
    args->AllocationListSize = buffers->allocation_count;
    args->pPatchLocationList = buffers->patches;
    args->PatchLocationListSize = buffers->patch_count;
    args->CommandBuffer = 0;
}

/* Without MultiEngineAware there are no contexts, and the device stands in for one. */
static NTSTATUS check_request(const struct kmt_call *call, const D3DKMT_CREATECONTEXT *args)
{
    D3DDDI_CREATECONTEXTFLAGS known = { .NullRendering = 1,
                                        .InitialData = 1,
                                        .DisableGpuTimeout = 1,
                                        .SynchronizationOnly = 1,
                                        .HwQueueSupported = 1 };
    const D3DDDI_CREATECONTEXTFLAGS served = { .NullRendering = 1 };

    if ((args->Flags.Value & ~known.Value) != 0 ||
        args->NodeOrdinal >= dxgk_adapter_node_count(call->adapter) || args->EngineAffinity > 1 ||
        args->PrivateDriverDataSize > PRIVATE_BYTES_MAX) {
        return STATUS_INVALID_PARAMETER;
    }
    if ((args->Flags.Value & ~served.Value) != 0) {
        return kmt_unimplemented(call, "flags 0x%X", args->Flags.Value & ~served.Value);
    }
    return dxgk_adapter_caps(call->adapter)->SchedulingCaps.MultiEngineAware ? STATUS_SUCCESS
                                                                             : STATUS_NOT_SUPPORTED;
}

static NTSTATUS create_context(struct kmt_call *call, void *arguments)
{
    D3DKMT_CREATECONTEXT *args = arguments;
    struct kmt_context_request request = { .node = args->NodeOrdinal,
                                           .null_rendering = args->Flags.NullRendering };
    struct kmt_context *context;
    struct kmt_blob blob;
    NTSTATUS status = check_request(call, args);

    if (NT_SUCCESS(status)) {
        status = kmt_blob_read(call->machine, &blob, args->pPrivateDriverData,
                               args->PrivateDriverDataSize);
    }
    if (!NT_SUCCESS(status)) {
        return status;
    }
    request.private_data = blob.data;
    request.private_bytes = blob.size_bytes;
    status = kmt_context_create(call->device, &request, &context);
    kmt_blob_fini(call->machine, &blob);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    context->handle = kmt_handle_add(call->process, HANDLE_CONTEXT, context);
    if (context->handle == 0) {
        kmt_context_destroy(context);
        return STATUS_NO_MEMORY;
    }
    args->hContext = context->handle;
    fill_buffers(args, &context->buffers);
    return STATUS_SUCCESS;
}

static void uncreate_context(struct kmt_call *call, uint32_t handle)
{
    kmt_context_destroy(handle_find(&call->process->handles, HANDLE_CONTEXT, handle));
}

static NTSTATUS destroy_context(struct kmt_call *call, void *arguments)
{
    (void)arguments;
    kmt_context_destroy(call->context);
    return STATUS_SUCCESS;
}

static NTSTATUS set_priority(struct kmt_call *call, void *arguments)
{
    const D3DKMT_SETCONTEXTSCHEDULINGPRIORITY *args = arguments;

    return dxgk_context_set_priority(call->context->context, args->Priority);
}

static NTSTATUS get_priority(struct kmt_call *call, void *arguments)
{
    D3DKMT_GETCONTEXTSCHEDULINGPRIORITY *args = arguments;

    args->Priority = dxgk_context_priority(call->context->context);
    return STATUS_SUCCESS;
}

/** Partial: of the flags NullRendering only. */
NTSTATUS APIENTRY D3DKMTCreateContext(D3DKMT_CREATECONTEXT *args)
{
    static const struct kmt_function function = {
        "D3DKMTCreateContext", KMT_BY(LIVE_DEVICE, D3DKMT_CREATECONTEXT, hDevice),
        KMT_MAKES(D3DKMT_CREATECONTEXT, hContext, uncreate_context), .body = create_context
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTDestroyContext(const D3DKMT_DESTROYCONTEXT *args)
{
    static const struct kmt_function function = { "D3DKMTDestroyContext",
                                                  KMT_BY(CONTEXT, D3DKMT_DESTROYCONTEXT, hContext),
                                                  .body = destroy_context };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY
D3DKMTSetContextSchedulingPriority(const D3DKMT_SETCONTEXTSCHEDULINGPRIORITY *args)
{
    static const struct kmt_function function = {
        "D3DKMTSetContextSchedulingPriority",
        KMT_BY(CONTEXT, D3DKMT_SETCONTEXTSCHEDULINGPRIORITY, hContext), .body = set_priority
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTGetContextSchedulingPriority(D3DKMT_GETCONTEXTSCHEDULINGPRIORITY *args)
{
    static const struct kmt_function function = {
        "D3DKMTGetContextSchedulingPriority",
        KMT_BY(CONTEXT, D3DKMT_GETCONTEXTSCHEDULINGPRIORITY, hContext), .answer = KMT_ANSWERS,
        .body = get_priority
    };

    return kmt_call(&function, args);
}
