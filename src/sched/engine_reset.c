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
                                    SCHED_STOP_STUCK);
            return;
        }
    }
}

static void node_run(struct sched *sched, struct sched_node *node)
{
    preemption_forget(sched, node);
    node->state = NODE_RUNNING;
    node->head_since_ns = sched->machine->clock.now_ns;
    node_wake(sched, node);
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
    /* The queue may have drained by itself: then the last packet's device fails nevertheless. */
    struct sched_context *guilty = node->last_context;

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
                   uint32_t completed)
{
    struct sched_context *guilty;

    trace_emit(sched->machine, TRACE_ENGINE_RESET, node_ordinal(sched, node), aborted, completed);
    node->aborted_first = aborted - 1;
    node->aborted_last = aborted;
    node->reset_count++;
    node->loaded = NULL;
    guilty = settle_executed(sched, node, aborted);
    if (guilty != NULL) {
        sched->engine_ops->lose(sched->engine_context, guilty);
    }
    take_back_rest(sched, node);
    node_run(sched, node);
    wait_queue_wake(sched->machine, &sched->retired);
}

/* Returns: false when the adapter must be reset instead. */
static bool reset_one(struct sched *sched, struct sched_node *node, uint32_t submitted,
                      uint32_t completed)
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
    if (packet != NULL && packet->kind == PACKET_PAGING) {
        ops->lose_owners(sched->engine_context, packet);
        return false; /* memory is in an unknown state */
    }
    finish(sched, node, aborted, completed);
    return true;
}

static bool is_settled(const struct sched_node *node)
{
    return list_is_empty(&node->submitted) && node->preemption == PREEMPTION_NONE;
}

/* The other engines of the group lose their state with this one: they are preempted first, and one
 * that does not answer is reset as well. */
static bool clear_dependents(struct sched *sched, uint64_t mask)
{
    uint64_t deadline_ns = sched->machine->clock.now_ns + SCHED_DEPENDENT_NS;
    bool waiting;

    do {
        waiting = false;
        for (uint32_t i = 0; i < sched->node_count; i++) {
            struct sched_node *other = &sched->nodes[i];

            if ((mask >> i & 1) == 0 || other->state != NODE_RUNNING || is_settled(other)) {
                continue;
            }
            waiting = true;
            preemption_want(sched, other);
            if (other->preemption == PREEMPTION_WANTED) {
                preemption_request(sched, other);
            }
        }
    } while (waiting && supervisor_wait(sched, deadline_ns));

    for (uint32_t i = 0; i < sched->node_count; i++) {
        struct sched_node *other = &sched->nodes[i];

        if ((mask >> i & 1) == 0 || other->state != NODE_RUNNING || is_settled(other)) {
            continue;
        }
        node_stop(sched, other);
        other->state = NODE_RESETTING;
        if (!reset_one(sched, other, other->last_submitted, other->last_reported)) {
            return false;
        }
    }
    return true;
}

bool engine_reset(struct sched *sched, struct sched_node *node)
{
    const struct sched_engine_ops *ops = sched->engine_ops;
    uint32_t ordinal = node_ordinal(sched, node);
    uint32_t submitted;
    uint32_t completed;
    uint64_t mask;

    node_stop(sched, node);
    sched_retire(sched);
    /* No point between here and the next state: what an interrupt changes is all in or all out. */
    if (list_is_empty(&node->submitted)) {
        if (node->preemption == PREEMPTION_REQUESTED && ops->unanswered != NULL) {
            ops->unanswered(sched->engine_context, ordinal, node->preemption_fence);
        }
        node_run(sched, node);
        return true;
    }
    submitted = node->last_submitted;
    completed = node->last_reported;
    node->state = NODE_RESETTING;
    ops->flush_dpcs(sched->engine_context);
    ops->collect(sched->engine_context, ordinal, SCHED_TIMEOUT_ENGINE);
    mask = ops->dependents(sched->engine_context, ordinal);
    return clear_dependents(sched, mask & ~(UINT64_C(1) << ordinal)) &&
           reset_one(sched, node, submitted, completed);
}
