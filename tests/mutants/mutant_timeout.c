/* SPDX-License-Identifier: MIT */
/* Rules of preemption, timeouts and resets. Their cases let the board hang, or one client urge. */
#include "mutant.h"

static LONG Done; /* for what is done once */

/* Engine reset */

NTSTATUS NTAPI
MutantDependentsFail(const HANDLE hAdapter, DXGKARG_QUERYDEPENDENTENGINEGROUP *pArgs)
{
    (void)MutantOriginal.DxgkDdiQueryDependentEngineGroup(hAdapter, pArgs);
    return STATUS_UNSUCCESSFUL;
}

NTSTATUS NTAPI
MutantDependentsWithoutSelf(const HANDLE hAdapter, DXGKARG_QUERYDEPENDENTENGINEGROUP *pArgs)
{
    NTSTATUS status = MutantOriginal.DxgkDdiQueryDependentEngineGroup(hAdapter, pArgs);

    pArgs->DependentNodeOrdinalMask &= ~(1ull << pArgs->NodeOrdinal);
    return status;
}

NTSTATUS NTAPI
MutantDependentsBeyond(const HANDLE hAdapter, DXGKARG_QUERYDEPENDENTENGINEGROUP *pArgs)
{
    NTSTATUS status = MutantOriginal.DxgkDdiQueryDependentEngineGroup(hAdapter, pArgs);

    pArgs->DependentNodeOrdinalMask |= 1ull << 9;
    return status;
}

NTSTATUS NTAPI
MutantEngineStatus(const HANDLE hAdapter, DXGKARG_QUERYENGINESTATUS *pQueryEngineStatus)
{
    NTSTATUS status = MutantOriginal.DxgkDdiQueryEngineStatus(hAdapter, pQueryEngineStatus);

    pQueryEngineStatus->EngineStatus.Value |= 0x80;
    return status;
}

NTSTATUS NTAPI
MutantAbortedFence(const HANDLE hAdapter, DXGKARG_RESETENGINE *pResetEngine)
{
    NTSTATUS status = MutantOriginal.DxgkDdiResetEngine(hAdapter, pResetEngine);

    pResetEngine->LastAbortedFenceId += 100;
    return status;
}

/* A fence that a reset aborted, reported with the next one that completes. */

static UINT Aborted;
static UINT AbortedNode;

static NTSTATUS NTAPI
RememberAborted(const HANDLE hAdapter, DXGKARG_RESETENGINE *pResetEngine)
{
    NTSTATUS status = MutantOriginal.DxgkDdiResetEngine(hAdapter, pResetEngine);

    Aborted = pResetEngine->LastAbortedFenceId;
    AbortedNode = pResetEngine->NodeOrdinal;
    return status;
}

static VOID NTAPI
NotifyAborted(const HANDLE hAdapter, DXGKARGCB_NOTIFY_INTERRUPT_DATA *Data)
{
    DXGKARGCB_NOTIFY_INTERRUPT_DATA late = *Data;

    if (Aborted != 0 && Data->InterruptType == DXGK_INTERRUPT_DMA_COMPLETED &&
        Data->DmaCompleted.NodeOrdinal == AbortedNode) {
        late.DmaCompleted.SubmissionFenceId = Aborted;
        MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, &late);
    }
    MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, Data);
}

static NTSTATUS NTAPI
StartNotifyingAborted(const PVOID MiniportDeviceContext, PDXGK_START_INFO DxgkStartInfo,
                      PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
                      PULONG NumberOfChildren)
{
    DXGKRNL_INTERFACE own;

    RtlCopyMemory(&MutantDxgk, DxgkInterface, min(DxgkInterface->Size, (ULONG)sizeof(MutantDxgk)));
    own = MutantDxgk;
    own.DxgkCbNotifyInterrupt = NotifyAborted;
    return MutantOriginal.DxgkDdiStartDevice(MiniportDeviceContext, DxgkStartInfo, &own,
                                             NumberOfVideoPresentSources, NumberOfChildren);
}

NTSTATUS
MutantReportsAborted(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                     DRIVER_INITIALIZATION_DATA *Data)
{
    Data->DxgkDdiResetEngine = RememberAborted;
    Data->DxgkDdiStartDevice = StartNotifyingAborted;
    return DxgkInitialize(DriverObject, RegistryPath, Data);
}

/* Adapter reset */

NTSTATUS NTAPI
MutantResetFails(const HANDLE hAdapter)
{
    (void)MutantOriginal.DxgkDdiResetFromTimeout(hAdapter);
    return STATUS_UNSUCCESSFUL;
}

NTSTATUS NTAPI
MutantRestartFails(const HANDLE hAdapter)
{
    (void)MutantOriginal.DxgkDdiRestartFromTimeout(hAdapter);
    return STATUS_UNSUCCESSFUL;
}

static BOOLEAN Resetting;

static NTSTATUS NTAPI
RememberReset(const HANDLE hAdapter)
{
    Resetting = TRUE;
    return MutantOriginal.DxgkDdiResetFromTimeout(hAdapter);
}

static NTSTATUS NTAPI
ForgetReset(const HANDLE hAdapter)
{
    Resetting = FALSE;
    return MutantOriginal.DxgkDdiRestartFromTimeout(hAdapter);
}

static NTSTATUS NTAPI
BuildUnlessReset(const HANDLE hAdapter, DXGKARG_BUILDPAGINGBUFFER *pBuildPagingBuffer)
{
    return Resetting ? STATUS_GRAPHICS_ALLOCATION_BUSY
                     : MutantOriginal.DxgkDdiBuildPagingBuffer(hAdapter, pBuildPagingBuffer);
}

NTSTATUS
MutantPagingInReset(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                    DRIVER_INITIALIZATION_DATA *Data)
{
    Data->DxgkDdiResetFromTimeout = RememberReset;
    Data->DxgkDdiRestartFromTimeout = ForgetReset;
    Data->DxgkDdiBuildPagingBuffer = BuildUnlessReset;
    return DxgkInitialize(DriverObject, RegistryPath, Data);
}

/* Current fence and debug information */

NTSTATUS NTAPI
MutantFenceUnknown(const HANDLE hAdapter, DXGKARG_QUERYCURRENTFENCE *pCurrentFence)
{
    NTSTATUS status = MutantOriginal.DxgkDdiQueryCurrentFence(hAdapter, pCurrentFence);

    pCurrentFence->CurrentFence += 100;
    return status;
}

NTSTATUS NTAPI
MutantFenceUnreported(const HANDLE hAdapter, DXGKARG_QUERYCURRENTFENCE *pCurrentFence)
{
    NTSTATUS status = MutantOriginal.DxgkDdiQueryCurrentFence(hAdapter, pCurrentFence);

    pCurrentFence->CurrentFence += 1; /* what the engine hangs in */
    return status;
}

NTSTATUS NTAPI
MutantDebugStatus(const HANDLE hAdapter, const DXGKARG_COLLECTDBGINFO *pCollectDbgInfo)
{
    (void)MutantOriginal.DxgkDdiCollectDbgInfo(hAdapter, pCollectDbgInfo);
    return STATUS_BUFFER_TOO_SMALL;
}

NTSTATUS NTAPI
MutantDebugOverrun(const HANDLE hAdapter, const DXGKARG_COLLECTDBGINFO *pCollectDbgInfo)
{
    ((PUCHAR)pCollectDbgInfo->pBuffer)[pCollectDbgInfo->BufferSize] = 0;
    return MutantOriginal.DxgkDdiCollectDbgInfo(hAdapter, pCollectDbgInfo);
}

NTSTATUS NTAPI
MutantDebugReserved(const HANDLE hAdapter, const DXGKARG_COLLECTDBGINFO *pCollectDbgInfo)
{
    NTSTATUS status = MutantOriginal.DxgkDdiCollectDbgInfo(hAdapter, pCollectDbgInfo);

    pCollectDbgInfo->pExtension->Reserved4 = 1;
    return status;
}

/* Preemption */

NTSTATUS NTAPI
MutantPreemptStatus(const HANDLE hAdapter, const DXGKARG_PREEMPTCOMMAND *pPreemptCommand)
{
    (void)MutantOriginal.DxgkDdiPreemptCommand(hAdapter, pPreemptCommand);
    return STATUS_UNSUCCESSFUL;
}

NTSTATUS NTAPI
MutantPreemptIgnored(const HANDLE hAdapter, const DXGKARG_PREEMPTCOMMAND *pPreemptCommand)
{
    UNREFERENCED_PARAMETER(hAdapter);
    UNREFERENCED_PARAMETER(pPreemptCommand);
    return STATUS_SUCCESS;
}

/* Answers that the driver gives itself, since the board has nothing left, are not given. */
static volatile LONG Synchronized;

static VOID NTAPI
NotifyUnlessSynchronized(const HANDLE hAdapter, DXGKARGCB_NOTIFY_INTERRUPT_DATA *Data)
{
    if (Data->InterruptType != DXGK_INTERRUPT_DMA_PREEMPTED || Synchronized == 0) {
        MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, Data);
    }
}

static NTSTATUS NTAPI
SynchronizeMarked(HANDLE DeviceHandle, PKSYNCHRONIZE_ROUTINE Routine, PVOID Context, ULONG Message,
                  PBOOLEAN Result)
{
    NTSTATUS status;

    InterlockedIncrement(&Synchronized);
    status = MutantDxgk.DxgkCbSynchronizeExecution(DeviceHandle, Routine, Context, Message, Result);
    InterlockedDecrement(&Synchronized);
    return status;
}

VOID
MutantKeepsAnswer(DXGKRNL_INTERFACE *Interface)
{
    Interface->DxgkCbNotifyInterrupt = NotifyUnlessSynchronized;
    Interface->DxgkCbSynchronizeExecution = SynchronizeMarked;
}

static VOID NTAPI
NotifyOlderSynchronized(const HANDLE hAdapter, DXGKARGCB_NOTIFY_INTERRUPT_DATA *Data)
{
    DXGKARGCB_NOTIFY_INTERRUPT_DATA changed = *Data;

    if (changed.InterruptType == DXGK_INTERRUPT_DMA_PREEMPTED && Synchronized != 0) {
        changed.DmaPreempted.LastCompletedFenceId--;
    }
    MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, &changed);
}

VOID
MutantAnswersOlder(DXGKRNL_INTERFACE *Interface)
{
    Interface->DxgkCbNotifyInterrupt = NotifyOlderSynchronized;
    Interface->DxgkCbSynchronizeExecution = SynchronizeMarked;
}

static VOID NTAPI
NotifyOtherEngine(const HANDLE hAdapter, DXGKARGCB_NOTIFY_INTERRUPT_DATA *Data)
{
    DXGKARGCB_NOTIFY_INTERRUPT_DATA changed = *Data;

    if (changed.InterruptType == DXGK_INTERRUPT_DMA_PREEMPTED) {
        changed.DmaPreempted.NodeOrdinal ^= 1;
    }
    MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, &changed);
}

VOID
MutantPreemptsOther(DXGKRNL_INTERFACE *Interface)
{
    Interface->DxgkCbNotifyInterrupt = NotifyOtherEngine;
}

/* The end of work that never began */

static BOOLEAN NTAPI
ReportCancelled(PVOID Context)
{
    DXGKARGCB_NOTIFY_INTERRUPT_DATA data;

    UNREFERENCED_PARAMETER(Context);
    RtlZeroMemory(&data, sizeof(data));
    data.InterruptType = DXGK_INTERRUPT_DMA_COMPLETED;
    MutantDxgk.DxgkCbNotifyInterrupt(MutantDxgk.DeviceHandle, &data);
    return MutantDxgk.DxgkCbQueueDpc(MutantDxgk.DeviceHandle);
}

NTSTATUS NTAPI
MutantCancelReports(const HANDLE hAdapter, const DXGKARG_CANCELCOMMAND *pCancelCommand)
{
    BOOLEAN result;

    (void)MutantDxgk.DxgkCbSynchronizeExecution(MutantDxgk.DeviceHandle, ReportCancelled, NULL, 0,
                                                &result);
    return MutantOriginal.DxgkDdiCancelCommand(hAdapter, pCancelCommand);
}

NTSTATUS NTAPI
MutantCancelFails(const HANDLE hAdapter, const DXGKARG_CANCELCOMMAND *pCancelCommand)
{
    (void)MutantOriginal.DxgkDdiCancelCommand(hAdapter, pCancelCommand);
    return STATUS_INVALID_PARAMETER;
}

NTSTATUS NTAPI
MutantCancelChangesBuffer(const HANDLE hAdapter, const DXGKARG_CANCELCOMMAND *pCancelCommand)
{
    NTSTATUS status = MutantOriginal.DxgkDdiCancelCommand(hAdapter, pCancelCommand);

    ((DXGKARG_CANCELCOMMAND *)(ULONG_PTR)pCancelCommand)->pDmaBuffer = NULL;
    return status;
}

static VOID NTAPI
NotifyUnasked(const HANDLE hAdapter, DXGKARGCB_NOTIFY_INTERRUPT_DATA *Data)
{
    DXGKARGCB_NOTIFY_INTERRUPT_DATA preempted;

    MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, Data);
    RtlZeroMemory(&preempted, sizeof(preempted));
    preempted.InterruptType = DXGK_INTERRUPT_DMA_PREEMPTED;
    preempted.DmaPreempted.PreemptionFenceId = 77;
    MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, &preempted);
}

VOID
MutantPreemptsUnasked(DXGKRNL_INTERFACE *Interface)
{
    Interface->DxgkCbNotifyInterrupt = NotifyUnasked;
}

static VOID NTAPI
NotifyWrongCompleted(const HANDLE hAdapter, DXGKARGCB_NOTIFY_INTERRUPT_DATA *Data)
{
    DXGKARGCB_NOTIFY_INTERRUPT_DATA changed = *Data;

    if (changed.InterruptType == DXGK_INTERRUPT_DMA_PREEMPTED) {
        changed.DmaPreempted.LastCompletedFenceId += 50;
    }
    MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, &changed);
}

VOID
MutantPreemptedAhead(DXGKRNL_INTERFACE *Interface)
{
    Interface->DxgkCbNotifyInterrupt = NotifyWrongCompleted;
}

static VOID NTAPI
NotifyPreemptedTwice(const HANDLE hAdapter, DXGKARGCB_NOTIFY_INTERRUPT_DATA *Data)
{
    MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, Data);
    if (Data->InterruptType == DXGK_INTERRUPT_DMA_PREEMPTED) {
        MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, Data);
    }
}

VOID
MutantPreemptedTwice(DXGKRNL_INTERFACE *Interface)
{
    Interface->DxgkCbNotifyInterrupt = NotifyPreemptedTwice;
}

/* The request's own fence, as if it were work that completed. */
static VOID NTAPI
NotifyRequestCompleted(const HANDLE hAdapter, DXGKARGCB_NOTIFY_INTERRUPT_DATA *Data)
{
    DXGKARGCB_NOTIFY_INTERRUPT_DATA changed = *Data;

    if (Data->InterruptType == DXGK_INTERRUPT_DMA_PREEMPTED) {
        RtlZeroMemory(&changed, sizeof(changed));
        changed.InterruptType = DXGK_INTERRUPT_DMA_COMPLETED;
        changed.DmaCompleted.SubmissionFenceId = Data->DmaPreempted.PreemptionFenceId;
        changed.DmaCompleted.NodeOrdinal = Data->DmaPreempted.NodeOrdinal;
    }
    MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, &changed);
}

VOID
MutantCompletesRequest(DXGKRNL_INTERFACE *Interface)
{
    Interface->DxgkCbNotifyInterrupt = NotifyRequestCompleted;
}

/* A report from DxgkCbSynchronizeExecution that no DPC follows. Of a vertical blank, which nothing
 * waits for. */

static BOOLEAN NTAPI
ReportSynchronized(PVOID Context)
{
    DXGKARGCB_NOTIFY_INTERRUPT_DATA data;

    UNREFERENCED_PARAMETER(Context);
    RtlZeroMemory(&data, sizeof(data));
    data.InterruptType = DXGK_INTERRUPT_CRTC_VSYNC;
    data.CrtcVsync.PhysicalAddress.QuadPart = PAGE_SIZE;
    MutantDxgk.DxgkCbNotifyInterrupt(MutantDxgk.DeviceHandle, &data);
    return TRUE;
}

NTSTATUS NTAPI
MutantReportsWithoutDpc(const HANDLE hAdapter, DXGKARG_CREATEDEVICE *pCreateDevice)
{
    BOOLEAN result;

    if (InterlockedExchange(&Done, 1) == 0) {
        (void)MutantDxgk.DxgkCbSynchronizeExecution(MutantDxgk.DeviceHandle, ReportSynchronized,
                                                    NULL, 0, &result);
    }
    return MutantOriginal.DxgkDdiCreateDevice(hAdapter, pCreateDevice);
}

/* A report that is not the driver's to make */
static VOID NTAPI
NotifyFaulted(const HANDLE hAdapter, DXGKARGCB_NOTIFY_INTERRUPT_DATA *Data)
{
    DXGKARGCB_NOTIFY_INTERRUPT_DATA faulted;

    MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, Data);
    if (InterlockedExchange(&Done, 1) == 0) {
        RtlZeroMemory(&faulted, sizeof(faulted));
        faulted.InterruptType = DXGK_INTERRUPT_DMA_FAULTED;
        MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, &faulted);
    }
}

VOID
MutantReportsFault(DXGKRNL_INTERFACE *Interface)
{
    Interface->DxgkCbNotifyInterrupt = NotifyFaulted;
}
