/* SPDX-License-Identifier: MIT */
/*
 * Text with one coverage per colour component.
 *
 * Source: ns-d3dkmddi-_dxgk_gdiarg_cleartypeblend.md
 * Choice: without gamma the page's demand that full coverage gives Color2 is applied to the
 * coverage the formula uses for that component; both its results are the same when Color equals
 * Color2. The page rounds only in the gamma formula; here both round to nearest.
 */
#include "raster_internal.h"

#define RGB_MASK 0x00FFFFFFu

static inline __attribute__((always_inline)) uint32_t blend_plain(uint32_t d, uint32_t colour,
                                                                  uint32_t colour2, uint32_t a_r,
                                                                  uint32_t a_g)
{
    uint32_t w = colour >= d ? a_r : a_g;
    uint32_t blended = raster_div255(d * (255 - w) + colour * w);
    return w == 255 ? colour2 : blended;
}

RASTER_BODY plain_row_body(uint32_t *dst, const uint32_t *alpha, size_t count, uint32_t colour,
                           uint32_t colour2)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t d = dst[i], a = alpha[i];
        uint32_t a_r = (a >> 16) & 0xFF, a_g = (a >> 8) & 0xFF;
        uint32_t r =
            blend_plain((d >> 16) & 0xFF, (colour >> 16) & 0xFF, (colour2 >> 16) & 0xFF, a_r, a_g);
        uint32_t g =
            blend_plain((d >> 8) & 0xFF, (colour >> 8) & 0xFF, (colour2 >> 8) & 0xFF, a_r, a_g);
        uint32_t b = blend_plain(d & 0xFF, colour & 0xFF, colour2 & 0xFF, a_r, a_g);
        dst[i] = (d & ~RGB_MASK) | r << 16 | g << 8 | b;
    }
}
RASTER_KERNEL(plain_row,
              (uint32_t * dst, const uint32_t *alpha, size_t count, uint32_t colour,
               uint32_t colour2),
              (dst, alpha, count, colour, colour2))

static uint32_t blend_gamma(uint32_t d, uint32_t colour, uint32_t colour2, uint32_t a,
                            const uint8_t *gamma)
{
    if (a == 0) {
        return d;
    }
    if (a == 255) {
        return colour2;
    }
    return gamma[256 + raster_div255(gamma[d] * (255 - a) + colour * a)];
}

static void gamma_row(uint32_t *dst, const uint32_t *alpha, size_t count,
                      const struct raster_cleartype *parameters)
{
    uint32_t colour = parameters->colour, colour2 = parameters->colour2;

    for (size_t i = 0; i < count; i++) {
        uint32_t a = alpha[i] & RGB_MASK;
        if (a == 0) {
            continue; /* most of the surface around a word */
        }
        uint32_t d = dst[i], result = d & ~RGB_MASK;
        for (uint32_t shift = 0; shift < 24; shift += 8) {
            result |= blend_gamma((d >> shift) & 0xFF, (colour >> shift) & 0xFF,
                                  (colour2 >> shift) & 0xFF, (a >> shift) & 0xFF, parameters->gamma)
                      << shift;
        }
        dst[i] = result;
    }
}

static void blend_row(uint32_t *dst, const uint32_t *alpha, size_t count,
                      const struct raster_cleartype *parameters)
{
    if (parameters->gamma != NULL) {
        gamma_row(dst, alpha, count, parameters);
    } else {
        plain_row(dst, alpha, count, parameters->colour, parameters->colour2);
    }
}

static void blend_row_565(uint16_t *dst, const uint32_t *alpha, size_t count,
                          const struct raster_cleartype *parameters)
{
    uint32_t wide[RASTER_CHUNK];

    for (size_t done = 0; done < count; done += RASTER_CHUNK) {
        size_t length = count - done < RASTER_CHUNK ? count - done : RASTER_CHUNK;
        for (size_t i = 0; i < length; i++) {
            wide[i] = raster_widen565(dst[done + i]);
        }
        blend_row(wide, alpha + done, length, parameters);
        for (size_t i = 0; i < length; i++) {
            dst[done + i] = raster_narrow565(wide[i]);
        }
    }
}

void raster_cleartype_blend(const struct raster_image *dst, const struct softgpu_rect *rect,
                            const struct raster_image *alpha,
                            const struct raster_cleartype *parameters)
{
    uint32_t bytes = raster_pixel_bytes(dst->format);
    size_t count = (size_t)(rect->right - rect->left);

    for (int32_t y = rect->top; y < rect->bottom && count > 0; y++) {
        const uint32_t *coverage = (const uint32_t *)raster_at(
            alpha, rect->left + parameters->offset_x, y + parameters->offset_y, 4);
        uint8_t *to = raster_at(dst, rect->left, y, bytes);
        if (bytes == 2) {
            blend_row_565((uint16_t *)to, coverage, count, parameters);
        } else {
            blend_row((uint32_t *)to, coverage, count, parameters);
        }
    }
}
