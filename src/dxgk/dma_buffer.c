/* SPDX-License-Identifier: MIT */
#include "dxgk/dma_buffer.h"

#include "machine/heap.h"
#include "machine/memory.h"

/* Nonpaged memory that goes along with each buffer. Choice: more than any driver is known to use.
 */
#define DMA_PRIVATE_BYTES_MAX (16u << 20)

static NTSTATUS place_in_system_memory(struct adapter *adapter, struct dma_buffer *buffer)
{
    uint64_t pages = buffer->size_bytes / DXGH_PAGE_SIZE;
    uint64_t highest = (uint64_t)adapter->caps.HighestAcceptableAddress.QuadPart;

    if (decision_refuse(&adapter->machine->decision)) {
        return STATUS_NO_MEMORY;
    }
    buffer->pfn = memory_pages_alloc(adapter->machine, pages, 0, highest, 0, 0);
    if (buffer->pfn == MEMORY_NO_PAGE) {
        return STATUS_NO_MEMORY;
    }
    buffer->address.QuadPart = (LONGLONG)(buffer->pfn << DXGH_PAGE_SHIFT);
    buffer->cpu =
        memory_pointer(adapter->machine, buffer->pfn << DXGH_PAGE_SHIFT, buffer->size_bytes);
    return STATUS_SUCCESS;
}

static NTSTATUS place_in_aperture(struct adapter *adapter, struct dma_buffer *buffer,
                                  uint32_t segment_set)
{
    struct vidmm_request request = { .size_bytes = buffer->size_bytes,
                                     .read_segments = segment_set,
                                     .write_segments = segment_set,
                                     .cpu_visible = true,
                                     .cached = true };
    NTSTATUS status;

    vidmm_allocation_init(adapter->vidmm, &buffer->placement, &request);
    status = vidmm_allocation_pin(&buffer->placement, true);
    if (!NT_SUCCESS(status)) {
        vidmm_allocation_fini(&buffer->placement);
        return status;
    }
    buffer->segment_id = buffer->placement.segment->id;
    buffer->address.QuadPart = (LONGLONG)vidmm_allocation_address(&buffer->placement);
    buffer->cpu = vidmm_allocation_pointer(&buffer->placement);
    return STATUS_SUCCESS;
}

NTSTATUS dma_buffer_init(struct adapter *adapter, struct dma_buffer *buffer, uint32_t size_bytes,
                         uint32_t segment_set, uint32_t private_bytes)
{
    uint64_t ram_bytes = memory_pages_total(adapter->machine) * DXGH_PAGE_SIZE;
    NTSTATUS status;

    *buffer = (struct dma_buffer){ 0 };
    if (size_bytes > ram_bytes || size_bytes > UINT32_MAX - DXGH_PAGE_SIZE ||
        private_bytes > DMA_PRIVATE_BYTES_MAX) {
        return STATUS_NO_MEMORY; /* the driver's own wish: no machine has that much */
    }
    *buffer = (struct dma_buffer){
        .adapter = adapter,
        .size_bytes = (uint32_t)align_up(size_bytes, DXGH_PAGE_SIZE),
        .private_bytes = private_bytes,
    };
    status = segment_set == 0 ? place_in_system_memory(adapter, buffer)
                              : place_in_aperture(adapter, buffer, segment_set);
    if (NT_SUCCESS(status) && private_bytes > 0) {
        buffer->private_data = machine_heap_alloc_guarded(adapter->machine, private_bytes);
    }
    return status;
}

void dma_buffer_fini(struct dma_buffer *buffer)
{
    if (buffer->cpu == NULL) {
        return;
    }
    machine_heap_free(buffer->adapter->machine, buffer->private_data);
    if (buffer->segment_id == 0) {
        memory_pages_free(buffer->adapter->machine, buffer->pfn,
                          buffer->size_bytes / DXGH_PAGE_SIZE);
    } else {
        vidmm_allocation_unpin(&buffer->placement);
        vidmm_allocation_fini(&buffer->placement);
    }
    buffer->cpu = NULL;
}
