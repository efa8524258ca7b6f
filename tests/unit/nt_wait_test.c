/* SPDX-License-Identifier: MIT */
#include "tests/unit/nt_fixture.h"

#include "nt/thread.h"

static KEVENT event;
static KEVENT other_event;
static KSEMAPHORE semaphore;
static KMUTEX mutex;
static FAST_MUTEX fast_mutex;
static int order[8];
static int order_count;

static NTSTATUS wait_for(PVOID object, const LARGE_INTEGER *timeout)
{
    LARGE_INTEGER copy = timeout == NULL ? (LARGE_INTEGER){ 0 } : *timeout;

    return KeWaitForSingleObject(object, Executive, KernelMode, FALSE,
                                 timeout == NULL ? NULL : &copy);
}

static bool start(PKSTART_ROUTINE routine, PVOID context)
{
    struct nt_thread *thread = nt_thread_create(test_machine, "helper", 8, routine, context);

    ObDereferenceObject(thread);
    return true;
}

static void a_synchronization_event_releases_one_wait(void **state)
{
    (void)state;
    LARGE_INTEGER none = { .QuadPart = 0 };

    KeInitializeEvent(&event, SynchronizationEvent, FALSE);
    assert_int_equal(wait_for(&event, &none), STATUS_TIMEOUT);
    assert_int_equal(KeSetEvent(&event, 0, FALSE), 0);
    assert_int_equal(KeSetEvent(&event, 0, FALSE), 1);
    assert_int_equal(wait_for(&event, NULL), STATUS_SUCCESS);
    assert_int_equal(wait_for(&event, &none), STATUS_TIMEOUT);
}

static void a_notification_event_stays_set_until_reset(void **state)
{
    (void)state;
    LARGE_INTEGER none = { .QuadPart = 0 };

    KeInitializeEvent(&event, NotificationEvent, TRUE);
    assert_int_equal(wait_for(&event, NULL), STATUS_SUCCESS);
    assert_int_equal(wait_for(&event, NULL), STATUS_SUCCESS);
    assert_int_equal(KeReadStateEvent(&event), 1);
    assert_int_equal(KeResetEvent(&event), 1);
    assert_int_equal(wait_for(&event, &none), STATUS_TIMEOUT);
    KeSetEvent(&event, 0, FALSE);
    KeClearEvent(&event);
    assert_int_equal(KeReadStateEvent(&event), 0);
}

static void a_relative_timeout_takes_exactly_its_time(void **state)
{
    (void)state;
    LARGE_INTEGER timeout = relative_ms(7);
    uint64_t start_ns;

    KeInitializeEvent(&event, NotificationEvent, FALSE);
    start_ns = test_machine->clock.now_ns;
    assert_int_equal(wait_for(&event, &timeout), STATUS_TIMEOUT);
    assert_in_range(test_machine->clock.now_ns - start_ns, 7000000, 7001000);
}

static void an_absolute_timeout_is_a_system_time(void **state)
{
    (void)state;
    LARGE_INTEGER due;
    uint64_t start_ns = test_machine->clock.now_ns;

    KeInitializeEvent(&event, NotificationEvent, FALSE);
    KeQuerySystemTime(&due);
    due.QuadPart += 30000; /* 3 ms */
    assert_int_equal(wait_for(&event, &due), STATUS_TIMEOUT);
    assert_in_range(test_machine->clock.now_ns - start_ns, 2999000, 3001000);
    assert_int_equal(wait_for(&event, &due), STATUS_TIMEOUT); /* a time that has passed */
}

static void NTAPI waiter(PVOID context)
{
    (void)wait_for(&event, NULL);
    order[order_count++] = (int)(intptr_t)context;
}

static void waiters_are_released_in_the_order_they_came(void **state)
{
    (void)state;
    order_count = 0;
    KeInitializeEvent(&event, SynchronizationEvent, FALSE);
    for (intptr_t i = 0; i < 3; i++) {
        start(waiter, (PVOID)i);
        sleep_ms(1);
    }
    for (int i = 0; i < 3; i++) {
        KeSetEvent(&event, 0, FALSE);
        sleep_ms(1);
        assert_int_equal(order_count, i + 1);
        assert_int_equal(order[i], i);
    }
}

static void a_pulse_releases_only_those_who_wait(void **state)
{
    (void)state;
    order_count = 0;
    KeInitializeEvent(&event, NotificationEvent, FALSE);
    start(waiter, (PVOID)1);
    start(waiter, (PVOID)2);
    sleep_ms(1);
    assert_int_equal(KePulseEvent(&event, 0, FALSE), 0);
    sleep_ms(1);
    assert_int_equal(order_count, 2);
    assert_int_equal(KeReadStateEvent(&event), 0);
}

static void a_semaphore_counts_to_its_limit(void **state)
{
    (void)state;
    LARGE_INTEGER none = { .QuadPart = 0 };

    KeInitializeSemaphore(&semaphore, 1, 3);
    assert_int_equal(wait_for(&semaphore, NULL), STATUS_SUCCESS);
    assert_int_equal(wait_for(&semaphore, &none), STATUS_TIMEOUT);
    assert_int_equal(KeReleaseSemaphore(&semaphore, 0, 2, FALSE), 0);
    assert_int_equal(KeReleaseSemaphore(&semaphore, 0, 1, FALSE), 2);
    assert_int_equal(KeReadStateSemaphore(&semaphore), 3);
}

static void release_too_much(void *argument)
{
    (void)argument;
    as_driver(true);
    KeInitializeSemaphore(&semaphore, 3, 3);
    KeReleaseSemaphore(&semaphore, 0, 1, FALSE);
}

static void a_semaphore_over_its_limit_raises(void **state)
{
    (void)state;
    assert_bugcheck(release_too_much, KMODE_EXCEPTION_NOT_HANDLED);
    assert_int_equal((uint32_t)test_machine->bugcheck.parameters[0],
                     (uint32_t)STATUS_SEMAPHORE_LIMIT_EXCEEDED);
    assert_int_equal(breaches_of(RULE_NT_OBJ_05), 1);
}

static void NTAPI set_second(PVOID context)
{
    (void)context;
    sleep_ms(2);
    KeSetEvent(&other_event, 0, FALSE);
}

static void waiting_for_any_says_which(void **state)
{
    (void)state;
    PVOID objects[] = { &event, &other_event };

    KeInitializeEvent(&event, SynchronizationEvent, FALSE);
    KeInitializeEvent(&other_event, SynchronizationEvent, FALSE);
    start(set_second, NULL);
    assert_int_equal(
        KeWaitForMultipleObjects(2, objects, WaitAny, Executive, KernelMode, FALSE, NULL, NULL),
        STATUS_WAIT_1);
    assert_int_equal(KeReadStateEvent(&other_event), 0);
}

/* Nothing is consumed until everything can be. */
static void waiting_for_all_takes_all_or_nothing(void **state)
{
    (void)state;
    PVOID objects[] = { &event, &other_event };
    LARGE_INTEGER timeout = relative_ms(1);

    KeInitializeEvent(&event, SynchronizationEvent, TRUE);
    KeInitializeEvent(&other_event, SynchronizationEvent, FALSE);
    assert_int_equal(
        KeWaitForMultipleObjects(2, objects, WaitAll, Executive, KernelMode, FALSE, &timeout, NULL),
        STATUS_TIMEOUT);
    assert_int_equal(KeReadStateEvent(&event), 1);
    start(set_second, NULL);
    assert_int_equal(
        KeWaitForMultipleObjects(2, objects, WaitAll, Executive, KernelMode, FALSE, NULL, NULL),
        STATUS_WAIT_0);
    assert_int_equal(KeReadStateEvent(&event), 0);
    assert_int_equal(KeReadStateEvent(&other_event), 0);
}

static void too_many_objects(void *argument)
{
    PVOID objects[] = { &event, &event, &event, &event };

    (void)argument;
    as_driver(true);
    KeInitializeEvent(&event, NotificationEvent, TRUE);
    (void)KeWaitForMultipleObjects(4, objects, WaitAny, Executive, KernelMode, FALSE, NULL, NULL);
}

static void four_objects_need_a_block_array(void **state)
{
    (void)state;
    assert_bugcheck(too_many_objects, MAXIMUM_WAIT_OBJECTS_EXCEEDED);
    assert_int_equal(breaches_of(RULE_NT_OBJ_06), 1);
}

static void a_mutex_is_recursive_for_its_owner(void **state)
{
    (void)state;
    KeInitializeMutex(&mutex, 0);
    assert_int_equal(wait_for(&mutex, NULL), STATUS_SUCCESS);
    assert_int_equal(wait_for(&mutex, NULL), STATUS_SUCCESS);
    assert_int_equal(KeReadStateMutex(&mutex), -1);
    assert_int_equal(KeReleaseMutex(&mutex, FALSE), -1);
    assert_int_equal(KeReleaseMutex(&mutex, FALSE), 0);
    assert_int_equal(KeReadStateMutex(&mutex), 1);
}

static void NTAPI take_fast_mutex(PVOID context)
{
    ExAcquireFastMutex(&fast_mutex);
    order[order_count++] = (int)(intptr_t)context;
    ExReleaseFastMutex(&fast_mutex);
}

static void a_fast_mutex_excludes_and_raises_to_apc_level(void **state)
{
    (void)state;
    order_count = 0;
    ExInitializeFastMutex(&fast_mutex);
    ExAcquireFastMutex(&fast_mutex);
    assert_int_equal(KeGetCurrentIrql(), APC_LEVEL);
    start(take_fast_mutex, (PVOID)1);
    start(take_fast_mutex, (PVOID)2);
    sleep_ms(1);
    assert_int_equal(order_count, 0);
    ExReleaseFastMutex(&fast_mutex);
    assert_int_equal(KeGetCurrentIrql(), PASSIVE_LEVEL);
    sleep_ms(1);
    assert_int_equal(order_count, 2);
    assert_true(ExTryToAcquireFastMutex(&fast_mutex));
    assert_false(ExTryToAcquireFastMutex(&fast_mutex));
    ExReleaseFastMutex(&fast_mutex);
}

static void acquire_fast_mutex_twice(void *argument)
{
    (void)argument;
    as_driver(true);
    ExInitializeFastMutex(&fast_mutex);
    ExAcquireFastMutex(&fast_mutex);
    ExAcquireFastMutex(&fast_mutex);
}

static void a_fast_mutex_is_not_recursive(void **state)
{
    (void)state;
    assert_bugcheck(acquire_fast_mutex_twice, 0x1CA);
    assert_int_equal(breaches_of(RULE_NT_LOCK_06), 1);
}

static void releasing_a_mutex_of_someone_else_is_reported(void **state)
{
    (void)state;
    as_driver(true);
    ExInitializeFastMutex(&fast_mutex);
    ExReleaseFastMutex(&fast_mutex);
    assert_int_equal(breaches_of(RULE_NT_LOCK_07), 1);
}

static void an_object_never_initialised_is_reported(void **state)
{
    (void)state;
    as_driver(true);
    memset(&event, 0xCD, sizeof(event));
    assert_int_equal(wait_for(&event, NULL), STATUS_OBJECT_TYPE_MISMATCH);
    memset(&event, 0, sizeof(event));
    KeSetEvent(&event, 0, FALSE);
    assert_int_equal(breaches_of(RULE_NT_OBJ_01), 2);
}

static void initialising_an_event_a_thread_waits_on_is_reported(void **state)
{
    (void)state;
    order_count = 0;
    KeInitializeEvent(&event, SynchronizationEvent, FALSE);
    start(waiter, (PVOID)1);
    sleep_ms(1);
    as_driver(true);
    KeInitializeEvent(&event, SynchronizationEvent, FALSE);
    as_driver(false);
    assert_int_equal(breaches_of(RULE_NT_OBJ_02), 1);
    KeSetEvent(&event, 0, FALSE); /* the waiter is not lost */
    sleep_ms(1);
    assert_int_equal(order_count, 1);
}

static void a_zero_timeout_is_allowed_at_dispatch_level(void **state)
{
    (void)state;
    LARGE_INTEGER none = { .QuadPart = 0 };
    KIRQL old;

    as_driver(true);
    KeInitializeEvent(&event, NotificationEvent, FALSE);
    KeRaiseIrql(DISPATCH_LEVEL, &old);
    assert_int_equal(wait_for(&event, &none), STATUS_TIMEOUT);
    assert_int_equal(verify_breach_count(test_machine), 0);
    KeSetEvent(&event, 0, FALSE);
    assert_int_equal(wait_for(&event, NULL), STATUS_SUCCESS); /* lucky, and still a breach */
    KeLowerIrql(old);
    assert_int_equal(breaches_of(RULE_NT_IRQL_03), 1);
}

static void block_at_dispatch(void *argument)
{
    (void)argument;
    KIRQL old;

    as_driver(true);
    KeInitializeEvent(&event, NotificationEvent, FALSE);
    KeRaiseIrql(DISPATCH_LEVEL, &old);
    (void)wait_for(&event, NULL);
}

static void blocking_at_dispatch_level_stops_the_machine(void **state)
{
    (void)state;
    assert_bugcheck(block_at_dispatch, ATTEMPTED_SWITCH_FROM_DPC);
    assert_int_equal(breaches_of(RULE_NT_IRQL_03), 1);
}

static void wait_for_nothing(void *argument)
{
    (void)argument;
    KeInitializeEvent(&event, NotificationEvent, FALSE);
    (void)wait_for(&event, NULL);
}

static void a_wait_nothing_can_end_is_found(void **state)
{
    (void)state;
    assert_bugcheck(wait_for_nothing, 0x1CA);
}

static void named_events_are_shared_by_name(void **state)
{
    (void)state;
    DECLARE_CONST_UNICODE_STRING(name, L"\\BaseNamedObjects\\Demo");
    HANDLE first;
    HANDLE second;
    PKEVENT one = IoCreateNotificationEvent((PUNICODE_STRING)&name, &first);
    PKEVENT two = IoCreateNotificationEvent((PUNICODE_STRING)&name, &second);

    assert_non_null(one);
    assert_ptr_equal(one, two);
    assert_true(first != second);
    assert_int_equal(KeReadStateEvent(one), 1);
    assert_int_equal(ZwClose(first), STATUS_SUCCESS);
    KeClearEvent(two);
    assert_int_equal(ZwClose(second), STATUS_SUCCESS);
    assert_int_equal(ZwClose(second), STATUS_INVALID_HANDLE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        NT_TEST(a_synchronization_event_releases_one_wait),
        NT_TEST(a_notification_event_stays_set_until_reset),
        NT_TEST(a_relative_timeout_takes_exactly_its_time),
        NT_TEST(an_absolute_timeout_is_a_system_time),
        NT_TEST(waiters_are_released_in_the_order_they_came),
        NT_TEST(a_pulse_releases_only_those_who_wait),
        NT_TEST(a_semaphore_counts_to_its_limit),
        NT_TEST(a_semaphore_over_its_limit_raises),
        NT_TEST(waiting_for_any_says_which),
        NT_TEST(waiting_for_all_takes_all_or_nothing),
        NT_TEST(four_objects_need_a_block_array),
        NT_TEST(a_mutex_is_recursive_for_its_owner),
        NT_TEST(a_fast_mutex_excludes_and_raises_to_apc_level),
        NT_TEST(a_fast_mutex_is_not_recursive),
        NT_TEST(releasing_a_mutex_of_someone_else_is_reported),
        NT_TEST(an_object_never_initialised_is_reported),
        NT_TEST(initialising_an_event_a_thread_waits_on_is_reported),
        NT_TEST(a_zero_timeout_is_allowed_at_dispatch_level),
        NT_TEST(blocking_at_dispatch_level_stops_the_machine),
        NT_TEST(a_wait_nothing_can_end_is_found),
        NT_TEST(named_events_are_shared_by_name),
    };
    return cmocka_run_group_tests_name("nt/wait", tests, NULL, NULL);
}
