/* SPDX-License-Identifier: MIT */
/* The trace as Chrome trace-event JSON: one row per virtual processor, DDIs as spans. */
#include "trace/trace.h"

#include <jansson.h>

static const char *phase_of(enum trace_event event)
{
    switch (event) {
    case TRACE_DDI_ENTER:
    case TRACE_INTERRUPT:
        return "B";
    case TRACE_DDI_LEAVE:
    case TRACE_INTERRUPT_RETURN:
        return "E";
    default:
        return "i";
    }
}

static json_t *record_json(const struct trace_record *record)
{
    enum trace_event event = (enum trace_event)record->event;
    json_t *arguments = json_array();

    for (int i = 0; i < 3; i++) {
        (void)json_array_append_new(arguments, json_integer((json_int_t)record->arguments[i]));
    }
    return json_pack("{s:s, s:s, s:f, s:i, s:i, s:{s:o, s:i}}", "name", trace_event_name(event),
                     "ph", phase_of(event), "ts", (double)record->time_ns / 1000.0, "pid",
                     (int)record->processor, "tid", (int)record->fiber, "args", "values", arguments,
                     "irql", (int)record->irql);
}

bool trace_export_json(const struct machine *machine, FILE *stream)
{
    uint64_t end = trace_count(machine);
    uint64_t first = end > TRACE_RING_RECORDS ? end - TRACE_RING_RECORDS : 0;
    json_t *events = json_array();
    bool written;

    for (uint64_t i = first; i < end; i++) {
        (void)json_array_append_new(events, record_json(trace_record_at(machine, i)));
    }

    json_t *root = json_pack("{s:o, s:s}", "traceEvents", events, "displayTimeUnit", "ns");

    written = root != NULL && json_dumpf(root, stream, JSON_COMPACT) == 0;
    json_decref(root);
    return written;
}
