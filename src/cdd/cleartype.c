/* SPDX-License-Identifier: MIT */
#include "cdd/cdd_private.h"
#include "cdd/operation.h"

static void encode(const struct operation *operation, const uint32_t indices[],
                   DXGK_RENDERKM_COMMAND *command, RECT *rects, uint32_t rect_count)
{
    DXGK_GDIARG_CLEARTYPEBLEND *argument = &command->Command.ClearTypeBlend;

    argument->DstRect = operation->dst_rect;
    argument->TmpSurfAllocationIndex = indices[OPERATION_TEMP];
    argument->GammaSurfAllocationIndex = indices[OPERATION_GAMMA];
    argument->AlphaSurfAllocationIndex = indices[OPERATION_SRC];
    argument->DstAllocationIndex = indices[OPERATION_DST];
    argument->DstToAlphaOffsetX = operation->offset_x;
    argument->DstToAlphaOffsetY = operation->offset_y;
    argument->Color = operation->color;
    argument->Gamma = operation->gamma_row;
    argument->NumSubRects = rect_count;
    argument->pSubRects = rects;
    argument->AlphaSurfPitch = operation->src->pitch;
    argument->Color2 = operation->color2;
}

/* A surface of the destination's size for drivers that read the destination through one. */
static NTSTATUS temp_get(struct cdd *cdd, const struct cdd_surface *dst,
                         struct cdd_surface **surface)
{
    struct cdd_surface *temp = cdd->cleartype_temp;

    *surface = NULL;
    if (cdd->caps.NoTempSurfaceForClearTypeBlend || dst->allocation == NULL) {
        return STATUS_SUCCESS;
    }
    if (temp == NULL || temp->width < dst->width || temp->height < dst->height) {
        uint32_t width = temp == NULL ? dst->width : DXGH_MAX(temp->width, dst->width);
        uint32_t height = temp == NULL ? dst->height : DXGH_MAX(temp->height, dst->height);

        cdd_surface_destroy(temp);
        cdd->cleartype_temp = NULL;
        NTSTATUS status = cdd_surface_create(cdd, D3DKMDT_GDISURFACE_TEXTURE, width, height,
                                             D3DDDIFMT_A8R8G8B8, &temp);
        if (!NT_SUCCESS(status)) {
            return status;
        }
        cdd->cleartype_temp = temp;
    }
    *surface = temp;
    return STATUS_SUCCESS;
}

NTSTATUS cdd_cleartype(struct cdd *cdd, const struct cdd_cleartype *cleartype)
{
    struct operation operation = {
        .opcode = DXGK_GDIOP_CLEARTYPEBLEND,
        .dst = cleartype->dst,
        .src = cleartype->alpha,
        .dst_rect = cleartype->dst_rect,
        .clip = cleartype->clip,
        .color = gamma_correct(&cdd->gamma, cleartype->gamma_row, cleartype->color),
        .color2 = cleartype->color,
        .gamma_row = cleartype->gamma_row,
        .offset_x = cleartype->offset_x,
        .offset_y = cleartype->offset_y,
        .encode = encode,
    };

    if (!rect_is_valid(cleartype->dst_rect) || cleartype->offset_x < -RECT_COORDINATE_LIMIT ||
        cleartype->offset_x > RECT_COORDINATE_LIMIT ||
        cleartype->offset_y < -RECT_COORDINATE_LIMIT ||
        cleartype->offset_y > RECT_COORDINATE_LIMIT || cleartype->alpha == cleartype->dst ||
        cleartype->dst->bytes_per_pixel != 4 || cleartype->alpha->bytes_per_pixel != 4 ||
        (cleartype->gamma_row >= GAMMA_ROWS && cleartype->gamma_row != CDD_GAMMA_NONE)) {
        return STATUS_INVALID_PARAMETER;
    }
    operation.src_rect = rect_offset(cleartype->dst_rect, cleartype->offset_x, cleartype->offset_y);

    /* The table goes along even without gamma, so that every index of the record is good. */
    NTSTATUS status = gamma_surface_get(cdd, &operation.gamma);
    if (NT_SUCCESS(status)) {
        status = temp_get(cdd, cleartype->dst, &operation.temp);
    }
    return NT_SUCCESS(status) ? operation_run(cdd, &operation) : status;
}
