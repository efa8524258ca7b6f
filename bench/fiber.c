/* SPDX-License-Identifier: MIT */
/* A fiber switch beside the least that any switch of stacks must do. */
#include "bench/bench.h"
#include "bench/fiber_bench.h"

static double machine_switch(void *state)
{
    (void)state;
    return bench_fiber_switch_ns();
}

static double bare_switch(void *state)
{
    (void)state;
    return bench_bare_switch_ns();
}

static const struct bench benches[] = {
    { .id = "fiber.switch",
      .unit = "ns",
      .peer = "bare asm switch",
      .goal = BENCH_AT_MOST,
      .target = 2.0,
      .subject = machine_switch,
      .peer_sample = bare_switch },
};

const struct bench_module bench_fiber_module = { "fiber", benches,
                                                 sizeof(benches) / sizeof(benches[0]) };
