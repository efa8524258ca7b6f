/* SPDX-License-Identifier: MIT */
/*
 * Waiting for the screen.
 *
 * Source: d3dkmthk nf-d3dkmthk-d3dkmtwaitforverticalblankevent, -d3dkmtgetscanline
 */
#include "dxgk/gate_calls.h"
#include "dxgk/statistics.h"
#include "kmt/object.h"

static NTSTATUS wait_blank(struct kmt_call *call, void *user)
{
    D3DKMT_WAITFORVERTICALBLANKEVENT args;
    struct adapter *adapter;
    NTSTATUS status;

    if (!user_capture(call->machine, &args, user)) {
        return STATUS_INVALID_PARAMETER;
    }
    status = kmt_adapter_enter(call, args.hAdapter, &adapter);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (args.VidPnSourceId >= dxgk_adapter_source_count(adapter) ||
        (args.hDevice != 0 &&
         handle_find(&call->process->handles, HANDLE_DEVICE, args.hDevice) == NULL)) {
        status = STATUS_INVALID_PARAMETER;
    } else if (!dxgk_wait_vsync(adapter, 1)) {
        status = STATUS_GRAPHICS_PRESENT_MODE_CHANGED; /* nothing is shown on it */
    }
    kmt_adapter_leave(adapter);
    return status;
}

static NTSTATUS scan_line(struct kmt_call *call, void *user)
{
    D3DKMT_GETSCANLINE args;
    DXGKARG_GETSCANLINE request = { 0 };
    struct adapter *adapter;
    NTSTATUS status;

    if (!user_capture(call->machine, &args, user)) {
        return STATUS_INVALID_PARAMETER;
    }
    status = kmt_adapter_enter(call, args.hAdapter, &adapter);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (args.VidPnSourceId >= dxgk_adapter_source_count(adapter)) {
        status = STATUS_INVALID_PARAMETER;
    } else {
        request.VidPnTargetId = args.VidPnSourceId;
        status = gate_GetScanLine(adapter, &request);
    }
    kmt_adapter_leave(adapter);
    args.InVerticalBlank = request.InVerticalBlank;
    args.ScanLine = request.ScanLine;
    if (NT_SUCCESS(status) && !user_write(call->machine, user, &args, sizeof(args))) {
        status = STATUS_INVALID_PARAMETER;
    }
    return status;
}

NTSTATUS APIENTRY D3DKMTWaitForVerticalBlankEvent(const D3DKMT_WAITFORVERTICALBLANKEVENT *args)
{
    return kmt_call(wait_blank, args);
}

NTSTATUS APIENTRY D3DKMTGetScanLine(D3DKMT_GETSCANLINE *args)
{
    return kmt_call(scan_line, args);
}
