/* SPDX-License-Identifier: MIT */
/*
 * Resources: what a client's driver makes with DxgkDdiCreateAllocation, and how devices open it.
 *
 *   struct resource   adapter-wide; lives while anybody has it open (ALLOC-24)
 *     struct allocation...
 *   struct opening    the resource as one device sees it (DxgkDdiOpenAllocation)
 *     struct opened...  one allocation of it, with its handle in the client's process
 *
 * A single allocation is a resource of one that has no handle and no driver's resource object.
 */
#ifndef DXGK_RESOURCE_H
#define DXGK_RESOURCE_H

#include "dxgk/allocation.h"
#include "dxgk/render.h"
#include "object/process.h"

struct resource {
    struct adapter *adapter;
    HANDLE driver_handle;          /* hResource; NULL for a single allocation */
    bool grouped;                  /* a resource, not a single allocation */
    bool shared;                   /* others may open it */
    bool nt_shared;                /* by NT handles only: it has no global handle */
    const struct process *creator; /* compared, not looked into */
    struct list allocations;       /* struct allocation.link, in order of creation */
    uint32_t allocation_count;
    void *private_data; /* the driver's, of the resource; owned */
    uint32_t private_bytes;
    void *runtime_data; /* the client's, not looked at; owned */
    uint32_t runtime_bytes;
    uint32_t opening_count;
    uint32_t share; /* global handle; 0: none */
};

struct opened {
    struct list link; /* opening->allocations, in order */
    struct opening *opening;
    struct allocation *allocation;
    HANDLE device_handle; /* hDeviceSpecificAllocation */
    uint32_t handle;      /* in the client's process */
    uint32_t lock_count;
    uint32_t resident_count; /* D3DKMTMakeResident without D3DKMTEvict */
    bool offered;            /* D3DKMTOfferAllocations: not to be used before it is reclaimed */
};

struct opening {
    struct list link; /* for its owner's list */
    struct device *device;
    struct process *process;
    struct resource *resource;
    uint32_t handle;         /* of the resource in the client's process; 0: a single allocation */
    struct list allocations; /* struct opened.link */
    uint32_t allocation_count;
};

struct allocation_request {
    void *private_data; /* kernel memory; the driver may change it while it creates */
    uint32_t private_bytes;
    bool primary;
    uint32_t source_id;
};

struct resource_request {
    const void *private_data; /* kernel memory */
    uint32_t private_bytes;
    const void *runtime_data; /* kernel memory */
    uint32_t runtime_bytes;
    bool grouped; /* DXGK_CREATEALLOCATIONFLAGS.Resource */
    bool shared;
    bool nt_shared; /* with shared: NtSecuritySharing */
    uint32_t count; /* at least 1 */
    struct allocation_request *allocations;
};

/**
 * dxgk_resource_create - allocations made by the driver for a client, opened on its device
 * Calls DxgkDdiCreateAllocation and DxgkDdiOpenAllocation (Flags.Create). All or nothing.
 * @opening: receives the device's opening; to link, and for dxgk_opening_destroy
 * Returns: STATUS_SUCCESS; STATUS_NO_MEMORY; STATUS_INVALID_PARAMETER; what the driver answered.
 * IRQL: PASSIVE_LEVEL. Source: nc-d3dkmddi-dxgkddi_createallocation, -openallocationinfo
 */
NTSTATUS dxgk_resource_create(struct device *device, struct process *process,
                              const struct resource_request *request, struct opening **opening);

/**
 * dxgk_resource_add - more allocations for a resource, made and opened like its first (ALLOC-22)
 * @opening: its only one; of a resource that is not shared
 * @request: grouped, shared and runtime_data are not looked at
 * Returns: as dxgk_resource_create; the new ones are the last of opening->allocations. All or
 * nothing. IRQL: PASSIVE_LEVEL.
 */
NTSTATUS dxgk_resource_add(struct opening *opening, const struct resource_request *request);

/**
 * dxgk_resource_open - one more device opens an existing resource
 * Returns: as dxgk_resource_create. IRQL: PASSIVE_LEVEL.
 */
NTSTATUS dxgk_resource_open(struct device *device, struct process *process,
                            struct resource *resource, struct opening **opening);

/**
 * dxgk_opening_destroy - close it; the last opening of a resource destroys it in the driver
 * Waits for the GPU to be done with its allocations. No lock is held on them. IRQL: PASSIVE_LEVEL.
 */
void dxgk_opening_destroy(struct opening *opening);

/** dxgk_resource_hold - it lives on without an opening. Each is paired with dxgk_resource_put. */
void dxgk_resource_hold(struct resource *resource);
/** dxgk_resource_put - the last to let go destroys it in the driver. IRQL: PASSIVE_LEVEL. */
void dxgk_resource_put(struct resource *resource);

/** dxgk_opened_reference - the allocation for a list of DxgkDdiRender */
struct render_reference dxgk_opened_reference(const struct opened *opened, bool written);

/** dxgk_opened_private_data - of the allocation, as the driver left it at creation; with its size
 */
const void *dxgk_opened_private_data(const struct opened *opened, uint32_t *bytes);
/** dxgk_resource_private_total - bytes of all its allocations' private data together */
uint32_t dxgk_resource_private_total(const struct resource *resource);
/** dxgk_opened_primary - whether it is a primary, and of which video present source */
bool dxgk_opened_primary(const struct opened *opened, uint32_t *source_id);

/** dxgk_opening_in_use, dxgk_opened_in_use - queued work refers to it, or to an allocation of it */
bool dxgk_opening_in_use(const struct opening *opening);
bool dxgk_opened_in_use(const struct opened *opened);

/**
 * dxgk_opened_lock - the CPU's pointer to the content, as dxgk_allocation_lock
 * @wait: false: answer STATUS_GRAPHICS_ALLOCATION_BUSY instead of waiting for the GPU
 */
NTSTATUS dxgk_opened_lock(struct opened *opened, bool wait, void **pointer);
/**
 * dxgk_opened_lock_with - the same, with what D3DKMTLock's flags ask for
 * Discard gives memory that no queued packet uses, under the same handles: packets that are queued
 * keep what they had, new ones use what the CPU writes. Up to MaximumRenamingListLength places;
 * an allocation that cannot be renamed (a length below 2, a primary, a shared one) is waited for.
 * Returns: as dxgk_allocation_lock, and STATUS_INVALID_PARAMETER for a shared one of another
 * process; STATUS_GRAPHICS_ALLOCATION_BUSY without wait;
 * STATUS_INVALID_PARAMETER for discard or linear while it is locked;
 * STATUS_GRAPHICS_UNSWIZZLING_APERTURE_x for linear. IRQL: PASSIVE_LEVEL.
 */
NTSTATUS dxgk_opened_lock_with(struct opened *opened, const struct lock_request *request,
                               void **pointer);
/** dxgk_opened_lock_waits - whether that would wait for queued work */
bool dxgk_opened_lock_waits(const struct opened *opened, const struct lock_request *request);
void dxgk_opened_unlock(struct opened *opened);

#endif /* DXGK_RESOURCE_H */
