/* SPDX-License-Identifier: MIT */
#include "cdd/operation.h"

/* The ternary code that each DXGK_GDIROP_BITBLT stands for. */
static const uint8_t blt_codes[] = {
    [DXGK_GDIROP_SRCCOPY] = 0xCC,
    [DXGK_GDIROP_SRCINVERT] = 0x66,
    [DXGK_GDIROP_SRCAND] = 0x88,
    [DXGK_GDIROP_SRCOR] = 0xEE,
};

static void encode(const struct operation *operation, const uint32_t indices[],
                   DXGK_RENDERKM_COMMAND *command, RECT *rects, uint32_t rect_count)
{
    DXGK_GDIARG_BITBLT *argument = &command->Command.BitBlt;

    argument->SrcRect = operation->src_rect;
    argument->DstRect = operation->dst_rect;
    argument->SrcAllocationIndex = indices[OPERATION_SRC];
    argument->DstAllocationIndex = indices[OPERATION_DST];
    argument->NumSubRects = rect_count;
    argument->pSubRects = rects;
    argument->Rop = (WORD)operation->rop;
    argument->Rop3 = operation->rop == DXGK_GDIROP_ROP3 ? operation->rop3 : 0;
    argument->SrcPitch = operation->src->pitch;
    argument->DstPitch = operation->dst->pitch;
}

NTSTATUS cdd_blt(struct cdd *cdd, const struct cdd_blt *blt)
{
    struct operation operation = {
        .opcode = DXGK_GDIOP_BITBLT,
        .dst = blt->dst,
        .src = blt->src,
        .dst_rect = blt->dst_rect,
        .clip = blt->clip,
        .rop = blt->rop,
        .rop3 = blt->rop3,
        .color = blt->pattern,
        .encode = encode,
    };

    if (!rect_is_valid(blt->dst_rect) || blt->src_x < -RECT_COORDINATE_LIMIT ||
        blt->src_x > RECT_COORDINATE_LIMIT || blt->src_y < -RECT_COORDINATE_LIMIT ||
        blt->src_y > RECT_COORDINATE_LIMIT || blt->rop <= DXGK_GDIROP_INVALID ||
        blt->rop > DXGK_GDIROP_ROP3 || blt->src->bytes_per_pixel != blt->dst->bytes_per_pixel) {
        return STATUS_INVALID_PARAMETER;
    }
    operation.src_rect =
        rect_at(blt->src_x, blt->src_y, rect_width(blt->dst_rect), rect_height(blt->dst_rect));
    if (blt->rop != DXGK_GDIROP_ROP3) {
        operation.rop3 = blt_codes[blt->rop];
        return operation_run(cdd, &operation);
    }
    operation_prepare(&operation);
    if (!restrict_permits(cdd, &operation)) {
        /* A driver without SupportAllBltRops still has the named ones. */
        for (uint32_t rop = DXGK_GDIROP_SRCCOPY; rop < DXGK_GDIROP_ROP3; rop++) {
            operation.rop = blt_codes[rop] == blt->rop3 ? rop : operation.rop;
        }
    }
    return operation_run(cdd, &operation);
}
