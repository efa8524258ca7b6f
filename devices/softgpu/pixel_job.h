/* SPDX-License-Identifier: MIT */
/*
 * A pixel operation over the sub-rectangles of one packet.
 *
 * The job owns what all operations have in common: every address is checked before the first
 * write, overlapping sources are read first, and surfaces that are scattered in memory are worked
 * on in bands that fit the cache.
 */
#ifndef SOFTGPU_PIXEL_JOB_H
#define SOFTGPU_PIXEL_JOB_H

#include "view.h"

struct pixel_job {
    struct softgpu_command *command;
    const struct softgpu_surface *dst;
    const struct softgpu_surface *src; /* NULL: the operation has no source */
    const struct softgpu_rect *rects;
    uint32_t rect_count;
    bool overlaps; /* apply copes with one overlapping rectangle when the pitches are equal */
    /* The source pixels a destination rectangle reads. */
    struct softgpu_rect (*source_rect)(const struct pixel_job *job,
                                       const struct softgpu_rect *rect);
    /* Draws one rectangle that is not empty. Returns false when the host is out of memory. */
    bool (*apply)(const struct pixel_job *job, const struct raster_image *dst,
                  const struct softgpu_rect *rect, const struct raster_image *src);
    const void *parameters;
};

/** softgpu_pixel_job_run - do it; false with job->command->fault filled in */
bool softgpu_pixel_job_run(const struct pixel_job *job);

/**
 * softgpu_pixel_rects_check - the rectangles at the end of a packet
 * @offset: where they start; the packet must end with the last of them
 * @pixels: out, how many pixels they cover together
 */
bool softgpu_pixel_rects_check(struct softgpu_command *command, size_t offset, uint32_t rect_count,
                               const struct softgpu_surface *dst, uint64_t *pixels);

#endif /* SOFTGPU_PIXEL_JOB_H */
