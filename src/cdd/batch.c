/* SPDX-License-Identifier: MIT */
#include "cdd/batch.h"

#include "machine/heap.h"

#include <string.h>

/* Records start at multiples of this, as the pointers in them want. */
#define RECORD_ALIGNMENT 8u

_Static_assert(sizeof(RECT) == 16, "sub-rectangles must pack without padding");

void batch_init(struct batch *batch, struct machine *machine, uint32_t capacity_bytes)
{
    *batch = (struct batch){
        .machine = machine,
        .bytes = machine_heap_alloc(machine, capacity_bytes),
        .capacity = capacity_bytes,
    };
    batch_clear(batch);
}

void batch_fini(struct batch *batch)
{
    machine_heap_free(batch->machine, batch->bytes);
    batch->bytes = NULL;
}

void batch_clear(struct batch *batch)
{
    batch->used = 0;
    batch->record_count = 0;
    batch->reference_count = 1; /* element 0 stays the NULL element */
    batch->serial++;
}

uint32_t batch_argument_bytes(DXGK_RENDERKM_OPERATION operation)
{
    switch (operation) {
    case DXGK_GDIOP_BITBLT:
        return sizeof(DXGK_GDIARG_BITBLT);
    case DXGK_GDIOP_COLORFILL:
        return sizeof(DXGK_GDIARG_COLORFILL);
    case DXGK_GDIOP_ALPHABLEND:
        return sizeof(DXGK_GDIARG_ALPHABLEND);
    case DXGK_GDIOP_STRETCHBLT:
        return sizeof(DXGK_GDIARG_STRETCHBLT);
    case DXGK_GDIOP_TRANSPARENTBLT:
        return sizeof(DXGK_GDIARG_TRANSPARENTBLT);
    case DXGK_GDIOP_CLEARTYPEBLEND:
        return sizeof(DXGK_GDIARG_CLEARTYPEBLEND);
    default:
        return 0;
    }
}

static uint32_t record_head_bytes(DXGK_RENDERKM_OPERATION operation)
{
    uint32_t head = (uint32_t)offsetof(DXGK_RENDERKM_COMMAND, Command);

    return (uint32_t)align_up(head + batch_argument_bytes(operation), RECORD_ALIGNMENT);
}

uint32_t batch_rects_max(const struct batch *batch, DXGK_RENDERKM_OPERATION operation)
{
    return (batch->capacity - record_head_bytes(operation)) / (uint32_t)sizeof(RECT);
}

/* Places in the allocation list the record adds to what the batch already names. A surface used
 * twice is counted twice: the list is then flushed one element early, never late. */
static uint32_t new_references(const struct batch *batch, const struct batch_use *uses,
                               uint32_t use_count)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < use_count; i++) {
        if (uses[i].surface != NULL && !batch_names(batch, uses[i].surface)) {
            count++;
        }
    }
    return count;
}

static uint32_t reference(struct batch *batch, const struct batch_use *use)
{
    struct cdd_surface *surface = use->surface;

    if (surface == NULL) {
        return 0;
    }
    if (!batch_names(batch, surface)) {
        surface->batch_serial = batch->serial;
        surface->batch_index = batch->reference_count++;
        batch->references[surface->batch_index] =
            (struct render_reference){ .allocation = surface->allocation };
    }
    if (use->written) {
        batch->references[surface->batch_index].written = true;
    }
    return surface->batch_index;
}

DXGK_RENDERKM_COMMAND *batch_append(struct batch *batch, DXGK_RENDERKM_OPERATION operation,
                                    const struct batch_use *uses, uint32_t use_count,
                                    uint32_t rect_count, uint32_t *indices, RECT **rects)
{
    uint32_t head = record_head_bytes(operation);
    uint64_t size = head + (uint64_t)rect_count * sizeof(RECT);

    if (size > batch->capacity - batch->used ||
        batch->reference_count + new_references(batch, uses, use_count) >
            DXGK_ALLOCATION_LIST_SIZE_GDICONTEXT) {
        return NULL;
    }

    uint8_t *bytes = batch->bytes + batch->used;
    DXGK_RENDERKM_COMMAND *command = (DXGK_RENDERKM_COMMAND *)(void *)bytes;

    for (uint32_t i = 0; i < use_count; i++) {
        indices[i] = reference(batch, &uses[i]);
    }
    /* The record is shorter than its C type: only its own bytes may be touched. */
    memset(bytes, 0, head);
    command->OpCode = operation;
    command->CommandSize = (UINT)size;
    *rects = (RECT *)(void *)(bytes + head);
    batch->used += (uint32_t)size;
    batch->record_count++;
    return command;
}
