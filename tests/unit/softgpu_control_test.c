/* SPDX-License-Identifier: MIT */
/* Test controls: each misbehaviour, by register, by option and by the host program. */
#include "tests/lib/softgpu_board.h"
#include "tests/lib/test.h"

#include "devices/softgpu/softgpu_device.h"

#include <string.h>

#define COMMANDS_ADDRESS (SOFTGPU_SYSTEM_WINDOW + MOCK_BUS_RAM_BASE + BOARD_COMMANDS)
#define NOP_BYTES 8u
#define FETCH_NS 400u
#define PACKET_NS 20u
#define RETIRE_NS 100u
#define PREEMPT_NS 200u

static void run_all(struct softgpu_board *board)
{
    while (mock_bus_step(&board->mock)) {
    }
}

static uint32_t nops_queue(struct softgpu_board *board, uint32_t node, uint32_t count)
{
    uint32_t nop[2] = { SOFTGPU_PACKET_HEADER(SOFTGPU_OP_NOP, 2), 0 };

    for (uint32_t i = 0; i < count; i++) {
        memcpy(board->mock.ram + BOARD_COMMANDS + i * NOP_BYTES, nop, sizeof(nop));
    }
    return softgpu_board_queue(board, node, COMMANDS_ADDRESS, count * NOP_BYTES,
                               SOFTGPU_ENTRY_INTERRUPT);
}

static uint64_t time_to_run(struct softgpu_board *board, uint32_t node, uint32_t count)
{
    uint64_t start = board->mock.now_ns;

    nops_queue(board, node, count);
    run_all(board);
    return board->mock.now_ns - start;
}

static void control(struct softgpu_board *board, enum softgpu_control what, uint32_t node,
                    int64_t value)
{
    assert_true(softgpu_test_control(board->mock.device, what, node, value));
}

static struct softgpu_node_state truth(struct softgpu_board *board, uint32_t node)
{
    struct softgpu_node_state state;

    assert_true(softgpu_node_state_get(board->mock.device, node, &state));
    return state;
}

static uint32_t causes(struct softgpu_board *board)
{
    return mock_bus_read32(&board->mock, SOFTGPU_REG_INT_STATUS);
}

static void unlock(struct softgpu_board *board)
{
    mock_bus_write32(&board->mock, SOFTGPU_REG_TEST_UNLOCK, SOFTGPU_TEST_KEY);
}

static void reset_and_enable(struct softgpu_board *board, uint32_t node)
{
    softgpu_board_write(board, node, SOFTGPU_NODE_CONTROL, SOFTGPU_NODE_CONTROL_RESET);
    softgpu_board_enable(board, node);
}

/* Every control register: its offset and a value it keeps. */
static const struct {
    uint32_t offset;
    uint32_t value;
} node_registers[] = {
    { SOFTGPU_NODE_TEST_CONTROL, SOFTGPU_TEST_CONTROL_HANG },
    { SOFTGPU_NODE_TEST_HANG_PACKETS, 5 },
    { SOFTGPU_NODE_TEST_HANG_TIME_LO, 0x11111111 },
    { SOFTGPU_NODE_TEST_HANG_TIME_HI, 0x22222222 },
    { SOFTGPU_NODE_TEST_SLOW, 3 },
    { SOFTGPU_NODE_TEST_RETIRE_DELAY, 1000 },
    { SOFTGPU_NODE_TEST_INTERRUPT_DELAY, 2000 },
    { SOFTGPU_NODE_TEST_LOSE_FENCE, 4 },
    { SOFTGPU_NODE_TEST_LOSE_PREEMPTED, 6 },
    { SOFTGPU_NODE_TEST_WRONG_FENCE, 0xFFFFFFFE },
    { SOFTGPU_NODE_TEST_IGNORE_PREEMPT, 7 },
};
#define NODE_REGISTER_COUNT (sizeof(node_registers) / sizeof(node_registers[0]))

static void locked_controls_take_no_writes(void **state)
{
    struct softgpu_board *board = *state;
    struct mock_bus *mock = &board->mock;

    mock_bus_write32(mock, SOFTGPU_REG_TEST_UNLOCK, SOFTGPU_TEST_KEY + 1);
    mock_bus_write32(mock, SOFTGPU_REG_INT_ENABLE, SOFTGPU_INT_ALL);
    for (uint32_t node = 0; node < SOFTGPU_NODE_COUNT; node++) {
        for (size_t i = 0; i < NODE_REGISTER_COUNT; i++) {
            softgpu_board_write(board, node, node_registers[i].offset, node_registers[i].value);
            assert_int_equal(softgpu_board_read(board, node, node_registers[i].offset), 0);
        }
    }
    mock_bus_write32(mock, SOFTGPU_REG_TEST_SPURIOUS, SOFTGPU_INT_FENCE(0));
    mock_bus_write32(mock, SOFTGPU_REG_TEST_PULSE, 1);
    mock_bus_write32(mock, SOFTGPU_REG_TEST_IGNORE_RESET, 1);
    assert_false(mock->line);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_REG_TEST_IGNORE_RESET), 0);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_REG_TEST_UNLOCK), 0);
    assert_int_equal(mock->log_count, 0);
}

static void unlocked_controls_keep_their_values_through_resets(void **state)
{
    struct softgpu_board *board = *state;
    struct mock_bus *mock = &board->mock;

    unlock(board);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_REG_TEST_UNLOCK), 1);
    for (size_t i = 0; i < NODE_REGISTER_COUNT; i++) {
        softgpu_board_write(board, 1, node_registers[i].offset, node_registers[i].value);
    }
    softgpu_board_write(board, 1, SOFTGPU_NODE_CONTROL, SOFTGPU_NODE_CONTROL_RESET);
    mock_bus_write32(mock, SOFTGPU_REG_BOARD_CONTROL, SOFTGPU_BOARD_CONTROL_RESET);
    for (size_t i = 0; i < NODE_REGISTER_COUNT; i++) {
        assert_int_equal(softgpu_board_read(board, 1, node_registers[i].offset),
                         node_registers[i].value);
        assert_int_equal(softgpu_board_read(board, 0, node_registers[i].offset), 0);
    }
    mock_bus_write32(mock, SOFTGPU_REG_TEST_IGNORE_RESET, 0xFFFFFFFFu);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_REG_TEST_IGNORE_RESET),
                     SOFTGPU_TEST_IGNORE_RESET_BOARD | 3);

    mock_bus_write32(mock, SOFTGPU_REG_TEST_UNLOCK, 0);
    mock_bus_write32(mock, SOFTGPU_REG_TEST_IGNORE_RESET, 0);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_REG_TEST_IGNORE_RESET),
                     SOFTGPU_TEST_IGNORE_RESET_BOARD | 3);
    softgpu_board_write(board, 0, SOFTGPU_NODE_TEST_SLOW, 2);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_TEST_SLOW), 0);
}

static void a_hung_node_stands_still_until_its_reset(void **state)
{
    struct softgpu_board *board = *state;
    struct mock_bus *mock = &board->mock;

    uint32_t fence = nops_queue(board, 0, 4);
    uint32_t next = nops_queue(board, 0, 1);
    mock_bus_run_until(mock, FETCH_NS + PACKET_NS);
    unlock(board);
    softgpu_board_write(board, 0, SOFTGPU_NODE_TEST_CONTROL, SOFTGPU_TEST_CONTROL_HANG);
    run_all(board); /* the second packet ends, the third never begins */
    assert_int_equal(mock->now_ns, FETCH_NS + 2 * PACKET_NS);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_TEST_CONTROL),
                     SOFTGPU_TEST_CONTROL_HUNG);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_STATUS), SOFTGPU_NODE_STATUS_BUSY);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_CURRENT_FENCE), fence);
    assert_int_equal(mock_bus_read64(mock, SOFTGPU_NODE_BLOCK(0) + SOFTGPU_NODE_CURRENT_PACKET_LO),
                     COMMANDS_ADDRESS + 2 * NOP_BYTES);
    assert_int_equal(truth(board, 0).packets, 2);
    assert_true(truth(board, 0).hung);
    assert_non_null(strstr(mock->last_log, "hangs"));

    softgpu_board_write(board, 0, SOFTGPU_NODE_PREEMPT_REQUEST, 9);
    softgpu_board_write(board, 0, SOFTGPU_NODE_CONTROL, 0);
    softgpu_board_write(board, 0, SOFTGPU_NODE_TEST_CONTROL, 0);
    assert_false(mock_bus_step(mock));
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_PREEMPT_STATUS),
                     SOFTGPU_PREEMPT_STATUS_PENDING);
    assert_int_equal(causes(board), 0);
    uint32_t other = nops_queue(board, 1, 1); /* the other node goes on */
    run_all(board);
    assert_int_equal(truth(board, 1).retired_fence, other);
    assert_int_equal(truth(board, 0).retired_fence, 0);

    reset_and_enable(board, 0);
    assert_false(truth(board, 0).hung);
    next = nops_queue(board, 0, 3);
    run_all(board);
    assert_int_equal(truth(board, 0).retired_fence, next);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_FENCE_COMPLETED), next);
}

static void a_hang_can_be_called_off(void **state)
{
    struct softgpu_board *board = *state;

    control(board, SOFTGPU_CONTROL_HANG, 0, 1);
    control(board, SOFTGPU_CONTROL_HANG, 0, 0);
    uint32_t fence = nops_queue(board, 0, 2);
    run_all(board);
    assert_int_equal(truth(board, 0).retired_fence, fence);
}

static void an_entry_without_packets_does_not_hang(void **state)
{
    struct softgpu_board *board = *state;

    control(board, SOFTGPU_CONTROL_HANG, 0, 1);
    uint32_t fence = softgpu_board_queue(board, 0, 0, 0, 0);
    run_all(board);
    assert_int_equal(truth(board, 0).retired_fence, fence);
    nops_queue(board, 0, 1);
    run_all(board);
    assert_true(truth(board, 0).hung);
}

static void a_node_hangs_after_a_number_of_packets(void **state)
{
    struct softgpu_board *board = *state;

    unlock(board);
    softgpu_board_write(board, 0, SOFTGPU_NODE_TEST_HANG_PACKETS, 5);
    uint32_t fence = nops_queue(board, 0, 3);
    nops_queue(board, 0, 3);
    run_all(board);
    assert_true(truth(board, 0).hung);
    assert_int_equal(truth(board, 0).packets, 5);
    assert_int_equal(truth(board, 0).retired_fence, fence);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_TEST_HANG_PACKETS), 0);
}

static void a_node_hangs_at_each_of_its_times(void **state)
{
    struct softgpu_board *board = *state;
    struct mock_bus *mock = &board->mock;

    control(board, SOFTGPU_CONTROL_HANG_TIME, 0, 30000);
    control(board, SOFTGPU_CONTROL_HANG_TIME, 0, 10000);
    control(board, SOFTGPU_CONTROL_HANG_TIME, 0, 20000);
    assert_int_equal(mock_bus_read64(mock, SOFTGPU_NODE_BLOCK(0) + SOFTGPU_NODE_TEST_HANG_TIME_LO),
                     10000);
    for (uint32_t time_ns = 10000; time_ns <= 30000; time_ns += 10000) {
        uint32_t fence = nops_queue(board, 0, 2);
        run_all(board);
        assert_int_equal(truth(board, 0).retired_fence, fence);
        mock_bus_run_until(mock, time_ns); /* an idle node does not hang: it has no packet */
        assert_false(truth(board, 0).hung);
        nops_queue(board, 0, 2);
        run_all(board);
        assert_true(truth(board, 0).hung);
        reset_and_enable(board, 0);
    }
    mock_bus_run_until(mock, 1000000);
    assert_int_equal(time_to_run(board, 0, 1), FETCH_NS + PACKET_NS + RETIRE_NS);

    for (uint32_t i = 0; i < SOFTGPU_TEST_HANG_TIMES_MAX; i++) {
        control(board, SOFTGPU_CONTROL_HANG_TIME, 1, 1000 * (16 - (int64_t)i));
    }
    assert_false(softgpu_test_control(mock->device, SOFTGPU_CONTROL_HANG_TIME, 1, 1));
    unlock(board);
    mock_bus_write64(mock, SOFTGPU_NODE_BLOCK(1) + SOFTGPU_NODE_TEST_HANG_TIME_LO, 0);
    assert_int_equal(time_to_run(board, 1, 1), FETCH_NS + PACKET_NS + RETIRE_NS);
}

static void a_slow_node_takes_a_multiple_of_its_time(void **state)
{
    struct softgpu_board *board = *state;
    uint64_t normal_ns = FETCH_NS + 3 * PACKET_NS + RETIRE_NS;

    control(board, SOFTGPU_CONTROL_SLOW, 0, 1000);
    assert_int_equal(time_to_run(board, 0, 3), 1000 * normal_ns);
    assert_int_equal(time_to_run(board, 1, 3), normal_ns);
    control(board, SOFTGPU_CONTROL_SLOW, 0, 1);
    assert_int_equal(time_to_run(board, 0, 3), normal_ns);

    unlock(board);
    softgpu_board_write(board, 0, SOFTGPU_NODE_TEST_SLOW, 0xFFFFFFFFu);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_TEST_SLOW), SOFTGPU_TEST_SLOW_MAX);
}

/* However long a packet is, the time of its end can be said. */
static void a_slow_node_does_not_run_backwards(void **state)
{
    struct softgpu_board *board = *state;
    struct softgpu_packet_copy_linear copy = {
        .header = SOFTGPU_PACKET_HEADER(SOFTGPU_OP_COPY_LINEAR, SOFTGPU_COPY_LINEAR_DWORDS),
        .size_bytes = SOFTGPU_SYSTEM_WINDOW_SIZE,
    };

    control(board, SOFTGPU_CONTROL_SLOW, 0, SOFTGPU_TEST_SLOW_MAX);
    memcpy(board->mock.ram + BOARD_COMMANDS, &copy, sizeof(copy));
    softgpu_board_queue(board, 0, COMMANDS_ADDRESS, sizeof(copy), 0);
    mock_bus_step(&board->mock);
    uint64_t start = board->mock.now_ns;
    mock_bus_run_until(&board->mock, start + 1000000000000000ull); /* eleven days */
    assert_true(truth(board, 0).busy);
    run_all(board);
    assert_true(board->mock.now_ns > start);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_FAULT_CODE), SOFTGPU_FAULT_ADDRESS);
}

static void a_late_completion_changes_nothing_before_its_time(void **state)
{
    struct softgpu_board *board = *state;

    control(board, SOFTGPU_CONTROL_RETIRE_DELAY, 0, 5000);
    uint32_t fence = nops_queue(board, 0, 1);
    mock_bus_run_until(&board->mock, FETCH_NS + PACKET_NS + RETIRE_NS + 4999);
    assert_int_equal(truth(board, 0).packets, 1);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_FENCE_COMPLETED), 0);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_RING_HEAD), 0);
    mock_bus_run_until(&board->mock, board->mock.now_ns + 1);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_FENCE_COMPLETED), fence);
    assert_int_equal(causes(board), SOFTGPU_INT_FENCE(0));
}

static void a_late_interrupt_comes_after_its_registers(void **state)
{
    struct softgpu_board *board = *state;
    struct mock_bus *mock = &board->mock;
    uint64_t retired_ns = FETCH_NS + PACKET_NS + RETIRE_NS;

    control(board, SOFTGPU_CONTROL_INTERRUPT_DELAY, 0, 5000);
    uint32_t fence = nops_queue(board, 0, 1);
    mock_bus_run_until(mock, retired_ns);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_FENCE_COMPLETED), fence);
    softgpu_board_write(board, 0, SOFTGPU_NODE_PREEMPT_REQUEST, 7);
    mock_bus_run_until(mock, retired_ns + 4999);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_PREEMPT_STATUS),
                     SOFTGPU_PREEMPT_STATUS_DONE);
    assert_int_equal(causes(board), 0);
    mock_bus_run_until(mock, retired_ns + 5000); /* both with the first */
    assert_int_equal(causes(board), SOFTGPU_INT_FENCE(0) | SOFTGPU_INT_PREEMPTED(0));

    mock_bus_write32(mock, SOFTGPU_REG_INT_STATUS, UINT32_MAX);
    nops_queue(board, 0, 1);
    mock_bus_run_until(mock, mock->now_ns + retired_ns);
    softgpu_board_write(board, 0, SOFTGPU_NODE_CONTROL, SOFTGPU_NODE_CONTROL_RESET);
    run_all(board);
    assert_int_equal(causes(board), 0); /* a reset node does not speak any more */
}

static void lost_interrupts_are_never_raised(void **state)
{
    struct softgpu_board *board = *state;

    control(board, SOFTGPU_CONTROL_LOSE_FENCE, 0, 2);
    control(board, SOFTGPU_CONTROL_LOSE_PREEMPTED, 0, 1);
    for (uint32_t i = 0; i < 2; i++) {
        uint32_t fence = nops_queue(board, 0, 1);
        run_all(board);
        assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_FENCE_COMPLETED), fence);
        assert_int_equal(softgpu_board_fence_written(board, 0), fence);
        assert_int_equal(causes(board), 0);
    }
    softgpu_board_write(board, 0, SOFTGPU_NODE_PREEMPT_REQUEST, 7);
    run_all(board);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_PREEMPT_STATUS),
                     SOFTGPU_PREEMPT_STATUS_DONE);
    assert_int_equal(causes(board), 0);
    assert_int_equal(board->mock.log_count, 3);

    nops_queue(board, 0, 1);
    run_all(board);
    assert_int_equal(causes(board), SOFTGPU_INT_FENCE(0));
    softgpu_board_write(board, 0, SOFTGPU_NODE_PREEMPT_REQUEST, 8);
    run_all(board);
    assert_int_equal(causes(board), SOFTGPU_INT_FENCE(0) | SOFTGPU_INT_PREEMPTED(0));
}

static void a_wrong_fence_is_shown_once(void **state)
{
    struct softgpu_board *board = *state;
    static const int32_t deltas[] = { 5, -1, INT32_MIN, INT32_MAX };

    for (size_t i = 0; i < sizeof(deltas) / sizeof(deltas[0]); i++) {
        control(board, SOFTGPU_CONTROL_WRONG_FENCE, 0, deltas[i]);
        uint32_t fence = nops_queue(board, 0, 1);
        run_all(board);
        uint32_t shown = fence + (uint32_t)deltas[i];
        assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_FENCE_COMPLETED), shown);
        assert_int_equal(softgpu_board_fence_written(board, 0), shown);
        assert_int_equal(truth(board, 0).retired_fence, fence);
        fence = nops_queue(board, 0, 1);
        run_all(board);
        assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_FENCE_COMPLETED), fence);
    }
}

static void ignored_requests_are_not_pending(void **state)
{
    struct softgpu_board *board = *state;

    control(board, SOFTGPU_CONTROL_IGNORE_PREEMPT, 0, 1);
    softgpu_board_write(board, 0, SOFTGPU_NODE_PREEMPT_REQUEST, 7);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_PREEMPT_STATUS), 0);
    uint32_t fence = nops_queue(board, 0, 2);
    run_all(board);
    assert_int_equal(truth(board, 0).retired_fence, fence);
    softgpu_board_write(board, 0, SOFTGPU_NODE_PREEMPT_REQUEST, 8);
    run_all(board);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_PREEMPT_FENCE), 8);
}

static void ignored_resets_leave_everything_as_it_was(void **state)
{
    struct softgpu_board *board = *state;
    struct mock_bus *mock = &board->mock;

    control(board, SOFTGPU_CONTROL_IGNORE_RESET, 0, 1);
    control(board, SOFTGPU_CONTROL_HANG, 0, 1);
    nops_queue(board, 0, 1);
    run_all(board);
    softgpu_board_write(board, 0, SOFTGPU_NODE_CONTROL, SOFTGPU_NODE_CONTROL_RESET);
    assert_true(truth(board, 0).hung);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_CONTROL),
                     SOFTGPU_NODE_CONTROL_ENABLE);

    control(board, SOFTGPU_CONTROL_IGNORE_RESET, SOFTGPU_CONTROL_BOARD, 1);
    mock_bus_write32(mock, SOFTGPU_REG_BOARD_CONTROL, SOFTGPU_BOARD_CONTROL_RESET);
    assert_true(truth(board, 0).hung);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_REG_GART_ENTRIES), BOARD_GART_ENTRIES);
    assert_non_null(strstr(mock->last_log, "board ignores a reset"));

    control(board, SOFTGPU_CONTROL_IGNORE_RESET, SOFTGPU_CONTROL_BOARD, 0);
    mock_bus_write32(mock, SOFTGPU_REG_BOARD_CONTROL, SOFTGPU_BOARD_CONTROL_RESET);
    assert_false(truth(board, 0).hung);
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_REG_GART_ENTRIES), 0);
}

static void a_spurious_interrupt_has_a_cause_and_no_event(void **state)
{
    struct softgpu_board *board = *state;
    struct mock_bus *mock = &board->mock;

    unlock(board);
    mock_bus_write32(mock, SOFTGPU_REG_INT_ENABLE, SOFTGPU_INT_ALL);
    mock_bus_write32(mock, SOFTGPU_REG_TEST_SPURIOUS, 0xFFFFFFFFu);
    assert_int_equal(causes(board), SOFTGPU_INT_ALL);
    assert_true(mock->line);
    assert_int_equal(truth(board, 0).entries, 0);
    mock_bus_write32(mock, SOFTGPU_REG_INT_STATUS, UINT32_MAX);
    assert_false(mock->line);
    control(board, SOFTGPU_CONTROL_SPURIOUS, SOFTGPU_CONTROL_BOARD, SOFTGPU_INT_FENCE(1));
    assert_int_equal(causes(board), SOFTGPU_INT_FENCE(1));
    mock_bus_write32(mock, SOFTGPU_REG_INT_STATUS, UINT32_MAX);
}

static void a_pulse_lasts_until_somebody_looks(void **state)
{
    struct softgpu_board *board = *state;
    struct mock_bus *mock = &board->mock;

    control(board, SOFTGPU_CONTROL_PULSE, SOFTGPU_CONTROL_BOARD, 0);
    assert_true(mock->line); /* whatever INT_ENABLE says: it is not this board's interrupt */
    mock_bus_read32(mock, SOFTGPU_REG_INT_ENABLE);
    assert_true(mock->line);
    assert_int_equal(causes(board), 0);
    assert_false(mock->line);

    mock_bus_write32(mock, SOFTGPU_REG_INT_ENABLE, SOFTGPU_INT_ALL);
    nops_queue(board, 0, 1);
    control(board, SOFTGPU_CONTROL_PULSE, SOFTGPU_CONTROL_BOARD, 0);
    run_all(board);
    assert_int_equal(causes(board), SOFTGPU_INT_FENCE(0));
    assert_true(mock->line); /* now it is */
}

static void a_pulse_is_one_message(void **state)
{
    struct softgpu_board board;

    (void)state;
    softgpu_board_init(&board, "vram=1M,msi=1");
    control(&board, SOFTGPU_CONTROL_PULSE, SOFTGPU_CONTROL_BOARD, 0);
    assert_int_equal(board.mock.rises, 1);
    assert_int_equal(causes(&board), 0);
    assert_int_equal(board.mock.rises, 1);
    softgpu_board_fini(&board);
}

static void senseless_controls_are_refused(void **state)
{
    static const struct {
        enum softgpu_control what;
        uint32_t node;
        int64_t value;
    } bad[] = {
        { SOFTGPU_CONTROL_HANG, 2, 1 },
        { SOFTGPU_CONTROL_HANG, SOFTGPU_CONTROL_BOARD, 1 },
        { SOFTGPU_CONTROL_HANG, 0, 2 },
        { SOFTGPU_CONTROL_HANG_PACKETS, 0, -1 },
        { SOFTGPU_CONTROL_HANG_PACKETS, 0, 0x100000000ll },
        { SOFTGPU_CONTROL_HANG_TIME, 0, -1 },
        { SOFTGPU_CONTROL_SLOW, 0, 1000001 },
        { SOFTGPU_CONTROL_RETIRE_DELAY, 0, -1 },
        { SOFTGPU_CONTROL_INTERRUPT_DELAY, 0, 0x100000000ll },
        { SOFTGPU_CONTROL_WRONG_FENCE, 0, 0x80000000ll },
        { SOFTGPU_CONTROL_WRONG_FENCE, 0, -0x80000001ll },
        { SOFTGPU_CONTROL_IGNORE_RESET, 0, 2 },
        { SOFTGPU_CONTROL_IGNORE_RESET, SOFTGPU_CONTROL_BOARD, -1 },
        { SOFTGPU_CONTROL_SPURIOUS, 0, 1 },
        { SOFTGPU_CONTROL_SPURIOUS, SOFTGPU_CONTROL_BOARD, 0 },
        { SOFTGPU_CONTROL_SPURIOUS, SOFTGPU_CONTROL_BOARD, 0x100000000ll },
        { SOFTGPU_CONTROL_PULSE, 1, 0 },
        { (enum softgpu_control)99, 0, 0 },
    };
    struct softgpu_board *board = *state;
    struct softgpu_node_state node_state;

    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        assert_false(
            softgpu_test_control(board->mock.device, bad[i].what, bad[i].node, bad[i].value));
    }
    assert_false(softgpu_node_state_get(board->mock.device, 2, &node_state));
    assert_int_equal(time_to_run(board, 0, 1), FETCH_NS + PACKET_NS + RETIRE_NS);
    assert_int_equal(board->mock.log_count, 0);
}

static void options_set_controls_at_power_on(void **state)
{
    struct softgpu_board board;
    struct mock_bus *mock = &board.mock;
    static const struct {
        uint32_t node;
        uint32_t offset;
        uint32_t value;
    } expected[] = {
        { 0, SOFTGPU_NODE_TEST_HANG_TIME_LO, 1500 },
        { 1, SOFTGPU_NODE_TEST_HANG_TIME_LO, 0x77359400 }, /* 2 s */
        { 0, SOFTGPU_NODE_TEST_HANG_PACKETS, 100 },
        { 1, SOFTGPU_NODE_TEST_SLOW, 10 },
        { 0, SOFTGPU_NODE_TEST_RETIRE_DELAY, 3000000 },
        { 0, SOFTGPU_NODE_TEST_INTERRUPT_DELAY, 7000 },
        { 1, SOFTGPU_NODE_TEST_LOSE_FENCE, 1 },
        { 1, SOFTGPU_NODE_TEST_LOSE_PREEMPTED, 2 },
        { 0, SOFTGPU_NODE_TEST_WRONG_FENCE, 0xFFFFFFFD },
        { 1, SOFTGPU_NODE_TEST_WRONG_FENCE, 4 },
        { 0, SOFTGPU_NODE_TEST_IGNORE_PREEMPT, 3 },
    };

    (void)state;
    softgpu_board_init(&board, "vram=1M,preempt=entry,hang=0@1ms,hang=1@2s,hang=0@1500ns,"
                               "hang-packets=0@100,slow=1@10,retire-delay=0@3ms,"
                               "interrupt-delay=0@7us,lose-fence=1@1,lose-preempted=1@2,"
                               "wrong-fence=0@-3,wrong-fence=1@4,ignore-preempt=0@3,"
                               "ignore-reset=1,ignore-reset=board");
    for (size_t i = 0; i < sizeof(expected) / sizeof(expected[0]); i++) {
        assert_int_equal(softgpu_board_read(&board, expected[i].node, expected[i].offset),
                         expected[i].value);
    }
    assert_int_equal(mock_bus_read32(mock, SOFTGPU_REG_TEST_IGNORE_RESET),
                     SOFTGPU_TEST_IGNORE_RESET_BOARD | 2);
    assert_int_equal(softgpu_board_read(&board, 0, SOFTGPU_NODE_PREEMPT_CAPS),
                     SOFTGPU_PREEMPT_ENTRY);
    softgpu_board_fini(&board);
}

static void senseless_options_are_explained(void **state)
{
    static const char *const bad[] = {
        "preempt=",
        "preempt=often",
        "hang=",
        "hang=0",
        "hang=0@",
        "hang=2@1s",
        "hang=0@5",
        "hang=0@5m",
        "hang=0@1.5s",
        "hang=@1s",
        "hang=0@9999999999s",
        "hang=0@99999999999999999999s",
        "hang=-1@1s",
        "hang-packets=0@1s",
        "hang-packets=0@4294967296",
        "slow=0@1000001",
        "slow=0@-1",
        "retire-delay=0@5s",
        "lose-fence=1",
        "lose-fence=0@x",
        "wrong-fence=0@--1",
        "wrong-fence=0@-",
        "wrong-fence=0@2147483648",
        "ignore-reset=2",
        "ignore-reset=all",
        "ignore-preempt=0@",
        "hang =0@1s",
    };
    const struct dxghost_device_ops *ops = softgpu_device_entry();
    struct dxghost_device_identity identity;
    char many[400] = "";

    (void)state;
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        const char *error = NULL;
        assert_false(ops->describe(bad[i], &identity, &error));
        assert_non_null(error);
        assert_non_null(strstr(error, "softgpu: "));
    }
    for (uint32_t i = 0; i <= SOFTGPU_TEST_HANG_TIMES_MAX; i++) {
        const char *error = NULL;
        strcat(many, i == 0 ? "hang=1@1s" : ",hang=1@1s");
        assert_int_equal(ops->describe(many, &identity, &error), i < SOFTGPU_TEST_HANG_TIMES_MAX);
    }
}

static uint32_t next_random(uint64_t *random)
{
    *random = *random * 6364136223846793005ull + 1442695040888963407ull;
    return (uint32_t)(*random >> 32);
}

/* A value that means something more often than a random one would. */
static uint32_t random_value(uint64_t *random)
{
    uint32_t dice = next_random(random);

    switch (dice % 6) {
    case 0:
        return next_random(random);
    case 1:
        return 1u << (dice >> 27);
    default:
        return (dice >> 8) % 9;
    }
}

/* Whatever is written in whatever order, a reset brings back a board that works. */
static void random_registers_leave_a_board_that_can_be_reset(void **state)
{
    struct softgpu_board *board = *state;
    struct mock_bus *mock = &board->mock;
    uint64_t random = 0xC0FFEE;

    for (uint32_t round = 0; round < 300; round++) {
        unlock(board);
        for (uint32_t step = 0; step < 400; step++) {
            uint32_t dice = next_random(&random);
            uint32_t node = dice & 1;
            switch ((dice >> 1) % 8) {
            case 0:
                mock_bus_write32(mock, SOFTGPU_REG_TEST_FIRST + 4 * ((dice >> 8) % 4),
                                 random_value(&random));
                unlock(board);
                break;
            case 1:
            case 2:
                softgpu_board_write(board, node, 4 * ((dice >> 8) % 64), random_value(&random));
                break;
            case 3:
                softgpu_board_write(board, node, SOFTGPU_NODE_PREEMPT_REQUEST, dice);
                break;
            case 4: {
                uint32_t tail = softgpu_board_read(board, node, SOFTGPU_NODE_RING_TAIL);
                if (tail < BOARD_RING_ENTRIES) {
                    nops_queue(board, node, (dice >> 8) % 5);
                }
                break;
            }
            case 5:
                mock_bus_read32(mock, 4 * ((dice >> 8) % 0x900));
                break;
            default:
                mock_bus_run_until(mock, mock->now_ns + (dice >> 8) % 1000);
                break;
            }
        }
        mock_bus_write32(mock, SOFTGPU_REG_TEST_IGNORE_RESET, 0);
        for (uint32_t node = 0; node < SOFTGPU_NODE_COUNT; node++) {
            for (size_t i = 0; i < NODE_REGISTER_COUNT; i++) {
                softgpu_board_write(board, node, node_registers[i].offset, 0);
            }
        }
        mock_bus_write32(mock, SOFTGPU_REG_BOARD_CONTROL, SOFTGPU_BOARD_CONTROL_RESET);
        assert_int_equal(causes(board) & ~SOFTGPU_INT_MONITOR, 0); /* a reset plugs nothing */
        for (uint32_t node = 0; node < SOFTGPU_NODE_COUNT; node++) {
            softgpu_board_enable(board, node);
            assert_int_equal(time_to_run(board, node, 2), FETCH_NS + 2 * PACKET_NS + RETIRE_NS);
            softgpu_board_write(board, node, SOFTGPU_NODE_PREEMPT_REQUEST, round);
            run_all(board);
            assert_int_equal(softgpu_board_read(board, node, SOFTGPU_NODE_PREEMPT_FENCE), round);
        }
        assert_int_equal(causes(board) & (SOFTGPU_INT_FAULT(0) | SOFTGPU_INT_FAULT(1)), 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BOARD_TEST(locked_controls_take_no_writes),
        BOARD_TEST(unlocked_controls_keep_their_values_through_resets),
        BOARD_TEST(a_hung_node_stands_still_until_its_reset),
        BOARD_TEST(a_hang_can_be_called_off),
        BOARD_TEST(an_entry_without_packets_does_not_hang),
        BOARD_TEST(a_node_hangs_after_a_number_of_packets),
        BOARD_TEST(a_node_hangs_at_each_of_its_times),
        BOARD_TEST(a_slow_node_takes_a_multiple_of_its_time),
        BOARD_TEST(a_slow_node_does_not_run_backwards),
        BOARD_TEST(a_late_completion_changes_nothing_before_its_time),
        BOARD_TEST(a_late_interrupt_comes_after_its_registers),
        BOARD_TEST(lost_interrupts_are_never_raised),
        BOARD_TEST(a_wrong_fence_is_shown_once),
        BOARD_TEST(ignored_requests_are_not_pending),
        BOARD_TEST(ignored_resets_leave_everything_as_it_was),
        BOARD_TEST(a_spurious_interrupt_has_a_cause_and_no_event),
        BOARD_TEST(a_pulse_lasts_until_somebody_looks),
        cmocka_unit_test(a_pulse_is_one_message),
        BOARD_TEST(senseless_controls_are_refused),
        cmocka_unit_test(options_set_controls_at_power_on),
        cmocka_unit_test(senseless_options_are_explained),
        BOARD_TEST(random_registers_leave_a_board_that_can_be_reset),
    };
    return cmocka_run_group_tests_name("softgpu/control", tests, NULL, NULL);
}
