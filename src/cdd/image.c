/* SPDX-License-Identifier: MIT */
/*
 * libpng reports errors by longjmp, so everything it can leave behind is in struct png_job, which
 * lives in the caller's frame: no local of a function that calls setjmp is needed afterwards.
 */
#include "cdd/image.h"

#include "machine/heap.h"

#include <errno.h>
#include <png.h>
#include <stdio.h>
#include <string.h>

#define PNG_SIGNATURE_BYTES 8u

struct png_job {
    struct machine *machine;
    png_structp png;
    png_infop info;
    /* reading */
    const uint8_t *data;
    size_t size;
    size_t position;
    struct image *image;
    png_bytep *rows;
    /* writing */
    FILE *file;
    uint8_t *row;
    const uint8_t *pixels;
    uint32_t width;
    uint32_t height;
    uint32_t pitch;
    char message[160];
};

static png_voidp allocate(png_structp png, png_alloc_size_t size)
{
    struct png_job *job = png_get_mem_ptr(png);

    return machine_heap_alloc(job->machine, size);
}

static void release(png_structp png, png_voidp memory)
{
    struct png_job *job = png_get_mem_ptr(png);

    machine_heap_free(job->machine, memory);
}

static void on_error(png_structp png, png_const_charp message)
{
    struct png_job *job = png_get_error_ptr(png);

    (void)snprintf(job->message, sizeof(job->message), "%s", message);
    png_longjmp(png, 1);
}

static void on_warning(png_structp png, png_const_charp message)
{
    (void)png;
    (void)message; /* a picture that decodes is good enough */
}

static void take_bytes(png_structp png, png_bytep out, size_t count)
{
    struct png_job *job = png_get_io_ptr(png);

    if (count > job->size - job->position) {
        png_error(png, "the file ends in the middle of the picture");
    }
    memcpy(out, job->data + job->position, count);
    job->position += count;
}

/* Everything to 8-bit B, G, R, A in memory, which is a little-endian A8R8G8B8. */
static void request_argb(png_structp png, png_infop info)
{
    png_set_expand(png);
    png_set_strip_16(png);
    png_set_gray_to_rgb(png);
    png_set_add_alpha(png, 0xFF, PNG_FILLER_AFTER);
    png_set_bgr(png);
    (void)png_set_interlace_handling(png);
    png_read_update_info(png, info);
}

static bool read_pixels(struct png_job *job)
{
    if (setjmp(png_jmpbuf(job->png)) != 0) {
        return false;
    }
    png_set_read_fn(job->png, job, take_bytes);
    png_set_user_limits(job->png, IMAGE_SIZE_MAX, IMAGE_SIZE_MAX);
    png_read_info(job->png, job->info);

    struct image *image = job->image;

    image->width = png_get_image_width(job->png, job->info);
    image->height = png_get_image_height(job->png, job->info);
    if ((uint64_t)image->width * image->height > IMAGE_PIXELS_MAX) {
        png_error(job->png, "the picture has too many pixels");
    }
    request_argb(job->png, job->info);
    if (png_get_rowbytes(job->png, job->info) != (size_t)image->width * 4) {
        png_error(job->png, "unexpected row size");
    }
    image->pixels =
        machine_heap_alloc(job->machine, (size_t)image->width * image->height * sizeof(uint32_t));
    job->rows = machine_heap_alloc(job->machine, (size_t)image->height * sizeof(png_bytep));
    for (uint32_t y = 0; y < image->height; y++) {
        job->rows[y] = (png_bytep)(image->pixels + (size_t)y * image->width);
    }
    png_read_image(job->png, job->rows);
    png_read_end(job->png, NULL);
    return true;
}

NTSTATUS image_read_png(struct machine *machine, const char *name, const void *data,
                        size_t size_bytes, struct image *image, struct cdd_error *error)
{
    struct png_job job = {
        .machine = machine,
        .data = data,
        .size = size_bytes,
        .image = image,
    };
    bool done = false;

    *image = (struct image){ .machine = machine };
    if (size_bytes < PNG_SIGNATURE_BYTES || png_sig_cmp(data, 0, PNG_SIGNATURE_BYTES) != 0) {
        return cdd_error_set(error, STATUS_INVALID_IMAGE_FORMAT, "%s is not a PNG picture", name);
    }
    job.png = png_create_read_struct_2(PNG_LIBPNG_VER_STRING, &job, on_error, on_warning, &job,
                                       allocate, release);
    if (job.png != NULL) {
        job.info = png_create_info_struct(job.png);
        done = job.info != NULL && read_pixels(&job);
        png_destroy_read_struct(&job.png, &job.info, NULL);
    }
    machine_heap_free(machine, job.rows);
    if (!done) {
        image_fini(image);
        return cdd_error_set(error, STATUS_FILE_CORRUPT_ERROR, "%s cannot be decoded: %s", name,
                             job.message);
    }
    for (size_t i = 0; i < (size_t)image->width * image->height && !image->has_alpha; i++) {
        image->has_alpha = image->pixels[i] >> 24 != 0xFF;
    }
    return STATUS_SUCCESS;
}

NTSTATUS image_read_file(struct machine *machine, const char *path, uint8_t **data,
                         size_t *size_bytes, struct cdd_error *error)
{
    FILE *file = fopen(path, "rb");
    NTSTATUS status = STATUS_SUCCESS;
    long size;

    *data = NULL;
    if (file == NULL) {
        status = errno == EACCES ? STATUS_ACCESS_DENIED : STATUS_OBJECT_NAME_NOT_FOUND;
        return cdd_error_set(error, status, "%s cannot be opened: %s", path, strerror(errno));
    }
    if (fseek(file, 0, SEEK_END) != 0 || (size = ftell(file)) < 0 ||
        size > (long)IMAGE_FILE_BYTES_MAX || fseek(file, 0, SEEK_SET) != 0) {
        status = cdd_error_set(error, STATUS_FILE_CORRUPT_ERROR,
                               "%s is not a regular file of a usable size", path);
    } else {
        *size_bytes = (size_t)size;
        *data = machine_heap_alloc(machine, *size_bytes + 1);
        if (fread(*data, 1, *size_bytes, file) != *size_bytes) {
            status = cdd_error_set(error, STATUS_FILE_CORRUPT_ERROR, "%s cannot be read: %s", path,
                                   ferror(file) ? strerror(errno) : "it ends early");
            machine_heap_free(machine, *data);
            *data = NULL;
        }
    }
    (void)fclose(file);
    return status;
}

NTSTATUS image_read_png_file(struct machine *machine, const char *path, struct image *image,
                             struct cdd_error *error)
{
    uint8_t *data;
    size_t size_bytes;
    NTSTATUS status;

    *image = (struct image){ .machine = machine };
    status = image_read_file(machine, path, &data, &size_bytes, error);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = image_read_png(machine, path, data, size_bytes, image, error);
    machine_heap_free(machine, data);
    return status;
}

void image_fini(struct image *image)
{
    machine_heap_free(image->machine, image->pixels);
    *image = (struct image){ .machine = image->machine };
}

void image_premultiply(struct image *image)
{
    for (size_t i = 0; i < (size_t)image->width * image->height; i++) {
        uint32_t pixel = image->pixels[i];
        uint32_t alpha = pixel >> 24;
        uint32_t result = pixel & 0xFF000000u;

        for (uint32_t shift = 0; shift < 24; shift += 8) {
            result |= (((pixel >> shift) & 0xFFu) * alpha + 127) / 255 << shift;
        }
        image->pixels[i] = result;
    }
}

static bool write_pixels(struct png_job *job)
{
    if (setjmp(png_jmpbuf(job->png)) != 0) {
        return false;
    }
    png_init_io(job->png, job->file);
    png_set_IHDR(job->png, job->info, job->width, job->height, 8, PNG_COLOR_TYPE_RGB,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_compression_level(job->png, 6);
    png_write_info(job->png, job->info);
    job->row = machine_heap_alloc(job->machine, (size_t)job->width * 3);
    for (uint32_t y = 0; y < job->height; y++) {
        const uint8_t *source = job->pixels + (size_t)y * job->pitch;

        for (uint32_t x = 0; x < job->width; x++) {
            job->row[x * 3 + 0] = source[x * 4 + 2];
            job->row[x * 3 + 1] = source[x * 4 + 1];
            job->row[x * 3 + 2] = source[x * 4 + 0];
        }
        png_write_row(job->png, job->row);
    }
    png_write_end(job->png, job->info);
    return true;
}

NTSTATUS image_write_png_file(struct machine *machine, const char *path, const void *pixels,
                              uint32_t width, uint32_t height, uint32_t pitch_bytes,
                              struct cdd_error *error)
{
    struct png_job job = {
        .machine = machine,
        .pixels = pixels,
        .width = width,
        .height = height,
        .pitch = pitch_bytes,
    };
    bool done = false;

    job.file = fopen(path, "wb");
    if (job.file == NULL) {
        return cdd_error_set(error, STATUS_UNSUCCESSFUL, "%s cannot be created: %s", path,
                             strerror(errno));
    }
    job.png = png_create_write_struct_2(PNG_LIBPNG_VER_STRING, &job, on_error, on_warning, &job,
                                        allocate, release);
    if (job.png != NULL) {
        job.info = png_create_info_struct(job.png);
        done = job.info != NULL && write_pixels(&job);
        png_destroy_write_struct(&job.png, &job.info);
    }
    machine_heap_free(machine, job.row);
    if (fclose(job.file) != 0 && done) {
        (void)snprintf(job.message, sizeof(job.message), "%s", strerror(errno));
        done = false;
    }
    if (!done) {
        (void)remove(path);
        return cdd_error_set(error, STATUS_UNSUCCESSFUL, "%s cannot be written: %s", path,
                             job.message);
    }
    return STATUS_SUCCESS;
}

NTSTATUS image_to_surface(struct cdd *cdd, const struct image *image, D3DKMDT_GDISURFACETYPE type,
                          D3DDDIFORMAT format, struct cdd_surface **surface)
{
    NTSTATUS status = cdd_surface_create(cdd, type, image->width, image->height, format, surface);

    if (NT_SUCCESS(status)) {
        status = cdd_surface_write(*surface, cdd_surface_bounds(*surface), image->pixels,
                                   image->width * (uint32_t)sizeof(uint32_t));
        if (!NT_SUCCESS(status)) {
            cdd_surface_destroy(*surface);
            *surface = NULL;
        }
    }
    return status;
}
