/* SPDX-License-Identifier: MIT */
/*
 * Timeout detection and recovery of an adapter: the scheduler's engines, made of DDIs.
 *
 * The policy is sched/supervise.c, sched/engine_reset.c and sched/adapter_reset.c; here is what
 * each of its steps means for a driver, for devices and for memory.
 */
#ifndef DXGK_TDR_H
#define DXGK_TDR_H

#include "dxgk/adapter_private.h"
#include "dxgk/dma_buffer.h"
#include "dxgk/dump.h"

#define TDR_REGISTRY_KEY "\\Registry\\Machine\\System\\CurrentControlSet\\Control\\GraphicsDrivers"

/* A process whose work had engines reset. */
struct tdr_offender {
    struct list link; /* tdr->offenders */
    uint32_t process;
    bool blocked; /* it gets no devices any more */
    struct timeout_window timeouts;
};

struct tdr {
    struct adapter *adapter;
    struct sched_engine_ops engine_ops;
    struct debug_info debug_info;
    uint32_t node; /* whose timeout this recovery is about */
    struct list offenders;
    bool resetting;            /* between DxgkDdiResetFromTimeout and DxgkDdiRestartFromTimeout */
    struct dma_buffer scratch; /* for paging buffers that are built and never submitted */
    uint64_t recovery_count;   /* adapter resets */
    uint64_t engine_reset_count;
    struct clock_event overstay; /* when a call of the supervisor's has taken TdrDdiDelay */
};

/** tdr_supervises - whether this thread is the one that detects timeouts and recovers from them */
static inline bool tdr_supervises(const struct adapter *adapter, const struct fiber *fiber)
{
    return adapter->tdr != NULL && adapter->sched->supervisor == fiber;
}

/**
 * tdr_call_begin, tdr_call_end - around each of that thread's calls of the driver
 * A call that has not returned after TdrDdiDelay, or was not even let in, is bug check 0x116:
 * nobody else would find out. Source: display/tdr-registry-keys.md; rule TDR-03
 */
void tdr_call_begin(struct adapter *adapter);
void tdr_call_end(struct adapter *adapter);

/** tdr_config_read - the values under GraphicsDrivers, or Windows' defaults */
struct timeout_config tdr_config_read(struct machine *machine);

/** tdr_attach - give the adapter's scheduler its engines. IRQL: PASSIVE_LEVEL. */
void tdr_attach(struct adapter *adapter);
void tdr_destroy(struct adapter *adapter); /* accepts an adapter without one */

/** tdr_is_blocked - whether a process has lost its access to the GPU (0x142) */
bool tdr_is_blocked(const struct adapter *adapter, const struct process *process);

/** tdr_context - what bug checks of recovery give as their first parameter */
static inline uint64_t tdr_context(const struct adapter *adapter)
{
    return (uintptr_t)adapter->tdr;
}
/** tdr_driver_pointer - and as their second: a place in the driver */
uint64_t tdr_driver_pointer(const struct adapter *adapter);

/* preempt.c */
void tdr_preempt(void *context, uint32_t node, uint32_t fence);
void tdr_unanswered(void *context, uint32_t node, uint32_t fence, bool of_nothing);
void tdr_query_fence(void *context, uint32_t node);
/* engine_reset.c */
uint64_t tdr_dependents(void *context, uint32_t node);
void tdr_engine_status(void *context, uint32_t node);
bool tdr_reset_engine(void *context, uint32_t node, uint32_t *aborted);
void tdr_bad_aborted(void *context, uint32_t node, uint32_t fence, uint32_t completed);
void tdr_lose_owners(void *context);
void tdr_lose(void *context, struct sched_context *guilty, bool offender);
/* reset.c */
enum sched_drain_result tdr_drain(void *context, uint64_t deadline_ns);
void tdr_reset(void *context);
void tdr_lose_all(void *context, struct sched_context *guilty);
void tdr_clean_up(void *context);
void tdr_restart(void *context);
void tdr_restarted(void *context);

#endif /* DXGK_TDR_H */
