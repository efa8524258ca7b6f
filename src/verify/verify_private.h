/* SPDX-License-Identifier: MIT */
/* The rule engine's own state, shared by its files. */
#ifndef VERIFY_VERIFY_PRIVATE_H
#define VERIFY_VERIFY_PRIVATE_H

#include "verify/verify.h"

struct verify {
    struct list breaches;
    struct list unimplemented;
    uint64_t breach_count;
    char image_path[4096];
    uintptr_t image_base;
    uintptr_t image_end;
    uintptr_t (*locator)(struct machine *machine, const char *ddi);
};

struct verify *verify_of(const struct machine *machine);

/**
 * verify_refine - the rule of the DDI that the driver is in, where it has one of its own
 * @where: what the report names: a DDI, or the function that was called
 * Returns: `rule` itself when there is none.
 */
enum rule verify_refine(const struct machine *machine, enum rule rule, const char *where);

#endif /* VERIFY_VERIFY_PRIVATE_H */
