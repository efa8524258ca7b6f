/* SPDX-License-Identifier: MIT */
/* Colour-keyed copies; pixman has none. */
#include "raster_internal.h"

RASTER_BODY key_row_body(uint32_t *dst, const uint32_t *src, size_t count, uint32_t key,
                         uint32_t compared)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t s = src[i], d = dst[i];
        dst[i] = (s & compared) == key ? d : s;
    }
}
RASTER_KERNEL(key_row,
              (uint32_t * dst, const uint32_t *src, size_t count, uint32_t key, uint32_t compared),
              (dst, src, count, key, compared))

RASTER_BODY key_sample_row_body(uint32_t *dst, const uint32_t *src, const int32_t *columns,
                                size_t count, uint32_t key, uint32_t compared)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t s = src[columns[i]], d = dst[i];
        dst[i] = (s & compared) == key ? d : s;
    }
}
RASTER_KERNEL(key_sample_row,
              (uint32_t * dst, const uint32_t *src, const int32_t *columns, size_t count,
               uint32_t key, uint32_t compared),
              (dst, src, columns, count, key, compared))

void raster_transparent_blt(const struct raster_image *dst, const struct softgpu_rect *rect,
                            const struct raster_image *src, const struct raster_map *map,
                            uint32_t key, bool honor_alpha)
{
    int32_t columns[RASTER_CHUNK];
    uint32_t compared = honor_alpha ? 0xFFFFFFFFu : 0x00FFFFFFu;
    bool stretch =
        map->src.right - map->src.left != map->dst.right - map->dst.left || map->mirror_x;

    for (int32_t x = rect->left; x < rect->right; x += RASTER_CHUNK) {
        int32_t count = rect->right - x < RASTER_CHUNK ? rect->right - x : RASTER_CHUNK;
        raster_map_columns(map, x, count, src->origin_x, columns);
        for (int32_t y = rect->top; y < rect->bottom; y++) {
            const uint32_t *row =
                (const uint32_t *)raster_at(src, src->origin_x, raster_map_y(map, y), 4);
            uint32_t *to = (uint32_t *)raster_at(dst, x, y, 4);
            if (stretch) {
                key_sample_row(to, row, columns, (size_t)count, key, compared);
            } else {
                key_row(to, row + columns[0], (size_t)count, key, compared);
            }
        }
    }
}
