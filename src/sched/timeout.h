/* SPDX-License-Identifier: MIT */
/*
 * Timeout detection and recovery as the registry sets it, and the count of recoveries in a window.
 *
 * Source: display/tdr-registry-keys.md
 */
#ifndef SCHED_TIMEOUT_H
#define SCHED_TIMEOUT_H

#include "base/base.h"

enum timeout_level { /* TdrLevel */
                     TIMEOUT_OFF = 0,
                     TIMEOUT_BUGCHECK = 1,
                     TIMEOUT_RECOVER_VGA =
                         2, /* documented as not implemented: taken as TIMEOUT_RECOVER */
                     TIMEOUT_RECOVER = 3,
};

enum timeout_debug { /* TdrDebugMode */
                     TIMEOUT_DEBUG_BREAK = 0,
                     TIMEOUT_DEBUG_IGNORE = 1,
                     TIMEOUT_DEBUG_RECOVER = 2,
                     TIMEOUT_DEBUG_ALWAYS = 3, /* recover also beyond the limits */
};

/* Recoveries one window can remember; a limit above this is cut. */
#define TIMEOUT_LIMIT_MAX 64u

struct timeout_config {
    enum timeout_level level;
    enum timeout_debug debug;
    uint64_t delay_ns;      /* TdrDelay */
    uint64_t ddi_delay_ns;  /* TdrDdiDelay */
    uint32_t limit_count;   /* TdrLimitCount */
    uint64_t limit_time_ns; /* TdrLimitTime */
    bool test_mode;         /* TdrTestMode */
};

/** timeout_config_default - what Windows does when the registry says nothing */
static inline struct timeout_config timeout_config_default(void)
{
    return (struct timeout_config){ .level = TIMEOUT_RECOVER,
                                    .debug = TIMEOUT_DEBUG_RECOVER,
                                    .delay_ns = 2 * DXGH_NS_PER_S,
                                    .ddi_delay_ns = 5 * DXGH_NS_PER_S,
                                    .limit_count = 5,
                                    .limit_time_ns = 60 * DXGH_NS_PER_S };
}

/* When the last recoveries were. */
struct timeout_window {
    uint32_t count;
    uint64_t times_ns[TIMEOUT_LIMIT_MAX]; /* ascending */
};

/**
 * timeout_window_add - a timeout happens now
 * Returns: true when `limit` others lie within the last span_ns already: this one is too many.
 */
bool timeout_window_add(struct timeout_window *window, uint64_t now_ns, uint64_t span_ns,
                        uint32_t limit);

#endif /* SCHED_TIMEOUT_H */
