/* SPDX-License-Identifier: MIT */
/*
 * Sharing objects by NT handle, and opening them.
 *
 * Source: d3dkmthk nf-d3dkmthk-d3dkmtshareobjects, -d3dkmtopenresourcefromnthandle,
 * -d3dkmtqueryresourceinfofromnthandle, -d3dkmtopensyncobjectfromnthandle, -2,
 * -d3dkmtopennthandlefromname, -d3dkmtopensyncobjectnthandlefromname
 */
#include "kmt/nt_shared.h"
#include "verify/verify.h"

/* One handle of the caller's list becomes one member; each kind once, and only what was made for
 * it. */
static bool take(const struct kmt_call *call, struct kmt_shared *shared, uint32_t handle)
{
    const struct handle_table *handles = &call->process->handles;
    const struct opening *opening = handle_find(handles, HANDLE_RESOURCE, handle);
    const struct opened *opened = handle_find(handles, HANDLE_ALLOCATION, handle);
    const struct kmt_sync *mutex = handle_find(handles, HANDLE_KEYED_MUTEX, handle);
    const struct kmt_sync *sync = handle_find(handles, HANDLE_SYNC_OBJECT, handle);

    if (opened != NULL) {
        opening = opened->opening;
    }
    if (opening != NULL && shared->resource == NULL && opening->resource->nt_shared) {
        shared->resource = opening->resource;
        return true;
    }
    if (mutex != NULL && shared->mutex == NULL && mutex->object->nt_shared) {
        shared->mutex = mutex->object;
        return true;
    }
    if (sync != NULL && shared->sync == NULL && sync->object->nt_shared) {
        shared->sync = sync->object;
        return true;
    }
    return false;
}

static bool is_documented_set(const struct kmt_shared *shared, uint32_t count)
{
    return count == D3DKMT_MAX_OBJECTS_PER_HANDLE
               ? shared->resource != NULL && shared->mutex != NULL && shared->sync != NULL
               : count == 1 && shared->mutex == NULL;
}

/* One call of D3DKMTShareObjects. */
struct share_request {
    UINT count;
    const D3DKMT_HANDLE *handles;
    OBJECT_ATTRIBUTES *attributes;
    HANDLE *answer;
};

static NTSTATUS collect(struct kmt_call *call, const struct share_request *request,
                        struct kmt_shared *wanted)
{
    D3DKMT_HANDLE handles[D3DKMT_MAX_OBJECTS_PER_HANDLE];

    if (request->count == 0 || request->count > D3DKMT_MAX_OBJECTS_PER_HANDLE ||
        !user_read_words(call->machine, handles, request->handles,
                         request->count * sizeof(handles[0])) ||
        !user_can_write_words(call->machine, request->answer, sizeof(*request->answer))) {
        return STATUS_INVALID_PARAMETER;
    }
    for (uint32_t i = 0; i < request->count; i++) {
        if (!take(call, wanted, handles[i])) {
            return STATUS_INVALID_PARAMETER;
        }
    }
    return is_documented_set(wanted, request->count)
               ? kmt_shared_read_name(call, request->attributes, wanted)
               : STATUS_INVALID_PARAMETER;
}

static NTSTATUS share(struct kmt_call *call, void *arguments)
{
    const struct share_request *request = arguments;
    struct kmt_shared wanted = { .machine = call->machine };
    struct kmt_shared *shared;
    HANDLE handle;
    NTSTATUS status = collect(call, request, &wanted);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (wanted.name_length > 0 && kmt_shared_find_name(&wanted) != NULL) {
        return STATUS_OBJECT_NAME_COLLISION;
    }
    handle = kmt_shared_publish(call, &wanted, &shared);
    if (handle == NULL) {
        return STATUS_NO_MEMORY;
    }
    if (shared->resource != NULL) {
        dxgk_resource_hold(shared->resource);
    }
    if (shared->mutex != NULL) {
        (void)sync_get(shared->mutex);
    }
    if (shared->sync != NULL) {
        (void)sync_get(shared->sync);
    }
    return user_answer(call->machine, request->answer, &handle, sizeof(handle));
}

/* Opening */

static NTSTATUS open_name(struct kmt_call *call, const OBJECT_ATTRIBUTES *attributes, bool resource,
                          HANDLE *handle)
{
    struct kmt_shared wanted = { .machine = call->machine };
    NTSTATUS status = kmt_shared_read_name(call, attributes, &wanted);
    struct kmt_shared *shared;

    if (!NT_SUCCESS(status)) {
        return status;
    }
    shared = wanted.name_length == 0 ? NULL : kmt_shared_find_name(&wanted);
    if (shared == NULL || (shared->resource != NULL) != resource) {
        return STATUS_INVALID_PARAMETER;
    }
    *handle = kmt_shared_name(call, shared);
    return *handle == NULL ? STATUS_NO_MEMORY : STATUS_SUCCESS;
}

static NTSTATUS open_resource_name(struct kmt_call *call, void *arguments)
{
    D3DKMT_OPENNTHANDLEFROMNAME *args = arguments;

    return open_name(call, args->pObjAttrib, true, &args->hNtHandle);
}

static NTSTATUS open_sync_name(struct kmt_call *call, void *arguments)
{
    D3DKMT_OPENSYNCOBJECTNTHANDLEFROMNAME *args = arguments;

    return open_name(call, args->pObjAttrib, false, &args->hNtHandle);
}

/* A resource that this device's adapter can open. */
static struct resource *find_resource(const struct kmt_call *call, HANDLE handle)
{
    const struct kmt_shared *shared = kmt_shared_find(call, handle);

    return shared != NULL && shared->resource != NULL && shared->resource->adapter == call->adapter
               ? shared->resource
               : NULL;
}

static NTSTATUS query_resource(struct kmt_call *call, void *arguments)
{
    D3DKMT_QUERYRESOURCEINFOFROMNTHANDLE *args = arguments;
    D3DKMT_QUERYRESOURCEINFO plain = { .pPrivateRuntimeData = args->pPrivateRuntimeData,
                                       .PrivateRuntimeDataSize = args->PrivateRuntimeDataSize };
    NTSTATUS status = kmt_resource_query(call, find_resource(call, args->hNtHandle), &plain);

    args->PrivateRuntimeDataSize = plain.PrivateRuntimeDataSize;
    args->TotalPrivateDriverDataSize = plain.TotalPrivateDriverDataSize;
    args->ResourcePrivateDriverDataSize = plain.ResourcePrivateDriverDataSize;
    args->NumAllocations = plain.NumAllocations;
    return status;
}

/* A handle of this process to a member of the set; 0 is the answer when there is none. */
static NTSTATUS name_member(struct kmt_call *call, struct sync_object *object,
                            enum handle_type type, D3DKMT_HANDLE *handle)
{
    const struct kmt_sync *sync;

    *handle = 0;
    if (object == NULL) {
        return STATUS_SUCCESS;
    }
    sync = kmt_sync_name(call->process, type, sync_get(object));
    if (sync == NULL) {
        return STATUS_NO_MEMORY;
    }
    *handle = sync->handle;
    return STATUS_SUCCESS;
}

static void unname_member(struct kmt_call *call, enum handle_type type, uint32_t handle)
{
    struct kmt_sync *sync = handle_find(&call->process->handles, type, handle);

    if (sync != NULL) {
        kmt_sync_forget(call->process, type, sync);
    }
}

static NTSTATUS give_mutex_data(struct kmt_call *call, const struct kmt_shared *shared,
                                const D3DKMT_OPENRESOURCEFROMNTHANDLE *args)
{
    if (shared->mutex == NULL || args->KeyedMutexPrivateRuntimeDataSize == 0) {
        return STATUS_SUCCESS;
    }
    return args->KeyedMutexPrivateRuntimeDataSize == shared->mutex->data_bytes
               ? user_answer(call->machine, args->pKeyedMutexPrivateRuntimeData,
                             shared->mutex->data, shared->mutex->data_bytes)
               : STATUS_INVALID_PARAMETER;
}

/* The members first: they are easily taken back when the resource does not open. */
static NTSTATUS open_resource(struct kmt_call *call, void *arguments)
{
    D3DKMT_OPENRESOURCEFROMNTHANDLE *args = arguments;
    struct resource *resource = find_resource(call, args->hNtHandle);
    const struct kmt_shared *shared = kmt_shared_find(call, args->hNtHandle);
    D3DKMT_OPENRESOURCE plain = {
        .NumAllocations = args->NumAllocations,
        .pOpenAllocationInfo2 = args->pOpenAllocationInfo2,
        .pPrivateRuntimeData = args->pPrivateRuntimeData,
        .PrivateRuntimeDataSize = args->PrivateRuntimeDataSize,
        .pResourcePrivateDriverData = args->pResourcePrivateDriverData,
        .ResourcePrivateDriverDataSize = args->ResourcePrivateDriverDataSize,
        .pTotalPrivateDriverDataBuffer = args->pTotalPrivateDriverDataBuffer,
        .TotalPrivateDriverDataBufferSize = args->TotalPrivateDriverDataBufferSize
    };
    NTSTATUS status;

    args->hKeyedMutex = 0;
    args->hSyncObject = 0;
    if (resource == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    status = give_mutex_data(call, shared, args);
    if (NT_SUCCESS(status)) {
        status = name_member(call, shared->mutex, HANDLE_KEYED_MUTEX, &args->hKeyedMutex);
    }
    if (NT_SUCCESS(status)) {
        status = name_member(call, shared->sync, HANDLE_SYNC_OBJECT, &args->hSyncObject);
    }
    if (NT_SUCCESS(status)) {
        status = kmt_resource_open(call, resource, &plain, sizeof(D3DDDI_OPENALLOCATIONINFO2));
    }
    if (!NT_SUCCESS(status)) {
        unname_member(call, HANDLE_KEYED_MUTEX, args->hKeyedMutex);
        unname_member(call, HANDLE_SYNC_OBJECT, args->hSyncObject);
        return status;
    }
    args->hResource = plain.hResource;
    return STATUS_SUCCESS;
}

/* By a global handle, or by an NT handle; exactly one. */
static NTSTATUS adapter_of(struct kmt_call *call, void *arguments)
{
    D3DKMT_GETSHAREDRESOURCEADAPTERLUID *args = arguments;
    const struct kmt_shared *shared = kmt_shared_find(call, args->hNtHandle);
    const struct resource *resource =
        args->hGlobalShare != 0
            ? handle_find(object_shares(call->machine), HANDLE_RESOURCE, args->hGlobalShare)
            : NULL;

    if (args->hGlobalShare == 0 && shared != NULL) {
        resource = shared->resource;
    }
    if (resource == NULL || (args->hGlobalShare != 0 && args->hNtHandle != NULL)) {
        return STATUS_INVALID_PARAMETER;
    }
    args->AdapterLuid = dxgk_adapter_luid(resource->adapter);
    return STATUS_SUCCESS;
}

static NTSTATUS open_sync(struct kmt_call *call, HANDLE nt_handle, D3DKMT_HANDLE *handle,
                          struct sync_object **object)
{
    const struct kmt_shared *shared = kmt_shared_find(call, nt_handle);

    if (shared == NULL || shared->sync == NULL || shared->resource != NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    *object = shared->sync;
    return name_member(call, shared->sync, HANDLE_SYNC_OBJECT, handle);
}

static void unopen_sync(struct kmt_call *call, uint32_t handle)
{
    unname_member(call, HANDLE_SYNC_OBJECT, handle);
}

static NTSTATUS open_sync_1(struct kmt_call *call, void *arguments)
{
    D3DKMT_OPENSYNCOBJECTFROMNTHANDLE *args = arguments;
    struct sync_object *object;

    return open_sync(call, args->hNtHandle, &args->hSyncObject, &object);
}

/* On a device: the handle goes with it. */
static NTSTATUS open_sync_2(struct kmt_call *call, void *arguments)
{
    D3DKMT_OPENSYNCOBJECTFROMNTHANDLE2 *args = arguments;
    struct sync_object *object;
    struct kmt_sync *sync;
    NTSTATUS status;

    if (args->Flags.Reserved != 0 || args->Flags.Reserved0 != 0) {
        return STATUS_INVALID_PARAMETER;
    }
    status = open_sync(call, args->hNtHandle, &args->hSyncObject, &object);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    sync = handle_find(&call->process->handles, HANDLE_SYNC_OBJECT, args->hSyncObject);
    sync->device = call->device;
    list_push_back(&call->device->objects, &sync->link);
    args->MonitoredFence.FenceValueCPUVirtualAddress = object->mirror;
    args->MonitoredFence.FenceValueGPUVirtualAddress = 0;
    return STATUS_SUCCESS;
}

/** Partial: access rights are not kept. */
NTSTATUS APIENTRY D3DKMTShareObjects(UINT count, const D3DKMT_HANDLE *handles,
                                     POBJECT_ATTRIBUTES attributes, DWORD access, HANDLE *answer)
{
    static const struct kmt_function function = { "D3DKMTShareObjects", .body = share };
    struct share_request request = {
        .count = count, .handles = handles, .attributes = attributes, .answer = answer
    };

    (void)access;
    return kmt_call(&function, &request);
}

NTSTATUS APIENTRY D3DKMTOpenNtHandleFromName(D3DKMT_OPENNTHANDLEFROMNAME *args)
{
    static const struct kmt_function function = { "D3DKMTOpenNtHandleFromName",
                                                  KMT_TAKES(D3DKMT_OPENNTHANDLEFROMNAME),
                                                  .answer = KMT_ANSWERS_SURE,
                                                  .body = open_resource_name };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTOpenSyncObjectNtHandleFromName(D3DKMT_OPENSYNCOBJECTNTHANDLEFROMNAME *args)
{
    static const struct kmt_function function = { "D3DKMTOpenSyncObjectNtHandleFromName",
                                                  KMT_TAKES(D3DKMT_OPENSYNCOBJECTNTHANDLEFROMNAME),
                                                  .answer = KMT_ANSWERS_SURE,
                                                  .body = open_sync_name };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTQueryResourceInfoFromNtHandle(D3DKMT_QUERYRESOURCEINFOFROMNTHANDLE *args)
{
    static const struct kmt_function function = {
        "D3DKMTQueryResourceInfoFromNtHandle",
        KMT_BY(DEVICE, D3DKMT_QUERYRESOURCEINFOFROMNTHANDLE, hDevice), .answer = KMT_ANSWERS,
        .body = query_resource
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTOpenResourceFromNtHandle(D3DKMT_OPENRESOURCEFROMNTHANDLE *args)
{
    static const struct kmt_function function = {
        "D3DKMTOpenResourceFromNtHandle",
        KMT_BY(LIVE_DEVICE, D3DKMT_OPENRESOURCEFROMNTHANDLE, hDevice), .answer = KMT_ANSWERS_SURE,
        .body = open_resource
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTOpenSyncObjectFromNtHandle(D3DKMT_OPENSYNCOBJECTFROMNTHANDLE *args)
{
    static const struct kmt_function function = {
        "D3DKMTOpenSyncObjectFromNtHandle", KMT_TAKES(D3DKMT_OPENSYNCOBJECTFROMNTHANDLE),
        KMT_MAKES(D3DKMT_OPENSYNCOBJECTFROMNTHANDLE, hSyncObject, unopen_sync), .body = open_sync_1
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTOpenSyncObjectFromNtHandle2(D3DKMT_OPENSYNCOBJECTFROMNTHANDLE2 *args)
{
    static const struct kmt_function function = {
        "D3DKMTOpenSyncObjectFromNtHandle2",
        KMT_BY(LIVE_DEVICE, D3DKMT_OPENSYNCOBJECTFROMNTHANDLE2, hDevice),
        KMT_MAKES(D3DKMT_OPENSYNCOBJECTFROMNTHANDLE2, hSyncObject, unopen_sync), .body = open_sync_2
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTGetSharedResourceAdapterLuid(D3DKMT_GETSHAREDRESOURCEADAPTERLUID *args)
{
    static const struct kmt_function function = { "D3DKMTGetSharedResourceAdapterLuid",
                                                  KMT_TAKES(D3DKMT_GETSHAREDRESOURCEADAPTERLUID),
                                                  .answer = KMT_ANSWERS, .body = adapter_of };

    return kmt_call(&function, args);
}
