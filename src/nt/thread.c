/* SPDX-License-Identifier: MIT */
#include "nt/thread.h"

#include "nt/balance.h"
#include "nt/call.h"
#include "nt/dispatcher.h"
#include "nt/object.h"
#include "nt/resource_kind.h"
#include "nt/seh.h"
#include "nt/spinlock.h"
#include "nt/tsan.h"
#include "trace/trace.h"
#include "verify/verify.h"

#define PRIORITY_DEFAULT 8
#define THREAD_TERMINATE_HELD_MUTEX_CODE 0x4000008Au
#define SYSTEM_PROCESS_ID 4u

/* A kernel stack holds 24 KB by contract. Source: kernel/using-the-kernel-stack.md */
#define DRIVER_STACK_BYTES (24u * 1024u)

static void prepare(struct machine *machine, struct nt_thread *thread)
{
    struct nt *nt = nt_of(machine);

    thread->id = (nt->next_thread_id += 4);
    thread->priority = PRIORITY_DEFAULT;
    InitializeListHead(&thread->mutants);
    nt_dispatcher_init(machine, &thread->header, NT_DISPATCHER_THREAD, sizeof(thread->header), 0,
                       "PsCreateSystemThread");
    list_push_back(&nt->threads, &thread->link);
}

void nt_threads_init(struct machine *machine)
{
    struct nt *nt = nt_of(machine);

    nt->idle_thread = nt_object_create(machine, NT_OBJECT_THREAD, sizeof(struct nt_thread), NULL);
    prepare(machine, nt->idle_thread);
    nt->idle_thread->priority = 0;
    nt->main_thread = nt_object_create(machine, NT_OBJECT_THREAD, sizeof(struct nt_thread), NULL);
    prepare(machine, nt->main_thread);
    nt->main_thread->fiber = machine->main_fiber;
    machine->main_fiber->user = nt->main_thread;
}

/* The thread fiber that runs or was interrupted here; NULL on an idle processor. */
static struct fiber *thread_fiber(struct machine *machine)
{
    struct fiber *fiber = machine->running;
    const struct processor *processor = machine->active;

    for (uint32_t i = processor->frame_count; fiber != NULL && fiber->is_interrupt && i-- > 0;) {
        fiber = processor->frames[i].fiber;
    }
    return fiber == NULL || fiber->is_interrupt ? NULL : fiber;
}

/* Adopted threads whose fibers have ended: nobody tells us, so they are looked for. */
static void sweep_adopted(struct machine *machine)
{
    LIST_FOR_EACH_SAFE(link, &nt_of(machine)->threads) {
        struct nt_thread *thread = LIST_ENTRY_OF(link, struct nt_thread, link);

        if (thread->adopted &&
            (thread->fiber->state == FIBER_DEAD || thread->fiber->user != thread)) {
            list_remove(link);
            thread->fiber = NULL;
            nt_object_put_ours(machine, thread);
        }
    }
}

static struct nt_thread *adopt(struct machine *machine, struct fiber *fiber)
{
    struct nt_thread *thread;

    sweep_adopted(machine);
    thread = nt_object_create(machine, NT_OBJECT_THREAD, sizeof(*thread), NULL);
    prepare(machine, thread);
    thread->fiber = fiber;
    thread->system = true;
    thread->adopted = true;
    thread->priority = fiber->priority;
    fiber->user = thread;
    return thread;
}

struct nt_thread *nt_thread_peek(struct machine *machine)
{
    struct fiber *fiber = thread_fiber(machine);

    return fiber == NULL ? nt_of(machine)->idle_thread : fiber->user;
}

struct nt_thread *nt_thread_current(struct machine *machine)
{
    struct fiber *fiber = thread_fiber(machine);

    if (fiber == NULL) {
        return nt_of(machine)->idle_thread;
    }
    return DXGH_LIKELY(fiber->user != NULL) ? fiber->user : adopt(machine, fiber);
}

size_t nt_thread_stack_used(const struct machine *machine)
{
    const struct fiber *fiber = machine->running;

    if (fiber->stack_base == NULL) {
        return 0;
    }
    return (size_t)((char *)fiber->stack_base + fiber->stack_bytes -
                    (char *)__builtin_frame_address(0));
}

static void thread_main(void *argument)
{
    struct nt_thread *thread = argument;
    struct machine *machine = machine_current();

    nt_tsan_acquire(thread);
    trace_emit(machine, TRACE_THREAD_START, thread->id, 0, 0);
    machine->running->in_driver = thread->driver;
    machine->running->ddi = thread->driver ? "system thread" : NULL;
    thread->routine(thread->context);
    nt_of(machine)->judged_routine = (uintptr_t)thread->routine;
    nt_thread_exit(machine, STATUS_SUCCESS);
}

struct nt_thread *nt_thread_start(struct machine *machine, const char *name, KPRIORITY priority,
                                  PKSTART_ROUTINE routine, void *context, bool driver)
{
    struct nt_thread *thread = nt_object_create(machine, NT_OBJECT_THREAD, sizeof(*thread), NULL);
    struct fiber *fiber = fiber_create(machine, thread_main, thread, name);

    if (fiber == NULL) {
        nt_object_put_ours(machine, thread);
        return NULL;
    }
    prepare(machine, thread);
    thread->fiber = fiber;
    thread->driver = driver;
    thread->system = true;
    thread->priority = priority;
    thread->routine = routine;
    thread->context = context;
    fiber->user = thread;
    fiber->priority = (uint8_t)priority;
    nt_object_get_ours(thread); /* the running thread's own, dropped when it ends */
    nt_tsan_release(thread);
    schedule_ready(machine, fiber);
    return thread;
}

struct nt_thread *nt_thread_create(struct machine *machine, const char *name, KPRIORITY priority,
                                   PKSTART_ROUTINE routine, void *context)
{
    return nt_thread_start(machine, name, priority, routine, context, false);
}

/* Mutexes and locks a thread takes with it to the grave. */
static void check_exit(struct machine *machine, struct nt_thread *thread)
{
    if (nt_locks_held(machine) > 0) {
        verify_report(machine, RULE_NT_LOCK_09, "PsTerminateSystemThread",
                      "the thread %s ends while it holds %u spin lock(s)", machine->running->name,
                      nt_locks_held(machine));
        nt_locks_drop(machine, 0);
    }
    if (!IsListEmpty(&thread->mutants) || thread->owned > 0) {
        uint64_t parameters[4] = { (uintptr_t)thread, (uintptr_t)thread->mutants.Flink, 0, 0 };

        verify_report(machine, RULE_NT_LOCK_10, "PsTerminateSystemThread",
                      "the thread %s ends while it owns a mutex, fast mutex or resource",
                      machine->running->name);
        machine_bugcheck(machine, THREAD_TERMINATE_HELD_MUTEX_CODE, parameters,
                         "The thread %s ended while it owned a mutex.", machine->running->name);
    }
}

void nt_thread_exit(struct machine *machine, NTSTATUS status)
{
    struct nt_thread *thread = machine->running->user;

    check_exit(machine, thread);
    nt_of(machine)->judged_routine = 0;
    machine->running->in_driver = false;
    trace_emit(machine, TRACE_THREAD_EXIT, thread->id, (uint32_t)status, 0);
    thread->exit_status = status;
    thread->fiber = NULL;
    list_remove(&thread->link);
    thread->header.SignalState = 1;
    nt_dispatcher_signal(machine, &thread->header);
    nt_object_put(machine, thread);
    machine->running->user = NULL;
    machine->active->irql = PASSIVE_LEVEL;
    schedule_exit(machine);
}

NTSTATUS NTAPI PsCreateSystemThread(PHANDLE ThreadHandle, ULONG DesiredAccess,
                                    POBJECT_ATTRIBUTES ObjectAttributes, HANDLE ProcessHandle,
                                    PCLIENT_ID ClientId, PKSTART_ROUTINE StartRoutine,
                                    PVOID StartContext)
{
    NT_CALL(PASSIVE_LEVEL);
    struct nt_thread *thread;
    char name[32];
    bool driver = nt_is_driver_routine(machine, (const void *)(uintptr_t)StartRoutine);

    (void)DesiredAccess;
    (void)ObjectAttributes;
    (void)ProcessHandle; /* every thread of a driver belongs to the system process here */
    if (decision_refuse(&machine->decision)) {
        trace_emit(machine, TRACE_RESOURCE_REFUSED, NT_RESOURCE_THREAD, 0, 0);
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    (void)snprintf(name, sizeof(name), "thread/%u", nt_of(machine)->next_thread_id + 4);
    thread = nt_thread_start(machine, name, PRIORITY_DEFAULT, StartRoutine, StartContext, driver);
    if (thread == NULL) {
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    if (ClientId != NULL) {
        ClientId->UniqueProcess = (HANDLE)(uintptr_t)SYSTEM_PROCESS_ID;
        ClientId->UniqueThread = (HANDLE)(uintptr_t)thread->id;
    }
    *ThreadHandle = nt_handle_open(machine, thread);
    nt_object_put_ours(machine, thread);
    machine_point(machine);
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI PsTerminateSystemThread(NTSTATUS ExitStatus)
{
    NT_CALL(PASSIVE_LEVEL);
    struct nt_thread *thread = nt_thread_current(machine);

    if (!thread->system || thread->adopted || machine->running->is_interrupt) {
        verify_report(machine, RULE_NT_THREAD_01, __func__,
                      "PsTerminateSystemThread was called on %s, which PsCreateSystemThread did "
                      "not make",
                      machine->running->name);
        return STATUS_INVALID_PARAMETER;
    }
    nt_thread_exit(machine, ExitStatus);
}

PKTHREAD NTAPI KeGetCurrentThread(void)
{
    return (PKTHREAD)nt_thread_current(nt_enter_quietly());
}

PETHREAD NTAPI PsGetCurrentThread(void)
{
    return (PETHREAD)nt_thread_current(nt_enter_quietly());
}

HANDLE NTAPI PsGetCurrentThreadId(void)
{
    return (HANDLE)(uintptr_t)nt_thread_current(nt_enter_quietly())->id;
}

HANDLE NTAPI PsGetThreadId(PETHREAD Thread)
{
    return (HANDLE)(uintptr_t)((struct nt_thread *)Thread)->id;
}

NTSTATUS NTAPI PsGetThreadExitStatus(PETHREAD Thread)
{
    struct nt_thread *thread = (struct nt_thread *)Thread;

    return thread->fiber != NULL ? STATUS_PENDING : thread->exit_status;
}

/* There is one process a driver can meet today: the system's. It is an id, never a structure. */
PEPROCESS NTAPI IoGetCurrentProcess(void)
{
    return PsInitialSystemProcess;
}

HANDLE NTAPI PsGetCurrentProcessId(void)
{
    return (HANDLE)(uintptr_t)SYSTEM_PROCESS_ID;
}

HANDLE NTAPI PsGetProcessId(PEPROCESS Process)
{
    return Process == PsInitialSystemProcess ? (HANDLE)(uintptr_t)SYSTEM_PROCESS_ID : NULL;
}

KPROCESSOR_MODE NTAPI ExGetPreviousMode(void)
{
    return KernelMode;
}

KPRIORITY NTAPI KeSetPriorityThread(PKTHREAD Thread, KPRIORITY Priority)
{
    NT_CALL(DISPATCH_LEVEL);
    struct nt_thread *thread = (struct nt_thread *)Thread;
    KPRIORITY old = thread->priority;

    if (Priority <= 0 || Priority > HIGH_PRIORITY) {
        DXGH_ASSERT(nt_in_driver(machine));
        verify_report(machine, RULE_NT_THREAD_03, __func__,
                      "%s: priority %d; a driver sets 1 to %d", __func__, Priority, HIGH_PRIORITY);
    }

    thread->priority = DXGH_MAX(1, DXGH_MIN(Priority, HIGH_PRIORITY));
    if (thread->fiber != NULL) {
        schedule_priority_set(machine, thread->fiber, (uint8_t)thread->priority);
    }
    machine_point(machine);
    return old;
}

KPRIORITY NTAPI KeQueryPriorityThread(PKTHREAD Thread)
{
    return ((struct nt_thread *)Thread)->priority;
}

/* Returns the old increment over the process's base, which is 8. */
LONG NTAPI KeSetBasePriorityThread(PKTHREAD Thread, LONG Increment)
{
    return KeSetPriorityThread(Thread, PRIORITY_DEFAULT + Increment) - PRIORITY_DEFAULT;
}

NTSTATUS NTAPI KeDelayExecutionThread(KPROCESSOR_MODE WaitMode, BOOLEAN Alertable,
                                      PLARGE_INTEGER Interval)
{
    NT_CALL(APC_LEVEL);

    (void)WaitMode;
    (void)Alertable;
    if (machine->active->irql >= DISPATCH_LEVEL) {
        uint64_t parameters[4] = { 0, 0, 0, 0 };

        machine_bugcheck(machine, ATTEMPTED_SWITCH_FROM_DPC, parameters,
                         "KeDelayExecutionThread was called at IRQL %u, where no thread switch is "
                         "possible.",
                         machine->active->irql);
    }
    nt_delay(machine, Interval->QuadPart);
    return STATUS_SUCCESS;
}

void NTAPI KeEnterCriticalRegion(void)
{
    NT_CALL(APC_LEVEL);

    nt_thread_current(machine)->critical_regions++;
}

void NTAPI KeLeaveCriticalRegion(void)
{
    NT_CALL(APC_LEVEL);

    nt_region_leave(machine, &nt_thread_current(machine)->critical_regions, RULE_NT_APC_02,
                    __func__);
}

void NTAPI KeEnterGuardedRegion(void)
{
    NT_CALL(APC_LEVEL);

    nt_thread_current(machine)->guarded_regions++;
}

void NTAPI KeLeaveGuardedRegion(void)
{
    NT_CALL(APC_LEVEL);

    nt_region_leave(machine, &nt_thread_current(machine)->guarded_regions, RULE_NT_APC_03,
                    __func__);
}

BOOLEAN NTAPI KeAreApcsDisabled(void)
{
    NT_CALL(DISPATCH_LEVEL);
    const struct nt_thread *thread = nt_thread_current(machine);

    return thread->critical_regions > 0 || thread->guarded_regions > 0;
}

BOOLEAN NTAPI KeAreAllApcsDisabled(void)
{
    NT_CALL(DISPATCH_LEVEL);

    return machine->active->irql >= APC_LEVEL || nt_thread_current(machine)->guarded_regions > 0;
}

void NTAPI IoGetStackLimits(PULONG_PTR LowLimit, PULONG_PTR HighLimit)
{
    struct machine *machine = nt_enter_quietly();
    const struct fiber *fiber = machine->running;
    ULONG_PTR here = (ULONG_PTR)__builtin_frame_address(0);

    *HighLimit = fiber->stack_base == NULL ? here + DRIVER_STACK_BYTES
                                           : (ULONG_PTR)fiber->stack_base + fiber->stack_bytes;
    *LowLimit = *HighLimit - DRIVER_STACK_BYTES;
}
