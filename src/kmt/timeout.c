/* SPDX-License-Identifier: MIT */
/*
 * How calls wait: for a queue, for a synchronization object, for a time.
 *
 * Choice: a program of several host threads has its virtual time pass at the speed of real time
 * while a thread of it waits and the GPU is idle. The call that ends the wait may come from any of
 * the others, at any time, and a wait that only looked at the machine would never see it.
 */
#include "kmt/sync.h"

/* How long a waiting call runs the machine before it lets the program's other threads in. */
#define TURN_NS DXGH_NS_PER_MS

void kmt_wait(struct kmt_call *call, struct wait_queue *queue, uint64_t wakes, bool limited)
{
    struct machine *machine = call->machine;
    const struct kmt_host *host = kmt_host_of_calls();
    struct wait_alarm turn = { 0 };
    bool others = host != NULL && (!limited || host->has_others());

    if (others) {
        wait_alarm_set(machine, &turn, queue, machine->clock.now_ns + TURN_NS);
    }
    WAIT_UNTIL(machine, queue, queue->wakes != wakes);
    wait_alarm_cancel(machine, &turn);
    if (turn.rung) {
        host->pause(machine);
    }
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
    struct wait_queue *changed = sync_changed(machine);
    struct wait_alarm alarm = { 0 };

    if (timeout != NULL && *timeout == 0) {
        alarm.rung = true;
    } else if (timeout != NULL) {
        wait_alarm_set(machine, &alarm, changed, deadline(machine, *timeout));
    }
    while (!is_available(object, key) && !alarm.rung && !call->process->dying) {
        kmt_wait(call, changed, changed->wakes, timeout != NULL);
    }
    causality_acquire(changed);
    wait_alarm_cancel(machine, &alarm);
    if (call->process->dying) {
        return STATUS_PROCESS_IS_TERMINATING;
    }
    return is_available(object, key) ? STATUS_SUCCESS : STATUS_TIMEOUT;
}
