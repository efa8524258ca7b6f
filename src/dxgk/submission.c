/* SPDX-License-Identifier: MIT */
#include "dxgk/submission.h"

#include "dxgk/audit.h"
#include "dxgk/command.h"
#include "dxgk/context_allocation.h"
#include "dxgk/dma_watch.h"
#include "dxgk/dump.h"
#include "dxgk/gate_calls.h"
#include "dxgk/render_private.h"
#include "dxgk/sync_queue.h"
#include "machine/causality.h"
#include "machine/heap.h"
#include "trace/trace.h"
#include "verify/names.h"

static struct submission *submission_of(struct packet *packet)
{
    return DXGH_CONTAINER_OF(packet, struct submission, packet);
}

static struct adapter *adapter_of(const struct submission *submission)
{
    return submission->context->device->adapter;
}

static bool prepare(struct packet *packet)
{
    return submission_prepare(submission_of(packet));
}

static struct command command_of(const struct submission *submission)
{
    return (struct command){
        .context = submission->context->driver_handle,
        .dma = &submission->dma,
        .start = submission->start,
        .end = submission->end,
        .private_end = submission->dma.private_bytes,
        .null_rendering = submission->null_rendering,
        .flip = submission->flip,
        .allocations = submission->allocations,
        .allocation_count = submission->allocation_count,
        .patches = submission->patches,
        .patch_count = submission->patch_count,
        .first_patch = submission->first_patch,
        .patch_end = submission->patch_end,
        .told = submission->told,
        .translation = submission->translator->name,
        .initial_patch = submission->translator->initial_patch,
    };
}

static void update_list(struct submission *submission)
{
    for (uint32_t i = 0; i < submission->allocation_count; i++) {
        if (submission->references[i] != NULL) {
            submission->told[i] &= !allocation_list_update(&submission->allocations[i],
                                                           submission->uses[i].allocation);
        }
    }
}

/* Everything in it is where the translation was told it is, and so was written. */
static bool is_patched_already(const struct submission *submission)
{
    for (uint32_t i = submission->first_patch; i < submission->patch_end; i++) {
        uint32_t index = submission->patches[i].AllocationIndex;

        if (submission->references[index] != NULL && !submission->told[index]) {
            return false;
        }
    }
    return true;
}

/* Rule PATCH-17: Patch may be left out then. Choice: by chance, so that a driver is seen to survive
 * both. */
void submission_patch(struct submission *submission, const struct packet *packet)
{
    struct adapter *adapter = adapter_of(submission);
    struct command command = command_of(submission);

    update_list(submission);
    if (decision_make(&adapter->machine->decision, DECISION_ORDER, 2) == 0 ||
        adapter->verifier.AlwaysRepatch || !is_patched_already(submission)) {
        command_patch(adapter, packet, &command);
    }
    if (DXGH_UNLIKELY(adapter->audit != NULL)) {
        adapter->audit->submitting(adapter->audit->context, submission, packet);
    }
}

void submission_submit(const struct submission *submission, const struct packet *packet)
{
    struct command command = command_of(submission);

    command_submit(adapter_of(submission), packet, &command);
}

static void patch(struct packet *packet)
{
    submission_patch(submission_of(packet), packet);
}

static void submit(struct packet *packet)
{
    submission_submit(submission_of(packet), packet);
}

/* The hardware gave it back: memory may move until its next turn. */
static void unprepare(struct packet *packet)
{
    submission_unprepare(submission_of(packet));
}

/* Source: nc-d3dkmddi-dxgkddi_cancelcommand.md; only for drivers with CancelCommandAware */
static void cancel(struct packet *packet)
{
    struct submission *submission = submission_of(packet);
    struct adapter *adapter = adapter_of(submission);
    struct dma_buffer *dma = &submission->dma;
    DXGKARG_CANCELCOMMAND args = {
        .hContext = submission->context->driver_handle,
        .pDmaBuffer = dma->cpu,
        .DmaBufferSize = dma->size_bytes,
        .DmaBufferSubmissionEndOffset = submission->used_bytes,
        .pDmaBufferPrivateData = dma->private_data,
        .DmaBufferPrivateDataSize = dma->private_bytes,
        .DmaBufferPrivateDataSubmissionEndOffset = dma->private_bytes,
    };
    NTSTATUS status;

    if (!adapter->caps.SchedulingCaps.CancelCommandAware) {
        return;
    }
    status = gate_CancelCommand(adapter, &args);
    if (args.pDmaBuffer != dma->cpu) {
        verify_report(
            adapter->machine, RULE_CANCEL_07, "DxgkDdiCancelCommand",
            "pDmaBuffer was changed. The buffer is cancelled whole; leave the pointer alone.");
    }
    if (status != STATUS_SUCCESS) {
        verify_report(
            adapter->machine, RULE_CANCEL_01, "DxgkDdiCancelCommand",
            "DxgkDdiCancelCommand returned %s. The packet never reached the hardware: free "
            "what you keep for it and return STATUS_SUCCESS.",
            verify_status_name(status));
        adapter_bugcheck(adapter, DUMP_VIDEO_SCHEDULER_INTERNAL_ERROR, SCHEDULER_CANCEL_FAILED,
                         (uint32_t)status, (uintptr_t)&args, (uintptr_t)packet,
                         "DxgkDdiCancelCommand returned %s. It must succeed.",
                         verify_status_name(status));
    }
}

void submission_hold(struct submission *submission)
{
    for (uint32_t i = 0; i < submission->use_count; i++) {
        if (submission->uses[i].allocation != NULL) {
            submission->uses[i].allocation->users++;
        }
    }
}

static void let_go(struct submission *submission)
{
    for (uint32_t i = 0; i < submission->use_count; i++) {
        if (submission->uses[i].allocation != NULL) {
            submission->uses[i].allocation->users--;
        }
    }
    submission->use_count = 0;
    wait_queue_wake(adapter_of(submission)->machine, &adapter_of(submission)->sched->retired);
}

static void retire(struct packet *packet, enum packet_result result)
{
    struct submission *submission = submission_of(packet);

    (void)result;
    submission_unprepare(submission);
    for (uint32_t i = 0; i < submission->allocation_count; i++) {
        if (submission->references[i] != NULL) {
            submission->references[i]->use_count--;
        }
    }
    submission->context->outstanding--;
    submission_put(submission);
}

static const struct sched_ops render_ops = {
    .prepare = prepare,
    .unprepare = unprepare,
    .patch = patch,
    .submit = submit,
    .cancel = cancel,
    .retire = retire,
};

static void submission_destroy(struct submission *submission)
{
    struct machine *machine = adapter_of(submission)->machine;

    dma_buffer_fini(&submission->dma);
    machine_heap_free(machine, submission->patches);
    machine_heap_free(machine, submission->uses);
    machine_heap_free(machine, submission->references);
    machine_heap_free(machine, submission->told);
    machine_heap_free(machine, submission->allocations);
    machine_heap_free(machine, submission);
}

static NTSTATUS submission_create(struct context *context, struct submission **out)
{
    struct adapter *adapter = context->device->adapter;
    const DXGK_CONTEXTINFO *info = &context->info;
    struct submission *submission = MACHINE_NEW(adapter->machine, struct submission);
    NTSTATUS status = STATUS_NO_MEMORY;

    submission->context = context;
    submission->packet.ops = &render_ops;
    submission->packet.kind = PACKET_RENDER;
    submission->packet.node = context->node;
    submission->packet.context = &context->schedule;
    if (info->AllocationListSize * sizeof(*submission->allocations) > ADAPTER_REQUEST_BYTES_MAX ||
        info->PatchLocationListSize * sizeof(*submission->patches) > ADAPTER_REQUEST_BYTES_MAX) {
        goto destroy;
    }
    submission->allocations = machine_heap_alloc_guarded(
        adapter->machine, info->AllocationListSize * sizeof(*submission->allocations));
    submission->references = machine_heap_alloc(
        adapter->machine, info->AllocationListSize * sizeof(*submission->references));
    submission->told =
        machine_heap_alloc(adapter->machine, info->AllocationListSize * sizeof(*submission->told));
    submission->uses =
        machine_heap_alloc(adapter->machine, (info->AllocationListSize + CONTEXT_ALLOCATIONS_MAX) *
                                                 sizeof(*submission->uses));
    submission->patches = machine_heap_alloc_guarded(
        adapter->machine, info->PatchLocationListSize * sizeof(*submission->patches));
    status = dma_buffer_init(adapter, &submission->dma, info->DmaBufferSize,
                             info->DmaBufferSegmentSet, info->DmaBufferPrivateDataSize);
    if (!NT_SUCCESS(status)) {
        goto destroy;
    }
    dma_watch_reserve(adapter, submission->dma.size_bytes);
    context->submission_count++;
    *out = submission;
    return STATUS_SUCCESS;

destroy:
    submission_destroy(submission);
    return status;
}

NTSTATUS submission_get(struct context *context, struct submission **out)
{
    struct adapter *adapter = context->device->adapter;
    struct list *link;

    if (list_is_empty(&context->free_submissions) &&
        context->submission_count < SUBMISSIONS_PER_CONTEXT) {
        NTSTATUS status = submission_create(context, out);

        if (NT_SUCCESS(status) || context->submission_count == 0) {
            return status;
        }
    }
    WAIT_UNTIL(adapter->machine, &context->changed, !list_is_empty(&context->free_submissions));
    link = list_pop_front(&context->free_submissions);
    *out = LIST_ENTRY_OF(link, struct submission, link);
    causality_acquire(*out);
    return STATUS_SUCCESS;
}

void submission_put(struct submission *submission)
{
    struct context *context = submission->context;

    let_go(submission);
    submission->allocation_count = 0;
    submission->patch_count = 0;
    submission->used_bytes = 0;
    submission->start = 0;
    submission->first_patch = 0;
    submission->packet.more = false;
    causality_release(submission);
    list_push_front(&context->free_submissions, &submission->link);
    wait_queue_wake(adapter_of(submission)->machine, &context->changed);
}

void submission_queue(struct submission *submission)
{
    for (uint32_t i = 0; i < submission->allocation_count; i++) {
        if (submission->references[i] != NULL) {
            submission->references[i]->use_count++;
        }
    }
    submission->context->outstanding++;
    if (!sync_queue_defer(submission)) {
        submission_start(submission);
    }
}

void submission_start(struct submission *submission)
{
    struct adapter *adapter = adapter_of(submission);

    level_wait_shared(adapter);
    sched_packet_queue(adapter->sched, &submission->packet);
}

void submission_destroy_all(struct context *context)
{
    struct list *link;

    while ((link = list_pop_front(&context->free_submissions)) != NULL) {
        submission_destroy(LIST_ENTRY_OF(link, struct submission, link));
        context->submission_count--;
    }
    DXGH_ASSERT(context->submission_count == 0);
}
