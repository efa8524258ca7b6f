/* SPDX-License-Identifier: MIT */
#include "dxgk/engine_truth.h"

#include "sched/fence.h"

static bool ask(const struct adapter *adapter, uint32_t node, struct dxghost_engine_state *state)
{
    const struct device_host *board = adapter->board;

    *state = (struct dxghost_engine_state){ 0 };
    return board->ops->engine_state != NULL && board->ops->engine_state(board->device, node, state);
}

/* A fence that no entry of the board carries any more: a reset settled it. */
static bool was_settled_by_reset(const struct sched_node *node, uint32_t fence)
{
    return node->reset_count > 0 && !fence_precedes(node->aborted_last, fence);
}

/* Source: nc-d3dkmddi-dxgkddi_querycurrentfence.md; display/submitting-a-command-buffer.md */
void engine_truth_completed(struct adapter *adapter, uint32_t node, uint32_t fence)
{
    struct dxghost_engine_state state;

    if (DXGH_LIKELY(!ask(adapter, node, &state) || !fence_precedes(state.retired_fence, fence)) ||
        was_settled_by_reset(&adapter->sched->nodes[node], fence)) {
        return;
    }
    verify_report(
        adapter->machine, RULE_FENCE_03, "DxgkCbNotifyInterrupt",
        "DMA_COMPLETED reports fence %u on node %u, but the board has finished only up to "
        "fence %u%s. What the work uses may be moved from now on: report a fence when "
        "all its pixels are written.",
        fence, node, state.retired_fence, state.busy ? " and is at work" : "");
}

/* Source: ns-d3dkmddi-_dxgkargcb_notify_interrupt_data.md */
void engine_truth_preempted(struct adapter *adapter, uint32_t node, uint32_t completed)
{
    struct dxghost_engine_state state;

    if (!ask(adapter, node, &state) ||
        was_settled_by_reset(&adapter->sched->nodes[node], completed)) {
        return;
    }
    if (fence_precedes(state.retired_fence, completed)) {
        verify_report(adapter->machine, RULE_PREEMPT_11, "DxgkCbNotifyInterrupt",
                      "DMA_PREEMPTED gives LastCompletedFenceId %u on node %u, but the board has "
                      "finished only up to fence %u. The rest is never executed.",
                      completed, node, state.retired_fence);
    } else if (fence_precedes(completed, state.retired_fence)) {
        verify_report(adapter->machine, RULE_PREEMPT_17, "DxgkCbNotifyInterrupt",
                      "DMA_PREEMPTED gives LastCompletedFenceId %u on node %u, but the board has "
                      "finished fence %u. That work is submitted, and executed, once more: report "
                      "it before, or as LastCompletedFenceId.",
                      completed, node, state.retired_fence);
    }
}

/* Source: nc-d3dkmddi-dxgkddi_submitcommand.md */
void engine_truth_overdue(struct adapter *adapter, uint32_t node, uint32_t fence)
{
    const struct sched_node *from = &adapter->sched->nodes[node];
    const struct packet *head;
    struct dxghost_engine_state state;

    if (list_is_empty(&from->submitted) || !ask(adapter, node, &state)) {
        return;
    }
    head = LIST_ENTRY_OF(from->submitted.next, struct packet, link);
    if (head->fence != fence) {
        return; /* what was overdue has gone; this one has had no time yet */
    }
    if (fence_precedes(from->last_reported, head->fence) &&
        !fence_precedes(state.retired_fence, head->fence)) {
        verify_report(adapter->machine, RULE_SUBMIT_05, "DxgkDdiSubmitCommand",
                      "The board has finished fence %u on node %u, but nobody was told: %u is the "
                      "last one reported, and DxgkDdiQueryCurrentFence has not reported it either. "
                      "Each submission must be followed by one DMA_COMPLETED that covers it.",
                      head->fence, node, from->last_reported);
    } else if (head->kind == PACKET_CONTEXT_SWITCH && !state.busy && !state.stuck &&
               fence_precedes(state.retired_fence, head->fence)) {
        verify_report(adapter->machine, RULE_PREEMPT_34, "DxgkDdiSubmitCommand",
                      "The context switch with fence %u on node %u, a submission of no length, was "
                      "accepted and never reached the board, which is idle. Its fence must come as "
                      "that of any other submission.",
                      head->fence, node);
    }
}

void engine_truth_before_reset(struct adapter *adapter, struct engine_snapshot *snapshot)
{
    snapshot->known = true;
    for (uint32_t i = 0; i < adapter->node_count; i++) {
        snapshot->known &= ask(adapter, i, &snapshot->states[i]);
    }
}

/* The engine itself. Source: nc-d3dkmddi-dxgkddi_resetengine.md */
static void check_reset(struct adapter *adapter, const struct dxghost_engine_state *before,
                        uint32_t node, uint32_t aborted)
{
    struct dxghost_engine_state state;

    if (!ask(adapter, node, &state)) {
        return;
    }
    if (state.stuck) {
        verify_report(adapter->machine, RULE_ENGRST_07, "DxgkDdiResetEngine",
                      "DxgkDdiResetEngine succeeded, but engine %u of the board hangs as before. "
                      "Read back whether the reset worked, and return a failure when it did not: "
                      "then the adapter is reset.",
                      node);
    } else if (state.busy) {
        verify_report(adapter->machine, RULE_ENGRST_03, "DxgkDdiResetEngine",
                      "DxgkDdiResetEngine succeeded, but engine %u of the board is still executing "
                      "fence %u. Return when its queue is empty and it can take work.",
                      node, state.running_fence);
    }
    /* One that hangs cannot end between the question and the reset. What is in no range is
     * ENGRST-04.
     */
    if (before->stuck && before->running_fence != 0 && aborted != before->running_fence &&
        !fence_precedes(aborted, adapter->sched->nodes[node].last_reported) &&
        !fence_precedes(adapter->sched->nodes[node].last_submitted, aborted)) {
        verify_report(adapter->machine, RULE_ENGRST_05, "DxgkDdiResetEngine",
                      "LastAbortedFenceId is %u, but the board hung in fence %u on node %u. The "
                      "wrong device goes to error, and work is lost or executed twice.",
                      aborted, before->running_fence, node);
    }
}

/* Whether what an engine was at has gone without having ended. One that is being preempted may
 * give back what it has. */
static bool has_lost_work(const struct adapter *adapter, uint32_t node,
                          const struct dxghost_engine_state *before)
{
    const struct sched_node *from = &adapter->sched->nodes[node];
    struct dxghost_engine_state state;

    return ask(adapter, node, &state) && before->busy && !before->stuck && !state.busy &&
           !state.stuck && state.retired_fence == before->retired_fence &&
           from->state == NODE_RUNNING && from->preemption == PREEMPTION_NONE;
}

void engine_truth_after_reset(struct adapter *adapter, const struct engine_snapshot *snapshot,
                              uint32_t node, uint32_t aborted)
{
    if (!snapshot->known) {
        return;
    }
    check_reset(adapter, &snapshot->states[node], node, aborted);
    for (uint32_t i = 0; i < adapter->node_count; i++) {
        if (i != node && has_lost_work(adapter, i, &snapshot->states[i])) {
            verify_report(adapter->machine, RULE_ENGRST_13, "DxgkDdiResetEngine",
                          "The reset of engine %u stopped engine %u in fence %u, which "
                          "DxgkDdiQueryDependentEngineGroup did not name. Reset that engine alone, "
                          "or name those that go with it.",
                          node, i, snapshot->states[i].running_fence);
        }
    }
}

/* Source: nc-d3dkmddi-dxgkddi_resetfromtimeout.md */
void engine_truth_stopped(struct adapter *adapter)
{
    struct dxghost_engine_state state;

    for (uint32_t i = 0; i < adapter->node_count; i++) {
        if (ask(adapter, i, &state) && (state.busy || state.stuck)) {
            verify_report(adapter->machine, RULE_TDR_15, "DxgkDdiResetFromTimeout",
                          "DxgkDdiResetFromTimeout succeeded, but engine %u of the board is still "
                          "in fence %u. From now on it must not touch memory: stop every engine "
                          "and wait until it has stopped.",
                          i, state.running_fence);
        }
    }
}
