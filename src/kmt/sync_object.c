/* SPDX-License-Identifier: MIT */
/*
 * Synchronization objects of a client: creation, sharing, destruction.
 *
 * A handle names an object of the machine (object/sync.h); sharing gives another process a handle
 * to the same object.
 *
 * Source: d3dkmthk nf-d3dkmthk-d3dkmtcreatesynchronizationobject, -d3dkmtcreatesynchronization-
 * object2, -d3dkmtopensynchronizationobject, -d3dkmtdestroysynchronizationobject
 */
#include "kmt/nt_handle.h"

#include "machine/heap.h"
#include "verify/verify.h"

void kmt_sync_forget(struct process *process, enum handle_type type, struct kmt_sync *sync)
{
    handle_remove(&process->handles, sync->handle);
    list_remove(&sync->link);
    if (sync->object->owner == sync) { /* whoever acquires it next is told */
        sync->object->owner = NULL;
        sync->object->owned = false;
        sync->object->abandoned = type == HANDLE_KEYED_MUTEX;
        wait_queue_wake(process->machine, sync_changed(process->machine));
    }
    kmt_periodic_fence_destroy(sync->periodic);
    sync_put(sync->object);
    machine_heap_free(process->machine, sync);
}

static void forget_all(struct process *process, enum handle_type type)
{
    struct kmt_sync *sync;
    uint32_t cursor = 0;

    while ((sync = handle_next(&process->handles, type, &cursor)) != NULL) {
        kmt_sync_forget(process, type, sync);
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
        kmt_sync_forget(device->process, HANDLE_SYNC_OBJECT,
                        LIST_ENTRY_OF(device->objects.next, struct kmt_sync, link));
    }
}

struct kmt_sync *kmt_sync_name(struct process *process, enum handle_type type,
                               struct sync_object *object)
{
    struct kmt_sync *sync = MACHINE_NEW(process->machine, struct kmt_sync);

    list_init(&sync->link);
    sync->object = object;
    sync->handle = kmt_handle_add(process, type, sync);
    if (sync->handle == 0) {
        sync_put(object);
        machine_heap_free(process->machine, sync);
        return NULL;
    }
    return sync;
}

struct sync_object *kmt_sync_find(const struct kmt_call *call, uint32_t handle)
{
    const struct kmt_sync *sync = handle_find(&call->process->handles, HANDLE_SYNC_OBJECT, handle);

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
    case D3DDDI_CPU_NOTIFICATION: /* the event itself, under another name */
        *object = info->Flags.Shared ? NULL : kmt_event_find(call, info->CPUNotification.Event);
        return *object == NULL ? STATUS_INVALID_PARAMETER : (sync_get(*object), STATUS_SUCCESS);
    case D3DDDI_PERIODIC_MONITORED_FENCE:
        *object = sync_create(machine, SYNC_MONITORED_FENCE, 0);
        return *object == NULL ? STATUS_NO_MEMORY : STATUS_SUCCESS;
    default:
        return STATUS_INVALID_PARAMETER;
    }
}

static NTSTATUS check_flags(struct kmt_call *call, const D3DDDI_SYNCHRONIZATIONOBJECTINFO2 *info)
{
    D3DDDI_SYNCHRONIZATIONOBJECT_FLAGS served = {
        .Shared = 1, .NtSecuritySharing = 1, .NoSignal = 1, .NoWait = 1, .NoGPUAccess = 1
    };

    if (info->Flags.Reserved != 0 || info->Flags.Reserved0 != 0 ||
        (info->Flags.NtSecuritySharing && !info->Flags.Shared)) {
        return STATUS_INVALID_PARAMETER;
    }
    return (info->Flags.Value & ~served.Value) == 0
               ? STATUS_SUCCESS
               : kmt_unimplemented(call, "flags 0x%X", info->Flags.Value & ~served.Value);
}

/* What begins to count is the handle's: shared or opened elsewhere, the fence is only looked at. */
static NTSTATUS begin_periodic(struct kmt_call *call, D3DDDI_SYNCHRONIZATIONOBJECTINFO2 *info,
                               struct kmt_sync *sync)
{
    const struct kmt_adapter *opened =
        handle_find(&call->process->handles, HANDLE_ADAPTER, info->PeriodicMonitoredFence.hAdapter);

    if (opened == NULL || opened->adapter != call->adapter) {
        return STATUS_INVALID_PARAMETER;
    }
    info->PeriodicMonitoredFence.FenceValueCPUVirtualAddress = sync->object->mirror;
    info->PeriodicMonitoredFence.FenceValueGPUVirtualAddress = 0;
    return kmt_periodic_fence_create(call, sync->object, info->PeriodicMonitoredFence.VidPnTargetId,
                                     info->PeriodicMonitoredFence.Time, &sync->periodic);
}

static NTSTATUS make(struct kmt_call *call, D3DDDI_SYNCHRONIZATIONOBJECTINFO2 *info,
                     D3DKMT_HANDLE *handle)
{
    struct kmt_sync *sync;
    struct sync_object *object;
    NTSTATUS status = check_flags(call, info);

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
    object->nt_shared = info->Flags.NtSecuritySharing;
    info->SharedHandle = 0;
    if (info->Flags.Shared && !object->nt_shared) {
        info->SharedHandle = sync_share(object);
        if (info->SharedHandle == 0) {
            sync_put(object);
            return STATUS_NO_MEMORY;
        }
    }
    sync = kmt_sync_name(call->process, HANDLE_SYNC_OBJECT, object);
    if (sync == NULL) {
        return STATUS_NO_MEMORY;
    }
    object->owner = object->owned ? sync : NULL; /* until it is signalled */
    sync->device = call->device;
    list_push_back(&call->device->objects, &sync->link);
    if (info->Type == D3DDDI_PERIODIC_MONITORED_FENCE) {
        status = begin_periodic(call, info, sync);
        if (!NT_SUCCESS(status)) {
            kmt_sync_forget(call->process, HANDLE_SYNC_OBJECT, sync);
            return status;
        }
    }
    *handle = sync->handle;
    return STATUS_SUCCESS;
}

static void unmake(struct kmt_call *call, uint32_t handle)
{
    kmt_sync_forget(call->process, HANDLE_SYNC_OBJECT,
                    handle_find(&call->process->handles, HANDLE_SYNC_OBJECT, handle));
}

static NTSTATUS create_2(struct kmt_call *call, void *arguments)
{
    D3DKMT_CREATESYNCHRONIZATIONOBJECT2 *args = arguments;

    return make(call, &args->Info, &args->hSyncObject);
}

/* The older form knows mutexes and semaphores only. */
static NTSTATUS create_1(struct kmt_call *call, void *arguments)
{
    D3DKMT_CREATESYNCHRONIZATIONOBJECT *args = arguments;
    D3DDDI_SYNCHRONIZATIONOBJECTINFO2 info = { .Type = args->Info.Type };

    switch (args->Info.Type) {
    case D3DDDI_SEMAPHORE:
        info.Semaphore.MaxCount = args->Info.Semaphore.MaxCount;
        info.Semaphore.InitialCount = args->Info.Semaphore.InitialCount;
        break;
    case D3DDDI_SYNCHRONIZATION_MUTEX:
        info.SynchronizationMutex.InitialState = args->Info.SynchronizationMutex.InitialState;
        break;
    default:
        return STATUS_INVALID_PARAMETER;
    }
    return make(call, &info, &args->hSyncObject);
}

static NTSTATUS open(struct kmt_call *call, void *arguments)
{
    D3DKMT_OPENSYNCHRONIZATIONOBJECT *args = arguments;
    struct sync_object *object =
        handle_find(object_shares(call->machine), HANDLE_SYNC_OBJECT, args->hSharedHandle);
    const struct kmt_sync *sync;

    if (object == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    sync = kmt_sync_name(call->process, HANDLE_SYNC_OBJECT, sync_get(object));
    if (sync == NULL) {
        return STATUS_NO_MEMORY;
    }
    args->hSyncObject = sync->handle;
    return STATUS_SUCCESS;
}

static NTSTATUS destroy(struct kmt_call *call, void *arguments)
{
    const D3DKMT_DESTROYSYNCHRONIZATIONOBJECT *args = arguments;
    struct kmt_sync *sync =
        handle_find(&call->process->handles, HANDLE_SYNC_OBJECT, args->hSyncObject);

    if (sync == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    kmt_sync_forget(call->process, HANDLE_SYNC_OBJECT, sync);
    return STATUS_SUCCESS;
}

NTSTATUS APIENTRY D3DKMTCreateSynchronizationObject(D3DKMT_CREATESYNCHRONIZATIONOBJECT *args)
{
    static const struct kmt_function function = {
        "D3DKMTCreateSynchronizationObject",
        KMT_BY(LIVE_DEVICE, D3DKMT_CREATESYNCHRONIZATIONOBJECT, hDevice),
        KMT_MAKES(D3DKMT_CREATESYNCHRONIZATIONOBJECT, hSyncObject, unmake), .body = create_1
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTCreateSynchronizationObject2(D3DKMT_CREATESYNCHRONIZATIONOBJECT2 *args)
{
    static const struct kmt_function function = {
        "D3DKMTCreateSynchronizationObject2",
        KMT_BY(LIVE_DEVICE, D3DKMT_CREATESYNCHRONIZATIONOBJECT2, hDevice),
        KMT_MAKES(D3DKMT_CREATESYNCHRONIZATIONOBJECT2, hSyncObject, unmake), .body = create_2
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTOpenSynchronizationObject(D3DKMT_OPENSYNCHRONIZATIONOBJECT *args)
{
    static const struct kmt_function function = {
        "D3DKMTOpenSynchronizationObject", KMT_TAKES(D3DKMT_OPENSYNCHRONIZATIONOBJECT),
        KMT_MAKES(D3DKMT_OPENSYNCHRONIZATIONOBJECT, hSyncObject, unmake), .body = open
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY
D3DKMTDestroySynchronizationObject(const D3DKMT_DESTROYSYNCHRONIZATIONOBJECT *args)
{
    static const struct kmt_function function = { "D3DKMTDestroySynchronizationObject",
                                                  KMT_TAKES(D3DKMT_DESTROYSYNCHRONIZATIONOBJECT),
                                                  .body = destroy };

    return kmt_call(&function, args);
}
