/* SPDX-License-Identifier: MIT */
/* Events of a client, which other systems have from elsewhere than the graphics kernel. */
#include "kmt/nt_handle.h"

static NTSTATUS create(struct kmt_call *call, void *arguments)
{
    struct sync_object *event = sync_create(call->machine, SYNC_EVENT, 0);
    HANDLE *handle = arguments;

    *handle = kmt_nt_event_name(call, event);
    return *handle == NULL ? STATUS_NO_MEMORY : STATUS_SUCCESS;
}

NTSTATUS kmt_event_create(HANDLE *event)
{
    static const struct kmt_function function = { "CreateEvent", .body = create };

    *event = NULL;
    return kmt_call(&function, event);
}

static NTSTATUS set(struct kmt_call *call, void *arguments)
{
    struct sync_object *event = kmt_event_find(call, *(HANDLE *)arguments);

    if (event == NULL) {
        return STATUS_INVALID_HANDLE;
    }
    (void)sync_signal(event, 0);
    return STATUS_SUCCESS;
}

NTSTATUS kmt_event_set(HANDLE event)
{
    static const struct kmt_function function = { "SetEvent", .body = set };

    return kmt_call(&function, &event);
}

struct wait_request {
    HANDLE event;
    const int64_t *timeout;
};

static NTSTATUS wait(struct kmt_call *call, void *arguments)
{
    const struct wait_request *request = arguments;
    struct sync_object *event = kmt_event_find(call, request->event);
    NTSTATUS status;

    if (event == NULL) {
        return STATUS_INVALID_HANDLE;
    }
    (void)sync_get(event);
    status = kmt_sync_wait(call, event, 0, request->timeout);
    if (status == STATUS_SUCCESS) {
        sync_take(event, NULL);
    }
    sync_put(event);
    return status;
}

NTSTATUS kmt_event_wait(HANDLE event, const int64_t *timeout)
{
    static const struct kmt_function function = { "WaitForSingleObject", .body = wait };
    struct wait_request request = { event, timeout };

    return kmt_call(&function, &request);
}
