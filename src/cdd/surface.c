/* SPDX-License-Identifier: MIT */
#include "cdd/surface.h"

#include "cdd/cdd_private.h"
#include "cdd/text_private.h"
#include "machine/heap.h"

#include <string.h>

/* Staging surfaces grow in steps, so that a run of small mappings makes one surface. */
#define SCRATCH_STEP_PIXELS 128u
/* Largest surface of any kind, pixels per axis. Choice: that of the largest MaxTextureShift. */
#define SURFACE_SIZE_MAX (1u << 18)

static uint32_t pixel_bytes(D3DDDIFORMAT format)
{
    switch (format) {
    case D3DDDIFMT_A8R8G8B8:
    case D3DDDIFMT_X8R8G8B8:
        return 4;
    case D3DDDIFMT_A8:
        return 1;
    default:
        return 0;
    }
}

static bool is_staging(D3DKMDT_GDISURFACETYPE type)
{
    return type == D3DKMDT_GDISURFACE_STAGING || type == D3DKMDT_GDISURFACE_STAGING_CPUVISIBLE ||
           type == D3DKMDT_GDISURFACE_EXISTINGSYSMEM;
}

static bool is_format_allowed(D3DKMDT_GDISURFACETYPE type, D3DDDIFORMAT format)
{
    if (type == D3DKMDT_GDISURFACE_LOOKUPTABLE) {
        return format == D3DDDIFMT_A8;
    }
    return pixel_bytes(format) == 4 || (format == D3DDDIFMT_A8 && is_staging(type));
}

static bool is_cpu_visible(D3DKMDT_GDISURFACETYPE type)
{
    return type == D3DKMDT_GDISURFACE_STAGING_CPUVISIBLE ||
           type == D3DKMDT_GDISURFACE_EXISTINGSYSMEM;
}

/* The pitch is the driver's to choose for the kinds the CPU sees, within these limits. */
static bool is_pitch_usable(const struct cdd *cdd, uint32_t pitch, uint32_t row_bytes)
{
    return pitch >= row_bytes && pitch % (1u << cdd->caps.AlignmentShift) == 0;
}

static struct cdd_surface *surface_new(struct cdd *cdd, uint32_t width, uint32_t height,
                                       D3DDDIFORMAT format)
{
    struct cdd_surface *surface = MACHINE_NEW(cdd->machine, struct cdd_surface);

    surface->cdd = cdd;
    surface->width = width;
    surface->height = height;
    surface->format = format;
    surface->bytes_per_pixel = pixel_bytes(format);
    list_push_back(&cdd->surfaces, &surface->link);
    return surface;
}

NTSTATUS cdd_surface_create(struct cdd *cdd, D3DKMDT_GDISURFACETYPE type, uint32_t width,
                            uint32_t height, D3DDDIFORMAT format, struct cdd_surface **surface)
{
    const struct surface_request request = {
        .type = D3DKMDT_STANDARDALLOCATION_GDISURFACE,
        .gdi_type = type,
        .width = width,
        .height = height,
        .format = format,
    };
    struct allocation *allocation;

    *surface = NULL;
    if (type == D3DKMDT_GDISURFACE_TEXTURE_CROSSADAPTER) {
        return STATUS_NOT_IMPLEMENTED;
    }
    if (type < D3DKMDT_GDISURFACE_TEXTURE || type > D3DKMDT_GDISURFACE_EXISTINGSYSMEM ||
        width == 0 || height == 0 || !is_format_allowed(type, format)) {
        return STATUS_INVALID_PARAMETER;
    }
    if (cdd->device == NULL) {
        return cdd_surface_create_bitmap(cdd, width, height, format, surface);
    }
    if (width > 1u << (cdd->caps.MaxTextureWidthShift + 11) ||
        height > 1u << (cdd->caps.MaxTextureHeightShift + 11)) {
        return type == D3DKMDT_GDISURFACE_TEXTURE
                   ? cdd_surface_create_bitmap(cdd, width, height, format, surface)
                   : STATUS_INVALID_PARAMETER;
    }

    NTSTATUS status = dxgk_surface_create(cdd->device, &request, &allocation);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    uint32_t pitch = dxgk_allocation_pitch(allocation);

    if (is_cpu_visible(type) && !is_pitch_usable(cdd, pitch, width * pixel_bytes(format))) {
        dxgk_allocation_destroy(allocation);
        return STATUS_DRIVER_INTERNAL_ERROR;
    }
    struct cdd_surface *created = surface_new(cdd, width, height, format);

    created->allocation = allocation;
    created->type = type;
    created->pitch = pitch;
    *surface = created;
    return STATUS_SUCCESS;
}

NTSTATUS cdd_surface_create_bitmap(struct cdd *cdd, uint32_t width, uint32_t height,
                                   D3DDDIFORMAT format, struct cdd_surface **surface)
{
    uint32_t bytes_per_pixel = pixel_bytes(format);
    uint64_t size_bytes = (uint64_t)width * height * bytes_per_pixel;

    *surface = NULL;
    if (size_bytes == 0 || width > SURFACE_SIZE_MAX || height > SURFACE_SIZE_MAX ||
        size_bytes > UINT32_MAX) {
        return STATUS_INVALID_PARAMETER;
    }
    struct cdd_surface *created = surface_new(cdd, width, height, format);

    created->pitch = width * bytes_per_pixel;
    created->pixels = machine_heap_alloc(cdd->machine, (size_t)size_bytes);
    *surface = created;
    return STATUS_SUCCESS;
}

void cdd_surface_destroy(struct cdd_surface *surface)
{
    if (surface == NULL) {
        return;
    }
    struct cdd *cdd = surface->cdd;

    DXGH_ASSERT(surface->map_count == 0);
    if (surface->allocation != NULL) {
        if (batch_names(&cdd->batch, surface)) {
            /* Failing to draw does not keep the surface alive; the next call reports the loss. */
            (void)cdd_flush(cdd);
        }
        dxgk_allocation_destroy(surface->allocation);
    }
    list_remove(&surface->link);
    machine_heap_free(cdd->machine, surface->pixels);
    machine_heap_free(cdd->machine, surface);
}

/* A staging surface of at least this size in a slot, whose content is free to overwrite. */
static NTSTATUS scratch_get(struct cdd *cdd, uint32_t slot, uint32_t width, uint32_t height,
                            D3DDDIFORMAT format, struct cdd_surface **scratch)
{
    struct cdd_surface *current = cdd->scratch[slot];

    if (current != NULL && current->format == format && current->width >= width &&
        current->height >= height) {
        DXGH_ASSERT(current->map_count == 0);
        *scratch = current;
        return STATUS_SUCCESS;
    }
    width = (uint32_t)align_up(width, SCRATCH_STEP_PIXELS);
    height = (uint32_t)align_up(height, SCRATCH_STEP_PIXELS);
    if (current != NULL && current->format == format) {
        width = DXGH_MAX(width, current->width);
        height = DXGH_MAX(height, current->height);
    }
    cdd_surface_destroy(current);
    cdd->scratch[slot] = NULL;

    NTSTATUS status = cdd_surface_create(cdd, D3DKMDT_GDISURFACE_STAGING_CPUVISIBLE, width, height,
                                         format, &cdd->scratch[slot]);
    *scratch = cdd->scratch[slot];
    return status;
}

static NTSTATUS copy(struct cdd *cdd, struct cdd_surface *dst, RECT dst_rect,
                     struct cdd_surface *src, int32_t src_x, int32_t src_y)
{
    const struct cdd_blt blt = {
        .dst = dst,
        .src = src,
        .dst_rect = dst_rect,
        .src_x = src_x,
        .src_y = src_y,
        .rop = DXGK_GDIROP_SRCCOPY,
    };

    return cdd_blt(cdd, &blt);
}

/* The surface whose memory the CPU will use: the surface itself or a staging copy of rect. */
static NTSTATUS map_memory(struct cdd_surface *surface, uint32_t offset_x, uint32_t offset_y,
                           struct raster *raster)
{
    struct cdd *cdd = surface->cdd;
    void *pointer = surface->pixels;

    if (surface->allocation != NULL) {
        NTSTATUS status = cdd_flush(cdd);

        if (NT_SUCCESS(status)) {
            status = dxgk_allocation_lock(surface->allocation, &pointer);
        }
        if (!NT_SUCCESS(status)) {
            return status;
        }
    } else if (cdd->text != NULL && cdd->shadow != NULL) {
        /* With a driver the flush does that; here it may be this very bitmap that is read. */
        NTSTATUS status = text_upload(cdd->text);

        if (!NT_SUCCESS(status)) {
            return status;
        }
    }
    surface->map_count++;
    raster->pixels = (uint8_t *)pointer + (size_t)offset_y * surface->pitch +
                     (size_t)offset_x * surface->bytes_per_pixel;
    raster->pitch = surface->pitch;
    raster->bytes_per_pixel = surface->bytes_per_pixel;
    return STATUS_SUCCESS;
}

NTSTATUS cdd_surface_map(struct cdd_surface *surface, enum cdd_access access, RECT rect,
                         uint32_t slot, struct cdd_mapping *mapping)
{
    struct cdd *cdd = surface->cdd;
    struct cdd_surface *scratch = NULL;
    struct raster raster = { .bounds = rect };
    NTSTATUS status;

    *mapping = (struct cdd_mapping){ 0 };
    DXGH_ASSERT(!rect_is_empty(rect) && rect_contains(cdd_surface_bounds(surface), rect));
    if (surface->allocation == NULL || is_cpu_visible(surface->type)) {
        status = map_memory(surface, (uint32_t)rect.left, (uint32_t)rect.top, &raster);
    } else {
        status = scratch_get(cdd, slot, (uint32_t)rect_width(rect), (uint32_t)rect_height(rect),
                             surface->format, &scratch);
        if (NT_SUCCESS(status) && (access & CDD_READ)) {
            status = copy(cdd, scratch, rect_at(0, 0, rect_width(rect), rect_height(rect)), surface,
                          rect.left, rect.top);
        }
        if (NT_SUCCESS(status)) {
            status = map_memory(scratch, 0, 0, &raster);
        }
    }
    if (NT_SUCCESS(status)) {
        *mapping = (struct cdd_mapping){
            .surface = surface,
            .scratch = scratch,
            .access = access,
            .rect = rect,
            .raster = raster,
        };
    }
    return status;
}

NTSTATUS cdd_surface_unmap(struct cdd_mapping *mapping)
{
    struct cdd_surface *mapped = mapping->scratch != NULL ? mapping->scratch : mapping->surface;
    NTSTATUS status = STATUS_SUCCESS;

    mapped->map_count--;
    if (mapped->allocation != NULL) {
        dxgk_allocation_unlock(mapped->allocation);
    }
    if (mapping->scratch != NULL && (mapping->access & CDD_WRITE)) {
        status = copy(mapped->cdd, mapping->surface, mapping->rect, mapping->scratch, 0, 0);
    }
    mapping->surface = NULL;
    return status;
}

NTSTATUS cdd_surface_write(struct cdd_surface *surface, RECT rect, const void *pixels,
                           uint32_t pitch_bytes)
{
    struct cdd_mapping mapping;
    NTSTATUS status = cdd_surface_map(surface, CDD_WRITE, rect, 0, &mapping);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    for (int32_t y = rect.top; y < rect.bottom; y++) {
        memcpy(raster_at(&mapping.raster, rect.left, y),
               (const uint8_t *)pixels + (size_t)(y - rect.top) * pitch_bytes,
               (size_t)rect_width(rect) * surface->bytes_per_pixel);
    }
    return cdd_surface_unmap(&mapping);
}

NTSTATUS cdd_surface_read(struct cdd_surface *surface, RECT rect, void *pixels,
                          uint32_t pitch_bytes)
{
    struct cdd_mapping mapping;
    NTSTATUS status = cdd_surface_map(surface, CDD_READ, rect, 0, &mapping);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    for (int32_t y = rect.top; y < rect.bottom; y++) {
        memcpy((uint8_t *)pixels + (size_t)(y - rect.top) * pitch_bytes,
               raster_at(&mapping.raster, rect.left, y),
               (size_t)rect_width(rect) * surface->bytes_per_pixel);
    }
    return cdd_surface_unmap(&mapping);
}
