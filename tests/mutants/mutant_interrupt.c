/* SPDX-License-Identifier: MIT */
/* Rules of interrupts, fences and the DPC. Hooks stand between the driver and the port. */
#include "mutant.h"

static DXGK_INTERRUPT_TYPE LastType; /* of what the driver reported last; device IRQL */
static LONG Done;                    /* for what is done once */

static BOOLEAN
IsFirstTime(VOID)
{
    return InterlockedExchange(&Done, 1) == 0;
}

/* Fences */

static VOID NTAPI
NotifyFenceAhead(const HANDLE hAdapter, DXGKARGCB_NOTIFY_INTERRUPT_DATA *Data)
{
    DXGKARGCB_NOTIFY_INTERRUPT_DATA changed = *Data;

    if (changed.InterruptType == DXGK_INTERRUPT_DMA_COMPLETED) {
        changed.DmaCompleted.SubmissionFenceId += 100;
    }
    MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, &changed);
}

VOID
MutantFenceAhead(DXGKRNL_INTERFACE *Interface)
{
    Interface->DxgkCbNotifyInterrupt = NotifyFenceAhead;
}

static VOID NTAPI
NotifyFenceTwice(const HANDLE hAdapter, DXGKARGCB_NOTIFY_INTERRUPT_DATA *Data)
{
    MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, Data);
    if (Data->InterruptType == DXGK_INTERRUPT_DMA_COMPLETED) {
        MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, Data);
    }
}

VOID
MutantFenceTwice(DXGKRNL_INTERFACE *Interface)
{
    Interface->DxgkCbNotifyInterrupt = NotifyFenceTwice;
}

static VOID NTAPI
NotifyOtherNode(const HANDLE hAdapter, DXGKARGCB_NOTIFY_INTERRUPT_DATA *Data)
{
    DXGKARGCB_NOTIFY_INTERRUPT_DATA changed = *Data;

    if (changed.InterruptType == DXGK_INTERRUPT_DMA_COMPLETED) {
        changed.DmaCompleted.NodeOrdinal = 7;
    }
    MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, &changed);
}

VOID
MutantFenceNode(DXGKRNL_INTERFACE *Interface)
{
    Interface->DxgkCbNotifyInterrupt = NotifyOtherNode;
}

/* A report that nobody gets, and the right one after it. */
static VOID NTAPI
NotifyNobody(const HANDLE hAdapter, DXGKARGCB_NOTIFY_INTERRUPT_DATA *Data)
{
    if (IsFirstTime()) {
        MutantDxgk.DxgkCbNotifyInterrupt(&MutantDxgk, Data);
    }
    MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, Data);
}

VOID
MutantNotifiesNobody(DXGKRNL_INTERFACE *Interface)
{
    Interface->DxgkCbNotifyInterrupt = NotifyNobody;
}

/* The fence is right, the node is one that exists, and it is not the fence's. */
static VOID NTAPI
NotifySwappedNode(const HANDLE hAdapter, DXGKARGCB_NOTIFY_INTERRUPT_DATA *Data)
{
    DXGKARGCB_NOTIFY_INTERRUPT_DATA changed = *Data;

    if (changed.InterruptType == DXGK_INTERRUPT_DMA_COMPLETED) {
        changed.DmaCompleted.NodeOrdinal ^= 1;
    }
    MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, &changed);
}

VOID
MutantSwapsNodes(DXGKRNL_INTERFACE *Interface)
{
    Interface->DxgkCbNotifyInterrupt = NotifySwappedNode;
}

/* A completion that the interrupt routine keeps, and the DPC reports: too low. */
static DXGKARGCB_NOTIFY_INTERRUPT_DATA Kept;
static volatile LONG IsKept;

static VOID NTAPI
NotifyKept(const HANDLE hAdapter, DXGKARGCB_NOTIFY_INTERRUPT_DATA *Data)
{
    if (Data->InterruptType == DXGK_INTERRUPT_DMA_COMPLETED && IsFirstTime()) {
        Kept = *Data;
        InterlockedExchange(&IsKept, 1);
        return;
    }
    MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, Data);
}

static VOID NTAPI
NotifyDpcWithKept(const HANDLE hAdapter)
{
    if (InterlockedExchange(&IsKept, 0) != 0) {
        MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, &Kept);
    }
    MutantDxgk.DxgkCbNotifyDpc(hAdapter);
}

VOID
MutantCompletesInDpc(DXGKRNL_INTERFACE *Interface)
{
    Interface->DxgkCbNotifyInterrupt = NotifyKept;
    Interface->DxgkCbNotifyDpc = NotifyDpcWithKept;
}

/* A report from the DPC: too low. It is one of a vertical blank, which changes nothing. */
VOID NTAPI
MutantNotifyInDpc(const PVOID MiniportDeviceContext)
{
    DXGKARGCB_NOTIFY_INTERRUPT_DATA data;

    MutantOriginal.DxgkDdiDpcRoutine(MiniportDeviceContext);
    if (IsFirstTime()) {
        RtlZeroMemory(&data, sizeof(data));
        data.InterruptType = DXGK_INTERRUPT_CRTC_VSYNC;
        data.CrtcVsync.PhysicalAddress.QuadPart = PAGE_SIZE;
        MutantDxgk.DxgkCbNotifyInterrupt(MutantDxgk.DeviceHandle, &data);
        (void)MutantDxgk.DxgkCbQueueDpc(MutantDxgk.DeviceHandle);
    }
}

/* Forgetting the DPC, or its callback, once and at a vertical blank: nothing waits for that one. */

static VOID NTAPI
NotifyRemembered(const HANDLE hAdapter, DXGKARGCB_NOTIFY_INTERRUPT_DATA *Data)
{
    LastType = Data->InterruptType;
    MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, Data);
}

static BOOLEAN NTAPI
QueueForgotten(HANDLE DeviceHandle)
{
    if (LastType == DXGK_INTERRUPT_CRTC_VSYNC && IsFirstTime()) {
        return FALSE;
    }
    return MutantDxgk.DxgkCbQueueDpc(DeviceHandle);
}

VOID
MutantForgetsDpc(DXGKRNL_INTERFACE *Interface)
{
    Interface->DxgkCbNotifyInterrupt = NotifyRemembered;
    Interface->DxgkCbQueueDpc = QueueForgotten;
}

static VOID NTAPI
NotifyDpcForgotten(const HANDLE hAdapter)
{
    if (LastType == DXGK_INTERRUPT_CRTC_VSYNC && IsFirstTime()) {
        return;
    }
    MutantDxgk.DxgkCbNotifyDpc(hAdapter);
}

VOID
MutantForgetsNotifyDpc(DXGKRNL_INTERFACE *Interface)
{
    Interface->DxgkCbNotifyInterrupt = NotifyRemembered;
    Interface->DxgkCbNotifyDpc = NotifyDpcForgotten;
}

NTSTATUS NTAPI
MutantNotifyDpcAtPassive(const HANDLE hAdapter, DXGKARG_CREATEDEVICE *pCreateDevice)
{
    if (!pCreateDevice->Flags.SystemDevice) {
        MutantDxgk.DxgkCbNotifyDpc(MutantDxgk.DeviceHandle);
    }
    return MutantOriginal.DxgkDdiCreateDevice(hAdapter, pCreateDevice);
}

/* An adapter without outputs that reports a vertical blank. */

static VOID NTAPI
NotifyVsyncToo(const HANDLE hAdapter, DXGKARGCB_NOTIFY_INTERRUPT_DATA *Data)
{
    DXGKARGCB_NOTIFY_INTERRUPT_DATA vsync;

    MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, Data);
    RtlZeroMemory(&vsync, sizeof(vsync));
    vsync.InterruptType = DXGK_INTERRUPT_CRTC_VSYNC;
    vsync.CrtcVsync.PhysicalAddress.QuadPart = PAGE_SIZE;
    MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, &vsync);
}

static NTSTATUS NTAPI
StartRenderOnly(const PVOID MiniportDeviceContext, PDXGK_START_INFO DxgkStartInfo,
                PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
                PULONG NumberOfChildren)
{
    DXGKRNL_INTERFACE own;
    NTSTATUS status;

    RtlCopyMemory(&MutantDxgk, DxgkInterface, min(DxgkInterface->Size, (ULONG)sizeof(MutantDxgk)));
    own = MutantDxgk;
    own.DxgkCbNotifyInterrupt = NotifyVsyncToo;
    status = MutantOriginal.DxgkDdiStartDevice(MiniportDeviceContext, DxgkStartInfo, &own,
                                               NumberOfVideoPresentSources, NumberOfChildren);
    *NumberOfVideoPresentSources = 0;
    *NumberOfChildren = 0;
    return status;
}

NTSTATUS
MutantRenderOnlyVsync(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                      DRIVER_INITIALIZATION_DATA *Data)
{
    Data->DxgkDdiStartDevice = StartRenderOnly;
    return DxgkInitialize(DriverObject, RegistryPath, Data);
}

/* The line stays asserted. */
BOOLEAN NTAPI
MutantIsrDoesNothing(const PVOID MiniportDeviceContext, ULONG MessageNumber)
{
    UNREFERENCED_PARAMETER(MiniportDeviceContext);
    UNREFERENCED_PARAMETER(MessageNumber);
    return TRUE;
}

/* A lock that the interrupt routine takes too, taken below device IRQL. */

static KSPIN_LOCK SharedLock;
static volatile BOOLEAN Holding;

static BOOLEAN NTAPI
QueueUnderLock(HANDLE DeviceHandle)
{
    if (Holding) {
        KeAcquireSpinLockAtDpcLevel(&SharedLock);
        KeReleaseSpinLockFromDpcLevel(&SharedLock);
    }
    return MutantDxgk.DxgkCbQueueDpc(DeviceHandle);
}

static NTSTATUS NTAPI
SynchronizeUnderLock(HANDLE DeviceHandle, PKSYNCHRONIZE_ROUTINE SynchronizeRoutine, PVOID Context,
                     ULONG MessageNumber, PBOOLEAN ReturnValue)
{
    NTSTATUS status;
    KIRQL irql;

    KeAcquireSpinLock(&SharedLock, &irql);
    Holding = TRUE;
    status = MutantDxgk.DxgkCbSynchronizeExecution(DeviceHandle, SynchronizeRoutine, Context,
                                                   MessageNumber, ReturnValue);
    for (ULONG i = 0; i < 20000; i++) {
        (void)KeQueryPerformanceCounter(NULL); /* until the board has finished and interrupts */
    }
    Holding = FALSE;
    KeReleaseSpinLock(&SharedLock, irql);
    return status;
}

VOID
MutantLockAcrossInterrupt(DXGKRNL_INTERFACE *Interface)
{
    Interface->DxgkCbQueueDpc = QueueUnderLock;
    Interface->DxgkCbSynchronizeExecution = SynchronizeUnderLock;
}

/* Reports of what does not belong there. Of vertical blanks where it can be: nothing waits for
 * them. */

static VOID
FillVsync(DXGKARGCB_NOTIFY_INTERRUPT_DATA *Data)
{
    RtlZeroMemory(Data, sizeof(*Data));
    Data->InterruptType = DXGK_INTERRUPT_CRTC_VSYNC;
    Data->CrtcVsync.PhysicalAddress.QuadPart = PAGE_SIZE;
}

static VOID NTAPI
NotifyUndefined(const HANDLE hAdapter, DXGKARGCB_NOTIFY_INTERRUPT_DATA *Data)
{
    DXGKARGCB_NOTIFY_INTERRUPT_DATA other;

    RtlZeroMemory(&other, sizeof(other));
    other.InterruptType = (DXGK_INTERRUPT_TYPE)77;
    MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, &other);
    MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, Data);
}

VOID
MutantReportsUndefined(DXGKRNL_INTERFACE *Interface)
{
    Interface->DxgkCbNotifyInterrupt = NotifyUndefined;
}

#define INTERRUPT_DMA_PAGE_FAULTED ((DXGK_INTERRUPT_TYPE)9) /* of WDDM 2.0 */

static VOID NTAPI
NotifyNewer(const HANDLE hAdapter, DXGKARGCB_NOTIFY_INTERRUPT_DATA *Data)
{
    DXGKARGCB_NOTIFY_INTERRUPT_DATA other;

    RtlZeroMemory(&other, sizeof(other));
    other.InterruptType = INTERRUPT_DMA_PAGE_FAULTED;
    MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, &other);
    MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, Data);
}

VOID
MutantReportsNewer(DXGKRNL_INTERFACE *Interface)
{
    Interface->DxgkCbNotifyInterrupt = NotifyNewer;
}

/* At device IRQL, and with nothing that keeps the interrupt routine away. */
NTSTATUS NTAPI
MutantNotifiesRaised(const HANDLE hAdapter, DXGKARG_CREATEDEVICE *pCreateDevice)
{
    DXGKARGCB_NOTIFY_INTERRUPT_DATA data;
    KIRQL irql;

    if (IsFirstTime()) {
        FillVsync(&data);
        KeRaiseIrql(HIGH_LEVEL, &irql);
        MutantDxgk.DxgkCbNotifyInterrupt(MutantDxgk.DeviceHandle, &data);
        (void)MutantDxgk.DxgkCbQueueDpc(MutantDxgk.DeviceHandle);
        KeLowerIrql(irql);
    }
    return MutantOriginal.DxgkDdiCreateDevice(hAdapter, pCreateDevice);
}

static VOID NTAPI
NotifyVsyncFirst(const HANDLE hAdapter, DXGKARGCB_NOTIFY_INTERRUPT_DATA *Data)
{
    DXGKARGCB_NOTIFY_INTERRUPT_DATA vsync;

    FillVsync(&vsync);
    MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, &vsync);
    MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, Data);
}

VOID
MutantReportsVsyncFirst(DXGKRNL_INTERFACE *Interface)
{
    Interface->DxgkCbNotifyInterrupt = NotifyVsyncFirst;
}

static VOID NTAPI
NotifyNoAddress(const HANDLE hAdapter, DXGKARGCB_NOTIFY_INTERRUPT_DATA *Data)
{
    DXGKARGCB_NOTIFY_INTERRUPT_DATA changed = *Data;

    if (changed.InterruptType == DXGK_INTERRUPT_CRTC_VSYNC) {
        changed.CrtcVsync.PhysicalAddress.QuadPart = 0;
    }
    MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, &changed);
}

VOID
MutantReportsNoAddress(DXGKRNL_INTERFACE *Interface)
{
    Interface->DxgkCbNotifyInterrupt = NotifyNoAddress;
}

static VOID NTAPI
NotifyPlane(const HANDLE hAdapter, DXGKARGCB_NOTIFY_INTERRUPT_DATA *Data)
{
    DXGK_MULTIPLANE_OVERLAY_VSYNC_INFO info;
    DXGKARGCB_NOTIFY_INTERRUPT_DATA vsync;

    RtlZeroMemory(&info, sizeof(info));
    info.LayerIndex = 5;
    RtlZeroMemory(&vsync, sizeof(vsync));
    vsync.InterruptType = DXGK_INTERRUPT_CRTC_VSYNC_WITH_MULTIPLANE_OVERLAY;
    vsync.CrtcVsyncWithMultiPlaneOverlay.MultiPlaneOverlayVsyncInfoCount = 1;
    vsync.CrtcVsyncWithMultiPlaneOverlay.pMultiPlaneOverlayVsyncInfo = &info;
    MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, &vsync);
    MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, Data);
}

VOID
MutantReportsPlane(DXGKRNL_INTERFACE *Interface)
{
    Interface->DxgkCbNotifyInterrupt = NotifyPlane;
}

/* Page faults of WDDM 2.0, of which the driver's headers know nothing. */

#define PAGE_FAULT_FENCE_INVALID 0x02u
#define PAGE_FAULT_FATAL_HARDWARE_ERROR 0x10u

static FORCEINLINE VOID
NotifyPageFault(HANDLE Adapter, DXGKARGCB_NOTIFY_INTERRUPT_DATA *Data, UINT Flags)
{
    union {
        DXGKARGCB_NOTIFY_INTERRUPT_DATA Data;
        UINT Words[64];
    } fault;

    RtlZeroMemory(&fault, sizeof(fault));
    fault.Data.InterruptType = INTERRUPT_DMA_PAGE_FAULTED;
    fault.Words[8] = Flags; /* DmaPageFaulted.PageFaultFlags, at byte 32 */
    MutantDxgk.DxgkCbNotifyInterrupt(Adapter, &fault.Data);
    MutantDxgk.DxgkCbNotifyInterrupt(Adapter, Data);
}

static VOID NTAPI
NotifyUnknownFault(const HANDLE hAdapter, DXGKARGCB_NOTIFY_INTERRUPT_DATA *Data)
{
    NotifyPageFault(hAdapter, Data, PAGE_FAULT_FENCE_INVALID);
}

static VOID NTAPI
NotifyFatalFault(const HANDLE hAdapter, DXGKARGCB_NOTIFY_INTERRUPT_DATA *Data)
{
    NotifyPageFault(hAdapter, Data, PAGE_FAULT_FATAL_HARDWARE_ERROR);
}

NTSTATUS
MutantUnknownFault(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                   DRIVER_INITIALIZATION_DATA *Data)
{
    MutantNotifyInterrupt = NotifyUnknownFault;
    return MutantInitializeNewer(DriverObject, RegistryPath, Data);
}

NTSTATUS
MutantFatalFault(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                 DRIVER_INITIALIZATION_DATA *Data)
{
    MutantNotifyInterrupt = NotifyFatalFault;
    return MutantInitializeNewer(DriverObject, RegistryPath, Data);
}
