/* SPDX-License-Identifier: MIT */
/* What a driver says of its segments, before the memory manager believes it. */
#ifndef DXGK_SEGMENT_CHECK_H
#define DXGK_SEGMENT_CHECK_H

#include "dxgk/adapter_private.h"

/**
 * segment_check - one descriptor, against QAI-07 to -09, -13 to -16 and those before it
 * @descriptors: all of them; those before `id` are good
 * @cpu: receives where the CPU sees a CPU-visible memory segment, or NULL
 * Returns: STATUS_SUCCESS, or STATUS_INVALID_PARAMETER with the reason: Windows refuses the
 * adapter.
 */
NTSTATUS segment_check(struct adapter *adapter, struct adapter_error *error,
                       const DXGK_SEGMENTDESCRIPTOR3 *descriptors, uint32_t id, void **cpu);

#endif /* DXGK_SEGMENT_CHECK_H */
