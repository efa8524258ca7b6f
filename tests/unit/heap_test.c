/* SPDX-License-Identifier: MIT */
#include "machine/heap.h"
#include "tests/lib/test.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_are_zeroed_aligned_and_counted),
    };
    return cmocka_run_group_tests_name("machine/heap", tests, NULL, NULL);
}
