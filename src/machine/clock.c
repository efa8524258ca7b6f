/* SPDX-License-Identifier: MIT */
#include "machine/clock.h"

#include "machine/heap.h"

#define CLOCK_ARITY 4u

static bool slot_precedes(const struct clock_slot *a, const struct clock_slot *b)
{
    return a->due_ns < b->due_ns || (a->due_ns == b->due_ns && a->sequence < b->sequence);
}

static void slot_put(struct clock *clock, uint32_t index, struct clock_slot slot)
{
    clock->heap[index] = slot;
    slot.event->slot = index + 1;
}

static void sift_up(struct clock *clock, uint32_t index, struct clock_slot slot)
{
    while (index > 0) {
        uint32_t parent = (index - 1) / CLOCK_ARITY;

        if (!slot_precedes(&slot, &clock->heap[parent])) {
            break;
        }
        slot_put(clock, index, clock->heap[parent]);
        index = parent;
    }
    slot_put(clock, index, slot);
}

static void sift_down(struct clock *clock, uint32_t index, struct clock_slot slot)
{
    for (;;) {
        uint32_t first = index * CLOCK_ARITY + 1;
        uint32_t end = DXGH_MIN(first + CLOCK_ARITY, clock->count);
        uint32_t least = first;

        if (first >= clock->count) {
            break;
        }
        for (uint32_t child = first + 1; child < end; child++) {
            if (slot_precedes(&clock->heap[child], &clock->heap[least])) {
                least = child;
            }
        }
        if (!slot_precedes(&clock->heap[least], &slot)) {
            break;
        }
        slot_put(clock, index, clock->heap[least]);
        index = least;
    }
    slot_put(clock, index, slot);
}

static void update_next(struct clock *clock)
{
    clock->next_due_ns = clock->count == 0 ? CLOCK_NEVER : clock->heap[0].due_ns;
}

static void heap_remove(struct clock *clock, uint32_t index)
{
    struct clock_slot last = clock->heap[clock->count - 1];

    clock->heap[index].event->slot = 0;
    clock->count--;
    if (index < clock->count) {
        if (index > 0 && slot_precedes(&last, &clock->heap[(index - 1) / CLOCK_ARITY])) {
            sift_up(clock, index, last);
        } else {
            sift_down(clock, index, last);
        }
    }
    update_next(clock);
}

void clock_init(struct clock *clock, struct heap *memory)
{
    *clock = (struct clock){ .next_due_ns = CLOCK_NEVER, .memory = memory };
}

void clock_fini(struct clock *clock)
{
    heap_free(clock->memory, clock->heap);
    clock->heap = NULL;
    clock->count = 0;
    clock->capacity = 0;
}

void clock_event_set(struct clock *clock, struct clock_event *event, uint64_t due_ns)
{
    if (event->slot != 0) {
        heap_remove(clock, event->slot - 1);
    }
    if (clock->count == clock->capacity) {
        uint32_t capacity = clock->capacity == 0 ? 64 : clock->capacity * 2;

        clock->heap =
            heap_resize(clock->memory, clock->heap, clock->capacity * sizeof(*clock->heap),
                        capacity * sizeof(*clock->heap));
        clock->capacity = capacity;
    }
    if (clock->firing && due_ns <= clock->now_ns) {
        due_ns = clock->now_ns + 1;
    }
    event->due_ns = due_ns;
    event->sequence = clock->sequence++;
    sift_up(clock, clock->count++,
            (struct clock_slot){ .due_ns = due_ns, .sequence = event->sequence, .event = event });
    update_next(clock);
}

bool clock_event_cancel(struct clock *clock, struct clock_event *event)
{
    if (event->slot == 0) {
        return false;
    }
    heap_remove(clock, event->slot - 1);
    return true;
}

void clock_keep_only(struct clock *clock, void (*fire)(struct clock_event *event))
{
    struct clock_slot *kept = clock->heap;
    uint32_t count = clock->count;

    clock->firing = false;
    clock->count = 0;
    for (uint32_t i = 0; i < count; i++) {
        struct clock_slot slot = kept[i];

        slot.event->slot = 0;
        if (slot.event->fire == fire) {
            sift_up(clock, clock->count++, slot); /* never beyond what has been read */
        }
    }
    update_next(clock);
}

uint32_t clock_run_due(struct clock *clock)
{
    uint32_t fired = 0;

    clock->firing = true;
    while (clock->count > 0 && clock->heap[0].due_ns <= clock->now_ns) {
        struct clock_event *event = clock->heap[0].event;

        heap_remove(clock, 0);
        event->fire(event);
        fired++;
    }
    clock->firing = false;
    return fired;
}
