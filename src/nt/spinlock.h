/* SPDX-License-Identifier: MIT */
/*
 * Spin locks: who holds what.
 *
 * A KSPIN_LOCK is one word, and the word says who: 0 is free, otherwise a mark in the upper half
 * and the owner's fiber id in the lower one. A word of any other shape was never initialised. The
 * IRQL to go back to and the order of acquisition are kept in the machine's list of held locks.
 *
 * Source: wdm, KeAcquireSpinLock and its family. Tests: tests/unit/nt_spinlock_test.c
 */
#ifndef NT_SPINLOCK_H
#define NT_SPINLOCK_H

#include "machine/machine.h"
#include "nt/wdk.h"

struct nt_held_lock;

/** nt_locks_held - spin locks the running fiber holds now; a gate compares before and after */
uint32_t nt_locks_held(const struct machine *machine);

/** nt_locks_push - a slot for one more held lock, to be filled in by the caller */
struct nt_held_lock *nt_locks_push(struct machine *machine);

/** nt_locks_drop - free the running fiber's newest locks until `keep` are left (after a report) */
void nt_locks_drop(struct machine *machine, uint32_t keep);

/**
 * nt_locks_in_range - whether a held lock lies inside memory that is about to go away
 * Returns: the address of the first one, or NULL.
 */
const volatile void *nt_locks_in_range(const struct machine *machine, const void *start,
                                       size_t bytes);

/**
 * nt_locks_stay_raised - the IRQL is about to be lowered: no spin lock may be held below
 * DISPATCH_LEVEL (rule NT-LOCK-15)
 */
void nt_locks_stay_raised(struct machine *machine, uint8_t irql, const char *function);

/**
 * nt_locks_stalled - the processor is about to stall: a spin lock is held for 25 microseconds at
 * most (rule NT-STALL-02)
 */
void nt_locks_stalled(struct machine *machine, uint32_t us, const char *function);

/**
 * nt_spinlock_wait - spin until a lock is free, without taking it
 * A deadlock is reported and stops the machine, as for KeAcquireSpinLock.
 */
void nt_spinlock_wait(struct machine *machine, volatile ULONG_PTR *lock, const char *function);

/** nt_locks_forget - no longer count the locks inside memory that goes away as held */
void nt_locks_forget(struct machine *machine, const void *start, size_t bytes);

#endif /* NT_SPINLOCK_H */
