/* SPDX-License-Identifier: MIT */
/*
 * The virtual clock's queue beside a binary heap that can do the same: events know their slots, so
 * that they can be cancelled, and are called through a pointer. Take the earliest, set it anew.
 */
#include "bench/bench.h"

#include "base/prng.h"
#include "machine/clock.h"
#include "machine/heap.h"

#include <math.h>
#include <stdlib.h>

#define SPREAD_NS_BITS 30 /* events lie up to a second ahead */

struct queue;

struct queue_event {
    struct clock_event event; /* first member */
    struct queue *queue;
    uint32_t slot; /* in the peer's heap */
    void (*fire)(struct queue_event *event);
};

struct heap_slot {
    uint64_t due_ns;
    uint64_t sequence;
    struct queue_event *event;
};

struct queue {
    uint32_t count;
    struct clock clock;
    struct queue_event *events;
    struct heap_slot *heap; /* the peer: slot 1 is the root */
    uint64_t heap_now_ns;
    uint64_t sequence;
    struct prng prng;
};

static uint64_t delay_ns(struct queue *queue)
{
    return prng_next(&queue->prng) >> (64 - SPREAD_NS_BITS);
}

static void event_fired(struct clock_event *event)
{
    struct queue *queue = ((struct queue_event *)(void *)event)->queue;

    clock_event_set(&queue->clock, event, queue->clock.now_ns + 1 + delay_ns(queue));
}

static bool precedes(const struct heap_slot *a, const struct heap_slot *b)
{
    return a->due_ns < b->due_ns || (a->due_ns == b->due_ns && a->sequence < b->sequence);
}

static void heap_put(struct queue *queue, uint32_t index, struct heap_slot slot)
{
    queue->heap[index] = slot;
    slot.event->slot = index;
}

static void heap_push(struct queue *queue, uint32_t index, struct heap_slot slot)
{
    while (index > 1 && precedes(&slot, &queue->heap[index / 2])) {
        heap_put(queue, index, queue->heap[index / 2]);
        index /= 2;
    }
    heap_put(queue, index, slot);
}

/* Takes the root out and closes the gap, leaving the last slot free. */
static struct heap_slot heap_pop(struct queue *queue)
{
    struct heap_slot top = queue->heap[1];
    struct heap_slot last = queue->heap[queue->count];
    uint32_t index = 1;
    uint32_t used = queue->count - 1;

    while (2 * index <= used) {
        uint32_t child = 2 * index;

        if (child < used && precedes(&queue->heap[child + 1], &queue->heap[child])) {
            child++;
        }
        if (!precedes(&queue->heap[child], &last)) {
            break;
        }
        heap_put(queue, index, queue->heap[child]);
        index = child;
    }
    heap_put(queue, index, last);
    return top;
}

static void heap_event_fired(struct queue_event *event)
{
    struct queue *queue = event->queue;
    struct heap_slot slot = { .due_ns = queue->heap_now_ns + 1 + delay_ns(queue),
                              .sequence = queue->sequence++,
                              .event = event };

    heap_push(queue, queue->count, slot);
}

static void clock_body(void *state, uint64_t count)
{
    struct queue *queue = state;

    for (uint64_t done = 0; done < count;) {
        queue->clock.now_ns = queue->clock.next_due_ns;
        done += clock_run_due(&queue->clock);
    }
}

static void heap_body(void *state, uint64_t count)
{
    struct queue *queue = state;

    for (uint64_t done = 0; done < count; done++) {
        struct heap_slot slot = heap_pop(queue);

        queue->heap_now_ns = slot.due_ns;
        slot.event->fire(slot.event);
    }
}

static void finish(void *state)
{
    struct queue *queue = state;

    heap_destroy(queue->clock.memory);
    free(queue->heap);
    free(queue->events);
    free(queue);
}

static bool prepare(void **state, const char **why, uint32_t count)
{
    struct queue *queue = calloc(1, sizeof(*queue));
    struct heap *heap;

    if (queue == NULL) {
        *why = "out of memory";
        return false;
    }
    queue->count = count;
    heap = heap_create();
    clock_init(&queue->clock, heap);
    queue->events = calloc(count, sizeof(*queue->events));
    queue->heap = calloc((size_t)count + 1, sizeof(*queue->heap));
    if (heap == NULL || queue->events == NULL || queue->heap == NULL) {
        *why = "out of memory";
        finish(queue);
        return false;
    }

    prng_init(&queue->prng, 1);
    for (uint32_t i = 0; i < count; i++) {
        struct queue_event *event = &queue->events[i];
        uint64_t due_ns = delay_ns(queue);

        event->event.fire = event_fired;
        event->fire = heap_event_fired;
        event->queue = queue;
        clock_event_set(&queue->clock, &event->event, due_ns);
        heap_push(queue, i + 1, (struct heap_slot){ due_ns, queue->sequence++, event });
    }
    *state = queue;
    return true;
}

static bool prepare_1k(void **state, const char **why)
{
    return prepare(state, why, 1000);
}

static bool prepare_100k(void **state, const char **why)
{
    return prepare(state, why, 100000);
}

static double clock_sample(void *state)
{
    return bench_ns_per_call(clock_body, state);
}

static double heap_sample(void *state)
{
    return bench_ns_per_call(heap_body, state);
}

static const struct bench benches[] = {
    { .id = "events.1k",
      .unit = "ns",
      .peer = "binary heap",
      .goal = BENCH_SHOWN,
      .prepare = prepare_1k,
      .subject = clock_sample,
      .peer_sample = heap_sample,
      .finish = finish },
    { .id = "events.100k",
      .unit = "ns",
      .peer = "binary heap",
      .goal = BENCH_SHOWN,
      .prepare = prepare_100k,
      .subject = clock_sample,
      .peer_sample = heap_sample,
      .finish = finish },
};

const struct bench_module bench_event_queue_module = { "events", benches,
                                                       sizeof(benches) / sizeof(benches[0]) };
