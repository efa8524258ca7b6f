/* SPDX-License-Identifier: MIT */
/*
 * Clip regions: sets of pixels as disjoint rectangles.
 *
 * The rectangles are kept in bands: sorted by top, those of one band share top and bottom and are
 * sorted by left, neighbours in a band never touch, and bands with equal columns are merged. So one
 * set of pixels has exactly one form, and walking it in one of four orders never lets a move
 * overwrite what it still has to read.
 *
 * Tests: tests/unit/cdd_region_test.c
 */
#ifndef CDD_REGION_H
#define CDD_REGION_H

#include "cdd/rect.h"
#include "machine/machine.h"

struct region {
    struct machine *machine; /* whose heap holds the rectangles */
    RECT *rects;             /* owned; NULL while the capacity is 0 */
    uint32_t count;          /* 0: the empty region, which clips everything away */
    uint32_t capacity;
};

enum region_operation {
    REGION_UNION,
    REGION_INTERSECT,
    REGION_SUBTRACT, /* first without second */
    REGION_XOR,
};

void region_init(struct region *region, struct machine *machine); /* empty */
void region_init_rect(struct region *region, struct machine *machine, RECT rect);
void region_fini(struct region *region);

/**
 * region_combine - result := first (operation) second
 * @result: initialised; may be one of the operands
 */
void region_combine(struct region *result, const struct region *first, const struct region *second,
                    enum region_operation operation);
void region_combine_rect(struct region *region, RECT rect, enum region_operation operation);
bool region_contains(const struct region *region, int32_t x, int32_t y);
RECT region_bounds(const struct region *region); /* all 0 for the empty region */

/* A walk over the rectangles cut to some bounds. */
struct region_cursor {
    const struct region *region;
    RECT bounds;
    bool upward;       /* lowest band first */
    bool leftward;     /* rightmost first within a band */
    uint32_t taken;    /* rectangles of the region already visited */
    uint32_t band_end; /* of the band being visited */
    uint32_t band_start;
};

void region_cursor_init(struct region_cursor *cursor, const struct region *region, RECT bounds,
                        bool upward, bool leftward);
/** region_cursor_next - Returns: false at the end; rect is written otherwise and never empty. */
bool region_cursor_next(struct region_cursor *cursor, RECT *rect);

#endif /* CDD_REGION_H */
