/* SPDX-License-Identifier: MIT */
/*
 * Graphics devices and contexts.
 *
 * Source: DxgkDdiCreateDevice, DxgkDdiDestroyDevice, DxgkDdiCreateContext, DxgkDdiDestroyContext,
 * DXGK_CONTEXTINFO. All at threading level zero: any number of calls may be under way.
 */
#include "softgpu_kmd.h"

/* The driver is MultiEngineAware, so the sizes of DMA buffers are named per context, below. */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgCreateDevice(const HANDLE hAdapter, DXGKARG_CREATEDEVICE *pCreateDevice)
{
    PAGED_CODE();
    SG_DEVICE *device = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*device), SG_POOL_TAG);
    if (device == NULL) {
        return STATUS_NO_MEMORY;
    }
    device->Adapter = hAdapter;
    device->hDxgkDevice = pCreateDevice->hDevice;
    device->Gdi = (BOOLEAN)pCreateDevice->Flags.GdiDevice;
    pCreateDevice->hDevice = device;
    return STATUS_SUCCESS;
}

_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgDestroyDevice(const HANDLE hDevice)
{
    PAGED_CODE();
    ExFreePoolWithTag(hDevice, SG_POOL_TAG);
    return STATUS_SUCCESS;
}

/* Source: DXGKARGCB_CREATECONTEXTALLOCATION. In video memory, so that it is paged like surfaces. */
static SG_PAGED NTSTATUS
CreateSaveArea(_Inout_ SG_CONTEXT *Context, _In_ HANDLE DxgkContext)
{
    SG_ADAPTER *adapter = Context->Device->Adapter;
    DXGKARGCB_CREATECONTEXTALLOCATION args;

    PAGED_CODE();
    RtlZeroMemory(&args, sizeof(args));
    args.hAdapter = adapter->Dxgk.DeviceHandle;
    args.hDevice = Context->Device->hDxgkDevice;
    args.hContext = DxgkContext;
    args.hDriverAllocation = Context;
    args.Size = SG_SAVE_AREA_SIZE;
    args.Alignment = PAGE_SIZE;
    args.SupportedSegmentSet = SG_SEGMENT_BIT(SG_SEGMENT_VRAM);
    args.PreferredSegment.SegmentId0 = SG_SEGMENT_VRAM;
    NTSTATUS status = adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
    Context->SaveArea = NT_SUCCESS(status) ? args.hAllocation : NULL;
    return status;
}

/*
 * DMA buffers of segment 0 are contiguous, locked system memory, which the board reads through its
 * system window, and no private data belongs to them: what is needed to submit a buffer is in the
 * arguments of DxgkDdiSubmitCommand.
 */
_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgCreateContext(const HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
    DXGK_CONTEXTINFO *info = &pCreateContext->ContextInfo;

    PAGED_CODE();
    /* Nonpaged: DxgkDdiSubmitCommand reads it. */
    SG_CONTEXT *context = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*context), SG_POOL_TAG);
    if (context == NULL) {
        return STATUS_NO_MEMORY;
    }
    context->Device = hDevice;
    context->Node = pCreateContext->NodeOrdinal;
    context->SaveArea = NULL;
    if (context->Device->Adapter->SaveAreas && !pCreateContext->Flags.SystemContext) {
        NTSTATUS status = CreateSaveArea(context, pCreateContext->hContext);
        if (!NT_SUCCESS(status)) {
            ExFreePoolWithTag(context, SG_POOL_TAG);
            return status;
        }
    }

    info->DmaBufferSize = pCreateContext->Flags.GdiContext
                              ? context->Device->Adapter->GdiDmaBufferSize
                              : SG_DMA_BUFFER_SIZE;
    info->DmaBufferSegmentSet = 0;
    info->DmaBufferPrivateDataSize = 0;
    info->AllocationListSize = pCreateContext->Flags.GdiContext
                                   ? DXGK_ALLOCATION_LIST_SIZE_GDICONTEXT
                                   : SG_ALLOCATION_LIST_SIZE;
    info->PatchLocationListSize = SG_PATCH_LIST_SIZE;
    pCreateContext->hContext = context;
    return STATUS_SUCCESS;
}

_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgDestroyContext(const HANDLE hContext)
{
    const SG_CONTEXT *context = hContext;
    const SG_ADAPTER *adapter = context->Device->Adapter;

    PAGED_CODE();
    if (context->SaveArea != NULL) {
        (void)adapter->Dxgk.DxgkCbDestroyContextAllocation(adapter->Dxgk.DeviceHandle,
                                                           context->SaveArea);
    }
    ExFreePoolWithTag(hContext, SG_POOL_TAG);
    return STATUS_SUCCESS;
}
