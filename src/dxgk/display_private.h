/* SPDX-License-Identifier: MIT */
/* The adapter's display, for the files of this layer. */
#ifndef DXGK_DISPLAY_PRIVATE_H
#define DXGK_DISPLAY_PRIVATE_H

#include "display/cofunctional.h"
#include "display/display.h"
#include "dxgk/adapter_private.h"
#include "dxgk/allocation_private.h"

/* The desktop, which follows the monitor it is shown on. */
struct desktop {
    bool present;               /* a mode was set and not cleared, whether it is shown or not */
    struct allocation *primary; /* NULL with a display-only driver */
    D3DDDI_VIDEO_PRESENT_SOURCE_ID source_id;
    struct mode_request request;
};

/* What adapter->display points to. */
struct display_path {
    struct display *display;    /* owned */
    struct allocation *primary; /* on source 0, pinned in its segment; NULL: nothing is shown */
    struct desktop desktop;
};

/* A VidPN of one path on its way to being functional. */
struct mode_plan {
    struct adapter *adapter;
    struct display *display;
    struct vidpn *vidpn; /* owned */
    struct info_item *path;
    D3DDDI_VIDEO_PRESENT_SOURCE_ID source_id;
    D3DDDI_VIDEO_PRESENT_TARGET_ID target_id;
    struct mode_request request;
};

/**
 * adapter_vidpn_lock, adapter_vidpn_unlock - around everything that lends display objects to the
 * driver
 * The DDIs that get them are of level zero, but the network is one: what a driver has on loan is
 * told from what it kept only when one of them runs at a time. IRQL: PASSIVE_LEVEL.
 */
void adapter_vidpn_lock(struct adapter *adapter);
void adapter_vidpn_unlock(struct adapter *adapter);

/** mode_plan_begin - a VidPN that joins plan->source_id and a target. Returns: false: no memory. */
bool mode_plan_begin(struct mode_plan *plan, D3DDDI_VIDEO_PRESENT_TARGET_ID target_id);
/**
 * mode_plan_enumerate - DxgkDdiEnumVidPnCofuncModality on it
 * Returns: what the driver answered. Source: nc-d3dkmddi-dxgkddi_enumvidpncofuncmodality
 */
NTSTATUS mode_plan_enumerate(struct mode_plan *plan, D3DKMDT_ENUMCOFUNCMODALITY_PIVOT_TYPE type);

/**
 * mode_ask_supported - DxgkDdiIsSupportedVidPn
 * @vidpn: NULL asks whether nothing can be shown
 * Source: nc-d3dkmddi-dxgkddi_issupportedvidpn
 */
NTSTATUS mode_ask_supported(struct adapter *adapter, struct vidpn *vidpn, bool *supported);
/**
 * mode_plan_make_functional - from one path to a functional VidPN
 * Pins an end, has the rest adjusted, pins the next, and asks whether all of it is supported.
 * Returns: STATUS_SUCCESS; STATUS_GRAPHICS_INVALID_VIDPN_TOPOLOGY when the driver offers nothing
 * that fits the request; what the driver answered.
 * Source: display/enumerating-cofunctional-vidpn-source-and-target-modes.md
 */
NTSTATUS mode_plan_make_functional(struct mode_plan *plan);

/**
 * adapter_display_start - make the display of an adapter that was started
 * Targets from the child relations, monitors from their EDIDs; asks DxgkDdiRecommendMonitorModes
 * for each monitor, and DxgkDdiIsSupportedVidPn whether nothing can be shown. Does nothing when the
 * adapter has a display, or no video present source.
 * IRQL: PASSIVE_LEVEL.
 */
void adapter_display_start(struct adapter *adapter);
/** adapter_display_plug - a child's `connected` has changed; what is shown stays committed */
void adapter_display_plug(struct adapter *adapter, const struct adapter_child *child);
/**
 * adapter_desktop_follow - after monitors have come or gone: where the desktop is shown now
 * One that is shown on a target without a monitor is hidden, and its path taken away. One that is
 * not shown gets its mode again on the first target with a monitor, when that can show it.
 * Choice: the documents leave it to the system's policy. The caller holds adapter_vidpn_lock.
 */
void adapter_desktop_follow(struct adapter *adapter);
/**
 * adapter_desktop_hide - off the screen, with its path, until it follows again
 * Returns: the driver's refusal. The caller holds adapter_vidpn_lock.
 */
NTSTATUS adapter_desktop_hide(struct adapter *adapter);
/**
 * adapter_display_stop - forget it, without a call to the driver; nothing when there is none
 * Every allocation of the adapter is gone.
 */
void adapter_display_stop(struct adapter *adapter);

/**
 * adapter_display_vsync - DXGK_INTERRUPT_CRTC_VSYNC was reported
 * @address: that the driver says is being scanned out
 * IRQL: any.
 */
void adapter_display_vsync(struct adapter *adapter, D3DDDI_VIDEO_PRESENT_TARGET_ID target_id,
                           uint64_t address);

/**
 * adapter_display_vsync_lost - a wait for vertical blanks was given up without one
 * Rule CTRLINT-02, when the driver was asked for them and a source is on the screen.
 */
void adapter_display_vsync_lost(struct adapter *adapter, uint64_t waited_ms);

#endif /* DXGK_DISPLAY_PRIVATE_H */
