/* SPDX-License-Identifier: MIT */
/*
 * Resources: sharing them between devices and processes, and finding what a handle names.
 *
 * A shared resource has a global handle (hGlobalShare) that any process may open; what it then has
 * is its own opening with its own handles. Global handles are counted by generation like all
 * others.
 *
 * Source: d3dkmthk nf-d3dkmthk-d3dkmtqueryresourceinfo, -d3dkmtopenresource,
 * -d3dkmtgetruntimedata
 */
#include "kmt/resource.h"

#include "kmt/memory.h"
#include "verify/verify.h"

struct opened *kmt_opened_find(const struct kmt_device *device, uint32_t handle)
{
    struct opened *opened = handle_find(&device->process->handles, HANDLE_ALLOCATION, handle);

    return opened != NULL && opened->opening->device == device->device ? opened : NULL;
}

struct opening *kmt_opening_find(const struct kmt_device *device, uint32_t handle)
{
    struct opening *opening = handle_find(&device->process->handles, HANDLE_RESOURCE, handle);

    return opening != NULL && opening->device == device->device ? opening : NULL;
}

void kmt_opened_unlock_all(struct opened *opened)
{
    while (opened->lock_count > 0) {
        dxgk_opened_unlock(opened);
    }
}

void kmt_resources_destroy(struct kmt_device *device)
{
    struct list *link;

    while ((link = list_pop_front(&device->openings)) != NULL) {
        struct opening *opening = LIST_ENTRY_OF(link, struct opening, link);

        LIST_FOR_EACH(each, &opening->allocations) {
            kmt_opened_unlock_all(LIST_ENTRY_OF(each, struct opened, link));
        }
        dxgk_opening_destroy(opening);
    }
}

/* A resource that this device's adapter can open by that global handle. */
static struct resource *find_shared(const struct kmt_device *device, uint32_t share)
{
    struct resource *resource =
        handle_find(object_shares(device->process->machine), HANDLE_RESOURCE, share);

    return resource != NULL && resource->adapter == device->adapter ? resource : NULL;
}

NTSTATUS kmt_resource_query(struct kmt_call *call, const struct resource *resource,
                            D3DKMT_QUERYRESOURCEINFO *args)
{
    if (resource == NULL || (args->pPrivateRuntimeData != NULL &&
                             (args->PrivateRuntimeDataSize < resource->runtime_bytes ||
                              !user_write(call->machine, args->pPrivateRuntimeData,
                                          resource->runtime_data, resource->runtime_bytes)))) {
        return STATUS_INVALID_PARAMETER;
    }
    args->PrivateRuntimeDataSize = resource->runtime_bytes;
    args->TotalPrivateDriverDataSize = dxgk_resource_private_total(resource);
    args->ResourcePrivateDriverDataSize = resource->private_bytes;
    args->NumAllocations = resource->allocation_count;
    return STATUS_SUCCESS;
}

static NTSTATUS query_info(struct kmt_call *call, void *arguments)
{
    D3DKMT_QUERYRESOURCEINFO *args = arguments;

    return kmt_resource_query(call, find_shared(call->device, args->hGlobalShare), args);
}

/* The two forms of D3DKMTOpenResource differ in the element of their array only. */
_Static_assert(offsetof(D3DDDI_OPENALLOCATIONINFO, PrivateDriverDataSize) ==
                       offsetof(D3DDDI_OPENALLOCATIONINFO2, PrivateDriverDataSize) &&
                   offsetof(D3DDDI_OPENALLOCATIONINFO, pPrivateDriverData) ==
                       offsetof(D3DDDI_OPENALLOCATIONINFO2, pPrivateDriverData),
               "the second form begins like the first");

/* Each element: handle, and where its private data lies in the caller's one buffer. */
static bool write_elements(struct kmt_call *call, const struct opening *opening,
                           const D3DKMT_OPENRESOURCE *args, size_t element_bytes)
{
    char *element = (char *)args->pOpenAllocationInfo;
    char *data = args->pTotalPrivateDriverDataBuffer;

    LIST_FOR_EACH(link, &opening->allocations) {
        const struct opened *opened = LIST_ENTRY_OF(link, struct opened, link);
        uint32_t bytes;
        const void *private_data = dxgk_opened_private_data(opened, &bytes);
        D3DDDI_OPENALLOCATIONINFO info = { .hAllocation = opened->handle,
                                           .pPrivateDriverData = data,
                                           .PrivateDriverDataSize = bytes };

        if (!user_write_words(call->machine, element, &info, sizeof(info)) ||
            !user_write(call->machine, data, private_data, bytes)) {
            return false;
        }
        element += element_bytes;
        data += bytes;
    }
    return true;
}

static bool write_results(struct kmt_call *call, struct opening *opening, D3DKMT_OPENRESOURCE *args,
                          size_t element_bytes)
{
    const struct resource *resource = opening->resource;

    args->hResource = opening->handle;
    args->ResourcePrivateDriverDataSize = resource->private_bytes;
    args->TotalPrivateDriverDataBufferSize = dxgk_resource_private_total(resource);
    args->PrivateRuntimeDataSize = resource->runtime_bytes;
    return write_elements(call, opening, args, element_bytes) &&
           user_write(call->machine, args->pResourcePrivateDriverData, resource->private_data,
                      resource->private_bytes) &&
           user_write(call->machine, args->pPrivateRuntimeData, resource->runtime_data,
                      resource->runtime_bytes);
}

static bool fits(const struct resource *resource, const D3DKMT_OPENRESOURCE *args)
{
    return args->NumAllocations >= resource->allocation_count &&
           args->PrivateRuntimeDataSize >= resource->runtime_bytes &&
           args->ResourcePrivateDriverDataSize >= resource->private_bytes &&
           args->TotalPrivateDriverDataBufferSize >= dxgk_resource_private_total(resource);
}

NTSTATUS kmt_resource_open(struct kmt_call *call, struct resource *resource,
                           D3DKMT_OPENRESOURCE *args, size_t element_bytes)
{
    struct opening *opening;
    NTSTATUS status;

    if (resource == NULL || !fits(resource, args)) {
        return STATUS_INVALID_PARAMETER;
    }
    status = dxgk_resource_open(call->device->device, call->process, resource, &opening);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (!write_results(call, opening, args, element_bytes)) {
        dxgk_opening_destroy(opening);
        return STATUS_INVALID_PARAMETER;
    }
    list_push_back(&call->device->openings, &opening->link);
    return STATUS_SUCCESS;
}

static NTSTATUS open(struct kmt_call *call, D3DKMT_OPENRESOURCE *args, size_t element_bytes)
{
    return kmt_resource_open(call, find_shared(call->device, args->hGlobalShare), args,
                             element_bytes);
}

static NTSTATUS open_1(struct kmt_call *call, void *arguments)
{
    return open(call, arguments, sizeof(D3DDDI_OPENALLOCATIONINFO));
}

static NTSTATUS open_2(struct kmt_call *call, void *arguments)
{
    return open(call, arguments, sizeof(D3DDDI_OPENALLOCATIONINFO2));
}

static NTSTATUS runtime_data(struct kmt_call *call, void *arguments)
{
    const D3DKMT_GETRUNTIMEDATA *args = arguments;
    const struct resource *resource =
        handle_find(object_shares(call->machine), HANDLE_RESOURCE, args->hGlobalShare);

    if (resource == NULL || resource->adapter != call->adapter ||
        args->RuntimeDataSize < resource->runtime_bytes) {
        return STATUS_INVALID_PARAMETER;
    }
    return user_answer(call->machine, args->pRuntimeData, resource->runtime_data,
                       resource->runtime_bytes);
}

NTSTATUS APIENTRY D3DKMTQueryResourceInfo(D3DKMT_QUERYRESOURCEINFO *args)
{
    static const struct kmt_function function = { "D3DKMTQueryResourceInfo",
                                                  KMT_BY(DEVICE, D3DKMT_QUERYRESOURCEINFO, hDevice),
                                                  .answer = KMT_ANSWERS, .body = query_info };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTOpenResource(D3DKMT_OPENRESOURCE *args)
{
    static const struct kmt_function function = { "D3DKMTOpenResource",
                                                  KMT_BY(LIVE_DEVICE, D3DKMT_OPENRESOURCE, hDevice),
                                                  .answer = KMT_ANSWERS_SURE, .body = open_1 };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTOpenResource2(D3DKMT_OPENRESOURCE *args)
{
    static const struct kmt_function function = { "D3DKMTOpenResource2",
                                                  KMT_BY(LIVE_DEVICE, D3DKMT_OPENRESOURCE, hDevice),
                                                  .answer = KMT_ANSWERS_SURE, .body = open_2 };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTGetRuntimeData(const D3DKMT_GETRUNTIMEDATA *args)
{
    static const struct kmt_function function = { "D3DKMTGetRuntimeData",
                                                  KMT_BY(ADAPTER, D3DKMT_GETRUNTIMEDATA, hAdapter),
                                                  .body = runtime_data };

    return kmt_call(&function, args);
}
