/* SPDX-License-Identifier: MIT */
#include "nt/storage.h"

#include "nt/call.h"
#include "nt/pool.h"

void nt_storage_resident(struct machine *machine, enum rule rule, const void *object,
                         const char *function, const char *what)
{
    struct nt_pool_info info;

    if (nt_in_driver(machine) && nt_pool_block_of(machine, object, &info) && info.paged) {
        verify_report(machine, rule, function,
                      "%s: the %s lies in paged pool (offset %zu of a block of %zu bytes); its "
                      "storage must be resident, such as nonpaged pool",
                      function, what, (size_t)((const char *)object - (const char *)info.start),
                      info.bytes);
    }
}

bool nt_storage_aligned(struct machine *machine, enum rule rule, const void *object, size_t bytes,
                        const char *function, const char *what)
{
    if (!nt_in_driver(machine) || (uintptr_t)object % bytes == 0) {
        return true;
    }
    verify_report(machine, rule, function, "%s: the %s at %#llx is not aligned to %zu bytes",
                  function, what, (unsigned long long)(uintptr_t)object, bytes);
    return false;
}
