/* SPDX-License-Identifier: MIT */
/*
 * A session: one machine with its kernel and one board, ready for an adapter to be brought up.
 * What the command line, the scenario tests and the benchmarks all start from.
 */
#ifndef CLI_SESSION_H
#define CLI_SESSION_H

#include "machine/device_host.h"
#include "dxgk/adapter.h"
#include "machine/machine.h"

struct session_config {
    struct machine_config machine;
    const char *device;         /* "softgpu", or the path of a model's shared object */
    const char *device_options; /* NULL for none */
};

struct session {
    struct machine *machine;
    struct device_host *board;
    void *device_image;      /* dlopen handle of a model; NULL for a built-in one */
    struct process *process; /* of session_live while it runs */
};

/**
 * session_open - power on a machine with trace, rules, NT executive and board
 * @error: receives the reason in words on failure
 * Returns: false with nothing left behind.
 */
bool session_open(struct session *session, const struct session_config *config, char *error,
                  size_t error_bytes);
/** session_close - free everything; also after a bug check */
void session_close(struct session *session);

/**
 * session_live - one life of an adapter: bring it up, call body(adapter, argument), take it down
 * Runs driver code, so call it inside machine_run. A process of that name is the caller meanwhile.
 * @body: may be NULL: starting and stopping is all
 * Returns: STATUS_SUCCESS once it is down again; else why it did not start, with the reason in
 * error. IRQL: PASSIVE_LEVEL.
 */
NTSTATUS session_live(struct session *session, const char *driver, const char *process_name,
                      void (*body)(struct adapter *adapter, void *argument), void *argument,
                      struct adapter_error *error);

#endif /* CLI_SESSION_H */
