/* SPDX-License-Identifier: MIT */
/* A virtual processor: an IRQL, the fiber it runs, and the fibers interrupts have set aside. */
#ifndef MACHINE_PROCESSOR_H
#define MACHINE_PROCESSOR_H

#include "base/base.h"

struct fiber;
struct interrupt_line;
struct machine;

/* x64 interrupt request levels. The nt layer asserts that the WDK names have the same values. */
enum {
    IRQL_PASSIVE = 0,
    IRQL_APC = 1,
    IRQL_DISPATCH = 2,
    IRQL_DEVICE_MIN = 3,
    IRQL_DEVICE_MAX = 12,
    IRQL_CLOCK = 13,
    IRQL_PROFILE = 15,
    IRQL_HIGH = 15,
    IRQL_COUNT = 16,
};

struct processor_frame {
    struct fiber *fiber; /* NULL: the processor was idle */
    uint8_t irql;
};

struct processor {
    uint32_t index; /* constant */
    uint8_t irql;
    bool dpc_pending;       /* deferred procedure calls are queued; run below DISPATCH */
    struct fiber *current;  /* NULL: idle. Not necessarily the one executing now. */
    uint64_t dispatched_ns; /* when current got this processor */
    uint32_t frame_count;
    struct processor_frame frames[IRQL_COUNT];  /* what was interrupted, outermost first */
    struct fiber *interrupt_fibers[IRQL_COUNT]; /* made on first use, one per level */
};

#endif /* MACHINE_PROCESSOR_H */
