/* SPDX-License-Identifier: MIT */
/*
 * Threads: a KTHREAD is one of these, a dispatcher object that is signalled at its end.
 *
 * The adopted main fiber has one from nt_attach on; every other thread owns a fiber that it starts
 * and ends with. A thread object outlives its fiber while somebody holds a reference or a handle.
 *
 * Source: wdm PsCreateSystemThread. Tests: tests/unit/nt_thread_test.c
 */
#ifndef NT_THREAD_H
#define NT_THREAD_H

#include "machine/fiber.h"
#include "machine/machine.h"
#include "nt/wdk.h"

struct nt_thread {
    DISPATCHER_HEADER header; /* first: a PKTHREAD is what drivers wait on */
    struct list link;         /* nt.threads, while it runs */
    struct fiber *fiber;      /* NULL once it has ended */
    uint32_t id;              /* as PsGetCurrentThreadId shows it: a multiple of 4 */
    bool driver;              /* made by the driver: counts as a leak at unload */
    bool system;              /* a kernel thread, not the adopted client */
    bool adopted;             /* its fiber was made by another layer, which also ends it */
    KPRIORITY priority;
    NTSTATUS exit_status;
    PKSTART_ROUTINE routine;
    void *context;

    LIST_ENTRY mutants; /* KMUTANT.MutantListEntry it owns */
    void *seh;          /* innermost guarded block */
    union {
        struct {
            uint16_t critical_regions;
            uint16_t guarded_regions;
            uint16_t owned;        /* fast mutexes and resources it holds */
            uint8_t mutexes;       /* KMUTEXes it owns */
            uint8_t wait_promised; /* it said Wait = TRUE and has not waited yet */
        };
        uint64_t balance; /* all of them: what a routine leaves as it found it, see nt/balance.h */
    };
    const char *promised_by;

    /* its wait, while `waiting` */
    bool waiting;
    bool wait_all;
    NTSTATUS wait_status;
    ULONG wait_count;
    KWAIT_BLOCK *wait_blocks;
    struct clock_event wait_timeout;
    KWAIT_BLOCK built_in_blocks[THREAD_WAIT_OBJECTS];
};

/**
 * nt_thread_current - the thread the active processor runs or has interrupted
 * A fiber that a layer below or above made without a thread gets one here, when it first needs it.
 * Returns: never NULL; the idle thread when an interrupt found its processor idle.
 */
struct nt_thread *nt_thread_current(struct machine *machine);

/** nt_thread_peek - the same, but NULL for a fiber that has no thread; allocates nothing */
struct nt_thread *nt_thread_peek(struct machine *machine);

/**
 * nt_thread_create - start a kernel thread of our own
 * @name: for people
 * Returns: the thread object with one reference, the caller's (ObDereferenceObject), or NULL when
 * there is no stack.
 */
struct nt_thread *nt_thread_create(struct machine *machine, const char *name, KPRIORITY priority,
                                   PKSTART_ROUTINE routine, void *context);

/** nt_thread_start - the same, saying whether the thread counts as one of the driver's */
struct nt_thread *nt_thread_start(struct machine *machine, const char *name, KPRIORITY priority,
                                  PKSTART_ROUTINE routine, void *context, bool driver);

/** nt_thread_exit - end the current thread; does not return. IRQL: PASSIVE_LEVEL. */
DXGH_NORETURN void nt_thread_exit(struct machine *machine, NTSTATUS status);

/** nt_thread_stack_used - bytes of the running fiber's stack in use at this call */
size_t nt_thread_stack_used(const struct machine *machine);

/* main and idle thread; nt_attach and nt_detach */
void nt_threads_init(struct machine *machine);

#endif /* NT_THREAD_H */
