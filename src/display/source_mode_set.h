/* SPDX-License-Identifier: MIT */
/*
 * Source mode sets: the surface formats a video present source can scan out, as
 * D3DKMDT_VIDPN_SOURCE_MODE, and DXGK_VIDPNSOURCEMODESET_INTERFACE over them.
 * Tests: tests/unit/display_mode_set_test.c
 */
#ifndef DISPLAY_SOURCE_MODE_SET_H
#define DISPLAY_SOURCE_MODE_SET_H

#include "display/info_set.h"

extern const struct info_set_class source_mode_set_class;

/** source_mode_set_interface - the function table that drivers get; constant */
const DXGK_VIDPNSOURCEMODESET_INTERFACE *source_mode_set_interface(void);

/** source_mode_of - the mode of an item */
static inline const D3DKMDT_VIDPN_SOURCE_MODE *source_mode_of(const struct info_item *item)
{
    return item->info;
}

#endif /* DISPLAY_SOURCE_MODE_SET_H */
