/* SPDX-License-Identifier: MIT */
/*
 * What every D3DKMT function does first and last: find the machine and the calling process, count
 * the call, and survive a bug check.
 *
 * A function of this layer is a thunk: D3DKMTEscape() is kmt_call(escape, arguments), and escape()
 * captures the arguments, judges them, and calls the graphics kernel.
 */
#ifndef KMT_CALL_H
#define KMT_CALL_H

#include "kmt/user.h"
#include "object/process.h"

#include <d3dkmthk.h>

struct kmt_call {
    struct machine *machine;
    struct process *process; /* of the caller, never NULL */
};

typedef NTSTATUS (*kmt_body)(struct kmt_call *call, void *user);

/**
 * kmt_call - run the body of a D3DKMT function for the calling process
 * @user: the caller's argument pointer, not looked at
 * Returns: what the body returns; STATUS_INVALID_PARAMETER without a process;
 * STATUS_PROCESS_IS_TERMINATING for one that is being taken down; STATUS_DEVICE_REMOVED when the
 * machine has stopped, before the call or in it. IRQL: PASSIVE_LEVEL.
 */
NTSTATUS kmt_call(kmt_body body, const void *user);

/* A host program that is no machine of its own (the shared library) lends one to its callers. */
struct kmt_host {
    /* a machine for this host thread, NULL when it cannot be had; nobody else is on it until
     * leave() */
    struct machine *(*enter)(void);
    void (*leave)(struct machine *machine);
};

/** kmt_host_set - once, before the first call */
void kmt_host_set(const struct kmt_host *host);

/** kmt_unimplemented - name the request in the report and refuse it */
#define kmt_unimplemented(machine, ...)                                                            \
    (verify_unimplemented((machine), __VA_ARGS__), STATUS_NOT_IMPLEMENTED)

#endif /* KMT_CALL_H */
