/* SPDX-License-Identifier: MIT */
/*
 * The kernel as a client meets it: bring-up and teardown of an adapter, the gate's share of a call
 * into the driver, and one small fill from the CDD call to its retired fence.
 */
#include "bench/bench.h"
#include "bench/vulkan_peer.h"

#include "cdd/cdd.h"
#include "cli/session.h"
#include "dxgk/adapter.h"
#include "dxgk/gate.h"

#include <math.h>
#include <stdio.h>

#define SCREEN_WIDTH 1920
#define SCREEN_HEIGHT 1080
#define FILL_SIZE 16
#define NS_PER_US 1000.0
#define NS_PER_MS 1000000.0

struct kernel {
    struct session session;
    struct adapter *adapter;
    struct cdd *cdd;
    bool broken;
};

static char start_error[512];

static void stop(struct kernel *kernel)
{
    cdd_destroy(kernel->cdd);
    dxgk_adapter_destroy(kernel->adapter);
    session_close(&kernel->session);
    *kernel = (struct kernel){ 0 };
}

/* A machine and the reference driver on it, started. */
static bool start_adapter(struct kernel *kernel)
{
    const struct session_config config = { .device = "softgpu" };
    struct adapter_error error;

    *kernel = (struct kernel){ 0 };
    if (!session_open(&kernel->session, &config, start_error, sizeof(start_error))) {
        return false;
    }

    struct adapter_config adapter = { .driver_path = BENCH_DRIVER, .board = kernel->session.board };

    if (!NT_SUCCESS(
            dxgk_adapter_create(kernel->session.machine, &adapter, &kernel->adapter, &error))) {
        (void)snprintf(start_error, sizeof(start_error), "%s", error.text);
        stop(kernel);
        return false;
    }
    return true;
}

/* And a screen to draw on, as `dxghost run` has it. */
static bool start(struct kernel *kernel)
{
    const struct cdd_config screen = { .width = SCREEN_WIDTH, .height = SCREEN_HEIGHT };

    if (!start_adapter(kernel)) {
        return false;
    }
    if (!NT_SUCCESS(cdd_create(kernel->adapter, &screen, &kernel->cdd))) {
        (void)snprintf(start_error, sizeof(start_error), "the screen could not be switched on");
        stop(kernel);
        return false;
    }
    return true;
}

static struct kernel shared; /* of the benchmarks that measure a started kernel */

static bool prepare(void **state, const char **why)
{
    if (!start(&shared)) {
        *why = start_error;
        return false;
    }
    *state = &shared;
    return true;
}

static void finish(void *state)
{
    stop(state);
    vulkan_peer_close();
}

static double bring_up_ms(void *state)
{
    struct kernel kernel;
    uint64_t start_ns = bench_clock_ns();

    (void)state;
    if (!start_adapter(&kernel)) {
        return NAN;
    }
    stop(&kernel);
    return (double)(bench_clock_ns() - start_ns) / NS_PER_MS;
}

static double screen_ms(void *state)
{
    struct kernel kernel;
    uint64_t start_ns = bench_clock_ns();

    (void)state;
    if (!start(&kernel)) {
        return NAN;
    }
    stop(&kernel);
    return (double)(bench_clock_ns() - start_ns) / NS_PER_MS;
}

static void fill_body(void *state, uint64_t count)
{
    struct kernel *kernel = state;
    struct cdd_fill fill = { .dst = cdd_primary(kernel->cdd), .rop = DXGK_GDIROPCF_PATCOPY };

    for (; count > 0; count--) {
        int32_t left = (int32_t)(count % (SCREEN_WIDTH - FILL_SIZE));

        fill.dst_rect = (RECT){ left, FILL_SIZE, left + FILL_SIZE, 2 * FILL_SIZE };
        fill.color = 0xFF000000u | (uint32_t)count;
        if (!NT_SUCCESS(cdd_fill(kernel->cdd, &fill)) || !NT_SUCCESS(cdd_finish(kernel->cdd))) {
            kernel->broken = true;
            return;
        }
    }
}

static double fill_us(void *state)
{
    struct kernel *kernel = state;
    double ns = bench_ns_per_call(fill_body, kernel);

    return kernel->broken ? NAN : ns / NS_PER_US;
}

static double lavapipe_us(void *state)
{
    (void)state;
    return vulkan_peer_submit_us();
}

/* What the gate does before and after the driver's function, without the function. */
static void gate_pair(struct kernel *kernel, enum ddi ddi, uint64_t count)
{
    struct gate_call call;

    for (; count > 0; count--) {
        gate_enter(&call, kernel->adapter, ddi);
        gate_leave_status(&call, STATUS_SUCCESS);
    }
}

static void render_km_body(void *state, uint64_t count)
{
    gate_pair(state, DDI_RenderKm, count);
}

static void patch_body(void *state, uint64_t count)
{
    gate_pair(state, DDI_Patch, count);
}

static void submit_body(void *state, uint64_t count)
{
    gate_pair(state, DDI_SubmitCommand, count);
}

static double render_km_ns(void *state)
{
    return bench_ns_per_call(render_km_body, state);
}

static double patch_ns(void *state)
{
    return bench_ns_per_call(patch_body, state);
}

static double submit_ns(void *state)
{
    return bench_ns_per_call(submit_body, state);
}

#define GATE_ROW(name, function)                                                                   \
    {                                                                                              \
        .id = "gate." name, .unit = "ns", .peer = "limit", .goal = BENCH_AT_MOST, .target = 1.0,   \
        .limit = 100.0, .prepare = prepare, .subject = (function), .finish = finish,               \
    }

static const struct bench benches[] = {
    { .id = "adapter.start_stop",
      .unit = "ms",
      .peer = "limit",
      .goal = BENCH_AT_MOST,
      .target = 1.0,
      .limit = 5.0,
      .subject = bring_up_ms },
    { .id = "screen.start_stop",
      .unit = "ms",
      .peer = "-",
      .goal = BENCH_SHOWN,
      .subject = screen_ms },
    { .id = "fill.to_fence",
      .unit = "us",
      .peer = "lavapipe empty submit",
      .goal = BENCH_AT_MOST,
      .target = 0.2,
      .prepare = prepare,
      .subject = fill_us,
      .peer_sample = lavapipe_us,
      .finish = finish },
    GATE_ROW("render_km", render_km_ns),
    GATE_ROW("patch", patch_ns),
    GATE_ROW("submit_command", submit_ns),
};

const struct bench_module bench_kernel_module = { "kernel", benches,
                                                  sizeof(benches) / sizeof(benches[0]) };
