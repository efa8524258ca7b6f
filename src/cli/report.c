/* SPDX-License-Identifier: MIT */
#include "cli/report.h"

#include "cli/palette.h"
#include "dxgk/dump.h"
#include "verify/names.h"
#include "verify/verify.h"

#include <inttypes.h>
#include <string.h>

static const char *const result_names[] = {
    [RUN_PASS] = "pass",
    [RUN_BREACH] = "breach",
    [RUN_BUGCHECK] = "bugcheck",
    [RUN_ERROR] = "error",
};

static json_t *hex(uint64_t value)
{
    char text[32];

    (void)snprintf(text, sizeof(text), "0x%" PRIX64, value);
    return json_string(text);
}

static json_t *ddi_calls_json(const struct run *run)
{
    json_t *calls = json_object();

    for (uint32_t i = 0; i < DDI_COUNT; i++) {
        const struct ddi_statistics *statistics = &run->statistics[i];

        if (statistics->count > 0) {
            (void)json_object_set_new(calls, ddi_info((enum ddi)i)->name,
                                      json_pack("{s:I, s:I, s:I, s:I}", "count",
                                                (json_int_t)statistics->count, "failures",
                                                (json_int_t)statistics->failures, "virtual_ns",
                                                (json_int_t)statistics->virtual_ns, "longest_ns",
                                                (json_int_t)statistics->longest_ns));
        }
    }
    return calls;
}

static json_t *breach_json(const struct run *run, const struct breach *breach)
{
    const struct rule_info *rule = rule_info(breach->rule);
    char where[512];

    verify_symbolize(run->session.machine, breach->pc, where, sizeof(where));
    return json_pack("{s:s, s:s, s:s, s:s, s:I, s:I, s:s, s:s, s:s}", "rule", rule->id, "ddi",
                     breach->ddi, "message", breach->message, "where", where, "time_ns",
                     (json_int_t)breach->time_ns, "count", (json_int_t)breach->count, "sentence",
                     rule->sentence, "consequence", rule->consequence, "source", rule->source);
}

static json_t *breaches_json(const struct run *run)
{
    json_t *breaches = json_array();

    if (run->session.machine != NULL) {
        LIST_FOR_EACH(link, verify_breaches(run->session.machine)) {
            (void)json_array_append_new(breaches,
                                        breach_json(run, LIST_ENTRY_OF(link, struct breach, link)));
        }
    }
    return breaches;
}

/* A return address is behind its call, and is looked up as such; a faulting instruction is not. */
static bool symbolize_frame(const struct run *run, uint32_t index, char *where, size_t where_bytes)
{
    const struct machine_bugcheck *bugcheck = &run->session.machine->bugcheck;
    uintptr_t frame = bugcheck->frames[index] + (index == 0 && bugcheck->at_fault);

    if (!verify_in_image(run->session.machine, bugcheck->frames[index])) {
        return false;
    }
    verify_symbolize(run->session.machine, frame, where, where_bytes);
    return true;
}

static json_t *stack_json(const struct run *run, const struct machine_bugcheck *bugcheck)
{
    json_t *stack = json_array();

    for (uint32_t i = 0; i < bugcheck->frame_count; i++) {
        char where[512];

        if (symbolize_frame(run, i, where, sizeof(where))) {
            (void)json_array_append_new(stack, json_string(where));
        }
    }
    return stack;
}

static json_t *bugcheck_json(const struct run *run)
{
    const struct machine *machine = run->session.machine;
    const struct machine_bugcheck *bugcheck;
    json_t *parameters;

    if (machine == NULL || !machine->crashed) {
        return json_null();
    }
    bugcheck = &machine->bugcheck;
    parameters = json_array();
    for (int i = 0; i < 4; i++) {
        (void)json_array_append_new(parameters, hex(bugcheck->parameters[i]));
    }
    return json_pack("{s:o, s:s, s:o, s:s, s:I, s:i, s:i, s:s, s:o}", "code", hex(bugcheck->code),
                     "name", verify_bugcheck_name(bugcheck->code), "parameters", parameters, "text",
                     bugcheck->text, "time_ns", (json_int_t)bugcheck->time_ns, "processor",
                     (int)bugcheck->processor, "irql", (int)bugcheck->irql, "fiber",
                     bugcheck->fiber, "driver_stack", stack_json(run, bugcheck));
}

static const struct list *dumps_of(const struct run *run)
{
    return run->session.machine != NULL ? dump_list(run->session.machine) : NULL;
}

static json_t *live_dumps_json(const struct run *run)
{
    const struct list *dumps = dumps_of(run);
    json_t *array = json_array();

    if (dumps == NULL) {
        return array;
    }
    LIST_FOR_EACH(link, dumps) {
        const struct dump *dump = LIST_ENTRY_OF(link, struct dump, link);
        char directory[32];

        (void)snprintf(directory, sizeof(directory), "livedump-%u", dump->number);
        if (dump->live) {
            (void)json_array_append_new(
                array, json_pack("{s:o, s:s, s:s, s:I, s:s}", "code", hex(dump->code), "name",
                                 verify_bugcheck_name(dump->code), "text", dump->text, "time_ns",
                                 (json_int_t)dump->time_ns, "directory", directory));
        }
    }
    return array;
}

static json_t *unimplemented_json(const struct run *run)
{
    json_t *list = json_array();

    if (run->session.machine != NULL) {
        LIST_FOR_EACH(link, verify_unimplemented_list(run->session.machine)) {
            const struct unimplemented *entry = LIST_ENTRY_OF(link, struct unimplemented, link);

            (void)json_array_append_new(list, json_pack("{s:s, s:I}", "what", entry->text, "count",
                                                        (json_int_t)entry->count));
        }
    }
    return list;
}

json_t *report_json(const struct run *run)
{
    char hash[32];
    json_t *report = json_object();

    (void)snprintf(hash, sizeof(hash), "0x%016" PRIx64, run->trace_hash);
    (void)json_object_set_new(report, "result", json_string(result_names[run->result]));
    (void)json_object_set_new(report, "error",
                              run->error[0] != '\0' ? json_string(run->error) : json_null());
    (void)json_object_set_new(report, "note",
                              run->note[0] != '\0' ? json_string(run->note) : json_null());
    (void)json_object_set_new(report, "started", json_boolean(run->started));
    (void)json_object_set_new(report, "driver", json_string(run->options->driver));
    (void)json_object_set_new(report, "adapter", json_string(run->adapter_name));
    (void)json_object_set_new(report, "scene", json_string(run->options->scene));
    (void)json_object_set_new(report, "seed", json_integer((json_int_t)run->options->seed));
    (void)json_object_set_new(report, "processors", json_integer(run->options->processors));
    (void)json_object_set_new(report, "virtual_time_ns",
                              json_integer((json_int_t)run->virtual_time_ns));
    (void)json_object_set_new(report, "trace_hash", json_string(hash));
    (void)json_object_set_new(report, "trace_events", json_integer((json_int_t)run->trace_events));
    (void)json_object_set_new(report, "ddi_calls", ddi_calls_json(run));
    (void)json_object_set_new(report, "breaches", breaches_json(run));
    (void)json_object_set_new(report, "unimplemented", unimplemented_json(run));
    (void)json_object_set_new(report, "bugcheck", bugcheck_json(run));
    (void)json_object_set_new(report, "live_dumps", live_dumps_json(run));
    (void)json_object_set_new(report, "screen",
                              run->screen_path[0] != '\0' ? json_string(run->screen_path)
                                                          : json_null());
    return report;
}

bool report_write(const struct run *run)
{
    char path[4200];
    json_t *report = report_json(run);
    bool written;

    (void)snprintf(path, sizeof(path), "%s/report.json", run->options->out);
    written = json_dump_file(report, path, JSON_INDENT(2) | JSON_PRESERVE_ORDER) == 0;
    if (!written) {
        (void)fprintf(stderr, "dxghost: %s could not be written\n", path);
    }
    json_decref(report);
    return written;
}

/* Text */

static void print_breaches(const struct run *run, FILE *stream, const struct palette *palette)
{
    LIST_FOR_EACH(link, verify_breaches(run->session.machine)) {
        const struct breach *breach = LIST_ENTRY_OF(link, struct breach, link);
        const struct rule_info *rule = rule_info(breach->rule);
        char where[512];

        verify_symbolize(run->session.machine, breach->pc, where, sizeof(where));
        (void)fprintf(stream, "\n%s%s%s in %s", palette->bad, rule->id, palette->off, breach->ddi);
        if (breach->count > 1) {
            (void)fprintf(stream, " (%" PRIu64 " times)", breach->count);
        }
        (void)fprintf(stream, "\n  %s\n", breach->message);
        (void)fprintf(stream, "  %sat%s      %s\n", palette->dim, palette->off, where);
        (void)fprintf(stream, "  %srule%s    %s\n", palette->dim, palette->off, rule->sentence);
        (void)fprintf(stream, "  %sWindows%s %s\n", palette->dim, palette->off, rule->consequence);
        (void)fprintf(stream, "  %spage%s    %s\n", palette->dim, palette->off, rule->source);
    }
}

static void print_bugcheck(const struct run *run, FILE *stream, const struct palette *palette)
{
    const struct machine_bugcheck *bugcheck = &run->session.machine->bugcheck;

    (void)fprintf(stream,
                  "\n%s*** bug check 0x%X %s%s (0x%" PRIX64 ", 0x%" PRIX64 ", 0x%" PRIX64
                  ", 0x%" PRIX64 ")\n  %s\n  on processor %u at IRQL %u in %s\n",
                  palette->bad, bugcheck->code, verify_bugcheck_name(bugcheck->code), palette->off,
                  bugcheck->parameters[0], bugcheck->parameters[1], bugcheck->parameters[2],
                  bugcheck->parameters[3], bugcheck->text, bugcheck->processor, bugcheck->irql,
                  bugcheck->fiber);
    for (uint32_t i = 0; i < bugcheck->frame_count; i++) {
        char where[512];

        if (symbolize_frame(run, i, where, sizeof(where))) {
            (void)fprintf(stream, "    %s\n", where);
        }
    }
}

/* What the system recovered from: nothing else would tell that a run met timeouts. */
static void print_live_dumps(const struct run *run, FILE *stream, const struct palette *palette)
{
    const struct list *dumps = dumps_of(run);

    if (dumps == NULL) {
        return;
    }
    LIST_FOR_EACH(link, dumps) {
        const struct dump *dump = LIST_ENTRY_OF(link, struct dump, link);

        if (dump->live) {
            (void)fprintf(stream, "\n%slive dump 0x%X %s%s at %.3f ms\n  %s\n", palette->bold,
                          dump->code, verify_bugcheck_name(dump->code), palette->off,
                          (double)dump->time_ns / 1e6, dump->text);
            if (run->dumps_written) {
                (void)fprintf(stream, "  dxghost analyze %s/livedump-%u\n", run->options->out,
                              dump->number);
            }
        }
    }
}

static void print_calls(const struct run *run, FILE *stream, const struct palette *palette)
{
    (void)fprintf(stream, "\n%s%-44s %10s %8s %14s%s\n", palette->bold, "DDI", "calls", "failed",
                  "longest", palette->off);
    for (uint32_t i = 0; i < DDI_COUNT; i++) {
        const struct ddi_statistics *statistics = &run->statistics[i];

        if (statistics->count > 0) {
            (void)fprintf(stream, "%-44s %10" PRIu64 " %8" PRIu64 " %11.3f us\n",
                          ddi_info((enum ddi)i)->name, statistics->count, statistics->failures,
                          (double)statistics->longest_ns / 1000.0);
        }
    }
}

static void print_unimplemented(const struct run *run, FILE *stream, const struct palette *palette)
{
    const struct list *entries = verify_unimplemented_list(run->session.machine);

    if (list_is_empty(entries)) {
        return;
    }
    (void)fprintf(stream, "\n%sasked for, but not implemented by dxghost:%s\n", palette->bold,
                  palette->off);
    LIST_FOR_EACH(link, entries) {
        const struct unimplemented *entry = LIST_ENTRY_OF(link, struct unimplemented, link);

        (void)fprintf(stream, "  %s (%" PRIu64 ")\n", entry->text, entry->count);
    }
}

void report_print_command(const struct run *run, FILE *stream)
{
    const struct options *options = run->options;

    (void)fprintf(stream, "dxghost run --driver %s --device %s%s%s --scene %s", options->driver,
                  options->device, options->device_options != NULL ? "," : "",
                  options->device_options != NULL ? options->device_options : "", options->scene);
    if (options->vram_bytes != 0) {
        (void)fprintf(stream, " --vram %" PRIu64, options->vram_bytes);
    }
    if (options->seeded) {
        (void)fprintf(stream, " --seed %" PRIu64, options->seed);
    }
    if (options->processors != 2) {
        (void)fprintf(stream, " --processors %u", options->processors);
    }
    if (options->memory_bytes != 0) {
        (void)fprintf(stream, " --memory %" PRIu64, options->memory_bytes);
    }
    if (options->width != 0) {
        (void)fprintf(stream, " --mode %ux%u", options->width, options->height);
    }
    if (options->frames != 0) {
        (void)fprintf(stream, " --frames %u", options->frames);
    }
    if (options->restarts != 0) {
        (void)fprintf(stream, " --restart %u", options->restarts);
    }
    if (options->wallpaper != NULL) {
        (void)fprintf(stream, " --wallpaper %s", options->wallpaper);
    }
    if (options->refuse_at != 0) {
        (void)fprintf(stream, " --fail-allocation %" PRIu64, options->refuse_at);
    }
    for (uint32_t i = 0; i < options->hang_count; i++) {
        (void)fprintf(stream, " --hang %u@%" PRIu64 "ns", options->hangs[i].node,
                      options->hangs[i].time_ns);
    }
    for (uint32_t i = 0; i < options->setting_count; i++) {
        (void)fprintf(stream, " --setting %s=%u", options->settings[i].name,
                      options->settings[i].value);
    }
    for (uint32_t i = 0; i < options->tdr_count; i++) {
        (void)fprintf(stream, " --tdr %s=%u", options->tdr[i].name, options->tdr[i].value);
    }
}

void report_print(const struct run *run, FILE *stream)
{
    const struct palette *palette = palette_for(stream);
    bool good = run->result == RUN_PASS;

    if (run->started) {
        print_calls(run, stream, palette);
    }
    if (run->session.machine != NULL) {
        print_unimplemented(run, stream, palette);
        print_breaches(run, stream, palette);
        print_live_dumps(run, stream, palette);
        if (run->session.machine->crashed) {
            print_bugcheck(run, stream, palette);
        }
    }
    if (run->note[0] != '\0') {
        (void)fprintf(stream, "\n%s\n", run->note);
    }
    if (run->error[0] != '\0') {
        (void)fprintf(stream, "\n%serror:%s %s\n", palette->bad, palette->off, run->error);
    }
    (void)fprintf(stream,
                  "\n%s%s%s  %s on %s, scene %s, seed %" PRIu64 ", %.3f ms of virtual time, trace "
                  "0x%016" PRIx64 "\n",
                  good ? palette->good : palette->bad, result_names[run->result], palette->off,
                  run->options->driver, run->options->device, run->options->scene,
                  run->options->seed, (double)run->virtual_time_ns / 1e6, run->trace_hash);
    if (run->result == RUN_BUGCHECK && run->dumps_written) {
        (void)fprintf(stream, "dump: dxghost analyze %s/bugcheck\n", run->options->out);
    }
    if (run->screen_path[0] != '\0') {
        (void)fprintf(stream, "picture: %s   report: %s/report.json\n", run->screen_path,
                      run->options->out);
    }
    if (!good) {
        (void)fputs("\nrepeat with: ", stream);
        report_print_command(run, stream);
        (void)fputc('\n', stream);
    }
}
