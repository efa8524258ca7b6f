/* SPDX-License-Identifier: MIT */
/*
 * Alternate addresses: what is locked through a range of the driver's leaves its place all the
 * same, and the CPU goes on in pages that look as the range did.
 *
 * The driver brings the content there and back (DXGK_OPERATION_SPECIAL_LOCK_TRANSFER). Choice: as
 * long as the lock lasts, those pages are what counts: the GPU gets a copy of them before each use,
 * and what it writes meanwhile is lost. After the unlock the next use takes them back for good.
 *
 * Source: nc-d3dkmddi-dxgkddi_buildpagingbuffer.md ("Special-lock transfer");
 * ns-d3dukmdt-_d3dddicb_lockflags.md (UseAlternateVA)
 */
#include "machine/heap.h"
#include "machine/memory.h"
#include "vidmm/vidmm_private.h"

void vidmm_alternate_begin(struct vidmm_allocation *allocation, void *range, uint32_t range_id,
                           uint32_t range_data, uint64_t size_bytes)
{
    struct vidmm_alternate *alternate =
        MACHINE_NEW(allocation->vidmm->machine, struct vidmm_alternate);

    DXGH_ASSERT(allocation->alternate == NULL && allocation->pin_count > 0);
    *alternate = (struct vidmm_alternate){ .range = range,
                                           .range_id = range_id,
                                           .range_data = range_data,
                                           .size_bytes = size_bytes,
                                           .held = true };
    allocation->alternate = alternate;
    vidmm_allocation_unpin(allocation);
}

static void destroy(struct vidmm_allocation *allocation)
{
    struct machine *machine = allocation->vidmm->machine;
    struct vidmm_alternate *alternate = allocation->alternate;

    allocation->alternate = NULL;
    if (alternate->pages != NULL) {
        memory_pages_free(machine, alternate->pfn, alternate->page_count);
        machine_heap_free(machine, alternate->mdl);
    }
    machine_heap_free(machine, alternate);
}

bool vidmm_alternate_unlock(struct vidmm_allocation *allocation)
{
    allocation->alternate->held = false;
    if (allocation->alternate->away) {
        return false;
    }
    destroy(allocation);
    return true;
}

void alternate_end(struct vidmm_allocation *allocation)
{
    void *range;

    if (allocation->alternate != NULL) {
        range = allocation->alternate->range;
        destroy(allocation);
        allocation->vidmm->ops->alternate_over(allocation->vidmm->context, range);
    }
}

bool alternate_is_away(const struct vidmm_allocation *allocation)
{
    return allocation->alternate != NULL && allocation->alternate->away;
}

/* Choice: pages for all of the allocation even if the range shows less of it, since the rest has
 * to be kept, too. */
NTSTATUS alternate_need(struct vidmm_allocation *allocation)
{
    struct machine *machine = allocation->vidmm->machine;
    struct vidmm_alternate *alternate = allocation->alternate;
    uint64_t bytes = DXGH_MAX(alternate->size_bytes, allocation->request.size_bytes);
    uint64_t pages = (bytes + DXGH_PAGE_SIZE - 1) / DXGH_PAGE_SIZE;
    uint64_t first;

    if (alternate->pages != NULL) {
        return STATUS_SUCCESS;
    }
    first = backing_pages_alloc(allocation->vidmm, pages);
    if (first == MEMORY_NO_PAGE) {
        return STATUS_NO_MEMORY;
    }
    alternate->pfn = first;
    alternate->page_count = pages;
    alternate->mdl = backing_mdl_create(machine, first, pages);
    alternate->pages = memory_pointer(machine, first << DXGH_PAGE_SHIFT, pages << DXGH_PAGE_SHIFT);
    alternate->mdl->MappedSystemVa = alternate->pages;
    alternate->mdl->StartVa = alternate->pages;
    __builtin_memset(alternate->pages, 0, pages << DXGH_PAGE_SHIFT);
    return STATUS_SUCCESS;
}

/* The CPU may write through the range until the transfer has run, so it runs at once, and what the
 * CPU sees then is what it goes on with. */
NTSTATUS alternate_leave(struct vidmm_allocation *allocation, const struct segment *segment,
                         uint64_t offset)
{
    struct vidmm *vidmm = allocation->vidmm;
    struct vidmm_alternate *alternate = allocation->alternate;
    NTSTATUS status;

    alternate->away = true;
    status = batch_page(allocation, PAGING_SPECIAL_OUT, segment, offset);
    if (NT_SUCCESS(status)) {
        status = batch_run(vidmm);
    }
    vidmm->ops->alternate_moved(vidmm->context, alternate->range, alternate->pages);
    return status;
}

NTSTATUS alternate_come(struct vidmm_allocation *allocation)
{
    const struct segment *segment = allocation->segment;
    bool held = allocation->alternate->held;
    NTSTATUS status = batch_page(allocation, PAGING_SPECIAL_IN, segment, allocation->offset);

    if (NT_SUCCESS(status)) {
        status = batch_run(allocation->vidmm); /* the pages are needed until then */
    }
    if (!NT_SUCCESS(status)) {
        return status;
    }
    allocation->has_content = true;
    allocation->dirty = !segment->aperture;
    allocation->stale = held;
    if (!held) {
        alternate_end(allocation);
    }
    return STATUS_SUCCESS;
}
