/* SPDX-License-Identifier: MIT */
#include "cdd/operation.h"

static void encode(const struct operation *operation, const uint32_t indices[],
                   DXGK_RENDERKM_COMMAND *command, RECT *rects, uint32_t rect_count)
{
    DXGK_GDIARG_TRANSPARENTBLT *argument = &command->Command.TransparentBlt;

    argument->SrcRect = operation->src_rect;
    argument->DstRect = operation->dst_rect;
    argument->SrcAllocationIndex = indices[OPERATION_SRC];
    argument->DstAllocationIndex = indices[OPERATION_DST];
    argument->Color = operation->color;
    argument->NumSubRects = rect_count;
    argument->pSubRects = rects;
    argument->Flags.HonorAlpha = operation->honor_alpha;
    argument->SrcPitch = operation->src->pitch;
}

NTSTATUS cdd_transparent(struct cdd *cdd, const struct cdd_transparent *transparent)
{
    struct operation operation = {
        .opcode = DXGK_GDIOP_TRANSPARENTBLT,
        .dst = transparent->dst,
        .src = transparent->src,
        .dst_rect = transparent->dst_rect,
        .src_rect = transparent->src_rect,
        .clip = transparent->clip,
        .color = transparent->color,
        .honor_alpha = transparent->honor_alpha,
        .encode = encode,
    };

    if (!operation_is_stretchable(&operation)) {
        return STATUS_INVALID_PARAMETER;
    }
    return operation_run(cdd, &operation);
}
