/* SPDX-License-Identifier: MIT */
/*
 * Everything drivers may import from src/nt, as a table. It keeps the functions linked into every
 * program that uses the NT layer, and answers MmGetSystemRoutineAddress.
 */
#ifndef NT_EXPORTS_H
#define NT_EXPORTS_H

#include <stddef.h>

struct nt_export {
    const char *name;
    void *address;
    const char *header; /* where the WDK declares it */
};

/** nt_export_find - the address of an exported function or variable, or NULL */
void *nt_export_find(const char *name);
/** nt_export_at - the n-th export in order of name, or NULL behind the last one */
const struct nt_export *nt_export_at(size_t n);

#endif /* NT_EXPORTS_H */
