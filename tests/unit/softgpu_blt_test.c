/* SPDX-License-Identifier: MIT */
/* FILL and BLT: every pixel equals the truth table of the raster operation, tolerance 0. */
#include "tests/lib/softgpu_pixels.h"
#include "tests/lib/test.h"

#define CASES 10000u

static uint32_t mask_of(uint32_t format)
{
    return format == SOFTGPU_FORMAT_A8       ? 0xFFu
           : format == SOFTGPU_FORMAT_R5G6B5 ? 0xFFFFu
                                             : 0xFFFFFFFFu;
}

/* The definition: bit (P << 2 | S << 1 | D) of the code, for each bit of a pixel. */
static uint32_t rop3(uint32_t code, uint32_t p, uint32_t s, uint32_t d)
{
    uint32_t result = 0;

    for (int bit = 0; bit < 32; bit++) {
        uint32_t index = (p >> bit & 1) << 2 | (s >> bit & 1) << 1 | (d >> bit & 1);
        result |= (code >> index & 1) << bit;
    }
    return result;
}

static uint32_t fill_formula(uint32_t rop, uint32_t p, uint32_t d)
{
    switch (rop & 0xFF) {
    case SOFTGPU_FILL_PATCOPY:
        return p;
    case SOFTGPU_FILL_PATINVERT:
        return p ^ d;
    case SOFTGPU_FILL_PDXN:
        return ~(p ^ d);
    case SOFTGPU_FILL_DSTINVERT:
        return ~d;
    case SOFTGPU_FILL_PATAND:
        return p & d;
    case SOFTGPU_FILL_PATOR:
        return p | d;
    default:
        return rop3(rop >> 8, p, 0, d);
    }
}

static bool code_needs_source(uint32_t code)
{
    for (uint32_t i = 0; i < 8; i++) {
        if ((i & 2) == 0 && (code >> i & 1) != (code >> (i | 2) & 1)) {
            return true;
        }
    }
    return false;
}

static void one_fill(struct pixels *pixels, uint32_t number)
{
    struct softgpu_rect rects[PIXELS_RECTS_MAX];
    struct softgpu_packet_fill packet = { 0 };

    pixels_begin(pixels, number);
    packet.dst = pixels_surface(pixels, 1 + pixels_below(pixels, 4), 1, 1);
    packet.colour = pixels_random(pixels);
    packet.rop = 1 + pixels_below(pixels, 7);
    if (packet.rop == SOFTGPU_FILL_ROP3) {
        uint32_t code = pixels_below(pixels, 256);
        while (code_needs_source(code)) {
            code = pixels_below(pixels, 256);
        }
        packet.rop |= code << 8;
    }
    packet.rect_count = pixels_below(pixels, PIXELS_RECTS_MAX + 1);
    packet.header = SOFTGPU_PACKET_HEADER(SOFTGPU_OP_FILL, SOFTGPU_FILL_DWORDS(packet.rect_count));

    struct softgpu_rect bounds = pixels_bounds(&packet.dst);
    for (uint32_t i = 0; i < packet.rect_count; i++) {
        rects[i] = pixels_rect(pixels, &bounds);
    }
    assert_int_equal(pixels_run(pixels, &packet, sizeof(packet), rects, packet.rect_count), 0);

    uint32_t colour = pixels_narrow(packet.dst.format, packet.colour);
    for (uint32_t i = 0; i < packet.rect_count; i++) {
        for (int32_t y = rects[i].top; y < rects[i].bottom; y++) {
            for (int32_t x = rects[i].left; x < rects[i].right; x++) {
                uint32_t d = pixels_get(pixels, &packet.dst, x, y);
                pixels_set(pixels, &packet.dst, x, y, fill_formula(packet.rop, colour, d));
            }
        }
    }
    if (!pixels_equal(pixels)) {
        fail_msg("fill case %u, rop 0x%x, format %u", number, packet.rop, packet.dst.format);
    }
}

static void fills_follow_their_raster_operation(void **state)
{
    for (uint32_t i = 0; i < CASES; i++) {
        one_fill(*state, i);
    }
}

/* Every code that a fill may have, on every format. */
static void all_fill_codes_work(void **state)
{
    struct pixels *pixels = *state;

    for (uint32_t code = 0; code < 256; code++) {
        pixels_begin(pixels, code);
        struct softgpu_packet_fill packet = {
            .header = SOFTGPU_PACKET_HEADER(SOFTGPU_OP_FILL, SOFTGPU_FILL_DWORDS(1)),
            .dst = pixels_surface(pixels, 1 + code % 4, 8, 8),
            .colour = pixels_random(pixels),
            .rop = SOFTGPU_FILL_ROP3 | code << 8,
            .rect_count = 1,
        };
        struct softgpu_rect rect = { 1, 2, 7, 8 };
        uint32_t fault = pixels_run(pixels, &packet, sizeof(packet), &rect, 1);
        if (code_needs_source(code)) {
            assert_int_equal(fault, SOFTGPU_FAULT_OPERAND);
            assert_true(pixels_equal(pixels));
            continue;
        }
        assert_int_equal(fault, 0);
        uint32_t colour = pixels_narrow(packet.dst.format, packet.colour);
        for (int32_t y = rect.top; y < rect.bottom; y++) {
            for (int32_t x = rect.left; x < rect.right; x++) {
                uint32_t d = pixels_get(pixels, &packet.dst, x, y);
                pixels_set(pixels, &packet.dst, x, y, rop3(code, colour, 0, d));
            }
        }
        assert_true(pixels_equal(pixels));
    }
}

static uint32_t blt_formula(const struct softgpu_packet_blt *packet, uint32_t s, uint32_t d)
{
    uint32_t p = pixels_narrow(packet->dst.format, packet->pattern);

    switch (packet->operand & 0xFF) {
    case SOFTGPU_BLT_SRCCOPY:
        return packet->src.format == packet->dst.format
                   ? s
                   : pixels_narrow(packet->dst.format, pixels_widen(packet->src.format, s));
    case SOFTGPU_BLT_SRCINVERT:
        return s ^ d;
    case SOFTGPU_BLT_SRCAND:
        return s & d;
    case SOFTGPU_BLT_SRCOR:
        return s | d;
    default:
        return rop3(packet->operand >> 8, p, s, d);
    }
}

/* Draws a finished BLT packet with the board and with the formula. */
static void blt_compare(struct pixels *pixels, const struct softgpu_packet_blt *packet,
                        const struct softgpu_rect *rects, uint32_t number)
{
    int32_t offset_x = packet->src_rect.left - packet->dst_rect.left;
    int32_t offset_y = packet->src_rect.top - packet->dst_rect.top;

    assert_int_equal(pixels_run(pixels, packet, sizeof(*packet), rects, packet->rect_count), 0);
    for (uint32_t i = 0; i < packet->rect_count; i++) {
        for (int32_t y = rects[i].top; y < rects[i].bottom; y++) {
            for (int32_t x = rects[i].left; x < rects[i].right; x++) {
                uint32_t s = pixels_get_old(pixels, &packet->src, x + offset_x, y + offset_y);
                uint32_t d = pixels_get(pixels, &packet->dst, x, y);
                pixels_set(pixels, &packet->dst, x, y,
                           blt_formula(packet, s, d) & mask_of(packet->dst.format));
            }
        }
    }
    if (!pixels_equal(pixels)) {
        fail_msg("blt case %u, operand 0x%x, formats %u to %u", number, packet->operand,
                 packet->src.format, packet->dst.format);
    }
}

static void blt_surfaces_choose(struct pixels *pixels, struct softgpu_packet_blt *packet)
{
    packet->dst = pixels_surface(pixels, 1 + pixels_below(pixels, 4), 1, 1);
    uint32_t format = packet->dst.format;
    if (format <= SOFTGPU_FORMAT_A8R8G8B8 && pixels_below(pixels, 2) != 0) {
        format = 3 - format; /* the other 32-bit format */
    }
    packet->operand = 1 + pixels_below(pixels, 5);
    if (packet->operand == SOFTGPU_BLT_SRCCOPY && format != SOFTGPU_FORMAT_A8 &&
        pixels_below(pixels, 3) == 0) {
        format = 1 + pixels_below(pixels, 3);
    }
    if (packet->operand == SOFTGPU_BLT_ROP3) {
        packet->operand |= pixels_below(pixels, 256) << 8;
    }
    packet->pattern = pixels_random(pixels);
    packet->src = pixels_below(pixels, 3) == 0 ? packet->dst : pixels_surface(pixels, format, 1, 1);
}

static void one_blt(struct pixels *pixels, uint32_t number)
{
    struct softgpu_rect rects[PIXELS_RECTS_MAX];
    struct softgpu_packet_blt packet = { 0 };

    pixels_begin(pixels, number);
    blt_surfaces_choose(pixels, &packet);
    /* The two rectangles may hang over; only their corners count. */
    packet.dst_rect = (struct softgpu_rect){ pixels_between(pixels, -60, 20),
                                             pixels_between(pixels, -60, 20), 2000, 2000 };
    int32_t x =
        pixels_between(pixels, -(int32_t)packet.dst.width + 1, (int32_t)packet.src.width - 1);
    int32_t y =
        pixels_between(pixels, -(int32_t)packet.dst.height + 1, (int32_t)packet.src.height - 1);
    packet.src_rect = (struct softgpu_rect){ packet.dst_rect.left + x, packet.dst_rect.top + y,
                                             2000 + x, 2000 + y };
    struct softgpu_rect source = pixels_bounds(&packet.src);
    source = (struct softgpu_rect){ source.left - x, source.top - y, source.right - x,
                                    source.bottom - y };
    struct softgpu_rect bounds = pixels_intersect(pixels_bounds(&packet.dst), source);

    packet.rect_count = pixels_below(pixels, PIXELS_RECTS_MAX + 1);
    packet.header = SOFTGPU_PACKET_HEADER(SOFTGPU_OP_BLT, SOFTGPU_BLT_DWORDS(packet.rect_count));
    for (uint32_t i = 0; i < packet.rect_count; i++) {
        rects[i] = i == 0 ? bounds : pixels_rect(pixels, &bounds);
    }
    blt_compare(pixels, &packet, rects, number);
}

static void blts_follow_their_raster_operation(void **state)
{
    for (uint32_t i = 0; i < CASES; i++) {
        one_blt(*state, i);
    }
}

/* All 256 codes between two surfaces, pattern included. */
static void all_blt_codes_work(void **state)
{
    struct pixels *pixels = *state;

    for (uint32_t code = 0; code < 256; code++) {
        pixels_begin(pixels, code);
        uint32_t format = 1 + code % 4;
        struct softgpu_packet_blt packet = {
            .header = SOFTGPU_PACKET_HEADER(SOFTGPU_OP_BLT, SOFTGPU_BLT_DWORDS(1)),
            .src = pixels_surface(pixels, format, 20, 20),
            .dst = pixels_surface(pixels, format, 20, 20),
            .src_rect = { 3, 4, 13, 14 },
            .dst_rect = { 5, 2, 15, 12 },
            .operand = SOFTGPU_BLT_ROP3 | code << 8,
            .pattern = pixels_random(pixels),
            .rect_count = 1,
        };
        /* Here the two must not share memory, so that the plain path is what is tested. */
        packet.src.address = 0;
        packet.dst.address = PIXELS_ARENA_BYTES / 2;
        blt_compare(pixels, &packet, &packet.dst_rect, code);
    }
}

/* Scrolling in all eight directions, with a copy, a raster operation and clip rectangles. */
static void overlapping_blts_read_before_they_write(void **state)
{
    struct pixels *pixels = *state;
    const struct softgpu_rect clips[] = { { 5, 5, 30, 15 }, { 5, 15, 18, 30 }, { 18, 15, 30, 30 } };

    for (uint32_t i = 0; i < 4 * 121; i++) {
        pixels_begin(pixels, i);
        int32_t x = (int32_t)(i % 121 / 11) - 5, y = (int32_t)(i % 11) - 5;
        bool clipped = i >= 2 * 121;
        struct softgpu_surface surface = pixels_surface(pixels, 1 + i % 4, 40, 40);
        struct softgpu_packet_blt packet = {
            .header = SOFTGPU_PACKET_HEADER(SOFTGPU_OP_BLT, SOFTGPU_BLT_DWORDS(clipped ? 3u : 1u)),
            .src = surface,
            .dst = surface,
            .src_rect = { 5 + x, 5 + y, 30 + x, 30 + y },
            .dst_rect = { 5, 5, 30, 30 },
            .operand = i / 121 % 2 == 0 ? SOFTGPU_BLT_SRCCOPY : SOFTGPU_BLT_SRCINVERT,
            .rect_count = clipped ? 3 : 1,
        };
        blt_compare(pixels, &packet, clipped ? clips : &packet.dst_rect, i);
    }
}

/* Rows longer than the pieces an overlapping raster operation works in, moved inside themselves. */
static void long_overlapping_rows_read_before_they_write(void **state)
{
    struct pixels *pixels = *state;

    for (uint32_t i = 0; i < 4 * 40; i++) {
        pixels_begin(pixels, i);
        int32_t x = (int32_t)(i / 4) - 20;
        struct softgpu_surface surface = {
            .address = 0x100,
            .pitch = 6400,
            .format = 1 + i % 4,
            .width = 1500,
            .height = 2,
        };
        struct softgpu_packet_blt packet = {
            .header = SOFTGPU_PACKET_HEADER(SOFTGPU_OP_BLT, SOFTGPU_BLT_DWORDS(1)),
            .src = surface,
            .dst = surface,
            .src_rect = { 30 + x, 0, 1470 + x, 2 },
            .dst_rect = { 30, 0, 1470, 2 },
            .operand = SOFTGPU_BLT_SRCINVERT,
            .rect_count = 1,
        };
        blt_compare(pixels, &packet, &packet.dst_rect, i);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fills_follow_their_raster_operation),
        cmocka_unit_test(all_fill_codes_work),
        cmocka_unit_test(blts_follow_their_raster_operation),
        cmocka_unit_test(all_blt_codes_work),
        cmocka_unit_test(overlapping_blts_read_before_they_write),
        cmocka_unit_test(long_overlapping_rows_read_before_they_write),
    };
    return cmocka_run_group_tests_name("softgpu/blt", tests, pixels_setup, pixels_teardown);
}
