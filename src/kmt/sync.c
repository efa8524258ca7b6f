/* SPDX-License-Identifier: MIT */
/*
 * Synchronization objects and keyed mutexes of a client.
 *
 * A handle names an object of the machine (object/sync.h); sharing gives another process a handle
 * to the same object. Waits and signals of a context go through its queue (dxgk/sync_queue.h); the
 * processor's own take effect at once.
 *
 * Source: d3dkmthk nf-d3dkmthk-d3dkmtcreatesynchronizationobject2, -d3dkmtwaitforsynchronization-
 * objectfromcpu and the other functions below
 */
#include "dxgk/sync_queue.h"
#include "kmt/object.h"
#include "machine/heap.h"
#include "machine/schedule.h"
#include "verify/verify.h"

struct kmt_sync {
    struct list link; /* device->objects; alone when it was opened without a device */
    struct kmt_device *device;
    struct sync_object *object; /* one reference */
    uint32_t handle;
};

static void forget(struct process *process, enum handle_type type, struct kmt_sync *sync)
{
    handle_remove(&process->handles, sync->handle);
    list_remove(&sync->link);
    if (sync->object->owner == sync) { /* whoever acquires it next is told */
        sync->object->owner = NULL;
        sync->object->owned = false;
        sync->object->abandoned = type == HANDLE_KEYED_MUTEX;
        wait_queue_wake(process->machine, sync_changed(process->machine));
    }
    sync_put(sync->object);
    machine_heap_free(process->machine, sync);
}

static void forget_all(struct process *process, enum handle_type type)
{
    struct kmt_sync *sync;
    uint32_t cursor = 0;

    while ((sync = handle_next(&process->handles, type, &cursor)) != NULL) {
        forget(process, type, sync);
    }
}

/* Calls that wait see the process dying and leave; the handles go when they have left. */
void kmt_sync_end(struct process *process)
{
    wait_queue_wake(process->machine, sync_changed(process->machine));
    WAIT_UNTIL(process->machine, &process->idle, process->calls == 0);
    forget_all(process, HANDLE_SYNC_OBJECT);
    forget_all(process, HANDLE_KEYED_MUTEX);
}

void kmt_sync_device_gone(struct kmt_device *device)
{
    while (!list_is_empty(&device->objects)) {
        forget(device->process, HANDLE_SYNC_OBJECT,
               LIST_ENTRY_OF(device->objects.next, struct kmt_sync, link));
    }
}

/* Takes over the caller's reference to the object, also on failure. */
static struct kmt_sync *name(struct process *process, enum handle_type type,
                             struct sync_object *object)
{
    struct kmt_sync *sync = MACHINE_NEW(process->machine, struct kmt_sync);

    list_init(&sync->link);
    sync->object = object;
    sync->handle = handle_add(&process->handles, type, sync);
    if (sync->handle == 0) {
        sync_put(object);
        machine_heap_free(process->machine, sync);
        return NULL;
    }
    return sync;
}

static struct sync_object *find(struct kmt_call *call, uint32_t handle)
{
    struct kmt_sync *sync = handle_find(&call->process->handles, HANDLE_SYNC_OBJECT, handle);

    return sync == NULL ? NULL : sync->object;
}

/* Creation */

static NTSTATUS make_object(struct kmt_call *call, const D3DDDI_SYNCHRONIZATIONOBJECTINFO2 *info,
                            struct sync_object **object)
{
    struct machine *machine = call->machine;

    *object = NULL;
    switch (info->Type) {
    case D3DDDI_SYNCHRONIZATION_MUTEX:
        *object = sync_create(machine, SYNC_MUTEX, 0);
        (*object)->owned = info->SynchronizationMutex.InitialState != 0;
        return STATUS_SUCCESS;
    case D3DDDI_SEMAPHORE:
        if (info->Semaphore.MaxCount == 0 ||
            info->Semaphore.InitialCount > info->Semaphore.MaxCount) {
            return STATUS_INVALID_PARAMETER;
        }
        *object = sync_create(machine, SYNC_SEMAPHORE, 0);
        (*object)->count = info->Semaphore.InitialCount;
        (*object)->limit = info->Semaphore.MaxCount;
        return STATUS_SUCCESS;
    case D3DDDI_FENCE:
        *object = sync_create(machine, SYNC_FENCE, info->Fence.FenceValue);
        return STATUS_SUCCESS;
    case D3DDDI_MONITORED_FENCE:
        *object =
            sync_create(machine, SYNC_MONITORED_FENCE, info->MonitoredFence.InitialFenceValue);
        return *object == NULL ? STATUS_NO_MEMORY : STATUS_SUCCESS;
    case D3DDDI_CPU_NOTIFICATION: /* needs event handles of the process */
    case D3DDDI_PERIODIC_MONITORED_FENCE:
        return kmt_unimplemented(machine, "D3DKMTCreateSynchronizationObject2: type %u",
                                 (unsigned)info->Type);
    default:
        return STATUS_INVALID_PARAMETER;
    }
}

static NTSTATUS check_flags(struct kmt_call *call, const D3DDDI_SYNCHRONIZATIONOBJECTINFO2 *info)
{
    D3DDDI_SYNCHRONIZATIONOBJECT_FLAGS served = {
        .Shared = 1, .NoSignal = 1, .NoWait = 1, .NoGPUAccess = 1
    };

    if (info->Flags.Reserved != 0 || info->Flags.Reserved0 != 0 ||
        (info->Flags.NtSecuritySharing && !info->Flags.Shared)) {
        return STATUS_INVALID_PARAMETER;
    }
    return (info->Flags.Value & ~served.Value) == 0
               ? STATUS_SUCCESS
               : kmt_unimplemented(call->machine, "D3DKMTCreateSynchronizationObject2: flags 0x%X",
                                   info->Flags.Value & ~served.Value);
}

static NTSTATUS make_on(struct kmt_call *call, struct kmt_device *device,
                        D3DDDI_SYNCHRONIZATIONOBJECTINFO2 *info, struct kmt_sync **out)
{
    struct sync_object *object;
    NTSTATUS status = check_flags(call, info);

    if (NT_SUCCESS(status)) {
        status = kmt_device_lost(device);
    }
    if (NT_SUCCESS(status)) {
        status = make_object(call, info, &object);
    }
    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (info->Type == D3DDDI_MONITORED_FENCE) {
        info->MonitoredFence.FenceValueCPUVirtualAddress = object->mirror;
        info->MonitoredFence.FenceValueGPUVirtualAddress = 0;
    }
    info->SharedHandle = info->Flags.Shared ? sync_share(object) : 0;
    *out = name(call->process, HANDLE_SYNC_OBJECT, object);
    if (*out == NULL) {
        return STATUS_NO_MEMORY;
    }
    (*out)->device = device;
    list_push_back(&device->objects, &(*out)->link);
    return STATUS_SUCCESS;
}

static NTSTATUS create_object2(struct kmt_call *call, void *user)
{
    D3DKMT_CREATESYNCHRONIZATIONOBJECT2 args;
    struct kmt_device *device;
    struct kmt_sync *sync;
    NTSTATUS status;

    if (!user_capture(call->machine, &args, user)) {
        return STATUS_INVALID_PARAMETER;
    }
    status = kmt_device_enter(call, args.hDevice, &device);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = make_on(call, device, &args.Info, &sync);
    if (NT_SUCCESS(status)) {
        args.hSyncObject = sync->handle;
        if (!user_write(call->machine, user, &args, sizeof(args))) {
            forget(call->process, HANDLE_SYNC_OBJECT, sync);
            status = STATUS_INVALID_PARAMETER;
        }
    }
    kmt_device_leave(device);
    return status;
}

/* The older form knows mutexes and semaphores only. */
static NTSTATUS create_object(struct kmt_call *call, void *user)
{
    D3DKMT_CREATESYNCHRONIZATIONOBJECT args;
    D3DDDI_SYNCHRONIZATIONOBJECTINFO2 info = { 0 };
    struct kmt_device *device;
    struct kmt_sync *sync;
    NTSTATUS status;

    if (!user_capture(call->machine, &args, user) ||
        (args.Info.Type != D3DDDI_SYNCHRONIZATION_MUTEX && args.Info.Type != D3DDDI_SEMAPHORE)) {
        return STATUS_INVALID_PARAMETER;
    }
    status = kmt_device_enter(call, args.hDevice, &device);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    info.Type = args.Info.Type;
    if (info.Type == D3DDDI_SEMAPHORE) {
        info.Semaphore.MaxCount = args.Info.Semaphore.MaxCount;
        info.Semaphore.InitialCount = args.Info.Semaphore.InitialCount;
    } else {
        info.SynchronizationMutex.InitialState = args.Info.SynchronizationMutex.InitialState;
    }
    status = make_on(call, device, &info, &sync);
    if (NT_SUCCESS(status)) {
        args.hSyncObject = sync->handle;
        if (!user_write(call->machine, user, &args, sizeof(args))) {
            forget(call->process, HANDLE_SYNC_OBJECT, sync);
            status = STATUS_INVALID_PARAMETER;
        }
    }
    kmt_device_leave(device);
    return status;
}

static NTSTATUS open_object(struct kmt_call *call, void *user)
{
    D3DKMT_OPENSYNCHRONIZATIONOBJECT args;
    struct sync_object *object;
    struct kmt_sync *sync;

    if (!user_capture(call->machine, &args, user)) {
        return STATUS_INVALID_PARAMETER;
    }
    object = handle_find(object_shares(call->machine), HANDLE_SYNC_OBJECT, args.hSharedHandle);
    if (object == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    sync = name(call->process, HANDLE_SYNC_OBJECT, sync_get(object));
    if (sync == NULL) {
        return STATUS_NO_MEMORY;
    }
    args.hSyncObject = sync->handle;
    if (!user_write(call->machine, user, &args, sizeof(args))) {
        forget(call->process, HANDLE_SYNC_OBJECT, sync);
        return STATUS_INVALID_PARAMETER;
    }
    return STATUS_SUCCESS;
}

static NTSTATUS destroy_object(struct kmt_call *call, void *user)
{
    D3DKMT_DESTROYSYNCHRONIZATIONOBJECT args;
    struct kmt_sync *sync;

    if (!user_capture(call->machine, &args, user)) {
        return STATUS_INVALID_PARAMETER;
    }
    sync = handle_find(&call->process->handles, HANDLE_SYNC_OBJECT, args.hSyncObject);
    if (sync == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    forget(call->process, HANDLE_SYNC_OBJECT, sync);
    return STATUS_SUCCESS;
}

/* Waits and signals */

struct object_set {
    uint32_t count;
    struct sync_object *objects[SYNC_OBJECTS_MAX]; /* references only while held */
    uint64_t values[SYNC_OBJECTS_MAX];
};

static NTSTATUS resolve(struct kmt_call *call, const D3DKMT_HANDLE *handles, uint32_t count,
                        struct object_set *set)
{
    if (count == 0 || count > SYNC_OBJECTS_MAX) {
        return STATUS_INVALID_PARAMETER;
    }
    set->count = count;
    for (uint32_t i = 0; i < count; i++) {
        set->objects[i] = find(call, handles[i]);
        if (set->objects[i] == NULL) {
            return STATUS_INVALID_PARAMETER;
        }
    }
    return STATUS_SUCCESS;
}

static NTSTATUS read_set(struct kmt_call *call, const D3DKMT_HANDLE *user_handles,
                         const UINT64 *user_values, uint32_t count, struct object_set *set)
{
    D3DKMT_HANDLE handles[SYNC_OBJECTS_MAX];

    if (count == 0 || count > SYNC_OBJECTS_MAX ||
        !user_read(call->machine, handles, user_handles, count * sizeof(handles[0])) ||
        !user_read(call->machine, set->values, user_values, count * sizeof(set->values[0]))) {
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

/* On a context: in order with what it submits. */
static NTSTATUS on_context(struct kmt_call *call, uint32_t handle, const struct object_set *set,
                           bool signal)
{
    struct kmt_context *context;
    struct object_set held = *set;
    NTSTATUS status;

    /* The wait for the device may last; the objects must not go meanwhile. */
    for (uint32_t i = 0; i < held.count; i++) {
        (void)sync_get(held.objects[i]);
    }
    status = kmt_context_enter(call, handle, &context);
    if (NT_SUCCESS(status)) {
        status = kmt_device_lost(context->device);
        if (NT_SUCCESS(status)) {
            status = signal ? dxgk_context_signal(context->context, held.objects, held.values,
                                                  held.count)
                            : dxgk_context_wait_for(context->context, held.objects, held.values,
                                                    held.count);
        }
        kmt_device_leave(context->device);
    }
    for (uint32_t i = 0; i < held.count; i++) {
        sync_put(held.objects[i]);
    }
    return status;
}

static void set_values(struct object_set *set, uint64_t value)
{
    for (uint32_t i = 0; i < SYNC_OBJECTS_MAX; i++) {
        set->values[i] = value;
    }
}

static NTSTATUS wait_for_object(struct kmt_call *call, void *user)
{
    D3DKMT_WAITFORSYNCHRONIZATIONOBJECT args;
    struct object_set set = { 0 };
    NTSTATUS status;

    if (!user_capture(call->machine, &args, user)) {
        return STATUS_INVALID_PARAMETER;
    }
    status = resolve(call, args.ObjectHandleArray, args.ObjectCount, &set);
    return NT_SUCCESS(status) ? on_context(call, args.hContext, &set, false) : status;
}

static NTSTATUS wait_for_object2(struct kmt_call *call, void *user)
{
    D3DKMT_WAITFORSYNCHRONIZATIONOBJECT2 args;
    struct object_set set = { 0 };
    NTSTATUS status;

    if (!user_capture(call->machine, &args, user)) {
        return STATUS_INVALID_PARAMETER;
    }
    set_values(&set, args.Fence.FenceValue);
    status = resolve(call, args.ObjectHandleArray, args.ObjectCount, &set);
    return NT_SUCCESS(status) ? on_context(call, args.hContext, &set, false) : status;
}

static NTSTATUS check_signal(struct kmt_call *call, D3DDDICB_SIGNALFLAGS flags)
{
    if (flags.Reserved != 0 || flags.DXGK_SIGNAL_FLAG_INTERNAL0) {
        return STATUS_INVALID_PARAMETER;
    }
    return flags.EnqueueCpuEvent || flags.SignalAtSubmission
               ? kmt_unimplemented(call->machine, "signal flags 0x%X", flags.Value)
               : STATUS_SUCCESS;
}

static NTSTATUS signal_object(struct kmt_call *call, void *user)
{
    D3DKMT_SIGNALSYNCHRONIZATIONOBJECT args;
    struct object_set set = { 0 };
    NTSTATUS status;

    if (!user_capture(call->machine, &args, user)) {
        return STATUS_INVALID_PARAMETER;
    }
    status = check_signal(call, args.Flags);
    if (NT_SUCCESS(status)) {
        status = resolve(call, args.ObjectHandleArray, args.ObjectCount, &set);
    }
    return NT_SUCCESS(status) ? on_context(call, args.hContext, &set, true) : status;
}

static NTSTATUS signal_object2(struct kmt_call *call, void *user)
{
    D3DKMT_SIGNALSYNCHRONIZATIONOBJECT2 args;
    struct object_set set = { 0 };
    NTSTATUS status;

    if (!user_capture(call->machine, &args, user) || args.BroadcastContextCount > 64) {
        return STATUS_INVALID_PARAMETER;
    }
    set_values(&set, args.Fence.FenceValue);
    status = check_signal(call, args.Flags);
    if (NT_SUCCESS(status)) {
        status = resolve(call, args.ObjectHandleArray, args.ObjectCount, &set);
    }
    if (NT_SUCCESS(status)) {
        status = on_context(call, args.hContext, &set, true);
    }
    for (uint32_t i = 0; NT_SUCCESS(status) && i < args.BroadcastContextCount; i++) {
        status = on_context(call, args.BroadcastContext[i], &set, true);
    }
    return status;
}

static NTSTATUS wait_from_gpu(struct kmt_call *call, void *user)
{
    D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMGPU args;
    struct object_set set = { 0 };
    NTSTATUS status;

    if (!user_capture(call->machine, &args, user)) {
        return STATUS_INVALID_PARAMETER;
    }
    status = read_set(call, args.ObjectHandleArray, args.MonitoredFenceValueArray, args.ObjectCount,
                      &set);
    return NT_SUCCESS(status) ? on_context(call, args.hContext, &set, false) : status;
}

static NTSTATUS signal_from_gpu(struct kmt_call *call, void *user)
{
    D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMGPU args;
    struct object_set set = { 0 };
    NTSTATUS status;

    if (!user_capture(call->machine, &args, user)) {
        return STATUS_INVALID_PARAMETER;
    }
    status = read_set(call, args.ObjectHandleArray, args.MonitoredFenceValueArray, args.ObjectCount,
                      &set);
    return NT_SUCCESS(status) ? on_context(call, args.hContext, &set, true) : status;
}

/* A device must be named, and is not held: signalling must not wait for a call on it. */
static bool device_is_mine(struct kmt_call *call, uint32_t handle)
{
    return handle_find(&call->process->handles, HANDLE_DEVICE, handle) != NULL;
}

static NTSTATUS signal_from_cpu(struct kmt_call *call, void *user)
{
    D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMCPU args;
    struct object_set set = { 0 };
    NTSTATUS status;

    if (!user_capture(call->machine, &args, user) || !device_is_mine(call, args.hDevice)) {
        return STATUS_INVALID_PARAMETER;
    }
    status = check_signal(call, args.Flags);
    if (NT_SUCCESS(status)) {
        status =
            read_set(call, args.ObjectHandleArray, args.FenceValueArray, args.ObjectCount, &set);
    }
    if (NT_SUCCESS(status) && !all_monitored(&set)) {
        status = STATUS_INVALID_PARAMETER;
    }
    for (uint32_t i = 0; NT_SUCCESS(status) && i < set.count; i++) {
        if (set.values[i] < set.objects[i]->value && !args.Flags.AllowFenceRewind) {
            status = STATUS_INVALID_PARAMETER;
        } else {
            (void)sync_signal(set.objects[i], set.values[i]);
        }
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

static NTSTATUS wait_from_cpu(struct kmt_call *call, void *user)
{
    D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU args;
    struct object_set set = { 0 };
    NTSTATUS status;

    if (!user_capture(call->machine, &args, user) || !device_is_mine(call, args.hDevice) ||
        args.Flags.Reserved != 0) {
        return STATUS_INVALID_PARAMETER;
    }
    if (args.hAsyncEvent != NULL) {
        return kmt_unimplemented(call->machine,
                                 "D3DKMTWaitForSynchronizationObjectFromCpu: hAsyncEvent");
    }
    status = read_set(call, args.ObjectHandleArray, args.FenceValueArray, args.ObjectCount, &set);
    if (!NT_SUCCESS(status) || !all_monitored(&set)) {
        return STATUS_INVALID_PARAMETER;
    }
    for (uint32_t i = 0; i < set.count; i++) {
        (void)sync_get(set.objects[i]);
    }
    WAIT_UNTIL(call->machine, sync_changed(call->machine),
               call->process->dying || is_met(&set, args.Flags.WaitAny));
    for (uint32_t i = 0; i < set.count; i++) {
        sync_put(set.objects[i]);
    }
    return call->process->dying ? STATUS_PROCESS_IS_TERMINATING : STATUS_SUCCESS;
}

/* Keyed mutexes */

static NTSTATUS publish_mutex(struct kmt_call *call, struct sync_object *object, void *user,
                              void *args, D3DKMT_HANDLE *handle, size_t bytes)
{
    struct kmt_sync *sync = name(call->process, HANDLE_KEYED_MUTEX, object);

    if (sync == NULL) {
        return STATUS_NO_MEMORY;
    }
    *handle = sync->handle;
    if (!user_write(call->machine, user, args, bytes)) {
        forget(call->process, HANDLE_KEYED_MUTEX, sync);
        return STATUS_INVALID_PARAMETER;
    }
    return STATUS_SUCCESS;
}

static NTSTATUS create_mutex(struct kmt_call *call, void *user)
{
    D3DKMT_CREATEKEYEDMUTEX args;
    struct sync_object *object;

    if (!user_capture(call->machine, &args, user)) {
        return STATUS_INVALID_PARAMETER;
    }
    object = sync_create(call->machine, SYNC_KEYED_MUTEX, args.InitialValue);
    args.hSharedHandle = sync_share(object);
    return publish_mutex(call, object, user, &args, &args.hKeyedMutex, sizeof(args));
}

static NTSTATUS open_mutex(struct kmt_call *call, void *user)
{
    D3DKMT_OPENKEYEDMUTEX args;
    struct sync_object *object;

    if (!user_capture(call->machine, &args, user)) {
        return STATUS_INVALID_PARAMETER;
    }
    object = handle_find(object_shares(call->machine), HANDLE_KEYED_MUTEX, args.hSharedHandle);
    return object == NULL ? STATUS_INVALID_PARAMETER
                          : publish_mutex(call, sync_get(object), user, &args, &args.hKeyedMutex,
                                          sizeof(args));
}

static NTSTATUS destroy_mutex(struct kmt_call *call, void *user)
{
    D3DKMT_DESTROYKEYEDMUTEX args;
    struct kmt_sync *sync;

    if (!user_capture(call->machine, &args, user)) {
        return STATUS_INVALID_PARAMETER;
    }
    sync = handle_find(&call->process->handles, HANDLE_KEYED_MUTEX, args.hKeyedMutex);
    if (sync == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    forget(call->process, HANDLE_KEYED_MUTEX, sync);
    return STATUS_SUCCESS;
}

struct alarm {
    struct clock_event event;
    struct machine *machine;
    bool rung;
};

static void ring(struct clock_event *event)
{
    struct alarm *alarm = DXGH_CONTAINER_OF(event, struct alarm, event);

    alarm->rung = true;
    wait_queue_wake(alarm->machine, sync_changed(alarm->machine));
}

/* A timeout as NT has it: negative is relative, in units of 100 ns. */
static uint64_t deadline(const struct machine *machine, int64_t timeout)
{
    uint64_t units = timeout < 0 ? (uint64_t)0 - (uint64_t)timeout : (uint64_t)timeout;
    uint64_t ns = units > UINT64_MAX / 200 ? UINT64_MAX / 2 : units * 100;

    return timeout < 0 ? machine->clock.now_ns + ns : ns;
}

static bool is_available(const struct sync_object *object, uint64_t key)
{
    return object->abandoned || sync_is_ready(object, key);
}

static NTSTATUS acquire_object(struct kmt_call *call, struct sync_object *object, uint64_t key,
                               const int64_t *timeout)
{
    struct machine *machine = call->machine;
    struct alarm alarm = { .event.fire = ring, .machine = machine };

    if (timeout != NULL && *timeout == 0) {
        alarm.rung = true;
    } else if (timeout != NULL) {
        clock_event_set(&machine->clock, &alarm.event, deadline(machine, *timeout));
    }
    WAIT_UNTIL(machine, sync_changed(machine),
               is_available(object, key) || alarm.rung || call->process->dying);
    (void)clock_event_cancel(&machine->clock, &alarm.event);
    if (call->process->dying) {
        return STATUS_PROCESS_IS_TERMINATING;
    }
    if (!is_available(object, key)) {
        return STATUS_TIMEOUT;
    }
    if (object->abandoned) { /* Choice: told once, and acquired whatever the key */
        object->abandoned = false;
        object->owned = true;
        return STATUS_ABANDONED;
    }
    sync_take(object);
    return STATUS_SUCCESS;
}

static NTSTATUS acquire_mutex(struct kmt_call *call, void *user)
{
    D3DKMT_ACQUIREKEYEDMUTEX args;
    struct kmt_sync *sync;
    struct sync_object *object;
    int64_t timeout = 0;
    uint32_t handle;
    NTSTATUS status;

    if (!user_capture(call->machine, &args, user) ||
        (args.pTimeout != NULL &&
         !user_read(call->machine, &timeout, args.pTimeout, sizeof(timeout)))) {
        return STATUS_INVALID_PARAMETER;
    }
    handle = args.hKeyedMutex;
    sync = handle_find(&call->process->handles, HANDLE_KEYED_MUTEX, handle);
    if (sync == NULL || sync->object->owner == sync) {
        return STATUS_INVALID_PARAMETER;
    }
    object = sync_get(sync->object);
    status = acquire_object(call, object, args.Key, args.pTimeout == NULL ? NULL : &timeout);
    if (status == STATUS_SUCCESS || status == STATUS_ABANDONED) {
        if (handle_find(&call->process->handles, HANDLE_KEYED_MUTEX, handle) == sync) {
            object->owner = sync;
        } else { /* another thread destroyed the handle during the wait */
            (void)sync_signal(object, args.Key);
            status = STATUS_INVALID_PARAMETER;
        }
    }
    sync_put(object);
    return status;
}

static NTSTATUS release_mutex(struct kmt_call *call, void *user)
{
    D3DKMT_RELEASEKEYEDMUTEX args;
    struct kmt_sync *sync;

    if (!user_capture(call->machine, &args, user)) {
        return STATUS_INVALID_PARAMETER;
    }
    sync = handle_find(&call->process->handles, HANDLE_KEYED_MUTEX, args.hKeyedMutex);
    if (sync == NULL || sync->object->owner != sync) {
        return STATUS_INVALID_PARAMETER;
    }
    sync->object->owner = NULL;
    (void)sync_signal(sync->object, args.Key);
    return STATUS_SUCCESS;
}

/* The exported names */

NTSTATUS APIENTRY D3DKMTCreateSynchronizationObject(D3DKMT_CREATESYNCHRONIZATIONOBJECT *args)
{
    return kmt_call(create_object, args);
}

/** Partial: no CPU notification, no periodic fence. */
NTSTATUS APIENTRY D3DKMTCreateSynchronizationObject2(D3DKMT_CREATESYNCHRONIZATIONOBJECT2 *args)
{
    return kmt_call(create_object2, args);
}

NTSTATUS APIENTRY D3DKMTOpenSynchronizationObject(D3DKMT_OPENSYNCHRONIZATIONOBJECT *args)
{
    return kmt_call(open_object, args);
}

NTSTATUS APIENTRY
D3DKMTDestroySynchronizationObject(const D3DKMT_DESTROYSYNCHRONIZATIONOBJECT *args)
{
    return kmt_call(destroy_object, args);
}

NTSTATUS APIENTRY
D3DKMTWaitForSynchronizationObject(const D3DKMT_WAITFORSYNCHRONIZATIONOBJECT *args)
{
    return kmt_call(wait_for_object, args);
}

NTSTATUS APIENTRY
D3DKMTWaitForSynchronizationObject2(const D3DKMT_WAITFORSYNCHRONIZATIONOBJECT2 *args)
{
    return kmt_call(wait_for_object2, args);
}

/** Partial: no signal at submission, no CPU event. */
NTSTATUS APIENTRY D3DKMTSignalSynchronizationObject(const D3DKMT_SIGNALSYNCHRONIZATIONOBJECT *args)
{
    return kmt_call(signal_object, args);
}

/** Partial: no signal at submission, no CPU event. */
NTSTATUS APIENTRY
D3DKMTSignalSynchronizationObject2(const D3DKMT_SIGNALSYNCHRONIZATIONOBJECT2 *args)
{
    return kmt_call(signal_object2, args);
}

NTSTATUS APIENTRY
D3DKMTWaitForSynchronizationObjectFromGpu(const D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMGPU *args)
{
    return kmt_call(wait_from_gpu, args);
}

NTSTATUS APIENTRY
D3DKMTSignalSynchronizationObjectFromGpu(const D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMGPU *args)
{
    return kmt_call(signal_from_gpu, args);
}

NTSTATUS APIENTRY
D3DKMTSignalSynchronizationObjectFromCpu(const D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMCPU *args)
{
    return kmt_call(signal_from_cpu, args);
}

/** Partial: no event handle. */
NTSTATUS APIENTRY
D3DKMTWaitForSynchronizationObjectFromCpu(const D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU *args)
{
    return kmt_call(wait_from_cpu, args);
}

NTSTATUS APIENTRY D3DKMTCreateKeyedMutex(D3DKMT_CREATEKEYEDMUTEX *args)
{
    return kmt_call(create_mutex, args);
}

NTSTATUS APIENTRY D3DKMTOpenKeyedMutex(D3DKMT_OPENKEYEDMUTEX *args)
{
    return kmt_call(open_mutex, args);
}

NTSTATUS APIENTRY D3DKMTDestroyKeyedMutex(const D3DKMT_DESTROYKEYEDMUTEX *args)
{
    return kmt_call(destroy_mutex, args);
}

NTSTATUS APIENTRY D3DKMTAcquireKeyedMutex(D3DKMT_ACQUIREKEYEDMUTEX *args)
{
    return kmt_call(acquire_mutex, args);
}

NTSTATUS APIENTRY D3DKMTReleaseKeyedMutex(D3DKMT_RELEASEKEYEDMUTEX *args)
{
    return kmt_call(release_mutex, args);
}
