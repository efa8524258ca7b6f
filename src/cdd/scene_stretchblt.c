/* SPDX-License-Identifier: MIT */
#include "cdd/artwork.h"

struct stretch_item {
    enum cdd_stretch_mode mode;
    bool mirror_x;
    bool mirror_y;
    bool large; /* the source is larger than a cell: it shrinks */
    const char *label;
};

static const struct stretch_item items[] = {
    { CDD_STRETCH_COLORONCOLOR, false, false, false, "COLORONCOLOR, growing" },
    { CDD_STRETCH_COLORONCOLOR, true, false, false, "growing, mirrored in x" },
    { CDD_STRETCH_COLORONCOLOR, false, true, false, "growing, mirrored in y" },
    { CDD_STRETCH_COLORONCOLOR, true, true, false, "growing, mirrored in both" },
    { CDD_STRETCH_COLORONCOLOR, false, false, true, "COLORONCOLOR, shrinking: drops pixels" },
    { CDD_STRETCH_BLACKONWHITE, false, false, true, "BLACKONWHITE, shrinking: AND" },
    { CDD_STRETCH_WHITEONBLACK, false, false, true, "WHITEONBLACK, shrinking: OR" },
    { CDD_STRETCH_COLORONCOLOR, true, false, true, "shrinking, mirrored in x" },
    { CDD_STRETCH_BLACKONWHITE, false, false, false, "BLACKONWHITE, growing" },
};

/* Thin dark lines on white and light ones on black: what the modes do to them shows. */
static struct cdd_surface *line_card(struct painter *painter, uint32_t width, uint32_t height)
{
    struct image image;

    if (painter_failed(painter)) {
        return NULL;
    }
    painter_canvas(painter, width, height, &image);
    for (uint32_t y = 0; y < height; y++) {
        for (uint32_t x = 0; x < width; x++) {
            bool dark_side = x > width / 2;
            uint32_t distance = (x > width / 2 ? x - width / 2 : width / 2 - x) / 2 +
                                (y > height / 2 ? y - height / 2 : height / 2 - y);
            bool line = distance % 16 == 0 || (x + y) % 37 == 0;
            uint32_t color =
                dark_side ? (line ? 0xFFFFE2A8u : 0xFF1D2340u) : (line ? 0xFF5B4FC4u : 0xFFFFFFFFu);

            image.pixels[(size_t)y * width + x] = color;
        }
    }
    return painter_picture(painter, &image);
}

static void draw(struct painter *painter, const struct stretch_item *item, struct cdd_surface *src,
                 RECT src_rect, RECT rect)
{
    const struct cdd_stretch stretch = {
        .dst = painter->target,
        .src = src,
        .dst_rect = rect,
        .src_rect = src_rect,
        .clip = painter->clip,
        .mode = item->mode,
        .mirror_x = item->mirror_x,
        .mirror_y = item->mirror_y,
    };

    painter_check(painter, cdd_stretch(painter->cdd, &stretch), "StretchBlt");
}

NTSTATUS scene_stretchblt(struct cdd *cdd, const struct cdd_scene_options *options,
                          struct cdd_error *error)
{
    struct painter_sheet sheet;
    struct painter painter;
    struct region clip;
    RECT cell;

    (void)options;
    painter_init(&painter, cdd, error);
    painter_sheet_begin(&painter, &sheet, 4, 3, "StretchBlt",
                        "DXGK_GDIOP_STRETCHBLT: modes and mirrors, exact to the pixel");

    struct cdd_surface *card = artwork_test_card(&painter, 60, 40);
    struct cdd_surface *lines = line_card(&painter, 900, 560);

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(items) && !painter_failed(&painter); i++) {
        struct cdd_surface *src = items[i].large ? lines : card;

        cell = painter_cell(&painter, &sheet, items[i].label);
        if (!painter_failed(&painter)) {
            draw(&painter, &items[i], src, cdd_surface_bounds(src), cell);
        }
    }
    cell = painter_cell(&painter, &sheet, "clip: disc");
    painter_round_region(&painter, cell, DXGH_MIN(rect_width(cell), rect_height(cell)) / 2, &clip);
    painter.clip = &clip;
    if (!painter_failed(&painter)) {
        draw(&painter, &items[0], card, cdd_surface_bounds(card), cell);
    }
    painter.clip = NULL;
    region_fini(&clip);

    cell = painter_cell(&painter, &sheet, "nine pixels, magnified");
    if (!painter_failed(&painter)) {
        draw(&painter, &items[0], card, rect_at(28, 10, 3, 3), cell);
    }
    cell = painter_cell(&painter, &sheet, "one axis each");
    if (!painter_failed(&painter)) {
        RECT upper = rect_make(cell.left, cell.top, cell.right, cell.top + 40);
        RECT lower = rect_make(cell.left + 10, upper.bottom + 6, cell.left + 70, cell.bottom);

        draw(&painter, &items[0], card, cdd_surface_bounds(card), upper);
        draw(&painter, &items[0], card, cdd_surface_bounds(card), lower);
    }
    return painter_finish(&painter);
}
