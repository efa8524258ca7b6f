/* SPDX-License-Identifier: MIT */
/* Calls in the shape of good ones, so that they come past the first checks. */
#include "drivers/softgpu/softgpu_umd.h"
#include "kmt/nt_handle.h"
#include "tests/lib/hostile.h"

static NTSTATUS enumerate(struct hostile *hostile)
{
    D3DKMT_ADAPTERINFO info[2] = { { 0 } };
    D3DKMT_ENUMADAPTERS2 args = { .NumAdapters = (ULONG)hostile_below(hostile, 3),
                                  .pAdapters = info };
    D3DKMT_ENUMADAPTERS3 filtered = { .Filter.Value = hostile_below(hostile, 8),
                                      .NumAdapters = (ULONG)hostile_below(hostile, 3),
                                      .pAdapters = info };
    NTSTATUS status = hostile_below(hostile, 2) == 0 ? D3DKMTEnumAdapters2(&args)
                                                     : D3DKMTEnumAdapters3(&filtered);

    return hostile_kept(hostile, status, HOSTILE_ADAPTER, &info[0].hAdapter);
}

static NTSTATUS close_adapter(struct hostile *hostile)
{
    return D3DKMTCloseAdapter(
        &(D3DKMT_CLOSEADAPTER){ .hAdapter = hostile_handle(hostile, HOSTILE_ADAPTER) });
}

static NTSTATUS create_device(struct hostile *hostile)
{
    D3DKMT_CREATEDEVICE args = { .hAdapter = hostile_handle(hostile, HOSTILE_ADAPTER) };

    return hostile_kept(hostile, D3DKMTCreateDevice(&args), HOSTILE_DEVICE, &args.hDevice);
}

static NTSTATUS destroy_device(struct hostile *hostile)
{
    return D3DKMTDestroyDevice(
        &(D3DKMT_DESTROYDEVICE){ .hDevice = hostile_handle(hostile, HOSTILE_DEVICE) });
}

static NTSTATUS create_context(struct hostile *hostile)
{
    D3DKMT_CREATECONTEXT args = { .hDevice = hostile_handle(hostile, HOSTILE_DEVICE),
                                  .NodeOrdinal = (UINT)hostile_below(hostile, 3),
                                  .EngineAffinity = (UINT)hostile_below(hostile, 3) };

    return hostile_kept(hostile, D3DKMTCreateContext(&args), HOSTILE_CONTEXT, &args.hContext);
}

static NTSTATUS destroy_context(struct hostile *hostile)
{
    return D3DKMTDestroyContext(
        &(D3DKMT_DESTROYCONTEXT){ .hContext = hostile_handle(hostile, HOSTILE_CONTEXT) });
}

static NTSTATUS create_allocation(struct hostile *hostile)
{
    SG_UMD_ALLOCATION_DATA data = { .Magic = SG_UMD_MAGIC,
                                    .Version = SG_UMD_VERSION,
                                    .Kind = (unsigned int)hostile_below(hostile, 6),
                                    .Width = 1 + (unsigned int)hostile_below(hostile, 64),
                                    .Height = 1 + (unsigned int)hostile_below(hostile, 64),
                                    .Pitch = 256,
                                    .Format = D3DDDIFMT_A8R8G8B8 };
    SG_UMD_RESOURCE_DATA resource = { .Magic = SG_UMD_MAGIC, .Version = SG_UMD_VERSION };
    D3DDDI_ALLOCATIONINFO info[2] = {
        { .pPrivateDriverData = &data, .PrivateDriverDataSize = sizeof(data) },
        { .pPrivateDriverData = &data, .PrivateDriverDataSize = sizeof(data) }
    };
    D3DKMT_CREATEALLOCATION args = { .hDevice = hostile_handle(hostile, HOSTILE_DEVICE),
                                     .NumAllocations = (UINT)hostile_below(hostile, 3),
                                     .pAllocationInfo = info };
    NTSTATUS status;

    if (hostile_below(hostile, 2) == 0) {
        args.Flags.CreateResource = 1;
        args.Flags.CreateShared = hostile_below(hostile, 4) != 0;
        args.Flags.NtSecuritySharing = args.Flags.CreateShared && hostile_below(hostile, 2);
        args.pPrivateDriverData = &resource;
        args.PrivateDriverDataSize = sizeof(resource);
    }
    if (hostile_below(hostile, 8) == 0) {
        args.hResource = hostile_handle(hostile, HOSTILE_RESOURCE);
    }
    if (hostile_below(hostile, 8) == 0) {
        info[0].pPrivateDriverData = hostile_pointer(hostile);
        info[0].PrivateDriverDataSize = hostile_size(hostile);
    }
    status = D3DKMTCreateAllocation(&args);
    status = hostile_kept(hostile, status, HOSTILE_ALLOCATION, &info[0].hAllocation);
    status = hostile_kept(hostile, status, HOSTILE_RESOURCE, &args.hResource);
    return hostile_kept(hostile, status, HOSTILE_SHARE, &args.hGlobalShare);
}

static NTSTATUS open_resource(struct hostile *hostile)
{
    char data[256];
    D3DDDI_OPENALLOCATIONINFO info[2];
    D3DKMT_OPENRESOURCE args = { .hDevice = hostile_handle(hostile, HOSTILE_DEVICE),
                                 .hGlobalShare = hostile_handle(hostile, HOSTILE_SHARE),
                                 .NumAllocations = 2,
                                 .pOpenAllocationInfo = info,
                                 .pResourcePrivateDriverData = hostile_pointer(hostile),
                                 .ResourcePrivateDriverDataSize = 64,
                                 .pTotalPrivateDriverDataBuffer = data,
                                 .TotalPrivateDriverDataBufferSize = sizeof(data) };
    NTSTATUS status = D3DKMTOpenResource(&args);

    status = hostile_kept(hostile, status, HOSTILE_RESOURCE, &args.hResource);
    return hostile_kept(hostile, status, HOSTILE_ALLOCATION, &info[0].hAllocation);
}

static NTSTATUS destroy_allocation(struct hostile *hostile)
{
    D3DKMT_HANDLE list[2] = { hostile_handle(hostile, HOSTILE_ALLOCATION),
                              hostile_handle(hostile, HOSTILE_ALLOCATION) };
    D3DKMT_DESTROYALLOCATION args = { .hDevice = hostile_handle(hostile, HOSTILE_DEVICE),
                                      .hResource = hostile_below(hostile, 2)
                                                       ? hostile_handle(hostile, HOSTILE_RESOURCE)
                                                       : 0,
                                      .phAllocationList = list,
                                      .AllocationCount = (UINT)hostile_below(hostile, 3) };

    return D3DKMTDestroyAllocation(&args);
}

static NTSTATUS lock(struct hostile *hostile)
{
    D3DKMT_LOCK args = { .hDevice = hostile_handle(hostile, HOSTILE_DEVICE),
                         .hAllocation = hostile_handle(hostile, HOSTILE_ALLOCATION),
                         .Flags.DonotWait = hostile_below(hostile, 2) & 1 };

    return D3DKMTLock(&args);
}

static NTSTATUS unlock(struct hostile *hostile)
{
    D3DKMT_HANDLE list[2] = { hostile_handle(hostile, HOSTILE_ALLOCATION),
                              hostile_handle(hostile, HOSTILE_ALLOCATION) };
    D3DKMT_UNLOCK args = { .hDevice = hostile_handle(hostile, HOSTILE_DEVICE),
                           .NumAllocations = (UINT)hostile_below(hostile, 3),
                           .phAllocations = list };

    return D3DKMTUnlock(&args);
}

static NTSTATUS render(struct hostile *hostile)
{
    D3DKMT_RENDER args = { .hContext = hostile_handle(hostile, HOSTILE_CONTEXT),
                           .CommandOffset = (UINT)hostile_below(hostile, 64),
                           .CommandLength = hostile_size(hostile),
                           .AllocationCount = (UINT)hostile_below(hostile, 4),
                           .PatchLocationCount = (UINT)hostile_below(hostile, 4),
                           .NewCommandBufferSize = hostile_size(hostile),
                           .Flags.ResizeCommandBuffer = hostile_below(hostile, 2) & 1 };

    return D3DKMTRender(&args);
}

static NTSTATUS present(struct hostile *hostile)
{
    D3DKMT_PRESENT args = { .hContext = hostile_handle(hostile, HOSTILE_CONTEXT),
                            .hSource = hostile_handle(hostile, HOSTILE_ALLOCATION),
                            .hDestination = hostile_below(hostile, 2)
                                                ? hostile_handle(hostile, HOSTILE_ALLOCATION)
                                                : 0,
                            .DstRect = { (LONG)hostile_below(hostile, 64) - 8, 0, 60, 60 },
                            .SrcRect = { 0, 0, (LONG)hostile_below(hostile, 64), 30 },
                            .SubRectCnt = (UINT)hostile_below(hostile, 3),
                            .pSrcSubRects = hostile_pointer(hostile) };

    args.Flags.Value =
        hostile_below(hostile, 6) ? 1u << hostile_below(hostile, 3) : hostile_below(hostile, 8);
    args.Flags.DstRectValid = hostile_below(hostile, 2) & 1;
    args.Flags.SrcRectValid = hostile_below(hostile, 2) & 1;
    return D3DKMTPresent(&args);
}

static NTSTATUS escape(struct hostile *hostile)
{
    SG_ESCAPE_INFO info = { .Header = client_header(SG_ESCAPE_GPU_INFO, sizeof(SG_ESCAPE_INFO)) };
    D3DKMT_ESCAPE args = {
        .hAdapter = hostile_handle(hostile, HOSTILE_ADAPTER),
        .hDevice = hostile_below(hostile, 2) ? hostile_handle(hostile, HOSTILE_DEVICE) : 0,
        .hContext = hostile_below(hostile, 4) ? 0 : hostile_handle(hostile, HOSTILE_CONTEXT),
        .Flags.Value = (UINT)hostile_below(hostile, 3),
        .pPrivateDriverData = hostile_pointer(hostile),
        .PrivateDriverDataSize = hostile_size(hostile)
    };

    if (hostile_below(hostile, 2) == 0) {
        args.pPrivateDriverData = &info;
        args.PrivateDriverDataSize = sizeof(info);
    }
    if (hostile_below(hostile, 4) == 0) {
        args.Type = (D3DKMT_ESCAPETYPE)hostile_below(hostile, 40);
    }
    return D3DKMTEscape(&args);
}

/* The reference driver's own request to hang a node, which timeout detection finds. Refused without
 * HardwareAccess: nothing else would ever finish. */
static NTSTATUS hang(struct hostile *hostile)
{
    SG_ESCAPE_NODE node = { .Header = client_header(SG_ESCAPE_HANG, sizeof(SG_ESCAPE_NODE)),
                            .Node = hostile_below(hostile, 3) };
    D3DKMT_ESCAPE args = { .hAdapter = hostile_handle(hostile, HOSTILE_ADAPTER),
                           .Flags.HardwareAccess = hostile_below(hostile, 32) == 0,
                           .pPrivateDriverData = &node,
                           .PrivateDriverDataSize = sizeof(node) };

    return D3DKMTEscape(&args);
}

static NTSTATUS create_fence(struct hostile *hostile)
{
    D3DKMT_CREATESYNCHRONIZATIONOBJECT2 args = {
        .hDevice = hostile_handle(hostile, HOSTILE_DEVICE),
        .Info = { .Type = (D3DDDI_SYNCHRONIZATIONOBJECT_TYPE)hostile_below(hostile, 7),
                  .Flags = { .Shared = hostile_below(hostile, 2) & 1,
                             .NtSecuritySharing = hostile_below(hostile, 2) & 1 } }
    };
    NTSTATUS status;

    if (args.Info.Type == D3DDDI_PERIODIC_MONITORED_FENCE) {
        args.Info.PeriodicMonitoredFence.hAdapter = hostile_handle(hostile, HOSTILE_ADAPTER);
    }
    status = D3DKMTCreateSynchronizationObject2(&args);
    status = hostile_kept(hostile, status, HOSTILE_SYNC, &args.hSyncObject);
    return hostile_kept(hostile, status, HOSTILE_SHARE, &args.Info.SharedHandle);
}

static NTSTATUS open_fence(struct hostile *hostile)
{
    D3DKMT_OPENSYNCHRONIZATIONOBJECT args = { .hSharedHandle =
                                                  hostile_handle(hostile, HOSTILE_SHARE) };

    return hostile_kept(hostile, D3DKMTOpenSynchronizationObject(&args), HOSTILE_SYNC,
                        &args.hSyncObject);
}

static NTSTATUS destroy_fence(struct hostile *hostile)
{
    return D3DKMTDestroySynchronizationObject(&(D3DKMT_DESTROYSYNCHRONIZATIONOBJECT){
        .hSyncObject = hostile_handle(hostile, HOSTILE_SYNC) });
}

static NTSTATUS signal_fence(struct hostile *hostile)
{
    D3DKMT_SIGNALSYNCHRONIZATIONOBJECT2 args = {
        .hContext = hostile_handle(hostile, HOSTILE_CONTEXT),
        .ObjectCount = (UINT)hostile_below(hostile, 3),
        .ObjectHandleArray = { hostile_handle(hostile, HOSTILE_SYNC),
                               hostile_handle(hostile, HOSTILE_SYNC) },
        .Fence.FenceValue = UINT64_MAX
    };

    return D3DKMTSignalSynchronizationObject2(&args);
}

static NTSTATUS query(struct hostile *hostile)
{
    return D3DKMTQueryAdapterInfo(
        &(D3DKMT_QUERYADAPTERINFO){ .hAdapter = hostile_handle(hostile, HOSTILE_ADAPTER),
                                    .Type = (KMTQUERYADAPTERINFOTYPE)hostile_below(hostile, 50),
                                    .pPrivateDriverData = hostile_pointer(hostile),
                                    .PrivateDriverDataSize = hostile_size(hostile) });
}

static NTSTATUS own(struct hostile *hostile)
{
    D3DKMT_VIDPNSOURCEOWNER_TYPE type = (D3DKMT_VIDPNSOURCEOWNER_TYPE)hostile_below(hostile, 6);
    D3DDDI_VIDEO_PRESENT_SOURCE_ID source = (UINT)hostile_below(hostile, 2);
    D3DKMT_SETVIDPNSOURCEOWNER args = { .hDevice = hostile_handle(hostile, HOSTILE_DEVICE),
                                        .pType = &type,
                                        .pVidPnSourceId = &source,
                                        .VidPnSourceCount = (UINT)hostile_below(hostile, 2) };

    return D3DKMTSetVidPnSourceOwner(&args);
}

static NTSTATUS create_mutex(struct hostile *hostile)
{
    D3DKMT_CREATEKEYEDMUTEX2 args = { .InitialValue = hostile_below(hostile, 2),
                                      .pPrivateRuntimeData = hostile_pointer(hostile),
                                      .PrivateRuntimeDataSize = hostile_size(hostile),
                                      .Flags.NtSecuritySharing = hostile_below(hostile, 2) & 1 };
    NTSTATUS status = D3DKMTCreateKeyedMutex2(&args);

    status = hostile_kept(hostile, status, HOSTILE_MUTEX, &args.hKeyedMutex);
    return hostile_kept(hostile, status, HOSTILE_SHARE, &args.hSharedHandle);
}

static NTSTATUS open_mutex(struct hostile *hostile)
{
    D3DKMT_OPENKEYEDMUTEX args = { .hSharedHandle = hostile_handle(hostile, HOSTILE_SHARE) };

    return hostile_kept(hostile, D3DKMTOpenKeyedMutex(&args), HOSTILE_MUTEX, &args.hKeyedMutex);
}

static NTSTATUS acquire_mutex(struct hostile *hostile)
{
    LARGE_INTEGER timeout = { .QuadPart = -(LONGLONG)hostile_below(hostile, 1000) };
    D3DKMT_ACQUIREKEYEDMUTEX2 args = { .hKeyedMutex = hostile_handle(hostile, HOSTILE_MUTEX),
                                       .Key = hostile_below(hostile, 2),
                                       .pTimeout = &timeout,
                                       .pPrivateRuntimeData = hostile_pointer(hostile),
                                       .PrivateRuntimeDataSize = (UINT)hostile_below(hostile, 8) };

    return D3DKMTAcquireKeyedMutex2(&args);
}

static NTSTATUS release_mutex(struct hostile *hostile)
{
    D3DKMT_RELEASEKEYEDMUTEX2 args = { .hKeyedMutex = hostile_handle(hostile, HOSTILE_MUTEX),
                                       .Key = hostile_below(hostile, 2),
                                       .pPrivateRuntimeData = hostile_pointer(hostile),
                                       .PrivateRuntimeDataSize = (UINT)hostile_below(hostile, 8) };

    return D3DKMTReleaseKeyedMutex2(&args);
}

static NTSTATUS create_queue(struct hostile *hostile)
{
    D3DKMT_CREATEPAGINGQUEUE args = { .hDevice = hostile_handle(hostile, HOSTILE_DEVICE) };
    NTSTATUS status = D3DKMTCreatePagingQueue(&args);

    status = hostile_kept(hostile, status, HOSTILE_QUEUE, &args.hPagingQueue);
    return hostile_kept(hostile, status, HOSTILE_SYNC, &args.hSyncObject);
}

static NTSTATUS make_resident(struct hostile *hostile)
{
    D3DKMT_HANDLE list[2] = { hostile_handle(hostile, HOSTILE_ALLOCATION),
                              hostile_handle(hostile, HOSTILE_ALLOCATION) };
    D3DDDI_MAKERESIDENT args = { .hPagingQueue = hostile_handle(hostile, HOSTILE_QUEUE),
                                 .NumAllocations = (UINT)hostile_below(hostile, 3),
                                 .AllocationList = list,
                                 .PriorityList =
                                     hostile_below(hostile, 2) ? hostile_pointer(hostile) : NULL };

    return D3DKMTMakeResident(&args);
}

static NTSTATUS offer(struct hostile *hostile)
{
    D3DKMT_HANDLE list[2] = { hostile_handle(hostile, HOSTILE_ALLOCATION),
                              hostile_handle(hostile, HOSTILE_ALLOCATION) };

    if (hostile_below(hostile, 2) != 0) {
        D3DKMT_OFFERALLOCATIONS args = { .hDevice = hostile_handle(hostile, HOSTILE_DEVICE),
                                         .HandleList = list,
                                         .NumAllocations = (UINT)hostile_below(hostile, 3),
                                         .Priority =
                                             (D3DKMT_OFFER_PRIORITY)hostile_below(hostile, 6) };

        return D3DKMTOfferAllocations(&args);
    }

    D3DKMT_RECLAIMALLOCATIONS2 args = { .hPagingQueue = hostile_handle(hostile, HOSTILE_QUEUE),
                                        .NumAllocations = (UINT)hostile_below(hostile, 3),
                                        .HandleList = list,
                                        .pDiscarded = hostile_pointer(hostile) };

    return D3DKMTReclaimAllocations2(&args);
}

/* By NT handle: a resource or a fence, opened again, closed. */
static NTSTATUS share(struct hostile *hostile)
{
    static WCHAR names[4] = { 'a', 'b', 'c', 'd' };
    UNICODE_STRING name = { .Length = 2,
                            .MaximumLength = 2,
                            .Buffer = &names[hostile_below(hostile, 4)] };
    OBJECT_ATTRIBUTES attributes = { .Length = sizeof(attributes), .ObjectName = &name };
    D3DKMT_HANDLE objects[3] = { hostile_handle(hostile, HOSTILE_RESOURCE),
                                 hostile_handle(hostile, HOSTILE_MUTEX),
                                 hostile_handle(hostile, HOSTILE_SYNC) };
    HANDLE nt = NULL;
    uint32_t number;
    NTSTATUS status;

    switch (hostile_below(hostile, 4)) {
    case 0:
        status =
            D3DKMTShareObjects((UINT)hostile_below(hostile, 5), &objects[hostile_below(hostile, 3)],
                               hostile_below(hostile, 2) ? &attributes : NULL, 0, &nt);
        break;
    case 1:
        status = kmt_nt_handle_close((HANDLE)(uintptr_t)hostile_handle(hostile, HOSTILE_NT));
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
    number = (uint32_t)(uintptr_t)nt;
    return hostile_kept(hostile, status, HOSTILE_NT, &number);
}

/* What takes a process, or nothing. */
static NTSTATUS of_process(struct hostile *hostile)
{
    HANDLE process = (HANDLE)((intptr_t)hostile_below(hostile, 3) - 1);

    switch (hostile_below(hostile, 4)) {
    case 0:
        return D3DKMTSetProcessSchedulingPriorityClass(
            process, (D3DKMT_SCHEDULINGPRIORITYCLASS)hostile_below(hostile, 8));
    case 1:
        return D3DKMTGetProcessSchedulingPriorityClass(process, hostile_pointer(hostile));
    case 2:
        return D3DKMTReleaseProcessVidPnSourceOwners(process);
    default:
        return D3DKMTCheckExclusiveOwnership() ? STATUS_SUCCESS : STATUS_UNSUCCESSFUL;
    }
}

/* Events, and who signals them. */
static NTSTATUS event(struct hostile *hostile)
{
    HANDLE nt = (HANDLE)(uintptr_t)hostile_handle(hostile, HOSTILE_NT);
    D3DKMT_HANDLE fence = hostile_handle(hostile, HOSTILE_SYNC);
    UINT64 value = hostile_below(hostile, 3);
    int64_t timeout = -(int64_t)hostile_below(hostile, 1000);
    D3DKMT_CREATESYNCHRONIZATIONOBJECT2 notify = {
        .hDevice = hostile_handle(hostile, HOSTILE_DEVICE),
        .Info = { .Type = D3DDDI_CPU_NOTIFICATION, .CPUNotification.Event = nt }
    };
    D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU wait = { .hDevice = notify.hDevice,
                                                        .ObjectCount = 1,
                                                        .ObjectHandleArray = &fence,
                                                        .FenceValueArray = &value,
                                                        .hAsyncEvent = nt };
    uint32_t number;
    NTSTATUS status;

    switch (hostile_below(hostile, 5)) {
    case 0:
        status = kmt_event_create(&nt);
        number = (uint32_t)(uintptr_t)nt;
        return hostile_kept(hostile, status, HOSTILE_NT, &number);
    case 1:
        return kmt_event_set(nt);
    case 2:
        return kmt_event_wait(nt, &timeout);
    case 3:
        return D3DKMTWaitForSynchronizationObjectFromCpu(&wait);
    default:
        return hostile_kept(hostile, D3DKMTCreateSynchronizationObject2(&notify), HOSTILE_SYNC,
                            &notify.hSyncObject);
    }
}

static NTSTATUS open_nt(struct hostile *hostile)
{
    char data[256];
    D3DDDI_OPENALLOCATIONINFO2 info[2];
    HANDLE nt = (HANDLE)(uintptr_t)hostile_handle(hostile, HOSTILE_NT);
    D3DKMT_OPENRESOURCEFROMNTHANDLE args = { .hDevice = hostile_handle(hostile, HOSTILE_DEVICE),
                                             .hNtHandle = nt,
                                             .NumAllocations = 2,
                                             .pOpenAllocationInfo2 = info,
                                             .ResourcePrivateDriverDataSize = 64,
                                             .pResourcePrivateDriverData = hostile_pointer(hostile),
                                             .TotalPrivateDriverDataBufferSize = sizeof(data),
                                             .pTotalPrivateDriverDataBuffer = data };
    D3DKMT_OPENSYNCOBJECTFROMNTHANDLE2 sync = { .hDevice = args.hDevice, .hNtHandle = nt };
    NTSTATUS status;

    if (hostile_below(hostile, 2) == 0) {
        return hostile_kept(hostile, D3DKMTOpenSyncObjectFromNtHandle2(&sync), HOSTILE_SYNC,
                            &sync.hSyncObject);
    }
    status = D3DKMTOpenResourceFromNtHandle(&args);
    status = hostile_kept(hostile, status, HOSTILE_RESOURCE, &args.hResource);
    status = hostile_kept(hostile, status, HOSTILE_ALLOCATION, &info[0].hAllocation);
    status = hostile_kept(hostile, status, HOSTILE_MUTEX, &args.hKeyedMutex);
    return hostile_kept(hostile, status, HOSTILE_SYNC, &args.hSyncObject);
}

const struct hostile_attack hostile_calls[] = {
    { enumerate, 4 },
    { close_adapter, 1 },
    { create_device, 4 },
    { destroy_device, 1 },
    { create_context, 4 },
    { destroy_context, 4 },
    { create_allocation, 4 },
    { open_resource, 4 },
    { destroy_allocation, 4 },
    { lock, 4 },
    { unlock, 4 },
    { render, 4 },
    { present, 4 },
    { escape, 4 },
    { hang, 1 },
    { create_fence, 4 },
    { open_fence, 4 },
    { destroy_fence, 4 },
    { signal_fence, 4 },
    { query, 4 },
    { own, 4 },
    { create_mutex, 4 },
    { open_mutex, 4 },
    { acquire_mutex, 4 },
    { release_mutex, 4 },
    { create_queue, 4 },
    { make_resident, 4 },
    { offer, 4 },
    { share, 4 },
    { open_nt, 4 },
    { event, 4 },
    { of_process, 4 },
};
const uint32_t hostile_call_count = DXGH_ARRAY_SIZE(hostile_calls);
