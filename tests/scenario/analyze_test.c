/* SPDX-License-Identifier: MIT */
/* The command line around bug checks: scenes that end in one, dump directories, analyze, explain.
 */
#include "base/base.h"
#include "tests/lib/test.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char out[] = "/tmp/dxghost-analyze-XXXXXX";
static char output[1u << 20];

/* Runs the program with these words; its output is kept. Returns: the exit status. */
static int run(const char *words)
{
    char command[2048];
    FILE *pipe;
    size_t length;

    (void)snprintf(command, sizeof(command), DXGH_TEST_PROGRAM " %s 2>&1", words);
    pipe = popen(command, "r");
    assert_non_null(pipe);
    length = fread(output, 1, sizeof(output) - 1, pipe);
    output[length] = '\0';
    return WEXITSTATUS(pclose(pipe));
}

static int run_scene(const char *scene, const char *more)
{
    char words[1024];

    (void)snprintf(words, sizeof(words),
                   "run --driver " DXGH_TEST_DRIVER " --device softgpu --scene %s --out %s %s",
                   scene, out, more);
    return run(words);
}

static int analyze(const char *name)
{
    char words[256];

    (void)snprintf(words, sizeof(words), "analyze %s/%s", out, name);
    return run(words);
}

static bool exists(const char *name)
{
    char path[256];

    (void)snprintf(path, sizeof(path), "%s/%s", out, name);
    return access(path, R_OK) == 0;
}

static int make_out(void **state)
{
    (void)state;
    return mkdtemp(out) == NULL;
}

/* Returns: the exit code of a command of the shell's. */
static int shell(const char *format, ...)
{
    char command[512];
    va_list arguments;

    va_start(arguments, format);
    (void)vsnprintf(command, sizeof(command), format, arguments);
    va_end(arguments);
    return WEXITSTATUS(system(command));
}

static int remove_out(void **state)
{
    char command[256];

    (void)state;
    (void)snprintf(command, sizeof(command), "rm -r %s", out);
    return system(command);
}

/* A bug check leaves a directory; analyze says what failed, where, and what the hardware had. */
static void bug_check_leaves_a_dump(void **state)
{
    (void)state;
    assert_int_equal(run_scene("preempt-error", ""), 3);
    assert_true(exists("bugcheck/report.json"));
    assert_true(exists("bugcheck/report.txt"));
    assert_true(exists("bugcheck/debug-info.bin"));
    assert_int_equal(analyze("bugcheck"), 0);
    assert_non_null(strstr(output, "VIDEO_SCHEDULER_INTERNAL_ERROR (0x119)"));
    assert_non_null(strstr(output, "Arg1: 0x2 "));
    assert_non_null(strstr(output, "Arg2: 0xC0000001 "));
    assert_non_null(strstr(output, "DxgkDdiPreemptCommand returned STATUS_UNSUCCESSFUL"));
    assert_non_null(strstr(output, "SgPreemptCommand (preempt.c:"));
    assert_non_null(strstr(output, "preemption requested (fence "));
    assert_non_null(strstr(output, "TRACE: the last 200 events"));
    assert_non_null(strstr(output, "--scene preempt-error"));
}

/* A recovered timeout leaves a live dump, and the dump of the run before is gone. */
static void recovered_timeout_leaves_a_live_dump(void **state)
{
    (void)state;
    assert_int_equal(run_scene("tdr-engine", ""), 0);
    assert_false(exists("bugcheck"));
    assert_int_equal(analyze("livedump-1"), 0);
    assert_non_null(strstr(output, "VIDEO_ENGINE_TIMEOUT_DETECTED (0x141), live dump"));
    assert_int_equal(run_scene("tdr-limit", ""), 3);
    assert_int_equal(analyze("bugcheck"), 0);
    assert_non_null(strstr(output, "VIDEO_TDR_FAILURE (0x116)"));
    assert_true(exists("livedump-6"));
}

/* A hang can be put into any scene, and the registry is on the command line. */
static void any_scene_can_hang(void **state)
{
    (void)state;
    assert_int_equal(run_scene("preempt", "--hang 0@0ns --tdr TdrDelay=1"), 1);
    assert_int_equal(analyze("livedump-1"), 0);
    assert_non_null(strstr(output, "--hang 0@0ns --tdr TdrDelay=1"));
    assert_int_equal(run_scene("preempt", "--hang 0@0ns --tdr TdrLevel=1"), 3);
    /* A picture is drawn again on a new device, and is the same picture. */
    assert_int_equal(run_scene("desktop", "--hang 0@200us --hang 0@5s"), 2); /* never that late */
    assert_non_null(strstr(output, "1 --hang of node 0 never happened"));
    assert_int_equal(run_scene("colorfill", ""), 0);
    assert_int_equal(shell("cp %s/screen.png %s/quiet.png", out, out), 0);
    assert_int_equal(run_scene("colorfill", "--hang 0@60us"), 0);
    assert_non_null(strstr(output, "the GDI device was lost 1 time"));
    assert_non_null(strstr(output, "live dump 0x141 VIDEO_ENGINE_TIMEOUT_DETECTED"));
    assert_int_equal(shell("cmp %s/screen.png %s/quiet.png", out, out), 0);
    /* Also when the very first paging work hangs, before there is a screen. */
    assert_int_equal(run_scene("colorfill", "--hang 1@1ns"), 0);
    assert_int_equal(shell("cmp %s/screen.png %s/quiet.png", out, out), 0);
}

/* What cannot be meant is refused, and the message says what can. */
static void senseless_hangs_and_settings_are_refused(void **state)
{
    static const char *const hangs[] = { "7@1ms",  "soon",     "0@-5ms",
                                         "-1@5ms", "'0@5ms '", "0@5",
                                         "0@",     "@5ms",     "0@99999999999999999999ns" };
    static const char *const settings[] = { "TdrDelay",   "TdrDelay=-1", "TdrDelay=4294967296",
                                            "TdrDelya=1", "=1",          "TdrDelay=1s" };
    char words[64];

    (void)state;
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(hangs); i++) {
        (void)snprintf(words, sizeof(words), "--hang %s", hangs[i]);
        assert_int_equal(run_scene("preempt", words), 2);
        assert_non_null(strstr(output, "--hang"));
    }
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(settings); i++) {
        (void)snprintf(words, sizeof(words), "--tdr %s", settings[i]);
        assert_int_equal(run_scene("preempt", words), 2);
        assert_non_null(strstr(output, "TdrLimitCount"));
    }
}

/* A dump that was cut off, or is something else, is not printed as if it were one. */
static void only_dumps_are_analyzed(void **state)
{
    static const char *const files[] = { "{}", "{\"dxghost_dump\":1}", "[1]",
                                         "{\"dxghost_dump\":99" };

    (void)state;
    assert_int_equal(run_scene("tdr-engine", ""), 0);
    assert_int_equal(analyze("."), 2);
    assert_non_null(strstr(output, "livedump-1 is one"));
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(files); i++) {
        assert_int_equal(
            shell("mkdir -p %s/other && printf '%s' > %s/other/report.json", out, files[i], out),
            0);
        assert_int_equal(analyze("other"), 2);
        assert_non_null(strstr(output, "is not a complete dump"));
    }
    assert_int_equal(
        shell("head -c 2000 %s/livedump-1/report.json > %s/other/report.json", out, out), 0);
    assert_int_equal(analyze("other"), 2);
}

static void codes_are_explained_without_a_dump(void **state)
{
    (void)state;
    assert_int_equal(run("explain 0x119 2"), 0);
    assert_non_null(strstr(output, "DXGKARG_PREEMPTCOMMAND"));
    assert_int_equal(run("explain 0x119"), 0);
    assert_non_null(strstr(output, "with first parameter 0xA"));
    assert_int_equal(run("explain 0x116"), 0);
    assert_int_equal(run("explain 0x119 0x77"), 2);
    assert_int_equal(run("explain VIDEO_TDR_FAILURE"), 0);
    assert_non_null(strstr(output, "0x116 as a bug check"));
    assert_int_equal(run("explain STATUS_DEVICE_REMOVED"), 0);
    assert_int_equal(run("explain 119"), 0);
    assert_non_null(strstr(output, "0x119 as a bug check is VIDEO_SCHEDULER_INTERNAL_ERROR"));
    assert_int_equal(run("explain VIDEO_TDR"), 2);
    assert_int_equal(analyze("nothing"), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bug_check_leaves_a_dump),
        cmocka_unit_test(recovered_timeout_leaves_a_live_dump),
        cmocka_unit_test(any_scene_can_hang),
        cmocka_unit_test(senseless_hangs_and_settings_are_refused),
        cmocka_unit_test(only_dumps_are_analyzed),
        cmocka_unit_test(codes_are_explained_without_a_dump),
    };
    return cmocka_run_group_tests_name("scenario/analyze", tests, make_out, remove_out);
}
