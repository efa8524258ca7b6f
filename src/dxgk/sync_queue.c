/* SPDX-License-Identifier: MIT */
#include "dxgk/sync_queue.h"

#include "machine/heap.h"
#include "machine/schedule.h"

/* Waits and signals that one context may have before it. Choice: the pages name no limit. */
#define OPERATIONS_MAX 1024u

enum operation_kind {
    OPERATION_WAIT,
    OPERATION_SIGNAL,
    OPERATION_SIGNAL_SUBMITTED, /* when what came before is with the hardware */
    OPERATION_SUBMIT,
};

struct operation {
    struct list link; /* queue->operations */
    enum operation_kind kind;
    struct submission *submission; /* OPERATION_SUBMIT */
    uint32_t count;
    struct sync_object *objects[SYNC_OBJECTS_MAX]; /* one reference each */
    uint64_t values[SYNC_OBJECTS_MAX];
};

struct sync_queue {
    struct context *context;
    struct list operations; /* the first is being worked on; empty: submissions go straight on */
    uint32_t count;         /* of them */
    struct list mutexes;    /* sync_object.held: what the context has taken */
    bool stopping;
    bool gone; /* the thread has ended */
};

static struct machine *machine_of(const struct context *context)
{
    return context->device->adapter->machine;
}

static bool over(const struct sync_queue *queue)
{
    return queue->stopping || queue->context->device->state != DEVICE_OK;
}

static bool all_ready(const struct operation *operation)
{
    for (uint32_t i = 0; i < operation->count; i++) {
        if (!sync_is_ready(operation->objects[i], operation->values[i])) {
            return false;
        }
    }
    return true;
}

static void do_wait(struct sync_queue *queue, struct operation *operation)
{
    struct machine *machine = machine_of(queue->context);

    WAIT_UNTIL(machine, sync_changed(machine), over(queue) || all_ready(operation));
    for (uint32_t i = 0; i < operation->count && !over(queue); i++) {
        sync_take(operation->objects[i], &queue->mutexes);
    }
}

/* Nothing was submitted behind the signal meanwhile: that is queued up here. */
static void do_signal(struct sync_queue *queue, struct operation *operation)
{
    struct sched_context *schedule = &queue->context->schedule;

    if (operation->kind == OPERATION_SIGNAL) {
        sched_context_wait(schedule, schedule->queued_count);
    } else {
        sched_context_wait_submitted(schedule);
    }
    for (uint32_t i = 0; i < operation->count && !over(queue); i++) {
        (void)sync_signal(operation->objects[i], operation->values[i]);
    }
}

static void work(struct sync_queue *queue, struct operation *operation)
{
    switch (operation->kind) {
    case OPERATION_WAIT:
        do_wait(queue, operation);
        break;
    case OPERATION_SIGNAL:
    case OPERATION_SIGNAL_SUBMITTED:
        do_signal(queue, operation);
        break;
    case OPERATION_SUBMIT:
    default:
        submission_start(operation->submission);
        break;
    }
}

static void free_operation(struct machine *machine, struct operation *operation)
{
    for (uint32_t i = 0; i < operation->count; i++) {
        sync_put(operation->objects[i]);
    }
    machine_heap_free(machine, operation);
}

static void worker_main(void *argument)
{
    struct sync_queue *queue = argument;
    struct machine *machine = machine_of(queue->context);

    while (true) {
        struct operation *operation;

        WAIT_UNTIL(machine, sync_changed(machine),
                   queue->stopping || !list_is_empty(&queue->operations));
        if (list_is_empty(&queue->operations)) {
            break;
        }
        operation = LIST_ENTRY_OF(queue->operations.next, struct operation, link);
        work(queue, operation);
        list_remove(&operation->link);
        queue->count--;
        free_operation(machine, operation);
    }
    queue->gone = true;
    wait_queue_wake(machine, sync_changed(machine));
    schedule_exit(machine);
}

/* Made when a context synchronises for the first time. */
static NTSTATUS need_queue(struct context *context)
{
    struct machine *machine = machine_of(context);
    struct sync_queue *queue;
    struct fiber *worker;

    if (context->sync != NULL) {
        return STATUS_SUCCESS;
    }
    queue = MACHINE_NEW(machine, struct sync_queue);
    queue->context = context;
    list_init(&queue->operations);
    list_init(&queue->mutexes);
    worker = fiber_create(machine, worker_main, queue, "context synchronization");
    if (worker == NULL) {
        machine_heap_free(machine, queue);
        return STATUS_NO_MEMORY;
    }
    context->sync = queue;
    schedule_ready(machine, worker);
    return STATUS_SUCCESS;
}

static void append(struct sync_queue *queue, struct operation *operation)
{
    struct machine *machine = machine_of(queue->context);

    list_push_back(&queue->operations, &operation->link);
    queue->count++;
    wait_queue_wake(machine, sync_changed(machine));
}

static NTSTATUS synchronise(struct context *context, enum operation_kind kind,
                            struct sync_object *const *objects, const uint64_t *values,
                            uint32_t count)
{
    NTSTATUS status = need_queue(context);
    struct operation *operation;

    DXGH_ASSERT(count <= SYNC_OBJECTS_MAX);
    if (NT_SUCCESS(status) && context->sync->count >= OPERATIONS_MAX) {
        status = STATUS_NO_MEMORY;
    }
    if (!NT_SUCCESS(status)) {
        return status;
    }
    operation = MACHINE_NEW(machine_of(context), struct operation);
    operation->kind = kind;
    operation->count = count;
    for (uint32_t i = 0; i < count; i++) {
        operation->objects[i] = sync_get(objects[i]);
        operation->values[i] = values[i];
    }
    append(context->sync, operation);
    return STATUS_SUCCESS;
}

NTSTATUS dxgk_context_wait_for(struct context *context, struct sync_object *const *objects,
                               const uint64_t *values, uint32_t count)
{
    return synchronise(context, OPERATION_WAIT, objects, values, count);
}

NTSTATUS dxgk_context_signal(struct context *context, struct sync_object *const *objects,
                             const uint64_t *values, uint32_t count, bool at_submission)
{
    return synchronise(context, at_submission ? OPERATION_SIGNAL_SUBMITTED : OPERATION_SIGNAL,
                       objects, values, count);
}

bool sync_queue_defer(struct submission *submission)
{
    struct sync_queue *queue = submission->context->sync;
    struct operation *operation;

    if (queue == NULL || list_is_empty(&queue->operations)) {
        return false;
    }
    operation = MACHINE_NEW(machine_of(queue->context), struct operation);
    operation->kind = OPERATION_SUBMIT;
    operation->submission = submission;
    append(queue, operation);
    return true;
}

void sync_queue_end(struct context *context)
{
    struct sync_queue *queue = context->sync;
    struct machine *machine;

    if (queue == NULL) {
        return;
    }
    machine = machine_of(context);
    queue->stopping = true;
    wait_queue_wake(machine, sync_changed(machine));
    WAIT_UNTIL(machine, sync_changed(machine), queue->gone);
    sync_release_all(machine, &queue->mutexes);
    context->sync = NULL;
    machine_heap_free(machine, queue);
}
