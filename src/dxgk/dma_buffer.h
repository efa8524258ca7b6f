/* SPDX-License-Identifier: MIT */
/*
 * DMA buffers: memory the driver writes commands to and the GPU reads.
 *
 * A segment set of 0 means contiguous system memory; otherwise the buffer is an allocation in an
 * aperture segment of the set. Private data goes along in nonpaged memory, zeroed once.
 * Source: display/dma-buffers; ns-d3dkmddi-_dxgk_contextinfo.md
 */
#ifndef DXGK_DMA_BUFFER_H
#define DXGK_DMA_BUFFER_H

#include "dxgk/adapter_private.h"

struct dma_buffer {
    struct adapter *adapter;
    void *cpu; /* 4 KB aligned */
    uint32_t size_bytes;
    uint32_t segment_id; /* 0: contiguous system memory */
    PHYSICAL_ADDRESS address;
    void *private_data; /* NULL when private_bytes is 0 */
    uint32_t private_bytes;
    uint64_t pfn;                      /* segment 0 */
    struct vidmm_allocation placement; /* any other */
};

/**
 * dma_buffer_init - memory for one buffer
 * Returns: STATUS_SUCCESS, STATUS_NO_MEMORY, or why the aperture could not be mapped.
 * IRQL: PASSIVE_LEVEL. May run paging work.
 */
NTSTATUS dma_buffer_init(struct adapter *adapter, struct dma_buffer *buffer, uint32_t size_bytes,
                         uint32_t segment_set, uint32_t private_bytes);
void dma_buffer_fini(struct dma_buffer *buffer);

#endif /* DXGK_DMA_BUFFER_H */
