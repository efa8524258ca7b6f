/* SPDX-License-Identifier: MIT */
/*
 * Paging queues, residency on request, and memory that a client can do without for a while.
 *
 * Choice: paging is done when a call returns, so the fence of a queue has reached the value that
 * the call gives back. Residency on request brings an allocation in; it may still be paged out
 * while nothing uses it, and comes back by itself. What is offered keeps its content until somebody
 * needs the place.
 *
 * Source: d3dkmthk nf-d3dkmthk-d3dkmtcreatepagingqueue, -d3dkmtmakeresident,
 * -d3dkmtofferallocations, -d3dkmtreclaimallocations, -d3dkmtreclaimallocations2
 */
#include "dxgk/control.h"
#include "dxgk/offer.h"
#include "kmt/paging_queue.h"
#include "kmt/selection.h"
#include "kmt/sync.h"
#include "machine/heap.h"
#include "verify/verify.h"

struct paging_queue {
    struct list link; /* device->paging_queues */
    struct kmt_device *device;
    struct sync_object *fence; /* one reference */
    uint32_t fence_handle;     /* hSyncObject: ends with the queue */
    uint32_t handle;
};

static void forget(struct paging_queue *queue)
{
    struct process *process = queue->device->process;
    struct kmt_sync *sync = handle_find(&process->handles, HANDLE_SYNC_OBJECT, queue->fence_handle);

    if (sync != NULL) {
        kmt_sync_forget(process, HANDLE_SYNC_OBJECT, sync);
    }
    kmt_handle_remove(process, queue->handle);
    list_remove(&queue->link);
    sync_put(queue->fence);
    machine_heap_free(process->machine, queue);
}

void kmt_paging_queues_destroy(struct kmt_device *device)
{
    while (!list_is_empty(&device->paging_queues)) {
        forget(LIST_ENTRY_OF(device->paging_queues.next, struct paging_queue, link));
    }
}

static struct paging_queue *find(const struct kmt_call *call, uint32_t handle)
{
    return handle_find(&call->process->handles, HANDLE_PAGING_QUEUE, handle);
}

static NTSTATUS create(struct kmt_call *call, void *arguments)
{
    D3DKMT_CREATEPAGINGQUEUE *args = arguments;
    struct paging_queue *queue;
    struct sync_object *fence;
    struct kmt_sync *sync;

    if (args->Priority < D3DDDI_PAGINGQUEUE_PRIORITY_BELOW_NORMAL ||
        args->Priority > D3DDDI_PAGINGQUEUE_PRIORITY_ABOVE_NORMAL ||
        args->PhysicalAdapterIndex != 0) {
        return STATUS_INVALID_PARAMETER;
    }
    fence = sync_create(call->machine, SYNC_MONITORED_FENCE, 0);
    if (fence == NULL) {
        return STATUS_NO_MEMORY;
    }
    sync = kmt_sync_name(call->process, HANDLE_SYNC_OBJECT, sync_get(fence));
    if (sync == NULL) {
        sync_put(fence);
        return STATUS_NO_MEMORY;
    }
    sync->device = call->device;
    list_push_back(&call->device->objects, &sync->link);
    queue = MACHINE_NEW(call->machine, struct paging_queue);
    queue->device = call->device;
    queue->fence = fence;
    queue->fence_handle = sync->handle;
    list_push_back(&call->device->paging_queues, &queue->link);
    queue->handle = kmt_handle_add(call->process, HANDLE_PAGING_QUEUE, queue);
    if (queue->handle == 0) {
        forget(queue);
        return STATUS_NO_MEMORY;
    }
    args->hPagingQueue = queue->handle;
    args->hSyncObject = queue->fence_handle;
    args->FenceValueCPUVirtualAddress = fence->mirror;
    return STATUS_SUCCESS;
}

static void uncreate(struct kmt_call *call, uint32_t handle)
{
    forget(find(call, handle));
}

/* Holds the device of a queue; that may take a while, in which the queue may go. */
static NTSTATUS enter(struct kmt_call *call, uint32_t handle, struct paging_queue **queue)
{
    struct kmt_device *device;
    NTSTATUS status;

    *queue = find(call, handle);
    if (*queue == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    status = kmt_device_enter(call, (*queue)->device->handle, &device);
    if (NT_SUCCESS(status) && find(call, handle) != *queue) {
        kmt_device_leave(device);
        status = STATUS_INVALID_PARAMETER;
    }
    return status;
}

static NTSTATUS destroy(struct kmt_call *call, void *arguments)
{
    const D3DDDI_DESTROYPAGINGQUEUE *args = arguments;
    struct paging_queue *queue;
    struct kmt_device *device;
    NTSTATUS status = enter(call, args->hPagingQueue, &queue);

    if (NT_SUCCESS(status)) {
        device = queue->device;
        forget(queue);
        kmt_device_leave(device);
    }
    return status;
}

/* All that is to come in, or nothing counts; bytes is what did not fit. */
static NTSTATUS bring_in(const struct kmt_selection *selection, UINT64 *bytes)
{
    NTSTATUS result = STATUS_SUCCESS;

    for (uint32_t i = 0; i < selection->count; i++) {
        const struct opened *opened = kmt_selected(selection, i);
        NTSTATUS status = dxgk_opened_make_resident(opened);

        if (status == STATUS_GRAPHICS_NO_VIDEO_MEMORY) {
            *bytes += dxgk_opened_size(opened);
            status = STATUS_NO_MEMORY;
        }
        result = NT_SUCCESS(result) ? status : result;
    }
    for (uint32_t i = 0; NT_SUCCESS(result) && i < selection->count; i++) {
        kmt_selected(selection, i)->resident_count++;
    }
    return result;
}

static NTSTATUS set_priorities(struct kmt_call *call, const struct kmt_selection *selection,
                               const UINT *user)
{
    struct kmt_blob priorities;
    NTSTATUS status;

    if (user == NULL) {
        return STATUS_SUCCESS;
    }
    status =
        kmt_blob_read_words(call->machine, &priorities, user, selection->count * sizeof(*user));
    for (uint32_t i = 0; NT_SUCCESS(status) && i < selection->count; i++) {
        uint32_t priority = ((const UINT *)priorities.data)[i];

        if (priority != 0) {
            dxgk_opened_set_priority(kmt_selected(selection, i), priority);
        }
    }
    kmt_blob_fini(call->machine, &priorities);
    return status;
}

static uint64_t advance(struct paging_queue *queue)
{
    (void)sync_signal(queue->fence, queue->fence->value + 1);
    return queue->fence->value;
}

static NTSTATUS make_resident_on(struct kmt_call *call, struct paging_queue *queue,
                                 D3DDDI_MAKERESIDENT *args)
{
    struct kmt_selection selection;
    NTSTATUS status =
        kmt_select(queue->device, 0, args->AllocationList, args->NumAllocations, &selection);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    args->NumBytesToTrim = 0;
    status = set_priorities(call, &selection, args->PriorityList);
    if (NT_SUCCESS(status)) {
        status = bring_in(&selection, &args->NumBytesToTrim);
    }
    if (NT_SUCCESS(status)) {
        args->PagingFenceValue = advance(queue);
    }
    kmt_deselect(&selection);
    return status;
}

/* What did not fit is told with the failure too. */
static NTSTATUS make_resident(struct kmt_call *call, void *arguments)
{
    D3DDDI_MAKERESIDENT *args = arguments;
    struct paging_queue *queue;
    NTSTATUS status;

    if (args->Flags.Reserved != 0) {
        return STATUS_INVALID_PARAMETER;
    }
    status = enter(call, args->hPagingQueue, &queue);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = kmt_device_lost(queue->device);
    if (NT_SUCCESS(status)) {
        status = make_resident_on(call, queue, args);
    }
    kmt_device_leave(queue->device);
    if (status == STATUS_NO_MEMORY && !user_write(call->machine, call->user, args, sizeof(*args))) {
        status = STATUS_INVALID_PARAMETER;
    }
    return status;
}

/* Exactly one of the two lists; resources of the runtime are not known to the kernel. */
static NTSTATUS check_lists(const struct kmt_call *call, const D3DKMT_HANDLE *resources,
                            const D3DKMT_HANDLE *handles)
{
    if ((resources == NULL) == (handles == NULL)) {
        return STATUS_INVALID_PARAMETER;
    }
    return resources == NULL ? STATUS_SUCCESS : kmt_unimplemented(call, "pResources");
}

static void take_back(const struct kmt_selection *selection, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        kmt_selected(selection, i)->offered = false;
    }
}

/* All of them or none. One that stands there twice is offered already the second time. */
static NTSTATUS mark_offered(const struct kmt_selection *selection)
{
    for (uint32_t i = 0; i < selection->count; i++) {
        struct opened *opened = kmt_selected(selection, i);

        if (opened->lock_count > 0 || opened->offered) {
            take_back(selection, i);
            return STATUS_INVALID_PARAMETER;
        }
        opened->offered = true;
    }
    return STATUS_SUCCESS;
}

static NTSTATUS offer_all(struct kmt_call *call, const struct kmt_selection *selection,
                          uint32_t priority)
{
    NTSTATUS status = mark_offered(selection);

    if (NT_SUCCESS(status) && kmt_selection_in_use(selection)) {
        take_back(selection, selection->count);
        status = kmt_wait_retired(call);
    }
    for (uint32_t i = 0; NT_SUCCESS(status) && i < selection->count; i++) {
        status = dxgk_opened_offer(kmt_selected(selection, i), priority);
    }
    return status;
}

static NTSTATUS offer(struct kmt_call *call, void *arguments)
{
    const D3DKMT_OFFERALLOCATIONS *args = arguments;
    struct kmt_selection selection;
    NTSTATUS status = check_lists(call, args->pResources, args->HandleList);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (args->Priority < D3DKMT_OFFER_PRIORITY_LOW || args->Priority > D3DKMT_OFFER_PRIORITY_AUTO) {
        return STATUS_INVALID_PARAMETER;
    }
    status = kmt_select(call->device, 0, args->HandleList, args->NumAllocations, &selection);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = offer_all(call, &selection, args->Priority);
    kmt_deselect(&selection);
    return status;
}

/* TRUE and FALSE, or D3DDDI_RECLAIM_RESULT_DISCARDED and _OK: the same numbers. */
static uint32_t is_discarded(const struct opened *opened)
{
    return dxgk_opened_is_discarded(opened);
}

static NTSTATUS reclaim_on(const struct kmt_device *device, const D3DKMT_HANDLE *list,
                           uint32_t count, void *discarded)
{
    struct kmt_selection selection;
    NTSTATUS status = kmt_select(device, 0, list, count, &selection);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (discarded != NULL) {
        status = kmt_selection_answer(&selection, discarded, is_discarded);
    }
    for (uint32_t i = 0; NT_SUCCESS(status) && i < selection.count; i++) {
        kmt_selected(&selection, i)->offered = false;
        (void)dxgk_opened_reclaim(kmt_selected(&selection, i));
    }
    kmt_deselect(&selection);
    return status;
}

static NTSTATUS reclaim(struct kmt_call *call, void *arguments)
{
    const D3DKMT_RECLAIMALLOCATIONS *args = arguments;
    NTSTATUS status = check_lists(call, args->pResources, args->HandleList);

    return NT_SUCCESS(status)
               ? reclaim_on(call->device, args->HandleList, args->NumAllocations, args->pDiscarded)
               : status;
}

static NTSTATUS reclaim_2(struct kmt_call *call, void *arguments)
{
    D3DKMT_RECLAIMALLOCATIONS2 *args = arguments;
    struct paging_queue *queue;
    NTSTATUS status = check_lists(call, args->pResources, args->HandleList);

    if (NT_SUCCESS(status)) {
        status = enter(call, args->hPagingQueue, &queue);
    }
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = kmt_device_lost(queue->device);
    if (NT_SUCCESS(status)) {
        status =
            reclaim_on(queue->device, args->HandleList, args->NumAllocations, args->pDiscarded);
    }
    if (NT_SUCCESS(status)) {
        args->PagingFenceValue = advance(queue);
    }
    kmt_device_leave(queue->device);
    return status;
}

NTSTATUS APIENTRY D3DKMTCreatePagingQueue(D3DKMT_CREATEPAGINGQUEUE *args)
{
    static const struct kmt_function function = {
        "D3DKMTCreatePagingQueue", KMT_BY(LIVE_DEVICE, D3DKMT_CREATEPAGINGQUEUE, hDevice),
        KMT_MAKES(D3DKMT_CREATEPAGINGQUEUE, hPagingQueue, uncreate), .body = create
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTDestroyPagingQueue(D3DDDI_DESTROYPAGINGQUEUE *args)
{
    static const struct kmt_function function = { "D3DKMTDestroyPagingQueue",
                                                  KMT_TAKES(D3DDDI_DESTROYPAGINGQUEUE),
                                                  .body = destroy };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTMakeResident(D3DDDI_MAKERESIDENT *args)
{
    static const struct kmt_function function = { "D3DKMTMakeResident",
                                                  KMT_TAKES(D3DDDI_MAKERESIDENT),
                                                  .answer = KMT_ANSWERS_SURE,
                                                  .body = make_resident };

    return kmt_call(&function, args);
}

/** Partial: allocations, not resources of a runtime. */
NTSTATUS APIENTRY D3DKMTOfferAllocations(const D3DKMT_OFFERALLOCATIONS *args)
{
    static const struct kmt_function function = {
        "D3DKMTOfferAllocations", KMT_BY(LIVE_DEVICE, D3DKMT_OFFERALLOCATIONS, hDevice),
        .body = offer
    };

    return kmt_call(&function, args);
}

/** Partial: as D3DKMTOfferAllocations. */
NTSTATUS APIENTRY D3DKMTReclaimAllocations(const D3DKMT_RECLAIMALLOCATIONS *args)
{
    static const struct kmt_function function = {
        "D3DKMTReclaimAllocations", KMT_BY(LIVE_DEVICE, D3DKMT_RECLAIMALLOCATIONS, hDevice),
        .body = reclaim
    };

    return kmt_call(&function, args);
}

/** Partial: as D3DKMTOfferAllocations. */
NTSTATUS APIENTRY D3DKMTReclaimAllocations2(D3DKMT_RECLAIMALLOCATIONS2 *args)
{
    static const struct kmt_function function = { "D3DKMTReclaimAllocations2",
                                                  KMT_TAKES(D3DKMT_RECLAIMALLOCATIONS2),
                                                  .answer = KMT_ANSWERS_SURE, .body = reclaim_2 };

    return kmt_call(&function, args);
}
