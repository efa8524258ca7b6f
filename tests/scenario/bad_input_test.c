/* SPDX-License-Identifier: MIT */
/*
 * The program with bad input of every kind: the exit code, words that name the cause, and a report
 * that can be read. Each case is one run of dxghost, as a user would start it.
 */
#include "tests/lib/test.h"

#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define WORDS_MAX 24
#define OUTPUT_MAX 65536

static char folder[64];         /* of this process's files */
static char output[OUTPUT_MAX]; /* of the last run, stdout and stderr */

/* A path in it; good for the next many. */
static const char *in_folder(const char *name)
{
    static char paths[256][128];
    static unsigned next;
    char *path = paths[next++ % 256];

    (void)snprintf(path, sizeof(paths[0]), "%s/%s", folder, name);
    return path;
}

static void read_output(void)
{
    FILE *file = fopen(in_folder("output"), "r");
    size_t count;

    assert_non_null(file);
    count = fread(output, 1, sizeof(output) - 1, file);
    output[count] = '\0';
    (void)fclose(file);
}

static void become_program(const char *const *words)
{
    int file = open(in_folder("output"), O_WRONLY | O_CREAT | O_TRUNC, 0666);

    (void)dup2(file, STDOUT_FILENO);
    (void)dup2(file, STDERR_FILENO);
    (void)close(file);
    (void)execv(DXGH_TEST_PROGRAM, (char *const *)(uintptr_t)words);
    _exit(127);
}

/* Runs dxghost with these words. Returns its exit code; a signal that ends it fails the test. */
static int run_program(const char *const *words)
{
    int status;
    pid_t child = fork();

    assert_true(child >= 0);
    if (child == 0) {
        become_program(words);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    read_output();
    if (!WIFEXITED(status)) {
        fail_msg("dxghost was ended by signal %d: %s", WTERMSIG(status), output);
    }
    return WEXITSTATUS(status);
}

struct bad_run {
    const char *driver; /* NULL: the good one */
    const char *device; /* NULL: softgpu */
    const char *scene;  /* NULL: colorfill */
    const char *option; /* one more, with its value; NULL for none */
    const char *value;
    int code;
    const char *words;  /* that the user has to see */
    const char *result; /* of report.json; NULL: there is no report */
};

static int run_bad(const struct bad_run *bad)
{
    const char *words[WORDS_MAX] = {
        "dxghost",   "run",
        "--driver",  bad->driver != NULL ? bad->driver : DXGH_TEST_DRIVER,
        "--device",  bad->device != NULL ? bad->device : "softgpu",
        "--scene",   bad->scene != NULL ? bad->scene : "colorfill",
        "--memory",  "128M",
        "--out",     in_folder("out"),
        bad->option, bad->value,
    };

    (void)unlink(in_folder("out/report.json"));
    return run_program(words);
}

static json_t *load_report(void)
{
    json_error_t error;
    json_t *report = json_load_file(in_folder("out/report.json"), 0, &error);

    if (report == NULL) {
        fail_msg("report.json: line %d: %s", error.line, error.text);
    }
    return report;
}

/* The members every report has, and the one that tells how it went. */
static void expect_report(const char *result)
{
    static const char *const members[] = { "result",     "error",     "driver",
                                           "adapter",    "seed",      "virtual_time_ns",
                                           "trace_hash", "ddi_calls", "processors",
                                           "breaches",   "bugcheck" };
    json_t *report = load_report();

    for (size_t i = 0; i < sizeof(members) / sizeof(members[0]); i++) {
        assert_non_null(json_object_get(report, members[i]));
    }
    assert_string_equal(json_string_value(json_object_get(report, "result")), result);
    json_decref(report);
}

static void expect(const struct bad_run *bad)
{
    int code = run_bad(bad);

    if (code != bad->code || strstr(output, bad->words) == NULL) {
        fail_msg("exit code %d, expected %d with the words '%s'; it said: %s", code, bad->code,
                 bad->words, output);
    }
    if (bad->result != NULL) {
        expect_report(bad->result);
    } else {
        assert_int_not_equal(access(in_folder("out/report.json"), F_OK), 0);
    }
}

/* Files */

static void write_file(const char *name, const void *bytes, size_t size)
{
    FILE *file = fopen(in_folder(name), "w");

    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

static char *read_file(const char *path, size_t *size)
{
    FILE *file = fopen(path, "r");
    char *bytes;

    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    *size = (size_t)ftell(file);
    rewind(file);
    bytes = malloc(*size);
    assert_non_null(bytes);
    assert_int_equal(fread(bytes, 1, *size, file), *size);
    (void)fclose(file);
    return bytes;
}

static void driver_that_is_no_driver(void **state)
{
    const struct bad_run runs[] = {
        { .driver = "/nowhere/at/all.so", .words = "No such file or directory" },
        { .driver = folder, .words = "not a file" },
        { .driver = in_folder("text.so"), .words = "not an ELF file" },
        { .driver = in_folder("empty.so"), .words = "not an ELF file" },
        { .driver = DXGH_TEST_PROGRAM, .words = "DriverEntry" },
        { .driver = DXGH_TEST_BAD_DRIVERS "/bad_no_entry.so", .words = "DriverEntry" },
        { .driver = DXGH_TEST_BAD_DRIVERS "/bad_undefined_import.so",
          .words = "ZzFunctionThatNobodyHas" },
    };

    (void)state;
    write_file("text.so", "This is no driver, but quite a long text all the same.\n", 55);
    write_file("empty.so", "", 0);
    for (size_t i = 0; i < sizeof(runs) / sizeof(runs[0]); i++) {
        struct bad_run run = runs[i];

        run.code = 2;
        run.result = "error";
        expect(&run);
    }
}

/* A driver for another machine, and one that lost its end at any of many places. */
static void driver_that_is_damaged(void **state)
{
    struct bad_run run = {
        .driver = in_folder("damaged.so"), .code = 2, .words = "damaged.so", .result = "error"
    };
    size_t size;
    char *bytes = read_file(DXGH_TEST_DRIVER, &size);

    (void)state;
    for (size_t i = 1; i < 16; i++) {
        write_file("damaged.so", bytes, size * i / 16);
        expect(&run);
    }
    bytes[4] = 1; /* EI_CLASS: 32 bits */
    write_file("damaged.so", bytes, size);
    run.words = "x86-64";
    expect(&run);
    free(bytes);
}

/* A mutation by the name of its file, since that is the service's. */
static const char *mutant_file(const char *mutation)
{
    char name[64];
    const char *path;

    (void)snprintf(name, sizeof(name), "%s.so", mutation);
    path = in_folder(name);
    if (symlink(DXGH_TEST_MUTANT, path) != 0) {
        assert_int_equal(errno, EEXIST);
    }
    return path;
}

static void driver_that_does_not_start(void **state)
{
    static const struct {
        const char *mutation;
        const char *words;
    } starts[] = {
        { "declines", "the driver declines this adapter" },
        { "add-fails", "DxgkDdiAddDevice returned STATUS_DEVICE_CONFIGURATION_ERROR" },
        { "start-fails", "DxgkDdiStartDevice returned STATUS_UNSUCCESSFUL" },
        { "caps-fail", "DXGKQAITYPE_DRIVERCAPS" },
        { "exhausts", "DxgkDdiAddDevice returned STATUS_NO_MEMORY" },
    };
    const struct bad_run runs[] = {
        { .driver = DXGH_TEST_BAD_DRIVERS "/bad_entry_fails.so",
          .code = 1,
          .words = "DriverEntry returned STATUS_INSUFFICIENT_RESOURCES",
          .result = "error" },
        { .driver = DXGH_TEST_BAD_DRIVERS "/bad_never_registers.so",
          .code = 1,
          .words = "never registered with DxgkInitialize",
          .result = "breach" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++) {
        struct bad_run run = { .driver = mutant_file(starts[i].mutation),
                               .code = 1,
                               .words = starts[i].words,
                               .result = "error" };

        expect(&run);
    }
    for (size_t i = 0; i < sizeof(runs) / sizeof(runs[0]); i++) {
        expect(&runs[i]);
    }
}

/* Pool that is never given back is told as such, whatever it led to. */
static void driver_that_takes_all_memory(void **state)
{
    struct bad_run run = {
        .driver = mutant_file("hoards"), .code = 1, .words = "NT-LEAK-01", .result = "breach"
    };

    (void)state;
    expect(&run);
    assert_non_null(strstr(output, "HoardingAddDevice"));
}

/* The function and the line of the driver, in what is printed and in the report. */
static void expect_stack(const char *function)
{
    json_t *report = load_report();
    json_t *stack = json_object_get(json_object_get(report, "bugcheck"), "driver_stack");
    const char *frame = json_string_value(json_array_get(stack, 0));

    assert_non_null(frame);
    assert_memory_equal(frame, function, strlen(function));
    assert_non_null(strstr(frame, " (mutant_fault.c:"));
    assert_non_null(strstr(output, frame));
    json_decref(report);
}

static void driver_that_faults(void **state)
{
    static const struct {
        const char *mutation;
        const char *words;
        const char *function;
    } faults[] = {
        { "fault-null-passive", "KMODE_EXCEPTION_NOT_HANDLED", "FaultNull" },
        { "fault-null-dispatch", "DRIVER_IRQL_NOT_LESS_OR_EQUAL", "FaultNull" },
        { "fault-null-isr", "DRIVER_IRQL_NOT_LESS_OR_EQUAL", "FaultNull" },
        { "fault-wild-passive", "KMODE_EXCEPTION_NOT_HANDLED", "FaultWild" },
        { "fault-wild-isr", "DRIVER_IRQL_NOT_LESS_OR_EQUAL", "FaultWild" },
        { "fault-divide-dispatch", "KMODE_EXCEPTION_NOT_HANDLED", "FaultDivide" },
        { "fault-illegal-isr", "KMODE_EXCEPTION_NOT_HANDLED", "FaultIllegal" },
        { "fault-stack-passive", "UNEXPECTED_KERNEL_MODE_TRAP", "FaultStack" },
        { "fault-stack-dpc", "UNEXPECTED_KERNEL_MODE_TRAP", "FaultStack" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); i++) {
        struct bad_run run = { .driver = mutant_file(faults[i].mutation),
                               .code = 3,
                               .words = faults[i].words,
                               .result = "bugcheck" };

        expect(&run);
        expect_stack(faults[i].function);
    }
}

/* What is asked for */

static void wallpaper_that_is_no_picture(void **state)
{
    struct bad_run run = {
        .scene = "desktop", .option = "--wallpaper", .code = 2, .result = "error"
    };
    size_t size;
    char *bytes = read_file(DXGH_TEST_DOCS "/desktop.png", &size);

    (void)state;
    run.value = "/nowhere/at/all.png";
    run.words = "No such file or directory";
    expect(&run);
    run.value = in_folder("text.png");
    run.words = "is not a PNG picture";
    write_file("text.png", "hello, world\n", 13);
    expect(&run);
    run.value = in_folder("cut.png");
    run.words = "cut.png cannot be decoded";
    for (size_t i = 1; i < 6; i++) {
        write_file("cut.png", bytes, size * i / 6);
        expect(&run);
    }
    bytes[size / 2] ^= 0x55;
    write_file("cut.png", bytes, size);
    expect(&run);
    free(bytes);
}

static void scene_device_or_option_that_is_unknown(void **state)
{
    const struct bad_run runs[] = {
        { .scene = "sunset", .code = 2, .words = "there is no scene 'sunset'; the scenes are:" },
        { .option = "--frobnicate", .code = 2, .words = "dxghost: unrecognized option" },
        { .option = "--seed", .value = "many", .code = 2, .words = "--seed wants a number" },
        { .option = "--processors", .value = "65", .code = 2, .words = "from 1 to 64" },
        { .option = "--mode", .value = "big", .code = 2, .words = "--mode wants a size" },
        { .option = "--memory", .value = "1", .code = 2, .words = "--memory must be 1M to 16G" },
        { .option = "--seed", .code = 2, .words = "requires an argument" },
        { .device = "nothing", .code = 2, .words = "neither a built-in board", .result = "error" },
        { .device = DXGH_TEST_DRIVER,
          .code = 2,
          .words = "does not export dxghost_device_entry",
          .result = "error" },
        { .device = "softgpu,vram=3",
          .code = 2,
          .words = "vram must be 1M to 4G in steps of 64K",
          .result = "error" },
        { .device = "softgpu,colour=red", .code = 2, .words = "unknown option", .result = "error" },
        { .option = "--mode",
          .value = "3x3",
          .code = 1,
          .words = "no mode of that size",
          .result = "error" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof(runs) / sizeof(runs[0]); i++) {
        expect(&runs[i]);
    }
}

static void output_that_cannot_be_written(void **state)
{
    struct bad_run run = { .option = "--out",
                           .value = "/proc/nowhere",
                           .code = 2,
                           .words = "the output folder /proc/nowhere cannot be made" };

    (void)state;
    expect(&run);
    run.value = in_folder("text.so");
    run.words = "is a file, not a folder";
    expect(&run);
    run.option = "--trace";
    run.value = "/proc/nowhere/trace.json";
    run.words = "--trace /proc/nowhere/trace.json could not be written";
    run.result = "pass";
    expect(&run);
}

/* The measure of it all. */
static void good_driver_passes(void **state)
{
    struct bad_run run = { .words = "pass", .result = "pass" };

    (void)state;
    expect(&run);
}

static int make_folder(void **state)
{
    const char *parent = getenv("TMPDIR");

    (void)state;
    (void)snprintf(folder, sizeof(folder), "%s/dxghost-XXXXXX",
                   parent != NULL && strlen(parent) < 40 ? parent : "/tmp");
    return mkdtemp(folder) == NULL;
}

static int remove_folder(void **state)
{
    char command[128];

    (void)state;
    (void)snprintf(command, sizeof(command), "rm -rf '%s'", folder);
    return system(command);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(driver_that_is_no_driver),
        cmocka_unit_test(driver_that_is_damaged),
        cmocka_unit_test(driver_that_does_not_start),
        cmocka_unit_test(driver_that_takes_all_memory),
        cmocka_unit_test(driver_that_faults),
        cmocka_unit_test(wallpaper_that_is_no_picture),
        cmocka_unit_test(scene_device_or_option_that_is_unknown),
        cmocka_unit_test(output_that_cannot_be_written),
        cmocka_unit_test(good_driver_passes),
    };
    return cmocka_run_group_tests_name("scenario/bad_input", tests, make_folder, remove_folder);
}
