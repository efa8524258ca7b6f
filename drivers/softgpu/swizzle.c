/* SPDX-License-Identifier: MIT */
/*
 * Swizzling ranges. The board keeps all surfaces linear, so a range is the memory as the CPU sees
 * it anyway, and what counts is the book-keeping: a range is given to one allocation at a time.
 *
 * Source: DxgkDdiAcquireSwizzlingRange, DXGKARG_ACQUIRESWIZZLINGRANGE, DxgkDdiReleaseSwizzlingRange
 */
#include "softgpu_kmd.h"

/* One call at a time (swizzling class of threading level one). CPUTranslatedAddress came as the
 * address of the allocation, and goes as that of the range. */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgAcquireSwizzlingRange(const HANDLE hAdapter,
                        DXGKARG_ACQUIRESWIZZLINGRANGE *pAcquireSwizzlingRange)
{
    SG_ADAPTER *adapter = hAdapter;
    HANDLE *range = &adapter->SwizzlingRanges[pAcquireSwizzlingRange->RangeId];

    PAGED_CODE();
    if (pAcquireSwizzlingRange->SegmentId != SG_SEGMENT_VRAM) {
        return STATUS_GRAPHICS_UNSWIZZLING_APERTURE_UNSUPPORTED;
    }
    if (*range != NULL) {
        return STATUS_GRAPHICS_UNSWIZZLING_APERTURE_UNAVAILABLE;
    }
    *range = pAcquireSwizzlingRange->hAllocation;
    return STATUS_SUCCESS;
}

_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgReleaseSwizzlingRange(const HANDLE hAdapter,
                        const DXGKARG_RELEASESWIZZLINGRANGE *pReleaseSwizzlingRange)
{
    SG_ADAPTER *adapter = hAdapter;

    PAGED_CODE();
    adapter->SwizzlingRanges[pReleaseSwizzlingRange->RangeId] = NULL;
    return STATUS_SUCCESS;
}
