/* SPDX-License-Identifier: MIT */
#include "cli/run.h"

#include "cdd/scene.h"
#include "cli/bugcheck_screen.h"
#include "cli/dump_report.h"
#include "cli/gpu_scene.h"
#include "cli/report.h"
#include "cli/screen.h"
#include "cli/window.h"
#include "dxgk/statistics.h"
#include "dxgk/tdr.h"
#include "nt/nt.h"
#include "nt/registry.h"
#include "trace/trace.h"
#include "verify/names.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define TRACE_LINES_SHOWN 60u
/* As often as a scene is drawn again after its device was lost: --hang can be given 16 times. */
#define REDRAWS_MAX 16u

static void fail(struct run *run, enum exit_code code, const char *text)
{
    (void)snprintf(run->error, sizeof(run->error), "%s", text);
    run->exit_code = code;
}

/* A file a user named: the only kind of scene failure that is not the driver's doing. */
static bool is_input_error(NTSTATUS status)
{
    return status == STATUS_FILE_CORRUPT_ERROR || status == STATUS_INVALID_IMAGE_FORMAT ||
           status == STATUS_OBJECT_NAME_NOT_FOUND || status == STATUS_ACCESS_DENIED;
}

/* What a monitor shows now, as screen.png. */
static void capture_screen(struct run *run)
{
    struct cdd_error error = { 0 };
    char path[sizeof(run->screen_path)];
    NTSTATUS status;

    (void)snprintf(path, sizeof(path), "%s/screen.png", run->options->out);
    status = screen_write(run->session.machine, run->session.board, path, &error);
    if (NT_SUCCESS(status)) {
        memcpy(run->screen_path, path, sizeof(path));
    } else {
        fail(run, status == STATUS_GRAPHICS_NO_ACTIVE_VIDPN ? EXIT_BREACH : EXIT_USAGE, error.text);
    }
}

/* Without --mode a display-only driver gets the mode firmware set, which it can keep. */
static void choose_size(const struct run *run, struct adapter *adapter, struct cdd_config *config)
{
    const struct dxghost_post_display *post = &run->session.board->identity.post;
    bool inherit = dxgk_adapter_is_display_only(adapter) && post->width != 0;

    config->width = run->options->width;
    config->height = run->options->height;
    if (config->width == 0) {
        config->width = inherit ? post->width : OPTIONS_WIDTH;
        config->height = inherit ? post->height : OPTIONS_HEIGHT;
    }
    config->rotation = run->options->rotation;
    if (config->rotation == D3DKMDT_VPPR_ROTATE90 || config->rotation == D3DKMDT_VPPR_ROTATE270) {
        uint32_t width = config->width;

        config->width = config->height;
        config->height = width;
    }
}

/* A picture on the way, for --frames and --window. */
static void frame(void *context)
{
    struct run *run = context;
    const struct device_host *board = run->session.board;
    struct dxghost_scanout picture;
    struct cdd_error error = { 0 };
    char path[sizeof(run->screen_path)];

    if (run->window != NULL && board->ops->scanout != NULL &&
        board->ops->scanout(board->device, 0, &picture)) {
        (void)window_show(run->window, &picture);
    }
    if (run->options->frames == 0) {
        return;
    }
    (void)snprintf(path, sizeof(path), "%s/frame-%04u.png", run->options->out, ++run->frame_count);
    if (!NT_SUCCESS(screen_write(run->session.machine, board, path, &error))) {
        fail(run, EXIT_USAGE, error.text);
    }
}

/* How often a window looks at the screen when --frames does not say. */
#define WINDOW_OPERATIONS 8u

static void watch(struct run *run, struct cdd_config *config)
{
    if (run->options->frames != 0 || run->window != NULL) {
        config->frame_operations =
            run->options->frames != 0 ? run->options->frames : WINDOW_OPERATIONS;
        config->frame = frame;
        config->frame_context = run;
    }
}

static void show(struct run *run, struct adapter *adapter, const struct cdd *cdd)
{
    if (dxgk_adapter_is_display_only(adapter)) {
        screen_compare(cdd, run->session.board, run->options->rotation);
    } else {
        /* Two frames, so that a flip that waits for a vertical blank has happened. */
        (void)dxgk_wait_vsync(adapter, 2);
    }
    capture_screen(run);
    if (run->window != NULL) {
        frame(run);
        window_wait(run->window);
    }
}

static const char *advice_on(const struct run *run, NTSTATUS status)
{
    if (run->options->rotation > D3DKMDT_VPPR_IDENTITY) {
        return " --rotate is for display-only drivers, and this one offers no mode of that size "
               "with "
               "that rotation.";
    }
    switch (status) {
    case STATUS_GRAPHICS_INVALID_VIDPN_TOPOLOGY:
        return " The driver offers no mode of that size; try another --mode.";
    case STATUS_NOT_SUPPORTED:
        return " The driver has no GDI acceleration (SupportKernelModeCommandBuffer and a coherent "
               "aperture segment), and every scene but `start` draws with it.";
    default:
        return "";
    }
}

static void start_failed(struct run *run, const struct cdd_config *config, NTSTATUS status)
{
    (void)snprintf(run->error, sizeof(run->error),
                   "The display driver could not be started on the adapter with a screen of %ux%u: "
                   "%s.%s",
                   config->width, config->height, verify_status_name(status),
                   advice_on(run, status));
    run->exit_code = EXIT_BREACH;
}

/* Draw the scene and take its picture. Returns: STATUS_DEVICE_REMOVED when the device was lost on
 * the way; anything else is settled. */
static NTSTATUS draw_once(struct run *run, struct adapter *adapter)
{
    const struct cdd_scene *scene = cdd_scene_find(run->options->scene);
    struct cdd_config config = { .process = run->session.process,
                                 .check_pixels = run->options->check_pixels };
    struct cdd_scene_options options = { .wallpaper = run->options->wallpaper };
    struct cdd_error error = { 0 };
    struct cdd *cdd;
    NTSTATUS status;

    choose_size(run, adapter, &config);
    watch(run, &config);
    status = cdd_create(adapter, &config, &cdd);
    if (status == STATUS_DEVICE_REMOVED) {
        return status;
    }
    if (!NT_SUCCESS(status)) {
        start_failed(run, &config, status);
        return STATUS_SUCCESS;
    }
    status = scene->run(cdd, &options, &error);
    if (NT_SUCCESS(status)) {
        show(run, adapter, cdd);
    } else if (status != STATUS_DEVICE_REMOVED) {
        (void)snprintf(run->error, sizeof(run->error), "Scene %s failed with %s: %s", scene->name,
                       verify_status_name(status), error.text);
        run->exit_code = is_input_error(status) ? EXIT_USAGE : EXIT_BREACH;
    }
    cdd_destroy(cdd);
    return status == STATUS_DEVICE_REMOVED ? status : STATUS_SUCCESS;
}

/* After a recovery the desktop is drawn again on a new device.
 * Source: display/timeout-detection-and-recovery.md */
static void draw(struct run *run, struct adapter *adapter)
{
    uint32_t losses = 0;

    while (draw_once(run, adapter) == STATUS_DEVICE_REMOVED) {
        if (++losses > REDRAWS_MAX) {
            fail(run, EXIT_BREACH, "The device was lost again each time the screen was redrawn.");
            return;
        }
    }
    if (losses > 0) {
        (void)snprintf(run->note, sizeof(run->note),
                       "the GDI device was lost %u time%s; the screen was redrawn on a new one",
                       losses, losses == 1 ? "" : "s");
    }
}

static void picture(void *context, const struct cdd *cdd)
{
    show(context, cdd_adapter(cdd), cdd);
}

/* A scene about events. */
static void play(struct run *run, struct adapter *adapter, const struct gpu_scene *scene)
{
    struct cdd_config config = { 0 };
    struct gpu_scene_run state = { .adapter = adapter,
                                   .board = run->session.board,
                                   .process = run->session.process,
                                   .picture = picture,
                                   .picture_context = run };

    choose_size(run, adapter, &config);
    state.width = config.width;
    state.height = config.height;
    state.rotation = config.rotation;
    scene->run(&state);
    if (state.error[0] == '\0') {
        (void)snprintf(run->note, sizeof(run->note), "%s", state.note);
    } else {
        (void)snprintf(run->error, sizeof(run->error), "Scene %s: %s", scene->name, state.error);
        run->exit_code = EXIT_BREACH;
    }
}

static void perform(struct run *run, struct adapter *adapter)
{
    const struct gpu_scene *scene = gpu_scene_find(run->options->scene);

    if (scene != NULL && scene->run == NULL) {
        return; /* the start was all of it */
    }
    if (scene != NULL && scene->needs != GPU_SCENE_NEEDS_SCREEN &&
        dxgk_adapter_is_display_only(adapter)) {
        (void)snprintf(run->error, sizeof(run->error),
                       "Scene %s is about engines, and a display-only driver has none.",
                       scene->name);
        run->exit_code = EXIT_USAGE;
    } else if (scene != NULL) {
        play(run, adapter, scene);
    } else {
        draw(run, adapter);
    }
}

/* PnP stops the device and starts it again, and everything is drawn once more. */
static void restart(struct run *run, struct adapter *adapter)
{
    struct adapter_error error = { 0 };

    if (NT_SUCCESS(dxgk_adapter_restart(adapter, &error))) {
        perform(run, adapter);
    } else {
        (void)snprintf(run->error, sizeof(run->error), "The adapter did not start again. %s",
                       error.text);
        run->exit_code = EXIT_BREACH;
    }
}

static void live(struct adapter *adapter, void *argument)
{
    struct run *run = argument;

    run->started = true;
    perform(run, adapter);
    for (uint32_t i = 0; i < run->options->restarts && run->exit_code == EXIT_PASS; i++) {
        restart(run, adapter);
    }
}

/* Everything that may run driver code. A bug check ends it wherever it is. */
static void run_adapter(void *argument)
{
    struct run *run = argument;
    struct adapter_error error = { 0 };

    if (!NT_SUCCESS(
            session_live(&run->session, run->options->driver, "csrss.exe", live, run, &error))) {
        bool unreadable = strcmp(error.step, "image") == 0;

        (void)snprintf(run->error, sizeof(run->error), "%s %s",
                       unreadable ? "The driver could not be loaded:"
                                  : "The adapter did not start.",
                       error.text);
        run->exit_code = unreadable ? EXIT_USAGE : EXIT_BREACH;
    }
}

/* A hang that nothing met proves nothing about the driver. */
static void check_hangs(struct run *run)
{
    for (uint32_t i = 0; i < run->options->hang_count && run->exit_code == EXIT_PASS; i++) {
        uint32_t node = run->options->hangs[i].node;
        uint32_t missed = gpu_scene_hangs_to_come(run->session.board, node);

        if (missed > 0) {
            (void)snprintf(
                run->error, sizeof(run->error),
                "%u --hang of node %u never happened: the node began no command after "
                "that time. The run ended after %.3f ms of virtual time; choose an earlier "
                "moment.",
                missed, node, (double)run->virtual_time_ns / 1e6);
            run->exit_code = EXIT_USAGE;
        }
    }
}

static void conclude(struct run *run, enum machine_outcome outcome)
{
    struct machine *machine = run->session.machine;

    run->trace_hash = trace_hash(machine);
    run->trace_events = trace_count(machine);
    run->virtual_time_ns = machine->clock.now_ns;
    dxgk_statistics(machine, run->statistics);
    if (outcome != MACHINE_CRASHED) {
        check_hangs(run);
    }
    if (outcome == MACHINE_CRASHED) {
        run->result = RUN_BUGCHECK;
        run->exit_code = EXIT_BUGCHECK;
    } else if (run->exit_code != EXIT_PASS && run->exit_code != EXIT_BREACH) {
        run->result = RUN_ERROR;
    } else if (verify_breach_count(machine) > 0) {
        run->result = RUN_BREACH;
        run->exit_code = EXIT_BREACH;
    } else {
        run->result = run->exit_code == EXIT_PASS ? RUN_PASS : RUN_ERROR;
    }
}

static void write_trace(struct run *run)
{
    FILE *stream = fopen(run->options->trace, "w");

    if (stream == NULL || !trace_export_json(run->session.machine, stream)) {
        (void)fprintf(stderr, "dxghost: --trace %s could not be written: %s\n", run->options->trace,
                      strerror(errno));
        run->exit_code = EXIT_USAGE;
    }
    if (stream != NULL) {
        (void)fclose(stream);
    }
}

static bool open_session(struct run *run)
{
    const struct options *options = run->options;
    const struct gpu_scene *scene = gpu_scene_find(options->scene);
    char device_options[1024];
    struct session_config config = {
        .machine = { .processors = options->processors,
                     .ram_bytes = options->memory_bytes,
                     .decision = options->seeded ? DECISION_RANDOM : DECISION_FIXED,
                     .seed = options->seed },
        .device = options->device,
        .device_options = options->device_options,
    };

    if (options->vram_bytes != 0) {
        const char *others = options->device_options;

        (void)snprintf(device_options, sizeof(device_options), "%s%svram=%llu",
                       others == NULL ? "" : others, others == NULL ? "" : ",",
                       (unsigned long long)options->vram_bytes);
        config.device_options = device_options;
    }
    if (!session_open(&run->session, &config, run->error, sizeof(run->error))) {
        run->result = RUN_ERROR;
        run->exit_code = EXIT_USAGE;
        return false;
    }
    (void)snprintf(run->adapter_name, sizeof(run->adapter_name), "%s",
                   run->session.board->ops->name);
    run->session.machine->decision.refuse_at = options->refuse_at;
    for (uint32_t i = 0; i < options->tdr_count; i++) {
        nt_registry_set_dword(run->session.machine, TDR_REGISTRY_KEY, options->tdr[i].name,
                              options->tdr[i].value);
    }
    for (uint32_t i = 0; i < options->setting_count; i++) {
        char path[256];

        dxgk_software_path(run->session.board, path, sizeof(path));
        nt_registry_set_dword(run->session.machine, path, options->settings[i].name,
                              options->settings[i].value);
    }
    for (uint32_t i = 0; i < options->hang_count; i++) {
        if (!gpu_scene_hang(run->session.board, options->hangs[i].node,
                            options->hangs[i].time_ns)) {
            fail(run, EXIT_USAGE,
                 "--hang works with the softgpu board and its nodes 0 and 1 only.");
            run->result = RUN_ERROR;
            return false;
        }
    }
    if (scene != NULL && scene->prepare != NULL) {
        scene->prepare(run->session.machine);
    }
    nt_echo_dbg_print(run->session.machine, options->verbose);
    return true;
}

static bool check_inputs(struct run *run)
{
    const struct options *options = run->options;
    struct stat folder;

    const struct gpu_scene *scene = gpu_scene_find(options->scene);

    if (scene != NULL && scene->needs == GPU_SCENE_NEEDS_SOFTGPU &&
        strcmp(options->device, "softgpu") != 0) {
        (void)fprintf(stderr,
                      "dxghost: scene '%s' needs --device softgpu: no other board can be told "
                      "to misbehave\n",
                      options->scene);
        return false;
    }
    if (scene == NULL && cdd_scene_find(options->scene) == NULL) {
        (void)fprintf(stderr, "dxghost: there is no scene '%s'; the scenes are:", options->scene);
        for (size_t i = 0; i < cdd_scene_count; i++) {
            (void)fprintf(stderr, " %s", cdd_scenes[i].name);
        }
        for (size_t i = 0; i < gpu_scene_count; i++) {
            (void)fprintf(stderr, " %s", gpu_scenes[i].name);
        }
        (void)fputc('\n', stderr);
        return false;
    }
    if ((mkdir(options->out, 0777) != 0 && errno != EEXIST) || stat(options->out, &folder) != 0) {
        (void)fprintf(stderr, "dxghost: the output folder %s cannot be made: %s\n", options->out,
                      strerror(errno));
        return false;
    }
    if (!S_ISDIR(folder.st_mode)) {
        (void)fprintf(stderr, "dxghost: --out %s is a file, not a folder\n", options->out);
        return false;
    }
    if (access(options->out, W_OK | X_OK) != 0) {
        (void)fprintf(stderr, "dxghost: the output folder %s cannot be written: %s\n", options->out,
                      strerror(errno));
        return false;
    }
    return true;
}

static void print(struct run *run)
{
    if (run->options->json) {
        json_t *report = report_json(run);

        (void)json_dumpf(report, stdout, JSON_INDENT(2) | JSON_PRESERVE_ORDER);
        (void)putchar('\n');
        json_decref(report);
    } else {
        report_print(run, stdout);
    }
}

static bool open_window(struct run *run)
{
    const char *error = "";

    if (!run->options->window) {
        return true;
    }
    run->window = window_open(&error);
    if (run->window == NULL) {
        (void)snprintf(run->error, sizeof(run->error), "--window: %s", error);
        run->result = RUN_ERROR;
        run->exit_code = EXIT_USAGE;
    }
    return run->window != NULL;
}

static int run_with(const struct options *options)
{
    struct run *run = calloc(1, sizeof(*run));
    int code;

    if (run == NULL) {
        return EXIT_INTERNAL;
    }
    run->options = options;
    if (!check_inputs(run)) {
        free(run);
        return EXIT_USAGE;
    }
    if (open_window(run) && open_session(run)) {
        enum machine_outcome outcome = machine_run(run->session.machine, run_adapter, run);

        if (outcome == MACHINE_CRASHED) {
            bugcheck_screen_show(run);
        }
        conclude(run, outcome);
        if (options->trace != NULL) {
            write_trace(run);
        }
        if (options->verbose || run->result == RUN_BUGCHECK) {
            trace_print(run->session.machine, stderr, TRACE_LINES_SHOWN);
        }
    }
    run->dumps_written = run->session.machine != NULL && dump_report_write_all(run);
    print(run);
    /* A bug check stays the outcome of the run even when it cannot be written down. */
    if ((!report_write(run) || (run->session.machine != NULL && !run->dumps_written)) &&
        run->result != RUN_BUGCHECK) {
        run->exit_code = EXIT_USAGE;
    }
    session_close(&run->session);
    window_close(run->window);
    code = (int)run->exit_code;
    free(run);
    return code;
}

int run_command(int count, char **words)
{
    struct options options;
    int code = EXIT_USAGE;

    switch (options_parse(&options, count, words)) {
    case OPTIONS_HELP:
        options_print_help(stdout);
        code = EXIT_PASS;
        break;
    case OPTIONS_RUN:
        code = run_with(&options);
        break;
    case OPTIONS_ERROR:
        break;
    }
    options_fini(&options);
    return code;
}
