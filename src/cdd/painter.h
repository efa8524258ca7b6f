/* SPDX-License-Identifier: MIT */
/*
 * What scenes draw with: the operations of a cdd with the arguments they need most.
 *
 * A painter remembers the first failure and does nothing afterwards, so a scene is a list of calls
 * and one check at its end. Surfaces and fonts belong to the painter.
 */
#ifndef CDD_PAINTER_H
#define CDD_PAINTER_H

#include "cdd/image.h"
#include "cdd/scene.h"
#include "cdd/text.h"

#define PAINTER_SURFACES_MAX 64u
#define PAINTER_FONTS_MAX 24u

struct painter {
    struct cdd *cdd;
    struct cdd_surface *target; /* the primary */
    RECT screen;
    const struct region *clip; /* applied to every operation; NULL: none */
    struct cdd_error *error;
    NTSTATUS status;
    uint32_t surface_count;
    struct cdd_surface *surfaces[PAINTER_SURFACES_MAX];
    uint32_t font_count;
    struct {
        enum text_face face;
        uint32_t size;
        struct text_font *font;
    } fonts[PAINTER_FONTS_MAX];
};

/** painter_init - Fails, in its status, when the primary is smaller than scenes allow. */
void painter_init(struct painter *painter, struct cdd *cdd, struct cdd_error *error);
/** painter_finish - wait for the GPU and free what the painter owns. Returns: the first failure. */
NTSTATUS painter_finish(struct painter *painter);
/** painter_check - note a status; the text is used when the error has none yet */
void painter_check(struct painter *painter, NTSTATUS status, const char *what);

static inline bool painter_failed(const struct painter *painter)
{
    return !NT_SUCCESS(painter->status);
}

/* Surfaces. NULL after a failure; every function here accepts that. */
struct cdd_surface *painter_surface(struct painter *painter, D3DKMDT_GDISURFACETYPE type,
                                    uint32_t width, uint32_t height);
/** painter_picture - a TEXTURE with the picture's pixels; the picture is freed */
struct cdd_surface *painter_picture(struct painter *painter, struct image *image);
/** painter_canvas - a picture to paint on in memory */
void painter_canvas(struct painter *painter, uint32_t width, uint32_t height, struct image *image);

void painter_fill(struct painter *painter, RECT rect, uint32_t color);
void painter_rop(struct painter *painter, RECT rect, uint32_t color, DXGK_GDIROP_COLORFILL rop);
void painter_frame(struct painter *painter, RECT rect, uint32_t color); /* one pixel wide */
/** painter_gradient - rows from one colour to another, dithering left out */
void painter_gradient(struct painter *painter, RECT rect, uint32_t top, uint32_t bottom);
void painter_copy(struct painter *painter, struct cdd_surface *src, int32_t x, int32_t y);
void painter_blend(struct painter *painter, struct cdd_surface *src, RECT src_rect, RECT rect,
                   uint8_t constant_alpha, bool has_alpha);
void painter_stretch(struct painter *painter, struct cdd_surface *src, RECT src_rect, RECT rect);
void painter_key(struct painter *painter, struct cdd_surface *src, int32_t x, int32_t y,
                 uint32_t color);

/** painter_text - one line; y is its top. Returns: where the pen ended. */
int32_t painter_text(struct painter *painter, enum text_face face, uint32_t size, int32_t x,
                     int32_t y, uint32_t color, const char *utf8);
void painter_text_centered(struct painter *painter, enum text_face face, uint32_t size, RECT rect,
                           uint32_t color, const char *utf8);
int32_t painter_text_width(struct painter *painter, enum text_face face, uint32_t size,
                           const char *utf8);
int32_t painter_line_height(struct painter *painter, enum text_face face, uint32_t size);

/** painter_round_region - a rectangle with round corners; the caller calls region_fini */
void painter_round_region(struct painter *painter, RECT rect, int32_t radius,
                          struct region *region);

/* A sheet of labelled cells. */
struct painter_sheet {
    RECT area;
    uint32_t columns;
    uint32_t rows;
    uint32_t next;
};
/** painter_sheet_begin - background, title and subtitle */
void painter_sheet_begin(struct painter *painter, struct painter_sheet *sheet, uint32_t columns,
                         uint32_t rows, const char *title, const char *subtitle);
/** painter_cell - the next cell with its label. Returns: where to draw. */
RECT painter_cell(struct painter *painter, struct painter_sheet *sheet, const char *label);

#endif /* CDD_PAINTER_H */
