/* SPDX-License-Identifier: MIT */
/* Where allocations are, and what they are worth. */
#include "tests/contract/d3dkmt/status.h"

static NTSTATUS evict(struct world *world)
{
    D3DKMT_EVICT args = { .hDevice = world->client.device,
                          .NumAllocations = 1,
                          .AllocationList = &world->surface };

    return D3DKMTEvict(&args);
}

static NTSTATUS query_to(struct world *world, D3DKMT_ALLOCATIONRESIDENCYSTATUS *status)
{
    D3DKMT_QUERYALLOCATIONRESIDENCY args = { .hDevice = world->client.device,
                                             .phAllocationList = &world->surface,
                                             .AllocationCount = 1,
                                             .pResidencyStatus = status };

    return D3DKMTQueryAllocationResidency(&args);
}

static NTSTATUS query(struct world *world)
{
    D3DKMT_ALLOCATIONRESIDENCYSTATUS status;

    return query_to(world, &status);
}

static D3DKMT_ALLOCATIONRESIDENCYSTATUS query_status(struct world *world)
{
    D3DKMT_ALLOCATIONRESIDENCYSTATUS status;

    assert_int_equal(query_to(world, &status), STATUS_SUCCESS);
    return status;
}

static NTSTATUS get_priority(struct world *world)
{
    UINT priority;
    D3DKMT_GETALLOCATIONPRIORITY args = { .hDevice = world->client.device,
                                          .hResource = world->resource,
                                          .pPriorities = &priority };

    return D3DKMTGetAllocationPriority(&args);
}

static NTSTATUS set_priority_to(struct world *world, UINT priority)
{
    D3DKMT_SETALLOCATIONPRIORITY args = { .hDevice = world->client.device,
                                          .phAllocationList = &world->surface,
                                          .AllocationCount = 1,
                                          .pPriorities = &priority };

    return D3DKMTSetAllocationPriority(&args);
}

static NTSTATUS set_priority(struct world *world)
{
    return set_priority_to(world, D3DDDI_ALLOCATIONPRIORITY_HIGH);
}

static NTSTATUS set_no_priority(struct world *world)
{
    return set_priority_to(world, 0);
}

static NTSTATUS create_queue(struct world *world)
{
    D3DKMT_CREATEPAGINGQUEUE args = { .hDevice = world->client.device };

    return D3DKMTCreatePagingQueue(&args);
}

static NTSTATUS create_queue_of_no_priority(struct world *world)
{
    D3DKMT_CREATEPAGINGQUEUE args = { .hDevice = world->client.device,
                                      .Priority = (D3DDDI_PAGINGQUEUE_PRIORITY)2 };

    return D3DKMTCreatePagingQueue(&args);
}

static NTSTATUS destroy_queue(struct world *world)
{
    return D3DKMTDestroyPagingQueue(
        &(D3DDDI_DESTROYPAGINGQUEUE){ .hPagingQueue = world->paging_queue });
}

/* The fence of the queue is there when the call is. */
static NTSTATUS make_resident(struct world *world)
{
    D3DDDI_MAKERESIDENT args = { .hPagingQueue = world->paging_queue,
                                 .NumAllocations = 1,
                                 .AllocationList = &world->surface };
    NTSTATUS status = D3DKMTMakeResident(&args);

    if (NT_SUCCESS(status)) {
        assert_int_equal(args.PagingFenceValue, 1);
    }
    return status;
}

/* As many evictions as there were calls that made it resident. */
static NTSTATUS evict_counted(struct world *world)
{
    assert_int_equal(make_resident(world), STATUS_SUCCESS);
    assert_int_equal(query_status(world), D3DKMT_ALLOCATIONRESIDENCYSTATUS_RESIDENTINSHAREDMEMORY);
    assert_int_equal(evict(world), STATUS_SUCCESS);
    assert_int_equal(query_status(world), D3DKMT_ALLOCATIONRESIDENCYSTATUS_NOTRESIDENT);
    return evict(world);
}

static NTSTATUS offer(struct world *world)
{
    D3DKMT_OFFERALLOCATIONS args = { .hDevice = world->client.device,
                                     .HandleList = &world->surface,
                                     .NumAllocations = 1,
                                     .Priority = D3DKMT_OFFER_PRIORITY_LOW };

    return D3DKMTOfferAllocations(&args);
}

static NTSTATUS offer_locked(struct world *world)
{
    D3DKMT_LOCK2 lock = { .hDevice = world->client.device, .hAllocation = world->surface };

    assert_int_equal(D3DKMTLock2(&lock), STATUS_SUCCESS);
    return offer(world);
}

static NTSTATUS lock_offered(struct world *world)
{
    D3DKMT_LOCK2 lock = { .hDevice = world->client.device, .hAllocation = world->surface };

    assert_int_equal(offer(world), STATUS_SUCCESS);
    return D3DKMTLock2(&lock);
}

static NTSTATUS reclaim(struct world *world)
{
    BOOL discarded = 2;
    D3DKMT_RECLAIMALLOCATIONS args = { .hDevice = world->client.device,
                                       .HandleList = &world->surface,
                                       .pDiscarded = &discarded,
                                       .NumAllocations = 1 };
    NTSTATUS status;

    (void)offer(world);
    status = D3DKMTReclaimAllocations(&args);
    if (NT_SUCCESS(status)) {
        assert_int_equal(discarded, FALSE);
    }
    return status;
}

static NTSTATUS reclaim2(struct world *world)
{
    D3DKMT_RECLAIMALLOCATIONS2 args = { .hPagingQueue = world->paging_queue,
                                        .NumAllocations = 1,
                                        .HandleList = &world->surface };

    (void)offer(world);
    return D3DKMTReclaimAllocations2(&args);
}

static const struct status_row rows[] = {
    ROW(D3DKMTEvict, evict, STALE | STARVED),
    ROW(D3DKMTQueryAllocationResidency, query, STALE | STOPPED | LOST),
    ROW(D3DKMTGetAllocationPriority, get_priority, STALE | STOPPED | LOST),
    ROW(D3DKMTSetAllocationPriority, set_priority, STALE | STOPPED | LOST),
    ROW(D3DKMTCreatePagingQueue, create_queue, STALE | STOPPED | LOST | STARVED),
    ROW(D3DKMTDestroyPagingQueue, destroy_queue, STALE),
    ROW(D3DKMTMakeResident, make_resident, STALE | LOST | STARVED),
    ROW(D3DKMTOfferAllocations, offer, STALE | STOPPED | LOST),
    ROW(D3DKMTReclaimAllocations, reclaim, STALE | STOPPED | LOST),
    ROW(D3DKMTReclaimAllocations2, reclaim2, STALE | LOST),
};

static const struct status_case cases[] = {
    { "D3DKMTSetAllocationPriority", STATUS_INVALID_PARAMETER, set_no_priority },
    { "D3DKMTCreatePagingQueue", STATUS_INVALID_PARAMETER, create_queue_of_no_priority },
    { "D3DKMTEvict", STATUS_SUCCESS, evict_counted },
    { "D3DKMTOfferAllocations", STATUS_INVALID_PARAMETER, offer_locked },
    { "D3DKMTLock2", STATUS_INVALID_PARAMETER, lock_offered },
};

const struct status_family residency_family = { "residency", rows, DXGH_ARRAY_SIZE(rows), cases,
                                                DXGH_ARRAY_SIZE(cases) };
