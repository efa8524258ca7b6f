/* SPDX-License-Identifier: MIT */
#include "nt/balance.h"
#include "nt/call.h"
#include "nt/nt.h"
#include "nt/seh.h"
#include "nt/spinlock.h"
#include "verify/verify.h"

_Static_assert(PASSIVE_LEVEL == IRQL_PASSIVE && APC_LEVEL == IRQL_APC &&
                   DISPATCH_LEVEL == IRQL_DISPATCH && HIGH_LEVEL == IRQL_HIGH,
               "the machine and the WDK number the IRQLs alike");

static const char *irql_name(uint8_t irql)
{
    switch (irql) {
    case PASSIVE_LEVEL:
        return "PASSIVE_LEVEL";
    case APC_LEVEL:
        return "APC_LEVEL";
    case DISPATCH_LEVEL:
        return "DISPATCH_LEVEL";
    case HIGH_LEVEL:
        return "HIGH_LEVEL";
    default:
        return irql >= IRQL_CLOCK ? "CLOCK_LEVEL or above" : "a device IRQL";
    }
}

static void our_own_bug(struct machine *machine, const char *function)
{
    (void)fprintf(stderr, "dxghost: our own code called %s at IRQL %u\n", function,
                  machine->active->irql);
    DXGH_NOT_REACHED("NT function called at an IRQL it does not allow");
}

void nt_irql_above(struct machine *machine, uint8_t limit, const char *function)
{
    if (!nt_in_driver(machine)) {
        our_own_bug(machine, function);
    }
    verify_report(machine, RULE_NT_IRQL_01, function,
                  "%s was called at IRQL %u (%s); its limit is %u (%s)", function,
                  machine->active->irql, irql_name(machine->active->irql), limit, irql_name(limit));
}

void nt_irql_below(struct machine *machine, uint8_t limit, const char *function)
{
    if (!nt_in_driver(machine)) {
        our_own_bug(machine, function);
    }
    verify_report(machine, RULE_NT_IRQL_02, function,
                  "%s was called at IRQL %u (%s); it needs %u (%s) at least", function,
                  machine->active->irql, irql_name(machine->active->irql), limit, irql_name(limit));
}

bool nt_is_driver_routine(struct machine *machine, const void *routine)
{
    return nt_in_driver(machine) || verify_in_image(machine, (uintptr_t)routine);
}

/* Said once a call: what is below has the same reason. */
void nt_stack_low(struct machine *machine, const char *function)
{
    struct fiber *fiber = machine->running;
    uintptr_t used =
        fiber->stack_limit + NT_DRIVER_STACK_BYTES - (uintptr_t)__builtin_frame_address(0);

    fiber->stack_limit = 0;
    if (nt_in_driver(machine)) {
        verify_report(machine, RULE_NT_THREAD_02, NULL,
                      "The driver's own frames take %lu bytes of the stack when it calls %s. A "
                      "kernel stack has 24 KB, of which the system has used some already; keep "
                      "large locals in pool.",
                      (unsigned long)used, function);
    }
}

void nt_callback_begin(struct machine *machine, struct nt_callback *callback, const void *routine,
                       bool driver, const char *kind)
{
    callback->routine = routine;
    callback->kind = kind;
    callback->outer_ddi = machine->running->ddi;
    callback->was_in_driver = machine->running->in_driver;
    callback->irql = machine->active->irql;
    callback->locks = nt_locks_held(machine);
    callback->balance = nt_balance(machine->running);
    callback->seh = *nt_seh_slot(machine);
    callback->stack_limit = nt_stack_begin(machine->running);
    machine->running->in_driver = driver;
    machine->running->ddi = driver ? kind : NULL;
}

void nt_callback_end(struct machine *machine, const struct nt_callback *callback)
{
    const char *kind = callback->kind;
    bool driver = machine->running->in_driver;

    machine->running->in_driver = callback->was_in_driver;
    machine->running->ddi = callback->outer_ddi;
    machine->running->stack_limit = callback->stack_limit;
    nt_of(machine)->judged_routine = (uintptr_t)callback->routine;
    if (nt_locks_held(machine) != callback->locks) {
        DXGH_ASSERT(driver);
        verify_report(machine, RULE_NT_LOCK_09, kind,
                      "a %s returned with %u spin lock(s) more than it was called with", kind,
                      nt_locks_held(machine) - callback->locks);
        nt_locks_drop(machine, callback->locks);
    }
    if (DXGH_UNLIKELY(nt_balance(machine->running) != callback->balance)) {
        nt_balance_report(machine, callback->balance, kind, kind);
    }
    if (machine->active->irql != callback->irql) {
        DXGH_ASSERT(driver);
        verify_report(machine, RULE_NT_IRQL_07, kind,
                      "a %s was called at IRQL %u and returned at IRQL %u", kind, callback->irql,
                      machine->active->irql);
        schedule_irql_lower(machine, callback->irql);
    }
    if (*nt_seh_slot(machine) != callback->seh) {
        verify_report(machine, RULE_NT_SEH_01, kind,
                      "a %s returned while one of its __try blocks was still open", kind);
        *nt_seh_slot(machine) = callback->seh;
    }
    nt_of(machine)->judged_routine = 0;
}

uintptr_t nt_judged_routine(const struct machine *machine)
{
    return nt_of(machine) == NULL ? 0 : nt_of(machine)->judged_routine;
}

KIRQL NTAPI KeGetCurrentIrql(void)
{
    return nt_enter_quietly()->active->irql;
}

KIRQL NTAPI KfRaiseIrql(KIRQL NewIrql)
{
    NT_CALL_ANY();

    if (NewIrql < machine->active->irql) {
        DXGH_ASSERT(nt_in_driver(machine));
        verify_report(machine, RULE_NT_IRQL_04, "KeRaiseIrql",
                      "KeRaiseIrql(%u) was called at IRQL %u: that would lower it", NewIrql,
                      machine->active->irql);
        uint64_t parameters[4] = { NewIrql, machine->active->irql, 0, 0 };

        machine_bugcheck(machine, IRQL_NOT_GREATER_OR_EQUAL, parameters,
                         "KeRaiseIrql(%u) was called at IRQL %u.", NewIrql, machine->active->irql);
    }
    return schedule_irql_raise(machine, NewIrql);
}

KIRQL NTAPI KeRaiseIrqlToDpcLevel(void)
{
    NT_CALL(DISPATCH_LEVEL);

    if (machine->active->irql > DISPATCH_LEVEL) {
        return machine->active->irql; /* reported; lowering the level would do more harm */
    }
    return schedule_irql_raise(machine, DISPATCH_LEVEL);
}

void NTAPI KeLowerIrql(KIRQL NewIrql)
{
    NT_CALL_ANY();

    if (NewIrql > machine->active->irql) {
        DXGH_ASSERT(nt_in_driver(machine));
        verify_report(machine, RULE_NT_IRQL_04, "KeLowerIrql",
                      "KeLowerIrql(%u) was called at IRQL %u: that would raise it", NewIrql,
                      machine->active->irql);
        uint64_t parameters[4] = { NewIrql, machine->active->irql, 0, 0 };

        machine_bugcheck(machine, IRQL_NOT_LESS_OR_EQUAL, parameters,
                         "KeLowerIrql(%u) was called at IRQL %u.", NewIrql, machine->active->irql);
    }
    nt_locks_stay_raised(machine, NewIrql, __func__);
    schedule_irql_lower(machine, NewIrql);
}

/* Apart, and of the driver's calling convention: a call of ours inside DxghAssertPagedCode would
 * make that save ten vector registers on every entry of every DDI. */
__attribute__((noinline, cold)) static void NTAPI report_paged_code(struct machine *machine)
{
    verify_report(machine, RULE_NT_IRQL_05, NULL, "pageable code (PAGED_CODE) runs at IRQL %u (%s)",
                  machine->active->irql, irql_name(machine->active->irql));
}

/* PAGED_CODE() expands to this. Source: wdm.h, PAGED_CODE macro page */
void NTAPI DxghAssertPagedCode(void)
{
    struct machine *machine = nt_enter_quietly();

    if (DXGH_UNLIKELY(machine->active->irql > APC_LEVEL)) {
        report_paged_code(machine);
    }
}
