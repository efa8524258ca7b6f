/* SPDX-License-Identifier: MIT */
/*
 * Who runs: points, dispatching, preemption, software interrupts.
 *
 * A *point* is the only place where another fiber may take over: entry and exit of every NT call,
 * every DxgkCb, every DDI, every register access, and any wait. At a point the clock moves, due
 * events fire, interrupts and DPCs are delivered where the IRQL allows, and the decision source may
 * give another processor its turn.
 *
 * Choice: all processors share one clock and each point moves it, so two busy processors take
 * twice the virtual time of one.
 */
#ifndef MACHINE_SCHEDULE_H
#define MACHINE_SCHEDULE_H

#include "machine/fiber.h"
#include "machine/machine.h"

/* Virtual cost of one point. Choice: about what a kernel call costs on a current machine. */
#define SCHEDULE_POINT_NS 20u
/* A processor gives way to the next runnable one after this long without a wait. */
#define SCHEDULE_SLICE_NS (50 * DXGH_NS_PER_US)
/* A thread gives way to an equal one after this long: two clock ticks, as Windows client does. */
#define SCHEDULE_QUANTUM_NS (20 * DXGH_NS_PER_MS)

void schedule_point_slow(struct machine *machine);

/**
 * schedule_go - continue whatever runs next; for a fiber that has just given up its processor
 * Returns: when the calling fiber is continued.
 */
void schedule_go(struct machine *machine);

/** machine_point - let the world go on; the running fiber may be elsewhere when it returns */
static inline void machine_point(struct machine *machine)
{
    machine->clock.now_ns += SCHEDULE_POINT_NS;
    if (DXGH_UNLIKELY(machine->attention || machine->decision.eager ||
                      machine->clock.now_ns >= machine->clock.next_due_ns ||
                      machine->clock.now_ns - machine->turn_ns >= SCHEDULE_SLICE_NS)) {
        schedule_point_slow(machine);
    }
}

/** machine_stall - busy-wait: time passes, the processor stays taken, others get a turn */
void machine_stall(struct machine *machine, uint64_t duration_ns);

/**
 * schedule_yield - one turn of a spin: let every other runnable processor go on first
 *
 * Below DISPATCH_LEVEL ready threads of at least the same priority run first too. When nobody else
 * can run, time jumps to the next event; a spin that no event can end stops the machine.
 */
void schedule_yield(struct machine *machine);

/**
 * schedule_block - park the running fiber until schedule_ready names it
 * IRQL: < DISPATCH_LEVEL; asserted. Returns at once when it was readied since its last block.
 */
void schedule_block(struct machine *machine);

/** schedule_ready - let a blocked fiber run again; on a running one, its next block returns */
void schedule_ready(struct machine *machine, struct fiber *fiber);

/** schedule_priority_set - 0..31; a ready fiber of higher priority preempts at the next point */
void schedule_priority_set(struct machine *machine, struct fiber *fiber, uint8_t priority);

/**
 * schedule_abandon - a thread that shall never run again, wherever it stands now
 * Its stack stays until the machine goes, since others may still point into it; who readies it
 * later does so in vain. Not the running fiber, nor the main one.
 */
void schedule_abandon(struct machine *machine, struct fiber *fiber);

/** schedule_exit - end the running fiber; does not return */
DXGH_NORETURN void schedule_exit(struct machine *machine);

/**
 * schedule_irql_raise, schedule_irql_lower - change the active processor's IRQL
 * Lowering is a point at which what was held back is delivered.
 * Returns (raise): the old level.
 */
uint8_t schedule_irql_raise(struct machine *machine, uint8_t irql);
void schedule_irql_lower(struct machine *machine, uint8_t irql);

static inline uint8_t schedule_irql(const struct machine *machine)
{
    return machine->active->irql;
}

/** schedule_dpc_request - DPCs are queued for a processor; they run when its IRQL allows */
void schedule_dpc_request(struct machine *machine, struct processor *processor);

/**
 * schedule_sleep_until - park the running fiber until the virtual time is due_ns
 * IRQL: < DISPATCH_LEVEL. Everything else goes on meanwhile.
 */
void schedule_sleep_until(struct machine *machine, uint64_t due_ns);

#endif /* MACHINE_SCHEDULE_H */
