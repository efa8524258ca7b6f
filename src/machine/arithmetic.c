/* SPDX-License-Identifier: MIT */
#include "machine/arithmetic.h"

/* The flags in, the instruction, the flags out. The stack pointer steps over the red zone. */
#define WITH_FLAGS(text, constraints_out, ...)                                                     \
    __asm__ volatile("leaq -128(%%rsp), %%rsp\n\tpushq %[flags]\n\tpopfq\n\t" text                 \
                     "\n\tpushfq\n\tpopq %[flags]\n\tleaq 128(%%rsp), %%rsp"                       \
                     : constraints_out, [flags] "+r"(flags)                                        \
                     : __VA_ARGS__                                                                 \
                     : "cc", "memory")

#define BINARY(name)                                                                               \
    static uint64_t do_##name(uint64_t a, uint64_t b, uint32_t size_bytes, uint64_t *f)            \
    {                                                                                              \
        uint64_t flags = *f & ARITHMETIC_FLAGS;                                                    \
                                                                                                   \
        switch (size_bytes) {                                                                      \
        case 1:                                                                                    \
            WITH_FLAGS(#name "b %b[b], %b[a]", [a] "+&q"(a), [b] "q"(b));                          \
            break;                                                                                 \
        case 2:                                                                                    \
            WITH_FLAGS(#name "w %w[b], %w[a]", [a] "+&r"(a), [b] "r"(b));                          \
            break;                                                                                 \
        case 4:                                                                                    \
            WITH_FLAGS(#name "l %k[b], %k[a]", [a] "+&r"(a), [b] "r"(b));                          \
            break;                                                                                 \
        default:                                                                                   \
            WITH_FLAGS(#name "q %q[b], %q[a]", [a] "+&r"(a), [b] "r"(b));                          \
            break;                                                                                 \
        }                                                                                          \
        *f = flags;                                                                                \
        return a & arithmetic_mask(size_bytes);                                                    \
    }

#define UNARY(name)                                                                                \
    static uint64_t do_##name(uint64_t a, uint64_t unused, uint32_t size_bytes, uint64_t *f)       \
    {                                                                                              \
        uint64_t flags = *f & ARITHMETIC_FLAGS;                                                    \
                                                                                                   \
        switch (size_bytes) {                                                                      \
        case 1:                                                                                    \
            WITH_FLAGS(#name "b %b[a]", [a] "+&q"(a), "r"(unused));                                \
            break;                                                                                 \
        case 2:                                                                                    \
            WITH_FLAGS(#name "w %w[a]", [a] "+&r"(a), "r"(unused));                                \
            break;                                                                                 \
        case 4:                                                                                    \
            WITH_FLAGS(#name "l %k[a]", [a] "+&r"(a), "r"(unused));                                \
            break;                                                                                 \
        default:                                                                                   \
            WITH_FLAGS(#name "q %q[a]", [a] "+&r"(a), "r"(unused));                                \
            break;                                                                                 \
        }                                                                                          \
        *f = flags;                                                                                \
        return a & arithmetic_mask(size_bytes);                                                    \
    }

BINARY(add)
BINARY(adc)
BINARY(sub)
BINARY(sbb)
BINARY(and)
BINARY(or)
BINARY(xor)
UNARY(inc)
UNARY(dec)
UNARY(neg)
UNARY(not )

static uint64_t do_imul(uint64_t a, uint64_t b, uint32_t size_bytes, uint64_t *f)
{
    uint64_t flags = *f & ARITHMETIC_FLAGS;

    switch (size_bytes) {
    case 2:
        WITH_FLAGS("imulw %w[b], %w[a]", [a] "+&r"(a), [b] "r"(b));
        break;
    case 4:
        WITH_FLAGS("imull %k[b], %k[a]", [a] "+&r"(a), [b] "r"(b));
        break;
    default:
        WITH_FLAGS("imulq %q[b], %q[a]", [a] "+&r"(a), [b] "r"(b));
        break;
    }
    *f = flags;
    return a & arithmetic_mask(size_bytes);
}

typedef uint64_t (*arithmetic_fn)(uint64_t a, uint64_t b, uint32_t size_bytes, uint64_t *flags);

uint64_t arithmetic_compute(enum arithmetic_operation operation, uint64_t a, uint64_t b,
                            uint32_t size_bytes, uint64_t *flags)
{
    static const arithmetic_fn functions[] = {
        [ARITHMETIC_ADD] = do_add, [ARITHMETIC_ADC] = do_adc,   [ARITHMETIC_SUB] = do_sub,
        [ARITHMETIC_SBB] = do_sbb, [ARITHMETIC_AND] = do_and,   [ARITHMETIC_OR] = do_or,
        [ARITHMETIC_XOR] = do_xor, [ARITHMETIC_IMUL] = do_imul, [ARITHMETIC_INC] = do_inc,
        [ARITHMETIC_DEC] = do_dec, [ARITHMETIC_NEG] = do_neg,   [ARITHMETIC_NOT] = do_not,
    };

    return functions[operation](a, b, size_bytes, flags);
}
