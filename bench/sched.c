/* SPDX-License-Identifier: MIT */
/*
 * The scheduler alone, over hardware that finishes at once: queue, pick, submit, report, retire.
 * The peer of the pipelined row is lavapipe's queue, which does not run what it is given either
 * until it is waited for.
 */
#include "bench/bench.h"
#include "bench/vulkan_peer.h"

#include "cdd/cdd.h"
#include "cli/gpu_client.h"
#include "cli/session.h"
#include "devices/softgpu/softgpu_device.h"
#include "dxgk/allocation_private.h"
#include "machine/schedule.h"
#include "sched/sched.h"

#include <math.h>
#include <stdlib.h>

#define MANY 100000u
#define BATCH 512u

struct bench_gpu {
    struct machine *machine;
    struct sched *sched;
    struct sched_context *contexts;
    struct packet *packets; /* one per context, or BATCH of one context */
    uint32_t context_count;
    uint32_t packet_count;
    uint32_t next;
    struct clock_event done; /* the hardware's interrupt */
};

static struct bench_gpu gpu;

static bool prepare_packet(struct packet *packet)
{
    (void)packet;
    return true;
}

static void on_done(struct clock_event *event)
{
    (void)event;
    (void)sched_report_completed(gpu.sched, 0, gpu.sched->nodes[0].last_submitted);
    sched_retire(gpu.sched);
}

static void submit_packet(struct packet *packet)
{
    (void)packet;
    if (!clock_event_is_set(&gpu.done)) {
        clock_event_set(&gpu.machine->clock, &gpu.done, gpu.machine->clock.now_ns + 1000);
    }
}

static void retire_packet(struct packet *packet, enum packet_result result)
{
    (void)packet;
    (void)result;
}

static const struct sched_ops packet_ops = { .prepare = prepare_packet,
                                             .submit = submit_packet,
                                             .retire = retire_packet };

/* Timeouts are looked for, and preemption is weighed at every pick; nothing here is late, and all
 * contexts are equals, so that neither comes to pass. */
static const struct sched_engine_ops engine_ops = { .preempt = NULL };

static bool open_gpu(uint32_t contexts, uint32_t packets)
{
    const struct sched_config config = { .preemption = true, .timeout = timeout_config_default() };

    gpu = (struct bench_gpu){ .context_count = contexts, .packet_count = packets };
    gpu.machine = machine_create(NULL);
    gpu.contexts = calloc(contexts, sizeof(*gpu.contexts));
    gpu.packets = calloc(packets, sizeof(*gpu.packets));
    if (gpu.machine == NULL || gpu.contexts == NULL || gpu.packets == NULL) {
        return false;
    }
    gpu.sched = sched_create(gpu.machine, 1);
    sched_attach(gpu.sched, &engine_ops, NULL, &config);
    gpu.done.fire = on_done;
    for (uint32_t i = 0; i < contexts; i++) {
        sched_context_init(gpu.sched, &gpu.contexts[i], 0, SCHED_CLASS_NORMAL, 0);
    }
    for (uint32_t i = 0; i < packets; i++) {
        gpu.packets[i].ops = &packet_ops;
        gpu.packets[i].context = &gpu.contexts[i % contexts];
    }
    return true;
}

static void finish(void *state)
{
    (void)state;
    sched_wait_idle(gpu.sched);
    for (uint32_t i = 0; i < gpu.context_count; i++) {
        sched_context_fini(&gpu.contexts[i]);
    }
    sched_destroy(gpu.sched);
    machine_destroy(gpu.machine);
    free(gpu.packets);
    free(gpu.contexts);
    vulkan_peer_close();
}

static bool prepare_one(void **state, const char **why)
{
    *state = &gpu;
    *why = "the host is out of memory";
    return open_gpu(1, BATCH);
}

/* As many packets as contexts, so that both rows of the pair touch the same memory: the peer gives
 * all packets to one context, the subject each to its own, and every pick is one of 100,000. */
static bool prepare_many(void **state, const char **why)
{
    *state = &gpu;
    *why = "the host is out of memory";
    return open_gpu(MANY, MANY);
}

static void run_batches(void *state, uint64_t count)
{
    (void)state;
    while (count > 0) {
        for (uint32_t i = 0; i < gpu.packet_count && count > 0; i++, count--) {
            sched_packet_queue(gpu.sched, &gpu.packets[gpu.next]);
            gpu.next = (gpu.next + 1) % gpu.packet_count;
        }
        sched_wait_idle(gpu.sched);
    }
}

static double packet_ns(void *state)
{
    return bench_ns_per_call(run_batches, state);
}

/* A hundred thousand packets, queued first, then run to the last. */
static double spread_ns(void *state, uint32_t contexts)
{
    uint64_t start_ns;

    for (uint32_t i = 0; i < MANY; i++) {
        gpu.packets[i].context = &gpu.contexts[i % contexts];
    }
    start_ns = bench_clock_ns();
    run_batches(state, MANY);
    return (double)(bench_clock_ns() - start_ns) / MANY;
}

static double many_ns(void *state)
{
    return spread_ns(state, MANY);
}

static double one_ns(void *state)
{
    return spread_ns(state, 1);
}

static double packets_per_s(void *state)
{
    return 1e9 / packet_ns(state);
}

static double submits_per_s(void *state)
{
    (void)state;
    return 1e6 / vulkan_peer_submit_us();
}

/* A desktop that draws something 60 times a second, and two contexts that always have work in the
 * background and are preempted for it, on the reference driver and board. */

#define FRAME_NS 16666667u
#define FRAMES 216000u /* an hour */
/* So that a fill takes the board milliseconds, and the host no more than it always does: what is
 * measured is scheduling, not pixels. */
#define BOARD_SLOWNESS 400

struct desktop {
    struct session session;
    struct adapter *adapter;
    struct cdd *cdd;
    struct gpu_client background[2];
};

static struct desktop desktop;

static bool prepare_desktop(void **state, const char **why)
{
    const struct session_config config = { .device = "softgpu" };
    const struct cdd_config screen = { .width = 1280, .height = 720 };
    static char error[512];
    struct adapter_error adapter_error;

    *why = error;
    *state = &desktop;
    desktop = (struct desktop){ 0 };
    if (!session_open(&desktop.session, &config, error, sizeof(error))) {
        return false;
    }

    struct adapter_config adapter = { .driver_path = BENCH_DRIVER, .board = desktop.session.board };

    (void)softgpu_test_control(desktop.session.board->device, SOFTGPU_CONTROL_SLOW, 0,
                               BOARD_SLOWNESS);
    return NT_SUCCESS(dxgk_adapter_create(desktop.session.machine, &adapter, &desktop.adapter,
                                          &adapter_error)) &&
           NT_SUCCESS(cdd_create(desktop.adapter, &screen, &desktop.cdd)) &&
           NT_SUCCESS(
               gpu_client_open(&desktop.background[0], desktop.adapter, "first", 400, 0, -4)) &&
           NT_SUCCESS(
               gpu_client_open(&desktop.background[1], desktop.adapter, "second", 404, 0, -5));
}

static bool keep_busy(struct gpu_client *client)
{
    while (client->context->outstanding < 4) {
        if (!NT_SUCCESS(gpu_client_fill(client, 2))) {
            return false;
        }
    }
    return true;
}

static bool draw_frame(uint32_t frame)
{
    int32_t left = (int32_t)(frame % 1200);
    struct cdd_fill fill = { .dst = cdd_primary(desktop.cdd),
                             .rop = DXGK_GDIROPCF_PATCOPY,
                             .color = 0xFF000000u | frame,
                             .dst_rect = { left, 8, left + 64, 72 } };

    return keep_busy(&desktop.background[0]) && keep_busy(&desktop.background[1]) &&
           NT_SUCCESS(cdd_fill(desktop.cdd, &fill)) && NT_SUCCESS(cdd_finish(desktop.cdd));
}

static double desktop_hour_s(void *state)
{
    struct machine *machine = desktop.session.machine;
    uint64_t start_ns = bench_clock_ns();
    uint64_t next_ns = machine->clock.now_ns;

    (void)state;
    for (uint32_t frame = 0; frame < FRAMES; frame++) {
        if (!draw_frame(frame)) {
            return NAN;
        }
        next_ns += FRAME_NS;
        schedule_sleep_until(machine, next_ns);
    }
    if (desktop.adapter->sched->nodes[0].preemption_count < FRAMES / 2) {
        return NAN; /* the background was not in the way: this would measure nothing */
    }
    return (double)(bench_clock_ns() - start_ns) / 1e9;
}

static void finish_desktop(void *state)
{
    (void)state;
    gpu_client_close(&desktop.background[1]);
    gpu_client_close(&desktop.background[0]);
    cdd_destroy(desktop.cdd);
    dxgk_adapter_destroy(desktop.adapter);
    session_close(&desktop.session);
}

static const struct bench benches[] = {
    { .id = "sched.packet",
      .unit = "ns",
      .peer = "limit",
      .goal = BENCH_AT_MOST,
      .target = 1.0,
      .limit = 400.0,
      .prepare = prepare_one,
      .subject = packet_ns,
      .finish = finish },
    { .id = "sched.contexts_100k",
      .unit = "ns",
      .peer = "packets of one context",
      .goal = BENCH_AT_MOST,
      .target = 1.5,
      .prepare = prepare_many,
      .subject = many_ns,
      .peer_sample = one_ns,
      .finish = finish },
    { .id = "sched.desktop_hour",
      .unit = "s",
      .peer = "limit",
      .goal = BENCH_AT_MOST,
      .target = 1.0,
      .limit = 20.0,
      .prepare = prepare_desktop,
      .subject = desktop_hour_s,
      .finish = finish_desktop },
    { .id = "sched.pipelined",
      .unit = "1/s",
      .peer = "lavapipe queue submits",
      .goal = BENCH_AT_LEAST,
      .target = 8.0,
      .prepare = prepare_one,
      .subject = packets_per_s,
      .peer_sample = submits_per_s,
      .finish = finish },
};

const struct bench_module bench_sched_module = { "sched", benches,
                                                 sizeof(benches) / sizeof(benches[0]) };
