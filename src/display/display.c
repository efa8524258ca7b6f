/* SPDX-License-Identifier: MIT */
#include "display/display.h"

#include "display/loan.h"
#include "display/monitor.h"
#include "machine/heap.h"

struct display *display_create(struct machine *machine, const struct display_config *config)
{
    struct display *display = MACHINE_NEW(machine, struct display);

    display->state = display_state_get(machine);
    display->config = *config;
    list_init(&display->monitors);
    if (config->source_count > 0) {
        display->sources =
            machine_heap_alloc(machine, config->source_count * sizeof(*display->sources));
    }
    list_push_back(&display->state->displays, &display->link);
    return display;
}

void display_destroy(struct display *display)
{
    struct machine *machine;

    if (display == NULL) {
        return;
    }
    machine = display->state->machine;
    DXGH_ASSERT(display->vidpn_count == 0);
    display_check_returned(display, "DxgkDdiStopDevice");
    LIST_FOR_EACH_SAFE(link, &display->monitors) {
        monitor_destroy(LIST_ENTRY_OF(link, struct monitor, link));
    }
    list_remove(&display->link);
    display_state_put(display->state);
    machine_heap_free(machine, display->sources);
    machine_heap_free(machine, display);
}

struct display *display_find(const struct display_state *state, const void *adapter_handle)
{
    LIST_FOR_EACH(link, &state->displays) {
        struct display *display = LIST_ENTRY_OF(link, struct display, link);

        if (display->config.adapter_handle == adapter_handle) {
            return display;
        }
    }
    return NULL;
}

struct monitor *display_target_add(struct display *display,
                                   D3DDDI_VIDEO_PRESENT_TARGET_ID target_id)
{
    struct monitor *monitor;

    if (display_target_find(display, target_id) != NULL) {
        return NULL;
    }
    monitor = monitor_create(display, target_id);
    list_push_back(&display->monitors, &monitor->link);
    display->monitor_count++;
    return monitor;
}

struct monitor *display_target_find(const struct display *display,
                                    D3DDDI_VIDEO_PRESENT_TARGET_ID target_id)
{
    LIST_FOR_EACH(link, &display->monitors) {
        struct monitor *monitor = LIST_ENTRY_OF(link, struct monitor, link);

        if (monitor->target_id == target_id) {
            return monitor;
        }
    }
    return NULL;
}

struct monitor *display_first_connected(const struct display *display)
{
    LIST_FOR_EACH(link, &display->monitors) {
        struct monitor *monitor = LIST_ENTRY_OF(link, struct monitor, link);

        if (monitor->connected) {
            return monitor;
        }
    }
    return NULL;
}

void display_check_returned(struct display *display, const char *ddi)
{
    (void)loan_check_returned(display, ddi);
}
