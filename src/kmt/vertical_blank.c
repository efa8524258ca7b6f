/* SPDX-License-Identifier: MIT */
/*
 * Waiting for the screen.
 *
 * Source: d3dkmthk nf-d3dkmthk-d3dkmtwaitforverticalblankevent,
 * -d3dkmtwaitforverticalblankevent2, -d3dkmtgetscanline
 */
#include "dxgk/gate_calls.h"
#include "dxgk/monitor.h"
#include "dxgk/statistics.h"
#include "kmt/nt_handle.h"

static bool may_wait(const struct kmt_call *call, uint32_t source_id, uint32_t device)
{
    return source_id < dxgk_adapter_source_count(call->adapter) &&
           (device == 0 || handle_find(&call->process->handles, HANDLE_DEVICE, device) != NULL);
}

static bool is_dying(void *argument)
{
    const struct process *process = argument;

    return process->dying;
}

static NTSTATUS wait_blank(struct kmt_call *call, void *arguments)
{
    const D3DKMT_WAITFORVERTICALBLANKEVENT *args = arguments;

    if (!may_wait(call, args->VidPnSourceId, args->hDevice)) {
        return STATUS_INVALID_PARAMETER;
    }
    if (!dxgk_wait_blank(call->adapter, args->VidPnSourceId, is_dying, call->process)) {
        return STATUS_GRAPHICS_PRESENT_MODE_CHANGED; /* nothing is shown on it */
    }
    return call->process->dying ? STATUS_PROCESS_IS_TERMINATING : STATUS_SUCCESS;
}

/* The events a wait is about besides the blank; references. */
struct event_list {
    const struct process *process;
    uint32_t count;
    struct sync_object *events[D3DKMT_MAX_WAITFORVERTICALBLANK_OBJECTS];
};

/* Index of the first that is set; count: none is. */
static uint32_t first_ready(const struct event_list *list)
{
    uint32_t i = 0;

    while (i < list->count && !sync_is_ready(list->events[i], 0)) {
        i++;
    }
    return i;
}

static bool is_over(void *argument)
{
    const struct event_list *list = argument;

    return list->process->dying || first_ready(list) < list->count;
}

static NTSTATUS wait_with(struct kmt_call *call, uint32_t source_id, struct event_list *list)
{
    bool waited = dxgk_wait_blank(call->adapter, source_id, is_over, list);
    uint32_t index = first_ready(list);

    if (call->process->dying) {
        return STATUS_PROCESS_IS_TERMINATING;
    }
    if (index < list->count) {
        sync_take(list->events[index], NULL);
        return STATUS_WAIT_1 + (NTSTATUS)index;
    }
    return waited ? STATUS_WAIT_0 : STATUS_GRAPHICS_PRESENT_MODE_CHANGED;
}

static NTSTATUS wait_blank_2(struct kmt_call *call, void *arguments)
{
    const D3DKMT_WAITFORVERTICALBLANKEVENT2 *args = arguments;
    struct event_list list = { .process = call->process };
    NTSTATUS status;

    if (!may_wait(call, args->VidPnSourceId, args->hDevice) ||
        args->NumObjects > D3DKMT_MAX_WAITFORVERTICALBLANK_OBJECTS) {
        return STATUS_INVALID_PARAMETER;
    }
    for (; list.count < args->NumObjects; list.count++) {
        list.events[list.count] = kmt_event_find(call, args->ObjectHandleArray[list.count]);
        if (list.events[list.count] == NULL) {
            return STATUS_INVALID_PARAMETER;
        }
    }
    for (uint32_t i = 0; i < list.count; i++) {
        (void)sync_get(list.events[i]);
    }
    status = wait_with(call, args->VidPnSourceId, &list);
    for (uint32_t i = 0; i < list.count; i++) {
        sync_put(list.events[i]);
    }
    return status;
}

static NTSTATUS scan_line(struct kmt_call *call, void *arguments)
{
    D3DKMT_GETSCANLINE *args = arguments;
    DXGKARG_GETSCANLINE request = { 0 };
    NTSTATUS status;

    /* No beam draws a source that no target shows. */
    if (!dxgk_source_target(call->adapter, args->VidPnSourceId, &request.VidPnTargetId)) {
        return STATUS_INVALID_PARAMETER;
    }
    status = gate_GetScanLine(call->adapter, &request);
    args->InVerticalBlank = request.InVerticalBlank;
    args->ScanLine = request.ScanLine;
    return status;
}

NTSTATUS APIENTRY D3DKMTWaitForVerticalBlankEvent(const D3DKMT_WAITFORVERTICALBLANKEVENT *args)
{
    static const struct kmt_function function = {
        "D3DKMTWaitForVerticalBlankEvent",
        KMT_BY(ADAPTER, D3DKMT_WAITFORVERTICALBLANKEVENT, hAdapter), .body = wait_blank
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTWaitForVerticalBlankEvent2(const D3DKMT_WAITFORVERTICALBLANKEVENT2 *args)
{
    static const struct kmt_function function = {
        "D3DKMTWaitForVerticalBlankEvent2",
        KMT_BY(ADAPTER, D3DKMT_WAITFORVERTICALBLANKEVENT2, hAdapter), .body = wait_blank_2
    };

    return kmt_call(&function, args);
}

NTSTATUS APIENTRY D3DKMTGetScanLine(D3DKMT_GETSCANLINE *args)
{
    static const struct kmt_function function = { "D3DKMTGetScanLine",
                                                  KMT_BY(ADAPTER, D3DKMT_GETSCANLINE, hAdapter),
                                                  .answer = KMT_ANSWERS, .body = scan_line };

    return kmt_call(&function, args);
}
