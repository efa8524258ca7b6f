/* SPDX-License-Identifier: MIT */
/*
 * Handing a packet to the driver: DxgkDdiPatch and DxgkDdiSubmitCommand for render, paging and
 * context switch packets alike. Neither may fail; an error is bug check 0x119.
 */
#ifndef DXGK_COMMAND_H
#define DXGK_COMMAND_H

#include "dxgk/dma_buffer.h"
#include "sched/sched.h"
#include "verify/verify.h"

/* What the driver is given of a packet. */
struct command {
    HANDLE context;               /* the driver's handle; NULL: the system's */
    const struct dma_buffer *dma; /* NULL: of length zero */
    uint32_t start;               /* what is submitted, bytes of the buffer */
    uint32_t end;
    uint32_t private_end; /* of the private data, from its start */
    bool null_rendering;  /* its fence must come, and nothing is to be drawn */
    bool flip;            /* it has a flip in it */
    /* Of Patch only. */
    const DXGK_ALLOCATIONLIST *allocations;
    uint32_t allocation_count;
    const D3DDDI_PATCHLOCATIONLIST *patches;
    uint32_t patch_count;
    uint32_t first_patch; /* elements that belong to what is submitted */
    uint32_t patch_end;
    /* Of what the DDI that translated it had to do; paging buffers have none of it. */
    const bool *told;        /* parallel to allocations: still where that DDI was told it is */
    const char *translation; /* name of that DDI */
    enum rule initial_patch; /* and its rule about writing the addresses that it was told */
};

/**
 * command_patch - give the driver the addresses, and the packet's fence
 * IRQL: PASSIVE_LEVEL. Source: nc-d3dkmddi-dxgkddi_patch.md; ns-d3dkmddi-_dxgkarg_patch.md
 */
void command_patch(struct adapter *adapter, const struct packet *packet,
                   const struct command *command);

/**
 * command_submit - give the packet to the hardware
 * IRQL: up to DISPATCH_LEVEL. Source: nc-d3dkmddi-dxgkddi_submitcommand.md;
 * ns-d3dkmddi-_dxgkarg_submitcommand.md; ns-d3dkmddi-_dxgk_submitcommandflags.md
 */
void command_submit(struct adapter *adapter, const struct packet *packet,
                    const struct command *command);

#endif /* DXGK_COMMAND_H */
