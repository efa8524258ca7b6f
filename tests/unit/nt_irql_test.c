/* SPDX-License-Identifier: MIT */
#include "tests/unit/nt_fixture.h"

#include "nt/call.h"

static void raising_and_lowering_change_the_level(void **state)
{
    (void)state;
    KIRQL old;

    assert_int_equal(KeGetCurrentIrql(), PASSIVE_LEVEL);
    KeRaiseIrql(APC_LEVEL, &old);
    assert_int_equal(old, PASSIVE_LEVEL);
    assert_int_equal(KeGetCurrentIrql(), APC_LEVEL);
    old = KeRaiseIrqlToDpcLevel();
    assert_int_equal(old, APC_LEVEL);
    assert_int_equal(KeGetCurrentIrql(), DISPATCH_LEVEL);
    KeLowerIrql(old);
    assert_int_equal(KeGetCurrentIrql(), APC_LEVEL);
    KeLowerIrql(PASSIVE_LEVEL);
    assert_int_equal(KeGetCurrentIrql(), PASSIVE_LEVEL);
    assert_int_equal(verify_breach_count(test_machine), 0);
}

/* The report names the function, its limit and the level it was called at. */
static void a_call_above_its_limit_is_reported_and_survived(void **state)
{
    (void)state;
    KIRQL old;
    ULONG major;

    as_driver(true);
    KeRaiseIrql(DISPATCH_LEVEL, &old);
    RTL_OSVERSIONINFOW version = { .dwOSVersionInfoSize = sizeof(version) };

    assert_int_equal(RtlGetVersion(&version), STATUS_SUCCESS);
    major = version.dwMajorVersion;
    KeLowerIrql(old);
    assert_int_equal(major, 10);
    assert_int_equal(breaches_of(RULE_NT_IRQL_01), 1);
    assert_non_null(strstr(breach_message(RULE_NT_IRQL_01), "RtlGetVersion"));
    assert_non_null(strstr(breach_message(RULE_NT_IRQL_01), "DISPATCH_LEVEL"));
    assert_non_null(strstr(breach_message(RULE_NT_IRQL_01), "PASSIVE_LEVEL"));
}

static void a_call_below_its_lower_limit_is_reported(void **state)
{
    (void)state;
    KSPIN_LOCK lock;

    as_driver(true);
    KeInitializeSpinLock(&lock);
    KeAcquireSpinLockAtDpcLevel(&lock);
    assert_int_equal(breaches_of(RULE_NT_IRQL_02), 1);
    KeReleaseSpinLockFromDpcLevel(&lock);
    assert_int_equal(breaches_of(RULE_NT_IRQL_02), 2);
}

static void paged_code_reports_only_at_dispatch_level(void **state)
{
    (void)state;
    KIRQL old;

    as_driver(true);
    PAGED_CODE();
    KeRaiseIrql(APC_LEVEL, &old);
    PAGED_CODE();
    assert_int_equal(breaches_of(RULE_NT_IRQL_05), 0);
    KeRaiseIrql(DISPATCH_LEVEL, &old);
    PAGED_CODE();
    KeLowerIrql(PASSIVE_LEVEL);
    assert_int_equal(breaches_of(RULE_NT_IRQL_05), 1);
}

static void raise_to_lower(void *argument)
{
    (void)argument;
    KIRQL old;

    as_driver(true);
    KeRaiseIrql(DISPATCH_LEVEL, &old);
    KeRaiseIrql(PASSIVE_LEVEL, &old);
}

static void raising_to_a_lower_level_stops_the_machine(void **state)
{
    (void)state;
    assert_bugcheck(raise_to_lower, IRQL_NOT_GREATER_OR_EQUAL);
    assert_int_equal(breaches_of(RULE_NT_IRQL_04), 1);
}

static void lower_to_raise(void *argument)
{
    (void)argument;
    as_driver(true);
    KeLowerIrql(DISPATCH_LEVEL);
}

static void lowering_to_a_higher_level_stops_the_machine(void **state)
{
    (void)state;
    assert_bugcheck(lower_to_raise, IRQL_NOT_LESS_OR_EQUAL);
    assert_int_equal(breaches_of(RULE_NT_IRQL_04), 1);
}

static void every_call_is_counted_and_costs_time(void **state)
{
    (void)state;
    uint64_t calls = nt_calls(test_machine);
    uint64_t now_ns = test_machine->clock.now_ns;

    (void)KeQueryInterruptTime();
    assert_int_equal(nt_calls(test_machine), calls + 1);
    assert_int_equal(test_machine->clock.now_ns, now_ns + SCHEDULE_POINT_NS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        NT_TEST(raising_and_lowering_change_the_level),
        NT_TEST(a_call_above_its_limit_is_reported_and_survived),
        NT_TEST(a_call_below_its_lower_limit_is_reported),
        NT_TEST(paged_code_reports_only_at_dispatch_level),
        NT_TEST(raising_to_a_lower_level_stops_the_machine),
        NT_TEST(lowering_to_a_higher_level_stops_the_machine),
        NT_TEST(every_call_is_counted_and_costs_time),
    };
    return cmocka_run_group_tests_name("nt/irql", tests, NULL, NULL);
}
