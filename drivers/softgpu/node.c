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

/* Answers the preemption request; completions up to LastCompletedFence have been reported. */
_Use_decl_annotations_ VOID
SgNotifyPreempted(const SG_ADAPTER *Adapter, const SG_NODE *Node)
{
    DXGKARGCB_NOTIFY_INTERRUPT_DATA data;

    RtlZeroMemory(&data, sizeof(data));
    data.InterruptType = DXGK_INTERRUPT_DMA_PREEMPTED;
    data.DmaPreempted.PreemptionFenceId = Node->PreemptionFence;
    data.DmaPreempted.LastCompletedFenceId = Node->LastCompletedFence;
    data.DmaPreempted.NodeOrdinal = Node->Ordinal;
    data.DmaPreempted.EngineOrdinal = 0;
    SgNotify(Adapter, &data);
}

/* True when the board has nothing of this node's. */
_Use_decl_annotations_ BOOLEAN
SgNodeIsIdle(const SG_NODE *Node)
{
    return Node->Head == Node->Doorbell;
}

/*
 * Gives the board what it does not have yet. While a preemption is pending it gets nothing: the
 * board would run work behind the request at once, and if the engine were reset before anybody
 * heard the answer, nobody could tell any more which work was preempted and which was broken.
 */
_Use_decl_annotations_ VOID
SgNodeFeed(const SG_ADAPTER *Adapter, SG_NODE *Node)
{
    if (Node->Doorbell == Node->Tail || Node->PreemptionPending) {
        return;
    }
    Node->Doorbell = Node->Tail;
    KeMemoryBarrier(); /* the entries are in memory before the board is told */
    SgWriteNode(Adapter, Node, SOFTGPU_NODE_RING_TAIL, Node->Doorbell);
}

static ULONG
NextEntry(_In_ const SG_NODE *Node, _In_ ULONG Index)
{
    return (Index + 1) & (Node->RingEntries - 1);
}

/* The entry ran to its end: of its buffer nothing more needs to be saved, unless it was one part
 * of a split buffer and the saved point lies in a later part. */
static VOID
ForgetProgress(_In_ const SG_QUEUED *Queued)
{
    SG_PROGRESS *progress = Queued->Progress;

    if (progress->Buffer == Queued->Buffer && progress->Done <= Queued->End) {
        progress->Done = 0;
    }
}

/* Entries up to the one with this fence have retired. Returns whether that is news. */
static BOOLEAN
Complete(_Inout_ SG_NODE *Node, _In_ UINT Fence)
{
    ULONG last = Node->Head;

    if (Fence == Node->LastCompletedFence) {
        return FALSE;
    }
    Node->LastCompletedFence = Fence;
    while (last != Node->Doorbell && Node->Ring[last].fence != Fence) {
        last = NextEntry(Node, last);
    }
    if (last != Node->Doorbell) {
        ULONG end = NextEntry(Node, last);
        for (ULONG i = Node->Head; i != end; i = NextEntry(Node, i)) {
            ForgetProgress(&Node->Queued[i]);
        }
        Node->Head = end;
    }
    return TRUE;
}

/* Whether the board has answered the request that is pending, and not an earlier one. One that
 * gives nothing back answers by running empty. */
static BOOLEAN
PreemptionIsAnswered(_In_ const SG_ADAPTER *Adapter, _In_ const SG_NODE *Node)
{
    ULONG status;

    if (!Node->PreemptionPending || Adapter->Preemption == SOFTGPU_PREEMPT_NONE) {
        return FALSE;
    }
    status = SgReadNode(Adapter, Node, SOFTGPU_NODE_PREEMPT_STATUS);
    return (status & SOFTGPU_PREEMPT_STATUS_DONE) != 0 &&
           SgReadNode(Adapter, Node, SOFTGPU_NODE_PREEMPT_FENCE) == Node->PreemptionFence;
}

/* Entries that have not retired are the driver's again, and are forgotten: the scheduler resubmits
 * them. If the first of them was stopped half way, how far it came is saved for that time. */
static VOID
TakeBack(_In_ const SG_ADAPTER *Adapter, _Inout_ SG_NODE *Node)
{
    ULONG bytes = SgReadNode(Adapter, Node, SOFTGPU_NODE_PREEMPT_SAVED_BYTES);

    if (bytes != 0 && !SgNodeIsIdle(Node)) {
        const SG_QUEUED *queued = &Node->Queued[Node->Head];
        queued->Progress->Buffer = queued->Buffer;
        queued->Progress->Done = queued->Start + bytes;
        queued->Progress->Fence = Node->Ring[Node->Head].fence;
    }
    Node->Head = Node->Doorbell;
}

/*
 * Brings the record up to date with the board. Returns whether fences are to be reported.
 *
 * The board goes on between two reads, but not after its answer, since nothing is behind the
 * request: if the answer is seen, the fence that is read then is the last one before it.
 */
static BOOLEAN
Update(_In_ const SG_ADAPTER *Adapter, _Inout_ SG_NODE *Node, _Out_ BOOLEAN *Preempted)
{
    *Preempted = PreemptionIsAnswered(Adapter, Node);
    BOOLEAN completed = Complete(Node, SgReadNode(Adapter, Node, SOFTGPU_NODE_FENCE_COMPLETED));

    if (*Preempted) {
        TakeBack(Adapter, Node);
    } else if (Adapter->Preemption == SOFTGPU_PREEMPT_NONE) {
        *Preempted = Node->PreemptionPending && SgNodeIsIdle(Node);
    }
    if (*Preempted) {
        Node->PreemptionPending = FALSE;
    }
    return completed;
}

/* For an engine whose reports nobody listens to, because it is about to be reset. */
_Use_decl_annotations_ VOID
SgNodeCatchUp(const SG_ADAPTER *Adapter, SG_NODE *Node)
{
    BOOLEAN preempted;

    (void)Update(Adapter, Node, &preempted);
}

/*
 * Reports what retired since the last call, then that a preemption request has been answered.
 * Called for every interrupt of the node and wherever one may have been lost; with nothing new it
 * does nothing, so no fence is ever reported twice.
 *
 * Source: display/submitting-a-command-buffer.md; DXGKARGCB_NOTIFY_INTERRUPT_DATA
 */
_Use_decl_annotations_ VOID
SgNodeService(const SG_ADAPTER *Adapter, SG_NODE *Node)
{
    BOOLEAN preempted;

    if (Update(Adapter, Node, &preempted)) {
        NotifyCompleted(Adapter, Node);
    }
    if (preempted) {
        SgNotifyPreempted(Adapter, Node);
    }
    SgNodeFeed(Adapter, Node);
}
