/* SPDX-License-Identifier: MIT */
/*
 * Monitor source mode sets: the signals a monitor accepts, as D3DKMDT_MONITOR_SOURCE_MODE, and
 * DXGK_MONITORSOURCEMODESET_INTERFACE over them.
 * Tests: tests/unit/display_monitor_test.c
 */
#ifndef DISPLAY_MONITOR_MODE_SET_H
#define DISPLAY_MONITOR_MODE_SET_H

#include "display/info_set.h"

extern const struct info_set_class monitor_mode_set_class;

/** monitor_mode_set_interface - the function table that drivers get; constant */
const DXGK_MONITORSOURCEMODESET_INTERFACE *monitor_mode_set_interface(void);

/** monitor_mode_of - the mode of an item */
static inline const D3DKMDT_MONITOR_SOURCE_MODE *monitor_mode_of(const struct info_item *item)
{
    return item->info;
}

/** monitor_mode_set_append - add a mode as the host; one that is preferred becomes the preferred */
struct info_item *monitor_mode_set_append(struct info_set *set,
                                          const D3DKMDT_MONITOR_SOURCE_MODE *mode);

#endif /* DISPLAY_MONITOR_MODE_SET_H */
