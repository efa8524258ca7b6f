/* SPDX-License-Identifier: MIT */
/*
 * Fills and copies with raster operations.
 *
 * With the pattern known, any ROP3 code is a function of S and D per bit, and each of those is
 *     one ^ (S & s) ^ (D & d) ^ (S & D & sd)
 * for four masks. One branch-free loop per pixel size therefore serves all 256 codes.
 */
#include "raster_internal.h"

#include <pixman.h>
#include <string.h>

struct rop_masks {
    uint32_t one;
    uint32_t s;
    uint32_t d;
    uint32_t sd;
};

/* Bits where code bit `minterm` (of P's value) is set, for a pattern pixel. */
static uint32_t minterm_mask(uint32_t rop3, uint32_t minterm, uint32_t pattern)
{
    uint32_t mask = 0;
    if ((rop3 >> minterm & 1) != 0) {
        mask |= ~pattern;
    }
    if ((rop3 >> (4 + minterm) & 1) != 0) {
        mask |= pattern;
    }
    return mask;
}

static struct rop_masks rop_masks_of(uint32_t rop3, uint32_t pattern)
{
    uint32_t m0 = minterm_mask(rop3, 0, pattern); /* S = 0, D = 0 */
    uint32_t m1 = minterm_mask(rop3, 1, pattern); /* D */
    uint32_t m2 = minterm_mask(rop3, 2, pattern); /* S */
    uint32_t m3 = minterm_mask(rop3, 3, pattern); /* S, D */

    return (struct rop_masks){ .one = m0, .s = m0 ^ m2, .d = m0 ^ m1, .sd = m0 ^ m1 ^ m2 ^ m3 };
}

#define ROP_ROW(type)                                                                              \
    RASTER_BODY rop_row_##type##_body(type *dst, const type *src, size_t count,                    \
                                      const struct rop_masks *masks)                               \
    {                                                                                              \
        type one = (type)masks->one, ms = (type)masks->s, md = (type)masks->d;                     \
        type msd = (type)masks->sd;                                                                \
        for (size_t i = 0; i < count; i++) {                                                       \
            type s = src[i], d = dst[i];                                                           \
            dst[i] = (type)(one ^ (s & ms) ^ (d & (md ^ (s & msd))));                              \
        }                                                                                          \
    }                                                                                              \
    RASTER_KERNEL(rop_row_##type,                                                                  \
                  (type * dst, const type *src, size_t count, const struct rop_masks *masks),      \
                  (dst, src, count, masks))                                                        \
    RASTER_BODY fill_row_##type##_body(type *dst, size_t count, const struct rop_masks *masks)     \
    {                                                                                              \
        type one = (type)masks->one, md = (type)masks->d;                                          \
        for (size_t i = 0; i < count; i++) {                                                       \
            dst[i] = (type)(one ^ (dst[i] & md));                                                  \
        }                                                                                          \
    }                                                                                              \
    RASTER_KERNEL(fill_row_##type, (type * dst, size_t count, const struct rop_masks *masks),      \
                  (dst, count, masks))

ROP_ROW(uint8_t)
ROP_ROW(uint16_t)
ROP_ROW(uint32_t)

static void fill_row(uint8_t *dst, size_t count, uint32_t pixel_bytes,
                     const struct rop_masks *masks)
{
    switch (pixel_bytes) {
    case 1:
        fill_row_uint8_t(dst, count, masks);
        break;
    case 2:
        fill_row_uint16_t((uint16_t *)dst, count, masks);
        break;
    default:
        fill_row_uint32_t((uint32_t *)dst, count, masks);
        break;
    }
}

static void rop_row(uint8_t *dst, const uint8_t *src, size_t count, uint32_t pixel_bytes,
                    const struct rop_masks *masks)
{
    switch (pixel_bytes) {
    case 1:
        rop_row_uint8_t(dst, src, count, masks);
        break;
    case 2:
        rop_row_uint16_t((uint16_t *)dst, (const uint16_t *)src, count, masks);
        break;
    default:
        rop_row_uint32_t((uint32_t *)dst, (const uint32_t *)src, count, masks);
        break;
    }
}

void raster_fill(const struct raster_image *dst, const struct softgpu_rect *rect, uint32_t colour,
                 uint32_t rop3)
{
    uint32_t bytes = raster_pixel_bytes(dst->format);
    size_t width = (size_t)(rect->right - rect->left);
    struct rop_masks masks = rop_masks_of(rop3, raster_colour(dst->format, colour));

    if (width == 0 || rect->top == rect->bottom) {
        return;
    }
    /* Whatever the code says, a result that does not need D is a plain fill. */
    if (masks.d == 0 && (dst->pitch % 4) == 0 && ((uintptr_t)dst->pixels % 4) == 0 &&
        pixman_fill((uint32_t *)(void *)dst->pixels, (int)(dst->pitch / 4), (int)(bytes * 8),
                    rect->left - dst->origin_x, rect->top - dst->origin_y, (int)width,
                    rect->bottom - rect->top, masks.one)) {
        return;
    }
    for (int32_t y = rect->top; y < rect->bottom; y++) {
        fill_row(raster_at(dst, rect->left, y, bytes), width, bytes, &masks);
    }
}

/* One row whose destination overlaps its source: pieces, in the order that reads first. */
static void rop_row_overlapped(uint8_t *dst, const uint8_t *src, size_t count, uint32_t pixel_bytes,
                               const struct rop_masks *masks)
{
    _Alignas(16) uint8_t piece[1024];
    size_t room = sizeof(piece) / pixel_bytes;
    bool backwards = dst > src;

    for (size_t done = 0; done < count;) {
        size_t length = count - done < room ? count - done : room;
        size_t at = (backwards ? count - done - length : done) * pixel_bytes;
        memcpy(piece, src + at, length * pixel_bytes);
        rop_row(dst + at, piece, length, pixel_bytes, masks);
        done += length;
    }
}

static void convert(const struct raster_image *dst, const struct softgpu_rect *rect,
                    const struct raster_image *src, int32_t offset_x, int32_t offset_y)
{
    for (int32_t y = rect->top; y < rect->bottom; y++) {
        int32_t count = rect->right - rect->left;
        if (raster_pixel_bytes(dst->format) == 2) {
            const uint32_t *from =
                (const uint32_t *)raster_at(src, rect->left + offset_x, y + offset_y, 4);
            uint16_t *to = (uint16_t *)raster_at(dst, rect->left, y, 2);
            for (int32_t i = 0; i < count; i++) {
                to[i] = raster_narrow565(from[i]);
            }
        } else {
            const uint16_t *from =
                (const uint16_t *)raster_at(src, rect->left + offset_x, y + offset_y, 2);
            uint32_t *to = (uint32_t *)raster_at(dst, rect->left, y, 4);
            for (int32_t i = 0; i < count; i++) {
                to[i] = raster_widen565(from[i]);
            }
        }
    }
}

static bool copy_by_pixman(const struct raster_image *dst, const struct softgpu_rect *rect,
                           const struct raster_image *src, int32_t offset_x, int32_t offset_y,
                           uint32_t bytes)
{
    if (((dst->pitch | src->pitch) % 4) != 0 ||
        (((uintptr_t)dst->pixels | (uintptr_t)src->pixels) % 4) != 0) {
        return false;
    }
    return pixman_blt((uint32_t *)(void *)src->pixels, (uint32_t *)(void *)dst->pixels,
                      (int)(src->pitch / 4), (int)(dst->pitch / 4), (int)(bytes * 8),
                      (int)(bytes * 8), rect->left + offset_x - src->origin_x,
                      rect->top + offset_y - src->origin_y, rect->left - dst->origin_x,
                      rect->top - dst->origin_y, rect->right - rect->left,
                      rect->bottom - rect->top);
}

void raster_blt(const struct raster_image *dst, const struct softgpu_rect *rect,
                const struct raster_image *src, int32_t offset_x, int32_t offset_y,
                uint32_t pattern, uint32_t rop3)
{
    uint32_t bytes = raster_pixel_bytes(dst->format);
    size_t width = (size_t)(rect->right - rect->left);
    int32_t height = rect->bottom - rect->top;

    if (width == 0 || height == 0) {
        return;
    }
    if (raster_pixel_bytes(src->format) != bytes) {
        convert(dst, rect, src, offset_x, offset_y);
        return;
    }

    struct rop_masks masks = rop_masks_of(rop3, raster_colour(dst->format, pattern));
    const uint8_t *from = raster_at(src, rect->left + offset_x, rect->top + offset_y, bytes);
    uint8_t *to = raster_at(dst, rect->left, rect->top, bytes);
    size_t from_bytes = (size_t)(height - 1) * src->pitch + width * bytes;
    size_t to_bytes = (size_t)(height - 1) * dst->pitch + width * bytes;
    bool overlap = to < from + from_bytes && from < to + to_bytes;
    bool copy = masks.one == 0 && masks.s == UINT32_MAX && masks.d == 0 && masks.sd == 0;
    bool upwards = overlap && to > from;

    if (copy && !overlap && copy_by_pixman(dst, rect, src, offset_x, offset_y, bytes)) {
        return;
    }
    for (int32_t i = 0; i < height; i++) {
        size_t row = (size_t)(upwards ? height - 1 - i : i);
        uint8_t *dst_row = to + row * dst->pitch;
        const uint8_t *src_row = from + row * src->pitch;
        if (copy) {
            memmove(dst_row, src_row, width * bytes);
        } else if (overlap) {
            rop_row_overlapped(dst_row, src_row, width, bytes, &masks);
        } else {
            rop_row(dst_row, src_row, width, bytes, &masks);
        }
    }
}
