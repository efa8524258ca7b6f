/* SPDX-License-Identifier: MIT */
#include "kmt/call.h"

#include "machine/schedule.h"

static const struct kmt_host *kmt_host;

void kmt_host_set(const struct kmt_host *host)
{
    kmt_host = host;
}

static NTSTATUS run(struct machine *machine, kmt_body body, void *user)
{
    struct kmt_call call = { .machine = machine, .process = process_current(machine) };
    NTSTATUS status;

    if (call.process == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    if (call.process->dying) {
        return STATUS_PROCESS_IS_TERMINATING;
    }
    DXGH_ASSERT(schedule_irql(machine) == IRQL_PASSIVE);
    call.process->calls++;
    machine_point(machine);
    status = body(&call, user);
    if (--call.process->calls == 0 && call.process->dying) {
        wait_queue_wake(machine, &call.process->idle);
    }
    return status;
}

struct protected_call {
    struct machine *machine;
    kmt_body body;
    void *user;
    NTSTATUS status;
};

static void run_protected(void *argument)
{
    struct protected_call *protected = argument;

    protected->status = run(protected->machine, protected->body, protected->user);
}

/* Whoever stands outside machine_run must not be thrown out of the program by a bug check. */
static NTSTATUS run_on(struct machine *machine, kmt_body body, void *user)
{
    struct protected_call protected = { .machine = machine, .body = body, .user = user };

    if (machine->crashed) {
        return STATUS_DEVICE_REMOVED;
    }
    if (machine->crash_point_valid) {
        return run(machine, body, user);
    }
    return machine_run_call(machine, run_protected, &protected) == MACHINE_CRASHED
               ? STATUS_DEVICE_REMOVED
               : protected.status;
}

NTSTATUS kmt_call(kmt_body body, const void *user)
{
    struct machine *machine = kmt_host == NULL ? machine_current() : kmt_host->enter();
    NTSTATUS status = STATUS_NO_SUCH_DEVICE;

    if (machine != NULL) {
        status = run_on(machine, body, (void *)(uintptr_t)user);
    }
    if (machine != NULL && kmt_host != NULL) {
        kmt_host->leave(machine);
    }
    return status;
}
