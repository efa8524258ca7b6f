/* SPDX-License-Identifier: MIT */
/* Interrupts that are lost, late, spurious or wrong, on the reference driver and board. */
#include "cli/gpu_client.h"
#include "devices/softgpu/softgpu_device.h"
#include "dxgk/adapter_private.h"
#include "dxgk/gate.h"
#include "machine/schedule.h"
#include "tests/lib/stack.h"
#include "tests/lib/test.h"
#include "trace/trace.h"

struct story {
    struct stack stack;
    enum softgpu_control control;
    uint32_t node;
    int64_t value;
    uint64_t spent_ns; /* by the fill that met it */
    uint64_t services; /* of interrupts, in that time */
    uint64_t unclaimed;
};

static uint64_t count_events(struct machine *machine, enum trace_event event)
{
    uint64_t count = 0;

    for (uint64_t i = 0; i < trace_count(machine); i++) {
        const struct trace_record *record = trace_record_at(machine, i);

        count += record != NULL && record->event == event;
    }
    return count;
}

/* Whether the driver's interrupt routine said that this one was not its board's. */
static bool is_unclaimed(const struct trace_record *record)
{
    return record->event == TRACE_DDI_LEAVE && record->arguments[0] == DDI_InterruptRoutine &&
           record->arguments[1] == 0;
}

static void count_services(struct story *story, struct machine *machine, uint64_t first)
{
    for (uint64_t i = first; i < trace_count(machine); i++) {
        const struct trace_record *record = trace_record_at(machine, i);

        assert_non_null(record);
        story->services +=
            record->event == TRACE_DDI_ENTER && record->arguments[0] == DDI_InterruptRoutine;
        story->unclaimed += is_unclaimed(record);
    }
}

static void fill_once(struct adapter *adapter, void *argument)
{
    struct story *story = argument;
    struct machine *machine = adapter->machine;
    struct gpu_client client;
    uint64_t start_ns;
    uint64_t first;

    assert_int_equal(gpu_client_open(&client, adapter, "client", 400, 0, 0), STATUS_SUCCESS);
    for (uint32_t i = 0; i < 3; i++) {
        assert_int_equal(gpu_client_fill(&client, 1), STATUS_SUCCESS);
        assert_int_equal(gpu_client_wait(&client), STATUS_SUCCESS);
    }
    first = trace_count(machine);
    assert_true(softgpu_test_control(story->stack.session.board->device, story->control,
                                     story->node, story->value));
    start_ns = machine->clock.now_ns;
    assert_int_equal(gpu_client_fill(&client, 1), STATUS_SUCCESS);
    assert_int_equal(gpu_client_wait(&client), STATUS_SUCCESS);
    story->spent_ns = machine->clock.now_ns - start_ns;
    count_services(story, machine, first);
    gpu_client_close(&client);
}

static void tell(struct story *story, enum softgpu_control control, uint32_t node, int64_t value,
                 void (*body)(struct adapter *adapter, void *argument))
{
    struct stack_config config = { .driver = DXGH_TEST_DRIVER };

    story->control = control;
    story->node = node;
    story->value = value;
    story->spent_ns = story->services = story->unclaimed = 0;
    stack_run(&story->stack, &config, body, story);
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

/* The fence is found by DxgkDdiQueryCurrentFence: TdrDelay is lost, nothing else. */
static void lost_completion_costs_the_delay_only(void **state)
{
    static struct story story;

    (void)state;
    tell(&story, SOFTGPU_CONTROL_LOSE_FENCE, 0, 1, fill_once);
    expect_clean(&story);
    assert_in_range(story.spent_ns, 2 * DXGH_NS_PER_S, 2 * DXGH_NS_PER_S + DXGH_NS_PER_MS);
    assert_int_equal(count_events(story.stack.session.machine, TRACE_OVERDUE), 1);
    assert_int_equal(count_events(story.stack.session.machine, TRACE_PREEMPTION_REQUEST), 0);
    assert_int_equal(count_events(story.stack.session.machine, TRACE_TIMEOUT), 0);
    stack_close(&story.stack);
}

static void late_interrupt_is_no_timeout(void **state)
{
    static struct story story;

    (void)state;
    tell(&story, SOFTGPU_CONTROL_INTERRUPT_DELAY, 0, (int64_t)DXGH_NS_PER_S, fill_once);
    expect_clean(&story);
    assert_in_range(story.spent_ns, DXGH_NS_PER_S, DXGH_NS_PER_S + DXGH_NS_PER_MS);
    assert_int_equal(count_events(story.stack.session.machine, TRACE_OVERDUE), 0);
    stack_close(&story.stack);
}

static void spurious_interrupt_changes_nothing(void **state)
{
    static struct story story;

    (void)state;
    /* A bit of the status without a cause: the routine looks, and finds nothing new to report. */
    tell(&story, SOFTGPU_CONTROL_SPURIOUS, SOFTGPU_CONTROL_BOARD, 1, fill_once);
    expect_clean(&story);
    assert_int_equal(story.services, 2);
    assert_int_equal(story.unclaimed, 0);
    stack_close(&story.stack);
    /* The line alone, as another board on it would: not ours. */
    tell(&story, SOFTGPU_CONTROL_PULSE, SOFTGPU_CONTROL_BOARD, 1, fill_once);
    expect_clean(&story);
    assert_int_equal(story.services, 2);
    assert_int_equal(story.unclaimed, 1);
    stack_close(&story.stack);
}

static void preempt_once(struct adapter *adapter, void *argument)
{
    struct story *story = argument;
    struct sched_node *node = &adapter->sched->nodes[0];
    struct gpu_client low;
    struct gpu_client high;

    assert_int_equal(gpu_client_open(&low, adapter, "low", 400, 0, -6), STATUS_SUCCESS);
    assert_int_equal(gpu_client_open(&high, adapter, "high", 404, 0, 6), STATUS_SUCCESS);
    assert_int_equal(gpu_client_fill(&low, 1), STATUS_SUCCESS);
    assert_int_equal(gpu_client_wait(&low), STATUS_SUCCESS);
    assert_int_equal(gpu_client_fill(&high, 1), STATUS_SUCCESS);
    assert_int_equal(gpu_client_wait(&high), STATUS_SUCCESS);
    assert_true(softgpu_test_control(story->stack.session.board->device, story->control,
                                     story->node, story->value));
    for (uint32_t i = 0; i < 4; i++) {
        assert_int_equal(gpu_client_fill(&low, 32), STATUS_SUCCESS);
    }
    while (node->submitted_count < 4) {
        schedule_sleep_until(adapter->machine, adapter->machine->clock.now_ns + DXGH_NS_PER_US);
    }
    assert_int_equal(gpu_client_fill(&high, 1), STATUS_SUCCESS);
    assert_int_equal(gpu_client_wait(&high), STATUS_SUCCESS);
    assert_int_equal(gpu_client_wait(&low), STATUS_SUCCESS);
    assert_int_equal(dxgk_device_state(low.device), DEVICE_OK);
    gpu_client_close(&high);
    gpu_client_close(&low);
}

/* The answer to a preemption is found the same way. */
static void lost_answer_of_a_preemption_is_found(void **state)
{
    static struct story story;

    (void)state;
    tell(&story, SOFTGPU_CONTROL_LOSE_PREEMPTED, 0, 1, preempt_once);
    expect_clean(&story);
    assert_int_equal(count_events(story.stack.session.machine, TRACE_TIMEOUT), 0);
    stack_close(&story.stack);
}

/* A board that lies about its fence: the driver passes it on, and the machine stops. */
static void wrong_fence_stops_the_machine(void **state)
{
    static struct story story;

    (void)state;
    tell(&story, SOFTGPU_CONTROL_WRONG_FENCE, 0, 1000, fill_once);
    assert_int_equal(story.stack.outcome, STACK_CRASHED);
    assert_int_equal(story.stack.session.machine->bugcheck.code, 0x119);
    assert_int_equal(story.stack.session.machine->bugcheck.parameters[0], 1);
    assert_true(stack_has_breach(&story.stack, RULE_FENCE_01));
    stack_close(&story.stack);

    tell(&story, SOFTGPU_CONTROL_WRONG_FENCE, 0, -2, fill_once);
    assert_int_equal(story.stack.outcome, STACK_CRASHED);
    assert_int_equal(story.stack.session.machine->bugcheck.code, 0x119);
    assert_true(stack_has_breach(&story.stack, RULE_FENCE_04));
    stack_close(&story.stack);
}

static void lose_and_leave(struct adapter *adapter, void *argument)
{
    struct gpu_client client;

    (void)argument;
    assert_int_equal(gpu_client_open(&client, adapter, "client", 400, 0, 0), STATUS_SUCCESS);
    assert_true(softgpu_test_control(adapter->board->device, SOFTGPU_CONTROL_LOSE_FENCE, 0, 1));
    (void)gpu_client_fill(&client, 1);
    (void)gpu_client_wait(&client);
    gpu_client_close(&client); /* its context leaves the engine while the recovery looks at it */
}

/* What was submitted while the driver was asked for the overdue fence is not judged: it had no
 * time. One in about twenty-five seeds brings the two together. */
static void next_submission_is_not_judged(void **state)
{
    static struct stack stack;

    (void)state;
    for (uint64_t seed = 1; seed <= 100; seed++) {
        const struct stack_config config = { .driver = DXGH_TEST_DRIVER,
                                             .machine.decision = DECISION_RANDOM,
                                             .machine.seed = seed };

        stack_run(&stack, &config, lose_and_leave, NULL);
        stack_print_breaches(&stack);
        assert_int_equal(stack.outcome, STACK_RAN);
        assert_int_equal(verify_breach_count(stack.session.machine), 0);
        stack_close(&stack);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(next_submission_is_not_judged),
        cmocka_unit_test(lost_completion_costs_the_delay_only),
        cmocka_unit_test(late_interrupt_is_no_timeout),
        cmocka_unit_test(spurious_interrupt_changes_nothing),
        cmocka_unit_test(lost_answer_of_a_preemption_is_found),
        cmocka_unit_test(wrong_fence_stops_the_machine),
    };
    return cmocka_run_group_tests_name("scenario/lost_interrupt", tests, NULL, NULL);
}
