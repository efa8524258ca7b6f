/* SPDX-License-Identifier: MIT */
/* Handles of the graphics kernel to the driver's own objects. */
#include "dxgk/allocation_private.h"
#include "dxgk/callbacks.h"

static struct allocation *find_allocation(struct machine *machine, D3DKMT_HANDLE handle)
{
    return handle_find(&dxgk_of(machine)->handles, HANDLE_ALLOCATION, handle);
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
        struct allocation *allocation = find_allocation(call.machine, args->hObject);

        if (allocation != NULL) {
            data =
                args->Flags.DeviceSpecific ? allocation->device_handle : allocation->driver_handle;
        }
    } else if (args->Type == DXGK_HANDLE_RESOURCE) {
        struct allocation *first =
            handle_find(&dxgk_of(call.machine)->handles, HANDLE_RESOURCE, args->hObject);

        data = first == NULL ? NULL : first->driver_resource;
    }
    callback_leave(&call);
    return data;
}

/** Source: nc-d3dkmddi-dxgkcb_gethandleparent.md. Returns: the resource's handle, 0 when there is
 * none. */
D3DKMT_HANDLE APIENTRY callback_GetHandleParent(D3DKMT_HANDLE hAllocation)
{
    struct callback_call call;
    struct allocation *allocation;
    D3DKMT_HANDLE parent;

    callback_enter(&call, "DxgkCbGetHandleParent", APC_LEVEL);
    allocation = find_allocation(call.machine, hAllocation);
    parent = allocation == NULL ? 0 : allocation->resource;
    callback_leave(&call);
    return parent;
}

/** Source: nc-d3dkmddi-dxgkcb_enumhandlechildren.md. A standard resource has one allocation. */
D3DKMT_HANDLE APIENTRY callback_EnumHandleChildren(const DXGKARGCB_ENUMHANDLECHILDREN *args)
{
    struct callback_call call;
    struct allocation *first;
    D3DKMT_HANDLE child;

    callback_enter(&call, "DxgkCbEnumHandleChildren", PASSIVE_LEVEL);
    first = handle_find(&dxgk_of(call.machine)->handles, HANDLE_RESOURCE, args->hObject);
    child = first == NULL || args->Index > 0 ? 0 : first->handle;
    callback_leave(&call);
    return child;
}
