/* SPDX-License-Identifier: MIT */
#include "machine/interrupt.h"

void interrupt_line_init(struct machine *machine, struct interrupt_line *line, uint8_t irql,
                         bool level)
{
    DXGH_ASSERT(irql >= IRQL_DEVICE_MIN && irql <= IRQL_DEVICE_MAX);
    *line = (struct interrupt_line){ .id = machine->next_line_id++, .irql = irql, .level = level };
    list_push_back(&machine->lines, &line->link);
}

void interrupt_line_fini(struct machine *machine, struct interrupt_line *line)
{
    /* A bug check inside the service routine leaves it in service for ever. */
    DXGH_ASSERT(!line->in_service || machine->crashed);
    list_remove(&line->link);
}

void interrupt_line_connect(struct machine *machine, struct interrupt_line *line,
                            bool (*service)(void *context), void *context)
{
    line->service = service;
    line->context = context;
    line->connected = true;
    machine->attention |= line->asserted;
}

void interrupt_line_disconnect(struct machine *machine, struct interrupt_line *line)
{
    (void)machine;
    line->connected = false;
}

void interrupt_line_mask(struct machine *machine, struct interrupt_line *line, bool masked)
{
    line->masked = masked;
    machine->attention |= !masked && line->asserted;
}

void interrupt_line_set(struct machine *machine, struct interrupt_line *line, bool asserted)
{
    if (line->asserted == asserted) {
        return;
    }
    if (!line->level && !asserted) {
        return; /* an edge cannot be taken back */
    }
    line->asserted = asserted;
    line->unclaimed = 0;
    machine_event(machine, MACHINE_EVENT_LINE, line->id, asserted);
    machine->attention |= asserted;
}
