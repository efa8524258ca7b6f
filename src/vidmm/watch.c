/* SPDX-License-Identifier: MIT */
/*
 * What the CPU has locked and what may move all the same: the CPU sees it in a view that can be
 * turned from a place in memory to the backing store and back.
 *
 * Source: display/locking-swizzled-allocations.md: an eviction under the CPU's access does not
 * show. Choice: what the CPU writes while a transfer runs is copied behind it, and then the view is
 * turned, with no point between the two: nothing is lost, and nobody waits. Only that is copied,
 * since what a driver keeps in memory need not look like what it puts into the backing store.
 */
#include "machine/heap.h"
#include "vidmm/vidmm_private.h"

#include <string.h>

static char *place_of(const struct segment *segment, uint64_t offset)
{
    return (char *)segment->cpu + offset;
}

NTSTATUS vidmm_watch_begin(struct vidmm_allocation *allocation)
{
    const struct segment *segment = allocation->segment;
    uint32_t bit = 1u << (segment->id - 1);
    NTSTATUS status = STATUS_NOT_SUPPORTED;

    DXGH_ASSERT(allocation->pin_count > 0 && allocation->watch_segments == 0);
    if ((allowed_segments(allocation, false) & allowed_segments(allocation, true) & bit) != 0) {
        status = backing_need(allocation); /* it has to have somewhere to go */
    }
    if (NT_SUCCESS(status)) {
        allocation->watch_segments = segment->aperture ? allocation->vidmm->aperture_segments
                                                       : allocation->vidmm->visible_segments;
        allocation->seen = !segment->aperture;
        vidmm_allocation_unpin(allocation);
    }
    return status;
}

void vidmm_watch_end(struct vidmm_allocation *allocation)
{
    allocation->watch_segments = 0;
    allocation->seen = false;
}

static char *snapshot_take(struct machine *machine, const char *of, uint64_t bytes)
{
    return memcpy(machine_heap_alloc(machine, bytes), of, bytes);
}

/* What is not as it was in the snapshot goes to the other side. Frees the snapshot. */
static void snapshot_pass_on(struct machine *machine, char *snapshot, const char *from, char *to,
                             uint64_t bytes)
{
    for (uint64_t page = 0; page < bytes; page += DXGH_PAGE_SIZE) {
        if (memcmp(from + page, snapshot + page, DXGH_PAGE_SIZE) == 0) {
            continue;
        }
        for (uint64_t i = page; i < page + DXGH_PAGE_SIZE; i++) {
            to[i] = from[i] == snapshot[i] ? to[i] : from[i];
        }
    }
    machine_heap_free(machine, snapshot);
}

static void turn_to_backing(struct vidmm_allocation *allocation)
{
    allocation->has_content = true;
    allocation->seen = false;
    allocation->vidmm->ops->view_moved(allocation->vidmm->context, allocation, NULL);
}

NTSTATUS watch_leave(struct vidmm_allocation *allocation, const struct segment *segment,
                     uint64_t offset)
{
    struct machine *machine = allocation->vidmm->machine;
    uint64_t bytes = allocation->request.size_bytes;
    char *place = place_of(segment, offset);
    char *snapshot = snapshot_take(machine, place, bytes);
    NTSTATUS status = transfer_out(allocation, segment, offset);

    if (NT_SUCCESS(status)) {
        status = batch_run(allocation->vidmm);
    }
    if (NT_SUCCESS(status)) {
        snapshot_pass_on(machine, snapshot, place, allocation->backing, bytes);
    } else {
        machine_heap_free(machine, snapshot);
        memcpy(allocation->backing, place, bytes); /* the best there is */
    }
    turn_to_backing(allocation);
    return status;
}

void watch_lose(struct vidmm_allocation *allocation)
{
    memcpy(allocation->backing, place_of(allocation->segment, allocation->offset),
           allocation->request.size_bytes);
    turn_to_backing(allocation);
}

NTSTATUS watch_come(struct vidmm_allocation *allocation, enum paging_kind kind)
{
    struct vidmm *vidmm = allocation->vidmm;
    const struct segment *segment = allocation->segment;
    uint64_t bytes = allocation->request.size_bytes;
    char *snapshot = snapshot_take(vidmm->machine, allocation->backing, bytes);
    NTSTATUS status = batch_page(allocation, kind, segment, allocation->offset);

    if (NT_SUCCESS(status)) {
        status = batch_run(vidmm);
    }
    if (!NT_SUCCESS(status)) {
        machine_heap_free(vidmm->machine, snapshot);
        return status;
    }
    snapshot_pass_on(vidmm->machine, snapshot, allocation->backing,
                     place_of(segment, allocation->offset), bytes);
    allocation->has_content = true;
    allocation->dirty = true;
    allocation->seen = allocation->watch_segments != 0;
    if (allocation->seen) {
        vidmm->ops->view_moved(vidmm->context, allocation, segment);
    }
    return STATUS_SUCCESS;
}
