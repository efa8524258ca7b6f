/* SPDX-License-Identifier: MIT */
#include "cli/dump_report.h"

#include "cli/bugcheck_words.h"
#include "cli/report.h"
#include "dxgk/dump.h"
#include "verify/names.h"
#include "verify/verify.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const node_states[] = { [NODE_RUNNING] = "running",
                                           [NODE_STOPPING] = "stopping",
                                           [NODE_RESETTING] = "resetting" };
static const char *const preemption_states[] = {
    [PREEMPTION_NONE] = "none",
    [PREEMPTION_WANTED] = "wanted",
    [PREEMPTION_REQUESTED] = "requested",
    [PREEMPTION_ANSWERED] = "answered",
};
static const char *const packet_kinds[] = { [PACKET_RENDER] = "render",
                                            [PACKET_PAGING] = "paging",
                                            [PACKET_CONTEXT_SWITCH] = "context switch" };

static json_t *hex(uint64_t value)
{
    char text[32];

    (void)snprintf(text, sizeof(text), "0x%" PRIX64, value);
    return json_string(text);
}

static json_t *parameters_json(const struct dump *dump)
{
    const struct bugcheck_words *words = bugcheck_words_find(dump->code, dump->parameters[0]);
    json_t *parameters = json_array();

    for (int i = 0; i < 4; i++) {
        (void)json_array_append_new(
            parameters,
            json_pack("{s:o, s:s}", "value", hex(dump->parameters[i]), "meaning",
                      words != NULL ? words->parameters[i] : "see the page of this code"));
    }
    return parameters;
}

static json_t *failure_json(const struct run *run, const struct dump *dump)
{
    char where[512];

    if (dump->failed_ddi == NULL) {
        return json_null();
    }
    /* The name of an address is that of the call before it. */
    verify_symbolize(run->session.machine, dump->failed_function + 1, where, sizeof(where));
    return json_pack("{s:s, s:s, s:s}", "ddi", dump->failed_ddi, "status",
                     verify_status_name(dump->failed_status), "where", where);
}

static json_t *node_json(const struct dump_node *node)
{
    json_t *packets = json_array();

    for (uint32_t i = 0; i < node->packet_count; i++) {
        const struct dump_packet *packet = &node->packets[i];

        (void)json_array_append_new(
            packets,
            json_pack("{s:I, s:I, s:s, s:b, s:i, s:i}", "packet", (json_int_t)packet->id, "fence",
                      (json_int_t)packet->fence, "kind", packet_kinds[packet->kind], "held",
                      packet->state == PACKET_HELD, "preempted", (int)packet->preempted_count,
                      "process", (int)packet->process));
    }
    return json_pack(
        "{s:i, s:s, s:s, s:I, s:I, s:I, s:I, s:I, s:I, s:I, s:I, s:i, s:o}", "node",
        (int)node->ordinal, "state", node_states[node->state], "preemption",
        preemption_states[node->preemption], "preemption_fence", (json_int_t)node->preemption_fence,
        "last_handed_out", (json_int_t)node->last_fence, "last_submitted",
        (json_int_t)node->last_submitted, "last_reported", (json_int_t)node->last_reported,
        "last_completed", (json_int_t)node->last_completed, "retired",
        (json_int_t)node->retired_count, "preemptions", (json_int_t)node->preemption_count,
        "resets", (json_int_t)node->reset_count, "contexts_with_work", (int)node->queued_contexts,
        "hardware_queue", packets);
}

static json_t *record_json(const struct run *run, const struct trace_record *record)
{
    char *text = NULL;
    size_t bytes = 0;
    FILE *stream = open_memstream(&text, &bytes);
    json_t *json;

    if (stream == NULL) {
        return json_null();
    }
    trace_record_print(run->session.machine, stream, record);
    (void)fclose(stream);
    json = json_string(text);
    free(text);
    return json;
}

static json_t *stack_json(const struct run *run, const struct dump *dump)
{
    const struct machine_bugcheck *bugcheck = &run->session.machine->bugcheck;
    json_t *stack = json_array();

    for (uint32_t i = 0; i < bugcheck->frame_count && !dump->live; i++) {
        char where[512];

        if (verify_in_image(run->session.machine, bugcheck->frames[i])) {
            verify_symbolize(run->session.machine, bugcheck->frames[i], where, sizeof(where));
            (void)json_array_append_new(stack, json_string(where));
        }
    }
    return stack;
}

static json_t *repeat_json(const struct run *run)
{
    char *text = NULL;
    size_t bytes = 0;
    FILE *stream = open_memstream(&text, &bytes);
    json_t *repeat;

    if (stream == NULL) {
        return json_null();
    }
    report_print_command(run, stream);
    (void)fclose(stream);
    repeat = json_string(text);
    free(text);
    return repeat;
}

static json_t *dump_json(const struct run *run, const struct dump *dump)
{
    const struct bugcheck_words *words = bugcheck_words_find(dump->code, dump->parameters[0]);
    json_t *nodes = json_array();
    json_t *trace = json_array();
    json_t *report = json_object();

    for (uint32_t i = 0; i < dump->node_count; i++) {
        (void)json_array_append_new(nodes, node_json(&dump->nodes[i]));
    }
    for (uint32_t i = 0; i < dump->record_count; i++) {
        (void)json_array_append_new(trace, record_json(run, &dump->records[i]));
    }
    (void)json_object_set_new(report, "dxghost_dump", json_integer(1));
    (void)json_object_set_new(report, "code", hex(dump->code));
    (void)json_object_set_new(report, "name", json_string(verify_bugcheck_name(dump->code)));
    (void)json_object_set_new(report, "live", json_boolean(dump->live));
    (void)json_object_set_new(report, "meaning", json_string(words != NULL ? words->meaning : ""));
    (void)json_object_set_new(report, "text", json_string(dump->text));
    (void)json_object_set_new(report, "advice", json_string(words != NULL ? words->advice : ""));
    (void)json_object_set_new(report, "parameters", parameters_json(dump));
    (void)json_object_set_new(report, "time_ns", json_integer((json_int_t)dump->time_ns));
    (void)json_object_set_new(report, "driver", json_string(run->options->driver));
    (void)json_object_set_new(report, "scene", json_string(run->options->scene));
    (void)json_object_set_new(report, "failed_call", failure_json(run, dump));
    (void)json_object_set_new(report, "driver_stack", stack_json(run, dump));
    (void)json_object_set_new(report, "nodes", nodes);
    (void)json_object_set_new(report, "debug_info_bytes", json_integer(dump->blob_bytes));
    (void)json_object_set_new(report, "bucketing_key", hex(dump->bucketing_key));
    (void)json_object_set_new(report, "repeat", repeat_json(run));
    (void)json_object_set_new(report, "trace", trace);
    return report;
}

static bool write_text(const char *directory, const json_t *report)
{
    char path[4300];
    FILE *stream;

    (void)snprintf(path, sizeof(path), "%s/report.txt", directory);
    stream = fopen(path, "w");
    if (stream == NULL) {
        return false;
    }
    dump_report_print(report, stream);
    return fclose(stream) == 0;
}

static bool write_blob(const char *directory, const struct dump *dump)
{
    char path[4300];
    FILE *stream;
    bool written;

    (void)snprintf(path, sizeof(path), "%s/debug-info.bin", directory);
    if (dump->blob_bytes == 0) {
        return remove(path) == 0 || errno == ENOENT; /* of an earlier run */
    }
    stream = fopen(path, "wb");
    if (stream == NULL) {
        return false;
    }
    written = fwrite(dump->blob, 1, dump->blob_bytes, stream) == dump->blob_bytes;
    return fclose(stream) == 0 && written;
}

static bool write_one(const struct run *run, const struct dump *dump, const char *directory)
{
    char path[4300];
    json_t *report = dump_json(run, dump);
    bool written;

    (void)snprintf(path, sizeof(path), "%s/report.json", directory);
    written = (mkdir(directory, 0777) == 0 || errno == EEXIST) &&
              json_dump_file(report, path, JSON_INDENT(2) | JSON_PRESERVE_ORDER) == 0 &&
              write_text(directory, report) && write_blob(directory, dump);
    if (!written) {
        (void)fprintf(stderr, "dxghost: the dump %s could not be written: %s\n", directory,
                      strerror(errno));
    }
    json_decref(report);
    return written;
}

/* A dump of an earlier run would be taken for one of this run. */
static void forget_old(const char *out, const char *name)
{
    static const char *const files[] = { "report.json", "report.txt", "debug-info.bin" };
    char path[4300];

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(files); i++) {
        (void)snprintf(path, sizeof(path), "%s/%s/%s", out, name, files[i]);
        (void)remove(path);
    }
    (void)snprintf(path, sizeof(path), "%s/%s", out, name);
    (void)rmdir(path);
}

static void forget_all_old(const char *out)
{
    char name[32];

    forget_old(out, "bugcheck");
    for (uint32_t number = 1; number < 1000; number++) {
        (void)snprintf(name, sizeof(name), "livedump-%u", number);
        forget_old(out, name);
    }
}

bool dump_report_write_all(const struct run *run)
{
    struct machine *machine = run->session.machine;
    const struct list *dumps = dump_list(machine);
    char directory[4200];
    bool written = true;

    forget_all_old(run->options->out);
    if (dumps == NULL) {
        return true;
    }
    if (machine->crashed) {
        (void)snprintf(directory, sizeof(directory), "%s/bugcheck", run->options->out);
        written = write_one(run, dump_of_crash(machine), directory);
    }
    LIST_FOR_EACH(link, dumps) {
        const struct dump *dump = LIST_ENTRY_OF(link, struct dump, link);

        if (dump->live) {
            (void)snprintf(directory, sizeof(directory), "%s/livedump-%u", run->options->out,
                           dump->number);
            written &= write_one(run, dump, directory);
        }
    }
    return written;
}
