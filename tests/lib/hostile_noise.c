/* SPDX-License-Identifier: MIT */
/* Calls without a shape: any function, any numbers, any pointers. */
#include "tests/lib/hostile.h"
#include "tests/lib/test.h"

#include <string.h>

/* Every function that takes one structure. */
struct function {
    NTSTATUS(APIENTRY *entry)(void *arguments);
    uint32_t bytes;
    enum hostile_kind by; /* what its first word names */
};

#define FUNCTION(name, type, by)                                                                   \
    {                                                                                              \
        (NTSTATUS(APIENTRY *)(void *))(name), sizeof(type), by                                     \
    }

static const struct function functions[] = {
    FUNCTION(D3DKMTAcquireKeyedMutex, D3DKMT_ACQUIREKEYEDMUTEX, HOSTILE_MUTEX),
    FUNCTION(D3DKMTCheckMonitorPowerState, D3DKMT_CHECKMONITORPOWERSTATE, HOSTILE_ADAPTER),
    FUNCTION(D3DKMTCheckVidPnExclusiveOwnership, D3DKMT_CHECKVIDPNEXCLUSIVEOWNERSHIP,
             HOSTILE_ADAPTER),
    FUNCTION(D3DKMTCreateAllocation, D3DKMT_CREATEALLOCATION, HOSTILE_DEVICE),
    FUNCTION(D3DKMTCreateAllocation2, D3DKMT_CREATEALLOCATION, HOSTILE_DEVICE),
    FUNCTION(D3DKMTCreateContext, D3DKMT_CREATECONTEXT, HOSTILE_DEVICE),
    FUNCTION(D3DKMTCreateKeyedMutex, D3DKMT_CREATEKEYEDMUTEX, HOSTILE_MUTEX),
    FUNCTION(D3DKMTCreateSynchronizationObject, D3DKMT_CREATESYNCHRONIZATIONOBJECT, HOSTILE_DEVICE),
    FUNCTION(D3DKMTDestroyAllocation2, D3DKMT_DESTROYALLOCATION2, HOSTILE_DEVICE),
    FUNCTION(D3DKMTDestroyKeyedMutex, D3DKMT_DESTROYKEYEDMUTEX, HOSTILE_MUTEX),
    FUNCTION(D3DKMTDestroyPagingQueue, D3DDDI_DESTROYPAGINGQUEUE, HOSTILE_QUEUE),
    FUNCTION(D3DKMTEnumAdapters, D3DKMT_ENUMADAPTERS, HOSTILE_ADAPTER),
    FUNCTION(D3DKMTEscape, D3DKMT_ESCAPE, HOSTILE_ADAPTER),
    FUNCTION(D3DKMTEvict, D3DKMT_EVICT, HOSTILE_DEVICE),
    FUNCTION(D3DKMTGetAllocationPriority, D3DKMT_GETALLOCATIONPRIORITY, HOSTILE_DEVICE),
    FUNCTION(D3DKMTGetContextSchedulingPriority, D3DKMT_GETCONTEXTSCHEDULINGPRIORITY,
             HOSTILE_CONTEXT),
    FUNCTION(D3DKMTGetDeviceState, D3DKMT_GETDEVICESTATE, HOSTILE_DEVICE),
    FUNCTION(D3DKMTGetMultisampleMethodList, D3DKMT_GETMULTISAMPLEMETHODLIST, HOSTILE_ADAPTER),
    FUNCTION(D3DKMTGetRuntimeData, D3DKMT_GETRUNTIMEDATA, HOSTILE_ADAPTER),
    FUNCTION(D3DKMTOpenNtHandleFromName, D3DKMT_OPENNTHANDLEFROMNAME, HOSTILE_NT),
    FUNCTION(D3DKMTOpenResourceFromNtHandle, D3DKMT_OPENRESOURCEFROMNTHANDLE, HOSTILE_DEVICE),
    FUNCTION(D3DKMTOpenSyncObjectFromNtHandle, D3DKMT_OPENSYNCOBJECTFROMNTHANDLE, HOSTILE_NT),
    FUNCTION(D3DKMTQueryResourceInfoFromNtHandle, D3DKMT_QUERYRESOURCEINFOFROMNTHANDLE,
             HOSTILE_DEVICE),
    FUNCTION(D3DKMTQueryStatistics, D3DKMT_QUERYSTATISTICS, HOSTILE_ADAPTER),
    FUNCTION(D3DKMTGetDisplayModeList, D3DKMT_GETDISPLAYMODELIST, HOSTILE_ADAPTER),
    FUNCTION(D3DKMTGetScanLine, D3DKMT_GETSCANLINE, HOSTILE_ADAPTER),
    FUNCTION(D3DKMTGetSharedPrimaryHandle, D3DKMT_GETSHAREDPRIMARYHANDLE, HOSTILE_ADAPTER),
    FUNCTION(D3DKMTLock, D3DKMT_LOCK, HOSTILE_DEVICE),
    FUNCTION(D3DKMTLock2, D3DKMT_LOCK2, HOSTILE_DEVICE),
    FUNCTION(D3DKMTMarkDeviceAsError, D3DKMT_MARKDEVICEASERROR, HOSTILE_DEVICE),
    FUNCTION(D3DKMTOpenAdapterFromDeviceName, D3DKMT_OPENADAPTERFROMDEVICENAME, HOSTILE_ADAPTER),
    FUNCTION(D3DKMTOpenAdapterFromGdiDisplayName, D3DKMT_OPENADAPTERFROMGDIDISPLAYNAME,
             HOSTILE_ADAPTER),
    FUNCTION(D3DKMTOpenAdapterFromHdc, D3DKMT_OPENADAPTERFROMHDC, HOSTILE_ADAPTER),
    FUNCTION(D3DKMTOpenAdapterFromLuid, D3DKMT_OPENADAPTERFROMLUID, HOSTILE_ADAPTER),
    FUNCTION(D3DKMTOpenKeyedMutex2, D3DKMT_OPENKEYEDMUTEX2, HOSTILE_SHARE),
    FUNCTION(D3DKMTOpenResource2, D3DKMT_OPENRESOURCE, HOSTILE_DEVICE),
    FUNCTION(D3DKMTPollDisplayChildren, D3DKMT_POLLDISPLAYCHILDREN, HOSTILE_ADAPTER),
    FUNCTION(D3DKMTPresent, D3DKMT_PRESENT, HOSTILE_CONTEXT),
    FUNCTION(D3DKMTQueryAllocationResidency, D3DKMT_QUERYALLOCATIONRESIDENCY, HOSTILE_DEVICE),
    FUNCTION(D3DKMTQueryResourceInfo, D3DKMT_QUERYRESOURCEINFO, HOSTILE_DEVICE),
    FUNCTION(D3DKMTQueryVideoMemoryInfo, D3DKMT_QUERYVIDEOMEMORYINFO, HOSTILE_ADAPTER),
    FUNCTION(D3DKMTReclaimAllocations, D3DKMT_RECLAIMALLOCATIONS, HOSTILE_DEVICE),
    FUNCTION(D3DKMTReleaseKeyedMutex, D3DKMT_RELEASEKEYEDMUTEX, HOSTILE_MUTEX),
    FUNCTION(D3DKMTRender, D3DKMT_RENDER, HOSTILE_CONTEXT),
    FUNCTION(D3DKMTSetAllocationPriority, D3DKMT_SETALLOCATIONPRIORITY, HOSTILE_DEVICE),
    FUNCTION(D3DKMTSetContextSchedulingPriority, D3DKMT_SETCONTEXTSCHEDULINGPRIORITY,
             HOSTILE_CONTEXT),
    FUNCTION(D3DKMTSetDisplayMode, D3DKMT_SETDISPLAYMODE, HOSTILE_DEVICE),
    FUNCTION(D3DKMTSetGammaRamp, D3DKMT_SETGAMMARAMP, HOSTILE_DEVICE),
    FUNCTION(D3DKMTSetVidPnSourceOwner1, D3DKMT_SETVIDPNSOURCEOWNER1, HOSTILE_DEVICE),
    FUNCTION(D3DKMTSharedPrimaryLockNotification, D3DKMT_SHAREDPRIMARYLOCKNOTIFICATION,
             HOSTILE_ADAPTER),
    FUNCTION(D3DKMTSharedPrimaryUnLockNotification, D3DKMT_SHAREDPRIMARYUNLOCKNOTIFICATION,
             HOSTILE_ADAPTER),
    FUNCTION(D3DKMTSignalSynchronizationObject, D3DKMT_SIGNALSYNCHRONIZATIONOBJECT,
             HOSTILE_CONTEXT),
    FUNCTION(D3DKMTSignalSynchronizationObjectFromCpu, D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMCPU,
             HOSTILE_DEVICE),
    FUNCTION(D3DKMTSignalSynchronizationObjectFromGpu, D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMGPU,
             HOSTILE_CONTEXT),
    FUNCTION(D3DKMTSignalSynchronizationObjectFromGpu2, D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMGPU2,
             HOSTILE_CONTEXT),
    FUNCTION(D3DKMTUnlock2, D3DKMT_UNLOCK2, HOSTILE_DEVICE),
    FUNCTION(D3DKMTWaitForVerticalBlankEvent2, D3DKMT_WAITFORVERTICALBLANKEVENT2, HOSTILE_ADAPTER),
    FUNCTION(D3DKMTQueryClockCalibration, D3DKMT_QUERYCLOCKCALIBRATION, HOSTILE_ADAPTER),
    FUNCTION(D3DKMTInvalidateCache, D3DKMT_INVALIDATECACHE, HOSTILE_DEVICE),
    FUNCTION(D3DKMTGetSharedResourceAdapterLuid, D3DKMT_GETSHAREDRESOURCEADAPTERLUID,
             HOSTILE_SHARE),
    FUNCTION(D3DKMTWaitForIdle, D3DKMT_WAITFORIDLE, HOSTILE_DEVICE),
    FUNCTION(D3DKMTWaitForSynchronizationObject, D3DKMT_WAITFORSYNCHRONIZATIONOBJECT,
             HOSTILE_CONTEXT),
    FUNCTION(D3DKMTWaitForSynchronizationObject2, D3DKMT_WAITFORSYNCHRONIZATIONOBJECT2,
             HOSTILE_CONTEXT),
    FUNCTION(D3DKMTWaitForSynchronizationObjectFromCpu, D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU,
             HOSTILE_DEVICE),
    FUNCTION(D3DKMTWaitForSynchronizationObjectFromGpu, D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMGPU,
             HOSTILE_CONTEXT),
    FUNCTION(D3DKMTWaitForVerticalBlankEvent, D3DKMT_WAITFORVERTICALBLANKEVENT, HOSTILE_ADAPTER),
};

/* A structure of handles, small numbers, pointers and noise. */
NTSTATUS hostile_anything(struct hostile *hostile)
{
    const struct function *function =
        &functions[hostile_below(hostile, DXGH_ARRAY_SIZE(functions))];
    uint64_t words[(sizeof(D3DKMT_PRESENT) + sizeof(uint64_t)) / sizeof(uint64_t)] = { 0 };
    uint32_t first = hostile_handle(hostile, function->by);

    assert_true(function->bytes <= sizeof(words));
    for (uint32_t i = 0; i < function->bytes / sizeof(words[0]) && i < 32; i++) {
        switch (hostile_below(hostile, 5)) {
        case 0:
            words[i] = (uintptr_t)hostile_pointer(hostile);
            break;
        case 1:
            words[i] = (uint64_t)hostile_handle(
                           hostile, (enum hostile_kind)hostile_below(hostile, HOSTILE_KIND_COUNT))
                           << 32 |
                       hostile_handle(
                           hostile, (enum hostile_kind)hostile_below(hostile, HOSTILE_KIND_COUNT));
            break;
        case 2:
            words[i] = (uint64_t)hostile_below(hostile, 4) << 32 | hostile_below(hostile, 4);
            break;
        case 3:
            words[i] = prng_next(&hostile->arena->prng);
            break;
        default:
            break;
        }
    }
    memcpy(words, &first, sizeof(first));
    return function->entry(words);
}

/* Arguments that cannot be read, for every function that takes a pointer. */
NTSTATUS hostile_unreadable(struct hostile *hostile)
{
    return functions[hostile_below(hostile, DXGH_ARRAY_SIZE(functions))].entry(
        hostile_bad_pointer(hostile));
}
