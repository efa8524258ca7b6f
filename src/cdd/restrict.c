/* SPDX-License-Identifier: MIT */
/*
 * What the driver may be asked for: DXGK_PRESENTATIONCAPS and the uses of each surface type.
 *
 * Source: ddi ns-d3dkmddi-_dxgk_presentationcaps, ne-d3dkmdt-_d3dkmdt_gdisurfacetype,
 * ns-d3dkmddi-_dxgk_gdiarg_*; display/reporting-optional-support-for-rendering-operations.md
 */
#include "cdd/cdd_private.h"
#include "cdd/operation.h"

static bool is_linear(const struct cdd_surface *surface)
{
    return surface->type == D3DKMDT_GDISURFACE_STAGING_CPUVISIBLE ||
           surface->type == D3DKMDT_GDISURFACE_EXISTINGSYSMEM;
}

static bool is_copy(const struct operation *operation)
{
    return operation->opcode == DXGK_GDIOP_BITBLT && operation->rop == DXGK_GDIROP_SRCCOPY;
}

/*
 * Surfaces the CPU shares are destinations of plain copies only; so is the lookup table.
 * @start: leftmost column used of this surface. StagingRectStartPitchAligned wants it to be 0; clip
 * rectangles would start elsewhere.
 */
static bool surface_permits(const struct cdd *cdd, const struct operation *operation,
                            const struct cdd_surface *surface, int32_t start)
{
    if (surface->allocation == NULL) {
        return false;
    }
    if ((surface->type == D3DKMDT_GDISURFACE_LOOKUPTABLE || surface->bytes_per_pixel != 4) &&
        !is_copy(operation)) {
        return false;
    }
    if (is_linear(surface)) {
        if (surface == operation->dst && !is_copy(operation)) {
            return false;
        }
        if (cdd->caps.StagingRectStartPitchAligned && (start != 0 || operation->clip != NULL)) {
            return false;
        }
    }
    return true;
}

static bool same_bitmap_permits(DXGK_PRESENTATIONCAPS caps, const struct operation *operation)
{
    if (operation->src != operation->dst) {
        return true;
    }
    if (operation->dst->is_primary &&
        (caps.NoScreenToScreenBlt || (caps.NoOverlapScreenBlt && operation->overlaps))) {
        return false;
    }
    switch (operation->opcode) {
    case DXGK_GDIOP_BITBLT:
        return !caps.NoSameBitmapBitBlt &&
               !(operation->overlaps && caps.NoSameBitmapOverlappedBitBlt);
    case DXGK_GDIOP_ALPHABLEND:
        return !caps.NoSameBitmapAlphaBlend &&
               !(operation->overlaps && caps.NoSameBitmapOverlappedAlphaBlend);
    case DXGK_GDIOP_STRETCHBLT:
        return !caps.NoSameBitmapStretchBlt &&
               !(operation->overlaps && caps.NoSameBitmapOverlappedStretchBlt);
    case DXGK_GDIOP_TRANSPARENTBLT:
        /* An overlapping one is never sent, whatever the caps say. */
        return !caps.NoSameBitmapTransparentBlt && !operation->overlaps;
    default:
        return true;
    }
}

static bool uses_pattern(uint8_t rop3)
{
    return (rop3 >> 4) != (rop3 & 0x0Fu);
}

static bool value_permits(DXGK_PRESENTATIONCAPS caps, const struct operation *operation)
{
    switch (operation->opcode) {
    case DXGK_GDIOP_BITBLT:
        /* DXGK_GDIARG_BITBLT has no member for the colour of P, so a code that uses it cannot be
         * expressed. */
        return operation->rop != DXGK_GDIROP_ROP3 ||
               (caps.SupportAllBltRops && !uses_pattern(operation->rop3));
    case DXGK_GDIOP_COLORFILL:
        return operation->rop != DXGK_GDIROPCF_ROP3 || caps.SupportAllBltRops;
    case DXGK_GDIOP_STRETCHBLT:
        if ((operation->mirror_x || operation->mirror_y) && !caps.SupportMirrorStretchBlt) {
            return false;
        }
        return operation->mode == CDD_STRETCH_COLORONCOLOR || caps.SupportMonoStretchBltModes;
    default:
        return true;
    }
}

/* The leftmost column of the source that an operation reads. */
static int32_t source_start(const struct operation *operation)
{
    switch (operation->opcode) {
    case DXGK_GDIOP_BITBLT:
        return operation->bounds.left - operation->dst_rect.left + operation->src_rect.left;
    case DXGK_GDIOP_CLEARTYPEBLEND:
        return operation->bounds.left + operation->offset_x;
    default:
        return operation->src_rect.left;
    }
}

bool restrict_permits(const struct cdd *cdd, const struct operation *operation)
{
    if (!surface_permits(cdd, operation, operation->dst, operation->bounds.left)) {
        return false;
    }
    if (operation->src != NULL &&
        !surface_permits(cdd, operation, operation->src, source_start(operation))) {
        return false;
    }
    return same_bitmap_permits(cdd->caps, operation) && value_permits(cdd->caps, operation);
}
