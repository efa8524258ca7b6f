/* SPDX-License-Identifier: MIT */
/* Rules of DDIs that run at DISPATCH_LEVEL and above: pageable code, waits, time. */
#include "mutant.h"

static LONG Done; /* for what is done once */

static BOOLEAN
IsFirstTime(VOID)
{
    return InterlockedExchange(&Done, 1) == 0;
}

/* Stalls that are short each, and long together. */
static VOID
StallFor(ULONG Microseconds)
{
    for (ULONG i = 0; i < Microseconds; i += 20) {
        KeStallExecutionProcessor(20);
    }
}

/* Interrupt and DPC routine */

BOOLEAN NTAPI
MutantIsrPageable(const PVOID MiniportDeviceContext, ULONG MessageNumber)
{
    PAGED_CODE();
    return MutantOriginal.DxgkDdiInterruptRoutine(MiniportDeviceContext, MessageNumber);
}

BOOLEAN NTAPI
MutantIsrStalls(const PVOID MiniportDeviceContext, ULONG MessageNumber)
{
    StallFor(40);
    return MutantOriginal.DxgkDdiInterruptRoutine(MiniportDeviceContext, MessageNumber);
}

VOID NTAPI
MutantDpcPageable(const PVOID MiniportDeviceContext)
{
    PAGED_CODE();
    MutantOriginal.DxgkDdiDpcRoutine(MiniportDeviceContext);
}

VOID NTAPI
MutantDpcStalls(const PVOID MiniportDeviceContext)
{
    StallFor(120);
    MutantOriginal.DxgkDdiDpcRoutine(MiniportDeviceContext);
}

/* DxgkDdiSubmitCommand */

NTSTATUS NTAPI
MutantSubmitPageable(const HANDLE hAdapter, const DXGKARG_SUBMITCOMMAND *pSubmitCommand)
{
    PAGED_CODE();
    return MutantOriginal.DxgkDdiSubmitCommand(hAdapter, pSubmitCommand);
}

NTSTATUS NTAPI
MutantSubmitLocks(const HANDLE hAdapter, const DXGKARG_SUBMITCOMMAND *pSubmitCommand)
{
    FAST_MUTEX mutex;

    ExInitializeFastMutex(&mutex);
    ExAcquireFastMutex(&mutex);
    ExReleaseFastMutex(&mutex);
    return MutantOriginal.DxgkDdiSubmitCommand(hAdapter, pSubmitCommand);
}

NTSTATUS NTAPI
MutantSubmitStalls(const HANDLE hAdapter, const DXGKARG_SUBMITCOMMAND *pSubmitCommand)
{
    StallFor(1200);
    return MutantOriginal.DxgkDdiSubmitCommand(hAdapter, pSubmitCommand);
}

/* DxgkDdiPreemptCommand */

NTSTATUS NTAPI
MutantPreemptPageable(const HANDLE hAdapter, const DXGKARG_PREEMPTCOMMAND *pPreemptCommand)
{
    PAGED_CODE();
    return MutantOriginal.DxgkDdiPreemptCommand(hAdapter, pPreemptCommand);
}

NTSTATUS NTAPI
MutantPreemptWaits(const HANDLE hAdapter, const DXGKARG_PREEMPTCOMMAND *pPreemptCommand)
{
    KEVENT event;

    KeInitializeEvent(&event, NotificationEvent, TRUE);
    (void)KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, NULL);
    return MutantOriginal.DxgkDdiPreemptCommand(hAdapter, pPreemptCommand);
}

NTSTATUS NTAPI
MutantPreemptStalls(const HANDLE hAdapter, const DXGKARG_PREEMPTCOMMAND *pPreemptCommand)
{
    NTSTATUS status = MutantOriginal.DxgkDdiPreemptCommand(hAdapter, pPreemptCommand);

    StallFor(1200); /* for the answer */
    return status;
}

/* A report at DISPATCH_LEVEL, of a vertical blank, which changes nothing. */
NTSTATUS NTAPI
MutantPreemptReports(const HANDLE hAdapter, const DXGKARG_PREEMPTCOMMAND *pPreemptCommand)
{
    DXGKARGCB_NOTIFY_INTERRUPT_DATA data;

    if (IsFirstTime()) {
        RtlZeroMemory(&data, sizeof(data));
        data.InterruptType = DXGK_INTERRUPT_CRTC_VSYNC;
        data.CrtcVsync.PhysicalAddress.QuadPart = PAGE_SIZE;
        MutantDxgk.DxgkCbNotifyInterrupt(MutantDxgk.DeviceHandle, &data);
        (void)MutantDxgk.DxgkCbQueueDpc(MutantDxgk.DeviceHandle);
    }
    return MutantOriginal.DxgkDdiPreemptCommand(hAdapter, pPreemptCommand);
}

/* Recovery */

NTSTATUS NTAPI
MutantFenceRaised(const HANDLE hAdapter, DXGKARG_QUERYCURRENTFENCE *pCurrentFence)
{
    NTSTATUS status = MutantOriginal.DxgkDdiQueryCurrentFence(hAdapter, pCurrentFence);
    KIRQL irql;

    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    return status;
}

static DXGKARGCB_NOTIFY_INTERRUPT_DATA Again;

static BOOLEAN NTAPI
ReportAgain(PVOID Context)
{
    UNREFERENCED_PARAMETER(Context);
    MutantDxgk.DxgkCbNotifyInterrupt(MutantDxgk.DeviceHandle, &Again);
    return MutantDxgk.DxgkCbQueueDpc(MutantDxgk.DeviceHandle);
}

/* What was reported before is reported once more. */
NTSTATUS NTAPI
MutantFenceRepeated(const HANDLE hAdapter, DXGKARG_QUERYCURRENTFENCE *pCurrentFence)
{
    NTSTATUS status = MutantOriginal.DxgkDdiQueryCurrentFence(hAdapter, pCurrentFence);
    BOOLEAN result;

    Again.InterruptType = DXGK_INTERRUPT_DMA_COMPLETED;
    Again.DmaCompleted.NodeOrdinal = pCurrentFence->NodeOrdinal;
    Again.DmaCompleted.SubmissionFenceId = pCurrentFence->CurrentFence;
    (void)MutantDxgk.DxgkCbSynchronizeExecution(MutantDxgk.DeviceHandle, ReportAgain, NULL, 0,
                                                &result);
    return status;
}

NTSTATUS NTAPI
MutantEngineRaised(const HANDLE hAdapter, DXGKARG_RESETENGINE *pResetEngine)
{
    NTSTATUS status = MutantOriginal.DxgkDdiResetEngine(hAdapter, pResetEngine);
    KIRQL irql;

    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    return status;
}

NTSTATUS NTAPI
MutantResetRaised(const HANDLE hAdapter)
{
    NTSTATUS status = MutantOriginal.DxgkDdiResetFromTimeout(hAdapter);
    KIRQL irql;

    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    return status;
}

NTSTATUS NTAPI
MutantRestartRaised(const HANDLE hAdapter)
{
    NTSTATUS status = MutantOriginal.DxgkDdiRestartFromTimeout(hAdapter);
    KIRQL irql;

    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    return status;
}

NTSTATUS NTAPI
MutantDebugStalls(const HANDLE hAdapter, const DXGKARG_COLLECTDBGINFO *pCollectDbgInfo)
{
    StallFor(101000);
    return MutantOriginal.DxgkDdiCollectDbgInfo(hAdapter, pCollectDbgInfo);
}
