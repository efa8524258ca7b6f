/* SPDX-License-Identifier: MIT */
/* What a driver leaves behind is named, and nothing of any ending stays in the process. */
#include "tests/lib/exercise.h"
#include "tests/lib/test.h"

#include "nt/nt.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>

static const char *mutant;
static struct stack stack;

static int close_stack(void **state)
{
    (void)state;
    stack_close(&stack);
    return 0;
}

static void choose_mutant(struct machine *machine)
{
    exercise_mutant(machine, mutant, 0);
}

static void run_mutant(const char *name)
{
    struct stack_config config = { .driver = DXGH_TEST_MUTANT,
                                   .before = choose_mutant,
                                   .machine.ram_bytes = UINT64_C(64) << 20 };

    mutant = name;
    stack_run(&stack, &config, exercise_draw, NULL);
}

/* Whose it is, how much, and which line asked for it. */
static void leaked_pool_is_named(void **state)
{
    const struct breach *breach;

    (void)state;
    run_mutant("NT_LEAK_01");
    assert_int_equal(verify_breach_count(stack.session.machine), 1);
    breach = LIST_ENTRY_OF(verify_breaches(stack.session.machine)->next, struct breach, link);
    assert_non_null(strstr(breach->message, "1 pool block(s), 100 bytes, with tag 'Mtnt'"));
    assert_non_null(strstr(breach->message, "MutantLeaksPool (mutant_nt_object.c:"));
}

/* Once they are reported they are made harmless: nothing of the driver's is left to run or to hold
 * memory when its image goes. */
static void leftovers_are_discarded(void **state)
{
    static const char *const names[] = { "NT_LEAK_01", "NT_LEAK_02", "NT_LEAK_03", "NT_LEAK_04",
                                         "NT_LEAK_05", "NT_LEAK_06", "NT_LEAK_07", "NT_LEAK_08",
                                         "NT_LEAK_09", "NT_LEAK_10", "NT_LEAK_11", "hoards" };
    struct nt_leaks leaks;

    (void)state;
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(names); i++) {
        run_mutant(names[i]);
        assert_true(verify_breach_count(stack.session.machine) > 0);
        nt_leaks(stack.session.machine, &leaks);
        if (leaks.total != 0) {
            fail_msg("after %s the driver still has %u things", names[i], leaks.total);
        }
        stack_close(&stack);
    }
}

static uint32_t open_files(void)
{
    DIR *folder = opendir("/proc/self/fd");
    uint32_t count = 0;

    assert_non_null(folder);
    while (readdir(folder) != NULL) {
        count++;
    }
    (void)closedir(folder);
    return count;
}

/* Mappings of files and of machines' memory; the allocator's own come and go. */
static uint32_t mapped_files(void)
{
    FILE *maps = fopen("/proc/self/maps", "r");
    char line[4352];
    uint32_t count = 0;

    assert_non_null(maps);
    while (fgets(line, sizeof(line), maps) != NULL) {
        count += strchr(line, '/') != NULL;
    }
    (void)fclose(maps);
    return count;
}

static void leaves_nothing(const char *name, enum stack_outcome outcome)
{
    uint32_t files;
    uint32_t mappings;

    run_mutant(name);
    stack_close(&stack);
    files = open_files();
    mappings = mapped_files();
    for (int i = 0; i < 10; i++) {
        run_mutant(name);
        assert_int_equal(stack.outcome, outcome);
        stack_close(&stack);
        assert_int_equal(open_files(), files);
        assert_int_equal(mapped_files(), mappings);
    }
}

static void orderly_end_leaves_nothing(void **state)
{
    (void)state;
    leaves_nothing("none", STACK_RAN);
}

static void refused_start_leaves_nothing(void **state)
{
    (void)state;
    leaves_nothing("start-fails", STACK_NOT_STARTED);
    leaves_nothing("QAI_12", STACK_NOT_STARTED);
    leaves_nothing("INIT_01", STACK_NOT_STARTED);
}

static void bug_check_leaves_nothing(void **state)
{
    (void)state;
    leaves_nothing("fault-null-passive", STACK_CRASHED);
    leaves_nothing("fault-null-dispatch", STACK_CRASHED);
    leaves_nothing("fault-null-isr", STACK_CRASHED);
    leaves_nothing("fault-stack-dpc", STACK_CRASHED);
    leaves_nothing("NT_POOL_03", STACK_CRASHED);
}

/* All of the machine's memory is the driver's: it is told, and goes without. */
static void memory_can_run_out(void **state)
{
    static const char *const names[] = { "exhausts", "hoards" };

    (void)state;
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(names); i++) {
        struct stack_config config = { .driver = DXGH_TEST_MUTANT,
                                       .before = choose_mutant,
                                       .machine.ram_bytes = UINT64_C(32) << 20 };

        mutant = names[i];
        stack_run(&stack, &config, exercise_draw, NULL);
        assert_int_equal(stack.outcome, STACK_NOT_STARTED);
        assert_non_null(strstr(stack.error.text, "STATUS_NO_MEMORY"));
        stack_close(&stack);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(leaked_pool_is_named, close_stack),
        cmocka_unit_test_teardown(leftovers_are_discarded, close_stack),
        cmocka_unit_test_teardown(orderly_end_leaves_nothing, close_stack),
        cmocka_unit_test_teardown(refused_start_leaves_nothing, close_stack),
        cmocka_unit_test_teardown(bug_check_leaves_nothing, close_stack),
        cmocka_unit_test_teardown(memory_can_run_out, close_stack),
    };
    return cmocka_run_group_tests_name("scenario/leak", tests, NULL, NULL);
}
