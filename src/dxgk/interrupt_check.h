/* SPDX-License-Identifier: MIT */
/* What a driver may report from its interrupt routine, when, and in which order. */
#ifndef DXGK_INTERRUPT_CHECK_H
#define DXGK_INTERRUPT_CHECK_H

#include "dxgk/adapter_private.h"

/**
 * interrupt_check - one report, before it is acted on
 * Returns: false for one that means nothing here: it is ignored. Does not return where Windows
 * stops.
 * IRQL: that of the caller of DxgkCbNotifyInterrupt.
 */
bool interrupt_check(struct adapter *adapter, const DXGKARGCB_NOTIFY_INTERRUPT_DATA *data);

#endif /* DXGK_INTERRUPT_CHECK_H */
