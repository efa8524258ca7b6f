/* SPDX-License-Identifier: MIT */
/*
 * The video present source: which memory is shown, whether it is shown, and where the beam is.
 *
 * Source: DxgkDdiSetVidPnSourceAddress, DxgkDdiSetVidPnSourceVisibility, DxgkDdiGetScanLine,
 * DxgkDdiSetPalette
 */
#include "softgpu_kmd.h"

/*
 * A mode change arrives at PASSIVE_LEVEL, a flip at device IRQL (FlipOnVSyncMmIo): nonpageable, no
 * locks, nothing to wait for. The CRTC is started by the first address after a mode was set; from
 * then on it takes a new address at the next vertical blank and the interrupt routine reports it.
 */
_Use_decl_annotations_ NTSTATUS NTAPI
SgSetVidPnSourceAddress(const HANDLE hAdapter,
                        const DXGKARG_SETVIDPNSOURCEADDRESS *pSetVidPnSourceAddress)
{
    SG_ADAPTER *adapter = hAdapter;

    if (pSetVidPnSourceAddress->VidPnSourceId != SG_SOURCE_ID) {
        return STATUS_INVALID_PARAMETER;
    }
    adapter->Display.Address = SgGpuAddress(pSetVidPnSourceAddress->PrimarySegment,
                                            pSetVidPnSourceAddress->PrimaryAddress);
    if ((SgReadRegister(adapter, SOFTGPU_CRTC_CONTROL) & SOFTGPU_CRTC_CONTROL_ENABLE) != 0) {
        SgWriteRegister64(adapter, SOFTGPU_CRTC_BASE_LO, adapter->Display.Address);
    } else {
        SgCrtcShow(adapter);
    }
    return STATUS_SUCCESS;
}

/* Invisible means dark with the timing kept, so vertical blanks go on being reported. */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgSetVidPnSourceVisibility(const HANDLE hAdapter,
                           const DXGKARG_SETVIDPNSOURCEVISIBILITY *pSetVidPnSourceVisibility)
{
    SG_ADAPTER *adapter = hAdapter;

    PAGED_CODE();
    if (pSetVidPnSourceVisibility->VidPnSourceId != SG_SOURCE_ID) {
        return STATUS_INVALID_PARAMETER;
    }
    adapter->Display.Visible = pSetVidPnSourceVisibility->Visible;
    ULONG control = SgReadRegister(adapter, SOFTGPU_CRTC_CONTROL);
    if ((control & SOFTGPU_CRTC_CONTROL_ENABLE) != 0) {
        control &= ~SOFTGPU_CRTC_CONTROL_BLANK;
        control |= adapter->Display.Visible ? 0 : SOFTGPU_CRTC_CONTROL_BLANK;
        SgWriteRegister(adapter, SOFTGPU_CRTC_CONTROL, control);
    }
    return STATUS_SUCCESS;
}

_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgGetScanLine(const HANDLE hAdapter, DXGKARG_GETSCANLINE *pGetScanLine)
{
    const SG_ADAPTER *adapter = hAdapter;

    PAGED_CODE();
    if (pGetScanLine->VidPnTargetId != SG_TARGET_ID) {
        return STATUS_INVALID_PARAMETER;
    }
    UINT line = SgReadRegister(adapter, SOFTGPU_CRTC_SCAN_LINE);
    pGetScanLine->InVerticalBlank = line >= adapter->Display.Height;
    pGetScanLine->ScanLine = line;
    return STATUS_SUCCESS;
}

/* No mode of this driver has a palette. */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgSetPalette(const HANDLE hAdapter, const DXGKARG_SETPALETTE *pSetPalette)
{
    PAGED_CODE();
    UNREFERENCED_PARAMETER(hAdapter);
    UNREFERENCED_PARAMETER(pSetPalette);
    return STATUS_NOT_SUPPORTED;
}
