/* SPDX-License-Identifier: MIT */
#include "nt/timer.h"

#include "nt/call.h"
#include "nt/dispatcher.h"
#include "nt/dpc.h"
#include "nt/storage.h"
#include "nt/tsan.h"
#include "trace/trace.h"
#include "verify/verify.h"

#define TIMER_OF_DRIVER 1u /* in KTIMER.Processor, which is the host's own */

static KTIMER *timer_of(LIST_ENTRY *entry)
{
    return CONTAINING_RECORD(entry, KTIMER, TimerListEntry);
}

static void arm_clock(struct machine *machine)
{
    struct nt *nt = nt_of(machine);

    if (IsListEmpty(&nt->timers)) {
        (void)clock_event_cancel(&machine->clock, &nt->timer_event);
    } else {
        clock_event_set(&machine->clock, &nt->timer_event,
                        timer_of(nt->timers.Flink)->DueTime.QuadPart);
    }
}

static void insert(struct machine *machine, KTIMER *timer, uint64_t due_ns)
{
    LIST_ENTRY *head = &nt_of(machine)->timers;
    LIST_ENTRY *after = head->Blink;

    timer->DueTime.QuadPart = due_ns;
    while (after != head && timer_of(after)->DueTime.QuadPart > due_ns) {
        after = after->Blink;
    }
    InsertHeadList(after, &timer->TimerListEntry);
    timer->Header.Inserted = 1;
}

static bool cancel(KTIMER *timer)
{
    if (!timer->Header.Inserted) {
        return false;
    }
    RemoveEntryList(&timer->TimerListEntry);
    timer->Header.Inserted = 0;
    return true;
}

static void expire(struct machine *machine, KTIMER *timer)
{
    uint64_t due_ns = timer->DueTime.QuadPart;

    (void)cancel(timer);
    trace_emit(machine, TRACE_TIMER_FIRE, 0, 0, 0);
    timer->Header.SignalState = 1;
    if (timer->Period != 0) {
        insert(machine, timer, due_ns + timer->Period * DXGH_NS_PER_MS);
    }
    if (timer->Dpc != NULL) {
        (void)nt_dpc_insert(machine, timer->Dpc, NULL, NULL);
    }
    nt_dispatcher_signal(machine, &timer->Header);
}

static void clock_fired(struct clock_event *event)
{
    struct machine *machine = machine_current();
    struct nt *nt = nt_of(machine);

    (void)event;
    while (!IsListEmpty(&nt->timers) &&
           timer_of(nt->timers.Flink)->DueTime.QuadPart <= machine->clock.now_ns) {
        expire(machine, timer_of(nt->timers.Flink));
    }
    arm_clock(machine);
}

void nt_timers_init(struct machine *machine)
{
    InitializeListHead(&nt_of(machine)->timers);
    nt_of(machine)->timer_event.fire = clock_fired;
}

const KTIMER *nt_timer_in_range(const struct machine *machine, const void *start, size_t bytes)
{
    LIST_ENTRY *head = &nt_of(machine)->timers;

    for (LIST_ENTRY *entry = head->Flink; entry != head; entry = entry->Flink) {
        uintptr_t address = (uintptr_t)timer_of(entry);

        if (address >= (uintptr_t)start && address - (uintptr_t)start < bytes) {
            return timer_of(entry);
        }
    }
    return NULL;
}

void nt_timers_forget(struct machine *machine, const void *start, size_t bytes)
{
    const KTIMER *timer;

    while ((timer = nt_timer_in_range(machine, start, bytes)) != NULL) {
        (void)cancel((KTIMER *)(uintptr_t)timer);
    }
    arm_clock(machine);
}

uint32_t nt_timers_of_driver(const struct machine *machine)
{
    LIST_ENTRY *head = &nt_of(machine)->timers;
    uint32_t count = 0;

    for (LIST_ENTRY *entry = head->Flink; entry != head; entry = entry->Flink) {
        count += (timer_of(entry)->Processor & TIMER_OF_DRIVER) != 0;
    }
    return count;
}

void nt_timers_cancel_driver(struct machine *machine)
{
    LIST_ENTRY *head = &nt_of(machine)->timers;
    LIST_ENTRY *entry = head->Flink;

    while (entry != head) {
        LIST_ENTRY *next = entry->Flink;

        if ((timer_of(entry)->Processor & TIMER_OF_DRIVER) != 0) {
            (void)cancel(timer_of(entry));
        }
        entry = next;
    }
    arm_clock(machine);
}

static bool is_timer(struct machine *machine, const KTIMER *timer, const char *function)
{
    return nt_dispatcher_check(machine, &timer->Header, NT_DISPATCHER_TIMER_NOTIFICATION,
                               NT_DISPATCHER_TIMER_SYNCHRONIZATION, function);
}

void NTAPI KeInitializeTimerEx(PKTIMER Timer, TIMER_TYPE Type)
{
    NT_CALL(DISPATCH_LEVEL);

    nt_storage_resident(machine, RULE_NT_RES_04, Timer, "KeInitializeTimer", "timer");
    if (nt_timer_in_range(machine, Timer, sizeof(*Timer)) != NULL) {
        verify_report(machine, RULE_NT_OBJ_02, __func__,
                      "KeInitializeTimer: the timer is armed and may not be initialised again");
        return;
    }
    memset(Timer, 0, sizeof(*Timer));
    nt_dispatcher_init(machine, &Timer->Header,
                       Type == NotificationTimer ? NT_DISPATCHER_TIMER_NOTIFICATION
                                                 : NT_DISPATCHER_TIMER_SYNCHRONIZATION,
                       0, 0, __func__);
}

void NTAPI KeInitializeTimer(PKTIMER Timer)
{
    KeInitializeTimerEx(Timer, NotificationTimer);
}

BOOLEAN NTAPI KeSetTimerEx(PKTIMER Timer, LARGE_INTEGER DueTime, LONG Period, PKDPC Dpc)
{
    NT_CALL(DISPATCH_LEVEL);
    bool was_armed;

    if (!is_timer(machine, Timer, __func__)) {
        return FALSE;
    }
    if (Period < 0) {
        verify_report(machine, RULE_NT_OBJ_09, __func__,
                      "%s: the period is %d milliseconds; it must be zero or more", __func__,
                      Period);
        Period = 0;
    }
    was_armed = cancel(Timer);
    Timer->Header.SignalState = 0;
    Timer->Period = (ULONG)Period;
    Timer->Dpc = Dpc;
    Timer->Processor = nt_in_driver(machine) ? TIMER_OF_DRIVER : 0;
    if (Dpc != NULL) {
        nt_tsan_release(Dpc);
    }
    insert(machine, Timer, nt_due_ns(machine, DueTime.QuadPart));
    arm_clock(machine);
    machine_point(machine);
    return was_armed;
}

BOOLEAN NTAPI KeSetTimer(PKTIMER Timer, LARGE_INTEGER DueTime, PKDPC Dpc)
{
    return KeSetTimerEx(Timer, DueTime, 0, Dpc);
}

BOOLEAN NTAPI KeSetCoalescableTimer(PKTIMER Timer, LARGE_INTEGER DueTime, ULONG Period,
                                    ULONG TolerableDelay, PKDPC Dpc)
{
    (void)TolerableDelay;
    return KeSetTimerEx(Timer, DueTime, (LONG)Period, Dpc);
}

BOOLEAN NTAPI KeCancelTimer(PKTIMER Timer)
{
    NT_CALL(DISPATCH_LEVEL);
    bool was_armed;

    if (!is_timer(machine, Timer, __func__)) {
        return FALSE;
    }
    was_armed = cancel(Timer);
    arm_clock(machine);
    return was_armed;
}

BOOLEAN NTAPI KeReadStateTimer(PKTIMER Timer)
{
    NT_CALL(DISPATCH_LEVEL);

    return is_timer(machine, Timer, __func__) && Timer->Header.SignalState != 0;
}
