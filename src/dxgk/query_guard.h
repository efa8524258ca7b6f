/* SPDX-License-Identifier: MIT */
/* DxgkDdiQueryAdapterInfo with bytes behind its output that the driver must not touch. */
#ifndef DXGK_QUERY_GUARD_H
#define DXGK_QUERY_GUARD_H

#include "dxgk/adapter_private.h"

/**
 * query_guarded - ask the driver, in a buffer of exactly the size that it is told
 * Structures of one type differ in size between interface versions: a driver that writes its own
 * instead of OutputDataSize is reported (QAI-03). The answer is copied to args->pOutputData.
 * Returns: the driver's status; STATUS_NOT_IMPLEMENTED without the DDI. IRQL: PASSIVE_LEVEL.
 */
NTSTATUS query_guarded(struct adapter *adapter, const DXGKARG_QUERYADAPTERINFO *args);

#endif /* DXGK_QUERY_GUARD_H */
