/* SPDX-License-Identifier: MIT */
/* Handles of different spaces never meet; synchronization objects end the waits they should. */
#include "object/sync.h"

#include "machine/schedule.h"
#include "nt/nt.h"
#include "tests/lib/test.h"
#include "trace/trace.h"
#include "verify/verify.h"

static int with_machine(void **state)
{
    struct machine *machine = machine_create(NULL);

    if (machine == NULL) {
        return -1;
    }
    trace_attach(machine);
    verify_attach(machine);
    nt_attach(machine);
    *state = machine;
    return 0;
}

static int without_machine(void **state)
{
    nt_detach(*state);
    machine_destroy(*state);
    return 0;
}

static void handle_of_one_space_is_none_in_another(void **state)
{
    struct handle_table tables[3];
    int objects[3];
    uint32_t handles[3];

    for (uint32_t i = 0; i < 3; i++) {
        handle_table_init_space(&tables[i], *state, (enum handle_space)i);
        handles[i] = handle_add(&tables[i], HANDLE_DEVICE, &objects[i]);
        assert_true(handle_in_space(handles[i], (enum handle_space)i));
    }
    for (uint32_t i = 0; i < 3; i++) {
        for (uint32_t k = 0; k < 3; k++) {
            assert_ptr_equal(handle_find(&tables[i], HANDLE_DEVICE, handles[k]),
                             i == k ? &objects[i] : NULL);
        }
    }
    for (uint32_t i = 0; i < 3; i++) {
        handle_table_fini(&tables[i]);
    }
}

static void walk_finds_each_handle_of_a_type_once(void **state)
{
    struct handle_table table;
    int devices[100];
    int context;
    uint32_t cursor = 0;

    handle_table_init(&table, *state);
    for (uint32_t i = 0; i < 100; i++) {
        assert_int_not_equal(handle_add(&table, HANDLE_DEVICE, &devices[i]), 0);
    }
    assert_int_not_equal(handle_add(&table, HANDLE_CONTEXT, &context), 0);
    for (uint32_t i = 0; i < 100; i++) {
        assert_ptr_equal(handle_next(&table, HANDLE_DEVICE, &cursor), &devices[i]);
    }
    assert_null(handle_next(&table, HANDLE_DEVICE, &cursor));
    handle_table_fini(&table);
}

static void semaphore_counts_to_its_limit(void **state)
{
    struct sync_object *object = sync_create(*state, SYNC_SEMAPHORE, 0);

    object->limit = 2;
    assert_false(sync_is_ready(object, 0));
    assert_true(sync_signal(object, 0));
    assert_true(sync_signal(object, 0));
    assert_false(sync_signal(object, 0));
    sync_take(object, NULL);
    sync_take(object, NULL);
    assert_false(sync_is_ready(object, 0));
    sync_put(object);
}

static void mutex_is_released_by_its_holder_only_once(void **state)
{
    struct sync_object *object = sync_create(*state, SYNC_MUTEX, 0);

    assert_false(sync_signal(object, 0));
    sync_take(object, NULL);
    assert_false(sync_is_ready(object, 0));
    assert_true(sync_signal(object, 0));
    assert_true(sync_is_ready(object, 0));
    sync_put(object);
}

static void monitored_fence_shows_its_value(void **state)
{
    struct sync_object *object = sync_create(*state, SYNC_MONITORED_FENCE, 5);

    assert_int_equal(*object->mirror, 5);
    assert_true(sync_is_ready(object, 5));
    assert_false(sync_is_ready(object, 6));
    assert_true(sync_signal(object, 9));
    assert_int_equal(*object->mirror, 9);
    assert_true(sync_is_ready(object, 6));
    sync_put(object);
}

static void keyed_mutex_waits_for_its_key(void **state)
{
    struct sync_object *object = sync_create(*state, SYNC_KEYED_MUTEX, 3);
    uint32_t share = sync_share(object);

    assert_ptr_equal(handle_find(object_shares(*state), HANDLE_KEYED_MUTEX, share), object);
    assert_int_equal(sync_share(object), share);
    assert_false(sync_is_ready(object, 4));
    assert_true(sync_is_ready(object, 3));
    sync_take(object, NULL);
    assert_false(sync_is_ready(object, 3));
    assert_true(sync_signal(object, 4));
    assert_true(sync_is_ready(object, 4));
    sync_put(object);
    assert_null(handle_find(object_shares(*state), HANDLE_KEYED_MUTEX, share));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(handle_of_one_space_is_none_in_another),
        cmocka_unit_test(walk_finds_each_handle_of_a_type_once),
        cmocka_unit_test(semaphore_counts_to_its_limit),
        cmocka_unit_test(mutex_is_released_by_its_holder_only_once),
        cmocka_unit_test(monitored_fence_shows_its_value),
        cmocka_unit_test(keyed_mutex_waits_for_its_key),
    };
    return cmocka_run_group_tests_name("object/sync", tests, with_machine, without_machine);
}
