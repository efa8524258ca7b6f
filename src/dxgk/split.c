/* SPDX-License-Identifier: MIT */
/*
 * Preparing a DMA buffer, and cutting it up when its allocations do not fit together.
 *
 * The patch list is walked in order, as the commands are. Each element binds an allocation to a
 * slot, or unbinds it (a NULL handle), from its SplitOffset on. When there is no room for a group
 * of elements with the same SplitOffset, what comes before it is executed first; after that only
 * what is still bound has to stay. When there is no room for a group at the beginning of a part,
 * there never will be, and the device is out of memory.
 *
 * The parts run while the packet is in preparation, so nothing but paging comes between them on
 * their engine: what the Windows 7 model requires. In the Windows 8 model other contexts may come
 * between; there the packet steps back by chance behind those of its level after a part, and goes
 * on where it was when it is prepared again. Nothing is bound over that: with leak detection every
 * slot is bound again at the split point.
 *
 * Source: display/splitting-a-dma-buffer.md; rules SPLIT-01 to -13. Choice: SplitOffset may repeat,
 * so "increasing" means not decreasing.
 */
#include "dxgk/submission.h"

#include "dxgk/audit.h"
#include "machine/heap.h"
#include "trace/trace.h"

struct split {
    struct submission *submission;
    struct vidmm *vidmm;
    uint32_t slot_count;
    uint32_t *slots; /* index into the allocation list of what is bound; 0: nothing known */
    uint64_t pins;   /* how many of the submission's uses are kept */
    bool stepped_back;
};

static struct adapter *adapter_of(const struct submission *submission)
{
    return submission->context->device->adapter;
}

static bool can_run(const struct submission *submission)
{
    return submission->context->device->state == DEVICE_OK && !submission->context->schedule.lost;
}

void submission_unprepare(struct submission *submission)
{
    struct adapter *adapter = adapter_of(submission);

    if (DXGH_UNLIKELY(adapter->audit != NULL)) {
        adapter->audit->released(adapter->audit->context, submission);
    }
    vidmm_release(adapter->vidmm, submission->uses, submission->use_count);
}

/* One part, ahead of everything that is not with the hardware yet. */

static struct submission *submission_of(struct packet *part)
{
    return DXGH_CONTAINER_OF(part, struct submission, part);
}

static bool part_prepare(struct packet *part)
{
    return can_run(submission_of(part));
}

static void part_patch(struct packet *part)
{
    submission_patch(submission_of(part), part);
}

static void part_submit(struct packet *part)
{
    submission_submit(submission_of(part), part);
}

static void part_retire(struct packet *part, enum packet_result result)
{
    (void)part;
    (void)result;
}

static const struct sched_ops part_ops = { .prepare = part_prepare,
                                           .patch = part_patch,
                                           .submit = part_submit,
                                           .retire = part_retire };

/* Returns: false when it was not executed to its end. */
static bool run_part(struct submission *submission)
{
    struct adapter *adapter = adapter_of(submission);

    submission->part.ops = &part_ops;
    submission->part.kind = PACKET_RENDER;
    submission->part.node = submission->packet.node;
    submission->part.context = submission->packet.context;
    submission->part.is_part = true;
    submission->part.more = true;
    trace_emit(adapter->machine, TRACE_SPLIT, submission->packet.id, submission->start,
               submission->end);
    return sched_packet_run_now(adapter->sched, &submission->part) == PACKET_COMPLETED &&
           can_run(submission);
}

/* The walk */

static const D3DDDI_PATCHLOCATIONLIST *element(const struct split *split, uint32_t index)
{
    return &split->submission->patches[index];
}

/* Returns: the element behind the group that begins here. */
static uint32_t group_end(const struct split *split, uint32_t first)
{
    uint32_t end = first;

    while (end < split->submission->patch_count &&
           element(split, end)->SplitOffset == element(split, first)->SplitOffset) {
        end++;
    }
    return end;
}

static void bind(struct split *split, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++) {
        split->slots[element(split, i)->SlotId] = element(split, i)->AllocationIndex + 1;
    }
}

/* What a buffer that goes on behind a split point finds bound: not what the group there replaces.
 */
static void bind_so_far(struct split *split, uint32_t next)
{
    uint32_t end = next < split->submission->patch_count ? group_end(split, next) : next;

    bind(split, 0, next);
    for (uint32_t i = next; i < end; i++) {
        split->slots[element(split, i)->SlotId] = 0;
    }
}

static void release_use(struct split *split, struct vidmm_reference *use)
{
    if (use->pinned) {
        vidmm_release(split->vidmm, use, 1);
        split->pins--;
    }
}

static NTSTATUS need_use(struct split *split, uint32_t index)
{
    struct vidmm_reference *use = &split->submission->uses[index];
    NTSTATUS status;

    if (use->allocation == NULL || use->pinned) {
        return STATUS_SUCCESS;
    }
    status = vidmm_need(split->vidmm, use, split->pins);
    split->pins += use->pinned;
    return status;
}

/* All of the group, or nothing new of it: what does not stay may move while the part runs. */
static NTSTATUS need_group(struct split *split, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++) {
        struct vidmm_reference *use = &split->submission->uses[element(split, i)->AllocationIndex];
        bool was_pinned = use->pinned;
        NTSTATUS status = need_use(split, element(split, i)->AllocationIndex);

        if (!NT_SUCCESS(status)) {
            return status;
        }
        use->fresh |= !was_pinned && use->pinned;
    }
    return STATUS_SUCCESS;
}

static void settle_group(struct split *split, uint32_t first, uint32_t end, bool keep)
{
    for (uint32_t i = first; i < end; i++) {
        struct vidmm_reference *use = &split->submission->uses[element(split, i)->AllocationIndex];

        if (use->fresh && !keep) {
            release_use(split, use);
        }
        use->fresh = false;
    }
}

/* After a part only what is bound still has to be where it was. */
static void release_unbound(struct split *split)
{
    struct submission *submission = split->submission;

    for (uint32_t i = 0; i < submission->allocation_count; i++) {
        submission->uses[i].fresh = true;
    }
    for (uint32_t slot = 0; slot < split->slot_count; slot++) {
        if (split->slots[slot] != 0) {
            submission->uses[split->slots[slot] - 1].fresh = false;
        }
    }
    for (uint32_t i = 0; i < submission->allocation_count; i++) {
        if (submission->uses[i].fresh) {
            release_use(split, &submission->uses[i]);
        }
        submission->uses[i].fresh = false;
    }
}

static NTSTATUS execute_until(struct split *split, uint32_t next)
{
    struct submission *submission = split->submission;
    NTSTATUS status = vidmm_flush(split->vidmm);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    submission->end = element(split, next)->SplitOffset;
    submission->patch_end = next;
    if (!run_part(submission)) {
        return STATUS_DEVICE_REMOVED;
    }
    submission->start = submission->end;
    submission->first_patch = next;
    /* What the coming group replaces or unbinds is not used by any command behind it. */
    bind(split, next, group_end(split, next));
    release_unbound(split);
    return STATUS_SUCCESS;
}

/* What the context itself needs: every part needs it. */
static NTSTATUS need_own(struct split *split)
{
    const struct submission *submission = split->submission;
    NTSTATUS status = STATUS_SUCCESS;

    for (uint32_t i = submission->allocation_count; i < submission->use_count && NT_SUCCESS(status);
         i++) {
        status = need_use(split, i);
    }
    return status;
}

/* Perhaps the allocations of one command are in each other's way, or the context's in theirs. At
 * the beginning of a part all may move but what is bound. */
static NTSTATUS move_all(struct split *split)
{
    struct submission *submission = split->submission;
    NTSTATUS status;

    for (uint32_t i = submission->allocation_count; i < submission->use_count; i++) {
        release_use(split, &submission->uses[i]);
    }
    status = vidmm_evict_all(split->vidmm);
    return NT_SUCCESS(status) ? need_own(split) : status;
}

/* Rule SPLIT-10 */
static bool steps_back(const struct split *split)
{
    const struct adapter *adapter = adapter_of(split->submission);
    const DXGK_VIDSCHCAPS *caps = &adapter->caps.SchedulingCaps;

    return caps->PreemptionAware && !caps->NoDmaPatching &&
           decision_make(&adapter->machine->decision, DECISION_ORDER, 2) != 0;
}

static NTSTATUS walk(struct split *split)
{
    struct submission *submission = split->submission;
    uint32_t next = submission->first_patch;
    NTSTATUS status;
    bool moved = false;

    bind_so_far(split, next);
    status = need_own(split);
    for (uint32_t slot = 0; slot < split->slot_count && NT_SUCCESS(status); slot++) {
        status = split->slots[slot] == 0 ? STATUS_SUCCESS : need_use(split, split->slots[slot] - 1);
    }
    while (NT_SUCCESS(status) && next < submission->patch_count && !split->stepped_back) {
        uint32_t end = group_end(split, next);

        status = need_group(split, next, end);
        settle_group(split, next, end, NT_SUCCESS(status));
        if (NT_SUCCESS(status)) {
            bind(split, next, end);
            next = end;
            moved = false;
        } else if (status == STATUS_GRAPHICS_NO_VIDEO_MEMORY &&
                   element(split, next)->SplitOffset > submission->start) {
            status = execute_until(split, next);
            split->stepped_back = NT_SUCCESS(status) && steps_back(split);
        } else if (status == STATUS_GRAPHICS_NO_VIDEO_MEMORY && !moved) {
            status = move_all(split);
            moved = true;
        }
    }
    return status;
}

static uint32_t count_slots(const struct submission *submission)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < submission->patch_count; i++) {
        count = DXGH_MAX(count, submission->patches[i].SlotId + 1u);
    }
    return count;
}

static NTSTATUS prepare_in_parts(struct submission *submission)
{
    struct adapter *adapter = adapter_of(submission);
    struct split split = { .submission = submission,
                           .vidmm = adapter->vidmm,
                           .slot_count = count_slots(submission) };
    NTSTATUS status;
    NTSTATUS flushed;

    split.slots =
        machine_heap_alloc(adapter->machine, (split.slot_count + 1) * sizeof(*split.slots));
    vidmm_enter(split.vidmm);
    status = walk(&split);
    flushed = vidmm_flush(split.vidmm);
    status = NT_SUCCESS(flushed) ? status : flushed;
    if (!NT_SUCCESS(status) || split.stepped_back) {
        submission_unprepare(submission);
    }
    submission->packet.steps_back = NT_SUCCESS(status) && split.stepped_back;
    vidmm_leave(split.vidmm);
    machine_heap_free(adapter->machine, split.slots);
    return status;
}

bool submission_prepare(struct submission *submission)
{
    struct adapter *adapter = adapter_of(submission);
    NTSTATUS status = STATUS_GRAPHICS_NO_VIDEO_MEMORY;

    if (!can_run(submission)) {
        return false;
    }
    /* One whose last part was preempted goes on with that. */
    if (submission->start == 0) {
        status = vidmm_prepare(adapter->vidmm, submission->uses, submission->use_count);
    }
    if (status == STATUS_GRAPHICS_NO_VIDEO_MEMORY) {
        status = prepare_in_parts(submission);
    }
    submission->end = submission->used_bytes;
    submission->patch_end = submission->patch_count;
    if (!NT_SUCCESS(status) && status != STATUS_DEVICE_REMOVED) { /* else the adapter was reset */
        device_fail(submission->context->device, DEVICE_ERROR_OUT_OF_MEMORY);
    }
    if (DXGH_UNLIKELY(adapter->audit != NULL) && NT_SUCCESS(status) &&
        !submission->packet.steps_back) {
        adapter->audit->prepared(adapter->audit->context, submission);
    }
    return NT_SUCCESS(status);
}
