/* SPDX-License-Identifier: MIT */
/*
 * Preemption, the Windows 8 model (PreemptionAware), and the end of preempted work that will not
 * come back.
 *
 * The board gives back what it has not run, between two packets or between two entries, as its
 * option preempt says; adapter_info.c reports that granularity. With preempt=none it gives back
 * nothing: the driver then reports the Windows 7 model, and answers a request when all that was
 * submitted before it has ended.
 *
 * A buffer that was stopped half way is submitted again as a whole, so the driver keeps how far it
 * came (SG_PROGRESS) and lets the board go on there (submit.c): packets must not run twice.
 *
 * Source: DxgkDdiPreemptCommand, DXGKARG_PREEMPTCOMMAND, DxgkDdiCancelCommand;
 * display/gpu-preemption.md
 */
#include "softgpu_kmd.h"

typedef struct _SG_PREEMPTION {
    SG_ADAPTER *Adapter;
    SG_NODE *Node;
    UINT Fence;
} SG_PREEMPTION;

/*
 * At device IRQL, where the three cases can be told apart. What has finished unreported is
 * reported first. If that was all, no interrupt will come, and the answer is given right here
 * without touching the board. Else the board is asked, and its interrupt brings the answer, even
 * if it runs out of work in this very moment.
 */
static BOOLEAN NTAPI
PreemptSynchronized(_In_ PVOID Context)
{
    SG_PREEMPTION *preemption = Context;
    SG_ADAPTER *adapter = preemption->Adapter;
    SG_NODE *node = preemption->Node;

    SgNodeService(adapter, node);
    node->PreemptionFence = preemption->Fence;
    node->PreemptionPending = !SgNodeIsIdle(node);
    /* Held back for an earlier request, which the scheduler has given up if there is a new one. */
    node->Tail = node->Doorbell;
    if (!node->PreemptionPending) {
        SgNotifyPreempted(adapter, node);
        return TRUE;
    }
    node->PacketsAtPreemption =
        SgReadRegister64(adapter, SOFTGPU_NODE_BLOCK(node->Ordinal) + SOFTGPU_NODE_PACKETS_LO);
    SgWriteNode(adapter, node, SOFTGPU_NODE_PREEMPT_REQUEST, preemption->Fence);
    return TRUE;
}

/*
 * Runs at DISPATCH_LEVEL, nonpageable, and never waits: a board that does not answer is a matter
 * of timeout detection, not of this function. Any failure stops the system.
 */
_Use_decl_annotations_ NTSTATUS NTAPI
SgPreemptCommand(const HANDLE hAdapter, const DXGKARG_PREEMPTCOMMAND *pPreemptCommand)
{
    SG_PREEMPTION preemption;

    preemption.Adapter = hAdapter;
    preemption.Node = &preemption.Adapter->Nodes[pPreemptCommand->NodeOrdinal];
    preemption.Fence = pPreemptCommand->PreemptionFenceId;
    if (preemption.Adapter->FailPreempt) {
        return STATUS_UNSUCCESSFUL; /* what an administrator asked for, to see what it leads to */
    }
    return SgSynchronize(preemption.Adapter, PreemptSynchronized, &preemption);
}

static BOOLEAN NTAPI
ForgetProgressSynchronized(_In_ PVOID Context)
{
    SG_PROGRESS *progress = Context;

    progress->Done = 0;
    return TRUE;
}

/*
 * The packet will never be submitted again, nor will any other of its device. All the driver may
 * hold for it is how far it came before it was preempted. Must succeed: where the interrupt is not
 * connected nothing can be held.
 */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgCancelCommand(const HANDLE hAdapter, const DXGKARG_CANCELCOMMAND *pCancelCommand)
{
    SG_ADAPTER *adapter = hAdapter;
    SG_CONTEXT *context = pCancelCommand->hContext; /* may be NULL for paging work */

    PAGED_CODE();
    if (context != NULL) {
        (void)SgSynchronize(adapter, ForgetProgressSynchronized, &context->Progress);
    }
    return STATUS_SUCCESS;
}
