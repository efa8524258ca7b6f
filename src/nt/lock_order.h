/* SPDX-License-Identifier: MIT */
/*
 * The order in which a driver nests its spin locks.
 *
 * Each nested acquisition is an edge "held -> acquired". An acquisition that would close a circle
 * is a deadlock that only waits for the right timing, and is reported when it is first possible,
 * not when it happens. Locks that a driver tries for, and locks of ours, do not count.
 *
 * Source: kernel/preventing-errors-and-deadlocks-while-using-spin-locks.md,
 * devtest/deadlock-detection.md. Tests: tests/contract (NT-LOCK-14)
 */
#ifndef NT_LOCK_ORDER_H
#define NT_LOCK_ORDER_H

#include "nt/state.h"

/** nt_lock_order_check - the running fiber is about to acquire a lock while it may hold others */
void nt_lock_order_check(struct machine *machine, const volatile void *lock, const char *function);

/** nt_lock_order_forget - the memory of locks goes away or is initialised anew */
void nt_lock_order_forget(struct machine *machine, const void *start, size_t bytes);

#endif /* NT_LOCK_ORDER_H */
