/* SPDX-License-Identifier: MIT */
/* The command line around bug checks: scenes that end in one, dump directories, analyze, explain.
 */
#include "tests/lib/test.h"

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

    (void)snprintf(command, sizeof(command), DXGH_TEST_PROGRAM " %s 2>/dev/null", words);
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
    assert_int_equal(run_scene("preempt", "--hang 7@1ms"), 2);
    assert_int_equal(run_scene("preempt", "--hang soon"), 2);
    assert_int_equal(run_scene("preempt", "--tdr TdrDelay"), 2);
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
    assert_int_equal(analyze("nothing"), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bug_check_leaves_a_dump),
        cmocka_unit_test(recovered_timeout_leaves_a_live_dump),
        cmocka_unit_test(any_scene_can_hang),
        cmocka_unit_test(codes_are_explained_without_a_dump),
    };
    return cmocka_run_group_tests_name("scenario/analyze", tests, make_out, remove_out);
}
