/* SPDX-License-Identifier: MIT */
#include "cdd/artwork.h"

#include <stdio.h>

#define TASKBAR_HEIGHT 44
#define TITLE_HEIGHT 32
#define SHADOW_SPREAD 22
#define CORNER 9

#define INK 0xFF20263Au
#define FADED_INK 0xFF5C6680u
#define WHITE 0xFFFFFFFFu
#define ACCENT 0xFF5B4FC4u

struct desktop {
    struct painter painter;
    struct cdd_surface *wallpaper;
    struct cdd_surface *icons;
    struct cdd_surface *glass; /* one pixel of each tint, stretched by AlphaBlend */
};

enum tint { TINT_DARK, TINT_LIGHT, TINT_ACCENT, TINT_COUNT };

static void glass(struct desktop *desktop, enum tint tint, RECT rect, uint8_t alpha)
{
    painter_blend(&desktop->painter, desktop->glass, rect_at((int32_t)tint, 0, 1, 1), rect, alpha,
                  false);
}

static void make_glass(struct desktop *desktop)
{
    static const uint32_t tints[TINT_COUNT] = { 0xFF12142E, 0xFFF4F4FF, 0xFF7A6CF0 };
    struct image image;

    if (painter_failed(&desktop->painter)) {
        return;
    }
    painter_canvas(&desktop->painter, TINT_COUNT, 1, &image);
    for (uint32_t i = 0; i < TINT_COUNT; i++) {
        image.pixels[i] = tints[i];
    }
    desktop->glass = painter_picture(&desktop->painter, &image);
}

static void make_wallpaper(struct desktop *desktop, const char *path)
{
    struct painter *painter = &desktop->painter;
    struct image image;

    if (path == NULL || painter_failed(painter)) {
        desktop->wallpaper = artwork_wallpaper(painter, (uint32_t)painter->screen.right,
                                               (uint32_t)painter->screen.bottom);
        return;
    }
    painter_check(painter,
                  image_read_png_file(cdd_machine(painter->cdd), path, &image, painter->error),
                  "reading the wallpaper");
    if (!painter_failed(painter)) {
        desktop->wallpaper = painter_picture(painter, &image);
    }
}

static void draw_icon(struct desktop *desktop, enum artwork_icon icon, RECT rect)
{
    painter_blend(&desktop->painter, desktop->icons, artwork_icon_rect(icon), rect, 255, true);
}

static void desktop_icons(struct desktop *desktop)
{
    static const struct {
        enum artwork_icon icon;
        const char *label;
    } items[] = {
        { ARTWORK_COMPUTER, "This machine" }, { ARTWORK_FOLDER, "Drivers" },
        { ARTWORK_PICTURE, "Pictures" },      { ARTWORK_DOCUMENT, "report.json" },
        { ARTWORK_BIN, "Leaks (none)" },
    };
    struct painter *painter = &desktop->painter;

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(items); i++) {
        RECT cell = rect_at(12, 16 + (int32_t)i * 88, 96, 84);
        RECT label = rect_make(cell.left, cell.top + 56, cell.right, cell.bottom - 6);

        if (i == 1) { /* selected */
            glass(desktop, TINT_ACCENT, cell, 110);
            painter_frame(painter, cell, 0xFFA79CFF);
        }
        draw_icon(desktop, items[i].icon, rect_at(cell.left + 24, cell.top + 6, 48, 48));
        painter_text_centered(painter, TEXT_FACE_SANS, 12, rect_offset(label, 1, 1), 0xFF000000,
                              items[i].label);
        painter_text_centered(painter, TEXT_FACE_SANS, 12, label, WHITE, items[i].label);
    }
}

static void title_buttons(struct painter *painter, RECT title)
{
    RECT close = rect_make(title.right - 44, title.top, title.right, title.bottom);
    int32_t middle = (title.top + title.bottom) / 2;
    int32_t x = close.left + 17;

    painter_fill(painter, close, 0xFFD64550);
    for (int32_t i = 0; i < 10; i++) {
        painter_fill(painter, rect_at(x + i, middle - 5 + i, 2, 1), WHITE);
        painter_fill(painter, rect_at(x + i, middle + 4 - i, 2, 1), WHITE);
    }
    painter_frame(painter, rect_at(close.left - 27, middle - 5, 11, 10), INK);
    painter_fill(painter, rect_at(close.left - 71, middle + 3, 11, 1), INK);
}

/* Shadow, round frame and title bar. The clip stays at the inside of the window until window_end.
 * Returns: the client area. */
static RECT window_begin(struct desktop *desktop, struct region *inside, RECT rect,
                         enum artwork_icon icon, const char *title, bool is_active,
                         uint32_t background)
{
    struct painter *painter = &desktop->painter;
    RECT bar = rect_make(rect.left, rect.top, rect.right, rect.top + TITLE_HEIGHT);
    struct cdd_surface *shadow = artwork_shadow(painter, (uint32_t)rect_width(rect),
                                                (uint32_t)rect_height(rect), SHADOW_SPREAD);
    struct region around;

    region_init(inside, cdd_machine(painter->cdd));
    painter_round_region(painter, rect, CORNER, inside);
    if (shadow != NULL) {
        RECT whole = cdd_surface_bounds(shadow);

        /* The shadow is only blended where the window will not cover it. */
        region_init_rect(&around, cdd_machine(painter->cdd), painter->screen);
        region_combine(&around, &around, inside, REGION_SUBTRACT);
        painter->clip = &around;
        painter_blend(painter, shadow, whole,
                      rect_offset(whole, rect.left - SHADOW_SPREAD, rect.top - SHADOW_SPREAD + 6),
                      is_active ? 255 : 170, true);
        region_fini(&around);
    }
    painter->clip = inside;
    painter_fill(painter, rect_make(rect.left, bar.bottom, rect.right, rect.bottom), background);
    if (is_active) {
        painter_gradient(painter, bar, 0xFFFDFDFF, 0xFFDCDDF3);
    } else {
        painter_fill(painter, bar, 0xFFEDEFF5);
    }
    painter_fill(painter, rect_make(rect.left, bar.bottom - 1, rect.right, bar.bottom), 0xFFC3C6DE);
    draw_icon(desktop, icon, rect_at(bar.left + 10, bar.top + 6, 20, 20));
    (void)painter_text(painter, is_active ? TEXT_FACE_SANS_BOLD : TEXT_FACE_SANS, 13, bar.left + 38,
                       bar.top + 8, is_active ? INK : FADED_INK, title);
    title_buttons(painter, bar);
    return rect_make(rect.left, bar.bottom, rect.right, rect.bottom);
}

static void window_end(struct desktop *desktop, struct region *inside)
{
    desktop->painter.clip = NULL;
    region_fini(inside);
}

static void text_window(struct desktop *desktop, RECT rect)
{
    static const struct {
        enum text_face face;
        uint32_t size;
        uint32_t color;
        const char *text;
    } lines[] = {
        { TEXT_FACE_SANS_BOLD, 28, ACCENT, "Hello from DxgkDdiRenderKm" },
        { TEXT_FACE_SANS, 15, INK,
          "A Windows display miniport driver drew this desktop on Linux." },
        { TEXT_FACE_SANS, 13, FADED_INK, "Each pixel went through its command buffers, its DMA" },
        { TEXT_FACE_SANS, 13, FADED_INK, "buffers and the engine of a simulated board." },
        { TEXT_FACE_SANS, 20, INK, "The quick brown ghost jumps over the lazy GPU" },
        { TEXT_FACE_SANS, 16, INK, "The quick brown ghost jumps over the lazy GPU" },
        { TEXT_FACE_SANS, 12, INK, "The quick brown ghost jumps over the lazy GPU" },
        { TEXT_FACE_SANS, 10, INK,
          "The quick brown ghost jumps over the lazy GPU  Größe ½ × π ≈ 1½" },
        { TEXT_FACE_MONO, 13, 0xFF1F7A5C, "Status = DxgkDdiRenderKm(hContext, &Args);" },
    };
    struct painter *painter = &desktop->painter;
    struct region inside;
    RECT client = window_begin(desktop, &inside, rect, ARTWORK_DOCUMENT, "Welcome", true, WHITE);
    int32_t y = client.top + 16;

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(lines); i++) {
        if (i == DXGH_ARRAY_SIZE(lines) - 1) { /* the last line stands on a panel */
            y += 6;
            painter_fill(painter, rect_make(client.left + 18, y, client.right - 18, y + 30),
                         0xFFEEF6F2);
            painter_fill(painter, rect_make(client.left + 18, y, client.left + 21, y + 30),
                         0xFF35B98B);
            y += 6;
        }
        (void)painter_text(painter, lines[i].face, lines[i].size, client.left + 28, y,
                           lines[i].color, lines[i].text);
        y += painter_line_height(painter, lines[i].face, lines[i].size) + (i == 0 ? 8 : 3);
    }
    window_end(desktop, &inside);
}

/* One of four small pictures: a crop, a mirror image, and the test card both ways. */
static void thumbnail(struct desktop *desktop, struct cdd_surface *card, uint32_t index, RECT rect)
{
    struct painter *painter = &desktop->painter;
    struct cdd_surface *src = index < 2 ? desktop->wallpaper : card;
    struct cdd_stretch stretch = {
        .dst = painter->target,
        .src = src,
        .dst_rect = rect,
        .src_rect = cdd_surface_bounds(src),
        .clip = painter->clip,
        .mode = CDD_STRETCH_COLORONCOLOR,
        .mirror_x = index == 1 || index == 3,
    };

    if (index == 0) {
        stretch.src_rect.top = stretch.src_rect.bottom / 4;
        stretch.src_rect.right -= stretch.src_rect.right / 2;
    }
    painter_check(painter, cdd_stretch(painter->cdd, &stretch), "StretchBlt");
    painter_frame(painter, rect, index == 2 ? ACCENT : 0xFFAEB4CCu);
    if (index == 2) { /* the selected one */
        painter_frame(painter, rect_inset(rect, 1), ACCENT);
    }
}

static void picture_window(struct desktop *desktop, RECT rect)
{
    struct painter *painter = &desktop->painter;
    struct cdd_surface *card = artwork_test_card(painter, 96, 72);
    struct region inside;
    RECT client =
        window_begin(desktop, &inside, rect, ARTWORK_PICTURE, "Pictures", false, 0xFFF7F8FC);

    if (!painter_failed(painter)) {
        RECT large =
            rect_make(client.left + 16, client.top + 16, client.right - 16, client.bottom - 92);
        int32_t width = (rect_width(large) - 3 * 10) / 4;

        painter_stretch(painter, desktop->wallpaper, cdd_surface_bounds(desktop->wallpaper), large);
        painter_frame(painter, large, 0xFFAEB4CC);
        for (uint32_t i = 0; i < 4 && !painter_failed(painter); i++) {
            thumbnail(
                desktop, card, i,
                rect_at(large.left + (int32_t)i * (width + 10), large.bottom + 12, width, 64));
        }
    }
    window_end(desktop, &inside);
}

static void monitor_window(struct desktop *desktop, RECT rect)
{
    struct painter *painter = &desktop->painter;
    struct region inside;
    char line[64];
    RECT client =
        window_begin(desktop, &inside, rect, ARTWORK_COMPUTER, "GPU monitor", false, 0xFF171A33);
    RECT graph =
        rect_make(client.left + 16, client.top + 40, client.right - 16, client.bottom - 36);

    (void)painter_text(painter, TEXT_FACE_SANS_BOLD, 13, graph.left, client.top + 13, 0xFFB9B4FF,
                       "3D engine");
    (void)painter_text(painter, TEXT_FACE_SANS, 12, graph.left + 90, client.top + 14, 0xFF8F97BC,
                       "busy with this very picture");
    painter_fill(painter, graph, 0xFF0F1126);
    for (int32_t x = graph.left, i = 0; x + 5 <= graph.right; x += 7, i++) {
        /* A saw with teeth of several lengths: it looks busy and never changes. */
        int32_t percent = 18 + (i * 37) % 29 + (i * i * 11) % 41;
        int32_t height = rect_height(graph) * percent / 100;

        painter_gradient(painter, rect_make(x, graph.bottom - height, x + 5, graph.bottom),
                         0xFF8E7DFF, 0xFF2F8FBF);
    }
    for (int32_t i = 1; i < 4; i++) {
        int32_t y = graph.top + rect_height(graph) * i / 4;

        painter_rop(painter, rect_make(graph.left, y, graph.right, y + 1), 0x00303868,
                    DXGK_GDIROPCF_PATOR);
    }
    painter_frame(painter, graph, 0xFF3A4070);
    (void)snprintf(line, sizeof(line), "%llu GDI commands so far",
                   (unsigned long long)cdd_statistics(painter->cdd)->records);
    (void)painter_text(painter, TEXT_FACE_MONO, 12, graph.left, graph.bottom + 10, 0xFF9FE3C8,
                       line);
    window_end(desktop, &inside);
}

static void taskbar(struct desktop *desktop)
{
    static const struct {
        enum artwork_icon icon;
        const char *label;
    } tasks[] = {
        { ARTWORK_DOCUMENT, "Welcome" },
        { ARTWORK_PICTURE, "Pictures" },
        { ARTWORK_COMPUTER, "GPU monitor" },
    };
    struct painter *painter = &desktop->painter;
    RECT bar = rect_make(0, painter->screen.bottom - TASKBAR_HEIGHT, painter->screen.right,
                         painter->screen.bottom);
    RECT start = rect_at(6, bar.top + 5, 104, TASKBAR_HEIGHT - 9);
    struct region round;

    glass(desktop, TINT_DARK, bar, 190);
    glass(desktop, TINT_LIGHT, rect_make(bar.left, bar.top, bar.right, bar.top + 1), 70);

    painter_round_region(painter, start, 8, &round);
    painter->clip = &round;
    painter_gradient(painter, start, 0xFF8577FF, 0xFF4A3DB0);
    draw_icon(desktop, ARTWORK_GHOST, rect_at(start.left + 8, start.top + 3, 30, 30));
    (void)painter_text(painter, TEXT_FACE_SANS_BOLD, 15, start.left + 45, start.top + 9, WHITE,
                       "Start");
    painter->clip = NULL;
    region_fini(&round);

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(tasks); i++) {
        RECT task = rect_at(124 + (int32_t)i * 140, bar.top + 5, 132, TASKBAR_HEIGHT - 9);

        glass(desktop, TINT_LIGHT, task, i == 0 ? 75 : 28);
        if (i == 0) {
            painter_fill(painter, rect_make(task.left, task.bottom - 3, task.right, task.bottom),
                         0xFFA79CFF);
        }
        draw_icon(desktop, tasks[i].icon, rect_at(task.left + 8, task.top + 6, 22, 22));
        (void)painter_text(painter, TEXT_FACE_SANS, 13, task.left + 38, task.top + 9, WHITE,
                           tasks[i].label);
    }
    if (painter->screen.right >= 800) {
        painter_text_centered(painter, TEXT_FACE_SANS, 13,
                              rect_make(bar.right - 84, bar.top, bar.right - 8, bar.bottom), WHITE,
                              "8:25 PM");
    }
}

/* A rubber band of the classic kind: drawn by inverting, here once. */
static void rubber_band(struct desktop *desktop, RECT rect)
{
    struct painter *painter = &desktop->painter;

    glass(desktop, TINT_ACCENT, rect, 60);
    for (int32_t x = rect.left; x < rect.right; x += 4) {
        painter_rop(painter, rect_at(x, rect.top, 2, 1), WHITE, DXGK_GDIROPCF_PATINVERT);
        painter_rop(painter, rect_at(x, rect.bottom - 1, 2, 1), WHITE, DXGK_GDIROPCF_PATINVERT);
    }
    for (int32_t y = rect.top; y < rect.bottom; y += 4) {
        painter_rop(painter, rect_at(rect.left, y, 1, 2), WHITE, DXGK_GDIROPCF_DSTINVERT);
        painter_rop(painter, rect_at(rect.right - 1, y, 1, 2), WHITE, DXGK_GDIROPCF_DSTINVERT);
    }
}

NTSTATUS scene_desktop(struct cdd *cdd, const struct cdd_scene_options *options,
                       struct cdd_error *error)
{
    struct desktop desktop = { 0 };
    struct painter *painter = &desktop.painter;

    painter_init(painter, cdd, error);
    int32_t width = painter->screen.right;
    int32_t height = painter->screen.bottom - TASKBAR_HEIGHT;

    make_wallpaper(&desktop, options == NULL ? NULL : options->wallpaper);
    desktop.icons = artwork_icons(painter);
    make_glass(&desktop);
    if (!painter_failed(painter)) {
        painter_stretch(painter, desktop.wallpaper, cdd_surface_bounds(desktop.wallpaper),
                        painter->screen);
    }
    desktop_icons(&desktop);
    monitor_window(&desktop, rect_at(width * 44 / 100, height * 61 / 100, width * 42 / 100,
                                     height * 36 / 100));
    picture_window(
        &desktop, rect_at(width * 62 / 100, height * 6 / 100, width * 34 / 100, height * 52 / 100));
    text_window(&desktop, rect_at(130, height * 14 / 100, DXGH_MIN(width - 150, 620), 302));
    rubber_band(&desktop, rect_make(140, height * 74 / 100, 330, height * 92 / 100));
    taskbar(&desktop);

    struct cdd_surface *sprite = artwork_sprite(painter);
    struct cdd_surface *cursor = artwork_cursor(painter);

    if (!painter_failed(painter)) {
        for (int32_t i = 0; i < 3; i++) {
            painter_key(painter, sprite, 170 + i * 46, height * 83 / 100 - (i % 2) * 14,
                        ARTWORK_KEY);
        }
        painter_key(painter, cursor, 328, height * 92 / 100 - 2, ARTWORK_KEY);
    }
    return painter_finish(painter);
}
