/* SPDX-License-Identifier: MIT */
/*
 * D3DKMT_ESCAPE_VIDMM: turning the memory manager from outside, for tests.
 *
 * Source: ns-d3dkmthk-_d3dkmt_vidmm_escape, ne-d3dkmthk-_d3dkmt_vidmmescapetype. What a sub-type
 * does to memory is documented by its name only; each case below says what we take it for.
 */
#include "dxgk/control.h"
#include "dxgk/offer.h"
#include "kmt/escape.h"
#include "kmt/nt_shared.h"
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
    static const char *const others[] = {
        [D3DKMT_DEFRAG_ESCAPE_DEFRAG_UPWARD] = "DEFRAG_UPWARD",
        [D3DKMT_DEFRAG_ESCAPE_DEFRAG_DOWNWARD] = "DEFRAG_DOWNWARD",
        [D3DKMT_DEFRAG_ESCAPE_DEFRAG_PASS] = "DEFRAG_PASS",
        [D3DKMT_DEFRAG_ESCAPE_VERIFY_TRANSFER] = "VERIFY_TRANSFER",
    };
    struct segment_state state;

    if ((uint32_t)args->Defrag.Operation >= DXGH_ARRAY_SIZE(others)) {
        return STATUS_INVALID_PARAMETER;
    }
    if (args->Defrag.Operation != D3DKMT_DEFRAG_ESCAPE_GET_FRAGMENTATION_STATS) {
        return kmt_unimplemented(escape->call, "D3DKMT_DEFRAG_ESCAPE_%s",
                                 others[args->Defrag.Operation]);
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

/* SETFAULT and the adapter's verifier flags are two names of one thing. Its other bits want
 * failures of what this memory manager does not do, or does otherwise. */
static NTSTATUS set_fault(const struct kmt_escape *escape, const D3DKMT_VIDMM_ESCAPE *args)
{
    D3DKMT_ADAPTER_VERIFIER_VIDMM_FLAGS flags = {
        .AlwaysRepatch = args->SetFault.AlwaysRepatch & 1,
        .AlwaysDiscardOffer = args->SetFault.AlwaysDiscardOfferedAllocation & 1,
        .NeverDiscardOffer = args->SetFault.NeverDiscardOfferedAllocation & 1,
        .NeverPrepatch = args->SetFault.NoPrePatching & 1,
    };
    D3DKMT_VIDMM_ESCAPE other = { .SetFault.Value = args->SetFault.Value };

    other.SetFault.AlwaysRepatch = 0;
    other.SetFault.AlwaysDiscardOfferedAllocation = 0;
    other.SetFault.NeverDiscardOfferedAllocation = 0;
    other.SetFault.NoPrePatching = 0;
    if (args->SetFault.Reserved != 0 || (flags.AlwaysDiscardOffer && flags.NeverDiscardOffer)) {
        return STATUS_INVALID_PARAMETER;
    }
    if (other.SetFault.Value != 0) {
        return kmt_unimplemented(escape->call, "D3DKMT_VIDMMESCAPETYPE_SETFAULT 0x%X",
                                 (unsigned)other.SetFault.Value);
    }
    if (!dxgk_tdr_test_mode(escape->adapter)) {
        return STATUS_ACCESS_DENIED; /* Choice: it changes the work of others */
    }
    (void)dxgk_verifier_set(escape->adapter, flags); /* these are served */
    return STATUS_SUCCESS;
}

/* Of the caller only: there are no handles of other processes here. Whoever wants the GPU idle
 * waits for its packets meanwhile, so it is a test's as well. */
static NTSTATUS suspend(const struct kmt_escape *escape, HANDLE process, bool suspended, bool wake)
{
    if (!kmt_is_this_process(process)) {
        return STATUS_INVALID_PARAMETER;
    }
    if (wake) {
        return kmt_unimplemented(
            escape->call, "D3DKMT_VIDMMESCAPETYPE_SUSPEND_PROCESS with bAllowWakeOnSubmission");
    }
    if (!dxgk_tdr_test_mode(escape->adapter)) {
        return STATUS_ACCESS_DENIED; /* Choice: as above */
    }
    return dxgk_process_suspend(escape->adapter, escape->call->process, suspended);
}

/* How far the caller is over its budgets. */
static uint64_t to_trim(const struct kmt_escape *escape)
{
    uint64_t bytes = 0;

    for (uint32_t local = 0; local < 2; local++) {
        struct memory_usage usage =
            dxgk_memory_usage(escape->adapter, escape->call->process, local != 0);

        bytes += usage.used_bytes > usage.budget_bytes ? usage.used_bytes - usage.budget_bytes : 0;
    }
    return bytes;
}

/* The caller's openings of the resource keep it, so it is gone over by one of them. */
static NTSTATUS evict_by_nt_handle(const struct kmt_escape *escape, UINT64 handle)
{
    const struct kmt_shared *shared = kmt_shared_find(escape->call, (HANDLE)(uintptr_t)handle);

    if (shared == NULL || shared->resource == NULL || escape->device == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    LIST_FOR_EACH(link, &escape->device->openings) {
        const struct opening *opening = LIST_ENTRY_OF(link, struct opening, link);

        if (opening->resource == shared->resource) {
            return dxgk_opening_evict(opening);
        }
    }
    return STATUS_INVALID_PARAMETER; /* Choice: the device has to have it open */
}

static NTSTATUS refuse(const struct kmt_escape *escape, D3DKMT_VIDMMESCAPETYPE type)
{
    static const char *const names[] = {
        [D3DKMT_VIDMMESCAPETYPE_RUN_COHERENCY_TEST] = "RUN_COHERENCY_TEST",
        [D3DKMT_VIDMMESCAPETYPE_RUN_UNMAP_TO_DUMMY_PAGE_TEST] = "RUN_UNMAP_TO_DUMMY_PAGE_TEST",
        [D3DKMT_VIDMMESCAPETYPE_APERTURE_CORRUPTION_CHECK] = "APERTURE_CORRUPTION_CHECK",
        [D3DKMT_VIDMMESCAPETYPE_SUSPEND_CPU_ACCESS_TEST] = "SUSPEND_CPU_ACCESS_TEST",
        [D3DKMT_VIDMMESCAPETYPE_GET_VAD_INFO] = "GET_VAD_INFO",
        [D3DKMT_VIDMMESCAPETYPE_SET_TRIM_INTERVALS] = "SET_TRIM_INTERVALS",
        [D3DKMT_VIDMMESCAPETYPE_WAKE] = "WAKE",
    };

    if ((uint32_t)type >= DXGH_ARRAY_SIZE(names) || names[type] == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    return kmt_unimplemented(escape->call, "D3DKMT_VIDMMESCAPETYPE_%s", names[type]);
}

NTSTATUS kmt_escape_vidmm(const struct kmt_escape *escape)
{
    D3DKMT_VIDMM_ESCAPE *args = escape->data;

    if (escape->size_bytes != sizeof(*args)) {
        return STATUS_INVALID_PARAMETER;
    }
    switch (args->Type) {
    case D3DKMT_VIDMMESCAPETYPE_SETFAULT:
        return set_fault(escape, args);
    case D3DKMT_VIDMMESCAPETYPE_EVICT:
        return evict(escape, args);
    case D3DKMT_VIDMMESCAPETYPE_EVICT_BY_NT_HANDLE:
        return evict_by_nt_handle(escape, args->EvictByNtHandle.NtHandle);
    case D3DKMT_VIDMMESCAPETYPE_EVICT_BY_CRITERIA:
        return evict_by_criteria(escape, &args->EvictByCriteria);
    case D3DKMT_VIDMMESCAPETYPE_SET_BUDGET:
        return dxgk_process_budget(escape->adapter, escape->call->process,
                                   args->SetBudget.LocalMemoryBudget,
                                   args->SetBudget.SystemMemoryBudget);
    case D3DKMT_VIDMMESCAPETYPE_GET_BUDGET:
        args->GetBudget.NumBytesToTrim = to_trim(escape);
        return STATUS_SUCCESS;
    case D3DKMT_VIDMMESCAPETYPE_SUSPEND_PROCESS:
        return suspend(escape, args->SuspendProcess.hProcess, true,
                       args->SuspendProcess.bAllowWakeOnSubmission != 0);
    case D3DKMT_VIDMMESCAPETYPE_RESUME_PROCESS:
        return suspend(escape, args->ResumeProcess.hProcess, false, false);
    case D3DKMT_VIDMMESCAPETYPE_DEFRAG:
        return defragment(escape, args);
    default:
        return refuse(escape, args->Type);
    }
}
