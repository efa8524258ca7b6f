/* SPDX-License-Identifier: MIT */
/* GRADIENT and TRIANGLES packets. */
#include "pixel_job.h"

#define GRADIENT_PIXELS_PER_NS 8u
#define TRIANGLE_PIXELS_PER_NS 1u

static uint64_t rect_pixels(const struct softgpu_rect *rect)
{
    return (uint64_t)(uint32_t)(rect->right - rect->left) * (uint32_t)(rect->bottom - rect->top);
}

/* ---- GRADIENT */

bool softgpu_gradient_check(struct softgpu_command *command)
{
    const struct softgpu_packet_gradient *packet = command->packet;

    if (command->size_bytes != SOFTGPU_GRADIENT_DWORDS * 4) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_LENGTH, 0);
    }
    if ((packet->flags & ~SOFTGPU_GRADIENT_VERTICAL) != 0) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_OPERAND, 4);
    }
    if (!softgpu_view_check(command, &packet->dst, SOFTGPU_PATCH_GRADIENT_DST,
                            SURFACE_FORMATS_32)) {
        return false;
    }
    if (!softgpu_view_contains(&packet->dst, &packet->rect)) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_RECT,
                                    offsetof(struct softgpu_packet_gradient, rect));
    }
    command->work_ns = rect_pixels(&packet->rect) / GRADIENT_PIXELS_PER_NS;
    return true;
}

static bool gradient_apply(const struct pixel_job *job, const struct raster_image *dst,
                           const struct softgpu_rect *rect, const struct raster_image *src)
{
    const struct softgpu_packet_gradient *packet = job->parameters;

    (void)src;
    raster_gradient(dst, rect, &packet->rect, packet->colour_first, packet->colour_last,
                    (packet->flags & SOFTGPU_GRADIENT_VERTICAL) != 0);
    return true;
}

bool softgpu_gradient_run(struct softgpu_command *command)
{
    const struct softgpu_packet_gradient *packet = command->packet;
    struct pixel_job job = {
        .command = command,
        .dst = &packet->dst,
        .rects = &packet->rect,
        .rect_count = 1,
        .apply = gradient_apply,
        .parameters = packet,
    };
    return softgpu_pixel_job_run(&job);
}

/* ---- TRIANGLES */

static const struct softgpu_vertex *vertices_of(const struct softgpu_packet_triangles *packet)
{
    return (const struct softgpu_vertex *)(packet + 1);
}

static bool vertex_is_valid(const struct softgpu_vertex *vertex)
{
    return vertex->x >= -SOFTGPU_VERTEX_LIMIT && vertex->x <= SOFTGPU_VERTEX_LIMIT &&
           vertex->y >= -SOFTGPU_VERTEX_LIMIT && vertex->y <= SOFTGPU_VERTEX_LIMIT &&
           vertex->reserved == 0;
}

bool softgpu_triangles_check(struct softgpu_command *command)
{
    const struct softgpu_packet_triangles *packet = command->packet;
    uint32_t count = packet->vertex_count;

    if ((packet->flags & ~SOFTGPU_TRIANGLES_FLAT) != 0 || packet->reserved != 0) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_OPERAND, 4);
    }
    if (count > SOFTGPU_TRIANGLES_VERTICES_MAX ||
        command->size_bytes != SOFTGPU_TRIANGLES_DWORDS(count) * 4) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_LENGTH, 0);
    }
    if ((count % 3) != 0) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_OPERAND,
                                    offsetof(struct softgpu_packet_triangles, vertex_count));
    }
    if (!softgpu_view_check(command, &packet->dst, SOFTGPU_PATCH_TRIANGLES_DST,
                            SURFACE_FORMATS_32)) {
        return false;
    }
    if (!softgpu_view_contains(&packet->dst, &packet->clip)) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_RECT,
                                    offsetof(struct softgpu_packet_triangles, clip));
    }
    for (uint32_t i = 0; i < count; i++) {
        if (!vertex_is_valid(&vertices_of(packet)[i])) {
            return softgpu_command_fail(command, SOFTGPU_FAULT_OPERAND,
                                        sizeof(*packet) + i * sizeof(struct softgpu_vertex));
        }
    }
    command->work_ns = rect_pixels(&packet->clip) * (count / 3) / TRIANGLE_PIXELS_PER_NS;
    return true;
}

static bool triangles_apply(const struct pixel_job *job, const struct raster_image *dst,
                            const struct softgpu_rect *rect, const struct raster_image *src)
{
    const struct softgpu_packet_triangles *packet = job->parameters;

    (void)src;
    for (uint32_t i = 0; i < packet->vertex_count; i += 3) {
        raster_triangle(dst, rect, &vertices_of(packet)[i],
                        (packet->flags & SOFTGPU_TRIANGLES_FLAT) != 0);
    }
    return true;
}

bool softgpu_triangles_run(struct softgpu_command *command)
{
    const struct softgpu_packet_triangles *packet = command->packet;
    struct pixel_job job = {
        .command = command,
        .dst = &packet->dst,
        .rects = &packet->clip,
        .rect_count = 1,
        .apply = triangles_apply,
        .parameters = packet,
    };
    return softgpu_pixel_job_run(&job);
}
