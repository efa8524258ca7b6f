/* SPDX-License-Identifier: MIT */
#include "tests/unit/nt_fixture.h"

#include "machine/heap.h"
#include "nt/object.h"
#include "nt/thread.h"

static int ran;
static PKTHREAD seen_thread;
static KEVENT event;
static KMUTEX mutex;

static void NTAPI run_once(PVOID context)
{
    ran += (int)(intptr_t)context;
    seen_thread = KeGetCurrentThread();
}

static NTSTATUS create(PKSTART_ROUTINE routine, PVOID context, PHANDLE handle)
{
    return PsCreateSystemThread(handle, THREAD_ALL_ACCESS, NULL, NULL, NULL, routine, context);
}

static NTSTATUS wait_for(PVOID object)
{
    return KeWaitForSingleObject(object, Executive, KernelMode, FALSE, NULL);
}

static void a_thread_object_is_signalled_at_its_end(void **state)
{
    (void)state;
    HANDLE handle;
    PVOID thread;

    ran = 0;
    assert_int_equal(create(run_once, (PVOID)5, &handle), STATUS_SUCCESS);
    assert_int_equal(ObReferenceObjectByHandle(handle, THREAD_ALL_ACCESS, *PsThreadType, KernelMode,
                                               &thread, NULL),
                     STATUS_SUCCESS);
    assert_int_equal(ZwClose(handle), STATUS_SUCCESS);
    assert_int_equal(wait_for(thread), STATUS_SUCCESS);
    assert_int_equal(ran, 5);
    assert_ptr_equal(seen_thread, thread);
    assert_int_equal(PsGetThreadExitStatus(thread), STATUS_SUCCESS);
    ObDereferenceObject(thread);
    assert_false(nt_object_alive(test_machine, thread));
}

static void NTAPI terminate_itself(PVOID context)
{
    (void)context;
    PsTerminateSystemThread(STATUS_UNSUCCESSFUL);
    ran = -1;
}

static void a_thread_ends_itself_with_a_status(void **state)
{
    (void)state;
    HANDLE handle;
    PVOID thread;

    ran = 0;
    assert_int_equal(create(terminate_itself, NULL, &handle), STATUS_SUCCESS);
    assert_int_equal(ObReferenceObjectByHandle(handle, 0, NULL, KernelMode, &thread, NULL),
                     STATUS_SUCCESS);
    ZwClose(handle);
    wait_for(thread);
    assert_int_equal(ran, 0);
    assert_int_equal((uint32_t)PsGetThreadExitStatus(thread), (uint32_t)STATUS_UNSUCCESSFUL);
    ObDereferenceObject(thread);
}

static void terminating_a_thread_not_made_here_is_reported(void **state)
{
    (void)state;
    as_driver(true);
    assert_int_equal(PsTerminateSystemThread(STATUS_SUCCESS), STATUS_INVALID_PARAMETER);
    assert_int_equal(breaches_of(RULE_NT_THREAD_01), 1);
}

static void a_handle_of_the_wrong_type_is_refused(void **state)
{
    (void)state;
    HANDLE handle;
    PVOID object;

    assert_int_equal(create(run_once, NULL, &handle), STATUS_SUCCESS);
    assert_int_equal(
        ObReferenceObjectByHandle(handle, 0, *ExEventObjectType, KernelMode, &object, NULL),
        STATUS_OBJECT_TYPE_MISMATCH);
    assert_null(object);
    ZwClose(handle);
    as_driver(true);
    assert_int_equal(ObReferenceObjectByHandle(handle, 0, NULL, KernelMode, &object, NULL),
                     STATUS_INVALID_HANDLE);
    assert_int_equal(breaches_of(RULE_NT_OBJ_04), 1);
    as_driver(false);
    sleep_ms(1);
}

static void a_delay_takes_its_time_and_others_run(void **state)
{
    (void)state;
    HANDLE handle;
    uint64_t start_ns = test_machine->clock.now_ns;

    ran = 0;
    create(run_once, (PVOID)1, &handle);
    sleep_ms(3);
    ZwClose(handle);
    assert_int_equal(ran, 1);
    assert_in_range(test_machine->clock.now_ns - start_ns, 3000000, 3010000);
}

static void NTAPI spin_until_event(PVOID context)
{
    LARGE_INTEGER none = { .QuadPart = 0 };

    (void)context;
    while (KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, &none) == STATUS_TIMEOUT) {
        ran++;
    }
}

/* One processor: the low thread gets nothing while the high one is runnable. */
static void a_higher_priority_preempts(void **state)
{
    (void)state;
    struct nt_thread *thread;
    int before;

    (void)close_machine(NULL);
    assert_int_equal(open_machine_with(1, DECISION_FIXED, 1), 0);
    ran = 0;
    KeInitializeEvent(&event, NotificationEvent, FALSE);
    thread = nt_thread_create(test_machine, "low", 4, spin_until_event, NULL);
    assert_int_equal(KeSetPriorityThread(KeGetCurrentThread(), 12), 8);
    sleep_ms(1);
    assert_true(ran > 0);
    before = ran;
    for (int i = 0; i < 100; i++) {
        (void)KeQueryInterruptTime();
    }
    assert_int_equal(ran, before);
    KeSetEvent(&event, 0, FALSE);
    wait_for(thread);
    ObDereferenceObject(thread);
}

static void NTAPI die_with_mutex(PVOID context)
{
    (void)context;
    wait_for(&mutex);
}

static void let_it_die(void *argument)
{
    HANDLE handle;

    (void)argument;
    KeInitializeMutex(&mutex, 0);
    as_driver(true);
    create(die_with_mutex, NULL, &handle);
    sleep_ms(5);
}

static void a_thread_that_dies_with_a_mutex_stops_the_machine(void **state)
{
    (void)state;
    assert_bugcheck(let_it_die, 0x4000008A);
    assert_int_equal(breaches_of(RULE_NT_LOCK_10), 1);
}

static void NTAPI wait_for_ever(PVOID context)
{
    (void)context;
    wait_for(&event);
    ran = -1;
}

static void a_thread_left_running_is_a_leak_and_never_runs_again(void **state)
{
    (void)state;
    HANDLE handle;
    struct nt_leaks leaks;

    ran = 0;
    KeInitializeEvent(&event, NotificationEvent, FALSE);
    as_driver(true);
    create(wait_for_ever, NULL, &handle);
    as_driver(false);
    sleep_ms(1);
    nt_leaks(test_machine, &leaks);
    assert_int_equal(leaks.threads, 1);
    assert_int_equal(leaks.handles, 1);
    assert_int_equal(leaks.references, 0);
    nt_leaks_report(test_machine, &leaks);
    assert_int_equal(breaches_of(RULE_NT_LEAK_02), 1);
    assert_int_equal(breaches_of(RULE_NT_LEAK_09), 1);
    nt_leaks_discard(test_machine);
    nt_leaks(test_machine, &leaks);
    assert_int_equal(leaks.total, 0);
    KeSetEvent(&event, 0, FALSE);
    sleep_ms(10);
    assert_int_equal(ran, 0);
}

static void a_refused_thread_is_a_status(void **state)
{
    (void)state;
    HANDLE handle;

    test_machine->decision.refuse_at = 1;
    assert_int_equal(create(run_once, NULL, &handle), STATUS_INSUFFICIENT_RESOURCES);
    assert_int_equal(create(run_once, NULL, &handle), STATUS_SUCCESS);
    ZwClose(handle);
    sleep_ms(1);
}

static PKTHREAD adopted[2];
static int adopted_count;

static void plain_fiber(void *argument)
{
    (void)argument;
    adopted[adopted_count++] = KeGetCurrentThread();
    (void)wait_for(&event);
    if (PsTerminateSystemThread(STATUS_SUCCESS) != STATUS_INVALID_PARAMETER) {
        adopted_count = 99;
    }
    schedule_exit(test_machine);
}

static void start_plain_fiber(void)
{
    schedule_ready(test_machine, fiber_create(test_machine, plain_fiber, NULL, "plain"));
    sleep_ms(1);
}

/* The scheduler's workers are fibers of their own, and run DDIs that may wait. */
static void a_fiber_of_another_layer_gets_a_thread_when_it_needs_one(void **state)
{
    (void)state;
    uint64_t blocks;

    adopted_count = 0;
    KeInitializeEvent(&event, SynchronizationEvent, FALSE);
    start_plain_fiber();
    assert_int_equal(adopted_count, 1);
    assert_ptr_not_equal(adopted[0], KeGetCurrentThread());
    KeSetEvent(&event, 0, FALSE);
    sleep_ms(1);
    assert_int_equal(adopted_count, 1);
    blocks = machine_heap_count(test_machine);
    for (int i = 0; i < 10; i++) { /* what has ended is found and freed */
        adopted_count = 0;
        start_plain_fiber();
        assert_int_equal(adopted_count, 1);
        KeSetEvent(&event, 0, FALSE);
        sleep_ms(1);
    }
    assert_true(machine_heap_count(test_machine) <= blocks + 1);
}

static void regions_disable_apcs(void **state)
{
    (void)state;
    assert_false(KeAreApcsDisabled());
    KeEnterCriticalRegion();
    assert_true(KeAreApcsDisabled());
    assert_false(KeAreAllApcsDisabled());
    KeEnterGuardedRegion();
    assert_true(KeAreAllApcsDisabled());
    KeLeaveGuardedRegion();
    KeLeaveCriticalRegion();
    assert_false(KeAreApcsDisabled());
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        NT_TEST(a_thread_object_is_signalled_at_its_end),
        NT_TEST(a_thread_ends_itself_with_a_status),
        NT_TEST(terminating_a_thread_not_made_here_is_reported),
        NT_TEST(a_handle_of_the_wrong_type_is_refused),
        NT_TEST(a_delay_takes_its_time_and_others_run),
        NT_TEST(a_higher_priority_preempts),
        NT_TEST(a_thread_that_dies_with_a_mutex_stops_the_machine),
        NT_TEST(a_thread_left_running_is_a_leak_and_never_runs_again),
        NT_TEST(a_refused_thread_is_a_status),
        NT_TEST(a_fiber_of_another_layer_gets_a_thread_when_it_needs_one),
        NT_TEST(regions_disable_apcs),
    };
    return cmocka_run_group_tests_name("nt/thread", tests, NULL, NULL);
}
