/* SPDX-License-Identifier: MIT */
/*
 * Preemption: when to ask, and what to do with the answer.
 *
 *   NONE --decided--> WANTED --supervisor calls the driver--> REQUESTED --interrupt--> ANSWERED
 *     ^--------------------------- the DPC takes the packets back ---------------------------/
 *
 * From the decision on the node takes no submissions. Completions go on being reported and retired
 * at every step: what counts as preempted is what is still with the hardware when the answer comes.
 *
 * Source: display/gpu-preemption.md; nc-d3dkmddi-dxgkddi_preemptcommand.md
 */
#include "sched/sched_private.h"
#include "trace/trace.h"

void preemption_want(struct sched *sched, struct sched_node *node)
{
    if (node->preemption != PREEMPTION_NONE || node->state != NODE_RUNNING ||
        sched->engine_ops == NULL || sched->engine_ops->preempt == NULL) {
        return;
    }
    node->preemption = PREEMPTION_WANTED;
    node->preemption_since_ns = sched->machine->clock.now_ns;
    sched->preemptions++;
    supervisor_wake(sched);
}

void preemption_consider(struct sched *sched, struct sched_node *node)
{
    if (DXGH_LIKELY(node->hardware_mask == 0 || run_queue_is_empty(&node->run_queue)) ||
        !sched->config.preemption) {
        return;
    }
    if (run_queue_top(&node->run_queue) > (uint32_t)__builtin_ctz(node->hardware_mask)) {
        preemption_want(sched, node);
    }
}

static void preemption_end(struct sched *sched, struct sched_node *node)
{
    node->preemption = PREEMPTION_NONE;
    sched->preemptions--;
    node_wake(sched, node);
    wait_queue_wake(sched->machine, &sched->retired);
    if (DXGH_UNLIKELY(sched->recovering)) {
        supervisor_wake(sched); /* it may wait for just this */
    }
}

void preemption_request(struct sched *sched, struct sched_node *node)
{
    struct machine *machine = sched->machine;

    if (node->submitting) {
        return; /* the end of the turn wakes the supervisor again */
    }
    if (list_is_empty(&node->submitted)) {
        preemption_end(sched, node); /* everything finished meanwhile: nothing is in the way */
        return;
    }
    turn_begin(sched, node);
    node->preemption_fence = ++node->last_fence;
    node->preemption = PREEMPTION_REQUESTED;
    node->preemption_since_ns = machine->clock.now_ns;
    trace_emit(machine, TRACE_PREEMPTION_REQUEST, node_ordinal(sched, node), node->preemption_fence,
               node->last_reported);
    sched->engine_ops->preempt(sched->engine_context, node_ordinal(sched, node),
                               node->preemption_fence);
    node->submitting = false;
    node->preemption_of_nothing = node->last_reported == node->last_submitted;
    node_wake(sched, node); /* the answer may have come meanwhile, and found the turn taken */
}

/* Paging keeps its fence and goes first; everything else goes back to the front of its context, the
 * oldest first, and gets a new fence when its turn comes. */
static void take_back(struct sched *sched, struct sched_node *node, struct packet *packet)
{
    trace_emit(sched->machine, TRACE_PACKET_PREEMPTED, packet->node, packet->id, packet->fence);
    packet_withdraw(node, packet);
    packet->preempted_count++;
    if (packet->kind == PACKET_PAGING) {
        packet->state = PACKET_HELD;
        list_push_front(&node->held, &packet->link);
    } else if (packet_context(sched, packet)->lost) {
        packet_leave(sched, packet, PACKET_ABORTED);
    } else if (packet->waited_for) {
        packet->state = PACKET_HELD; /* somebody waits for it: a context switch */
        list_push_front(&node->held, &packet->link);
    } else {
        packet_requeue(sched, packet, true);
    }
}

void preemption_take_back(struct sched *sched, struct sched_node *node)
{
    /* From the youngest, so that each push to the front restores the order. */
    while (!list_is_empty(&node->submitted)) {
        take_back(sched, node, LIST_ENTRY_OF(node->submitted.prev, struct packet, link));
    }
    preemption_end(sched, node);
    if (!list_is_empty(&node->held)) {
        supervisor_wake(sched);
    }
}

void preemption_forget(struct sched *sched, struct sched_node *node)
{
    if (node->preemption != PREEMPTION_NONE) {
        preemption_end(sched, node);
    }
}
