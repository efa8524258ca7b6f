/* SPDX-License-Identifier: MIT */
#include "cli/battery_stage.h"

#include "cdd/scene.h"
#include "cli/gpu_client.h"
#include "cli/gpu_scene.h"
#include "cli/screen.h"
#include "devices/softgpu/softgpu_device.h"
#include "dxgk/allocation_private.h"
#include "dxgk/device.h"
#include "dxgk/escape.h"
#include "dxgk/gate_calls.h"
#include "dxgk/present.h"
#include "dxgk/probe.h"
#include "dxgk/render.h"
#include "dxgk/statistics.h"
#include "sched/sched.h"
#include "verify/names.h"

#include <stdio.h>
#include <string.h>

#define SIDE 96u
#define HOSTILE_ROUNDS 64u
#define HOSTILE_BYTES_MAX 256u
/* Little enough for the memory scenes to page all the time. */
#define SMALL_VRAM (8u << 20)

static void went_wrong(struct stage_run *run, const char *what, NTSTATUS status)
{
    if (!run->faulty && run->error[0] == '\0') {
        (void)snprintf(run->error, sizeof(run->error), "%s failed with %s.", what,
                       verify_status_name(status));
    }
}

/* A screen, on which a display-only driver's picture is compared with the one it was given. */
static NTSTATUS open_screen(struct stage_run *run, uint32_t width, uint32_t height,
                            struct cdd **cdd)
{
    struct cdd_config config = { .process = run->session->process,
                                 .width = width,
                                 .height = height,
                                 .check_pixels = run->stage->check_pixels };

    return cdd_create(run->adapter, &config, cdd);
}

/* The smallest screen every scene fits on, since pixels cost time; of a display-only driver the one
 * that firmware set, which it can keep. */
static void choose_size(const struct stage_run *run, uint32_t *width, uint32_t *height)
{
    const struct dxghost_post_display *post = &run->session->board->identity.post;
    bool inherit = dxgk_adapter_is_display_only(run->adapter) && post->width != 0;

    *width = inherit ? post->width : CDD_SCENE_WIDTH_MIN;
    *height = inherit ? post->height : CDD_SCENE_HEIGHT_MIN;
}

static void show(struct stage_run *run, struct cdd *cdd)
{
    if (dxgk_adapter_is_display_only(run->adapter)) {
        screen_compare(cdd, run->session->board, D3DKMDT_VPPR_IDENTITY);
    } else if (!dxgk_wait_vsync(run->adapter, 2)) {
        went_wrong(run, "Waiting for a vertical blank", STATUS_TIMEOUT);
    }
}

static void draw_scene(struct stage_run *run, const char *name)
{
    const struct cdd_scene *scene = cdd_scene_find(name);
    struct cdd_scene_options options = { 0 };
    struct cdd_error error = { 0 };
    struct cdd *cdd;
    uint32_t width;
    uint32_t height;
    NTSTATUS status;

    choose_size(run, &width, &height);
    status = open_screen(run, width, height, &cdd);
    if (!NT_SUCCESS(status)) {
        went_wrong(run, "Starting the display driver", status);
        return;
    }
    status = scene->run(cdd, &options, &error);
    if (NT_SUCCESS(status)) {
        show(run, cdd);
    } else {
        (void)snprintf(run->error, sizeof(run->error), "Scene %s failed with %s: %s", scene->name,
                       verify_status_name(status), error.text);
    }
    cdd_destroy(cdd);
}

static void stage_scene(struct stage_run *run)
{
    draw_scene(run, run->stage->scene);
}

/* What is drawn is held against what the CPU draws, one operation at a time. */
static void stage_pixels(struct stage_run *run)
{
    static const char *const scenes[] = { "colorfill",  "bitblt",         "stretchblt",
                                          "alphablend", "transparentblt", "cleartypeblend" };

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(scenes) && run->error[0] == '\0'; i++) {
        draw_scene(run, scenes[i]);
    }
}

static void stage_gpu_scene(struct stage_run *run)
{
    struct gpu_scene_run scene = { .adapter = run->adapter, .board = run->session->board };

    gpu_scene_find(run->stage->scene)->run(&scene);
    memcpy(run->error, scene.error, sizeof(scene.error));
}

/* Each kind of surface, written and read by the CPU and copied by the GPU. */
static void copy_surfaces(struct cdd *cdd)
{
    static const D3DKMDT_GDISURFACETYPE kinds[] = {
        D3DKMDT_GDISURFACE_TEXTURE,
        D3DKMDT_GDISURFACE_STAGING_CPUVISIBLE,
        D3DKMDT_GDISURFACE_EXISTINGSYSMEM,
    };
    uint32_t pixels[SIDE * SIDE];
    RECT all = { 0, 0, SIDE, SIDE };

    memset(pixels, 0x5A, sizeof(pixels));
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(kinds); i++) {
        struct cdd_surface *surface;
        struct cdd_blt blt = { .dst = cdd_primary(cdd),
                               .dst_rect = { 8, 8, 8 + SIDE, 8 + SIDE },
                               .rop = DXGK_GDIROP_SRCCOPY };

        if (NT_SUCCESS(
                cdd_surface_create(cdd, kinds[i], SIDE, SIDE, D3DDDIFMT_A8R8G8B8, &surface))) {
            blt.src = surface;
            (void)cdd_surface_write(surface, all, pixels, SIDE * 4);
            (void)cdd_blt(cdd, &blt);
            (void)cdd_surface_read(surface, all, pixels, SIDE * 4);
            cdd_surface_destroy(surface);
        }
    }
}

/* A little of everything on one screen: what is done again for each fault and each seed. */
static void draw_little(struct stage_run *run, uint32_t width, uint32_t height)
{
    struct cdd *cdd;
    NTSTATUS status = open_screen(run, width, height, &cdd);
    struct cdd_fill fill = { .dst_rect = { 0, 0, (LONG)width, (LONG)height },
                             .color = 0xFF204060,
                             .rop = DXGK_GDIROPCF_PATCOPY };

    if (!NT_SUCCESS(status)) {
        /* A mode that the driver does not offer is no failure. */
        if (status != STATUS_GRAPHICS_INVALID_VIDPN_TOPOLOGY) {
            went_wrong(run, "Starting the display driver", status);
        }
        return;
    }
    fill.dst = cdd_primary(cdd);
    (void)cdd_fill(cdd, &fill);
    copy_surfaces(cdd);
    status = cdd_finish(cdd);
    if (NT_SUCCESS(status)) {
        show(run, cdd);
    } else {
        went_wrong(run, "Drawing", status);
    }
    cdd_destroy(cdd);
}

static bool draws(const struct adapter *adapter)
{
    return dxgk_adapter_is_display_only(adapter) || dxgk_adapter_has_gdi(adapter);
}

static void stage_small(struct stage_run *run)
{
    uint32_t width;
    uint32_t height;

    if (draws(run->adapter)) {
        choose_size(run, &width, &height);
        draw_little(run, width, height);
    }
}

static void stage_restart(struct stage_run *run)
{
    struct adapter_error error = { 0 };

    for (uint32_t i = 0; i < 2; i++) {
        stage_small(run);
        if (!NT_SUCCESS(dxgk_adapter_restart(run->adapter, &error))) {
            (void)snprintf(run->error, sizeof(run->error), "The adapter did not start again. %s",
                           error.text);
            return;
        }
    }
    stage_small(run);
}

static void stage_modes(struct stage_run *run)
{
    static const uint32_t sizes[][2] = {
        { 640, 480 }, { 800, 600 }, { 1024, 768 }, { 1280, 720 }, { 1920, 1080 }
    };

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(sizes); i++) {
        draw_little(run, sizes[i][0], sizes[i][1]);
    }
}

/* Command buffers that no driver of that user-mode part ever made. */
static void stage_render(struct stage_run *run)
{
    uint8_t commands[HOSTILE_BYTES_MAX];
    struct device *device;
    struct context *context;
    NTSTATUS status = dxgk_device_create(run->adapter, NULL, false, &device);

    if (!NT_SUCCESS(status)) {
        went_wrong(run, "Making a device", status);
        return;
    }
    for (uint32_t round = 0; round < HOSTILE_ROUNDS; round++) {
        struct render_request request = { .commands = commands };

        request.size_bytes = 1 + prng_below(&run->prng, sizeof(commands));
        for (uint32_t i = 0; i < request.size_bytes; i++) {
            commands[i] = round == 0 ? 0 : (uint8_t)prng_below(&run->prng, 256);
        }
        if (NT_SUCCESS(dxgk_context_create(device, 0, false, NULL, 0, &context))) {
            (void)dxgk_render(context, &request);
            (void)dxgk_context_wait_idle(context);
            dxgk_context_destroy(context);
        }
    }
    dxgk_device_destroy(device);
}

static void stage_present(struct stage_run *run)
{
    DXGK_PRESENTFLAGS fill = { .ColorFill = 1 };
    struct present_request request = { .color = 0xFF102030, .flags = fill.Value };
    struct gpu_client client;
    NTSTATUS status = gpu_client_open(&client, run->adapter, "client", 400, 0, 0);

    if (!NT_SUCCESS(status)) {
        went_wrong(run, "Making a device and a surface", status);
        return;
    }
    request.destination =
        (struct render_reference){ .allocation = client.surface, .written = true };
    (void)dxgk_present(client.context, &request);
    (void)gpu_client_wait(&client);
    gpu_client_close(&client);
}

/* A surface that is not resident yet, where the translation was told, and not any more. */
static void stage_residency(struct stage_run *run)
{
    struct gpu_client client;
    NTSTATUS status = gpu_client_open(&client, run->adapter, "client", 400, 0, 0);

    if (!NT_SUCCESS(status)) {
        went_wrong(run, "Making a device and a surface", status);
        return;
    }
    for (uint32_t i = 0; i < 3 && NT_SUCCESS(status); i++) {
        if (i == 2) {
            (void)allocation_evict(client.surface);
        }
        status = gpu_client_fill(&client, 1);
        if (NT_SUCCESS(status)) {
            status = gpu_client_wait(&client);
        }
    }
    if (!NT_SUCCESS(status)) {
        went_wrong(run, "Drawing", status);
    }
    gpu_client_close(&client);
}

/* Requests of any size and content, at both sync levels; then of every small size down to none,
 * whose data is NULL and ends a driver that does not look. */
static void stage_escape(struct stage_run *run)
{
    for (uint32_t round = 0; round < 2 * HOSTILE_ROUNDS; round++) {
        D3DDDI_ESCAPEFLAGS flags = { 0 };
        struct escape_buffer buffer;
        struct escape_request request = { .buffer = &buffer };
        uint32_t bytes = round < HOSTILE_ROUNDS ? prng_below(&run->prng, HOSTILE_BYTES_MAX)
                                                : 2 * HOSTILE_ROUNDS - 1 - round;

        flags.HardwareAccess = prng_below(&run->prng, 4) == 0;
        request.flags = flags.Value;
        if (!NT_SUCCESS(escape_buffer_init(run->adapter, &buffer, bytes))) {
            return;
        }
        for (uint32_t i = 0; i < bytes; i++) {
            ((uint8_t *)buffer.data)[i] = (uint8_t)prng_below(&run->prng, 256);
        }
        (void)dxgk_escape(run->adapter, &request);
        escape_buffer_fini(run->adapter, &buffer);
    }
}

static bool hang(struct stage_run *run, bool on)
{
    return softgpu_test_control(run->session->board->device, SOFTGPU_CONTROL_HANG, 0, on);
}

/* An engine hangs while its client has more than the hardware takes: some of it is cancelled. */
static void stage_cancel(struct stage_run *run)
{
    struct gpu_client client;
    NTSTATUS status = gpu_client_open(&client, run->adapter, "client", 400, 0, 0);

    if (!NT_SUCCESS(status)) {
        went_wrong(run, "Making a device and a surface", status);
        return;
    }
    (void)gpu_client_fill(&client, 1);
    (void)gpu_client_wait(&client);
    (void)hang(run, true);
    for (uint32_t i = 0; i < 2 * SCHED_HARDWARE_DEPTH; i++) {
        (void)gpu_client_fill(&client, 1);
    }
    status = gpu_client_wait(&client);
    if (status != STATUS_DEVICE_REMOVED) {
        went_wrong(run, "Waiting for work that hangs", status);
    }
    (void)hang(run, false);
    gpu_client_close(&client);
}

/* The child's own power, as Windows switches a monitor off and on. */
static void stage_power(struct stage_run *run)
{
    (void)gate_SetPowerState(run->adapter, 0, PowerDeviceD3, PowerActionNone);
    (void)gate_SetPowerState(run->adapter, 0, PowerDeviceD0, PowerActionNone);
    stage_small(run);
}

static void ask_everything(struct adapter *adapter)
{
    dxgk_probe_queries(adapter);
    dxgk_probe_interface(adapter);
    dxgk_probe_power(adapter);
    dxgk_probe_interrupt(adapter);
    dxgk_probe_debug(adapter);
}

/* Before anything was drawn and after it; the screen of a bug check ends what can be done. */
static void stage_questions(struct stage_run *run)
{
    ask_everything(run->adapter);
    stage_small(run);
    ask_everything(run->adapter);
    dxgk_probe_crash_screen(run->adapter);
}

static const char *reason_to_skip(const struct stage_run *run, uint32_t needs);

/* A little drawing, and one of the other stages, which the seed chooses. */
static void stage_any(struct stage_run *run)
{
    static const char *const others[] = { "restart",    "power",   "render", "escape",
                                          "present",    "preempt", "cancel", "lost-interrupt",
                                          "tdr-engine", "overlap", "modes",  "tdr-adapter",
                                          "residency" };
    size_t count = DXGH_ARRAY_SIZE(others);
    const struct stage *chosen =
        &stages[stage_find(others[prng_below(&run->prng, (uint32_t)count)])];
    const struct stage *own = run->stage;

    stage_small(run);
    if (reason_to_skip(run, chosen->needs) == NULL) {
        run->stage = chosen;
        chosen->body(run);
        run->stage = own;
    }
}

/* What reaches most of a driver's code at high levels, with pageable memory hidden there. */
static void stage_pages(struct stage_run *run)
{
    static const char *const others[] = { "restart",    "power",  "escape", "preempt",
                                          "tdr-engine", "cancel", "present" };
    const struct stage *own = run->stage;

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(others); i++) {
        const struct stage *other = &stages[stage_find(others[i])];

        if (reason_to_skip(run, other->needs) == NULL) {
            run->stage = other;
            other->body(run);
            run->stage = own;
        }
    }
}

/* A scene of the CDD; one of those about memory, with little of it; one about scheduling. */
#define DRAWS(scene_)                                                                              \
    {                                                                                              \
        .name = (scene_), .summary = "GDI: scene " scene_, .body = stage_scene, .scene = (scene_), \
        .needs = STAGE_NEEDS_GDI                                                                   \
    }
#define CROWDS(scene_)                                                                             \
    {                                                                                              \
        .name = (scene_), .summary = "memory: scene " scene_ ", with little of it",                \
        .body = stage_scene, .scene = (scene_), .needs = STAGE_NEEDS_GDI | STAGE_NEEDS_FULL,       \
        .vram_bytes = SMALL_VRAM                                                                   \
    }
#define PLAYS(scene_, summary_, needs_)                                                            \
    {                                                                                              \
        .name = (scene_), .summary = (summary_), .body = stage_gpu_scene, .scene = (scene_),       \
        .needs = STAGE_NEEDS_FULL | STAGE_NEEDS_GDI | (needs_)                                     \
    }

const struct stage stages[] = {
    { .name = "start", .summary = "load, start, stop and unload, twice", .lives = 2 },
    { .name = "restart",
      .summary = "PnP stops the device and starts it again",
      .body = stage_restart },
    { .name = "modes",
      .summary = "screens of several sizes, one after the other",
      .body = stage_modes,
      .needs = STAGE_NEEDS_GDI },
    { .name = "power", .summary = "a monitor off and on", .body = stage_power },
    DRAWS("desktop"),
    DRAWS("colorfill"),
    DRAWS("bitblt"),
    DRAWS("stretchblt"),
    DRAWS("alphablend"),
    DRAWS("transparentblt"),
    DRAWS("cleartypeblend"),
    { .name = "pixels",
      .summary = "GDI: each operation held against the CPU's picture",
      .body = stage_pixels,
      .needs = STAGE_NEEDS_FULL | STAGE_NEEDS_GDI,
      .check_pixels = true },
    CROWDS("paging"),
    CROWDS("split"),
    CROWDS("aperture"),
    CROWDS("lock"),
    PLAYS("oom", "memory: a device that finds none, and the others", STAGE_NEEDS_SOFTGPU),
    PLAYS("overlap", "memory: paging on one engine while another draws", 0),
    { .name = "residency",
      .summary = "memory: a surface that is moved between two commands",
      .body = stage_residency,
      .needs = STAGE_NEEDS_FULL | STAGE_NEEDS_GDI },
    { .name = "render",
      .summary = "DxgkDdiRender with hostile command buffers",
      .body = stage_render,
      .needs = STAGE_NEEDS_FULL },
    { .name = "present",
      .summary = "DxgkDdiPresent of a client's surface",
      .body = stage_present,
      .needs = STAGE_NEEDS_FULL | STAGE_NEEDS_GDI },
    { .name = "escape",
      .summary = "DxgkDdiEscape with hostile data",
      .body = stage_escape,
      .needs = STAGE_NEEDS_ESCAPE },
    PLAYS("preempt", "scheduling: something urgent in a flood", 0),
    PLAYS("preempt-race", "scheduling: completions around a preemption", 0),
    PLAYS("lost-interrupt", "timeouts: a completion without its interrupt", STAGE_NEEDS_SOFTGPU),
    PLAYS("tdr-engine", "timeouts: one engine hangs and is reset", STAGE_NEEDS_SOFTGPU),
    PLAYS("tdr-adapter", "timeouts: the whole adapter is reset", STAGE_NEEDS_SOFTGPU),
    { .name = "cancel",
      .summary = "timeouts: commands behind a hang are cancelled",
      .body = stage_cancel,
      .needs = STAGE_NEEDS_FULL | STAGE_NEEDS_GDI | STAGE_NEEDS_SOFTGPU },
    { .name = "questions",
      .summary = "what Windows asks rarely: strange interrupts and queries, bug checks",
      .body = stage_questions },
    { .name = "pages",
      .summary = "pageable code and data out of reach from DISPATCH_LEVEL on",
      .body = stage_pages,
      .hide_pages = true },
    { .name = "faults",
      .summary = "each request for memory is refused once",
      .body = stage_small,
      .kind = STAGE_FAULTS },
    { .name = "seeds",
      .summary = "several interleavings of processors and interrupts",
      .body = stage_any,
      .kind = STAGE_SEEDS },
};
const size_t stage_count = DXGH_ARRAY_SIZE(stages);

size_t stage_find(const char *name)
{
    size_t index = 0;

    while (index < stage_count && strcmp(stages[index].name, name) != 0) {
        index++;
    }
    return index;
}

static const char *reason_to_skip(const struct stage_run *run, uint32_t needs)
{
    if ((needs & STAGE_NEEDS_FULL) != 0 && dxgk_adapter_is_display_only(run->adapter)) {
        return "a display-only driver has no engines";
    }
    if ((needs & STAGE_NEEDS_GDI) != 0 && !draws(run->adapter)) {
        return "the driver has no GDI acceleration";
    }
    if ((needs & STAGE_NEEDS_SOFTGPU) != 0 && run->session->board->ops != softgpu_device_entry()) {
        return "no other board than softgpu can be told to misbehave";
    }
    if ((needs & STAGE_NEEDS_ESCAPE) != 0 && run->adapter->table.DxgkDdiEscape == NULL) {
        return "the driver has no DxgkDdiEscape";
    }
    return NULL;
}

void stage_perform(struct stage_run *run, struct adapter *adapter)
{
    const char *reason;

    run->adapter = adapter;
    reason = reason_to_skip(run, run->stage->needs);
    if (reason != NULL) {
        (void)snprintf(run->skip, sizeof(run->skip), "%s", reason);
    } else if (run->stage->body != NULL) {
        run->stage->body(run);
    }
    run->adapter = NULL;
}
