/* SPDX-License-Identifier: MIT */
/* Coordinates and colours: what destination pixels mean in the source. */
#include "raster_internal.h"

static bool simd_is_forbidden;

void raster_simd_allow(bool allow)
{
    simd_is_forbidden = !allow;
}

bool raster_simd_is_usable(void)
{
#if defined(__x86_64__)
    return !simd_is_forbidden && __builtin_cpu_supports("avx2");
#else
    return false;
#endif
}

uint32_t raster_pixel_bytes(uint32_t format)
{
    switch (format) {
    case SOFTGPU_FORMAT_X8R8G8B8:
    case SOFTGPU_FORMAT_A8R8G8B8:
        return 4;
    case SOFTGPU_FORMAT_R5G6B5:
        return 2;
    case SOFTGPU_FORMAT_A8:
        return 1;
    default:
        return 0;
    }
}

uint32_t raster_colour(uint32_t format, uint32_t colour)
{
    switch (format) {
    case SOFTGPU_FORMAT_R5G6B5:
        return raster_narrow565(colour);
    case SOFTGPU_FORMAT_A8:
        return colour >> 24;
    default:
        return colour;
    }
}

/* floor(n / d) for d > 0; sub-rectangles may lie left of dst when dst is clipped. */
static int64_t floor_divide(int64_t n, int64_t d)
{
    int64_t quotient = n / d;
    return n % d < 0 ? quotient - 1 : quotient;
}

static int32_t map_axis(int32_t at, int32_t dst_first, int32_t dst_end, int32_t src_first,
                        int32_t src_end, bool mirror)
{
    int64_t dst_size = (int64_t)dst_end - dst_first;
    int64_t src_size = (int64_t)src_end - src_first;
    int64_t index = floor_divide((2 * ((int64_t)at - dst_first) + 1) * src_size, 2 * dst_size);
    return (int32_t)(mirror ? src_end - 1 - index : src_first + index);
}

int32_t raster_map_x(const struct raster_map *map, int32_t x)
{
    return map_axis(x, map->dst.left, map->dst.right, map->src.left, map->src.right, map->mirror_x);
}

int32_t raster_map_y(const struct raster_map *map, int32_t y)
{
    return map_axis(y, map->dst.top, map->dst.bottom, map->src.top, map->src.bottom, map->mirror_y);
}

struct softgpu_rect raster_map_rect(const struct raster_map *map, const struct softgpu_rect *rect)
{
    int32_t left = raster_map_x(map, map->mirror_x ? rect->right - 1 : rect->left);
    int32_t right = raster_map_x(map, map->mirror_x ? rect->left : rect->right - 1);
    int32_t top = raster_map_y(map, map->mirror_y ? rect->bottom - 1 : rect->top);
    int32_t bottom = raster_map_y(map, map->mirror_y ? rect->top : rect->bottom - 1);

    return (struct softgpu_rect){ left, top, right + 1, bottom + 1 };
}

void raster_map_columns(const struct raster_map *map, int32_t x, int32_t count, int32_t origin,
                        int32_t *columns)
{
    int64_t dst_size = 2 * ((int64_t)map->dst.right - map->dst.left);
    int64_t src_size = (int64_t)map->src.right - map->src.left;
    int64_t numerator = (2 * ((int64_t)x - map->dst.left) + 1) * src_size;
    int64_t index = floor_divide(numerator, dst_size);
    int64_t rest = numerator - index * dst_size;
    int64_t step = 2 * src_size / dst_size;
    int64_t step_rest = 2 * src_size % dst_size;
    int64_t base = (map->mirror_x ? (int64_t)map->src.right - 1 : map->src.left) - origin;

    /* One division per row chunk; from column to column the quotient is carried along. */
    for (int32_t i = 0; i < count; i++) {
        columns[i] = (int32_t)(map->mirror_x ? base - index : base + index);
        index += step;
        rest += step_rest;
        if (rest >= dst_size) {
            rest -= dst_size;
            index++;
        }
    }
}

/* The truth table of a code, indexed by P << 2 | S << 1 | D. */
bool raster_rop_uses_pattern(uint32_t rop3)
{
    return ((rop3 >> 4) & 0x0F) != (rop3 & 0x0F);
}

bool raster_rop_uses_source(uint32_t rop3)
{
    return ((rop3 >> 2) & 0x33) != (rop3 & 0x33);
}
