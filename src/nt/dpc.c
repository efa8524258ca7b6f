/* SPDX-License-Identifier: MIT */
#include "nt/dpc.h"

#include "nt/call.h"
#include "nt/storage.h"
#include "nt/timer.h"
#include "nt/tsan.h"
#include "trace/trace.h"
#include "verify/verify.h"

/* KDPC.Type */
#define DPC_TYPE 19
#define DPC_TYPE_THREADED 24

#define DPC_OF_DRIVER 1u /* in ProcessorHistory */

static KDPC *dpc_of(SINGLE_LIST_ENTRY *entry)
{
    return CONTAINING_RECORD(entry, KDPC, DpcListEntry);
}

static bool is_initialised(struct machine *machine, const KDPC *dpc, const char *function)
{
    if (DXGH_LIKELY((dpc->Type == DPC_TYPE || dpc->Type == DPC_TYPE_THREADED) &&
                    dpc->DeferredRoutine != NULL)) {
        return true;
    }
    DXGH_ASSERT(nt_in_driver(machine));
    verify_report(machine, RULE_NT_OBJ_01, function,
                  "%s: the DPC at %#llx was never initialised (KeInitializeDpc)", function,
                  (unsigned long long)(uintptr_t)dpc);
    return false;
}

static void initialize(PRKDPC dpc, PKDEFERRED_ROUTINE routine, PVOID context, UCHAR type,
                       const char *function)
{
    NT_CALL_ANY();

    nt_storage_resident(machine, RULE_NT_RES_05, dpc, function, "DPC");
    if (nt_dpc_in_range(machine, dpc, sizeof(*dpc)) != NULL) {
        verify_report(machine, RULE_NT_OBJ_02, function,
                      "%s: the DPC is queued and may not be initialised again", function);
        return;
    }
    memset(dpc, 0, sizeof(*dpc));
    dpc->Type = type;
    dpc->Importance = MediumImportance;
    dpc->DeferredRoutine = routine;
    dpc->DeferredContext = context;
    if (nt_is_driver_routine(machine, (const void *)(uintptr_t)routine)) {
        dpc->ProcessorHistory = DPC_OF_DRIVER;
    }
}

void NTAPI KeInitializeDpc(PRKDPC Dpc, PKDEFERRED_ROUTINE DeferredRoutine, PVOID DeferredContext)
{
    initialize(Dpc, DeferredRoutine, DeferredContext, DPC_TYPE, __func__);
}

/* Choice: a threaded DPC runs like an ordinary one, as it does when threaded DPCs are disabled. */
void NTAPI KeInitializeThreadedDpc(PRKDPC Dpc, PKDEFERRED_ROUTINE DeferredRoutine,
                                   PVOID DeferredContext)
{
    initialize(Dpc, DeferredRoutine, DeferredContext, DPC_TYPE_THREADED, __func__);
}

bool nt_dpc_insert(struct machine *machine, KDPC *dpc, void *argument1, void *argument2)
{
    uint32_t target = dpc->Number == 0 ? machine->active->index : dpc->Number - 1u;
    struct nt_dpc_queue *queue = &nt_of(machine)->dpcs[target];

    if (dpc->DpcData != NULL) {
        return false;
    }
    dpc->SystemArgument1 = argument1;
    dpc->SystemArgument2 = argument2;
    dpc->DpcData = queue;
    if (queue->head == NULL) {
        dpc->DpcListEntry.Next = NULL;
        queue->head = queue->tail = &dpc->DpcListEntry;
    } else if (dpc->Importance == HighImportance) {
        dpc->DpcListEntry.Next = queue->head;
        queue->head = &dpc->DpcListEntry;
    } else {
        dpc->DpcListEntry.Next = NULL;
        queue->tail->Next = &dpc->DpcListEntry;
        queue->tail = &dpc->DpcListEntry;
    }
    queue->depth++;
    queue->queued++;
    trace_emit(machine, TRACE_DPC_QUEUE, target, 0, 0);
    nt_tsan_release(dpc);
    schedule_dpc_request(machine, &machine->processors[target]);
    return true;
}

bool nt_dpc_remove(struct machine *machine, KDPC *dpc)
{
    struct nt_dpc_queue *queue = dpc->DpcData;
    SINGLE_LIST_ENTRY **link;
    SINGLE_LIST_ENTRY *previous = NULL;

    (void)machine;
    if (queue == NULL) {
        return false;
    }
    for (link = &queue->head; *link != NULL; link = &(*link)->Next) {
        if (*link == &dpc->DpcListEntry) {
            *link = dpc->DpcListEntry.Next;
            if (queue->tail == &dpc->DpcListEntry) {
                queue->tail = previous;
            }
            queue->depth--;
            queue->finished++;
            dpc->DpcData = NULL;
            return true;
        }
        previous = *link;
    }
    DXGH_NOT_REACHED("a queued DPC is not in its queue");
}

void nt_dpc_run(struct machine *machine, struct processor *processor)
{
    struct nt_dpc_queue *queue = &nt_of(machine)->dpcs[processor->index];

    while (queue->head != NULL) {
        KDPC *dpc = dpc_of(queue->head);
        PKDEFERRED_ROUTINE routine = dpc->DeferredRoutine;
        PVOID context = dpc->DeferredContext;
        PVOID argument1 = dpc->SystemArgument1;
        PVOID argument2 = dpc->SystemArgument2;
        struct nt_callback callback;

        queue->head = dpc->DpcListEntry.Next;
        if (queue->head == NULL) {
            queue->tail = NULL;
        }
        queue->depth--;
        queue->active = dpc;
        dpc->DpcData = NULL; /* from here on it may be queued again, or freed by its routine */
        trace_emit(machine, TRACE_DPC_RUN, processor->index, 0, 0);
        nt_tsan_acquire(dpc);
        nt_callback_begin(machine, &callback, (const void *)(uintptr_t)routine,
                          (dpc->ProcessorHistory & DPC_OF_DRIVER) != 0, "DPC routine");
        routine(dpc, context, argument1, argument2);
        nt_callback_end(machine, &callback);
        queue->active = NULL;
        queue->finished++;
    }
}

KDPC *nt_dpc_running(const struct machine *machine)
{
    const struct fiber *fiber = machine->running;

    return fiber->is_interrupt ? nt_of(machine)->dpcs[machine->active->index].active : NULL;
}

const KDPC *nt_dpc_in_range(const struct machine *machine, const void *start, size_t bytes)
{
    for (uint32_t i = 0; i < machine->processor_count; i++) {
        for (SINGLE_LIST_ENTRY *entry = nt_of(machine)->dpcs[i].head; entry != NULL;
             entry = entry->Next) {
            uintptr_t address = (uintptr_t)dpc_of(entry);

            if (address >= (uintptr_t)start && address - (uintptr_t)start < bytes) {
                return dpc_of(entry);
            }
        }
    }
    return NULL;
}

uint32_t nt_dpcs_of_driver(const struct machine *machine)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < machine->processor_count; i++) {
        for (SINGLE_LIST_ENTRY *entry = nt_of(machine)->dpcs[i].head; entry != NULL;
             entry = entry->Next) {
            count += (dpc_of(entry)->ProcessorHistory & DPC_OF_DRIVER) != 0;
        }
    }
    return count;
}

void nt_dpcs_remove_driver(struct machine *machine)
{
    for (uint32_t i = 0; i < machine->processor_count; i++) {
        SINGLE_LIST_ENTRY *entry = nt_of(machine)->dpcs[i].head;

        while (entry != NULL) {
            SINGLE_LIST_ENTRY *next = entry->Next;

            if ((dpc_of(entry)->ProcessorHistory & DPC_OF_DRIVER) != 0) {
                (void)nt_dpc_remove(machine, dpc_of(entry));
            }
            entry = next;
        }
    }
}

BOOLEAN NTAPI KeInsertQueueDpc(PRKDPC Dpc, PVOID SystemArgument1, PVOID SystemArgument2)
{
    NT_CALL_ANY();
    BOOLEAN inserted;

    if (!is_initialised(machine, Dpc, __func__)) {
        return FALSE;
    }
    inserted = nt_dpc_insert(machine, Dpc, SystemArgument1, SystemArgument2);
    machine_point(machine);
    return inserted;
}

BOOLEAN NTAPI KeRemoveQueueDpc(PRKDPC Dpc)
{
    NT_CALL_ANY();

    return is_initialised(machine, Dpc, __func__) && nt_dpc_remove(machine, Dpc);
}

BOOLEAN NTAPI KeRemoveQueueDpcEx(PRKDPC Dpc, BOOLEAN WaitIfActive)
{
    NT_CALL(WaitIfActive ? APC_LEVEL : IRQL_HIGH);
    BOOLEAN removed = is_initialised(machine, Dpc, __func__) && nt_dpc_remove(machine, Dpc);

    for (uint32_t i = 0; WaitIfActive && i < machine->processor_count; i++) {
        while (nt_of(machine)->dpcs[i].active == Dpc) {
            schedule_yield(machine);
        }
    }
    return removed;
}

void NTAPI KeSetImportanceDpc(PRKDPC Dpc, KDPC_IMPORTANCE Importance)
{
    NT_CALL_ANY();

    if (is_initialised(machine, Dpc, __func__)) {
        Dpc->Importance = (UCHAR)Importance;
    }
}

void NTAPI KeSetTargetProcessorDpc(PRKDPC Dpc, CCHAR Number)
{
    NT_CALL_ANY();

    if (is_initialised(machine, Dpc, __func__) && Number >= 0 &&
        (uint32_t)Number < machine->processor_count) {
        Dpc->Number = (USHORT)(Number + 1);
    }
}

NTSTATUS NTAPI KeSetTargetProcessorDpcEx(PKDPC Dpc, PPROCESSOR_NUMBER ProcNumber)
{
    NT_CALL_ANY();

    if (ProcNumber->Group != 0 || ProcNumber->Number >= machine->processor_count) {
        return STATUS_INVALID_PARAMETER;
    }
    if (is_initialised(machine, Dpc, __func__)) {
        Dpc->Number = (USHORT)(ProcNumber->Number + 1);
    }
    return STATUS_SUCCESS;
}

/* Waits for what is queued now; what is queued meanwhile is not waited for. */
void NTAPI KeFlushQueuedDpcs(void)
{
    NT_CALL(PASSIVE_LEVEL);
    struct nt *nt = nt_of(machine);
    uint64_t targets[MACHINE_PROCESSORS_MAX];

    if (machine->active->irql >= DISPATCH_LEVEL) {
        return; /* reported; a DPC that waits for itself would never end */
    }
    for (uint32_t i = 0; i < machine->processor_count; i++) {
        targets[i] = nt->dpcs[i].queued;
    }
    for (uint32_t i = 0; i < machine->processor_count; i++) {
        while (nt->dpcs[i].finished < targets[i]) {
            schedule_yield(machine);
        }
    }
}
