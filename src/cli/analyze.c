/* SPDX-License-Identifier: MIT */
/* A dump in words, in the order a debugger's !analyze -v has made people used to. */
#include "cli/dump_report.h"

#include <string.h>
#include <unistd.h>

static const char *text_of(const json_t *object, const char *name)
{
    const char *text = json_string_value(json_object_get(object, name));

    return text != NULL ? text : "";
}

static long long number_of(const json_t *object, const char *name)
{
    return (long long)json_integer_value(json_object_get(object, name));
}

static void print_head(const json_t *report, FILE *stream)
{
    const json_t *parameters = json_object_get(report, "parameters");

    (void)fprintf(stream, "%s (%s)%s\n%s\n\n%s\n\nArguments:\n", text_of(report, "name"),
                  text_of(report, "code"),
                  json_is_true(json_object_get(report, "live")) ? ", live dump: the system went on"
                                                                : "",
                  text_of(report, "meaning"), text_of(report, "text"));
    for (size_t i = 0; i < json_array_size(parameters); i++) {
        const json_t *parameter = json_array_get(parameters, i);

        (void)fprintf(stream, "Arg%zu: %-18s %s\n", i + 1, text_of(parameter, "value"),
                      text_of(parameter, "meaning"));
    }
    if (text_of(report, "advice")[0] != '\0') {
        (void)fprintf(stream, "\nWhat to do: %s\n", text_of(report, "advice"));
    }
}

static void print_driver(const json_t *report, FILE *stream)
{
    const json_t *failure = json_object_get(report, "failed_call");
    const json_t *stack = json_object_get(report, "driver_stack");

    (void)fprintf(stream, "\nDRIVER: %s\n", text_of(report, "driver"));
    if (json_is_object(failure)) {
        (void)fprintf(stream, "LAST_FAILED_CALL: %s returned %s\n  %s\n", text_of(failure, "ddi"),
                      text_of(failure, "status"), text_of(failure, "where"));
    }
    if (json_array_size(stack) > 0) {
        (void)fprintf(stream, "STACK_TEXT:\n");
    }
    for (size_t i = 0; i < json_array_size(stack); i++) {
        (void)fprintf(stream, "  %s\n", json_string_value(json_array_get(stack, i)));
    }
    (void)fprintf(stream, "BUCKETING_KEY: %s\nDEBUG_INFO: %lld bytes%s\n",
                  text_of(report, "bucketing_key"), number_of(report, "debug_info_bytes"),
                  number_of(report, "debug_info_bytes") > 0 ? " in debug-info.bin" : "");
}

static void print_node(const json_t *node, FILE *stream)
{
    const json_t *packets = json_object_get(node, "hardware_queue");

    (void)fprintf(
        stream,
        "  node %lld: %s; fences: completed %lld, reported %lld, submitted %lld, handed out "
        "%lld\n",
        number_of(node, "node"), text_of(node, "state"), number_of(node, "last_completed"),
        number_of(node, "last_reported"), number_of(node, "last_submitted"),
        number_of(node, "last_handed_out"));
    (void)fprintf(
        stream,
        "    %lld packets retired, %lld preemptions answered, %lld resets, %lld contexts with "
        "queued work; preemption %s",
        number_of(node, "retired"), number_of(node, "preemptions"), number_of(node, "resets"),
        number_of(node, "contexts_with_work"), text_of(node, "preemption"));
    if (strcmp(text_of(node, "preemption"), "none") != 0) {
        (void)fprintf(stream, " (fence %lld)", number_of(node, "preemption_fence"));
    }
    (void)fputc('\n', stream);
    for (size_t i = 0; i < json_array_size(packets); i++) {
        const json_t *packet = json_array_get(packets, i);

        (void)fprintf(
            stream, "    %s fence %lld: packet %lld, %s, process %lld, preempted %lld times\n",
            json_is_true(json_object_get(packet, "held")) ? "held    " : "hardware",
            number_of(packet, "fence"), number_of(packet, "packet"), text_of(packet, "kind"),
            number_of(packet, "process"), number_of(packet, "preempted"));
    }
}

void dump_report_print(const json_t *report, FILE *stream)
{
    const json_t *nodes = json_object_get(report, "nodes");
    const json_t *trace = json_object_get(report, "trace");

    print_head(report, stream);
    print_driver(report, stream);
    (void)fprintf(stream, "\nGPU_NODES: at %.3f ms\n", (double)number_of(report, "time_ns") / 1e6);
    for (size_t i = 0; i < json_array_size(nodes); i++) {
        print_node(json_array_get(nodes, i), stream);
    }
    (void)fprintf(stream, "\nTRACE: the last %zu events\n", json_array_size(trace));
    for (size_t i = 0; i < json_array_size(trace); i++) {
        (void)fprintf(stream, "  %s\n", json_string_value(json_array_get(trace, i)));
    }
    (void)fprintf(stream, "\nREPEAT_WITH: %s\n", text_of(report, "repeat"));
}

/* What the printing above counts on; anything else is not of this program, or was cut off. */
static bool is_dump(const json_t *report)
{
    const char *code;
    const char *name;
    const char *text;
    const json_t *parameters;
    const json_t *nodes;
    const json_t *trace;
    json_int_t version;

    if (json_unpack((json_t *)(uintptr_t)report, "{s:I, s:s, s:s, s:s, s:o, s:o, s:o}",
                    "dxghost_dump", &version, "code", &code, "name", &name, "text", &text,
                    "parameters", &parameters, "nodes", &nodes, "trace", &trace) != 0) {
        return false;
    }
    for (size_t i = 0; i < json_array_size(trace); i++) {
        if (!json_is_string(json_array_get(trace, i))) {
            return false;
        }
    }
    return version == 1 && json_array_size(parameters) == 4 && json_is_array(nodes) &&
           json_is_array(trace);
}

static bool is_there(const char *folder, const char *name)
{
    char path[4300];

    (void)snprintf(path, sizeof(path), "%s/%s/report.json", folder, name);
    return access(path, R_OK) == 0;
}

/* The folder of a run holds its dumps, and is easily taken for one. */
static void hint(const char *folder)
{
    const char *name = is_there(folder, "bugcheck")     ? "bugcheck"
                       : is_there(folder, "livedump-1") ? "livedump-1"
                                                        : NULL;

    if (name != NULL) {
        (void)fprintf(stderr, "dxghost: %s/%s is one: dxghost analyze %s/%s\n", folder, name,
                      folder, name);
    }
}

int analyze_command(int count, char **words)
{
    char path[4200];
    json_error_t error;
    json_t *report;

    if (count != 2 || words[1][0] == '\0' || strcmp(words[1], "--help") == 0) {
        (void)fprintf(stderr, "usage: dxghost analyze DIR, such as out/bugcheck\n");
        return count == 2 && words[1][0] != '\0' ? EXIT_PASS : EXIT_USAGE;
    }
    (void)snprintf(path, sizeof(path), "%s/report.json", words[1]);
    report = json_load_file(path, 0, &error);
    if (report == NULL || !is_dump(report)) {
        (void)fprintf(stderr, "dxghost: %s is not a complete dump of this version of dxghost%s%s\n",
                      path, report == NULL ? ": " : "", report == NULL ? error.text : "");
        hint(words[1]);
        json_decref(report);
        return EXIT_USAGE;
    }
    dump_report_print(report, stdout);
    json_decref(report);
    return EXIT_PASS;
}
