/* SPDX-License-Identifier: MIT */
/*
 * Fibers: stacks and the switch between them.
 *
 * Everything that runs on a machine runs on a fiber: client calls, kernel threads, and, per
 * processor, one fiber for each interrupt level in use (level 2 is the DPC fiber). A switch costs
 * about ten nanoseconds. ASan is told of every stack, and TSan sees each fiber as a thread that no
 * switch synchronises, so two driver threads that race do so for TSan as well.
 */
#ifndef MACHINE_FIBER_H
#define MACHINE_FIBER_H

#include "machine/machine.h"

/* Windows gives 24 KB by contract; the mapping is larger, since our side runs on it too, and so
 * does a sanitizer that writes its report. Only touched pages cost memory. */
#define FIBER_STACK_BYTES (512u * 1024u)

enum fiber_state {
    FIBER_READY,   /* in machine->ready */
    FIBER_RUNNING, /* current of a processor, or set aside by an interrupt there */
    FIBER_BLOCKED, /* waits for schedule_ready */
    FIBER_DEAD,
};

struct fiber {
    void *stack_pointer; /* of the suspended fiber; the switch writes it */
    enum fiber_state state;
    uint8_t priority;      /* 0..31, NT meaning */
    uint8_t irql;          /* while suspended: what its processor goes back to, below DISPATCH */
    bool wake_pending;     /* readied before it blocked: the next block returns at once */
    bool abandoned;        /* never runs again: a late wake-up is ignored */
    bool is_interrupt;     /* belongs to a processor's level, never scheduled */
    const char *ddi;       /* innermost DDI it is in, for reports; static text, NULL outside */
    uint64_t ddi_since_ns; /* since when it is inside the outermost */
    uint64_t polled_ns;    /* stalled or at registers so far: what a driver spends in a spin */
    bool ddi_bad_handle;   /* a callback answered the innermost DDI with NULL for a handle */
    const char *callback;  /* callback of ours the driver is in: what it passed may fault us */
    uintptr_t stack_limit; /* the driver's frames stay above it; 0: nobody looks */
    bool in_driver;        /* the innermost gate is inside the driver: faults are the driver's */
    struct machine *machine;
    struct processor *processor; /* while RUNNING */
    uint64_t id;                 /* order of creation: stable across runs */
    struct list link;            /* machine->ready[] */
    struct list machine_link;    /* machine->fibers or ->dead_fibers */
    void (*entry)(void *argument);
    void *argument;
    void *process; /* the object layer's client process; NULL: the system */
    void *user;    /* the nt layer's thread */
    char name[32];

    void *stack_base; /* lowest usable byte */
    size_t stack_bytes;
    void *asan_fake_stack;
    void *tsan_fiber;
};

/** fiber_adopt - make the calling host thread's own stack the machine's main fiber */
struct fiber *fiber_adopt(struct machine *machine);

/** fiber_take_stack - the main fiber goes on where the calling host thread stands */
void fiber_take_stack(struct fiber *fiber);

/**
 * fiber_create - a suspended fiber that will run entry(argument) on its own guarded stack
 * @name: for people; truncated to 31 characters
 * Returns: NULL when no stack can be mapped. entry must not return: it ends in fiber_retire's
 * owner (schedule_exit) or loops (interrupt fibers).
 */
struct fiber *fiber_create(struct machine *machine, void (*entry)(void *), void *argument,
                           const char *name);

/** fiber_switch - suspend the running fiber and continue another on this host thread */
void fiber_switch(struct fiber *from, struct fiber *to);

/** fiber_retire - mark a fiber dead; its stack is reused. It may be the running one. */
void fiber_retire(struct fiber *fiber);

/** fiber_destroy_all - unmap every stack; the caller runs on the main fiber */
void fiber_destroy_all(struct machine *machine);

/** fiber_abandon_to_main - tell the sanitizers that execution is about to jump to the main stack */
void fiber_abandon_to_main(struct machine *machine);
/** fiber_landed_on_main - and that it has */
void fiber_landed_on_main(struct machine *machine);

/**
 * fiber_stack_cleared - tell ASan that frames of a fiber's stack are about to be jumped over
 * ASan does that for the stack a jump starts from; ours starts from the signal stack.
 */
void fiber_stack_cleared(struct fiber *fiber);

#endif /* MACHINE_FIBER_H */
