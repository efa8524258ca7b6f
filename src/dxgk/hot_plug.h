/* SPDX-License-Identifier: MIT */
/*
 * Monitors that come and go while the adapter runs.
 *
 * The driver's DPC reports with DxgkCbIndicateChildStatus. A worker thread asks for the descriptor
 * of a monitor that came, has its modes recommended, and lets the desktop follow.
 * Source: display/monitor-hot-plug-detection.md. Tests: tests/scenario/hot_plug_test.c
 */
#ifndef DXGK_HOT_PLUG_H
#define DXGK_HOT_PLUG_H

#include "dxgk/adapter.h"

/** dxgk_child_is_connected - whether something is plugged into the index-th child, as last told */
bool dxgk_child_is_connected(const struct adapter *adapter, uint32_t index);
/**
 * dxgk_hot_plug_count - how many reports of DxgkCbIndicateChildStatus have been worked off
 * Waits for those under way. IRQL: PASSIVE_LEVEL.
 */
uint64_t dxgk_hot_plug_count(struct adapter *adapter);

#endif /* DXGK_HOT_PLUG_H */
