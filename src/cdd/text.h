/* SPDX-License-Identifier: MIT */
/*
 * ClearType text: FreeType's sub-pixel coverage, blended by the driver's ClearTypeBlend.
 *
 * Glyphs are gathered in a coverage sheet in host memory; the part that changed is copied to a
 * CPU-visible staging surface when the batch that uses it is flushed, so a string costs a record
 * and no wait.
 *
 * Tests: tests/unit/cdd_text_test.c
 */
#ifndef CDD_TEXT_H
#define CDD_TEXT_H

#include "cdd/cdd.h"

struct text_font;

enum text_face { /* of the DejaVu family */
                 TEXT_FACE_SANS,
                 TEXT_FACE_SANS_BOLD,
                 TEXT_FACE_MONO,
                 TEXT_FACE_COUNT,
};

/* Row of the gamma table text is blended with. Choice: exponent 1.8 reads well dark on light and
 * light on dark. */
#define TEXT_GAMMA_ROW 8u
#define TEXT_SIZE_MAX 128u /* pixels per em */

/**
 * text_font_open - a face at a size
 * The face's file is looked for in $DXGHOST_FONT_DIR, then where distributions put DejaVu.
 * Returns: STATUS_SUCCESS; STATUS_OBJECT_NAME_NOT_FOUND when no file is there, with a message that
 * names the package to install; STATUS_FILE_CORRUPT_ERROR when FreeType cannot use it;
 * STATUS_INVALID_PARAMETER for a size of 0 or above TEXT_SIZE_MAX.
 */
NTSTATUS text_font_open(struct cdd *cdd, enum text_face face, uint32_t size_pixels,
                        struct text_font **font, struct cdd_error *error);
void text_font_close(struct text_font *font);

int32_t text_ascent(const struct text_font *font);      /* baseline below the top, pixels */
int32_t text_line_height(const struct text_font *font); /* from one baseline to the next */
/** text_width - how far a string moves the pen, in pixels */
int32_t text_width(const struct text_font *font, const char *utf8);

/**
 * text_draw - one line of text
 * @x, @y: pen position on the baseline
 * @clip: NULL for none
 * @color: A8R8G8B8; the alpha is ignored
 * Characters the face lacks are drawn as its missing-glyph box.
 * Returns: STATUS_SUCCESS or the failure of an operation.
 */
NTSTATUS text_draw(struct text_font *font, struct cdd_surface *dst, int32_t x, int32_t y,
                   const struct region *clip, uint32_t color, const char *utf8);

#endif /* CDD_TEXT_H */
