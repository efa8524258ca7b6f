/* SPDX-License-Identifier: MIT */
#include "kmt/memory.h"

#include "nt/pool.h"
#include "nt/user.h"

#define KMT_TAG 0x4B677844u /* "DxgK" */
#define BLOB_BYTES_MAX (64u << 20)

NTSTATUS kmt_blob_init(struct machine *machine, struct kmt_blob *blob, uint64_t size_bytes)
{
    struct nt_pool_request request = { .bytes = size_bytes,
                                       .tag = KMT_TAG,
                                       .zero = true,
                                       .pc = (uintptr_t)__builtin_return_address(0) };

    *blob = (struct kmt_blob){ 0 };
    if (size_bytes == 0) {
        return STATUS_SUCCESS;
    }
    if (size_bytes > BLOB_BYTES_MAX || decision_refuse(&machine->decision)) {
        return STATUS_NO_MEMORY;
    }
    blob->data = nt_pool_alloc(machine, &request);
    if (blob->data == NULL) {
        return STATUS_NO_MEMORY;
    }
    blob->size_bytes = (uint32_t)size_bytes;
    return STATUS_SUCCESS;
}

NTSTATUS kmt_blob_read(struct machine *machine, struct kmt_blob *blob, const void *user,
                       uint64_t size_bytes)
{
    NTSTATUS status = kmt_blob_init(machine, blob, size_bytes);

    if (NT_SUCCESS(status) && !user_read(machine, blob->data, user, size_bytes)) {
        kmt_blob_fini(machine, blob);
        status = STATUS_INVALID_PARAMETER;
    }
    return status;
}

NTSTATUS kmt_blob_read_words(struct machine *machine, struct kmt_blob *blob, const void *user,
                             uint64_t size_bytes)
{
    if (size_bytes != 0 && ((uintptr_t)user & 3) != 0) {
        *blob = (struct kmt_blob){ 0 };
        return STATUS_INVALID_PARAMETER;
    }
    return kmt_blob_read(machine, blob, user, size_bytes);
}

void kmt_blob_fini(struct machine *machine, struct kmt_blob *blob)
{
    if (blob->data != NULL) {
        nt_pool_free(machine, blob->data, KMT_TAG, "dxgkrnl");
    }
    *blob = (struct kmt_blob){ 0 };
}

NTSTATUS kmt_buffers_init(struct machine *machine, struct kmt_buffers *buffers,
                          const DXGK_CONTEXTINFO *info)
{
    *buffers = (struct kmt_buffers){ .command_bytes = info->DmaBufferSize,
                                     .allocation_count = info->AllocationListSize,
                                     .patch_count = info->PatchLocationListSize };
    buffers->command = nt_user_alloc(machine, buffers->command_bytes);
    buffers->allocations =
        nt_user_alloc(machine, buffers->allocation_count * sizeof(*buffers->allocations));
    buffers->patches = nt_user_alloc(machine, buffers->patch_count * sizeof(*buffers->patches));
    if (buffers->command == NULL || buffers->allocations == NULL || buffers->patches == NULL) {
        kmt_buffers_fini(machine, buffers);
        return STATUS_NO_MEMORY;
    }
    return STATUS_SUCCESS;
}

void kmt_buffers_fini(struct machine *machine, struct kmt_buffers *buffers)
{
    nt_user_free(machine, buffers->command);
    nt_user_free(machine, buffers->allocations);
    nt_user_free(machine, buffers->patches);
    *buffers = (struct kmt_buffers){ 0 };
}

/* Returns the new size: the old one when there is no memory or nothing is asked for. */
static uint32_t resize(struct machine *machine, void **memory, uint32_t count, uint32_t wanted,
                       size_t element_bytes, uint32_t limit)
{
    void *fresh;

    if (wanted == 0 || wanted == count || wanted > limit) {
        return count;
    }
    fresh = nt_user_alloc(machine, wanted * element_bytes);
    if (fresh == NULL) {
        return count;
    }
    nt_user_free(machine, *memory);
    *memory = fresh;
    return wanted;
}

void kmt_buffers_resize(struct machine *machine, struct kmt_buffers *buffers,
                        uint32_t command_bytes, uint32_t allocation_count, uint32_t patch_count)
{
    void *allocations = buffers->allocations;
    void *patches = buffers->patches;

    buffers->command_bytes = resize(machine, &buffers->command, buffers->command_bytes,
                                    command_bytes, 1, KMT_COMMAND_BYTES_MAX);
    buffers->allocation_count =
        resize(machine, &allocations, buffers->allocation_count, allocation_count,
               sizeof(*buffers->allocations), KMT_LIST_COUNT_MAX);
    buffers->patch_count = resize(machine, &patches, buffers->patch_count, patch_count,
                                  sizeof(*buffers->patches), KMT_LIST_COUNT_MAX);
    buffers->allocations = allocations;
    buffers->patches = patches;
}
