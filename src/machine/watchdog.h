/* SPDX-License-Identifier: MIT */
/*
 * The watchdog: a machine that would hang for ever stops with a bug check that says why.
 *
 * Choice: a loop at DISPATCH_LEVEL or above is DPC_WATCHDOG_VIOLATION (0x133), which documents
 * that; all others are SYNTHETIC_WATCHDOG_TIMEOUT (0x1CA). On Windows such a driver hangs the
 * computer; nothing more can be said of what it would see.
 *
 * Tests: tests/unit/schedule_test.c, tests/unit/interrupt_test.c
 */
#ifndef MACHINE_WATCHDOG_H
#define MACHINE_WATCHDOG_H

#include "machine/interrupt.h"
#include "machine/machine.h"

/* A machine in which no thread reaches a wait for this much virtual time is stuck. */
#define WATCHDOG_NS (600 * DXGH_NS_PER_S)

/** watchdog_progress - a thread has got as far as a wait, or will have at time_ns */
void watchdog_progress(struct machine *machine, uint64_t time_ns);

/** watchdog_is_due - whether the machine, if nothing happens before, is stuck at time_ns */
bool watchdog_is_due(const struct machine *machine, uint64_t time_ns);

/** watchdog_look - stop the machine if a thread has been inside a DDI for too long */
void watchdog_look(struct machine *machine);
static inline bool watchdog_look_is_due(const struct machine *machine)
{
    return machine->clock.now_ns >= machine->next_look_ns;
}

/* Each stops the machine for one kind of hang. */
DXGH_NORETURN void watchdog_all_wait(struct machine *machine);
DXGH_NORETURN void watchdog_spins(struct machine *machine);
DXGH_NORETURN void watchdog_polls(struct machine *machine);
DXGH_NORETURN void watchdog_storms(struct machine *machine, const struct interrupt_line *line);

#endif /* MACHINE_WATCHDOG_H */
