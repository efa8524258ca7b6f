/* SPDX-License-Identifier: MIT */
/* The allocations one call is about: a list of the caller's, or all of a resource. */
#ifndef KMT_SELECTION_H
#define KMT_SELECTION_H

#include "kmt/memory.h"
#include "kmt/resource.h"

struct kmt_selection {
    const struct kmt_device *device;
    const struct opening *opening; /* a resource; NULL: the list */
    struct kmt_blob handles;       /* D3DKMT_HANDLE each */
    uint32_t count;
};

/**
 * kmt_select - look up what a call names, all of it or nothing; ended by kmt_deselect on success
 * @device: held by the caller
 * @resource: a handle of a resource; 0: the list
 * @list: the caller's, of `count` allocation handles
 * Returns: STATUS_SUCCESS; STATUS_INVALID_PARAMETER for an empty or overlong list, one that cannot
 * be read, and anything that is not the device's; STATUS_NO_MEMORY.
 */
DXGH_MUST_CHECK NTSTATUS kmt_select(const struct kmt_device *device, uint32_t resource,
                                    const D3DKMT_HANDLE *list, uint32_t count,
                                    struct kmt_selection *selection);
void kmt_deselect(struct kmt_selection *selection);

/** kmt_selected - the index-th of them, below selection->count. Returns: never NULL. */
struct opened *kmt_selected(const struct kmt_selection *selection, uint32_t index);

/** kmt_selection_in_use - queued work refers to one of them */
bool kmt_selection_in_use(const struct kmt_selection *selection);

/** kmt_selection_answer - write one word per allocation to the caller's array
 * Returns: STATUS_INVALID_PARAMETER when that cannot be written. */
DXGH_MUST_CHECK NTSTATUS kmt_selection_answer(const struct kmt_selection *selection, void *to,
                                              uint32_t (*word_of)(const struct opened *opened));

#endif /* KMT_SELECTION_H */
