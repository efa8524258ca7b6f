/* SPDX-License-Identifier: MIT */
/*
 * A run queue: 32 levels of lists and a bitmap of those that hold something. Finding the best,
 * adding and removing cost the same however many there are.
 */
#ifndef SCHED_RUN_QUEUE_H
#define SCHED_RUN_QUEUE_H

#include "base/base.h"
#include "base/list.h"

#define RUN_QUEUE_LEVELS 32u

struct run_queue {
    uint32_t mask; /* bit l: levels[l] is not empty */
    struct list levels[RUN_QUEUE_LEVELS];
};

static inline void run_queue_init(struct run_queue *queue)
{
    queue->mask = 0;
    for (uint32_t i = 0; i < RUN_QUEUE_LEVELS; i++) {
        list_init(&queue->levels[i]);
    }
}

static inline bool run_queue_is_empty(const struct run_queue *queue)
{
    return queue->mask == 0;
}

/** run_queue_top - the highest level that holds something; the queue is not empty */
static inline uint32_t run_queue_top(const struct run_queue *queue)
{
    return 31u - (uint32_t)__builtin_clz(queue->mask);
}

static inline void run_queue_push(struct run_queue *queue, struct list *link, uint32_t level,
                                  bool front)
{
    if (front) {
        list_push_front(&queue->levels[level], link);
    } else {
        list_push_back(&queue->levels[level], link);
    }
    queue->mask |= 1u << level;
}

static inline void run_queue_remove(struct run_queue *queue, struct list *link, uint32_t level)
{
    list_remove(link);
    if (list_is_empty(&queue->levels[level])) {
        queue->mask &= ~(1u << level);
    }
}

#endif /* SCHED_RUN_QUEUE_H */
