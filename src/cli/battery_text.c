/* SPDX-License-Identifier: MIT */
#include "cli/battery_report.h"

#include "cli/palette.h"
#include "verify/names.h"

#include <inttypes.h>
#include <string.h>

#define COMMAND_BYTES 8192u

enum exit_code battery_exit_code(const struct battery *battery)
{
    enum exit_code code = EXIT_PASS;

    for (size_t i = 0; i < stage_count; i++) {
        if (battery->results[i].outcome == BATTERY_BUGCHECK) {
            return EXIT_BUGCHECK;
        }
        if (battery_is_bad(battery->results[i].outcome)) {
            code = EXIT_BREACH;
        }
    }
    return code;
}

static void print_stages(const struct battery *battery, FILE *stream, const struct palette *palette)
{
    (void)fprintf(stream, "%s%-16s %-9s %6s %14s%s\n", palette->bold, "stage", "result", "runs",
                  "virtual time", palette->off);
    for (size_t i = 0; i < stage_count; i++) {
        const struct battery_result *result = &battery->results[i];
        bool bad = battery_is_bad(result->outcome);

        if (result->outcome == BATTERY_NOT_RUN) {
            continue;
        }
        (void)fprintf(stream, "%-16s %s%-9s%s %6" PRIu64 " %11.3f ms", stages[i].name,
                      bad                               ? palette->bad
                      : result->outcome == BATTERY_PASS ? palette->good
                                                        : "",
                      battery_outcome_name(result->outcome),
                      bad || result->outcome == BATTERY_PASS ? palette->off : "", result->runs,
                      (double)result->virtual_ns / 1e6);
        if (result->reason[0] != '\0') {
            (void)fprintf(stream, "  %s", result->reason);
        }
        (void)fputc('\n', stream);
    }
}

/* What the table says of one DDI or function. */
struct row {
    const char *name;
    uint64_t calls;
    uint64_t breaches;
    enum severity worst;
};

static struct row row_of(const struct battery *battery, const char *name, uint64_t calls)
{
    struct row row = { .name = name, .calls = calls, .worst = SEVERITY_COUNT };

    for (size_t i = 0; i < battery->finding_count; i++) {
        const struct battery_finding *finding = &battery->findings[i];

        if (strcmp(finding->ddi, name) == 0) {
            row.breaches += finding->count;
            row.worst = DXGH_MIN(row.worst, rule_info(finding->rule)->severity);
        }
    }
    return row;
}

static void print_row(const struct row *row, FILE *stream, const struct palette *palette)
{
    (void)fprintf(stream, "%-46s %9" PRIu64 " %6u %9" PRIu64 "  %s%s%s\n", row->name, row->calls,
                  battery_rules_of(row->name), row->breaches, row->breaches > 0 ? palette->bad : "",
                  row->breaches > 0 ? severity_name(row->worst) : "-",
                  row->breaches > 0 ? palette->off : "");
}

static bool is_ddi(const char *name)
{
    for (uint32_t i = 0; i < DDI_COUNT; i++) {
        if (strcmp(ddi_info((enum ddi)i)->name, name) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_first(const struct battery *battery, size_t number)
{
    for (size_t i = 0; i < number; i++) {
        if (strcmp(battery->findings[i].ddi, battery->findings[number].ddi) == 0) {
            return false;
        }
    }
    return true;
}

static void print_ddis(const struct battery *battery, FILE *stream, const struct palette *palette)
{
    uint32_t uncalled = 0;

    (void)fprintf(stream, "\n%s%-46s %9s %6s %9s  %s%s\n", palette->bold, "DDI", "calls", "rules",
                  "breaches", "worst", palette->off);
    for (uint32_t i = 0; i < DDI_COUNT; i++) {
        struct row row = row_of(battery, ddi_info((enum ddi)i)->name, battery->statistics[i].count);

        if (row.calls + row.breaches > 0) {
            print_row(&row, stream, palette);
        } else {
            uncalled++;
        }
    }
    for (size_t i = 0; i < battery->finding_count; i++) {
        if (!is_ddi(battery->findings[i].ddi) && is_first(battery, i)) {
            struct row row = row_of(battery, battery->findings[i].ddi, 0);

            print_row(&row, stream, palette);
        }
    }
    if (uncalled > 0) {
        (void)fprintf(stream, "%s%u DDIs were not called%s\n", palette->dim, uncalled,
                      palette->off);
    }
}

static void print_missing(const struct battery *battery, FILE *stream,
                          const struct palette *palette)
{
    if (battery->missing_count > 0) {
        (void)fprintf(stream, "\n%sasked for, but not implemented by dxghost:%s\n", palette->bold,
                      palette->off);
    }
    for (size_t i = 0; i < battery->missing_count; i++) {
        (void)fprintf(stream, "  %s (%" PRIu64 ")\n", battery->missing[i].text,
                      battery->missing[i].count);
    }
}

static void print_replay(const struct battery *battery, size_t stage,
                         const struct battery_trial *trial, FILE *stream,
                         const struct palette *palette)
{
    char command[COMMAND_BYTES];

    battery_replay(battery, stage, trial, command, sizeof(command));
    (void)fprintf(stream, "  %sreplay%s  %s\n", palette->dim, palette->off, command);
}

static void print_finding(const struct battery *battery, const struct battery_finding *finding,
                          FILE *stream, const struct palette *palette)
{
    const struct rule_info *rule = rule_info(finding->rule);

    (void)fprintf(stream, "\n%s%s%s in %s (%s", palette->bad, rule->id, palette->off, finding->ddi,
                  severity_name(rule->severity));
    if (finding->count > 1) {
        (void)fprintf(stream, "; %" PRIu64 " times", finding->count);
    }
    (void)fprintf(stream, ")\n  %s\n", finding->message);
    (void)fprintf(stream, "  %sat%s      %s\n", palette->dim, palette->off, finding->where);
    (void)fprintf(stream, "  %srule%s    %s\n", palette->dim, palette->off, rule->sentence);
    (void)fprintf(stream, "  %sWindows%s %s\n", palette->dim, palette->off, rule->consequence);
    (void)fprintf(stream, "  %spage%s    %s\n", palette->dim, palette->off, rule->source);
    print_replay(battery, finding->stage, &finding->trial, stream, palette);
}

static void print_bugcheck(const struct battery *battery, size_t stage, FILE *stream,
                           const struct palette *palette)
{
    const struct battery_result *result = &battery->results[stage];
    const struct battery_bugcheck *bugcheck = &result->bugcheck;

    (void)fprintf(stream,
                  "\n%s*** bug check 0x%X %s%s (0x%" PRIX64 ", 0x%" PRIX64 ", 0x%" PRIX64
                  ", 0x%" PRIX64 ") in stage %s\n  %s\n",
                  palette->bad, bugcheck->code, verify_bugcheck_name(bugcheck->code), palette->off,
                  bugcheck->parameters[0], bugcheck->parameters[1], bugcheck->parameters[2],
                  bugcheck->parameters[3], stages[stage].name, bugcheck->text);
    for (uint32_t i = 0; i < bugcheck->stack_count; i++) {
        (void)fprintf(stream, "    %s\n", bugcheck->stack[i]);
    }
    print_replay(battery, stage, &result->trial, stream, palette);
}

static void print_failures(const struct battery *battery, FILE *stream,
                           const struct palette *palette)
{
    for (size_t i = 0; i < stage_count; i++) {
        const struct battery_result *result = &battery->results[i];

        if (result->outcome == BATTERY_BUGCHECK) {
            print_bugcheck(battery, i, stream, palette);
        } else if (result->outcome == BATTERY_FAILED || result->outcome == BATTERY_REFUSED) {
            (void)fprintf(stream, "\n%sstage %s %s%s\n  %s\n", palette->bad, stages[i].name,
                          battery_outcome_name(result->outcome), palette->off, result->reason);
            print_replay(battery, i, &result->trial, stream, palette);
        }
    }
}

static uint32_t checked_rules(void)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < RULE_COUNT; i++) {
        count += rule_coverage((enum rule)i)->checked;
    }
    return count;
}

void battery_print_text(const struct battery *battery, FILE *stream)
{
    const struct palette *palette = palette_for(stream);
    enum exit_code code = battery_exit_code(battery);
    uint32_t run = 0;
    uint32_t bad = 0;

    print_stages(battery, stream, palette);
    print_ddis(battery, stream, palette);
    print_missing(battery, stream, palette);
    for (size_t i = 0; i < battery->finding_count; i++) {
        print_finding(battery, &battery->findings[i], stream, palette);
    }
    print_failures(battery, stream, palette);
    for (size_t i = 0; i < stage_count; i++) {
        run += battery->results[i].runs > 0 && battery->results[i].outcome != BATTERY_SKIPPED;
        bad += battery_is_bad(battery->results[i].outcome);
    }
    (void)fprintf(stream, "\n%s%s%s  %s on %s: %u rules checked in %u stages, %zu broken",
                  code == EXIT_PASS ? palette->good : palette->bad,
                  code == EXIT_PASS       ? "pass"
                  : code == EXIT_BUGCHECK ? "bugcheck"
                                          : "breach",
                  palette->off, battery->config->driver, battery->config->device, checked_rules(),
                  run, battery->finding_count);
    if (bad > 0) {
        (void)fprintf(stream, "; %u stage%s not clean", bad, bad == 1 ? " is" : "s are");
    }
    (void)fputc('\n', stream);
}
