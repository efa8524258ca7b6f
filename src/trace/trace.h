/* SPDX-License-Identifier: MIT */
/*
 * The trace: what happened, in order, as numbers.
 *
 * A ring keeps the last records; a running hash covers all of them. Two runs with the same seed,
 * build and inputs have the same hash, and a test holds us to it.
 */
#ifndef TRACE_TRACE_H
#define TRACE_TRACE_H

#include "machine/machine.h"

#include <stdio.h>

enum trace_event {
#define TRACE_EVENT(identifier, name, first, second, third) TRACE_##identifier,
#include "trace/events.def"
#undef TRACE_EVENT
    TRACE_EVENT_COUNT,
};

struct trace_record {
    uint64_t time_ns;
    uint64_t sequence; /* from 0, over the whole run */
    uint64_t arguments[3];
    uint32_t fiber; /* fiber id */
    uint16_t event;
    uint8_t processor;
    uint8_t irql;
};

/** Records the ring keeps; the hash covers those it has dropped as well. */
#define TRACE_RING_RECORDS 65536u

/** trace_attach - start tracing a machine; its hooks.event and hooks.device_log are taken */
void trace_attach(struct machine *machine);

/** trace_emit - record one event. IRQL: any. Never allocates. No effect without trace_attach. */
void trace_emit(struct machine *machine, enum trace_event event, uint64_t first, uint64_t second,
                uint64_t third);

/**
 * trace_emit_text - record an event whose first number is an interned string
 * The hash covers the characters. Long texts are cut at 255.
 */
void trace_emit_text(struct machine *machine, enum trace_event event, const char *text);

uint64_t trace_hash(const struct machine *machine);
uint64_t trace_count(const struct machine *machine);

/**
 * trace_record_at - a record by sequence number
 * Returns: NULL when it has not happened yet or the ring has dropped it.
 */
const struct trace_record *trace_record_at(const struct machine *machine, uint64_t sequence);
const char *trace_event_name(enum trace_event event);
/** trace_text - the interned string of a record's number; "" when unknown */
const char *trace_text(const struct machine *machine, uint64_t number);

/** A naming service of an upper layer: how to print argument `index` of a record, or NULL. */
typedef const char *(*trace_namer)(const struct machine *machine, const struct trace_record *record,
                                   uint32_t index);
void trace_namer_set(struct machine *machine, trace_namer namer);

/** trace_record_print - one record as words, without an end of line */
void trace_record_print(const struct machine *machine, FILE *stream,
                        const struct trace_record *record);
/** trace_print - the last `count` records as readable lines, oldest first */
void trace_print(const struct machine *machine, FILE *stream, uint64_t count);

/** trace_export_json - records as Chrome trace-event JSON, for a timeline viewer */
bool trace_export_json(const struct machine *machine, FILE *stream);

#endif /* TRACE_TRACE_H */
