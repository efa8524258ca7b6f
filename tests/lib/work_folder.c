/* SPDX-License-Identifier: MIT */
#include "tests/lib/work_folder.h"

#include "tests/lib/test.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>

char work_folder[64];

int work_folder_set_up(void **state)
{
    (void)state;
    (void)snprintf(work_folder, sizeof(work_folder), "/tmp/dxghost-test-XXXXXX");
    return mkdtemp(work_folder) == NULL;
}

static int remove_entry(const char *path, const struct stat *status, int type, struct FTW *walk)
{
    (void)status;
    (void)type;
    (void)walk;
    return remove(path);
}

int work_folder_tear_down(void **state)
{
    (void)state;
    return nftw(work_folder, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
}

void work_folder_expect(int code, const char *command, const char *said)
{
    static char output[65536];
    char line[16384];
    size_t length;
    FILE *stream;
    int status;

    (void)snprintf(line, sizeof(line), "cd %s && %s 2>&1", work_folder, command);
    stream = popen(line, "r"); /* NOLINT: a command of our own */
    assert_non_null(stream);
    length = fread(output, 1, sizeof(output) - 1, stream);
    output[length] = '\0';
    status = pclose(stream);
    assert_true(WIFEXITED(status));
    if (WEXITSTATUS(status) != code || (said != NULL && strstr(output, said) == NULL)) {
        fail_msg("%s: exit %d (expected %d with '%s'), said:\n%s", command, WEXITSTATUS(status),
                 code, said != NULL ? said : "", output);
    }
}
