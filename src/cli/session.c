/* SPDX-License-Identifier: MIT */
#include "cli/session.h"

#include "cli/boards.h"
#include "nt/image.h"
#include "nt/nt.h"
#include "object/process.h"
#include "trace/trace.h"
#include "verify/verify.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

/* dlopen would search the library path for a bare name; a file given by a user is a file. */
static void *open_model(const char *path, char *error, size_t error_bytes)
{
    char buffer[4096];
    void *image;

    (void)snprintf(buffer, sizeof(buffer), strchr(path, '/') != NULL ? "%s" : "./%s", path);
    image = dlopen(buffer, RTLD_NOW | RTLD_LOCAL);
    if (image == NULL) {
        (void)snprintf(
            error, error_bytes,
            "--device '%s' is neither a built-in board (`dxghost list devices`) nor a device model "
            "that can be loaded: %s",
            path, dlerror());
    }
    return image;
}

static const struct dxghost_device_ops *find_model(struct session *session, const char *name,
                                                   char *error, size_t error_bytes)
{
    const struct dxghost_device_ops *ops = board_find(name);
    dxghost_device_entry_fn entry;

    if (ops != NULL) {
        return ops;
    }
    session->device_image = open_model(name, error, error_bytes);
    if (session->device_image == NULL) {
        return NULL;
    }
    *(void **)&entry = dlsym(session->device_image, DXGHOST_DEVICE_ENTRY_SYMBOL);
    if (entry == NULL) {
        (void)snprintf(error, error_bytes, "--device '%s' does not export %s.", name,
                       DXGHOST_DEVICE_ENTRY_SYMBOL);
        return NULL;
    }
    ops = entry();
    if (ops == NULL || ops->version != DXGHOST_DEVICE_VERSION) {
        (void)snprintf(
            error, error_bytes,
            "--device '%s' was built for version %u of the device interface; this is %u.", name,
            ops == NULL ? 0 : ops->version, DXGHOST_DEVICE_VERSION);
        return NULL;
    }
    return ops;
}

bool session_open(struct session *session, const struct session_config *config, char *error,
                  size_t error_bytes)
{
    const struct dxghost_device_ops *ops;
    const char *reason = "";

    *session = (struct session){ 0 };
    ops = find_model(session, config->device, error, error_bytes);
    if (ops == NULL) {
        session_close(session);
        return false;
    }
    session->machine = machine_create(&config->machine);
    if (session->machine == NULL) {
        (void)snprintf(error, error_bytes,
                       "The host has no memory for a machine with %llu bytes of RAM.",
                       (unsigned long long)config->machine.ram_bytes);
        session_close(session);
        return false;
    }
    trace_attach(session->machine);
    verify_attach(session->machine);
    nt_attach(session->machine);
    session->board = device_host_create(session->machine, ops, config->device_options, &reason);
    if (session->board == NULL) {
        (void)snprintf(error, error_bytes, "The board %s could not be plugged in: %s", ops->name,
                       reason);
        session_close(session);
        return false;
    }
    return true;
}

void session_close(struct session *session)
{
    if (session->machine != NULL && session->machine->crashed) {
        /* Its driver was never unloaded, and would be met again by the next machine. */
        nt_image_unload(session->machine, nt_image_current(session->machine));
    } else if (session->machine != NULL) {
        nt_detach(session->machine);
    }
    machine_destroy(session->machine);
    if (session->device_image != NULL) {
        (void)dlclose(session->device_image);
    }
    *session = (struct session){ 0 };
}

/* As csrss.exe, who owns the desktop, has it on Windows. */
#define PROCESS_ID 4u

NTSTATUS session_live(struct session *session, const char *driver, const char *process_name,
                      void (*body)(struct adapter *adapter, void *argument), void *argument,
                      struct adapter_error *error)
{
    struct machine *machine = session->machine;
    struct adapter_config config = { .driver_path = driver, .board = session->board };
    struct adapter *adapter;
    NTSTATUS status;

    session->process = process_create(machine, process_name, PROCESS_ID);
    process_attach(machine, session->process);
    status = dxgk_adapter_create(machine, &config, &adapter, error);
    if (NT_SUCCESS(status)) {
        if (body != NULL) {
            body(adapter, argument);
        }
        dxgk_adapter_destroy(adapter);
    }
    process_destroy(session->process);
    session->process = NULL;
    return status;
}
