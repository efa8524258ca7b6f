/* SPDX-License-Identifier: MIT */
/*
 * The host's watchdog: a driver that loops without ever calling the kernel, so that virtual time
 * stands still and no point is reached.
 *
 * A timer of the host thread's processor time looks every so often whether virtual time has moved.
 * It never does anything to a run that reaches points, and so does not make runs depend on the
 * host.
 *
 * Choice: below DISPATCH_LEVEL this is THREAD_STUCK_IN_DEVICE_DRIVER (0xEA), which documents
 * exactly that; at DISPATCH_LEVEL and above DPC_WATCHDOG_VIOLATION (0x133).
 *
 * Tests: tests/scenario/stuck_driver_test.c
 */
#ifndef MACHINE_HOST_WATCHDOG_H
#define MACHINE_HOST_WATCHDOG_H

#include "machine/machine.h"

/* Processor time of the host in one stretch of driver code between two points. */
#define HOST_WATCHDOG_SECONDS 2u

/**
 * host_watchdog_start, host_watchdog_stop - around the run of one machine, on its host thread
 * Start does nothing when the host grants no timer: the run is then without this net.
 */
void host_watchdog_start(struct machine *machine);
void host_watchdog_stop(struct machine *machine);

#endif /* MACHINE_HOST_WATCHDOG_H */
