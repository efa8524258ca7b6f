/* SPDX-License-Identifier: MIT */
/* Rules of the NT executive about regions, mutexes, the order of locks, and waits. */
#include "mutant.h"

/* Regions */

static VOID
RunWorkItem(PIO_WORKITEM_ROUTINE Routine)
{
    PIO_WORKITEM item = IoAllocateWorkItem(MutantDevice);
    KEVENT done;

    KeInitializeEvent(&done, NotificationEvent, FALSE);
    IoQueueWorkItem(item, Routine, DelayedWorkQueue, &done);
    (void)KeWaitForSingleObject(&done, Executive, KernelMode, FALSE, NULL);
    IoFreeWorkItem(item);
}

static VOID NTAPI
WorkThatStaysInRegion(PDEVICE_OBJECT Device, PVOID Context)
{
    UNREFERENCED_PARAMETER(Device);
    KeEnterCriticalRegion();
    (void)KeSetEvent((PRKEVENT)Context, 0, FALSE);
}

VOID
MutantStaysInRegion(VOID)
{
    RunWorkItem(WorkThatStaysInRegion);
}

NTSTATUS NTAPI
MutantRenderKmStaysInRegion(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    NTSTATUS status = MutantOriginal.DxgkDdiRenderKm(hContext, pRenderKmArgs);

    KeEnterGuardedRegion();
    return status;
}

/* A record of 23 KB as a local, as one that is built for the hardware may be. */
NTSTATUS NTAPI
MutantDeepStack(const HANDLE hAdapter, DXGKARG_BUILDPAGINGBUFFER *pBuildPagingBuffer)
{
    volatile UCHAR record[23 * 1024];

    record[0] = 0;
    record[sizeof(record) - 1] = 0;
    (void)KeQueryPerformanceCounter(NULL);
    return MutantOriginal.DxgkDdiBuildPagingBuffer(hAdapter, pBuildPagingBuffer);
}

VOID
MutantLeavesNoCriticalRegion(VOID)
{
    KeLeaveCriticalRegion();
}

VOID
MutantLeavesNoGuardedRegion(VOID)
{
    KeLeaveGuardedRegion();
}

VOID
MutantResourceWithApcs(VOID)
{
    ERESOURCE resource;

    (void)ExInitializeResourceLite(&resource);
    (void)ExAcquireResourceExclusiveLite(&resource, TRUE);
    ExReleaseResourceLite(&resource);
    (void)ExDeleteResourceLite(&resource);
}

VOID
MutantFastMutexWithApcs(VOID)
{
    FAST_MUTEX mutex;

    ExInitializeFastMutex(&mutex);
    ExAcquireFastMutexUnsafe(&mutex);
    ExReleaseFastMutexUnsafe(&mutex);
}

VOID
MutantGuardedMutexWithApcs(VOID)
{
    KGUARDED_MUTEX mutex;

    KeInitializeGuardedMutex(&mutex);
    KeAcquireGuardedMutexUnsafe(&mutex);
    KeReleaseGuardedMutexUnsafe(&mutex);
}

/* Mutexes and resources */

VOID
MutantReleasesByOtherFamily(VOID)
{
    FAST_MUTEX mutex;

    ExInitializeFastMutex(&mutex);
    ExAcquireFastMutex(&mutex);
    ExReleaseFastMutexUnsafe(&mutex);
    KeLowerIrql(PASSIVE_LEVEL);
}

static VOID NTAPI
WorkThatKeepsMutex(PDEVICE_OBJECT Device, PVOID Context)
{
    static KMUTEX mutex;

    UNREFERENCED_PARAMETER(Device);
    KeInitializeMutex(&mutex, 0);
    (void)KeWaitForSingleObject(&mutex, Executive, KernelMode, FALSE, NULL);
    (void)KeSetEvent((PRKEVENT)Context, 0, FALSE);
}

VOID
MutantWorkKeepsMutex(VOID)
{
    RunWorkItem(WorkThatKeepsMutex);
}

VOID
MutantConvertsSharedResource(VOID)
{
    ERESOURCE resource;

    (void)ExInitializeResourceLite(&resource);
    KeEnterCriticalRegion();
    (void)ExAcquireResourceSharedLite(&resource, TRUE);
    ExConvertExclusiveToSharedLite(&resource);
    ExReleaseResourceLite(&resource);
    KeLeaveCriticalRegion();
    (void)ExDeleteResourceLite(&resource);
}

/* The kernel counts on after the report; the thread's own count goes with the resource. */
VOID
MutantReinitialisesHeldResource(VOID)
{
    ERESOURCE resource;

    (void)ExInitializeResourceLite(&resource);
    KeEnterCriticalRegion();
    (void)ExAcquireResourceExclusiveLite(&resource, TRUE);
    (void)ExReinitializeResourceLite(&resource);
    (void)ExAcquireResourceSharedLite(&resource, TRUE);
    ExReleaseResourceLite(&resource);
    KeLeaveCriticalRegion();
    (void)ExDeleteResourceLite(&resource);
}

/* Spin locks */

VOID
MutantMixesLockKinds(VOID)
{
    KLOCK_QUEUE_HANDLE handle;
    KSPIN_LOCK lock;

    KeInitializeSpinLock(&lock);
    KeAcquireInStackQueuedSpinLock(&lock, &handle);
    KeReleaseSpinLock(&lock, PASSIVE_LEVEL);
}

VOID
MutantNestsBothWays(VOID)
{
    KSPIN_LOCK locks[2];
    KIRQL irql;

    KeInitializeSpinLock(&locks[0]);
    KeInitializeSpinLock(&locks[1]);
    for (ULONG first = 0; first < 2; first++) {
        KeAcquireSpinLock(&locks[first], &irql);
        KeAcquireSpinLockAtDpcLevel(&locks[1 - first]);
        KeReleaseSpinLockFromDpcLevel(&locks[1 - first]);
        KeReleaseSpinLock(&locks[first], irql);
    }
}

VOID
MutantLowersUnderLock(VOID)
{
    KSPIN_LOCK lock;
    KIRQL irql;

    KeInitializeSpinLock(&lock);
    KeAcquireSpinLock(&lock, &irql);
    KeLowerIrql(irql);
    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    KeReleaseSpinLock(&lock, irql);
}

/* The outer lock's release goes back to PASSIVE_LEVEL while the inner one is held. */
VOID
MutantReleasesOuterFirst(VOID)
{
    KSPIN_LOCK outer;
    KSPIN_LOCK inner;
    KIRQL irql;

    KeInitializeSpinLock(&outer);
    KeInitializeSpinLock(&inner);
    KeAcquireSpinLock(&outer, &irql);
    KeAcquireSpinLockAtDpcLevel(&inner);
    KeReleaseSpinLock(&outer, irql);
    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    KeReleaseSpinLockFromDpcLevel(&inner);
    KeLowerIrql(irql);
}

/* Waits */

static VOID NTAPI
WorkThatPromisesWait(PDEVICE_OBJECT Device, PVOID Context)
{
    UNREFERENCED_PARAMETER(Device);
    (void)KeSetEvent((PRKEVENT)Context, 0, TRUE);
}

VOID
MutantWorkPromisesWait(VOID)
{
    RunWorkItem(WorkThatPromisesWait);
}

VOID
MutantWaitsInUserMode(VOID)
{
    KEVENT event;

    KeInitializeEvent(&event, NotificationEvent, TRUE);
    (void)KeWaitForSingleObject(&event, Executive, UserMode, FALSE, NULL);
}

VOID
MutantBoundlessSemaphore(VOID)
{
    KSEMAPHORE semaphore;

    KeInitializeSemaphore(&semaphore, 2, 1);
}

VOID
MutantNegativePeriod(VOID)
{
    static KTIMER timer;
    LARGE_INTEGER due;

    due.QuadPart = -10000;
    KeInitializeTimer(&timer);
    (void)KeSetTimerEx(&timer, due, -5, NULL);
    (void)KeCancelTimer(&timer);
}
