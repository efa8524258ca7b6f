/* SPDX-License-Identifier: MIT */
#include "display/handle.h"
#include "tests/unit/display_fixture.h"

static void a_handle_names_its_object_until_it_is_destroyed(void **state)
{
    (void)state;
    int object;
    void *handle = display_handle_create(display->state, DISPLAY_OBJECT_VIDPN, &object);

    assert_ptr_equal(display_handle_resolve(display->state, DISPLAY_OBJECT_VIDPN, handle), &object);
    assert_null(display_handle_resolve(display->state, DISPLAY_OBJECT_TOPOLOGY, handle));
    display_handle_destroy(display->state, handle);
    assert_null(display_handle_resolve(display->state, DISPLAY_OBJECT_VIDPN, handle));
    display_handle_destroy(display->state, NULL);
}

static void a_reused_slot_gives_another_handle(void **state)
{
    (void)state;
    int object;
    void *old = display_handle_create(display->state, DISPLAY_OBJECT_VIDPN, &object);

    display_handle_destroy(display->state, old);

    void *new = display_handle_create(display->state, DISPLAY_OBJECT_VIDPN, &object);

    assert_ptr_not_equal(old, new);
    assert_null(display_handle_resolve(display->state, DISPLAY_OBJECT_VIDPN, old));
    assert_non_null(display_handle_resolve(display->state, DISPLAY_OBJECT_VIDPN, new));
    display_handle_destroy(display->state, new);
}

static void a_report_says_what_a_value_is(void **state)
{
    (void)state;
    int object;
    void *handle = display_handle_create(display->state, DISPLAY_OBJECT_TOPOLOGY, &object);

    assert_string_equal(display_handle_describe(display->state, handle), "a topology handle");
    assert_string_equal(display_handle_describe(display->state, NULL), "NULL");
    assert_string_equal(display_handle_describe(display->state, NEVER_A_HANDLE),
                        "a value that was never given out");
    assert_string_equal(display_handle_describe(display->state, (char *)handle + (1 << 20)),
                        "a value that was never given out");
    display_handle_destroy(display->state, handle);
    assert_string_equal(display_handle_describe(display->state, handle),
                        "a handle that is no longer alive");
}

static void values_near_a_handle_name_nothing(void **state)
{
    (void)state;
    int object;
    void *handle = display_handle_create(display->state, DISPLAY_OBJECT_VIDPN, &object);
    struct prng prng;

    prng_init(&prng, 1);
    for (uint32_t i = 0; i < 200000; i++) {
        uint64_t noise = prng_next(&prng) >> prng_below(&prng, 64);
        void *value = (void *)((uintptr_t)handle ^ noise);

        if (value != handle) {
            assert_ptr_not_equal(
                display_handle_resolve(display->state, DISPLAY_OBJECT_VIDPN, value), &object);
            assert_non_null(display_handle_describe(display->state, value));
        }
    }
    display_handle_destroy(display->state, handle);
}

static void the_table_ends_at_4096_objects(void **state)
{
    (void)state;
    static void *handles[5000];
    int object;
    uint32_t count = 0;

    while (count < 5000) {
        handles[count] = display_handle_create(display->state, DISPLAY_OBJECT_VIDPN, &object);
        if (handles[count] == NULL) {
            break;
        }
        count++;
    }
    assert_in_range(count, 4000, 4096); /* the fixture's monitors have some */
    assert_null(vidpn_create(display));
    while (count > 0) {
        display_handle_destroy(display->state, handles[--count]);
    }
    vidpn_destroy(vidpn_create(display));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_handle_names_its_object_until_it_is_destroyed, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_reused_slot_gives_another_handle, setup, teardown),
        cmocka_unit_test_setup_teardown(a_report_says_what_a_value_is, setup, teardown),
        cmocka_unit_test_setup_teardown(values_near_a_handle_name_nothing, setup, teardown),
        cmocka_unit_test_setup_teardown(the_table_ends_at_4096_objects, setup, teardown),
    };
    return cmocka_run_group_tests_name("display/handle", tests, NULL, NULL);
}
