/* SPDX-License-Identifier: MIT */
#include "object/wait.h"

#include "machine/schedule.h"

struct waiter {
    struct list link;
    struct fiber *fiber;
    bool woken;
};

void wait_queue_init(struct wait_queue *queue)
{
    list_init(&queue->waiters);
    queue->wakes = 0;
}

void wait_queue_park(struct machine *machine, struct wait_queue *queue)
{
    struct waiter waiter = { .fiber = machine->running };

    list_push_back(&queue->waiters, &waiter.link);
    while (!waiter.woken) {
        schedule_block(machine);
    }
    causality_acquire(queue);
}

void wait_queue_wake(struct machine *machine, struct wait_queue *queue)
{
    struct list *link;

    causality_release(queue);
    queue->wakes++;
    while ((link = list_pop_front(&queue->waiters)) != NULL) {
        struct waiter *waiter = LIST_ENTRY_OF(link, struct waiter, link);

        waiter->woken = true;
        schedule_ready(machine, waiter->fiber);
    }
}

static void ring(struct clock_event *event)
{
    struct wait_alarm *alarm = DXGH_CONTAINER_OF(event, struct wait_alarm, event);

    alarm->rung = true;
    wait_queue_wake(alarm->machine, alarm->queue);
}

void wait_alarm_set(struct machine *machine, struct wait_alarm *alarm, struct wait_queue *queue,
                    uint64_t due_ns)
{
    *alarm = (struct wait_alarm){ .event.fire = ring, .machine = machine, .queue = queue };
    clock_event_set(&machine->clock, &alarm->event, due_ns);
}

void wait_alarm_cancel(struct machine *machine, struct wait_alarm *alarm)
{
    (void)clock_event_cancel(&machine->clock, &alarm->event);
}
