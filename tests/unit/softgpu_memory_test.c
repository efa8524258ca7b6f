/* SPDX-License-Identifier: MIT */
/* The GPU address space, the GART and the packets that move memory. */
#include "tests/lib/softgpu_pixels.h"
#include "tests/lib/test.h"

#include <stdlib.h>
#include <string.h>

#define RAM_WINDOW (SOFTGPU_SYSTEM_WINDOW + MOCK_BUS_RAM_BASE)

static uint32_t copy(struct softgpu_board *board, uint64_t src, uint64_t dst, uint64_t size_bytes)
{
    struct softgpu_packet_copy_linear packet = {
        .header = SOFTGPU_PACKET_HEADER(SOFTGPU_OP_COPY_LINEAR, SOFTGPU_COPY_LINEAR_DWORDS),
        .src = src,
        .dst = dst,
        .size_bytes = size_bytes,
    };
    return softgpu_board_run_packets(board, SOFTGPU_NODE_COPY, &packet, sizeof(packet));
}

static uint32_t fill(struct softgpu_board *board, uint64_t dst, uint64_t size_bytes,
                     uint32_t pattern)
{
    struct softgpu_packet_fill_linear packet = {
        .header = SOFTGPU_PACKET_HEADER(SOFTGPU_OP_FILL_LINEAR, SOFTGPU_FILL_LINEAR_DWORDS),
        .dst = dst,
        .size_bytes = size_bytes,
        .pattern = pattern,
    };
    return softgpu_board_run_packets(board, SOFTGPU_NODE_COPY, &packet, sizeof(packet));
}

static uint32_t touch(struct softgpu_board *board, uint64_t address, uint32_t size_bytes)
{
    struct softgpu_packet_touch packet = {
        .header = SOFTGPU_PACKET_HEADER(SOFTGPU_OP_TOUCH, SOFTGPU_TOUCH_DWORDS),
        .flags = SOFTGPU_TOUCH_WRITE,
        .address = address,
        .size_bytes = size_bytes,
    };
    return softgpu_board_run_packets(board, SOFTGPU_NODE_3D, &packet, sizeof(packet));
}

/* The first and the last byte of each window, and their neighbours. */
static void windows_end_where_the_manual_says(void **state)
{
    struct softgpu_board *board = &((struct pixels *)*state)->board;

    static const struct {
        uint64_t address;
        bool good;
    } cases[] = {
        { 0, true },
        { (1u << 20) - 8, true },
        { (1u << 20) - 7, false }, /* leaves VRAM in its last byte */
        { 1u << 20, false },
        { 0xFFFFFFF8ull, false },
        { SOFTGPU_APERTURE_WINDOW - 4, false },
        { SOFTGPU_APERTURE_WINDOW, true },
        { SOFTGPU_APERTURE_WINDOW + 24 * 4096 - 8, true },
        { SOFTGPU_APERTURE_WINDOW + 24 * 4096 - 7, false }, /* entry 24 is not valid */
        { SOFTGPU_APERTURE_WINDOW + BOARD_GART_ENTRIES * 4096, false },
        { SOFTGPU_APERTURE_WINDOW + SOFTGPU_APERTURE_WINDOW_SIZE_MAX, false },
        { RAM_WINDOW - 1, false },
        { RAM_WINDOW, true },
        { RAM_WINDOW + BOARD_RAM_BYTES - 8, true },
        { RAM_WINDOW + BOARD_RAM_BYTES - 7, false },
        { SOFTGPU_SYSTEM_WINDOW, false },
        { SOFTGPU_SYSTEM_WINDOW + SOFTGPU_SYSTEM_WINDOW_SIZE - 8, false },
        { SOFTGPU_SYSTEM_WINDOW + SOFTGPU_SYSTEM_WINDOW_SIZE, false },
        { 0xFFFFFFFFFFFFFFF8ull, false },
        { 0xFFFFFFFFFFFFFFFFull, false },
    };
    pixels_begin(*state, 1);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        uint32_t expected = cases[i].good ? SOFTGPU_FAULT_NONE : SOFTGPU_FAULT_ADDRESS;
        assert_int_equal(touch(board, cases[i].address, 8), expected);
        assert_int_equal(copy(board, cases[i].address, 0x2000, 8), expected);
        assert_int_equal(copy(board, 0x2000, cases[i].address, 8), expected);
    }
    assert_int_equal(copy(board, 0, 0, UINT64_MAX), SOFTGPU_FAULT_OPERAND);
    assert_int_equal(copy(board, 0, 0, 1ull << 47), SOFTGPU_FAULT_ADDRESS);
    assert_int_equal(copy(board, 0, UINT64_MAX, 0), 0); /* nothing is accessed */
}

static void aperture_needs_a_valid_table(void **state)
{
    struct softgpu_board *board = &((struct pixels *)*state)->board;
    struct mock_bus *mock = &board->mock;

    pixels_begin(*state, 1);
    assert_int_equal(touch(board, SOFTGPU_APERTURE_WINDOW, 4), 0);
    mock_bus_write32(mock, SOFTGPU_REG_GART_CONTROL, 0);
    assert_int_equal(touch(board, SOFTGPU_APERTURE_WINDOW, 4), SOFTGPU_FAULT_ADDRESS);
    mock_bus_write32(mock, SOFTGPU_REG_GART_CONTROL, SOFTGPU_GART_CONTROL_ENABLE);
    mock_bus_write64(mock, SOFTGPU_REG_GART_BASE_LO, 1u << 20);
    assert_int_equal(touch(board, SOFTGPU_APERTURE_WINDOW, 4), SOFTGPU_FAULT_ADDRESS);
    mock_bus_write64(mock, SOFTGPU_REG_GART_BASE_LO, 0xFFFFFFFFFFFFF000ull);
    assert_int_equal(touch(board, SOFTGPU_APERTURE_WINDOW, 4), SOFTGPU_FAULT_ADDRESS);
    mock_bus_write64(mock, SOFTGPU_REG_GART_BASE_LO, BOARD_GART_OFFSET);
    assert_int_equal(touch(board, SOFTGPU_APERTURE_WINDOW, 4), 0);

    /* An entry that points at no memory. */
    uint64_t nowhere = 0x7000 | SOFTGPU_GART_ENTRY_VALID;
    memcpy(mock->bar_memory[SOFTGPU_BAR_VRAM] + BOARD_GART_OFFSET, &nowhere, 8);
    assert_int_equal(touch(board, SOFTGPU_APERTURE_WINDOW, 4), SOFTGPU_FAULT_ADDRESS);
}

/* A page that exists but whose entry lacks the valid bit. */
static void entries_count_only_when_valid(void **state)
{
    struct softgpu_board *board = &((struct pixels *)*state)->board;
    uint8_t *entry = board->mock.bar_memory[SOFTGPU_BAR_VRAM] + BOARD_GART_OFFSET + 3 * 8;

    pixels_begin(*state, 1);
    assert_int_equal(touch(board, SOFTGPU_APERTURE_WINDOW + 3 * 4096, 4), 0);
    entry[0] &= 0xFE;
    assert_int_equal(touch(board, SOFTGPU_APERTURE_WINDOW + 3 * 4096, 4), SOFTGPU_FAULT_ADDRESS);
    assert_int_equal(touch(board, SOFTGPU_APERTURE_WINDOW + 3 * 4096 - 4, 8),
                     SOFTGPU_FAULT_ADDRESS);
}

/* With 4 GB of VRAM the windows touch; an access still may not run from one into the other. */
static void accesses_stay_in_one_window(void **state)
{
    struct softgpu_board board;

    (void)state;
    softgpu_board_init(&board, "vram=4G");
    softgpu_board_map(&board, 0, 0);
    assert_int_equal(touch(&board, SOFTGPU_APERTURE_WINDOW - 8, 8), 0);
    assert_int_equal(touch(&board, SOFTGPU_APERTURE_WINDOW, 8), 0);
    assert_int_equal(touch(&board, SOFTGPU_APERTURE_WINDOW - 4, 8), SOFTGPU_FAULT_ADDRESS);
    softgpu_board_fini(&board);
}

static uint64_t gart_entry(struct softgpu_board *board, uint32_t index)
{
    uint64_t entry;
    memcpy(&entry, board->mock.bar_memory[SOFTGPU_BAR_VRAM] + BOARD_GART_OFFSET + index * 8u, 8);
    return entry;
}

static void gart_packets_write_the_table(void **state)
{
    struct softgpu_board *board = &((struct pixels *)*state)->board;
    struct {
        struct softgpu_packet_gart_write packet;
        unsigned long long entries[3];
    } write = {
        .packet = {
            .header = SOFTGPU_PACKET_HEADER(SOFTGPU_OP_GART_WRITE, SOFTGPU_GART_WRITE_DWORDS(3)),
            .first_entry = 40,
            .count = 3,
        },
        .entries = { 0x10001001, 0x10005001, 0x10003001 },
    };
    struct softgpu_packet_gart_fill unmap = {
        .header = SOFTGPU_PACKET_HEADER(SOFTGPU_OP_GART_FILL, SOFTGPU_GART_FILL_DWORDS),
        .first_entry = 41,
        .count = 20,
        .entry = 0x10009001,
    };

    pixels_begin(*state, 1);
    uint64_t before = gart_entry(board, 39);
    assert_int_equal(softgpu_board_run_packets(board, 1, &write, sizeof(write)), 0);
    assert_int_equal(gart_entry(board, 39), before);
    assert_int_equal(gart_entry(board, 40), 0x10001001);
    assert_int_equal(gart_entry(board, 42), 0x10003001);
    assert_int_equal(softgpu_board_run_packets(board, 0, &unmap, sizeof(unmap)), 0);
    assert_int_equal(gart_entry(board, 40), 0x10001001);
    assert_int_equal(gart_entry(board, 41), 0x10009001);
    assert_int_equal(gart_entry(board, 60), 0x10009001);
    assert_int_equal(gart_entry(board, 61), 0);

    /* After unmapping, writes to the window land in the dummy page. */
    board->mock.ram[0x9010] = 0;
    assert_int_equal(fill(board, SOFTGPU_APERTURE_WINDOW + 50 * 4096 + 0x10, 4, 0x77777777), 0);
    assert_int_equal(board->mock.ram[0x9010], 0x77);

    unmap.count = 24; /* one past the end: nothing is written */
    unmap.entry = 0x1000A001;
    assert_int_equal(softgpu_board_run_packets(board, 0, &unmap, sizeof(unmap)),
                     SOFTGPU_FAULT_ADDRESS);
    assert_int_equal(gart_entry(board, 41), 0x10009001);
    unmap.first_entry = 0xFFFFFFFFu;
    unmap.count = 0xFFFFFFFFu;
    assert_int_equal(softgpu_board_run_packets(board, 0, &unmap, sizeof(unmap)),
                     SOFTGPU_FAULT_ADDRESS);
    unmap.entry = 0x2;
    assert_int_equal(softgpu_board_run_packets(board, 0, &unmap, sizeof(unmap)),
                     SOFTGPU_FAULT_OPERAND);
    write.packet.count = 4;
    assert_int_equal(softgpu_board_run_packets(board, 1, &write, sizeof(write)),
                     SOFTGPU_FAULT_LENGTH);
}

/* A random address of size_bytes in VRAM, the scattered aperture or contiguous memory. */
static uint64_t random_place(struct pixels *pixels, uint32_t size_bytes)
{
    static const uint64_t windows[] = { 0, SOFTGPU_APERTURE_WINDOW, RAM_WINDOW + BOARD_PAGES };
    uint32_t window = pixels_below(pixels, 2);

    if (window == 1 && pixels->system_window) {
        window = 2;
    }
    return windows[window] + pixels_below(pixels, PIXELS_ARENA_BYTES - size_bytes + 1);
}

static struct softgpu_surface bytes_at(uint64_t address, uint32_t size_bytes)
{
    return (struct softgpu_surface){ address, 0, SOFTGPU_FORMAT_A8, size_bytes, 1 };
}

static void linear_copies_behave_as_memmove(void **state)
{
    struct pixels *pixels = *state;

    for (uint32_t i = 0; i < 10000; i++) {
        pixels_begin(pixels, i);
        uint32_t size = pixels_below(pixels, pixels_below(pixels, 20) ? 600 : 90000);
        uint64_t src = random_place(pixels, size);
        uint64_t dst = random_place(pixels, size);
        if (pixels_below(pixels, 3) == 0 && size < 80000) {
            src = src % 65536 % 4000 + (src & ~0xFFFFFFFFull);
            src = src < SOFTGPU_SYSTEM_WINDOW ? src : RAM_WINDOW + BOARD_PAGES + src % 4000;
            dst = src + pixels_below(pixels, 4000); /* close enough to overlap */
        }
        struct softgpu_packet_copy_linear packet = {
            .header = SOFTGPU_PACKET_HEADER(SOFTGPU_OP_COPY_LINEAR, SOFTGPU_COPY_LINEAR_DWORDS),
            .src = src,
            .dst = dst,
            .size_bytes = size,
        };
        assert_int_equal(pixels_run(pixels, &packet, sizeof(packet), NULL, 0), 0);
        struct softgpu_surface from = bytes_at(src, size), to = bytes_at(dst, size);
        for (uint32_t x = 0; x < size; x++) {
            pixels_set(pixels, &to, (int32_t)x, 0, pixels_get_old(pixels, &from, (int32_t)x, 0));
        }
        if (!pixels_equal(pixels)) {
            fail_msg("copy case %u, %u bytes", i, size);
        }
    }
}

static void linear_fills_cover_exactly_their_bytes(void **state)
{
    struct pixels *pixels = *state;

    for (uint32_t i = 0; i < 10000; i++) {
        pixels_begin(pixels, i);
        uint32_t size = pixels_below(pixels, pixels_below(pixels, 20) ? 70 : 9000);
        uint64_t dst = random_place(pixels, size);
        struct softgpu_packet_fill_linear packet = {
            .header = SOFTGPU_PACKET_HEADER(SOFTGPU_OP_FILL_LINEAR, SOFTGPU_FILL_LINEAR_DWORDS),
            .dst = dst,
            .size_bytes = size,
            .pattern = pixels_random(pixels),
        };
        assert_int_equal(pixels_run(pixels, &packet, sizeof(packet), NULL, 0), 0);
        struct softgpu_surface to = bytes_at(dst, size);
        for (uint32_t x = 0; x < size; x++) {
            pixels_set(pixels, &to, (int32_t)x, 0, packet.pattern >> (x % 4 * 8));
        }
        if (!pixels_equal(pixels)) {
            fail_msg("fill case %u, %u bytes", i, size);
        }
    }
}

/* A surface that is only partly in memory may be used where it is. */
static void only_the_rectangles_need_memory(void **state)
{
    struct pixels *pixels = *state;
    struct softgpu_board *board = &pixels->board;
    struct {
        struct softgpu_packet_fill packet;
        struct softgpu_rect rects[2];
    } fill_packet = {
        .packet = {
            .header = SOFTGPU_PACKET_HEADER(SOFTGPU_OP_FILL, SOFTGPU_FILL_DWORDS(2)),
            .dst = { SOFTGPU_APERTURE_WINDOW + 20 * 4096, 4096, SOFTGPU_FORMAT_A8R8G8B8, 1024, 6 },
            .colour = 0x12345678,
            .rop = SOFTGPU_FILL_PATCOPY,
            .rect_count = 2,
        },
        .rects = { { 0, 0, 1024, 4 }, { 1, 3, 2, 3 } },
    };
    uint32_t value;

    pixels_begin(pixels, 0); /* entries from 24 on are not valid */
    assert_int_equal(softgpu_board_run_packets(board, 0, &fill_packet, sizeof(fill_packet)), 0);
    memcpy(&value, board->mock.ram + BOARD_PAGES + pixels->page_of[23] * 4096, 4);
    assert_int_equal(value, 0x12345678);

    fill_packet.packet.colour = 0;
    fill_packet.rects[1].bottom = 5; /* row 4 is missing, and nothing at all is drawn */
    assert_int_equal(softgpu_board_run_packets(board, 0, &fill_packet, sizeof(fill_packet)),
                     SOFTGPU_FAULT_ADDRESS);
    memcpy(&value, board->mock.ram + BOARD_PAGES + pixels->page_of[20] * 4096, 4);
    assert_int_equal(value, 0x12345678);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PIXELS_TEST(windows_end_where_the_manual_says),
        PIXELS_TEST(aperture_needs_a_valid_table),
        PIXELS_TEST(entries_count_only_when_valid),
        cmocka_unit_test(accesses_stay_in_one_window),
        PIXELS_TEST(gart_packets_write_the_table),
        PIXELS_TEST(linear_copies_behave_as_memmove),
        PIXELS_TEST(linear_fills_cover_exactly_their_bytes),
        PIXELS_TEST(only_the_rectangles_need_memory),
    };
    return cmocka_run_group_tests_name("softgpu/memory", tests, NULL, NULL);
}
