/* SPDX-License-Identifier: MIT */
/*
 * `dxghost verify` as its users call it: each format, each option, drivers that break in one stage,
 * that do not start, that only display. A mutant driver breaks the rule its file is named after.
 */
#include "tests/lib/test.h"
#include "tests/lib/work_folder.h"

#include <stdio.h>

#define VERIFY DXGH_TEST_PROGRAM " verify --device softgpu --driver "
#define CHECK "python3 " DXGH_TEST_FILES "/battery_check.py "

static void copy_mutant(const char *name)
{
    char words[1024];

    (void)snprintf(words, sizeof(words), "cp %s %s.so", DXGH_TEST_MUTANT, name);
    work_folder_expect(0, words, NULL);
}

static void reference_driver_is_clean(void **state)
{
    (void)state;
    work_folder_expect(0, VERIFY DXGH_TEST_DRIVER " >text", NULL);
    work_folder_expect(0, "grep -q '^pass .* 0 broken$' text", NULL);
    work_folder_expect(0, "! grep -E 'breach +|failed|refused|bugcheck|skipped' text", NULL);
    work_folder_expect(0, VERIFY DXGH_TEST_DRIVER_WINDOWS " --seed 3", "0 broken");
}

/* A report of the clean driver is a defect of ours; ten thousand seeds had none. */
static void no_seed_of_the_reference_driver_is_reported(void **state)
{
    (void)state;
    work_folder_expect(0, VERIFY DXGH_TEST_DRIVER " --stage seeds --seed 1000 --seeds 200",
                       "0 broken");
}

static void json_has_everything(void **state)
{
    (void)state;
    copy_mutant("RENDERKM_12");
    work_folder_expect(1, VERIFY "RENDERKM_12.so --format json >report", NULL);
    work_folder_expect(0, CHECK "json report RENDERKM-12 MutantRenderKmOverrun", NULL);
}

static void junit_has_a_case_for_each_ddi(void **state)
{
    (void)state;
    copy_mutant("RENDERKM_12");
    work_folder_expect(1, VERIFY "RENDERKM_12.so --format junit >report", NULL);
    work_folder_expect(0, CHECK "junit report RENDERKM-12 DxgkDdiRenderKm", NULL);
}

static void sarif_points_at_the_source(void **state)
{
    (void)state;
    copy_mutant("RENDERKM_12");
    work_folder_expect(1, VERIFY "RENDERKM_12.so --format sarif >report", NULL);
    work_folder_expect(0, CHECK "sarif report RENDERKM-12 mutant_render.c", NULL);
}

/* The replay command of a report breaks the same rule again. */
static void a_report_can_be_replayed(void **state)
{
    (void)state;
    copy_mutant("RENDERKM_12");
    work_folder_expect(1, VERIFY "RENDERKM_12.so --seed 5 --format json >report", NULL);
    work_folder_expect(0, CHECK "replay report " DXGH_TEST_PROGRAM " RENDERKM-12", NULL);
}

/* Every other stage still has its result. */
static void a_bug_check_in_one_stage_keeps_the_others(void **state)
{
    (void)state;
    copy_mutant("ENGRST_04");
    work_folder_expect(3, VERIFY "ENGRST_04.so --format json >report", NULL);
    work_folder_expect(0, CHECK "bugcheck report tdr-engine 0x119", NULL);
    work_folder_expect(3, VERIFY "ENGRST_04.so", "*** bug check 0x119");
    work_folder_expect(3, VERIFY "ENGRST_04.so --format sarif >report", NULL);
    work_folder_expect(0, "grep -q 'Bug check 0x119' report", NULL);
    work_folder_expect(3, VERIFY "ENGRST_04.so --format junit >report", NULL);
    work_folder_expect(0, "grep -q '<error type=\"0x119' report", NULL);
}

static void fail_fast_ends_after_the_first_stage(void **state)
{
    (void)state;
    copy_mutant("LIFE_19");
    work_folder_expect(1, VERIFY "LIFE_19.so --fail-fast >text", NULL);
    work_folder_expect(0, "grep -q '^start  *breach' text", NULL);
    work_folder_expect(0, "! grep -q '^restart' text", NULL);
    work_folder_expect(1, VERIFY "LIFE_19.so >text", NULL);
    work_folder_expect(0, "grep -q '^restart  *breach' text", NULL);
}

static void rules_can_be_chosen(void **state)
{
    (void)state;
    copy_mutant("LIFE_19");
    work_folder_expect(1, VERIFY "LIFE_19.so --stage start --rule life-19", "LIFE-19 in");
    work_folder_expect(0, VERIFY "LIFE_19.so --stage start --rule RENDERKM-12", "0 broken");
    work_folder_expect(2, VERIFY "LIFE_19.so --rule LIFE-999", "there is no rule 'LIFE-999'");
    work_folder_expect(2, VERIFY "LIFE_19.so --rule GDI-17", "rule GDI-17 is not checked");
}

static void stages_can_be_chosen(void **state)
{
    (void)state;
    work_folder_expect(0, DXGH_TEST_PROGRAM " verify --list", "preempt-race");
    work_folder_expect(0, DXGH_TEST_PROGRAM " verify --list --format json | python3 -m json.tool",
                       "\"escape\"");
    work_folder_expect(0, VERIFY DXGH_TEST_DRIVER " --stage start --stage escape >text", NULL);
    work_folder_expect(0, "grep -q '^escape' text && ! grep -q '^desktop' text", NULL);
    work_folder_expect(2, VERIFY DXGH_TEST_DRIVER " --stage fly", "there is no stage 'fly'");
    work_folder_expect(0, VERIFY DXGH_TEST_DRIVER " --stage faults --fail-allocation 3",
                       "faults           pass           1");
}

static void wrong_words_are_explained(void **state)
{
    (void)state;
    work_folder_expect(2, DXGH_TEST_PROGRAM " verify", "verify needs --driver FILE");
    work_folder_expect(2, DXGH_TEST_PROGRAM " verify --driver a.so", "verify needs --device NAME");
    work_folder_expect(2, VERIFY "missing.so", "missing.so: No such file");
    work_folder_expect(2, VERIFY DXGH_TEST_DRIVER " --format xml", "not 'xml'");
    work_folder_expect(2, VERIFY DXGH_TEST_DRIVER " --seed soon", "--seed wants a number");
    work_folder_expect(2, VERIFY DXGH_TEST_DRIVER " again", "'again' is not an option");
    work_folder_expect(2, DXGH_TEST_PROGRAM " verify --device ./none.so --driver " DXGH_TEST_DRIVER,
                       "--device");
    work_folder_expect(0, DXGH_TEST_PROGRAM " verify --help", "examples:");
}

/* Nobody tries what cannot start in every stage; the reason is said once. */
static void a_driver_that_does_not_start_is_refused(void **state)
{
    (void)state;
    copy_mutant("INIT_03");
    work_folder_expect(1, VERIFY "INIT_03.so >text", NULL);
    work_folder_expect(0, "grep -q '^start  *refused' text", NULL);
    work_folder_expect(0, "grep -q '^desktop  *skipped .*the adapter does not start' text", NULL);
    work_folder_expect(0, "grep -q '^INIT-03 in' text", NULL);
}

/* Two processors that wait for each other: the run ends, and says so. */
static void a_deadlock_ends_its_stage(void **state)
{
    (void)state;
    copy_mutant("NT_LOCK_05");
    work_folder_expect(3, "timeout 60 " VERIFY "NT_LOCK_05.so >text", NULL);
    work_folder_expect(0, "grep -q '^seeds  *bugcheck' text", NULL);
}

/* A stage that cannot go on half-way is a failed stage, not the end of dxghost. */
static void a_stage_that_cannot_go_on_fails(void **state)
{
    (void)state;
    copy_mutant("ALLOC_18");
    work_folder_expect(1, VERIFY "ALLOC_18.so --stage oom", "ALLOC-18 in");
}

/* Nothing else would tell: the code is there, as it mostly is on Windows. */
static void pageable_code_is_out_of_reach_in_its_stage(void **state)
{
    (void)state;
    copy_mutant("'SYNC_10 code'");
    work_folder_expect(3, VERIFY "'SYNC_10 code.so' >text", NULL);
    work_folder_expect(0, "grep -q '^pages  *bugcheck' text && grep -q '^desktop  *pass' text",
                       NULL);
    work_folder_expect(0, "grep -q '^SYNC-10 in DxgkDdiSubmitCommand' text", NULL);
}

/* Nothing else asks, and nobody looks at each operation but this stage. */
static void rare_questions_and_pixels_have_stages(void **state)
{
    (void)state;
    copy_mutant("ISR_01");
    work_folder_expect(1, VERIFY "ISR_01.so >text", NULL);
    work_folder_expect(0, "grep -q '^questions  *breach' text && grep -q '^desktop  *pass' text",
                       NULL);
    work_folder_expect(0, "grep -q '^ISR-01 in DxgkDdiInterruptRoutine' text", NULL);
    copy_mutant("QAI_31");
    work_folder_expect(1, VERIFY "QAI_31.so --stage questions", "QAI-31 in");
    copy_mutant("LIFE_21");
    work_folder_expect(1, VERIFY "LIFE_21.so --stage questions", "LIFE-21 in");
    copy_mutant("GDI_12");
    work_folder_expect(1, VERIFY "GDI_12.so --stage alphablend --stage pixels >text", NULL);
    work_folder_expect(0, "grep -q '^pixels  *breach' text && grep -q '^alphablend  *pass' text",
                       NULL);
    work_folder_expect(0, "grep -q '^GDI-12 in DxgkDdiRenderKm' text", NULL);
}

static void display_only_drivers_are_verified(void **state)
{
    (void)state;
    work_folder_expect(
        0, DXGH_TEST_PROGRAM " cc -o lfb.so " DXGH_TEST_SOURCE "/tests/drivers/foreign/lfb/*.cxx",
        NULL);
    work_folder_expect(0, DXGH_TEST_PROGRAM " verify --driver lfb.so --device linearfb >text",
                       NULL);
    work_folder_expect(0, "grep -q '^desktop  *pass' text", NULL);
    work_folder_expect(0, "grep -q '^preempt  *skipped .*display-only' text", NULL);
    work_folder_expect(0, "grep -q '^DxgkDdiPresentDisplayOnly' text", NULL);
}

/* No colours and no progress where nobody sees them. */
static void a_pipe_is_plain(void **state)
{
    (void)state;
    work_folder_expect(0, VERIFY DXGH_TEST_DRIVER " --stage start 2>errors | cat >text", NULL);
    work_folder_expect(0, "! grep -q \"$(printf '\\033')\" text && ! test -s errors", NULL);
    work_folder_expect(
        0, "script -qec '" VERIFY DXGH_TEST_DRIVER " --stage start' /dev/null </dev/null >text",
        NULL);
    work_folder_expect(0, "grep -q \"$(printf '\\033')\" text && grep -q '1/1. start' text", NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORK_FOLDER_TEST(reference_driver_is_clean),
        WORK_FOLDER_TEST(no_seed_of_the_reference_driver_is_reported),
        WORK_FOLDER_TEST(json_has_everything),
        WORK_FOLDER_TEST(junit_has_a_case_for_each_ddi),
        WORK_FOLDER_TEST(sarif_points_at_the_source),
        WORK_FOLDER_TEST(a_report_can_be_replayed),
        WORK_FOLDER_TEST(a_bug_check_in_one_stage_keeps_the_others),
        WORK_FOLDER_TEST(fail_fast_ends_after_the_first_stage),
        WORK_FOLDER_TEST(rules_can_be_chosen),
        WORK_FOLDER_TEST(stages_can_be_chosen),
        WORK_FOLDER_TEST(wrong_words_are_explained),
        WORK_FOLDER_TEST(a_driver_that_does_not_start_is_refused),
        WORK_FOLDER_TEST(a_deadlock_ends_its_stage),
        WORK_FOLDER_TEST(a_stage_that_cannot_go_on_fails),
        WORK_FOLDER_TEST(pageable_code_is_out_of_reach_in_its_stage),
        WORK_FOLDER_TEST(rare_questions_and_pixels_have_stages),
        WORK_FOLDER_TEST(display_only_drivers_are_verified),
        WORK_FOLDER_TEST(a_pipe_is_plain),
    };

    return cmocka_run_group_tests_name("scenario/battery", tests, NULL, NULL);
}
