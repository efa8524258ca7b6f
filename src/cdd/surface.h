/* SPDX-License-Identifier: MIT */
/*
 * Surfaces GDI draws on: the primary, the D3DKMDT_GDISURFACETYPE kinds, and bitmaps in host memory
 * for what the driver cannot take.
 */
#ifndef CDD_SURFACE_H
#define CDD_SURFACE_H

#include "base/list.h"
#include "cdd/raster.h"
#include "dxgk/allocation.h"

struct cdd;

struct cdd_surface {
    struct list link; /* cdd->surfaces */
    struct cdd *cdd;
    /* constant */
    struct allocation *allocation; /* NULL: a bitmap in host memory, drawn by the CPU */
    uint8_t *pixels;               /* of such a bitmap; machine heap */
    D3DKMDT_GDISURFACETYPE type;   /* INVALID for the primary and for bitmaps */
    bool is_primary;
    uint32_t width; /* pixels */
    uint32_t height;
    uint32_t pitch; /* bytes; what the driver returned, 0 when it keeps that to itself */
    D3DDDIFORMAT format;
    uint32_t bytes_per_pixel;
    /* the pending batch's element that names this surface */
    uint64_t batch_serial;
    uint32_t batch_index;
    uint32_t map_count;
};

/**
 * cdd_surface_create - a surface of one of the kinds the driver knows
 * @type: TEXTURE and STAGING (GPU only), STAGING_CPUVISIBLE and EXISTINGSYSMEM (linear, for both),
 *        LOOKUPTABLE (A8, filled by a copy)
 * @format: A8R8G8B8, X8R8G8B8, or A8 for the staging kinds and the table
 * A TEXTURE beyond the driver's MaxTextureWidthShift or MaxTextureHeightShift becomes a bitmap in
 * host memory. Content is undefined (a bitmap's is 0).
 * Returns: STATUS_SUCCESS; STATUS_INVALID_PARAMETER for a size of 0 or beyond the limit of a kind
 * that cannot be a bitmap, or a format that is not for this kind; STATUS_NOT_IMPLEMENTED for the
 * cross-adapter kinds; STATUS_DRIVER_INTERNAL_ERROR when the driver returned a pitch too small or
 * not aligned to AlignmentShift for a kind the CPU sees; else the driver's refusal. Source: ddi
 * ne-d3dkmdt-_d3dkmdt_gdisurfacetype, ns-d3dkmdt-_d3dkmdt_gdisurfacedata
 */
NTSTATUS cdd_surface_create(struct cdd *cdd, D3DKMDT_GDISURFACETYPE type, uint32_t width,
                            uint32_t height, D3DDDIFORMAT format, struct cdd_surface **surface);

/** cdd_surface_create_bitmap - a surface in host memory that the driver never sees */
NTSTATUS cdd_surface_create_bitmap(struct cdd *cdd, uint32_t width, uint32_t height,
                                   D3DDDIFORMAT format, struct cdd_surface **surface);

/** cdd_surface_destroy - after what was drawn with it. Not for the primary. Accepts NULL. */
void cdd_surface_destroy(struct cdd_surface *surface);

static inline RECT cdd_surface_bounds(const struct cdd_surface *surface)
{
    return rect_make(0, 0, (int32_t)surface->width, (int32_t)surface->height);
}

/* What the CPU is going to do with a mapping. */
enum cdd_access {
    CDD_READ = 1,
    CDD_WRITE = 2, /* without READ every pixel of the rectangle must be written */
    CDD_READ_WRITE = CDD_READ | CDD_WRITE,
};

/* A rectangle of a surface in the CPU's hands. */
struct cdd_mapping {
    struct cdd_surface *surface;
    struct cdd_surface *scratch; /* the staging surface in between, or NULL */
    enum cdd_access access;
    RECT rect;
    struct raster raster; /* pixel (x, y) in the surface's own coordinates, inside rect */
};

/**
 * cdd_surface_map - let the CPU see a rectangle of a surface
 * Flushes and waits for the GPU. A surface the CPU cannot see is copied through a staging surface.
 * @slot: 0 or 1: which of two staging surfaces; two mappings alive at once need different ones
 * @rect: not empty, inside the surface
 */
NTSTATUS cdd_surface_map(struct cdd_surface *surface, enum cdd_access access, RECT rect,
                         uint32_t slot, struct cdd_mapping *mapping);
/** cdd_surface_unmap - Returns: the failure of copying back what was written. */
NTSTATUS cdd_surface_unmap(struct cdd_mapping *mapping);

/** cdd_surface_write - copy pixels in. @pixels: first pixel of rect, rows pitch_bytes apart. */
NTSTATUS cdd_surface_write(struct cdd_surface *surface, RECT rect, const void *pixels,
                           uint32_t pitch_bytes);
/** cdd_surface_read - copy pixels out */
NTSTATUS cdd_surface_read(struct cdd_surface *surface, RECT rect, void *pixels,
                          uint32_t pitch_bytes);

#endif /* CDD_SURFACE_H */
