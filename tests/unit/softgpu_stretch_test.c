/* SPDX-License-Identifier: MIT */
/*
 * ALPHA_BLEND, STRETCH_BLT and TRANSPARENT_BLT: every pixel equals the documented formula.
 *
 * Tolerance 0 for sampling, combining and keys. Blending is compared with tolerance 0 against the
 * manual's two rounded products, and once, exhaustively, within 1 of the real-valued formula.
 */
#include "tests/lib/softgpu_pixels.h"
#include "tests/lib/test.h"

#include <math.h>

#include "devices/softgpu/raster.h"

#define CASES 10000u

/* Chooses surfaces, the two mapping rectangles and the sub-rectangles of a stretching packet. */
static void stretch_choose(struct pixels *pixels, struct softgpu_packet_blt *packet,
                           uint32_t dst_format, uint32_t src_format, struct softgpu_rect *rects)
{
    packet->dst = pixels_surface(pixels, dst_format, 1, 1);
    packet->src = pixels_surface(pixels, src_format, 1, 1);
    if (dst_format == src_format && pixels_below(pixels, 4) == 0) {
        packet->src = packet->dst;
    }

    struct softgpu_rect bounds = pixels_bounds(&packet->src);
    bounds.right -= 1;
    bounds.bottom -= 1;
    packet->src_rect = pixels_rect(pixels, &bounds);
    packet->src_rect.right += 1;
    packet->src_rect.bottom += 1;

    int32_t width = (int32_t)packet->dst.width, height = (int32_t)packet->dst.height;
    packet->dst_rect.left = pixels_between(pixels, -10, width - 1);
    packet->dst_rect.right = pixels_between(pixels, packet->dst_rect.left + 1, width + 10);
    packet->dst_rect.top = pixels_between(pixels, -10, height - 1);
    packet->dst_rect.bottom = pixels_between(pixels, packet->dst_rect.top + 1, height + 10);
    if (pixels_below(pixels, 3) == 0) { /* no stretch */
        packet->dst_rect.right =
            packet->dst_rect.left + packet->src_rect.right - packet->src_rect.left;
        packet->dst_rect.bottom =
            packet->dst_rect.top + packet->src_rect.bottom - packet->src_rect.top;
    }

    struct softgpu_rect visible = pixels_intersect(packet->dst_rect, pixels_bounds(&packet->dst));
    if (visible.left == visible.right || visible.top == visible.bottom) {
        packet->rect_count = 0;
        return;
    }
    packet->rect_count = pixels_below(pixels, 4) + 1;
    for (uint32_t i = 0; i < packet->rect_count; i++) {
        rects[i] = i == 0 && pixels_below(pixels, 2) != 0 ? visible : pixels_rect(pixels, &visible);
    }
}

/* A pixel of the result; (x, y) of the destination, whose value is d. */
typedef uint32_t (*pixel_formula)(struct pixels *pixels, const struct softgpu_packet_blt *packet,
                                  int32_t x, int32_t y, uint32_t d);

static void stretch_compare(struct pixels *pixels, struct softgpu_packet_blt *packet,
                            uint32_t opcode, const struct softgpu_rect *rects,
                            pixel_formula formula, uint32_t number)
{
    packet->header = SOFTGPU_PACKET_HEADER(opcode, SOFTGPU_BLT_DWORDS(packet->rect_count));
    assert_int_equal(pixels_run(pixels, packet, sizeof(*packet), rects, packet->rect_count), 0);

    for (uint32_t i = 0; i < packet->rect_count; i++) {
        for (int32_t y = rects[i].top; y < rects[i].bottom; y++) {
            for (int32_t x = rects[i].left; x < rects[i].right; x++) {
                uint32_t d = pixels_get(pixels, &packet->dst, x, y);
                pixels_set(pixels, &packet->dst, x, y, formula(pixels, packet, x, y, d));
            }
        }
    }
    if (!pixels_equal(pixels)) {
        fail_msg("opcode 0x%x case %u, flags 0x%x, operand 0x%x, formats %u to %u", opcode, number,
                 packet->flags, packet->operand, packet->src.format, packet->dst.format);
    }
}

static uint32_t sampled_pixel(struct pixels *pixels, const struct softgpu_packet_blt *packet,
                              int32_t x, int32_t y, bool mirror_x, bool mirror_y)
{
    const struct softgpu_rect *src = &packet->src_rect, *dst = &packet->dst_rect;

    return pixels_get_old(pixels, &packet->src,
                          pixels_sample(x, dst->left, dst->right, src->left, src->right, mirror_x),
                          pixels_sample(y, dst->top, dst->bottom, src->top, src->bottom, mirror_y));
}

/* ---- ALPHA_BLEND */

static uint32_t product(uint32_t x, uint32_t y)
{
    return (uint32_t)floor(x * y / 255.0 + 0.5);
}

static uint32_t blend_component(uint32_t s, uint32_t alpha, uint32_t d, uint32_t constant)
{
    uint32_t sum = product(s, constant) + product(d, 255 - product(alpha, constant));
    return sum > 255 ? 255 : sum;
}

static uint32_t alpha_formula(struct pixels *pixels, const struct softgpu_packet_blt *packet,
                              int32_t x, int32_t y, uint32_t d)
{
    uint32_t s = sampled_pixel(pixels, packet, x, y, false, false);
    uint32_t result = 0;

    if ((packet->flags & SOFTGPU_ALPHA_SOURCE_ALPHA) == 0) {
        s |= 0xFF000000u;
    }
    d = pixels_widen(packet->dst.format, d);
    for (int shift = 0; shift < 32; shift += 8) {
        result |= blend_component(s >> shift & 0xFF, s >> 24, d >> shift & 0xFF, packet->operand)
                  << shift;
    }
    return pixels_narrow(packet->dst.format, result);
}

static void alpha_blends_follow_the_formula(void **state)
{
    struct pixels *pixels = *state;
    struct softgpu_rect rects[PIXELS_RECTS_MAX];

    for (uint32_t i = 0; i < CASES; i++) {
        struct softgpu_packet_blt packet = { 0 };
        pixels_begin(pixels, i);
        packet.flags = pixels_below(pixels, 2);
        packet.operand = pixels_below(pixels, 4) == 0 ? 255 * pixels_below(pixels, 2)
                                                      : pixels_below(pixels, 256);
        stretch_choose(pixels, &packet, 1 + pixels_below(pixels, 3), 1 + pixels_below(pixels, 2),
                       rects);
        stretch_compare(pixels, &packet, SOFTGPU_OP_ALPHA_BLEND, rects, alpha_formula, i);
    }
}

/* One call of the raster layer on 256 x 256 pixels: all pairs of source and destination. */
static void blend_all_pairs(uint32_t constant, bool stretch_path)
{
    static uint32_t src[256 * 256], dst[256 * 256];
    struct softgpu_rect rect = { 0, 0, 256, 256 };
    struct raster_map map = { .src = rect, .dst = rect, .mirror_x = stretch_path };
    struct raster_image from = { (uint8_t *)src, 1024, SOFTGPU_FORMAT_A8R8G8B8, 0, 0 };
    struct raster_image to = { (uint8_t *)dst, 1024, SOFTGPU_FORMAT_A8R8G8B8, 0, 0 };

    for (uint32_t i = 0; i < 256 * 256; i++) {
        uint32_t s = stretch_path ? 255 - i % 256 : i % 256, d = i / 256;
        src[i] = s << 24 | s << 16 | (s / 2) << 8;
        dst[i] = d * 0x01010101u;
    }
    assert_true(raster_alpha_blend(&to, &rect, &from, &map, constant, true));
    for (uint32_t i = 0; i < 256 * 256; i++) {
        uint32_t s = i % 256, d = i / 256;
        double alpha = s * constant / 255.0 / 255.0;
        for (uint32_t shift = 0; shift < 32; shift += 8) {
            uint32_t component = shift == 0 ? 0 : shift == 8 ? s / 2 : s;
            uint32_t drawn = dst[i] >> shift & 0xFF;
            assert_int_equal(drawn, blend_component(component, s, d, constant));
            assert_true(fabs(drawn - (component * constant / 255.0 + d * (1 - alpha))) < 1.5);
        }
    }
}

/* Whatever pixman computes on this host and whatever the row kernel does: the same numbers. */
static void every_alpha_pair_is_blended_exactly(void **state)
{
    (void)state;
    for (uint32_t constant = 0; constant < 256; constant += 15) {
        blend_all_pairs(constant, false);
        blend_all_pairs(constant, true);
    }
}

/* ---- STRETCH_BLT */

/* Which destination coordinate a source coordinate's centre falls on. */
static int32_t owner_of(int32_t index, int32_t src_size, int32_t dst_size)
{
    return (int32_t)floor((index + 0.5) * dst_size / src_size);
}

/* The source coordinates that destination coordinate `at` combines, as a list. */
static uint32_t combined(int32_t at, int32_t dst_first, int32_t dst_end, int32_t src_first,
                         int32_t src_end, bool mirror, int32_t *list)
{
    int32_t src_size = src_end - src_first, dst_size = dst_end - dst_first;
    uint32_t count = 0;

    if (src_size <= dst_size) {
        list[0] = pixels_sample(at, dst_first, dst_end, src_first, src_end, mirror);
        return 1;
    }
    for (int32_t i = 0; i < src_size; i++) {
        if (owner_of(i, src_size, dst_size) == at - dst_first) {
            list[count++] = mirror ? src_end - 1 - i : src_first + i;
        }
    }
    return count;
}

static uint32_t stretch_formula(struct pixels *pixels, const struct softgpu_packet_blt *packet,
                                int32_t x, int32_t y, uint32_t d)
{
    static int32_t columns[2048], rows[2048];
    const struct softgpu_rect *src = &packet->src_rect, *dst = &packet->dst_rect;
    uint32_t mode = packet->flags & SOFTGPU_STRETCH_MODE_MASK;
    bool mirror_x = (packet->flags & SOFTGPU_STRETCH_MIRROR_X) != 0;
    bool mirror_y = (packet->flags & SOFTGPU_STRETCH_MIRROR_Y) != 0;

    (void)d;
    if (mode == SOFTGPU_STRETCH_COLORONCOLOR) {
        return sampled_pixel(pixels, packet, x, y, mirror_x, mirror_y);
    }
    uint32_t column_count =
        combined(x, dst->left, dst->right, src->left, src->right, mirror_x, columns);
    uint32_t row_count = combined(y, dst->top, dst->bottom, src->top, src->bottom, mirror_y, rows);
    uint32_t all = 0xFFFFFFFFu, any = 0;
    for (uint32_t j = 0; j < row_count; j++) {
        for (uint32_t i = 0; i < column_count; i++) {
            uint32_t s = pixels_get_old(pixels, &packet->src, columns[i], rows[j]);
            all &= s;
            any |= s;
        }
    }
    return mode == SOFTGPU_STRETCH_BLACKONWHITE ? all : any;
}

static void stretches_follow_their_mode(void **state)
{
    struct pixels *pixels = *state;
    struct softgpu_rect rects[PIXELS_RECTS_MAX];

    for (uint32_t i = 0; i < CASES; i++) {
        struct softgpu_packet_blt packet = { 0 };
        pixels_begin(pixels, i);
        uint32_t format = 1 + pixels_below(pixels, 4);
        packet.flags = 1 + pixels_below(pixels, 3);
        packet.flags |= pixels_below(pixels, 4) << 16;
        stretch_choose(pixels, &packet, format, format, rects);
        stretch_compare(pixels, &packet, SOFTGPU_OP_STRETCH_BLT, rects, stretch_formula, i);
    }
}

/* The documents allow a rounded and a truncated coordinate; ours is always the truncated one and
 * never leaves the source rectangle. */
static void samples_are_the_documented_truncation(void **state)
{
    (void)state;
    for (int32_t src_size = 1; src_size < 70; src_size++) {
        for (int32_t dst_size = 1; dst_size < 70; dst_size++) {
            struct raster_map map = {
                .src = { 7, 0, 7 + src_size, 1 },
                .dst = { -3, 0, dst_size - 3, 1 },
            };
            for (int32_t x = -3; x < dst_size - 3; x++) {
                int32_t sample = raster_map_x(&map, x);
                double exact = (x + 3 + 0.5) * src_size / dst_size + 7;
                assert_int_equal(sample, (int32_t)exact);
                assert_true(sample >= 7 && sample < 7 + src_size);
            }
        }
    }
}

/* ---- TRANSPARENT_BLT */

static uint32_t transparent_formula(struct pixels *pixels, const struct softgpu_packet_blt *packet,
                                    int32_t x, int32_t y, uint32_t d)
{
    uint32_t s = sampled_pixel(pixels, packet, x, y, false, false);
    bool honor_alpha = (packet->flags & SOFTGPU_TRANSPARENT_HONOR_ALPHA) != 0;

    return (honor_alpha ? s : s & 0x00FFFFFFu) != packet->operand ? s : d;
}

static void transparent_blts_leave_the_key_out(void **state)
{
    struct pixels *pixels = *state;
    struct softgpu_rect rects[PIXELS_RECTS_MAX];
    uint32_t kept = 0;

    for (uint32_t i = 0; i < CASES; i++) {
        struct softgpu_packet_blt packet = { 0 };
        pixels_begin(pixels, i);
        stretch_choose(pixels, &packet, 1 + pixels_below(pixels, 2), 1 + pixels_below(pixels, 2),
                       rects);
        packet.flags = pixels_below(pixels, 2);
        packet.operand = pixels_random(pixels) & (pixels_below(pixels, 4) ? 0xFFFFFFu : ~0u);
        /* Noise never equals the key: make half of the source do, some with another alpha. */
        for (int32_t y = packet.src_rect.top; y < packet.src_rect.bottom; y++) {
            for (int32_t x = packet.src_rect.left; x < packet.src_rect.right; x++) {
                uint32_t choice = pixels_below(pixels, 4);
                if (choice < 2) {
                    pixels_set(pixels, &packet.src, x, y,
                               packet.operand ^ (choice == 0 ? 0 : 0x5A000000u));
                    kept++;
                }
            }
        }
        stretch_compare(pixels, &packet, SOFTGPU_OP_TRANSPARENT_BLT, rects, transparent_formula, i);
    }
    assert_true(kept > CASES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(alpha_blends_follow_the_formula),
        cmocka_unit_test(every_alpha_pair_is_blended_exactly),
        cmocka_unit_test(stretches_follow_their_mode),
        cmocka_unit_test(samples_are_the_documented_truncation),
        cmocka_unit_test(transparent_blts_leave_the_key_out),
    };
    return cmocka_run_group_tests_name("softgpu/stretch", tests, pixels_setup, pixels_teardown);
}
