/* SPDX-License-Identifier: MIT */
/* dxghost-bench: run the benchmarks, print the table, write the JSON. */
#include "bench/bench.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum exit_code { EXIT_MET = 0, EXIT_MISSED = 1, EXIT_USAGE = 2, EXIT_BROKEN = 4 };

#define RESULTS_MAX 64u

/* Memory comes first: a child process inherits the high-water mark of its parent. */
static const struct bench_module *const modules[] = {
    &bench_memory_module,      &bench_kernel_module, &bench_kmt_module,     &bench_fiber_module,
    &bench_event_queue_module, &bench_sched_module,  &bench_segment_module, &bench_vidmm_module,
    &bench_raster_module,      &bench_driver_module, &bench_verify_module,
};

struct options {
    const char *json;
    const char *only;
    unsigned rounds;
    bool strict;
    bool list;
};

static void usage(FILE *file)
{
    (void)fprintf(file, "usage: dxghost-bench [OPTION]...\n"
                        "  --only TEXT   run the benchmarks whose id contains TEXT\n"
                        "  --rounds N    how often subject and peer take turns (default 9)\n"
                        "  --json FILE   also write the results as JSON\n"
                        "  --strict      exit 1 when a target is missed\n"
                        "  --list        name the benchmarks\n"
                        "  --help        this text\n");
}

/* Returns: -1 to go on, or the code to exit with. */
static int options_parse(int count, char **words, struct options *options)
{
    static const struct option names[] = {
        { "only", required_argument, NULL, 'o' },
        { "rounds", required_argument, NULL, 'r' },
        { "json", required_argument, NULL, 'j' },
        { "strict", no_argument, NULL, 's' },
        { "list", no_argument, NULL, 'l' },
        { "help", no_argument, NULL, 'h' },
        { NULL, 0, NULL, 0 },
    };
    char *end;
    int letter;

    while ((letter = getopt_long(count, words, "", names, NULL)) != -1) {
        switch (letter) {
        case 'o':
            options->only = optarg;
            break;
        case 'r':
            options->rounds = (unsigned)strtoul(optarg, &end, 10);
            if (*end != '\0' || options->rounds == 0 || options->rounds > 100) {
                (void)fprintf(stderr, "dxghost-bench: --rounds takes 1 to 100\n");
                return EXIT_USAGE;
            }
            break;
        case 'j':
            options->json = optarg;
            break;
        case 's':
            options->strict = true;
            break;
        case 'l':
            options->list = true;
            break;
        case 'h':
            usage(stdout);
            return EXIT_MET;
        default:
            usage(stderr);
            return EXIT_USAGE;
        }
    }
    if (optind < count) {
        usage(stderr);
        return EXIT_USAGE;
    }
    return -1;
}

static size_t run_all(const struct options *options, struct bench_result *results)
{
    size_t count = 0;

    for (size_t m = 0; m < sizeof(modules) / sizeof(modules[0]); m++) {
        for (size_t i = 0; i < modules[m]->count && count < RESULTS_MAX; i++) {
            const struct bench *bench = &modules[m]->benches[i];

            if (options->only != NULL && strstr(bench->id, options->only) == NULL) {
                continue;
            }
            if (options->list) {
                (void)printf("%s\n", bench->id);
                continue;
            }
            results[count++] = bench_run(bench, options->rounds);
        }
    }
    return count;
}

static int conclude(const struct options *options, const struct bench_result *results, size_t count)
{
    int code = EXIT_MET;
    bool colour = isatty(STDOUT_FILENO) && getenv("NO_COLOR") == NULL;

    bench_table_print(stdout, results, count, colour);
    for (size_t i = 0; i < count; i++) {
        if (results[i].verdict == BENCH_BROKEN) {
            code = EXIT_BROKEN;
        } else if (results[i].verdict == BENCH_MISSED && options->strict && code == EXIT_MET) {
            code = EXIT_MISSED;
        }
    }
    if (options->json != NULL && !bench_json_write(options->json, results, count)) {
        (void)fprintf(stderr, "dxghost-bench: cannot write %s\n", options->json);
        return EXIT_USAGE;
    }
    return code;
}

int main(int count, char **words)
{
    struct options options = { .rounds = 9 };
    struct bench_result results[RESULTS_MAX];
    int code = options_parse(count, words, &options);

    if (code >= 0) {
        return code;
    }

    size_t result_count = run_all(&options, results);

    if (options.list) {
        return EXIT_MET;
    }
    if (result_count == 0) {
        (void)fprintf(stderr, "dxghost-bench: no benchmark is called '%s'\n",
                      options.only != NULL ? options.only : "");
        return EXIT_USAGE;
    }
    return conclude(&options, results, result_count);
}
