/* SPDX-License-Identifier: MIT */
/* Allocations, devices and contexts inside this layer. */
#ifndef DXGK_ALLOCATION_PRIVATE_H
#define DXGK_ALLOCATION_PRIVATE_H

#include "dxgk/adapter_private.h"
#include "dxgk/allocation.h"
#include "dxgk/cpu_view.h"
#include "dxgk/device.h"

struct resource;
struct swizzling_range;

struct allocation {
    /* constant after creation */
    struct device *device;
    uint32_t handle;        /* the graphics kernel's, what GetHandleData resolves */
    uint32_t resource;      /* likewise of its resource; 0: a device allocation */
    HANDLE driver_handle;   /* hAllocation of DxgkDdiCreateAllocation */
    HANDLE driver_resource; /* hResource, when it has one */
    HANDLE device_handle;   /* hDeviceSpecificAllocation of DxgkDdiOpenAllocation */
    struct surface_request request;
    uint32_t pitch;
    bool cpu_visible;
    void *private_data; /* of the allocation, as the driver left it */
    uint32_t private_bytes;

    struct resource *resource_of; /* NULL: one the kernel made for itself */
    struct list link;             /* resource_of->allocations */
    bool primary;                 /* a client's primary, of request.source_id */

    /* Where it is. Renamed, it is at several places at once, under one handle of the driver's: new
     * commands and the CPU use `current`, packets that are queued keep the one they were made with.
     */
    struct vidmm_allocation placement; /* the first */
    struct vidmm_allocation *current;
    struct list instances; /* struct instance.link: the others */
    uint32_t instance_count;
    uint32_t instance_limit;          /* places it may be at */
    bool locking;                     /* a lock is under way: they go one by one */
    struct wait_queue lock_turn;      /* others wait here */
    struct vidmm_allocation *locked;  /* the instance the CPU has; NULL: none */
    struct swizzling_range *swizzled; /* through which it has it; NULL: directly */
    uint32_t use_count;               /* queued packets that refer to it */
    uint32_t lock_count;
    bool use_alternate;   /* constant: UseAlternateVA of a primary, which is locked no other way */
    bool alternate;       /* the lock has an alternate address */
    bool lock_wrote;      /* one of the locks may have written */
    struct cpu_view view; /* a client's, of one of the places */
};

struct device {
    struct adapter *adapter;
    struct list link;     /* adapter->devices */
    struct list contexts; /* struct context.link */
    enum sched_class class;
    struct process *process;
    uint32_t handle; /* DEVCTX-02: what the driver uses in callbacks */
    HANDLE driver_handle;
    bool gdi;
    DXGK_DEVICEINFO info;
    struct allocation *desktop; /* the primary it has opened to present to; NULL: none */
    HANDLE desktop_handle;      /* what DxgkDdiOpenAllocation gave it for that */
    enum device_state state;
    uint32_t context_count;
    uint32_t allocation_count;
};

struct dma_buffer;
struct submission;
struct sync_queue;

struct context {
    struct device *device;
    struct list link; /* device->contexts */
    struct sched_context schedule;
    uint32_t node;
    bool gdi;
    bool null_rendering;  /* nothing of it is drawn */
    HANDLE driver_handle; /* of the context, or of the device when MultiEngineAware is 0 */
    HANDLE created;       /* what DxgkDdiDestroyContext is given; NULL when there is no context */
    DXGK_CONTEXTINFO info;
    uint32_t handle; /* what the driver uses in callbacks */
    uint32_t *slots; /* patch_list.c: what is bound; zeroes between its calls */
    uint32_t slot_count;
    struct list free_submissions; /* struct submission.link */
    uint32_t submission_count;    /* all that exist */
    uint32_t outstanding;         /* queued or submitted */
    struct wait_queue changed;    /* a submission came back */
    struct sync_queue *sync;      /* waits and signals between submissions; NULL: none yet */
};

/**
 * allocation_check_info - what DxgkDdiCreateAllocation left, against ALLOC-02 to -19
 * @primary: it is going to be shown
 * Returns: STATUS_SUCCESS; STATUS_INVALID_PARAMETER, and the breach is reported;
 * STATUS_GRAPHICS_NO_VIDEO_MEMORY for one that no segment it may be in could ever hold.
 */
NTSTATUS allocation_check_info(struct adapter *adapter, const DXGK_ALLOCATIONINFO *info,
                               bool primary);
/** allocation_place - what the driver asked for becomes a placement, not resident yet */
void allocation_place(struct allocation *allocation, struct adapter *adapter,
                      const DXGK_ALLOCATIONINFO *info);

/** device_fail - the device is in error from now on, if it was not; who waits for it is told. What
 * it has queued goes on. No point is reached. IRQL: any below DIRQL. */
void device_fail(struct device *device, enum device_state state);
/** device_mark_lost - the device is in error, and nothing new of it reaches the hardware. No point
 * is reached. */
void device_mark_lost(struct device *device, enum device_state state);

/** allocation_fini - all of its places, none of which is pinned or used. IRQL: PASSIVE_LEVEL. */
void allocation_fini(struct allocation *allocation);
/**
 * allocation_leaves - what the CPU has of a place goes with it: swizzling ranges and the view
 * @wait: as swizzling_forget. IRQL: PASSIVE_LEVEL.
 */
void allocation_leaves(const struct vidmm_allocation *placement, bool wait);
/** allocation_evict - from all of its places. Returns: as vidmm_allocation_evict. */
NTSTATUS allocation_evict(struct allocation *allocation);
/**
 * allocation_lock - as dxgk_opened_lock_with; the device is not lost, the allocation CPU-visible
 */
NTSTATUS allocation_lock(struct allocation *allocation, const struct device *device,
                         const struct lock_request *request, void **pointer);
/** allocation_lock_waits - whether allocation_lock would wait for queued work */
bool allocation_lock_waits(struct allocation *allocation, const struct lock_request *request);
void allocation_unlock(struct allocation *allocation);
/** allocation_set_priority, allocation_offer, allocation_reclaim - of all its places; what is
 * pinned is not offered. Returns of the last: as vidmm_allocation_reclaim, of what is current. */
void allocation_set_priority(struct allocation *allocation, uint32_t priority);
void allocation_offer(struct allocation *allocation, enum vidmm_offer offer);
bool allocation_reclaim(struct allocation *allocation);

/** device_lose - the device is in error: what it has queued is dropped. IRQL: PASSIVE_LEVEL. */
void device_lose(struct device *device, enum device_state state);

/**
 * allocation_list_update - SegmentId and PhysicalAddress of an element, as they are now
 * Returns: whether they were something else before.
 */
bool allocation_list_update(DXGK_ALLOCATIONLIST *element, const struct vidmm_allocation *placement);

#endif /* DXGK_ALLOCATION_PRIVATE_H */
