/* SPDX-License-Identifier: MIT */
/*
 * Choice: a handle is closed with kmt_nt_handle_close (dxghost_close in the library), since there
 * is no CloseHandle here; names are one space for all processes and compare exactly; access rights
 * are not kept.
 *
 * Source: d3dkmthk nf-d3dkmthk-d3dkmtshareobjects, -d3dkmtopenresourcefromnthandle,
 * -d3dkmtqueryresourceinfofromnthandle, -d3dkmtopensyncobjectfromnthandle, -2,
 * -d3dkmtopennthandlefromname, -d3dkmtopensyncobjectnthandlefromname
 */
#include "kmt/nt_handle.h"

#include "kmt/resource.h"
#include "kmt/sync.h"
#include "machine/heap.h"
#include "verify/verify.h"

#include <string.h>

#define NAME_LENGTH_MAX 128u /* characters. Choice. */

/* What an NT handle names: a resource, a keyed mutex, a synchronization object, or the three. */
struct shared {
    struct machine *machine;
    uint32_t references;       /* handles */
    uint32_t handle;           /* in object_shares() */
    struct resource *resource; /* held; NULL: none, or its adapter was stopped */
    struct sync_object *mutex; /* one reference each; NULL: none */
    struct sync_object *sync;
    uint32_t name_length; /* 0: it has none */
    WCHAR name[NAME_LENGTH_MAX];
};

static void free_shared(struct shared *shared)
{
    handle_remove(object_shares(shared->machine), shared->handle);
    sync_put(shared->mutex);
    sync_put(shared->sync);
    machine_heap_free(shared->machine, shared);
}

/* A resource whose adapter is being stopped is let go by kmt_nt_handles_stop. */
static void put(struct shared *shared)
{
    struct adapter *adapter;

    if (--shared->references > 0) {
        return;
    }
    if (shared->resource != NULL) {
        adapter = shared->resource->adapter;
        if (!dxgk_client_enter(adapter)) {
            return;
        }
        dxgk_resource_put(shared->resource);
        dxgk_client_leave(adapter);
    }
    free_shared(shared);
}

void kmt_nt_handles_stop(struct adapter *adapter)
{
    struct handle_table *table = object_shares(dxgk_adapter_machine(adapter));
    struct shared *shared;
    uint32_t cursor = 0;

    while ((shared = handle_next(table, HANDLE_SHARE, &cursor)) != NULL) {
        if (shared->resource != NULL && shared->resource->adapter == adapter) {
            dxgk_resource_put(shared->resource);
            shared->resource = NULL;
        }
        if (shared->references == 0) {
            free_shared(shared);
        }
    }
}

/* One handle of a process: a number of the same table as all its others, of a type of its own. */
struct nt_handle {
    struct shared *shared; /* one reference */
    uint32_t handle;
};

static struct nt_handle *find_handle(const struct kmt_call *call, HANDLE handle)
{
    uintptr_t number = (uintptr_t)handle;

    return number > UINT32_MAX
               ? NULL
               : handle_find(&call->process->handles, HANDLE_NT_OBJECT, (uint32_t)number);
}

static struct shared *find(const struct kmt_call *call, HANDLE handle)
{
    const struct nt_handle *named = find_handle(call, handle);

    return named == NULL ? NULL : named->shared;
}

/* Takes a reference of its own. Returns: NULL when no handle is left. */
static HANDLE name_it(struct kmt_call *call, struct shared *shared)
{
    struct nt_handle *named = MACHINE_NEW(call->machine, struct nt_handle);

    named->handle = kmt_handle_add(call->process, HANDLE_NT_OBJECT, named);
    if (named->handle == 0) {
        machine_heap_free(call->machine, named);
        return NULL;
    }
    named->shared = shared;
    shared->references++;
    return (HANDLE)(uintptr_t)named->handle;
}

static void forget(struct process *process, struct nt_handle *named)
{
    handle_remove(&process->handles, named->handle);
    put(named->shared);
    machine_heap_free(process->machine, named);
}

static NTSTATUS close(struct kmt_call *call, void *arguments)
{
    struct nt_handle *named = find_handle(call, *(HANDLE *)arguments);

    if (named == NULL) {
        return STATUS_INVALID_HANDLE;
    }
    forget(call->process, named);
    return STATUS_SUCCESS;
}

NTSTATUS kmt_nt_handle_close(HANDLE handle)
{
    static const struct kmt_function function = { "CloseHandle", .body = close };

    return kmt_call(&function, &handle);
}

void kmt_nt_handles_end(struct process *process)
{
    struct nt_handle *named;
    uint32_t cursor = 0;

    while ((named = handle_next(&process->handles, HANDLE_NT_OBJECT, &cursor)) != NULL) {
        forget(process, named);
    }
}

/* Names */

static NTSTATUS read_name(struct kmt_call *call, const OBJECT_ATTRIBUTES *user,
                          struct shared *shared)
{
    OBJECT_ATTRIBUTES attributes;
    UNICODE_STRING name;

    shared->name_length = 0;
    if (user == NULL) {
        return STATUS_SUCCESS;
    }
    if (!user_read(call->machine, &attributes, user, sizeof(attributes)) ||
        attributes.Length != sizeof(attributes)) {
        return STATUS_INVALID_PARAMETER;
    }
    if (attributes.ObjectName == NULL) {
        return STATUS_SUCCESS;
    }
    if (!user_read(call->machine, &name, attributes.ObjectName, sizeof(name)) ||
        name.Length % sizeof(WCHAR) != 0 || name.Length > sizeof(shared->name) ||
        !user_read(call->machine, shared->name, name.Buffer, name.Length)) {
        return STATUS_INVALID_PARAMETER;
    }
    shared->name_length = name.Length / (uint32_t)sizeof(WCHAR);
    return STATUS_SUCCESS;
}

static struct shared *find_name(const struct shared *wanted)
{
    struct shared *shared;
    uint32_t cursor = 0;

    while ((shared = handle_next(object_shares(wanted->machine), HANDLE_SHARE, &cursor)) != NULL) {
        if (shared->references > 0 && shared->name_length == wanted->name_length &&
            memcmp(shared->name, wanted->name, wanted->name_length * sizeof(WCHAR)) == 0) {
            return shared;
        }
    }
    return NULL;
}

/* Sharing */

/* One handle of the caller's list becomes one member; each kind once, and only what was made for
 * it. */
static bool take(const struct kmt_call *call, struct shared *shared, uint32_t handle)
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

static bool is_documented_set(const struct shared *shared, uint32_t count)
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
                        struct shared *wanted)
{
    D3DKMT_HANDLE handles[D3DKMT_MAX_OBJECTS_PER_HANDLE];

    if (request->count == 0 || request->count > D3DKMT_MAX_OBJECTS_PER_HANDLE ||
        !user_read(call->machine, handles, request->handles, request->count * sizeof(handles[0])) ||
        !user_can_write(call->machine, request->answer, sizeof(*request->answer))) {
        return STATUS_INVALID_PARAMETER;
    }
    for (uint32_t i = 0; i < request->count; i++) {
        if (!take(call, wanted, handles[i])) {
            return STATUS_INVALID_PARAMETER;
        }
    }
    return is_documented_set(wanted, request->count) ? read_name(call, request->attributes, wanted)
                                                     : STATUS_INVALID_PARAMETER;
}

static NTSTATUS share(struct kmt_call *call, void *arguments)
{
    const struct share_request *request = arguments;
    struct shared wanted = { .machine = call->machine };
    struct shared *shared;
    HANDLE handle;
    NTSTATUS status = collect(call, request, &wanted);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (wanted.name_length > 0 && find_name(&wanted) != NULL) {
        return STATUS_OBJECT_NAME_COLLISION;
    }
    shared = MACHINE_NEW(call->machine, struct shared);
    *shared = wanted;
    shared->handle = handle_add(object_shares(call->machine), HANDLE_SHARE, shared);
    handle = shared->handle == 0 ? NULL : name_it(call, shared);
    if (handle == NULL) {
        if (shared->handle != 0) {
            handle_remove(object_shares(call->machine), shared->handle);
        }
        machine_heap_free(call->machine, shared);
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
    struct shared wanted = { .machine = call->machine };
    NTSTATUS status = read_name(call, attributes, &wanted);
    struct shared *shared;

    if (!NT_SUCCESS(status)) {
        return status;
    }
    shared = wanted.name_length == 0 ? NULL : find_name(&wanted);
    if (shared == NULL || (shared->resource != NULL) != resource) {
        return STATUS_INVALID_PARAMETER;
    }
    *handle = name_it(call, shared);
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
    const struct shared *shared = find(call, handle);

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

static NTSTATUS give_mutex_data(struct kmt_call *call, const struct shared *shared,
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
    const struct shared *shared = find(call, args->hNtHandle);
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

static NTSTATUS open_sync(struct kmt_call *call, HANDLE nt_handle, D3DKMT_HANDLE *handle,
                          struct sync_object **object)
{
    const struct shared *shared = find(call, nt_handle);

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
