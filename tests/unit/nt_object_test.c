/* SPDX-License-Identifier: MIT */
#include "tests/unit/nt_fixture.h"

#include "machine/heap.h"
#include "nt/object.h"

static int destroyed;

static void destroy(struct machine *machine, void *body)
{
    (void)machine;
    assert_int_equal(*(int *)body, 77);
    destroyed++;
}

static int *make(void)
{
    int *body = nt_object_create(test_machine, NT_OBJECT_EVENT, 64, destroy);

    *body = 77;
    destroyed = 0;
    return body;
}

static void an_object_lives_as_long_as_its_last_reference(void **state)
{
    (void)state;
    int *body = make();
    HANDLE handle = nt_handle_open(test_machine, body);

    assert_int_equal((uintptr_t)body % 16, 0);
    assert_int_equal(ObReferenceObject(body), 3);
    assert_int_equal(ObDereferenceObject(body), 2);
    assert_int_equal(ObDereferenceObject(body), 1);
    assert_ptr_equal(nt_handle_body(test_machine, handle), body);
    assert_int_equal(destroyed, 0);
    assert_int_equal(ZwClose(handle), STATUS_SUCCESS);
    assert_int_equal(destroyed, 1);
    assert_false(nt_object_alive(test_machine, body));
    assert_null(nt_handle_body(test_machine, handle));
}

static void handles_are_distinct_and_look_like_kernel_handles(void **state)
{
    (void)state;
    int *body = make();
    HANDLE handles[100];

    for (int i = 0; i < 100; i++) {
        handles[i] = nt_handle_open(test_machine, body);
        assert_true((uintptr_t)handles[i] > 0xFFFFFFFF80000000 && handles[i] != (HANDLE)-1);
        assert_int_equal((uintptr_t)handles[i] % 4, 0);
        assert_true(i == 0 || handles[i] != handles[i - 1]);
    }
    for (int i = 0; i < 100; i++) {
        assert_true(nt_handle_close(test_machine, handles[i]));
        assert_false(nt_handle_close(test_machine, handles[i]));
    }
    assert_int_equal(nt_object_references(body), 1);
    nt_object_put(test_machine, body);
    assert_int_equal(destroyed, 1);
}

static int *victim;

static void dereference_twice(void *argument)
{
    (void)argument;
    victim = make();
    ObDereferenceObject(victim);
    as_driver(true);
    ObDereferenceObject(victim);
}

static void dereference_too_often(void *argument)
{
    (void)argument;
    victim = make();
    as_driver(true);
    ObReferenceObject(victim);
    ObDereferenceObject(victim);
    ObDereferenceObject(victim); /* this one is the maker's */
}

static void dropping_a_reference_of_someone_else_stops_the_machine(void **state)
{
    (void)state;
    assert_bugcheck(dereference_too_often, REFERENCE_BY_POINTER);
    assert_int_equal(breaches_of(RULE_NT_OBJ_03), 1);
    assert_int_equal(destroyed, 0);
}

static void dereferencing_a_dead_object_stops_the_machine(void **state)
{
    (void)state;
    assert_bugcheck(dereference_twice, REFERENCE_BY_POINTER);
    assert_int_equal(breaches_of(RULE_NT_OBJ_03), 1);
}

static void references_the_driver_keeps_are_leaks(void **state)
{
    (void)state;
    int *body = make();
    struct nt_leaks leaks;

    as_driver(true);
    ObReferenceObject(body);
    ObReferenceObject(body);
    ObDereferenceObject(body);
    as_driver(false);
    nt_leaks(test_machine, &leaks);
    assert_int_equal(leaks.references, 1);
    assert_int_equal(leaks.total, 1);
    nt_leaks_report(test_machine, &leaks);
    assert_int_equal(breaches_of(RULE_NT_LEAK_10), 1);
    as_driver(true);
    ObDereferenceObject(body);
    as_driver(false);
    nt_leaks(test_machine, &leaks);
    assert_int_equal(leaks.total, 0);
    nt_object_put(test_machine, body);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        NT_TEST(an_object_lives_as_long_as_its_last_reference),
        NT_TEST(handles_are_distinct_and_look_like_kernel_handles),
        NT_TEST(dereferencing_a_dead_object_stops_the_machine),
        NT_TEST(dropping_a_reference_of_someone_else_stops_the_machine),
        NT_TEST(references_the_driver_keeps_are_leaks),
    };
    return cmocka_run_group_tests_name("nt/object", tests, NULL, NULL);
}
