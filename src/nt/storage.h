/* SPDX-License-Identifier: MIT */
/*
 * Where a driver keeps the objects it hands to the kernel: resident and aligned.
 *
 * The kernel touches a dispatcher object, a DPC or a lock at DISPATCH_LEVEL and in its own time,
 * when paged pool may be on disk. Each object's page says so; each has its own rule.
 * Tests: tests/contract (NT-RES-01 and its family)
 */
#ifndef NT_STORAGE_H
#define NT_STORAGE_H

#include "nt/state.h"
#include "verify/verify.h"

/**
 * nt_storage_resident - report an object in paged pool
 * @rule: of the object's kind
 * @function: that initialises it
 * @what: "event", "DPC": for the report
 * IRQL: any. Costs a look-up of one page, and only for a driver.
 */
void nt_storage_resident(struct machine *machine, enum rule rule, const void *object,
                         const char *function, const char *what);

/** nt_storage_aligned - false, and reported, when an object is not at a multiple of @bytes */
bool nt_storage_aligned(struct machine *machine, enum rule rule, const void *object, size_t bytes,
                        const char *function, const char *what);

#endif /* NT_STORAGE_H */
