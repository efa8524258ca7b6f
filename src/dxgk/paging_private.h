/* SPDX-License-Identifier: MIT */
/* Between the files that carry paging out. */
#ifndef DXGK_PAGING_PRIVATE_H
#define DXGK_PAGING_PRIVATE_H

#include "dxgk/dma_buffer.h"
#include "dxgk/paging.h"

struct paging {
    struct adapter *adapter;
    struct packet packet;
    struct dma_buffer first;    /* in system memory */
    struct dma_buffer aperture; /* where the driver asked for it; linked there, so never copied */
    struct dma_buffer *dma;     /* the one in use */
    bool unmapped;              /* a reset has emptied the aperture since */
    uint32_t used_bytes;        /* of operations that wait to be run */
    uint32_t private_used;      /* of their private data */
    uint64_t built_bytes;       /* ever */
    uint32_t empty_passes;      /* in a row */
    /* the one that is being built; the driver may not know of it yet */
    const struct paging_operation *current;
    HANDLE system_device;
    HANDLE system_context; /* hSystemContext; NULL without MultiEngineAware */
};

/** paging_describe - one operation as the driver sees it
 * @idle: what it is told of the allocation
 */
void paging_describe(DXGKARG_BUILDPAGINGBUFFER *args, const struct paging_operation *operation,
                     bool idle);

#endif /* DXGK_PAGING_PRIVATE_H */
