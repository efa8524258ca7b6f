/* SPDX-License-Identifier: MIT */
/* What NT handles name, for the files that share and open it. */
#ifndef KMT_NT_SHARED_H
#define KMT_NT_SHARED_H

#include "kmt/nt_handle.h"
#include "kmt/resource.h"

#define KMT_NAME_LENGTH_MAX 128u /* characters. Choice. */

/* What an NT handle names: a resource, a keyed mutex, a synchronization object, or the three; or an
 * event. */
struct kmt_shared {
    struct machine *machine;
    uint32_t references;       /* handles */
    uint32_t handle;           /* in object_shares() */
    struct resource *resource; /* held; NULL: none, or its adapter was stopped */
    struct sync_object *mutex; /* one reference each; NULL: none */
    struct sync_object *sync;
    struct sync_object *event; /* alone */
    uint32_t name_length;      /* 0: it has none */
    WCHAR name[KMT_NAME_LENGTH_MAX];
};

/** kmt_shared_find - what a handle of the caller names. Returns: NULL: it names nothing. */
struct kmt_shared *kmt_shared_find(const struct kmt_call *call, HANDLE handle);
/** kmt_shared_name - one more handle to it. Returns: NULL when none is left. */
HANDLE kmt_shared_name(struct kmt_call *call, struct kmt_shared *shared);
/**
 * kmt_shared_publish - a copy of a description becomes an object, with its first handle
 * @shared: receives it; its members are the caller's to take references to
 * Returns: NULL when no handle is left, and nothing was made.
 */
HANDLE kmt_shared_publish(struct kmt_call *call, const struct kmt_shared *wanted,
                          struct kmt_shared **shared);
/**
 * kmt_shared_read_name - the name in the caller's OBJECT_ATTRIBUTES
 * @user: NULL: it has none
 * Returns: STATUS_SUCCESS; STATUS_INVALID_PARAMETER for one that cannot be read or is too long.
 */
NTSTATUS kmt_shared_read_name(struct kmt_call *call, const OBJECT_ATTRIBUTES *user,
                              struct kmt_shared *shared);
/** kmt_shared_find_name - the living object of the same name. Returns: NULL: none. */
struct kmt_shared *kmt_shared_find_name(const struct kmt_shared *wanted);

#endif /* KMT_NT_SHARED_H */
