/* SPDX-License-Identifier: MIT */
/* What DxgkCbNotifyInterrupt says of DMA buffers, held against what was submitted. */
#ifndef DXGK_DMA_REPORT_H
#define DXGK_DMA_REPORT_H

#include "dxgk/adapter_private.h"

/**
 * dma_report - a report of type DMA_COMPLETED, DMA_PREEMPTED or DMA_FAULTED
 * A wrong one is reported, and stops the machine where Windows would.
 * IRQL: the adapter's DIRQL.
 */
void dma_report(struct adapter *adapter, const DXGKARGCB_NOTIFY_INTERRUPT_DATA *data);

#endif /* DXGK_DMA_REPORT_H */
