/* SPDX-License-Identifier: MIT */
/*
 * The display side of an adapter: its video present sources, its targets with the monitors on them,
 * and what is on screen. Objects only: nothing here calls a driver.
 *
 * The adapter owns its display; the display owns its monitors. VidPNs belong to whoever creates
 * them and must be destroyed first.
 * Source: display/introduction-to-video-present-networks.md
 */
#ifndef DISPLAY_DISPLAY_H
#define DISPLAY_DISPLAY_H

#include "display/state.h"

struct monitor;

struct display_config {
    const void
        *adapter_handle; /* what the driver names the adapter by: DXGKRNL_INTERFACE.DeviceHandle */
    uint32_t driver_version; /* DXGKDDI_INTERFACE_VERSION the driver gave */
    bool display_only;       /* DxgkInitializeDisplayOnlyDriver */
    uint32_t source_count;   /* NumberOfVideoPresentSources of DxgkDdiStartDevice */
};

/* What a source shows; written by the code that calls the DDIs. */
struct display_source {
    bool committed; /* a path of the active VidPN begins here */
    bool visible;
    D3DDDI_VIDEO_PRESENT_TARGET_ID target_id; /* of the first such path */
    D3DKMDT_VIDPN_SOURCE_MODE mode;
    D3DKMDT_VIDEO_SIGNAL_INFO signal;
    D3DKMDT_VIDPN_PRESENT_PATH path; /* to the target, with what is pinned of it */
    uint32_t segment;                /* of the primary that scans out */
    uint64_t address;                /* in that segment */
    uint64_t vsyncs;                 /* reported since the commit */
    uint64_t vsync_address;          /* of the last one */
    uint64_t vsync_time_ns;          /* when that was */
};

struct display {
    struct list link; /* display_state.displays */
    struct display_state *state;
    struct display_config config;
    struct list monitors; /* struct monitor.link, in order of display_target_add */
    uint32_t monitor_count;
    uint32_t vidpn_count; /* alive */
    bool vsync_enabled;
    struct display_source *sources; /* config.source_count */
};

struct display *display_create(struct machine *machine, const struct display_config *config);
/** display_destroy - every VidPN must be gone. Accepts NULL. */
void display_destroy(struct display *display);
/**
 * display_find - by the handle that drivers name the adapter by
 * Returns: NULL when no display has it.
 */
struct display *display_find(const struct display_state *state, const void *adapter_handle);

/**
 * display_target_add - a video output, as a child of type TypeVideoOutput; no monitor yet
 * Returns: its monitor object; NULL when the id is taken already.
 */
struct monitor *display_target_add(struct display *display,
                                   D3DDDI_VIDEO_PRESENT_TARGET_ID target_id);
struct monitor *display_target_find(const struct display *display,
                                    D3DDDI_VIDEO_PRESENT_TARGET_ID target_id);
/** display_first_connected - the first target with a monitor. Returns: NULL when there is none. */
struct monitor *display_first_connected(const struct display *display);

/**
 * display_check_returned - after a DDI that could use the display interfaces: report what it kept
 * @ddi: name of the DDI that returned; static text
 */
void display_check_returned(struct display *display, const char *ddi);

#endif /* DISPLAY_DISPLAY_H */
