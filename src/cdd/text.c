/* SPDX-License-Identifier: MIT */
#include "cdd/text.h"

#include "cdd/cdd_private.h"
#include "cdd/image.h"
#include "cdd/text_private.h"
#include "machine/heap.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_LCD_FILTER_H
#include FT_MODULE_H
#include FT_SIZES_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The coverage sheet. A strip holds one string, or as much of it as fits. */
#define SHEET_WIDTH 1024
#define SHEET_HEIGHT 512

struct text {
    struct cdd *cdd;
    struct FT_MemoryRec_ memory; /* FreeType's heap is the machine's */
    FT_Library library;
    struct list fonts;
    uint8_t *files[TEXT_FACE_COUNT]; /* font files as read; machine heap */
    size_t file_bytes[TEXT_FACE_COUNT];
    struct cdd_surface *surface; /* STAGING_CPUVISIBLE, the sheet as the GPU sees it */
    uint32_t *sheet;             /* SHEET_WIDTH x SHEET_HEIGHT, coverage as 0x00RRGGBB */
    int32_t next_x;              /* where the next strip starts */
    int32_t next_y;
    int32_t row_height;
    int32_t dirty_top; /* rows not yet on the surface; empty when top >= bottom */
    int32_t dirty_bottom;
};

struct text_font {
    struct list link; /* text->fonts */
    struct text *text;
    FT_Face face;
};

static const char *const face_files[TEXT_FACE_COUNT] = {
    [TEXT_FACE_SANS] = "DejaVuSans.ttf",
    [TEXT_FACE_SANS_BOLD] = "DejaVuSans-Bold.ttf",
    [TEXT_FACE_MONO] = "DejaVuSansMono.ttf",
};

/* Debian and Ubuntu, Fedora, Arch, openSUSE, and a font dropped into a local directory. */
static const char *const font_directories[] = {
    "/usr/share/fonts/truetype/dejavu",
    "/usr/share/fonts/dejavu-sans-fonts",
    "/usr/share/fonts/TTF",
    "/usr/share/fonts/truetype",
    "/usr/local/share/fonts",
};

static void *ft_allocate(FT_Memory memory, long size)
{
    return machine_heap_alloc(memory->user, (size_t)size);
}

static void ft_release(FT_Memory memory, void *block)
{
    machine_heap_free(memory->user, block);
}

static void *ft_resize(FT_Memory memory, long current_size, long new_size, void *block)
{
    void *resized = machine_heap_alloc(memory->user, (size_t)new_size);

    if (block != NULL) {
        memcpy(resized, block, (size_t)DXGH_MIN(current_size, new_size));
        machine_heap_free(memory->user, block);
    }
    return resized;
}

void text_memory_init(struct FT_MemoryRec_ *memory, struct machine *machine)
{
    *memory = (struct FT_MemoryRec_){
        .user = machine,
        .alloc = ft_allocate,
        .free = ft_release,
        .realloc = ft_resize,
    };
}

static NTSTATUS text_create(struct cdd *cdd, struct cdd_error *error)
{
    struct text *text = MACHINE_NEW(cdd->machine, struct text);

    text->cdd = cdd;
    text_memory_init(&text->memory, cdd->machine);
    list_init(&text->fonts);
    if (FT_New_Library(&text->memory, &text->library) != 0) {
        machine_heap_free(cdd->machine, text);
        return cdd_error_set(error, STATUS_UNSUCCESSFUL, "FreeType cannot be initialised");
    }
    FT_Add_Default_Modules(text->library);
    /* A FreeType built without this filter renders with its own; both are fine. */
    (void)FT_Library_SetLcdFilter(text->library, FT_LCD_FILTER_DEFAULT);
    text->sheet =
        machine_heap_alloc(cdd->machine, (size_t)SHEET_WIDTH * SHEET_HEIGHT * sizeof(uint32_t));
    text->dirty_top = SHEET_HEIGHT;
    cdd->text = text;
    return STATUS_SUCCESS;
}

void text_destroy(struct text *text)
{
    if (text == NULL) {
        return;
    }
    struct machine *machine = text->cdd->machine;

    while (!list_is_empty(&text->fonts)) {
        text_font_close(LIST_ENTRY_OF(text->fonts.next, struct text_font, link));
    }
    FT_Done_Library(text->library);
    for (uint32_t face = 0; face < TEXT_FACE_COUNT; face++) {
        machine_heap_free(machine, text->files[face]);
    }
    machine_heap_free(machine, text->sheet);
    text->cdd->text = NULL;
    machine_heap_free(machine, text);
}

bool text_file_find(enum text_face face, char *path, size_t path_bytes)
{
    const char *chosen = getenv("DXGHOST_FONT_DIR");

    if (chosen != NULL && chosen[0] != '\0') {
        (void)snprintf(path, path_bytes, "%s/%s", chosen, face_files[face]);
        return access(path, R_OK) == 0;
    }
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(font_directories); i++) {
        (void)snprintf(path, path_bytes, "%s/%s", font_directories[i], face_files[face]);
        if (access(path, R_OK) == 0) {
            return true;
        }
    }
    return false;
}

static NTSTATUS file_get(struct text *text, enum text_face face, struct cdd_error *error)
{
    char path[512];

    if (text->files[face] != NULL) {
        return STATUS_SUCCESS;
    }
    if (!text_file_find(face, path, sizeof(path))) {
        return cdd_error_set(error, STATUS_OBJECT_NAME_NOT_FOUND,
                             "the font %s is not installed: install the package fonts-dejavu-core, "
                             "or name its directory in DXGHOST_FONT_DIR",
                             face_files[face]);
    }
    return image_read_file(text->cdd->machine, path, &text->files[face], &text->file_bytes[face],
                           error);
}

NTSTATUS text_font_open(struct cdd *cdd, enum text_face face, uint32_t size_pixels,
                        struct text_font **font, struct cdd_error *error)
{
    FT_Face opened;

    *font = NULL;
    if (face >= TEXT_FACE_COUNT || size_pixels == 0 || size_pixels > TEXT_SIZE_MAX) {
        return cdd_error_set(error, STATUS_INVALID_PARAMETER, "no font of that face and size");
    }
    NTSTATUS status = cdd->text != NULL ? STATUS_SUCCESS : text_create(cdd, error);

    if (NT_SUCCESS(status)) {
        status = file_get(cdd->text, face, error);
    }
    if (!NT_SUCCESS(status)) {
        return status;
    }
    struct text *text = cdd->text;

    if (FT_New_Memory_Face(text->library, text->files[face], (FT_Long)text->file_bytes[face], 0,
                           &opened) != 0) {
        return cdd_error_set(error, STATUS_FILE_CORRUPT_ERROR, "%s is not a usable font file",
                             face_files[face]);
    }
    if (FT_Set_Pixel_Sizes(opened, 0, size_pixels) != 0) {
        FT_Done_Face(opened);
        return cdd_error_set(error, STATUS_FILE_CORRUPT_ERROR, "%s cannot be scaled to %u pixels",
                             face_files[face], size_pixels);
    }
    *font = MACHINE_NEW(cdd->machine, struct text_font);
    (*font)->text = text;
    (*font)->face = opened;
    list_push_back(&text->fonts, &(*font)->link);
    return STATUS_SUCCESS;
}

void text_font_close(struct text_font *font)
{
    if (font == NULL) {
        return;
    }
    list_remove(&font->link);
    FT_Done_Face(font->face);
    machine_heap_free(font->text->cdd->machine, font);
}

static int32_t round_26_6(FT_Pos value)
{
    return (int32_t)((value + 32) >> 6);
}

int32_t text_ascent(const struct text_font *font)
{
    return round_26_6(font->face->size->metrics.ascender);
}

int32_t text_line_height(const struct text_font *font)
{
    return round_26_6(font->face->size->metrics.height);
}

/* The next character; a malformed sequence counts as one U+FFFD per byte. */
static uint32_t next_character(const char **utf8)
{
    const uint8_t *bytes = (const uint8_t *)*utf8;
    uint32_t length = bytes[0] < 0x80                       ? 0
                      : bytes[0] >= 0xC2 && bytes[0] < 0xE0 ? 1
                      : bytes[0] >= 0xE0 && bytes[0] < 0xF0 ? 2
                      : bytes[0] >= 0xF0 && bytes[0] < 0xF5 ? 3
                                                            : 4;
    uint32_t character = length == 0 ? bytes[0] : bytes[0] & (0x3Fu >> length);

    if (length == 4) {
        *utf8 += 1;
        return 0xFFFD;
    }
    for (uint32_t i = 1; i <= length; i++) {
        if ((bytes[i] & 0xC0u) != 0x80) {
            *utf8 += 1;
            return 0xFFFD;
        }
        character = character << 6 | (bytes[i] & 0x3Fu);
    }
    *utf8 += 1 + length;
    return character;
}

/* How much closer two neighbours stand, in pixels. */
static int32_t kerning(const struct text_font *font, FT_UInt previous, FT_UInt glyph)
{
    FT_Vector delta = { 0 };

    if (previous == 0 || !FT_HAS_KERNING(font->face) ||
        FT_Get_Kerning(font->face, previous, glyph, FT_KERNING_DEFAULT, &delta) != 0) {
        return 0;
    }
    return round_26_6(delta.x);
}

int32_t text_width(const struct text_font *font, const char *utf8)
{
    FT_UInt previous = 0;
    int32_t width = 0;

    while (*utf8 != '\0') {
        FT_UInt glyph = FT_Get_Char_Index(font->face, next_character(&utf8));

        if (FT_Load_Glyph(font->face, glyph, FT_LOAD_TARGET_LCD) == 0) {
            width += kerning(font, previous, glyph) + round_26_6(font->face->glyph->advance.x);
        }
        previous = glyph;
    }
    return width;
}

/* Room for a strip on the sheet, after a flush when what is pending still needs it all. */
static NTSTATUS strip_get(struct text *text, int32_t width, int32_t height, RECT *strip)
{
    if (text->surface == NULL) {
        NTSTATUS status =
            cdd_surface_create(text->cdd, D3DKMDT_GDISURFACE_STAGING_CPUVISIBLE, SHEET_WIDTH,
                               SHEET_HEIGHT, D3DDDIFMT_A8R8G8B8, &text->surface);
        if (!NT_SUCCESS(status)) {
            return status;
        }
    }
    if (text->next_x + width > SHEET_WIDTH) {
        text->next_x = 0;
        text->next_y += text->row_height;
        text->row_height = 0;
    }
    if (text->next_y + height > SHEET_HEIGHT) {
        NTSTATUS status = cdd_flush(text->cdd);

        if (!NT_SUCCESS(status)) {
            return status;
        }
        text->next_x = 0;
        text->next_y = 0;
        text->row_height = 0;
    }
    *strip = rect_at(text->next_x, text->next_y, width, height);
    text->next_x += width;
    text->row_height = DXGH_MAX(text->row_height, height);
    text->dirty_top = DXGH_MIN(text->dirty_top, strip->top);
    text->dirty_bottom = DXGH_MAX(text->dirty_bottom, strip->bottom);
    for (int32_t y = strip->top; y < strip->bottom; y++) {
        memset(text->sheet + (size_t)y * SHEET_WIDTH + (size_t)strip->left, 0,
               (size_t)width * sizeof(uint32_t));
    }
    return STATUS_SUCCESS;
}

static NTSTATUS lock_surface(struct cdd_surface *surface, void **pointer)
{
    *pointer = surface->pixels;
    return surface->allocation == NULL ? STATUS_SUCCESS
                                       : dxgk_allocation_lock(surface->allocation, pointer);
}

NTSTATUS text_upload(struct text *text)
{
    int32_t top = text->dirty_top;
    int32_t bottom = text->dirty_bottom;
    void *pointer;

    if (top >= bottom) {
        return STATUS_SUCCESS;
    }
    /* Not through cdd_surface_map: that would flush, and a flush is where we come from. */
    NTSTATUS status = lock_surface(text->surface, &pointer);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    for (int32_t y = top; y < bottom; y++) {
        memcpy((uint8_t *)pointer + (size_t)y * text->surface->pitch,
               text->sheet + (size_t)y * SHEET_WIDTH, SHEET_WIDTH * sizeof(uint32_t));
    }
    if (text->surface->allocation != NULL) {
        dxgk_allocation_unlock(text->surface->allocation);
    }
    text->dirty_top = SHEET_HEIGHT;
    text->dirty_bottom = 0;
    return STATUS_SUCCESS;
}

/* Add a rendered glyph's coverage to a strip; where glyphs overlap the stronger counts. */
static void stamp(struct text *text, RECT strip, const FT_Bitmap *bitmap, int32_t x, int32_t y)
{
    for (int32_t row = 0; row < (int32_t)bitmap->rows; row++) {
        const uint8_t *from = bitmap->buffer + (ptrdiff_t)row * bitmap->pitch;
        int32_t sheet_y = strip.top + y + row;

        if (sheet_y < strip.top || sheet_y >= strip.bottom) {
            continue;
        }
        for (int32_t column = 0; column < (int32_t)bitmap->width / 3; column++) {
            int32_t sheet_x = strip.left + x + column;

            if (sheet_x < strip.left || sheet_x >= strip.right) {
                continue;
            }
            uint32_t *pixel = text->sheet + (size_t)sheet_y * SHEET_WIDTH + (size_t)sheet_x;
            uint32_t red = DXGH_MAX(from[column * 3], (*pixel >> 16) & 0xFFu);
            uint32_t green = DXGH_MAX(from[column * 3 + 1], (*pixel >> 8) & 0xFFu);
            uint32_t blue = DXGH_MAX(from[column * 3 + 2], *pixel & 0xFFu);

            *pixel = red << 16 | green << 8 | blue;
        }
    }
}

/* Pixels a glyph may reach beyond its pen positions: italics, accents, the LCD filter. */
static int32_t overhang(const struct text_font *font)
{
    return 2 + (int32_t)font->face->size->metrics.y_ppem / 2;
}

/* Render characters from *utf8 on until the strip is full. Returns: how far the pen moved. */
static int32_t render_run(const struct text_font *font, RECT strip, const char **utf8)
{
    int32_t margin = overhang(font);
    int32_t baseline = text_ascent(font) + margin;
    FT_UInt previous = 0;
    int32_t pen = 0;

    while (**utf8 != '\0') {
        const char *next = *utf8;
        FT_UInt glyph = FT_Get_Char_Index(font->face, next_character(&next));
        int32_t position = pen + kerning(font, previous, glyph);

        if (FT_Load_Glyph(font->face, glyph, FT_LOAD_TARGET_LCD) == 0) {
            FT_GlyphSlot slot = font->face->glyph;
            int32_t advance = round_26_6(slot->advance.x);

            if (position + advance > rect_width(strip) - 2 * margin && previous != 0) {
                break;
            }
            if (FT_Render_Glyph(slot, FT_RENDER_MODE_LCD) == 0) {
                stamp(font->text, strip, &slot->bitmap, margin + position + slot->bitmap_left,
                      baseline - slot->bitmap_top);
            }
            pen = position + advance;
        }
        previous = glyph;
        *utf8 = next;
    }
    return pen;
}

NTSTATUS text_draw(struct text_font *font, struct cdd_surface *dst, int32_t x, int32_t y,
                   const struct region *clip, uint32_t color, const char *utf8)
{
    struct text *text = font->text;
    int32_t margin = overhang(font);
    int32_t height = text_line_height(font) + 2 * margin;

    while (*utf8 != '\0') {
        int32_t width = DXGH_MIN(text_width(font, utf8) + 2 * margin, SHEET_WIDTH);
        RECT strip;
        NTSTATUS status = strip_get(text, width, height, &strip);

        if (!NT_SUCCESS(status)) {
            return status;
        }
        RECT target = rect_at(x - margin, y - text_ascent(font) - margin, width, height);
        const struct cdd_cleartype blend = {
            .dst = dst,
            .alpha = text->surface,
            .dst_rect = target,
            .offset_x = strip.left - target.left,
            .offset_y = strip.top - target.top,
            .clip = clip,
            .color = color | 0xFF000000u,
            .gamma_row = TEXT_GAMMA_ROW,
        };

        x += render_run(font, strip, &utf8);
        status = cdd_cleartype(text->cdd, &blend);
        if (!NT_SUCCESS(status)) {
            return status;
        }
    }
    return STATUS_SUCCESS;
}
