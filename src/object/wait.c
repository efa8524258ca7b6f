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
