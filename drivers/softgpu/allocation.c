/* SPDX-License-Identifier: MIT */
/*
 * Allocations: creating, opening, describing, closing, destroying.
 *
 * Source: DxgkDdiCreateAllocation, DXGK_ALLOCATIONINFO, DXGK_ALLOCATIONINFOFLAGS,
 * DxgkDdiOpenAllocation, DxgkDdiDescribeAllocation, DxgkDdiCloseAllocation,
 * DxgkDdiDestroyAllocation. All at threading level zero.
 */
#include "softgpu_kmd.h"

/* Where surfaces of a kind may live and who sees them. Source: D3DKMDT_GDISURFACETYPE for what
 * each kind has to be; the aperture is the cache-coherent one. */
typedef struct _SURFACE_POLICY {
    UINT SegmentSet;
    UINT FirstSegment;  /* preferred */
    UINT SecondSegment; /* 0: none */
    UINT PitchAlignment;
    UINT HeightAlignment;
    DXGK_ALLOCATIONINFOFLAGS Flags;
} SURFACE_POLICY;

#define VRAM SG_SEGMENT_VRAM
#define APERTURE SG_SEGMENT_APERTURE

static const SURFACE_POLICY g_Policies[SG_SURFACE_KIND_COUNT] = {
    [SG_SURFACE_PRIMARY] = { .SegmentSet = SG_SEGMENT_BIT(VRAM),
                             .FirstSegment = VRAM,
                             .PitchAlignment = SG_PITCH_ALIGNMENT,
                             .HeightAlignment = 1,
                             .Flags = { .CpuVisible = 1 } },
    [SG_SURFACE_TEXTURE] = { .SegmentSet = SG_SEGMENT_BIT(VRAM) | SG_SEGMENT_BIT(APERTURE),
                             .FirstSegment = VRAM,
                             .SecondSegment = APERTURE,
                             .PitchAlignment = SG_PITCH_ALIGNMENT,
                             .HeightAlignment = 1 },
    [SG_SURFACE_STAGING] = { .SegmentSet = SG_SEGMENT_BIT(APERTURE),
                             .FirstSegment = APERTURE,
                             .PitchAlignment = SG_PITCH_ALIGNMENT,
                             .HeightAlignment = 1,
                             .Flags = { .CpuVisible = 1, .Cached = 1 } },
    [SG_SURFACE_EXISTING] = { .SegmentSet = SG_SEGMENT_BIT(APERTURE),
                              .FirstSegment = APERTURE,
                              .PitchAlignment = SG_PITCH_ALIGNMENT,
                              .HeightAlignment = 1,
                              .Flags = { .CpuVisible = 1, .Cached = 1, .ExistingSysMem = 1 } },
    [SG_SURFACE_CROSS_ADAPTER] = { .SegmentSet = SG_SEGMENT_BIT(APERTURE),
                                   .FirstSegment = APERTURE,
                                   .PitchAlignment = D3DKMT_CROSS_ADAPTER_RESOURCE_PITCH_ALIGNMENT,
                                   .HeightAlignment =
                                       D3DKMT_CROSS_ADAPTER_RESOURCE_HEIGHT_ALIGNMENT,
                                   .Flags = { .CpuVisible = 1 } },
};

/* Nonpageable: also needed when the system stops (post_display.c). */
_Use_decl_annotations_ UINT
SgSurfacePitch(UINT Kind, UINT Width, UINT BytesPerPixel)
{
    UINT alignment = g_Policies[Kind].PitchAlignment;

    return (Width * BytesPerPixel + alignment - 1) & ~(alignment - 1);
}

/* Source: DXGK_GDIARG_BITBLT: commands name the pitch of such surfaces; that of all others is the
 * driver's own business. */
_Use_decl_annotations_ SG_PAGED BOOLEAN
SgSurfaceIsLinear(const SG_ALLOCATION *Allocation)
{
    PAGED_CODE();
    return Allocation->Data.Kind == SG_SURFACE_STAGING ||
           Allocation->Data.Kind == SG_SURFACE_EXISTING;
}

/* Private data comes from user mode, or from standard_allocation.c: the same checks for both.
 * Data is a private copy, so it cannot change after it was checked. */
static SG_PAGED NTSTATUS
CheckData(_In_ const SG_UMD_ALLOCATION_DATA *Data)
{
    PAGED_CODE();
    if (Data->Magic != SG_UMD_MAGIC) {
        return STATUS_INVALID_PARAMETER;
    }
    if (Data->Version != SG_UMD_VERSION) {
        return STATUS_GRAPHICS_DRIVER_MISMATCH;
    }
    const SG_FORMAT *format = SgFormatFind((D3DDDIFORMAT)Data->Format);
    if (Data->Kind >= SG_SURFACE_KIND_COUNT || format == NULL || Data->Width == 0 ||
        Data->Height == 0 || Data->Width > SOFTGPU_SURFACE_SIZE_MAX ||
        Data->Height > SOFTGPU_SURFACE_SIZE_MAX || Data->Pitch > SOFTGPU_SURFACE_PITCH_MAX ||
        Data->Pitch % g_Policies[Data->Kind].PitchAlignment != 0 ||
        Data->Pitch < Data->Width * format->BytesPerPixel) {
        return STATUS_INVALID_PARAMETER;
    }
    return STATUS_SUCCESS;
}

static SG_PAGED NTSTATUS
CaptureData(_In_ const DXGK_ALLOCATIONINFO *Info, _Out_ SG_UMD_ALLOCATION_DATA *Data)
{
    PAGED_CODE();
    if (Info->pPrivateDriverData == NULL || Info->PrivateDriverDataSize != sizeof(*Data)) {
        return STATUS_INVALID_PARAMETER;
    }
    RtlCopyMemory(Data, Info->pPrivateDriverData, sizeof(*Data));
    return CheckData(Data);
}

/* What the CPU never sees may also be where it cannot see. */
static SG_PAGED VOID
FillSegments(_In_ const SG_ADAPTER *Adapter, _In_ UINT Kind, _Inout_ DXGK_ALLOCATIONINFO *Info)
{
    const SURFACE_POLICY *policy = &g_Policies[Kind];
    UINT set = policy->SegmentSet;
    UINT second = policy->SecondSegment;

    PAGED_CODE();
    if (Kind == SG_SURFACE_TEXTURE) {
        if (Adapter->LocalTextures) {
            set &= ~SG_SEGMENT_BIT(APERTURE);
            second = 0;
        }
        if (Adapter->Layout.HiddenSize != 0) {
            set |= SG_SEGMENT_BIT(SG_SEGMENT_HIDDEN);
            Info->PreferredSegment.SegmentId2 = second & 0x1F;
            second = SG_SEGMENT_HIDDEN;
        }
    }
    Info->PreferredSegment.SegmentId0 = policy->FirstSegment & 0x1F;
    Info->PreferredSegment.SegmentId1 = second & 0x1F;
    Info->SupportedReadSegmentSet = set;
    Info->SupportedWriteSegmentSet = set;
}

static SG_PAGED VOID
FillAllocationInfo(_In_ const SG_ADAPTER *Adapter, _In_ const SG_ALLOCATION *Allocation,
                   _Inout_ DXGK_ALLOCATIONINFO *Info)
{
    const SURFACE_POLICY *policy = &g_Policies[Allocation->Data.Kind];

    PAGED_CODE();
    Info->Alignment = PAGE_SIZE;
    Info->Size = Allocation->Size;
    Info->PitchAlignedSize = 0;
    Info->HintedBank.Value = 0;
    Info->PreferredSegment.Value = 0;
    FillSegments(Adapter, Allocation->Data.Kind, Info);
    Info->EvictionSegmentSet = /* 0: to system memory, by transfer */
        Adapter->EvictThroughAperture && policy->FirstSegment == VRAM ? SG_SEGMENT_BIT(APERTURE)
                                                                      : 0;
    Info->MaximumRenamingListLength = SG_RENAMING_LENGTH;
    Info->pAllocationUsageHint = NULL;
    Info->AllocationPriority = D3DDDI_ALLOCATIONPRIORITY_NORMAL;
    Info->Flags = policy->Flags;
}

static SG_PAGED NTSTATUS
CreateOne(_In_ const SG_ADAPTER *Adapter, _Inout_ DXGK_ALLOCATIONINFO *Info)
{
    SG_UMD_ALLOCATION_DATA data;

    PAGED_CODE();
    NTSTATUS status = CaptureData(Info, &data);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    SG_ALLOCATION *allocation = ExAllocatePool2(POOL_FLAG_PAGED, sizeof(*allocation), SG_POOL_TAG);
    if (allocation == NULL) {
        return STATUS_NO_MEMORY;
    }

    const SG_FORMAT *format = SgFormatFind((D3DDDIFORMAT)data.Format);
    UINT alignment = g_Policies[data.Kind].HeightAlignment;
    SIZE_T rows = (data.Height + alignment - 1) / alignment * alignment;
    allocation->Data = data;
    allocation->Size = ROUND_TO_PAGES(rows * data.Pitch);
    allocation->BoardFormat = format->BoardFormat;
    allocation->BytesPerPixel = format->BytesPerPixel;
    allocation->BlueFirst = format->BlueFirst;
    FillAllocationInfo(Adapter, allocation, Info);
    Info->hAllocation = allocation;
    return STATUS_SUCCESS;
}

static SG_PAGED VOID
FreeAllocations(_Inout_updates_(Count) DXGK_ALLOCATIONINFO *Infos, _In_ UINT Count)
{
    PAGED_CODE();
    for (UINT i = 0; i < Count; i++) {
        ExFreePoolWithTag(Infos[i].hAllocation, SG_POOL_TAG);
        Infos[i].hAllocation = NULL;
    }
}

/* The resource object, if this call makes one. A call may also add to a resource that exists. */
static SG_PAGED NTSTATUS
CreateResource(_Inout_ DXGKARG_CREATEALLOCATION *Args, _Out_ SG_RESOURCE **Resource)
{
    PAGED_CODE();
    *Resource = NULL;
    if (!Args->Flags.Resource || Args->hResource != NULL) {
        return STATUS_SUCCESS;
    }
    *Resource = ExAllocatePool2(POOL_FLAG_PAGED, sizeof(**Resource), SG_POOL_TAG);
    if (*Resource == NULL) {
        return STATUS_NO_MEMORY;
    }
    (*Resource)->AllocationCount = Args->NumAllocations;
    return STATUS_SUCCESS;
}

/* All of the call's allocations, or none. */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgCreateAllocation(const HANDLE hAdapter, DXGKARG_CREATEALLOCATION *pCreateAllocation)
{
    SG_RESOURCE *resource;

    PAGED_CODE();
    NTSTATUS status = CreateResource(pCreateAllocation, &resource);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    for (UINT i = 0; i < pCreateAllocation->NumAllocations; i++) {
        status = CreateOne(hAdapter, &pCreateAllocation->pAllocationInfo[i]);
        if (!NT_SUCCESS(status)) {
            FreeAllocations(pCreateAllocation->pAllocationInfo, i);
            if (resource != NULL) {
                ExFreePoolWithTag(resource, SG_POOL_TAG);
            }
            return status;
        }
    }
    if (resource != NULL) {
        pCreateAllocation->hResource = resource;
    }
    return STATUS_SUCCESS;
}

_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgDestroyAllocation(const HANDLE hAdapter, const DXGKARG_DESTROYALLOCATION *pDestroyAllocation)
{
    PAGED_CODE();
    UNREFERENCED_PARAMETER(hAdapter);
    for (UINT i = 0; i < pDestroyAllocation->NumAllocations; i++) {
        ExFreePoolWithTag(pDestroyAllocation->pAllocationList[i], SG_POOL_TAG);
    }
    if (pDestroyAllocation->Flags.DestroyResource && pDestroyAllocation->hResource != NULL) {
        ExFreePoolWithTag(pDestroyAllocation->hResource, SG_POOL_TAG);
    }
    return STATUS_SUCCESS;
}

_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgDescribeAllocation(const HANDLE hAdapter, DXGKARG_DESCRIBEALLOCATION *pDescribeAllocation)
{
    const SG_ALLOCATION *allocation = pDescribeAllocation->hAllocation;

    PAGED_CODE();
    UNREFERENCED_PARAMETER(hAdapter);
    pDescribeAllocation->Width = allocation->Data.Width;
    pDescribeAllocation->Height = allocation->Data.Height;
    pDescribeAllocation->Format = (D3DDDIFORMAT)allocation->Data.Format;
    pDescribeAllocation->MultisampleMethod.NumSamples = 0;
    pDescribeAllocation->MultisampleMethod.NumQualityLevels = 0;
    pDescribeAllocation->RefreshRate.Numerator = allocation->Data.RefreshNumerator;
    pDescribeAllocation->RefreshRate.Denominator = allocation->Data.RefreshDenominator;
    pDescribeAllocation->PrivateDriverFormatAttribute = 0;
    pDescribeAllocation->Rotation = D3DDDI_ROTATION_IDENTITY;
    return STATUS_SUCCESS;
}

/* hAllocation is the port's handle here; the driver's own object comes from the port. */
static SG_PAGED NTSTATUS
OpenOne(_In_ const SG_ADAPTER *Adapter, _In_ BOOLEAN ReadOnly,
        _Inout_ DXGK_OPENALLOCATIONINFO *Info)
{
    DXGKARGCB_GETHANDLEDATA get;

    PAGED_CODE();
    RtlZeroMemory(&get, sizeof(get));
    get.hObject = Info->hAllocation;
    get.Type = DXGK_HANDLE_ALLOCATION;
    SG_ALLOCATION *allocation = Adapter->Dxgk.DxgkCbGetHandleData(&get);
    if (allocation == NULL) {
        return STATUS_INVALID_PARAMETER;
    }

    SG_OPEN_ALLOCATION *open = ExAllocatePool2(POOL_FLAG_PAGED, sizeof(*open), SG_POOL_TAG);
    if (open == NULL) {
        return STATUS_NO_MEMORY;
    }
    open->Allocation = allocation;
    open->ReadOnly = ReadOnly;
    Info->hDeviceSpecificAllocation = open;
    return STATUS_SUCCESS;
}

static SG_PAGED NTSTATUS
OpenAll(_In_ const SG_DEVICE *Device, _In_ DXGKARG_OPENALLOCATION *Args)
{
    PAGED_CODE();
    for (UINT i = 0; i < Args->NumAllocations; i++) {
        NTSTATUS status =
            OpenOne(Device->Adapter, (BOOLEAN)Args->Flags.ReadOnly, &Args->pOpenAllocation[i]);
        if (!NT_SUCCESS(status)) {
            while (i-- > 0) {
                ExFreePoolWithTag(Args->pOpenAllocation[i].hDeviceSpecificAllocation, SG_POOL_TAG);
                Args->pOpenAllocation[i].hDeviceSpecificAllocation = NULL;
            }
            return status;
        }
    }
    return STATUS_SUCCESS;
}

/* A GDI device also wants to know where in the allocation its surface is: allocations have one
 * subresource each. Source: DXGKARG_OPENALLOCATION.SubresourceIndex. */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgOpenAllocation(const HANDLE hDevice, const DXGKARG_OPENALLOCATION *pOpenAllocation)
{
    DXGKARG_OPENALLOCATION *args = (DXGKARG_OPENALLOCATION *)pOpenAllocation;
    const SG_DEVICE *device = hDevice;

    PAGED_CODE();
    if (device->Gdi && args->SubresourceIndex >= args->NumAllocations) {
        return STATUS_INVALID_PARAMETER;
    }
    NTSTATUS status = OpenAll(device, args);
    if (NT_SUCCESS(status) && device->Gdi) {
        const SG_OPEN_ALLOCATION *open =
            args->pOpenAllocation[args->SubresourceIndex].hDeviceSpecificAllocation;
        args->SubresourceOffset = 0;
        args->Pitch = open->Allocation->Data.Pitch;
    }
    return status;
}

_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgCloseAllocation(const HANDLE hDevice, const DXGKARG_CLOSEALLOCATION *pCloseAllocation)
{
    PAGED_CODE();
    UNREFERENCED_PARAMETER(hDevice);
    for (UINT i = 0; i < pCloseAllocation->NumAllocations; i++) {
        ExFreePoolWithTag(pCloseAllocation->pOpenHandleList[i], SG_POOL_TAG);
    }
    return STATUS_SUCCESS;
}
