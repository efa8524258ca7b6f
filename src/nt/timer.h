/* SPDX-License-Identifier: MIT */
/*
 * Timers: armed KTIMERs in one list by due time, with one event of the machine's clock for the
 * earliest. DueTime holds virtual nanoseconds while armed.
 *
 * Choice: timers are exact; Windows rounds them up to the clock tick.
 * Source: wdm KeSetTimerEx. Tests: tests/unit/nt_timer_test.c
 */
#ifndef NT_TIMER_H
#define NT_TIMER_H

#include "machine/machine.h"
#include "nt/wdk.h"

void nt_timers_init(struct machine *machine);

/** nt_timer_in_range - an armed timer inside this memory, or NULL */
const KTIMER *nt_timer_in_range(const struct machine *machine, const void *start, size_t bytes);
/** nt_timers_forget - disarm the timers inside memory that goes away */
void nt_timers_forget(struct machine *machine, const void *start, size_t bytes);
uint32_t nt_timers_of_driver(const struct machine *machine);
/** nt_timers_cancel_driver - disarm what an unloaded driver left armed */
void nt_timers_cancel_driver(struct machine *machine);

#endif /* NT_TIMER_H */
