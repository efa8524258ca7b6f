/* SPDX-License-Identifier: MIT */
#include "tests/lib/gdi_world.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CORNER_PIXELS 72u

static const struct {
    D3DKMDT_GDISURFACETYPE type; /* INVALID: a bitmap */
    uint32_t width;
    uint32_t height;
    D3DDDIFORMAT format;
    const char *name;
} kinds[WORLD_SURFACE_COUNT] = {
    [WORLD_PRIMARY] = { .name = "primary" },
    [WORLD_TEXTURE_ALPHA] = { D3DKMDT_GDISURFACE_TEXTURE, 61, 47, D3DDDIFMT_A8R8G8B8, "texture" },
    [WORLD_TEXTURE_OPAQUE] = { D3DKMDT_GDISURFACE_TEXTURE, 40, 70, D3DDDIFMT_X8R8G8B8, "opaque" },
    [WORLD_STAGING] = { D3DKMDT_GDISURFACE_STAGING, 53, 33, D3DDDIFMT_A8R8G8B8, "staging" },
    [WORLD_SHARED] = { D3DKMDT_GDISURFACE_STAGING_CPUVISIBLE, 37, 41, D3DDDIFMT_A8R8G8B8,
                       "shared" },
    [WORLD_BITMAP] = { D3DKMDT_GDISURFACE_INVALID, 45, 39, D3DDDIFMT_A8R8G8B8, "bitmap" },
    [WORLD_COVERAGE] = { D3DKMDT_GDISURFACE_STAGING_CPUVISIBLE, 50, 50, D3DDDIFMT_A8R8G8B8,
                         "coverage" },
    [WORLD_A8] = { D3DKMDT_GDISURFACE_STAGING, 35, 29, D3DDDIFMT_A8, "a8" },
    [WORLD_A8_SHARED] = { D3DKMDT_GDISURFACE_STAGING_CPUVISIBLE, 31, 37, D3DDDIFMT_A8,
                          "a8-shared" },
};

static uint32_t below(struct gdi_world *world, uint32_t bound)
{
    return prng_below(&world->prng, bound);
}

static uint32_t random_word(struct gdi_world *world)
{
    return (uint32_t)(prng_next(&world->prng) >> 32);
}

/* Colours in which the extremes and repeats are common. */
static uint32_t random_color(struct gdi_world *world)
{
    static const uint32_t special[] = { 0x00000000, 0xFFFFFFFF, 0xFF000000, 0x00FFFFFF,
                                        0x80808080, 0x00FF00FF, 0x7F010203, 0xFF00FF00 };

    return below(world, 3) == 0 ? special[below(world, DXGH_ARRAY_SIZE(special))]
                                : random_word(world);
}

bool gdi_world_refresh(struct gdi_world *world)
{
    for (uint32_t i = 0; i < WORLD_SURFACE_COUNT; i++) {
        struct gdi_image *shadow = &world->shadows[i];
        bool few_colors = below(world, 2) == 0;
        uint32_t palette[8];

        for (size_t n = 0; n < DXGH_ARRAY_SIZE(palette); n++) {
            palette[n] = random_color(world);
        }
        for (uint32_t y = 0; y < shadow->height; y++) {
            for (uint32_t x = 0; x < shadow->width; x++) {
                uint32_t word = random_word(world);

                gdi_pixel_set(shadow, (int32_t)x, (int32_t)y,
                              few_colors ? palette[word % DXGH_ARRAY_SIZE(palette)] : word);
            }
        }
        if (!NT_SUCCESS(cdd_surface_write(world->surfaces[i],
                                          cdd_surface_bounds(world->surfaces[i]), shadow->bytes,
                                          (uint32_t)shadow->pitch))) {
            return false;
        }
    }
    return true;
}

static bool open_surface(struct gdi_world *world, uint32_t index)
{
    struct cdd_surface **surface = &world->surfaces[index];
    NTSTATUS status = STATUS_SUCCESS;

    if (index == WORLD_PRIMARY) {
        *surface = cdd_primary(world->cdd);
    } else if (kinds[index].type == D3DKMDT_GDISURFACE_INVALID) {
        status = cdd_surface_create_bitmap(world->cdd, kinds[index].width, kinds[index].height,
                                           kinds[index].format, surface);
    } else {
        status = cdd_surface_create(world->cdd, kinds[index].type, kinds[index].width,
                                    kinds[index].height, kinds[index].format, surface);
    }
    if (!NT_SUCCESS(status)) {
        return false;
    }
    struct gdi_image *shadow = &world->shadows[index];

    shadow->width = (*surface)->width;
    shadow->height = (*surface)->height;
    shadow->bytes_per_pixel = (*surface)->bytes_per_pixel;
    shadow->pitch = (size_t)shadow->width * shadow->bytes_per_pixel;
    shadow->bytes = calloc(shadow->height, shadow->pitch);
    return shadow->bytes != NULL;
}

bool gdi_world_open(struct gdi_world *world, struct cdd *cdd, uint64_t seed)
{
    memset(world, 0, sizeof(*world));
    world->cdd = cdd;
    world->bitmap_percent = 2;
    prng_init(&world->prng, seed);
    gamma_fill(&world->gamma);
    for (uint32_t i = 0; i < WORLD_SURFACE_COUNT; i++) {
        if (!open_surface(world, i)) {
            gdi_world_close(world);
            return false;
        }
    }
    return gdi_world_refresh(world);
}

void gdi_world_close(struct gdi_world *world)
{
    for (uint32_t i = 0; i < WORLD_SURFACE_COUNT; i++) {
        if (i != WORLD_PRIMARY) {
            cdd_surface_destroy(world->surfaces[i]);
        }
        free(world->shadows[i].bytes);
        world->surfaces[i] = NULL;
        world->shadows[i].bytes = NULL;
    }
}

/* A well-ordered rectangle that may hang over by `overhang` pixels, sometimes empty. On a large
 * surface it lies near one of two corners: its size costs time and proves nothing. */
static RECT random_rect(struct gdi_world *world, uint32_t surface_width, uint32_t surface_height,
                        uint32_t overhang)
{
    uint32_t width = DXGH_MIN(surface_width, CORNER_PIXELS);
    uint32_t height = DXGH_MIN(surface_height, CORNER_PIXELS);
    bool distant = below(world, 2) == 0;
    int32_t corner_x = distant ? (int32_t)(surface_width - width) : 0;
    int32_t corner_y = distant ? (int32_t)(surface_height - height) : 0;
    int32_t left = (int32_t)below(world, width + 2 * overhang) - (int32_t)overhang;
    int32_t top = (int32_t)below(world, height + 2 * overhang) - (int32_t)overhang;
    uint32_t wide = below(world, 4) == 0 ? width + overhang : 1 + width / 2;
    uint32_t high = below(world, 4) == 0 ? height + overhang : 1 + height / 2;

    if (overhang == 0) {
        wide = DXGH_MIN(wide, width - (uint32_t)left);
        high = DXGH_MIN(high, height - (uint32_t)top);
        return rect_at(corner_x + left, corner_y + top, 1 + (int32_t)below(world, wide),
                       1 + (int32_t)below(world, high));
    }
    return rect_at(corner_x + left, corner_y + top, (int32_t)below(world, wide + 1),
                   (int32_t)below(world, high + 1));
}

/* Half of the cases have a clip region. Returns: &region or NULL. */
static const struct region *random_clip(struct gdi_world *world, uint32_t surface,
                                        struct region *region)
{
    uint32_t steps = below(world, 2) == 0 ? 0 : 1 + below(world, 5);

    region_init(region, cdd_machine(world->cdd));
    if (steps != 0 && below(world, 4) != 0) { /* most clips cover much of the surface */
        region_combine_rect(
            region,
            rect_inset(cdd_surface_bounds(world->surfaces[surface]), (int32_t)below(world, 8)),
            REGION_UNION);
    }
    for (uint32_t i = 0; i < steps; i++) {
        region_combine_rect(
            region,
            random_rect(world, world->shadows[surface].width, world->shadows[surface].height, 8),
            REGION_XOR);
    }
    return steps == 0 ? NULL : region;
}

static struct gdi_clip clip_of(const struct region *region)
{
    static const RECT nothing = { 0 };

    return region == NULL ? (struct gdi_clip){ 0 }
                          : (struct gdi_clip){ region->rects == NULL ? &nothing : region->rects,
                                               region->count };
}

static uint32_t random_color_surface(struct gdi_world *world, bool as_destination)
{
    if (below(world, 100) < world->bitmap_percent) {
        return WORLD_BITMAP;
    }
    /* The shared one is a destination of copies only: anything else is the CPU's. */
    if (as_destination) {
        return below(world, 100) < world->bitmap_percent ? (uint32_t)WORLD_SHARED
                                                         : below(world, WORLD_SHARED);
    }
    return below(world, WORLD_SHARED + 1);
}

static void describe(struct gdi_world *world, const char *name, uint32_t dst, uint32_t src,
                     RECT dst_rect, RECT src_rect, const struct region *clip, uint32_t value)
{
    (void)snprintf(world->last, sizeof(world->last),
                   "%s %s (%d,%d)-(%d,%d) from %s (%d,%d)-(%d,%d), %u clip rectangles, value 0x%X",
                   name, kinds[dst].name, dst_rect.left, dst_rect.top, dst_rect.right,
                   dst_rect.bottom, kinds[src].name, src_rect.left, src_rect.top, src_rect.right,
                   src_rect.bottom, clip == NULL ? 0 : clip->count, value);
}

static NTSTATUS case_fill(struct gdi_world *world)
{
    uint32_t dst = random_color_surface(world, true);
    struct region region;
    /* Codes that ignore the source: both values of S give the same bit. */
    uint32_t half = below(world, 16);
    uint32_t code = (half & 3u) | (half & 3u) << 2 | (half & 12u) << 2 | (half & 12u) << 4;
    struct cdd_fill fill = {
        .dst = world->surfaces[dst],
        .dst_rect = random_rect(world, world->shadows[dst].width, world->shadows[dst].height, 9),
        .color = random_color(world),
        .rop = (DXGK_GDIROP_COLORFILL)(1 + below(world, 7)),
        .rop3 = (uint8_t)code,
    };

    fill.clip = random_clip(world, dst, &region);
    describe(world, "fill", dst, dst, fill.dst_rect, fill.dst_rect, fill.clip,
             (uint32_t)fill.rop << 8 | code);
    gdi_reference_fill(&world->shadows[dst], fill.dst_rect, clip_of(fill.clip), fill.color,
                       fill.rop, fill.rop3);
    NTSTATUS status = cdd_fill(world->cdd, &fill);
    region_fini(&region);
    return status;
}

static NTSTATUS case_blt(struct gdi_world *world)
{
    bool bytes = below(world, 10) == 0;
    uint32_t dst = bytes ? WORLD_A8 + below(world, 2) : random_color_surface(world, true);
    uint32_t src = bytes ? WORLD_A8 + below(world, 2) : random_color_surface(world, false);
    bool with_pattern = below(world, 100) < world->bitmap_percent;
    uint32_t half = below(world, 16);
    struct region region;
    struct cdd_blt blt = {
        .dst = world->surfaces[dst],
        .src = world->surfaces[src],
        .dst_rect = random_rect(world, world->shadows[dst].width, world->shadows[dst].height, 9),
        .src_x = (int32_t)below(world, world->shadows[src].width + 10) - 5,
        .src_y = (int32_t)below(world, world->shadows[src].height + 10) - 5,
        .rop = bytes && below(world, 100) >= world->bitmap_percent
                   ? DXGK_GDIROP_SRCCOPY
                   : (DXGK_GDIROP_BITBLT)(1 + below(world, 5)),
        .rop3 = (uint8_t)(with_pattern ? below(world, 256) : half * 0x11),
        .pattern = random_color(world),
    };

    if (src == dst && below(world, 2) == 0) {
        blt.src_x = blt.dst_rect.left + (int32_t)below(world, 9) - 4;
        blt.src_y = blt.dst_rect.top + (int32_t)below(world, 9) - 4;
    }
    blt.clip = random_clip(world, dst, &region);
    describe(world, "blt", dst, src, blt.dst_rect, rect_at(blt.src_x, blt.src_y, 0, 0), blt.clip,
             (uint32_t)blt.rop << 8 | blt.rop3);
    gdi_reference_blt(&world->shadows[dst], blt.dst_rect, &world->shadows[src], blt.src_x,
                      blt.src_y, clip_of(blt.clip), blt.rop, blt.rop3, blt.pattern);
    NTSTATUS status = cdd_blt(world->cdd, &blt);
    region_fini(&region);
    return status;
}

/* What AlphaBlend, StretchBlt and TransparentBlt choose alike. */
struct stretch_case {
    uint32_t dst;
    uint32_t src;
    RECT dst_rect;
    RECT src_rect;
};

static struct stretch_case random_stretch(struct gdi_world *world)
{
    struct stretch_case chosen = {
        .dst = random_color_surface(world, true),
        .src = random_color_surface(world, false),
    };

    if (world->keep_apart && chosen.src == chosen.dst) {
        chosen.src = WORLD_SHARED;
    }
    const struct gdi_image *dst = &world->shadows[chosen.dst];
    const struct gdi_image *src = &world->shadows[chosen.src];

    chosen.dst_rect = random_rect(world, dst->width, dst->height, below(world, 8) == 0 ? 60 : 9);
    chosen.src_rect = random_rect(world, src->width, src->height, 0);
    if (below(world, 3) == 0) { /* of equal size where the source has room */
        chosen.dst_rect.right = chosen.dst_rect.left + rect_width(chosen.src_rect);
        chosen.dst_rect.bottom = chosen.dst_rect.top + rect_height(chosen.src_rect);
    }
    return chosen;
}

static NTSTATUS case_alpha(struct gdi_world *world)
{
    static const uint8_t alphas[] = { 0, 1, 127, 128, 254, 255 };
    struct stretch_case chosen = random_stretch(world);
    struct region region;
    struct cdd_alpha_blend blend = {
        .dst = world->surfaces[chosen.dst],
        .src = world->surfaces[chosen.src],
        .dst_rect = chosen.dst_rect,
        .src_rect = chosen.src_rect,
        .constant_alpha = below(world, 3) == 0 ? alphas[below(world, DXGH_ARRAY_SIZE(alphas))]
                                               : (uint8_t)below(world, 256),
        .has_alpha = below(world, 2) == 0,
    };

    blend.clip = random_clip(world, chosen.dst, &region);
    describe(world, "alpha", chosen.dst, chosen.src, blend.dst_rect, blend.src_rect, blend.clip,
             blend.constant_alpha | (uint32_t)blend.has_alpha << 8);
    gdi_reference_alpha(&world->shadows[chosen.dst], blend.dst_rect, &world->shadows[chosen.src],
                        blend.src_rect, clip_of(blend.clip), blend.constant_alpha, blend.has_alpha);
    NTSTATUS status = cdd_alpha_blend(world->cdd, &blend);
    region_fini(&region);
    return status;
}

static NTSTATUS case_stretch(struct gdi_world *world)
{
    struct stretch_case chosen = random_stretch(world);
    struct region region;
    struct cdd_stretch stretch = {
        .dst = world->surfaces[chosen.dst],
        .src = world->surfaces[chosen.src],
        .dst_rect = chosen.dst_rect,
        .src_rect = chosen.src_rect,
        .mode = (enum cdd_stretch_mode)(1 + below(world, 3)),
        .mirror_x = below(world, 3) == 0,
        .mirror_y = below(world, 3) == 0,
    };

    stretch.clip = random_clip(world, chosen.dst, &region);
    describe(
        world, "stretch", chosen.dst, chosen.src, stretch.dst_rect, stretch.src_rect, stretch.clip,
        (uint32_t)stretch.mode | (uint32_t)stretch.mirror_x << 4 | (uint32_t)stretch.mirror_y << 5);
    gdi_reference_stretch(&world->shadows[chosen.dst], stretch.dst_rect,
                          &world->shadows[chosen.src], stretch.src_rect, clip_of(stretch.clip),
                          stretch.mode, stretch.mirror_x, stretch.mirror_y);
    NTSTATUS status = cdd_stretch(world->cdd, &stretch);
    region_fini(&region);
    return status;
}

static NTSTATUS case_transparent(struct gdi_world *world)
{
    struct stretch_case chosen = random_stretch(world);
    struct region region;
    struct cdd_transparent transparent = {
        .dst = world->surfaces[chosen.dst],
        .src = world->surfaces[chosen.src],
        .dst_rect = chosen.dst_rect,
        .src_rect = chosen.src_rect,
        .honor_alpha = below(world, 2) == 0,
        .color = random_color(world),
    };

    if (below(world, 2) == 0) { /* a colour that is there */
        transparent.color =
            gdi_pixel(&world->shadows[chosen.src], chosen.src_rect.left, chosen.src_rect.top);
    }
    if (!transparent.honor_alpha && below(world, 8) != 0) {
        transparent.color &= 0x00FFFFFFu;
    }
    transparent.clip = random_clip(world, chosen.dst, &region);
    describe(world, "transparent", chosen.dst, chosen.src, transparent.dst_rect,
             transparent.src_rect, transparent.clip, transparent.color);
    gdi_reference_transparent(&world->shadows[chosen.dst], transparent.dst_rect,
                              &world->shadows[chosen.src], transparent.src_rect,
                              clip_of(transparent.clip), transparent.color,
                              transparent.honor_alpha);
    NTSTATUS status = cdd_transparent(world->cdd, &transparent);
    region_fini(&region);
    return status;
}

static NTSTATUS case_cleartype(struct gdi_world *world)
{
    uint32_t dst = random_color_surface(world, true);
    struct region region;
    struct cdd_cleartype cleartype = {
        .dst = world->surfaces[dst],
        .alpha = world->surfaces[WORLD_COVERAGE],
        .dst_rect = random_rect(world, world->shadows[dst].width, world->shadows[dst].height, 9),
        .offset_x = (int32_t)below(world, 40) - 20,
        .offset_y = (int32_t)below(world, 40) - 20,
        .color = random_color(world),
        .gamma_row = below(world, 4) == 0 ? CDD_GAMMA_NONE : below(world, GAMMA_ROWS),
    };
    bool has_gamma = cleartype.gamma_row != CDD_GAMMA_NONE;

    cleartype.clip = random_clip(world, dst, &region);
    describe(world, "cleartype", dst, WORLD_COVERAGE, cleartype.dst_rect,
             rect_at(cleartype.offset_x, cleartype.offset_y, 0, 0), cleartype.clip,
             cleartype.gamma_row);
    gdi_reference_cleartype(
        &world->shadows[dst], cleartype.dst_rect, &world->shadows[WORLD_COVERAGE],
        cleartype.offset_x, cleartype.offset_y, clip_of(cleartype.clip),
        gamma_correct(&world->gamma, cleartype.gamma_row, cleartype.color), cleartype.color,
        has_gamma ? world->gamma.rows[cleartype.gamma_row] : NULL);
    NTSTATUS status = cdd_cleartype(world->cdd, &cleartype);
    region_fini(&region);
    return status;
}

NTSTATUS gdi_world_case(struct gdi_world *world, DXGK_RENDERKM_OPERATION operation)
{
    switch (operation) {
    case DXGK_GDIOP_BITBLT:
        return case_blt(world);
    case DXGK_GDIOP_COLORFILL:
        return case_fill(world);
    case DXGK_GDIOP_ALPHABLEND:
        return case_alpha(world);
    case DXGK_GDIOP_STRETCHBLT:
        return case_stretch(world);
    case DXGK_GDIOP_TRANSPARENTBLT:
        return case_transparent(world);
    case DXGK_GDIOP_CLEARTYPEBLEND:
        return case_cleartype(world);
    default:
        return STATUS_INVALID_PARAMETER;
    }
}

bool gdi_world_compare(struct gdi_world *world, char *difference, size_t size_bytes)
{
    for (uint32_t i = 0; i < WORLD_SURFACE_COUNT; i++) {
        struct gdi_image *shadow = &world->shadows[i];
        struct gdi_image seen = *shadow;
        NTSTATUS status;
        bool equal = true;

        seen.bytes = calloc(seen.height, seen.pitch);
        if (seen.bytes == NULL) {
            abort();
        }
        status = cdd_surface_read(world->surfaces[i], cdd_surface_bounds(world->surfaces[i]),
                                  seen.bytes, (uint32_t)seen.pitch);
        if (!NT_SUCCESS(status)) {
            (void)snprintf(difference, size_bytes, "%s cannot be read: status 0x%08X",
                           kinds[i].name, (uint32_t)status);
            equal = false;
        }
        bool same = memcmp(seen.bytes, shadow->bytes, seen.pitch * seen.height) == 0;

        for (uint32_t n = 0; equal && !same && n < seen.width * seen.height; n++) {
            int32_t x = (int32_t)(n % seen.width);
            int32_t y = (int32_t)(n / seen.width);
            uint32_t want = gdi_pixel(shadow, x, y);
            uint32_t have = gdi_pixel(&seen, x, y);

            if (want != have) {
                (void)snprintf(difference, size_bytes,
                               "%s pixel (%d,%d) is 0x%08X, the reference says 0x%08X",
                               kinds[i].name, x, y, have, want);
                equal = false;
            }
        }
        free(seen.bytes);
        if (!equal) {
            return false;
        }
    }
    return true;
}
