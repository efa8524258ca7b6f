/* SPDX-License-Identifier: MIT */
/*
 * The video memory manager: segments, where allocations are, and what it takes to move them.
 *
 * It decides; an ops table of the graphics kernel carries paging operations out through the driver.
 * An allocation is in at most one segment. What is not in any has its content in its backing store,
 * pages of the machine's RAM. A place is looked for in the segments the driver prefers, in its
 * order, then in the others it allows; when all are full, allocations nobody uses make room:
 * offered ones first, then by priority, then the one that was not used for the longest time.
 *
 * Who wants to move memory holds the manager (vidmm_enter), one at a time, so that two preparations
 * never wait for each other's memory. Moves are appended to one batch and run together at
 * vidmm_flush: their order in the batch is their order on the paging engine, so a place is free for
 * the next allocation as soon as the one that was there has its transfer in the batch.
 *
 * Source: display/video-memory-management-and-gpu-scheduling.md, display/gpu-segments.md. Choice:
 * which allocation makes room, and that one packet is prepared at a time.
 * Locks: none. State changes between points only (machine/schedule.h).
 * Tests: tests/unit/vidmm_test.c
 */
#ifndef VIDMM_VIDMM_H
#define VIDMM_VIDMM_H

#include "object/wait.h"
#include "vidmm/range.h"

#include <ntddk.h>
#include <d3dkmddi.h>

#define VIDMM_SEGMENTS_MAX 32u
/* What a transfer's offset and an MDL's length can describe, in their 32 bits. */
#define VIDMM_ALLOCATION_BYTES_MAX ((UINT64_C(4) << 30) - DXGH_PAGE_SIZE)
/* Transfers are cut into pieces of this size. Choice: the documents leave it to the manager. */
#define VIDMM_TRANSFER_BYTES (UINT64_C(4) << 20)

struct vidmm;
struct vidmm_allocation;

/* Who makes room first. Offered memory goes before all that is in use. Choice: D3DKMT_OFFER_x and
 * D3DDDI_ALLOCATIONPRIORITY_x give an order, no page gives the algorithm. */
enum vidmm_rank {
    VIDMM_RANK_OFFERED_LOW,
    VIDMM_RANK_OFFERED_NORMAL,
    VIDMM_RANK_OFFERED_HIGH,
    VIDMM_RANK_MINIMUM,
    VIDMM_RANK_LOW,
    VIDMM_RANK_NORMAL,
    VIDMM_RANK_HIGH,
    VIDMM_RANK_MAXIMUM,
    VIDMM_RANK_COUNT,
};

/* As D3DKMT_OFFER_PRIORITY; 0: not offered. AUTO counts as NORMAL. */
enum vidmm_offer {
    VIDMM_NOT_OFFERED,
    VIDMM_OFFER_LOW,
    VIDMM_OFFER_NORMAL,
    VIDMM_OFFER_HIGH,
};

enum vidmm_group { VIDMM_LOCAL, VIDMM_NON_LOCAL, VIDMM_GROUP_COUNT }; /* memory, apertures */

/* What one process has in the segments. */
struct vidmm_account {
    struct list link;    /* vidmm->accounts */
    const void *owner;   /* compared, not looked into */
    uint32_t references; /* allocations that count for it */
    bool limited;        /* by limit_bytes, besides its share */
    uint64_t used_bytes[VIDMM_GROUP_COUNT];
    uint64_t limit_bytes[VIDMM_GROUP_COUNT];
    /* [i]: of what it has in the segment with id i + 1; as those of struct segment */
    uint32_t ranks[VIDMM_SEGMENTS_MAX];
    struct list evictable[VIDMM_SEGMENTS_MAX][VIDMM_RANK_COUNT]; /* vidmm_allocation.account_link */
};

/* One segment of the adapter. The first group is constant after vidmm_segment_add. */
struct segment {
    uint32_t id; /* 1-based, as the driver sees it */
    bool aperture;
    bool cpu_visible;
    bool cache_coherent;
    bool pitch_alignment;
    uint64_t base;               /* GPU address of its first byte */
    uint64_t size_bytes;         /* multiple of the page size */
    uint64_t commit_limit_bytes; /* of all allocations together */
    uint64_t cpu_physical;       /* where the CPU addresses a CPU-visible memory segment */
    void *cpu;                   /* memory segment behind a BAR: where the CPU sees it; else NULL */

    struct range_allocator ranges;
    uint64_t committed_bytes;
    uint64_t pinned_bytes;
    uint32_t ranks;        /* bit n: evictable[n] is not empty */
    struct list residents; /* vidmm_allocation.resident_link: all that have a place */
    struct list evictable[VIDMM_RANK_COUNT]; /* vidmm_allocation.link, least recently used first */
};

enum paging_kind {
    PAGING_FILL,           /* first residency in a memory segment: zeroes */
    PAGING_TRANSFER_IN,    /* backing store to segment */
    PAGING_TRANSFER_OUT,   /* segment to backing store */
    PAGING_MAP_APERTURE,   /* point an aperture range at the backing store */
    PAGING_UNMAP_APERTURE, /* point it at the dummy page */
    PAGING_DISCARD,        /* leave a memory segment without a transfer */
    PAGING_INITIALISE,     /* first residency of a context allocation */
    PAGING_READ,           /* one read of its first byte, whatever comes of it */
    PAGING_WRITE,          /* one write to the dummy page */
    PAGING_MOVE,           /* memory segment to memory segment */
    PAGING_SPECIAL_OUT,    /* segment to the pages of an alternate address */
    PAGING_SPECIAL_IN,     /* and back */
};

struct paging_operation {
    enum paging_kind kind;
    const struct vidmm_allocation *allocation;
    const struct segment *segment;
    uint64_t offset; /* bytes into the segment */
    MDL *mdl;        /* the backing store; NULL for _FILL, _DISCARD and _UNMAP_APERTURE */
    /* of a transfer out: the aperture range that shows the backing store; NULL: mdl is used */
    const struct segment *through;
    uint64_t through_offset;
    const struct segment *from; /* of a _MOVE */
    uint64_t from_offset;
    uint64_t dummy_page; /* physical address, for _UNMAP_APERTURE and _WRITE */
    /* of a transfer: a piece of it */
    uint64_t piece_offset;
    uint64_t piece_bytes;
    bool first; /* piece */
    bool last;
};

struct vidmm_ops {
    /**
     * page - have the driver build the operation, behind those that were built before
     * May run what is full. The GPU has no reference to the allocation.
     * Returns: STATUS_SUCCESS, or why it could not be done; then the batch is lost.
     * IRQL: PASSIVE_LEVEL.
     */
    NTSTATUS (*page)(void *context, const struct paging_operation *operation);
    /**
     * flush - run all that was built and wait until it has retired
     * Returns: STATUS_SUCCESS, or STATUS_DEVICE_REMOVED: the adapter was reset meanwhile.
     * IRQL: PASSIVE_LEVEL.
     */
    NTSTATUS (*flush)(void *context);
    /**
     * alternate_moved - what the CPU sees through this range is in these pages from now on
     * What it wrote meanwhile is taken there, too. No point is reached.
     */
    void (*alternate_moved)(void *context, void *range, void *pages);
    /**
     * view_moved - what the CPU sees of a watched allocation is there from now on
     * @segment: where its place is, whose memory it sees; NULL: its backing store. No point is
     * reached.
     */
    void (*view_moved)(void *context, struct vidmm_allocation *allocation,
                       const struct segment *segment);
    /** alternate_over - nobody sees anything through this range. IRQL: PASSIVE_LEVEL. */
    void (*alternate_over)(void *context, void *range);
};

struct vidmm_statistics {
    uint64_t commits;
    uint64_t evictions;
    uint64_t discards;      /* evictions without a transfer */
    uint64_t in_bytes;      /* transfers to segments */
    uint64_t out_bytes;     /* transfers from them */
    uint64_t waits;         /* for packets that used what had to make room */
    uint64_t moved_bytes;   /* transfers between them */
    uint64_t touches;       /* pairs of reads and writes for the sake of coherency */
    uint64_t trimmed_bytes; /* backing stores given up for want of RAM */
    uint64_t batches;
};

/* A range of an aperture that shows a backing store while it is written. */
struct vidmm_window {
    const struct vidmm_allocation *allocation;
    const struct segment *segment; /* NULL: there is none now */
    uint64_t offset;
    const struct segment *from; /* the place that is left */
    uint64_t from_offset;
};

struct vidmm {
    struct machine *machine;
    const struct vidmm_ops *ops;
    void *context;
    uint32_t segment_count;
    uint32_t visible_segments;                   /* bit n: the CPU sees what is in segment n + 1 */
    uint32_t aperture_segments;                  /* likewise: it is an aperture */
    struct segment segments[VIDMM_SEGMENTS_MAX]; /* [i] has id i + 1 */
    uint64_t dummy_pfn;
    struct list accounts; /* vidmm_account.link */
    uint32_t account_count;
    uint64_t group_bytes[VIDMM_GROUP_COUNT];
    bool keeps_offered;       /* offered memory that makes room goes to the backing store */
    uint64_t committed_count; /* allocations that have a place */
    struct vidmm_statistics statistics;

    bool entered;
    struct wait_queue entrance; /* threads wait here for !entered */
    bool pressed;               /* who entered waits for packets to let go of memory */
    struct wait_queue released; /* it waits here */
    uint64_t packet_pins;       /* of prepared packets, altogether */
    struct list batch;          /* vidmm_allocation.batch_link: moves that have not been run */
    NTSTATUS batch_status;      /* of its first operation that failed */
    bool batch_built;           /* it has operations, though perhaps nobody moves */
    uint64_t batch_generation;  /* when it began */
    struct vidmm_window window; /* of the transfer that is being built */
    uint64_t generation;        /* odd while the adapter is being reset */
};

/* What the driver asked for in DXGK_ALLOCATIONINFO. Constant. */
struct vidmm_request {
    uint64_t size_bytes;
    uint64_t alignment_bytes; /* power of two; 0 for a page */
    uint32_t read_segments;   /* bit n: segment n + 1 */
    uint32_t write_segments;
    uint32_t end_segments;      /* there it is looked for a place from the end on */
    uint32_t eviction_segments; /* apertures to leave a memory segment through; 0: directly */
    uint8_t preferred[5];       /* segment ids, best first; 0 ends the list */
    bool cpu_visible;
    bool cached;
    bool permanent;   /* the CPU always has the backing store: vidmm_allocation_save */
    bool pinned;      /* once it has a place, in the last fifth of a segment, it keeps it */
    bool synchronous; /* nothing else is submitted while it is paged */
};

/* How the CPU sees an allocation that it has locked with UseAlternateVA, or had when the
 * allocation was evicted. */
struct vidmm_alternate {
    void *range; /* the graphics kernel's; not looked into */
    uint32_t range_id;
    uint32_t range_data;
    uint64_t size_bytes; /* of what the CPU sees */
    bool held;           /* the lock lasts */
    bool away;           /* the content is in the pages */
    uint64_t pfn;        /* of the first page */
    uint64_t page_count;
    void *pages; /* NULL until needed */
    MDL *mdl;
};

struct vidmm_allocation {
    struct vidmm *vidmm;
    struct vidmm_request request;
    uint64_t number;      /* for the trace */
    HANDLE driver_handle; /* hAllocation of the driver; NULL for DMA buffers */
    void *owner;          /* the graphics kernel's; not looked into */
    uint32_t users;       /* the graphics kernel's: queued packets that refer to it */
    uint32_t priority;    /* D3DDDI_ALLOCATIONPRIORITY_x; 0 counts as normal */
    enum vidmm_offer offer;
    struct vidmm_account *account; /* NULL: the system's */

    struct segment *segment; /* NULL: not resident */
    uint64_t offset;         /* bytes into the segment */
    uint64_t left_address;   /* where it was before it left a segment; 0: nowhere yet */
    uint32_t place;          /* in segment->ranges */
    struct list resident_link;
    struct list account_link; /* likewise account->evictable, if it has one */
    struct list link;         /* segment->evictable, while resident and not pinned */
    uint32_t pin_count;       /* may not move: shown, locked, or used by prepared packets */

    bool save_area;   /* constant: the driver initialises it, instead of a fill */
    bool has_content; /* something was written to it; else it is zeroes */
    bool dirty;       /* the segment's copy is newer than the backing store */
    bool discarded;   /* it was taken while it was offered, and not reclaimed since */
    bool stale;       /* the backing store is newer than the segment's copy */
    bool gpu_wrote;   /* since the CPU looked last */
    bool stuck;       /* one of the pins is its own (request.pinned) */
    bool moving;      /* in the batch */
    bool leaving;     /* in the batch because it was evicted with its content */
    struct list batch_link;

    struct vidmm_alternate *alternate; /* NULL: the CPU has no alternate address for it */

    uint32_t watch_segments; /* the CPU has locked it, and it may be in these; 0: it is not so */
    bool seen;               /* the CPU's view of it shows its place in memory */

    uint64_t backing_pfn; /* first page of the backing store */
    void *backing;        /* the CPU's view of it; NULL until needed */
    bool scattered;       /* it is a mapping of its own */
    MDL *mdl;
};

/* One element of a packet's allocation list. */
struct vidmm_reference {
    struct vidmm_allocation *allocation; /* NULL: no allocation */
    bool written;
    bool pinned; /* by the preparation */
    bool fresh;  /* the owner's, while it prepares */
};

struct vidmm *vidmm_create(struct machine *machine, const struct vidmm_ops *ops, void *context);
/** vidmm_destroy - every allocation is gone. Accepts NULL. */
void vidmm_destroy(struct vidmm *vidmm);

/**
 * vidmm_segment_add - the next segment of the adapter, ids in order of adding
 * @cpu: where the CPU sees a CPU-visible memory segment, NULL otherwise
 */
struct segment *vidmm_segment_add(struct vidmm *vidmm, const DXGK_SEGMENTDESCRIPTOR3 *descriptor,
                                  void *cpu);
/** vidmm_segment - by id. Returns: NULL for 0 and unknown ids. */
struct segment *vidmm_segment(struct vidmm *vidmm, uint32_t id);

/** vidmm_allocation_init - a new allocation, not resident */
void vidmm_allocation_init(struct vidmm *vidmm, struct vidmm_allocation *allocation,
                           const struct vidmm_request *request);
/** vidmm_allocation_fini - unmap it from an aperture, give its place back. IRQL: PASSIVE_LEVEL. */
void vidmm_allocation_fini(struct vidmm_allocation *allocation);

/**
 * vidmm_allocation_commit - give the allocation a place and its content
 * Nothing keeps it there: see vidmm_allocation_pin.
 * Returns: STATUS_SUCCESS; STATUS_GRAPHICS_NO_VIDEO_MEMORY when nothing that makes room is left;
 * STATUS_NO_MEMORY when a backing store cannot be had; or the paging failure.
 * IRQL: PASSIVE_LEVEL. May wait for the GPU.
 */
NTSTATUS vidmm_allocation_commit(struct vidmm_allocation *allocation);

/**
 * vidmm_allocation_pin - commit, and keep it where it is until vidmm_allocation_unpin
 * @written: its content is about to change
 * Returns: as vidmm_allocation_commit; pinned on success only.
 * IRQL: PASSIVE_LEVEL. May wait for the GPU.
 */
NTSTATUS vidmm_allocation_pin(struct vidmm_allocation *allocation, bool written);
/** vidmm_allocation_can_be_seen - whether there is a place for it where the CPU sees it */
bool vidmm_allocation_can_be_seen(const struct vidmm_allocation *allocation);
/**
 * vidmm_allocation_pin_visible - as vidmm_allocation_pin, where the CPU sees it
 * It moves if it has to. vidmm_allocation_can_be_seen.
 */
NTSTATUS vidmm_allocation_pin_visible(struct vidmm_allocation *allocation, bool written);
/**
 * vidmm_allocation_bring_home - take its place away, and have its content in the backing store
 * For the CPU's use of what can be in no segment that the CPU sees. Whoever needs it next brings it
 * in again with what the backing store holds then.
 * Returns: as vidmm_allocation_evict; backing is not NULL on success.
 */
NTSTATUS vidmm_allocation_bring_home(struct vidmm_allocation *allocation, bool written);
/**
 * vidmm_allocation_save - have its content in the backing store as well, for the CPU
 * Returns: as vidmm_allocation_evict; backing is not NULL on success, and stays until
 * vidmm_allocation_fini. For request.permanent.
 */
NTSTATUS vidmm_allocation_save(struct vidmm_allocation *allocation);
/** vidmm_allocation_changed - the CPU wrote to the backing store: its copy in a segment is updated
 * before it is used again */
void vidmm_allocation_changed(struct vidmm_allocation *allocation);
/**
 * vidmm_alternate_begin - what is pinned for a lock may go, since the CPU sees it through a range
 * @range: handed to the ops; @range_id, @range_data: as the driver knows it
 * @size_bytes: of what is seen. It was pinned once for the lock, which is undone.
 */
void vidmm_alternate_begin(struct vidmm_allocation *allocation, void *range, uint32_t range_id,
                           uint32_t range_data, uint64_t size_bytes);
/**
 * vidmm_alternate_unlock - the CPU does not look any more
 * Returns: whether the range is the caller's again; else it is until alternate_over.
 */
bool vidmm_alternate_unlock(struct vidmm_allocation *allocation);
/**
 * vidmm_watch_begin - what is pinned for a lock may go, since the CPU's view can be turned
 * What is in an aperture stays in apertures: there the CPU has the backing store, which does not
 * move. It was pinned once for the lock, which is undone on success.
 * Returns: STATUS_SUCCESS; STATUS_NOT_SUPPORTED when some use of it does not allow where it is;
 * STATUS_NO_MEMORY.
 */
NTSTATUS vidmm_watch_begin(struct vidmm_allocation *allocation);
/** vidmm_watch_end - the CPU does not look any more */
void vidmm_watch_end(struct vidmm_allocation *allocation);
/** vidmm_allocation_unpin - IRQL: <= DISPATCH_LEVEL */
void vidmm_allocation_unpin(struct vidmm_allocation *allocation);

/**
 * vidmm_allocation_evict - take the allocation's place away; its content goes to the backing store
 * The GPU has finished with it. The next commit brings it back.
 * Returns: STATUS_SUCCESS, also when it has no place; STATUS_GRAPHICS_CANT_EVICT_PINNED_ALLOCATION;
 * STATUS_NO_MEMORY; or the paging failure. IRQL: PASSIVE_LEVEL.
 */
NTSTATUS vidmm_allocation_evict(struct vidmm_allocation *allocation);

/**
 * vidmm_allocation_offer - the content is not needed for now and may be thrown away under pressure
 * IRQL: <= DISPATCH_LEVEL.
 */
void vidmm_allocation_offer(struct vidmm_allocation *allocation, enum vidmm_offer offer);
/**
 * vidmm_allocation_reclaim - the content is needed again
 * Returns: whether it is still there; if not, the allocation is zeroes from now on.
 */
bool vidmm_allocation_reclaim(struct vidmm_allocation *allocation);
/** vidmm_allocation_set_priority - D3DDDI_ALLOCATIONPRIORITY_x */
void vidmm_allocation_set_priority(struct vidmm_allocation *allocation, uint32_t priority);

/** vidmm_allocation_charge - from now on it counts for this owner; not resident yet, until
 * vidmm_allocation_fini */
void vidmm_allocation_charge(struct vidmm_allocation *allocation, const void *owner);
/**
 * vidmm_budget - what one owner may have of a group before others' memory is spared at its expense
 * Choice: equal shares among all who have allocations, or what vidmm_budget_limit says.
 */
uint64_t vidmm_budget(const struct vidmm *vidmm, const void *owner, enum vidmm_group group);
/**
 * vidmm_budget_limit - this owner's budget is no larger than these, for as long as it has
 * allocations
 * @bytes: of each group; NULL: its share again
 * Returns: false when it has no allocation.
 */
bool vidmm_budget_limit(const struct vidmm *vidmm, const void *owner, const uint64_t *bytes);
/**
 * vidmm_trim - take the place of an owner's allocations that are not in use, lowest rank first
 * @all: every one; else until it is within its budget
 * Returns: STATUS_SUCCESS; or as vidmm_allocation_evict. IRQL: PASSIVE_LEVEL. May wait for the GPU.
 */
NTSTATUS vidmm_trim(struct vidmm *vidmm, const void *owner, bool all);
/** vidmm_usage - what an owner has in the segments of a group, bytes */
uint64_t vidmm_usage(const struct vidmm *vidmm, const void *owner, enum vidmm_group group);

/**
 * vidmm_reset_begin, vidmm_reset_end - the adapter is being reset
 * What is in the batch never happens: whoever holds the manager fails with STATUS_DEVICE_REMOVED,
 * whatever of it was built or has run. Others enter when the reset is over. The caller, who is
 * neither, goes over the segments between the two. No point is reached.
 */
void vidmm_reset_begin(struct vidmm *vidmm);
void vidmm_reset_end(struct vidmm *vidmm);
/** vidmm_reset_wait - until no reset is under way. IRQL: PASSIVE_LEVEL. */
void vidmm_reset_wait(struct vidmm *vidmm);
/** vidmm_batch_is_lost - a reset came between the beginning of the batch and now */
static inline bool vidmm_batch_is_lost(const struct vidmm *vidmm)
{
    return (vidmm->generation & 1) != 0 || vidmm->batch_generation != vidmm->generation;
}
/**
 * vidmm_allocation_survives - whether a reset leaves it where it is: in a memory segment, kept
 * there by somebody who has not only just asked for it. Choice: what the screen shows and what the
 * CPU has locked does not move, and a reset does not erase memory.
 */
bool vidmm_allocation_survives(const struct vidmm_allocation *allocation);
/** vidmm_allocation_forget - its place is lost with what was in it. No paging operation. */
void vidmm_allocation_forget(struct vidmm_allocation *allocation);

/**
 * vidmm_prepare - make everything a packet refers to resident and keep it so
 * Takes no time to speak of when all of it is resident. Otherwise makes room, waiting for packets
 * that use what has to go.
 * Returns: STATUS_SUCCESS; STATUS_GRAPHICS_NO_VIDEO_MEMORY: it does not fit all at once; or as
 * vidmm_allocation_commit. Nothing is kept on failure. IRQL: PASSIVE_LEVEL.
 */
NTSTATUS vidmm_prepare(struct vidmm *vidmm, struct vidmm_reference *references, uint32_t count);
/** vidmm_release - let go of what vidmm_prepare and vidmm_need kept. IRQL: <= DISPATCH_LEVEL. */
void vidmm_release(struct vidmm *vidmm, struct vidmm_reference *references, uint32_t count);

/* The steps of a preparation, for one that is split. */

/** vidmm_enter - hold the manager, waiting until nobody else does. IRQL: PASSIVE_LEVEL. */
void vidmm_enter(struct vidmm *vidmm);
void vidmm_leave(struct vidmm *vidmm);
/**
 * vidmm_need - make one reference resident and keep it so; the manager is held
 * @own_pins: how many references the packet keeps already
 * Returns: as vidmm_prepare. What it takes is in the batch until vidmm_flush.
 */
NTSTATUS vidmm_need(struct vidmm *vidmm, struct vidmm_reference *reference, uint64_t own_pins);
/**
 * vidmm_evict_all - take the place of everything that is not kept, so that what is left is in as
 * few pieces as it can be; the manager is held
 */
NTSTATUS vidmm_evict_all(struct vidmm *vidmm);
/**
 * vidmm_flush - run the batch; the manager is held
 * Returns: STATUS_SUCCESS, or what failed: then what was to come in is not resident, and the
 * content of what was to go out is lost. STATUS_DEVICE_REMOVED: the adapter was reset meanwhile.
 */
NTSTATUS vidmm_flush(struct vidmm *vidmm);

/** vidmm_allocation_address - GPU address while resident */
static inline uint64_t vidmm_allocation_address(const struct vidmm_allocation *allocation)
{
    return allocation->segment->base + allocation->offset;
}

/**
 * vidmm_allocation_pointer - the CPU's view of a resident allocation
 * Returns: NULL when its segment is not CPU-visible.
 */
void *vidmm_allocation_pointer(const struct vidmm_allocation *allocation);

/**
 * vidmm_check - whether the books are in order: no two allocations overlap, nobody who may make
 * room is pinned or out of the list, sums are right
 * @why: receives the first thing that is wrong
 * Returns: false when something is. For tests: takes time in proportion to what is resident.
 */
bool vidmm_check(const struct vidmm *vidmm, const struct vidmm_allocation *const *allocations,
                 size_t count, char *why, size_t why_bytes);

#endif /* VIDMM_VIDMM_H */
