/* SPDX-License-Identifier: MIT */
#include "cli/verify_command.h"

#include "cli/battery_report.h"

#include <getopt.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SEEDS_MAX 1000000u

static const char help[] =
    "usage: dxghost verify --driver FILE --device NAME[,OPTIONS] [OPTION...]\n"
    "\n"
    "Runs a display miniport through every stage of the battery, each on a machine of its own, "
    "and\n"
    "names every rule of the driver contract that was broken: what was expected and seen, the\n"
    "driver's function and line, and the command that repeats it.\n"
    "\n"
    "  --driver FILE          the miniport: a shared object that exports DriverEntry\n"
    "  --device NAME[,OPTS]   the board: softgpu, linearfb (for display-only drivers), null, or "
    "the\n"
    "                         shared object of a device model\n"
    "  --list                 name the stages, and do nothing\n"
    "  --stage NAME           only this stage; may be given again\n"
    "  --rule RULE            report only this rule, such as RENDERKM-12; may be given again\n"
    "  --seed N               interleave processors and interrupts as seed N decides\n"
    "  --seeds N              how many seeds stage seeds tries (default 8, with --seed 1)\n"
    "  --fail-allocation N    of stage faults, only the run whose N-th request for memory fails\n"
    "  --fail-fast            stop after the first stage that is not clean\n"
    "  --processors N         virtual processors, 1 to 64 (default 2)\n"
    "  --memory SIZE          RAM of each machine with K, M or G (default 1G)\n"
    "  --format FORMAT        text, json, junit or sarif (default text)\n"
    "  --help                 this text\n"
    "\n"
    "examples:\n"
    "  dxghost verify --driver softgpu.so --device softgpu\n"
    "  dxghost verify --driver my.so --device linearfb --fail-fast\n"
    "  dxghost verify --driver my.so --device ./board.so --format sarif >my.sarif\n"
    "  dxghost verify --driver my.so --device softgpu --stage faults --fail-allocation 17\n"
    "\n"
    "exit status: 0 pass, 1 a rule was broken or the driver did not start, 2 usage or unreadable\n"
    "input, 3 bug check, 4 internal error\n";

enum key {
    KEY_DRIVER = 256,
    KEY_DEVICE,
    KEY_LIST,
    KEY_STAGE,
    KEY_RULE,
    KEY_SEED,
    KEY_SEEDS,
    KEY_FAIL_ALLOCATION,
    KEY_FAIL_FAST,
    KEY_PROCESSORS,
    KEY_MEMORY,
    KEY_FORMAT,
    KEY_HELP,
};

static const struct option long_options[] = {
    { "driver", required_argument, NULL, KEY_DRIVER },
    { "device", required_argument, NULL, KEY_DEVICE },
    { "list", no_argument, NULL, KEY_LIST },
    { "stage", required_argument, NULL, KEY_STAGE },
    { "rule", required_argument, NULL, KEY_RULE },
    { "seed", required_argument, NULL, KEY_SEED },
    { "seeds", required_argument, NULL, KEY_SEEDS },
    { "fail-allocation", required_argument, NULL, KEY_FAIL_ALLOCATION },
    { "fail-fast", no_argument, NULL, KEY_FAIL_FAST },
    { "processors", required_argument, NULL, KEY_PROCESSORS },
    { "memory", required_argument, NULL, KEY_MEMORY },
    { "format", required_argument, NULL, KEY_FORMAT },
    { "help", no_argument, NULL, KEY_HELP },
    { NULL, 0, NULL, 0 },
};

struct format {
    const char *name;
    void (*print)(const struct battery *battery, FILE *stream);
};

static const struct format formats[] = {
    { "text", battery_print_text },
    { "json", battery_print_json },
    { "junit", battery_print_junit },
    { "sarif", battery_print_sarif },
};

struct command {
    struct battery_config config;
    const struct format *format;
    char device[4096];
    bool list;
    bool help;
    bool some_stages;
    bool some_rules;
    bool skipped[64]; /* by stage */
    bool reported[RULE_COUNT];
};

static bool set_device(struct command *command, const char *text)
{
    char *comma;

    if (strlen(text) >= sizeof(command->device)) {
        (void)fprintf(stderr, "dxghost: --device is too long\n");
        return false;
    }
    (void)snprintf(command->device, sizeof(command->device), "%s", text);
    comma = strchr(command->device, ',');
    command->config.device = command->device;
    command->config.device_options = NULL;
    if (comma != NULL) {
        *comma = '\0';
        command->config.device_options = comma + 1;
    }
    return true;
}

static bool add_stage(struct command *command, const char *name)
{
    size_t stage = stage_find(name);

    if (stage == stage_count) {
        (void)fprintf(stderr, "dxghost: there is no stage '%s'; see `dxghost verify --list`\n",
                      name);
        return false;
    }
    for (size_t i = 0; i < stage_count && !command->some_stages; i++) {
        command->skipped[i] = true;
    }
    command->some_stages = true;
    command->skipped[stage] = false;
    return true;
}

static bool add_rule(struct command *command, const char *name)
{
    enum rule rule = rule_find(name);

    if (rule == RULE_COUNT) {
        (void)fprintf(stderr, "dxghost: there is no rule '%s'; see `dxghost list rules`\n", name);
        return false;
    }
    if (!rule_coverage(rule)->checked) {
        (void)fprintf(stderr, "dxghost: rule %s is not checked; see `dxghost explain %s`\n",
                      rule_info(rule)->id, rule_info(rule)->id);
        return false;
    }
    command->some_rules = true;
    command->reported[rule] = true;
    return true;
}

static bool set_format(struct command *command, const char *name)
{
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(formats); i++) {
        if (strcmp(formats[i].name, name) == 0) {
            command->format = &formats[i];
            return true;
        }
    }
    (void)fprintf(stderr, "dxghost: --format is text, json, junit or sarif, not '%s'\n", name);
    return false;
}

static bool set_processors(struct command *command, const char *value)
{
    uint64_t number;

    if (!options_number("processors", value, 1, MACHINE_PROCESSORS_MAX, &number)) {
        return false;
    }
    command->config.processors = (uint32_t)number;
    return true;
}

static bool apply(struct command *command, int key, const char *value)
{
    struct battery_config *config = &command->config;

    switch (key) {
    case KEY_DRIVER:
        config->driver = value;
        return true;
    case KEY_DEVICE:
        return set_device(command, value);
    case KEY_LIST:
        command->list = true;
        return true;
    case KEY_STAGE:
        return add_stage(command, value);
    case KEY_RULE:
        return add_rule(command, value);
    case KEY_SEED:
        config->seeded = true;
        return options_number("seed", value, 0, UINT64_MAX, &config->seed);
    case KEY_SEEDS:
        return options_number("seeds", value, 1, SEEDS_MAX, &config->seed_count);
    case KEY_FAIL_ALLOCATION:
        return options_number("fail-allocation", value, 1, UINT64_MAX, &config->refuse_at);
    case KEY_FAIL_FAST:
        config->fail_fast = true;
        return true;
    case KEY_PROCESSORS:
        return set_processors(command, value);
    case KEY_MEMORY:
        return options_size("memory", value, &config->memory_bytes);
    case KEY_FORMAT:
        return set_format(command, value);
    case KEY_HELP:
        command->help = true;
        return true;
    default:
        return false; /* getopt has said what is wrong */
    }
}

static bool parse(struct command *command, int count, char **words)
{
    const char *missing;
    int key;

    words[0] = (char *)(uintptr_t) "dxghost"; /* as getopt calls us in its complaints */
    optind = 1;
    while ((key = getopt_long(count, words, "", long_options, NULL)) != -1) {
        if (!apply(command, key, optarg)) {
            return false;
        }
    }
    if (optind < count) {
        (void)fprintf(stderr, "dxghost: '%s' is not an option; see `dxghost verify --help`\n",
                      words[optind]);
        return false;
    }
    missing = command->config.driver == NULL   ? "--driver FILE"
              : command->config.device == NULL ? "--device NAME"
                                               : NULL;
    if (missing != NULL && !command->list && !command->help) {
        (void)fprintf(stderr, "dxghost: verify needs %s; see `dxghost verify --help`\n", missing);
        return false;
    }
    return true;
}

static void list_stages(const struct command *command)
{
    json_t *rows = json_array();

    for (size_t i = 0; i < stage_count; i++) {
        if (strcmp(command->format->name, "json") == 0) {
            (void)json_array_append_new(rows, json_pack("{s:s, s:s}", "name", stages[i].name,
                                                        "summary", stages[i].summary));
        } else {
            (void)printf("%-16s %s\n", stages[i].name, stages[i].summary);
        }
    }
    if (json_array_size(rows) > 0) {
        (void)json_dumpf(rows, stdout, JSON_INDENT(2) | JSON_PRESERVE_ORDER);
        (void)putchar('\n');
    }
    json_decref(rows);
}

/* One line that is written over, on a terminal only. */
static void show_progress(void *context, const struct stage *stage, size_t number, size_t count)
{
    (void)context;
    (void)fprintf(stderr, "\r\033[K[%zu/%zu] %s", number, count, stage->name);
    (void)fflush(stderr);
}

static int verify(struct command *command)
{
    bool terminal = isatty(STDERR_FILENO) == 1;
    struct battery battery;
    int code;

    command->config.skipped = command->some_stages ? command->skipped : NULL;
    command->config.reported = command->some_rules ? command->reported : NULL;
    command->config.progress = terminal ? show_progress : NULL;
    code = EXIT_USAGE;
    if (battery_run(&battery, &command->config)) {
        code = (int)battery_exit_code(&battery);
    }
    if (terminal) {
        (void)fputs("\r\033[K", stderr);
    }
    if (code == EXIT_USAGE) {
        (void)fprintf(stderr, "dxghost: %s\n", battery.error);
    } else {
        command->format->print(&battery, stdout);
    }
    battery_fini(&battery);
    return code;
}

int verify_command(int count, char **words)
{
    struct command *command = calloc(1, sizeof(*command));
    int code = EXIT_USAGE;

    if (command == NULL) {
        return EXIT_INTERNAL;
    }
    DXGH_ASSERT(stage_count <= DXGH_ARRAY_SIZE(command->skipped));
    command->format = &formats[0];
    command->config.processors = OPTIONS_PROCESSORS;
    if (parse(command, count, words)) {
        if (command->config.seed_count == 0) {
            command->config.seed_count = command->config.seeded ? 1 : BATTERY_SEEDS;
        }
        code = EXIT_PASS;
        if (command->help) {
            (void)fputs(help, stdout);
        } else if (command->list) {
            list_stages(command);
        } else {
            code = verify(command);
        }
    }
    free(command);
    return code;
}
