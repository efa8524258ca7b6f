/* SPDX-License-Identifier: MIT */
/* Text into a plain picture, without a driver: for a machine that has stopped. */
#ifndef CDD_TEXT_IMAGE_H
#define CDD_TEXT_IMAGE_H

#include "cdd/text.h"

struct text_image {
    uint32_t *pixels; /* X8R8G8B8 */
    uint32_t width;
    uint32_t height;
    uint32_t pitch; /* bytes */
};

/**
 * text_image_draw - lines of text, broken at spaces where the picture or a '\n' ends a line
 * @x, @y: top left corner of the first line; lines stay `x` away from the right edge, too
 * @color: X8R8G8B8
 * Returns: where the next line would begin; y when no font is installed, and nothing is drawn.
 */
uint32_t text_image_draw(struct machine *machine, const struct text_image *image, uint32_t x,
                         uint32_t y, uint32_t size_pixels, uint32_t color, const char *utf8);

#endif /* CDD_TEXT_IMAGE_H */
