/* SPDX-License-Identifier: MIT */
#include "dxgk/hot_plug.h"

#include "dxgk/callbacks.h"
#include "dxgk/display_path.h"
#include "dxgk/display_private.h"
#include "verify/names.h"

static struct adapter_child *next_news(struct adapter *adapter)
{
    for (uint32_t i = 0; i < adapter->child_count; i++) {
        if (adapter->children[i].news) {
            return &adapter->children[i];
        }
    }
    return NULL;
}

/* A monitor that came has a descriptor to be read, and one that went takes its own along. */
static void take_news(struct adapter *adapter, struct adapter_child *child)
{
    child->news = false;
    child->connected = child->news_connected;
    adapter_child_describe(adapter, child);
    adapter_display_plug(adapter, child);
}

static void NTAPI work_off(PVOID context)
{
    struct adapter *adapter = context;
    struct adapter_hot_plug *hot_plug = &adapter->hot_plug;
    struct adapter_child *child;

    adapter_vidpn_lock(adapter);
    while (hot_plug->open && (child = next_news(adapter)) != NULL) {
        take_news(adapter, child);
        adapter_desktop_follow(adapter);
        hot_plug->handled++;
    }
    hot_plug->queued = false;
    adapter_vidpn_unlock(adapter);
    wait_queue_wake(adapter->machine, &hot_plug->done);
}

static void queue(struct adapter *adapter)
{
    struct adapter_hot_plug *hot_plug = &adapter->hot_plug;

    if (hot_plug->open && !hot_plug->queued && next_news(adapter) != NULL) {
        hot_plug->queued = true;
        ExInitializeWorkItem(&hot_plug->item, work_off, adapter);
        ExQueueWorkItem(&hot_plug->item, DelayedWorkQueue);
    }
}

void adapter_hot_plug_open(struct adapter *adapter)
{
    adapter->hot_plug.open = true;
    queue(adapter);
}

void adapter_hot_plug_close(struct adapter *adapter)
{
    adapter->hot_plug.open = false;
    WAIT_UNTIL(adapter->machine, &adapter->hot_plug.done, !adapter->hot_plug.queued);
}

bool dxgk_child_is_connected(const struct adapter *adapter, uint32_t index)
{
    return index < adapter->child_count && adapter->children[index].connected;
}

uint64_t dxgk_hot_plug_count(struct adapter *adapter)
{
    WAIT_UNTIL(adapter->machine, &adapter->hot_plug.done, !adapter->hot_plug.queued);
    return adapter->hot_plug.handled;
}

static struct adapter_child *find_child(struct adapter *adapter, const DXGK_CHILD_STATUS *status)
{
    for (uint32_t i = 0; adapter != NULL && status != NULL && i < adapter->child_count; i++) {
        if (adapter->children[i].descriptor.ChildUid == status->ChildUid) {
            return &adapter->children[i];
        }
    }
    return NULL;
}

/* Rule CB-08. */
static NTSTATUS indicate_connection(struct adapter *adapter, struct adapter_child *child,
                                    bool connected)
{
    DXGK_CHILD_DEVICE_HPD_AWARENESS awareness = child->descriptor.ChildCapabilities.HpdAwareness;

    if (child->descriptor.ChildDeviceType != TypeVideoOutput ||
        awareness == HpdAwarenessAlwaysConnected) {
        verify_report(adapter->machine, RULE_CB_08, "DxgkCbIndicateChildStatus",
                      "Child %u was reported as %s, but DxgkDdiQueryChildRelations described it "
                      "as %s. Report connections of video outputs whose HpdAwareness is "
                      "HpdAwarenessInterruptible, or HpdAwarenessPolled when it is docked.",
                      child->descriptor.ChildUid, connected ? "connected" : "disconnected",
                      awareness == HpdAwarenessAlwaysConnected ? "always connected"
                                                               : "no video output");
        return STATUS_INVALID_PARAMETER;
    }
    child->news = true;
    child->news_connected = connected;
    queue(adapter);
    return STATUS_SUCCESS;
}

/**
 * The child's state is recorded, and a worker thread does the rest: it may call the driver.
 * Source: nc-dispmprt-dxgkcb_indicate_child_status.md; display/monitor-hot-plug-detection.md.
 * Choice: the statuses of the failures. IRQL: <= DISPATCH_LEVEL.
 */
NTSTATUS APIENTRY callback_IndicateChildStatus(HANDLE DeviceHandle, PDXGK_CHILD_STATUS ChildStatus)
{
    struct callback_call call;
    struct adapter *adapter;
    struct adapter_child *child;
    NTSTATUS status = STATUS_INVALID_PARAMETER;

    callback_enter(&call, "DxgkCbIndicateChildStatus", DISPATCH_LEVEL);
    adapter = adapter_from_handle("DxgkCbIndicateChildStatus", DeviceHandle);
    child = find_child(adapter, ChildStatus);
    if (child != NULL && ChildStatus->Type == StatusConnection) {
        status = indicate_connection(adapter, child, ChildStatus->HotPlug.Connected);
    } else if (child != NULL) {
        verify_unimplemented(call.machine, "DxgkCbIndicateChildStatus of type %d",
                             (int)ChildStatus->Type);
        status = STATUS_NOT_IMPLEMENTED;
    }
    callback_leave(&call);
    return status;
}
