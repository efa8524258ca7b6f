/* SPDX-License-Identifier: MIT */
/*
 * NT handles: how objects are shared by name or by handle instead of by a number that any process
 * may guess. Each names one set of objects, which lives as long as a handle names it.
 */
#ifndef KMT_NT_HANDLE_H
#define KMT_NT_HANDLE_H

#include "kmt/object.h"

/**
 * kmt_nt_handle_close - what CloseHandle is on Windows, for handles that D3DKMT functions gave
 * Returns: STATUS_SUCCESS; STATUS_INVALID_HANDLE. IRQL: PASSIVE_LEVEL.
 */
NTSTATUS kmt_nt_handle_close(HANDLE handle);

/** kmt_nt_handles_end - every NT handle of a process that ends */
void kmt_nt_handles_end(struct process *process);
/** kmt_nt_handles_stop - resources of an adapter that stops are shared no longer */
void kmt_nt_handles_stop(struct adapter *adapter);

#endif /* KMT_NT_HANDLE_H */
