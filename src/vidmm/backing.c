/* SPDX-License-Identifier: MIT */
/* Backing store: pages of RAM and the MDL that describes them to the driver. */
#include "machine/heap.h"
#include "machine/memory.h"
#include "vidmm/vidmm_private.h"

static uint64_t page_count(const struct vidmm_allocation *allocation)
{
    return allocation->request.size_bytes / DXGH_PAGE_SIZE;
}

void backing_free(struct vidmm_allocation *allocation)
{
    struct machine *machine = allocation->vidmm->machine;

    if (allocation->backing == NULL) {
        return;
    }
    memory_pages_free(machine, allocation->backing_pfn, page_count(allocation));
    machine_heap_free(machine, allocation->mdl);
    allocation->mdl = NULL;
    allocation->backing = NULL;
}

static MDL *mdl_build(struct machine *machine, void *address, uint64_t first, uint64_t pages)
{
    MDL *mdl = machine_heap_alloc(machine, sizeof(*mdl) + pages * sizeof(PFN_NUMBER));

    mdl->Size = (CSHORT)DXGH_MIN(sizeof(*mdl) + pages * sizeof(PFN_NUMBER), INT16_MAX);
    mdl->MdlFlags = MDL_PAGES_LOCKED | MDL_MAPPED_TO_SYSTEM_VA;
    mdl->MappedSystemVa = address;
    mdl->StartVa = address;
    mdl->ByteCount = (ULONG)(pages * DXGH_PAGE_SIZE);
    for (uint64_t i = 0; i < pages; i++) {
        ((PFN_NUMBER *)(mdl + 1))[i] = first + i;
    }
    return mdl;
}

/* Choice: backing stores are physically contiguous, so that the CPU's view is the arena itself. The
 * MDL still lists every page, and a driver may not rely on their order. */
NTSTATUS backing_need(struct vidmm_allocation *allocation)
{
    struct machine *machine = allocation->vidmm->machine;
    uint64_t pages = page_count(allocation);
    uint64_t first;

    if (allocation->backing != NULL) {
        return STATUS_SUCCESS;
    }
    if (decision_refuse(&machine->decision)) {
        return STATUS_NO_MEMORY;
    }
    first = memory_pages_alloc(machine, pages, 0, UINT64_MAX, 0, 0);
    if (first == MEMORY_NO_PAGE) {
        return STATUS_NO_MEMORY;
    }
    allocation->backing_pfn = first;
    allocation->backing =
        memory_pointer(machine, first << DXGH_PAGE_SHIFT, pages << DXGH_PAGE_SHIFT);
    __builtin_memset(allocation->backing, 0, pages << DXGH_PAGE_SHIFT);
    allocation->mdl = mdl_build(machine, allocation->backing, first, pages);
    return STATUS_SUCCESS;
}
