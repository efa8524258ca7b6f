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

static uint64_t take(struct range_allocator *ranges, uint64_t pages, uint64_t alignment_pages,
                     uint32_t *place)
{
    *place = range_alloc(ranges, pages * 4096, alignment_pages * 4096);
    return *place == RANGE_NONE ? UINT64_MAX : range_offset(ranges, *place) / 4096;
}

static void the_smallest_hole_that_fits_is_taken(void **state)
{
    struct range_allocator ranges;
    uint32_t places[6];
    uint32_t place;

    range_allocator_init(&ranges, *state, 100 * 4096);
    assert_int_equal(take(&ranges, 9, 1, &places[0]), 0);
    assert_int_equal(take(&ranges, 1, 1, &places[1]), 9);
    assert_int_equal(take(&ranges, 5, 1, &places[2]), 10);
    assert_int_equal(take(&ranges, 1, 1, &places[3]), 15);
    range_free(&ranges, places[0]);
    range_free(&ranges, places[2]);
    assert_int_equal(take(&ranges, 4, 1, &place), 10);
    assert_int_equal(take(&ranges, 8, 1, &place), 0);
    range_allocator_fini(&ranges);
}

static uint64_t take_last(struct range_allocator *ranges, uint64_t pages, uint64_t alignment_pages,
                          uint64_t lowest_page, uint32_t *place)
{
    *place = range_alloc_last(ranges, pages * 4096, alignment_pages * 4096, lowest_page * 4096);
    return *place == RANGE_NONE ? UINT64_MAX : range_offset(ranges, *place) / 4096;
}

static void from_the_end_the_last_hole_that_fits_is_taken(void **state)
{
    struct range_allocator ranges;
    uint32_t places[4];
    uint32_t place;

    range_allocator_init(&ranges, *state, 100 * 4096);
    assert_int_equal(take_last(&ranges, 10, 1, 0, &places[0]), 90);
    assert_int_equal(take_last(&ranges, 7, 16, 0, &places[1]), 80);
    assert_int_equal(take_last(&ranges, 4, 1, 0, &places[2]), 76); /* three pages are left above */
    assert_int_equal(take_last(&ranges, 3, 1, 80, &places[3]), 87);
    assert_int_equal(take_last(&ranges, 1, 1, 77, &place), UINT64_MAX);
    range_free(&ranges, places[0]);
    range_free(&ranges, places[3]);
    assert_int_equal(take_last(&ranges, 14, 1, 80, &place), UINT64_MAX);
    assert_int_equal(take_last(&ranges, 13, 1, 80, &place), 87);
    assert_int_equal(take(&ranges, 76, 1, &place), 0);
    assert_int_equal(take_last(&ranges, 1, 1, 0, &place), UINT64_MAX);
    assert_int_equal(ranges.free_bytes, 0);
    range_allocator_fini(&ranges);
}

static void alignment_leaves_the_gap_usable(void **state)
{
    struct range_allocator ranges;
    uint32_t place;

    range_allocator_init(&ranges, *state, 64 * 4096);
    assert_int_equal(take(&ranges, 1, 1, &place), 0);
    assert_int_equal(take(&ranges, 1, 16, &place), 16);
    assert_int_equal(take(&ranges, 15, 1, &place), 1);
    assert_int_equal(take(&ranges, 1, 1, &place), 17);
    range_allocator_fini(&ranges);
}

static void an_exact_aligned_hole_needs_no_slack(void **state)
{
    struct range_allocator ranges;
    uint32_t first;
    uint32_t place;

    range_allocator_init(&ranges, *state, 64 * 4096);
    assert_int_equal(take(&ranges, 32, 1, &first), 0);
    assert_int_equal(take(&ranges, 32, 32, &place), 32);
    range_free(&ranges, first);
    assert_int_equal(take(&ranges, 32, 32, &place), 0);
    range_allocator_fini(&ranges);
}

static void exhausted_segment_answers_none(void **state)
{
    struct range_allocator ranges;
    uint32_t place;

    range_allocator_init(&ranges, *state, 2 * 4096);
    assert_int_equal(range_alloc(&ranges, 3 * 4096, 4096), RANGE_NONE);
    assert_int_equal(range_alloc(&ranges, UINT64_MAX - 4095, 4096), RANGE_NONE);
    assert_int_equal(range_alloc(&ranges, 4096, UINT64_C(1) << 63), RANGE_NONE);
    assert_int_equal(take(&ranges, 2, 1, &place), 0);
    assert_int_equal(range_alloc(&ranges, 4096, 4096), RANGE_NONE);
    assert_int_equal(range_largest_free(&ranges), 0);
    range_free(&ranges, place);
    assert_int_equal(range_largest_free(&ranges), 2 * 4096);
    range_allocator_fini(&ranges);

    range_allocator_init(&ranges, *state, 0);
    assert_int_equal(range_alloc(&ranges, 4096, 4096), RANGE_NONE);
    range_allocator_fini(&ranges);
}

static void the_largest_segment_is_one_range(void **state)
{
    struct range_allocator ranges;
    uint64_t size_bytes = (UINT64_C(1) << 44) - 4096;
    uint32_t place;

    range_allocator_init(&ranges, *state, size_bytes);
    assert_int_equal(range_largest_free(&ranges), size_bytes);
    place = range_alloc(&ranges, size_bytes, 4096);
    assert_int_not_equal(place, RANGE_NONE);
    range_free(&ranges, place);
    assert_int_equal(range_largest_free(&ranges), size_bytes);
    range_allocator_fini(&ranges);
}

/* Random traffic against a map of bytes: no overlap, nothing lost, all of it merges back, and no
 * more records exist than ranges did at one time. */
static void ranges_never_overlap_and_merge_back(void **state)
{
    static uint8_t map[PAGES];
    struct block {
        uint32_t place;
        uint64_t first;
        uint64_t pages;
    } blocks[64] = { { 0 } };
    struct range_allocator ranges;
    struct prng prng;
    uint64_t blocks_before = machine_heap_count(*state);

    range_allocator_init(&ranges, *state, PAGES * 4096);
    prng_init(&prng, 3);
    for (int step = 0; step < 20000; step++) {
        struct block *block = &blocks[prng_below(&prng, 64)];

        if (block->pages > 0) {
            range_free(&ranges, block->place);
            memset(map + block->first, 0, block->pages);
            block->pages = 0;
            continue;
        }

        uint64_t pages = 1 + prng_below(&prng, 24);
        uint64_t alignment = 1u << prng_below(&prng, 4);
        uint64_t first = take(&ranges, pages, alignment, &block->place);

        if (first != UINT64_MAX) {
            assert_int_equal(first % alignment, 0);
            block->first = first;
            block->pages = pages;
            for (uint64_t i = 0; i < pages; i++) {
                assert_int_equal(map[first + i]++, 0);
            }
        }
    }
    assert_true(ranges.record_count <= 1 + 64 + 65); /* taken ranges, and the gaps between them */
    for (int i = 0; i < 64; i++) {
        if (blocks[i].pages > 0) {
            range_free(&ranges, blocks[i].place);
        }
    }
    assert_int_equal(ranges.free_bytes, PAGES * 4096);
    assert_int_equal(range_largest_free(&ranges), PAGES * 4096);
    range_allocator_fini(&ranges);
    assert_int_equal(machine_heap_count(*state), blocks_before);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, with_machine, without_machine)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(from_the_end_the_last_hole_that_fits_is_taken),
        CASE(the_smallest_hole_that_fits_is_taken),
        CASE(alignment_leaves_the_gap_usable),
        CASE(an_exact_aligned_hole_needs_no_slack),
        CASE(exhausted_segment_answers_none),
        CASE(the_largest_segment_is_one_range),
        CASE(ranges_never_overlap_and_merge_back),
    };
    return cmocka_run_group_tests_name("vidmm/range", tests, NULL, NULL);
}
