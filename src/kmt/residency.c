/* SPDX-License-Identifier: MIT */
/*
 * Residency and priority of allocations, and what video memory there is.
 *
 * Source: d3dkmthk nf-d3dkmthk-d3dkmtevict, -d3dkmtqueryallocationresidency,
 * -d3dkmtsetallocationpriority, -d3dkmtgetallocationpriority, -d3dkmtqueryvideomemoryinfo
 */
#include "dxgk/control.h"
#include "dxgk/offer.h"
#include "kmt/selection.h"
#include "verify/verify.h"

/* The last of as many as there were D3DKMTMakeResident makes it leave; without any, the first. */
static NTSTATUS evict_one(struct opened *opened, bool lazily)
{
    opened->resident_count -= opened->resident_count > 0;
    return lazily || opened->resident_count > 0 ? STATUS_SUCCESS : dxgk_opened_evict(opened);
}

static NTSTATUS evict(struct kmt_call *call, void *arguments)
{
    D3DKMT_EVICT *args = arguments;
    struct kmt_selection selection;
    NTSTATUS status;

    if (args->Flags.Reserved != 0) {
        return STATUS_INVALID_PARAMETER;
    }
    status = kmt_select(call->device, 0, args->AllocationList, args->NumAllocations, &selection);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (!args->Flags.EvictOnlyIfNecessary && kmt_selection_in_use(&selection)) {
        status = kmt_wait_retired(call);
    }
    for (uint32_t i = 0; NT_SUCCESS(status) && i < selection.count; i++) {
        status = evict_one(kmt_selected(&selection, i), args->Flags.EvictOnlyIfNecessary);
    }
    kmt_deselect(&selection);
    if (NT_SUCCESS(status)) {
        args->NumBytesToTrim = 0;
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

static NTSTATUS query_residency(struct kmt_call *call, void *arguments)
{
    const D3DKMT_QUERYALLOCATIONRESIDENCY *args = arguments;
    struct kmt_selection selection;
    NTSTATUS status = kmt_select(call->device, args->hResource, args->phAllocationList,
                                 args->AllocationCount, &selection);

    if (NT_SUCCESS(status)) {
        status = kmt_selection_answer(&selection, args->pResidencyStatus, residency_of);
        kmt_deselect(&selection);
    }
    return status;
}

static NTSTATUS get_priority(struct kmt_call *call, void *arguments)
{
    const D3DKMT_GETALLOCATIONPRIORITY *args = arguments;
    struct kmt_selection selection;
    NTSTATUS status = kmt_select(call->device, args->hResource, args->phAllocationList,
                                 args->AllocationCount, &selection);

    if (NT_SUCCESS(status)) {
        status = kmt_selection_answer(&selection, args->pPriorities, dxgk_opened_priority);
        kmt_deselect(&selection);
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
    struct kmt_selection selection;
    struct kmt_blob words;
    NTSTATUS status = kmt_select(call->device, args->hResource, args->phAllocationList,
                                 args->AllocationCount, &selection);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = kmt_blob_read_words(call->machine, &words, args->pPriorities,
                                 selection.count * sizeof(uint32_t));
    if (NT_SUCCESS(status) && !priorities_are_valid(words.data, selection.count)) {
        status = STATUS_INVALID_PARAMETER;
    }
    for (uint32_t i = 0; NT_SUCCESS(status) && i < selection.count; i++) {
        dxgk_opened_set_priority(kmt_selected(&selection, i), ((const uint32_t *)words.data)[i]);
    }
    kmt_blob_fini(call->machine, &words);
    kmt_deselect(&selection);
    return status;
}

/* LOCAL is video memory, NON_LOCAL what the GPU sees through apertures. */
static NTSTATUS video_memory(struct kmt_call *call, void *arguments)
{
    D3DKMT_QUERYVIDEOMEMORYINFO *args = arguments;
    struct memory_usage usage;

    if ((uint32_t)args->MemorySegmentGroup > D3DKMT_MEMORY_SEGMENT_GROUP_NON_LOCAL ||
        args->PhysicalAdapterIndex != 0) {
        return STATUS_INVALID_PARAMETER;
    }
    if (args->hProcess != NULL) {
        return kmt_unimplemented(call, "another process");
    }
    usage = dxgk_memory_usage(call->adapter, process_current(call->machine),
                              args->MemorySegmentGroup == D3DKMT_MEMORY_SEGMENT_GROUP_LOCAL);
    args->Budget = usage.budget_bytes;
    args->CurrentUsage = usage.used_bytes;
    args->CurrentReservation = 0;
    args->AvailableForReservation = 0;
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

/** Partial: of the calling process; no reservations. */
NTSTATUS APIENTRY D3DKMTQueryVideoMemoryInfo(D3DKMT_QUERYVIDEOMEMORYINFO *args)
{
    static const struct kmt_function function = {
        "D3DKMTQueryVideoMemoryInfo", KMT_BY(ADAPTER, D3DKMT_QUERYVIDEOMEMORYINFO, hAdapter),
        .answer = KMT_ANSWERS, .body = video_memory
    };

    return kmt_call(&function, args);
}
