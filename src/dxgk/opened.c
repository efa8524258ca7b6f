/* SPDX-License-Identifier: MIT */
/* Using allocations that a device has open: what resource.h declares of struct opened. */
#include "dxgk/resource.h"

#include "dxgk/allocation_private.h"

struct render_reference dxgk_opened_reference(const struct opened *opened, bool written)
{
    return (struct render_reference){ .allocation = opened->allocation,
                                      .device_handle = opened->device_handle,
                                      .written = written };
}

const void *dxgk_opened_private_data(const struct opened *opened, uint32_t *bytes)
{
    *bytes = opened->allocation->private_bytes;
    return opened->allocation->private_data;
}

uint32_t dxgk_resource_private_total(const struct resource *resource)
{
    uint32_t total = 0;

    LIST_FOR_EACH(link, &resource->allocations) {
        total += LIST_ENTRY_OF(link, struct allocation, link)->private_bytes;
    }
    return total;
}

bool dxgk_opened_primary(const struct opened *opened, uint32_t *source_id)
{
    *source_id = opened->allocation->request.source_id;
    return opened->allocation->primary;
}

bool dxgk_opening_in_use(const struct opening *opening)
{
    LIST_FOR_EACH(link, &opening->allocations) {
        if (LIST_ENTRY_OF(link, struct opened, link)->allocation->use_count > 0) {
            return true;
        }
    }
    return false;
}

NTSTATUS dxgk_opened_lock(struct opened *opened, bool wait, void **pointer)
{
    struct allocation *allocation = opened->allocation;
    struct adapter *adapter = opened->opening->device->adapter;
    NTSTATUS status;

    if (!allocation->cpu_visible) {
        return STATUS_INVALID_PARAMETER; /* ALLOC-20 */
    }
    if (allocation->use_count > 0 && !wait) {
        return STATUS_GRAPHICS_ALLOCATION_BUSY;
    }
    WAIT_UNTIL(adapter->machine, &adapter->sched->retired, allocation->use_count == 0);
    status = vidmm_allocation_commit(&allocation->placement);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    *pointer = vidmm_allocation_pointer(&allocation->placement);
    if (*pointer == NULL) {
        verify_unimplemented(adapter->machine,
                             "lock of an allocation in segment %u, which the CPU does not see",
                             allocation->placement.segment->id);
        return STATUS_NOT_IMPLEMENTED;
    }
    allocation->placement.pin_count++;
    allocation->lock_count++;
    opened->lock_count++;
    return STATUS_SUCCESS;
}

void dxgk_opened_unlock(struct opened *opened)
{
    DXGH_ASSERT(opened->lock_count > 0);
    opened->lock_count--;
    opened->allocation->lock_count--;
    opened->allocation->placement.pin_count--;
}
