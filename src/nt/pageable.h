/* SPDX-License-Identifier: MIT */
/*
 * Pageable memory out of reach: with machine_config.hide_pages the driver's PAGE section and its
 * paged pool cannot be touched from DISPATCH_LEVEL on, as if they were paged out at that moment.
 *
 * They are hidden when a processor comes to DISPATCH_LEVEL, and come back with the first fault
 * below it. Sections that the driver locked, and pool whose pages an MDL locks, stay.
 *
 * Source: hardware/when-should-code-and-data-be-pageable; rules SYNC-10, NT-IRQL-05
 * Tests:  tests/contract (SYNC-10), stage pages of tests/scenario/battery_test.c
 */
#ifndef NT_PAGEABLE_H
#define NT_PAGEABLE_H

#include "machine/machine.h"

/** nt_pageable_init, nt_pageable_fini - take and give back the machine's hooks */
void nt_pageable_init(struct machine *machine);
void nt_pageable_fini(struct machine *machine);

/** nt_pageable_judge - report a fault of the driver's at DISPATCH_LEVEL or above that hiding caused
 */
void nt_pageable_judge(struct machine *machine, uintptr_t address, bool is_code);

#endif /* NT_PAGEABLE_H */
