/* SPDX-License-Identifier: MIT */
/* What a run can say of its DDI calls, and waiting for the display. */
#ifndef DXGK_STATISTICS_H
#define DXGK_STATISTICS_H

#include "dxgk/adapter.h"
#include "dxgk/gate.h"

/**
 * dxgk_statistics - calls, failures and times per DDI, over all adapters the machine has had
 * @statistics: DDI_COUNT elements, overwritten
 */
void dxgk_statistics(struct machine *machine, struct ddi_statistics *statistics);

/**
 * dxgk_wait_vsync - until the driver has reported that many vertical blanks
 * Gives up after a second of virtual time without one. IRQL: PASSIVE_LEVEL.
 * Returns: false when it gave up.
 */
bool dxgk_wait_vsync(struct adapter *adapter, uint32_t count);

/** dxgk_last_blank - how many blanks a source has had since its mode was set, and when the last
 * was. Returns: false when it shows nothing. */
bool dxgk_last_blank(const struct adapter *adapter, uint32_t source_id, uint64_t *count,
                     uint64_t *time_ns);

/**
 * dxgk_wait_blank - the next vertical blank of one source, or until something else has happened
 * @ready: looked at when sync_changed is woken; true ends the wait. NULL: nothing else does.
 * Returns: false when it gave up, as it does for a source that shows nothing.
 */
bool dxgk_wait_blank(struct adapter *adapter, uint32_t source_id, bool (*ready)(void *argument),
                     void *argument);

#endif /* DXGK_STATISTICS_H */
