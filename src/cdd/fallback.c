/* SPDX-License-Identifier: MIT */
/*
 * Operations done by the CPU. Mapping a surface flushes and waits, so the order of operations is
 * kept. A source on the destination's own surface is copied aside first: the result is that of
 * reading everything before the first write.
 */
#include "cdd/cdd_private.h"
#include "cdd/operation.h"
#include "machine/heap.h"

#include <string.h>

RECT fallback_source_rect(const struct operation *operation)
{
    switch (operation->opcode) {
    case DXGK_GDIOP_BITBLT:
        return rect_offset(operation->bounds, operation->src_rect.left - operation->dst_rect.left,
                           operation->src_rect.top - operation->dst_rect.top);
    case DXGK_GDIOP_CLEARTYPEBLEND:
        return rect_offset(operation->bounds, operation->offset_x, operation->offset_y);
    default:
        return operation->src_rect;
    }
}

static void draw_rect(const struct cdd *cdd, const struct operation *operation,
                      const struct raster *dst, const struct raster *src, RECT rect,
                      enum raster_ties ties)
{
    const struct raster_mapping mapping = {
        .dst_rect = operation->dst_rect,
        .src_rect = operation->src_rect,
        .mirror_x = operation->mirror_x,
        .mirror_y = operation->mirror_y,
        .ties = ties,
    };

    switch (operation->opcode) {
    case DXGK_GDIOP_COLORFILL:
        cdd_raster_fill(dst, rect, operation->rop3, operation->color);
        break;
    case DXGK_GDIOP_BITBLT:
        cdd_raster_blt(dst, rect, src, operation->src_rect.left - operation->dst_rect.left,
                       operation->src_rect.top - operation->dst_rect.top, operation->rop3,
                       operation->color);
        break;
    case DXGK_GDIOP_ALPHABLEND:
        cdd_raster_alpha(dst, rect, src, &mapping, operation->constant_alpha, operation->has_alpha);
        break;
    case DXGK_GDIOP_STRETCHBLT:
        cdd_raster_stretch(dst, rect, src, &mapping, operation->mode);
        break;
    case DXGK_GDIOP_TRANSPARENTBLT:
        cdd_raster_transparent(dst, rect, src, &mapping, operation->color, operation->honor_alpha);
        break;
    case DXGK_GDIOP_CLEARTYPEBLEND:
        cdd_raster_cleartype(
            dst, rect, src, operation->offset_x, operation->offset_y, operation->color,
            operation->color2,
            operation->gamma_row == CDD_GAMMA_NONE ? NULL : cdd->gamma.rows[operation->gamma_row]);
        break;
    default:
        DXGH_ASSERT(false);
    }
}

void fallback_draw(const struct cdd *cdd, const struct operation *operation,
                   const struct raster *dst, const struct raster *src, enum raster_ties ties)
{
    struct region_cursor cursor;
    RECT rect;

    if (operation->clip == NULL) {
        draw_rect(cdd, operation, dst, src, operation->bounds, ties);
        return;
    }
    region_cursor_init(&cursor, operation->clip, operation->bounds, false, false);
    while (region_cursor_next(&cursor, &rect)) {
        draw_rect(cdd, operation, dst, src, rect, ties);
    }
}

NTSTATUS fallback_copy(struct cdd *cdd, struct cdd_surface *surface, RECT rect, struct raster *copy)
{
    size_t pitch = (size_t)rect_width(rect) * surface->bytes_per_pixel;
    uint8_t *pixels = machine_heap_alloc(cdd->machine, pitch * (size_t)rect_height(rect));
    NTSTATUS status = cdd_surface_read(surface, rect, pixels, (uint32_t)pitch);

    if (!NT_SUCCESS(status)) {
        machine_heap_free(cdd->machine, pixels);
        return status;
    }
    *copy = (struct raster){
        .pixels = pixels,
        .pitch = pitch,
        .bounds = rect,
        .bytes_per_pixel = surface->bytes_per_pixel,
    };
    return STATUS_SUCCESS;
}

NTSTATUS fallback_run(struct cdd *cdd, const struct operation *operation)
{
    struct cdd_mapping dst = { 0 };
    struct cdd_mapping src = { 0 };
    struct raster aside = { 0 };
    const struct raster *source = NULL;
    NTSTATUS status = STATUS_SUCCESS;

    if (operation->src == operation->dst) {
        status = fallback_copy(cdd, operation->src, fallback_source_rect(operation), &aside);
        source = &aside;
    } else if (operation->src != NULL) {
        status =
            cdd_surface_map(operation->src, CDD_READ, fallback_source_rect(operation), 1, &src);
        source = &src.raster;
    }
    if (!NT_SUCCESS(status)) {
        return status;
    }

    /* Pixels between the sub-rectangles must come back as they were. */
    status = cdd_surface_map(operation->dst, CDD_READ_WRITE, operation->bounds, 0, &dst);
    if (NT_SUCCESS(status)) {
        fallback_draw(cdd, operation, &dst.raster, source, RASTER_TIES_UP);
        status = cdd_surface_unmap(&dst);
    }
    if (src.surface != NULL) {
        NTSTATUS unmapped = cdd_surface_unmap(&src);

        status = NT_SUCCESS(status) ? unmapped : status;
    }
    machine_heap_free(cdd->machine, aside.pixels);
    return status;
}
