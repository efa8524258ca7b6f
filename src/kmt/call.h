/* SPDX-License-Identifier: MIT */
/*
 * What every D3DKMT function does first and last, done once: find the machine and the calling
 * process, count the call, capture the argument structure, enter what its handle names, and
 * afterwards give the structure back, leave, and survive a bug check.
 *
 * A function of this layer is a thunk with a description of itself: D3DKMTLock() is kmt_call() of
 * { its name, its structure, the handle it enters by, its body }. The body judges a kernel copy of
 * the arguments and calls the graphics kernel.
 */
#ifndef KMT_CALL_H
#define KMT_CALL_H

#include "kmt/user.h"
#include "object/process.h"

#include <d3dkmthk.h>

struct adapter;
struct kmt_function;

/* A call whose device or adapter waits for the GPU is carried out again from its beginning when
 * work was done: while it waits it holds nothing but its arguments, so that other calls on the same
 * device go on, among them those that end the wait. */
struct kmt_again {
    struct wait_queue *queue;
    uint64_t wakes; /* of the queue, when the body looked */
};

struct kmt_call {
    struct machine *machine;
    struct process *process; /* of the caller, never NULL */
    const struct kmt_function *function;
    void *user;                /* the caller's structure, for who writes parts of it */
    struct adapter *adapter;   /* entered; NULL when the function enters by no handle */
    struct kmt_device *device; /* held, if not beside; NULL unless it enters by one or a context */
    struct kmt_context *context; /* of the device; NULL unless it enters by a context */
    struct kmt_again again;      /* what kmt_wait_retired said */
    bool beside;                 /* nothing is held, and the adapter is not entered */
};

/* What the handle of the argument structure must name. */
enum kmt_entry {
    KMT_ENTER_NOTHING,
    KMT_ENTER_ADAPTER,
    KMT_ENTER_DEVICE,
    KMT_ENTER_LIVE_DEVICE, /* one that is in an error state is STATUS_DEVICE_REMOVED */
    KMT_ENTER_CONTEXT,
    KMT_ENTER_LIVE_CONTEXT,           /* likewise */
    KMT_ENTER_CONTEXT_OR_DEVICE,      /* a device without contexts stands in for one (RENDER-14) */
    KMT_ENTER_LIVE_CONTEXT_OR_DEVICE, /* likewise */
    /* Found, but not held: the body reaches no point, and need not wait for other calls. */
    KMT_ENTER_DEVICE_BESIDE,
    KMT_ENTER_LIVE_CONTEXT_BESIDE,
};

/* What becomes of the copy when the body has ended. */
enum kmt_answer {
    KMT_ANSWERS_NOTHING,
    KMT_ANSWERS,      /* written back; the body's work is undone when that fails */
    KMT_ANSWERS_SURE, /* refused beforehand when it cannot be written: nothing is undone */
};

struct kmt_function {
    const char *name;   /* as exported, for reports */
    uint16_t bytes;     /* of the argument structure; 0: the pointer is passed on as it is */
    uint16_t handle_at; /* offset of the handle that is entered by */
    enum kmt_entry entry;
    enum kmt_answer answer;
    /* @args: the copy; changes of it are the answer. No point is reached between its end and the
     * answer, so that what the answer names, and undo takes back, is still there.
     * Returns: the call's status. */
    NTSTATUS (*body)(struct kmt_call *call, void *args);
    /* the body succeeded, and its caller cannot be told: take back what it made */
    void (*undo)(struct kmt_call *call, uint32_t handle); /* NULL: there is nothing */
    uint16_t made_at;                                     /* offset of that handle */
};

/* The members of a description: what it takes, by which handle it enters, what it makes. */
#define KMT_TAKES(type) .bytes = sizeof(type)
#define KMT_BY(what, type, member)                                                                 \
    .bytes = sizeof(type), .handle_at = offsetof(type, member), .entry = KMT_ENTER_##what
#define KMT_MAKES(type, member, unmake)                                                            \
    .answer = KMT_ANSWERS, .made_at = offsetof(type, member), .undo = (unmake)

/**
 * kmt_call - carry out a D3DKMT function for the calling process
 * @user: the caller's argument pointer, not looked at
 * An answer is written when the body succeeds, and with STATUS_BUFFER_TOO_SMALL, which tells sizes.
 * Returns: what the body returns; STATUS_INVALID_PARAMETER without a process, for a pointer that
 * cannot be read or written, and for a handle of another process, type or generation;
 * STATUS_PROCESS_IS_TERMINATING for one that is being taken down; STATUS_DEVICE_REMOVED when the
 * adapter is stopped or removed, or the machine has stopped, before the call or in it.
 * IRQL: PASSIVE_LEVEL. May wait for another call on the same device.
 */
NTSTATUS kmt_call(const struct kmt_function *function, const void *user);

/**
 * kmt_wait_retired - the answer of a body that cannot go on before queued work is done
 * The body has looked at the work's state since the last point, and has changed nothing yet, its
 * arguments included. It is called again, with everything looked up anew.
 * Returns: a status for the body to return; no caller ever sees it.
 */
DXGH_MUST_CHECK NTSTATUS kmt_wait_retired(struct kmt_call *call);

/* A host program that is no machine of its own (the shared library) lends one to its callers. */
struct kmt_host {
    /* a machine for this host thread, NULL when it cannot be had; nobody else is on it until
     * leave() */
    struct machine *(*enter)(void);
    void (*leave)(struct machine *machine);
    /* a call on this host thread waits: let those of other threads onto the machine for a while.
     * Does not return when the machine has stopped meanwhile. */
    void (*pause)(struct machine *machine);
    /* whether more than one host thread has called */
    bool (*has_others)(void);
};

/** kmt_host_set - once, before the first call */
void kmt_host_set(const struct kmt_host *host);
/** kmt_host_of_calls - Returns: NULL when clients are fibers of the machine */
const struct kmt_host *kmt_host_of_calls(void);

/**
 * kmt_wait - park a call until a queue is woken; then it looks again at what it waits for
 * In a program of several host threads the machine is left now and then, since what ends the wait
 * may be a call of another thread.
 * @wakes: of the queue, when the caller looked; a wake since then ends the wait at once
 * @limited: the clock ends the wait in any case
 * The running call holds nothing. IRQL: PASSIVE_LEVEL.
 */
void kmt_wait(struct kmt_call *call, struct wait_queue *queue, uint64_t wakes, bool limited);

/** kmt_unimplemented - name the function and the request in the report, and refuse it */
#define kmt_unimplemented(call, format, ...)                                                       \
    (verify_unimplemented((call)->machine, "%s: " format, (call)->function->name, ##__VA_ARGS__),  \
     STATUS_NOT_IMPLEMENTED)

#endif /* KMT_CALL_H */
