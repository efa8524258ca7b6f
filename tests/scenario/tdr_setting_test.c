/* SPDX-License-Identifier: MIT */
/*
 * Timeouts under other settings and circumstances: the registry, engines that depend on each other,
 * paging work that hangs. Virtual time only.
 */
#include "cli/gpu_client.h"
#include "devices/softgpu/softgpu_device.h"
#include "dxgk/allocation_private.h"
#include "dxgk/dump.h"
#include "dxgk/tdr.h"
#include "machine/schedule.h"
#include "nt/registry.h"
#include "tests/lib/stack.h"
#include "tests/lib/test.h"

#include <string.h>

#define NODE_3D 0u
#define NODE_COPY 1u

static struct stack stack;
static const char *setting;
static uint32_t setting_value;

static int close_stack(void **state)
{
    (void)state;
    stack_close(&stack);
    return 0;
}

static void set_setting(struct machine *machine)
{
    nt_registry_set_dword(machine, TDR_REGISTRY_KEY, setting, setting_value);
}

static void control(enum softgpu_control which, uint32_t node, int64_t value)
{
    assert_true(softgpu_test_control(stack.session.board->device, which, node, value));
}

static void open_warm(struct gpu_client *client, struct adapter *adapter, uint32_t process)
{
    assert_int_equal(gpu_client_open(client, adapter, "client", process, NODE_3D, 0),
                     STATUS_SUCCESS);
    assert_int_equal(gpu_client_fill(client, 1), STATUS_SUCCESS);
    assert_int_equal(gpu_client_wait(client), STATUS_SUCCESS);
}

static void hang_once(struct adapter *adapter, void *argument)
{
    struct gpu_client client;

    (void)argument;
    open_warm(&client, adapter, 400);
    control(SOFTGPU_CONTROL_HANG, NODE_3D, 1);
    assert_int_equal(gpu_client_fill(&client, 1), STATUS_SUCCESS);
    assert_int_equal(gpu_client_wait(&client), STATUS_DEVICE_REMOVED);
    assert_int_equal(dxgk_device_state(client.device), DEVICE_HUNG);
    gpu_client_close(&client);
}

static void run(const char *name, uint32_t value,
                void (*body)(struct adapter *adapter, void *argument))
{
    struct stack_config config = { .driver = DXGH_TEST_DRIVER,
                                   .before = name != NULL ? set_setting : NULL };

    setting = name;
    setting_value = value;
    stack_run(&stack, &config, body, NULL);
}

static void expect_clean(void)
{
    if (stack.outcome != STACK_RAN || verify_breach_count(stack.session.machine) > 0) {
        stack_print_breaches(&stack);
    }
    assert_int_equal(stack.outcome, STACK_RAN);
    assert_int_equal(verify_breach_count(stack.session.machine), 0);
}

static uint32_t count_events(enum trace_event event, uint64_t first_argument)
{
    struct machine *machine = stack.session.machine;
    uint32_t count = 0;

    for (uint64_t i = 0; i < trace_count(machine); i++) {
        const struct trace_record *record = trace_record_at(machine, i);

        count += record != NULL && record->event == event && record->arguments[0] == first_argument;
    }
    return count;
}

/* Nobody looks, nobody recovers, the client waits for ever: the machine says so and stops. */
static void without_detection_the_wait_never_ends(void **state)
{
    static const struct {
        const char *name;
        uint32_t value;
        uint32_t looks;
    } settings[] = { { "TdrLevel", 0, 0 }, { "TdrDebugMode", 1, 1 } };

    (void)state;
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(settings); i++) {
        run(settings[i].name, settings[i].value, hang_once);
        assert_int_equal(stack.outcome, STACK_CRASHED);
        assert_int_equal(stack.session.machine->bugcheck.code, 0x1CA);
        assert_int_equal(count_events(TRACE_OVERDUE, NODE_3D), settings[i].looks);
        assert_int_equal(count_events(TRACE_TIMEOUT, NODE_3D), 0);
        stack_close(&stack);
    }
}

/* Values that mean nothing leave the default, and are named. */
static void senseless_values_leave_the_default(void **state)
{
    static const struct {
        const char *name;
        uint32_t value;
    } settings[] = {
        { "TdrDelay", 0 }, { "TdrDdiDelay", 0 }, { "TdrLevel", 4 }, { "TdrDebugMode", 9 }
    };

    (void)state;
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(settings); i++) {
        const struct list *named;

        run(settings[i].name, settings[i].value, hang_once);
        expect_clean();
        named = verify_unimplemented_list(stack.session.machine);
        assert_false(list_is_empty(named));
        assert_non_null(
            strstr(LIST_ENTRY_OF(named->next, struct unimplemented, link)->text, settings[i].name));
        stack_close(&stack);
    }
}

/* A delay longer than any watchdog's patience is still a delay, not a machine that is stuck. */
static void long_delay_is_waited_for(void **state)
{
    (void)state;
    run("TdrDelay", 3000, hang_once);
    expect_clean();
    assert_true(stack.session.machine->clock.now_ns > 6000 * DXGH_NS_PER_S);
    stack_close(&stack);
}

static void hang_adapter_ten_times(struct adapter *adapter, void *argument)
{
    struct gpu_client client;

    (void)argument;
    open_warm(&client, adapter, 400);
    control(SOFTGPU_CONTROL_IGNORE_RESET, NODE_3D, 1);
    for (uint32_t i = 0; i < 10; i++) {
        control(SOFTGPU_CONTROL_HANG, NODE_3D, 1);
        assert_int_equal(gpu_client_fill(&client, 1), STATUS_SUCCESS);
        assert_int_equal(gpu_client_wait(&client), STATUS_DEVICE_REMOVED);
        assert_int_equal(gpu_client_reopen(&client, NODE_3D, 0), STATUS_SUCCESS);
    }
    gpu_client_close(&client);
}

static void debug_mode_3_recovers_beyond_the_limit(void **state)
{
    (void)state;
    run("TdrDebugMode", TIMEOUT_DEBUG_ALWAYS, hang_adapter_ten_times);
    expect_clean();
    assert_int_equal(count_events(TRACE_LIVE_DUMP, DUMP_VIDEO_TDR_TIMEOUT_DETECTED), 10);
    stack_close(&stack);
}

static NTSTATUS APIENTRY both_nodes(const HANDLE hAdapter, DXGKARG_QUERYDEPENDENTENGINEGROUP *args)
{
    (void)hAdapter;
    args->DependentNodeOrdinalMask = 1u << NODE_3D | 1u << NODE_COPY;
    return STATUS_SUCCESS;
}

/* Node 0 hangs while node 1 brings in another client's surface, for a long time. */
static void hang_with_dependent(struct adapter *adapter, void *argument)
{
    struct gpu_client guilty;
    struct gpu_client dependent;

    (void)argument;
    open_warm(&guilty, adapter, 400);
    assert_int_equal(gpu_client_open(&dependent, adapter, "client", 404, NODE_3D, 0),
                     STATUS_SUCCESS);
    adapter->table.DxgkDdiQueryDependentEngineGroup = both_nodes;
    control(SOFTGPU_CONTROL_HANG, NODE_3D, 1);
    assert_int_equal(gpu_client_fill(&guilty, 1), STATUS_SUCCESS);
    schedule_sleep_until(adapter->machine,
                         adapter->machine->clock.now_ns + 4 * DXGH_NS_PER_S - DXGH_NS_PER_MS);
    control(SOFTGPU_CONTROL_SLOW, NODE_COPY, 100000);
    assert_int_equal(vidmm_allocation_commit(&dependent.surface->placement), STATUS_SUCCESS);
    assert_int_equal(gpu_client_wait(&guilty), STATUS_DEVICE_REMOVED);
    assert_int_equal(gpu_client_fill(&dependent, 1), STATUS_SUCCESS);
    assert_int_equal(gpu_client_wait(&dependent), STATUS_SUCCESS);
    assert_int_equal(dxgk_device_state(dependent.device), DEVICE_OK);
    gpu_client_close(&guilty);
    gpu_client_close(&dependent);
}

static void dependent_engine_stands_still_and_goes_on(void **state)
{
    (void)state;
    run(NULL, 0, hang_with_dependent);
    expect_clean();
    assert_int_equal(count_events(TRACE_PREEMPTION_ANSWER, NODE_COPY), 1);
    assert_int_equal(count_events(TRACE_ENGINE_RESET, NODE_3D), 1);
    assert_int_equal(count_events(TRACE_ENGINE_RESET, NODE_COPY), 0);
    stack_close(&stack);
}

/* What brings this client's surface in hangs. */
static void hang_while_paging(struct adapter *adapter, void *argument)
{
    struct gpu_client owner;
    struct gpu_client other;

    (void)argument;
    open_warm(&other, adapter, 404);
    assert_int_equal(gpu_client_open(&owner, adapter, "owner", 400, NODE_3D, 0), STATUS_SUCCESS);
    control(SOFTGPU_CONTROL_HANG, NODE_COPY, 1);
    assert_int_equal(gpu_client_fill(&owner, 1), STATUS_SUCCESS);
    assert_int_equal(gpu_client_wait(&owner), STATUS_DEVICE_REMOVED);
    assert_int_equal(dxgk_device_state(owner.device), DEVICE_HUNG);
    assert_int_equal(dxgk_device_state(other.device), DEVICE_REMOVED);
    assert_int_equal(gpu_client_reopen(&owner, NODE_3D, 0), STATUS_SUCCESS);
    assert_int_equal(gpu_client_fill(&owner, 1), STATUS_SUCCESS);
    assert_int_equal(gpu_client_wait(&owner), STATUS_SUCCESS);
    gpu_client_close(&owner);
    gpu_client_close(&other);
}

/* The system device goes on, the adapter is reset, and whose memory it was is told apart. */
static void aborted_paging_costs_its_owner(void **state)
{
    (void)state;
    run(NULL, 0, hang_while_paging);
    expect_clean();
    assert_int_equal(count_events(TRACE_LIVE_DUMP, DUMP_VIDEO_TDR_TIMEOUT_DETECTED), 1);
    stack_close(&stack);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(without_detection_the_wait_never_ends, close_stack),
        cmocka_unit_test_teardown(senseless_values_leave_the_default, close_stack),
        cmocka_unit_test_teardown(long_delay_is_waited_for, close_stack),
        cmocka_unit_test_teardown(debug_mode_3_recovers_beyond_the_limit, close_stack),
        cmocka_unit_test_teardown(dependent_engine_stands_still_and_goes_on, close_stack),
        cmocka_unit_test_teardown(aborted_paging_costs_its_owner, close_stack),
    };
    return cmocka_run_group_tests_name("scenario/tdr_setting", tests, NULL, NULL);
}
