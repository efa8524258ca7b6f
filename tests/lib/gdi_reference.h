/* SPDX-License-Identifier: MIT */
/*
 * The GDI operations, written as naively as the documents state them: one pixel at a time, in
 * floating point where a page uses it, with a copy of the source made first. Slow and independent
 * of every other implementation here; pixel tests compare with it.
 *
 * Where the pages are silent the board's reference (devices/softgpu/softgpu_regs.h, section 10)
 * decides: the rounding of AlphaBlend and which pixels a mono stretch combines.
 *
 * Source: ddi ns-d3dkmddi-_dxgk_gdiarg_bitblt, -_colorfill, -_alphablend, -_stretchblt,
 * -_transparentblt, -_cleartypeblend
 */
#ifndef TESTS_LIB_GDI_REFERENCE_H
#define TESTS_LIB_GDI_REFERENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <windef.h>

struct gdi_image {
    uint8_t *bytes;
    size_t pitch;
    uint32_t width;
    uint32_t height;
    uint32_t bytes_per_pixel; /* 4, or 1 for A8 */
};

/* Sub-rectangles; NULL rects: everything. */
struct gdi_clip {
    const RECT *rects;
    uint32_t count;
};

uint32_t gdi_pixel(const struct gdi_image *image, int32_t x, int32_t y);
void gdi_pixel_set(const struct gdi_image *image, int32_t x, int32_t y, uint32_t pixel);

/* Raster operations take the values of DXGK_GDIROP_COLORFILL and DXGK_GDIROP_BITBLT. All colours
 * are A8R8G8B8. Pixels of the destination that have no source are left alone. */
void gdi_reference_fill(const struct gdi_image *dst, RECT dst_rect, struct gdi_clip clip,
                        uint32_t color, uint32_t rop, uint32_t rop3);
void gdi_reference_blt(const struct gdi_image *dst, RECT dst_rect, const struct gdi_image *src,
                       int32_t src_left, int32_t src_top, struct gdi_clip clip, uint32_t rop,
                       uint32_t rop3, uint32_t pattern);
void gdi_reference_alpha(const struct gdi_image *dst, RECT dst_rect, const struct gdi_image *src,
                         RECT src_rect, struct gdi_clip clip, uint32_t constant_alpha,
                         bool has_alpha);
/** @mode: 1 BLACKONWHITE, 2 WHITEONBLACK, 3 COLORONCOLOR */
void gdi_reference_stretch(const struct gdi_image *dst, RECT dst_rect, const struct gdi_image *src,
                           RECT src_rect, struct gdi_clip clip, uint32_t mode, bool mirror_x,
                           bool mirror_y);
void gdi_reference_transparent(const struct gdi_image *dst, RECT dst_rect,
                               const struct gdi_image *src, RECT src_rect, struct gdi_clip clip,
                               uint32_t color, bool honor_alpha);
/** @gamma: the 512 bytes of a row, or NULL for no gamma */
void gdi_reference_cleartype(const struct gdi_image *dst, RECT dst_rect,
                             const struct gdi_image *alpha, int32_t offset_x, int32_t offset_y,
                             struct gdi_clip clip, uint32_t color, uint32_t color2,
                             const uint8_t *gamma);

#endif /* TESTS_LIB_GDI_REFERENCE_H */
