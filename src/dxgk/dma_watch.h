/* SPDX-License-Identifier: MIT */
/*
 * What a driver may change in a DMA buffer, and when.
 *
 * A copy of the buffer is taken before DxgkDdiPatch and compared after it, before
 * DxgkDdiSubmitCommand and after that. Between them may change:
 *   in Patch    the addresses that moved, what stands beside them, and the fence command at the end
 *   in Submit   the fence command, wherever in the submitted bytes it is
 *   otherwise   nothing
 * An address that is still where the translation was told it is must not change at all: the
 * translation had to write it, since Patch may be left out (submission.c leaves it out by chance).
 *
 * One buffer of an adapter is watched at a time: the first WATCHED_AT_FIRST that are patched, and
 * every WATCHED_LATER-th after them, so that a packet costs no more on average.
 *
 * Source: nc-d3dkmddi-dxgkddi_patch.md, nc-d3dkmddi-dxgkddi_render.md; rules PATCH-02, -03, -06,
 * -16, RENDERKM-16. Choice: what is beside an address and at the end (PATCHED_BESIDE).
 */
#ifndef DXGK_DMA_WATCH_H
#define DXGK_DMA_WATCH_H

#include "dxgk/command.h"

#define WATCHED_AT_FIRST 64u
#define WATCHED_LATER 64u
/* The driver may have left room for commands that its hardware needs around an address. */
#define PATCHED_BESIDE 64u
/* How much is looked at behind what is submitted. */
#define WATCHED_BEHIND 1024u

struct dma_watch {
    char *copy;
    uint32_t capacity;
    const struct dma_buffer *watched; /* NULL: none */
    uint32_t bytes;                   /* of it, from its start */
    uint64_t patched;                 /* buffers so far, watched or not */
};

/** dma_watch_reserve - room for the copy of a buffer of that size. IRQL: PASSIVE_LEVEL. */
void dma_watch_reserve(struct adapter *adapter, uint32_t size_bytes);
/** dma_watch_fini - accepts one that never had room */
void dma_watch_fini(struct adapter *adapter);

/**
 * dma_watch_begin - DxgkDdiPatch is about to be called
 * Returns: whether this buffer is watched; then the other two follow. IRQL: PASSIVE_LEVEL.
 */
bool dma_watch_begin(struct adapter *adapter, const struct command *command);
/** dma_watch_patched - DxgkDdiPatch has returned. IRQL: PASSIVE_LEVEL. */
void dma_watch_patched(struct adapter *adapter, const struct command *command);
/** dma_watch_repatched - it was called once more, with the same arguments */
void dma_watch_repatched(struct adapter *adapter, const struct command *command);
/** dma_watch_submitting - DxgkDdiSubmitCommand is about to be called. IRQL: any. */
void dma_watch_submitting(struct adapter *adapter, const struct command *command);
/** dma_watch_submitted - it has returned; the watch ends */
void dma_watch_submitted(struct adapter *adapter, const struct command *command);

/** dma_watch_is_on - whether the command's buffer is the one that is watched */
static inline bool dma_watch_is_on(const struct dma_watch *watch, const struct command *command)
{
    return DXGH_UNLIKELY(watch->watched != NULL) && watch->watched == command->dma;
}

#endif /* DXGK_DMA_WATCH_H */
