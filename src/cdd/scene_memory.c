/* SPDX-License-Identifier: MIT */
/*
 * Scenes that need more memory than there may be. Each shows what became of its surfaces, so that
 * a place that was read or written wrongly is seen; the picture is the same with any size of video
 * memory and aperture.
 */
#include "cdd/artwork.h"

#define TILES 40u
#define COLUMNS 8u
#define TILE_WIDTH 256u
#define TILE_HEIGHT 192u
#define STRIP_HEIGHT 48u
#define STAGING_SIDE 128u

struct tiles {
    struct painter *painter;
    struct cdd_surface *surfaces[TILES];
};

static uint32_t tile_color(uint32_t index, uint32_t row)
{
    return 0xFF000000u | (index * 6u + 8u) << 16 | ((row * 5u + index * 17u) & 0xFFu) << 8 |
           (255u - index * 6u);
}

static void fill(struct painter *painter, struct cdd_surface *surface, RECT rect, uint32_t color,
                 DXGK_GDIROP_COLORFILL rop)
{
    const struct cdd_fill args = { .dst = surface, .dst_rect = rect, .color = color, .rop = rop };

    if (!painter_failed(painter)) {
        painter_check(painter, cdd_fill(painter->cdd, &args), "ColorFill");
    }
}

/* Exclusive or: what comes out depends on every pixel of both. */
static void combine(struct painter *painter, struct cdd_surface *dst, struct cdd_surface *src,
                    int32_t shift)
{
    const struct cdd_blt args = {
        .dst = dst,
        .src = src,
        .dst_rect = rect_offset(cdd_surface_bounds(dst), shift, shift / 2),
        .rop = DXGK_GDIROP_SRCINVERT,
    };

    if (!painter_failed(painter)) {
        painter_check(painter, cdd_blt(painter->cdd, &args), "BitBlt");
    }
}

static void make_tiles(struct tiles *tiles, D3DKMDT_GDISURFACETYPE type, uint32_t width,
                       uint32_t height)
{
    for (uint32_t i = 0; i < TILES; i++) {
        tiles->surfaces[i] = painter_surface(tiles->painter, type, width, height);
    }
}

static void paint_tiles(struct tiles *tiles, int32_t band)
{
    for (uint32_t i = 0; i < TILES && !painter_failed(tiles->painter); i++) {
        RECT bounds = cdd_surface_bounds(tiles->surfaces[i]);

        for (int32_t y = 0; y < bounds.bottom; y += band) {
            fill(tiles->painter, tiles->surfaces[i],
                 rect_make(0, y, bounds.right, DXGH_MIN(y + band, bounds.bottom)),
                 tile_color(i, (uint32_t)y), DXGK_GDIROPCF_PATCOPY);
        }
    }
}

/* In an order that visits far apart tiles, so that the one used longest ago is often the next. */
static void mix_tiles(struct tiles *tiles, uint32_t step)
{
    for (uint32_t i = 0; i < TILES && !painter_failed(tiles->painter); i++) {
        combine(tiles->painter, tiles->surfaces[i], tiles->surfaces[(i * step + 3) % TILES],
                (int32_t)(i % 5) * 6 - 12);
    }
}

static void show_tiles(struct tiles *tiles)
{
    struct painter *painter = tiles->painter;
    int32_t width = painter->screen.right / (int32_t)COLUMNS;
    int32_t height = painter->screen.bottom / (int32_t)(TILES / COLUMNS);

    for (uint32_t i = 0; i < TILES && !painter_failed(painter); i++) {
        int32_t x = (int32_t)(i % COLUMNS) * width;
        int32_t y = (int32_t)(i / COLUMNS) * height;

        painter_stretch(painter, tiles->surfaces[i], cdd_surface_bounds(tiles->surfaces[i]),
                        rect_make(x, y, x + width, y + height));
    }
}

NTSTATUS scene_paging(struct cdd *cdd, const struct cdd_scene_options *options,
                      struct cdd_error *error)
{
    struct painter painter;
    struct tiles tiles = { .painter = &painter };

    (void)options;
    painter_init(&painter, cdd, error);
    make_tiles(&tiles, D3DKMDT_GDISURFACE_TEXTURE, TILE_WIDTH, TILE_HEIGHT);
    paint_tiles(&tiles, 8);
    for (uint32_t round = 0; round < 3; round++) {
        mix_tiles(&tiles, 7 + 2 * round);
    }
    show_tiles(&tiles);
    return painter_finish(&painter);
}

/* Everything in one command buffer. */
NTSTATUS scene_split(struct cdd *cdd, const struct cdd_scene_options *options,
                     struct cdd_error *error)
{
    struct painter painter;
    struct tiles tiles = { .painter = &painter };

    (void)options;
    painter_init(&painter, cdd, error);
    make_tiles(&tiles, D3DKMDT_GDISURFACE_TEXTURE, TILE_WIDTH, STRIP_HEIGHT);
    painter_check(&painter, cdd_flush(cdd), "flushing");
    paint_tiles(&tiles, 12);
    mix_tiles(&tiles, 11);
    show_tiles(&tiles);
    return painter_finish(&painter);
}

/* Memory the CPU sees too, which only an aperture gives. */
NTSTATUS scene_aperture(struct cdd *cdd, const struct cdd_scene_options *options,
                        struct cdd_error *error)
{
    struct painter painter;
    struct tiles tiles = { .painter = &painter };

    (void)options;
    painter_init(&painter, cdd, error);
    make_tiles(&tiles, D3DKMDT_GDISURFACE_STAGING_CPUVISIBLE, STAGING_SIDE, STAGING_SIDE);
    paint_tiles(&tiles, 16);
    mix_tiles(&tiles, 9);
    mix_tiles(&tiles, 13);
    show_tiles(&tiles);
    return painter_finish(&painter);
}

/* The CPU's part: a diagonal, read, changed and written. */
static void draw_by_hand(struct painter *painter, struct cdd_surface *surface, uint32_t index)
{
    struct cdd_mapping mapping;
    NTSTATUS status;

    if (painter_failed(painter)) {
        return;
    }
    status = cdd_surface_map(surface, CDD_READ_WRITE, cdd_surface_bounds(surface), 0, &mapping);
    if (NT_SUCCESS(status)) {
        for (int32_t i = 0; i < mapping.rect.bottom; i++) {
            uint32_t *pixel = (uint32_t *)(void *)raster_at(
                &mapping.raster, (i + (int32_t)index * 3) % mapping.rect.right, i);

            *pixel = ~*pixel | 0xFF000000u;
        }
        status = cdd_surface_unmap(&mapping);
    }
    painter_check(painter, status, "the CPU's access to a surface");
}

NTSTATUS scene_lock(struct cdd *cdd, const struct cdd_scene_options *options,
                    struct cdd_error *error)
{
    struct painter painter;
    struct tiles tiles = { .painter = &painter };

    (void)options;
    painter_init(&painter, cdd, error);
    for (uint32_t i = 0; i < TILES; i++) {
        tiles.surfaces[i] = painter_surface(&painter,
                                            i % 2 == 0 ? D3DKMDT_GDISURFACE_STAGING_CPUVISIBLE
                                                       : D3DKMDT_GDISURFACE_TEXTURE,
                                            STAGING_SIDE, STAGING_SIDE);
    }
    paint_tiles(&tiles, 16);
    for (uint32_t round = 0; round < 2; round++) {
        for (uint32_t i = 0; i < TILES; i++) {
            draw_by_hand(&painter, tiles.surfaces[i], i + round);
            if (!painter_failed(&painter)) {
                combine(&painter, tiles.surfaces[(i + 1) % TILES], tiles.surfaces[i], 4);
            }
        }
    }
    show_tiles(&tiles);
    return painter_finish(&painter);
}
