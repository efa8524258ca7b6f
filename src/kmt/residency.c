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
    const struct kmt_device *device;
    const struct opening *opening; /* a resource; NULL: the list */
    struct kmt_blob handles;       /* D3DKMT_HANDLE each */
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

static NTSTATUS select_resource(struct selection *selection, uint32_t resource)
{
    selection->opening = kmt_opening_find(selection->device, resource);
    selection->count = selection->opening == NULL ? 0 : selection->opening->allocation_count;
    return selection->opening == NULL ? STATUS_INVALID_PARAMETER : STATUS_SUCCESS;
}

/* On success ended by deselect(). */
static NTSTATUS select_allocations(struct kmt_call *call, uint32_t resource,
                                   const D3DKMT_HANDLE *list, uint32_t count,
                                   struct selection *selection)
{
    NTSTATUS status;

    *selection = (struct selection){ .device = call->device, .count = count };
    if (resource != 0) {
        return select_resource(selection, resource);
    }
    if (count == 0 || count > HANDLES_MAX) {
        return STATUS_INVALID_PARAMETER;
    }
    status = kmt_blob_read(call->machine, &selection->handles, list, count * sizeof(*list));
    for (uint32_t i = 0; NT_SUCCESS(status) && i < count; i++) {
        if (selected(selection, i) == NULL) {
            kmt_blob_fini(call->machine, &selection->handles);
            status = STATUS_INVALID_PARAMETER;
        }
    }
    return status;
}

static void deselect(struct kmt_call *call, struct selection *selection)
{
    kmt_blob_fini(call->machine, &selection->handles);
}

static NTSTATUS evict(struct kmt_call *call, void *arguments)
{
    D3DKMT_EVICT *args = arguments;
    struct selection selection;
    NTSTATUS status;

    if (args->Flags.Reserved != 0) {
        return STATUS_INVALID_PARAMETER;
    }
    status = select_allocations(call, 0, args->AllocationList, args->NumAllocations, &selection);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    for (uint32_t i = 0; NT_SUCCESS(status) && i < selection.count; i++) {
        status = args->Flags.EvictOnlyIfNecessary ? STATUS_SUCCESS
                                                  : dxgk_opened_evict(selected(&selection, i));
    }
    deselect(call, &selection);
    args->NumBytesToTrim = 0;
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

static NTSTATUS query_residency(struct kmt_call *call, void *arguments)
{
    const D3DKMT_QUERYALLOCATIONRESIDENCY *args = arguments;
    struct selection selection;
    NTSTATUS status = select_allocations(call, args->hResource, args->phAllocationList,
                                         args->AllocationCount, &selection);

    if (NT_SUCCESS(status)) {
        status = write_words(call, &selection, args->pResidencyStatus, residency_of);
        deselect(call, &selection);
    }
    return status;
}

static NTSTATUS get_priority(struct kmt_call *call, void *arguments)
{
    const D3DKMT_GETALLOCATIONPRIORITY *args = arguments;
    struct selection selection;
    NTSTATUS status = select_allocations(call, args->hResource, args->phAllocationList,
                                         args->AllocationCount, &selection);

    if (NT_SUCCESS(status)) {
        status = write_words(call, &selection, args->pPriorities, dxgk_opened_priority);
        deselect(call, &selection);
    }
    return status;
}

/* ALLOC-09: never 0 */
static bool priorities_are_valid(const uint32_t *priorities, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        if (priorities[i] == 0) {
            return false;
        }
    }
    return true;
}

static NTSTATUS set_priority(struct kmt_call *call, void *arguments)
{
    const D3DKMT_SETALLOCATIONPRIORITY *args = arguments;
    struct selection selection;
    struct kmt_blob words;
    NTSTATUS status = select_allocations(call, args->hResource, args->phAllocationList,
                                         args->AllocationCount, &selection);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    status =
        kmt_blob_read(call->machine, &words, args->pPriorities, selection.count * sizeof(uint32_t));
    if (NT_SUCCESS(status) && !priorities_are_valid(words.data, selection.count)) {
        status = STATUS_INVALID_PARAMETER;
    }
    for (uint32_t i = 0; NT_SUCCESS(status) && i < selection.count; i++) {
        dxgk_opened_set_priority(selected(&selection, i), ((const uint32_t *)words.data)[i]);
    }
    kmt_blob_fini(call->machine, &words);
    deselect(call, &selection);
    return status;
}

/* LOCAL is video memory, NON_LOCAL what the GPU sees through apertures. */
static NTSTATUS video_memory(struct kmt_call *call, void *arguments)
{
    D3DKMT_QUERYVIDEOMEMORYINFO *args = arguments;
    bool apertures = args->MemorySegmentGroup == D3DKMT_MEMORY_SEGMENT_GROUP_NON_LOCAL;
    struct segment_state state;

    if ((uint32_t)args->MemorySegmentGroup > D3DKMT_MEMORY_SEGMENT_GROUP_NON_LOCAL ||
        args->PhysicalAdapterIndex != 0) {
        return STATUS_INVALID_PARAMETER;
    }
    if (args->hProcess != NULL) {
        return kmt_unimplemented(call, "another process");
    }
    args->Budget = 0;
    args->CurrentUsage = 0;
    args->CurrentReservation = 0;
    args->AvailableForReservation = 0;
    for (uint32_t id = 1; dxgk_segment_state(call->adapter, id, &state); id++) {
        if (state.aperture == apertures) {
            args->Budget += state.size_bytes;
            args->CurrentUsage += state.size_bytes - state.free_bytes;
        }
    }
    return STATUS_SUCCESS;
}

NTSTATUS APIENTRY D3DKMTEvict(D3DKMT_EVICT *args)
{
    static const struct kmt_function function = { "D3DKMTEvict",
                                                  KMT_BY(DEVICE, D3DKMT_EVICT, hDevice),
                                                  .answer = KMT_ANSWERS, .body = evict };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTQueryAllocationResidency(const D3DKMT_QUERYALLOCATIONRESIDENCY *args)
{
    static const struct kmt_function function = {
        "D3DKMTQueryAllocationResidency",
        KMT_BY(LIVE_DEVICE, D3DKMT_QUERYALLOCATIONRESIDENCY, hDevice), .body = query_residency
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTGetAllocationPriority(const D3DKMT_GETALLOCATIONPRIORITY *args)
{
    static const struct kmt_function function = {
        "D3DKMTGetAllocationPriority", KMT_BY(LIVE_DEVICE, D3DKMT_GETALLOCATIONPRIORITY, hDevice),
        .body = get_priority
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTSetAllocationPriority(const D3DKMT_SETALLOCATIONPRIORITY *args)
{
    static const struct kmt_function function = {
        "D3DKMTSetAllocationPriority", KMT_BY(LIVE_DEVICE, D3DKMT_SETALLOCATIONPRIORITY, hDevice),
        .body = set_priority
    };

    return kmt_call(&function, args);
}

/** Partial: of the whole adapter. */
NTSTATUS APIENTRY D3DKMTQueryVideoMemoryInfo(D3DKMT_QUERYVIDEOMEMORYINFO *args)
{
    static const struct kmt_function function = {
        "D3DKMTQueryVideoMemoryInfo", KMT_BY(ADAPTER, D3DKMT_QUERYVIDEOMEMORYINFO, hAdapter),
        .answer = KMT_ANSWERS, .body = video_memory
    };

    return kmt_call(&function, args);
}
