/* SPDX-License-Identifier: MIT */
/*
 * A mock GPU for the scheduler's tests: rings that run by clock events, with every way of going
 * wrong. Reports and their DPC are two steps, as on a real adapter.
 */
#ifndef TESTS_UNIT_SCHED_MOCK_H
#define TESTS_UNIT_SCHED_MOCK_H

#include "machine/heap.h"
#include "machine/schedule.h"
#include "sched/fence.h"
#include "sched/sched.h"
#include "tests/lib/test.h"

#include <string.h>

#define MOCK_RING 64u
#define MOCK_NODES 4u
#define MOCK_COMMAND_NS 1000u /* the finest thing the mock can be stopped between */

enum mock_granularity { MOCK_MID_BUFFER, MOCK_BUFFER_BOUNDARY };

struct mock_packet {
    struct packet packet;
    uint64_t duration_ns;
    bool hangs;
    bool refuse; /* prepare says no */
    bool prepared;
    uint32_t submits;
    uint32_t executions; /* to the end */
    uint32_t cancels;
    uint32_t retires;
    enum packet_result result;
    uint32_t first_fence;
    uint64_t started_ns; /* of the last execution */
    uint64_t retired_ns;
    uint64_t order; /* of retirement */
};

struct mock_node {
    struct clock_event event; /* the head ends, or a preemption takes effect */
    struct clock_event dpc;
    struct mock_packet *ring[MOCK_RING];
    uint32_t fences[MOCK_RING];
    uint32_t head;
    uint32_t tail;
    bool running;
    bool hung;
    bool preempting;
    uint32_t preemption_fence;
    uint32_t submitted; /* fence of the last submission */
    uint32_t completed; /* truth */
    uint32_t told;      /* what was reported of it */
    bool lose_next_interrupt;
    uint32_t preempts; /* calls */
    uint32_t queries;
    uint32_t resets;
};

struct mock_gpu {
    struct sched *sched;
    struct machine *machine;
    enum mock_granularity granularity;
    uint64_t dpc_delay_ns;
    bool fail_engine_reset;
    bool no_preempt_answer;
    uint64_t dependents[MOCK_NODES]; /* 0: the node itself */
    bool stuck;                      /* drain does not succeed */
    enum sched_stop stop_reason;
    uint32_t stops;
    uint32_t adapter_resets;
    uint32_t collects[2]; /* adapter, engine */
    uint32_t losses;      /* of single devices */
    uint32_t losses_of_all;
    uint32_t bad_aborted;
    uint32_t unanswered;
    struct sched_context *lost_context;
    uint32_t offences;         /* losses that the engine itself hung for */
    uint32_t aborted_override; /* what reset_engine answers instead; 0: the truth */
    uint64_t retire_order;
    char log[256];            /* one letter per call, for the order */
    uint64_t preempt_tail_ns; /* the call goes on after it was answered */
    bool points;              /* let the world go on inside the calls, as a driver does */
    void (*on_submit)(struct mock_packet *packet);
    void (*on_complete)(struct mock_packet *packet);  /* in truth, at the end of its execution */
    void (*on_forgotten)(struct mock_packet *packet); /* the hardware does not have it any more */
    void (*on_preempt)(uint32_t node, uint32_t fence);
    void (*on_lose)(struct sched_context *context, bool guilty);
    void (*on_retire)(struct mock_packet *packet);
    struct mock_node nodes[MOCK_NODES];
};

static struct mock_gpu gpu;

static inline void mock_log(char letter)
{
    size_t length = strlen(gpu.log);

    if (length + 1 < sizeof(gpu.log)) {
        gpu.log[length] = letter;
        gpu.log[length + 1] = '\0';
    }
}

static inline struct mock_packet *mock_of(struct packet *packet)
{
    return DXGH_CONTAINER_OF(packet, struct mock_packet, packet);
}

static inline uint32_t mock_ordinal(const struct mock_node *node)
{
    return (uint32_t)(node - gpu.nodes);
}

static inline void mock_point(void)
{
    if (gpu.points) {
        machine_point(gpu.machine);
    }
}

static inline void mock_queue_dpc(struct mock_node *node)
{
    if (gpu.dpc_delay_ns == 0) {
        sched_retire(gpu.sched);
    } else if (!clock_event_is_set(&node->dpc)) {
        clock_event_set(&gpu.machine->clock, &node->dpc,
                        gpu.machine->clock.now_ns + gpu.dpc_delay_ns);
    }
}

static inline void mock_dpc(struct clock_event *event)
{
    (void)event;
    sched_retire(gpu.sched);
}

static inline void mock_interrupt(struct mock_node *node)
{
    if (node->lose_next_interrupt) {
        node->lose_next_interrupt = false;
        return;
    }
    if (node->told != node->completed) {
        enum sched_report report =
            sched_report_completed(gpu.sched, mock_ordinal(node), node->completed);

        if (report > SCHED_REPORT_IGNORED) {
            fail_msg("fence %u completed: report %d, reported %u", node->completed, (int)report,
                     gpu.sched->nodes[mock_ordinal(node)].last_reported);
        }
        node->told = node->completed;
    }
    mock_queue_dpc(node);
}

static inline void mock_forget_ring(struct mock_node *node)
{
    for (; node->head != node->tail; node->head++) {
        if (gpu.on_forgotten != NULL) {
            gpu.on_forgotten(node->ring[node->head % MOCK_RING]);
        }
    }
}

static inline void mock_answer(struct mock_node *node)
{
    enum sched_report report;

    node->preempting = false;
    mock_forget_ring(node);
    node->told = node->completed;
    report = sched_report_preempted(gpu.sched, mock_ordinal(node), node->preemption_fence,
                                    node->completed);
    if (report > SCHED_REPORT_IGNORED) {
        fail_msg("preemption %u answered with completed %u: report %d, reported %u",
                 node->preemption_fence, node->completed, (int)report,
                 gpu.sched->nodes[mock_ordinal(node)].last_reported);
    }
    mock_queue_dpc(node);
}

static inline void mock_kick(struct mock_node *node)
{
    struct mock_packet *packet;

    if (node->running || node->hung || node->preempting || node->head == node->tail) {
        return;
    }
    packet = node->ring[node->head % MOCK_RING];
    packet->started_ns = gpu.machine->clock.now_ns;
    node->running = true;
    node->hung = packet->hangs;
    if (!node->hung) {
        clock_event_set(&gpu.machine->clock, &node->event,
                        gpu.machine->clock.now_ns + packet->duration_ns);
    }
}

static inline void mock_event(struct clock_event *event)
{
    struct mock_node *node = DXGH_CONTAINER_OF(event, struct mock_node, event);

    if (!node->running) {
        mock_answer(node); /* stopped between two commands */
        return;
    }
    node->running = false;
    node->ring[node->head % MOCK_RING]->executions++;
    if (gpu.on_complete != NULL) {
        gpu.on_complete(node->ring[node->head % MOCK_RING]);
    }
    node->completed = node->fences[node->head % MOCK_RING];
    node->head++;
    mock_interrupt(node);
    if (node->preempting) {
        mock_answer(node);
    }
    mock_kick(node);
}

static inline bool mock_prepare(struct packet *packet)
{
    struct mock_packet *mock = mock_of(packet);

    assert_false(mock->prepared);
    mock_point();
    mock->prepared = !mock->refuse;
    return mock->prepared;
}

static inline void mock_unprepare(struct packet *packet)
{
    assert_true(mock_of(packet)->prepared);
    mock_of(packet)->prepared = false;
}

static inline void mock_submit(struct packet *packet)
{
    struct mock_node *node = &gpu.nodes[packet->node];
    struct mock_packet *mock = mock_of(packet);

    mock_point();
    assert_true(mock->prepared);
    assert_true(node->tail - node->head < MOCK_RING);
    if (gpu.on_submit != NULL) {
        gpu.on_submit(mock);
    }
    if (mock->submits++ == 0) {
        mock->first_fence = packet->fence;
    }
    node->ring[node->tail % MOCK_RING] = mock;
    node->fences[node->tail % MOCK_RING] = packet->fence;
    node->tail++;
    node->submitted = packet->fence;
    mock_kick(node);
    mock_point();
}

static inline void mock_cancel(struct packet *packet)
{
    mock_of(packet)->cancels++;
}

static inline void mock_retire(struct packet *packet, enum packet_result result)
{
    struct mock_packet *mock = mock_of(packet);

    assert_int_equal(mock->prepared, result != PACKET_DROPPED);
    mock->prepared = false;
    mock->retires++;
    mock->result = result;
    mock->retired_ns = gpu.machine->clock.now_ns;
    mock->order = gpu.retire_order++;
    if (gpu.on_retire != NULL) {
        gpu.on_retire(mock);
    }
}

static const struct sched_ops mock_packet_ops = { .prepare = mock_prepare,
                                                  .unprepare = mock_unprepare,
                                                  .submit = mock_submit,
                                                  .cancel = mock_cancel,
                                                  .retire = mock_retire };

static inline void mock_preempt(void *context, uint32_t ordinal, uint32_t fence)
{
    struct mock_node *node = &gpu.nodes[ordinal];

    (void)context;
    mock_log('p');
    mock_point();
    if (gpu.on_preempt != NULL) {
        gpu.on_preempt(ordinal, fence);
    }
    node->preempts++;
    node->preemption_fence = fence;
    if (gpu.no_preempt_answer) {
        return;
    }
    node->preempting = true;
    if (!node->running) {
        mock_answer(node); /* nothing runs: there will be no interrupt to answer in */
    } else if (gpu.granularity == MOCK_MID_BUFFER && !node->hung) {
        struct mock_packet *packet = node->ring[node->head % MOCK_RING];

        /* What was done of it is saved, and it goes on from there the next time. */
        packet->duration_ns -=
            DXGH_MIN(gpu.machine->clock.now_ns - packet->started_ns, packet->duration_ns - 1);
        node->running = false;
        clock_event_set(&gpu.machine->clock, &node->event,
                        gpu.machine->clock.now_ns + MOCK_COMMAND_NS);
    }
    if (gpu.preempt_tail_ns > 0) {
        schedule_sleep_until(gpu.machine, gpu.machine->clock.now_ns + gpu.preempt_tail_ns);
    }
    mock_point();
}

static inline void mock_query_fence(void *context, uint32_t ordinal)
{
    struct mock_node *node = &gpu.nodes[ordinal];

    (void)context;
    mock_log('q');
    mock_point();
    node->queries++;
    if (node->told != node->completed) {
        mock_interrupt(node);
    }
}

static inline void mock_flush_dpcs(void *context)
{
    (void)context;
    sched_retire(gpu.sched);
}

static inline void mock_collect(void *context, uint32_t node, enum sched_timeout reason)
{
    (void)context;
    (void)node;
    mock_log(reason == SCHED_TIMEOUT_ADAPTER ? 'C' : 'c');
    gpu.collects[reason == SCHED_TIMEOUT_ENGINE]++;
}

static inline void mock_stop(void *context, uint32_t node, enum sched_stop why,
                             const struct fiber *stuck)
{
    (void)context;
    (void)node;
    (void)stuck;
    mock_log('!');
    gpu.stops++;
    gpu.stop_reason = why;
}

static inline void mock_break_in(void *context, uint32_t node)
{
    (void)context;
    (void)node;
    mock_log('B');
}

static inline void mock_lose_owners(void *context)
{
    (void)context;
    mock_log('o');
}

static inline uint64_t mock_dependents(void *context, uint32_t node)
{
    (void)context;
    mock_log('d');
    return gpu.dependents[node] != 0 ? gpu.dependents[node] : UINT64_C(1) << node;
}

static inline void mock_engine_status(void *context, uint32_t node)
{
    (void)context;
    (void)node;
    mock_log('s');
}

static inline void mock_clear(struct mock_node *node)
{
    (void)clock_event_cancel(&gpu.machine->clock, &node->event);
    mock_forget_ring(node);
    node->running = false;
    node->hung = false;
    node->preempting = false;
}

static inline bool mock_reset_engine(void *context, uint32_t ordinal, uint32_t *aborted)
{
    struct mock_node *node = &gpu.nodes[ordinal];

    (void)context;
    mock_log('e');
    mock_point();
    if (gpu.fail_engine_reset) {
        return false;
    }
    node->resets++;
    if (node->head != node->tail) {
        node->completed = node->fences[node->head % MOCK_RING];
    }
    node->told = node->completed;
    *aborted = gpu.aborted_override != 0 ? gpu.aborted_override : node->completed;
    mock_clear(node);
    return true;
}

static inline void mock_bad_aborted(void *context, uint32_t node, uint32_t fence,
                                    uint32_t completed)
{
    (void)context;
    (void)node;
    (void)fence;
    (void)completed;
    gpu.bad_aborted++;
}

static inline void mock_lose(void *context, struct sched_context *guilty, bool offender)
{
    (void)context;
    mock_log('l');
    gpu.losses++;
    gpu.offences += offender;
    gpu.lost_context = guilty;
    if (gpu.on_lose != NULL) {
        gpu.on_lose(guilty, true);
    }
    sched_context_abort(guilty);
}

static inline enum sched_drain_result mock_drain(void *context, uint64_t deadline_ns)
{
    (void)context;
    (void)deadline_ns;
    mock_log('D');
    return gpu.stuck ? SCHED_DRAIN_STUCK : SCHED_DRAINED;
}

static inline void mock_reset(void *context)
{
    (void)context;
    mock_log('R');
    gpu.adapter_resets++;
    for (uint32_t i = 0; i < gpu.sched->node_count; i++) {
        struct mock_node *node = &gpu.nodes[i];

        node->completed = node->submitted;
        node->told = node->completed;
        mock_clear(node);
    }
}

static inline void mock_lose_all(void *context, struct sched_context *guilty)
{
    (void)context;
    mock_log('L');
    gpu.losses_of_all++;
    gpu.lost_context = guilty;
    LIST_FOR_EACH(link, &gpu.sched->contexts) {
        struct sched_context *one = LIST_ENTRY_OF(link, struct sched_context, member);

        if (one->owner != NULL) {
            if (gpu.on_lose != NULL) {
                gpu.on_lose(one, false);
            }
            sched_context_lose(one);
        }
    }
}

static inline void mock_clean_up(void *context)
{
    (void)context;
    mock_log('u');
}

static inline void mock_restart(void *context)
{
    (void)context;
    mock_log('S');
}

static inline void mock_restarted(void *context)
{
    (void)context;
}

static inline void mock_unanswered(void *context, uint32_t node, uint32_t fence, bool of_nothing)
{
    (void)of_nothing;
    (void)context;
    (void)node;
    (void)fence;
    gpu.unanswered++;
}

static const struct sched_engine_ops mock_engine_ops = {
    .preempt = mock_preempt,
    .query_fence = mock_query_fence,
    .unanswered = mock_unanswered,
    .flush_dpcs = mock_flush_dpcs,
    .collect = mock_collect,
    .stop = mock_stop,
    .break_in = mock_break_in,
    .lose_owners = mock_lose_owners,
    .dependents = mock_dependents,
    .engine_status = mock_engine_status,
    .reset_engine = mock_reset_engine,
    .bad_aborted = mock_bad_aborted,
    .lose = mock_lose,
    .drain = mock_drain,
    .reset = mock_reset,
    .lose_all = mock_lose_all,
    .clean_up = mock_clean_up,
    .restart = mock_restart,
    .restarted = mock_restarted,
};

/* A machine, a scheduler and a GPU behind it. The caller's machine lives until mock_tear_down. */
static inline void mock_set_up(const struct machine_config *machine, uint32_t nodes,
                               const struct sched_config *config,
                               const struct sched_engine_ops *ops)
{
    memset(&gpu, 0, sizeof(gpu));
    gpu.machine = machine_create(machine);
    assert_non_null(gpu.machine);
    gpu.sched = sched_create(gpu.machine, nodes);
    for (uint32_t i = 0; i < nodes; i++) {
        gpu.nodes[i].event.fire = mock_event;
        gpu.nodes[i].dpc.fire = mock_dpc;
    }
    sched_attach(gpu.sched, ops, NULL, config);
}

static inline void mock_tear_down(void)
{
    sched_wait_idle(gpu.sched);
    for (uint32_t i = 0; i < MOCK_NODES; i++) {
        (void)clock_event_cancel(&gpu.machine->clock, &gpu.nodes[i].dpc);
    }
    sched_destroy(gpu.sched);
    machine_destroy(gpu.machine);
}

static inline void mock_context(struct sched_context *context, uint32_t node, int priority)
{
    sched_context_init(gpu.sched, context, node, SCHED_CLASS_NORMAL, priority);
    context->owner = context;
}

static inline void mock_packet(struct mock_packet *mock, struct sched_context *context,
                               uint64_t duration_ns)
{
    *mock = (struct mock_packet){ .packet = { .ops = &mock_packet_ops,
                                              .context = context,
                                              .kind = PACKET_RENDER,
                                              .node = context != NULL ? context->node : 0 },
                                  .duration_ns = duration_ns };
}

static inline void mock_queue(struct mock_packet *mock, struct sched_context *context,
                              uint64_t duration_ns)
{
    mock_packet(mock, context, duration_ns);
    sched_packet_queue(gpu.sched, &mock->packet);
}

static inline void mock_sleep(uint64_t duration_ns)
{
    schedule_sleep_until(gpu.machine, gpu.machine->clock.now_ns + duration_ns);
}

#endif /* TESTS_UNIT_SCHED_MOCK_H */
