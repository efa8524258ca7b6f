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

bool dxgk_opened_in_use(const struct opened *opened)
{
    return opened->allocation->use_count > 0;
}

bool dxgk_opening_in_use(const struct opening *opening)
{
    LIST_FOR_EACH(link, &opening->allocations) {
        if (dxgk_opened_in_use(LIST_ENTRY_OF(link, struct opened, link))) {
            return true;
        }
    }
    return false;
}

NTSTATUS dxgk_opened_lock_with(struct opened *opened, const struct lock_request *request,
                               void **pointer)
{
    const struct resource *resource = opened->opening->resource;
    NTSTATUS status;

    /* ALLOC-20. Source: ns-d3dkmddi-_dxgk_allocationinfoflags.md */
    if (!opened->allocation->cpu_visible ||
        (resource->shared && resource->creator != opened->opening->process)) {
        return STATUS_INVALID_PARAMETER;
    }
    status = allocation_lock(opened->allocation, opened->opening->device, request, pointer);
    if (NT_SUCCESS(status)) {
        opened->lock_count++;
    }
    return status;
}

bool dxgk_opened_lock_waits(const struct opened *opened, const struct lock_request *request)
{
    return opened->allocation->cpu_visible && allocation_lock_waits(opened->allocation, request);
}

NTSTATUS dxgk_opened_lock(struct opened *opened, bool wait, void **pointer)
{
    const struct lock_request request = { .wait = wait, .by_client = true };

    return dxgk_opened_lock_with(opened, &request, pointer);
}

void dxgk_opened_unlock(struct opened *opened)
{
    DXGH_ASSERT(opened->lock_count > 0);
    opened->lock_count--;
    allocation_unlock(opened->allocation);
}
