/* SPDX-License-Identifier: MIT */
/*
 * Pictures in host memory, from and to PNG.
 * Tests: tests/unit/cdd_image_test.c
 */
#ifndef CDD_IMAGE_H
#define CDD_IMAGE_H

#include "cdd/cdd.h"

#include <stddef.h>

/* Limits of a PNG we read: a file can claim anything. */
#define IMAGE_SIZE_MAX 16384u /* pixels per axis */
#define IMAGE_PIXELS_MAX (64u * 1024u * 1024u)
#define IMAGE_FILE_BYTES_MAX (256u * 1024u * 1024u)

struct image {
    struct machine *machine; /* whose heap holds the pixels */
    uint32_t width;
    uint32_t height;
    uint32_t *pixels; /* A8R8G8B8, rows without padding; owned */
    bool has_alpha;   /* some pixel is not opaque */
};

/**
 * image_read_png - decode a PNG of any kind
 * @name: for the messages
 * Returns: STATUS_SUCCESS; STATUS_INVALID_IMAGE_FORMAT when it is no PNG; STATUS_FILE_CORRUPT_ERROR
 * when it is broken, truncated or beyond the limits. On failure *image holds nothing.
 */
NTSTATUS image_read_png(struct machine *machine, const char *name, const void *data,
                        size_t size_bytes, struct image *image, struct cdd_error *error);
/**
 * image_read_png_file - the same from a file
 * Returns: also STATUS_OBJECT_NAME_NOT_FOUND or STATUS_ACCESS_DENIED when it cannot be opened.
 */
NTSTATUS image_read_png_file(struct machine *machine, const char *path, struct image *image,
                             struct cdd_error *error);
void image_fini(struct image *image);

/** image_premultiply - scale the colours by their alpha, as AlphaBlend wants them */
void image_premultiply(struct image *image);

/**
 * image_write_png_file - write 32-bit pixels as an opaque 8-bit RGB PNG
 * @pixels: X8R8G8B8, rows pitch_bytes apart
 * Returns: STATUS_SUCCESS, or STATUS_UNSUCCESSFUL with the reason; no partial file is left then.
 */
NTSTATUS image_write_png_file(struct machine *machine, const char *path, const void *pixels,
                              uint32_t width, uint32_t height, uint32_t pitch_bytes,
                              struct cdd_error *error);

/** image_to_surface - a new surface with the picture's pixels */
NTSTATUS image_to_surface(struct cdd *cdd, const struct image *image, D3DKMDT_GDISURFACETYPE type,
                          D3DDDIFORMAT format, struct cdd_surface **surface);

/** image_read_file - a whole file in machine heap memory, to be freed by the caller */
NTSTATUS image_read_file(struct machine *machine, const char *path, uint8_t **data,
                         size_t *size_bytes, struct cdd_error *error);

#endif /* CDD_IMAGE_H */
