/* SPDX-License-Identifier: MIT */
/*
 * Preemption of a node: where it stops, what it says, and that work which goes on later gives the
 * picture of work that was never stopped.
 */
#include "tests/lib/softgpu_board.h"
#include "tests/lib/test.h"

#include <stdlib.h>
#include <string.h>

#define COMMANDS_ADDRESS (SOFTGPU_SYSTEM_WINDOW + MOCK_BUS_RAM_BASE + BOARD_COMMANDS)
#define PREEMPT_ID 0xABCD1234u
#define PIXEL_BYTES 4u
#define FETCH_NS 400u
#define PACKET_NS 20u /* one pixel is no work */
#define RETIRE_NS 100u
#define PREEMPT_NS 200u

/* Inverts one pixel: doing it twice is as bad as not doing it. */
struct invert {
    struct softgpu_packet_fill packet;
    struct softgpu_rect rect;
};

static void run_all(struct softgpu_board *board)
{
    while (mock_bus_step(&board->mock)) {
    }
}

/* Writes count packets that invert the pixels first_pixel .. to the command buffer. */
static void commands_write(struct softgpu_board *board, uint32_t first_pixel, uint32_t count)
{
    for (uint32_t i = first_pixel; i < first_pixel + count; i++) {
        struct invert invert = {
            .packet = {
                .header = SOFTGPU_PACKET_HEADER(SOFTGPU_OP_FILL, SOFTGPU_FILL_DWORDS(1)),
                .dst = { (uint64_t)i * PIXEL_BYTES, PIXEL_BYTES, SOFTGPU_FORMAT_X8R8G8B8, 1, 1 },
                .rop = SOFTGPU_FILL_DSTINVERT,
                .rect_count = 1,
            },
            .rect = { 0, 0, 1, 1 },
        };
        memcpy(board->mock.ram + BOARD_COMMANDS + i * sizeof(invert), &invert, sizeof(invert));
    }
}

static uint32_t inverts_queue(struct softgpu_board *board, uint32_t node, uint32_t first_pixel,
                              uint32_t count)
{
    commands_write(board, first_pixel, count);
    return softgpu_board_queue(board, node, COMMANDS_ADDRESS + first_pixel * sizeof(struct invert),
                               count * (uint32_t)sizeof(struct invert), SOFTGPU_ENTRY_INTERRUPT);
}

static bool pixel_is_inverted(struct softgpu_board *board, uint32_t pixel)
{
    uint32_t value;

    memcpy(&value, board->mock.bar_memory[SOFTGPU_BAR_VRAM] + pixel * PIXEL_BYTES, sizeof(value));
    assert_true(value == 0 || value == 0xFFFFFFFFu);
    return value != 0;
}

static uint32_t inverted_count(struct softgpu_board *board, uint32_t first_pixel, uint32_t count)
{
    uint32_t inverted = 0;

    for (uint32_t i = 0; i < count; i++) {
        inverted += pixel_is_inverted(board, first_pixel + i) ? 1 : 0;
    }
    return inverted;
}

static void request(struct softgpu_board *board, uint32_t node, uint32_t id)
{
    softgpu_board_write(board, node, SOFTGPU_NODE_PREEMPT_REQUEST, id);
}

static uint32_t status(struct softgpu_board *board, uint32_t node)
{
    return softgpu_board_read(board, node, SOFTGPU_NODE_PREEMPT_STATUS);
}

static void assert_answered(struct softgpu_board *board, uint32_t id, uint32_t completed)
{
    assert_int_equal(status(board, 0) & ~SOFTGPU_PREEMPT_STATUS_SAVED, SOFTGPU_PREEMPT_STATUS_DONE);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_PREEMPT_FENCE), id);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_PREEMPT_COMPLETED), completed);
    assert_true(
        (mock_bus_read32(&board->mock, SOFTGPU_REG_INT_STATUS) & SOFTGPU_INT_PREEMPTED(0)) != 0);
}

static void assert_saved(struct softgpu_board *board, uint32_t fence, uint32_t bytes)
{
    bool saved = (status(board, 0) & SOFTGPU_PREEMPT_STATUS_SAVED) != 0;

    assert_int_equal(saved, bytes != 0);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_PREEMPT_SAVED_FENCE), fence);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_PREEMPT_SAVED_BYTES), bytes);
}

static void idle_node_answers_after_its_own_time(void **state)
{
    struct softgpu_board *board = *state;

    uint32_t fence = inverts_queue(board, 0, 0, 1);
    run_all(board);
    mock_bus_write32(&board->mock, SOFTGPU_REG_INT_STATUS, UINT32_MAX);
    mock_bus_write32(&board->mock, SOFTGPU_REG_INT_ENABLE, SOFTGPU_INT_PREEMPTED(0));
    uint64_t start = board->mock.now_ns;
    request(board, 0, PREEMPT_ID);
    assert_int_equal(status(board, 0), SOFTGPU_PREEMPT_STATUS_PENDING);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_STATUS), SOFTGPU_NODE_STATUS_BUSY);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_CURRENT_FENCE), 0);
    assert_false(board->mock.line); /* nothing is answered inside the request */

    run_all(board);
    assert_int_equal(board->mock.now_ns - start, PREEMPT_NS);
    assert_answered(board, PREEMPT_ID, fence);
    assert_saved(board, 0, 0);
    assert_int_equal(mock_bus_read32(&board->mock, SOFTGPU_REG_INT_STATUS),
                     SOFTGPU_INT_PREEMPTED(0));
    assert_true(board->mock.line);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_STATUS), 0);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_RING_HEAD), 1);

    request(board, 0, 0); /* 0 is an id like any other */
    run_all(board);
    assert_answered(board, 0, fence);
}

static void packet_granularity_stops_between_two_packets(void **state)
{
    struct softgpu_board *board = *state;

    uint32_t first = inverts_queue(board, 0, 0, 1);
    uint32_t second = inverts_queue(board, 0, 1, 5);
    inverts_queue(board, 0, 6, 1);
    mock_bus_run_until(&board->mock, FETCH_NS + PACKET_NS + RETIRE_NS + FETCH_NS + 2 * PACKET_NS);
    assert_int_equal(inverted_count(board, 0, 7), 3);
    request(board, 0, PREEMPT_ID); /* the third packet of the second entry is under way */
    uint64_t start = board->mock.now_ns;
    run_all(board);

    assert_int_equal(board->mock.now_ns - start, PACKET_NS + PREEMPT_NS);
    assert_int_equal(inverted_count(board, 0, 7), 4);
    assert_answered(board, PREEMPT_ID, first);
    assert_saved(board, second, 3 * sizeof(struct invert));
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_FENCE_COMPLETED), first);
    assert_int_equal(softgpu_board_fence_written(board, 0), first);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_RING_HEAD), 3);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_RING_TAIL), 3);

    /* The rest of the second entry, as the manual says. */
    uint32_t resumed = softgpu_board_queue(board, 0, COMMANDS_ADDRESS + 4 * sizeof(struct invert),
                                           2 * sizeof(struct invert), 0);
    run_all(board);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_FENCE_COMPLETED), resumed);
    assert_int_equal(inverted_count(board, 0, 6), 6);
    assert_false(pixel_is_inverted(board, 6)); /* the third entry was given back unread */
    assert_answered(board, PREEMPT_ID, first); /* the answer stays */
}

static void entry_granularity_lets_the_running_entry_end(void **state)
{
    struct softgpu_board board;

    (void)state;
    softgpu_board_init(&board, "vram=1M,preempt=entry");
    assert_int_equal(softgpu_board_read(&board, 0, SOFTGPU_NODE_PREEMPT_CAPS),
                     SOFTGPU_PREEMPT_ENTRY);
    uint32_t first = inverts_queue(&board, 0, 0, 5);
    inverts_queue(&board, 0, 5, 1);
    mock_bus_run_until(&board.mock, FETCH_NS + PACKET_NS);
    request(&board, 0, PREEMPT_ID);
    run_all(&board);
    assert_int_equal(board.mock.now_ns, FETCH_NS + 5 * PACKET_NS + RETIRE_NS + PREEMPT_NS);
    assert_int_equal(inverted_count(&board, 0, 6), 5);
    assert_answered(&board, PREEMPT_ID, first);
    assert_saved(&board, 0, 0);
    assert_true((mock_bus_read32(&board.mock, SOFTGPU_REG_INT_STATUS) & SOFTGPU_INT_FENCE(0)) != 0);
    softgpu_board_fini(&board);
}

static void a_board_without_preemption_ignores_requests(void **state)
{
    struct softgpu_board board;

    (void)state;
    softgpu_board_init(&board, "vram=1M,preempt=none");
    assert_int_equal(mock_bus_read32(&board.mock, SOFTGPU_REG_FEATURES) & SOFTGPU_FEATURE_PREEMPT,
                     0);
    assert_int_equal(softgpu_board_read(&board, 0, SOFTGPU_NODE_PREEMPT_CAPS),
                     SOFTGPU_PREEMPT_NONE);
    request(&board, 0, PREEMPT_ID);
    assert_int_equal(status(&board, 0), 0);
    assert_false(mock_bus_step(&board.mock));
    inverts_queue(&board, 0, 0, 2);
    request(&board, 0, PREEMPT_ID);
    run_all(&board);
    assert_int_equal(inverted_count(&board, 0, 2), 2);
    assert_int_equal(mock_bus_read32(&board.mock, SOFTGPU_REG_INT_STATUS), SOFTGPU_INT_FENCE(0));
    softgpu_board_fini(&board);
}

static void an_entry_in_fetch_is_not_begun(void **state)
{
    struct softgpu_board *board = *state;

    inverts_queue(board, 0, 0, 2);
    softgpu_board_queue(board, 0, 0, 0, 0);
    mock_bus_run_until(&board->mock, FETCH_NS - 1);
    request(board, 0, PREEMPT_ID);
    run_all(board);
    assert_answered(board, PREEMPT_ID, 0);
    assert_saved(board, 0, 0);
    assert_int_equal(inverted_count(board, 0, 2), 0);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_RING_HEAD), 2);
}

static void an_entry_in_retirement_retires(void **state)
{
    struct softgpu_board *board = *state;

    uint32_t fence = inverts_queue(board, 0, 0, 2);
    mock_bus_run_until(&board->mock, FETCH_NS + 2 * PACKET_NS + RETIRE_NS / 2);
    request(board, 0, PREEMPT_ID);
    run_all(board);
    assert_answered(board, PREEMPT_ID, fence);
    assert_saved(board, 0, 0);
    assert_int_equal(mock_bus_read32(&board->mock, SOFTGPU_REG_INT_STATUS),
                     SOFTGPU_INT_FENCE(0) | SOFTGPU_INT_PREEMPTED(0));
}

/* A request in the last packet of an entry has the same end: there is nothing to save. */
static void the_last_packet_completes_its_entry(void **state)
{
    struct softgpu_board *board = *state;

    uint32_t fence = inverts_queue(board, 0, 0, 2);
    mock_bus_run_until(&board->mock, FETCH_NS + PACKET_NS);
    request(board, 0, PREEMPT_ID);
    run_all(board);
    assert_answered(board, PREEMPT_ID, fence);
    assert_saved(board, 0, 0);
    assert_int_equal(inverted_count(board, 0, 2), 2);
}

static void entries_behind_the_request_run_without_a_doorbell(void **state)
{
    struct softgpu_board *board = *state;

    inverts_queue(board, 0, 0, 4);
    inverts_queue(board, 0, 4, 1);
    mock_bus_run_until(&board->mock, FETCH_NS);
    request(board, 0, PREEMPT_ID);
    uint32_t urgent = inverts_queue(board, 0, 5, 1);
    request(board, 0, PREEMPT_ID + 1); /* one at a time: this one is not heard */
    uint64_t start = board->mock.now_ns;
    run_all(board);
    assert_int_equal(board->mock.now_ns - start,
                     PACKET_NS + PREEMPT_NS + FETCH_NS + PACKET_NS + RETIRE_NS);
    assert_answered(board, PREEMPT_ID, 0);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_FENCE_COMPLETED), urgent);
    assert_int_equal(inverted_count(board, 0, 5), 1);
    assert_true(pixel_is_inverted(board, 5));
}

static void the_ring_may_wrap_at_a_request(void **state)
{
    struct softgpu_board *board = *state;

    for (uint32_t round = 0; round < 3 * BOARD_RING_ENTRIES; round++) {
        uint32_t fence = inverts_queue(board, 0, round, 1);
        run_all(board);
        for (uint32_t i = 0; i < 5; i++) {
            inverts_queue(board, 0, 100, 3);
        }
        request(board, 0, round);
        run_all(board);
        assert_answered(board, round, fence);
        assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_RING_HEAD),
                         softgpu_board_read(board, 0, SOFTGPU_NODE_RING_TAIL));
    }
    assert_int_equal(inverted_count(board, 100, 3), 0);
    assert_int_equal(inverted_count(board, 0, 3 * BOARD_RING_ENTRIES), 3 * BOARD_RING_ENTRIES);
}

static void the_other_node_goes_on(void **state)
{
    struct softgpu_board *board = *state;
    struct softgpu_packet_fill_linear set = {
        .header = SOFTGPU_PACKET_HEADER(SOFTGPU_OP_FILL_LINEAR, SOFTGPU_FILL_LINEAR_DWORDS),
        .dst = 0x40000,
        .size_bytes = 0x1000,
        .pattern = 0x55555555,
    };

    inverts_queue(board, 0, 0, 4);
    memcpy(board->mock.ram + BOARD_COMMANDS + 0x8000, &set, sizeof(set));
    uint32_t other = softgpu_board_queue(board, 1, COMMANDS_ADDRESS + 0x8000, sizeof(set), 0);
    mock_bus_run_until(&board->mock, FETCH_NS);
    request(board, 0, PREEMPT_ID);
    run_all(board);
    assert_answered(board, PREEMPT_ID, 0);
    assert_int_equal(status(board, 1), 0);
    assert_int_equal(softgpu_board_read(board, 1, SOFTGPU_NODE_FENCE_COMPLETED), other);
}

static void a_faulted_node_answers_nothing_until_its_reset(void **state)
{
    struct softgpu_board *board = *state;

    commands_write(board, 0, 1);
    memset(board->mock.ram + BOARD_COMMANDS + sizeof(struct invert), 0, 8); /* opcode 0 */
    softgpu_board_queue(board, 0, COMMANDS_ADDRESS, 2 * sizeof(struct invert), 0);
    run_all(board);
    request(board, 0, PREEMPT_ID);
    assert_false(mock_bus_step(&board->mock));
    assert_int_equal(status(board, 0), SOFTGPU_PREEMPT_STATUS_PENDING);

    softgpu_board_write(board, 0, SOFTGPU_NODE_CONTROL, SOFTGPU_NODE_CONTROL_RESET);
    assert_int_equal(status(board, 0), 0);
    softgpu_board_enable(board, 0);
    uint32_t fence = inverts_queue(board, 0, 5, 1);
    run_all(board);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_FENCE_COMPLETED), fence);
    assert_int_equal(status(board, 0), 0);
}

static void a_reset_forgets_request_and_answer(void **state)
{
    struct softgpu_board *board = *state;

    inverts_queue(board, 0, 0, 4);
    mock_bus_run_until(&board->mock, FETCH_NS);
    request(board, 0, PREEMPT_ID);
    run_all(board);
    assert_saved(board, 1, sizeof(struct invert));
    softgpu_board_write(board, 0, SOFTGPU_NODE_CONTROL, SOFTGPU_NODE_CONTROL_RESET);
    assert_saved(board, 0, 0);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_PREEMPT_FENCE), 0);
    assert_int_equal(mock_bus_read32(&board->mock, SOFTGPU_REG_INT_STATUS), 0);

    softgpu_board_enable(board, 0);
    inverts_queue(board, 0, 10, 4);
    request(board, 0, PREEMPT_ID);
    softgpu_board_write(board, 0, SOFTGPU_NODE_CONTROL, SOFTGPU_NODE_CONTROL_RESET);
    assert_false(mock_bus_step(&board->mock));
    assert_int_equal(status(board, 0), 0);
}

static void a_disabled_node_answers(void **state)
{
    struct softgpu_board *board = *state;

    uint32_t fence = inverts_queue(board, 0, 0, 1);
    inverts_queue(board, 0, 1, 1);
    softgpu_board_write(board, 0, SOFTGPU_NODE_CONTROL, 0);
    run_all(board);
    request(board, 0, PREEMPT_ID);
    run_all(board);
    assert_answered(board, PREEMPT_ID, fence);
    softgpu_board_write(board, 0, SOFTGPU_NODE_CONTROL, SOFTGPU_NODE_CONTROL_ENABLE);
    assert_false(mock_bus_step(&board->mock)); /* the second entry is the driver's again */
    assert_int_equal(inverted_count(board, 0, 2), 1);
}

/* ------------------------------------------------------------------- a driver that goes on */

#define WORKS_MAX 64u

/* One piece of work: packets that invert pixels of its own, until all have been run. */
struct work {
    uint32_t first_pixel;
    uint32_t packets;
    uint32_t done_bytes; /* the saved context */
    uint32_t fence;      /* while queued */
    bool queued;
    bool completed;
};

struct driver {
    struct softgpu_board board;
    struct work works[WORKS_MAX];
    uint32_t work_count;
    uint32_t queued[BOARD_RING_ENTRIES]; /* works in the ring, oldest first */
    uint32_t queued_count;
    bool pending;
    uint32_t before_request; /* of the queued works, those the request is about */
    uint32_t requests;
    uint64_t packets;
};

static void driver_queue(struct driver *driver, uint32_t index)
{
    struct work *work = &driver->works[index];

    assert_false(work->queued || work->completed);
    work->fence = softgpu_board_queue(
        &driver->board, 0,
        COMMANDS_ADDRESS + work->first_pixel * sizeof(struct invert) + work->done_bytes,
        work->packets * (uint32_t)sizeof(struct invert) - work->done_bytes,
        SOFTGPU_ENTRY_INTERRUPT);
    work->queued = true;
    driver->queued[driver->queued_count++] = index;
}

/* The oldest queued works up to this fence have been completed. */
static void driver_complete(struct driver *driver, uint32_t fence)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < driver->queued_count; i++) {
        if (driver->works[driver->queued[i]].fence == fence) {
            count = i + 1;
        }
    }
    for (uint32_t i = 0; i < count; i++) {
        struct work *work = &driver->works[driver->queued[i]];
        work->queued = false;
        work->completed = true;
        assert_int_equal(inverted_count(&driver->board, work->first_pixel, work->packets),
                         work->packets);
    }
    driver->queued_count -= count;
    memmove(driver->queued, driver->queued + count, driver->queued_count * sizeof(uint32_t));
    driver->before_request -= count < driver->before_request ? count : driver->before_request;
}

static void driver_take_back(struct driver *driver)
{
    struct softgpu_board *board = &driver->board;

    driver_complete(driver, softgpu_board_read(board, 0, SOFTGPU_NODE_PREEMPT_COMPLETED));
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_PREEMPT_FENCE), driver->requests);
    uint32_t bytes = softgpu_board_read(board, 0, SOFTGPU_NODE_PREEMPT_SAVED_BYTES);
    for (uint32_t i = 0; i < driver->before_request; i++) {
        struct work *work = &driver->works[driver->queued[i]];
        if (i == 0 && bytes != 0) {
            assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_PREEMPT_SAVED_FENCE),
                             work->fence);
            work->done_bytes += bytes;
            assert_in_range(work->done_bytes, sizeof(struct invert),
                            (work->packets - 1) * sizeof(struct invert));
        }
        work->queued = false;
        assert_int_equal(inverted_count(board, work->first_pixel, work->packets),
                         work->done_bytes / sizeof(struct invert));
    }
    if (driver->before_request == 0) {
        assert_int_equal(bytes, 0);
    }
    driver->queued_count -= driver->before_request;
    memmove(driver->queued, driver->queued + driver->before_request,
            driver->queued_count * sizeof(uint32_t));
    driver->before_request = 0;
    driver->pending = false;
}

static void driver_interrupt(struct driver *driver)
{
    struct softgpu_board *board = &driver->board;
    uint32_t causes = mock_bus_read32(&board->mock, SOFTGPU_REG_INT_STATUS);

    mock_bus_write32(&board->mock, SOFTGPU_REG_INT_STATUS, causes);
    assert_int_equal(causes & ~(SOFTGPU_INT_FENCE(0) | SOFTGPU_INT_PREEMPTED(0)), 0);
    if ((causes & SOFTGPU_INT_PREEMPTED(0)) != 0) {
        assert_true(driver->pending);
        driver_take_back(driver);
    }
    driver_complete(driver, softgpu_board_read(board, 0, SOFTGPU_NODE_FENCE_COMPLETED));
}

static void driver_request(struct driver *driver)
{
    assert_false(driver->pending);
    request(&driver->board, 0, ++driver->requests);
    driver->pending = true;
    driver->before_request = driver->queued_count;
}

/* Queues what is not queued, oldest first, as far as the ring allows. */
static void driver_resubmit(struct driver *driver)
{
    for (uint32_t i = 0; i < driver->work_count; i++) {
        struct work *work = &driver->works[i];
        if (!work->queued && !work->completed && driver->queued_count < BOARD_RING_ENTRIES - 1) {
            driver_queue(driver, i);
        }
    }
}

static void driver_work_add(struct driver *driver, uint32_t packets)
{
    uint32_t first_pixel = 0;

    if (driver->work_count != 0) {
        const struct work *last = &driver->works[driver->work_count - 1];
        first_pixel = last->first_pixel + last->packets;
    }
    driver->works[driver->work_count++] =
        (struct work){ .first_pixel = first_pixel, .packets = packets };
    driver->packets += packets;
    commands_write(&driver->board, first_pixel, packets);
}

static void driver_finish(struct driver *driver)
{
    struct softgpu_board *board = &driver->board;

    for (uint32_t round = 0; round < 2 * WORKS_MAX; round++) {
        run_all(board);
        driver_interrupt(driver);
        assert_false(driver->pending);
        driver_resubmit(driver);
    }
    for (uint32_t i = 0; i < driver->work_count; i++) {
        assert_true(driver->works[i].completed);
        assert_int_equal(
            inverted_count(board, driver->works[i].first_pixel, driver->works[i].packets),
            driver->works[i].packets);
    }
    /* Parity does not see a packet that ran three times; the board's own count does. */
    assert_int_equal(mock_bus_read64(&board->mock, SOFTGPU_NODE_BLOCK(0) + SOFTGPU_NODE_PACKETS_LO),
                     driver->packets);
    assert_int_equal(softgpu_board_read(board, 0, SOFTGPU_NODE_FAULT_CODE), 0);
}

/* For a fresh scenario on the same board: everything as after power-on. */
static void driver_restart(struct driver *driver)
{
    struct softgpu_board *board = &driver->board;

    mock_bus_write32(&board->mock, SOFTGPU_REG_BOARD_CONTROL, SOFTGPU_BOARD_CONTROL_RESET);
    softgpu_board_enable(board, 0);
    memset(board->mock.bar_memory[SOFTGPU_BAR_VRAM], 0, 0x1000);
    memset(driver->works, 0, sizeof(driver->works));
    driver->work_count = 0;
    driver->queued_count = 0;
    driver->pending = false;
    driver->before_request = 0;
    driver->requests = 0;
    driver->packets = 0;
}

/* One request at every nanosecond of three entries, and of the time before and after them. */
static void a_request_at_any_time_loses_and_repeats_nothing(void **state)
{
    static const char *const options[] = { "vram=1M,preempt=packet", "vram=1M,preempt=entry" };
    const uint64_t length_ns = 3 * (FETCH_NS + RETIRE_NS) + 6 * PACKET_NS;
    struct driver *driver = calloc(1, sizeof(*driver));

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        softgpu_board_init(&driver->board, options[i]);
        for (uint64_t at_ns = 0; at_ns < length_ns + 10; at_ns++) {
            driver_restart(driver);
            driver_work_add(driver, 2);
            driver_work_add(driver, 3);
            driver_work_add(driver, 1);
            driver_resubmit(driver);
            mock_bus_run_until(&driver->board.mock, driver->board.mock.now_ns + at_ns);
            driver_request(driver);
            driver_finish(driver);
        }
        softgpu_board_fini(&driver->board);
    }
    free(driver);
}

/* Random work, random requests, random order of coming back. */
static void random_preemptions_lose_and_repeat_nothing(void **state)
{
    struct driver *driver = calloc(1, sizeof(*driver));
    uint64_t random = 0x5EED;
    uint32_t answers = 0;

    (void)state;
    softgpu_board_init(&driver->board, "vram=1M");
    for (uint32_t round = 0; round < 400; round++) {
        driver_restart(driver);
        for (uint32_t step = 0; step < 300; step++) {
            random = random * 6364136223846793005ull + 1442695040888963407ull;
            uint32_t dice = (uint32_t)(random >> 40);
            uint32_t argument = (uint32_t)(random >> 33) & 0x7F;
            switch (dice % 8) {
            case 0:
                if (driver->work_count < WORKS_MAX) {
                    driver_work_add(driver, 1 + argument % 7);
                }
                break;
            case 1: {
                /* Any work that was stopped or never begun: urgent ones overtake. */
                uint32_t index = driver->work_count != 0 ? argument % driver->work_count : 0;
                if (driver->work_count != 0 && driver->queued_count < BOARD_RING_ENTRIES - 1 &&
                    !driver->works[index].queued && !driver->works[index].completed) {
                    driver_queue(driver, index);
                }
                break;
            }
            case 2:
                if (!driver->pending) {
                    driver_request(driver);
                    answers++;
                }
                break;
            case 3:
                driver_interrupt(driver);
                break;
            default:
                mock_bus_run_until(&driver->board.mock, driver->board.mock.now_ns + argument);
                break;
            }
        }
        driver_finish(driver);
    }
    assert_in_range(answers, 1000, 1000000); /* the dice did roll requests */
    softgpu_board_fini(&driver->board);
    free(driver);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BOARD_TEST(idle_node_answers_after_its_own_time),
        BOARD_TEST(packet_granularity_stops_between_two_packets),
        cmocka_unit_test(entry_granularity_lets_the_running_entry_end),
        cmocka_unit_test(a_board_without_preemption_ignores_requests),
        BOARD_TEST(an_entry_in_fetch_is_not_begun),
        BOARD_TEST(an_entry_in_retirement_retires),
        BOARD_TEST(the_last_packet_completes_its_entry),
        BOARD_TEST(entries_behind_the_request_run_without_a_doorbell),
        BOARD_TEST(the_ring_may_wrap_at_a_request),
        BOARD_TEST(the_other_node_goes_on),
        BOARD_TEST(a_faulted_node_answers_nothing_until_its_reset),
        BOARD_TEST(a_reset_forgets_request_and_answer),
        BOARD_TEST(a_disabled_node_answers),
        cmocka_unit_test(a_request_at_any_time_loses_and_repeats_nothing),
        cmocka_unit_test(random_preemptions_lose_and_repeat_nothing),
    };
    return cmocka_run_group_tests_name("softgpu/preempt", tests, NULL, NULL);
}
