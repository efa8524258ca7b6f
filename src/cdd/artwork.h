/* SPDX-License-Identifier: MIT */
/* Pictures the scenes share, painted in memory or decoded from the embedded icons. */
#ifndef CDD_ARTWORK_H
#define CDD_ARTWORK_H

#include "cdd/painter.h"

enum artwork_icon {
    ARTWORK_GHOST,
    ARTWORK_COMPUTER,
    ARTWORK_FOLDER,
    ARTWORK_BIN,
    ARTWORK_DOCUMENT,
    ARTWORK_PICTURE,
    ARTWORK_ICON_COUNT,
};
#define ARTWORK_ICON_SIZE 48

/* Where an icon is on the surface of artwork_icons. */
static inline RECT artwork_icon_rect(enum artwork_icon icon)
{
    return rect_at((int32_t)icon * ARTWORK_ICON_SIZE, 0, ARTWORK_ICON_SIZE, ARTWORK_ICON_SIZE);
}

/** artwork_icons - a TEXTURE with all icons side by side, premultiplied */
struct cdd_surface *artwork_icons(struct painter *painter);

/** artwork_wallpaper - dusk over hills, of any size */
struct cdd_surface *artwork_wallpaper(struct painter *painter, uint32_t width, uint32_t height);

/** artwork_test_card - a colourful picture whose every corner differs: mirrors and crops show */
struct cdd_surface *artwork_test_card(struct painter *painter, uint32_t width, uint32_t height);

/** artwork_shadow - a soft dark frame for a window; @spread: pixels on each side; premultiplied */
struct cdd_surface *artwork_shadow(struct painter *painter, uint32_t width, uint32_t height,
                                   uint32_t spread);

#define ARTWORK_KEY 0x00FF00FFu /* what is transparent in the pictures below */
/** artwork_cursor - the arrow on ARTWORK_KEY */
struct cdd_surface *artwork_cursor(struct painter *painter);
/** artwork_sprite - a little ghost of hard pixels on ARTWORK_KEY, 32x32 */
struct cdd_surface *artwork_sprite(struct painter *painter);

#endif /* CDD_ARTWORK_H */
