/* SPDX-License-Identifier: MIT */
/*
 * Private requests (their format: softgpu_escape.h).
 *
 * Source: DxgkDdiEscape, DXGKARG_ESCAPE, D3DDDI_ESCAPEFLAGS, D3DKMTEscape.
 *
 * Nothing in the buffer is to be trusted, nor need there be a buffer, a device or a context. A
 * request is copied once and judged by the copy, so that changing it meanwhile is of no use; the
 * answer is copied back when it is complete, and a request that fails leaves the buffer as it was.
 */
#include "softgpu_kmd.h"

typedef union _REQUEST {
    SG_ESCAPE_HEADER Header;
    SG_ESCAPE_REGISTER Register;
    SG_ESCAPE_INFO Info;
    SG_ESCAPE_NODE Node;
    SG_ESCAPE_SURFACE Surface;
} REQUEST;

typedef NTSTATUS ESCAPE_HANDLER(_In_ SG_ADAPTER *Adapter, _Inout_ REQUEST *Request);

/* What a request looks like, and whether it touches the hardware. */
typedef struct _FORM {
    UINT Request;
    UINT Size;
    BOOLEAN Hardware;
    ESCAPE_HANDLER *Handler;
} FORM;

static SG_PAGED BOOLEAN
RegisterIsValid(_In_ UINT Offset)
{
    PAGED_CODE();
    return Offset % sizeof(ULONG) == 0 && Offset < SOFTGPU_BAR_REGISTERS_SIZE;
}

static SG_PAGED NTSTATUS
ReadRegister(_In_ SG_ADAPTER *Adapter, _Inout_ REQUEST *Request)
{
    PAGED_CODE();
    if (!RegisterIsValid(Request->Register.Offset)) {
        return STATUS_INVALID_PARAMETER;
    }
    Request->Register.Value = SgReadRegister(Adapter, Request->Register.Offset);
    return STATUS_SUCCESS;
}

/* Whoever may write rings and the aperture's table may read and write all memory. */
static SG_PAGED NTSTATUS
WriteRegister(_In_ SG_ADAPTER *Adapter, _Inout_ REQUEST *Request)
{
    UINT offset = Request->Register.Offset;

    PAGED_CODE();
    if (!RegisterIsValid(offset)) {
        return STATUS_INVALID_PARAMETER;
    }
    if (offset != SOFTGPU_REG_SCRATCH0 && offset != SOFTGPU_REG_SCRATCH1) {
        return STATUS_PRIVILEGED_INSTRUCTION;
    }
    SgWriteRegister(Adapter, offset, Request->Register.Value);
    return STATUS_SUCCESS;
}

/* Timeout detection needs something to detect. The board's test controls are used here and nowhere
 * else, and only where an administrator has allowed it. */
static SG_PAGED NTSTATUS
Hang(_In_ SG_ADAPTER *Adapter, _Inout_ REQUEST *Request)
{
    UINT node = Request->Node.Node;

    PAGED_CODE();
    if (!Adapter->AllowHang || node >= SOFTGPU_NODE_COUNT) {
        return STATUS_INVALID_PARAMETER;
    }
    SgWriteRegister(Adapter, SOFTGPU_REG_TEST_UNLOCK, SOFTGPU_TEST_KEY);
    SgWriteNode(Adapter, &Adapter->Nodes[node], SOFTGPU_NODE_TEST_CONTROL,
                SOFTGPU_TEST_CONTROL_HANG);
    SgWriteRegister(Adapter, SOFTGPU_REG_TEST_UNLOCK, 0);
    return STATUS_SUCCESS;
}

/* What the driver knows without asking the board. */
static SG_PAGED NTSTATUS
GpuInfo(_In_ SG_ADAPTER *Adapter, _Inout_ REQUEST *Request)
{
    SG_ESCAPE_INFO *info = &Request->Info;

    PAGED_CODE();
    info->NodeCount = SOFTGPU_NODE_COUNT;
    info->Preemption = Adapter->Preemption;
    info->VramBytes = Adapter->Layout.VramSize;
    info->ApertureBytes = (ULONGLONG)Adapter->Layout.GartEntries * PAGE_SIZE;
    info->Width = Adapter->Display.Width;
    info->Height = Adapter->Display.Height;
    RtlZeroMemory(info->Reserved, sizeof(info->Reserved));
    return STATUS_SUCCESS;
}

typedef struct _SNAPSHOT {
    const SG_NODE *Node;
    SG_ESCAPE_NODE *Answer;
} SNAPSHOT;

/* At device IRQL: the ring's counters change together. Nonpageable. */
static BOOLEAN NTAPI
SnapshotSynchronized(_In_ PVOID Context)
{
    const SNAPSHOT *snapshot = Context;
    const SG_NODE *node = snapshot->Node;

    snapshot->Answer->LastSubmittedFence = node->Submitted ? node->LastSubmittedFence : 0;
    snapshot->Answer->LastCompletedFence = node->LastCompletedFence;
    snapshot->Answer->Pending = (node->Tail - node->Head) & (node->RingEntries - 1);
    return TRUE;
}

static SG_PAGED NTSTATUS
Statistics(_In_ SG_ADAPTER *Adapter, _Inout_ REQUEST *Request)
{
    SNAPSHOT snapshot;

    PAGED_CODE();
    if (Request->Node.Node >= SOFTGPU_NODE_COUNT) {
        return STATUS_INVALID_PARAMETER;
    }
    snapshot.Node = &Adapter->Nodes[Request->Node.Node];
    snapshot.Answer = &Request->Node;
    return NT_SUCCESS(SgSynchronize(Adapter, SnapshotSynchronized, &snapshot))
               ? STATUS_SUCCESS
               : STATUS_INVALID_PARAMETER;
}

/* A handle in the data is the graphics kernel's; only it knows what is behind it. */
static SG_PAGED NTSTATUS
DescribeAllocation(_In_ SG_ADAPTER *Adapter, _Inout_ REQUEST *Request)
{
    DXGKARGCB_GETHANDLEDATA args;
    const SG_ALLOCATION *allocation;

    PAGED_CODE();
    RtlZeroMemory(&args, sizeof(args));
    args.hObject = Request->Surface.hAllocation;
    args.Type = DXGK_HANDLE_ALLOCATION;
    allocation = Adapter->Dxgk.DxgkCbGetHandleData(&args);
    if (allocation == NULL) {
        return STATUS_INVALID_HANDLE;
    }
    Request->Surface.Width = allocation->Data.Width;
    Request->Surface.Height = allocation->Data.Height;
    Request->Surface.Pitch = allocation->Data.Pitch;
    Request->Surface.Format = allocation->Data.Format;
    Request->Surface.Reserved = 0;
    return STATUS_SUCCESS;
}

static const FORM g_Forms[] = {
    { SG_ESCAPE_READ_REGISTER, sizeof(SG_ESCAPE_REGISTER), TRUE, ReadRegister },
    { SG_ESCAPE_WRITE_REGISTER, sizeof(SG_ESCAPE_REGISTER), TRUE, WriteRegister },
    { SG_ESCAPE_HANG, sizeof(SG_ESCAPE_NODE), TRUE, Hang },
    { SG_ESCAPE_GPU_INFO, sizeof(SG_ESCAPE_INFO), FALSE, GpuInfo },
    { SG_ESCAPE_STATISTICS, sizeof(SG_ESCAPE_NODE), FALSE, Statistics },
    { SG_ESCAPE_ALLOCATION, sizeof(SG_ESCAPE_SURFACE), FALSE, DescribeAllocation },
};

static SG_PAGED const FORM *
FindForm(_In_ UINT Request)
{
    PAGED_CODE();
    for (UINT i = 0; i < RTL_NUMBER_OF(g_Forms); i++) {
        if (g_Forms[i].Request == Request) {
            return &g_Forms[i];
        }
    }
    return NULL;
}

_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgEscape(const HANDLE hAdapter, const DXGKARG_ESCAPE *pEscape)
{
    SG_ADAPTER *adapter = hAdapter;
    const FORM *form;
    REQUEST request;

    PAGED_CODE();
    if (pEscape->pPrivateDriverData == NULL ||
        pEscape->PrivateDriverDataSize < sizeof(request.Header) ||
        pEscape->PrivateDriverDataSize > sizeof(request)) {
        return STATUS_INVALID_PARAMETER;
    }
    RtlCopyMemory(&request, pEscape->pPrivateDriverData, pEscape->PrivateDriverDataSize);
    if (request.Header.Magic != SG_ESCAPE_MAGIC ||
        request.Header.Size != pEscape->PrivateDriverDataSize) {
        return STATUS_INVALID_PARAMETER;
    }
    if (request.Header.Version != SG_ESCAPE_VERSION) {
        return STATUS_GRAPHICS_DRIVER_MISMATCH;
    }
    form = FindForm(request.Header.Request);
    if (form == NULL || form->Size != pEscape->PrivateDriverDataSize) {
        return STATUS_INVALID_PARAMETER;
    }
    /* Only with the flag nobody else uses the hardware (threading level two). */
    if (form->Hardware && !pEscape->Flags.HardwareAccess) {
        return STATUS_INVALID_PARAMETER;
    }
    NTSTATUS status = form->Handler(adapter, &request);
    if (NT_SUCCESS(status)) {
        RtlCopyMemory(pEscape->pPrivateDriverData, &request, form->Size);
    }
    return status;
}
