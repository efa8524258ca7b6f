/* SPDX-License-Identifier: MIT */
/* CLEARTYPE_BLEND packets. */
#include "pixel_job.h"

struct cleartype_parameters {
    struct raster_cleartype raster;
    uint8_t gamma[SOFTGPU_GAMMA_ROW_BYTES];
};

static const struct softgpu_rect *rects_of(const struct softgpu_packet_cleartype *packet)
{
    return (const struct softgpu_rect *)(packet + 1);
}

static bool offset_ok(int32_t offset)
{
    return offset >= -SOFTGPU_COORDINATE_LIMIT && offset <= SOFTGPU_COORDINATE_LIMIT;
}

static bool gamma_check(struct softgpu_command *command)
{
    const struct softgpu_packet_cleartype *packet = command->packet;

    if (packet->gamma_row == SOFTGPU_GAMMA_NONE) {
        return true;
    }
    if (packet->gamma_row >= SOFTGPU_GAMMA_ROWS) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_OPERAND,
                                    offsetof(struct softgpu_packet_cleartype, gamma_row));
    }
    if (!softgpu_view_check(command, &packet->gamma, SOFTGPU_PATCH_CLEARTYPE_GAMMA,
                            SURFACE_FORMATS_8)) {
        return false;
    }
    if (packet->gamma.width < SOFTGPU_GAMMA_ROW_BYTES ||
        packet->gamma.height < SOFTGPU_GAMMA_ROWS) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_SURFACE,
                                    offsetof(struct softgpu_packet_cleartype, gamma.width));
    }
    return true;
}

bool softgpu_cleartype_check(struct softgpu_command *command)
{
    const struct softgpu_packet_cleartype *packet = command->packet;
    uint64_t pixels;

    if (packet->flags != 0) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_OPERAND, 4);
    }
    if (!offset_ok(packet->offset_x) || !offset_ok(packet->offset_y)) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_OPERAND,
                                    offsetof(struct softgpu_packet_cleartype, offset_x));
    }
    if (!softgpu_view_check(command, &packet->dst, SOFTGPU_PATCH_CLEARTYPE_DST,
                            SURFACE_FORMATS_32_16) ||
        !softgpu_view_check(command, &packet->alpha, SOFTGPU_PATCH_CLEARTYPE_ALPHA,
                            SURFACE_FORMATS_32) ||
        !gamma_check(command) ||
        !softgpu_pixel_rects_check(command, sizeof(*packet), packet->rect_count, &packet->dst,
                                   &pixels)) {
        return false;
    }
    for (uint32_t i = 0; i < packet->rect_count; i++) {
        struct softgpu_rect rect = rects_of(packet)[i];
        bool empty = rect.left == rect.right || rect.top == rect.bottom;
        rect.left += packet->offset_x;
        rect.right += packet->offset_x;
        rect.top += packet->offset_y;
        rect.bottom += packet->offset_y;
        if (!empty && !softgpu_view_contains(&packet->alpha, &rect)) {
            return softgpu_command_fail(command, SOFTGPU_FAULT_RECT,
                                        sizeof(*packet) + i * sizeof(rect));
        }
    }
    command->work_ns = pixels;
    return true;
}

static struct softgpu_rect alpha_rect(const struct pixel_job *job, const struct softgpu_rect *rect)
{
    const struct cleartype_parameters *parameters = job->parameters;
    int32_t x = parameters->raster.offset_x, y = parameters->raster.offset_y;

    return (struct softgpu_rect){ rect->left + x, rect->top + y, rect->right + x,
                                  rect->bottom + y };
}

static bool cleartype_apply(const struct pixel_job *job, const struct raster_image *dst,
                            const struct softgpu_rect *rect, const struct raster_image *src)
{
    const struct cleartype_parameters *parameters = job->parameters;

    raster_cleartype_blend(dst, rect, src, &parameters->raster);
    return true;
}

bool softgpu_cleartype_run(struct softgpu_command *command)
{
    const struct softgpu_packet_cleartype *packet = command->packet;
    struct cleartype_parameters parameters = {
        .raster = {
            .colour = packet->colour,
            .colour2 = packet->colour2,
            .offset_x = packet->offset_x,
            .offset_y = packet->offset_y,
        },
    };

    if (packet->gamma_row != SOFTGPU_GAMMA_NONE) {
        uint64_t row = packet->gamma.address + (uint64_t)packet->gamma_row * packet->gamma.pitch;
        uint64_t bad;
        if (!softgpu_memory_read(command->device, row, parameters.gamma, sizeof(parameters.gamma),
                                 &bad)) {
            return softgpu_command_fail_at(command, SOFTGPU_FAULT_ADDRESS, bad);
        }
        parameters.raster.gamma = parameters.gamma;
    }

    struct pixel_job job = {
        .command = command,
        .dst = &packet->dst,
        .src = &packet->alpha,
        .rects = rects_of(packet),
        .rect_count = packet->rect_count,
        .source_rect = alpha_rect,
        .apply = cleartype_apply,
        .parameters = &parameters,
    };
    return softgpu_pixel_job_run(&job);
}
