/* SPDX-License-Identifier: MIT */
/*
 * One engine's ring: feeding it, and reporting what it finished. Everything here runs at device
 * IRQL, in the interrupt routine or under SgSynchronize, and is therefore nonpageable.
 */
#include "softgpu_kmd.h"

/*
 * Source: DxgkCbNotifyInterrupt: at device IRQL, with the handle of DXGKRNL_INTERFACE, and with a
 * DPC queued afterwards in which the scheduler does its part. A DPC that is already queued serves
 * this event too, so DxgkCbQueueDpc's answer does not matter.
 */
_Use_decl_annotations_ VOID
SgNotify(const SG_ADAPTER *Adapter, DXGKARGCB_NOTIFY_INTERRUPT_DATA *Data)
{
    Adapter->Dxgk.DxgkCbNotifyInterrupt(Adapter->Dxgk.DeviceHandle, Data);
    Adapter->Dxgk.DxgkCbQueueDpc(Adapter->Dxgk.DeviceHandle);
}

static VOID
NotifyCompleted(_In_ const SG_ADAPTER *Adapter, _In_ const SG_NODE *Node)
{
    DXGKARGCB_NOTIFY_INTERRUPT_DATA data;

    RtlZeroMemory(&data, sizeof(data));
    data.InterruptType = DXGK_INTERRUPT_DMA_COMPLETED;
    data.DmaCompleted.SubmissionFenceId = Node->LastCompletedFence;
    data.DmaCompleted.NodeOrdinal = Node->Ordinal;
    data.DmaCompleted.EngineOrdinal = 0; /* one adapter, no link */
    SgNotify(Adapter, &data);
}

static VOID
NotifyPreempted(_In_ const SG_ADAPTER *Adapter, _Inout_ SG_NODE *Node)
{
    DXGKARGCB_NOTIFY_INTERRUPT_DATA data;

    RtlZeroMemory(&data, sizeof(data));
    data.InterruptType = DXGK_INTERRUPT_DMA_PREEMPTED;
    data.DmaPreempted.PreemptionFenceId = Node->PreemptionFence;
    data.DmaPreempted.LastCompletedFenceId = Node->LastCompletedFence;
    data.DmaPreempted.NodeOrdinal = Node->Ordinal;
    data.DmaPreempted.EngineOrdinal = 0;
    Node->PreemptionPending = FALSE;
    SgNotify(Adapter, &data);
}

/* True when the board has nothing of this node's. */
_Use_decl_annotations_ BOOLEAN
SgNodeIsIdle(const SG_NODE *Node)
{
    return Node->Head == Node->Doorbell;
}

/* Gives the board the next entry, if it has none and one may start. */
_Use_decl_annotations_ VOID
SgNodeFeed(const SG_ADAPTER *Adapter, SG_NODE *Node)
{
    if (!SgNodeIsIdle(Node) || Node->PreemptionPending || Node->Doorbell == Node->Tail) {
        return;
    }
    Node->Doorbell = (Node->Doorbell + 1) & (Node->RingEntries - 1);
    KeMemoryBarrier(); /* the entry is in memory before the board is told */
    SgWriteNode(Adapter, Node, SOFTGPU_NODE_RING_TAIL, Node->Doorbell);
}

/*
 * Reports what retired since the last call, answers a preemption request that was waiting for it,
 * and starts the next entry. Called for every fence interrupt and wherever one may have been lost;
 * with nothing new it does nothing, so no fence is ever reported twice.
 *
 * Source: display/submitting-a-command-buffer.md; DXGKARGCB_NOTIFY_INTERRUPT_DATA
 */
_Use_decl_annotations_ VOID
SgNodeService(SG_ADAPTER *Adapter, SG_NODE *Node)
{
    ULONG head = SgReadNode(Adapter, Node, SOFTGPU_NODE_RING_HEAD);

    if (head != Node->Head) {
        /* Of several retired entries the last one's fence stands for all. */
        Node->LastCompletedFence = Node->Ring[(head - 1) & (Node->RingEntries - 1)].fence;
        Node->Head = head;
        NotifyCompleted(Adapter, Node);
    }
    if (Node->PreemptionPending && SgNodeIsIdle(Node)) {
        NotifyPreempted(Adapter, Node);
    }
    SgNodeFeed(Adapter, Node);
}
