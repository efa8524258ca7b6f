/* SPDX-License-Identifier: MIT */
/*
 * Handles of display objects as drivers hold them.
 *
 * A handle looks like a kernel pointer and never is one: following it faults at an address that
 * names it. Slot and generation are in the value, so a stale or invented handle is told apart from
 * a live one without touching memory, and the values depend on the run alone.
 */
#ifndef DISPLAY_HANDLE_H
#define DISPLAY_HANDLE_H

#include "display/state.h"

enum display_object {
    DISPLAY_OBJECT_NONE,
    DISPLAY_OBJECT_VIDPN,
    DISPLAY_OBJECT_TOPOLOGY,
    DISPLAY_OBJECT_SOURCE_MODE_SET,
    DISPLAY_OBJECT_TARGET_MODE_SET,
    DISPLAY_OBJECT_MONITOR_MODE_SET,
    DISPLAY_OBJECT_DESCRIPTOR_SET,
    DISPLAY_OBJECT_FREQUENCY_RANGE_SET,
};

/**
 * display_handle_create - name an object
 * Returns: NULL when 4096 objects are alive already: the caller answers STATUS_NO_MEMORY.
 */
void *display_handle_create(struct display_state *state, enum display_object kind, void *object);
/** display_handle_destroy - accepts NULL; the value never names anything again */
void display_handle_destroy(struct display_state *state, void *handle);
/** display_handle_resolve - the object. Returns: NULL for anything but a live handle of that kind.
 */
void *display_handle_resolve(const struct display_state *state, enum display_object kind,
                             const void *handle);
/**
 * display_handle_describe - what a value is, in words, for a report about it
 * Returns: static text such as "a handle that is no longer alive".
 */
const char *display_handle_describe(const struct display_state *state, const void *handle);
/** display_handle_table_free - with the state; every handle must be gone */
void display_handle_table_free(struct display_state *state);

#endif /* DISPLAY_HANDLE_H */
