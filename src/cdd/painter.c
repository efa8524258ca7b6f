/* SPDX-License-Identifier: MIT */
#include "cdd/painter.h"

#include "machine/heap.h"

#define SHEET_MARGIN 24
#define CELL_GAP 16
#define LABEL_SIZE 12u

void painter_check(struct painter *painter, NTSTATUS status, const char *what)
{
    if (NT_SUCCESS(status) || painter_failed(painter)) {
        return;
    }
    painter->status = status;
    if (painter->error->text[0] == '\0') {
        (void)cdd_error_set(painter->error, status, "%s failed with status 0x%08X", what,
                            (uint32_t)status);
    }
}

void painter_init(struct painter *painter, struct cdd *cdd, struct cdd_error *error)
{
    *error = (struct cdd_error){ 0 };
    *painter = (struct painter){
        .cdd = cdd,
        .target = cdd_primary(cdd),
        .screen = cdd_surface_bounds(cdd_primary(cdd)),
        .error = error,
    };
    if (painter->target->width < CDD_SCENE_WIDTH_MIN ||
        painter->target->height < CDD_SCENE_HEIGHT_MIN) {
        painter->status = cdd_error_set(error, STATUS_INVALID_PARAMETER,
                                        "scenes need a screen of at least %ux%u pixels",
                                        CDD_SCENE_WIDTH_MIN, CDD_SCENE_HEIGHT_MIN);
    }
}

NTSTATUS painter_finish(struct painter *painter)
{
    if (!painter_failed(painter)) {
        painter_check(painter, cdd_finish(painter->cdd), "finishing the picture");
    }
    for (uint32_t i = 0; i < painter->surface_count; i++) {
        cdd_surface_destroy(painter->surfaces[i]);
    }
    for (uint32_t i = 0; i < painter->font_count; i++) {
        text_font_close(painter->fonts[i].font);
    }
    painter->error->status = painter->status;
    return painter->status;
}

struct cdd_surface *painter_surface(struct painter *painter, D3DKMDT_GDISURFACETYPE type,
                                    uint32_t width, uint32_t height)
{
    struct cdd_surface *surface = NULL;

    if (painter_failed(painter)) {
        return NULL;
    }
    DXGH_ASSERT(painter->surface_count < PAINTER_SURFACES_MAX);
    painter_check(
        painter,
        cdd_surface_create(painter->cdd, type, width, height, D3DDDIFMT_A8R8G8B8, &surface),
        "creating a GDI surface");
    if (surface != NULL) {
        painter->surfaces[painter->surface_count++] = surface;
    }
    return surface;
}

void painter_canvas(struct painter *painter, uint32_t width, uint32_t height, struct image *image)
{
    struct machine *machine = cdd_machine(painter->cdd);

    *image = (struct image){
        .machine = machine,
        .width = width,
        .height = height,
        .pixels = machine_heap_alloc(machine, (size_t)width * height * sizeof(uint32_t)),
    };
}

struct cdd_surface *painter_picture(struct painter *painter, struct image *image)
{
    struct cdd_surface *surface =
        painter_surface(painter, D3DKMDT_GDISURFACE_TEXTURE, image->width, image->height);

    if (surface != NULL) {
        painter_check(painter,
                      cdd_surface_write(surface, cdd_surface_bounds(surface), image->pixels,
                                        image->width * (uint32_t)sizeof(uint32_t)),
                      "writing a picture to a GDI surface");
    }
    image_fini(image);
    return surface;
}

void painter_rop(struct painter *painter, RECT rect, uint32_t color, DXGK_GDIROP_COLORFILL rop)
{
    const struct cdd_fill fill = {
        .dst = painter->target,
        .dst_rect = rect,
        .clip = painter->clip,
        .color = color,
        .rop = rop,
    };

    if (!painter_failed(painter)) {
        painter_check(painter, cdd_fill(painter->cdd, &fill), "ColorFill");
    }
}

void painter_fill(struct painter *painter, RECT rect, uint32_t color)
{
    painter_rop(painter, rect, color, DXGK_GDIROPCF_PATCOPY);
}

void painter_frame(struct painter *painter, RECT rect, uint32_t color)
{
    painter_fill(painter, rect_make(rect.left, rect.top, rect.right, rect.top + 1), color);
    painter_fill(painter, rect_make(rect.left, rect.bottom - 1, rect.right, rect.bottom), color);
    painter_fill(painter, rect_make(rect.left, rect.top + 1, rect.left + 1, rect.bottom - 1),
                 color);
    painter_fill(painter, rect_make(rect.right - 1, rect.top + 1, rect.right, rect.bottom - 1),
                 color);
}

static uint32_t between(uint32_t first, uint32_t last, int32_t position, int32_t steps)
{
    uint32_t color = 0;

    for (uint32_t shift = 0; shift < 32; shift += 8) {
        int32_t from = (int32_t)((first >> shift) & 0xFFu);
        int32_t to = (int32_t)((last >> shift) & 0xFFu);

        color |= (uint32_t)(from + (to - from) * position / steps) << shift;
    }
    return color;
}

void painter_gradient(struct painter *painter, RECT rect, uint32_t top, uint32_t bottom)
{
    int32_t steps = DXGH_MAX(rect_height(rect) - 1, 1);
    int32_t start = rect.top;

    /* Rows of one colour are one fill. */
    for (int32_t y = rect.top; y < rect.bottom; y++) {
        uint32_t color = between(top, bottom, y - rect.top, steps);

        if (y + 1 == rect.bottom || between(top, bottom, y + 1 - rect.top, steps) != color) {
            painter_fill(painter, rect_make(rect.left, start, rect.right, y + 1), color);
            start = y + 1;
        }
    }
}

void painter_copy(struct painter *painter, struct cdd_surface *src, int32_t x, int32_t y)
{
    if (painter_failed(painter)) {
        return;
    }
    const struct cdd_blt blt = {
        .dst = painter->target,
        .src = src,
        .dst_rect = rect_at(x, y, (int32_t)src->width, (int32_t)src->height),
        .clip = painter->clip,
        .rop = DXGK_GDIROP_SRCCOPY,
    };
    painter_check(painter, cdd_blt(painter->cdd, &blt), "BitBlt");
}

void painter_blend(struct painter *painter, struct cdd_surface *src, RECT src_rect, RECT rect,
                   uint8_t constant_alpha, bool has_alpha)
{
    const struct cdd_alpha_blend blend = {
        .dst = painter->target,
        .src = src,
        .dst_rect = rect,
        .src_rect = src_rect,
        .clip = painter->clip,
        .constant_alpha = constant_alpha,
        .has_alpha = has_alpha,
    };

    if (!painter_failed(painter)) {
        painter_check(painter, cdd_alpha_blend(painter->cdd, &blend), "AlphaBlend");
    }
}

void painter_stretch(struct painter *painter, struct cdd_surface *src, RECT src_rect, RECT rect)
{
    const struct cdd_stretch stretch = {
        .dst = painter->target,
        .src = src,
        .dst_rect = rect,
        .src_rect = src_rect,
        .clip = painter->clip,
        .mode = CDD_STRETCH_COLORONCOLOR,
    };

    if (!painter_failed(painter)) {
        painter_check(painter, cdd_stretch(painter->cdd, &stretch), "StretchBlt");
    }
}

void painter_key(struct painter *painter, struct cdd_surface *src, int32_t x, int32_t y,
                 uint32_t color)
{
    if (painter_failed(painter)) {
        return;
    }
    const struct cdd_transparent transparent = {
        .dst = painter->target,
        .src = src,
        .dst_rect = rect_at(x, y, (int32_t)src->width, (int32_t)src->height),
        .src_rect = cdd_surface_bounds(src),
        .clip = painter->clip,
        .color = color,
    };
    painter_check(painter, cdd_transparent(painter->cdd, &transparent), "TransparentBlt");
}

static struct text_font *font_get(struct painter *painter, enum text_face face, uint32_t size)
{
    struct text_font *font;

    if (painter_failed(painter)) {
        return NULL;
    }
    for (uint32_t i = 0; i < painter->font_count; i++) {
        if (painter->fonts[i].face == face && painter->fonts[i].size == size) {
            return painter->fonts[i].font;
        }
    }
    DXGH_ASSERT(painter->font_count < PAINTER_FONTS_MAX);
    painter_check(painter, text_font_open(painter->cdd, face, size, &font, painter->error),
                  "opening a font");
    if (painter_failed(painter)) {
        return NULL;
    }
    painter->fonts[painter->font_count].face = face;
    painter->fonts[painter->font_count].size = size;
    painter->fonts[painter->font_count++].font = font;
    return font;
}

int32_t painter_text(struct painter *painter, enum text_face face, uint32_t size, int32_t x,
                     int32_t y, uint32_t color, const char *utf8)
{
    struct text_font *font = font_get(painter, face, size);

    if (font == NULL) {
        return x;
    }
    painter_check(
        painter,
        text_draw(font, painter->target, x, y + text_ascent(font), painter->clip, color, utf8),
        "ClearTypeBlend");
    return x + text_width(font, utf8);
}

void painter_text_centered(struct painter *painter, enum text_face face, uint32_t size, RECT rect,
                           uint32_t color, const char *utf8)
{
    int32_t width = painter_text_width(painter, face, size, utf8);
    int32_t height = painter_line_height(painter, face, size);

    (void)painter_text(painter, face, size, rect.left + (rect_width(rect) - width) / 2,
                       rect.top + (rect_height(rect) - height) / 2, color, utf8);
}

int32_t painter_text_width(struct painter *painter, enum text_face face, uint32_t size,
                           const char *utf8)
{
    struct text_font *font = font_get(painter, face, size);

    return font == NULL ? 0 : text_width(font, utf8);
}

int32_t painter_line_height(struct painter *painter, enum text_face face, uint32_t size)
{
    struct text_font *font = font_get(painter, face, size);

    return font == NULL ? 0 : text_line_height(font);
}

void painter_round_region(struct painter *painter, RECT rect, int32_t radius, struct region *region)
{
    region_init(region, cdd_machine(painter->cdd));
    region_combine_rect(region,
                        rect_make(rect.left, rect.top + radius, rect.right, rect.bottom - radius),
                        REGION_UNION);
    for (int32_t row = 0; row < radius; row++) {
        /* Columns whose centre lies inside the circle, in quarters of a pixel. */
        int32_t down = 2 * (radius - row) - 1;
        int32_t inset = 0;

        while (inset < radius &&
               (2 * (radius - inset) - 1) * (2 * (radius - inset) - 1) + down * down >
                   4 * radius * radius) {
            inset++;
        }
        region_combine_rect(
            region,
            rect_make(rect.left + inset, rect.top + row, rect.right - inset, rect.top + row + 1),
            REGION_UNION);
        region_combine_rect(region,
                            rect_make(rect.left + inset, rect.bottom - row - 1, rect.right - inset,
                                      rect.bottom - row),
                            REGION_UNION);
    }
}

void painter_sheet_begin(struct painter *painter, struct painter_sheet *sheet, uint32_t columns,
                         uint32_t rows, const char *title, const char *subtitle)
{
    RECT screen = painter->screen;

    painter_gradient(painter, screen, 0xFFF4F6FB, 0xFFD5DCEA);
    painter_fill(painter, rect_make(0, 0, screen.right, 6), 0xFF5B4FC4);
    (void)painter_text(painter, TEXT_FACE_SANS_BOLD, 28, SHEET_MARGIN, 18, 0xFF1D2340, title);
    (void)painter_text(painter, TEXT_FACE_SANS, 14, SHEET_MARGIN + 2, 54, 0xFF56607A, subtitle);
    *sheet = (struct painter_sheet){
        .area = rect_make(SHEET_MARGIN, 84, screen.right - SHEET_MARGIN,
                          screen.bottom - SHEET_MARGIN / 2),
        .columns = columns,
        .rows = rows,
    };
}

RECT painter_cell(struct painter *painter, struct painter_sheet *sheet, const char *label)
{
    int32_t column = (int32_t)(sheet->next % sheet->columns);
    int32_t row = (int32_t)(sheet->next / sheet->columns);
    int32_t width = (rect_width(sheet->area) + CELL_GAP) / (int32_t)sheet->columns;
    int32_t height = (rect_height(sheet->area) + CELL_GAP) / (int32_t)sheet->rows;
    int32_t label_height = painter_line_height(painter, TEXT_FACE_SANS, LABEL_SIZE) + 4;
    RECT cell = rect_at(sheet->area.left + column * width, sheet->area.top + row * height,
                        width - CELL_GAP, height - CELL_GAP);

    sheet->next++;
    (void)painter_text(painter, TEXT_FACE_SANS, LABEL_SIZE, cell.left,
                       cell.bottom - label_height + 2, 0xFF2C3350, label);
    cell.bottom -= label_height;
    painter_frame(painter, cell, 0xFFA9B3C9);
    return rect_inset(cell, 1);
}
