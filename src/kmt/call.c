/* SPDX-License-Identifier: MIT */
#include "kmt/call.h"

#include "kmt/object.h"
#include "machine/schedule.h"

#include <string.h>

/* D3DKMT_PRESENT is the largest. */
#define ARGUMENT_BYTES_MAX sizeof(D3DKMT_PRESENT)

static const struct kmt_host *kmt_host;

void kmt_host_set(const struct kmt_host *host)
{
    kmt_host = host;
}

const struct kmt_host *kmt_host_of_calls(void)
{
    return kmt_host;
}

static uint32_t handle_at(const void *args, uint16_t offset)
{
    uint32_t handle;

    memcpy(&handle, (const char *)args + offset, sizeof(handle));
    return handle;
}

static NTSTATUS enter_device(struct kmt_call *call, uint32_t handle)
{
    NTSTATUS status = kmt_device_enter(call, handle, &call->device);

    if (!NT_SUCCESS(status)) {
        call->device = NULL;
    }
    return status;
}

static NTSTATUS enter_context(struct kmt_call *call, uint32_t handle, bool either)
{
    NTSTATUS status = either ? kmt_context_enter_either(call, handle, &call->context)
                             : kmt_context_enter(call, handle, &call->context);

    if (NT_SUCCESS(status)) {
        call->device = call->context->device;
    }
    return status;
}

static NTSTATUS enter_beside(struct kmt_call *call, uint32_t handle)
{
    NTSTATUS status;

    call->beside = true;
    if (call->function->entry == KMT_ENTER_DEVICE_BESIDE) {
        status = kmt_device_look(call, handle, &call->device);
    } else {
        status = kmt_context_look(call, handle, &call->context);
        call->device = NT_SUCCESS(status) ? call->context->device : NULL;
    }
    if (!NT_SUCCESS(status)) {
        return status;
    }
    call->adapter = call->device->adapter;
    return call->function->entry == KMT_ENTER_DEVICE_BESIDE ? STATUS_SUCCESS
                                                            : kmt_device_lost(call->device);
}

static void leave(struct kmt_call *call)
{
    if (call->beside) {
        return;
    }
    if (call->device != NULL) {
        kmt_device_leave(call->device);
    } else if (call->adapter != NULL) {
        kmt_adapter_leave(call->adapter);
    }
}

static NTSTATUS enter(struct kmt_call *call, const void *args)
{
    enum kmt_entry entry = call->function->entry;
    uint32_t handle = handle_at(args, call->function->handle_at);
    NTSTATUS status;

    if (entry == KMT_ENTER_NOTHING) {
        return STATUS_SUCCESS;
    }
    if (entry == KMT_ENTER_ADAPTER) {
        return kmt_adapter_enter(call, handle, &call->adapter);
    }
    if (entry >= KMT_ENTER_DEVICE_BESIDE) {
        return enter_beside(call, handle);
    }
    if (entry == KMT_ENTER_DEVICE || entry == KMT_ENTER_LIVE_DEVICE) {
        status = enter_device(call, handle);
    } else {
        status = enter_context(call, handle,
                               entry == KMT_ENTER_CONTEXT_OR_DEVICE ||
                                   entry == KMT_ENTER_LIVE_CONTEXT_OR_DEVICE);
    }
    if (!NT_SUCCESS(status)) {
        return status;
    }
    call->adapter = call->device->adapter;
    if (entry == KMT_ENTER_LIVE_DEVICE || entry == KMT_ENTER_LIVE_CONTEXT ||
        entry == KMT_ENTER_LIVE_CONTEXT_OR_DEVICE) {
        status = kmt_device_lost(call->device);
        if (!NT_SUCCESS(status)) {
            leave(call);
        }
    }
    return status;
}

static bool capture(struct kmt_call *call, void *args)
{
    const struct kmt_function *function = call->function;

    return user_read_words(call->machine, args, call->user, function->bytes) &&
           (function->answer != KMT_ANSWERS_SURE ||
            user_can_write(call->machine, call->user, function->bytes));
}

static NTSTATUS answer(struct kmt_call *call, void *args, NTSTATUS status)
{
    const struct kmt_function *function = call->function;

    if (function->answer == KMT_ANSWERS_NOTHING ||
        !(NT_SUCCESS(status) || status == STATUS_BUFFER_TOO_SMALL) ||
        user_write(call->machine, call->user, args, function->bytes)) {
        return status;
    }
    if (NT_SUCCESS(status) && function->undo != NULL) {
        function->undo(call, handle_at(args, function->made_at));
    }
    return STATUS_INVALID_PARAMETER;
}

/* Has the customer bit, which no documented status has; a driver may answer it all the same, so the
 * queue tells the two apart. */
#define STATUS_CALL_AGAIN ((NTSTATUS)0xE0000001)

NTSTATUS kmt_wait_retired(struct kmt_call *call)
{
    call->again.queue = dxgk_adapter_retired(call->adapter);
    call->again.wakes = call->again.queue->wakes;
    return STATUS_CALL_AGAIN;
}

/* The adapter stays entered: the queue is its. */
static void stand_aside(struct kmt_call *call)
{
    struct adapter *adapter = call->adapter;

    if (call->device != NULL) {
        kmt_device_release(call->device);
    }
    call->device = NULL;
    call->context = NULL;
    call->adapter = NULL;
    kmt_wait(call, call->again.queue, call->again.wakes, false);
    kmt_adapter_leave(adapter);
}

static NTSTATUS carry_out(struct kmt_call *call, void *args)
{
    NTSTATUS status;

    for (;;) {
        status = enter(call, args);
        if (!NT_SUCCESS(status)) {
            return status;
        }
        call->again.queue = NULL;
        status = call->function->body(call, args);
        if (DXGH_LIKELY(status != STATUS_CALL_AGAIN || call->again.queue == NULL)) {
            status = answer(call, args, status);
            leave(call);
            return status;
        }
        stand_aside(call);
    }
}

static NTSTATUS perform(struct kmt_call *call)
{
    union {
        uint64_t aligned;
        char bytes[ARGUMENT_BYTES_MAX];
    } args; /* not cleared: only the captured bytes of it are used */

    if (call->function->bytes == 0) {
        return call->function->body(call, call->user);
    }
    DXGH_ASSERT(call->function->bytes <= sizeof(args));
    return capture(call, args.bytes) ? carry_out(call, args.bytes) : STATUS_INVALID_PARAMETER;
}

static NTSTATUS run(struct machine *machine, const struct kmt_function *function, void *user)
{
    struct kmt_call call = {
        .machine = machine, .process = process_current(machine), .function = function, .user = user
    };
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
    status = perform(&call);
    if (--call.process->calls == 0 && call.process->dying) {
        wait_queue_wake(machine, &call.process->idle);
    }
    return status;
}

struct protected_call {
    struct machine *machine;
    const struct kmt_function *function;
    void *user;
    NTSTATUS status;
};

static void run_protected(void *argument)
{
    struct protected_call *protected = argument;

    protected->status = run(protected->machine, protected->function, protected->user);
}

/* Whoever stands outside machine_run must not be thrown out of the program by a bug check. */
static NTSTATUS run_on(struct machine *machine, const struct kmt_function *function, void *user)
{
    struct protected_call protected = { .machine = machine, .function = function, .user = user };

    if (machine->crashed) {
        return STATUS_DEVICE_REMOVED;
    }
    if (machine->crash_point_valid) {
        return run(machine, function, user);
    }
    return machine_run_call(machine, run_protected, &protected) == MACHINE_CRASHED
               ? STATUS_DEVICE_REMOVED
               : protected.status;
}

NTSTATUS kmt_call(const struct kmt_function *function, const void *user)
{
    struct machine *machine = kmt_host == NULL ? machine_current() : kmt_host->enter();
    NTSTATUS status = STATUS_NO_SUCH_DEVICE;

    if (machine != NULL) {
        status = run_on(machine, function, (void *)(uintptr_t)user);
    }
    if (machine != NULL && kmt_host != NULL) {
        kmt_host->leave(machine);
    }
    return status;
}
