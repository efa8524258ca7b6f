/* SPDX-License-Identifier: MIT */
/*
 * One DMA buffer on its way: the buffer, its lists, and the packet the scheduler moves.
 *
 * Submissions belong to a context and are reused, so that the steady state allocates nothing. Their
 * lists have the sizes the driver asked for in DXGK_CONTEXTINFO and never shrink (DEVCTX-08).
 */
#ifndef DXGK_SUBMISSION_H
#define DXGK_SUBMISSION_H

#include "dxgk/allocation_private.h"
#include "dxgk/dma_buffer.h"

/* DMA buffers one context may have in flight before a client waits. Choice. */
#define SUBMISSIONS_PER_CONTEXT 32u

struct submission {
    struct packet packet;
    struct list link; /* context->free_submissions */
    struct context *context;
    struct dma_buffer dma;
    uint32_t used_bytes;
    DXGK_ALLOCATIONLIST *allocations; /* info.AllocationListSize elements */
    struct allocation **references;   /* parallel to it; NULL elements */
    uint32_t allocation_count;
    D3DDDI_PATCHLOCATIONLIST *patches; /* info.PatchLocationListSize elements */
    uint32_t patch_count;
};

/**
 * submission_get - a free submission of the context, waiting for one when all are in flight
 * Returns: STATUS_SUCCESS or STATUS_NO_MEMORY.
 * IRQL: PASSIVE_LEVEL.
 */
NTSTATUS submission_get(struct context *context, struct submission **out);
/** submission_put - back to the context, unqueued or retired. IRQL: <= DISPATCH_LEVEL. */
void submission_put(struct submission *submission);
/** submission_queue - hand a filled submission to the scheduler, or to the queue of a context that
 * synchronises. May wait while another thread is alone in the driver. */
void submission_queue(struct submission *submission);
/** submission_start - to the scheduler, now that its turn has come. Waits likewise. */
void submission_start(struct submission *submission);
/** submission_destroy_all - every one is free. IRQL: PASSIVE_LEVEL. */
void submission_destroy_all(struct context *context);

#endif /* DXGK_SUBMISSION_H */
