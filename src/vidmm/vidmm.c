/* SPDX-License-Identifier: MIT */
#include "vidmm/vidmm.h"

#include "machine/heap.h"
#include "machine/memory.h"
#include "trace/trace.h"

struct vidmm *vidmm_create(struct machine *machine, const struct vidmm_ops *ops, void *context)
{
    struct vidmm *vidmm = MACHINE_NEW(machine, struct vidmm);

    vidmm->machine = machine;
    vidmm->ops = ops;
    vidmm->context = context;
    wait_queue_init(&vidmm->committed);
    vidmm->dummy_pfn = memory_pages_alloc(machine, 1, 0, UINT64_MAX, 0, 0);
    if (vidmm->dummy_pfn == MEMORY_NO_PAGE) {
        machine_heap_free(machine, vidmm);
        return NULL;
    }
    return vidmm;
}

void vidmm_destroy(struct vidmm *vidmm)
{
    if (vidmm == NULL) {
        return;
    }
    DXGH_ASSERT(vidmm->committed_count == 0);
    for (uint32_t i = 0; i < vidmm->segment_count; i++) {
        range_allocator_fini(&vidmm->segments[i].ranges);
    }
    memory_pages_free(vidmm->machine, vidmm->dummy_pfn, 1);
    machine_heap_free(vidmm->machine, vidmm);
}

struct segment *vidmm_segment_add(struct vidmm *vidmm, const DXGK_SEGMENTDESCRIPTOR3 *descriptor,
                                  void *cpu)
{
    DXGH_ASSERT(vidmm->segment_count < VIDMM_SEGMENTS_MAX);

    struct segment *segment = &vidmm->segments[vidmm->segment_count++];

    segment->id = vidmm->segment_count;
    segment->aperture = descriptor->Flags.Aperture;
    segment->cpu_visible = descriptor->Flags.CpuVisible;
    segment->cache_coherent = descriptor->Flags.CacheCoherent;
    segment->base = (uint64_t)descriptor->BaseAddress.QuadPart;
    segment->size_bytes = descriptor->Size;
    segment->cpu = cpu;
    range_allocator_init(&segment->ranges, vidmm->machine, segment->size_bytes);
    return segment;
}

struct segment *vidmm_segment(struct vidmm *vidmm, uint32_t id)
{
    return id == 0 || id > vidmm->segment_count ? NULL : &vidmm->segments[id - 1];
}

void vidmm_allocation_init(struct vidmm *vidmm, struct vidmm_allocation *allocation,
                           const struct vidmm_request *request)
{
    *allocation = (struct vidmm_allocation){ .vidmm = vidmm, .request = *request };
    /* A size that cannot be rounded up stays one that fits nowhere. */
    allocation->request.size_bytes =
        align_up(DXGH_MIN(request->size_bytes, UINT64_MAX - DXGH_PAGE_SIZE), DXGH_PAGE_SIZE);
    allocation->request.alignment_bytes = DXGH_MAX(request->alignment_bytes, DXGH_PAGE_SIZE);
}

/* Backing store: pages of RAM and the MDL that describes them to the driver. */

static void backing_free(struct vidmm_allocation *allocation)
{
    struct machine *machine = allocation->vidmm->machine;
    uint64_t pages = allocation->request.size_bytes / DXGH_PAGE_SIZE;

    if (allocation->backing_pfns == NULL) {
        return;
    }
    memory_pages_free(machine, allocation->backing_pfns[0], pages);
    machine_heap_free(machine, allocation->mdl);
    machine_heap_free(machine, allocation->backing_pfns);
    allocation->backing_pfns = NULL;
    allocation->mdl = NULL;
    allocation->backing = NULL;
}

static MDL *mdl_build(struct machine *machine, void *address, const uint64_t *pfns, uint64_t pages)
{
    MDL *mdl = machine_heap_alloc(machine, sizeof(*mdl) + pages * sizeof(PFN_NUMBER));

    mdl->Size = (CSHORT)DXGH_MIN(sizeof(*mdl) + pages * sizeof(PFN_NUMBER), INT16_MAX);
    mdl->MdlFlags = MDL_PAGES_LOCKED | MDL_MAPPED_TO_SYSTEM_VA;
    mdl->MappedSystemVa = address;
    mdl->StartVa = address;
    mdl->ByteCount = (ULONG)(pages * DXGH_PAGE_SIZE);
    for (uint64_t i = 0; i < pages; i++) {
        ((PFN_NUMBER *)(mdl + 1))[i] = pfns[i];
    }
    return mdl;
}

/* Choice: backing stores are physically contiguous, so that the CPU's view is the arena itself. The
 * MDL still lists every page, and a driver may not rely on their order. */
static NTSTATUS backing_need(struct vidmm_allocation *allocation)
{
    struct machine *machine = allocation->vidmm->machine;
    uint64_t pages = allocation->request.size_bytes / DXGH_PAGE_SIZE;
    uint64_t first;

    if (allocation->backing_pfns != NULL) {
        return STATUS_SUCCESS;
    }
    if (decision_refuse(&machine->decision)) {
        return STATUS_NO_MEMORY;
    }
    first = memory_pages_alloc(machine, pages, 0, UINT64_MAX, 0, 0);
    if (first == MEMORY_NO_PAGE) {
        return STATUS_NO_MEMORY;
    }
    allocation->backing_pfns = machine_heap_alloc(machine, pages * sizeof(uint64_t));
    for (uint64_t i = 0; i < pages; i++) {
        allocation->backing_pfns[i] = first + i;
    }
    allocation->backing =
        memory_pointer(machine, first << DXGH_PAGE_SHIFT, pages << DXGH_PAGE_SHIFT);
    __builtin_memset(allocation->backing, 0, pages << DXGH_PAGE_SHIFT);
    allocation->mdl = mdl_build(machine, allocation->backing, allocation->backing_pfns, pages);
    return STATUS_SUCCESS;
}

/* Placement */

static NTSTATUS page(struct vidmm_allocation *allocation, enum paging_kind kind,
                     const struct segment *segment, uint64_t offset)
{
    struct vidmm *vidmm = allocation->vidmm;
    bool wants_mdl = kind != PAGING_FILL && kind != PAGING_UNMAP_APERTURE;
    struct paging_operation operation = {
        .kind = kind,
        .allocation = allocation,
        .segment = segment,
        .offset = offset,
        .mdl = wants_mdl ? allocation->mdl : NULL,
        .dummy_page = vidmm->dummy_pfn << DXGH_PAGE_SHIFT,
    };

    return vidmm->ops->page(vidmm->context, &operation);
}

static NTSTATUS fill_place(struct vidmm_allocation *allocation, const struct segment *segment,
                           uint64_t offset)
{
    if (segment->aperture) {
        NTSTATUS status = backing_need(allocation);

        return NT_SUCCESS(status) ? page(allocation, PAGING_MAP_APERTURE, segment, offset) : status;
    }
    return page(allocation, allocation->has_content ? PAGING_TRANSFER_IN : PAGING_FILL, segment,
                offset);
}

static NTSTATUS commit_to(struct vidmm_allocation *allocation, struct segment *segment)
{
    struct vidmm *vidmm = allocation->vidmm;
    uint64_t size_bytes = allocation->request.size_bytes;
    uint64_t offset =
        range_alloc(&segment->ranges, size_bytes, allocation->request.alignment_bytes);
    NTSTATUS status;

    if (offset == RANGE_NONE) {
        return STATUS_GRAPHICS_NO_VIDEO_MEMORY;
    }
    status = fill_place(allocation, segment, offset);
    if (!NT_SUCCESS(status)) {
        range_free(&segment->ranges, offset, size_bytes);
        return status;
    }
    allocation->segment = segment;
    allocation->offset = offset;
    allocation->has_content = true;
    vidmm->committed_count++;
    trace_emit(vidmm->machine, TRACE_ALLOCATION_COMMIT, allocation->number, segment->id, offset);
    return STATUS_SUCCESS;
}

static NTSTATUS try_segments(struct vidmm_allocation *allocation)
{
    struct vidmm *vidmm = allocation->vidmm;
    uint32_t left = allocation->request.supported_segments;
    NTSTATUS status = STATUS_GRAPHICS_NO_VIDEO_MEMORY;

    /* The driver's order first, then every other segment it can live with. */
    for (uint32_t i = 0; i < 5 + vidmm->segment_count; i++) {
        uint32_t id = i < 5 ? allocation->request.preferred[i] : i - 5 + 1;
        struct segment *segment = vidmm_segment(vidmm, id);

        if (segment == NULL || (left & (1u << (id - 1))) == 0) {
            continue;
        }
        left &= ~(1u << (id - 1));
        status = commit_to(allocation, segment);
        if (status != STATUS_GRAPHICS_NO_VIDEO_MEMORY) {
            break;
        }
    }
    return status;
}

NTSTATUS vidmm_allocation_commit(struct vidmm_allocation *allocation)
{
    struct vidmm *vidmm = allocation->vidmm;
    NTSTATUS status;

    WAIT_UNTIL(vidmm->machine, &vidmm->committed, !allocation->committing);
    if (allocation->segment != NULL) {
        return STATUS_SUCCESS;
    }
    allocation->committing = true;
    status = try_segments(allocation);
    allocation->committing = false;
    wait_queue_wake(vidmm->machine, &vidmm->committed);
    return status;
}

static NTSTATUS move_out(struct vidmm_allocation *allocation)
{
    const struct segment *segment = allocation->segment;
    NTSTATUS status;

    if (segment->aperture) {
        return page(allocation, PAGING_UNMAP_APERTURE, segment, allocation->offset);
    }
    status = backing_need(allocation);
    return NT_SUCCESS(status) ? page(allocation, PAGING_TRANSFER_OUT, segment, allocation->offset)
                              : status;
}

NTSTATUS vidmm_allocation_evict(struct vidmm_allocation *allocation)
{
    struct vidmm *vidmm = allocation->vidmm;
    NTSTATUS status;

    WAIT_UNTIL(vidmm->machine, &vidmm->committed, !allocation->committing);
    if (allocation->segment == NULL) {
        return STATUS_SUCCESS;
    }
    if (allocation->pin_count > 0) {
        return STATUS_GRAPHICS_CANT_EVICT_PINNED_ALLOCATION;
    }
    allocation->committing = true;
    status = move_out(allocation);
    if (NT_SUCCESS(status) && allocation->segment != NULL) {
        range_free(&allocation->segment->ranges, allocation->offset,
                   allocation->request.size_bytes);
        allocation->segment = NULL;
        vidmm->committed_count--;
    }
    allocation->committing = false;
    wait_queue_wake(vidmm->machine, &vidmm->committed);
    return status;
}

void vidmm_allocation_forget(struct vidmm_allocation *allocation)
{
    struct segment *segment = allocation->segment;

    if (segment == NULL || (allocation->pin_count > 0 && !segment->aperture)) {
        return;
    }
    range_free(&segment->ranges, allocation->offset, allocation->request.size_bytes);
    allocation->segment = NULL;
    allocation->has_content = segment->aperture && allocation->has_content;
    allocation->vidmm->committed_count--;
}

void vidmm_allocation_fini(struct vidmm_allocation *allocation)
{
    DXGH_ASSERT(allocation->pin_count == 0 && !allocation->committing);
    if (allocation->segment != NULL && allocation->segment->aperture) {
        (void)page(allocation, PAGING_UNMAP_APERTURE, allocation->segment, allocation->offset);
    }
    /* A reset while the unmapping was under way has taken the place back already. */
    if (allocation->segment != NULL) {
        range_free(&allocation->segment->ranges, allocation->offset,
                   allocation->request.size_bytes);
        allocation->segment = NULL;
        allocation->vidmm->committed_count--;
    }
    backing_free(allocation);
}

void *vidmm_allocation_pointer(const struct vidmm_allocation *allocation)
{
    const struct segment *segment = allocation->segment;

    if (segment->aperture) {
        return allocation->backing;
    }
    return segment->cpu == NULL ? NULL : (char *)segment->cpu + allocation->offset;
}
