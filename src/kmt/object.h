/* SPDX-License-Identifier: MIT */
/*
 * What a client's handles name. Each is in its process's table only, under its own type.
 *
 * While a call works on a device it holds the device: another call of the same process waits, so
 * nothing of the device is destroyed under anyone's feet. A call that has to wait for the GPU lets
 * go of it meanwhile and looks its handles up again: kmt_wait_retired.
 */
#ifndef KMT_OBJECT_H
#define KMT_OBJECT_H

#include "dxgk/client.h"
#include "dxgk/device.h"
#include "kmt/call.h"
#include "object/wait.h"

#define KMT_SOURCES_MAX 16u /* video present sources of an adapter that a client can own */

/* One opening of an adapter by a process. */
struct kmt_adapter {
    struct adapter *adapter; /* NULL once the adapter is stopped or removed */
    uint32_t handle;
};

/* What a device has shown on a source. */
struct kmt_shown {
    uint32_t count;   /* flips */
    uint32_t refresh; /* vertical blank of the source at which the last was there */
    uint64_t time_ns; /* of that blank */
};

struct kmt_device {
    struct process *process;
    struct adapter *adapter; /* NULL once it is stopped or removed: all below is gone as well */
    struct device *device;
    uint32_t handle;
    uint32_t references; /* the handle's, and one for each call that waits for it or holds it */
    bool destroyed;      /* no handle names it any more */
    bool held;           /* a call works on it */
    bool legacy_mode;    /* D3DKMT_CREATEDEVICEFLAGS.LegacyMode: DirectX before 10 */
    struct wait_queue released;
    struct list contexts;       /* struct kmt_context.link */
    struct list openings;       /* struct opening.link: resources and single allocations */
    struct list objects;        /* struct kmt_sync.link: synchronization objects made on it */
    struct list paging_queues;  /* struct paging_queue.link */
    struct kmt_context *legacy; /* what Render and Present on the device itself use */
    D3DKMT_VIDPNSOURCEOWNER_TYPE sources[KMT_SOURCES_MAX]; /* what it is to each source */
    struct kmt_shown shown[KMT_SOURCES_MAX];
};

/* The buffers a client fills for D3DKMTRender: its own memory, made by us. */
struct kmt_buffers {
    void *command; /* command_bytes */
    uint32_t command_bytes;
    D3DDDI_ALLOCATIONLIST *allocations;
    uint32_t allocation_count;
    D3DDDI_PATCHLOCATIONLIST *patches;
    uint32_t patch_count;
};

struct kmt_context {
    struct list link; /* device->contexts */
    struct kmt_device *device;
    struct context *context;
    uint32_t handle; /* 0: the device's own */
    struct kmt_buffers buffers;
};

/**
 * kmt_adapter_enter - an adapter by its handle, held until kmt_adapter_leave
 * @adapter: receives the adapter
 * Returns: STATUS_SUCCESS; STATUS_INVALID_PARAMETER for anything but an adapter handle of this
 * process; STATUS_DEVICE_REMOVED when the adapter is stopped or removed.
 */
DXGH_MUST_CHECK NTSTATUS kmt_adapter_enter(struct kmt_call *call, uint32_t handle,
                                           struct adapter **adapter);
void kmt_adapter_leave(struct adapter *adapter);
/** kmt_adapter_by_luid - Returns: NULL when no adapter that is started has it */
struct adapter *kmt_adapter_by_luid(struct machine *machine, LUID luid);

/**
 * kmt_device_enter - a device by its handle, held until kmt_device_leave
 * @device: receives the device; its adapter is entered too
 * Returns: STATUS_SUCCESS; STATUS_INVALID_PARAMETER for anything but a device handle of this
 * process; STATUS_DEVICE_REMOVED when its adapter is stopped or removed. A device in an error state
 * is found: what that means is the caller's matter.
 * May wait for another call on the device.
 */
DXGH_MUST_CHECK NTSTATUS kmt_device_enter(struct kmt_call *call, uint32_t handle,
                                          struct kmt_device **device);
/** kmt_context_enter - the same for the device of a context */
DXGH_MUST_CHECK NTSTATUS kmt_context_enter(struct kmt_call *call, uint32_t handle,
                                           struct kmt_context **context);
/** kmt_context_enter_either - a context; or a device, where that stands in for one (RENDER-14) */
DXGH_MUST_CHECK NTSTATUS kmt_context_enter_either(struct kmt_call *call, uint32_t handle,
                                                  struct kmt_context **context);
/**
 * kmt_device_look, kmt_context_look - the same without holding anything, for a call that reaches no
 * point: it never waits for another one on the device, and is over before the next goes on
 * Returns: as kmt_device_enter.
 */
DXGH_MUST_CHECK NTSTATUS kmt_device_look(struct kmt_call *call, uint32_t handle,
                                         struct kmt_device **device);
DXGH_MUST_CHECK NTSTATUS kmt_context_look(struct kmt_call *call, uint32_t handle,
                                          struct kmt_context **context);
void kmt_device_leave(struct kmt_device *device);
/** kmt_device_release - the same, except that the adapter stays entered */
void kmt_device_release(struct kmt_device *device);
/** kmt_device_put - the handle's reference; the caller has removed the handle */
void kmt_device_put(struct kmt_device *device);

/** kmt_device_lost - STATUS_DEVICE_REMOVED in any state but the good one */
DXGH_MUST_CHECK NTSTATUS kmt_device_lost(const struct kmt_device *device);

/**
 * kmt_process_end - a process ends: everything it still has is taken down
 * Calls under way finish or are woken, new ones are refused. The process itself stays for
 * process_destroy. Not from a call of the same process. IRQL: PASSIVE_LEVEL.
 */
void kmt_process_end(struct process *process);

/**
 * kmt_adapter_stop - an adapter is about to be stopped, or was taken out
 * Every device on it is taken down; the clients' handles stay and answer STATUS_DEVICE_REMOVED.
 * Before dxgk_adapter_destroy. IRQL: PASSIVE_LEVEL.
 */
void kmt_adapter_stop(struct adapter *adapter);

/** kmt_is_this_process - a process handle that means the caller: the pseudo handle, or NULL
 * Choice: there are no other process handles here. */
static inline bool kmt_is_this_process(HANDLE process)
{
    return process == NULL || (intptr_t)process == -1;
}

/** kmt_handle_add - a handle in a client's table. Returns: 0: none to be had, which faults may
 * cause */
static inline uint32_t kmt_handle_add(struct process *process, enum handle_type type, void *object)
{
    return decision_refuse(&process->machine->decision)
               ? 0
               : handle_add(&process->handles, type, object);
}

/** kmt_handle_remove - the opposite; accepts the 0 of one that was not to be had */
static inline void kmt_handle_remove(struct process *process, uint32_t handle)
{
    if (handle != 0) {
        handle_remove(&process->handles, handle);
    }
}

/* Used between the files of this layer. The caller holds the device. */
struct kmt_context_request {
    uint32_t node;
    const void *private_data; /* kernel memory */
    uint32_t private_bytes;
    bool null_rendering;
};
NTSTATUS kmt_context_create(struct kmt_device *device, const struct kmt_context_request *request,
                            struct kmt_context **context);
void kmt_context_destroy(struct kmt_context *context);
/** kmt_contexts_find - the contexts a call is broadcast to; all of this device, at most 64 */
DXGH_MUST_CHECK NTSTATUS kmt_contexts_find(const struct kmt_device *device,
                                           const D3DKMT_HANDLE *handles, uint32_t count,
                                           struct kmt_context **contexts);
/** kmt_contexts_have_room - each can queue one more buffer without waiting */
bool kmt_contexts_have_room(struct kmt_context *const *contexts, uint32_t count);
void kmt_device_destroy_children(struct kmt_device *device);
bool kmt_source_is_owned(const struct kmt_device *device, uint32_t source_id);
/** kmt_source_is_taken - another device has it exclusively */
bool kmt_source_is_taken(const struct kmt_device *device, uint32_t source_id);
void kmt_source_release(struct kmt_device *device); /* of all it owns */
void kmt_sync_end(struct process *process);
void kmt_sync_device_gone(struct kmt_device *device);

#endif /* KMT_OBJECT_H */
