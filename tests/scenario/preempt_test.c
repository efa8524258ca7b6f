/* SPDX-License-Identifier: MIT */
/* Preemption on the reference driver and board: the path, the latency, the races, the bad end. */
#include "cli/gpu_client.h"
#include "cli/gpu_scene.h"
#include "devices/softgpu/softgpu_device.h"
#include "dxgk/adapter_private.h"
#include "dxgk/allocation_private.h"
#include "machine/schedule.h"
#include "tests/lib/path_document.h"
#include "tests/lib/stack.h"
#include "tests/lib/test.h"
#include "trace/trace.h"

#include <stdio.h>

#define LONG_FILLS 32u

struct observation {
    uint64_t first; /* trace sequence of the urgent fill */
    uint64_t end;
    uint64_t buffer_ns;  /* of one long command buffer */
    uint64_t latency_ns; /* from the request to the start of the urgent work, at worst */
};

/* Interrupt, DPC, patching and submission, which are not the board's. */
#define SOFTWARE_NS (2 * DXGH_NS_PER_US)

static void wait_submitted(struct adapter *adapter, uint32_t count)
{
    while (adapter->sched->nodes[0].submitted_count < count) {
        schedule_sleep_until(adapter->machine, adapter->machine->clock.now_ns + DXGH_NS_PER_US);
    }
}

static void open_both(struct adapter *adapter, struct gpu_client *low, struct gpu_client *high)
{
    assert_int_equal(gpu_client_open(low, adapter, "background", 400, 0, -6), STATUS_SUCCESS);
    assert_int_equal(gpu_client_open(high, adapter, "urgent", 404, 0, 6), STATUS_SUCCESS);
    assert_int_equal(gpu_client_fill(low, 1), STATUS_SUCCESS);
    assert_int_equal(gpu_client_wait(low), STATUS_SUCCESS);
    assert_int_equal(gpu_client_fill(high, 1), STATUS_SUCCESS);
    assert_int_equal(gpu_client_wait(high), STATUS_SUCCESS);
}

static void preempt_two_buffers(struct adapter *adapter, void *argument)
{
    struct observation *seen = argument;
    struct machine *machine = adapter->machine;
    struct gpu_client low;
    struct gpu_client high;

    open_both(adapter, &low, &high);
    assert_int_equal(gpu_client_fill(&low, LONG_FILLS), STATUS_SUCCESS);
    assert_int_equal(gpu_client_fill(&low, LONG_FILLS), STATUS_SUCCESS);
    wait_submitted(adapter, 2);
    seen->first = trace_count(machine);
    assert_int_equal(gpu_client_fill(&high, 1), STATUS_SUCCESS);
    assert_int_equal(gpu_client_wait(&high), STATUS_SUCCESS);
    seen->end = trace_count(machine);
    assert_int_equal(gpu_client_wait(&low), STATUS_SUCCESS);
    gpu_client_close(&high);
    gpu_client_close(&low);
}

/* When the first record of this event came, from this place of the trace on. */
static uint64_t time_of(struct machine *machine, uint64_t first, enum trace_event event)
{
    for (uint64_t i = first; i < trace_count(machine); i++) {
        const struct trace_record *record = trace_record_at(machine, i);

        if (record != NULL && record->event == event) {
            return record->time_ns;
        }
    }
    fail_msg("no %s", trace_event_name(event));
    return 0;
}

/* The engine is empty when the urgent packet is submitted, so that it starts then. */
static uint64_t measure_once(struct adapter *adapter, struct gpu_client *low,
                             struct gpu_client *high, uint64_t at_ns)
{
    struct machine *machine = adapter->machine;
    uint64_t first;

    assert_int_equal(gpu_client_fill(low, LONG_FILLS), STATUS_SUCCESS);
    wait_submitted(adapter, 1);
    schedule_sleep_until(machine, machine->clock.now_ns + at_ns);
    first = trace_count(machine);
    assert_int_equal(gpu_client_fill(high, 1), STATUS_SUCCESS);
    assert_int_equal(gpu_client_wait(high), STATUS_SUCCESS);
    assert_int_equal(gpu_client_wait(low), STATUS_SUCCESS);
    return time_of(machine, first, TRACE_PACKET_SUBMIT) -
           time_of(machine, first, TRACE_PREEMPTION_REQUEST);
}

/* On a board that is slow, so that what the software costs is little beside a command. */
static void measure_latency(struct adapter *adapter, void *argument)
{
    struct observation *seen = argument;
    struct machine *machine = adapter->machine;
    struct gpu_client low;
    struct gpu_client high;
    uint64_t start_ns;

    open_both(adapter, &low, &high);
    assert_true(softgpu_test_control(adapter->board->device, SOFTGPU_CONTROL_SLOW, 0, 10));
    start_ns = machine->clock.now_ns;
    assert_int_equal(gpu_client_fill(&low, LONG_FILLS), STATUS_SUCCESS);
    assert_int_equal(gpu_client_wait(&low), STATUS_SUCCESS);
    seen->buffer_ns = machine->clock.now_ns - start_ns;
    for (uint64_t i = 0; i < 20;
         i++) { /* over a command and a bit, from its beginning to its end */
        uint64_t latency_ns =
            measure_once(adapter, &low, &high, i * seen->buffer_ns / LONG_FILLS / 16);

        seen->latency_ns = DXGH_MAX(seen->latency_ns, latency_ns);
    }
    gpu_client_close(&high);
    gpu_client_close(&low);
}

static void expect_clean(struct stack *stack)
{
    if (stack->outcome != STACK_RAN || verify_breach_count(stack->session.machine) > 0) {
        stack_print_breaches(stack);
    }
    assert_int_equal(stack->outcome, STACK_RAN);
    assert_int_equal(verify_breach_count(stack->session.machine), 0);
}

static void follow(struct observation *seen, const char *options)
{
    struct stack_config config = { .driver = DXGH_TEST_DRIVER, .device_options = options };
    struct stack stack;

    stack_run(&stack, &config, preempt_two_buffers, seen);
    expect_clean(&stack);
    if (options == NULL) {
        path_document_assert(stack.session.machine, DXGH_TEST_DOCS "/paths/preempt.md", seen->first,
                             seen->end);
    }
    stack_close(&stack);
}

static void preemption_follows_the_document(void **state)
{
    struct observation seen = { 0 };

    (void)state;
    follow(&seen, NULL);
}

static struct observation measure(const char *options)
{
    struct stack_config config = { .driver = DXGH_TEST_DRIVER, .device_options = options };
    struct observation seen = { 0 };
    struct stack stack;

    stack_run(&stack, &config, measure_latency, &seen);
    expect_clean(&stack);
    stack_close(&stack);
    return seen;
}

/* Where the board stops between two commands, one command is all the urgent work waits for; where
 * it does not, one command buffer. */
static void latency_is_one_command_or_one_buffer(void **state)
{
    struct observation commands = measure("preempt=packet");
    struct observation buffers = measure("preempt=entry");

    (void)state;
    assert_in_range(commands.latency_ns, 1, commands.buffer_ns / LONG_FILLS + SOFTWARE_NS);
    assert_in_range(buffers.latency_ns, 2 * commands.latency_ns, buffers.buffer_ns + SOFTWARE_NS);
    print_message("one command %llu ns, one buffer %llu ns; waited %llu ns and %llu ns\n",
                  (unsigned long long)(commands.buffer_ns / LONG_FILLS),
                  (unsigned long long)buffers.buffer_ns, (unsigned long long)commands.latency_ns,
                  (unsigned long long)buffers.latency_ns);
}

static void run_scene(struct adapter *adapter, void *argument)
{
    struct stack *stack = argument;
    struct gpu_scene_run run = { .adapter = adapter, .board = stack->session.board };

    gpu_scene_find("preempt-race")->run(&run);
    if (run.error[0] != '\0') {
        fail_msg("%s", run.error);
    }
}

/* A completion at every point around the request, in many interleavings: no rule is broken. */
static void completion_may_land_anywhere_around_the_request(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed <= 12; seed++) {
        struct stack_config config = {
            .driver = DXGH_TEST_DRIVER,
            .machine = { .processors = 1 + (uint32_t)(seed % 4),
                         .decision = seed == 0 ? DECISION_FIXED : DECISION_RANDOM,
                         .seed = seed },
        };
        struct stack stack;

        stack_run(&stack, &config, run_scene, &stack);
        expect_clean(&stack);
        stack_close(&stack);
    }
}

/* A board that gives nothing back: the driver reports the Windows 7 model and is not asked. */
static void without_preemption_nothing_is_asked(struct adapter *adapter, void *argument)
{
    struct gpu_client low;
    struct gpu_client high;

    (void)argument;
    assert_false(adapter->caps.SchedulingCaps.PreemptionAware);
    open_both(adapter, &low, &high);
    for (uint32_t i = 0; i < 8; i++) {
        assert_int_equal(gpu_client_fill(&low, LONG_FILLS), STATUS_SUCCESS);
    }
    wait_submitted(adapter, SCHED_HARDWARE_DEPTH_WINDOWS_7);
    assert_int_equal(gpu_client_fill(&high, 1), STATUS_SUCCESS);
    assert_int_equal(gpu_client_wait(&high), STATUS_SUCCESS);
    assert_in_range(low.context->outstanding, 1, 8 - SCHED_HARDWARE_DEPTH_WINDOWS_7);
    assert_int_equal(adapter->sched->nodes[0].preemption_count, 0);
    gpu_client_close(&high);
    gpu_client_close(&low);
}

static void windows_7_model_never_calls_preempt(void **state)
{
    struct stack_config config = { .driver = DXGH_TEST_DRIVER, .device_options = "preempt=none" };
    struct stack stack;

    (void)state;
    stack_run(&stack, &config, without_preemption_nothing_is_asked, NULL);
    if (stack.outcome != STACK_RAN) {
        stack_print_breaches(&stack);
    }
    assert_int_equal(stack.outcome, STACK_RAN);
    stack_close(&stack);
}

static void run_error_scene(struct adapter *adapter, void *argument)
{
    struct stack *stack = argument;
    struct gpu_scene_run run = { .adapter = adapter, .board = stack->session.board };

    gpu_scene_find("preempt-error")->run(&run);
}

/* An error from DxgkDdiPreemptCommand is bug check 0x119 with its four parameters. */
static void error_of_preempt_stops_the_machine(void **state)
{
    struct stack_config config = { .driver = DXGH_TEST_DRIVER,
                                   .before = gpu_scene_find("preempt-error")->prepare };
    const struct machine_bugcheck *bugcheck;
    struct stack stack;

    (void)state;
    stack_run(&stack, &config, run_error_scene, &stack);
    assert_int_equal(stack.outcome, STACK_CRASHED);
    bugcheck = &stack.session.machine->bugcheck;
    assert_int_equal(bugcheck->code, 0x119);
    assert_int_equal(bugcheck->parameters[0], 2);
    assert_int_equal(bugcheck->parameters[1], (uint32_t)STATUS_UNSUCCESSFUL);
    assert_true(bugcheck->parameters[2] != 0);
    assert_true(bugcheck->parameters[3] != 0);
    assert_true(stack_has_breach(&stack, RULE_PREEMPT_01));
    stack_close(&stack);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(preemption_follows_the_document),
        cmocka_unit_test(latency_is_one_command_or_one_buffer),
        cmocka_unit_test(completion_may_land_anywhere_around_the_request),
        cmocka_unit_test(windows_7_model_never_calls_preempt),
        cmocka_unit_test(error_of_preempt_stops_the_machine),
    };
    return cmocka_run_group_tests_name("scenario/preempt", tests, NULL, NULL);
}
