/* SPDX-License-Identifier: MIT */
/*
 * The modes of the output, and their translation to the records of a video present network.
 *
 * A full WDDM driver names real frequencies: every mode has 60 Hz and the board's 45 blank lines.
 * Source: D3DKMDT_VIDPN_SOURCE_MODE, D3DKMDT_VIDPN_TARGET_MODE, D3DKMDT_VIDEO_SIGNAL_INFO
 */
#include "softgpu_kmd.h"

#define REFRESH_HZ 60u

static const SG_MODE g_Modes[] = {
    { 640, 480, 800, FALSE },   { 800, 600, 1056, FALSE },  { 1024, 768, 1344, FALSE },
    { 1280, 720, 1650, FALSE }, { 1280, 800, 1680, FALSE }, { 1600, 900, 2160, FALSE },
    { 1920, 1080, 2200, TRUE },
};

static const D3DDDIFORMAT g_SourceFormats[] = { D3DDDIFMT_X8R8G8B8, D3DDDIFMT_A8R8G8B8 };

_Use_decl_annotations_ UINT
SgModePitch(const SG_MODE *Mode)
{
    return SgSurfacePitch(SG_SURFACE_PRIMARY, Mode->Width, sizeof(UINT));
}

/* A mode is offered when its picture fits in the video memory the CPU sees. */
static BOOLEAN
ModeFits(_In_ const SG_ADAPTER *Adapter, _In_ const SG_MODE *Mode)
{
    return (ULONGLONG)SgModePitch(Mode) * Mode->Height <=
           Adapter->Layout.VramSize - Adapter->Layout.ReservedSize - Adapter->Layout.HiddenSize;
}

/* The Index-th mode in ascending order, or NULL past the last. */
_Use_decl_annotations_ const SG_MODE *
SgModeGet(const SG_ADAPTER *Adapter, UINT Index)
{
    if (Index >= RTL_NUMBER_OF(g_Modes) || !ModeFits(Adapter, &g_Modes[Index])) {
        return NULL; /* modes ascend in size, so none behind this one fits either */
    }
    return &g_Modes[Index];
}

_Use_decl_annotations_ const SG_MODE *
SgModeFind(const SG_ADAPTER *Adapter, UINT Width, UINT Height)
{
    const SG_MODE *mode;

    for (UINT i = 0; (mode = SgModeGet(Adapter, i)) != NULL; i++) {
        if (mode->Width == Width && mode->Height == Height) {
            return mode;
        }
    }
    return NULL;
}

_Use_decl_annotations_ D3DDDIFORMAT
SgSourceFormat(UINT Index)
{
    return Index < RTL_NUMBER_OF(g_SourceFormats) ? g_SourceFormats[Index] : D3DDDIFMT_UNKNOWN;
}

_Use_decl_annotations_ BOOLEAN
SgIsSourceFormat(D3DDDIFORMAT Format)
{
    for (UINT i = 0; i < RTL_NUMBER_OF(g_SourceFormats); i++) {
        if (g_SourceFormats[i] == Format) {
            return TRUE;
        }
    }
    return FALSE;
}

_Use_decl_annotations_ VOID
SgModeToSourceMode(const SG_MODE *Mode, D3DDDIFORMAT Format, D3DKMDT_VIDPN_SOURCE_MODE *SourceMode)
{
    D3DKMDT_GRAPHICS_RENDERING_FORMAT *graphics = &SourceMode->Format.Graphics;

    /* SourceMode->Id was chosen by the port and stays. */
    SourceMode->Type = D3DKMDT_RMT_GRAPHICS;
    graphics->PrimSurfSize.cx = Mode->Width;
    graphics->PrimSurfSize.cy = Mode->Height;
    graphics->VisibleRegionSize = graphics->PrimSurfSize;
    graphics->Stride = SgModePitch(Mode);
    graphics->PixelFormat = Format;
    graphics->ColorBasis = D3DKMDT_CB_SRGB;
    graphics->PixelValueAccessMode = D3DKMDT_PVAM_DIRECT;
}

_Use_decl_annotations_ VOID
SgModeToSignal(const SG_MODE *Mode, D3DKMDT_VIDEO_SIGNAL_INFO *Signal)
{
    UINT lines = Mode->Height + SOFTGPU_CRTC_BLANK_LINES;

    RtlZeroMemory(Signal, sizeof(*Signal));
    Signal->VideoStandard = D3DKMDT_VSS_OTHER;
    Signal->TotalSize.cx = Mode->TotalWidth;
    Signal->TotalSize.cy = lines;
    Signal->ActiveSize.cx = Mode->Width;
    Signal->ActiveSize.cy = Mode->Height;
    Signal->VSyncFreq.Numerator = REFRESH_HZ;
    Signal->VSyncFreq.Denominator = 1;
    Signal->HSyncFreq.Numerator = REFRESH_HZ * lines;
    Signal->HSyncFreq.Denominator = 1;
    Signal->PixelRate = (SIZE_T)Mode->TotalWidth * lines * REFRESH_HZ;
    Signal->ScanLineOrdering = D3DDDI_VSSLO_PROGRESSIVE;
}

_Use_decl_annotations_ VOID
SgModeToTargetMode(const SG_MODE *Mode, D3DKMDT_VIDPN_TARGET_MODE *TargetMode)
{
    SgModeToSignal(Mode, &TargetMode->VideoSignalInfo);
    TargetMode->Preference = Mode->Preferred ? D3DKMDT_MP_PREFERRED : D3DKMDT_MP_NOTPREFERRED;
}
