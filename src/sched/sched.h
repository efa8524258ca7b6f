/* SPDX-License-Identifier: MIT */
/*
 * The GPU scheduler: contexts, packets, nodes, fences, preemption, timeouts.
 *
 * It knows packets and ops tables, no driver and no memory manager, so it runs as well against a
 * mock. Each node has a worker thread that picks, prepares and submits; completions arrive in two
 * halves: the interrupt reports a fence (sched_report_completed, at DIRQL), the DPC retires
 * (sched_retire, at DISPATCH_LEVEL). One supervisor thread per adapter asks for preemption, gives
 * preempted paging packets back to the hardware, and recovers from timeouts.
 *
 * Each node has its own sequence of fence ids, starting at 1, for submissions and preemption
 * requests alike. A fence id is handed out when a packet is submitted, so the order of ids is the
 * order of submission; only paging packets that were preempted come back with the id they had.
 *
 * Priorities: 32 levels per node. The scheduling class of the process gives the base, the context's
 * priority of -7..+7 moves it. The highest level runs; within a level contexts take turns by
 * quantum; a context that waited too long gets one quantum at the top. Source:
 * display/gpu-preemption.md, display/timeout-detection-and-recovery.md,
 * display/tdr-changes-in-windows-8.md. Choice: level numbers, quantum, starvation limit, depth.
 *
 * Locks: none. State changes between points only (machine/schedule.h).
 * Tests: tests/unit/sched_*_test.c
 */
#ifndef SCHED_SCHED_H
#define SCHED_SCHED_H

#include "machine/machine.h"
#include "object/wait.h"
#include "sched/run_queue.h"
#include "sched/timeout.h"

#define SCHED_NODES_MAX 64u
/* Packets a node's hardware queue holds. Choice: the depth the documents leave to the scheduler. */
#define SCHED_HARDWARE_DEPTH 16u
/* Without preemption what the hardware has cannot be taken back, so it is given less. Choice. */
#define SCHED_HARDWARE_DEPTH_WINDOWS_7 4u
#define SCHED_QUANTUM_NS (10 * DXGH_NS_PER_MS)
#define SCHED_STARVATION_NS (300 * DXGH_NS_PER_MS)
/* What the other engines of a dependency group get to be preempted in, before one is reset.
 * Source: nc-d3dkmddi-dxgkddi_querydependentenginegroup.md */
#define SCHED_DEPENDENT_NS (500 * DXGH_NS_PER_MS)

/* Hardware that answers every preemption and retires nothing makes no progress. Choice: generous,
 * since a long packet that goes on where it was preempted is legal. */
#define SCHED_FRUITLESS_MAX 64u

struct packet;
struct sched;

/* As D3DKMT_SCHEDULINGPRIORITYCLASS. */
enum sched_class {
    SCHED_CLASS_IDLE,
    SCHED_CLASS_BELOW_NORMAL,
    SCHED_CLASS_NORMAL,
    SCHED_CLASS_ABOVE_NORMAL,
    SCHED_CLASS_HIGH,
    SCHED_CLASS_REALTIME,
    SCHED_CLASS_COUNT,
};
#define SCHED_PRIORITY_LOWEST (-7)
#define SCHED_PRIORITY_HIGHEST 7
#define SCHED_LEVEL_SYSTEM 31u /* of paging work: nothing goes before it */

enum packet_kind {
    PACKET_RENDER,
    PACKET_PAGING,
    PACKET_CONTEXT_SWITCH, /* zero length: the node goes to the null context */
};

enum packet_state {
    PACKET_IDLE,      /* not with the scheduler */
    PACKET_QUEUED,    /* in its context's queue: the software queue */
    PACKET_PREPARING, /* being made resident and patched, or waiting for its node's turn */
    PACKET_SUBMITTED, /* with the hardware */
    PACKET_HELD, /* preempted paging, or what somebody waits for: goes back before all others */
};

enum packet_result {
    PACKET_COMPLETED, /* the hardware retired it */
    PACKET_DROPPED,   /* it never ran: its preparation failed, or its device was lost */
    PACKET_ABORTED,   /* it was prepared, perhaps with the hardware, when its engine was reset */
};

/* What the owner of packets does for the scheduler. */
struct sched_ops {
    /**
     * prepare - make everything the packet uses resident; at PASSIVE_LEVEL, may run paging packets
     * and wait for them.
     * Returns: false to drop the packet, which is retired as PACKET_DROPPED; with
     * packet->steps_back it is unprepared instead of submitted, and waits for its next turn.
     */
    bool (*prepare)(struct packet *packet);
    /** unprepare - the hardware gave the packet back: what prepare took may be moved. Up to
     * DISPATCH_LEVEL. prepare comes again before the next submission. NULL: nothing to do. */
    void (*unprepare)(struct packet *packet);
    /** patch - packet->fence is assigned; last edits before submission. PASSIVE_LEVEL. */
    void (*patch)(struct packet *packet);
    /** submit - hand the packet to the hardware, right after patch; for preempted paging work,
     * again with the old fence and without patch; what else was held gets a new one, and patch */
    void (*submit)(struct packet *packet);
    /** cancel - the packet is leaving the software queue without having been with the hardware,
     * since its device is lost. PASSIVE_LEVEL. NULL: nothing to do. */
    void (*cancel)(struct packet *packet);
    /** retire - the packet left the scheduler; at DISPATCH_LEVEL or on a thread of the
     * scheduler's. May free it. After PACKET_COMPLETED and PACKET_ABORTED it is still prepared. */
    void (*retire)(struct packet *packet, enum packet_result result);
};

/* A queue of packets with a priority. The owner keeps it until it is empty. */
struct sched_context {
    struct sched *sched;
    struct list link;    /* a level of its node's run queue, while it has packets */
    struct list packets; /* packet.link, oldest first: the software queue */
    struct list member;  /* sched->contexts */
    uint32_t node;
    uint8_t level;     /* by class and priority */
    uint8_t run_level; /* where it stands now; above level while boosted */
    uint8_t class;
    int8_t priority;
    bool ready;       /* in the run queue */
    bool suspended;   /* kept out of it: what is queued waits */
    bool lost;        /* its device is lost: what is still queued is dropped */
    uint64_t used_ns; /* of its quantum */
    uint64_t waiting_since_ns;
    /* Progress. completed_count counts every packet that left, in whatever way. */
    uint64_t queued_count;
    uint64_t completed_count;
    uint32_t last_completed_fence; /* of a packet the hardware retired */
    uint64_t gpu_time_ns;
    void *owner;
};

struct packet {
    struct list link; /* context->packets, node->submitted or node->held */
    const struct sched_ops *ops;
    struct sched_context *context; /* NULL: the node's own, for work without a context */
    enum packet_kind kind;
    enum packet_state state;
    enum packet_result result; /* of its last way through */
    bool waited_for;           /* by the caller of sched_packet_run_now */
    bool is_part;              /* of a packet in preparation: not one of its context's own */
    bool more;                 /* its context continues this command in the next packet */
    bool alone;                /* of paging: nothing but paging is submitted until it is done */
    bool steps_back;           /* set by its prepare: others of its level go first */
    bool after_paging;         /* of context switches: the engine ran paging work last */
    uint8_t level;             /* its context's, when it was picked */
    uint32_t node;
    uint32_t fence; /* valid from patch on */
    uint32_t preempted_count;
    uint64_t waiting_since_ns; /* its context's, when it was picked */
    uint64_t id;               /* order of queueing over all nodes: stable across runs */
};

enum sched_report {
    SCHED_REPORT_OK,
    SCHED_REPORT_IGNORED, /* the engine is being reset */
    SCHED_REPORT_BAD_NODE,
    SCHED_REPORT_STALE,     /* this fence, or a later one, was reported before */
    SCHED_REPORT_AHEAD,     /* never handed out on this node */
    SCHED_REPORT_PREEMPTED, /* given back by a preemption, or the id of a request */
    SCHED_REPORT_ABORTED,   /* aborted by a reset that has finished */
    /* of preemptions only */
    SCHED_REPORT_NOT_REQUESTED, /* no request is outstanding */
    SCHED_REPORT_WRONG_REQUEST, /* another fence than the one requested */
    SCHED_REPORT_REPEATED,      /* the request was answered before */
    SCHED_REPORT_BAD_COMPLETED, /* LastCompletedFenceId below the reported or above the submitted */
};

enum node_state {
    NODE_RUNNING,
    NODE_STOPPING,  /* takes no submissions; reports count */
    NODE_RESETTING, /* reports are ignored */
};

enum node_preemption {
    PREEMPTION_NONE,
    PREEMPTION_WANTED,    /* decided; the supervisor will call */
    PREEMPTION_REQUESTED, /* the driver was asked */
    PREEMPTION_ANSWERED,  /* reported by interrupt; the DPC takes the packets back */
};

struct sched_node {
    struct run_queue run_queue;        /* sched_context.link */
    struct list submitted;             /* packets in the order of submission: the hardware queue */
    struct list held;                  /* PACKET_HELD, oldest first */
    struct sched_context idle_context; /* of packets without one */
    uint32_t submitted_count;
    uint32_t last_fence;     /* handed out; wrap-around compares by signed difference */
    uint32_t last_submitted; /* of the last submission */
    uint32_t last_reported;  /* by interrupt */
    uint32_t last_completed; /* retired by DPC */
    uint64_t retired_count;
    uint32_t hardware_mask; /* levels that have packets with the hardware */
    uint16_t hardware_levels[RUN_QUEUE_LEVELS];
    enum node_state state;
    bool submitting; /* between a fence id and the end of ops->submit, or of a preemption request */
    bool quiesced;   /* an engine that depends on this one is reset: no submission begins */
    bool paged;      /* what was submitted last was paging work */
    uint64_t turn_since_ns;             /* since when it is submitting */
    const struct fiber *submitter;      /* who has the turn, or had it last */
    uint64_t generation;                /* counts adapter resets */
    struct sched_context *last_context; /* of the last packet that retired; NULL: gone or none */
    struct sched_context *loaded;       /* whose state the engine holds; NULL: the null context */
    struct sched_context *sticky;       /* Windows 7 model: must go on before others do */
    struct sched_context *in_hand;      /* whose packet the worker prepares and submits; or NULL */
    uint32_t submission_waiters;        /* who waits until a context has nothing left to submit */
    uint64_t starvation_due_ns;         /* when to look for starved contexts again */
    /* preemption */
    enum node_preemption preemption;
    uint32_t preemption_fence;
    uint64_t preemption_since_ns;
    uint64_t preemption_count;
    uint64_t preemption_longest_ns; /* request to answer */
    bool preemption_of_nothing; /* all work had been reported when the driver was back from it */
    /* timeouts */
    uint64_t ignored_since_ns; /* TdrDebugMode 1: what is busy since then is not looked at again */
    uint32_t fruitless_count;  /* overdue packets that were preempted since one was retired */
    uint64_t head_since_ns;    /* since when the oldest submitted packet may be executing */
    uint32_t
        aborted_first; /* fences (aborted_first, aborted_last] were aborted by the last reset */
    uint32_t aborted_last;
    uint64_t reset_count;
    bool adapter_was_reset; /* the last reset was of the whole adapter */
    /* who runs here */
    struct fiber *worker;   /* made on first use */
    struct wait_queue work; /* the worker waits here */
    struct wait_queue turn; /* submitters wait here */
};

/** sched_is_settled - whether the node's last reported fence is that of a reset: nothing has
 * completed since */
static inline bool sched_is_settled(const struct sched_node *node)
{
    return node->reset_count > 0 && node->last_reported == node->aborted_last;
}

enum sched_timeout { SCHED_TIMEOUT_ADAPTER = 0x117, SCHED_TIMEOUT_ENGINE = 0x141 };
/* Why recovery is given up. */
enum sched_stop {
    SCHED_STOP_WANTED,   /* TdrLevel 1 */
    SCHED_STOP_STUCK,    /* a thread did not leave the driver within TdrDdiDelay */
    SCHED_STOP_TOO_MANY, /* more than TdrLimitCount timeouts within TdrLimitTime */
};
enum sched_drain_result { SCHED_DRAINED, SCHED_DRAIN_STUCK };

/* What the adapter does for the scheduler. All at PASSIVE_LEVEL on the supervisor thread. A failure
 * that stops the system is the implementation's to raise: those functions do not return then. */
struct sched_engine_ops {
    /** preempt - ask for a preemption; answered by sched_report_preempted, perhaps before this
     * returns */
    void (*preempt)(void *context, uint32_t node, uint32_t fence);
    /** query_fence - in case an interrupt was lost: the driver reports what it has not yet */
    void (*query_fence)(void *context, uint32_t node);
    /** unanswered - this request was never answered, although the engine had nothing left.
     * of_nothing: that was so already when preempt returned. */
    void (*unanswered)(void *context, uint32_t node, uint32_t fence, bool of_nothing);
    /** flush_dpcs - return when what was reported has been retired */
    void (*flush_dpcs)(void *context);
    /** collect - the debug report, before anything is reset, and its live dump */
    void (*collect)(void *context, uint32_t node, enum sched_timeout reason);
    /** stop - the system stops: recovery is not wanted, or not possible
     * @stuck: the thread that is known to be inside the driver; NULL: any may be */
    void (*stop)(void *context, uint32_t node, enum sched_stop why, const struct fiber *stuck);
    /** break_in - TdrDebugMode 0: let a debugger look before recovery begins */
    void (*break_in)(void *context, uint32_t node);

    /* engine reset; reset_engine NULL: the adapter is always reset as a whole */
    uint64_t (*dependents)(void *context, uint32_t node); /* bit n: node n, its own included */
    void (*engine_status)(void *context, uint32_t node);
    bool (*reset_engine)(void *context, uint32_t node, uint32_t *aborted_fence);
    /** bad_aborted - LastAbortedFenceId is outside [completed, submitted]: stops the system */
    void (*bad_aborted)(void *context, uint32_t node, uint32_t fence, uint32_t completed);
    /** lose_owners - paging work was aborted: the devices whose memory it moved go to error.
     * The adapter is reset next. */
    void (*lose_owners)(void *context);
    /** lose - this context's device goes to error, for the packet its engine was reset with. Its
     * contexts are given to sched_context_abort. offender: it was its engine that hung, and not one
     * that had to be reset together with another. */
    void (*lose)(void *context, struct sched_context *guilty, bool offender);

    /* adapter reset, in this order */
    enum sched_drain_result (*drain)(void *context, uint64_t deadline_ns); /* and keep all out */
    void (*reset)(void *context);
    /* every device but the system's: its contexts are given to sched_context_lose. guilty: whose
     * packet the hardware hung with; NULL: not known. No point may be reached inside. */
    void (*lose_all)(void *context, struct sched_context *guilty);
    void (*clean_up)(void *context);  /* no packet is left; memory is as if nothing was placed */
    void (*restart)(void *context);   /* and let everybody in again */
    void (*restarted)(void *context); /* nodes accept packets */
};

struct sched_config {
    bool preemption;         /* the Windows 8 model; else that of Windows 7 */
    uint32_t hardware_depth; /* 0: by model */
    struct timeout_config timeout;
};

struct sched {
    struct machine *machine;
    uint32_t node_count;
    const struct sched_engine_ops *engine_ops; /* NULL: neither preemption nor timeouts */
    void *engine_context;
    struct sched_config config;
    uint64_t next_packet_id;
    uint64_t active_count; /* packets between their queue and their retirement */
    uint32_t preemptions;  /* nodes whose preemption is not PREEMPTION_NONE */
    bool recovering;       /* a reset is going on */
    bool promoted;         /* of an engine, which has become one of the adapter */
    bool stopping;
    struct clock_event resume; /* set: no packet of a context is handed out until then */
    uint32_t fibers;           /* workers and supervisor that are alive */
    struct fiber *supervisor;
    bool supervise;           /* there may be something to do for the supervisor */
    uint32_t alone;           /* packets under way beside which only paging is submitted */
    uint64_t forced;          /* bit n: node n is to be recovered although nothing is overdue */
    uint64_t forced_adapter;  /* bit n: and not the engine alone */
    struct clock_event alarm; /* the next moment something may be overdue */
    struct timeout_window adapter_timeouts;
    struct wait_queue watch;   /* the supervisor waits here */
    struct wait_queue retired; /* clients wait here */
    struct list contexts;      /* sched_context.member */
    struct sched_node nodes[SCHED_NODES_MAX];
};

/** sched_create - a scheduler for an adapter of node_count nodes, without preemption and timeouts
 */
struct sched *sched_create(struct machine *machine, uint32_t node_count);
/** sched_attach - give it the adapter's engines. Once, before the first packet. */
void sched_attach(struct sched *sched, const struct sched_engine_ops *ops, void *context,
                  const struct sched_config *config);
/** sched_destroy - nothing may be queued; ends its threads. Accepts NULL. IRQL: PASSIVE_LEVEL. */
void sched_destroy(struct sched *sched);

/**
 * sched_context_init - a context on a node
 * The caller keeps the memory until sched_context_fini.
 */
void sched_context_init(struct sched *sched, struct sched_context *context, uint32_t node,
                        enum sched_class class, int priority);
/** sched_context_fini - it has no packets */
void sched_context_fini(struct sched_context *context);
/** sched_context_priority - packets that are with the hardware keep the level they had */
void sched_context_priority(struct sched_context *context, enum sched_class class, int priority);
/**
 * sched_context_wait_submitted - until nothing of the context is left to give to the hardware
 * What was preempted is to be given again. IRQL: PASSIVE_LEVEL.
 */
void sched_context_wait_submitted(struct sched_context *context);
/**
 * sched_context_suspend - give nothing of it to the hardware, or go on; what is there finishes
 * A context that is lost goes on by itself, so that its work is dropped.
 */
void sched_context_suspend(struct sched_context *context, bool suspended);
/** sched_suspend - give nothing of any context to the hardware for a while; 0: go on. Paging work
 * that a thread waits for runs all the same. */
void sched_suspend(struct sched *sched, uint64_t for_ns);
/** sched_context_lose - the device is lost: nothing of it is given to the hardware any more. IRQL:
 * any below DIRQL. No point is reached. */
void sched_context_lose(struct sched_context *context);
/**
 * sched_context_abort - the device is lost: drop what is in the software queue, take nothing new
 * Packets that are with the hardware stay there. IRQL: PASSIVE_LEVEL; calls ops->cancel.
 */
void sched_context_abort(struct sched_context *context);
/**
 * sched_context_wait - until the first `count` packets this context queued have left the scheduler
 * IRQL: PASSIVE_LEVEL.
 */
void sched_context_wait(struct sched_context *context, uint64_t count);

/** sched_packet_queue - the packet's ops, kind, node and context are set; it runs in the order of
 * its context. IRQL: any below DIRQL. */
void sched_packet_queue(struct sched *sched, struct packet *packet);

/**
 * sched_packet_run_now - submit a packet ahead of its node's queue and wait until it retired
 * For paging work that a packet in preparation needs, and for context switches. Calls the packet's
 * own ops; its retire must not free the packet.
 * Returns: PACKET_COMPLETED, or PACKET_ABORTED when the adapter was reset meanwhile.
 * IRQL: PASSIVE_LEVEL.
 */
enum packet_result sched_packet_run_now(struct sched *sched, struct packet *packet);

/**
 * sched_report_completed - the interrupt says that a node has passed a fence
 * Returns: what is wrong with the report, if anything; a wrong report changes nothing.
 * IRQL: any.
 */
enum sched_report sched_report_completed(struct sched *sched, uint32_t node, uint32_t fence);

/**
 * sched_report_preempted - the interrupt says that a preemption took effect
 * @fence: of the request
 * @completed: the last fence that finished; it may be one that was not reported
 * Returns: what is wrong with the report, if anything; a wrong report changes nothing.
 * IRQL: any.
 */
enum sched_report sched_report_preempted(struct sched *sched, uint32_t node, uint32_t fence,
                                         uint32_t completed);

/**
 * sched_force_timeout - recover as if a packet of the node had hung, for tests
 * @whole_adapter: no engine reset is tried
 * Returns: when the recovery is over; false when timeouts are not detected (TdrLevel 0).
 * IRQL: PASSIVE_LEVEL; not from a thread inside the driver, nor one of the scheduler's own.
 */
bool sched_force_timeout(struct sched *sched, uint32_t node, bool whole_adapter);

/** sched_retire - retire what was reported, in queue order. IRQL: DISPATCH_LEVEL (DPC). */
void sched_retire(struct sched *sched);

/** sched_wait_idle - until nothing is queued, submitted or requested. IRQL: PASSIVE_LEVEL. */
void sched_wait_idle(struct sched *sched);
bool sched_is_idle(const struct sched *sched);
/** sched_is_own - whether this is one of the scheduler's threads, which must not wait for it */
bool sched_is_own(const struct sched *sched, const struct fiber *fiber);

#endif /* SCHED_SCHED_H */
