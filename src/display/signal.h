/* SPDX-License-Identifier: MIT */
/* Video signals: whether a D3DKMDT_VIDEO_SIGNAL_INFO can be, and how two of them compare. */
#ifndef DISPLAY_SIGNAL_H
#define DISPLAY_SIGNAL_H

#include "display/info_set.h"

/**
 * signal_check - whether a mode with this signal may be added to a set
 * @display_only: the driver is a display-only one; it may leave what it does not know NOTSPECIFIED
 * Returns: success, or the status that pfnAddMode answers and the rule behind it.
 * Source: nc-d3dkmddi-dxgkddi_monitorsourcemodeset_addmode (the status names)
 * Observed: Windows refuses NOTSPECIFIED frequencies from a full driver, and from a display-only
 * one a numeric frequency whose totals leave no blanking, both with
 * STATUS_GRAPHICS_INVALID_FREQUENCY; it takes NOTSPECIFIED from a display-only driver, as the Basic
 * Display driver gives them.
 */
struct info_verdict signal_check(const D3DKMDT_VIDEO_SIGNAL_INFO *signal, bool display_only);

/** signal_same - equal in every member */
bool signal_same(const D3DKMDT_VIDEO_SIGNAL_INFO *first, const D3DKMDT_VIDEO_SIGNAL_INFO *second);
/** signal_same_size - equal active regions */
bool signal_same_size(const D3DKMDT_VIDEO_SIGNAL_INFO *first,
                      const D3DKMDT_VIDEO_SIGNAL_INFO *second);

/** signal_scan_line_ordering - progressive, interlaced, ...; the three bits every version has */
uint32_t signal_scan_line_ordering(const D3DKMDT_VIDEO_SIGNAL_INFO *signal);
void signal_scan_line_ordering_set(D3DKMDT_VIDEO_SIGNAL_INFO *signal,
                                   D3DDDI_VIDEO_SIGNAL_SCANLINE_ORDERING ordering);

/** rational_is_number - neither NOTSPECIFIED nor UNINITIALIZED nor a division by zero, and not 0 */
bool rational_is_number(D3DDDI_RATIONAL rational);
/** rational_millihertz - rounded to nearest. Returns: 0 for what is no number. */
uint64_t rational_millihertz(D3DDDI_RATIONAL rational);
/** rational_make - numerator / denominator in lowest terms, both below 2^32 */
D3DDDI_RATIONAL rational_make(uint64_t numerator, uint64_t denominator);

#endif /* DISPLAY_SIGNAL_H */
