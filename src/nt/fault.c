/* SPDX-License-Identifier: MIT */
#include "nt/fault.h"

#include "machine/heap.h"
#include "machine/instruction.h"
#include "machine/mmio.h"
#include "machine/memory.h"
#include "nt/call.h"
#include "nt/image.h"
#include "nt/pageable.h"
#include "nt/pool.h"
#include "nt/seh.h"
#include "nt/thread.h"
#include "nt/user.h"
#include "verify/verify.h"

/* Below this an address is a member of a structure that a NULL pointer was taken for. */
#define NULL_REGION_BYTES 0x10000u

#define TRAP_DOUBLE_FAULT 8u
/* Below a stack: a large frame may reach past the guard page, so a little more than it counts. */
#define OVERFLOW_REACH_BYTES 0x10000u

static bool is_access_violation(uint32_t code)
{
    return code == (uint32_t)STATUS_ACCESS_VIOLATION || code == (uint32_t)STATUS_IN_PAGE_ERROR;
}

/* A guard catches a bad user address below DISPATCH_LEVEL; a bad system address it never does. */
sigjmp_buf *nt_fault_handler(struct machine *machine, uint32_t exception_code, uintptr_t address)
{
    DXGH_SEH_FRAME *frame = nt_seh_peek(machine);

    if (frame == NULL) {
        return NULL;
    }
    if (is_access_violation(exception_code) &&
        (machine->active->irql >= DISPATCH_LEVEL || nt_address_is_kernel(machine, address))) {
        return NULL;
    }
    frame->Code = exception_code;
    return (sigjmp_buf *)(void *)frame->JumpBuffer;
}

static bool below_a_stack(const struct machine *machine, uintptr_t address)
{
    uintptr_t base = (uintptr_t)machine->running->stack_base;

    return base != 0 && address < base && address >= base - OVERFLOW_REACH_BYTES;
}

void nt_fault_describe(struct machine *machine, uintptr_t address, char *text, size_t text_bytes)
{
    uint64_t physical;
    size_t guarded;

    if (address < NULL_REGION_BYTES) {
        (void)snprintf(text, text_bytes, "a NULL pointer, member at offset %#lx",
                       (unsigned long)address);
    } else if (below_a_stack(machine, address)) {
        (void)snprintf(text, text_bytes, "below the kernel stack: it overflowed");
    } else if (machine_heap_guards(machine, address, &guarded)) {
        (void)snprintf(text, text_bytes,
                       "behind the end of a buffer of %zu bytes that the graphics kernel gave",
                       guarded);
    } else if (nt_pool_describe(machine, address, text, text_bytes)) {
        return;
    } else if (nt_user_contains(machine, address, 1)) {
        (void)snprintf(text, text_bytes, "user memory whose access was taken away");
    } else if (nt_image_describe(machine, address, text, text_bytes)) {
        return;
    } else if (memory_physical(machine, (const void *)address, &physical)) {
        (void)snprintf(text, text_bytes, "the machine's RAM at physical %#llx",
                       (unsigned long long)physical);
    } else {
        (void)snprintf(text, text_bytes, "no memory of the machine");
    }
}

/* A fiber without a thread belongs to one of our layers: the scheduler's workers, for example. */
static bool is_system_thread(struct machine *machine)
{
    const struct nt_thread *thread = nt_thread_peek(machine);

    return !machine->running->is_interrupt && (thread == NULL || thread->system);
}

/* 0x7E on a thread of the system, 0x1E anywhere else: parameters as documented for each. */
void nt_fault_unhandled(struct machine *machine, uint32_t exception_code, uintptr_t pc)
{
    bool system_thread = is_system_thread(machine);
    uint64_t parameters[4] = { exception_code, pc, 0, 0 };

    machine_bugcheck(
        machine, system_thread ? SYSTEM_THREAD_EXCEPTION_NOT_HANDLED : KMODE_EXCEPTION_NOT_HANDLED,
        parameters, "Exception %#X was raised and no __except block is open on %s.", exception_code,
        machine->running->name);
}

enum access { ACCESS_READ, ACCESS_WRITE, ACCESS_EXECUTE };

/* The same access in the words of our text, and in the numbers of the two bug checks. */
static const struct {
    const char *words;
    uint64_t code_50;
    uint64_t code_d1;
} accesses[] = {
    [ACCESS_READ] = { "read", 0, 0 },
    [ACCESS_WRITE] = { "wrote to", 2, 1 },
    [ACCESS_EXECUTE] = { "jumped to", 16, 8 },
};

/* A trapped register was reached in a way that is not carried out: which one says what to change.
 */
static void describe_register_access(struct machine *machine, uintptr_t address, uintptr_t pc,
                                     char *text, size_t text_bytes)
{
    const struct mmio_region *region = mmio_region_find(machine, address);
    char instruction[96];

    if (region == NULL || pc == address) {
        return;
    }
    instruction_text(pc, instruction, sizeof(instruction));
    (void)snprintf(
        text, text_bytes,
        "a register at offset %#lx, by `%s`. Registers are reached with aligned accesses "
        "of 1, 2, 4 or 8 bytes inside their BAR, through READ_REGISTER_x or a volatile "
        "pointer to an integer",
        (unsigned long)(address - region->base), instruction);
}

static void bugcheck_access(struct machine *machine, uintptr_t address, bool is_write, uintptr_t pc)
{
    enum access access = pc == address ? ACCESS_EXECUTE : is_write ? ACCESS_WRITE : ACCESS_READ;
    const char *words = accesses[access].words;
    uint8_t irql = machine->active->irql;
    char story[320];

    nt_fault_describe(machine, address, story, sizeof(story));
    describe_register_access(machine, address, pc, story, sizeof(story));
    if (below_a_stack(machine, address)) {
        uint64_t parameters[4] = { TRAP_DOUBLE_FAULT, address, pc, 0 };

        machine_bugcheck(machine, UNEXPECTED_KERNEL_MODE_TRAP, parameters,
                         "The kernel stack of %s overflowed.", machine->running->name);
    }
    nt_pageable_judge(machine, address, access == ACCESS_EXECUTE);
    if (irql >= DISPATCH_LEVEL) {
        uint64_t parameters[4] = { address, irql, accesses[access].code_d1, pc };

        machine_bugcheck(machine, DRIVER_IRQL_NOT_LESS_OR_EQUAL, parameters,
                         "At IRQL %u the driver %s %#lx: %s.", irql, words, (unsigned long)address,
                         story);
    }
    if (access == ACCESS_WRITE && nt_image_is_readonly(machine, address)) {
        uint64_t parameters[4] = { address, 0, 0, 0 };

        machine_bugcheck(machine, ATTEMPTED_WRITE_TO_READONLY_MEMORY, parameters,
                         "The driver wrote to %#lx: %s.", (unsigned long)address, story);
    }
    if (nt_address_is_kernel(machine, address)) {
        uint64_t parameters[4] = { address, accesses[access].code_50, pc, 0 };

        machine_bugcheck(machine, PAGE_FAULT_IN_NONPAGED_AREA, parameters,
                         "The driver %s system address %#lx: %s.", words, (unsigned long)address,
                         story);
    }

    bool system_thread = is_system_thread(machine);
    uint64_t parameters[4] = { (uint32_t)STATUS_ACCESS_VIOLATION, pc, access == ACCESS_WRITE,
                               address };

    machine_bugcheck(
        machine, system_thread ? SYSTEM_THREAD_EXCEPTION_NOT_HANDLED : KMODE_EXCEPTION_NOT_HANDLED,
        parameters, "The driver %s %#lx outside any __try block: %s.", words,
        (unsigned long)address, story);
}

void nt_fault_bugcheck(struct machine *machine, uint32_t exception_code, uintptr_t address,
                       bool is_write, uintptr_t pc)
{
    if (is_access_violation(exception_code)) {
        bugcheck_access(machine, address, is_write, pc);
    } else {
        nt_fault_unhandled(machine, exception_code, pc);
    }
}
