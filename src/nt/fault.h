/* SPDX-License-Identifier: MIT */
/*
 * What a hardware fault in driver code becomes: a structured exception where Windows would
 * deliver one, else the bug check Windows would name, with the story of the address.
 *
 * Source: debugger/bug-check-0x50, 0xd1, 0x1e, 0x7e, 0x7f, 0xbe. Tests: tests/unit/nt_seh_test.c
 */
#ifndef NT_FAULT_H
#define NT_FAULT_H

#include "machine/machine.h"

/* The two hooks of the machine; see struct machine_hooks. */
sigjmp_buf *nt_fault_handler(struct machine *machine, uint32_t exception_code, uintptr_t address);
void nt_fault_bugcheck(struct machine *machine, uint32_t exception_code, uintptr_t address,
                       bool is_write, uintptr_t pc);

/** nt_fault_unhandled - stop the machine for an exception that no guard catches */
DXGH_NORETURN void nt_fault_unhandled(struct machine *machine, uint32_t exception_code,
                                      uintptr_t pc);

/**
 * nt_fault_describe - what is known about an address, as words
 * @text: receives something like "16 bytes behind a freed pool block of 64 bytes, tag 'Demo'"
 */
void nt_fault_describe(struct machine *machine, uintptr_t address, char *text, size_t text_bytes);

#endif /* NT_FAULT_H */
