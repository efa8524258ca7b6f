/* SPDX-License-Identifier: MIT */
#include "cdd/operation.h"

static void encode(const struct operation *operation, const uint32_t indices[],
                   DXGK_RENDERKM_COMMAND *command, RECT *rects, uint32_t rect_count)
{
    DXGK_GDIARG_STRETCHBLT *argument = &command->Command.StretchBlt;

    argument->SrcRect = operation->src_rect;
    argument->DstRect = operation->dst_rect;
    argument->DstAllocationIndex = indices[OPERATION_DST];
    argument->SrcAllocationIndex = indices[OPERATION_SRC];
    argument->NumSubRects = rect_count;
    argument->pSubRects = rects;
    argument->Mode = operation->mode & 0xFFFFu;
    argument->MirrorX = operation->mirror_x;
    argument->MirrorY = operation->mirror_y;
    argument->SrcPitch = operation->src->pitch;
}

NTSTATUS cdd_stretch(struct cdd *cdd, const struct cdd_stretch *stretch)
{
    struct operation operation = {
        .opcode = DXGK_GDIOP_STRETCHBLT,
        .dst = stretch->dst,
        .src = stretch->src,
        .dst_rect = stretch->dst_rect,
        .src_rect = stretch->src_rect,
        .clip = stretch->clip,
        .mode = stretch->mode,
        .mirror_x = stretch->mirror_x,
        .mirror_y = stretch->mirror_y,
        .encode = encode,
    };

    if (!operation_is_stretchable(&operation) || stretch->mode < CDD_STRETCH_BLACKONWHITE ||
        stretch->mode > CDD_STRETCH_COLORONCOLOR) {
        return STATUS_INVALID_PARAMETER;
    }
    return operation_run(cdd, &operation);
}
