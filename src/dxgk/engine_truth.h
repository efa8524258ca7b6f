/* SPDX-License-Identifier: MIT */
/*
 * What a driver says of its engines, held against what its board says of them.
 *
 * Only for boards that tell (dxghost_device_ops.engine_state); without it every function here finds
 * nothing wrong. The board is asked between two of its own steps, so that the answer is exact.
 */
#ifndef DXGK_ENGINE_TRUTH_H
#define DXGK_ENGINE_TRUTH_H

#include "dxgk/adapter_private.h"

/** engine_truth_completed - DMA_COMPLETED for this fence was accepted; rule FENCE-03 */
void engine_truth_completed(struct adapter *adapter, uint32_t node, uint32_t fence);

/** engine_truth_preempted - DMA_PREEMPTED with this LastCompletedFenceId was accepted; rules
 * PREEMPT-11 and -17 */
void engine_truth_preempted(struct adapter *adapter, uint32_t node, uint32_t completed);

/** engine_truth_overdue - the driver was asked for the current fence of a node that is overdue, and
 * has had its chance to report; rules SUBMIT-05 and PREEMPT-34
 * @fence: of the overdue packet */
void engine_truth_overdue(struct adapter *adapter, uint32_t node, uint32_t fence);

/* All engines before a reset of one of them. */
struct engine_snapshot {
    bool known;
    struct dxghost_engine_state states[SCHED_NODES_MAX];
};

void engine_truth_before_reset(struct adapter *adapter, struct engine_snapshot *snapshot);
/**
 * engine_truth_after_reset - DxgkDdiResetEngine has succeeded
 * @aborted: LastAbortedFenceId. Rules ENGRST-03, -05, -07 and -13.
 */
void engine_truth_after_reset(struct adapter *adapter, const struct engine_snapshot *snapshot,
                              uint32_t node, uint32_t aborted);

/** engine_truth_stopped - DxgkDdiResetFromTimeout has succeeded; rule TDR-15 */
void engine_truth_stopped(struct adapter *adapter);

#endif /* DXGK_ENGINE_TRUTH_H */
