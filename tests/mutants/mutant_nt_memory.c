/* SPDX-License-Identifier: MIT */
/* Rules of the NT executive about memory: pool, MDLs, contiguous memory, mappings. */
#include "mutant.h"

#define BLOCK_BYTES 100u

static PUCHAR
AllocateBlock(VOID)
{
    return ExAllocatePool2(POOL_FLAG_NON_PAGED, BLOCK_BYTES, MUTANT_TAG);
}

/* Writes that AddressSanitizer is not to stop: the pool's own guards are what is tested. */
__attribute__((no_sanitize("address", "undefined"), noinline)) static VOID
WriteOutside(volatile UCHAR *Block, LONG Offset)
{
    Block[Offset] = 0x5A;
}

VOID
MutantOverruns(VOID)
{
    PUCHAR block = AllocateBlock();

    WriteOutside(block, BLOCK_BYTES);
    ExFreePoolWithTag(block, MUTANT_TAG);
}

VOID
MutantUnderruns(VOID)
{
    PUCHAR block = AllocateBlock();

    WriteOutside(block, -1);
    ExFreePoolWithTag(block, MUTANT_TAG);
}

VOID
MutantFreesTwice(VOID)
{
    PUCHAR block = AllocateBlock();

    ExFreePoolWithTag(block, MUTANT_TAG);
    ExFreePoolWithTag(block, MUTANT_TAG);
    KeMemoryBarrier();
}

VOID
MutantFreesForeign(VOID)
{
    ULONG local[4] = { 0 };

    ExFreePoolWithTag(&local[0], MUTANT_TAG);
    KeMemoryBarrier();
}

VOID
MutantFreesMiddle(VOID)
{
    PUCHAR block = AllocateBlock();

    ExFreePoolWithTag(block + 16, MUTANT_TAG);
    KeMemoryBarrier();
}

VOID
MutantFreesOtherTag(VOID)
{
    ExFreePoolWithTag(AllocateBlock(), 0x6F6C6C48u);
    KeMemoryBarrier();
}

/* Seen at the latest when the driver is unloaded and the pool is looked over. */
VOID
MutantWritesFreed(VOID)
{
    PUCHAR block = AllocateBlock();

    ExFreePoolWithTag(block, MUTANT_TAG);
    WriteOutside(block, 8);
    for (ULONG i = 0; i < 4096; i++) { /* until the block's turn comes again */
        ExFreePoolWithTag(AllocateBlock(), MUTANT_TAG);
    }
}

VOID
MutantAllocatesNothing(VOID)
{
    PVOID block = ExAllocatePoolWithTag(NonPagedPoolNx, 0, MUTANT_TAG);

    ExFreePoolWithTag(block, MUTANT_TAG);
}

VOID
MutantUnprintableTag(VOID)
{
    PVOID block = ExAllocatePool2(POOL_FLAG_NON_PAGED, BLOCK_BYTES, 0x01020304u);

    ExFreePoolWithTag(block, 0x01020304u);
}

/* MDLs */

static PMDL
DescribeBlock(PVOID Block)
{
    return IoAllocateMdl(Block, BLOCK_BYTES, FALSE, FALSE, NULL);
}

/* The pages of pool can always be locked. */
static VOID
LockBlock(PMDL Mdl)
{
    __try {
        MmProbeAndLockPages(Mdl, KernelMode, IoWriteAccess);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
    }
}

VOID
MutantMapsUnlocked(VOID)
{
    PUCHAR block = AllocateBlock();
    PMDL mdl = DescribeBlock(block);

    (void)MmMapLockedPagesSpecifyCache(mdl, KernelMode, MmCached, NULL, FALSE, NormalPagePriority);
    IoFreeMdl(mdl);
    ExFreePoolWithTag(block, MUTANT_TAG);
}

VOID
MutantUnlocksUnlocked(VOID)
{
    PUCHAR block = AllocateBlock();
    PMDL mdl = DescribeBlock(block);

    MmUnlockPages(mdl);
    IoFreeMdl(mdl);
    ExFreePoolWithTag(block, MUTANT_TAG);
}

VOID
MutantLocksPagesTwice(VOID)
{
    PUCHAR block = AllocateBlock();
    PMDL mdl = DescribeBlock(block);

    LockBlock(mdl);
    LockBlock(mdl);
    MmUnlockPages(mdl);
    IoFreeMdl(mdl);
    ExFreePoolWithTag(block, MUTANT_TAG);
}

VOID
MutantFreesNoPages(VOID)
{
    PUCHAR block = AllocateBlock();
    PMDL mdl = DescribeBlock(block);

    MmFreePagesFromMdl(mdl);
    IoFreeMdl(mdl);
    ExFreePoolWithTag(block, MUTANT_TAG);
}

VOID
MutantFreesLockedMdl(VOID)
{
    PUCHAR block = AllocateBlock();
    PMDL mdl = DescribeBlock(block);

    LockBlock(mdl);
    IoFreeMdl(mdl);
    ExFreePoolWithTag(block, MUTANT_TAG);
}

VOID
MutantBuildsPagedMdl(VOID)
{
    PUCHAR block = ExAllocatePool2(POOL_FLAG_PAGED, BLOCK_BYTES, MUTANT_TAG);
    PMDL mdl = DescribeBlock(block);

    MmBuildMdlForNonPagedPool(mdl);
    IoFreeMdl(mdl);
    ExFreePoolWithTag(block, MUTANT_TAG);
}

VOID
MutantBuildsStackMdl(VOID)
{
    PMDL mdl = DescribeBlock((PVOID)(ULONG_PTR)0x123456000);

    MmBuildMdlForNonPagedPool(mdl);
    IoFreeMdl(mdl);
}

/* Contiguous memory and mappings */

VOID
MutantFreesContiguousTwice(VOID)
{
    PHYSICAL_ADDRESS highest;
    PVOID memory;

    highest.QuadPart = -1;
    memory = MmAllocateContiguousMemory(PAGE_SIZE, highest);
    MmFreeContiguousMemory(memory);
    MmFreeContiguousMemory(memory);
    KeMemoryBarrier();
}

VOID
MutantFreesContiguousPart(VOID)
{
    PHYSICAL_ADDRESS lowest;
    PHYSICAL_ADDRESS highest;
    PHYSICAL_ADDRESS boundary;
    PVOID memory;

    lowest.QuadPart = 0;
    highest.QuadPart = -1;
    boundary.QuadPart = 0;
    memory =
        MmAllocateContiguousMemorySpecifyCache(2 * PAGE_SIZE, lowest, highest, boundary, MmCached);
    MmFreeContiguousMemorySpecifyCache(memory, PAGE_SIZE, MmCached);
    KeMemoryBarrier();
}

VOID
MutantUnmapsNothing(VOID)
{
    MmUnmapIoSpace((PVOID)(ULONG_PTR)0x7000, PAGE_SIZE);
    KeMemoryBarrier();
}

VOID
MutantUnmapsPart(VOID)
{
    PHYSICAL_ADDRESS address;
    PHYSICAL_ADDRESS highest;
    PVOID memory;
    PVOID mapped;

    highest.QuadPart = -1;
    memory = MmAllocateContiguousMemory(2 * PAGE_SIZE, highest);
    address = MmGetPhysicalAddress(memory);
    mapped = MmMapIoSpace(address, 2 * PAGE_SIZE, MmCached);
    MmUnmapIoSpace(mapped, PAGE_SIZE);
    MmFreeContiguousMemory(memory);
}
