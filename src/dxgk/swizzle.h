/* SPDX-License-Identifier: MIT */
/*
 * Swizzling ranges: windows of the driver's through which the CPU sees an allocation linearly.
 *
 * A range that was set up for an allocation stays with it, and serves its next lock without a call
 * of the driver, until the allocation leaves its place or somebody else needs the range. While a
 * lock goes through it the allocation does not move, and the range is nobody else's.
 *
 * Source: nc-d3dkmddi-dxgkddi_acquireswizzlingrange.md, -releaseswizzlingrange.md; rules SWZ-01 to
 * -06
 */
#ifndef DXGK_SWIZZLE_H
#define DXGK_SWIZZLE_H

#include "dxgk/allocation_private.h"

/* Choice: more than any driver is known to have. */
#define SWIZZLING_RANGES_MAX 64u

enum swizzling_state {
    SWIZZLING_FREE,
    SWIZZLING_CHANGING, /* the driver is being called for it */
    SWIZZLING_KEPT,     /* set up, and not in use */
    SWIZZLING_LENT,     /* a lock goes through it, or did when its allocation was evicted */
};

struct swizzling_range {
    uint32_t id;
    enum swizzling_state state;
    const struct vidmm_allocation *placement; /* whose it is, unless it is free */
    uint32_t private_data;                    /* what the driver was given for it */
    bool alternate;                           /* base and size are what the driver made them */
    void *pointer;                            /* where the CPU sees the allocation */
    uint64_t view_bytes;                      /* pointer is a mapping of its own; 0: it is not */
    uint64_t used;                            /* when it was lent last */
};

struct swizzling {
    struct swizzling_range ranges[SWIZZLING_RANGES_MAX];
    uint64_t uses;
    struct wait_queue changed; /* a range is no longer changing */
};

/**
 * swizzling_acquire - a range over an allocation that is pinned in a CPU-visible memory segment
 * A range that is only kept is taken from its allocation when none is free, or when the driver
 * says that what it needs for this one is in use.
 * @like: private_data and alternate say what it is for; with alternate, the allocation may be in
 * any segment, and the driver may choose another size
 * @pointer: receives where the CPU sees it
 * Returns: STATUS_SUCCESS; STATUS_GRAPHICS_UNSWIZZLING_APERTURE_UNSUPPORTED when the driver has no
 * ranges or cannot do it; STATUS_GRAPHICS_UNSWIZZLING_APERTURE_UNAVAILABLE when all are in use.
 * IRQL: PASSIVE_LEVEL.
 */
NTSTATUS swizzling_acquire(struct adapter *adapter, const struct vidmm_allocation *placement,
                           const struct lock_request *like, struct swizzling_range **range,
                           void **pointer);
/**
 * swizzling_move - the allocation leaves its place under the lock
 * The CPU goes on in these pages of RAM, which look as the range does now. For one with view_bytes.
 * No point is reached.
 */
void swizzling_move(struct swizzling_range *range, void *pages);
/** swizzling_end - what was moved is back, or gone: release it. IRQL: PASSIVE_LEVEL. */
void swizzling_end(struct adapter *adapter, struct swizzling_range *range);
/** swizzling_return - the lock is over */
void swizzling_return(struct swizzling_range *range);

/**
 * swizzling_forget - an allocation leaves its place: its ranges are released (SWZ-05: each by its
 * own id)
 * @wait: for one that somebody else is releasing just now. IRQL: PASSIVE_LEVEL.
 */
void swizzling_forget(struct adapter *adapter, const struct vidmm_allocation *placement, bool wait);

#endif /* DXGK_SWIZZLE_H */
