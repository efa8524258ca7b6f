/* SPDX-License-Identifier: MIT */
/* Physically contiguous memory, and what addresses mean. */
#include "machine/heap.h"
#include "machine/memory.h"
#include "nt/call.h"
#include "nt/exports.h"
#include "nt/memory_manager.h"
#include "nt/pool.h"
#include "nt/resource_kind.h"
#include "nt/user.h"
#include "trace/trace.h"
#include "verify/verify.h"

#define FILL_BYTES_MAX 65536u
#define PATTERN_FRESH 0xCD

/* How the block was asked for: it is given back the same way. */
enum nt_contiguous_kind {
    KIND_NON_CACHED = MmNonCached, /* the caching types of MmAllocateContiguousMemorySpecifyCache */
    KIND_CACHED = MmCached,
    KIND_WRITE_COMBINED = MmWriteCombined,
    KIND_ANY = -1,             /* MmAllocateContiguousMemory and MmFreeContiguousMemory */
    KIND_NON_CACHED_POOL = -2, /* MmAllocateNonCachedMemory */
};

struct nt_contiguous {
    struct list link; /* nt.contiguous */
    void *memory;
    uint64_t pfn;
    uint64_t page_count;
    size_t bytes;
    enum nt_contiguous_kind kind;
    bool driver;
};

static PVOID allocate(SIZE_T bytes, uint64_t lowest, uint64_t highest, uint64_t boundary,
                      enum nt_contiguous_kind kind, const char *function)
{
    struct machine *machine = nt_enter(DISPATCH_LEVEL, function);
    struct nt_contiguous *block;
    uint64_t pages;
    uint64_t pfn;

    if ((boundary & (boundary - 1)) != 0) {
        DXGH_ASSERT(nt_in_driver(machine));
        verify_report(machine, RULE_NT_MEM_02, function,
                      "%s: the boundary %#llx is no power of two", function,
                      (unsigned long long)boundary);
        return NULL;
    }
    if (bytes > memory_pages_total(machine) * DXGH_PAGE_SIZE) {
        return NULL; /* no memory of that size */
    }
    pages = align_up(DXGH_MAX(bytes, 1u), DXGH_PAGE_SIZE) / DXGH_PAGE_SIZE;

    if (decision_refuse(&machine->decision)) {
        trace_emit(machine, TRACE_RESOURCE_REFUSED, NT_RESOURCE_CONTIGUOUS, bytes, 0);
        return NULL;
    }
    pfn = memory_pages_alloc(machine, pages, lowest, highest, 0, boundary);
    if (pfn == MEMORY_NO_PAGE) {
        return NULL;
    }
    block = MACHINE_NEW(machine, struct nt_contiguous);
    block->memory = memory_pointer(machine, pfn * DXGH_PAGE_SIZE, pages * DXGH_PAGE_SIZE);
    block->pfn = pfn;
    block->page_count = pages;
    block->bytes = bytes;
    block->kind = kind;
    block->driver = nt_in_driver(machine);
    list_push_back(&nt_of(machine)->contiguous, &block->link);
    memset(block->memory, PATTERN_FRESH, DXGH_MIN(bytes, FILL_BYTES_MAX));
    return block->memory;
}

PVOID NTAPI MmAllocateContiguousMemory(SIZE_T NumberOfBytes,
                                       PHYSICAL_ADDRESS HighestAcceptableAddress)
{
    return allocate(NumberOfBytes, 0, (uint64_t)HighestAcceptableAddress.QuadPart, 0, KIND_ANY,
                    __func__);
}

PVOID NTAPI MmAllocateContiguousMemorySpecifyCache(SIZE_T NumberOfBytes,
                                                   PHYSICAL_ADDRESS LowestAcceptableAddress,
                                                   PHYSICAL_ADDRESS HighestAcceptableAddress,
                                                   PHYSICAL_ADDRESS BoundaryAddressMultiple,
                                                   MEMORY_CACHING_TYPE CacheType)
{
    return allocate(NumberOfBytes, (uint64_t)LowestAcceptableAddress.QuadPart,
                    (uint64_t)HighestAcceptableAddress.QuadPart,
                    (uint64_t)BoundaryAddressMultiple.QuadPart, (enum nt_contiguous_kind)CacheType,
                    __func__);
}

PVOID NTAPI MmAllocateContiguousMemorySpecifyCacheNode(SIZE_T NumberOfBytes,
                                                       PHYSICAL_ADDRESS LowestAcceptableAddress,
                                                       PHYSICAL_ADDRESS HighestAcceptableAddress,
                                                       PHYSICAL_ADDRESS BoundaryAddressMultiple,
                                                       MEMORY_CACHING_TYPE CacheType,
                                                       NODE_REQUIREMENT PreferredNode)
{
    (void)PreferredNode;
    return MmAllocateContiguousMemorySpecifyCache(NumberOfBytes, LowestAcceptableAddress,
                                                  HighestAcceptableAddress, BoundaryAddressMultiple,
                                                  CacheType);
}

PVOID NTAPI MmAllocateContiguousNodeMemory(SIZE_T NumberOfBytes,
                                           PHYSICAL_ADDRESS LowestAcceptableAddress,
                                           PHYSICAL_ADDRESS HighestAcceptableAddress,
                                           PHYSICAL_ADDRESS BoundaryAddressMultiple, ULONG Protect,
                                           NODE_REQUIREMENT PreferredNode)
{
    (void)Protect;
    (void)PreferredNode;
    return MmAllocateContiguousMemorySpecifyCache(NumberOfBytes, LowestAcceptableAddress,
                                                  HighestAcceptableAddress, BoundaryAddressMultiple,
                                                  MmCached);
}

static void release(struct machine *machine, struct nt_contiguous *block)
{
    memory_pages_free(machine, block->pfn, block->page_count);
    list_remove(&block->link);
    machine_heap_free(machine, block);
}

/* Documented: the caching type must match, and noncached memory has a function of its own. */
static void check_kind(struct machine *machine, const struct nt_contiguous *block,
                       enum nt_contiguous_kind kind, const char *function)
{
    bool pool = block->kind == KIND_NON_CACHED_POOL;

    if (pool != (kind == KIND_NON_CACHED_POOL)) {
        verify_report(machine, RULE_NT_MEM_04, function, "%s: the memory was allocated by %s",
                      function, pool ? "MmAllocateNonCachedMemory" : "MmAllocateContiguousMemory");
    } else if (kind >= 0 && kind != block->kind) {
        verify_report(machine, RULE_NT_MEM_03, function,
                      "%s: caching type %d is given back; %d was asked for", function, (int)kind,
                      (int)block->kind);
    }
}

static void free_block(PVOID address, SIZE_T bytes, enum nt_contiguous_kind kind,
                       const char *function)
{
    struct machine *machine = nt_enter(DISPATCH_LEVEL, function);

    LIST_FOR_EACH(link, &nt_of(machine)->contiguous) {
        struct nt_contiguous *block = LIST_ENTRY_OF(link, struct nt_contiguous, link);

        if (block->memory != address) {
            continue;
        }
        if (bytes != 0 && bytes != block->bytes) {
            verify_report(machine, RULE_NT_MEM_01, function,
                          "%s: %llu bytes are freed of a block of %zu", function,
                          (unsigned long long)bytes, block->bytes);
        }
        check_kind(machine, block, kind, function);
        release(machine, block);
        return;
    }
    DXGH_ASSERT(nt_in_driver(machine));
    verify_report(machine, RULE_NT_MEM_01, function,
                  "%s: %#llx is not contiguous memory, or was freed before", function,
                  (unsigned long long)(uintptr_t)address);
}

void NTAPI MmFreeContiguousMemory(PVOID BaseAddress)
{
    free_block(BaseAddress, 0, KIND_ANY, __func__);
}

void NTAPI MmFreeContiguousMemorySpecifyCache(PVOID BaseAddress, SIZE_T NumberOfBytes,
                                              MEMORY_CACHING_TYPE CacheType)
{
    free_block(BaseAddress, NumberOfBytes, (enum nt_contiguous_kind)CacheType, __func__);
}

PVOID NTAPI MmAllocateNonCachedMemory(SIZE_T NumberOfBytes)
{
    return allocate(NumberOfBytes, 0, UINT64_MAX, 0, KIND_NON_CACHED_POOL, __func__);
}

void NTAPI MmFreeNonCachedMemory(PVOID BaseAddress, SIZE_T NumberOfBytes)
{
    free_block(BaseAddress, NumberOfBytes, KIND_NON_CACHED_POOL, __func__);
}

uint32_t nt_contiguous_of_driver(const struct machine *machine)
{
    uint32_t count = 0;

    LIST_FOR_EACH(link, &nt_of(machine)->contiguous) {
        count += LIST_ENTRY_OF(link, struct nt_contiguous, link)->driver;
    }
    return count;
}

void nt_contiguous_free_driver(struct machine *machine)
{
    LIST_FOR_EACH_SAFE(link, &nt_of(machine)->contiguous) {
        struct nt_contiguous *block = LIST_ENTRY_OF(link, struct nt_contiguous, link);

        if (block->driver) {
            release(machine, block);
        }
    }
}

/* Zero for an address that has no page, as Windows answers. */
PHYSICAL_ADDRESS NTAPI MmGetPhysicalAddress(PVOID BaseAddress)
{
    NT_CALL_ANY();
    PHYSICAL_ADDRESS result = { .QuadPart = 0 };
    uint64_t physical;

    if (memory_physical(machine, BaseAddress, &physical)) {
        result.QuadPart = (LONGLONG)physical;
    }
    return result;
}

PVOID NTAPI MmGetVirtualForPhysical(PHYSICAL_ADDRESS PhysicalAddress)
{
    NT_CALL(DISPATCH_LEVEL);

    return memory_pointer(machine, (uint64_t)PhysicalAddress.QuadPart, 1);
}

/* Whether an access would fault now. What the machine does not know of is taken for the host's. */
BOOLEAN NTAPI MmIsAddressValid(PVOID VirtualAddress)
{
    NT_CALL(DISPATCH_LEVEL);
    uintptr_t address = (uintptr_t)VirtualAddress;
    uint64_t physical;

    if (address < 0x10000 || address >= MmUserProbeAddress) {
        return FALSE;
    }
    if (nt_user_contains(machine, address, 1)) {
        return nt_user_allows(machine, address, 1, false);
    }
    return memory_physical(machine, VirtualAddress, &physical) ||
           verify_in_image(machine, address) || machine_heap_contains(machine, address) ||
           !nt_address_is_kernel(machine, address);
}

BOOLEAN NTAPI MmIsNonPagedSystemAddressValid(PVOID VirtualAddress)
{
    return MmIsAddressValid(VirtualAddress);
}

PVOID NTAPI MmGetSystemRoutineAddress(PUNICODE_STRING SystemRoutineName)
{
    NT_CALL(PASSIVE_LEVEL);
    char name[64];
    USHORT count = SystemRoutineName->Length / sizeof(WCHAR);

    (void)machine;
    if (count >= sizeof(name)) {
        return NULL;
    }
    for (USHORT i = 0; i < count; i++) {
        name[i] = (char)SystemRoutineName->Buffer[i];
    }
    name[count] = '\0';
    return nt_export_find(name);
}

/* A list that ends with a zero entry, in pool the caller frees. */
PPHYSICAL_MEMORY_RANGE NTAPI MmGetPhysicalMemoryRanges(void)
{
    NT_CALL(PASSIVE_LEVEL);
    struct nt_pool_request request = { .bytes = 2 * sizeof(PHYSICAL_MEMORY_RANGE),
                                       .tag = 0x20206D4D, /* "Mm  " */
                                       .zero = true,
                                       .pc = (uintptr_t)__builtin_return_address(0) };
    PHYSICAL_MEMORY_RANGE *ranges = nt_pool_alloc(machine, &request);

    if (ranges != NULL) {
        ranges[0].BaseAddress.QuadPart = (LONGLONG)MEMORY_RAM_BASE;
        ranges[0].NumberOfBytes.QuadPart = (LONGLONG)machine->config.ram_bytes;
    }
    return ranges;
}

MM_SYSTEMSIZE NTAPI MmQuerySystemSize(void)
{
    return MmLargeSystem;
}

BOOLEAN NTAPI MmIsThisAnNtAsSystem(void)
{
    return FALSE;
}

/*
 * Sections of a driver stay resident, so locking them needs nothing but a handle and a count. One
 * count for all: a section is not told from another here.
 */
PVOID NTAPI MmLockPagableDataSection(PVOID AddressWithinSection)
{
    NT_CALL(APC_LEVEL);

    nt_of(machine)->locked_sections++;
    return AddressWithinSection;
}

void NTAPI MmLockPagableSectionByHandle(PVOID ImageSectionHandle)
{
    NT_CALL(APC_LEVEL);

    nt_of(machine)->locked_sections++;
    (void)ImageSectionHandle;
}

void NTAPI MmUnlockPagableImageSection(PVOID ImageSectionHandle)
{
    NT_CALL(APC_LEVEL);

    (void)ImageSectionHandle;
    if (nt_of(machine)->locked_sections == 0) {
        DXGH_ASSERT(nt_in_driver(machine));
        verify_report(machine, RULE_NT_MEM_06, __func__,
                      "MmUnlockPagableImageSection: no section is locked");
        return;
    }
    nt_of(machine)->locked_sections--;
}

PVOID NTAPI MmPageEntireDriver(PVOID AddressWithinSection)
{
    return AddressWithinSection;
}

void NTAPI MmResetDriverPaging(PVOID AddressWithinSection)
{
    (void)AddressWithinSection;
}
