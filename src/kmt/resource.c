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

static NTSTATUS query_info(struct kmt_call *call, void *user)
{
    D3DKMT_QUERYRESOURCEINFO args;
    struct kmt_device *device;
    const struct resource *resource;
    NTSTATUS status;

    if (!user_capture(call->machine, &args, user)) {
        return STATUS_INVALID_PARAMETER;
    }
    status = kmt_device_enter(call, args.hDevice, &device);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    resource = find_shared(device, args.hGlobalShare);
    if (resource == NULL) {
        status = STATUS_INVALID_PARAMETER;
    } else if (args.pPrivateRuntimeData != NULL &&
               (args.PrivateRuntimeDataSize < resource->runtime_bytes ||
                !user_write(call->machine, args.pPrivateRuntimeData, resource->runtime_data,
                            resource->runtime_bytes))) {
        status = STATUS_INVALID_PARAMETER;
    } else {
        args.PrivateRuntimeDataSize = resource->runtime_bytes;
        args.TotalPrivateDriverDataSize = dxgk_resource_private_total(resource);
        args.ResourcePrivateDriverDataSize = resource->private_bytes;
        args.NumAllocations = resource->allocation_count;
        status = user_answer(call->machine, user, &args, sizeof(args));
    }
    kmt_device_leave(device);
    return status;
}

/* The two forms of D3DKMTOpenResource differ in the element of their array only. */
struct open_form {
    size_t element_bytes;
};

static const struct open_form form_1 = { sizeof(D3DDDI_OPENALLOCATIONINFO) };
static const struct open_form form_2 = { sizeof(D3DDDI_OPENALLOCATIONINFO2) };

_Static_assert(offsetof(D3DDDI_OPENALLOCATIONINFO, PrivateDriverDataSize) ==
                       offsetof(D3DDDI_OPENALLOCATIONINFO2, PrivateDriverDataSize) &&
                   offsetof(D3DDDI_OPENALLOCATIONINFO, pPrivateDriverData) ==
                       offsetof(D3DDDI_OPENALLOCATIONINFO2, pPrivateDriverData),
               "the second form begins like the first");

/* Each element: handle, and where its private data lies in the caller's one buffer. */
static bool write_elements(struct kmt_call *call, const struct opening *opening,
                           const D3DKMT_OPENRESOURCE *args, const struct open_form *form)
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

        if (!user_write(call->machine, element, &info, sizeof(info)) ||
            !user_write(call->machine, data, private_data, bytes)) {
            return false;
        }
        element += form->element_bytes;
        data += bytes;
    }
    return true;
}

static bool write_results(struct kmt_call *call, struct opening *opening, void *user,
                          D3DKMT_OPENRESOURCE *args, const struct open_form *form)
{
    const struct resource *resource = opening->resource;

    args->hResource = opening->handle;
    args->ResourcePrivateDriverDataSize = resource->private_bytes;
    args->TotalPrivateDriverDataBufferSize = dxgk_resource_private_total(resource);
    args->PrivateRuntimeDataSize = resource->runtime_bytes;
    return write_elements(call, opening, args, form) &&
           user_write(call->machine, args->pResourcePrivateDriverData, resource->private_data,
                      resource->private_bytes) &&
           user_write(call->machine, args->pPrivateRuntimeData, resource->runtime_data,
                      resource->runtime_bytes) &&
           user_write(call->machine, user, args, sizeof(*args));
}

static bool fits(const struct resource *resource, const D3DKMT_OPENRESOURCE *args)
{
    return args->NumAllocations >= resource->allocation_count &&
           args->PrivateRuntimeDataSize >= resource->runtime_bytes &&
           args->ResourcePrivateDriverDataSize >= resource->private_bytes &&
           args->TotalPrivateDriverDataBufferSize >= dxgk_resource_private_total(resource);
}

static NTSTATUS open_on(struct kmt_call *call, struct kmt_device *device, void *user,
                        D3DKMT_OPENRESOURCE *args, const struct open_form *form)
{
    struct resource *resource = find_shared(device, args->hGlobalShare);
    struct opening *opening;
    NTSTATUS status = kmt_device_lost(device);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (resource == NULL || !fits(resource, args)) {
        return STATUS_INVALID_PARAMETER;
    }
    status = dxgk_resource_open(device->device, device->process, resource, &opening);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (!write_results(call, opening, user, args, form)) {
        dxgk_opening_destroy(opening);
        return STATUS_INVALID_PARAMETER;
    }
    list_push_back(&device->openings, &opening->link);
    return STATUS_SUCCESS;
}

static NTSTATUS open_form_resource(struct kmt_call *call, void *user, const struct open_form *form)
{
    D3DKMT_OPENRESOURCE args;
    struct kmt_device *device;
    NTSTATUS status;

    if (!user_capture(call->machine, &args, user)) {
        return STATUS_INVALID_PARAMETER;
    }
    status = kmt_device_enter(call, args.hDevice, &device);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = open_on(call, device, user, &args, form);
    kmt_device_leave(device);
    return status;
}

static NTSTATUS open_resource(struct kmt_call *call, void *user)
{
    return open_form_resource(call, user, &form_1);
}

static NTSTATUS open_resource2(struct kmt_call *call, void *user)
{
    return open_form_resource(call, user, &form_2);
}

NTSTATUS APIENTRY D3DKMTQueryResourceInfo(D3DKMT_QUERYRESOURCEINFO *args)
{
    return kmt_call(query_info, args);
}

NTSTATUS APIENTRY D3DKMTOpenResource(D3DKMT_OPENRESOURCE *args)
{
    return kmt_call(open_resource, args);
}

NTSTATUS APIENTRY D3DKMTOpenResource2(D3DKMT_OPENRESOURCE *args)
{
    return kmt_call(open_resource2, args);
}
