/* SPDX-License-Identifier: MIT */
/*
 * Residency and priority of allocations, and what video memory there is.
 *
 * Source: d3dkmthk nf-d3dkmthk-d3dkmtevict, -d3dkmtqueryallocationresidency,
 * -d3dkmtsetallocationpriority, -d3dkmtgetallocationpriority, -d3dkmtqueryvideomemoryinfo
 */
#include "dxgk/control.h"
#include "kmt/memory.h"
#include "kmt/resource.h"
#include "verify/verify.h"

#define HANDLES_MAX 1024u

/* The allocations one call is about: a list of the caller's, or all of a resource. */
struct selection {
    struct kmt_device *device;
    struct opening *opening; /* a resource; NULL: the list */
    struct kmt_blob handles; /* D3DKMT_HANDLE each */
    uint32_t count;
};

static struct opened *selected(const struct selection *selection, uint32_t index)
{
    if (selection->opening == NULL) {
        return kmt_opened_find(selection->device,
                               ((const D3DKMT_HANDLE *)selection->handles.data)[index]);
    }
    LIST_FOR_EACH(link, &selection->opening->allocations) {
        if (index-- == 0) {
            return LIST_ENTRY_OF(link, struct opened, link);
        }
    }
    return NULL;
}

static NTSTATUS check(const struct selection *selection)
{
    for (uint32_t i = 0; i < selection->count; i++) {
        if (selected(selection, i) == NULL) {
            return STATUS_INVALID_PARAMETER;
        }
    }
    return STATUS_SUCCESS;
}

/* Holds the device on success; ended by leave(). */
static NTSTATUS enter(struct kmt_call *call, uint32_t device, uint32_t resource,
                      const D3DKMT_HANDLE *list, uint32_t count, struct selection *selection)
{
    NTSTATUS status;

    *selection = (struct selection){ .count = count };
    if (resource == 0 && (count == 0 || count > HANDLES_MAX)) {
        return STATUS_INVALID_PARAMETER;
    }
    status = kmt_blob_read(call->machine, &selection->handles, list,
                           resource == 0 ? count * sizeof(*list) : 0);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = kmt_device_enter(call, device, &selection->device);
    if (!NT_SUCCESS(status)) {
        kmt_blob_fini(call->machine, &selection->handles);
        return status;
    }
    if (resource != 0) {
        selection->opening = kmt_opening_find(selection->device, resource);
        selection->count = selection->opening == NULL ? 0 : selection->opening->allocation_count;
        status = selection->opening == NULL ? STATUS_INVALID_PARAMETER : STATUS_SUCCESS;
    } else {
        status = check(selection);
    }
    if (!NT_SUCCESS(status)) {
        kmt_device_leave(selection->device);
        kmt_blob_fini(call->machine, &selection->handles);
    }
    return status;
}

static void leave(struct kmt_call *call, struct selection *selection)
{
    kmt_device_leave(selection->device);
    kmt_blob_fini(call->machine, &selection->handles);
}

static NTSTATUS evict(struct kmt_call *call, void *user)
{
    D3DKMT_EVICT args;
    struct selection selection;
    NTSTATUS status;

    if (!user_capture(call->machine, &args, user) || args.Flags.Reserved != 0) {
        return STATUS_INVALID_PARAMETER;
    }
    status = enter(call, args.hDevice, 0, args.AllocationList, args.NumAllocations, &selection);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    for (uint32_t i = 0; NT_SUCCESS(status) && i < selection.count; i++) {
        status = args.Flags.EvictOnlyIfNecessary ? STATUS_SUCCESS
                                                 : dxgk_opened_evict(selected(&selection, i));
    }
    leave(call, &selection);
    args.NumBytesToTrim = 0;
    if (NT_SUCCESS(status) && !user_write(call->machine, user, &args, sizeof(args))) {
        status = STATUS_INVALID_PARAMETER;
    }
    return status;
}

static uint32_t residency_of(const struct opened *opened)
{
    if (!dxgk_opened_is_resident(opened)) {
        return D3DKMT_ALLOCATIONRESIDENCYSTATUS_NOTRESIDENT;
    }
    return dxgk_opened_in_aperture(opened) ? D3DKMT_ALLOCATIONRESIDENCYSTATUS_RESIDENTINSHAREDMEMORY
                                           : D3DKMT_ALLOCATIONRESIDENCYSTATUS_RESIDENTINGPUMEMORY;
}

/* Writes one word per allocation. */
static NTSTATUS write_words(struct kmt_call *call, const struct selection *selection, void *to,
                            uint32_t (*word_of)(const struct opened *opened))
{
    for (uint32_t i = 0; i < selection->count; i++) {
        uint32_t word = word_of(selected(selection, i));

        if (!user_write(call->machine, (uint32_t *)to + i, &word, sizeof(word))) {
            return STATUS_INVALID_PARAMETER;
        }
    }
    return STATUS_SUCCESS;
}

static NTSTATUS query_residency(struct kmt_call *call, void *user)
{
    D3DKMT_QUERYALLOCATIONRESIDENCY args;
    struct selection selection;
    NTSTATUS status;

    if (!user_capture(call->machine, &args, user)) {
        return STATUS_INVALID_PARAMETER;
    }
    status = enter(call, args.hDevice, args.hResource, args.phAllocationList, args.AllocationCount,
                   &selection);
    if (NT_SUCCESS(status)) {
        status = write_words(call, &selection, args.pResidencyStatus, residency_of);
        leave(call, &selection);
    }
    return status;
}

static NTSTATUS get_priority(struct kmt_call *call, void *user)
{
    D3DKMT_GETALLOCATIONPRIORITY args;
    struct selection selection;
    NTSTATUS status;

    if (!user_capture(call->machine, &args, user)) {
        return STATUS_INVALID_PARAMETER;
    }
    status = enter(call, args.hDevice, args.hResource, args.phAllocationList, args.AllocationCount,
                   &selection);
    if (NT_SUCCESS(status)) {
        status = write_words(call, &selection, args.pPriorities, dxgk_opened_priority);
        leave(call, &selection);
    }
    return status;
}

static NTSTATUS set_priority(struct kmt_call *call, void *user)
{
    D3DKMT_SETALLOCATIONPRIORITY args;
    struct selection selection;
    struct kmt_blob words;
    NTSTATUS status;

    if (!user_capture(call->machine, &args, user)) {
        return STATUS_INVALID_PARAMETER;
    }
    status = enter(call, args.hDevice, args.hResource, args.phAllocationList, args.AllocationCount,
                   &selection);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status =
        kmt_blob_read(call->machine, &words, args.pPriorities, selection.count * sizeof(uint32_t));
    for (uint32_t i = 0; NT_SUCCESS(status) && i < selection.count; i++) {
        if (((const uint32_t *)words.data)[i] == 0) {
            status = STATUS_INVALID_PARAMETER; /* ALLOC-09: never 0 */
        }
    }
    for (uint32_t i = 0; NT_SUCCESS(status) && i < selection.count; i++) {
        dxgk_opened_set_priority(selected(&selection, i), ((const uint32_t *)words.data)[i]);
    }
    kmt_blob_fini(call->machine, &words);
    leave(call, &selection);
    return status;
}

/* LOCAL is video memory, NON_LOCAL what the GPU sees through apertures. */
static NTSTATUS video_memory(struct kmt_call *call, void *user)
{
    D3DKMT_QUERYVIDEOMEMORYINFO args;
    struct adapter *adapter;
    struct segment_state state;
    NTSTATUS status;

    if (!user_capture(call->machine, &args, user) ||
        (uint32_t)args.MemorySegmentGroup > D3DKMT_MEMORY_SEGMENT_GROUP_NON_LOCAL ||
        args.PhysicalAdapterIndex != 0) {
        return STATUS_INVALID_PARAMETER;
    }
    if (args.hProcess != NULL) {
        return kmt_unimplemented(call->machine, "D3DKMTQueryVideoMemoryInfo: another process");
    }
    status = kmt_adapter_enter(call, args.hAdapter, &adapter);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    args.Budget = 0;
    args.CurrentUsage = 0;
    args.CurrentReservation = 0;
    args.AvailableForReservation = 0;
    for (uint32_t id = 1; dxgk_segment_state(adapter, id, &state); id++) {
        if (state.aperture == (args.MemorySegmentGroup == D3DKMT_MEMORY_SEGMENT_GROUP_NON_LOCAL)) {
            args.Budget += state.size_bytes;
            args.CurrentUsage += state.size_bytes - state.free_bytes;
        }
    }
    kmt_adapter_leave(adapter);
    return user_answer(call->machine, user, &args, sizeof(args));
}

NTSTATUS APIENTRY D3DKMTEvict(D3DKMT_EVICT *args)
{
    return kmt_call(evict, args);
}

NTSTATUS APIENTRY D3DKMTQueryAllocationResidency(const D3DKMT_QUERYALLOCATIONRESIDENCY *args)
{
    return kmt_call(query_residency, args);
}

NTSTATUS APIENTRY D3DKMTGetAllocationPriority(const D3DKMT_GETALLOCATIONPRIORITY *args)
{
    return kmt_call(get_priority, args);
}

NTSTATUS APIENTRY D3DKMTSetAllocationPriority(const D3DKMT_SETALLOCATIONPRIORITY *args)
{
    return kmt_call(set_priority, args);
}

/** Partial: of the whole adapter. */
NTSTATUS APIENTRY D3DKMTQueryVideoMemoryInfo(D3DKMT_QUERYVIDEOMEMORYINFO *args)
{
    return kmt_call(video_memory, args);
}
