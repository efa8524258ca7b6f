/* SPDX-License-Identifier: MIT */
#include "tests/unit/nt_fixture.h"

#include "nt/dpc.h"

static KDPC dpcs[3];
static int order[16];
static int order_count;
static uint32_t ran_on;
static PVOID seen[3];

static void NTAPI note_order(PKDPC dpc, PVOID context, PVOID argument1, PVOID argument2)
{
    (void)dpc;
    order[order_count++] = (int)(intptr_t)context;
    ran_on = KeGetCurrentProcessorNumber();
    seen[0] = context;
    seen[1] = argument1;
    seen[2] = argument2;
    if (KeGetCurrentIrql() != DISPATCH_LEVEL) {
        order_count = 99;
    }
}

static void a_dpc_runs_at_dispatch_with_its_arguments(void **state)
{
    (void)state;
    order_count = 0;
    KeInitializeDpc(&dpcs[0], note_order, (PVOID)7);
    assert_true(KeInsertQueueDpc(&dpcs[0], (PVOID)8, (PVOID)9));
    KeFlushQueuedDpcs();
    assert_int_equal(order_count, 1);
    assert_ptr_equal(seen[0], (PVOID)7);
    assert_ptr_equal(seen[1], (PVOID)8);
    assert_ptr_equal(seen[2], (PVOID)9);
    assert_int_equal(KeGetCurrentIrql(), PASSIVE_LEVEL);
}

static void a_dpc_waits_until_the_irql_falls(void **state)
{
    (void)state;
    KIRQL old;

    order_count = 0;
    KeInitializeDpc(&dpcs[0], note_order, NULL);
    KeRaiseIrql(DISPATCH_LEVEL, &old);
    assert_true(KeInsertQueueDpc(&dpcs[0], NULL, NULL));
    assert_false(KeInsertQueueDpc(&dpcs[0], NULL, NULL)); /* it is queued already */
    assert_int_equal(order_count, 0);
    KeLowerIrql(old);
    assert_int_equal(order_count, 1);
}

static void importance_decides_the_place_in_the_queue(void **state)
{
    (void)state;
    KIRQL old;

    order_count = 0;
    for (intptr_t i = 0; i < 3; i++) {
        KeInitializeDpc(&dpcs[i], note_order, (PVOID)i);
    }
    KeSetImportanceDpc(&dpcs[2], HighImportance);
    KeRaiseIrql(DISPATCH_LEVEL, &old);
    for (int i = 0; i < 3; i++) {
        KeInsertQueueDpc(&dpcs[i], NULL, NULL);
    }
    KeLowerIrql(old);
    assert_int_equal(order_count, 3);
    assert_int_equal(order[0], 2);
    assert_int_equal(order[1], 0);
    assert_int_equal(order[2], 1);
}

static void a_target_processor_runs_the_dpc(void **state)
{
    (void)state;
    order_count = 0;
    KeInitializeDpc(&dpcs[0], note_order, NULL);
    KeSetTargetProcessorDpc(&dpcs[0], 1);
    KeInsertQueueDpc(&dpcs[0], NULL, NULL);
    KeFlushQueuedDpcs();
    assert_int_equal(order_count, 1);
    assert_int_equal(ran_on, 1);
}

static void a_removed_dpc_does_not_run(void **state)
{
    (void)state;
    KIRQL old;

    order_count = 0;
    for (intptr_t i = 0; i < 3; i++) {
        KeInitializeDpc(&dpcs[i], note_order, (PVOID)i);
    }
    KeRaiseIrql(DISPATCH_LEVEL, &old);
    for (int i = 0; i < 3; i++) {
        KeInsertQueueDpc(&dpcs[i], NULL, NULL);
    }
    assert_true(KeRemoveQueueDpc(&dpcs[2]));
    assert_false(KeRemoveQueueDpc(&dpcs[2]));
    assert_true(KeRemoveQueueDpc(&dpcs[0]));
    assert_true(KeInsertQueueDpc(&dpcs[2], NULL, NULL)); /* the tail is right again */
    KeLowerIrql(old);
    assert_int_equal(order_count, 2);
    assert_int_equal(order[0], 1);
    assert_int_equal(order[1], 2);
    KeFlushQueuedDpcs();
}

static void an_uninitialised_dpc_is_reported(void **state)
{
    (void)state;
    as_driver(true);
    memset(&dpcs[0], 0, sizeof(dpcs[0]));
    assert_false(KeInsertQueueDpc(&dpcs[0], NULL, NULL));
    assert_int_equal(breaches_of(RULE_NT_OBJ_01), 1);
}

static void initialising_a_queued_dpc_is_reported(void **state)
{
    (void)state;
    KIRQL old;

    order_count = 0;
    as_driver(true);
    KeInitializeDpc(&dpcs[0], note_order, NULL);
    KeRaiseIrql(DISPATCH_LEVEL, &old);
    KeInsertQueueDpc(&dpcs[0], NULL, NULL);
    KeInitializeDpc(&dpcs[0], note_order, NULL);
    KeLowerIrql(old);
    assert_int_equal(breaches_of(RULE_NT_OBJ_02), 1);
    assert_int_equal(order_count, 1);
}

static KSPIN_LOCK lock;

static void NTAPI keep_a_lock(PKDPC dpc, PVOID context, PVOID argument1, PVOID argument2)
{
    (void)dpc;
    (void)context;
    (void)argument1;
    (void)argument2;
    KeAcquireSpinLockAtDpcLevel(&lock);
}

static void a_dpc_that_keeps_a_lock_is_reported(void **state)
{
    (void)state;
    as_driver(true);
    KeInitializeSpinLock(&lock);
    KeInitializeDpc(&dpcs[0], keep_a_lock, NULL);
    KeInsertQueueDpc(&dpcs[0], NULL, NULL);
    KeFlushQueuedDpcs();
    assert_int_equal(breaches_of(RULE_NT_LOCK_09), 1);
    assert_true(KeTestSpinLock(&lock));
}

static void NTAPI raise_for_good(PKDPC dpc, PVOID context, PVOID argument1, PVOID argument2)
{
    KIRQL old;

    (void)dpc;
    (void)context;
    (void)argument1;
    (void)argument2;
    KeRaiseIrql(HIGH_LEVEL, &old);
}

static void a_dpc_that_returns_at_another_irql_is_reported(void **state)
{
    (void)state;
    as_driver(true);
    KeInitializeDpc(&dpcs[0], raise_for_good, NULL);
    KeInsertQueueDpc(&dpcs[0], NULL, NULL);
    KeFlushQueuedDpcs();
    assert_int_equal(breaches_of(RULE_NT_IRQL_07), 1);
    assert_int_equal(KeGetCurrentIrql(), PASSIVE_LEVEL);
}

static void only_dpcs_of_the_driver_count_as_leaks(void **state)
{
    (void)state;
    KIRQL old;
    struct nt_leaks leaks;

    KeInitializeDpc(&dpcs[0], note_order, NULL);
    as_driver(true);
    KeInitializeDpc(&dpcs[1], note_order, NULL);
    KeRaiseIrql(DISPATCH_LEVEL, &old);
    KeInsertQueueDpc(&dpcs[0], NULL, NULL);
    KeInsertQueueDpc(&dpcs[1], NULL, NULL);
    nt_leaks(test_machine, &leaks);
    assert_int_equal(leaks.dpcs, 1);
    nt_dpcs_remove_driver(test_machine);
    order_count = 0;
    KeLowerIrql(old);
    assert_int_equal(order_count, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        NT_TEST(a_dpc_runs_at_dispatch_with_its_arguments),
        NT_TEST(a_dpc_waits_until_the_irql_falls),
        NT_TEST(importance_decides_the_place_in_the_queue),
        NT_TEST(a_target_processor_runs_the_dpc),
        NT_TEST(a_removed_dpc_does_not_run),
        NT_TEST(an_uninitialised_dpc_is_reported),
        NT_TEST(initialising_a_queued_dpc_is_reported),
        NT_TEST(a_dpc_that_keeps_a_lock_is_reported),
        NT_TEST(a_dpc_that_returns_at_another_irql_is_reported),
        NT_TEST(only_dpcs_of_the_driver_count_as_leaks),
    };
    return cmocka_run_group_tests_name("nt/dpc", tests, NULL, NULL);
}
