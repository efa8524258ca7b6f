/* SPDX-License-Identifier: MIT */
/*
 * Reset of the adapter, as the driver, the devices and their memory see it.
 *
 * Source: nc-d3dkmddi-dxgkddi_resetfromtimeout.md; nc-d3dkmddi-dxgkddi_restartfromtimeout.md;
 * display/timeout-detection-and-recovery.md. Choice: every device but the system's is lost; memory
 * whose placement cannot change (the CPU has it mapped, or the screen shows it) keeps its place,
 * and clients' views of it show nobody's pages meanwhile (TDR-13).
 */
#include "dxgk/allocation_private.h"
#include "dxgk/engine_truth.h"
#include "dxgk/gate_calls.h"
#include "dxgk/paging.h"

#include "dxgk/tdr.h"
#include "verify/names.h"

enum sched_drain_result tdr_drain(void *context, uint64_t deadline_ns)
{
    struct adapter *adapter = context;

    return level_close(adapter, deadline_ns) ? SCHED_DRAINED : SCHED_DRAIN_STUCK;
}

static void check(struct adapter *adapter, NTSTATUS status, enum rule rule, const char *ddi)
{
    if (status == STATUS_SUCCESS) {
        return;
    }
    verify_report(adapter->machine, rule, ddi, "%s returned %s. It must succeed.", ddi,
                  verify_status_name(status));
    adapter_bugcheck(adapter, DUMP_VIDEO_TDR_FAILURE, tdr_context(adapter),
                     tdr_driver_pointer(adapter), (uint32_t)status, adapter->tdr->node,
                     "%s returned %s: the adapter cannot be recovered.", ddi,
                     verify_status_name(status));
}

void tdr_reset(void *context)
{
    struct adapter *adapter = context;

    adapter->tdr->resetting = true;
    cpu_views_revoke(adapter);
    check(adapter, gate_ResetFromTimeout(adapter), RULE_TDR_14, "DxgkDdiResetFromTimeout");
    engine_truth_stopped(adapter);
}

void tdr_lose_all(void *context, struct sched_context *guilty)
{
    struct adapter *adapter = context;

    vidmm_reset_begin(adapter->vidmm);
    if (guilty != NULL) {
        device_mark_lost(((struct context *)guilty->owner)->device, DEVICE_HUNG);
    }
    LIST_FOR_EACH(link, &adapter->devices) {
        device_mark_lost(LIST_ENTRY_OF(link, struct device, link), DEVICE_REMOVED);
    }
}

/* Each goes to the end of the list before the driver is told of it, so that those that keep their
 * place are met once, and those that leave meanwhile are not missed. */
static void clean_segment(struct adapter *adapter, struct segment *segment)
{
    uint64_t count = 0;

    LIST_FOR_EACH(link, &segment->residents) {
        count++;
    }
    for (; count > 0 && !list_is_empty(&segment->residents); count--) {
        struct list *link = list_pop_front(&segment->residents);
        struct vidmm_allocation *allocation =
            LIST_ENTRY_OF(link, struct vidmm_allocation, resident_link);

        list_push_back(&segment->residents, link);
        /* DMA buffers are ours, and the driver knows no allocation of theirs. */
        if (allocation->driver_handle != NULL && !vidmm_allocation_survives(allocation)) {
            allocation_leaves(allocation, false);
            paging_clean_up(adapter, allocation);
        }
    }
}

void tdr_clean_up(void *context)
{
    struct adapter *adapter = context;

    paging_clean_begin(adapter);
    for (uint32_t id = 1; id <= adapter->vidmm->segment_count; id++) {
        clean_segment(adapter, vidmm_segment(adapter->vidmm, id));
    }
    paging_clean_end(adapter);
    cpu_views_restore(adapter);
    vidmm_reset_end(adapter->vidmm);
}

void tdr_restart(void *context)
{
    struct adapter *adapter = context;

    check(adapter, gate_RestartFromTimeout(adapter), RULE_TDR_23, "DxgkDdiRestartFromTimeout");
    adapter->tdr->resetting = false;
    level_open(adapter);
}

void tdr_restarted(void *context)
{
    struct adapter *adapter = context;

    adapter->tdr->recovery_count++;
}
