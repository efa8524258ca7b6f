/* SPDX-License-Identifier: MIT */
/* The DDIs: each finds its object and lets it do the work. */
#include "LFB.HXX"
#include "trace.h"
#include "entry.tmh"

extern "C" DRIVER_INITIALIZE DriverEntry;

static Display *Of(PVOID context)
{
    return static_cast<Display *>(context);
}

static BOOLEAN APIENTRY LfbInterrupt(PVOID context, ULONG)
{
    return Of(context)->Interrupt();
}

static void APIENTRY LfbDpc(PVOID context)
{
    Of(context)->Dpc();
}

static void APIENTRY LfbReset(PVOID)
{
}

static NTSTATUS APIENTRY LfbSystemEnable(PVOID context, D3DDDI_VIDEO_PRESENT_TARGET_ID,
                                         PDXGKARG_SYSTEM_DISPLAY_ENABLE_FLAGS, UINT *width,
                                         UINT *height, D3DDDIFORMAT *format)
{
    return Of(context)->SystemEnable(width, height, format);
}

static void APIENTRY LfbSystemWrite(PVOID context, PVOID pixels, UINT width, UINT height,
                                    UINT pitch, UINT x, UINT y)
{
    Of(context)->SystemWrite(static_cast<UCHAR *>(pixels), width, height, pitch, x, y);
}

#pragma code_seg(push)
#pragma code_seg("PAGE")

static NTSTATUS APIENTRY LfbAdd(const PDEVICE_OBJECT device, PVOID *context)
{
    PAGED_CODE();
    *context = new (PoolKind::NonPaged) Display(device);
    return *context != nullptr ? STATUS_SUCCESS : STATUS_NO_MEMORY;
}

static NTSTATUS APIENTRY LfbStart(const PVOID context, PDXGK_START_INFO, PDXGKRNL_INTERFACE kernel,
                                  PULONG sources, PULONG children)
{
    PAGED_CODE();
    return Of(context)->Start(kernel, sources, children);
}

static NTSTATUS APIENTRY LfbStop(const PVOID context)
{
    PAGED_CODE();
    Of(context)->Stop();
    return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY LfbRemove(const PVOID context)
{
    PAGED_CODE();
    delete Of(context);
    return STATUS_SUCCESS;
}

static void APIENTRY LfbUnload()
{
    PAGED_CODE();
    WPP_CLEANUP(nullptr);
}

static NTSTATUS APIENTRY LfbDispatch(const PVOID, ULONG, PVIDEO_REQUEST_PACKET)
{
    PAGED_CODE();
    return STATUS_NOT_SUPPORTED;
}

static NTSTATUS APIENTRY LfbChildren(const PVOID, PDXGK_CHILD_DESCRIPTOR relations, ULONG size)
{
    PAGED_CODE();
    for (ULONG i = 0; i + 1 < size / sizeof(*relations); i++) {
        relations[i].ChildDeviceType = TypeVideoOutput;
        relations[i].ChildCapabilities.HpdAwareness = HpdAwarenessInterruptible;
        relations[i].ChildCapabilities.Type.VideoOutput.InterfaceTechnology = D3DKMDT_VOT_OTHER;
        relations[i].ChildCapabilities.Type.VideoOutput.MonitorOrientationAwareness =
            D3DKMDT_MOA_NONE;
        relations[i].ChildUid = i;
    }
    return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY LfbChildStatus(const PVOID context, PDXGK_CHILD_STATUS status, BOOLEAN)
{
    PAGED_CODE();
    if (status->Type != StatusConnection) {
        return STATUS_INVALID_PARAMETER;
    }
    status->HotPlug.Connected = Of(context)->IsConnected();
    return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY LfbDescriptor(const PVOID context, ULONG, PDXGK_DEVICE_DESCRIPTOR descriptor)
{
    PAGED_CODE();
    return Of(context)->QueryDescriptor(descriptor);
}

static NTSTATUS APIENTRY LfbPower(const PVOID, ULONG, DEVICE_POWER_STATE, POWER_ACTION)
{
    PAGED_CODE();
    return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY LfbStopAndRelease(PVOID context, D3DDDI_VIDEO_PRESENT_TARGET_ID,
                                           PDXGK_DISPLAY_INFORMATION left)
{
    PAGED_CODE();
    return Of(context)->StopAndRelease(left);
}

static NTSTATUS APIENTRY LfbQueryAdapter(const HANDLE adapter, const DXGKARG_QUERYADAPTERINFO *args)
{
    PAGED_CODE();
    return Of(adapter)->QueryAdapterInfo(args);
}

static NTSTATUS APIENTRY LfbPointerShape(const HANDLE adapter, const DXGKARG_SETPOINTERSHAPE *args)
{
    PAGED_CODE();
    return Of(adapter)->SetPointerShape(args);
}

static NTSTATUS APIENTRY LfbPointerPosition(const HANDLE adapter,
                                            const DXGKARG_SETPOINTERPOSITION *args)
{
    PAGED_CODE();
    return Of(adapter)->SetPointerPosition(args);
}

static NTSTATUS APIENTRY LfbIsSupported(const HANDLE adapter, DXGKARG_ISSUPPORTEDVIDPN *args)
{
    PAGED_CODE();
    return Of(adapter)->IsSupported(args);
}

static NTSTATUS APIENTRY LfbRecommendVidPn(const HANDLE,
                                           const DXGKARG_RECOMMENDFUNCTIONALVIDPN *const)
{
    PAGED_CODE();
    return STATUS_GRAPHICS_NO_RECOMMENDED_FUNCTIONAL_VIDPN;
}

static NTSTATUS APIENTRY LfbEnumerate(const HANDLE adapter,
                                      const DXGKARG_ENUMVIDPNCOFUNCMODALITY *const args)
{
    PAGED_CODE();
    return Of(adapter)->EnumerateModes(args);
}

static NTSTATUS APIENTRY LfbCommit(const HANDLE adapter, const DXGKARG_COMMITVIDPN *const args)
{
    PAGED_CODE();
    return Of(adapter)->Commit(args);
}

static NTSTATUS APIENTRY LfbUpdatePath(const HANDLE,
                                       const DXGKARG_UPDATEACTIVEVIDPNPRESENTPATH *const)
{
    PAGED_CODE();
    return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY LfbVisible(const HANDLE adapter,
                                    const DXGKARG_SETVIDPNSOURCEVISIBILITY *args)
{
    PAGED_CODE();
    return Of(adapter)->SetVisible(args);
}

static NTSTATUS APIENTRY LfbMonitorModes(const HANDLE, const DXGKARG_RECOMMENDMONITORMODES *const)
{
    PAGED_CODE();
    return STATUS_SUCCESS; /* the monitor's descriptor says it all */
}

static NTSTATUS APIENTRY LfbHwCapability(const HANDLE, DXGKARG_QUERYVIDPNHWCAPABILITY *args)
{
    PAGED_CODE();
    RtlZeroMemory(&args->VidPnHWCaps, sizeof(args->VidPnHWCaps));
    return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY LfbPresent(const HANDLE adapter, const DXGKARG_PRESENT_DISPLAYONLY *args)
{
    PAGED_CODE();
    return Of(adapter)->Present(args);
}

#pragma code_seg(pop)
#pragma code_seg(push)
#pragma code_seg("INIT")

extern "C" NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING path)
{
    KMDDOD_INITIALIZATION_DATA table = { 0 };

    PAGED_CODE();
    WPP_INIT_TRACING(driver, path);
    LfbTrace(LFB_MODES, "started from %wZ", path);
    table.Version = DXGKDDI_INTERFACE_VERSION_WIN8;
    table.DxgkDdiAddDevice = LfbAdd;
    table.DxgkDdiStartDevice = LfbStart;
    table.DxgkDdiStopDevice = LfbStop;
    table.DxgkDdiRemoveDevice = LfbRemove;
    table.DxgkDdiDispatchIoRequest = LfbDispatch;
    table.DxgkDdiInterruptRoutine = LfbInterrupt;
    table.DxgkDdiDpcRoutine = LfbDpc;
    table.DxgkDdiQueryChildRelations = LfbChildren;
    table.DxgkDdiQueryChildStatus = LfbChildStatus;
    table.DxgkDdiQueryDeviceDescriptor = LfbDescriptor;
    table.DxgkDdiSetPowerState = LfbPower;
    table.DxgkDdiResetDevice = LfbReset;
    table.DxgkDdiUnload = LfbUnload;
    table.DxgkDdiQueryAdapterInfo = LfbQueryAdapter;
    table.DxgkDdiSetPointerShape = LfbPointerShape;
    table.DxgkDdiSetPointerPosition = LfbPointerPosition;
    table.DxgkDdiIsSupportedVidPn = LfbIsSupported;
    table.DxgkDdiRecommendFunctionalVidPn = LfbRecommendVidPn;
    table.DxgkDdiEnumVidPnCofuncModality = LfbEnumerate;
    table.DxgkDdiSetVidPnSourceVisibility = LfbVisible;
    table.DxgkDdiCommitVidPn = LfbCommit;
    table.DxgkDdiUpdateActiveVidPnPresentPath = LfbUpdatePath;
    table.DxgkDdiRecommendMonitorModes = LfbMonitorModes;
    table.DxgkDdiQueryVidPnHWCapability = LfbHwCapability;
    table.DxgkDdiPresentDisplayOnly = LfbPresent;
    table.DxgkDdiStopDeviceAndReleasePostDisplayOwnership = LfbStopAndRelease;
    table.DxgkDdiSystemDisplayEnable = LfbSystemEnable;
    table.DxgkDdiSystemDisplayWrite = LfbSystemWrite;
    return DxgkInitializeDisplayOnlyDriver(driver, path, &table);
}

#pragma code_seg(pop)
