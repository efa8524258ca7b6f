/* SPDX-License-Identifier: MIT */
#include "cdd/raster.h"

#include "cdd/cdd.h"

#include <pixman.h>
#include <string.h>

static inline uint32_t get(const struct raster *raster, int32_t x, int32_t y)
{
    const uint8_t *at = raster_at(raster, x, y);
    uint32_t pixel = 0;

    memcpy(&pixel, at, raster->bytes_per_pixel == 4 ? 4 : 1);
    return pixel;
}

static inline void set(const struct raster *raster, int32_t x, int32_t y, uint32_t pixel)
{
    memcpy(raster_at(raster, x, y), &pixel, raster->bytes_per_pixel == 4 ? 4 : 1);
}

/* Bit P << 2 | S << 1 | D of the code is the result, for each bit of the pixels. */
static uint32_t combine(uint8_t rop3, uint32_t pattern, uint32_t source, uint32_t destination)
{
    uint32_t result = 0;

    for (uint32_t index = 0; index < 8; index++) {
        if (((uint32_t)rop3 >> index) & 1u) {
            result |= ((index & 4u) ? pattern : ~pattern) & ((index & 2u) ? source : ~source) &
                      ((index & 1u) ? destination : ~destination);
        }
    }
    return result;
}

/* A colour as a pixel of the destination: A8 takes the alpha byte. */
static uint32_t pixel_of(const struct raster *raster, uint32_t color)
{
    return raster->bytes_per_pixel == 4 ? color : color >> 24;
}

/* The pixman image over a rectangle of 32-bit pixels. NULL when the host is out of memory. */
static pixman_image_t *image_over(const struct raster *raster, RECT rect,
                                  pixman_format_code_t format)
{
    return pixman_image_create_bits_no_clear(
        format, rect_width(rect), rect_height(rect),
        (uint32_t *)(void *)raster_at(raster, rect.left, rect.top), (int)raster->pitch);
}

static bool is_pixman_aligned(const struct raster *raster)
{
    return raster->bytes_per_pixel == 4 && raster->pitch % 4 == 0 &&
           ((uintptr_t)raster->pixels & 3u) == 0;
}

void cdd_raster_fill(const struct raster *dst, RECT rect, uint8_t rop3, uint32_t pattern)
{
    uint32_t pixel = pixel_of(dst, pattern);

    if (rop3 == 0xF0 && is_pixman_aligned(dst) &&
        pixman_fill((uint32_t *)(void *)dst->pixels, (int)(dst->pitch / 4), 32,
                    rect.left - dst->bounds.left, rect.top - dst->bounds.top, rect_width(rect),
                    rect_height(rect), pixel)) {
        return;
    }
    for (int32_t y = rect.top; y < rect.bottom; y++) {
        for (int32_t x = rect.left; x < rect.right; x++) {
            set(dst, x, y, combine(rop3, pixel, 0, get(dst, x, y)));
        }
    }
}

void cdd_raster_blt(const struct raster *dst, RECT rect, const struct raster *src, int32_t src_dx,
                    int32_t src_dy, uint8_t rop3, uint32_t pattern)
{
    uint32_t pixel = pixel_of(dst, pattern);
    size_t row_bytes = (size_t)rect_width(rect) * dst->bytes_per_pixel;

    for (int32_t y = rect.top; y < rect.bottom; y++) {
        if (rop3 == 0xCC) {
            memcpy(raster_at(dst, rect.left, y), raster_at(src, rect.left + src_dx, y + src_dy),
                   row_bytes);
            continue;
        }
        for (int32_t x = rect.left; x < rect.right; x++) {
            uint32_t source = get(src, x + src_dx, y + src_dy);
            set(dst, x, y, combine(rop3, pixel, source, get(dst, x, y)));
        }
    }
}

/* One axis: the source coordinate of a destination coordinate, before mirroring, from 0. */
static int32_t sample(int32_t offset, int32_t src_size, int32_t dst_size)
{
    return (int32_t)((2 * (int64_t)offset + 1) * src_size / (2 * (int64_t)dst_size));
}

static int32_t sample_tied(int32_t offset, int32_t src_size, int32_t dst_size, bool down)
{
    int32_t at = sample(offset, src_size, dst_size);

    if (down && at > 0 &&
        (2 * (int64_t)offset + 1) * src_size == (int64_t)at * (2 * (int64_t)dst_size)) {
        return at - 1;
    }
    return at;
}

static int32_t sample_x(const struct raster_mapping *mapping, int32_t x)
{
    int32_t offset =
        sample_tied(x - mapping->dst_rect.left, rect_width(mapping->src_rect),
                    rect_width(mapping->dst_rect), (mapping->ties & RASTER_TIES_DOWN_X) != 0);

    return mapping->mirror_x ? mapping->src_rect.right - 1 - offset
                             : mapping->src_rect.left + offset;
}

static int32_t sample_y(const struct raster_mapping *mapping, int32_t y)
{
    int32_t offset =
        sample_tied(y - mapping->dst_rect.top, rect_height(mapping->src_rect),
                    rect_height(mapping->dst_rect), (mapping->ties & RASTER_TIES_DOWN_Y) != 0);

    return mapping->mirror_y ? mapping->src_rect.bottom - 1 - offset
                             : mapping->src_rect.top + offset;
}

/* x * y / 255 rounded to the nearest integer, for bytes. */
static uint32_t multiply(uint32_t x, uint32_t y)
{
    return (x * y + 127) / 255;
}

static uint32_t blend_pixel(uint32_t source, uint32_t destination, uint32_t constant_alpha,
                            bool has_alpha)
{
    uint32_t keep = 255 - multiply(has_alpha ? source >> 24 : 255, constant_alpha);
    uint32_t result = 0;

    for (uint32_t shift = 0; shift < 32; shift += 8) {
        uint32_t component = (source >> shift) & 0xFFu;

        if (shift == 24 && !has_alpha) {
            component = 255;
        }
        uint32_t sum =
            multiply(component, constant_alpha) + multiply((destination >> shift) & 0xFFu, keep);
        result |= DXGH_MIN(sum, 255u) << shift;
    }
    return result;
}

/* Unscaled blends are pixman's OVER exactly. Returns: false when pixman cannot take the memory. */
static bool alpha_with_pixman(const struct raster *dst, RECT rect, const struct raster *src,
                              const struct raster_mapping *mapping, uint32_t constant_alpha,
                              bool has_alpha)
{
    RECT src_part = rect_offset(rect, mapping->src_rect.left - mapping->dst_rect.left,
                                mapping->src_rect.top - mapping->dst_rect.top);
    pixman_color_t color = { .alpha = (uint16_t)(constant_alpha * 0x101u) };

    if (rect_width(mapping->src_rect) != rect_width(mapping->dst_rect) ||
        rect_height(mapping->src_rect) != rect_height(mapping->dst_rect) ||
        !is_pixman_aligned(dst) || !is_pixman_aligned(src)) {
        return false;
    }

    pixman_image_t *source =
        image_over(src, src_part, has_alpha ? PIXMAN_a8r8g8b8 : PIXMAN_x8r8g8b8);
    pixman_image_t *destination = image_over(dst, rect, PIXMAN_a8r8g8b8);
    pixman_image_t *mask = pixman_image_create_solid_fill(&color);
    bool done = source != NULL && destination != NULL && mask != NULL;

    if (done) {
        pixman_image_composite32(PIXMAN_OP_OVER, source, mask, destination, 0, 0, 0, 0, 0, 0,
                                 rect_width(rect), rect_height(rect));
    }
    if (source != NULL) {
        pixman_image_unref(source);
    }
    if (destination != NULL) {
        pixman_image_unref(destination);
    }
    if (mask != NULL) {
        pixman_image_unref(mask);
    }
    return done;
}

void cdd_raster_alpha(const struct raster *dst, RECT rect, const struct raster *src,
                      const struct raster_mapping *mapping, uint32_t constant_alpha, bool has_alpha)
{
    if (alpha_with_pixman(dst, rect, src, mapping, constant_alpha, has_alpha)) {
        return;
    }
    for (int32_t y = rect.top; y < rect.bottom; y++) {
        int32_t src_y = sample_y(mapping, y);

        for (int32_t x = rect.left; x < rect.right; x++) {
            uint32_t source = get(src, sample_x(mapping, x), src_y);
            set(dst, x, y, blend_pixel(source, get(dst, x, y), constant_alpha, has_alpha));
        }
    }
}

/* The source coordinates, from 0, whose centres fall into one destination pixel of a shrinking
 * axis, or the sampled one of an axis that does not shrink. */
struct span {
    int32_t first;
    int32_t last; /* inclusive */
};

static int32_t first_inside(int32_t offset, int32_t src_size, int32_t dst_size)
{
    /* The least s with (2 s + 1) * dst_size >= 2 * src_size * offset. */
    int64_t numerator = 2 * (int64_t)src_size * offset - dst_size;
    int64_t denominator = 2 * (int64_t)dst_size;

    return numerator <= 0 ? 0 : (int32_t)((numerator + denominator - 1) / denominator);
}

static struct span span_of(int32_t offset, int32_t src_size, int32_t dst_size)
{
    if (src_size <= dst_size) {
        int32_t at = sample(offset, src_size, dst_size);
        return (struct span){ at, at };
    }
    return (struct span){ first_inside(offset, src_size, dst_size),
                          first_inside(offset + 1, src_size, dst_size) - 1 };
}

static uint32_t combine_span(const struct raster *src, const struct raster_mapping *mapping,
                             struct span columns, struct span rows, uint32_t mode)
{
    uint32_t pixel = mode == CDD_STRETCH_BLACKONWHITE ? 0xFFFFFFFFu : 0;

    for (int32_t row = rows.first; row <= rows.last; row++) {
        int32_t y =
            mapping->mirror_y ? mapping->src_rect.bottom - 1 - row : mapping->src_rect.top + row;

        for (int32_t column = columns.first; column <= columns.last; column++) {
            int32_t x = mapping->mirror_x ? mapping->src_rect.right - 1 - column
                                          : mapping->src_rect.left + column;
            uint32_t source = get(src, x, y);

            pixel = mode == CDD_STRETCH_BLACKONWHITE ? pixel & source : pixel | source;
        }
    }
    return pixel;
}

void cdd_raster_stretch(const struct raster *dst, RECT rect, const struct raster *src,
                        const struct raster_mapping *mapping, uint32_t mode)
{
    for (int32_t y = rect.top; y < rect.bottom; y++) {
        struct span rows = span_of(y - mapping->dst_rect.top, rect_height(mapping->src_rect),
                                   rect_height(mapping->dst_rect));

        for (int32_t x = rect.left; x < rect.right; x++) {
            if (mode == CDD_STRETCH_COLORONCOLOR) {
                set(dst, x, y, get(src, sample_x(mapping, x), sample_y(mapping, y)));
                continue;
            }
            struct span columns = span_of(x - mapping->dst_rect.left, rect_width(mapping->src_rect),
                                          rect_width(mapping->dst_rect));
            set(dst, x, y, combine_span(src, mapping, columns, rows, mode));
        }
    }
}

void cdd_raster_transparent(const struct raster *dst, RECT rect, const struct raster *src,
                            const struct raster_mapping *mapping, uint32_t color, bool honor_alpha)
{
    uint32_t mask = honor_alpha ? 0xFFFFFFFFu : 0x00FFFFFFu;

    for (int32_t y = rect.top; y < rect.bottom; y++) {
        int32_t src_y = sample_y(mapping, y);

        for (int32_t x = rect.left; x < rect.right; x++) {
            uint32_t source = get(src, sample_x(mapping, x), src_y);

            if ((source & mask) != color) {
                set(dst, x, y, source);
            }
        }
    }
}

/* (from * (255 - weight) + to * weight) / 255 rounded to the nearest integer. */
static uint32_t mix(uint32_t from, uint32_t to, uint32_t weight)
{
    return (from * (255 - weight) + to * weight + 127) / 255;
}

static uint32_t cleartype_pixel(uint32_t destination, uint32_t alpha, uint32_t color,
                                uint32_t color2, const uint8_t *gamma)
{
    uint32_t result = destination & 0xFF000000u;

    for (uint32_t shift = 0; shift < 24; shift += 8) {
        uint32_t d = (destination >> shift) & 0xFFu;
        uint32_t c = (color >> shift) & 0xFFu;
        uint32_t weight;
        uint32_t blended;

        if (gamma != NULL) {
            weight = (alpha >> shift) & 0xFFu;
            blended = gamma[256 + mix(gamma[d], c, weight)];
        } else {
            weight = c >= d ? (alpha >> 16) & 0xFFu : (alpha >> 8) & 0xFFu;
            blended = mix(d, c, weight);
        }
        if (weight == 0) {
            blended = d;
        } else if (weight == 255) {
            blended = (color2 >> shift) & 0xFFu;
        }
        result |= blended << shift;
    }
    return result;
}

void cdd_raster_cleartype(const struct raster *dst, RECT rect, const struct raster *alpha,
                          int32_t alpha_dx, int32_t alpha_dy, uint32_t color, uint32_t color2,
                          const uint8_t *gamma)
{
    for (int32_t y = rect.top; y < rect.bottom; y++) {
        for (int32_t x = rect.left; x < rect.right; x++) {
            uint32_t coverage = get(alpha, x + alpha_dx, y + alpha_dy);

            set(dst, x, y, cleartype_pixel(get(dst, x, y), coverage, color, color2, gamma));
        }
    }
}
