/* SPDX-License-Identifier: MIT */
/* Video present networks and monitors: the two callbacks that hand out the interface tables. */
#include "display/monitor.h"
#include "display/vidpn.h"
#include "dxgk/adapter_private.h"
#include "dxgk/callbacks.h"

/**
 * Source: nc-d3dkmddi-dxgkcb_queryvidpninterface.md (all four statuses). IRQL: <= APC_LEVEL.
 */
NTSTATUS APIENTRY callback_QueryVidPnInterface(const D3DKMDT_HVIDPN hVidPn,
                                               const DXGK_VIDPN_INTERFACE_VERSION version,
                                               DEREF_OUT_CONST_PPDXGK_VIDPN_INTERFACE interface)
{
    struct callback_call call;
    NTSTATUS status = STATUS_SUCCESS;

    callback_enter(&call, "DxgkCbQueryVidPnInterface", APC_LEVEL);
    if (interface == NULL) {
        status = STATUS_INVALID_PARAMETER;
    } else if (version != DXGK_VIDPN_INTERFACE_VERSION_V1) {
        status = STATUS_NOT_SUPPORTED;
    } else if (vidpn_from_handle(hVidPn, "DxgkCbQueryVidPnInterface") == NULL) {
        status = STATUS_GRAPHICS_INVALID_VIDPN;
    }
    if (interface != NULL) {
        *interface = NT_SUCCESS(status) ? vidpn_interface() : NULL;
    }
    callback_leave(&call);
    return status;
}

/**
 * Version 2 begins with the members of version 1, so one pointer type serves both.
 * Source: nc-d3dkmddi-dxgkcb_querymonitorinterface.md, ns-d3dkmddi-_dxgk_monitor_interface_v2.md
 * Choice: STATUS_NOT_SUPPORTED for an unknown version, as the VidPN callback answers.
 * IRQL: <= APC_LEVEL.
 */
NTSTATUS APIENTRY callback_QueryMonitorInterface(const HANDLE hAdapter,
                                                 const DXGK_MONITOR_INTERFACE_VERSION version,
                                                 DEREF_OUT_CONST_PPDXGK_MONITOR_INTERFACE interface)
{
    struct callback_call call;
    NTSTATUS status = STATUS_SUCCESS;

    callback_enter(&call, "DxgkCbQueryMonitorInterface", APC_LEVEL);
    if (interface == NULL || adapter_from_handle("DxgkCbQueryMonitorInterface", hAdapter) == NULL) {
        status = STATUS_INVALID_PARAMETER;
    } else if (monitor_interface(version) == NULL) {
        status = STATUS_NOT_SUPPORTED;
    }
    if (interface != NULL) {
        *interface = NT_SUCCESS(status) ? monitor_interface(version) : NULL;
    }
    callback_leave(&call);
    return status;
}
