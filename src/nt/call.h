/* SPDX-License-Identifier: MIT */
/*
 * The way into every NT function: a point of the schedule and a check of the IRQL.
 *
 * NT_CALL(limit) declares `machine`. Who breaks the limit matters: inside a driver it is a breach
 * that is reported and survived, in our own layers it is our bug.
 */
#ifndef NT_CALL_H
#define NT_CALL_H

#include "machine/fiber.h"
#include "machine/machine.h"
#include "machine/schedule.h"
#include "nt/sanitize.h"
#include "nt/state.h"

/** nt_irql_above, nt_irql_below - out of line: report the breach, or stop for our own bug */
void nt_irql_above(struct machine *machine, uint8_t limit, const char *function);
void nt_irql_below(struct machine *machine, uint8_t limit, const char *function);

/*
 * What a DDI may use of the kernel stack: 24 KB less what the system has used when it calls.
 * Choice: 4 KB of it; what authors report is 4.8. An instrumented driver's frames are several times
 * as large, so there is no budget for one.
 * Source: kernel/using-the-kernel-stack.md
 */
#if NT_ASAN
#define NT_STACK_BUDGET UINTPTR_MAX
#else
#define NT_STACK_BUDGET ((uintptr_t)(20 * 1024))
#endif

/** nt_stack_used - by the innermost DDI up to this call; 0 outside of one */
static inline uintptr_t nt_stack_used(const struct machine *machine)
{
    uintptr_t entered = machine->running->ddi_stack;

    return entered == 0 ? 0 : entered - (uintptr_t)__builtin_frame_address(0);
}

/** nt_stack_deep - out of line: report rule NT-THREAD-02, once a DDI, when the driver calls */
void nt_stack_deep(struct machine *machine, const char *function);

static inline struct machine *nt_enter(uint8_t highest, const char *function)
{
    struct machine *machine = machine_current();

    if (DXGH_UNLIKELY(machine->active->irql > highest)) {
        nt_irql_above(machine, highest, function);
    }
    if (DXGH_UNLIKELY(nt_stack_used(machine) > NT_STACK_BUDGET)) {
        nt_stack_deep(machine, function);
    }
    nt_of(machine)->calls++;
    machine_point(machine);
    return machine;
}

/* For functions that may be called at any IRQL and change nothing another fiber could see. */
static inline struct machine *nt_enter_quietly(void)
{
    struct machine *machine = machine_current();

    nt_of(machine)->calls++;
    return machine;
}

#define NT_CALL(highest) struct machine *machine = nt_enter((highest), __func__)
#define NT_CALL_ANY() struct machine *machine = nt_enter(IRQL_HIGH, __func__)
/* Needs at least `lowest`: the AtDpcLevel family. */
#define NT_CALL_BETWEEN(lowest, highest)                                                           \
    struct machine *machine = nt_enter((highest), __func__);                                       \
    do {                                                                                           \
        if (DXGH_UNLIKELY(machine->active->irql < (lowest))) {                                     \
            nt_irql_below(machine, (lowest), __func__);                                            \
        }                                                                                          \
    } while (0)

static inline bool nt_in_driver(const struct machine *machine)
{
    return machine->running->in_driver;
}

/*
 * A call into a routine that a driver or one of our layers registered: DPC, thread, work item,
 * registry query. What it must leave as it found it is checked when it returns.
 */
struct nt_callback {
    const void *routine;
    const char *kind; /* "DPC routine", "work item routine", ...: for the report */
    const char *outer_ddi;
    bool was_in_driver;
    uint8_t irql;
    uint32_t locks;
    uint64_t balance;
    void *seh;
};

/**
 * nt_callback_begin - before the call
 * @routine: what will be called
 * @driver: it is the driver's
 * @kind: for the report; static text
 */
void nt_callback_begin(struct machine *machine, struct nt_callback *callback, const void *routine,
                       bool driver, const char *kind);
/** nt_callback_end - after the call: check, report, and restore what was not left as found */
void nt_callback_end(struct machine *machine, const struct nt_callback *callback);

/** nt_is_driver_routine - whether a routine registered now belongs to the driver */
bool nt_is_driver_routine(struct machine *machine, const void *routine);

#endif /* NT_CALL_H */
