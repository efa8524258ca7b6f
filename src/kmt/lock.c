/* SPDX-License-Identifier: MIT */
/*
 * The CPU's access to an allocation.
 *
 * Choice: the pointer is the memory itself (an aperture's backing store, or video memory behind a
 * BAR), so reads and writes meet the GPU's without a copy, and it stays where it is while locked.
 *
 * Source: d3dkmthk nf-d3dkmthk-d3dkmtlock, -d3dkmtunlock, -d3dkmtlock2, -d3dkmtunlock2
 */
#include "kmt/memory.h"
#include "kmt/resource.h"
#include "verify/verify.h"

#define HANDLES_MAX 1024u

static NTSTATUS lock_on(struct kmt_device *device, uint32_t handle, bool wait, void **pointer)
{
    struct opened *opened = kmt_opened_find(device, handle);
    NTSTATUS status = kmt_device_lost(device);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    return opened == NULL ? STATUS_INVALID_PARAMETER : dxgk_opened_lock(opened, wait, pointer);
}

/* A result the caller cannot be told is none. */
static NTSTATUS give_pointer(struct kmt_call *call, const struct kmt_device *device,
                             uint32_t handle, void *user, const void *args, size_t bytes)
{
    if (user_write(call->machine, user, args, bytes)) {
        return STATUS_SUCCESS;
    }
    dxgk_opened_unlock(kmt_opened_find(device, handle));
    return STATUS_INVALID_PARAMETER;
}

static NTSTATUS check_lock(struct kmt_call *call, const D3DKMT_LOCK *args)
{
    if (args->Flags.Reserved != 0 || (args->Flags.ReadOnly && args->Flags.WriteOnly) ||
        (args->Flags.Discard && args->Flags.ReadOnly)) {
        return STATUS_INVALID_PARAMETER;
    }
    if (args->Flags.Discard) {
        return kmt_unimplemented(call->machine, "D3DKMTLock: Discard (renaming)");
    }
    if (args->Flags.UseAlternateVA || args->Flags.AcquireAperture) {
        return kmt_unimplemented(call->machine, "D3DKMTLock: flags 0x%X", args->Flags.Value);
    }
    return STATUS_SUCCESS;
}

static NTSTATUS lock(struct kmt_call *call, void *user)
{
    D3DKMT_LOCK args;
    struct kmt_device *device;
    NTSTATUS status;

    if (!user_capture(call->machine, &args, user)) {
        return STATUS_INVALID_PARAMETER;
    }
    status = kmt_device_enter(call, args.hDevice, &device);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = check_lock(call, &args);
    if (NT_SUCCESS(status)) {
        status = lock_on(device, args.hAllocation, !args.Flags.DonotWait, &args.pData);
    }
    if (NT_SUCCESS(status)) {
        args.GpuVirtualAddress = 0;
        status = give_pointer(call, device, args.hAllocation, user, &args, sizeof(args));
    }
    kmt_device_leave(device);
    return status;
}

static NTSTATUS lock2(struct kmt_call *call, void *user)
{
    D3DKMT_LOCK2 args;
    struct kmt_device *device;
    NTSTATUS status;

    if (!user_capture(call->machine, &args, user) || args.Flags.Value != 0) {
        return STATUS_INVALID_PARAMETER;
    }
    status = kmt_device_enter(call, args.hDevice, &device);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = lock_on(device, args.hAllocation, true, &args.pData);
    if (NT_SUCCESS(status)) {
        status = give_pointer(call, device, args.hAllocation, user, &args, sizeof(args));
    }
    kmt_device_leave(device);
    return status;
}

static NTSTATUS unlock_list(struct kmt_device *device, const D3DKMT_HANDLE *handles, uint32_t count)
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

static NTSTATUS unlock(struct kmt_call *call, void *user)
{
    D3DKMT_UNLOCK args;
    struct kmt_device *device;
    struct kmt_blob blob;
    NTSTATUS status;

    if (!user_capture(call->machine, &args, user) || args.NumAllocations == 0 ||
        args.NumAllocations > HANDLES_MAX) {
        return STATUS_INVALID_PARAMETER;
    }
    status = kmt_blob_read(call->machine, &blob, args.phAllocations,
                           args.NumAllocations * sizeof(D3DKMT_HANDLE));
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = kmt_device_enter(call, args.hDevice, &device);
    if (NT_SUCCESS(status)) {
        status = unlock_list(device, blob.data, args.NumAllocations);
        kmt_device_leave(device);
    }
    kmt_blob_fini(call->machine, &blob);
    return status;
}

static NTSTATUS unlock2(struct kmt_call *call, void *user)
{
    D3DKMT_UNLOCK2 args;
    struct kmt_device *device;
    NTSTATUS status;

    if (!user_capture(call->machine, &args, user)) {
        return STATUS_INVALID_PARAMETER;
    }
    status = kmt_device_enter(call, args.hDevice, &device);
    if (NT_SUCCESS(status)) {
        status = unlock_list(device, &args.hAllocation, 1);
        kmt_device_leave(device);
    }
    return status;
}

/** Partial: no Discard, no alternate address, no aperture. */
NTSTATUS APIENTRY D3DKMTLock(D3DKMT_LOCK *args)
{
    return kmt_call(lock, args);
}

NTSTATUS APIENTRY D3DKMTLock2(D3DKMT_LOCK2 *args)
{
    return kmt_call(lock2, args);
}

NTSTATUS APIENTRY D3DKMTUnlock(const D3DKMT_UNLOCK *args)
{
    return kmt_call(unlock, args);
}

NTSTATUS APIENTRY D3DKMTUnlock2(const D3DKMT_UNLOCK2 *args)
{
    return kmt_call(unlock2, args);
}
