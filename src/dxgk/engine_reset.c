/* SPDX-License-Identifier: MIT */
/*
 * Reset of one engine, as the driver and the devices see it.
 * Source: display/tdr-changes-in-windows-8.md
 */
#include "dxgk/allocation_private.h"
#include "dxgk/engine_truth.h"
#include "dxgk/gate_calls.h"
#include "dxgk/paging.h"
#include "dxgk/tdr.h"
#include "machine/heap.h"
#include "object/process.h"
#include "verify/names.h"

/* Source: nc-d3dkmddi-dxgkddi_querydependentenginegroup.md */
uint64_t tdr_dependents(void *context, uint32_t node)
{
    struct adapter *adapter = context;
    DXGKARG_QUERYDEPENDENTENGINEGROUP args = { .NodeOrdinal = node };
    uint64_t own = UINT64_C(1) << node;
    NTSTATUS status = gate_QueryDependentEngineGroup(adapter, &args);
    uint64_t mask = args.DependentNodeOrdinalMask;

    if (!NT_SUCCESS(status)) {
        verify_report(
            adapter->machine, RULE_ENGRST_15, "DxgkDdiQueryDependentEngineGroup",
            "DxgkDdiQueryDependentEngineGroup returned %s for node %u. It must always succeed.",
            verify_status_name(status), node);
        return own;
    }
    if ((mask & own) == 0) {
        verify_report(adapter->machine, RULE_ENGRST_16, "DxgkDdiQueryDependentEngineGroup",
                      "DependentNodeOrdinalMask 0x%llX lacks the bit of node %u itself.",
                      (unsigned long long)mask, node);
        adapter_bugcheck(
            adapter, DUMP_VIDEO_SCHEDULER_INTERNAL_ERROR, SCHEDULER_INVALID_DEPENDENTS, node, mask,
            0, "DxgkDdiQueryDependentEngineGroup gave 0x%llX for node %u; its own bit must be set.",
            (unsigned long long)mask, node);
    }
    if (adapter->node_count < 64 && mask >> adapter->node_count != 0) {
        verify_report(
            adapter->machine, RULE_ENGRST_17, "DxgkDdiQueryDependentEngineGroup",
            "DependentNodeOrdinalMask 0x%llX names nodes that do not exist; there are %u.",
            (unsigned long long)mask, adapter->node_count);
        mask &= (UINT64_C(1) << adapter->node_count) - 1;
    }
    return mask;
}

/* Choice: asked once before each reset, for the report; a responsive engine is reset all the same.
 */
void tdr_engine_status(void *context, uint32_t node)
{
    struct adapter *adapter = context;
    DXGKARG_QUERYENGINESTATUS args = { .NodeOrdinal = node };
    NTSTATUS status = gate_QueryEngineStatus(adapter, &args);

    if (!NT_SUCCESS(status) || (args.EngineStatus.Value & ~1u) != 0) {
        verify_report(
            adapter->machine, RULE_ENGRST_19, "DxgkDdiQueryEngineStatus",
            "DxgkDdiQueryEngineStatus returned %s with EngineStatus 0x%X for node %u. Succeed, and "
            "set Responsive only.",
            verify_status_name(status), args.EngineStatus.Value, node);
    }
}

/* Source: nc-d3dkmddi-dxgkddi_resetengine.md: any failure leads to a reset of the adapter. */
bool tdr_reset_engine(void *context, uint32_t node, uint32_t *aborted)
{
    struct adapter *adapter = context;
    DXGKARG_RESETENGINE args = { .NodeOrdinal = node };
    struct engine_snapshot before;

    engine_truth_before_reset(adapter, &before);
    if (!NT_SUCCESS(gate_ResetEngine(adapter, &args))) {
        return false;
    }
    engine_truth_after_reset(adapter, &before, node, args.LastAbortedFenceId);
    adapter->tdr->engine_reset_count++;
    *aborted = args.LastAbortedFenceId;
    return true;
}

void tdr_bad_aborted(void *context, uint32_t node, uint32_t fence, uint32_t completed)
{
    struct adapter *adapter = context;
    const struct sched_node *state = &adapter->sched->nodes[node];

    verify_report(
        adapter->machine, RULE_ENGRST_04, "DxgkDdiResetEngine",
        "LastAbortedFenceId is %u; on node %u it must lie between the last completed fence %u and "
        "the last submitted one %u.",
        fence, node, completed, state->last_submitted);
    adapter_bugcheck(
        adapter, DUMP_VIDEO_SCHEDULER_INTERNAL_ERROR, SCHEDULER_INVALID_ABORTED, fence, completed,
        (uintptr_t)state,
        "DxgkDdiResetEngine gave LastAbortedFenceId %u for node %u, outside of the fences %u to "
        "%u that may have been executing.",
        fence, node, completed, state->last_submitted);
}

static struct tdr_offender *offender_of(struct adapter *adapter, uint32_t process)
{
    struct tdr_offender *offender;

    LIST_FOR_EACH(link, &adapter->tdr->offenders) {
        offender = LIST_ENTRY_OF(link, struct tdr_offender, link);
        if (offender->process == process) {
            return offender;
        }
    }
    offender = MACHINE_NEW(adapter->machine, struct tdr_offender);
    offender->process = process;
    list_push_back(&adapter->tdr->offenders, &offender->link);
    return offender;
}

/* Source: debugger/bug-check-0x142---video-tdr-application-blocked.md: no access any more. */
static void lose_process(struct adapter *adapter, const struct process *process)
{
    LIST_FOR_EACH(link, &adapter->devices) {
        struct device *device = LIST_ENTRY_OF(link, struct device, link);

        if (device->process == process) {
            device_mark_lost(device, DEVICE_REMOVED);
        }
    }
}

/* Choice: the limit of engine timeouts is one lower than the adapter's, counted per process over
 * the same window; the documents give neither unit nor window. Source: debugger bug check 0x142
 * page */
static void count_offence(struct adapter *adapter, const struct process *process, uint32_t node)
{
    const struct timeout_config *config = &adapter->sched->config.timeout;
    struct tdr_offender *offender = offender_of(adapter, process->id);
    uint32_t limit = config->limit_count > 1 ? config->limit_count - 1 : 1;

    if (!timeout_window_add(&offender->timeouts, adapter->machine->clock.now_ns,
                            config->limit_time_ns, limit - 1) ||
        offender->blocked || config->debug == TIMEOUT_DEBUG_ALWAYS) {
        return;
    }
    offender->blocked = true;
    lose_process(adapter, process);
    (void)dump_take_live(
        adapter, DUMP_VIDEO_TDR_APPLICATION_BLOCKED, tdr_context(adapter),
        tdr_driver_pointer(adapter), 0, process->id,
        "Process %s (%u) had engines reset %u times within TdrLimitTime and gets no access "
        "to the GPU any more.",
        process->name, process->id, limit);
    trace_emit(adapter->machine, TRACE_LIVE_DUMP, DUMP_VIDEO_TDR_APPLICATION_BLOCKED, node,
               process->id);
}

/* Source: display/tdr-changes-in-windows-8.md; rule ENGRST-09. The system device stays. */
void tdr_lose_owners(void *context)
{
    paging_lose_owners(context);
}

/* Choice: a device that is lost since its engine depends on the one that hung is no offence. */
void tdr_lose(void *context, struct sched_context *guilty, bool offender)
{
    struct adapter *adapter = context;
    struct device *device = ((const struct context *)guilty->owner)->device;
    const struct process *process = device->process;
    uint32_t node = guilty->node;

    device_lose(device, DEVICE_HUNG);
    if (offender && process != NULL) {
        count_offence(adapter, process, node);
    }
}
