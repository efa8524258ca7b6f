/* SPDX-License-Identifier: MIT */
/* Bug checks a driver asks for, and the debugger functions that stop. */
#include "machine/debugger.h"
#include "nt/call.h"
#include "verify/names.h"
#include "verify/verify.h"

void NTAPI KeBugCheckEx(ULONG BugCheckCode, ULONG_PTR BugCheckParameter1,
                        ULONG_PTR BugCheckParameter2, ULONG_PTR BugCheckParameter3,
                        ULONG_PTR BugCheckParameter4)
{
    struct machine *machine = nt_enter_quietly();
    uint64_t parameters[4] = { BugCheckParameter1, BugCheckParameter2, BugCheckParameter3,
                               BugCheckParameter4 };

    machine_bugcheck(machine, BugCheckCode, parameters, "The driver called KeBugCheckEx: %s.",
                     verify_bugcheck_name(BugCheckCode));
}

void NTAPI KeBugCheck(ULONG BugCheckCode)
{
    struct machine *machine = nt_enter_quietly();
    uint64_t parameters[4] = { 0, 0, 0, 0 };

    machine_bugcheck(machine, BugCheckCode, parameters, "The driver called KeBugCheck: %s.",
                     verify_bugcheck_name(BugCheckCode));
}

/* RemoveEntryList expands to a check and this. Source: debugger/bug-check-0x139 (parameter 1 is 3)
 */
VOID NTAPI DxghListCorrupt(const void *Entry)
{
    struct machine *machine = nt_enter_quietly();
    uint64_t parameters[4] = { 3 /* FAST_FAIL_CORRUPT_LIST_ENTRY */, 0, 0, 0 };

    verify_report(
        machine, RULE_NT_LIST_01, "RemoveEntryList",
        "RemoveEntryList: the neighbours of the entry at %#llx do not point to it; it was "
        "removed before, or its memory was overwritten",
        (unsigned long long)(uintptr_t)Entry);
    machine_bugcheck(machine, KERNEL_SECURITY_CHECK_FAILURE, parameters,
                     "A list entry that is not in its list was removed.");
}

/* Without a debugger, a breakpoint is an exception nobody handles. */
static void stop_at_breakpoint(struct machine *machine, uintptr_t pc, const char *what)
{
    uint64_t parameters[4] = { (uint32_t)STATUS_BREAKPOINT, pc, 0, 0 };

    if (debugger_break()) {
        return;
    }
    machine_bugcheck(machine, KMODE_EXCEPTION_NOT_HANDLED, parameters,
                     "%s was reached and no debugger is attached.", what);
}

void NTAPI DbgBreakPoint(void)
{
    stop_at_breakpoint(nt_enter_quietly(), (uintptr_t)__builtin_return_address(0), "DbgBreakPoint");
}

void NTAPI DbgBreakPointWithStatus(ULONG Status)
{
    (void)Status;
    stop_at_breakpoint(nt_enter_quietly(), (uintptr_t)__builtin_return_address(0),
                       "DbgBreakPointWithStatus");
}

void NTAPI RtlAssert(PVOID VoidFailedAssertion, PVOID VoidFileName, ULONG LineNumber,
                     PSTR MutableMessage)
{
    struct machine *machine = nt_enter_quietly();
    uint64_t parameters[4] = { (uint32_t)STATUS_ASSERTION_FAILURE,
                               (uintptr_t)__builtin_return_address(0), 0, 0 };

    machine_bugcheck(machine, KMODE_EXCEPTION_NOT_HANDLED, parameters,
                     "The driver's assertion failed: %s (%s:%u)%s%s", (char *)VoidFailedAssertion,
                     (char *)VoidFileName, LineNumber, MutableMessage == NULL ? "" : ": ",
                     MutableMessage == NULL ? "" : MutableMessage);
}

BOOLEAN NTAPI KdRefreshDebuggerNotPresent(void)
{
    return TRUE; /* none is present */
}
