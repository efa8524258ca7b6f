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

/**
 * user_read_words, user_write_words - the same for structures and arrays
 * Choice: a pointer that is not aligned to a 32-bit word is refused like one that leads nowhere.
 */
DXGH_MUST_CHECK static inline bool user_read_words(struct machine *machine, void *to,
                                                   const void *from, size_t bytes)
{
    return ((uintptr_t)from & 3) == 0 && user_read(machine, to, from, bytes);
}

DXGH_MUST_CHECK static inline bool user_write_words(struct machine *machine, void *to,
                                                    const void *from, size_t bytes)
{
    return ((uintptr_t)to & 3) == 0 && user_write(machine, to, from, bytes);
}

/** user_answer - write an answer as the last act of a call; a call's status. Otherwise user_write
 */
NTSTATUS user_answer(struct machine *machine, void *to, const void *from, size_t bytes);

/** user_can_write - each page of the range takes a write; so that a call fails before it acts */
DXGH_MUST_CHECK bool user_can_write(struct machine *machine, void *to, size_t bytes);
/** user_read_and_probe - user_read and user_can_write of one range, at the cost of the first */
DXGH_MUST_CHECK bool user_read_and_probe(struct machine *machine, void *to, void *from,
                                         size_t bytes);
/** user_can_write_words - and it is aligned to a 32-bit word */
DXGH_MUST_CHECK static inline bool user_can_write_words(struct machine *machine, void *to,
                                                        size_t bytes)
{
    return ((uintptr_t)to & 3) == 0 && user_can_write(machine, to, bytes);
}

#endif /* KMT_USER_H */
