/* SPDX-License-Identifier: MIT */
/*
 * GDI hardware acceleration: the Canonical Display Driver's commands become packets.
 *
 * Source: DxgkDdiRenderKm, DXGK_RENDERKM_COMMAND, DXGK_GDIARG_BITBLT, DXGK_GDIARG_COLORFILL,
 * DXGK_GDIARG_ALPHABLEND, DXGK_GDIARG_STRETCHBLT, DXGK_GDIARG_TRANSPARENTBLT,
 * DXGK_GDIARG_CLEARTYPEBLEND; display/gdi-hardware-acceleration.md
 *
 * The command buffer is kernel memory from a trusted component, so no access needs a guard. What
 * would make the board fault is refused all the same. Only memory is written here, never a
 * register: the hardware is touched by DxgkDdiSubmitCommand.
 *
 * MultipassOffset counts the sub-rectangles that are in earlier DMA buffers already.
 */
#include "softgpu_kmd.h"

#define COMMAND_HEADER_SIZE FIELD_OFFSET(DXGK_RENDERKM_COMMAND, Command)

typedef struct _SURFACE_PAIR {
    UINT SrcIndex;
    UINT SrcPitch;
    UINT DstIndex;
    UINT DstPitch;
} SURFACE_PAIR;

/* The formats an operation of the board takes; it would fault on others. Two different orders of
 * red and blue cannot be combined. */
static SG_PAGED BOOLEAN
FormatsFit(_In_ const SG_DRAW *Draw, _In_ const SG_ALLOCATION *Source,
           _In_ const SG_ALLOCATION *Destination)
{
    BOOLEAN colours = Source->BytesPerPixel != 1 && Destination->BytesPerPixel != 1;

    PAGED_CODE();
    if (Source->BlueFirst != Destination->BlueFirst) {
        return FALSE;
    }
    switch (Draw->Opcode) {
    case SOFTGPU_OP_BLT:
        return Source->BytesPerPixel == Destination->BytesPerPixel ||
               (colours && Draw->Packet.Blt.operand == SOFTGPU_BLT_SRCCOPY);
    case SOFTGPU_OP_STRETCH_BLT:
        return Source->BytesPerPixel == Destination->BytesPerPixel;
    case SOFTGPU_OP_TRANSPARENT_BLT:
        return Source->BytesPerPixel == 4 && Destination->BytesPerPixel == 4;
    default: /* alpha blend, ClearType blend */
        return Source->BytesPerPixel == 4 && colours;
    }
}

/* Both surfaces of a copy. */
static SG_PAGED NTSTATUS
SetSurfaces(_In_ const SG_EMITTER *Emitter, _In_ SURFACE_PAIR Pair, _Inout_ SG_DRAW *Draw)
{
    struct softgpu_packet_blt *packet = &Draw->Packet.Blt;

    PAGED_CODE();
    NTSTATUS status = SgDescribeSurface(Emitter, Pair.DstIndex, Pair.DstPitch, &packet->dst);
    if (NT_SUCCESS(status)) {
        status = SgDescribeSurface(Emitter, Pair.SrcIndex, Pair.SrcPitch, &packet->src);
    }
    if (!NT_SUCCESS(status)) {
        return status;
    }
    const SG_ALLOCATION *dst = SgEmitterAllocation(Emitter, Pair.DstIndex)->Allocation;
    const SG_ALLOCATION *src = SgEmitterAllocation(Emitter, Pair.SrcIndex)->Allocation;
    if (!FormatsFit(Draw, src, dst)) {
        return STATUS_INVALID_PARAMETER;
    }
    Draw->SameSurface = src == dst;
    SgDrawAddReference(Draw, Pair.DstIndex, SOFTGPU_PATCH_BLT_DST);
    SgDrawAddReference(Draw, Pair.SrcIndex, SOFTGPU_PATCH_BLT_SRC);
    return STATUS_SUCCESS;
}

static SG_PAGED NTSTATUS
TranslateBitBlt(_In_ const SG_EMITTER *Emitter, _In_ const DXGK_GDIARG_BITBLT *Args,
                _Out_ SG_DRAW *Draw)
{
    SURFACE_PAIR pair = { Args->SrcAllocationIndex, Args->SrcPitch, Args->DstAllocationIndex,
                          Args->DstPitch };

    PAGED_CODE();
    SgDrawInitBlt(Draw, SOFTGPU_OP_BLT);
    if (Args->Rop < DXGK_GDIROP_SRCCOPY || Args->Rop > DXGK_GDIROP_ROP3) {
        return STATUS_INVALID_PARAMETER;
    }
    /* The board gives the operations the values of DXGK_GDIROP_BITBLT. */
    Draw->Packet.Blt.operand = Args->Rop;
    if (Args->Rop == DXGK_GDIROP_ROP3) {
        Draw->Packet.Blt.operand |= (Args->Rop3 & 0xFFu) << 8;
    }
    Draw->Packet.Blt.src_rect = SgRectToBoard(&Args->SrcRect);
    Draw->Packet.Blt.dst_rect = SgRectToBoard(&Args->DstRect);
    Draw->Rects = Args->pSubRects;
    Draw->RectCount = Args->NumSubRects;
    return SetSurfaces(Emitter, pair, Draw);
}

static SG_PAGED NTSTATUS
TranslateColorFill(_In_ const SG_EMITTER *Emitter, _In_ const DXGK_GDIARG_COLORFILL *Args,
                   _Out_ SG_DRAW *Draw)
{
    struct softgpu_packet_fill *packet = &Draw->Packet.Fill;
    UINT code = Args->Rop3 & 0xFFu;

    PAGED_CODE();
    SgDrawInitFill(Draw);
    if (Args->Rop < DXGK_GDIROPCF_PATCOPY || Args->Rop > DXGK_GDIROPCF_ROP3 ||
        (Args->Rop == DXGK_GDIROPCF_ROP3 && SgRop3UsesSource(code))) {
        return STATUS_INVALID_PARAMETER;
    }
    NTSTATUS status =
        SgDescribeSurface(Emitter, Args->DstAllocationIndex, SG_OWN_PITCH, &packet->dst);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    packet->colour = SgColourForSurface(Emitter, Args->DstAllocationIndex, Args->Color);
    packet->rop = Args->Rop; /* the values of DXGK_GDIROP_COLORFILL */
    if (Args->Rop == DXGK_GDIROPCF_ROP3) {
        packet->rop |= code << 8;
    }
    Draw->Rects = Args->pSubRects;
    Draw->RectCount = Args->NumSubRects;
    SgDrawAddReference(Draw, Args->DstAllocationIndex, SOFTGPU_PATCH_FILL_DST);
    return STATUS_SUCCESS;
}

/* What the three scaling operations have in common. */
static SG_PAGED NTSTATUS
SetScaled(_In_ const SG_EMITTER *Emitter, _In_ UINT SrcIndex, _In_ UINT SrcPitch,
          _In_ UINT DstIndex, _Inout_ SG_DRAW *Draw)
{
    SURFACE_PAIR pair = { SrcIndex, SrcPitch, DstIndex, SG_OWN_PITCH };

    PAGED_CODE();
    NTSTATUS status = SetSurfaces(Emitter, pair, Draw);
    if (NT_SUCCESS(status) && Draw->RectCount != 0 && !SgBltScaleIsValid(&Draw->Packet.Blt)) {
        status = STATUS_INVALID_PARAMETER;
    }
    return status;
}

static SG_PAGED NTSTATUS
TranslateAlphaBlend(_In_ const SG_EMITTER *Emitter, _In_ const DXGK_GDIARG_ALPHABLEND *Args,
                    _Out_ SG_DRAW *Draw)
{
    PAGED_CODE();
    SgDrawInitBlt(Draw, SOFTGPU_OP_ALPHA_BLEND);
    Draw->Packet.Blt.flags = Args->SourceHasAlpha ? SOFTGPU_ALPHA_SOURCE_ALPHA : 0;
    Draw->Packet.Blt.operand = Args->SourceConstantAlpha;
    Draw->Packet.Blt.src_rect = SgRectToBoard(&Args->SrcRect);
    Draw->Packet.Blt.dst_rect = SgRectToBoard(&Args->DstRect);
    Draw->Rects = Args->pSubRects;
    Draw->RectCount = Args->NumSubRects;
    return SetScaled(Emitter, Args->SrcAllocationIndex, Args->SrcPitch, Args->DstAllocationIndex,
                     Draw);
}

static SG_PAGED NTSTATUS
TranslateStretchBlt(_In_ const SG_EMITTER *Emitter, _In_ const DXGK_GDIARG_STRETCHBLT *Args,
                    _Out_ SG_DRAW *Draw)
{
    PAGED_CODE();
    SgDrawInitBlt(Draw, SOFTGPU_OP_STRETCH_BLT);
    if (Args->Mode < SOFTGPU_STRETCH_BLACKONWHITE || Args->Mode > SOFTGPU_STRETCH_COLORONCOLOR) {
        return STATUS_INVALID_PARAMETER;
    }
    Draw->Packet.Blt.flags = Args->Mode | (Args->MirrorX ? SOFTGPU_STRETCH_MIRROR_X : 0) |
                             (Args->MirrorY ? SOFTGPU_STRETCH_MIRROR_Y : 0);
    Draw->Packet.Blt.src_rect = SgRectToBoard(&Args->SrcRect);
    Draw->Packet.Blt.dst_rect = SgRectToBoard(&Args->DstRect);
    Draw->Rects = Args->pSubRects;
    Draw->RectCount = Args->NumSubRects;
    return SetScaled(Emitter, Args->SrcAllocationIndex, Args->SrcPitch, Args->DstAllocationIndex,
                     Draw);
}

static SG_PAGED NTSTATUS
TranslateTransparentBlt(_In_ const SG_EMITTER *Emitter, _In_ const DXGK_GDIARG_TRANSPARENTBLT *Args,
                        _Out_ SG_DRAW *Draw)
{
    PAGED_CODE();
    SgDrawInitBlt(Draw, SOFTGPU_OP_TRANSPARENT_BLT);
    Draw->Packet.Blt.flags = Args->Flags.HonorAlpha ? SOFTGPU_TRANSPARENT_HONOR_ALPHA : 0;
    Draw->Packet.Blt.operand = SgColourForSurface(Emitter, Args->SrcAllocationIndex, Args->Color);
    Draw->Packet.Blt.src_rect = SgRectToBoard(&Args->SrcRect);
    Draw->Packet.Blt.dst_rect = SgRectToBoard(&Args->DstRect);
    Draw->Rects = Args->pSubRects;
    Draw->RectCount = Args->NumSubRects;
    return SetScaled(Emitter, Args->SrcAllocationIndex, Args->SrcPitch, Args->DstAllocationIndex,
                     Draw);
}

/* The gamma table is needed, and a reference to it written, only when a row of it is named. */
static SG_PAGED NTSTATUS
SetGamma(_In_ const SG_EMITTER *Emitter, _In_ const DXGK_GDIARG_CLEARTYPEBLEND *Args,
         _Inout_ SG_DRAW *Draw)
{
    struct softgpu_surface *gamma = &Draw->Packet.ClearType.gamma;

    PAGED_CODE();
    Draw->Packet.ClearType.gamma_row = Args->Gamma;
    if (Args->Gamma == SOFTGPU_GAMMA_NONE) {
        return STATUS_SUCCESS;
    }
    NTSTATUS status =
        SgDescribeSurface(Emitter, Args->GammaSurfAllocationIndex, SG_OWN_PITCH, gamma);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (Args->Gamma >= SOFTGPU_GAMMA_ROWS || gamma->format != SOFTGPU_FORMAT_A8 ||
        gamma->width < SOFTGPU_GAMMA_ROW_BYTES || gamma->height < SOFTGPU_GAMMA_ROWS) {
        return STATUS_INVALID_PARAMETER;
    }
    SgDrawAddReference(Draw, Args->GammaSurfAllocationIndex, SOFTGPU_PATCH_CLEARTYPE_GAMMA);
    return STATUS_SUCCESS;
}

/* The board reads the destination itself: the temporary surface of the command is not used. */
static SG_PAGED NTSTATUS
TranslateClearTypeBlend(_In_ const SG_EMITTER *Emitter, _In_ const DXGK_GDIARG_CLEARTYPEBLEND *Args,
                        _Out_ SG_DRAW *Draw)
{
    struct softgpu_packet_cleartype *packet = &Draw->Packet.ClearType;

    PAGED_CODE();
    SgDrawInitClearType(Draw);
    NTSTATUS status =
        SgDescribeSurface(Emitter, Args->DstAllocationIndex, SG_OWN_PITCH, &packet->dst);
    if (NT_SUCCESS(status)) {
        status = SgDescribeSurface(Emitter, Args->AlphaSurfAllocationIndex, Args->AlphaSurfPitch,
                                   &packet->alpha);
    }
    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (!FormatsFit(Draw, SgEmitterAllocation(Emitter, Args->AlphaSurfAllocationIndex)->Allocation,
                    SgEmitterAllocation(Emitter, Args->DstAllocationIndex)->Allocation)) {
        return STATUS_INVALID_PARAMETER;
    }
    packet->colour = SgColourForSurface(Emitter, Args->DstAllocationIndex, Args->Color);
    packet->colour2 = SgColourForSurface(Emitter, Args->DstAllocationIndex, Args->Color2);
    packet->offset_x = Args->DstToAlphaOffsetX;
    packet->offset_y = Args->DstToAlphaOffsetY;
    Draw->Rects = Args->pSubRects;
    Draw->RectCount = Args->NumSubRects;
    SgDrawAddReference(Draw, Args->DstAllocationIndex, SOFTGPU_PATCH_CLEARTYPE_DST);
    SgDrawAddReference(Draw, Args->AlphaSurfAllocationIndex, SOFTGPU_PATCH_CLEARTYPE_ALPHA);
    return SetGamma(Emitter, Args, Draw);
}

/* The length of a record's payload, or 0 for operations that do not exist. */
static SG_PAGED UINT
PayloadSize(_In_ DXGK_RENDERKM_OPERATION OpCode)
{
    PAGED_CODE();
    switch (OpCode) {
    case DXGK_GDIOP_BITBLT:
        return sizeof(DXGK_GDIARG_BITBLT);
    case DXGK_GDIOP_COLORFILL:
        return sizeof(DXGK_GDIARG_COLORFILL);
    case DXGK_GDIOP_ALPHABLEND:
        return sizeof(DXGK_GDIARG_ALPHABLEND);
    case DXGK_GDIOP_STRETCHBLT:
        return sizeof(DXGK_GDIARG_STRETCHBLT);
    case DXGK_GDIOP_TRANSPARENTBLT:
        return sizeof(DXGK_GDIARG_TRANSPARENTBLT);
    case DXGK_GDIOP_CLEARTYPEBLEND:
        return sizeof(DXGK_GDIARG_CLEARTYPEBLEND);
    default:
        return 0;
    }
}

static SG_PAGED NTSTATUS
Translate(_In_ const SG_EMITTER *Emitter, _In_ const DXGK_RENDERKM_COMMAND *Command,
          _Out_ SG_DRAW *Draw)
{
    UINT payload = PayloadSize(Command->OpCode);
    NTSTATUS status;

    PAGED_CODE();
    if (payload == 0) {
        return STATUS_ILLEGAL_INSTRUCTION;
    }
    if (Command->CommandSize < COMMAND_HEADER_SIZE + payload) {
        return STATUS_INVALID_USER_BUFFER;
    }
    switch (Command->OpCode) {
    case DXGK_GDIOP_BITBLT:
        status = TranslateBitBlt(Emitter, &Command->Command.BitBlt, Draw);
        break;
    case DXGK_GDIOP_COLORFILL:
        status = TranslateColorFill(Emitter, &Command->Command.ColorFill, Draw);
        break;
    case DXGK_GDIOP_ALPHABLEND:
        status = TranslateAlphaBlend(Emitter, &Command->Command.AlphaBlend, Draw);
        break;
    case DXGK_GDIOP_STRETCHBLT:
        status = TranslateStretchBlt(Emitter, &Command->Command.StretchBlt, Draw);
        break;
    case DXGK_GDIOP_TRANSPARENTBLT:
        status = TranslateTransparentBlt(Emitter, &Command->Command.TransparentBlt, Draw);
        break;
    default:
        status = TranslateClearTypeBlend(Emitter, &Command->Command.ClearTypeBlend, Draw);
        break;
    }
    /* CommandSize covers the sub-rectangles too, wherever in the record they are. */
    if (NT_SUCCESS(status) &&
        Draw->RectCount > (Command->CommandSize - COMMAND_HEADER_SIZE - payload) / sizeof(RECT)) {
        status = STATUS_INVALID_USER_BUFFER;
    }
    return status;
}

/* Skips what earlier buffers hold, then writes the rest of one command. Done counts the
 * sub-rectangles behind us, Skip those that are in earlier buffers. */
static SG_PAGED NTSTATUS
RenderCommand(_Inout_ SG_EMITTER *Emitter, _In_ const DXGK_RENDERKM_COMMAND *Command,
              _In_ UINT Skip, _Inout_ UINT *Done)
{
    SG_DRAW draw;

    PAGED_CODE();
    if (Command->OpCode == DXGK_GDIOP_ESCAPE) {
        return STATUS_SUCCESS; /* reserved: to be stepped over */
    }
    NTSTATUS status = Translate(Emitter, Command, &draw);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    UINT position = Skip > *Done ? min(Skip - *Done, draw.RectCount) : 0;
    status = SgEmitDraw(Emitter, &draw, &position);
    *Done += position;
    return status;
}

/* Records are found by CommandSize, never by the size of a structure. */
static SG_PAGED NTSTATUS
RenderCommands(_Inout_ SG_EMITTER *Emitter, _In_ const DXGKARG_RENDER *Args, _Out_ UINT *Done)
{
    const UCHAR *next = Args->pCommand;
    UINT left = Args->CommandLength;

    PAGED_CODE();
    *Done = 0;
    while (left != 0) {
        const DXGK_RENDERKM_COMMAND *command = (const DXGK_RENDERKM_COMMAND *)next;
        if (left < COMMAND_HEADER_SIZE || command->CommandSize < COMMAND_HEADER_SIZE ||
            command->CommandSize > left) {
            return STATUS_INVALID_USER_BUFFER;
        }
        NTSTATUS status = RenderCommand(Emitter, command, Args->MultipassOffset, Done);
        if (!NT_SUCCESS(status)) {
            return status;
        }
        next += command->CommandSize;
        left -= command->CommandSize;
    }
    return STATUS_SUCCESS;
}

/* PASSIVE_LEVEL, threading level zero: other processes may be in here at the same time. */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgRenderKm(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    SG_EMITTER emitter;
    UINT done;

    PAGED_CODE();
    UNREFERENCED_PARAMETER(hContext);
    SgEmitterInit(&emitter, pRenderKmArgs->pDmaBuffer, pRenderKmArgs->DmaSize,
                  pRenderKmArgs->pPatchLocationListOut, pRenderKmArgs->PatchLocationListOutSize,
                  pRenderKmArgs->pAllocationList, pRenderKmArgs->AllocationListSize);
    NTSTATUS status = RenderCommands(&emitter, pRenderKmArgs, &done);
    if (NT_SUCCESS(status) || status == STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER) {
        pRenderKmArgs->pDmaBuffer = emitter.Next;
        pRenderKmArgs->pPatchLocationListOut = emitter.PatchNext;
        pRenderKmArgs->MultipassOffset = done;
    }
    return status;
}
