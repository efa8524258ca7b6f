/* SPDX-License-Identifier: MIT */
#include "cdd/region.h"

#include "machine/heap.h"

#include <string.h>

void region_init(struct region *region, struct machine *machine)
{
    *region = (struct region){ .machine = machine };
}

static void append(struct region *region, RECT rect)
{
    if (region->count == region->capacity) {
        uint32_t capacity = region->capacity == 0 ? 8 : region->capacity * 2;
        RECT *rects = machine_heap_alloc(region->machine, capacity * sizeof(RECT));

        if (region->count != 0) {
            memcpy(rects, region->rects, region->count * sizeof(RECT));
        }
        machine_heap_free(region->machine, region->rects);
        region->rects = rects;
        region->capacity = capacity;
    }
    region->rects[region->count++] = rect;
}

void region_init_rect(struct region *region, struct machine *machine, RECT rect)
{
    region_init(region, machine);
    if (!rect_is_empty(rect)) {
        append(region, rect);
    }
}

void region_fini(struct region *region)
{
    machine_heap_free(region->machine, region->rects);
    region->rects = NULL;
    region->count = 0;
    region->capacity = 0;
}

/* The rectangles of one operand that cover the band [y, next y): their columns, by index. */
struct band {
    const RECT *rects;
    uint32_t count;
};

static struct band band_at(const struct region *region, int32_t y)
{
    struct band band = { 0 };

    for (uint32_t i = 0; i < region->count; i++) {
        if (region->rects[i].top <= y && y < region->rects[i].bottom) {
            if (band.count == 0) {
                band.rects = &region->rects[i];
            }
            band.count++;
        }
    }
    return band; /* one band's rectangles are neighbours in the array */
}

static bool is_inside(enum region_operation operation, bool first, bool second)
{
    switch (operation) {
    case REGION_UNION:
        return first || second;
    case REGION_INTERSECT:
        return first && second;
    case REGION_SUBTRACT:
        return first && !second;
    case REGION_XOR:
        return first != second;
    }
    return false;
}

/* The next column after x at which membership of the band may change. */
static int32_t next_edge(const struct band *band, int32_t x)
{
    for (uint32_t i = 0; i < band->count; i++) {
        if (band->rects[i].left > x) {
            return band->rects[i].left;
        }
        if (band->rects[i].right > x) {
            return band->rects[i].right;
        }
    }
    return INT32_MAX;
}

static bool covers(const struct band *band, int32_t x)
{
    for (uint32_t i = 0; i < band->count; i++) {
        if (band->rects[i].left <= x && x < band->rects[i].right) {
            return true;
        }
    }
    return false;
}

static void combine_band(struct region *result, const struct band *first, const struct band *second,
                         enum region_operation operation, int32_t top, int32_t bottom)
{
    int32_t x = INT32_MIN;
    int32_t start = 0;
    bool open = false;

    for (;;) {
        int32_t first_edge = next_edge(first, x);
        int32_t second_edge = next_edge(second, x);

        x = DXGH_MIN(first_edge, second_edge);
        if (x == INT32_MAX) {
            break;
        }
        bool inside = is_inside(operation, covers(first, x), covers(second, x));
        if (inside && !open) {
            start = x;
        } else if (!inside && open) {
            append(result, rect_make(start, top, x, bottom));
        }
        open = inside;
    }
    DXGH_ASSERT(!open);
}

/* Merge the band that starts at `band` into the one before it when both have equal columns. */
static bool merge_with_previous(struct region *result, uint32_t previous, uint32_t band)
{
    uint32_t count = result->count - band;

    if (band - previous != count || count == 0 ||
        result->rects[previous].bottom != result->rects[band].top) {
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        if (result->rects[previous + i].left != result->rects[band + i].left ||
            result->rects[previous + i].right != result->rects[band + i].right) {
            return false;
        }
    }
    for (uint32_t i = 0; i < count; i++) {
        result->rects[previous + i].bottom = result->rects[band + i].bottom;
    }
    result->count = band;
    return true;
}

/* The next row after y at which either operand changes. */
static int32_t next_row(const struct region *region, int32_t y)
{
    int32_t next = INT32_MAX;

    for (uint32_t i = 0; i < region->count; i++) {
        if (region->rects[i].top > y && region->rects[i].top < next) {
            next = region->rects[i].top;
        }
        if (region->rects[i].bottom > y && region->rects[i].bottom < next) {
            next = region->rects[i].bottom;
        }
    }
    return next;
}

void region_combine(struct region *result, const struct region *first, const struct region *second,
                    enum region_operation operation)
{
    struct region combined;
    uint32_t previous = 0;
    int32_t y = INT32_MIN;

    region_init(&combined, result->machine);
    for (;;) {
        int32_t first_row = next_row(first, y);
        int32_t second_row = next_row(second, y);

        y = DXGH_MIN(first_row, second_row);
        if (y == INT32_MAX) {
            break;
        }
        first_row = next_row(first, y);
        second_row = next_row(second, y);
        int32_t bottom = DXGH_MIN(first_row, second_row);
        if (bottom == INT32_MAX) {
            break;
        }

        struct band first_band = band_at(first, y);
        struct band second_band = band_at(second, y);
        uint32_t band = combined.count;

        combine_band(&combined, &first_band, &second_band, operation, y, bottom);
        if (!merge_with_previous(&combined, previous, band) && combined.count != band) {
            previous = band;
        }
    }

    region_fini(result);
    *result = combined;
}

void region_combine_rect(struct region *region, RECT rect, enum region_operation operation)
{
    RECT storage = rect;
    struct region second = {
        .machine = region->machine,
        .rects = &storage,
        .count = rect_is_empty(rect) ? 0 : 1,
        .capacity = 1,
    };

    region_combine(region, region, &second, operation);
}

bool region_contains(const struct region *region, int32_t x, int32_t y)
{
    for (uint32_t i = 0; i < region->count; i++) {
        if (rect_contains(region->rects[i], rect_at(x, y, 1, 1))) {
            return true;
        }
    }
    return false;
}

RECT region_bounds(const struct region *region)
{
    RECT bounds = { 0 };

    for (uint32_t i = 0; i < region->count; i++) {
        const RECT *rect = &region->rects[i];

        if (i == 0) {
            bounds = *rect;
        }
        bounds.left = DXGH_MIN(bounds.left, rect->left);
        bounds.right = DXGH_MAX(bounds.right, rect->right);
        bounds.bottom = DXGH_MAX(bounds.bottom, rect->bottom);
    }
    return bounds;
}

void region_cursor_init(struct region_cursor *cursor, const struct region *region, RECT bounds,
                        bool upward, bool leftward)
{
    *cursor = (struct region_cursor){
        .region = region,
        .bounds = bounds,
        .upward = upward,
        .leftward = leftward,
        .band_start = upward ? region->count : 0,
        .band_end = upward ? region->count : 0,
    };
}

/* Step to the band above or below the one just finished. */
static void next_band(struct region_cursor *cursor)
{
    const RECT *rects = cursor->region->rects;

    if (cursor->upward) {
        cursor->band_end = cursor->band_start;
        cursor->band_start--;
        while (cursor->band_start > 0 &&
               rects[cursor->band_start - 1].top == rects[cursor->band_start].top) {
            cursor->band_start--;
        }
    } else {
        cursor->band_start = cursor->band_end;
        cursor->band_end++;
        while (cursor->band_end < cursor->region->count &&
               rects[cursor->band_end].top == rects[cursor->band_start].top) {
            cursor->band_end++;
        }
    }
}

bool region_cursor_next(struct region_cursor *cursor, RECT *rect)
{
    uint32_t count = cursor->region->count;

    while (cursor->taken < count) {
        uint32_t done = cursor->upward ? count - cursor->band_start : cursor->band_end;

        if (cursor->taken == done) {
            next_band(cursor);
            done = cursor->upward ? count - cursor->band_start : cursor->band_end;
        }
        uint32_t left = done - cursor->taken; /* rectangles of this band still to visit */
        uint32_t index = cursor->leftward ? cursor->band_start + left - 1 : cursor->band_end - left;
        RECT cut = rect_intersect(cursor->region->rects[index], cursor->bounds);

        cursor->taken++;
        if (!rect_is_empty(cut)) {
            *rect = cut;
            return true;
        }
    }
    return false;
}
