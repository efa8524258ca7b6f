/* SPDX-License-Identifier: MIT */
/* What a driver may write into a DMA buffer, and when. */
#include "mutant.h"

#define NEAR_BYTES 96u /* to an address; more than a kernel may take for a part of it */
#define TAIL_BYTES 128u
#define OTHER_PLACE PAGE_SIZE

/* Between pointers that may be NULL. */
static PVOID
Beyond(PVOID Pointer, SIZE_T Bytes)
{
    return (PVOID)((ULONG_PTR)Pointer + Bytes);
}

NTSTATUS NTAPI
MutantRenderKmPrivateOverrun(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    PVOID start = pRenderKmArgs->pDmaBufferPrivateData;
    NTSTATUS status = MutantOriginal.DxgkDdiRenderKm(hContext, pRenderKmArgs);

    pRenderKmArgs->pDmaBufferPrivateData =
        Beyond(start, (SIZE_T)pRenderKmArgs->DmaBufferPrivateDataSize + 1);
    return status;
}

typedef VOID LOCATION_DEED(PUCHAR Place, const DXGK_ALLOCATIONLIST *Allocation);

/* Does something to each address that the driver's own function has left. */
static NTSTATUS
RenderAndChange(const HANDLE Context, DXGKARG_RENDER *Args, LOCATION_DEED *Deed)
{
    PUCHAR start = Args->pDmaBuffer;
    const D3DDDI_PATCHLOCATIONLIST *patch = Args->pPatchLocationListOut;
    NTSTATUS status = MutantOriginal.DxgkDdiRenderKm(Context, Args);

    for (; NT_SUCCESS(status) && patch < Args->pPatchLocationListOut; patch++) {
        const DXGK_ALLOCATIONLIST *allocation = &Args->pAllocationList[patch->AllocationIndex];

        if (allocation->hDeviceSpecificAllocation != NULL) {
            Deed(start + patch->PatchOffset, allocation);
        }
    }
    return status;
}

static VOID
Clear(PUCHAR Place, const DXGK_ALLOCATIONLIST *Allocation)
{
    UNREFERENCED_PARAMETER(Allocation);
    RtlZeroMemory(Place, sizeof(ULONGLONG));
}

NTSTATUS NTAPI
MutantRenderKmLeavesAddresses(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    return RenderAndChange(hContext, pRenderKmArgs, Clear);
}

static HANDLE Known;
static ULONGLONG KnownAddress;

static VOID
WriteFromMemory(PUCHAR Place, const DXGK_ALLOCATIONLIST *Allocation)
{
    if (Allocation->SegmentId != 0) {
        Known = Allocation->hDeviceSpecificAllocation;
        RtlCopyMemory(&KnownAddress, Place, sizeof(KnownAddress));
    } else if (Allocation->hDeviceSpecificAllocation == Known) {
        RtlCopyMemory(Place, &KnownAddress, sizeof(KnownAddress));
    }
}

NTSTATUS NTAPI
MutantRenderKmRemembers(const HANDLE hContext, DXGKARG_RENDER *pRenderKmArgs)
{
    return RenderAndChange(hContext, pRenderKmArgs, WriteFromMemory);
}

/* Whether no address of the submission is near this byte of the buffer. */
static BOOLEAN
IsFarFromAddresses(const DXGKARG_PATCH *Patch, UINT Offset)
{
    for (UINT i = 0; i < Patch->PatchLocationListSize; i++) {
        UINT place = Patch->pPatchLocationList[i].PatchOffset;

        if (Offset < place + NEAR_BYTES && place < Offset + NEAR_BYTES) {
            return FALSE;
        }
    }
    return TRUE;
}

/* An even coordinate of some rectangle becomes odd. */
NTSTATUS NTAPI
MutantPatchesMore(const HANDLE hAdapter, const DXGKARG_PATCH *pPatch)
{
    NTSTATUS status = MutantOriginal.DxgkDdiPatch(hAdapter, pPatch);
    UINT end = pPatch->DmaBufferSubmissionEndOffset;

    if (end > pPatch->DmaBufferSubmissionStartOffset + 2 * TAIL_BYTES &&
        IsFarFromAddresses(pPatch, end - TAIL_BYTES)) {
        ((PUCHAR)pPatch->pDmaBuffer)[end - TAIL_BYTES] |= 1;
    }
    return status;
}

NTSTATUS NTAPI
MutantPatchesBeyond(const HANDLE hAdapter, const DXGKARG_PATCH *pPatch)
{
    NTSTATUS status = MutantOriginal.DxgkDdiPatch(hAdapter, pPatch);

    if (pPatch->DmaBufferSubmissionEndOffset < pPatch->DmaBufferSize) {
        ((PUCHAR)pPatch->pDmaBuffer)[pPatch->DmaBufferSubmissionEndOffset] ^= 1;
    }
    return status;
}

static PVOID LastPatched;
static UINT LastFence;

/* The first address of a buffer that comes with the fence it came with before. */
NTSTATUS NTAPI
MutantPatchAdds(const HANDLE hAdapter, const DXGKARG_PATCH *pPatch)
{
    NTSTATUS status = MutantOriginal.DxgkDdiPatch(hAdapter, pPatch);
    ULONGLONG address;

    if (!pPatch->Flags.Paging && pPatch->PatchLocationListSubmissionLength > 0 &&
        pPatch->pDmaBuffer == LastPatched && pPatch->SubmissionFenceId == LastFence) {
        const D3DDDI_PATCHLOCATIONLIST *first =
            &pPatch->pPatchLocationList[pPatch->PatchLocationListSubmissionStart];
        PUCHAR place = (PUCHAR)pPatch->pDmaBuffer + first->PatchOffset;

        RtlCopyMemory(&address, place, sizeof(address));
        address += OTHER_PLACE;
        RtlCopyMemory(place, &address, sizeof(address));
    }
    LastPatched = pPatch->pDmaBuffer;
    LastFence = pPatch->SubmissionFenceId;
    return status;
}

static PUCHAR PatchedByte;

static NTSTATUS NTAPI
PatchAndRemember(const HANDLE hAdapter, const DXGKARG_PATCH *pPatch)
{
    PatchedByte = NULL;
    if (!pPatch->Flags.Paging && pPatch->DmaBufferSubmissionEndOffset < pPatch->DmaBufferSize) {
        PatchedByte = (PUCHAR)pPatch->pDmaBuffer + pPatch->DmaBufferSubmissionEndOffset;
    }
    return MutantOriginal.DxgkDdiPatch(hAdapter, pPatch);
}

static NTSTATUS NTAPI
SubmitAndWrite(const HANDLE hAdapter, const DXGKARG_SUBMITCOMMAND *pSubmitCommand)
{
    if (PatchedByte != NULL && !pSubmitCommand->Flags.Paging) {
        *PatchedByte ^= 1;
    }
    return MutantOriginal.DxgkDdiSubmitCommand(hAdapter, pSubmitCommand);
}

NTSTATUS
MutantWritesAfterPatch(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                       DRIVER_INITIALIZATION_DATA *Data)
{
    Data->DxgkDdiPatch = PatchAndRemember;
    Data->DxgkDdiSubmitCommand = SubmitAndWrite;
    return DxgkInitialize(DriverObject, RegistryPath, Data);
}
