/* SPDX-License-Identifier: MIT */
/*
 * Hostile clients: several processes call everything with random handles, sizes, pointers and
 * flags, destroy under each other's feet, and are killed at random moments. The kernel survives,
 * nothing of a process is left behind, and the driver never breaks a rule for it.
 *
 * DXGHOST_HOSTILE_CALLS sets the number of calls per seed.
 */
#include "base/prng.h"
#include "cdd/cdd.h"
#include "drivers/softgpu/softgpu_umd.h"
#include "kmt/nt_handle.h"
#include "machine/fiber.h"
#include "machine/heap.h"
#include "machine/schedule.h"
#include "nt/pool.h"
#include "nt/user.h"
#include "tests/lib/client.h"
#include "tests/lib/test.h"

#include <stdlib.h>
#include <string.h>

#define PROCESSES 3u
#define THREADS 2u /* of each */
#define HANDLES 6u /* remembered of each type and process; the others are lost to their owner */
#define CALLS_PER_SEED 20000u
#define SEEDS 4u
#define PATIENCE_NS (200 * DXGH_NS_PER_MS)

enum kind {
    KIND_ADAPTER,
    KIND_DEVICE,
    KIND_CONTEXT,
    KIND_ALLOCATION,
    KIND_RESOURCE,
    KIND_SHARE,
    KIND_SYNC,
    KIND_MUTEX,
    KIND_QUEUE,
    KIND_NT,
    KIND_COUNT
};

struct arena {
    struct machine *machine;
    struct prng prng; /* one stream for all: the schedule decides who takes what */
    uint32_t handles[KIND_COUNT][PROCESSES][HANDLES]; /* living or dead */
    uint32_t calls;
    uint32_t limit;
    uint32_t running;
    uint64_t succeeded;
};

struct attacker {
    struct arena *arena;
    struct process *process;
    uint32_t index; /* of the process */
    char *page;
    bool *stop;
};

static uint32_t below(struct attacker *attacker, uint32_t bound)
{
    return (uint32_t)prng_below(&attacker->arena->prng, bound);
}

/* Mostly one of the caller's own of the right kind; else another process's, another kind, or any
 * number. */
static uint32_t handle(struct attacker *attacker, enum kind kind)
{
    uint32_t process = attacker->index;

    switch (below(attacker, 16)) {
    case 0:
        return 0;
    case 1:
        return (uint32_t)prng_next(&attacker->arena->prng);
    case 2:
        kind = (enum kind)below(attacker, KIND_COUNT);
        break;
    case 3:
        process = below(attacker, PROCESSES);
        break;
    default:
        break;
    }
    return attacker->arena->handles[kind][process][below(attacker, HANDLES)];
}

static void keep(struct attacker *attacker, enum kind kind, uint32_t value)
{
    if (value != 0) {
        attacker->arena->handles[kind][attacker->index][below(attacker, HANDLES)] = value;
    }
}

static void *any_pointer(struct attacker *attacker)
{
    static const uintptr_t bad[] = {
        0, 1, 4096, UINTPTR_MAX - 7, 0x7FFFFFFFF000, 0x8000000000000000u
    };

    return below(attacker, 8) != 0 ? attacker->page + below(attacker, DXGH_PAGE_SIZE)
                                   : (void *)bad[below(attacker, DXGH_ARRAY_SIZE(bad))];
}

static uint32_t any_size(struct attacker *attacker)
{
    return below(attacker, 10) != 0 ? (uint32_t)below(attacker, 200)
                                    : (uint32_t)prng_next(&attacker->arena->prng);
}

typedef NTSTATUS attack(struct attacker *attacker);

static NTSTATUS enumerate(struct attacker *attacker)
{
    D3DKMT_ADAPTERINFO info[2] = { { 0 } };
    D3DKMT_ENUMADAPTERS2 args = { .NumAdapters = (ULONG)below(attacker, 3), .pAdapters = info };
    D3DKMT_ENUMADAPTERS3 filtered = { .Filter.Value = below(attacker, 8),
                                      .NumAdapters = (ULONG)below(attacker, 3),
                                      .pAdapters = info };
    NTSTATUS status =
        below(attacker, 2) == 0 ? D3DKMTEnumAdapters2(&args) : D3DKMTEnumAdapters3(&filtered);

    if (NT_SUCCESS(status)) {
        keep(attacker, KIND_ADAPTER, info[0].hAdapter);
    }
    return status;
}

static NTSTATUS close_adapter(struct attacker *attacker)
{
    if (below(attacker, 4) != 0) {
        return STATUS_UNSUCCESSFUL;
    }
    return D3DKMTCloseAdapter(&(D3DKMT_CLOSEADAPTER){ .hAdapter = handle(attacker, KIND_ADAPTER) });
}

static NTSTATUS create_device(struct attacker *attacker)
{
    D3DKMT_CREATEDEVICE args = { .hAdapter = handle(attacker, KIND_ADAPTER) };
    NTSTATUS status = D3DKMTCreateDevice(&args);

    if (NT_SUCCESS(status)) {
        keep(attacker, KIND_DEVICE, args.hDevice);
    }
    return status;
}

static NTSTATUS destroy_device(struct attacker *attacker)
{
    if (below(attacker, 4) != 0) {
        return STATUS_UNSUCCESSFUL; /* else nothing ever grows on one */
    }
    return D3DKMTDestroyDevice(&(D3DKMT_DESTROYDEVICE){ .hDevice = handle(attacker, KIND_DEVICE) });
}

static NTSTATUS create_context(struct attacker *attacker)
{
    D3DKMT_CREATECONTEXT args = { .hDevice = handle(attacker, KIND_DEVICE),
                                  .NodeOrdinal = (UINT)below(attacker, 3),
                                  .EngineAffinity = (UINT)below(attacker, 3) };
    NTSTATUS status = D3DKMTCreateContext(&args);

    if (NT_SUCCESS(status)) {
        keep(attacker, KIND_CONTEXT, args.hContext);
    }
    return status;
}

static NTSTATUS destroy_context(struct attacker *attacker)
{
    return D3DKMTDestroyContext(
        &(D3DKMT_DESTROYCONTEXT){ .hContext = handle(attacker, KIND_CONTEXT) });
}

static NTSTATUS create_allocation(struct attacker *attacker)
{
    SG_UMD_ALLOCATION_DATA data = { .Magic = SG_UMD_MAGIC,
                                    .Version = SG_UMD_VERSION,
                                    .Kind = (unsigned int)below(attacker, 6),
                                    .Width = 1 + (unsigned int)below(attacker, 64),
                                    .Height = 1 + (unsigned int)below(attacker, 64),
                                    .Pitch = 256,
                                    .Format = D3DDDIFMT_A8R8G8B8 };
    SG_UMD_RESOURCE_DATA resource = { .Magic = SG_UMD_MAGIC, .Version = SG_UMD_VERSION };
    D3DDDI_ALLOCATIONINFO info[2] = {
        { .pPrivateDriverData = &data, .PrivateDriverDataSize = sizeof(data) },
        { .pPrivateDriverData = &data, .PrivateDriverDataSize = sizeof(data) }
    };
    D3DKMT_CREATEALLOCATION args = { .hDevice = handle(attacker, KIND_DEVICE),
                                     .NumAllocations = (UINT)below(attacker, 3),
                                     .pAllocationInfo = info };
    NTSTATUS status;

    if (below(attacker, 2) == 0) {
        args.Flags.CreateResource = 1;
        args.Flags.CreateShared = below(attacker, 4) != 0;
        args.Flags.NtSecuritySharing = args.Flags.CreateShared && below(attacker, 2);
        args.pPrivateDriverData = &resource;
        args.PrivateDriverDataSize = sizeof(resource);
    }
    if (below(attacker, 8) == 0) {
        args.hResource = handle(attacker, KIND_RESOURCE);
    }
    if (below(attacker, 8) == 0) {
        info[0].pPrivateDriverData = any_pointer(attacker);
        info[0].PrivateDriverDataSize = any_size(attacker);
    }
    status = D3DKMTCreateAllocation(&args);
    if (NT_SUCCESS(status)) {
        keep(attacker, KIND_ALLOCATION, info[0].hAllocation);
        keep(attacker, KIND_RESOURCE, args.hResource);
        keep(attacker, KIND_SHARE, args.hGlobalShare);
    }
    return status;
}

static NTSTATUS open_resource(struct attacker *attacker)
{
    char data[256];
    D3DDDI_OPENALLOCATIONINFO info[2];
    D3DKMT_OPENRESOURCE args = { .hDevice = handle(attacker, KIND_DEVICE),
                                 .hGlobalShare = handle(attacker, KIND_SHARE),
                                 .NumAllocations = 2,
                                 .pOpenAllocationInfo = info,
                                 .pResourcePrivateDriverData = any_pointer(attacker),
                                 .ResourcePrivateDriverDataSize = 64,
                                 .pTotalPrivateDriverDataBuffer = data,
                                 .TotalPrivateDriverDataBufferSize = sizeof(data) };
    NTSTATUS status = D3DKMTOpenResource(&args);

    if (NT_SUCCESS(status)) {
        keep(attacker, KIND_RESOURCE, args.hResource);
        keep(attacker, KIND_ALLOCATION, info[0].hAllocation);
    }
    return status;
}

static NTSTATUS destroy_allocation(struct attacker *attacker)
{
    D3DKMT_HANDLE list[2] = { handle(attacker, KIND_ALLOCATION),
                              handle(attacker, KIND_ALLOCATION) };
    D3DKMT_DESTROYALLOCATION args = { .hDevice = handle(attacker, KIND_DEVICE),
                                      .hResource =
                                          below(attacker, 2) ? handle(attacker, KIND_RESOURCE) : 0,
                                      .phAllocationList = list,
                                      .AllocationCount = (UINT)below(attacker, 3) };

    return D3DKMTDestroyAllocation(&args);
}

static NTSTATUS lock(struct attacker *attacker)
{
    D3DKMT_LOCK args = { .hDevice = handle(attacker, KIND_DEVICE),
                         .hAllocation = handle(attacker, KIND_ALLOCATION),
                         .Flags.DonotWait = below(attacker, 2) & 1 };

    return D3DKMTLock(&args);
}

static NTSTATUS unlock(struct attacker *attacker)
{
    D3DKMT_HANDLE list[2] = { handle(attacker, KIND_ALLOCATION),
                              handle(attacker, KIND_ALLOCATION) };
    D3DKMT_UNLOCK args = { .hDevice = handle(attacker, KIND_DEVICE),
                           .NumAllocations = (UINT)below(attacker, 3),
                           .phAllocations = list };

    return D3DKMTUnlock(&args);
}

static NTSTATUS render(struct attacker *attacker)
{
    D3DKMT_RENDER args = { .hContext = handle(attacker, KIND_CONTEXT),
                           .CommandOffset = (UINT)below(attacker, 64),
                           .CommandLength = any_size(attacker),
                           .AllocationCount = (UINT)below(attacker, 4),
                           .PatchLocationCount = (UINT)below(attacker, 4),
                           .NewCommandBufferSize = any_size(attacker),
                           .Flags.ResizeCommandBuffer = below(attacker, 2) & 1 };

    return D3DKMTRender(&args);
}

static NTSTATUS present(struct attacker *attacker)
{
    D3DKMT_PRESENT args = { .hContext = handle(attacker, KIND_CONTEXT),
                            .hSource = handle(attacker, KIND_ALLOCATION),
                            .hDestination =
                                below(attacker, 2) ? handle(attacker, KIND_ALLOCATION) : 0,
                            .DstRect = { (LONG)below(attacker, 64) - 8, 0, 60, 60 },
                            .SrcRect = { 0, 0, (LONG)below(attacker, 64), 30 },
                            .SubRectCnt = (UINT)below(attacker, 3),
                            .pSrcSubRects = any_pointer(attacker) };

    args.Flags.Value = below(attacker, 6) ? 1u << below(attacker, 3) : below(attacker, 8);
    args.Flags.DstRectValid = below(attacker, 2) & 1;
    args.Flags.SrcRectValid = below(attacker, 2) & 1;
    return D3DKMTPresent(&args);
}

static NTSTATUS escape(struct attacker *attacker)
{
    SG_ESCAPE_INFO info = { .Header = client_header(SG_ESCAPE_GPU_INFO, sizeof(SG_ESCAPE_INFO)) };
    D3DKMT_ESCAPE args = { .hAdapter = handle(attacker, KIND_ADAPTER),
                           .hDevice = below(attacker, 2) ? handle(attacker, KIND_DEVICE) : 0,
                           .hContext = below(attacker, 4) ? 0 : handle(attacker, KIND_CONTEXT),
                           .Flags.Value = (UINT)below(attacker, 3),
                           .pPrivateDriverData = any_pointer(attacker),
                           .PrivateDriverDataSize = any_size(attacker) };

    if (below(attacker, 2) == 0) {
        args.pPrivateDriverData = &info;
        args.PrivateDriverDataSize = sizeof(info);
    }
    if (below(attacker, 4) == 0) {
        args.Type = (D3DKMT_ESCAPETYPE)below(attacker, 40);
    }
    return D3DKMTEscape(&args);
}

static NTSTATUS create_fence(struct attacker *attacker)
{
    D3DKMT_CREATESYNCHRONIZATIONOBJECT2 args = {
        .hDevice = handle(attacker, KIND_DEVICE),
        .Info = { .Type = (D3DDDI_SYNCHRONIZATIONOBJECT_TYPE)below(attacker, 7),
                  .Flags = { .Shared = below(attacker, 2) & 1,
                             .NtSecuritySharing = below(attacker, 2) & 1 } }
    };
    NTSTATUS status;

    if (args.Info.Type == D3DDDI_PERIODIC_MONITORED_FENCE) {
        args.Info.PeriodicMonitoredFence.hAdapter = handle(attacker, KIND_ADAPTER);
    }
    status = D3DKMTCreateSynchronizationObject2(&args);
    if (NT_SUCCESS(status)) {
        keep(attacker, KIND_SYNC, args.hSyncObject);
        keep(attacker, KIND_SHARE, args.Info.SharedHandle);
    }
    return status;
}

static NTSTATUS open_fence(struct attacker *attacker)
{
    D3DKMT_OPENSYNCHRONIZATIONOBJECT args = { .hSharedHandle = handle(attacker, KIND_SHARE) };
    NTSTATUS status = D3DKMTOpenSynchronizationObject(&args);

    if (NT_SUCCESS(status)) {
        keep(attacker, KIND_SYNC, args.hSyncObject);
    }
    return status;
}

static NTSTATUS destroy_fence(struct attacker *attacker)
{
    return D3DKMTDestroySynchronizationObject(
        &(D3DKMT_DESTROYSYNCHRONIZATIONOBJECT){ .hSyncObject = handle(attacker, KIND_SYNC) });
}

static NTSTATUS signal_fence(struct attacker *attacker)
{
    D3DKMT_SIGNALSYNCHRONIZATIONOBJECT2 args = {
        .hContext = handle(attacker, KIND_CONTEXT),
        .ObjectCount = (UINT)below(attacker, 3),
        .ObjectHandleArray = { handle(attacker, KIND_SYNC), handle(attacker, KIND_SYNC) },
        .Fence.FenceValue = UINT64_MAX
    };

    return D3DKMTSignalSynchronizationObject2(&args);
}

static NTSTATUS query(struct attacker *attacker)
{
    return D3DKMTQueryAdapterInfo(
        &(D3DKMT_QUERYADAPTERINFO){ .hAdapter = handle(attacker, KIND_ADAPTER),
                                    .Type = (KMTQUERYADAPTERINFOTYPE)below(attacker, 50),
                                    .pPrivateDriverData = any_pointer(attacker),
                                    .PrivateDriverDataSize = any_size(attacker) });
}

static NTSTATUS own(struct attacker *attacker)
{
    D3DKMT_VIDPNSOURCEOWNER_TYPE type = (D3DKMT_VIDPNSOURCEOWNER_TYPE)below(attacker, 6);
    D3DDDI_VIDEO_PRESENT_SOURCE_ID source = (UINT)below(attacker, 2);
    D3DKMT_SETVIDPNSOURCEOWNER args = { .hDevice = handle(attacker, KIND_DEVICE),
                                        .pType = &type,
                                        .pVidPnSourceId = &source,
                                        .VidPnSourceCount = (UINT)below(attacker, 2) };

    return D3DKMTSetVidPnSourceOwner(&args);
}

static NTSTATUS create_mutex(struct attacker *attacker)
{
    D3DKMT_CREATEKEYEDMUTEX2 args = { .InitialValue = below(attacker, 2),
                                      .pPrivateRuntimeData = any_pointer(attacker),
                                      .PrivateRuntimeDataSize = any_size(attacker),
                                      .Flags.NtSecuritySharing = below(attacker, 2) & 1 };
    NTSTATUS status = D3DKMTCreateKeyedMutex2(&args);

    if (NT_SUCCESS(status)) {
        keep(attacker, KIND_MUTEX, args.hKeyedMutex);
        keep(attacker, KIND_SHARE, args.hSharedHandle);
    }
    return status;
}

static NTSTATUS open_mutex(struct attacker *attacker)
{
    D3DKMT_OPENKEYEDMUTEX args = { .hSharedHandle = handle(attacker, KIND_SHARE) };
    NTSTATUS status = D3DKMTOpenKeyedMutex(&args);

    if (NT_SUCCESS(status)) {
        keep(attacker, KIND_MUTEX, args.hKeyedMutex);
    }
    return status;
}

static NTSTATUS acquire_mutex(struct attacker *attacker)
{
    LARGE_INTEGER timeout = { .QuadPart = -(LONGLONG)below(attacker, 1000) };
    D3DKMT_ACQUIREKEYEDMUTEX2 args = { .hKeyedMutex = handle(attacker, KIND_MUTEX),
                                       .Key = below(attacker, 2),
                                       .pTimeout = &timeout,
                                       .pPrivateRuntimeData = any_pointer(attacker),
                                       .PrivateRuntimeDataSize = (UINT)below(attacker, 8) };

    return D3DKMTAcquireKeyedMutex2(&args);
}

static NTSTATUS release_mutex(struct attacker *attacker)
{
    D3DKMT_RELEASEKEYEDMUTEX2 args = { .hKeyedMutex = handle(attacker, KIND_MUTEX),
                                       .Key = below(attacker, 2),
                                       .pPrivateRuntimeData = any_pointer(attacker),
                                       .PrivateRuntimeDataSize = (UINT)below(attacker, 8) };

    return D3DKMTReleaseKeyedMutex2(&args);
}

static NTSTATUS create_queue(struct attacker *attacker)
{
    D3DKMT_CREATEPAGINGQUEUE args = { .hDevice = handle(attacker, KIND_DEVICE) };
    NTSTATUS status = D3DKMTCreatePagingQueue(&args);

    if (NT_SUCCESS(status)) {
        keep(attacker, KIND_QUEUE, args.hPagingQueue);
        keep(attacker, KIND_SYNC, args.hSyncObject);
    }
    return status;
}

static NTSTATUS make_resident(struct attacker *attacker)
{
    D3DKMT_HANDLE list[2] = { handle(attacker, KIND_ALLOCATION),
                              handle(attacker, KIND_ALLOCATION) };
    D3DDDI_MAKERESIDENT args = { .hPagingQueue = handle(attacker, KIND_QUEUE),
                                 .NumAllocations = (UINT)below(attacker, 3),
                                 .AllocationList = list,
                                 .PriorityList =
                                     below(attacker, 2) ? any_pointer(attacker) : NULL };

    return D3DKMTMakeResident(&args);
}

static NTSTATUS offer(struct attacker *attacker)
{
    D3DKMT_HANDLE list[2] = { handle(attacker, KIND_ALLOCATION),
                              handle(attacker, KIND_ALLOCATION) };

    if (below(attacker, 2) != 0) {
        D3DKMT_OFFERALLOCATIONS args = { .hDevice = handle(attacker, KIND_DEVICE),
                                         .HandleList = list,
                                         .NumAllocations = (UINT)below(attacker, 3),
                                         .Priority = (D3DKMT_OFFER_PRIORITY)below(attacker, 6) };

        return D3DKMTOfferAllocations(&args);
    }

    D3DKMT_RECLAIMALLOCATIONS2 args = { .hPagingQueue = handle(attacker, KIND_QUEUE),
                                        .NumAllocations = (UINT)below(attacker, 3),
                                        .HandleList = list,
                                        .pDiscarded = any_pointer(attacker) };

    return D3DKMTReclaimAllocations2(&args);
}

/* By NT handle: a resource or a fence, opened again, closed. */
static NTSTATUS share(struct attacker *attacker)
{
    static WCHAR names[4] = { 'a', 'b', 'c', 'd' };
    UNICODE_STRING name = { .Length = 2, .MaximumLength = 2, .Buffer = &names[below(attacker, 4)] };
    OBJECT_ATTRIBUTES attributes = { .Length = sizeof(attributes), .ObjectName = &name };
    D3DKMT_HANDLE objects[3] = { handle(attacker, KIND_RESOURCE), handle(attacker, KIND_MUTEX),
                                 handle(attacker, KIND_SYNC) };
    HANDLE nt = NULL;
    NTSTATUS status = STATUS_UNSUCCESSFUL;

    switch (below(attacker, 4)) {
    case 0:
        status = D3DKMTShareObjects((UINT)below(attacker, 5), &objects[below(attacker, 3)],
                                    below(attacker, 2) ? &attributes : NULL, 0, &nt);
        break;
    case 1:
        status = kmt_nt_handle_close((HANDLE)(uintptr_t)handle(attacker, KIND_NT));
        break;
    case 2: {
        D3DKMT_OPENNTHANDLEFROMNAME args = { .pObjAttrib = &attributes };

        status = D3DKMTOpenNtHandleFromName(&args);
        nt = args.hNtHandle;
        break;
    }
    default: {
        D3DKMT_OPENSYNCOBJECTNTHANDLEFROMNAME args = { .pObjAttrib = &attributes };

        status = D3DKMTOpenSyncObjectNtHandleFromName(&args);
        nt = args.hNtHandle;
        break;
    }
    }
    if (NT_SUCCESS(status)) {
        keep(attacker, KIND_NT, (uint32_t)(uintptr_t)nt);
    }
    return status;
}

/* What takes a process, or nothing. */
static NTSTATUS of_process(struct attacker *attacker)
{
    HANDLE process = (HANDLE)((intptr_t)below(attacker, 3) - 1);

    switch (below(attacker, 4)) {
    case 0:
        return D3DKMTSetProcessSchedulingPriorityClass(
            process, (D3DKMT_SCHEDULINGPRIORITYCLASS)below(attacker, 8));
    case 1:
        return D3DKMTGetProcessSchedulingPriorityClass(process, any_pointer(attacker));
    case 2:
        return D3DKMTReleaseProcessVidPnSourceOwners(process);
    default:
        return D3DKMTCheckExclusiveOwnership() ? STATUS_SUCCESS : STATUS_UNSUCCESSFUL;
    }
}

/* Events, and who signals them. */
static NTSTATUS event(struct attacker *attacker)
{
    HANDLE nt = (HANDLE)(uintptr_t)handle(attacker, KIND_NT);
    D3DKMT_HANDLE fence = handle(attacker, KIND_SYNC);
    UINT64 value = below(attacker, 3);
    int64_t timeout = -(int64_t)below(attacker, 1000);
    D3DKMT_CREATESYNCHRONIZATIONOBJECT2 notify = { .hDevice = handle(attacker, KIND_DEVICE),
                                                   .Info = { .Type = D3DDDI_CPU_NOTIFICATION,
                                                             .CPUNotification.Event = nt } };
    D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU wait = { .hDevice = notify.hDevice,
                                                        .ObjectCount = 1,
                                                        .ObjectHandleArray = &fence,
                                                        .FenceValueArray = &value,
                                                        .hAsyncEvent = nt };
    NTSTATUS status;

    switch (below(attacker, 5)) {
    case 0:
        status = kmt_event_create(&nt);
        keep(attacker, KIND_NT, (uint32_t)(uintptr_t)nt);
        return status;
    case 1:
        return kmt_event_set(nt);
    case 2:
        return kmt_event_wait(nt, &timeout);
    case 3:
        return D3DKMTWaitForSynchronizationObjectFromCpu(&wait);
    default:
        status = D3DKMTCreateSynchronizationObject2(&notify);
        keep(attacker, KIND_SYNC, NT_SUCCESS(status) ? notify.hSyncObject : 0);
        return status;
    }
}

static NTSTATUS open_nt(struct attacker *attacker)
{
    char data[256];
    D3DDDI_OPENALLOCATIONINFO2 info[2];
    HANDLE nt = (HANDLE)(uintptr_t)handle(attacker, KIND_NT);
    D3DKMT_OPENRESOURCEFROMNTHANDLE args = { .hDevice = handle(attacker, KIND_DEVICE),
                                             .hNtHandle = nt,
                                             .NumAllocations = 2,
                                             .pOpenAllocationInfo2 = info,
                                             .ResourcePrivateDriverDataSize = 64,
                                             .pResourcePrivateDriverData = any_pointer(attacker),
                                             .TotalPrivateDriverDataBufferSize = sizeof(data),
                                             .pTotalPrivateDriverDataBuffer = data };
    D3DKMT_OPENSYNCOBJECTFROMNTHANDLE2 sync = { .hDevice = args.hDevice, .hNtHandle = nt };
    NTSTATUS status;

    if (below(attacker, 2) == 0) {
        status = D3DKMTOpenSyncObjectFromNtHandle2(&sync);
        keep(attacker, KIND_SYNC, NT_SUCCESS(status) ? sync.hSyncObject : 0);
        return status;
    }
    status = D3DKMTOpenResourceFromNtHandle(&args);
    if (NT_SUCCESS(status)) {
        keep(attacker, KIND_RESOURCE, args.hResource);
        keep(attacker, KIND_ALLOCATION, info[0].hAllocation);
        keep(attacker, KIND_MUTEX, args.hKeyedMutex);
        keep(attacker, KIND_SYNC, args.hSyncObject);
    }
    return status;
}

/* Every function that takes one structure. */
struct function {
    NTSTATUS(APIENTRY *entry)(void *arguments);
    uint32_t bytes;
    enum kind by; /* what its first word names */
};

#define FUNCTION(name, type, by)                                                                   \
    {                                                                                              \
        (NTSTATUS(APIENTRY *)(void *))(name), sizeof(type), by                                     \
    }

static const struct function functions[] = {
    FUNCTION(D3DKMTAcquireKeyedMutex, D3DKMT_ACQUIREKEYEDMUTEX, KIND_MUTEX),
    FUNCTION(D3DKMTCheckMonitorPowerState, D3DKMT_CHECKMONITORPOWERSTATE, KIND_ADAPTER),
    FUNCTION(D3DKMTCheckVidPnExclusiveOwnership, D3DKMT_CHECKVIDPNEXCLUSIVEOWNERSHIP, KIND_ADAPTER),
    FUNCTION(D3DKMTCreateAllocation, D3DKMT_CREATEALLOCATION, KIND_DEVICE),
    FUNCTION(D3DKMTCreateAllocation2, D3DKMT_CREATEALLOCATION, KIND_DEVICE),
    FUNCTION(D3DKMTCreateContext, D3DKMT_CREATECONTEXT, KIND_DEVICE),
    FUNCTION(D3DKMTCreateKeyedMutex, D3DKMT_CREATEKEYEDMUTEX, KIND_MUTEX),
    FUNCTION(D3DKMTCreateSynchronizationObject, D3DKMT_CREATESYNCHRONIZATIONOBJECT, KIND_DEVICE),
    FUNCTION(D3DKMTDestroyAllocation2, D3DKMT_DESTROYALLOCATION2, KIND_DEVICE),
    FUNCTION(D3DKMTDestroyKeyedMutex, D3DKMT_DESTROYKEYEDMUTEX, KIND_MUTEX),
    FUNCTION(D3DKMTDestroyPagingQueue, D3DDDI_DESTROYPAGINGQUEUE, KIND_QUEUE),
    FUNCTION(D3DKMTEnumAdapters, D3DKMT_ENUMADAPTERS, KIND_ADAPTER),
    FUNCTION(D3DKMTEscape, D3DKMT_ESCAPE, KIND_ADAPTER),
    FUNCTION(D3DKMTEvict, D3DKMT_EVICT, KIND_DEVICE),
    FUNCTION(D3DKMTGetAllocationPriority, D3DKMT_GETALLOCATIONPRIORITY, KIND_DEVICE),
    FUNCTION(D3DKMTGetContextSchedulingPriority, D3DKMT_GETCONTEXTSCHEDULINGPRIORITY, KIND_CONTEXT),
    FUNCTION(D3DKMTGetDeviceState, D3DKMT_GETDEVICESTATE, KIND_DEVICE),
    FUNCTION(D3DKMTGetMultisampleMethodList, D3DKMT_GETMULTISAMPLEMETHODLIST, KIND_ADAPTER),
    FUNCTION(D3DKMTGetRuntimeData, D3DKMT_GETRUNTIMEDATA, KIND_ADAPTER),
    FUNCTION(D3DKMTOpenNtHandleFromName, D3DKMT_OPENNTHANDLEFROMNAME, KIND_NT),
    FUNCTION(D3DKMTOpenResourceFromNtHandle, D3DKMT_OPENRESOURCEFROMNTHANDLE, KIND_DEVICE),
    FUNCTION(D3DKMTOpenSyncObjectFromNtHandle, D3DKMT_OPENSYNCOBJECTFROMNTHANDLE, KIND_NT),
    FUNCTION(D3DKMTQueryResourceInfoFromNtHandle, D3DKMT_QUERYRESOURCEINFOFROMNTHANDLE,
             KIND_DEVICE),
    FUNCTION(D3DKMTQueryStatistics, D3DKMT_QUERYSTATISTICS, KIND_ADAPTER),
    FUNCTION(D3DKMTGetDisplayModeList, D3DKMT_GETDISPLAYMODELIST, KIND_ADAPTER),
    FUNCTION(D3DKMTGetScanLine, D3DKMT_GETSCANLINE, KIND_ADAPTER),
    FUNCTION(D3DKMTGetSharedPrimaryHandle, D3DKMT_GETSHAREDPRIMARYHANDLE, KIND_ADAPTER),
    FUNCTION(D3DKMTLock, D3DKMT_LOCK, KIND_DEVICE),
    FUNCTION(D3DKMTLock2, D3DKMT_LOCK2, KIND_DEVICE),
    FUNCTION(D3DKMTMarkDeviceAsError, D3DKMT_MARKDEVICEASERROR, KIND_DEVICE),
    FUNCTION(D3DKMTOpenAdapterFromDeviceName, D3DKMT_OPENADAPTERFROMDEVICENAME, KIND_ADAPTER),
    FUNCTION(D3DKMTOpenAdapterFromGdiDisplayName, D3DKMT_OPENADAPTERFROMGDIDISPLAYNAME,
             KIND_ADAPTER),
    FUNCTION(D3DKMTOpenAdapterFromHdc, D3DKMT_OPENADAPTERFROMHDC, KIND_ADAPTER),
    FUNCTION(D3DKMTOpenAdapterFromLuid, D3DKMT_OPENADAPTERFROMLUID, KIND_ADAPTER),
    FUNCTION(D3DKMTOpenKeyedMutex2, D3DKMT_OPENKEYEDMUTEX2, KIND_SHARE),
    FUNCTION(D3DKMTOpenResource2, D3DKMT_OPENRESOURCE, KIND_DEVICE),
    FUNCTION(D3DKMTPollDisplayChildren, D3DKMT_POLLDISPLAYCHILDREN, KIND_ADAPTER),
    FUNCTION(D3DKMTPresent, D3DKMT_PRESENT, KIND_CONTEXT),
    FUNCTION(D3DKMTQueryAllocationResidency, D3DKMT_QUERYALLOCATIONRESIDENCY, KIND_DEVICE),
    FUNCTION(D3DKMTQueryResourceInfo, D3DKMT_QUERYRESOURCEINFO, KIND_DEVICE),
    FUNCTION(D3DKMTQueryVideoMemoryInfo, D3DKMT_QUERYVIDEOMEMORYINFO, KIND_ADAPTER),
    FUNCTION(D3DKMTReclaimAllocations, D3DKMT_RECLAIMALLOCATIONS, KIND_DEVICE),
    FUNCTION(D3DKMTReleaseKeyedMutex, D3DKMT_RELEASEKEYEDMUTEX, KIND_MUTEX),
    FUNCTION(D3DKMTRender, D3DKMT_RENDER, KIND_CONTEXT),
    FUNCTION(D3DKMTSetAllocationPriority, D3DKMT_SETALLOCATIONPRIORITY, KIND_DEVICE),
    FUNCTION(D3DKMTSetContextSchedulingPriority, D3DKMT_SETCONTEXTSCHEDULINGPRIORITY, KIND_CONTEXT),
    FUNCTION(D3DKMTSetDisplayMode, D3DKMT_SETDISPLAYMODE, KIND_DEVICE),
    FUNCTION(D3DKMTSetGammaRamp, D3DKMT_SETGAMMARAMP, KIND_DEVICE),
    FUNCTION(D3DKMTSetVidPnSourceOwner1, D3DKMT_SETVIDPNSOURCEOWNER1, KIND_DEVICE),
    FUNCTION(D3DKMTSharedPrimaryLockNotification, D3DKMT_SHAREDPRIMARYLOCKNOTIFICATION,
             KIND_ADAPTER),
    FUNCTION(D3DKMTSharedPrimaryUnLockNotification, D3DKMT_SHAREDPRIMARYUNLOCKNOTIFICATION,
             KIND_ADAPTER),
    FUNCTION(D3DKMTSignalSynchronizationObject, D3DKMT_SIGNALSYNCHRONIZATIONOBJECT, KIND_CONTEXT),
    FUNCTION(D3DKMTSignalSynchronizationObjectFromCpu, D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMCPU,
             KIND_DEVICE),
    FUNCTION(D3DKMTSignalSynchronizationObjectFromGpu, D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMGPU,
             KIND_CONTEXT),
    FUNCTION(D3DKMTSignalSynchronizationObjectFromGpu2, D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMGPU2,
             KIND_CONTEXT),
    FUNCTION(D3DKMTUnlock2, D3DKMT_UNLOCK2, KIND_DEVICE),
    FUNCTION(D3DKMTWaitForVerticalBlankEvent2, D3DKMT_WAITFORVERTICALBLANKEVENT2, KIND_ADAPTER),
    FUNCTION(D3DKMTQueryClockCalibration, D3DKMT_QUERYCLOCKCALIBRATION, KIND_ADAPTER),
    FUNCTION(D3DKMTInvalidateCache, D3DKMT_INVALIDATECACHE, KIND_DEVICE),
    FUNCTION(D3DKMTGetSharedResourceAdapterLuid, D3DKMT_GETSHAREDRESOURCEADAPTERLUID, KIND_SHARE),
    FUNCTION(D3DKMTWaitForIdle, D3DKMT_WAITFORIDLE, KIND_DEVICE),
    FUNCTION(D3DKMTWaitForSynchronizationObject, D3DKMT_WAITFORSYNCHRONIZATIONOBJECT, KIND_CONTEXT),
    FUNCTION(D3DKMTWaitForSynchronizationObject2, D3DKMT_WAITFORSYNCHRONIZATIONOBJECT2,
             KIND_CONTEXT),
    FUNCTION(D3DKMTWaitForSynchronizationObjectFromCpu, D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU,
             KIND_DEVICE),
    FUNCTION(D3DKMTWaitForSynchronizationObjectFromGpu, D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMGPU,
             KIND_CONTEXT),
    FUNCTION(D3DKMTWaitForVerticalBlankEvent, D3DKMT_WAITFORVERTICALBLANKEVENT, KIND_ADAPTER),
};

/* A structure of handles, small numbers, pointers and noise. */
static NTSTATUS anything(struct attacker *attacker)
{
    const struct function *function = &functions[below(attacker, DXGH_ARRAY_SIZE(functions))];
    uint64_t words[(sizeof(D3DKMT_PRESENT) + sizeof(uint64_t)) / sizeof(uint64_t)] = { 0 };
    uint32_t first = handle(attacker, function->by);

    assert_true(function->bytes <= sizeof(words));
    for (uint32_t i = 0; i < function->bytes / sizeof(words[0]) && i < 32; i++) {
        switch (below(attacker, 5)) {
        case 0:
            words[i] = (uintptr_t)any_pointer(attacker);
            break;
        case 1:
            words[i] = (uint64_t)handle(attacker, (enum kind)below(attacker, KIND_COUNT)) << 32 |
                       handle(attacker, (enum kind)below(attacker, KIND_COUNT));
            break;
        case 2:
            words[i] = (uint64_t)below(attacker, 4) << 32 | below(attacker, 4);
            break;
        case 3:
            words[i] = prng_next(&attacker->arena->prng);
            break;
        default:
            break;
        }
    }
    memcpy(words, &first, sizeof(first));
    return function->entry(words);
}

/* Arguments that cannot be read, for every function that takes a pointer. */
static NTSTATUS unreadable(struct attacker *attacker)
{
    void *bad = (void *)(below(attacker, 2) ? UINTPTR_MAX - 100 : 16u);

    return functions[below(attacker, DXGH_ARRAY_SIZE(functions))].entry(bad);
}

static attack *const attacks[] = {
    enumerate,
    close_adapter,
    create_device,
    destroy_device,
    create_context,
    destroy_context,
    create_allocation,
    open_resource,
    destroy_allocation,
    lock,
    unlock,
    render,
    present,
    escape,
    create_fence,
    open_fence,
    destroy_fence,
    signal_fence,
    query,
    own,
    create_mutex,
    open_mutex,
    acquire_mutex,
    release_mutex,
    create_queue,
    make_resident,
    offer,
    share,
    open_nt,
    event,
    of_process,
    anything,
    anything,
    anything,
    anything,
    unreadable,
};

static void attacker_main(void *argument)
{
    struct attacker *attacker = argument;
    struct arena *arena = attacker->arena;

    process_attach(arena->machine, attacker->process);
    while (arena->calls < arena->limit && !*attacker->stop) {
        uint32_t i = (uint32_t)below(attacker, DXGH_ARRAY_SIZE(attacks));

        arena->calls++;
        if (below(attacker, 128) == 0) { /* memory is short now and then */
            arena->machine->decision.refuse_at = 1 + below(attacker, 8);
        }
        arena->succeeded += attacks[i](attacker) == STATUS_SUCCESS;
        if (below(attacker, 64) == 0) {
            schedule_yield(arena->machine);
        }
    }
    arena->running--;
    schedule_exit(arena->machine);
}

/* Until all calls are made, or everybody waits for what nobody will do. */
static void wait_calls(struct arena *arena)
{
    uint32_t before;

    do {
        before = arena->calls;
        schedule_sleep_until(arena->machine, arena->machine->clock.now_ns + PATIENCE_NS);
    } while (arena->running > 0 && arena->calls != before);
}

static void wait_all(struct arena *arena)
{
    while (arena->running > 0) {
        schedule_sleep_until(arena->machine, arena->machine->clock.now_ns + DXGH_NS_PER_MS);
    }
}

/* One generation: processes attack, one is killed in the middle of it, the others come to their end
 * and are ended too. */
static void generation(struct arena *arena, char *page)
{
    struct machine *machine = arena->machine;
    struct process *processes[PROCESSES];
    struct attacker attackers[PROCESSES][THREADS];
    bool stop[PROCESSES] = { false };
    uint64_t due_ns = machine->clock.now_ns + prng_below(&arena->prng, 20 * DXGH_NS_PER_MS);
    uint32_t victim = (uint32_t)prng_below(&arena->prng, PROCESSES);

    for (uint32_t i = 0; i < PROCESSES; i++) {
        processes[i] = process_create(machine, "attacker", 100 + 4 * i);
        for (uint32_t k = 0; k < THREADS; k++) {
            attackers[i][k] = (struct attacker){
                .arena = arena, .process = processes[i], .index = i, .page = page, .stop = &stop[i]
            };
            arena->running++;
            schedule_ready(machine,
                           fiber_create(machine, attacker_main, &attackers[i][k], "attacker"));
        }
    }
    schedule_sleep_until(machine, due_ns);
    kmt_process_end(processes[victim]);
    stop[victim] = true;
    wait_calls(arena);
    for (uint32_t i = 0; i < PROCESSES; i++) {
        stop[i] = true;
        if (i != victim) {
            kmt_process_end(processes[i]);
        }
    }
    wait_all(arena);
    for (uint32_t i = 0; i < PROCESSES; i++) {
        assert_int_equal(processes[i]->handles.count, 0);
        process_destroy(processes[i]);
    }
}

static uint32_t calls_per_seed(void)
{
    const char *text = getenv("DXGHOST_HOSTILE_CALLS");

    return text == NULL ? CALLS_PER_SEED : (uint32_t)strtoul(text, NULL, 10);
}

static void attack_all(struct adapter *adapter, void *argument)
{
    struct arena arena = { .machine = dxgk_adapter_machine(adapter) };
    struct cdd_config config = { .width = 640, .height = 480 };
    char *page = nt_user_alloc(arena.machine, 2 * DXGH_PAGE_SIZE); /* the second ends the first */
    uint32_t total = calls_per_seed();
    struct cdd *cdd;

    assert_true(
        nt_user_protect(arena.machine, page + DXGH_PAGE_SIZE, DXGH_PAGE_SIZE, NT_USER_NONE));
    prng_init(&arena.prng, *(uint64_t *)argument);
    assert_int_equal(cdd_create(adapter, &config, &cdd), STATUS_SUCCESS);
    while (arena.calls < total) {
        arena.limit = DXGH_MIN(arena.calls + 5000, total);
        generation(&arena, page);
    }
    assert_true(arena.succeeded > total / 20); /* else it tests the first check only */
    cdd_destroy(cdd);
    nt_user_free(arena.machine, page);
}

static void hostile_clients_harm_nobody(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct stack_config config = { .driver = DXGH_TEST_DRIVER,
                                       .machine = { .decision = DECISION_RANDOM, .seed = seed } };
        struct stack stack;

        stack_run(&stack, &config, attack_all, &seed);
        if (stack.outcome != STACK_RAN || verify_breach_count(stack.session.machine) > 0) {
            stack_print_breaches(&stack);
        }
        assert_int_equal(stack.outcome, STACK_RAN);
        assert_int_equal(verify_breach_count(stack.session.machine), 0);
        stack_close(&stack);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hostile_clients_harm_nobody),
    };
    return cmocka_run_group_tests_name("scenario/kmt_hostile", tests, NULL, NULL);
}
