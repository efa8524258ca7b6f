/* SPDX-License-Identifier: MIT */
#include "dxgk/tdr.h"

#include "machine/debugger.h"
#include "machine/fiber.h"
#include "machine/heap.h"
#include "nt/registry.h"
#include "object/process.h"
#include "verify/names.h"

static uint32_t read_value(struct machine *machine, const char *name, uint32_t otherwise)
{
    uint32_t value;

    return nt_registry_get_dword(machine, TDR_REGISTRY_KEY, name, &value) ? value : otherwise;
}

/* Choice: no time at all would make everything overdue, and is taken as if nothing was said. */
static uint64_t read_seconds(struct machine *machine, const char *name, uint32_t otherwise)
{
    uint32_t value = read_value(machine, name, otherwise);

    if (value == 0) {
        verify_unimplemented(machine, "%s 0: %u s are used", name, otherwise);
        value = otherwise;
    }
    return value * DXGH_NS_PER_S;
}

/* Source: display/tdr-registry-keys.md */
struct timeout_config tdr_config_read(struct machine *machine)
{
    struct timeout_config config = timeout_config_default();
    uint32_t level = read_value(machine, "TdrLevel", TIMEOUT_RECOVER);
    uint32_t debug = read_value(machine, "TdrDebugMode", TIMEOUT_DEBUG_RECOVER);

    if (level == TIMEOUT_RECOVER_VGA) {
        verify_unimplemented(machine, "TdrLevel 2 (recover to VGA): recovered as with 3");
    }
    if (level > TIMEOUT_RECOVER || debug > TIMEOUT_DEBUG_ALWAYS) {
        verify_unimplemented(machine,
                             "TdrLevel %u, TdrDebugMode %u: no such value; the default "
                             "is used",
                             level, debug);
    }
    config.level = level <= TIMEOUT_RECOVER ? (enum timeout_level)level : TIMEOUT_RECOVER;
    config.debug =
        debug <= TIMEOUT_DEBUG_ALWAYS ? (enum timeout_debug)debug : TIMEOUT_DEBUG_RECOVER;
    config.delay_ns = read_seconds(machine, "TdrDelay", 2);
    config.ddi_delay_ns = read_seconds(machine, "TdrDdiDelay", 5);
    config.limit_count = DXGH_MIN(read_value(machine, "TdrLimitCount", 5), TIMEOUT_LIMIT_MAX);
    config.limit_time_ns = read_value(machine, "TdrLimitTime", 60) * DXGH_NS_PER_S;
    config.test_mode = read_value(machine, "TdrTestMode", 0) == 1;
    return config;
}

uint64_t tdr_driver_pointer(const struct adapter *adapter)
{
    return (uintptr_t)adapter->table.DxgkDdiResetFromTimeout;
}

static void flush_dpcs(void *context)
{
    (void)context;
    KeFlushQueuedDpcs();
}

/* The debug report comes before anything is reset. Source:
 * display/timeout-detection-and-recovery.md */
static void collect(void *context, uint32_t node, enum sched_timeout reason)
{
    struct adapter *adapter = context;
    const struct sched_node *state = &adapter->sched->nodes[node];

    adapter->tdr->node = node;
    debug_info_collect(adapter, (uint32_t)reason);
    (void)dump_take_live(
        adapter, (uint32_t)reason, tdr_context(adapter), tdr_driver_pointer(adapter),
        adapter->tdr->debug_info.bucketing_key, node,
        "Node %u did not answer within TdrDelay: fence %u was submitted, fence %u was the "
        "last one reported. %s",
        node, state->last_submitted, state->last_reported,
        reason == SCHED_TIMEOUT_ENGINE ? "This engine is reset."
        : adapter->sched->promoted     ? "The engine could not be reset alone (TdrReason 9: engine "
                                         "timeout promoted to adapter reset): the adapter is reset."
                                       : "The adapter is reset.");
    trace_emit(adapter->machine, TRACE_LIVE_DUMP, (uint64_t)reason, node, 0);
}

static bool is_high(const struct fiber *fiber)
{
    return fiber->is_interrupt ||
           (fiber->processor != NULL && fiber->processor->irql >= IRQL_DISPATCH);
}

/* Whose DDI has not come back: an interrupt or DPC routine, which keeps its processor from all
 * else; the thread that is known to be stuck; or the one that is inside for the longest time.
 * NULL: none has begun. */
static const struct fiber *find_inside(const struct adapter *adapter, const struct fiber *stuck)
{
    const struct fiber *thread = stuck != NULL && stuck->ddi != NULL ? stuck : NULL;

    LIST_FOR_EACH(link, &adapter->machine->fibers) {
        const struct fiber *fiber = LIST_ENTRY_OF(link, struct fiber, machine_link);

        if (fiber->ddi != NULL && fiber->is_interrupt) {
            return fiber;
        }
        if (fiber->ddi != NULL &&
            (thread == NULL || (thread != stuck && fiber->ddi_since_ns < thread->ddi_since_ns))) {
            thread = fiber;
        }
    }
    return thread;
}

/* @stuck: who is known to be inside; NULL: whoever is */
static DXGH_NORETURN void stop_for_stuck(struct adapter *adapter, uint32_t node,
                                         const struct fiber *stuck)
{
    const struct fiber *fiber = find_inside(adapter, stuck);
    const char *inside = fiber != NULL ? fiber->ddi : "A thread inside the driver";
    uint64_t limit_ns = adapter->sched->config.timeout.ddi_delay_ns;

    /* Choice: at DISPATCH_LEVEL Windows' own watchdog would come first. */
    if (fiber != NULL && is_high(fiber)) {
        adapter_bugcheck(
            adapter, DUMP_DPC_WATCHDOG_VIOLATION, !fiber->is_interrupt, limit_ns, 0, 0,
            "%s has not returned within %llu s, at DISPATCH_LEVEL or above. Put the request where "
            "the hardware will find it and return; never wait for the hardware there.",
            inside, (unsigned long long)(limit_ns / DXGH_NS_PER_S));
    }
    adapter_bugcheck(
        adapter, DUMP_VIDEO_TDR_FAILURE, tdr_context(adapter), tdr_driver_pointer(adapter),
        (uint32_t)STATUS_IO_TIMEOUT, node,
        "%s has not returned within TdrDdiDelay (%llu s), so that a timeout could not be dealt "
        "with. Every thread must leave the driver in that time: wait for hardware with a limit.",
        inside, (unsigned long long)(limit_ns / DXGH_NS_PER_S));
}

/* Source: debugger/bug-check-0x116---video-tdr-failure.md */
static void stop(void *context, uint32_t node, enum sched_stop why, const struct fiber *stuck)
{
    struct adapter *adapter = context;
    NTSTATUS status = why == SCHED_STOP_TOO_MANY ? STATUS_INSUFFICIENT_RESOURCES : 0;

    if (why == SCHED_STOP_STUCK) {
        stop_for_stuck(adapter, node, stuck);
    }
    if (why == SCHED_STOP_WANTED) { /* else it was asked before the recovery */
        debug_info_collect(adapter, DUMP_VIDEO_TDR_FAILURE);
    }
    adapter_bugcheck(adapter, DUMP_VIDEO_TDR_FAILURE, tdr_context(adapter),
                     tdr_driver_pointer(adapter), (uint32_t)status, node,
                     "The display driver was not recovered from a timeout of node %u: %s.", node,
                     why == SCHED_STOP_TOO_MANY
                         ? "more than TdrLimitCount timeouts happened within TdrLimitTime"
                         : "TdrLevel is 1, and so a timeout stops the system");
}

/* Source: display/tdr-registry-keys.md. Choice: without a debugger recovery goes on. */
static void break_in(void *context, uint32_t node)
{
    struct adapter *adapter = context;

    if (!debugger_break()) {
        verify_unimplemented(adapter->machine,
                             "TdrDebugMode 0: a break before the recovery of node %u, since no "
                             "debugger is attached (run this under gdb)",
                             node);
    }
}

static void on_overstay(struct clock_event *event)
{
    struct tdr *tdr = DXGH_CONTAINER_OF(event, struct tdr, overstay);

    stop_for_stuck(tdr->adapter, tdr->node, tdr->adapter->sched->supervisor);
}

void tdr_call_begin(struct adapter *adapter)
{
    const struct timeout_config *config = &adapter->sched->config.timeout;
    struct clock *clock = &adapter->machine->clock;

    if (config->level != TIMEOUT_OFF && config->debug != TIMEOUT_DEBUG_IGNORE) {
        clock_event_set(clock, &adapter->tdr->overstay, clock->now_ns + config->ddi_delay_ns);
    }
}

void tdr_call_end(struct adapter *adapter)
{
    (void)clock_event_cancel(&adapter->machine->clock, &adapter->tdr->overstay);
}

static const struct sched_engine_ops engine_ops = {
    .preempt = tdr_preempt,
    .unanswered = tdr_unanswered,
    .query_fence = tdr_query_fence,
    .flush_dpcs = flush_dpcs,
    .collect = collect,
    .stop = stop,
    .break_in = break_in,
    .dependents = tdr_dependents,
    .engine_status = tdr_engine_status,
    .reset_engine = tdr_reset_engine,
    .bad_aborted = tdr_bad_aborted,
    .lose_owners = tdr_lose_owners,
    .lose = tdr_lose,
    .drain = tdr_drain,
    .reset = tdr_reset,
    .lose_all = tdr_lose_all,
    .clean_up = tdr_clean_up,
    .restart = tdr_restart,
    .restarted = tdr_restarted,
};

static bool has_engine_reset(const struct adapter *adapter)
{
    const struct driver_table *table = &adapter->table;

    return adapter->caps.SupportPerEngineTDR && table->DxgkDdiResetEngine != NULL &&
           table->DxgkDdiQueryDependentEngineGroup != NULL &&
           table->DxgkDdiQueryEngineStatus != NULL;
}

void tdr_attach(struct adapter *adapter)
{
    struct tdr *tdr = MACHINE_NEW(adapter->machine, struct tdr);
    struct sched_config config = {
        .preemption = adapter->caps.SchedulingCaps.PreemptionAware,
        .timeout = tdr_config_read(adapter->machine),
    };

    tdr->adapter = adapter;
    tdr->overstay.fire = on_overstay;
    list_init(&tdr->offenders);
    adapter->tdr = tdr;
    tdr->engine_ops = engine_ops;
    if (!has_engine_reset(adapter)) {
        tdr->engine_ops.reset_engine = NULL;
    }
    sched_attach(adapter->sched, &tdr->engine_ops, adapter, &config);
}

void tdr_destroy(struct adapter *adapter)
{
    struct list *link;

    if (adapter->tdr == NULL) {
        return;
    }
    while ((link = list_pop_front(&adapter->tdr->offenders)) != NULL) {
        machine_heap_free(adapter->machine, LIST_ENTRY_OF(link, struct tdr_offender, link));
    }
    machine_heap_free(adapter->machine, adapter->tdr);
    adapter->tdr = NULL;
}

bool tdr_is_blocked(const struct adapter *adapter, const struct process *process)
{
    if (adapter->tdr == NULL || process == NULL) {
        return false;
    }
    LIST_FOR_EACH(link, &adapter->tdr->offenders) {
        const struct tdr_offender *offender = LIST_ENTRY_OF(link, struct tdr_offender, link);

        if (offender->process == process->id) {
            return offender->blocked;
        }
    }
    return false;
}
