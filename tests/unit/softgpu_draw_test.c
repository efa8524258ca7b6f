/* SPDX-License-Identifier: MIT */
/* GRADIENT and TRIANGLES: every pixel equals the manual's formula, tolerance 0. */
#include "tests/lib/softgpu_pixels.h"
#include "tests/lib/test.h"

#include <string.h>

#define CASES 10000u

static uint32_t ramp(uint32_t first, uint32_t last, int32_t index, int32_t count)
{
    uint32_t result = 0;

    for (int shift = 0; shift < 32; shift += 8) {
        int32_t a = first >> shift & 0xFF, b = last >> shift & 0xFF;
        int32_t value =
            count == 1 ? a : (a * (count - 1 - index) + b * index + (count - 1) / 2) / (count - 1);
        result |= (uint32_t)value << shift;
    }
    return result;
}

static void gradients_follow_the_formula(void **state)
{
    struct pixels *pixels = *state;

    for (uint32_t i = 0; i < CASES; i++) {
        pixels_begin(pixels, i);
        struct softgpu_packet_gradient packet = {
            .header = SOFTGPU_PACKET_HEADER(SOFTGPU_OP_GRADIENT, SOFTGPU_GRADIENT_DWORDS),
            .flags = pixels_below(pixels, 2),
            .dst = pixels_surface(pixels, 1 + pixels_below(pixels, 2), 1, 1),
            .colour_first = pixels_random(pixels),
            .colour_last = pixels_random(pixels),
        };
        struct softgpu_rect bounds = pixels_bounds(&packet.dst);
        packet.rect = pixels_rect(pixels, &bounds);
        const struct softgpu_rect *rect = &packet.rect;
        assert_int_equal(pixels_run(pixels, &packet, sizeof(packet), NULL, 0), 0);
        for (int32_t y = rect->top; y < rect->bottom; y++) {
            for (int32_t x = rect->left; x < rect->right; x++) {
                bool vertical = packet.flags == SOFTGPU_GRADIENT_VERTICAL;
                pixels_set(pixels, &packet.dst, x, y,
                           ramp(packet.colour_first, packet.colour_last,
                                vertical ? y - rect->top : x - rect->left,
                                vertical ? rect->bottom - rect->top : rect->right - rect->left));
            }
        }
        if (!pixels_equal(pixels)) {
            fail_msg("gradient case %u, flags %u", i, packet.flags);
        }
    }
}

/* Twice the signed area of a triangle in 1/16 pixels. */
static int64_t area_of(int64_t ax, int64_t ay, int64_t bx, int64_t by, int64_t cx, int64_t cy)
{
    return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

/* Is the centre covered by this side? On the line only if the side is a top or a left one. */
static bool side_covers(const struct softgpu_vertex *a, const struct softgpu_vertex *b,
                        int64_t weight, int64_t area)
{
    if (weight == 0) {
        /* As seen walking round clockwise: a top side goes right, a left side goes up. */
        bool clockwise = area > 0;
        int32_t dx = clockwise ? b->x - a->x : a->x - b->x;
        int32_t dy = clockwise ? b->y - a->y : a->y - b->y;
        return (dy == 0 && dx > 0) || dy < 0;
    }
    return (weight > 0) == (area > 0);
}

static bool triangle_pixel(const struct softgpu_vertex v[3], int32_t x, int32_t y, bool flat,
                           uint32_t *colour)
{
    int64_t px = x * 16 + 8, py = y * 16 + 8;
    int64_t area = area_of(v[0].x, v[0].y, v[1].x, v[1].y, v[2].x, v[2].y);
    int64_t w[3] = { area_of(v[1].x, v[1].y, v[2].x, v[2].y, px, py),
                     area_of(v[2].x, v[2].y, v[0].x, v[0].y, px, py),
                     area_of(v[0].x, v[0].y, v[1].x, v[1].y, px, py) };

    if (area == 0 || !side_covers(&v[1], &v[2], w[0], area) ||
        !side_covers(&v[2], &v[0], w[1], area) || !side_covers(&v[0], &v[1], w[2], area)) {
        return false;
    }
    *colour = 0;
    for (int shift = 0; shift < 32; shift += 8) {
        int64_t sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += w[i] * (int64_t)(v[i].colour >> shift & 0xFF);
        }
        *colour |= (uint32_t)(sum / area) << shift;
    }
    *colour = flat ? v[0].colour : *colour;
    return true;
}

#define TRIANGLES_MAX 3

static void triangles_follow_the_fill_rule(void **state)
{
    struct pixels *pixels = *state;
    struct {
        struct softgpu_packet_triangles packet;
        struct softgpu_vertex vertices[3 * TRIANGLES_MAX];
    } draw;

    for (uint32_t number = 0; number < CASES; number++) {
        pixels_begin(pixels, number);
        uint32_t count = 3 * pixels_below(pixels, TRIANGLES_MAX + 1);
        draw.packet = (struct softgpu_packet_triangles){
            .header = SOFTGPU_PACKET_HEADER(SOFTGPU_OP_TRIANGLES, SOFTGPU_TRIANGLES_DWORDS(count)),
            .flags = pixels_below(pixels, 2),
            .dst = pixels_surface(pixels, 1 + pixels_below(pixels, 2), 1, 1),
            .vertex_count = count,
        };
        struct softgpu_rect bounds = pixels_bounds(&draw.packet.dst);
        draw.packet.clip = pixels_below(pixels, 3) ? bounds : pixels_rect(pixels, &bounds);
        for (uint32_t i = 0; i < count; i++) {
            /* Often whole or half pixels, so that sides run through centres. */
            int32_t step = pixels_below(pixels, 2) ? 8 : 1;
            draw.vertices[i] = (struct softgpu_vertex){
                .x = pixels_between(pixels, -200, 1000) / step * step,
                .y = pixels_between(pixels, -200, 800) / step * step,
                .colour = pixels_random(pixels),
            };
        }
        assert_int_equal(pixels_run(pixels, &draw, SOFTGPU_TRIANGLES_DWORDS(count) * 4, NULL, 0),
                         0);
        const struct softgpu_rect *clip = &draw.packet.clip;
        for (uint32_t i = 0; i < count; i += 3) {
            for (int32_t y = clip->top; y < clip->bottom; y++) {
                for (int32_t x = clip->left; x < clip->right; x++) {
                    uint32_t colour;
                    if (triangle_pixel(&draw.vertices[i], x, y, draw.packet.flags != 0, &colour)) {
                        pixels_set(pixels, &draw.packet.dst, x, y, colour);
                    }
                }
            }
        }
        if (!pixels_equal(pixels)) {
            fail_msg("triangle case %u, flags %u", number, draw.packet.flags);
        }
    }
}

/* A fan around a point covers every pixel exactly once, whatever lies on the sides. */
static void neighbouring_triangles_share_no_pixel(void **state)
{
    struct pixels *pixels = *state;
    struct {
        struct softgpu_packet_triangles packet;
        struct softgpu_vertex vertices[12];
    } draw;
    static const int32_t corners[4][2] = { { 0, 0 }, { 512, 0 }, { 512, 512 }, { 0, 512 } };

    for (uint32_t number = 0; number < 200; number++) {
        pixels_begin(pixels, number);
        int32_t x = pixels_between(pixels, 0, 64) * 8, y = pixels_between(pixels, 0, 64) * 8;
        draw.packet = (struct softgpu_packet_triangles){
            .header = SOFTGPU_PACKET_HEADER(SOFTGPU_OP_TRIANGLES, SOFTGPU_TRIANGLES_DWORDS(12)),
            .flags = SOFTGPU_TRIANGLES_FLAT,
            .dst = { 0, 32 * 4, SOFTGPU_FORMAT_A8R8G8B8, 32, 32 },
            .clip = { 0, 0, 32, 32 },
            .vertex_count = 12,
        };
        for (uint32_t i = 0; i < 4; i++) {
            struct softgpu_vertex *v = &draw.vertices[i * 3];
            uint32_t next = (i + 1) % 4;
            v[0] = (struct softgpu_vertex){ x, y, i, 0 };
            v[1] = (struct softgpu_vertex){ corners[i][0], corners[i][1], 0, 0 };
            v[2] = (struct softgpu_vertex){ corners[next][0], corners[next][1], 0, 0 };
        }
        uint32_t covered = 0;
        for (uint32_t i = 0; i < 4; i++) {
            for (int32_t pixel = 0; pixel < 32 * 32; pixel++) {
                uint32_t colour;
                covered +=
                    triangle_pixel(&draw.vertices[i * 3], pixel % 32, pixel / 32, true, &colour);
            }
        }
        assert_int_equal(covered, 32 * 32);
        assert_int_equal(pixels_run(pixels, &draw, sizeof(draw), NULL, 0), 0);
        for (uint32_t pixel = 0; pixel < 32 * 32; pixel++) {
            uint32_t value;
            memcpy(&value, pixels->board.mock.bar_memory[SOFTGPU_BAR_VRAM] + pixel * 4, 4);
            assert_true(value < 4);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gradients_follow_the_formula),
        cmocka_unit_test(triangles_follow_the_fill_rule),
        cmocka_unit_test(neighbouring_triangles_share_no_pixel),
    };
    return cmocka_run_group_tests_name("softgpu/draw", tests, pixels_setup, pixels_teardown);
}
