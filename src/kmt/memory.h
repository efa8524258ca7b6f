/* SPDX-License-Identifier: MIT */
/* Kernel memory that holds a caller's data, and user memory that the kernel makes for a caller. */
#ifndef KMT_MEMORY_H
#define KMT_MEMORY_H

#include "kmt/object.h"

struct kmt_blob {
    void *data; /* pool; NULL when size_bytes is 0 */
    uint32_t size_bytes;
};

/**
 * kmt_blob_init - zeroed kernel memory
 * Returns: STATUS_SUCCESS or STATUS_NO_MEMORY, with nothing held.
 */
DXGH_MUST_CHECK NTSTATUS kmt_blob_init(struct machine *machine, struct kmt_blob *blob,
                                       uint64_t size_bytes);
/**
 * kmt_blob_read - the same, filled from the caller's memory
 * Returns: also STATUS_INVALID_PARAMETER when that cannot be read.
 */
DXGH_MUST_CHECK NTSTATUS kmt_blob_read(struct machine *machine, struct kmt_blob *blob,
                                       const void *user, uint64_t size_bytes);
/** kmt_blob_read_words - the same for an array: one that is not aligned is refused as well */
DXGH_MUST_CHECK NTSTATUS kmt_blob_read_words(struct machine *machine, struct kmt_blob *blob,
                                             const void *user, uint64_t size_bytes);
void kmt_blob_fini(struct machine *machine, struct kmt_blob *blob);

/**
 * kmt_buffers_init - command buffer, allocation list and patch list of a context
 * @info: the driver's sizes
 * Returns: STATUS_SUCCESS or STATUS_NO_MEMORY.
 */
DXGH_MUST_CHECK NTSTATUS kmt_buffers_init(struct machine *machine, struct kmt_buffers *buffers,
                                          const DXGK_CONTEXTINFO *info);
void kmt_buffers_fini(struct machine *machine, struct kmt_buffers *buffers);

/* Largest buffer that a client may ask for in D3DKMTRender. Choice. */
#define KMT_COMMAND_BYTES_MAX (16u << 20)
#define KMT_LIST_COUNT_MAX 65536u

/**
 * kmt_buffers_resize - larger or smaller buffers, as D3DKMT_RENDER asks; 0 keeps a size
 * What cannot be had keeps its old size, which the caller sees in what it is given back.
 */
void kmt_buffers_resize(struct machine *machine, struct kmt_buffers *buffers,
                        uint32_t command_bytes, uint32_t allocation_count, uint32_t patch_count);

#endif /* KMT_MEMORY_H */
