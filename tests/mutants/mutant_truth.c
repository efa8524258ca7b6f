/* SPDX-License-Identifier: MIT */
/* Rules of what the board really did: reports that are well formed, and untrue. */
#include "mutant.h"

#include "softgpu_regs.h"

static LONG Done; /* for what is done once */

static BOOLEAN
IsFirstTime(VOID)
{
    return InterlockedExchange(&Done, 1) == 0;
}

/* A completion that comes too early: the packet has just been submitted. */

static DXGKARGCB_NOTIFY_INTERRUPT_DATA Early;

static BOOLEAN NTAPI
ReportEarly(PVOID Context)
{
    UNREFERENCED_PARAMETER(Context);
    MutantDxgk.DxgkCbNotifyInterrupt(MutantDxgk.DeviceHandle, &Early);
    return MutantDxgk.DxgkCbQueueDpc(MutantDxgk.DeviceHandle);
}

static NTSTATUS NTAPI
SubmitAndReport(const HANDLE hAdapter, const DXGKARG_SUBMITCOMMAND *pSubmitCommand)
{
    NTSTATUS status = MutantOriginal.DxgkDdiSubmitCommand(hAdapter, pSubmitCommand);
    BOOLEAN result;

    if (pSubmitCommand->NodeOrdinal == 0 && !pSubmitCommand->Flags.Paging && IsFirstTime()) {
        Early.InterruptType = DXGK_INTERRUPT_DMA_COMPLETED;
        Early.DmaCompleted.SubmissionFenceId = pSubmitCommand->SubmissionFenceId;
        Early.DmaCompleted.NodeOrdinal = pSubmitCommand->NodeOrdinal;
        (void)MutantDxgk.DxgkCbSynchronizeExecution(MutantDxgk.DeviceHandle, ReportEarly, NULL, 0,
                                                    &result);
    }
    return status;
}

static VOID NTAPI
NotifyUnlessEarly(const HANDLE hAdapter, DXGKARGCB_NOTIFY_INTERRUPT_DATA *Data)
{
    if (Data->InterruptType != DXGK_INTERRUPT_DMA_COMPLETED ||
        Data->DmaCompleted.NodeOrdinal != 0 ||
        Data->DmaCompleted.SubmissionFenceId != Early.DmaCompleted.SubmissionFenceId) {
        MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, Data);
    }
}

NTSTATUS
MutantReportsEarly(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                   DRIVER_INITIALIZATION_DATA *Data)
{
    Data->DxgkDdiSubmitCommand = SubmitAndReport;
    MutantNotifyInterrupt = NotifyUnlessEarly;
    return DxgkInitialize(DriverObject, RegistryPath, Data);
}

/* Answers to preemptions */

static VOID NTAPI
NotifyNextCompleted(const HANDLE hAdapter, DXGKARGCB_NOTIFY_INTERRUPT_DATA *Data)
{
    DXGKARGCB_NOTIFY_INTERRUPT_DATA changed = *Data;

    if (changed.InterruptType == DXGK_INTERRUPT_DMA_PREEMPTED) {
        changed.DmaPreempted.LastCompletedFenceId++; /* what was running */
    }
    MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, &changed);
}

VOID
MutantClaimsNext(DXGKRNL_INTERFACE *Interface)
{
    Interface->DxgkCbNotifyInterrupt = NotifyNextCompleted;
}

/* What ended just before the request is not reported, and not claimed either. */

static volatile LONG Preempting;
static UINT Reported[SOFTGPU_NODE_COUNT];

static VOID NTAPI
NotifyForgetful(const HANDLE hAdapter, DXGKARGCB_NOTIFY_INTERRUPT_DATA *Data)
{
    DXGKARGCB_NOTIFY_INTERRUPT_DATA changed = *Data;

    if (Data->InterruptType == DXGK_INTERRUPT_DMA_COMPLETED) {
        if (Preempting != 0) {
            return;
        }
        Reported[Data->DmaCompleted.NodeOrdinal] = Data->DmaCompleted.SubmissionFenceId;
    } else if (Data->InterruptType == DXGK_INTERRUPT_DMA_PREEMPTED) {
        changed.DmaPreempted.LastCompletedFenceId = Reported[Data->DmaPreempted.NodeOrdinal];
        Preempting = 0;
    }
    MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, &changed);
}

static NTSTATUS NTAPI
PreemptForgetfully(const HANDLE hAdapter, const DXGKARG_PREEMPTCOMMAND *pPreemptCommand)
{
    Preempting = 1;
    return MutantOriginal.DxgkDdiPreemptCommand(hAdapter, pPreemptCommand);
}

NTSTATUS
MutantForgetsFinished(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                      DRIVER_INITIALIZATION_DATA *Data)
{
    Data->DxgkDdiPreemptCommand = PreemptForgetfully;
    MutantNotifyInterrupt = NotifyForgetful;
    return DxgkInitialize(DriverObject, RegistryPath, Data);
}

/* A completion that nobody hears of, neither by interrupt nor when it is asked for. */

static UINT Swallowed;
static UINT LastHeard;

static VOID NTAPI
NotifyAllButOne(const HANDLE hAdapter, DXGKARGCB_NOTIFY_INTERRUPT_DATA *Data)
{
    if (Data->InterruptType == DXGK_INTERRUPT_DMA_COMPLETED &&
        Data->DmaCompleted.NodeOrdinal == 0) {
        if (Swallowed == 0 || Data->DmaCompleted.SubmissionFenceId == Swallowed) {
            Swallowed = Data->DmaCompleted.SubmissionFenceId;
            return;
        }
        LastHeard = Data->DmaCompleted.SubmissionFenceId;
    } else if (Data->InterruptType == DXGK_INTERRUPT_DMA_PREEMPTED &&
               Data->DmaPreempted.NodeOrdinal == 0) {
        LastHeard = Data->DmaPreempted.LastCompletedFenceId;
    }
    MutantDxgk.DxgkCbNotifyInterrupt(hAdapter, Data);
}

static NTSTATUS NTAPI
FenceLastHeard(const HANDLE hAdapter, DXGKARG_QUERYCURRENTFENCE *pCurrentFence)
{
    NTSTATUS status = MutantOriginal.DxgkDdiQueryCurrentFence(hAdapter, pCurrentFence);

    if (pCurrentFence->NodeOrdinal == 0) {
        pCurrentFence->CurrentFence = LastHeard;
    }
    return status;
}

NTSTATUS
MutantNeverReports(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                   DRIVER_INITIALIZATION_DATA *Data)
{
    Data->DxgkDdiQueryCurrentFence = FenceLastHeard;
    MutantNotifyInterrupt = NotifyAllButOne;
    return DxgkInitialize(DriverObject, RegistryPath, Data);
}

/* Engine resets */

static UINT
FenceOf(HANDLE Adapter, UINT Node)
{
    DXGKARG_QUERYCURRENTFENCE query;

    RtlZeroMemory(&query, sizeof(query));
    query.NodeOrdinal = Node;
    (void)MutantOriginal.DxgkDdiQueryCurrentFence(Adapter, &query);
    return query.CurrentFence;
}

/* Nothing is done, and the answers are what they would have been. */

static UINT Pretended;
static UINT PretendedNode;

static NTSTATUS NTAPI
ResetPretended(const HANDLE hAdapter, DXGKARG_RESETENGINE *pResetEngine)
{
    if (!IsFirstTime()) {
        return STATUS_UNSUCCESSFUL;
    }
    Pretended = FenceOf(hAdapter, pResetEngine->NodeOrdinal) + 1;
    PretendedNode = pResetEngine->NodeOrdinal;
    pResetEngine->LastAbortedFenceId = Pretended;
    return STATUS_SUCCESS;
}

static NTSTATUS NTAPI
FencePretended(const HANDLE hAdapter, DXGKARG_QUERYCURRENTFENCE *pCurrentFence)
{
    NTSTATUS status = MutantOriginal.DxgkDdiQueryCurrentFence(hAdapter, pCurrentFence);

    if (Pretended != 0 && pCurrentFence->NodeOrdinal == PretendedNode) {
        pCurrentFence->CurrentFence = max(pCurrentFence->CurrentFence, Pretended);
    }
    return status;
}

NTSTATUS
MutantResetPretends(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                    DRIVER_INITIALIZATION_DATA *Data)
{
    Data->DxgkDdiResetEngine = ResetPretended;
    Data->DxgkDdiQueryCurrentFence = FencePretended;
    return DxgkInitialize(DriverObject, RegistryPath, Data);
}

NTSTATUS NTAPI
MutantAbortedNext(const HANDLE hAdapter, DXGKARG_RESETENGINE *pResetEngine)
{
    NTSTATUS status = MutantOriginal.DxgkDdiResetEngine(hAdapter, pResetEngine);

    pResetEngine->LastAbortedFenceId++;
    return status;
}

/* The first memory resource has the registers. */
static PHYSICAL_ADDRESS
FindRegisters(const CM_RESOURCE_LIST *Resources)
{
    const CM_PARTIAL_RESOURCE_LIST *list = &Resources->List[0].PartialResourceList;
    PHYSICAL_ADDRESS none;

    for (ULONG i = 0; i < list->Count; i++) {
        if (list->PartialDescriptors[i].Type == CmResourceTypeMemory) {
            return list->PartialDescriptors[i].u.Memory.Start;
        }
    }
    none.QuadPart = 0;
    return none;
}

/* The other node is reset as well. */
NTSTATUS NTAPI
MutantResetsBoth(const HANDLE hAdapter, DXGKARG_RESETENGINE *pResetEngine)
{
    DXGK_DEVICE_INFO info;
    PVOID registers;

    (void)MutantDxgk.DxgkCbGetDeviceInformation(MutantDxgk.DeviceHandle, &info);
    if (NT_SUCCESS(MutantDxgk.DxgkCbMapMemory(
            MutantDxgk.DeviceHandle, FindRegisters(info.TranslatedResourceList),
            SOFTGPU_BAR_REGISTERS_SIZE, FALSE, FALSE, MmNonCached, &registers))) {
        WRITE_REGISTER_ULONG((volatile ULONG *)((PUCHAR)registers +
                                                SOFTGPU_NODE_BLOCK(1 - pResetEngine->NodeOrdinal) +
                                                SOFTGPU_NODE_CONTROL),
                             SOFTGPU_NODE_CONTROL_RESET);
        (void)MutantDxgk.DxgkCbUnmapMemory(MutantDxgk.DeviceHandle, registers);
    }
    return MutantOriginal.DxgkDdiResetEngine(hAdapter, pResetEngine);
}

/* The driver remembers what it did before the reset. */

static UINT Before;
static UINT ResetNode;
static BOOLEAN IsOutdated;

static NTSTATUS NTAPI
ResetEngineForgotten(const HANDLE hAdapter, DXGKARG_RESETENGINE *pResetEngine)
{
    UINT before = FenceOf(hAdapter, pResetEngine->NodeOrdinal);
    NTSTATUS status = MutantOriginal.DxgkDdiResetEngine(hAdapter, pResetEngine);

    if (NT_SUCCESS(status)) {
        Before = before;
        ResetNode = pResetEngine->NodeOrdinal;
        IsOutdated = TRUE;
    }
    return status;
}

static NTSTATUS NTAPI
ResetAdapterForgotten(const HANDLE hAdapter)
{
    Before = FenceOf(hAdapter, 0);
    ResetNode = 0;
    IsOutdated = TRUE;
    return MutantOriginal.DxgkDdiResetFromTimeout(hAdapter);
}

static NTSTATUS NTAPI
FenceOutdated(const HANDLE hAdapter, DXGKARG_QUERYCURRENTFENCE *pCurrentFence)
{
    NTSTATUS status = MutantOriginal.DxgkDdiQueryCurrentFence(hAdapter, pCurrentFence);

    if (IsOutdated && pCurrentFence->NodeOrdinal == ResetNode) {
        pCurrentFence->CurrentFence = Before;
        IsOutdated = FALSE;
    }
    return status;
}

NTSTATUS
MutantForgetsEngineReset(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                         DRIVER_INITIALIZATION_DATA *Data)
{
    Data->DxgkDdiResetEngine = ResetEngineForgotten;
    Data->DxgkDdiQueryCurrentFence = FenceOutdated;
    return DxgkInitialize(DriverObject, RegistryPath, Data);
}

NTSTATUS
MutantForgetsAdapterReset(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                          DRIVER_INITIALIZATION_DATA *Data)
{
    Data->DxgkDdiResetFromTimeout = ResetAdapterForgotten;
    Data->DxgkDdiQueryCurrentFence = FenceOutdated;
    return DxgkInitialize(DriverObject, RegistryPath, Data);
}

/* Adapter resets */

NTSTATUS NTAPI
MutantStopsNothing(const HANDLE hAdapter)
{
    UNREFERENCED_PARAMETER(hAdapter);
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI
MutantFenceFails(const HANDLE hAdapter, DXGKARG_QUERYCURRENTFENCE *pCurrentFence)
{
    (void)MutantOriginal.DxgkDdiQueryCurrentFence(hAdapter, pCurrentFence);
    return STATUS_UNSUCCESSFUL;
}

/* Submissions of no length */

static BOOLEAN
IsEmpty(const DXGKARG_SUBMITCOMMAND *Submission)
{
    return Submission->DmaBufferSubmissionStartOffset == Submission->DmaBufferSubmissionEndOffset;
}

NTSTATUS NTAPI
MutantRefusesNoLength(const HANDLE hAdapter, const DXGKARG_SUBMITCOMMAND *pSubmitCommand)
{
    return IsEmpty(pSubmitCommand) ? STATUS_INVALID_PARAMETER
                                   : MutantOriginal.DxgkDdiSubmitCommand(hAdapter, pSubmitCommand);
}

NTSTATUS NTAPI
MutantDropsNoLength(const HANDLE hAdapter, const DXGKARG_SUBMITCOMMAND *pSubmitCommand)
{
    return IsEmpty(pSubmitCommand) && IsFirstTime()
               ? STATUS_SUCCESS
               : MutantOriginal.DxgkDdiSubmitCommand(hAdapter, pSubmitCommand);
}

NTSTATUS NTAPI
MutantOffsetBeyond(const HANDLE hAdapter, const DXGKARG_COLLECTDBGINFO *pCollectDbgInfo)
{
    NTSTATUS status = MutantOriginal.DxgkDdiCollectDbgInfo(hAdapter, pCollectDbgInfo);

    pCollectDbgInfo->pExtension->CurrentDmaBufferOffset = 0x10000000;
    return status;
}
