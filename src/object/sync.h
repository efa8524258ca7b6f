/* SPDX-License-Identifier: MIT */
/*
 * Synchronization objects between processors and GPU contexts: mutexes, semaphores, fences, and
 * keyed mutexes.
 *
 * All waiters of a machine look again when any object changes; there are few, and the order of
 * looking is the order of parking.
 *
 * Source: d3dkmthk ne-d3dukmdt-_d3dddi_synchronizationobject_type; display/context-monitoring.md
 */
#ifndef OBJECT_SYNC_H
#define OBJECT_SYNC_H

#include "object/process.h"

enum sync_type {
    SYNC_MUTEX,
    SYNC_SEMAPHORE,
    SYNC_FENCE,
    SYNC_MONITORED_FENCE,
    SYNC_KEYED_MUTEX,
    SYNC_EVENT, /* of the processor: one wait takes it back */
};

struct sync_object {
    struct machine *machine;
    enum sync_type type;
    uint32_t references;
    uint32_t share;    /* global handle; 0: not shared */
    bool nt_shared;    /* by NT handles only */
    bool owned;        /* mutexes */
    const void *owner; /* keyed mutex: who acquired it; mutex: whose it is since its creation */
    struct list held;  /* mutex: among what its holder has taken, see sync_take */
    bool abandoned;    /* keyed mutex: its owner went away; the next to acquire is told */
    uint32_t count;    /* semaphore; event: 1 when it is set */
    uint32_t limit;
    uint64_t value;       /* fence; keyed mutex: the key it was released with */
    uint64_t fence_value; /* keyed mutex: as its last owner left it */
    void *data;           /* keyed mutex: private data of the runtime; owned */
    uint32_t data_bytes;
    uint64_t *mirror; /* monitored fence: the client's view of the value, its memory */
};

/** sync_create - one reference, the caller's. A monitored fence has its value in user memory.
 * Returns: NULL when there is no memory for that. */
struct sync_object *sync_create(struct machine *machine, enum sync_type type, uint64_t initial);
struct sync_object *sync_get(struct sync_object *object);
void sync_put(struct sync_object *object); /* accepts NULL */

/** sync_share - a global handle for it, the same each time; 0: none is left, or by a fault */
uint32_t sync_share(struct sync_object *object);

/** sync_is_ready - whether a wait for it would end now. @target: for fences, the key for a keyed
 * mutex. */
bool sync_is_ready(const struct sync_object *object, uint64_t target);
/**
 * sync_take - end the wait: what is taken by it (mutex, semaphore) is taken. It is ready.
 * @holder: list of the mutexes a holder has; NULL: of one who is told of otherwise
 */
void sync_take(struct sync_object *object, struct list *holder);
/** sync_release_all - the holder goes: its mutexes are free for others
 * Choice: no page says what becomes of them; whoever waited for one would wait for ever. */
void sync_release_all(struct machine *machine, struct list *holder);
/**
 * sync_signal - release a mutex, count a semaphore up, give a fence its value
 * Returns: false for a mutex nobody holds and a semaphore at its limit; nothing changes then. An
 * event that is set stays so.
 * IRQL: <= DISPATCH_LEVEL.
 */
bool sync_signal(struct sync_object *object, uint64_t value);

#define SYNC_DATA_BYTES_MAX 65536u

/** sync_data_set - replace the private data. @data: copied; @bytes: at most SYNC_DATA_BYTES_MAX */
void sync_data_set(struct sync_object *object, const void *data, uint32_t bytes);

/** sync_changed - where everybody waits who waits for an object */
struct wait_queue *sync_changed(struct machine *machine);

#endif /* OBJECT_SYNC_H */
