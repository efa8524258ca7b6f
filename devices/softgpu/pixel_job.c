/* SPDX-License-Identifier: MIT */
/* The common part of all pixel operations. */
#include "pixel_job.h"

#define BAND_BYTES (256u << 10)

static bool is_empty(const struct softgpu_rect *rect)
{
    return rect->left == rect->right || rect->top == rect->bottom;
}

bool softgpu_pixel_rects_check(struct softgpu_command *command, size_t offset, uint32_t rect_count,
                               const struct softgpu_surface *dst, uint64_t *pixels)
{
    const struct softgpu_rect *rects =
        (const struct softgpu_rect *)((const char *)command->packet + offset);

    *pixels = 0;
    if (rect_count > SOFTGPU_PACKET_DWORDS_MAX ||
        offset + rect_count * sizeof(struct softgpu_rect) != command->size_bytes) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_LENGTH, 0);
    }
    for (uint32_t i = 0; i < rect_count; i++) {
        if (!softgpu_view_contains(dst, &rects[i])) {
            return softgpu_command_fail(command, SOFTGPU_FAULT_RECT,
                                        offset + i * sizeof(struct softgpu_rect));
        }
        *pixels += (uint64_t)(uint32_t)(rects[i].right - rects[i].left) *
                   (uint32_t)(rects[i].bottom - rects[i].top);
    }
    return true;
}

static bool job_fail(const struct pixel_job *job, uint64_t bad)
{
    return softgpu_command_fail_at(job->command,
                                   bad != 0 ? SOFTGPU_FAULT_ADDRESS : SOFTGPU_FAULT_MEMORY, bad);
}

static void box_add(struct softgpu_rect *box, const struct softgpu_rect *rect)
{
    if (is_empty(box)) {
        *box = *rect;
        return;
    }
    box->left = rect->left < box->left ? rect->left : box->left;
    box->top = rect->top < box->top ? rect->top : box->top;
    box->right = rect->right > box->right ? rect->right : box->right;
    box->bottom = rect->bottom > box->bottom ? rect->bottom : box->bottom;
}

/* The boxes around everything the job writes and reads. */
struct job_boxes {
    struct softgpu_rect dst;
    struct softgpu_rect src;
};

/* Checks all memory and computes the boxes; nothing has been written when this fails. */
static bool job_prepare(const struct pixel_job *job, const struct softgpu_view *dst,
                        const struct softgpu_view *src, struct job_boxes *boxes)
{
    uint64_t bad = 0;

    *boxes = (struct job_boxes){ 0 };
    for (uint32_t i = 0; i < job->rect_count; i++) {
        const struct softgpu_rect *rect = &job->rects[i];
        if (is_empty(rect)) {
            continue;
        }
        box_add(&boxes->dst, rect);
        if (!softgpu_view_usable(dst, rect, &bad)) {
            return softgpu_command_fail_at(job->command, SOFTGPU_FAULT_ADDRESS, bad);
        }
        if (src != NULL) {
            struct softgpu_rect from = job->source_rect(job, rect);
            box_add(&boxes->src, &from);
            if (!softgpu_view_usable(src, &from, &bad)) {
                return softgpu_command_fail_at(job->command, SOFTGPU_FAULT_ADDRESS, bad);
            }
        }
    }
    return true;
}

/* The bytes of a box as a range of host addresses (both in place) or of GPU addresses. */
static void footprint(const struct softgpu_view *surface, bool host, const struct softgpu_rect *box,
                      uint64_t *first, uint64_t *end)
{
    uint64_t base = host ? (uint64_t)(uintptr_t)surface->image.pixels : surface->reference->address;
    uint32_t pitch = surface->reference->pitch;
    uint32_t bytes = surface->pixel_bytes;

    *first = base + (uint64_t)(uint32_t)box->top * pitch + (uint64_t)(uint32_t)box->left * bytes;
    *end = base + (uint64_t)(uint32_t)(box->bottom - 1) * pitch +
           (uint64_t)(uint32_t)box->right * bytes;
}

static bool boxes_overlap(const struct softgpu_view *dst, const struct softgpu_view *src,
                          const struct job_boxes *boxes)
{
    bool host = dst->direct && src->direct;
    uint64_t dst_first, dst_end, src_first, src_end;

    footprint(dst, host, &boxes->dst, &dst_first, &dst_end);
    footprint(src, host, &boxes->src, &src_first, &src_end);
    if (dst_first >= src_end || src_first >= dst_end) {
        return false;
    }

    bool same_base = host ? dst->image.pixels == src->image.pixels
                          : dst->reference->address == src->reference->address;
    bool same_grid = same_base && dst->reference->pitch == src->reference->pitch &&
                     dst->pixel_bytes == src->pixel_bytes;
    if (!same_grid) {
        return true;
    }
    return boxes->dst.left < boxes->src.right && boxes->src.left < boxes->dst.right &&
           boxes->dst.top < boxes->src.bottom && boxes->src.top < boxes->dst.bottom;
}

/* Reads all source rectangles into one image, so that writes cannot reach them. */
static bool source_snapshot(const struct pixel_job *job, const struct softgpu_view *src,
                            const struct softgpu_rect *box, struct raster_image *image)
{
    size_t size;
    uint64_t bad = 0;

    *image = softgpu_view_image(src->reference->format, box, &size);
    image->pixels = softgpu_scratch_get(src->device, SOFTGPU_SCRATCH_SNAPSHOT, size);
    if (image->pixels == NULL) {
        return job_fail(job, 0);
    }
    for (uint32_t i = 0; i < job->rect_count; i++) {
        if (is_empty(&job->rects[i])) {
            continue;
        }
        struct softgpu_rect from = job->source_rect(job, &job->rects[i]);
        if (!softgpu_view_read(src, &from, image, &bad)) {
            return job_fail(job, bad);
        }
    }
    return true;
}

/* One rectangle, in bands when a surface is staged. snapshot is NULL when there is none. */
static bool rect_run(const struct pixel_job *job, const struct softgpu_view *dst,
                     const struct softgpu_view *src, const struct raster_image *snapshot,
                     const struct softgpu_rect *rect)
{
    bool staged = !dst->direct || (src != NULL && snapshot == NULL && !src->direct);
    uint32_t row_bytes = (uint32_t)(rect->right - rect->left) * dst->pixel_bytes;
    int32_t rows = staged ? (int32_t)(BAND_BYTES / row_bytes) : rect->bottom - rect->top;
    uint64_t bad = 0;

    rows = rows < 1 ? 1 : rows;
    for (int32_t y = rect->top; y < rect->bottom; y += rows) {
        int32_t end = rect->bottom - y < rows ? rect->bottom : y + rows;
        struct softgpu_rect band = { rect->left, y, rect->right, end };
        struct raster_image to, from = { 0 };

        if (snapshot != NULL) {
            from = *snapshot;
        } else if (src != NULL) {
            struct softgpu_rect source = job->source_rect(job, &band);
            if (!softgpu_view_load(src, &source, SOFTGPU_SCRATCH_SRC, &from, &bad)) {
                return job_fail(job, bad);
            }
        }
        if (!softgpu_view_load(dst, &band, SOFTGPU_SCRATCH_DST, &to, &bad)) {
            return job_fail(job, bad);
        }
        if (!job->apply(job, &to, &band, src != NULL ? &from : NULL)) {
            return job_fail(job, 0);
        }
        softgpu_view_store(dst, &band, &to);
    }
    return true;
}

bool softgpu_pixel_job_run(const struct pixel_job *job)
{
    struct dxghost_device *device = job->command->device;
    struct softgpu_view dst, src;
    struct job_boxes boxes;
    struct raster_image snapshot;
    const struct softgpu_view *source = job->src != NULL ? &src : NULL;

    softgpu_view_open(&dst, device, job->dst);
    if (source != NULL) {
        softgpu_view_open(&src, device, job->src);
    }
    if (!job_prepare(job, &dst, source, &boxes)) {
        return false;
    }
    if (is_empty(&boxes.dst)) {
        return true;
    }

    bool overlap = source != NULL && boxes_overlap(&dst, source, &boxes);
    if (overlap && job->overlaps && job->rect_count == 1 && dst.direct && src.direct &&
        dst.image.pitch == src.image.pitch && dst.pixel_bytes == src.pixel_bytes) {
        overlap = false;
    }
    if (overlap && !source_snapshot(job, source, &boxes.src, &snapshot)) {
        return false;
    }
    for (uint32_t i = 0; i < job->rect_count; i++) {
        if (!is_empty(&job->rects[i]) &&
            !rect_run(job, &dst, source, overlap ? &snapshot : NULL, &job->rects[i])) {
            return false;
        }
    }
    return true;
}
