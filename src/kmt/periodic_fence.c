/* SPDX-License-Identifier: MIT */
/*
 * Periodic monitored fences: one more with each vertical blank of a target, or some time before.
 *
 * A thread of the kernel counts; it is a caller on the adapter, and goes when its object or the
 * adapter does.
 *
 * Source: d3dukmdt ns-d3dukmdt-_d3dddi_synchronizationobjectinfo2 (PeriodicMonitoredFence)
 */
#include "dxgk/monitor.h"
#include "dxgk/statistics.h"
#include "kmt/sync.h"
#include "machine/fiber.h"
#include "machine/heap.h"
#include "machine/schedule.h"

struct periodic_fence {
    struct machine *machine;
    struct adapter *adapter;    /* entered */
    uint32_t source_id;         /* what the target showed when it was made */
    struct sync_object *object; /* one reference */
    uint64_t delay_ns;          /* from a blank to the moment before the next */
    bool stopping;
    bool gone;
    struct wait_queue ended;
};

static bool is_over(void *argument)
{
    const struct periodic_fence *fence = argument;

    return fence->stopping || dxgk_adapter_is_revoked(fence->adapter);
}

static void count_blanks(void *argument)
{
    struct periodic_fence *fence = argument;
    struct machine *machine = fence->machine;

    while (!is_over(fence)) {
        if (!dxgk_wait_blank(fence->adapter, fence->source_id, is_over, fence) || is_over(fence)) {
            continue;
        }
        if (fence->delay_ns > 0) {
            schedule_sleep_until(machine, machine->clock.now_ns + fence->delay_ns);
        }
        (void)sync_signal(fence->object, fence->object->value + 1);
    }
    sync_put(fence->object);
    dxgk_client_leave(fence->adapter);
    fence->gone = true;
    wait_queue_wake(machine, &fence->ended);
    schedule_exit(machine);
}

NTSTATUS kmt_periodic_fence_create(struct kmt_call *call, struct sync_object *object,
                                   uint32_t target_id, uint64_t time_100ns,
                                   struct periodic_fence **out)
{
    uint64_t period_ns = dxgk_target_period_ns(call->adapter, target_id);
    struct periodic_fence *fence;
    struct fiber *fiber;
    uint32_t source_id;

    if (!dxgk_target_source(call->adapter, target_id, &source_id) || period_ns == 0 ||
        time_100ns > period_ns / 100) {
        return STATUS_INVALID_PARAMETER;
    }
    if (!dxgk_client_enter(call->adapter)) {
        return STATUS_DEVICE_REMOVED;
    }
    fence = MACHINE_NEW(call->machine, struct periodic_fence);
    *fence =
        (struct periodic_fence){ .machine = call->machine,
                                 .adapter = call->adapter,
                                 .source_id = source_id,
                                 .object = sync_get(object),
                                 .delay_ns = time_100ns == 0 ? 0 : period_ns - time_100ns * 100 };
    wait_queue_init(&fence->ended);
    fiber = decision_refuse(&call->machine->decision)
                ? NULL
                : fiber_create(call->machine, count_blanks, fence, "periodic fence");
    if (fiber == NULL) {
        sync_put(object);
        dxgk_client_leave(call->adapter);
        machine_heap_free(call->machine, fence);
        return STATUS_NO_MEMORY;
    }
    schedule_ready(call->machine, fiber);
    *out = fence;
    return STATUS_SUCCESS;
}

void kmt_periodic_fence_destroy(struct periodic_fence *fence)
{
    if (fence == NULL) {
        return;
    }
    fence->stopping = true;
    wait_queue_wake(fence->machine, sync_changed(fence->machine));
    WAIT_UNTIL(fence->machine, &fence->ended, fence->gone);
    machine_heap_free(fence->machine, fence);
}
