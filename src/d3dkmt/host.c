/* SPDX-License-Identifier: MIT */
/*
 * The shared library: one machine for a program that has none, started by its first D3DKMT call.
 *
 * Host threads take turns on the machine under one lock; one whose call waits lets the others go
 * on. The program is one client process.
 */
#include "cdd/cdd.h"
#include "cdd/image.h"
#include "cli/session.h"
#include "dxgk/adapter.h"
#include "dxgk/statistics.h"
#include "kmt/nt_handle.h"
#include "nt/registry.h"
#include "verify/verify.h"

#include <dxghost/d3dkmt.h>

#include <dlfcn.h>
#include <pthread.h>
#include <sched.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>

#define SYSTEM_PROCESS_ID 4u
#define CLIENT_PROCESS_ID 8u
#define DEFAULT_WIDTH 1024u
#define DEFAULT_HEIGHT 768u
/* How long a waiting call stays off an idle machine, unless another call ends meanwhile. */
#define PAUSE_NS 1000000

struct host {
    pthread_mutex_t lock;
    pthread_cond_t left; /* a call has ended: what another waits for may have come */
    uint32_t paused;     /* calls that are under way and off the machine */
    pthread_t first;     /* who called first; once tried */
    bool has_others;     /* and was not the only one */
    bool tried;          /* the machine was started, or could not be */
    struct session session;
    struct adapter *adapter; /* NULL: it did not start */
    struct process *system;
    struct process *client;
    struct cdd *cdd;
    char driver[4096];
    char error[1024];
};

static struct host host = { .lock = PTHREAD_MUTEX_INITIALIZER, .left = PTHREAD_COND_INITIALIZER };

static const char *setting(const char *name, const char *fallback)
{
    const char *value = getenv(name);

    return value == NULL || value[0] == '\0' ? fallback : value;
}

/* Beside the library: installed as dxghost/softgpu.so, in a build tree as drivers/softgpu/. */
static bool find_driver(void)
{
    static const char *const places[] = { "dxghost/softgpu.so", "drivers/softgpu/softgpu.so" };
    const char *named = setting("DXGHOST_DRIVER", NULL);
    Dl_info info;

    if (named != NULL) {
        (void)snprintf(host.driver, sizeof(host.driver), "%s", named);
        return true;
    }
    if (dladdr((void *)(uintptr_t)&dxghost_error, &info) == 0 || info.dli_fname == NULL) {
        return false;
    }
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(places); i++) {
        const char *slash = strrchr(info.dli_fname, '/');
        int directory = slash == NULL ? 0 : (int)(slash - info.dli_fname + 1);
        struct stat status;

        (void)snprintf(host.driver, sizeof(host.driver), "%.*s%s", directory, info.dli_fname,
                       places[i]);
        if (stat(host.driver, &status) == 0) {
            return true;
        }
    }
    (void)snprintf(host.error, sizeof(host.error),
                   "The reference driver is not beside %s. Name a driver in DXGHOST_DRIVER.",
                   info.dli_fname);
    return false;
}

static void make_desktop(void)
{
    const char *mode = setting("DXGHOST_MODE", "");
    struct cdd_config config = { .width = DEFAULT_WIDTH, .height = DEFAULT_HEIGHT };

    if (strcmp(mode, "none") == 0) {
        return;
    }
    if (mode[0] != '\0' && sscanf(mode, "%ux%u", &config.width, &config.height) != 2) {
        (void)snprintf(host.error, sizeof(host.error), "DXGHOST_MODE '%s' is not WIDTHxHEIGHT.",
                       mode);
        return;
    }
    if (!NT_SUCCESS(cdd_create(host.adapter, &config, &host.cdd))) {
        (void)snprintf(host.error, sizeof(host.error), "There is no desktop of %ux%u.",
                       config.width, config.height);
        host.cdd = NULL;
    }
}

/* Under machine_run: driver code runs here. */
static void bring_up(void *argument)
{
    struct machine *machine = host.session.machine;
    struct adapter_config config = { .driver_path = host.driver, .board = host.session.board };
    struct adapter_error error = { 0 };

    (void)argument;
    host.system = process_create(machine, "csrss.exe", SYSTEM_PROCESS_ID);
    process_attach(machine, host.system);
    if (!NT_SUCCESS(dxgk_adapter_create(machine, &config, &host.adapter, &error))) {
        (void)snprintf(host.error, sizeof(host.error), "The adapter did not start. %s: %s",
                       error.step, error.text);
        host.adapter = NULL;
        return;
    }
    make_desktop();
    host.client = process_create(machine, "client", CLIENT_PROCESS_ID);
    process_attach(machine, host.client);
}

static void start(void)
{
    const char *seed = setting("DXGHOST_SEED", NULL);
    struct session_config config = {
        .device = setting("DXGHOST_DEVICE", "softgpu"),
        .device_options = setting("DXGHOST_DEVICE_OPTIONS", NULL),
        .machine = { .decision = seed == NULL ? DECISION_FIXED : DECISION_RANDOM,
                     .seed = seed == NULL ? 0 : strtoull(seed, NULL, 0) },
    };

    host.tried = true;
    if (!find_driver() || !session_open(&host.session, &config, host.error, sizeof(host.error))) {
        return;
    }
    if (machine_run(host.session.machine, bring_up, NULL) == MACHINE_CRASHED) {
        (void)snprintf(host.error, sizeof(host.error), "Bug check 0x%X: %s",
                       host.session.machine->bugcheck.code, host.session.machine->bugcheck.text);
    }
    machine_leave_thread(host.session.machine);
}

static void complain(void)
{
    static bool said;

    if (!said && host.error[0] != '\0') {
        said = true;
        (void)fprintf(stderr, "dxghost: %s\n", host.error);
    }
}

static struct machine *enter(void)
{
    struct machine *machine;

    (void)pthread_mutex_lock(&host.lock);
    if (!host.tried) {
        host.first = pthread_self();
        start();
        complain();
    }
    host.has_others = host.has_others || !pthread_equal(host.first, pthread_self());
    machine = host.session.machine;
    if (machine != NULL && (host.client == NULL || !machine_enter_thread(machine))) {
        machine = NULL;
    }
    if (machine == NULL) {
        (void)pthread_mutex_unlock(&host.lock);
    }
    return machine;
}

static void leave(struct machine *machine)
{
    if (machine->crashed && host.error[0] == '\0') {
        (void)snprintf(host.error, sizeof(host.error), "Bug check 0x%X: %s", machine->bugcheck.code,
                       machine->bugcheck.text);
        complain();
    }
    machine_leave_thread(machine);
    if (host.paused > 0) {
        (void)pthread_cond_broadcast(&host.left);
    }
    (void)pthread_mutex_unlock(&host.lock);
}

static void wait_for_others(void)
{
    struct timespec until;

    (void)clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += PAUSE_NS;
    if (until.tv_nsec >= 1000000000) {
        until.tv_nsec -= 1000000000;
        until.tv_sec++;
    }
    (void)pthread_cond_timedwait(&host.left, &host.lock, &until);
}

/* While the GPU works, the others only get the chance to call; the machine goes on at once. */
static void pause_call(struct machine *machine)
{
    bool idle = dxgk_adapter_is_idle(host.adapter);
    struct machine_suspended suspended;

    machine_call_suspend(machine, &suspended);
    host.paused++;
    if (idle) {
        wait_for_others();
    } else {
        (void)pthread_mutex_unlock(&host.lock);
        (void)sched_yield();
        (void)pthread_mutex_lock(&host.lock);
    }
    host.paused--;
    machine_call_resume(machine, &suspended);
}

static bool has_others(void)
{
    return host.has_others;
}

static const struct kmt_host thunk_host = { .enter = enter,
                                            .leave = leave,
                                            .pause = pause_call,
                                            .has_others = has_others };

/* Drivers import the NT functions from the program's global scope; a program that loaded the
 * library by dlopen has it in a scope of its own until here. */
__attribute__((constructor)) static void load(void)
{
    Dl_info info;

    if (dladdr((void *)(uintptr_t)&dxghost_error, &info) != 0 && info.dli_fname != NULL) {
        (void)dlopen(info.dli_fname, RTLD_NOW | RTLD_NOLOAD | RTLD_GLOBAL);
    }
    kmt_host_set(&thunk_host);
}

static void take_down(void *argument)
{
    (void)argument;
    if (host.client != NULL) {
        process_attach(host.session.machine, host.system);
        kmt_process_end(host.client);
        process_destroy(host.client);
    }
    if (host.adapter != NULL) {
        kmt_adapter_stop(host.adapter);
        cdd_destroy(host.cdd);
        dxgk_adapter_destroy(host.adapter);
    }
    process_destroy(host.system);
}

static void report(struct machine *machine)
{
    if (strcmp(setting("DXGHOST_QUIET", "0"), "1") == 0) {
        return;
    }
    LIST_FOR_EACH(link, verify_breaches(machine)) {
        const struct breach *breach = LIST_ENTRY_OF(link, struct breach, link);

        (void)fprintf(stderr, "dxghost: %s in %s: %s\n", rule_info(breach->rule)->id, breach->ddi,
                      breach->message);
    }
    LIST_FOR_EACH(link, verify_unimplemented_list(machine)) {
        (void)fprintf(stderr, "dxghost: not implemented: %s\n",
                      LIST_ENTRY_OF(link, struct unimplemented, link)->text);
    }
}

/* A program may end inside a call, or while a call waits: then the machine is left as it is. */
__attribute__((destructor)) static void unload(void)
{
    struct machine *machine = host.session.machine;

    if (machine == NULL || pthread_mutex_trylock(&host.lock) != 0) {
        return;
    }
    if (host.paused == 0 && machine_enter_thread(machine)) {
        if (!machine->crashed) {
            (void)machine_run(machine, take_down, NULL);
        }
        report(machine);
        session_close(&host.session);
    }
    (void)pthread_mutex_unlock(&host.lock);
}

struct screenshot {
    const char *path;
    bool done;
};

static NTSTATUS take_screenshot(struct kmt_call *call, void *argument)
{
    struct screenshot *shot = argument;
    struct device_host *board = host.session.board;
    struct dxghost_scanout scanout;
    struct cdd_error error;

    (void)dxgk_wait_vsync(host.adapter, 2);
    if (board->ops->scanout == NULL || !board->ops->scanout(board->device, 0, &scanout) ||
        (scanout.format != DXGHOST_PIXEL_X8R8G8B8 && scanout.format != DXGHOST_PIXEL_A8R8G8B8)) {
        return STATUS_UNSUCCESSFUL;
    }
    shot->done =
        NT_SUCCESS(image_write_png_file(call->machine, shot->path, scanout.pixels, scanout.width,
                                        scanout.height, scanout.pitch, &error));
    return STATUS_SUCCESS;
}

int dxghost_screenshot(const char *path)
{
    static const struct kmt_function function = { "dxghost_screenshot", .body = take_screenshot };
    struct screenshot shot = { .path = path };

    (void)kmt_call(&function, &shot);
    return shot.done;
}

int dxghost_close(void *handle)
{
    return kmt_nt_handle_close(handle);
}

void *dxghost_event_create(void)
{
    HANDLE event;

    return NT_SUCCESS(kmt_event_create(&event)) ? event : NULL;
}

int dxghost_event_set(void *event)
{
    return kmt_event_set(event);
}

int dxghost_event_wait(void *event, unsigned int milliseconds)
{
    int64_t timeout = -(int64_t)milliseconds * 10000;

    return kmt_event_wait(event, &timeout);
}

const char *dxghost_error(void)
{
    return host.error;
}

static NTSTATUS count_breaches(struct kmt_call *call, void *argument)
{
    *(unsigned int *)argument = (unsigned int)verify_breach_count(call->machine);
    return STATUS_SUCCESS;
}

unsigned int dxghost_breaches(void)
{
    static const struct kmt_function function = { "dxghost_breaches", .body = count_breaches };
    unsigned int count = 0;

    (void)kmt_call(&function, &count);
    return count;
}
