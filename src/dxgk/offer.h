/* SPDX-License-Identifier: MIT */
/*
 * Offers, and what a process has of video memory.
 * dxgk_opened_make_resident, dxgk_opened_evict and priorities are in dxgk/control.h.
 *
 * Source: d3dkmthk nf-d3dkmthk-d3dkmtofferallocations, -d3dkmtreclaimallocations,
 * -d3dkmtqueryvideomemoryinfo
 */
#ifndef DXGK_OFFER_H
#define DXGK_OFFER_H

#include "dxgk/resource.h"

/**
 * dxgk_opened_offer - the content is not needed for now; under pressure it is thrown away, lower
 * priorities first, and before anything that is not offered
 * Waits for work that uses it. What is shown on a screen stays as it is.
 * @priority: D3DKMT_OFFER_PRIORITY
 * Returns: STATUS_SUCCESS; STATUS_INVALID_PARAMETER for an unknown priority. IRQL: PASSIVE_LEVEL.
 */
NTSTATUS dxgk_opened_offer(const struct opened *opened, uint32_t priority);
/**
 * dxgk_opened_reclaim - the content is needed again; also for what was not offered
 * Returns: false when it was thrown away meanwhile: the allocation is zeroes from now on.
 */
bool dxgk_opened_reclaim(const struct opened *opened);
/** dxgk_opened_is_discarded - what dxgk_opened_reclaim would deny */
bool dxgk_opened_is_discarded(const struct opened *opened);

struct memory_usage {
    uint64_t budget_bytes;
    uint64_t used_bytes; /* resident */
};

/**
 * dxgk_memory_usage - what a process has in video memory
 * @local: memory segments; else apertures
 */
struct memory_usage dxgk_memory_usage(const struct adapter *adapter, const struct process *process,
                                      bool local);

#endif /* DXGK_OFFER_H */
