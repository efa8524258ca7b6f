/* SPDX-License-Identifier: MIT */
/*
 * The driver's part of a crash or timeout report.
 *
 * Source: DxgkDdiCollectDbgInfo, DXGKARG_COLLECTDBGINFO, DXGKARG_COLLECTDBGINFO_EXT
 */
#include "softgpu_kmd.h"

#define DEBUG_MAGIC 0x44475053u /* "SPGD" */
#define KEY_NO_ANSWER 0x100u    /* above the fault codes: a preemption was not answered */

typedef struct _NODE_DEBUG_INFO {
    UINT Head;
    UINT Doorbell;
    UINT Tail;
    UINT LastSubmittedFence;
    UINT LastCompletedFence;
    UINT PreemptionPending;
    UINT PreemptionFence;
    UINT BoardStatus;
    UINT BoardHead;
    UINT CurrentFence;
    UINT FaultCode;
    UINT FaultFence;
    ULONGLONG FaultAddress;
    ULONGLONG FaultPacket;
    ULONGLONG CurrentPacket;
} NODE_DEBUG_INFO;

typedef struct _ADAPTER_DEBUG_INFO {
    UINT Magic;
    UINT Reason;
    UINT InterruptStatus;
    UINT InterruptEnable;
    NODE_DEBUG_INFO Nodes[SOFTGPU_NODE_COUNT];
} ADAPTER_DEBUG_INFO;

static VOID
CollectNode(_In_ const SG_ADAPTER *Adapter, _In_ const SG_NODE *Node, _Out_ NODE_DEBUG_INFO *Info)
{
    ULONG block = SOFTGPU_NODE_BLOCK(Node->Ordinal);

    Info->Head = Node->Head;
    Info->Doorbell = Node->Doorbell;
    Info->Tail = Node->Tail;
    Info->LastSubmittedFence = Node->LastSubmittedFence;
    Info->LastCompletedFence = Node->LastCompletedFence;
    Info->PreemptionPending = Node->PreemptionPending;
    Info->PreemptionFence = Node->PreemptionFence;
    Info->BoardStatus = SgReadNode(Adapter, Node, SOFTGPU_NODE_STATUS);
    Info->BoardHead = SgReadNode(Adapter, Node, SOFTGPU_NODE_RING_HEAD);
    Info->CurrentFence = SgReadNode(Adapter, Node, SOFTGPU_NODE_CURRENT_FENCE);
    Info->FaultCode = SgReadNode(Adapter, Node, SOFTGPU_NODE_FAULT_CODE);
    Info->FaultFence = SgReadNode(Adapter, Node, SOFTGPU_NODE_FAULT_FENCE);
    Info->FaultAddress = SgReadRegister64(Adapter, block + SOFTGPU_NODE_FAULT_ADDRESS_LO);
    Info->FaultPacket = SgReadRegister64(Adapter, block + SOFTGPU_NODE_FAULT_PACKET_LO);
    Info->CurrentPacket = SgReadRegister64(Adapter, block + SOFTGPU_NODE_CURRENT_PACKET_LO);
}

/* Reports with the same key are the same trouble: which node failed, and how. */
static UINT
BucketingKey(_In_ const ADAPTER_DEBUG_INFO *Info)
{
    for (UINT i = 0; i < SOFTGPU_NODE_COUNT; i++) {
        if (Info->Nodes[i].FaultCode != SOFTGPU_FAULT_NONE) {
            return (i + 1) << 16 | Info->Nodes[i].FaultCode;
        }
    }
    for (UINT i = 0; i < SOFTGPU_NODE_COUNT; i++) {
        if (Info->Nodes[i].PreemptionPending) {
            return (i + 1) << 16 | KEY_NO_ANSWER;
        }
    }
    return 0;
}

/*
 * For reasons other than a timeout this may be called at any IRQL, in the middle of anything: so it
 * is nonpageable, takes no lock, and only reads what is always there. What does not fit is cut.
 */
_Use_decl_annotations_ NTSTATUS NTAPI
SgCollectDbgInfo(const HANDLE hAdapter, const DXGKARG_COLLECTDBGINFO *pCollectDbgInfo)
{
    const SG_ADAPTER *adapter = hAdapter;
    ADAPTER_DEBUG_INFO info;

    if (adapter->Registers == NULL) {
        return STATUS_UNSUCCESSFUL; /* not started: there is nothing to tell */
    }
    RtlZeroMemory(&info, sizeof(info));
    info.Magic = DEBUG_MAGIC;
    info.Reason = pCollectDbgInfo->Reason;
    info.InterruptStatus = SgReadRegister(adapter, SOFTGPU_REG_INT_STATUS);
    info.InterruptEnable = SgReadRegister(adapter, SOFTGPU_REG_INT_ENABLE);
    for (UINT i = 0; i < SOFTGPU_NODE_COUNT; i++) {
        CollectNode(adapter, &adapter->Nodes[i], &info.Nodes[i]);
    }

    if (pCollectDbgInfo->pBuffer != NULL) {
        RtlCopyMemory(pCollectDbgInfo->pBuffer, &info,
                      min(pCollectDbgInfo->BufferSize, sizeof(info)));
    }
    if (pCollectDbgInfo->pExtension != NULL) {
        pCollectDbgInfo->pExtension->BucketingKey = BucketingKey(&info);
    }
    return STATUS_SUCCESS;
}
