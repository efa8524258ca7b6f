/* SPDX-License-Identifier: MIT */
#include "trace/trace.h"

#include "machine/fiber.h"
#include "machine/heap.h"

#include <inttypes.h>
#include <string.h>

#define TEXT_BYTES_MAX 255u
#define TEXT_SLOTS 4096u /* power of two; texts beyond this many are still hashed, not kept */

struct trace {
    uint64_t count;
    uint64_t hash;
    trace_namer namer;
    uint32_t text_count;
    uint64_t text_keys[TEXT_SLOTS];
    char *texts[TEXT_SLOTS];
    struct trace_record ring[TRACE_RING_RECORDS];
};

struct event_info {
    const char *name;
    const char *arguments[3];
};

static const struct event_info infos[] = {
#define TRACE_EVENT(identifier, name, first, second, third)                                        \
    [TRACE_##identifier] = { name, { first, second, third } },
#include "trace/events.def"
#undef TRACE_EVENT
};

static struct trace *trace_of(const struct machine *machine)
{
    return machine->layers[MACHINE_LAYER_TRACE];
}

/* One multiply per word: the hash must be cheap, sensitive to order, and nothing more. */
static uint64_t mix(uint64_t hash, uint64_t value)
{
    hash = (hash ^ value) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ (hash >> 29);
}

static uint64_t mix_record(uint64_t hash, const struct trace_record *record)
{
    uint64_t head = (uint64_t)record->event | (uint64_t)record->processor << 16 |
                    (uint64_t)record->irql << 24 | (uint64_t)record->fiber << 32;

    hash = mix(hash, record->time_ns ^ head << 1);
    hash = mix(hash, record->arguments[0]);
    return mix(hash,
               record->arguments[1] ^ (record->arguments[2] << 32 | record->arguments[2] >> 32));
}

void trace_emit(struct machine *machine, enum trace_event event, uint64_t first, uint64_t second,
                uint64_t third)
{
    struct trace *trace = trace_of(machine);

    if (trace == NULL) {
        return;
    }

    struct trace_record *record = &trace->ring[trace->count % TRACE_RING_RECORDS];

    record->time_ns = machine->clock.now_ns;
    record->sequence = trace->count++;
    record->arguments[0] = first;
    record->arguments[1] = second;
    record->arguments[2] = third;
    record->fiber = (uint32_t)machine->running->id;
    record->event = (uint16_t)event;
    record->processor = (uint8_t)machine->active->index;
    record->irql = machine->active->irql;
    trace->hash = mix_record(trace->hash, record);
}

/* The number of a text is the hash of its characters: the same in every run. */
static uint64_t intern(struct machine *machine, struct trace *trace, const char *text)
{
    uint64_t key = UINT64_C(0xCBF29CE484222325);
    size_t length = strnlen(text, TEXT_BYTES_MAX);

    for (size_t i = 0; i < length; i++) {
        key = (key ^ (uint8_t)text[i]) * UINT64_C(0x100000001B3);
    }
    for (uint32_t i = 0; i < TEXT_SLOTS; i++) {
        uint32_t slot = (uint32_t)(key + i) % TEXT_SLOTS;

        if (trace->texts[slot] == NULL) {
            if (trace->text_count < TEXT_SLOTS / 2) {
                trace->texts[slot] = machine_heap_alloc(machine, length + 1);
                memcpy(trace->texts[slot], text, length);
                trace->text_keys[slot] = key;
                trace->text_count++;
            }
            break;
        }
        if (trace->text_keys[slot] == key) {
            break;
        }
    }
    return key;
}

void trace_emit_text(struct machine *machine, enum trace_event event, const char *text)
{
    struct trace *trace = trace_of(machine);

    if (trace != NULL) {
        trace_emit(machine, event, intern(machine, trace, text), 0, 0);
    }
}

const char *trace_text(const struct machine *machine, uint64_t number)
{
    const struct trace *trace = trace_of(machine);

    for (uint32_t i = 0; trace != NULL && i < TEXT_SLOTS; i++) {
        uint32_t slot = (uint32_t)(number + i) % TEXT_SLOTS;

        if (trace->texts[slot] == NULL) {
            break;
        }
        if (trace->text_keys[slot] == number) {
            return trace->texts[slot];
        }
    }
    return "";
}

static void on_machine_event(struct machine *machine, enum machine_event event, uint64_t a,
                             uint64_t b)
{
    static const enum trace_event events[] = {
        [MACHINE_EVENT_SWITCH] = TRACE_SWITCH,
        [MACHINE_EVENT_INTERRUPT] = TRACE_INTERRUPT,
        [MACHINE_EVENT_INTERRUPT_RETURN] = TRACE_INTERRUPT_RETURN,
        [MACHINE_EVENT_LINE] = TRACE_LINE,
        [MACHINE_EVENT_REGISTER_READ] = TRACE_REGISTER_READ,
        [MACHINE_EVENT_REGISTER_WRITE] = TRACE_REGISTER_WRITE,
        [MACHINE_EVENT_BUGCHECK] = TRACE_BUGCHECK,
        [MACHINE_EVENT_DEVICE_LOG] = TRACE_DEVICE_LOG,
    };

    trace_emit(machine, events[event], a, b, 0);
}

static void on_device_log(struct machine *machine, const char *text)
{
    trace_emit_text(machine, TRACE_DEVICE_LOG, text);
}

void trace_attach(struct machine *machine)
{
    DXGH_ASSERT(trace_of(machine) == NULL);
    machine->layers[MACHINE_LAYER_TRACE] = MACHINE_NEW(machine, struct trace);
    machine->hooks.event = on_machine_event;
    machine->hooks.device_log = on_device_log;
}

uint64_t trace_hash(const struct machine *machine)
{
    const struct trace *trace = trace_of(machine);

    return trace == NULL ? 0 : trace->hash;
}

uint64_t trace_count(const struct machine *machine)
{
    const struct trace *trace = trace_of(machine);

    return trace == NULL ? 0 : trace->count;
}

const struct trace_record *trace_record_at(const struct machine *machine, uint64_t sequence)
{
    const struct trace *trace = trace_of(machine);

    if (trace == NULL || sequence >= trace->count || trace->count - sequence > TRACE_RING_RECORDS) {
        return NULL;
    }
    return &trace->ring[sequence % TRACE_RING_RECORDS];
}

const char *trace_event_name(enum trace_event event)
{
    return event < TRACE_EVENT_COUNT ? infos[event].name : "?";
}

void trace_namer_set(struct machine *machine, trace_namer namer)
{
    struct trace *trace = trace_of(machine);

    if (trace != NULL) {
        trace->namer = namer;
    }
}

static void print_argument(const struct machine *machine, FILE *stream,
                           const struct trace_record *record, uint32_t index)
{
    const struct trace *trace = trace_of(machine);
    enum trace_event event = (enum trace_event)record->event;
    const char *label = infos[event].arguments[index];
    uint64_t value = record->arguments[index];
    const char *name;

    if (label[0] == '\0') {
        return;
    }
    name = trace->namer == NULL ? NULL : trace->namer(machine, record, index);
    if (name != NULL) {
        (void)fprintf(stream, " %s", name);
    } else if (strcmp(label, "text") == 0) {
        (void)fprintf(stream, " \"%s\"", trace_text(machine, value));
    } else {
        bool decimal = value < 65536 && strcmp(label, "code") != 0;

        (void)fprintf(stream, decimal ? " %s=%" PRIu64 : " %s=%#" PRIx64, label, value);
    }
}

void trace_record_print(const struct machine *machine, FILE *stream,
                        const struct trace_record *record)
{
    (void)fprintf(stream, "%14.3f us  cpu%u irql%-2u fiber%-3u %-18s",
                  (double)record->time_ns / 1000.0, record->processor, record->irql, record->fiber,
                  trace_event_name((enum trace_event)record->event));
    for (uint32_t argument = 0; argument < 3; argument++) {
        print_argument(machine, stream, record, argument);
    }
}

void trace_print(const struct machine *machine, FILE *stream, uint64_t count)
{
    uint64_t end = trace_count(machine);
    uint64_t first = end > count ? end - count : 0;

    for (uint64_t i = first; i < end; i++) {
        const struct trace_record *record = trace_record_at(machine, i);

        if (record == NULL) {
            continue;
        }
        trace_record_print(machine, stream, record);
        (void)fputc('\n', stream);
    }
}
