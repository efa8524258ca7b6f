/* SPDX-License-Identifier: MIT */
#include "cli/battery_report.h"

#include "verify/names.h"

#include <inttypes.h>
#include <string.h>

#define COMMAND_BYTES 8192u

/* Text or an attribute: what XML cannot hold becomes a question mark. */
static void put(FILE *stream, const char *text)
{
    for (; *text != '\0'; text++) {
        unsigned char byte = (unsigned char)*text;

        switch (byte) {
        case '<':
            (void)fputs("&lt;", stream);
            break;
        case '>':
            (void)fputs("&gt;", stream);
            break;
        case '&':
            (void)fputs("&amp;", stream);
            break;
        case '"':
            (void)fputs("&quot;", stream);
            break;
        default:
            (void)fputc(byte >= ' ' || byte == '\n' || byte == '\t' ? byte : '?', stream);
        }
    }
}

static void begin_case(FILE *stream, const char *stage, const char *name, uint64_t virtual_ns)
{
    (void)fprintf(stream, "    <testcase classname=\"dxghost.verify.%s\" name=\"", stage);
    put(stream, name);
    (void)fprintf(stream, "\" time=\"%.9f\"", (double)virtual_ns / 1e9);
}

static void put_replay(const struct battery *battery, size_t stage,
                       const struct battery_trial *trial, FILE *stream)
{
    char command[COMMAND_BYTES];

    battery_replay(battery, stage, trial, command, sizeof(command));
    (void)fputs("\nreplay: ", stream);
    put(stream, command);
}

static void put_finding(const struct battery *battery, const struct battery_finding *finding,
                        FILE *stream)
{
    const struct rule_info *rule = rule_info(finding->rule);

    (void)fprintf(stream, "      <failure type=\"%s\" message=\"", rule->id);
    put(stream, finding->message);
    (void)fputs("\">at: ", stream);
    put(stream, finding->where);
    (void)fputs("\nrule: ", stream);
    put(stream, rule->sentence);
    (void)fputs("\nWindows: ", stream);
    put(stream, rule->consequence);
    (void)fputs("\npage: ", stream);
    put(stream, rule->source);
    put_replay(battery, finding->stage, &finding->trial, stream);
    (void)fputs("</failure>\n", stream);
}

static bool is_of(const struct battery_finding *finding, size_t stage, const char *ddi)
{
    return finding->stage == stage && (ddi == NULL || strcmp(finding->ddi, ddi) == 0);
}

static uint32_t count_findings(const struct battery *battery, size_t stage, const char *ddi)
{
    uint32_t count = 0;

    for (size_t i = 0; i < battery->finding_count; i++) {
        count += is_of(&battery->findings[i], stage, ddi);
    }
    return count;
}

/* A function that is no DDI gets a case of its own, at its first finding. */
static bool wants_case(const struct battery *battery, size_t stage, size_t number)
{
    const char *name = battery->findings[number].ddi;

    if (battery->findings[number].stage != stage) {
        return false;
    }
    for (uint32_t i = 0; i < DDI_COUNT; i++) {
        if (strcmp(ddi_info((enum ddi)i)->name, name) == 0 &&
            battery->results[stage].statistics[i].count > 0) {
            return false;
        }
    }
    for (size_t i = 0; i < number; i++) {
        if (is_of(&battery->findings[i], stage, name)) {
            return false;
        }
    }
    return true;
}

static void put_case(const struct battery *battery, size_t stage, const char *name,
                     uint64_t virtual_ns, FILE *stream)
{
    begin_case(stream, stages[stage].name, name, virtual_ns);
    if (count_findings(battery, stage, name) == 0) {
        (void)fputs("/>\n", stream);
        return;
    }
    (void)fputs(">\n", stream);
    for (size_t i = 0; i < battery->finding_count; i++) {
        if (is_of(&battery->findings[i], stage, name)) {
            put_finding(battery, &battery->findings[i], stream);
        }
    }
    (void)fputs("    </testcase>\n", stream);
}

/* The stage itself: that it came to its end. */
static void put_stage_case(const struct battery *battery, size_t stage, FILE *stream)
{
    const struct battery_result *result = &battery->results[stage];

    begin_case(stream, stages[stage].name, stages[stage].summary, result->virtual_ns);
    switch (result->outcome) {
    case BATTERY_SKIPPED:
        (void)fputs("><skipped message=\"", stream);
        put(stream, result->reason);
        (void)fputs("\"/></testcase>\n", stream);
        break;
    case BATTERY_BUGCHECK:
        (void)fprintf(stream, ">\n      <error type=\"0x%X %s\" message=\"", result->bugcheck.code,
                      verify_bugcheck_name(result->bugcheck.code));
        put(stream, result->bugcheck.text);
        (void)fputs("\">", stream);
        for (uint32_t i = 0; i < result->bugcheck.stack_count; i++) {
            put(stream, result->bugcheck.stack[i]);
            (void)fputc('\n', stream);
        }
        put_replay(battery, stage, &result->trial, stream);
        (void)fputs("</error>\n    </testcase>\n", stream);
        break;
    case BATTERY_FAILED:
    case BATTERY_REFUSED:
        (void)fprintf(stream, ">\n      <failure type=\"%s\" message=\"",
                      battery_outcome_name(result->outcome));
        put(stream, result->reason);
        (void)fputs("\">", stream);
        put_replay(battery, stage, &result->trial, stream);
        (void)fputs("</failure>\n    </testcase>\n", stream);
        break;
    default:
        (void)fputs("/>\n", stream);
    }
}

static uint32_t count_cases(const struct battery *battery, size_t stage)
{
    uint32_t count = 1;

    for (uint32_t i = 0; i < DDI_COUNT; i++) {
        count += battery->results[stage].statistics[i].count > 0;
    }
    for (size_t i = 0; i < battery->finding_count; i++) {
        count += wants_case(battery, stage, i);
    }
    return count;
}

static void put_suite(const struct battery *battery, size_t stage, FILE *stream)
{
    const struct battery_result *result = &battery->results[stage];
    bool failed = result->outcome == BATTERY_FAILED || result->outcome == BATTERY_REFUSED;

    (void)fprintf(stream,
                  "  <testsuite name=\"%s\" tests=\"%u\" failures=\"%u\" errors=\"%u\" "
                  "skipped=\"%u\" time=\"%.9f\">\n",
                  stages[stage].name, count_cases(battery, stage),
                  count_findings(battery, stage, NULL) + failed,
                  result->outcome == BATTERY_BUGCHECK, result->outcome == BATTERY_SKIPPED,
                  (double)result->virtual_ns / 1e9);
    put_stage_case(battery, stage, stream);
    for (uint32_t i = 0; i < DDI_COUNT; i++) {
        if (result->statistics[i].count > 0) {
            put_case(battery, stage, ddi_info((enum ddi)i)->name, result->statistics[i].virtual_ns,
                     stream);
        }
    }
    for (size_t i = 0; i < battery->finding_count; i++) {
        if (wants_case(battery, stage, i)) {
            put_case(battery, stage, battery->findings[i].ddi, 0, stream);
        }
    }
    (void)fputs("  </testsuite>\n", stream);
}

void battery_print_junit(const struct battery *battery, FILE *stream)
{
    (void)fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"", stream);
    put(stream, battery->config->driver);
    (void)fputs("\">\n", stream);
    for (size_t i = 0; i < stage_count; i++) {
        if (battery->results[i].outcome != BATTERY_NOT_RUN) {
            put_suite(battery, i, stream);
        }
    }
    (void)fputs("</testsuites>\n", stream);
}
