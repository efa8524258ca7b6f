/* SPDX-License-Identifier: MIT */
/*
 * The NT executive of one machine: what the layers above and the tests see of it.
 *
 * Drivers, and our own layers, call the documented functions (<ntddk.h>), which src/nt defines one
 * file per object. This header holds what Windows has no function for.
 */
#ifndef NT_NT_H
#define NT_NT_H

#include "machine/machine.h"

/**
 * nt_attach - give the machine an NT executive; after trace_attach and verify_attach
 * Takes the machine's hooks run_dpcs, fault_handler and fault_bugcheck. The adopted main fiber
 * becomes a thread. Everything is freed with the machine at the latest.
 */
void nt_attach(struct machine *machine);

/**
 * nt_detach - end of the executive: nothing of it runs or fires any more
 * Call it on the main fiber, once no driver is loaded. No NT function may be called afterwards;
 * its threads and memory are freed with the machine.
 */
void nt_detach(struct machine *machine);

/** nt_echo_dbg_print - also write DbgPrint output to stderr */
void nt_echo_dbg_print(struct machine *machine, bool echo);

/** nt_calls - NT functions entered so far */
uint64_t nt_calls(const struct machine *machine);

/**
 * nt_judged_routine - the DPC, work item or query routine whose return is being checked
 * It is no longer on the stack then, so a report asks here for its address. 0 at any other time.
 */
uintptr_t nt_judged_routine(const struct machine *machine);

#define NT_LEAK_TAGS_MAX 16u

/* What the driver made and has not given back. `total` is 0 for a clean unload. */
struct nt_leaks {
    struct {
        uint32_t tag;
        uint32_t blocks;
        uint64_t bytes;
        uintptr_t pc;         /* who allocated the first of them */
    } pool[NT_LEAK_TAGS_MAX]; /* by tag, most bytes first */
    uint32_t pool_tags;
    uint32_t pool_blocks; /* over all tags, also those beyond the array */
    uint64_t pool_bytes;
    uint32_t threads;
    uint32_t timers;
    uint32_t dpcs;
    uint32_t work_items;        /* allocated, not freed */
    uint32_t work_items_queued; /* not run yet */
    uint32_t mdls;
    uint32_t contiguous;
    uint32_t mappings; /* MmMapIoSpace and MmMapLockedPages */
    uint32_t handles;
    uint32_t references;
    uint32_t lists; /* lookaside lists and resources not deleted */
    uint32_t total;
};

/** nt_leaks - count what the driver still has. IRQL: any. */
void nt_leaks(struct machine *machine, struct nt_leaks *leaks);

/**
 * nt_leaks_report - one breach (NT-LEAK-xx) for each kind that is not zero
 * Call it at DriverUnload's return, before the image goes away.
 */
void nt_leaks_report(struct machine *machine, const struct nt_leaks *leaks);

/**
 * nt_leaks_discard - make the leftovers harmless, so that the image can go away
 * Timers are cancelled, DPCs and work items dequeued, handles closed, memory freed, and threads
 * never run again.
 */
void nt_leaks_discard(struct machine *machine);

#endif /* NT_NT_H */
