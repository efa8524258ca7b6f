/* SPDX-License-Identifier: MIT */
#include "tests/unit/nt_fixture.h"

static KTIMER timer;
static KTIMER other_timer;
static KDPC dpc;
static KDPC other_dpc;
static uint64_t fired_ns[16];
static int fired_count;

static void NTAPI note_time(PKDPC self, PVOID context, PVOID argument1, PVOID argument2)
{
    (void)self;
    (void)context;
    (void)argument1;
    (void)argument2;
    fired_ns[fired_count++] = test_machine->clock.now_ns;
}

static NTSTATUS wait_for_timer(PKTIMER object, int64_t limit_ms)
{
    LARGE_INTEGER timeout = relative_ms(limit_ms);

    return KeWaitForSingleObject(object, Executive, KernelMode, FALSE, &timeout);
}

static void a_relative_timer_fires_on_time_and_runs_its_dpc(void **state)
{
    (void)state;
    uint64_t start_ns = test_machine->clock.now_ns;

    fired_count = 0;
    KeInitializeTimer(&timer);
    KeInitializeDpc(&dpc, note_time, NULL);
    assert_false(KeSetTimer(&timer, relative_ms(5), &dpc));
    assert_false(KeReadStateTimer(&timer));
    assert_int_equal(wait_for_timer(&timer, 100), STATUS_SUCCESS);
    KeFlushQueuedDpcs();
    assert_int_equal(fired_count, 1);
    assert_in_range(fired_ns[0] - start_ns, 5000000, 5010000);
    assert_true(KeReadStateTimer(&timer));
}

static void an_absolute_timer_is_a_system_time(void **state)
{
    (void)state;
    LARGE_INTEGER due;
    uint64_t start_ns = test_machine->clock.now_ns;

    KeInitializeTimer(&timer);
    KeQuerySystemTime(&due);
    due.QuadPart += 20000; /* 2 ms */
    KeSetTimer(&timer, due, NULL);
    assert_int_equal(wait_for_timer(&timer, 100), STATUS_SUCCESS);
    assert_in_range(test_machine->clock.now_ns - start_ns, 1990000, 2010000);
}

static void a_periodic_timer_keeps_its_period(void **state)
{
    (void)state;
    uint64_t start_ns = test_machine->clock.now_ns;

    fired_count = 0;
    KeInitializeTimerEx(&timer, SynchronizationTimer);
    KeInitializeDpc(&dpc, note_time, NULL);
    KeSetTimerEx(&timer, relative_ms(10), 16, &dpc);
    sleep_ms(10 + 3 * 16 + 1);
    assert_true(KeCancelTimer(&timer));
    assert_int_equal(fired_count, 4);
    for (int i = 0; i < 4; i++) {
        assert_in_range(fired_ns[i] - start_ns, 10000000 + i * 16000000, 10010000 + i * 16000000);
    }
    sleep_ms(100);
    assert_int_equal(fired_count, 4);
}

static void timers_fire_in_order_of_their_due_time(void **state)
{
    (void)state;
    KeInitializeTimer(&timer);
    KeInitializeTimer(&other_timer);
    KeSetTimer(&timer, relative_ms(9), NULL);
    KeSetTimer(&other_timer, relative_ms(3), NULL);
    assert_int_equal(wait_for_timer(&other_timer, 100), STATUS_SUCCESS);
    assert_false(KeReadStateTimer(&timer));
    assert_int_equal(wait_for_timer(&timer, 100), STATUS_SUCCESS);
}

static void setting_an_armed_timer_moves_it(void **state)
{
    (void)state;
    fired_count = 0;
    KeInitializeTimer(&timer);
    KeInitializeDpc(&dpc, note_time, NULL);
    KeInitializeDpc(&other_dpc, note_time, NULL);
    assert_false(KeSetTimer(&timer, relative_ms(2), &dpc));
    assert_true(KeSetTimer(&timer, relative_ms(20), &other_dpc));
    sleep_ms(10);
    assert_int_equal(fired_count, 0);
    sleep_ms(11);
    assert_int_equal(fired_count, 1);
}

static void a_cancelled_timer_never_fires(void **state)
{
    (void)state;
    fired_count = 0;
    KeInitializeTimer(&timer);
    KeInitializeDpc(&dpc, note_time, NULL);
    KeSetTimer(&timer, relative_ms(1), &dpc);
    assert_true(KeCancelTimer(&timer));
    assert_false(KeCancelTimer(&timer));
    sleep_ms(5);
    assert_int_equal(fired_count, 0);
}

static void a_synchronization_timer_releases_one_wait(void **state)
{
    (void)state;
    KeInitializeTimerEx(&timer, SynchronizationTimer);
    KeSetTimer(&timer, relative_ms(1), NULL);
    assert_int_equal(wait_for_timer(&timer, 100), STATUS_SUCCESS);
    assert_int_equal(wait_for_timer(&timer, 1), STATUS_TIMEOUT);
}

static void initialising_an_armed_timer_is_reported(void **state)
{
    (void)state;
    as_driver(true);
    KeInitializeTimer(&timer);
    KeSetTimer(&timer, relative_ms(1), NULL);
    KeInitializeTimer(&timer);
    assert_int_equal(breaches_of(RULE_NT_OBJ_02), 1);
    assert_true(KeCancelTimer(&timer));
}

static void a_timer_left_armed_is_a_leak(void **state)
{
    (void)state;
    struct nt_leaks leaks;

    as_driver(true);
    KeInitializeTimer(&timer);
    KeSetTimerEx(&timer, relative_ms(1), 1, NULL);
    as_driver(false);
    nt_leaks(test_machine, &leaks);
    assert_int_equal(leaks.timers, 1);
    nt_leaks_report(test_machine, &leaks);
    assert_int_equal(breaches_of(RULE_NT_LEAK_03), 1);
    nt_leaks_discard(test_machine);
    memset(&timer, 0xEE, sizeof(timer)); /* its memory is gone: nothing may touch it */
    sleep_ms(10);
    nt_leaks(test_machine, &leaks);
    assert_int_equal(leaks.total, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        NT_TEST(a_relative_timer_fires_on_time_and_runs_its_dpc),
        NT_TEST(an_absolute_timer_is_a_system_time),
        NT_TEST(a_periodic_timer_keeps_its_period),
        NT_TEST(timers_fire_in_order_of_their_due_time),
        NT_TEST(setting_an_armed_timer_moves_it),
        NT_TEST(a_cancelled_timer_never_fires),
        NT_TEST(a_synchronization_timer_releases_one_wait),
        NT_TEST(initialising_an_armed_timer_is_reported),
        NT_TEST(a_timer_left_armed_is_a_leak),
    };
    return cmocka_run_group_tests_name("nt/timer", tests, NULL, NULL);
}
