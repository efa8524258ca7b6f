/* SPDX-License-Identifier: MIT */
/*
 * Delivery of interrupts and DPCs to processors.
 *
 * What interrupts a processor is set aside in its frames and goes on when the interrupt's own fiber
 * is done: one fiber to a processor and level, made on first use; level 2 runs the DPCs.
 *
 * Tests: tests/unit/interrupt_test.c, tests/unit/schedule_test.c
 */
#ifndef MACHINE_DELIVER_H
#define MACHINE_DELIVER_H

#include "machine/machine.h"

/**
 * deliver_pending - put every asserted line and requested DPC on a processor whose IRQL allows it
 *
 * Only prepares: the fibers run when the scheduler continues their processors. What no processor
 * can take now sets machine->deferred.
 */
void deliver_pending(struct machine *machine);

#endif /* MACHINE_DELIVER_H */
