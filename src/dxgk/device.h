/* SPDX-License-Identifier: MIT */
/* Devices and contexts of a client, as the graphics kernel and the driver see them. */
#ifndef DXGK_DEVICE_H
#define DXGK_DEVICE_H

#include "dxgk/adapter.h"
#include "sched/sched.h"

struct device;
struct context;

enum device_state {
    DEVICE_OK,
    DEVICE_ERROR_OUT_OF_MEMORY,
    DEVICE_ERROR_DMA_FAULT, /* STATUS_GRAPHICS_GPU_EXCEPTION_ON_DEVICE */
    DEVICE_REMOVED,         /* after a reset of the adapter */
    DEVICE_HUNG,            /* its engine was reset while it executed work of this device */
};

/**
 * dxgk_device_create - DxgkDdiCreateDevice for a process
 * @gdi: the CDD's own device (DXGK_CREATEDEVICEFLAGS.GdiDevice and SystemDevice)
 * Returns: STATUS_SUCCESS or what the driver answered.
 * IRQL: PASSIVE_LEVEL.
 */
NTSTATUS dxgk_device_create(struct adapter *adapter, struct process *process, bool gdi,
                            struct device **device);
/** dxgk_device_destroy - contexts and allocations must be gone. Waits for its work. Accepts NULL.
 */
void dxgk_device_destroy(struct device *device);
enum device_state dxgk_device_state(const struct device *device);
struct adapter *dxgk_device_adapter(const struct device *device);

/** dxgk_device_set_class - class of all contexts of the device; a process has one for all
 * its devices. Source: D3DKMTSetProcessSchedulingPriorityClass */
void dxgk_device_set_class(struct device *device, enum sched_class class);

/**
 * dxgk_context_create - DxgkDdiCreateContext on a node
 * @gdi: a context for DxgkDdiRenderKm; its allocation list has
 *       DXGK_ALLOCATION_LIST_SIZE_GDICONTEXT elements
 * IRQL: PASSIVE_LEVEL.
 */
NTSTATUS dxgk_context_create(struct device *device, uint32_t node, bool gdi,
                             const void *private_data, uint32_t private_data_bytes,
                             struct context **context);
/** dxgk_context_set_null - from now on its work is submitted and completes, but draws nothing.
 * Source: D3DDDI_CREATECONTEXTFLAGS.NullRendering */
void dxgk_context_set_null(struct context *context);
/**
 * dxgk_context_set_priority - within its process's class
 * @priority: SCHED_PRIORITY_LOWEST to SCHED_PRIORITY_HIGHEST
 * Returns: STATUS_INVALID_PARAMETER for any other.
 * Source: D3DKMTSetContextSchedulingPriority
 */
NTSTATUS dxgk_context_set_priority(struct context *context, int priority);
int dxgk_context_priority(const struct context *context);
/** dxgk_context_destroy - waits for the context's work. Accepts NULL. */
void dxgk_context_destroy(struct context *context);

/**
 * dxgk_context_wait_idle - until everything this context queued has retired
 * Returns: STATUS_SUCCESS, or STATUS_DEVICE_REMOVED when the device was lost meanwhile.
 * IRQL: PASSIVE_LEVEL.
 */
NTSTATUS dxgk_context_wait_idle(struct context *context);
/** dxgk_context_is_idle - whether that would return at once */
bool dxgk_context_is_idle(const struct context *context);
/** dxgk_context_has_room - it can queue one more buffer without waiting for an earlier one */
bool dxgk_context_has_room(const struct context *context);

#endif /* DXGK_DEVICE_H */
