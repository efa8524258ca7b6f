/* SPDX-License-Identifier: MIT */
/*
 * Choosing from cofunctional modes: which source mode, target mode and transformation to pin so
 * that a surface of a given size and format is shown. Source:
 * display/enumerating-cofunctional-vidpn-source-and-target-modes.md Choice: the documents do not
 * say how Windows chooses among what a driver offers. Tests: tests/unit/display_cofunctional_test.c
 */
#ifndef DISPLAY_COFUNCTIONAL_H
#define DISPLAY_COFUNCTIONAL_H

#include "display/vidpn.h"

struct mode_request {
    uint32_t width;  /* pixels */
    uint32_t height; /* pixels */
    D3DDDIFORMAT format;
    D3DDDI_RATIONAL refresh_rate; /* 0/0: what the monitor prefers */
    /* How the picture is turned on its way, counter-clockwise; UNINITIALIZED: not at all. The sizes
     * above are those of the mode, before the monitor is turned. */
    D3DKMDT_VIDPN_PRESENT_PATH_ROTATION rotation;
};

/**
 * cofunctional_formats_fit - whether a primary of one format may be shown in a mode of the other
 * Source: nc-d3dkmddi-dxgkddi_setvidpnsourceaddress ("is determined to fit")
 */
bool cofunctional_formats_fit(D3DDDIFORMAT primary, D3DDDIFORMAT mode);

/**
 * cofunctional_pin_source - pin the source mode of exactly that size
 * The exact format wins over one that only fits; then the first offered.
 * Returns: false when the set has none; nothing is pinned then.
 */
bool cofunctional_pin_source(struct vidpn *vidpn, D3DDDI_VIDEO_PRESENT_SOURCE_ID source_id,
                             const struct mode_request *request);

/**
 * cofunctional_pin_target - pin a target mode for the source mode that is pinned
 * In order of weight: same size as the source, supported by the monitor, progressive, nearest
 * refresh rate (or preferred), first offered.
 * Returns: false when the set is empty.
 */
bool cofunctional_pin_target(struct vidpn *vidpn, D3DDDI_VIDEO_PRESENT_SOURCE_ID source_id,
                             D3DDDI_VIDEO_PRESENT_TARGET_ID target_id,
                             const struct mode_request *request);

/**
 * cofunctional_pin_transformation - the rotation asked for, and no scaling when the sizes are equal
 * Otherwise, of what the path supports: aspect ratio kept, stretched, centred.
 * Returns: false when the path supports nothing that would do.
 */
bool cofunctional_pin_transformation(struct vidpn *vidpn, struct info_item *path,
                                     const struct mode_request *request);

#endif /* DISPLAY_COFUNCTIONAL_H */
