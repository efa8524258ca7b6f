/* SPDX-License-Identifier: MIT */
/* Device ranges seen by the driver, and the list of all its mappings. */
#include "machine/device_host.h"
#include "machine/heap.h"
#include "machine/memory.h"
#include "nt/call.h"
#include "nt/memory_manager.h"
#include "nt/resource_kind.h"
#include "nt/user.h"
#include "trace/trace.h"
#include "verify/verify.h"

struct nt_mapping {
    struct list link; /* nt.mappings */
    void *address;
    size_t bytes;
    bool window; /* made by memory_map, and unmapped when it goes */
    bool driver;
};

void nt_mapping_add(struct machine *machine, void *address, size_t bytes, bool window)
{
    struct nt_mapping *mapping = MACHINE_NEW(machine, struct nt_mapping);

    *mapping = (struct nt_mapping){
        .address = address, .bytes = bytes, .window = window, .driver = nt_in_driver(machine)
    };
    list_push_back(&nt_of(machine)->mappings, &mapping->link);
}

static void drop(struct machine *machine, struct nt_mapping *mapping)
{
    list_remove(&mapping->link);
    if (mapping->window) {
        void *start = (void *)((uintptr_t)mapping->address & ~(uintptr_t)(DXGH_PAGE_SIZE - 1));

        (void)nt_user_forget(machine, start);
        memory_unmap(machine, start);
    }
    machine_heap_free(machine, mapping);
}

bool nt_mapping_remove(struct machine *machine, void *address, size_t bytes, const char *function)
{
    LIST_FOR_EACH(link, &nt_of(machine)->mappings) {
        struct nt_mapping *mapping = LIST_ENTRY_OF(link, struct nt_mapping, link);

        if (mapping->address != address) {
            continue;
        }
        if (bytes != 0 && bytes != mapping->bytes) {
            verify_report(machine, RULE_NT_MEM_01, function,
                          "%s: %zu bytes are unmapped of a mapping of %zu", function, bytes,
                          mapping->bytes);
        }
        drop(machine, mapping);
        return true;
    }
    DXGH_ASSERT(nt_in_driver(machine));
    verify_report(machine, RULE_NT_MEM_01, function,
                  "%s: %#llx is not a mapping, or was unmapped before", function,
                  (unsigned long long)(uintptr_t)address);
    return false;
}

uint32_t nt_mappings_of_driver(const struct machine *machine)
{
    uint32_t count = 0;

    LIST_FOR_EACH(link, &nt_of(machine)->mappings) {
        count += LIST_ENTRY_OF(link, struct nt_mapping, link)->driver;
    }
    return count;
}

void nt_mappings_drop_driver(struct machine *machine)
{
    LIST_FOR_EACH_SAFE(link, &nt_of(machine)->mappings) {
        struct nt_mapping *mapping = LIST_ENTRY_OF(link, struct nt_mapping, link);

        if (mapping->driver) {
            drop(machine, mapping);
        }
    }
}

/* RAM that nobody has allocated can be anybody's a moment later. */
static void check_pages_owned(struct machine *machine, size_t bytes, uint64_t start,
                              const char *function)
{
    for (uint64_t at = start; nt_in_driver(machine) && at < start + bytes;
         at = (at & ~(uint64_t)(DXGH_PAGE_SIZE - 1)) + DXGH_PAGE_SIZE) {
        if (!memory_page_in_use(machine, at / DXGH_PAGE_SIZE)) {
            verify_report(machine, RULE_NT_MEM_05, function,
                          "%s: the page at physical %#llx is free RAM; only device memory and "
                          "locked pages may be mapped",
                          function, (unsigned long long)at);
            return;
        }
    }
}

static PVOID map(PHYSICAL_ADDRESS physical, SIZE_T bytes, const char *function)
{
    struct machine *machine = nt_enter(DISPATCH_LEVEL, function);
    uint64_t start = (uint64_t)physical.QuadPart;
    void *address;

    if (bytes == 0) {
        return NULL;
    }
    if (decision_refuse(&machine->decision)) {
        trace_emit(machine, TRACE_RESOURCE_REFUSED, NT_RESOURCE_IO_SPACE, bytes, 0);
        return NULL;
    }
    address = device_host_map(machine, start, bytes);
    if (address == NULL) {
        address = memory_pointer(machine, start, bytes);
        check_pages_owned(machine, address == NULL ? 0 : bytes, start, function);
    }
    if (address == NULL) {
        verify_unimplemented(machine, "%s of physical %#llx, %llu bytes: no device or RAM is there",
                             function, (unsigned long long)start, (unsigned long long)bytes);
        return NULL;
    }
    nt_mapping_add(machine, address, bytes, false);
    return address;
}

PVOID NTAPI MmMapIoSpace(PHYSICAL_ADDRESS PhysicalAddress, SIZE_T NumberOfBytes,
                         MEMORY_CACHING_TYPE CacheType)
{
    (void)CacheType;
    return map(PhysicalAddress, NumberOfBytes, __func__);
}

PVOID NTAPI MmMapIoSpaceEx(PHYSICAL_ADDRESS PhysicalAddress, SIZE_T NumberOfBytes, ULONG Protect)
{
    (void)Protect;
    return map(PhysicalAddress, NumberOfBytes, __func__);
}

void NTAPI MmUnmapIoSpace(PVOID BaseAddress, SIZE_T NumberOfBytes)
{
    NT_CALL(DISPATCH_LEVEL);

    (void)nt_mapping_remove(machine, BaseAddress, NumberOfBytes, __func__);
}

PVOID NTAPI MmMapVideoDisplay(PHYSICAL_ADDRESS PhysicalAddress, SIZE_T NumberOfBytes,
                              MEMORY_CACHING_TYPE CacheType)
{
    (void)CacheType;
    return map(PhysicalAddress, NumberOfBytes, __func__);
}

void NTAPI MmUnmapVideoDisplay(PVOID BaseAddress, SIZE_T NumberOfBytes)
{
    NT_CALL(DISPATCH_LEVEL);

    (void)nt_mapping_remove(machine, BaseAddress, NumberOfBytes, __func__);
}
