/* SPDX-License-Identifier: MIT */
/* Preemption requests, and the question for the current fence. */
#include "dxgk/engine_truth.h"
#include "dxgk/gate_calls.h"
#include "dxgk/tdr.h"
#include "sched/fence.h"
#include "verify/names.h"

/* Source: nc-d3dkmddi-dxgkddi_preemptcommand.md. The gate raises to DISPATCH_LEVEL. Choice: also
 * with LowIrqlPreemptCommand clear only, which no WDDM 1.x driver can set. */
void tdr_preempt(void *context, uint32_t node, uint32_t fence)
{
    struct adapter *adapter = context;
    DXGKARG_PREEMPTCOMMAND args = { .PreemptionFenceId = fence, .NodeOrdinal = node };
    NTSTATUS status;

    adapter->tdr->node = node;
    status = gate_PreemptCommand(adapter, &args);
    if (status != STATUS_SUCCESS) {
        verify_report(
            adapter->machine, RULE_PREEMPT_01, "DxgkDdiPreemptCommand",
            "DxgkDdiPreemptCommand returned %s. Return STATUS_SUCCESS in every case: hardware that "
            "hangs is a matter of timeout detection.",
            verify_status_name(status));
        adapter_bugcheck(
            adapter, DUMP_VIDEO_SCHEDULER_INTERNAL_ERROR, SCHEDULER_SUBMIT_FAILED, (uint32_t)status,
            (uintptr_t)&args, (uintptr_t)&adapter->sched->nodes[node],
            "DxgkDdiPreemptCommand returned %s for preemption fence %u on node %u. It must "
            "succeed.",
            verify_status_name(status), fence, node);
    }
}

/* The engine has nothing left and the request has had its time: nobody will answer it any more. */
void tdr_unanswered(void *context, uint32_t node, uint32_t fence, bool of_nothing)
{
    struct adapter *adapter = context;

    if (of_nothing) {
        verify_report(
            adapter->machine, RULE_PREEMPT_14, "DxgkDdiPreemptCommand",
            "Preemption request %u on node %u was never answered, and all work was finished and "
            "reported when the call returned: no hardware will answer any more. In that case go to "
            "device IRQL with DxgkCbSynchronizeExecution and report DMA_PREEMPTED there.",
            fence, node);
    } else {
        verify_report(
            adapter->machine, RULE_PREEMPT_09, "DxgkDdiPreemptCommand",
            "Preemption request %u on node %u was never answered, although the node has finished "
            "all its work since. Put a fence with PreemptionFenceId where the hardware will find "
            "it, "
            "and report DMA_PREEMPTED when it gets there, also when it has nothing left to "
            "preempt.",
            fence, node);
    }
}

/* @reported: the last one reported before the question */
static void check_current_fence(struct adapter *adapter, uint32_t node, uint32_t fence,
                                uint32_t reported)
{
    const struct sched_node *state = &adapter->sched->nodes[node];

    if (fence_precedes(state->last_reported, fence) && !fence_precedes(state->last_fence, fence)) {
        verify_report(
            adapter->machine, RULE_QCF_02, "DxgkDdiQueryCurrentFence",
            "CurrentFence is %u, but %u is the last one reported on node %u. Report a fence that "
            "was not yet, at device IRQL, before you return.",
            fence, state->last_reported, node);
    } else if (fence_precedes(fence, reported) && sched_is_settled(state)) {
        verify_report(
            adapter->machine, state->adapter_was_reset ? RULE_TDR_18 : RULE_ENGRST_11,
            "DxgkDdiQueryCurrentFence",
            "CurrentFence is %u, but node %u was reset since: fence %u, %s, is the last completed "
            "one from then on.",
            fence, node, reported,
            state->adapter_was_reset ? "the last one submitted" : "LastAbortedFenceId");
    } else if (fence_precedes(state->last_fence, fence) || fence_precedes(fence, reported)) {
        verify_report(
            adapter->machine, RULE_QCF_01, "DxgkDdiQueryCurrentFence",
            "CurrentFence is %u, but on node %u fence %u was reported before the question, "
            "and %u is the last one handed out.",
            fence, node, reported, state->last_fence);
    }
}

/* Source: nc-d3dkmddi-dxgkddi_querycurrentfence.md; a failure is no information (QCF-07). */
void tdr_query_fence(void *context, uint32_t node)
{
    struct adapter *adapter = context;
    DXGKARG_QUERYCURRENTFENCE args = { .NodeOrdinal = node };
    const struct sched_node *from = &adapter->sched->nodes[node];
    uint32_t reported = from->last_reported;
    uint32_t overdue = list_is_empty(&from->submitted)
                           ? 0
                           : LIST_ENTRY_OF(from->submitted.next, struct packet, link)->fence;
    NTSTATUS status;

    adapter->tdr->node = node;
    adapter->tdr->debug_info.bytes = 0; /* of the recovery before: not about what begins here */
    status = gate_QueryCurrentFence(adapter, &args);
    if (!NT_SUCCESS(status)) {
        verify_report(adapter->machine, RULE_QCF_07, "DxgkDdiQueryCurrentFence",
                      "DxgkDdiQueryCurrentFence returned %s for node %u: nobody learns whether an "
                      "interrupt was lost, and the engine is reset. It should succeed.",
                      verify_status_name(status), node);
    } else {
        check_current_fence(adapter, node, args.CurrentFence, reported);
        engine_truth_overdue(adapter, node, overdue);
    }
}
