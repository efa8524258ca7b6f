/* SPDX-License-Identifier: MIT */
/* Written by tools/gen_gate.py from src/dxgk/ddi.def and facts/: change those. */
#include "dxgk/gate_calls.h"

#include "dxgk/adapter_private.h"
#include "dxgk/gate.h"

NTSTATUS gate_AddDevice(struct adapter *adapter, const PDEVICE_OBJECT PhysicalDeviceObject,
                        PVOID *MiniportDeviceContext)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiAddDevice == NULL) {
        gate_absent(adapter, DDI_AddDevice);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_AddDevice);
    result = adapter->table.DxgkDdiAddDevice(PhysicalDeviceObject, MiniportDeviceContext);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_StartDevice(struct adapter *adapter, PDXGK_START_INFO DxgkStartInfo,
                          PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
                          PULONG NumberOfChildren)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiStartDevice == NULL) {
        gate_absent(adapter, DDI_StartDevice);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_StartDevice);
    result = adapter->table.DxgkDdiStartDevice(adapter->miniport_context, DxgkStartInfo,
        DxgkInterface, NumberOfVideoPresentSources, NumberOfChildren);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_StopDevice(struct adapter *adapter)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiStopDevice == NULL) {
        gate_absent(adapter, DDI_StopDevice);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_StopDevice);
    result = adapter->table.DxgkDdiStopDevice(adapter->miniport_context);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_RemoveDevice(struct adapter *adapter)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiRemoveDevice == NULL) {
        gate_absent(adapter, DDI_RemoveDevice);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_RemoveDevice);
    result = adapter->table.DxgkDdiRemoveDevice(adapter->miniport_context);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_DispatchIoRequest(struct adapter *adapter, ULONG VidPnSourceId,
                                PVIDEO_REQUEST_PACKET VideoRequestPacket)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiDispatchIoRequest == NULL) {
        gate_absent(adapter, DDI_DispatchIoRequest);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_DispatchIoRequest);
    result = adapter->table.DxgkDdiDispatchIoRequest(adapter->miniport_context, VidPnSourceId,
        VideoRequestPacket);
    gate_leave_status(&call, result);
    return result;
}

BOOLEAN gate_InterruptRoutine(struct adapter *adapter, ULONG MessageNumber)
{
    struct gate_call call;
    BOOLEAN result;

    if (adapter->table.DxgkDdiInterruptRoutine == NULL) {
        gate_absent(adapter, DDI_InterruptRoutine);
        return FALSE;
    }
    gate_enter(&call, adapter, DDI_InterruptRoutine);
    result = adapter->table.DxgkDdiInterruptRoutine(adapter->miniport_context, MessageNumber);
    gate_leave(&call, result);
    return result;
}

void gate_DpcRoutine(struct adapter *adapter)
{
    struct gate_call call;

    if (adapter->table.DxgkDdiDpcRoutine == NULL) {
        gate_absent(adapter, DDI_DpcRoutine);
        return;
    }
    gate_enter(&call, adapter, DDI_DpcRoutine);
    adapter->table.DxgkDdiDpcRoutine(adapter->miniport_context);
    gate_leave(&call, 0);
}

NTSTATUS gate_QueryChildRelations(struct adapter *adapter, PDXGK_CHILD_DESCRIPTOR ChildRelations,
                                  ULONG ChildRelationsSize)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiQueryChildRelations == NULL) {
        gate_absent(adapter, DDI_QueryChildRelations);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_QueryChildRelations);
    result = adapter->table.DxgkDdiQueryChildRelations(adapter->miniport_context, ChildRelations,
        ChildRelationsSize);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_QueryChildStatus(struct adapter *adapter, PDXGK_CHILD_STATUS ChildStatus,
                               BOOLEAN NonDestructiveOnly)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiQueryChildStatus == NULL) {
        gate_absent(adapter, DDI_QueryChildStatus);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_QueryChildStatus);
    result = adapter->table.DxgkDdiQueryChildStatus(adapter->miniport_context, ChildStatus,
        NonDestructiveOnly);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_QueryDeviceDescriptor(struct adapter *adapter, ULONG ChildUid,
                                    PDXGK_DEVICE_DESCRIPTOR DeviceDescriptor)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiQueryDeviceDescriptor == NULL) {
        gate_absent(adapter, DDI_QueryDeviceDescriptor);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_QueryDeviceDescriptor);
    result = adapter->table.DxgkDdiQueryDeviceDescriptor(adapter->miniport_context, ChildUid,
        DeviceDescriptor);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_SetPowerState(struct adapter *adapter, ULONG DeviceUid,
                            DEVICE_POWER_STATE DevicePowerState, POWER_ACTION ActionType)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiSetPowerState == NULL) {
        gate_absent(adapter, DDI_SetPowerState);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_SetPowerState);
    result = adapter->table.DxgkDdiSetPowerState(adapter->miniport_context, DeviceUid,
        DevicePowerState, ActionType);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_NotifyAcpiEvent(struct adapter *adapter, DXGK_EVENT_TYPE EventType, ULONG Event,
                              PVOID Argument, PULONG AcpiFlags)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiNotifyAcpiEvent == NULL) {
        gate_absent(adapter, DDI_NotifyAcpiEvent);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_NotifyAcpiEvent);
    result = adapter->table.DxgkDdiNotifyAcpiEvent(adapter->miniport_context, EventType, Event,
        Argument, AcpiFlags);
    gate_leave_status(&call, result);
    return result;
}

void gate_ResetDevice(struct adapter *adapter)
{
    struct gate_call call;

    if (adapter->table.DxgkDdiResetDevice == NULL) {
        gate_absent(adapter, DDI_ResetDevice);
        return;
    }
    gate_enter(&call, adapter, DDI_ResetDevice);
    adapter->table.DxgkDdiResetDevice(adapter->miniport_context);
    gate_leave(&call, 0);
}

void gate_Unload(struct adapter *adapter)
{
    struct gate_call call;

    if (adapter->table.DxgkDdiUnload == NULL) {
        gate_absent(adapter, DDI_Unload);
        return;
    }
    gate_enter(&call, adapter, DDI_Unload);
    adapter->table.DxgkDdiUnload();
    gate_leave(&call, 0);
}

NTSTATUS gate_QueryInterface(struct adapter *adapter, PQUERY_INTERFACE QueryInterface)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiQueryInterface == NULL) {
        gate_absent(adapter, DDI_QueryInterface);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_QueryInterface);
    result = adapter->table.DxgkDdiQueryInterface(adapter->miniport_context, QueryInterface);
    gate_leave_status(&call, result);
    return result;
}

void gate_ControlEtwLogging(struct adapter *adapter, BOOLEAN Enable, ULONG Flags, UCHAR Level)
{
    struct gate_call call;

    if (adapter->table.DxgkDdiControlEtwLogging == NULL) {
        gate_absent(adapter, DDI_ControlEtwLogging);
        return;
    }
    gate_enter(&call, adapter, DDI_ControlEtwLogging);
    adapter->table.DxgkDdiControlEtwLogging(Enable, Flags, Level);
    gate_leave(&call, 0);
}

NTSTATUS gate_QueryAdapterInfo(struct adapter *adapter, const DXGKARG_QUERYADAPTERINFO *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiQueryAdapterInfo == NULL) {
        gate_absent(adapter, DDI_QueryAdapterInfo);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_QueryAdapterInfo);
    result = adapter->table.DxgkDdiQueryAdapterInfo(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_CreateDevice(struct adapter *adapter, DXGKARG_CREATEDEVICE *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiCreateDevice == NULL) {
        gate_absent(adapter, DDI_CreateDevice);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_CreateDevice);
    result = adapter->table.DxgkDdiCreateDevice(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_CreateAllocation(struct adapter *adapter, DXGKARG_CREATEALLOCATION *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiCreateAllocation == NULL) {
        gate_absent(adapter, DDI_CreateAllocation);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_CreateAllocation);
    result = adapter->table.DxgkDdiCreateAllocation(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_DestroyAllocation(struct adapter *adapter, const DXGKARG_DESTROYALLOCATION *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiDestroyAllocation == NULL) {
        gate_absent(adapter, DDI_DestroyAllocation);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_DestroyAllocation);
    result = adapter->table.DxgkDdiDestroyAllocation(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_DescribeAllocation(struct adapter *adapter, DXGKARG_DESCRIBEALLOCATION *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiDescribeAllocation == NULL) {
        gate_absent(adapter, DDI_DescribeAllocation);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_DescribeAllocation);
    result = adapter->table.DxgkDdiDescribeAllocation(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_GetStandardAllocationDriverData(struct adapter *adapter,
                                              DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiGetStandardAllocationDriverData == NULL) {
        gate_absent(adapter, DDI_GetStandardAllocationDriverData);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_GetStandardAllocationDriverData);
    result = adapter->table.DxgkDdiGetStandardAllocationDriverData(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_AcquireSwizzlingRange(struct adapter *adapter, DXGKARG_ACQUIRESWIZZLINGRANGE *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiAcquireSwizzlingRange == NULL) {
        gate_absent(adapter, DDI_AcquireSwizzlingRange);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_AcquireSwizzlingRange);
    result = adapter->table.DxgkDdiAcquireSwizzlingRange(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_ReleaseSwizzlingRange(struct adapter *adapter,
                                    const DXGKARG_RELEASESWIZZLINGRANGE *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiReleaseSwizzlingRange == NULL) {
        gate_absent(adapter, DDI_ReleaseSwizzlingRange);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_ReleaseSwizzlingRange);
    result = adapter->table.DxgkDdiReleaseSwizzlingRange(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_Patch(struct adapter *adapter, const DXGKARG_PATCH *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiPatch == NULL) {
        gate_absent(adapter, DDI_Patch);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_Patch);
    result = adapter->table.DxgkDdiPatch(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_SubmitCommand(struct adapter *adapter, const DXGKARG_SUBMITCOMMAND *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiSubmitCommand == NULL) {
        gate_absent(adapter, DDI_SubmitCommand);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_SubmitCommand);
    result = adapter->table.DxgkDdiSubmitCommand(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_PreemptCommand(struct adapter *adapter, const DXGKARG_PREEMPTCOMMAND *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiPreemptCommand == NULL) {
        gate_absent(adapter, DDI_PreemptCommand);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_PreemptCommand);
    result = adapter->table.DxgkDdiPreemptCommand(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_BuildPagingBuffer(struct adapter *adapter, DXGKARG_BUILDPAGINGBUFFER *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiBuildPagingBuffer == NULL) {
        gate_absent(adapter, DDI_BuildPagingBuffer);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_BuildPagingBuffer);
    result = adapter->table.DxgkDdiBuildPagingBuffer(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_SetPalette(struct adapter *adapter, const DXGKARG_SETPALETTE *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiSetPalette == NULL) {
        gate_absent(adapter, DDI_SetPalette);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_SetPalette);
    result = adapter->table.DxgkDdiSetPalette(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_SetPointerPosition(struct adapter *adapter, const DXGKARG_SETPOINTERPOSITION *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiSetPointerPosition == NULL) {
        gate_absent(adapter, DDI_SetPointerPosition);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_SetPointerPosition);
    result = adapter->table.DxgkDdiSetPointerPosition(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_SetPointerShape(struct adapter *adapter, const DXGKARG_SETPOINTERSHAPE *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiSetPointerShape == NULL) {
        gate_absent(adapter, DDI_SetPointerShape);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_SetPointerShape);
    result = adapter->table.DxgkDdiSetPointerShape(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_ResetFromTimeout(struct adapter *adapter)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiResetFromTimeout == NULL) {
        gate_absent(adapter, DDI_ResetFromTimeout);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_ResetFromTimeout);
    result = adapter->table.DxgkDdiResetFromTimeout(adapter->miniport_context);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_RestartFromTimeout(struct adapter *adapter)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiRestartFromTimeout == NULL) {
        gate_absent(adapter, DDI_RestartFromTimeout);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_RestartFromTimeout);
    result = adapter->table.DxgkDdiRestartFromTimeout(adapter->miniport_context);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_Escape(struct adapter *adapter, const struct device *asker,
                     const DXGKARG_ESCAPE *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiEscape == NULL) {
        gate_absent(adapter, DDI_Escape);
        return STATUS_NOT_IMPLEMENTED;
    }
    if (!gate_enter_asked(&call, adapter, DDI_Escape, gate_escape_level(args), asker)) {
        return STATUS_DEVICE_REMOVED;
    }
    result = adapter->table.DxgkDdiEscape(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_CollectDbgInfo(struct adapter *adapter, const DXGKARG_COLLECTDBGINFO *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiCollectDbgInfo == NULL) {
        gate_absent(adapter, DDI_CollectDbgInfo);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter_level(&call, adapter, DDI_CollectDbgInfo, gate_collect_level(args));
    result = adapter->table.DxgkDdiCollectDbgInfo(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_QueryCurrentFence(struct adapter *adapter, DXGKARG_QUERYCURRENTFENCE *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiQueryCurrentFence == NULL) {
        gate_absent(adapter, DDI_QueryCurrentFence);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_QueryCurrentFence);
    result = adapter->table.DxgkDdiQueryCurrentFence(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_IsSupportedVidPn(struct adapter *adapter, DXGKARG_ISSUPPORTEDVIDPN *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiIsSupportedVidPn == NULL) {
        gate_absent(adapter, DDI_IsSupportedVidPn);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_IsSupportedVidPn);
    result = adapter->table.DxgkDdiIsSupportedVidPn(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_RecommendFunctionalVidPn(struct adapter *adapter,
                                       const DXGKARG_RECOMMENDFUNCTIONALVIDPN *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiRecommendFunctionalVidPn == NULL) {
        gate_absent(adapter, DDI_RecommendFunctionalVidPn);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_RecommendFunctionalVidPn);
    result = adapter->table.DxgkDdiRecommendFunctionalVidPn(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_EnumVidPnCofuncModality(struct adapter *adapter,
                                      const DXGKARG_ENUMVIDPNCOFUNCMODALITY *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiEnumVidPnCofuncModality == NULL) {
        gate_absent(adapter, DDI_EnumVidPnCofuncModality);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_EnumVidPnCofuncModality);
    result = adapter->table.DxgkDdiEnumVidPnCofuncModality(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_SetVidPnSourceAddress(struct adapter *adapter,
                                    const DXGKARG_SETVIDPNSOURCEADDRESS *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiSetVidPnSourceAddress == NULL) {
        gate_absent(adapter, DDI_SetVidPnSourceAddress);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_SetVidPnSourceAddress);
    result = adapter->table.DxgkDdiSetVidPnSourceAddress(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_SetVidPnSourceVisibility(struct adapter *adapter,
                                       const DXGKARG_SETVIDPNSOURCEVISIBILITY *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiSetVidPnSourceVisibility == NULL) {
        gate_absent(adapter, DDI_SetVidPnSourceVisibility);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_SetVidPnSourceVisibility);
    result = adapter->table.DxgkDdiSetVidPnSourceVisibility(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_CommitVidPn(struct adapter *adapter, const DXGKARG_COMMITVIDPN *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiCommitVidPn == NULL) {
        gate_absent(adapter, DDI_CommitVidPn);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_CommitVidPn);
    result = adapter->table.DxgkDdiCommitVidPn(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_UpdateActiveVidPnPresentPath(struct adapter *adapter,
                                           const DXGKARG_UPDATEACTIVEVIDPNPRESENTPATH *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiUpdateActiveVidPnPresentPath == NULL) {
        gate_absent(adapter, DDI_UpdateActiveVidPnPresentPath);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_UpdateActiveVidPnPresentPath);
    result = adapter->table.DxgkDdiUpdateActiveVidPnPresentPath(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_RecommendMonitorModes(struct adapter *adapter,
                                    const DXGKARG_RECOMMENDMONITORMODES *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiRecommendMonitorModes == NULL) {
        gate_absent(adapter, DDI_RecommendMonitorModes);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_RecommendMonitorModes);
    result = adapter->table.DxgkDdiRecommendMonitorModes(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_RecommendVidPnTopology(struct adapter *adapter,
                                     const DXGKARG_RECOMMENDVIDPNTOPOLOGY *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiRecommendVidPnTopology == NULL) {
        gate_absent(adapter, DDI_RecommendVidPnTopology);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_RecommendVidPnTopology);
    result = adapter->table.DxgkDdiRecommendVidPnTopology(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_GetScanLine(struct adapter *adapter, DXGKARG_GETSCANLINE *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiGetScanLine == NULL) {
        gate_absent(adapter, DDI_GetScanLine);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_GetScanLine);
    result = adapter->table.DxgkDdiGetScanLine(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_StopCapture(struct adapter *adapter, const DXGKARG_STOPCAPTURE *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiStopCapture == NULL) {
        gate_absent(adapter, DDI_StopCapture);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_StopCapture);
    result = adapter->table.DxgkDdiStopCapture(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_ControlInterrupt(struct adapter *adapter, const DXGK_INTERRUPT_TYPE value0,
                               BOOLEAN value1)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiControlInterrupt == NULL) {
        gate_absent(adapter, DDI_ControlInterrupt);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_ControlInterrupt);
    result = adapter->table.DxgkDdiControlInterrupt(adapter->miniport_context, value0, value1);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_CreateOverlay(struct adapter *adapter, DXGKARG_CREATEOVERLAY *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiCreateOverlay == NULL) {
        gate_absent(adapter, DDI_CreateOverlay);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_CreateOverlay);
    result = adapter->table.DxgkDdiCreateOverlay(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_DestroyDevice(struct adapter *adapter, HANDLE device)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiDestroyDevice == NULL) {
        gate_absent(adapter, DDI_DestroyDevice);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_DestroyDevice);
    result = adapter->table.DxgkDdiDestroyDevice(device);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_OpenAllocation(struct adapter *adapter, HANDLE device,
                             const DXGKARG_OPENALLOCATION *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiOpenAllocation == NULL) {
        gate_absent(adapter, DDI_OpenAllocation);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_OpenAllocation);
    result = adapter->table.DxgkDdiOpenAllocation(device, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_CloseAllocation(struct adapter *adapter, HANDLE device,
                              const DXGKARG_CLOSEALLOCATION *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiCloseAllocation == NULL) {
        gate_absent(adapter, DDI_CloseAllocation);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_CloseAllocation);
    result = adapter->table.DxgkDdiCloseAllocation(device, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_Render(struct adapter *adapter, HANDLE context, DXGKARG_RENDER *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiRender == NULL) {
        gate_absent(adapter, DDI_Render);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_Render);
    result = adapter->table.DxgkDdiRender(context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_Present(struct adapter *adapter, HANDLE context, DXGKARG_PRESENT *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiPresent == NULL) {
        gate_absent(adapter, DDI_Present);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_Present);
    result = adapter->table.DxgkDdiPresent(context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_UpdateOverlay(struct adapter *adapter, HANDLE overlay,
                            const DXGKARG_UPDATEOVERLAY *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiUpdateOverlay == NULL) {
        gate_absent(adapter, DDI_UpdateOverlay);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_UpdateOverlay);
    result = adapter->table.DxgkDdiUpdateOverlay(overlay, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_FlipOverlay(struct adapter *adapter, HANDLE overlay, const DXGKARG_FLIPOVERLAY *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiFlipOverlay == NULL) {
        gate_absent(adapter, DDI_FlipOverlay);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_FlipOverlay);
    result = adapter->table.DxgkDdiFlipOverlay(overlay, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_DestroyOverlay(struct adapter *adapter, HANDLE overlay)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiDestroyOverlay == NULL) {
        gate_absent(adapter, DDI_DestroyOverlay);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_DestroyOverlay);
    result = adapter->table.DxgkDdiDestroyOverlay(overlay);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_CreateContext(struct adapter *adapter, HANDLE device, DXGKARG_CREATECONTEXT *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiCreateContext == NULL) {
        gate_absent(adapter, DDI_CreateContext);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_CreateContext);
    result = adapter->table.DxgkDdiCreateContext(device, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_DestroyContext(struct adapter *adapter, HANDLE context)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiDestroyContext == NULL) {
        gate_absent(adapter, DDI_DestroyContext);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_DestroyContext);
    result = adapter->table.DxgkDdiDestroyContext(context);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_LinkDevice(struct adapter *adapter, const PDEVICE_OBJECT PhysicalDeviceObject,
                         const PVOID MiniportDeviceContext, PLINKED_DEVICE LinkedDevice)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiLinkDevice == NULL) {
        gate_absent(adapter, DDI_LinkDevice);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_LinkDevice);
    result = adapter->table.DxgkDdiLinkDevice(PhysicalDeviceObject, MiniportDeviceContext,
        LinkedDevice);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_SetDisplayPrivateDriverFormat(struct adapter *adapter,
                                            DXGKARG_SETDISPLAYPRIVATEDRIVERFORMAT *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiSetDisplayPrivateDriverFormat == NULL) {
        gate_absent(adapter, DDI_SetDisplayPrivateDriverFormat);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_SetDisplayPrivateDriverFormat);
    result = adapter->table.DxgkDdiSetDisplayPrivateDriverFormat(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_RenderKm(struct adapter *adapter, HANDLE context, DXGKARG_RENDER *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiRenderKm == NULL) {
        gate_absent(adapter, DDI_RenderKm);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_RenderKm);
    result = adapter->table.DxgkDdiRenderKm(context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_QueryVidPnHWCapability(struct adapter *adapter, DXGKARG_QUERYVIDPNHWCAPABILITY *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiQueryVidPnHWCapability == NULL) {
        gate_absent(adapter, DDI_QueryVidPnHWCapability);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_QueryVidPnHWCapability);
    result = adapter->table.DxgkDdiQueryVidPnHWCapability(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_SetPowerComponentFState(struct adapter *adapter, UINT value0, UINT value1)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiSetPowerComponentFState == NULL) {
        gate_absent(adapter, DDI_SetPowerComponentFState);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_SetPowerComponentFState);
    result = adapter->table.DxgkDdiSetPowerComponentFState(adapter->miniport_context, value0,
        value1);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_QueryDependentEngineGroup(struct adapter *adapter,
                                        DXGKARG_QUERYDEPENDENTENGINEGROUP *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiQueryDependentEngineGroup == NULL) {
        gate_absent(adapter, DDI_QueryDependentEngineGroup);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_QueryDependentEngineGroup);
    result = adapter->table.DxgkDdiQueryDependentEngineGroup(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_QueryEngineStatus(struct adapter *adapter, DXGKARG_QUERYENGINESTATUS *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiQueryEngineStatus == NULL) {
        gate_absent(adapter, DDI_QueryEngineStatus);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_QueryEngineStatus);
    result = adapter->table.DxgkDdiQueryEngineStatus(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_ResetEngine(struct adapter *adapter, DXGKARG_RESETENGINE *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiResetEngine == NULL) {
        gate_absent(adapter, DDI_ResetEngine);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_ResetEngine);
    result = adapter->table.DxgkDdiResetEngine(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_StopDeviceAndReleasePostDisplayOwnership(struct adapter *adapter,
                                                       D3DDDI_VIDEO_PRESENT_TARGET_ID TargetId,
                                                       PDXGK_DISPLAY_INFORMATION DisplayInfo)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiStopDeviceAndReleasePostDisplayOwnership == NULL) {
        gate_absent(adapter, DDI_StopDeviceAndReleasePostDisplayOwnership);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_StopDeviceAndReleasePostDisplayOwnership);
    result = adapter->table.DxgkDdiStopDeviceAndReleasePostDisplayOwnership(
        adapter->miniport_context, TargetId, DisplayInfo);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_SystemDisplayEnable(struct adapter *adapter, D3DDDI_VIDEO_PRESENT_TARGET_ID TargetId,
                                  PDXGKARG_SYSTEM_DISPLAY_ENABLE_FLAGS Flags, UINT *Width,
                                  UINT *Height, D3DDDIFORMAT *ColorFormat)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiSystemDisplayEnable == NULL) {
        gate_absent(adapter, DDI_SystemDisplayEnable);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_SystemDisplayEnable);
    result = adapter->table.DxgkDdiSystemDisplayEnable(adapter->miniport_context, TargetId, Flags,
        Width, Height, ColorFormat);
    gate_leave_status(&call, result);
    return result;
}

void gate_SystemDisplayWrite(struct adapter *adapter, PVOID Source, UINT SourceWidth,
                             UINT SourceHeight, UINT SourceStride, UINT PositionX, UINT PositionY)
{
    struct gate_call call;

    if (adapter->table.DxgkDdiSystemDisplayWrite == NULL) {
        gate_absent(adapter, DDI_SystemDisplayWrite);
        return;
    }
    gate_enter(&call, adapter, DDI_SystemDisplayWrite);
    adapter->table.DxgkDdiSystemDisplayWrite(adapter->miniport_context, Source, SourceWidth,
        SourceHeight, SourceStride, PositionX, PositionY);
    gate_leave(&call, 0);
}

NTSTATUS gate_CancelCommand(struct adapter *adapter, const DXGKARG_CANCELCOMMAND *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiCancelCommand == NULL) {
        gate_absent(adapter, DDI_CancelCommand);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_CancelCommand);
    result = adapter->table.DxgkDdiCancelCommand(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_GetChildContainerId(struct adapter *adapter, ULONG ChildUid,
                                  PDXGK_CHILD_CONTAINER_ID ContainerId)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiGetChildContainerId == NULL) {
        gate_absent(adapter, DDI_GetChildContainerId);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_GetChildContainerId);
    result = adapter->table.DxgkDdiGetChildContainerId(adapter->miniport_context, ChildUid,
        ContainerId);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_PowerRuntimeControlRequest(struct adapter *adapter, LPCGUID value0, PVOID value1,
                                         SIZE_T value2, PVOID value3, SIZE_T value4, PSIZE_T value5)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiPowerRuntimeControlRequest == NULL) {
        gate_absent(adapter, DDI_PowerRuntimeControlRequest);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_PowerRuntimeControlRequest);
    result = adapter->table.DxgkDdiPowerRuntimeControlRequest(adapter->miniport_context, value0,
        value1, value2, value3, value4, value5);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_SetVidPnSourceAddressWithMultiPlaneOverlay(struct adapter *adapter,
        const DXGKARG_SETVIDPNSOURCEADDRESSWITHMULTIPLANEOVERLAY *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiSetVidPnSourceAddressWithMultiPlaneOverlay == NULL) {
        gate_absent(adapter, DDI_SetVidPnSourceAddressWithMultiPlaneOverlay);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_SetVidPnSourceAddressWithMultiPlaneOverlay);
    result = adapter->table.DxgkDdiSetVidPnSourceAddressWithMultiPlaneOverlay(
        adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_NotifySurpriseRemoval(struct adapter *adapter, DXGK_SURPRISE_REMOVAL_TYPE RemovalType)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiNotifySurpriseRemoval == NULL) {
        gate_absent(adapter, DDI_NotifySurpriseRemoval);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_NotifySurpriseRemoval);
    result = adapter->table.DxgkDdiNotifySurpriseRemoval(adapter->miniport_context, RemovalType);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_PresentDisplayOnly(struct adapter *adapter, const DXGKARG_PRESENT_DISPLAYONLY *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiPresentDisplayOnly == NULL) {
        gate_absent(adapter, DDI_PresentDisplayOnly);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_PresentDisplayOnly);
    result = adapter->table.DxgkDdiPresentDisplayOnly(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_GetNodeMetadata(struct adapter *adapter, UINT value0, DXGKARG_GETNODEMETADATA *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiGetNodeMetadata == NULL) {
        gate_absent(adapter, DDI_GetNodeMetadata);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_GetNodeMetadata);
    result = adapter->table.DxgkDdiGetNodeMetadata(adapter->miniport_context, value0, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_ControlInterrupt2(struct adapter *adapter, const DXGKARG_CONTROLINTERRUPT2 value0)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiControlInterrupt2 == NULL) {
        gate_absent(adapter, DDI_ControlInterrupt2);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_ControlInterrupt2);
    result = adapter->table.DxgkDdiControlInterrupt2(adapter->miniport_context, value0);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_CheckMultiPlaneOverlaySupport(struct adapter *adapter,
                                            DXGKARG_CHECKMULTIPLANEOVERLAYSUPPORT *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiCheckMultiPlaneOverlaySupport == NULL) {
        gate_absent(adapter, DDI_CheckMultiPlaneOverlaySupport);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_CheckMultiPlaneOverlaySupport);
    result = adapter->table.DxgkDdiCheckMultiPlaneOverlaySupport(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_CalibrateGpuClock(struct adapter *adapter, UINT32 value0, UINT32 value1,
                                DXGKARG_CALIBRATEGPUCLOCK *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiCalibrateGpuClock == NULL) {
        gate_absent(adapter, DDI_CalibrateGpuClock);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_CalibrateGpuClock);
    result = adapter->table.DxgkDdiCalibrateGpuClock(adapter->miniport_context, value0, value1,
        args);
    gate_leave_status(&call, result);
    return result;
}

NTSTATUS gate_FormatHistoryBuffer(struct adapter *adapter, DXGKARG_FORMATHISTORYBUFFER *args)
{
    struct gate_call call;
    NTSTATUS result;

    if (adapter->table.DxgkDdiFormatHistoryBuffer == NULL) {
        gate_absent(adapter, DDI_FormatHistoryBuffer);
        return STATUS_NOT_IMPLEMENTED;
    }
    gate_enter(&call, adapter, DDI_FormatHistoryBuffer);
    result = adapter->table.DxgkDdiFormatHistoryBuffer(adapter->miniport_context, args);
    gate_leave_status(&call, result);
    return result;
}
