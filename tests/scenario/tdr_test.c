/* SPDX-License-Identifier: MIT */
/* Timeouts on the reference driver and board: every way they end. Virtual time only. */
#include "cli/gpu_client.h"
#include "cli/gpu_scene.h"
#include "devices/softgpu/softgpu_device.h"
#include "dxgk/adapter_private.h"
#include "dxgk/dump.h"
#include "dxgk/gate_calls.h"
#include "dxgk/tdr.h"
#include "machine/fiber.h"
#include "machine/schedule.h"
#include "nt/registry.h"
#include "tests/lib/path_document.h"
#include "tests/lib/stack.h"
#include "tests/lib/test.h"
#include "trace/trace.h"

#include <string.h>

struct story {
    struct stack stack;
    struct adapter *adapter;
    uint64_t first;
    uint64_t end;
    uint32_t count;
};

static void control(struct story *story, enum softgpu_control which, int64_t value)
{
    assert_true(softgpu_test_control(story->stack.session.board->device, which, 0, value));
}

static void open_warm(struct gpu_client *client, struct adapter *adapter, uint32_t process)
{
    assert_int_equal(gpu_client_open(client, adapter, "client", process, 0, 0), STATUS_SUCCESS);
    assert_int_equal(gpu_client_fill(client, 1), STATUS_SUCCESS);
    assert_int_equal(gpu_client_wait(client), STATUS_SUCCESS);
}

/* One fill of this client hangs; returns when its fate is known. */
static NTSTATUS hang(struct story *story, struct gpu_client *client)
{
    control(story, SOFTGPU_CONTROL_HANG, 1);
    assert_int_equal(gpu_client_fill(client, 8), STATUS_SUCCESS);
    return gpu_client_wait(client);
}

static void engine_hangs(struct adapter *adapter, void *argument)
{
    struct story *story = argument;
    struct gpu_client guilty;
    struct gpu_client innocent;

    open_warm(&innocent, adapter, 404);
    open_warm(&guilty, adapter, 400);
    story->first = trace_count(adapter->machine);
    assert_int_equal(hang(story, &guilty), STATUS_DEVICE_REMOVED);
    story->end = trace_count(adapter->machine);
    assert_int_equal(dxgk_device_state(guilty.device), DEVICE_HUNG);
    assert_int_equal(gpu_client_fill(&guilty, 1), STATUS_DEVICE_REMOVED);
    assert_int_equal(dxgk_device_state(innocent.device), DEVICE_OK);
    assert_int_equal(gpu_client_fill(&innocent, 1), STATUS_SUCCESS);
    assert_int_equal(gpu_client_wait(&innocent), STATUS_SUCCESS);
    assert_int_equal(gpu_client_reopen(&guilty, 0, 0), STATUS_SUCCESS);
    assert_int_equal(gpu_client_fill(&guilty, 1), STATUS_SUCCESS);
    assert_int_equal(gpu_client_wait(&guilty), STATUS_SUCCESS);
    gpu_client_close(&guilty);
    gpu_client_close(&innocent);
}

static uint32_t count_dumps(struct machine *machine, uint32_t code)
{
    uint32_t count = 0;

    LIST_FOR_EACH(link, dump_list(machine)) {
        count += LIST_ENTRY_OF(link, struct dump, link)->code == code;
    }
    return count;
}

static void tell(struct story *story, const struct stack_config *config,
                 void (*body)(struct adapter *adapter, void *argument))
{
    story->first = story->end = 0;
    story->count = 0;
    stack_run(&story->stack, config, body, story);
}

static void expect_clean(struct story *story)
{
    if (story->stack.outcome != STACK_RAN ||
        verify_breach_count(story->stack.session.machine) > 0) {
        stack_print_breaches(&story->stack);
    }
    assert_int_equal(story->stack.outcome, STACK_RAN);
    assert_int_equal(verify_breach_count(story->stack.session.machine), 0);
}

/* The body ends in the same state under seeds 1 to count, each another interleaving. */
static void survive_seeds(void (*body)(struct adapter *adapter, void *argument), uint64_t count)
{
    static struct story story;

    for (uint64_t seed = 1; seed <= count; seed++) {
        struct stack_config config = { .driver = DXGH_TEST_DRIVER,
                                       .machine = { .processors = 1 + (uint32_t)(seed % 4),
                                                    .decision = DECISION_RANDOM,
                                                    .seed = seed } };

        tell(&story, &config, body);
        expect_clean(&story);
        stack_close(&story.stack);
    }
}

static void engine_reset_follows_the_document(void **state)
{
    static struct story story;
    struct stack_config config = { .driver = DXGH_TEST_DRIVER };

    (void)state;
    tell(&story, &config, engine_hangs);
    expect_clean(&story);
    path_document_assert(story.stack.session.machine, DXGH_TEST_DOCS "/paths/tdr.md", story.first,
                         story.end);
    assert_int_equal(count_dumps(story.stack.session.machine, 0x141), 1);
    stack_close(&story.stack);
}

/* Every interleaving of an engine reset ends in the same state. */
static void engine_reset_survives_every_seed(void **state)
{
    (void)state;
    survive_seeds(engine_hangs, 20);
}

static void adapter_hangs(struct adapter *adapter, void *argument)
{
    struct story *story = argument;
    struct gpu_client guilty;
    struct gpu_client innocent;

    open_warm(&innocent, adapter, 404);
    open_warm(&guilty, adapter, 400);
    control(story, SOFTGPU_CONTROL_IGNORE_RESET, 1);
    story->first = trace_count(adapter->machine);
    assert_int_equal(hang(story, &guilty), STATUS_DEVICE_REMOVED);
    story->end = trace_count(adapter->machine);
    control(story, SOFTGPU_CONTROL_IGNORE_RESET, 0);
    assert_int_equal(dxgk_device_state(guilty.device), DEVICE_HUNG);
    assert_int_equal(dxgk_device_state(innocent.device), DEVICE_REMOVED);
    assert_int_equal(gpu_client_fill(&innocent, 1), STATUS_DEVICE_REMOVED);
    assert_int_equal(gpu_client_reopen(&innocent, 0, 0), STATUS_SUCCESS);
    assert_int_equal(gpu_client_fill(&innocent, 1), STATUS_SUCCESS);
    assert_int_equal(gpu_client_wait(&innocent), STATUS_SUCCESS);
    gpu_client_close(&guilty);
    gpu_client_close(&innocent);
}

/* Which calls of the driver detection and recovery made between two moments: all that only they
 * make, and the paging buffers of clean-up. */
static void expect_calls(struct story *story, const enum ddi *calls, size_t count)
{
    struct machine *machine = story->stack.session.machine;
    size_t next = 0;

    for (uint64_t i = story->first; i < story->end; i++) {
        const struct trace_record *record = trace_record_at(machine, i);
        enum ddi ddi = DDI_COUNT;

        assert_non_null(record);
        if (record->event == TRACE_DDI_ENTER) {
            ddi = (enum ddi)record->arguments[0];
        }
        switch (ddi) {
        case DDI_QueryCurrentFence:
        case DDI_PreemptCommand:
        case DDI_CollectDbgInfo:
        case DDI_QueryDependentEngineGroup:
        case DDI_QueryEngineStatus:
        case DDI_ResetEngine:
        case DDI_ResetFromTimeout:
        case DDI_RestartFromTimeout:
        case DDI_CancelCommand:
            assert_true(next < count);
            assert_string_equal(ddi_info(ddi)->name, ddi_info(calls[next])->name);
            next++;
            break;
        case DDI_BuildPagingBuffer:
            if (next < count && calls[next] == ddi) {
                next++;
            }
            break;
        default:
            break;
        }
    }
    assert_int_equal(next, count);
}

static void failed_engine_reset_resets_the_adapter(void **state)
{
    static const enum ddi calls[] = { DDI_QueryCurrentFence,
                                      DDI_PreemptCommand,
                                      DDI_QueryCurrentFence,
                                      DDI_CollectDbgInfo,
                                      DDI_QueryDependentEngineGroup,
                                      DDI_QueryEngineStatus,
                                      DDI_ResetEngine,
                                      DDI_CollectDbgInfo,
                                      DDI_ResetFromTimeout,
                                      DDI_BuildPagingBuffer,
                                      DDI_RestartFromTimeout };
    static struct story story;
    struct stack_config config = { .driver = DXGH_TEST_DRIVER };

    (void)state;
    tell(&story, &config, adapter_hangs);
    expect_clean(&story);
    expect_calls(&story, calls, DXGH_ARRAY_SIZE(calls));
    path_document_assert(story.stack.session.machine, DXGH_TEST_DOCS "/paths/tdr-adapter.md",
                         story.first, story.end);
    assert_int_equal(count_dumps(story.stack.session.machine, 0x117), 1);
    stack_close(&story.stack);
}

static void adapter_reset_survives_every_seed(void **state)
{
    (void)state;
    survive_seeds(adapter_hangs, 20);
}

static void hang_until_stopped(struct adapter *adapter, void *argument)
{
    struct story *story = argument;
    struct gpu_client client;

    open_warm(&client, adapter, 400);
    control(story, SOFTGPU_CONTROL_IGNORE_RESET, 1);
    for (story->count = 1; story->count < 20; story->count++) {
        assert_int_equal(hang(story, &client), STATUS_DEVICE_REMOVED);
        assert_int_equal(gpu_client_reopen(&client, 0, 0), STATUS_SUCCESS);
    }
    gpu_client_close(&client);
}

struct waiter {
    struct gpu_client client;
    NTSTATUS status;
    enum device_state state;
    bool done;
};

static void wait_for_work(void *argument)
{
    struct waiter *waiter = argument;

    waiter->status = gpu_client_wait(&waiter->client);
    waiter->state = dxgk_device_state(waiter->client.device);
    waiter->done = true;
    schedule_exit(machine_current());
}

/* Two wait, one of them with much in its software queue that has to be cancelled. */
static void two_wait_through_adapter_reset(struct adapter *adapter, void *argument)
{
    struct story *story = argument;
    struct gpu_client guilty;
    struct waiter innocent = { .done = false };

    open_warm(&guilty, adapter, 400);
    open_warm(&innocent.client, adapter, 404);
    control(story, SOFTGPU_CONTROL_IGNORE_RESET, 1);
    control(story, SOFTGPU_CONTROL_HANG, 1);
    assert_int_equal(gpu_client_fill(&guilty, 1), STATUS_SUCCESS);
    assert_int_equal(gpu_client_fill(&innocent.client, 1), STATUS_SUCCESS);
    for (uint32_t i = 0; i < 24; i++) {
        assert_int_equal(gpu_client_fill(&guilty, 1), STATUS_SUCCESS);
    }
    schedule_ready(adapter->machine,
                   fiber_create(adapter->machine, wait_for_work, &innocent, "waiter"));
    assert_int_equal(gpu_client_wait(&guilty), STATUS_DEVICE_REMOVED);
    while (!innocent.done) {
        schedule_sleep_until(adapter->machine, adapter->machine->clock.now_ns + DXGH_NS_PER_US);
    }
    assert_int_equal(innocent.status, STATUS_DEVICE_REMOVED);
    assert_int_equal(innocent.state, DEVICE_REMOVED);
    control(story, SOFTGPU_CONTROL_IGNORE_RESET, 0);
    gpu_client_close(&guilty);
    gpu_client_close(&innocent.client);
}

/* Nobody wakes up for work that was aborted and is told that it was done. */
static void every_waiter_learns_of_the_loss(void **state)
{
    (void)state;
    survive_seeds(two_wait_through_adapter_reset, 25);
}

static void enter_alone(void *argument)
{
    struct story *story = argument;
    DXGKARG_ESCAPE args = { .Flags.HardwareAccess = 1 };

    (void)gate_Escape(story->adapter, NULL, &args);
    story->count++;
    schedule_exit(machine_current());
}

/* A thread waits to be alone with an idle GPU, which hangs. */
static void hang_before_level_two(struct adapter *adapter, void *argument)
{
    struct story *story = argument;
    struct gpu_client client;

    story->adapter = adapter;
    open_warm(&client, adapter, 400);
    control(story, SOFTGPU_CONTROL_HANG, 1);
    assert_int_equal(gpu_client_fill(&client, 8), STATUS_SUCCESS);
    schedule_ready(adapter->machine, fiber_create(adapter->machine, enter_alone, story, "alone"));
    assert_int_equal(gpu_client_wait(&client), STATUS_DEVICE_REMOVED);
    schedule_sleep_until(adapter->machine, adapter->machine->clock.now_ns + DXGH_NS_PER_S);
    assert_int_equal(story->count, 1);
    gpu_client_close(&client);
}

/* Recovery passes those who wait for the GPU to become idle. */
static void level_two_waits_for_recovery(void **state)
{
    static struct story story;
    struct stack_config config = { .driver = DXGH_TEST_DRIVER };

    (void)state;
    tell(&story, &config, hang_before_level_two);
    expect_clean(&story);
    stack_close(&story.stack);
}

static void expect_bugcheck(struct story *story, uint32_t code)
{
    if (story->stack.outcome != STACK_CRASHED ||
        story->stack.session.machine->bugcheck.code != code) {
        stack_print_breaches(&story->stack);
    }
    assert_int_equal(story->stack.outcome, STACK_CRASHED);
    assert_int_equal(story->stack.session.machine->bugcheck.code, code);
}

static void sixth_adapter_timeout_is_fatal(void **state)
{
    static struct story story;
    struct stack_config config = { .driver = DXGH_TEST_DRIVER };

    (void)state;
    tell(&story, &config, hang_until_stopped);
    expect_bugcheck(&story, 0x116);
    assert_int_equal(story.count, 6);
    assert_int_equal((uint32_t)story.stack.session.machine->bugcheck.parameters[2],
                     (uint32_t)STATUS_INSUFFICIENT_RESOURCES);
    assert_int_equal(count_dumps(story.stack.session.machine, 0x117), 6);
    stack_close(&story.stack);
}

static void registry_limits(struct machine *machine)
{
    nt_registry_set_dword(machine, TDR_REGISTRY_KEY, "TdrLimitCount", 2);
    nt_registry_set_dword(machine, TDR_REGISTRY_KEY, "TdrDelay", 1);
}

static void registry_level_1(struct machine *machine)
{
    nt_registry_set_dword(machine, TDR_REGISTRY_KEY, "TdrLevel", 1);
}

/* The registry decides: two timeouts instead of five, one second instead of two. */
static void registry_sets_limit_and_delay(void **state)
{
    static struct story story;
    struct stack_config config = { .driver = DXGH_TEST_DRIVER, .before = registry_limits };

    (void)state;
    tell(&story, &config, hang_until_stopped);
    expect_bugcheck(&story, 0x116);
    assert_int_equal(story.count, 3);
    assert_in_range(story.stack.session.machine->bugcheck.time_ns, 6 * DXGH_NS_PER_S,
                    6 * DXGH_NS_PER_S + 100 * DXGH_NS_PER_MS);
    stack_close(&story.stack);
}

static void level_1_is_fatal_at_once(void **state)
{
    static struct story story;
    struct stack_config config = { .driver = DXGH_TEST_DRIVER, .before = registry_level_1 };

    (void)state;
    tell(&story, &config, hang_until_stopped);
    expect_bugcheck(&story, 0x116);
    assert_int_equal(story.count, 1);
    stack_close(&story.stack);
}

static void engine_until_blocked(struct adapter *adapter, void *argument)
{
    struct story *story = argument;
    struct gpu_client client;
    struct gpu_client other;

    struct device *second;

    open_warm(&other, adapter, 404);
    open_warm(&client, adapter, 400);
    assert_int_equal(dxgk_device_create(adapter, client.process, false, &second), STATUS_SUCCESS);
    for (story->count = 1; story->count < 20; story->count++) {
        assert_int_equal(hang(story, &client), STATUS_DEVICE_REMOVED);
        if (!NT_SUCCESS(gpu_client_reopen(&client, 0, 0))) {
            break;
        }
    }
    assert_int_equal(dxgk_device_state(second), DEVICE_REMOVED);
    assert_int_equal(gpu_client_fill(&other, 1), STATUS_SUCCESS);
    assert_int_equal(gpu_client_wait(&other), STATUS_SUCCESS);
    dxgk_device_destroy(second);
    gpu_client_close(&client);
    gpu_client_close(&other);
}

/* Engine timeouts count per process: at its limit the process loses the GPU, nobody else does. */
static void process_that_hangs_engines_is_blocked(void **state)
{
    static struct story story;
    struct stack_config config = { .driver = DXGH_TEST_DRIVER };

    (void)state;
    tell(&story, &config, engine_until_blocked);
    expect_clean(&story);
    assert_int_equal(story.count, 4);
    assert_int_equal(count_dumps(story.stack.session.machine, 0x142), 1);
    assert_int_equal(count_dumps(story.stack.session.machine, 0x141), 4);
    assert_int_equal(count_dumps(story.stack.session.machine, 0x117), 0);
    stack_close(&story.stack);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(engine_reset_follows_the_document),
        cmocka_unit_test(engine_reset_survives_every_seed),
        cmocka_unit_test(failed_engine_reset_resets_the_adapter),
        cmocka_unit_test(adapter_reset_survives_every_seed),
        cmocka_unit_test(every_waiter_learns_of_the_loss),
        cmocka_unit_test(level_two_waits_for_recovery),
        cmocka_unit_test(sixth_adapter_timeout_is_fatal),
        cmocka_unit_test(registry_sets_limit_and_delay),
        cmocka_unit_test(level_1_is_fatal_at_once),
        cmocka_unit_test(process_that_hangs_engines_is_blocked),
    };
    return cmocka_run_group_tests_name("scenario/tdr", tests, NULL, NULL);
}
