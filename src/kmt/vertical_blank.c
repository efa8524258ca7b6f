/* SPDX-License-Identifier: MIT */
/*
 * Waiting for the screen.
 *
 * Source: d3dkmthk nf-d3dkmthk-d3dkmtwaitforverticalblankevent, -d3dkmtgetscanline
 */
#include "dxgk/gate_calls.h"
#include "dxgk/statistics.h"
#include "kmt/object.h"

static NTSTATUS wait_blank(struct kmt_call *call, void *arguments)
{
    const D3DKMT_WAITFORVERTICALBLANKEVENT *args = arguments;

    if (args->VidPnSourceId >= dxgk_adapter_source_count(call->adapter) ||
        (args->hDevice != 0 &&
         handle_find(&call->process->handles, HANDLE_DEVICE, args->hDevice) == NULL)) {
        return STATUS_INVALID_PARAMETER;
    }
    return dxgk_wait_vsync(call->adapter, 1)
               ? STATUS_SUCCESS
               : STATUS_GRAPHICS_PRESENT_MODE_CHANGED; /* nothing is shown on it */
}

static NTSTATUS scan_line(struct kmt_call *call, void *arguments)
{
    D3DKMT_GETSCANLINE *args = arguments;
    DXGKARG_GETSCANLINE request = { .VidPnTargetId = args->VidPnSourceId };
    NTSTATUS status;

    if (args->VidPnSourceId >= dxgk_adapter_source_count(call->adapter)) {
        return STATUS_INVALID_PARAMETER;
    }
    status = gate_GetScanLine(call->adapter, &request);
    args->InVerticalBlank = request.InVerticalBlank;
    args->ScanLine = request.ScanLine;
    return status;
}

NTSTATUS APIENTRY D3DKMTWaitForVerticalBlankEvent(const D3DKMT_WAITFORVERTICALBLANKEVENT *args)
{
    static const struct kmt_function function = {
        "D3DKMTWaitForVerticalBlankEvent",
        KMT_BY(ADAPTER, D3DKMT_WAITFORVERTICALBLANKEVENT, hAdapter), .body = wait_blank
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTGetScanLine(D3DKMT_GETSCANLINE *args)
{
    static const struct kmt_function function = { "D3DKMTGetScanLine",
                                                  KMT_BY(ADAPTER, D3DKMT_GETSCANLINE, hAdapter),
                                                  .answer = KMT_ANSWERS, .body = scan_line };

    return kmt_call(&function, args);
}
