/* SPDX-License-Identifier: MIT */
/* What one switch of fibers costs, beside the least a switch of stacks can cost. */
#ifndef BENCH_FIBER_BENCH_H
#define BENCH_FIBER_BENCH_H

/**
 * bench_fiber_switch_ns - one fiber_switch between two fibers of a machine, in nanoseconds
 * Half of a round trip, of the quietest of several batches. The host thread may have no machine.
 */
double bench_fiber_switch_ns(void);

/** bench_bare_switch_ns - the same for a switch that saves the integer registers and nothing else
 */
double bench_bare_switch_ns(void);

/** bench_fiber_dispatch_ns - a whole block-and-wake of two threads through the scheduler */
double bench_fiber_dispatch_ns(void);

#endif /* BENCH_FIBER_BENCH_H */
