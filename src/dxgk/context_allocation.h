/* SPDX-License-Identifier: MIT */
/*
 * Context allocations: save areas of the driver's own, which the memory manager pages like any
 * other memory, and which are resident whenever commands of their context are with the hardware.
 *
 * Source: nc-d3dkmddi-dxgkcb_createcontextallocation.md, -destroycontextallocation.md; rules
 * CTXALLOC-01 to -07, PAGING-34, -35. Choice: how many one context may have; that they may move
 * while nothing of their context is with the hardware, whatever state the engine holds.
 */
#ifndef DXGK_CONTEXT_ALLOCATION_H
#define DXGK_CONTEXT_ALLOCATION_H

#include "dxgk/allocation_private.h"

#define CONTEXT_ALLOCATIONS_MAX 16u /* of a context, with those its device shares */

struct context_allocation {
    struct list link;        /* adapter->context_allocations */
    struct device *device;   /* all of its contexts share it; NULL: it is one context's */
    struct context *context; /* whose it is; NULL: shared */
    uint32_t handle;
    bool destroyed; /* by the driver */
    bool going;     /* somebody waits for its last packet, and frees it */
    struct vidmm_allocation placement;
};

/**
 * context_allocation_uses - what packets of a context need besides their own lists
 * @uses: receives up to CONTEXT_ALLOCATIONS_MAX references
 * Returns: how many.
 */
uint32_t context_allocation_uses(const struct context *context, struct vidmm_reference *uses);
/**
 * context_allocation_collect - free what the driver destroyed; when a context or device ends, what
 * it should have destroyed too, reporting CTXALLOC-06. IRQL: PASSIVE_LEVEL, outside the driver.
 */
void context_allocation_collect(struct adapter *adapter, const struct context *context,
                                const struct device *device);

#endif /* DXGK_CONTEXT_ALLOCATION_H */
