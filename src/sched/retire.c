/* SPDX-License-Identifier: MIT */
/* Reports of the interrupt, and the packets that leave because of them. */
#include "machine/causality.h"
#include "sched/sched_private.h"
#include "trace/trace.h"

void packet_withdraw(struct sched_node *node, struct packet *packet)
{
    list_remove(&packet->link);
    node->submitted_count--;
    if (--node->hardware_levels[packet->level] == 0) {
        node->hardware_mask &= ~(1u << packet->level);
    }
}

void packet_leave(struct sched *sched, struct packet *packet, enum packet_result result)
{
    struct sched_node *node = &sched->nodes[packet->node];
    struct sched_context *context = packet_context(sched, packet);

    if (result == PACKET_ABORTED) { /* not by its DPC, but by who reset the hardware */
        causality_acquire(node);
    }
    packet->state = PACKET_IDLE;
    packet->result = result;
    node->retired_count++;
    context->completed_count += !packet->is_part;
    sched->active_count--;
    if (packet->alone && --sched->alone == 0) {
        sched_wake_all(sched);
    }
    trace_emit(sched->machine, TRACE_PACKET_RETIRE, packet->node, packet->id, packet->fence);
    packet->ops->retire(packet, result);
}

/* Before the first younger one, which is nearly always the first of all. */
static void put_back(struct list *queue, struct packet *packet)
{
    struct list *next = queue->next;

    while (next != queue && LIST_ENTRY_OF(next, struct packet, link)->id < packet->id) {
        next = next->next;
    }
    list_push_back(next, &packet->link); /* before that link */
}

void packet_requeue(struct sched *sched, struct packet *packet, bool first)
{
    struct sched_context *context = packet_context(sched, packet);

    if (packet->ops->unprepare != NULL) {
        packet->ops->unprepare(packet);
    }
    packet->state = PACKET_QUEUED;
    put_back(&context->packets, packet);
    packet->steps_back = false;
    context_ready(sched, context, first);
    /* It did not get what it had its turn for: it goes on waiting. */
    context->waiting_since_ns = DXGH_MIN(context->waiting_since_ns, packet->waiting_since_ns);
}

static bool is_outstanding(const struct sched_node *node, uint32_t fence)
{
    LIST_FOR_EACH(link, &node->submitted) {
        if (LIST_ENTRY_OF(link, struct packet, link)->fence == fence) {
            return true;
        }
    }
    return false;
}

static bool was_aborted(const struct sched_node *node, uint32_t fence)
{
    return node->reset_count > 0 && fence_precedes(node->aborted_first, fence) &&
           !fence_precedes(node->aborted_last, fence);
}

static enum sched_report check_report(const struct sched *sched, uint32_t ordinal)
{
    if (ordinal >= sched->node_count) {
        return SCHED_REPORT_BAD_NODE;
    }
    return sched->nodes[ordinal].state == NODE_RESETTING ? SCHED_REPORT_IGNORED : SCHED_REPORT_OK;
}

enum sched_report sched_report_completed(struct sched *sched, uint32_t ordinal, uint32_t fence)
{
    enum sched_report report = check_report(sched, ordinal);
    struct sched_node *node;

    if (report != SCHED_REPORT_OK) {
        return report;
    }
    node = &sched->nodes[ordinal];
    if (fence_precedes(node->last_fence, fence)) {
        return SCHED_REPORT_AHEAD;
    }
    if (!fence_precedes(node->last_reported, fence)) {
        return was_aborted(node, fence) ? SCHED_REPORT_ABORTED : SCHED_REPORT_STALE;
    }
    if (node->preemption == PREEMPTION_ANSWERED || !is_outstanding(node, fence)) {
        return SCHED_REPORT_PREEMPTED;
    }
    node->last_reported = fence;
    return SCHED_REPORT_OK;
}

enum sched_report sched_report_preempted(struct sched *sched, uint32_t ordinal, uint32_t fence,
                                         uint32_t completed)
{
    enum sched_report report = check_report(sched, ordinal);
    struct sched_node *node;

    if (report != SCHED_REPORT_OK) {
        return report;
    }
    node = &sched->nodes[ordinal];
    if (node->preemption != PREEMPTION_REQUESTED) {
        return node->preemption_count > 0 && fence == node->preemption_fence
                   ? SCHED_REPORT_REPEATED
                   : SCHED_REPORT_NOT_REQUESTED;
    }
    if (fence != node->preemption_fence) {
        return SCHED_REPORT_WRONG_REQUEST;
    }
    /* A completion that came between the decision and the driver's answer is in last_reported by
     * now; one that the answer brings along counts like a report of its own. */
    if (completed != node->last_reported && !is_outstanding(node, completed)) {
        return SCHED_REPORT_BAD_COMPLETED;
    }
    if (fence_precedes(completed, node->last_reported)) {
        return SCHED_REPORT_BAD_COMPLETED;
    }
    node->last_reported = completed;
    node->preemption = PREEMPTION_ANSWERED;
    node->preemption_count++;
    node->preemption_longest_ns = DXGH_MAX(
        node->preemption_longest_ns, sched->machine->clock.now_ns - node->preemption_since_ns);
    trace_emit(sched->machine, TRACE_PREEMPTION_ANSWER, ordinal, fence, completed);
    return SCHED_REPORT_OK;
}

void node_wake(struct sched *sched, struct sched_node *node)
{
    wait_queue_wake(sched->machine, &node->turn);
    wait_queue_wake(sched->machine, &node->work);
}

static void charge(struct sched_node *node, struct sched_context *context, uint64_t now_ns)
{
    uint64_t spent_ns = now_ns - node->head_since_ns;

    context->used_ns += spent_ns;
    context->gpu_time_ns += spent_ns;
    node->head_since_ns = now_ns;
}

bool node_retire(struct sched *sched, struct sched_node *node)
{
    uint64_t now_ns = sched->machine->clock.now_ns;
    bool any = false;

    while (!list_is_empty(&node->submitted)) {
        struct packet *packet = LIST_ENTRY_OF(node->submitted.next, struct packet, link);
        struct sched_context *context = packet_context(sched, packet);

        if (fence_precedes(node->last_reported, packet->fence)) {
            break;
        }
        node->fruitless_count = 0;
        node->last_completed = packet->fence;
        node->last_context = packet->context;
        context->last_completed_fence = packet->fence;
        charge(node, context, now_ns);
        packet_withdraw(node, packet);
        packet_leave(sched, packet, PACKET_COMPLETED);
        any = true;
    }
    return any;
}

void sched_retire(struct sched *sched)
{
    bool any = false;

    for (uint32_t i = 0; i < sched->node_count; i++) {
        struct sched_node *node = &sched->nodes[i];
        bool changed = node_retire(sched, node);

        if (DXGH_UNLIKELY(node->preemption == PREEMPTION_ANSWERED)) {
            preemption_take_back(sched, node);
            changed = true;
        }
        if (changed) {
            node_wake(sched, node); /* the hardware queue has room again */
        }
        any |= changed;
    }
    if (any) {
        wait_queue_wake(sched->machine, &sched->retired);
    }
}
