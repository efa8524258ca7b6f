/* SPDX-License-Identifier: MIT */
/*
 * Alpha blending: premultiplied OVER with a constant alpha.
 *
 * pixman's 8-bit arithmetic (each product divided by 255 and rounded to nearest, sums saturated)
 * is the formula of softgpu_regs.h, so it does the plain case. Stretched sources and R5G6B5
 * destinations go through the row kernel below, which computes the same numbers.
 */
#include "raster_internal.h"

#include <pixman.h>

#define RB_MASK 0x00FF00FFu

/* Two bytes at once: x * a / 255 rounded to nearest. */
static inline __attribute__((always_inline)) uint32_t multiply_pair(uint32_t x, uint32_t a)
{
    uint32_t t = x * a + 0x00800080u;
    return ((t + ((t >> 8) & RB_MASK)) >> 8) & RB_MASK;
}

static inline __attribute__((always_inline)) uint32_t add_pair(uint32_t x, uint32_t y)
{
    uint32_t t = x + y;
    t |= 0x01000100u - ((t >> 8) & RB_MASK);
    return t & RB_MASK;
}

RASTER_BODY over_row_body(uint32_t *dst, const uint32_t *src, size_t count, uint32_t constant,
                          uint32_t opaque)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t s = src[i] | opaque, d = dst[i];
        uint32_t s_rb = multiply_pair(s & RB_MASK, constant);
        uint32_t s_ag = multiply_pair((s >> 8) & RB_MASK, constant);
        uint32_t rest = 255 - (s_ag >> 16);
        uint32_t rb = add_pair(s_rb, multiply_pair(d & RB_MASK, rest));
        uint32_t ag = add_pair(s_ag, multiply_pair((d >> 8) & RB_MASK, rest));
        dst[i] = rb | ag << 8;
    }
}
RASTER_KERNEL(over_row,
              (uint32_t * dst, const uint32_t *src, size_t count, uint32_t constant,
               uint32_t opaque),
              (dst, src, count, constant, opaque))

RASTER_BODY sample_row_body(uint32_t *out, const uint32_t *src, const int32_t *columns,
                            size_t count)
{
    for (size_t i = 0; i < count; i++) {
        out[i] = src[columns[i]];
    }
}
RASTER_KERNEL(sample_row,
              (uint32_t * out, const uint32_t *src, const int32_t *columns, size_t count),
              (out, src, columns, count))

static void over_row_565(uint16_t *dst, const uint32_t *src, size_t count, uint32_t constant,
                         uint32_t opaque)
{
    uint32_t wide[RASTER_CHUNK];

    for (size_t i = 0; i < count; i++) {
        wide[i] = raster_widen565(dst[i]);
    }
    over_row(wide, src, count, constant, opaque);
    for (size_t i = 0; i < count; i++) {
        dst[i] = raster_narrow565(wide[i]);
    }
}

/* Columns x .. x + count of all rows of a rectangle. */
static void blend_columns(const struct raster_image *dst, const struct softgpu_rect *rect,
                          const struct raster_image *src, const struct raster_map *map,
                          uint32_t constant_alpha, bool source_alpha, int32_t x, int32_t count)
{
    int32_t columns[RASTER_CHUNK];
    uint32_t samples[RASTER_CHUNK];
    uint32_t opaque = source_alpha ? 0 : 0xFF000000u;
    uint32_t bytes = raster_pixel_bytes(dst->format);
    int32_t sampled_y = 0;

    raster_map_columns(map, x, count, src->origin_x, columns);
    for (int32_t y = rect->top; y < rect->bottom; y++) {
        int32_t src_y = raster_map_y(map, y);
        if (y == rect->top || src_y != sampled_y) {
            const uint8_t *row = raster_at(src, src->origin_x, src_y, 4);
            sample_row(samples, (const uint32_t *)row, columns, (size_t)count);
            sampled_y = src_y;
        }
        uint8_t *to = raster_at(dst, x, y, bytes);
        if (bytes == 2) {
            over_row_565((uint16_t *)to, samples, (size_t)count, constant_alpha, opaque);
        } else {
            over_row((uint32_t *)to, samples, (size_t)count, constant_alpha, opaque);
        }
    }
}

static pixman_image_t *image_of(const struct raster_image *image, pixman_format_code_t format,
                                int32_t right, int32_t bottom)
{
    return pixman_image_create_bits_no_clear(format, right - image->origin_x,
                                             bottom - image->origin_y,
                                             (uint32_t *)(void *)image->pixels, (int)image->pitch);
}

static bool blend_by_pixman(const struct raster_image *dst, const struct softgpu_rect *rect,
                            const struct raster_image *src, int32_t src_x, int32_t src_y,
                            uint32_t constant_alpha, bool source_alpha)
{
    int32_t width = rect->right - rect->left;
    int32_t height = rect->bottom - rect->top;
    pixman_color_t alpha = { 0, 0, 0, (uint16_t)(constant_alpha * 0x101u) };
    pixman_image_t *mask = constant_alpha == 255 ? NULL : pixman_image_create_solid_fill(&alpha);
    pixman_image_t *from = image_of(src, source_alpha ? PIXMAN_a8r8g8b8 : PIXMAN_x8r8g8b8,
                                    src_x + width, src_y + height);
    pixman_image_t *to = image_of(dst, PIXMAN_a8r8g8b8, rect->right, rect->bottom);
    bool ok = from != NULL && to != NULL && (mask != NULL || constant_alpha == 255);

    if (ok) {
        pixman_image_composite32(PIXMAN_OP_OVER, from, mask, to, src_x - src->origin_x,
                                 src_y - src->origin_y, 0, 0, rect->left - dst->origin_x,
                                 rect->top - dst->origin_y, width, height);
    }
    if (to != NULL) {
        pixman_image_unref(to);
    }
    if (from != NULL) {
        pixman_image_unref(from);
    }
    if (mask != NULL) {
        pixman_image_unref(mask);
    }
    return ok;
}

bool raster_alpha_blend(const struct raster_image *dst, const struct softgpu_rect *rect,
                        const struct raster_image *src, const struct raster_map *map,
                        uint32_t constant_alpha, bool source_alpha)
{
    bool stretch = map->src.right - map->src.left != map->dst.right - map->dst.left ||
                   map->src.bottom - map->src.top != map->dst.bottom - map->dst.top ||
                   map->mirror_x || map->mirror_y;

    if (rect->left == rect->right || rect->top == rect->bottom) {
        return true;
    }
    if (!stretch && raster_pixel_bytes(dst->format) == 4) {
        return blend_by_pixman(dst, rect, src, raster_map_x(map, rect->left),
                               raster_map_y(map, rect->top), constant_alpha, source_alpha);
    }
    for (int32_t x = rect->left; x < rect->right; x += RASTER_CHUNK) {
        int32_t count = rect->right - x < RASTER_CHUNK ? rect->right - x : RASTER_CHUNK;
        blend_columns(dst, rect, src, map, constant_alpha, source_alpha, x, count);
    }
    return true;
}
