/* SPDX-License-Identifier: MIT */
/*
 * The CPU's access to an allocation, and renaming.
 *
 * Choice: the pointer is the memory itself, a backing store or video memory behind a BAR (for a
 * client a view of it, see cpu_view.h), and what the kernel has locked does not move; so it stays
 * good. What a client has locked does move, and the pointer shows where it went.
 *
 * Source: display/requesting-to-rename-an-allocation.md; ns-d3dkmthk-_d3dkmt_lock.md; rules
 * ALLOC-20, ALLOC-32
 */
#include "dxgk/allocation_private.h"
#include "dxgk/resource.h"
#include "dxgk/swizzle.h"
#include "machine/heap.h"
#include "trace/trace.h"
#include "verify/verify.h"

/* One more place of a renamed allocation. */
struct instance {
    struct list link; /* allocation->instances */
    struct vidmm_allocation placement;
};

static struct adapter *adapter_of(const struct allocation *allocation)
{
    return allocation->placement.vidmm->context;
}

static bool may_be_renamed(const struct allocation *allocation)
{
    return allocation->instance_limit > 1 && !allocation->primary &&
           !allocation->placement.request.pinned &&
           (allocation->resource_of == NULL || !allocation->resource_of->shared);
}

static struct vidmm_allocation *find_idle(struct allocation *allocation)
{
    if (allocation->placement.users == 0) {
        return &allocation->placement;
    }
    LIST_FOR_EACH(link, &allocation->instances) {
        struct instance *instance = LIST_ENTRY_OF(link, struct instance, link);

        if (instance->placement.users == 0) {
            return &instance->placement;
        }
    }
    return NULL;
}

static struct vidmm_allocation *add_instance(struct allocation *allocation)
{
    struct adapter *adapter = adapter_of(allocation);
    const struct vidmm_allocation *first = &allocation->placement;
    struct instance *instance = MACHINE_NEW(adapter->machine, struct instance);

    vidmm_allocation_init(adapter->vidmm, &instance->placement, &first->request);
    instance->placement.driver_handle = first->driver_handle;
    instance->placement.owner = allocation;
    instance->placement.number = adapter->next_allocation_number++;
    vidmm_allocation_set_priority(&instance->placement, first->priority);
    if (first->account != NULL) {
        vidmm_allocation_charge(&instance->placement, first->account->owner);
    }
    trace_emit(adapter->machine, TRACE_ALLOCATION_RENAME, first->number, instance->placement.number,
               0);
    list_push_back(&allocation->instances, &instance->link);
    allocation->instance_count++;
    return &instance->placement;
}

static bool may_grow(const struct allocation *allocation)
{
    return may_be_renamed(allocation) &&
           allocation->instance_count + 1 < allocation->instance_limit;
}

bool allocation_lock_waits(struct allocation *allocation, const struct lock_request *request)
{
    if (request->wait && allocation->locking) {
        return true; /* for whoever is before us, and he for the GPU */
    }
    if (!request->wait || (allocation->locked != NULL && (request->discard || request->linear))) {
        return false;
    }
    return request->discard && may_be_renamed(allocation)
               ? find_idle(allocation) == NULL && !may_grow(allocation)
               : allocation->current->users > 0;
}

/* Memory that no queued packet uses becomes the allocation's, whatever it holds. */
static NTSTATUS change_instance(struct allocation *allocation, bool wait)
{
    struct adapter *adapter = adapter_of(allocation);
    struct vidmm_allocation *idle = find_idle(allocation);

    if (allocation->locked != NULL) {
        return STATUS_INVALID_PARAMETER; /* the CPU would lose what it is working on */
    }
    if (idle == NULL && may_grow(allocation)) {
        idle = add_instance(allocation);
    }
    if (idle == NULL && !wait) {
        return STATUS_GRAPHICS_ALLOCATION_BUSY;
    }
    WAIT_UNTIL(adapter->machine, &adapter->sched->retired,
               idle != NULL || (idle = find_idle(allocation)) != NULL);
    allocation->current = idle;
    return STATUS_SUCCESS;
}

static NTSTATUS get_idle(struct allocation *allocation, const struct lock_request *request)
{
    struct adapter *adapter = adapter_of(allocation);

    if (request->discard && may_be_renamed(allocation)) {
        return change_instance(allocation, request->wait);
    }
    if (allocation->current->users > 0 && !request->wait) {
        return STATUS_GRAPHICS_ALLOCATION_BUSY;
    }
    WAIT_UNTIL(adapter->machine, &adapter->sched->retired, allocation->current->users == 0);
    return STATUS_SUCCESS;
}

/* Source: nc-d3dkmddi-dxgkddi_acquireswizzlingrange.md: only in a CPU-visible memory segment */
static NTSTATUS get_view(struct allocation *allocation, struct vidmm_allocation *placement,
                         const struct lock_request *request, void **pointer)
{
    if (request->linear && (request->alternate || !placement->segment->aperture)) {
        return swizzling_acquire(adapter_of(allocation), placement, request, &allocation->swizzled,
                                 pointer);
    }
    if (placement->watch_segments != 0) { /* as the lock before */
        *pointer =
            allocation->view.placement == placement ? allocation->view.pointer : placement->backing;
        return STATUS_SUCCESS;
    }
    *pointer = request->by_client && !placement->segment->aperture
                   ? cpu_view_get(adapter_of(allocation), &allocation->view, placement)
                   : vidmm_allocation_pointer(placement);
    return STATUS_SUCCESS;
}

static bool is_pinned_by_locks(const struct allocation *allocation)
{
    const struct vidmm_allocation *placement = allocation->locked;

    return allocation->alternate ||
           (!placement->request.permanent && vidmm_allocation_can_be_seen(placement));
}

/* What is locked may be evicted where the CPU's view can go with it. Choice: not what has a range
 * of the driver's in an aperture, whose pages are in RAM as it is; nor what the kernel locks, which
 * has the memory itself; nor when the first of several locks was one of these. */
static void let_go(const struct allocation *allocation, struct vidmm_allocation *placement,
                   const struct lock_request *request)
{
    struct swizzling_range *range = allocation->swizzled;
    bool in_aperture = placement->segment->aperture;

    if (placement->watch_segments != 0) {
        vidmm_allocation_unpin(placement);
    } else if (request->alternate && range->view_bytes > 0 && !in_aperture) {
        vidmm_alternate_begin(placement, range, range->id, range->private_data, range->view_bytes);
    } else if (request->by_client && !request->linear && allocation->locked == NULL &&
               (in_aperture || allocation->view.placement == placement)) {
        (void)vidmm_watch_begin(placement); /* else it stays pinned */
    }
}

/* PermanentSysMem: the CPU has the backing store, and the unlock updates the segment's copy.
 * Source: ns-d3dkmddi-_dxgk_allocationinfoflags.md. Choice: when it is used next.
 *
 * What can be in no segment that the CPU sees has its content brought to the backing store. Choice:
 * what the CPU writes there is seen by commands that are queued behind the lock. */
static NTSTATUS get_memory(struct allocation *allocation, struct vidmm_allocation *placement,
                           const struct lock_request *request, void **pointer)
{
    NTSTATUS status;

    if (placement->request.permanent) {
        status = vidmm_allocation_save(placement);
        *pointer = placement->backing;
        return status;
    }
    if (!request->alternate && !vidmm_allocation_can_be_seen(placement)) {
        status = vidmm_allocation_bring_home(placement, !request->read_only);
        *pointer = placement->backing;
        return status;
    }
    status = request->alternate ? vidmm_allocation_pin(placement, !request->read_only)
                                : vidmm_allocation_pin_visible(placement, !request->read_only);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = get_view(allocation, placement, request, pointer);
    if (!NT_SUCCESS(status)) {
        vidmm_allocation_unpin(placement);
    } else {
        let_go(allocation, placement, request);
    }
    return status;
}

/* Source: ns-d3dukmdt-_d3dddicb_lockflags.md (UseAlternateVA) */
static bool may_have_address(const struct allocation *allocation,
                             const struct lock_request *request)
{
    if (!request->alternate) {
        return !allocation->alternate && !allocation->use_alternate;
    }
    return request->linear && !allocation->placement.request.permanent &&
           (!allocation->primary || allocation->use_alternate) &&
           (allocation->resource_of == NULL || !allocation->resource_of->shared);
}

static NTSTATUS lock_alone(struct allocation *allocation, const struct device *device,
                           const struct lock_request *request, void **pointer)
{
    struct vidmm_allocation *placement;
    NTSTATUS status;

    if ((allocation->locked != NULL && (request->discard || request->linear)) ||
        !may_have_address(allocation, request)) {
        return STATUS_INVALID_PARAMETER; /* Choice: one view at a time */
    }
    status = get_idle(allocation, request);
    if (NT_SUCCESS(status) && device->state != DEVICE_OK) {
        status = STATUS_DEVICE_REMOVED; /* what was waited for never ran: the content is not it */
    }
    if (!NT_SUCCESS(status)) {
        return status;
    }
    placement = allocation->current;
    status = get_memory(allocation, placement, request, pointer);
    if (NT_SUCCESS(status)) {
        allocation->locked = placement;
        allocation->lock_count++;
        allocation->lock_wrote |= !request->read_only;
        allocation->alternate = request->alternate;
    }
    return status;
}

NTSTATUS allocation_lock(struct allocation *allocation, const struct device *device,
                         const struct lock_request *request, void **pointer)
{
    struct machine *machine = adapter_of(allocation)->machine;
    NTSTATUS status;

    if (allocation->locking && !request->wait) {
        return STATUS_GRAPHICS_ALLOCATION_BUSY;
    }
    WAIT_UNTIL(machine, &allocation->lock_turn, !allocation->locking);
    allocation->locking = true;
    status = lock_alone(allocation, device, request, pointer);
    allocation->locking = false;
    wait_queue_wake(machine, &allocation->lock_turn);
    wait_queue_wake(machine, &adapter_of(allocation)->sched->retired); /* allocation_lock_waits */
    return status;
}

/* A view of the backing store is good for this lock only. */
static void stop_watching(struct allocation *allocation, struct vidmm_allocation *placement)
{
    vidmm_watch_end(placement);
    if (allocation->view.in_ram) {
        cpu_view_close(&allocation->view, placement);
    }
}

void allocation_unlock(struct allocation *allocation)
{
    struct vidmm_allocation *locked = allocation->locked;

    bool special = locked->alternate != NULL;
    bool pinned = is_pinned_by_locks(allocation) && !special && locked->watch_segments == 0;

    DXGH_ASSERT(allocation->lock_count > 0);
    if (--allocation->lock_count == 0) {
        allocation->locked = NULL;
        allocation->alternate = false;
        if (allocation->swizzled != NULL && (!special || vidmm_alternate_unlock(locked))) {
            swizzling_return(allocation->swizzled);
        }
        allocation->swizzled = NULL;
        stop_watching(allocation, locked);
    }
    if (pinned) {
        vidmm_allocation_unpin(locked);
    } else if (locked->request.permanent && allocation->lock_wrote) {
        vidmm_allocation_changed(locked);
    }
    allocation->lock_wrote &= allocation->lock_count > 0;
}

void allocation_set_priority(struct allocation *allocation, uint32_t priority)
{
    vidmm_allocation_set_priority(&allocation->placement, priority);
    LIST_FOR_EACH(link, &allocation->instances) {
        vidmm_allocation_set_priority(&LIST_ENTRY_OF(link, struct instance, link)->placement,
                                      priority);
    }
}

static bool may_be_offered(const struct vidmm_allocation *placement)
{
    return placement->pin_count == 0 && placement->alternate == NULL &&
           placement->watch_segments == 0;
}

void allocation_offer(struct allocation *allocation, enum vidmm_offer offer)
{
    if (may_be_offered(&allocation->placement)) {
        vidmm_allocation_offer(&allocation->placement, offer);
    }
    LIST_FOR_EACH(link, &allocation->instances) {
        struct vidmm_allocation *placement = &LIST_ENTRY_OF(link, struct instance, link)->placement;

        if (may_be_offered(placement)) {
            vidmm_allocation_offer(placement, offer);
        }
    }
}

bool allocation_reclaim(struct allocation *allocation)
{
    bool is_there = !allocation->current->discarded;

    (void)vidmm_allocation_reclaim(&allocation->placement);
    LIST_FOR_EACH(link, &allocation->instances) {
        (void)vidmm_allocation_reclaim(&LIST_ENTRY_OF(link, struct instance, link)->placement);
    }
    return is_there;
}

void allocation_leaves(const struct vidmm_allocation *placement, bool wait)
{
    struct allocation *allocation = placement->owner;

    swizzling_forget(placement->vidmm->context, placement, wait);
    if (allocation != NULL && placement->watch_segments == 0) {
        cpu_view_close(&allocation->view, placement);
    }
}

NTSTATUS allocation_evict(struct allocation *allocation)
{
    NTSTATUS status = vidmm_allocation_evict(&allocation->placement);

    LIST_FOR_EACH(link, &allocation->instances) {
        if (NT_SUCCESS(status)) {
            status = vidmm_allocation_evict(&LIST_ENTRY_OF(link, struct instance, link)->placement);
        }
    }
    return status;
}

void allocation_fini(struct allocation *allocation)
{
    struct machine *machine = allocation->placement.vidmm->machine;
    struct list *link;

    while ((link = list_pop_front(&allocation->instances)) != NULL) {
        struct instance *instance = LIST_ENTRY_OF(link, struct instance, link);

        allocation_leaves(&instance->placement, true);
        vidmm_allocation_fini(&instance->placement);
        machine_heap_free(machine, instance);
    }
    allocation_leaves(&allocation->placement, true);
    vidmm_allocation_fini(&allocation->placement);
}
