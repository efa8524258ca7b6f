/* SPDX-License-Identifier: MIT */
#include "machine/deliver.h"

#include "machine/causality.h"
#include "machine/interrupt.h"
#include "machine/schedule.h"
#include "machine/watchdog.h"

#include <stdio.h>

static void interrupt_return(struct machine *machine)
{
    struct processor *processor = machine->active;
    struct processor_frame frame = processor->frames[--processor->frame_count];

    processor->current = frame.fiber;
    processor->irql = frame.irql;
    machine->attention = true;
    schedule_go(machine);
}

static void serve_line(struct machine *machine, struct interrupt_line *line)
{
    machine_event(machine, MACHINE_EVENT_INTERRUPT, line->id, machine->active->index);
    causality_acquire(&machine->devices);
    causality_acquire(line);
    bool claimed = line->service(line->context);

    causality_release(line);
    line->in_service = false;
    line->serviced++;
    machine_event(machine, MACHINE_EVENT_INTERRUPT_RETURN, line->id, claimed);
    if (line->level && line->asserted && ++line->unclaimed == INTERRUPT_STORM_LIMIT) {
        if (line->storm != NULL) {
            line->storm(line);
        } else {
            watchdog_storms(machine, line);
        }
    }
}

static void line_fiber_main(void *argument)
{
    struct machine *machine = machine_current();
    struct fiber *self = machine->running;

    (void)argument;
    for (;;) {
        serve_line(machine, self->user);
        interrupt_return(machine);
    }
}

static void dpc_fiber_main(void *argument)
{
    struct machine *machine = machine_current();

    (void)argument;
    for (;;) {
        machine->hooks.run_dpcs(machine, machine->active);
        interrupt_return(machine);
    }
}

static void interrupt_processor(struct machine *machine, struct processor *processor, uint8_t irql,
                                struct interrupt_line *line)
{
    struct fiber *fiber = processor->interrupt_fibers[irql];

    if (fiber == NULL) {
        char name[32];

        (void)snprintf(name, sizeof(name), irql == IRQL_DISPATCH ? "dpc/%u" : "isr/%u.%u",
                       processor->index, irql);
        fiber = fiber_create(machine, irql == IRQL_DISPATCH ? dpc_fiber_main : line_fiber_main,
                             NULL, name);
        DXGH_ASSERT(fiber != NULL);
        fiber->is_interrupt = true;
        processor->interrupt_fibers[irql] = fiber;
    }
    DXGH_ASSERT(processor->frame_count < IRQL_COUNT);
    processor->frames[processor->frame_count++] =
        (struct processor_frame){ .fiber = processor->current, .irql = processor->irql };
    fiber->user = line;
    fiber->state = FIBER_RUNNING;
    fiber->processor = processor;
    processor->current = fiber;
    processor->irql = irql;
}

/* The n-th of the processors below irql, counted from the active one; n is the decision's. */
static struct processor *choose_target(struct machine *machine, uint8_t irql)
{
    uint32_t eligible = 0;
    uint32_t start = machine->active->index;

    for (uint32_t i = 0; i < machine->processor_count; i++) {
        eligible += machine->processors[i].irql < irql;
    }
    if (eligible == 0) {
        return NULL;
    }

    uint32_t chosen = decision_make(&machine->decision, DECISION_TARGET, eligible);

    for (uint32_t i = 0;; i++) {
        struct processor *processor = machine_processor_behind(machine, start, i);

        if (processor->irql < irql && chosen-- == 0) {
            return processor;
        }
    }
}

static void deliver_lines(struct machine *machine)
{
    LIST_FOR_EACH(link, &machine->lines) {
        struct interrupt_line *line = LIST_ENTRY_OF(link, struct interrupt_line, link);

        if (!interrupt_line_wants_service(line)) {
            continue;
        }

        struct processor *target = NULL;

        if (decision_make(&machine->decision, DECISION_DELIVERY, 2) == 0) {
            target = choose_target(machine, line->irql);
        }
        if (target == NULL) {
            machine->deferred = true;
            continue;
        }
        line->in_service = true;
        if (!line->level) {
            line->asserted = false;
        }
        interrupt_processor(machine, target, line->irql, line);
    }
}

static void deliver_dpcs(struct machine *machine)
{
    for (uint32_t i = 0; i < machine->processor_count; i++) {
        struct processor *processor = &machine->processors[i];

        if (!processor->dpc_pending) {
            continue;
        }
        if (processor->irql >= IRQL_DISPATCH) {
            machine->deferred = true;
            continue;
        }
        processor->dpc_pending = false;
        interrupt_processor(machine, processor, IRQL_DISPATCH, NULL);
    }
}

void deliver_pending(struct machine *machine)
{
    deliver_lines(machine);
    deliver_dpcs(machine);
}
