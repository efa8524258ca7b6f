/* SPDX-License-Identifier: MIT */
#include "cdd/operation.h"

static void encode(const struct operation *operation, const uint32_t indices[],
                   DXGK_RENDERKM_COMMAND *command, RECT *rects, uint32_t rect_count)
{
    DXGK_GDIARG_ALPHABLEND *argument = &command->Command.AlphaBlend;

    argument->SrcRect = operation->src_rect;
    argument->DstRect = operation->dst_rect;
    argument->SrcAllocationIndex = indices[OPERATION_SRC];
    argument->DstAllocationIndex = indices[OPERATION_DST];
    argument->NumSubRects = rect_count;
    argument->pSubRects = rects;
    argument->SourceConstantAlpha = operation->constant_alpha;
    argument->SourceHasAlpha = operation->has_alpha;
    argument->SrcPitch = operation->src->pitch;
}

NTSTATUS cdd_alpha_blend(struct cdd *cdd, const struct cdd_alpha_blend *blend)
{
    struct operation operation = {
        .opcode = DXGK_GDIOP_ALPHABLEND,
        .dst = blend->dst,
        .src = blend->src,
        .dst_rect = blend->dst_rect,
        .src_rect = blend->src_rect,
        .clip = blend->clip,
        .constant_alpha = blend->constant_alpha,
        .has_alpha = blend->has_alpha,
        .encode = encode,
    };

    if (!operation_is_stretchable(&operation)) {
        return STATUS_INVALID_PARAMETER;
    }
    return operation_run(cdd, &operation);
}
