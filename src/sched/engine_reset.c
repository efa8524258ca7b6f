/* SPDX-License-Identifier: MIT */
/*
 * Reset of one engine while the others keep running.
 *
 * Source: display/tdr-changes-in-windows-8.md ("engine reset")
 */
#include "sched/sched_private.h"
#include "trace/trace.h"

void node_stop(struct sched *sched, struct sched_node *node)
{
    uint64_t deadline_ns = sched->machine->clock.now_ns + sched->config.timeout.ddi_delay_ns;

    node->state = NODE_STOPPING;
    while (node->submitting) {
        if (!supervisor_wait(sched, deadline_ns) && node->submitting) {
            sched->engine_ops->stop(sched->engine_context, node_ordinal(sched, node),
                                    SCHED_STOP_STUCK, node->submitter);
            return;
        }
    }
}

static void node_run(struct sched *sched, struct sched_node *node)
{
    node->state = NODE_RUNNING;
    node->head_since_ns = sched->machine->clock.now_ns;
    node->fruitless_count = 0;
    node_wake(sched, node);
}

void node_excuse(struct sched *sched, struct sched_node *node)
{
    bool overdue =
        sched->machine->clock.now_ns >= node->preemption_since_ns + sched->config.timeout.delay_ns;

    if (node->preemption == PREEMPTION_REQUESTED && overdue) {
        sched->engine_ops->unanswered(sched->engine_context, node_ordinal(sched, node),
                                      node->preemption_fence, node->preemption_of_nothing);
        preemption_forget(sched, node);
    }
}

static struct packet *find_submitted(const struct sched_node *node, uint32_t fence)
{
    LIST_FOR_EACH(link, &node->submitted) {
        struct packet *packet = LIST_ENTRY_OF(link, struct packet, link);

        if (packet->fence == fence) {
            return packet;
        }
    }
    return NULL;
}

/* The hardware went through everything before the aborted packet. Returns: whose packet that was.
 */
static struct sched_context *settle_executed(struct sched *sched, struct sched_node *node,
                                             uint32_t aborted)
{
    struct sched_context *guilty = NULL;

    node->last_reported = aborted;
    node->last_completed = aborted;
    while (!list_is_empty(&node->submitted)) {
        struct packet *packet = LIST_ENTRY_OF(node->submitted.next, struct packet, link);
        bool is_aborted = packet->fence == aborted;

        if (fence_precedes(aborted, packet->fence)) {
            break;
        }
        guilty = packet->context;
        packet_withdraw(node, packet);
        packet_leave(sched, packet, is_aborted ? PACKET_ABORTED : PACKET_COMPLETED);
    }
    return guilty;
}

/* What the hardware had not begun: to be submitted again. */
static void take_back_rest(struct sched *sched, struct sched_node *node)
{
    preemption_forget(sched, node);
    sched->preemptions++;
    node->preemption = PREEMPTION_ANSWERED;
    preemption_take_back(sched, node);
}

static void finish(struct sched *sched, struct sched_node *node, uint32_t aborted,
                   uint32_t completed, bool offender)
{
    struct sched_context *guilty;

    trace_emit(sched->machine, TRACE_ENGINE_RESET, node_ordinal(sched, node), aborted, completed);
    node->aborted_first = aborted - 1;
    node->aborted_last = aborted;
    node->reset_count++;
    node->adapter_was_reset = false;
    node->loaded = NULL;
    guilty = settle_executed(sched, node, aborted);
    if (guilty != NULL) {
        sched->engine_ops->lose(sched->engine_context, guilty, offender);
    }
    take_back_rest(sched, node);
    node_run(sched, node);
    wait_queue_wake(sched->machine, &sched->retired);
}

/*
 * @offender: this engine hung; else it is reset since it could not be preempted beside one that did
 * Returns: false when the adapter must be reset instead. That is so as well when the driver names
 * no packet that was with the hardware: whatever keeps the engine would keep it again. Choice.
 */
static bool reset_one(struct sched *sched, struct sched_node *node, uint32_t submitted,
                      uint32_t completed, bool offender)
{
    const struct sched_engine_ops *ops = sched->engine_ops;
    uint32_t ordinal = node_ordinal(sched, node);
    uint32_t aborted = completed;
    const struct packet *packet;

    ops->engine_status(sched->engine_context, ordinal);
    if (!ops->reset_engine(sched->engine_context, ordinal, &aborted)) {
        return false;
    }
    if (fence_precedes(aborted, completed) || fence_precedes(submitted, aborted)) {
        ops->bad_aborted(sched->engine_context, ordinal, aborted, completed);
        return false;
    }
    packet = find_submitted(node, aborted);
    if (packet == NULL) {
        return false;
    }
    if (packet->kind == PACKET_PAGING) {
        ops->lose_owners(sched->engine_context);
        return false; /* memory is in an unknown state */
    }
    finish(sched, node, aborted, completed, offender);
    return true;
}

static bool is_settled(const struct sched_node *node)
{
    return list_is_empty(&node->submitted) && node->preemption == PREEMPTION_NONE &&
           !node->submitting;
}

/* The next dependent engine from ordinal *i on that still has something. NULL: none. */
static struct sched_node *next_unsettled(struct sched *sched, uint64_t mask, uint32_t *i)
{
    for (; *i < sched->node_count; ++*i) {
        struct sched_node *node = &sched->nodes[*i];

        if ((mask >> *i & 1) != 0 && node->state == NODE_RUNNING && !is_settled(node)) {
            return node;
        }
    }
    return NULL;
}

/* Whether something is left to wait for. */
static bool preempt_dependents(struct sched *sched, uint64_t mask)
{
    struct sched_node *node;
    bool waiting = false;

    for (uint32_t i = 0; (node = next_unsettled(sched, mask, &i)) != NULL; i++) {
        waiting = true;
        preemption_want(sched, node);
        if (node->preemption == PREEMPTION_WANTED) {
            preemption_request(sched, node);
        }
    }
    return waiting;
}

static void quiesce(struct sched *sched, uint64_t mask, bool quiesced)
{
    for (uint32_t i = 0; i < sched->node_count; i++) {
        if ((mask >> i & 1) != 0) {
            sched->nodes[i].quiesced = quiesced;
            if (!quiesced) {
                node_wake(sched, &sched->nodes[i]);
            }
        }
    }
}

/* The other engines of the group lose their state with this one: they are preempted first, and one
 * that does not answer is reset as well. */
static bool clear_dependents(struct sched *sched, uint64_t mask)
{
    uint64_t deadline_ns = sched->machine->clock.now_ns + SCHED_DEPENDENT_NS;
    struct sched_node *node;

    while (preempt_dependents(sched, mask) && supervisor_wait(sched, deadline_ns)) {
    }
    for (uint32_t i = 0; (node = next_unsettled(sched, mask, &i)) != NULL; i++) {
        node_stop(sched, node);
        sched_retire(sched);
        if (list_is_empty(&node->submitted)) {
            node_run(sched, node); /* it only has to answer yet, and has TdrDelay for that */
            continue;
        }
        node->state = NODE_RESETTING;
        if (!reset_one(sched, node, node->last_submitted, node->last_reported, false)) {
            return false;
        }
    }
    return true;
}

static bool reset_group(struct sched *sched, struct sched_node *node, uint32_t submitted,
                        uint32_t completed)
{
    uint64_t mask =
        sched->engine_ops->dependents(sched->engine_context, node_ordinal(sched, node)) &
        ~(UINT64_C(1) << node_ordinal(sched, node));
    bool done;

    quiesce(sched, mask, true);
    done = clear_dependents(sched, mask) && reset_one(sched, node, submitted, completed, true);
    quiesce(sched, mask, false);
    return done;
}

bool engine_reset(struct sched *sched, struct sched_node *node)
{
    const struct sched_engine_ops *ops = sched->engine_ops;
    uint32_t ordinal = node_ordinal(sched, node);
    uint32_t submitted;
    uint32_t completed;

    node_stop(sched, node);
    sched_retire(sched);
    /* No point between here and the next state: what an interrupt changes is all in or all out. */
    if (list_is_empty(&node->submitted)) {
        node_excuse(sched, node);
        node_run(sched, node);
        return true;
    }
    submitted = node->last_submitted;
    completed = node->last_reported;
    node->state = NODE_RESETTING;
    ops->flush_dpcs(sched->engine_context);
    ops->collect(sched->engine_context, ordinal, SCHED_TIMEOUT_ENGINE);
    return reset_group(sched, node, submitted, completed);
}
