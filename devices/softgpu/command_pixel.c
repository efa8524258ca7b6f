/* SPDX-License-Identifier: MIT */
/* FILL, BLT, ALPHA_BLEND, STRETCH_BLT and TRANSPARENT_BLT packets. */
#include "pixel_job.h"

#define FILL_PIXELS_PER_NS 8u
#define COPY_PIXELS_PER_NS 4u
#define BLEND_PIXELS_PER_NS 2u

static const struct softgpu_rect *rects_at(const struct softgpu_command *command, size_t offset)
{
    return (const struct softgpu_rect *)((const char *)command->packet + offset);
}

/* ---- FILL */

static uint32_t fill_rop3(uint32_t rop)
{
    static const uint8_t codes[] = {
        [SOFTGPU_FILL_PATCOPY] = 0xF0, [SOFTGPU_FILL_PATINVERT] = 0x5A,
        [SOFTGPU_FILL_PDXN] = 0xA5,    [SOFTGPU_FILL_DSTINVERT] = 0x55,
        [SOFTGPU_FILL_PATAND] = 0xA0,  [SOFTGPU_FILL_PATOR] = 0xFA,
    };
    uint32_t kind = rop & 0xFF;
    return kind == SOFTGPU_FILL_ROP3 ? rop >> 8 : codes[kind];
}

static bool fill_rop_is_valid(uint32_t rop)
{
    uint32_t kind = rop & 0xFF;
    uint32_t code = rop >> 8;

    if (kind == SOFTGPU_FILL_ROP3) {
        return code <= 0xFF && !raster_rop_uses_source(code);
    }
    return kind >= SOFTGPU_FILL_PATCOPY && kind < SOFTGPU_FILL_ROP3 && code == 0;
}

bool softgpu_fill_check(struct softgpu_command *command)
{
    const struct softgpu_packet_fill *packet = command->packet;
    uint64_t pixels;

    if (packet->flags != 0 || packet->reserved != 0) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_OPERAND, 4);
    }
    if (!fill_rop_is_valid(packet->rop)) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_OPERAND,
                                    offsetof(struct softgpu_packet_fill, rop));
    }
    if (!softgpu_view_check(command, &packet->dst, SOFTGPU_PATCH_FILL_DST, SURFACE_FORMATS_ALL) ||
        !softgpu_pixel_rects_check(command, sizeof(*packet), packet->rect_count, &packet->dst,
                                   &pixels)) {
        return false;
    }
    command->work_ns = pixels / FILL_PIXELS_PER_NS;
    return true;
}

static bool fill_apply(const struct pixel_job *job, const struct raster_image *dst,
                       const struct softgpu_rect *rect, const struct raster_image *src)
{
    const struct softgpu_packet_fill *packet = job->parameters;

    (void)src;
    raster_fill(dst, rect, packet->colour, fill_rop3(packet->rop));
    return true;
}

bool softgpu_fill_run(struct softgpu_command *command)
{
    const struct softgpu_packet_fill *packet = command->packet;
    struct pixel_job job = {
        .command = command,
        .dst = &packet->dst,
        .rects = rects_at(command, sizeof(*packet)),
        .rect_count = packet->rect_count,
        .apply = fill_apply,
        .parameters = packet,
    };
    return softgpu_pixel_job_run(&job);
}

/* ---- the four that share struct softgpu_packet_blt */

static bool coordinates_ok(const struct softgpu_rect *rect)
{
    const int32_t limit = SOFTGPU_COORDINATE_LIMIT;

    return rect->left >= -limit && rect->top >= -limit && rect->right <= limit &&
           rect->bottom <= limit && rect->left <= rect->right && rect->top <= rect->bottom;
}

/* What BLT and its relatives have in common; pixels is what the sub-rectangles cover. */
static bool blt_common_check(struct softgpu_command *command, uint32_t flags, uint32_t dst_formats,
                             uint32_t src_formats, uint64_t *pixels)
{
    const struct softgpu_packet_blt *packet = command->packet;

    if ((packet->flags & ~flags) != 0 || packet->reserved != 0) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_OPERAND, 4);
    }
    if (!softgpu_view_check(command, &packet->src, SOFTGPU_PATCH_BLT_SRC, src_formats) ||
        !softgpu_view_check(command, &packet->dst, SOFTGPU_PATCH_BLT_DST, dst_formats)) {
        return false;
    }
    if (!coordinates_ok(&packet->src_rect)) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_RECT,
                                    offsetof(struct softgpu_packet_blt, src_rect));
    }
    if (!coordinates_ok(&packet->dst_rect)) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_RECT,
                                    offsetof(struct softgpu_packet_blt, dst_rect));
    }
    return softgpu_pixel_rects_check(command, sizeof(*packet), packet->rect_count, &packet->dst,
                                     pixels);
}

static uint32_t same_size_formats(const struct softgpu_packet_blt *packet)
{
    switch (packet->dst.format) {
    case SOFTGPU_FORMAT_A8:
        return SURFACE_FORMATS_8;
    case SOFTGPU_FORMAT_R5G6B5:
        return SURFACE_FORMAT(SOFTGPU_FORMAT_R5G6B5);
    default:
        return SURFACE_FORMATS_32;
    }
}

static struct softgpu_rect blt_source_rect(const struct pixel_job *job,
                                           const struct softgpu_rect *rect)
{
    const struct softgpu_packet_blt *packet = job->parameters;
    int32_t x = packet->src_rect.left - packet->dst_rect.left;
    int32_t y = packet->src_rect.top - packet->dst_rect.top;

    return (struct softgpu_rect){ rect->left + x, rect->top + y, rect->right + x,
                                  rect->bottom + y };
}

/* Does every sub-rectangle read inside the source surface? */
static bool sources_check(struct softgpu_command *command,
                          struct softgpu_rect (*source_rect)(const struct pixel_job *,
                                                             const struct softgpu_rect *))
{
    const struct softgpu_packet_blt *packet = command->packet;
    const struct softgpu_rect *rects = rects_at(command, sizeof(*packet));
    struct pixel_job job = { .parameters = packet };

    for (uint32_t i = 0; i < packet->rect_count; i++) {
        if (rects[i].left == rects[i].right || rects[i].top == rects[i].bottom) {
            continue;
        }
        struct softgpu_rect from = source_rect(&job, &rects[i]);
        if (!softgpu_view_contains(&packet->src, &from)) {
            return softgpu_command_fail(command, SOFTGPU_FAULT_RECT,
                                        sizeof(*packet) + i * sizeof(struct softgpu_rect));
        }
    }
    return true;
}

/* ---- BLT */

static uint32_t blt_rop3(uint32_t rop)
{
    static const uint8_t codes[] = {
        [SOFTGPU_BLT_SRCCOPY] = 0xCC,
        [SOFTGPU_BLT_SRCINVERT] = 0x66,
        [SOFTGPU_BLT_SRCAND] = 0x88,
        [SOFTGPU_BLT_SRCOR] = 0xEE,
    };
    uint32_t kind = rop & 0xFF;
    return kind == SOFTGPU_BLT_ROP3 ? rop >> 8 : codes[kind];
}

static bool blt_rop_is_valid(uint32_t rop)
{
    uint32_t kind = rop & 0xFF;
    uint32_t code = rop >> 8;

    return kind == SOFTGPU_BLT_ROP3
               ? code <= 0xFF
               : kind >= SOFTGPU_BLT_SRCCOPY && kind < SOFTGPU_BLT_ROP3 && code == 0;
}

bool softgpu_blt_check(struct softgpu_command *command)
{
    const struct softgpu_packet_blt *packet = command->packet;
    uint64_t pixels;
    uint32_t formats = same_size_formats(packet);

    if (!blt_rop_is_valid(packet->operand)) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_OPERAND,
                                    offsetof(struct softgpu_packet_blt, operand));
    }
    if (blt_rop3(packet->operand) == RASTER_ROP_SRCCOPY && formats != SURFACE_FORMATS_8) {
        formats = SURFACE_FORMATS_32_16;
    }
    if (!blt_common_check(command, 0, SURFACE_FORMATS_ALL, formats, &pixels) ||
        !sources_check(command, blt_source_rect)) {
        return false;
    }
    command->work_ns = pixels / COPY_PIXELS_PER_NS;
    return true;
}

static bool blt_apply(const struct pixel_job *job, const struct raster_image *dst,
                      const struct softgpu_rect *rect, const struct raster_image *src)
{
    const struct softgpu_packet_blt *packet = job->parameters;

    raster_blt(dst, rect, src, packet->src_rect.left - packet->dst_rect.left,
               packet->src_rect.top - packet->dst_rect.top, packet->pattern,
               blt_rop3(packet->operand));
    return true;
}

static bool blt_packet_run(struct softgpu_command *command, struct pixel_job job)
{
    const struct softgpu_packet_blt *packet = command->packet;

    job.command = command;
    job.dst = &packet->dst;
    job.src = &packet->src;
    job.rects = rects_at(command, sizeof(*packet));
    job.rect_count = packet->rect_count;
    job.parameters = packet;
    return softgpu_pixel_job_run(&job);
}

bool softgpu_blt_run(struct softgpu_command *command)
{
    return blt_packet_run(command, (struct pixel_job){
                                       .overlaps = true,
                                       .source_rect = blt_source_rect,
                                       .apply = blt_apply,
                                   });
}

/* ---- the three that stretch */

static struct raster_map map_of(const struct softgpu_packet_blt *packet)
{
    bool stretch_blt = SOFTGPU_PACKET_OPCODE(packet->header) == SOFTGPU_OP_STRETCH_BLT;

    return (struct raster_map){
        .src = packet->src_rect,
        .dst = packet->dst_rect,
        .mirror_x = stretch_blt && (packet->flags & SOFTGPU_STRETCH_MIRROR_X) != 0,
        .mirror_y = stretch_blt && (packet->flags & SOFTGPU_STRETCH_MIRROR_Y) != 0,
    };
}

static struct softgpu_rect sampled_rect(const struct pixel_job *job,
                                        const struct softgpu_rect *rect)
{
    struct raster_map map = map_of(job->parameters);
    return raster_map_rect(&map, rect);
}

static struct softgpu_rect combined_rect(const struct pixel_job *job,
                                         const struct softgpu_rect *rect)
{
    struct raster_map map = map_of(job->parameters);
    return raster_combine_rect(&map, rect);
}

static bool combines(const struct softgpu_packet_blt *packet)
{
    return SOFTGPU_PACKET_OPCODE(packet->header) == SOFTGPU_OP_STRETCH_BLT &&
           (packet->flags & SOFTGPU_STRETCH_MODE_MASK) != SOFTGPU_STRETCH_COLORONCOLOR;
}

static bool stretch_common_check(struct softgpu_command *command, uint32_t flags,
                                 uint32_t dst_formats, uint32_t src_formats)
{
    const struct softgpu_packet_blt *packet = command->packet;
    const struct softgpu_rect *bounds = &packet->dst_rect;
    uint64_t pixels;

    if (packet->pattern != 0) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_OPERAND,
                                    offsetof(struct softgpu_packet_blt, pattern));
    }
    if (!blt_common_check(command, flags, dst_formats, src_formats, &pixels)) {
        return false;
    }
    if (packet->src_rect.left == packet->src_rect.right ||
        packet->src_rect.top == packet->src_rect.bottom || bounds->left == bounds->right ||
        bounds->top == bounds->bottom) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_RECT,
                                    offsetof(struct softgpu_packet_blt, src_rect));
    }

    const struct softgpu_rect *rects = rects_at(command, sizeof(*packet));
    for (uint32_t i = 0; i < packet->rect_count; i++) {
        if (rects[i].left < bounds->left || rects[i].right > bounds->right ||
            rects[i].top < bounds->top || rects[i].bottom > bounds->bottom) {
            return softgpu_command_fail(command, SOFTGPU_FAULT_RECT,
                                        sizeof(*packet) + i * sizeof(struct softgpu_rect));
        }
        if (combines(packet) && rects[i].left < rects[i].right && rects[i].top < rects[i].bottom) {
            struct pixel_job job = { .parameters = packet };
            struct softgpu_rect from = combined_rect(&job, &rects[i]);
            pixels +=
                (uint64_t)(uint32_t)(from.right - from.left) * (uint32_t)(from.bottom - from.top);
        }
    }
    if (!sources_check(command, combines(packet) ? combined_rect : sampled_rect)) {
        return false;
    }
    command->work_ns = pixels / BLEND_PIXELS_PER_NS;
    return true;
}

bool softgpu_alpha_blend_check(struct softgpu_command *command)
{
    const struct softgpu_packet_blt *packet = command->packet;

    if (packet->operand > 255) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_OPERAND,
                                    offsetof(struct softgpu_packet_blt, operand));
    }
    return stretch_common_check(command, SOFTGPU_ALPHA_SOURCE_ALPHA, SURFACE_FORMATS_32_16,
                                SURFACE_FORMATS_32);
}

static bool alpha_blend_apply(const struct pixel_job *job, const struct raster_image *dst,
                              const struct softgpu_rect *rect, const struct raster_image *src)
{
    const struct softgpu_packet_blt *packet = job->parameters;
    struct raster_map map = map_of(packet);

    return raster_alpha_blend(dst, rect, src, &map, packet->operand,
                              (packet->flags & SOFTGPU_ALPHA_SOURCE_ALPHA) != 0);
}

bool softgpu_alpha_blend_run(struct softgpu_command *command)
{
    return blt_packet_run(command, (struct pixel_job){
                                       .source_rect = sampled_rect,
                                       .apply = alpha_blend_apply,
                                   });
}

bool softgpu_stretch_blt_check(struct softgpu_command *command)
{
    const struct softgpu_packet_blt *packet = command->packet;
    uint32_t mode = packet->flags & SOFTGPU_STRETCH_MODE_MASK;

    if (packet->operand != 0) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_OPERAND,
                                    offsetof(struct softgpu_packet_blt, operand));
    }
    if (mode < SOFTGPU_STRETCH_BLACKONWHITE || mode > SOFTGPU_STRETCH_COLORONCOLOR) {
        return softgpu_command_fail(command, SOFTGPU_FAULT_OPERAND, 4);
    }
    return stretch_common_check(
        command, SOFTGPU_STRETCH_MODE_MASK | SOFTGPU_STRETCH_MIRROR_X | SOFTGPU_STRETCH_MIRROR_Y,
        SURFACE_FORMATS_ALL, same_size_formats(packet));
}

static bool stretch_blt_apply(const struct pixel_job *job, const struct raster_image *dst,
                              const struct softgpu_rect *rect, const struct raster_image *src)
{
    const struct softgpu_packet_blt *packet = job->parameters;
    struct raster_map map = map_of(packet);

    raster_stretch_blt(dst, rect, src, &map, packet->flags & SOFTGPU_STRETCH_MODE_MASK);
    return true;
}

bool softgpu_stretch_blt_run(struct softgpu_command *command)
{
    return blt_packet_run(
        command, (struct pixel_job){
                     .source_rect = combines(command->packet) ? combined_rect : sampled_rect,
                     .apply = stretch_blt_apply,
                 });
}

bool softgpu_transparent_blt_check(struct softgpu_command *command)
{
    return stretch_common_check(command, SOFTGPU_TRANSPARENT_HONOR_ALPHA, SURFACE_FORMATS_32,
                                SURFACE_FORMATS_32);
}

static bool transparent_blt_apply(const struct pixel_job *job, const struct raster_image *dst,
                                  const struct softgpu_rect *rect, const struct raster_image *src)
{
    const struct softgpu_packet_blt *packet = job->parameters;
    struct raster_map map = map_of(packet);

    raster_transparent_blt(dst, rect, src, &map, packet->operand,
                           (packet->flags & SOFTGPU_TRANSPARENT_HONOR_ALPHA) != 0);
    return true;
}

bool softgpu_transparent_blt_run(struct softgpu_command *command)
{
    return blt_packet_run(command, (struct pixel_job){
                                       .source_rect = sampled_rect,
                                       .apply = transparent_blt_apply,
                                   });
}
