/* SPDX-License-Identifier: MIT */
/* Rules of the NT executive about objects, and what a driver leaves behind when it is unloaded. */
#include "mutant.h"

static VOID NTAPI
IdleDpc(PKDPC Dpc, PVOID Context, PVOID First, PVOID Second)
{
    UNREFERENCED_PARAMETER(Dpc);
    UNREFERENCED_PARAMETER(Context);
    UNREFERENCED_PARAMETER(First);
    UNREFERENCED_PARAMETER(Second);
}

static VOID NTAPI
IdleWork(PDEVICE_OBJECT Device, PVOID Context)
{
    UNREFERENCED_PARAMETER(Device);
    UNREFERENCED_PARAMETER(Context);
}

/* Never initialised */

VOID
MutantUninitialisedEvent(VOID)
{
    static KEVENT event;

    (void)KeSetEvent(&event, IO_NO_INCREMENT, FALSE);
    KeMemoryBarrier();
}

VOID
MutantTimerForEvent(VOID)
{
    KTIMER timer;

    KeInitializeTimer(&timer);
    (void)KeSetEvent((PRKEVENT)&timer, IO_NO_INCREMENT, FALSE);
    KeMemoryBarrier();
}

VOID
MutantUninitialisedDpc(VOID)
{
    static KDPC dpc;

    (void)KeInsertQueueDpc(&dpc, NULL, NULL);
    KeMemoryBarrier();
}

VOID
MutantUninitialisedLookaside(VOID)
{
    static NPAGED_LOOKASIDE_LIST list;

    ExDeleteNPagedLookasideList(&list);
    KeMemoryBarrier();
}

VOID
MutantUninitialisedResource(VOID)
{
    static ERESOURCE resource;

    (void)ExDeleteResourceLite(&resource);
    KeMemoryBarrier();
}

/* Initialised while in use */

VOID
MutantReinitialisesResource(VOID)
{
    ERESOURCE resource;

    (void)ExInitializeResourceLite(&resource);
    (void)ExInitializeResourceLite(&resource);
    (void)ExDeleteResourceLite(&resource);
}

VOID
MutantReinitialisesLookaside(VOID)
{
    NPAGED_LOOKASIDE_LIST list;

    ExInitializeNPagedLookasideList(&list, NULL, NULL, 0, 64, MUTANT_TAG, 0);
    ExInitializeNPagedLookasideList(&list, NULL, NULL, 0, 64, MUTANT_TAG, 0);
    ExDeleteNPagedLookasideList(&list);
}

VOID
MutantReinitialisesTimer(VOID)
{
    LARGE_INTEGER due;
    KTIMER timer;

    due.QuadPart = -10000000;
    KeInitializeTimer(&timer);
    (void)KeSetTimer(&timer, due, NULL);
    KeInitializeTimer(&timer);
    (void)KeCancelTimer(&timer);
}

VOID
MutantReinitialisesDpc(VOID)
{
    KIRQL irql;
    KDPC dpc;

    KeInitializeDpc(&dpc, IdleDpc, NULL);
    KeRaiseIrql(DISPATCH_LEVEL, &irql); /* it cannot run here */
    KeSetTargetProcessorDpc(&dpc, (CCHAR)KeGetCurrentProcessorNumber());
    (void)KeInsertQueueDpc(&dpc, NULL, NULL);
    KeInitializeDpc(&dpc, IdleDpc, NULL);
    (void)KeRemoveQueueDpc(&dpc);
    KeLowerIrql(irql);
}

VOID
MutantReinitialisesLock(VOID)
{
    KSPIN_LOCK lock;
    KIRQL irql;

    KeInitializeSpinLock(&lock);
    KeAcquireSpinLock(&lock, &irql);
    KeInitializeSpinLock(&lock);
    KeReleaseSpinLock(&lock, irql);
}

static VOID NTAPI
ThreadThatWaits(PVOID Context)
{
    (void)KeWaitForSingleObject(Context, Executive, KernelMode, FALSE, NULL);
    (void)PsTerminateSystemThread(STATUS_SUCCESS);
}

VOID
MutantReinitialisesEvent(VOID)
{
    static KEVENT event;
    LARGE_INTEGER soon;
    HANDLE thread;

    soon.QuadPart = -10000;
    KeInitializeEvent(&event, NotificationEvent, FALSE);
    (void)PsCreateSystemThread(&thread, THREAD_ALL_ACCESS, NULL, NULL, NULL, ThreadThatWaits,
                               &event);
    (void)KeDelayExecutionThread(KernelMode, FALSE, &soon);
    KeInitializeEvent(&event, NotificationEvent, FALSE);
    (void)KeSetEvent(&event, IO_NO_INCREMENT, FALSE);
    (void)KeDelayExecutionThread(KernelMode, FALSE, &soon);
    (void)ZwClose(thread);
}

/* Handles, references, counts */

VOID
MutantReferencesNothing(VOID)
{
    static ULONG nothing[16];

    ObReferenceObject(nothing);
    KeMemoryBarrier();
}

/* The second one would be the port's own. */
VOID
MutantDereferencesTwice(VOID)
{
    ObReferenceObject(MutantDevice);
    ObDereferenceObject(MutantDevice);
    ObDereferenceObject(MutantDevice);
    KeMemoryBarrier();
}

VOID
MutantDeletesForeignDevice(VOID)
{
    IoDeleteDevice(MutantDevice);
    KeMemoryBarrier();
}

VOID
MutantDeletesNoDevice(VOID)
{
    static DEVICE_OBJECT device;

    IoDeleteDevice(&device);
    KeMemoryBarrier();
}

VOID
MutantClosesNothing(VOID)
{
    (void)ZwClose((HANDLE)(ULONG_PTR)0x7777);
    KeMemoryBarrier();
}

VOID
MutantReferencesNoHandle(VOID)
{
    PVOID object;

    (void)ObReferenceObjectByHandle((HANDLE)(ULONG_PTR)0x7777, 0, NULL, KernelMode, &object, NULL);
    KeMemoryBarrier();
}

VOID
MutantQueriesNoKey(VOID)
{
    KEY_VALUE_PARTIAL_INFORMATION value;
    UNICODE_STRING name;
    ULONG bytes;

    RtlInitUnicodeString(&name, L"x");
    (void)ZwQueryValueKey((HANDLE)(ULONG_PTR)0x7777, &name, KeyValuePartialInformation, &value,
                          sizeof(value), &bytes);
    KeMemoryBarrier();
}

VOID
MutantReleasesTooMuch(VOID)
{
    KSEMAPHORE semaphore;

    KeInitializeSemaphore(&semaphore, 1, 1);
    __try {
        (void)KeReleaseSemaphore(&semaphore, IO_NO_INCREMENT, 1, FALSE);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return;
    }
}

VOID
MutantWaitsForMany(VOID)
{
    static KEVENT events[THREAD_WAIT_OBJECTS + 1];
    PVOID objects[THREAD_WAIT_OBJECTS + 1];

    for (ULONG i = 0; i <= THREAD_WAIT_OBJECTS; i++) {
        KeInitializeEvent(&events[i], NotificationEvent, TRUE);
        objects[i] = &events[i];
    }
    (void)KeWaitForMultipleObjects(THREAD_WAIT_OBJECTS + 1, objects, WaitAny, Executive, KernelMode,
                                   FALSE, NULL, NULL);
    KeMemoryBarrier();
}

VOID
MutantFreesQueuedWork(VOID)
{
    PIO_WORKITEM item = IoAllocateWorkItem(MutantDevice);
    LARGE_INTEGER soon;
    KIRQL irql;

    soon.QuadPart = -10000;
    KeRaiseIrql(DISPATCH_LEVEL, &irql); /* nor can this */
    IoQueueWorkItem(item, IdleWork, DelayedWorkQueue, NULL);
    IoFreeWorkItem(item);
    KeLowerIrql(irql);
    (void)KeDelayExecutionThread(KernelMode, FALSE, &soon);
    IoFreeWorkItem(item);
}

VOID
MutantFreesWorkTwice(VOID)
{
    PIO_WORKITEM item = IoAllocateWorkItem(MutantDevice);

    IoFreeWorkItem(item);
    IoFreeWorkItem(item);
    KeMemoryBarrier();
}

/* Left behind */

VOID
MutantLeaksPool(VOID)
{
    PVOID volatile block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 100, MUTANT_TAG);

    UNREFERENCED_PARAMETER(block);
}

VOID
MutantLeaksThread(VOID)
{
    static KEVENT never;
    HANDLE thread;

    KeInitializeEvent(&never, NotificationEvent, FALSE);
    (void)PsCreateSystemThread(&thread, THREAD_ALL_ACCESS, NULL, NULL, NULL, ThreadThatWaits,
                               &never);
    (void)ZwClose(thread);
}

VOID
MutantLeaksTimer(VOID)
{
    static KTIMER timer;
    LARGE_INTEGER due;

    due.QuadPart = -36000000000; /* an hour */
    KeInitializeTimer(&timer);
    (void)KeSetTimer(&timer, due, NULL);
    KeMemoryBarrier();
}

/* Queued in the driver's last routine, and held back: only a level that stays raised does that. */
VOID NTAPI
MutantLeaksDpc(VOID)
{
    static KDPC dpc;
    KIRQL irql;

    KeInitializeDpc(&dpc, IdleDpc, NULL);
    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    (void)KeInsertQueueDpc(&dpc, NULL, NULL);
    KeMemoryBarrier();
}

VOID
MutantLeaksWorkItem(VOID)
{
    PIO_WORKITEM volatile item = IoAllocateWorkItem(MutantDevice);

    UNREFERENCED_PARAMETER(item);
}

VOID
MutantLeaksMdl(VOID)
{
    PMDL volatile mdl = IoAllocateMdl((PVOID)(ULONG_PTR)PAGE_SIZE, PAGE_SIZE, FALSE, FALSE, NULL);

    UNREFERENCED_PARAMETER(mdl);
}

VOID
MutantLeaksContiguous(VOID)
{
    PHYSICAL_ADDRESS highest;

    highest.QuadPart = -1;
    (void)MmAllocateContiguousMemory(PAGE_SIZE, highest);
    KeMemoryBarrier();
}

VOID
MutantLeaksMapping(VOID)
{
    PUCHAR block = ExAllocatePool2(POOL_FLAG_NON_PAGED, PAGE_SIZE, MUTANT_TAG);

    (void)MmMapIoSpace(MmGetPhysicalAddress(block), PAGE_SIZE, MmCached);
    ExFreePoolWithTag(block, MUTANT_TAG);
}

VOID
MutantLeaksHandle(VOID)
{
    OBJECT_ATTRIBUTES attributes;
    UNICODE_STRING path;
    HANDLE key;

    RtlInitUnicodeString(&path, L"\\Registry\\Machine\\System");
    InitializeObjectAttributes(&attributes, &path, OBJ_KERNEL_HANDLE, NULL, NULL);
    (void)ZwOpenKey(&key, KEY_READ, &attributes);
}

VOID
MutantLeaksReference(VOID)
{
    ObReferenceObject(MutantDevice);
    KeMemoryBarrier();
}

VOID
MutantLeaksLookaside(VOID)
{
    static NPAGED_LOOKASIDE_LIST list;

    ExInitializeNPagedLookasideList(&list, NULL, NULL, 0, 64, MUTANT_TAG, 0);
    KeMemoryBarrier();
}
