/* SPDX-License-Identifier: MIT */
/* Moves that run together: one or a few paging buffers, waited for once. */
#include "vidmm/vidmm_private.h"

static bool is_transfer(enum paging_kind kind)
{
    return kind == PAGING_TRANSFER_IN || kind == PAGING_TRANSFER_OUT || kind == PAGING_MOVE;
}

static bool is_special(enum paging_kind kind)
{
    return kind == PAGING_SPECIAL_IN || kind == PAGING_SPECIAL_OUT;
}

static MDL *mdl_for(const struct vidmm_allocation *allocation, enum paging_kind kind)
{
    if (is_special(kind)) {
        return allocation->alternate->mdl;
    }
    return is_transfer(kind) || kind == PAGING_MAP_APERTURE ? allocation->mdl : NULL;
}

static NTSTATUS page_piece(struct vidmm *vidmm, struct paging_operation *operation, uint64_t offset)
{
    uint64_t size_bytes = operation->allocation->request.size_bytes;

    operation->piece_offset = offset;
    operation->piece_bytes = size_bytes - offset;
    if (is_transfer(operation->kind)) {
        operation->piece_bytes = DXGH_MIN(operation->piece_bytes, VIDMM_TRANSFER_BYTES);
    }
    operation->first = offset == 0;
    operation->last = offset + operation->piece_bytes == size_bytes;
    return vidmm->ops->page(vidmm->context, operation);
}

/* The operation may have waited, and a reset may have come meanwhile. Nothing is undone before the
 * driver was told of every place that is lost. */
static NTSTATUS status_of_batch(struct vidmm *vidmm, NTSTATUS status)
{
    if (DXGH_LIKELY(!vidmm_batch_is_lost(vidmm))) {
        return status;
    }
    vidmm_reset_wait(vidmm);
    return STATUS_DEVICE_REMOVED;
}

static NTSTATUS page_all(struct vidmm *vidmm, struct paging_operation *operation)
{
    NTSTATUS status = status_of_batch(vidmm, vidmm->batch_status);

    vidmm->batch_built = true;
    while (NT_SUCCESS(status) && !operation->last) {
        status = page_piece(vidmm, operation, operation->piece_offset + operation->piece_bytes);
        status = status_of_batch(vidmm, status);
    }
    if (!NT_SUCCESS(status)) {
        vidmm->batch_status = status;
    } else if (operation->kind == PAGING_TRANSFER_IN || operation->kind == PAGING_SPECIAL_IN) {
        vidmm->statistics.in_bytes += operation->allocation->request.size_bytes;
    } else if (operation->kind == PAGING_TRANSFER_OUT || operation->kind == PAGING_SPECIAL_OUT) {
        vidmm->statistics.out_bytes += operation->allocation->request.size_bytes;
    } else if (operation->kind == PAGING_MOVE) {
        vidmm->statistics.moved_bytes += operation->allocation->request.size_bytes;
    }
    return status;
}

NTSTATUS batch_page(struct vidmm_allocation *allocation, enum paging_kind kind,
                    const struct segment *segment, uint64_t offset)
{
    struct vidmm *vidmm = allocation->vidmm;
    struct paging_operation operation = {
        .kind = kind,
        .allocation = allocation,
        .segment = segment,
        .offset = offset,
        .mdl = mdl_for(allocation, kind),
        .dummy_page = vidmm->dummy_pfn << DXGH_PAGE_SHIFT,
    };

    return page_all(vidmm, &operation);
}

NTSTATUS batch_page_through(struct vidmm_allocation *allocation, const struct segment *segment,
                            uint64_t offset, const struct segment *through, uint64_t through_offset)
{
    struct paging_operation operation = { .kind = PAGING_TRANSFER_OUT,
                                          .allocation = allocation,
                                          .segment = segment,
                                          .offset = offset,
                                          .mdl = allocation->mdl,
                                          .through = through,
                                          .through_offset = through_offset };

    return page_all(allocation->vidmm, &operation);
}

NTSTATUS batch_page_move(struct vidmm_allocation *allocation, const struct segment *from,
                         uint64_t from_offset)
{
    struct paging_operation operation = { .kind = PAGING_MOVE,
                                          .allocation = allocation,
                                          .segment = allocation->segment,
                                          .offset = allocation->offset,
                                          .from = from,
                                          .from_offset = from_offset };

    return page_all(allocation->vidmm, &operation);
}

NTSTATUS batch_run(struct vidmm *vidmm)
{
    if (NT_SUCCESS(vidmm->batch_status)) {
        vidmm->batch_status = vidmm->ops->flush(vidmm->context);
        vidmm->batch_status = status_of_batch(vidmm, vidmm->batch_status);
    }
    return vidmm->batch_status;
}

void batch_add(struct vidmm_allocation *allocation, bool leaving)
{
    allocation->leaving |= leaving;
    if (!allocation->moving) {
        allocation->moving = true;
        list_push_back(&allocation->vidmm->batch, &allocation->batch_link);
    }
}

/* What the batch promised has not happened. A reset of the adapter may have been here before us and
 * taken the place away. */
static void undo(struct vidmm_allocation *allocation)
{
    if (allocation->seen) {
        watch_lose(allocation);
    } else if (allocation->watch_segments == 0 && (allocation->leaving || allocation->dirty)) {
        allocation->has_content =
            false; /* it was in a segment, or on its way out, and nowhere else */
    }
    if (allocation->segment != NULL) {
        residency_detach(allocation);
    }
    allocation->dirty = false;
}

NTSTATUS vidmm_flush(struct vidmm *vidmm)
{
    NTSTATUS status = status_of_batch(vidmm, vidmm->batch_status);
    NTSTATUS flushed;
    struct list *link;

    DXGH_ASSERT(vidmm->entered);
    if (list_is_empty(&vidmm->batch) && !vidmm->batch_built) {
        vidmm->batch_status = STATUS_SUCCESS;
        vidmm->batch_generation = vidmm->generation;
        return status;
    }
    flushed = status_of_batch(vidmm, vidmm->ops->flush(vidmm->context));
    status = NT_SUCCESS(status) ? flushed : status;
    vidmm->statistics.batches++;
    vidmm->batch_built = false;
    while ((link = list_pop_front(&vidmm->batch)) != NULL) {
        struct vidmm_allocation *allocation =
            LIST_ENTRY_OF(link, struct vidmm_allocation, batch_link);

        allocation->moving = false;
        if (!NT_SUCCESS(status)) {
            undo(allocation);
        }
        allocation->leaving = false;
    }
    vidmm->batch_status = STATUS_SUCCESS;
    vidmm->batch_generation = vidmm->generation;
    return status;
}
