/* SPDX-License-Identifier: MIT */
/*
 * Preparing a packet whose 64 allocations are resident, alone and among a million others: pinning
 * them, writing their addresses to the allocation list, and letting go. The paging below it does
 * nothing: it is never reached.
 */
#include "bench/bench.h"

#include "cli/memory_scene.h"
#include "cli/session.h"
#include "dxgk/allocation_private.h"
#include "vidmm/vidmm.h"

#include <math.h>
#include <stdlib.h>

#define USED 64u
#define OTHERS 1000000u

/* Allocations of one manager, some of which a packet uses. */
struct crowd {
    struct vidmm *vidmm;
    struct vidmm_allocation *allocations;
    uint32_t count;
    struct vidmm_reference references[USED];
    DXGK_ALLOCATIONLIST list[USED]; /* what the driver is told of them */
};

/* The packet's allocations alone, and among many others. */
struct crowds {
    struct machine *machine;
    struct crowd few;
    struct crowd many;
    bool opened;
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

static bool open_crowd(struct machine *machine, struct crowd *crowd)
{
    DXGK_SEGMENTDESCRIPTOR3 descriptor = { .Size = (SIZE_T)(OTHERS + USED) * DXGH_PAGE_SIZE };
    const struct vidmm_request request = {
        .size_bytes = DXGH_PAGE_SIZE, .read_segments = 1, .write_segments = 1, .preferred = { 1 }
    };
    bool done = true;

    crowd->vidmm = vidmm_create(machine, &ops, NULL);
    (void)vidmm_segment_add(crowd->vidmm, &descriptor, NULL);
    for (uint32_t i = 0; i < crowd->count; i++) {
        vidmm_allocation_init(crowd->vidmm, &crowd->allocations[i], &request);
        done &= NT_SUCCESS(vidmm_allocation_commit(&crowd->allocations[i]));
    }
    /* Spread over all of them. */
    for (uint32_t i = 0; i < USED; i++) {
        crowd->references[i].allocation = &crowd->allocations[i * (crowd->count / USED)];
        crowd->references[i].written = i % 2 == 0;
    }
    return done;
}

static void open_both(void *argument)
{
    struct crowds *crowds = argument;

    crowds->opened = open_crowd(crowds->machine, &crowds->few);
    crowds->opened &= open_crowd(crowds->machine, &crowds->many);
}

static void close_crowd(struct crowd *crowd)
{
    for (uint32_t i = 0; i < crowd->count; i++) {
        vidmm_allocation_fini(&crowd->allocations[i]);
    }
    vidmm_destroy(crowd->vidmm);
}

static void close_both(void *argument)
{
    struct crowds *crowds = argument;

    close_crowd(&crowds->few);
    close_crowd(&crowds->many);
}

static void finish(void *state)
{
    struct crowds *crowds = state;

    (void)machine_run(crowds->machine, close_both, crowds);
    machine_destroy(crowds->machine);
    free(crowds->few.allocations);
    free(crowds->many.allocations);
    free(crowds);
}

static void crowd_init(struct crowd *crowd, uint32_t count)
{
    crowd->count = count;
    crowd->allocations = calloc(count, sizeof(*crowd->allocations));
}

static bool prepare(void **state, const char **why)
{
    struct crowds *crowds = calloc(1, sizeof(*crowds));

    *why = "the host is out of memory";
    if (crowds == NULL) {
        return false;
    }
    crowd_init(&crowds->few, USED);
    crowd_init(&crowds->many, OTHERS + USED);
    crowds->machine = machine_create(NULL);
    if (crowds->few.allocations == NULL || crowds->many.allocations == NULL ||
        crowds->machine == NULL) {
        machine_destroy(crowds->machine);
        free(crowds->few.allocations);
        free(crowds->many.allocations);
        free(crowds);
        return false;
    }
    (void)machine_run(crowds->machine, open_both, crowds);
    *state = crowds;
    if (!crowds->opened) {
        finish(crowds);
        return false;
    }
    return true;
}

/* What submission.c does with a packet whose memory is there. */
static void prepare_packets(void *state, uint64_t count)
{
    struct crowd *crowd = state;

    while (count-- > 0) {
        (void)vidmm_prepare(crowd->vidmm, crowd->references, USED);
        for (uint32_t i = 0; i < USED; i++) {
            (void)allocation_list_update(&crowd->list[i], crowd->references[i].allocation);
        }
        vidmm_release(crowd->vidmm, crowd->references, USED);
    }
}

static double few_ns(void *state)
{
    return bench_ns_per_call(prepare_packets, &((struct crowds *)state)->few);
}

static double many_ns(void *state)
{
    return bench_ns_per_call(prepare_packets, &((struct crowds *)state)->many);
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
      .prepare = prepare,
      .subject = few_ns,
      .finish = finish },
    { .id = "vidmm.prepare-million",
      .unit = "ns",
      .peer = "without the others",
      .goal = BENCH_AT_MOST,
      .target = 1.3,
      .prepare = prepare,
      .subject = many_ns,
      .peer_sample = few_ns,
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
