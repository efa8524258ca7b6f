/* SPDX-License-Identifier: MIT */
/*
 * Swizzling ranges: windows of the driver's through which the CPU sees an allocation linearly.
 *
 * A range is held while the CPU has the allocation locked through it, and given back at the unlock;
 * a locked allocation does not move, so a range never outlives its place.
 *
 * Source: nc-d3dkmddi-dxgkddi_acquireswizzlingrange.md, -releaseswizzlingrange.md; rules SWZ-01 to
 * -05
 */
#ifndef DXGK_SWIZZLE_H
#define DXGK_SWIZZLE_H

#include "dxgk/allocation_private.h"

/* Choice: more than any driver is known to have. */
#define SWIZZLING_RANGES_MAX 64u

struct swizzling_range {
    uint32_t id;
    const struct vidmm_allocation *placement; /* who has it; NULL: free */
};

/**
 * swizzling_acquire - a range over an allocation that is pinned in a CPU-visible memory segment
 * @pointer: receives where the CPU sees it
 * Returns: STATUS_SUCCESS; STATUS_GRAPHICS_UNSWIZZLING_APERTURE_UNSUPPORTED when the driver has no
 * ranges or cannot do it; STATUS_GRAPHICS_UNSWIZZLING_APERTURE_UNAVAILABLE when all are in use.
 * IRQL: PASSIVE_LEVEL.
 */
NTSTATUS swizzling_acquire(struct adapter *adapter, const struct vidmm_allocation *placement,
                           struct swizzling_range **range, void **pointer);
/** swizzling_release - IRQL: PASSIVE_LEVEL */
void swizzling_release(struct adapter *adapter, struct swizzling_range *range);

#endif /* DXGK_SWIZZLE_H */
