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

/* Of the 24 KB of a kernel stack, what a driver's own frames may take in one call: the system has
 * used 4 KB before it, and more below DxgkDdiBuildPagingBuffer. Observed. */
#define NT_DRIVER_STACK_BYTES (20u * 1024u)

/** nt_stack_low - out of line: report that the driver's frames take more than that */
void nt_stack_low(struct machine *machine, const char *function);

/* From here on the running fiber's frames are the driver's. Returns: what to put back afterwards.
 * A sanitizer's frames are larger than the driver's own, and are not judged. */
static inline uintptr_t nt_stack_begin(struct fiber *fiber)
{
    uintptr_t outer = fiber->stack_limit;

    fiber->stack_limit =
        NT_ASAN || DXGH_TSAN ? 0 : (uintptr_t)__builtin_frame_address(0) - NT_DRIVER_STACK_BYTES;
    return outer;
}

static inline struct machine *nt_enter(uint8_t highest, const char *function)
{
    struct machine *machine = machine_current();

    if (DXGH_UNLIKELY((uintptr_t)__builtin_frame_address(0) < machine->running->stack_limit)) {
        nt_stack_low(machine, function);
    }
    if (DXGH_UNLIKELY(machine->active->irql > highest)) {
        nt_irql_above(machine, highest, function);
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
    uintptr_t stack_limit;
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
