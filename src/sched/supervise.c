/* SPDX-License-Identifier: MIT */
/*
 * The supervisor: one thread per adapter that calls the driver for preemption, gives held packets
 * back, and finds out when the hardware does not answer.
 *
 * One alarm per adapter, armed only while a packet is with the hardware or on its way there, at the
 * earliest moment something can be overdue. A packet that finishes in time costs nothing.
 *
 *   oldest packet runs TdrDelay --> query the fence --> still there: preempt
 *   request unanswered TdrDelay --> query the fence --> still there: recover
 *
 * Source: display/timeout-detection-and-recovery.md. Choice: TdrDelay is also the time after which
 * a packet is looked at, and the fence is queried before each of the two steps.
 */
#include "machine/schedule.h"
#include "machine/watchdog.h"
#include "sched/sched_private.h"
#include "trace/trace.h"

static void on_alarm(struct clock_event *event)
{
    supervisor_wake(DXGH_CONTAINER_OF(event, struct sched, alarm));
}

void supervisor_wake(struct sched *sched)
{
    sched->supervise = true;
    wait_queue_wake(sched->machine, &sched->watch);
}

static bool detects(const struct sched *sched)
{
    return sched->engine_ops != NULL && sched->config.timeout.level != TIMEOUT_OFF;
}

static void arm(struct sched *sched, uint64_t due_ns)
{
    sched->alarm.fire = on_alarm;
    watchdog_progress(sched->machine, due_ns); /* however far away: something will happen then */
    clock_event_set(&sched->machine->clock, &sched->alarm, due_ns);
}

void supervisor_watch(struct sched *sched)
{
    const struct timeout_config *config = &sched->config.timeout;

    if (DXGH_UNLIKELY(!clock_event_is_set(&sched->alarm)) && detects(sched)) {
        arm(sched, sched->machine->clock.now_ns + DXGH_MIN(config->delay_ns, config->ddi_delay_ns));
    }
}

static struct packet *first_held(struct sched_node *node)
{
    LIST_FOR_EACH(link, &node->held) {
        struct packet *packet = LIST_ENTRY_OF(link, struct packet, link);

        if (packet->kind == PACKET_PAGING) {
            return packet;
        }
    }
    return LIST_ENTRY_OF(node->held.next, struct packet, link);
}

/* Held packets go before all others. Paging keeps its fence, and so comes before what needs a new
 * one. */
static void give_back(struct sched *sched, struct sched_node *node)
{
    bool any = false;

    while (!list_is_empty(&node->held) &&
           (sched->alone == 0 || first_held(node)->kind == PACKET_PAGING) && !node->submitting &&
           node->state == NODE_RUNNING && node->preemption == PREEMPTION_NONE && !node->quiesced &&
           node->submitted_count < sched->config.hardware_depth) {
        packet_resubmit(sched, first_held(node));
        any = true;
    }
    if (any) {
        node_wake(sched, node);
    }
}

/* What a node that is well has for its supervisor. */
static void tend(struct sched *sched, struct sched_node *node)
{
    if (node->preemption == PREEMPTION_WANTED && node->state == NODE_RUNNING) {
        preemption_request(sched, node);
    }
    give_back(sched, node);
}

bool supervisor_wait(struct sched *sched, uint64_t deadline_ns)
{
    if (sched->machine->clock.now_ns >= deadline_ns) {
        return false;
    }
    arm(sched, deadline_ns);
    WAIT_UNTIL(sched->machine, &sched->watch, sched->supervise);
    sched->supervise = false;
    for (uint32_t i = 0; i < sched->node_count; i++) {
        tend(sched, &sched->nodes[i]); /* whom the recovery does not concern */
    }
    return sched->machine->clock.now_ns < deadline_ns;
}

/* Since when the hardware may be at what it has to do now. */
static uint64_t busy_since(const struct sched_node *node)
{
    return node->preemption != PREEMPTION_NONE ? node->preemption_since_ns : node->head_since_ns;
}

/* When the hardware will be overdue if nothing happens; CLOCK_NEVER: it has nothing to be late
 * with. A preemption that is only wanted waits for the turn, not for the hardware. */
static uint64_t hardware_deadline(const struct sched *sched, const struct sched_node *node)
{
    if (node->state != NODE_RUNNING || node->preemption == PREEMPTION_WANTED) {
        return CLOCK_NEVER;
    }
    if (node->preemption == PREEMPTION_NONE && list_is_empty(&node->submitted)) {
        return CLOCK_NEVER;
    }
    return busy_since(node) == node->ignored_since_ns
               ? CLOCK_NEVER
               : busy_since(node) + sched->config.timeout.delay_ns;
}

/* And when a thread will have been inside DxgkDdiPatch or DxgkDdiSubmitCommand for too long. */
static uint64_t turn_deadline(const struct sched *sched, const struct sched_node *node)
{
    return node->submitting ? node->turn_since_ns + sched->config.timeout.ddi_delay_ns
                            : CLOCK_NEVER;
}

static void arm_for_nodes(struct sched *sched)
{
    uint64_t earliest_ns = CLOCK_NEVER;

    (void)clock_event_cancel(&sched->machine->clock, &sched->alarm);
    for (uint32_t i = 0; i < sched->node_count; i++) {
        const struct sched_node *node = &sched->nodes[i];

        earliest_ns = DXGH_MIN(earliest_ns, hardware_deadline(sched, node));
        earliest_ns = DXGH_MIN(earliest_ns, turn_deadline(sched, node));
    }
    if (earliest_ns != CLOCK_NEVER) {
        arm(sched, earliest_ns);
    }
}

static void recover(struct sched *sched, struct sched_node *node)
{
    uint32_t ordinal = node_ordinal(sched, node);
    bool whole =
        sched->engine_ops->reset_engine == NULL || (sched->forced_adapter >> ordinal & 1) != 0;

    trace_emit(sched->machine, TRACE_TIMEOUT, ordinal, node->last_reported, node->last_submitted);
    if (sched->config.timeout.level == TIMEOUT_BUGCHECK) {
        sched->engine_ops->stop(sched->engine_context, ordinal, SCHED_STOP_WANTED, NULL);
    }
    if (sched->config.timeout.debug == TIMEOUT_DEBUG_BREAK) {
        sched->engine_ops->break_in(sched->engine_context, ordinal);
    }
    sched->recovering = true;
    if (whole || !engine_reset(sched, node)) {
        sched->promoted = !whole;
        adapter_reset(sched, node);
    }
    sched->promoted = false;
    sched->recovering = false;
    sched->supervise = true; /* whatever was put off meanwhile */
    wait_queue_wake(sched->machine, &sched->retired);
}

static void check_turn(struct sched *sched, struct sched_node *node)
{
    if (turn_deadline(sched, node) > sched->machine->clock.now_ns) {
        return;
    }
    node->turn_since_ns = sched->machine->clock.now_ns;
    if (sched->config.timeout.debug != TIMEOUT_DEBUG_IGNORE) {
        sched->engine_ops->stop(sched->engine_context, node_ordinal(sched, node), SCHED_STOP_STUCK,
                                node->submitter);
    }
}

static void check_hardware(struct sched *sched, struct sched_node *node)
{
    struct machine *machine = sched->machine;
    uint32_t ordinal = node_ordinal(sched, node);

    if (hardware_deadline(sched, node) > machine->clock.now_ns) {
        return;
    }
    trace_emit(machine, TRACE_OVERDUE, ordinal, node->last_reported, node->last_submitted);
    sched->engine_ops->query_fence(sched->engine_context, ordinal);
    sched->engine_ops->flush_dpcs(sched->engine_context);
    if (hardware_deadline(sched, node) > machine->clock.now_ns) {
        return; /* it was only the interrupt that was lost, or the work is done now */
    }
    if (sched->config.timeout.debug == TIMEOUT_DEBUG_IGNORE) {
        node->ignored_since_ns = busy_since(node);
    } else if (node->preemption == PREEMPTION_NONE && sched->engine_ops->preempt != NULL &&
               node->fruitless_count++ < SCHED_FRUITLESS_MAX) {
        preemption_want(sched, node);
        preemption_request(sched, node);
    } else {
        recover(sched, node);
    }
}

static void serve_forced(struct sched *sched, struct sched_node *node)
{
    uint64_t bit = UINT64_C(1) << node_ordinal(sched, node);

    if ((sched->forced & bit) == 0) {
        return;
    }
    recover(sched, node);
    sched->forced &= ~bit;
    sched->forced_adapter &= ~bit;
    wait_queue_wake(sched->machine, &sched->retired);
}

bool sched_force_timeout(struct sched *sched, uint32_t node, bool whole_adapter)
{
    DXGH_ASSERT(node < sched->node_count);
    if (!detects(sched)) {
        return false;
    }
    sched->forced |= UINT64_C(1) << node;
    sched->forced_adapter |= (uint64_t)whole_adapter << node;
    supervisor_wake(sched);
    WAIT_UNTIL(sched->machine, &sched->retired, (sched->forced & (UINT64_C(1) << node)) == 0);
    return true;
}

static void serve(struct sched *sched)
{
    for (uint32_t i = 0; i < sched->node_count; i++) {
        struct sched_node *node = &sched->nodes[i];

        tend(sched, node);
        if (detects(sched)) {
            serve_forced(sched, node);
            check_turn(sched, node);
            check_hardware(sched, node);
        }
    }
    if (detects(sched)) {
        arm_for_nodes(sched);
    }
}

void supervisor_main(void *argument)
{
    struct sched *sched = argument;

    while (!sched->stopping) {
        WAIT_UNTIL(sched->machine, &sched->watch, sched->supervise || sched->stopping);
        sched->supervise = false;
        if (!sched->stopping) {
            serve(sched);
        }
    }
    (void)clock_event_cancel(&sched->machine->clock, &sched->alarm);
    sched_fiber_end(sched);
}
