/* SPDX-License-Identifier: MIT */
/* Paging operations as a driver sees them. Source: ns-d3dkmddi-_dxgkarg_buildpagingbuffer.md */
#include "dxgk/paging_private.h"

static void describe_destination(DXGKARG_BUILDPAGINGBUFFER *args,
                                 const struct paging_operation *operation)
{
    if (operation->through == NULL) {
        args->Transfer.Destination.pMdl = operation->mdl;
        return;
    }
    args->Transfer.MdlOffset = 0;
    args->Transfer.Destination.SegmentId = operation->through->id;
    args->Transfer.Destination.SegmentAddress.QuadPart =
        (LONGLONG)(operation->through->base + operation->through_offset);
}

/* A piece of a transfer. TransferOffset counts on the segment's side, MdlOffset on the other.
 * Source: ns-d3dkmddi-_dxgkarg_buildpagingbuffer.md ("Transfer") */
static void describe_transfer(DXGKARG_BUILDPAGINGBUFFER *args,
                              const struct paging_operation *operation, bool idle)
{
    const struct segment *segment = operation->segment;
    LARGE_INTEGER address = { .QuadPart = (LONGLONG)(segment->base + operation->offset) };

    args->Operation = DXGK_OPERATION_TRANSFER;
    args->Transfer.hAllocation = operation->allocation->driver_handle;
    args->Transfer.TransferOffset = (UINT)operation->piece_offset;
    args->Transfer.TransferSize = operation->piece_bytes;
    args->Transfer.MdlOffset = (UINT)(operation->piece_offset / DXGH_PAGE_SIZE);
    args->Transfer.Flags.TransferStart = operation->first;
    args->Transfer.Flags.TransferEnd = operation->last;
    args->Transfer.Flags.AllocationIsIdle = idle;
    if (operation->kind == PAGING_MOVE) {
        args->Transfer.MdlOffset = 0;
        args->Transfer.Source.SegmentId = operation->from->id;
        args->Transfer.Source.SegmentAddress.QuadPart =
            (LONGLONG)(operation->from->base + operation->from_offset);
        args->Transfer.Destination.SegmentId = segment->id;
        args->Transfer.Destination.SegmentAddress = address;
    } else if (operation->kind == PAGING_TRANSFER_IN) {
        args->Transfer.Source.pMdl = operation->mdl;
        args->Transfer.Destination.SegmentId = segment->id;
        args->Transfer.Destination.SegmentAddress = address;
    } else {
        args->Transfer.Source.SegmentId = segment->id;
        args->Transfer.Source.SegmentAddress = address;
        describe_destination(args, operation);
    }
}

/* As a transfer, with the pages of the alternate address. The record has no offset on that side, so
 * it is never cut into pieces. */
static void describe_special(DXGKARG_BUILDPAGINGBUFFER *args,
                             const struct paging_operation *operation, bool idle)
{
    const struct vidmm_alternate *alternate = operation->allocation->alternate;
    const struct segment *segment = operation->segment;
    LARGE_INTEGER address = { .QuadPart = (LONGLONG)(segment->base + operation->offset) };

    args->Operation = DXGK_OPERATION_SPECIAL_LOCK_TRANSFER;
    args->SpecialLockTransfer.hAllocation = operation->allocation->driver_handle;
    args->SpecialLockTransfer.TransferSize = operation->piece_bytes;
    args->SpecialLockTransfer.Flags.TransferStart = 1;
    args->SpecialLockTransfer.Flags.TransferEnd = 1;
    args->SpecialLockTransfer.Flags.AllocationIsIdle = idle;
    args->SpecialLockTransfer.SwizzlingRangeId = alternate->range_id;
    args->SpecialLockTransfer.SwizzlingRangeData = alternate->range_data;
    if (operation->kind == PAGING_SPECIAL_IN) {
        args->SpecialLockTransfer.Source.pMdl = operation->mdl;
        args->SpecialLockTransfer.Destination.SegmentId = segment->id;
        args->SpecialLockTransfer.Destination.SegmentAddress = address;
    } else {
        args->SpecialLockTransfer.Source.SegmentId = segment->id;
        args->SpecialLockTransfer.Source.SegmentAddress = address;
        args->SpecialLockTransfer.Destination.pMdl = operation->mdl;
    }
}

void paging_describe(DXGKARG_BUILDPAGINGBUFFER *args, const struct paging_operation *operation,
                     bool idle)
{
    const struct vidmm_allocation *allocation = operation->allocation;
    const struct segment *segment = operation->segment;
    LARGE_INTEGER address = { .QuadPart = (LONGLONG)(segment->base + operation->offset) };
    SIZE_T pages = allocation->request.size_bytes / DXGH_PAGE_SIZE;

    switch (operation->kind) {
    case PAGING_FILL:
        args->Operation = DXGK_OPERATION_FILL;
        args->Fill.hAllocation = allocation->driver_handle;
        args->Fill.FillSize = allocation->request.size_bytes;
        args->Fill.Destination.SegmentId = segment->id;
        args->Fill.Destination.SegmentAddress = address;
        break;
    case PAGING_TRANSFER_IN:
    case PAGING_TRANSFER_OUT:
    case PAGING_MOVE:
        describe_transfer(args, operation, idle);
        break;
    case PAGING_SPECIAL_IN:
    case PAGING_SPECIAL_OUT:
        describe_special(args, operation, idle);
        break;
    case PAGING_INITIALISE:
        args->Operation = DXGK_OPERATION_INIT_CONTEXT_RESOURCE;
        args->InitContextResource.hAllocation = allocation->driver_handle;
        args->InitContextResource.Destination.SegmentId = segment->id;
        args->InitContextResource.Destination.SegmentAddress = address;
        /* Rule PAGING-34. */
        args->InitContextResource.Destination.VirtualAddress =
            allocation->request.cpu_visible && segment->aperture ? allocation->backing : NULL;
        break;
    case PAGING_READ:
        args->Operation = DXGK_OPERATION_READ_PHYSICAL;
        args->ReadPhysical.SegmentId = segment->id;
        args->ReadPhysical.PhysicalAddress = address;
        break;
    case PAGING_WRITE:
        args->Operation = DXGK_OPERATION_WRITE_PHYSICAL;
        args->WritePhysical.SegmentId = 0;
        args->WritePhysical.PhysicalAddress.QuadPart = (LONGLONG)operation->dummy_page;
        break;
    case PAGING_DISCARD:
        args->Operation = DXGK_OPERATION_DISCARD_CONTENT;
        args->DiscardContent.hAllocation = allocation->driver_handle;
        args->DiscardContent.Flags.AllocationIsIdle = idle;
        args->DiscardContent.SegmentId = segment->id;
        args->DiscardContent.SegmentAddress = address;
        break;
    case PAGING_MAP_APERTURE:
        args->Operation = DXGK_OPERATION_MAP_APERTURE_SEGMENT;
        args->MapApertureSegment.hAllocation = allocation->driver_handle;
        args->MapApertureSegment.SegmentId = segment->id;
        args->MapApertureSegment.OffsetInPages = operation->offset / DXGH_PAGE_SIZE;
        args->MapApertureSegment.NumberOfPages = pages;
        args->MapApertureSegment.pMdl = operation->mdl;
        /* Rule PAGING-27: not for what is write-combined. */
        args->MapApertureSegment.Flags.CacheCoherent =
            segment->cache_coherent && allocation->request.cached;
        break;
    case PAGING_UNMAP_APERTURE:
        args->Operation = DXGK_OPERATION_UNMAP_APERTURE_SEGMENT;
        args->UnmapApertureSegment.hAllocation = allocation->driver_handle;
        args->UnmapApertureSegment.SegmentId = segment->id;
        args->UnmapApertureSegment.OffsetInPages = operation->offset / DXGH_PAGE_SIZE;
        args->UnmapApertureSegment.NumberOfPages = pages;
        args->UnmapApertureSegment.DummyPage.QuadPart = (LONGLONG)operation->dummy_page;
        break;
    }
}
