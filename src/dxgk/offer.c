/* SPDX-License-Identifier: MIT */
#include "dxgk/offer.h"

#include "dxgk/allocation_private.h"

#include <d3dkmthk.h>

/* AUTO leaves the choice to us. */
static enum vidmm_offer offer_of(uint32_t priority)
{
    switch (priority) {
    case D3DKMT_OFFER_PRIORITY_LOW:
        return VIDMM_OFFER_LOW;
    case D3DKMT_OFFER_PRIORITY_NORMAL:
    case D3DKMT_OFFER_PRIORITY_AUTO:
        return VIDMM_OFFER_NORMAL;
    case D3DKMT_OFFER_PRIORITY_HIGH:
        return VIDMM_OFFER_HIGH;
    default:
        return VIDMM_NOT_OFFERED;
    }
}

NTSTATUS dxgk_opened_offer(const struct opened *opened, uint32_t priority)
{
    struct allocation *allocation = opened->allocation;
    struct adapter *adapter = opened->opening->device->adapter;
    enum vidmm_offer offer = offer_of(priority);

    if (offer == VIDMM_NOT_OFFERED) {
        return STATUS_INVALID_PARAMETER;
    }
    WAIT_UNTIL(adapter->machine, &adapter->sched->retired, allocation->use_count == 0);
    allocation_offer(allocation, offer);
    if (adapter->verifier.AlwaysDiscardOffer && allocation->current->pin_count == 0) {
        return vidmm_allocation_evict(allocation->current);
    }
    return STATUS_SUCCESS;
}

bool dxgk_opened_reclaim(const struct opened *opened)
{
    return allocation_reclaim(opened->allocation);
}

bool dxgk_opened_is_discarded(const struct opened *opened)
{
    return opened->allocation->current->discarded;
}

struct memory_usage dxgk_memory_usage(const struct adapter *adapter, const struct process *process,
                                      bool local)
{
    enum vidmm_group group = local ? VIDMM_LOCAL : VIDMM_NON_LOCAL;

    return (struct memory_usage){ .budget_bytes = vidmm_budget(adapter->vidmm, process, group),
                                  .used_bytes = vidmm_usage(adapter->vidmm, process, group) };
}
