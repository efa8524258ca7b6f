/* SPDX-License-Identifier: MIT */
/*
 * A client of the GPU without a screen: a process with a device, a context and a surface, which
 * fills its surface through DxgkDdiRenderKm. What the scheduling scenes and tests are made of.
 */
#ifndef CLI_GPU_CLIENT_H
#define CLI_GPU_CLIENT_H

#include "dxgk/allocation.h"
#include "dxgk/device.h"

#define GPU_CLIENT_SIDE 256u /* pixels of the surface, both ways */

struct process;

struct gpu_client {
    struct adapter *adapter;
    struct process *process; /* its own */
    struct device *device;
    struct context *context;
    struct allocation *surface;
};

/**
 * gpu_client_open - Returns: STATUS_SUCCESS, or the status of what failed; nothing is left then
 * @name: of its process
 * @id: of its process, a multiple of 4
 * @priority: of its context, -7 to 7
 */
NTSTATUS gpu_client_open(struct gpu_client *client, struct adapter *adapter, const char *name,
                         uint32_t id, uint32_t node, int priority);
/** gpu_client_reopen - a new device, context and surface after the old device was lost */
NTSTATUS gpu_client_reopen(struct gpu_client *client, uint32_t node, int priority);
void gpu_client_close(struct gpu_client *client);

/**
 * gpu_client_fill - queue one command buffer that fills the surface `count` times. Does not wait.
 * Returns: what dxgk_render_km answered; STATUS_INVALID_HANDLE after a gpu_client_reopen that
 * failed.
 */
NTSTATUS gpu_client_fill(struct gpu_client *client, uint32_t count);
/** gpu_client_wait - Returns: STATUS_SUCCESS, or STATUS_DEVICE_REMOVED when the device is lost */
NTSTATUS gpu_client_wait(struct gpu_client *client);

#endif /* CLI_GPU_CLIENT_H */
