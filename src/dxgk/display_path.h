/* SPDX-License-Identifier: MIT */
/* Setting a mode and showing a primary: the VidPN DDIs in the order in which Windows calls them. */
#ifndef DXGK_DISPLAY_PATH_H
#define DXGK_DISPLAY_PATH_H

#include "dxgk/allocation.h"

#include <d3dkmddi.h>

/**
 * dxgk_mode_set - show `primary` on source 0 through the first connected target
 *
 * Builds a VidPN (topology, cofunctional modes from DxgkDdiEnumVidPnCofuncModality), pins the modes
 * that fit the primary, asks DxgkDdiIsSupportedVidPn, commits, points the source at the primary and
 * makes it visible.
 * Returns: STATUS_SUCCESS, STATUS_GRAPHICS_INVALID_VIDPN_TOPOLOGY when the driver offers no mode of
 * that size, or the driver's refusal.
 * IRQL: PASSIVE_LEVEL. Sync level: two.
 */
NTSTATUS dxgk_mode_set(struct adapter *adapter, struct allocation *primary);

/**
 * dxgk_mode_set_display_only - the same for a driver that has no primaries: source 0, 32 bits
 * What is on the screen comes with dxgk_present_display_only then.
 * @width, @height: of the mode; with a rotation by 90 or 270 the pictures have them exchanged
 * @rotation: D3DKMDT_VPPR_IDENTITY, or how the driver turns what it is asked to
 * IRQL: PASSIVE_LEVEL. Sync level: two.
 */
NTSTATUS dxgk_mode_set_display_only(struct adapter *adapter, uint32_t width, uint32_t height,
                                    D3DKMDT_VIDPN_PRESENT_PATH_ROTATION rotation);

/** dxgk_mode_clear - hide the source and commit the empty VidPN; before the primary goes */
NTSTATUS dxgk_mode_clear(struct adapter *adapter);

#endif /* DXGK_DISPLAY_PATH_H */
