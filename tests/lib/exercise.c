/* SPDX-License-Identifier: MIT */
#include "tests/lib/exercise.h"

#include "cdd/cdd.h"
#include "cli/gpu_client.h"
#include "devices/softgpu/softgpu_device.h"
#include "dxgk/allocation_private.h"
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

static void control(struct adapter *adapter, enum softgpu_control which, int64_t value)
{
    (void)softgpu_test_control(adapter->board->device, which, 0, value);
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
