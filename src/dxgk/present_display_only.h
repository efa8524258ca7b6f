/* SPDX-License-Identifier: MIT */
/* Presenting through a display-only driver: DxgkDdiPresentDisplayOnly and the end of it. */
#ifndef DXGK_PRESENT_DISPLAY_ONLY_H
#define DXGK_PRESENT_DISPLAY_ONLY_H

#include "dxgk/adapter.h"

#include <d3dkmthk.h>

/* Choice: more are merged by the caller. The documents name no limit. */
#define PRESENT_DISPLAY_ONLY_RECTS_MAX 16u

/* A picture and what of it changed. Rectangles lie inside the picture and are not empty. */
struct display_only_picture {
    const void *pixels; /* user memory of the machine; all of the source's mode, 32 bits a pixel */
    uint32_t pitch;     /* bytes */
    bool rotate;        /* the driver turns it as the path says: it is upright */
    uint32_t move_count;
    D3DKMT_MOVE_RECT moves[PRESENT_DISPLAY_ONLY_RECTS_MAX]; /* on the screen, in order, first */
    uint32_t dirty_count;
    RECT dirty[PRESENT_DISPLAY_ONLY_RECTS_MAX]; /* from the picture to the screen, after them */
};

/**
 * dxgk_present_display_only - show what changed on source 0
 *
 * Returns when the driver has finished with the pixels: at once, or for STATUS_PENDING when it
 * reports the progress with an interrupt.
 * Returns: STATUS_SUCCESS; STATUS_IO_TIMEOUT when
 * no progress came within TdrDodPresentDelay; STATUS_UNSUCCESSFUL when the driver reported the
 * present as failed; else the driver's refusal.
 * IRQL: PASSIVE_LEVEL. Sync level: zero.
 * Source: nc-d3dkmddi-dxgkddi_presentdisplayonly.md; rules DOD-01 to DOD-05, TDR-07
 */
NTSTATUS dxgk_present_display_only(struct adapter *adapter,
                                   const struct display_only_picture *picture);

#endif /* DXGK_PRESENT_DISPLAY_ONLY_H */
