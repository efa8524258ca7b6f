/* SPDX-License-Identifier: MIT */
/*
 * Present: copies and fills between a rendering and the primary.
 *
 * Source: DxgkDdiPresent, DXGKARG_PRESENT, DXGK_PRESENTFLAGS. MultipassOffset counts the
 * sub-rectangles that are in earlier DMA buffers already.
 */
#include "softgpu_kmd.h"

/* The allocation list of a present: NULL, source, destination. It comes without its length. */
#define PRESENT_LIST_SIZE 3u

static SG_PAGED VOID
SetRects(_In_ const DXGKARG_PRESENT *Args, _Inout_ SG_DRAW *Draw)
{
    PAGED_CODE();
    /* The sub-rectangles are clipped already; DstRect only says how far the picture is scaled. */
    Draw->Rects = Args->SubRectCnt != 0 ? Args->pDstSubRects : &Args->DstRect;
    Draw->RectCount = Args->SubRectCnt != 0 ? Args->SubRectCnt : 1;
}

static SG_PAGED NTSTATUS
PrepareFill(_In_ const SG_EMITTER *Emitter, _In_ const DXGKARG_PRESENT *Args, _Out_ SG_DRAW *Draw)
{
    PAGED_CODE();
    SgDrawInitFill(Draw);
    NTSTATUS status = SgDescribeSurface(Emitter, DXGK_PRESENT_DESTINATION_INDEX, SG_OWN_PITCH,
                                        &Draw->Packet.Fill.dst);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    Draw->Packet.Fill.colour =
        SgColourForSurface(Emitter, DXGK_PRESENT_DESTINATION_INDEX, Args->Color);
    Draw->Packet.Fill.rop = SOFTGPU_FILL_PATCOPY;
    SgDrawAddReference(Draw, DXGK_PRESENT_DESTINATION_INDEX, SOFTGPU_PATCH_FILL_DST);
    SetRects(Args, Draw);
    return STATUS_SUCCESS;
}

/* Chooses the operation. The board converts between 16 and 32 bits in plain copies, and from 32 to
 * 16 also while it scales, by an opaque blend. */
static SG_PAGED NTSTATUS
ChooseBlt(_In_ const DXGKARG_PRESENT *Args, _In_ const SG_ALLOCATION *Source,
          _In_ const SG_ALLOCATION *Destination, _Out_ SG_DRAW *Draw)
{
    BOOLEAN scale =
        Args->SrcRect.right - Args->SrcRect.left != Args->DstRect.right - Args->DstRect.left ||
        Args->SrcRect.bottom - Args->SrcRect.top != Args->DstRect.bottom - Args->DstRect.top;

    PAGED_CODE();
    if (Source->BlueFirst != Destination->BlueFirst ||
        (Source->BytesPerPixel != Destination->BytesPerPixel &&
         (Source->BytesPerPixel == 1 || Destination->BytesPerPixel == 1))) {
        return STATUS_GRAPHICS_CANNOTCOLORCONVERT;
    }
    if (!scale) {
        SgDrawInitBlt(Draw, SOFTGPU_OP_BLT);
        Draw->Packet.Blt.operand = SOFTGPU_BLT_SRCCOPY;
    } else if (Source->BytesPerPixel == Destination->BytesPerPixel) {
        SgDrawInitBlt(Draw, SOFTGPU_OP_STRETCH_BLT);
        Draw->Packet.Blt.flags = SOFTGPU_STRETCH_COLORONCOLOR;
    } else if (Source->BytesPerPixel == 4) {
        SgDrawInitBlt(Draw, SOFTGPU_OP_ALPHA_BLEND);
        Draw->Packet.Blt.operand = 255;
    } else {
        return STATUS_GRAPHICS_CANNOTCOLORCONVERT;
    }
    return STATUS_SUCCESS;
}

static SG_PAGED NTSTATUS
PrepareBlt(_In_ const SG_EMITTER *Emitter, _In_ const DXGKARG_PRESENT *Args, _Out_ SG_DRAW *Draw)
{
    const SG_OPEN_ALLOCATION *source = SgEmitterAllocation(Emitter, DXGK_PRESENT_SOURCE_INDEX);
    const SG_OPEN_ALLOCATION *destination =
        SgEmitterAllocation(Emitter, DXGK_PRESENT_DESTINATION_INDEX);

    PAGED_CODE();
    if (source == NULL || destination == NULL) {
        return STATUS_INVALID_HANDLE;
    }
    NTSTATUS status = ChooseBlt(Args, source->Allocation, destination->Allocation, Draw);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    struct softgpu_packet_blt *packet = &Draw->Packet.Blt;
    packet->src_rect = SgRectToBoard(&Args->SrcRect);
    packet->dst_rect = SgRectToBoard(&Args->DstRect);
    if (Draw->Opcode != SOFTGPU_OP_BLT && !SgBltScaleIsValid(packet)) {
        return STATUS_ILLEGAL_INSTRUCTION;
    }
    SgDescribeSurface(Emitter, DXGK_PRESENT_SOURCE_INDEX, SG_OWN_PITCH, &packet->src);
    SgDescribeSurface(Emitter, DXGK_PRESENT_DESTINATION_INDEX, SG_OWN_PITCH, &packet->dst);
    Draw->SameSurface = source->Allocation == destination->Allocation;
    SgDrawAddReference(Draw, DXGK_PRESENT_DESTINATION_INDEX, SOFTGPU_PATCH_BLT_DST);
    SgDrawAddReference(Draw, DXGK_PRESENT_SOURCE_INDEX, SOFTGPU_PATCH_BLT_SRC);
    SetRects(Args, Draw);
    return STATUS_SUCCESS;
}

static SG_PAGED NTSTATUS
Prepare(_In_ const SG_EMITTER *Emitter, _In_ const DXGKARG_PRESENT *Args, _Out_ SG_DRAW *Draw)
{
    PAGED_CODE();
    if (Args->Flags.SrcColorKey || Args->Flags.DstColorKey || Args->Flags.LinearToSrgb ||
        Args->Flags.Rotate) {
        return STATUS_ILLEGAL_INSTRUCTION;
    }
    if (Args->Flags.ColorFill) {
        return PrepareFill(Emitter, Args, Draw);
    }
    return Args->Flags.Blt ? PrepareBlt(Emitter, Args, Draw) : STATUS_ILLEGAL_INSTRUCTION;
}

/* A flip needs no DMA buffer and gets none (FlipOnVSyncMmIo): DxgkDdiSetVidPnSourceAddress makes
 * it, which must not fail. What cannot be scanned out is refused here. */
static SG_PAGED NTSTATUS
CheckFlip(_In_ const DXGKARG_PRESENT *Args)
{
    const SG_OPEN_ALLOCATION *source =
        Args->pAllocationList[DXGK_PRESENT_SOURCE_INDEX].hDeviceSpecificAllocation;

    PAGED_CODE();
    return source == NULL || source->Allocation->BytesPerPixel == 1 ? STATUS_INVALID_HANDLE
                                                                    : STATUS_SUCCESS;
}

_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgPresent(const HANDLE hContext, DXGKARG_PRESENT *pPresent)
{
    SG_EMITTER emitter;
    SG_DRAW draw;
    UINT position = pPresent->MultipassOffset;

    PAGED_CODE();
    UNREFERENCED_PARAMETER(hContext);
    if (pPresent->Flags.Flip) {
        return CheckFlip(pPresent);
    }
    SgEmitterInit(&emitter, pPresent->pDmaBuffer, pPresent->DmaSize,
                  pPresent->pPatchLocationListOut, pPresent->PatchLocationListOutSize,
                  pPresent->pAllocationList, PRESENT_LIST_SIZE);
    NTSTATUS status = Prepare(&emitter, pPresent, &draw);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = SgEmitDraw(&emitter, &draw, &position);
    if (status == STATUS_INVALID_PARAMETER) {
        return STATUS_ILLEGAL_INSTRUCTION; /* the documented name of it here */
    }
    pPresent->pDmaBuffer = emitter.Next;
    pPresent->pPatchLocationListOut = emitter.PatchNext;
    pPresent->MultipassOffset = position;
    return status;
}
