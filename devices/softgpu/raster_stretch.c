/* SPDX-License-Identifier: MIT */
/*
 * Scaling by dropping, repeating or combining pixels.
 *
 * pixman's nearest filter steps in 16.16 fixed point, so it leaves the documented coordinate by a
 * pixel for most ratios; the tables here are exact.
 */
#include "raster_internal.h"

#include <string.h>

#define SAMPLE_ROW(type)                                                                           \
    RASTER_BODY sample_row_##type##_body(type *dst, const type *src, const int32_t *columns,       \
                                         size_t count)                                             \
    {                                                                                              \
        for (size_t i = 0; i < count; i++) {                                                       \
            dst[i] = src[columns[i]];                                                              \
        }                                                                                          \
    }                                                                                              \
    RASTER_KERNEL(sample_row_##type,                                                               \
                  (type * dst, const type *src, const int32_t *columns, size_t count),             \
                  (dst, src, columns, count))

SAMPLE_ROW(uint8_t)
SAMPLE_ROW(uint16_t)
SAMPLE_ROW(uint32_t)

static void sample_row(uint8_t *dst, const uint8_t *src, const int32_t *columns, size_t count,
                       uint32_t pixel_bytes)
{
    switch (pixel_bytes) {
    case 1:
        sample_row_uint8_t(dst, src, columns, count);
        break;
    case 2:
        sample_row_uint16_t((uint16_t *)dst, (const uint16_t *)src, columns, count);
        break;
    default:
        sample_row_uint32_t((uint32_t *)dst, (const uint32_t *)src, columns, count);
        break;
    }
}

static void sample_columns(const struct raster_image *dst, const struct softgpu_rect *rect,
                           const struct raster_image *src, const struct raster_map *map, int32_t x,
                           int32_t count)
{
    int32_t columns[RASTER_CHUNK];
    uint32_t bytes = raster_pixel_bytes(dst->format);
    const uint8_t *done = NULL;
    int32_t done_y = 0;

    raster_map_columns(map, x, count, src->origin_x, columns);
    for (int32_t y = rect->top; y < rect->bottom; y++) {
        int32_t src_y = raster_map_y(map, y);
        uint8_t *to = raster_at(dst, x, y, bytes);
        if (done != NULL && src_y == done_y) {
            memcpy(to, done, (size_t)count * bytes);
        } else {
            const uint8_t *row = raster_at(src, src->origin_x, src_y, bytes);
            sample_row(to, row, columns, (size_t)count, bytes);
        }
        done = to;
        done_y = src_y;
    }
}

struct span {
    int32_t first;
    int32_t end;
};

/* The first source index, from the source's edge, whose centre lies in destination pixel i or
 * beyond: the smallest s with (2 * s + 1) * dst_size >= 2 * i * src_size. */
static int64_t centre_first(int64_t i, int64_t src_size, int64_t dst_size)
{
    int64_t n = 2 * i * src_size - dst_size;
    int64_t d = 2 * dst_size;
    int64_t quotient = n / d;
    return n % d > 0 ? quotient + 1 : quotient;
}

/* The source pixels one destination coordinate combines: all that fall on it where the axis
 * shrinks, the sampled one where it does not. */
static struct span span_of(int32_t at, int32_t dst_first, int32_t dst_end, int32_t src_first,
                           int32_t src_end, bool mirror, int32_t sampled)
{
    int64_t dst_size = (int64_t)dst_end - dst_first;
    int64_t src_size = (int64_t)src_end - src_first;

    if (src_size <= dst_size) {
        return (struct span){ sampled, sampled + 1 };
    }
    int64_t i = (int64_t)at - dst_first;
    int64_t first = centre_first(i, src_size, dst_size);
    int64_t end = centre_first(i + 1, src_size, dst_size);
    if (mirror) {
        return (struct span){ (int32_t)(src_end - end), (int32_t)(src_end - first) };
    }
    return (struct span){ (int32_t)(src_first + first), (int32_t)(src_first + end) };
}

static struct span span_x(const struct raster_map *map, int32_t x)
{
    return span_of(x, map->dst.left, map->dst.right, map->src.left, map->src.right, map->mirror_x,
                   raster_map_x(map, x));
}

static struct span span_y(const struct raster_map *map, int32_t y)
{
    return span_of(y, map->dst.top, map->dst.bottom, map->src.top, map->src.bottom, map->mirror_y,
                   raster_map_y(map, y));
}

struct softgpu_rect raster_combine_rect(const struct raster_map *map,
                                        const struct softgpu_rect *rect)
{
    struct span a = span_x(map, rect->left), b = span_x(map, rect->right - 1);
    struct span c = span_y(map, rect->top), d = span_y(map, rect->bottom - 1);

    return (struct softgpu_rect){
        .left = a.first < b.first ? a.first : b.first,
        .top = c.first < d.first ? c.first : d.first,
        .right = a.end > b.end ? a.end : b.end,
        .bottom = c.end > d.end ? c.end : d.end,
    };
}

static uint32_t pixel_get(const uint8_t *row, int32_t index, uint32_t bytes)
{
    switch (bytes) {
    case 1:
        return row[index];
    case 2:
        return ((const uint16_t *)row)[index];
    default:
        return ((const uint32_t *)row)[index];
    }
}

static void pixel_set(uint8_t *row, int32_t index, uint32_t bytes, uint32_t value)
{
    switch (bytes) {
    case 1:
        row[index] = (uint8_t)value;
        break;
    case 2:
        ((uint16_t *)row)[index] = (uint16_t)value;
        break;
    default:
        ((uint32_t *)row)[index] = value;
        break;
    }
}

static uint32_t combine(const struct raster_image *src, struct span columns, struct span rows,
                        uint32_t bytes, bool conjunction)
{
    uint32_t all = UINT32_MAX, any = 0;

    for (int32_t y = rows.first; y < rows.end; y++) {
        const uint8_t *row = raster_at(src, columns.first, y, bytes);
        for (int32_t i = 0; i < columns.end - columns.first; i++) {
            uint32_t pixel = pixel_get(row, i, bytes);
            all &= pixel;
            any |= pixel;
        }
    }
    return conjunction ? all : any;
}

static void combine_columns(const struct raster_image *dst, const struct softgpu_rect *rect,
                            const struct raster_image *src, const struct raster_map *map,
                            uint32_t mode, int32_t x, int32_t count)
{
    struct span columns[RASTER_CHUNK];
    uint32_t bytes = raster_pixel_bytes(dst->format);

    for (int32_t i = 0; i < count; i++) {
        columns[i] = span_x(map, x + i);
    }
    for (int32_t y = rect->top; y < rect->bottom; y++) {
        struct span rows = span_y(map, y);
        uint8_t *to = raster_at(dst, x, y, bytes);
        for (int32_t i = 0; i < count; i++) {
            pixel_set(to, i, bytes,
                      combine(src, columns[i], rows, bytes, mode == SOFTGPU_STRETCH_BLACKONWHITE));
        }
    }
}

void raster_stretch_blt(const struct raster_image *dst, const struct softgpu_rect *rect,
                        const struct raster_image *src, const struct raster_map *map, uint32_t mode)
{
    bool shrinks = map->src.right - map->src.left > map->dst.right - map->dst.left ||
                   map->src.bottom - map->src.top > map->dst.bottom - map->dst.top;

    for (int32_t x = rect->left; x < rect->right; x += RASTER_CHUNK) {
        int32_t count = rect->right - x < RASTER_CHUNK ? rect->right - x : RASTER_CHUNK;
        if (shrinks && mode != SOFTGPU_STRETCH_COLORONCOLOR) {
            combine_columns(dst, rect, src, map, mode, x, count);
        } else {
            sample_columns(dst, rect, src, map, x, count);
        }
    }
}
