/* SPDX-License-Identifier: MIT */
#include "dxgk/display_path.h"

#include "display/cofunctional.h"
#include "display/monitor_mode_set.h"
#include "dxgk/display_private.h"
#include "dxgk/gate_calls.h"
#include "machine/heap.h"
#include "verify/names.h"

/* Source: nc-d3dkmddi-dxgkddi_issupportedvidpn. `vidpn` NULL asks about handle 0. */
static NTSTATUS ask_supported(struct adapter *adapter, struct vidpn *vidpn, bool *supported)
{
    DXGKARG_ISSUPPORTEDVIDPN args = { .hDesiredVidPn = vidpn != NULL ? vidpn->handle : NULL,
                                      .IsVidPnSupported = FALSE };
    NTSTATUS status;

    if (vidpn != NULL) {
        vidpn_lend(vidpn, DISPLAY_ACCESS_INSPECT, NULL);
    }
    status = gate_IsSupportedVidPn(adapter, &args);
    if (vidpn != NULL) {
        vidpn_return(vidpn, "DxgkDdiIsSupportedVidPn");
    }
    *supported = NT_SUCCESS(status) && args.IsVidPnSupported;
    return status;
}

static void check_empty_supported(struct adapter *adapter)
{
    bool supported;
    NTSTATUS status = ask_supported(adapter, NULL, &supported);

    if (!supported) {
        verify_report(
            adapter->machine, RULE_VSYNC_04, "DxgkDdiIsSupportedVidPn",
            "hDesiredVidPn 0 was answered with %s and IsVidPnSupported %s. Showing nothing is "
            "always supported: answer STATUS_SUCCESS and TRUE.",
            verify_status_name(status), NT_SUCCESS(status) ? "FALSE" : "unused");
    }
}

/* Source: nc-d3dkmddi-dxgkddi_recommendmonitormodes. A refusal leaves the monitor's own modes. */
static void recommend_modes(struct adapter *adapter, struct monitor *monitor)
{
    DXGKARG_RECOMMENDMONITORMODES args = {
        .VideoPresentTargetId = monitor->target_id,
        .hMonitorSourceModeSet = monitor->modes->handle,
        .pMonitorSourceModeSetInterface = monitor_mode_set_interface(),
    };

    monitor->modes->granted = true;
    (void)gate_RecommendMonitorModes(adapter, &args);
    monitor->modes->granted = false;
    display_check_returned(monitor->display, "DxgkDdiRecommendMonitorModes");
}

static void connect(struct adapter *adapter, struct monitor *monitor,
                    const struct adapter_child *child)
{
    monitor_connect(monitor, child->edid_bytes > 0 ? child->edid : NULL, child->edid_bytes);
    if (child->edid_bytes > 0 && monitor->edid_result != EDID_OK) {
        verify_report(adapter->machine, RULE_VIDPN_17, "DxgkDdiQueryDeviceDescriptor",
                      "The descriptor of target %u is %s. It is not used: the monitor gets the "
                      "default profile.",
                      monitor->target_id, edid_result_text(monitor->edid_result));
    }
    recommend_modes(adapter, monitor);
}

void adapter_display_plug(struct adapter *adapter, const struct adapter_child *child)
{
    const struct display_path *path = adapter->display;
    struct monitor *monitor =
        path == NULL ? NULL : display_target_find(path->display, child->descriptor.ChildUid);

    if (monitor == NULL) {
        return; /* it will be found when the display starts */
    }
    if (child->connected) {
        connect(adapter, monitor, child);
    } else {
        monitor_disconnect(monitor);
    }
}

void adapter_display_start(struct adapter *adapter)
{
    struct display_config config = {
        .adapter_handle = adapter->interface.DeviceHandle,
        .driver_version = adapter->table.Version,
        .display_only = adapter->display_only,
        .source_count = adapter->source_count,
    };
    struct display_path *path;

    if (adapter->display != NULL || adapter->source_count == 0) {
        return;
    }
    path = MACHINE_NEW(adapter->machine, struct display_path);
    path->display = display_create(adapter->machine, &config);
    adapter->display = path;
    for (uint32_t i = 0; i < adapter->child_count; i++) {
        const struct adapter_child *child = &adapter->children[i];
        struct monitor *monitor;

        if (child->descriptor.ChildDeviceType != TypeVideoOutput) {
            continue;
        }
        monitor = display_target_add(path->display, child->descriptor.ChildUid);
        if (monitor != NULL && child->connected) {
            connect(adapter, monitor, child);
        }
    }
    check_empty_supported(adapter);
}

void adapter_display_stop(struct adapter *adapter)
{
    struct display_path *path = adapter->display;

    if (path == NULL) {
        return;
    }
    adapter->display = NULL; /* a primary that was never taken off is gone with its device */
    display_destroy(path->display);
    machine_heap_free(adapter->machine, path);
}

void adapter_display_vsync(struct adapter *adapter, D3DDDI_VIDEO_PRESENT_TARGET_ID target_id,
                           uint64_t address)
{
    struct display_path *path = adapter->display;

    for (uint32_t i = 0; path != NULL && i < path->display->config.source_count; i++) {
        struct display_source *source = &path->display->sources[i];

        if (source->committed && source->target_id == target_id) {
            source->vsyncs++;
            source->vsync_address = address;
        }
    }
}

bool mode_plan_begin(struct mode_plan *plan, D3DDDI_VIDEO_PRESENT_TARGET_ID target_id)
{
    plan->target_id = target_id;
    plan->vidpn = vidpn_create(plan->display);
    if (plan->vidpn == NULL) {
        return false;
    }
    plan->path = topology_path_add(plan->vidpn->topology, plan->source_id, target_id);
    return true;
}

NTSTATUS mode_plan_enumerate(struct mode_plan *plan, D3DKMDT_ENUMCOFUNCMODALITY_PIVOT_TYPE type)
{
    struct vidpn_pivot pivot = { .type = type,
                                 .source_id = plan->source_id,
                                 .target_id = plan->target_id };
    DXGKARG_ENUMVIDPNCOFUNCMODALITY args = { .hConstrainingVidPn = plan->vidpn->handle,
                                             .EnumPivotType = type };
    NTSTATUS status;

    args.EnumPivot.VidPnSourceId = type == D3DKMDT_EPT_VIDPNTARGET || type == D3DKMDT_EPT_NOPIVOT
                                       ? D3DDDI_ID_UNINITIALIZED
                                       : plan->source_id;
    args.EnumPivot.VidPnTargetId = type == D3DKMDT_EPT_VIDPNSOURCE || type == D3DKMDT_EPT_NOPIVOT
                                       ? D3DDDI_ID_UNINITIALIZED
                                       : plan->target_id;
    vidpn_lend(plan->vidpn, DISPLAY_ACCESS_MODES, &pivot);
    status = gate_EnumVidPnCofuncModality(plan->adapter, &args);
    vidpn_return(plan->vidpn, "DxgkDdiEnumVidPnCofuncModality");
    return status;
}

/* Asks, and turns "no" into the status of a topology the driver cannot do. */
static NTSTATUS require_supported(const struct mode_plan *plan)
{
    bool supported;
    NTSTATUS status = ask_supported(plan->adapter, plan->vidpn, &supported);

    if (NT_SUCCESS(status) && !supported) {
        status = STATUS_GRAPHICS_INVALID_VIDPN_TOPOLOGY;
    }
    return status;
}

static NTSTATUS require_functional_supported(const struct mode_plan *plan)
{
    NTSTATUS status = require_supported(plan);

    if (!NT_SUCCESS(status)) {
        verify_report(
            plan->adapter->machine, RULE_VIDPN_14, "DxgkDdiIsSupportedVidPn",
            "A VidPN of source %u and target %u, %ux%u, whose pinned modes all come from the "
            "driver's own mode sets, was answered with %s and not supported. Offer only modes "
            "that you can set together.",
            plan->source_id, plan->target_id, plan->request.width, plan->request.height,
            verify_status_name(status));
    }
    return status;
}

/*
 * From one path to a functional VidPN: pin an end, have the rest adjusted, pin the next.
 * Source: display/enumerating-cofunctional-vidpn-source-and-target-modes.md
 * Choice: source first, then target, then the transformation; the documents leave the order open.
 */
static NTSTATUS make_functional(struct mode_plan *plan)
{
    NTSTATUS status = require_supported(plan);

    if (NT_SUCCESS(status)) {
        status = mode_plan_enumerate(plan, D3DKMDT_EPT_NOPIVOT);
    }
    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (!cofunctional_pin_source(plan->vidpn, plan->source_id, &plan->request)) {
        return STATUS_GRAPHICS_INVALID_VIDPN_TOPOLOGY;
    }
    status = mode_plan_enumerate(plan, D3DKMDT_EPT_VIDPNSOURCE);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (!cofunctional_pin_target(plan->vidpn, plan->source_id, plan->target_id, &plan->request)) {
        return STATUS_GRAPHICS_INVALID_VIDPN_TOPOLOGY;
    }
    status = mode_plan_enumerate(plan, D3DKMDT_EPT_VIDPNTARGET);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (!cofunctional_pin_transformation(plan->vidpn, plan->path)) {
        return STATUS_GRAPHICS_INVALID_VIDPN_TOPOLOGY;
    }
    return require_functional_supported(plan);
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
    status = make_functional(plan);
    if (NT_SUCCESS(status)) {
        status = show(plan, primary);
    }
    vidpn_destroy(plan->vidpn);
    return status;
}

static NTSTATUS set_mode(struct adapter *adapter, struct allocation *primary)
{
    struct mode_plan plan = { .adapter = adapter,
                              .source_id = primary->request.source_id,
                              .request = { .width = primary->request.width,
                                           .height = primary->request.height,
                                           .format = primary->request.format,
                                           .refresh_rate = primary->request.refresh_rate } };
    NTSTATUS status = choose_target(&plan);

    if (NT_SUCCESS(status)) {
        status = vidmm_allocation_commit(&primary->placement);
    }
    return NT_SUCCESS(status) ? carry_out(&plan, primary) : status;
}

NTSTATUS dxgk_mode_set(struct adapter *adapter, struct allocation *primary)
{
    NTSTATUS status;

    adapter_vidpn_lock(adapter);
    status = set_mode(adapter, primary);
    adapter_vidpn_unlock(adapter);
    return status;
}

NTSTATUS dxgk_mode_set_display_only(struct adapter *adapter, uint32_t width, uint32_t height)
{
    struct mode_plan plan = {
        .adapter = adapter,
        .request = { .width = width, .height = height, .format = D3DDDIFMT_A8R8G8B8 }
    };
    NTSTATUS status;

    adapter_vidpn_lock(adapter);
    status = choose_target(&plan);
    if (NT_SUCCESS(status)) {
        status = carry_out(&plan, NULL);
    }
    adapter_vidpn_unlock(adapter);
    return status;
}

static NTSTATUS clear_mode(struct adapter *adapter)
{
    struct display_path *path = adapter->display;
    NTSTATUS status = STATUS_SUCCESS;
    NTSTATUS vsync_status;

    if (path == NULL) {
        return STATUS_SUCCESS;
    }
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
