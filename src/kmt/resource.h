/* SPDX-License-Identifier: MIT */
/* Resources and allocations of a client's device. */
#ifndef KMT_RESOURCE_H
#define KMT_RESOURCE_H

#include "dxgk/resource.h"
#include "kmt/object.h"

/**
 * kmt_opened_find - an allocation handle of this device
 * Returns: NULL for anything else, also for another device's. The caller holds the device.
 */
struct opened *kmt_opened_find(const struct kmt_device *device, uint32_t handle);
/** kmt_opening_find - the same for a resource handle */
struct opening *kmt_opening_find(const struct kmt_device *device, uint32_t handle);

/** kmt_resources_destroy - everything the device has open; locks are given up */
void kmt_resources_destroy(struct kmt_device *device);

/** kmt_opened_unlock_all - the client's locks end with what they lock */
void kmt_opened_unlock_all(struct opened *opened);

#endif /* KMT_RESOURCE_H */
