/* SPDX-License-Identifier: MIT */
/*
 * Mutexes of all kinds: KMUTEX, FAST_MUTEX (also as guarded mutex), and their documented rules.
 * Source: wdm KeInitializeMutex, ExAcquireFastMutex, KeAcquireGuardedMutex
 */
#include "nt/balance.h"
#include "nt/call.h"
#include "nt/dispatcher.h"
#include "nt/seh.h"
#include "nt/storage.h"
#include "nt/thread.h"
#include "nt/tsan.h"
#include "verify/verify.h"

#define FAST_MUTEX_UNUSED_COUNT 1

/* In FAST_MUTEX.OldIrql, which is an IRQL after ExAcquireFastMutex: how else it was acquired. */
#define ACQUIRED_GUARDED 0x100u
#define ACQUIRED_UNSAFE 0x200u

void NTAPI KeInitializeMutex(PRKMUTEX Mutex, ULONG Level)
{
    NT_CALL_ANY();

    (void)Level; /* reserved */
    nt_storage_resident(machine, RULE_NT_RES_03, Mutex, __func__, "mutex");
    nt_dispatcher_init(machine, &Mutex->Header, NT_DISPATCHER_MUTANT, sizeof(*Mutex), 1, __func__);
    Mutex->OwnerThread = NULL;
    Mutex->Abandoned = FALSE;
    Mutex->ApcDisable = 1;
}

LONG NTAPI KeReleaseMutex(PRKMUTEX Mutex, BOOLEAN Wait)
{
    NT_CALL(Wait ? APC_LEVEL : DISPATCH_LEVEL);
    struct nt_thread *thread = nt_thread_current(machine);
    LONG was;

    if (!nt_dispatcher_check(machine, &Mutex->Header, NT_DISPATCHER_MUTANT, NT_DISPATCHER_MUTANT,
                             __func__)) {
        return 0;
    }
    if (Mutex->OwnerThread != (PKTHREAD)thread) {
        DXGH_ASSERT(nt_in_driver(machine));
        verify_report(machine, RULE_NT_LOCK_07, __func__,
                      "KeReleaseMutex: the thread %s does not own the mutex",
                      machine->running->name);
        nt_raise(machine, (uint32_t)STATUS_MUTANT_NOT_OWNED,
                 (uintptr_t)__builtin_return_address(0));
    }
    was = Mutex->Header.SignalState++;
    if (Mutex->Header.SignalState == 1) {
        Mutex->OwnerThread = NULL;
        thread->mutexes--;
        RemoveEntryList(&Mutex->MutantListEntry);
        nt_dispatcher_signal(machine, &Mutex->Header);
    }
    machine_point(machine);
    nt_wait_promise(machine, Wait, __func__);
    return was;
}

LONG NTAPI KeReadStateMutex(PRKMUTEX Mutex)
{
    NT_CALL(DISPATCH_LEVEL);

    (void)machine;
    return Mutex->Header.SignalState;
}

static bool is_fast_mutex(struct machine *machine, PFAST_MUTEX mutex, const char *function)
{
    return nt_dispatcher_check(machine, &mutex->Event.Header, NT_DISPATCHER_EVENT_SYNCHRONIZATION,
                               NT_DISPATCHER_EVENT_SYNCHRONIZATION, function);
}

void NTAPI ExInitializeFastMutex(PFAST_MUTEX FastMutex)
{
    NT_CALL(DISPATCH_LEVEL);

    nt_storage_resident(machine, RULE_NT_RES_08, FastMutex, __func__, "fast mutex");
    FastMutex->Count = FAST_MUTEX_UNUSED_COUNT;
    FastMutex->Owner = NULL;
    FastMutex->Contention = 0;
    FastMutex->OldIrql = PASSIVE_LEVEL;
    nt_dispatcher_init(machine, &FastMutex->Event.Header, NT_DISPATCHER_EVENT_SYNCHRONIZATION,
                       sizeof(KEVENT), 0, __func__);
}

/* Takes ownership or, when told to, waits for it. The IRQL is the caller's business. */
static bool acquire(struct machine *machine, PFAST_MUTEX mutex, bool wait, const char *function)
{
    struct nt_thread *thread = nt_thread_current(machine);
    void *object = &mutex->Event;
    KWAIT_BLOCK block;

    if (!is_fast_mutex(machine, mutex, function)) {
        return false;
    }
    if (mutex->Owner == thread && wait) {
        uint64_t parameters[4] = { 0, 0, 0, 0 };

        DXGH_ASSERT(nt_in_driver(machine));
        verify_report(machine, RULE_NT_LOCK_06, function,
                      "%s: the thread %s owns the mutex already and would wait for itself",
                      function, machine->running->name);
        machine_bugcheck(machine, 0x1CA, parameters,
                         "%s: the thread %s waits for a mutex that it owns itself, for ever.",
                         function, machine->running->name);
    }
    while (mutex->Count != FAST_MUTEX_UNUSED_COUNT) {
        if (!wait) {
            return false;
        }
        mutex->Contention++;
        (void)nt_wait(machine, 1, &object, WaitAny, NULL, &block, function);
    }
    mutex->Count = 0;
    mutex->Owner = thread;
    thread->owned++;
    nt_tsan_locked(mutex, false);
    return true;
}

static void check_flavour(struct machine *machine, const FAST_MUTEX *mutex, ULONG flavour,
                          const char *function)
{
    ULONG acquired = mutex->OldIrql & (ACQUIRED_GUARDED | ACQUIRED_UNSAFE);

    if (acquired != flavour) {
        DXGH_ASSERT(nt_in_driver(machine));
        verify_report(machine, RULE_NT_LOCK_11, function,
                      "%s: the mutex was acquired by %s; release it with the function of the same "
                      "family",
                      function,
                      acquired == ACQUIRED_UNSAFE    ? "an Unsafe function"
                      : acquired == ACQUIRED_GUARDED ? "KeAcquireGuardedMutex"
                                                     : "ExAcquireFastMutex");
    }
}

static void release(struct machine *machine, PFAST_MUTEX mutex, ULONG flavour, const char *function)
{
    struct nt_thread *thread = nt_thread_current(machine);

    if (!is_fast_mutex(machine, mutex, function)) {
        return;
    }
    if (mutex->Owner != thread) {
        DXGH_ASSERT(nt_in_driver(machine));
        verify_report(machine, RULE_NT_LOCK_07, function,
                      "%s: the thread %s does not own the mutex", function, machine->running->name);
        return;
    }
    check_flavour(machine, mutex, flavour, function);
    nt_tsan_unlocked(mutex, false);
    thread->owned--;
    mutex->Owner = NULL;
    mutex->Count = FAST_MUTEX_UNUSED_COUNT;
    mutex->Event.Header.SignalState = 1;
    nt_dispatcher_signal(machine, &mutex->Event.Header);
    mutex->Event.Header.SignalState = 0; /* who was not released above retries on Count */
}

void NTAPI ExAcquireFastMutex(PFAST_MUTEX FastMutex)
{
    NT_CALL(APC_LEVEL);
    uint8_t old_irql = machine->active->irql;

    if (old_irql < APC_LEVEL) {
        (void)schedule_irql_raise(machine, APC_LEVEL);
    }
    if (acquire(machine, FastMutex, true, __func__)) {
        FastMutex->OldIrql = old_irql;
    }
}

BOOLEAN NTAPI ExTryToAcquireFastMutex(PFAST_MUTEX FastMutex)
{
    NT_CALL(APC_LEVEL);
    uint8_t old_irql = machine->active->irql;

    if (!acquire(machine, FastMutex, false, __func__)) {
        return FALSE;
    }
    if (old_irql < APC_LEVEL) {
        (void)schedule_irql_raise(machine, APC_LEVEL);
    }
    FastMutex->OldIrql = old_irql;
    return TRUE;
}

void NTAPI ExReleaseFastMutex(PFAST_MUTEX FastMutex)
{
    NT_CALL(APC_LEVEL);
    ULONG old_irql = FastMutex->OldIrql;

    release(machine, FastMutex, 0, __func__);
    if (old_irql <= machine->active->irql) {
        schedule_irql_lower(machine, (uint8_t)old_irql);
    }
}

static void acquire_unsafe(struct machine *machine, PFAST_MUTEX mutex, const char *function)
{
    if (acquire(machine, mutex, true, function)) {
        mutex->OldIrql = ACQUIRED_UNSAFE;
    }
}

void NTAPI ExAcquireFastMutexUnsafe(PFAST_MUTEX FastMutex)
{
    NT_CALL(APC_LEVEL);

    nt_regions_required(machine, RULE_NT_APC_05, __func__, "a fast mutex is acquired");
    acquire_unsafe(machine, FastMutex, __func__);
}

void NTAPI ExReleaseFastMutexUnsafe(PFAST_MUTEX FastMutex)
{
    NT_CALL(APC_LEVEL);

    release(machine, FastMutex, ACQUIRED_UNSAFE, __func__);
    machine_point(machine);
}

/* Guarded mutexes keep the IRQL and disable APCs instead. */
void NTAPI KeInitializeGuardedMutex(PKGUARDED_MUTEX Mutex)
{
    ExInitializeFastMutex(Mutex);
}

void NTAPI KeAcquireGuardedMutex(PKGUARDED_MUTEX Mutex)
{
    NT_CALL(APC_LEVEL);

    nt_thread_current(machine)->guarded_regions++;
    if (acquire(machine, Mutex, true, __func__)) {
        Mutex->OldIrql = ACQUIRED_GUARDED;
    }
}

BOOLEAN NTAPI KeTryToAcquireGuardedMutex(PKGUARDED_MUTEX Mutex)
{
    NT_CALL(APC_LEVEL);

    if (!acquire(machine, Mutex, false, __func__)) {
        return FALSE;
    }
    Mutex->OldIrql = ACQUIRED_GUARDED;
    nt_thread_current(machine)->guarded_regions++;
    return TRUE;
}

void NTAPI KeReleaseGuardedMutex(PKGUARDED_MUTEX Mutex)
{
    NT_CALL(APC_LEVEL);

    release(machine, Mutex, ACQUIRED_GUARDED, __func__);
    nt_region_leave(machine, &nt_thread_current(machine)->guarded_regions, RULE_NT_APC_03,
                    __func__);
    machine_point(machine);
}

void NTAPI KeAcquireGuardedMutexUnsafe(PKGUARDED_MUTEX FastMutex)
{
    NT_CALL(APC_LEVEL);

    if (nt_thread_current(machine)->guarded_regions == 0) {
        nt_regions_required(machine, RULE_NT_APC_06, __func__, "a guarded mutex is acquired");
    }
    acquire_unsafe(machine, FastMutex, __func__);
}

void NTAPI KeReleaseGuardedMutexUnsafe(PKGUARDED_MUTEX FastMutex)
{
    NT_CALL(APC_LEVEL);

    release(machine, FastMutex, ACQUIRED_UNSAFE, __func__);
    machine_point(machine);
}
