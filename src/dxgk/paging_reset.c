/* SPDX-License-Identifier: MIT */
/*
 * Bookkeeping after a reset of the adapter: buffers are built and never submitted.
 * Source: nc-d3dkmddi-dxgkddi_restartfromtimeout.md, rules TDR-19 to -21
 */
#include "dxgk/gate_calls.h"
#include "dxgk/paging_private.h"
#include "dxgk/tdr.h"
#include "trace/trace.h"
#include "verify/names.h"

/* A transfer of size 0 has no pages either; a driver may still ask its MDL for them. */
struct empty_mdl {
    MDL mdl;
    PFN_NUMBER frame;
};

/* What is not known to the driver by a handle, or cannot be told for want of memory, is not. */
static void tell_gone(struct adapter *adapter, const struct vidmm_allocation *allocation,
                      const struct segment *segment, uint64_t offset)
{
    const struct dma_buffer *scratch = &adapter->tdr->scratch;
    struct empty_mdl nothing = { .mdl.Size = sizeof(nothing), .frame = adapter->vidmm->dummy_pfn };
    const struct paging_operation operation = {
        .kind = segment->aperture ? PAGING_UNMAP_APERTURE : PAGING_TRANSFER_OUT,
        .allocation = allocation,
        .segment = segment,
        .offset = offset,
        .mdl = allocation->mdl != NULL ? allocation->mdl : &nothing.mdl,
        .dummy_page = adapter->vidmm->dummy_pfn << DXGH_PAGE_SHIFT,
        .first = true,
        .last = true,
    };
    DXGKARG_BUILDPAGINGBUFFER args = { .hSystemContext = adapter->paging->system_context };
    NTSTATUS status;

    if (allocation->driver_handle == NULL || scratch->cpu == NULL) {
        return;
    }
    paging_describe(&args, &operation, true);
    args.pDmaBuffer = scratch->cpu;
    args.DmaSize = scratch->size_bytes;
    args.pDmaBufferPrivateData = scratch->private_data;
    args.DmaBufferPrivateDataSize = scratch->private_bytes;
    trace_emit(adapter->machine, TRACE_PAGING_OPERATION, operation.kind, allocation->number, 0);
    status = gate_BuildPagingBuffer(adapter, &args);
    if (!NT_SUCCESS(status)) {
        verify_report(
            adapter->machine, RULE_TDR_20, "DxgkDdiBuildPagingBuffer",
            "DxgkDdiBuildPagingBuffer returned %s between the reset and the restart of the "
            "adapter. There it is bookkeeping only and has to succeed.",
            verify_status_name(status));
    }
}

/* Who was on his way out when the reset came has no place any more, and the driver may not have
 * been told. */
static void tell_interrupted(struct adapter *adapter)
{
    const struct paging_operation *current = adapter->paging->current;
    const struct vidmm_window *window = &adapter->vidmm->window;

    if (window->segment != NULL) {
        tell_gone(adapter, window->allocation, window->from, window->from_offset);
        tell_gone(adapter, window->allocation, window->segment, window->offset);
    } else if (current != NULL && current->kind == PAGING_MOVE) {
        tell_gone(adapter, current->allocation, current->from, current->from_offset);
    } else if (current != NULL &&
               (current->kind == PAGING_TRANSFER_OUT || current->kind == PAGING_SPECIAL_OUT ||
                current->kind == PAGING_DISCARD || current->kind == PAGING_UNMAP_APERTURE)) {
        tell_gone(adapter, current->allocation, current->segment, current->offset);
    }
}

void paging_clean_begin(struct adapter *adapter)
{
    struct paging *paging = adapter->paging;

    if (paging == NULL) {
        return;
    }
    if (!NT_SUCCESS(dma_buffer_init(adapter, &adapter->tdr->scratch, paging->dma->size_bytes, 0,
                                    paging->dma->private_bytes))) {
        adapter->tdr->scratch.cpu = NULL;
    }
    tell_interrupted(adapter);
}

void paging_clean_up(struct adapter *adapter, struct vidmm_allocation *allocation)
{
    tell_gone(adapter, allocation, allocation->segment, allocation->offset);
    vidmm_allocation_forget(allocation);
}

void paging_clean_end(struct adapter *adapter)
{
    if (adapter->tdr->scratch.cpu != NULL) {
        dma_buffer_fini(&adapter->tdr->scratch);
        adapter->tdr->scratch = (struct dma_buffer){ 0 };
    }
    if (adapter->paging != NULL) {
        adapter->paging->unmapped = adapter->paging->dma == &adapter->paging->aperture;
    }
}
