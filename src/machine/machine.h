/* SPDX-License-Identifier: MIT */
/*
 * The machine: virtual processors, clock, memory, interrupt lines, devices and decisions.
 *
 * A machine lives on the host thread that created it. That thread is adopted as the machine's
 * first fiber, so a client (a test, the command line) simply calls the kernel; when it waits, the
 * other fibers run. Exactly one fiber runs at any moment and a switch happens only at a point
 * (machine/schedule.h), therefore host code between two points is atomic and needs no host lock.
 *
 * Ownership: the machine owns everything allocated from its heap, its fibers, its memory and its
 * devices; machine_destroy frees all of it, also after a bug check left it half-way.
 */
#ifndef MACHINE_MACHINE_H
#define MACHINE_MACHINE_H

#include "base/base.h"
#include "base/list.h"
#include "machine/clock.h"
#include "machine/decision.h"
#include "machine/processor.h"

#include <setjmp.h>

struct device_host;
struct heap;
struct memory;

#define MACHINE_PROCESSORS_MAX 64u
#define MACHINE_RAM_DEFAULT (UINT64_C(1) << 30)
#define MACHINE_PRIORITY_COUNT 32u

struct machine_config {
    uint32_t processors; /* 1..64; 0 means 2 */
    uint64_t ram_bytes;  /* multiple of the page size; 0 means 1 GiB, not touched in advance */
    enum decision_maker decision; /* fixed, or random(seed) */
    uint64_t seed;
    /* From DISPATCH_LEVEL on pageable code and data are out of reach, as if they were paged out. It
     * costs microseconds a time. */
    bool hide_pages;
};

/* One word per upper layer: the layer's own state, reached without knowing its type here. */
enum machine_layer {
    MACHINE_LAYER_TRACE,
    MACHINE_LAYER_VERIFY,
    MACHINE_LAYER_NT,
    MACHINE_LAYER_OBJECT,
    MACHINE_LAYER_DXGK,
    MACHINE_LAYER_DISPLAY,
    MACHINE_LAYER_TEST,
    MACHINE_LAYER_COUNT,
};

/* What the machine itself tells an observer (the trace). `a` and `b` are numbers, never pointers.
 */
enum machine_event {
    MACHINE_EVENT_SWITCH,           /* a: processor now running, b: fiber id */
    MACHINE_EVENT_INTERRUPT,        /* a: line id, b: processor */
    MACHINE_EVENT_INTERRUPT_RETURN, /* a: line id, b: 1 when claimed */
    MACHINE_EVENT_LINE,             /* a: line id, b: 1 asserted, 0 released */
    MACHINE_EVENT_REGISTER_READ,    /* a: bar << 32 | offset, b: value */
    MACHINE_EVENT_REGISTER_WRITE,   /* a: bar << 32 | offset, b: value */
    MACHINE_EVENT_BUGCHECK,         /* a: code, b: first parameter when it is a number */
    MACHINE_EVENT_DEVICE_LOG,       /* text follows through machine_hooks.device_log */
};

/* Hooks of the layers above. Each may be NULL. All are called with no fiber switch possible. */
struct machine_hooks {
    void (*event)(struct machine *machine, enum machine_event event, uint64_t a, uint64_t b);
    void (*device_log)(struct machine *machine, const char *text);
    /* nt: run the deferred procedure calls of the active processor; called at DISPATCH_LEVEL. */
    void (*run_dpcs)(struct machine *machine, struct processor *processor);
    /* nt: a fault at address in fiber context. Returns a place to siglongjmp to (an __except
     * handler), or NULL when there is none. Runs in a signal handler on its own stack. */
    sigjmp_buf *(*fault_handler)(struct machine *machine, uint32_t exception_code,
                                 uintptr_t address);
    /* nt: put pageable memory out of reach, and within it again; with config.hide_pages. A fault
     * asks pages_fault first: true, the instruction is tried again. */
    void (*pages_hide)(struct machine *machine);
    void (*pages_show)(struct machine *machine);
    bool (*pages_fault)(struct machine *machine, uintptr_t address);
    /* nt: name the bug check for a fault nobody handles in driver code. */
    void (*fault_bugcheck)(struct machine *machine, uint32_t exception_code, uintptr_t address,
                           bool is_write, uintptr_t pc);
};

/* A stopped machine's reason. Parameters are shown to people, and never enter the trace hash. */
struct machine_bugcheck {
    uint32_t code;
    uint64_t parameters[4];
    char text[512]; /* the reason in words */
    uint64_t time_ns;
    uint32_t processor;
    uint8_t irql;
    char fiber[32];
    uint32_t frame_count;
    uintptr_t frames[48]; /* return addresses, innermost first */
    bool at_fault;        /* frames[0] is the instruction that faulted, not one behind a call */
};

struct machine {
    /* constant after creation */
    struct machine_config config;
    struct heap *heap;
    struct memory *memory;
    struct machine_hooks hooks;

    /* the hot words of machine_point() */
    struct clock clock;
    uint64_t turn_ns; /* when the active processor got its turn */
    bool attention;   /* something may have to be delivered at the next point */
    bool deferred;    /* something could not be delivered at the current IRQLs */
    bool pages_shown; /* pageable memory is within reach, and must not be from DISPATCH_LEVEL on */
    struct decision decision;

    /* scheduling, machine/schedule.c */
    uint32_t processor_count;
    struct processor *active;                  /* the processor whose fiber runs */
    struct fiber *running;                     /* the fiber that executes on the host now */
    struct fiber *main_fiber;                  /* the adopted client */
    struct list ready[MACHINE_PRIORITY_COUNT]; /* fibers no processor has yet */
    uint32_t ready_mask;                       /* bit p: ready[p] is not empty */
    struct list fibers;                        /* every fiber, by machine_link */
    struct list dead_fibers;                   /* stacks to reuse or free */
    uint64_t next_fiber_id;
    uint64_t last_progress_ns; /* when a thread last waited: a machine that only ticks is stuck */
    uint64_t next_look_ns;     /* when the watchdog looks at threads inside DDIs again */
    uint64_t spin_ns;          /* how long fibers have spun since a thread last waited */
    struct processor processors[MACHINE_PROCESSORS_MAX];

    /* interrupts and devices */
    struct list lines;   /* struct interrupt_line.link */
    struct list regions; /* struct mmio_region.link */
    struct list devices; /* struct device_host.link */
    uint64_t next_bar_physical;
    uint32_t next_line_id;

    /* a stopped machine */
    bool bugcheck_noted; /* the reason to stop is known, and stays whatever follows */
    bool crashed;
    bool crash_point_valid;
    sigjmp_buf crash_point;
    struct machine_bugcheck bugcheck;

    void *layers[MACHINE_LAYER_COUNT];
};

/* The machine of this host thread, NULL when there is none. Written by create and destroy only. */
extern _Thread_local struct machine *machine_self;

static inline struct machine *machine_current(void)
{
    return machine_self;
}

/**
 * machine_create - power on a machine and adopt the calling host thread as its first fiber
 * @config: what to build; copied. NULL for the defaults.
 * Returns: NULL when the host is out of memory or the configuration is out of range, or when this
 * host thread already has a machine.
 */
struct machine *machine_create(const struct machine_config *config);

/**
 * machine_destroy - free the machine and all it owns. Accepts NULL.
 * Call from the main fiber. Runs no driver code: orderly teardown comes before this.
 */
void machine_destroy(struct machine *machine);

/**
 * machine_enter_thread - the calling host thread goes on with a machine another thread made
 * Between two calls only: nothing runs on the machine, its main fiber stands in the host program.
 * The caller keeps other threads off it until machine_leave_thread.
 * Returns: false when the thread has a machine already, or the host has no memory.
 */
bool machine_enter_thread(struct machine *machine);
void machine_leave_thread(struct machine *machine);

/* A call of machine_run_call that waits outside of the machine: its way out after a bug check. */
struct machine_suspended {
    sigjmp_buf crash_point;
};

/**
 * machine_call_suspend - leave the machine in the middle of machine_run_call
 * On the main fiber, at PASSIVE_LEVEL, outside of the driver, parked nowhere. Other host threads
 * may enter the machine and carry out calls of their own until machine_call_resume.
 * @suspended: of the caller; used by machine_call_resume
 */
void machine_call_suspend(struct machine *machine, struct machine_suspended *suspended);
/**
 * machine_call_resume - go on with it, on the same host thread
 * The caller keeps other threads off the machine again. When it has crashed meanwhile, this does
 * not return: the call ends as if the bug check had been in it.
 */
void machine_call_resume(struct machine *machine, struct machine_suspended *suspended);

enum machine_outcome { MACHINE_RETURNED, MACHINE_CRASHED };

/**
 * machine_run - call entry(argument) on the main fiber, surviving a bug check
 *
 * After a bug check the machine is `crashed`: nothing may run on it any more, its bugcheck member
 * tells why, and machine_destroy frees what was left. Calls do not nest.
 * Returns: MACHINE_CRASHED when entry did not return.
 */
enum machine_outcome machine_run(struct machine *machine, void (*entry)(void *argument),
                                 void *argument);

/**
 * machine_run_call - machine_run for one short call of a host program, without a system call
 * Nobody watches the call for a loop without end, and signal handlers the program set since the
 * last machine_run stay.
 */
enum machine_outcome machine_run_call(struct machine *machine, void (*entry)(void *argument),
                                      void *argument);

/**
 * machine_run_stopped - machine_run for the last words of a machine that has crashed
 *
 * One processor goes on, at HIGH_LEVEL; all others, and every thread, stand still for ever. Time
 * moves, and boards go on by themselves. A bug check in here does not replace the first one, but is
 * told behind its reason.
 * Returns: MACHINE_CRASHED when entry did not return.
 */
enum machine_outcome machine_run_stopped(struct machine *machine, void (*entry)(void *argument),
                                         void *argument);

/**
 * machine_bugcheck_note - the machine is about to stop for this reason
 * For who has something to collect before: whatever stops the machine from now on, this reason and
 * this stack are what is reported. IRQL: any.
 */
void machine_bugcheck_note(struct machine *machine, uint32_t code, const uint64_t parameters[4],
                           const char *text);
/**
 * machine_bugcheck - stop the machine; does not return
 * @parameters: the four documented parameters
 * @format: the reason in words, one sentence or two
 * IRQL: any. Runs on whatever fiber found the reason, and continues in machine_run.
 */
DXGH_NORETURN void machine_bugcheck(struct machine *machine, uint32_t code,
                                    const uint64_t parameters[4], const char *format, ...)
    DXGH_PRINTF(4, 5);

/* The processor `distance` places behind `start`; both below the number of processors. */
static inline struct processor *machine_processor_behind(struct machine *machine, uint32_t start,
                                                         uint32_t distance)
{
    uint32_t index = start + distance;

    if (index >= machine->processor_count) {
        index -= machine->processor_count;
    }
    return &machine->processors[index];
}

/* Wherever the running processor may have come to DISPATCH_LEVEL or above. */
static inline void machine_level_raised(struct machine *machine)
{
    if (DXGH_UNLIKELY(machine->pages_shown) && machine->active->irql >= IRQL_DISPATCH) {
        machine->hooks.pages_hide(machine);
    }
}

static inline void machine_event(struct machine *machine, enum machine_event event, uint64_t a,
                                 uint64_t b)
{
    if (machine->hooks.event != NULL) {
        machine->hooks.event(machine, event, a, b);
    }
}

#endif /* MACHINE_MACHINE_H */
