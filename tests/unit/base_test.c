/* SPDX-License-Identifier: MIT */
#include "base/base.h"
#include "tests/lib/test.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void align_rounds_to_powers_of_two(void **state)
{
    (void)state;
    assert_int_equal(align_up(0, 4096), 0);
    assert_int_equal(align_up(1, 4096), 4096);
    assert_int_equal(align_up(4096, 4096), 4096);
    assert_int_equal(align_up(4097, 4096), 8192);
    assert_int_equal(align_down(4095, 4096), 0);
    assert_int_equal(align_down(8191, 4096), 4096);
    assert_int_equal(align_up(UINT64_C(0x1FFFFFFFF), 8), UINT64_C(0x200000000));
}

struct outer {
    int before;
    int inner;
};

static void container_of_finds_the_owner(void **state)
{
    (void)state;
    struct outer outer = { 1, 2 };

    assert_ptr_equal(DXGH_CONTAINER_OF(&outer.inner, struct outer, inner), &outer);
}

static void note(void)
{
    (void)fprintf(stderr, "note: seed 42\n");
}

/* Runs in a child: what a failed assertion writes, and how the program ends. */
static int assertion_report(char *text, size_t text_bytes)
{
    int pipes[2];
    int status;

    assert_int_equal(pipe(pipes), 0);

    pid_t child = fork();

    assert_true(child >= 0);
    if (child == 0) {
        volatile int one = 1;

        /* cmocka would catch the signal. */
        (void)signal(SIGABRT, SIG_DFL);
        (void)dup2(pipes[1], STDERR_FILENO);
        base_assert_note_set(note);
        DXGH_ASSERT(one == 2);
        _exit(0);
    }
    (void)close(pipes[1]);

    size_t length = 0;
    ssize_t got;

    while (length < text_bytes - 1 &&
           (got = read(pipes[0], text + length, text_bytes - 1 - length)) > 0) {
        length += (size_t)got;
    }
    text[length] = '\0';
    (void)close(pipes[0]);
    assert_int_equal(waitpid(child, &status, 0), child);
    return status;
}

static void a_failed_assertion_says_what_and_where_and_aborts(void **state)
{
    (void)state;
    char text[4096];
    int status = assertion_report(text, sizeof(text));

    assert_true(WIFSIGNALED(status));
    assert_int_equal(WTERMSIG(status), SIGABRT);
    assert_non_null(strstr(text, "one == 2 is false"));
    assert_non_null(strstr(text, "base_test.c:"));
    assert_non_null(strstr(text, "note: seed 42"));
}

static void a_true_assertion_does_nothing(void **state)
{
    (void)state;
    int evaluated = 0;

    DXGH_ASSERT(++evaluated == 1);
    assert_int_equal(evaluated, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(align_rounds_to_powers_of_two),
        cmocka_unit_test(container_of_finds_the_owner),
        cmocka_unit_test(a_failed_assertion_says_what_and_where_and_aborts),
        cmocka_unit_test(a_true_assertion_does_nothing),
    };
    return cmocka_run_group_tests_name("base/base", tests, NULL, NULL);
}
