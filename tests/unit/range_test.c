/* SPDX-License-Identifier: MIT */
#include "vidmm/range.h"

#include "base/prng.h"
#include "machine/heap.h"
#include "tests/lib/test.h"

#include <string.h>

#define PAGES 512u

static int with_machine(void **state)
{
    *state = machine_create(NULL);
    return *state == NULL;
}

static int without_machine(void **state)
{
    machine_destroy(*state);
    return 0;
}

static void first_fit_takes_the_lowest_place(void **state)
{
    struct range_allocator ranges;

    range_allocator_init(&ranges, *state, 10 * 4096);
    assert_int_equal(range_alloc(&ranges, 4096, 4096), 0);
    assert_int_equal(range_alloc(&ranges, 2 * 4096, 4096), 4096);
    range_free(&ranges, 0, 4096);
    assert_int_equal(range_alloc(&ranges, 2 * 4096, 4096), 3 * 4096);
    assert_int_equal(range_alloc(&ranges, 4096, 4096), 0);
    range_allocator_fini(&ranges);
}

static void alignment_leaves_the_gap_usable(void **state)
{
    struct range_allocator ranges;

    range_allocator_init(&ranges, *state, 64 * 4096);
    assert_int_equal(range_alloc(&ranges, 4096, 4096), 0);
    assert_int_equal(range_alloc(&ranges, 4096, 65536), 65536);
    assert_int_equal(range_alloc(&ranges, 15 * 4096, 4096), 4096);
    assert_int_equal(range_alloc(&ranges, 4096, 4096), 65536 + 4096);
    range_allocator_fini(&ranges);
}

static void exhausted_segment_answers_none(void **state)
{
    struct range_allocator ranges;

    range_allocator_init(&ranges, *state, 2 * 4096);
    assert_int_equal(range_alloc(&ranges, 3 * 4096, 4096), RANGE_NONE);
    assert_int_equal(range_alloc(&ranges, 2 * 4096, 4096), 0);
    assert_int_equal(range_alloc(&ranges, 4096, 4096), RANGE_NONE);
    range_allocator_fini(&ranges);
}

/* Random traffic against a map of bytes: no overlap, nothing lost, all of it merges back. */
static void ranges_never_overlap_and_merge_back(void **state)
{
    static uint8_t map[PAGES];
    struct block {
        uint64_t offset;
        uint64_t pages;
    } blocks[64] = { { 0 } };
    struct range_allocator ranges;
    struct prng prng;
    uint64_t blocks_before = machine_heap_count(*state);

    range_allocator_init(&ranges, *state, PAGES * 4096);
    prng_init(&prng, 3);
    for (int step = 0; step < 20000; step++) {
        struct block *block = &blocks[prng_below(&prng, 64)];

        if (block->pages == 0) {
            uint64_t pages = 1 + prng_below(&prng, 24);
            uint64_t offset = range_alloc(&ranges, pages * 4096, 4096u << prng_below(&prng, 4));

            if (offset != RANGE_NONE) {
                block->offset = offset;
                block->pages = pages;
                for (uint64_t i = 0; i < pages; i++) {
                    assert_int_equal(map[offset / 4096 + i]++, 0);
                }
            }
        } else {
            range_free(&ranges, block->offset, block->pages * 4096);
            memset(map + block->offset / 4096, 0, block->pages);
            block->pages = 0;
        }
    }
    for (int i = 0; i < 64; i++) {
        if (blocks[i].pages > 0) {
            range_free(&ranges, blocks[i].offset, blocks[i].pages * 4096);
        }
    }
    assert_int_equal(ranges.free_bytes, PAGES * 4096);
    assert_int_equal(range_alloc(&ranges, PAGES * 4096, 4096), 0);
    range_allocator_fini(&ranges);
    assert_int_equal(machine_heap_count(*state), blocks_before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(first_fit_takes_the_lowest_place, with_machine,
                                        without_machine),
        cmocka_unit_test_setup_teardown(alignment_leaves_the_gap_usable, with_machine,
                                        without_machine),
        cmocka_unit_test_setup_teardown(exhausted_segment_answers_none, with_machine,
                                        without_machine),
        cmocka_unit_test_setup_teardown(ranges_never_overlap_and_merge_back, with_machine,
                                        without_machine),
    };
    return cmocka_run_group_tests_name("vidmm/range", tests, NULL, NULL);
}
