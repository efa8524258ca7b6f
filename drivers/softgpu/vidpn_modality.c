/* SPDX-License-Identifier: MIT */
/*
 * Enumerating the modes that go together with what is pinned already, and the monitor's modes.
 *
 * Source: DxgkDdiEnumVidPnCofuncModality, DxgkDdiRecommendMonitorModes;
 * display/enumerating-cofunctional-vidpn-source-and-target-modes.md. A mode set that has a pinned
 * mode, and the one the call pivots on, stay as they are; every other is replaced by all modes
 * that fit.
 */
#include "softgpu_vidpn.h"

/* Makes one mode. Only equal sizes go together, since the output does not scale. */
static SG_PAGED NTSTATUS
AddSourceMode(_In_ const DXGK_VIDPNSOURCEMODESET_INTERFACE *Modes,
              _In_ D3DKMDT_HVIDPNSOURCEMODESET Set, _In_ const SG_MODE *Mode,
              _In_ D3DDDIFORMAT Format)
{
    D3DKMDT_VIDPN_SOURCE_MODE *info;

    PAGED_CODE();
    NTSTATUS status = Modes->pfnCreateNewModeInfo(Set, &info);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    SgModeToSourceMode(Mode, Format, info);
    status = Modes->pfnAddMode(Set, info);
    if (!NT_SUCCESS(status)) {
        (void)Modes->pfnReleaseModeInfo(Set, info);
    }
    return status;
}

static SG_PAGED NTSTATUS
AddSourceModes(_In_ const SG_ADAPTER *Adapter, _In_ const DXGK_VIDPNSOURCEMODESET_INTERFACE *Modes,
               _In_ D3DKMDT_HVIDPNSOURCEMODESET Set, _In_opt_ const SG_MODE *Only)
{
    const SG_MODE *mode;

    PAGED_CODE();
    for (UINT i = 0; (mode = SgModeGet(Adapter, i)) != NULL; i++) {
        for (UINT j = 0; SgSourceFormat(j) != D3DDDIFMT_UNKNOWN; j++) {
            if (Only != NULL && Only != mode) {
                continue;
            }
            NTSTATUS status = AddSourceMode(Modes, Set, mode, SgSourceFormat(j));
            if (!NT_SUCCESS(status)) {
                return status;
            }
        }
    }
    return STATUS_SUCCESS;
}

/* A new set belongs to us until it is assigned. */
static SG_PAGED NTSTATUS
ReplaceSourceModes(_In_ const SG_ADAPTER *Adapter, _In_ const SG_VIDPN *VidPn,
                   _In_opt_ const SG_MODE *Only)
{
    const DXGK_VIDPNSOURCEMODESET_INTERFACE *modes;
    D3DKMDT_HVIDPNSOURCEMODESET set;

    PAGED_CODE();
    NTSTATUS status =
        VidPn->Interface->pfnCreateNewSourceModeSet(VidPn->Handle, SG_SOURCE_ID, &set, &modes);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = AddSourceModes(Adapter, modes, set, Only);
    if (NT_SUCCESS(status)) {
        status = VidPn->Interface->pfnAssignSourceModeSet(VidPn->Handle, SG_SOURCE_ID, set);
    }
    if (!NT_SUCCESS(status)) {
        (void)VidPn->Interface->pfnReleaseSourceModeSet(VidPn->Handle, set);
    }
    return status;
}

static SG_PAGED NTSTATUS
AddTargetModes(_In_ const SG_ADAPTER *Adapter, _In_ const DXGK_VIDPNTARGETMODESET_INTERFACE *Modes,
               _In_ D3DKMDT_HVIDPNTARGETMODESET Set, _In_opt_ const SG_MODE *Only)
{
    const SG_MODE *mode;

    PAGED_CODE();
    for (UINT i = 0; (mode = SgModeGet(Adapter, i)) != NULL; i++) {
        D3DKMDT_VIDPN_TARGET_MODE *info;
        if (Only != NULL && Only != mode) {
            continue;
        }
        NTSTATUS status = Modes->pfnCreateNewModeInfo(Set, &info);
        if (!NT_SUCCESS(status)) {
            return status;
        }
        SgModeToTargetMode(mode, info);
        status = Modes->pfnAddMode(Set, info);
        if (!NT_SUCCESS(status)) {
            (void)Modes->pfnReleaseModeInfo(Set, info);
            return status;
        }
    }
    return STATUS_SUCCESS;
}

static SG_PAGED NTSTATUS
ReplaceTargetModes(_In_ const SG_ADAPTER *Adapter, _In_ const SG_VIDPN *VidPn,
                   _In_opt_ const SG_MODE *Only)
{
    const DXGK_VIDPNTARGETMODESET_INTERFACE *modes;
    D3DKMDT_HVIDPNTARGETMODESET set;

    PAGED_CODE();
    NTSTATUS status =
        VidPn->Interface->pfnCreateNewTargetModeSet(VidPn->Handle, SG_TARGET_ID, &set, &modes);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = AddTargetModes(Adapter, modes, set, Only);
    if (NT_SUCCESS(status)) {
        status = VidPn->Interface->pfnAssignTargetModeSet(VidPn->Handle, SG_TARGET_ID, set);
    }
    if (!NT_SUCCESS(status)) {
        (void)VidPn->Interface->pfnReleaseTargetModeSet(VidPn->Handle, set);
    }
    return status;
}

/* Says that the path neither scales nor rotates, unless that is pinned or pivoted on. */
static SG_PAGED NTSTATUS
UpdatePathSupport(_In_ const SG_VIDPN *VidPn, _In_ D3DKMDT_ENUMCOFUNCMODALITY_PIVOT_TYPE Pivot)
{
    const D3DKMDT_VIDPN_PRESENT_PATH *path;

    PAGED_CODE();
    NTSTATUS status = VidPn->TopologyInterface->pfnAcquireFirstPathInfo(VidPn->Topology, &path);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    D3DKMDT_VIDPN_PRESENT_PATH update = *path;
    D3DKMDT_VIDPN_PRESENT_PATH_TRANSFORMATION *transformation = &update.ContentTransformation;
    if (Pivot != D3DKMDT_EPT_SCALING && transformation->Scaling == D3DKMDT_VPPS_UNPINNED) {
        RtlZeroMemory(&transformation->ScalingSupport, sizeof(transformation->ScalingSupport));
        transformation->ScalingSupport.Identity = TRUE;
    }
    if (Pivot != D3DKMDT_EPT_ROTATION && transformation->Rotation == D3DKMDT_VPPR_UNPINNED) {
        RtlZeroMemory(&transformation->RotationSupport, sizeof(transformation->RotationSupport));
        transformation->RotationSupport.Identity = TRUE;
    }
    status = VidPn->TopologyInterface->pfnUpdatePathSupportInfo(VidPn->Topology, &update);
    (void)VidPn->TopologyInterface->pfnReleasePathInfo(VidPn->Topology, path);
    return status;
}

static SG_PAGED NTSTATUS
EnumerateModality(_In_ const SG_ADAPTER *Adapter, _In_ const SG_VIDPN *VidPn,
                  _In_ D3DKMDT_ENUMCOFUNCMODALITY_PIVOT_TYPE Pivot)
{
    SG_PINNED_SOURCE source;
    SG_PINNED_TARGET target;

    PAGED_CODE();
    NTSTATUS status = SgVidPnPinnedSource(Adapter, VidPn, &source);
    if (NT_SUCCESS(status)) {
        status = SgVidPnPinnedTarget(Adapter, VidPn, &target);
    }
    if (NT_SUCCESS(status) && !source.IsPinned && Pivot != D3DKMDT_EPT_VIDPNSOURCE) {
        status = ReplaceSourceModes(Adapter, VidPn, target.Mode);
    }
    if (NT_SUCCESS(status) && !target.IsPinned && Pivot != D3DKMDT_EPT_VIDPNTARGET) {
        status = ReplaceTargetModes(Adapter, VidPn, source.Mode);
    }
    if (NT_SUCCESS(status)) {
        status = UpdatePathSupport(VidPn, Pivot);
    }
    return status;
}

_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgEnumVidPnCofuncModality(const HANDLE hAdapter,
                          const DXGKARG_ENUMVIDPNCOFUNCMODALITY *const pEnumCofuncModality)
{
    const SG_ADAPTER *adapter = hAdapter;
    SG_VIDPN vidpn;

    PAGED_CODE();
    NTSTATUS status = SgVidPnOpen(adapter, pEnumCofuncModality->hConstrainingVidPn, &vidpn);
    if (!NT_SUCCESS(status) || vidpn.PathCount == 0) {
        return status;
    }
    return EnumerateModality(adapter, &vidpn, pEnumCofuncModality->EnumPivotType);
}

/* The monitor's descriptor names all its modes (child.c), so there is nothing to add. */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgRecommendMonitorModes(const HANDLE hAdapter,
                        const DXGKARG_RECOMMENDMONITORMODES *const pRecommendMonitorModes)
{
    PAGED_CODE();
    UNREFERENCED_PARAMETER(hAdapter);
    UNREFERENCED_PARAMETER(pRecommendMonitorModes);
    return STATUS_SUCCESS;
}
