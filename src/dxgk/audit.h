/* SPDX-License-Identifier: MIT */
/*
 * A look at every DMA buffer on its way to the hardware, for tests and tools: after DxgkDdiPatch
 * and before DxgkDdiSubmitCommand, with its lists and where its allocations are.
 */
#ifndef DXGK_AUDIT_H
#define DXGK_AUDIT_H

#include "dxgk/submission.h"

struct audit {
    /**
     * submitting - bytes [start, end) of the submission go to the hardware with the packet's fence
     * May change nothing but what a test wants to see caught. IRQL: PASSIVE_LEVEL.
     */
    void (*submitting)(void *context, struct submission *submission, const struct packet *packet);
    void *context;
};

#endif /* DXGK_AUDIT_H */
