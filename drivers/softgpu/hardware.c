/* SPDX-License-Identifier: MIT */
/*
 * The board as a whole: register access, start, stop, and the lock shared with the interrupt
 * routine. Register meanings: softgpu_regs.h.
 */
#include "softgpu_kmd.h"

_Use_decl_annotations_ ULONG
SgReadRegister(const SG_ADAPTER *Adapter, ULONG Offset)
{
    return READ_REGISTER_ULONG((volatile ULONG *)(Adapter->Registers + Offset));
}

_Use_decl_annotations_ VOID
SgWriteRegister(const SG_ADAPTER *Adapter, ULONG Offset, ULONG Value)
{
    WRITE_REGISTER_ULONG((volatile ULONG *)(Adapter->Registers + Offset), Value);
}

_Use_decl_annotations_ ULONGLONG
SgReadRegister64(const SG_ADAPTER *Adapter, ULONG Offset)
{
    return READ_REGISTER_ULONG64((volatile ULONG64 *)(Adapter->Registers + Offset));
}

_Use_decl_annotations_ VOID
SgWriteRegister64(const SG_ADAPTER *Adapter, ULONG Offset, ULONGLONG Value)
{
    WRITE_REGISTER_ULONG64((volatile ULONG64 *)(Adapter->Registers + Offset), Value);
}

_Use_decl_annotations_ ULONG
SgReadNode(const SG_ADAPTER *Adapter, const SG_NODE *Node, ULONG Offset)
{
    return SgReadRegister(Adapter, SOFTGPU_NODE_BLOCK(Node->Ordinal) + Offset);
}

_Use_decl_annotations_ VOID
SgWriteNode(const SG_ADAPTER *Adapter, const SG_NODE *Node, ULONG Offset, ULONG Value)
{
    SgWriteRegister(Adapter, SOFTGPU_NODE_BLOCK(Node->Ordinal) + Offset, Value);
}

/*
 * Runs Routine at device IRQL, where the interrupt routine cannot run at the same time. Everything
 * in SG_NODE, and InterruptEnable, is reached this way.
 *
 * Source: DxgkCbSynchronizeExecution. The board has one interrupt, so the message number is 0. The
 * call fails while the interrupt is not connected; the routine has not run then.
 */
_Use_decl_annotations_ NTSTATUS
SgSynchronize(SG_ADAPTER *Adapter, PKSYNCHRONIZE_ROUTINE Routine, PVOID Context)
{
    BOOLEAN result;

    return Adapter->Dxgk.DxgkCbSynchronizeExecution(Adapter->Dxgk.DeviceHandle, Routine, Context, 0,
                                                    &result);
}

/* What is true of a node after the board has reset it: an empty ring, and nobody to answer. */
_Use_decl_annotations_ VOID
SgNodeForget(SG_NODE *Node)
{
    Node->Head = 0;
    Node->Doorbell = 0;
    Node->Tail = 0;
    Node->PreemptionPending = FALSE;
}

/* Starts a node that was reset. */
_Use_decl_annotations_ VOID
SgNodeProgram(const SG_ADAPTER *Adapter, const SG_NODE *Node)
{
    SgWriteRegister64(Adapter, SOFTGPU_NODE_BLOCK(Node->Ordinal) + SOFTGPU_NODE_RING_BASE_LO,
                      Node->RingAddress);
    SgWriteNode(Adapter, Node, SOFTGPU_NODE_RING_ENTRIES, Node->RingEntries);
    SgWriteNode(Adapter, Node, SOFTGPU_NODE_RING_TAIL, 0);
    /* Or the board would show a fence from before the reset, which would look like news. */
    SgWriteNode(Adapter, Node, SOFTGPU_NODE_FENCE_COMPLETED, Node->LastCompletedFence);
    SgWriteNode(Adapter, Node, SOFTGPU_NODE_CONTROL, SOFTGPU_NODE_CONTROL_ENABLE);
}

/* Points every page of the aperture at the dummy page, so that the GPU can touch all of it, and
 * tells the board where the table is. The table is at the start of VRAM. */
static SG_PAGED VOID
ProgramGart(_In_ const SG_ADAPTER *Adapter)
{
    volatile ULONGLONG *table = (volatile ULONGLONG *)Adapter->Vram;

    PAGED_CODE();
    for (ULONG i = 0; i < Adapter->Layout.GartEntries; i++) {
        table[i] = Adapter->DummyPage | SOFTGPU_GART_ENTRY_VALID;
    }
    KeMemoryBarrier();
    SgWriteRegister64(Adapter, SOFTGPU_REG_GART_BASE_LO, 0);
    SgWriteRegister(Adapter, SOFTGPU_REG_GART_ENTRIES, Adapter->Layout.GartEntries);
    SgWriteRegister(Adapter, SOFTGPU_REG_GART_CONTROL,
                    SOFTGPU_GART_CONTROL_ENABLE | SOFTGPU_GART_CONTROL_INVALIDATE);
}

/* Back to the power-on state: when this returns the board touches no memory, raises no interrupt
 * and has forgotten its queues. All that was submitted counts as completed, as the scheduler
 * counts it after an adapter reset. May be called at any IRQL. */
_Use_decl_annotations_ VOID
SgHardwareReset(SG_ADAPTER *Adapter)
{
    SgWriteRegister(Adapter, SOFTGPU_REG_BOARD_CONTROL, SOFTGPU_BOARD_CONTROL_RESET);
    Adapter->InterruptEnable = 0;
    for (UINT i = 0; i < SOFTGPU_NODE_COUNT; i++) {
        SgNodeForget(&Adapter->Nodes[i]);
        Adapter->Nodes[i].LastCompletedFence = Adapter->Nodes[i].LastSubmittedFence;
        Adapter->Nodes[i].PagingProgress.Done = 0;
    }
}

static BOOLEAN NTAPI
QuiesceSynchronized(_In_ PVOID Context)
{
    SgHardwareReset(Context);
    return TRUE;
}

/* SgHardwareReset for callers that may race with the interrupt routine. */
_Use_decl_annotations_ SG_PAGED NTSTATUS
SgHardwareQuiesce(SG_ADAPTER *Adapter)
{
    PAGED_CODE();
    return SgSynchronize(Adapter, QuiesceSynchronized, Adapter);
}

/* SgHardwareQuiesce that always succeeds: where the interrupt is not connected there is nobody to
 * race with. */
_Use_decl_annotations_ SG_PAGED VOID
SgHardwareStop(SG_ADAPTER *Adapter)
{
    PAGED_CODE();
    if (!NT_SUCCESS(SgHardwareQuiesce(Adapter))) {
        SgHardwareReset(Adapter);
    }
}

/* Makes a board in its power-on state run: rings, aperture, the picture if there was one, and the
 * interrupts last, because the interrupt routine may run as soon as they are enabled. */
_Use_decl_annotations_ SG_PAGED NTSTATUS
SgHardwareRun(SG_ADAPTER *Adapter)
{
    PAGED_CODE();
    if (SgReadRegister(Adapter, SOFTGPU_REG_ID) != SOFTGPU_ID) {
        return STATUS_DEVICE_CONFIGURATION_ERROR;
    }

    ProgramGart(Adapter);
    for (UINT i = 0; i < SOFTGPU_NODE_COUNT; i++) {
        SgNodeProgram(Adapter, &Adapter->Nodes[i]);
    }
    SgCrtcShow(Adapter);

    Adapter->InterruptEnable =
        SOFTGPU_INT_MONITOR | SOFTGPU_INT_FENCE(SOFTGPU_NODE_3D) |
        SOFTGPU_INT_PREEMPTED(SOFTGPU_NODE_3D) | SOFTGPU_INT_FAULT(SOFTGPU_NODE_3D) |
        SOFTGPU_INT_FENCE(SOFTGPU_NODE_COPY) | SOFTGPU_INT_PREEMPTED(SOFTGPU_NODE_COPY) |
        SOFTGPU_INT_FAULT(SOFTGPU_NODE_COPY);
    if (Adapter->Display.VsyncWanted) {
        Adapter->InterruptEnable |= SOFTGPU_INT_VSYNC;
    }
    SgWriteRegister(Adapter, SOFTGPU_REG_INT_ENABLE, Adapter->InterruptEnable);
    return STATUS_SUCCESS;
}
