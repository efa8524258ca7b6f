/* SPDX-License-Identifier: MIT */
/*
 * Memory of a caller: everything a thunk reads is copied once, before it is looked at, and
 * everything it writes goes through here. A pointer that leads nowhere, or into the kernel, is an
 * answer and never a crash.
 *
 * Choice: callers are programs of the host, so user memory is every address that is neither the
 * machine's nor another process's (nt/user.h). D3DKMT pages name STATUS_INVALID_PARAMETER for
 * arguments found to be wrong; a pointer is such an argument.
 */
#ifndef KMT_USER_H
#define KMT_USER_H

#include "machine/machine.h"
#include "nt/wdk.h"

/**
 * user_read - copy from the caller's memory
 * Returns: false when any byte cannot be read, or is not the caller's. `to` is then unspecified.
 * IRQL: PASSIVE_LEVEL. Never switches fibers.
 */
DXGH_MUST_CHECK bool user_read(struct machine *machine, void *to, const void *from, size_t bytes);

/**
 * user_write - copy to the caller's memory
 * Returns: false when any byte cannot be written; bytes before it may have been.
 */
DXGH_MUST_CHECK bool user_write(struct machine *machine, void *to, const void *from, size_t bytes);

/** user_answer - write an answer as the last act of a call; a call's status. Otherwise user_write
 */
NTSTATUS user_answer(struct machine *machine, void *to, const void *from, size_t bytes);

/** user_can_write - each page of the range takes a write; so that a call fails before it acts */
DXGH_MUST_CHECK bool user_can_write(struct machine *machine, void *to, size_t bytes);

/**
 * user_capture - an argument structure, copied
 * A pointer that is not aligned to a 32-bit word is refused like one that cannot be read.
 */
#define user_capture(machine, copy, pointer)                                                       \
    (((uintptr_t)(pointer)&3) == 0 && user_read((machine), (copy), (pointer), sizeof(*(copy))))

#endif /* KMT_USER_H */
