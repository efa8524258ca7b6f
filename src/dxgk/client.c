/* SPDX-License-Identifier: MIT */
#include "dxgk/client.h"

#include "dxgk/allocation_private.h"
#include "object/sync.h"

bool dxgk_client_enter(struct adapter *adapter)
{
    if (adapter->clients.revoked || !adapter->started) {
        return false;
    }
    adapter->clients.inside++;
    return true;
}

void dxgk_client_leave(struct adapter *adapter)
{
    DXGH_ASSERT(adapter->clients.inside > 0);
    if (--adapter->clients.inside == 0 && adapter->clients.revoked) {
        wait_queue_wake(adapter->machine, &adapter->clients.left);
    }
}

bool dxgk_adapter_is_revoked(const struct adapter *adapter)
{
    return adapter->clients.revoked;
}

/* A call that waits for work behind a wait nobody ends would never leave: the work is dropped. */
static void abort_work(struct adapter *adapter)
{
    LIST_FOR_EACH(link, &adapter->devices) {
        struct device *device = LIST_ENTRY_OF(link, struct device, link);

        if (!device->gdi) {
            device_lose(device, DEVICE_REMOVED);
        }
    }
}

void dxgk_adapter_revoke(struct adapter *adapter)
{
    adapter->clients.revoked = true;
    wait_queue_wake(adapter->machine, sync_changed(adapter->machine));
    if (adapter->clients.inside > 0) {
        abort_work(adapter);
    }
    WAIT_UNTIL(adapter->machine, &adapter->clients.left, adapter->clients.inside == 0);
}

bool dxgk_adapter_is_idle(const struct adapter *adapter)
{
    return sched_is_idle(adapter->sched);
}

struct wait_queue *dxgk_adapter_retired(struct adapter *adapter)
{
    return &adapter->sched->retired;
}

struct adapter *dxgk_adapter_first(struct machine *machine)
{
    struct list *adapters = &dxgk_of(machine)->adapters;

    return list_is_empty(adapters) ? NULL : LIST_ENTRY_OF(adapters->next, struct adapter, link);
}

struct adapter *dxgk_adapter_next(struct adapter *adapter)
{
    struct list *adapters = &adapter->dxgk->adapters;

    return adapter->link.next == adapters ? NULL
                                          : LIST_ENTRY_OF(adapter->link.next, struct adapter, link);
}

LUID dxgk_adapter_luid(const struct adapter *adapter)
{
    return (LUID){ .LowPart = adapter->handle };
}

uint32_t dxgk_adapter_source_count(const struct adapter *adapter)
{
    return adapter->source_count;
}

const DXGK_CONTEXTINFO *dxgk_context_info(const struct context *context)
{
    return &context->info;
}

struct device *dxgk_context_device(const struct context *context)
{
    return context->device;
}

void dxgk_device_set_error(struct device *device)
{
    device_lose(device, DEVICE_ERROR_DMA_FAULT);
}
