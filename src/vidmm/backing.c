/* SPDX-License-Identifier: MIT */
/* Backing store: pages of RAM and the MDL that describes them to the driver. */
#include "machine/heap.h"
#include "machine/memory.h"
#include "vidmm/vidmm_private.h"

/* Into how many runs of pages a store is scattered at most: each is a mapping of the host's. */
#define SCATTER_RUNS_MAX 8u

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
    if (allocation->scattered) {
        memory_unmap(machine, allocation->backing);
    }
    memory_pages_free(machine, allocation->backing_pfn, page_count(allocation));
    machine_heap_free(machine, allocation->mdl);
    allocation->mdl = NULL;
    allocation->backing = NULL;
    allocation->scattered = false;
}

/* Under memory pressure. What is newest in a memory segment has a backing store that is written
 * again before it is read. Source: ns-d3dkmddi-_dxgk_allocationinfoflags.md (PermanentSysMem): by
 * default it is lost. Choice: it is kept as long as there is RAM. */
static bool is_spare(const struct vidmm_allocation *allocation)
{
    const struct vidmm_request *request = &allocation->request;

    return allocation->backing != NULL && !allocation->moving && !request->permanent &&
           allocation->watch_segments == 0 && (allocation->dirty || !allocation->has_content) &&
           (!request->cpu_visible || vidmm_allocation_can_be_seen(allocation));
}

static void trim(struct vidmm *vidmm)
{
    for (uint32_t i = 0; i < vidmm->segment_count; i++) {
        if (vidmm->segments[i].aperture) {
            continue;
        }
        LIST_FOR_EACH(link, &vidmm->segments[i].residents) {
            struct vidmm_allocation *allocation =
                LIST_ENTRY_OF(link, struct vidmm_allocation, resident_link);

            if (is_spare(allocation)) {
                vidmm->statistics.trimmed_bytes += allocation->request.size_bytes;
                backing_free(allocation);
            }
        }
    }
}

/* The pages of a block in another order: a driver may not rely on it. */
static void scatter(struct machine *machine, PFN_NUMBER *frames, uint64_t first, uint64_t pages)
{
    uint64_t runs = DXGH_MIN(pages, SCATTER_RUNS_MAX);
    uint64_t order[SCATTER_RUNS_MAX];
    uint64_t next = 0;

    for (uint64_t i = 0; i < runs; i++) {
        uint64_t at = decision_make(&machine->decision, DECISION_ORDER, (uint32_t)i + 1);

        order[i] = order[at];
        order[at] = i;
    }
    for (uint64_t i = 0; i < runs; i++) {
        uint64_t end = (order[i] + 1) * pages / runs;

        for (uint64_t page = order[i] * pages / runs; page < end; page++) {
            frames[next++] = first + page;
        }
    }
}

MDL *backing_mdl_create(struct machine *machine, uint64_t first, uint64_t pages)
{
    MDL *mdl = machine_heap_alloc(machine, sizeof(*mdl) + pages * sizeof(PFN_NUMBER));
    PFN_NUMBER *frames = (PFN_NUMBER *)(mdl + 1);

    mdl->Size = (CSHORT)DXGH_MIN(sizeof(*mdl) + pages * sizeof(PFN_NUMBER), INT16_MAX);
    mdl->MdlFlags = MDL_PAGES_LOCKED | MDL_MAPPED_TO_SYSTEM_VA;
    mdl->ByteCount = (ULONG)(pages * DXGH_PAGE_SIZE);
    for (uint64_t i = 0; i < pages; i++) {
        frames[i] = first + i;
    }
    return mdl;
}

/* Where the CPU sees the pages of the MDL side by side. */
static void *map_scattered(struct machine *machine, MDL *mdl, uint64_t first, uint64_t pages)
{
    PFN_NUMBER *frames = (PFN_NUMBER *)(mdl + 1);
    void *view;

    _Static_assert(sizeof(PFN_NUMBER) == sizeof(uint64_t), "frames are what memory_map takes");
    scatter(machine, frames, first, pages);
    view = memory_map(machine, (const uint64_t *)frames, pages);
    for (uint64_t i = 0; view == NULL && i < pages; i++) {
        frames[i] = first + i;
    }
    return view;
}

uint64_t backing_pages_alloc(struct vidmm *vidmm, uint64_t page_count)
{
    uint64_t first;

    if (decision_refuse(&vidmm->machine->decision)) {
        return MEMORY_NO_PAGE;
    }
    first = memory_pages_alloc(vidmm->machine, page_count, 0, UINT64_MAX, 0, 0);
    if (first == MEMORY_NO_PAGE) {
        trim(vidmm);
        first = memory_pages_alloc(vidmm->machine, page_count, 0, UINT64_MAX, 0, 0);
    }
    return first;
}

/* Choice: a backing store is one block of RAM, so that freeing it is one step; in which order its
 * pages make the allocation is the decision source's. In order, the CPU's view is the arena itself;
 * else the pages are mapped once more. */
NTSTATUS backing_need(struct vidmm_allocation *allocation)
{
    struct machine *machine = allocation->vidmm->machine;
    uint64_t pages = page_count(allocation);
    uint64_t first;

    if (allocation->backing != NULL) {
        return STATUS_SUCCESS;
    }
    first = backing_pages_alloc(allocation->vidmm, pages);
    if (first == MEMORY_NO_PAGE) {
        return STATUS_NO_MEMORY;
    }
    allocation->backing_pfn = first;
    allocation->mdl = backing_mdl_create(machine, first, pages);
    if (pages > 1 && decision_make(&machine->decision, DECISION_ORDER, 4) == 1) {
        allocation->backing = map_scattered(machine, allocation->mdl, first, pages);
    }
    allocation->scattered = allocation->backing != NULL;
    if (!allocation->scattered) {
        allocation->backing =
            memory_pointer(machine, first << DXGH_PAGE_SHIFT, pages << DXGH_PAGE_SHIFT);
    }
    allocation->mdl->MappedSystemVa = allocation->backing;
    allocation->mdl->StartVa = allocation->backing;
    __builtin_memset(allocation->backing, 0, pages << DXGH_PAGE_SHIFT);
    return STATUS_SUCCESS;
}
