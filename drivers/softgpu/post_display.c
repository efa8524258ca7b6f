/* SPDX-License-Identifier: MIT */
/*
 * Handing the display to somebody else: to the system when it stops, to the next driver when this
 * one goes.
 *
 * Source: DxgkDdiResetDevice, DxgkDdiSystemDisplayEnable, DxgkDdiSystemDisplayWrite,
 * DxgkDdiStopDeviceAndReleasePostDisplayOwnership; display/plug-and-play--pnp--start-and-stop-
 * cases.md. All but the last run at any IRQL with the system in any state: they are nonpageable,
 * call nothing and use only what is mapped already.
 */
#include "softgpu_kmd.h"

#define BYTES_PER_PIXEL 4u

/* The picture shown from now on: the current mode or else the largest, black, in the part of VRAM
 * that is always mapped. */
static VOID
TakeFrame(_In_ const SG_ADAPTER *Adapter, _Out_ SG_DISPLAY *Frame)
{
    *Frame = Adapter->Display;
    if (Frame->Width == 0) {
        const SG_MODE *mode;
        for (UINT i = 0; (mode = SgModeGet(Adapter, i)) != NULL; i++) {
            Frame->Width = mode->Width;
            Frame->Height = mode->Height;
        }
    }
    Frame->Pitch = Frame->Width * BYTES_PER_PIXEL;
    Frame->BoardFormat = SOFTGPU_FORMAT_X8R8G8B8;
    Frame->Address = Adapter->Layout.ReservedSize;
    Frame->Visible = TRUE;
    RtlZeroMemory(Adapter->Vram + Adapter->Layout.ReservedSize,
                  (SIZE_T)Frame->Pitch * Frame->Height);
}

/* Source: DxgkDdiResetDevice: back to the state the firmware starts from. */
_Use_decl_annotations_ VOID NTAPI
SgResetDevice(PVOID MiniportDeviceContext)
{
    SG_ADAPTER *adapter = MiniportDeviceContext;

    if (adapter->Registers != NULL) {
        SgHardwareReset(adapter);
    }
}

_Use_decl_annotations_ NTSTATUS NTAPI
SgSystemDisplayEnable(PVOID MiniportDeviceContext, D3DDDI_VIDEO_PRESENT_TARGET_ID TargetId,
                      PDXGKARG_SYSTEM_DISPLAY_ENABLE_FLAGS Flags, UINT *Width, UINT *Height,
                      D3DDDIFORMAT *ColorFormat)
{
    SG_ADAPTER *adapter = MiniportDeviceContext;

    UNREFERENCED_PARAMETER(Flags);
    if (TargetId != SG_TARGET_ID || adapter->Registers == NULL) {
        return STATUS_NOT_SUPPORTED;
    }
    SgHardwareReset(adapter);
    TakeFrame(adapter, &adapter->Display);
    SgCrtcShow(adapter);
    *Width = adapter->Display.Width;
    *Height = adapter->Display.Height;
    *ColorFormat = D3DDDIFMT_X8R8G8B8;
    return STATUS_SUCCESS;
}

/* The source has 4 bytes per pixel, as SgSystemDisplayEnable said. What leaves the screen is cut.
 */
_Use_decl_annotations_ VOID NTAPI
SgSystemDisplayWrite(PVOID MiniportDeviceContext, PVOID Source, UINT SourceWidth, UINT SourceHeight,
                     UINT SourceStride, UINT PositionX, UINT PositionY)
{
    const SG_ADAPTER *adapter = MiniportDeviceContext;
    const SG_DISPLAY *display = &adapter->Display;

    if (PositionX >= display->Width || PositionY >= display->Height) {
        return;
    }
    UINT width = min(SourceWidth, display->Width - PositionX);
    UINT height = min(SourceHeight, display->Height - PositionY);
    PUCHAR to = adapter->Vram + display->Address + (SIZE_T)PositionY * display->Pitch +
                (SIZE_T)PositionX * BYTES_PER_PIXEL;
    const UCHAR *from = Source;
    for (UINT y = 0; y < height; y++) {
        RtlCopyMemory(to, from, (SIZE_T)width * BYTES_PER_PIXEL);
        to += display->Pitch;
        from += SourceStride;
    }
}

static SG_PAGED VOID
DescribeFrame(_In_ const SG_ADAPTER *Adapter, _In_ const SG_DISPLAY *Frame,
              _Out_ DXGK_DISPLAY_INFORMATION *Info)
{
    PAGED_CODE();
    Info->Width = Frame->Width;
    Info->Height = Frame->Height;
    Info->Pitch = Frame->Pitch;
    Info->ColorFormat = D3DDDIFMT_X8R8G8B8;
    Info->PhysicAddress.QuadPart = Adapter->VramPhysical.QuadPart + (LONGLONG)Frame->Address;
    Info->TargetId = SG_TARGET_ID;
    Info->AcpiId = 0;
}

/* Stops the device like DxgkDdiStopDevice, but leaves the output on, showing black memory that the
 * next owner can draw into. */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgStopDeviceAndReleasePostDisplayOwnership(PVOID MiniportDeviceContext,
                                           D3DDDI_VIDEO_PRESENT_TARGET_ID TargetId,
                                           PDXGK_DISPLAY_INFORMATION DisplayInfo)
{
    SG_ADAPTER *adapter = MiniportDeviceContext;
    SG_DISPLAY frame;

    PAGED_CODE();
    if (TargetId != SG_TARGET_ID) {
        return STATUS_NOT_SUPPORTED; /* StopDevice is called instead */
    }
    SgHardwareStop(adapter);
    TakeFrame(adapter, &frame);
    SgCrtcShowFrame(adapter, &frame);
    DescribeFrame(adapter, &frame, DisplayInfo);
    SgReleaseResources(adapter);
    return STATUS_SUCCESS;
}
