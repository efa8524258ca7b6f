/* SPDX-License-Identifier: MIT */
#include "cdd/artwork.h"

#include <stdio.h>

struct alpha_sheet {
    struct painter painter;
    struct painter_sheet sheet;
    struct cdd_surface *card;
    struct cdd_surface *icons;
    struct cdd_surface *wallpaper;
};

static RECT prepared_cell(struct alpha_sheet *alpha, const char *label)
{
    RECT cell = painter_cell(&alpha->painter, &alpha->sheet, label);

    if (!painter_failed(&alpha->painter)) {
        painter_stretch(&alpha->painter, alpha->wallpaper, cdd_surface_bounds(alpha->wallpaper),
                        cell);
    }
    return cell;
}

static RECT card_rect(const struct alpha_sheet *alpha)
{
    return alpha->card == NULL ? rect_at(0, 0, 1, 1) : cdd_surface_bounds(alpha->card);
}

static void constants(struct alpha_sheet *alpha)
{
    static const uint8_t alphas[] = { 0, 64, 128, 255 };

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(alphas); i++) {
        char label[32];

        (void)snprintf(label, sizeof(label), "constant alpha %u", alphas[i]);
        RECT cell = prepared_cell(alpha, label);
        painter_blend(&alpha->painter, alpha->card, card_rect(alpha), rect_inset(cell, 16),
                      alphas[i], false);
    }
}

static void icons(struct alpha_sheet *alpha)
{
    static const uint8_t alphas[] = { 255, 160, 80 };
    struct painter *painter = &alpha->painter;

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(alphas); i++) {
        char label[48];

        (void)snprintf(label, sizeof(label), "per-pixel alpha, constant %u", alphas[i]);
        RECT cell = prepared_cell(alpha, label);
        RECT strip = rect_at(cell.left + 8, cell.top + rect_height(cell) / 2 - 24, 48, 48);

        for (int32_t icon = 0; strip.right + 4 <= cell.right && icon < ARTWORK_ICON_COUNT; icon++) {
            painter_blend(painter, alpha->icons, artwork_icon_rect((enum artwork_icon)icon), strip,
                          alphas[i], true);
            strip = rect_offset(strip, 52, 0);
        }
    }
    RECT cell = prepared_cell(alpha, "stretched to many sizes");
    int32_t x = cell.left + 6;

    for (int32_t size = 12; x + size < cell.right; size += 14) {
        painter_blend(painter, alpha->icons, artwork_icon_rect(ARTWORK_GHOST),
                      rect_at(x, cell.bottom - 8 - size, size, size), 255, true);
        x += size + 3;
    }
}

static void shapes(struct alpha_sheet *alpha)
{
    struct painter *painter = &alpha->painter;
    RECT cell = prepared_cell(alpha, "soft shadow, clipped around its card");
    RECT card = rect_inset(cell, 26);
    struct cdd_surface *shadow =
        artwork_shadow(painter, (uint32_t)rect_width(card), (uint32_t)rect_height(card), 18);
    struct region around;

    region_init_rect(&around, cdd_machine(painter->cdd), cell);
    region_combine_rect(&around, card, REGION_SUBTRACT);
    painter->clip = &around;
    if (shadow != NULL) {
        RECT whole = cdd_surface_bounds(shadow);

        painter_blend(painter, shadow, whole, rect_offset(whole, card.left - 18, card.top - 14),
                      255, true);
    }
    painter->clip = NULL;
    region_fini(&around);
    painter_fill(painter, card, 0xFFFDFDFF);

    cell = prepared_cell(alpha, "clip: disc");
    painter_round_region(painter, rect_inset(cell, 8),
                         DXGH_MIN(rect_width(cell), rect_height(cell)) / 2 - 8, &around);
    painter->clip = &around;
    painter_blend(painter, alpha->card, card_rect(alpha), cell, 200, false);
    painter->clip = NULL;
    region_fini(&around);

    cell = prepared_cell(alpha, "the screen blended over itself");
    if (!painter_failed(painter)) { /* source and destination on one surface */
        const struct cdd_alpha_blend ghost = {
            .dst = painter->target,
            .src = painter->target,
            .dst_rect = rect_offset(rect_inset(cell, 12), 12, 8),
            .src_rect = rect_inset(cell, 12),
            .constant_alpha = 128,
        };
        painter_check(painter, cdd_alpha_blend(painter->cdd, &ghost), "AlphaBlend");
    }
    cell = prepared_cell(alpha, "glass in five strengths");
    for (int32_t i = 0; i < 5; i++) {
        int32_t left = cell.left + rect_width(cell) * i / 5;
        int32_t right = cell.left + rect_width(cell) * (i + 1) / 5;

        painter_blend(painter, alpha->card, rect_at(2, 2, 1, 1),
                      rect_make(left, cell.top, right, cell.bottom), (uint8_t)(40 + i * 50), false);
    }
}

NTSTATUS scene_alphablend(struct cdd *cdd, const struct cdd_scene_options *options,
                          struct cdd_error *error)
{
    struct alpha_sheet alpha = { 0 };

    (void)options;
    painter_init(&alpha.painter, cdd, error);
    painter_sheet_begin(&alpha.painter, &alpha.sheet, 4, 3, "AlphaBlend",
                        "DXGK_GDIOP_ALPHABLEND: source over destination, premultiplied");
    alpha.card = artwork_test_card(&alpha.painter, 128, 96);
    alpha.icons = artwork_icons(&alpha.painter);
    alpha.wallpaper = artwork_wallpaper(&alpha.painter, 320, 200);
    constants(&alpha);
    icons(&alpha);
    shapes(&alpha);
    return painter_finish(&alpha.painter);
}
