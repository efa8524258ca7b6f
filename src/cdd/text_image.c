/* SPDX-License-Identifier: MIT */
#include "cdd/text_image.h"

#include "cdd/text_private.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_MODULE_H

#include <string.h>

struct pen {
    const struct text_image *image;
    FT_Face face;
    uint32_t color;
    uint32_t left;
    uint32_t x;
    uint32_t baseline;
    uint32_t line_height;
};

static uint32_t mix(uint32_t below, uint32_t above, uint32_t coverage)
{
    uint32_t mixed = 0;

    for (uint32_t shift = 0; shift < 24; shift += 8) {
        uint32_t from = (below >> shift) & 0xFF;
        uint32_t to = (above >> shift) & 0xFF;

        mixed |= ((from * (255 - coverage) + to * coverage + 127) / 255) << shift;
    }
    return mixed;
}

static void stamp(const struct pen *pen, const FT_GlyphSlot slot)
{
    const FT_Bitmap *bitmap = &slot->bitmap;

    for (uint32_t row = 0; row < bitmap->rows; row++) {
        int64_t y = (int64_t)pen->baseline - slot->bitmap_top + row;

        for (uint32_t column = 0; column < bitmap->width; column++) {
            int64_t x = (int64_t)pen->x + slot->bitmap_left + column;
            uint8_t coverage = bitmap->buffer[(ptrdiff_t)row * bitmap->pitch + column];

            if (x >= 0 && x < pen->image->width && y >= 0 && y < pen->image->height) {
                uint32_t *pixel = pen->image->pixels + y * (pen->image->pitch / 4) + x;

                *pixel = mix(*pixel, pen->color, coverage);
            }
        }
    }
}

static uint32_t advance_of(const struct pen *pen, char letter)
{
    if (FT_Load_Char(pen->face, (FT_ULong)(unsigned char)letter, FT_LOAD_DEFAULT) != 0) {
        return 0;
    }
    return (uint32_t)(pen->face->glyph->advance.x + 32) >> 6;
}

static uint32_t word_width(const struct pen *pen, const char *word, size_t length)
{
    uint32_t width = 0;

    for (size_t i = 0; i < length; i++) {
        width += advance_of(pen, word[i]);
    }
    return width;
}

static void next_line(struct pen *pen)
{
    pen->x = pen->left;
    pen->baseline += pen->line_height;
}

static void draw_word(struct pen *pen, const char *word, size_t length)
{
    if (pen->x > pen->left &&
        pen->x + word_width(pen, word, length) + pen->left > pen->image->width) {
        next_line(pen);
    }
    for (size_t i = 0; i < length; i++) {
        if (FT_Load_Char(pen->face, (FT_ULong)(unsigned char)word[i], FT_LOAD_RENDER) == 0) {
            stamp(pen, pen->face->glyph);
        }
        pen->x += advance_of(pen, word[i]);
    }
}

static void draw(struct pen *pen, const char *text)
{
    while (*text != '\0') {
        size_t length = strcspn(text, " \n");

        draw_word(pen, text, length);
        text += length;
        if (*text == ' ') {
            pen->x += advance_of(pen, ' ');
        } else if (*text == '\n') {
            next_line(pen);
        }
        text += *text != '\0';
    }
}

uint32_t text_image_draw(struct machine *machine, const struct text_image *image, uint32_t x,
                         uint32_t y, uint32_t size_pixels, uint32_t color, const char *utf8)
{
    struct pen pen = { .image = image, .color = color, .left = x, .x = x };
    struct FT_MemoryRec_ memory;
    FT_Library library;
    char path[512];

    text_memory_init(&memory, machine);
    if (!text_file_find(TEXT_FACE_SANS, path, sizeof(path)) ||
        FT_New_Library(&memory, &library) != 0) {
        return y;
    }
    FT_Add_Default_Modules(library);
    if (FT_New_Face(library, path, 0, &pen.face) == 0) {
        if (FT_Set_Pixel_Sizes(pen.face, 0, size_pixels) == 0) {
            pen.line_height = (uint32_t)(pen.face->size->metrics.height + 32) >> 6;
            pen.baseline = y + ((uint32_t)(pen.face->size->metrics.ascender + 32) >> 6);
            draw(&pen, utf8);
            y = pen.baseline - ((uint32_t)(pen.face->size->metrics.ascender + 32) >> 6) +
                pen.line_height;
        }
        FT_Done_Face(pen.face);
    }
    FT_Done_Library(library);
    return y;
}
