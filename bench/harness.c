/* SPDX-License-Identifier: MIT */
#include "bench/bench.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>

/* Of several batches the quietest counts: other programs can only make one slower. */
#define BATCH_NS 1000000u
#define BATCHES 4u
#define ROUNDS_MAX 101u

static const char *peer_note;

void bench_note_peer(const char *why)
{
    peer_note = why;
}

uint64_t bench_clock_ns(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

static uint64_t batch_ns(void (*body)(void *state, uint64_t count), void *state, uint64_t count)
{
    uint64_t start = bench_clock_ns();

    body(state, count);
    return bench_clock_ns() - start;
}

/* The count grows until no batch of so many takes less: one that another program held up would stop
 * it too early, and then the cost of beginning a batch would be counted as the calls'. */
double bench_ns_per_call(void (*body)(void *state, uint64_t count), void *state)
{
    uint64_t count = 1;
    uint64_t least = 0;

    while (least < BATCH_NS) {
        count *= 2;
        least = batch_ns(body, state, count);
        for (unsigned i = 1; i < BATCHES && least >= BATCH_NS; i++) {
            uint64_t taken = batch_ns(body, state, count);

            least = taken < least ? taken : least;
        }
    }
    return (double)least / (double)count;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;

    return (x > y) - (x < y);
}

double bench_median(double *samples, size_t count)
{
    qsort(samples, count, sizeof(*samples), compare);
    return count % 2 == 1 ? samples[count / 2] : (samples[count / 2 - 1] + samples[count / 2]) / 2;
}

/* Subject and peer in turns. Returns: false when a sample of the subject broke. */
static bool take_samples(const struct bench *bench, void *state, unsigned rounds, double *value,
                         double *peer_value)
{
    double subject[ROUNDS_MAX];
    double peer[ROUNDS_MAX];

    *peer_value = bench->peer_sample == NULL && bench->limit > 0 ? bench->limit : NAN;
    /* One round that does not count fills the caches and wakes the processor's clock. */
    for (unsigned round = 0; round <= rounds; round++) {
        unsigned slot = round == 0 ? 0 : round - 1;

        subject[slot] = bench->subject(state);
        if (isnan(subject[slot])) {
            return false;
        }
        if (bench->peer_sample != NULL) {
            peer[slot] = bench->peer_sample(state);
        }
    }
    if (bench->peer_sample != NULL && !isnan(peer[rounds - 1])) {
        *peer_value = bench_median(peer, rounds);
    }
    *value = bench_median(subject, rounds);
    return true;
}

static enum bench_verdict judge(const struct bench *bench, double ratio)
{
    if (bench->goal == BENCH_SHOWN) {
        return BENCH_OK;
    }
    if (isnan(ratio)) {
        return BENCH_NO_PEER;
    }
    switch (bench->goal) {
    case BENCH_AT_MOST:
        return ratio <= bench->target ? BENCH_OK : BENCH_MISSED;
    case BENCH_AT_LEAST:
        return ratio >= bench->target ? BENCH_OK : BENCH_MISSED;
    default:
        return BENCH_OK;
    }
}

struct bench_result bench_run(const struct bench *bench, unsigned rounds)
{
    struct bench_result result = {
        .bench = bench, .verdict = BENCH_SKIPPED, .value = NAN, .peer_value = NAN, .ratio = NAN
    };
    void *state = NULL;

    rounds = rounds < 1 ? 1 : rounds > ROUNDS_MAX ? ROUNDS_MAX : rounds;
    if (bench->prepare != NULL && !bench->prepare(&state, &result.note)) {
        return result;
    }

    peer_note = NULL;
    if (take_samples(bench, state, rounds, &result.value, &result.peer_value)) {
        result.ratio = result.value / result.peer_value;
        result.verdict = judge(bench, result.ratio);
        result.note = isnan(result.peer_value) ? peer_note : NULL;
    } else {
        result.verdict = BENCH_BROKEN;
        result.note = "a sample failed";
    }
    if (bench->finish != NULL) {
        bench->finish(state);
    }
    return result;
}
