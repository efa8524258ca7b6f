/* SPDX-License-Identifier: MIT */
/*
 * Surfaces in GPU memory as images in host memory.
 *
 * A surface in one piece of host memory (VRAM, contiguous system memory, neighbouring pages) is
 * used in place. Any other is staged: a rectangle is gathered into scratch memory, drawn on and
 * scattered back.
 */
#ifndef SOFTGPU_VIEW_H
#define SOFTGPU_VIEW_H

#include "command.h"
#include "raster.h"

/* Sets of formats a packet allows. */
#define SURFACE_FORMAT(format) (1u << (format))
#define SURFACE_FORMATS_32                                                                         \
    (SURFACE_FORMAT(SOFTGPU_FORMAT_X8R8G8B8) | SURFACE_FORMAT(SOFTGPU_FORMAT_A8R8G8B8))
#define SURFACE_FORMATS_32_16 (SURFACE_FORMATS_32 | SURFACE_FORMAT(SOFTGPU_FORMAT_R5G6B5))
#define SURFACE_FORMATS_8 SURFACE_FORMAT(SOFTGPU_FORMAT_A8)
#define SURFACE_FORMATS_ALL (SURFACE_FORMATS_32_16 | SURFACE_FORMATS_8)

/* One surface during one packet. */
struct softgpu_view {
    struct dxghost_device *device;
    const struct softgpu_surface *reference;
    uint32_t pixel_bytes;
    bool direct;               /* image is the whole surface */
    struct raster_image image; /* when direct */
};

/** softgpu_view_check - are a reference's fields sensible? offset is where it stands in the packet.
 */
bool softgpu_view_check(struct softgpu_command *command, const struct softgpu_surface *reference,
                        size_t offset, uint32_t formats);
/** softgpu_view_contains - whether a well-ordered rectangle lies inside the surface */
bool softgpu_view_contains(const struct softgpu_surface *reference,
                           const struct softgpu_rect *rect);

void softgpu_view_open(struct softgpu_view *surface, struct dxghost_device *device,
                       const struct softgpu_surface *reference);
/** softgpu_view_usable - can all memory of a rectangle be used? Else *bad is an address that
 * cannot. */
bool softgpu_view_usable(const struct softgpu_view *surface, const struct softgpu_rect *rect,
                         uint64_t *bad);
/**
 * softgpu_view_load - an image of a rectangle: the surface itself, or a copy in scratch memory
 * Returns: false with *bad for memory, or with *bad 0 when the host is out of memory.
 */
bool softgpu_view_load(const struct softgpu_view *surface, const struct softgpu_rect *rect,
                       enum softgpu_scratch_use use, struct raster_image *image, uint64_t *bad);
/** softgpu_view_store - write a loaded rectangle back; nothing to do for one used in place */
void softgpu_view_store(const struct softgpu_view *surface, const struct softgpu_rect *rect,
                        const struct raster_image *image);

/** softgpu_view_image - describe scratch memory as an image of a rectangle; *size_bytes is what it
 * takes */
struct raster_image softgpu_view_image(uint32_t format, const struct softgpu_rect *rect,
                                       size_t *size_bytes);
/** softgpu_view_read - copy a rectangle of a surface into an image that contains it */
bool softgpu_view_read(const struct softgpu_view *surface, const struct softgpu_rect *rect,
                       const struct raster_image *image, uint64_t *bad);

#endif /* SOFTGPU_VIEW_H */
