/* SPDX-License-Identifier: MIT */
#include "cli/battery_report.h"

#include "verify/names.h"

#include <inttypes.h>
#include <jansson.h>
#include <string.h>

#define COMMAND_BYTES 8192u

static json_t *replay_json(const struct battery *battery, size_t stage,
                           const struct battery_trial *trial)
{
    char command[COMMAND_BYTES];

    battery_replay(battery, stage, trial, command, sizeof(command));
    return json_string(command);
}

static json_t *hex(uint64_t value)
{
    char text[32];

    (void)snprintf(text, sizeof(text), "0x%" PRIX64, value);
    return json_string(text);
}

static json_t *bugcheck_json(const struct battery_bugcheck *bugcheck)
{
    json_t *parameters = json_array();
    json_t *stack = json_array();

    for (int i = 0; i < 4; i++) {
        (void)json_array_append_new(parameters, hex(bugcheck->parameters[i]));
    }
    for (uint32_t i = 0; i < bugcheck->stack_count; i++) {
        (void)json_array_append_new(stack, json_string(bugcheck->stack[i]));
    }
    return json_pack("{s:o, s:s, s:o, s:s, s:o}", "code", hex(bugcheck->code), "name",
                     verify_bugcheck_name(bugcheck->code), "parameters", parameters, "text",
                     bugcheck->text, "driver_stack", stack);
}

static json_t *stages_json(const struct battery *battery)
{
    json_t *array = json_array();

    for (size_t i = 0; i < stage_count; i++) {
        const struct battery_result *result = &battery->results[i];

        if (result->outcome == BATTERY_NOT_RUN) {
            continue;
        }
        (void)json_array_append_new(
            array,
            json_pack("{s:s, s:s, s:s, s:I, s:I, s:I, s:o, s:o}", "name", stages[i].name, "result",
                      battery_outcome_name(result->outcome), "reason", result->reason, "runs",
                      (json_int_t)result->runs, "virtual_ns", (json_int_t)result->virtual_ns,
                      "breaches", (json_int_t)result->breaches, "bugcheck",
                      result->outcome == BATTERY_BUGCHECK ? bugcheck_json(&result->bugcheck)
                                                          : json_null(),
                      "replay", replay_json(battery, i, &result->trial)));
    }
    return array;
}

static json_t *ddis_json(const struct battery *battery)
{
    json_t *object = json_object();

    for (uint32_t i = 0; i < DDI_COUNT; i++) {
        const struct ddi_statistics *statistics = &battery->statistics[i];
        const char *name = ddi_info((enum ddi)i)->name;

        if (statistics->count > 0) {
            (void)json_object_set_new(object, name,
                                      json_pack("{s:I, s:I, s:I, s:i}", "calls",
                                                (json_int_t)statistics->count, "failures",
                                                (json_int_t)statistics->failures, "longest_ns",
                                                (json_int_t)statistics->longest_ns, "rules",
                                                (int)battery_rules_of(name)));
        }
    }
    return object;
}

static json_t *finding_json(const struct battery *battery, const struct battery_finding *finding)
{
    const struct rule_info *rule = rule_info(finding->rule);

    return json_pack(
        "{s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:i, s:s, s:I, s:I, s:s, s:s, s:s, s:o}", "rule",
        rule->id, "ddi", finding->ddi, "severity", severity_name(rule->severity), "message",
        finding->message, "where", finding->where, "function", finding->place.function, "file",
        finding->place.file, "line", finding->place.line, "stage", stages[finding->stage].name,
        "time_ns", (json_int_t)finding->time_ns, "count", (json_int_t)finding->count, "sentence",
        rule->sentence, "consequence", rule->consequence, "source", rule->source, "replay",
        replay_json(battery, finding->stage, &finding->trial));
}

void battery_print_json(const struct battery *battery, FILE *stream)
{
    static const char *const results[] = {
        [EXIT_PASS] = "pass", [EXIT_BREACH] = "breach", [EXIT_BUGCHECK] = "bugcheck"
    };
    enum exit_code code = battery_exit_code(battery);
    json_t *report = json_object();
    json_t *breaches = json_array();
    json_t *missing = json_array();

    for (size_t i = 0; i < battery->missing_count; i++) {
        (void)json_array_append_new(missing,
                                    json_pack("{s:s, s:I}", "what", battery->missing[i].text,
                                              "count", (json_int_t)battery->missing[i].count));
    }
    for (size_t i = 0; i < battery->finding_count; i++) {
        (void)json_array_append_new(breaches, finding_json(battery, &battery->findings[i]));
    }
    (void)json_object_set_new(report, "result", json_string(results[code]));
    (void)json_object_set_new(report, "version", json_string(DXGH_VERSION));
    (void)json_object_set_new(report, "driver", json_string(battery->config->driver));
    (void)json_object_set_new(report, "device", json_string(battery->config->device));
    (void)json_object_set_new(
        report, "seed",
        battery->config->seeded ? json_integer((json_int_t)battery->config->seed) : json_null());
    (void)json_object_set_new(report, "stages", stages_json(battery));
    (void)json_object_set_new(report, "ddis", ddis_json(battery));
    (void)json_object_set_new(report, "breaches", breaches);
    (void)json_object_set_new(report, "unimplemented", missing);
    (void)json_dumpf(report, stream, JSON_INDENT(2) | JSON_PRESERVE_ORDER);
    (void)fputc('\n', stream);
    json_decref(report);
}
