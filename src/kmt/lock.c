/* SPDX-License-Identifier: MIT */
/*
 * The CPU's access to an allocation.
 *
 * Choice: the pointer is the memory itself (an aperture's backing store, or video memory behind a
 * BAR), so reads and writes meet the GPU's without a copy. When the allocation is evicted under the
 * lock, the pointer shows its backing store.
 *
 * Source: d3dkmthk nf-d3dkmthk-d3dkmtlock, -d3dkmtunlock, -d3dkmtlock2, -d3dkmtunlock2
 */
#include "dxgk/control.h"
#include "kmt/memory.h"
#include "kmt/resource.h"
#include "verify/verify.h"

#define HANDLES_MAX 1024u
#define LOCKS_MAX 4096u /* of one allocation at a time. Choice: the page names no number. */

static NTSTATUS lock_on(struct kmt_call *call, uint32_t handle, const struct lock_request *request,
                        void **pointer)
{
    struct opened *opened = kmt_opened_find(call->device, handle);

    if (opened == NULL || opened->offered) {
        return STATUS_INVALID_PARAMETER;
    }
    if (opened->lock_count >= LOCKS_MAX) {
        return STATUS_GRAPHICS_TOO_MANY_REFERENCES;
    }
    return dxgk_opened_lock_waits(opened, request)
               ? kmt_wait_retired(call)
               : dxgk_opened_lock_with(opened, request, pointer);
}

static void relinquish(struct kmt_call *call, uint32_t handle)
{
    dxgk_opened_unlock(kmt_opened_find(call->device, handle));
}

static NTSTATUS check_lock(const D3DKMT_LOCK *args)
{
    if (args->Flags.Reserved != 0 || (args->Flags.ReadOnly && args->Flags.WriteOnly) ||
        (args->Flags.Discard && args->Flags.ReadOnly)) {
        return STATUS_INVALID_PARAMETER;
    }
    return STATUS_SUCCESS;
}

static NTSTATUS lock(struct kmt_call *call, void *arguments)
{
    D3DKMT_LOCK *args = arguments;
    const struct lock_request request = { .wait = !args->Flags.DonotWait,
                                          .discard = args->Flags.Discard,
                                          .linear = args->Flags.AcquireAperture,
                                          .read_only = args->Flags.ReadOnly,
                                          .by_client = true,
                                          .alternate = args->Flags.UseAlternateVA,
                                          .private_data = args->PrivateDriverData };
    NTSTATUS status = check_lock(args);

    if (NT_SUCCESS(status)) {
        status = lock_on(call, args->hAllocation, &request, &args->pData);
    }
    if (NT_SUCCESS(status)) {
        args->GpuVirtualAddress = 0;
    }
    return status;
}

static NTSTATUS lock2(struct kmt_call *call, void *arguments)
{
    static const struct lock_request request = { .wait = true, .by_client = true };
    D3DKMT_LOCK2 *args = arguments;

    return args->Flags.Value != 0 ? STATUS_INVALID_PARAMETER
                                  : lock_on(call, args->hAllocation, &request, &args->pData);
}

/* Memory is coherent here: there is nothing to invalidate but a wrong range. */
static NTSTATUS invalidate(struct kmt_call *call, void *arguments)
{
    const D3DKMT_INVALIDATECACHE *args = arguments;
    const struct opened *opened = kmt_opened_find(call->device, args->hAllocation);
    uint64_t size = opened == NULL ? 0 : dxgk_opened_size(opened);

    return opened != NULL && args->Offset <= size && args->Length <= size - args->Offset
               ? STATUS_SUCCESS
               : STATUS_INVALID_PARAMETER;
}

static NTSTATUS unlock_list(const struct kmt_device *device, const D3DKMT_HANDLE *handles,
                            uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        const struct opened *opened = kmt_opened_find(device, handles[i]);

        if (opened == NULL || opened->lock_count == 0) {
            return STATUS_INVALID_PARAMETER;
        }
    }
    for (uint32_t i = 0; i < count; i++) {
        struct opened *opened = kmt_opened_find(device, handles[i]);

        if (opened->lock_count > 0) { /* one handle may stand there more often than it is locked */
            dxgk_opened_unlock(opened);
        }
    }
    return STATUS_SUCCESS;
}

static NTSTATUS unlock(struct kmt_call *call, void *arguments)
{
    const D3DKMT_UNLOCK *args = arguments;
    struct kmt_blob blob;
    NTSTATUS status;

    if (args->NumAllocations == 0 || args->NumAllocations > HANDLES_MAX) {
        return STATUS_INVALID_PARAMETER;
    }
    status = kmt_blob_read_words(call->machine, &blob, args->phAllocations,
                                 args->NumAllocations * sizeof(D3DKMT_HANDLE));
    if (NT_SUCCESS(status)) {
        status = unlock_list(call->device, blob.data, args->NumAllocations);
        kmt_blob_fini(call->machine, &blob);
    }
    return status;
}

static NTSTATUS unlock2(struct kmt_call *call, void *arguments)
{
    const D3DKMT_UNLOCK2 *args = arguments;

    return unlock_list(call->device, &args->hAllocation, 1);
}

/** Partial: IgnoreSync and IgnoreReadSync wait like other locks; DonotEvict changes nothing. */
NTSTATUS APIENTRY D3DKMTLock(D3DKMT_LOCK *args)
{
    static const struct kmt_function function = { "D3DKMTLock",
                                                  KMT_BY(LIVE_DEVICE, D3DKMT_LOCK, hDevice),
                                                  KMT_MAKES(D3DKMT_LOCK, hAllocation, relinquish),
                                                  .body = lock };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTLock2(D3DKMT_LOCK2 *args)
{
    static const struct kmt_function function = { "D3DKMTLock2",
                                                  KMT_BY(LIVE_DEVICE, D3DKMT_LOCK2, hDevice),
                                                  KMT_MAKES(D3DKMT_LOCK2, hAllocation, relinquish),
                                                  .body = lock2 };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTUnlock(const D3DKMT_UNLOCK *args)
{
    static const struct kmt_function function = { "D3DKMTUnlock",
                                                  KMT_BY(DEVICE, D3DKMT_UNLOCK, hDevice),
                                                  .body = unlock };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTUnlock2(const D3DKMT_UNLOCK2 *args)
{
    static const struct kmt_function function = { "D3DKMTUnlock2",
                                                  KMT_BY(DEVICE, D3DKMT_UNLOCK2, hDevice),
                                                  .body = unlock2 };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTInvalidateCache(const D3DKMT_INVALIDATECACHE *args)
{
    static const struct kmt_function function = {
        "D3DKMTInvalidateCache", KMT_BY(LIVE_DEVICE, D3DKMT_INVALIDATECACHE, hDevice),
        .body = invalidate
    };

    return kmt_call(&function, args);
}
