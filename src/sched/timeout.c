/* SPDX-License-Identifier: MIT */
#include "sched/timeout.h"

static void drop_oldest(struct timeout_window *window, uint32_t count)
{
    window->count -= count;
    __builtin_memmove(window->times_ns, window->times_ns + count,
                      window->count * sizeof(window->times_ns[0]));
}

bool timeout_window_add(struct timeout_window *window, uint64_t now_ns, uint64_t span_ns,
                        uint32_t limit)
{
    uint32_t old = 0;
    bool exceeded;

    while (old < window->count && now_ns - window->times_ns[old] > span_ns) {
        old++;
    }
    drop_oldest(window, old);
    exceeded = window->count >= DXGH_MIN(limit, TIMEOUT_LIMIT_MAX);
    if (window->count == TIMEOUT_LIMIT_MAX) {
        drop_oldest(window, 1);
    }
    window->times_ns[window->count++] = now_ns;
    return exceeded;
}
