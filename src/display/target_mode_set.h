/* SPDX-License-Identifier: MIT */
/*
 * Target mode sets: the signals a video present target can carry, as D3DKMDT_VIDPN_TARGET_MODE,
 * and DXGK_VIDPNTARGETMODESET_INTERFACE over them.
 * Tests: tests/unit/display_mode_set_test.c
 */
#ifndef DISPLAY_TARGET_MODE_SET_H
#define DISPLAY_TARGET_MODE_SET_H

#include "display/info_set.h"

extern const struct info_set_class target_mode_set_class;

/** target_mode_set_interface - the function table that drivers get; constant */
const DXGK_VIDPNTARGETMODESET_INTERFACE *target_mode_set_interface(void);

/** target_mode_of - the mode of an item */
static inline const D3DKMDT_VIDPN_TARGET_MODE *target_mode_of(const struct info_item *item)
{
    return item->info;
}

#endif /* DISPLAY_TARGET_MODE_SET_H */
