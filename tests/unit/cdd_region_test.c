/* SPDX-License-Identifier: MIT */
#include "base/prng.h"
#include "cdd/region.h"
#include "machine/heap.h"
#include "tests/lib/test.h"

#include <string.h>

enum { GRID = 24 };

static struct machine *machine;

static int power_on(void **state)
{
    const struct machine_config config = { .ram_bytes = 4u << 20 };

    (void)state;
    machine = machine_create(&config);
    return machine == NULL ? -1 : 0;
}

static int power_off(void **state)
{
    (void)state;
    machine_destroy(machine);
    return 0;
}

static RECT random_rect(struct prng *prng)
{
    int32_t left = (int32_t)prng_below(prng, GRID);
    int32_t top = (int32_t)prng_below(prng, GRID);

    return rect_make(left, top, left + (int32_t)prng_below(prng, GRID + 1 - (uint32_t)left),
                     top + (int32_t)prng_below(prng, GRID + 1 - (uint32_t)top));
}

static void check_form(const struct region *region)
{
    for (uint32_t i = 0; i < region->count; i++) {
        const RECT *rect = &region->rects[i];

        assert_false(rect_is_empty(*rect));
        if (i == 0) {
            continue;
        }
        const RECT *before = rect - 1;

        if (before->top == rect->top) {
            assert_int_equal(before->bottom, rect->bottom);
            assert_true(before->right < rect->left); /* neighbours never touch */
        } else {
            assert_true(before->bottom <= rect->top);
        }
    }
}

static void paint(bool grid[GRID][GRID], RECT rect, enum region_operation operation)
{
    for (int32_t y = 0; y < GRID; y++) {
        for (int32_t x = 0; x < GRID; x++) {
            bool in = x >= rect.left && x < rect.right && y >= rect.top && y < rect.bottom;
            bool old = grid[y][x];

            grid[y][x] = operation == REGION_UNION       ? old || in
                         : operation == REGION_INTERSECT ? old && in
                         : operation == REGION_SUBTRACT  ? old && !in
                                                         : old != in;
        }
    }
}

/* A region holds the same pixels as a bitmap that went through the same operations. */
static void region_operations_match_a_bitmap(void **state)
{
    struct prng prng;

    (void)state;
    prng_init(&prng, 1);
    for (uint32_t round = 0; round < 300; round++) {
        bool grid[GRID][GRID] = { 0 };
        struct region region;

        region_init(&region, machine);
        for (uint32_t step = 0; step < 12; step++) {
            RECT rect = random_rect(&prng);
            uint32_t dice = prng_below(&prng, 8);
            enum region_operation operation = dice < 4   ? REGION_UNION
                                              : dice < 6 ? REGION_SUBTRACT
                                              : dice < 7 ? REGION_XOR
                                                         : REGION_INTERSECT;

            region_combine_rect(&region, rect, operation);
            paint(grid, rect, operation);
            check_form(&region);
        }
        for (int32_t y = 0; y < GRID; y++) {
            for (int32_t x = 0; x < GRID; x++) {
                assert_int_equal(region_contains(&region, x, y), grid[y][x]);
            }
        }
        region_fini(&region);
    }
}

/* Two ways to the same pixels end in the same rectangles. */
static void region_form_is_unique(void **state)
{
    struct region one;
    struct region two;

    (void)state;
    region_init_rect(&one, machine, rect_make(0, 0, 10, 10));
    region_combine_rect(&one, rect_make(2, 2, 4, 4), REGION_SUBTRACT);
    region_init_rect(&two, machine, rect_make(0, 0, 10, 2));
    region_combine_rect(&two, rect_make(4, 0, 10, 10), REGION_UNION);
    region_combine_rect(&two, rect_make(0, 0, 2, 10), REGION_UNION);
    region_combine_rect(&two, rect_make(2, 4, 4, 10), REGION_UNION);
    assert_int_equal(one.count, two.count);
    assert_memory_equal(one.rects, two.rects, one.count * sizeof(RECT));
    assert_int_equal(one.count, 4);
    region_combine(&one, &one, &two, REGION_XOR);
    assert_int_equal(one.count, 0);
    assert_int_equal(region_bounds(&two).right, 10);
    region_fini(&one);
    region_fini(&two);
}

/* A walk in any order visits each rectangle once, cut to the bounds. */
static void region_cursor_visits_everything_once(void **state)
{
    struct prng prng;

    (void)state;
    prng_init(&prng, 2);
    for (uint32_t round = 0; round < 200; round++) {
        struct region region;
        RECT bounds = random_rect(&prng);

        region_init(&region, machine);
        for (uint32_t i = 0; i < 6; i++) {
            region_combine_rect(&region, random_rect(&prng), REGION_XOR);
        }
        for (uint32_t order = 0; order < 4; order++) {
            uint8_t seen[GRID][GRID] = { 0 };
            struct region_cursor cursor;
            RECT rect;

            region_cursor_init(&cursor, &region, bounds, order & 1, order & 2);
            while (region_cursor_next(&cursor, &rect)) {
                assert_false(rect_is_empty(rect));
                for (int32_t y = rect.top; y < rect.bottom; y++) {
                    for (int32_t x = rect.left; x < rect.right; x++) {
                        seen[y][x]++;
                    }
                }
            }
            for (int32_t y = 0; y < GRID; y++) {
                for (int32_t x = 0; x < GRID; x++) {
                    bool wanted = region_contains(&region, x, y) &&
                                  rect_contains(bounds, rect_at(x, y, 1, 1));
                    assert_int_equal(seen[y][x], wanted);
                }
            }
        }
        region_fini(&region);
    }
}

/* Moving rectangle after rectangle against the direction of movement loses no source pixel. */
static void region_cursor_order_is_safe_for_moves(void **state)
{
    struct prng prng;

    (void)state;
    prng_init(&prng, 3);
    for (uint32_t round = 0; round < 400; round++) {
        int32_t dx = (int32_t)prng_below(&prng, 9) - 4;
        int32_t dy = (int32_t)prng_below(&prng, 9) - 4;
        bool written[GRID][GRID] = { 0 };
        struct region_cursor cursor;
        struct region region;
        RECT rect;

        region_init(&region, machine);
        for (uint32_t i = 0; i < 6; i++) {
            region_combine_rect(&region, random_rect(&prng), REGION_XOR);
        }
        region_cursor_init(&cursor, &region, rect_make(0, 0, GRID, GRID), dy > 0, dx > 0);
        while (region_cursor_next(&cursor, &rect)) {
            for (int32_t y = rect.top; y < rect.bottom; y++) {
                for (int32_t x = rect.left; x < rect.right; x++) {
                    int32_t from_x = x - dx;
                    int32_t from_y = y - dy;
                    bool inside = from_x >= 0 && from_y >= 0 && from_x < GRID && from_y < GRID;

                    assert_false(inside && written[from_y][from_x]);
                }
            }
            for (int32_t y = rect.top; y < rect.bottom; y++) {
                memset(&written[y][rect.left], 1, (size_t)rect_width(rect));
            }
        }
        region_fini(&region);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(region_operations_match_a_bitmap),
        cmocka_unit_test(region_form_is_unique),
        cmocka_unit_test(region_cursor_visits_everything_once),
        cmocka_unit_test(region_cursor_order_is_safe_for_moves),
    };
    return cmocka_run_group_tests_name("cdd/region", tests, power_on, power_off);
}
