/* SPDX-License-Identifier: MIT */
/*
 * Interrupt routine, its DPC, and the vertical blank interrupt's switch.
 *
 * Source: DxgkDdiInterruptRoutine, DxgkDdiDpcRoutine, DxgkDdiControlInterrupt,
 * DxgkCbNotifyInterrupt, DxgkCbNotifyDpc.
 */
#include "softgpu_kmd.h"

/* Source: DXGK_INTERRUPT_CRTC_VSYNC: the address that is being scanned out from now on, never 0. */
static VOID
NotifyVsync(_In_ const SG_ADAPTER *Adapter)
{
    DXGKARGCB_NOTIFY_INTERRUPT_DATA data;

    RtlZeroMemory(&data, sizeof(data));
    data.InterruptType = DXGK_INTERRUPT_CRTC_VSYNC;
    data.CrtcVsync.VidPnTargetId = SG_TARGET_ID;
    data.CrtcVsync.PhysicalAddress.QuadPart =
        (LONGLONG)SgReadRegister64(Adapter, SOFTGPU_CRTC_BASE_ACTIVE_LO);
    SgNotify(Adapter, &data);
}

/*
 * Runs at device IRQL: no pageable code or data, and of the callbacks only DxgkCbNotifyInterrupt
 * and DxgkCbQueueDpc. May be called for a sharer's interrupt, and before the device is started.
 *
 * A node that faults just stops: WDDM 1.x has no report for that, the scheduler finds out by its
 * time limit (see reset.c and debug.c).
 */
_Use_decl_annotations_ BOOLEAN NTAPI
SgInterruptRoutine(const PVOID MiniportDeviceContext, ULONG MessageNumber)
{
    SG_ADAPTER *adapter = MiniportDeviceContext;

    UNREFERENCED_PARAMETER(MessageNumber);
    if (adapter->Registers == NULL) {
        return FALSE;
    }
    ULONG pending = SgReadRegister(adapter, SOFTGPU_REG_INT_STATUS) & adapter->InterruptEnable;
    if (pending == 0) {
        return FALSE;
    }

    /* Dismissed before it is served: an event that comes later raises the line again. */
    SgWriteRegister(adapter, SOFTGPU_REG_INT_STATUS, pending);

    /* DMA events go before CRTC events. */
    for (UINT i = 0; i < SOFTGPU_NODE_COUNT; i++) {
        if ((pending & (SOFTGPU_INT_FENCE(i) | SOFTGPU_INT_PREEMPTED(i))) != 0) {
            SgNodeService(adapter, &adapter->Nodes[i]);
        }
    }
    if ((pending & SOFTGPU_INT_VSYNC) != 0) {
        NotifyVsync(adapter);
    }
    if ((pending & SOFTGPU_INT_MONITOR) != 0) {
        InterlockedExchange(&adapter->MonitorChanged, TRUE);
        (VOID) adapter->Dxgk.DxgkCbQueueDpc(adapter->Dxgk.DeviceHandle);
    }
    return TRUE;
}

/* Runs at DISPATCH_LEVEL, some time after one or more interrupts. */
_Use_decl_annotations_ VOID NTAPI
SgDpcRoutine(const PVOID MiniportDeviceContext)
{
    SG_ADAPTER *adapter = MiniportDeviceContext;

    adapter->Dxgk.DxgkCbNotifyDpc(adapter->Dxgk.DeviceHandle);
    if (InterlockedExchange(&adapter->MonitorChanged, FALSE)) {
        SgMonitorReport(adapter);
    }
}

/* At device IRQL: the interrupt routine reads InterruptEnable. */
static BOOLEAN NTAPI
SetVsyncSynchronized(_In_ PVOID Context)
{
    SG_ADAPTER *adapter = Context;

    adapter->InterruptEnable &= ~SOFTGPU_INT_VSYNC;
    if (adapter->Display.VsyncWanted) {
        adapter->InterruptEnable |= SOFTGPU_INT_VSYNC;
    }
    SgWriteRegister(adapter, SOFTGPU_REG_INT_ENABLE, adapter->InterruptEnable);
    return TRUE;
}

_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgControlInterrupt(const HANDLE hAdapter, const DXGK_INTERRUPT_TYPE InterruptType,
                   BOOLEAN EnableInterrupt)
{
    SG_ADAPTER *adapter = hAdapter;

    PAGED_CODE();
    if (InterruptType != DXGK_INTERRUPT_CRTC_VSYNC) {
        return STATUS_NOT_IMPLEMENTED; /* required for every other type */
    }
    adapter->Display.VsyncWanted = EnableInterrupt;
    return SgSynchronize(adapter, SetVsyncSynchronized, adapter);
}
