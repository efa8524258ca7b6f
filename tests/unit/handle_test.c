/* SPDX-License-Identifier: MIT */
#include "object/handle.h"

#include "base/prng.h"
#include "tests/lib/test.h"

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

/* A handle finds its object, and only as what it was made. */
static void handle_resolves_its_own_type_only(void **state)
{
    struct handle_table table;
    int object;
    uint32_t handle;

    handle_table_init(&table, *state);
    handle = handle_add(&table, HANDLE_DEVICE, &object);
    assert_int_not_equal(handle, 0);
    assert_ptr_equal(handle_find(&table, HANDLE_DEVICE, handle), &object);
    assert_null(handle_find(&table, HANDLE_CONTEXT, handle));
    assert_null(handle_find(&table, HANDLE_DEVICE, handle ^ 1));
    assert_null(handle_find(&table, HANDLE_DEVICE, 0));
    assert_null(handle_find(&table, HANDLE_DEVICE, UINT32_MAX));
    handle_table_fini(&table);
}

/* A number that was given back does not come to life again in the object that follows it. */
static void stale_handle_resolves_to_nothing(void **state)
{
    struct handle_table table;
    int first;
    int second;

    handle_table_init(&table, *state);
    uint32_t stale = handle_add(&table, HANDLE_ALLOCATION, &first);

    handle_remove(&table, stale);
    assert_null(handle_find(&table, HANDLE_ALLOCATION, stale));

    uint32_t fresh = handle_add(&table, HANDLE_ALLOCATION, &second);

    assert_int_not_equal(fresh, stale);
    assert_null(handle_find(&table, HANDLE_ALLOCATION, stale));
    assert_ptr_equal(handle_find(&table, HANDLE_ALLOCATION, fresh), &second);
    handle_table_fini(&table);
}

/* However often the table is used: a number does not come back while anybody may remember it. */
static void stale_handle_stays_dead_for_10000_cycles(void **state)
{
    struct handle_table table;
    int object;
    uint32_t stale;

    handle_table_init(&table, *state);
    stale = handle_add(&table, HANDLE_DEVICE, &object);
    handle_remove(&table, stale);
    for (int i = 0; i < 10000; i++) {
        uint32_t handle = handle_add(&table, HANDLE_DEVICE, &object);

        assert_int_not_equal(handle, stale);
        assert_null(handle_find(&table, HANDLE_DEVICE, stale));
        handle_remove(&table, handle);
    }
    handle_table_fini(&table);
}

/* Random adds, removes and look-ups agree with a plain array. */
static void handle_table_agrees_with_a_model(void **state)
{
    enum { SLOTS = 300 };
    static int objects[SLOTS];
    static uint32_t handles[SLOTS];
    struct handle_table table;
    struct prng prng;

    handle_table_init(&table, *state);
    prng_init(&prng, 7);
    for (int step = 0; step < 50000; step++) {
        uint32_t i = prng_below(&prng, SLOTS);

        if (handles[i] == 0) {
            handles[i] = handle_add(&table, HANDLE_RESOURCE, &objects[i]);
            assert_int_not_equal(handles[i], 0);
        } else if (prng_below(&prng, 2) == 0) {
            assert_ptr_equal(handle_find(&table, HANDLE_RESOURCE, handles[i]), &objects[i]);
        } else {
            handle_remove(&table, handles[i]);
            assert_null(handle_find(&table, HANDLE_RESOURCE, handles[i]));
            handles[i] = 0;
        }
    }
    handle_table_fini(&table);
}

/* The table says it is full rather than give out a number twice. */
static void full_table_answers_zero(void **state)
{
    struct handle_table table;
    int object;
    uint32_t count = 0;

    handle_table_init(&table, *state);
    while (handle_add(&table, HANDLE_CONTEXT, &object) != 0) {
        count++;
    }
    assert_int_equal(count, 1u << 18);
    assert_int_equal(table.count, count);
    handle_table_fini(&table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(handle_resolves_its_own_type_only, with_machine,
                                        without_machine),
        cmocka_unit_test_setup_teardown(stale_handle_resolves_to_nothing, with_machine,
                                        without_machine),
        cmocka_unit_test_setup_teardown(stale_handle_stays_dead_for_10000_cycles, with_machine,
                                        without_machine),
        cmocka_unit_test_setup_teardown(handle_table_agrees_with_a_model, with_machine,
                                        without_machine),
        cmocka_unit_test_setup_teardown(full_table_answers_zero, with_machine, without_machine),
    };
    return cmocka_run_group_tests_name("object/handle", tests, NULL, NULL);
}
