/* SPDX-License-Identifier: MIT */
/*
 * Drivers that hand back nonsense: random outputs of random DDIs are spoilt, by seed. Whatever it
 * is, the run ends in a report or a bug check; the host never crashes, hangs or leaks.
 *
 *   corruption_test [FIRST [COUNT]]   these seeds only; the first failing one is named
 *
 * Seeds run in child processes, a batch each, so that a crash is a result like any other.
 */
#include "tests/lib/exercise.h"
#include "tests/lib/test.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define BATCH 40u
#define SECONDS_PER_BATCH 100u /* a hang, on any machine and with any sanitizer */

static uint32_t first_seed;
static uint32_t seed_count = 600;
static uint32_t *running; /* shared with the children: the seed at work */

static void choose_corruption(struct machine *machine)
{
    exercise_mutant(machine, "corrupt", *running);
}

static void run_seed(uint32_t seed)
{
    static void (*const bodies[])(struct adapter *, void *) = { exercise_draw, exercise_draw,
                                                                exercise_hang, exercise_preempt };
    struct stack_config config = {
        .driver = DXGH_TEST_MUTANT_RAW,
        .before = choose_corruption,
        .device_options = seed % 3 == 0 ? "msi=1" : NULL,
        .machine = { .decision = seed % 2 == 0 ? DECISION_FIXED : DECISION_RANDOM,
                     .seed = seed,
                     .ram_bytes = UINT64_C(256) << 20 },
    };
    struct stack stack;

    *running = seed;
    stack_run(&stack, &config, bodies[seed / 24 % 4], NULL);
    if (stack.outcome == STACK_CRASHED && stack.session.machine->bugcheck.text[0] == '\0') {
        abort(); /* a bug check without a reason */
    }
    stack_close(&stack);
}

static void run_batch(uint32_t first, uint32_t count)
{
    (void)alarm(SECONDS_PER_BATCH);
    for (uint32_t seed = first; seed < first + count; seed++) {
        run_seed(seed);
    }
    exit(0); /* through the sanitizer's look for leaks */
}

static void expect_survived(uint32_t first, uint32_t count)
{
    int status;
    pid_t child = fork();

    assert_true(child >= 0);
    if (child == 0) {
        run_batch(first, count);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    if (WIFSIGNALED(status)) {
        fail_msg("seed %u %s; repeat with: corruption_test %u 1", *running,
                 WTERMSIG(status) == SIGALRM ? "hangs" : "crashes the host", *running);
    }
    if (WEXITSTATUS(status) != 0) {
        fail_msg("seed %u ends with exit code %d; repeat with: corruption_test %u %u", *running,
                 WEXITSTATUS(status), first, count);
    }
}

static void every_seed_ends_in_a_report(void **state)
{
    (void)state;
    running =
        mmap(NULL, sizeof(*running), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    assert_true(running != MAP_FAILED);
    for (uint32_t done = 0; done < seed_count; done += BATCH) {
        expect_survived(first_seed + done, DXGH_MIN(BATCH, seed_count - done));
    }
    (void)munmap(running, sizeof(*running));
}

/* The corruption is one: without it the same run is clean, with it most seeds break a rule. */
static void corruption_is_noticed(void **state)
{
    uint32_t seed;
    uint32_t noticed = 0;

    (void)state;
    running = &seed;
    for (seed = 0; seed < 40; seed++) {
        struct stack_config config = { .driver = DXGH_TEST_MUTANT_RAW,
                                       .before = choose_corruption };
        struct stack stack;

        stack_run(&stack, &config, exercise_draw, NULL);
        noticed += stack.outcome != STACK_RAN || verify_breach_count(stack.session.machine) > 0;
        stack_close(&stack);
    }
    assert_true(noticed > 20);
}

int main(int count, char **words)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_seed_ends_in_a_report),
        cmocka_unit_test(corruption_is_noticed),
    };
    const struct CMUnitTest repeated[] = { cmocka_unit_test(every_seed_ends_in_a_report) };

    if (count > 1) {
        first_seed = (uint32_t)strtoul(words[1], NULL, 0);
        seed_count = count > 2 ? (uint32_t)strtoul(words[2], NULL, 0) : 1;
        return cmocka_run_group_tests_name("contract/corruption", repeated, NULL, NULL);
    }
    return cmocka_run_group_tests_name("contract/corruption", tests, NULL, NULL);
}
