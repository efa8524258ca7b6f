/* SPDX-License-Identifier: MIT */
/* Allocations, and the paging buffers that move them. */
#include "copier.h"
#include "memory.tmh"

#ifdef ALLOC_PRAGMA
#pragma alloc_text(PAGE, CopierCreateAllocation)
#pragma alloc_text(PAGE, CopierDestroyAllocation)
#pragma alloc_text(PAGE, CopierDescribeAllocation)
#pragma alloc_text(PAGE, CopierGetStandardAllocation)
#pragma alloc_text(PAGE, CopierOpenAllocation)
#pragma alloc_text(PAGE, CopierCloseAllocation)
#endif

/* The private data is the client's memory until the kernel has copied it, so it is not trusted. */
static NTSTATUS CheckData(const DXGK_ALLOCATIONINFO *Info, ULONG *Bytes)
{
    __try {
        const COPIER_ALLOCATION_DATA *data = Info->pPrivateDriverData;

        if (Info->PrivateDriverDataSize < sizeof(*data) || data->Magic != COPIER_ALLOCATION_MAGIC ||
            data->Bytes == 0) {
            return STATUS_INVALID_PARAMETER;
        }
        *Bytes = data->Bytes;
        return STATUS_SUCCESS;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return STATUS_INVALID_PARAMETER;
    }
}

_Use_decl_annotations_ NTSTATUS NTAPI
CopierCreateAllocation(const HANDLE hAdapter, DXGKARG_CREATEALLOCATION *pCreateAllocation)
{
    PAGED_CODE();
    UNREFERENCED_PARAMETER(hAdapter);
    for (UINT i = 0; i < pCreateAllocation->NumAllocations; i++) {
        DXGK_ALLOCATIONINFO *info = &pCreateAllocation->pAllocationInfo[i];
        ULONG bytes = 0;
        NTSTATUS status = CheckData(info, &bytes);
        ALLOCATION *allocation = NULL;

        if (NT_SUCCESS(status)) {
            allocation = ExAllocatePoolWithTag(PagedPool, sizeof(*allocation), COPIER_TAG);
            status = allocation != NULL ? STATUS_SUCCESS : STATUS_NO_MEMORY;
        }
        if (!NT_SUCCESS(status)) {
            while (i-- > 0) {
                ExFreePoolWithTag(pCreateAllocation->pAllocationInfo[i].hAllocation, COPIER_TAG);
            }
            return status;
        }
        allocation->Bytes = bytes;
        info->hAllocation = allocation;
        info->Size = ROUND_TO_PAGES(bytes);
        info->Flags.CpuVisible = 1;
        info->AllocationPriority = D3DDDI_ALLOCATIONPRIORITY_NORMAL;
        info->PreferredSegment.SegmentId0 = SEGMENT_ID;
        info->SupportedReadSegmentSet = 1u << (SEGMENT_ID - 1);
        info->SupportedWriteSegmentSet = 1u << (SEGMENT_ID - 1);
    }
    return STATUS_SUCCESS;
}

_Use_decl_annotations_ NTSTATUS NTAPI
CopierDestroyAllocation(const HANDLE hAdapter, const DXGKARG_DESTROYALLOCATION *pDestroyAllocation)
{
    PAGED_CODE();
    UNREFERENCED_PARAMETER(hAdapter);
    for (UINT i = 0; i < pDestroyAllocation->NumAllocations; i++) {
        ExFreePoolWithTag(pDestroyAllocation->pAllocationList[i], COPIER_TAG);
    }
    return STATUS_SUCCESS;
}

_Use_decl_annotations_ NTSTATUS NTAPI
CopierDescribeAllocation(const HANDLE hAdapter, DXGKARG_DESCRIBEALLOCATION *pDescribeAllocation)
{
    const ALLOCATION *allocation = pDescribeAllocation->hAllocation;

    PAGED_CODE();
    UNREFERENCED_PARAMETER(hAdapter);
    pDescribeAllocation->Width = (UINT)allocation->Bytes;
    pDescribeAllocation->Height = 1;
    pDescribeAllocation->Format = D3DDDIFMT_A8;
    return STATUS_SUCCESS;
}

_Use_decl_annotations_ NTSTATUS NTAPI
CopierGetStandardAllocation(const HANDLE hAdapter, DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA *pArgs)
{
    PAGED_CODE();
    UNREFERENCED_PARAMETER(hAdapter);
    UNREFERENCED_PARAMETER(pArgs);
    return STATUS_NO_MEMORY; /* no display, no GDI: nothing is standard here */
}

_Use_decl_annotations_ NTSTATUS NTAPI
CopierOpenAllocation(const HANDLE hDevice, const DXGKARG_OPENALLOCATION *pOpenAllocation)
{
    PAGED_CODE();
    for (UINT i = 0; i < pOpenAllocation->NumAllocations; i++) {
        pOpenAllocation->pOpenAllocation[i].hDeviceSpecificAllocation = hDevice;
    }
    return STATUS_SUCCESS;
}

_Use_decl_annotations_ NTSTATUS NTAPI
CopierCloseAllocation(const HANDLE hDevice, const DXGKARG_CLOSEALLOCATION *pCloseAllocation)
{
    PAGED_CODE();
    UNREFERENCED_PARAMETER(hDevice);
    UNREFERENCED_PARAMETER(pCloseAllocation);
    return STATUS_SUCCESS;
}

static ULONGLONG SegmentAddress(const ADAPTER *Adapter, LARGE_INTEGER Offset)
{
    return (ULONGLONG)(Adapter->MemoryAddress.QuadPart + Offset.QuadPart);
}

/* Page by page, since system memory is scattered; as many as fit, and the rest with the next. */
static NTSTATUS BuildTransfer(const ADAPTER *Adapter, DXGKARG_BUILDPAGINGBUFFER *Args)
{
    struct copier_command *command = Args->pDmaBuffer;
    ULONG room = Args->DmaSize / sizeof(*command);
    ULONG pages = (ULONG)(Args->Transfer.TransferSize / PAGE_SIZE);
    BOOLEAN in = Args->Transfer.Source.SegmentId == 0;
    PMDL mdl = in ? Args->Transfer.Source.pMdl : Args->Transfer.Destination.pMdl;
    ULONGLONG segment = SegmentAddress(Adapter, in ? Args->Transfer.Destination.SegmentAddress
                                                   : Args->Transfer.Source.SegmentAddress) +
                        Args->Transfer.TransferOffset;

    for (; Args->MultipassOffset < pages && room > 0; Args->MultipassOffset++, room--, command++) {
        ULONG page = Args->MultipassOffset;
        ULONGLONG system = (ULONGLONG)MmGetMdlPfnArray(mdl)[Args->Transfer.MdlOffset + page]
                           << PAGE_SHIFT;

        command->opcode = COPIER_COPY;
        command->bytes = PAGE_SIZE;
        command->to = in ? segment + (ULONGLONG)page * PAGE_SIZE : system;
        command->from = in ? system : segment + (ULONGLONG)page * PAGE_SIZE;
    }
    Args->pDmaBuffer = command;
    return Args->MultipassOffset < pages ? STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER : STATUS_SUCCESS;
}

_Use_decl_annotations_ NTSTATUS NTAPI
CopierBuildPagingBuffer(const HANDLE hAdapter, DXGKARG_BUILDPAGINGBUFFER *pBuildPagingBuffer)
{
    struct copier_command *command = pBuildPagingBuffer->pDmaBuffer;
    const ADAPTER *adapter = hAdapter;

    switch (pBuildPagingBuffer->Operation) {
    case DXGK_OPERATION_TRANSFER:
        return BuildTransfer(adapter, pBuildPagingBuffer);
    case DXGK_OPERATION_FILL:
        command->opcode = COPIER_FILL;
        command->bytes = (unsigned int)pBuildPagingBuffer->Fill.FillSize;
        command->to = SegmentAddress(adapter, pBuildPagingBuffer->Fill.Destination.SegmentAddress);
        command->from = pBuildPagingBuffer->Fill.FillPattern;
        pBuildPagingBuffer->pDmaBuffer = command + 1;
        return STATUS_SUCCESS;
    default:
        return STATUS_SUCCESS; /* discarding needs no command, and there is no aperture */
    }
}
