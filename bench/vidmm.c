/* SPDX-License-Identifier: MIT */
/*
 * Preparing a packet whose 64 allocations are resident, alone and among a million others. The
 * paging below it does nothing: it is never reached.
 */
#include "bench/bench.h"

#include "cli/memory_scene.h"
#include "cli/session.h"
#include "dxgk/adapter.h"
#include "vidmm/vidmm.h"

#include <math.h>
#include <stdlib.h>

#define USED 64u
#define OTHERS 1000000u

struct crowd {
    struct machine *machine;
    struct vidmm *vidmm;
    struct vidmm_allocation *allocations;
    uint32_t count;
    struct vidmm_reference references[USED];
};

static NTSTATUS page(void *context, const struct paging_operation *operation)
{
    (void)context;
    (void)operation;
    return STATUS_SUCCESS;
}

static NTSTATUS flush(void *context)
{
    (void)context;
    return STATUS_SUCCESS;
}

static const struct vidmm_ops ops = { .page = page, .flush = flush };

struct opening {
    struct crowd *crowd;
    bool done;
};

static void open_crowd(void *argument)
{
    struct opening *opening = argument;
    struct crowd *crowd = opening->crowd;
    DXGK_SEGMENTDESCRIPTOR3 descriptor = { .Size = (SIZE_T)(OTHERS + USED) * DXGH_PAGE_SIZE };
    const struct vidmm_request request = {
        .size_bytes = DXGH_PAGE_SIZE, .read_segments = 1, .write_segments = 1, .preferred = { 1 }
    };

    crowd->vidmm = vidmm_create(crowd->machine, &ops, NULL);
    (void)vidmm_segment_add(crowd->vidmm, &descriptor, NULL);
    opening->done = true;
    for (uint32_t i = 0; i < crowd->count; i++) {
        vidmm_allocation_init(crowd->vidmm, &crowd->allocations[i], &request);
        opening->done &= NT_SUCCESS(vidmm_allocation_commit(&crowd->allocations[i]));
    }
    /* Spread over all of them. */
    for (uint32_t i = 0; i < USED; i++) {
        crowd->references[i].allocation = &crowd->allocations[i * (crowd->count / USED)];
        crowd->references[i].written = i % 2 == 0;
    }
}

static void close_crowd(void *argument)
{
    struct crowd *crowd = argument;

    for (uint32_t i = 0; i < crowd->count; i++) {
        vidmm_allocation_fini(&crowd->allocations[i]);
    }
    vidmm_destroy(crowd->vidmm);
}

static void finish(void *state)
{
    struct crowd *crowd = state;

    (void)machine_run(crowd->machine, close_crowd, crowd);
    machine_destroy(crowd->machine);
    free(crowd->allocations);
    free(crowd);
}

static bool prepare_count(void **state, const char **why, uint32_t count)
{
    struct crowd *crowd = calloc(1, sizeof(*crowd));
    struct opening opening = { .crowd = crowd };

    *why = "the host is out of memory";
    if (crowd == NULL) {
        return false;
    }
    crowd->count = count;
    crowd->allocations = calloc(count, sizeof(*crowd->allocations));
    crowd->machine = machine_create(NULL);
    if (crowd->allocations == NULL || crowd->machine == NULL) {
        free(crowd->allocations);
        free(crowd);
        return false;
    }
    (void)machine_run(crowd->machine, open_crowd, &opening);
    *state = crowd;
    if (!opening.done) {
        finish(crowd);
        return false;
    }
    return true;
}

static bool prepare_few(void **state, const char **why)
{
    return prepare_count(state, why, USED);
}

static bool prepare_many(void **state, const char **why)
{
    return prepare_count(state, why, OTHERS + USED);
}

static void prepare_packets(void *state, uint64_t count)
{
    struct crowd *crowd = state;

    while (count-- > 0) {
        (void)vidmm_prepare(crowd->vidmm, crowd->references, USED);
        vidmm_release(crowd->vidmm, crowd->references, USED);
    }
}

static double packet_ns(void *state)
{
    return bench_ns_per_call(prepare_packets, state);
}

/* Paging and drawing at once, in virtual time: the scene `overlap`, over what both engines worked
 * added up. 1 would be one after the other. */

struct overlap {
    struct session session;
    struct gpu_scene_run scene;
    bool done;
};

static void run_overlap(void *argument)
{
    struct overlap *overlap = argument;
    struct adapter_config config = { .driver_path = BENCH_DRIVER, .board = overlap->session.board };
    struct adapter_error error;

    overlap->scene = (struct gpu_scene_run){ .board = overlap->session.board };
    if (!NT_SUCCESS(dxgk_adapter_create(overlap->session.machine, &config, &overlap->scene.adapter,
                                        &error))) {
        return;
    }
    memory_scene_overlap(&overlap->scene);
    overlap->done = overlap->scene.error[0] == '\0';
    dxgk_adapter_destroy(overlap->scene.adapter);
}

static double overlap_share(void *state)
{
    const struct session_config config = { .device = "softgpu", .device_options = "vram=8M" };
    static struct overlap overlap;
    char error[512];

    (void)state;
    overlap = (struct overlap){ .done = false };
    if (!session_open(&overlap.session, &config, error, sizeof(error))) {
        return NAN;
    }
    (void)machine_run(overlap.session.machine, run_overlap, &overlap);
    session_close(&overlap.session);
    return overlap.done ? (double)overlap.scene.makespan_ns / (double)overlap.scene.busy_ns : NAN;
}

static const struct bench benches[] = {
    { .id = "vidmm.prepare",
      .unit = "ns",
      .peer = "limit",
      .goal = BENCH_AT_MOST,
      .target = 1.0,
      .limit = 2000.0,
      .prepare = prepare_few,
      .subject = packet_ns,
      .finish = finish },
    { .id = "vidmm.prepare-million",
      .unit = "ns",
      .peer = "limit",
      .goal = BENCH_AT_MOST,
      .target = 1.0,
      .limit = 2000.0,
      .prepare = prepare_many,
      .subject = packet_ns,
      .finish = finish },
    { .id = "vidmm.overlap",
      .unit = "of sum",
      .peer = "limit",
      .goal = BENCH_AT_MOST,
      .target = 1.0,
      .limit = 0.9,
      .subject = overlap_share },
};

const struct bench_module bench_vidmm_module = { "vidmm", benches,
                                                 sizeof(benches) / sizeof(benches[0]) };
