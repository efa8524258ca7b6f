/* SPDX-License-Identifier: MIT */
/* Rectangles: right and bottom are exclusive, as everywhere in GDI. */
#ifndef CDD_RECT_H
#define CDD_RECT_H

#include "base/base.h"

#include <windef.h>

/* Coordinates a client may use; differences and sums of two stay far inside 32 bits. Choice: GDI's
 * own 27-bit device space. */
#define RECT_COORDINATE_LIMIT (1 << 26)

static inline RECT rect_make(int32_t left, int32_t top, int32_t right, int32_t bottom)
{
    return (RECT){ .left = left, .top = top, .right = right, .bottom = bottom };
}

/* From position and size. */
static inline RECT rect_at(int32_t x, int32_t y, int32_t width, int32_t height)
{
    return rect_make(x, y, x + width, y + height);
}

static inline int32_t rect_width(RECT rect)
{
    return rect.right - rect.left;
}

static inline int32_t rect_height(RECT rect)
{
    return rect.bottom - rect.top;
}

static inline bool rect_is_empty(RECT rect)
{
    return rect.left >= rect.right || rect.top >= rect.bottom;
}

/* Well ordered and inside the coordinate limit. */
static inline bool rect_is_valid(RECT rect)
{
    return rect.left <= rect.right && rect.top <= rect.bottom &&
           rect.left >= -RECT_COORDINATE_LIMIT && rect.top >= -RECT_COORDINATE_LIMIT &&
           rect.right <= RECT_COORDINATE_LIMIT && rect.bottom <= RECT_COORDINATE_LIMIT;
}

static inline RECT rect_offset(RECT rect, int32_t dx, int32_t dy)
{
    return rect_make(rect.left + dx, rect.top + dy, rect.right + dx, rect.bottom + dy);
}

static inline RECT rect_inset(RECT rect, int32_t amount)
{
    return rect_make(rect.left + amount, rect.top + amount, rect.right - amount,
                     rect.bottom - amount);
}

/* Ill-ordered, that is empty, when the two do not meet. */
static inline RECT rect_intersect(RECT a, RECT b)
{
    return rect_make(DXGH_MAX(a.left, b.left), DXGH_MAX(a.top, b.top), DXGH_MIN(a.right, b.right),
                     DXGH_MIN(a.bottom, b.bottom));
}

static inline bool rect_meets(RECT a, RECT b)
{
    return !rect_is_empty(rect_intersect(a, b));
}

static inline bool rect_contains(RECT outer, RECT inner)
{
    return inner.left >= outer.left && inner.top >= outer.top && inner.right <= outer.right &&
           inner.bottom <= outer.bottom;
}

#endif /* CDD_RECT_H */
