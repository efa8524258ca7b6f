/* SPDX-License-Identifier: MIT */
/*
 * SARIF 2.1.0, as code-scanning services and editors read it.
 *
 * Source: OASIS SARIF 2.1.0, sections 3.13 (log), 3.14 (run), 3.27 (result), 3.49 (rule)
 */
#include "cli/battery_report.h"

#include "verify/names.h"

#include <jansson.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define COMMAND_BYTES 8192u
#define BUGCHECK_RULE "BUGCHECK"
#define STAGE_RULE "STAGE"

/* Rules in the order of their first result; a result names its rule by this index. */
struct rules {
    json_t *array;
    int index[RULE_COUNT]; /* -1: not there yet */
    int bugcheck;
    int stage;
};

static const char *level_of(enum severity severity)
{
    return severity <= SEVERITY_REFUSED  ? "error"
           : severity == SEVERITY_ADVICE ? "note"
                                         : "warning";
}

static json_t *text_json(const char *text)
{
    return json_pack("{s:s}", "text", text);
}

static int rule_index(struct rules *rules, enum rule rule)
{
    const struct rule_info *info = rule_info(rule);
    char help[2048];

    if (rules->index[rule] < 0) {
        rules->index[rule] = (int)json_array_size(rules->array);
        (void)snprintf(help, sizeof(help), "On Windows: %s. Documentation page: %s.",
                       info->consequence, info->source);
        (void)json_array_append_new(
            rules->array,
            json_pack("{s:s, s:s, s:o, s:o, s:o, s:{s:s}, s:{s:s, s:s}}", "id", info->id, "name",
                      info->ddi, "shortDescription", text_json(info->sentence), "fullDescription",
                      text_json(info->sentence), "help", text_json(help), "defaultConfiguration",
                      "level", level_of(info->severity), "properties", "severity",
                      severity_name(info->severity), "page", info->source));
    }
    return rules->index[rule];
}

static int own_rule_index(struct rules *rules, int *index, const char *id, const char *sentence)
{
    if (*index < 0) {
        *index = (int)json_array_size(rules->array);
        (void)json_array_append_new(
            rules->array, json_pack("{s:s, s:o, s:{s:s}}", "id", id, "shortDescription",
                                    text_json(sentence), "defaultConfiguration", "level", "error"));
    }
    return *index;
}

/* Below the working folder a path is relative, as services expect of a checkout's root. */
static void uri_of(const char *path, char *uri, size_t uri_bytes)
{
    char folder[PATH_MAX];
    size_t length;
    size_t used = 0;

    if (getcwd(folder, sizeof(folder)) != NULL && (length = strlen(folder)) > 0 &&
        strncmp(path, folder, length) == 0 && path[length] == '/') {
        path += length + 1;
    } else if (path[0] == '/') {
        used = (size_t)snprintf(uri, uri_bytes, "file://");
    }
    for (; *path != '\0' && used + 4 < uri_bytes; path++) {
        bool plain = (*path > ' ' && *path < '\x7f') && strchr("%\"<>\\^`{|}#?", *path) == NULL;

        used += (size_t)snprintf(uri + used, uri_bytes - used, plain ? "%c" : "%%%02X",
                                 plain ? *path : (unsigned char)*path);
    }
    uri[used] = '\0';
}

static json_t *locations_json(const struct verify_place *place, const char *ddi)
{
    char uri[4096];
    json_t *location = json_object();
    json_t *logical = json_array();

    if (place->file[0] != '\0') {
        uri_of(place->file, uri, sizeof(uri));
        (void)json_object_set_new(location, "physicalLocation",
                                  json_pack("{s:{s:s}, s:{s:i}}", "artifactLocation", "uri", uri,
                                            "region", "startLine",
                                            place->line > 0 ? place->line : 1));
    }
    (void)json_array_append_new(
        logical, json_pack("{s:s, s:s}", "name", place->function[0] != '\0' ? place->function : ddi,
                           "kind", "function"));
    (void)json_object_set_new(location, "logicalLocations", logical);
    return json_pack("[o]", location);
}

static json_t *properties_json(const struct battery *battery, size_t stage,
                               const struct battery_trial *trial, const char *ddi)
{
    char command[COMMAND_BYTES];

    battery_replay(battery, stage, trial, command, sizeof(command));
    return json_pack("{s:s, s:s, s:s}", "stage", stages[stage].name, "ddi", ddi, "replay", command);
}

static json_t *finding_json(const struct battery *battery, struct rules *rules,
                            const struct battery_finding *finding)
{
    const struct rule_info *rule = rule_info(finding->rule);

    return json_pack("{s:s, s:i, s:s, s:o, s:o, s:I, s:o}", "ruleId", rule->id, "ruleIndex",
                     rule_index(rules, finding->rule), "level", level_of(rule->severity), "message",
                     text_json(finding->message), "locations",
                     locations_json(&finding->place, finding->ddi), "occurrenceCount",
                     (json_int_t)finding->count, "properties",
                     properties_json(battery, finding->stage, &finding->trial, finding->ddi));
}

/* What ended a stage without being a rule. */
static json_t *stage_json(const struct battery *battery, struct rules *rules, size_t stage)
{
    const struct battery_result *result = &battery->results[stage];
    bool stopped = result->outcome == BATTERY_BUGCHECK;
    char message[1700];
    int index;

    if (stopped) {
        index = own_rule_index(rules, &rules->bugcheck, BUGCHECK_RULE,
                               "A driver does not stop the system");
        (void)snprintf(message, sizeof(message), "Bug check 0x%X %s: %s", result->bugcheck.code,
                       verify_bugcheck_name(result->bugcheck.code), result->bugcheck.text);
    } else {
        index = own_rule_index(rules, &rules->stage, STAGE_RULE,
                               "A driver starts, and does what it is asked for");
        (void)snprintf(message, sizeof(message), "Stage %s %s: %s", stages[stage].name,
                       battery_outcome_name(result->outcome), result->reason);
    }
    return json_pack("{s:s, s:i, s:s, s:o, s:o, s:o}", "ruleId",
                     stopped ? BUGCHECK_RULE : STAGE_RULE, "ruleIndex", index, "level", "error",
                     "message", text_json(message), "locations",
                     locations_json(&result->bugcheck.place, stages[stage].name), "properties",
                     properties_json(battery, stage, &result->trial, stages[stage].name));
}

static json_t *results_json(const struct battery *battery, struct rules *rules)
{
    json_t *results = json_array();

    for (size_t i = 0; i < battery->finding_count; i++) {
        (void)json_array_append_new(results, finding_json(battery, rules, &battery->findings[i]));
    }
    for (size_t i = 0; i < stage_count; i++) {
        enum battery_outcome outcome = battery->results[i].outcome;

        if (battery_is_bad(outcome) && outcome != BATTERY_BREACH) {
            (void)json_array_append_new(results, stage_json(battery, rules, i));
        }
    }
    return results;
}

void battery_print_sarif(const struct battery *battery, FILE *stream)
{
    struct rules rules = { .array = json_array(), .bugcheck = -1, .stage = -1 };
    json_t *results;
    json_t *driver;
    json_t *report;

    for (uint32_t i = 0; i < RULE_COUNT; i++) {
        rules.index[i] = -1;
    }
    results = results_json(battery, &rules);
    driver = json_pack("{s:s, s:s, s:o}", "name", "dxghost", "version", DXGH_VERSION, "rules",
                       rules.array);
    report = json_pack("{s:s, s:s, s:[{s:{s:o}, s:[{s:b, s:i}], s:o, s:s}]}", "$schema",
                       "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
                       "sarif-schema-2.1.0.json",
                       "version", "2.1.0", "runs", "tool", "driver", driver, "invocations",
                       "executionSuccessful", 1, "exitCode", (int)battery_exit_code(battery),
                       "results", results, "columnKind", "utf16CodeUnits");
    (void)json_dumpf(report, stream, JSON_INDENT(2) | JSON_PRESERVE_ORDER);
    (void)fputc('\n', stream);
    json_decref(report);
}
