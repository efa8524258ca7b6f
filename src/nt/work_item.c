/* SPDX-License-Identifier: MIT */
#include "nt/work_item.h"

#include "machine/heap.h"
#include "nt/call.h"
#include "nt/dispatcher.h"
#include "nt/object.h"
#include "nt/resource_kind.h"
#include "nt/storage.h"
#include "nt/thread.h"
#include "nt/tsan.h"
#include "trace/trace.h"
#include "verify/verify.h"

#define WORKER_PRIORITY 12

/* What PIO_WORKITEM points to. An ExQueueWorkItem caller has only the first member. */
struct _IO_WORKITEM {
    WORK_QUEUE_ITEM item; /* List.Flink is NULL unless queued */
    struct list link;     /* nt.work_items, when IoAllocateWorkItem made it */
    PDEVICE_OBJECT device;
    PIO_WORKITEM_ROUTINE routine;
    PIO_WORKITEM_ROUTINE_EX routine_ex;
    PVOID context;
    bool driver;
};

static WORK_QUEUE_ITEM *item_of(LIST_ENTRY *entry)
{
    return CONTAINING_RECORD(entry, WORK_QUEUE_ITEM, List);
}

/* IO_WORKITEMs are recognised by the routine that unpacks them. */
static void NTAPI run_io_item(PVOID parameter)
{
    struct _IO_WORKITEM *work = parameter;
    PIO_WORKITEM_ROUTINE routine = work->routine;
    PIO_WORKITEM_ROUTINE_EX routine_ex = work->routine_ex;

    if (routine != NULL) {
        routine(work->device, work->context);
    } else {
        routine_ex(work->device, work->context, work); /* may free the item: nothing follows */
    }
}

static const void *registered_routine(const WORK_QUEUE_ITEM *item)
{
    const struct _IO_WORKITEM *work = (const struct _IO_WORKITEM *)item;

    if (item->WorkerRoutine != run_io_item) {
        return (const void *)(uintptr_t)item->WorkerRoutine;
    }
    return work->routine != NULL ? (const void *)(uintptr_t)work->routine
                                 : (const void *)(uintptr_t)work->routine_ex;
}

static bool item_is_driver(struct machine *machine, const WORK_QUEUE_ITEM *item)
{
    if (item->WorkerRoutine == run_io_item) {
        return ((const struct _IO_WORKITEM *)item)->driver;
    }
    return verify_in_image(machine, (uintptr_t)item->WorkerRoutine);
}

static void NTAPI worker_main(PVOID context)
{
    struct machine *machine = machine_current();
    struct nt *nt = nt_of(machine);
    void *ready = &nt->work_ready;
    KWAIT_BLOCK block;

    (void)context;
    for (;;) {
        struct nt_callback callback;
        WORK_QUEUE_ITEM *item;
        PWORKER_THREAD_ROUTINE routine;
        PVOID parameter;

        (void)nt_wait(machine, 1, &ready, WaitAny, NULL, &block, "worker");
        if (IsListEmpty(&nt->work_queue)) {
            continue; /* its item was dropped with an unloaded driver */
        }
        item = item_of(RemoveHeadList(&nt->work_queue));
        item->List.Flink = NULL;
        nt->queued_work--;
        nt->idle_workers--;
        nt_tsan_acquire(item);
        routine = item->WorkerRoutine;
        parameter = item->Parameter;
        nt_callback_begin(machine, &callback, registered_routine(item),
                          item_is_driver(machine, item), "work item routine");
        routine(parameter);
        nt_callback_end(machine, &callback);
        nt->idle_workers++;
    }
}

void nt_work_items_init(struct machine *machine)
{
    struct nt *nt = nt_of(machine);

    InitializeListHead(&nt->work_queue);
    list_init(&nt->work_items);
    nt_dispatcher_init(machine, &nt->work_ready.Header, NT_DISPATCHER_SEMAPHORE,
                       sizeof(nt->work_ready), 0, "worker");
    nt->work_ready.Limit = MAXLONG;
}

/* One worker for each item that waits, so that an item may wait for another one. */
static void need_worker(struct machine *machine)
{
    struct nt *nt = nt_of(machine);
    char name[32];

    if (nt->idle_workers >= nt->queued_work || nt->workers == NT_WORKERS_MAX) {
        return;
    }
    (void)snprintf(name, sizeof(name), "worker/%u", nt->workers);

    struct nt_thread *thread =
        nt_thread_start(machine, name, WORKER_PRIORITY, worker_main, NULL, false);

    if (thread != NULL) {
        nt->workers++;
        nt->idle_workers++;
        nt_object_put_ours(machine, thread);
    }
}

static void queue(struct machine *machine, WORK_QUEUE_ITEM *item)
{
    struct nt *nt = nt_of(machine);

    InsertTailList(&nt->work_queue, &item->List);
    nt->queued_work++;
    nt_tsan_release(item);
    need_worker(machine);
    nt->work_ready.Header.SignalState++;
    nt_dispatcher_signal(machine, &nt->work_ready.Header);
    machine_point(machine);
}

static bool is_queued(struct machine *machine, const WORK_QUEUE_ITEM *item)
{
    LIST_ENTRY *head = &nt_of(machine)->work_queue;

    for (LIST_ENTRY *entry = head->Flink; entry != head; entry = entry->Flink) {
        if (item_of(entry) == item) {
            return true;
        }
    }
    return false;
}

static bool refuse_queued(struct machine *machine, const WORK_QUEUE_ITEM *item,
                          const char *function)
{
    if (!is_queued(machine, item)) {
        return false;
    }
    DXGH_ASSERT(nt_in_driver(machine));
    verify_report(machine, RULE_NT_OBJ_07, function, "%s: the work item is still queued", function);
    return true;
}

void NTAPI ExInitializeWorkItem(PWORK_QUEUE_ITEM Item, PWORKER_THREAD_ROUTINE Routine,
                                PVOID Context)
{
    nt_storage_resident(nt_enter_quietly(), RULE_NT_RES_14, Item, __func__, "work item");
    Item->WorkerRoutine = Routine;
    Item->Parameter = Context;
    Item->List.Flink = NULL;
}

void NTAPI ExQueueWorkItem(PWORK_QUEUE_ITEM WorkItem, WORK_QUEUE_TYPE QueueType)
{
    NT_CALL(DISPATCH_LEVEL);

    (void)QueueType; /* Choice: one queue; the documents promise no order between them */
    if (!refuse_queued(machine, WorkItem, __func__)) {
        queue(machine, WorkItem);
    }
}

ULONG NTAPI IoSizeofWorkItem(void)
{
    return sizeof(struct _IO_WORKITEM);
}

void NTAPI IoInitializeWorkItem(PVOID IoObject, PIO_WORKITEM IoWorkItem)
{
    NT_CALL_ANY();

    memset(IoWorkItem, 0, sizeof(*IoWorkItem));
    list_init(&IoWorkItem->link);
    IoWorkItem->device = IoObject;
    IoWorkItem->driver = nt_in_driver(machine);
}

void NTAPI IoUninitializeWorkItem(PIO_WORKITEM IoWorkItem)
{
    NT_CALL(DISPATCH_LEVEL);

    (void)refuse_queued(machine, &IoWorkItem->item, __func__);
}

PIO_WORKITEM NTAPI IoAllocateWorkItem(PDEVICE_OBJECT DeviceObject)
{
    NT_CALL(DISPATCH_LEVEL);
    struct _IO_WORKITEM *work;

    if (nt_in_driver(machine) && !nt_object_alive(machine, DeviceObject)) {
        verify_report(machine, RULE_NT_WORK_01, __func__,
                      "IoAllocateWorkItem: %#llx is no device object and no driver object",
                      (unsigned long long)(uintptr_t)DeviceObject);
    }
    if (decision_refuse(&machine->decision)) {
        trace_emit(machine, TRACE_RESOURCE_REFUSED, NT_RESOURCE_WORK_ITEM, sizeof(*work), 0);
        return NULL;
    }
    work = MACHINE_NEW(machine, struct _IO_WORKITEM);
    work->device = DeviceObject;
    work->driver = nt_in_driver(machine);
    list_push_back(&nt_of(machine)->work_items, &work->link);
    return work;
}

static bool is_allocated(const struct machine *machine, const struct _IO_WORKITEM *work)
{
    LIST_FOR_EACH(link, &nt_of(machine)->work_items) {
        if (LIST_ENTRY_OF(link, struct _IO_WORKITEM, link) == work) {
            return true;
        }
    }
    return false;
}

void NTAPI IoFreeWorkItem(PIO_WORKITEM IoWorkItem)
{
    NT_CALL(DISPATCH_LEVEL);

    if (!is_allocated(machine, IoWorkItem)) {
        DXGH_ASSERT(nt_in_driver(machine));
        verify_report(machine, RULE_NT_OBJ_07, __func__,
                      "IoFreeWorkItem: %#llx is no work item, or one freed before",
                      (unsigned long long)(uintptr_t)IoWorkItem);
        return;
    }
    if (refuse_queued(machine, &IoWorkItem->item, __func__)) {
        return;
    }
    list_remove(&IoWorkItem->link);
    machine_heap_free(machine, IoWorkItem);
}

static void queue_io(struct machine *machine, PIO_WORKITEM work, PVOID context,
                     const char *function)
{
    if (refuse_queued(machine, &work->item, function)) {
        return;
    }
    work->context = context;
    work->item.WorkerRoutine = run_io_item;
    work->item.Parameter = work;
    queue(machine, &work->item);
}

void NTAPI IoQueueWorkItem(PIO_WORKITEM IoWorkItem, PIO_WORKITEM_ROUTINE WorkerRoutine,
                           WORK_QUEUE_TYPE QueueType, PVOID Context)
{
    NT_CALL(DISPATCH_LEVEL);

    (void)QueueType;
    IoWorkItem->routine = WorkerRoutine;
    IoWorkItem->routine_ex = NULL;
    queue_io(machine, IoWorkItem, Context, __func__);
}

void NTAPI IoQueueWorkItemEx(PIO_WORKITEM IoWorkItem, PIO_WORKITEM_ROUTINE_EX WorkerRoutine,
                             WORK_QUEUE_TYPE QueueType, PVOID Context)
{
    NT_CALL(DISPATCH_LEVEL);

    (void)QueueType;
    IoWorkItem->routine = NULL;
    IoWorkItem->routine_ex = WorkerRoutine;
    queue_io(machine, IoWorkItem, Context, __func__);
}

uint32_t nt_work_items_of_driver(const struct machine *machine)
{
    uint32_t count = 0;

    LIST_FOR_EACH(link, &nt_of(machine)->work_items) {
        count += LIST_ENTRY_OF(link, struct _IO_WORKITEM, link)->driver;
    }
    return count;
}

uint32_t nt_work_items_queued_by_driver(const struct machine *machine)
{
    LIST_ENTRY *head = &nt_of(machine)->work_queue;
    uint32_t count = 0;

    for (LIST_ENTRY *entry = head->Flink; entry != head; entry = entry->Flink) {
        count += item_is_driver(machine_current(), item_of(entry));
    }
    return count;
}

const void *nt_work_item_in_range(const struct machine *machine, const void *start, size_t bytes)
{
    LIST_ENTRY *head = &nt_of(machine)->work_queue;

    for (LIST_ENTRY *entry = head->Flink; entry != head; entry = entry->Flink) {
        uintptr_t address = (uintptr_t)item_of(entry);

        if (address >= (uintptr_t)start && address - (uintptr_t)start < bytes) {
            return item_of(entry);
        }
    }
    return NULL;
}

void nt_work_items_forget(struct machine *machine, const void *start, size_t bytes)
{
    const WORK_QUEUE_ITEM *item;

    while ((item = nt_work_item_in_range(machine, start, bytes)) != NULL) {
        RemoveEntryList((LIST_ENTRY *)(uintptr_t)&item->List);
        nt_of(machine)->queued_work--;
    }
}

void nt_work_items_drop_driver(struct machine *machine)
{
    LIST_ENTRY *head = &nt_of(machine)->work_queue;
    LIST_ENTRY *entry = head->Flink;

    while (entry != head) {
        LIST_ENTRY *next = entry->Flink;

        if (item_is_driver(machine, item_of(entry))) {
            RemoveEntryList(entry);
            nt_of(machine)->queued_work--;
        }
        entry = next;
    }
    LIST_FOR_EACH_SAFE(link, &nt_of(machine)->work_items) {
        struct _IO_WORKITEM *work = LIST_ENTRY_OF(link, struct _IO_WORKITEM, link);

        if (work->driver) {
            list_remove(link);
            machine_heap_free(machine, work);
        }
    }
}
