/* SPDX-License-Identifier: MIT */
/*
 * What the checks cost: a DDI through the gate beside the same call with what the simulation alone
 * needs around it (sync level, points, trace, statistics); and the whole of `dxghost verify`.
 */
#include "bench/bench.h"

#include "cli/battery.h"
#include "cli/options.h"
#include "dxgk/adapter_private.h"
#include "dxgk/gate_calls.h"
#include "dxgk/level.h"
#include "machine/fiber.h"
#include "machine/schedule.h"
#include "trace/trace.h"

#include <math.h>
#include <string.h>

#define NS_PER_S 1000000000.0

/* One call. DxgkDdiGetNodeMetadata: the driver does next to nothing in it. */

struct calls {
    struct session session;
    void (*body)(void *adapter, uint64_t count);
    double ns;
};

static struct calls calls;

static void checked_body(void *state, uint64_t count)
{
    struct adapter *adapter = state;
    DXGKARG_GETNODEMETADATA metadata;

    for (; count > 0; count--) {
        (void)gate_GetNodeMetadata(adapter, 0, &metadata);
    }
}

static void unchecked_body(void *state, uint64_t count)
{
    struct adapter *adapter = state;
    struct machine *machine = adapter->machine;
    const struct ddi_info *info = ddi_info(DDI_GetNodeMetadata);
    struct ddi_statistics *statistics = &adapter->dxgk->statistics[DDI_GetNodeMetadata];
    struct fiber *fiber = machine->running;
    DXGKARG_GETNODEMETADATA metadata;
    struct gate_call call = {
        .adapter = adapter, .fiber = fiber, .ddi = DDI_GetNodeMetadata, .level = info->level
    };

    for (; count > 0; count--) {
        level_enter(adapter, &call, info->class);
        trace_emit(machine, TRACE_DDI_ENTER, DDI_GetNodeMetadata, 0, info->level);
        machine_point(machine);
        call.entered_ns = machine->clock.now_ns;
        fiber->ddi = info->name;
        fiber->ddi_since_ns = call.entered_ns;
        fiber->in_driver = true;
        (void)adapter->table.DxgkDdiGetNodeMetadata(adapter->miniport_context, 0, &metadata);
        fiber->in_driver = false;
        fiber->ddi = NULL;
        statistics->count++;
        statistics->virtual_ns += machine->clock.now_ns - call.entered_ns;
        statistics->longest_ns =
            DXGH_MAX(statistics->longest_ns, machine->clock.now_ns - call.entered_ns);
        trace_emit(machine, TRACE_DDI_LEAVE, DDI_GetNodeMetadata, 0, 0);
        level_leave(adapter, &call, info->class);
        machine_point(machine);
    }
}

static void measure(struct adapter *adapter, void *argument)
{
    (void)argument;
    calls.ns = bench_ns_per_call(calls.body, adapter);
}

static void live(void *argument)
{
    struct adapter_error error;

    (void)session_live(&calls.session, BENCH_DRIVER, "bench", measure, argument, &error);
}

/* A machine of its own for each sample: an adapter is up during machine_run only. */
static double call_ns(void (*body)(void *adapter, uint64_t count))
{
    const struct session_config config = { .device = "softgpu" };
    char error[256];

    calls = (struct calls){ .body = body, .ns = NAN };
    if (!session_open(&calls.session, &config, error, sizeof(error))) {
        return NAN;
    }
    if (machine_run(calls.session.machine, live, NULL) != MACHINE_RETURNED) {
        calls.ns = NAN;
    }
    session_close(&calls.session);
    return calls.ns;
}

static double checked_ns(void *state)
{
    (void)state;
    return call_ns(checked_body);
}

static double unchecked_ns(void *state)
{
    (void)state;
    return call_ns(unchecked_body);
}

static double battery_s(void *state)
{
    const struct battery_config config = { .driver = BENCH_DRIVER,
                                           .device = "softgpu",
                                           .processors = OPTIONS_PROCESSORS,
                                           .seed_count = BATTERY_SEEDS };
    uint64_t start_ns = bench_clock_ns();
    struct battery battery;
    double seconds = NAN;

    (void)state;
    if (battery_run(&battery, &config) && battery.finding_count == 0) {
        seconds = (double)(bench_clock_ns() - start_ns) / NS_PER_S;
    }
    battery_fini(&battery);
    return seconds;
}

static const struct bench benches[] = {
    { .id = "verify.call",
      .unit = "ns",
      .peer = "unchecked",
      .goal = BENCH_AT_MOST,
      .target = 2.0,
      .subject = checked_ns,
      .peer_sample = unchecked_ns },
    { .id = "verify.battery",
      .unit = "s",
      .peer = "limit",
      .goal = BENCH_AT_MOST,
      .target = 1.0,
      .limit = 2.0,
      .subject = battery_s },
};

const struct bench_module bench_verify_module = { .name = "verify",
                                                  .benches = benches,
                                                  .count = sizeof(benches) / sizeof(benches[0]) };
