/* SPDX-License-Identifier: MIT */
/*
 * Wait queues of the graphics kernel itself: fibers parked until a condition of ours may have
 * changed. The order of waking is the order of parking.
 */
#ifndef OBJECT_WAIT_H
#define OBJECT_WAIT_H

#include "machine/causality.h"
#include "machine/fiber.h"

struct wait_queue {
    struct list waiters;
    uint64_t wakes; /* how often it was woken: for who has to do more before it can park */
};

void wait_queue_init(struct wait_queue *queue);

/**
 * wait_queue_park - park the running fiber until the next wake; the caller re-checks its condition
 * IRQL: < DISPATCH_LEVEL.
 */
void wait_queue_park(struct machine *machine, struct wait_queue *queue);

/** wait_queue_wake - let every parked fiber look again. IRQL: any. */
void wait_queue_wake(struct machine *machine, struct wait_queue *queue);

/* A time at which whoever is parked looks again. Set and cancelled by one fiber, on its stack. */
struct wait_alarm {
    struct clock_event event;
    struct machine *machine;
    struct wait_queue *queue;
    bool rung;
};

/** wait_alarm_set - wake the queue at due_ns of virtual time, or soon when that has gone by */
void wait_alarm_set(struct machine *machine, struct wait_alarm *alarm, struct wait_queue *queue,
                    uint64_t due_ns);
/** wait_alarm_cancel - also one that has rung, and one that is zeroed and was never set */
void wait_alarm_cancel(struct machine *machine, struct wait_alarm *alarm);

/* Parks until the expression holds. It is evaluated between points, so it cannot change under us.
 */
#define WAIT_UNTIL(machine, queue, expression)                                                     \
    do {                                                                                           \
        while (!(expression)) {                                                                    \
            wait_queue_park((machine), (queue));                                                   \
        }                                                                                          \
        causality_acquire(queue);                                                                  \
    } while (0)

#endif /* OBJECT_WAIT_H */
