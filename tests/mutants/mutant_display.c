/* SPDX-License-Identifier: MIT */
/* Rules of video present networks, monitors and scan-out. */
#include "mutant.h"

/* Simple refusals */

NTSTATUS NTAPI
MutantRefusesNothing(const HANDLE hAdapter, DXGKARG_ISSUPPORTEDVIDPN *pIsSupportedVidPn)
{
    if (pIsSupportedVidPn->hDesiredVidPn == 0) {
        pIsSupportedVidPn->IsVidPnSupported = FALSE;
        return STATUS_SUCCESS;
    }
    return MutantOriginal.DxgkDdiIsSupportedVidPn(hAdapter, pIsSupportedVidPn);
}

/* The first question with a network is about its path alone; the next is about pinned modes. */
NTSTATUS NTAPI
MutantRefusesFunctional(const HANDLE hAdapter, DXGKARG_ISSUPPORTEDVIDPN *pIsSupportedVidPn)
{
    static ULONG asked;
    NTSTATUS status = MutantOriginal.DxgkDdiIsSupportedVidPn(hAdapter, pIsSupportedVidPn);

    if (pIsSupportedVidPn->hDesiredVidPn != 0 && asked++ > 0) {
        pIsSupportedVidPn->IsVidPnSupported = FALSE;
    }
    return status;
}

NTSTATUS NTAPI
MutantCommitFails(const HANDLE hAdapter, const DXGKARG_COMMITVIDPN *const pCommitVidPn)
{
    UNREFERENCED_PARAMETER(hAdapter);
    UNREFERENCED_PARAMETER(pCommitVidPn);
    return STATUS_UNSUCCESSFUL;
}

NTSTATUS NTAPI
MutantVisibilityFails(const HANDLE hAdapter,
                      const DXGKARG_SETVIDPNSOURCEVISIBILITY *pSetVidPnSourceVisibility)
{
    UNREFERENCED_PARAMETER(hAdapter);
    UNREFERENCED_PARAMETER(pSetVidPnSourceVisibility);
    return STATUS_UNSUCCESSFUL;
}

NTSTATUS NTAPI
MutantAddressFails(const HANDLE hAdapter,
                   const DXGKARG_SETVIDPNSOURCEADDRESS *pSetVidPnSourceAddress)
{
    UNREFERENCED_PARAMETER(hAdapter);
    UNREFERENCED_PARAMETER(pSetVidPnSourceAddress);
    return STATUS_UNSUCCESSFUL;
}

NTSTATUS NTAPI
MutantFlipFails(const HANDLE hAdapter, const DXGKARG_SETVIDPNSOURCEADDRESS *pSetVidPnSourceAddress)
{
    return pSetVidPnSourceAddress->Flags.ModeChange
               ? MutantOriginal.DxgkDdiSetVidPnSourceAddress(hAdapter, pSetVidPnSourceAddress)
               : STATUS_UNSUCCESSFUL;
}

NTSTATUS NTAPI
MutantFlipNotMade(const HANDLE hAdapter,
                  const DXGKARG_SETVIDPNSOURCEADDRESS *pSetVidPnSourceAddress)
{
    return pSetVidPnSourceAddress->Flags.ModeChange
               ? MutantOriginal.DxgkDdiSetVidPnSourceAddress(hAdapter, pSetVidPnSourceAddress)
               : STATUS_SUCCESS;
}

NTSTATUS NTAPI
MutantVsyncFails(const HANDLE hAdapter, const DXGK_INTERRUPT_TYPE InterruptType,
                 BOOLEAN EnableInterrupt)
{
    UNREFERENCED_PARAMETER(hAdapter);
    UNREFERENCED_PARAMETER(InterruptType);
    UNREFERENCED_PARAMETER(EnableInterrupt);
    return STATUS_NOT_IMPLEMENTED;
}

/* What a network's interfaces are asked for */

typedef struct _NETWORK {
    D3DKMDT_HVIDPN Handle;
    const DXGK_VIDPN_INTERFACE *Interface;
    D3DKMDT_HVIDPNTOPOLOGY Topology;
    const DXGK_VIDPNTOPOLOGY_INTERFACE *Paths;
} NETWORK;

static VOID
Open(D3DKMDT_HVIDPN Handle, NETWORK *Network)
{
    Network->Handle = Handle;
    (void)MutantDxgk.DxgkCbQueryVidPnInterface(Handle, DXGK_VIDPN_INTERFACE_VERSION_V1,
                                               &Network->Interface);
    (void)Network->Interface->pfnGetTopology(Handle, &Network->Topology, &Network->Paths);
}

static NTSTATUS
Enumerate(HANDLE Adapter, const DXGKARG_ENUMVIDPNCOFUNCMODALITY *Args, NETWORK *Network)
{
    Open(Args->hConstrainingVidPn, Network);
    return MutantOriginal.DxgkDdiEnumVidPnCofuncModality(Adapter, Args);
}

/* Infos and sets that are not given back, or not the port's */

NTSTATUS NTAPI
MutantKeepsPath(const HANDLE hAdapter, const DXGKARG_ENUMVIDPNCOFUNCMODALITY *const pEnum)
{
    const D3DKMDT_VIDPN_PRESENT_PATH *path;
    NETWORK network;
    NTSTATUS status = Enumerate(hAdapter, pEnum, &network);

    (void)network.Paths->pfnAcquireFirstPathInfo(network.Topology, &path);
    return status;
}

NTSTATUS NTAPI
MutantReleasesOwnPath(const HANDLE hAdapter, const DXGKARG_ENUMVIDPNCOFUNCMODALITY *const pEnum)
{
    D3DKMDT_VIDPN_PRESENT_PATH path;
    NETWORK network;
    NTSTATUS status = Enumerate(hAdapter, pEnum, &network);

    RtlZeroMemory(&path, sizeof(path));
    (void)network.Paths->pfnReleasePathInfo(network.Topology, &path);
    return status;
}

NTSTATUS NTAPI
MutantKeepsNewSet(const HANDLE hAdapter, const DXGKARG_ENUMVIDPNCOFUNCMODALITY *const pEnum)
{
    const DXGK_VIDPNSOURCEMODESET_INTERFACE *modes;
    D3DKMDT_HVIDPNSOURCEMODESET set;
    NETWORK network;
    NTSTATUS status = Enumerate(hAdapter, pEnum, &network);

    (void)network.Interface->pfnCreateNewSourceModeSet(network.Handle, 0, &set, &modes);
    return status;
}

NTSTATUS NTAPI
MutantWritesPath(const HANDLE hAdapter, const DXGKARG_ENUMVIDPNCOFUNCMODALITY *const pEnum)
{
    const D3DKMDT_VIDPN_PRESENT_PATH *path;
    NETWORK network;
    NTSTATUS status = Enumerate(hAdapter, pEnum, &network);

    (void)network.Paths->pfnAcquireFirstPathInfo(network.Topology, &path);
    ((D3DKMDT_VIDPN_PRESENT_PATH *)(ULONG_PTR)path)->VidPnSourceId = 9;
    (void)network.Paths->pfnReleasePathInfo(network.Topology, path);
    return status;
}

/* Handles that are none */

NTSTATUS NTAPI
MutantWrongVidPn(const HANDLE hAdapter, const DXGKARG_ENUMVIDPNCOFUNCMODALITY *const pEnum)
{
    const DXGK_VIDPN_INTERFACE *table;

    (void)MutantDxgk.DxgkCbQueryVidPnInterface((D3DKMDT_HVIDPN)(ULONG_PTR)0x77,
                                               DXGK_VIDPN_INTERFACE_VERSION_V1, &table);
    return MutantOriginal.DxgkDdiEnumVidPnCofuncModality(hAdapter, pEnum);
}

NTSTATUS NTAPI
MutantWrongTopology(const HANDLE hAdapter, const DXGKARG_ENUMVIDPNCOFUNCMODALITY *const pEnum)
{
    NETWORK network;
    NTSTATUS status = Enumerate(hAdapter, pEnum, &network);
    SIZE_T count;

    (void)network.Paths->pfnGetNumPaths((D3DKMDT_HVIDPNTOPOLOGY)(ULONG_PTR)0x77, &count);
    return status;
}

NTSTATUS NTAPI
MutantReleasedSet(const HANDLE hAdapter, const DXGKARG_ENUMVIDPNCOFUNCMODALITY *const pEnum)
{
    const DXGK_VIDPNSOURCEMODESET_INTERFACE *modes;
    D3DKMDT_HVIDPNSOURCEMODESET set;
    NETWORK network;
    NTSTATUS status = Enumerate(hAdapter, pEnum, &network);
    SIZE_T count;

    (void)network.Interface->pfnAcquireSourceModeSet(network.Handle, 0, &set, &modes);
    (void)network.Interface->pfnReleaseSourceModeSet(network.Handle, set);
    (void)modes->pfnGetNumModes(set, &count);
    return status;
}

NTSTATUS NTAPI
MutantAssignsTwice(const HANDLE hAdapter, const DXGKARG_ENUMVIDPNCOFUNCMODALITY *const pEnum)
{
    const DXGK_VIDPNSOURCEMODESET_INTERFACE *modes;
    D3DKMDT_HVIDPNSOURCEMODESET set;
    NETWORK network;
    NTSTATUS status = Enumerate(hAdapter, pEnum, &network);

    (void)network.Interface->pfnAcquireSourceModeSet(network.Handle, 0, &set, &modes);
    (void)network.Interface->pfnAssignSourceModeSet(network.Handle, 0, set);
    (void)network.Interface->pfnReleaseSourceModeSet(network.Handle, set);
    return status;
}

NTSTATUS NTAPI
MutantWrongMonitor(const HANDLE hAdapter,
                   const DXGKARG_RECOMMENDMONITORMODES *const pRecommendMonitorModes)
{
    const DXGK_MONITOR_INTERFACE *monitors;
    const DXGK_MONITORSOURCEMODESET_INTERFACE *modes;
    D3DKMDT_HMONITORSOURCEMODESET set;

    (void)MutantDxgk.DxgkCbQueryMonitorInterface(MutantDxgk.DeviceHandle,
                                                 DXGK_MONITOR_INTERFACE_VERSION_V1, &monitors);
    (void)monitors->pfnAcquireMonitorSourceModeSet(
        hAdapter, pRecommendMonitorModes->VideoPresentTargetId, &set, &modes);
    return MutantOriginal.DxgkDdiRecommendMonitorModes(hAdapter, pRecommendMonitorModes);
}

NTSTATUS NTAPI
MutantReleasesLentSet(const HANDLE hAdapter,
                      const DXGKARG_RECOMMENDMONITORMODES *const pRecommendMonitorModes)
{
    const DXGK_MONITOR_INTERFACE *monitors;

    (void)MutantDxgk.DxgkCbQueryMonitorInterface(MutantDxgk.DeviceHandle,
                                                 DXGK_MONITOR_INTERFACE_VERSION_V1, &monitors);
    (void)monitors->pfnReleaseMonitorSourceModeSet(MutantDxgk.DeviceHandle,
                                                   pRecommendMonitorModes->hMonitorSourceModeSet);
    return MutantOriginal.DxgkDdiRecommendMonitorModes(hAdapter, pRecommendMonitorModes);
}

/* Modes with a fault in them. Each starts from a mode of the driver's own. */

typedef VOID SPOIL(D3DKMDT_VIDPN_TARGET_MODE *Mode);

static FORCEINLINE VOID
AddSpoiltTarget(const NETWORK *Network, SPOIL *Spoil)
{
    const DXGK_VIDPNTARGETMODESET_INTERFACE *modes;
    const D3DKMDT_VIDPN_TARGET_MODE *good;
    D3DKMDT_HVIDPNTARGETMODESET set;
    D3DKMDT_HVIDPNTARGETMODESET own;
    D3DKMDT_VIDPN_TARGET_MODE *mode;

    (void)Network->Interface->pfnAcquireTargetModeSet(Network->Handle, 0, &own, &modes);
    (void)modes->pfnAcquireFirstModeInfo(own, &good);
    (void)Network->Interface->pfnCreateNewTargetModeSet(Network->Handle, 0, &set, &modes);
    (void)modes->pfnCreateNewModeInfo(set, &mode);
    mode->VideoSignalInfo = good->VideoSignalInfo;
    mode->Preference = good->Preference;
    Spoil(mode);
    if (!NT_SUCCESS(modes->pfnAddMode(set, mode))) {
        (void)modes->pfnReleaseModeInfo(set, mode);
    }
    (void)modes->pfnReleaseModeInfo(own, good);
    (void)Network->Interface->pfnReleaseTargetModeSet(Network->Handle, set);
    (void)Network->Interface->pfnReleaseTargetModeSet(Network->Handle, own);
}

#define TARGET_MUTANT(name, statement)                                                             \
    static VOID Spoil##name(D3DKMDT_VIDPN_TARGET_MODE *Mode)                                       \
    {                                                                                              \
        statement;                                                                                 \
    }                                                                                              \
    NTSTATUS NTAPI Mutant##name(const HANDLE hAdapter,                                             \
                                const DXGKARG_ENUMVIDPNCOFUNCMODALITY *const pEnum)                \
    {                                                                                              \
        NETWORK network;                                                                           \
        NTSTATUS status = Enumerate(hAdapter, pEnum, &network);                                    \
                                                                                                   \
        AddSpoiltTarget(&network, Spoil##name);                                                    \
        return status;                                                                             \
    }

TARGET_MUTANT(UnspecifiedFrequency,
              Mode->VideoSignalInfo.VSyncFreq.Numerator = D3DKMDT_FREQUENCY_NOTSPECIFIED)
TARGET_MUTANT(ZeroFrequency, Mode->VideoSignalInfo.PixelRate = 0)
TARGET_MUTANT(NoActiveSize, Mode->VideoSignalInfo.ActiveSize.cx = 0)
TARGET_MUTANT(SmallTotalSize, Mode->VideoSignalInfo.TotalSize.cx = 1)
TARGET_MUTANT(NoScanLineOrdering,
              Mode->VideoSignalInfo.ScanLineOrdering = D3DDDI_VSSLO_UNINITIALIZED)

/* A mode's Id that another one of the set has. */
NTSTATUS NTAPI
MutantSameModeId(const HANDLE hAdapter, const DXGKARG_ENUMVIDPNCOFUNCMODALITY *const pEnum)
{
    const DXGK_VIDPNSOURCEMODESET_INTERFACE *modes;
    const D3DKMDT_VIDPN_SOURCE_MODE *good;
    D3DKMDT_HVIDPNSOURCEMODESET own;
    D3DKMDT_HVIDPNSOURCEMODESET set;
    D3DKMDT_VIDPN_SOURCE_MODE *mode;
    NETWORK network;
    NTSTATUS status = Enumerate(hAdapter, pEnum, &network);

    (void)network.Interface->pfnAcquireSourceModeSet(network.Handle, 0, &own, &modes);
    (void)modes->pfnAcquireFirstModeInfo(own, &good);
    (void)network.Interface->pfnCreateNewSourceModeSet(network.Handle, 0, &set, &modes);
    for (ULONG i = 0; i < 2; i++) {
        (void)modes->pfnCreateNewModeInfo(set, &mode);
        *mode = *good;
        mode->Id = 1;
        mode->Format.Graphics.VisibleRegionSize.cx -= i;
        if (!NT_SUCCESS(modes->pfnAddMode(set, mode))) {
            (void)modes->pfnReleaseModeInfo(set, mode);
        }
    }
    (void)modes->pfnReleaseModeInfo(own, good);
    (void)network.Interface->pfnReleaseSourceModeSet(network.Handle, set);
    (void)network.Interface->pfnReleaseSourceModeSet(network.Handle, own);
    return status;
}

NTSTATUS NTAPI
MutantNoSourceFormat(const HANDLE hAdapter, const DXGKARG_ENUMVIDPNCOFUNCMODALITY *const pEnum)
{
    const DXGK_VIDPNSOURCEMODESET_INTERFACE *modes;
    D3DKMDT_HVIDPNSOURCEMODESET set;
    D3DKMDT_VIDPN_SOURCE_MODE *mode;
    NETWORK network;
    NTSTATUS status = Enumerate(hAdapter, pEnum, &network);

    (void)network.Interface->pfnCreateNewSourceModeSet(network.Handle, 0, &set, &modes);
    (void)modes->pfnCreateNewModeInfo(set, &mode); /* left as it was made: of no type */
    if (!NT_SUCCESS(modes->pfnAddMode(set, mode))) {
        (void)modes->pfnReleaseModeInfo(set, mode);
    }
    (void)network.Interface->pfnReleaseSourceModeSet(network.Handle, set);
    return status;
}

NTSTATUS NTAPI
MutantMonitorMode(const HANDLE hAdapter,
                  const DXGKARG_RECOMMENDMONITORMODES *const pRecommendMonitorModes)
{
    const DXGK_MONITORSOURCEMODESET_INTERFACE *modes =
        pRecommendMonitorModes->pMonitorSourceModeSetInterface;
    D3DKMDT_HMONITORSOURCEMODESET set = pRecommendMonitorModes->hMonitorSourceModeSet;
    const D3DKMDT_MONITOR_SOURCE_MODE *good;
    D3DKMDT_MONITOR_SOURCE_MODE *mode;

    (void)modes->pfnAcquireFirstModeInfo(set, &good);
    (void)modes->pfnCreateNewModeInfo(set, &mode);
    mode->VideoSignalInfo = good->VideoSignalInfo;
    mode->ColorBasis = D3DKMDT_CB_SCRGB;
    mode->Origin = D3DKMDT_MCO_UNINITIALIZED;
    mode->Preference = D3DKMDT_MP_NOTPREFERRED;
    if (!NT_SUCCESS(modes->pfnAddMode(set, mode))) {
        (void)modes->pfnReleaseModeInfo(set, mode);
    }
    (void)modes->pfnReleaseModeInfo(set, good);
    return MutantOriginal.DxgkDdiRecommendMonitorModes(hAdapter, pRecommendMonitorModes);
}

/* Changes where nothing may change */

static FORCEINLINE VOID
ReassignSource(const NETWORK *Network)
{
    const DXGK_VIDPNSOURCEMODESET_INTERFACE *modes;
    const D3DKMDT_VIDPN_SOURCE_MODE *good;
    D3DKMDT_HVIDPNSOURCEMODESET own;
    D3DKMDT_HVIDPNSOURCEMODESET set;
    D3DKMDT_VIDPN_SOURCE_MODE *mode;

    (void)Network->Interface->pfnAcquireSourceModeSet(Network->Handle, 0, &own, &modes);
    if (modes->pfnAcquireFirstModeInfo(own, &good) == STATUS_SUCCESS) {
        (void)Network->Interface->pfnCreateNewSourceModeSet(Network->Handle, 0, &set, &modes);
        (void)modes->pfnCreateNewModeInfo(set, &mode);
        *mode = *good;
        (void)modes->pfnAddMode(set, mode);
        (void)modes->pfnReleaseModeInfo(own, good);
        if (!NT_SUCCESS(Network->Interface->pfnAssignSourceModeSet(Network->Handle, 0, set))) {
            (void)Network->Interface->pfnReleaseSourceModeSet(Network->Handle, set);
        }
    }
    (void)Network->Interface->pfnReleaseSourceModeSet(Network->Handle, own);
}

NTSTATUS NTAPI
MutantChangesPivot(const HANDLE hAdapter, const DXGKARG_ENUMVIDPNCOFUNCMODALITY *const pEnum)
{
    NETWORK network;
    NTSTATUS status = Enumerate(hAdapter, pEnum, &network);

    if (pEnum->EnumPivotType == D3DKMDT_EPT_VIDPNSOURCE) {
        ReassignSource(&network);
    }
    return status;
}

NTSTATUS NTAPI
MutantChangesInspected(const HANDLE hAdapter, const DXGKARG_COMMITVIDPN *const pCommitVidPn)
{
    NETWORK network;

    Open(pCommitVidPn->hFunctionalVidPn, &network);
    ReassignSource(&network);
    return MutantOriginal.DxgkDdiCommitVidPn(hAdapter, pCommitVidPn);
}

NTSTATUS NTAPI
MutantRemovesPath(const HANDLE hAdapter, const DXGKARG_ENUMVIDPNCOFUNCMODALITY *const pEnum)
{
    NETWORK network;
    NTSTATUS status = Enumerate(hAdapter, pEnum, &network);

    (void)network.Paths->pfnRemovePath(network.Topology, 0, 0);
    return status;
}

NTSTATUS NTAPI
MutantAssignsEmptySet(const HANDLE hAdapter, const DXGKARG_ENUMVIDPNCOFUNCMODALITY *const pEnum)
{
    const DXGK_VIDPNSOURCEMODESET_INTERFACE *modes;
    D3DKMDT_HVIDPNSOURCEMODESET set;
    NETWORK network;
    NTSTATUS status = Enumerate(hAdapter, pEnum, &network);

    if (pEnum->EnumPivotType == D3DKMDT_EPT_NOPIVOT) {
        (void)network.Interface->pfnCreateNewSourceModeSet(network.Handle, 0, &set, &modes);
        (void)network.Interface->pfnAssignSourceModeSet(network.Handle, 0, set);
    }
    return status;
}

/* Path support */

static VOID
SetSupport(const NETWORK *Network, BOOLEAN Scaling, BOOLEAN Rotation)
{
    const D3DKMDT_VIDPN_PRESENT_PATH *path;
    D3DKMDT_VIDPN_PRESENT_PATH update;

    (void)Network->Paths->pfnAcquireFirstPathInfo(Network->Topology, &path);
    update = *path;
    (void)Network->Paths->pfnReleasePathInfo(Network->Topology, path);
    RtlZeroMemory(&update.ContentTransformation.ScalingSupport,
                  sizeof(update.ContentTransformation.ScalingSupport));
    RtlZeroMemory(&update.ContentTransformation.RotationSupport,
                  sizeof(update.ContentTransformation.RotationSupport));
    update.ContentTransformation.ScalingSupport.Identity = Scaling;
    update.ContentTransformation.RotationSupport.Identity = Rotation;
    (void)Network->Paths->pfnUpdatePathSupportInfo(Network->Topology, &update);
}

NTSTATUS NTAPI
MutantNoScaling(const HANDLE hAdapter, const DXGKARG_ENUMVIDPNCOFUNCMODALITY *const pEnum)
{
    NETWORK network;
    NTSTATUS status = Enumerate(hAdapter, pEnum, &network);

    SetSupport(&network, FALSE, TRUE);
    return status;
}

NTSTATUS NTAPI
MutantNoRotation(const HANDLE hAdapter, const DXGKARG_ENUMVIDPNCOFUNCMODALITY *const pEnum)
{
    NETWORK network;
    NTSTATUS status = Enumerate(hAdapter, pEnum, &network);

    SetSupport(&network, TRUE, FALSE);
    return status;
}

/* In the version in which a rotation comes with an offset, the driver names none. What it failed to
 * say is said here, so that only that is wrong. */
static NTSTATUS NTAPI
EnumerateWithoutOffset(const HANDLE hAdapter, const DXGKARG_ENUMVIDPNCOFUNCMODALITY *const pEnum)
{
    const D3DKMDT_VIDPN_PRESENT_PATH *path;
    D3DKMDT_VIDPN_PRESENT_PATH update;
    NETWORK network;

    (void)Enumerate(hAdapter, pEnum, &network);
    (void)network.Paths->pfnAcquireFirstPathInfo(network.Topology, &path);
    update = *path;
    (void)network.Paths->pfnReleasePathInfo(network.Topology, path);
    update.ContentTransformation.ScalingSupport.Identity = TRUE;
    update.ContentTransformation.RotationSupport.Identity = TRUE;
    update.ContentTransformation.RotationSupport.Offset0 = TRUE;
    return network.Paths->pfnUpdatePathSupportInfo(network.Topology, &update);
}

NTSTATUS
MutantRotationWithoutOffset(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                            DRIVER_INITIALIZATION_DATA *Data)
{
    Data->Version = DXGKDDI_INTERFACE_VERSION_WDDM1_3_PATH_INDEPENDENT_ROTATION;
    Data->DxgkDdiEnumVidPnCofuncModality = EnumerateWithoutOffset;
    return DxgkInitialize(DriverObject, RegistryPath, Data);
}

NTSTATUS NTAPI
MutantNetworkAtDispatch(const HANDLE hAdapter, const DXGKARG_ENUMVIDPNCOFUNCMODALITY *const pEnum)
{
    NETWORK network;
    NTSTATUS status = Enumerate(hAdapter, pEnum, &network);
    SIZE_T count;
    KIRQL irql;

    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    (void)network.Paths->pfnGetNumPaths(network.Topology, &count);
    KeLowerIrql(irql);
    return status;
}

/* Code that may not be there when it is needed. */

__attribute__((section("PAGE"))) NTSTATUS NTAPI
MutantPagedAddress(const HANDLE hAdapter,
                   const DXGKARG_SETVIDPNSOURCEADDRESS *pSetVidPnSourceAddress)
{
    return MutantOriginal.DxgkDdiSetVidPnSourceAddress(hAdapter, pSetVidPnSourceAddress);
}

__attribute__((section("PAGE"))) VOID NTAPI
MutantPagedReset(PVOID MiniportDeviceContext)
{
    MutantOriginal.DxgkDdiResetDevice(MiniportDeviceContext);
}
