/* SPDX-License-Identifier: MIT */
/*
 * What a thread must leave as it found it when a routine of the driver returns: critical and
 * guarded regions, mutexes and resources, and the promise of Wait = TRUE. One 64-bit number stands
 * for all of them, so that the gate compares once a call.
 *
 * Source: debugger/bug-check-0x1--apc-index-mismatch.md,
 * debugger/bug-check-0x39--system-exit-owned-mutex.md. Tests: tests/contract (NT-APC, NT-WAIT)
 */
#ifndef NT_BALANCE_H
#define NT_BALANCE_H

#include "nt/thread.h"
#include "verify/verify.h"

/** nt_balance - of the running fiber; 0 for an interrupt's, which has no thread of its own */
static inline uint64_t nt_balance(const struct fiber *fiber)
{
    const struct nt_thread *thread = fiber->user;

    return fiber->is_interrupt || thread == NULL ? 0 : thread->balance;
}

/**
 * nt_balance_report - a routine returned with another balance than it was called with
 * Reports what is left over and sets the regions right; mutexes stay owned.
 * @outer: the balance at the call
 * @what: the routine, for the message
 */
void nt_balance_report(struct machine *machine, uint64_t outer, const char *function,
                       const char *what);

/** nt_regions_required - report a call that needs kernel APCs disabled, where they are not */
void nt_regions_required(struct machine *machine, enum rule rule, const char *function,
                         const char *what);

/** nt_region_leave - count one region less, or report that none was entered */
void nt_region_leave(struct machine *machine, uint16_t *regions, enum rule rule,
                     const char *function);

/** nt_wait_promise - the caller passed Wait: a wait must follow */
void nt_wait_promise(struct machine *machine, BOOLEAN wait, const char *function);

#endif /* NT_BALANCE_H */
