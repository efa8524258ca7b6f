/* SPDX-License-Identifier: MIT */
/*
 * One x86-64 instruction carried out in software, because its memory operand is a trapped register.
 *
 * Supported: the moves (mov, movnti, movzx, movsx, movsxd, cmovcc), the two-operand arithmetic
 * (add, adc, sub, sbb, and, or, xor, cmp, test, imul), inc, dec, neg, not, xchg, xadd, cmpxchg, bt
 * with a constant, stos, lods and movs with and without rep; general registers, operands of 1, 2, 4
 * and 8 bytes. These are what compilers make of a volatile pointer to an integer.
 *
 * Choice: a lock prefix adds nothing, since the machine is atomic between points.
 */
#ifndef MACHINE_INSTRUCTION_H
#define MACHINE_INSTRUCTION_H

#include "base/base.h"

#include <ucontext.h>

/* How the instruction reaches its trapped operand. */
struct instruction_memory {
    void *context;
    /* Whether an access of this size is allowed at this trapped address. */
    bool (*trapped)(void *context, uintptr_t address, uint32_t size_bytes);
    uint64_t (*read)(void *context, uintptr_t address, uint32_t size_bytes);
    void (*write)(void *context, uintptr_t address, uint32_t size_bytes, uint64_t value);
};

/**
 * instruction_emulate - carry out the instruction at the context's program counter
 * @address: where the access faulted; must belong to the instruction's memory operand
 * Returns: false, with the context and the device untouched, when the form is not supported or the
 * access is not allowed; the caller then treats the fault as the driver's.
 */
bool instruction_emulate(const struct instruction_memory *memory, ucontext_t *context,
                         uintptr_t address);

/**
 * instruction_text - an instruction in words, such as "movups xmm0, [rax]"
 * @pc: where the processor stopped at it
 * Falls back to "an instruction that cannot be decoded".
 */
void instruction_text(uintptr_t pc, char *text, size_t text_bytes);

#endif /* MACHINE_INSTRUCTION_H */
