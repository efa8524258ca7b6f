/* SPDX-License-Identifier: MIT */
/*
 * NT handles: how objects are shared by name or by handle instead of by a number that any process
 * may guess. Each names one set of objects, which lives as long as a handle names it.
 */
#ifndef KMT_NT_HANDLE_H
#define KMT_NT_HANDLE_H

#include "kmt/sync.h"

/**
 * kmt_nt_handle_close - what CloseHandle is on Windows, for handles that D3DKMT functions gave
 * Returns: STATUS_SUCCESS; STATUS_INVALID_HANDLE. IRQL: PASSIVE_LEVEL.
 */
NTSTATUS kmt_nt_handle_close(HANDLE handle);

/**
 * kmt_event_create - what CreateEvent is on Windows: an event that is reset by the wait it ends
 * @event: receives its handle, for kmt_nt_handle_close
 * Returns: STATUS_SUCCESS or STATUS_NO_MEMORY.
 */
NTSTATUS kmt_event_create(HANDLE *event);
/** kmt_event_set - Returns: STATUS_SUCCESS or STATUS_INVALID_HANDLE */
NTSTATUS kmt_event_set(HANDLE event);
/**
 * kmt_event_wait - @timeout: as kmt_sync_wait
 * Returns: STATUS_SUCCESS; STATUS_TIMEOUT; STATUS_INVALID_HANDLE; STATUS_PROCESS_IS_TERMINATING.
 */
NTSTATUS kmt_event_wait(HANDLE event, const int64_t *timeout);

/** kmt_event_find - the event of the caller's handle. Returns: NULL: it is none. */
struct sync_object *kmt_event_find(const struct kmt_call *call, HANDLE handle);

/** kmt_nt_event_name - a handle to an event; takes over the reference. Returns: NULL: none left. */
HANDLE kmt_nt_event_name(struct kmt_call *call, struct sync_object *event);

/** kmt_nt_handles_end - every NT handle of a process that ends */
void kmt_nt_handles_end(struct process *process);
/** kmt_nt_handles_stop - resources of an adapter that stops are shared no longer */
void kmt_nt_handles_stop(struct adapter *adapter);

#endif /* KMT_NT_HANDLE_H */
