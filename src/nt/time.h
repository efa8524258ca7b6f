/* SPDX-License-Identifier: MIT */
/*
 * Windows' views of the virtual clock. Everything is exact: a query does not wait for a tick.
 *
 * Choice: the machine is switched on at 2024-01-01 00:00:00 UTC, in a time zone without offset.
 */
#ifndef NT_TIME_H
#define NT_TIME_H

#include "machine/machine.h"

/* System time (100 ns since 1601-01-01) at virtual time 0. */
#define NT_EPOCH UINT64_C(133485408000000000)
#define NT_TICK_100NS UINT64_C(156250) /* 15.625 ms, 64 ticks a second */
#define NT_PERFORMANCE_HZ UINT64_C(10000000)

static inline uint64_t nt_interrupt_time(const struct machine *machine)
{
    return machine->clock.now_ns / 100;
}

static inline uint64_t nt_system_time(const struct machine *machine)
{
    return NT_EPOCH + nt_interrupt_time(machine);
}

#endif /* NT_TIME_H */
