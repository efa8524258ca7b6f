/* SPDX-License-Identifier: MIT */
/*
 * D3DKMT_ESCAPE_VIDMM: turning the memory manager from outside, for tests.
 *
 * Source: ns-d3dkmthk-_d3dkmt_vidmm_escape, ne-d3dkmthk-_d3dkmt_vidmmescapetype. What a sub-type
 * does to memory is documented by its name only; each case below says what we take it for.
 */
#include "dxgk/control.h"
#include "kmt/escape.h"
#include "kmt/resource.h"
#include "verify/verify.h"

/* EVICT names one allocation, one resource, or with neither everything of the device. */
static NTSTATUS evict_all(const struct kmt_device *device)
{
    LIST_FOR_EACH(link, &device->openings) {
        NTSTATUS status = dxgk_opening_evict(LIST_ENTRY_OF(link, struct opening, link));

        if (!NT_SUCCESS(status) && status != STATUS_GRAPHICS_CANT_EVICT_PINNED_ALLOCATION) {
            return status;
        }
    }
    return STATUS_SUCCESS;
}

static NTSTATUS evict(const struct kmt_escape *escape, const D3DKMT_VIDMM_ESCAPE *args)
{
    const struct opened *opened;
    const struct opening *opening;

    if (args->Evict.hProcess != NULL) {
        return kmt_unimplemented(escape->call, "VIDMM EVICT of another process");
    }
    if (escape->device == NULL ||
        (args->Evict.AllocationHandle != 0 && args->Evict.ResourceHandle != 0)) {
        return STATUS_INVALID_PARAMETER;
    }
    if (args->Evict.AllocationHandle != 0) {
        opened = kmt_opened_find(escape->device, args->Evict.AllocationHandle);
        return opened == NULL ? STATUS_INVALID_PARAMETER : dxgk_opened_evict(opened);
    }
    if (args->Evict.ResourceHandle != 0) {
        opening = kmt_opening_find(escape->device, args->Evict.ResourceHandle);
        return opening == NULL ? STATUS_INVALID_PARAMETER : dxgk_opening_evict(opening);
    }
    return evict_all(escape->device);
}

/* Allocations of the device whose size lies in the range; with Flags.Primary also primaries. */
static NTSTATUS evict_by_criteria(const struct kmt_escape *escape,
                                  const D3DKMT_EVICTION_CRITERIA *criteria)
{
    if (escape->device == NULL || criteria->MinimumSize > criteria->MaximumSize ||
        criteria->Flags.Reserved != 0) {
        return STATUS_INVALID_PARAMETER;
    }
    LIST_FOR_EACH(link, &escape->device->openings) {
        const struct opening *opening = LIST_ENTRY_OF(link, struct opening, link);

        LIST_FOR_EACH(each, &opening->allocations) {
            const struct opened *opened = LIST_ENTRY_OF(each, struct opened, link);
            uint64_t size = dxgk_opened_size(opened);
            uint32_t source_id;
            NTSTATUS status;

            if (size < criteria->MinimumSize || size > criteria->MaximumSize ||
                (dxgk_opened_primary(opened, &source_id) && !criteria->Flags.Primary)) {
                continue;
            }
            status = dxgk_opened_evict(opened);
            if (!NT_SUCCESS(status) && status != STATUS_GRAPHICS_CANT_EVICT_PINNED_ALLOCATION) {
                return status;
            }
        }
    }
    return STATUS_SUCCESS;
}

/* Statistics of one segment. Moving allocations together is not something we do. */
static NTSTATUS defragment(const struct kmt_escape *escape, D3DKMT_VIDMM_ESCAPE *args)
{
    struct segment_state state;

    if ((uint32_t)args->Defrag.Operation > D3DKMT_DEFRAG_ESCAPE_VERIFY_TRANSFER) {
        return STATUS_INVALID_PARAMETER;
    }
    if (args->Defrag.Operation != D3DKMT_DEFRAG_ESCAPE_GET_FRAGMENTATION_STATS) {
        return kmt_unimplemented(escape->call, "VIDMM DEFRAG operation %u",
                                 (unsigned)args->Defrag.Operation);
    }
    if (!dxgk_segment_state(escape->adapter, args->Defrag.SegmentId, &state)) {
        return STATUS_INVALID_PARAMETER;
    }
    args->Defrag.TotalCommitted = state.size_bytes - state.free_bytes;
    args->Defrag.TotalFree = state.free_bytes;
    args->Defrag.LargestGapBefore = state.largest_free_bytes;
    args->Defrag.LargestGapAfter = state.largest_free_bytes;
    return STATUS_SUCCESS;
}

NTSTATUS kmt_escape_vidmm(const struct kmt_escape *escape)
{
    D3DKMT_VIDMM_ESCAPE *args = escape->data;

    if (escape->size_bytes != sizeof(*args)) {
        return STATUS_INVALID_PARAMETER;
    }
    switch (args->Type) {
    case D3DKMT_VIDMMESCAPETYPE_EVICT:
        return evict(escape, args);
    case D3DKMT_VIDMMESCAPETYPE_EVICT_BY_CRITERIA:
        return evict_by_criteria(escape, &args->EvictByCriteria);
    case D3DKMT_VIDMMESCAPETYPE_DEFRAG:
        return defragment(escape, args);
    case D3DKMT_VIDMMESCAPETYPE_SETFAULT:
        /* Nothing is injected, so asking for nothing is all that can be granted. */
        if (args->SetFault.Value == 0) {
            return STATUS_SUCCESS;
        }
        return kmt_unimplemented(escape->call, "VIDMM SETFAULT 0x%X",
                                 (unsigned)args->SetFault.Value);
    case D3DKMT_VIDMMESCAPETYPE_RUN_COHERENCY_TEST:
    case D3DKMT_VIDMMESCAPETYPE_RUN_UNMAP_TO_DUMMY_PAGE_TEST:
    case D3DKMT_VIDMMESCAPETYPE_APERTURE_CORRUPTION_CHECK:
    case D3DKMT_VIDMMESCAPETYPE_SUSPEND_CPU_ACCESS_TEST:
    case D3DKMT_VIDMMESCAPETYPE_EVICT_BY_NT_HANDLE:
    case D3DKMT_VIDMMESCAPETYPE_GET_VAD_INFO:
    case D3DKMT_VIDMMESCAPETYPE_SET_BUDGET:
    case D3DKMT_VIDMMESCAPETYPE_SUSPEND_PROCESS:
    case D3DKMT_VIDMMESCAPETYPE_RESUME_PROCESS:
    case D3DKMT_VIDMMESCAPETYPE_GET_BUDGET:
    case D3DKMT_VIDMMESCAPETYPE_SET_TRIM_INTERVALS:
    case D3DKMT_VIDMMESCAPETYPE_WAKE:
        return kmt_unimplemented(escape->call, "VIDMM sub-type %u", (unsigned)args->Type);
    default:
        return STATUS_INVALID_PARAMETER;
    }
}
