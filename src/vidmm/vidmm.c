/* SPDX-License-Identifier: MIT */
#include "machine/heap.h"
#include "machine/memory.h"
#include "vidmm/vidmm_private.h"

struct vidmm *vidmm_create(struct machine *machine, const struct vidmm_ops *ops, void *context)
{
    struct vidmm *vidmm = MACHINE_NEW(machine, struct vidmm);

    vidmm->machine = machine;
    vidmm->ops = ops;
    vidmm->context = context;
    wait_queue_init(&vidmm->entrance);
    wait_queue_init(&vidmm->released);
    list_init(&vidmm->batch);
    list_init(&vidmm->accounts);
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
    DXGH_ASSERT(vidmm->committed_count == 0 && !vidmm->entered);
    for (uint32_t i = 0; i < vidmm->segment_count; i++) {
        range_allocator_fini(&vidmm->segments[i].ranges);
    }
    memory_pages_free(vidmm->machine, vidmm->dummy_pfn, 1);
    machine_heap_free(vidmm->machine, vidmm);
}

struct segment *vidmm_segment_add(struct vidmm *vidmm, const DXGK_SEGMENTDESCRIPTOR3 *descriptor,
                                  void *cpu)
{
    struct segment *segment = &vidmm->segments[vidmm->segment_count];

    DXGH_ASSERT(vidmm->segment_count < VIDMM_SEGMENTS_MAX);
    segment->id = ++vidmm->segment_count;
    segment->aperture = descriptor->Flags.Aperture;
    segment->cpu_visible = descriptor->Flags.CpuVisible;
    segment->cache_coherent = descriptor->Flags.CacheCoherent;
    segment->pitch_alignment = descriptor->Flags.PitchAlignment;
    segment->base = (uint64_t)descriptor->BaseAddress.QuadPart;
    segment->size_bytes = descriptor->Size;
    segment->commit_limit_bytes = descriptor->CommitLimit == 0
                                      ? segment->size_bytes
                                      : DXGH_MIN(descriptor->CommitLimit, segment->size_bytes);
    segment->cpu = cpu;
    segment->cpu_physical = (uint64_t)descriptor->CpuTranslatedAddress.QuadPart;
    vidmm->group_bytes[segment->aperture ? VIDMM_NON_LOCAL : VIDMM_LOCAL] +=
        segment->commit_limit_bytes;
    if (segment->aperture || cpu != NULL) {
        vidmm->visible_segments |= 1u << (segment->id - 1);
    }
    if (segment->aperture) {
        vidmm->aperture_segments |= 1u << (segment->id - 1);
    }
    range_allocator_init(&segment->ranges, vidmm->machine, segment->size_bytes);
    list_init(&segment->residents);
    for (uint32_t i = 0; i < VIDMM_RANK_COUNT; i++) {
        list_init(&segment->evictable[i]);
    }
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

void *vidmm_allocation_pointer(const struct vidmm_allocation *allocation)
{
    const struct segment *segment = allocation->segment;

    if (segment->aperture) {
        return allocation->backing;
    }
    return segment->cpu == NULL ? NULL : (char *)segment->cpu + allocation->offset;
}
