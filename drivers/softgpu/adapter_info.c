/* SPDX-License-Identifier: MIT */
/*
 * What the driver says of itself: capabilities, segments, nodes.
 *
 * Source: DxgkDdiQueryAdapterInfo, DXGK_DRIVERCAPS, DXGK_QUERYSEGMENTOUT3, DxgkDdiGetNodeMetadata;
 * display/wddm-driver-and-feature-caps.md lists what WDDM 1.2 and later make mandatory.
 */
#include "softgpu_kmd.h"

/* Everything of DXGK_DRIVERCAPS that exists at the version this driver declares. */
#define DRIVERCAPS_SIZE RTL_SIZEOF_THROUGH_FIELD(DXGK_DRIVERCAPS, MaxOverlayPlanes)

static SG_PAGED ULONGLONG
ApertureBytes(_In_ const SG_ADAPTER *Adapter)
{
    PAGED_CODE();
    return (ULONGLONG)Adapter->Layout.GartEntries * PAGE_SIZE;
}

/* Source: DXGK_PRESENTATIONCAPS. A stretch or blend that overlaps itself on one surface cannot be
 * spread over several DMA buffers (see emit.c), so the driver does not offer it. */
static SG_PAGED VOID
FillPresentationCaps(_Out_ DXGK_PRESENTATIONCAPS *Caps)
{
    PAGED_CODE();
    Caps->Value = 0;
    Caps->SupportKernelModeCommandBuffer = TRUE; /* goes together with DxgkDdiRenderKm */
    Caps->NoSameBitmapOverlappedAlphaBlend = TRUE;
    Caps->NoSameBitmapOverlappedStretchBlt = TRUE;
    Caps->AlignmentShift = SG_PITCH_ALIGNMENT_SHIFT;
    Caps->MaxTextureWidthShift = 3; /* 2048 << 3 is the board's 16384 */
    Caps->MaxTextureHeightShift = 3;
    Caps->SupportAllBltRops = TRUE;
    Caps->SupportMirrorStretchBlt = TRUE;
    Caps->SupportMonoStretchBltModes = TRUE;
    Caps->NoTempSurfaceForClearTypeBlend = TRUE;
}

/* Source: D3DKMDT_PREEMPTION_CAPS: where an engine can stop, the coarsest of all engines. A packet
 * of the board is a primitive with all its rectangles or triangles. */
static SG_PAGED VOID
FillPreemptionCaps(_In_ const SG_ADAPTER *Adapter, _Out_ D3DKMDT_PREEMPTION_CAPS *Caps)
{
    PAGED_CODE();
    switch (Adapter->Preemption) {
    case SOFTGPU_PREEMPT_NONE:
        Caps->GraphicsPreemptionGranularity = D3DKMDT_GRAPHICS_PREEMPTION_NONE;
        Caps->ComputePreemptionGranularity = D3DKMDT_COMPUTE_PREEMPTION_NONE;
        break;
    case SOFTGPU_PREEMPT_ENTRY:
        Caps->GraphicsPreemptionGranularity = D3DKMDT_GRAPHICS_PREEMPTION_DMA_BUFFER_BOUNDARY;
        Caps->ComputePreemptionGranularity = D3DKMDT_COMPUTE_PREEMPTION_DMA_BUFFER_BOUNDARY;
        break;
    default: /* packets, or something finer that does not exist yet */
        Caps->GraphicsPreemptionGranularity = D3DKMDT_GRAPHICS_PREEMPTION_PRIMITIVE_BOUNDARY;
        Caps->ComputePreemptionGranularity = D3DKMDT_COMPUTE_PREEMPTION_DISPATCH_BOUNDARY;
        break;
    }
}

/* With a board that cannot be preempted the driver asks for the scheduler of Windows 7. */
static SG_PAGED VOID
FillSchedulingCaps(_In_ const SG_ADAPTER *Adapter, _Inout_ DXGK_DRIVERCAPS *Caps)
{
    PAGED_CODE();
    Caps->SchedulingCaps.MultiEngineAware = TRUE; /* needed by the next two */
    Caps->SchedulingCaps.PreemptionAware = Adapter->Preemption != SOFTGPU_PREEMPT_NONE;
    Caps->SchedulingCaps.CancelCommandAware = TRUE;
    Caps->GpuEngineTopology.NbAsymetricProcessingNodes = SOFTGPU_NODE_COUNT;
    Caps->MemoryManagementCaps.PagingNode = SOFTGPU_NODE_COPY;
    FillPreemptionCaps(Adapter, &Caps->PreemptionCaps);
    Caps->SupportPerEngineTDR = TRUE; /* goes with the three engine DDIs of reset.c */
}

static SG_PAGED VOID
FillDriverCaps(_In_ const SG_ADAPTER *Adapter, _Out_ DXGK_DRIVERCAPS *Caps)
{
    PAGED_CODE();
    /* All that is not named stays 0: no hardware pointer, overlays, gamma ramp. */
    RtlZeroMemory(Caps, sizeof(*Caps));
    Caps->HighestAcceptableAddress.QuadPart = (LONGLONG)(SOFTGPU_SYSTEM_WINDOW_SIZE - 1);
    Caps->MaxAllocationListSlotId = SG_SLOT_COUNT;
    Caps->ApertureSegmentCommitLimit = (SIZE_T)ApertureBytes(Adapter);
    Caps->InterruptMessageNumber = 0;
    FillPresentationCaps(&Caps->PresentationCaps);
    Caps->NumberOfSwizzlingRanges = SG_SWIZZLING_RANGES;
    Caps->MaxQueuedFlipOnVSync = 1; /* the CRTC holds one pending address */
    Caps->FlipCaps.FlipOnVSyncMmIo = TRUE;
    Caps->FlipCaps.FlipIndependent = TRUE;
    FillSchedulingCaps(Adapter, Caps);
    Caps->WDDMVersion = DXGKDDI_WDDMv1_3;
    Caps->SupportNonVGA = TRUE;
    Caps->SupportSmoothRotation = TRUE;
    Caps->SupportDirectFlip = TRUE;
}

/* The buffer's size follows the version the driver declared and may differ from these headers'. */
static SG_PAGED NTSTATUS
QueryDriverCaps(_In_ const SG_ADAPTER *Adapter, _In_ const DXGKARG_QUERYADAPTERINFO *Args)
{
    DXGK_DRIVERCAPS caps;

    PAGED_CODE();
    if (Args->pOutputData == NULL || Args->OutputDataSize == 0) {
        return STATUS_INVALID_PARAMETER;
    }
    FillDriverCaps(Adapter, &caps);
    RtlCopyMemory(Args->pOutputData, &caps, min(Args->OutputDataSize, (UINT)DRIVERCAPS_SIZE));
    return STATUS_SUCCESS;
}

static SG_PAGED VOID
FillVramSegment(_In_ const SG_ADAPTER *Adapter, _Out_ DXGK_SEGMENTDESCRIPTOR3 *Segment)
{
    ULONGLONG reserved = Adapter->Layout.ReservedSize;

    PAGED_CODE();
    RtlZeroMemory(Segment, sizeof(*Segment));
    Segment->Flags.CpuVisible = TRUE;
    Segment->Flags.DirectFlip = TRUE;
    Segment->BaseAddress.QuadPart = (LONGLONG)(SOFTGPU_VRAM_WINDOW + reserved);
    Segment->CpuTranslatedAddress.QuadPart = Adapter->VramPhysical.QuadPart + (LONGLONG)reserved;
    Segment->Size = (SIZE_T)(Adapter->Layout.VramSize - reserved - Adapter->Layout.HiddenSize);
    Segment->CommitLimit = Segment->Size;
}

static SG_PAGED VOID
FillHiddenSegment(_In_ const SG_ADAPTER *Adapter, _Out_ DXGK_SEGMENTDESCRIPTOR3 *Segment)
{
    ULONGLONG size = Adapter->Layout.HiddenSize;

    PAGED_CODE();
    RtlZeroMemory(Segment, sizeof(*Segment));
    Segment->BaseAddress.QuadPart =
        (LONGLONG)(SOFTGPU_VRAM_WINDOW + Adapter->Layout.VramSize - size);
    Segment->Size = (SIZE_T)size;
    Segment->CommitLimit = Segment->Size;
}

/* GDI acceleration needs an aperture the CPU may cache: the board snoops. */
static SG_PAGED VOID
FillApertureSegment(_In_ const SG_ADAPTER *Adapter, _Out_ DXGK_SEGMENTDESCRIPTOR3 *Segment)
{
    PAGED_CODE();
    RtlZeroMemory(Segment, sizeof(*Segment));
    Segment->Flags.Aperture = TRUE;
    Segment->Flags.CacheCoherent = TRUE;
    Segment->BaseAddress.QuadPart = (LONGLONG)SOFTGPU_APERTURE_WINDOW;
    Segment->Size = (SIZE_T)ApertureBytes(Adapter);
    Segment->CommitLimit = Segment->Size;
}

/*
 * Asked twice: with no descriptors for the number of segments, then for everything. Paging buffers
 * are in contiguous system memory (segment 0), which the board reads through its system window.
 */
static SG_PAGED NTSTATUS
QuerySegment3(_In_ const SG_ADAPTER *Adapter, _In_ const DXGKARG_QUERYADAPTERINFO *Args)
{
    DXGK_QUERYSEGMENTOUT3 *out = Args->pOutputData;
    UINT count = Adapter->Layout.HiddenSize != 0 ? SG_SEGMENT_COUNT_MAX : SG_SEGMENT_COUNT;

    PAGED_CODE();
    if (out == NULL || Args->OutputDataSize < sizeof(*out)) {
        return STATUS_INVALID_PARAMETER;
    }
    if (out->pSegmentDescriptor != NULL) {
        if (out->NbSegment < count) {
            return STATUS_INVALID_PARAMETER;
        }
        FillVramSegment(Adapter, &out->pSegmentDescriptor[SG_SEGMENT_VRAM - 1]);
        FillApertureSegment(Adapter, &out->pSegmentDescriptor[SG_SEGMENT_APERTURE - 1]);
        if (Adapter->Layout.HiddenSize != 0) {
            FillHiddenSegment(Adapter, &out->pSegmentDescriptor[SG_SEGMENT_HIDDEN - 1]);
        }
        out->PagingBufferSegmentId = SG_SEGMENT_SYSTEM;
        out->PagingBufferSize = Adapter->PagingBufferSize;
        out->PagingBufferPrivateDataSize = 0;
    }
    out->NbSegment = count;
    return STATUS_SUCCESS;
}

static SG_PAGED NTSTATUS
QueryUmdPrivate(_In_ const SG_ADAPTER *Adapter, _In_ const DXGKARG_QUERYADAPTERINFO *Args)
{
    SG_UMD_ADAPTER_DATA data;

    PAGED_CODE();
    if (Args->pOutputData == NULL || Args->OutputDataSize != sizeof(data)) {
        return STATUS_INVALID_PARAMETER;
    }
    data.Magic = SG_UMD_MAGIC;
    data.Version = SG_UMD_VERSION;
    data.BoardVersion = SgReadRegister(Adapter, SOFTGPU_REG_VERSION);
    data.BoardFeatures = SgReadRegister(Adapter, SOFTGPU_REG_FEATURES);
    RtlCopyMemory(Args->pOutputData, &data, sizeof(data));
    return STATUS_SUCCESS;
}

/* Source: DXGKARG_HISTORYBUFFERPRECISION, one for each node; 0: no history buffers are written. */
static SG_PAGED NTSTATUS
QueryHistoryBufferPrecision(_In_ const DXGKARG_QUERYADAPTERINFO *Args)
{
    DXGKARG_HISTORYBUFFERPRECISION *precision = Args->pOutputData;

    PAGED_CODE();
    if (precision == NULL || Args->OutputDataSize < SOFTGPU_NODE_COUNT * sizeof(*precision)) {
        return STATUS_INVALID_PARAMETER;
    }
    for (UINT i = 0; i < SOFTGPU_NODE_COUNT; i++) {
        precision[i].PrecisionBits = 0;
    }
    return STATUS_SUCCESS;
}

/* Types the driver does not know fail and leave the output untouched. */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgQueryAdapterInfo(const HANDLE hAdapter, const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)
{
    const SG_ADAPTER *adapter = hAdapter;

    PAGED_CODE();
    switch (pQueryAdapterInfo->Type) {
    case DXGKQAITYPE_UMDRIVERPRIVATE:
        return QueryUmdPrivate(adapter, pQueryAdapterInfo);
    case DXGKQAITYPE_DRIVERCAPS:
        return QueryDriverCaps(adapter, pQueryAdapterInfo);
    case DXGKQAITYPE_QUERYSEGMENT3:
        return QuerySegment3(adapter, pQueryAdapterInfo);
    case DXGKQAITYPE_HISTORYBUFFERPRECISION:
        return QueryHistoryBufferPrecision(pQueryAdapterInfo);
    default:
        return STATUS_INVALID_PARAMETER;
    }
}

_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgGetNodeMetadata(const HANDLE hAdapter, UINT NodeOrdinal,
                  DXGKARG_GETNODEMETADATA *pGetNodeMetadata)
{
    static const struct {
        DXGK_ENGINE_TYPE Type;
        WCHAR Name[8];
    } nodes[SOFTGPU_NODE_COUNT] = {
        { DXGK_ENGINE_TYPE_3D, L"3D" },
        { DXGK_ENGINE_TYPE_COPY, L"Copy" },
    };

    PAGED_CODE();
    UNREFERENCED_PARAMETER(hAdapter);
    if (NodeOrdinal >= SOFTGPU_NODE_COUNT) {
        return STATUS_INVALID_PARAMETER;
    }
    pGetNodeMetadata->EngineType = nodes[NodeOrdinal].Type;
    RtlZeroMemory(pGetNodeMetadata->FriendlyName, sizeof(pGetNodeMetadata->FriendlyName));
    RtlCopyMemory(pGetNodeMetadata->FriendlyName, nodes[NodeOrdinal].Name,
                  sizeof(nodes[NodeOrdinal].Name));
    return STATUS_SUCCESS;
}
