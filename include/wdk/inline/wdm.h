/* SPDX-License-Identifier: MIT */
/* Macros and inline functions of wdm.h, and the host's exports behind Windows macros. */
#ifndef WDK_INLINE_WDM_H
#define WDK_INLINE_WDM_H

#include "crt.h"
#include "interlocked.h"
#include "list.h"

/* --- checks ----------------------------------------------------------------------------------- */

WDK_EXTERN_C_BEGIN
/* Reports a driver that runs pageable code above APC_LEVEL. */
void NTAPI DxghAssertPagedCode(void);
void NTAPI DbgBreakPoint(void);
WDK_EXTERN_C_END

#define PAGED_CODE() DxghAssertPagedCode()
#define PAGED_CODE_LOCKED() ((void)0)

/* Drivers name undeclared variables in ASSERT, so its argument is not even parsed. */
#define ASSERT(e) ((void)0)
#define ASSERTMSG(text, e) ((void)0)
#define RTL_ASSERT(e) ((void)0)
#define RTL_VERIFY(e) ((void)(e))
#define PAGED_ASSERT(e) ((void)0)
#if DBG
#define NT_ASSERT(e) ((e) ? (void)0 : RtlAssert((PVOID) #e, (PVOID)__FILE__, __LINE__, NULL))
#define NT_VERIFY(e) NT_ASSERT(e)
#define KdPrint(args) DbgPrint args
#define KdPrintEx(args) DbgPrintEx args
#define KdBreakPoint() DbgBreakPoint()
#else
#define NT_ASSERT(e) ((void)0)
#define NT_VERIFY(e) ((void)(e))
#define KdPrint(args) ((void)0)
#define KdPrintEx(args) ((void)0)
#define KdBreakPoint() ((void)0)
#endif
#define NT_ASSERTMSG(text, e) NT_ASSERT(e)
#define NT_FRE_ASSERT(e) NT_ASSERT(e)
#define NT_ANALYSIS_ASSUME(e) ((void)0)
#undef __debugbreak
#define __debugbreak() DbgBreakPoint()
#define _ReturnAddress() __builtin_return_address(0)
#define _AddressOfReturnAddress() ((void *)((char *)__builtin_frame_address(0) + 8))
#define __noop(...) ((void)0)
#define FatalListEntryError(p1, p2, p3) ((void)0)

/* --- memory ----------------------------------------------------------------------------------- */

#define RtlCopyMemory(d, s, n) __builtin_memcpy((d), (s), (n))
#define RtlMoveMemory(d, s, n) __builtin_memmove((d), (s), (n))
#define RtlZeroMemory(d, n) __builtin_memset((d), 0, (n))
#define RtlFillMemory(d, n, byte) __builtin_memset((d), (byte), (n))
#define RtlEqualMemory(a, b, n) (__builtin_memcmp((a), (b), (n)) == 0)
#define RtlCopyBytes RtlCopyMemory
#define RtlZeroBytes RtlZeroMemory
#define RtlFillBytes RtlFillMemory

WDK_INLINE PVOID RtlSecureZeroMemory(PVOID Destination, SIZE_T Length)
{
    volatile char *byte = (volatile char *)Destination;

    while (Length--) {
        *byte++ = 0;
    }
    return Destination;
}

#define BYTES_TO_PAGES(n) (((n) >> PAGE_SHIFT) + (((n) & (PAGE_SIZE - 1)) != 0))
#define ROUND_TO_PAGES(n) (((ULONG_PTR)(n) + PAGE_SIZE - 1) & ~((ULONG_PTR)PAGE_SIZE - 1))
#define PAGE_ALIGN(va) ((PVOID)((ULONG_PTR)(va) & ~((ULONG_PTR)PAGE_SIZE - 1)))
#define BYTE_OFFSET(va) ((ULONG)((ULONG_PTR)(va) & (PAGE_SIZE - 1)))
#define ADDRESS_AND_SIZE_TO_SPAN_PAGES(va, n) \
    ((ULONG)((BYTE_OFFSET(va) + (ULONG_PTR)(n) + PAGE_SIZE - 1) >> PAGE_SHIFT))
#define COMPUTE_PAGES_SPANNED(va, n) ADDRESS_AND_SIZE_TO_SPAN_PAGES(va, n)

/* --- memory descriptor lists ------------------------------------------------------------------ */

#define MmGetMdlPfnArray(mdl) ((PPFN_NUMBER)((mdl) + 1))
#define MmGetMdlVirtualAddress(mdl) ((PVOID)((PCHAR)(mdl)->StartVa + (mdl)->ByteOffset))
#define MmGetMdlByteCount(mdl) ((mdl)->ByteCount)
#define MmGetMdlByteOffset(mdl) ((mdl)->ByteOffset)
#define MmGetMdlBaseVa(mdl) ((mdl)->StartVa)

WDK_INLINE void MmInitializeMdl(PMDL Mdl, PVOID BaseVa, SIZE_T Length)
{
    Mdl->Next = NULL;
    Mdl->Size = (CSHORT)(sizeof(MDL) +
                         sizeof(PFN_NUMBER) * ADDRESS_AND_SIZE_TO_SPAN_PAGES(BaseVa, Length));
    Mdl->MdlFlags = 0;
    Mdl->StartVa = PAGE_ALIGN(BaseVa);
    Mdl->ByteOffset = BYTE_OFFSET(BaseVa);
    Mdl->ByteCount = (ULONG)Length;
}

WDK_INLINE PVOID MmGetSystemAddressForMdlSafe(PMDL Mdl, ULONG Priority)
{
    if (Mdl->MdlFlags & (MDL_MAPPED_TO_SYSTEM_VA | MDL_SOURCE_IS_NONPAGED_POOL)) {
        return Mdl->MappedSystemVa;
    }
    return MmMapLockedPagesSpecifyCache(Mdl, KernelMode, MmCached, NULL, FALSE, Priority);
}
#define MmGetSystemAddressForMdl(mdl) MmGetSystemAddressForMdlSafe((mdl), HighPagePriority)

WDK_INLINE void MmPrepareMdlForReuse(PMDL Mdl)
{
    if (Mdl->MdlFlags & MDL_PARTIAL_HAS_BEEN_MAPPED) {
        MmUnmapLockedPages(Mdl->MappedSystemVa, Mdl);
    }
}

/* --- strings ---------------------------------------------------------------------------------- */

WDK_INLINE void RtlInitEmptyUnicodeString(PUNICODE_STRING String, PWCHAR Buffer, USHORT Bytes)
{
    String->Length = 0;
    String->MaximumLength = Bytes;
    String->Buffer = Buffer;
}
WDK_INLINE void RtlInitEmptyAnsiString(PANSI_STRING String, PCHAR Buffer, USHORT Bytes)
{
    String->Length = 0;
    String->MaximumLength = Bytes;
    String->Buffer = Buffer;
}

/* --- integers --------------------------------------------------------------------------------- */

WDK_INLINE LARGE_INTEGER RtlConvertLongToLargeInteger(LONG Value)
{
    LARGE_INTEGER result;
    result.QuadPart = Value;
    return result;
}
WDK_INLINE LARGE_INTEGER RtlConvertUlongToLargeInteger(ULONG Value)
{
    LARGE_INTEGER result;
    result.QuadPart = Value;
    return result;
}
WDK_INLINE LUID RtlConvertLongToLuid(LONG Value)
{
    LUID result;
    result.LowPart = (ULONG)Value;
    result.HighPart = Value < 0 ? -1 : 0;
    return result;
}
WDK_INLINE LUID RtlConvertUlongToLuid(ULONG Value)
{
    LUID result;
    result.LowPart = Value;
    result.HighPart = 0;
    return result;
}
WDK_INLINE BOOLEAN RtlCheckBit(PRTL_BITMAP BitMap, ULONG Position)
{
    return (BOOLEAN)(BitMap->Buffer[Position / 32] >> (Position % 32) & 1);
}
#define RtlEqualLuid(a, b) ((a)->LowPart == (b)->LowPart && (a)->HighPart == (b)->HighPart)
#define RtlIsZeroLuid(a) ((a)->LowPart == 0 && (a)->HighPart == 0)
#define RtlInterlockedSetBitsDiscardReturn(f, v) ((void)InterlockedOr((LONG volatile *)(f), v))
#define RtlOffsetToPointer(base, offset) ((PCHAR)((PCHAR)(base) + (ULONG_PTR)(offset)))
#define RtlPointerToOffset(base, p) ((ULONG)((PCHAR)(p) - (PCHAR)(base)))

/* --- IRQL, locks, time ------------------------------------------------------------------------ */

WDK_EXTERN_C_BEGIN
/* Reads of the shared user data page on Windows; calls here, because time is the machine's. */
void NTAPI KeQuerySystemTime(PLARGE_INTEGER CurrentTime);
void NTAPI KeQueryTickCount(PLARGE_INTEGER TickCount);
ULONGLONG NTAPI KeQueryInterruptTime(void);
WDK_EXTERN_C_END

#define KeRaiseIrql(new_irql, old_irql) (*(old_irql) = KfRaiseIrql(new_irql))
#define KeAcquireSpinLock(lock, old_irql) (*(old_irql) = KeAcquireSpinLockRaiseToDpc(lock))
#define ReadTimeStampCounter() ((ULONG64)KeQueryPerformanceCounter(NULL).QuadPart)
#define PsGetCurrentProcess() IoGetCurrentProcess()
#define KeRaiseIrqlToSynchLevel() KfRaiseIrql(12)

/* --- register and port access ----------------------------------------------------------------- */

#define READ_REGISTER_NOFENCE_UCHAR READ_REGISTER_UCHAR
#define READ_REGISTER_NOFENCE_USHORT READ_REGISTER_USHORT
#define READ_REGISTER_NOFENCE_ULONG READ_REGISTER_ULONG
#define READ_REGISTER_NOFENCE_ULONG64 READ_REGISTER_ULONG64
#define READ_REGISTER_NOFENCE_BUFFER_UCHAR READ_REGISTER_BUFFER_UCHAR
#define READ_REGISTER_NOFENCE_BUFFER_USHORT READ_REGISTER_BUFFER_USHORT
#define READ_REGISTER_NOFENCE_BUFFER_ULONG READ_REGISTER_BUFFER_ULONG
#define WRITE_REGISTER_NOFENCE_UCHAR WRITE_REGISTER_UCHAR
#define WRITE_REGISTER_NOFENCE_USHORT WRITE_REGISTER_USHORT
#define WRITE_REGISTER_NOFENCE_ULONG WRITE_REGISTER_ULONG
#define WRITE_REGISTER_NOFENCE_ULONG64 WRITE_REGISTER_ULONG64
#define WRITE_REGISTER_NOFENCE_BUFFER_ULONG WRITE_REGISTER_BUFFER_ULONG

/* --- objects ---------------------------------------------------------------------------------- */

#define ObReferenceObject(object) ObfReferenceObject(object)
#define ObDereferenceObject(object) ObfDereferenceObject(object)
#define ObReferenceObjectWithTag(object, tag) ObfReferenceObjectWithTag((object), (tag))
#define ObDereferenceObjectWithTag(object, tag) ObfDereferenceObjectWithTag((object), (tag))

/* --- I/O requests ----------------------------------------------------------------------------- */

#define CTL_CODE(type, function, method, access) \
    ((type) << 16 | (access) << 14 | (function) << 2 | (method))
#define DEVICE_TYPE_FROM_CTL_CODE(code) (((ULONG)(code) & 0xFFFF0000) >> 16)
#define METHOD_FROM_CTL_CODE(code) ((ULONG)(code) & 3)
#define IoCallDriver(device, irp) IofCallDriver((device), (irp))
#define IoCompleteRequest(irp, boost) IofCompleteRequest((irp), (boost))
#define IoSizeOfIrp(stack) ((USHORT)(sizeof(IRP) + (stack) * sizeof(IO_STACK_LOCATION)))
#define IoAcquireRemoveLock(lock, tag) \
    IoAcquireRemoveLockEx((lock), (tag), __FILE__, __LINE__, sizeof(IO_REMOVE_LOCK))
#define IoReleaseRemoveLock(lock, tag) \
    IoReleaseRemoveLockEx((lock), (tag), sizeof(IO_REMOVE_LOCK))
#define IoReleaseRemoveLockAndWait(lock, tag) \
    IoReleaseRemoveLockAndWaitEx((lock), (tag), sizeof(IO_REMOVE_LOCK))
#define IoInitializeRemoveLock(lock, tag, minutes, watermark) \
    IoInitializeRemoveLockEx((lock), (tag), (minutes), (watermark), sizeof(IO_REMOVE_LOCK))

WDK_INLINE PIO_STACK_LOCATION IoGetCurrentIrpStackLocation(PIRP Irp)
{
    return Irp->Tail.Overlay.CurrentStackLocation;
}
WDK_INLINE PIO_STACK_LOCATION IoGetNextIrpStackLocation(PIRP Irp)
{
    return Irp->Tail.Overlay.CurrentStackLocation - 1;
}
WDK_INLINE void IoSkipCurrentIrpStackLocation(PIRP Irp)
{
    Irp->CurrentLocation++;
    Irp->Tail.Overlay.CurrentStackLocation++;
}
WDK_INLINE void IoSetNextIrpStackLocation(PIRP Irp)
{
    Irp->CurrentLocation--;
    Irp->Tail.Overlay.CurrentStackLocation--;
}
WDK_INLINE void IoCopyCurrentIrpStackLocationToNext(PIRP Irp)
{
    PIO_STACK_LOCATION next = IoGetNextIrpStackLocation(Irp);

    RtlCopyMemory(next, IoGetCurrentIrpStackLocation(Irp),
                  FIELD_OFFSET(IO_STACK_LOCATION, CompletionRoutine));
    next->Control = 0;
}
WDK_INLINE void IoSetCompletionRoutine(PIRP Irp, PIO_COMPLETION_ROUTINE Routine, PVOID Context,
                                       BOOLEAN OnSuccess, BOOLEAN OnError, BOOLEAN OnCancel)
{
    PIO_STACK_LOCATION next = IoGetNextIrpStackLocation(Irp);

    next->CompletionRoutine = Routine;
    next->Context = Context;
    next->Control = (UCHAR)((OnSuccess ? SL_INVOKE_ON_SUCCESS : 0) |
                            (OnError ? SL_INVOKE_ON_ERROR : 0) |
                            (OnCancel ? SL_INVOKE_ON_CANCEL : 0));
}
WDK_INLINE void IoMarkIrpPending(PIRP Irp)
{
    IoGetCurrentIrpStackLocation(Irp)->Control |= SL_PENDING_RETURNED;
}
WDK_INLINE PDRIVER_CANCEL IoSetCancelRoutine(PIRP Irp, PDRIVER_CANCEL Routine)
{
    return __atomic_exchange_n(&Irp->CancelRoutine, Routine, __ATOMIC_SEQ_CST);
}
WDK_INLINE void IoInitializeDpcRequest(PDEVICE_OBJECT Device, PIO_DPC_ROUTINE Routine)
{
    KeInitializeDpc(&Device->Dpc, (PKDEFERRED_ROUTINE)Routine, Device);
}
WDK_INLINE void IoRequestDpc(PDEVICE_OBJECT Device, PIRP Irp, PVOID Context)
{
    KeInsertQueueDpc(&Device->Dpc, Irp, Context);
}

#endif
