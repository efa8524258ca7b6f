/* SPDX-License-Identifier: MIT */
#include "machine/decision.h"

/* One point in this many changes processor; rare enough to make progress, often enough to race. */
#define SWITCH_ONE_IN 16u
/* One delivery in this many is put off by a point. */
#define DELAY_ONE_IN 4u

void decision_init(struct decision *decision, enum decision_maker maker, uint64_t seed)
{
    *decision = (struct decision){ .maker = maker, .eager = maker != DECISION_FIXED };
    prng_init(&decision->prng, seed);
}

static uint32_t one_in(struct decision *decision, uint32_t odds, uint32_t count)
{
    if (prng_below(&decision->prng, odds) != 0) {
        return 0;
    }
    return prng_below(&decision->prng, count);
}

uint32_t decision_make(struct decision *decision, enum decision_kind kind, uint32_t count)
{
    decision->made++;
    if (decision->maker == DECISION_FIXED || count < 2) {
        return 0;
    }
    switch (kind) {
    case DECISION_PROCESSOR:
        return one_in(decision, SWITCH_ONE_IN, count);
    case DECISION_DELIVERY:
        return one_in(decision, DELAY_ONE_IN, count);
    case DECISION_RESOURCE:
        return 0; /* refusals are asked for by number, see decision_refuse */
    case DECISION_TARGET:
    case DECISION_ORDER:
    case DECISION_KIND_COUNT:
        break;
    }
    return prng_below(&decision->prng, count);
}

bool decision_refuse(struct decision *decision)
{
    decision->refusable++;
    if (decision->refuse_at == 0 || --decision->refuse_at != 0) {
        return false;
    }
    decision->refused++;
    return true;
}
