/* SPDX-License-Identifier: MIT */
#include "dxgk/control.h"

#include "dxgk/allocation_private.h"

NTSTATUS dxgk_opened_evict(const struct opened *opened)
{
    struct allocation *allocation = opened->allocation;
    struct adapter *adapter = opened->opening->device->adapter;

    WAIT_UNTIL(adapter->machine, &adapter->sched->retired, allocation->use_count == 0);
    return allocation_evict(allocation);
}

NTSTATUS dxgk_opening_evict(const struct opening *opening)
{
    LIST_FOR_EACH(link, &opening->allocations) {
        NTSTATUS status = dxgk_opened_evict(LIST_ENTRY_OF(link, struct opened, link));

        if (!NT_SUCCESS(status)) {
            return status;
        }
    }
    return STATUS_SUCCESS;
}

NTSTATUS dxgk_opened_make_resident(const struct opened *opened)
{
    return vidmm_allocation_commit(opened->allocation->current);
}

bool dxgk_opened_is_resident(const struct opened *opened)
{
    return opened->allocation->current->segment != NULL;
}

bool dxgk_opened_in_aperture(const struct opened *opened)
{
    const struct segment *segment = opened->allocation->current->segment;

    return segment != NULL && segment->aperture;
}

uint64_t dxgk_opened_size(const struct opened *opened)
{
    return opened->allocation->placement.request.size_bytes;
}

uint32_t dxgk_opened_priority(const struct opened *opened)
{
    return opened->allocation->placement.priority;
}

void dxgk_opened_set_priority(const struct opened *opened, uint32_t priority)
{
    allocation_set_priority(opened->allocation, priority);
}

uint32_t dxgk_segment_count(const struct adapter *adapter)
{
    return adapter->vidmm->segment_count;
}

bool dxgk_segment_state(const struct adapter *adapter, uint32_t id, struct segment_state *state)
{
    const struct segment *segment = vidmm_segment(adapter->vidmm, id);

    if (segment == NULL) {
        return false;
    }
    *state = (struct segment_state){
        .aperture = segment->aperture,
        .size_bytes = segment->size_bytes,
        .free_bytes = segment->ranges.free_bytes,
        .largest_free_bytes = range_largest_free(&segment->ranges),
    };
    return true;
}

D3DKMT_ADAPTER_VERIFIER_VIDMM_FLAGS dxgk_verifier_flags(const struct adapter *adapter)
{
    return adapter->verifier;
}

uint32_t dxgk_verifier_set(struct adapter *adapter, D3DKMT_ADAPTER_VERIFIER_VIDMM_FLAGS flags)
{
    static const D3DKMT_ADAPTER_VERIFIER_VIDMM_FLAGS served = { .AlwaysRepatch = 1,
                                                                .AlwaysDiscardOffer = 1,
                                                                .NeverDiscardOffer = 1,
                                                                .NeverPrepatch = 1,
                                                                .NeverMoveDefrag = 1 };

    if ((flags.Value & ~served.Value) == 0) {
        adapter->verifier = flags;
        adapter->vidmm->keeps_offered = flags.NeverDiscardOffer;
    }
    return flags.Value & ~served.Value;
}

NTSTATUS dxgk_process_suspend(struct adapter *adapter, const struct process *process,
                              bool suspended)
{
    LIST_FOR_EACH(link, &adapter->devices) {
        struct device *device = LIST_ENTRY_OF(link, struct device, link);

        LIST_FOR_EACH(each, &device->contexts) {
            struct context *context = LIST_ENTRY_OF(each, struct context, link);

            if (device->process == process && device->state == DEVICE_OK) {
                sched_context_suspend(&context->schedule, suspended);
            }
        }
    }
    return suspended ? vidmm_trim(adapter->vidmm, process, true) : STATUS_SUCCESS;
}

NTSTATUS dxgk_process_budget(struct adapter *adapter, const struct process *process,
                             uint64_t local_bytes, uint64_t system_bytes)
{
    const uint64_t bytes[VIDMM_GROUP_COUNT] = {
        [VIDMM_LOCAL] = local_bytes, [VIDMM_NON_LOCAL] = system_bytes
    };

    return vidmm_budget_limit(adapter->vidmm, process, bytes)
               ? vidmm_trim(adapter->vidmm, process, false)
               : STATUS_INVALID_PARAMETER;
}

void dxgk_scheduler_suspend(struct adapter *adapter, uint64_t for_ns)
{
    sched_suspend(adapter->sched, for_ns);
}

NTSTATUS dxgk_preemption_set(struct adapter *adapter, bool enabled)
{
    if (!adapter->caps.SchedulingCaps.MultiEngineAware ||
        !adapter->caps.SchedulingCaps.PreemptionAware) {
        return STATUS_NOT_SUPPORTED;
    }
    adapter->sched->config.preemption = enabled;
    return STATUS_SUCCESS;
}

void dxgk_tdr_limit_set(struct adapter *adapter, uint32_t count, uint32_t seconds)
{
    adapter->sched->config.timeout.limit_count = count;
    adapter->sched->config.timeout.limit_time_ns = seconds * DXGH_NS_PER_S;
}

void dxgk_tdr_break_set(struct adapter *adapter, enum tdr_break mode)
{
    static const enum timeout_debug modes[] = {
        [TDR_BREAK_OFF] = TIMEOUT_DEBUG_RECOVER,
        [TDR_BREAK_ON] = TIMEOUT_DEBUG_BREAK,
        [TDR_BREAK_UNCONDITIONAL] = TIMEOUT_DEBUG_ALWAYS,
    };

    adapter->sched->config.timeout.debug = modes[mode];
}

bool dxgk_tdr_test_mode(const struct adapter *adapter)
{
    return adapter->sched->config.timeout.test_mode;
}

bool dxgk_is_recovering(const struct adapter *adapter)
{
    return adapter->sched != NULL && adapter->sched->recovering;
}

NTSTATUS dxgk_force_tdr(struct adapter *adapter, uint32_t node, bool whole_adapter)
{
    return sched_force_timeout(adapter->sched, whole_adapter ? 0 : node, whole_adapter)
               ? STATUS_SUCCESS
               : STATUS_NOT_SUPPORTED;
}
