/* SPDX-License-Identifier: MIT */
/*
 * D3DKMTRender: a client's command buffer, its allocation list and its patch location list.
 *
 * The lists are judged on a kernel copy; the driver gets device-specific handles in place of the
 * client's (RENDER-08). The commands and the input patch list stay in the client's memory, where
 * the driver reads them under exception guards (RENDER-01 to -03).
 *
 * Source: d3dkmthk nf-d3dkmthk-d3dkmtrender, ns-d3dkmthk-_d3dkmt_render
 */
#include "dxgk/render.h"
#include "kmt/memory.h"
#include "kmt/resource.h"
#include "machine/heap.h"
#include "verify/verify.h"

static NTSTATUS check_flags(struct kmt_call *call, const D3DKMT_RENDER *args)
{
    if (args->Flags.Reserved != 0) {
        return STATUS_INVALID_PARAMETER;
    }
    if (args->Flags.RenderKm || args->Flags.RenderKmReadback) {
        return STATUS_INVALID_PARAMETER; /* GDI contexts are the kernel's own (RENDER-18) */
    }
    if (args->Flags.PresentRedirected) {
        return kmt_unimplemented(call, "PresentRedirected");
    }
    return STATUS_SUCCESS;
}

static NTSTATUS check_sizes(const D3DKMT_RENDER *args, const struct kmt_buffers *buffers)
{
    if (args->CommandOffset > buffers->command_bytes ||
        args->CommandLength > buffers->command_bytes - args->CommandOffset ||
        args->CommandLength == 0 || args->AllocationCount > buffers->allocation_count ||
        args->PatchLocationCount > buffers->patch_count) {
        return STATUS_INVALID_PARAMETER;
    }
    return STATUS_SUCCESS;
}

/* A handle of 0 is the NULL element: "unbind". */
static NTSTATUS resolve(const struct kmt_device *device, const D3DDDI_ALLOCATIONLIST *list,
                        uint32_t count, struct render_reference *references)
{
    for (uint32_t i = 0; i < count; i++) {
        const struct opened *opened;

        references[i] = (struct render_reference){ 0 };
        if (list[i].hAllocation == 0) {
            continue;
        }
        opened = kmt_opened_find(device, list[i].hAllocation);
        if (opened == NULL || opened->offered) { /* its content is the kernel's to drop */
            return STATUS_INVALID_HANDLE;
        }
        references[i] = dxgk_opened_reference(opened, list[i].WriteOperation);
    }
    return STATUS_SUCCESS;
}

/* The same commands on each context: what one context translates is no other's business. */
static NTSTATUS render_on_all(struct kmt_context *const *contexts, uint32_t count,
                              const struct render_request *request)
{
    NTSTATUS status = STATUS_SUCCESS;

    for (uint32_t i = 0; NT_SUCCESS(status) && i < count; i++) {
        status = dxgk_render(contexts[i]->context, request);
    }
    return status;
}

static NTSTATUS render_with(struct kmt_call *call, const D3DKMT_RENDER *args,
                            const struct kmt_blob *list)
{
    const struct kmt_buffers *buffers = &call->context->buffers;
    struct kmt_context *contexts[1 + D3DDDI_MAX_BROADCAST_CONTEXT] = { call->context };
    struct render_reference *references = machine_heap_alloc(
        call->machine, DXGH_MAX(args->AllocationCount, 1u) * sizeof(*references));
    struct render_request request = {
        .commands = (const char *)buffers->command + args->CommandOffset,
        .size_bytes = args->CommandLength,
        .references = references,
        .reference_count = args->AllocationCount,
        .patches = args->PatchLocationCount == 0 ? NULL : buffers->patches,
        .patch_count = args->PatchLocationCount,
        .null_rendering = args->Flags.NullRendering,
    };
    NTSTATUS status = resolve(call->device, list->data, args->AllocationCount, references);

    if (NT_SUCCESS(status)) {
        status = kmt_contexts_find(call->device, args->BroadcastContext,
                                   args->BroadcastContextCount, &contexts[1]);
    }
    if (NT_SUCCESS(status) && !kmt_contexts_have_room(contexts, 1 + args->BroadcastContextCount)) {
        status = kmt_wait_retired(call);
    }
    if (NT_SUCCESS(status)) {
        status = render_on_all(contexts, 1 + args->BroadcastContextCount, &request);
    }
    machine_heap_free(call->machine, references);
    return status;
}

/* The client continues in the buffers it is told of; the translation is over, so they are the same
 * unless it asked for other sizes. */
static void next_buffers(struct kmt_context *context, D3DKMT_RENDER *args)
{
    struct kmt_buffers *buffers = &context->buffers;

    kmt_buffers_resize(context->device->process->machine, buffers,
                       args->Flags.ResizeCommandBuffer ? args->NewCommandBufferSize : 0,
                       args->Flags.ResizeAllocationList ? args->NewAllocationListSize : 0,
                       args->Flags.ResizePatchLocationList ? args->NewPatchLocationListSize : 0);
    args->pNewCommandBuffer = buffers->command;
    args->NewCommandBufferSize = buffers->command_bytes;
    args->pNewAllocationList = buffers->allocations;
    args->NewAllocationListSize = buffers->allocation_count;
    args->pNewPatchLocationList = buffers->patches;
    args->NewPatchLocationListSize = buffers->patch_count;
    args->NewCommandBuffer = 0;
    args->QueuedBufferCount = 0;
}

static NTSTATUS render(struct kmt_call *call, void *arguments)
{
    D3DKMT_RENDER *args = arguments;
    struct kmt_context *context = call->context;
    struct kmt_blob list;
    NTSTATUS status = check_flags(call, args);

    if (NT_SUCCESS(status)) {
        status = check_sizes(args, &context->buffers);
    }
    if (NT_SUCCESS(status)) {
        status = kmt_blob_read(call->machine, &list, context->buffers.allocations,
                               args->AllocationCount * sizeof(D3DDDI_ALLOCATIONLIST));
    }
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = render_with(call, args, &list);
    kmt_blob_fini(call->machine, &list);
    if (NT_SUCCESS(status)) {
        next_buffers(context, args);
    }
    return status;
}

/** Partial: no PresentRedirected. */
NTSTATUS APIENTRY D3DKMTRender(D3DKMT_RENDER *args)
{
    static const struct kmt_function function = {
        "D3DKMTRender", KMT_BY(LIVE_CONTEXT_OR_DEVICE, D3DKMT_RENDER, hContext),
        .answer = KMT_ANSWERS_SURE, .body = render
    };

    return kmt_call(&function, args);
}
