/* SPDX-License-Identifier: MIT */
/*
 * A video present target and the monitor on it: its source modes, descriptors and frequency ranges,
 * and DXGK_MONITOR_INTERFACE(_V2) over them.
 * Source: d3dkmddi ns-d3dkmddi-_dxgk_monitor_interface
 * Tests: tests/unit/display_monitor_test.c
 */
#ifndef DISPLAY_MONITOR_H
#define DISPLAY_MONITOR_H

#include "display/display.h"
#include "display/edid.h"
#include "display/info_set.h"

struct monitor {
    struct list link;                         /* display.monitors */
    struct display *display;                  /* constant */
    D3DDDI_VIDEO_PRESENT_TARGET_ID target_id; /* constant */
    bool connected;
    enum edid_result edid_result;
    struct edid edid;             /* zeroed without a valid one */
    uint8_t *edid_bytes;          /* what D3DKMDT_MONITOR_DESCRIPTOR.pData points into */
    struct info_set *modes;       /* monitor_mode_set.h; NULL while nothing is connected */
    struct info_set *descriptors; /* monitor_descriptor.h; likewise */
    struct info_set *ranges;      /* monitor_descriptor.h; likewise */
};

struct monitor *monitor_create(struct display *display, D3DDDI_VIDEO_PRESENT_TARGET_ID target_id);
void monitor_destroy(struct monitor *monitor); /* accepts NULL */

/**
 * monitor_connect - a monitor arrives; one that was there leaves first
 * @edid: copied; NULL or unusable: the default monitor profile
 * Choice: the default profile is 640x480, 800x600, 1024x768 and 1280x1024 at 60 Hz, 1024x768
 * preferred; the documents name the origin but not the modes.
 */
void monitor_connect(struct monitor *monitor, const uint8_t *edid, size_t edid_bytes);
void monitor_disconnect(struct monitor *monitor);

/**
 * monitor_supports - whether a mode of the monitor has this size and, where both state it, this
 * refresh rate within half a hertz
 */
bool monitor_supports(const struct monitor *monitor, const D3DKMDT_VIDEO_SIGNAL_INFO *signal);

/** monitor_interface - the function table for a version. Returns: NULL for an unknown version. */
const void *monitor_interface(DXGK_MONITOR_INTERFACE_VERSION version);

#endif /* DISPLAY_MONITOR_H */
