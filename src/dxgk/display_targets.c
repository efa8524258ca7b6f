/* SPDX-License-Identifier: MIT */
/* The display of an adapter from its start to its stop: targets, and the monitors on them. */
#include "display/monitor_mode_set.h"
#include "dxgk/display_private.h"
#include "dxgk/gate_calls.h"
#include "machine/heap.h"
#include "verify/names.h"

static void check_empty_supported(struct adapter *adapter)
{
    bool supported;
    NTSTATUS status = mode_ask_supported(adapter, NULL, &supported);

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
