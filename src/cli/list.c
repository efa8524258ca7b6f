/* SPDX-License-Identifier: MIT */
#include "cli/list.h"

#include "cdd/scene.h"
#include "cli/boards.h"
#include "cli/bugcheck_words.h"
#include "cli/gpu_scene.h"
#include "cli/options.h"
#include "dxgk/gate.h"
#include "verify/names.h"
#include "verify/verify.h"

#include <ctype.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Every listing is an array of objects; text shows the columns named here. */
struct listing {
    const char *name;
    json_t *(*rows)(void);
    const char *columns[4]; /* names; NULL ends them */
};

static json_t *scene_rows(void)
{
    json_t *rows = json_array();

    for (size_t i = 0; i < cdd_scene_count; i++) {
        (void)json_array_append_new(rows, json_pack("{s:s, s:s}", "name", cdd_scenes[i].name,
                                                    "summary", cdd_scenes[i].summary));
    }
    return rows;
}

static json_t *all_scene_rows(void)
{
    json_t *rows = scene_rows();

    for (size_t i = 0; i < gpu_scene_count; i++) {
        (void)json_array_append_new(rows, json_pack("{s:s, s:s}", "name", gpu_scenes[i].name,
                                                    "summary", gpu_scenes[i].summary));
    }
    return rows;
}

static json_t *device_rows(void)
{
    const struct dxghost_device_ops *ops;
    json_t *rows = json_array();

    for (size_t i = 0; (ops = board_at(i)) != NULL; i++) {
        (void)json_array_append_new(
            rows, json_pack("{s:s, s:s}", "name", ops->name, "summary", ops->summary));
    }
    return rows;
}

static json_t *rule_rows(void)
{
    json_t *rows = json_array();

    for (uint32_t i = 0; i < RULE_COUNT; i++) {
        const struct rule_info *rule = rule_info((enum rule)i);
        const struct rule_coverage *coverage = rule_coverage((enum rule)i);

        (void)json_array_append_new(
            rows, json_pack("{s:s, s:s, s:s, s:b, s:s, s:s, s:s, s:s, s:s}", "id", rule->id, "ddi",
                            rule->ddi, "severity", severity_name(rule->severity), "checked",
                            coverage->checked, "mutant", coverage->mutants, "note", coverage->note,
                            "sentence", rule->sentence, "consequence", rule->consequence, "source",
                            rule->source));
    }
    return rows;
}

static json_t *ddi_rows(void)
{
    static const char *const levels[] = { "none", "zero", "one", "two", "three" };
    static const char *const irqls[] = { "PASSIVE_LEVEL", "DISPATCH_LEVEL", "DIRQL", "any" };
    json_t *rows = json_array();

    for (uint32_t i = 0; i < DDI_COUNT; i++) {
        const struct ddi_info *info = ddi_info((enum ddi)i);

        (void)json_array_append_new(rows,
                                    json_pack("{s:s, s:s, s:s}", "name", info->name, "irql",
                                              irqls[info->irql], "level", levels[info->level]));
    }
    return rows;
}

static const struct listing listings[] = {
    { "scenes", all_scene_rows, { "name", "summary", NULL } },
    { "devices", device_rows, { "name", "summary", NULL } },
    { "rules", rule_rows, { "id", "ddi", "severity", "mutant" } },
    { "ddis", ddi_rows, { "name", "irql", "level", NULL } },
};

/* A string as it is; for a rule without a mutant, whether it is checked at all. */
static const char *cell_text(const json_t *row, const char *column)
{
    const json_t *value = json_object_get(row, column);

    if (strcmp(column, "mutant") == 0 && json_string_length(value) == 0) {
        return json_is_true(json_object_get(row, "checked")) ? "checked" : "-";
    }
    return json_string_value(value);
}

static void print_rows(const struct listing *listing, const json_t *rows)
{
    static const int widths[] = { 18, 28, 16, 0 };
    size_t index;
    json_t *row;

    json_array_foreach(rows, index, row)
    {
        for (size_t i = 0; i < DXGH_ARRAY_SIZE(widths) && listing->columns[i] != NULL; i++) {
            bool last = i + 1 == DXGH_ARRAY_SIZE(widths) || listing->columns[i + 1] == NULL;

            (void)printf("%s%-*s", i == 0 ? "" : " ", last ? 0 : widths[i],
                         cell_text(row, listing->columns[i]));
        }
        (void)putchar('\n');
    }
}

int list_command(int count, char **words)
{
    bool json = count == 4 && strcmp(words[2], "--format") == 0 && strcmp(words[3], "json") == 0;

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(listings) && (count == 2 || json); i++) {
        if (strcmp(words[1], listings[i].name) == 0) {
            json_t *rows = listings[i].rows();

            if (json) {
                (void)json_dumpf(rows, stdout, JSON_INDENT(2) | JSON_PRESERVE_ORDER);
                (void)putchar('\n');
            } else {
                print_rows(&listings[i], rows);
            }
            json_decref(rows);
            return EXIT_PASS;
        }
    }
    (void)fprintf(stderr, "usage: dxghost list scenes|devices|rules|ddis [--format json]\n");
    return count == 2 && strcmp(words[1], "--help") == 0 ? EXIT_PASS : EXIT_USAGE;
}

static bool explain_rule(const char *word)
{
    enum rule rule = rule_find(word);
    const struct rule_info *info;
    const struct rule_coverage *coverage;

    if (rule == RULE_COUNT) {
        return false;
    }
    info = rule_info(rule);
    coverage = rule_coverage(rule);
    (void)printf("%s  %s\n  %s\n  On Windows: %s\n  Severity: %s\n  Page: %s\n", info->id,
                 info->ddi, info->sentence, info->consequence, severity_name(info->severity),
                 info->source);
    (void)printf("  Checked: %s\n", coverage->checked ? "yes" : "no");
    if (coverage->mutants[0] != '\0') {
        (void)printf("  Proven by: %s\n", coverage->mutants);
    }
    if (coverage->note[0] != '\0') {
        (void)printf("  Note: %s\n", coverage->note);
    }
    return true;
}

static void print_words(const struct bugcheck_words *words)
{
    (void)printf("\n");
    if (words->first != BUGCHECK_ANY_FIRST) {
        (void)printf("with first parameter 0x%llX: ", (unsigned long long)words->first);
    }
    (void)printf("%s\n", words->meaning);
    for (int i = 0; i < 4; i++) {
        (void)printf("  parameter %d: %s\n", i + 1, words->parameters[i]);
    }
    (void)printf("  what to do: %s\n", words->advice);
}

/* A bug check and, when it is given, its first parameter: `dxghost explain 0x119 2`. */
static bool explain_bugcheck(const char *code_word, const char *first_word)
{
    char *end;
    unsigned long long code = strtoull(code_word, &end, 0);
    unsigned long long first = 0;
    const struct bugcheck_words *words;

    if (end == code_word || *end != '\0' || code > UINT32_MAX) {
        return false;
    }
    if (first_word == NULL) {
        for (size_t i = 0; (words = bugcheck_words_at((uint32_t)code, i)) != NULL; i++) {
            print_words(words);
        }
        return true;
    }
    first = strtoull(first_word, &end, 0);
    words = bugcheck_words_find((uint32_t)code, first);
    if (end == first_word || *end != '\0' || words == NULL) {
        return false;
    }
    (void)printf("0x%llX as a bug check is %s\n", code, verify_bugcheck_name((uint32_t)code));
    print_words(words);
    return true;
}

static bool explain_number(const char *word)
{
    char *end;
    unsigned long long value = strtoull(word, &end, 0);
    const char *bugcheck;
    const char *status;

    if (end == word || *end != '\0' || value > UINT32_MAX) {
        return false;
    }
    bugcheck = verify_bugcheck_name((uint32_t)value);
    status = verify_status_name((int32_t)(uint32_t)value);
    if (strcmp(bugcheck, "BUGCHECK") != 0) {
        (void)printf("0x%llX as a bug check is %s\n", value, bugcheck);
    }
    if (strncmp(status, "0x", 2) != 0) {
        (void)printf("0x%08llX as a status is %s\n", value, status);
    }
    if (strcmp(bugcheck, "BUGCHECK") != 0) {
        (void)explain_bugcheck(word, NULL);
    }
    return strcmp(bugcheck, "BUGCHECK") != 0 || strncmp(status, "0x", 2) != 0;
}

/* "0x119", "VIDEO_TDR_FAILURE" or "STATUS_DEVICE_REMOVED". Returns: whether it is one of them. */
static bool explain_code(const char *word)
{
    uint32_t value;
    char number[16];

    if (!verify_bugcheck_find(word, &value) && !verify_status_find(word, &value)) {
        return explain_number(word);
    }
    (void)snprintf(number, sizeof(number), "0x%X", value);
    return explain_number(number);
}

/* Codes are written in hexadecimal, and a forgotten 0x is a number all the same. */
static void hint_hexadecimal(const char *word)
{
    char *end;
    unsigned long long value = strtoull(word, &end, 16);

    if (*end == '\0' && value <= UINT32_MAX &&
        strcmp(verify_bugcheck_name((uint32_t)value), "BUGCHECK") != 0) {
        (void)printf("\n%s was read as a decimal number; 0x%llX as a bug check is %s\n", word,
                     value, verify_bugcheck_name((uint32_t)value));
    }
}

int explain_command(int count, char **words)
{
    if (count == 3) {
        if (explain_bugcheck(words[1], words[2])) {
            return EXIT_PASS;
        }
        (void)fprintf(
            stderr,
            "dxghost: the bug check %s is not known with '%s' as its first parameter; see `dxghost "
            "explain %s`\n",
            words[1], words[2], words[1]);
        return EXIT_USAGE;
    }
    if (count == 2 && strcmp(words[1], "--help") != 0) {
        if (explain_rule(words[1])) {
            return EXIT_PASS;
        }
        if (explain_code(words[1])) {
            if (isdigit((unsigned char)words[1][0]) && words[1][1] != 'x' && words[1][1] != 'X') {
                hint_hexadecimal(words[1]);
            }
            return EXIT_PASS;
        }
        (void)fprintf(
            stderr,
            "dxghost: '%s' is neither a rule (dxghost list rules), nor the number or name of a bug "
            "check or of a status\n",
            words[1]);
        return EXIT_USAGE;
    }
    (void)fprintf(stderr,
                  "usage: dxghost explain RULE|BUGCHECK|STATUS, such as RENDERKM-12 or 0x119\n");
    return count == 2 ? EXIT_PASS : EXIT_USAGE;
}
