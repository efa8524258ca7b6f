/* SPDX-License-Identifier: MIT */
/* The GPU scheduler over a mock GPU: a clock event per packet that reports its fence. */
#include "sched/sched.h"

#include "machine/heap.h"
#include "machine/schedule.h"
#include "tests/lib/test.h"

#define PACKETS 64u
#define EXECUTION_NS 1000u

struct mock_packet {
    struct packet packet;
    struct clock_event done;
    bool refuse;
    enum packet_result result;
    uint32_t retired;
};

static struct sched *sched;
static struct mock_packet packets[PACKETS];
static uint64_t order[PACKETS];
static uint32_t order_count;
static uint32_t in_hardware;
static uint32_t in_hardware_most;

static struct mock_packet *mock_of(struct packet *packet)
{
    return DXGH_CONTAINER_OF(packet, struct mock_packet, packet);
}

static void gpu_done(struct clock_event *event)
{
    struct mock_packet *mock = DXGH_CONTAINER_OF(event, struct mock_packet, done);

    assert_int_equal(sched_report_completed(sched, mock->packet.node, mock->packet.fence),
                     SCHED_REPORT_OK);
    sched_retire(sched);
}

static bool prepare(struct packet *packet)
{
    return !mock_of(packet)->refuse;
}

static void patch(struct packet *packet)
{
    assert_int_equal(packet->fence, sched->nodes[packet->node].last_submitted + 1);
}

static void submit(struct packet *packet)
{
    struct machine *machine = sched->machine;

    in_hardware++;
    in_hardware_most = DXGH_MAX(in_hardware_most, in_hardware);
    mock_of(packet)->done.fire = gpu_done;
    clock_event_set(&machine->clock, &mock_of(packet)->done,
                    machine->clock.now_ns + EXECUTION_NS * (1 + in_hardware));
}

static void retire(struct packet *packet, enum packet_result result)
{
    struct mock_packet *mock = mock_of(packet);

    mock->retired++;
    mock->result = result;
    if (result == PACKET_COMPLETED) {
        in_hardware--;
    }
    order[order_count++] = packet->id;
}

static const struct sched_ops ops = { .prepare = prepare,
                                      .patch = patch,
                                      .submit = submit,
                                      .retire = retire };

static int set_up(void **state)
{
    struct machine *machine = machine_create(NULL);

    if (machine == NULL) {
        return 1;
    }
    *state = machine;
    sched = sched_create(machine, 2);
    order_count = 0;
    in_hardware = 0;
    in_hardware_most = 0;
    for (uint32_t i = 0; i < PACKETS; i++) {
        packets[i] = (struct mock_packet){ .packet = { .ops = &ops, .kind = PACKET_RENDER } };
    }
    return 0;
}

static int tear_down(void **state)
{
    sched_wait_idle(sched);
    sched_destroy(sched);
    machine_destroy(*state);
    return 0;
}

/* Packets of a node retire in the order they were queued, each once, fences ascending from 1. */
static void packets_of_a_node_retire_in_order(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < PACKETS; i++) {
        sched_packet_queue(sched, &packets[i].packet);
    }
    sched_wait_idle(sched);
    assert_int_equal(order_count, PACKETS);
    for (uint32_t i = 0; i < PACKETS; i++) {
        assert_int_equal(order[i], i);
        assert_int_equal(packets[i].packet.fence, i + 1);
        assert_int_equal(packets[i].retired, 1);
        assert_int_equal(packets[i].result, PACKET_COMPLETED);
    }
    assert_int_equal(sched->nodes[0].last_completed, PACKETS);
}

/* The hardware never holds more than its depth, and is kept busy up to it. */
static void hardware_queue_is_kept_full_and_no_fuller(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < PACKETS; i++) {
        sched_packet_queue(sched, &packets[i].packet);
    }
    sched_wait_idle(sched);
    assert_int_equal(in_hardware_most, SCHED_HARDWARE_DEPTH);
}

/* Each node has its own sequence of fences. */
static void fences_are_per_node(void **state)
{
    (void)state;
    packets[1].packet.node = 1;
    sched_packet_queue(sched, &packets[0].packet);
    sched_packet_queue(sched, &packets[1].packet);
    sched_wait_idle(sched);
    assert_int_equal(packets[0].packet.fence, 1);
    assert_int_equal(packets[1].packet.fence, 1);
    assert_int_equal(sched->nodes[0].last_completed, 1);
    assert_int_equal(sched->nodes[1].last_completed, 1);
}

/* A packet that cannot be prepared is dropped, uses no fence, and does not stop the next. */
static void packet_that_cannot_be_prepared_is_dropped(void **state)
{
    (void)state;
    packets[0].refuse = true;
    sched_packet_queue(sched, &packets[0].packet);
    sched_packet_queue(sched, &packets[1].packet);
    sched_wait_idle(sched);
    assert_int_equal(packets[0].result, PACKET_DROPPED);
    assert_int_equal(packets[1].result, PACKET_COMPLETED);
    assert_int_equal(packets[1].packet.fence, 1);
}

/* Wrong reports are told apart and change nothing. */
static void wrong_reports_change_nothing(void **state)
{
    (void)state;
    sched_packet_queue(sched, &packets[0].packet);
    sched_wait_idle(sched);
    assert_int_equal(sched_report_completed(sched, 2, 1), SCHED_REPORT_BAD_NODE);
    assert_int_equal(sched_report_completed(sched, 0, 1), SCHED_REPORT_STALE);
    assert_int_equal(sched_report_completed(sched, 0, 0), SCHED_REPORT_STALE);
    assert_int_equal(sched_report_completed(sched, 0, 2), SCHED_REPORT_AHEAD);
    assert_int_equal(sched_report_completed(sched, 1, 1), SCHED_REPORT_AHEAD);
    assert_int_equal(sched->nodes[0].last_reported, 1);
    assert_int_equal(sched->nodes[1].last_reported, 0);
}

/* Fence ids go on through 2^32. */
static void fences_wrap_around(void **state)
{
    (void)state;
    sched->nodes[0].last_fence = UINT32_MAX - 2;
    sched->nodes[0].last_submitted = UINT32_MAX - 2;
    sched->nodes[0].last_reported = UINT32_MAX - 2;
    sched->nodes[0].last_completed = UINT32_MAX - 2;
    for (uint32_t i = 0; i < 6; i++) {
        sched_packet_queue(sched, &packets[i].packet);
    }
    sched_wait_idle(sched);
    assert_int_equal(order_count, 6);
    assert_int_equal(packets[1].packet.fence, UINT32_MAX);
    assert_int_equal(packets[2].packet.fence, 0);
    assert_int_equal(sched->nodes[0].last_completed, 3);
}

/* A packet run at once has retired when the call returns, ahead of what waits in the queue. */
static void packet_run_now_is_done_on_return(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < 40; i++) {
        sched_packet_queue(sched, &packets[i].packet);
    }
    packets[40].packet.kind = PACKET_PAGING;
    sched_packet_run_now(sched, &packets[40].packet);
    assert_int_equal(packets[40].retired, 1);
    assert_true(order_count < 41);
}

/* What a suspended context queued waits; others run; it goes on, and in order. */
static void suspended_context_waits_alone(void **state)
{
    struct machine *machine = *state;
    struct sched_context context;

    sched_context_init(sched, &context, 0, SCHED_CLASS_NORMAL, 0);
    sched_context_suspend(&context, true);
    for (uint32_t i = 0; i < 3; i++) {
        packets[i].packet.context = &context;
        sched_packet_queue(sched, &packets[i].packet);
    }
    sched_packet_queue(sched, &packets[3].packet);
    schedule_sleep_until(machine, machine->clock.now_ns + DXGH_NS_PER_MS);
    assert_int_equal(packets[3].result, PACKET_COMPLETED);
    assert_int_equal(order_count, 1);
    sched_context_suspend(&context, false);
    sched_wait_idle(sched);
    assert_int_equal(order_count, 4);
    assert_int_equal(order[1], 0);
    assert_int_equal(order[3], 2);
    sched_context_fini(&context);
}

/* A context that is lost does not stay suspended: what it queued has to go. */
static void lost_context_goes_on(void **state)
{
    struct sched_context context;

    (void)state;
    sched_context_init(sched, &context, 0, SCHED_CLASS_NORMAL, 0);
    sched_context_suspend(&context, true);
    packets[0].packet.context = &context;
    packets[0].refuse = true; /* as a lost device's are */
    sched_packet_queue(sched, &packets[0].packet);
    sched_context_lose(&context);
    sched_wait_idle(sched);
    assert_int_equal(packets[0].result, PACKET_DROPPED);
    sched_context_fini(&context);
}

/* A suspended scheduler hands out nothing until its time is over, or it is told to go on. */
static void suspended_scheduler_goes_on_by_itself(void **state)
{
    struct machine *machine = *state;
    uint64_t start_ns = machine->clock.now_ns;

    sched_suspend(sched, 5 * DXGH_NS_PER_MS);
    sched_packet_queue(sched, &packets[0].packet);
    sched_wait_idle(sched);
    assert_true(machine->clock.now_ns >= start_ns + 5 * DXGH_NS_PER_MS);
    assert_int_equal(packets[0].result, PACKET_COMPLETED);
    sched_suspend(sched, DXGH_NS_PER_S);
    sched_packet_queue(sched, &packets[1].packet);
    sched_suspend(sched, 0);
    sched_wait_idle(sched);
    assert_true(machine->clock.now_ns < start_ns + DXGH_NS_PER_S);
}

/* An idle scheduler leaves nothing of the machine's heap behind. */
static void scheduler_returns_its_memory(void **state)
{
    struct machine *machine = *state;
    uint64_t before = machine_heap_count(machine);
    struct sched *other = sched_create(machine, 4);

    sched_destroy(other);
    assert_int_equal(machine_heap_count(machine), before); /* threads are made on first use */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(packets_of_a_node_retire_in_order, set_up, tear_down),
        cmocka_unit_test_setup_teardown(hardware_queue_is_kept_full_and_no_fuller, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(fences_are_per_node, set_up, tear_down),
        cmocka_unit_test_setup_teardown(packet_that_cannot_be_prepared_is_dropped, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(wrong_reports_change_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(fences_wrap_around, set_up, tear_down),
        cmocka_unit_test_setup_teardown(packet_run_now_is_done_on_return, set_up, tear_down),
        cmocka_unit_test_setup_teardown(suspended_context_waits_alone, set_up, tear_down),
        cmocka_unit_test_setup_teardown(lost_context_goes_on, set_up, tear_down),
        cmocka_unit_test_setup_teardown(suspended_scheduler_goes_on_by_itself, set_up, tear_down),
        cmocka_unit_test_setup_teardown(scheduler_returns_its_memory, set_up, tear_down),
    };
    return cmocka_run_group_tests_name("sched/sched", tests, NULL, NULL);
}
