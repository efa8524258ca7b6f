/* SPDX-License-Identifier: MIT */
/*
 * Carrying out what the memory manager decides: BuildPagingBuffer, Patch, SubmitCommand, wait.
 * One paging buffer, one operation at a time.
 */
#ifndef DXGK_PAGING_H
#define DXGK_PAGING_H

#include "dxgk/adapter_private.h"

/* What the driver said of its paging buffers in DXGK_QUERYSEGMENTOUT. */
struct paging_request {
    uint32_t segment_id; /* 0: contiguous system memory */
    uint32_t buffer_bytes;
    uint32_t private_bytes;
};

extern const struct vidmm_ops paging_vidmm_ops; /* context: the adapter */

/**
 * paging_create - the system device and context, and the paging buffer
 * Returns: STATUS_SUCCESS or what the driver answered; nothing is left on failure.
 * IRQL: PASSIVE_LEVEL.
 */
NTSTATUS paging_create(struct adapter *adapter, const struct paging_request *request);
/** paging_destroy - accepts an adapter without one */
void paging_destroy(struct adapter *adapter);

/** paging_lose_owners - the devices whose memory is being moved now are in error. IRQL:
 * PASSIVE_LEVEL.
 */
void paging_lose_owners(struct adapter *adapter);

/**
 * paging_clean_begin, paging_clean_up, paging_clean_end - after DxgkDdiResetFromTimeout
 * Tells the driver of each allocation that its place is gone, and forgets the place.
 * IRQL: PASSIVE_LEVEL, alone in the driver.
 */
void paging_clean_begin(struct adapter *adapter);
void paging_clean_up(struct adapter *adapter, struct vidmm_allocation *allocation);
void paging_clean_end(struct adapter *adapter);

#endif /* DXGK_PAGING_H */
