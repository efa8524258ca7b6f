/* SPDX-License-Identifier: MIT */
/*
 * Choice: a handle is closed with kmt_nt_handle_close (dxghost_close in the library), since there
 * is no CloseHandle here; names are one space for all processes and compare exactly; access rights
 * are not kept.
 */
#include "kmt/nt_shared.h"
#include "machine/heap.h"
#include "verify/verify.h"

#include <string.h>

static void free_shared(struct kmt_shared *shared)
{
    handle_remove(object_shares(shared->machine), shared->handle);
    sync_put(shared->mutex);
    sync_put(shared->sync);
    sync_put(shared->event);
    machine_heap_free(shared->machine, shared);
}

/* A resource whose adapter is being stopped is let go by kmt_nt_handles_stop. */
static void put(struct kmt_shared *shared)
{
    struct adapter *adapter;

    if (--shared->references > 0) {
        return;
    }
    if (shared->resource != NULL) {
        adapter = shared->resource->adapter;
        if (!dxgk_client_enter(adapter)) {
            return;
        }
        dxgk_resource_put(shared->resource);
        dxgk_client_leave(adapter);
    }
    free_shared(shared);
}

void kmt_nt_handles_stop(struct adapter *adapter)
{
    struct handle_table *table = object_shares(dxgk_adapter_machine(adapter));
    struct kmt_shared *shared;
    uint32_t cursor = 0;

    while ((shared = handle_next(table, HANDLE_SHARE, &cursor)) != NULL) {
        if (shared->resource != NULL && shared->resource->adapter == adapter) {
            dxgk_resource_put(shared->resource);
            shared->resource = NULL;
        }
        if (shared->references == 0) {
            free_shared(shared);
        }
    }
}

/* One handle of a process: a number of the same table as all its others, of a type of its own. */
struct nt_handle {
    struct kmt_shared *shared; /* one reference */
    uint32_t handle;
};

static struct nt_handle *find_handle(const struct kmt_call *call, HANDLE handle)
{
    uintptr_t number = (uintptr_t)handle;

    return number > UINT32_MAX
               ? NULL
               : handle_find(&call->process->handles, HANDLE_NT_OBJECT, (uint32_t)number);
}

struct kmt_shared *kmt_shared_find(const struct kmt_call *call, HANDLE handle)
{
    const struct nt_handle *named = find_handle(call, handle);

    return named == NULL ? NULL : named->shared;
}

/* Takes a reference of its own. Returns: NULL when no handle is left. */
HANDLE kmt_shared_name(struct kmt_call *call, struct kmt_shared *shared)
{
    struct nt_handle *named = MACHINE_NEW(call->machine, struct nt_handle);

    named->handle = kmt_handle_add(call->process, HANDLE_NT_OBJECT, named);
    if (named->handle == 0) {
        machine_heap_free(call->machine, named);
        return NULL;
    }
    named->shared = shared;
    shared->references++;
    return (HANDLE)(uintptr_t)named->handle;
}

static void forget(struct process *process, struct nt_handle *named)
{
    handle_remove(&process->handles, named->handle);
    put(named->shared);
    machine_heap_free(process->machine, named);
}

static NTSTATUS close(struct kmt_call *call, void *arguments)
{
    struct nt_handle *named = find_handle(call, *(HANDLE *)arguments);

    if (named == NULL) {
        return STATUS_INVALID_HANDLE;
    }
    forget(call->process, named);
    return STATUS_SUCCESS;
}

NTSTATUS kmt_nt_handle_close(HANDLE handle)
{
    static const struct kmt_function function = { "CloseHandle", .body = close };

    return kmt_call(&function, &handle);
}

void kmt_nt_handles_end(struct process *process)
{
    struct nt_handle *named;
    uint32_t cursor = 0;

    while ((named = handle_next(&process->handles, HANDLE_NT_OBJECT, &cursor)) != NULL) {
        forget(process, named);
    }
}

/* Names */

NTSTATUS kmt_shared_read_name(struct kmt_call *call, const OBJECT_ATTRIBUTES *user,
                              struct kmt_shared *shared)
{
    OBJECT_ATTRIBUTES attributes;
    UNICODE_STRING name;

    shared->name_length = 0;
    if (user == NULL) {
        return STATUS_SUCCESS;
    }
    if (!user_read_words(call->machine, &attributes, user, sizeof(attributes)) ||
        attributes.Length != sizeof(attributes)) {
        return STATUS_INVALID_PARAMETER;
    }
    if (attributes.ObjectName == NULL) {
        return STATUS_SUCCESS;
    }
    if (!user_read_words(call->machine, &name, attributes.ObjectName, sizeof(name)) ||
        name.Length % sizeof(WCHAR) != 0 || name.Length > sizeof(shared->name) ||
        !user_read(call->machine, shared->name, name.Buffer, name.Length)) {
        return STATUS_INVALID_PARAMETER;
    }
    shared->name_length = name.Length / (uint32_t)sizeof(WCHAR);
    return STATUS_SUCCESS;
}

struct kmt_shared *kmt_shared_find_name(const struct kmt_shared *wanted)
{
    struct kmt_shared *shared;
    uint32_t cursor = 0;

    while ((shared = handle_next(object_shares(wanted->machine), HANDLE_SHARE, &cursor)) != NULL) {
        if (shared->references > 0 && shared->name_length == wanted->name_length &&
            memcmp(shared->name, wanted->name, wanted->name_length * sizeof(WCHAR)) == 0) {
            return shared;
        }
    }
    return NULL;
}

/* A copy of `wanted` with its first handle. Returns: NULL when none is to be had. */
HANDLE kmt_shared_publish(struct kmt_call *call, const struct kmt_shared *wanted,
                          struct kmt_shared **out)
{
    struct kmt_shared *shared = MACHINE_NEW(call->machine, struct kmt_shared);
    HANDLE handle;

    *shared = *wanted;
    shared->handle = handle_add(object_shares(call->machine), HANDLE_SHARE, shared);
    handle = shared->handle == 0 ? NULL : kmt_shared_name(call, shared);
    if (handle == NULL) {
        if (shared->handle != 0) {
            handle_remove(object_shares(call->machine), shared->handle);
        }
        machine_heap_free(call->machine, shared);
    }
    *out = shared;
    return handle;
}

HANDLE kmt_nt_event_name(struct kmt_call *call, struct sync_object *event)
{
    struct kmt_shared wanted = { .machine = call->machine, .event = event };
    struct kmt_shared *shared;
    HANDLE handle = kmt_shared_publish(call, &wanted, &shared);

    if (handle == NULL) {
        sync_put(event);
    }
    return handle;
}

struct sync_object *kmt_event_find(const struct kmt_call *call, HANDLE handle)
{
    const struct kmt_shared *shared = kmt_shared_find(call, handle);

    return shared == NULL ? NULL : shared->event;
}
