/* SPDX-License-Identifier: MIT */
/* Translation into DMA buffers, as DxgkDdiRender, DxgkDdiRenderKm and DxgkDdiPresent share it. */
#ifndef DXGK_RENDER_PRIVATE_H
#define DXGK_RENDER_PRIVATE_H

#include "dxgk/render.h"
#include "verify/verify.h"

/* The rules of one translation DDI; all share the shape of their contract. */
struct translator {
    const char *name;
    NTSTATUS (*translate)(struct adapter *adapter, HANDLE context, DXGKARG_RENDER *args);
    enum rule output_bounds;
    enum rule patch_bounds;
    enum rule patch_index;
};

/** render_translate - as dxgk_render, through that DDI */
NTSTATUS render_translate(struct context *context, const struct translator *translator,
                          const struct render_request *request);

#endif /* DXGK_RENDER_PRIVATE_H */
