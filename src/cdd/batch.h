/* SPDX-License-Identifier: MIT */
/*
 * A command buffer being built: DXGK_RENDERKM_COMMAND records and the allocations they name.
 *
 * A record is opcode, CommandSize, the operation's argument and its sub-rectangles, and nothing
 * more, so records vary in size. pSubRects points to the rectangles behind the argument. Element 0
 * of the allocation list is the NULL element. Memory is taken once; building allocates nothing.
 *
 * Source: ddi ns-d3dkmddi-_dxgk_renderkm_command; display/specifying-gdi-hardware-accelerated-
 * rendering-operations.md
 * Tests: tests/unit/cdd_batch_test.c
 */
#ifndef CDD_BATCH_H
#define CDD_BATCH_H

#include "cdd/surface.h"
#include "dxgk/render.h"

/* Surfaces one record can name: destination, source or coverage, gamma table, temporary. */
#define BATCH_RECORD_SURFACES_MAX 4u

struct batch {
    struct machine *machine;
    uint8_t *bytes; /* machine heap; capacity bytes */
    uint32_t capacity;
    uint32_t used;
    uint32_t record_count;
    uint32_t reference_count; /* >= 1 */
    uint64_t serial;          /* of this batch: tells whether a surface's index is current */
    struct render_reference references[DXGK_ALLOCATION_LIST_SIZE_GDICONTEXT];
};

void batch_init(struct batch *batch, struct machine *machine, uint32_t capacity_bytes);
void batch_fini(struct batch *batch);
/** batch_clear - forget all records; surfaces' indices become stale */
void batch_clear(struct batch *batch);

static inline bool batch_is_empty(const struct batch *batch)
{
    return batch->record_count == 0;
}

/** batch_names - whether a pending record uses the surface */
static inline bool batch_names(const struct batch *batch, const struct cdd_surface *surface)
{
    return surface->batch_serial == batch->serial;
}

/** batch_argument_bytes - size of the DXGK_GDIARG_* of an operation; 0 for other opcodes */
uint32_t batch_argument_bytes(DXGK_RENDERKM_OPERATION operation);
/** batch_rects_max - sub-rectangles a record of an empty batch can hold */
uint32_t batch_rects_max(const struct batch *batch, DXGK_RENDERKM_OPERATION operation);

/* What a record will name. */
struct batch_use {
    struct cdd_surface *surface; /* NULL: the NULL element */
    bool written;
};

/**
 * batch_append - room for one record
 * @uses: surfaces of the record; @indices receives their places in the allocation list
 * @rects: receives where the rect_count sub-rectangles go
 * Returns: the record with OpCode, CommandSize and zeroed argument; the caller fills the argument
 * (pSubRects and NumSubRects included) and the rectangles. NULL when the batch must be flushed
 * first; it is unchanged then.
 */
DXGK_RENDERKM_COMMAND *batch_append(struct batch *batch, DXGK_RENDERKM_OPERATION operation,
                                    const struct batch_use *uses, uint32_t use_count,
                                    uint32_t rect_count, uint32_t *indices, RECT **rects);

#endif /* CDD_BATCH_H */
