/* SPDX-License-Identifier: MIT */
#include "dxgk/command.h"

#include "dxgk/dma_watch.h"
#include "dxgk/dump.h"
#include "dxgk/gate_calls.h"
#include "verify/names.h"

static const struct dma_buffer nothing;

static const char *kind_name(const struct packet *packet)
{
    static const char *const names[] = {
        [PACKET_RENDER] = "a command buffer",
        [PACKET_PAGING] = "a paging buffer",
        [PACKET_CONTEXT_SWITCH] = "a context switch of length zero",
    };

    return names[packet->kind];
}

void command_patch(struct adapter *adapter, const struct packet *packet,
                   const struct command *command)
{
    const struct dma_buffer *dma = command->dma != NULL ? command->dma : &nothing;
    DXGKARG_PATCH args = {
        .hContext = command->context,
        .DmaBufferSegmentId = dma->segment_id,
        .DmaBufferPhysicalAddress = dma->address,
        .pDmaBuffer = dma->cpu,
        .DmaBufferSize = dma->size_bytes,
        .DmaBufferSubmissionStartOffset = command->start,
        .DmaBufferSubmissionEndOffset = command->end,
        .pDmaBufferPrivateData = dma->private_data,
        .DmaBufferPrivateDataSize = dma->private_bytes,
        .DmaBufferPrivateDataSubmissionEndOffset = command->private_end,
        .pAllocationList = command->allocations,
        .AllocationListSize = command->allocation_count,
        .pPatchLocationList = command->patches,
        .PatchLocationListSize = command->patch_count,
        .PatchLocationListSubmissionStart = command->first_patch,
        .PatchLocationListSubmissionLength = command->patch_end - command->first_patch,
        .SubmissionFenceId = packet->fence,
        .Flags.Paging = packet->kind == PACKET_PAGING,
        .Flags.NullRendering = command->null_rendering,
    };
    bool watched = packet->kind == PACKET_RENDER && dma_watch_begin(adapter, command);
    NTSTATUS status = gate_Patch(adapter, &args);

    if (watched && NT_SUCCESS(status)) {
        dma_watch_patched(adapter, command);
        if (decision_make(&adapter->machine->decision, DECISION_ORDER, 2) != 0) {
            status = gate_Patch(adapter, &args);
            dma_watch_repatched(adapter, command);
        }
    }
    if (status != STATUS_SUCCESS) {
        adapter_bugcheck(
            adapter, DUMP_VIDEO_SCHEDULER_INTERNAL_ERROR, SCHEDULER_PATCH_FAILED, (uint32_t)status,
            (uintptr_t)&args, (uintptr_t)packet,
            "DxgkDdiPatch returned %s for %s with fence %u on node %u. It must succeed: refuse "
            "impossible commands in DxgkDdiRender or DxgkDdiRenderKm.",
            verify_status_name(status), kind_name(packet), packet->fence, packet->node);
    }
}

void command_submit(struct adapter *adapter, const struct packet *packet,
                    const struct command *command)
{
    const struct dma_buffer *dma = command->dma != NULL ? command->dma : &nothing;
    bool is_switch = packet->kind == PACKET_CONTEXT_SWITCH;
    DXGKARG_SUBMITCOMMAND args = {
        .hContext = command->context,
        .DmaBufferSegmentId = dma->segment_id,
        .DmaBufferPhysicalAddress = dma->address,
        .DmaBufferSize = dma->size_bytes,
        .DmaBufferSubmissionStartOffset = command->start,
        .DmaBufferSubmissionEndOffset = command->end,
        .pDmaBufferPrivateData = dma->private_data,
        .DmaBufferPrivateDataSize = dma->private_bytes,
        .DmaBufferPrivateDataSubmissionEndOffset = command->private_end,
        .SubmissionFenceId = packet->fence,
        .Flags.Paging = packet->kind == PACKET_PAGING || (is_switch && packet->after_paging),
        .Flags.NullRendering = command->null_rendering,
        .Flags.Flip = command->flip,
        .Flags.ContextSwitch = is_switch,
        .NodeOrdinal = packet->node,
    };
    bool watched = packet->kind == PACKET_RENDER && dma_watch_is_on(adapter->dma_watch, command);
    NTSTATUS status;

    if (watched) {
        dma_watch_submitting(adapter, command);
    }
    status = gate_SubmitCommand(adapter, &args);
    if (watched) {
        dma_watch_submitted(adapter, command);
    }
    if (status != STATUS_SUCCESS && is_switch) {
        verify_report(adapter->machine, RULE_SUBMIT_08, "DxgkDdiSubmitCommand",
                      "A submission of no length with Flags.ContextSwitch (fence %u, node %u) was "
                      "refused with %s. Accept it: the engine leaves its context, and the fence "
                      "comes.",
                      packet->fence, packet->node, verify_status_name(status));
    }
    if (status != STATUS_SUCCESS) {
        adapter_bugcheck(
            adapter, DUMP_VIDEO_SCHEDULER_INTERNAL_ERROR, SCHEDULER_SUBMIT_FAILED, (uint32_t)status,
            (uintptr_t)&args, (uintptr_t)packet,
            "DxgkDdiSubmitCommand returned %s for %s with fence %u on node %u. It must succeed.",
            verify_status_name(status), kind_name(packet), packet->fence, packet->node);
    }
}
