/* SPDX-License-Identifier: MIT */
/*
 * The NT layer's state in one machine. Private to src/nt: other layers use nt/nt.h and the headers
 * of the objects. Nothing here is locked: between two points host code is atomic.
 */
#ifndef NT_STATE_H
#define NT_STATE_H

#include "machine/machine.h"
#include "nt/wdk.h"

#define NT_WORKERS_MAX 16u

struct nt_image;
struct nt_pool;
struct nt_registry;
struct nt_thread;

/* A spin lock that is held now, innermost last. */
struct nt_held_lock {
    const volatile void *lock;
    struct fiber *fiber;
    uint8_t irql;  /* what the acquirer was told to go back to */
    bool has_irql; /* acquired by a flavour that saves the IRQL */
    bool shared;
    uint32_t stalled_us; /* by its holder, since it was acquired */
    bool queued;         /* acquired through a KLOCK_QUEUE_HANDLE */
};

/* lock_order.c: `inner` was acquired while `outer` was held. */
struct nt_lock_edge {
    const volatile void *outer;
    const volatile void *inner;
    bool reached; /* by the search that runs now */
};

struct nt_dpc_queue {
    SINGLE_LIST_ENTRY *head;
    SINGLE_LIST_ENTRY *tail;
    uint32_t depth;
    uint64_t queued; /* ever; with `finished` it tells a flush what it still has to wait for */
    uint64_t finished;
    KDPC *active; /* its routine is running */
};

struct nt_handle {
    void *object; /* body of an nt_object; NULL: free */
    bool driver;  /* opened while the driver ran */
    uintptr_t pc; /* where in the driver; 0 when it was not */
};

struct nt {
    struct machine *machine;
    uint64_t calls; /* NT functions entered */

    /* thread.c */
    struct list threads; /* nt_thread.link */
    struct nt_thread *main_thread;
    struct nt_thread *idle_thread; /* what an interrupt sees on an idle processor */
    uint32_t next_thread_id;

    /* dpc.c, timer.c */
    struct nt_dpc_queue dpcs[MACHINE_PROCESSORS_MAX];
    LIST_ENTRY timers; /* KTIMER.TimerListEntry, ascending DueTime (virtual ns) */
    struct clock_event timer_event;

    /* spinlock.c */
    struct nt_held_lock *held; /* on the machine's heap; grows, since a driver knows no limit */
    uint32_t held_count;
    uint32_t held_capacity;

    /* lock_order.c */
    struct nt_lock_edge *lock_edges;
    uint32_t lock_edge_count;
    uint32_t lock_edge_capacity;

    /* seh.c: guard chains of interrupt fibers, by processor and nesting */
    void *interrupt_seh[MACHINE_PROCESSORS_MAX][IRQL_COUNT];

    /* work_item.c */
    LIST_ENTRY work_queue;  /* WORK_QUEUE_ITEM.List */
    struct list work_items; /* nt_work_item.link: allocated by IoAllocateWorkItem */
    KSEMAPHORE work_ready;
    uint32_t workers;
    uint32_t idle_workers; /* not inside an item */
    uint32_t queued_work;  /* length of work_queue */

    /* object.c */
    struct list objects; /* nt_object.link */
    struct nt_handle *handles;
    uint32_t handle_capacity;

    /* memory */
    struct nt_pool *pool;
    struct list mappings;     /* io_space.c: nt_mapping.link */
    struct list contiguous;   /* contiguous.c: nt_contiguous.link */
    struct list users;        /* user.c: nt_user_range.link */
    struct list lookasides;   /* lookaside.c: nt_listed.link */
    struct list resources;    /* resource.c: nt_listed.link */
    uint32_t locked_sections; /* contiguous.c: MmLockPagableDataSection less unlocked */

    /* registry.c */
    struct nt_registry *registry;

    struct nt_image *image; /* image.c: the loaded driver */

    uintptr_t judged_routine; /* irql.c: what returned just now, while its return is checked */
    bool echo_dbg_print;      /* DbgPrint also goes to stderr */
    uint64_t random_state;
    uint64_t next_luid;
};

static inline struct nt *nt_of(const struct machine *machine)
{
    return machine->layers[MACHINE_LAYER_NT];
}

#endif /* NT_STATE_H */
