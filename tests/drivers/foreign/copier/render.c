/* SPDX-License-Identifier: MIT */
/* Devices, contexts, and command buffers: copied once, checked, patched. */
#include "copier.h"
#include "render.tmh"

_Use_decl_annotations_ NTSTATUS NTAPI CopierCreateDevice(const HANDLE hAdapter,
                                                         DXGKARG_CREATEDEVICE *pCreateDevice)
{
    pCreateDevice->hDevice = hAdapter;
    return STATUS_SUCCESS;
}

_Use_decl_annotations_ NTSTATUS NTAPI CopierDestroyDevice(const HANDLE hDevice)
{
    UNREFERENCED_PARAMETER(hDevice);
    return STATUS_SUCCESS;
}

_Use_decl_annotations_ NTSTATUS NTAPI CopierCreateContext(const HANDLE hDevice,
                                                          DXGKARG_CREATECONTEXT *pCreateContext)
{
    pCreateContext->hContext = hDevice;
    pCreateContext->ContextInfo.DmaBufferSize = DMA_BYTES;
    pCreateContext->ContextInfo.DmaBufferSegmentSet = 0; /* contiguous system memory */
    pCreateContext->ContextInfo.AllocationListSize = 64;
    pCreateContext->ContextInfo.PatchLocationListSize = 128;
    return STATUS_SUCCESS;
}

_Use_decl_annotations_ NTSTATUS NTAPI CopierDestroyContext(const HANDLE hContext)
{
    UNREFERENCED_PARAMETER(hContext);
    return STATUS_SUCCESS;
}

/* A command may name memory through its patch locations only, so its addresses come out zero. */
static NTSTATUS CopyCommands(DXGKARG_RENDER *Args)
{
    struct copier_command *to = Args->pDmaBuffer;
    ULONG count = Args->CommandLength / sizeof(*to);

    if (Args->CommandLength > Args->DmaSize) {
        return STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER;
    }
    __try {
        RtlCopyMemory(to, Args->pCommand, count * sizeof(*to));
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return STATUS_INVALID_USER_BUFFER;
    }
    for (ULONG i = 0; i < count; i++) {
        if (to[i].opcode > COPIER_FILL) {
            return STATUS_ILLEGAL_INSTRUCTION;
        }
        to[i].to = 0;
        if (to[i].opcode == COPIER_COPY) {
            to[i].from = 0;
        }
    }
    Args->pDmaBuffer = to + count;
    return STATUS_SUCCESS;
}

static ULONGLONG AddressOf(const ADAPTER *Adapter, const DXGK_ALLOCATIONLIST *Allocation,
                           const D3DDDI_PATCHLOCATIONLIST *Patch)
{
    return (ULONGLONG)(Adapter->MemoryAddress.QuadPart + Allocation->PhysicalAddress.QuadPart) +
           Patch->AllocationOffset;
}

/* What is resident already is patched here: CopierPatch may never be called. */
static NTSTATUS CopyPatches(const ADAPTER *Adapter, PUCHAR Buffer, DXGKARG_RENDER *Args)
{
    if (Args->PatchLocationListInSize > Args->PatchLocationListOutSize) {
        return STATUS_INVALID_PARAMETER;
    }
    __try {
        for (UINT i = 0; i < Args->PatchLocationListInSize; i++) {
            D3DDDI_PATCHLOCATIONLIST patch = Args->pPatchLocationListIn[i];
            ULONG field = patch.PatchOffset % sizeof(struct copier_command);

            if (patch.AllocationIndex >= Args->AllocationListSize ||
                patch.PatchOffset >= Args->CommandLength ||
                (field != FIELD_OFFSET(struct copier_command, to) &&
                 field != FIELD_OFFSET(struct copier_command, from))) {
                return STATUS_INVALID_PARAMETER;
            }
            if (Args->pAllocationList[patch.AllocationIndex].SegmentId != 0) {
                *(ULONGLONG *)(Buffer + patch.PatchOffset) =
                    AddressOf(Adapter, &Args->pAllocationList[patch.AllocationIndex], &patch);
            }
            *Args->pPatchLocationListOut++ = patch;
        }
        return STATUS_SUCCESS;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return STATUS_INVALID_USER_BUFFER;
    }
}

_Use_decl_annotations_ NTSTATUS NTAPI CopierRender(const HANDLE hContext, DXGKARG_RENDER *pRender)
{
    PUCHAR buffer = pRender->pDmaBuffer;
    NTSTATUS status = CopyCommands(pRender);

    return NT_SUCCESS(status) ? CopyPatches(hContext, buffer, pRender) : status;
}

/* The slot must be filled; SupportKernelModeCommandBuffer is 0, so nobody calls it. */
_Use_decl_annotations_ NTSTATUS NTAPI CopierRenderKm(const HANDLE hContext, DXGKARG_RENDER *pRender)
{
    UNREFERENCED_PARAMETER(hContext);
    UNREFERENCED_PARAMETER(pRender);
    return STATUS_ILLEGAL_INSTRUCTION;
}

_Use_decl_annotations_ NTSTATUS NTAPI CopierPresent(const HANDLE hContext,
                                                    DXGKARG_PRESENT *pPresent)
{
    UNREFERENCED_PARAMETER(hContext);
    UNREFERENCED_PARAMETER(pPresent);
    return STATUS_NO_MEMORY; /* render-only: nothing is presented */
}

_Use_decl_annotations_ NTSTATUS NTAPI CopierPatch(const HANDLE hAdapter,
                                                  const DXGKARG_PATCH *pPatch)
{
    const ADAPTER *adapter = hAdapter;

    for (UINT i = 0; i < pPatch->PatchLocationListSubmissionLength; i++) {
        const D3DDDI_PATCHLOCATIONLIST *patch =
            &pPatch->pPatchLocationList[pPatch->PatchLocationListSubmissionStart + i];
        const DXGK_ALLOCATIONLIST *allocation = &pPatch->pAllocationList[patch->AllocationIndex];
        ULONGLONG *field = (ULONGLONG *)((PUCHAR)pPatch->pDmaBuffer + patch->PatchOffset);

        *field = AddressOf(adapter, allocation, patch);
    }
    return STATUS_SUCCESS;
}
