/* SPDX-License-Identifier: MIT */
#include "nt/fault.h"

#include "machine/memory.h"
#include "nt/call.h"
#include "nt/image.h"
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
#define BAD_ACCESS_WRITE_50 2u /* parameter 2 of 0x50: 0 read, 2 write */

static bool is_access_violation(uint32_t code)
{
    return code == (uint32_t)STATUS_ACCESS_VIOLATION || code == (uint32_t)STATUS_IN_PAGE_ERROR;
}

/* A guard catches a bad user address below DISPATCH_LEVEL; a bad system address it never does. */
sigjmp_buf *nt_fault_handler(struct machine *machine, uint32_t exception_code, uintptr_t address)
{
    DXGH_SEH_FRAME *frame = *nt_seh_slot(machine);

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

    if (address < NULL_REGION_BYTES) {
        (void)snprintf(text, text_bytes, "a NULL pointer, member at offset %#lx",
                       (unsigned long)address);
    } else if (below_a_stack(machine, address)) {
        (void)snprintf(text, text_bytes, "below the kernel stack: it overflowed");
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

/* 0x7E on a thread of the system, 0x1E anywhere else: parameters as documented for each. */
void nt_fault_unhandled(struct machine *machine, uint32_t exception_code, uintptr_t pc)
{
    bool system_thread =
        !machine->running->is_interrupt && nt_thread_current(machine)->system;
    uint64_t parameters[4] = { exception_code, pc, 0, 0 };

    machine_bugcheck(machine,
                     system_thread ? SYSTEM_THREAD_EXCEPTION_NOT_HANDLED
                                   : KMODE_EXCEPTION_NOT_HANDLED,
                     parameters, "Exception %#X was raised and no __except block is open on %s.",
                     exception_code, machine->running->name);
}

static void bugcheck_access(struct machine *machine, uintptr_t address, bool is_write,
                            uintptr_t pc)
{
    const char *verb = is_write ? "written" : "read";
    uint8_t irql = machine->active->irql;
    char story[256];

    nt_fault_describe(machine, address, story, sizeof(story));
    if (below_a_stack(machine, address)) {
        uint64_t parameters[4] = { TRAP_DOUBLE_FAULT, address, pc, 0 };

        machine_bugcheck(machine, UNEXPECTED_KERNEL_MODE_TRAP, parameters,
                         "The kernel stack of %s overflowed.", machine->running->name);
    }
    if (irql >= DISPATCH_LEVEL) {
        uint64_t parameters[4] = { address, irql, is_write, pc };

        machine_bugcheck(machine, DRIVER_IRQL_NOT_LESS_OR_EQUAL, parameters,
                         "At IRQL %u the driver %s %#lx: %s.", irql,
                         is_write ? "wrote to" : "read", (unsigned long)address, story);
    }
    if (is_write && nt_image_is_readonly(machine, address)) {
        uint64_t parameters[4] = { address, 0, 0, 0 };

        machine_bugcheck(machine, ATTEMPTED_WRITE_TO_READONLY_MEMORY, parameters,
                         "The driver wrote to %#lx: %s.", (unsigned long)address, story);
    }
    if (nt_address_is_kernel(machine, address)) {
        uint64_t parameters[4] = { address, is_write ? BAD_ACCESS_WRITE_50 : 0, pc, 0 };

        machine_bugcheck(machine, PAGE_FAULT_IN_NONPAGED_AREA, parameters,
                         "System address %#lx was %s: %s.", (unsigned long)address, verb, story);
    }

    bool system_thread = nt_thread_current(machine)->system;
    uint64_t parameters[4] = { (uint32_t)STATUS_ACCESS_VIOLATION, pc, is_write, address };

    machine_bugcheck(machine,
                     system_thread ? SYSTEM_THREAD_EXCEPTION_NOT_HANDLED
                                   : KMODE_EXCEPTION_NOT_HANDLED,
                     parameters, "Address %#lx was %s outside any __try block: %s.",
                     (unsigned long)address, verb, story);
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
