/* SPDX-License-Identifier: MIT */
/*
 * Views: where a client sees video memory that it has locked.
 *
 * A view is a mapping of its own over the pages of a BAR, so that it can be taken away without the
 * board noticing. It stays with its allocation until the allocation leaves its place, and serves
 * all locks until then. When that happens under a lock, the view is turned to the backing store,
 * and to the allocation's new place when it has one. While the adapter is reset every view shows
 * pages that are nobody's: what a client writes there is lost, as on Windows.
 *
 * Source: nc-d3dkmddi-dxgkddi_resetfromtimeout.md; rule TDR-13. Choice: the kernel's own accesses
 * (the desktop's) go to the memory itself, since the kernel knows when it is reset.
 */
#ifndef DXGK_CPU_VIEW_H
#define DXGK_CPU_VIEW_H

#include "dxgk/adapter_private.h"

struct cpu_view {
    struct list link;                         /* adapter->views, while it exists */
    const struct vidmm_allocation *placement; /* what it shows; NULL: there is no view */
    void *pointer;
    uint64_t physical;
    uint64_t size_bytes;
    bool in_ram; /* it shows the backing store */
};

/**
 * cpu_view_get - the client's pointer to a placement that is pinned in memory behind a BAR
 * Returns: the memory itself when the host cannot map it once more. IRQL: PASSIVE_LEVEL.
 */
void *cpu_view_get(struct adapter *adapter, struct cpu_view *view,
                   const struct vidmm_allocation *placement);
/** cpu_view_close - the placement leaves its place, or goes; accepts a view that shows another or
 * nothing */
void cpu_view_close(struct cpu_view *view, const struct vidmm_allocation *placement);

/** cpu_view_turn - show another place: as vidmm_ops.view_moved. Accepts a view that is closed. */
void cpu_view_turn(struct adapter *adapter, struct cpu_view *view,
                   const struct vidmm_allocation *placement, const struct segment *segment);

/** cpu_views_revoke, cpu_views_restore - around DxgkDdiResetFromTimeout and what follows it */
void cpu_views_revoke(struct adapter *adapter);
void cpu_views_restore(struct adapter *adapter);

#endif /* DXGK_CPU_VIEW_H */
