/* SPDX-License-Identifier: MIT */
/*
 * Hardware faults of the host process: trapped registers, driver bugs, and our own.
 *
 * One signal handler sorts them: an address inside a trapped BAR is emulated; a fault on a fiber
 * with a structured exception handler goes there; a fault inside a driver becomes a bug check; any
 * other is ours and ends the program the way it would have without us.
 */
#ifndef MACHINE_FAULT_H
#define MACHINE_FAULT_H

#include "machine/machine.h"

/**
 * fault_install, fault_remove - handlers for the process, a signal stack for this host thread
 * Counted over the machines of the process: the first installs the handlers, the last removes them.
 * Returns: false when the host has no memory for the stack.
 */
bool fault_install(void);
void fault_remove(void);

/**
 * fault_thread_enter - a signal stack for the calling host thread, kept until the thread ends
 * For threads that work on a machine of another; free to repeat.
 * Returns: false when the host has no memory for the stack.
 */
bool fault_thread_enter(void);

/**
 * fault_claim - make sure that the handlers are still ours
 * A host program may have set its own since; they become the ones that faults outside any driver
 * go to.
 */
void fault_claim(void);

/**
 * fault_note - a signal interrupted driver code, and a bug check about that code follows
 * @context: the ucontext_t the signal handler was given
 */
void fault_note(void *context);
/** fault_is_exact - whether the innermost frame of a back trace is the faulting instruction itself
 */
bool fault_is_exact(void);

/** fault_forget - the fault being handled is over: its handler is about to be jumped out of */
void fault_forget(void);

/**
 * fault_backtrace - return addresses of the running fiber, innermost first
 * Walks frame pointers, never leaves the fiber's stack. From inside the signal handler it starts at
 * the faulting instruction.
 * Returns: how many entries of frames were filled.
 */
uint32_t fault_backtrace(struct machine *machine, uintptr_t *frames, uint32_t capacity);

#endif /* MACHINE_FAULT_H */
