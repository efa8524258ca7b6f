/* SPDX-License-Identifier: MIT */
/* What a handle of a client to a synchronization object (object/sync.h) is. */
#ifndef KMT_SYNC_H
#define KMT_SYNC_H

#include "kmt/object.h"
#include "object/sync.h"

struct kmt_sync {
    struct list link; /* device->objects; alone when it was opened without a device */
    struct kmt_device *device;
    struct sync_object *object;      /* one reference */
    struct periodic_fence *periodic; /* what counts it up; NULL: nothing does */
    uint32_t handle;
};

/**
 * kmt_sync_name - a handle of a process to an object
 * @object: the caller's reference is taken over, also on failure
 * Returns: NULL when no handle is left.
 */
struct kmt_sync *kmt_sync_name(struct process *process, enum handle_type type,
                               struct sync_object *object);
/** kmt_sync_forget - the handle goes; an object it has acquired is abandoned */
void kmt_sync_forget(struct process *process, enum handle_type type, struct kmt_sync *sync);

/** kmt_sync_find - the object behind a handle of HANDLE_SYNC_OBJECT. Returns: NULL: no such. */
struct sync_object *kmt_sync_find(const struct kmt_call *call, uint32_t handle);

/**
 * kmt_periodic_fence_create - count a fence up with each vertical blank of a target
 * @object: monitored fence of a periodic kind
 * @time_100ns: how long before the blank; at most the time from one to the next
 * Returns: STATUS_SUCCESS; STATUS_INVALID_PARAMETER also for a target that shows nothing;
 * STATUS_NO_MEMORY; STATUS_DEVICE_REMOVED.
 */
DXGH_MUST_CHECK NTSTATUS kmt_periodic_fence_create(struct kmt_call *call,
                                                   struct sync_object *object, uint32_t target_id,
                                                   uint64_t time_100ns,
                                                   struct periodic_fence **fence);
/** kmt_periodic_fence_destroy - it counts no more. May wait for less than a blank. Accepts NULL. */
void kmt_periodic_fence_destroy(struct periodic_fence *fence);

/**
 * kmt_sync_wait - wait until a wait for the object would end at once, and take nothing
 * @key: of a keyed mutex
 * @timeout: as NT has it, in units of 100 ns, negative is relative; NULL: for ever
 * Returns: STATUS_SUCCESS, also for a keyed mutex that was abandoned; STATUS_TIMEOUT;
 * STATUS_PROCESS_IS_TERMINATING. The caller holds a reference. IRQL: PASSIVE_LEVEL.
 */
NTSTATUS kmt_sync_wait(struct kmt_call *call, const struct sync_object *object, uint64_t key,
                       const int64_t *timeout);

#endif /* KMT_SYNC_H */
