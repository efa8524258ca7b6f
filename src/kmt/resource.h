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

/**
 * kmt_resource_query - what D3DKMTQueryResourceInfo says of a resource
 * @resource: NULL: STATUS_INVALID_PARAMETER
 */
DXGH_MUST_CHECK NTSTATUS kmt_resource_query(struct kmt_call *call, const struct resource *resource,
                                            D3DKMT_QUERYRESOURCEINFO *args);
/**
 * kmt_resource_open - open it on the device of the call, as D3DKMTOpenResource
 * @resource: NULL: STATUS_INVALID_PARAMETER
 * @element_bytes: of D3DDDI_OPENALLOCATIONINFO or -INFO2
 * Returns: STATUS_SUCCESS with the handles in args; STATUS_INVALID_PARAMETER also when the caller
 * has not enough room; what the driver answered.
 */
DXGH_MUST_CHECK NTSTATUS kmt_resource_open(struct kmt_call *call, struct resource *resource,
                                           D3DKMT_OPENRESOURCE *args, size_t element_bytes);

#endif /* KMT_RESOURCE_H */
