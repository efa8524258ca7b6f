/* SPDX-License-Identifier: MIT */
#include "dxgk/cpu_view.h"

#include "machine/device_host.h"
#include "machine/memory.h"

void *cpu_view_get(struct adapter *adapter, struct cpu_view *view,
                   const struct vidmm_allocation *placement)
{
    uint64_t physical = placement->segment->cpu_physical + placement->offset;

    if (view->placement == placement && view->physical == physical && !view->in_ram) {
        return view->pointer;
    }
    cpu_view_close(view, view->placement);
    view->pointer =
        device_host_view_open(adapter->machine, physical, placement->request.size_bytes);
    if (view->pointer == NULL) {
        return vidmm_allocation_pointer(placement);
    }
    view->placement = placement;
    view->in_ram = false;
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

/* Run by run, as its pages lie in RAM. */
static void show_backing(struct machine *machine, const struct cpu_view *view, const MDL *mdl)
{
    const PFN_NUMBER *frames = (const PFN_NUMBER *)(mdl + 1);
    uint64_t pages = view->size_bytes / DXGH_PAGE_SIZE;
    uint64_t run;

    for (uint64_t page = 0; page < pages; page += run) {
        for (run = 1; page + run < pages && frames[page + run] == frames[page] + run; run++) {
        }
        device_host_view_show(
            (char *)view->pointer + page * DXGH_PAGE_SIZE,
            memory_pointer(machine, frames[page] << DXGH_PAGE_SHIFT, run * DXGH_PAGE_SIZE),
            run * DXGH_PAGE_SIZE);
    }
}

void cpu_view_turn(struct adapter *adapter, struct cpu_view *view,
                   const struct vidmm_allocation *placement, const struct segment *segment)
{
    if (view->placement != placement) {
        return;
    }
    view->in_ram = segment == NULL;
    if (view->in_ram) {
        show_backing(adapter->machine, view, placement->mdl);
        return;
    }
    view->physical = segment->cpu_physical + placement->offset;
    device_host_view_restore(adapter->machine, view->pointer, view->physical, view->size_bytes);
}

void cpu_views_revoke(struct adapter *adapter)
{
    LIST_FOR_EACH(link, &adapter->views) {
        const struct cpu_view *view = LIST_ENTRY_OF(link, struct cpu_view, link);

        if (!view->in_ram) {
            device_host_view_revoke(view->pointer, view->size_bytes);
        }
    }
}

void cpu_views_restore(struct adapter *adapter)
{
    LIST_FOR_EACH(link, &adapter->views) {
        const struct cpu_view *view = LIST_ENTRY_OF(link, struct cpu_view, link);

        if (!view->in_ram) {
            device_host_view_restore(adapter->machine, view->pointer, view->physical,
                                     view->size_bytes);
        }
    }
}
