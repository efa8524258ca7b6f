/* SPDX-License-Identifier: MIT */
/*
 * The screen of a display-only driver: a picture in memory the CPU draws on, and what of it the
 * driver has not been given yet.
 *
 * Copies of the picture onto itself become moves, everything else dirty rectangles. A flush hands
 * both to DxgkDdiPresentDisplayOnly, moves first; so a move that comes after something dirty makes
 * a flush of its own.
 *
 * Tests: tests/scenario/display_only_test.c
 */
#ifndef CDD_SHADOW_H
#define CDD_SHADOW_H

#include "cdd/operation.h"
#include "dxgk/present_display_only.h"

struct shadow {
    struct display_only_picture picture;
    void *memory; /* user memory of the machine */
};

/**
 * shadow_create - the primary of a cdd on a display-only adapter: black, nothing dirty
 * Returns: STATUS_NO_MEMORY when RAM is exhausted.
 */
NTSTATUS shadow_create(struct cdd *cdd, uint32_t width, uint32_t height);
void shadow_destroy(struct cdd *cdd); /* accepts a cdd without one */

/** shadow_before - an operation is going to be drawn; flushes when the order demands it */
NTSTATUS shadow_before(struct cdd *cdd, const struct operation *operation);
/** shadow_after - it was drawn */
void shadow_after(struct cdd *cdd, const struct operation *operation);
/** shadow_flush - present what changed. Returns: what the driver answered. */
NTSTATUS shadow_flush(struct cdd *cdd);

#endif /* CDD_SHADOW_H */
