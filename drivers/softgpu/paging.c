/* SPDX-License-Identifier: MIT */
/*
 * Paging: the memory manager's moves become packets of the copy engine.
 *
 * Source: DxgkDdiBuildPagingBuffer, DXGKARG_BUILDPAGINGBUFFER, DXGK_BUILDPAGINGBUFFER_OPERATION.
 *
 * Several operations share one paging buffer, so each only appends at pDmaBuffer; packets are
 * multiples of 8 bytes, which is all the alignment the board asks for. All surfaces are linear:
 * nothing is ever swizzled, and no operation needs the allocation to be idle, since the scheduler
 * runs this work in order. MultipassOffset counts the pages that are in earlier buffers already.
 */
#include "softgpu_kmd.h"

/* One side of a transfer: a place in a segment, or pages of system memory. */
typedef struct _SIDE {
    UINT SegmentId;
    ULONGLONG Address;        /* in a segment */
    const PFN_NUMBER *Frames; /* not in a segment */
} SIDE;

static SG_PAGED SIDE
MakeSide(_In_ UINT SegmentId, _In_ LARGE_INTEGER SegmentAddress, _In_ const MDL *Mdl,
         _In_ UINT TransferOffset, _In_ UINT MdlOffset)
{
    SIDE side = { SegmentId, 0, NULL };

    PAGED_CODE();
    if (SegmentId == SG_SEGMENT_SYSTEM) {
        side.Frames = MmGetMdlPfnArray((PMDL)Mdl) + MdlOffset; /* its own offset, in pages */
    } else {
        side.Address = (ULONGLONG)SegmentAddress.QuadPart + TransferOffset;
    }
    return side;
}

static SG_PAGED VOID
Append(_Inout_ DXGKARG_BUILDPAGINGBUFFER *Args, _In_reads_bytes_(Size) const VOID *Packet,
       _In_ UINT Size)
{
    PAGED_CODE();
    RtlCopyMemory(Args->pDmaBuffer, Packet, Size);
    Args->pDmaBuffer = (PUCHAR)Args->pDmaBuffer + Size;
    Args->DmaSize -= Size;
}

/* GPU address of a side at a byte offset, which is a multiple of a page for system memory, and how
 * far it goes on without a gap. */
static SG_PAGED ULONGLONG
SideAddress(_In_ const SIDE *Side, _In_ SIZE_T Offset, _In_ SIZE_T Left, _Out_ SIZE_T *Run)
{
    PAGED_CODE();
    if (Side->Frames == NULL) {
        *Run = Left;
        return Side->Address + Offset;
    }
    const PFN_NUMBER *frame = Side->Frames + Offset / PAGE_SIZE;
    SIZE_T pages = 1;
    while (pages * PAGE_SIZE < Left && frame[pages] == frame[0] + pages) {
        pages++;
    }
    *Run = min(pages * PAGE_SIZE, Left);
    return SOFTGPU_SYSTEM_WINDOW + ((ULONGLONG)frame[0] << PAGE_SHIFT);
}

static SG_PAGED NTSTATUS
CopySides(_Inout_ DXGKARG_BUILDPAGINGBUFFER *Args, _In_ const SIDE *Source,
          _In_ const SIDE *Destination, _In_ SIZE_T Size)
{
    SIZE_T done = (SIZE_T)Args->MultipassOffset * PAGE_SIZE;

    PAGED_CODE();
    while (done < Size) {
        struct softgpu_packet_copy_linear packet;
        SIZE_T source_run;
        SIZE_T destination_run;

        if (Args->DmaSize < sizeof(packet)) {
            Args->MultipassOffset = (UINT)(done / PAGE_SIZE);
            return STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER;
        }
        RtlZeroMemory(&packet, sizeof(packet));
        packet.header = SOFTGPU_PACKET_HEADER(SOFTGPU_OP_COPY_LINEAR, SOFTGPU_COPY_LINEAR_DWORDS);
        packet.src = SideAddress(Source, done, Size - done, &source_run);
        packet.dst = SideAddress(Destination, done, Size - done, &destination_run);
        packet.size_bytes = min(source_run, destination_run);
        Append(Args, &packet, sizeof(packet));
        done += (SIZE_T)packet.size_bytes;
    }
    return STATUS_SUCCESS;
}

/* TransferOffset belongs to the segment side and MdlOffset to the system memory side. A size of 0
 * is bookkeeping after a reset: nothing is written. */
static SG_PAGED NTSTATUS
BuildTransfer(_Inout_ DXGKARG_BUILDPAGINGBUFFER *Args)
{
    SIDE source = MakeSide(Args->Transfer.Source.SegmentId, Args->Transfer.Source.SegmentAddress,
                           Args->Transfer.Source.pMdl, Args->Transfer.TransferOffset,
                           Args->Transfer.MdlOffset);
    SIDE destination = MakeSide(
        Args->Transfer.Destination.SegmentId, Args->Transfer.Destination.SegmentAddress,
        Args->Transfer.Destination.pMdl, Args->Transfer.TransferOffset, Args->Transfer.MdlOffset);

    PAGED_CODE();
    return CopySides(Args, &source, &destination, Args->Transfer.TransferSize);
}

/* As a transfer; its record has no offset into the MDL. */
static SG_PAGED NTSTATUS
BuildSpecialLockTransfer(_Inout_ DXGKARG_BUILDPAGINGBUFFER *Args)
{
    SIDE source = MakeSide(
        Args->SpecialLockTransfer.Source.SegmentId, Args->SpecialLockTransfer.Source.SegmentAddress,
        Args->SpecialLockTransfer.Source.pMdl, Args->SpecialLockTransfer.TransferOffset, 0);
    SIDE destination = MakeSide(Args->SpecialLockTransfer.Destination.SegmentId,
                                Args->SpecialLockTransfer.Destination.SegmentAddress,
                                Args->SpecialLockTransfer.Destination.pMdl,
                                Args->SpecialLockTransfer.TransferOffset, 0);

    PAGED_CODE();
    return CopySides(Args, &source, &destination, Args->SpecialLockTransfer.TransferSize);
}

static SG_PAGED NTSTATUS
FillRange(_Inout_ DXGKARG_BUILDPAGINGBUFFER *Args, _In_ LARGE_INTEGER Address, _In_ SIZE_T Size,
          _In_ UINT Pattern)
{
    struct softgpu_packet_fill_linear packet;

    PAGED_CODE();
    if (Args->DmaSize < sizeof(packet)) {
        return STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER;
    }
    RtlZeroMemory(&packet, sizeof(packet));
    packet.header = SOFTGPU_PACKET_HEADER(SOFTGPU_OP_FILL_LINEAR, SOFTGPU_FILL_LINEAR_DWORDS);
    packet.dst = (ULONGLONG)Address.QuadPart;
    packet.size_bytes = Size;
    packet.pattern = Pattern;
    Append(Args, &packet, sizeof(packet));
    return STATUS_SUCCESS;
}

static SG_PAGED NTSTATUS
BuildFill(_Inout_ DXGKARG_BUILDPAGINGBUFFER *Args)
{
    PAGED_CODE();
    return FillRange(Args, Args->Fill.Destination.SegmentAddress, Args->Fill.FillSize,
                     Args->Fill.FillPattern);
}

/* The board saves nothing between buffers, so the area is never read: a mark will do. Areas of
 * others than this driver's contexts do not exist. */
static SG_PAGED NTSTATUS
BuildSaveArea(_Inout_ DXGKARG_BUILDPAGINGBUFFER *Args)
{
    PAGED_CODE();
    return FillRange(Args, Args->InitContextResource.Destination.SegmentAddress, SG_SAVE_AREA_SIZE,
                     SG_SAVE_AREA_PATTERN);
}

/* One access that changes nothing: what counts is that the board makes it. */
static SG_PAGED NTSTATUS
BuildTouch(_Inout_ DXGKARG_BUILDPAGINGBUFFER *Args, _In_ UINT SegmentId,
           _In_ PHYSICAL_ADDRESS Address, _In_ UINT Flags)
{
    struct softgpu_packet_touch packet;

    PAGED_CODE();
    if (Args->DmaSize < sizeof(packet)) {
        return STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER;
    }
    RtlZeroMemory(&packet, sizeof(packet));
    packet.header = SOFTGPU_PACKET_HEADER(SOFTGPU_OP_TOUCH, SOFTGPU_TOUCH_DWORDS);
    packet.flags = Flags;
    packet.address = SgGpuAddress(SegmentId, Address);
    packet.size_bytes = 1;
    Append(Args, &packet, sizeof(packet));
    return STATUS_SUCCESS;
}

/* Points aperture pages at the pages of the MDL. The board snoops, so every mapping is coherent. */
static SG_PAGED NTSTATUS
BuildMapAperture(_Inout_ DXGKARG_BUILDPAGINGBUFFER *Args)
{
    const PFN_NUMBER *frames =
        MmGetMdlPfnArray(Args->MapApertureSegment.pMdl) + Args->MapApertureSegment.MdlOffset;
    SIZE_T done = Args->MultipassOffset;

    PAGED_CODE();
    while (done < Args->MapApertureSegment.NumberOfPages) {
        struct softgpu_packet_gart_write packet;
        SIZE_T left = Args->MapApertureSegment.NumberOfPages - done;

        if (Args->DmaSize < sizeof(packet) + sizeof(ULONGLONG)) {
            Args->MultipassOffset = (UINT)done;
            return STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER;
        }
        SIZE_T fits = (Args->DmaSize - sizeof(packet)) / sizeof(ULONGLONG);
        UINT count = (UINT)min(min(left, fits), (SIZE_T)SOFTGPU_GART_WRITE_COUNT_MAX);
        packet.header =
            SOFTGPU_PACKET_HEADER(SOFTGPU_OP_GART_WRITE, SOFTGPU_GART_WRITE_DWORDS(count));
        packet.flags = 0;
        packet.first_entry = (UINT)(Args->MapApertureSegment.OffsetInPages + done);
        packet.count = count;
        Append(Args, &packet, sizeof(packet));
        for (UINT i = 0; i < count; i++) {
            ULONGLONG entry =
                ((ULONGLONG)frames[done + i] << PAGE_SHIFT) | SOFTGPU_GART_ENTRY_VALID;
            Append(Args, &entry, sizeof(entry));
        }
        done += count;
    }
    return STATUS_SUCCESS;
}

/* Points aperture pages at the dummy page: the GPU may still access them. */
static SG_PAGED NTSTATUS
BuildUnmapAperture(_Inout_ DXGKARG_BUILDPAGINGBUFFER *Args)
{
    struct softgpu_packet_gart_fill packet;

    PAGED_CODE();
    if (Args->DmaSize < sizeof(packet)) {
        return STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER;
    }
    packet.header = SOFTGPU_PACKET_HEADER(SOFTGPU_OP_GART_FILL, SOFTGPU_GART_FILL_DWORDS);
    packet.flags = 0;
    packet.first_entry = (UINT)Args->UnmapApertureSegment.OffsetInPages;
    packet.count = (UINT)Args->UnmapApertureSegment.NumberOfPages;
    packet.entry =
        (ULONGLONG)Args->UnmapApertureSegment.DummyPage.QuadPart | SOFTGPU_GART_ENTRY_VALID;
    Append(Args, &packet, sizeof(packet));
    return STATUS_SUCCESS;
}

/* Called one at a time (scheduler class of threading level one), PASSIVE_LEVEL. */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgBuildPagingBuffer(const HANDLE hAdapter, DXGKARG_BUILDPAGINGBUFFER *pBuildPagingBuffer)
{
    DXGKARG_BUILDPAGINGBUFFER *args = pBuildPagingBuffer;

    PAGED_CODE();
    UNREFERENCED_PARAMETER(hAdapter);
    switch (args->Operation) {
    case DXGK_OPERATION_TRANSFER:
        return BuildTransfer(args);
    case DXGK_OPERATION_FILL:
        return BuildFill(args);
    case DXGK_OPERATION_DISCARD_CONTENT:
        return STATUS_SUCCESS; /* no hardware resource belongs to a place in memory */
    case DXGK_OPERATION_READ_PHYSICAL:
        return BuildTouch(args, args->ReadPhysical.SegmentId, args->ReadPhysical.PhysicalAddress,
                          0);
    case DXGK_OPERATION_WRITE_PHYSICAL:
        return BuildTouch(args, args->WritePhysical.SegmentId, args->WritePhysical.PhysicalAddress,
                          SOFTGPU_TOUCH_WRITE);
    case DXGK_OPERATION_MAP_APERTURE_SEGMENT:
        return BuildMapAperture(args);
    case DXGK_OPERATION_UNMAP_APERTURE_SEGMENT:
        return BuildUnmapAperture(args);
    case DXGK_OPERATION_SPECIAL_LOCK_TRANSFER:
        return BuildSpecialLockTransfer(args);
    case DXGK_OPERATION_INIT_CONTEXT_RESOURCE:
        return BuildSaveArea(args);
    default:
        return STATUS_INVALID_PARAMETER; /* not an operation of WDDM 1.x */
    }
}
