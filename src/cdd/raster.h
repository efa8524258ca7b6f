/* SPDX-License-Identifier: MIT */
/*
 * The six GDI operations on memory, pixel by pixel: what the CPU does when the driver must not be
 * asked. The formulas are those of the DXGK_GDIARG_* pages; where a page allows two samplings, ours
 * is the truncating one.
 */
#ifndef CDD_RASTER_H
#define CDD_RASTER_H

#include "cdd/rect.h"

/* A view of memory: pixel (x, y) with bounds.left <= x < bounds.right. */
struct raster {
    uint8_t *pixels; /* of (bounds.left, bounds.top) */
    size_t pitch;    /* bytes */
    RECT bounds;
    uint32_t bytes_per_pixel; /* 4, or 1 for A8 */
};

static inline uint8_t *raster_at(const struct raster *raster, int32_t x, int32_t y)
{
    return raster->pixels + (size_t)(y - raster->bounds.top) * raster->pitch +
           (size_t)(x - raster->bounds.left) * raster->bytes_per_pixel;
}

/* A destination pixel's centre may fall exactly between two source pixels. The page's two formulas
 * differ there, and there only; bits, one an axis. Ours takes the upper. */
enum raster_ties { RASTER_TIES_UP = 0, RASTER_TIES_DOWN_X = 1, RASTER_TIES_DOWN_Y = 2 };

/* How the pixels of the destination find theirs in the source. */
struct raster_mapping {
    RECT dst_rect; /* not empty */
    RECT src_rect;
    bool mirror_x;
    bool mirror_y;
    enum raster_ties ties;
};

/* Each draws `rect`, which lies inside dst->bounds; its image under the mapping lies inside
 * src->bounds. Source and destination memory do not overlap. */
void cdd_raster_fill(const struct raster *dst, RECT rect, uint8_t rop3, uint32_t pattern);
void cdd_raster_blt(const struct raster *dst, RECT rect, const struct raster *src, int32_t src_dx,
                    int32_t src_dy, uint8_t rop3, uint32_t pattern);
void cdd_raster_alpha(const struct raster *dst, RECT rect, const struct raster *src,
                      const struct raster_mapping *mapping, uint32_t constant_alpha,
                      bool has_alpha);
/** @mode: a CDD_STRETCH_* value */
void cdd_raster_stretch(const struct raster *dst, RECT rect, const struct raster *src,
                        const struct raster_mapping *mapping, uint32_t mode);
void cdd_raster_transparent(const struct raster *dst, RECT rect, const struct raster *src,
                            const struct raster_mapping *mapping, uint32_t color, bool honor_alpha);
/** @gamma: 512 bytes, gamma then inverse gamma, or NULL for none; @color: gamma corrected */
void cdd_raster_cleartype(const struct raster *dst, RECT rect, const struct raster *alpha,
                          int32_t alpha_dx, int32_t alpha_dy, uint32_t color, uint32_t color2,
                          const uint8_t *gamma);

#endif /* CDD_RASTER_H */
