/* SPDX-License-Identifier: MIT */
#include "display/monitor.h"

#include "display/monitor_descriptor.h"
#include "display/monitor_mode_set.h"
#include "display/signal.h"
#include "display/timing.h"
#include "machine/heap.h"

#define BITS_PER_CHANNEL 8u
#define REFRESH_TOLERANCE_MHZ 500u

struct monitor *monitor_create(struct display *display, D3DDDI_VIDEO_PRESENT_TARGET_ID target_id)
{
    struct monitor *monitor = MACHINE_NEW(display->state->machine, struct monitor);

    list_init(&monitor->link);
    monitor->display = display;
    monitor->target_id = target_id;
    return monitor;
}

void monitor_disconnect(struct monitor *monitor)
{
    info_set_put(monitor->modes);
    info_set_put(monitor->descriptors);
    info_set_put(monitor->ranges);
    machine_heap_free(monitor->display->state->machine, monitor->edid_bytes);
    monitor->modes = NULL;
    monitor->descriptors = NULL;
    monitor->ranges = NULL;
    monitor->edid_bytes = NULL;
    monitor->connected = false;
}

void monitor_destroy(struct monitor *monitor)
{
    if (monitor == NULL) {
        return;
    }
    monitor_disconnect(monitor);
    list_remove(&monitor->link);
    machine_heap_free(monitor->display->state->machine, monitor);
}

static void add_mode(struct monitor *monitor, const D3DKMDT_VIDEO_SIGNAL_INFO *signal,
                     D3DKMDT_MONITOR_CAPABILITIES_ORIGIN origin, bool preferred)
{
    D3DKMDT_MONITOR_SOURCE_MODE mode;

    memset(&mode, 0, sizeof(mode));
    mode.VideoSignalInfo = *signal;
    mode.ColorBasis = D3DKMDT_CB_SRGB;
    mode.ColorCoeffDynamicRanges.FirstChannel = BITS_PER_CHANNEL;
    mode.ColorCoeffDynamicRanges.SecondChannel = BITS_PER_CHANNEL;
    mode.ColorCoeffDynamicRanges.ThirdChannel = BITS_PER_CHANNEL;
    mode.Origin = origin;
    mode.Preference = preferred ? D3DKMDT_MP_PREFERRED : D3DKMDT_MP_NOTPREFERRED;
    (void)monitor_mode_set_append(monitor->modes, &mode);
}

static void add_default_modes(struct monitor *monitor)
{
    static const struct {
        uint32_t width, height;
        bool preferred;
    } modes[] = {
        { 640, 480, false }, { 800, 600, false }, { 1024, 768, true }, { 1280, 1024, false }
    };

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(modes); i++) {
        D3DKMDT_VIDEO_SIGNAL_INFO signal;
        bool found = timing_find(modes[i].width, modes[i].height, 60, false, &signal);

        DXGH_ASSERT(found);
        add_mode(monitor, &signal, D3DKMDT_MCO_DEFAULTMONITORPROFILE, modes[i].preferred);
    }
}

static struct info_set *create_set(struct monitor *monitor, const struct info_set_class *class)
{
    struct info_set *set = info_set_create(monitor->display, class, monitor, monitor->target_id);

    DXGH_ASSERT(set !=
                NULL); /* monitors come before anything a driver could exhaust handles with */
    return set;
}

void monitor_connect(struct monitor *monitor, const uint8_t *edid, size_t edid_bytes)
{
    monitor_disconnect(monitor);
    monitor->connected = true;
    monitor->edid_result = edid_parse(edid, edid_bytes, &monitor->edid);
    monitor->modes = create_set(monitor, &monitor_mode_set_class);
    monitor->descriptors = create_set(monitor, &monitor_descriptor_set_class);
    monitor->ranges = create_set(monitor, &monitor_range_set_class);
    monitor->descriptors->granted = true; /* these two handles need no release */
    monitor->ranges->granted = true;
    if (monitor->edid_result == EDID_OK) {
        size_t blocks =
            DXGH_MIN(1u + (size_t)monitor->edid.extensions, edid_bytes / EDID_BLOCK_BYTES);

        monitor->edid_bytes =
            machine_heap_alloc(monitor->display->state->machine, blocks * EDID_BLOCK_BYTES);
        memcpy(monitor->edid_bytes, edid, blocks * EDID_BLOCK_BYTES);
        monitor_descriptors_fill(monitor->descriptors, monitor->edid_bytes, blocks);
        monitor_ranges_fill(monitor->ranges, &monitor->edid);
        for (uint32_t i = 0; i < monitor->edid.timing_count; i++) {
            add_mode(monitor, &monitor->edid.timings[i].signal, D3DKMDT_MCO_MONITORDESCRIPTOR,
                     monitor->edid.timings[i].preferred);
        }
    }
    if (monitor->modes->count == 0) {
        add_default_modes(monitor);
    }
}

bool monitor_supports(const struct monitor *monitor, const D3DKMDT_VIDEO_SIGNAL_INFO *signal)
{
    uint64_t wanted = rational_millihertz(signal->VSyncFreq);

    if (!monitor->connected) {
        return false;
    }
    for (struct info_item *item = info_set_first(monitor->modes); item != NULL;
         item = info_set_next(monitor->modes, item)) {
        const D3DKMDT_VIDEO_SIGNAL_INFO *own = &monitor_mode_of(item)->VideoSignalInfo;
        uint64_t offered = rational_millihertz(own->VSyncFreq);
        uint64_t distance = wanted > offered ? wanted - offered : offered - wanted;

        if (signal_same_size(own, signal) &&
            (wanted == 0 || offered == 0 || distance <= REFRESH_TOLERANCE_MHZ)) {
            return true;
        }
    }
    return false;
}
