/* SPDX-License-Identifier: MIT */
#include "dxgk/escape.h"

#include "dxgk/allocation_private.h"
#include "dxgk/gate_calls.h"
#include "machine/fiber.h"
#include "nt/pool.h"

#include <string.h>

#define ESCAPE_TAG 0x45677844u /* "DxgE" */
/* One block is kept, so that the usual small request allocates nothing. */
#define ESCAPE_BLOCK_BYTES 2048u
#define ESCAPE_GUARD_BYTES 16u
#define ESCAPE_GUARD_BYTE 0xE5

static const uint8_t guard[ESCAPE_GUARD_BYTES + sizeof(uint64_t)] = {
    [0 ... ESCAPE_GUARD_BYTES + sizeof(uint64_t) - 1] = ESCAPE_GUARD_BYTE
};

static const char ddi_name[] = "DxgkDdiEscape";

static uint64_t rounded(uint32_t size_bytes)
{
    return ((uint64_t)size_bytes + 7) & ~UINT64_C(7);
}

static void *take_block(struct adapter *adapter, uint64_t bytes)
{
    struct nt_pool_request request = { .bytes = DXGH_MAX(bytes, ESCAPE_BLOCK_BYTES),
                                       .tag = ESCAPE_TAG,
                                       .pc = (uintptr_t)__builtin_return_address(0) };

    if (bytes > ESCAPE_BLOCK_BYTES || adapter->escape.in_use) {
        return nt_pool_alloc(adapter->machine, &request);
    }
    if (adapter->escape.block == NULL) {
        adapter->escape.block = nt_pool_alloc(adapter->machine, &request);
    }
    adapter->escape.in_use = adapter->escape.block != NULL;
    return adapter->escape.block;
}

static void set_guard(const struct escape_buffer *buffer)
{
    char *end = (char *)buffer->data + buffer->size_bytes;
    uint64_t slack = rounded(buffer->size_bytes) - buffer->size_bytes;

    memcpy(end, guard, slack + ESCAPE_GUARD_BYTES);
}

NTSTATUS escape_buffer_init(struct adapter *adapter, struct escape_buffer *buffer,
                            uint32_t size_bytes)
{
    *buffer = (struct escape_buffer){ .size_bytes = size_bytes };
    if (size_bytes == 0) {
        return STATUS_SUCCESS;
    }
    if (decision_refuse(&adapter->machine->decision)) {
        return STATUS_NO_MEMORY;
    }
    buffer->block = take_block(adapter, rounded(size_bytes) + ESCAPE_GUARD_BYTES);
    if (buffer->block == NULL) {
        return STATUS_NO_MEMORY;
    }
    buffer->data = buffer->block;
    set_guard(buffer);
    return STATUS_SUCCESS;
}

void escape_buffer_fini(struct adapter *adapter, struct escape_buffer *buffer)
{
    if (buffer->block == NULL) {
        return;
    }
    if (buffer->block == adapter->escape.block) {
        adapter->escape.in_use = false;
    } else {
        nt_pool_free(adapter->machine, buffer->block, ESCAPE_TAG, "dxgkrnl");
    }
    buffer->block = NULL;
}

void escape_block_free(struct adapter *adapter)
{
    DXGH_ASSERT(!adapter->escape.in_use);
    if (adapter->escape.block != NULL) {
        nt_pool_free(adapter->machine, adapter->escape.block, ESCAPE_TAG, "dxgkrnl");
        adapter->escape.block = NULL;
    }
}

static void report_overrun(struct adapter *adapter, const struct escape_buffer *buffer)
{
    const uint8_t *end = (const uint8_t *)buffer->data + buffer->size_bytes;
    uint32_t first = 0;

    while (end[first] == ESCAPE_GUARD_BYTE) {
        first++;
    }
    verify_report(adapter->machine, RULE_ESC_11, ddi_name,
                  "Byte %u behind the %u bytes of pPrivateDriverData was written. Check every "
                  "length and offset in the request against PrivateDriverDataSize.",
                  first, buffer->size_bytes);
}

/* ESC-11: the first changed byte behind the data is the whole proof. */
static void check_guard(struct adapter *adapter, const struct escape_buffer *buffer)
{
    if (buffer->data == NULL) {
        return;
    }
    const char *end = (const char *)buffer->data + buffer->size_bytes;
    uint64_t slack = rounded(buffer->size_bytes) - buffer->size_bytes;

    if (memcmp(end, guard, slack + ESCAPE_GUARD_BYTES) != 0) {
        report_overrun(adapter, buffer);
    }
}

/* ESC-12 */
static void check_arguments(struct adapter *adapter, const DXGKARG_ESCAPE *before,
                            const DXGKARG_ESCAPE *after)
{
    if (memcmp(before, after, sizeof(*before)) != 0) {
        verify_report(
            adapter->machine, RULE_ESC_12, ddi_name,
            "DXGKARG_ESCAPE was changed. It is an input: write your answer into the bytes behind "
            "pPrivateDriverData, and leave the structure alone.");
    }
}

/* ESC-02 */
static NTSTATUS check_mismatch(struct adapter *adapter, NTSTATUS status)
{
    if (DXGH_LIKELY(status != ESCAPE_FALSE_MISMATCH)) {
        return status;
    }
    verify_report(adapter->machine, RULE_ESC_02, ddi_name,
                  "0x%08X was returned, which is a success. STATUS_GRAPHICS_DRIVER_MISMATCH is "
                  "0x%08X: compile with headers that say so.",
                  (uint32_t)ESCAPE_FALSE_MISMATCH, (uint32_t)STATUS_GRAPHICS_DRIVER_MISMATCH);
    return STATUS_GRAPHICS_DRIVER_MISMATCH;
}

NTSTATUS dxgk_escape(struct adapter *adapter, const struct escape_request *request)
{
    DXGKARG_ESCAPE args = {
        .hDevice = request->device == NULL ? NULL : request->device->driver_handle,
        .hContext = request->context == NULL ? NULL : request->context->created,
        .Flags.Value = request->flags,
        .pPrivateDriverData = request->buffer->data,
        .PrivateDriverDataSize = request->buffer->size_bytes,
    };
    DXGKARG_ESCAPE before;
    NTSTATUS status;

    if (adapter->table.DxgkDdiEscape == NULL) {
        gate_absent(adapter, DDI_Escape);
        return STATUS_NOT_SUPPORTED;
    }
    memcpy(&before, &args, sizeof(before)); /* with its padding, for the comparison */
    status = gate_Escape(adapter, request->device, &args);
    check_arguments(adapter, &before, &args);
    check_guard(adapter, request->buffer);
    return check_mismatch(adapter, status);
}
