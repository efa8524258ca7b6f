/* SPDX-License-Identifier: MIT */
/*
 * Interrupt lines. A device drives a line; the nt or dxgk layer connects a service routine to it
 * at a device IRQL; schedule.c delivers it on a processor whose IRQL is lower.
 */
#ifndef MACHINE_INTERRUPT_H
#define MACHINE_INTERRUPT_H

#include "machine/machine.h"

struct interrupt_line {
    struct list link;
    uint32_t id;   /* order of creation: stable across runs */
    uint8_t irql;  /* IRQL_DEVICE_MIN..IRQL_DEVICE_MAX */
    bool level;    /* level-triggered: stays pending while asserted; else one edge, one service */
    bool asserted; /* what the device drives (level), or an edge not yet serviced */
    bool connected;
    bool masked;                    /* the driver asked for silence; level stays remembered */
    bool in_service;                /* one processor is inside the service routine */
    bool (*service)(void *context); /* at irql; returns whether the interrupt was its own */
    void *context;
    uint64_t serviced;  /* times the routine was called */
    uint64_t unclaimed; /* times in a row that it declined while the line stayed asserted */
    /* Called when a level-triggered line stays asserted through INTERRUPT_STORM_LIMIT services in a
     * row; NULL stops the machine then. */
    void (*storm)(struct interrupt_line *line);
};

/** Services in a row of one asserted line, without other progress, that count as a storm. */
#define INTERRUPT_STORM_LIMIT 10000u

void interrupt_line_init(struct machine *machine, struct interrupt_line *line, uint8_t irql,
                         bool level);
void interrupt_line_fini(struct machine *machine, struct interrupt_line *line);
/** interrupt_line_connect - from now on an asserted line is delivered, perhaps at once */
void interrupt_line_connect(struct machine *machine, struct interrupt_line *line,
                            bool (*service)(void *context), void *context);
void interrupt_line_disconnect(struct machine *machine, struct interrupt_line *line);
void interrupt_line_mask(struct machine *machine, struct interrupt_line *line, bool masked);
/** interrupt_line_set - the device drives the line; delivery happens at the next point */
void interrupt_line_set(struct machine *machine, struct interrupt_line *line, bool asserted);

static inline bool interrupt_line_wants_service(const struct interrupt_line *line)
{
    return line->connected && line->asserted && !line->masked && !line->in_service;
}

#endif /* MACHINE_INTERRUPT_H */
