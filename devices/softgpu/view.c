/* SPDX-License-Identifier: MIT */
/* Surfaces: checked references, in-place or staged access. */
#include "view.h"

#include <string.h>

static uint32_t format_bit(uint32_t format)
{
    return format >= SOFTGPU_FORMAT_X8R8G8B8 && format <= SOFTGPU_FORMAT_A8 ? SURFACE_FORMAT(format)
                                                                            : 0;
}

bool softgpu_view_check(struct softgpu_command *command, const struct softgpu_surface *reference,
                        size_t offset, uint32_t formats)
{
    uint32_t bytes = raster_pixel_bytes(reference->format);

    if ((format_bit(reference->format) & formats) == 0) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_SURFACE,
                                    offset + offsetof(struct softgpu_surface, format));
    }
    if (reference->width == 0 || reference->width > SOFTGPU_SURFACE_SIZE_MAX ||
        reference->height == 0 || reference->height > SOFTGPU_SURFACE_SIZE_MAX) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_SURFACE,
                                    offset + offsetof(struct softgpu_surface, width));
    }
    if ((reference->pitch % 4) != 0 || reference->pitch > SOFTGPU_SURFACE_PITCH_MAX ||
        reference->pitch < reference->width * bytes) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_SURFACE,
                                    offset + offsetof(struct softgpu_surface, pitch));
    }
    if (bytes != 1 && (reference->address % 4) != 0) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_SURFACE, offset);
    }
    return true;
}

bool softgpu_view_contains(const struct softgpu_surface *reference, const struct softgpu_rect *rect)
{
    return rect->left >= 0 && rect->left <= rect->right && rect->top >= 0 &&
           rect->top <= rect->bottom && (uint32_t)rect->right <= reference->width &&
           (uint32_t)rect->bottom <= reference->height;
}

void softgpu_view_open(struct softgpu_view *surface, struct dxghost_device *device,
                       const struct softgpu_surface *reference)
{
    uint32_t bytes = raster_pixel_bytes(reference->format);
    uint64_t size =
        (uint64_t)(reference->height - 1) * reference->pitch + (uint64_t)reference->width * bytes;
    uint8_t *pixels = softgpu_memory_map(device, reference->address, size);

    *surface = (struct softgpu_view){
        .device = device,
        .reference = reference,
        .pixel_bytes = bytes,
        .direct = pixels != NULL,
        .image = { .pixels = pixels, .pitch = reference->pitch, .format = reference->format },
    };
}

static uint64_t row_address(const struct softgpu_view *surface, const struct softgpu_rect *rect,
                            int32_t y)
{
    return surface->reference->address + (uint64_t)(uint32_t)y * surface->reference->pitch +
           (uint64_t)(uint32_t)rect->left * surface->pixel_bytes;
}

static uint64_t row_bytes(const struct softgpu_view *surface, const struct softgpu_rect *rect)
{
    return (uint64_t)(uint32_t)(rect->right - rect->left) * surface->pixel_bytes;
}

bool softgpu_view_usable(const struct softgpu_view *surface, const struct softgpu_rect *rect,
                         uint64_t *bad)
{
    uint64_t length = row_bytes(surface, rect);

    if (surface->direct || length == 0) {
        return true;
    }
    for (int32_t y = rect->top; y < rect->bottom; y++) {
        if (!softgpu_memory_check(surface->device, row_address(surface, rect, y), length, bad)) {
            return false;
        }
    }
    return true;
}

struct raster_image softgpu_view_image(uint32_t format, const struct softgpu_rect *rect,
                                       size_t *size_bytes)
{
    uint32_t bytes = raster_pixel_bytes(format);
    uint32_t pitch = ((uint32_t)(rect->right - rect->left) * bytes + 3u) & ~3u;

    *size_bytes = (size_t)pitch * (size_t)(rect->bottom - rect->top);
    return (struct raster_image){
        .pitch = pitch,
        .format = format,
        .origin_x = rect->left,
        .origin_y = rect->top,
    };
}

static uint8_t *image_row(const struct raster_image *image, const struct softgpu_rect *rect,
                          int32_t y, uint32_t bytes)
{
    return image->pixels + (size_t)(y - image->origin_y) * image->pitch +
           (size_t)(rect->left - image->origin_x) * bytes;
}

bool softgpu_view_read(const struct softgpu_view *surface, const struct softgpu_rect *rect,
                       const struct raster_image *image, uint64_t *bad)
{
    uint64_t length = row_bytes(surface, rect);

    for (int32_t y = rect->top; y < rect->bottom && length != 0; y++) {
        uint8_t *to = image_row(image, rect, y, surface->pixel_bytes);
        if (surface->direct) {
            memcpy(to, image_row(&surface->image, rect, y, surface->pixel_bytes), length);
        } else if (!softgpu_memory_read(surface->device, row_address(surface, rect, y), to, length,
                                        bad)) {
            return false;
        }
    }
    return true;
}

bool softgpu_view_load(const struct softgpu_view *surface, const struct softgpu_rect *rect,
                       enum softgpu_scratch_use use, struct raster_image *image, uint64_t *bad)
{
    size_t size;

    if (surface->direct) {
        *image = surface->image;
        return true;
    }
    *image = softgpu_view_image(surface->reference->format, rect, &size);
    image->pixels = softgpu_scratch_get(surface->device, use, size);
    if (image->pixels == NULL) {
        *bad = 0;
        return false;
    }
    return softgpu_view_read(surface, rect, image, bad);
}

void softgpu_view_store(const struct softgpu_view *surface, const struct softgpu_rect *rect,
                        const struct raster_image *image)
{
    if (surface->direct) {
        return;
    }
    for (int32_t y = rect->top; y < rect->bottom; y++) {
        softgpu_memory_write(surface->device, row_address(surface, rect, y),
                             image_row(image, rect, y, surface->pixel_bytes),
                             row_bytes(surface, rect));
    }
}
