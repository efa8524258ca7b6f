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

struct translator;

struct submission {
    struct packet packet;
    struct list link; /* context->free_submissions */
    struct context *context;
    struct dma_buffer dma;
    uint32_t used_bytes;
    DXGK_ALLOCATIONLIST *allocations; /* info.AllocationListSize elements */
    struct allocation **references;   /* parallel to it; NULL elements */
    struct vidmm_reference *uses;     /* parallel to it, and then those of the context itself */
    bool *
        told; /* likewise: still where the translation was told it is; then Patch may be left out */
    const struct translator *translator;
    uint32_t allocation_count;
    uint32_t use_count;                /* allocation_count, and what the context itself needs */
    D3DDDI_PATCHLOCATIONLIST *patches; /* info.PatchLocationListSize elements */
    uint32_t patch_count;
    /* What goes to the hardware next: all of it, or the next part when it is split. What comes
     * before has been executed. */
    uint32_t start; /* bytes of the buffer */
    uint32_t end;
    uint32_t first_patch; /* elements of the patch list */
    uint32_t patch_end;
    struct packet part; /* carries every part but the last */
    bool null_rendering;
    bool flip;
};

/**
 * submission_get - a free submission of the context, waiting for one when all are in flight
 * Returns: STATUS_SUCCESS or STATUS_NO_MEMORY.
 * IRQL: PASSIVE_LEVEL.
 */
NTSTATUS submission_get(struct context *context, struct submission **out);
/** submission_put - back to the context, unqueued or retired. IRQL: <= DISPATCH_LEVEL. */
void submission_put(struct submission *submission);
/** submission_hold - count what it uses, until submission_put: nothing of it goes away meanwhile */
void submission_hold(struct submission *submission);
/** submission_queue - hand a filled submission to the scheduler, or to the queue of a context that
 * synchronises. May wait while another thread is alone in the driver. */
void submission_queue(struct submission *submission);
/** submission_start - to the scheduler, now that its turn has come. Waits likewise. */
void submission_start(struct submission *submission);

/* The packet's life; split.c has the first. */

/**
 * submission_prepare - make what it refers to resident, in parts when it does not fit at once
 * All parts but the last have been executed on return.
 * Returns: false when it cannot be run; then its device is in error. IRQL: PASSIVE_LEVEL.
 */
bool submission_prepare(struct submission *submission);
/** submission_unprepare - let its memory move. IRQL: <= DISPATCH_LEVEL. */
void submission_unprepare(struct submission *submission);
/** submission_patch, submission_submit - of [start, end), with the packet's fence */
void submission_patch(struct submission *submission, const struct packet *packet);
void submission_submit(const struct submission *submission, const struct packet *packet);

/** submission_destroy_all - every one is free. IRQL: PASSIVE_LEVEL. */
void submission_destroy_all(struct context *context);

#endif /* DXGK_SUBMISSION_H */
