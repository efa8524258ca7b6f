/* SPDX-License-Identifier: MIT */
/*
 * The scheduling side of the reference miniport over a mock board and a mock port: submission,
 * completion, preemption, lost interrupts, resets. The mock board has the ring registers and
 * retires entries when the test says so; the mock port writes down what it is told.
 */
#include "tests/lib/test.h"

#include <ntddk.h>
#include <stdlib.h>
#include <string.h>

/* The code under test runs outside of any machine, and its registers are the mock's. */
static ULONG board_read(const volatile ULONG *address);
static ULONG64 board_read64(const volatile ULONG64 *address);
static void board_write(volatile ULONG *address, ULONG value);
static void board_write64(volatile ULONG64 *address, ULONG64 value);
static KIRQL irql;
#undef PAGED_CODE
#define PAGED_CODE() assert_in_range(irql, PASSIVE_LEVEL, APC_LEVEL)
#define READ_REGISTER_ULONG board_read
#define READ_REGISTER_ULONG64 board_read64
#define WRITE_REGISTER_ULONG board_write
#define WRITE_REGISTER_ULONG64 board_write64
#include "drivers/softgpu/child.c"
#include "drivers/softgpu/crtc.c"
#include "drivers/softgpu/debug.c"
#include "drivers/softgpu/hardware.c"
#include "drivers/softgpu/interrupt.c"
#include "drivers/softgpu/node.c"
#include "drivers/softgpu/preempt.c"
#include "drivers/softgpu/reset.c"
#include "drivers/softgpu/submit.c"

#define RING_ENTRIES 8u
#define DEVICE_IRQL 5u
#define EVENTS_MAX 64u
#define NODE SOFTGPU_NODE_3D
#define OTHER SOFTGPU_NODE_COPY

struct event {
    DXGK_INTERRUPT_TYPE type;
    UINT node;
    UINT fence;          /* of DMA_COMPLETED; the preemption fence of DMA_PREEMPTED */
    UINT last_completed; /* of DMA_PREEMPTED */
};

struct world {
    unsigned char registers[SOFTGPU_BAR_REGISTERS_SIZE];
    struct softgpu_ring_entry rings[SOFTGPU_NODE_COUNT][RING_ENTRIES];
    SG_QUEUED queued[SOFTGPU_NODE_COUNT][RING_ENTRIES];
    ULONG preempt_end[SOFTGPU_NODE_COUNT]; /* RING_TAIL at the last request */
    ULONGLONG gart[16];
    SG_ADAPTER adapter;
    SG_CONTEXT context;
    struct event events[EVENTS_MAX];
    UINT event_count;
    UINT dpc_count;
    UINT vsync_count;
    BOOLEAN interrupt_connected;
    BOOLEAN ignores_resets;
};

static struct world *world;

static ULONG *board_register(ULONG offset)
{
    return (ULONG *)(void *)(world->registers + offset);
}

static ULONG *node_register(UINT node, ULONG offset)
{
    return board_register(SOFTGPU_NODE_BLOCK(node) + offset);
}

static UINT board_queued(UINT node)
{
    return (*node_register(node, SOFTGPU_NODE_RING_TAIL) -
            *node_register(node, SOFTGPU_NODE_RING_HEAD)) &
           (RING_ENTRIES - 1);
}

static ULONG board_read(const volatile ULONG *address)
{
    for (UINT node = 0; node < SOFTGPU_NODE_COUNT; node++) {
        if (address == node_register(node, SOFTGPU_NODE_STATUS) && board_queued(node) != 0) {
            return *address | SOFTGPU_NODE_STATUS_BUSY;
        }
    }
    return *address;
}

static ULONG64 board_read64(const volatile ULONG64 *address)
{
    return *address;
}

static void node_clear(UINT node)
{
    *node_register(node, SOFTGPU_NODE_RING_HEAD) = 0;
    *node_register(node, SOFTGPU_NODE_RING_TAIL) = 0;
    *node_register(node, SOFTGPU_NODE_STATUS) = 0;
    *node_register(node, SOFTGPU_NODE_CONTROL) = 0;
    *node_register(node, SOFTGPU_NODE_PREEMPT_STATUS) = 0;
    *board_register(SOFTGPU_REG_INT_STATUS) &= ~(0xFu << SOFTGPU_INT_NODE_SHIFT(node));
}

static void board_write(volatile ULONG *address, ULONG value)
{
    ULONG offset = (ULONG)((volatile unsigned char *)address - world->registers);

    if (offset == SOFTGPU_REG_INT_STATUS) {
        *address &= ~value;
        return;
    }
    if (world->ignores_resets && (offset == SOFTGPU_REG_BOARD_CONTROL ||
                                  (offset == SOFTGPU_NODE_BLOCK(NODE) + SOFTGPU_NODE_CONTROL &&
                                   value == SOFTGPU_NODE_CONTROL_RESET))) {
        return;
    }
    if (offset == SOFTGPU_REG_BOARD_CONTROL) {
        node_clear(NODE);
        node_clear(OTHER);
        *board_register(SOFTGPU_REG_INT_ENABLE) = 0;
        return;
    }
    for (UINT node = 0; node < SOFTGPU_NODE_COUNT; node++) {
        if (offset == SOFTGPU_NODE_BLOCK(node) + SOFTGPU_NODE_CONTROL &&
            value == SOFTGPU_NODE_CONTROL_RESET) {
            node_clear(node);
            return;
        }
        if (offset == SOFTGPU_NODE_BLOCK(node) + SOFTGPU_NODE_PREEMPT_REQUEST) {
            world->preempt_end[node] = *node_register(node, SOFTGPU_NODE_RING_TAIL);
            *node_register(node, SOFTGPU_NODE_PREEMPT_STATUS) = SOFTGPU_PREEMPT_STATUS_PENDING;
        }
    }
    *address = value;
}

static void board_write64(volatile ULONG64 *address, ULONG64 value)
{
    *address = value;
}

/* The entry at the head ends. Returns its fence. */
static UINT board_retire(UINT node)
{
    ULONG *head = node_register(node, SOFTGPU_NODE_RING_HEAD);
    UINT fence = world->rings[node][*head].fence;

    assert_int_not_equal(board_queued(node), 0);
    *head = (*head + 1) & (RING_ENTRIES - 1);
    *node_register(node, SOFTGPU_NODE_FENCE_COMPLETED) = fence;
    *board_register(SOFTGPU_REG_INT_STATUS) |= SOFTGPU_INT_FENCE(node);
    return fence;
}

/* The board answers the request; saved_bytes of the entry at the head have been run. */
static void board_give_back(UINT node, UINT saved_bytes)
{
    assert_int_equal(*node_register(node, SOFTGPU_NODE_PREEMPT_STATUS),
                     SOFTGPU_PREEMPT_STATUS_PENDING);
    *node_register(node, SOFTGPU_NODE_PREEMPT_STATUS) = SOFTGPU_PREEMPT_STATUS_DONE;
    *node_register(node, SOFTGPU_NODE_PREEMPT_FENCE) =
        *node_register(node, SOFTGPU_NODE_PREEMPT_REQUEST);
    *node_register(node, SOFTGPU_NODE_PREEMPT_COMPLETED) =
        *node_register(node, SOFTGPU_NODE_FENCE_COMPLETED);
    *node_register(node, SOFTGPU_NODE_PREEMPT_SAVED_BYTES) = saved_bytes;
    *node_register(node, SOFTGPU_NODE_RING_HEAD) = world->preempt_end[node];
    *board_register(SOFTGPU_REG_INT_STATUS) |= SOFTGPU_INT_PREEMPTED(node);
}

static BOOLEAN interrupt(void)
{
    irql = DEVICE_IRQL;
    BOOLEAN ours = SgInterruptRoutine(&world->adapter, 0);
    irql = PASSIVE_LEVEL;
    /* "Ours" means dismissed: the line is down again. */
    assert_int_equal(*board_register(SOFTGPU_REG_INT_STATUS) & world->adapter.InterruptEnable, 0);
    return ours;
}

static NTSTATUS NTAPI port_synchronize(HANDLE device, PKSYNCHRONIZE_ROUTINE routine, PVOID context,
                                       ULONG message, PBOOLEAN result)
{
    (void)device;
    assert_int_equal(message, 0);
    if (!world->interrupt_connected) {
        return STATUS_UNSUCCESSFUL;
    }
    KIRQL before = irql;
    irql = DEVICE_IRQL;
    *result = routine(context);
    irql = before;
    return STATUS_SUCCESS;
}

static VOID NTAPI port_notify(HANDLE device, DXGKARGCB_NOTIFY_INTERRUPT_DATA *data)
{
    (void)device;
    assert_int_equal(irql, DEVICE_IRQL);
    assert_in_range(world->event_count, 0, EVENTS_MAX - 1);
    if (data->InterruptType == DXGK_INTERRUPT_CRTC_VSYNC) {
        world->vsync_count++;
        return;
    }
    struct event *event = &world->events[world->event_count++];
    event->type = data->InterruptType;
    if (event->type == DXGK_INTERRUPT_DMA_COMPLETED) {
        event->node = data->DmaCompleted.NodeOrdinal;
        event->fence = data->DmaCompleted.SubmissionFenceId;
    } else {
        event->node = data->DmaPreempted.NodeOrdinal;
        event->fence = data->DmaPreempted.PreemptionFenceId;
        event->last_completed = data->DmaPreempted.LastCompletedFenceId;
    }
}

static BOOLEAN NTAPI port_queue_dpc(HANDLE device)
{
    (void)device;
    return world->dpc_count++ == 0;
}

static int world_setup(void **state)
{
    (void)state;
    world = calloc(1, sizeof(*world));
    SG_ADAPTER *adapter = &world->adapter;
    adapter->Registers = world->registers;
    adapter->Vram = (PUCHAR)world->gart;
    adapter->Layout.GartEntries = RTL_NUMBER_OF(world->gart);
    adapter->Dxgk.DxgkCbSynchronizeExecution = port_synchronize;
    adapter->Dxgk.DxgkCbNotifyInterrupt = port_notify;
    adapter->Dxgk.DxgkCbQueueDpc = port_queue_dpc;
    adapter->Preemption = SOFTGPU_PREEMPT_PACKET;
    for (UINT i = 0; i < SOFTGPU_NODE_COUNT; i++) {
        adapter->Nodes[i].Ordinal = i;
        adapter->Nodes[i].Ring = world->rings[i];
        adapter->Nodes[i].Queued = world->queued[i];
        adapter->Nodes[i].RingEntries = RING_ENTRIES;
    }
    world->context.Node = NODE;
    world->interrupt_connected = TRUE;
    *board_register(SOFTGPU_REG_ID) = SOFTGPU_ID;
    return SgHardwareRun(adapter) != STATUS_SUCCESS;
}

static int world_teardown(void **state)
{
    (void)state;
    free(world);
    return 0;
}

static void submit_to(UINT node, UINT fence)
{
    world->context.Node = node;
    DXGKARG_SUBMITCOMMAND args = { .hContext = &world->context,
                                   .DmaBufferSubmissionStartOffset = 64,
                                   .DmaBufferSubmissionEndOffset = 192,
                                   .SubmissionFenceId = fence };
    args.DmaBufferPhysicalAddress.QuadPart = 0x5000;
    irql = DISPATCH_LEVEL;
    assert_int_equal(SgSubmitCommand(&world->adapter, &args), STATUS_SUCCESS);
    irql = PASSIVE_LEVEL;
}

static void preempt(UINT fence)
{
    DXGKARG_PREEMPTCOMMAND args = { .PreemptionFenceId = fence, .NodeOrdinal = NODE };

    irql = DISPATCH_LEVEL;
    assert_int_equal(SgPreemptCommand(&world->adapter, &args), STATUS_SUCCESS);
    irql = PASSIVE_LEVEL;
}

static void expect_completed(UINT index, UINT fence)
{
    assert_in_range(index, 0, world->event_count - 1);
    assert_int_equal(world->events[index].type, DXGK_INTERRUPT_DMA_COMPLETED);
    assert_int_equal(world->events[index].fence, fence);
}

static void expect_preempted(UINT index, UINT fence, UINT last_completed)
{
    assert_in_range(index, 0, world->event_count - 1);
    assert_int_equal(world->events[index].type, DXGK_INTERRUPT_DMA_PREEMPTED);
    assert_int_equal(world->events[index].node, NODE);
    assert_int_equal(world->events[index].fence, fence);
    assert_int_equal(world->events[index].last_completed, last_completed);
}

static void submissions_complete_one_by_one_in_order(void **state)
{
    (void)state;
    for (UINT round = 0; round < 3 * RING_ENTRIES; round += 3) {
        for (UINT fence = round + 1; fence <= round + 3; fence++) {
            submit_to(NODE, fence);
            assert_int_equal(board_queued(NODE), fence - round);
        }
        for (UINT fence = round + 1; fence <= round + 3; fence++) {
            assert_int_equal(board_retire(NODE), fence);
            assert_true(interrupt());
            expect_completed(fence - 1, fence);
        }
    }
    assert_int_equal(world->event_count, 3 * RING_ENTRIES);
    assert_int_not_equal(world->dpc_count, 0);
}

static void a_submission_names_its_own_part_of_the_buffer(void **state)
{
    (void)state;
    submit_to(NODE, 1);
    assert_int_equal(world->rings[NODE][0].address, SOFTGPU_SYSTEM_WINDOW + 0x5000 + 64);
    assert_int_equal(world->rings[NODE][0].size_bytes, 128);
    assert_int_equal(world->rings[NODE][0].flags, SOFTGPU_ENTRY_INTERRUPT);
}

static void a_context_switch_without_a_buffer_is_accepted(void **state)
{
    DXGKARG_SUBMITCOMMAND args = { .SubmissionFenceId = 9, .NodeOrdinal = OTHER };

    (void)state;
    args.Flags.ContextSwitch = 1;
    args.Flags.Paging = 1;
    assert_int_equal(SgSubmitCommand(&world->adapter, &args), STATUS_SUCCESS);
    assert_int_equal(world->rings[OTHER][0].size_bytes, 0);
    assert_int_equal(board_retire(OTHER), 9);
    assert_true(interrupt());
    expect_completed(0, 9);
    assert_int_equal(world->events[0].node, OTHER);
}

static void a_null_rendering_submission_is_skipped_by_the_board(void **state)
{
    DXGKARG_SUBMITCOMMAND args = { .hContext = &world->context, .SubmissionFenceId = 1 };

    (void)state;
    args.Flags.NullRendering = 1;
    assert_int_equal(SgSubmitCommand(&world->adapter, &args), STATUS_SUCCESS);
    assert_int_equal(world->rings[NODE][0].flags, SOFTGPU_ENTRY_INTERRUPT | SOFTGPU_ENTRY_SKIP);
}

static void an_interrupt_of_somebody_else_is_declined(void **state)
{
    (void)state;
    assert_false(interrupt());
    world->adapter.Registers = NULL; /* not started */
    assert_false(interrupt());
    assert_int_equal(world->event_count, 0);
}

static void an_idle_engine_answers_preemption_at_once(void **state)
{
    (void)state;
    submit_to(NODE, 1);
    board_retire(NODE);
    interrupt();
    world->dpc_count = 0;
    preempt(2);
    assert_int_equal(world->event_count, 2);
    expect_preempted(1, 2, 1);
    assert_int_equal(world->dpc_count, 1);
    assert_int_equal(board_queued(NODE), 0); /* nothing was put in the ring for it */
}

static void preemption_takes_back_what_has_not_run(void **state)
{
    (void)state;
    for (UINT fence = 1; fence <= 3; fence++) {
        submit_to(NODE, fence);
    }
    preempt(4);
    assert_int_equal(world->event_count, 0);
    assert_int_equal(*node_register(NODE, SOFTGPU_NODE_PREEMPT_REQUEST), 4);
    assert_int_equal(board_retire(NODE), 1);
    board_give_back(NODE, 0);
    assert_true(interrupt());
    assert_int_equal(world->event_count, 2);
    expect_completed(0, 1);
    expect_preempted(1, 4, 1);
    assert_int_equal(board_queued(NODE), 0);

    /* Preempted paging work comes back with its old fence, other work with a new one. */
    submit_to(NODE, 2);
    submit_to(NODE, 5);
    assert_int_equal(board_retire(NODE), 2);
    assert_true(interrupt());
    assert_int_equal(board_retire(NODE), 5);
    assert_true(interrupt());
    assert_int_equal(world->event_count, 4);
    expect_completed(2, 2);
    expect_completed(3, 5);
}

static void work_behind_a_request_waits_for_the_answer(void **state)
{
    (void)state;
    submit_to(NODE, 1);
    preempt(2);
    submit_to(NODE, 3);
    assert_int_equal(board_queued(NODE), 1);
    board_give_back(NODE, 0);
    assert_true(interrupt());
    assert_int_equal(world->event_count, 1);
    expect_preempted(0, 2, 0);
    assert_int_equal(board_queued(NODE), 1);
    assert_int_equal(board_retire(NODE), 3);
    assert_true(interrupt());
    expect_completed(1, 3);
}

/* A board that did not hear a request still shows the answer to the one before. */
static void an_answer_to_an_earlier_request_is_not_taken_for_a_new_one(void **state)
{
    (void)state;
    submit_to(NODE, 1);
    preempt(2);
    board_give_back(NODE, 0);
    assert_true(interrupt());
    assert_int_equal(world->event_count, 1);
    submit_to(NODE, 3);
    preempt(4);
    *node_register(NODE, SOFTGPU_NODE_PREEMPT_STATUS) = SOFTGPU_PREEMPT_STATUS_DONE; /* of 2 */
    *board_register(SOFTGPU_REG_INT_STATUS) |= SOFTGPU_INT_PREEMPTED(NODE);
    assert_true(interrupt());
    assert_int_equal(world->event_count, 1);
}

/* Not heard by the board, given up by the scheduler; the next request finds the node idle. */
static void a_request_that_was_given_up_does_not_block_the_engine(void **state)
{
    (void)state;
    submit_to(NODE, 1);
    preempt(2);
    *node_register(NODE, SOFTGPU_NODE_PREEMPT_STATUS) = 0;
    board_retire(NODE);
    assert_true(interrupt());
    for (UINT fence = 3; fence < 3 + 4 * RING_ENTRIES; fence += 4) {
        submit_to(NODE, fence); /* held back, and taken back without having been with the board */
        preempt(fence + 1);
        expect_preempted(world->event_count - 1, fence + 1, fence == 3 ? 1 : fence - 1);
        submit_to(NODE, fence + 2);
        assert_int_equal(board_retire(NODE), fence + 2);
        assert_true(interrupt());
        submit_to(NODE, fence + 3);
        preempt(0xFFFF);
        *node_register(NODE, SOFTGPU_NODE_PREEMPT_STATUS) = 0;
        board_retire(NODE);
        assert_true(interrupt());
    }
}

static void a_buffer_that_was_stopped_half_way_goes_on_there(void **state)
{
    (void)state;
    submit_to(NODE, 1); /* bytes 64 to 192 of the buffer */
    preempt(2);
    board_give_back(NODE, 40);
    assert_true(interrupt());
    expect_preempted(0, 2, 0);

    submit_to(NODE, 3);
    assert_int_equal(world->rings[NODE][1].address, SOFTGPU_SYSTEM_WINDOW + 0x5000 + 64 + 40);
    assert_int_equal(world->rings[NODE][1].size_bytes, 128 - 40);
    preempt(4); /* and again, further on */
    board_give_back(NODE, 16);
    assert_true(interrupt());
    submit_to(NODE, 5);
    assert_int_equal(world->rings[NODE][2].address, SOFTGPU_SYSTEM_WINDOW + 0x5000 + 64 + 56);
    assert_int_equal(world->rings[NODE][2].size_bytes, 128 - 56);
    preempt(6); /* given back before it went on: nothing changes */
    board_give_back(NODE, 0);
    assert_true(interrupt());
    submit_to(NODE, 7);
    assert_int_equal(world->rings[NODE][3].size_bytes, 128 - 56);
    board_retire(NODE);
    assert_true(interrupt());

    submit_to(NODE, 8); /* the buffer has been filled anew */
    assert_int_equal(world->rings[NODE][4].address, SOFTGPU_SYSTEM_WINDOW + 0x5000 + 64);
    assert_int_equal(world->rings[NODE][4].size_bytes, 128);
}

/* Parts of a buffer need not be the parts it had before. */
static void a_buffer_may_be_split_after_it_was_stopped(void **state)
{
    DXGKARG_SUBMITCOMMAND args = { .hContext = &world->context, .SubmissionFenceId = 3 };

    (void)state;
    submit_to(NODE, 1); /* bytes 64 to 192 */
    preempt(2);
    board_give_back(NODE, 40); /* run up to 104 */
    assert_true(interrupt());

    args.DmaBufferPhysicalAddress.QuadPart = 0x5000;
    args.DmaBufferSubmissionStartOffset = 64;
    args.DmaBufferSubmissionEndOffset = 88;
    assert_int_equal(SgSubmitCommand(&world->adapter, &args), STATUS_SUCCESS);
    assert_int_equal(world->rings[NODE][1].size_bytes, 0); /* has been run altogether */
    assert_int_equal(board_retire(NODE), 3);
    assert_true(interrupt());

    args.SubmissionFenceId = 4;
    args.DmaBufferSubmissionStartOffset = 88;
    args.DmaBufferSubmissionEndOffset = 192;
    assert_int_equal(SgSubmitCommand(&world->adapter, &args), STATUS_SUCCESS);
    assert_int_equal(world->rings[NODE][2].address, SOFTGPU_SYSTEM_WINDOW + 0x5000 + 104);
    assert_int_equal(world->rings[NODE][2].size_bytes, 192 - 104);
}

static void submit_paging(UINT fence)
{
    DXGKARG_SUBMITCOMMAND args = { .NodeOrdinal = NODE,
                                   .DmaBufferSubmissionEndOffset = 128,
                                   .SubmissionFenceId = fence };

    args.Flags.Paging = 1;
    args.DmaBufferPhysicalAddress.QuadPart = 0x9000;
    assert_int_equal(SgSubmitCommand(&world->adapter, &args), STATUS_SUCCESS);
}

static void paging_work_goes_on_under_its_old_fence_only(void **state)
{
    (void)state;
    submit_paging(1);
    preempt(2);
    board_give_back(NODE, 48);
    assert_true(interrupt());
    submit_paging(1);
    assert_int_equal(world->rings[NODE][1].size_bytes, 128 - 48);
    preempt(3);
    board_give_back(NODE, 0);
    assert_true(interrupt());
    submit_paging(4); /* other work in the same memory */
    assert_int_equal(world->rings[NODE][2].size_bytes, 128);
}

static void cancelled_work_is_forgotten(void **state)
{
    DXGKARG_CANCELCOMMAND args = { .hContext = &world->context };
    DXGKARG_CANCELCOMMAND paging = { .hContext = NULL };

    (void)state;
    submit_to(NODE, 1);
    preempt(2);
    board_give_back(NODE, 40);
    assert_true(interrupt());
    assert_int_equal(SgCancelCommand(&world->adapter, &paging), STATUS_SUCCESS);
    assert_int_equal(world->context.Progress.Done, 64 + 40);
    assert_int_equal(SgCancelCommand(&world->adapter, &args), STATUS_SUCCESS);
    assert_int_equal(world->context.Progress.Done, 0);
    assert_int_equal(world->event_count, 1); /* and nothing is reported for it */
}

/* Windows 7 model: a board that gives nothing back answers when it has run empty. */
static void a_board_that_gives_nothing_back_is_run_empty(void **state)
{
    (void)state;
    world->adapter.Preemption = SOFTGPU_PREEMPT_NONE;
    submit_to(NODE, 1);
    submit_to(NODE, 2);
    preempt(3);
    submit_to(NODE, 4);
    assert_int_equal(board_queued(NODE), 2); /* what comes behind the request is held back */
    board_retire(NODE);
    assert_true(interrupt());
    assert_int_equal(world->event_count, 1);
    board_retire(NODE);
    assert_true(interrupt());
    assert_int_equal(world->event_count, 3);
    expect_completed(1, 2);
    expect_preempted(2, 3, 2);
    assert_int_equal(board_retire(NODE), 4);
    assert_true(interrupt());
    expect_completed(3, 4);
}

static void finished_unreported_work_is_reported_before_the_preemption(void **state)
{
    (void)state;
    submit_to(NODE, 1);
    submit_to(NODE, 2);
    board_retire(NODE);
    board_retire(NODE); /* the interrupts have not been served yet */
    preempt(3);
    assert_int_equal(world->event_count, 2);
    expect_completed(0, 2);
    expect_preempted(1, 3, 2);
    assert_int_equal(*node_register(NODE, SOFTGPU_NODE_PREEMPT_REQUEST), 0);
    interrupt(); /* late */
    assert_int_equal(world->event_count, 2);
}

static void a_lost_preemption_interrupt_is_made_good_once(void **state)
{
    DXGKARG_QUERYCURRENTFENCE query = { .NodeOrdinal = NODE };

    (void)state;
    submit_to(NODE, 1);
    submit_to(NODE, 2);
    preempt(3);
    board_retire(NODE);
    board_give_back(NODE, 0);
    *board_register(SOFTGPU_REG_INT_STATUS) = 0; /* lost */
    for (UINT i = 0; i < 2; i++) {
        assert_int_equal(SgQueryCurrentFence(&world->adapter, &query), STATUS_SUCCESS);
        assert_int_equal(query.CurrentFence, 1);
        assert_int_equal(world->event_count, 2);
        expect_completed(0, 1);
        expect_preempted(1, 3, 1);
    }
}

static void a_hung_engine_leaves_the_preemption_unanswered(void **state)
{
    (void)state;
    submit_to(NODE, 1);
    preempt(2);
    interrupt();
    assert_int_equal(world->event_count, 0);
}

static void a_lost_interrupt_is_made_good_once(void **state)
{
    DXGKARG_QUERYCURRENTFENCE query = { .NodeOrdinal = NODE };

    (void)state;
    submit_to(NODE, 1);
    submit_to(NODE, 2);
    board_retire(NODE);
    *board_register(SOFTGPU_REG_INT_STATUS) = 0; /* lost */
    for (UINT i = 0; i < 2; i++) {
        assert_int_equal(SgQueryCurrentFence(&world->adapter, &query), STATUS_SUCCESS);
        assert_int_equal(query.CurrentFence, 1);
        assert_int_equal(world->event_count, 1);
        expect_completed(0, 1);
    }
    assert_int_equal(board_retire(NODE), 2); /* and the next entry was started */
}

static UINT reset_engine(void)
{
    DXGKARG_RESETENGINE args = { .NodeOrdinal = NODE, .LastAbortedFenceId = 0xFFFF };

    assert_int_equal(SgResetEngine(&world->adapter, &args), STATUS_SUCCESS);
    return args.LastAbortedFenceId;
}

static void an_engine_reset_names_the_entry_it_broke(void **state)
{
    (void)state;
    for (UINT fence = 1; fence <= 3; fence++) {
        submit_to(NODE, fence);
    }
    submit_to(OTHER, 10);
    board_retire(NODE);
    interrupt();
    preempt(4);
    assert_int_equal(reset_engine(), 2);
    assert_int_equal(world->event_count, 1); /* nothing is reported for the reset engine */
    assert_int_equal(board_queued(NODE), 0);
    assert_int_equal(board_queued(OTHER), 1); /* the other engine goes on */

    submit_to(NODE, 5); /* the engine is usable, and no old preemption is answered */
    assert_int_equal(board_retire(NODE), 5);
    assert_true(interrupt());
    assert_int_equal(world->event_count, 2);
    expect_completed(1, 5);
}

static void an_engine_that_drained_names_its_last_entry(void **state)
{
    (void)state;
    submit_to(NODE, 1);
    submit_to(NODE, 2);
    board_retire(NODE);
    interrupt();
    board_retire(NODE); /* after the scheduler stopped listening */
    assert_int_equal(reset_engine(), 2);
    assert_int_equal(world->event_count, 1);
}

/* A preemption that was answered while nobody listened is not lost on the driver. */
static void an_engine_reset_keeps_what_was_saved(void **state)
{
    (void)state;
    submit_to(NODE, 1);
    submit_to(NODE, 2);
    preempt(3);
    board_retire(NODE);
    board_give_back(NODE, 24);
    assert_int_equal(reset_engine(), 1); /* nothing ran any more */
    assert_int_equal(world->event_count, 0);
    submit_to(NODE, 4);
    assert_int_equal(world->rings[NODE][0].size_bytes, 128 - 24);
    assert_int_equal(board_retire(NODE), 4);
    assert_true(interrupt());
    assert_int_equal(world->event_count, 1);
    expect_completed(0, 4);
}

static void a_board_that_ignores_resets_is_not_called_healed(void **state)
{
    DXGKARG_RESETENGINE args = { .NodeOrdinal = NODE, .LastAbortedFenceId = 0xFFFF };

    (void)state;
    submit_to(NODE, 1);
    world->ignores_resets = TRUE;
    assert_int_equal(SgResetEngine(&world->adapter, &args), STATUS_UNSUCCESSFUL);
    assert_int_equal(args.LastAbortedFenceId, 0xFFFF);
    assert_int_equal(SgResetFromTimeout(&world->adapter), STATUS_UNSUCCESSFUL);
}

static BOOLEAN is_responsive(UINT node)
{
    DXGKARG_QUERYENGINESTATUS args = { .NodeOrdinal = node };

    args.EngineStatus.Value = 0xFFFFFFFF;
    assert_int_equal(SgQueryEngineStatus(&world->adapter, &args), STATUS_SUCCESS);
    assert_int_equal(args.EngineStatus.Value & ~1u, 0); /* reserved bits */
    return args.EngineStatus.Responsive;
}

static void an_engine_that_runs_packets_is_responsive(void **state)
{
    (void)state;
    assert_true(is_responsive(NODE));
    submit_to(NODE, 1);
    *node_register(NODE, SOFTGPU_NODE_PACKETS_LO) = 7;
    assert_true(is_responsive(NODE)); /* nobody has asked it to stop */
    preempt(2);
    assert_false(is_responsive(NODE));
    assert_true(is_responsive(OTHER));
    *node_register(NODE, SOFTGPU_NODE_PACKETS_LO) = 8;
    assert_true(is_responsive(NODE));
    *node_register(NODE, SOFTGPU_NODE_STATUS) = SOFTGPU_NODE_STATUS_FAULTED;
    assert_false(is_responsive(NODE));
    world->interrupt_connected = FALSE;
    assert_false(is_responsive(OTHER));
}

/* Rule FENCE-27: the last completed fence becomes the last submitted one, on every node. */
static void an_adapter_reset_writes_off_all_that_was_submitted(void **state)
{
    (void)state;
    for (UINT fence = 1; fence <= 3; fence++) {
        submit_to(NODE, fence);
    }
    submit_to(OTHER, 20);
    preempt(4);
    assert_int_equal(SgResetFromTimeout(&world->adapter), STATUS_SUCCESS);
    assert_int_equal(board_queued(NODE), 0);
    assert_int_equal(*board_register(SOFTGPU_REG_INT_ENABLE), 0);
    assert_false(interrupt());
    assert_int_equal(SgRestartFromTimeout(&world->adapter), STATUS_SUCCESS);
    assert_int_equal(world->event_count, 0);

    preempt(5);
    expect_preempted(0, 5, 3);
    submit_to(NODE, 6);
    assert_int_equal(board_retire(NODE), 6);
    assert_true(interrupt());
    expect_completed(1, 6);
}

static void every_aperture_page_shows_the_dummy_page_after_a_restart(void **state)
{
    (void)state;
    world->adapter.DummyPage = 0x7000;
    assert_int_equal(SgResetFromTimeout(&world->adapter), STATUS_SUCCESS);
    assert_int_equal(SgRestartFromTimeout(&world->adapter), STATUS_SUCCESS);
    for (UINT i = 0; i < RTL_NUMBER_OF(world->gart); i++) {
        assert_int_equal(world->gart[i], 0x7000 | SOFTGPU_GART_ENTRY_VALID);
    }
}

static void without_an_interrupt_submission_fails(void **state)
{
    DXGKARG_SUBMITCOMMAND args = { .hContext = &world->context, .SubmissionFenceId = 1 };

    (void)state;
    world->interrupt_connected = FALSE;
    assert_int_equal(SgSubmitCommand(&world->adapter, &args), STATUS_UNSUCCESSFUL);
    assert_int_equal(board_queued(NODE), 0);
}

static void vertical_blanks_are_reported_only_when_wanted(void **state)
{
    (void)state;
    assert_int_equal(SgControlInterrupt(&world->adapter, DXGK_INTERRUPT_DMA_COMPLETED, TRUE),
                     STATUS_NOT_IMPLEMENTED);
    assert_int_equal(SgControlInterrupt(&world->adapter, DXGK_INTERRUPT_CRTC_VSYNC, TRUE),
                     STATUS_SUCCESS);
    *board_register(SOFTGPU_REG_INT_STATUS) = SOFTGPU_INT_VSYNC;
    assert_true(interrupt());
    assert_int_equal(world->vsync_count, 1);
    assert_int_equal(SgControlInterrupt(&world->adapter, DXGK_INTERRUPT_CRTC_VSYNC, FALSE),
                     STATUS_SUCCESS);
    *board_register(SOFTGPU_REG_INT_STATUS) = SOFTGPU_INT_VSYNC;
    assert_false(interrupt());
    assert_int_equal(world->vsync_count, 1);
}

static void a_debug_report_is_cut_to_the_buffer_and_names_the_fault(void **state)
{
    unsigned char buffer[40];
    DXGKARG_COLLECTDBGINFO_EXT extension = { 0 };
    DXGKARG_COLLECTDBGINFO args = { .Reason = 0x117,
                                    .pBuffer = buffer,
                                    .BufferSize = sizeof(buffer) - 1,
                                    .pExtension = &extension };

    (void)state;
    memset(buffer, 0xCD, sizeof(buffer));
    *node_register(OTHER, SOFTGPU_NODE_FAULT_CODE) = SOFTGPU_FAULT_ADDRESS;
    irql = HIGH_LEVEL; /* for any reason but a timeout it may be */
    assert_int_equal(SgCollectDbgInfo(&world->adapter, &args), STATUS_SUCCESS);
    irql = PASSIVE_LEVEL;
    assert_int_equal(buffer[sizeof(buffer) - 1], 0xCD);
    assert_int_equal(extension.BucketingKey, (OTHER + 1) << 16 | SOFTGPU_FAULT_ADDRESS);
    world->adapter.Registers = NULL;
    assert_int_equal(SgCollectDbgInfo(&world->adapter, &args), STATUS_UNSUCCESSFUL);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(submissions_complete_one_by_one_in_order),
        TEST(a_submission_names_its_own_part_of_the_buffer),
        TEST(a_context_switch_without_a_buffer_is_accepted),
        TEST(a_null_rendering_submission_is_skipped_by_the_board),
        TEST(an_interrupt_of_somebody_else_is_declined),
        TEST(an_idle_engine_answers_preemption_at_once),
        TEST(preemption_takes_back_what_has_not_run),
        TEST(work_behind_a_request_waits_for_the_answer),
        TEST(an_answer_to_an_earlier_request_is_not_taken_for_a_new_one),
        TEST(a_request_that_was_given_up_does_not_block_the_engine),
        TEST(a_buffer_that_was_stopped_half_way_goes_on_there),
        TEST(a_buffer_may_be_split_after_it_was_stopped),
        TEST(paging_work_goes_on_under_its_old_fence_only),
        TEST(cancelled_work_is_forgotten),
        TEST(a_board_that_gives_nothing_back_is_run_empty),
        TEST(finished_unreported_work_is_reported_before_the_preemption),
        TEST(a_hung_engine_leaves_the_preemption_unanswered),
        TEST(a_lost_interrupt_is_made_good_once),
        TEST(a_lost_preemption_interrupt_is_made_good_once),
        TEST(an_engine_reset_names_the_entry_it_broke),
        TEST(an_engine_that_drained_names_its_last_entry),
        TEST(an_engine_reset_keeps_what_was_saved),
        TEST(a_board_that_ignores_resets_is_not_called_healed),
        TEST(an_engine_that_runs_packets_is_responsive),
        TEST(an_adapter_reset_writes_off_all_that_was_submitted),
        TEST(every_aperture_page_shows_the_dummy_page_after_a_restart),
        TEST(without_an_interrupt_submission_fails),
        TEST(vertical_blanks_are_reported_only_when_wanted),
        TEST(a_debug_report_is_cut_to_the_buffer_and_names_the_fault),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
