/* SPDX-License-Identifier: MIT */
/* Synchronization objects and keyed mutexes. */
#include "kmt/nt_handle.h"
#include "tests/contract/d3dkmt/status.h"

static NTSTATUS create(struct world *world)
{
    D3DKMT_CREATESYNCHRONIZATIONOBJECT args = { .hDevice = world->client.device,
                                                .Info.Type = D3DDDI_SYNCHRONIZATION_MUTEX };

    return D3DKMTCreateSynchronizationObject(&args);
}

static NTSTATUS create2(struct world *world)
{
    D3DKMT_CREATESYNCHRONIZATIONOBJECT2 args = { .hDevice = world->client.device,
                                                 .Info.Type = D3DDDI_FENCE };

    return D3DKMTCreateSynchronizationObject2(&args);
}

static NTSTATUS create_full_semaphore(struct world *world)
{
    D3DKMT_CREATESYNCHRONIZATIONOBJECT2 args = {
        .hDevice = world->client.device,
        .Info = { .Type = D3DDDI_SEMAPHORE, .Semaphore = { .MaxCount = 1, .InitialCount = 2 } }
    };

    return D3DKMTCreateSynchronizationObject2(&args);
}

static NTSTATUS open(struct world *world)
{
    D3DKMT_OPENSYNCHRONIZATIONOBJECT args = { .hSharedHandle = world->fence_share };

    return D3DKMTOpenSynchronizationObject(&args);
}

static NTSTATUS destroy(struct world *world)
{
    return D3DKMTDestroySynchronizationObject(
        &(D3DKMT_DESTROYSYNCHRONIZATIONOBJECT){ .hSyncObject = world->semaphore });
}

static NTSTATUS gpu_wait(struct world *world)
{
    D3DKMT_WAITFORSYNCHRONIZATIONOBJECT args = { .hContext = world->client.context,
                                                 .ObjectCount = 1,
                                                 .ObjectHandleArray = { world->semaphore } };

    return D3DKMTWaitForSynchronizationObject(&args);
}

static NTSTATUS gpu_wait_for_too_many(struct world *world)
{
    D3DKMT_WAITFORSYNCHRONIZATIONOBJECT args = { .hContext = world->client.context,
                                                 .ObjectCount = 33 };

    return D3DKMTWaitForSynchronizationObject(&args);
}

static NTSTATUS gpu_wait2(struct world *world)
{
    D3DKMT_WAITFORSYNCHRONIZATIONOBJECT2 args = { .hContext = world->client.context,
                                                  .ObjectCount = 1,
                                                  .ObjectHandleArray = { world->fence },
                                                  .Fence.FenceValue = 5 };

    return D3DKMTWaitForSynchronizationObject2(&args);
}

static NTSTATUS gpu_signal(struct world *world)
{
    D3DKMT_SIGNALSYNCHRONIZATIONOBJECT args = { .hContext = world->client.context,
                                                .ObjectCount = 1,
                                                .ObjectHandleArray = { world->semaphore } };

    return D3DKMTSignalSynchronizationObject(&args);
}

static NTSTATUS gpu_signal2(struct world *world)
{
    D3DKMT_SIGNALSYNCHRONIZATIONOBJECT2 args = { .hContext = world->client.context,
                                                 .ObjectCount = 1,
                                                 .ObjectHandleArray = { world->fence },
                                                 .Fence.FenceValue = 6 };

    return D3DKMTSignalSynchronizationObject2(&args);
}

static const UINT64 values[1] = { 5 };

static NTSTATUS wait_from_gpu(struct world *world)
{
    D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMGPU args = { .hContext = world->client.context,
                                                        .ObjectCount = 1,
                                                        .ObjectHandleArray = &world->fence,
                                                        .MonitoredFenceValueArray = values };

    return D3DKMTWaitForSynchronizationObjectFromGpu(&args);
}

static NTSTATUS signal_from_gpu(struct world *world)
{
    D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMGPU args = { .hContext = world->client.context,
                                                       .ObjectCount = 1,
                                                       .ObjectHandleArray = &world->fence,
                                                       .MonitoredFenceValueArray = values };

    return D3DKMTSignalSynchronizationObjectFromGpu(&args);
}

static NTSTATUS wait_from_cpu(struct world *world)
{
    D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU args = { .hDevice = world->client.device,
                                                        .ObjectCount = 1,
                                                        .ObjectHandleArray = &world->fence,
                                                        .FenceValueArray = values };

    return D3DKMTWaitForSynchronizationObjectFromCpu(&args);
}

static NTSTATUS signal_from_cpu(struct world *world)
{
    D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMCPU args = { .hDevice = world->client.device,
                                                       .ObjectCount = 1,
                                                       .ObjectHandleArray = &world->fence,
                                                       .FenceValueArray = values };

    return D3DKMTSignalSynchronizationObjectFromCpu(&args);
}

static NTSTATUS signal_from_gpu2(struct world *world)
{
    D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMGPU2 args = { .ObjectCount = 1,
                                                        .ObjectHandleArray = &world->fence,
                                                        .BroadcastContextCount = 1,
                                                        .BroadcastContextArray =
                                                            &world->client.context,
                                                        .MonitoredFenceValueArray = values };

    return D3DKMTSignalSynchronizationObjectFromGpu2(&args);
}

static NTSTATUS signal_from_no_gpu(struct world *world)
{
    D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMGPU2 args = { .ObjectCount = 1,
                                                        .ObjectHandleArray = &world->fence,
                                                        .MonitoredFenceValueArray = values };

    return D3DKMTSignalSynchronizationObjectFromGpu2(&args);
}

/* With an event: the wait goes on when the call has returned. */
static NTSTATUS wait_later(struct world *world)
{
    uint64_t refuse_at = world->machine->decision.refuse_at;
    D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU args = { .hDevice = world->client.device,
                                                        .ObjectCount = 1,
                                                        .ObjectHandleArray = &world->fence,
                                                        .FenceValueArray = values };

    world->machine->decision.refuse_at = 0;
    assert_int_equal(kmt_event_create(&args.hAsyncEvent), STATUS_SUCCESS);
    world->machine->decision.refuse_at = refuse_at;
    return D3DKMTWaitForSynchronizationObjectFromCpu(&args);
}

static NTSTATUS wait_later_for_nothing(struct world *world)
{
    D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU args = { .hDevice = world->client.device,
                                                        .ObjectCount = 1,
                                                        .ObjectHandleArray = &world->fence,
                                                        .FenceValueArray = values,
                                                        .hAsyncEvent = (HANDLE)1234 };

    return D3DKMTWaitForSynchronizationObjectFromCpu(&args);
}

static NTSTATUS create_notification_of_nothing(struct world *world)
{
    D3DKMT_CREATESYNCHRONIZATIONOBJECT2 args = { .hDevice = world->client.device,
                                                 .Info.Type = D3DDDI_CPU_NOTIFICATION };

    return D3DKMTCreateSynchronizationObject2(&args);
}

static NTSTATUS signal_unreadable(struct world *world)
{
    D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMGPU args = { .hContext = world->client.context,
                                                       .ObjectCount = 1,
                                                       .ObjectHandleArray = (D3DKMT_HANDLE *)16,
                                                       .MonitoredFenceValueArray = values };

    return D3DKMTSignalSynchronizationObjectFromGpu(&args);
}

static NTSTATUS create_mutex(struct world *world)
{
    D3DKMT_CREATEKEYEDMUTEX args = { .InitialValue = 1 };

    (void)world;
    return D3DKMTCreateKeyedMutex(&args);
}

static NTSTATUS create_mutex2(struct world *world)
{
    D3DKMT_CREATEKEYEDMUTEX2 args = { .pPrivateRuntimeData = "abc", .PrivateRuntimeDataSize = 3 };

    (void)world;
    return D3DKMTCreateKeyedMutex2(&args);
}

static NTSTATUS open_mutex(struct world *world)
{
    D3DKMT_OPENKEYEDMUTEX args = { .hSharedHandle = world->mutex_share };

    return D3DKMTOpenKeyedMutex(&args);
}

static NTSTATUS open_mutex2(struct world *world)
{
    char data[4];
    D3DKMT_OPENKEYEDMUTEX2 args = { .hSharedHandle = world->mutex_share,
                                    .pPrivateRuntimeData = data,
                                    .PrivateRuntimeDataSize = sizeof(data) };
    NTSTATUS status = D3DKMTOpenKeyedMutex2(&args);

    if (NT_SUCCESS(status)) {
        assert_memory_equal(data, "keys", sizeof(data));
    }
    return status;
}

static NTSTATUS acquire(struct world *world)
{
    D3DKMT_ACQUIREKEYEDMUTEX args = { .hKeyedMutex = world->mutex, .Key = 7 };

    return D3DKMTAcquireKeyedMutex(&args);
}

static NTSTATUS acquire_twice(struct world *world)
{
    assert_int_equal(acquire(world), STATUS_SUCCESS);
    return acquire(world);
}

static NTSTATUS release(struct world *world)
{
    D3DKMT_RELEASEKEYEDMUTEX args = { .hKeyedMutex = world->mutex, .Key = 8 };

    (void)acquire(world);
    return D3DKMTReleaseKeyedMutex(&args);
}

static NTSTATUS release2(struct world *world)
{
    D3DKMT_RELEASEKEYEDMUTEX2 args = { .hKeyedMutex = world->mutex,
                                       .Key = 8,
                                       .FenceValue = 99,
                                       .pPrivateRuntimeData = "lock",
                                       .PrivateRuntimeDataSize = 4 };

    (void)acquire(world);
    return D3DKMTReleaseKeyedMutex2(&args);
}

/* What one owner leaves the next one finds. */
static NTSTATUS acquire2(struct world *world)
{
    char data[4];
    D3DKMT_ACQUIREKEYEDMUTEX2 args = { .hKeyedMutex = world->mutex,
                                       .Key = 8,
                                       .pPrivateRuntimeData = data,
                                       .PrivateRuntimeDataSize = sizeof(data) };
    NTSTATUS status;

    (void)release2(world);
    status = D3DKMTAcquireKeyedMutex2(&args);
    if (NT_SUCCESS(status)) {
        assert_int_equal(args.FenceValue, 99);
        assert_memory_equal(data, "lock", sizeof(data));
    }
    return status;
}

static NTSTATUS acquire_without_room(struct world *world)
{
    D3DKMT_ACQUIREKEYEDMUTEX2 args = { .hKeyedMutex = world->mutex,
                                       .Key = 7,
                                       .pPrivateRuntimeData = (void *)16,
                                       .PrivateRuntimeDataSize = 4 };

    return D3DKMTAcquireKeyedMutex2(&args);
}

static NTSTATUS destroy_mutex(struct world *world)
{
    return D3DKMTDestroyKeyedMutex(&(D3DKMT_DESTROYKEYEDMUTEX){ .hKeyedMutex = world->mutex });
}

static const struct status_row rows[] = {
    ROW(D3DKMTCreateSynchronizationObject, create, STALE | STOPPED | LOST | STARVED),
    ROW(D3DKMTCreateSynchronizationObject2, create2, STALE | STOPPED | LOST | STARVED),
    ROW(D3DKMTOpenSynchronizationObject, open, STALE | STARVED),
    ROW(D3DKMTDestroySynchronizationObject, destroy, STALE),
    ROW(D3DKMTWaitForSynchronizationObject, gpu_wait, STALE | LOST),
    ROW(D3DKMTWaitForSynchronizationObject2, gpu_wait2, STALE | LOST),
    ROW(D3DKMTSignalSynchronizationObject, gpu_signal, STALE | LOST),
    ROW(D3DKMTSignalSynchronizationObject2, gpu_signal2, STALE | LOST),
    ROW(D3DKMTWaitForSynchronizationObjectFromGpu, wait_from_gpu, STALE | LOST),
    ROW(D3DKMTSignalSynchronizationObjectFromGpu, signal_from_gpu, STALE | LOST),
    ROW(D3DKMTSignalSynchronizationObjectFromGpu2, signal_from_gpu2, STALE | LOST),
    ROW(D3DKMTWaitForSynchronizationObjectFromCpu, wait_from_cpu, STALE),
    ROW(D3DKMTWaitForSynchronizationObjectFromCpu, wait_later, STALE | STARVED),
    ROW(D3DKMTSignalSynchronizationObjectFromCpu, signal_from_cpu, STALE),
    ROW(D3DKMTCreateKeyedMutex, create_mutex, STARVED),
    ROW(D3DKMTCreateKeyedMutex2, create_mutex2, STARVED),
    ROW(D3DKMTOpenKeyedMutex, open_mutex, STALE | STARVED),
    ROW(D3DKMTOpenKeyedMutex2, open_mutex2, STALE | STARVED),
    ROW(D3DKMTAcquireKeyedMutex, acquire, STALE),
    ROW(D3DKMTAcquireKeyedMutex2, acquire2, STALE),
    ROW(D3DKMTReleaseKeyedMutex, release, STALE),
    ROW(D3DKMTReleaseKeyedMutex2, release2, STALE | STARVED),
    ROW(D3DKMTDestroyKeyedMutex, destroy_mutex, STALE),
};

static const struct status_case cases[] = {
    { "D3DKMTCreateSynchronizationObject2", STATUS_INVALID_PARAMETER, create_full_semaphore },
    { "D3DKMTWaitForSynchronizationObject", STATUS_INVALID_PARAMETER, gpu_wait_for_too_many },
    { "D3DKMTSignalSynchronizationObjectFromGpu", STATUS_INVALID_PARAMETER, signal_unreadable },
    { "D3DKMTSignalSynchronizationObjectFromGpu2", STATUS_INVALID_PARAMETER, signal_from_no_gpu },
    { "D3DKMTWaitForSynchronizationObjectFromCpu", STATUS_INVALID_PARAMETER,
      wait_later_for_nothing },
    { "D3DKMTCreateSynchronizationObject2", STATUS_INVALID_PARAMETER,
      create_notification_of_nothing },
    { "D3DKMTAcquireKeyedMutex", STATUS_INVALID_PARAMETER, acquire_twice },
    { "D3DKMTAcquireKeyedMutex2", STATUS_INVALID_PARAMETER, acquire_without_room },
};

const struct status_family sync_family = { "sync", rows, DXGH_ARRAY_SIZE(rows), cases,
                                           DXGH_ARRAY_SIZE(cases) };
