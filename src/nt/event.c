/* SPDX-License-Identifier: MIT */
/* Events and semaphores. Source: wdm KeSetEvent, KeReleaseSemaphore */
#include "nt/balance.h"
#include "nt/call.h"
#include "nt/dispatcher.h"
#include "nt/object.h"
#include "nt/seh.h"
#include "nt/storage.h"
#include "nt/thread.h"
#include "nt/tsan.h"
#include "trace/trace.h"
#include "verify/verify.h"

static bool is_event(struct machine *machine, const KEVENT *event, const char *function)
{
    return nt_dispatcher_check(machine, &event->Header, NT_DISPATCHER_EVENT_NOTIFICATION,
                               NT_DISPATCHER_EVENT_SYNCHRONIZATION, function);
}

void NTAPI KeInitializeEvent(PRKEVENT Event, EVENT_TYPE Type, BOOLEAN State)
{
    NT_CALL_ANY();

    nt_storage_resident(machine, RULE_NT_RES_01, Event, __func__, "event");
    nt_dispatcher_init(machine, &Event->Header,
                       Type == NotificationEvent ? NT_DISPATCHER_EVENT_NOTIFICATION
                                                 : NT_DISPATCHER_EVENT_SYNCHRONIZATION,
                       sizeof(*Event), State != FALSE, __func__);
}

LONG NTAPI KeSetEvent(PRKEVENT Event, KPRIORITY Increment, BOOLEAN Wait)
{
    NT_CALL(Wait ? APC_LEVEL : DISPATCH_LEVEL);
    LONG was;

    (void)Increment; /* Choice: no priority boosts; the decision source varies the order instead */
    if (!is_event(machine, Event, __func__)) {
        return 0;
    }
    was = Event->Header.SignalState;
    trace_emit(machine, TRACE_EVENT_SET, (uint32_t)was, 0, 0);
    Event->Header.SignalState = 1;
    nt_dispatcher_signal(machine, &Event->Header);
    machine_point(machine);
    nt_wait_promise(machine, Wait, __func__);
    return was;
}

LONG NTAPI KePulseEvent(PRKEVENT Event, KPRIORITY Increment, BOOLEAN Wait)
{
    NT_CALL(Wait ? APC_LEVEL : DISPATCH_LEVEL);
    LONG was;

    (void)Increment;
    if (!is_event(machine, Event, __func__)) {
        return 0;
    }
    was = Event->Header.SignalState;
    Event->Header.SignalState = 1;
    nt_dispatcher_signal(machine, &Event->Header);
    Event->Header.SignalState = 0;
    machine_point(machine);
    nt_wait_promise(machine, Wait, __func__);
    return was;
}

LONG NTAPI KeResetEvent(PRKEVENT Event)
{
    NT_CALL(DISPATCH_LEVEL);
    LONG was;

    if (!is_event(machine, Event, __func__)) {
        return 0;
    }
    was = Event->Header.SignalState;
    Event->Header.SignalState = 0;
    return was;
}

void NTAPI KeClearEvent(PRKEVENT Event)
{
    NT_CALL(DISPATCH_LEVEL);

    if (is_event(machine, Event, __func__)) {
        Event->Header.SignalState = 0;
    }
}

LONG NTAPI KeReadStateEvent(PRKEVENT Event)
{
    NT_CALL(DISPATCH_LEVEL);

    nt_tsan_acquire(Event);
    return is_event(machine, Event, __func__) ? Event->Header.SignalState : 0;
}

void NTAPI KeInitializeSemaphore(PRKSEMAPHORE Semaphore, LONG Count, LONG Limit)
{
    NT_CALL_ANY();

    nt_storage_resident(machine, RULE_NT_RES_02, Semaphore, __func__, "semaphore");
    if (Count < 0 || Limit <= 0 || Count > Limit) {
        DXGH_ASSERT(nt_in_driver(machine));
        verify_report(
            machine, RULE_NT_OBJ_08, __func__,
            "KeInitializeSemaphore: count %d and limit %d; the limit must be positive and "
            "the count between zero and it",
            Count, Limit);
    }
    nt_dispatcher_init(machine, &Semaphore->Header, NT_DISPATCHER_SEMAPHORE, sizeof(*Semaphore),
                       Count, __func__);
    Semaphore->Limit = Limit;
}

LONG NTAPI KeReleaseSemaphore(PRKSEMAPHORE Semaphore, KPRIORITY Increment, LONG Adjustment,
                              BOOLEAN Wait)
{
    NT_CALL(Wait ? APC_LEVEL : DISPATCH_LEVEL);
    LONG was;

    (void)Increment;
    if (!nt_dispatcher_check(machine, &Semaphore->Header, NT_DISPATCHER_SEMAPHORE,
                             NT_DISPATCHER_SEMAPHORE, __func__)) {
        return 0;
    }
    was = Semaphore->Header.SignalState;
    if (Adjustment <= 0 || Adjustment > Semaphore->Limit - was) {
        DXGH_ASSERT(nt_in_driver(machine));
        verify_report(machine, RULE_NT_OBJ_05, __func__,
                      "KeReleaseSemaphore: count %d plus %d is not between the count and the limit "
                      "%d",
                      was, Adjustment, Semaphore->Limit);
        nt_raise(machine, (uint32_t)STATUS_SEMAPHORE_LIMIT_EXCEEDED,
                 (uintptr_t)__builtin_return_address(0));
    }
    Semaphore->Header.SignalState = was + Adjustment;
    nt_dispatcher_signal(machine, &Semaphore->Header);
    machine_point(machine);
    nt_wait_promise(machine, Wait, __func__);
    return was;
}

LONG NTAPI KeReadStateSemaphore(PRKSEMAPHORE Semaphore)
{
    NT_CALL_ANY();

    (void)machine;
    return Semaphore->Header.SignalState;
}

/* Named events: the second to ask for a name gets the first one's event. */
struct named_event {
    KEVENT event; /* first: drivers get its address */
    USHORT bytes;
    WCHAR characters[64];
};

static bool has_name(const void *body, const void *argument)
{
    const struct named_event *named = body;
    const UNICODE_STRING *name = argument;

    return named->bytes > 0 && named->bytes == name->Length &&
           memcmp(named->characters, name->Buffer, name->Length) == 0;
}

static PKEVENT create_named(struct machine *machine, PUNICODE_STRING name, PHANDLE handle,
                            EVENT_TYPE type)
{
    struct named_event *named = NULL;

    if (name != NULL && name->Length > 0) {
        if (name->Length > sizeof(named->characters)) {
            return NULL;
        }
        named = nt_object_find(machine, NT_OBJECT_EVENT, has_name, name);
        if (named != NULL) {
            *handle = nt_handle_open(machine, named);
            return &named->event;
        }
    }
    named = nt_object_create(machine, NT_OBJECT_EVENT, sizeof(*named), NULL);
    nt_dispatcher_init(machine, &named->event.Header,
                       type == NotificationEvent ? NT_DISPATCHER_EVENT_NOTIFICATION
                                                 : NT_DISPATCHER_EVENT_SYNCHRONIZATION,
                       sizeof(named->event), 1, "IoCreateNotificationEvent");
    if (name != NULL && name->Length > 0) {
        named->bytes = name->Length;
        memcpy(named->characters, name->Buffer, name->Length);
    }
    *handle = nt_handle_open(machine, named);
    nt_object_put_ours(machine, named); /* the handle keeps it */
    return &named->event;
}

PKEVENT NTAPI IoCreateNotificationEvent(PUNICODE_STRING EventName, PHANDLE EventHandle)
{
    NT_CALL(PASSIVE_LEVEL);

    return create_named(machine, EventName, EventHandle, NotificationEvent);
}

PKEVENT NTAPI IoCreateSynchronizationEvent(PUNICODE_STRING EventName, PHANDLE EventHandle)
{
    NT_CALL(PASSIVE_LEVEL);

    return create_named(machine, EventName, EventHandle, SynchronizationEvent);
}
