/* SPDX-License-Identifier: MIT */
/* Text and the scenes that use it. */
#include "cdd/text.h"

#include "cdd/image.h"
#include "cdd/scene.h"
#include "tests/unit/cdd_mock.h"

#include <stdio.h>
#include <stdlib.h>

#define WIDTH 640
#define HEIGHT 480

static const struct cdd_config screen = { .width = WIDTH, .height = HEIGHT };

static uint32_t *screen_pixels(struct cdd *cdd)
{
    uint32_t *pixels = malloc((size_t)WIDTH * HEIGHT * 4);

    assert_non_null(pixels);
    assert_int_equal(
        cdd_surface_read(cdd_primary(cdd), rect_at(0, 0, WIDTH, HEIGHT), pixels, WIDTH * 4),
        STATUS_SUCCESS);
    return pixels;
}

static struct text_font *open_font(struct cdd *cdd, enum text_face face, uint32_t size)
{
    struct cdd_error error = { 0 };
    struct text_font *font;
    NTSTATUS status = text_font_open(cdd, face, size, &font, &error);

    if (!NT_SUCCESS(status)) {
        fail_msg("%s", error.text);
    }
    return font;
}

/* The rectangle of pixels that are not black. */
static RECT ink(const uint32_t *pixels)
{
    RECT box = rect_make(WIDTH, HEIGHT, 0, 0);

    for (int32_t y = 0; y < HEIGHT; y++) {
        for (int32_t x = 0; x < WIDTH; x++) {
            if ((pixels[y * WIDTH + x] & 0x00FFFFFFu) != 0) {
                box = rect_make(DXGH_MIN(box.left, x), DXGH_MIN(box.top, y),
                                DXGH_MAX(box.right, x + 1), DXGH_MAX(box.bottom, y + 1));
            }
        }
    }
    return box;
}

/* Text lands on its baseline, as wide as it says, in sub-pixel colours. */
static void text_lands_where_it_was_asked(void **state)
{
    struct cdd *cdd = mock_cdd(&screen);
    struct text_font *font = open_font(cdd, TEXT_FACE_SANS, 20);
    bool colored = false;

    (void)state;
    assert_int_equal(text_draw(font, cdd_primary(cdd), 100, 200, NULL, 0xFFFFFFFF, "Hamburgefonts"),
                     STATUS_SUCCESS);
    uint32_t *pixels = screen_pixels(cdd);
    RECT box = ink(pixels);

    assert_in_range(box.left, 98, 104);
    assert_in_range(box.top, 200 - text_ascent(font), 190);
    assert_in_range(box.bottom, 201, 200 + text_line_height(font) - text_ascent(font));
    assert_in_range(box.right, 100 + text_width(font, "Hamburgefonts") - 4,
                    100 + text_width(font, "Hamburgefonts") + 3);
    for (int32_t i = 0; i < WIDTH * HEIGHT; i++) {
        colored = colored || (pixels[i] & 0xFFu) != ((pixels[i] >> 16) & 0xFFu);
    }
    assert_true(colored);
    free(pixels);
    text_font_close(font);
    cdd_destroy(cdd);
}

/* A hundred strings are a handful of command buffers, not a hundred. */
static void strings_share_command_buffers(void **state)
{
    struct cdd *cdd = mock_cdd(&screen);
    struct text_font *font = open_font(cdd, TEXT_FACE_MONO, 12);

    (void)state;
    assert_int_equal(text_draw(font, cdd_primary(cdd), 0, 20, NULL, 0xFFFFFFFF, "warm up"),
                     STATUS_SUCCESS);
    assert_int_equal(cdd_finish(cdd), STATUS_SUCCESS);
    uint64_t flushes = cdd_statistics(cdd)->flushes;
    uint32_t locks = mock.locks;

    for (int32_t i = 0; i < 100; i++) {
        assert_int_equal(text_draw(font, cdd_primary(cdd), i, 20 + i * 4, NULL, 0xFF8080FF, "line"),
                         STATUS_SUCCESS);
    }
    assert_int_equal(cdd_finish(cdd), STATUS_SUCCESS);
    assert_true(cdd_statistics(cdd)->flushes - flushes <= 2);
    assert_true(mock.locks - locks <= 2);
    cdd_destroy(cdd);
}

/* The sheet of glyphs is used again and again without spoiling what was drawn from it. */
static void glyph_sheet_can_be_reused(void **state)
{
    struct cdd *cdd = mock_cdd(&screen);
    struct text_font *font = open_font(cdd, TEXT_FACE_SANS, 60);
    uint32_t *first = NULL;

    (void)state;
    for (uint32_t round = 0; round < 20; round++) { /* each takes a fifth of the sheet */
        const struct cdd_fill clear = { .dst = cdd_primary(cdd),
                                        .dst_rect = rect_at(0, 0, WIDTH, HEIGHT),
                                        .color = 0xFF000000,
                                        .rop = DXGK_GDIROPCF_PATCOPY };

        assert_int_equal(cdd_fill(cdd, &clear), STATUS_SUCCESS);
        assert_int_equal(text_draw(font, cdd_primary(cdd), 10, 100, NULL, 0xFF40C0FF, "Wrapping"),
                         STATUS_SUCCESS);
        assert_int_equal(text_draw(font, cdd_primary(cdd), 10, 300, NULL, 0xFFC040FF, "around"),
                         STATUS_SUCCESS);
        if (round % 7 == 0) {
            uint32_t *pixels = screen_pixels(cdd);

            if (first != NULL) {
                assert_memory_equal(pixels, first, (size_t)WIDTH * HEIGHT * 4);
                free(pixels);
            } else {
                first = pixels;
            }
        }
    }
    free(first);
    cdd_destroy(cdd);
}

/* A string wider than the sheet is drawn in pieces, whole. */
static void long_strings_are_drawn_whole(void **state)
{
    struct cdd *cdd = mock_cdd(&screen);
    struct text_font *font = open_font(cdd, TEXT_FACE_SANS, 24);
    char text[300];

    (void)state;
    memset(text, 'x', sizeof(text) - 1);
    text[sizeof(text) - 1] = '\0';
    int32_t width = text_width(font, text);

    assert_true(width > 3000);
    /* Its end, moved onto the screen. */
    assert_int_equal(text_draw(font, cdd_primary(cdd), 600 - width, 100, NULL, 0xFFFFFFFF, text),
                     STATUS_SUCCESS);
    uint32_t *pixels = screen_pixels(cdd);
    RECT box = ink(pixels);

    assert_in_range(box.left, 0, 6);
    assert_in_range(box.right, 590, 603);
    free(pixels);
    cdd_destroy(cdd);
}

/* Malformed UTF-8 and characters nobody has are drawn as boxes, not beyond the string's end. */
static void odd_strings_are_survived(void **state)
{
    static const char *const strings[] = { "",
                                           "\xFF\xFE",
                                           "\xE2\x82",
                                           "\xF0\x9F\x91",
                                           "\xC3",
                                           "\xF0\x9F\x91\xBB ghost",
                                           "\xED\xA0\x80",
                                           "a\x80z" };
    struct cdd *cdd = mock_cdd(&screen);
    struct text_font *font = open_font(cdd, TEXT_FACE_SANS_BOLD, 16);

    (void)state;
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(strings); i++) {
        assert_true(text_width(font, strings[i]) >= 0);
        assert_int_equal(text_draw(font, cdd_primary(cdd), 10, 30, NULL, 0xFFFFFFFF, strings[i]),
                         STATUS_SUCCESS);
    }
    cdd_destroy(cdd);
}

/* Text on a host bitmap: the CPU reads the same coverage the GPU would. */
static void text_falls_back_to_the_cpu(void **state)
{
    struct cdd *cdd = mock_cdd(&screen);
    struct text_font *font = open_font(cdd, TEXT_FACE_SANS, 20);
    struct cdd_surface *bitmap;
    uint32_t *onto_bitmap;
    uint32_t *onto_screen;

    (void)state;
    assert_int_equal(cdd_surface_create_bitmap(cdd, WIDTH, HEIGHT, D3DDDIFMT_A8R8G8B8, &bitmap),
                     STATUS_SUCCESS);
    const struct cdd_fill black = { .dst = bitmap,
                                    .dst_rect = rect_at(0, 0, WIDTH, HEIGHT),
                                    .color = 0xFF000000,
                                    .rop = DXGK_GDIROPCF_PATCOPY };
    const struct cdd_blt show = { .dst = cdd_primary(cdd),
                                  .src = bitmap,
                                  .dst_rect = rect_at(0, 0, WIDTH, HEIGHT),
                                  .rop = DXGK_GDIROP_SRCCOPY };

    assert_int_equal(text_draw(font, cdd_primary(cdd), 40, 50, NULL, 0xFFFFC040, "Same pixels"),
                     STATUS_SUCCESS);
    onto_screen = screen_pixels(cdd);
    assert_int_equal(cdd_fill(cdd, &black), STATUS_SUCCESS);
    assert_int_equal(text_draw(font, bitmap, 40, 50, NULL, 0xFFFFC040, "Same pixels"),
                     STATUS_SUCCESS);
    assert_int_equal(cdd_blt(cdd, &show), STATUS_SUCCESS);
    onto_bitmap = screen_pixels(cdd);
    assert_memory_equal(onto_bitmap, onto_screen, (size_t)WIDTH * HEIGHT * 4);
    assert_true(cdd_statistics(cdd)->fallbacks[DXGK_GDIOP_CLEARTYPEBLEND] > 0);
    free(onto_bitmap);
    free(onto_screen);
    cdd_destroy(cdd);
}

/* A missing font is an error that names the package; a bad size or face is the caller's mistake. */
static void missing_fonts_are_explained(void **state)
{
    struct cdd *cdd = mock_cdd(&screen);
    struct cdd_error error = { 0 };
    struct text_font *font;

    (void)state;
    assert_int_equal(setenv("DXGHOST_FONT_DIR", "/nonexistent", 1), 0);
    assert_int_equal(text_font_open(cdd, TEXT_FACE_SANS, 12, &font, &error),
                     STATUS_OBJECT_NAME_NOT_FOUND);
    assert_non_null(strstr(error.text, "fonts-dejavu-core"));
    assert_null(font);
    assert_int_equal(scene_desktop(cdd, NULL, &error), STATUS_OBJECT_NAME_NOT_FOUND);
    assert_non_null(strstr(error.text, "fonts-dejavu-core"));
    assert_int_equal(unsetenv("DXGHOST_FONT_DIR"), 0);
    assert_int_equal(text_font_open(cdd, TEXT_FACE_SANS, 0, &font, &error),
                     STATUS_INVALID_PARAMETER);
    assert_int_equal(text_font_open(cdd, TEXT_FACE_COUNT, 12, &font, &error),
                     STATUS_INVALID_PARAMETER);
    text_font_close(NULL);
    cdd_destroy(cdd);
}

/* Every scene draws on the smallest screen, the same picture each time, and leaves no surface. */
static void scenes_draw_and_repeat(void **state)
{
    struct cdd *cdd = mock_cdd(&screen);
    struct cdd_error error;

    (void)state;
    assert_int_equal(cdd_scene_count, 11);
    for (size_t i = 0; i < cdd_scene_count; i++) {
        uint32_t *pictures[2];

        assert_ptr_equal(cdd_scene_find(cdd_scenes[i].name), &cdd_scenes[i]);
        for (size_t turn = 0; turn < 2; turn++) {
            NTSTATUS status = cdd_scenes[i].run(cdd, NULL, &error);

            if (!NT_SUCCESS(status)) {
                fail_msg("%s: %s", cdd_scenes[i].name, error.text);
            }
            pictures[turn] = screen_pixels(cdd);
        }
        if (strcmp(cdd_scenes[i].name, "desktop") != 0) { /* which shows the counters */
            assert_memory_equal(pictures[0], pictures[1], (size_t)WIDTH * HEIGHT * 4);
        }
        free(pictures[0]);
        free(pictures[1]);
    }
    assert_null(cdd_scene_find("nonesuch"));
    /* Primary, two staging surfaces, gamma table, sheet of glyphs. */
    assert_true(mock.live_allocations <= 5);
    cdd_destroy(cdd);
}

/* A wallpaper that cannot be used ends the scene with its reason; one that can is shown. */
static void desktop_takes_a_wallpaper(void **state)
{
    char path[] = "/tmp/dxghost-wallpaper-XXXXXX";
    struct cdd *cdd = mock_cdd(&screen);
    struct cdd_scene_options options = { .wallpaper = "/nonexistent.png" };
    uint32_t green = 0xFF00FF00;
    struct cdd_error error;
    uint32_t pixel = 0;

    (void)state;
    assert_int_equal(scene_desktop(cdd, &options, &error), STATUS_OBJECT_NAME_NOT_FOUND);
    assert_non_null(strstr(error.text, "/nonexistent.png"));
    assert_true(mkstemp(path) >= 0);
    assert_int_equal(image_write_png_file(mock.machine, path, &green, 1, 1, 4, &error),
                     STATUS_SUCCESS);
    options.wallpaper = path;
    assert_int_equal(scene_desktop(cdd, &options, &error), STATUS_SUCCESS);
    assert_int_equal(cdd_surface_read(cdd_primary(cdd), rect_at(2, 2, 1, 1), &pixel, 4),
                     STATUS_SUCCESS);
    assert_int_equal(pixel, green);
    assert_int_equal(remove(path), 0);
    cdd_destroy(cdd);
}

/* A screen too small for a scene is refused in words. */
static void scenes_need_a_screen(void **state)
{
    struct cdd *cdd = mock_cdd(NULL);
    struct cdd_error error;

    (void)state;
    assert_int_equal(scene_bitblt(cdd, NULL, &error), STATUS_INVALID_PARAMETER);
    assert_non_null(strstr(error.text, "640x480"));
    cdd_destroy(cdd);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(text_lands_where_it_was_asked, mock_setup, mock_teardown),
        cmocka_unit_test_setup_teardown(strings_share_command_buffers, mock_setup, mock_teardown),
        cmocka_unit_test_setup_teardown(glyph_sheet_can_be_reused, mock_setup, mock_teardown),
        cmocka_unit_test_setup_teardown(long_strings_are_drawn_whole, mock_setup, mock_teardown),
        cmocka_unit_test_setup_teardown(odd_strings_are_survived, mock_setup, mock_teardown),
        cmocka_unit_test_setup_teardown(text_falls_back_to_the_cpu, mock_setup, mock_teardown),
        cmocka_unit_test_setup_teardown(missing_fonts_are_explained, mock_setup, mock_teardown),
        cmocka_unit_test_setup_teardown(scenes_draw_and_repeat, mock_setup, mock_teardown),
        cmocka_unit_test_setup_teardown(desktop_takes_a_wallpaper, mock_setup, mock_teardown),
        cmocka_unit_test_setup_teardown(scenes_need_a_screen, mock_setup, mock_teardown),
    };
    return cmocka_run_group_tests_name("cdd/text", tests, NULL, NULL);
}
