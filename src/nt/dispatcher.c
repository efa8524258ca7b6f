/* SPDX-License-Identifier: MIT */
#include "nt/dispatcher.h"

#include "nt/call.h"
#include "nt/thread.h"
#include "nt/time.h"
#include "nt/tsan.h"
#include "trace/trace.h"
#include "verify/verify.h"

static bool list_looks_alive(const LIST_ENTRY *head)
{
    return head->Flink != NULL && head->Blink != NULL && ((uintptr_t)head->Flink & 7) == 0 &&
           ((uintptr_t)head->Blink & 7) == 0;
}

static const char *type_name(UCHAR type)
{
    switch (type) {
    case NT_DISPATCHER_EVENT_NOTIFICATION:
    case NT_DISPATCHER_EVENT_SYNCHRONIZATION:
        return "an event";
    case NT_DISPATCHER_MUTANT:
        return "a mutex";
    case NT_DISPATCHER_SEMAPHORE:
        return "a semaphore";
    case NT_DISPATCHER_THREAD:
        return "a thread";
    case NT_DISPATCHER_TIMER_NOTIFICATION:
    case NT_DISPATCHER_TIMER_SYNCHRONIZATION:
        return "a timer";
    default:
        return "no dispatcher object";
    }
}

const void *nt_dispatcher_waiting_in_range(struct machine *machine, const void *start, size_t bytes)
{
    LIST_FOR_EACH(link, &nt_of(machine)->threads) {
        struct nt_thread *thread = LIST_ENTRY_OF(link, struct nt_thread, link);

        for (ULONG i = 0; thread->waiting && i < thread->wait_count; i++) {
            uintptr_t object = (uintptr_t)thread->wait_blocks[i].Object;

            if (object >= (uintptr_t)start && object - (uintptr_t)start < bytes) {
                return thread->wait_blocks[i].Object;
            }
        }
    }
    return NULL;
}

/* The threads wait on: only a time-out or another object can still end it. */
void nt_dispatcher_forget(struct machine *machine, const void *start, size_t bytes)
{
    LIST_FOR_EACH(link, &nt_of(machine)->threads) {
        struct nt_thread *thread = LIST_ENTRY_OF(link, struct nt_thread, link);

        for (ULONG i = 0; thread->waiting && i < thread->wait_count; i++) {
            uintptr_t object = (uintptr_t)thread->wait_blocks[i].Object;

            if (object >= (uintptr_t)start && object - (uintptr_t)start < bytes) {
                InitializeListHead(&thread->wait_blocks[i].WaitListEntry);
            }
        }
    }
}

void nt_dispatcher_init(struct machine *machine, DISPATCHER_HEADER *header, UCHAR type,
                        size_t bytes, LONG state, const char *function)
{
    if (nt_dispatcher_waiting_in_range(machine, header, sizeof(*header)) != NULL) {
        verify_report(machine, RULE_NT_OBJ_02, function,
                      "%s: a thread waits on the object that is being initialised", function);
        return;
    }
    header->Type = type;
    header->Signalling = 0;
    header->Size = (UCHAR)(bytes / sizeof(LONG));
    header->Reserved1 = 0;
    header->SignalState = state;
    InitializeListHead(&header->WaitListHead);
}

bool nt_dispatcher_check(struct machine *machine, const DISPATCHER_HEADER *header, UCHAR lowest,
                         UCHAR highest, const char *function)
{
    if (DXGH_LIKELY(header->Type >= lowest && header->Type <= highest &&
                    list_looks_alive(&header->WaitListHead))) {
        return true;
    }
    DXGH_ASSERT(nt_in_driver(machine));
    if (!list_looks_alive(&header->WaitListHead)) {
        verify_report(machine, RULE_NT_OBJ_01, function,
                      "%s: the object at %#llx was never initialised", function,
                      (unsigned long long)(uintptr_t)header);
    } else {
        verify_report(machine, RULE_NT_OBJ_01, function,
                      "%s: the object at %#llx is %s (type %u), not %s", function,
                      (unsigned long long)(uintptr_t)header, type_name(header->Type), header->Type,
                      type_name(lowest));
    }
    return false;
}

static bool satisfies(const DISPATCHER_HEADER *header, const struct nt_thread *thread)
{
    if (header->Type == NT_DISPATCHER_MUTANT) {
        const KMUTANT *mutant = (const KMUTANT *)header;

        return header->SignalState > 0 || mutant->OwnerThread == (PKTHREAD)thread;
    }
    return header->SignalState > 0;
}

/* Returns whether the object was an abandoned mutex. */
static bool consume(DISPATCHER_HEADER *header, struct nt_thread *thread)
{
    switch (header->Type) {
    case NT_DISPATCHER_EVENT_SYNCHRONIZATION:
    case NT_DISPATCHER_TIMER_SYNCHRONIZATION:
        header->SignalState = 0;
        break;
    case NT_DISPATCHER_SEMAPHORE:
        header->SignalState--;
        break;
    case NT_DISPATCHER_MUTANT: {
        KMUTANT *mutant = (KMUTANT *)header;
        bool abandoned = mutant->Abandoned;

        if (header->SignalState-- == 1) {
            mutant->OwnerThread = (PKTHREAD)thread;
            thread->mutexes++;
            InsertTailList(&thread->mutants, &mutant->MutantListEntry);
        }
        mutant->Abandoned = FALSE;
        return abandoned;
    }
    default:
        break;
    }
    return false;
}

static bool all_satisfied(const struct nt_thread *thread)
{
    for (ULONG i = 0; i < thread->wait_count; i++) {
        if (!satisfies(thread->wait_blocks[i].Object, thread)) {
            return false;
        }
    }
    return true;
}

static NTSTATUS consume_all(struct nt_thread *thread)
{
    bool abandoned = false;

    for (ULONG i = 0; i < thread->wait_count; i++) {
        abandoned |= consume(thread->wait_blocks[i].Object, thread);
    }
    return abandoned ? STATUS_ABANDONED_WAIT_0 : STATUS_WAIT_0;
}

static void end_wait(struct machine *machine, struct nt_thread *thread, NTSTATUS status)
{
    for (ULONG i = 0; i < thread->wait_count; i++) {
        RemoveEntryList(&thread->wait_blocks[i].WaitListEntry);
    }
    (void)clock_event_cancel(&machine->clock, &thread->wait_timeout);
    thread->waiting = false;
    thread->wait_status = status;
    schedule_ready(machine, thread->fiber);
}

void nt_dispatcher_signal(struct machine *machine, DISPATCHER_HEADER *header)
{
    PLIST_ENTRY entry = header->WaitListHead.Flink;

    nt_tsan_release(header);
    while (entry != &header->WaitListHead && header->SignalState > 0) {
        KWAIT_BLOCK *block = CONTAINING_RECORD(entry, KWAIT_BLOCK, WaitListEntry);
        struct nt_thread *thread = (struct nt_thread *)block->Thread;
        NTSTATUS status;

        if (!thread->wait_all) {
            bool abandoned = consume(header, thread);

            status = (abandoned ? STATUS_ABANDONED_WAIT_0 : STATUS_WAIT_0) + block->WaitKey;
        } else if (all_satisfied(thread)) {
            status = consume_all(thread);
        } else {
            entry = entry->Flink;
            continue;
        }
        end_wait(machine, thread, status);
        entry = header->WaitListHead.Flink; /* end_wait may have unlinked several */
    }
}

static void wait_timed_out(struct clock_event *event)
{
    struct nt_thread *thread = DXGH_CONTAINER_OF(event, struct nt_thread, wait_timeout);

    end_wait(machine_current(), thread, STATUS_TIMEOUT);
}

uint64_t nt_due_ns(const struct machine *machine, LONGLONG due)
{
    uint64_t now_ns = machine->clock.now_ns;

    if (due <= 0) {
        uint64_t interval = (uint64_t)0 - (uint64_t)due;

        return interval > (UINT64_MAX / 2 - now_ns) / 100 ? UINT64_MAX / 2
                                                          : now_ns + interval * 100;
    }
    if ((uint64_t)due <= NT_EPOCH) {
        return now_ns;
    }
    uint64_t since = (uint64_t)due - NT_EPOCH;

    return since > UINT64_MAX / 200 ? UINT64_MAX / 2 : DXGH_MAX(now_ns, since * 100);
}

/* Satisfies the wait at once, if that is possible. */
static bool try_wait(ULONG count, void **objects, WAIT_TYPE type, struct nt_thread *thread,
                     NTSTATUS *status)
{
    bool abandoned = false;

    if (type == WaitAny) {
        for (ULONG i = 0; i < count; i++) {
            if (satisfies(objects[i], thread)) {
                nt_tsan_acquire(objects[i]);
                abandoned = consume(objects[i], thread);
                *status = (abandoned ? STATUS_ABANDONED_WAIT_0 : STATUS_WAIT_0) + (NTSTATUS)i;
                return true;
            }
        }
        return false;
    }
    for (ULONG i = 0; i < count; i++) {
        if (!satisfies(objects[i], thread)) {
            return false;
        }
    }
    for (ULONG i = 0; i < count; i++) {
        nt_tsan_acquire(objects[i]);
        abandoned |= consume(objects[i], thread);
    }
    *status = abandoned ? STATUS_ABANDONED_WAIT_0 : STATUS_WAIT_0;
    return true;
}

static void check_may_block(struct machine *machine, const char *function)
{
    if (machine->active->irql < DISPATCH_LEVEL) {
        return;
    }
    uint64_t parameters[4] = { 0, 0, 0, 0 };

    DXGH_ASSERT(nt_in_driver(machine));
    machine_bugcheck(machine, ATTEMPTED_SWITCH_FROM_DPC, parameters,
                     "%s has to block, but runs at IRQL %u (%s), where no thread switch is "
                     "possible.",
                     function, machine->active->irql, machine->running->name);
}

static void check_wait_irql(struct machine *machine, const LARGE_INTEGER *timeout,
                            const char *function)
{
    if (machine->active->irql >= DISPATCH_LEVEL &&
        (timeout == NULL || timeout->QuadPart != 0 || machine->active->irql > DISPATCH_LEVEL)) {
        if (!nt_in_driver(machine)) {
            nt_irql_above(machine, APC_LEVEL, function);
        }
        verify_report(machine, RULE_NT_IRQL_03, function,
                      "%s with %s time-out was called at IRQL %u; only a zero time-out may be used "
                      "at DISPATCH_LEVEL, and no wait above it",
                      function, timeout == NULL ? "no" : "a", machine->active->irql);
    }
}

static void park(struct machine *machine, struct nt_thread *thread, ULONG count, void **objects,
                 WAIT_TYPE type, const LARGE_INTEGER *timeout, KWAIT_BLOCK *blocks)
{
    for (ULONG i = 0; i < count; i++) {
        DISPATCHER_HEADER *header = objects[i];

        blocks[i].WaitType = (UCHAR)type;
        blocks[i].BlockState = 0;
        blocks[i].WaitKey = (USHORT)i;
        blocks[i].Thread = (PKTHREAD)thread;
        blocks[i].Object = header;
        InsertTailList(&header->WaitListHead, &blocks[i].WaitListEntry);
    }
    thread->wait_all = type == WaitAll;
    thread->wait_blocks = blocks;
    thread->wait_count = count;
    thread->waiting = true;
    if (timeout != NULL) {
        thread->wait_timeout.fire = wait_timed_out;
        clock_event_set(&machine->clock, &thread->wait_timeout,
                        nt_due_ns(machine, timeout->QuadPart));
    }
    trace_emit(machine, TRACE_WAIT_BEGIN, count, 0, 0);
    while (thread->waiting) {
        schedule_block(machine);
    }
    trace_emit(machine, TRACE_WAIT_END, (uint32_t)thread->wait_status, 0, 0);
    for (ULONG i = 0; i < count && thread->wait_status != STATUS_TIMEOUT; i++) {
        nt_tsan_acquire(objects[i]);
    }
}

void nt_delay(struct machine *machine, LONGLONG due)
{
    LARGE_INTEGER timeout = { .QuadPart = due };

    park(machine, nt_thread_current(machine), 0, NULL, WaitAny, &timeout, NULL);
}

NTSTATUS nt_wait(struct machine *machine, ULONG count, void **objects, WAIT_TYPE type,
                 const LARGE_INTEGER *timeout, KWAIT_BLOCK *blocks, const char *function)
{
    struct nt_thread *thread = nt_thread_current(machine);
    NTSTATUS status;

    thread->wait_promised = 0;
    check_wait_irql(machine, timeout, function);
    for (ULONG i = 0; i < count; i++) {
        if (!nt_dispatcher_check(machine, objects[i], 0, NT_DISPATCHER_TIMER_SYNCHRONIZATION,
                                 function)) {
            return STATUS_OBJECT_TYPE_MISMATCH;
        }
    }
    if (try_wait(count, objects, type, thread, &status)) {
        return status;
    }
    if (timeout != NULL && timeout->QuadPart == 0) {
        return STATUS_TIMEOUT;
    }
    check_may_block(machine, function);
    park(machine, thread, count, objects, type, timeout, blocks);
    return thread->wait_status;
}

/* The stack of a thread that waits in UserMode may be paged out, and the object with it. */
static void check_wait_mode(struct machine *machine, const void *object, KPROCESSOR_MODE mode,
                            const char *function)
{
    const struct fiber *fiber = machine->running;
    const DISPATCHER_HEADER *header = object;
    uintptr_t offset = (uintptr_t)object - (uintptr_t)fiber->stack_base;

    if (mode == UserMode && header->Type == NT_DISPATCHER_MUTANT && nt_in_driver(machine)) {
        verify_report(machine, RULE_NT_WAIT_03, function,
                      "%s: a UserMode wait for a mutex; wait in KernelMode", function);
    }
    if (mode == UserMode && fiber->stack_base != NULL && offset < fiber->stack_bytes &&
        nt_in_driver(machine)) {
        verify_report(machine, RULE_NT_WAIT_02, function,
                      "%s: a UserMode wait for an object on the stack; wait in KernelMode",
                      function);
    }
}

NTSTATUS NTAPI KeWaitForSingleObject(PVOID Object, KWAIT_REASON WaitReason,
                                     KPROCESSOR_MODE WaitMode, BOOLEAN Alertable,
                                     PLARGE_INTEGER Timeout)
{
    NT_CALL_ANY();
    KWAIT_BLOCK block;

    (void)WaitReason;
    check_wait_mode(machine, Object, WaitMode, __func__);
    (void)Alertable; /* nothing here queues APCs, so an alertable wait is a plain one */
    return nt_wait(machine, 1, &Object, WaitAny, Timeout, &block, __func__);
}

NTSTATUS NTAPI KeWaitForMultipleObjects(ULONG Count, PVOID Object[], WAIT_TYPE WaitType,
                                        KWAIT_REASON WaitReason, KPROCESSOR_MODE WaitMode,
                                        BOOLEAN Alertable, PLARGE_INTEGER Timeout,
                                        PKWAIT_BLOCK WaitBlockArray)
{
    NT_CALL_ANY();
    struct nt_thread *thread = nt_thread_current(machine);
    ULONG limit = WaitBlockArray == NULL ? THREAD_WAIT_OBJECTS : MAXIMUM_WAIT_OBJECTS;

    (void)WaitReason;
    (void)Alertable;
    if (Count > limit) {
        uint64_t parameters[4] = { 0, 0, 0, 0 };

        DXGH_ASSERT(nt_in_driver(machine));
        verify_report(machine, RULE_NT_OBJ_06, __func__, "%s: %u objects, but %u is the limit %s",
                      __func__, Count, limit,
                      WaitBlockArray == NULL ? "without a wait block array" : "of any wait");
        machine_bugcheck(machine, MAXIMUM_WAIT_OBJECTS_EXCEEDED, parameters,
                         "KeWaitForMultipleObjects was called for %u objects; the limit is %u.",
                         Count, limit);
    }
    for (ULONG i = 0; i < Count; i++) {
        check_wait_mode(machine, Object[i], WaitMode, __func__);
    }
    return nt_wait(machine, Count, Object, WaitType, Timeout,
                   WaitBlockArray == NULL ? thread->built_in_blocks : WaitBlockArray, __func__);
}
