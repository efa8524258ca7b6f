/* SPDX-License-Identifier: MIT */
/* Rules of the NT executive about MDLs and physical memory. Each deed runs once. */
#include "mutant.h"

#define BLOCK_BYTES 64u

static PUCHAR
AllocateBlock(POOL_FLAGS Kind)
{
    return ExAllocatePool2(Kind, BLOCK_BYTES, MUTANT_TAG);
}

static PHYSICAL_ADDRESS
Physical(LONGLONG Value)
{
    PHYSICAL_ADDRESS address;

    address.QuadPart = Value;
    return address;
}

static FORCEINLINE PMDL
AllocatePages(ULONG Pages, LONGLONG Skip)
{
    return MmAllocatePagesForMdlEx(Physical(0), Physical(MAXLONGLONG), Physical(Skip),
                                   (SIZE_T)Pages * PAGE_SIZE, MmCached, 0);
}

static VOID
FreePages(PMDL Mdl)
{
    MmFreePagesFromMdl(Mdl);
    ExFreePool(Mdl);
}

VOID
MutantLosesPages(VOID)
{
    ExFreePool(AllocatePages(1, 0));
}

/* The pages can be locked, so nothing is raised this time. */
VOID
MutantLocksUnguarded(VOID)
{
    PUCHAR block = AllocateBlock(POOL_FLAG_NON_PAGED);
    PMDL mdl = IoAllocateMdl(block, BLOCK_BYTES, FALSE, FALSE, NULL);

    MmProbeAndLockPages(mdl, KernelMode, IoWriteAccess);
    MmUnlockPages(mdl);
    IoFreeMdl(mdl);
    ExFreePoolWithTag(block, MUTANT_TAG);
}

VOID
MutantLocksPagedTooHigh(VOID)
{
    PUCHAR block = AllocateBlock(POOL_FLAG_PAGED);
    PMDL mdl = IoAllocateMdl(block, BLOCK_BYTES, FALSE, FALSE, NULL);
    KIRQL irql;

    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    __try {
        MmProbeAndLockPages(mdl, KernelMode, IoWriteAccess);
        MmUnlockPages(mdl);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
    }
    KeLowerIrql(irql);
    IoFreeMdl(mdl);
    ExFreePoolWithTag(block, MUTANT_TAG);
}

VOID
MutantProbesOwnAsUser(VOID)
{
    PUCHAR block = AllocateBlock(POOL_FLAG_NON_PAGED);
    PMDL mdl = IoAllocateMdl(block, BLOCK_BYTES, FALSE, FALSE, NULL);

    __try {
        MmProbeAndLockPages(mdl, UserMode, IoReadAccess);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
    }
    IoFreeMdl(mdl);
    ExFreePoolWithTag(block, MUTANT_TAG);
}

VOID
MutantMapsOrStops(VOID)
{
    PMDL mdl = AllocatePages(1, 0);
    PVOID mapped =
        MmMapLockedPagesSpecifyCache(mdl, KernelMode, MmCached, NULL, TRUE, NormalPagePriority);

    MmUnmapLockedPages(mapped, mdl);
    FreePages(mdl);
}

VOID
MutantMapsUserUnguarded(VOID)
{
    PMDL mdl = AllocatePages(1, 0);
    PVOID mapped =
        MmMapLockedPagesSpecifyCache(mdl, UserMode, MmCached, NULL, FALSE, NormalPagePriority);

    MmUnmapLockedPages(mapped, mdl);
    FreePages(mdl);
}

VOID
MutantUnmapsUserTooHigh(VOID)
{
    PMDL mdl = AllocatePages(1, 0);
    PVOID volatile mapped = NULL;
    KIRQL irql;

    __try {
        mapped =
            MmMapLockedPagesSpecifyCache(mdl, UserMode, MmCached, NULL, FALSE, NormalPagePriority);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
    }
    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    MmUnmapLockedPages(mapped, mdl);
    KeLowerIrql(irql);
    FreePages(mdl);
}

/* A part of an MDL over four pages, and the MDL it is built in. */
static VOID
BuildPart(ULONG Offset, ULONG Bytes, ULONG Room, BOOLEAN Locked)
{
    PUCHAR block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 4 * PAGE_SIZE, MUTANT_TAG);
    PMDL whole = IoAllocateMdl(block, 4 * PAGE_SIZE, FALSE, FALSE, NULL);
    PMDL part = IoAllocateMdl(block, Room, FALSE, FALSE, NULL);

    if (Locked) {
        MmBuildMdlForNonPagedPool(whole);
    }
    IoBuildPartialMdl(whole, part, block + Offset, Bytes);
    IoFreeMdl(part);
    IoFreeMdl(whole);
    ExFreePoolWithTag(block, MUTANT_TAG);
}

VOID
MutantPartBeyondWhole(VOID)
{
    BuildPart(2 * PAGE_SIZE, 4 * PAGE_SIZE, 4 * PAGE_SIZE, TRUE);
}

VOID
MutantPartWithoutRoom(VOID)
{
    BuildPart(PAGE_SIZE, 3 * PAGE_SIZE, PAGE_SIZE, TRUE);
}

VOID
MutantPartOfUnlocked(VOID)
{
    BuildPart(PAGE_SIZE, PAGE_SIZE, PAGE_SIZE, FALSE);
}

VOID
MutantSkipsHalfPage(VOID)
{
    (void)AllocatePages(1, PAGE_SIZE / 2);
}

/* Physical memory */

static FORCEINLINE PVOID
AllocateContiguous(LONGLONG Boundary, MEMORY_CACHING_TYPE Type)
{
    return MmAllocateContiguousMemorySpecifyCache(PAGE_SIZE, Physical(0), Physical(MAXLONGLONG),
                                                  Physical(Boundary), Type);
}

VOID
MutantOddBoundary(VOID)
{
    (void)AllocateContiguous(3 * PAGE_SIZE, MmCached);
}

VOID
MutantFreesOtherCaching(VOID)
{
    MmFreeContiguousMemorySpecifyCache(AllocateContiguous(0, MmWriteCombined), PAGE_SIZE, MmCached);
}

VOID
MutantFreesContiguousAsNonCached(VOID)
{
    MmFreeNonCachedMemory(AllocateContiguous(0, MmNonCached), PAGE_SIZE);
}

VOID
MutantMapsFreePage(VOID)
{
    PVOID block = AllocateContiguous(0, MmCached);
    PHYSICAL_ADDRESS address = MmGetPhysicalAddress(block);
    PVOID mapped;

    MmFreeContiguousMemory(block);
    mapped = MmMapIoSpace(address, PAGE_SIZE, MmNonCached);
    MmUnmapIoSpace(mapped, PAGE_SIZE);
}

VOID
MutantUnlocksSectionTwice(VOID)
{
    static ULONG data;
    PVOID section = MmLockPagableDataSection(&data);

    MmUnlockPagableImageSection(section);
    MmUnlockPagableImageSection(section);
}
