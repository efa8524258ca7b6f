/* SPDX-License-Identifier: MIT */
/* Flips, as the driver sees them: what it is asked, at which IRQL, and when. */
#include "cdd/cdd.h"
#include "devices/softgpu/softgpu_regs.h"
#include "drivers/softgpu/softgpu_umd.h"
#include "dxgk/allocation_private.h"
#include "dxgk/client.h"
#include "dxgk/display_private.h"
#include "machine/fiber.h"
#include "machine/schedule.h"
#include "object/process.h"
#include "tests/lib/client.h"
#include "tests/lib/path_document.h"
#include "tests/lib/test.h"
#include "trace/trace.h"

#define FRAME_NS UINT64_C(16666667)
#define COMMAND_DWORDS 4u

static struct record {
    struct driver_table driver; /* the real one */
    uint32_t presents;
    uint32_t addresses; /* flips; mode switches are not counted */
    DXGKARG_PRESENT present;
    HANDLE list[3];
    HANDLE context;
    DXGKARG_SETVIDPNSOURCEADDRESS address;
    uint8_t irql;
    bool writes;     /* a command for a flip that has a DMA buffer; this board has none for flips */
    bool touches;    /* PRESENT-09: pDmaBuffer of one that has none */
    bool looks_away; /* FLIP-03 */
    NTSTATUS answer; /* FLIP-04, of a flip's address */
    NTSTATUS presents_answer;
} record;

static NTSTATUS APIENTRY record_present(const HANDLE context, DXGKARG_PRESENT *args)
{
    if (!args->Flags.Flip) {
        return record.driver.DxgkDdiPresent(context, args);
    }
    record.presents++;
    record.present = *args;
    record.context = context;
    for (uint32_t i = 0; i < 3; i++) {
        record.list[i] = args->pAllocationList[i].hDeviceSpecificAllocation;
    }
    if (record.writes && args->pDmaBuffer != NULL) {
        uint32_t *command = args->pDmaBuffer;

        memset(command, 0, COMMAND_DWORDS * sizeof(*command));
        command[0] = SOFTGPU_PACKET_HEADER(SOFTGPU_OP_NOP, COMMAND_DWORDS);
        args->pDmaBuffer = command + COMMAND_DWORDS;
    }
    if (record.touches) {
        args->pDmaBuffer = &record;
    }
    return record.presents_answer != STATUS_SUCCESS ? record.presents_answer
                                                    : record.driver.DxgkDdiPresent(context, args);
}

static NTSTATUS APIENTRY record_address(const HANDLE adapter,
                                        const DXGKARG_SETVIDPNSOURCEADDRESS *args)
{
    if (args->Flags.ModeChange) {
        return record.driver.DxgkDdiSetVidPnSourceAddress(adapter, args);
    }
    record.addresses++;
    record.address = *args;
    record.irql = KeGetCurrentIrql();
    if (record.looks_away || record.answer != STATUS_SUCCESS) {
        return record.answer;
    }
    return record.driver.DxgkDdiSetVidPnSourceAddress(adapter, args);
}

struct screen {
    struct adapter *adapter;
    struct cdd *cdd;
    struct client client;
    D3DKMT_HANDLE primaries[2];
};

static void open(struct screen *screen, struct adapter *adapter)
{
    struct cdd_config config = { .width = 640, .height = 480 };

    *screen = (struct screen){ .adapter = adapter };
    record = (struct record){ .driver = adapter->table };
    adapter->table.DxgkDdiPresent = record_present;
    adapter->table.DxgkDdiSetVidPnSourceAddress = record_address;
    assert_int_equal(cdd_create(adapter, &config, &screen->cdd), STATUS_SUCCESS);
    client_open_context(&screen->client);
    for (uint32_t i = 0; i < 2; i++) {
        screen->primaries[i] = client_primary(&screen->client, 640, 480);
    }
    client_own_source(&screen->client);
}

static void close(struct screen *screen)
{
    client_close(&screen->client);
    cdd_destroy(screen->cdd);
    screen->adapter->table = record.driver;
}

static NTSTATUS flip(const struct screen *screen, uint32_t index, D3DDDI_FLIPINTERVAL_TYPE interval)
{
    return client_flip(&screen->client, screen->primaries[index], interval);
}

/* PRESENT-02 and -09, FLIP-01 and -02: the shape of the question, and where the flip is made. */
static void shape(struct adapter *adapter, void *argument)
{
    struct screen screen;
    const struct display_path *path;

    (void)argument;
    open(&screen, adapter);
    assert_int_equal(flip(&screen, 0, D3DDDI_FLIPINTERVAL_ONE), STATUS_SUCCESS);
    assert_int_equal(record.presents, 1);
    assert_int_equal(record.addresses, 1);
    assert_null(record.list[0]);
    assert_non_null(record.list[DXGK_PRESENT_SOURCE_INDEX]);
    assert_null(record.list[DXGK_PRESENT_DESTINATION_INDEX]);
    assert_null(record.present.pDmaBuffer);
    assert_int_equal(record.present.DmaSize, 0);
    assert_null(record.present.pPatchLocationListOut);
    assert_int_equal(record.present.FlipInterval, D3DDDI_FLIPINTERVAL_ONE);
    assert_true(record.irql > DISPATCH_LEVEL);
    assert_int_equal(record.address.ContextCount, 1);
    assert_ptr_equal(record.address.Context[0], record.context);
    assert_int_equal(record.address.Flags.Value,
                     (DXGK_SETVIDPNSOURCEADDRESS_FLAGS){ .FlipOnNextVSync = 1 }.Value);
    path = adapter->display;
    assert_int_equal(path->display->sources[0].vsync_address,
                     (uint64_t)record.address.PrimaryAddress.QuadPart);

    /* PRESENT-10: to what is shown already, and still a flip */
    assert_int_equal(flip(&screen, 0, D3DDDI_FLIPINTERVAL_ONE), STATUS_SUCCESS);
    assert_int_equal(record.presents, 2);
    assert_int_equal(record.addresses, 2);
    close(&screen);
}

static void mmio_flip_has_no_buffer_and_comes_at_device_irql(void **state)
{
    (void)state;
    stack_run_good(DXGH_TEST_DRIVER, shape);
}

/* docs/paths/flip.md is true. */
static void path(struct adapter *adapter, void *argument)
{
    struct screen screen;
    uint64_t first;

    (void)argument;
    open(&screen, adapter);
    for (uint32_t i = 0; i < 2; i++) { /* the first of each brings it into video memory */
        assert_int_equal(flip(&screen, i, D3DDDI_FLIPINTERVAL_ONE), STATUS_SUCCESS);
    }
    first = trace_count(adapter->machine);
    assert_int_equal(flip(&screen, 0, D3DDDI_FLIPINTERVAL_ONE), STATUS_SUCCESS);
    schedule_sleep_until(adapter->machine, adapter->machine->clock.now_ns + DXGH_NS_PER_US);
    path_document_assert(adapter->machine, DXGH_TEST_DOCS "/paths/flip.md", first,
                         trace_count(adapter->machine));
    close(&screen);
}

static void flip_follows_the_document(void **state)
{
    (void)state;
    stack_run_seeded(DXGH_TEST_DRIVER, 0, path);
    stack_run_seeded(DXGH_TEST_DRIVER_WINDOWS, 0, path);
}

static uint64_t time_of(const struct screen *screen, D3DDDI_FLIPINTERVAL_TYPE interval)
{
    const struct machine *machine = screen->adapter->machine;
    uint64_t before_ns;

    assert_int_equal(flip(screen, 0, D3DDDI_FLIPINTERVAL_ONE), STATUS_SUCCESS); /* at a blank */
    before_ns = machine->clock.now_ns;
    assert_int_equal(flip(screen, 1, interval), STATUS_SUCCESS);
    return machine->clock.now_ns - before_ns;
}

static void intervals(struct adapter *adapter, void *argument)
{
    struct screen screen;

    (void)argument;
    open(&screen, adapter);
    for (uint32_t i = 1; i <= 4; i++) {
        uint64_t taken_ns = time_of(&screen, (D3DDDI_FLIPINTERVAL_TYPE)i);

        assert_true(taken_ns > i * FRAME_NS - FRAME_NS / 4);
        assert_true(taken_ns < i * FRAME_NS + FRAME_NS / 4);
        assert_int_equal(record.present.FlipInterval, i);
    }
    /* A driver without immediate flips makes them with the next blank; one with them need not. */
    assert_true(time_of(&screen, D3DDDI_FLIPINTERVAL_IMMEDIATE) > FRAME_NS / 2);
    assert_true(record.address.Flags.FlipOnNextVSync);
    adapter->caps.FlipCaps.FlipImmediateMmIo = 1;
    assert_true(time_of(&screen, D3DDDI_FLIPINTERVAL_IMMEDIATE) < FRAME_NS / 2);
    assert_true(record.address.Flags.FlipImmediate);
    assert_false(record.address.Flags.FlipOnNextVSync);
    assert_int_equal(flip(&screen, 0, (D3DDDI_FLIPINTERVAL_TYPE)6), STATUS_INVALID_PARAMETER);
    close(&screen);
}

static void interval_is_kept(void **state)
{
    (void)state;
    stack_run_seeded(DXGH_TEST_DRIVER, 0, intervals);
}

static D3DKMT_GETDEVICESTATE state_of(const struct screen *screen, D3DKMT_DEVICESTATE_TYPE type)
{
    D3DKMT_GETDEVICESTATE args = { .hDevice = screen->client.device, .StateType = type };

    assert_int_equal(D3DKMTGetDeviceState(&args), STATUS_SUCCESS);
    return args;
}

static ULONG frames_of_process(const struct screen *screen)
{
    D3DKMT_QUERYSTATISTICS args = { .Type = D3DKMT_QUERYSTATISTICS_PROCESS_VIDPNSOURCE,
                                    .AdapterLuid = dxgk_adapter_luid(screen->adapter) };

    assert_int_equal(D3DKMTQueryStatistics(&args), STATUS_SUCCESS);
    return args.QueryResult.ProcessVidPnSourceInformation.Frame;
}

/* What a client is told of the flips it made. */
static void state(struct adapter *adapter, void *argument)
{
    struct screen screen;
    D3DKMT_GETDEVICESTATE args;
    D3DKMT_PRESENT_STATS first;

    (void)argument;
    open(&screen, adapter);
    args = state_of(&screen, D3DKMT_DEVICESTATE_PRESENT);
    assert_int_equal(args.PresentState.PresentStats.PresentCount, 0);
    assert_int_equal(flip(&screen, 0, D3DDDI_FLIPINTERVAL_ONE), STATUS_SUCCESS);
    first = state_of(&screen, D3DKMT_DEVICESTATE_PRESENT).PresentState.PresentStats;
    assert_int_equal(first.PresentCount, 1);
    assert_int_equal(first.PresentRefreshCount, first.SyncRefreshCount);
    assert_true(first.SyncQPCTime.QuadPart > 0);
    assert_int_equal(flip(&screen, 1, D3DDDI_FLIPINTERVAL_THREE), STATUS_SUCCESS);
    args = state_of(&screen, D3DKMT_DEVICESTATE_PRESENT);
    assert_int_equal(args.PresentState.PresentStats.PresentCount, 2);
    assert_int_equal(args.PresentState.PresentStats.PresentRefreshCount,
                     first.PresentRefreshCount + 3);
    args = state_of(&screen, D3DKMT_DEVICESTATE_PRESENT_DWM);
    assert_int_equal(args.PresentStateDWM.PresentStatsDWM.PresentCount, 2);
    assert_true(args.PresentStateDWM.PresentStatsDWM.PresentQPCTime.QuadPart >
                first.SyncQPCTime.QuadPart);
    args = state_of(&screen, D3DKMT_DEVICESTATE_PRESENT_QUEUE);
    assert_false(args.PresentQueueState.bQueuedPresentLimitReached);
    args = state_of(&screen, D3DKMT_DEVICESTATE_PAGE_FAULT);
    assert_true(args.PageFaultState.FaultedPrimitiveAPISequenceNumber ==
                DXGK_PRIMITIVE_API_SEQUENCE_NUMBER_UNKNOWN);
    assert_int_equal(frames_of_process(&screen), 2);
    args.StateType = D3DKMT_DEVICESTATE_PRESENT;
    args.PresentState.VidPnSourceId = 1;
    assert_int_equal(D3DKMTGetDeviceState(&args), STATUS_INVALID_PARAMETER);
    close(&screen);
}

static void device_tells_what_it_has_shown(void **cmocka_state)
{
    (void)cmocka_state;
    stack_run_seeded(DXGH_TEST_DRIVER, 0, state);
}

struct flipper {
    struct screen screen;
    struct process *process;
    bool done;
};

static void flip_slowly(void *argument)
{
    struct flipper *flipper = argument;
    struct machine *machine = flipper->screen.adapter->machine;

    process_attach(machine, flipper->process);
    assert_int_equal(flip(&flipper->screen, 0, D3DDDI_FLIPINTERVAL_FOUR), STATUS_SUCCESS);
    flipper->done = true;
    schedule_exit(machine);
}

/* A thread works on the device for four frames; what another queues on a context, and what it asks
 * about the device, takes no time. */
static void beside(struct adapter *adapter, void *argument)
{
    struct machine *machine = adapter->machine;
    struct flipper flipper = { .process = process_current(machine) };
    const struct client *client = &flipper.screen.client;
    D3DKMT_HANDLE fence;
    uint64_t before_ns;

    (void)argument;
    open(&flipper.screen, adapter);
    fence = client_fence(client);
    schedule_ready(machine, fiber_create(machine, flip_slowly, &flipper, "flipper"));
    schedule_sleep_until(machine, machine->clock.now_ns + DXGH_NS_PER_MS);
    before_ns = machine->clock.now_ns;
    assert_int_equal(client_gpu_signal(client, fence, 1), STATUS_SUCCESS);
    assert_int_equal(client_gpu_wait(client, fence, 1), STATUS_SUCCESS);
    (void)state_of(&flipper.screen, D3DKMT_DEVICESTATE_EXECUTION);
    assert_int_equal(client_cpu_wait(client, fence, 1), STATUS_SUCCESS);
    assert_true(machine->clock.now_ns - before_ns < DXGH_NS_PER_MS);
    assert_false(flipper.done);
    while (!flipper.done) {
        schedule_sleep_until(machine, machine->clock.now_ns + DXGH_NS_PER_MS);
    }
    close(&flipper.screen);
}

static void signals_do_not_wait_for_a_call_on_their_device(void **cmocka_state)
{
    (void)cmocka_state;
    stack_run_good(DXGH_TEST_DRIVER, beside);
}

/* Without FlipOnVSyncMmIo the flip is a command of the GPU's. */
static void by_command(struct adapter *adapter, void *argument)
{
    struct screen screen;

    (void)argument;
    open(&screen, adapter);
    adapter->caps.FlipCaps.FlipOnVSyncMmIo = 0;
    record.writes = true;
    assert_int_equal(flip(&screen, 0, D3DDDI_FLIPINTERVAL_ONE), STATUS_SUCCESS);
    assert_int_equal(record.presents, 1);
    assert_non_null(record.present.pDmaBuffer);
    assert_true(record.present.DmaSize > 0);
    assert_null(record.list[DXGK_PRESENT_DESTINATION_INDEX]);
    assert_int_equal(record.addresses, 0);
    close(&screen);
}

static void flip_without_mmio_is_a_command(void **state)
{
    (void)state;
    stack_run_good(DXGH_TEST_DRIVER, by_command);
}

struct breach_case {
    enum rule rule;
    NTSTATUS status; /* of the flip */
    bool by_command;
    struct record record;
};

static void break_rule(struct adapter *adapter, void *argument)
{
    const struct breach_case *breach = argument;
    struct screen screen;

    open(&screen, adapter);
    adapter->caps.FlipCaps.FlipOnVSyncMmIo = !breach->by_command;
    record.touches = breach->record.touches;
    record.looks_away = breach->record.looks_away;
    record.answer = breach->record.answer;
    record.presents_answer = breach->record.presents_answer;
    assert_int_equal(flip(&screen, 0, D3DDDI_FLIPINTERVAL_ONE), breach->status);
    close(&screen);
}

static void broken_flips_are_reported(void **state)
{
    static struct breach_case cases[] = {
        { RULE_PRESENT_09, STATUS_SUCCESS, .record.touches = true },
        { RULE_PRESENT_09, STATUS_INVALID_PARAMETER,
          .record.presents_answer = STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER },
        { RULE_PRESENT_10, STATUS_INVALID_PARAMETER, .by_command = true },
        { RULE_FLIP_03, STATUS_SUCCESS, .record.looks_away = true },
        { RULE_FLIP_04, STATUS_UNSUCCESSFUL, .record.answer = STATUS_UNSUCCESSFUL },
        { RULE_PRESENT_03, STATUS_UNSUCCESSFUL, .record.presents_answer = STATUS_UNSUCCESSFUL },
    };

    (void)state;
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(cases); i++) {
        struct stack_config config = { .driver = DXGH_TEST_DRIVER };
        struct stack stack;

        stack_run(&stack, &config, break_rule, &cases[i]);
        assert_int_equal(stack.outcome, STACK_RAN);
        assert_true(stack_has_breach(&stack, cases[i].rule));
        assert_int_equal(verify_breach_count(stack.session.machine), 1);
        stack_close(&stack);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mmio_flip_has_no_buffer_and_comes_at_device_irql),
        cmocka_unit_test(flip_follows_the_document),
        cmocka_unit_test(interval_is_kept),
        cmocka_unit_test(device_tells_what_it_has_shown),
        cmocka_unit_test(signals_do_not_wait_for_a_call_on_their_device),
        cmocka_unit_test(flip_without_mmio_is_a_command),
        cmocka_unit_test(broken_flips_are_reported),
    };
    return cmocka_run_group_tests_name("scenario/kmt_flip", tests, NULL, NULL);
}
