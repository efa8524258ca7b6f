/* SPDX-License-Identifier: MIT */
#include "tests/lib/paint_world.h"

#include "verify/names.h"

#include <stdio.h>
#include <stdlib.h>

static bool failed(struct paint_world *world, NTSTATUS status, const char *what)
{
    if (NT_SUCCESS(status)) {
        return false;
    }
    (void)snprintf(world->why, sizeof(world->why), "%s returned %s", what,
                   verify_status_name(status));
    return true;
}

static uint32_t below(struct paint_world *world, uint32_t bound)
{
    return prng_below(&world->prng, bound);
}

static RECT random_rect(struct paint_world *world, const struct cdd_surface *surface)
{
    int32_t left = (int32_t)below(world, surface->width);
    int32_t top = (int32_t)below(world, surface->height);

    return rect_make(left, top, left + 1 + (int32_t)below(world, surface->width - (uint32_t)left),
                     top + 1 + (int32_t)below(world, surface->height - (uint32_t)top));
}

static bool fill(struct paint_world *world, uint32_t index, RECT rect)
{
    struct cdd_surface *surface = world->surfaces[index];
    uint32_t color = (uint32_t)prng_next(&world->prng);
    const struct cdd_fill args = {
        .dst = surface, .dst_rect = rect, .color = color, .rop = DXGK_GDIROPCF_PATCOPY
    };

    for (int32_t y = rect.top; y < rect.bottom; y++) {
        for (int32_t x = rect.left; x < rect.right; x++) {
            world->shadows[index][(uint32_t)y * surface->width + (uint32_t)x] = color;
        }
    }
    return !failed(world, cdd_fill(world->cdd, &args), "cdd_fill");
}

/* Exclusive or: the result depends on everything that was in both places before. */
static bool combine(struct paint_world *world, uint32_t to, uint32_t from)
{
    struct cdd_surface *dst = world->surfaces[to];
    struct cdd_surface *src = world->surfaces[from];
    const struct cdd_blt args = {
        .dst = dst,
        .src = src,
        .dst_rect = rect_make(0, 0, (int32_t)DXGH_MIN(dst->width, src->width),
                              (int32_t)DXGH_MIN(dst->height, src->height)),
        .rop = below(world, 2) == 0 ? DXGK_GDIROP_SRCINVERT : DXGK_GDIROP_SRCCOPY,
    };

    for (int32_t y = 0; y < args.dst_rect.bottom; y++) {
        for (int32_t x = 0; x < args.dst_rect.right; x++) {
            uint32_t *pixel = &world->shadows[to][(uint32_t)y * dst->width + (uint32_t)x];
            uint32_t source = world->shadows[from][(uint32_t)y * src->width + (uint32_t)x];

            *pixel = args.rop == DXGK_GDIROP_SRCCOPY ? source : *pixel ^ source;
        }
    }
    return !failed(world, cdd_blt(world->cdd, &args), "cdd_blt");
}

bool paint_world_open(struct paint_world *world, struct cdd *cdd, uint64_t seed, uint32_t count,
                      uint32_t bytes_max)
{
    *world = (struct paint_world){ .cdd = cdd };
    prng_init(&world->prng, seed);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t width = 1 + below(world, PAINT_SIDE_MAX);
        uint32_t rows = DXGH_MIN(bytes_max / (width * 4 + 255), PAINT_SIDE_MAX);
        uint32_t height = 1 + below(world, DXGH_MAX(rows, 1u));
        NTSTATUS status = cdd_surface_create(cdd, D3DKMDT_GDISURFACE_TEXTURE, width, height,
                                             D3DDDIFMT_A8R8G8B8, &world->surfaces[i]);

        if (failed(world, status, "cdd_surface_create")) {
            return false;
        }
        world->count++;
        world->shadows[i] = calloc((size_t)width * height, sizeof(uint32_t));
        if (!fill(world, i, cdd_surface_bounds(world->surfaces[i]))) {
            return false;
        }
    }
    return true;
}

bool paint_world_step(struct paint_world *world)
{
    uint32_t index = below(world, world->count);
    uint32_t other = below(world, world->count);
    bool done = index == other || below(world, 3) == 0
                    ? fill(world, index, random_rect(world, world->surfaces[index]))
                    : combine(world, index, other);

    return done && (below(world, 8) != 0 || !failed(world, cdd_flush(world->cdd), "cdd_flush"));
}

static bool compare_one(struct paint_world *world, uint32_t index, uint32_t *pixels)
{
    struct cdd_surface *surface = world->surfaces[index];
    NTSTATUS status =
        cdd_surface_read(surface, cdd_surface_bounds(surface), pixels, surface->width * 4);

    if (failed(world, status, "cdd_surface_read")) {
        return false;
    }
    for (uint32_t i = 0; i < surface->width * surface->height; i++) {
        if (pixels[i] != world->shadows[index][i]) {
            (void)snprintf(world->why, sizeof(world->why),
                           "texture %u is 0x%08X at (%u,%u), expected 0x%08X", index, pixels[i],
                           i % surface->width, i / surface->width, world->shadows[index][i]);
            return false;
        }
    }
    return true;
}

bool paint_world_compare(struct paint_world *world)
{
    uint32_t *pixels = malloc(sizeof(*pixels) * PAINT_SIDE_MAX * PAINT_SIDE_MAX);
    bool same = true;

    for (uint32_t i = 0; i < world->count && same; i++) {
        same = compare_one(world, i, pixels);
    }
    free(pixels);
    return same;
}

void paint_world_close(struct paint_world *world)
{
    for (uint32_t i = 0; i < world->count; i++) {
        cdd_surface_destroy(world->surfaces[i]);
        free(world->shadows[i]);
    }
    world->count = 0;
}
