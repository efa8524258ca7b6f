/* SPDX-License-Identifier: MIT */
#include "cdd/artwork.h"

static void blt(struct painter *painter, struct cdd_surface *src, RECT cell, DXGK_GDIROP_BITBLT rop,
                uint8_t rop3, uint32_t pattern)
{
    struct cdd_blt blt = {
        .dst = painter->target,
        .src = src,
        .dst_rect = rect_inset(cell, 10),
        .clip = painter->clip,
        .rop = rop,
        .rop3 = rop3,
        .pattern = pattern,
    };

    if (!painter_failed(painter)) {
        painter_check(painter, cdd_blt(painter->cdd, &blt), "BitBlt");
    }
}

/* What the source is combined with: a soft gradient from light to dark. */
static RECT prepared_cell(struct painter *painter, struct painter_sheet *sheet, const char *label)
{
    RECT cell = painter_cell(painter, sheet, label);

    painter_gradient(painter, cell, 0xFFFFE9C7, 0xFF4C3B78);
    return cell;
}

static void named(struct painter *painter, struct painter_sheet *sheet, struct cdd_surface *card)
{
    static const struct {
        DXGK_GDIROP_BITBLT rop;
        uint8_t rop3;
        const char *label;
    } items[] = {
        { DXGK_GDIROP_SRCCOPY, 0, "SRCCOPY" },
        { DXGK_GDIROP_SRCINVERT, 0, "SRCINVERT" },
        { DXGK_GDIROP_SRCAND, 0, "SRCAND" },
        { DXGK_GDIROP_SRCOR, 0, "SRCOR" },
        { DXGK_GDIROP_ROP3, 0x33, "ROP3 33: not S" },
        { DXGK_GDIROP_ROP3, 0x44, "ROP3 44: S and not D" },
        { DXGK_GDIROP_ROP3, 0x11, "ROP3 11: neither" },
        { DXGK_GDIROP_ROP3, 0xBB, "ROP3 BB: not S or D" },
        { DXGK_GDIROP_ROP3, 0x99, "ROP3 99: equal bits" },
        { DXGK_GDIROP_ROP3, 0x22, "ROP3 22: D and not S" },
        { DXGK_GDIROP_ROP3, 0xC0, "ROP3 C0: P and S (CPU)" },
        { DXGK_GDIROP_ROP3, 0xB8, "ROP3 B8: P, D where S (CPU)" },
    };

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(items); i++) {
        RECT cell = prepared_cell(painter, sheet, items[i].label);

        blt(painter, card, cell, items[i].rop, items[i].rop3, 0xFF35B98B);
    }
}

static void clipped(struct painter *painter, struct painter_sheet *sheet, struct cdd_surface *card)
{
    RECT cell = prepared_cell(painter, sheet, "clip: round region");
    struct region clip;

    painter_round_region(painter, rect_inset(cell, 14),
                         DXGH_MIN(rect_width(cell), rect_height(cell)) / 2 - 14, &clip);
    painter->clip = &clip;
    blt(painter, card, cell, DXGK_GDIROP_SRCCOPY, 0, 0);
    painter->clip = NULL;
    region_fini(&clip);

    cell = prepared_cell(painter, sheet, "clip: venetian blind");
    region_init(&clip, cdd_machine(painter->cdd));
    for (int32_t y = cell.top; y < cell.bottom; y += 8) {
        region_combine_rect(&clip, rect_make(cell.left, y, cell.right, y + 4), REGION_UNION);
    }
    painter->clip = &clip;
    blt(painter, card, cell, DXGK_GDIROP_SRCCOPY, 0, 0);
    painter->clip = NULL;
    region_fini(&clip);
}

/* Copies on the screen itself, source and destination overlapping. */
static void scrolled(struct painter *painter, struct painter_sheet *sheet, struct cdd_surface *card)
{
    static const struct {
        int32_t dx;
        int32_t dy;
        const char *label;
    } moves[] = { { 14, 10, "scroll right and down" }, { -14, -10, "scroll left and up" } };

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(moves); i++) {
        RECT cell = prepared_cell(painter, sheet, moves[i].label);
        RECT picture = rect_inset(cell, 24);

        if (painter_failed(painter)) {
            return;
        }
        blt(painter, card, rect_inset(cell, 14), DXGK_GDIROP_SRCCOPY, 0, 0);
        const struct cdd_blt move = {
            .dst = painter->target,
            .src = painter->target,
            .dst_rect = rect_offset(picture, moves[i].dx, moves[i].dy),
            .src_x = picture.left,
            .src_y = picture.top,
            .rop = DXGK_GDIROP_SRCCOPY,
        };
        painter_check(painter, cdd_blt(painter->cdd, &move), "BitBlt");
    }
}

NTSTATUS scene_bitblt(struct cdd *cdd, const struct cdd_scene_options *options,
                      struct cdd_error *error)
{
    struct painter_sheet sheet;
    struct painter painter;

    (void)options;
    painter_init(&painter, cdd, error);
    painter_sheet_begin(
        &painter, &sheet, 4, 4, "BitBlt",
        "DXGK_GDIOP_BITBLT: S is the test card, D the gradient behind it, P a green "
        "brush");

    /* About as large as the inside of a cell. */
    struct cdd_surface *card =
        artwork_test_card(&painter, (uint32_t)painter.screen.right * 214 / 1000,
                          (uint32_t)painter.screen.bottom * 155 / 1000);

    named(&painter, &sheet, card);
    clipped(&painter, &sheet, card);
    scrolled(&painter, &sheet, card);
    return painter_finish(&painter);
}
