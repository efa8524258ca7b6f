/* SPDX-License-Identifier: MIT */
/*
 * Surfaces the system creates itself: their private data, in the format CreateAllocation accepts.
 *
 * Source: DxgkDdiGetStandardAllocationDriverData, D3DKMDT_SHAREDPRIMARYSURFACEDATA,
 * D3DKMDT_SHADOWSURFACEDATA, D3DKMDT_STAGINGSURFACEDATA, D3DKMDT_GDISURFACEDATA,
 * D3DKMDT_GDISURFACETYPE
 */
#include "softgpu_kmd.h"

static SG_PAGED UINT
KindOfGdiSurface(_In_ D3DKMDT_GDISURFACETYPE Type)
{
    PAGED_CODE();
    switch (Type) {
    case D3DKMDT_GDISURFACE_STAGING_CPUVISIBLE:
        return SG_SURFACE_STAGING;
    case D3DKMDT_GDISURFACE_EXISTINGSYSMEM:
        return SG_SURFACE_EXISTING;
    case D3DKMDT_GDISURFACE_TEXTURE_CROSSADAPTER:
        return SG_SURFACE_CROSS_ADAPTER;
    default:
        return SG_SURFACE_TEXTURE; /* TEXTURE, STAGING, LOOKUPTABLE: for the GPU only */
    }
}

/* Sets what follows from kind, size and format. A format the board lacks is left for
 * CreateAllocation to refuse, since this DDI has no status for it. */
static SG_PAGED VOID
FillData(_Out_ SG_UMD_ALLOCATION_DATA *Data, _In_ UINT Kind, _In_ UINT Width, _In_ UINT Height,
         _In_ D3DDDIFORMAT Format)
{
    const SG_FORMAT *format = SgFormatFind(Format);

    PAGED_CODE();
    RtlZeroMemory(Data, sizeof(*Data));
    Data->Magic = SG_UMD_MAGIC;
    Data->Version = SG_UMD_VERSION;
    Data->Kind = Kind;
    Data->Width = Width;
    Data->Height = Height;
    Data->Format = (unsigned int)Format;
    Data->Pitch = format == NULL ? 0 : SgSurfacePitch(Kind, Width, format->BytesPerPixel);
}

/* The description of the surface, and the pitch back to the caller where one is asked for. */
static SG_PAGED BOOLEAN
DescribeStandard(_In_ DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA *Args,
                 _Out_ SG_UMD_ALLOCATION_DATA *Data)
{
    PAGED_CODE();
    switch (Args->StandardAllocationType) {
    case D3DKMDT_STANDARDALLOCATION_SHAREDPRIMARYSURFACE: {
        const D3DKMDT_SHAREDPRIMARYSURFACEDATA *primary = Args->pCreateSharedPrimarySurfaceData;
        FillData(Data, SG_SURFACE_PRIMARY, primary->Width, primary->Height, primary->Format);
        Data->VidPnSourceId = primary->VidPnSourceId;
        Data->RefreshNumerator = primary->RefreshRate.Numerator;
        Data->RefreshDenominator = primary->RefreshRate.Denominator;
        return TRUE;
    }
    case D3DKMDT_STANDARDALLOCATION_SHADOWSURFACE: {
        D3DKMDT_SHADOWSURFACEDATA *shadow = Args->pCreateShadowSurfaceData;
        FillData(Data, SG_SURFACE_STAGING, shadow->Width, shadow->Height, shadow->Format);
        shadow->Pitch = Data->Pitch;
        return TRUE;
    }
    case D3DKMDT_STANDARDALLOCATION_STAGINGSURFACE: {
        D3DKMDT_STAGINGSURFACEDATA *staging = Args->pCreateStagingSurfaceData;
        FillData(Data, SG_SURFACE_STAGING, staging->Width, staging->Height, D3DDDIFMT_X8R8G8B8);
        staging->Pitch = Data->Pitch;
        return TRUE;
    }
    case D3DKMDT_STANDARDALLOCATION_GDISURFACE: {
        D3DKMDT_GDISURFACEDATA *gdi = Args->pCreateGdiSurfaceData;
        FillData(Data, KindOfGdiSurface(gdi->Type), gdi->Width, gdi->Height, gdi->Format);
        gdi->Pitch = Data->Pitch;
        return TRUE;
    }
    default:
        return FALSE;
    }
}

/*
 * Called twice: without buffers for their sizes, when the description of the surface must not be
 * touched, then with them.
 */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgGetStandardAllocationDriverData(
    const HANDLE hAdapter,
    DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA *pGetStandardAllocationDriverData)
{
    DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA *args = pGetStandardAllocationDriverData;
    SG_UMD_RESOURCE_DATA resource = { SG_UMD_MAGIC, SG_UMD_VERSION };
    SG_UMD_ALLOCATION_DATA data;

    PAGED_CODE();
    UNREFERENCED_PARAMETER(hAdapter);
    if (args->pAllocationPrivateDriverData != NULL &&
        args->AllocationPrivateDriverDataSize >= sizeof(data)) {
        if (!DescribeStandard(args, &data)) {
            return STATUS_NOT_SUPPORTED;
        }
        RtlCopyMemory(args->pAllocationPrivateDriverData, &data, sizeof(data));
    }
    if (args->pResourcePrivateDriverData != NULL &&
        args->ResourcePrivateDriverDataSize >= sizeof(resource)) {
        RtlCopyMemory(args->pResourcePrivateDriverData, &resource, sizeof(resource));
    }
    args->AllocationPrivateDriverDataSize = sizeof(data);
    args->ResourcePrivateDriverDataSize = sizeof(resource);
    return STATUS_SUCCESS;
}
