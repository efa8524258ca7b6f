/* SPDX-License-Identifier: MIT */
/*
 * Benchmarks: each measures one thing of ours and, in the same run, the peer it is judged by.
 *
 * Absolute times differ between machines, so what counts is the ratio. Subject and peer take turns
 * for several rounds and the medians are compared; a disturbance of the host meets both.
 */
#ifndef BENCH_BENCH_H
#define BENCH_BENCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

enum bench_goal {
    BENCH_AT_MOST,  /* ratio <= target */
    BENCH_AT_LEAST, /* ratio >= target */
    BENCH_SHOWN,    /* no target: a number people want to see */
};

/* One row. All members are constant. */
struct bench {
    const char *id;   /* "fiber.switch" */
    const char *unit; /* of the samples: "ns", "Mpix/s", ... */
    const char *peer; /* what it is measured beside, or "limit" */
    enum bench_goal goal;
    double target; /* of value / peer value */
    double limit;  /* stands in for the peer's sample when peer_sample is NULL; in unit */

    /**
     * prepare - make what the samples need; may be NULL
     * @state: receives what the other functions are passed; NULL at first
     * @why: receives the reason on failure; static text
     * Returns: false when this cannot be measured here.
     */
    bool (*prepare)(void **state, const char **why);
    /** subject - take one sample, in unit. Returns: NAN when it broke. */
    double (*subject)(void *state);
    /** peer_sample - take one sample of the peer. Returns: NAN when the peer is not there. */
    double (*peer_sample)(void *state);
    /** finish - free what prepare made; may be NULL. Not called when prepare failed. */
    void (*finish)(void *state);
};

struct bench_module {
    const char *name;
    const struct bench *benches;
    size_t count;
};

enum bench_verdict {
    BENCH_OK,
    BENCH_MISSED,
    BENCH_NO_PEER, /* the value stands alone */
    BENCH_SKIPPED, /* prepare said why */
    BENCH_BROKEN,  /* a sample failed: something is wrong with dxghost */
};

struct bench_result {
    const struct bench *bench;
    enum bench_verdict verdict;
    double value;      /* NAN when there is none */
    double peer_value; /* likewise */
    double ratio;      /* likewise */
    const char *note;  /* why there is no value or no peer; NULL when there is */
};

/** bench_run - prepare, measure in turns, finish. Never fails: the verdict tells. */
struct bench_result bench_run(const struct bench *bench, unsigned rounds);

/** bench_note_peer - say why a peer is not there, before its sample returns NAN; static text */
void bench_note_peer(const char *why);

/** bench_median - the middle of the samples, which it sorts; count > 0 */
double bench_median(double *samples, size_t count);

/** bench_clock_ns - host time, for intervals */
uint64_t bench_clock_ns(void);

/**
 * bench_ns_per_call - the time of one operation, from the quietest of a few batches
 * @body: performs `count` operations
 */
double bench_ns_per_call(void (*body)(void *state, uint64_t count), void *state);

/** bench_table_print - the results as a table for people */
void bench_table_print(FILE *file, const struct bench_result *results, size_t count, bool colour);
/** bench_json_write - the same as a list of objects. Returns: false when the file is not written.
 */
bool bench_json_write(const char *path, const struct bench_result *results, size_t count);

extern const struct bench_module bench_memory_module;
extern const struct bench_module bench_fiber_module;
extern const struct bench_module bench_event_queue_module;
extern const struct bench_module bench_sched_module;
extern const struct bench_module bench_segment_module;
extern const struct bench_module bench_vidmm_module;
extern const struct bench_module bench_raster_module;
extern const struct bench_module bench_kernel_module;
extern const struct bench_module bench_kmt_module;
extern const struct bench_module bench_driver_module;
extern const struct bench_module bench_verify_module;

#endif /* BENCH_BENCH_H */
