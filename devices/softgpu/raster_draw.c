/* SPDX-License-Identifier: MIT */
/* Private primitives: ramps and shaded triangles. */
#include "raster_internal.h"

#include <string.h>

static uint32_t ramp_colour(uint32_t first, uint32_t last, uint32_t index, uint32_t count)
{
    uint32_t result = 0;

    if (count <= 1) {
        return first;
    }
    uint32_t span = count - 1;
    for (uint32_t shift = 0; shift < 32; shift += 8) {
        uint32_t a = (first >> shift) & 0xFF, b = (last >> shift) & 0xFF;
        result |= (a * (span - index) + b * index + span / 2) / span << shift;
    }
    return result;
}

void raster_gradient(const struct raster_image *dst, const struct softgpu_rect *rect,
                     const struct softgpu_rect *bounds, uint32_t first, uint32_t last,
                     bool vertical)
{
    uint32_t ramp[RASTER_CHUNK];

    if (vertical) {
        uint32_t count = (uint32_t)(bounds->bottom - bounds->top);
        for (int32_t y = rect->top; y < rect->bottom; y++) {
            struct softgpu_rect row = { rect->left, y, rect->right, y + 1 };
            raster_fill(dst, &row, ramp_colour(first, last, (uint32_t)(y - bounds->top), count),
                        RASTER_ROP_PATCOPY);
        }
        return;
    }

    uint32_t count = (uint32_t)(bounds->right - bounds->left);
    for (int32_t x = rect->left; x < rect->right; x += RASTER_CHUNK) {
        int32_t length = rect->right - x < RASTER_CHUNK ? rect->right - x : RASTER_CHUNK;
        for (int32_t i = 0; i < length; i++) {
            ramp[i] = ramp_colour(first, last, (uint32_t)(x + i - bounds->left), count);
        }
        for (int32_t y = rect->top; y < rect->bottom; y++) {
            memcpy(raster_at(dst, x, y, 4), ramp, (size_t)length * 4);
        }
    }
}

/* Twice the signed area of a, b, p: positive when p is on the inner side of an edge. */
static int64_t edge_at(const struct softgpu_vertex *a, const struct softgpu_vertex *b, int64_t x,
                       int64_t y)
{
    return ((int64_t)b->x - a->x) * (y - a->y) - ((int64_t)b->y - a->y) * (x - a->x);
}

/* A point on an edge belongs to the triangle only if the edge is a top or a left one. */
static int64_t edge_bias(const struct softgpu_vertex *a, const struct softgpu_vertex *b)
{
    bool top = a->y == b->y && b->x > a->x;
    bool left = b->y < a->y;
    return top || left ? 0 : -1;
}

static int32_t min3(int32_t a, int32_t b, int32_t c)
{
    int32_t m = a < b ? a : b;
    return m < c ? m : c;
}

static int32_t max3(int32_t a, int32_t b, int32_t c)
{
    int32_t m = a > b ? a : b;
    return m > c ? m : c;
}

static uint32_t mix3(const struct softgpu_vertex *const v[3], const int64_t w[3], int64_t area)
{
    uint32_t result = 0;

    for (uint32_t shift = 0; shift < 32; shift += 8) {
        int64_t sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += w[i] * (int64_t)((v[i]->colour >> shift) & 0xFF);
        }
        result |= (uint32_t)(sum / area) << shift;
    }
    return result;
}

void raster_triangle(const struct raster_image *dst, const struct softgpu_rect *clip,
                     const struct softgpu_vertex vertices[3], bool flat)
{
    const struct softgpu_vertex *v[3] = { &vertices[0], &vertices[1], &vertices[2] };
    int64_t area = edge_at(v[0], v[1], v[2]->x, v[2]->y);

    if (area == 0) {
        return;
    }
    if (area < 0) {
        v[1] = &vertices[2];
        v[2] = &vertices[1];
        area = -area;
    }

    /* Pixels whose centre can be inside, cut to the clip; >> is floor for negatives too. */
    int32_t left = (min3(v[0]->x, v[1]->x, v[2]->x) - 8) >> 4;
    int32_t right = ((max3(v[0]->x, v[1]->x, v[2]->x) - 8) >> 4) + 1;
    int32_t top = (min3(v[0]->y, v[1]->y, v[2]->y) - 8) >> 4;
    int32_t bottom = ((max3(v[0]->y, v[1]->y, v[2]->y) - 8) >> 4) + 1;
    left = left > clip->left ? left : clip->left;
    top = top > clip->top ? top : clip->top;
    right = right < clip->right ? right : clip->right;
    bottom = bottom < clip->bottom ? bottom : clip->bottom;

    int64_t bias[3] = { edge_bias(v[1], v[2]), edge_bias(v[2], v[0]), edge_bias(v[0], v[1]) };
    for (int32_t y = top; y < bottom; y++) {
        uint32_t *row = (uint32_t *)raster_at(dst, dst->origin_x, y, 4);
        for (int32_t x = left; x < right; x++) {
            int64_t px = (int64_t)x * 16 + 8, py = (int64_t)y * 16 + 8;
            int64_t w[3] = { edge_at(v[1], v[2], px, py), edge_at(v[2], v[0], px, py),
                             edge_at(v[0], v[1], px, py) };
            if (w[0] + bias[0] >= 0 && w[1] + bias[1] >= 0 && w[2] + bias[2] >= 0) {
                row[x - dst->origin_x] = flat ? vertices[0].colour : mix3(v, w, area);
            }
        }
    }
}
