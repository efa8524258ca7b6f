/* SPDX-License-Identifier: MIT */
/*
 * Presenting: copies, fills and flips go through DxgkDdiPresent; a flip that takes no command of
 * the GPU's is then made by DxgkDdiSetVidPnSourceAddress.
 *
 * Source: nc-d3dkmddi-dxgkddi_present, ns-d3dkmddi-_dxgkarg_present; rules PRESENT-*
 */
#ifndef DXGK_PRESENT_H
#define DXGK_PRESENT_H

#include "dxgk/render.h"
#include "dxgk/resource.h"

struct present_request {
    struct render_reference source;      /* allocation NULL: a colour fill */
    struct render_reference destination; /* allocation NULL: the desktop, as dxgk_desktop_open */
    uint32_t color;                      /* A8R8G8B8, for a fill */
    RECT source_rect;                    /* ignored unless source_rect_valid: all of it */
    RECT destination_rect;
    bool source_rect_valid;
    bool destination_rect_valid;
    const RECT *sub_rects; /* in the destination; 0 of them: all of destination_rect */
    uint32_t sub_rect_count;
    uint32_t flags;                    /* DXGK_PRESENTFLAGS.Value */
    D3DDDI_FLIPINTERVAL_TYPE interval; /* of a flip */
};

/**
 * dxgk_present - queue a copy or a fill; does not wait for the GPU
 * What lies outside the destination is clipped away before the driver sees it (PRESENT-08).
 * Returns: STATUS_SUCCESS, also when nothing is left; STATUS_INVALID_PARAMETER for a rectangle
 * outside its source or an empty one; STATUS_DEVICE_REMOVED; what the driver answered.
 * IRQL: PASSIVE_LEVEL.
 */
NTSTATUS dxgk_present(struct context *context, const struct present_request *request);

/**
 * dxgk_desktop_open - the primary that source 0 shows, as a destination for this device
 * Returns: STATUS_SUCCESS; STATUS_GRAPHICS_ALLOCATION_INVALID when nothing is shown; what
 * DxgkDdiOpenAllocation answered.
 */
NTSTATUS dxgk_desktop_open(struct device *device, struct render_reference *desktop);

/**
 * dxgk_flip - show a client's primary on its source: flip.c
 * The context is idle. Choice: the flip is complete when this returns, so there is never more than
 * one. @interval: vertical blanks that the picture before it stays at least; 0 shows it at once
 * where the driver can (FlipImmediateMmIo), else with the next blank.
 * Returns: STATUS_SUCCESS; STATUS_INVALID_PARAMETER for an allocation that is no primary or does
 * not fit the mode; why it cannot be made resident; what the driver answered.
 */
NTSTATUS dxgk_flip(struct context *context, const struct opened *opened,
                   D3DDDI_FLIPINTERVAL_TYPE interval);
/** dxgk_primary_show - in place of what is shown, as a mode is set: D3DKMTSetDisplayMode */
NTSTATUS dxgk_primary_show(const struct opened *opened);
/** dxgk_flip_end - the desktop is shown again, if a client's primary was */
void dxgk_flip_end(struct adapter *adapter);

/** present_describe - DxgkDdiDescribeAllocation. @bounds: from 0, 0 */
NTSTATUS present_describe(struct adapter *adapter, const struct allocation *allocation,
                          RECT *bounds);
/** present_shown - the desktop's primary; NULL: nothing is shown */
struct allocation *present_shown(const struct adapter *adapter);
/**
 * present_flip - queue a flip that the GPU makes
 * @wrote: receives whether the driver put anything into the DMA buffer
 * Returns: as dxgk_present.
 */
NTSTATUS present_flip(struct context *context, const struct present_request *request, bool *wrote);
/* Used by this layer when something goes that presenting holds on to. */
void present_desktop_close(struct device *device);
void present_desktop_gone(struct allocation *allocation);
void present_resource_gone(const struct resource *resource);

#endif /* DXGK_PRESENT_H */
