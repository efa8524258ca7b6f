/* SPDX-License-Identifier: MIT */
/* Handles of the graphics kernel to the driver's own objects. */
#include "dxgk/allocation_private.h"
#include "dxgk/callbacks.h"
#include "dxgk/escape.h"
#include "dxgk/resource.h"

/* A client's handle means something in the process the DDI runs for, and nowhere else. */
static const struct handle_table *client_handles(struct machine *machine)
{
    const struct process *process = process_current(machine);

    return process == NULL ? NULL : &process->handles;
}

static struct opened *find_opened(struct machine *machine, D3DKMT_HANDLE handle)
{
    const struct handle_table *table = client_handles(machine);

    return table == NULL ? NULL : handle_find(table, HANDLE_ALLOCATION, handle);
}

static struct opening *find_opening(struct machine *machine, D3DKMT_HANDLE handle)
{
    const struct handle_table *table = client_handles(machine);

    return table == NULL ? NULL : handle_find(table, HANDLE_RESOURCE, handle);
}

static struct allocation *find_allocation(struct machine *machine, D3DKMT_HANDLE handle)
{
    return handle_find(&dxgk_of(machine)->handles, HANDLE_ALLOCATION, handle);
}

static struct allocation *find_resource(struct machine *machine, D3DKMT_HANDLE handle)
{
    return handle_find(&dxgk_of(machine)->handles, HANDLE_RESOURCE, handle);
}

static void *allocation_data(struct machine *machine, const DXGKARGCB_GETHANDLEDATA *args)
{
    const struct opened *opened = find_opened(machine, args->hObject);
    const struct allocation *allocation =
        opened != NULL ? opened->allocation : find_allocation(machine, args->hObject);

    if (allocation == NULL) {
        return NULL;
    }
    if (!args->Flags.DeviceSpecific) {
        return allocation->driver_handle;
    }
    return opened != NULL ? opened->device_handle : allocation->device_handle;
}

static void *resource_data(struct machine *machine, const DXGKARGCB_GETHANDLEDATA *args)
{
    const struct opening *opening = find_opening(machine, args->hObject);
    const struct allocation *first = opening != NULL ? NULL : find_resource(machine, args->hObject);

    if (opening != NULL) {
        return opening->resource->driver_handle;
    }
    return first == NULL ? NULL : first->driver_resource;
}

/**
 * Source: nc-d3dkmddi-dxgkcb_gethandledata.md. IRQL: < DISPATCH_LEVEL.
 * Returns: the driver's handle, or NULL for a bad handle; the DDI then fails with
 * STATUS_INVALID_HANDLE.
 */
void *APIENTRY callback_GetHandleData(const DXGKARGCB_GETHANDLEDATA *args)
{
    struct callback_call call;
    void *data = NULL;

    callback_enter(&call, "DxgkCbGetHandleData", APC_LEVEL);
    if (args->Type == DXGK_HANDLE_ALLOCATION) {
        data = allocation_data(call.machine, args);
    } else if (args->Type == DXGK_HANDLE_RESOURCE) {
        data = resource_data(call.machine, args);
    }
    if (data == NULL) {
        escape_handle_refused(call.machine);
    }
    callback_leave(&call);
    return data;
}

/** Source: nc-d3dkmddi-dxgkcb_gethandleparent.md. Returns: the resource's handle, 0 when there is
 * none. */
D3DKMT_HANDLE APIENTRY callback_GetHandleParent(D3DKMT_HANDLE hAllocation)
{
    struct callback_call call;
    const struct opened *opened;
    const struct allocation *allocation;
    D3DKMT_HANDLE parent;

    callback_enter(&call, "DxgkCbGetHandleParent", APC_LEVEL);
    opened = find_opened(call.machine, hAllocation);
    allocation = find_allocation(call.machine, hAllocation);
    if (opened != NULL) {
        parent = opened->opening->handle;
    } else {
        parent = allocation == NULL ? 0 : allocation->resource;
    }
    callback_leave(&call);
    return parent;
}

static D3DKMT_HANDLE child_of(const struct opening *opening, UINT index)
{
    LIST_FOR_EACH(link, &opening->allocations) {
        if (index-- == 0) {
            return LIST_ENTRY_OF(link, struct opened, link)->handle;
        }
    }
    return 0;
}

/** Source: nc-d3dkmddi-dxgkcb_enumhandlechildren.md. A standard resource has one allocation. */
D3DKMT_HANDLE APIENTRY callback_EnumHandleChildren(const DXGKARGCB_ENUMHANDLECHILDREN *args)
{
    struct callback_call call;
    const struct opening *opening;
    const struct allocation *first;
    D3DKMT_HANDLE child;

    callback_enter(&call, "DxgkCbEnumHandleChildren", PASSIVE_LEVEL);
    opening = find_opening(call.machine, args->hObject);
    first = find_resource(call.machine, args->hObject);
    if (opening != NULL) {
        child = child_of(opening, args->Index);
    } else {
        child = first == NULL || args->Index > 0 ? 0 : first->handle;
    }
    callback_leave(&call);
    return child;
}
