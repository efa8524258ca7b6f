/* SPDX-License-Identifier: MIT */
#ifndef KMT_PAGING_QUEUE_H
#define KMT_PAGING_QUEUE_H

#include "kmt/object.h"

/** kmt_paging_queues_destroy - every paging queue of a device that goes */
void kmt_paging_queues_destroy(struct kmt_device *device);

#endif /* KMT_PAGING_QUEUE_H */
