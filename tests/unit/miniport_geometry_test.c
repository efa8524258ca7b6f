/* SPDX-License-Identifier: MIT */
/* Rectangles of the reference miniport: its shortcuts against the naive way, pixel by pixel. */
#include "base/prng.h"
#include "tests/lib/test.h"

#include <limits.h>
#include <ntddk.h>
#include <stdbool.h>

/* The code under test runs outside of any machine here. */
#undef PAGED_CODE
#define PAGED_CODE() ((void)0)
#include "drivers/softgpu/geometry.c"

#define CASES 20000u

static LONG number(struct prng *prng, LONG low, LONG high)
{
    return low + (LONG)(prng_next(prng) % (uint64_t)(high - low + 1));
}

static struct softgpu_rect random_rect(struct prng *prng, LONG low, LONG high, LONG size)
{
    LONG left = number(prng, low, high);
    LONG top = number(prng, low, high);

    return (struct softgpu_rect){ left, top, left + number(prng, 0, size),
                                  top + number(prng, 0, size) };
}

static LONGLONG floor_divide(LONGLONG dividend, LONGLONG divisor)
{
    LONGLONG quotient = dividend / divisor;

    return quotient * divisor > dividend ? quotient - 1 : quotient;
}

/* softgpu_regs.h section 10, MAPPING, for one pixel on one axis. */
static LONGLONG map_pixel(LONGLONG x, LONGLONG dst0, LONGLONG dst1, LONGLONG src0, LONGLONG src1,
                          bool scale, bool mirror)
{
    LONGLONG mapped =
        scale ? src0 + floor_divide((2 * (x - dst0) + 1) * (src1 - src0), 2 * (dst1 - dst0))
              : x - dst0 + src0;

    return mirror ? src0 + src1 - 1 - mapped : mapped;
}

static bool naive_valid(UINT opcode, const struct softgpu_packet_blt *packet,
                        const struct softgpu_rect *rect)
{
    const struct softgpu_rect *src = &packet->src_rect;
    const struct softgpu_rect *dst = &packet->dst_rect;
    bool scale = opcode != SOFTGPU_OP_BLT;

    if (rect->left < 0 || rect->top < 0 || rect->right > (int)packet->dst.width ||
        rect->bottom > (int)packet->dst.height) {
        return false;
    }
    for (int y = rect->top; y < rect->bottom; y++) {
        for (int x = rect->left; x < rect->right; x++) {
            LONGLONG xs = map_pixel(x, dst->left, dst->right, src->left, src->right, scale,
                                    (packet->flags & SOFTGPU_STRETCH_MIRROR_X) != 0);
            LONGLONG ys = map_pixel(y, dst->top, dst->bottom, src->top, src->bottom, scale,
                                    (packet->flags & SOFTGPU_STRETCH_MIRROR_Y) != 0);
            if (xs < 0 || xs >= packet->src.width || ys < 0 || ys >= packet->src.height) {
                return false;
            }
        }
    }
    return true;
}

static void a_rectangle_is_valid_when_each_of_its_pixels_is(void **state)
{
    struct prng prng;
    uint32_t valid = 0;

    (void)state;
    prng_init(&prng, 1);
    for (uint32_t i = 0; i < CASES; i++) {
        UINT opcode = number(&prng, 0, 1) == 0 ? SOFTGPU_OP_BLT : SOFTGPU_OP_STRETCH_BLT;
        struct softgpu_packet_blt packet = { 0 };
        packet.src.width = packet.src.height = (UINT)number(&prng, 1, 20);
        packet.dst.width = packet.dst.height = (UINT)number(&prng, 1, 20);
        packet.src_rect = random_rect(&prng, -3, 10, 16);
        packet.dst_rect = random_rect(&prng, -3, 10, 16);
        if (opcode == SOFTGPU_OP_STRETCH_BLT) {
            packet.flags =
                SOFTGPU_STRETCH_COLORONCOLOR | (UINT)number(&prng, 0, 3) * SOFTGPU_STRETCH_MIRROR_X;
            if (!SgBltScaleIsValid(&packet)) {
                continue;
            }
        }
        struct softgpu_rect rect = random_rect(&prng, -1, 10, 12);
        bool expected = naive_valid(opcode, &packet, &rect);
        assert_int_equal(SgBltRectIsValid(opcode, &packet, &rect), expected);
        valid += expected ? 1 : 0;
    }
    assert_in_range(valid, CASES / 20, CASES * 9 / 10); /* both answers were put to the test */
}

static void ill_ordered_and_extreme_rectangles_are_refused(void **state)
{
    struct softgpu_packet_blt packet = { .src = { .width = 8, .height = 8 },
                                         .dst = { .width = 8, .height = 8 },
                                         .src_rect = { INT_MIN, INT_MIN, INT_MAX, INT_MAX },
                                         .dst_rect = { INT_MIN, INT_MIN, INT_MAX, INT_MAX } };
    struct softgpu_rect flipped = { 4, 0, 2, 4 };
    struct softgpu_rect outside = { 0, 0, INT_MAX, 1 };
    struct softgpu_rect inside = { 1, 1, 7, 7 };

    (void)state;
    assert_false(SgRectIsInside(&flipped, 8, 8));
    assert_false(SgRectIsInside(&outside, 8, 8));
    assert_false(SgBltScaleIsValid(&packet));
    assert_true(SgBltRectIsValid(SOFTGPU_OP_BLT, &packet, &inside));
}

static bool overlap(const RECT *a, const RECT *b)
{
    return a->left < b->right && b->left < a->right && a->top < b->bottom && b->top < a->bottom;
}

/* A region as GDI keeps it: bands from top to bottom, rectangles from left to right. */
static UINT random_region(struct prng *prng, RECT *rects)
{
    UINT count = 0;
    LONG top = 0;

    for (UINT band = 0; band < 4; band++) {
        LONG bottom = top + number(prng, 1, 6);
        LONG left = number(prng, 0, 4);
        for (LONG i = number(prng, 1, 4); i > 0; i--) {
            LONG right = left + number(prng, 1, 6);
            rects[count++] = (RECT){ left, top, right, bottom };
            left = right + number(prng, 1, 4);
        }
        top = bottom + number(prng, 0, 2);
    }
    return count;
}

static void no_rectangle_overwrites_what_a_later_one_reads(void **state)
{
    struct prng prng;

    (void)state;
    prng_init(&prng, 2);
    for (uint32_t i = 0; i < CASES; i++) {
        RECT rects[16];
        bool seen[16] = { false };
        UINT order[16];
        UINT count = random_region(&prng, rects);
        LONG x = number(&prng, -8, 8);
        LONG y = number(&prng, -8, 8);

        for (UINT position = 0; position < count; position++) {
            order[position] = SgRectInDirection(rects, count, position, x > 0, y > 0);
            assert_true(order[position] < count);
            assert_false(seen[order[position]]);
            seen[order[position]] = true;
        }
        for (UINT first = 0; first < count; first++) {
            for (UINT later = first + 1; later < count; later++) {
                RECT source = rects[order[later]];
                source =
                    (RECT){ source.left - x, source.top - y, source.right - x, source.bottom - y };
                assert_false(overlap(&rects[order[first]], &source));
            }
        }
    }
}

static void a_rop_uses_the_source_when_the_source_changes_its_result(void **state)
{
    (void)state;
    for (UINT code = 0; code < 256; code++) {
        bool uses = false;
        for (UINT index = 0; index < 8; index++) {
            uses |= ((code >> index) & 1) != ((code >> (index ^ 2)) & 1);
        }
        assert_int_equal(SgRop3UsesSource(code), uses);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_rectangle_is_valid_when_each_of_its_pixels_is),
        cmocka_unit_test(ill_ordered_and_extreme_rectangles_are_refused),
        cmocka_unit_test(no_rectangle_overwrites_what_a_later_one_reads),
        cmocka_unit_test(a_rop_uses_the_source_when_the_source_changes_its_result),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
