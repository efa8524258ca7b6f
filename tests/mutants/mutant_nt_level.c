/* SPDX-License-Identifier: MIT */
/* Rules of the NT executive about IRQL, locks and threads. Each deed runs once at PASSIVE_LEVEL. */
#include "mutant.h"

/* IRQL */

VOID
MutantCallTooHigh(VOID)
{
    KIRQL irql;

    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    KeEnterCriticalRegion(); /* APC_LEVEL at most */
    KeLeaveCriticalRegion();
    KeLowerIrql(irql);
}

VOID
MutantCallTooLow(VOID)
{
    KSPIN_LOCK lock;

    KeInitializeSpinLock(&lock);
    KeAcquireSpinLockAtDpcLevel(&lock);
    KeReleaseSpinLockFromDpcLevel(&lock);
}

VOID
MutantWaitTooHigh(VOID)
{
    KEVENT event;
    KIRQL irql;

    KeInitializeEvent(&event, NotificationEvent, TRUE);
    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    (void)KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, NULL);
    KeLowerIrql(irql);
}

VOID
MutantWaitBlocks(VOID)
{
    KEVENT event;
    KIRQL irql;

    KeInitializeEvent(&event, NotificationEvent, FALSE);
    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    (void)KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, NULL);
    KeLowerIrql(irql);
}

VOID
MutantRaisesDownwards(VOID)
{
    KIRQL irql;
    KIRQL unused;

    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    KeRaiseIrql(APC_LEVEL, &unused);
    KeLowerIrql(irql);
}

VOID
MutantLowersUpwards(VOID)
{
    KeLowerIrql(DISPATCH_LEVEL);
    KeLowerIrql(PASSIVE_LEVEL);
}

VOID
MutantPagedCode(VOID)
{
    KIRQL irql;

    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    PAGED_CODE();
    KeLowerIrql(irql);
}

VOID
MutantPagedPoolAllocated(VOID)
{
    KIRQL irql;
    PVOID block;

    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    block = ExAllocatePool2(POOL_FLAG_PAGED, 64, MUTANT_TAG);
    KeLowerIrql(irql);
    ExFreePoolWithTag(block, MUTANT_TAG);
}

VOID
MutantPagedPoolFreed(VOID)
{
    PVOID block = ExAllocatePool2(POOL_FLAG_PAGED, 64, MUTANT_TAG);
    KIRQL irql;

    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    ExFreePoolWithTag(block, MUTANT_TAG);
    KeLowerIrql(irql);
}

/* DPCs that end wrongly. The queue is empty again when the deed returns. */

static KSPIN_LOCK DpcLock;

static VOID
RunDpc(PKDEFERRED_ROUTINE Routine)
{
    KDPC dpc;

    KeInitializeDpc(&dpc, Routine, NULL);
    (void)KeInsertQueueDpc(&dpc, NULL, NULL);
    KeFlushQueuedDpcs();
}

static VOID NTAPI
DpcThatRaises(PKDPC Dpc, PVOID Context, PVOID First, PVOID Second)
{
    KIRQL irql;

    UNREFERENCED_PARAMETER(Dpc);
    UNREFERENCED_PARAMETER(Context);
    UNREFERENCED_PARAMETER(First);
    UNREFERENCED_PARAMETER(Second);
    KeRaiseIrql(DISPATCH_LEVEL + 1, &irql);
}

VOID
MutantDpcRaises(VOID)
{
    RunDpc(DpcThatRaises);
}

static VOID NTAPI
DpcThatLocks(PKDPC Dpc, PVOID Context, PVOID First, PVOID Second)
{
    UNREFERENCED_PARAMETER(Dpc);
    UNREFERENCED_PARAMETER(Context);
    UNREFERENCED_PARAMETER(First);
    UNREFERENCED_PARAMETER(Second);
    KeAcquireSpinLockAtDpcLevel(&DpcLock);
}

VOID
MutantDpcKeepsLock(VOID)
{
    KeInitializeSpinLock(&DpcLock);
    RunDpc(DpcThatLocks);
}

/* What a `return` around the macros, from assembly for example, would leave. */
static VOID NTAPI
DpcThatGuards(PKDPC Dpc, PVOID Context, PVOID First, PVOID Second)
{
    static DXGH_SEH_FRAME frame;

    UNREFERENCED_PARAMETER(Dpc);
    UNREFERENCED_PARAMETER(Context);
    UNREFERENCED_PARAMETER(First);
    UNREFERENCED_PARAMETER(Second);
    DxghSehPush(&frame);
}

VOID
MutantDpcKeepsGuard(VOID)
{
    RunDpc(DpcThatGuards);
}

/* Locks */

VOID
MutantLocksTwice(VOID)
{
    KSPIN_LOCK lock;
    KIRQL irql;
    KIRQL inner;

    KeInitializeSpinLock(&lock);
    KeAcquireSpinLock(&lock, &irql);
    KeAcquireSpinLock(&lock, &inner);
    KeReleaseSpinLock(&lock, irql);
}

VOID
MutantLocksExTwice(VOID)
{
    EX_SPIN_LOCK lock = 0;
    KIRQL irql = ExAcquireSpinLockExclusive(&lock);

    (void)ExAcquireSpinLockExclusive(&lock);
    ExReleaseSpinLockExclusive(&lock, irql);
}

VOID
MutantReleasesFreeLock(VOID)
{
    KSPIN_LOCK lock;
    KIRQL irql;

    KeInitializeSpinLock(&lock);
    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    KeReleaseSpinLockFromDpcLevel(&lock);
    KeLowerIrql(irql);
}

VOID
MutantReleasesFreeExLock(VOID)
{
    EX_SPIN_LOCK lock = 0;
    KIRQL irql;

    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    ExReleaseSpinLockExclusiveFromDpcLevel(&lock);
    KeLowerIrql(irql);
}

VOID
MutantReleasesRundown(VOID)
{
    EX_RUNDOWN_REF rundown;

    ExInitializeRundownProtection(&rundown);
    ExReleaseRundownProtection(&rundown);
    ExRundownCompleted(&rundown);
}

VOID
MutantReleasesRemoveLock(VOID)
{
    IO_REMOVE_LOCK lock;

    IoInitializeRemoveLock(&lock, MUTANT_TAG, 0, 0);
    IoReleaseRemoveLock(&lock, NULL);
}

VOID
MutantReleasesToOtherIrql(VOID)
{
    KSPIN_LOCK lock;
    KIRQL irql;

    KeInitializeSpinLock(&lock);
    KeAcquireSpinLock(&lock, &irql);
    KeReleaseSpinLock(&lock, APC_LEVEL);
    KeLowerIrql(irql);
}

VOID
MutantUninitialisedLock(VOID)
{
    KSPIN_LOCK lock = 0x1234;
    KIRQL irql;

    KeAcquireSpinLock(&lock, &irql);
    KeReleaseSpinLock(&lock, irql);
}

VOID
MutantFastMutexTwice(VOID)
{
    FAST_MUTEX mutex;

    ExInitializeFastMutex(&mutex);
    ExAcquireFastMutex(&mutex);
    ExAcquireFastMutex(&mutex);
    ExReleaseFastMutex(&mutex);
}

/* Raises, as documented; the guard shows that the driver's handler gets it. */
VOID
MutantReleasesMutex(VOID)
{
    KMUTEX mutex;

    KeInitializeMutex(&mutex, 0);
    __try {
        (void)KeReleaseMutex(&mutex, FALSE);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return;
    }
}

VOID
MutantReleasesFastMutex(VOID)
{
    FAST_MUTEX mutex;
    KIRQL irql;

    ExInitializeFastMutex(&mutex);
    KeRaiseIrql(APC_LEVEL, &irql);
    ExReleaseFastMutexUnsafe(&mutex);
    KeLowerIrql(irql);
}

VOID
MutantReleasesResource(VOID)
{
    ERESOURCE resource;

    (void)ExInitializeResourceLite(&resource);
    ExReleaseResourceLite(&resource);
    (void)ExDeleteResourceLite(&resource);
}

VOID
MutantDeletesHeldResource(VOID)
{
    ERESOURCE resource;

    (void)ExInitializeResourceLite(&resource);
    KeEnterCriticalRegion();
    (void)ExAcquireResourceExclusiveLite(&resource, TRUE);
    (void)ExDeleteResourceLite(&resource);
    KeLeaveCriticalRegion();
}

VOID
MutantFreesHeldLock(VOID)
{
    PKSPIN_LOCK lock = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*lock), MUTANT_TAG);
    KIRQL irql;

    KeInitializeSpinLock(lock);
    KeAcquireSpinLock(lock, &irql);
    ExFreePoolWithTag(lock, MUTANT_TAG);
    KeLowerIrql(irql);
}

VOID
MutantFreesArmedTimer(VOID)
{
    PKTIMER timer = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*timer), MUTANT_TAG);
    LARGE_INTEGER due;

    due.QuadPart = -10000000;
    KeInitializeTimer(timer);
    (void)KeSetTimer(timer, due, NULL);
    ExFreePoolWithTag(timer, MUTANT_TAG);
}

/* Threads */

static VOID NTAPI
ThreadThatLocks(PVOID Context)
{
    KIRQL irql;

    KeAcquireSpinLock((PKSPIN_LOCK)Context, &irql); /* and its IRQL with it */
}

VOID
MutantThreadKeepsLock(VOID)
{
    static KSPIN_LOCK lock;

    KeInitializeSpinLock(&lock);
    MutantRunThread(ThreadThatLocks, &lock);
}

static VOID NTAPI
ThreadThatOwns(PVOID Context)
{
    (void)KeWaitForSingleObject(Context, Executive, KernelMode, FALSE, NULL);
    (void)PsTerminateSystemThread(STATUS_SUCCESS);
}

VOID
MutantThreadKeepsMutex(VOID)
{
    static KMUTEX mutex;

    KeInitializeMutex(&mutex, 0);
    MutantRunThread(ThreadThatOwns, &mutex);
}

VOID
MutantEndsForeignThread(VOID)
{
    (void)PsTerminateSystemThread(STATUS_SUCCESS);
}

VOID
MutantStallsLong(VOID)
{
    KeStallExecutionProcessor(1000);
}
