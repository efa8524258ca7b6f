/* SPDX-License-Identifier: MIT */
#include "tests/unit/nt_fixture.h"

#include "nt/driver_object.h"

static KEVENT event;
static int ran;
static PVOID seen[2];

static void NTAPI io_routine(PDEVICE_OBJECT device, PVOID context)
{
    ran += KeGetCurrentIrql() == PASSIVE_LEVEL ? 1 : 100;
    seen[0] = device;
    seen[1] = context;
    KeSetEvent(&event, 0, FALSE);
}

static void wait_for_event(void)
{
    assert_int_equal(KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, NULL),
                     STATUS_SUCCESS);
}

static void a_work_item_runs_at_passive_level(void **state)
{
    (void)state;
    PIO_WORKITEM item = IoAllocateWorkItem((PDEVICE_OBJECT)1);
    KIRQL old;

    ran = 0;
    KeInitializeEvent(&event, SynchronizationEvent, FALSE);
    KeRaiseIrql(DISPATCH_LEVEL, &old);
    IoQueueWorkItem(item, io_routine, DelayedWorkQueue, (PVOID)2);
    KeLowerIrql(old);
    wait_for_event();
    assert_int_equal(ran, 1);
    assert_ptr_equal(seen[0], (PVOID)1);
    assert_ptr_equal(seen[1], (PVOID)2);
    IoQueueWorkItem(item, io_routine, DelayedWorkQueue, NULL); /* and again */
    wait_for_event();
    assert_int_equal(ran, 2);
    IoFreeWorkItem(item);
}

static void NTAPI ex_routine(PVOID context)
{
    ran += (int)(intptr_t)context;
}

static void an_executive_work_item_runs(void **state)
{
    (void)state;
    WORK_QUEUE_ITEM item;

    ran = 0;
    ExInitializeWorkItem(&item, ex_routine, (PVOID)3);
    ExQueueWorkItem(&item, CriticalWorkQueue);
    sleep_ms(1);
    assert_int_equal(ran, 3);
}

static void NTAPI routine_that_frees(PVOID device, PVOID context, PIO_WORKITEM item)
{
    (void)device;
    (void)context;
    ran++;
    IoFreeWorkItem(item);
}

static void a_routine_may_free_its_own_item(void **state)
{
    (void)state;
    PDEVICE_OBJECT device = nt_device_object_create(test_machine, "PCI\\TEST");
    struct nt_leaks leaks;

    ran = 0;
    as_driver(true);
    IoQueueWorkItemEx(IoAllocateWorkItem(device), routine_that_frees, DelayedWorkQueue, NULL);
    as_driver(false);
    sleep_ms(1);
    assert_int_equal(ran, 1);
    nt_leaks(test_machine, &leaks);
    assert_int_equal(leaks.total, 0);
    assert_int_equal(verify_breach_count(test_machine), 0);
}

static void NTAPI routine_that_waits(PVOID context)
{
    (void)context;
    wait_for_event();
    ran++;
}

static void NTAPI routine_that_sets(PVOID context)
{
    (void)context;
    KeSetEvent(&event, 0, FALSE);
}

/* The second item must not sit behind the first one, which waits for it. */
static void an_item_may_wait_for_a_later_one(void **state)
{
    (void)state;
    WORK_QUEUE_ITEM first;
    WORK_QUEUE_ITEM second;

    ran = 0;
    KeInitializeEvent(&event, SynchronizationEvent, FALSE);
    ExInitializeWorkItem(&first, routine_that_waits, NULL);
    ExInitializeWorkItem(&second, routine_that_sets, NULL);
    ExQueueWorkItem(&first, DelayedWorkQueue);
    ExQueueWorkItem(&second, DelayedWorkQueue);
    sleep_ms(1);
    assert_int_equal(ran, 1);
}

static void queueing_twice_and_freeing_while_queued_are_reported(void **state)
{
    (void)state;
    PIO_WORKITEM item;
    KIRQL old;

    ran = 0;
    KeInitializeEvent(&event, SynchronizationEvent, FALSE);
    as_driver(true);
    item = IoAllocateWorkItem(NULL);
    KeRaiseIrql(DISPATCH_LEVEL, &old);
    IoQueueWorkItem(item, io_routine, DelayedWorkQueue, NULL);
    IoQueueWorkItem(item, io_routine, DelayedWorkQueue, NULL);
    IoFreeWorkItem(item);
    KeLowerIrql(old);
    assert_int_equal(breaches_of(RULE_NT_OBJ_07), 2);
    wait_for_event();
    assert_int_equal(ran, 1);
    IoFreeWorkItem(item);
    IoFreeWorkItem(item);
    assert_int_equal(breaches_of(RULE_NT_OBJ_07), 3);
}

static void NTAPI routine_that_raises(PVOID context)
{
    KIRQL old;

    (void)context;
    KeRaiseIrql(APC_LEVEL, &old);
}

static void returning_at_another_irql_is_reported(void **state)
{
    (void)state;
    WORK_QUEUE_ITEM item;

    verify_image_set(test_machine, "test", (uintptr_t)routine_that_raises,
                     (uintptr_t)routine_that_raises + 1);
    ExInitializeWorkItem(&item, routine_that_raises, NULL);
    ExQueueWorkItem(&item, DelayedWorkQueue);
    sleep_ms(1);
    assert_int_equal(breaches_of(RULE_NT_IRQL_07), 1);
}

static void items_left_at_unload_are_leaks(void **state)
{
    (void)state;
    struct nt_leaks leaks;

    as_driver(true);
    assert_non_null(IoAllocateWorkItem(NULL));
    as_driver(false);
    nt_leaks(test_machine, &leaks);
    assert_int_equal(leaks.work_items, 1);
    assert_int_equal(leaks.work_items_queued, 0);
    nt_leaks_discard(test_machine);
    nt_leaks(test_machine, &leaks);
    assert_int_equal(leaks.total, 0);
}

static void a_refused_work_item_is_null(void **state)
{
    (void)state;
    test_machine->decision.refuse_at = 1;
    assert_null(IoAllocateWorkItem(NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        NT_TEST(a_work_item_runs_at_passive_level),
        NT_TEST(an_executive_work_item_runs),
        NT_TEST(a_routine_may_free_its_own_item),
        NT_TEST(an_item_may_wait_for_a_later_one),
        NT_TEST(queueing_twice_and_freeing_while_queued_are_reported),
        NT_TEST(returning_at_another_irql_is_reported),
        NT_TEST(items_left_at_unload_are_leaks),
        NT_TEST(a_refused_work_item_is_null),
    };
    return cmocka_run_group_tests_name("nt/work_item", tests, NULL, NULL);
}
