/* SPDX-License-Identifier: MIT */
#include "nt/seh.h"

#include "nt/call.h"
#include "nt/fault.h"
#include "nt/spinlock.h"
#include "nt/thread.h"
#include "nt/user.h"
#include "verify/verify.h"

_Static_assert(sizeof(((DXGH_SEH_FRAME *)0)->JumpBuffer) >= sizeof(sigjmp_buf),
               "the WDK's frame holds the C library's jump buffer");

void **nt_seh_slot(struct machine *machine)
{
    if (machine->running->is_interrupt) {
        const struct processor *processor = machine->active;

        return &nt_of(machine)
                    ->interrupt_seh[processor->index][processor->frame_count % IRQL_COUNT];
    }
    return &nt_thread_current(machine)->seh;
}

void *nt_seh_peek(struct machine *machine)
{
    if (!machine->running->is_interrupt && nt_thread_peek(machine) == NULL) {
        return NULL; /* a fiber that never entered a guard */
    }
    return *nt_seh_slot(machine);
}

void nt_seh_reset(struct machine *machine, void *frame)
{
    *nt_seh_slot(machine) = frame;
}

void NTAPI DxghSehPush(DXGH_SEH_FRAME *Frame)
{
    void **slot = nt_seh_slot(nt_enter_quietly());

    Frame->Previous = *slot;
    *slot = Frame;
}

void NTAPI DxghSehPop(DXGH_SEH_FRAME *Frame)
{
    void **slot = nt_seh_slot(nt_enter_quietly());

    for (DXGH_SEH_FRAME *frame = *slot; frame != NULL; frame = frame->Previous) {
        if (frame == Frame) {
            *slot = Frame->Previous;
            return;
        }
    }
}

void nt_raise(struct machine *machine, uint32_t status, uintptr_t address)
{
    DXGH_SEH_FRAME *frame = *nt_seh_slot(machine);

    if (nt_in_driver(machine) && nt_of(machine)->held_count > 0 && nt_locks_held(machine) > 0) {
        verify_report(machine, RULE_NT_SEH_03, "ExRaiseStatus",
                      "exception %#x is raised while the thread holds %u spin lock(s)", status,
                      nt_locks_held(machine));
    }
    if (frame == NULL) {
        nt_fault_unhandled(machine, status, address);
    }
    frame->Code = status;
    siglongjmp(*(sigjmp_buf *)(void *)frame->JumpBuffer, 1);
}

void NTAPI ExRaiseStatus(NTSTATUS Status)
{
    NT_CALL(DISPATCH_LEVEL);

    nt_raise(machine, (uint32_t)Status, (uintptr_t)__builtin_return_address(0));
}

void NTAPI ExRaiseAccessViolation(void)
{
    NT_CALL(APC_LEVEL);

    nt_raise(machine, (uint32_t)STATUS_ACCESS_VIOLATION, (uintptr_t)__builtin_return_address(0));
}

void NTAPI ExRaiseDatatypeMisalignment(void)
{
    NT_CALL(APC_LEVEL);

    nt_raise(machine, (uint32_t)STATUS_DATATYPE_MISALIGNMENT,
             (uintptr_t)__builtin_return_address(0));
}

static void probe(struct machine *machine, const volatile void *address, SIZE_T length,
                  ULONG alignment, uintptr_t caller, const char *function)
{
    uintptr_t start = (uintptr_t)address;

    if (nt_in_driver(machine) && *nt_seh_slot(machine) == NULL) {
        verify_report(machine, RULE_NT_SEH_02, function,
                      "%s is called outside a __try block; it raises when the range is bad",
                      function);
    }
    if (length == 0) {
        return;
    }
    if (alignment > 1 && (start & (alignment - 1)) != 0) {
        nt_raise(machine, (uint32_t)STATUS_DATATYPE_MISALIGNMENT, caller);
    }
    if (start + length < start || start + length > MmUserProbeAddress ||
        nt_address_is_kernel(machine, start)) {
        nt_raise(machine, (uint32_t)STATUS_ACCESS_VIOLATION, caller);
    }
}

/* Checks the range only; Windows does not touch the pages either. */
void NTAPI ProbeForRead(volatile void *Address, SIZE_T Length, ULONG Alignment)
{
    NT_CALL(APC_LEVEL);

    probe(machine, Address, Length, Alignment, (uintptr_t)__builtin_return_address(0), __func__);
}

/* Also writes each page, as Windows does: a read-only one raises here. */
void NTAPI ProbeForWrite(volatile void *Address, SIZE_T Length, ULONG Alignment)
{
    NT_CALL(APC_LEVEL);
    uintptr_t end = (uintptr_t)Address + Length;

    probe(machine, Address, Length, Alignment, (uintptr_t)__builtin_return_address(0), __func__);
    for (uintptr_t page = (uintptr_t)Address; Length != 0 && page < end;
         page = (page & ~(uintptr_t)(DXGH_PAGE_SIZE - 1)) + DXGH_PAGE_SIZE) {
        volatile char *byte = (volatile char *)page;

        *byte = *byte;
    }
}
