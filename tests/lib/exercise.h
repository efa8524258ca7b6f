/* SPDX-License-Identifier: MIT */
/*
 * What a contract test does with an adapter that came up: a screen, surfaces of each kind, drawing,
 * reading back, vertical blanks; and the DDIs that no part of the system calls yet.
 */
#ifndef TESTS_LIB_EXERCISE_H
#define TESTS_LIB_EXERCISE_H

#include "tests/lib/stack.h"

/** exercise_draw - a body for stack_run. Every failure of the driver's is taken as it comes. */
void exercise_draw(struct adapter *adapter, void *argument);

/** exercise_draw_and_call - the same; then the DDI named by `argument`, if nobody else calls it */
void exercise_draw_and_call(struct adapter *adapter, void *argument);

/** exercise_evict - a client draws, loses its memory, and draws again */
void exercise_evict(struct adapter *adapter, void *argument);
/** exercise_special - what the CPU sees at an alternate address is evicted and comes back */
void exercise_special(struct adapter *adapter, void *argument);
/** exercise_lock - the CPU looks at video memory through a swizzling range */
void exercise_lock(struct adapter *adapter, void *argument);
/** exercise_flip - a client shows its own primary */
void exercise_flip(struct adapter *adapter, void *argument);
/** exercise_gdi - each GDI operation, held against the CPU's (cdd/pixel_check.h) */
void exercise_gdi(struct adapter *adapter, void *argument);
/** exercise_restart - draw, stop and start the adapter, and draw again */
void exercise_restart(struct adapter *adapter, void *argument);

/** exercise_hang - an engine hangs and is reset; then the whole adapter */
void exercise_hang(struct adapter *adapter, void *argument);
/** exercise_hang_again - an engine hangs, is reset, and hangs in the first work after that */
void exercise_hang_again(struct adapter *adapter, void *argument);
/** exercise_hang_adapter_again - the same with the whole adapter */
void exercise_hang_adapter_again(struct adapter *adapter, void *argument);
/** exercise_slow - an engine is reset that hangs not, but takes too long */
void exercise_slow(struct adapter *adapter, void *argument);
/** exercise_beside - an engine hangs while the other one is at long work */
void exercise_beside(struct adapter *adapter, void *argument);
/** exercise_cancel - an engine hangs while the client has more in its software queue */
void exercise_cancel(struct adapter *adapter, void *argument);
/** exercise_race - an urgent client comes at every moment around the end of another's work */
void exercise_race(struct adapter *adapter, void *argument);
/** exercise_preempt - an urgent client takes an engine from one with long work */
void exercise_preempt(struct adapter *adapter, void *argument);

/** exercise_mutant - write the mutation and its seed where the mutant driver looks for them */
void exercise_mutant(struct machine *machine, const char *mutant, uint32_t seed);

/** exercise_is_in - whether a report's place is in this function of the driver */
bool exercise_is_in(const struct machine *machine, uintptr_t pc, const char *function, char *where,
                    size_t where_bytes);

#endif /* TESTS_LIB_EXERCISE_H */
