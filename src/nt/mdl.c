/* SPDX-License-Identifier: MIT */
/*
 * Memory descriptor lists: a header of pool with the page frame numbers behind it.
 * Source: kernel/using-mdls.md. Tests: tests/unit/nt_mdl_test.c
 */
#include "machine/heap.h"
#include "machine/memory.h"
#include "nt/call.h"
#include "nt/memory_manager.h"
#include "nt/pool.h"
#include "nt/resource_kind.h"
#include "nt/seh.h"
#include "nt/user.h"
#include "trace/trace.h"
#include "verify/verify.h"

#include <string.h>

#define TAG_MDL 0x206C644Du /* "Mdl " */
#define CALLER ((uintptr_t)__builtin_return_address(0))

/* As a number: an MDL of MmAllocatePagesForMdl starts at address zero. */
static uintptr_t start_of(const MDL *mdl)
{
    return (uintptr_t)mdl->StartVa + mdl->ByteOffset;
}

static size_t page_count(const MDL *mdl)
{
    return ADDRESS_AND_SIZE_TO_SPAN_PAGES(start_of(mdl), mdl->ByteCount);
}

static PMDL allocate(struct machine *machine, uintptr_t va, size_t length, uintptr_t pc)
{
    size_t pages = ADDRESS_AND_SIZE_TO_SPAN_PAGES(va, length);
    struct nt_pool_request request = { .bytes = sizeof(MDL) + pages * sizeof(PFN_NUMBER),
                                       .tag = TAG_MDL,
                                       .zero = true,
                                       .use = NT_POOL_MDL,
                                       .pc = pc };
    PMDL mdl = nt_pool_alloc(machine, &request);

    if (mdl != NULL) {
        MmInitializeMdl(mdl, (PVOID)va, length);
    }
    return mdl;
}

PMDL NTAPI IoAllocateMdl(PVOID VirtualAddress, ULONG Length, BOOLEAN SecondaryBuffer,
                         BOOLEAN ChargeQuota, PIRP Irp)
{
    NT_CALL(DISPATCH_LEVEL);
    PMDL mdl;

    (void)SecondaryBuffer;
    (void)ChargeQuota;
    if (decision_refuse(&machine->decision)) {
        trace_emit(machine, TRACE_RESOURCE_REFUSED, NT_RESOURCE_MDL, Length, 0);
        return NULL;
    }
    mdl = allocate(machine, (uintptr_t)VirtualAddress, Length, CALLER);
    if (mdl != NULL && Irp != NULL && !SecondaryBuffer) {
        Irp->MdlAddress = mdl;
    }
    return mdl;
}

PMDL NTAPI MmCreateMdl(PMDL MemoryDescriptorList, PVOID Base, SIZE_T Length)
{
    NT_CALL(DISPATCH_LEVEL);

    if (MemoryDescriptorList == NULL) {
        return allocate(machine, (uintptr_t)Base, Length, CALLER);
    }
    MmInitializeMdl(MemoryDescriptorList, Base, Length);
    return MemoryDescriptorList;
}

SIZE_T NTAPI MmSizeOfMdl(PVOID Base, SIZE_T Length)
{
    return sizeof(MDL) + ADDRESS_AND_SIZE_TO_SPAN_PAGES(Base, Length) * sizeof(PFN_NUMBER);
}

/* Unmaps what is still mapped, as Windows does for a partial MDL, and reports the rest. */
void NTAPI IoFreeMdl(PMDL Mdl)
{
    NT_CALL(DISPATCH_LEVEL);

    if ((Mdl->MdlFlags & MDL_PAGES_LOCKED) != 0 && (Mdl->MdlFlags & MDL_PARTIAL) == 0) {
        verify_report(machine, RULE_NT_MDL_03, __func__,
                      "IoFreeMdl: the pages of the MDL are still locked (MmUnlockPages)");
    }
    if ((Mdl->MdlFlags & MDL_MAPPED_TO_SYSTEM_VA) != 0) {
        if ((Mdl->MdlFlags & MDL_PARTIAL) == 0) {
            verify_report(machine, RULE_NT_MDL_03, __func__,
                          "IoFreeMdl: the pages of the MDL are still mapped (MmUnmapLockedPages)");
        }
        (void)nt_mapping_remove(machine, Mdl->MappedSystemVa, 0, __func__);
    }
    nt_pool_free(machine, Mdl, 0, __func__);
}

bool nt_mdl_holds_pages(struct machine *machine, const void *block)
{
    struct nt_pool_info info;
    const MDL *mdl = block;

    return nt_in_driver(machine) && nt_pool_block_of(machine, block, &info) &&
           info.use == NT_POOL_MDL && info.start == block &&
           (mdl->MdlFlags & MDL_PAGES_LOCKED) != 0;
}

static bool fill_pfns(struct machine *machine, PMDL mdl)
{
    PFN_NUMBER *pfns = MmGetMdlPfnArray(mdl);
    size_t pages = page_count(mdl);
    uint64_t physical;

    for (size_t i = 0; i < pages; i++) {
        uintptr_t page = (uintptr_t)mdl->StartVa + i * DXGH_PAGE_SIZE;

        if (!memory_physical(machine, (const void *)page, &physical)) {
            return false;
        }
        pfns[i] = physical / DXGH_PAGE_SIZE;
    }
    return true;
}

void NTAPI MmBuildMdlForNonPagedPool(PMDL MemoryDescriptorList)
{
    NT_CALL(DISPATCH_LEVEL);
    PMDL mdl = MemoryDescriptorList;
    PVOID start = (PVOID)start_of(mdl);
    struct nt_pool_info info;

    if (nt_pool_block_of(machine, start, &info) && info.paged) {
        verify_report(machine, RULE_NT_MDL_04, __func__,
                      "MmBuildMdlForNonPagedPool: the memory is paged pool; its pages must be "
                      "locked with MmProbeAndLockPages");
    }
    if (!fill_pfns(machine, mdl)) {
        if (verify_in_image(machine, (uintptr_t)start)) {
            verify_unimplemented(machine, "%s for data of the driver's image", __func__);
        } else {
            verify_report(machine, RULE_NT_MDL_04, __func__,
                          "MmBuildMdlForNonPagedPool: %#llx is not nonpaged system memory",
                          (unsigned long long)(uintptr_t)start);
        }
        return;
    }
    mdl->MdlFlags |= MDL_SOURCE_IS_NONPAGED_POOL;
    mdl->MappedSystemVa = start;
}

/* What raises must be called inside a guarded block: nobody else catches it. */
static void check_guard(struct machine *machine, enum rule rule, const char *function)
{
    if (nt_in_driver(machine) && nt_seh_peek(machine) == NULL) {
        verify_report(machine, rule, function,
                      "%s is called outside a __try block; it raises when it fails", function);
    }
}

/* Pages that are not resident yet have to be brought in, and that takes a wait. */
static void check_pageable(struct machine *machine, const void *start, const char *function)
{
    struct nt_pool_info info;

    if (!nt_in_driver(machine) || machine->active->irql <= APC_LEVEL) {
        return;
    }
    if (nt_user_contains(machine, (uintptr_t)start, 1) ||
        (nt_pool_block_of(machine, start, &info) && info.paged)) {
        verify_report(machine, RULE_NT_MDL_07, function,
                      "%s: pageable memory is locked at IRQL %u; the limit is APC_LEVEL", function,
                      machine->active->irql);
    }
}

/* DDIs that pass no pointer of a program's: asking for its rights can only fail there. The others
 * may probe whatever a program passed, and are refused as they should be. */
static bool passes_kernel_memory(const char *ddi)
{
    static const char *const names[] = { "DxgkDdiAddDevice", "DxgkDdiStartDevice",
                                         "DxgkDdiPresentDisplayOnly" };

    for (size_t i = 0; ddi != NULL && i < DXGH_ARRAY_SIZE(names); i++) {
        if (strcmp(ddi, names[i]) == 0) {
            return true;
        }
    }
    return false;
}

static void check_probe_mode(struct machine *machine, uintptr_t start, KPROCESSOR_MODE mode,
                             const char *function)
{
    const char *ddi = machine->running->ddi;

    if (mode == UserMode && nt_in_driver(machine) && passes_kernel_memory(ddi) &&
        nt_address_is_kernel(machine, start)) {
        verify_report(
            machine, RULE_NT_MDL_15, function,
            "%s: kernel memory at %#llx is probed in UserMode in %s, which passes nothing "
            "of a program's; the mode follows the address",
            function, (unsigned long long)start, ddi);
    }
}

/* Raises, as documented, when the pages cannot be had in the way that is asked for. */
void NTAPI MmProbeAndLockPages(PMDL MemoryDescriptorList, KPROCESSOR_MODE AccessMode,
                               LOCK_OPERATION Operation)
{
    NT_CALL(DISPATCH_LEVEL);
    PMDL mdl = MemoryDescriptorList;
    uintptr_t start = start_of(mdl);
    bool write = Operation != IoReadAccess;

    check_guard(machine, RULE_NT_MDL_06, __func__);
    check_pageable(machine, (const void *)start, __func__);
    check_probe_mode(machine, start, AccessMode, __func__);
    if ((mdl->MdlFlags & (MDL_PAGES_LOCKED | MDL_SOURCE_IS_NONPAGED_POOL)) != 0) {
        verify_report(
            machine, RULE_NT_MDL_02, __func__,
            "MmProbeAndLockPages: the MDL is locked, or describes nonpaged pool, already");
        return;
    }
    if (AccessMode == UserMode && nt_address_is_kernel(machine, start)) {
        nt_raise(machine, (uint32_t)STATUS_ACCESS_VIOLATION, CALLER);
    }
    if (nt_user_contains(machine, start, 1) &&
        !nt_user_allows(machine, start, mdl->ByteCount, write)) {
        nt_raise(machine, (uint32_t)STATUS_ACCESS_VIOLATION, CALLER);
    }
    if (!fill_pfns(machine, mdl)) {
        if (start >= 0x10000) {
            verify_unimplemented(machine, "%s of memory that is not the machine's", __func__);
        }
        nt_raise(machine, (uint32_t)STATUS_ACCESS_VIOLATION, CALLER);
    }
    mdl->MdlFlags |= MDL_PAGES_LOCKED;
    if (write) {
        mdl->MdlFlags |= MDL_WRITE_OPERATION;
    }
}

void NTAPI MmUnlockPages(PMDL MemoryDescriptorList)
{
    NT_CALL(DISPATCH_LEVEL);
    PMDL mdl = MemoryDescriptorList;

    if ((mdl->MdlFlags & MDL_PAGES_LOCKED) == 0) {
        DXGH_ASSERT(nt_in_driver(machine));
        verify_report(machine, RULE_NT_MDL_02, __func__,
                      "MmUnlockPages: the pages of the MDL are not locked");
        return;
    }
    if ((mdl->MdlFlags & MDL_MAPPED_TO_SYSTEM_VA) != 0) {
        (void)nt_mapping_remove(machine, mdl->MappedSystemVa, 0, __func__);
        mdl->MdlFlags &= (CSHORT)~MDL_MAPPED_TO_SYSTEM_VA;
    }
    mdl->MdlFlags &= (CSHORT) ~(MDL_PAGES_LOCKED | MDL_WRITE_OPERATION);
}

static bool may_map(struct machine *machine, PMDL mdl, const char *function)
{
    const char *why = NULL;

    if ((mdl->MdlFlags & MDL_MAPPED_TO_SYSTEM_VA) != 0) {
        why = "is mapped already";
    } else if ((mdl->MdlFlags & (MDL_PAGES_LOCKED | MDL_PARTIAL | MDL_SOURCE_IS_NONPAGED_POOL)) ==
               0) {
        why = "describes pages that are not locked";
    }
    if (why == NULL) {
        return true;
    }
    DXGH_ASSERT(nt_in_driver(machine));
    verify_report(machine, RULE_NT_MDL_01, function, "%s: the MDL %s", function, why);
    return false;
}

static PVOID map(struct machine *machine, PMDL mdl, KPROCESSOR_MODE mode, const char *function)
{
    size_t pages = page_count(mdl);
    uint64_t *pfns;
    char *window;

    if (!may_map(machine, mdl, function)) {
        return (mdl->MdlFlags & MDL_MAPPED_TO_SYSTEM_VA) != 0 ? mdl->MappedSystemVa : NULL;
    }
    if (decision_refuse(&machine->decision)) {
        trace_emit(machine, TRACE_RESOURCE_REFUSED, NT_RESOURCE_MAPPING, mdl->ByteCount, 0);
        return NULL;
    }
    pfns = machine_heap_alloc(machine, pages * sizeof(*pfns));
    for (size_t i = 0; i < pages; i++) {
        pfns[i] = MmGetMdlPfnArray(mdl)[i];
        if (pfns[i] > UINT64_MAX >> DXGH_PAGE_SHIFT ||
            memory_pointer(machine, pfns[i] << DXGH_PAGE_SHIFT, DXGH_PAGE_SIZE) == NULL) {
            verify_report(machine, RULE_NT_MDL_01, function,
                          "%s: page %zu of the MDL has the frame number 0x%llx, which is not RAM. "
                          "Fill the array from what the kernel gave you.",
                          function, i, (unsigned long long)pfns[i]);
            machine_heap_free(machine, pfns);
            return NULL;
        }
    }
    window = memory_map(machine, pfns, pages);
    machine_heap_free(machine, pfns);
    if (window == NULL) {
        return NULL;
    }
    nt_mapping_add(machine, window + mdl->ByteOffset, mdl->ByteCount, true);
    if (mode == UserMode) {
        nt_user_adopt(machine, window, pages * DXGH_PAGE_SIZE);
        return window + mdl->ByteOffset;
    }
    mdl->MappedSystemVa = window + mdl->ByteOffset;
    mdl->MdlFlags |= MDL_MAPPED_TO_SYSTEM_VA;
    if ((mdl->MdlFlags & MDL_PARTIAL) != 0) {
        mdl->MdlFlags |= MDL_PARTIAL_HAS_BEEN_MAPPED;
    }
    return mdl->MappedSystemVa;
}

static PVOID map_raising(struct machine *machine, PMDL mdl, KPROCESSOR_MODE mode, uintptr_t caller,
                         const char *function)
{
    PVOID address;

    if (mode == UserMode) {
        check_guard(machine, RULE_NT_MDL_09, function);
        if (nt_in_driver(machine) && machine->active->irql > APC_LEVEL) {
            verify_report(machine, RULE_NT_MDL_10, function,
                          "%s: user space is mapped at IRQL %u; the limit is APC_LEVEL", function,
                          machine->active->irql);
        }
    }
    address = map(machine, mdl, mode, function);
    if (address == NULL && mode == UserMode) {
        nt_raise(machine, (uint32_t)STATUS_INSUFFICIENT_RESOURCES, caller);
    }
    return address;
}

#undef MmMapLockedPagesSpecifyCache
PVOID NTAPI MmMapLockedPagesSpecifyCache(PMDL MemoryDescriptorList, KPROCESSOR_MODE AccessMode,
                                         MEMORY_CACHING_TYPE CacheType, PVOID RequestedAddress,
                                         ULONG BugCheckOnFailure, ULONG Priority)
{
    NT_CALL(DISPATCH_LEVEL);

    (void)CacheType;
    (void)RequestedAddress;
    (void)Priority;
    if (BugCheckOnFailure && AccessMode == KernelMode && nt_in_driver(machine)) {
        verify_report(machine, RULE_NT_MDL_08, __func__,
                      "%s: BugCheckOnFailure is TRUE; pass FALSE and handle NULL", __func__);
    }
    return map_raising(machine, MemoryDescriptorList, AccessMode, CALLER, __func__);
}

PVOID NTAPI MmMapLockedPages(PMDL MemoryDescriptorList, KPROCESSOR_MODE AccessMode)
{
    NT_CALL(DISPATCH_LEVEL);

    return map_raising(machine, MemoryDescriptorList, AccessMode, CALLER, __func__);
}

void NTAPI MmUnmapLockedPages(PVOID BaseAddress, PMDL MemoryDescriptorList)
{
    NT_CALL(DISPATCH_LEVEL);
    PMDL mdl = MemoryDescriptorList;

    if (nt_in_driver(machine) && machine->active->irql > APC_LEVEL &&
        nt_user_contains(machine, (uintptr_t)BaseAddress, 1)) {
        verify_report(machine, RULE_NT_MDL_10, __func__,
                      "%s: user space is unmapped at IRQL %u; the limit is APC_LEVEL", __func__,
                      machine->active->irql);
    }
    if (!nt_mapping_remove(machine, BaseAddress, 0, __func__)) {
        return;
    }
    if ((mdl->MdlFlags & MDL_MAPPED_TO_SYSTEM_VA) != 0 && mdl->MappedSystemVa == BaseAddress) {
        mdl->MdlFlags &= (CSHORT) ~(MDL_MAPPED_TO_SYSTEM_VA | MDL_PARTIAL_HAS_BEEN_MAPPED);
        mdl->MappedSystemVa = NULL;
    }
}

/* Whether the part lies inside the whole and the target has room for its page numbers. */
static bool part_is_sound(struct machine *machine, const MDL *source, const MDL *target,
                          uintptr_t start, ULONG length, const char *function)
{
    uintptr_t whole = start_of(source);
    size_t pages = ADDRESS_AND_SIZE_TO_SPAN_PAGES(start, length);

    if (!nt_in_driver(machine)) {
        return true;
    }
    if ((source->MdlFlags & (MDL_PAGES_LOCKED | MDL_PARTIAL | MDL_SOURCE_IS_NONPAGED_POOL)) == 0) {
        verify_report(machine, RULE_NT_MDL_14, function,
                      "%s: the pages of the source MDL are not locked", function);
    }
    if (start < whole || length == 0 || length > source->ByteCount ||
        start - whole > source->ByteCount - length) {
        verify_report(machine, RULE_NT_MDL_11, function,
                      "%s: %u bytes at %#llx are no part of the source's %u bytes at %#llx",
                      function, length, (unsigned long long)start, source->ByteCount,
                      (unsigned long long)whole);
        return false;
    }
    if ((size_t)target->Size < sizeof(MDL) + pages * sizeof(PFN_NUMBER)) {
        verify_report(machine, RULE_NT_MDL_12, function,
                      "%s: the target MDL has room for %zu pages, and the part has %zu", function,
                      ((size_t)target->Size - sizeof(MDL)) / sizeof(PFN_NUMBER), pages);
        return false;
    }
    return true;
}

void NTAPI IoBuildPartialMdl(PMDL SourceMdl, PMDL TargetMdl, PVOID VirtualAddress, ULONG Length)
{
    NT_CALL(DISPATCH_LEVEL);
    uintptr_t start = (uintptr_t)VirtualAddress;
    uintptr_t source = start_of(SourceMdl);
    ULONG length = Length != 0 ? Length : SourceMdl->ByteCount - (ULONG)(start - source);
    size_t skipped = (start & ~(uintptr_t)0xFFF) / DXGH_PAGE_SIZE -
                     (uintptr_t)SourceMdl->StartVa / DXGH_PAGE_SIZE;
    CSHORT kept = SourceMdl->MdlFlags & MDL_SOURCE_IS_NONPAGED_POOL;

    if (!part_is_sound(machine, SourceMdl, TargetMdl, start, length, __func__)) {
        return;
    }
    TargetMdl->StartVa = (PVOID)(start & ~(uintptr_t)0xFFF);
    TargetMdl->ByteOffset = (ULONG)(start & 0xFFF);
    TargetMdl->ByteCount = length;
    TargetMdl->Process = SourceMdl->Process;
    memcpy(MmGetMdlPfnArray(TargetMdl), MmGetMdlPfnArray(SourceMdl) + skipped,
           page_count(TargetMdl) * sizeof(PFN_NUMBER));
    TargetMdl->MdlFlags =
        (CSHORT)((TargetMdl->MdlFlags & MDL_ALLOCATED_FIXED_SIZE) | MDL_PARTIAL | kept);
    if ((SourceMdl->MdlFlags & (MDL_MAPPED_TO_SYSTEM_VA | MDL_SOURCE_IS_NONPAGED_POOL)) != 0) {
        /* The source's mapping serves the part as well, and stays the source's to unmap. */
        TargetMdl->MappedSystemVa = (char *)SourceMdl->MappedSystemVa + (start - source);
        TargetMdl->MdlFlags |= MDL_SOURCE_IS_NONPAGED_POOL;
    }
}

static PMDL allocate_pages(uint64_t low, uint64_t high, uint64_t skip, size_t bytes, bool zero,
                           uintptr_t pc, const char *function)
{
    struct machine *machine = nt_enter(DISPATCH_LEVEL, function);
    size_t wanted = (size_t)align_up(bytes, DXGH_PAGE_SIZE) / DXGH_PAGE_SIZE;
    size_t got = 0;
    PMDL mdl;

    if (skip % DXGH_PAGE_SIZE != 0) {
        DXGH_ASSERT(nt_in_driver(machine));
        verify_report(machine, RULE_NT_MDL_13, function,
                      "%s: SkipBytes is %#llx and no multiple of the page size", function,
                      (unsigned long long)skip);
        return NULL;
    }
    if (wanted == 0) {
        return NULL;
    }
    if (decision_refuse(&machine->decision)) {
        trace_emit(machine, TRACE_RESOURCE_REFUSED, NT_RESOURCE_PAGES, bytes, 0);
        return NULL;
    }
    mdl = allocate(machine, 0, wanted * DXGH_PAGE_SIZE, pc);
    if (mdl == NULL) {
        return NULL;
    }
    for (; got < wanted; got++) {
        uint64_t pfn = memory_pages_alloc(machine, 1, low, high, 0, 0);

        if (pfn == MEMORY_NO_PAGE) {
            break; /* documented: fewer pages than asked for may come back */
        }
        MmGetMdlPfnArray(mdl)[got] = pfn;
        if (zero) {
            memset(memory_pointer(machine, pfn * DXGH_PAGE_SIZE, DXGH_PAGE_SIZE), 0,
                   DXGH_PAGE_SIZE);
        }
    }
    if (got == 0) {
        nt_pool_free(machine, mdl, 0, function);
        return NULL;
    }
    mdl->ByteCount = (ULONG)(got * DXGH_PAGE_SIZE);
    mdl->MdlFlags |= MDL_PAGES_LOCKED;
    return mdl;
}

PMDL NTAPI MmAllocatePagesForMdl(PHYSICAL_ADDRESS LowAddress, PHYSICAL_ADDRESS HighAddress,
                                 PHYSICAL_ADDRESS SkipBytes, SIZE_T TotalBytes)
{
    return allocate_pages((uint64_t)LowAddress.QuadPart, (uint64_t)HighAddress.QuadPart,
                          (uint64_t)SkipBytes.QuadPart, TotalBytes, true, CALLER, __func__);
}

PMDL NTAPI MmAllocatePagesForMdlEx(PHYSICAL_ADDRESS LowAddress, PHYSICAL_ADDRESS HighAddress,
                                   PHYSICAL_ADDRESS SkipBytes, SIZE_T TotalBytes,
                                   MEMORY_CACHING_TYPE CacheType, ULONG Flags)
{
    PMDL mdl = allocate_pages((uint64_t)LowAddress.QuadPart, (uint64_t)HighAddress.QuadPart,
                              (uint64_t)SkipBytes.QuadPart, TotalBytes,
                              (Flags & MM_DONT_ZERO_ALLOCATION) == 0, CALLER, __func__);

    (void)CacheType;
    if (mdl != NULL && (Flags & MM_ALLOCATE_FULLY_REQUIRED) != 0 && mdl->ByteCount < TotalBytes) {
        MmFreePagesFromMdl(mdl);
        ExFreePool(mdl);
        return NULL;
    }
    return mdl;
}

/* Frees the pages; the MDL itself is the caller's to free with ExFreePool, as documented. */
void NTAPI MmFreePagesFromMdl(PMDL MemoryDescriptorList)
{
    NT_CALL(APC_LEVEL);
    PMDL mdl = MemoryDescriptorList;

    if ((mdl->MdlFlags & MDL_PAGES_LOCKED) == 0) {
        DXGH_ASSERT(nt_in_driver(machine));
        verify_report(machine, RULE_NT_MDL_02, __func__,
                      "MmFreePagesFromMdl: the MDL holds no pages");
        return;
    }
    if ((mdl->MdlFlags & MDL_MAPPED_TO_SYSTEM_VA) != 0) {
        (void)nt_mapping_remove(machine, mdl->MappedSystemVa, 0, __func__);
    }
    for (size_t i = 0; i < mdl->ByteCount / DXGH_PAGE_SIZE; i++) {
        memory_pages_free(machine, MmGetMdlPfnArray(mdl)[i], 1);
    }
    mdl->MdlFlags &= (CSHORT) ~(MDL_PAGES_LOCKED | MDL_MAPPED_TO_SYSTEM_VA);
    mdl->ByteCount = 0;
}

LOGICAL NTAPI MmAreMdlPagesCached(PMDL MemoryDescriptorList)
{
    (void)MemoryDescriptorList;
    return TRUE;
}

NTSTATUS NTAPI MmProtectMdlSystemAddress(PMDL MemoryDescriptorList, ULONG NewProtect)
{
    NT_CALL(DISPATCH_LEVEL);

    (void)NewProtect;
    verify_unimplemented(machine, "%s", __func__);
    return (MemoryDescriptorList->MdlFlags & MDL_MAPPED_TO_SYSTEM_VA) == 0 ? STATUS_NOT_MAPPED_VIEW
                                                                           : STATUS_NOT_IMPLEMENTED;
}
