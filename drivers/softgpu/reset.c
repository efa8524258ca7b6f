/* SPDX-License-Identifier: MIT */
/*
 * Recovery from timeouts, of one engine and of the whole adapter.
 *
 * Source: DxgkDdiResetEngine, DxgkDdiQueryEngineStatus, DxgkDdiQueryDependentEngineGroup,
 * DxgkDdiResetFromTimeout, DxgkDdiRestartFromTimeout; display/tdr-changes-in-windows-8.md
 */
#include "softgpu_kmd.h"

typedef struct _SG_ENGINE_RESET {
    SG_ADAPTER *Adapter;
    SG_NODE *Node;
    UINT LastAbortedFence;
    NTSTATUS Status;
} SG_ENGINE_RESET;

/*
 * The fence of the entry the reset will break, or the last one that ended when nothing runs.
 *
 * The node is disabled first, so that it begins no other entry; the one it has may still end at
 * any moment, which is why the ring is read before the status and the fence: in all orders of
 * events the answer is an entry that ran, and no later one did.
 */
static UINT
StopAndNameAborted(_In_ const SG_ADAPTER *Adapter, _Inout_ SG_NODE *Node)
{
    SgWriteNode(Adapter, Node, SOFTGPU_NODE_CONTROL, 0);
    ULONG head = SgReadNode(Adapter, Node, SOFTGPU_NODE_RING_HEAD);
    ULONG status = SgReadNode(Adapter, Node, SOFTGPU_NODE_STATUS);
    BOOLEAN running = status != 0 && head != Node->Doorbell;

    SgNodeCatchUp(Adapter, Node);
    return running ? Node->Ring[head].fence : Node->LastCompletedFence;
}

/*
 * At device IRQL. Entries behind the aborted one are forgotten: the scheduler resubmits them.
 * Nothing is reported, since the scheduler does not listen to this engine now.
 */
static BOOLEAN NTAPI
ResetEngineSynchronized(_In_ PVOID Context)
{
    SG_ENGINE_RESET *reset = Context;
    SG_ADAPTER *adapter = reset->Adapter;
    SG_NODE *node = reset->Node;
    UINT aborted = StopAndNameAborted(adapter, node);

    SgWriteNode(adapter, node, SOFTGPU_NODE_CONTROL, SOFTGPU_NODE_CONTROL_RESET);
    if (SgReadNode(adapter, node, SOFTGPU_NODE_STATUS) != 0 ||
        SgReadNode(adapter, node, SOFTGPU_NODE_RING_TAIL) != 0) {
        reset->Status = STATUS_UNSUCCESSFUL; /* only an adapter reset can help */
        return FALSE;
    }
    node->LastCompletedFence = aborted;
    reset->LastAbortedFence = aborted;
    SgNodeForget(node);
    SgNodeProgram(adapter, node);
    reset->Status = STATUS_SUCCESS;
    return TRUE;
}

/* Returns with an empty, usable ring; the other node is not disturbed. Any failure status means
 * that the whole adapter is reset instead. */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgResetEngine(const HANDLE hAdapter, DXGKARG_RESETENGINE *pResetEngine)
{
    SG_ENGINE_RESET reset;

    PAGED_CODE();
    reset.Adapter = hAdapter;
    reset.Node = &reset.Adapter->Nodes[pResetEngine->NodeOrdinal];
    NTSTATUS status = SgSynchronize(reset.Adapter, ResetEngineSynchronized, &reset);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (NT_SUCCESS(reset.Status)) {
        pResetEngine->LastAbortedFenceId = reset.LastAbortedFence;
    }
    return reset.Status;
}

typedef struct _SG_ENGINE_STATUS {
    const SG_ADAPTER *Adapter;
    const SG_NODE *Node;
    BOOLEAN Responsive;
} SG_ENGINE_STATUS;

/* An idle node is responsive and a faulted one is not. A busy one is if it has run packets since
 * it was asked to stop: the scheduler asks that long before it asks this. */
static BOOLEAN NTAPI
QueryStatusSynchronized(_In_ PVOID Context)
{
    SG_ENGINE_STATUS *query = Context;
    const SG_NODE *node = query->Node;
    ULONG status = SgReadNode(query->Adapter, node, SOFTGPU_NODE_STATUS);
    ULONGLONG packets = SgReadRegister64(query->Adapter, SOFTGPU_NODE_BLOCK(node->Ordinal) +
                                                             SOFTGPU_NODE_PACKETS_LO);

    query->Responsive = (status & SOFTGPU_NODE_STATUS_FAULTED) == 0 &&
                        ((status & SOFTGPU_NODE_STATUS_BUSY) == 0 || !node->PreemptionPending ||
                         packets != node->PacketsAtPreemption);
    return TRUE;
}

/* Must always succeed; without its interrupt the engine makes no progress for anybody. */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgQueryEngineStatus(const HANDLE hAdapter, DXGKARG_QUERYENGINESTATUS *pQueryEngineStatus)
{
    SG_ADAPTER *adapter = hAdapter;
    SG_ENGINE_STATUS query;

    PAGED_CODE();
    query.Adapter = adapter;
    query.Node = &adapter->Nodes[pQueryEngineStatus->NodeOrdinal];
    query.Responsive = FALSE;
    (void)SgSynchronize(adapter, QueryStatusSynchronized, &query);
    pQueryEngineStatus->EngineStatus.Value = 0;
    pQueryEngineStatus->EngineStatus.Responsive = query.Responsive ? 1 : 0;
    return STATUS_SUCCESS;
}

/* The board resets its nodes one by one, so a node depends on itself only. */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgQueryDependentEngineGroup(const HANDLE hAdapter,
                            DXGKARG_QUERYDEPENDENTENGINEGROUP *pQueryDependentEngineGroup)
{
    PAGED_CODE();
    UNREFERENCED_PARAMETER(hAdapter);
    pQueryDependentEngineGroup->DependentNodeOrdinalMask =
        1ull << pQueryDependentEngineGroup->NodeOrdinal;
    return STATUS_SUCCESS;
}

/* Only the interrupt routine and the DPC may run beside this. When it returns the board touches no
 * memory, and no fence of aborted work will ever be reported. A failure stops the system, which is
 * right for a board that goes on after a reset. */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgResetFromTimeout(const HANDLE hAdapter)
{
    SG_ADAPTER *adapter = hAdapter;

    PAGED_CODE();
    NTSTATUS status = SgHardwareQuiesce(adapter);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    for (UINT i = 0; i < SOFTGPU_NODE_COUNT; i++) {
        const SG_NODE *node = &adapter->Nodes[i];
        if (SgReadNode(adapter, node, SOFTGPU_NODE_STATUS) != 0 ||
            SgReadNode(adapter, node, SOFTGPU_NODE_CONTROL) != 0) {
            return STATUS_UNSUCCESSFUL;
        }
    }
    return STATUS_SUCCESS;
}

/* The memory manager has written off all placements by now, so the aperture starts empty again,
 * and the picture comes back as it was. */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgRestartFromTimeout(const HANDLE hAdapter)
{
    PAGED_CODE();
    return SgHardwareRun(hAdapter);
}
