/* SPDX-License-Identifier: MIT */
/*
 * Every call into the driver, one function per DDI. Each takes the sync level, sets the IRQL,
 * traces, calls under the fault guard and checks what comes back (dxgk/gate.h). A DDI whose slot
 * is empty answers STATUS_NOT_IMPLEMENTED. The adapter's own context block is filled in here.
 * Written by tools/gen_gate.py from src/dxgk/ddi.def and facts/: change those.
 */
#ifndef DXGK_GATE_CALLS_H
#define DXGK_GATE_CALLS_H

#include <dispmprt.h>

struct adapter;
struct device;

/* DxgkDdiAddDevice. IRQL: PASSIVE_LEVEL. Level: three.
 * Source: nc-dispmprt-dxgkddi_add_device.md */
NTSTATUS gate_AddDevice(struct adapter *adapter, const PDEVICE_OBJECT PhysicalDeviceObject,
                        PVOID *MiniportDeviceContext);

/* DxgkDdiStartDevice. IRQL: PASSIVE_LEVEL. Level: three.
 * Source: nc-dispmprt-dxgkddi_start_device.md */
NTSTATUS gate_StartDevice(struct adapter *adapter, PDXGK_START_INFO DxgkStartInfo,
                          PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
                          PULONG NumberOfChildren);

/* DxgkDdiStopDevice. IRQL: PASSIVE_LEVEL. Level: three.
 * Source: nc-dispmprt-dxgkddi_stop_device.md */
NTSTATUS gate_StopDevice(struct adapter *adapter);

/* DxgkDdiRemoveDevice. IRQL: PASSIVE_LEVEL. Level: three.
 * Source: nc-dispmprt-dxgkddi_remove_device.md */
NTSTATUS gate_RemoveDevice(struct adapter *adapter);

/* DxgkDdiDispatchIoRequest. IRQL: PASSIVE_LEVEL. Level: two.
 * Source: nc-dispmprt-dxgkddi_dispatch_io_request.md */
NTSTATUS gate_DispatchIoRequest(struct adapter *adapter, ULONG VidPnSourceId,
                                PVIDEO_REQUEST_PACKET VideoRequestPacket);

/* DxgkDdiInterruptRoutine. IRQL: DIRQL. Level: zero.
 * Source: nc-dispmprt-dxgkddi_interrupt_routine.md */
BOOLEAN gate_InterruptRoutine(struct adapter *adapter, ULONG MessageNumber);

/* DxgkDdiDpcRoutine. IRQL: DISPATCH_LEVEL. Level: zero.
 * Source: nc-dispmprt-dxgkddi_dpc_routine.md */
void gate_DpcRoutine(struct adapter *adapter);

/* DxgkDdiQueryChildRelations. IRQL: PASSIVE_LEVEL. Level: three.
 * Source: nc-dispmprt-dxgkddi_query_child_relations.md */
NTSTATUS gate_QueryChildRelations(struct adapter *adapter, PDXGK_CHILD_DESCRIPTOR ChildRelations,
                                  ULONG ChildRelationsSize);

/* DxgkDdiQueryChildStatus. IRQL: PASSIVE_LEVEL. Level: one / child I/O class.
 * Source: nc-dispmprt-dxgkddi_query_child_status.md */
NTSTATUS gate_QueryChildStatus(struct adapter *adapter, PDXGK_CHILD_STATUS ChildStatus,
                               BOOLEAN NonDestructiveOnly);

/* DxgkDdiQueryDeviceDescriptor. IRQL: PASSIVE_LEVEL. Level: one / child I/O class.
 * Source: nc-dispmprt-dxgkddi_query_device_descriptor.md */
NTSTATUS gate_QueryDeviceDescriptor(struct adapter *adapter, ULONG ChildUid,
                                    PDXGK_DEVICE_DESCRIPTOR DeviceDescriptor);

/* DxgkDdiSetPowerState. IRQL: PASSIVE_LEVEL. Level: three.
 * Source: nc-dispmprt-dxgkddi_set_power_state.md */
NTSTATUS gate_SetPowerState(struct adapter *adapter, ULONG DeviceUid,
                            DEVICE_POWER_STATE DevicePowerState, POWER_ACTION ActionType);

/* DxgkDdiNotifyAcpiEvent. IRQL: PASSIVE_LEVEL. Level: two.
 * Source: nc-dispmprt-dxgkddi_notify_acpi_event.md */
NTSTATUS gate_NotifyAcpiEvent(struct adapter *adapter, DXGK_EVENT_TYPE EventType, ULONG Event,
                              PVOID Argument, PULONG AcpiFlags);

/* DxgkDdiResetDevice. IRQL: Any level. Level: zero.
 * Source: nc-dispmprt-dxgkddi_reset_device.md */
void gate_ResetDevice(struct adapter *adapter);

/* DxgkDdiUnload. IRQL: PASSIVE_LEVEL. Level: three.
 * Source: nc-dispmprt-dxgkddi_unload.md */
void gate_Unload(struct adapter *adapter);

/* DxgkDdiQueryInterface. IRQL: PASSIVE_LEVEL. Level: two.
 * Source: nc-dispmprt-dxgkddi_query_interface.md */
NTSTATUS gate_QueryInterface(struct adapter *adapter, PQUERY_INTERFACE QueryInterface);

/* DxgkDdiControlEtwLogging. IRQL: PASSIVE_LEVEL. Level: zero.
 * Source: nc-dispmprt-dxgkddi_control_etw_logging.md */
void gate_ControlEtwLogging(struct adapter *adapter, BOOLEAN Enable, ULONG Flags, UCHAR Level);

/* DxgkDdiQueryAdapterInfo. IRQL: PASSIVE_LEVEL. Level: zero.
 * Source: nc-d3dkmddi-dxgkddi_queryadapterinfo.md */
NTSTATUS gate_QueryAdapterInfo(struct adapter *adapter, const DXGKARG_QUERYADAPTERINFO *args);

/* DxgkDdiCreateDevice. IRQL: PASSIVE_LEVEL. Level: zero.
 * Source: nc-d3dkmddi-dxgkddi_createdevice.md */
NTSTATUS gate_CreateDevice(struct adapter *adapter, DXGKARG_CREATEDEVICE *args);

/* DxgkDdiCreateAllocation. IRQL: PASSIVE_LEVEL. Level: zero.
 * Source: nc-d3dkmddi-dxgkddi_createallocation.md */
NTSTATUS gate_CreateAllocation(struct adapter *adapter, DXGKARG_CREATEALLOCATION *args);

/* DxgkDdiDestroyAllocation. IRQL: PASSIVE_LEVEL. Level: zero.
 * Source: nc-d3dkmddi-dxgkddi_destroyallocation.md */
NTSTATUS gate_DestroyAllocation(struct adapter *adapter, const DXGKARG_DESTROYALLOCATION *args);

/* DxgkDdiDescribeAllocation. IRQL: PASSIVE_LEVEL. Level: zero.
 * Source: nc-d3dkmddi-dxgkddi_describeallocation.md */
NTSTATUS gate_DescribeAllocation(struct adapter *adapter, DXGKARG_DESCRIBEALLOCATION *args);

/* DxgkDdiGetStandardAllocationDriverData. IRQL: PASSIVE_LEVEL. Level: zero.
 * Source: nc-d3dkmddi-dxgkddi_getstandardallocationdriverdata.md */
NTSTATUS gate_GetStandardAllocationDriverData(struct adapter *adapter,
                                              DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA *args);

/* DxgkDdiAcquireSwizzlingRange. IRQL: PASSIVE_LEVEL. Level: one / swizzling class.
 * Source: nc-d3dkmddi-dxgkddi_acquireswizzlingrange.md */
NTSTATUS gate_AcquireSwizzlingRange(struct adapter *adapter, DXGKARG_ACQUIRESWIZZLINGRANGE *args);

/* DxgkDdiReleaseSwizzlingRange. IRQL: PASSIVE_LEVEL. Level: one / swizzling class.
 * Source: nc-d3dkmddi-dxgkddi_releaseswizzlingrange.md */
NTSTATUS gate_ReleaseSwizzlingRange(struct adapter *adapter,
                                    const DXGKARG_RELEASESWIZZLINGRANGE *args);

/* DxgkDdiPatch. IRQL: PASSIVE_LEVEL. Level: one / GPU scheduler class.
 * Source: nc-d3dkmddi-dxgkddi_patch.md */
NTSTATUS gate_Patch(struct adapter *adapter, const DXGKARG_PATCH *args);

/* DxgkDdiSubmitCommand. IRQL: DISPATCH_LEVEL. Level: one / GPU scheduler class.
 * Source: nc-d3dkmddi-dxgkddi_submitcommand.md */
NTSTATUS gate_SubmitCommand(struct adapter *adapter, const DXGKARG_SUBMITCOMMAND *args);

/* DxgkDdiPreemptCommand. IRQL: DISPATCH_LEVEL. Level: one / GPU scheduler class.
 * Source: nc-d3dkmddi-dxgkddi_preemptcommand.md */
NTSTATUS gate_PreemptCommand(struct adapter *adapter, const DXGKARG_PREEMPTCOMMAND *args);

/* DxgkDdiBuildPagingBuffer. IRQL: PASSIVE_LEVEL. Level: one / GPU scheduler class.
 * Source: nc-d3dkmddi-dxgkddi_buildpagingbuffer.md */
NTSTATUS gate_BuildPagingBuffer(struct adapter *adapter, DXGKARG_BUILDPAGINGBUFFER *args);

/* DxgkDdiSetPalette. IRQL: PASSIVE_LEVEL. Level: two.
 * Source: nc-d3dkmddi-dxgkddi_setpalette.md */
NTSTATUS gate_SetPalette(struct adapter *adapter, const DXGKARG_SETPALETTE *args);

/* DxgkDdiSetPointerPosition. IRQL: PASSIVE_LEVEL. Level: one / pointer class.
 * Source: nc-d3dkmddi-dxgkddi_setpointerposition.md */
NTSTATUS gate_SetPointerPosition(struct adapter *adapter, const DXGKARG_SETPOINTERPOSITION *args);

/* DxgkDdiSetPointerShape. IRQL: PASSIVE_LEVEL. Level: one / pointer class.
 * Source: nc-d3dkmddi-dxgkddi_setpointershape.md */
NTSTATUS gate_SetPointerShape(struct adapter *adapter, const DXGKARG_SETPOINTERSHAPE *args);

/* DxgkDdiResetFromTimeout. IRQL: PASSIVE_LEVEL. Level: three.
 * Source: nc-d3dkmddi-dxgkddi_resetfromtimeout.md */
NTSTATUS gate_ResetFromTimeout(struct adapter *adapter);

/* DxgkDdiRestartFromTimeout. IRQL: PASSIVE_LEVEL. Level: three.
 * Source: nc-d3dkmddi-dxgkddi_restartfromtimeout.md */
NTSTATUS gate_RestartFromTimeout(struct adapter *adapter);

/* DxgkDdiEscape. IRQL: PASSIVE_LEVEL. Level: two with HardwareAccess=1; zero otherwise.
 * Source: nc-d3dkmddi-dxgkddi_escape.md */
NTSTATUS gate_Escape(struct adapter *adapter, const struct device *asker,
                     const DXGKARG_ESCAPE *args);

/* DxgkDdiCollectDbgInfo. IRQL: PASSIVE for Reason 0x117/0x141; undefined. Level: zero.
 * Source: nc-d3dkmddi-dxgkddi_collectdbginfo.md */
NTSTATUS gate_CollectDbgInfo(struct adapter *adapter, const DXGKARG_COLLECTDBGINFO *args);

/* DxgkDdiQueryCurrentFence. IRQL: PASSIVE_LEVEL. Level: zero.
 * Source: nc-d3dkmddi-dxgkddi_querycurrentfence.md */
NTSTATUS gate_QueryCurrentFence(struct adapter *adapter, DXGKARG_QUERYCURRENTFENCE *args);

/* DxgkDdiIsSupportedVidPn. IRQL: PASSIVE_LEVEL. Level: zero.
 * Source: nc-d3dkmddi-dxgkddi_issupportedvidpn.md */
NTSTATUS gate_IsSupportedVidPn(struct adapter *adapter, DXGKARG_ISSUPPORTEDVIDPN *args);

/* DxgkDdiRecommendFunctionalVidPn. IRQL: PASSIVE_LEVEL. Level: zero AND two.
 * Source: nc-d3dkmddi-dxgkddi_recommendfunctionalvidpn.md */
NTSTATUS gate_RecommendFunctionalVidPn(struct adapter *adapter,
                                       const DXGKARG_RECOMMENDFUNCTIONALVIDPN *args);

/* DxgkDdiEnumVidPnCofuncModality. IRQL: PASSIVE_LEVEL. Level: zero.
 * Source: nc-d3dkmddi-dxgkddi_enumvidpncofuncmodality.md */
NTSTATUS gate_EnumVidPnCofuncModality(struct adapter *adapter,
                                      const DXGKARG_ENUMVIDPNCOFUNCMODALITY *args);

/* DxgkDdiSetVidPnSourceAddress. IRQL: PASSIVE_LEVEL. Level: two.
 * Source: nc-d3dkmddi-dxgkddi_setvidpnsourceaddress.md */
NTSTATUS gate_SetVidPnSourceAddress(struct adapter *adapter,
                                    const DXGKARG_SETVIDPNSOURCEADDRESS *args);

/* DxgkDdiSetVidPnSourceVisibility. IRQL: PASSIVE_LEVEL. Level: two.
 * Source: nc-d3dkmddi-dxgkddi_setvidpnsourcevisibility.md */
NTSTATUS gate_SetVidPnSourceVisibility(struct adapter *adapter,
                                       const DXGKARG_SETVIDPNSOURCEVISIBILITY *args);

/* DxgkDdiCommitVidPn. IRQL: PASSIVE_LEVEL. Level: two.
 * Source: nc-d3dkmddi-dxgkddi_commitvidpn.md */
NTSTATUS gate_CommitVidPn(struct adapter *adapter, const DXGKARG_COMMITVIDPN *args);

/* DxgkDdiUpdateActiveVidPnPresentPath. IRQL: PASSIVE_LEVEL. Level: two.
 * Source: nc-d3dkmddi-dxgkddi_updateactivevidpnpresentpath.md */
NTSTATUS gate_UpdateActiveVidPnPresentPath(struct adapter *adapter,
                                           const DXGKARG_UPDATEACTIVEVIDPNPRESENTPATH *args);

/* DxgkDdiRecommendMonitorModes. IRQL: < DISPATCH_LEVEL. Level: two.
 * Source: nc-d3dkmddi-dxgkddi_recommendmonitormodes.md */
NTSTATUS gate_RecommendMonitorModes(struct adapter *adapter,
                                    const DXGKARG_RECOMMENDMONITORMODES *args);

/* DxgkDdiRecommendVidPnTopology. IRQL: PASSIVE_LEVEL. Level: zero.
 * Source: nc-d3dkmddi-dxgkddi_recommendvidpntopology.md */
NTSTATUS gate_RecommendVidPnTopology(struct adapter *adapter,
                                     const DXGKARG_RECOMMENDVIDPNTOPOLOGY *args);

/* DxgkDdiGetScanLine. IRQL: PASSIVE_LEVEL. Level: zero.
 * Source: nc-d3dkmddi-dxgkddi_getscanline.md */
NTSTATUS gate_GetScanLine(struct adapter *adapter, DXGKARG_GETSCANLINE *args);

/* DxgkDdiStopCapture. IRQL: PASSIVE_LEVEL. Level: unlisted -> zero by default.
 * Source: nc-d3dkmddi-dxgkddi_stopcapture.md */
NTSTATUS gate_StopCapture(struct adapter *adapter, const DXGKARG_STOPCAPTURE *args);

/* DxgkDdiControlInterrupt. IRQL: PASSIVE_LEVEL. Level: two.
 * Source: nc-d3dkmddi-dxgkddi_controlinterrupt.md */
NTSTATUS gate_ControlInterrupt(struct adapter *adapter, const DXGK_INTERRUPT_TYPE value0,
                               BOOLEAN value1);

/* DxgkDdiCreateOverlay. IRQL: PASSIVE_LEVEL. Level: one / overlay class.
 * Source: nc-d3dkmddi-dxgkddi_createoverlay.md */
NTSTATUS gate_CreateOverlay(struct adapter *adapter, DXGKARG_CREATEOVERLAY *args);

/* DxgkDdiDestroyDevice. IRQL: PASSIVE_LEVEL. Level: zero.
 * Source: nc-d3dkmddi-dxgkddi_destroydevice.md */
NTSTATUS gate_DestroyDevice(struct adapter *adapter, HANDLE device);

/* DxgkDdiOpenAllocation. IRQL: PASSIVE_LEVEL. Level: zero.
 * Source: nc-d3dkmddi-dxgkddi_openallocationinfo.md */
NTSTATUS gate_OpenAllocation(struct adapter *adapter, HANDLE device,
                             const DXGKARG_OPENALLOCATION *args);

/* DxgkDdiCloseAllocation. IRQL: PASSIVE_LEVEL. Level: zero.
 * Source: nc-d3dkmddi-dxgkddi_closeallocation.md */
NTSTATUS gate_CloseAllocation(struct adapter *adapter, HANDLE device,
                              const DXGKARG_CLOSEALLOCATION *args);

/* DxgkDdiRender. IRQL: PASSIVE_LEVEL. Level: zero.
 * Source: nc-d3dkmddi-dxgkddi_render.md */
NTSTATUS gate_Render(struct adapter *adapter, HANDLE context, DXGKARG_RENDER *args);

/* DxgkDdiPresent. IRQL: PASSIVE_LEVEL. Level: zero.
 * Source: nc-d3dkmddi-dxgkddi_present.md */
NTSTATUS gate_Present(struct adapter *adapter, HANDLE context, DXGKARG_PRESENT *args);

/* DxgkDdiUpdateOverlay. IRQL: PASSIVE_LEVEL. Level: one / overlay class.
 * Source: nc-d3dkmddi-dxgkddi_updateoverlay.md */
NTSTATUS gate_UpdateOverlay(struct adapter *adapter, HANDLE overlay,
                            const DXGKARG_UPDATEOVERLAY *args);

/* DxgkDdiFlipOverlay. IRQL: PASSIVE_LEVEL. Level: one / overlay class.
 * Source: nc-d3dkmddi-dxgkddi_flipoverlay.md */
NTSTATUS gate_FlipOverlay(struct adapter *adapter, HANDLE overlay, const DXGKARG_FLIPOVERLAY *args);

/* DxgkDdiDestroyOverlay. IRQL: PASSIVE_LEVEL. Level: one / overlay class.
 * Source: nc-d3dkmddi-dxgkddi_destroyoverlay.md */
NTSTATUS gate_DestroyOverlay(struct adapter *adapter, HANDLE overlay);

/* DxgkDdiCreateContext. IRQL: PASSIVE_LEVEL. Level: zero.
 * Source: nc-d3dkmddi-dxgkddi_createcontext.md */
NTSTATUS gate_CreateContext(struct adapter *adapter, HANDLE device, DXGKARG_CREATECONTEXT *args);

/* DxgkDdiDestroyContext. IRQL: PASSIVE_LEVEL. Level: zero.
 * Source: nc-d3dkmddi-dxgkddi_destroycontext.md */
NTSTATUS gate_DestroyContext(struct adapter *adapter, HANDLE context);

/* DxgkDdiLinkDevice. IRQL: PASSIVE_LEVEL. Level: unlisted -> zero by default.
 * Source: nc-dispmprt-dxgkddi_link_device.md */
NTSTATUS gate_LinkDevice(struct adapter *adapter, const PDEVICE_OBJECT PhysicalDeviceObject,
                         const PVOID MiniportDeviceContext, PLINKED_DEVICE LinkedDevice);

/* DxgkDdiSetDisplayPrivateDriverFormat. IRQL: PASSIVE_LEVEL. Level: unlisted -> zero by default.
 * Source: nc-d3dkmddi-dxgkddi_setdisplayprivatedriverformat.md */
NTSTATUS gate_SetDisplayPrivateDriverFormat(struct adapter *adapter,
                                            DXGKARG_SETDISPLAYPRIVATEDRIVERFORMAT *args);

/* DxgkDdiRenderKm. IRQL: PASSIVE_LEVEL. Level: zero.
 * Source: nc-d3dkmddi-dxgkddi_renderkm.md */
NTSTATUS gate_RenderKm(struct adapter *adapter, HANDLE context, DXGKARG_RENDER *args);

/* DxgkDdiQueryVidPnHWCapability. IRQL: PASSIVE_LEVEL. Level: unlisted -> zero by default.
 * Source: nc-d3dkmddi-dxgkddi_queryvidpnhwcapability.md */
NTSTATUS gate_QueryVidPnHWCapability(struct adapter *adapter, DXGKARG_QUERYVIDPNHWCAPABILITY *args);

/* DxgkDdiSetPowerComponentFState. IRQL: <=DISPATCH_LEVEL. Level: zero.
 * Source: nc-d3dkmddi-dxgkddisetpowercomponentfstate.md */
NTSTATUS gate_SetPowerComponentFState(struct adapter *adapter, UINT value0, UINT value1);

/* DxgkDdiQueryDependentEngineGroup. IRQL: PASSIVE_LEVEL. Level: one / GPU scheduler class.
 * Source: nc-d3dkmddi-dxgkddi_querydependentenginegroup.md */
NTSTATUS gate_QueryDependentEngineGroup(struct adapter *adapter,
                                        DXGKARG_QUERYDEPENDENTENGINEGROUP *args);

/* DxgkDdiQueryEngineStatus. IRQL: PASSIVE_LEVEL. Level: one / GPU scheduler class.
 * Source: nc-d3dkmddi-dxgkddi_queryenginestatus.md */
NTSTATUS gate_QueryEngineStatus(struct adapter *adapter, DXGKARG_QUERYENGINESTATUS *args);

/* DxgkDdiResetEngine. IRQL: PASSIVE_LEVEL. Level: one / GPU scheduler class.
 * Source: nc-d3dkmddi-dxgkddi_resetengine.md */
NTSTATUS gate_ResetEngine(struct adapter *adapter, DXGKARG_RESETENGINE *args);

/* DxgkDdiStopDeviceAndReleasePostDisplayOwnership. IRQL: PASSIVE_LEVEL. Level: unlisted -> zero by default.
 * Source: nc-dispmprt-dxgkddi_stop_device_and_release_post_display_ownership.md */
NTSTATUS gate_StopDeviceAndReleasePostDisplayOwnership(struct adapter *adapter,
                                                       D3DDDI_VIDEO_PRESENT_TARGET_ID TargetId,
                                                       PDXGK_DISPLAY_INFORMATION DisplayInfo);

/* DxgkDdiSystemDisplayEnable. IRQL: Any level. Level: unlisted -> zero by default.
 * Source: nc-dispmprt-dxgkddi_system_display_enable.md */
NTSTATUS gate_SystemDisplayEnable(struct adapter *adapter, D3DDDI_VIDEO_PRESENT_TARGET_ID TargetId,
                                  PDXGKARG_SYSTEM_DISPLAY_ENABLE_FLAGS Flags, UINT *Width,
                                  UINT *Height, D3DDDIFORMAT *ColorFormat);

/* DxgkDdiSystemDisplayWrite. IRQL: Any level. Level: unlisted -> zero by default.
 * Source: nc-dispmprt-dxgkddi_system_display_write.md */
void gate_SystemDisplayWrite(struct adapter *adapter, PVOID Source, UINT SourceWidth,
                             UINT SourceHeight, UINT SourceStride, UINT PositionX, UINT PositionY);

/* DxgkDdiCancelCommand. IRQL: PASSIVE_LEVEL. Level: unlisted -> zero by default.
 * Source: nc-d3dkmddi-dxgkddi_cancelcommand.md */
NTSTATUS gate_CancelCommand(struct adapter *adapter, const DXGKARG_CANCELCOMMAND *args);

/* DxgkDdiGetChildContainerId. IRQL: PASSIVE_LEVEL. Level: unlisted -> zero by default.
 * Source: nc-dispmprt-dxgkddi_get_child_container_id.md */
NTSTATUS gate_GetChildContainerId(struct adapter *adapter, ULONG ChildUid,
                                  PDXGK_CHILD_CONTAINER_ID ContainerId);

/* DxgkDdiPowerRuntimeControlRequest. IRQL: <=DISPATCH_LEVEL. Level: zero.
 * Source: nc-d3dkmddi-dxgkddipowerruntimecontrolrequest.md */
NTSTATUS gate_PowerRuntimeControlRequest(struct adapter *adapter, LPCGUID value0, PVOID value1,
                                         SIZE_T value2, PVOID value3, SIZE_T value4, PSIZE_T value5);

/* DxgkDdiSetVidPnSourceAddressWithMultiPlaneOverlay. IRQL: PROFILE_LEVEL - 1. Level: n/a.
 * Source: nc-d3dkmddi-dxgkddi_setvidpnsourceaddresswithmultiplaneoverlay.md */
NTSTATUS gate_SetVidPnSourceAddressWithMultiPlaneOverlay(struct adapter *adapter,
        const DXGKARG_SETVIDPNSOURCEADDRESSWITHMULTIPLANEOVERLAY *args);

/* DxgkDdiNotifySurpriseRemoval. IRQL: PASSIVE_LEVEL. Level: zero.
 * Source: nc-dispmprt-dxgkddi_notify_surprise_removal.md */
NTSTATUS gate_NotifySurpriseRemoval(struct adapter *adapter, DXGK_SURPRISE_REMOVAL_TYPE RemovalType);

/* DxgkDdiPresentDisplayOnly. IRQL: PASSIVE_LEVEL. Level: zero.
 * Source: nc-d3dkmddi-dxgkddi_presentdisplayonly.md */
NTSTATUS gate_PresentDisplayOnly(struct adapter *adapter, const DXGKARG_PRESENT_DISPLAYONLY *args);

/* DxgkDdiGetNodeMetadata. IRQL: PASSIVE_LEVEL. Level: unlisted -> zero by default.
 * Source: nc-d3dkmddi-dxgkddi_getnodemetadata.md */
NTSTATUS gate_GetNodeMetadata(struct adapter *adapter, UINT value0, DXGKARG_GETNODEMETADATA *args);

/* DxgkDdiControlInterrupt2. IRQL: PASSIVE_LEVEL. Level: unlisted -> zero by default.
 * Source: nc-d3dkmddi-dxgkddi_controlinterrupt2.md */
NTSTATUS gate_ControlInterrupt2(struct adapter *adapter, const DXGKARG_CONTROLINTERRUPT2 value0);

/* DxgkDdiCheckMultiPlaneOverlaySupport. IRQL: PASSIVE_LEVEL. Level: zero.
 * Source: nc-d3dkmddi-dxgkddi_checkmultiplaneoverlaysupport.md */
NTSTATUS gate_CheckMultiPlaneOverlaySupport(struct adapter *adapter,
                                            DXGKARG_CHECKMULTIPLANEOVERLAYSUPPORT *args);

/* DxgkDdiCalibrateGpuClock. IRQL: DISPATCH_LEVEL. Level: unlisted -> zero by default.
 * Source: nc-d3dkmddi-dxgkddi_calibrategpuclock.md */
NTSTATUS gate_CalibrateGpuClock(struct adapter *adapter, UINT32 value0, UINT32 value1,
                                DXGKARG_CALIBRATEGPUCLOCK *args);

/* DxgkDdiFormatHistoryBuffer. IRQL: DISPATCH_LEVEL. Level: unlisted -> zero by default.
 * Source: nc-d3dkmddi-dxgkddi_formathistorybuffer.md */
NTSTATUS gate_FormatHistoryBuffer(struct adapter *adapter, DXGKARG_FORMATHISTORYBUFFER *args);

#endif /* DXGK_GATE_CALLS_H */
