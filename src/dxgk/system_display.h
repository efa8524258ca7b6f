/* SPDX-License-Identifier: MIT */
/*
 * The screen of a bug check: what the driver is asked to show when nothing else runs any more.
 *
 * Everything happens on one processor at HIGH_LEVEL, with every other thread stopped where it was,
 * locks held and all.
 * Source: nc-dispmprt-dxgkddi_system_display_enable, -_system_display_write; rule LIFE-21
 * Tests: tests/scenario/system_display_test.c
 */
#ifndef DXGK_SYSTEM_DISPLAY_H
#define DXGK_SYSTEM_DISPLAY_H

#include "machine/machine.h"

/* Paints X8R8G8B8 pixels, `pitch` bytes from one line to the next. */
typedef void (*system_display_paint)(void *context, uint32_t *pixels, uint32_t width,
                                     uint32_t height, uint32_t pitch);

/**
 * dxgk_system_display - show the picture of a bug check through the driver
 *
 * DxgkDdiSystemDisplayEnable, then DxgkDdiSystemDisplayWrite block by block; what the board shows
 * afterwards is compared. Nothing is done when no adapter with a display was started, or the driver
 * has none of the two.
 * @paint: called between the two
 * Returns: whether the driver took the picture. The machine has crashed, and stays so.
 */
bool dxgk_system_display(struct machine *machine, system_display_paint paint, void *context);

#endif /* DXGK_SYSTEM_DISPLAY_H */
