/* SPDX-License-Identifier: MIT */
#include "base/prng.h"
#include "machine/clock.h"
#include "machine/heap.h"
#include "tests/lib/test.h"

#include <stdlib.h>

enum { EVENTS = 300 };

struct alarm {
    struct clock_event event;
    uint32_t index;
};

static struct clock test_clock;
static uint32_t fired[EVENTS * 4];
static uint32_t fired_count;

static int setup(void **state)
{
    struct heap *heap = heap_create();

    (void)state;
    assert_non_null(heap);
    clock_init(&test_clock, heap);
    fired_count = 0;
    return 0;
}

static int teardown(void **state)
{
    struct heap *heap = test_clock.memory;

    (void)state;
    clock_fini(&test_clock);
    heap_destroy(heap);
    return 0;
}

static void record(struct clock_event *event)
{
    fired[fired_count++] = DXGH_CONTAINER_OF(event, struct alarm, event)->index;
}

static void events_fire_in_order_of_time(void **state)
{
    (void)state;
    const uint64_t due[] = { 50, 10, 40, 30, 20 };
    const uint32_t order[] = { 1, 4, 3, 2, 0 };
    struct alarm alarms[5] = { 0 };

    for (uint32_t i = 0; i < 5; i++) {
        alarms[i] = (struct alarm){ .event.fire = record, .index = i };
        clock_event_set(&test_clock, &alarms[i].event, due[i]);
    }
    assert_int_equal(test_clock.next_due_ns, 10);
    test_clock.now_ns = 9;
    assert_int_equal(clock_run_due(&test_clock), 0);
    test_clock.now_ns = 30;
    assert_int_equal(clock_run_due(&test_clock), 3);
    assert_int_equal(test_clock.next_due_ns, 40);
    test_clock.now_ns = 1000;
    assert_int_equal(clock_run_due(&test_clock), 2);
    assert_true(test_clock.next_due_ns == CLOCK_NEVER);
    for (uint32_t i = 0; i < 5; i++) {
        assert_int_equal(fired[i], order[i]);
    }
}

static void equal_times_fire_in_order_of_setting(void **state)
{
    (void)state;
    struct alarm alarms[40] = { 0 };

    for (uint32_t i = 0; i < 40; i++) {
        alarms[i] = (struct alarm){ .event.fire = record, .index = i };
        clock_event_set(&test_clock, &alarms[i].event, 7);
    }
    /* Setting again moves the event behind the others. */
    clock_event_set(&test_clock, &alarms[0].event, 7);
    test_clock.now_ns = 7;
    assert_int_equal(clock_run_due(&test_clock), 40);
    for (uint32_t i = 0; i < 39; i++) {
        assert_int_equal(fired[i], i + 1);
    }
    assert_int_equal(fired[39], 0);
}

static void a_cancelled_event_does_not_fire(void **state)
{
    (void)state;
    struct alarm a = { .event.fire = record, .index = 1 };
    struct alarm b = { .event.fire = record, .index = 2 };

    assert_false(clock_event_cancel(&test_clock, &a.event));
    clock_event_set(&test_clock, &a.event, 5);
    clock_event_set(&test_clock, &b.event, 6);
    assert_true(clock_event_is_set(&a.event));
    assert_true(clock_event_cancel(&test_clock, &a.event));
    assert_false(clock_event_is_set(&a.event));
    assert_false(clock_event_cancel(&test_clock, &a.event));
    assert_int_equal(test_clock.next_due_ns, 6);
    test_clock.now_ns = 100;
    assert_int_equal(clock_run_due(&test_clock), 1);
    assert_int_equal(fired[0], 2);
    assert_false(clock_event_is_set(&b.event));
}

static void rearm_now(struct clock_event *event)
{
    record(event);
    clock_event_set(&test_clock, event, 0);
}

/* An event that sets itself again for "now" must not stop time. */
static void an_event_that_rearms_itself_fires_once_per_run(void **state)
{
    (void)state;
    struct alarm alarm = { .event.fire = rearm_now, .index = 1 };

    clock_event_set(&test_clock, &alarm.event, 5);
    test_clock.now_ns = 5;
    assert_int_equal(clock_run_due(&test_clock), 1);
    assert_int_equal(test_clock.next_due_ns, 6);
    test_clock.now_ns = 6;
    assert_int_equal(clock_run_due(&test_clock), 1);
}

/* The obvious model: an unordered table, searched for its least (time, order of setting). */
struct model_slot {
    bool set;
    uint64_t due_ns;
    uint64_t order;
};

static struct model_slot model[EVENTS];

static int model_first(void)
{
    int first = -1;

    for (int i = 0; i < EVENTS; i++) {
        if (model[i].set &&
            (first < 0 || model[i].due_ns < model[first].due_ns ||
             (model[i].due_ns == model[first].due_ns && model[i].order < model[first].order))) {
            first = i;
        }
    }
    return first;
}

static void run_both(void)
{
    fired_count = 0;

    uint32_t count = clock_run_due(&test_clock);

    for (uint32_t i = 0; i < count; i++) {
        int first = model_first();

        assert_true(first >= 0 && model[first].due_ns <= test_clock.now_ns);
        assert_int_equal(fired[i], first);
        model[first].set = false;
    }

    int next = model_first();

    assert_true(next < 0 || model[next].due_ns > test_clock.now_ns);
    assert_true(test_clock.next_due_ns == (next < 0 ? CLOCK_NEVER : model[next].due_ns));
}

static void a_hundred_thousand_random_operations_match_a_table(void **state)
{
    (void)state;
    static struct alarm alarms[EVENTS];
    struct prng prng;
    uint64_t order = 0;

    prng_init(&prng, 11);
    for (uint32_t i = 0; i < EVENTS; i++) {
        alarms[i] = (struct alarm){ .event.fire = record, .index = i };
        model[i].set = false;
    }
    for (int step = 0; step < 100000; step++) {
        uint32_t i = prng_below(&prng, EVENTS);
        uint32_t kind = prng_below(&prng, 10);

        if (kind < 6) {
            uint64_t due_ns = test_clock.now_ns + prng_below(&prng, 2000);

            clock_event_set(&test_clock, &alarms[i].event, due_ns);
            model[i] = (struct model_slot){ true, due_ns, order++ };
        } else if (kind < 8) {
            assert_int_equal(clock_event_cancel(&test_clock, &alarms[i].event), model[i].set);
            model[i].set = false;
        } else {
            test_clock.now_ns += prng_below(&prng, 100);
            run_both();
        }
        assert_int_equal(clock_event_is_set(&alarms[i].event), model[i].set);
    }
    test_clock.now_ns += 10000;
    run_both();
    assert_int_equal(test_clock.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(events_fire_in_order_of_time, setup, teardown),
        cmocka_unit_test_setup_teardown(equal_times_fire_in_order_of_setting, setup, teardown),
        cmocka_unit_test_setup_teardown(a_cancelled_event_does_not_fire, setup, teardown),
        cmocka_unit_test_setup_teardown(an_event_that_rearms_itself_fires_once_per_run, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_hundred_thousand_random_operations_match_a_table, setup,
                                        teardown),
    };
    return cmocka_run_group_tests_name("machine/clock", tests, NULL, NULL);
}
