/* SPDX-License-Identifier: MIT */
#include "display/loan.h"
#include "display/monitor.h"
#include "display/monitor_descriptor.h"
#include "display/monitor_mode_set.h"

/*
 * The monitor a driver means, or why there is none.
 * Source: the pages of DXGK_MONITOR_INTERFACE: STATUS_GRAPHICS_INVALID_DISPLAY_ADAPTER,
 * STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_TARGET, STATUS_GRAPHICS_MONITOR_NOT_CONNECTED.
 */
static NTSTATUS find_monitor(const void *adapter, D3DDDI_VIDEO_PRESENT_TARGET_ID target_id,
                             const char *function, struct monitor **monitor)
{
    struct display_state *state = display_enter(function);
    struct display *display = state != NULL ? display_find(state, adapter) : NULL;

    if (display == NULL) {
        if (state != NULL) {
            verify_report(state->machine, RULE_VIDPN_04, function,
                          "%s was given a value that is not the DeviceHandle of DXGKRNL_INTERFACE",
                          function);
        }
        return STATUS_GRAPHICS_INVALID_DISPLAY_ADAPTER;
    }
    *monitor = display_target_find(display, target_id);
    if (*monitor == NULL) {
        return STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_TARGET;
    }
    return (*monitor)->connected ? STATUS_SUCCESS : STATUS_GRAPHICS_MONITOR_NOT_CONNECTED;
}

/* Source: nc-d3dkmddi-dxgkddi_monitor_acquiremonitorsourcemodeset */
static NTSTATUS APIENTRY acquire_modes(const D3DKMDT_ADAPTER adapter,
                                       const D3DDDI_VIDEO_PRESENT_TARGET_ID target_id,
                                       D3DKMDT_HMONITORSOURCEMODESET *handle,
                                       const DXGK_MONITORSOURCEMODESET_INTERFACE **table)
{
    static const char function[] = "pfnAcquireMonitorSourceModeSet";
    struct monitor *monitor;
    NTSTATUS status = find_monitor(adapter, target_id, function, &monitor);

    if (handle == NULL || table == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    *handle = NULL;
    *table = NULL;
    if (!NT_SUCCESS(status)) {
        return status;
    }
    *handle = loan_set(monitor->modes, LOAN_SET, function)->pointer;
    *table = monitor_mode_set_interface();
    return STATUS_SUCCESS;
}

/* Source: nc-d3dkmddi-dxgkddi_monitor_releasemonitorsourcemodeset */
static NTSTATUS APIENTRY release_modes(const D3DKMDT_ADAPTER adapter,
                                       const D3DKMDT_HMONITORSOURCEMODESET handle)
{
    static const char function[] = "pfnReleaseMonitorSourceModeSet";
    struct info_set *set = info_set_resolve(&monitor_mode_set_class, handle, function);
    struct loan *loan;

    if (set == NULL) {
        return STATUS_GRAPHICS_INVALID_MONITOR_SOURCEMODESET;
    }
    if (((struct monitor *)set->owner)->display->config.adapter_handle != adapter) {
        return STATUS_GRAPHICS_INVALID_DISPLAY_ADAPTER;
    }
    loan = loan_find(set, handle);
    if (loan == NULL) { /* the one that DxgkDdiRecommendMonitorModes lent for its duration */
        verify_report(set->state->machine, RULE_VIDPN_02, function,
                      "%s was given a handle that the driver did not acquire", function);
        return STATUS_GRAPHICS_INVALID_MONITOR_SOURCEMODESET;
    }
    loan_end(loan);
    return STATUS_SUCCESS;
}

/* Source: nc-d3dkmddi-dxgkddi_monitor_getmonitorfrequencyrangeset */
static NTSTATUS APIENTRY get_ranges(const D3DKMDT_ADAPTER adapter,
                                    const D3DDDI_VIDEO_PRESENT_TARGET_ID target_id,
                                    D3DKMDT_HMONITORFREQUENCYRANGESET *handle,
                                    const DXGK_MONITORFREQUENCYRANGESET_INTERFACE **table)
{
    struct monitor *monitor;
    NTSTATUS status = find_monitor(adapter, target_id, "pfnGetMonitorFrequencyRangeSet", &monitor);

    if (handle == NULL || table == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    *handle = NULL;
    *table = NULL;
    if (!NT_SUCCESS(status)) {
        return status;
    }
    *handle = monitor->ranges->handle;
    *table = monitor_range_set_interface();
    return STATUS_SUCCESS;
}

/* Source: nc-d3dkmddi-dxgkddi_monitor_getmonitordescriptorset */
static NTSTATUS APIENTRY get_descriptors(const D3DKMDT_ADAPTER adapter,
                                         const D3DDDI_VIDEO_PRESENT_TARGET_ID target_id,
                                         D3DKMDT_HMONITORDESCRIPTORSET *handle,
                                         const DXGK_MONITORDESCRIPTORSET_INTERFACE **table)
{
    struct monitor *monitor;
    NTSTATUS status = find_monitor(adapter, target_id, "pfnGetMonitorDescriptorSet", &monitor);

    if (handle == NULL || table == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    *handle = NULL;
    *table = NULL;
    if (!NT_SUCCESS(status)) {
        return status;
    }
    *handle = monitor->descriptors->handle;
    *table = monitor_descriptor_set_interface();
    return STATUS_SUCCESS;
}

/*
 * Additional modes come from a monitor's INF file; no monitor here has one, so there are none.
 * Source: nc-d3dkmddi-dxgkddi_monitor_getadditionalmonitormodeset
 */
static NTSTATUS APIENTRY get_additional_modes(const D3DKMDT_ADAPTER adapter,
                                              const D3DDDI_VIDEO_PRESENT_TARGET_ID target_id,
                                              UINT *count, DXGK_TARGETMODE_DETAIL_TIMING **modes)
{
    struct monitor *monitor;
    NTSTATUS status = find_monitor(adapter, target_id, "pfnGetAdditionalMonitorModeSet", &monitor);

    if (count == NULL || modes == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    *count = 0;
    *modes = NULL;
    return status;
}

/* Source: nc-d3dkmddi-dxgkddi_monitor_releaseadditionalmonitormodeset */
static NTSTATUS APIENTRY release_additional_modes(const D3DKMDT_ADAPTER adapter,
                                                  const D3DDDI_VIDEO_PRESENT_TARGET_ID target_id,
                                                  const DXGK_TARGETMODE_DETAIL_TIMING *modes)
{
    struct monitor *monitor;
    NTSTATUS status =
        find_monitor(adapter, target_id, "pfnReleaseAdditionalMonitorModeSet", &monitor);

    if (NT_SUCCESS(status) && modes != NULL) { /* none was given out */
        return STATUS_GRAPHICS_INVALID_MONITOR_SOURCEMODESET;
    }
    return status;
}

const void *monitor_interface(DXGK_MONITOR_INTERFACE_VERSION version)
{
    static const DXGK_MONITOR_INTERFACE first = {
        .Version = DXGK_MONITOR_INTERFACE_VERSION_V1,
        .pfnAcquireMonitorSourceModeSet = acquire_modes,
        .pfnReleaseMonitorSourceModeSet = release_modes,
        .pfnGetMonitorFrequencyRangeSet = get_ranges,
        .pfnGetMonitorDescriptorSet = get_descriptors,
    };
    static const DXGK_MONITOR_INTERFACE_V2 second = {
        .Version = DXGK_MONITOR_INTERFACE_VERSION_V2,
        .pfnAcquireMonitorSourceModeSet = acquire_modes,
        .pfnReleaseMonitorSourceModeSet = release_modes,
        .pfnGetMonitorFrequencyRangeSet = get_ranges,
        .pfnGetMonitorDescriptorSet = get_descriptors,
        .pfnGetAdditionalMonitorModeSet = get_additional_modes,
        .pfnReleaseAdditionalMonitorModeSet = release_additional_modes,
    };

    switch (version) {
    case DXGK_MONITOR_INTERFACE_VERSION_V1:
        return &first;
    case DXGK_MONITOR_INTERFACE_VERSION_V2:
        return &second;
    default:
        return NULL;
    }
}
