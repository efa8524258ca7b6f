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
} SG_ENGINE_RESET;

/*
 * At device IRQL. The aborted packet is the one the board has; if that ended by itself it is the
 * last one that ended. Entries held back are forgotten: the scheduler resubmits them. Nothing is
 * reported, since the scheduler does not listen to this engine now.
 */
static BOOLEAN NTAPI
ResetEngineSynchronized(_In_ PVOID Context)
{
    SG_ENGINE_RESET *reset = Context;
    SG_NODE *node = reset->Node;
    ULONG head = SgReadNode(reset->Adapter, node, SOFTGPU_NODE_RING_HEAD);

    if (head != node->Doorbell) {
        node->LastCompletedFence = node->Ring[head].fence;
    } else if (head != node->Head) {
        node->LastCompletedFence = node->Ring[(head - 1) & (node->RingEntries - 1)].fence;
    }
    reset->LastAbortedFence = node->LastCompletedFence;

    SgWriteNode(reset->Adapter, node, SOFTGPU_NODE_CONTROL, SOFTGPU_NODE_CONTROL_RESET);
    SgNodeForget(node);
    return TRUE;
}

static BOOLEAN NTAPI
RestartEngineSynchronized(_In_ PVOID Context)
{
    const SG_ENGINE_RESET *reset = Context;

    SgNodeProgram(reset->Adapter, reset->Node);
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
    if (SgReadNode(reset.Adapter, reset.Node, SOFTGPU_NODE_STATUS) != 0) {
        return STATUS_UNSUCCESSFUL; /* still busy or faulted: only an adapter reset can help */
    }
    status = SgSynchronize(reset.Adapter, RestartEngineSynchronized, &reset);
    if (NT_SUCCESS(status)) {
        pResetEngine->LastAbortedFenceId = reset.LastAbortedFence;
    }
    return status;
}

/* A node that faulted makes no progress any more; one that is idle or busy does. */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgQueryEngineStatus(const HANDLE hAdapter, DXGKARG_QUERYENGINESTATUS *pQueryEngineStatus)
{
    const SG_ADAPTER *adapter = hAdapter;
    const SG_NODE *node = &adapter->Nodes[pQueryEngineStatus->NodeOrdinal];
    ULONG status = SgReadNode(adapter, node, SOFTGPU_NODE_STATUS);

    PAGED_CODE();
    pQueryEngineStatus->EngineStatus.Value = 0;
    pQueryEngineStatus->EngineStatus.Responsive = (status & SOFTGPU_NODE_STATUS_FAULTED) == 0;
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
 * memory, and no fence of aborted work will ever be reported. A failure stops the system. */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgResetFromTimeout(const HANDLE hAdapter)
{
    PAGED_CODE();
    return SgHardwareQuiesce(hAdapter);
}

/* The memory manager has written off all placements by now, so the aperture starts empty again,
 * and the picture comes back as it was. */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgRestartFromTimeout(const HANDLE hAdapter)
{
    PAGED_CODE();
    return SgHardwareRun(hAdapter);
}
