/* SPDX-License-Identifier: MIT */
/*
 * Monitor timings: the table of VESA's Display Monitor Timings and the older de-facto ones, and the
 * two formulas, GTF and CVT, for sizes the table lacks.
 * Source: VESA DMT 1.13, VESA GTF 1.1 (default curve), VESA CVT 1.2 (standard blanking)
 * Tests: tests/unit/display_timing_test.c
 */
#ifndef DISPLAY_TIMING_H
#define DISPLAY_TIMING_H

#include "display/state.h"

/**
 * timing_find - a timing of the table by size and nominal refresh rate in Hz
 * Returns: false when the table has none; signal is not touched then.
 */
bool timing_find(uint32_t width, uint32_t height, uint32_t refresh_hz, bool interlaced,
                 D3DKMDT_VIDEO_SIGNAL_INFO *signal);
/** timing_gtf, timing_cvt - by formula, progressive; width and height up to 16384, 1..1000 Hz */
void timing_gtf(uint32_t width, uint32_t height, uint32_t refresh_hz,
                D3DKMDT_VIDEO_SIGNAL_INFO *signal);
void timing_cvt(uint32_t width, uint32_t height, uint32_t refresh_hz,
                D3DKMDT_VIDEO_SIGNAL_INFO *signal);
/**
 * timing_signal - a signal from its numbers
 * @pixel_rate_hz: below 2^32; totals are those of a frame, both fields of an interlaced one
 */
void timing_signal(D3DKMDT_VIDEO_SIGNAL_STANDARD standard, D3DKMDT_2DREGION active,
                   D3DKMDT_2DREGION total, uint64_t pixel_rate_hz, bool interlaced,
                   D3DKMDT_VIDEO_SIGNAL_INFO *signal);

#endif /* DISPLAY_TIMING_H */
