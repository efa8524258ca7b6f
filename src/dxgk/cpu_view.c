/* SPDX-License-Identifier: MIT */
#include "dxgk/cpu_view.h"

#include "machine/device_host.h"

void *cpu_view_get(struct adapter *adapter, struct cpu_view *view,
                   const struct vidmm_allocation *placement)
{
    uint64_t physical = placement->segment->cpu_physical + placement->offset;

    if (view->placement == placement && view->physical == physical) {
        return view->pointer;
    }
    cpu_view_close(view, view->placement);
    view->pointer =
        device_host_view_open(adapter->machine, physical, placement->request.size_bytes);
    if (view->pointer == NULL) {
        return vidmm_allocation_pointer(placement);
    }
    view->placement = placement;
    view->physical = physical;
    view->size_bytes = placement->request.size_bytes;
    list_push_back(&adapter->views, &view->link);
    return view->pointer;
}

void cpu_view_close(struct cpu_view *view, const struct vidmm_allocation *placement)
{
    if (placement == NULL || view->placement != placement) {
        return;
    }
    list_remove(&view->link);
    device_host_view_close(view->pointer, view->size_bytes);
    view->placement = NULL;
}

void cpu_views_revoke(struct adapter *adapter)
{
    LIST_FOR_EACH(link, &adapter->views) {
        const struct cpu_view *view = LIST_ENTRY_OF(link, struct cpu_view, link);

        device_host_view_revoke(view->pointer, view->size_bytes);
    }
}

void cpu_views_restore(struct adapter *adapter)
{
    LIST_FOR_EACH(link, &adapter->views) {
        const struct cpu_view *view = LIST_ENTRY_OF(link, struct cpu_view, link);

        device_host_view_restore(adapter->machine, view->pointer, view->physical, view->size_bytes);
    }
}
