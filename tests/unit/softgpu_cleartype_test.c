/* SPDX-License-Identifier: MIT */
/*
 * CLEARTYPE_BLEND: every pixel equals the documented formula, in floating point here. The divisor
 * is odd, so rounding to nearest has no ties and the tolerance is 0.
 */
#include "tests/lib/softgpu_pixels.h"
#include "tests/lib/test.h"

#include <math.h>
#include <string.h>

#define CASES 10000u

static uint32_t gamma_component(const uint8_t *row, uint32_t d, uint32_t a, uint32_t colour,
                                uint32_t colour2)
{
    double t = row[d];
    uint32_t blend = row[256 + (uint32_t)round(t + (colour - t) * a / 255.0)];

    return a == 0 ? d : a == 255 ? colour2 : blend;
}

static uint32_t plain_component(uint32_t d, uint32_t a_r, uint32_t a_g, uint32_t colour,
                                uint32_t colour2)
{
    uint32_t a = colour >= d ? a_r : a_g;
    double blend = d + ((double)colour - d) * a / 255.0;

    return a == 255 ? colour2 : (uint32_t)round(blend);
}

static uint32_t cleartype_formula(const struct softgpu_packet_cleartype *packet, const uint8_t *row,
                                  uint32_t d, uint32_t a)
{
    uint32_t result = d & 0xFF000000u;

    for (int shift = 0; shift < 24; shift += 8) {
        uint32_t component = d >> shift & 0xFF;
        uint32_t colour = packet->colour >> shift & 0xFF;
        uint32_t colour2 = packet->colour2 >> shift & 0xFF;
        uint32_t out =
            packet->gamma_row == SOFTGPU_GAMMA_NONE
                ? plain_component(component, a >> 16 & 0xFF, a >> 8 & 0xFF, colour, colour2)
                : gamma_component(row, component, a >> shift & 0xFF, colour, colour2);
        result |= out << shift;
    }
    return result;
}

static void surfaces_choose(struct pixels *pixels, struct softgpu_packet_cleartype *packet)
{
    packet->dst = pixels_surface(pixels, 1 + pixels_below(pixels, 3), 1, 1);
    packet->alpha = pixels_below(pixels, 8) == 0 && packet->dst.format != SOFTGPU_FORMAT_R5G6B5
                        ? packet->dst
                        : pixels_surface(pixels, 1 + pixels_below(pixels, 2), 1, 1);
    packet->gamma = (struct softgpu_surface){
        .address = pixels_below(pixels, PIXELS_ARENA_BYTES - 16 * 640),
        .pitch = 512 + 4 * pixels_below(pixels, 30),
        .format = SOFTGPU_FORMAT_A8,
        .width = 512,
        .height = 16,
    };
    packet->colour = pixels_random(pixels);
    packet->colour2 = pixels_below(pixels, 2) ? packet->colour : pixels_random(pixels);
    packet->gamma_row = pixels_below(pixels, 3) ? pixels_below(pixels, 16) : SOFTGPU_GAMMA_NONE;
    if (packet->gamma_row == SOFTGPU_GAMMA_NONE && pixels_below(pixels, 2) != 0) {
        memset(&packet->gamma, 0xFF, sizeof(packet->gamma)); /* must not be looked at */
    }
}

static void one_blend(struct pixels *pixels, uint32_t number)
{
    struct softgpu_rect rects[PIXELS_RECTS_MAX];
    struct softgpu_packet_cleartype packet = { 0 };
    uint8_t row[512];

    pixels_begin(pixels, number);
    surfaces_choose(pixels, &packet);
    int32_t x0 = packet.offset_x =
        pixels_between(pixels, -(int32_t)packet.dst.width + 1, (int32_t)packet.alpha.width - 1);
    int32_t y0 = packet.offset_y =
        pixels_between(pixels, -(int32_t)packet.dst.height + 1, (int32_t)packet.alpha.height - 1);
    struct softgpu_rect source = pixels_bounds(&packet.alpha);
    source = (struct softgpu_rect){ -x0, -y0, source.right - x0, source.bottom - y0 };
    struct softgpu_rect bounds = pixels_intersect(pixels_bounds(&packet.dst), source);

    packet.rect_count = pixels_below(pixels, PIXELS_RECTS_MAX + 1);
    packet.header = SOFTGPU_PACKET_HEADER(SOFTGPU_OP_CLEARTYPE_BLEND,
                                          SOFTGPU_CLEARTYPE_DWORDS(packet.rect_count));
    for (uint32_t i = 0; i < packet.rect_count; i++) {
        rects[i] = i == 0 ? bounds : pixels_rect(pixels, &bounds);
    }
    /* Noise rarely has the two coverages that are special. */
    for (int32_t y = bounds.top; y < bounds.bottom; y++) {
        for (int32_t x = bounds.left; x < bounds.right; x++) {
            uint32_t a = pixels_get(pixels, &packet.alpha, x + x0, y + y0);
            uint32_t choice = pixels_below(pixels, 6);
            a = choice == 0 ? 0 : choice == 1 ? a | 0xFF00FFu : choice == 2 ? a & 0xFF00FF00u : a;
            pixels_set(pixels, &packet.alpha, x + x0, y + y0, a);
        }
    }
    for (int32_t i = 0; i < 512 && packet.gamma_row != SOFTGPU_GAMMA_NONE; i++) {
        row[i] = (uint8_t)pixels_get(pixels, &packet.gamma, i, (int32_t)packet.gamma_row);
    }

    assert_int_equal(pixels_run(pixels, &packet, sizeof(packet), rects, packet.rect_count), 0);
    for (uint32_t i = 0; i < packet.rect_count; i++) {
        for (int32_t y = rects[i].top; y < rects[i].bottom; y++) {
            for (int32_t x = rects[i].left; x < rects[i].right; x++) {
                uint32_t a = pixels_get_old(pixels, &packet.alpha, x + x0, y + y0);
                uint32_t d = pixels_widen(packet.dst.format, pixels_get(pixels, &packet.dst, x, y));
                uint32_t out = cleartype_formula(&packet, row, d, a);
                pixels_set(pixels, &packet.dst, x, y, pixels_narrow(packet.dst.format, out));
            }
        }
    }
    if (!pixels_equal(pixels)) {
        fail_msg("cleartype case %u, gamma row 0x%x, format %u", number, packet.gamma_row,
                 packet.dst.format);
    }
}

static void cleartype_blends_follow_the_formula(void **state)
{
    for (uint32_t i = 0; i < CASES; i++) {
        one_blend(*state, i);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cleartype_blends_follow_the_formula),
    };
    return cmocka_run_group_tests_name("softgpu/cleartype", tests, pixels_setup, pixels_teardown);
}
