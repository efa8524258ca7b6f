/* SPDX-License-Identifier: MIT */
/*
 * The video memory manager: segments, where allocations are, and what it takes to move them.
 *
 * It decides; an ops table of the graphics kernel carries paging operations out through the driver.
 * Placement is first fit within the segments the driver allows, without eviction.
 *
 * Locks: none. State changes between points only (machine/schedule.h).
 */
#ifndef VIDMM_VIDMM_H
#define VIDMM_VIDMM_H

#include "object/wait.h"
#include "vidmm/range.h"

#include <ntddk.h>
#include <d3dkmddi.h>

#define VIDMM_SEGMENTS_MAX 32u

struct vidmm;
struct vidmm_allocation;

/* One segment of the adapter. Constant after vidmm_segment_add, but for the ranges. */
struct segment {
    uint32_t id; /* 1-based, as the driver sees it */
    bool aperture;
    bool cpu_visible;
    bool cache_coherent;
    uint64_t base;       /* GPU address of its first byte */
    uint64_t size_bytes; /* multiple of the page size */
    void *cpu;           /* memory segment behind a BAR: where the CPU sees it; else NULL */
    struct range_allocator ranges;
};

enum paging_kind {
    PAGING_FILL,           /* first residency in a memory segment: zeroes */
    PAGING_TRANSFER_IN,    /* backing store to segment */
    PAGING_TRANSFER_OUT,   /* segment to backing store */
    PAGING_MAP_APERTURE,   /* point an aperture range at the backing store */
    PAGING_UNMAP_APERTURE, /* point it at the dummy page */
};

struct paging_operation {
    enum paging_kind kind;
    struct vidmm_allocation *allocation;
    const struct segment *segment;
    uint64_t offset;     /* bytes into the segment */
    MDL *mdl;            /* the backing store; NULL for PAGING_FILL and _UNMAP_APERTURE */
    uint64_t dummy_page; /* physical address, for _UNMAP_APERTURE */
};

struct vidmm_ops {
    /**
     * page - have the driver build the operation, run it, and wait until it has retired
     * Returns: STATUS_SUCCESS, or why it could not be done; then nothing has moved.
     * IRQL: PASSIVE_LEVEL.
     */
    NTSTATUS (*page)(void *context, const struct paging_operation *operation);
};

struct vidmm {
    struct machine *machine;
    const struct vidmm_ops *ops;
    void *context;
    uint32_t segment_count;
    struct segment segments[VIDMM_SEGMENTS_MAX]; /* [i] has id i + 1 */
    uint64_t dummy_pfn;
    struct wait_queue committed; /* threads wait here for another's commit of the same allocation */
    uint64_t committed_count;    /* allocations that have a place */
};

/* What the driver asked for in DXGK_ALLOCATIONINFO. Constant. */
struct vidmm_request {
    uint64_t size_bytes;
    uint64_t alignment_bytes;    /* power of two; 0 for a page */
    uint32_t supported_segments; /* bit n: segment n + 1 */
    uint8_t preferred[5];        /* segment ids, best first; 0 ends the list */
    bool cpu_visible;
    bool cached;
};

struct vidmm_allocation {
    struct vidmm *vidmm;
    struct vidmm_request request;
    uint64_t number;         /* for the trace */
    HANDLE driver_handle;    /* hAllocation of the driver; NULL for DMA buffers */
    struct segment *segment; /* NULL: not resident */
    uint64_t offset;         /* bytes into the segment */
    bool has_content;        /* the backing store is worth transferring in */
    bool committing;         /* a fiber is paging it; others wait */
    uint32_t pin_count;      /* may not move: locked, or used by queued packets */
    uint64_t *backing_pfns;  /* backing store, NULL until needed */
    void *backing;           /* the CPU's view of it */
    MDL *mdl;
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
 * Returns: STATUS_SUCCESS; STATUS_GRAPHICS_NO_VIDEO_MEMORY when no allowed segment has room;
 * STATUS_NO_MEMORY when the backing store cannot be had; or the paging failure.
 * IRQL: PASSIVE_LEVEL. May wait for the GPU.
 */
NTSTATUS vidmm_allocation_commit(struct vidmm_allocation *allocation);

/**
 * vidmm_allocation_evict - take the allocation's place away; its content goes to the backing store
 * The GPU has finished with it. The next commit brings it back.
 * Returns: STATUS_SUCCESS, also when it has no place; STATUS_GRAPHICS_CANT_EVICT_PINNED_ALLOCATION;
 * STATUS_NO_MEMORY; or the paging failure, and then it stays. IRQL: PASSIVE_LEVEL.
 */
NTSTATUS vidmm_allocation_evict(struct vidmm_allocation *allocation);

/**
 * vidmm_allocation_forget - the adapter was reset: what was placed in a segment is lost
 * An allocation that may not move keeps its place in a memory segment. No paging operation.
 */
void vidmm_allocation_forget(struct vidmm_allocation *allocation);

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

#endif /* VIDMM_VIDMM_H */
