/* SPDX-License-Identifier: MIT */
/*
 * Submission and the current fence.
 *
 * Source: DxgkDdiSubmitCommand, DXGKARG_SUBMITCOMMAND, DXGK_SUBMITCOMMANDFLAGS,
 * DxgkDdiQueryCurrentFence; display/submitting-a-command-buffer.md
 */
#include "softgpu_kmd.h"

typedef struct _SG_SUBMISSION {
    SG_ADAPTER *Adapter;
    SG_NODE *Node;
    struct softgpu_ring_entry Entry;
    SG_QUEUED Queued;
    NTSTATUS Status;
} SG_SUBMISSION;

/* Leaves out what was run before the buffer was preempted. Paging work is known by its fence,
 * since its buffers follow each other in the same memory; other work by its context. */
static VOID
SkipProgress(_Inout_ SG_SUBMISSION *Submission)
{
    SG_QUEUED *queued = &Submission->Queued;
    const SG_PROGRESS *progress = queued->Progress;

    if (progress->Done <= queued->Start || progress->Buffer != queued->Buffer ||
        (progress == &Submission->Node->PagingProgress &&
         progress->Fence != Submission->Entry.fence)) {
        return;
    }
    UINT start = min(progress->Done, queued->End);
    Submission->Entry.address += start - queued->Start;
    Submission->Entry.size_bytes -= start - queued->Start;
    queued->Start = start;
}

static BOOLEAN NTAPI
SubmitSynchronized(_In_ PVOID Context)
{
    SG_SUBMISSION *submission = Context;
    SG_NODE *node = submission->Node;
    ULONG tail = (node->Tail + 1) & (node->RingEntries - 1);

    if (tail == node->Head) {
        /* Cannot happen: the ring holds what DXGK_START_INFO asked for (see device.c). */
        submission->Status = STATUS_INSUFFICIENT_RESOURCES;
        return FALSE;
    }
    SkipProgress(submission);
    node->Ring[node->Tail] = submission->Entry;
    node->Queued[node->Tail] = submission->Queued;
    node->Tail = tail;
    if (!node->Submitted || (INT)(submission->Entry.fence - node->LastSubmittedFence) > 0) {
        node->Submitted = TRUE;
        node->LastSubmittedFence = submission->Entry.fence; /* preempted paging has an old one */
    }
    SgNodeFeed(submission->Adapter, node);
    submission->Status = STATUS_SUCCESS;
    return TRUE;
}

/* Paging work may come without a context; NodeOrdinal names its engine then. */
static SG_NODE *
NodeOfSubmission(_In_ SG_ADAPTER *Adapter, _In_ const DXGKARG_SUBMITCOMMAND *Args)
{
    const SG_CONTEXT *context = Args->hContext;

    return &Adapter->Nodes[context != NULL ? context->Node : Args->NodeOrdinal];
}

static SG_PROGRESS *
ProgressOfSubmission(_In_ SG_NODE *Node, _In_ const DXGKARG_SUBMITCOMMAND *Args)
{
    SG_CONTEXT *context = Args->hContext;

    return context != NULL && !Args->Flags.Paging ? &context->Progress : &Node->PagingProgress;
}

static UINT
EntryFlags(_In_ DXGK_SUBMITCOMMANDFLAGS Flags)
{
    UINT flags = SOFTGPU_ENTRY_INTERRUPT;

    if (Flags.Paging) {
        flags |= SOFTGPU_ENTRY_PAGING;
    }
    if (Flags.NullRendering) {
        flags |= SOFTGPU_ENTRY_SKIP; /* the fence must come, the pixels must not */
    }
    return flags;
}

/*
 * Queues one submission: nothing is executed and nothing is waited for. Only the bytes from the
 * start to the end offset are given to the board, and of these only what it has not run before a
 * preemption; a zero length (a context switch) retires at once. Runs at DISPATCH_LEVEL,
 * nonpageable. Any failure stops the system.
 */
_Use_decl_annotations_ NTSTATUS NTAPI
SgSubmitCommand(const HANDLE hAdapter, const DXGKARG_SUBMITCOMMAND *pSubmitCommand)
{
    SG_ADAPTER *adapter = hAdapter;
    SG_SUBMISSION submission;

    RtlZeroMemory(&submission, sizeof(submission));
    submission.Adapter = adapter;
    submission.Node = NodeOfSubmission(adapter, pSubmitCommand);
    submission.Queued.Progress = ProgressOfSubmission(submission.Node, pSubmitCommand);
    submission.Entry.size_bytes = pSubmitCommand->DmaBufferSubmissionEndOffset -
                                  pSubmitCommand->DmaBufferSubmissionStartOffset;
    if (submission.Entry.size_bytes != 0) {
        submission.Queued.Buffer = SgGpuAddress(pSubmitCommand->DmaBufferSegmentId,
                                                pSubmitCommand->DmaBufferPhysicalAddress);
        submission.Queued.Start = pSubmitCommand->DmaBufferSubmissionStartOffset;
        submission.Queued.End = pSubmitCommand->DmaBufferSubmissionEndOffset;
        submission.Entry.address = submission.Queued.Buffer + submission.Queued.Start;
    }
    submission.Entry.fence = pSubmitCommand->SubmissionFenceId;
    submission.Entry.flags = EntryFlags(pSubmitCommand->Flags);

    NTSTATUS status = SgSynchronize(adapter, SubmitSynchronized, &submission);
    return NT_SUCCESS(status) ? submission.Status : status;
}

typedef struct _SG_FENCE_QUERY {
    SG_ADAPTER *Adapter;
    SG_NODE *Node;
    UINT Fence;
} SG_FENCE_QUERY;

static BOOLEAN NTAPI
QueryFenceSynchronized(_In_ PVOID Context)
{
    SG_FENCE_QUERY *query = Context;

    SgNodeService(query->Adapter, query->Node);
    query->Fence = query->Node->LastCompletedFence;
    return TRUE;
}

/*
 * Called when a fence is overdue and an interrupt may have been lost. What retired unreported is
 * reported here, at device IRQL, before the call returns; what was reported is not sent again.
 */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgQueryCurrentFence(const HANDLE hAdapter, DXGKARG_QUERYCURRENTFENCE *pCurrentFence)
{
    SG_FENCE_QUERY query;

    PAGED_CODE();
    query.Adapter = hAdapter;
    query.Node = &query.Adapter->Nodes[pCurrentFence->NodeOrdinal];
    query.Fence = 0;
    NTSTATUS status = SgSynchronize(query.Adapter, QueryFenceSynchronized, &query);
    if (NT_SUCCESS(status)) {
        pCurrentFence->CurrentFence = query.Fence;
    }
    return status;
}
