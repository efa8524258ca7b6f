/* SPDX-License-Identifier: MIT */
/* Timeout detection and recovery over a mock GPU: the order of the steps, and who survives. */
#include "tests/unit/sched_mock.h"

#define BUFFER_NS (100 * DXGH_NS_PER_US)
#define DELAY_NS (2 * DXGH_NS_PER_S)

static struct sched_context first;
static struct sched_context second;
static struct sched_context other_node;
static struct mock_packet packets[32];
static struct sched_config config;
static struct sched_engine_ops ops;

static void begin(void)
{
    mock_set_up(NULL, 2, &config, &ops);
    mock_context(&first, 0, 0);
    mock_context(&second, 0, 0);
    mock_context(&other_node, 1, 0);
}

static void end(void)
{
    sched_wait_idle(gpu.sched);
    sched_context_fini(&other_node);
    sched_context_fini(&second);
    sched_context_fini(&first);
    mock_tear_down();
}

static int set_up(void **state)
{
    (void)state;
    config = (struct sched_config){ .preemption = true, .timeout = timeout_config_default() };
    ops = mock_engine_ops;
    return 0;
}

static void hang(struct mock_packet *packet, struct sched_context *context)
{
    mock_packet(packet, context, BUFFER_NS);
    packet->hangs = true;
    sched_packet_queue(gpu.sched, &packet->packet);
}

/* A finished packet whose interrupt was lost costs TdrDelay and nothing else. */
static void lost_interrupt_is_found_by_the_query(void **state)
{
    (void)state;
    begin();
    gpu.nodes[0].lose_next_interrupt = true;
    mock_queue(&packets[0], &first, BUFFER_NS);
    sched_wait_idle(gpu.sched);
    assert_int_equal(packets[0].result, PACKET_COMPLETED);
    assert_string_equal(gpu.log, "q");
    assert_in_range(packets[0].retired_ns, DELAY_NS, DELAY_NS + DXGH_NS_PER_MS);
    end();
}

/* Work that is slow but can be preempted never meets a reset. */
static void slow_work_is_preempted_instead_of_reset(void **state)
{
    (void)state;
    begin();
    mock_queue(&packets[0], &first, 3 * DXGH_NS_PER_S);
    sched_wait_idle(gpu.sched);
    assert_int_equal(packets[0].result, PACKET_COMPLETED);
    assert_string_equal(gpu.log, "qp");
    end();
}

/* The hang of one engine: its device is lost, what stood behind it runs, the other node never
 * stops. */
static void engine_reset_takes_one_device_only(void **state)
{
    (void)state;
    begin();
    hang(&packets[0], &first);
    mock_queue(&packets[1], &first, BUFFER_NS);
    mock_queue(&packets[2], &second, BUFFER_NS);
    mock_queue(&packets[3], &other_node, 10 * DXGH_NS_PER_US);
    mock_sleep(DELAY_NS / 2);
    assert_int_equal(packets[3].result, PACKET_COMPLETED);
    assert_int_equal(packets[3].retires, 1);
    sched_wait_idle(gpu.sched);
    assert_string_equal(gpu.log, "qpqcdsel");
    assert_int_equal(packets[0].result, PACKET_ABORTED);
    assert_int_equal(packets[1].executions, 0);
    assert_int_not_equal(packets[1].result, PACKET_COMPLETED);
    assert_int_equal(packets[2].result, PACKET_COMPLETED);
    assert_int_equal(packets[2].submits, 2);
    assert_ptr_equal(gpu.lost_context, &first);
    assert_int_equal(gpu.adapter_resets, 0);
    assert_int_equal(gpu.sched->nodes[0].reset_count, 1);

    /* Afterwards the engine and the survivor go on; the lost context gets nothing done. */
    mock_queue(&packets[4], &second, BUFFER_NS);
    mock_queue(&packets[5], &first, BUFFER_NS);
    sched_wait_idle(gpu.sched);
    assert_int_equal(packets[4].result, PACKET_COMPLETED);
    assert_int_equal(packets[5].result, PACKET_DROPPED);
    assert_int_equal(packets[5].cancels, 1);
    end();
}

/* What was still in the software queue of the lost device is cancelled, each packet once. */
static void software_queue_of_the_lost_device_is_cancelled(void **state)
{
    (void)state;
    config.hardware_depth = 1;
    begin();
    hang(&packets[0], &first);
    for (uint32_t i = 1; i < 4; i++) {
        mock_queue(&packets[i], &first, BUFFER_NS);
    }
    sched_wait_idle(gpu.sched);
    assert_int_equal(packets[0].cancels, 0);
    for (uint32_t i = 1; i < 4; i++) {
        assert_int_equal(packets[i].result, PACKET_DROPPED);
        assert_int_equal(packets[i].cancels, 1);
        assert_int_equal(packets[i].submits, 0);
    }
    end();
}

/* An engine that cannot be reset alone takes the adapter with it. */
static void failed_engine_reset_becomes_an_adapter_reset(void **state)
{
    (void)state;
    begin();
    gpu.fail_engine_reset = true;
    hang(&packets[0], &first);
    mock_queue(&packets[1], &second, BUFFER_NS);
    mock_queue(&packets[2], &other_node, 10 * DXGH_NS_PER_S);
    sched_wait_idle(gpu.sched);
    assert_string_equal(strrchr(gpu.log, 'c'), "cdseCDRLuS");
    for (uint32_t i = 0; i < 3; i++) {
        assert_int_equal(packets[i].result, PACKET_ABORTED);
    }
    assert_int_equal(gpu.losses_of_all, 1);
    end();
}

/* Without engine reset the adapter is reset at once, and its fences all count as completed. */
static void adapter_reset_completes_all_fences(void **state)
{
    (void)state;
    ops.reset_engine = NULL;
    begin();
    hang(&packets[0], &first);
    mock_queue(&packets[1], &second, BUFFER_NS);
    sched_wait_idle(gpu.sched);
    assert_string_equal(gpu.log, "qpqCDRLuS");
    assert_int_equal(gpu.sched->nodes[0].last_completed, gpu.sched->nodes[0].last_submitted);
    assert_int_equal(sched_report_completed(gpu.sched, 0, packets[0].packet.fence),
                     SCHED_REPORT_ABORTED);

    /* A device made afterwards works. */
    struct sched_context fresh;

    mock_context(&fresh, 0, 0);
    mock_queue(&packets[2], &fresh, BUFFER_NS);
    sched_wait_idle(gpu.sched);
    assert_int_equal(packets[2].result, PACKET_COMPLETED);
    sched_context_fini(&fresh);
    end();
}

/* A paging packet cannot be aborted alone: memory would be in an unknown state. */
static void aborted_paging_resets_the_adapter(void **state)
{
    (void)state;
    begin();
    mock_packet(&packets[0], NULL, BUFFER_NS);
    packets[0].packet.kind = PACKET_PAGING;
    packets[0].hangs = true;
    assert_int_equal(sched_packet_run_now(gpu.sched, &packets[0].packet), PACKET_ABORTED);
    sched_wait_idle(gpu.sched);
    assert_int_equal(gpu.adapter_resets, 1);
    assert_int_equal(gpu.losses, 0);
    assert_non_null(strstr(gpu.log, "eoCD")); /* its owners are told apart before all are lost */
    end();
}

/* LastAbortedFenceId outside of what was executing is named as such. */
static void aborted_fence_out_of_range_is_refused(void **state)
{
    (void)state;
    begin();
    gpu.aborted_override = 1000;
    hang(&packets[0], &first);
    sched_wait_idle(gpu.sched);
    assert_int_equal(gpu.bad_aborted, 1);
    end();
}

static bool drained_reset(void *context, uint32_t node, uint32_t *aborted)
{
    /* The hang ended just before the reset: the driver says the last completed fence. */
    gpu.nodes[node].ring[gpu.nodes[node].head % MOCK_RING]->executions++;
    return mock_reset_engine(context, node, aborted);
}

static bool nothing_reset(void *context, uint32_t node, uint32_t *aborted)
{
    struct mock_node *mock = &gpu.nodes[node];

    (void)context;
    mock_log('e');
    mock->resets++;
    *aborted = mock->completed;
    mock_clear(mock);
    return true;
}

/* The hardware stands still before it begins a packet, and the driver names the last one that
 * completed: resetting the engine again would end the same way, and somebody else would pay. */
static void engine_that_began_nothing_takes_the_adapter(void **state)
{
    (void)state;
    ops.reset_engine = nothing_reset;
    begin();
    mock_queue(&packets[1], &second, BUFFER_NS);
    sched_wait_idle(gpu.sched);
    hang(&packets[0], &first);
    sched_wait_idle(gpu.sched);
    assert_int_equal(gpu.nodes[0].resets, 1);
    assert_int_equal(gpu.adapter_resets, 1);
    assert_int_equal(gpu.losses, 0);
    assert_ptr_equal(gpu.lost_context, &first);
    assert_int_equal(packets[0].result, PACKET_ABORTED);
    end();
}

static struct sched_ops slow_ops;

static void patch_slowly(struct packet *packet)
{
    (void)packet;
    mock_sleep(3 * DXGH_NS_PER_S);
}

/* A submission that takes long, but less than TdrDdiDelay, holds up a preemption; it is no timeout
 * of the hardware, and none is declared before the driver was asked. */
static void slow_submission_is_no_timeout(void **state)
{
    struct sched_context urgent;

    (void)state;
    begin();
    mock_context(&urgent, 0, 7);
    slow_ops = mock_packet_ops;
    slow_ops.patch = patch_slowly;
    mock_queue(&packets[0], &first, 10 * DXGH_NS_PER_S);
    mock_sleep(BUFFER_NS);
    mock_packet(&packets[1], &first, BUFFER_NS);
    packets[1].packet.ops = &slow_ops;
    sched_packet_queue(gpu.sched, &packets[1].packet);
    mock_sleep(BUFFER_NS);
    mock_queue(&packets[2], &urgent, BUFFER_NS);
    sched_wait_idle(gpu.sched);
    assert_int_equal(gpu.nodes[0].resets + gpu.adapter_resets + gpu.stops, 0);
    for (uint32_t i = 0; i < 3; i++) {
        assert_int_equal(packets[i].result, PACKET_COMPLETED);
    }
    assert_true(gpu.nodes[0].preempts > 0);
    sched_context_fini(&urgent);
    end();
}

/* While one engine of the group is reset, the hardware has nothing of the other. */
static bool reset_beside_idle(void *context, uint32_t node, uint32_t *aborted)
{
    assert_int_equal(node, 0);
    assert_int_equal(gpu.sched->nodes[1].submitted_count, 0);
    mock_sleep(DXGH_NS_PER_MS);
    assert_int_equal(gpu.sched->nodes[1].submitted_count, 0);
    return mock_reset_engine(context, node, aborted);
}

/* An engine that is well only has to stand still while the one it depends on is reset. */
static void healthy_dependent_engine_loses_nothing(void **state)
{
    (void)state;
    ops.reset_engine = reset_beside_idle;
    begin();
    gpu.granularity = MOCK_MID_BUFFER;
    gpu.dependents[0] = 3;
    hang(&packets[0], &first);
    mock_sleep(2 * DELAY_NS - 10 * DXGH_NS_PER_MS);
    for (uint32_t i = 1; i < 32; i++) {
        mock_queue(&packets[i], &other_node, 20 * DXGH_NS_PER_MS);
    }
    sched_wait_idle(gpu.sched);
    for (uint32_t i = 1; i < 32; i++) {
        assert_int_equal(packets[i].result, PACKET_COMPLETED);
        assert_int_equal(packets[i].executions, 1);
    }
    assert_true(gpu.nodes[1].preempts > 0);
    assert_int_equal(gpu.nodes[1].resets, 0);
    assert_in_range(packets[0].retired_ns, 2 * DELAY_NS, 2 * DELAY_NS + SCHED_DEPENDENT_NS / 50);
    assert_int_equal(gpu.losses, 1);
    assert_ptr_equal(gpu.lost_context, &first);
    end();
}

static uint64_t stop_ns;

static void note_stop(void *context, uint32_t node, enum sched_stop why, const struct fiber *stuck)
{
    assert_non_null(stuck);
    assert_string_equal(stuck->name, "scheduler worker");
    mock_stop(context, node, why, stuck);
    stop_ns = gpu.sched->machine->clock.now_ns;
    gpu.on_submit = NULL;
    mock_sleep(DXGH_NS_PER_S); /* a real one does not return: let what was stuck finish */
}

/* Stays in the driver until the system has been stopped. */
static void stay_in_submit(struct mock_packet *mock)
{
    (void)mock;
    while (gpu.stops == 0) {
        mock_sleep(DXGH_NS_PER_MS);
    }
}

static struct sched_context third_low;
static struct sched_context third_high;

/* While two engines that depend on each other are waited for, a third one preempts as always. */
static void third_engine_goes_on(void **state)
{
    (void)state;
    mock_set_up(NULL, 3, &config, &ops);
    mock_context(&first, 0, 0);
    mock_context(&other_node, 1, 0);
    mock_context(&third_low, 2, -7);
    mock_context(&third_high, 2, 7);
    gpu.granularity = MOCK_MID_BUFFER;
    gpu.dependents[0] = 3;
    hang(&packets[0], &first);
    mock_sleep(DXGH_NS_PER_S);
    hang(&packets[1], &other_node);
    mock_sleep(2 * DELAY_NS - DXGH_NS_PER_S + SCHED_DEPENDENT_NS / 4);
    assert_true(gpu.sched->recovering);
    mock_queue(&packets[2], &third_low, DXGH_NS_PER_S);
    mock_sleep(DXGH_NS_PER_MS);
    mock_queue(&packets[3], &third_high, BUFFER_NS);
    mock_sleep(2 * DXGH_NS_PER_MS);
    assert_true(gpu.sched->recovering);
    assert_int_equal(packets[3].result, PACKET_COMPLETED);
    assert_int_equal(packets[3].executions, 1);
    sched_wait_idle(gpu.sched);
    assert_int_equal(packets[2].executions, 1);
    sched_context_fini(&third_high);
    sched_context_fini(&third_low);
    sched_context_fini(&other_node);
    sched_context_fini(&first);
    mock_tear_down();
}

/* The answer of a dependent engine that finished its work may take TdrDelay, like any other. */
static void late_answer_of_a_dependent_engine_counts(void **state)
{
    (void)state;
    begin();
    gpu.granularity = MOCK_BUFFER_BOUNDARY;
    gpu.no_preempt_answer = true;
    gpu.dependents[0] = 3;
    hang(&packets[0], &first);
    mock_sleep(2 * DELAY_NS - DXGH_NS_PER_MS);
    mock_queue(&packets[1], &other_node, SCHED_DEPENDENT_NS - 50 * DXGH_NS_PER_MS);
    mock_sleep(SCHED_DEPENDENT_NS + 20 * DXGH_NS_PER_MS);
    assert_int_equal(packets[1].result, PACKET_COMPLETED);
    assert_int_equal(gpu.nodes[0].resets, 1);
    assert_int_equal(gpu.nodes[1].resets, 0);
    assert_int_equal(gpu.unanswered, 0);
    assert_int_equal(
        sched_report_preempted(gpu.sched, 1, gpu.nodes[1].preemption_fence, gpu.nodes[1].completed),
        SCHED_REPORT_OK);
    sched_retire(gpu.sched);
    sched_wait_idle(gpu.sched);
    end();
}

static void answer_without_progress(void *context, uint32_t node, uint32_t fence)
{
    struct mock_node *mock = &gpu.nodes[node];

    (void)context;
    mock->preempts++;
    mock->running = mock->hung = false;
    mock->preempting = true;
    mock->preemption_fence = fence;
    mock->submitted = fence;
    mock_answer(mock);
}

/* Hardware that answers every request and never gets on is recovered in the end. */
static void preemption_without_progress_has_an_end(void **state)
{
    (void)state;
    ops.preempt = answer_without_progress;
    begin();
    hang(&packets[0], &first);
    sched_wait_idle(gpu.sched);
    assert_int_equal(gpu.nodes[0].preempts, SCHED_FRUITLESS_MAX);
    assert_int_equal(gpu.nodes[0].resets, 1);
    assert_ptr_equal(gpu.lost_context, &first);
    assert_int_equal(gpu.sched->nodes[0].fruitless_count, 0);
    end();
}

/* Reported before the reset is completed, also when its DPC comes after it. */
static void reported_work_is_completed_by_an_adapter_reset(void **state)
{
    (void)state;
    ops.reset_engine = NULL;
    begin();
    hang(&packets[0], &other_node);
    mock_sleep(2 * DELAY_NS - BUFFER_NS / 2);
    gpu.dpc_delay_ns = DXGH_NS_PER_S;
    mock_queue(&packets[1], &first, BUFFER_NS / 4);
    sched_wait_idle(gpu.sched);
    assert_int_equal(gpu.adapter_resets, 1);
    assert_int_equal(packets[1].result, PACKET_COMPLETED);
    assert_int_equal(packets[0].result, PACKET_ABORTED);
    assert_ptr_equal(gpu.lost_context, &other_node);
    end();
}

/* Each delay counts from its own beginning, whichever is shorter. */
static void stuck_submission_is_found_before_a_longer_delay(void **state)
{
    (void)state;
    ops.stop = note_stop;
    config.timeout.delay_ns = 60 * DXGH_NS_PER_S;
    begin();
    gpu.on_submit = stay_in_submit;
    mock_queue(&packets[0], &first, BUFFER_NS);
    sched_wait_idle(gpu.sched);
    assert_in_range(stop_ns, config.timeout.ddi_delay_ns,
                    config.timeout.ddi_delay_ns + DXGH_NS_PER_MS);
    end();
}

/* The queue drained by itself: its last device fails nevertheless. */
static void drained_engine_costs_its_last_device(void **state)
{
    (void)state;
    ops.reset_engine = drained_reset;
    begin();
    hang(&packets[0], &second);
    sched_wait_idle(gpu.sched);
    assert_ptr_equal(gpu.lost_context, &second);
    end();
}

/* The sixth timeout in a minute is one too many; older ones do not count. */
static void sixth_timeout_in_the_window_stops(void **state)
{
    (void)state;
    ops.reset_engine = NULL;
    begin();
    for (uint32_t i = 0; i < 6; i++) {
        struct sched_context guilty;

        mock_context(&guilty, 0, 0);
        hang(&packets[0], &guilty);
        sched_wait_idle(gpu.sched);
        assert_int_equal(gpu.stops, i == 5);
        sched_context_fini(&guilty);
    }
    assert_int_equal(gpu.stop_reason, SCHED_STOP_TOO_MANY);

    struct sched_context later;

    mock_sleep(61 * DXGH_NS_PER_S);
    mock_context(&later, 0, 0);
    hang(&packets[0], &later);
    sched_wait_idle(gpu.sched);
    assert_int_equal(gpu.stops, 1);
    sched_context_fini(&later);
    end();
}

/* TdrDebugMode 3 recovers beyond every limit. */
static void debug_mode_3_has_no_limit(void **state)
{
    (void)state;
    config.timeout.debug = TIMEOUT_DEBUG_ALWAYS;
    ops.reset_engine = NULL;
    begin();
    for (uint32_t i = 0; i < 8; i++) {
        struct sched_context guilty;

        mock_context(&guilty, 0, 0);
        hang(&packets[0], &guilty);
        sched_wait_idle(gpu.sched);
        sched_context_fini(&guilty);
    }
    assert_int_equal(gpu.stops, 0);
    assert_int_equal(gpu.adapter_resets, 8);
    end();
}

/* TdrDebugMode 1 and TdrLevel 0 never recover; the hang ends when the hardware does. */
static void nothing_is_recovered(void)
{
    begin();
    hang(&packets[0], &first);
    mock_sleep(60 * DXGH_NS_PER_S);
    assert_int_equal(gpu.adapter_resets + gpu.nodes[0].resets, 0);
    assert_int_equal(packets[0].retires, 0);
    gpu.nodes[0].hung = false;
    mock_event(&gpu.nodes[0].event);
    sched_wait_idle(gpu.sched);
    assert_int_equal(packets[0].result, PACKET_COMPLETED);
    end();
}

static void level_0_never_looks(void **state)
{
    (void)state;
    config.timeout.level = TIMEOUT_OFF;
    nothing_is_recovered();
    assert_string_equal(gpu.log, "");
}

static void debug_mode_1_ignores_timeouts(void **state)
{
    (void)state;
    config.timeout.debug = TIMEOUT_DEBUG_IGNORE;
    nothing_is_recovered();
    assert_int_equal(gpu.nodes[0].preempts, 0);
}

static void level_1_stops_at_once(void **state)
{
    (void)state;
    config.timeout.level = TIMEOUT_BUGCHECK;
    begin();
    hang(&packets[0], &first);
    sched_wait_idle(gpu.sched);
    assert_int_equal(gpu.stops, 1);
    assert_non_null(strstr(gpu.log, "qpq!"));
    end();
}

/* TdrDebugMode 0: a debugger gets to look before anything is reset. */
static void debug_mode_0_breaks_before_recovery(void **state)
{
    (void)state;
    config.timeout.debug = TIMEOUT_DEBUG_BREAK;
    begin();
    hang(&packets[0], &first);
    sched_wait_idle(gpu.sched);
    assert_string_equal(gpu.log, "qpqBcdsel");
    end();
}

/* A submission that never returns is found although the hardware has nothing to be late with. */
static void stuck_submission_stops(void **state)
{
    (void)state;
    ops.stop = note_stop;
    begin();
    gpu.on_submit = stay_in_submit;
    mock_queue(&packets[0], &first, BUFFER_NS);
    sched_wait_idle(gpu.sched);
    assert_int_equal(gpu.stops, 1);
    assert_int_equal(gpu.stop_reason, SCHED_STOP_STUCK);
    assert_in_range(stop_ns, config.timeout.ddi_delay_ns,
                    config.timeout.ddi_delay_ns + DXGH_NS_PER_MS);
    end();
}

/* A thread that does not leave the driver stops the system. */
static void stuck_thread_stops(void **state)
{
    (void)state;
    ops.reset_engine = NULL;
    begin();
    gpu.stuck = true;
    hang(&packets[0], &first);
    sched_wait_idle(gpu.sched);
    assert_int_equal(gpu.stops, 1);
    assert_int_equal(gpu.stop_reason, SCHED_STOP_STUCK);
    end();
}

/* Engines that hang together with another get half a second, then they are reset too. */
static void dependent_engine_is_preempted_or_reset(void **state)
{
    (void)state;
    begin();
    gpu.dependents[0] = 3;
    hang(&packets[0], &first);
    mock_sleep(DXGH_NS_PER_S);
    hang(&packets[1], &other_node);
    mock_queue(&packets[2], &second, BUFFER_NS);
    sched_wait_idle(gpu.sched);
    assert_int_equal(gpu.nodes[0].resets, 1);
    assert_int_equal(gpu.nodes[1].resets, 1);
    assert_int_equal(gpu.losses, 2);
    assert_int_equal(gpu.offences, 1); /* the dependent engine's is not its owner's fault */
    assert_int_equal(packets[1].result, PACKET_ABORTED);
    assert_int_equal(packets[2].result, PACKET_COMPLETED);
    assert_in_range(packets[1].retired_ns, 2 * DELAY_NS + SCHED_DEPENDENT_NS,
                    2 * DELAY_NS + SCHED_DEPENDENT_NS + 10 * DXGH_NS_PER_MS);
    end();
}

/* A driver that never answers a request although nothing is left breaks a rule, and nothing else.
 */
static void unanswered_request_is_given_up(void **state)
{
    struct sched_context urgent;

    (void)state;
    begin();
    gpu.no_preempt_answer = true;
    mock_context(&urgent, 0, 7);
    mock_queue(&packets[0], &first, BUFFER_NS);
    mock_sleep(BUFFER_NS / 2);
    mock_queue(&packets[1], &urgent, BUFFER_NS);
    sched_wait_idle(gpu.sched);
    assert_int_equal(gpu.unanswered, 1);
    assert_int_equal(packets[0].result, PACKET_COMPLETED);
    assert_int_equal(packets[1].result, PACKET_COMPLETED);
    assert_int_equal(gpu.nodes[0].resets, 0);
    sched_context_fini(&urgent);
    end();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(lost_interrupt_is_found_by_the_query, set_up),
        cmocka_unit_test_setup(slow_work_is_preempted_instead_of_reset, set_up),
        cmocka_unit_test_setup(engine_reset_takes_one_device_only, set_up),
        cmocka_unit_test_setup(software_queue_of_the_lost_device_is_cancelled, set_up),
        cmocka_unit_test_setup(failed_engine_reset_becomes_an_adapter_reset, set_up),
        cmocka_unit_test_setup(adapter_reset_completes_all_fences, set_up),
        cmocka_unit_test_setup(aborted_paging_resets_the_adapter, set_up),
        cmocka_unit_test_setup(aborted_fence_out_of_range_is_refused, set_up),
        cmocka_unit_test_setup(drained_engine_costs_its_last_device, set_up),
        cmocka_unit_test_setup(sixth_timeout_in_the_window_stops, set_up),
        cmocka_unit_test_setup(debug_mode_3_has_no_limit, set_up),
        cmocka_unit_test_setup(level_0_never_looks, set_up),
        cmocka_unit_test_setup(debug_mode_1_ignores_timeouts, set_up),
        cmocka_unit_test_setup(level_1_stops_at_once, set_up),
        cmocka_unit_test_setup(engine_that_began_nothing_takes_the_adapter, set_up),
        cmocka_unit_test_setup(slow_submission_is_no_timeout, set_up),
        cmocka_unit_test_setup(healthy_dependent_engine_loses_nothing, set_up),
        cmocka_unit_test_setup(third_engine_goes_on, set_up),
        cmocka_unit_test_setup(late_answer_of_a_dependent_engine_counts, set_up),
        cmocka_unit_test_setup(preemption_without_progress_has_an_end, set_up),
        cmocka_unit_test_setup(reported_work_is_completed_by_an_adapter_reset, set_up),
        cmocka_unit_test_setup(stuck_submission_is_found_before_a_longer_delay, set_up),
        cmocka_unit_test_setup(debug_mode_0_breaks_before_recovery, set_up),
        cmocka_unit_test_setup(stuck_submission_stops, set_up),
        cmocka_unit_test_setup(stuck_thread_stops, set_up),
        cmocka_unit_test_setup(dependent_engine_is_preempted_or_reset, set_up),
        cmocka_unit_test_setup(unanswered_request_is_given_up, set_up),
    };
    return cmocka_run_group_tests_name("sched/timeout", tests, NULL, NULL);
}
