/* SPDX-License-Identifier: MIT */
/*
 * Questions that Windows puts to a driver rarely, and that an ordinary run does not: an interrupt
 * that is another device's, an interface nobody has, the screen of a bug check.
 *
 * Each is asked of a started adapter, and each answer has its rule. They change nothing that a run
 * would notice, the bug check's screen apart: after it the adapter can only be stopped.
 */
#ifndef DXGK_PROBE_H
#define DXGK_PROBE_H

#include "dxgk/adapter.h"

/**
 * dxgk_probe_interrupt - call the interrupt routine while the board's line is low (rule ISR-01)
 * Does nothing for boards that interrupt by messages. IRQL: <= DISPATCH_LEVEL.
 * Source: nc-dispmprt-dxgkddi_interrupt_routine.md
 */
void dxgk_probe_interrupt(struct adapter *adapter);

/**
 * dxgk_probe_interface - ask for an interface that does not exist (rule LIFE-23)
 * Source: nc-dispmprt-dxgkddi_query_interface.md. IRQL: PASSIVE_LEVEL.
 */
void dxgk_probe_interface(struct adapter *adapter);

/**
 * dxgk_probe_queries - ask for a type that does not exist, and for the capabilities twice (rules
 * QAI-02, -03 and -31)
 * Source: nc-d3dkmddi-dxgkddi_queryadapterinfo.md. IRQL: PASSIVE_LEVEL.
 */
void dxgk_probe_queries(struct adapter *adapter);

/**
 * dxgk_probe_power - switch off a child that was unplugged (rule LIFE-17)
 * Source: nc-dispmprt-dxgkddi_set_power_state.md. IRQL: PASSIVE_LEVEL.
 */
void dxgk_probe_power(struct adapter *adapter);

/**
 * dxgk_probe_debug - ask for the report of a bug check, at HIGH_LEVEL (rule DBG-04)
 * Source: nc-d3dkmddi-dxgkddi_collectdbginfo.md
 */
void dxgk_probe_debug(struct adapter *adapter);

/**
 * dxgk_probe_crash_screen - what a bug check does: SystemDisplayEnable, SystemDisplayWrite,
 * ResetDevice, all at HIGH_LEVEL (rules LIFE-20 and LIFE-21)
 * Source: nc-dispmprt-dxgkddi_system_display_enable.md, nc-dispmprt-dxgkddi_reset_device.md
 */
void dxgk_probe_crash_screen(struct adapter *adapter);

/**
 * dxgk_probe_last - what a system that stops for good does: its own picture, at HIGH_LEVEL, and the
 * reset of the board. Rules LIFE-20 and -21. The adapter can only be stopped after that.
 */
void dxgk_probe_last(struct adapter *adapter);

#endif /* DXGK_PROBE_H */
