/* SPDX-License-Identifier: MIT */
/*
 * The scheduling side of the reference miniport on the real board, under a port that schedules at
 * random: work is submitted, preempted, comes back, hangs and is reset, interrupts are late or
 * lost, and time goes on at every register access. Every packet inverts a pixel of its own, so
 * that a packet that is lost or runs twice shows, and every report is held against what the
 * documents allow.
 */
#include "tests/lib/softgpu_board.h"
#include "tests/lib/test.h"

#include "devices/softgpu/softgpu_device.h"

#include <ntddk.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

static ULONG board_read(const volatile ULONG *address);
static ULONG64 board_read64(const volatile ULONG64 *address);
static void board_write(volatile ULONG *address, ULONG value);
static void board_write64(volatile ULONG64 *address, ULONG64 value);
#undef PAGED_CODE
#define PAGED_CODE() ((void)0)
#define READ_REGISTER_ULONG board_read
#define READ_REGISTER_ULONG64 board_read64
#define WRITE_REGISTER_ULONG board_write
#define WRITE_REGISTER_ULONG64 board_write64
#include "drivers/softgpu/child.c"
#include "drivers/softgpu/crtc.c"
#include "drivers/softgpu/hardware.c"
#include "drivers/softgpu/interrupt.c"
#include "drivers/softgpu/node.c"
#include "drivers/softgpu/preempt.c"
#include "drivers/softgpu/reset.c"
#include "drivers/softgpu/submit.c"

#define NODE SOFTGPU_NODE_3D
#define RING_ENTRIES 16u
#define CONTEXTS 4u
#define PAGING 0u /* of the contexts, the one that is paging work */
#define SLOTS 3u  /* DMA buffers of a context, used again and again */
#define PACKETS_MAX 10u
#define WORKS_MAX 160u
#define NO_WORK UINT_MAX
#define ROUNDS 300u
#define STEPS 400u

/* Inverts one pixel. */
struct invert {
    struct softgpu_packet_fill packet;
    struct softgpu_rect rect;
};
#define SLOT_BYTES (PACKETS_MAX * (UINT)sizeof(struct invert))

struct work {
    UINT context;
    UINT slot;
    UINT packets;
    UINT first_pixel;
    UINT fence;
    BOOLEAN has_fence; /* paging work keeps it */
    BOOLEAN queued;    /* with the driver */
    BOOLEAN over;      /* completed, or lost with its context */
};

struct world {
    struct softgpu_board board;
    SG_ADAPTER adapter;
    SG_QUEUED queued[SOFTGPU_NODE_COUNT][RING_ENTRIES];
    SG_CONTEXT contexts[CONTEXTS];
    struct work works[WORKS_MAX];
    UINT work_count;
    UINT pixel_count;
    UINT outstanding[RING_ENTRIES]; /* works with the driver, oldest first */
    UINT outstanding_count;
    UINT next_fence;
    UINT last_submitted;
    UINT last_completed;
    BOOLEAN preempting;
    UINT preempt_fence;
    UINT preempt_count; /* of the outstanding works, those before the request */
    BOOLEAN deaf;       /* the port ignores the engine: it is about to be reset */
    BOOLEAN in_lock;
    UINT reports;
    UINT preemptions;
    UINT resumed; /* half-run buffers that were submitted again */
    UINT resets;
    uint64_t packets_before; /* that the board had run before its last reset */
    uint64_t random;
};

static struct world *world;
static unsigned char register_space[SOFTGPU_BAR_REGISTERS_SIZE]; /* addresses only */

static UINT dice(UINT sides)
{
    world->random = world->random * 6364136223846793005ull + 1442695040888963407ull;
    return (UINT)((world->random >> 33) % sides);
}

/* Every access takes its time, and now and then another processor's. */
static void time_passes(void)
{
    UINT ns = dice(8) == 0 ? dice(900) : dice(30);

    mock_bus_run_until(&world->board.mock, world->board.mock.now_ns + ns);
}

static uint32_t offset_of(const volatile void *address)
{
    return (uint32_t)((const volatile unsigned char *)address - register_space);
}

static ULONG board_read(const volatile ULONG *address)
{
    time_passes();
    return mock_bus_read32(&world->board.mock, offset_of(address));
}

static ULONG64 board_read64(const volatile ULONG64 *address)
{
    time_passes();
    return mock_bus_read64(&world->board.mock, offset_of(address));
}

static void board_write(volatile ULONG *address, ULONG value)
{
    time_passes();
    mock_bus_write32(&world->board.mock, offset_of(address), value);
}

static void board_write64(volatile ULONG64 *address, ULONG64 value)
{
    time_passes();
    mock_bus_write64(&world->board.mock, offset_of(address), value);
}

static UINT inverted_pixels(const struct work *work)
{
    UINT count = 0;

    for (UINT i = 0; i < work->packets; i++) {
        uint32_t value;
        memcpy(&value,
               world->board.mock.bar_memory[SOFTGPU_BAR_VRAM] + (work->first_pixel + i) * 4u,
               sizeof(value));
        count += value != 0 ? 1 : 0;
    }
    return count;
}

static void outstanding_drop(UINT first, UINT count)
{
    world->outstanding_count -= count;
    memmove(&world->outstanding[first], &world->outstanding[first + count],
            (world->outstanding_count - first) * sizeof(UINT));
}

/* The position behind the work with this fence; 0 when there is none. */
static UINT position_behind(UINT fence)
{
    for (UINT i = 0; i < world->outstanding_count; i++) {
        if (world->works[world->outstanding[i]].fence == fence) {
            return i + 1;
        }
    }
    return 0;
}

static void port_completed(UINT fence)
{
    UINT count = position_behind(fence);

    assert_int_not_equal(count, 0); /* FENCE-01, FENCE-04, PREEMPT-21 */
    for (UINT i = 0; i < count; i++) {
        struct work *work = &world->works[world->outstanding[i]];
        work->queued = FALSE;
        work->over = TRUE;
        assert_int_equal(inverted_pixels(work), work->packets); /* FENCE-03 */
    }
    outstanding_drop(0, count);
    world->preempt_count -= min(count, world->preempt_count);
    world->last_completed = fence;
}

static void port_preempted(const DXGKARGCB_NOTIFY_INTERRUPT_DATA *data)
{
    assert_true(world->preempting); /* PREEMPT-20 */
    assert_int_equal(data->DmaPreempted.PreemptionFenceId, world->preempt_fence);
    assert_int_equal(data->DmaPreempted.NodeOrdinal, NODE);
    assert_int_equal(data->DmaPreempted.LastCompletedFenceId, world->last_completed);
    for (UINT i = 0; i < world->preempt_count; i++) {
        struct work *work = &world->works[world->outstanding[i]];
        work->queued = FALSE;
        world->resumed += inverted_pixels(work) != 0 ? 1 : 0;
        assert_int_not_equal(inverted_pixels(work), work->packets); /* that one had completed */
    }
    outstanding_drop(0, world->preempt_count);
    world->preempt_count = 0;
    world->preempting = FALSE;
    world->preemptions++;
}

static VOID NTAPI port_notify(HANDLE device, DXGKARGCB_NOTIFY_INTERRUPT_DATA *data)
{
    (void)device;
    assert_true(world->in_lock);
    assert_false(world->deaf); /* ENGRST-12: the driver knows that nobody listens */
    world->reports++;
    if (data->InterruptType == DXGK_INTERRUPT_DMA_COMPLETED) {
        assert_int_equal(data->DmaCompleted.NodeOrdinal, NODE);
        port_completed(data->DmaCompleted.SubmissionFenceId);
    } else {
        assert_int_equal(data->InterruptType, DXGK_INTERRUPT_DMA_PREEMPTED);
        port_preempted(data);
    }
}

static BOOLEAN NTAPI port_queue_dpc(HANDLE device)
{
    (void)device;
    return TRUE;
}

static NTSTATUS NTAPI port_synchronize(HANDLE device, PKSYNCHRONIZE_ROUTINE routine, PVOID context,
                                       ULONG message, PBOOLEAN result)
{
    (void)device;
    (void)message;
    assert_false(world->in_lock);
    world->in_lock = TRUE;
    *result = routine(context);
    world->in_lock = FALSE;
    return STATUS_SUCCESS;
}

static void serve_interrupt(void)
{
    if (!world->board.mock.line) {
        return;
    }
    world->in_lock = TRUE;
    assert_true(SgInterruptRoutine(&world->adapter, 0));
    world->in_lock = FALSE;
}

static void control(enum softgpu_control what, int64_t value)
{
    assert_true(softgpu_test_control(world->board.mock.device, what, NODE, value));
}

static struct softgpu_node_state truth(void)
{
    struct softgpu_node_state state;

    assert_true(softgpu_node_state_get(world->board.mock.device, NODE, &state));
    return state;
}

/* ------------------------------------------------------------------------ what the port does */

static UINT slot_offset(const struct work *work)
{
    return BOARD_COMMANDS + (work->context * SLOTS + work->slot) * SLOT_BYTES;
}

static BOOLEAN slot_is_free(UINT context, UINT slot)
{
    for (UINT i = 0; i < world->work_count; i++) {
        const struct work *work = &world->works[i];
        if (!work->over && work->context == context && work->slot == slot) {
            return FALSE;
        }
    }
    return TRUE;
}

static void add_work(UINT context, UINT packets)
{
    UINT slot = 0;

    while (slot < SLOTS && !slot_is_free(context, slot)) {
        slot++;
    }
    if (slot == SLOTS || world->work_count == WORKS_MAX) {
        return;
    }
    struct work *work = &world->works[world->work_count++];
    *work = (struct work){
        .context = context, .slot = slot, .packets = packets, .first_pixel = world->pixel_count
    };
    world->pixel_count += packets;
    for (UINT i = 0; i < packets; i++) {
        struct invert invert = {
            .packet = {
                .header = SOFTGPU_PACKET_HEADER(SOFTGPU_OP_FILL, SOFTGPU_FILL_DWORDS(1)),
                .dst = { (uint64_t)(work->first_pixel + i) * 4u, 4, SOFTGPU_FORMAT_X8R8G8B8, 1,
                         1 },
                .rop = SOFTGPU_FILL_DSTINVERT,
                .rect_count = 1,
            },
            .rect = { 0, 0, 1, 1 },
        };
        memcpy(world->board.mock.ram + slot_offset(work) + i * sizeof(invert), &invert,
               sizeof(invert));
    }
}

/* A context's work is submitted in its order. */
static UINT next_work_of(UINT context)
{
    for (UINT i = 0; i < world->work_count; i++) {
        const struct work *work = &world->works[i];
        if (!work->over && !work->queued && work->context == context) {
            return i;
        }
    }
    return NO_WORK;
}

/* What is being preempted comes back before anything else of its context may run. */
static BOOLEAN is_being_preempted(UINT context)
{
    for (UINT i = 0; i < world->preempt_count; i++) {
        if (world->works[world->outstanding[i]].context == context) {
            return TRUE;
        }
    }
    return FALSE;
}

static void submit(UINT context)
{
    UINT index = next_work_of(PAGING);

    /* Preempted paging work comes first, under its old fence. */
    if (index == NO_WORK || !world->works[index].has_fence) {
        index = next_work_of(context);
    }
    if (index == NO_WORK || world->outstanding_count == RING_ENTRIES - 1) {
        return;
    }
    struct work *work = &world->works[index];
    if (is_being_preempted(work->context)) {
        return;
    }
    BOOLEAN paging = work->context == PAGING;
    if (!paging || !work->has_fence) {
        work->fence = world->next_fence++;
        work->has_fence = paging;
        world->last_submitted = work->fence;
    }
    DXGKARG_SUBMITCOMMAND args = {
        .hContext = paging ? NULL : &world->contexts[work->context],
        .NodeOrdinal = NODE,
        .DmaBufferSubmissionEndOffset = work->packets * (UINT)sizeof(struct invert),
        .SubmissionFenceId = work->fence,
    };
    args.Flags.Paging = paging ? 1 : 0;
    args.DmaBufferPhysicalAddress.QuadPart = (LONGLONG)(MOCK_BUS_RAM_BASE + slot_offset(work));
    work->queued = TRUE;
    world->outstanding[world->outstanding_count++] = index;
    assert_int_equal(SgSubmitCommand(&world->adapter, &args), STATUS_SUCCESS);
}

static void preempt(void)
{
    if (world->preempting) {
        return;
    }
    struct softgpu_node_state before = truth();
    BOOLEAN finished = !before.busy && !before.hung;
    world->preempting = TRUE;
    world->preempt_fence = world->next_fence++;
    world->preempt_count = world->outstanding_count;
    DXGKARG_PREEMPTCOMMAND args = { .PreemptionFenceId = world->preempt_fence,
                                    .NodeOrdinal = NODE };
    assert_int_equal(SgPreemptCommand(&world->adapter, &args), STATUS_SUCCESS);
    if (finished) {
        assert_false(world->preempting); /* PREEMPT-14: no interrupt would come */
        assert_false(truth().preempting);
    }
}

static void query_fence(void)
{
    DXGKARG_QUERYCURRENTFENCE args = { .NodeOrdinal = NODE };

    assert_int_equal(SgQueryCurrentFence(&world->adapter, &args), STATUS_SUCCESS);
    assert_int_equal(args.CurrentFence, world->last_completed); /* QCF-02: it has been reported */
}

/* The context of the work that was broken is lost, with everything that was queued for it. */
static void lose_context(UINT context)
{
    for (UINT i = 0; i < world->work_count; i++) {
        struct work *work = &world->works[i];
        if (work->context == context && !work->over && !work->queued) {
            work->over = TRUE;
        }
    }
    DXGKARG_CANCELCOMMAND cancel = { .hContext = &world->contexts[context] };
    assert_int_equal(SgCancelCommand(&world->adapter, &cancel), STATUS_SUCCESS);
    memset(&world->contexts[context], 0, sizeof(world->contexts[context]));
    world->contexts[context].Node = NODE;
}

static void reset_engine(void)
{
    DXGKARG_RESETENGINE args = { .NodeOrdinal = NODE };

    world->deaf = TRUE;
    assert_int_equal(SgResetEngine(&world->adapter, &args), STATUS_SUCCESS);
    world->deaf = FALSE;
    world->resets++;
    assert_int_equal(truth().busy, 0);
    mock_bus_write32(&world->board.mock, SOFTGPU_REG_INT_STATUS, SOFTGPU_INT_NODES_MASK);

    UINT count = position_behind(args.LastAbortedFenceId);
    UINT lost = NO_WORK;
    if (count == 0) {
        assert_int_equal(args.LastAbortedFenceId, world->last_completed); /* ENGRST-04 */
    } else {
        lost = world->outstanding[count - 1];
    }
    for (UINT i = 0; i < world->outstanding_count; i++) {
        struct work *work = &world->works[world->outstanding[i]];
        work->queued = FALSE;
        work->over = i < count;
        if (i + 1 < count) {
            assert_int_equal(inverted_pixels(work), work->packets); /* before the aborted one */
        }
    }
    world->outstanding_count = 0;
    world->preempting = FALSE;
    world->preempt_count = 0;
    world->last_completed = args.LastAbortedFenceId;
    if (lost != NO_WORK && world->works[lost].context != PAGING) {
        lose_context(world->works[lost].context);
    }
}

static uint64_t all_inverted_pixels(void)
{
    uint64_t count = 0;

    for (UINT i = 0; i < world->work_count; i++) {
        count += inverted_pixels(&world->works[i]);
    }
    return count;
}

static void reset_adapter(void)
{
    world->deaf = TRUE;
    assert_int_equal(SgResetFromTimeout(&world->adapter), STATUS_SUCCESS);
    assert_false(truth().busy);
    world->packets_before = all_inverted_pixels();
    mock_bus_run_until(&world->board.mock, world->board.mock.now_ns + 10000);
    assert_int_equal(world->packets_before, all_inverted_pixels()); /* TDR-15 */
    assert_false(world->board.mock.line);
    assert_int_equal(SgRestartFromTimeout(&world->adapter), STATUS_SUCCESS);
    world->deaf = FALSE;

    world->outstanding_count = 0;
    world->preempting = FALSE;
    world->preempt_count = 0;
    world->last_completed = world->last_submitted; /* TDR-18 */
    for (UINT i = 0; i < world->work_count; i++) {
        world->works[i].queued = FALSE;
        world->works[i].over = world->works[i].over || world->works[i].context == PAGING;
    }
    for (UINT context = PAGING + 1; context < CONTEXTS; context++) {
        lose_context(context);
    }
}

static void random_step(void)
{
    switch (dice(16)) {
    case 0:
    case 1:
    case 2:
        add_work(dice(CONTEXTS), 1 + dice(PACKETS_MAX));
        break;
    case 3:
    case 4:
    case 5:
        submit(dice(CONTEXTS));
        break;
    case 6:
        preempt();
        break;
    case 7:
        query_fence();
        break;
    case 8:
        if (dice(8) == 0) {
            control(dice(2) == 0 ? SOFTGPU_CONTROL_LOSE_FENCE : SOFTGPU_CONTROL_LOSE_PREEMPTED, 1);
        }
        break;
    case 9:
        control(SOFTGPU_CONTROL_INTERRUPT_DELAY, dice(3) == 0 ? dice(2000) : 0);
        break;
    case 10:
        if (dice(20) == 0) {
            control(SOFTGPU_CONTROL_HANG, dice(3) != 0);
            mock_bus_run_until(&world->board.mock, world->board.mock.now_ns + dice(3000));
            if (dice(6) == 0) {
                reset_adapter();
            } else {
                reset_engine();
            }
            control(SOFTGPU_CONTROL_HANG, 0);
        }
        break;
    case 11:
    case 12:
        serve_interrupt();
        break;
    default:
        mock_bus_run_until(&world->board.mock, world->board.mock.now_ns + dice(700));
        break;
    }
}

static void finish_everything(void)
{
    for (UINT i = 0; i < 2 * WORKS_MAX; i++) {
        mock_bus_run_until(&world->board.mock, world->board.mock.now_ns + 100000);
        serve_interrupt();
        query_fence();
        for (UINT context = 0; context < CONTEXTS; context++) {
            submit(context);
        }
    }
    for (UINT i = 0; i < world->work_count; i++) {
        assert_true(world->works[i].over);
    }
    assert_int_equal(world->outstanding_count, 0);
    assert_false(world->preempting);
    /* Three times is odd too, but the board counts. */
    assert_int_equal(all_inverted_pixels(), world->packets_before + truth().packets);
    assert_false(truth().faulted);
}

static void world_start(const char *options, uint64_t seed)
{
    SG_ADAPTER *adapter = &world->adapter;

    memset(world, 0, sizeof(*world));
    world->random = seed;
    world->next_fence = (UINT)seed % 2 == 0 ? 1 : 0xFFFFFFC0u; /* and around the end */
    softgpu_board_init(&world->board, options);
    adapter->Registers = register_space;
    adapter->Vram = world->board.mock.bar_memory[SOFTGPU_BAR_VRAM] + BOARD_GART_OFFSET;
    adapter->Layout.GartEntries = BOARD_GART_ENTRIES;
    adapter->Dxgk.DxgkCbSynchronizeExecution = port_synchronize;
    adapter->Dxgk.DxgkCbNotifyInterrupt = port_notify;
    adapter->Dxgk.DxgkCbQueueDpc = port_queue_dpc;
    for (UINT i = 0; i < SOFTGPU_NODE_COUNT; i++) {
        SG_NODE *node = &adapter->Nodes[i];
        node->Ordinal = i;
        node->Ring = (struct softgpu_ring_entry *)(void *)(world->board.mock.ram + i * 0x1000u);
        node->RingAddress = SOFTGPU_SYSTEM_WINDOW + MOCK_BUS_RAM_BASE + i * 0x1000u;
        node->RingEntries = RING_ENTRIES;
        node->Queued = world->queued[i];
    }
    for (UINT i = 0; i < CONTEXTS; i++) {
        world->contexts[i].Node = NODE;
    }
    adapter->Preemption = SgReadNode(adapter, &adapter->Nodes[NODE], SOFTGPU_NODE_PREEMPT_CAPS);
    SgHardwareReset(adapter);
    assert_int_equal(SgHardwareRun(adapter), STATUS_SUCCESS);
}

struct totals {
    uint64_t reports;
    uint64_t preemptions;
    uint64_t resumed;
    uint64_t resets;
};

static struct totals run_rounds(const char *options)
{
    struct totals totals = { 0 };

    world = calloc(1, sizeof(*world));
    for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
        world_start(options, seed);
        for (UINT step = 0; step < STEPS; step++) {
            random_step();
        }
        control(SOFTGPU_CONTROL_INTERRUPT_DELAY, 0);
        finish_everything();
        totals.reports += world->reports;
        totals.preemptions += world->preemptions;
        totals.resumed += world->resumed;
        totals.resets += world->resets;
        softgpu_board_fini(&world->board);
    }
    free(world);
    world = NULL;
    assert_in_range(totals.reports, 1000, UINT_MAX); /* the dice did reach everything */
    assert_in_range(totals.preemptions, 1000, UINT_MAX);
    assert_in_range(totals.resets, 100, UINT_MAX);
    return totals;
}

static void no_packet_is_lost_or_repeated_between_packets(void **state)
{
    (void)state;
    assert_in_range(run_rounds("vram=1M,preempt=packet").resumed, 300, UINT_MAX);
}

static void no_packet_is_lost_or_repeated_between_entries(void **state)
{
    (void)state;
    assert_int_equal(run_rounds("vram=1M,preempt=entry").resumed, 0);
}

static void no_packet_is_lost_or_repeated_without_preemption(void **state)
{
    (void)state;
    assert_int_equal(run_rounds("vram=1M,preempt=none").resumed, 0);
}

/* One request at every moment of three buffers, and the urgent work behind it. */
static void a_request_is_answered_once_at_every_moment(void **state)
{
    (void)state;
    world = calloc(1, sizeof(*world));
    for (UINT at_ns = 0; at_ns < 2400; at_ns += 3) {
        world_start("vram=1M", 2);
        add_work(1, 2);
        add_work(2, 3);
        add_work(3, 1);
        submit(1);
        submit(2);
        submit(3);
        mock_bus_run_until(&world->board.mock, world->board.mock.now_ns + at_ns);
        preempt();
        add_work(1, 1);
        submit(1);
        finish_everything();
        assert_int_equal(world->preemptions, 1);
        softgpu_board_fini(&world->board);
    }
    free(world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_request_is_answered_once_at_every_moment),
        cmocka_unit_test(no_packet_is_lost_or_repeated_between_packets),
        cmocka_unit_test(no_packet_is_lost_or_repeated_between_entries),
        cmocka_unit_test(no_packet_is_lost_or_repeated_without_preemption),
    };
    return cmocka_run_group_tests_name("miniport/preempt", tests, NULL, NULL);
}
