/* SPDX-License-Identifier: MIT */
#include "dxgk/resource.h"

#include "dxgk/allocation_private.h"
#include "dxgk/gate_calls.h"
#include "dxgk/present.h"
#include "machine/heap.h"
#include "trace/trace.h"

#include <string.h>

static void *copy_data(struct machine *machine, const void *data, uint32_t bytes)
{
    void *copy;

    if (bytes == 0) {
        return NULL;
    }
    copy = machine_heap_alloc(machine, bytes);
    memcpy(copy, data, bytes);
    return copy;
}

/* Creation in the driver */

/* @whole: the resource itself goes with its allocations (ALLOC-28) */
static void destroy_in_driver(struct resource *resource, HANDLE *handles, uint32_t count,
                              bool whole)
{
    DXGKARG_DESTROYALLOCATION args = { .NumAllocations = count,
                                       .pAllocationList = handles,
                                       .hResource = resource->driver_handle,
                                       .Flags.DestroyResource = resource->grouped && whole };

    (void)gate_DestroyAllocation(resource->adapter, &args);
}

static void destroy_infos(struct resource *resource, const DXGK_ALLOCATIONINFO *infos,
                          uint32_t count, bool whole)
{
    struct machine *machine = resource->adapter->machine;
    HANDLE *handles = machine_heap_alloc(machine, count * sizeof(*handles));
    uint32_t created = 0;

    for (uint32_t i = 0; i < count; i++) {
        if (infos[i].hAllocation != NULL) { /* ALLOC-02: there is nothing to destroy */
            handles[created++] = infos[i].hAllocation;
        }
    }
    if (created > 0 || resource->driver_handle != NULL) {
        destroy_in_driver(resource, handles, created, whole);
    }
    machine_heap_free(machine, handles);
}

static NTSTATUS check_infos(struct resource *resource, const struct resource_request *request,
                            const DXGK_ALLOCATIONINFO *infos)
{
    for (uint32_t i = 0; i < request->count; i++) {
        NTSTATUS status =
            allocation_check_info(resource->adapter, &infos[i], request->allocations[i].primary);

        if (!NT_SUCCESS(status)) {
            return status;
        }
    }
    return STATUS_SUCCESS;
}

/* Source: nc-d3dkmddi-dxgkddi_createallocation.md */
/* A resource that has a handle already gets more allocations (ALLOC-22). */
static NTSTATUS create_in_driver(struct resource *resource, const struct resource_request *request,
                                 DXGK_ALLOCATIONINFO *infos)
{
    DXGKARG_CREATEALLOCATION args = {
        .pPrivateDriverData = request->private_data,
        .PrivateDriverDataSize = request->private_bytes,
        .NumAllocations = request->count,
        .pAllocationInfo = infos,
        .hResource = resource->driver_handle,
        .Flags.Resource = resource->grouped,
    };
    bool whole = resource->driver_handle == NULL;
    NTSTATUS status;

    for (uint32_t i = 0; i < request->count; i++) {
        infos[i].pPrivateDriverData = request->allocations[i].private_data;
        infos[i].PrivateDriverDataSize = request->allocations[i].private_bytes;
    }
    status = gate_CreateAllocation(resource->adapter, &args);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    resource->driver_handle = args.hResource;
    status = check_infos(resource, request, infos);
    if (!NT_SUCCESS(status)) {
        destroy_infos(resource, infos, request->count, whole);
    }
    return status;
}

static void add_allocation(struct resource *resource, const struct allocation_request *request,
                           const DXGK_ALLOCATIONINFO *info)
{
    struct adapter *adapter = resource->adapter;
    struct allocation *allocation = MACHINE_NEW(adapter->machine, struct allocation);

    allocation_place(allocation, adapter, info);
    allocation->driver_resource = resource->driver_handle;
    allocation->resource_of = resource;
    allocation->request.source_id = request->source_id;
    allocation->primary = request->primary;
    allocation->private_bytes = request->private_bytes;
    allocation->private_data =
        copy_data(adapter->machine, request->private_data, request->private_bytes);
    list_push_back(&resource->allocations, &allocation->link);
    resource->allocation_count++;
}

static void free_resource(struct resource *resource)
{
    struct machine *machine = resource->adapter->machine;

    machine_heap_free(machine, resource->private_data);
    machine_heap_free(machine, resource->runtime_data);
    machine_heap_free(machine, resource);
}

static NTSTATUS make_resource(struct adapter *adapter, const struct resource_request *request,
                              struct resource **out)
{
    struct machine *machine = adapter->machine;
    struct resource *resource = MACHINE_NEW(machine, struct resource);
    DXGK_ALLOCATIONINFO *infos = machine_heap_alloc(machine, request->count * sizeof(*infos));
    NTSTATUS status;

    resource->adapter = adapter;
    resource->grouped = request->grouped;
    resource->shared = request->shared;
    resource->nt_shared = request->nt_shared;
    list_init(&resource->allocations);
    resource->private_data = copy_data(machine, request->private_data, request->private_bytes);
    resource->private_bytes = request->private_bytes;
    resource->runtime_data = copy_data(machine, request->runtime_data, request->runtime_bytes);
    resource->runtime_bytes = request->runtime_bytes;
    status = create_in_driver(resource, request, infos);
    for (uint32_t i = 0; NT_SUCCESS(status) && i < request->count; i++) {
        add_allocation(resource, &request->allocations[i], &infos[i]);
    }
    machine_heap_free(machine, infos);
    if (!NT_SUCCESS(status)) {
        free_resource(resource);
        return status;
    }
    *out = resource;
    return STATUS_SUCCESS;
}

static void wait_unused(struct resource *resource)
{
    struct adapter *adapter = resource->adapter;

    LIST_FOR_EACH(link, &resource->allocations) {
        const struct allocation *allocation = LIST_ENTRY_OF(link, struct allocation, link);

        WAIT_UNTIL(adapter->machine, &adapter->sched->retired, allocation->use_count == 0);
    }
}

static void free_allocation(struct allocation *allocation)
{
    struct machine *machine = allocation->resource_of->adapter->machine;

    trace_emit(machine, TRACE_ALLOCATION_DESTROY, allocation->placement.number, 0, 0);
    list_remove(&allocation->link);
    machine_heap_free(machine, allocation->private_data);
    machine_heap_free(machine, allocation);
}

/* ALLOC-30 and -31: closed everywhere, idle, and out of its segment before the driver forgets it.
 */
static void destroy_resource(struct resource *resource)
{
    struct machine *machine = resource->adapter->machine;
    HANDLE *handles = machine_heap_alloc(machine, resource->allocation_count * sizeof(*handles));
    uint32_t count = 0;

    wait_unused(resource);
    LIST_FOR_EACH(link, &resource->allocations) {
        struct allocation *allocation = LIST_ENTRY_OF(link, struct allocation, link);

        handles[count++] = allocation->driver_handle;
        allocation_fini(allocation);
    }
    destroy_in_driver(resource, handles, count, true);
    LIST_FOR_EACH_SAFE(link, &resource->allocations) {
        free_allocation(LIST_ENTRY_OF(link, struct allocation, link));
    }
    machine_heap_free(machine, handles);
    free_resource(resource);
}

void dxgk_resource_hold(struct resource *resource)
{
    resource->opening_count++;
}

/* Nobody finds it by its global handle any more. */
void dxgk_resource_put(struct resource *resource)
{
    present_resource_gone(resource); /* if this is the last */
    if (--resource->opening_count > 0) {
        return;
    }
    if (resource->share != 0) {
        handle_remove(object_shares(resource->adapter->machine), resource->share);
    }
    destroy_resource(resource);
}

/* Opening */

static void forget_opened(struct opened *opened)
{
    struct process *process = opened->opening->process;

    if (opened->handle != 0) {
        handle_remove(&process->handles, opened->handle);
    }
    list_remove(&opened->link);
    machine_heap_free(process->machine, opened);
}

static void forget_opening(struct opening *opening)
{
    struct process *process = opening->process;

    LIST_FOR_EACH_SAFE(link, &opening->allocations) {
        forget_opened(LIST_ENTRY_OF(link, struct opened, link));
    }
    if (opening->handle != 0) {
        handle_remove(&process->handles, opening->handle);
    }
    machine_heap_free(process->machine, opening);
}

static bool name_allocation(struct opening *opening, struct allocation *allocation)
{
    struct process *process = opening->process;
    struct opened *opened = MACHINE_NEW(process->machine, struct opened);

    opened->opening = opening;
    opened->allocation = allocation;
    list_push_back(&opening->allocations, &opened->link);
    opening->allocation_count++;
    opened->handle = handle_add(&process->handles, HANDLE_ALLOCATION, opened);
    return opened->handle != 0;
}

/* The handles exist before DxgkDdiOpenAllocation: it is told them, and may ask what they mean. */
static bool name_opening(struct opening *opening)
{
    struct process *process = opening->process;

    LIST_FOR_EACH(link, &opening->resource->allocations) {
        if (!name_allocation(opening, LIST_ENTRY_OF(link, struct allocation, link))) {
            return false;
        }
    }
    if (opening->resource->grouped) {
        opening->handle = handle_add(&process->handles, HANDLE_RESOURCE, opening);
    }
    return opening->handle != 0 || !opening->resource->grouped;
}

static NTSTATUS take_handles(struct opening *opening, const DXGK_OPENALLOCATIONINFO *infos)
{
    uint32_t i = 0;

    LIST_FOR_EACH(link, &opening->allocations) {
        LIST_ENTRY_OF(link, struct opened, link)->device_handle =
            infos[i++].hDeviceSpecificAllocation;
    }
    for (i = 0; i < opening->allocation_count; i++) {
        if (infos[i].hDeviceSpecificAllocation == NULL) {
            verify_report(
                opening->device->adapter->machine, RULE_OPEN_02, "DxgkDdiOpenAllocation",
                "hDeviceSpecificAllocation of element %u is NULL on success; a NULL handle in an "
                "allocation list means 'unbind'. Return your own non-NULL handle.",
                i);
            return STATUS_INVALID_PARAMETER;
        }
    }
    return STATUS_SUCCESS;
}

/* OPEN-03: only the opening that comes with the creation may write there. */
static void check_read_only(struct opening *opening, const DXGK_OPENALLOCATIONINFO *infos)
{
    uint32_t i = 0;

    LIST_FOR_EACH(link, &opening->allocations) {
        const struct allocation *allocation = LIST_ENTRY_OF(link, struct opened, link)->allocation;

        if (allocation->private_bytes > 0 &&
            memcmp(infos[i].pPrivateDriverData, allocation->private_data,
                   allocation->private_bytes) != 0) {
            verify_report(opening->device->adapter->machine, RULE_OPEN_03, "DxgkDdiOpenAllocation",
                          "The private data of element %u was changed without Flags.Create.", i);
        }
        i++;
    }
}

static void *open_data(struct opening *opening, DXGK_OPENALLOCATIONINFO *infos, bool create)
{
    struct machine *machine = opening->process->machine;
    uint64_t total = 0;
    uint64_t offset = 0;
    uint32_t i = 0;
    char *copies;

    LIST_FOR_EACH(link, &opening->allocations) {
        total += LIST_ENTRY_OF(link, struct opened, link)->allocation->private_bytes;
    }
    copies = create ? NULL : machine_heap_alloc(machine, DXGH_MAX(total, 1u));
    LIST_FOR_EACH(link, &opening->allocations) {
        const struct opened *opened = LIST_ENTRY_OF(link, struct opened, link);
        const struct allocation *allocation = opened->allocation;

        infos[i].hAllocation = opened->handle;
        infos[i].PrivateDriverDataSize = allocation->private_bytes;
        infos[i].pPrivateDriverData = create ? allocation->private_data : copies + offset;
        if (!create && allocation->private_bytes > 0) {
            memcpy(copies + offset, allocation->private_data, allocation->private_bytes);
        }
        offset += allocation->private_bytes;
        i++;
    }
    return copies;
}

/* Source: nc-d3dkmddi-dxgkddi_openallocationinfo.md */
static NTSTATUS open_in_driver(struct opening *opening, bool create)
{
    struct adapter *adapter = opening->device->adapter;
    struct machine *machine = adapter->machine;
    DXGK_OPENALLOCATIONINFO *infos =
        machine_heap_alloc(machine, opening->allocation_count * sizeof(*infos));
    void *copies = open_data(opening, infos, create);
    DXGKARG_OPENALLOCATION args = {
        .NumAllocations = opening->allocation_count,
        .pOpenAllocation = infos,
        .pPrivateDriverData = opening->resource->private_data,
        .PrivateDriverSize = opening->resource->private_bytes,
        .Flags.Create = create,
    };
    NTSTATUS status = gate_OpenAllocation(adapter, opening->device->driver_handle, &args);

    if (NT_SUCCESS(status)) {
        status = take_handles(opening, infos);
    }
    if (NT_SUCCESS(status) && !create) {
        check_read_only(opening, infos);
    }
    machine_heap_free(machine, copies);
    machine_heap_free(machine, infos);
    return status;
}

static NTSTATUS open_resource(struct device *device, struct process *process,
                              struct resource *resource, bool create, struct opening **out)
{
    struct opening *opening = MACHINE_NEW(process->machine, struct opening);
    NTSTATUS status = STATUS_NO_MEMORY;

    opening->device = device;
    opening->process = process;
    opening->resource = resource;
    list_init(&opening->link);
    list_init(&opening->allocations);
    resource->opening_count++; /* from now on nobody else's close destroys it */
    if (name_opening(opening)) {
        status = open_in_driver(opening, create);
    }
    if (!NT_SUCCESS(status)) {
        forget_opening(opening);
        dxgk_resource_put(resource);
        return status;
    }
    device->allocation_count += opening->allocation_count;
    *out = opening;
    return STATUS_SUCCESS;
}

NTSTATUS dxgk_resource_create(struct device *device, struct process *process,
                              const struct resource_request *request, struct opening **opening)
{
    struct resource *resource;
    NTSTATUS status = make_resource(device->adapter, request, &resource);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    resource->creator = process;
    LIST_FOR_EACH(link, &resource->allocations) {
        vidmm_allocation_charge(&LIST_ENTRY_OF(link, struct allocation, link)->placement, process);
    }
    if (request->shared && !request->nt_shared) {
        resource->share =
            decision_refuse(&process->machine->decision)
                ? 0
                : handle_add(object_shares(process->machine), HANDLE_RESOURCE, resource);
        if (resource->share == 0) {
            destroy_resource(resource);
            return STATUS_NO_MEMORY;
        }
    }
    return open_resource(device, process, resource, true, opening);
}

/* The last `count` go: the driver has forgotten them, and they were never used. */
static void drop_last(struct resource *resource, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        struct allocation *last =
            LIST_ENTRY_OF(resource->allocations.prev, struct allocation, link);

        vidmm_allocation_fini(&last->placement);
        free_allocation(last);
        resource->allocation_count--;
    }
}

/* Opens them in `part`, which stands for the new ones alone. */
static NTSTATUS open_parts(struct opening *part, const struct resource_request *request,
                           const DXGK_ALLOCATIONINFO *infos)
{
    struct resource *resource = part->resource;
    bool named = true;
    NTSTATUS status;

    for (uint32_t i = 0; i < request->count; i++) {
        add_allocation(resource, &request->allocations[i], &infos[i]);
        named = named && name_allocation(part, LIST_ENTRY_OF(resource->allocations.prev,
                                                             struct allocation, link));
    }
    status = named ? open_in_driver(part, true) : STATUS_NO_MEMORY;
    if (!NT_SUCCESS(status)) {
        destroy_infos(resource, infos, request->count, false);
        drop_last(resource, request->count);
    }
    return status;
}

static NTSTATUS add_parts(struct opening *part, const struct resource_request *request)
{
    struct machine *machine = part->process->machine;
    DXGK_ALLOCATIONINFO *infos = machine_heap_alloc(machine, request->count * sizeof(*infos));
    NTSTATUS status = create_in_driver(part->resource, request, infos);

    if (NT_SUCCESS(status)) {
        status = open_parts(part, request, infos);
    }
    machine_heap_free(machine, infos);
    return status;
}

NTSTATUS dxgk_resource_add(struct opening *opening, const struct resource_request *request)
{
    struct opening part = { .device = opening->device,
                            .process = opening->process,
                            .resource = opening->resource };
    struct list *link;
    NTSTATUS status;

    list_init(&part.allocations);
    status = add_parts(&part, request);
    if (!NT_SUCCESS(status)) {
        LIST_FOR_EACH_SAFE(each, &part.allocations) {
            forget_opened(LIST_ENTRY_OF(each, struct opened, link));
        }
        return status;
    }
    while ((link = list_pop_front(&part.allocations)) != NULL) {
        struct opened *opened = LIST_ENTRY_OF(link, struct opened, link);

        opened->opening = opening;
        list_push_back(&opening->allocations, &opened->link);
    }
    opening->allocation_count += part.allocation_count;
    opening->device->allocation_count += part.allocation_count;
    return STATUS_SUCCESS;
}

NTSTATUS dxgk_resource_open(struct device *device, struct process *process,
                            struct resource *resource, struct opening **opening)
{
    return open_resource(device, process, resource, false, opening);
}

void dxgk_opening_destroy(struct opening *opening)
{
    struct device *device = opening->device;
    struct resource *resource = opening->resource;
    struct machine *machine = device->adapter->machine;
    HANDLE *handles = machine_heap_alloc(machine, opening->allocation_count * sizeof(*handles));
    DXGKARG_CLOSEALLOCATION args = { .pOpenHandleList = handles };

    present_resource_gone(resource);
    wait_unused(resource);
    LIST_FOR_EACH(link, &opening->allocations) {
        struct opened *opened = LIST_ENTRY_OF(link, struct opened, link);

        DXGH_ASSERT(opened->lock_count == 0);
        handles[args.NumAllocations++] = opened->device_handle;
    }
    (void)gate_CloseAllocation(device->adapter, device->driver_handle, &args);
    machine_heap_free(machine, handles);
    device->allocation_count -= opening->allocation_count;
    forget_opening(opening);
    dxgk_resource_put(resource);
}
