/* SPDX-License-Identifier: MIT */
#include "cdd/artwork.h"

struct key_sheet {
    struct painter painter;
    struct painter_sheet sheet;
    struct cdd_surface *sprite;
    struct cdd_surface *wallpaper;
};

static RECT prepared_cell(struct key_sheet *key, const char *label)
{
    RECT cell = painter_cell(&key->painter, &key->sheet, label);

    if (!painter_failed(&key->painter)) {
        painter_stretch(&key->painter, key->wallpaper, cdd_surface_bounds(key->wallpaper), cell);
    }
    return cell;
}

static void draw(struct key_sheet *key, struct cdd_surface *src, RECT rect, uint32_t color,
                 bool honor_alpha)
{
    struct painter *painter = &key->painter;

    if (painter_failed(painter)) {
        return;
    }
    const struct cdd_transparent transparent = {
        .dst = painter->target,
        .src = src,
        .dst_rect = rect,
        .src_rect = cdd_surface_bounds(src),
        .clip = painter->clip,
        .color = color,
        .honor_alpha = honor_alpha,
    };
    painter_check(painter, cdd_transparent(painter->cdd, &transparent), "TransparentBlt");
}

static RECT square(RECT cell)
{
    int32_t size = DXGH_MIN(rect_width(cell), rect_height(cell)) - 16;

    return rect_at((cell.left + cell.right - size) / 2, (cell.top + cell.bottom - size) / 2, size,
                   size);
}

static void keys(struct key_sheet *key)
{
    static const struct {
        uint32_t color;
        bool honor_alpha;
        const char *label;
    } items[] = {
        { ARTWORK_KEY, false, "key FF00FF" },
        { 0x00123456, false, "a key that does not occur" },
        { 0x00FDFDFF, false, "key: the ghost's white" },
        { 0xFF000000u | ARTWORK_KEY, false, "key with alpha: matches nothing" },
        { ARTWORK_KEY, true, "HonorAlpha, key 00FF00FF" },
        { 0xFF000000u | ARTWORK_KEY, true, "HonorAlpha, key FFFF00FF" },
    };

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(items); i++) {
        RECT cell = prepared_cell(key, items[i].label);

        draw(key, key->sprite, square(cell), items[i].color, items[i].honor_alpha);
    }
}

static void placements(struct key_sheet *key)
{
    struct painter *painter = &key->painter;
    RECT cell = prepared_cell(key, "sizes from 8 to 80");
    struct region clip;
    int32_t x = cell.left + 4;

    for (int32_t size = 8; x + size < cell.right; size += 12) {
        draw(key, key->sprite, rect_at(x, cell.bottom - 6 - size, size, size), ARTWORK_KEY, false);
        x += size + 2;
    }

    cell = prepared_cell(key, "a crowd");
    for (uint32_t i = 0; i < 60; i++) {
        uint32_t spot = (i + 7) * 2654435761u;
        RECT rect = rect_at(cell.left + (int32_t)((spot >> 4) % (uint32_t)(rect_width(cell) - 24)),
                            cell.top + (int32_t)((spot >> 18) % (uint32_t)(rect_height(cell) - 24)),
                            24, 24);

        draw(key, key->sprite, rect, ARTWORK_KEY, false);
    }

    cell = prepared_cell(key, "clip: stripes");
    region_init(&clip, cdd_machine(painter->cdd));
    for (int32_t column = cell.left; column < cell.right; column += 6) {
        region_combine_rect(&clip, rect_make(column, cell.top, column + 3, cell.bottom),
                            REGION_UNION);
    }
    painter->clip = &clip;
    draw(key, key->sprite, square(cell), ARTWORK_KEY, false);
    painter->clip = NULL;
    region_fini(&clip);
}

NTSTATUS scene_transparentblt(struct cdd *cdd, const struct cdd_scene_options *options,
                              struct cdd_error *error)
{
    struct key_sheet key = { 0 };

    (void)options;
    painter_init(&key.painter, cdd, error);
    painter_sheet_begin(&key.painter, &key.sheet, 3, 3, "TransparentBlt",
                        "DXGK_GDIOP_TRANSPARENTBLT: pixels of the key colour are not drawn");
    key.sprite = artwork_sprite(&key.painter);
    key.wallpaper = artwork_wallpaper(&key.painter, 400, 220);
    keys(&key);
    placements(&key);
    return painter_finish(&key.painter);
}
