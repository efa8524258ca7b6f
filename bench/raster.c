/* SPDX-License-Identifier: MIT */
/* The board's operations on a whole 1920x1080 surface, beside pixman called directly. */
#include "bench/bench.h"

#include "raster.h"

#include <pixman.h>
#include <stdlib.h>
#include <string.h>

#define WIDTH 1920
#define HEIGHT 1080
#define PITCH (WIDTH * 4)
#define SMALL_WIDTH 1280
#define SMALL_HEIGHT 720
#define PIXELS ((double)WIDTH * HEIGHT)

#define ROP_SRCINVERT 0x66u
#define COLOUR 0xFF336699u
#define KEY 0xFF00FF00u

struct canvas {
    uint32_t *dst_pixels;
    uint32_t *src_pixels;
    struct raster_image dst;
    struct raster_image src;
    pixman_image_t *dst_image;
    pixman_image_t *src_image;
    pixman_image_t *src_scaled;  /* the upper left corner of src, 1.5 times as large */
    pixman_image_t *half_mask;   /* constant alpha 128 */
    pixman_image_t *pen;         /* solid COLOUR */
    pixman_image_t *alpha_image; /* src read as coverage per component */
};

static const struct softgpu_rect whole = { 0, 0, WIDTH, HEIGHT };
static const struct raster_map unscaled = { .src = { 0, 0, WIDTH, HEIGHT },
                                            .dst = { 0, 0, WIDTH, HEIGHT } };
static const struct raster_map scaled = { .src = { 0, 0, SMALL_WIDTH, SMALL_HEIGHT },
                                          .dst = { 0, 0, WIDTH, HEIGHT } };

static void image_unref(pixman_image_t *image)
{
    if (image != NULL) {
        (void)pixman_image_unref(image);
    }
}

static void finish(void *state)
{
    struct canvas *canvas = state;

    image_unref(canvas->dst_image);
    image_unref(canvas->src_image);
    image_unref(canvas->src_scaled);
    image_unref(canvas->half_mask);
    image_unref(canvas->pen);
    image_unref(canvas->alpha_image);
    free(canvas->dst_pixels);
    free(canvas->src_pixels);
    free(canvas);
}

/* Premultiplied colours of every alpha, and now and then the key. */
static void paint_source(uint32_t *pixels)
{
    for (uint32_t i = 0; i < WIDTH * HEIGHT; i++) {
        uint32_t alpha = (i * 7u) & 0xFFu;

        pixels[i] = i % 5 == 0 ? KEY : alpha << 24 | (alpha / 2) << 16 | (alpha / 3) << 8 | alpha;
    }
}

static bool make_images(struct canvas *canvas)
{
    pixman_color_t half = { 0, 0, 0, 0x8080 };
    pixman_color_t pen = { 0x3333, 0x6666, 0x9999, 0xFFFF };
    pixman_transform_t shrink;

    pixman_transform_init_scale(&shrink, pixman_double_to_fixed((double)SMALL_WIDTH / WIDTH),
                                pixman_double_to_fixed((double)SMALL_HEIGHT / HEIGHT));
    canvas->dst_image = pixman_image_create_bits_no_clear(PIXMAN_a8r8g8b8, WIDTH, HEIGHT,
                                                          canvas->dst_pixels, PITCH);
    canvas->src_image = pixman_image_create_bits_no_clear(PIXMAN_a8r8g8b8, WIDTH, HEIGHT,
                                                          canvas->src_pixels, PITCH);
    canvas->src_scaled = pixman_image_create_bits_no_clear(PIXMAN_a8r8g8b8, SMALL_WIDTH,
                                                           SMALL_HEIGHT, canvas->src_pixels, PITCH);
    canvas->alpha_image = pixman_image_create_bits_no_clear(PIXMAN_a8r8g8b8, WIDTH, HEIGHT,
                                                            canvas->src_pixels, PITCH);
    canvas->half_mask = pixman_image_create_solid_fill(&half);
    canvas->pen = pixman_image_create_solid_fill(&pen);
    if (canvas->dst_image == NULL || canvas->src_image == NULL || canvas->src_scaled == NULL ||
        canvas->alpha_image == NULL || canvas->half_mask == NULL || canvas->pen == NULL) {
        return false;
    }
    pixman_image_set_component_alpha(canvas->alpha_image, 1);
    return pixman_image_set_transform(canvas->src_scaled, &shrink) != 0 &&
           pixman_image_set_filter(canvas->src_scaled, PIXMAN_FILTER_NEAREST, NULL, 0) != 0;
}

static bool prepare(void **state, const char **why)
{
    struct canvas *canvas = calloc(1, sizeof(*canvas));

    *why = "out of memory";
    if (canvas == NULL) {
        return false;
    }
    canvas->dst_pixels = aligned_alloc(4096, (size_t)PITCH * HEIGHT);
    canvas->src_pixels = aligned_alloc(4096, (size_t)PITCH * HEIGHT);
    if (canvas->dst_pixels == NULL || canvas->src_pixels == NULL) {
        finish(canvas);
        return false;
    }
    memset(canvas->dst_pixels, 0x80, (size_t)PITCH * HEIGHT);
    paint_source(canvas->src_pixels);
    canvas->dst = (struct raster_image){ .pixels = (uint8_t *)canvas->dst_pixels,
                                         .pitch = PITCH,
                                         .format = SOFTGPU_FORMAT_A8R8G8B8 };
    canvas->src = canvas->dst;
    canvas->src.pixels = (uint8_t *)canvas->src_pixels;
    if (!make_images(canvas)) {
        finish(canvas);
        return false;
    }
    *state = canvas;
    return true;
}

static double megapixels(void (*body)(void *state, uint64_t count), void *state)
{
    return PIXELS * 1000.0 / bench_ns_per_call(body, state);
}

/* One pair of functions per operation: ours, and the same by pixman or by a plain loop. */
#define PAIR(name)                                                                                 \
    static double name##_sample(void *state)                                                       \
    {                                                                                              \
        return megapixels(name##_ours, state);                                                     \
    }                                                                                              \
    static double name##_peer_sample(void *state)                                                  \
    {                                                                                              \
        return megapixels(name##_peer, state);                                                     \
    }

static void fill_ours(void *state, uint64_t count)
{
    struct canvas *canvas = state;

    for (; count > 0; count--) {
        raster_fill(&canvas->dst, &whole, COLOUR, RASTER_ROP_PATCOPY);
    }
}

static void fill_peer(void *state, uint64_t count)
{
    struct canvas *canvas = state;

    for (; count > 0; count--) {
        (void)pixman_fill(canvas->dst_pixels, WIDTH, 32, 0, 0, WIDTH, HEIGHT, COLOUR);
    }
}
PAIR(fill)

static void copy_ours(void *state, uint64_t count)
{
    struct canvas *canvas = state;

    for (; count > 0; count--) {
        raster_blt(&canvas->dst, &whole, &canvas->src, 0, 0, 0, RASTER_ROP_SRCCOPY);
    }
}

static void copy_peer(void *state, uint64_t count)
{
    struct canvas *canvas = state;

    for (; count > 0; count--) {
        (void)pixman_blt(canvas->src_pixels, canvas->dst_pixels, WIDTH, WIDTH, 32, 32, 0, 0, 0, 0,
                         WIDTH, HEIGHT);
    }
}
PAIR(copy)

static void alpha_ours(void *state, uint64_t count)
{
    struct canvas *canvas = state;

    for (; count > 0; count--) {
        (void)raster_alpha_blend(&canvas->dst, &whole, &canvas->src, &unscaled, 255, true);
    }
}

static void composite(struct canvas *canvas, pixman_op_t operation, pixman_image_t *source,
                      pixman_image_t *mask, uint64_t count)
{
    for (; count > 0; count--) {
        pixman_image_composite32(operation, source, mask, canvas->dst_image, 0, 0, 0, 0, 0, 0,
                                 WIDTH, HEIGHT);
    }
}

static void alpha_peer(void *state, uint64_t count)
{
    struct canvas *canvas = state;

    composite(canvas, PIXMAN_OP_OVER, canvas->src_image, NULL, count);
}
PAIR(alpha)

static void constant_ours(void *state, uint64_t count)
{
    struct canvas *canvas = state;

    for (; count > 0; count--) {
        (void)raster_alpha_blend(&canvas->dst, &whole, &canvas->src, &unscaled, 128, true);
    }
}

static void constant_peer(void *state, uint64_t count)
{
    struct canvas *canvas = state;

    composite(canvas, PIXMAN_OP_OVER, canvas->src_image, canvas->half_mask, count);
}
PAIR(constant)

static void stretch_ours(void *state, uint64_t count)
{
    struct canvas *canvas = state;

    for (; count > 0; count--) {
        raster_stretch_blt(&canvas->dst, &whole, &canvas->src, &scaled,
                           SOFTGPU_STRETCH_COLORONCOLOR);
    }
}

static void stretch_peer(void *state, uint64_t count)
{
    struct canvas *canvas = state;

    composite(canvas, PIXMAN_OP_SRC, canvas->src_scaled, NULL, count);
}
PAIR(stretch)

static void cleartype_ours(void *state, uint64_t count)
{
    struct canvas *canvas = state;
    const struct raster_cleartype parameters = { .colour = COLOUR, .colour2 = COLOUR };

    for (; count > 0; count--) {
        raster_cleartype_blend(&canvas->dst, &whole, &canvas->src, &parameters);
    }
}

static void cleartype_peer(void *state, uint64_t count)
{
    struct canvas *canvas = state;

    composite(canvas, PIXMAN_OP_OVER, canvas->pen, canvas->alpha_image, count);
}
PAIR(cleartype)

static void transparent_ours(void *state, uint64_t count)
{
    struct canvas *canvas = state;

    for (; count > 0; count--) {
        raster_transparent_blt(&canvas->dst, &whole, &canvas->src, &unscaled, KEY, false);
    }
}

static void transparent_peer(void *state, uint64_t count)
{
    struct canvas *canvas = state;

    for (; count > 0; count--) {
        for (uint32_t i = 0; i < WIDTH * HEIGHT; i++) {
            if ((canvas->src_pixels[i] & 0xFFFFFFu) != (KEY & 0xFFFFFFu)) {
                canvas->dst_pixels[i] = canvas->src_pixels[i];
            }
        }
    }
}
PAIR(transparent)

static void invert_ours(void *state, uint64_t count)
{
    struct canvas *canvas = state;

    for (; count > 0; count--) {
        raster_blt(&canvas->dst, &whole, &canvas->src, 0, 0, 0, ROP_SRCINVERT);
    }
}

static void invert_peer(void *state, uint64_t count)
{
    struct canvas *canvas = state;

    for (; count > 0; count--) {
        for (uint32_t i = 0; i < WIDTH * HEIGHT; i++) {
            canvas->dst_pixels[i] ^= canvas->src_pixels[i];
        }
    }
}
PAIR(invert)

#define ROW(name, peer_name, peer_target)                                                          \
    {                                                                                              \
        .id = "raster." #name, .unit = "Mpix/s", .peer = peer_name, .goal = BENCH_AT_LEAST,        \
        .target = peer_target, .prepare = prepare, .subject = name##_sample,                       \
        .peer_sample = name##_peer_sample, .finish = finish,                                       \
    }

static const struct bench benches[] = {
    ROW(fill, "pixman_fill", 0.9),         ROW(copy, "pixman_blt", 0.9),
    ROW(alpha, "pixman over", 0.9),        ROW(constant, "pixman over, mask", 0.9),
    ROW(stretch, "pixman nearest", 0.9),   ROW(cleartype, "pixman component alpha", 0.9),
    ROW(transparent, "plain C loop", 0.9), ROW(invert, "plain C loop", 0.9),
};

const struct bench_module bench_raster_module = { "raster", benches,
                                                  sizeof(benches) / sizeof(benches[0]) };
