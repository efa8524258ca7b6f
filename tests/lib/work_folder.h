/* SPDX-License-Identifier: MIT */
/* A folder that lives as long as one test, and command lines that run in it, as a user's would. */
#ifndef TESTS_LIB_WORK_FOLDER_H
#define TESTS_LIB_WORK_FOLDER_H

/* Its path, from work_folder_set_up to work_folder_tear_down. */
extern char work_folder[64];

/** work_folder_set_up, work_folder_tear_down - cmocka's fixture: a new folder; without a trace */
int work_folder_set_up(void **state);
int work_folder_tear_down(void **state);
/* A test of cmocka's table that has a folder of its own. */
#define WORK_FOLDER_TEST(test)                                                                     \
    cmocka_unit_test_setup_teardown(test, work_folder_set_up, work_folder_tear_down)

/**
 * work_folder_expect - run a shell's command line in the folder
 * @code: the exit code it has to have; a signal that ends it fails the test
 * @said: what has to stand in its stdout or stderr; NULL: anything
 */
void work_folder_expect(int code, const char *command, const char *said);

#endif /* TESTS_LIB_WORK_FOLDER_H */
