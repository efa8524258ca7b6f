/* SPDX-License-Identifier: MIT */
/* Allocations, resources and the processor's access to them. */
#include "drivers/softgpu/softgpu_umd.h"
#include "tests/contract/d3dkmt/status.h"

static SG_UMD_ALLOCATION_DATA small = { .Magic = SG_UMD_MAGIC,
                                        .Version = SG_UMD_VERSION,
                                        .Kind = SG_SURFACE_STAGING,
                                        .Width = 8,
                                        .Height = 8,
                                        .Pitch = 64,
                                        .Format = D3DDDIFMT_A8R8G8B8 };

static NTSTATUS create(struct world *world)
{
    D3DDDI_ALLOCATIONINFO info = { .pPrivateDriverData = &small,
                                   .PrivateDriverDataSize = sizeof(small) };
    D3DKMT_CREATEALLOCATION args = { .hDevice = world->client.device,
                                     .NumAllocations = 1,
                                     .pAllocationInfo = &info };

    return D3DKMTCreateAllocation(&args);
}

static NTSTATUS create2(struct world *world)
{
    D3DDDI_ALLOCATIONINFO2 info = { .pPrivateDriverData = &small,
                                    .PrivateDriverDataSize = sizeof(small) };
    D3DKMT_CREATEALLOCATION args = { .hDevice = world->client.device,
                                     .NumAllocations = 1,
                                     .pAllocationInfo2 = &info };

    return D3DKMTCreateAllocation2(&args);
}

/* A resource of one gets two more: three handles, and all of them go with it. */
static NTSTATUS add_to_resource(struct world *world)
{
    uint64_t refuse_at = world->machine->decision.refuse_at;
    SG_UMD_RESOURCE_DATA resource = { .Magic = SG_UMD_MAGIC, .Version = SG_UMD_VERSION };
    D3DDDI_ALLOCATIONINFO info[2] = {
        { .pPrivateDriverData = &small, .PrivateDriverDataSize = sizeof(small) },
        { .pPrivateDriverData = &small, .PrivateDriverDataSize = sizeof(small) }
    };
    D3DKMT_CREATEALLOCATION args = { .hDevice = world->client.device,
                                     .pPrivateDriverData = &resource,
                                     .PrivateDriverDataSize = sizeof(resource),
                                     .NumAllocations = 1,
                                     .pAllocationInfo = info,
                                     .Flags.CreateResource = 1 };
    D3DKMT_HANDLE first;
    NTSTATUS status;

    world->machine->decision.refuse_at = 0;
    assert_int_equal(D3DKMTCreateAllocation(&args), STATUS_SUCCESS);
    world->machine->decision.refuse_at = refuse_at;
    first = info[0].hAllocation;
    args.Flags.CreateResource = 0;
    args.NumAllocations = 2;
    args.pPrivateDriverData = NULL;
    args.PrivateDriverDataSize = 0;
    status = D3DKMTCreateAllocation(&args);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    world->machine->decision.refuse_at = 0;
    for (uint32_t i = 0; i < 2; i++) {
        D3DKMT_LOCK2 lock2_args = { .hDevice = world->client.device,
                                    .hAllocation = info[i].hAllocation };

        assert_int_not_equal(info[i].hAllocation, first);
        assert_int_equal(D3DKMTLock2(&lock2_args), STATUS_SUCCESS);
    }
    assert_int_equal(D3DKMTDestroyAllocation(&(D3DKMT_DESTROYALLOCATION){
                         .hDevice = world->client.device, .hResource = args.hResource }),
                     STATUS_SUCCESS);
    return status;
}

static NTSTATUS add_to_shared(struct world *world)
{
    D3DDDI_ALLOCATIONINFO info = { .pPrivateDriverData = &small,
                                   .PrivateDriverDataSize = sizeof(small) };
    D3DKMT_CREATEALLOCATION args = { .hDevice = world->client.device,
                                     .hResource = world->resource,
                                     .NumAllocations = 1,
                                     .pAllocationInfo = &info };

    return D3DKMTCreateAllocation(&args);
}

static NTSTATUS create_without_list(struct world *world)
{
    D3DKMT_CREATEALLOCATION args = { .hDevice = world->client.device,
                                     .NumAllocations = 0xFFFFFFFF,
                                     .pAllocationInfo = (void *)16 };

    return D3DKMTCreateAllocation(&args);
}

static NTSTATUS destroy(struct world *world)
{
    D3DKMT_DESTROYALLOCATION args = { .hDevice = world->client.device,
                                      .phAllocationList = &world->surface,
                                      .AllocationCount = 1 };

    return D3DKMTDestroyAllocation(&args);
}

static NTSTATUS destroy2(struct world *world)
{
    D3DKMT_DESTROYALLOCATION2 args = { .hDevice = world->client.device,
                                       .hResource = world->resource };

    return D3DKMTDestroyAllocation2(&args);
}

/* The allocation of a resource goes with that. */
static NTSTATUS destroy_twice(struct world *world)
{
    D3DKMT_HANDLE twice[2] = { world->surface, world->surface };
    D3DKMT_DESTROYALLOCATION args = { .hDevice = world->client.device,
                                      .phAllocationList = twice,
                                      .AllocationCount = 2 };

    return D3DKMTDestroyAllocation(&args);
}

static NTSTATUS query_resource(struct world *world)
{
    D3DKMT_QUERYRESOURCEINFO args = { .hDevice = world->client.device,
                                      .hGlobalShare = world->share };

    return D3DKMTQueryResourceInfo(&args);
}

struct room {
    D3DDDI_OPENALLOCATIONINFO2 info[1];
    char runtime[16];
    char resource[256];
    char total[256];
};

static D3DKMT_OPENRESOURCE open_arguments(const struct world *world, struct room *room)
{
    return (D3DKMT_OPENRESOURCE){ .hDevice = world->client.device,
                                  .hGlobalShare = world->share,
                                  .NumAllocations = 1,
                                  .pOpenAllocationInfo2 = room->info,
                                  .pPrivateRuntimeData = room->runtime,
                                  .PrivateRuntimeDataSize = sizeof(room->runtime),
                                  .pResourcePrivateDriverData = room->resource,
                                  .ResourcePrivateDriverDataSize = sizeof(room->resource),
                                  .pTotalPrivateDriverDataBuffer = room->total,
                                  .TotalPrivateDriverDataBufferSize = sizeof(room->total) };
}

static NTSTATUS open(struct world *world)
{
    struct room room = { 0 }; /* no handles that the stack held */
    D3DKMT_OPENRESOURCE args = open_arguments(world, &room);

    return D3DKMTOpenResource(&args);
}

static NTSTATUS open2(struct world *world)
{
    struct room room = { 0 }; /* no handles that the stack held */
    D3DKMT_OPENRESOURCE args = open_arguments(world, &room);

    return D3DKMTOpenResource2(&args);
}

static NTSTATUS open_without_room(struct world *world)
{
    struct room room = { 0 }; /* no handles that the stack held */
    D3DKMT_OPENRESOURCE args = open_arguments(world, &room);

    args.TotalPrivateDriverDataBufferSize = 1;
    return D3DKMTOpenResource(&args);
}

static NTSTATUS lock(struct world *world)
{
    D3DKMT_LOCK args = { .hDevice = world->client.device, .hAllocation = world->surface };

    return D3DKMTLock(&args);
}

static NTSTATUS lock2(struct world *world)
{
    D3DKMT_LOCK2 args = { .hDevice = world->client.device, .hAllocation = world->surface };

    return D3DKMTLock2(&args);
}

/* A fill of it is queued behind a wait that nobody ends. */
static NTSTATUS lock_busy(struct world *world)
{
    D3DKMT_WAITFORSYNCHRONIZATIONOBJECT2 wait = { .hContext = world->client.context,
                                                  .ObjectCount = 1,
                                                  .ObjectHandleArray = { world->fence },
                                                  .Fence.FenceValue = 100 };
    D3DKMT_PRESENT fill = { .hContext = world->client.context,
                            .hDestination = world->surface,
                            .Flags.ColorFill = 1 };
    D3DKMT_LOCK args = { .hDevice = world->client.device,
                         .hAllocation = world->surface,
                         .Flags.DonotWait = 1 };

    assert_int_equal(D3DKMTWaitForSynchronizationObject2(&wait), STATUS_SUCCESS);
    assert_int_equal(D3DKMTPresent(&fill), STATUS_SUCCESS);
    return D3DKMTLock(&args);
}

/* Until the kernel has counted enough of them. */
static NTSTATUS lock_for_ever(struct world *world)
{
    NTSTATUS status = STATUS_SUCCESS;

    for (uint32_t i = 0; i < 100000 && NT_SUCCESS(status); i++) {
        status = lock(world);
    }
    return status;
}

static NTSTATUS lock2_for_ever(struct world *world)
{
    assert_int_equal(lock_for_ever(world), STATUS_GRAPHICS_TOO_MANY_REFERENCES);
    return lock2(world);
}

static NTSTATUS unlock(struct world *world)
{
    D3DKMT_UNLOCK args = { .hDevice = world->client.device,
                           .NumAllocations = 1,
                           .phAllocations = &world->surface };

    (void)lock(world);
    return D3DKMTUnlock(&args);
}

static NTSTATUS unlock2(struct world *world)
{
    D3DKMT_UNLOCK2 args = { .hDevice = world->client.device, .hAllocation = world->surface };

    (void)lock2(world);
    return D3DKMTUnlock2(&args);
}

static NTSTATUS unlock_unlocked(struct world *world)
{
    D3DKMT_UNLOCK2 args = { .hDevice = world->client.device, .hAllocation = world->surface };

    return D3DKMTUnlock2(&args);
}

static NTSTATUS invalidate_to(struct world *world, SIZE_T length)
{
    D3DKMT_INVALIDATECACHE args = { .hDevice = world->client.device,
                                    .hAllocation = world->surface,
                                    .Offset = 64,
                                    .Length = length };

    return D3DKMTInvalidateCache(&args);
}

static NTSTATUS invalidate(struct world *world)
{
    return invalidate_to(world, 64);
}

static NTSTATUS invalidate_beyond(struct world *world)
{
    return invalidate_to(world, SIZE_MAX);
}

static const struct status_row rows[] = {
    ROW(D3DKMTCreateAllocation, create, STALE | STOPPED | LOST | STARVED),
    ROW(D3DKMTCreateAllocation, add_to_resource, STARVED),
    ROW(D3DKMTCreateAllocation2, create2, STALE | STOPPED | LOST | STARVED),
    ROW(D3DKMTDestroyAllocation, destroy, STALE | STARVED),
    ROW(D3DKMTDestroyAllocation2, destroy2, STALE),
    ROW(D3DKMTQueryResourceInfo, query_resource, STALE | STOPPED),
    ROW(D3DKMTOpenResource, open, STALE | STOPPED | LOST),
    ROW(D3DKMTOpenResource2, open2, STALE | STOPPED | LOST),
    ROW(D3DKMTLock, lock, STALE | STOPPED | LOST),
    ROW(D3DKMTLock2, lock2, STALE | STOPPED | LOST),
    ROW(D3DKMTInvalidateCache, invalidate, STALE | STOPPED | LOST),
    ROW(D3DKMTUnlock, unlock, STALE),
    ROW(D3DKMTUnlock2, unlock2, STALE),
};

static const struct status_case cases[] = {
    { "D3DKMTCreateAllocation", STATUS_INVALID_PARAMETER, create_without_list },
    { "D3DKMTCreateAllocation", STATUS_INVALID_PARAMETER, add_to_shared },
    { "D3DKMTDestroyAllocation", STATUS_INVALID_PARAMETER, destroy_twice },
    { "D3DKMTOpenResource", STATUS_INVALID_PARAMETER, open_without_room },
    { "D3DKMTLock", STATUS_GRAPHICS_ALLOCATION_BUSY, lock_busy },
    { "D3DKMTLock", STATUS_GRAPHICS_TOO_MANY_REFERENCES, lock_for_ever },
    { "D3DKMTLock2", STATUS_GRAPHICS_TOO_MANY_REFERENCES, lock2_for_ever },
    { "D3DKMTInvalidateCache", STATUS_INVALID_PARAMETER, invalidate_beyond },
    { "D3DKMTUnlock2", STATUS_INVALID_PARAMETER, unlock_unlocked },
};

const struct status_family allocation_family = { "allocation", rows, DXGH_ARRAY_SIZE(rows), cases,
                                                 DXGH_ARRAY_SIZE(cases) };
