/* SPDX-License-Identifier: MIT */
#include "dxgk/swizzle.h"

#include "dxgk/dump.h"
#include "dxgk/gate_calls.h"
#include "machine/heap.h"
#include "verify/names.h"

static struct swizzling_range *find_free(struct adapter *adapter)
{
    uint32_t count = DXGH_MIN(adapter->caps.NumberOfSwizzlingRanges, SWIZZLING_RANGES_MAX);

    if (adapter->swizzling == NULL) {
        adapter->swizzling = machine_heap_alloc(adapter->machine,
                                                SWIZZLING_RANGES_MAX * sizeof(*adapter->swizzling));
    }
    for (uint32_t i = 0; i < count; i++) {
        adapter->swizzling[i].id = i;
        if (adapter->swizzling[i].placement == NULL) {
            return &adapter->swizzling[i];
        }
    }
    return NULL;
}

/* Windows stops for any other answer. Rule SWZ-01. */
static void check_status(struct adapter *adapter, NTSTATUS status)
{
    if (status == STATUS_SUCCESS || status == STATUS_GRAPHICS_UNSWIZZLING_APERTURE_UNSUPPORTED ||
        status == STATUS_GRAPHICS_UNSWIZZLING_APERTURE_UNAVAILABLE) {
        return;
    }
    adapter_bugcheck(adapter, DUMP_VIDEO_MEMORY_MANAGEMENT_INTERNAL,
                     MEMORY_MANAGEMENT_ACQUIRE_FAILED, (uint32_t)status, 0, 0,
                     "DxgkDdiAcquireSwizzlingRange returned %s. Only "
                     "STATUS_GRAPHICS_UNSWIZZLING_APERTURE_UNSUPPORTED and _UNAVAILABLE may "
                     "refuse.",
                     verify_status_name(status));
}

static NTSTATUS find_view(struct adapter *adapter, const DXGKARG_ACQUIRESWIZZLINGRANGE *args,
                          uint64_t size_bytes, void **pointer)
{
    *pointer = device_host_map(adapter->machine, (uint64_t)args->CPUTranslatedAddress.QuadPart,
                               size_bytes);
    if (*pointer != NULL && args->RangeSize == size_bytes) {
        return STATUS_SUCCESS;
    }
    verify_report(adapter->machine, RULE_SWZ_04, "DxgkDdiAcquireSwizzlingRange",
                  "Range %u was set to 0x%llx bytes at 0x%llx. The address must lie in a BAR, and "
                  "the size of 0x%llx bytes stays as it was given.",
                  args->RangeId, (unsigned long long)args->RangeSize,
                  (unsigned long long)args->CPUTranslatedAddress.QuadPart,
                  (unsigned long long)size_bytes);
    return STATUS_GRAPHICS_UNSWIZZLING_APERTURE_UNSUPPORTED;
}

NTSTATUS swizzling_acquire(struct adapter *adapter, const struct vidmm_allocation *placement,
                           struct swizzling_range **out, void **pointer)
{
    const struct segment *segment = placement->segment;
    struct swizzling_range *range;
    DXGKARG_ACQUIRESWIZZLINGRANGE args = { .hAllocation = placement->driver_handle,
                                           .SegmentId = segment->id,
                                           .RangeSize = placement->request.size_bytes };
    NTSTATUS status;

    if (segment->aperture || !segment->cpu_visible || adapter->caps.NumberOfSwizzlingRanges == 0 ||
        adapter->table.DxgkDdiAcquireSwizzlingRange == NULL) {
        return STATUS_GRAPHICS_UNSWIZZLING_APERTURE_UNSUPPORTED;
    }
    range = find_free(adapter);
    if (range == NULL) {
        return STATUS_GRAPHICS_UNSWIZZLING_APERTURE_UNAVAILABLE;
    }
    range->placement = placement; /* before the call: another thread must not choose it too */
    args.RangeId = range->id;
    args.CPUTranslatedAddress.QuadPart = (LONGLONG)(segment->cpu_physical + placement->offset);
    status = gate_AcquireSwizzlingRange(adapter, &args);
    check_status(adapter, status);
    if (NT_SUCCESS(status)) {
        status = find_view(adapter, &args, placement->request.size_bytes, pointer);
        if (!NT_SUCCESS(status)) {
            swizzling_release(adapter, range);
            return status;
        }
        *out = range;
    } else {
        range->placement = NULL;
    }
    return status;
}

void swizzling_release(struct adapter *adapter, struct swizzling_range *range)
{
    DXGKARG_RELEASESWIZZLINGRANGE args = { .hAllocation = range->placement->driver_handle,
                                           .RangeId = range->id };
    NTSTATUS status = gate_ReleaseSwizzlingRange(adapter, &args);

    range->placement = NULL;
    if (status != STATUS_SUCCESS) {
        verify_report(adapter->machine, RULE_SWZ_02, "DxgkDdiReleaseSwizzlingRange",
                      "DxgkDdiReleaseSwizzlingRange returned %s. It must succeed.",
                      verify_status_name(status));
        adapter_bugcheck(adapter, DUMP_VIDEO_MEMORY_MANAGEMENT_INTERNAL,
                         MEMORY_MANAGEMENT_RELEASE_FAILED, (uint32_t)status, args.RangeId, 0,
                         "DxgkDdiReleaseSwizzlingRange returned %s. It must succeed.",
                         verify_status_name(status));
    }
}
