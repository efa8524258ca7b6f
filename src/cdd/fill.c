/* SPDX-License-Identifier: MIT */
#include "cdd/operation.h"

/* The ternary code that each DXGK_GDIROP_COLORFILL stands for. */
static const uint8_t fill_codes[] = {
    [DXGK_GDIROPCF_PATCOPY] = 0xF0, [DXGK_GDIROPCF_PATINVERT] = 0x5A,
    [DXGK_GDIROPCF_PDXN] = 0xA5,    [DXGK_GDIROPCF_DSTINVERT] = 0x55,
    [DXGK_GDIROPCF_PATAND] = 0xA0,  [DXGK_GDIROPCF_PATOR] = 0xFA,
};

static bool uses_source(uint8_t rop3)
{
    return ((rop3 >> 2) & 0x33u) != (rop3 & 0x33u);
}

static void encode(const struct operation *operation, const uint32_t indices[],
                   DXGK_RENDERKM_COMMAND *command, RECT *rects, uint32_t rect_count)
{
    DXGK_GDIARG_COLORFILL *argument = &command->Command.ColorFill;

    argument->DstRect = operation->dst_rect;
    argument->DstAllocationIndex = indices[OPERATION_DST];
    argument->NumSubRects = rect_count;
    argument->pSubRects = rects;
    argument->Color = operation->color;
    argument->Rop = (WORD)operation->rop;
    argument->Rop3 = operation->rop == DXGK_GDIROPCF_ROP3 ? operation->rop3 : 0;
}

NTSTATUS cdd_fill(struct cdd *cdd, const struct cdd_fill *fill)
{
    struct operation operation = {
        .opcode = DXGK_GDIOP_COLORFILL,
        .dst = fill->dst,
        .dst_rect = fill->dst_rect,
        .clip = fill->clip,
        .rop = fill->rop,
        .rop3 = fill->rop3,
        .color = fill->color,
        .encode = encode,
    };

    if (!rect_is_valid(fill->dst_rect) || fill->rop <= DXGK_GDIROPCF_INVALID ||
        fill->rop > DXGK_GDIROPCF_ROP3 ||
        (fill->rop == DXGK_GDIROPCF_ROP3 && uses_source(fill->rop3))) {
        return STATUS_INVALID_PARAMETER;
    }
    if (fill->rop != DXGK_GDIROPCF_ROP3) {
        operation.rop3 = fill_codes[fill->rop];
        return operation_run(cdd, &operation);
    }
    operation_prepare(&operation);
    if (!restrict_permits(cdd, &operation)) {
        /* A driver without SupportAllBltRops still has the named ones. */
        for (uint32_t rop = DXGK_GDIROPCF_PATCOPY; rop < DXGK_GDIROPCF_ROP3; rop++) {
            operation.rop = fill_codes[rop] == fill->rop3 ? rop : operation.rop;
        }
    }
    return operation_run(cdd, &operation);
}
