/* SPDX-License-Identifier: MIT */
/*
 * An adapter that sleeps and wakes: DxgkDdiSetPowerState for its children and for itself.
 * Source: nc-dispmprt-dxgkddi_set_power_state.md; rules LIFE-16 to LIFE-18
 * Tests: tests/scenario/power_test.c
 */
#ifndef DXGK_POWER_H
#define DXGK_POWER_H

#include "dxgk/adapter.h"

/**
 * dxgk_adapter_sleep - to D3: the desktop off the screen, video memory out of its segments,
 * children first, also those nothing is plugged into Choice: all of them, in the order of their
 * descriptions; the documents name no order.
 * @action: why, PowerActionSleep or PowerActionHibernate
 * Returns: the first failure, and the adapter sleeps all the same. IRQL: PASSIVE_LEVEL.
 */
NTSTATUS dxgk_adapter_sleep(struct adapter *adapter, POWER_ACTION action);

/**
 * dxgk_adapter_wake - to D0: the adapter first; monitors are looked for, and the desktop gets its
 * mode again
 * Returns: as dxgk_adapter_sleep. IRQL: PASSIVE_LEVEL.
 */
NTSTATUS dxgk_adapter_wake(struct adapter *adapter);

#endif /* DXGK_POWER_H */
