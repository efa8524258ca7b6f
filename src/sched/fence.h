/* SPDX-License-Identifier: MIT */
/* Fence ids: 32 bits, one sequence per node, compared across the wrap-around. */
#ifndef SCHED_FENCE_H
#define SCHED_FENCE_H

#include <stdbool.h>
#include <stdint.h>

/* Two ids of one node are never further apart than 2^31. */
static inline bool fence_precedes(uint32_t a, uint32_t b)
{
    return (int32_t)(a - b) < 0;
}

#endif /* SCHED_FENCE_H */
