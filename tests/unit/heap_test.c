/* SPDX-License-Identifier: MIT */
#include "base/prng.h"
#include "machine/heap.h"
#include "tests/lib/test.h"

#include <stdlib.h>
#include <string.h>

static void blocks_are_zeroed_aligned_and_counted(void **state)
{
    (void)state;
    struct machine *machine = machine_create(NULL);
    uint64_t before = machine_heap_count(machine);
    void *blocks[100];

    for (size_t i = 0; i < 100; i++) {
        static const char zeros[100];

        blocks[i] = machine_heap_alloc(machine, i);
        assert_int_equal((uintptr_t)blocks[i] % 16, 0);
        assert_memory_equal(blocks[i], zeros, i);
        memset(blocks[i], 0xCC, i);
    }
    assert_int_equal(machine_heap_count(machine), before + 100);
    for (size_t i = 0; i < 100; i += 2) {
        machine_heap_free(machine, blocks[i]);
    }
    machine_heap_free(machine, NULL);
    assert_int_equal(machine_heap_count(machine), before + 50);
    /* The rest goes with the machine; the leak checker watches. */
    machine_destroy(machine);
}

/* Sizes of every kind, freed and taken again: nothing overlaps, all is zero, all is in the range.
 */
static void blocks_of_any_size_come_and_go(void **state)
{
    enum { BLOCKS = 64 };
    struct machine *machine = machine_create(NULL);
    struct {
        unsigned char *bytes;
        size_t size;
    } blocks[BLOCKS] = { { .bytes = NULL } };
    struct prng prng;

    (void)state;
    prng_init(&prng, 3);
    for (uint32_t step = 0; step < 5000; step++) {
        uint32_t i = (uint32_t)prng_below(&prng, BLOCKS);

        for (size_t k = 0; k < blocks[i].size; k += 64) {
            assert_int_equal(blocks[i].bytes[k], i + 1);
        }
        machine_heap_free(machine, blocks[i].bytes);
        blocks[i].size = 1 + prng_below(&prng, 1u << prng_below(&prng, 18));
        blocks[i].bytes = prng_below(&prng, 4) == 0
                              ? machine_heap_alloc_guarded(machine, blocks[i].size)
                              : machine_heap_alloc(machine, blocks[i].size);
        assert_true(machine_heap_contains(machine, (uintptr_t)blocks[i].bytes));
        assert_int_equal((uintptr_t)blocks[i].bytes % 16, 0);
        for (size_t k = 0; k < blocks[i].size; k++) {
            assert_int_equal(blocks[i].bytes[k], 0);
        }
        memset(blocks[i].bytes, (int)i + 1, blocks[i].size);
    }
    machine_destroy(machine);
}

static void guard_is_known_by_its_block(void **state)
{
    struct machine *machine = machine_create(NULL);
    char *block = machine_heap_alloc_guarded(machine, 4095);
    size_t bytes = 0;

    (void)state;
    assert_true(machine_heap_guards(machine, (uintptr_t)block + 4096, &bytes));
    assert_int_equal(bytes, 4095);
    assert_false(machine_heap_guards(machine, (uintptr_t)block + 4095, &bytes));
    assert_false(machine_heap_guards(machine, (uintptr_t)&bytes, &bytes));
    machine_heap_free(machine, block);
    assert_false(machine_heap_guards(machine, (uintptr_t)block + 4096, &bytes));
    machine_destroy(machine);
}

static void range_holds_what_the_machine_keeps_and_no_more(void **state)
{
    struct machine *machine = machine_create(NULL);
    void *program = malloc(100);

    assert_true(machine_heap_contains(machine, (uintptr_t)machine));
    assert_true(machine_heap_contains(machine, (uintptr_t)machine->memory));
    assert_true(machine_heap_contains(machine, (uintptr_t)machine->main_fiber));
    assert_false(machine_heap_contains(machine, (uintptr_t)program));
    assert_false(machine_heap_contains(machine, (uintptr_t)state));
    assert_false(machine_heap_contains(machine, (uintptr_t)machine->heap - 1));
    assert_false(machine_heap_contains(machine, (uintptr_t)machine->heap + HEAP_RESERVED_BYTES));
    free(program);
    machine_destroy(machine);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_are_zeroed_aligned_and_counted),
        cmocka_unit_test(blocks_of_any_size_come_and_go),
        cmocka_unit_test(guard_is_known_by_its_block),
        cmocka_unit_test(range_holds_what_the_machine_keeps_and_no_more),
    };
    return cmocka_run_group_tests_name("machine/heap", tests, NULL, NULL);
}
