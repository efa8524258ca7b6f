/* SPDX-License-Identifier: MIT */
/* What a driver says it can do, held against what that needs, before anybody relies on it. */
#ifndef DXGK_CAPS_CHECK_H
#define DXGK_CAPS_CHECK_H

#include "dxgk/adapter_private.h"

/**
 * caps_check - adapter->caps, against each other, the driver's table and its interface version
 * Returns: STATUS_SUCCESS, or STATUS_INVALID_PARAMETER with the reason: Windows refuses the
 * adapter. Does not return where Windows stops.
 */
NTSTATUS caps_check(struct adapter *adapter, struct adapter_error *error);

/** caps_bytes - sizeof(DXGK_DRIVERCAPS) at an interface version */
UINT caps_bytes(uint32_t version);

/** caps_check_memory - what the caps need of the segments, once these are known */
void caps_check_memory(struct adapter *adapter);

#endif /* DXGK_CAPS_CHECK_H */
