/* SPDX-License-Identifier: MIT */
#include "dxgk/display_path.h"

#include "dxgk/display_private.h"
#include "dxgk/gate_calls.h"
#include "verify/names.h"

void adapter_display_vsync(struct adapter *adapter, D3DDDI_VIDEO_PRESENT_TARGET_ID target_id,
                           uint64_t address)
{
    struct display_path *path = adapter->display;

    for (uint32_t i = 0; path != NULL && i < path->display->config.source_count; i++) {
        struct display_source *source = &path->display->sources[i];

        if (source->committed && source->target_id == target_id) {
            source->vsyncs++;
            source->vsync_address = address;
            source->vsync_time_ns = adapter->machine->clock.now_ns;
        }
    }
}

/*
 * Source: ns-d3dkmddi-_dxgkarg_commitvidpn
 * @shown: whether the VidPN has a path from that source
 * @primary: NULL for display-only drivers, which have none, and when nothing is shown
 */
static NTSTATUS commit(struct adapter *adapter, struct vidpn *vidpn,
                       D3DDDI_VIDEO_PRESENT_SOURCE_ID source_id, bool shown,
                       const struct allocation *primary)
{
    DXGKARG_COMMITVIDPN args = {
        .hFunctionalVidPn = vidpn->handle,
        .AffectedVidPnSourceId = source_id,
        .MonitorConnectivityChecks = shown ? D3DKMDT_MCC_ENFORCE : D3DKMDT_MCC_IGNORE,
        .hPrimaryAllocation = primary != NULL ? primary->driver_handle : NULL,
    };
    NTSTATUS status;

    vidpn_lend(vidpn, DISPLAY_ACCESS_INSPECT, NULL);
    status = gate_CommitVidPn(adapter, &args);
    vidpn_return(vidpn, "DxgkDdiCommitVidPn");
    if (!NT_SUCCESS(status)) {
        verify_report(
            adapter->machine, RULE_VIDPN_15, "DxgkDdiCommitVidPn",
            "%s was refused with %s. Set the mode that you said is supported; the old VidPN "
            "stays active now.",
            shown ? "A functional VidPN with its monitor connected" : "The empty VidPN",
            verify_status_name(status));
    }
    return status;
}

/* Source: nc-d3dkmddi-dxgkddi_setvidpnsourcevisibility */
static NTSTATUS set_visible(struct adapter *adapter, D3DDDI_VIDEO_PRESENT_SOURCE_ID source_id,
                            bool visible)
{
    struct display_path *path = adapter->display;
    DXGKARG_SETVIDPNSOURCEVISIBILITY args = { .VidPnSourceId = source_id, .Visible = visible };
    NTSTATUS status = gate_SetVidPnSourceVisibility(adapter, &args);

    if (NT_SUCCESS(status)) {
        path->display->sources[source_id].visible = visible;
    } else {
        verify_report(adapter->machine, RULE_VIDPN_16, "DxgkDdiSetVidPnSourceVisibility",
                      "%s source %u of the committed VidPN failed with %s.",
                      visible ? "Showing" : "Hiding", source_id, verify_status_name(status));
    }
    return status;
}

/* Source: ns-d3dkmddi-_dxgkarg_setvidpnsourceaddress; FLIP-02: no contexts in a mode switch */
static NTSTATUS set_address(struct adapter *adapter, D3DDDI_VIDEO_PRESENT_SOURCE_ID source_id,
                            struct allocation *primary)
{
    struct display_path *path = adapter->display;
    struct display_source *source = &path->display->sources[source_id];
    DXGKARG_SETVIDPNSOURCEADDRESS args;
    uint32_t segment;
    uint64_t address;
    /* A reset of the adapter since the mode switch began has taken the primary's place away. */
    NTSTATUS status = vidmm_allocation_commit(&primary->placement);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    segment = primary->placement.segment->id;
    address = vidmm_allocation_address(&primary->placement);
    memset(&args, 0, sizeof(args));
    args.VidPnSourceId = source_id;
    args.PrimarySegment = segment;
    args.PrimaryAddress.QuadPart = (LONGLONG)address;
    args.hAllocation = primary->driver_handle;
    args.Flags.ModeChange = 1;
    status = gate_SetVidPnSourceAddress(adapter, &args);
    if (NT_SUCCESS(status)) {
        source->segment = segment;
        source->address = address;
    } else {
        verify_report(
            adapter->machine, RULE_FLIP_04, "DxgkDdiSetVidPnSourceAddress",
            "The primary of a mode switch, segment %u address 0x%llx, was refused with %s. Only "
            "STATUS_SUCCESS is expected without SharedPrimaryTransition.",
            segment, (unsigned long long)address, verify_status_name(status));
    }
    return status;
}

/* Source: nc-d3dkmddi-dxgkddi_controlinterrupt; CTRLINT-04: off only for VSyncPowerSaveAware */
static NTSTATUS set_vsync(struct adapter *adapter, bool enable)
{
    struct display_path *path = adapter->display;
    NTSTATUS status;

    /* A display-only driver may leave vertical blanks out altogether: rule INIT-05. */
    if (path->display->vsync_enabled == enable ||
        (adapter->display_only && adapter->table.DxgkDdiControlInterrupt == NULL) ||
        (!enable && !adapter->caps.SchedulingCaps.VSyncPowerSaveAware)) {
        return STATUS_SUCCESS;
    }
    status = gate_ControlInterrupt(adapter, DXGK_INTERRUPT_CRTC_VSYNC, enable);
    if (NT_SUCCESS(status)) {
        path->display->vsync_enabled = enable;
    } else {
        verify_report(
            adapter->machine, RULE_CTRLINT_01, "DxgkDdiControlInterrupt",
            "DXGK_INTERRUPT_CRTC_VSYNC was answered with %s; it is the one type that must "
            "succeed.",
            verify_status_name(status));
    }
    return status;
}

static void note_committed(const struct mode_plan *plan)
{
    struct display_source *source = &plan->display->sources[plan->source_id];

    memset(source, 0, sizeof(*source));
    source->committed = true;
    source->target_id = plan->target_id;
    source->mode = *source_mode_of(vidpn_source_set(plan->vidpn, plan->source_id)->pinned);
    source->signal =
        target_mode_of(vidpn_target_set(plan->vidpn, plan->target_id)->pinned)->VideoSignalInfo;
    source->path = *topology_path_of(plan->path);
}

/* Hides the source and commits a VidPN without paths; goes on through failures, keeps the first. */
static NTSTATUS show_nothing(struct adapter *adapter, D3DDDI_VIDEO_PRESENT_SOURCE_ID source_id)
{
    struct display_path *path = adapter->display;
    struct display_source *source = &path->display->sources[source_id];
    struct vidpn *vidpn;
    NTSTATUS status = STATUS_SUCCESS;
    NTSTATUS commit_status;

    if (!source->committed) {
        return STATUS_SUCCESS;
    }
    if (source->visible) {
        status = set_visible(adapter, source_id, false);
    }
    vidpn = vidpn_create(path->display);
    commit_status =
        vidpn != NULL ? commit(adapter, vidpn, source_id, false, NULL) : STATUS_NO_MEMORY;
    vidpn_destroy(vidpn);
    memset(source, 0, sizeof(*source));
    if (path->primary != NULL) {
        vidmm_allocation_unpin(&path->primary->placement);
        path->primary = NULL;
    }
    return NT_SUCCESS(status) ? commit_status : status;
}

/* Makes the primary what the source scans out. */
static NTSTATUS take_primary(struct mode_plan *plan, struct allocation *primary)
{
    struct display_path *path = plan->adapter->display;
    /* Scan-out reads it where it is. A reset of the adapter since the mode switch began may have
     * taken its place away. */
    NTSTATUS status = vidmm_allocation_pin(&primary->placement, false);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (path->primary != NULL) {
        vidmm_allocation_unpin(&path->primary->placement);
    }
    path->primary = primary;
    return set_address(plan->adapter, plan->source_id, primary);
}

/* @primary: NULL for display-only drivers */
static NTSTATUS show(struct mode_plan *plan, struct allocation *primary)
{
    struct adapter *adapter = plan->adapter;
    struct display_source *source = &plan->display->sources[plan->source_id];
    NTSTATUS status = STATUS_SUCCESS;

    if (source->visible) {
        status = set_visible(adapter, plan->source_id, false);
    }
    if (NT_SUCCESS(status)) {
        status = commit(adapter, plan->vidpn, plan->source_id, true, primary);
    }
    if (!NT_SUCCESS(status)) {
        return status;
    }
    note_committed(plan);
    if (primary != NULL) {
        status = take_primary(plan, primary);
    }
    if (NT_SUCCESS(status)) {
        status = set_visible(adapter, plan->source_id, true);
    }
    if (NT_SUCCESS(status)) {
        status = set_vsync(adapter, true);
    }
    if (!NT_SUCCESS(status)) {
        (void)show_nothing(adapter, plan->source_id);
    }
    return status;
}

/* Finds the display and the target the source is going to be shown on. */
static NTSTATUS choose_target(struct mode_plan *plan)
{
    struct adapter *adapter = plan->adapter;
    struct monitor *monitor;

    adapter_display_start(adapter);
    if (adapter->display == NULL || plan->source_id >= adapter->source_count) {
        return STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE;
    }
    plan->display = ((struct display_path *)adapter->display)->display;
    monitor = display_first_connected(plan->display);
    if (monitor == NULL) {
        return STATUS_GRAPHICS_MONITOR_NOT_CONNECTED;
    }
    plan->target_id = monitor->target_id;
    return STATUS_SUCCESS;
}

static NTSTATUS carry_out(struct mode_plan *plan, struct allocation *primary)
{
    NTSTATUS status;

    if (!mode_plan_begin(plan, plan->target_id)) {
        return STATUS_NO_MEMORY;
    }
    status = mode_plan_make_functional(plan);
    if (NT_SUCCESS(status)) {
        status = show(plan, primary);
    }
    vidpn_destroy(plan->vidpn);
    return status;
}

static NTSTATUS set_mode(struct adapter *adapter, const struct desktop *desktop)
{
    struct mode_plan plan = { .adapter = adapter,
                              .source_id = desktop->source_id,
                              .request = desktop->request };
    NTSTATUS status = choose_target(&plan);

    if (NT_SUCCESS(status) && desktop->primary != NULL) {
        status = vidmm_allocation_commit(&desktop->primary->placement);
    }
    return NT_SUCCESS(status) ? carry_out(&plan, desktop->primary) : status;
}

static NTSTATUS set_desktop(struct adapter *adapter, const struct desktop *desktop)
{
    struct display_path *path;
    NTSTATUS status;

    adapter_vidpn_lock(adapter);
    status = set_mode(adapter, desktop);
    path = adapter->display;
    if (NT_SUCCESS(status)) {
        path->desktop = *desktop;
    }
    adapter_vidpn_unlock(adapter);
    return status;
}

NTSTATUS dxgk_mode_set(struct adapter *adapter, struct allocation *primary)
{
    const struct desktop desktop = { .present = true,
                                     .primary = primary,
                                     .source_id = primary->request.source_id,
                                     .request = { .width = primary->request.width,
                                                  .height = primary->request.height,
                                                  .format = primary->request.format,
                                                  .refresh_rate = primary->request.refresh_rate } };

    return set_desktop(adapter, &desktop);
}

NTSTATUS dxgk_mode_set_display_only(struct adapter *adapter, uint32_t width, uint32_t height,
                                    D3DKMDT_VIDPN_PRESENT_PATH_ROTATION rotation)
{
    const struct desktop desktop = { .present = true,
                                     .request = { .width = width,
                                                  .height = height,
                                                  .format = D3DDDIFMT_A8R8G8B8,
                                                  .rotation = rotation } };

    return set_desktop(adapter, &desktop);
}

NTSTATUS adapter_desktop_hide(struct adapter *adapter)
{
    const struct display_path *path = adapter->display;

    return path != NULL && path->desktop.present ? show_nothing(adapter, path->desktop.source_id)
                                                 : STATUS_SUCCESS;
}

void adapter_desktop_follow(struct adapter *adapter)
{
    struct display_path *path = adapter->display;
    const struct display_source *source;
    const struct monitor *monitor;

    if (path == NULL || !path->desktop.present) {
        return;
    }
    source = &path->display->sources[path->desktop.source_id];
    monitor = source->committed ? display_target_find(path->display, source->target_id) : NULL;
    if (monitor != NULL && !monitor->connected) {
        (void)show_nothing(adapter, path->desktop.source_id);
    }
    if (!source->committed && display_first_connected(path->display) != NULL) {
        (void)set_mode(adapter, &path->desktop);
    }
}

static NTSTATUS clear_mode(struct adapter *adapter)
{
    struct display_path *path = adapter->display;
    NTSTATUS status = STATUS_SUCCESS;
    NTSTATUS vsync_status;

    if (path == NULL) {
        return STATUS_SUCCESS;
    }
    path->desktop.present = false;
    vsync_status = set_vsync(adapter, false);
    for (uint32_t i = 0; i < path->display->config.source_count; i++) {
        NTSTATUS source_status = show_nothing(adapter, i);

        status = NT_SUCCESS(status) ? source_status : status;
    }
    return NT_SUCCESS(status) ? vsync_status : status;
}

NTSTATUS dxgk_mode_clear(struct adapter *adapter)
{
    NTSTATUS status;

    adapter_vidpn_lock(adapter);
    status = clear_mode(adapter);
    adapter_vidpn_unlock(adapter);
    return status;
}

void adapter_display_vsync_lost(struct adapter *adapter, uint64_t waited_ms)
{
    const struct display_path *path = adapter->display;
    bool shown = false;

    if (path == NULL || !path->display->vsync_enabled) {
        return;
    }
    for (uint32_t i = 0; i < path->display->config.source_count; i++) {
        shown |= path->display->sources[i].committed && path->display->sources[i].visible;
    }
    if (shown) {
        verify_report(adapter->machine, RULE_CTRLINT_02, "DxgkDdiControlInterrupt",
                      "DXGK_INTERRUPT_CRTC_VSYNC was enabled and a source is visible, but no "
                      "vertical blank was reported for %llu ms. Report one in each refresh.",
                      (unsigned long long)waited_ms);
    }
}
