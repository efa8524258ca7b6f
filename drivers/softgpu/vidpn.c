/* SPDX-License-Identifier: MIT */
/*
 * Video present networks: which ones work, and committing one.
 *
 * The adapter has one source and one target. A network is possible when it has at most that one
 * path, unscaled and unrotated, and when what is pinned on both ends is the same mode.
 *
 * Source: DxgkDdiIsSupportedVidPn, DxgkDdiCommitVidPn, DxgkDdiUpdateActiveVidPnPresentPath,
 * DXGK_VIDPN_INTERFACE; display/vidpn-objects-and-interfaces.md
 */
#include "softgpu_vidpn.h"

/* The network's interfaces and its paths. There is nothing to give back. */
_Use_decl_annotations_ SG_PAGED NTSTATUS
SgVidPnOpen(const SG_ADAPTER *Adapter, D3DKMDT_HVIDPN Handle, SG_VIDPN *VidPn)
{
    PAGED_CODE();
    VidPn->Handle = Handle;
    NTSTATUS status = Adapter->Dxgk.DxgkCbQueryVidPnInterface(
        Handle, DXGK_VIDPN_INTERFACE_VERSION_V1, &VidPn->Interface);
    if (NT_SUCCESS(status)) {
        status =
            VidPn->Interface->pfnGetTopology(Handle, &VidPn->Topology, &VidPn->TopologyInterface);
    }
    if (NT_SUCCESS(status)) {
        status = VidPn->TopologyInterface->pfnGetNumPaths(VidPn->Topology, &VidPn->PathCount);
    }
    return status;
}

static SG_PAGED BOOLEAN
PathIsPossible(_In_ const D3DKMDT_VIDPN_PRESENT_PATH *Path)
{
    D3DKMDT_VIDPN_PRESENT_PATH_SCALING scaling = Path->ContentTransformation.Scaling;
    D3DKMDT_VIDPN_PRESENT_PATH_ROTATION rotation = Path->ContentTransformation.Rotation;

    PAGED_CODE();
    return Path->VidPnSourceId == SG_SOURCE_ID && Path->VidPnTargetId == SG_TARGET_ID &&
           (scaling == D3DKMDT_VPPS_IDENTITY || scaling == D3DKMDT_VPPS_UNPINNED ||
            scaling == D3DKMDT_VPPS_NOTSPECIFIED || scaling == D3DKMDT_VPPS_UNINITIALIZED) &&
           (rotation == D3DKMDT_VPPR_IDENTITY || rotation == D3DKMDT_VPPR_UNPINNED ||
            rotation == D3DKMDT_VPPR_NOTSPECIFIED || rotation == D3DKMDT_VPPR_UNINITIALIZED);
}

/* Whether the one path, if there is one, is one this adapter has. */
static SG_PAGED NTSTATUS
CheckPath(_In_ const SG_VIDPN *VidPn, _Out_ BOOLEAN *Possible)
{
    const D3DKMDT_VIDPN_PRESENT_PATH *path;

    PAGED_CODE();
    *Possible = VidPn->PathCount <= 1;
    if (VidPn->PathCount != 1) {
        return STATUS_SUCCESS;
    }
    NTSTATUS status = VidPn->TopologyInterface->pfnAcquireFirstPathInfo(VidPn->Topology, &path);
    if (NT_SUCCESS(status)) {
        *Possible = PathIsPossible(path);
        (void)VidPn->TopologyInterface->pfnReleasePathInfo(VidPn->Topology, path);
    }
    return status;
}

/* The mode pinned on the source, or NULL, and the pixel format it has. */
_Use_decl_annotations_ SG_PAGED NTSTATUS
SgVidPnPinnedSource(const SG_ADAPTER *Adapter, const SG_VIDPN *VidPn, SG_PINNED_SOURCE *Pinned)
{
    const DXGK_VIDPNSOURCEMODESET_INTERFACE *modes;
    const D3DKMDT_VIDPN_SOURCE_MODE *mode = NULL;
    D3DKMDT_HVIDPNSOURCEMODESET set;

    PAGED_CODE();
    RtlZeroMemory(Pinned, sizeof(*Pinned));
    NTSTATUS status =
        VidPn->Interface->pfnAcquireSourceModeSet(VidPn->Handle, SG_SOURCE_ID, &set, &modes);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = modes->pfnAcquirePinnedModeInfo(set, &mode);
    if (NT_SUCCESS(status) && mode != NULL) {
        const D3DKMDT_GRAPHICS_RENDERING_FORMAT *graphics = &mode->Format.Graphics;
        Pinned->IsPinned = TRUE;
        Pinned->Format = graphics->PixelFormat;
        if (mode->Type == D3DKMDT_RMT_GRAPHICS && SgIsSourceFormat(graphics->PixelFormat)) {
            Pinned->Mode =
                SgModeFind(Adapter, graphics->PrimSurfSize.cx, graphics->PrimSurfSize.cy);
        }
        (void)modes->pfnReleaseModeInfo(set, mode);
    }
    (void)VidPn->Interface->pfnReleaseSourceModeSet(VidPn->Handle, set);
    return status;
}

_Use_decl_annotations_ SG_PAGED NTSTATUS
SgVidPnPinnedTarget(const SG_ADAPTER *Adapter, const SG_VIDPN *VidPn, SG_PINNED_TARGET *Pinned)
{
    const DXGK_VIDPNTARGETMODESET_INTERFACE *modes;
    const D3DKMDT_VIDPN_TARGET_MODE *mode = NULL;
    D3DKMDT_HVIDPNTARGETMODESET set;

    PAGED_CODE();
    RtlZeroMemory(Pinned, sizeof(*Pinned));
    NTSTATUS status =
        VidPn->Interface->pfnAcquireTargetModeSet(VidPn->Handle, SG_TARGET_ID, &set, &modes);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = modes->pfnAcquirePinnedModeInfo(set, &mode);
    if (NT_SUCCESS(status) && mode != NULL) {
        Pinned->IsPinned = TRUE;
        Pinned->Mode = SgModeFind(Adapter, mode->VideoSignalInfo.ActiveSize.cx,
                                  mode->VideoSignalInfo.ActiveSize.cy);
        (void)modes->pfnReleaseModeInfo(set, mode);
    }
    (void)VidPn->Interface->pfnReleaseTargetModeSet(VidPn->Handle, set);
    return status;
}

/* Whether what is pinned on the ends of the path can be shown. */
static SG_PAGED NTSTATUS
CheckPinnedModes(_In_ const SG_ADAPTER *Adapter, _In_ const SG_VIDPN *VidPn,
                 _Out_ BOOLEAN *Possible)
{
    SG_PINNED_SOURCE source;
    SG_PINNED_TARGET target;

    PAGED_CODE();
    *Possible = FALSE;
    NTSTATUS status = SgVidPnPinnedSource(Adapter, VidPn, &source);
    if (NT_SUCCESS(status)) {
        status = SgVidPnPinnedTarget(Adapter, VidPn, &target);
    }
    if (!NT_SUCCESS(status)) {
        return status;
    }
    *Possible = (!source.IsPinned || source.Mode != NULL) &&
                (!target.IsPinned || target.Mode != NULL) &&
                (!source.IsPinned || !target.IsPinned || source.Mode == target.Mode);
    return STATUS_SUCCESS;
}

/* Handle 0 asks about the empty network, which is always possible. */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgIsSupportedVidPn(const HANDLE hAdapter, DXGKARG_ISSUPPORTEDVIDPN *pIsSupportedVidPn)
{
    const SG_ADAPTER *adapter = hAdapter;
    SG_VIDPN vidpn;
    BOOLEAN possible;

    PAGED_CODE();
    if (pIsSupportedVidPn->hDesiredVidPn == 0) {
        pIsSupportedVidPn->IsVidPnSupported = TRUE;
        return STATUS_SUCCESS;
    }
    NTSTATUS status = SgVidPnOpen(adapter, pIsSupportedVidPn->hDesiredVidPn, &vidpn);
    if (NT_SUCCESS(status)) {
        status = CheckPath(&vidpn, &possible);
    }
    if (NT_SUCCESS(status) && possible && vidpn.PathCount == 1) {
        status = CheckPinnedModes(adapter, &vidpn, &possible);
    }
    if (NT_SUCCESS(status)) {
        pIsSupportedVidPn->IsVidPnSupported = possible;
    }
    return status;
}

/* Source: DxgkDdiRecommendFunctionalVidPn: the driver has no preference beyond its mode list. */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgRecommendFunctionalVidPn(const HANDLE hAdapter,
                           const DXGKARG_RECOMMENDFUNCTIONALVIDPN *pRecommendFunctionalVidPn)
{
    PAGED_CODE();
    UNREFERENCED_PARAMETER(hAdapter);
    UNREFERENCED_PARAMETER(pRecommendFunctionalVidPn);
    return STATUS_GRAPHICS_NO_RECOMMENDED_FUNCTIONAL_VIDPN;
}

/* Source: DxgkDdiRecommendVidPnTopology. */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgRecommendVidPnTopology(const HANDLE hAdapter,
                         const DXGKARG_RECOMMENDVIDPNTOPOLOGY *pRecommendVidPnTopology)
{
    PAGED_CODE();
    UNREFERENCED_PARAMETER(hAdapter);
    UNREFERENCED_PARAMETER(pRecommendVidPnTopology);
    return STATUS_GRAPHICS_NO_RECOMMENDED_VIDPN_TOPOLOGY;
}

/* Source: DxgkDdiQueryVidPnHWCapability: the hardware does all there is; nothing is emulated. */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgQueryVidPnHWCapability(const HANDLE hAdapter, DXGKARG_QUERYVIDPNHWCAPABILITY *pVidPnHWCaps)
{
    PAGED_CODE();
    UNREFERENCED_PARAMETER(hAdapter);
    RtlZeroMemory(&pVidPnHWCaps->VidPnHWCaps, sizeof(pVidPnHWCaps->VidPnHWCaps));
    return STATUS_SUCCESS;
}

/* The mode the committed network asks for, or none. */
static SG_PAGED NTSTATUS
ReadCommittedMode(_In_ const SG_ADAPTER *Adapter, _In_ D3DKMDT_HVIDPN Handle,
                  _Out_ SG_PINNED_SOURCE *Source)
{
    SG_VIDPN vidpn;
    BOOLEAN possible;

    PAGED_CODE();
    RtlZeroMemory(Source, sizeof(*Source));
    NTSTATUS status = SgVidPnOpen(Adapter, Handle, &vidpn);
    if (NT_SUCCESS(status)) {
        status = CheckPath(&vidpn, &possible);
    }
    if (!NT_SUCCESS(status) || vidpn.PathCount == 0) {
        return status;
    }
    if (!possible) {
        return STATUS_GRAPHICS_INVALID_VIDPN_TOPOLOGY;
    }
    status = SgVidPnPinnedSource(Adapter, &vidpn, Source);
    if (NT_SUCCESS(status) && Source->Mode == NULL) {
        status = STATUS_GRAPHICS_INVALID_VIDPN_TOPOLOGY;
    }
    return status;
}

/*
 * Nothing changes unless the whole network can be had. The output stays off until
 * DxgkDdiSetVidPnSourceAddress names the memory to show. The monitor is always connected, so the
 * connectivity checks have nothing to find.
 */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgCommitVidPn(const HANDLE hAdapter, const DXGKARG_COMMITVIDPN *const pCommitVidPn)
{
    SG_ADAPTER *adapter = hAdapter;
    SG_PINNED_SOURCE source;

    PAGED_CODE();
    if (pCommitVidPn->AffectedVidPnSourceId != SG_SOURCE_ID &&
        pCommitVidPn->AffectedVidPnSourceId != D3DDDI_ID_ALL) {
        return STATUS_INVALID_PARAMETER;
    }
    NTSTATUS status = ReadCommittedMode(adapter, pCommitVidPn->hFunctionalVidPn, &source);
    if (!NT_SUCCESS(status)) {
        return status;
    }

    SgCrtcDisable(adapter);
    adapter->Display.Address = 0;
    adapter->Display.Width = 0;
    if (source.Mode != NULL && !pCommitVidPn->Flags.PathPoweredOff) {
        adapter->Display.Width = source.Mode->Width;
        adapter->Display.Height = source.Mode->Height;
        adapter->Display.Pitch = SgModePitch(source.Mode);
        adapter->Display.BoardFormat = SgFormatFind(source.Format)->BoardFormat;
    }
    return STATUS_SUCCESS;
}

/* The path may change while it is active only in what this adapter ignores: colour and content
 * hints. Source: display/optimized-screen-rotation-support.md; no mode can be rotated. */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgUpdateActiveVidPnPresentPath(
    const HANDLE hAdapter,
    const DXGKARG_UPDATEACTIVEVIDPNPRESENTPATH *const pUpdateActiveVidPnPresentPath)
{
    const D3DKMDT_VIDPN_PRESENT_PATH *path = &pUpdateActiveVidPnPresentPath->VidPnPresentPathInfo;

    PAGED_CODE();
    UNREFERENCED_PARAMETER(hAdapter);
    if (path->VidPnSourceId != SG_SOURCE_ID || path->VidPnTargetId != SG_TARGET_ID) {
        return STATUS_GRAPHICS_PATH_NOT_IN_TOPOLOGY;
    }
    if (!PathIsPossible(path)) {
        return STATUS_GRAPHICS_PATH_CONTENT_GEOMETRY_TRANSFORMATION_NOT_SUPPORTED;
    }
    return STATUS_SUCCESS;
}
