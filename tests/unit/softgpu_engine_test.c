/* SPDX-License-Identifier: MIT */
/* Rings, fences, time, faults and resets of the two nodes. */
#include "tests/lib/softgpu_board.h"
#include "tests/lib/test.h"

#include <string.h>

#define COMMANDS_ADDRESS (SOFTGPU_SYSTEM_WINDOW + MOCK_BUS_RAM_BASE + BOARD_COMMANDS)

static void run_all(struct softgpu_board *board)
{
    while (mock_bus_step(&board->mock)) {
    }
}

/* A one-pixel fill of VRAM at an address; 64 bytes. */
struct pixel_fill {
    struct softgpu_packet_fill packet;
    struct softgpu_rect rect;
};

static struct pixel_fill pixel_fill(uint64_t address, uint32_t colour)
{
    return (struct pixel_fill){
        .packet = {
            .header = SOFTGPU_PACKET_HEADER(SOFTGPU_OP_FILL, SOFTGPU_FILL_DWORDS(1)),
            .dst = { address, 4, SOFTGPU_FORMAT_X8R8G8B8, 1, 1 },
            .colour = colour,
            .rop = SOFTGPU_FILL_PATCOPY,
            .rect_count = 1,
        },
        .rect = { 0, 0, 1, 1 },
    };
}

static uint32_t vram_dword(struct softgpu_board *board, uint32_t offset)
{
    uint32_t value;
    memcpy(&value, board->mock.bar_memory[SOFTGPU_BAR_VRAM] + offset, 4);
    return value;
}

static void commands_write(struct softgpu_board *board, uint32_t offset, const void *bytes,
                           size_t size)
{
    memcpy(board->mock.ram + BOARD_COMMANDS + offset, bytes, size);
}

static void entry_retires_with_fence_head_and_interrupt(void **state)
{
    struct softgpu_board *board = *state;
    struct mock_bus *mock = &board->mock;
    struct pixel_fill fill = pixel_fill(0x100, 0xCAFE0001u);

    mock_bus_write32(mock, SOFTGPU_REG_INT_ENABLE, SOFTGPU_INT_FENCE(0));
    commands_write(board, 0, &fill, sizeof(fill));
    uint32_t fence =
        softgpu_board_queue(board, 0, COMMANDS_ADDRESS, sizeof(fill), SOFTGPU_ENTRY_INTERRUPT);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_STATUS), SOFTGPU_NODE_STATUS_BUSY);
    assert_int_equal(vram_dword(board, 0x100), 0); /* nothing happens inside the doorbell */

    run_all(board);
    assert_int_equal(vram_dword(board, 0x100), 0xCAFE0001u);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_FENCE_COMPLETED), fence);
    assert_int_equal(softgpu_board_fence_written(board, 0), fence);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_RING_HEAD), 1);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_STATUS), 0);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_REG_INT_STATUS), SOFTGPU_INT_FENCE(0));
    assert_true(mock->line);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_PACKETS_LO), 1);
}

static void entry_without_the_flag_raises_no_interrupt(void **state)
{
    struct softgpu_board *board = *state;

    uint32_t fence = softgpu_board_queue(board, 0, 0, 0, 0);
    run_all(board);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_FENCE_COMPLETED), fence);
    assert_int_equal(mock_bus_read32(&board->mock, SOFTGPU_REG_INT_STATUS), 0);
}

/* 400 ns fetch, 20 ns per packet plus work, 100 ns to retire: the manual's figures. */
static void steps_take_the_documented_time(void **state)
{
    struct softgpu_board *board = *state;
    struct pixel_fill fill = pixel_fill(0, 1);

    softgpu_board_queue(board, 0, 0, 0, 0);
    run_all(board);
    assert_int_equal(board->mock.now_ns, 500);

    uint64_t start = board->mock.now_ns;
    fill.packet.dst.width = 64;
    fill.packet.dst.height = 32;
    fill.packet.dst.pitch = 256;
    fill.rect = (struct softgpu_rect){ 0, 0, 64, 32 };
    commands_write(board, 0, &fill, sizeof(fill));
    commands_write(board, sizeof(fill), &fill, sizeof(fill));
    softgpu_board_queue(board, 0, COMMANDS_ADDRESS, 2 * sizeof(fill), 0);
    run_all(board);
    assert_int_equal(board->mock.now_ns - start, 400 + 2 * (20 + 64 * 32 / 8) + 100);
    assert_int_equal(mock_bus_read64(&board->mock, SOFTGPU_NODE_BLOCK(0) + SOFTGPU_NODE_BUSY_NS_LO),
                     board->mock.now_ns);
}

static void current_registers_show_the_running_packet(void **state)
{
    struct softgpu_board *board = *state;
    struct pixel_fill fill = pixel_fill(0, 1);

    commands_write(board, 0, &fill, sizeof(fill));
    commands_write(board, sizeof(fill), &fill, sizeof(fill));
    uint32_t fence = softgpu_board_queue(board, 0, COMMANDS_ADDRESS, 2 * sizeof(fill), 0);
    mock_bus_step(&board->mock); /* the fetch */
    mock_bus_step(&board->mock); /* the first packet */
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_CURRENT_FENCE), fence);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_CURRENT_CONTEXT), 7);
    assert_int_equal(
        mock_bus_read64(&board->mock, SOFTGPU_NODE_BLOCK(0) + SOFTGPU_NODE_CURRENT_PACKET_LO),
        COMMANDS_ADDRESS + sizeof(fill));
    run_all(board);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_CURRENT_FENCE), 0);
}

static void ring_wraps_and_runs_in_order(void **state)
{
    struct softgpu_board *board = *state;
    struct pixel_fill fills[100];

    for (uint32_t i = 0; i < 100; i++) {
        fills[i] = pixel_fill(0x40, i + 1);
        commands_write(board, i * (uint32_t)sizeof(fills[i]), &fills[i], sizeof(fills[i]));
    }
    /* Never more than the ring holds; the values of one pixel show the order. */
    for (uint32_t i = 0, last = 0; i < 100;) {
        for (uint32_t n = 0; n < BOARD_RING_ENTRIES - 1 && i < 100; n++, i++) {
            softgpu_board_queue(board, 0, COMMANDS_ADDRESS + i * sizeof(fills[0]), sizeof(fills[0]),
                                0);
        }
        while (mock_bus_step(&board->mock)) {
            uint32_t seen = vram_dword(board, 0x40);
            assert_true(seen == last || seen == last + 1);
            last = seen;
        }
    }
    assert_int_equal(vram_dword(board, 0x40), 100);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_RING_HEAD),
                     100 % BOARD_RING_ENTRIES);
}

static void skipped_entry_retires_without_reading(void **state)
{
    struct softgpu_board *board = *state;

    uint32_t fence = softgpu_board_queue(board, 0, 0xDEAD0000DEAD0000ull, 64, SOFTGPU_ENTRY_SKIP);
    run_all(board);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_FAULT_CODE), 0);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_FENCE_COMPLETED), fence);
}

static void nodes_run_in_parallel(void **state)
{
    struct softgpu_board *board = *state;
    struct softgpu_packet_fill_linear set = {
        .header = SOFTGPU_PACKET_HEADER(SOFTGPU_OP_FILL_LINEAR, SOFTGPU_FILL_LINEAR_DWORDS),
        .dst = 0,
        .size_bytes = 0x80000,
    };

    commands_write(board, 0, &set, sizeof(set));
    softgpu_board_queue(board, 0, COMMANDS_ADDRESS, sizeof(set), 0);
    softgpu_board_queue(board, 1, COMMANDS_ADDRESS, sizeof(set), 0);
    run_all(board);
    assert_int_equal(board->mock.now_ns, 400 + 20 + 0x80000 / 32 + 100);
    assert_true(softgpu_board_read(board, 0, SOFTGPU_NODE_FENCE_COMPLETED) != 0);
    assert_true(softgpu_board_read(board, 1, SOFTGPU_NODE_FENCE_COMPLETED) != 0);
}

static void disabled_node_finishes_its_entry_and_stops(void **state)
{
    struct softgpu_board *board = *state;

    uint32_t first = softgpu_board_queue(board, 0, 0, 0, 0);
    uint32_t second = softgpu_board_queue(board, 0, 0, 0, 0);
    softgpu_board_write(board, 0, SOFTGPU_NODE_CONTROL, 0);
    run_all(board);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_FENCE_COMPLETED), first);
    softgpu_board_write(board, 0, SOFTGPU_NODE_CONTROL, SOFTGPU_NODE_CONTROL_ENABLE);
    run_all(board);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_FENCE_COMPLETED), second);
}

static void setup_registers_are_locked_while_enabled(void **state)
{
    struct softgpu_board *board = *state;

    softgpu_board_write(board, 0, SOFTGPU_NODE_RING_ENTRIES, 1024);
    softgpu_board_write(board, 0, SOFTGPU_NODE_FENCE_COMPLETED, 77);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_RING_ENTRIES), BOARD_RING_ENTRIES);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_FENCE_COMPLETED), 0);
    softgpu_board_write(board, 0, SOFTGPU_NODE_CONTROL, 0);
    softgpu_board_write(board, 0, SOFTGPU_NODE_FENCE_COMPLETED, 77);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_FENCE_COMPLETED), 77);
}

/* A fault stops one node, says why, and only a reset brings it back. */
static void fault_halts_until_reset(void **state)
{
    struct softgpu_board *board = *state;
    struct mock_bus *mock = &board->mock;
    struct pixel_fill good = pixel_fill(0x10, 5), bad = pixel_fill(0x20, 6);

    bad.rect.right = 2;
    commands_write(board, 0, &good, sizeof(good));
    commands_write(board, sizeof(good), &bad, sizeof(bad));
    mock_bus_write32(mock, SOFTGPU_REG_INT_ENABLE, SOFTGPU_INT_ALL);
    uint32_t fence = softgpu_board_queue(board, 0, COMMANDS_ADDRESS, 2 * sizeof(good),
                                         SOFTGPU_ENTRY_INTERRUPT | SOFTGPU_ENTRY_PAGING);
    softgpu_board_queue(board, 0, COMMANDS_ADDRESS, sizeof(good), 0);
    run_all(board);

    assert_int_equal(vram_dword(board, 0x10), 5);
    assert_int_equal(vram_dword(board, 0x20), 0);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_STATUS),
                     SOFTGPU_NODE_STATUS_FAULTED);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_FAULT_CODE), SOFTGPU_FAULT_RECT);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_FAULT_FENCE), fence);
    assert_int_equal(mock_bus_read64(mock, SOFTGPU_NODE_BLOCK(0) + SOFTGPU_NODE_FAULT_PACKET_LO),
                     COMMANDS_ADDRESS + sizeof(good));
    assert_int_equal(mock_bus_read64(mock, SOFTGPU_NODE_BLOCK(0) + SOFTGPU_NODE_FAULT_ADDRESS_LO),
                     COMMANDS_ADDRESS + sizeof(good) + sizeof(bad.packet));
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_RING_HEAD), 0);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_FENCE_COMPLETED), 0);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_REG_INT_STATUS), SOFTGPU_INT_FAULT(0));
    assert_int_equal(mock->log_count, 1);
    assert_non_null(strstr(mock->last_log, "paging"));

    softgpu_board_queue(board, 0, COMMANDS_ADDRESS, sizeof(good), 0); /* no doorbell helps */
    assert_false(mock_bus_step(mock));
    uint32_t other = softgpu_board_queue(board, 1, 0, 0, 0); /* the other node goes on */
    run_all(board);
    assert_int_equal(softgpu_board_read(board, 1, SOFTGPU_NODE_FENCE_COMPLETED), other);

    softgpu_board_write(board, 0, SOFTGPU_NODE_CONTROL, SOFTGPU_NODE_CONTROL_RESET);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_STATUS), 0);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_FAULT_CODE), 0);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_REG_INT_STATUS), 0);
    assert_false(mock->line);
    softgpu_board_enable(board, 0);
    fence = softgpu_board_queue(board, 0, COMMANDS_ADDRESS, sizeof(good), 0);
    run_all(board);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_FENCE_COMPLETED), fence);
}

static void reset_drops_the_running_entry(void **state)
{
    struct softgpu_board *board = *state;
    struct pixel_fill fill = pixel_fill(0x30, 9);

    commands_write(board, 0, &fill, sizeof(fill));
    softgpu_board_queue(board, 0, COMMANDS_ADDRESS, sizeof(fill), SOFTGPU_ENTRY_INTERRUPT);
    mock_bus_step(&board->mock); /* fetched, about to draw */
    softgpu_board_write(board, 0, SOFTGPU_NODE_CONTROL, SOFTGPU_NODE_CONTROL_RESET);
    assert_false(mock_bus_step(&board->mock));
    assert_int_equal(vram_dword(board, 0x30), 0);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_FENCE_COMPLETED), 0);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_RING_TAIL), 0);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_CONTROL), 0);
}

static uint32_t fault_after_run(struct softgpu_board *board)
{
    run_all(board);
    uint32_t code = softgpu_board_read(board, 0, SOFTGPU_NODE_FAULT_CODE);
    softgpu_board_write(board, 0, SOFTGPU_NODE_CONTROL, SOFTGPU_NODE_CONTROL_RESET);
    return code;
}

static void senseless_rings_fault(void **state)
{
    struct softgpu_board *board = *state;
    static const uint32_t sizes[] = { 0, 1, 3, 12, 65536 };
    uint32_t block = SOFTGPU_NODE_BLOCK(0);

    for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
        softgpu_board_write(board, 0, SOFTGPU_NODE_CONTROL, SOFTGPU_NODE_CONTROL_RESET);
        softgpu_board_write(board, 0, SOFTGPU_NODE_RING_ENTRIES, sizes[i]);
        softgpu_board_write(board, 0, SOFTGPU_NODE_RING_TAIL, 1);
        softgpu_board_write(board, 0, SOFTGPU_NODE_CONTROL, SOFTGPU_NODE_CONTROL_ENABLE);
        assert_int_equal(fault_after_run(board), SOFTGPU_FAULT_RING);
    }

    softgpu_board_enable(board, 0);
    softgpu_board_write(board, 0, SOFTGPU_NODE_RING_TAIL, BOARD_RING_ENTRIES);
    assert_int_equal(fault_after_run(board), SOFTGPU_FAULT_RING);

    static const uint64_t bases[] = { SOFTGPU_SYSTEM_WINDOW, SOFTGPU_APERTURE_WINDOW + 0x20000000,
                                      SOFTGPU_SYSTEM_WINDOW + MOCK_BUS_RAM_BASE + 16,
                                      0xFFFFFFFFFFFFFFE0ull };
    for (size_t i = 0; i < sizeof(bases) / sizeof(bases[0]); i++) {
        softgpu_board_write(board, 0, SOFTGPU_NODE_CONTROL, SOFTGPU_NODE_CONTROL_RESET);
        mock_bus_write64(&board->mock, block + SOFTGPU_NODE_RING_BASE_LO, bases[i]);
        softgpu_board_write(board, 0, SOFTGPU_NODE_RING_ENTRIES, BOARD_RING_ENTRIES);
        softgpu_board_write(board, 0, SOFTGPU_NODE_CONTROL, SOFTGPU_NODE_CONTROL_ENABLE);
        softgpu_board_write(board, 0, SOFTGPU_NODE_RING_TAIL, 1);
        assert_int_equal(fault_after_run(board), SOFTGPU_FAULT_RING);
    }
}

static void senseless_entries_fault(void **state)
{
    struct softgpu_board *board = *state;

    softgpu_board_queue(board, 0, COMMANDS_ADDRESS + 4, 8, 0);
    assert_int_equal(fault_after_run(board), SOFTGPU_FAULT_ENTRY);
    softgpu_board_enable(board, 0);
    softgpu_board_queue(board, 0, COMMANDS_ADDRESS, 12, 0);
    assert_int_equal(fault_after_run(board), SOFTGPU_FAULT_ENTRY);
    softgpu_board_enable(board, 0);
    softgpu_board_queue(board, 0, COMMANDS_ADDRESS, 8, 0x80);
    assert_int_equal(fault_after_run(board), SOFTGPU_FAULT_ENTRY);
    softgpu_board_enable(board, 0);
    board->mock.ram[28] = 1; /* a reserved field of entry 0 */
    softgpu_board_write(board, 0, SOFTGPU_NODE_RING_TAIL, 1);
    assert_int_equal(fault_after_run(board), SOFTGPU_FAULT_ENTRY);
    softgpu_board_enable(board, 0);
    softgpu_board_queue(board, 0, SOFTGPU_SYSTEM_WINDOW, 8, 0);
    assert_int_equal(fault_after_run(board), SOFTGPU_FAULT_FETCH);
}

static void fence_page_outside_memory_faults(void **state)
{
    struct softgpu_board *board = *state;

    mock_bus_write64(&board->mock, SOFTGPU_NODE_BLOCK(0) + SOFTGPU_NODE_FENCE_ADDRESS_LO, 0x1000);
    softgpu_board_queue(board, 0, 0, 0, 0);
    assert_int_equal(fault_after_run(board), SOFTGPU_FAULT_FENCE_WRITE);
}

static void write_back_can_be_off(void **state)
{
    struct softgpu_board *board = *state;

    mock_bus_write64(&board->mock, SOFTGPU_NODE_BLOCK(0) + SOFTGPU_NODE_FENCE_ADDRESS_LO, 0);
    uint32_t fence = softgpu_board_queue(board, 0, 0, 0, 0);
    run_all(board);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_FENCE_COMPLETED), fence);
    assert_int_equal(softgpu_board_fence_written(board, 0), 0);
}

/* The copy engine refuses pixels, both accept memory packets. */
static void nodes_run_only_their_packets(void **state)
{
    struct softgpu_board *board = *state;
    struct pixel_fill fill = pixel_fill(0, 1);
    uint32_t nop[2] = { SOFTGPU_PACKET_HEADER(SOFTGPU_OP_NOP, 2), 0 };

    assert_int_equal(softgpu_board_run_packets(board, 1, &fill, sizeof(fill)),
                     SOFTGPU_FAULT_OPCODE);
    assert_int_equal(softgpu_board_run_packets(board, 0, &fill, sizeof(fill)), 0);
    assert_int_equal(softgpu_board_run_packets(board, 0, nop, sizeof(nop)), 0);
    assert_int_equal(softgpu_board_run_packets(board, 1, nop, sizeof(nop)), 0);
}

/* Two identical boards fed the same way end in the same state at the same time. */
static void runs_are_repeatable(void **state)
{
    struct softgpu_board *board = *state;
    struct softgpu_board twin;
    struct pixel_fill fill = pixel_fill(0x80, 3);

    softgpu_board_init(&twin, "vram=1M");
    for (uint32_t i = 0; i < 20; i++) {
        softgpu_board_run_packets(board, 0, &fill, sizeof(fill));
        softgpu_board_run_packets(&twin, 0, &fill, sizeof(fill));
        assert_int_equal(board->mock.now_ns, twin.mock.now_ns);
    }
    assert_memory_equal(board->mock.bar_memory[1], twin.mock.bar_memory[1], 1u << 20);
    softgpu_board_fini(&twin);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BOARD_TEST(entry_retires_with_fence_head_and_interrupt),
        BOARD_TEST(entry_without_the_flag_raises_no_interrupt),
        BOARD_TEST(steps_take_the_documented_time),
        BOARD_TEST(current_registers_show_the_running_packet),
        BOARD_TEST(ring_wraps_and_runs_in_order),
        BOARD_TEST(skipped_entry_retires_without_reading),
        BOARD_TEST(nodes_run_in_parallel),
        BOARD_TEST(disabled_node_finishes_its_entry_and_stops),
        BOARD_TEST(setup_registers_are_locked_while_enabled),
        BOARD_TEST(fault_halts_until_reset),
        BOARD_TEST(reset_drops_the_running_entry),
        BOARD_TEST(senseless_rings_fault),
        BOARD_TEST(senseless_entries_fault),
        BOARD_TEST(fence_page_outside_memory_faults),
        BOARD_TEST(write_back_can_be_off),
        BOARD_TEST(nodes_run_only_their_packets),
        BOARD_TEST(runs_are_repeatable),
    };
    return cmocka_run_group_tests_name("softgpu/engine", tests, NULL, NULL);
}
