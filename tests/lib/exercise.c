/* SPDX-License-Identifier: MIT */
#include "tests/lib/exercise.h"

#include "cdd/cdd.h"
#include "cdd/region.h"
#include "cdd/surface.h"
#include "cli/gpu_client.h"
#include "devices/softgpu/softgpu_device.h"
#include "dxgk/allocation_private.h"
#include "dxgk/control.h"
#include "dxgk/device.h"
#include "dxgk/escape.h"
#include "dxgk/gate_calls.h"
#include "dxgk/present.h"
#include "dxgk/probe.h"
#include "dxgk/render.h"
#include "dxgk/statistics.h"
#include "machine/schedule.h"
#include "nt/registry.h"
#include "tests/lib/memory_world.h"
#include "tests/lib/client.h"

#include <string.h>

#define SERVICES "\\Registry\\Machine\\System\\CurrentControlSet\\Services\\"
#define SIDE 96

static void draw_surfaces(struct cdd *cdd)
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

        if (!NT_SUCCESS(
                cdd_surface_create(cdd, kinds[i], SIDE, SIDE, D3DDDIFMT_A8R8G8B8, &surface))) {
            continue;
        }
        blt.src = surface;
        (void)cdd_surface_write(surface, all, pixels, SIDE * 4);
        (void)cdd_blt(cdd, &blt);
        (void)cdd_surface_read(surface, all, pixels, SIDE * 4);
        cdd_surface_destroy(surface);
    }
}

/* One command of many rectangles. */
static void draw_stripes(struct adapter *adapter, struct cdd *cdd)
{
    struct region stripes;
    struct cdd_fill fill = { .dst = cdd_primary(cdd),
                             .dst_rect = { 0, 0, 640, 480 },
                             .clip = &stripes,
                             .color = 0xFF406020,
                             .rop = DXGK_GDIROPCF_PATCOPY };

    region_init(&stripes, dxgk_adapter_machine(adapter));
    for (int32_t y = 0; y < 480; y += 8) {
        region_combine_rect(&stripes, rect_make(0, y, 640, y + 4), REGION_UNION);
    }
    (void)cdd_fill(cdd, &fill);
    region_fini(&stripes);
}

void exercise_draw(struct adapter *adapter, void *argument)
{
    struct cdd_config config = { .width = 640, .height = 480 };
    struct cdd *cdd;

    (void)argument;
    if (!NT_SUCCESS(cdd_create(adapter, &config, &cdd))) {
        return;
    }

    struct cdd_fill fill = { .dst = cdd_primary(cdd),
                             .dst_rect = { 0, 0, 640, 480 },
                             .color = 0xFF204060,
                             .rop = DXGK_GDIROPCF_PATCOPY };

    (void)cdd_fill(cdd, &fill);
    (void)cdd_finish(cdd);
    draw_stripes(adapter, cdd);
    draw_surfaces(cdd);
    (void)cdd_finish(cdd);
    (void)dxgk_wait_vsync(adapter, 2);
    cdd_destroy(cdd);
}

/* One operation of each kind, from a texture with a pattern to one with another, cut to two
 * rectangles. Mutations of GDI commands tell operations apart by the number of rectangles: two
 * here, three for A8, four for a surface with a pitch, one for all that reads and writes surfaces.
 */
struct gdi_stage {
    struct cdd *cdd;
    struct cdd_surface *dst;
    struct cdd_surface *src;
    struct region clips[3]; /* of two, three and four rectangles */
};

static void fill_pattern(struct cdd_surface *surface, uint32_t seed)
{
    uint32_t pixels[SIDE * SIDE];
    RECT all = { 0, 0, SIDE, SIDE };

    for (uint32_t i = 0; i < SIDE * SIDE; i++) {
        pixels[i] = (seed + i) * 2654435761u;
    }
    (void)cdd_surface_write(surface, all, pixels, SIDE * surface->bytes_per_pixel);
}

static struct cdd_surface *patterned(struct cdd *cdd, D3DKMDT_GDISURFACETYPE type,
                                     D3DDDIFORMAT format, uint32_t seed)
{
    struct cdd_surface *surface = NULL;

    if (NT_SUCCESS(cdd_surface_create(cdd, type, SIDE, SIDE, format, &surface))) {
        fill_pattern(surface, seed);
    }
    return surface;
}

static void draw_copies(const struct gdi_stage *stage)
{
    RECT where = { 8, 8, 72, 72 };
    struct cdd_fill fill = {
        .dst = stage->dst, .dst_rect = where, .clip = &stage->clips[0], .color = 0x80406020
    };
    struct cdd_blt blt = { .dst = stage->dst,
                           .src = stage->src,
                           .dst_rect = where,
                           .src_x = 3,
                           .src_y = 5,
                           .clip = &stage->clips[0] };

    for (int rop = DXGK_GDIROPCF_PATCOPY; rop <= DXGK_GDIROPCF_PATOR; rop++) {
        fill.rop = (DXGK_GDIROP_COLORFILL)rop;
        (void)cdd_fill(stage->cdd, &fill);
    }
    for (int rop = DXGK_GDIROP_SRCCOPY; rop <= DXGK_GDIROP_SRCOR; rop++) {
        blt.rop = (DXGK_GDIROP_BITBLT)rop;
        (void)cdd_blt(stage->cdd, &blt);
    }
}

static void draw_blends(const struct gdi_stage *stage)
{
    RECT where = { 8, 8, 72, 72 };
    RECT whole = { 4, 4, 68, 68 };
    RECT part = { 4, 4, 44, 36 };
    struct cdd_alpha_blend blend = { .dst = stage->dst,
                                     .src = stage->src,
                                     .dst_rect = where,
                                     .src_rect = whole,
                                     .clip = &stage->clips[0],
                                     .constant_alpha = 100 };
    struct cdd_transparent transparent = { .dst = stage->dst,
                                           .src = stage->src,
                                           .dst_rect = where,
                                           .src_rect = whole,
                                           .clip = &stage->clips[0],
                                           .color = (7u + 20 * SIDE + 20) * 2654435761u,
                                           .honor_alpha = true };
    struct cdd_stretch stretch = { .dst = stage->dst,
                                   .src = stage->src,
                                   .dst_rect = where,
                                   .src_rect = part,
                                   .clip = &stage->clips[0],
                                   .mode = CDD_STRETCH_COLORONCOLOR };
    struct cdd_cleartype text = { .dst = stage->dst,
                                  .alpha = stage->src,
                                  .dst_rect = where,
                                  .clip = &stage->clips[0],
                                  .color = 0xFF30A050,
                                  .gamma_row = CDD_GAMMA_NONE };

    (void)cdd_alpha_blend(stage->cdd, &blend);
    blend.src_rect = part;
    (void)cdd_alpha_blend(stage->cdd, &blend);
    (void)cdd_transparent(stage->cdd, &transparent);
    transparent.src_rect = part;
    (void)cdd_transparent(stage->cdd, &transparent);
    (void)cdd_stretch(stage->cdd, &stretch);
    (void)cdd_cleartype(stage->cdd, &text);
    text.gamma_row = 3;
    (void)cdd_cleartype(stage->cdd, &text);
}

/* Between surfaces with one byte per pixel, and from one whose pitch counts. */
static void draw_special(const struct gdi_stage *stage)
{
    struct cdd_surface *linear =
        patterned(stage->cdd, D3DKMDT_GDISURFACE_EXISTINGSYSMEM, D3DDDIFMT_A8R8G8B8, 11);
    struct cdd_surface *bytes[2] = {
        patterned(stage->cdd, D3DKMDT_GDISURFACE_STAGING, D3DDDIFMT_A8, 13),
        patterned(stage->cdd, D3DKMDT_GDISURFACE_STAGING, D3DDDIFMT_A8, 17),
    };
    struct cdd_blt blt = { .dst = stage->dst,
                           .src = linear,
                           .dst_rect = { 8, 8, 72, 72 },
                           .clip = &stage->clips[2],
                           .rop = DXGK_GDIROP_SRCCOPY };

    if (linear != NULL) {
        (void)cdd_blt(stage->cdd, &blt);
    }
    if (bytes[0] != NULL && bytes[1] != NULL) {
        blt.dst = bytes[0];
        blt.src = bytes[1];
        blt.clip = &stage->clips[1];
        (void)cdd_blt(stage->cdd, &blt);
    }
}

void exercise_gdi(struct adapter *adapter, void *argument)
{
    struct cdd_config config = { .width = 640, .height = 480, .check_pixels = true };
    struct gdi_stage stage = { 0 };

    (void)argument;
    if (!NT_SUCCESS(cdd_create(adapter, &config, &stage.cdd))) {
        return;
    }
    for (int i = 0; i < 3; i++) {
        region_init(&stage.clips[i], adapter->machine);
        for (int32_t strip = 0; strip < i + 2; strip++) {
            region_combine_rect(&stage.clips[i],
                                (RECT){ 10, 10 + 14 * strip, 60 - 7 * strip, 18 + 14 * strip },
                                REGION_UNION);
        }
    }
    stage.dst = patterned(stage.cdd, D3DKMDT_GDISURFACE_TEXTURE, D3DDDIFMT_A8R8G8B8, 3);
    stage.src = patterned(stage.cdd, D3DKMDT_GDISURFACE_TEXTURE, D3DDDIFMT_A8R8G8B8, 7);
    if (stage.dst != NULL && stage.src != NULL) {
        draw_copies(&stage);
        draw_blends(&stage);
        draw_special(&stage);
    }
    for (int i = 0; i < 3; i++) {
        region_fini(&stage.clips[i]);
    }
    cdd_destroy(stage.cdd);
}

/* A user-mode context with a command buffer of its own. */
static void render(struct adapter *adapter)
{
    const uint32_t commands[4] = { 0 };
    const struct render_request request = { .commands = commands, .size_bytes = sizeof(commands) };
    struct device *device;
    struct context *context;

    if (!NT_SUCCESS(dxgk_device_create(adapter, NULL, false, &device))) {
        return;
    }
    if (NT_SUCCESS(dxgk_context_create(device, 0, false, NULL, 0, &context))) {
        (void)dxgk_render(context, &request);
        (void)dxgk_context_wait_idle(context);
        dxgk_context_destroy(context);
    }
    dxgk_device_destroy(device);
}

/* One fill of a surface of a client's. */
static void present(struct adapter *adapter)
{
    struct gpu_client client;
    struct present_request request = { .color = 0xFF102030 };
    DXGK_PRESENTFLAGS flags = { .ColorFill = 1 };

    if (!NT_SUCCESS(gpu_client_open(&client, adapter, "client", 400, 0, 0))) {
        return;
    }
    request.destination =
        (struct render_reference){ .allocation = client.surface, .written = true };
    request.flags = flags.Value;
    (void)dxgk_present(client.context, &request);
    (void)gpu_client_wait(&client);
    gpu_client_close(&client);
}

static void escape(struct adapter *adapter)
{
    struct escape_buffer buffer;
    struct escape_request request = { .buffer = &buffer };

    if (NT_SUCCESS(escape_buffer_init(adapter, &buffer, 24))) {
        (void)dxgk_escape(adapter, &request);
        escape_buffer_fini(adapter, &buffer);
    }
}

void exercise_draw_and_call(struct adapter *adapter, void *argument)
{
    const char *ddi = argument;

    exercise_draw(adapter, NULL);
    if (strcmp(ddi, "Render") == 0) {
        render(adapter);
    } else if (strcmp(ddi, "Present") == 0 || strcmp(ddi, "DescribeAllocation") == 0) {
        present(adapter);
    } else if (strcmp(ddi, "SetPowerState") == 0) {
        (void)gate_SetPowerState(adapter, 0, PowerDeviceD0, PowerActionNone);
        dxgk_probe_power(adapter);
    } else if (strcmp(ddi, "QueryAdapterInfo") == 0) {
        dxgk_probe_queries(adapter);
    } else if (strcmp(ddi, "CollectDbgInfo") == 0) {
        dxgk_probe_debug(adapter);
    } else if (strcmp(ddi, "Escape") == 0) {
        escape(adapter);
    } else if (strcmp(ddi, "InterruptRoutine") == 0) {
        dxgk_probe_interrupt(adapter);
    } else if (strcmp(ddi, "QueryInterface") == 0) {
        dxgk_probe_interface(adapter);
    } else if (strcmp(ddi, "ResetDevice") == 0 || strcmp(ddi, "SystemDisplayEnable") == 0) {
        dxgk_probe_crash_screen(adapter);
    }
}

void exercise_evict(struct adapter *adapter, void *argument)
{
    struct gpu_client client;

    (void)argument;
    if (!NT_SUCCESS(gpu_client_open(&client, adapter, "client", 400, 0, 0))) {
        return;
    }
    for (uint32_t i = 0; i < 3; i++) { /* not resident yet, where it was told, and not any more */
        if (i == 2) {
            (void)allocation_evict(client.surface);
        }
        (void)gpu_client_fill(&client, 1);
        (void)gpu_client_wait(&client);
    }
    gpu_client_close(&client);
}

void exercise_flip(struct adapter *adapter, void *argument)
{
    struct cdd_config config = { .width = 640, .height = 480 };
    struct client client;
    struct cdd *cdd;
    D3DKMT_HANDLE primary;

    (void)argument;
    if (!NT_SUCCESS(cdd_create(adapter, &config, &cdd))) {
        return;
    }
    client_open_context(&client);
    primary = client_primary(&client, 640, 480);
    client_own_source(&client);
    (void)client_flip(&client, primary, D3DDDI_FLIPINTERVAL_ONE);
    client_surface_destroy(&client, primary);
    client_close(&client);
    cdd_destroy(cdd);
}

static void control_node(struct adapter *adapter, enum softgpu_control which, uint32_t node,
                         int64_t value)
{
    (void)softgpu_test_control(adapter->board->device, which, node, value);
}

static void control(struct adapter *adapter, enum softgpu_control which, int64_t value)
{
    control_node(adapter, which, 0, value);
}

static void hang_once(struct adapter *adapter, struct gpu_client *client)
{
    (void)gpu_client_fill(client, 1);
    (void)gpu_client_wait(client);
    control(adapter, SOFTGPU_CONTROL_HANG, 1);
    (void)gpu_client_fill(client, 8);
    (void)gpu_client_wait(client);
    control(adapter, SOFTGPU_CONTROL_HANG, 0);
}

void exercise_lock(struct adapter *adapter, void *argument)
{
    static const struct lock_request linear = { .wait = true, .linear = true };
    struct memory_world world;
    struct opened *opened;
    void *pointer;

    (void)argument;
    memory_world_open(&world, adapter);
    opened = memory_world_add(&world, SG_SURFACE_PRIMARY);
    if (NT_SUCCESS(dxgk_opened_lock_with(opened, &linear, &pointer))) {
        dxgk_opened_unlock(opened);
    }
    memory_world_drop(&world);
}

void exercise_restart(struct adapter *adapter, void *argument)
{
    struct adapter_error error;

    exercise_draw(adapter, argument);
    if (NT_SUCCESS(dxgk_adapter_restart(adapter, &error))) {
        exercise_draw(adapter, argument);
    }
}

void exercise_special(struct adapter *adapter, void *argument)
{
    static const struct lock_request alternate = { .wait = true,
                                                   .linear = true,
                                                   .alternate = true };
    struct memory_world world;
    struct opened *opened;
    void *pointer;

    (void)argument;
    memory_world_open(&world, adapter);
    opened = memory_world_add(&world, SG_SURFACE_PRIMARY);
    if (NT_SUCCESS(dxgk_opened_lock_with(opened, &alternate, &pointer))) {
        (void)dxgk_opened_evict(opened);
        dxgk_opened_unlock(opened);
        (void)dxgk_opened_make_resident(opened);
    }
    memory_world_drop(&world);
}

void exercise_hang(struct adapter *adapter, void *argument)
{
    struct gpu_client client;

    (void)argument;
    if (!NT_SUCCESS(gpu_client_open(&client, adapter, "client", 400, 0, 0))) {
        return;
    }
    hang_once(adapter, &client);
    if (NT_SUCCESS(gpu_client_reopen(&client, 0, 0))) {
        control(adapter, SOFTGPU_CONTROL_IGNORE_RESET, 1);
        hang_once(adapter, &client);
        control(adapter, SOFTGPU_CONTROL_IGNORE_RESET, 0);
    }
    gpu_client_close(&client);
}

void exercise_hang_again(struct adapter *adapter, void *argument)
{
    struct machine *machine = adapter->machine;
    struct gpu_client client;
    struct gpu_client next;

    (void)argument;
    if (!NT_SUCCESS(gpu_client_open(&client, adapter, "client", 400, 0, 0))) {
        return;
    }
    if (NT_SUCCESS(gpu_client_open(&next, adapter, "next", 404, 0, 0))) {
        control(adapter, SOFTGPU_CONTROL_HANG, 1);
        (void)gpu_client_fill(&client, 1);
        (void)gpu_client_fill(&next, 1);
        schedule_sleep_until(machine, machine->clock.now_ns + DXGH_NS_PER_S);
        control(adapter, SOFTGPU_CONTROL_HANG, 1); /* in what goes on after the reset */
        (void)gpu_client_wait(&client);
        (void)gpu_client_wait(&next);
        control(adapter, SOFTGPU_CONTROL_HANG, 0);
        gpu_client_close(&next);
    }
    gpu_client_close(&client);
}

void exercise_hang_adapter_again(struct adapter *adapter, void *argument)
{
    struct gpu_client client;

    (void)argument;
    if (!NT_SUCCESS(gpu_client_open(&client, adapter, "client", 400, 0, 0))) {
        return;
    }
    control(adapter, SOFTGPU_CONTROL_IGNORE_RESET, 1);
    hang_once(adapter, &client);
    if (NT_SUCCESS(gpu_client_reopen(&client, 0, 0))) {
        control(adapter, SOFTGPU_CONTROL_HANG, 1);
        (void)gpu_client_fill(&client, 8);
        (void)gpu_client_wait(&client);
        control(adapter, SOFTGPU_CONTROL_HANG, 0);
    }
    control(adapter, SOFTGPU_CONTROL_IGNORE_RESET, 0);
    gpu_client_close(&client);
}

void exercise_slow(struct adapter *adapter, void *argument)
{
    struct gpu_client client;

    (void)argument;
    if (!NT_SUCCESS(gpu_client_open(&client, adapter, "client", 400, 0, 0))) {
        return;
    }
    (void)gpu_client_fill(&client, 1);
    (void)gpu_client_wait(&client);
    control(adapter, SOFTGPU_CONTROL_SLOW, 1000000);
    (void)gpu_client_fill(&client, 1);
    (void)gpu_client_wait(&client);
    control(adapter, SOFTGPU_CONTROL_SLOW, 1);
    gpu_client_close(&client);
}

void exercise_beside(struct adapter *adapter, void *argument)
{
    struct machine *machine = adapter->machine;
    struct gpu_client client;
    struct gpu_client other;

    (void)argument;
    if (!NT_SUCCESS(gpu_client_open(&client, adapter, "client", 400, 0, 0))) {
        return;
    }
    if (NT_SUCCESS(gpu_client_open(&other, adapter, "other", 404, 1, 0))) {
        control(adapter, SOFTGPU_CONTROL_HANG, 1);
        (void)gpu_client_fill(&client, 1);
        schedule_sleep_until(machine, machine->clock.now_ns + 3500 * DXGH_NS_PER_MS);
        control_node(adapter, SOFTGPU_CONTROL_SLOW, 1, 100000);
        (void)gpu_client_fill(&other, 1);
        (void)gpu_client_wait(&client);
        control(adapter, SOFTGPU_CONTROL_HANG, 0);
        (void)gpu_client_wait(&other);
        control_node(adapter, SOFTGPU_CONTROL_SLOW, 1, 1);
        gpu_client_close(&other);
    }
    gpu_client_close(&client);
}

void exercise_cancel(struct adapter *adapter, void *argument)
{
    struct gpu_client client;

    (void)argument;
    if (!NT_SUCCESS(gpu_client_open(&client, adapter, "client", 400, 0, 0))) {
        return;
    }
    (void)gpu_client_fill(&client, 1);
    (void)gpu_client_wait(&client);
    control(adapter, SOFTGPU_CONTROL_HANG, 1);
    for (uint32_t i = 0; i < 2 * SCHED_HARDWARE_DEPTH; i++) {
        (void)gpu_client_fill(&client, 1);
    }
    (void)gpu_client_wait(&client);
    gpu_client_close(&client);
}

void exercise_race(struct adapter *adapter, void *argument)
{
    struct machine *machine = adapter->machine;
    struct gpu_client low;
    struct gpu_client high;

    (void)argument;
    if (!NT_SUCCESS(gpu_client_open(&low, adapter, "background", 400, 0, -6))) {
        return;
    }
    if (NT_SUCCESS(gpu_client_open(&high, adapter, "urgent", 404, 0, 6))) {
        for (uint64_t at_ns = 0; at_ns < 20 * DXGH_NS_PER_US; at_ns += SCHEDULE_POINT_NS) {
            (void)gpu_client_fill(&low, 1);
            schedule_sleep_until(machine, machine->clock.now_ns + at_ns);
            (void)gpu_client_fill(&high, 1);
            (void)gpu_client_wait(&high);
            (void)gpu_client_wait(&low);
        }
        gpu_client_close(&high);
    }
    gpu_client_close(&low);
}

void exercise_preempt(struct adapter *adapter, void *argument)
{
    struct gpu_client low;
    struct gpu_client high;

    (void)argument;
    if (!NT_SUCCESS(gpu_client_open(&low, adapter, "background", 400, 0, -6))) {
        return;
    }
    if (NT_SUCCESS(gpu_client_open(&high, adapter, "urgent", 404, 0, 6))) {
        (void)gpu_client_fill(&high, 1);
        (void)gpu_client_wait(&high);
        (void)gpu_client_fill(&low, 1);
        (void)gpu_client_wait(&low);
        (void)gpu_client_fill(&low, 32);
        (void)gpu_client_fill(&low, 32);
        for (int i = 0; i < 10000 && adapter->sched->nodes[0].submitted_count < 2; i++) {
            schedule_sleep_until(adapter->machine, adapter->machine->clock.now_ns + DXGH_NS_PER_US);
        }
        (void)gpu_client_fill(&high, 1);
        (void)gpu_client_wait(&high);
        (void)gpu_client_wait(&low);
        gpu_client_close(&high);
    }
    gpu_client_close(&low);
}

void exercise_mutant(struct machine *machine, const char *mutant, uint32_t seed)
{
    static const char *const keys[] = { SERVICES "mutant\\Parameters",
                                        SERVICES "mutant_raw\\Parameters" };

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(keys); i++) {
        nt_registry_set_string(machine, keys[i], "Mutant", mutant);
        nt_registry_set_dword(machine, keys[i], "Seed", seed);
    }
}

bool exercise_is_in(const struct machine *machine, uintptr_t pc, const char *function, char *where,
                    size_t where_bytes)
{
    size_t length = strlen(function);

    verify_symbolize(machine, pc, where, where_bytes);
    if (length == 0) {
        return pc != 0;
    }
    return strncmp(where, function, length) == 0 && (where[length] == ' ' || where[length] == '.');
}
