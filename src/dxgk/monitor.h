/* SPDX-License-Identifier: MIT */
/* What clients ask and set about monitors and modes, beyond the desktop's own mode. */
#ifndef DXGK_MONITOR_H
#define DXGK_MONITOR_H

#include "dxgk/adapter.h"

#include <d3dkmthk.h>

/**
 * dxgk_modes_list - the modes that a source can show on the first connected target
 * Asks the driver: each source mode it offers is pinned in its turn, and the target modes that
 * DxgkDdiEnumVidPnCofuncModality leaves are listed with it.
 * @modes: room for `capacity`; @count: receives how many there are, also when they do not fit
 * Returns: STATUS_SUCCESS; STATUS_GRAPHICS_NO_AVAILABLE_VIDPN_TARGET without a monitor;
 * STATUS_NO_MEMORY; what the driver answered. IRQL: PASSIVE_LEVEL.
 */
NTSTATUS dxgk_modes_list(struct adapter *adapter, uint32_t source_id, D3DKMT_DISPLAYMODE *modes,
                         uint32_t capacity, uint32_t *count);

/** dxgk_source_is_shown - a path of the active VidPN begins there, and it is visible */
bool dxgk_source_is_shown(const struct adapter *adapter, uint32_t source_id);

/** dxgk_source_target - the target that a source is shown on. Returns: false: on none. */
bool dxgk_source_target(const struct adapter *adapter, uint32_t source_id, uint32_t *target_id);
/** dxgk_target_source - the opposite */
bool dxgk_target_source(const struct adapter *adapter, uint32_t target_id, uint32_t *source_id);

/** dxgk_target_period_ns - from one vertical blank to the next; 0 for a target that shows nothing
 */
uint64_t dxgk_target_period_ns(const struct adapter *adapter, uint32_t target_id);

/**
 * dxgk_gamma_set - DxgkDdiUpdateActiveVidPnPresentPath with a gamma ramp
 * @ramp: kernel memory behind it
 * Returns: STATUS_GRAPHICS_PATH_NOT_IN_TOPOLOGY for a source that shows nothing; what the driver
 * answered. IRQL: PASSIVE_LEVEL.
 */
NTSTATUS dxgk_gamma_set(struct adapter *adapter, uint32_t source_id,
                        const D3DKMDT_GAMMA_RAMP *ramp);

/**
 * dxgk_children_poll - DxgkDdiQueryChildStatus for each connector that can change
 * @non_destructive: the driver may not make the screen flicker for it
 * A monitor that came or went is treated as one that the driver reported (dxgk/hot_plug.h).
 * Returns: the first failure of the driver. IRQL: PASSIVE_LEVEL.
 */
NTSTATUS dxgk_children_poll(struct adapter *adapter, bool non_destructive);

#endif /* DXGK_MONITOR_H */
