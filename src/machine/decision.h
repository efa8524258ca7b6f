/* SPDX-License-Identifier: MIT */
/*
 * The decision source: the only non-determinism of a run.
 *
 * Wherever more than one thing may happen next, the machine asks for a number in [0, count).
 * Zero is always the ordinary course. A maker that answers the same numbers to the same questions
 * repeats the run exactly.
 */
#ifndef MACHINE_DECISION_H
#define MACHINE_DECISION_H

#include "base/base.h"
#include "base/prng.h"

enum decision_maker {
    DECISION_FIXED,  /* run to completion, deliver at once */
    DECISION_RANDOM, /* a seeded stream */
};

enum decision_kind {
    DECISION_PROCESSOR, /* which runnable processor goes on; 0: the active one */
    DECISION_DELIVERY,  /* 0: deliver the interrupt now, 1: at a later point */
    DECISION_TARGET,    /* which eligible processor takes an interrupt */
    DECISION_RESOURCE,  /* 0: grant the allocation, 1: refuse it (only while faults are enabled) */
    DECISION_ORDER,     /* order of two steps the documents leave open (upper layers) */
    DECISION_KIND_COUNT,
};

struct decision {
    enum decision_maker maker;
    bool eager; /* the maker wants to be asked at every point */
    struct prng prng;
    uint64_t made; /* decisions asked for so far */
    /* Fault injection: the n-th refusable request from now is refused; 0: none is. */
    uint64_t refuse_at; /* counts down */
    uint64_t refusable; /* requests seen so far */
    uint64_t refused;   /* requests refused so far */
};

void decision_init(struct decision *decision, enum decision_maker maker, uint64_t seed);

/**
 * decision_make - choose one of count courses
 * Returns: a number below count; 0 is the ordinary course.
 */
uint32_t decision_make(struct decision *decision, enum decision_kind kind, uint32_t count);

/**
 * decision_refuse - whether this request for a resource shall fail
 * Call it once for every allocation that Windows documents as able to fail.
 */
bool decision_refuse(struct decision *decision);

#endif /* MACHINE_DECISION_H */
