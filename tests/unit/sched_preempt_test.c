/* SPDX-License-Identifier: MIT */
/* Preemption over a mock GPU: who is preempted, what comes back, and which answers are wrong. */
#include "tests/unit/sched_mock.h"

#define FLOOD 12u
#define BUFFER_NS (100 * DXGH_NS_PER_US)

static struct mock_packet low[FLOOD];
static struct mock_packet high;
static struct sched_context background;
static struct sched_context urgent;

static void begin(bool windows_8, enum mock_granularity granularity)
{
    struct sched_config config = { .preemption = windows_8, .timeout = timeout_config_default() };

    mock_set_up(NULL, 2, &config, &mock_engine_ops);
    gpu.granularity = granularity;
    mock_context(&background, 0, -5);
    mock_context(&urgent, 0, 5);
}

static void end(void)
{
    sched_wait_idle(gpu.sched);
    sched_context_fini(&urgent);
    sched_context_fini(&background);
    mock_tear_down();
}

static void flood(void)
{
    for (uint32_t i = 0; i < FLOOD; i++) {
        mock_queue(&low[i], &background, BUFFER_NS);
    }
    mock_sleep(BUFFER_NS / 4); /* the first one executes */
}

static void expect_all_done(void)
{
    sched_wait_idle(gpu.sched);
    for (uint32_t i = 0; i < FLOOD; i++) {
        assert_int_equal(low[i].result, PACKET_COMPLETED);
        assert_int_equal(low[i].retires, 1);
        assert_int_equal(low[i].executions, 1);
        assert_true(i == 0 || low[i].order > low[i - 1].order);
    }
    assert_int_equal(high.executions, 1);
    assert_int_equal(gpu.sched->nodes[0].last_reported, gpu.sched->nodes[0].last_completed);
}

/* Request to start of the urgent work takes one command where the engine stops between commands,
 * and the rest of one buffer where it does not. */
static void urgent_work_starts_within(enum mock_granularity granularity, uint64_t limit_ns)
{
    uint64_t asked_ns;

    begin(true, granularity);
    flood();
    asked_ns = gpu.machine->clock.now_ns;
    mock_queue(&high, &urgent, BUFFER_NS);
    expect_all_done();
    assert_int_equal(gpu.nodes[0].preempts, 1);
    assert_in_range(high.started_ns - asked_ns, 1, limit_ns + DXGH_NS_PER_US);
    assert_true(high.order < low[1].order);
    assert_in_range(gpu.sched->nodes[0].preemption_longest_ns, 1, limit_ns);
    end();
}

static void urgent_work_waits_for_one_command_mid_buffer(void **state)
{
    (void)state;
    urgent_work_starts_within(MOCK_MID_BUFFER, MOCK_COMMAND_NS);
}

static void urgent_work_waits_for_one_buffer_at_boundaries(void **state)
{
    (void)state;
    urgent_work_starts_within(MOCK_BUFFER_BOUNDARY, BUFFER_NS);
}

/* Preempted render packets return in order, each under a new fence that lies after the request's.
 */
static void preempted_render_gets_new_fences(void **state)
{
    (void)state;
    begin(true, MOCK_BUFFER_BOUNDARY);
    flood();
    mock_queue(&high, &urgent, BUFFER_NS);
    expect_all_done();
    assert_int_equal(low[0].submits, 1);
    for (uint32_t i = 1; i < FLOOD; i++) {
        assert_int_equal(low[i].submits, 2);
        assert_true(fence_precedes(gpu.nodes[0].preemption_fence, low[i].packet.fence));
        assert_int_equal(low[i].packet.preempted_count, 1);
    }
    end();
}

static struct mock_packet paging[2];

static void page(void *argument)
{
    struct mock_packet *mock = argument;

    assert_int_equal(sched_packet_run_now(gpu.sched, &mock->packet), PACKET_COMPLETED);
    schedule_exit(gpu.machine);
}

/* Preempted paging returns before everything else, in its order and under its old fences. */
static void preempted_paging_keeps_its_fences(void **state)
{
    (void)state;
    begin(true, MOCK_BUFFER_BOUNDARY);
    mock_queue(&low[0], &background, BUFFER_NS);
    mock_sleep(BUFFER_NS / 4);
    for (uint32_t i = 0; i < 2; i++) {
        struct fiber *fiber = fiber_create(gpu.machine, page, &paging[i], "pager");

        mock_packet(&paging[i], NULL, BUFFER_NS);
        paging[i].packet.kind = PACKET_PAGING;
        schedule_ready(gpu.machine, fiber);
    }
    mock_sleep(10 * DXGH_NS_PER_US);
    for (uint32_t i = 1; i < FLOOD; i++) {
        mock_queue(&low[i], &background, BUFFER_NS);
    }
    mock_sleep(10 * DXGH_NS_PER_US);
    assert_int_equal(gpu.sched->nodes[0].submitted_count, FLOOD + 2);
    mock_queue(&high, &urgent, BUFFER_NS);
    expect_all_done();
    for (uint32_t i = 0; i < 2; i++) {
        assert_int_equal(paging[i].submits, 2);
        assert_int_equal(paging[i].executions, 1);
        assert_int_equal(paging[i].packet.fence, paging[i].first_fence);
        assert_true(paging[i].order < high.order);
    }
    assert_true(paging[0].order < paging[1].order);
    end();
}

/* The last completion was reported, its DPC has not run: the driver answers inside its call. */
static void answer_at_once(uint64_t tail_ns)
{
    begin(true, MOCK_BUFFER_BOUNDARY);
    gpu.preempt_tail_ns = tail_ns;
    gpu.dpc_delay_ns = 50 * DXGH_NS_PER_US;
    mock_queue(&low[0], &background, BUFFER_NS);
    mock_sleep(BUFFER_NS + 20 * DXGH_NS_PER_US);
    assert_int_equal(gpu.nodes[0].completed, low[0].packet.fence);
    assert_int_equal(low[0].retires, 0);
    mock_queue(&high, &urgent, BUFFER_NS);
    sched_wait_idle(gpu.sched);
    assert_int_equal(gpu.nodes[0].preempts, 1);
    assert_int_equal(low[0].submits, 1);
    assert_int_equal(low[0].executions, 1);
    assert_int_equal(high.executions, 1);
    end();
}

static void request_after_the_last_report_is_answered_at_once(void **state)
{
    (void)state;
    answer_at_once(0);
}

/* The answer, and even its DPC, may come long before the driver's call returns. */
static void answer_may_come_before_the_call_returns(void **state)
{
    (void)state;
    answer_at_once(DXGH_NS_PER_MS);
}

/* An answer may carry a completion that was never reported by itself. */
static void answer_may_carry_an_unreported_completion(void **state)
{
    (void)state;
    begin(true, MOCK_BUFFER_BOUNDARY);
    gpu.nodes[0].lose_next_interrupt = true;
    mock_queue(&low[0], &background, BUFFER_NS);
    mock_sleep(2 * BUFFER_NS);
    assert_int_equal(low[0].executions, 1);
    assert_int_equal(low[0].retires, 0);
    mock_queue(&high, &urgent, BUFFER_NS);
    sched_wait_idle(gpu.sched);
    assert_int_equal(low[0].submits, 1);
    assert_int_equal(low[0].result, PACKET_COMPLETED);
    assert_true(low[0].order < high.order);
    end();
}

/* The Windows 7 model holds back what it gives the hardware, and never asks for priority's sake. */
static void windows_7_model_does_not_preempt(void **state)
{
    (void)state;
    begin(false, MOCK_MID_BUFFER);
    flood();
    assert_int_equal(gpu.sched->nodes[0].submitted_count, SCHED_HARDWARE_DEPTH_WINDOWS_7);
    mock_queue(&high, &urgent, BUFFER_NS);
    expect_all_done();
    assert_int_equal(gpu.nodes[0].preempts, 0);
    assert_int_equal(high.order, SCHED_HARDWARE_DEPTH_WINDOWS_7);
    end();
}

/* There, the parts of one command run back to back; in the Windows 8 model others may come between.
 */
static void parts_of_a_command_are_together(bool windows_8)
{
    begin(windows_8, MOCK_BUFFER_BOUNDARY);
    for (uint32_t i = 0; i < FLOOD; i++) {
        mock_packet(&low[i], &background, BUFFER_NS);
        low[i].packet.more = i + 1 < FLOOD;
        sched_packet_queue(gpu.sched, &low[i].packet);
    }
    mock_sleep(BUFFER_NS / 4);
    mock_queue(&high, &urgent, BUFFER_NS);
    expect_all_done();
    assert_int_equal(high.order, windows_8 ? 1 : FLOOD);
    end();
}

static void parts_of_a_command_run_back_to_back_in_the_windows_7_model(void **state)
{
    (void)state;
    parts_of_a_command_are_together(false);
}

static void parts_of_a_command_may_be_separated_in_the_windows_8_model(void **state)
{
    (void)state;
    parts_of_a_command_are_together(true);
}

/* Each wrong answer has its own name and changes nothing. */
static void wrong_answers_are_told_apart(void **state)
{
    struct sched_node *node;
    uint32_t fence;

    (void)state;
    begin(true, MOCK_BUFFER_BOUNDARY);
    gpu.no_preempt_answer = true;
    node = &gpu.sched->nodes[0];
    assert_int_equal(sched_report_preempted(gpu.sched, 0, 1, 0), SCHED_REPORT_NOT_REQUESTED);
    assert_int_equal(sched_report_preempted(gpu.sched, 2, 1, 0), SCHED_REPORT_BAD_NODE);
    flood();
    mock_queue(&high, &urgent, BUFFER_NS);
    mock_sleep(2 * BUFFER_NS);
    assert_int_equal(node->preemption, PREEMPTION_REQUESTED);
    assert_int_equal(high.submits, 0);
    fence = node->preemption_fence;
    assert_int_equal(sched_report_completed(gpu.sched, 0, fence), SCHED_REPORT_PREEMPTED);
    assert_int_equal(sched_report_preempted(gpu.sched, 0, fence + 1, node->last_reported),
                     SCHED_REPORT_WRONG_REQUEST);
    assert_int_equal(sched_report_preempted(gpu.sched, 0, fence, node->last_reported - 1),
                     SCHED_REPORT_BAD_COMPLETED);
    assert_int_equal(sched_report_preempted(gpu.sched, 0, fence, fence),
                     SCHED_REPORT_BAD_COMPLETED);
    assert_int_equal(node->preemption, PREEMPTION_REQUESTED);

    /* Then the right one, and everything goes on. */
    mock_sleep((FLOOD + 1) * BUFFER_NS);
    assert_int_equal(sched_report_preempted(gpu.sched, 0, fence, node->last_reported),
                     SCHED_REPORT_OK);
    assert_int_equal(sched_report_preempted(gpu.sched, 0, fence, node->last_reported),
                     SCHED_REPORT_REPEATED);
    sched_retire(gpu.sched);
    gpu.no_preempt_answer = false;
    expect_all_done();
    assert_int_equal(sched_report_preempted(gpu.sched, 0, fence, node->last_reported),
                     SCHED_REPORT_REPEATED);
    end();
}

/* A fence that was given back cannot complete any more. */
static void preempted_fence_cannot_complete(void **state)
{
    uint32_t old_fence;

    (void)state;
    begin(true, MOCK_BUFFER_BOUNDARY);
    flood();
    old_fence = low[2].packet.fence;
    mock_queue(&high, &urgent, 20 * BUFFER_NS);
    mock_sleep(3 * BUFFER_NS);
    assert_int_equal(high.submits, 1);
    assert_int_equal(sched_report_completed(gpu.sched, 0, old_fence), SCHED_REPORT_PREEMPTED);
    expect_all_done();
    end();
}

/* Equal work does not preempt, and another node is left alone. */
static void only_lower_work_of_the_same_node_is_preempted(void **state)
{
    struct sched_context other;
    struct mock_packet elsewhere;

    (void)state;
    begin(true, MOCK_BUFFER_BOUNDARY);
    sched_context_priority(&urgent, SCHED_CLASS_NORMAL, -5);
    mock_context(&other, 1, 7);
    flood();
    mock_queue(&high, &urgent, BUFFER_NS);
    mock_queue(&elsewhere, &other, BUFFER_NS);
    expect_all_done();
    assert_int_equal(gpu.nodes[0].preempts, 0);
    assert_int_equal(gpu.nodes[1].preempts, 0);
    sched_context_fini(&other);
    end();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(urgent_work_waits_for_one_command_mid_buffer),
        cmocka_unit_test(urgent_work_waits_for_one_buffer_at_boundaries),
        cmocka_unit_test(preempted_render_gets_new_fences),
        cmocka_unit_test(preempted_paging_keeps_its_fences),
        cmocka_unit_test(request_after_the_last_report_is_answered_at_once),
        cmocka_unit_test(answer_may_come_before_the_call_returns),
        cmocka_unit_test(answer_may_carry_an_unreported_completion),
        cmocka_unit_test(windows_7_model_does_not_preempt),
        cmocka_unit_test(parts_of_a_command_run_back_to_back_in_the_windows_7_model),
        cmocka_unit_test(parts_of_a_command_may_be_separated_in_the_windows_8_model),
        cmocka_unit_test(wrong_answers_are_told_apart),
        cmocka_unit_test(preempted_fence_cannot_complete),
        cmocka_unit_test(only_lower_work_of_the_same_node_is_preempted),
    };
    return cmocka_run_group_tests_name("sched/preempt", tests, NULL, NULL);
}
