/* SPDX-License-Identifier: MIT */
/*
 * What tests may turn through D3DKMTEscape: the memory manager, the scheduler, recovery.
 *
 * Source: ns-d3dkmthk-_d3dkmt_vidmm_escape, -_d3dkmt_vidsch_escape, -_d3dkmt_tdrdbgctrl_escape
 */
#ifndef DXGK_CONTROL_H
#define DXGK_CONTROL_H

#include "dxgk/device.h"
#include "dxgk/resource.h"

#include <d3dkmthk.h>

/**
 * dxgk_opening_evict - every allocation of an opening leaves its segment
 * Waits for work that uses them.
 * Returns: STATUS_SUCCESS; STATUS_GRAPHICS_CANT_EVICT_PINNED_ALLOCATION for a locked or shown one;
 * or why paging failed. IRQL: PASSIVE_LEVEL.
 */
NTSTATUS dxgk_opening_evict(const struct opening *opening);
NTSTATUS dxgk_opened_evict(const struct opened *opened);
/** dxgk_opened_make_resident - give it a place now. Returns: as vidmm_allocation_commit. */
NTSTATUS dxgk_opened_make_resident(const struct opened *opened);
bool dxgk_opened_is_resident(const struct opened *opened);
bool dxgk_opened_in_aperture(const struct opened *opened); /* resident in one */
uint64_t dxgk_opened_size(const struct opened *opened);    /* bytes */
uint32_t dxgk_opened_priority(const struct opened *opened);
void dxgk_opened_set_priority(const struct opened *opened, uint32_t priority);

struct segment_state {
    bool aperture;
    uint64_t size_bytes;
    uint64_t free_bytes;
    uint64_t largest_free_bytes;
};

uint32_t dxgk_segment_count(const struct adapter *adapter);
/** dxgk_segment_state - of a segment by its id, from 1. Returns: false when there is none. */
bool dxgk_segment_state(const struct adapter *adapter, uint32_t id, struct segment_state *state);

/** dxgk_verifier_flags - what the memory manager is made to do; 0: nothing out of the ordinary */
D3DKMT_ADAPTER_VERIFIER_VIDMM_FLAGS dxgk_verifier_flags(const struct adapter *adapter);
/**
 * dxgk_verifier_set - from now on
 * AlwaysRepatch: Patch is called for every submission. NeverPrepatch: a translation is told of no
 * place. AlwaysDiscardOffer: offered memory is taken at once. NeverDiscardOffer: it keeps its
 * content when it makes room. NeverMoveDefrag: nothing is moved, as always. Returns: the flags that
 * nobody serves, and then sets none; 0: all are.
 */
uint32_t dxgk_verifier_set(struct adapter *adapter, D3DKMT_ADAPTER_VERIFIER_VIDMM_FLAGS flags);

/**
 * dxgk_process_suspend - what a process has on the adapter now neither runs nor keeps its memory,
 * or goes on Work that is with the hardware finishes. Memory of queued work stays. Destroying a
 * context, or losing its device, lets it go on. Choice: contexts made later are not suspended.
 * Returns: STATUS_SUCCESS; or why paging failed, and it is suspended all the same.
 */
NTSTATUS dxgk_process_suspend(struct adapter *adapter, const struct process *process,
                              bool suspended);
/**
 * dxgk_process_budget - limit what a process may have, and trim it to that
 * @local_bytes, @system_bytes: of video memory and of what the GPU sees through apertures
 * Returns: STATUS_SUCCESS; STATUS_INVALID_PARAMETER when it has no allocation; or why paging
 * failed.
 */
NTSTATUS dxgk_process_budget(struct adapter *adapter, const struct process *process,
                             uint64_t local_bytes, uint64_t system_bytes);
/** dxgk_scheduler_suspend - as sched_suspend */
void dxgk_scheduler_suspend(struct adapter *adapter, uint64_t for_ns);

/** dxgk_preemption_set - whether the scheduler asks for preemption at all
 * Returns: STATUS_NOT_SUPPORTED when the driver cannot preempt. */
NTSTATUS dxgk_preemption_set(struct adapter *adapter, bool enabled);

/** dxgk_tdr_limit_set - TdrLimitCount and TdrLimitTime in seconds, from now on */
void dxgk_tdr_limit_set(struct adapter *adapter, uint32_t count, uint32_t seconds);

enum tdr_break { TDR_BREAK_OFF, TDR_BREAK_ON, TDR_BREAK_UNCONDITIONAL };

/** dxgk_tdr_break_set - TdrDebugMode, from now on */
void dxgk_tdr_break_set(struct adapter *adapter, enum tdr_break mode);
/** dxgk_tdr_test_mode - whether the registry allows recovery to be controlled from outside */
bool dxgk_tdr_test_mode(const struct adapter *adapter);
/**
 * dxgk_force_tdr - recover from a timeout that has not happened
 * @node: whose engine is reset, where the driver can; ignored with whole_adapter
 * Returns: STATUS_SUCCESS when it is over; STATUS_NOT_SUPPORTED when TdrLevel is 0. A recovery that
 * fails, or one too many, stops the machine as a real one does. IRQL: PASSIVE_LEVEL.
 */
NTSTATUS dxgk_force_tdr(struct adapter *adapter, uint32_t node, bool whole_adapter);
/** dxgk_is_recovering - a timeout is being recovered from: the driver is closed to clients */
bool dxgk_is_recovering(const struct adapter *adapter);

#endif /* DXGK_CONTROL_H */
