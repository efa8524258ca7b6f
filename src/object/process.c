/* SPDX-License-Identifier: MIT */
#include "object/process.h"

#include "machine/fiber.h"
#include "machine/heap.h"

#include <stdio.h>

struct process *process_create(struct machine *machine, const char *name, uint32_t id)
{
    struct process *process = MACHINE_NEW(machine, struct process);

    process->machine = machine;
    process->id = id;
    handle_table_init(&process->handles, machine);
    wait_queue_init(&process->out);
    (void)snprintf(process->name, sizeof(process->name), "%s", name);
    return process;
}

void process_destroy(struct process *process)
{
    if (process == NULL) {
        return;
    }
    DXGH_ASSERT(!process->inside_driver);
    if (process_current(process->machine) == process) {
        process_attach(process->machine, NULL);
    }
    handle_table_fini(&process->handles);
    machine_heap_free(process->machine, process);
}

void process_attach(struct machine *machine, struct process *process)
{
    machine->running->process = process;
}

struct process *process_current(struct machine *machine)
{
    return machine->running->process;
}
