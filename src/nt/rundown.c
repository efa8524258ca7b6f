/* SPDX-License-Identifier: MIT */
/*
 * Rundown protection and remove locks: counts of users, and a wait for the last one.
 * Source: kernel/run-down-protection.md, wdm IoAcquireRemoveLock
 */
#include "nt/call.h"
#include "nt/dispatcher.h"
#include "nt/tsan.h"
#include "verify/verify.h"

/*
 * Count: twice the number of users. Once rundown has begun bit 0 is set, and the rest is either
 * nothing (it is over) or the address of the waiter, who keeps the number.
 */
#define RUNDOWN_ACTIVE ((ULONG_PTR)1)
#define RUNDOWN_USER ((ULONG_PTR)2)

struct rundown_waiter {
    ULONG_PTR users;
    struct fiber *fiber;
};

void NTAPI ExInitializeRundownProtection(PEX_RUNDOWN_REF RunRef)
{
    RunRef->Count = 0;
}

void NTAPI ExReInitializeRundownProtection(PEX_RUNDOWN_REF RunRef)
{
    NT_CALL_ANY();

    if (RunRef->Count != RUNDOWN_ACTIVE) {
        DXGH_ASSERT(nt_in_driver(machine));
        verify_report(machine, RULE_NT_RUNDOWN_01, __func__,
                      "ExReInitializeRundownProtection: the object was not run down; call "
                      "ExWaitForRundownProtectionRelease first");
    }
    RunRef->Count = 0;
}

BOOLEAN NTAPI ExAcquireRundownProtectionEx(PEX_RUNDOWN_REF RunRef, ULONG Count)
{
    NT_CALL(DISPATCH_LEVEL);

    (void)machine;
    if ((RunRef->Count & RUNDOWN_ACTIVE) != 0) {
        return FALSE;
    }
    RunRef->Count += Count * RUNDOWN_USER;
    nt_tsan_acquire(RunRef);
    return TRUE;
}

BOOLEAN NTAPI ExAcquireRundownProtection(PEX_RUNDOWN_REF RunRef)
{
    return ExAcquireRundownProtectionEx(RunRef, 1);
}

static bool drop_users(struct machine *machine, PEX_RUNDOWN_REF reference, ULONG count)
{
    struct rundown_waiter *waiter;

    if ((reference->Count & RUNDOWN_ACTIVE) == 0) {
        if (reference->Count < count * RUNDOWN_USER) {
            return false;
        }
        reference->Count -= count * RUNDOWN_USER;
        return true;
    }
    waiter = (struct rundown_waiter *)(reference->Count & ~RUNDOWN_ACTIVE);
    if (waiter == NULL || waiter->users < count) {
        return false;
    }
    waiter->users -= count;
    if (waiter->users == 0) {
        reference->Count = RUNDOWN_ACTIVE;
        schedule_ready(machine, waiter->fiber);
    }
    return true;
}

void NTAPI ExReleaseRundownProtectionEx(PEX_RUNDOWN_REF RunRef, ULONG Count)
{
    NT_CALL(DISPATCH_LEVEL);

    nt_tsan_release(RunRef);
    if (!drop_users(machine, RunRef, Count)) {
        DXGH_ASSERT(nt_in_driver(machine));
        verify_report(machine, RULE_NT_LOCK_02, __func__,
                      "ExReleaseRundownProtection: protection is released that was not acquired");
        return;
    }
    machine_point(machine);
}

void NTAPI ExReleaseRundownProtection(PEX_RUNDOWN_REF RunRef)
{
    ExReleaseRundownProtectionEx(RunRef, 1);
}

void NTAPI ExWaitForRundownProtectionRelease(PEX_RUNDOWN_REF RunRef)
{
    NT_CALL(APC_LEVEL);
    struct rundown_waiter waiter = { .users = RunRef->Count / RUNDOWN_USER,
                                     .fiber = machine->running };

    if ((RunRef->Count & RUNDOWN_ACTIVE) != 0 || waiter.users == 0) {
        RunRef->Count |= RUNDOWN_ACTIVE;
        return;
    }
    RunRef->Count = (ULONG_PTR)&waiter | RUNDOWN_ACTIVE;
    while (waiter.users > 0) {
        schedule_block(machine);
    }
    nt_tsan_acquire(RunRef);
}

void NTAPI ExRundownCompleted(PEX_RUNDOWN_REF RunRef)
{
    RunRef->Count = RUNDOWN_ACTIVE;
}

void NTAPI IoInitializeRemoveLockEx(PIO_REMOVE_LOCK Lock, ULONG AllocateTag, ULONG MaxLockedMinutes,
                                    ULONG HighWatermark, ULONG RemlockSize)
{
    NT_CALL(PASSIVE_LEVEL);

    (void)AllocateTag;
    (void)MaxLockedMinutes;
    (void)HighWatermark;
    (void)RemlockSize;
    if (Lock->Common.Removed == TRUE && Lock->Common.IoCount == 0 &&
        Lock->Common.RemoveEvent.Header.Type == NT_DISPATCHER_EVENT_SYNCHRONIZATION) {
        verify_report(machine, RULE_NT_REMOVE_02, "IoInitializeRemoveLock",
                      "IoInitializeRemoveLock: the lock was released for removal; its device "
                      "object is to be deleted, and the lock with it");
    }
    Lock->Common.Removed = FALSE;
    Lock->Common.IoCount = 1;
    nt_dispatcher_init(machine, &Lock->Common.RemoveEvent.Header,
                       NT_DISPATCHER_EVENT_SYNCHRONIZATION, sizeof(KEVENT), 0, __func__);
}

NTSTATUS NTAPI IoAcquireRemoveLockEx(PIO_REMOVE_LOCK RemoveLock, PVOID Tag, PCSTR File, ULONG Line,
                                     ULONG RemlockSize)
{
    NT_CALL(DISPATCH_LEVEL);

    (void)machine;
    (void)Tag;
    (void)File;
    (void)Line;
    (void)RemlockSize;
    if (RemoveLock->Common.Removed) {
        return STATUS_DELETE_PENDING;
    }
    RemoveLock->Common.IoCount++;
    nt_tsan_acquire(RemoveLock);
    return STATUS_SUCCESS;
}

void NTAPI IoReleaseRemoveLockEx(PIO_REMOVE_LOCK RemoveLock, PVOID Tag, ULONG RemlockSize)
{
    NT_CALL(DISPATCH_LEVEL);

    (void)Tag;
    (void)RemlockSize;
    if (RemoveLock->Common.IoCount <= (RemoveLock->Common.Removed ? 0 : 1)) {
        DXGH_ASSERT(nt_in_driver(machine));
        verify_report(machine, RULE_NT_LOCK_02, "IoReleaseRemoveLock",
                      "IoReleaseRemoveLock: the lock is released more often than acquired");
        return;
    }
    nt_tsan_release(RemoveLock);
    if (--RemoveLock->Common.IoCount == 0) {
        RemoveLock->Common.RemoveEvent.Header.SignalState = 1;
        nt_dispatcher_signal(machine, &RemoveLock->Common.RemoveEvent.Header);
    }
    machine_point(machine);
}

void NTAPI IoReleaseRemoveLockAndWaitEx(PIO_REMOVE_LOCK RemoveLock, PVOID Tag, ULONG RemlockSize)
{
    NT_CALL(PASSIVE_LEVEL);
    void *event = &RemoveLock->Common.RemoveEvent;
    KWAIT_BLOCK block;

    (void)Tag;
    (void)RemlockSize;
    if (RemoveLock->Common.IoCount < 2) {
        DXGH_ASSERT(nt_in_driver(machine));
        verify_report(machine, RULE_NT_REMOVE_01, "IoReleaseRemoveLockAndWait",
                      "IoReleaseRemoveLockAndWait: the caller has not acquired the lock");
        return;
    }
    RemoveLock->Common.Removed = TRUE;
    RemoveLock->Common.IoCount -= 2; /* the caller's, and the one the lock was made with */
    if (RemoveLock->Common.IoCount > 0) {
        (void)nt_wait(machine, 1, &event, WaitAny, NULL, &block, "IoReleaseRemoveLockAndWait");
    }
    nt_tsan_acquire(RemoveLock);
}
