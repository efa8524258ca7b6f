/* SPDX-License-Identifier: MIT */
#include "machine/instruction.h"

#include "machine/arithmetic.h"

#include <Zydis/Zydis.h>
#include <stdio.h>
#include <string.h>

#define FLAG_CARRY 0x001u
#define FLAG_PARITY 0x004u
#define FLAG_ZERO 0x040u
#define FLAG_SIGN 0x080u
#define FLAG_DIRECTION 0x400u
#define FLAG_OVERFLOW 0x800u

/* Elements a repeated string instruction moves per fault; the rest faults again. */
#define STRING_ELEMENTS_MAX 4096u

struct emulation {
    const struct instruction_memory *memory;
    greg_t *registers;
    ZydisDecodedInstruction instruction;
    ZydisDecodedOperand operands[ZYDIS_MAX_OPERAND_COUNT];
    uintptr_t address; /* of the memory operand */
};

/* Registers */

static int register_slot(ZydisRegister name)
{
    /* In Zydis's order, which is the encoding's. */
    static const int slots[] = { REG_RAX, REG_RCX, REG_RDX, REG_RBX, REG_RSP, REG_RBP,
                                 REG_RSI, REG_RDI, REG_R8,  REG_R9,  REG_R10, REG_R11,
                                 REG_R12, REG_R13, REG_R14, REG_R15 };

    return slots[name - ZYDIS_REGISTER_RAX];
}

static bool is_high_byte(ZydisRegister name)
{
    return name >= ZYDIS_REGISTER_AH && name <= ZYDIS_REGISTER_BH;
}

static bool is_general(ZydisRegister name)
{
    ZydisRegister whole = ZydisRegisterGetLargestEnclosing(ZYDIS_MACHINE_MODE_LONG_64, name);

    return whole >= ZYDIS_REGISTER_RAX && whole <= ZYDIS_REGISTER_R15;
}

static greg_t *register_word(struct emulation *emulation, ZydisRegister name)
{
    ZydisRegister whole = ZydisRegisterGetLargestEnclosing(ZYDIS_MACHINE_MODE_LONG_64, name);

    return &emulation->registers[register_slot(whole)];
}

static uint32_t register_size(ZydisRegister name)
{
    return ZydisRegisterGetWidth(ZYDIS_MACHINE_MODE_LONG_64, name) / 8u;
}

static uint64_t register_get(struct emulation *emulation, ZydisRegister name)
{
    uint64_t word = (uint64_t)*register_word(emulation, name);

    return (is_high_byte(name) ? word >> 8 : word) & arithmetic_mask(register_size(name));
}

static void register_set(struct emulation *emulation, ZydisRegister name, uint64_t value)
{
    greg_t *word = register_word(emulation, name);
    uint32_t size_bytes = register_size(name);
    uint32_t shift = is_high_byte(name) ? 8 : 0;
    uint64_t mask = arithmetic_mask(size_bytes) << shift;

    if (size_bytes >= 4) {
        *word =
            (greg_t)(value & arithmetic_mask(size_bytes)); /* 32-bit results clear the upper half */
        return;
    }
    *word = (greg_t)(((uint64_t)*word & ~mask) | ((value << shift) & mask));
}

static uint64_t accumulator_get(const struct emulation *emulation, uint32_t size_bytes)
{
    return (uint64_t)emulation->registers[REG_RAX] & arithmetic_mask(size_bytes);
}

static void accumulator_set(struct emulation *emulation, uint32_t size_bytes, uint64_t value)
{
    static const ZydisRegister names[] = { ZYDIS_REGISTER_AL, ZYDIS_REGISTER_AX, ZYDIS_REGISTER_EAX,
                                           ZYDIS_REGISTER_RAX };

    register_set(emulation, names[__builtin_ctz(size_bytes)], value);
}

/* Operands */

static uint32_t operand_size(const ZydisDecodedOperand *operand)
{
    return operand->size / 8u;
}

static uint64_t operand_get(struct emulation *emulation, const ZydisDecodedOperand *operand)
{
    switch (operand->type) {
    case ZYDIS_OPERAND_TYPE_REGISTER:
        return register_get(emulation, operand->reg.value);
    case ZYDIS_OPERAND_TYPE_IMMEDIATE:
        return operand->imm.value.u;
    default:
        return emulation->memory->read(emulation->memory->context, emulation->address,
                                       operand_size(operand));
    }
}

static void operand_set(struct emulation *emulation, const ZydisDecodedOperand *operand,
                        uint64_t value)
{
    if (operand->type == ZYDIS_OPERAND_TYPE_REGISTER) {
        register_set(emulation, operand->reg.value, value);
        return;
    }
    emulation->memory->write(emulation->memory->context, emulation->address, operand_size(operand),
                             value & arithmetic_mask(operand_size(operand)));
}

/* Arithmetic */

static uint64_t flags_get(const struct emulation *emulation)
{
    return (uint64_t)emulation->registers[REG_EFL];
}

static void flags_set(struct emulation *emulation, uint64_t flags)
{
    emulation->registers[REG_EFL] =
        (greg_t)((flags_get(emulation) & ~(uint64_t)ARITHMETIC_FLAGS) | (flags & ARITHMETIC_FLAGS));
}

struct arithmetic {
    ZydisMnemonic mnemonic;
    enum arithmetic_operation operation;
    bool discards; /* only the flags count */
};

static const struct arithmetic *find_arithmetic(ZydisMnemonic mnemonic)
{
    static const struct arithmetic table[] = {
        { ZYDIS_MNEMONIC_ADD, ARITHMETIC_ADD, false },
        { ZYDIS_MNEMONIC_ADC, ARITHMETIC_ADC, false },
        { ZYDIS_MNEMONIC_SUB, ARITHMETIC_SUB, false },
        { ZYDIS_MNEMONIC_SBB, ARITHMETIC_SBB, false },
        { ZYDIS_MNEMONIC_AND, ARITHMETIC_AND, false },
        { ZYDIS_MNEMONIC_OR, ARITHMETIC_OR, false },
        { ZYDIS_MNEMONIC_XOR, ARITHMETIC_XOR, false },
        { ZYDIS_MNEMONIC_CMP, ARITHMETIC_SUB, true },
        { ZYDIS_MNEMONIC_TEST, ARITHMETIC_AND, true },
        { ZYDIS_MNEMONIC_INC, ARITHMETIC_INC, false },
        { ZYDIS_MNEMONIC_DEC, ARITHMETIC_DEC, false },
        { ZYDIS_MNEMONIC_NEG, ARITHMETIC_NEG, false },
        { ZYDIS_MNEMONIC_NOT, ARITHMETIC_NOT, false },
    };

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(table); i++) {
        if (table[i].mnemonic == mnemonic) {
            return &table[i];
        }
    }
    return NULL;
}

static bool emulate_arithmetic(struct emulation *emulation)
{
    const struct arithmetic *arithmetic = find_arithmetic(emulation->instruction.mnemonic);

    if (arithmetic == NULL) {
        return false;
    }

    const ZydisDecodedOperand *target = &emulation->operands[0];
    const ZydisDecodedOperand *source = &emulation->operands[1];
    bool is_binary = emulation->instruction.operand_count_visible == 2;
    uint64_t flags = flags_get(emulation);
    uint64_t a = operand_get(emulation, target);
    uint64_t b = is_binary ? operand_get(emulation, source) : 0;
    uint64_t result = arithmetic_compute(arithmetic->operation, a, b, operand_size(target), &flags);

    if (!arithmetic->discards) {
        operand_set(emulation, target, result);
    }
    flags_set(emulation, flags);
    return true;
}

/* imul reg, mem and imul reg, mem, constant; the one-operand form has two results and is refused.
 */
static bool emulate_multiply(struct emulation *emulation)
{
    uint32_t visible = emulation->instruction.operand_count_visible;

    if (emulation->instruction.mnemonic != ZYDIS_MNEMONIC_IMUL || visible < 2) {
        return false;
    }

    const ZydisDecodedOperand *target = &emulation->operands[0];
    uint64_t flags = flags_get(emulation);
    uint64_t a = operand_get(emulation, &emulation->operands[visible == 3 ? 2 : 0]);
    uint64_t b = operand_get(emulation, &emulation->operands[1]);

    operand_set(emulation, target,
                arithmetic_compute(ARITHMETIC_IMUL, a, b, operand_size(target), &flags));
    flags_set(emulation, flags);
    return true;
}

/* Moves and exchanges */

static uint64_t sign_extend(uint64_t value, uint32_t size_bytes)
{
    uint32_t shift = 64 - size_bytes * 8;

    return (uint64_t)((int64_t)(value << shift) >> shift);
}

static bool emulate_move(struct emulation *emulation)
{
    const ZydisDecodedOperand *target = &emulation->operands[0];
    const ZydisDecodedOperand *source = &emulation->operands[1];

    switch (emulation->instruction.mnemonic) {
    case ZYDIS_MNEMONIC_MOV:
    case ZYDIS_MNEMONIC_MOVNTI:
    case ZYDIS_MNEMONIC_MOVZX:
        operand_set(emulation, target, operand_get(emulation, source));
        return true;
    case ZYDIS_MNEMONIC_MOVSX:
    case ZYDIS_MNEMONIC_MOVSXD:
        operand_set(emulation, target,
                    sign_extend(operand_get(emulation, source), operand_size(source)));
        return true;
    default:
        return false;
    }
}

/* Whether the condition of a cmovcc holds; false with *known false for any other mnemonic. */
static bool condition_holds(const struct emulation *emulation, bool *known)
{
    uint64_t flags = flags_get(emulation);
    bool carry = (flags & FLAG_CARRY) != 0;
    bool zero = (flags & FLAG_ZERO) != 0;
    bool less = ((flags & FLAG_SIGN) != 0) != ((flags & FLAG_OVERFLOW) != 0);

    *known = true;
    switch (emulation->instruction.mnemonic) {
    case ZYDIS_MNEMONIC_CMOVB:
        return carry;
    case ZYDIS_MNEMONIC_CMOVNB:
        return !carry;
    case ZYDIS_MNEMONIC_CMOVZ:
        return zero;
    case ZYDIS_MNEMONIC_CMOVNZ:
        return !zero;
    case ZYDIS_MNEMONIC_CMOVBE:
        return carry || zero;
    case ZYDIS_MNEMONIC_CMOVNBE:
        return !carry && !zero;
    case ZYDIS_MNEMONIC_CMOVL:
        return less;
    case ZYDIS_MNEMONIC_CMOVNL:
        return !less;
    case ZYDIS_MNEMONIC_CMOVLE:
        return less || zero;
    case ZYDIS_MNEMONIC_CMOVNLE:
        return !less && !zero;
    case ZYDIS_MNEMONIC_CMOVS:
        return (flags & FLAG_SIGN) != 0;
    case ZYDIS_MNEMONIC_CMOVNS:
        return (flags & FLAG_SIGN) == 0;
    case ZYDIS_MNEMONIC_CMOVO:
        return (flags & FLAG_OVERFLOW) != 0;
    case ZYDIS_MNEMONIC_CMOVNO:
        return (flags & FLAG_OVERFLOW) == 0;
    case ZYDIS_MNEMONIC_CMOVP:
        return (flags & FLAG_PARITY) != 0;
    case ZYDIS_MNEMONIC_CMOVNP:
        return (flags & FLAG_PARITY) == 0;
    default:
        *known = false;
        return false;
    }
}

static bool emulate_conditional_move(struct emulation *emulation)
{
    const ZydisDecodedOperand *target = &emulation->operands[0];
    bool known;
    bool holds = condition_holds(emulation, &known);

    if (!known) {
        return false;
    }

    /* The load happens either way, and a 32-bit target loses its upper half either way. */
    uint64_t value = operand_get(emulation, &emulation->operands[1]);

    operand_set(emulation, target, holds ? value : operand_get(emulation, target));
    return true;
}

static bool emulate_exchange(struct emulation *emulation)
{
    const ZydisDecodedOperand *first = &emulation->operands[0];
    const ZydisDecodedOperand *second = &emulation->operands[1];
    uint32_t size_bytes = operand_size(first);
    uint64_t flags = flags_get(emulation);

    switch (emulation->instruction.mnemonic) {
    case ZYDIS_MNEMONIC_XCHG: {
        uint64_t a = operand_get(emulation, first);
        uint64_t b = operand_get(emulation, second);

        operand_set(emulation, first, b);
        operand_set(emulation, second, a);
        return true;
    }
    case ZYDIS_MNEMONIC_XADD: {
        uint64_t a = operand_get(emulation, first);
        uint64_t sum = arithmetic_compute(ARITHMETIC_ADD, a, operand_get(emulation, second),
                                          size_bytes, &flags);

        operand_set(emulation, second, a);
        operand_set(emulation, first, sum);
        flags_set(emulation, flags);
        return true;
    }
    case ZYDIS_MNEMONIC_CMPXCHG: {
        uint64_t a = operand_get(emulation, first);

        (void)arithmetic_compute(ARITHMETIC_SUB, accumulator_get(emulation, size_bytes), a,
                                 size_bytes, &flags);
        flags_set(emulation, flags);
        if ((flags & FLAG_ZERO) != 0) {
            operand_set(emulation, first, operand_get(emulation, second));
        } else {
            operand_set(emulation, first, a); /* the bus sees a write either way */
            accumulator_set(emulation, size_bytes, a);
        }
        return true;
    }
    default:
        return false;
    }
}

static bool emulate_bit_test(struct emulation *emulation)
{
    const ZydisDecodedOperand *base = &emulation->operands[0];
    const ZydisDecodedOperand *index = &emulation->operands[1];

    /* With the index in a register the address would depend on it. */
    if (emulation->instruction.mnemonic != ZYDIS_MNEMONIC_BT ||
        index->type != ZYDIS_OPERAND_TYPE_IMMEDIATE) {
        return false;
    }

    uint64_t bit = index->imm.value.u % base->size;
    uint64_t flags = flags_get(emulation) & ~(uint64_t)FLAG_CARRY;

    flags |= (operand_get(emulation, base) >> bit) & FLAG_CARRY;
    flags_set(emulation, flags);
    return true;
}

/* String instructions */

static uint64_t string_load(struct emulation *emulation, uintptr_t address, uint32_t size_bytes)
{
    const struct instruction_memory *memory = emulation->memory;
    uint64_t value = 0;

    if (memory->trapped(memory->context, address, size_bytes)) {
        return memory->read(memory->context, address, size_bytes);
    }
    memcpy(&value, (const void *)address, size_bytes);
    return value;
}

static void string_store(struct emulation *emulation, uintptr_t address, uint32_t size_bytes,
                         uint64_t value)
{
    const struct instruction_memory *memory = emulation->memory;

    if (memory->trapped(memory->context, address, size_bytes)) {
        memory->write(memory->context, address, size_bytes, value);
        return;
    }
    memcpy((void *)address, &value, size_bytes);
}

static void string_element(struct emulation *emulation, bool loads, bool stores,
                           uint32_t size_bytes, greg_t step)
{
    greg_t *registers = emulation->registers;
    uint64_t value = accumulator_get(emulation, size_bytes);

    if (loads) {
        value = string_load(emulation, (uintptr_t)registers[REG_RSI], size_bytes);
    }
    if (stores) {
        string_store(emulation, (uintptr_t)registers[REG_RDI], size_bytes, value);
        registers[REG_RDI] += step;
    } else {
        accumulator_set(emulation, size_bytes, value);
    }
    if (loads) {
        registers[REG_RSI] += step;
    }
}

/* Returns: the element size of stos, lods or movs, 0 for any other instruction. */
static uint32_t string_kind(ZydisMnemonic mnemonic, bool *loads, bool *stores)
{
    *loads = true;
    *stores = true;
    switch (mnemonic) {
    case ZYDIS_MNEMONIC_MOVSB:
        return 1;
    case ZYDIS_MNEMONIC_MOVSW:
        return 2;
    case ZYDIS_MNEMONIC_MOVSD:
        return 4;
    case ZYDIS_MNEMONIC_MOVSQ:
        return 8;
    default:
        break;
    }
    *loads = false;
    switch (mnemonic) {
    case ZYDIS_MNEMONIC_STOSB:
        return 1;
    case ZYDIS_MNEMONIC_STOSW:
        return 2;
    case ZYDIS_MNEMONIC_STOSD:
        return 4;
    case ZYDIS_MNEMONIC_STOSQ:
        return 8;
    default:
        break;
    }
    *loads = true;
    *stores = false;
    switch (mnemonic) {
    case ZYDIS_MNEMONIC_LODSB:
        return 1;
    case ZYDIS_MNEMONIC_LODSW:
        return 2;
    case ZYDIS_MNEMONIC_LODSD:
        return 4;
    case ZYDIS_MNEMONIC_LODSQ:
        return 8;
    default:
        return 0;
    }
}

/*
 * Carries out the elements that touch trapped addresses. The other side of a movs is plain memory
 * reached from here, so a bad pointer there faults inside this function; fault.c lays that fault at
 * the driver's instruction, and the registers then show the elements done so far, as hardware does.
 */
static bool emulate_string(struct emulation *emulation)
{
    bool loads;
    bool stores;
    const struct instruction_memory *memory = emulation->memory;
    uint32_t size_bytes = string_kind(emulation->instruction.mnemonic, &loads, &stores);
    bool repeats = (emulation->instruction.attributes & (ZYDIS_ATTRIB_HAS_REP)) != 0;
    greg_t *registers = emulation->registers;

    if (emulation->instruction.meta.category != ZYDIS_CATEGORY_STRINGOP || size_bytes == 0 ||
        emulation->instruction.address_width != 64) {
        return false;
    }

    greg_t step =
        (flags_get(emulation) & FLAG_DIRECTION) != 0 ? -(greg_t)size_bytes : (greg_t)size_bytes;

    for (uint32_t done = 0; done < STRING_ELEMENTS_MAX; done++) {
        bool trapped =
            (loads &&
             memory->trapped(memory->context, (uintptr_t)registers[REG_RSI], size_bytes)) ||
            (stores && memory->trapped(memory->context, (uintptr_t)registers[REG_RDI], size_bytes));

        if (!trapped) {
            return done > 0; /* the processor goes on with the rest by itself */
        }
        string_element(emulation, loads, stores, size_bytes, step);
        if (!repeats || --registers[REG_RCX] == 0) {
            registers[REG_RIP] += emulation->instruction.length;
            return true;
        }
    }
    return true;
}

/* Decoding */

static bool decode(struct emulation *emulation, uintptr_t pc)
{
    ZydisDecoder decoder;
    /* The instruction's own bytes can be read, since it ran; those of the next page perhaps not. */
    size_t in_page = DXGH_PAGE_SIZE - pc % DXGH_PAGE_SIZE;
    size_t length = DXGH_MIN(in_page, (size_t)ZYDIS_MAX_INSTRUCTION_LENGTH);

    (void)ZydisDecoderInit(&decoder, ZYDIS_MACHINE_MODE_LONG_64, ZYDIS_STACK_WIDTH_64);

    ZyanStatus status = ZydisDecoderDecodeFull(&decoder, (const void *)pc, length,
                                               &emulation->instruction, emulation->operands);

    if (status == ZYDIS_STATUS_NO_MORE_DATA && length < ZYDIS_MAX_INSTRUCTION_LENGTH) {
        status = ZydisDecoderDecodeFull(&decoder, (const void *)pc, ZYDIS_MAX_INSTRUCTION_LENGTH,
                                        &emulation->instruction, emulation->operands);
    }
    return ZYAN_SUCCESS(status);
}

static bool address_of(struct emulation *emulation, const ZydisDecodedOperand *operand,
                       uintptr_t *address)
{
    const ZydisDecodedOperandMem *memory = &operand->mem;
    uint64_t sum = (uint64_t)memory->disp.value;

    if (memory->segment == ZYDIS_REGISTER_FS || memory->segment == ZYDIS_REGISTER_GS ||
        emulation->instruction.address_width != 64) {
        return false;
    }
    if (memory->base == ZYDIS_REGISTER_RIP) {
        sum += (uint64_t)emulation->registers[REG_RIP] + emulation->instruction.length;
    } else if (memory->base != ZYDIS_REGISTER_NONE) {
        sum += register_get(emulation, memory->base);
    }
    if (memory->index != ZYDIS_REGISTER_NONE) {
        if (!is_general(memory->index)) {
            return false;
        }
        sum += register_get(emulation, memory->index) * memory->scale;
    }
    *address = sum;
    return true;
}

/* Finds the one memory operand and checks that the others are general registers or constants. */
static bool check_operands(struct emulation *emulation, uintptr_t fault_address)
{
    const struct instruction_memory *memory = emulation->memory;
    uint32_t memory_operands = 0;

    for (uint32_t i = 0; i < emulation->instruction.operand_count_visible; i++) {
        const ZydisDecodedOperand *operand = &emulation->operands[i];

        if (operand->type == ZYDIS_OPERAND_TYPE_REGISTER) {
            if (!is_general(operand->reg.value)) {
                return false;
            }
            continue;
        }
        if (operand->type != ZYDIS_OPERAND_TYPE_MEMORY) {
            continue;
        }
        if (!address_of(emulation, operand, &emulation->address) ||
            emulation->address != fault_address ||
            !memory->trapped(memory->context, emulation->address, operand_size(operand))) {
            return false;
        }
        memory_operands++;
    }
    return memory_operands == 1;
}

bool instruction_emulate(const struct instruction_memory *memory, ucontext_t *context,
                         uintptr_t address)
{
    struct emulation emulation = { .memory = memory, .registers = context->uc_mcontext.gregs };

    if (!decode(&emulation, (uintptr_t)emulation.registers[REG_RIP])) {
        return false;
    }
    if (emulation.instruction.meta.category == ZYDIS_CATEGORY_STRINGOP) {
        return emulate_string(&emulation);
    }
    if (!check_operands(&emulation, address)) {
        return false;
    }
    if (!emulate_move(&emulation) && !emulate_arithmetic(&emulation) &&
        !emulate_exchange(&emulation) && !emulate_conditional_move(&emulation) &&
        !emulate_multiply(&emulation) && !emulate_bit_test(&emulation)) {
        return false;
    }
    emulation.registers[REG_RIP] += emulation.instruction.length;
    return true;
}

void instruction_text(uintptr_t pc, char *text, size_t text_bytes)
{
    ZydisDecoder decoder;
    ZydisDecodedInstruction instruction;
    ZydisDecodedOperand operands[ZYDIS_MAX_OPERAND_COUNT];
    ZydisFormatter formatter;

    (void)snprintf(text, text_bytes, "an instruction that cannot be decoded");
    if (ZYAN_SUCCESS(
            ZydisDecoderInit(&decoder, ZYDIS_MACHINE_MODE_LONG_64, ZYDIS_STACK_WIDTH_64)) &&
        ZYAN_SUCCESS(ZydisDecoderDecodeFull(
            &decoder, (const void *)pc, ZYDIS_MAX_INSTRUCTION_LENGTH, &instruction, operands)) &&
        ZYAN_SUCCESS(ZydisFormatterInit(&formatter, ZYDIS_FORMATTER_STYLE_INTEL))) {
        (void)ZydisFormatterFormatInstruction(&formatter, &instruction, operands,
                                              instruction.operand_count_visible, text, text_bytes,
                                              ZYDIS_RUNTIME_ADDRESS_NONE, NULL);
    }
}
