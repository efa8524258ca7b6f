/* SPDX-License-Identifier: MIT */
#include "sched/sched.h"

#include "machine/causality.h"
#include "machine/fiber.h"
#include "machine/heap.h"
#include "machine/schedule.h"
#include "sched/sched_private.h"
#include "trace/trace.h"

/* Above every ordinary thread, below real-time ones that drivers create. The supervisor goes before
 * the workers: it is who stops them. */
#define WORKER_PRIORITY 16u
#define SUPERVISOR_PRIORITY 17u

struct fiber *sched_fiber_start(struct sched *sched, void (*entry)(void *argument), void *argument,
                                const char *name, uint8_t priority)
{
    struct fiber *fiber = fiber_create(sched->machine, entry, argument, name);

    DXGH_ASSERT(fiber != NULL);
    sched->fibers++;
    schedule_priority_set(sched->machine, fiber, priority);
    schedule_ready(sched->machine, fiber);
    return fiber;
}

void sched_fiber_end(struct sched *sched)
{
    sched->fibers--;
    wait_queue_wake(sched->machine, &sched->retired);
    schedule_exit(sched->machine);
}

static void node_init(struct sched *sched, uint32_t ordinal)
{
    struct sched_node *node = &sched->nodes[ordinal];

    run_queue_init(&node->run_queue);
    list_init(&node->submitted);
    list_init(&node->held);
    wait_queue_init(&node->work);
    wait_queue_init(&node->turn);
    node->ignored_since_ns = CLOCK_NEVER;
    sched_context_init(sched, &node->idle_context, ordinal, SCHED_CLASS_NORMAL, 0);
}

struct sched *sched_create(struct machine *machine, uint32_t node_count)
{
    struct sched *sched = MACHINE_NEW(machine, struct sched);

    DXGH_ASSERT(node_count >= 1 && node_count <= SCHED_NODES_MAX);
    sched->machine = machine;
    sched->node_count = node_count;
    sched->config.hardware_depth = SCHED_HARDWARE_DEPTH;
    list_init(&sched->contexts);
    wait_queue_init(&sched->watch);
    wait_queue_init(&sched->retired);
    for (uint32_t i = 0; i < node_count; i++) {
        node_init(sched, i);
    }
    return sched;
}

void sched_attach(struct sched *sched, const struct sched_engine_ops *ops, void *context,
                  const struct sched_config *config)
{
    DXGH_ASSERT(sched->engine_ops == NULL && sched->active_count == 0);
    sched->engine_ops = ops;
    sched->engine_context = context;
    sched->config = *config;
    if (config->hardware_depth == 0) {
        sched->config.hardware_depth =
            config->preemption ? SCHED_HARDWARE_DEPTH : SCHED_HARDWARE_DEPTH_WINDOWS_7;
    }
    sched->supervisor = sched_fiber_start(sched, supervisor_main, sched, "scheduler supervisor",
                                          SUPERVISOR_PRIORITY);
}

void sched_destroy(struct sched *sched)
{
    if (sched == NULL) {
        return;
    }
    DXGH_ASSERT(sched_is_idle(sched));
    sched->stopping = true;
    (void)clock_event_cancel(&sched->machine->clock, &sched->alarm);
    (void)clock_event_cancel(&sched->machine->clock, &sched->resume);
    supervisor_wake(sched);
    for (uint32_t i = 0; i < sched->node_count; i++) {
        node_wake(sched, &sched->nodes[i]);
    }
    WAIT_UNTIL(sched->machine, &sched->retired, sched->fibers == 0);
    machine_heap_free(sched->machine, sched);
}

static void on_resume(struct clock_event *event)
{
    struct sched *sched = DXGH_CONTAINER_OF(event, struct sched, resume);

    for (uint32_t i = 0; i < sched->node_count; i++) {
        wait_queue_wake(sched->machine, &sched->nodes[i].work);
    }
}

void sched_suspend(struct sched *sched, uint64_t for_ns)
{
    struct clock *clock = &sched->machine->clock;

    sched->resume.fire = on_resume;
    if (for_ns != 0) {
        clock_event_set(clock, &sched->resume, clock->now_ns + for_ns);
    } else if (clock_event_cancel(clock, &sched->resume)) {
        on_resume(&sched->resume);
    }
}

/* The worker of one node: one packet at a time from the software queue to the hardware. */

static bool has_room(const struct sched *sched, const struct sched_node *node)
{
    return node->submitted_count < sched->config.hardware_depth;
}

static struct packet *next_packet(struct sched *sched, struct sched_node *node)
{
    if (run_queue_is_empty(&node->run_queue) || clock_event_is_set(&sched->resume)) {
        return NULL;
    }
    preemption_consider(sched, node);
    return sched->alone == 0 && node_accepts(node) && has_room(sched, node) ? node_pick(sched, node)
                                                                            : NULL;
}

static void give_up(struct sched *sched, struct packet *packet, enum packet_result result)
{
    if (packet->ops->cancel != NULL && packet_context(sched, packet)->lost) {
        packet->ops->cancel(packet);
    }
    packet_leave(sched, packet, result);
    wait_queue_wake(sched->machine, &sched->retired);
}

/* While a packet was prepared, a preemption may have brought worthier work to the queue. */
static bool is_untimely(const struct sched *sched, const struct sched_node *node,
                        const struct packet *packet)
{
    return sched->config.preemption && !run_queue_is_empty(&node->run_queue) &&
           run_queue_top(&node->run_queue) > packet->level;
}

void sched_wake_all(struct sched *sched)
{
    for (uint32_t i = 0; i < sched->node_count; i++) {
        node_wake(sched, &sched->nodes[i]);
    }
}

void turn_begin(struct sched *sched, struct sched_node *node)
{
    node->submitting = true;
    node->submitter = sched->machine->running;
    node->turn_since_ns = sched->machine->clock.now_ns;
    supervisor_watch(sched);
}

/* And it may have brought back an earlier packet of the same context, which goes first. */
static bool would_overtake(struct sched *sched, const struct packet *packet)
{
    const struct list *queue = &packet_context(sched, packet)->packets;

    return !list_is_empty(queue) &&
           LIST_ENTRY_OF(queue->next, struct packet, link)->id < packet->id;
}

/* Who goes alone waits for those that have begun; no new ones do. */
static bool is_in_company(const struct sched *sched, const struct packet *packet)
{
    for (uint32_t i = 0; packet->alone && i < sched->node_count; i++) {
        if (sched->nodes[i].submitting) {
            return true;
        }
    }
    return false;
}

/* One submission at a time from fence id to doorbell, so that a node sees its ids ascend. */
static bool take_turn(struct sched *sched, struct sched_node *node, const struct packet *packet)
{
    uint64_t generation = node->generation;

    WAIT_UNTIL(sched->machine, &node->turn,
               node->generation != generation ||
                   (node_accepts(node) && has_room(sched, node) &&
                    (sched->alone == 0 || packet->kind == PACKET_PAGING) &&
                    !is_in_company(sched, packet)));
    if (node->generation != generation) {
        return false;
    }
    turn_begin(sched, node);
    return true;
}

static void end_turn(struct sched *sched, struct sched_node *node)
{
    causality_release(node); /* what the driver did for the packet, for whoever takes it back */
    node->submitting = false;
    node_wake(sched, node);
    if (DXGH_UNLIKELY(sched->alone > 0)) {
        sched_wake_all(sched);
    }
    if (DXGH_UNLIKELY(node->preemption == PREEMPTION_WANTED || node->state != NODE_RUNNING)) {
        supervisor_wake(sched);
    }
}

static void put_in_hardware(struct sched *sched, struct sched_node *node, struct packet *packet)
{
    struct machine *machine = sched->machine;

    if (node->submitted_count == 0) {
        node->head_since_ns = machine->clock.now_ns;
    }
    node->last_submitted = packet->fence;
    node->submitted_count++;
    node->hardware_levels[packet->level]++;
    node->hardware_mask |= 1u << packet->level;
    packet->state = PACKET_SUBMITTED;
    list_push_back(&node->submitted, &packet->link);
    if (packet->kind != PACKET_PAGING) { /* which leaves the engine the context it has */
        node->loaded = packet->kind == PACKET_RENDER ? packet->context : NULL;
    }
    packet->after_paging = node->paged;
    node->paged = packet->kind == PACKET_PAGING;
    trace_emit(machine, TRACE_PACKET_SUBMIT, packet->node, packet->id, packet->fence);
    packet->ops->submit(packet);
}

static void assign_fence(struct sched_node *node, struct packet *packet)
{
    packet->fence = ++node->last_fence;
    if (packet->ops->patch != NULL) {
        packet->ops->patch(packet);
    }
}

static void packet_submit(struct sched *sched, struct sched_node *node, struct packet *packet)
{
    assign_fence(node, packet);
    put_in_hardware(sched, node, packet);
    end_turn(sched, node);
}

void packet_resubmit(struct sched *sched, struct packet *packet)
{
    struct sched_node *node = &sched->nodes[packet->node];

    list_remove(&packet->link);
    turn_begin(sched, node);
    if (packet->kind != PACKET_PAGING) {
        assign_fence(node, packet);
    }
    put_in_hardware(sched, node, packet);
    end_turn(sched, node);
}

static void packet_run(struct sched *sched, struct sched_node *node, struct packet *packet)
{
    causality_acquire(packet);
    packet->state = PACKET_PREPARING;
    trace_emit(sched->machine, TRACE_PACKET_PREPARE, packet->node, packet->id, 0);
    if (packet_context(sched, packet)->lost || !packet->ops->prepare(packet)) {
        give_up(sched, packet, PACKET_DROPPED);
    } else if (packet->steps_back) {
        packet_requeue(sched, packet, false);
    } else if (!take_turn(sched, node, packet)) {
        give_up(sched, packet, PACKET_ABORTED);
    } else if (packet_context(sched, packet)->lost) {
        end_turn(sched, node);
        give_up(sched, packet, PACKET_ABORTED);
    } else if (is_untimely(sched, node, packet) || would_overtake(sched, packet)) {
        packet_requeue(sched, packet, true);
        end_turn(sched, node);
    } else {
        packet_submit(sched, node, packet);
    }
}

static void worker_main(void *argument)
{
    struct sched_node *node = argument;
    struct sched *sched = node->idle_context.sched;

    while (!sched->stopping) {
        struct packet *packet = next_packet(sched, node);

        if (packet == NULL) {
            wait_queue_park(sched->machine, &node->work);
            continue;
        }
        node->in_hand = packet_context(sched, packet);
        packet_run(sched, node, packet); /* after which the packet and its context may be gone */
        node->in_hand = NULL;
        if (DXGH_UNLIKELY(node->submission_waiters > 0)) {
            wait_queue_wake(sched->machine, &sched->retired);
        }
    }
    sched_fiber_end(sched);
}

static void packet_register(struct sched *sched, struct packet *packet)
{
    DXGH_ASSERT(packet->state == PACKET_IDLE && packet->node < sched->node_count);
    packet->id = sched->next_packet_id++;
    packet->preempted_count = 0;
    sched->active_count++;
    sched->alone += packet->alone;
    packet_context(sched, packet)->queued_count += !packet->is_part;
    trace_emit(sched->machine, TRACE_PACKET_QUEUE, packet->node, packet->id, packet->kind);
}

void sched_packet_queue(struct sched *sched, struct packet *packet)
{
    struct sched_context *context = packet_context(sched, packet);
    struct sched_node *node = &sched->nodes[packet->node];

    DXGH_ASSERT(context->node == packet->node);
    packet_register(sched, packet);
    packet->waited_for = false;
    causality_release(packet); /* what the client put into it is there when a worker takes it */
    packet->state = PACKET_QUEUED;
    list_push_back(&context->packets, &packet->link);
    context_ready(sched, context, false);
    if (DXGH_UNLIKELY(node->worker == NULL)) {
        node->worker =
            sched_fiber_start(sched, worker_main, node, "scheduler worker", WORKER_PRIORITY);
    }
    /* The worker may be busy with the preparation of something less urgent. */
    preemption_consider(sched, node);
    wait_queue_wake(sched->machine, &node->work);
}

enum packet_result sched_packet_run_now(struct sched *sched, struct packet *packet)
{
    struct sched_node *node = &sched->nodes[packet->node];

    packet_register(sched, packet);
    packet->level = SCHED_LEVEL_SYSTEM;
    packet->waited_for = true;
    packet->state = PACKET_PREPARING;
    trace_emit(sched->machine, TRACE_PACKET_PREPARE, packet->node, packet->id, 0);
    if (!packet->ops->prepare(packet)) {
        give_up(sched, packet, PACKET_DROPPED);
    } else if (!take_turn(sched, node, packet)) {
        give_up(sched, packet, PACKET_ABORTED);
    } else {
        packet_submit(sched, node, packet);
        WAIT_UNTIL(sched->machine, &sched->retired, packet->state == PACKET_IDLE);
    }
    return packet->result;
}

bool sched_is_idle(const struct sched *sched)
{
    return sched->active_count == 0 && sched->preemptions == 0 && !sched->recovering;
}

void sched_wait_idle(struct sched *sched)
{
    WAIT_UNTIL(sched->machine, &sched->retired, sched_is_idle(sched));
}

bool sched_is_own(const struct sched *sched, const struct fiber *fiber)
{
    for (uint32_t i = 0; i < sched->node_count; i++) {
        if (sched->nodes[i].worker == fiber) {
            return true;
        }
    }
    return sched->supervisor == fiber;
}
