/* SPDX-License-Identifier: MIT */
/*
 * Entry point: the table of every DDI this driver has.
 *
 * Source: DxgkInitialize, DRIVER_INITIALIZATION_DATA; display/wddm-driver-and-feature-caps.md for
 * what a full graphics driver of WDDM 1.3 must fill in.
 */
#include "softgpu_kmd.h"

static SG_INIT VOID
SetPlugAndPlayDdis(_Inout_ DRIVER_INITIALIZATION_DATA *Data)
{
    Data->DxgkDdiAddDevice = SgAddDevice;
    Data->DxgkDdiStartDevice = SgStartDevice;
    Data->DxgkDdiStopDevice = SgStopDevice;
    Data->DxgkDdiRemoveDevice = SgRemoveDevice;
    Data->DxgkDdiUnload = SgUnload;
    Data->DxgkDdiDispatchIoRequest = SgDispatchIoRequest;
    Data->DxgkDdiQueryInterface = SgQueryInterface;
    Data->DxgkDdiSetPowerState = SgSetPowerState;
    Data->DxgkDdiResetDevice = SgResetDevice;
    Data->DxgkDdiStopDeviceAndReleasePostDisplayOwnership =
        SgStopDeviceAndReleasePostDisplayOwnership;
    Data->DxgkDdiSystemDisplayEnable = SgSystemDisplayEnable;
    Data->DxgkDdiSystemDisplayWrite = SgSystemDisplayWrite;
    Data->DxgkDdiQueryChildRelations = SgQueryChildRelations;
    Data->DxgkDdiQueryChildStatus = SgQueryChildStatus;
    Data->DxgkDdiQueryDeviceDescriptor = SgQueryDeviceDescriptor;
    Data->DxgkDdiGetChildContainerId = SgGetChildContainerId;
}

static SG_INIT VOID
SetRenderDdis(_Inout_ DRIVER_INITIALIZATION_DATA *Data)
{
    Data->DxgkDdiQueryAdapterInfo = SgQueryAdapterInfo;
    Data->DxgkDdiGetNodeMetadata = SgGetNodeMetadata;
    Data->DxgkDdiCreateDevice = SgCreateDevice;
    Data->DxgkDdiDestroyDevice = SgDestroyDevice;
    Data->DxgkDdiCreateContext = SgCreateContext;
    Data->DxgkDdiDestroyContext = SgDestroyContext;
    Data->DxgkDdiCreateAllocation = SgCreateAllocation;
    Data->DxgkDdiDestroyAllocation = SgDestroyAllocation;
    Data->DxgkDdiDescribeAllocation = SgDescribeAllocation;
    Data->DxgkDdiGetStandardAllocationDriverData = SgGetStandardAllocationDriverData;
    Data->DxgkDdiOpenAllocation = SgOpenAllocation;
    Data->DxgkDdiCloseAllocation = SgCloseAllocation;
    Data->DxgkDdiRender = SgRender;
    Data->DxgkDdiRenderKm = SgRenderKm;
    Data->DxgkDdiPresent = SgPresent;
    Data->DxgkDdiBuildPagingBuffer = SgBuildPagingBuffer;
    Data->DxgkDdiAcquireSwizzlingRange = SgAcquireSwizzlingRange;
    Data->DxgkDdiReleaseSwizzlingRange = SgReleaseSwizzlingRange;
    Data->DxgkDdiEscape = SgEscape;
}

static SG_INIT VOID
SetSchedulerDdis(_Inout_ DRIVER_INITIALIZATION_DATA *Data)
{
    Data->DxgkDdiPatch = SgPatch;
    Data->DxgkDdiSubmitCommand = SgSubmitCommand;
    Data->DxgkDdiPreemptCommand = SgPreemptCommand;
    Data->DxgkDdiCancelCommand = SgCancelCommand;
    Data->DxgkDdiQueryCurrentFence = SgQueryCurrentFence;
    Data->DxgkDdiInterruptRoutine = SgInterruptRoutine;
    Data->DxgkDdiDpcRoutine = SgDpcRoutine;
    Data->DxgkDdiResetFromTimeout = SgResetFromTimeout;
    Data->DxgkDdiRestartFromTimeout = SgRestartFromTimeout;
    Data->DxgkDdiQueryDependentEngineGroup = SgQueryDependentEngineGroup;
    Data->DxgkDdiQueryEngineStatus = SgQueryEngineStatus;
    Data->DxgkDdiResetEngine = SgResetEngine;
    Data->DxgkDdiCollectDbgInfo = SgCollectDbgInfo;
}

static SG_INIT VOID
SetDisplayDdis(_Inout_ DRIVER_INITIALIZATION_DATA *Data)
{
    Data->DxgkDdiIsSupportedVidPn = SgIsSupportedVidPn;
    Data->DxgkDdiRecommendFunctionalVidPn = SgRecommendFunctionalVidPn;
    Data->DxgkDdiRecommendVidPnTopology = SgRecommendVidPnTopology;
    Data->DxgkDdiRecommendMonitorModes = SgRecommendMonitorModes;
    Data->DxgkDdiEnumVidPnCofuncModality = SgEnumVidPnCofuncModality;
    Data->DxgkDdiQueryVidPnHWCapability = SgQueryVidPnHWCapability;
    Data->DxgkDdiCommitVidPn = SgCommitVidPn;
    Data->DxgkDdiUpdateActiveVidPnPresentPath = SgUpdateActiveVidPnPresentPath;
    Data->DxgkDdiSetVidPnSourceAddress = SgSetVidPnSourceAddress;
    Data->DxgkDdiSetVidPnSourceVisibility = SgSetVidPnSourceVisibility;
    Data->DxgkDdiGetScanLine = SgGetScanLine;
    Data->DxgkDdiControlInterrupt = SgControlInterrupt;
    Data->DxgkDdiSetPalette = SgSetPalette;
    Data->DxgkDdiSetPointerPosition = SgSetPointerPosition;
    Data->DxgkDdiSetPointerShape = SgSetPointerShape;
}

/* Source: DriverEntry of display miniport driver. Must return what DxgkInitialize returns. */
_Use_decl_annotations_ SG_INIT NTSTATUS NTAPI
DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    DRIVER_INITIALIZATION_DATA data;

    /* Slots of features the driver does not claim, and reserved ones, stay zero. */
    RtlZeroMemory(&data, sizeof(data));
    data.Version = SG_INTERFACE_VERSION;
    SetPlugAndPlayDdis(&data);
    SetRenderDdis(&data);
    SetSchedulerDdis(&data);
    SetDisplayDdis(&data);
    return DxgkInitialize(DriverObject, RegistryPath, &data);
}

/* Source: DxgkDdiUnload. DriverEntry took nothing, so there is nothing to give back. */
_Use_decl_annotations_ SG_PAGED VOID NTAPI
SgUnload(VOID)
{
    PAGED_CODE();
}
