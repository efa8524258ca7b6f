/* SPDX-License-Identifier: MIT */
/*
 * Reset of the whole adapter: everything the hardware had is gone, and so are the devices.
 *
 * Source: display/timeout-detection-and-recovery.md; nc-d3dkmddi-dxgkddi_resetfromtimeout.md
 */
#include "sched/sched_private.h"
#include "trace/trace.h"

static void stop_all(struct sched *sched, struct sched_node *culprit)
{
    uint64_t deadline_ns = sched->machine->clock.now_ns + sched->config.timeout.ddi_delay_ns;

    for (uint32_t i = 0; i < sched->node_count; i++) {
        if (sched->nodes[i].state == NODE_RUNNING) {
            node_stop(sched, &sched->nodes[i]);
        }
    }
    if (sched->engine_ops->drain(sched->engine_context, deadline_ns) == SCHED_DRAIN_STUCK) {
        sched->engine_ops->stop(sched->engine_context, node_ordinal(sched, culprit),
                                SCHED_STOP_STUCK, NULL);
    }
}

static void count(struct sched *sched, struct sched_node *culprit)
{
    const struct timeout_config *config = &sched->config.timeout;

    if (timeout_window_add(&sched->adapter_timeouts, sched->machine->clock.now_ns,
                           config->limit_time_ns, config->limit_count) &&
        config->debug != TIMEOUT_DEBUG_ALWAYS) {
        sched->engine_ops->stop(sched->engine_context, node_ordinal(sched, culprit),
                                SCHED_STOP_TOO_MANY, NULL);
    }
}

static void abort_list(struct sched *sched, struct sched_node *node, struct list *packets)
{
    while (!list_is_empty(packets)) {
        struct packet *packet = LIST_ENTRY_OF(packets->next, struct packet, link);

        if (packet->state == PACKET_SUBMITTED) {
            packet_withdraw(node, packet);
        } else {
            list_remove(&packet->link);
        }
        packet_leave(sched, packet, PACKET_ABORTED);
    }
}

/* From now on every fence counts as completed, for the driver as for us. */
static void forget_hardware(struct sched *sched, struct sched_node *node)
{
    node->aborted_first = node->last_reported;
    node->aborted_last = node->last_submitted;
    node->last_reported = node->last_submitted;
    node->last_completed = node->last_submitted;
    node->reset_count++;
    node->adapter_was_reset = true;
    node->fruitless_count = 0;
    node->generation++;
    node->loaded = NULL;
    node->last_context = NULL;
    abort_list(sched, node, &node->submitted);
    abort_list(sched, node, &node->held);
    preemption_forget(sched, node);
    sched_context_abort(&node->idle_context);
    node->idle_context.lost = false; /* the system goes on */
    node_wake(sched, node);          /* submitters that wait for their turn give up */
}

/* Everybody learns of the loss before anything comes back: whoever wakes up for a packet finds its
 * device lost. No point is reached. */
static void lose_all(struct sched *sched, const struct sched_node *culprit)
{
    const struct packet *head = list_is_empty(&culprit->submitted)
                                    ? NULL
                                    : LIST_ENTRY_OF(culprit->submitted.next, struct packet, link);

    sched->engine_ops->lose_all(sched->engine_context, head != NULL ? head->context : NULL);
}

/* Cancelling calls the driver, so contexts may come and go meanwhile. */
static void abort_lost(struct sched *sched)
{
    struct list todo;
    struct list *link;

    list_init(&todo);
    while ((link = list_pop_front(&sched->contexts)) != NULL) {
        list_push_back(&todo, link);
    }
    while ((link = list_pop_front(&todo)) != NULL) {
        struct sched_context *context = LIST_ENTRY_OF(link, struct sched_context, member);

        list_push_back(&sched->contexts, link);
        if (context->lost) {
            sched_context_abort(context);
        }
    }
}

void adapter_reset(struct sched *sched, struct sched_node *node)
{
    const struct sched_engine_ops *ops = sched->engine_ops;

    ops->collect(sched->engine_context, node_ordinal(sched, node), SCHED_TIMEOUT_ADAPTER);
    stop_all(sched, node);
    count(sched, node);
    for (uint32_t i = 0; i < sched->node_count; i++) {
        sched->nodes[i].state = NODE_RESETTING;
    }
    sched_retire(sched); /* what was reported has completed, whoever is lost now */
    if (list_is_empty(&node->submitted)) {
        node_excuse(sched, node);
    }
    trace_emit(sched->machine, TRACE_ADAPTER_RESET, node_ordinal(sched, node), 0, 0);
    ops->reset(sched->engine_context);
    lose_all(sched, node);
    for (uint32_t i = 0; i < sched->node_count; i++) {
        sched->nodes[i].state = NODE_STOPPING; /* a late report is the driver's fault now */
        forget_hardware(sched, &sched->nodes[i]);
    }
    wait_queue_wake(sched->machine, &sched->retired);
    abort_lost(sched);
    ops->clean_up(sched->engine_context);
    ops->restart(sched->engine_context);
    for (uint32_t i = 0; i < sched->node_count; i++) {
        sched->nodes[i].state = NODE_RUNNING;
        node_wake(sched, &sched->nodes[i]);
    }
    trace_emit(sched->machine, TRACE_RECOVERED, node_ordinal(sched, node), 0, 0);
    ops->restarted(sched->engine_context);
}
