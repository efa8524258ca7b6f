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
    enum rule private_bounds; /* pDmaBufferPrivateData, when it was moved */
    enum rule initial_patch;  /* an address that was told has to be written */
    enum rule invented;       /* and one that was not told must not */
};

/** render_translate - as dxgk_render, through that DDI */
NTSTATUS render_translate(struct context *context, const struct translator *translator,
                          const struct render_request *request);

#endif /* DXGK_RENDER_PRIVATE_H */
