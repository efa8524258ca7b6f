/* SPDX-License-Identifier: MIT */
/*
 * Dumps: what is worth knowing at the moment a bug check stops the machine or a live dump is taken.
 *
 * A dump is plain data, copied when it is taken, so that it can be written after the run is over.
 * Source: debugger/bug-check-0x119, -0x116, -0x117, -0x141, -0x142 pages.
 */
#ifndef DXGK_DUMP_H
#define DXGK_DUMP_H

#include "dxgk/adapter.h"
#include "sched/sched.h"
#include "trace/trace.h"

#define DUMP_TRACE_RECORDS 200u
#define DUMP_PACKETS_MAX 32u
#define DUMP_BLOB_BYTES 16384u

enum dump_code {
    DUMP_VIDEO_MEMORY_MANAGEMENT_INTERNAL = 0x10E,
    DUMP_VIDEO_TDR_FAILURE = 0x116,
    DUMP_VIDEO_TDR_TIMEOUT_DETECTED = 0x117,
    DUMP_VIDEO_SCHEDULER_INTERNAL_ERROR = 0x119,
    DUMP_DPC_WATCHDOG_VIOLATION = 0x133,
    DUMP_VIDEO_ENGINE_TIMEOUT_DETECTED = 0x141,
    DUMP_VIDEO_TDR_APPLICATION_BLOCKED = 0x142,
};

/* First parameters of 0x119 that a WDDM 1.x driver of one adapter can bring about. The others are
 * about page faults (0x5, 0xC, 0xD), linked adapters (0x6), overlay planes (0xB, 0xE) and hardware
 * scheduling (0x10, 0x11), which nothing here reports; `dxghost explain` knows them all the same.
 * Source: bug-check-0x119---video-scheduler-internal-error.md */
enum scheduler_error {
    SCHEDULER_INVALID_FENCE = 0x1,
    SCHEDULER_SUBMIT_FAILED = 0x2, /* of DxgkDdiPreemptCommand as well */
    SCHEDULER_PATCH_FAILED = 0x3,
    SCHEDULER_INVALID_FLIP_CAPS = 0x4,
    SCHEDULER_VSYNC_OF_RENDER_ONLY = 0x7,
    SCHEDULER_INVALID_DEPENDENTS = 0x8,
    SCHEDULER_CANCEL_FAILED = 0x9,
    SCHEDULER_INVALID_ABORTED = 0xA,
    SCHEDULER_FATAL_PAGE_FAULT = 0xC,
    SCHEDULER_INVALID_PAGE_FAULT = 0xD,
    SCHEDULER_INVALID_PLANE = 0xE,
};

/* First parameters of 0x10E. Source: bug-check-0x10e---video-memory-management-internal.md */
enum memory_error {
    MEMORY_MANAGEMENT_UNMAP_FAILED = 0x3,
    MEMORY_MANAGEMENT_PAGING_FAILED = 0xB,
    MEMORY_MANAGEMENT_MAP_FAILED = 0xE,
    MEMORY_MANAGEMENT_ACQUIRE_FAILED = 0xF,
    MEMORY_MANAGEMENT_RELEASE_FAILED = 0x10,
    MEMORY_MANAGEMENT_CONTRACT_BROKEN = 0x16,
};

struct dump_packet {
    uint64_t id;
    uint32_t fence;
    enum packet_kind kind;
    enum packet_state state;
    uint32_t preempted_count;
    uint32_t process; /* 0: the system */
};

struct dump_node {
    uint32_t ordinal;
    enum node_state state;
    enum node_preemption preemption;
    uint32_t preemption_fence;
    uint32_t last_fence;
    uint32_t last_submitted;
    uint32_t last_reported;
    uint32_t last_completed;
    uint64_t retired_count;
    uint64_t preemption_count;
    uint64_t reset_count;
    uint32_t queued_contexts; /* contexts that have packets in the software queue */
    uint32_t packet_count;
    struct dump_packet packets[DUMP_PACKETS_MAX]; /* with the hardware, or held for it */
};

struct dump {
    struct list link; /* dxgk->dumps */
    uint32_t number;  /* from 1, in the order they were taken */
    uint32_t code;
    uint64_t parameters[4];
    bool live; /* the machine went on */
    char text[512];
    uint64_t time_ns;
    uint32_t process;       /* 0x142: who was blocked */
    const char *failed_ddi; /* the last DDI that returned an error; NULL: none did */
    int32_t failed_status;
    uintptr_t failed_function; /* its address in the driver */
    uint32_t node_count;
    struct dump_node *nodes;
    uint32_t blob_bytes; /* of DxgkDdiCollectDbgInfo */
    uint8_t *blob;
    uint32_t bucketing_key;
    uint32_t record_count;
    struct trace_record records[DUMP_TRACE_RECORDS];
};

/**
 * dump_take_live - a dump of an adapter that goes on, with the four documented parameters
 * IRQL: PASSIVE_LEVEL. Returns: the dump, which lives as long as the machine.
 */
struct dump *dump_take_live(struct adapter *adapter, uint32_t code, uint64_t p1, uint64_t p2,
                            uint64_t p3, uint64_t p4, const char *format, ...) DXGH_PRINTF(7, 8);

/** dump_of_crash - the dump of a machine that has stopped; taken on the first call */
const struct dump *dump_of_crash(struct machine *machine);

/** dump_list - every dump of this run, struct dump.link; NULL when there was no adapter */
const struct list *dump_list(const struct machine *machine);

/**
 * adapter_bugcheck - collect the driver's debug information, then stop the machine, with the four
 * documented parameters
 * IRQL: any.
 */
DXGH_NORETURN void adapter_bugcheck(struct adapter *adapter, uint32_t code, uint64_t p1,
                                    uint64_t p2, uint64_t p3, uint64_t p4, const char *format, ...)
    DXGH_PRINTF(7, 8);

/* The latest DxgkDdiCollectDbgInfo of an adapter. */
struct debug_info {
    uint32_t bytes;
    uint32_t bucketing_key;
    bool collecting;
    uint8_t blob[DUMP_BLOB_BYTES + 16]; /* the last bytes are ours: they must not change */
};

/** debug_info_collect - ask the driver. IRQL: PASSIVE_LEVEL for 0x117 and 0x141, else any. */
void debug_info_collect(struct adapter *adapter, uint32_t reason);

#endif /* DXGK_DUMP_H */
