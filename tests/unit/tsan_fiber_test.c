/* SPDX-License-Identifier: MIT */
/*
 * Each fiber is a thread to TSan although all of them share one host thread: two fibers that write
 * one variable race, and a lock that is annotated as a mutex ends the race.
 *
 * This file is built for TSan alone, and compiled for it as drivers are; the kernel is not. The
 * program runs itself once per case, since TSan's verdict is an exit status.
 */
#include "tests/lib/machine_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define RACE_STATUS 66 /* TSan's default */

void __tsan_mutex_pre_lock(void *address, unsigned flags);
void __tsan_mutex_post_lock(void *address, unsigned flags, int recursion);
int __tsan_mutex_pre_unlock(void *address, unsigned flags);
void __tsan_mutex_post_unlock(void *address, unsigned flags);

static uint64_t shared;
static uint64_t lock;
static bool is_locked;

/* What a spin lock of the nt layer does. */
static void lock_take(void)
{
    __tsan_mutex_pre_lock(&lock, 0);
    __tsan_mutex_post_lock(&lock, 0, 0);
}

static void lock_release(void)
{
    (void)__tsan_mutex_pre_unlock(&lock, 0);
    __tsan_mutex_post_unlock(&lock, 0);
}

static void add(void *argument)
{
    uint64_t amount = *(uint64_t *)argument;

    for (int i = 0; i < 20; i++) {
        if (is_locked) {
            lock_take();
        }
        shared += amount;
        if (is_locked) {
            lock_release();
        }
        machine_stall(machine, 2 * SCHEDULE_SLICE_NS); /* the other processor's turn */
    }
}

static int run_case(const char *name)
{
    static uint64_t amounts[2] = { 1, 1000 };

    is_locked = strcmp(name, "locked") == 0;
    power_on(2, DECISION_FIXED, 0);
    (void)thread_start(add, &amounts[0], 8);
    if (strcmp(name, "alone") != 0) {
        (void)thread_start(add, &amounts[1], 8);
    }
    threads_join();
    (void)power_off(NULL);
    return 0;
}

static int status_of(const char *name, bool *reported)
{
    char command[4200];
    char path[4096];
    char line[512];
    ssize_t length = readlink("/proc/self/exe", path, sizeof(path) - 1);

    assert_true(length > 0);
    path[length] = '\0';
    (void)snprintf(command, sizeof(command), "'%s' %s 2>&1", path, name);

    FILE *output = popen(command, "r");

    assert_non_null(output);
    *reported = false;
    while (fgets(line, sizeof(line), output) != NULL) {
        *reported |= strstr(line, "WARNING: ThreadSanitizer: data race") != NULL;
    }

    int status = pclose(output);

    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void two_fibers_that_write_one_variable_race(void **state)
{
    (void)state;
    bool reported;

    assert_int_equal(status_of("raced", &reported), RACE_STATUS);
    assert_true(reported);
}

static void a_lock_ends_the_race(void **state)
{
    (void)state;
    bool reported;

    assert_int_equal(status_of("locked", &reported), 0);
    assert_false(reported);
}

static void one_fiber_does_not_race_with_its_own_wakeups(void **state)
{
    (void)state;
    bool reported;

    assert_int_equal(status_of("alone", &reported), 0);
    assert_false(reported);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_fibers_that_write_one_variable_race),
        cmocka_unit_test(a_lock_ends_the_race),
        cmocka_unit_test(one_fiber_does_not_race_with_its_own_wakeups),
    };

    if (argc > 1) {
        return run_case(argv[1]);
    }
    return cmocka_run_group_tests_name("machine/tsan_fiber", tests, NULL, NULL);
}
