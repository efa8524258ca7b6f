/* SPDX-License-Identifier: MIT */
/*
 * The adapter's one child: a video output with a monitor that is always connected.
 *
 * Source: DxgkDdiQueryChildRelations, DxgkDdiQueryChildStatus, DxgkDdiQueryDeviceDescriptor,
 * DxgkDdiGetChildContainerId; display/enumerating-child-devices-of-a-display-adapter.md
 */
#include "softgpu_kmd.h"

/* EDID 1.4 of a 1920 x 1080 monitor called "softgpu": digital input, sRGB, preferred timing
 * 148.5 MHz with 2200 x 1125 pixels in all, and the other modes of modes.c. */
static const UCHAR g_Edid[128] = {
    0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x00, 0x13, 0x07, 0x01, 0x00, 0x01, 0x00, 0x00, 0x00,
    0x01, 0x23, 0x01, 0x04, 0xA5, 0x35, 0x1E, 0x78, 0x06, 0xEE, 0x91, 0xA3, 0x54, 0x4C, 0x99, 0x26,
    0x0F, 0x50, 0x54, 0x21, 0x08, 0x00, 0x81, 0xC0, 0x81, 0x00, 0xA9, 0xC0, 0x01, 0x01, 0x01, 0x01,
    0x01, 0x01, 0x01, 0x01, 0x01, 0x01, 0x02, 0x3A, 0x80, 0x18, 0x71, 0x38, 0x2D, 0x40, 0x58, 0x2C,
    0x45, 0x00, 0x12, 0x2C, 0x21, 0x00, 0x00, 0x1E, 0x00, 0x00, 0x00, 0xFC, 0x00, 0x73, 0x6F, 0x66,
    0x74, 0x67, 0x70, 0x75, 0x0A, 0x20, 0x20, 0x20, 0x20, 0x20, 0x00, 0x00, 0x00, 0xFD, 0x00, 0x3B,
    0x3D, 0x1E, 0x46, 0x10, 0x00, 0x0A, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x00, 0x00, 0x00, 0x10,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x18,
};

/* The array has one element more than there are children; it stays zero and ends the list. */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgQueryChildRelations(const PVOID MiniportDeviceContext, PDXGK_CHILD_DESCRIPTOR ChildRelations,
                      ULONG ChildRelationsSize)
{
    PAGED_CODE();
    UNREFERENCED_PARAMETER(MiniportDeviceContext);
    if (ChildRelationsSize < sizeof(*ChildRelations) * (SG_CHILD_COUNT + 1)) {
        return STATUS_BUFFER_TOO_SMALL;
    }
    ChildRelations->ChildDeviceType = TypeVideoOutput;
    ChildRelations->ChildCapabilities.HpdAwareness = HpdAwarenessAlwaysConnected;
    ChildRelations->ChildCapabilities.Type.VideoOutput.InterfaceTechnology =
        D3DKMDT_VOT_DISPLAYPORT_EXTERNAL;
    ChildRelations->ChildCapabilities.Type.VideoOutput.MonitorOrientationAwareness =
        D3DKMDT_MOA_NONE;
    ChildRelations->ChildCapabilities.Type.VideoOutput.SupportsSdtvModes = FALSE;
    ChildRelations->AcpiUid = 0;
    ChildRelations->ChildUid = SG_TARGET_ID;
    return STATUS_SUCCESS;
}

_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgQueryChildStatus(const PVOID MiniportDeviceContext, PDXGK_CHILD_STATUS ChildStatus,
                   BOOLEAN NonDestructiveOnly)
{
    PAGED_CODE();
    UNREFERENCED_PARAMETER(MiniportDeviceContext);
    UNREFERENCED_PARAMETER(NonDestructiveOnly); /* asking costs nothing */
    if (ChildStatus->ChildUid != SG_TARGET_ID) {
        return STATUS_INVALID_PARAMETER;
    }
    switch (ChildStatus->Type) {
    case StatusConnection:
        ChildStatus->HotPlug.Connected = TRUE;
        return STATUS_SUCCESS;
    case StatusRotation:
        ChildStatus->Rotation.Angle = 0;
        return STATUS_SUCCESS;
    default:
        return STATUS_NOT_SUPPORTED;
    }
}

/* Asked piece by piece: an offset behind the last byte ends it. */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgQueryDeviceDescriptor(const PVOID MiniportDeviceContext, ULONG ChildUid,
                        PDXGK_DEVICE_DESCRIPTOR DeviceDescriptor)
{
    PAGED_CODE();
    UNREFERENCED_PARAMETER(MiniportDeviceContext);
    if (ChildUid != SG_TARGET_ID) {
        return STATUS_GRAPHICS_CHILD_DESCRIPTOR_NOT_SUPPORTED;
    }
    if (DeviceDescriptor->DescriptorOffset >= sizeof(g_Edid)) {
        return STATUS_MONITOR_NO_MORE_DESCRIPTOR_DATA;
    }
    ULONG length = min(DeviceDescriptor->DescriptorLength,
                       (ULONG)sizeof(g_Edid) - DeviceDescriptor->DescriptorOffset);
    RtlCopyMemory(DeviceDescriptor->DescriptorBuffer, g_Edid + DeviceDescriptor->DescriptorOffset,
                  length);
    DeviceDescriptor->DescriptorLength = length;
    return STATUS_SUCCESS;
}

/* This answer accepts the container id the system made from the descriptor. */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgGetChildContainerId(PVOID MiniportDeviceContext, ULONG ChildUid,
                      PDXGK_CHILD_CONTAINER_ID ContainerId)
{
    PAGED_CODE();
    UNREFERENCED_PARAMETER(MiniportDeviceContext);
    UNREFERENCED_PARAMETER(ChildUid);
    UNREFERENCED_PARAMETER(ContainerId);
    return STATUS_MONITOR_NO_DESCRIPTOR;
}
