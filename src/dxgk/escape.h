/* SPDX-License-Identifier: MIT */
/*
 * DxgkDdiEscape: a client's private request, handed to the driver with everything the contract
 * promises it, and the driver held to its side. The path is docs/paths/escape.md.
 *
 * Source: DxgkDdiEscape, DXGKARG_ESCAPE, D3DDDI_ESCAPEFLAGS. Tests: tests/scenario/escape_test.c
 */
#ifndef DXGK_ESCAPE_H
#define DXGK_ESCAPE_H

#include "dxgk/device.h"

/* Kernel memory for one request: what the driver sees of it, and bytes behind that it must not
 * touch (ESC-11). */
struct escape_buffer {
    void *data;          /* 8-byte aligned; NULL when size_bytes is 0 */
    uint32_t size_bytes; /* of data */
    void *block;         /* pool, or the adapter's own block */
};

/**
 * escape_buffer_init - memory for a request of that size
 * Returns: STATUS_SUCCESS or STATUS_NO_MEMORY. IRQL: PASSIVE_LEVEL.
 */
NTSTATUS escape_buffer_init(struct adapter *adapter, struct escape_buffer *buffer,
                            uint32_t size_bytes);
void escape_buffer_fini(struct adapter *adapter, struct escape_buffer *buffer);

/** escape_block_free - the adapter's own block; when the adapter goes */
void escape_block_free(struct adapter *adapter);

struct escape_request {
    struct device *device;   /* NULL: not about a device */
    struct context *context; /* NULL, or one of the device's */
    uint32_t flags;          /* D3DDDI_ESCAPEFLAGS.Value, judged already */
    struct escape_buffer *buffer;
};

/**
 * dxgk_escape - call DxgkDdiEscape
 *
 * With HardwareAccess the call is at level two: nobody else is in the driver, the GPU is idle, and
 * nothing is queued; video memory stays where it is. Without it at level zero. The driver's
 * breaches are reported: a status off its list, a register touched at level zero, bytes written
 * behind the buffer, a changed DXGKARG_ESCAPE. Returns: the driver's own status;
 * STATUS_NOT_SUPPORTED when it has no DxgkDdiEscape (ESC-23); STATUS_DEVICE_REMOVED, and the driver
 * is not called, when device or adapter were lost while the level was waited for (KMTESC-06,
 * ESC-22). IRQL: PASSIVE_LEVEL. May wait, also for the GPU.
 */
NTSTATUS dxgk_escape(struct adapter *adapter, const struct escape_request *request);

#endif /* DXGK_ESCAPE_H */
