/* SPDX-License-Identifier: MIT */
#include "cdd/artwork.h"
#include "cdd/gamma.h"

#define PANGRAM "Sphinx of black quartz, judge my vow"

struct text_sheet {
    struct painter painter;
    struct painter_sheet sheet;
};

static void sizes(struct text_sheet *text)
{
    static const uint32_t sizes[] = { 9, 10, 11, 12, 13, 15, 17, 20, 23, 27, 32, 40, 52 };
    struct painter *painter = &text->painter;
    RECT cell = painter_cell(painter, &text->sheet, "sizes");
    struct region inside;
    int32_t y = cell.top + 6;

    painter_fill(painter, cell, 0xFFFFFFFF);
    region_init_rect(&inside, cdd_machine(painter->cdd), cell);
    painter->clip = &inside;
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(sizes); i++) {
        (void)painter_text(painter, TEXT_FACE_SANS, sizes[i], cell.left + 8, y, 0xFF101020,
                           PANGRAM);
        y += painter_line_height(painter, TEXT_FACE_SANS, sizes[i]);
    }
    painter->clip = NULL;
    region_fini(&inside);
}

static void colors(struct text_sheet *text)
{
    static const struct {
        uint32_t paper;
        uint32_t ink;
    } pairs[] = {
        { 0xFFFFFFFF, 0xFF000000 }, { 0xFF000000, 0xFFFFFFFF }, { 0xFF1D2340, 0xFFFFC48A },
        { 0xFFF2C14E, 0xFF5B4FC4 }, { 0xFF7A6CF0, 0xFFF4F4FF }, { 0xFF808080, 0xFFFF3030 },
    };
    struct painter *painter = &text->painter;
    RECT cell = painter_cell(painter, &text->sheet, "colours");
    int32_t height = rect_height(cell) / (int32_t)DXGH_ARRAY_SIZE(pairs);

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(pairs); i++) {
        RECT row = rect_at(cell.left, cell.top + (int32_t)i * height, rect_width(cell), height);

        painter_fill(painter, row, pairs[i].paper);
        painter_text_centered(painter, TEXT_FACE_SANS, 16, row, pairs[i].ink, PANGRAM);
    }
}

static void on_picture(struct text_sheet *text)
{
    struct painter *painter = &text->painter;
    struct cdd_surface *wallpaper = artwork_wallpaper(painter, 480, 300);
    RECT cell = painter_cell(painter, &text->sheet, "on a picture, bold and clipped");
    struct region stripes;

    if (painter_failed(painter)) {
        return;
    }
    painter_stretch(painter, wallpaper, cdd_surface_bounds(wallpaper), cell);
    painter_text_centered(painter, TEXT_FACE_SANS_BOLD, 28,
                          rect_make(cell.left, cell.top, cell.right, cell.top + 60), 0xFFFFFFFF,
                          "dxghost");
    painter_text_centered(painter, TEXT_FACE_MONO, 15,
                          rect_make(cell.left, cell.top + 60, cell.right, cell.top + 90),
                          0xFFFFE2A8, "STATUS_SUCCESS");
    region_init(&stripes, cdd_machine(painter->cdd));
    for (int32_t y = cell.top; y < cell.bottom; y += 3) {
        region_combine_rect(&stripes, rect_make(cell.left, y, cell.right, y + 2), REGION_UNION);
    }
    painter->clip = &stripes;
    painter_text_centered(painter, TEXT_FACE_SANS_BOLD, 28,
                          rect_make(cell.left, cell.bottom - 60, cell.right, cell.bottom),
                          0xFFB9B4FF, "scan lines");
    painter->clip = NULL;
    region_fini(&stripes);
}

/* A ramp of coverage, blended once per gamma row: the rows differ in the middle only. */
static void gamma_rows(struct text_sheet *text, const char *label, uint32_t paper, uint32_t ink)
{
    struct painter *painter = &text->painter;
    RECT cell = painter_cell(painter, &text->sheet, label);
    struct cdd_surface *ramp = painter_surface(painter, D3DKMDT_GDISURFACE_STAGING_CPUVISIBLE,
                                               (uint32_t)rect_width(cell), 1);
    uint32_t bars = GAMMA_ROWS + 1; /* the last one without gamma */

    painter_fill(painter, cell, paper);
    if (painter_failed(painter)) {
        return;
    }
    struct cdd_mapping mapping;

    painter_check(painter, cdd_surface_map(ramp, CDD_WRITE, cdd_surface_bounds(ramp), 0, &mapping),
                  "mapping a coverage surface");
    if (painter_failed(painter)) {
        return;
    }
    for (uint32_t x = 0; x < ramp->width; x++) {
        *(uint32_t *)(void *)raster_at(&mapping.raster, (int32_t)x, 0) =
            0x010101u * (x * 255 / (ramp->width - 1));
    }
    painter_check(painter, cdd_surface_unmap(&mapping), "unmapping a coverage surface");
    for (int32_t y = cell.top; y < cell.bottom && !painter_failed(painter); y++) {
        uint32_t bar = (uint32_t)(y - cell.top) * bars / (uint32_t)rect_height(cell);
        const struct cdd_cleartype blend = {
            .dst = painter->target,
            .alpha = ramp,
            .dst_rect = rect_make(cell.left, y, cell.right, y + 1),
            .offset_x = -cell.left,
            .offset_y = -y,
            .color = ink,
            .gamma_row = bar < GAMMA_ROWS ? bar : CDD_GAMMA_NONE,
        };

        painter_check(painter, cdd_cleartype(painter->cdd, &blend), "ClearTypeBlend");
    }
}

/* One word magnified: the coloured fringes are the sub-pixels. */
static void magnified(struct text_sheet *text)
{
    struct painter *painter = &text->painter;
    RECT cell = painter_cell(painter, &text->sheet, "sub-pixels, magnified");
    RECT word = rect_at(cell.left, cell.top, 40, 20);

    painter_fill(painter, cell, 0xFFFFFFFF);
    (void)painter_text(painter, TEXT_FACE_SANS, 13, word.left + 1, word.top + 1, 0xFF000000,
                       "ghost");
    if (painter_failed(painter)) {
        return;
    }
    /* Source and destination overlap, so this one is the CPU's or the driver's as the caps say. */
    const struct cdd_stretch zoom = {
        .dst = painter->target,
        .src = painter->target,
        .dst_rect = cell,
        .src_rect = word,
        .mode = CDD_STRETCH_COLORONCOLOR,
    };
    painter_check(painter, cdd_stretch(painter->cdd, &zoom), "StretchBlt");
}

NTSTATUS scene_cleartypeblend(struct cdd *cdd, const struct cdd_scene_options *options,
                              struct cdd_error *error)
{
    struct text_sheet text = { 0 };

    (void)options;
    painter_init(&text.painter, cdd, error);
    painter_sheet_begin(&text.painter, &text.sheet, 3, 2, "ClearTypeBlend",
                        "DXGK_GDIOP_CLEARTYPEBLEND: one coverage per colour component, gamma "
                        "corrected");
    sizes(&text);
    colors(&text);
    on_picture(&text);
    magnified(&text);
    gamma_rows(&text, "gamma rows 0 to 15, then none", 0xFFFFFFFF, 0xFF1D2340);
    gamma_rows(&text, "the same, light on dark", 0xFF1D2340, 0xFFFFC48A);
    return painter_finish(&text.painter);
}
