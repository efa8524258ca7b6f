/* SPDX-License-Identifier: MIT */
/*
 * GDI commands translated wrongly: the records are copied, changed, and given to the driver as if
 * they had come so. What the exercise draws is told apart by its number of sub-rectangles; copies
 * that only read or write a surface have one and stay as they are.
 */
#include "mutant.h"

typedef VOID EDIT(DXGK_RENDERKM_COMMAND *Command);

static NTSTATUS
RenderEdited(HANDLE Context, DXGKARG_RENDER *Args, EDIT *Edit)
{
    PUCHAR copy = ExAllocatePool2(POOL_FLAG_PAGED, Args->CommandLength, MUTANT_TAG);
    const VOID *commands = Args->pCommand;
    NTSTATUS status;
    ULONG at = 0;

    RtlCopyMemory(copy, commands, Args->CommandLength);
    while (at < Args->CommandLength) {
        DXGK_RENDERKM_COMMAND *command = (DXGK_RENDERKM_COMMAND *)(copy + at);

        Edit(command);
        at += command->CommandSize;
    }
    *(const VOID **)&Args->pCommand = copy;
    status = MutantOriginal.DxgkDdiRenderKm(Context, Args);
    *(const VOID **)&Args->pCommand = commands;
    ExFreePoolWithTag(copy, MUTANT_TAG);
    return status;
}

static BOOLEAN
IsCopy(const DXGK_RENDERKM_COMMAND *Command, UINT Rects)
{
    return Command->OpCode == DXGK_GDIOP_BITBLT && Command->Command.BitBlt.NumSubRects == Rects;
}

static BOOLEAN
IsFill(const DXGK_RENDERKM_COMMAND *Command, WORD Rop)
{
    return Command->OpCode == DXGK_GDIOP_COLORFILL && Command->Command.ColorFill.NumSubRects == 2 &&
           Command->Command.ColorFill.Rop == Rop;
}

static BOOLEAN
SameSize(const RECT *First, const RECT *Second)
{
    return First->right - First->left == Second->right - Second->left &&
           First->bottom - First->top == Second->bottom - Second->top;
}

static VOID
CopyAll(DXGK_RENDERKM_COMMAND *Command)
{
    DXGK_GDIARG_BITBLT *blt = &Command->Command.BitBlt;

    if (IsCopy(Command, 2) && blt->Rop == DXGK_GDIROP_SRCCOPY) {
        blt->NumSubRects = 1;
        blt->pSubRects = &blt->DstRect;
    }
}

static VOID
CopyOtherPitch(DXGK_RENDERKM_COMMAND *Command)
{
    if (IsCopy(Command, 4)) {
        Command->Command.BitBlt.SrcPitch -= 64;
    }
}

static VOID
CopyBytesAside(DXGK_RENDERKM_COMMAND *Command)
{
    if (IsCopy(Command, 3)) {
        Command->Command.BitBlt.SrcRect.left += 4;
        Command->Command.BitBlt.SrcRect.right += 4;
    }
}

static VOID
OrForXor(DXGK_RENDERKM_COMMAND *Command)
{
    if (IsCopy(Command, 2) && Command->Command.BitBlt.Rop == DXGK_GDIROP_SRCINVERT) {
        Command->Command.BitBlt.Rop = DXGK_GDIROP_SRCOR;
    }
}

static VOID
FillOrForXor(DXGK_RENDERKM_COMMAND *Command)
{
    if (IsFill(Command, DXGK_GDIROPCF_PATINVERT)) {
        Command->Command.ColorFill.Rop = DXGK_GDIROPCF_PATOR;
    }
}

static VOID
FillSwapsChannels(DXGK_RENDERKM_COMMAND *Command)
{
    DXGK_GDIARG_COLORFILL *fill = &Command->Command.ColorFill;

    if (IsFill(Command, DXGK_GDIROPCF_PATCOPY)) {
        fill->Color =
            (fill->Color & 0xFF00FF00u) | (fill->Color & 0xFF) << 16 | (fill->Color >> 16 & 0xFF);
    }
}

static VOID
BlendOpaque(DXGK_RENDERKM_COMMAND *Command)
{
    DXGK_GDIARG_ALPHABLEND *blend = &Command->Command.AlphaBlend;

    if (Command->OpCode == DXGK_GDIOP_ALPHABLEND && SameSize(&blend->SrcRect, &blend->DstRect)) {
        blend->SourceConstantAlpha = 255;
    }
}

static VOID
BlendSamplesLess(DXGK_RENDERKM_COMMAND *Command)
{
    DXGK_GDIARG_ALPHABLEND *blend = &Command->Command.AlphaBlend;

    if (Command->OpCode == DXGK_GDIOP_ALPHABLEND && !SameSize(&blend->SrcRect, &blend->DstRect)) {
        blend->SrcRect.right -= 8;
    }
}

static VOID
StretchSamplesLess(DXGK_RENDERKM_COMMAND *Command)
{
    if (Command->OpCode == DXGK_GDIOP_STRETCHBLT) {
        Command->Command.StretchBlt.SrcRect.bottom -= 8;
    }
}

static VOID
KeysOtherColor(DXGK_RENDERKM_COMMAND *Command)
{
    DXGK_GDIARG_TRANSPARENTBLT *blt = &Command->Command.TransparentBlt;

    if (Command->OpCode == DXGK_GDIOP_TRANSPARENTBLT && SameSize(&blt->SrcRect, &blt->DstRect)) {
        blt->Color ^= 0xFF;
    }
}

static VOID
TextWithoutGamma(DXGK_RENDERKM_COMMAND *Command)
{
    if (Command->OpCode == DXGK_GDIOP_CLEARTYPEBLEND) {
        Command->Command.ClearTypeBlend.Gamma = 0xFFFFFFFFu;
    }
}

static VOID
TextOtherColor(DXGK_RENDERKM_COMMAND *Command)
{
    DXGK_GDIARG_CLEARTYPEBLEND *text = &Command->Command.ClearTypeBlend;

    if (Command->OpCode == DXGK_GDIOP_CLEARTYPEBLEND && text->Gamma == 0xFFFFFFFFu) {
        text->Color ^= 0x00FFFFFF;
        text->Color2 ^= 0x00FFFFFF;
    }
}

NTSTATUS NTAPI
MutantCopiesAll(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    return RenderEdited(hContext, pRenderKmArgs, CopyAll);
}

NTSTATUS NTAPI
MutantCopiesOtherPitch(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    return RenderEdited(hContext, pRenderKmArgs, CopyOtherPitch);
}

NTSTATUS NTAPI
MutantCopiesBytesAside(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    return RenderEdited(hContext, pRenderKmArgs, CopyBytesAside);
}

NTSTATUS NTAPI
MutantOrForXor(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    return RenderEdited(hContext, pRenderKmArgs, OrForXor);
}

NTSTATUS NTAPI
MutantFillsOrForXor(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    return RenderEdited(hContext, pRenderKmArgs, FillOrForXor);
}

NTSTATUS NTAPI
MutantFillSwapsChannels(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    return RenderEdited(hContext, pRenderKmArgs, FillSwapsChannels);
}

NTSTATUS NTAPI
MutantBlendsOpaque(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    return RenderEdited(hContext, pRenderKmArgs, BlendOpaque);
}

NTSTATUS NTAPI
MutantBlendSamplesLess(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    return RenderEdited(hContext, pRenderKmArgs, BlendSamplesLess);
}

NTSTATUS NTAPI
MutantStretchSamplesLess(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    return RenderEdited(hContext, pRenderKmArgs, StretchSamplesLess);
}

NTSTATUS NTAPI
MutantKeysOtherColor(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    return RenderEdited(hContext, pRenderKmArgs, KeysOtherColor);
}

NTSTATUS NTAPI
MutantTextWithoutGamma(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    return RenderEdited(hContext, pRenderKmArgs, TextWithoutGamma);
}

NTSTATUS NTAPI
MutantTextOtherColor(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    return RenderEdited(hContext, pRenderKmArgs, TextOtherColor);
}

NTSTATUS NTAPI
MutantForgetsWrite(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    NTSTATUS status = MutantOriginal.DxgkDdiRenderKm(hContext, pRenderKmArgs);

    for (UINT i = 0; i < pRenderKmArgs->AllocationListSize; i++) {
        DXGK_ALLOCATIONLIST *element = (DXGK_ALLOCATIONLIST *)&pRenderKmArgs->pAllocationList[i];

        element->WriteOperation = 0;
    }
    return status;
}
