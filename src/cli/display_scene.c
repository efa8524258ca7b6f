/* SPDX-License-Identifier: MIT */
#include "cli/display_scene.h"

#include "cdd/scene.h"
#include "cli/screen.h"
#include "display/edid.h"
#include "dxgk/adapter_private.h"
#include "dxgk/hot_plug.h"
#include "dxgk/monitor.h"
#include "dxgk/power.h"
#include "dxgk/statistics.h"
#include "machine/schedule.h"
#include "verify/names.h"

#include <stdarg.h>
#include <stdio.h>

/* As long as a driver may take to notice what was done to its connector. */
#define NOTICE_NS (200 * DXGH_NS_PER_MS)

DXGH_PRINTF(2, 3) static void fail(struct gpu_scene_run *run, const char *format, ...)
{
    va_list arguments;

    if (run->error[0] == '\0') {
        va_start(arguments, format);
        (void)vsnprintf(run->error, sizeof(run->error), format, arguments);
        va_end(arguments);
    }
}

static bool expect(struct gpu_scene_run *run, const char *what, NTSTATUS status)
{
    if (!NT_SUCCESS(status)) {
        fail(run, "%s failed with %s", what, verify_status_name(status));
    }
    return run->error[0] == '\0';
}

static struct cdd *open_desktop(struct gpu_scene_run *run, uint32_t width, uint32_t height)
{
    const struct cdd_config config = {
        .process = run->process, .width = width, .height = height, .rotation = run->rotation
    };
    const struct cdd_scene_options options = { 0 };
    struct cdd_error error = { 0 };
    struct cdd *cdd;

    if (!expect(run, "starting the desktop", cdd_create(run->adapter, &config, &cdd))) {
        return NULL;
    }
    (void)expect(run, "drawing the desktop", scene_desktop(cdd, &options, &error));
    return cdd;
}

/* What is on the screen when everything drawn has arrived there. Returns: 0: it is dark. */
static uint64_t look(struct gpu_scene_run *run)
{
    (void)dxgk_wait_vsync(run->adapter, 2);
    return screen_hash(run->board);
}

/* Pulls a monitor out, or plugs one in, and gives the driver time to find out. Returns: whether it
 * did: by its interrupt, or because it is asked. */
static bool plug(struct gpu_scene_run *run, const uint8_t *edid)
{
    struct machine *machine = dxgk_adapter_machine(run->adapter);
    uint64_t before = dxgk_hot_plug_count(run->adapter);

    if (!run->board->ops->plug(run->board->device, 0, edid, edid == NULL ? 0 : EDID_BLOCK_BYTES)) {
        fail(run, "the board has no output to plug a monitor into");
        return false;
    }
    schedule_sleep_until(machine, machine->clock.now_ns + NOTICE_NS);
    (void)expect(run, "DxgkDdiQueryChildStatus", dxgk_children_poll(run->adapter, true));
    return dxgk_hot_plug_count(run->adapter) > before ||
           dxgk_child_is_connected(run->adapter, 0) == (edid != NULL);
}

/* The desktop is on the screen. */
static void replug(struct gpu_scene_run *run, struct cdd *cdd, const uint8_t *edid)
{
    uint64_t picture = look(run);

    if (!plug(run, NULL)) {
        (void)snprintf(run->note, sizeof(run->note),
                       "the driver never noticed that the monitor was pulled out and another one "
                       "plugged in: DxgkCbIndicateChildStatus was not called");
        (void)plug(run, edid);
        return;
    }
    if (dxgk_source_is_shown(run->adapter, 0)) {
        fail(run, "the desktop is still shown on an output without a monitor");
    }
    if (!plug(run, edid)) {
        fail(run, "the driver noticed that a monitor went, but not that one came");
    }
    if (run->error[0] != '\0') {
        return;
    }
    if (!dxgk_source_is_shown(run->adapter, 0)) {
        (void)snprintf(run->note, sizeof(run->note),
                       "the driver offers no mode for the old desktop on the new monitor");
        return;
    }
    (void)expect(run, "repainting", cdd_repaint(cdd));
    if (look(run) != picture) {
        fail(run, "after the monitor came back the screen shows another picture than before");
    }
    (void)snprintf(run->note, sizeof(run->note),
                   "the desktop left with its monitor and came back with another one");
}

/* Another monitor has another size that suits it best. */
static void redraw(struct gpu_scene_run *run, uint32_t width, uint32_t height)
{
    struct cdd *cdd = open_desktop(run, width, height);

    if (cdd != NULL && run->error[0] == '\0' && run->picture != NULL) {
        run->picture(run->picture_context, cdd);
    }
    cdd_destroy(cdd);
}

void display_scene_hot_plug(struct gpu_scene_run *run)
{
    uint32_t width = run->width == 1024 ? 800 : 1024;
    uint32_t height = run->width == 1024 ? 600 : 768;
    uint8_t edid[EDID_BLOCK_BYTES];
    struct cdd *cdd;

    if (run->board->ops->plug == NULL) {
        fail(run, "no monitor can be plugged into this board: its model has no plug function");
        return;
    }
    edid_make(edid, "second", width, height);
    cdd = open_desktop(run, run->width, run->height);
    if (cdd != NULL && run->error[0] == '\0') {
        replug(run, cdd, edid);
    }
    cdd_destroy(cdd);
    if (run->error[0] == '\0') {
        redraw(run, width, height);
    }
}

static void sleep_and_wake(struct gpu_scene_run *run, struct cdd *cdd, POWER_ACTION action)
{
    uint64_t picture = look(run);

    (void)expect(run, "going to sleep", dxgk_adapter_sleep(run->adapter, action));
    if (dxgk_source_is_shown(run->adapter, 0)) {
        fail(run, "the desktop is still shown while the adapter sleeps");
    }
    (void)expect(run, "waking up", dxgk_adapter_wake(run->adapter));
    if (!dxgk_source_is_shown(run->adapter, 0)) {
        fail(run, "the desktop is not shown after the adapter woke up");
    }
    (void)expect(run, "repainting", cdd_repaint(cdd));
    if (run->error[0] == '\0' && look(run) != picture) {
        fail(run, "after the sleep the screen shows another picture than before");
    }
}

void display_scene_power(struct gpu_scene_run *run)
{
    struct cdd *cdd = open_desktop(run, run->width, run->height);

    if (cdd != NULL && run->error[0] == '\0') {
        sleep_and_wake(run, cdd, PowerActionSleep);
        sleep_and_wake(run, cdd, PowerActionHibernate);
    }
    if (run->error[0] == '\0' && run->picture != NULL) {
        run->picture(run->picture_context, cdd);
    }
    cdd_destroy(cdd);
}
