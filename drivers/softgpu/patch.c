/* SPDX-License-Identifier: MIT */
/*
 * Patching: the last moment a DMA buffer may be changed.
 *
 * Source: DxgkDdiPatch, DXGKARG_PATCH; display/submitting-a-command-buffer.md
 */
#include "softgpu_kmd.h"

/*
 * Writes the address of every allocation the submission uses, in the part of the buffer that is
 * about to be submitted and nowhere else. Calling it again with other addresses is the same as
 * calling it once with those. Paging buffers were complete when they were built and come with
 * empty lists; a buffer that is not to be executed needs no addresses either but gets them, since
 * the board skips it. Any failure stops the system.
 */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgPatch(const HANDLE hAdapter, const DXGKARG_PATCH *pPatch)
{
    PAGED_CODE();
    UNREFERENCED_PARAMETER(hAdapter);
    for (UINT i = 0; i < pPatch->PatchLocationListSubmissionLength; i++) {
        const D3DDDI_PATCHLOCATIONLIST *location =
            &pPatch->pPatchLocationList[pPatch->PatchLocationListSubmissionStart + i];
        const DXGK_ALLOCATIONLIST *allocation = &pPatch->pAllocationList[location->AllocationIndex];
        BOOLEAN submitted =
            location->PatchOffset >= pPatch->DmaBufferSubmissionStartOffset &&
            location->PatchOffset + sizeof(ULONGLONG) <= pPatch->DmaBufferSubmissionEndOffset;
        if (allocation->hDeviceSpecificAllocation == NULL || !submitted) {
            continue; /* an unbinding has no place in the buffer */
        }
        ULONGLONG address = SgGpuAddress(allocation->SegmentId, allocation->PhysicalAddress) +
                            location->AllocationOffset;
        RtlCopyMemory((PUCHAR)pPatch->pDmaBuffer + location->PatchOffset, &address,
                      sizeof(address));
    }
    return STATUS_SUCCESS;
}
