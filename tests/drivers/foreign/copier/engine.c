/* SPDX-License-Identifier: MIT */
/* The board's engine: submissions queue up here, since the board takes one at a time. */
#include "copier.h"
#include "engine.tmh"

static ULONG ReadRegister(const ADAPTER *Adapter, ULONG Offset)
{
    return READ_REGISTER_ULONG((PULONG)(Adapter->Registers + Offset));
}

/* The raw way, which many drivers take: a volatile pointer. */
static void WriteRegister(const ADAPTER *Adapter, ULONG Offset, ULONG Value)
{
    *(volatile ULONG *)(Adapter->Registers + Offset) = Value;
}

static void Report(ADAPTER *Adapter, ULONG Fence)
{
    DXGKARGCB_NOTIFY_INTERRUPT_DATA data;

    RtlZeroMemory(&data, sizeof(data));
    data.InterruptType = DXGK_INTERRUPT_DMA_COMPLETED;
    data.DmaCompleted.SubmissionFenceId = Fence;
    Adapter->LastFence = Fence;
    Adapter->Dxgk.DxgkCbNotifyInterrupt(Adapter->Dxgk.DeviceHandle, &data);
    Adapter->Dxgk.DxgkCbQueueDpc(Adapter->Dxgk.DeviceHandle);
}

static void Feed(ADAPTER *Adapter)
{
    const SUBMISSION *next = &Adapter->Queue[Adapter->Head % QUEUE_MAX];

    if (Adapter->Head == Adapter->Tail) {
        return;
    }
    WriteRegister(Adapter, COPIER_LIST_LO, (ULONG)next->Address);
    WriteRegister(Adapter, COPIER_LIST_HI, (ULONG)(next->Address >> 32));
    WriteRegister(Adapter, COPIER_COUNT, next->Count);
    WriteRegister(Adapter, COPIER_FENCE, next->Fence);
    WriteRegister(Adapter, COPIER_GO, 1);
}

typedef struct _SUBMIT {
    ADAPTER *Adapter;
    SUBMISSION Submission;
} SUBMIT;

static BOOLEAN NTAPI SubmitSynchronized(PVOID Context)
{
    SUBMIT *submit = Context;
    ADAPTER *adapter = submit->Adapter;

    if (adapter->Tail - adapter->Head == QUEUE_MAX) {
        return FALSE;
    }
    adapter->Queue[adapter->Tail++ % QUEUE_MAX] = submit->Submission;
    if (adapter->Tail - adapter->Head == 1) {
        Feed(adapter);
    }
    return TRUE;
}

_Use_decl_annotations_ NTSTATUS NTAPI
CopierSubmitCommand(const HANDLE hAdapter, const DXGKARG_SUBMITCOMMAND *pSubmitCommand)
{
    SUBMIT submit;
    BOOLEAN queued = FALSE;

    submit.Adapter = hAdapter;
    submit.Submission.Address = (ULONGLONG)pSubmitCommand->DmaBufferPhysicalAddress.QuadPart +
                                pSubmitCommand->DmaBufferSubmissionStartOffset;
    submit.Submission.Count = (pSubmitCommand->DmaBufferSubmissionEndOffset -
                               pSubmitCommand->DmaBufferSubmissionStartOffset) /
                              sizeof(struct copier_command);
    submit.Submission.Fence = pSubmitCommand->SubmissionFenceId;
    submit.Adapter->Dxgk.DxgkCbSynchronizeExecution(submit.Adapter->Dxgk.DeviceHandle,
                                                    SubmitSynchronized, &submit, 0, &queued);
    return queued ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES;
}

_Use_decl_annotations_ BOOLEAN NTAPI CopierInterrupt(const PVOID MiniportDeviceContext,
                                                     ULONG MessageNumber)
{
    ADAPTER *adapter = MiniportDeviceContext;
    ULONG status;

    UNREFERENCED_PARAMETER(MessageNumber);
    if (adapter->Registers == NULL) {
        return FALSE;
    }
    status = ReadRegister(adapter, COPIER_STATUS);
    if ((status & COPIER_STATUS_DONE) == 0) {
        return FALSE;
    }
    WriteRegister(adapter, COPIER_STATUS, COPIER_STATUS_DONE | COPIER_STATUS_FAULT);
    if (adapter->Head != adapter->Tail) {
        adapter->Head++;
        Report(adapter, ReadRegister(adapter, COPIER_COMPLETED));
        Feed(adapter);
    }
    return TRUE;
}

_Use_decl_annotations_ void NTAPI CopierDpc(const PVOID MiniportDeviceContext)
{
    ADAPTER *adapter = MiniportDeviceContext;

    adapter->Dxgk.DxgkCbNotifyDpc(adapter->Dxgk.DeviceHandle);
}

/* The board cannot be interrupted in its work: what is queued completes, and then the request. */
_Use_decl_annotations_ NTSTATUS NTAPI
CopierPreemptCommand(const HANDLE hAdapter, const DXGKARG_PREEMPTCOMMAND *pPreemptCommand)
{
    UNREFERENCED_PARAMETER(hAdapter);
    UNREFERENCED_PARAMETER(pPreemptCommand);
    return STATUS_SUCCESS;
}

_Use_decl_annotations_ NTSTATUS NTAPI
CopierQueryCurrentFence(const HANDLE hAdapter, DXGKARG_QUERYCURRENTFENCE *pCurrentFence)
{
    const ADAPTER *adapter = hAdapter;

    pCurrentFence->CurrentFence = adapter->LastFence;
    return STATUS_SUCCESS;
}

_Use_decl_annotations_ NTSTATUS NTAPI CopierControlInterrupt(
    const HANDLE hAdapter, const DXGK_INTERRUPT_TYPE InterruptType, BOOLEAN EnableInterrupt)
{
    UNREFERENCED_PARAMETER(hAdapter);
    UNREFERENCED_PARAMETER(InterruptType);
    UNREFERENCED_PARAMETER(EnableInterrupt);
    return STATUS_NOT_IMPLEMENTED;
}

static BOOLEAN NTAPI ResetSynchronized(PVOID Context)
{
    ADAPTER *adapter = Context;

    adapter->Head = adapter->Tail;
    return TRUE;
}

_Use_decl_annotations_ NTSTATUS NTAPI CopierResetFromTimeout(const HANDLE hAdapter)
{
    ADAPTER *adapter = hAdapter;
    BOOLEAN done;

    return adapter->Dxgk.DxgkCbSynchronizeExecution(adapter->Dxgk.DeviceHandle, ResetSynchronized,
                                                    adapter, 0, &done);
}

_Use_decl_annotations_ NTSTATUS NTAPI CopierRestartFromTimeout(const HANDLE hAdapter)
{
    UNREFERENCED_PARAMETER(hAdapter);
    return STATUS_SUCCESS;
}

_Use_decl_annotations_ NTSTATUS NTAPI
CopierDependentEngines(const HANDLE hAdapter, DXGKARG_QUERYDEPENDENTENGINEGROUP *pArgs)
{
    UNREFERENCED_PARAMETER(hAdapter);
    pArgs->DependentNodeOrdinalMask = 1ull << pArgs->NodeOrdinal;
    return STATUS_SUCCESS;
}

_Use_decl_annotations_ NTSTATUS NTAPI CopierEngineStatus(const HANDLE hAdapter,
                                                         DXGKARG_QUERYENGINESTATUS *pArgs)
{
    UNREFERENCED_PARAMETER(hAdapter);
    pArgs->EngineStatus.Responsive = 1;
    return STATUS_SUCCESS;
}

_Use_decl_annotations_ NTSTATUS NTAPI CopierResetEngine(const HANDLE hAdapter,
                                                        DXGKARG_RESETENGINE *pArgs)
{
    UNREFERENCED_PARAMETER(hAdapter);
    UNREFERENCED_PARAMETER(pArgs);
    return STATUS_NOT_SUPPORTED; /* the whole adapter is reset then */
}

_Use_decl_annotations_ NTSTATUS NTAPI CopierCollectDbgInfo(const HANDLE hAdapter,
                                                           const DXGKARG_COLLECTDBGINFO *pArgs)
{
    UNREFERENCED_PARAMETER(hAdapter);
    RtlZeroMemory(pArgs->pBuffer, pArgs->BufferSize);
    return STATUS_SUCCESS;
}
