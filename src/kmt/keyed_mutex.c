/* SPDX-License-Identifier: MIT */
/*
 * Keyed mutexes: whoever acquires one names the key it must have been released with.
 *
 * The second form of each function carries private data of the runtime: as many bytes as at
 * creation, given to whoever acquires, taken from whoever releases.
 *
 * Source: d3dkmthk nf-d3dkmthk-d3dkmtcreatekeyedmutex, -d3dkmtopenkeyedmutex,
 * -d3dkmtacquirekeyedmutex, -d3dkmtreleasekeyedmutex, -d3dkmtdestroykeyedmutex, and the same with 2
 */
#include "kmt/memory.h"
#include "kmt/sync.h"
#include "verify/verify.h"

static struct kmt_sync *find(const struct kmt_call *call, uint32_t handle)
{
    return handle_find(&call->process->handles, HANDLE_KEYED_MUTEX, handle);
}

/* Takes over the reference. */
static NTSTATUS name(struct kmt_call *call, struct sync_object *object, D3DKMT_HANDLE *handle)
{
    const struct kmt_sync *sync = kmt_sync_name(call->process, HANDLE_KEYED_MUTEX, object);

    *handle = sync == NULL ? 0 : sync->handle;
    return sync == NULL ? STATUS_NO_MEMORY : STATUS_SUCCESS;
}

static void unname(struct kmt_call *call, uint32_t handle)
{
    kmt_sync_forget(call->process, HANDLE_KEYED_MUTEX, find(call, handle));
}

static NTSTATUS create_with(struct kmt_call *call, uint64_t initial, bool nt_shared,
                            D3DKMT_HANDLE *share, D3DKMT_HANDLE *handle)
{
    struct sync_object *object = sync_create(call->machine, SYNC_KEYED_MUTEX, initial);

    object->nt_shared = nt_shared;
    *share = nt_shared ? 0 : sync_share(object);
    if (!nt_shared && *share == 0) {
        sync_put(object);
        return STATUS_NO_MEMORY;
    }
    return name(call, object, handle);
}

static NTSTATUS create(struct kmt_call *call, void *arguments)
{
    D3DKMT_CREATEKEYEDMUTEX *args = arguments;

    return create_with(call, args->InitialValue, false, &args->hSharedHandle, &args->hKeyedMutex);
}

static NTSTATUS create_2(struct kmt_call *call, void *arguments)
{
    D3DKMT_CREATEKEYEDMUTEX2 *args = arguments;
    struct kmt_blob data;
    NTSTATUS status;

    if (args->Flags.Reserved != 0 || args->PrivateRuntimeDataSize > SYNC_DATA_BYTES_MAX) {
        return STATUS_INVALID_PARAMETER;
    }
    status = kmt_blob_read(call->machine, &data, args->pPrivateRuntimeData,
                           args->PrivateRuntimeDataSize);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = create_with(call, args->InitialValue, args->Flags.NtSecuritySharing,
                         &args->hSharedHandle, &args->hKeyedMutex);
    if (NT_SUCCESS(status)) {
        sync_data_set(find(call, args->hKeyedMutex)->object, data.data, data.size_bytes);
    }
    kmt_blob_fini(call->machine, &data);
    return status;
}

/* Exactly the bytes there are; none asked for is fine. */
static NTSTATUS give_data(struct kmt_call *call, const struct sync_object *object, void *user,
                          uint32_t bytes)
{
    return bytes == 0 || bytes == object->data_bytes
               ? user_answer(call->machine, user, object->data, bytes)
               : STATUS_INVALID_PARAMETER;
}

static struct sync_object *find_shared(const struct kmt_call *call, uint32_t share)
{
    return handle_find(object_shares(call->machine), HANDLE_KEYED_MUTEX, share);
}

static NTSTATUS open(struct kmt_call *call, void *arguments)
{
    D3DKMT_OPENKEYEDMUTEX *args = arguments;
    struct sync_object *object = find_shared(call, args->hSharedHandle);

    return object == NULL ? STATUS_INVALID_PARAMETER
                          : name(call, sync_get(object), &args->hKeyedMutex);
}

static NTSTATUS open_2(struct kmt_call *call, void *arguments)
{
    D3DKMT_OPENKEYEDMUTEX2 *args = arguments;
    struct sync_object *object = find_shared(call, args->hSharedHandle);
    NTSTATUS status = STATUS_INVALID_PARAMETER;

    if (object != NULL) {
        status = give_data(call, object, args->pPrivateRuntimeData, args->PrivateRuntimeDataSize);
    }
    return NT_SUCCESS(status) ? name(call, sync_get(object), &args->hKeyedMutex) : status;
}

static NTSTATUS destroy(struct kmt_call *call, void *arguments)
{
    const D3DKMT_DESTROYKEYEDMUTEX *args = arguments;

    if (find(call, args->hKeyedMutex) == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    unname(call, args->hKeyedMutex);
    return STATUS_SUCCESS;
}

/* Choice: an abandoned one is told of once, and acquired whatever the key. */
static NTSTATUS acquire_object(struct kmt_call *call, struct sync_object *object, uint64_t key,
                               const int64_t *timeout)
{
    NTSTATUS status = kmt_sync_wait(call, object, key, timeout);

    if (status != STATUS_SUCCESS) {
        return status;
    }
    if (object->abandoned) {
        object->abandoned = false;
        object->owned = true;
        return STATUS_ABANDONED;
    }
    sync_take(object, NULL);
    return STATUS_SUCCESS;
}

static NTSTATUS acquire_by(struct kmt_call *call, uint32_t handle, uint64_t key,
                           const LARGE_INTEGER *user_timeout)
{
    struct kmt_sync *sync = find(call, handle);
    struct sync_object *object;
    int64_t timeout = 0;
    NTSTATUS status;

    if (sync == NULL || sync->object->owner == sync ||
        (user_timeout != NULL &&
         !user_read_words(call->machine, &timeout, user_timeout, sizeof(timeout)))) {
        return STATUS_INVALID_PARAMETER;
    }
    object = sync_get(sync->object);
    status = acquire_object(call, object, key, user_timeout == NULL ? NULL : &timeout);
    if (status == STATUS_SUCCESS || status == STATUS_ABANDONED) {
        if (find(call, handle) == sync) {
            object->owner = sync;
        } else { /* another thread destroyed the handle during the wait */
            (void)sync_signal(object, key);
            status = STATUS_INVALID_PARAMETER;
        }
    }
    sync_put(object);
    return status;
}

static NTSTATUS release_by(struct kmt_call *call, uint32_t handle, uint64_t key)
{
    const struct kmt_sync *sync = find(call, handle);

    if (sync == NULL || sync->object->owner != sync) {
        return STATUS_INVALID_PARAMETER;
    }
    sync->object->owner = NULL;
    (void)sync_signal(sync->object, key);
    return STATUS_SUCCESS;
}

static NTSTATUS acquire(struct kmt_call *call, void *arguments)
{
    const D3DKMT_ACQUIREKEYEDMUTEX *args = arguments;

    return acquire_by(call, args->hKeyedMutex, args->Key, args->pTimeout);
}

static NTSTATUS release(struct kmt_call *call, void *arguments)
{
    const D3DKMT_RELEASEKEYEDMUTEX *args = arguments;

    return release_by(call, args->hKeyedMutex, args->Key);
}

/* The data and the fence value belong to who has acquired, so they are read afterwards. */
static NTSTATUS acquire_2(struct kmt_call *call, void *arguments)
{
    D3DKMT_ACQUIREKEYEDMUTEX2 *args = arguments;
    const struct kmt_sync *sync = find(call, args->hKeyedMutex);
    NTSTATUS status;

    if (sync == NULL ||
        (args->PrivateRuntimeDataSize != 0 &&
         args->PrivateRuntimeDataSize != sync->object->data_bytes) ||
        !user_can_write(call->machine, args->pPrivateRuntimeData, args->PrivateRuntimeDataSize)) {
        return STATUS_INVALID_PARAMETER;
    }
    status = acquire_by(call, args->hKeyedMutex, args->Key, args->pTimeout);
    if (status == STATUS_SUCCESS || status == STATUS_ABANDONED) {
        sync = find(call, args->hKeyedMutex);
        args->FenceValue = sync->object->fence_value;
        if (!NT_SUCCESS(give_data(call, sync->object, args->pPrivateRuntimeData,
                                  args->PrivateRuntimeDataSize))) {
            return STATUS_INVALID_PARAMETER;
        }
    }
    return status;
}

static NTSTATUS release_2(struct kmt_call *call, void *arguments)
{
    const D3DKMT_RELEASEKEYEDMUTEX2 *args = arguments;
    const struct kmt_sync *sync = find(call, args->hKeyedMutex);
    struct kmt_blob data;
    NTSTATUS status;

    if (sync == NULL || sync->object->owner != sync ||
        (args->PrivateRuntimeDataSize != 0 &&
         args->PrivateRuntimeDataSize != sync->object->data_bytes)) {
        return STATUS_INVALID_PARAMETER;
    }
    status = kmt_blob_read(call->machine, &data, args->pPrivateRuntimeData,
                           args->PrivateRuntimeDataSize);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (data.size_bytes > 0) {
        sync_data_set(sync->object, data.data, data.size_bytes);
    }
    sync->object->fence_value = args->FenceValue;
    kmt_blob_fini(call->machine, &data);
    return release_by(call, args->hKeyedMutex, args->Key);
}

NTSTATUS APIENTRY D3DKMTCreateKeyedMutex(D3DKMT_CREATEKEYEDMUTEX *args)
{
    static const struct kmt_function function = {
        "D3DKMTCreateKeyedMutex", KMT_TAKES(D3DKMT_CREATEKEYEDMUTEX),
        KMT_MAKES(D3DKMT_CREATEKEYEDMUTEX, hKeyedMutex, unname), .body = create
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTOpenKeyedMutex(D3DKMT_OPENKEYEDMUTEX *args)
{
    static const struct kmt_function function = {
        "D3DKMTOpenKeyedMutex", KMT_TAKES(D3DKMT_OPENKEYEDMUTEX),
        KMT_MAKES(D3DKMT_OPENKEYEDMUTEX, hKeyedMutex, unname), .body = open
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTDestroyKeyedMutex(const D3DKMT_DESTROYKEYEDMUTEX *args)
{
    static const struct kmt_function function = { "D3DKMTDestroyKeyedMutex",
                                                  KMT_TAKES(D3DKMT_DESTROYKEYEDMUTEX),
                                                  .body = destroy };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTAcquireKeyedMutex(D3DKMT_ACQUIREKEYEDMUTEX *args)
{
    static const struct kmt_function function = { "D3DKMTAcquireKeyedMutex",
                                                  KMT_TAKES(D3DKMT_ACQUIREKEYEDMUTEX),
                                                  .body = acquire };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTReleaseKeyedMutex(D3DKMT_RELEASEKEYEDMUTEX *args)
{
    static const struct kmt_function function = { "D3DKMTReleaseKeyedMutex",
                                                  KMT_TAKES(D3DKMT_RELEASEKEYEDMUTEX),
                                                  .body = release };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTCreateKeyedMutex2(D3DKMT_CREATEKEYEDMUTEX2 *args)
{
    static const struct kmt_function function = {
        "D3DKMTCreateKeyedMutex2", KMT_TAKES(D3DKMT_CREATEKEYEDMUTEX2),
        KMT_MAKES(D3DKMT_CREATEKEYEDMUTEX2, hKeyedMutex, unname), .body = create_2
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTOpenKeyedMutex2(D3DKMT_OPENKEYEDMUTEX2 *args)
{
    static const struct kmt_function function = {
        "D3DKMTOpenKeyedMutex2", KMT_TAKES(D3DKMT_OPENKEYEDMUTEX2),
        KMT_MAKES(D3DKMT_OPENKEYEDMUTEX2, hKeyedMutex, unname), .body = open_2
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTAcquireKeyedMutex2(D3DKMT_ACQUIREKEYEDMUTEX2 *args)
{
    static const struct kmt_function function = { "D3DKMTAcquireKeyedMutex2",
                                                  KMT_TAKES(D3DKMT_ACQUIREKEYEDMUTEX2),
                                                  .answer = KMT_ANSWERS_SURE, .body = acquire_2 };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTReleaseKeyedMutex2(D3DKMT_RELEASEKEYEDMUTEX2 *args)
{
    static const struct kmt_function function = { "D3DKMTReleaseKeyedMutex2",
                                                  KMT_TAKES(D3DKMT_RELEASEKEYEDMUTEX2),
                                                  .body = release_2 };

    return kmt_call(&function, args);
}
