/* SPDX-License-Identifier: MIT */
/* What the desktop run costs in resident memory: the peak of `dxghost run` as the host counts it.
 */
#include "bench/bench.h"

#include <dirent.h>
#include <fcntl.h>
#include <math.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define KIB_PER_MIB 1024.0
#define LIMIT_MIB 128.0

struct memory_run {
    char folder[64]; /* receives the picture and the report */
};

static bool prepare(void **state, const char **why)
{
    struct memory_run *run = calloc(1, sizeof(*run));

    if (run == NULL) {
        *why = "out of memory";
        return false;
    }
    (void)snprintf(run->folder, sizeof(run->folder), "/tmp/dxghost-bench-XXXXXX");
    if (mkdtemp(run->folder) == NULL) {
        *why = "cannot make a folder in /tmp";
        free(run);
        return false;
    }
    *state = run;
    return true;
}

static void finish(void *state)
{
    struct memory_run *run = state;
    DIR *folder = opendir(run->folder);

    if (folder != NULL) {
        for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
            (void)unlinkat(dirfd(folder), entry->d_name, 0); /* "." and ".." refuse */
        }
        (void)closedir(folder);
    }
    (void)rmdir(run->folder);
    free(run);
}

/*
 * The whole peak is compared, touched VRAM included, so the true figure is lower still. A child
 * starts with its parent's peak, which is why this module runs before all others.
 */
static double desktop_mib(void *state)
{
    struct memory_run *run = state;
    char *const words[] = { (char *)BENCH_DXGHOST,
                            (char *)"run",
                            (char *)"--driver",
                            (char *)BENCH_DRIVER,
                            (char *)"--device",
                            (char *)"softgpu",
                            (char *)"--scene",
                            (char *)"desktop",
                            (char *)"--out",
                            run->folder,
                            NULL };
    posix_spawn_file_actions_t actions;
    struct rusage usage;
    pid_t child;
    int status;

    (void)posix_spawn_file_actions_init(&actions);
    (void)posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);

    int failed = posix_spawn(&child, BENCH_DXGHOST, &actions, NULL, words, environ);

    (void)posix_spawn_file_actions_destroy(&actions);
    if (failed != 0 || wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) ||
        WEXITSTATUS(status) != 0) {
        return NAN;
    }
    return (double)usage.ru_maxrss / KIB_PER_MIB;
}

static const struct bench benches[] = {
    { .id = "desktop.memory",
      .unit = "MiB",
      .peer = "limit",
      .goal = BENCH_AT_MOST,
      .target = 1.0,
      .limit = LIMIT_MIB,
      .prepare = prepare,
      .subject = desktop_mib,
      .finish = finish },
};

const struct bench_module bench_memory_module = { "memory", benches,
                                                  sizeof(benches) / sizeof(benches[0]) };
