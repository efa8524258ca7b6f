/* SPDX-License-Identifier: MIT */
#include "base/prng.h"
#include "machine/memory.h"
#include "tests/lib/test.h"

#include <string.h>

#define BASE_PFN (MEMORY_RAM_BASE >> DXGH_PAGE_SHIFT)

static struct machine *machine;

static struct machine *with_pages(uint64_t pages)
{
    struct machine_config config = { .ram_bytes = pages * DXGH_PAGE_SIZE };

    machine = machine_create(&config);
    assert_non_null(machine);
    return machine;
}

static int teardown(void **state)
{
    (void)state;
    machine_destroy(machine);
    machine = NULL;
    return 0;
}

static uint64_t any(uint64_t pages)
{
    return memory_pages_alloc(machine, pages, 0, UINT64_MAX, 0, 0);
}

static void every_page_is_given_once_and_then_none(void **state)
{
    (void)state;
    bool given[130] = { false };

    with_pages(130);
    assert_int_equal(memory_pages_total(machine), 130);
    for (int i = 0; i < 130; i++) {
        uint64_t pfn = any(1);

        assert_in_range(pfn, BASE_PFN, BASE_PFN + 129);
        assert_false(given[pfn - BASE_PFN]);
        given[pfn - BASE_PFN] = true;
    }
    assert_int_equal(memory_pages_in_use(machine), 130);
    assert_true(any(1) == MEMORY_NO_PAGE);
    memory_pages_free(machine, BASE_PFN + 77, 1);
    assert_int_equal(any(1), BASE_PFN + 77);
    assert_true(any(1) == MEMORY_NO_PAGE);
}

static void a_block_needs_a_gap_that_is_long_enough(void **state)
{
    (void)state;
    with_pages(200);
    assert_int_equal(any(200), BASE_PFN);
    memory_pages_free(machine, BASE_PFN + 10, 5);
    memory_pages_free(machine, BASE_PFN + 60, 70); /* over two words of the bitmap */
    assert_true(any(71) == MEMORY_NO_PAGE);
    assert_int_equal(any(70), BASE_PFN + 60);
    assert_true(any(6) == MEMORY_NO_PAGE);
    assert_int_equal(any(5), BASE_PFN + 10);
    assert_int_equal(memory_pages_in_use(machine), 200);
}

static void alignment_boundary_and_range_are_kept(void **state)
{
    (void)state;
    with_pages(4096);
    (void)any(1);

    uint64_t aligned = memory_pages_alloc(machine, 3, 0, UINT64_MAX, 64 * DXGH_PAGE_SIZE, 0);

    assert_int_equal(aligned % 64, 0);

    /* From 62 pages behind the aligned block, 16 pages would cross a multiple of 64. */
    (void)memory_pages_alloc(machine, 59, (aligned + 3) << DXGH_PAGE_SHIFT, UINT64_MAX, 0, 0);

    uint64_t whole = memory_pages_alloc(machine, 16, aligned << DXGH_PAGE_SHIFT, UINT64_MAX, 0,
                                        64 * DXGH_PAGE_SIZE);

    assert_int_equal(whole, aligned + 64);
    assert_true(memory_pages_alloc(machine, 65, 0, UINT64_MAX, 0, 64 * DXGH_PAGE_SIZE) ==
                MEMORY_NO_PAGE);

    uint64_t low = MEMORY_RAM_BASE + 1000 * DXGH_PAGE_SIZE;
    uint64_t high = low + 10 * DXGH_PAGE_SIZE - 1;

    assert_true(memory_pages_alloc(machine, 11, low, high, 0, 0) == MEMORY_NO_PAGE);
    assert_int_equal(memory_pages_alloc(machine, 10, low, high, 0, 0), BASE_PFN + 1000);
    assert_true(memory_pages_alloc(machine, 1, low, high, 0, 0) == MEMORY_NO_PAGE);
    assert_true(memory_pages_alloc(machine, 1, 0, MEMORY_RAM_BASE - 1, 0, 0) == MEMORY_NO_PAGE);
    assert_true(memory_pages_alloc(machine, 1, UINT64_C(1) << 40, UINT64_MAX, 0, 0) ==
                MEMORY_NO_PAGE);
    /* A range that begins or ends inside a page holds only the whole pages of it. */
    assert_true(memory_pages_alloc(machine, 2, low + 16 * DXGH_PAGE_SIZE + 1,
                                   low + 18 * DXGH_PAGE_SIZE, 0, 0) == MEMORY_NO_PAGE);
    assert_int_equal(memory_pages_alloc(machine, 1, low + 16 * DXGH_PAGE_SIZE + 1,
                                        low + 18 * DXGH_PAGE_SIZE, 0, 0),
                     BASE_PFN + 1017);
}

/* Many blocks with random wishes against a byte per page. */
static void random_blocks_never_overlap_and_fail_only_without_room(void **state)
{
    (void)state;
    enum { PAGES = 777, BLOCKS = 200 };
    static uint8_t model[PAGES];
    struct {
        uint64_t pfn, count;
    } blocks[BLOCKS] = { 0 };
    struct prng prng;

    with_pages(PAGES);
    memset(model, 0, sizeof(model));
    prng_init(&prng, 21);
    for (int step = 0; step < 20000; step++) {
        uint32_t i = prng_below(&prng, BLOCKS);

        if (blocks[i].count != 0) {
            memory_pages_free(machine, blocks[i].pfn, blocks[i].count);
            memset(&model[blocks[i].pfn - BASE_PFN], 0, blocks[i].count);
            blocks[i].count = 0;
            continue;
        }

        uint64_t count = 1 + prng_below(&prng, prng_below(&prng, 8) == 0 ? 100 : 4);
        uint64_t alignment = UINT64_C(1) << prng_below(&prng, 5);
        uint64_t pfn =
            memory_pages_alloc(machine, count, 0, UINT64_MAX, alignment * DXGH_PAGE_SIZE, 0);
        uint64_t expected = MEMORY_NO_PAGE; /* first fit */

        for (uint64_t at = 0; at + count <= PAGES && expected == MEMORY_NO_PAGE; at++) {
            if ((at + BASE_PFN) % alignment == 0 && memchr(&model[at], 1, count) == NULL) {
                expected = at + BASE_PFN;
            }
        }
        assert_true(pfn == expected);
        if (pfn != MEMORY_NO_PAGE) {
            memset(&model[pfn - BASE_PFN], 1, count);
            blocks[i].pfn = pfn;
            blocks[i].count = count;
        }
    }
}

static void an_address_is_a_pointer_and_back(void **state)
{
    (void)state;
    uint64_t physical;
    int elsewhere;

    with_pages(16);

    uint64_t address = (any(2) << DXGH_PAGE_SHIFT) + 123;
    char *pointer = memory_pointer(machine, address, 100);

    assert_non_null(pointer);
    assert_int_equal(*pointer, 0);
    *pointer = 7;
    assert_true(memory_physical(machine, pointer, &physical));
    assert_true(physical == address);
    assert_null(memory_pointer(machine, MEMORY_RAM_BASE - 1, 1));
    assert_null(memory_pointer(machine, MEMORY_RAM_BASE + 16 * DXGH_PAGE_SIZE, 1));
    assert_null(memory_pointer(machine, MEMORY_RAM_BASE + 15 * DXGH_PAGE_SIZE, 4097));
    assert_non_null(memory_pointer(machine, MEMORY_RAM_BASE + 15 * DXGH_PAGE_SIZE, 4096));
    assert_null(memory_pointer(machine, MEMORY_RAM_BASE, UINT64_MAX));
    assert_false(memory_physical(machine, &elsewhere, &physical));
}

static void a_window_shows_the_same_bytes_in_its_own_order(void **state)
{
    (void)state;
    uint64_t pfns[4];
    uint64_t physical;

    with_pages(16);
    pfns[0] = any(1) + 9;
    pfns[1] = BASE_PFN + 3;
    pfns[2] = BASE_PFN + 4; /* one run with the one before */
    pfns[3] = BASE_PFN + 1;

    char *window = memory_map(machine, pfns, 4);
    char *other = memory_map(machine, &pfns[1], 1);

    assert_non_null(window);
    assert_non_null(other);
    for (uint64_t i = 0; i < 4; i++) {
        char *page = memory_pointer(machine, pfns[i] << DXGH_PAGE_SHIFT, DXGH_PAGE_SIZE);

        window[i * DXGH_PAGE_SIZE + 5] = (char)(i + 1);
        assert_int_equal(page[5], i + 1);
        page[6] = (char)(i + 10);
        assert_int_equal(window[i * DXGH_PAGE_SIZE + 6], i + 10);
        assert_true(memory_physical(machine, window + i * DXGH_PAGE_SIZE + 5, &physical));
        assert_true(physical == (pfns[i] << DXGH_PAGE_SHIFT) + 5);
    }
    assert_int_equal(other[5], 2);
    memory_unmap(machine, window);
    assert_false(memory_physical(machine, window, &physical));
    assert_true(memory_physical(machine, other, &physical));
    memory_unmap(machine, other);
}

static void many_windows_are_found_by_address(void **state)
{
    (void)state;
    enum { WINDOWS = 300 };
    static char *windows[WINDOWS];
    struct prng prng;
    uint64_t physical;

    with_pages(64);
    prng_init(&prng, 4);
    for (int step = 0; step < 3000; step++) {
        uint32_t i = prng_below(&prng, WINDOWS);
        uint64_t pfn = BASE_PFN + i % 64;

        if (windows[i] == NULL) {
            windows[i] = memory_map(machine, &pfn, 1);
            assert_non_null(windows[i]);
        } else {
            assert_true(memory_physical(machine, windows[i] + 4095, &physical));
            assert_true(physical == (pfn << DXGH_PAGE_SHIFT) + 4095);
            memory_unmap(machine, windows[i]);
            windows[i] = NULL;
        }
    }
    /* What is still mapped goes with the machine. */
    memset(windows, 0, sizeof(windows));
}

static void impossible_sizes_are_refused(void **state)
{
    (void)state;
    struct machine_config odd = { .ram_bytes = 5000 };
    struct machine_config huge = { .ram_bytes = UINT64_C(1) << 45 };

    assert_null(machine_create(&odd));
    assert_null(machine_create(&huge));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(every_page_is_given_once_and_then_none, teardown),
        cmocka_unit_test_teardown(a_block_needs_a_gap_that_is_long_enough, teardown),
        cmocka_unit_test_teardown(alignment_boundary_and_range_are_kept, teardown),
        cmocka_unit_test_teardown(random_blocks_never_overlap_and_fail_only_without_room, teardown),
        cmocka_unit_test_teardown(an_address_is_a_pointer_and_back, teardown),
        cmocka_unit_test_teardown(a_window_shows_the_same_bytes_in_its_own_order, teardown),
        cmocka_unit_test_teardown(many_windows_are_found_by_address, teardown),
        cmocka_unit_test(impossible_sizes_are_refused),
    };
    return cmocka_run_group_tests_name("machine/memory", tests, NULL, NULL);
}
