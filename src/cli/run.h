/* SPDX-License-Identifier: MIT */
/* `dxghost run`: one driver, one board, one scene, one report. */
#ifndef CLI_RUN_H
#define CLI_RUN_H

#include "cli/options.h"
#include "cli/session.h"
#include "dxgk/adapter.h"
#include "dxgk/gate.h"

enum run_result { RUN_PASS, RUN_BREACH, RUN_BUGCHECK, RUN_ERROR };

/* What a run leaves for its report. Host memory of its own, so that it outlives a bug check. */
struct run {
    const struct options *options;
    struct session session;
    enum run_result result;
    enum exit_code exit_code;
    bool started;     /* the adapter came up */
    char note[512];   /* what a scheduling scene measured; "" for nothing */
    char error[1024]; /* what went wrong besides rules; "" for nothing */
    char adapter_name[64];
    bool dumps_written;     /* bug check and live dumps are in the output folder */
    struct window *window;  /* --window; else NULL */
    uint32_t frame_count;   /* pictures of --frames so far */
    char screen_path[4096]; /* "" when no picture was written */
    uint64_t trace_hash;
    uint64_t trace_events;
    uint64_t virtual_time_ns;
    struct ddi_statistics statistics[DDI_COUNT];
};

/** run_command - `dxghost run` with the words after it. Returns: the exit code. */
int run_command(int count, char **words);

#endif /* CLI_RUN_H */
