/* SPDX-License-Identifier: MIT */
/*
 * Virtual time and the queue of everything that will happen.
 *
 * Time is a number of nanoseconds since power-on. It moves by a small fixed cost at each point, by
 * KeStallExecutionProcessor, and jumps to the next event when every processor is idle. Events
 * with equal times fire in the order in which they were set.
 */
#ifndef MACHINE_CLOCK_H
#define MACHINE_CLOCK_H

#include "base/base.h"

#define CLOCK_NEVER UINT64_MAX

struct machine;

struct clock_event {
    void (*fire)(
        struct clock_event *event); /* no fiber switch inside: it raises lines, readies fibers */
    uint64_t due_ns;
    uint64_t sequence;
    uint32_t slot; /* heap position + 1; 0 while not armed */
};

struct clock_slot {
    uint64_t due_ns; /* copied here so that a sift touches one array only */
    uint64_t sequence;
    struct clock_event *event;
};

struct clock {
    uint64_t now_ns;
    uint64_t next_due_ns; /* of the earliest event, CLOCK_NEVER when none */
    uint64_t sequence;
    struct heap *memory;
    struct clock_slot *heap; /* 4-ary */
    uint32_t count;
    uint32_t capacity;
    bool firing; /* inside clock_run_due */
};

/** clock_init - at time 0, with no event; what it needs comes from `memory` (machine/heap.h) */
void clock_init(struct clock *clock, struct heap *memory);
void clock_fini(struct clock *clock);

/**
 * clock_event_set - arm or re-arm an event
 * @due_ns: absolute virtual time; a time in the past fires at the next point. Set from inside a
 *          fire() it is at least one nanosecond away, so that no chain of events stops time.
 * The event stays with its owner, must outlive its arming, and fires once.
 */
void clock_event_set(struct clock *clock, struct clock_event *event, uint64_t due_ns);
/** clock_event_cancel - disarm. Returns: true when it was armed. */
bool clock_event_cancel(struct clock *clock, struct clock_event *event);

/** clock_keep_only - disarm every event but those that call fire */
void clock_keep_only(struct clock *clock, void (*fire)(struct clock_event *event));

static inline bool clock_event_is_set(const struct clock_event *event)
{
    return event->slot != 0;
}

/** clock_run_due - fire every event whose time has come, in order. Returns: how many. */
uint32_t clock_run_due(struct clock *clock);

#endif /* MACHINE_CLOCK_H */
