/* SPDX-License-Identifier: MIT */
#include "cdd/artwork.h"

#include "base/prng.h"

#include <math.h>
#include <string.h>

extern const uint8_t artwork_icons_png[];
extern const uint64_t artwork_icons_png_bytes;

/* A colour of fractions, before it is cut to bytes. */
struct tone {
    double red;
    double green;
    double blue;
};

static struct tone tone_of(uint32_t color)
{
    return (struct tone){ (color >> 16) & 0xFFu, (color >> 8) & 0xFFu, color & 0xFFu };
}

static struct tone tone_mix(struct tone first, struct tone second, double amount)
{
    amount = fmin(fmax(amount, 0.0), 1.0);
    return (struct tone){
        first.red + (second.red - first.red) * amount,
        first.green + (second.green - first.green) * amount,
        first.blue + (second.blue - first.blue) * amount,
    };
}

/* To bytes; noise of one level hides the bands of slow gradients. */
static uint32_t tone_pixel(struct tone tone, struct prng *noise)
{
    double dither = prng_below(noise, 256) / 256.0;
    uint32_t red = (uint32_t)fmin(fmax(tone.red + dither, 0.0), 255.0);
    uint32_t green = (uint32_t)fmin(fmax(tone.green + dither, 0.0), 255.0);
    uint32_t blue = (uint32_t)fmin(fmax(tone.blue + dither, 0.0), 255.0);

    return 0xFF000000u | red << 16 | green << 8 | blue;
}

struct cdd_surface *artwork_icons(struct painter *painter)
{
    struct image image;

    if (painter_failed(painter)) {
        return NULL;
    }
    painter_check(painter,
                  image_read_png(cdd_machine(painter->cdd), "the built-in icons", artwork_icons_png,
                                 (size_t)artwork_icons_png_bytes, &image, painter->error),
                  "decoding the icons");
    if (painter_failed(painter)) {
        return NULL;
    }
    image_premultiply(&image);
    return painter_picture(painter, &image);
}

/* Height of a ridge above the bottom, as a fraction of the picture, at a fraction of its width. */
static double ridge(double x, uint32_t layer)
{
    static const struct {
        double base;
        double rise;
        double frequency;
        double phase;
    } layers[] = {
        { 0.40, 0.050, 1.3, 0.4 }, { 0.33, 0.055, 1.9, 2.1 }, { 0.25, 0.050, 1.5, 4.0 },
        { 0.17, 0.045, 2.3, 1.2 }, { 0.09, 0.035, 1.7, 5.3 },
    };
    double angle = x * 6.2831853 * layers[layer].frequency + layers[layer].phase;
    double jagged =
        fabs(sin(angle * 3.1)) * 0.35 + sin(angle * 7.3) * 0.12 + sin(angle * 17.0) * 0.05;

    return layers[layer].base + layers[layer].rise * (sin(angle) + jagged);
}

static struct tone sky(double x, double y, double aspect)
{
    struct tone tone = tone_mix(tone_of(0x16204F), tone_of(0x5A4A9C), y / 0.38);
    double distance = hypot((x - 0.70) * aspect, y - 0.47);

    tone = tone_mix(tone, tone_of(0xE0708C), (y - 0.26) / 0.24);
    tone = tone_mix(tone, tone_of(0xFFC48A), (y - 0.44) / 0.20);
    tone = tone_mix(tone, tone_of(0xFFE2A8), 0.85 * exp(-distance * distance * 22.0));
    return tone_mix(tone, tone_of(0xFFF6DC), (0.078 - distance) / 0.004);
}

static void paint_stars(struct image *image, struct prng *prng)
{
    for (uint32_t i = 0; i < image->width * image->height / 6000; i++) {
        uint32_t x = prng_below(prng, image->width);
        uint32_t y = prng_below(prng, image->height * 2 / 5);
        uint32_t *pixel = &image->pixels[(size_t)y * image->width + x];
        double fade = 1.0 - y * 2.5 / image->height;
        struct tone star = tone_mix(tone_of(*pixel), tone_of(0xFFFFFF),
                                    fade * (0.25 + prng_below(prng, 70) / 100.0));

        *pixel = tone_pixel(star, prng);
    }
}

struct cdd_surface *artwork_wallpaper(struct painter *painter, uint32_t width, uint32_t height)
{
    static const uint32_t layers[] = { 0xA66C9C, 0x7A559B, 0x523F86, 0x33306A, 0x1C2048 };
    double aspect = (double)width / height;
    struct image image;
    struct prng prng;

    if (painter_failed(painter)) {
        return NULL;
    }
    prng_init(&prng, 2);
    painter_canvas(painter, width, height, &image);
    for (uint32_t column = 0; column < width; column++) {
        double x = (column + 0.5) / width;
        double tops[DXGH_ARRAY_SIZE(layers)];

        for (uint32_t layer = 0; layer < DXGH_ARRAY_SIZE(layers); layer++) {
            tops[layer] = 1.0 - ridge(x, layer);
        }
        for (uint32_t row = 0; row < height; row++) {
            double y = (row + 0.5) / height;
            struct tone tone = sky(x, y, aspect);

            for (uint32_t layer = 0; layer < DXGH_ARRAY_SIZE(layers); layer++) {
                double cover = (y - tops[layer]) * height; /* one pixel of soft edge */
                struct tone haze = tone_mix(tone_of(layers[layer]), tone_of(0xF0A890),
                                            0.34 - 3.4 * (y - tops[layer]) - 0.06 * layer);

                tone = tone_mix(tone, haze, cover);
            }
            image.pixels[(size_t)row * width + column] = tone_pixel(tone, &prng);
        }
    }
    paint_stars(&image, &prng);
    return painter_picture(painter, &image);
}

/* Hue circle: 0..1 to a saturated colour. */
static struct tone hue(double position)
{
    double sector = fmod(position, 1.0) * 6.0;

    return (struct tone){
        255.0 * fmin(fmax(fabs(sector - 3.0) - 1.0, 0.0), 1.0),
        255.0 * fmin(fmax(2.0 - fabs(sector - 2.0), 0.0), 1.0),
        255.0 * fmin(fmax(2.0 - fabs(sector - 4.0), 0.0), 1.0),
    };
}

struct cdd_surface *artwork_test_card(struct painter *painter, uint32_t width, uint32_t height)
{
    static const uint32_t corners[] = { 0xFFFFFF, 0xF2C14E, 0x5B4FC4, 0x1D2340 };
    struct image image;
    struct prng prng;

    if (painter_failed(painter)) {
        return NULL;
    }
    prng_init(&prng, 3);
    painter_canvas(painter, width, height, &image);
    for (uint32_t row = 0; row < height; row++) {
        for (uint32_t column = 0; column < width; column++) {
            double x = (column + 0.5) / width * 2.0 - 1.0;
            double y = (row + 0.5) / height * 2.0 - 1.0;
            double radius = hypot(x, y);
            uint32_t corner = (x > 0 ? 1u : 0u) + (y > 0 ? 2u : 0u);
            bool checker = ((column / 6) ^ (row / 6)) & 1u;
            struct tone tone = checker ? tone_of(0xC9D2E6) : tone_of(0x8D9AB8);

            if (radius < 0.78) {
                tone =
                    tone_mix(tone_of(0xFFFFFF), hue(atan2(y, x) / 6.2831853 + 1.0), radius / 0.62);
            }
            if (fabs(x) > 0.78 && fabs(y) > 0.70) {
                tone = tone_of(corners[corner]);
            }
            if (column == 0 || row == 0 || column + 1 == width || row + 1 == height) {
                tone = tone_of(0x1D2340);
            }
            image.pixels[(size_t)row * width + column] = tone_pixel(tone, &prng);
        }
    }
    return painter_picture(painter, &image);
}

struct cdd_surface *artwork_shadow(struct painter *painter, uint32_t width, uint32_t height,
                                   uint32_t spread)
{
    struct image image;

    if (painter_failed(painter)) {
        return NULL;
    }
    painter_canvas(painter, width + 2 * spread, height + 2 * spread, &image);
    for (uint32_t row = 0; row < image.height; row++) {
        for (uint32_t column = 0; column < image.width; column++) {
            double x = fabs(column + 0.5 - image.width / 2.0) - (width / 2.0 - 8.0);
            double y = fabs(row + 0.5 - image.height / 2.0) - (height / 2.0 - 8.0);
            double outside = hypot(fmax(x, 0.0), fmax(y, 0.0));
            double fade = fmax(1.0 - outside / (spread + 8.0), 0.0);

            image.pixels[(size_t)row * image.width + column] = (uint32_t)(140.0 * fade * fade)
                                                               << 24;
        }
    }
    return painter_picture(painter, &image);
}

/* Characters to colours: '.' is the key. */
static struct cdd_surface *from_text(struct painter *painter, const char *const *rows,
                                     uint32_t width, uint32_t height)
{
    struct image image;

    if (painter_failed(painter)) {
        return NULL;
    }
    painter_canvas(painter, width, height, &image);
    for (uint32_t row = 0; row < height; row++) {
        for (uint32_t column = 0; column < width; column++) {
            char mark = rows[row][column];

            image.pixels[(size_t)row * width + column] = mark == '#'   ? 0xFF101326u
                                                         : mark == 'o' ? 0xFFFFFFFFu
                                                         : mark == '+' ? 0xFFD9D6F2u
                                                         : mark == '-' ? 0xFF8C82D6u
                                                                       : ARTWORK_KEY;
        }
    }
    return painter_picture(painter, &image);
}

struct cdd_surface *artwork_cursor(struct painter *painter)
{
    static const char *const rows[] = {
        "#...........", "##..........", "#o#.........", "#oo#........", "#ooo#.......",
        "#oooo#......", "#ooooo#.....", "#oooooo#....", "#ooooooo#...", "#oooooooo#..",
        "#ooooooooo#.", "#oooooooooo#", "#oooooo#####", "#ooo#oo#....", "#oo##oo#....",
        "#o#..#oo#...", "##...#oo#...", "......#oo#..", "......#oo#..", ".......##...",
    };

    return from_text(painter, rows, 12, DXGH_ARRAY_SIZE(rows));
}

struct cdd_surface *artwork_sprite(struct painter *painter)
{
    static const char *const rows[] = {
        ".....######.....", "...##oooooo##...", "..#oooooooo++#..", ".#oooooooooo++#.",
        ".#oo##ooo##o++#.", "#ooo##ooo##oo++#", "#ooo##ooo##oo++#", "#oooooooooooo++#",
        "#ooooo--oooooo+#", "#ooooo--oooooo+#", "#oooooooooooo++#", "#ooooooooooo+++#",
        "#ooooooooooo+++#", "#oo+o++oo++++++#", "#o##+##++##+##+#", ".#..#..##..#..#.",
    };
    struct image image;

    if (painter_failed(painter)) {
        return NULL;
    }
    /* Twice as large, each pixel four. */
    painter_canvas(painter, 32, 32, &image);
    for (uint32_t i = 0; i < 32 * 32; i++) {
        char mark = rows[i / 64][i % 32 / 2];

        image.pixels[i] = mark == '#'   ? 0xFF2B2658u
                          : mark == 'o' ? 0xFFFDFDFFu
                          : mark == '+' ? 0xFFD9D6F2u
                          : mark == '-' ? 0xFF8C82D6u
                                        : ARTWORK_KEY;
    }
    return painter_picture(painter, &image);
}
