/* SPDX-License-Identifier: MIT */
#include "machine/machine.h"

#include "machine/device_host.h"
#include "machine/fault.h"
#include "machine/fiber.h"
#include "machine/heap.h"
#include "machine/host_watchdog.h"
#include "machine/memory.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BAR_PHYSICAL_BASE UINT64_C(0x800000000) /* above RAM: 32 GiB */

_Thread_local struct machine *machine_self;

static void note_seed(void)
{
    struct machine *machine = machine_self;

    if (machine != NULL && machine->running != NULL) {
        (void)fprintf(stderr, "dxghost: seed %llu, processors %u, time %llu ns, fiber %s\n",
                      (unsigned long long)machine->config.seed, machine->processor_count,
                      (unsigned long long)machine->clock.now_ns, machine->running->name);
    }
}

static bool config_is_valid(const struct machine_config *config)
{
    return config->processors >= 1 && config->processors <= MACHINE_PROCESSORS_MAX &&
           config->ram_bytes >= DXGH_PAGE_SIZE && config->ram_bytes % DXGH_PAGE_SIZE == 0 &&
           config->ram_bytes <= BAR_PHYSICAL_BASE - MEMORY_RAM_BASE;
}

static void init_scheduling(struct machine *machine)
{
    list_init(&machine->fibers);
    list_init(&machine->dead_fibers);
    for (uint32_t i = 0; i < MACHINE_PRIORITY_COUNT; i++) {
        list_init(&machine->ready[i]);
    }
    machine->processor_count = machine->config.processors;
    for (uint32_t i = 0; i < machine->processor_count; i++) {
        machine->processors[i].index = i;
    }
    machine->active = &machine->processors[0];
    machine->main_fiber = fiber_adopt(machine);
    machine->main_fiber->processor = machine->active;
    machine->active->current = machine->main_fiber;
    machine->running = machine->main_fiber;
}

struct machine *machine_create(const struct machine_config *config)
{
    struct machine_config filled = config != NULL ? *config : (struct machine_config){ 0 };
    struct machine *machine;
    struct heap *heap;

    filled.processors = filled.processors == 0 ? 2 : filled.processors;
    filled.ram_bytes = filled.ram_bytes == 0 ? MACHINE_RAM_DEFAULT : filled.ram_bytes;
    if (machine_self != NULL || !config_is_valid(&filled)) {
        return NULL;
    }
    heap = heap_create();
    if (heap == NULL) {
        return NULL;
    }
    machine = heap_alloc(heap, sizeof(*machine));
    machine->heap = heap;
    machine->config = filled;
    clock_init(&machine->clock, heap);
    list_init(&machine->lines);
    list_init(&machine->regions);
    list_init(&machine->devices);
    machine->next_bar_physical = BAR_PHYSICAL_BASE;
    decision_init(&machine->decision, filled.decision, filled.seed);
    machine->memory = memory_create(heap, filled.ram_bytes);
    if (machine->memory == NULL || !fault_install()) {
        memory_destroy(machine->memory);
        heap_destroy(heap);
        return NULL;
    }
    machine_self = machine;
    base_assert_note_set(note_seed);
    init_scheduling(machine);
    return machine;
}

void machine_destroy(struct machine *machine)
{
    if (machine == NULL) {
        return;
    }
    DXGH_ASSERT(machine == machine_self && machine->running == machine->main_fiber);
    while (!list_is_empty(&machine->devices)) {
        device_host_destroy(LIST_ENTRY_OF(machine->devices.next, struct device_host, link));
    }
    fiber_destroy_all(machine);
    memory_destroy(machine->memory);
    clock_fini(&machine->clock);
    fault_remove();
    machine_self = NULL;
    heap_destroy(machine->heap); /* the machine itself lies in it */
}

enum machine_outcome machine_run(struct machine *machine, void (*entry)(void *), void *argument)
{
    DXGH_ASSERT(!machine->crash_point_valid && !machine->crashed);
    if (sigsetjmp(machine->crash_point, 1) != 0) {
        machine->crash_point_valid = false;
        fiber_landed_on_main(machine);
        host_watchdog_stop(machine);
        return MACHINE_CRASHED;
    }
    fault_claim();
    machine->crash_point_valid = true;
    host_watchdog_start(machine);
    entry(argument);
    host_watchdog_stop(machine);
    machine->crash_point_valid = false;
    return MACHINE_RETURNED;
}

enum machine_outcome machine_run_call(struct machine *machine, void (*entry)(void *),
                                      void *argument)
{
    DXGH_ASSERT(!machine->crash_point_valid && !machine->crashed);
    if (sigsetjmp(machine->crash_point, 0) != 0) {
        machine->crash_point_valid = false;
        fiber_landed_on_main(machine);
        return MACHINE_CRASHED;
    }
    machine->crash_point_valid = true;
    entry(argument);
    machine->crash_point_valid = false;
    return MACHINE_RETURNED;
}

/* The main fiber has left its frames, so what waits on them must not be woken any more. */
static void stop_all_but_one(struct machine *machine)
{
    struct fiber *fiber = machine->main_fiber;
    struct processor *processor = &machine->processors[0];

    device_host_timers_only(machine);
    for (uint32_t i = 0; i < MACHINE_PRIORITY_COUNT; i++) {
        list_init(&machine->ready[i]);
    }
    machine->ready_mask = 0;
    machine->processor_count = 1;
    machine->active = processor;
    machine->running = fiber;
    processor->current = fiber;
    processor->frame_count = 0;
    processor->irql = IRQL_HIGH;
    fiber->state = FIBER_RUNNING;
    fiber->processor = processor;
    fiber->ddi = NULL;
    fiber->callback = NULL;
    fiber->in_driver = false;
    machine->last_progress_ns = machine->clock.now_ns;
    machine->spin_ns = 0;
}

enum machine_outcome machine_run_stopped(struct machine *machine, void (*entry)(void *),
                                         void *argument)
{
    enum machine_outcome outcome;

    DXGH_ASSERT(machine->crashed);
    stop_all_but_one(machine);
    machine->crashed = false;
    machine->bugcheck_noted = true;
    outcome = machine_run(machine, entry, argument);
    machine->crashed = true;
    return outcome;
}

static void record(struct machine *machine, uint32_t code, const uint64_t parameters[4])
{
    struct machine_bugcheck *bugcheck = &machine->bugcheck;

    bugcheck->code = code;
    for (int i = 0; i < 4; i++) {
        bugcheck->parameters[i] = parameters[i];
    }
    bugcheck->time_ns = machine->clock.now_ns;
    bugcheck->processor = machine->active->index;
    bugcheck->irql = machine->active->irql;
    (void)snprintf(bugcheck->fiber, sizeof(bugcheck->fiber), "%s", machine->running->name);
    bugcheck->at_fault = fault_is_exact();
    bugcheck->frame_count =
        fault_backtrace(machine, bugcheck->frames, DXGH_ARRAY_SIZE(bugcheck->frames));
}

void machine_bugcheck_note(struct machine *machine, uint32_t code, const uint64_t parameters[4],
                           const char *text)
{
    record(machine, code, parameters);
    (void)snprintf(machine->bugcheck.text, sizeof(machine->bugcheck.text), "%s", text);
    machine->bugcheck_noted = true;
}

/* The reason stays the first one; what went wrong while it was looked into is said behind it. */
static void append(char *reason, size_t bytes, uint32_t code, const char *text)
{
    size_t used = strlen(reason);

    (void)snprintf(reason + used, bytes - used, " Then, while more was collected: 0x%X, %s", code,
                   text);
}

void machine_bugcheck(struct machine *machine, uint32_t code, const uint64_t parameters[4],
                      const char *format, ...)
{
    va_list arguments;
    char text[sizeof(machine->bugcheck.text)];

    DXGH_ASSERT(!machine->crashed);
    va_start(arguments, format);
    (void)vsnprintf(text, sizeof(text), format, arguments);
    va_end(arguments);
    if (!machine->bugcheck_noted) {
        machine_bugcheck_note(machine, code, parameters, text);
    } else if (code != machine->bugcheck.code) {
        append(machine->bugcheck.text, sizeof(machine->bugcheck.text), code, text);
    }
    code = machine->bugcheck.code;
    machine_event(machine, MACHINE_EVENT_BUGCHECK, code, 0);
    if (machine->hooks.pages_show != NULL) {
        machine->hooks.pages_show(machine); /* for who looks at what is left */
    }
    machine->crashed = true;
    if (!machine->crash_point_valid) {
        (void)fprintf(stderr, "dxghost: bug check 0x%X outside machine_run: %s\n", code,
                      machine->bugcheck.text);
        note_seed();
        abort();
    }
    fault_forget();
    fiber_abandon_to_main(machine);
    siglongjmp(machine->crash_point, 1);
}

bool machine_enter_thread(struct machine *machine)
{
    if (machine_self != NULL || !fault_thread_enter()) {
        return false;
    }
    DXGH_ASSERT(machine->crashed || machine->running == machine->main_fiber);
    machine_self = machine;
    fiber_take_stack(machine->main_fiber);
    return true;
}

void machine_leave_thread(struct machine *machine)
{
    DXGH_ASSERT(machine_self == machine);
    machine_self = NULL;
}

void machine_call_suspend(struct machine *machine, struct machine_suspended *suspended)
{
    DXGH_ASSERT(machine->crash_point_valid && machine->running == machine->main_fiber &&
                machine->active->irql == IRQL_PASSIVE && machine->running->ddi == NULL);
    memcpy(&suspended->crash_point, &machine->crash_point, sizeof(suspended->crash_point));
    machine->crash_point_valid = false;
    machine_leave_thread(machine);
}

void machine_call_resume(struct machine *machine, struct machine_suspended *suspended)
{
    bool entered = machine_enter_thread(machine);

    DXGH_ASSERT(entered); /* this thread was inside before, and has what it needs for that */
    memcpy(&machine->crash_point, &suspended->crash_point, sizeof(machine->crash_point));
    if (machine->crashed) {
        siglongjmp(machine->crash_point, 1);
    }
    machine->crash_point_valid = true;
}
