/* SPDX-License-Identifier: MIT */
/* Making memory resident for those who use it: packets, the screen, the CPU. */
#include "vidmm/vidmm_private.h"

void vidmm_enter(struct vidmm *vidmm)
{
    WAIT_UNTIL(vidmm->machine, &vidmm->entrance, !vidmm->entered && (vidmm->generation & 1) == 0);
    vidmm->entered = true;
    vidmm->batch_generation = vidmm->generation;
}

void vidmm_leave(struct vidmm *vidmm)
{
    DXGH_ASSERT(vidmm->entered && list_is_empty(&vidmm->batch));
    vidmm->entered = false;
    causality_release(&vidmm->entrance);
    wait_queue_wake(vidmm->machine, &vidmm->entrance);
}

static bool is_in(const struct vidmm_allocation *allocation, uint32_t allowed)
{
    return allocation->segment != NULL && (allowed & (1u << (allocation->segment->id - 1))) != 0;
}

static bool is_usable(const struct vidmm_allocation *allocation, bool written)
{
    return is_in(allocation, allowed_segments(allocation, written));
}

static uint32_t allowed_to_cpu(const struct vidmm_allocation *allocation)
{
    return allowed_segments(allocation, true) & allocation->vidmm->visible_segments;
}

static void note_use(struct vidmm_allocation *allocation, bool written)
{
    allocation->offer = VIDMM_NOT_OFFERED; /* pinned: in no list by rank */
    if (written) {
        allocation->has_content = true;
        allocation->dirty = !allocation->segment->aperture;
    }
}

/* Returns: false when no packet will let go of anything. */
static bool wait_for_release(struct vidmm *vidmm, uint64_t own_pins)
{
    uint64_t before = vidmm->packet_pins;

    if (before <= own_pins) {
        return false;
    }
    vidmm->statistics.waits++;
    vidmm->pressed = true;
    WAIT_UNTIL(vidmm->machine, &vidmm->released, vidmm->packet_pins < before);
    vidmm->pressed = false;
    return true;
}

/* What the CPU wrote to the backing store comes to the segment. */
static NTSTATUS renew(struct vidmm_allocation *allocation)
{
    allocation->stale = false;
    batch_add(allocation, false);
    if (alternate_is_away(allocation)) {
        return alternate_come(allocation);
    }
    return batch_page(allocation, PAGING_TRANSFER_IN, allocation->segment, allocation->offset);
}

/* Source: nc-d3dkmddi-dxgkddi_buildpagingbuffer.md: the GPU's writes to memory that it does not
 * snoop may still be on their way when the CPU reads there. Choice: a write behind them, to the
 * dummy page, and a read of what they wrote. */
static NTSTATUS make_coherent(struct vidmm_allocation *allocation)
{
    const struct segment *segment = allocation->segment;
    NTSTATUS status;

    if (!allocation->gpu_wrote || !segment->aperture ||
        (segment->cache_coherent && allocation->request.cached)) {
        return STATUS_SUCCESS;
    }
    allocation->gpu_wrote = false;
    allocation->vidmm->statistics.touches++;
    status = batch_page(allocation, PAGING_WRITE, segment, allocation->offset);
    return NT_SUCCESS(status) ? batch_page(allocation, PAGING_READ, segment, allocation->offset)
                              : status;
}

/* Resident and where this use allows it, at the end of the batch. The manager is held. */
static NTSTATUS make_resident(struct vidmm_allocation *allocation, uint32_t allowed,
                              uint64_t own_pins)
{
    struct vidmm *vidmm = allocation->vidmm;
    if (allocation->watch_segments != 0) {
        allowed &= allocation->watch_segments;
    }

    bool was_there = is_in(allocation, allowed); /* else what comes in is as new as it can be */
    NTSTATUS status = STATUS_SUCCESS;

    while (!is_in(allocation, allowed)) {
        if (allocation->segment != NULL && allocation->pin_count == 0) {
            status = leave_one(allocation, allowed);
        } else if (allocation->segment != NULL) {
            status = STATUS_GRAPHICS_NO_VIDEO_MEMORY;
        }
        if (NT_SUCCESS(status) && allocation->segment == NULL) {
            status = place_one(allocation, allowed);
        }
        if (status == STATUS_GRAPHICS_NO_VIDEO_MEMORY && wait_for_release(vidmm, own_pins)) {
            status = STATUS_SUCCESS;
            continue;
        }
        if (!NT_SUCCESS(status)) {
            return status;
        }
    }
    return was_there && allocation->stale ? renew(allocation) : STATUS_SUCCESS;
}

NTSTATUS vidmm_need(struct vidmm *vidmm, struct vidmm_reference *reference, uint64_t own_pins)
{
    NTSTATUS status;

    DXGH_ASSERT(vidmm->entered && !reference->pinned);
    status = make_resident(reference->allocation,
                           allowed_segments(reference->allocation, reference->written), own_pins);
    if (NT_SUCCESS(status)) {
        residency_pin(reference->allocation);
        note_use(reference->allocation, reference->written);
        reference->allocation->gpu_wrote |= reference->written;
        reference->pinned = true;
        vidmm->packet_pins++;
    }
    return status;
}

void vidmm_release(struct vidmm *vidmm, struct vidmm_reference *references, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        if (references[i].pinned) {
            references[i].pinned = false;
            vidmm->packet_pins--;
            vidmm_allocation_unpin(references[i].allocation);
        }
    }
    if (DXGH_UNLIKELY(vidmm->pressed)) {
        wait_queue_wake(vidmm->machine, &vidmm->released);
    }
}

/* All of it is resident: nothing here takes longer than a few list operations, and nothing waits.
 * Somebody who waits for memory goes first, or he would wait for ever. */
static bool prepare_at_once(struct vidmm *vidmm, struct vidmm_reference *references, uint32_t count)
{
    if (vidmm->pressed) {
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        struct vidmm_allocation *allocation = references[i].allocation;

        if (allocation == NULL) {
            continue;
        }
        if (allocation->moving || allocation->stale ||
            !is_usable(allocation, references[i].written)) {
            vidmm_release(vidmm, references, i);
            return false;
        }
        residency_pin(allocation);
        note_use(allocation, references[i].written);
        allocation->gpu_wrote |= references[i].written;
        references[i].pinned = true;
        vidmm->packet_pins++;
    }
    return true;
}

/* What is there is kept first, so that it does not make room for the rest. */
static NTSTATUS need_all(struct vidmm *vidmm, struct vidmm_reference *references, uint32_t count)
{
    uint64_t pins = 0;

    for (uint32_t pass = 0; pass < 2; pass++) {
        for (uint32_t i = 0; i < count; i++) {
            struct vidmm_reference *reference = &references[i];
            NTSTATUS status;

            if (reference->allocation == NULL || reference->pinned ||
                (pass == 0 && !is_usable(reference->allocation, reference->written))) {
                continue;
            }
            status = vidmm_need(vidmm, reference, pins);
            if (!NT_SUCCESS(status)) {
                return status;
            }
            pins++;
        }
    }
    return STATUS_SUCCESS;
}

NTSTATUS vidmm_prepare(struct vidmm *vidmm, struct vidmm_reference *references, uint32_t count)
{
    NTSTATUS status;
    NTSTATUS flushed;

    if (DXGH_LIKELY(prepare_at_once(vidmm, references, count))) {
        return STATUS_SUCCESS;
    }
    vidmm_enter(vidmm);
    status = need_all(vidmm, references, count);
    flushed = vidmm_flush(vidmm);
    status = NT_SUCCESS(flushed) ? status : flushed;
    if (!NT_SUCCESS(status)) {
        vidmm_release(vidmm, references, count);
    }
    vidmm_leave(vidmm);
    return status;
}

/* Single allocations */

static NTSTATUS bring(struct vidmm_allocation *allocation, uint32_t allowed, bool pin, bool written)
{
    struct vidmm *vidmm = allocation->vidmm;
    NTSTATUS status;
    NTSTATUS flushed;

    vidmm_enter(vidmm);
    status = make_resident(allocation, allowed, 0);
    if (NT_SUCCESS(status) && pin) {
        residency_pin(allocation);
        note_use(allocation, written);
    }
    flushed = vidmm_flush(vidmm);
    if (!NT_SUCCESS(flushed) && NT_SUCCESS(status) && pin) {
        vidmm_allocation_unpin(allocation);
    }
    vidmm_leave(vidmm);
    return NT_SUCCESS(flushed) ? status : flushed;
}

NTSTATUS vidmm_allocation_commit(struct vidmm_allocation *allocation)
{
    return bring(allocation, allowed_segments(allocation, false), false, false);
}

NTSTATUS vidmm_allocation_pin(struct vidmm_allocation *allocation, bool written)
{
    return bring(allocation, allowed_segments(allocation, written), true, written);
}

bool vidmm_allocation_can_be_seen(const struct vidmm_allocation *allocation)
{
    return allowed_to_cpu(allocation) != 0;
}

NTSTATUS vidmm_allocation_pin_visible(struct vidmm_allocation *allocation, bool written)
{
    struct vidmm *vidmm = allocation->vidmm;
    NTSTATUS status = bring(allocation, allowed_to_cpu(allocation), true, written);
    NTSTATUS flushed;

    if (!NT_SUCCESS(status) || !allocation->gpu_wrote) {
        return status;
    }
    vidmm_enter(vidmm);
    status = allocation->segment == NULL ? STATUS_DEVICE_REMOVED : make_coherent(allocation);
    flushed = vidmm_flush(vidmm);
    status = NT_SUCCESS(flushed) ? status : flushed;
    if (!NT_SUCCESS(status)) {
        vidmm_allocation_unpin(allocation);
    }
    vidmm_leave(vidmm);
    return status;
}

NTSTATUS vidmm_allocation_save(struct vidmm_allocation *allocation)
{
    struct vidmm *vidmm = allocation->vidmm;
    NTSTATUS status;
    NTSTATUS flushed;

    vidmm_enter(vidmm);
    status = backing_need(allocation);
    if (NT_SUCCESS(status) && !allocation->has_content) {
        __builtin_memset(allocation->backing, 0, allocation->request.size_bytes);
    } else if (NT_SUCCESS(status) && allocation->dirty) {
        batch_add(allocation, true);
        status =
            batch_page(allocation, PAGING_TRANSFER_OUT, allocation->segment, allocation->offset);
    }
    flushed = vidmm_flush(vidmm);
    status = NT_SUCCESS(flushed) ? status : flushed;
    allocation->dirty &= !NT_SUCCESS(status);
    vidmm_leave(vidmm);
    return status;
}

void vidmm_allocation_changed(struct vidmm_allocation *allocation)
{
    allocation->has_content = true;
    allocation->dirty = false;
    allocation->stale = allocation->segment != NULL && !allocation->segment->aperture;
}

NTSTATUS vidmm_allocation_bring_home(struct vidmm_allocation *allocation, bool written)
{
    NTSTATUS status = STATUS_SUCCESS;

    if (alternate_is_away(allocation)) {
        status = vidmm_allocation_commit(allocation); /* only a driver brings it from there */
    }
    if (NT_SUCCESS(status)) {
        status = vidmm_allocation_evict(allocation);
    }
    if (NT_SUCCESS(status)) {
        status = backing_need(allocation);
    }
    if (NT_SUCCESS(status)) {
        if (!allocation->has_content) {
            __builtin_memset(allocation->backing, 0, allocation->request.size_bytes);
        }
        allocation->has_content |= written;
        allocation->offer = VIDMM_NOT_OFFERED;
    }
    return status;
}

NTSTATUS vidmm_allocation_evict(struct vidmm_allocation *allocation)
{
    struct vidmm *vidmm = allocation->vidmm;
    NTSTATUS status = STATUS_SUCCESS;
    NTSTATUS flushed;

    vidmm_enter(vidmm);
    if (allocation->segment != NULL) {
        status = allocation->pin_count > 0 ? STATUS_GRAPHICS_CANT_EVICT_PINNED_ALLOCATION
                                           : evict_one(allocation);
    }
    flushed = vidmm_flush(vidmm);
    vidmm_leave(vidmm);
    return NT_SUCCESS(flushed) ? status : flushed;
}

void vidmm_reset_begin(struct vidmm *vidmm)
{
    DXGH_ASSERT((vidmm->generation & 1) == 0);
    vidmm->generation++;
}

void vidmm_reset_end(struct vidmm *vidmm)
{
    DXGH_ASSERT((vidmm->generation & 1) != 0);
    vidmm->generation++;
    wait_queue_wake(vidmm->machine, &vidmm->entrance);
}

void vidmm_reset_wait(struct vidmm *vidmm)
{
    WAIT_UNTIL(vidmm->machine, &vidmm->entrance, (vidmm->generation & 1) == 0);
}

bool vidmm_allocation_survives(const struct vidmm_allocation *allocation)
{
    bool is_kept = allocation->pin_count > allocation->stuck ||
                   (allocation->alternate != NULL && !allocation->alternate->away) ||
                   allocation->seen;

    return is_kept && !allocation->moving && !allocation->segment->aperture;
}

void vidmm_allocation_forget(struct vidmm_allocation *allocation)
{
    if (allocation->segment == NULL) {
        return;
    }
    if (allocation->seen) {
        watch_lose(allocation);
        allocation->dirty = false;
    }
    residency_detach(allocation);
    if (allocation->dirty) {
        allocation->has_content = false; /* what the backing store has is older */
        allocation->dirty = false;
    }
}

void vidmm_allocation_fini(struct vidmm_allocation *allocation)
{
    struct vidmm *vidmm = allocation->vidmm;

    DXGH_ASSERT(allocation->pin_count == allocation->stuck);
    vidmm_enter(vidmm);
    if (allocation->stuck) {
        allocation->stuck = false;
        vidmm_allocation_unpin(allocation);
    }
    /* A reset while we waited to enter may have taken the place back already. */
    if (allocation->segment != NULL && allocation->segment->aperture) {
        (void)evict_one(allocation);
    } else if (allocation->segment != NULL) {
        residency_detach(allocation);
    }
    (void)vidmm_flush(vidmm);
    vidmm_leave(vidmm);
    alternate_end(allocation);
    account_drop(allocation);
    backing_free(allocation);
}
