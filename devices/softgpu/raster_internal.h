/* SPDX-License-Identifier: MIT */
/* What the raster files share: pixel arithmetic and the choice of instruction set. */
#ifndef SOFTGPU_RASTER_INTERNAL_H
#define SOFTGPU_RASTER_INTERNAL_H

#include "raster.h"

/* Columns a stretching operation works on at a time; its tables live on the stack. */
#define RASTER_CHUNK 512

static inline uint8_t *raster_at(const struct raster_image *image, int32_t x, int32_t y,
                                 uint32_t pixel_bytes)
{
    return image->pixels + (size_t)(y - image->origin_y) * image->pitch +
           (size_t)(x - image->origin_x) * pixel_bytes;
}

/* n / 255 rounded to nearest, exact for 0 <= n <= 65535 (a tie would need an even 255). */
static inline uint32_t raster_div255(uint32_t n)
{
    uint32_t t = n + 128;
    return (t + (t >> 8)) >> 8;
}

static inline uint32_t raster_widen565(uint32_t pixel)
{
    uint32_t r = pixel >> 11;
    uint32_t g = (pixel >> 5) & 0x3F;
    uint32_t b = pixel & 0x1F;
    return 0xFF000000u | ((r << 3 | r >> 2) << 16) | ((g << 2 | g >> 4) << 8) | (b << 3 | b >> 2);
}

static inline uint16_t raster_narrow565(uint32_t pixel)
{
    return (uint16_t)(((pixel >> 8) & 0xF800u) | ((pixel >> 5) & 0x07E0u) |
                      ((pixel >> 3) & 0x001Fu));
}

/*
 * A row kernel is an always-inline function. RASTER_KERNEL(name, parameters, arguments) makes
 * name() from name_body(): one copy for any x86-64, one for AVX2, chosen at each call by what the
 * processor has. Both compute the same integers, so the choice cannot be seen in the pixels.
 */
bool raster_simd_is_usable(void);
#define RASTER_BODY static inline __attribute__((always_inline)) void
#if defined(__x86_64__)
#define RASTER_KERNEL(name, parameters, arguments)                                                 \
    static void name##_generic parameters                                                          \
    {                                                                                              \
        name##_body arguments;                                                                     \
    }                                                                                              \
    __attribute__((target("avx2"))) static void name##_avx2 parameters                             \
    {                                                                                              \
        name##_body arguments;                                                                     \
    }                                                                                              \
    static void name parameters                                                                    \
    {                                                                                              \
        if (raster_simd_is_usable()) {                                                             \
            name##_avx2 arguments;                                                                 \
        } else {                                                                                   \
            name##_generic arguments;                                                              \
        }                                                                                          \
    }
#else
#define RASTER_KERNEL(name, parameters, arguments)                                                 \
    static void name parameters                                                                    \
    {                                                                                              \
        name##_body arguments;                                                                     \
    }
#endif

/**
 * raster_map_columns - fill a table with the source columns of destination columns from x on,
 * as indices into a row that starts at source column origin
 */
void raster_map_columns(const struct raster_map *map, int32_t x, int32_t count, int32_t origin,
                        int32_t *columns);

#endif /* SOFTGPU_RASTER_INTERNAL_H */
