/* SPDX-License-Identifier: MIT */
/*
 * Deferred procedure calls: a queue per processor, drained at DISPATCH_LEVEL.
 *
 * A KDPC is queued through its own DpcListEntry; DpcData is its queue while it is queued, Number
 * is the target processor plus one (0: whichever queues it), and ProcessorHistory remembers
 * whether the routine is the driver's.
 *
 * Source: kernel/introduction-to-dpcs.md, wdm KeInsertQueueDpc. Tests: tests/unit/nt_dpc_test.c
 */
#ifndef NT_DPC_H
#define NT_DPC_H

#include "machine/machine.h"
#include "nt/wdk.h"

/** nt_dpc_run - the machine's hook: run what is queued for a processor. IRQL: DISPATCH_LEVEL. */
void nt_dpc_run(struct machine *machine, struct processor *processor);

/**
 * nt_dpc_insert - queue a DPC without a point; usable from clock events and interrupt service
 * Returns: false when it is queued already.
 */
bool nt_dpc_insert(struct machine *machine, KDPC *dpc, void *argument1, void *argument2);

/** nt_dpc_remove - take a DPC off its queue. Returns: false when it was not queued. */
bool nt_dpc_remove(struct machine *machine, KDPC *dpc);

/** nt_dpc_in_range - a queued DPC inside this memory, or NULL */
const KDPC *nt_dpc_in_range(const struct machine *machine, const void *start, size_t bytes);

/** nt_dpc_running - the DPC whose routine the running fiber is inside, or NULL */
KDPC *nt_dpc_running(const struct machine *machine);

uint32_t nt_dpcs_of_driver(const struct machine *machine);
void nt_dpcs_remove_driver(struct machine *machine);

#endif /* NT_DPC_H */
