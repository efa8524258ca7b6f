/* SPDX-License-Identifier: MIT */
#include "nt/nt.h"

#include "machine/heap.h"
#include "machine/memory.h"
#include "nt/call.h"
#include "nt/dpc.h"
#include "nt/exports.h"
#include "nt/fault.h"
#include "nt/object.h"
#include "nt/pageable.h"
#include "nt/pool.h"
#include "nt/registry.h"
#include "nt/thread.h"
#include "nt/timer.h"
#include "nt/work_item.h"

void nt_attach(struct machine *machine)
{
    struct nt *nt = MACHINE_NEW(machine, struct nt);

    DXGH_ASSERT(machine->layers[MACHINE_LAYER_NT] == NULL);
    machine->layers[MACHINE_LAYER_NT] = nt;
    DXGH_ASSERT(nt_export_at(0) != NULL); /* refers to every export, so that all are linked */
    nt->machine = machine;
    nt->random_state = machine->config.seed;
    list_init(&nt->threads);
    list_init(&nt->objects);
    list_init(&nt->mappings);
    list_init(&nt->contiguous);
    list_init(&nt->users);
    list_init(&nt->lookasides);
    list_init(&nt->resources);
    nt_pool_init(machine);
    nt_threads_init(machine);
    nt_timers_init(machine);
    nt_work_items_init(machine);
    nt_registry_init(machine);
    KeNumberProcessors = (CCHAR)machine->processor_count;
    machine->hooks.run_dpcs = nt_dpc_run;
    machine->hooks.fault_handler = nt_fault_handler;
    machine->hooks.fault_bugcheck = nt_fault_bugcheck;
    nt_pageable_init(machine);
}

void nt_detach(struct machine *machine)
{
    struct nt *nt = nt_of(machine);

    if (nt == NULL) {
        return;
    }
    /* The heap, the fibers and RAM go with the machine; only what could still act is stopped. */
    (void)clock_event_cancel(&machine->clock, &nt->timer_event);
    LIST_FOR_EACH(link, &nt->threads) {
        struct nt_thread *thread = LIST_ENTRY_OF(link, struct nt_thread, link);

        (void)clock_event_cancel(&machine->clock, &thread->wait_timeout);
    }
    machine->hooks.run_dpcs = NULL;
    machine->hooks.fault_handler = NULL;
    machine->hooks.fault_bugcheck = NULL;
    nt_pageable_fini(machine);
    machine->main_fiber->user = NULL;
    machine->layers[MACHINE_LAYER_NT] = NULL;
}

void nt_echo_dbg_print(struct machine *machine, bool echo)
{
    nt_of(machine)->echo_dbg_print = echo;
}

uint64_t nt_calls(const struct machine *machine)
{
    return nt_of(machine)->calls;
}
