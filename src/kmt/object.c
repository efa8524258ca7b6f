/* SPDX-License-Identifier: MIT */
#include "kmt/object.h"

#include "kmt/nt_handle.h"
#include "object/sync.h"
#include "machine/heap.h"

NTSTATUS kmt_adapter_enter(struct kmt_call *call, uint32_t handle, struct adapter **out)
{
    struct kmt_adapter *opened = handle_find(&call->process->handles, HANDLE_ADAPTER, handle);

    if (opened == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    if (opened->adapter == NULL || !dxgk_client_enter(opened->adapter)) {
        return STATUS_DEVICE_REMOVED;
    }
    *out = opened->adapter;
    return STATUS_SUCCESS;
}

void kmt_adapter_leave(struct adapter *adapter)
{
    dxgk_client_leave(adapter);
}

void kmt_device_put(struct kmt_device *device)
{
    if (--device->references == 0) {
        DXGH_ASSERT(device->device == NULL && device->destroyed);
        machine_heap_free(device->process->machine, device);
    }
}

static NTSTATUS enter(struct kmt_call *call, struct kmt_device *device)
{
    if (device == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    device->references++;
    WAIT_UNTIL(call->machine, &device->released, !device->held);
    if (device->destroyed) {
        kmt_device_put(device);
        return STATUS_INVALID_PARAMETER;
    }
    if (device->adapter == NULL || !dxgk_client_enter(device->adapter)) {
        kmt_device_put(device);
        return STATUS_DEVICE_REMOVED;
    }
    device->held = true;
    return STATUS_SUCCESS;
}

NTSTATUS kmt_device_enter(struct kmt_call *call, uint32_t handle, struct kmt_device **out)
{
    struct kmt_device *device = handle_find(&call->process->handles, HANDLE_DEVICE, handle);

    *out = device;
    return enter(call, device);
}

NTSTATUS kmt_context_enter(struct kmt_call *call, uint32_t handle, struct kmt_context **out)
{
    struct kmt_context *context = handle_find(&call->process->handles, HANDLE_CONTEXT, handle);
    struct kmt_device *device = context == NULL ? NULL : context->device;
    NTSTATUS status = enter(call, device);

    /* It may have been destroyed while this call waited for the device. */
    if (NT_SUCCESS(status) &&
        handle_find(&call->process->handles, HANDLE_CONTEXT, handle) != context) {
        kmt_device_leave(device);
        return STATUS_INVALID_PARAMETER;
    }
    *out = context;
    return status;
}

static NTSTATUS look(const struct kmt_device *device)
{
    if (device == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    return device->adapter == NULL || dxgk_adapter_is_revoked(device->adapter)
               ? STATUS_DEVICE_REMOVED
               : STATUS_SUCCESS;
}

NTSTATUS kmt_device_look(struct kmt_call *call, uint32_t handle, struct kmt_device **out)
{
    *out = handle_find(&call->process->handles, HANDLE_DEVICE, handle);
    return look(*out);
}

/* A handle goes before its context does, so what it names is whole. */
NTSTATUS kmt_context_look(struct kmt_call *call, uint32_t handle, struct kmt_context **out)
{
    *out = handle_find(&call->process->handles, HANDLE_CONTEXT, handle);
    return look(*out == NULL ? NULL : (*out)->device);
}

/* The handle names a context; or a device, when that has none (RENDER-14). */
NTSTATUS kmt_context_enter_either(struct kmt_call *call, uint32_t handle,
                                  struct kmt_context **context)
{
    struct kmt_device *device;
    NTSTATUS status;

    if (handle_find(&call->process->handles, HANDLE_DEVICE, handle) == NULL) {
        return kmt_context_enter(call, handle, context);
    }
    status = kmt_device_enter(call, handle, &device);
    if (NT_SUCCESS(status) && device->legacy == NULL) {
        kmt_device_leave(device);
        status = STATUS_INVALID_PARAMETER;
    }
    if (NT_SUCCESS(status)) {
        *context = device->legacy;
    }
    return status;
}

void kmt_device_release(struct kmt_device *device)
{
    DXGH_ASSERT(device->held);
    device->held = false;
    wait_queue_wake(device->process->machine, &device->released);
    kmt_device_put(device);
}

void kmt_device_leave(struct kmt_device *device)
{
    if (device->adapter != NULL) {
        dxgk_client_leave(device->adapter);
    }
    kmt_device_release(device);
}

NTSTATUS kmt_device_lost(const struct kmt_device *device)
{
    return dxgk_device_state(device->device) == DEVICE_OK ? STATUS_SUCCESS : STATUS_DEVICE_REMOVED;
}

/* Without a client's call around it: the process or the adapter goes. */
static void take_down(struct kmt_device *device)
{
    struct machine *machine = device->process->machine;

    device->references++;
    WAIT_UNTIL(machine, &device->released, !device->held);
    device->held = true;
    if (device->device != NULL) {
        kmt_device_destroy_children(device);
        dxgk_device_destroy(device->device);
        device->device = NULL;
    }
    device->adapter = NULL;
    device->held = false;
    wait_queue_wake(machine, &device->released);
    wait_queue_wake(machine, sync_changed(machine)); /* who waits in its name */
    kmt_device_put(device);
}

/* A call that waits for work behind a wait nobody ends would never leave: the work is dropped. */
static void abort_work(struct process *process)
{
    const struct kmt_device *device;
    uint32_t cursor = 0;

    while (process->calls > 0 &&
           (device = handle_next(&process->handles, HANDLE_DEVICE, &cursor)) != NULL) {
        if (device->device != NULL) {
            dxgk_device_set_error(device->device);
        }
    }
}

void kmt_process_end(struct process *process)
{
    struct kmt_device *device;
    struct kmt_adapter *opened;
    uint32_t cursor = 0;

    process->dying = true;
    abort_work(process);
    kmt_sync_end(process);
    WAIT_UNTIL(process->machine, &process->idle, process->calls == 0);
    kmt_nt_handles_end(process);
    while ((device = handle_next(&process->handles, HANDLE_DEVICE, &cursor)) != NULL) {
        take_down(device);
        handle_remove(&process->handles, device->handle);
        device->destroyed = true;
        kmt_device_put(device);
    }
    cursor = 0;
    while ((opened = handle_next(&process->handles, HANDLE_ADAPTER, &cursor)) != NULL) {
        handle_remove(&process->handles, opened->handle);
        machine_heap_free(process->machine, opened);
    }
}

static void take_from(struct process *process, const struct adapter *adapter)
{
    struct kmt_device *device;
    struct kmt_adapter *opened;
    uint32_t cursor = 0;

    while ((device = handle_next(&process->handles, HANDLE_DEVICE, &cursor)) != NULL) {
        if (device->adapter == adapter) {
            take_down(device);
        }
    }
    cursor = 0;
    while ((opened = handle_next(&process->handles, HANDLE_ADAPTER, &cursor)) != NULL) {
        if (opened->adapter == adapter) {
            opened->adapter = NULL;
        }
    }
}

void kmt_adapter_stop(struct adapter *adapter)
{
    struct list *processes = process_list(dxgk_adapter_machine(adapter));
    struct list *link;

    dxgk_adapter_revoke(adapter);
    kmt_nt_handles_stop(adapter);
    link = processes->next;
    while (link != processes) {
        struct process *process = process_get(LIST_ENTRY_OF(link, struct process, link));

        take_from(process, adapter);
        link = process->link.next;
        process_put(process);
    }
}
