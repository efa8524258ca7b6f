/* SPDX-License-Identifier: MIT */
/* Drivers that do not come back: each ends in a bug check that says so, never in a hang of the
 * host. */
#include "cli/gpu_client.h"
#include "devices/softgpu/softgpu_device.h"
#include "dxgk/adapter_private.h"
#include "dxgk/gate_calls.h"
#include "machine/fiber.h"
#include "machine/schedule.h"
#include "tests/lib/stack.h"
#include "tests/lib/test.h"

#include <string.h>

static volatile bool never;

/* Loops without a call: no point, virtual time stands still. */
static NTSTATUS APIENTRY spin_without_a_call(const HANDLE hAdapter, DXGKARG_QUERYCURRENTFENCE *args)
{
    (void)hAdapter;
    (void)args;
    while (!never) {
    }
    return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY spin_at_dispatch(const HANDLE hAdapter, const DXGKARG_PREEMPTCOMMAND *args)
{
    (void)hAdapter;
    (void)args;
    while (!never) {
    }
    return STATUS_SUCCESS;
}

static void lose_interrupt(struct adapter *adapter, void *argument)
{
    struct stack *stack = argument;
    struct gpu_client client;

    adapter->table.DxgkDdiQueryCurrentFence = spin_without_a_call;
    assert_int_equal(gpu_client_open(&client, adapter, "client", 400, 0, 0), STATUS_SUCCESS);
    assert_true(
        softgpu_test_control(stack->session.board->device, SOFTGPU_CONTROL_LOSE_FENCE, 0, 1));
    assert_int_equal(gpu_client_fill(&client, 1), STATUS_SUCCESS);
    (void)gpu_client_wait(&client);
    fail_msg("the machine went on");
}

static void hang_and_preempt(struct adapter *adapter, void *argument)
{
    struct stack *stack = argument;
    struct gpu_client client;

    adapter->table.DxgkDdiPreemptCommand = spin_at_dispatch;
    assert_int_equal(gpu_client_open(&client, adapter, "client", 400, 0, 0), STATUS_SUCCESS);
    assert_true(softgpu_test_control(stack->session.board->device, SOFTGPU_CONTROL_HANG, 0, 1));
    assert_int_equal(gpu_client_fill(&client, 1), STATUS_SUCCESS);
    (void)gpu_client_wait(&client);
    fail_msg("the machine went on");
}

static void expect_stop(void (*body)(struct adapter *adapter, void *argument), uint32_t code,
                        const char *words)
{
    struct stack_config config = { .driver = DXGH_TEST_DRIVER };
    struct stack stack;

    stack_run(&stack, &config, body, &stack);
    if (stack.outcome != STACK_CRASHED || stack.session.machine->bugcheck.code != code) {
        stack_print_breaches(&stack);
    }
    assert_int_equal(stack.outcome, STACK_CRASHED);
    assert_int_equal(stack.session.machine->bugcheck.code, code);
    assert_non_null(strstr(stack.session.machine->bugcheck.text, words));
    stack_close(&stack);
}

static void loop_without_a_call_is_found(void **state)
{
    (void)state;
    expect_stop(lose_interrupt, 0xEA, "DxgkDdiQueryCurrentFence");
}

static void loop_at_dispatch_level_is_found(void **state)
{
    (void)state;
    expect_stop(hang_and_preempt, 0x133, "DxgkDdiPreemptCommand");
}

/* A client's thread stays inside the driver while the adapter is recovered. */
static NTSTATUS APIENTRY stay(const HANDLE hAdapter, const DXGKARG_QUERYADAPTERINFO *args)
{
    (void)hAdapter;
    (void)args;
    while (!never) {
        KeStallExecutionProcessor(50);
    }
    return STATUS_SUCCESS;
}

static void enter_and_stay(void *argument)
{
    DXGKARG_QUERYADAPTERINFO args = { 0 };

    (void)gate_QueryAdapterInfo(argument, &args);
    schedule_exit(machine_current());
}

static void hang_beside_a_stuck_thread(struct adapter *adapter, void *argument)
{
    struct stack *stack = argument;
    struct gpu_client client;
    struct fiber *fiber;

    assert_int_equal(gpu_client_open(&client, adapter, "client", 400, 0, 0), STATUS_SUCCESS);
    assert_int_equal(gpu_client_fill(&client, 1), STATUS_SUCCESS);
    assert_int_equal(gpu_client_wait(&client), STATUS_SUCCESS);
    assert_true(softgpu_test_control(stack->session.board->device, SOFTGPU_CONTROL_HANG, 0, 1));
    assert_int_equal(gpu_client_fill(&client, 1), STATUS_SUCCESS);
    schedule_sleep_until(adapter->machine, adapter->machine->clock.now_ns + DXGH_NS_PER_S);
    adapter->table.DxgkDdiResetEngine = NULL;
    adapter->table.DxgkDdiQueryAdapterInfo = stay;
    fiber = fiber_create(adapter->machine, enter_and_stay, adapter, "stuck");
    schedule_ready(adapter->machine, fiber);
    (void)gpu_client_wait(&client);
    fail_msg("the machine went on");
}

/* Threads have TdrDdiDelay to leave the driver; then it is bug check 0x116. */
static void thread_that_stays_inside_stops_the_recovery(void **state)
{
    (void)state;
    expect_stop(hang_beside_a_stuck_thread, 0x116, "TdrDdiDelay");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(loop_without_a_call_is_found),
        cmocka_unit_test(loop_at_dispatch_level_is_found),
        cmocka_unit_test(thread_that_stays_inside_stops_the_recovery),
    };
    return cmocka_run_group_tests_name("scenario/stuck_driver", tests, NULL, NULL);
}
