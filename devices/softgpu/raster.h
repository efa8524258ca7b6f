/* SPDX-License-Identifier: MIT */
/*
 * The raster layer: pixels in host memory, one operation per function, nothing of the board.
 *
 * It is pure and uses integers only, so its results are the same on every host. The board calls
 * it through command_*.c; a benchmark may call it directly: describe both surfaces as images with
 * origin (0, 0) and pass one rectangle.
 *
 * What every function asks of its caller: formats are SOFTGPU_FORMAT_*, rectangles are well ordered
 * and lie inside the memory of the image, sources as mapped likewise; pitches and pixel addresses
 * are multiples of 4 (1 for A8); destination and source do not overlap, unless the function says
 * that they may.
 *
 * Source: ns-d3dkmddi-_dxgk_gdiarg_*.md for each operation of GDI; softgpu_regs.h states the exact
 * integer formulas and the choices where the documents leave one.
 */
#ifndef SOFTGPU_RASTER_H
#define SOFTGPU_RASTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "softgpu_regs.h"

/* A window on a surface: pixels points at pixel (origin_x, origin_y) of it. */
struct raster_image {
    uint8_t *pixels;
    uint32_t pitch; /* bytes */
    uint32_t format;
    int32_t origin_x;
    int32_t origin_y;
};

/* How a destination rectangle reads its source when it stretches; section 10, MAPPING. */
struct raster_map {
    struct softgpu_rect src;
    struct softgpu_rect dst;
    bool mirror_x;
    bool mirror_y;
};

/** raster_pixel_bytes - bytes per pixel of a format; 0 for an unknown one */
uint32_t raster_pixel_bytes(uint32_t format);
/** raster_colour - an A8R8G8B8 colour as one pixel of a format */
uint32_t raster_colour(uint32_t format, uint32_t colour);
/** raster_map_x, raster_map_y - the source coordinate one destination coordinate samples */
int32_t raster_map_x(const struct raster_map *map, int32_t x);
int32_t raster_map_y(const struct raster_map *map, int32_t y);
/** raster_map_rect - the smallest source rectangle that holds all samples of a rectangle */
struct softgpu_rect raster_map_rect(const struct raster_map *map, const struct softgpu_rect *rect);
/** raster_rop_uses_pattern, raster_rop_uses_source - whether a ROP3 code depends on an operand */
bool raster_rop_uses_pattern(uint32_t rop3);
bool raster_rop_uses_source(uint32_t rop3);

/** raster_simd_allow - whether AVX2 may be used where the processor has it; true at first. Pixels
 * do not depend on it: this is for tests that prove so, and for benchmarks. */
void raster_simd_allow(bool allow);

#define RASTER_ROP_SRCCOPY 0xCCu
#define RASTER_ROP_PATCOPY 0xF0u

/**
 * raster_fill - combine a solid colour with a rectangle
 * @colour: A8R8G8B8
 * @rop3: a code that does not use the source; PATCOPY is pixman's fill
 */
void raster_fill(const struct raster_image *dst, const struct softgpu_rect *rect, uint32_t colour,
                 uint32_t rop3);

/**
 * raster_blt - combine a source, a solid pattern and a rectangle
 * @offset_x: source x = destination x + offset_x; y likewise
 * @pattern: A8R8G8B8
 * Formats of equal pixel size; SRCCOPY also converts between R5G6B5 and 32 bits. SRCCOPY is
 * pixman's where the two do not overlap. They may overlap when the pitches are equal.
 */
void raster_blt(const struct raster_image *dst, const struct softgpu_rect *rect,
                const struct raster_image *src, int32_t offset_x, int32_t offset_y,
                uint32_t pattern, uint32_t rop3);

/**
 * raster_alpha_blend - premultiplied OVER with a constant alpha; pixman's where nothing stretches
 * @dst: 32-bit or R5G6B5; @src: 32-bit
 * Returns: false when the host is out of memory; nothing was written.
 */
bool raster_alpha_blend(const struct raster_image *dst, const struct softgpu_rect *rect,
                        const struct raster_image *src, const struct raster_map *map,
                        uint32_t constant_alpha, bool source_alpha);

/**
 * raster_stretch_blt - scale by dropping, repeating or combining pixels
 * @mode: SOFTGPU_STRETCH_BLACKONWHITE, _WHITEONBLACK or _COLORONCOLOR
 * Formats of equal pixel size.
 */
void raster_stretch_blt(const struct raster_image *dst, const struct softgpu_rect *rect,
                        const struct raster_image *src, const struct raster_map *map,
                        uint32_t mode);
/** raster_combine_rect - as raster_map_rect, for the modes that combine pixels */
struct softgpu_rect raster_combine_rect(const struct raster_map *map,
                                        const struct softgpu_rect *rect);

/**
 * raster_transparent_blt - copy the pixels that differ from a key colour, scaling as mapped
 * Both 32-bit.
 */
void raster_transparent_blt(const struct raster_image *dst, const struct softgpu_rect *rect,
                            const struct raster_image *src, const struct raster_map *map,
                            uint32_t key, bool honor_alpha);

struct raster_cleartype {
    uint32_t colour;  /* A8R8G8B8, gamma corrected */
    uint32_t colour2; /* A8R8G8B8, not corrected */
    int32_t offset_x; /* alpha x = destination x + offset_x */
    int32_t offset_y;
    const uint8_t *gamma; /* 512 bytes, or NULL for no gamma; not in the destination's memory */
};
/**
 * raster_cleartype_blend - text with a coverage per component
 * @dst: 32-bit or R5G6B5; @alpha: 32-bit
 */
void raster_cleartype_blend(const struct raster_image *dst, const struct softgpu_rect *rect,
                            const struct raster_image *alpha,
                            const struct raster_cleartype *parameters);

/** raster_gradient - fill bounds with a ramp, as far as it lies in rect; 32-bit */
void raster_gradient(const struct raster_image *dst, const struct softgpu_rect *rect,
                     const struct softgpu_rect *bounds, uint32_t first, uint32_t last,
                     bool vertical);
/** raster_triangle - one shaded triangle inside clip; 32-bit */
void raster_triangle(const struct raster_image *dst, const struct softgpu_rect *clip,
                     const struct softgpu_vertex vertices[3], bool flat);

#endif /* SOFTGPU_RASTER_H */
