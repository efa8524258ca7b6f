/* SPDX-License-Identifier: MIT */
/* Between the files that carry paging out. */
#ifndef DXGK_PAGING_PRIVATE_H
#define DXGK_PAGING_PRIVATE_H

#include "dxgk/dma_buffer.h"
#include "dxgk/paging.h"

/* An operation whose effect is looked at: paging_probe.c. */
struct paging_probe {
    bool armed;
    bool built; /* to its end: its effect is there when what is built has run */
    enum paging_kind kind;
    uint64_t *words[2];
};

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
    struct paging_probe probe;
    HANDLE system_device;
    HANDLE system_context; /* hSystemContext; NULL without MultiEngineAware */
};

/** paging_describe - one operation as the driver sees it
 * @idle: what it is told of the allocation
 */
void paging_describe(DXGKARG_BUILDPAGINGBUFFER *args, const struct paging_operation *operation,
                     bool idle);

/** paging_probe_arm - before the operation is built, if nothing waits to be run; paging_probe_built
 * - it is, in its last pass; paging_probe_check - what was built has run, or (not done) never will.
 * Rules PAGING-15, -23. */
void paging_probe_arm(struct paging *paging, const struct paging_operation *operation);
void paging_probe_built(struct paging *paging, bool anything);
void paging_probe_check(struct paging *paging, bool done);

#endif /* DXGK_PAGING_PRIVATE_H */
