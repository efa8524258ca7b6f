/* SPDX-License-Identifier: MIT */
/* Contexts: their level, their turn, and the choice of the next packet. */
#include "machine/heap.h"
#include "sched/sched_private.h"
#include "trace/trace.h"

/* Choice: each class four levels above the one before, so that a context's own priority outweighs
 * one class but not two. Level 0 stays free below everything. */
static uint8_t level_of(enum sched_class class, int priority)
{
    int level = 4 + 4 * (int)class + priority;

    DXGH_ASSERT(class < SCHED_CLASS_COUNT && priority >= SCHED_PRIORITY_LOWEST &&
                priority <= SCHED_PRIORITY_HIGHEST);
    return (uint8_t)DXGH_MAX(1, DXGH_MIN(level, (int)SCHED_LEVEL_SYSTEM));
}

void sched_context_init(struct sched *sched, struct sched_context *context, uint32_t node,
                        enum sched_class class, int priority)
{
    DXGH_ASSERT(node < sched->node_count);
    *context = (struct sched_context){ .sched = sched,
                                       .node = node,
                                       .level = level_of(class, priority),
                                       .class = (uint8_t) class,
                                       .priority = (int8_t)priority };
    context->run_level = context->level;
    list_init(&context->packets);
    list_push_back(&sched->contexts, &context->member);
}

void sched_context_fini(struct sched_context *context)
{
    struct sched_node *node = &context->sched->nodes[context->node];

    DXGH_ASSERT(list_is_empty(&context->packets) &&
                context->queued_count == context->completed_count);
    if (node->last_context == context) {
        node->last_context = NULL;
    }
    if (node->loaded == context) {
        node->loaded = NULL;
    }
    if (node->sticky == context) {
        node->sticky = NULL;
    }
    list_remove(&context->member);
}

static void leave_run_queue(struct sched_node *node, struct sched_context *context)
{
    run_queue_remove(&node->run_queue, &context->link, context->run_level);
    context->ready = false;
}

void context_ready(struct sched *sched, struct sched_context *context, bool front)
{
    if (context->ready || context->suspended) {
        return;
    }
    context->ready = true;
    context->run_level = context->level;
    context->waiting_since_ns = sched->machine->clock.now_ns;
    run_queue_push(&sched->nodes[context->node].run_queue, &context->link, context->run_level,
                   front);
}

void sched_context_priority(struct sched_context *context, enum sched_class class, int priority)
{
    struct sched *sched = context->sched;
    struct sched_node *node = &sched->nodes[context->node];

    context->class = (uint8_t) class;
    context->priority = (int8_t)priority;
    context->level = level_of(class, priority);
    if (context->ready) {
        leave_run_queue(node, context);
        context_ready(sched, context, false);
        preemption_consider(sched, node);
    }
}

void sched_context_lose(struct sched_context *context)
{
    struct sched_node *node = &context->sched->nodes[context->node];

    context->lost = true;
    if (node->sticky == context) {
        node->sticky = NULL;
    }
    sched_context_suspend(context, false);
}

void sched_context_suspend(struct sched_context *context, bool suspended)
{
    struct sched *sched = context->sched;
    struct sched_node *node = &sched->nodes[context->node];

    if (context->suspended == suspended) {
        return;
    }
    context->suspended = suspended;
    if (context->ready) {
        leave_run_queue(node, context);
    }
    if (!suspended && !list_is_empty(&context->packets)) {
        context_ready(sched, context, false);
        wait_queue_wake(sched->machine, &node->work);
    }
}

void sched_context_abort(struct sched_context *context)
{
    struct sched *sched = context->sched;
    struct sched_node *node = &sched->nodes[context->node];

    sched_context_lose(context);
    while (!list_is_empty(&context->packets)) {
        struct list *link = list_pop_front(&context->packets);
        struct packet *packet = LIST_ENTRY_OF(link, struct packet, link);

        if (list_is_empty(&context->packets) && context->ready) {
            leave_run_queue(node, context);
        }
        /* Cancelling may switch fibers: the packet is nobody's but ours now. */
        if (packet->ops->cancel != NULL) {
            packet->ops->cancel(packet);
        }
        packet_leave(sched, packet, PACKET_DROPPED);
    }
    wait_queue_wake(sched->machine, &sched->retired);
    node_wake(sched, node);
}

void sched_context_wait(struct sched_context *context, uint64_t count)
{
    WAIT_UNTIL(context->sched->machine, &context->sched->retired,
               context->completed_count >= count);
}

void sched_context_wait_submitted(struct sched_context *context)
{
    struct sched_node *node = &context->sched->nodes[context->node];

    node->submission_waiters++;
    WAIT_UNTIL(context->sched->machine, &context->sched->retired,
               list_is_empty(&context->packets) && node->in_hand != context);
    node->submission_waiters--;
}

static struct sched_context *first_of(struct run_queue *queue, uint32_t level)
{
    return LIST_ENTRY_OF(queue->levels[level].next, struct sched_context, link);
}

/* The first of each level waits longest of those that have not had a turn, so that looking at one
 * per level finds whoever starves. It gets one quantum at the top. */
static void feed_starved(struct sched_node *node, uint64_t now_ns)
{
    uint32_t top = run_queue_top(&node->run_queue);
    uint32_t below = node->run_queue.mask & ~(1u << top);

    node->starvation_due_ns = now_ns + SCHED_STARVATION_NS / 4;
    while (below != 0) {
        uint32_t level = (uint32_t)__builtin_ctz(below);
        struct sched_context *context = first_of(&node->run_queue, level);

        below &= below - 1;
        if (now_ns - context->waiting_since_ns >= SCHED_STARVATION_NS) {
            run_queue_remove(&node->run_queue, &context->link, level);
            context->run_level = (uint8_t)top;
            context->used_ns = 0;
            run_queue_push(&node->run_queue, &context->link, top, true);
            return;
        }
    }
}

/* Who runs next: in the Windows 7 model the one in the middle of a command, else the top level. */
static struct sched_context *choose(struct sched_node *node, uint64_t now_ns)
{
    if (node->sticky != NULL && node->sticky->ready) {
        return node->sticky;
    }
    if (now_ns >= node->starvation_due_ns) {
        feed_starved(node, now_ns);
    }
    return first_of(&node->run_queue, run_queue_top(&node->run_queue));
}

struct packet *node_pick(struct sched *sched, struct sched_node *node)
{
    uint64_t now_ns = sched->machine->clock.now_ns;
    struct sched_context *context = choose(node, now_ns);
    struct list *link = list_pop_front(&context->packets);
    struct packet *packet = LIST_ENTRY_OF(link, struct packet, link);

    packet->level = context->run_level;
    packet->waiting_since_ns = context->waiting_since_ns;
    context->waiting_since_ns = now_ns;
    if (list_is_empty(&context->packets)) {
        leave_run_queue(node, context);
    } else if (context->used_ns >= SCHED_QUANTUM_NS) {
        leave_run_queue(node, context);
        context_ready(sched, context, false); /* behind its equals, at its own level again */
        context->used_ns = 0;
    }
    node->sticky = packet->more && !sched->config.preemption ? context : NULL;
    return packet;
}
