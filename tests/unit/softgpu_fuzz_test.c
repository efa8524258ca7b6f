/* SPDX-License-Identifier: MIT */
/*
 * Malformed packets: each class of damage has its fault, and no bytes whatever crash the board or
 * make it write where it must not. Worth most under a sanitizer.
 */
#include "tests/lib/softgpu_pixels.h"
#include "tests/lib/test.h"

#include <string.h>

#define RANDOM_PACKETS 60000u
#define DAMAGED_PACKETS 60000u

/* A good packet of every kind, as dwords; what damage starts from. */
struct sample {
    uint32_t words[64];
    uint32_t size_bytes;
};

static struct softgpu_surface surface_at(uint64_t address, uint32_t format)
{
    return (struct softgpu_surface){ address, 640, format, 128, 16 };
}

static void sample_set(struct sample *sample, const void *packet, size_t packet_bytes,
                       const void *tail, size_t tail_bytes)
{
    memset(sample, 0, sizeof(*sample));
    memcpy(sample->words, packet, packet_bytes);
    if (tail_bytes != 0) {
        memcpy((uint8_t *)sample->words + packet_bytes, tail, tail_bytes);
    }
    sample->size_bytes = (uint32_t)(packet_bytes + tail_bytes);
    sample->words[0] = SOFTGPU_PACKET_HEADER(sample->words[0], sample->size_bytes / 4);
}

static void sample_fill(struct sample *sample)
{
    static const struct softgpu_rect rects[2] = { { 1, 2, 30, 12 }, { 40, 0, 128, 16 } };
    struct softgpu_packet_fill packet = {
        .header = SOFTGPU_OP_FILL,
        .dst = surface_at(0x400, SOFTGPU_FORMAT_A8R8G8B8),
        .colour = 0x80FF00FF,
        .rop = SOFTGPU_FILL_PATCOPY,
        .rect_count = 2,
    };
    sample_set(sample, &packet, sizeof(packet), rects, sizeof(rects));
}

static void sample_blt(struct sample *sample, uint32_t opcode)
{
    static const struct softgpu_rect rects[2] = { { 3, 2, 30, 12 }, { 40, 4, 100, 14 } };
    struct softgpu_packet_blt packet = {
        .header = opcode,
        .flags = opcode == SOFTGPU_OP_STRETCH_BLT ? SOFTGPU_STRETCH_WHITEONBLACK : 0,
        .src = surface_at(SOFTGPU_APERTURE_WINDOW + 0x800, SOFTGPU_FORMAT_X8R8G8B8),
        .dst = surface_at(0x400, SOFTGPU_FORMAT_A8R8G8B8),
        .src_rect = { 2, 1, 102, 15 },
        .dst_rect = { 1, 2, 101, 15 },
        .operand = opcode == SOFTGPU_OP_BLT ? SOFTGPU_BLT_SRCINVERT : 0,
        .rect_count = 2,
    };
    sample_set(sample, &packet, sizeof(packet), rects, sizeof(rects));
}

static void sample_cleartype(struct sample *sample)
{
    static const struct softgpu_rect rects[1] = { { 4, 4, 90, 12 } };
    struct softgpu_packet_cleartype packet = {
        .header = SOFTGPU_OP_CLEARTYPE_BLEND,
        .dst = surface_at(0x400, SOFTGPU_FORMAT_A8R8G8B8),
        .alpha = surface_at(SOFTGPU_APERTURE_WINDOW + 0x5000, SOFTGPU_FORMAT_A8R8G8B8),
        .gamma = { 0x8001, 512, SOFTGPU_FORMAT_A8, 512, 16 },
        .colour = 0xFF204080,
        .colour2 = 0xFF306090,
        .gamma_row = 15,
        .offset_x = -4,
        .offset_y = -4,
        .rect_count = 1,
    };
    sample_set(sample, &packet, sizeof(packet), rects, sizeof(rects));
}

static void sample_draw(struct sample *sample, uint32_t opcode)
{
    static const struct softgpu_vertex vertices[3] = { { 16, 16, 0xFF0000FF, 0 },
                                                       { 900, 40, 0xFF00FF00, 0 },
                                                       { 300, 250, 0xFFFF0000, 0 } };
    struct softgpu_packet_triangles triangles = {
        .header = opcode,
        .dst = surface_at(0x400, SOFTGPU_FORMAT_A8R8G8B8),
        .clip = { 2, 2, 120, 15 },
        .vertex_count = 3,
    };
    struct softgpu_packet_gradient gradient = {
        .header = opcode,
        .dst = surface_at(0x400, SOFTGPU_FORMAT_A8R8G8B8),
        .rect = { 2, 2, 120, 15 },
        .colour_last = 0xFFFFFFFF,
    };
    if (opcode == SOFTGPU_OP_TRIANGLES) {
        sample_set(sample, &triangles, sizeof(triangles), vertices, sizeof(vertices));
    } else {
        sample_set(sample, &gradient, sizeof(gradient), NULL, 0);
    }
}

static void sample_memory(struct sample *sample, uint32_t opcode)
{
    struct softgpu_packet_copy_linear copy = { opcode, 0, 0x123, SOFTGPU_APERTURE_WINDOW + 7,
                                               0x3000 };
    struct softgpu_packet_fill_linear fill = { opcode, 0, 0x123, 0x1001, 0xDEADBEEF, 0 };
    struct softgpu_packet_gart_write write = { opcode, 0, 30, 2 };
    struct softgpu_packet_gart_fill gart_fill = { opcode, 0, 30, 10, 0x10001001 };
    struct softgpu_packet_touch touch = { opcode, 1, 0x555, 8, 0 };
    static const unsigned long long entries[2] = { 0x10002001, 0x10003001 };

    switch (opcode) {
    case SOFTGPU_OP_COPY_LINEAR:
        sample_set(sample, &copy, sizeof(copy), NULL, 0);
        break;
    case SOFTGPU_OP_FILL_LINEAR:
        sample_set(sample, &fill, sizeof(fill), NULL, 0);
        break;
    case SOFTGPU_OP_GART_WRITE:
        sample_set(sample, &write, sizeof(write), entries, sizeof(entries));
        break;
    case SOFTGPU_OP_GART_FILL:
        sample_set(sample, &gart_fill, sizeof(gart_fill), NULL, 0);
        break;
    default:
        sample_set(sample, &touch, sizeof(touch), NULL, 0);
        break;
    }
}

static const uint32_t opcodes[] = {
    SOFTGPU_OP_FILL,
    SOFTGPU_OP_BLT,
    SOFTGPU_OP_ALPHA_BLEND,
    SOFTGPU_OP_STRETCH_BLT,
    SOFTGPU_OP_TRANSPARENT_BLT,
    SOFTGPU_OP_CLEARTYPE_BLEND,
    SOFTGPU_OP_COPY_LINEAR,
    SOFTGPU_OP_FILL_LINEAR,
    SOFTGPU_OP_GART_WRITE,
    SOFTGPU_OP_GART_FILL,
    SOFTGPU_OP_TOUCH,
    SOFTGPU_OP_GRADIENT,
    SOFTGPU_OP_TRIANGLES,
};
#define OPCODES (sizeof(opcodes) / sizeof(opcodes[0]))

static void sample_make(struct sample *sample, uint32_t opcode)
{
    if (opcode == SOFTGPU_OP_FILL) {
        sample_fill(sample);
    } else if (opcode < SOFTGPU_OP_CLEARTYPE_BLEND) {
        sample_blt(sample, opcode);
    } else if (opcode == SOFTGPU_OP_CLEARTYPE_BLEND) {
        sample_cleartype(sample);
    } else if (opcode < SOFTGPU_OP_GRADIENT) {
        sample_memory(sample, opcode);
    } else {
        sample_draw(sample, opcode);
    }
}

static uint32_t run_sample(struct pixels *pixels, const struct sample *sample)
{
    return softgpu_board_run_packets(&pixels->board, SOFTGPU_NODE_3D, sample->words,
                                     sample->size_bytes);
}

static void undamaged_packets_run(void **state)
{
    struct pixels *pixels = *state;
    struct sample sample;

    for (size_t i = 0; i < OPCODES; i++) {
        pixels_begin(pixels, (uint32_t)i);
        sample_make(&sample, opcodes[i]);
        assert_int_equal(run_sample(pixels, &sample), 0);
    }
}

static void unknown_opcodes_fault(void **state)
{
    struct pixels *pixels = *state;

    for (uint32_t opcode = 0; opcode < 256; opcode++) {
        bool known = opcode == SOFTGPU_OP_NOP;
        for (size_t i = 0; i < OPCODES; i++) {
            known = known || opcodes[i] == opcode;
        }
        uint32_t words[2] = { SOFTGPU_PACKET_HEADER(opcode, 2), 0 };
        uint32_t fault = softgpu_board_run_packets(&pixels->board, 0, words, sizeof(words));
        assert_int_equal(fault, opcode == SOFTGPU_OP_NOP ? SOFTGPU_FAULT_NONE
                                : known                  ? SOFTGPU_FAULT_LENGTH
                                                         : SOFTGPU_FAULT_OPCODE);
    }
    uint32_t cleared[4] = { 0 };
    assert_int_equal(softgpu_board_run_packets(&pixels->board, 0, cleared, sizeof(cleared)),
                     SOFTGPU_FAULT_OPCODE);
}

static void wrong_lengths_fault(void **state)
{
    struct pixels *pixels = *state;
    struct sample sample;

    for (size_t i = 0; i < OPCODES; i++) {
        uint32_t good;
        sample_make(&sample, opcodes[i]);
        good = sample.size_bytes / 4;
        for (uint32_t dwords = 0; dwords < 64; dwords++) {
            sample_make(&sample, opcodes[i]);
            sample.words[0] = SOFTGPU_PACKET_HEADER(opcodes[i], dwords);
            sample.size_bytes = (dwords + 1) / 2 * 8;
            if (dwords != good && sample.size_bytes != 0) {
                assert_int_equal(run_sample(pixels, &sample), SOFTGPU_FAULT_LENGTH);
            }
        }
        /* The header promises more than the entry holds. */
        sample_make(&sample, opcodes[i]);
        sample.size_bytes -= 8;
        assert_int_equal(run_sample(pixels, &sample), SOFTGPU_FAULT_LENGTH);
        /* Bits 8..15 of the header. */
        sample_make(&sample, opcodes[i]);
        sample.words[0] |= 0x100;
        assert_int_equal(run_sample(pixels, &sample), SOFTGPU_FAULT_OPERAND);
        /* An undefined flag. */
        sample_make(&sample, opcodes[i]);
        sample.words[1] |= 0x80000000u;
        assert_int_equal(run_sample(pixels, &sample), SOFTGPU_FAULT_OPERAND);
    }
}

struct damage {
    uint32_t opcode;
    size_t offset; /* of a dword in the packet */
    uint32_t value;
    uint32_t fault;
};

#define FILL(field) SOFTGPU_OP_FILL, offsetof(struct softgpu_packet_fill, field)
#define BLT(field) SOFTGPU_OP_BLT, offsetof(struct softgpu_packet_blt, field)
#define ALPHA(field) SOFTGPU_OP_ALPHA_BLEND, offsetof(struct softgpu_packet_blt, field)
#define STRETCH(field) SOFTGPU_OP_STRETCH_BLT, offsetof(struct softgpu_packet_blt, field)
#define TEXT(field) SOFTGPU_OP_CLEARTYPE_BLEND, offsetof(struct softgpu_packet_cleartype, field)
#define TRIANGLES(field) SOFTGPU_OP_TRIANGLES, offsetof(struct softgpu_packet_triangles, field)

static const struct damage damages[] = {
    { FILL(rop), 0, SOFTGPU_FAULT_OPERAND },
    { FILL(rop), 8, SOFTGPU_FAULT_OPERAND },
    { FILL(rop), SOFTGPU_FILL_PATOR | 0x100, SOFTGPU_FAULT_OPERAND },
    { FILL(rop), SOFTGPU_FILL_ROP3 | 0xCC00, SOFTGPU_FAULT_OPERAND },
    { FILL(rop), SOFTGPU_FILL_ROP3 | 0x1F000, SOFTGPU_FAULT_OPERAND },
    { FILL(reserved), 1, SOFTGPU_FAULT_OPERAND },
    { FILL(rect_count), 1, SOFTGPU_FAULT_LENGTH },
    { FILL(rect_count), 3, SOFTGPU_FAULT_LENGTH },
    { FILL(rect_count), 0x10000002, SOFTGPU_FAULT_LENGTH },
    { FILL(dst.format), 0, SOFTGPU_FAULT_SURFACE },
    { FILL(dst.format), 5, SOFTGPU_FAULT_SURFACE },
    { FILL(dst.format), 0xFFFFFFFF, SOFTGPU_FAULT_SURFACE },
    { FILL(dst.width), 0, SOFTGPU_FAULT_SURFACE },
    { FILL(dst.width), 161, SOFTGPU_FAULT_SURFACE },
    { FILL(dst.height), 0, SOFTGPU_FAULT_SURFACE },
    { FILL(dst.height), 16385, SOFTGPU_FAULT_SURFACE },
    { FILL(dst.pitch), 508, SOFTGPU_FAULT_SURFACE },
    { FILL(dst.pitch), 642, SOFTGPU_FAULT_SURFACE },
    { FILL(dst.pitch), SOFTGPU_SURFACE_PITCH_MAX + 4, SOFTGPU_FAULT_SURFACE },
    { FILL(dst.pitch), SOFTGPU_SURFACE_PITCH_MAX, SOFTGPU_FAULT_ADDRESS },
    { FILL(dst.address), 0x402, SOFTGPU_FAULT_SURFACE },
    { FILL(dst.address), 0xFFFFFF00, SOFTGPU_FAULT_ADDRESS },
    { FILL(dst.width), 127, SOFTGPU_FAULT_RECT },
    { FILL(dst.height), 15, SOFTGPU_FAULT_RECT },
    { SOFTGPU_OP_FILL, sizeof(struct softgpu_packet_fill), 31, SOFTGPU_FAULT_RECT },
    { SOFTGPU_OP_FILL, sizeof(struct softgpu_packet_fill), 0xFFFFFFFF, SOFTGPU_FAULT_RECT },
    { SOFTGPU_OP_FILL, sizeof(struct softgpu_packet_fill) + 4, 13, SOFTGPU_FAULT_RECT },
    { SOFTGPU_OP_FILL, sizeof(struct softgpu_packet_fill) + 8, 0x7FFFFFFF, SOFTGPU_FAULT_RECT },
    { BLT(operand), 0, SOFTGPU_FAULT_OPERAND },
    { BLT(operand), 6, SOFTGPU_FAULT_OPERAND },
    { BLT(operand), SOFTGPU_BLT_SRCCOPY | 0xCC00, SOFTGPU_FAULT_OPERAND },
    { BLT(reserved), 1, SOFTGPU_FAULT_OPERAND },
    { BLT(src.format), SOFTGPU_FORMAT_R5G6B5, SOFTGPU_FAULT_SURFACE },
    { BLT(src.format), SOFTGPU_FORMAT_A8, SOFTGPU_FAULT_SURFACE },
    { BLT(src.width), 100, SOFTGPU_FAULT_RECT },
    { BLT(src_rect.left), 0x80000000, SOFTGPU_FAULT_RECT },
    { BLT(dst_rect.right), 0x7FFFFFFF, SOFTGPU_FAULT_RECT },
    { BLT(dst_rect.left), 200, SOFTGPU_FAULT_RECT },
    { BLT(src_rect.left), 30, SOFTGPU_FAULT_RECT },
    { BLT(src_rect.top), 0xFFFFFFF0, SOFTGPU_FAULT_RECT },
    { ALPHA(operand), 256, SOFTGPU_FAULT_OPERAND },
    { ALPHA(pattern), 1, SOFTGPU_FAULT_OPERAND },
    { ALPHA(src.format), SOFTGPU_FORMAT_R5G6B5, SOFTGPU_FAULT_SURFACE },
    { ALPHA(dst.format), SOFTGPU_FORMAT_A8, SOFTGPU_FAULT_SURFACE },
    { ALPHA(dst_rect.right), 99, SOFTGPU_FAULT_RECT },
    { ALPHA(dst_rect.right), 1, SOFTGPU_FAULT_RECT },
    { ALPHA(src_rect.right), 2, SOFTGPU_FAULT_RECT },
    { STRETCH(flags), 0, SOFTGPU_FAULT_OPERAND },
    { STRETCH(flags), 4, SOFTGPU_FAULT_OPERAND },
    { STRETCH(operand), 1, SOFTGPU_FAULT_OPERAND },
    { STRETCH(src_rect.right), 5000, SOFTGPU_FAULT_RECT },
    { SOFTGPU_OP_TRANSPARENT_BLT, offsetof(struct softgpu_packet_blt, dst.format),
      SOFTGPU_FORMAT_R5G6B5, SOFTGPU_FAULT_SURFACE },
    { TEXT(gamma_row), 16, SOFTGPU_FAULT_OPERAND },
    { TEXT(gamma_row), 0xFFFFFFFE, SOFTGPU_FAULT_OPERAND },
    { TEXT(gamma.format), SOFTGPU_FORMAT_A8R8G8B8, SOFTGPU_FAULT_SURFACE },
    { TEXT(gamma.height), 15, SOFTGPU_FAULT_SURFACE },
    { TEXT(gamma.width), 256, SOFTGPU_FAULT_SURFACE },
    { TEXT(gamma.address), 0x200000, SOFTGPU_FAULT_ADDRESS },
    { TEXT(alpha.format), SOFTGPU_FORMAT_A8, SOFTGPU_FAULT_SURFACE },
    { TEXT(dst.format), SOFTGPU_FORMAT_A8, SOFTGPU_FAULT_SURFACE },
    { TEXT(offset_x), 39, SOFTGPU_FAULT_RECT },
    { TEXT(offset_x), 0xFFFFFFFB, SOFTGPU_FAULT_RECT },
    { TEXT(offset_y), 0x80000000, SOFTGPU_FAULT_OPERAND },
    { SOFTGPU_OP_GRADIENT, offsetof(struct softgpu_packet_gradient, rect.right), 129,
      SOFTGPU_FAULT_RECT },
    { SOFTGPU_OP_GRADIENT, offsetof(struct softgpu_packet_gradient, dst.format), SOFTGPU_FORMAT_A8,
      SOFTGPU_FAULT_SURFACE },
    { TRIANGLES(vertex_count), 0xFFFFFFFF, SOFTGPU_FAULT_LENGTH },
    { TRIANGLES(clip.left), 0xFFFFFFFF, SOFTGPU_FAULT_RECT },
    { SOFTGPU_OP_TRIANGLES, sizeof(struct softgpu_packet_triangles), 0x100001,
      SOFTGPU_FAULT_OPERAND },
    { SOFTGPU_OP_TOUCH, offsetof(struct softgpu_packet_touch, size_bytes), 0,
      SOFTGPU_FAULT_OPERAND },
    { SOFTGPU_OP_TOUCH, offsetof(struct softgpu_packet_touch, size_bytes), 9,
      SOFTGPU_FAULT_OPERAND },
    { SOFTGPU_OP_FILL_LINEAR, offsetof(struct softgpu_packet_fill_linear, reserved), 1,
      SOFTGPU_FAULT_OPERAND },
};

static void each_damage_has_its_fault(void **state)
{
    struct pixels *pixels = *state;
    uint8_t *vram = pixels->board.mock.bar_memory[SOFTGPU_BAR_VRAM];
    struct sample sample;

    for (size_t i = 0; i < sizeof(damages) / sizeof(damages[0]); i++) {
        pixels_begin(pixels, (uint32_t)i);
        memcpy(vram, pixels->vram, PIXELS_ARENA_BYTES);
        sample_make(&sample, damages[i].opcode);
        sample.words[damages[i].offset / 4] = damages[i].value;
        uint32_t fault = run_sample(pixels, &sample);
        if (fault != damages[i].fault) {
            fail_msg("damage %zu: opcode 0x%x, dword at %zu := 0x%x gives fault %u, not %u", i,
                     damages[i].opcode, damages[i].offset, damages[i].value, fault,
                     damages[i].fault);
        }
        assert_memory_equal(vram, pixels->vram, PIXELS_ARENA_BYTES); /* nothing was drawn */
    }
}

/* What a packet may change: pixels and pages, the GART, fences. Never the commands or the ring. */
static void check_untouched(struct pixels *pixels, const struct sample *sample)
{
    static const uint8_t zeros[0x6000];
    const uint8_t *ram = pixels->board.mock.ram;

    assert_memory_equal(ram + BOARD_COMMANDS, sample->words, sample->size_bytes);
    assert_memory_equal(ram + 0x2000, zeros, sizeof(zeros)); /* between rings and fences */
}

/* Keeps random packets from reaching RAM through the system window, where they may write. */
static void tame(struct sample *sample)
{
    for (uint32_t i = 0; i < sample->size_bytes / 4; i++) {
        if ((sample->words[i] & 0xFFFF8000u) == (uint32_t)(SOFTGPU_SYSTEM_WINDOW >> 32)) {
            sample->words[i] = 0;
        }
    }
}

/* The table may have been rewritten to map anything: give the next packet a known one. */
static void gart_restore(struct pixels *pixels)
{
    memset(pixels->board.mock.bar_memory[SOFTGPU_BAR_VRAM] + BOARD_GART_OFFSET, 0,
           BOARD_GART_ENTRIES * 8);
    for (uint32_t page = 0; page < 24; page++) {
        softgpu_board_map(&pixels->board, page, (page * 7) % 24);
    }
}

static void random_packets_never_crash(void **state)
{
    struct pixels *pixels = *state;
    struct sample sample;
    uint32_t ran = 0;

    pixels_begin(pixels, 4711);
    for (uint32_t i = 0; i < RANDOM_PACKETS; i++) {
        uint32_t dwords = 2 + 2 * pixels_below(pixels, 31);
        gart_restore(pixels);
        for (uint32_t w = 0; w < 64; w++) {
            uint32_t shift = pixels_below(pixels, 32);
            sample.words[w] = pixels_below(pixels, 3) ? pixels_random(pixels) >> shift : 0;
        }
        sample.words[0] = SOFTGPU_PACKET_HEADER(opcodes[pixels_below(pixels, OPCODES)], dwords);
        sample.size_bytes = dwords * 4;
        tame(&sample);
        ran += run_sample(pixels, &sample) == SOFTGPU_FAULT_NONE;
        check_untouched(pixels, &sample);
    }
    print_message("%u of %u random packets were well formed\n", ran, RANDOM_PACKETS);
}

static uint32_t damaged_value(struct pixels *pixels, uint32_t value)
{
    static const uint32_t special[] = {
        0,          1,          0xFFFFFFFF, 0x7FFFFFFF, 0x80000000,
        0x00004000, 0x00004001, 0x00000100, 0x04000000, 0xFC000000
    };

    switch (pixels_below(pixels, 4)) {
    case 0:
        return special[pixels_below(pixels, sizeof(special) / sizeof(special[0]))];
    case 1:
        return value ^ (1u << pixels_below(pixels, 32));
    case 2:
        return value + (uint32_t)pixels_between(pixels, -4, 4);
    default:
        return pixels_random(pixels) >> pixels_below(pixels, 32);
    }
}

static void damaged_packets_never_crash(void **state)
{
    struct pixels *pixels = *state;
    struct sample sample;
    uint32_t ran = 0;

    pixels_begin(pixels, 815);
    for (uint32_t i = 0; i < DAMAGED_PACKETS; i++) {
        gart_restore(pixels);
        sample_make(&sample, opcodes[pixels_below(pixels, OPCODES)]);
        uint32_t damage = 1 + pixels_below(pixels, 3);
        for (uint32_t n = 0; n < damage; n++) {
            uint32_t word = 1 + pixels_below(pixels, sample.size_bytes / 4 - 1);
            sample.words[word] = damaged_value(pixels, sample.words[word]);
        }
        tame(&sample);
        ran += run_sample(pixels, &sample) == SOFTGPU_FAULT_NONE;
        check_untouched(pixels, &sample);
    }
    assert_true(ran > DAMAGED_PACKETS / 20 && ran < DAMAGED_PACKETS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PIXELS_TEST(undamaged_packets_run),      PIXELS_TEST(unknown_opcodes_fault),
        PIXELS_TEST(wrong_lengths_fault),        PIXELS_TEST(each_damage_has_its_fault),
        PIXELS_TEST(random_packets_never_crash), PIXELS_TEST(damaged_packets_never_crash),
    };
    return cmocka_run_group_tests_name("softgpu/fuzz", tests, NULL, NULL);
}
