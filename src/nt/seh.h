/* SPDX-License-Identifier: MIT */
/*
 * Structured exceptions: each fiber has a chain of guarded blocks, innermost first.
 *
 * Source: kernel/handling-exceptions.md; the frame is include/wdk/inline/excpt.h's
 */
#ifndef NT_SEH_H
#define NT_SEH_H

#include "machine/machine.h"

/** nt_seh_slot - where the running fiber keeps its innermost frame (DXGH_SEH_FRAME) */
void **nt_seh_slot(struct machine *machine);

/** nt_seh_peek - the innermost frame, or NULL; allocates nothing */
void *nt_seh_peek(struct machine *machine);

/** nt_seh_reset - forget the guards of an aborted call; the gate uses it after a caught fault */
void nt_seh_reset(struct machine *machine, void *frame);

/**
 * nt_raise - raise a status at the running fiber's innermost guard; does not return
 * Without a guard the machine stops with KMODE_EXCEPTION_NOT_HANDLED or
 * SYSTEM_THREAD_EXCEPTION_NOT_HANDLED.
 */
DXGH_NORETURN void nt_raise(struct machine *machine, uint32_t status, uintptr_t address);

#endif /* NT_SEH_H */
