/* SPDX-License-Identifier: MIT */
/*
 * The adapter's one child: a video output whose monitor may come and go.
 *
 * Source: DxgkDdiQueryChildRelations, DxgkDdiQueryChildStatus, DxgkDdiQueryDeviceDescriptor,
 * DxgkDdiGetChildContainerId; display/enumerating-child-devices-of-a-display-adapter.md
 */
#include "softgpu_kmd.h"

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
    ChildRelations->ChildCapabilities.HpdAwareness = HpdAwarenessInterruptible;
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
    const SG_ADAPTER *adapter = MiniportDeviceContext;

    PAGED_CODE();
    UNREFERENCED_PARAMETER(NonDestructiveOnly); /* asking costs nothing */
    if (ChildStatus->ChildUid != SG_TARGET_ID) {
        return STATUS_INVALID_PARAMETER;
    }
    switch (ChildStatus->Type) {
    case StatusConnection:
        ChildStatus->HotPlug.Connected = SgMonitorIsConnected(adapter);
        return STATUS_SUCCESS;
    case StatusRotation:
        ChildStatus->Rotation.Angle = 0;
        return STATUS_SUCCESS;
    default:
        return STATUS_NOT_SUPPORTED;
    }
}

_Use_decl_annotations_ BOOLEAN
SgMonitorIsConnected(const SG_ADAPTER *Adapter)
{
    return (SgReadRegister(Adapter, SOFTGPU_MONITOR_STATUS) & SOFTGPU_MONITOR_STATUS_CONNECTED) !=
           0;
}

/* At DISPATCH_LEVEL, when the board has interrupted because of it.
 * Source: DxgkCbIndicateChildStatus */
_Use_decl_annotations_ VOID
SgMonitorReport(const SG_ADAPTER *Adapter)
{
    DXGK_CHILD_STATUS status;

    RtlZeroMemory(&status, sizeof(status));
    status.Type = StatusConnection;
    status.ChildUid = SG_TARGET_ID;
    status.HotPlug.Connected = SgMonitorIsConnected(Adapter);
    (VOID) Adapter->Dxgk.DxgkCbIndicateChildStatus(Adapter->Dxgk.DeviceHandle, &status);
}

/* Asked piece by piece: an offset behind the last byte ends it. */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgQueryDeviceDescriptor(const PVOID MiniportDeviceContext, ULONG ChildUid,
                        PDXGK_DEVICE_DESCRIPTOR DeviceDescriptor)
{
    const SG_ADAPTER *adapter = MiniportDeviceContext;
    ULONG edid[SOFTGPU_MONITOR_EDID_BYTES / sizeof(ULONG)];

    PAGED_CODE();
    if (ChildUid != SG_TARGET_ID) {
        return STATUS_GRAPHICS_CHILD_DESCRIPTOR_NOT_SUPPORTED;
    }
    if (!SgMonitorIsConnected(adapter)) {
        return STATUS_MONITOR_NO_DESCRIPTOR;
    }
    if (DeviceDescriptor->DescriptorOffset >= sizeof(edid)) {
        return STATUS_MONITOR_NO_MORE_DESCRIPTOR_DATA;
    }
    for (ULONG i = 0; i < ARRAYSIZE(edid); i++) {
        edid[i] = SgReadRegister(adapter, SOFTGPU_MONITOR_EDID + i * (ULONG)sizeof(ULONG));
    }
    ULONG length = min(DeviceDescriptor->DescriptorLength,
                       (ULONG)sizeof(edid) - DeviceDescriptor->DescriptorOffset);
    RtlCopyMemory(DeviceDescriptor->DescriptorBuffer,
                  (const UCHAR *)edid + DeviceDescriptor->DescriptorOffset, length);
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
