/* SPDX-License-Identifier: MIT */
#include "dxgk/swizzle.h"

#include "dxgk/dump.h"
#include "dxgk/gate_calls.h"
#include "machine/heap.h"
#include "verify/names.h"

static struct swizzling *state_of(struct adapter *adapter)
{
    if (adapter->swizzling == NULL) {
        adapter->swizzling = MACHINE_NEW(adapter->machine, struct swizzling);
        wait_queue_init(&adapter->swizzling->changed);
        for (uint32_t i = 0; i < SWIZZLING_RANGES_MAX; i++) {
            adapter->swizzling->ranges[i].id = i;
        }
    }
    return adapter->swizzling;
}

static uint32_t range_count(const struct adapter *adapter)
{
    return DXGH_MIN(adapter->caps.NumberOfSwizzlingRanges, SWIZZLING_RANGES_MAX);
}

static void settle(struct adapter *adapter, struct swizzling_range *range,
                   enum swizzling_state state)
{
    range->state = state;
    if (state == SWIZZLING_FREE) {
        range->placement = NULL;
    }
    wait_queue_wake(adapter->machine, &adapter->swizzling->changed);
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
    if (*pointer != NULL && args->RangeSize == size_bytes && size_bytes > 0) {
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

static void release(struct adapter *adapter, struct swizzling_range *range)
{
    DXGKARG_RELEASESWIZZLINGRANGE args = { .hAllocation = range->placement->driver_handle,
                                           .PrivateDriverData = range->private_data,
                                           .RangeId = range->id };
    NTSTATUS status;

    range->state = SWIZZLING_CHANGING; /* before the call: another thread must not choose it too */
    status = gate_ReleaseSwizzlingRange(adapter, &args);
    if (range->view_bytes > 0) {
        device_host_view_close(range->pointer, range->view_bytes);
        range->view_bytes = 0;
    }
    settle(adapter, range, SWIZZLING_FREE);
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

/* Returns: the range in this state that was lent least recently; NULL: none. */
static struct swizzling_range *find(struct adapter *adapter, enum swizzling_state state)
{
    struct swizzling *swizzling = state_of(adapter);
    struct swizzling_range *oldest = NULL;

    for (uint32_t i = 0; i < range_count(adapter); i++) {
        struct swizzling_range *range = &swizzling->ranges[i];

        if (range->state == state && (oldest == NULL || range->used < oldest->used)) {
            oldest = range;
        }
    }
    return oldest;
}

static struct swizzling_range *find_kept(struct adapter *adapter,
                                         const struct vidmm_allocation *placement,
                                         const struct lock_request *like)
{
    struct swizzling *swizzling = state_of(adapter);

    for (uint32_t i = 0; i < range_count(adapter); i++) {
        struct swizzling_range *range = &swizzling->ranges[i];

        if (range->state == SWIZZLING_KEPT && range->placement == placement &&
            range->private_data == like->private_data && range->alternate == like->alternate) {
            return range;
        }
    }
    return NULL;
}

static bool take_from_another(struct adapter *adapter)
{
    struct swizzling_range *kept = find(adapter, SWIZZLING_KEPT);

    if (kept != NULL) {
        release(adapter, kept);
    }
    return kept != NULL;
}

/* A mapping of its own, so that what it shows can change under the lock. Where the host cannot, or
 * the driver's size is not in pages, the allocation stays. */
static void give_view(struct adapter *adapter, struct swizzling_range *range,
                      const DXGKARG_ACQUIRESWIZZLINGRANGE *args)
{
    void *view = device_host_view_open(
        adapter->machine, (uint64_t)args->CPUTranslatedAddress.QuadPart, args->RangeSize);

    if (view != NULL) {
        range->pointer = view;
        range->view_bytes = args->RangeSize;
    }
}

/* One attempt, with a free range. Returns: as swizzling_acquire; the range is lent on success. */
static NTSTATUS set_up(struct adapter *adapter, struct swizzling_range *range)
{
    const struct vidmm_allocation *placement = range->placement;
    const struct segment *segment = placement->segment;
    DXGKARG_ACQUIRESWIZZLINGRANGE args = {
        .hAllocation = placement->driver_handle,
        .PrivateDriverData = range->private_data,
        .RangeId = range->id,
        .SegmentId = segment->id,
        .RangeSize = placement->request.size_bytes,
        .CPUTranslatedAddress.QuadPart = (LONGLONG)(segment->cpu_physical + placement->offset),
    };
    NTSTATUS status = gate_AcquireSwizzlingRange(adapter, &args);

    check_status(adapter, status);
    if (!NT_SUCCESS(status)) {
        settle(adapter, range, SWIZZLING_FREE);
        return status;
    }
    status =
        find_view(adapter, &args, range->alternate ? args.RangeSize : placement->request.size_bytes,
                  &range->pointer);
    if (!NT_SUCCESS(status)) {
        release(adapter, range);
        return status;
    }
    if (range->alternate) {
        give_view(adapter, range, &args);
    }
    settle(adapter, range, SWIZZLING_LENT);
    return status;
}

/* The driver's own resource may be what is missing, so every range that is only kept may be what
 * stands in the way. Rule SWZ-01. */
static NTSTATUS set_up_any(struct adapter *adapter, const struct vidmm_allocation *placement,
                           const struct lock_request *like, struct swizzling_range **out)
{
    NTSTATUS status = STATUS_GRAPHICS_UNSWIZZLING_APERTURE_UNAVAILABLE;

    do {
        struct swizzling_range *range = find(adapter, SWIZZLING_FREE);

        if (range != NULL) {
            range->state = SWIZZLING_CHANGING;
            range->placement = placement;
            range->private_data = like->private_data;
            range->alternate = like->alternate;
            *out = range;
            status = set_up(adapter, range);
        }
    } while (status == STATUS_GRAPHICS_UNSWIZZLING_APERTURE_UNAVAILABLE &&
             take_from_another(adapter));
    return status;
}

NTSTATUS swizzling_acquire(struct adapter *adapter, const struct vidmm_allocation *placement,
                           const struct lock_request *like, struct swizzling_range **out,
                           void **pointer)
{
    const struct segment *segment = placement->segment;
    struct swizzling_range *range;
    NTSTATUS status = STATUS_SUCCESS;

    if ((!like->alternate && (segment->aperture || !segment->cpu_visible)) ||
        adapter->caps.NumberOfSwizzlingRanges == 0 ||
        adapter->table.DxgkDdiAcquireSwizzlingRange == NULL) {
        return STATUS_GRAPHICS_UNSWIZZLING_APERTURE_UNSUPPORTED;
    }
    range = find_kept(adapter, placement, like);
    if (range != NULL) {
        range->state = SWIZZLING_LENT;
    } else {
        status = set_up_any(adapter, placement, like, &range);
    }
    if (NT_SUCCESS(status)) {
        range->used = ++adapter->swizzling->uses;
        *pointer = range->pointer;
        *out = range;
    }
    return status;
}

void swizzling_move(struct swizzling_range *range, void *pages)
{
    __builtin_memcpy(pages, range->pointer, range->view_bytes);
    device_host_view_show(range->pointer, pages, range->view_bytes);
}

void swizzling_end(struct adapter *adapter, struct swizzling_range *range)
{
    DXGH_ASSERT(range->state == SWIZZLING_LENT);
    release(adapter, range);
}

void swizzling_return(struct swizzling_range *range)
{
    DXGH_ASSERT(range->state == SWIZZLING_LENT);
    range->state = SWIZZLING_KEPT;
}

void swizzling_forget(struct adapter *adapter, const struct vidmm_allocation *placement, bool wait)
{
    struct swizzling *swizzling = adapter->swizzling;

    if (swizzling == NULL) {
        return;
    }
    for (uint32_t i = 0; i < range_count(adapter); i++) {
        struct swizzling_range *range = &swizzling->ranges[i];

        if (range->placement == placement && wait) {
            WAIT_UNTIL(adapter->machine, &swizzling->changed, range->state != SWIZZLING_CHANGING);
        }
        if (range->placement == placement && range->state == SWIZZLING_KEPT) {
            release(adapter, range);
        }
    }
}
