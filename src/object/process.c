/* SPDX-License-Identifier: MIT */
#include "object/process.h"

#include "machine/fiber.h"
#include "machine/heap.h"
#include "object/sync.h"

#include <stdio.h>

struct object_layer {
    struct list processes;
    struct handle_table shares;
    struct wait_queue sync_changed;
};

static struct object_layer *layer_of(struct machine *machine)
{
    struct object_layer *layer = machine->layers[MACHINE_LAYER_OBJECT];

    if (layer == NULL) {
        layer = MACHINE_NEW(machine, struct object_layer);
        list_init(&layer->processes);
        wait_queue_init(&layer->sync_changed);
        handle_table_init_space(&layer->shares, machine, HANDLE_SPACE_GLOBAL);
        machine->layers[MACHINE_LAYER_OBJECT] = layer;
    }
    return layer;
}

struct list *process_list(struct machine *machine)
{
    return &layer_of(machine)->processes;
}

struct handle_table *object_shares(struct machine *machine)
{
    return &layer_of(machine)->shares;
}

struct wait_queue *sync_changed(struct machine *machine)
{
    return &layer_of(machine)->sync_changed;
}

struct process *process_create(struct machine *machine, const char *name, uint32_t id)
{
    struct process *process = MACHINE_NEW(machine, struct process);

    process->machine = machine;
    process->references = 1;
    process->id = id;
    process->gpu_class = PROCESS_GPU_CLASS_NORMAL;
    handle_table_init_space(&process->handles, machine, HANDLE_SPACE_PROCESS);
    wait_queue_init(&process->out);
    wait_queue_init(&process->idle);
    list_push_back(process_list(machine), &process->link);
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
    process_put(process);
}

struct process *process_get(struct process *process)
{
    process->references++;
    return process;
}

void process_put(struct process *process)
{
    DXGH_ASSERT(process->references > 0);
    if (--process->references == 0) {
        list_remove(&process->link);
        handle_table_fini(&process->handles);
        machine_heap_free(process->machine, process);
    }
}

void process_attach(struct machine *machine, struct process *process)
{
    machine->running->process = process;
}

struct process *process_current(struct machine *machine)
{
    return machine->running->process;
}
