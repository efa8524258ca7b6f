/* SPDX-License-Identifier: MIT */
/*
 * Dispatcher objects: what a thread can wait for, and the waits themselves.
 *
 * Everything lives in the documented structures: SignalState says whether an object is signalled,
 * WaitListHead links the KWAIT_BLOCKs of the threads that wait, oldest first. Waits are satisfied
 * at the moment of the signal, in that order; the documents promise none.
 *
 * Source: kernel/introduction-to-kernel-dispatcher-objects.md, wdm KeWaitForMultipleObjects
 * Tests:  tests/unit/nt_wait_test.c
 */
#ifndef NT_DISPATCHER_H
#define NT_DISPATCHER_H

#include "machine/machine.h"
#include "nt/wdk.h"

/* DISPATCHER_HEADER.Type */
enum nt_dispatcher_type {
    NT_DISPATCHER_EVENT_NOTIFICATION = 0,
    NT_DISPATCHER_EVENT_SYNCHRONIZATION = 1,
    NT_DISPATCHER_MUTANT = 2,
    NT_DISPATCHER_PROCESS = 3,
    NT_DISPATCHER_SEMAPHORE = 5,
    NT_DISPATCHER_THREAD = 6,
    NT_DISPATCHER_TIMER_NOTIFICATION = 8,
    NT_DISPATCHER_TIMER_SYNCHRONIZATION = 9,
};

/** nt_dispatcher_init - an object of a type in a state; reports one that a thread waits on */
void nt_dispatcher_init(struct machine *machine, DISPATCHER_HEADER *header, UCHAR type,
                        size_t bytes, LONG state, const char *function);

/**
 * nt_dispatcher_check - whether memory looks like an initialised object
 * @lowest, @highest: types allowed
 * Returns: false after reporting NT-OBJ-01; the caller then leaves the object alone.
 */
bool nt_dispatcher_check(struct machine *machine, const DISPATCHER_HEADER *header, UCHAR lowest,
                         UCHAR highest, const char *function);

/** nt_dispatcher_signal - SignalState has just become positive: release whom that satisfies */
void nt_dispatcher_signal(struct machine *machine, DISPATCHER_HEADER *header);

/**
 * nt_dispatcher_waiting_in_range - whether a thread waits on an object inside this memory
 * Returns: the object's address, or NULL.
 */
const void *nt_dispatcher_waiting_in_range(struct machine *machine, const void *start,
                                           size_t bytes);

/** nt_dispatcher_forget - cut the waits on objects inside memory that goes away from it */
void nt_dispatcher_forget(struct machine *machine, const void *start, size_t bytes);

/**
 * nt_wait - wait for one or all of some objects; the core of every waiting function
 * @timeout: NULL for ever; negative relative, positive absolute system time, in 100 ns
 * @blocks: one per object
 * Returns: STATUS_WAIT_0 + index, STATUS_ABANDONED_WAIT_0 + index, or STATUS_TIMEOUT.
 * IRQL: < DISPATCH_LEVEL unless *timeout is 0.
 */
NTSTATUS nt_wait(struct machine *machine, ULONG count, void **objects, WAIT_TYPE type,
                 const LARGE_INTEGER *timeout, KWAIT_BLOCK *blocks, const char *function);

/** nt_delay - wait for a time and nothing else. IRQL: < DISPATCH_LEVEL. */
void nt_delay(struct machine *machine, LONGLONG due);

/** nt_due_ns - the virtual time of a due time in Windows' units, never in the past */
uint64_t nt_due_ns(const struct machine *machine, LONGLONG due);

#endif /* NT_DISPATCHER_H */
