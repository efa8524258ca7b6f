/* SPDX-License-Identifier: MIT */
/*
 * The GPU scheduler: packets, nodes, fences.
 *
 * It knows packets and an ops table, no driver and no memory manager, so it runs as well against a
 * mock. One worker thread per adapter prepares and submits; completions arrive in two halves: the
 * interrupt reports a fence (sched_report_completed, at DIRQL), the DPC retires (sched_retire, at
 * DISPATCH_LEVEL).
 *
 * Each node has its own sequence of fence ids, starting at 1. A fence id is handed out when a
 * packet is submitted, so the order of ids is the order of submission.
 *
 * Locks: none. State changes between points only (machine/schedule.h).
 */
#ifndef SCHED_SCHED_H
#define SCHED_SCHED_H

#include "machine/machine.h"
#include "object/wait.h"

#define SCHED_NODES_MAX 64u
/* Packets a node's hardware queue holds. Choice: the depth the documents leave to the scheduler. */
#define SCHED_HARDWARE_DEPTH 16u

struct packet;
struct sched;

enum packet_kind {
    PACKET_RENDER,
    PACKET_PAGING,
};

enum packet_state {
    PACKET_IDLE,      /* not with the scheduler */
    PACKET_QUEUED,    /* waits for its turn on its node */
    PACKET_PREPARING, /* being made resident and patched */
    PACKET_SUBMITTED, /* with the hardware */
};

enum packet_result {
    PACKET_COMPLETED, /* the hardware retired it */
    PACKET_DROPPED,   /* it never ran, or its device was lost */
};

/* What the owner of packets does for the scheduler. */
struct sched_ops {
    /**
     * prepare - make everything the packet uses resident; at PASSIVE_LEVEL, may run paging packets
     * and wait for them.
     * Returns: false to drop the packet, which is retired as PACKET_DROPPED.
     */
    bool (*prepare)(struct packet *packet);
    /** patch - packet->fence is assigned; last edits before submission. PASSIVE_LEVEL. */
    void (*patch)(struct packet *packet);
    /** submit - hand the packet to the hardware, right after patch */
    void (*submit)(struct packet *packet);
    /** retire - the packet left the scheduler; at DISPATCH_LEVEL or on the worker. May free it. */
    void (*retire)(struct packet *packet, enum packet_result result);
};

struct packet {
    struct list link; /* node->queued or node->submitted */
    const struct sched_ops *ops;
    enum packet_kind kind;
    enum packet_state state;
    uint32_t node;
    uint32_t fence; /* valid from patch on */
    uint64_t id;    /* order of queueing over all nodes: stable across runs */
};

enum sched_report {
    SCHED_REPORT_OK,
    SCHED_REPORT_BAD_NODE,
    SCHED_REPORT_STALE, /* this fence, or a later one, was reported before */
    SCHED_REPORT_AHEAD, /* never submitted on this node */
};

struct sched_node {
    struct list queued;    /* packets by arrival */
    struct list submitted; /* packets by fence */
    uint32_t submitted_count;
    uint32_t last_submitted; /* fence ids; wrap-around compares by signed difference */
    uint32_t last_reported;  /* by interrupt */
    uint32_t last_completed; /* retired by DPC */
    uint64_t retired_count;
};

struct sched {
    struct machine *machine;
    uint32_t node_count;
    uint64_t next_packet_id;
    uint32_t preparing_count; /* packets between their queue and the hardware */
    bool submitting;          /* a packet has its fence id and is not submitted yet */
    struct fiber *worker;
    bool stopping;
    bool worker_gone;
    struct wait_queue work;    /* the worker waits here */
    struct wait_queue retired; /* clients wait here */
    struct wait_queue turn;    /* submitters wait for each other here */
    struct sched_node nodes[SCHED_NODES_MAX];
};

/** sched_create - start the scheduler's worker thread for an adapter of node_count nodes */
struct sched *sched_create(struct machine *machine, uint32_t node_count);
/** sched_destroy - nothing may be queued; ends the worker. Accepts NULL. IRQL: PASSIVE_LEVEL. */
void sched_destroy(struct sched *sched);

/** sched_packet_queue - the packet's ops, kind and node are set; it runs in its node's order */
void sched_packet_queue(struct sched *sched, struct packet *packet);

/**
 * sched_packet_run_now - submit a packet ahead of its node's queue and wait until it retired
 * For paging work that a packet in preparation needs. Calls the packet's own ops; its retire must
 * not free the packet. IRQL: PASSIVE_LEVEL.
 */
void sched_packet_run_now(struct sched *sched, struct packet *packet);

/**
 * sched_report_completed - the interrupt says that a node has passed a fence
 * Returns: what is wrong with the report, if anything; a wrong report changes nothing.
 * IRQL: any.
 */
enum sched_report sched_report_completed(struct sched *sched, uint32_t node, uint32_t fence);

/** sched_retire - retire what was reported, in queue order. IRQL: DISPATCH_LEVEL (DPC). */
void sched_retire(struct sched *sched);

/** sched_wait_idle - until no packet is queued or submitted anywhere. IRQL: PASSIVE_LEVEL. */
void sched_wait_idle(struct sched *sched);
bool sched_is_idle(const struct sched *sched);

#endif /* SCHED_SCHED_H */
