/* SPDX-License-Identifier: MIT */
#include "kmt/sync.h"

struct alarm {
    struct clock_event event;
    struct machine *machine;
    bool rung;
};

static void ring(struct clock_event *event)
{
    struct alarm *alarm = DXGH_CONTAINER_OF(event, struct alarm, event);

    alarm->rung = true;
    wait_queue_wake(alarm->machine, sync_changed(alarm->machine));
}

/* A timeout as NT has it: negative is relative, in units of 100 ns. */
static uint64_t deadline(const struct machine *machine, int64_t timeout)
{
    uint64_t units = timeout < 0 ? (uint64_t)0 - (uint64_t)timeout : (uint64_t)timeout;
    uint64_t ns = units > UINT64_MAX / 200 ? UINT64_MAX / 2 : units * 100;

    return timeout < 0 ? machine->clock.now_ns + ns : ns;
}

/* What is abandoned can be had too. */
static bool is_available(const struct sync_object *object, uint64_t key)
{
    return object->abandoned || sync_is_ready(object, key);
}

NTSTATUS kmt_sync_wait(struct kmt_call *call, const struct sync_object *object, uint64_t key,
                       const int64_t *timeout)
{
    struct machine *machine = call->machine;
    struct alarm alarm = { .event.fire = ring, .machine = machine };

    if (timeout != NULL && *timeout == 0) {
        alarm.rung = true;
    } else if (timeout != NULL) {
        clock_event_set(&machine->clock, &alarm.event, deadline(machine, *timeout));
    }
    WAIT_UNTIL(machine, sync_changed(machine),
               is_available(object, key) || alarm.rung || call->process->dying);
    (void)clock_event_cancel(&machine->clock, &alarm.event);
    if (call->process->dying) {
        return STATUS_PROCESS_IS_TERMINATING;
    }
    return is_available(object, key) ? STATUS_SUCCESS : STATUS_TIMEOUT;
}
