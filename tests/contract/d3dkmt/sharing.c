/* SPDX-License-Identifier: MIT */
/* Objects shared by NT handles and names. */
#include "drivers/softgpu/softgpu_umd.h"
#include "kmt/nt_handle.h"
#include "tests/contract/d3dkmt/status.h"

#include <string.h>

static WCHAR resource_name[] = L"picture";
static WCHAR sync_name[] = L"bell";
static WCHAR other_name[] = L"nobody";

static OBJECT_ATTRIBUTES attributes_of(UNICODE_STRING *string, WCHAR *name, size_t bytes)
{
    *string = (UNICODE_STRING){ .Length = (USHORT)(bytes - sizeof(WCHAR)),
                                .MaximumLength = (USHORT)bytes,
                                .Buffer = name };
    return (OBJECT_ATTRIBUTES){ .Length = sizeof(OBJECT_ATTRIBUTES), .ObjectName = string };
}

/* A resource, a keyed mutex and a fence that may be shared by NT handles. */
struct trio {
    D3DKMT_HANDLE handles[3];
    HANDLE all;  /* names the three */
    HANDLE bell; /* names the fence */
};

static D3DKMT_HANDLE make_resource(struct world *world)
{
    SG_UMD_RESOURCE_DATA resource = { .Magic = SG_UMD_MAGIC, .Version = SG_UMD_VERSION };
    SG_UMD_ALLOCATION_DATA data = { .Magic = SG_UMD_MAGIC,
                                    .Version = SG_UMD_VERSION,
                                    .Kind = SG_SURFACE_TEXTURE,
                                    .Width = 16,
                                    .Height = 16,
                                    .Pitch = 64,
                                    .Format = D3DDDIFMT_A8R8G8B8 };
    D3DDDI_ALLOCATIONINFO2 info = { .pPrivateDriverData = &data,
                                    .PrivateDriverDataSize = sizeof(data) };
    D3DKMT_CREATEALLOCATION args = {
        .hDevice = world->client.device,
        .pPrivateRuntimeData = "data",
        .PrivateRuntimeDataSize = 4,
        .pPrivateDriverData = &resource,
        .PrivateDriverDataSize = sizeof(resource),
        .NumAllocations = 1,
        .pAllocationInfo2 = &info,
        .Flags = { .CreateResource = 1, .CreateShared = 1, .NtSecuritySharing = 1 }
    };

    assert_int_equal(D3DKMTCreateAllocation2(&args), STATUS_SUCCESS);
    assert_int_equal(args.hGlobalShare, 0); /* nobody can guess it */
    return args.hResource;
}

static void make_trio(struct world *world, struct trio *trio)
{
    D3DKMT_CREATEKEYEDMUTEX2 mutex = { .pPrivateRuntimeData = "keys",
                                       .PrivateRuntimeDataSize = 4,
                                       .Flags.NtSecuritySharing = 1 };
    D3DKMT_CREATESYNCHRONIZATIONOBJECT2 sync = {
        .hDevice = world->client.device,
        .Info = { .Type = D3DDDI_MONITORED_FENCE, .Flags = { .Shared = 1, .NtSecuritySharing = 1 } }
    };
    UNICODE_STRING string;
    OBJECT_ATTRIBUTES attributes = attributes_of(&string, resource_name, sizeof(resource_name));

    trio->handles[0] = make_resource(world);
    assert_int_equal(D3DKMTCreateKeyedMutex2(&mutex), STATUS_SUCCESS);
    trio->handles[1] = mutex.hKeyedMutex;
    assert_int_equal(D3DKMTCreateSynchronizationObject2(&sync), STATUS_SUCCESS);
    assert_int_equal(sync.Info.SharedHandle, 0);
    trio->handles[2] = sync.hSyncObject;
    assert_int_equal(D3DKMTShareObjects(3, trio->handles, &attributes, 0, &trio->all),
                     STATUS_SUCCESS);
    attributes = attributes_of(&string, sync_name, sizeof(sync_name));
    assert_int_equal(D3DKMTShareObjects(1, &trio->handles[2], &attributes, 0, &trio->bell),
                     STATUS_SUCCESS);
}

/* With faults switched off, which belong to the call that is tested. */
static uint64_t make_quietly(struct world *world, struct trio *trio)
{
    uint64_t refuse_at = world->machine->decision.refuse_at;

    world->machine->decision.refuse_at = 0;
    make_trio(world, trio);
    return refuse_at;
}

static NTSTATUS share(struct world *world)
{
    struct trio trio;
    HANDLE handle;
    uint64_t refuse_at = make_quietly(world, &trio);

    world->machine->decision.refuse_at = refuse_at;
    return D3DKMTShareObjects(1, &trio.handles[0], NULL, 0, &handle);
}

static NTSTATUS share_what_is_not_for_it(struct world *world)
{
    HANDLE handle;

    return D3DKMTShareObjects(1, &world->resource, NULL, 0, &handle);
}

static NTSTATUS share_two(struct world *world)
{
    struct trio trio;
    HANDLE handle;

    make_trio(world, &trio);
    return D3DKMTShareObjects(2, trio.handles, NULL, 0, &handle);
}

static NTSTATUS share_nowhere(struct world *world)
{
    struct trio trio;

    make_trio(world, &trio);
    return D3DKMTShareObjects(1, trio.handles, NULL, 0, (HANDLE *)16);
}

static NTSTATUS share_a_name_twice(struct world *world)
{
    UNICODE_STRING string;
    OBJECT_ATTRIBUTES attributes = attributes_of(&string, resource_name, sizeof(resource_name));
    struct trio trio;
    HANDLE handle;

    make_trio(world, &trio);
    return D3DKMTShareObjects(1, trio.handles, &attributes, 0, &handle);
}

static NTSTATUS open_name_of(struct world *world, WCHAR *name, size_t bytes)
{
    UNICODE_STRING string;
    OBJECT_ATTRIBUTES attributes = attributes_of(&string, name, bytes);
    D3DKMT_OPENNTHANDLEFROMNAME args = { .pObjAttrib = &attributes };
    struct trio trio;
    uint64_t refuse_at = make_quietly(world, &trio);

    world->machine->decision.refuse_at = refuse_at;
    return D3DKMTOpenNtHandleFromName(&args);
}

static NTSTATUS open_name(struct world *world)
{
    return open_name_of(world, resource_name, sizeof(resource_name));
}

static NTSTATUS open_no_name(struct world *world)
{
    return open_name_of(world, other_name, sizeof(other_name));
}

static NTSTATUS open_sync_as_resource(struct world *world)
{
    return open_name_of(world, sync_name, sizeof(sync_name));
}

static NTSTATUS open_sync_name_of(struct world *world, WCHAR *name, size_t bytes)
{
    UNICODE_STRING string;
    OBJECT_ATTRIBUTES attributes = attributes_of(&string, name, bytes);
    D3DKMT_OPENSYNCOBJECTNTHANDLEFROMNAME args = { .pObjAttrib = &attributes };
    struct trio trio;
    uint64_t refuse_at = make_quietly(world, &trio);

    world->machine->decision.refuse_at = refuse_at;
    return D3DKMTOpenSyncObjectNtHandleFromName(&args);
}

static NTSTATUS open_sync_name(struct world *world)
{
    return open_sync_name_of(world, sync_name, sizeof(sync_name));
}

static NTSTATUS open_no_sync_name(struct world *world)
{
    return open_sync_name_of(world, other_name, sizeof(other_name));
}

static NTSTATUS query(struct world *world)
{
    struct trio trio;
    D3DKMT_QUERYRESOURCEINFOFROMNTHANDLE args = { .hDevice = world->client.device };

    make_trio(world, &trio);
    args.hNtHandle = trio.all;
    return D3DKMTQueryResourceInfoFromNtHandle(&args);
}

static NTSTATUS query_number(struct world *world)
{
    D3DKMT_QUERYRESOURCEINFOFROMNTHANDLE args = { .hDevice = world->client.device,
                                                  .hNtHandle = (HANDLE)(uintptr_t)world->resource };

    return D3DKMTQueryResourceInfoFromNtHandle(&args);
}

/* The creator's handles go first: what is shared lives on. */
static NTSTATUS open_resource(struct world *world)
{
    struct trio trio;
    D3DDDI_OPENALLOCATIONINFO2 info = { 0 };
    char runtime[4] = { 0 };
    char resource[256] = { 0 }; /* what the stack held could look like a handle (status_test.c) */
    char total[256] = { 0 };
    char keys[4] = { 0 };
    D3DKMT_OPENRESOURCEFROMNTHANDLE args = { .hDevice = world->client.device,
                                             .NumAllocations = 1,
                                             .pOpenAllocationInfo2 = &info,
                                             .PrivateRuntimeDataSize = sizeof(runtime),
                                             .pPrivateRuntimeData = runtime,
                                             .ResourcePrivateDriverDataSize = sizeof(resource),
                                             .pResourcePrivateDriverData = resource,
                                             .TotalPrivateDriverDataBufferSize = sizeof(total),
                                             .pTotalPrivateDriverDataBuffer = total,
                                             .pKeyedMutexPrivateRuntimeData = keys,
                                             .KeyedMutexPrivateRuntimeDataSize = sizeof(keys) };
    NTSTATUS status;

    make_trio(world, &trio);
    assert_int_equal(D3DKMTDestroyAllocation(&(D3DKMT_DESTROYALLOCATION){
                         .hDevice = world->client.device, .hResource = trio.handles[0] }),
                     STATUS_SUCCESS);
    assert_int_equal(
        D3DKMTDestroyKeyedMutex(&(D3DKMT_DESTROYKEYEDMUTEX){ .hKeyedMutex = trio.handles[1] }),
        STATUS_SUCCESS);
    args.hNtHandle = trio.all;
    status = D3DKMTOpenResourceFromNtHandle(&args);
    if (NT_SUCCESS(status)) {
        assert_true(args.hResource != 0 && args.hKeyedMutex != 0 && args.hSyncObject != 0);
        assert_memory_equal(runtime, "data", sizeof(runtime));
        assert_memory_equal(keys, "keys", sizeof(keys));
    }
    assert_int_equal(kmt_nt_handle_close(trio.all), STATUS_SUCCESS);
    assert_int_equal(kmt_nt_handle_close(trio.all), STATUS_INVALID_HANDLE);
    return status;
}

static NTSTATUS open_resource_number(struct world *world)
{
    D3DKMT_OPENRESOURCEFROMNTHANDLE args = { .hDevice = world->client.device,
                                             .hNtHandle = (HANDLE)(uintptr_t)world->resource };

    return D3DKMTOpenResourceFromNtHandle(&args);
}

static NTSTATUS open_sync(struct world *world)
{
    struct trio trio;
    D3DKMT_OPENSYNCOBJECTFROMNTHANDLE args = { 0 };
    uint64_t refuse_at = make_quietly(world, &trio);

    world->machine->decision.refuse_at = refuse_at;
    args.hNtHandle = trio.bell;
    return D3DKMTOpenSyncObjectFromNtHandle(&args);
}

static NTSTATUS open_sync_number(struct world *world)
{
    D3DKMT_OPENSYNCOBJECTFROMNTHANDLE args = { .hNtHandle = (HANDLE)(uintptr_t)world->fence };

    return D3DKMTOpenSyncObjectFromNtHandle(&args);
}

static NTSTATUS open_sync2(struct world *world)
{
    struct trio trio;
    D3DKMT_OPENSYNCOBJECTFROMNTHANDLE2 args = { .hDevice = world->client.device };
    NTSTATUS status;

    make_trio(world, &trio);
    args.hNtHandle = trio.bell;
    status = D3DKMTOpenSyncObjectFromNtHandle2(&args);
    if (NT_SUCCESS(status)) {
        assert_int_equal(*(const UINT64 *)args.MonitoredFence.FenceValueCPUVirtualAddress, 0);
    }
    return status;
}

static NTSTATUS open_sync2_number(struct world *world)
{
    D3DKMT_OPENSYNCOBJECTFROMNTHANDLE2 args = { .hDevice = world->client.device,
                                                .hNtHandle = (HANDLE)(uintptr_t)world->fence };

    return D3DKMTOpenSyncObjectFromNtHandle2(&args);
}

static NTSTATUS runtime_data(struct world *world)
{
    char data[4] = { 0 };
    D3DKMT_GETRUNTIMEDATA args = { .hAdapter = world->client.adapter,
                                   .hGlobalShare = world->share,
                                   .pRuntimeData = data,
                                   .RuntimeDataSize = sizeof(data) };
    NTSTATUS status = D3DKMTGetRuntimeData(&args);

    if (NT_SUCCESS(status)) {
        assert_memory_equal(data, "data", sizeof(data));
    }
    return status;
}

static NTSTATUS adapter_of(struct world *world)
{
    D3DKMT_GETSHAREDRESOURCEADAPTERLUID args = { .hGlobalShare = world->share };
    NTSTATUS status = D3DKMTGetSharedResourceAdapterLuid(&args);

    if (NT_SUCCESS(status)) {
        assert_int_equal(args.AdapterLuid.LowPart, dxgk_adapter_luid(world->hardware).LowPart);
    }
    return status;
}

static NTSTATUS adapter_by_nt_handle(struct world *world)
{
    struct trio trio;
    D3DKMT_GETSHAREDRESOURCEADAPTERLUID args = { 0 };

    make_trio(world, &trio);
    args.hNtHandle = trio.all;
    return D3DKMTGetSharedResourceAdapterLuid(&args);
}

static NTSTATUS adapter_by_both(struct world *world)
{
    struct trio trio;
    D3DKMT_GETSHAREDRESOURCEADAPTERLUID args = { .hGlobalShare = world->share };

    make_trio(world, &trio);
    args.hNtHandle = trio.all;
    return D3DKMTGetSharedResourceAdapterLuid(&args);
}

static const struct status_row rows[] = {
    { "D3DKMTShareObjects", share, NULL, STARVED },
    ROW(D3DKMTOpenNtHandleFromName, open_name, STARVED),
    ROW(D3DKMTOpenSyncObjectNtHandleFromName, open_sync_name, STARVED),
    ROW(D3DKMTQueryResourceInfoFromNtHandle, query, NOTHING_ELSE),
    ROW(D3DKMTOpenResourceFromNtHandle, open_resource, NOTHING_ELSE),
    ROW(D3DKMTOpenSyncObjectFromNtHandle, open_sync, NOTHING_ELSE),
    ROW(D3DKMTOpenSyncObjectFromNtHandle2, open_sync2, NOTHING_ELSE),
    ROW(D3DKMTGetSharedResourceAdapterLuid, adapter_of, STALE),
    ROW(D3DKMTGetRuntimeData, runtime_data, STALE | STOPPED),
};

static const struct status_case cases[] = {
    { "D3DKMTGetSharedResourceAdapterLuid", STATUS_SUCCESS, adapter_by_nt_handle },
    { "D3DKMTGetSharedResourceAdapterLuid", STATUS_INVALID_PARAMETER, adapter_by_both },
    { "D3DKMTShareObjects", STATUS_INVALID_PARAMETER, share_what_is_not_for_it },
    { "D3DKMTShareObjects", STATUS_INVALID_PARAMETER, share_two },
    { "D3DKMTShareObjects", STATUS_INVALID_PARAMETER, share_nowhere },
    { "D3DKMTShareObjects", STATUS_OBJECT_NAME_COLLISION, share_a_name_twice },
    { "D3DKMTOpenNtHandleFromName", STATUS_INVALID_PARAMETER, open_no_name },
    { "D3DKMTOpenNtHandleFromName", STATUS_INVALID_PARAMETER, open_sync_as_resource },
    { "D3DKMTOpenSyncObjectNtHandleFromName", STATUS_INVALID_PARAMETER, open_no_sync_name },
    { "D3DKMTQueryResourceInfoFromNtHandle", STATUS_INVALID_PARAMETER, query_number },
    { "D3DKMTOpenResourceFromNtHandle", STATUS_INVALID_PARAMETER, open_resource_number },
    { "D3DKMTOpenSyncObjectFromNtHandle", STATUS_INVALID_PARAMETER, open_sync_number },
    { "D3DKMTOpenSyncObjectFromNtHandle2", STATUS_INVALID_PARAMETER, open_sync2_number },
};

const struct status_family sharing_family = { "sharing", rows, DXGH_ARRAY_SIZE(rows), cases,
                                              DXGH_ARRAY_SIZE(cases) };
