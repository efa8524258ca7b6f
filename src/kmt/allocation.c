/* SPDX-License-Identifier: MIT */
/*
 * Allocations: creation and destruction, singly or as the parts of a resource.
 *
 * Source: d3dkmthk nf-d3dkmthk-d3dkmtcreateallocation, -d3dkmtcreateallocation2,
 * -d3dkmtdestroyallocation, -d3dkmtdestroyallocation2
 */
#include "kmt/memory.h"
#include "kmt/resource.h"
#include "machine/heap.h"
#include "verify/verify.h"

#include <string.h>

/* Choice: limits of one call; the documents name none. */
#define ALLOCATIONS_MAX 1024u
#define PRIVATE_BYTES_MAX 65536u

/* One element of the caller's array, and what it becomes. */
struct element {
    char *user;         /* the caller's structure */
    void *user_private; /* its pPrivateDriverData */
    struct kmt_blob private_data;
    bool primary;
    uint32_t source_id;
};

struct creation {
    struct kmt_call *call;
    D3DKMT_CREATEALLOCATION *args; /* the copy of the call */
    size_t element_bytes;          /* of D3DDDI_ALLOCATIONINFO or -INFO2 */
    struct element *elements;
    struct kmt_blob private_data;
    struct kmt_blob runtime_data;
};

_Static_assert(offsetof(D3DDDI_ALLOCATIONINFO, Flags) == offsetof(D3DDDI_ALLOCATIONINFO2, Flags) &&
                   offsetof(D3DDDI_ALLOCATIONINFO, pPrivateDriverData) ==
                       offsetof(D3DDDI_ALLOCATIONINFO2, pPrivateDriverData),
               "the second form begins like the first");

static NTSTATUS check_flags(const struct creation *creation)
{
    const D3DKMT_CREATEALLOCATION *args = creation->args;
    D3DKMT_CREATEALLOCATIONFLAGS other = args->Flags;
    uint32_t rest;

    if (args->Flags.Reserved != 0 || (args->Flags.CreateShared && !args->Flags.CreateResource) ||
        (args->Flags.NonSecure && !args->Flags.CreateShared) ||
        (args->Flags.NtSecuritySharing && !args->Flags.CreateShared) ||
        (args->Flags.CreateCached && args->Flags.CreateWriteCombined) ||
        (args->Flags.CreateResource && args->hResource != 0)) {
        return STATUS_INVALID_PARAMETER;
    }
    other.CreateResource = 0;
    other.CreateShared = 0;
    other.NonSecure = 0;
    other.NtSecuritySharing = 0;
    other.Zeroed = 0; /* memory always is */
    memcpy(&rest, &other, sizeof(rest));
    if (rest != 0) {
        return kmt_unimplemented(creation->call, "flags 0x%X", rest);
    }
    return STATUS_SUCCESS;
}

static NTSTATUS check_arguments(const struct creation *creation)
{
    const D3DKMT_CREATEALLOCATION *args = creation->args;
    struct machine *machine = creation->call->machine;

    if (args->NumAllocations == 0 || args->NumAllocations > ALLOCATIONS_MAX ||
        args->PrivateDriverDataSize > PRIVATE_BYTES_MAX ||
        args->PrivateRuntimeDataSize > PRIVATE_BYTES_MAX ||
        ((uintptr_t)args->pAllocationInfo & 3) != 0 ||
        !user_can_write(machine, args->pAllocationInfo,
                        args->NumAllocations * creation->element_bytes)) {
        return STATUS_INVALID_PARAMETER;
    }
    return check_flags(creation);
}

static NTSTATUS read_element(struct creation *creation, uint32_t index)
{
    struct machine *machine = creation->call->machine;
    struct element *element = &creation->elements[index];
    D3DDDI_ALLOCATIONINFO info; /* the common beginning */
    char *base = (char *)creation->args->pAllocationInfo;

    element->user = base + index * creation->element_bytes;
    if (!user_read(machine, &info, element->user, sizeof(info)) ||
        info.PrivateDriverDataSize > PRIVATE_BYTES_MAX ||
        (info.Flags.Primary &&
         info.VidPnSourceId >= dxgk_adapter_source_count(creation->call->adapter)) ||
        !user_can_write(machine, info.pPrivateDriverData, info.PrivateDriverDataSize)) {
        return STATUS_INVALID_PARAMETER;
    }
    if (info.pSystemMem != NULL) {
        return kmt_unimplemented(creation->call, "existing system memory (pSystemMem)");
    }
    element->user_private = info.pPrivateDriverData;
    element->primary = info.Flags.Primary;
    element->source_id = info.Flags.Primary ? info.VidPnSourceId : 0;
    return kmt_blob_read(machine, &element->private_data, info.pPrivateDriverData,
                         info.PrivateDriverDataSize);
}

static NTSTATUS read_all(struct creation *creation)
{
    const D3DKMT_CREATEALLOCATION *args = creation->args;
    struct machine *machine = creation->call->machine;
    NTSTATUS status = kmt_blob_read(machine, &creation->private_data, args->pPrivateDriverData,
                                    args->PrivateDriverDataSize);

    if (NT_SUCCESS(status)) {
        status = kmt_blob_read(machine, &creation->runtime_data, args->pPrivateRuntimeData,
                               args->PrivateRuntimeDataSize);
    }
    for (uint32_t i = 0; NT_SUCCESS(status) && i < args->NumAllocations; i++) {
        status = read_element(creation, i);
    }
    return status;
}

/* What the driver is told of elements [first, first + count). To be freed. */
static struct allocation_request *requests_of(const struct creation *creation, uint32_t first,
                                              uint32_t count)
{
    struct allocation_request *requests =
        machine_heap_alloc(creation->call->machine, count * sizeof(*requests));

    for (uint32_t i = 0; i < count; i++) {
        const struct element *element = &creation->elements[first + i];

        requests[i] =
            (struct allocation_request){ .private_data = element->private_data.data,
                                         .private_bytes = element->private_data.size_bytes,
                                         .primary = element->primary,
                                         .source_id = element->source_id };
    }
    return requests;
}

/* As one resource, or as a single allocation. */
static NTSTATUS create_range(struct creation *creation, uint32_t first, uint32_t count,
                             struct list *openings)
{
    struct resource_request request = {
        .private_data = creation->private_data.data,
        .private_bytes = creation->private_data.size_bytes,
        .runtime_data = creation->runtime_data.data,
        .runtime_bytes = creation->runtime_data.size_bytes,
        .grouped = creation->args->Flags.CreateResource,
        .shared = creation->args->Flags.CreateShared,
        .nt_shared = creation->args->Flags.NtSecuritySharing,
        .count = count,
        .allocations = requests_of(creation, first, count),
    };
    struct opening *opening;
    NTSTATUS status = dxgk_resource_create(creation->call->device->device, creation->call->process,
                                           &request, &opening);

    machine_heap_free(creation->call->machine, request.allocations);
    if (NT_SUCCESS(status)) {
        list_push_back(openings, &opening->link);
    }
    return status;
}

/* Single allocations are calls of their own to the driver, which cannot tell the difference. */
static NTSTATUS create_all(struct creation *creation, struct list *openings)
{
    uint32_t count = creation->args->NumAllocations;
    uint32_t group = creation->args->Flags.CreateResource ? count : 1;
    NTSTATUS status = STATUS_SUCCESS;

    for (uint32_t i = 0; NT_SUCCESS(status) && i < count; i += group) {
        status = create_range(creation, i, group, openings);
    }
    return status;
}

static void destroy_all(struct list *openings)
{
    struct list *link;

    while ((link = list_pop_front(openings)) != NULL) {
        dxgk_opening_destroy(LIST_ENTRY_OF(link, struct opening, link));
    }
}

/* The handle, and the private data as the driver left it. */
static bool write_element(const struct creation *creation, const struct element *element,
                          const struct opened *opened)
{
    struct machine *machine = creation->call->machine;
    uint32_t bytes;
    const void *private_data = dxgk_opened_private_data(opened, &bytes);

    return user_write(machine, element->user + offsetof(D3DDDI_ALLOCATIONINFO, hAllocation),
                      &opened->handle, sizeof(opened->handle)) &&
           user_write(machine, element->user_private, private_data, bytes);
}

static bool write_all(struct creation *creation, const struct list *openings)
{
    const struct element *element = creation->elements;

    for (const struct list *link = openings->next; link != openings; link = link->next) {
        const struct opening *opening = LIST_ENTRY_OF(link, struct opening, link);

        LIST_FOR_EACH(each, &opening->allocations) {
            if (!write_element(creation, element++, LIST_ENTRY_OF(each, struct opened, link))) {
                return false;
            }
        }
        creation->args->hResource = opening->handle;
        creation->args->hGlobalShare = opening->resource->share;
    }
    return true;
}

/* To a resource that exists already and is nobody else's. What the caller cannot be told of goes
 * with the resource. */
static NTSTATUS add_to(struct creation *creation, struct opening *opening)
{
    uint32_t count = creation->args->NumAllocations;
    struct resource_request request = { .private_data = creation->private_data.data,
                                        .private_bytes = creation->private_data.size_bytes,
                                        .count = count,
                                        .allocations = requests_of(creation, 0, count) };
    NTSTATUS status = dxgk_resource_add(opening, &request);
    uint32_t index = 0;

    machine_heap_free(creation->call->machine, request.allocations);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    LIST_FOR_EACH(each, &opening->allocations) {
        if (index++ >= opening->allocation_count - count &&
            !write_element(creation,
                           &creation->elements[index - 1 - (opening->allocation_count - count)],
                           LIST_ENTRY_OF(each, struct opened, link))) {
            status = STATUS_INVALID_PARAMETER;
        }
    }
    return status;
}

static NTSTATUS create_new(struct creation *creation)
{
    struct list openings;
    struct list *link;
    NTSTATUS status;

    list_init(&openings);
    status = create_all(creation, &openings);
    if (NT_SUCCESS(status) && !write_all(creation, &openings)) {
        status = STATUS_INVALID_PARAMETER;
    }
    if (!NT_SUCCESS(status)) {
        destroy_all(&openings);
        return status;
    }
    while ((link = list_pop_front(&openings)) != NULL) {
        list_push_back(&creation->call->device->openings, link);
    }
    return STATUS_SUCCESS;
}

static void release(struct creation *creation)
{
    struct machine *machine = creation->call->machine;

    for (uint32_t i = 0; i < creation->args->NumAllocations; i++) {
        kmt_blob_fini(machine, &creation->elements[i].private_data);
    }
    kmt_blob_fini(machine, &creation->private_data);
    kmt_blob_fini(machine, &creation->runtime_data);
    machine_heap_free(machine, creation->elements);
}

static NTSTATUS create(struct kmt_call *call, void *arguments, size_t element_bytes)
{
    struct creation creation = { .call = call, .args = arguments, .element_bytes = element_bytes };
    uint32_t handle = creation.args->hResource;
    struct opening *opening = handle == 0 ? NULL : kmt_opening_find(call->device, handle);
    NTSTATUS status = check_arguments(&creation);

    if (NT_SUCCESS(status) && handle != 0 && (opening == NULL || opening->resource->shared)) {
        status = STATUS_INVALID_PARAMETER;
    }
    if (!NT_SUCCESS(status)) {
        return status;
    }
    creation.elements = machine_heap_alloc(call->machine, creation.args->NumAllocations *
                                                              sizeof(*creation.elements));
    status = read_all(&creation);
    if (NT_SUCCESS(status)) {
        status = opening == NULL ? create_new(&creation) : add_to(&creation, opening);
    }
    release(&creation);
    return status;
}

static NTSTATUS create_1(struct kmt_call *call, void *arguments)
{
    return create(call, arguments, sizeof(D3DDDI_ALLOCATIONINFO));
}

static NTSTATUS create_2(struct kmt_call *call, void *arguments)
{
    return create(call, arguments, sizeof(D3DDDI_ALLOCATIONINFO2));
}

/* Destruction */

static void destroy_opening(struct opening *opening)
{
    LIST_FOR_EACH(link, &opening->allocations) {
        kmt_opened_unlock_all(LIST_ENTRY_OF(link, struct opened, link));
    }
    list_remove(&opening->link);
    dxgk_opening_destroy(opening);
}

/* Every handle must be a single allocation of the device, and stand there once. */
static bool check_list(const struct kmt_device *device, const D3DKMT_HANDLE *handles,
                       uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        const struct opened *opened = kmt_opened_find(device, handles[i]);

        if (opened == NULL || opened->opening->handle != 0) {
            return false;
        }
        for (uint32_t k = 0; k < i; k++) {
            if (handles[k] == handles[i]) {
                return false;
            }
        }
    }
    return true;
}

static bool list_in_use(const struct kmt_device *device, const D3DKMT_HANDLE *handles,
                        uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        if (dxgk_opening_in_use(kmt_opened_find(device, handles[i])->opening)) {
            return true;
        }
    }
    return false;
}

static NTSTATUS destroy_list(struct kmt_call *call, struct kmt_device *device,
                             const D3DKMT_HANDLE *user_list, uint32_t count)
{
    struct kmt_blob blob;
    const D3DKMT_HANDLE *handles;
    NTSTATUS status;

    if (count == 0 || count > ALLOCATIONS_MAX) {
        return STATUS_INVALID_PARAMETER;
    }
    status = kmt_blob_read_words(call->machine, &blob, user_list, count * sizeof(*user_list));
    if (!NT_SUCCESS(status)) {
        return status;
    }
    handles = blob.data;
    status = check_list(device, handles, count) ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER;
    if (NT_SUCCESS(status) && list_in_use(device, handles, count)) {
        status = kmt_wait_retired(call);
    }
    for (uint32_t i = 0; NT_SUCCESS(status) && i < count; i++) {
        destroy_opening(kmt_opened_find(device, handles[i])->opening);
    }
    kmt_blob_fini(call->machine, &blob);
    return status;
}

static NTSTATUS destroy(struct kmt_call *call, D3DKMT_HANDLE resource,
                        const D3DKMT_HANDLE *user_list, uint32_t count)
{
    struct opening *opening;

    if (resource == 0) {
        return destroy_list(call, call->device, user_list, count);
    }
    opening = kmt_opening_find(call->device, resource);
    if (opening == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    if (dxgk_opening_in_use(opening)) {
        return kmt_wait_retired(call);
    }
    destroy_opening(opening);
    return STATUS_SUCCESS;
}

static NTSTATUS destroy_1(struct kmt_call *call, void *arguments)
{
    const D3DKMT_DESTROYALLOCATION *args = arguments;

    return destroy(call, args->hResource, args->phAllocationList, args->AllocationCount);
}

/* Destruction always waits for the GPU, so what the flags allow beyond that is not used. */
static NTSTATUS destroy_2(struct kmt_call *call, void *arguments)
{
    const D3DKMT_DESTROYALLOCATION2 *args = arguments;

    return args->Flags.Reserved != 0 || args->Flags.SystemUseOnly
               ? STATUS_INVALID_PARAMETER
               : destroy(call, args->hResource, args->phAllocationList, args->AllocationCount);
}

/** Partial: no existing system memory. */
NTSTATUS APIENTRY D3DKMTCreateAllocation(D3DKMT_CREATEALLOCATION *args)
{
    static const struct kmt_function function = {
        "D3DKMTCreateAllocation", KMT_BY(LIVE_DEVICE, D3DKMT_CREATEALLOCATION, hDevice),
        .answer = KMT_ANSWERS_SURE, .body = create_1
    };

    return kmt_call(&function, args);
}

/** Partial: as D3DKMTCreateAllocation. */
NTSTATUS APIENTRY D3DKMTCreateAllocation2(D3DKMT_CREATEALLOCATION *args)
{
    static const struct kmt_function function = {
        "D3DKMTCreateAllocation2", KMT_BY(LIVE_DEVICE, D3DKMT_CREATEALLOCATION, hDevice),
        .answer = KMT_ANSWERS_SURE, .body = create_2
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTDestroyAllocation(const D3DKMT_DESTROYALLOCATION *args)
{
    static const struct kmt_function function = { "D3DKMTDestroyAllocation",
                                                  KMT_BY(DEVICE, D3DKMT_DESTROYALLOCATION, hDevice),
                                                  .body = destroy_1 };

    return kmt_call(&function, args);
}

/** Partial: always synchronous. */
NTSTATUS APIENTRY D3DKMTDestroyAllocation2(const D3DKMT_DESTROYALLOCATION2 *args)
{
    static const struct kmt_function function = {
        "D3DKMTDestroyAllocation2", KMT_BY(DEVICE, D3DKMT_DESTROYALLOCATION2, hDevice),
        .body = destroy_2
    };

    return kmt_call(&function, args);
}
