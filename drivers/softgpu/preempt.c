/* SPDX-License-Identifier: MIT */
/*
 * Preemption at DMA buffer boundaries, the Windows 8 model (PreemptionAware).
 *
 * The board runs the entry it has to its end; entries behind it are still the driver's (node.c),
 * so holding them back is a matter of forgetting them: the scheduler resubmits what it is told was
 * preempted.
 *
 * Source: DxgkDdiPreemptCommand, DXGKARG_PREEMPTCOMMAND; display/gpu-preemption.md
 */
#include "softgpu_kmd.h"

typedef struct _SG_PREEMPTION {
    SG_ADAPTER *Adapter;
    SG_NODE *Node;
    UINT Fence;
} SG_PREEMPTION;

/*
 * At device IRQL. SgNodeService then does the rest, in all three cases: with an entry running the
 * request waits for its interrupt; with one that finished unreported the completion is reported
 * first; with nothing left DMA_PREEMPTED is reported right here, since no interrupt would come.
 */
static BOOLEAN NTAPI
PreemptSynchronized(_In_ PVOID Context)
{
    SG_PREEMPTION *preemption = Context;
    SG_NODE *node = preemption->Node;

    node->Tail = node->Doorbell;
    node->PreemptionFence = preemption->Fence;
    node->PreemptionPending = TRUE;
    SgNodeService(preemption->Adapter, node);
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
    return SgSynchronize(preemption.Adapter, PreemptSynchronized, &preemption);
}
