/* SPDX-License-Identifier: MIT */
/*
 * A look at every DMA buffer on its way to the hardware, for tests and tools, with its lists and
 * where its allocations are.
 */
#ifndef DXGK_AUDIT_H
#define DXGK_AUDIT_H

#include "dxgk/submission.h"

struct audit {
    /** prepared - what it refers to is resident from now on. IRQL: PASSIVE_LEVEL. */
    void (*prepared)(void *context, struct submission *submission);
    /** released - and may move again, in a moment. IRQL: <= DISPATCH_LEVEL. */
    void (*released)(void *context, struct submission *submission);
    /**
     * submitting - bytes [start, end) of the submission go to the hardware with the packet's
     * fence: after DxgkDdiPatch, before DxgkDdiSubmitCommand
     * May change nothing but what a test wants to see caught. IRQL: PASSIVE_LEVEL.
     */
    void (*submitting)(void *context, struct submission *submission, const struct packet *packet);
    void *context;
};

#endif /* DXGK_AUDIT_H */
