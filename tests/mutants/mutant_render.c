/* SPDX-License-Identifier: MIT */
/* Rules of translation, patching, submission and paging. */
#include "mutant.h"

#define COMMAND_BYTES 16u

/* A command that needs nothing: the board skips zeros. */
static VOID
EmitBytes(DXGKARG_RENDER *Args, SIZE_T Bytes)
{
    Args->pDmaBuffer = (PUCHAR)Args->pDmaBuffer + Bytes;
}

/* Fills in one patch location behind those there are. */
static VOID
EmitPatch(DXGKARG_RENDER *Args, UINT Index, UINT Offset)
{
    D3DDDI_PATCHLOCATIONLIST *patch = Args->pPatchLocationListOut;

    RtlZeroMemory(patch, sizeof(*patch));
    patch->AllocationIndex = Index;
    patch->PatchOffset = Offset;
    Args->pPatchLocationListOut = patch + 1;
}

NTSTATUS NTAPI
MutantRenderKmStatus(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    UNREFERENCED_PARAMETER(hContext);
    UNREFERENCED_PARAMETER(pRenderKmArgs);
    return STATUS_UNSUCCESSFUL;
}

NTSTATUS NTAPI
MutantRenderKmDoesNothing(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    UNREFERENCED_PARAMETER(hContext);
    UNREFERENCED_PARAMETER(pRenderKmArgs);
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI
MutantRenderKmDeniesHandles(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    UNREFERENCED_PARAMETER(hContext);
    UNREFERENCED_PARAMETER(pRenderKmArgs);
    return STATUS_INVALID_HANDLE;
}

NTSTATUS NTAPI
MutantRenderKmDeniesBuffer(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    UNREFERENCED_PARAMETER(hContext);
    UNREFERENCED_PARAMETER(pRenderKmArgs);
    return STATUS_INVALID_USER_BUFFER;
}

NTSTATUS NTAPI
MutantRenderKmOverrun(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    UNREFERENCED_PARAMETER(hContext);
    EmitBytes(pRenderKmArgs, (SIZE_T)pRenderKmArgs->DmaSize + 1);
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI
MutantRenderKmPatchOverrun(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    UNREFERENCED_PARAMETER(hContext);
    pRenderKmArgs->pPatchLocationListOut += pRenderKmArgs->PatchLocationListOutSize + 1;
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI
MutantRenderKmPatchIndex(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    UNREFERENCED_PARAMETER(hContext);
    EmitBytes(pRenderKmArgs, COMMAND_BYTES);
    EmitPatch(pRenderKmArgs, pRenderKmArgs->AllocationListSize, 0);
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI
MutantRenderKmPatchOffset(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    NTSTATUS status = MutantOriginal.DxgkDdiRenderKm(hContext, pRenderKmArgs);

    if (NT_SUCCESS(status)) {
        pRenderKmArgs->pPatchLocationListOut[-1].PatchOffset = pRenderKmArgs->DmaSize;
    }
    return status;
}

/* Allocation 1 in a slot, from a split point on; element 0 of a GDI context's list is NULL. */
static VOID
EmitBinding(DXGKARG_RENDER *Args, UINT Slot, UINT PatchOffset, UINT SplitOffset)
{
    D3DDDI_PATCHLOCATIONLIST *patch = Args->pPatchLocationListOut;

    EmitPatch(Args, 1, PatchOffset);
    patch->SlotId = Slot & 0xFFFFFF;
    patch->SplitOffset = SplitOffset;
}

NTSTATUS NTAPI
MutantRenderKmSplitDecreases(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    UNREFERENCED_PARAMETER(hContext);
    EmitBytes(pRenderKmArgs, 2 * COMMAND_BYTES);
    EmitBinding(pRenderKmArgs, 0, COMMAND_BYTES, COMMAND_BYTES);
    EmitBinding(pRenderKmArgs, 0, COMMAND_BYTES, 0);
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI
MutantRenderKmSplitBehindPatch(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    UNREFERENCED_PARAMETER(hContext);
    EmitBytes(pRenderKmArgs, 2 * COMMAND_BYTES);
    EmitBinding(pRenderKmArgs, 0, 0, COMMAND_BYTES);
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI
MutantRenderKmSlot(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    UNREFERENCED_PARAMETER(hContext);
    EmitBytes(pRenderKmArgs, COMMAND_BYTES);
    EmitBinding(pRenderKmArgs, 0xFFFFFF, 0, 0);
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI
MutantRenderKmLeaksBinding(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    UNREFERENCED_PARAMETER(hContext);
    EmitBytes(pRenderKmArgs, 2 * COMMAND_BYTES);
    EmitBinding(pRenderKmArgs, 0, 0, 0);
    EmitBinding(pRenderKmArgs, 1, COMMAND_BYTES, COMMAND_BYTES);
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI
MutantRenderKmSlotReserved(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    UNREFERENCED_PARAMETER(hContext);
    EmitBytes(pRenderKmArgs, COMMAND_BYTES);
    EmitBinding(pRenderKmArgs, 0, 0, 0);
    pRenderKmArgs->pPatchLocationListOut[-1].Reserved = 1;
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI
MutantRenderKmAllocationOffset(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    UNREFERENCED_PARAMETER(hContext);
    EmitBytes(pRenderKmArgs, COMMAND_BYTES);
    EmitBinding(pRenderKmArgs, 0, 0, 0);
    pRenderKmArgs->pPatchLocationListOut[-1].AllocationOffset = 0xFFFFFFFF;
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI
MutantRenderKmStandsStill(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    UNREFERENCED_PARAMETER(hContext);
    UNREFERENCED_PARAMETER(pRenderKmArgs);
    return STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER;
}

NTSTATUS NTAPI
MutantRenderKmCounts(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    UNREFERENCED_PARAMETER(hContext);
    pRenderKmArgs->MultipassOffset++;
    return STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER;
}

NTSTATUS NTAPI
MutantRenderKmRaisesIrql(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    NTSTATUS status = MutantOriginal.DxgkDdiRenderKm(hContext, pRenderKmArgs);
    KIRQL irql;

    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    return status;
}

NTSTATUS NTAPI
MutantRenderStatus(const HANDLE hContext, DXGKARG_RENDER *pRender)
{
    UNREFERENCED_PARAMETER(hContext);
    UNREFERENCED_PARAMETER(pRender);
    return STATUS_UNSUCCESSFUL;
}

NTSTATUS NTAPI
MutantRenderPatchIndex(const HANDLE hContext, DXGKARG_RENDER *pRender)
{
    UNREFERENCED_PARAMETER(hContext);
    EmitBytes(pRender, COMMAND_BYTES);
    EmitPatch(pRender, pRender->AllocationListSize, 0);
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI
MutantRenderOverrun(const HANDLE hContext, DXGKARG_RENDER *pRender)
{
    UNREFERENCED_PARAMETER(hContext);
    EmitBytes(pRender, (SIZE_T)pRender->DmaSize + 1);
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI
MutantRenderPatchOverrun(const HANDLE hContext, DXGKARG_RENDER *pRender)
{
    UNREFERENCED_PARAMETER(hContext);
    pRender->pPatchLocationListOut -= 1;
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI
MutantPresentStatus(const HANDLE hContext, DXGKARG_PRESENT *pPresent)
{
    UNREFERENCED_PARAMETER(hContext);
    UNREFERENCED_PARAMETER(pPresent);
    return STATUS_UNSUCCESSFUL;
}

NTSTATUS NTAPI
MutantPresentOverrun(const HANDLE hContext, DXGKARG_PRESENT *pPresent)
{
    UNREFERENCED_PARAMETER(hContext);
    pPresent->pDmaBuffer = (PUCHAR)pPresent->pDmaBuffer + pPresent->DmaSize + 1;
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI
MutantFlipWithBuffer(const HANDLE hContext, DXGKARG_PRESENT *pPresent)
{
    static UCHAR buffer[COMMAND_BYTES];

    if (!pPresent->Flags.Flip) {
        return MutantOriginal.DxgkDdiPresent(hContext, pPresent);
    }
    pPresent->pDmaBuffer = buffer + COMMAND_BYTES;
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI
MutantFlipWantsBuffer(const HANDLE hContext, DXGKARG_PRESENT *pPresent)
{
    return pPresent->Flags.Flip ? STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER
                                : MutantOriginal.DxgkDdiPresent(hContext, pPresent);
}

NTSTATUS NTAPI
MutantPatchStatus(const HANDLE hAdapter, const DXGKARG_PATCH *pPatch)
{
    UNREFERENCED_PARAMETER(hAdapter);
    UNREFERENCED_PARAMETER(pPatch);
    return STATUS_UNSUCCESSFUL;
}

NTSTATUS NTAPI
MutantSubmitStatus(const HANDLE hAdapter, const DXGKARG_SUBMITCOMMAND *pSubmitCommand)
{
    UNREFERENCED_PARAMETER(hAdapter);
    UNREFERENCED_PARAMETER(pSubmitCommand);
    return STATUS_UNSUCCESSFUL;
}

NTSTATUS NTAPI
MutantPagingStatus(const HANDLE hAdapter, DXGKARG_BUILDPAGINGBUFFER *pBuildPagingBuffer)
{
    UNREFERENCED_PARAMETER(hAdapter);
    UNREFERENCED_PARAMETER(pBuildPagingBuffer);
    return STATUS_UNSUCCESSFUL;
}

NTSTATUS NTAPI
MutantPagingOverrun(const HANDLE hAdapter, DXGKARG_BUILDPAGINGBUFFER *pBuildPagingBuffer)
{
    PUCHAR start = pBuildPagingBuffer->pDmaBuffer;

    UNREFERENCED_PARAMETER(hAdapter);
    pBuildPagingBuffer->pDmaBuffer = start + pBuildPagingBuffer->DmaSize + 1;
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI
MutantPagingPrivateOverrun(const HANDLE hAdapter, DXGKARG_BUILDPAGINGBUFFER *pBuildPagingBuffer)
{
    NTSTATUS status = MutantOriginal.DxgkDdiBuildPagingBuffer(hAdapter, pBuildPagingBuffer);

    /* There may be none: addresses then, and no pointers. */
    pBuildPagingBuffer->pDmaBufferPrivateData =
        (PVOID)((ULONG_PTR)pBuildPagingBuffer->pDmaBufferPrivateData +
                pBuildPagingBuffer->DmaBufferPrivateDataSize + 1);
    return status;
}

NTSTATUS NTAPI
MutantPagingStandsStill(const HANDLE hAdapter, DXGKARG_BUILDPAGINGBUFFER *pBuildPagingBuffer)
{
    UNREFERENCED_PARAMETER(hAdapter);
    UNREFERENCED_PARAMETER(pBuildPagingBuffer);
    return STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER;
}

/* One empty pass after the other. */
NTSTATUS NTAPI
MutantPagingCounts(const HANDLE hAdapter, DXGKARG_BUILDPAGINGBUFFER *pBuildPagingBuffer)
{
    UNREFERENCED_PARAMETER(hAdapter);
    pBuildPagingBuffer->MultipassOffset++;
    return STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER;
}

NTSTATUS NTAPI
MutantPagingNothing(const HANDLE hAdapter, DXGKARG_BUILDPAGINGBUFFER *pBuildPagingBuffer)
{
    if (pBuildPagingBuffer->Operation == DXGK_OPERATION_TRANSFER) {
        return STATUS_SUCCESS;
    }
    return MutantOriginal.DxgkDdiBuildPagingBuffer(hAdapter, pBuildPagingBuffer);
}

NTSTATUS NTAPI
MutantPagingMapFails(const HANDLE hAdapter, DXGKARG_BUILDPAGINGBUFFER *pBuildPagingBuffer)
{
    if (pBuildPagingBuffer->Operation == DXGK_OPERATION_MAP_APERTURE_SEGMENT) {
        return STATUS_UNSUCCESSFUL;
    }
    return MutantOriginal.DxgkDdiBuildPagingBuffer(hAdapter, pBuildPagingBuffer);
}

NTSTATUS NTAPI
MutantPagingUnmapFails(const HANDLE hAdapter, DXGKARG_BUILDPAGINGBUFFER *pBuildPagingBuffer)
{
    if (pBuildPagingBuffer->Operation == DXGK_OPERATION_UNMAP_APERTURE_SEGMENT) {
        return STATUS_UNSUCCESSFUL;
    }
    return MutantOriginal.DxgkDdiBuildPagingBuffer(hAdapter, pBuildPagingBuffer);
}

NTSTATUS NTAPI
MutantPagingStaysBusy(const HANDLE hAdapter, DXGKARG_BUILDPAGINGBUFFER *pBuildPagingBuffer)
{
    if (pBuildPagingBuffer->Operation == DXGK_OPERATION_TRANSFER) {
        return STATUS_GRAPHICS_ALLOCATION_BUSY;
    }
    return MutantOriginal.DxgkDdiBuildPagingBuffer(hAdapter, pBuildPagingBuffer);
}

/* A driver without contexts, whose devices have the guaranteed contract, and which breaks it. */
static NTSTATUS NTAPI
QueryWithoutContexts(const HANDLE hAdapter, const DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)
{
    NTSTATUS status = MutantOriginal.DxgkDdiQueryAdapterInfo(hAdapter, pQueryAdapterInfo);

    if (NT_SUCCESS(status) && pQueryAdapterInfo->Type == DXGKQAITYPE_DRIVERCAPS) {
        DXGK_DRIVERCAPS *caps = pQueryAdapterInfo->pOutputData;

        caps->WDDMVersion = DXGKDDI_WDDMv1_2;
        caps->SchedulingCaps.Value = 0;
        caps->FlipCaps.FlipIndependent = FALSE;
    }
    return status;
}

static NTSTATUS NTAPI
CreateGuaranteedDevice(const HANDLE hAdapter, DXGKARG_CREATEDEVICE *pCreateDevice)
{
    static DXGK_DEVICEINFO info;
    NTSTATUS status = MutantOriginal.DxgkDdiCreateDevice(hAdapter, pCreateDevice);

    info.AllocationListSize = DXGK_ALLOCATION_LIST_SIZE_GDICONTEXT;
    info.PatchLocationListSize = DXGK_ALLOCATION_LIST_SIZE_GDICONTEXT;
    info.DmaBufferSize = PAGE_SIZE;
    info.Flags.GuaranteedDmaBufferContract = 1;
    pCreateDevice->pInfo = &info;
    return status;
}

static NTSTATUS NTAPI
RenderTooSmall(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    UNREFERENCED_PARAMETER(hContext);
    pRenderKmArgs->MultipassOffset++;
    return STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER;
}

NTSTATUS
MutantGuarantees(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                 DRIVER_INITIALIZATION_DATA *Data)
{
    Data->Version = DXGKDDI_INTERFACE_VERSION_WIN8; /* of one engine: nobody asks for its nodes */
    Data->DxgkDdiQueryAdapterInfo = QueryWithoutContexts;
    Data->DxgkDdiCreateDevice = CreateGuaranteedDevice;
    Data->DxgkDdiRenderKm = RenderTooSmall;
    return DxgkInitialize(DriverObject, RegistryPath, Data);
}

/* The page that is missing is the last. */
NTSTATUS NTAPI
MutantPagingCopiesShort(const HANDLE hAdapter, DXGKARG_BUILDPAGINGBUFFER *pBuildPagingBuffer)
{
    if (pBuildPagingBuffer->Operation == DXGK_OPERATION_TRANSFER &&
        pBuildPagingBuffer->Transfer.TransferSize > PAGE_SIZE) {
        pBuildPagingBuffer->Transfer.TransferSize -= PAGE_SIZE;
    }
    return MutantOriginal.DxgkDdiBuildPagingBuffer(hAdapter, pBuildPagingBuffer);
}

/* As if the pages of an alternate address were fewer. */
NTSTATUS NTAPI
MutantPagingLocksShort(const HANDLE hAdapter, DXGKARG_BUILDPAGINGBUFFER *pBuildPagingBuffer)
{
    if (pBuildPagingBuffer->Operation == DXGK_OPERATION_SPECIAL_LOCK_TRANSFER) {
        pBuildPagingBuffer->SpecialLockTransfer.TransferSize -= PAGE_SIZE;
    }
    return MutantOriginal.DxgkDdiBuildPagingBuffer(hAdapter, pBuildPagingBuffer);
}

NTSTATUS NTAPI
MutantPagingFillsShort(const HANDLE hAdapter, DXGKARG_BUILDPAGINGBUFFER *pBuildPagingBuffer)
{
    if (pBuildPagingBuffer->Operation == DXGK_OPERATION_FILL) {
        pBuildPagingBuffer->Fill.FillSize -= PAGE_SIZE;
    }
    return MutantOriginal.DxgkDdiBuildPagingBuffer(hAdapter, pBuildPagingBuffer);
}
