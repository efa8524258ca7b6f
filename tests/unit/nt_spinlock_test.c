/* SPDX-License-Identifier: MIT */
#include "tests/unit/nt_fixture.h"

#include "nt/spinlock.h"
#include "nt/thread.h"

static KSPIN_LOCK lock;
static int64_t shared_counter;
static KEVENT done[4];

static void acquiring_raises_and_releasing_restores(void **state)
{
    (void)state;
    KIRQL old;

    KeInitializeSpinLock(&lock);
    assert_true(KeTestSpinLock(&lock));
    KeAcquireSpinLock(&lock, &old);
    assert_int_equal(old, PASSIVE_LEVEL);
    assert_int_equal(KeGetCurrentIrql(), DISPATCH_LEVEL);
    assert_int_equal(nt_locks_held(test_machine), 1);
    assert_false(KeTestSpinLock(&lock));
    assert_false(KeTryToAcquireSpinLockAtDpcLevel(&lock));
    KeReleaseSpinLock(&lock, old);
    assert_int_equal(KeGetCurrentIrql(), PASSIVE_LEVEL);
    assert_int_equal(nt_locks_held(test_machine), 0);
    assert_int_equal(verify_breach_count(test_machine), 0);
}

static void queued_locks_nest_in_any_order_of_release(void **state)
{
    (void)state;
    KSPIN_LOCK other;
    KLOCK_QUEUE_HANDLE first;
    KLOCK_QUEUE_HANDLE second;

    KeInitializeSpinLock(&lock);
    KeInitializeSpinLock(&other);
    KeAcquireInStackQueuedSpinLock(&lock, &first);
    KeAcquireInStackQueuedSpinLockAtDpcLevel(&other, &second);
    assert_int_equal(nt_locks_held(test_machine), 2);
    KeReleaseInStackQueuedSpinLockFromDpcLevel(&second);
    KeReleaseInStackQueuedSpinLock(&first);
    assert_int_equal(KeGetCurrentIrql(), PASSIVE_LEVEL);
    assert_true(KeTestSpinLock(&lock) && KeTestSpinLock(&other));
}

/* A read and a write with a call between them: without exclusion updates would be lost. */
static void NTAPI count_up(PVOID context)
{
    PKEVENT event = context;

    for (int i = 0; i < 200; i++) {
        KIRQL old;
        int64_t value;

        KeAcquireSpinLock(&lock, &old);
        value = shared_counter;
        (void)KeQueryInterruptTime();
        (void)KeQueryInterruptTime();
        shared_counter = value + 1;
        KeReleaseSpinLock(&lock, old);
    }
    KeSetEvent(event, 0, FALSE);
}

static void a_lock_excludes_on_every_schedule(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 10; seed++) {
        (void)close_machine(NULL);
        assert_int_equal(open_machine_with(4, DECISION_RANDOM, seed), 0);
        KeInitializeSpinLock(&lock);
        shared_counter = 0;
        for (int i = 0; i < 4; i++) {
            KeInitializeEvent(&done[i], NotificationEvent, FALSE);
            ObDereferenceObject(nt_thread_create(test_machine, "counter", 8, count_up, &done[i]));
        }
        for (int i = 0; i < 4; i++) {
            KeWaitForSingleObject(&done[i], Executive, KernelMode, FALSE, NULL);
        }
        assert_int_equal(shared_counter, 800);
        assert_int_equal(verify_breach_count(test_machine), 0);
    }
}

static void acquire_twice(void *argument)
{
    (void)argument;
    KIRQL old;

    as_driver(true);
    KeInitializeSpinLock(&lock);
    KeAcquireSpinLock(&lock, &old);
    KeAcquireSpinLockAtDpcLevel(&lock);
}

static void acquiring_twice_stops_the_machine(void **state)
{
    (void)state;
    assert_bugcheck(acquire_twice, SPIN_LOCK_ALREADY_OWNED);
    assert_int_equal(breaches_of(RULE_NT_LOCK_01), 1);
}

static void releasing_what_is_not_held_is_reported(void **state)
{
    (void)state;
    as_driver(true);
    KeInitializeSpinLock(&lock);
    KIRQL old = KeRaiseIrqlToDpcLevel();

    KeReleaseSpinLockFromDpcLevel(&lock);
    KeLowerIrql(old);
    assert_int_equal(breaches_of(RULE_NT_LOCK_02), 1);
}

static void releasing_to_another_level_is_reported(void **state)
{
    (void)state;
    KIRQL old;

    as_driver(true);
    KeInitializeSpinLock(&lock);
    KeAcquireSpinLock(&lock, &old);
    KeReleaseSpinLock(&lock, APC_LEVEL);
    assert_int_equal(breaches_of(RULE_NT_LOCK_03), 1);
    assert_int_equal(KeGetCurrentIrql(), APC_LEVEL);
    KeLowerIrql(PASSIVE_LEVEL);
}

static void a_lock_never_initialised_is_reported(void **state)
{
    (void)state;
    KIRQL old;

    as_driver(true);
    lock = (KSPIN_LOCK)0xCDCDCDCDCDCDCDCD;
    KeAcquireSpinLock(&lock, &old);
    KeReleaseSpinLock(&lock, old);
    assert_int_equal(breaches_of(RULE_NT_LOCK_04), 1);
}

static KDPC dpc;

static void NTAPI dpc_that_locks(PKDPC self, PVOID context, PVOID argument1, PVOID argument2)
{
    (void)self;
    (void)context;
    (void)argument1;
    (void)argument2;
    KeAcquireSpinLockAtDpcLevel(&lock);
    KeReleaseSpinLockFromDpcLevel(&lock);
}

static void interrupt_the_holder(void *argument)
{
    (void)argument;
    as_driver(true);
    KeInitializeSpinLock(&lock);
    KeInitializeDpc(&dpc, dpc_that_locks, NULL);
    KeAcquireSpinLockAtDpcLevel(&lock); /* at PASSIVE_LEVEL: the DPC can come in between */
    KeInsertQueueDpc(&dpc, NULL, NULL);
    (void)KeQueryInterruptTime();
}

static void a_dpc_that_wants_its_victims_lock_is_found(void **state)
{
    (void)state;
    assert_bugcheck(interrupt_the_holder, SPIN_LOCK_ALREADY_OWNED);
    assert_int_equal(breaches_of(RULE_NT_LOCK_05), 1);
}

static void reader_writer_locks_share_and_exclude(void **state)
{
    (void)state;
    EX_SPIN_LOCK rw = 0;
    KIRQL old = ExAcquireSpinLockShared(&rw);

    assert_true(ExTryAcquireSpinLockSharedAtDpcLevel(&rw));
    assert_false(ExTryAcquireSpinLockExclusiveAtDpcLevel(&rw));
    assert_false(ExTryConvertSharedSpinLockExclusive(&rw));
    ExReleaseSpinLockSharedFromDpcLevel(&rw);
    assert_true(ExTryConvertSharedSpinLockExclusive(&rw));
    assert_false(ExTryAcquireSpinLockSharedAtDpcLevel(&rw));
    ExReleaseSpinLockExclusive(&rw, old);
    assert_int_equal(rw, 0);
    assert_int_equal(KeGetCurrentIrql(), PASSIVE_LEVEL);
}

static void interlocked_lists_return_what_was_first_or_last(void **state)
{
    (void)state;
    LIST_ENTRY head;
    LIST_ENTRY a;
    LIST_ENTRY b;

    KeInitializeSpinLock(&lock);
    InitializeListHead(&head);
    assert_null(ExInterlockedInsertTailList(&head, &a, &lock));
    assert_ptr_equal(ExInterlockedInsertTailList(&head, &b, &lock), &a);
    assert_ptr_equal(ExInterlockedRemoveHeadList(&head, &lock), &a);
    assert_ptr_equal(ExInterlockedInsertHeadList(&head, &a, &lock), &b);
    assert_ptr_equal(ExInterlockedRemoveHeadList(&head, &lock), &a);
    assert_ptr_equal(ExInterlockedRemoveHeadList(&head, &lock), &b);
    assert_null(ExInterlockedRemoveHeadList(&head, &lock));
}

static void sequenced_lists_are_last_in_first_out(void **state)
{
    (void)state;
    SLIST_HEADER head;
    static SLIST_ENTRY a __attribute__((aligned(16)));
    static SLIST_ENTRY b __attribute__((aligned(16)));

    InitializeSListHead(&head);
    assert_null(ExpInterlockedPushEntrySList(&head, &a));
    assert_ptr_equal(ExpInterlockedPushEntrySList(&head, &b), &a);
    assert_int_equal(ExQueryDepthSList(&head), 2);
    assert_ptr_equal(ExpInterlockedPopEntrySList(&head), &b);
    assert_ptr_equal(ExpInterlockedFlushSList(&head), &a);
    assert_null(ExpInterlockedPopEntrySList(&head));
    assert_int_equal(ExQueryDepthSList(&head), 0);
}

/* No page names a limit of locks a thread may hold. TSan's own deadlock detector follows 64. */
enum { LOCKS = DXGH_TSAN ? 60 : 1000 };

static void many_locks_are_held_at_once(void **state)
{
    (void)state;
    static KSPIN_LOCK locks[LOCKS];
    KIRQL irql;

    for (size_t i = 0; i < LOCKS; i++) {
        KeInitializeSpinLock(&locks[i]);
    }
    KeAcquireSpinLock(&locks[0], &irql);
    for (size_t i = 1; i < LOCKS; i++) {
        KeAcquireSpinLockAtDpcLevel(&locks[i]);
    }
    assert_int_equal(nt_locks_held(test_machine), LOCKS);
    for (size_t i = LOCKS; i-- > 1;) {
        KeReleaseSpinLockFromDpcLevel(&locks[i]);
    }
    KeReleaseSpinLock(&locks[0], irql);
    assert_int_equal(nt_locks_held(test_machine), 0);
    assert_int_equal(verify_breach_count(test_machine), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        NT_TEST(acquiring_raises_and_releasing_restores),
        NT_TEST(queued_locks_nest_in_any_order_of_release),
        NT_TEST(a_lock_excludes_on_every_schedule),
        NT_TEST(acquiring_twice_stops_the_machine),
        NT_TEST(releasing_what_is_not_held_is_reported),
        NT_TEST(releasing_to_another_level_is_reported),
        NT_TEST(a_lock_never_initialised_is_reported),
        NT_TEST(a_dpc_that_wants_its_victims_lock_is_found),
        NT_TEST(reader_writer_locks_share_and_exclude),
        NT_TEST(interlocked_lists_return_what_was_first_or_last),
        NT_TEST(sequenced_lists_are_last_in_first_out),
        NT_TEST(many_locks_are_held_at_once),
    };
    return cmocka_run_group_tests_name("nt/spinlock", tests, NULL, NULL);
}
