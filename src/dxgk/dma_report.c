/* SPDX-License-Identifier: MIT */
#include "dxgk/dma_report.h"

#include "dxgk/dump.h"
#include "dxgk/engine_truth.h"

#include <stdio.h>

/* One kind of wrong report: the rule and the words. The text gets the fence of the report. */
struct wrong_report {
    enum sched_report report;
    enum rule rule;
    const char *text;
};

static const struct wrong_report wrong_completions[] = {
    { SCHED_REPORT_BAD_NODE, RULE_FENCE_05, "it names a node that does not exist" },
    { SCHED_REPORT_STALE, RULE_FENCE_04,
      "this fence, or a later one, was reported before. Report each completion once, in ascending "
      "order, "
      "per node" },
    { SCHED_REPORT_AHEAD, RULE_FENCE_01,
      "that fence was never handed out there. Report only fence ids that DxgkDdiSubmitCommand was "
      "given "
      "for that node" },
    { SCHED_REPORT_PREEMPTED, RULE_PREEMPT_21,
      "that fence is not outstanding: it was preempted, or belongs to a preemption request" },
    { SCHED_REPORT_ABORTED, RULE_TDR_17,
      "that fence was aborted by a reset. Forget what was in the ring when you reset it" },
};

static const struct wrong_report wrong_preemptions[] = {
    { SCHED_REPORT_BAD_NODE, RULE_FENCE_05, "it names a node that does not exist" },
    { SCHED_REPORT_NOT_REQUESTED, RULE_PREEMPT_10, "no preemption of that node is outstanding" },
    { SCHED_REPORT_WRONG_REQUEST, RULE_PREEMPT_10,
      "another PreemptionFenceId was requested. Return the one DxgkDdiPreemptCommand was given" },
    { SCHED_REPORT_REPEATED, RULE_PREEMPT_20,
      "that request was answered before. Answer each request exactly once" },
    { SCHED_REPORT_BAD_COMPLETED, RULE_PREEMPT_12,
      "LastCompletedFenceId is neither the last fence reported nor one that is outstanding" },
};

DXGH_NORETURN static void stop(struct adapter *adapter, const struct wrong_report *wrong,
                               const char *type, uint32_t node, uint32_t fence)
{
    bool known = node < adapter->sched->node_count;
    const struct sched_node *state = &adapter->sched->nodes[known ? node : 0];
    char range[96];

    if (known) {
        (void)snprintf(range, sizeof(range),
                       "On that node %u was submitted last, %u reported last.",
                       state->last_submitted, state->last_reported);
    } else {
        (void)snprintf(range, sizeof(range), "The adapter has nodes 0 to %u.",
                       adapter->sched->node_count - 1);
    }
    verify_report(adapter->machine, wrong->rule, "DxgkCbNotifyInterrupt",
                  "%s reports fence %u on node %u, but %s. %s", type, fence, node, wrong->text,
                  range);
    adapter_bugcheck(adapter, DUMP_VIDEO_SCHEDULER_INTERNAL_ERROR, SCHEDULER_INVALID_FENCE, node,
                     fence, 0, "The driver reported a wrong fence: %s, node %u, fence %u: %s. %s",
                     type, node, fence, wrong->text, range);
}

static const struct wrong_report *find(const struct wrong_report *table, size_t count,
                                       enum sched_report report)
{
    for (size_t i = 0; i < count; i++) {
        if (table[i].report == report) {
            return &table[i];
        }
    }
    DXGH_NOT_REACHED("every wrong report has its words");
}

/* Source: ns-d3dkmddi-_dxgkargcb_notify_interrupt_data.md: 0 unless adapters are linked */
static void check_engine(struct adapter *adapter, uint32_t engine)
{
    if (engine != 0) {
        verify_report(adapter->machine, RULE_FENCE_05, "DxgkCbNotifyInterrupt",
                      "EngineOrdinal is %u; it is 0 for an adapter that is not linked.", engine);
    }
}

static void report_completed(struct adapter *adapter, uint32_t node, uint32_t fence)
{
    enum sched_report report = sched_report_completed(adapter->sched, node, fence);

    if (DXGH_UNLIKELY(report > SCHED_REPORT_IGNORED)) {
        stop(adapter, find(wrong_completions, DXGH_ARRAY_SIZE(wrong_completions), report),
             "DMA_COMPLETED", node, fence);
    }
    if (report == SCHED_REPORT_OK) {
        engine_truth_completed(adapter, node, fence);
    }
}

static const struct wrong_report other_engine = {
    SCHED_REPORT_NOT_REQUESTED, RULE_PREEMPT_07,
    "the preemption of another node was requested with that fence. Preempt the engine that "
    "DxgkDdiPreemptCommand names, and report it"
};

static const struct wrong_report after_engine_reset = {
    SCHED_REPORT_BAD_COMPLETED, RULE_ENGRST_11,
    "LastAbortedFenceId of the reset of that engine is the last completed fence since"
};

static const struct wrong_report after_adapter_reset = {
    SCHED_REPORT_BAD_COMPLETED, RULE_TDR_18,
    "the reset of the adapter made the last submitted fence the last completed one"
};

static const struct wrong_report finished_engine = {
    SCHED_REPORT_BAD_COMPLETED, RULE_PREEMPT_16,
    "all work of the node had been reported, so that LastCompletedFenceId is the last fence "
    "reported"
};

/* The rule that says it best; which node was asked, and what there was to preempt, decides. */
static const struct wrong_report *find_preemption(const struct adapter *adapter,
                                                  enum sched_report report, uint32_t node,
                                                  uint32_t fence)
{
    const struct sched *sched = adapter->sched;

    for (uint32_t i = 0; report == SCHED_REPORT_NOT_REQUESTED && i < sched->node_count; i++) {
        if (i != node && sched->nodes[i].preemption == PREEMPTION_REQUESTED &&
            sched->nodes[i].preemption_fence == fence) {
            return &other_engine;
        }
    }
    if (report == SCHED_REPORT_BAD_COMPLETED && sched_is_settled(&sched->nodes[node])) {
        return sched->nodes[node].adapter_was_reset ? &after_adapter_reset : &after_engine_reset;
    }
    if (report == SCHED_REPORT_BAD_COMPLETED &&
        sched->nodes[node].last_reported == sched->nodes[node].last_submitted) {
        return &finished_engine;
    }
    return find(wrong_preemptions, DXGH_ARRAY_SIZE(wrong_preemptions), report);
}

static void report_preempted(struct adapter *adapter, uint32_t node, uint32_t fence,
                             uint32_t completed)
{
    enum sched_report report = sched_report_preempted(adapter->sched, node, fence, completed);

    if (report > SCHED_REPORT_IGNORED) {
        stop(adapter, find_preemption(adapter, report, node, fence), "DMA_PREEMPTED", node,
             report == SCHED_REPORT_BAD_COMPLETED ? completed : fence);
    }
    if (report == SCHED_REPORT_OK) {
        engine_truth_preempted(adapter, node, completed);
    }
}

void dma_report(struct adapter *adapter, const DXGKARGCB_NOTIFY_INTERRUPT_DATA *data)
{
    switch (data->InterruptType) {
    case DXGK_INTERRUPT_DMA_COMPLETED:
        trace_emit(adapter->machine, TRACE_NOTIFY_INTERRUPT, (uint64_t)data->InterruptType,
                   data->DmaCompleted.NodeOrdinal, data->DmaCompleted.SubmissionFenceId);
        check_engine(adapter, data->DmaCompleted.EngineOrdinal);
        report_completed(adapter, data->DmaCompleted.NodeOrdinal,
                         data->DmaCompleted.SubmissionFenceId);
        break;
    case DXGK_INTERRUPT_DMA_PREEMPTED:
        trace_emit(adapter->machine, TRACE_NOTIFY_INTERRUPT, (uint64_t)data->InterruptType,
                   data->DmaPreempted.NodeOrdinal, data->DmaPreempted.PreemptionFenceId);
        check_engine(adapter, data->DmaPreempted.EngineOrdinal);
        report_preempted(adapter, data->DmaPreempted.NodeOrdinal,
                         data->DmaPreempted.PreemptionFenceId,
                         data->DmaPreempted.LastCompletedFenceId);
        break;
    default:
        trace_emit(adapter->machine, TRACE_NOTIFY_INTERRUPT, (uint64_t)data->InterruptType, 0, 0);
        verify_report(
            adapter->machine, RULE_FENCE_07, "DxgkCbNotifyInterrupt",
            "InterruptType DMA_FAULTED is reserved for the system: do not report it. Let timeout "
            "detection find an engine that faulted.");
        break;
    }
}
