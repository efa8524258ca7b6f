/* SPDX-License-Identifier: MIT */
/*
 * Waiting for synchronization objects and signalling them.
 *
 * Waits and signals of a context go through its queue (dxgk/sync_queue.h), in order with what it
 * submits; the processor's own take effect at once.
 *
 * Source: d3dkmthk nf-d3dkmthk-d3dkmtwaitforsynchronizationobject and its five relatives,
 * -d3dkmtsignalsynchronizationobject and its four
 */
#include "dxgk/sync_queue.h"
#include "kmt/nt_handle.h"
#include "machine/fiber.h"
#include "machine/heap.h"
#include "machine/schedule.h"
#include "verify/verify.h"

#include <string.h>

/* Waits of one process that go on when their call has returned: a thread of the kernel each.
 * Choice: the page names no limit. */
#define ASYNC_WAITS_MAX 256u

struct object_set {
    uint32_t count;
    struct sync_object *objects[SYNC_OBJECTS_MAX]; /* references only while held */
    uint64_t values[SYNC_OBJECTS_MAX];
    bool at_submission; /* of a signal: when what came before is with the hardware */
};

static NTSTATUS resolve(const struct kmt_call *call, const D3DKMT_HANDLE *handles, uint32_t count,
                        struct object_set *set)
{
    if (count == 0 || count > SYNC_OBJECTS_MAX) {
        return STATUS_INVALID_PARAMETER;
    }
    for (uint32_t i = 0; i < count; i++) {
        set->objects[i] = kmt_sync_find(call, handles[i]);
        if (set->objects[i] == NULL) {
            return STATUS_INVALID_PARAMETER;
        }
    }
    set->count = count;
    return STATUS_SUCCESS;
}

static NTSTATUS read_set(struct kmt_call *call, const D3DKMT_HANDLE *user_handles,
                         const UINT64 *user_values, uint32_t count, struct object_set *set)
{
    D3DKMT_HANDLE handles[SYNC_OBJECTS_MAX];

    if (count == 0 || count > SYNC_OBJECTS_MAX ||
        !user_read_words(call->machine, handles, user_handles, count * sizeof(handles[0])) ||
        !user_read_words(call->machine, set->values, user_values, count * sizeof(set->values[0]))) {
        return STATUS_INVALID_PARAMETER;
    }
    return resolve(call, handles, count, set);
}

static bool all_monitored(const struct object_set *set)
{
    for (uint32_t i = 0; i < set->count; i++) {
        if (set->objects[i]->type != SYNC_MONITORED_FENCE) {
            return false;
        }
    }
    return true;
}

static void hold(const struct object_set *set)
{
    for (uint32_t i = 0; i < set->count; i++) {
        (void)sync_get(set->objects[i]);
    }
}

static void drop(const struct object_set *set)
{
    for (uint32_t i = 0; i < set->count; i++) {
        sync_put(set->objects[i]);
    }
}

/* In order with what the context submits. No point is reached: neither context nor objects go. */
static NTSTATUS queue(const struct kmt_context *context, const struct object_set *set, bool signal)
{
    for (uint32_t i = 0; i < set->count; i++) {
        if (set->objects[i]->type == SYNC_EVENT && !signal) {
            return STATUS_INVALID_PARAMETER; /* a notification is for the processor */
        }
    }
    return signal ? dxgk_context_signal(context->context, set->objects, set->values, set->count,
                                        set->at_submission)
                  : dxgk_context_wait_for(context->context, set->objects, set->values, set->count);
}

static void set_values(struct object_set *set, uint64_t value)
{
    for (uint32_t i = 0; i < SYNC_OBJECTS_MAX; i++) {
        set->values[i] = value;
    }
}

static NTSTATUS wait_1(struct kmt_call *call, void *arguments)
{
    const D3DKMT_WAITFORSYNCHRONIZATIONOBJECT *args = arguments;
    struct object_set set = { 0 };
    NTSTATUS status = resolve(call, args->ObjectHandleArray, args->ObjectCount, &set);

    return NT_SUCCESS(status) ? queue(call->context, &set, false) : status;
}

static NTSTATUS wait_2(struct kmt_call *call, void *arguments)
{
    const D3DKMT_WAITFORSYNCHRONIZATIONOBJECT2 *args = arguments;
    struct object_set set = { 0 };
    NTSTATUS status = resolve(call, args->ObjectHandleArray, args->ObjectCount, &set);

    set_values(&set, args->Fence.FenceValue);
    return NT_SUCCESS(status) ? queue(call->context, &set, false) : status;
}

static NTSTATUS check_signal(D3DDDICB_SIGNALFLAGS flags, struct object_set *set)
{
    set->at_submission = flags.SignalAtSubmission;
    return flags.Reserved != 0 || flags.DXGK_SIGNAL_FLAG_INTERNAL0 ? STATUS_INVALID_PARAMETER
                                                                   : STATUS_SUCCESS;
}

/* With EnqueueCpuEvent an event stands where the objects are otherwise. */
static NTSTATUS resolve_event(const struct kmt_call *call, HANDLE handle, uint32_t object_count,
                              struct object_set *set)
{
    set->objects[0] = object_count == 0 ? kmt_event_find(call, handle) : NULL;
    set->count = set->objects[0] != NULL;
    return set->count == 0 ? STATUS_INVALID_PARAMETER : STATUS_SUCCESS;
}

static NTSTATUS signal_1(struct kmt_call *call, void *arguments)
{
    const D3DKMT_SIGNALSYNCHRONIZATIONOBJECT *args = arguments;
    struct object_set set = { 0 };
    NTSTATUS status = check_signal(args->Flags, &set);

    if (NT_SUCCESS(status)) { /* this form has no member for an event */
        status = args->Flags.EnqueueCpuEvent
                     ? STATUS_INVALID_PARAMETER
                     : resolve(call, args->ObjectHandleArray, args->ObjectCount, &set);
    }
    return NT_SUCCESS(status) ? queue(call->context, &set, true) : status;
}

/* Broadcast contexts are of other devices too. */
static NTSTATUS signal_on(struct kmt_call *call, uint32_t handle, const struct object_set *set)
{
    struct kmt_context *context;
    NTSTATUS status = kmt_context_look(call, handle, &context);

    if (NT_SUCCESS(status)) {
        status = kmt_device_lost(context->device);
    }
    return NT_SUCCESS(status) ? queue(context, set, true) : status;
}

static NTSTATUS signal_on_all(struct kmt_call *call, const D3DKMT_HANDLE *contexts, uint32_t count,
                              const struct object_set *set)
{
    NTSTATUS status = STATUS_SUCCESS;

    for (uint32_t i = 0; NT_SUCCESS(status) && i < count; i++) {
        status = signal_on(call, contexts[i], set);
    }
    return status;
}

static NTSTATUS signal_2(struct kmt_call *call, void *arguments)
{
    const D3DKMT_SIGNALSYNCHRONIZATIONOBJECT2 *args = arguments;
    D3DKMT_HANDLE contexts[1 + D3DDDI_MAX_BROADCAST_CONTEXT] = { args->hContext };
    struct object_set set = { 0 };
    NTSTATUS status = check_signal(args->Flags, &set);

    if (NT_SUCCESS(status) && args->BroadcastContextCount > D3DDDI_MAX_BROADCAST_CONTEXT) {
        status = STATUS_INVALID_PARAMETER;
    }
    if (NT_SUCCESS(status)) {
        status = args->Flags.EnqueueCpuEvent
                     ? resolve_event(call, args->CpuEventHandle, args->ObjectCount, &set)
                     : resolve(call, args->ObjectHandleArray, args->ObjectCount, &set);
    }
    if (!NT_SUCCESS(status)) {
        return status;
    }
    set_values(&set, args->Fence.FenceValue);
    memcpy(&contexts[1], args->BroadcastContext, args->BroadcastContextCount * sizeof(contexts[0]));
    return signal_on_all(call, contexts, 1 + args->BroadcastContextCount, &set);
}

/* Monitored fences have a value each; all other objects take the one there is. */
static NTSTATUS read_signal(struct kmt_call *call,
                            const D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMGPU2 *args,
                            struct object_set *set)
{
    D3DKMT_HANDLE handles[SYNC_OBJECTS_MAX];
    NTSTATUS status;

    if (args->Flags.EnqueueCpuEvent) {
        return resolve_event(call, args->CpuEventHandle, args->ObjectCount, set);
    }
    if (args->ObjectCount == 0 || args->ObjectCount > SYNC_OBJECTS_MAX ||
        !user_read_words(call->machine, handles, args->ObjectHandleArray,
                         args->ObjectCount * sizeof(handles[0]))) {
        return STATUS_INVALID_PARAMETER;
    }
    status = resolve(call, handles, args->ObjectCount, set);
    if (!NT_SUCCESS(status) || !all_monitored(set)) {
        set_values(set, args->FenceValue);
        return status;
    }
    return user_read_words(call->machine, set->values, args->MonitoredFenceValueArray,
                           set->count * sizeof(set->values[0]))
               ? STATUS_SUCCESS
               : STATUS_INVALID_PARAMETER;
}

static NTSTATUS signal_from_gpu_2(struct kmt_call *call, void *arguments)
{
    const D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMGPU2 *args = arguments;
    D3DKMT_HANDLE contexts[D3DDDI_MAX_BROADCAST_CONTEXT];
    struct object_set set = { 0 };
    NTSTATUS status = check_signal(args->Flags, &set);

    if (NT_SUCCESS(status) &&
        (args->BroadcastContextCount == 0 ||
         args->BroadcastContextCount > D3DDDI_MAX_BROADCAST_CONTEXT ||
         !user_read_words(call->machine, contexts, args->BroadcastContextArray,
                          args->BroadcastContextCount * sizeof(contexts[0])))) {
        status = STATUS_INVALID_PARAMETER;
    }
    if (NT_SUCCESS(status)) {
        status = read_signal(call, args, &set);
    }
    return NT_SUCCESS(status) ? signal_on_all(call, contexts, args->BroadcastContextCount, &set)
                              : status;
}

static NTSTATUS wait_from_gpu(struct kmt_call *call, void *arguments)
{
    const D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMGPU *args = arguments;
    struct object_set set = { 0 };
    NTSTATUS status = read_set(call, args->ObjectHandleArray, args->MonitoredFenceValueArray,
                               args->ObjectCount, &set);

    return NT_SUCCESS(status) ? queue(call->context, &set, false) : status;
}

static NTSTATUS signal_from_gpu(struct kmt_call *call, void *arguments)
{
    const D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMGPU *args = arguments;
    struct object_set set = { 0 };
    NTSTATUS status = read_set(call, args->ObjectHandleArray, args->MonitoredFenceValueArray,
                               args->ObjectCount, &set);

    return NT_SUCCESS(status) ? queue(call->context, &set, true) : status;
}

/* A device must be named, and is not held: signalling must not wait for a call on it. */
static bool device_is_mine(const struct kmt_call *call, uint32_t handle)
{
    return handle_find(&call->process->handles, HANDLE_DEVICE, handle) != NULL;
}

static bool rewinds(const struct object_set *set)
{
    for (uint32_t i = 0; i < set->count; i++) {
        if (set->values[i] < set->objects[i]->value) {
            return true;
        }
    }
    return false;
}

static NTSTATUS signal_from_cpu(struct kmt_call *call, void *arguments)
{
    const D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMCPU *args = arguments;
    struct object_set set = { 0 };
    NTSTATUS status = check_signal(args->Flags, &set);

    if (NT_SUCCESS(status)) {
        status =
            read_set(call, args->ObjectHandleArray, args->FenceValueArray, args->ObjectCount, &set);
    }
    if (NT_SUCCESS(status) && (!all_monitored(&set) || !device_is_mine(call, args->hDevice))) {
        status = STATUS_INVALID_PARAMETER;
    }
    if (NT_SUCCESS(status) && !args->Flags.AllowFenceRewind && rewinds(&set)) {
        status = STATUS_INVALID_PARAMETER;
    }
    for (uint32_t i = 0; NT_SUCCESS(status) && i < set.count; i++) {
        (void)sync_signal(set.objects[i], set.values[i]);
    }
    return status;
}

static bool is_met(const struct object_set *set, bool any)
{
    for (uint32_t i = 0; i < set->count; i++) {
        if (sync_is_ready(set->objects[i], set->values[i]) == any) {
            return any;
        }
    }
    return !any;
}

/* Choice: a wait ends with the device it names. No page says what becomes of it; a client that
 * waits for its own lost work would wait for ever otherwise. */
static bool is_lost(const struct kmt_device *device)
{
    return device->device == NULL || !NT_SUCCESS(kmt_device_lost(device));
}

/* A wait that goes on when the call has returned: it counts as a call of its process. */
struct async_wait {
    struct machine *machine;
    struct process *process;
    struct kmt_device *device; /* one reference */
    struct object_set set;
    struct sync_object *event;
    bool any;
};

static void async_main(void *argument)
{
    struct async_wait *wait = argument;
    struct machine *machine = wait->machine;
    struct process *process = wait->process;

    WAIT_UNTIL(machine, sync_changed(machine),
               process->dying || is_met(&wait->set, wait->any) || is_lost(wait->device));
    if (!process->dying) {
        (void)sync_signal(wait->event, 0); /* of a lost device too: its owner must look */
    }
    kmt_device_put(wait->device);
    drop(&wait->set);
    sync_put(wait->event);
    machine_heap_free(machine, wait);
    process->async_waits--;
    if (--process->calls == 0 && process->dying) {
        wait_queue_wake(machine, &process->idle);
    }
    schedule_exit(machine);
}

static NTSTATUS wait_later(struct kmt_call *call, struct kmt_device *device,
                           const struct object_set *set, HANDLE handle, bool any)
{
    struct sync_object *event = kmt_event_find(call, handle);
    struct async_wait *wait;
    struct fiber *fiber;

    if (event == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    if (call->process->async_waits >= ASYNC_WAITS_MAX) {
        return STATUS_NO_MEMORY;
    }
    wait = MACHINE_NEW(call->machine, struct async_wait);
    *wait = (struct async_wait){
        .machine = call->machine,
        .process = call->process,
        .device = device,
        .set = *set,
        .event = event,
        .any = any,
    };
    fiber = decision_refuse(&call->machine->decision)
                ? NULL
                : fiber_create(call->machine, async_main, wait, "wait for a fence");
    if (fiber == NULL) {
        machine_heap_free(call->machine, wait);
        return STATUS_NO_MEMORY;
    }
    hold(set);
    device->references++;
    (void)sync_get(event);
    call->process->calls++;
    call->process->async_waits++;
    schedule_ready(call->machine, fiber);
    return STATUS_SUCCESS;
}

static NTSTATUS wait_now(struct kmt_call *call, struct kmt_device *device,
                         const struct object_set *set, bool any)
{
    struct wait_queue *changed = sync_changed(call->machine);
    NTSTATUS status;

    hold(set);
    device->references++;
    while (!call->process->dying && !is_met(set, any) && !is_lost(device)) {
        kmt_wait(call, changed, changed->wakes, false);
    }
    causality_acquire(changed);
    status = is_met(set, any) ? STATUS_SUCCESS : STATUS_DEVICE_REMOVED;
    kmt_device_put(device);
    drop(set);
    return call->process->dying ? STATUS_PROCESS_IS_TERMINATING : status;
}

static NTSTATUS wait_from_cpu(struct kmt_call *call, void *arguments)
{
    const D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU *args = arguments;
    struct kmt_device *device = handle_find(&call->process->handles, HANDLE_DEVICE, args->hDevice);
    struct object_set set = { 0 };
    NTSTATUS status;

    if (device == NULL || args->Flags.Reserved != 0) {
        return STATUS_INVALID_PARAMETER;
    }
    status =
        read_set(call, args->ObjectHandleArray, args->FenceValueArray, args->ObjectCount, &set);
    if (!NT_SUCCESS(status) || !all_monitored(&set)) {
        return STATUS_INVALID_PARAMETER;
    }
    return args->hAsyncEvent != NULL
               ? wait_later(call, device, &set, args->hAsyncEvent, args->Flags.WaitAny)
               : wait_now(call, device, &set, args->Flags.WaitAny);
}

NTSTATUS APIENTRY
D3DKMTWaitForSynchronizationObject(const D3DKMT_WAITFORSYNCHRONIZATIONOBJECT *args)
{
    static const struct kmt_function function = {
        "D3DKMTWaitForSynchronizationObject",
        KMT_BY(LIVE_CONTEXT_BESIDE, D3DKMT_WAITFORSYNCHRONIZATIONOBJECT, hContext), .body = wait_1
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY
D3DKMTWaitForSynchronizationObject2(const D3DKMT_WAITFORSYNCHRONIZATIONOBJECT2 *args)
{
    static const struct kmt_function function = {
        "D3DKMTWaitForSynchronizationObject2",
        KMT_BY(LIVE_CONTEXT_BESIDE, D3DKMT_WAITFORSYNCHRONIZATIONOBJECT2, hContext), .body = wait_2
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTSignalSynchronizationObject(const D3DKMT_SIGNALSYNCHRONIZATIONOBJECT *args)
{
    static const struct kmt_function function = {
        "D3DKMTSignalSynchronizationObject",
        KMT_BY(LIVE_CONTEXT_BESIDE, D3DKMT_SIGNALSYNCHRONIZATIONOBJECT, hContext), .body = signal_1
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY
D3DKMTSignalSynchronizationObject2(const D3DKMT_SIGNALSYNCHRONIZATIONOBJECT2 *args)
{
    static const struct kmt_function function = { "D3DKMTSignalSynchronizationObject2",
                                                  KMT_TAKES(D3DKMT_SIGNALSYNCHRONIZATIONOBJECT2),
                                                  .body = signal_2 };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY
D3DKMTWaitForSynchronizationObjectFromGpu(const D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMGPU *args)
{
    static const struct kmt_function function = {
        "D3DKMTWaitForSynchronizationObjectFromGpu",
        KMT_BY(LIVE_CONTEXT_BESIDE, D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMGPU, hContext),
        .body = wait_from_gpu
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY
D3DKMTSignalSynchronizationObjectFromGpu(const D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMGPU *args)
{
    static const struct kmt_function function = {
        "D3DKMTSignalSynchronizationObjectFromGpu",
        KMT_BY(LIVE_CONTEXT_BESIDE, D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMGPU, hContext),
        .body = signal_from_gpu
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY
D3DKMTSignalSynchronizationObjectFromCpu(const D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMCPU *args)
{
    static const struct kmt_function function = {
        "D3DKMTSignalSynchronizationObjectFromCpu",
        KMT_TAKES(D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMCPU), .body = signal_from_cpu
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY
D3DKMTWaitForSynchronizationObjectFromCpu(const D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU *args)
{
    static const struct kmt_function function = {
        "D3DKMTWaitForSynchronizationObjectFromCpu",
        KMT_TAKES(D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU), .body = wait_from_cpu
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY
D3DKMTSignalSynchronizationObjectFromGpu2(const D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMGPU2 *args)
{
    static const struct kmt_function function = {
        "D3DKMTSignalSynchronizationObjectFromGpu2",
        KMT_TAKES(D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMGPU2), .body = signal_from_gpu_2
    };

    return kmt_call(&function, args);
}
