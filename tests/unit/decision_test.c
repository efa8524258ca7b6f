/* SPDX-License-Identifier: MIT */
#include "machine/decision.h"
#include "tests/lib/test.h"

static void fixed_always_takes_the_ordinary_course(void **state)
{
    (void)state;
    struct decision decision;

    decision_init(&decision, DECISION_FIXED, 123);
    assert_false(decision.eager);
    for (int i = 0; i < 1000; i++) {
        assert_int_equal(decision_make(&decision, (enum decision_kind)(i % DECISION_KIND_COUNT), 8),
                         0);
    }
    assert_int_equal(decision.made, 1000);
}

static void random_repeats_with_its_seed(void **state)
{
    (void)state;
    struct decision a;
    struct decision b;
    struct decision c;
    int differences = 0;

    decision_init(&a, DECISION_RANDOM, 5);
    decision_init(&b, DECISION_RANDOM, 5);
    decision_init(&c, DECISION_RANDOM, 6);
    assert_true(a.eager);
    for (int i = 0; i < 10000; i++) {
        enum decision_kind kind = (enum decision_kind)(i % DECISION_KIND_COUNT);
        uint32_t value = decision_make(&a, kind, 5);

        assert_int_equal(value, decision_make(&b, kind, 5));
        differences += value != decision_make(&c, kind, 5);
    }
    assert_true(differences > 1000);
}

static void random_takes_every_course_sooner_or_later(void **state)
{
    (void)state;
    struct decision decision;

    decision_init(&decision, DECISION_RANDOM, 1);
    for (int kind = 0; kind < DECISION_KIND_COUNT; kind++) {
        uint32_t seen = 0;

        for (int i = 0; i < 5000; i++) {
            uint32_t value = decision_make(&decision, (enum decision_kind)kind, 3);

            assert_true(value < 3);
            seen |= 1u << value;
        }
        /* Requests for resources are only refused by number. */
        assert_int_equal(seen, kind == DECISION_RESOURCE ? 1 : 7);
    }
}

static void one_course_is_no_choice(void **state)
{
    (void)state;
    struct decision a;
    struct decision b;

    decision_init(&a, DECISION_RANDOM, 9);
    decision_init(&b, DECISION_RANDOM, 9);
    assert_int_equal(decision_make(&a, DECISION_TARGET, 1), 0);
    /* and takes nothing from the stream */
    for (int i = 0; i < 100; i++) {
        assert_int_equal(decision_make(&a, DECISION_TARGET, 1000),
                         decision_make(&b, DECISION_TARGET, 1000));
    }
}

static void only_the_chosen_request_is_refused(void **state)
{
    (void)state;
    struct decision decision;

    decision_init(&decision, DECISION_FIXED, 0);
    for (int i = 0; i < 10; i++) {
        assert_false(decision_refuse(&decision));
    }
    decision.refuse_at = 3;
    assert_false(decision_refuse(&decision));
    assert_false(decision_refuse(&decision));
    assert_true(decision_refuse(&decision));
    for (int i = 0; i < 10; i++) {
        assert_false(decision_refuse(&decision));
    }
    assert_int_equal(decision.refusable, 23);
    assert_int_equal(decision.refused, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fixed_always_takes_the_ordinary_course),
        cmocka_unit_test(random_repeats_with_its_seed),
        cmocka_unit_test(random_takes_every_course_sooner_or_later),
        cmocka_unit_test(one_course_is_no_choice),
        cmocka_unit_test(only_the_chosen_request_is_refused),
    };
    return cmocka_run_group_tests_name("machine/decision", tests, NULL, NULL);
}
