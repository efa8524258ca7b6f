/* SPDX-License-Identifier: MIT */
#include "nt/balance.h"

#include "nt/call.h"

static void report_regions(struct machine *machine, const struct nt_thread *was,
                           struct nt_thread *thread, const char *function, const char *what)
{
    if (thread->critical_regions == was->critical_regions &&
        thread->guarded_regions == was->guarded_regions) {
        return;
    }
    verify_report(machine, RULE_NT_APC_01, function,
                  "%s returned inside %u critical and %u guarded region(s), and was called inside "
                  "%u and %u. Leave every region on every path out.",
                  what, thread->critical_regions, thread->guarded_regions, was->critical_regions,
                  was->guarded_regions);
    thread->critical_regions = was->critical_regions;
    thread->guarded_regions = was->guarded_regions;
}

void nt_balance_report(struct machine *machine, uint64_t outer, const char *function,
                       const char *what)
{
    struct nt_thread *thread = machine->running->user;
    struct nt_thread was = { .balance = outer };

    report_regions(machine, &was, thread, function, what);
    if (thread->owned > was.owned || thread->mutexes > was.mutexes) {
        verify_report(machine, RULE_NT_LOCK_12, function,
                      "%s returned and its thread still owns %u mutex(es), fast mutex(es) or "
                      "resource(s) that it did not own before; nobody else can release them",
                      what, thread->owned - was.owned + thread->mutexes - was.mutexes);
    }
    if (thread->wait_promised > was.wait_promised) {
        verify_report(machine, RULE_NT_WAIT_01, function,
                      "%s called %s with Wait = TRUE and returned without a wait", what,
                      thread->promised_by);
        thread->wait_promised = 0;
    }
}

void nt_regions_required(struct machine *machine, enum rule rule, const char *function,
                         const char *what)
{
    const struct nt_thread *thread = nt_thread_current(machine);

    if (!nt_in_driver(machine) || machine->active->irql >= APC_LEVEL ||
        thread->critical_regions > 0 || thread->guarded_regions > 0) {
        return;
    }
    verify_report(machine, rule, function,
                  "%s: %s while normal kernel APCs are delivered; call KeEnterCriticalRegion first",
                  function, what);
}

void nt_region_leave(struct machine *machine, uint16_t *regions, enum rule rule,
                     const char *function)
{
    if (*regions > 0) {
        (*regions)--;
        return;
    }
    DXGH_ASSERT(nt_in_driver(machine));
    verify_report(machine, rule, function, "%s: the thread %s is in no such region", function,
                  machine->running->name);
}

void nt_wait_promise(struct machine *machine, BOOLEAN wait, const char *function)
{
    struct nt_thread *thread = machine->running->user;

    if (wait && nt_in_driver(machine) && thread != NULL && !machine->running->is_interrupt) {
        thread->wait_promised = 1;
        thread->promised_by = function;
    }
}
