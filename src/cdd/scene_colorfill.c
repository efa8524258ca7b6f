/* SPDX-License-Identifier: MIT */
#include "cdd/artwork.h"

static RECT prepared_cell(struct painter *painter, struct painter_sheet *sheet,
                          struct cdd_surface *card, const char *label)
{
    RECT cell = painter_cell(painter, sheet, label);

    if (!painter_failed(painter)) {
        painter_stretch(painter, card, cdd_surface_bounds(card), cell);
    }
    return cell;
}

static void fill(struct painter *painter, RECT rect, DXGK_GDIROP_COLORFILL rop, uint8_t rop3,
                 uint32_t color)
{
    const struct cdd_fill fill = {
        .dst = painter->target,
        .dst_rect = rect,
        .clip = painter->clip,
        .color = color,
        .rop = rop,
        .rop3 = rop3,
    };

    if (!painter_failed(painter)) {
        painter_check(painter, cdd_fill(painter->cdd, &fill), "ColorFill");
    }
}

static void raster_operations(struct painter *painter, struct painter_sheet *sheet,
                              struct cdd_surface *card)
{
    static const struct {
        DXGK_GDIROP_COLORFILL rop;
        uint8_t rop3;
        const char *label;
    } items[] = {
        { DXGK_GDIROPCF_PATCOPY, 0, "PATCOPY" },
        { DXGK_GDIROPCF_PATINVERT, 0, "PATINVERT" },
        { DXGK_GDIROPCF_PDXN, 0, "PDXN" },
        { DXGK_GDIROPCF_DSTINVERT, 0, "DSTINVERT" },
        { DXGK_GDIROPCF_PATAND, 0, "PATAND" },
        { DXGK_GDIROPCF_PATOR, 0, "PATOR" },
        { DXGK_GDIROPCF_ROP3, 0x00, "ROP3 00: black" },
        { DXGK_GDIROPCF_ROP3, 0xFF, "ROP3 FF: white" },
        { DXGK_GDIROPCF_ROP3, 0x0F, "ROP3 0F: not P" },
        { DXGK_GDIROPCF_ROP3, 0x50, "ROP3 50: P and not D" },
        { DXGK_GDIROPCF_ROP3, 0x0A, "ROP3 0A: D and not P" },
        { DXGK_GDIROPCF_ROP3, 0xAF, "ROP3 AF: not P or D" },
    };

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(items); i++) {
        RECT cell = prepared_cell(painter, sheet, card, items[i].label);

        fill(painter, rect_inset(cell, DXGH_MIN(rect_width(cell), rect_height(cell)) / 5),
             items[i].rop, items[i].rop3, 0xFFE0708C);
    }
}

static void regions(struct painter *painter, struct painter_sheet *sheet, struct cdd_surface *card)
{
    RECT cell = prepared_cell(painter, sheet, card, "clip: rings, inverted");
    int32_t radius = DXGH_MIN(rect_width(cell), rect_height(cell)) / 2 - 2;
    int32_t x = (cell.left + cell.right) / 2;
    int32_t y = (cell.top + cell.bottom) / 2;
    struct region rings;
    struct region disc;

    region_init(&rings, cdd_machine(painter->cdd));
    for (; radius > 6; radius -= 10) {
        painter_round_region(painter, rect_make(x - radius, y - radius, x + radius, y + radius),
                             radius, &disc);
        region_combine(&rings, &rings, &disc, REGION_XOR);
        region_fini(&disc);
    }
    painter->clip = &rings;
    fill(painter, cell, DXGK_GDIROPCF_DSTINVERT, 0, 0);
    painter->clip = NULL;
    region_fini(&rings);

    cell = prepared_cell(painter, sheet, card, "clip: checkerboard");
    region_init(&rings, cdd_machine(painter->cdd));
    for (int32_t row = cell.top; row < cell.bottom; row += 12) {
        for (int32_t column = cell.left + ((row - cell.top) / 12 % 2) * 12; column < cell.right;
             column += 24) {
            region_combine_rect(&rings, rect_at(column, row, 12, 12), REGION_UNION);
        }
    }
    painter->clip = &rings;
    fill(painter, cell, DXGK_GDIROPCF_PATCOPY, 0, 0xFF1D2340);
    painter->clip = NULL;
    region_fini(&rings);

    painter_gradient(painter, painter_cell(painter, sheet, "rows of a gradient"), 0xFFFFC48A,
                     0xFF5A4A9C);
    cell = painter_cell(painter, sheet, "1000 small fills");
    for (uint32_t i = 0; i < 1000; i++) {
        uint32_t spot = i * 2654435761u;
        RECT dot = rect_at(cell.left + (int32_t)((spot >> 8) % (uint32_t)rect_width(cell)),
                           cell.top + (int32_t)((spot >> 20) % (uint32_t)rect_height(cell)), 5, 5);

        fill(painter, rect_intersect(dot, cell), DXGK_GDIROPCF_PATCOPY, 0,
             0xFF404040u | (spot & 0x00BFBFBFu));
    }
}

NTSTATUS scene_colorfill(struct cdd *cdd, const struct cdd_scene_options *options,
                         struct cdd_error *error)
{
    struct painter_sheet sheet;
    struct painter painter;

    (void)options;
    painter_init(&painter, cdd, error);
    painter_sheet_begin(&painter, &sheet, 4, 4, "ColorFill",
                        "DXGK_GDIOP_COLORFILL: P is a pink brush, D the picture under it");

    struct cdd_surface *card = artwork_test_card(&painter, 160, 96);

    raster_operations(&painter, &sheet, card);
    regions(&painter, &sheet, card);
    return painter_finish(&painter);
}
