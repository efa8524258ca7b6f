/* SPDX-License-Identifier: MIT */
/* Rules of strings, bitmaps, the registry, packets, exceptions and lists. Each deed runs once. */
#include "mutant.h"

/* Exceptions and messages */

VOID
MutantProbesUnguarded(VOID)
{
    ProbeForRead((volatile VOID *)(ULONG_PTR)0x10000, 0, 1);
}

VOID
MutantRaisesUnderLock(VOID)
{
    static KSPIN_LOCK lock;
    KIRQL irql;

    KeInitializeSpinLock(&lock);
    KeAcquireSpinLock(&lock, &irql);
    __try {
        ExRaiseStatus(STATUS_UNSUCCESSFUL);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        KeReleaseSpinLock(&lock, PASSIVE_LEVEL);
    }
}

VOID
MutantPrintsUnicodeTooHigh(VOID)
{
    KIRQL irql;

    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    DbgPrint("%d%%: %ws\n", 100, L"done");
    KeLowerIrql(irql);
}

/* Strings and bitmaps */

VOID
MutantAppendsToGarbage(VOID)
{
    WCHAR buffer[8];
    UNICODE_STRING string;

    string.Buffer = buffer;
    string.Length = 40; /* as a string on the stack may have before it is set up */
    string.MaximumLength = sizeof(buffer);
    (void)RtlAppendUnicodeToString(&string, L"x");
}

VOID
MutantCopiesToNowhere(VOID)
{
    UNICODE_STRING source;
    UNICODE_STRING string;

    RtlInitUnicodeString(&source, L"x");
    string.Buffer = NULL;
    string.Length = 0;
    string.MaximumLength = 16;
    RtlCopyUnicodeString(&string, &source);
}

VOID
MutantSetsBitsBeyond(VOID)
{
    ULONG bits[2];
    RTL_BITMAP map;

    RtlInitializeBitMap(&map, bits, 40);
    RtlClearAllBits(&map);
    RtlSetBits(&map, 30, 20);
}

VOID
MutantCrookedBitmap(VOID)
{
    ULONG bits[2];
    RTL_BITMAP map;

    RtlInitializeBitMap(&map, (PULONG)((PUCHAR)bits + 1), 8);
}

/* Registry */

VOID
MutantUnterminatedValue(VOID)
{
    static WCHAR text[] = L"value";

    (void)RtlWriteRegistryValue(RTL_REGISTRY_SERVICES, L"Mutant", L"Text", REG_SZ, text,
                                sizeof(text) - sizeof(WCHAR));
    (void)RtlDeleteRegistryValue(RTL_REGISTRY_SERVICES, L"Mutant", L"Text");
}

static DECLSPEC_NOINLINE VOID
QueryDirect(ULONG RelativeTo, PRTL_QUERY_REGISTRY_ROUTINE Routine, ULONG Flags)
{
    RTL_QUERY_REGISTRY_TABLE rows[2];
    ULONG value = 0;

    RtlZeroMemory(rows, sizeof(rows));
    rows[0].QueryRoutine = Routine;
    rows[0].Flags = RTL_QUERY_REGISTRY_DIRECT | Flags;
    rows[0].Name = L"Absent";
    rows[0].EntryContext = &value;
    rows[0].DefaultType = REG_DWORD << RTL_QUERY_REGISTRY_TYPECHECK_SHIFT;
    (void)RtlCreateRegistryKey(RelativeTo, L"Mutant");
    (void)RtlQueryRegistryValues(RelativeTo, L"Mutant", rows, NULL, NULL);
}

VOID
MutantTrustsUserHive(VOID)
{
    QueryDirect(RTL_REGISTRY_USER, NULL, 0);
}

static NTSTATUS NTAPI
NoQuery(PWSTR ValueName, ULONG ValueType, PVOID ValueData, ULONG ValueLength, PVOID Context,
        PVOID EntryContext)
{
    UNREFERENCED_PARAMETER(ValueName);
    UNREFERENCED_PARAMETER(ValueType);
    UNREFERENCED_PARAMETER(ValueData);
    UNREFERENCED_PARAMETER(ValueLength);
    UNREFERENCED_PARAMETER(Context);
    UNREFERENCED_PARAMETER(EntryContext);
    return STATUS_SUCCESS;
}

VOID
MutantDirectWithRoutine(VOID)
{
    QueryDirect(RTL_REGISTRY_SERVICES, NoQuery, RTL_QUERY_REGISTRY_TYPECHECK);
}

/* Packets */

VOID
MutantSendsWithoutLocation(VOID)
{
    PIRP irp = IoAllocateIrp(1, FALSE);

    IoSetNextIrpStackLocation(irp);
    (void)IoCallDriver(MutantDevice, irp);
}

VOID
MutantCompletesTwice(VOID)
{
    PIRP irp = IoAllocateIrp(1, FALSE);

    IoSetNextIrpStackLocation(irp);
    IoCompleteRequest(irp, IO_NO_INCREMENT);
    IoCompleteRequest(irp, IO_NO_INCREMENT);
}

static FORCEINLINE PIRP
BuildControl(ULONG InputBytes, PIO_STATUS_BLOCK Result)
{
    return IoBuildDeviceIoControlRequest(
        CTL_CODE(FILE_DEVICE_UNKNOWN, 0x900, METHOD_BUFFERED, FILE_ANY_ACCESS), MutantDevice, NULL,
        InputBytes, NULL, 0, FALSE, NULL, Result);
}

VOID
MutantFreesBuiltPacket(VOID)
{
    IO_STATUS_BLOCK result;

    IoFreeIrp(BuildControl(0, &result));
}

VOID
MutantLengthWithoutBuffer(VOID)
{
    IO_STATUS_BLOCK result;

    (void)IoCallDriver(MutantDevice, BuildControl(16, &result));
}

/* Protection against removal, and the rest */

VOID
MutantForgetsRundown(VOID)
{
    EX_RUNDOWN_REF reference;

    ExInitializeRundownProtection(&reference);
    ExReInitializeRundownProtection(&reference);
}

VOID
MutantRemovesUnacquired(VOID)
{
    IO_REMOVE_LOCK lock;

    RtlZeroMemory(&lock, sizeof(lock));
    IoInitializeRemoveLock(&lock, MUTANT_TAG, 0, 0);
    IoReleaseRemoveLockAndWait(&lock, NULL);
}

VOID
MutantRevivesRemoveLock(VOID)
{
    IO_REMOVE_LOCK lock;

    RtlZeroMemory(&lock, sizeof(lock));
    IoInitializeRemoveLock(&lock, MUTANT_TAG, 0, 0);
    (void)IoAcquireRemoveLock(&lock, NULL);
    IoReleaseRemoveLockAndWait(&lock, NULL);
    IoInitializeRemoveLock(&lock, MUTANT_TAG, 0, 0);
}

VOID
MutantWorkWithoutDevice(VOID)
{
    IoFreeWorkItem(IoAllocateWorkItem(NULL));
}

static VOID NTAPI
NoWork(PVOID Parameter)
{
    UNREFERENCED_PARAMETER(Parameter);
}

VOID
MutantPagedWorkItem(VOID)
{
    PWORK_QUEUE_ITEM item = ExAllocatePool2(POOL_FLAG_PAGED, sizeof(*item), MUTANT_TAG);

    ExInitializeWorkItem(item, NoWork, NULL);
    ExFreePoolWithTag(item, MUTANT_TAG);
}

VOID
MutantWaitsForMutexInUserMode(VOID)
{
    static KMUTEX mutex;

    KeInitializeMutex(&mutex, 0);
    (void)KeWaitForSingleObject(&mutex, Executive, UserMode, FALSE, NULL);
    (void)KeReleaseMutex(&mutex, FALSE);
}

VOID
MutantTinyEntries(VOID)
{
    static NPAGED_LOOKASIDE_LIST list;

    ExInitializeNPagedLookasideList(&list, NULL, NULL, 0, 4, MUTANT_TAG, 0);
    ExDeleteNPagedLookasideList(&list);
}

VOID
MutantLowestPriority(VOID)
{
    KPRIORITY priority = KeSetPriorityThread(KeGetCurrentThread(), LOW_PRIORITY);

    (void)KeSetPriorityThread(KeGetCurrentThread(), priority);
}

VOID
MutantStallsUnderLock(VOID)
{
    KSPIN_LOCK lock;
    KIRQL irql;

    KeInitializeSpinLock(&lock);
    KeAcquireSpinLock(&lock, &irql);
    KeStallExecutionProcessor(20);
    KeStallExecutionProcessor(20);
    KeReleaseSpinLock(&lock, irql);
}

VOID
MutantNoKindOfPool(VOID)
{
    (void)ExAllocatePool2(POOL_FLAG_UNINITIALIZED, 64, MUTANT_TAG);
}

VOID
MutantRemovesEntryTwice(VOID)
{
    LIST_ENTRY head;
    LIST_ENTRY entries[2];

    InitializeListHead(&head);
    InsertTailList(&head, &entries[0]);
    InsertTailList(&head, &entries[1]);
    RemoveEntryList(&entries[0]);
    RemoveEntryList(&entries[0]);
}
