/* SPDX-License-Identifier: MIT */
/*
 * Integer arithmetic of x86-64 with its flags, done by the processor itself so that each one is
 * right. Tests: tests/unit/instruction_test.c
 */
#ifndef MACHINE_ARITHMETIC_H
#define MACHINE_ARITHMETIC_H

#include "base/base.h"

#define ARITHMETIC_FLAGS 0x8D5u /* carry, parity, adjust, zero, sign, overflow */

enum arithmetic_operation {
    ARITHMETIC_ADD,
    ARITHMETIC_ADC,
    ARITHMETIC_SUB,
    ARITHMETIC_SBB,
    ARITHMETIC_AND,
    ARITHMETIC_OR,
    ARITHMETIC_XOR,
    ARITHMETIC_IMUL, /* not of single bytes: the processor has no such form */
    ARITHMETIC_INC,  /* from here on the second operand is not used */
    ARITHMETIC_DEC,
    ARITHMETIC_NEG,
    ARITHMETIC_NOT,
};

/** arithmetic_mask - the bits of an operand of 1, 2, 4 or 8 bytes */
static inline uint64_t arithmetic_mask(uint32_t size_bytes)
{
    return ~UINT64_C(0) >> (64 - size_bytes * 8);
}

/**
 * arithmetic_compute - one operation on operands of 1, 2, 4 or 8 bytes
 * @flags: in: what adc and sbb add, and what an operation leaves alone; out: after the operation
 * Returns: the result, zero above its size.
 */
uint64_t arithmetic_compute(enum arithmetic_operation operation, uint64_t a, uint64_t b,
                            uint32_t size_bytes, uint64_t *flags);

#endif /* MACHINE_ARITHMETIC_H */
