/* SPDX-License-Identifier: MIT */
/* Handles of the graphics kernel to the driver's own objects. */
#include "dxgk/allocation_private.h"
#include "dxgk/callbacks.h"
#include "dxgk/resource.h"

#include <string.h>

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

/* Rule HANDLE-07. Source: display/gpu-paravirtualization.md */
static void check_thread(const struct callback_call *call, const char *name)
{
    const char *ddi = call->fiber->ddi;

    if (call->was_in_driver && (ddi == NULL || strncmp(ddi, "DxgkDdi", strlen("DxgkDdi")) != 0 ||
                                call->fiber->is_interrupt)) {
        verify_report(
            call->machine, RULE_HANDLE_07, name,
            "%s was called in %s. Resolve handles in the thread that entered the DDI, and "
            "keep what comes out.",
            name, ddi == NULL ? "no DDI" : ddi);
    }
}

/* Rule HANDLE-03: the driver's own handle where the kernel's belongs. Only looked for when nothing
 * was found, so what it costs is the mistake's. */
static bool is_driver_handle(struct machine *machine, D3DKMT_HANDLE handle)
{
    const struct handle_table *table = &dxgk_of(machine)->handles;
    const struct allocation *allocation;

    for (uint32_t at = 0; (allocation = handle_next(table, HANDLE_ALLOCATION, &at)) != NULL;) {
        if ((uint32_t)(uintptr_t)allocation->driver_handle == handle ||
            (uint32_t)(uintptr_t)allocation->device_handle == handle) {
            return true;
        }
    }
    return false;
}

/* Without a handle there was nothing to resolve: 0 may mean that there is none. */
static void note_bad_handle(struct callback_call *call, D3DKMT_HANDLE handle, const char *name)
{
    call->fiber->ddi_bad_handle |= handle != 0;
    if (call->was_in_driver && handle != 0 && is_driver_handle(call->machine, handle)) {
        verify_report(call->machine, RULE_HANDLE_03, name,
                      "%s was given 0x%x, the low half of a handle of the driver's own. Pass the "
                      "handle that the graphics kernel gave.",
                      name, handle);
        call->fiber->ddi_bad_handle = false; /* said */
    }
}

static void *allocation_data(struct machine *machine, const DXGKARGCB_GETHANDLEDATA *args,
                             bool *found)
{
    const struct opened *opened = find_opened(machine, args->hObject);
    const struct allocation *allocation =
        opened != NULL ? opened->allocation : find_allocation(machine, args->hObject);

    if (allocation == NULL) {
        return NULL;
    }
    *found = true;
    if (!args->Flags.DeviceSpecific) {
        return allocation->driver_handle;
    }
    return opened != NULL ? opened->device_handle : allocation->device_handle;
}

static void *resource_data(struct machine *machine, const DXGKARGCB_GETHANDLEDATA *args,
                           bool *found)
{
    const struct opening *opening = find_opening(machine, args->hObject);
    const struct allocation *first = opening != NULL ? NULL : find_resource(machine, args->hObject);

    *found |= opening != NULL || first != NULL;
    if (opening != NULL) {
        return opening->resource->driver_handle;
    }
    return first == NULL ? NULL : first->driver_resource;
}

/* Whether a handle is good, but that of something else. */
static bool is_other_object(struct machine *machine, D3DKMT_HANDLE handle)
{
    const struct handle_table *table = &dxgk_of(machine)->handles;

    return find_opening(machine, handle) != NULL || find_resource(machine, handle) != NULL ||
           handle_find(table, HANDLE_ADAPTER, handle) != NULL ||
           handle_find(table, HANDLE_DEVICE, handle) != NULL ||
           handle_find(table, HANDLE_CONTEXT, handle) != NULL;
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
    bool found = false;

    callback_enter(&call, "DxgkCbGetHandleData", APC_LEVEL);
    check_thread(&call, "DxgkCbGetHandleData");
    if (args->Flags.DeviceSpecific && args->Type != DXGK_HANDLE_ALLOCATION) {
        verify_report(call.machine, RULE_HANDLE_02, "DxgkCbGetHandleData",
                      "DeviceSpecific is set for a handle of type %d; only an allocation has data "
                      "of a device (DXGK_HANDLE_ALLOCATION).",
                      (int)args->Type);
        found = true; /* said */
    }
    if (args->Type == DXGK_HANDLE_ALLOCATION) {
        data = allocation_data(call.machine, args, &found);
    } else if (args->Type == DXGK_HANDLE_RESOURCE) {
        data = resource_data(call.machine, args, &found);
    }
    if (!found && data == NULL) {
        note_bad_handle(&call, args->hObject, "DxgkCbGetHandleData");
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
    check_thread(&call, "DxgkCbGetHandleParent");
    if (opened == NULL && allocation == NULL && call.was_in_driver &&
        is_other_object(call.machine, hAllocation)) {
        verify_report(call.machine, RULE_HANDLE_04, "DxgkCbGetHandleParent",
                      "0x%x is not the handle of an allocation, and nothing else has a parent.",
                      hAllocation);
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
    check_thread(&call, "DxgkCbEnumHandleChildren");
    if (opening == NULL && first == NULL && call.was_in_driver &&
        (find_opened(call.machine, args->hObject) != NULL ||
         find_allocation(call.machine, args->hObject) != NULL)) {
        verify_report(call.machine, RULE_HANDLE_05, "DxgkCbEnumHandleChildren",
                      "0x%x is the handle of an allocation; only a resource has children.",
                      args->hObject);
    }
    if (opening != NULL) {
        child = child_of(opening, args->Index);
    } else {
        child = first == NULL || args->Index > 0 ? 0 : first->handle;
    }
    callback_leave(&call);
    return child;
}
