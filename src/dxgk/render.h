/* SPDX-License-Identifier: MIT */
/*
 * Command buffers to DMA buffers: DxgkDdiRenderKm for the CDD, DxgkDdiRender for user-mode drivers.
 * The path is docs/paths/render-km.md.
 */
#ifndef DXGK_RENDER_H
#define DXGK_RENDER_H

#include "dxgk/allocation.h"
#include "dxgk/device.h"

struct render_reference {
    struct allocation *allocation; /* NULL: the NULL element */
    HANDLE device_handle;          /* a client's opening of it; NULL: the allocation's own */
    bool written;                  /* the commands write it */
};

struct render_request {
    const void *commands; /* RenderKm: DXGK_RENDERKM_COMMAND records; Render: the driver's own */
    uint32_t size_bytes;
    const struct render_reference *references; /* element i of the driver's allocation list */
    uint32_t reference_count;                  /* element 0 is the NULL element by convention */
    const D3DDDI_PATCHLOCATIONLIST *patches;   /* Render: the client's own list, in its memory */
    uint32_t patch_count;
    bool null_rendering; /* translated, submitted and completed, but nothing is drawn */
    bool flip;           /* a flip is made by it */
};

/**
 * dxgk_render_km - translate a GDI command buffer and queue what comes out
 *
 * Calls DxgkDdiRenderKm until it has taken everything, each pass with a DMA buffer of its own, and
 * queues one packet per pass. Does not wait for the GPU.
 * Returns: STATUS_SUCCESS; STATUS_NO_MEMORY; STATUS_DEVICE_REMOVED when the device is lost; else
 * the driver's refusal. Passes queued before a refusal still execute. IRQL: PASSIVE_LEVEL. Sync
 * level: zero. Source: ddi nc-d3dkmddi-dxgkddi_renderkm
 */
NTSTATUS dxgk_render_km(struct context *context, const struct render_request *request);

/** dxgk_render - the same through DxgkDdiRender, for a command buffer of the driver's own format */
NTSTATUS dxgk_render(struct context *context, const struct render_request *request);

#endif /* DXGK_RENDER_H */
