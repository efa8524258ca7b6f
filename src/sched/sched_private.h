/* SPDX-License-Identifier: MIT */
/* What the files of the scheduler share. */
#ifndef SCHED_SCHED_PRIVATE_H
#define SCHED_SCHED_PRIVATE_H

#include "sched/fence.h"
#include "sched/sched.h"

/** sched_fiber_start - a thread of the scheduler's; it ends through sched_fiber_end */
struct fiber *sched_fiber_start(struct sched *sched, void (*entry)(void *argument), void *argument,
                                const char *name, uint8_t priority);
DXGH_NORETURN void sched_fiber_end(struct sched *sched);

/* retire.c and sched.c */

/** packet_leave - the one way out: the packet is in no list, and is not touched afterwards */
void packet_leave(struct sched *sched, struct packet *packet, enum packet_result result);
/** packet_withdraw - out of the hardware queue */
void packet_withdraw(struct sched_node *node, struct packet *packet);
/**
 * packet_requeue - a preempted or untimely packet goes back to the front of its context
 * @first: and its context before others of its level
 */
void packet_requeue(struct sched *sched, struct packet *packet, bool first);
/** packet_resubmit - a held packet goes to the hardware again, paging under its old fence */
void packet_resubmit(struct sched *sched, struct packet *packet);

static inline struct sched_context *packet_context(struct sched *sched, const struct packet *packet)
{
    return packet->context != NULL ? packet->context : &sched->nodes[packet->node].idle_context;
}

/** node_accepts - whether a submission may begin */
static inline bool node_accepts(const struct sched_node *node)
{
    return !node->submitting && !node->quiesced && node->state == NODE_RUNNING &&
           node->preemption == PREEMPTION_NONE && list_is_empty(&node->held);
}

/** turn_begin - take the turn for a submission or a preemption request. The supervisor looks after
 * one that takes too long: the driver is inside DxgkDdiPatch or DxgkDdiSubmitCommand then. */
void turn_begin(struct sched *sched, struct sched_node *node);

/* context.c */

/** context_ready - it has packets again: into the run queue */
void context_ready(struct sched *sched, struct sched_context *context, bool front);
/** node_pick - the next packet of a node, out of its queue; NULL: none. The queue is not empty. */
struct packet *node_pick(struct sched *sched, struct sched_node *node);

/* preempt.c */

/** preemption_consider - ask for a preemption if what waits is worth more than what runs */
void preemption_consider(struct sched *sched, struct sched_node *node);
/** preemption_want - ask for one in any case */
void preemption_want(struct sched *sched, struct sched_node *node);
/** preemption_request - the supervisor's part: call the driver, when the node has its turn free */
void preemption_request(struct sched *sched, struct sched_node *node);
/** preemption_take_back - the DPC's part: what was preempted returns to its queues */
void preemption_take_back(struct sched *sched, struct sched_node *node);
/** preemption_forget - a reset takes the request away */
void preemption_forget(struct sched *sched, struct sched_node *node);

/* retire.c */

/** node_retire - everything up to the last reported fence. Returns: whether there was anything. */
bool node_retire(struct sched *sched, struct sched_node *node);
/** node_wake - let its worker and its submitters look again */
void node_wake(struct sched *sched, struct sched_node *node);
void sched_wake_all(struct sched *sched);

/* supervise.c */

void supervisor_main(void *argument);
/** supervisor_wake - let the supervisor look */
void supervisor_wake(struct sched *sched);
/** supervisor_watch - a packet is with the hardware: arm the alarm if it is not */
void supervisor_watch(struct sched *sched);
/**
 * supervisor_wait - park the supervisor until something happens or the time has come
 * Returns: false when the time has come.
 */
bool supervisor_wait(struct sched *sched, uint64_t deadline_ns);

/* engine_reset.c, adapter_reset.c: on the supervisor */

/** engine_reset - Returns: false when the adapter must be reset instead */
bool engine_reset(struct sched *sched, struct sched_node *node);
void adapter_reset(struct sched *sched, struct sched_node *node);
/** node_excuse - the node has nothing left: a request that is overdue will never be answered. One
 * that is not stands. */
void node_excuse(struct sched *sched, struct sched_node *node);
/** node_stop - no submission begins any more, and the one that has begun is over */
void node_stop(struct sched *sched, struct sched_node *node);

static inline uint32_t node_ordinal(const struct sched *sched, const struct sched_node *node)
{
    return (uint32_t)(node - sched->nodes);
}

#endif /* SCHED_SCHED_PRIVATE_H */
