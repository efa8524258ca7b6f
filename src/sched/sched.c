/* SPDX-License-Identifier: MIT */
#include "sched/sched.h"

#include "machine/causality.h"
#include "machine/heap.h"
#include "machine/schedule.h"
#include "trace/trace.h"

/* Above every ordinary thread, below real-time ones that drivers create. */
#define WORKER_PRIORITY 16u

/* Fence ids wrap at 2^32; two of one node are never further apart than 2^31. */
static bool fence_precedes(uint32_t a, uint32_t b)
{
    return (int32_t)(a - b) < 0;
}

static void packet_retire(struct sched *sched, struct packet *packet, enum packet_result result)
{
    struct sched_node *node = &sched->nodes[packet->node];

    if (packet->state == PACKET_SUBMITTED) {
        node->submitted_count--;
    }
    list_remove(&packet->link);
    packet->state = PACKET_IDLE;
    node->retired_count++;
    trace_emit(sched->machine, TRACE_PACKET_RETIRE, packet->node, packet->id, packet->fence);
    packet->ops->retire(packet, result);
}

/* One submission at a time from fence id to doorbell, so that a node sees its ids ascend. */
static void packet_submit(struct sched *sched, struct packet *packet)
{
    struct sched_node *node = &sched->nodes[packet->node];

    WAIT_UNTIL(sched->machine, &sched->turn, !sched->submitting);
    sched->submitting = true;
    packet->fence = node->last_submitted + 1;
    packet->ops->patch(packet);
    node->last_submitted = packet->fence;
    node->submitted_count++;
    packet->state = PACKET_SUBMITTED;
    list_push_back(&node->submitted, &packet->link);
    trace_emit(sched->machine, TRACE_PACKET_SUBMIT, packet->node, packet->id, packet->fence);
    packet->ops->submit(packet);
    sched->submitting = false;
    wait_queue_wake(sched->machine, &sched->turn);
}

static void packet_run(struct sched *sched, struct packet *packet)
{
    causality_acquire(&sched->work); /* what the client put into the packet */
    packet->state = PACKET_PREPARING;
    list_init(&packet->link);
    sched->preparing_count++;
    trace_emit(sched->machine, TRACE_PACKET_PREPARE, packet->node, packet->id, 0);
    if (packet->ops->prepare(packet)) {
        packet_submit(sched, packet);
        sched->preparing_count--;
    } else {
        sched->preparing_count--;
        packet_retire(sched, packet, PACKET_DROPPED);
        wait_queue_wake(sched->machine, &sched->retired);
    }
}

static struct packet *next_packet(struct sched *sched)
{
    for (uint32_t i = 0; i < sched->node_count; i++) {
        struct sched_node *node = &sched->nodes[i];

        if (!list_is_empty(&node->queued) && node->submitted_count < SCHED_HARDWARE_DEPTH) {
            return LIST_ENTRY_OF(list_pop_front(&node->queued), struct packet, link);
        }
    }
    return NULL;
}

static void worker_main(void *argument)
{
    struct sched *sched = argument;

    while (!sched->stopping) {
        struct packet *packet = next_packet(sched);

        if (packet == NULL) {
            wait_queue_park(sched->machine, &sched->work);
        } else {
            packet_run(sched, packet);
        }
    }
    sched->worker_gone = true;
    wait_queue_wake(sched->machine, &sched->retired);
    schedule_exit(sched->machine);
}

struct sched *sched_create(struct machine *machine, uint32_t node_count)
{
    struct sched *sched = MACHINE_NEW(machine, struct sched);

    DXGH_ASSERT(node_count >= 1 && node_count <= SCHED_NODES_MAX);
    sched->machine = machine;
    sched->node_count = node_count;
    wait_queue_init(&sched->work);
    wait_queue_init(&sched->retired);
    wait_queue_init(&sched->turn);
    for (uint32_t i = 0; i < node_count; i++) {
        list_init(&sched->nodes[i].queued);
        list_init(&sched->nodes[i].submitted);
    }
    sched->worker = fiber_create(machine, worker_main, sched, "scheduler");
    DXGH_ASSERT(sched->worker != NULL);
    schedule_priority_set(machine, sched->worker, WORKER_PRIORITY);
    schedule_ready(machine, sched->worker);
    return sched;
}

void sched_destroy(struct sched *sched)
{
    if (sched == NULL) {
        return;
    }
    DXGH_ASSERT(sched_is_idle(sched));
    sched->stopping = true;
    wait_queue_wake(sched->machine, &sched->work);
    WAIT_UNTIL(sched->machine, &sched->retired, sched->worker_gone);
    machine_heap_free(sched->machine, sched);
}

static void packet_register(struct sched *sched, struct packet *packet)
{
    DXGH_ASSERT(packet->state == PACKET_IDLE && packet->node < sched->node_count);
    packet->id = sched->next_packet_id++;
    trace_emit(sched->machine, TRACE_PACKET_QUEUE, packet->node, packet->id, packet->kind);
}

void sched_packet_queue(struct sched *sched, struct packet *packet)
{
    packet_register(sched, packet);
    packet->state = PACKET_QUEUED;
    list_push_back(&sched->nodes[packet->node].queued, &packet->link);
    wait_queue_wake(sched->machine, &sched->work);
}

void sched_packet_run_now(struct sched *sched, struct packet *packet)
{
    packet_register(sched, packet);
    packet_run(sched, packet);
    WAIT_UNTIL(sched->machine, &sched->retired, packet->state == PACKET_IDLE);
}

enum sched_report sched_report_completed(struct sched *sched, uint32_t ordinal, uint32_t fence)
{
    struct sched_node *node;

    if (ordinal >= sched->node_count) {
        return SCHED_REPORT_BAD_NODE;
    }
    node = &sched->nodes[ordinal];
    if (fence_precedes(node->last_submitted, fence)) {
        return SCHED_REPORT_AHEAD;
    }
    if (!fence_precedes(node->last_reported, fence)) {
        return SCHED_REPORT_STALE;
    }
    node->last_reported = fence;
    return SCHED_REPORT_OK;
}

static bool node_retire(struct sched *sched, struct sched_node *node)
{
    bool any = false;

    while (!list_is_empty(&node->submitted)) {
        struct packet *packet = LIST_ENTRY_OF(node->submitted.next, struct packet, link);

        if (fence_precedes(node->last_reported, packet->fence)) {
            break;
        }
        node->last_completed = packet->fence;
        packet_retire(sched, packet, PACKET_COMPLETED);
        any = true;
    }
    return any;
}

void sched_retire(struct sched *sched)
{
    bool any = false;

    for (uint32_t i = 0; i < sched->node_count; i++) {
        any |= node_retire(sched, &sched->nodes[i]);
    }
    if (any) {
        wait_queue_wake(sched->machine, &sched->retired);
        wait_queue_wake(sched->machine, &sched->work); /* the hardware queue has room again */
    }
}

bool sched_is_idle(const struct sched *sched)
{
    if (sched->preparing_count > 0) {
        return false;
    }
    for (uint32_t i = 0; i < sched->node_count; i++) {
        if (!list_is_empty(&sched->nodes[i].queued) || !list_is_empty(&sched->nodes[i].submitted)) {
            return false;
        }
    }
    return true;
}

void sched_wait_idle(struct sched *sched)
{
    WAIT_UNTIL(sched->machine, &sched->retired, sched_is_idle(sched));
}
