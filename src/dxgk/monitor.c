/* SPDX-License-Identifier: MIT */
#include "dxgk/monitor.h"

#include "dxgk/display_private.h"
#include "dxgk/gate_calls.h"

#include <string.h>

void adapter_vidpn_lock(struct adapter *adapter)
{
    DXGH_ASSERT(adapter->vidpn_owner != adapter->machine->running);
    WAIT_UNTIL(adapter->machine, &adapter->vidpn_free, adapter->vidpn_owner == NULL);
    adapter->vidpn_owner = adapter->machine->running;
}

void adapter_vidpn_unlock(struct adapter *adapter)
{
    DXGH_ASSERT(adapter->vidpn_owner == adapter->machine->running);
    adapter->vidpn_owner = NULL;
    wait_queue_wake(adapter->machine, &adapter->vidpn_free);
}

/* The modes found so far. */
struct mode_list {
    D3DKMT_DISPLAYMODE *modes;
    uint32_t capacity;
    uint32_t count;
};

static void add_mode(struct mode_list *list, const D3DKMDT_VIDPN_SOURCE_MODE *source,
                     const D3DKMDT_VIDEO_SIGNAL_INFO *signal)
{
    const D3DKMDT_GRAPHICS_RENDERING_FORMAT *format = &source->Format.Graphics;
    D3DKMT_DISPLAYMODE mode = { .Width = format->PrimSurfSize.cx,
                                .Height = format->PrimSurfSize.cy,
                                .Format = format->PixelFormat,
                                .RefreshRate = signal->VSyncFreq,
                                .ScanLineOrdering = signal->ScanLineOrdering,
                                .DisplayOrientation = D3DDDI_ROTATION_IDENTITY,
                                .Flags.ValidatedAgainstMonitorCaps = 1 };

    if (signal->VSyncFreq.Denominator != 0) {
        mode.IntegerRefreshRate = signal->VSyncFreq.Numerator / signal->VSyncFreq.Denominator;
    }
    if (list->count < list->capacity) {
        list->modes[list->count] = mode;
    }
    list->count++;
}

/* The targets that go with one source mode. A mode that nothing goes with is no failure. */
static NTSTATUS list_targets(const struct mode_plan *model, const D3DKMDT_VIDPN_SOURCE_MODE *mode,
                             struct mode_list *list)
{
    struct mode_plan plan = *model;
    const D3DKMDT_GRAPHICS_RENDERING_FORMAT *format = &mode->Format.Graphics;
    NTSTATUS status;

    plan.request = (struct mode_request){ .width = format->PrimSurfSize.cx,
                                          .height = format->PrimSurfSize.cy,
                                          .format = format->PixelFormat };
    if (!mode_plan_begin(&plan, model->target_id)) {
        return STATUS_NO_MEMORY;
    }
    status = mode_plan_enumerate(&plan, D3DKMDT_EPT_NOPIVOT);
    if (NT_SUCCESS(status) && cofunctional_pin_source(plan.vidpn, plan.source_id, &plan.request)) {
        status = mode_plan_enumerate(&plan, D3DKMDT_EPT_VIDPNSOURCE);
        for (const struct list *items = &vidpn_target_set(plan.vidpn, plan.target_id)->items,
                               *link = items->next;
             NT_SUCCESS(status) && link != items; link = link->next) {
            const struct info_item *item = LIST_ENTRY_OF(link, struct info_item, link);

            add_mode(list, mode, &target_mode_of(item)->VideoSignalInfo);
        }
    }
    vidpn_destroy(plan.vidpn);
    return status;
}

static NTSTATUS list_modes(struct adapter *adapter, uint32_t source_id, struct mode_list *list)
{
    struct mode_plan plan = { .adapter = adapter, .source_id = source_id };
    const struct monitor *monitor;
    NTSTATUS status;

    adapter_display_start(adapter);
    if (adapter->display == NULL) {
        return STATUS_GRAPHICS_NO_AVAILABLE_VIDPN_TARGET;
    }
    plan.display = ((struct display_path *)adapter->display)->display;
    monitor = display_first_connected(plan.display);
    if (monitor == NULL) {
        return STATUS_GRAPHICS_NO_AVAILABLE_VIDPN_TARGET;
    }
    if (!mode_plan_begin(&plan, monitor->target_id)) {
        return STATUS_NO_MEMORY;
    }
    status = mode_plan_enumerate(&plan, D3DKMDT_EPT_NOPIVOT);
    for (const struct list *items = &vidpn_source_set(plan.vidpn, source_id)->items,
                           *link = items->next;
         NT_SUCCESS(status) && link != items; link = link->next) {
        const D3DKMDT_VIDPN_SOURCE_MODE *mode =
            source_mode_of(LIST_ENTRY_OF(link, struct info_item, link));

        if (mode->Type == D3DKMDT_RMT_GRAPHICS) {
            status = list_targets(&plan, mode, list);
        }
    }
    vidpn_destroy(plan.vidpn);
    return status;
}

NTSTATUS dxgk_modes_list(struct adapter *adapter, uint32_t source_id, D3DKMT_DISPLAYMODE *modes,
                         uint32_t capacity, uint32_t *count)
{
    struct mode_list list = { .modes = modes, .capacity = capacity };
    NTSTATUS status;

    adapter_vidpn_lock(adapter);
    status = list_modes(adapter, source_id, &list);
    adapter_vidpn_unlock(adapter);
    *count = list.count;
    return status;
}

static const struct display_source *find_source(const struct adapter *adapter, uint32_t source_id)
{
    const struct display_path *path = adapter->display;

    return path == NULL || source_id >= path->display->config.source_count
               ? NULL
               : &path->display->sources[source_id];
}

bool dxgk_source_is_shown(const struct adapter *adapter, uint32_t source_id)
{
    const struct display_source *source = find_source(adapter, source_id);

    return source != NULL && source->committed && source->visible;
}

bool dxgk_source_target(const struct adapter *adapter, uint32_t source_id, uint32_t *target_id)
{
    const struct display_source *source = find_source(adapter, source_id);

    if (source == NULL || !source->committed) {
        return false;
    }
    *target_id = source->target_id;
    return true;
}

bool dxgk_target_source(const struct adapter *adapter, uint32_t target_id, uint32_t *source_id)
{
    const struct display_source *source;

    for (*source_id = 0; (source = find_source(adapter, *source_id)) != NULL; (*source_id)++) {
        if (source->committed && source->target_id == target_id) {
            return true;
        }
    }
    return false;
}

uint64_t dxgk_target_period_ns(const struct adapter *adapter, uint32_t target_id)
{
    const D3DDDI_RATIONAL *frequency;
    uint32_t source_id;

    if (!dxgk_target_source(adapter, target_id, &source_id)) {
        return 0;
    }
    frequency = &find_source(adapter, source_id)->signal.VSyncFreq;
    return frequency->Numerator == 0
               ? 0
               : DXGH_NS_PER_S * frequency->Denominator / frequency->Numerator;
}

/* Source: nc-d3dkmddi-dxgkddi_updateactivevidpnpresentpath */
NTSTATUS dxgk_gamma_set(struct adapter *adapter, uint32_t source_id, const D3DKMDT_GAMMA_RAMP *ramp)
{
    const struct display_source *source = find_source(adapter, source_id);
    DXGKARG_UPDATEACTIVEVIDPNPRESENTPATH args;

    if (source == NULL || !source->committed) {
        return STATUS_GRAPHICS_PATH_NOT_IN_TOPOLOGY;
    }
    memset(&args, 0, sizeof(args));
    args.VidPnPresentPathInfo = source->path;
    args.VidPnPresentPathInfo.GammaRamp = *ramp;
    return gate_UpdateActiveVidPnPresentPath(adapter, &args);
}

/* Source: nc-dispmprt-dxgkddi_query_child_status */
NTSTATUS dxgk_children_poll(struct adapter *adapter, bool non_destructive)
{
    NTSTATUS result = STATUS_SUCCESS;

    for (uint32_t i = 0; i < adapter->child_count; i++) {
        struct adapter_child *child = &adapter->children[i];
        DXGK_CHILD_STATUS args = { .Type = StatusConnection,
                                   .ChildUid = child->descriptor.ChildUid };
        NTSTATUS status;

        if (child->descriptor.ChildDeviceType != TypeVideoOutput ||
            child->descriptor.ChildCapabilities.HpdAwareness == HpdAwarenessAlwaysConnected) {
            continue;
        }
        status = gate_QueryChildStatus(adapter, &args, non_destructive);
        if (NT_SUCCESS(status) && child->connected != args.HotPlug.Connected) {
            child->connected = args.HotPlug.Connected;
            adapter_vidpn_lock(adapter);
            adapter_child_describe(adapter, child);
            adapter_display_plug(adapter, child);
            adapter_desktop_follow(adapter);
            adapter_vidpn_unlock(adapter);
        }
        result = NT_SUCCESS(result) ? status : result;
    }
    return result;
}
