/* SPDX-License-Identifier: MIT */
/*
 * Places in a segment: allocation and release in constant time.
 *
 * Free ranges stand in bins by size: a power of two, divided into 32 steps. Two levels of bitmaps
 * find the first bin from the request's size, rounded up to a step, that is not empty: all that is
 * in it fits. Up to 31 pages a bin is one size, and the choice the best fit. Above, ranges that are
 * less than 1/32 larger than the request stand in its own bin among some that are too small, and a
 * few of them are looked at only when no larger bin has any: a small range may be passed over for a
 * large one, and one that fits may be missed. Ranges that touch are one range. Records of ranges
 * come from a pool that doubles when it is full and never shrinks: nothing is allocated per block.
 *
 * Offsets and sizes are bytes; everything is whole pages.
 * Tests: tests/unit/range_test.c; bench: segment.* beside a best-fit tree.
 */
#ifndef VIDMM_RANGE_H
#define VIDMM_RANGE_H

#include "machine/machine.h"

#define RANGE_NONE 0u
#define RANGE_STEPS 32u  /* bins of one power of two */
#define RANGE_POWERS 28u /* enough for 2^32 pages */

struct range_record {
    uint32_t page; /* first */
    uint32_t pages;
    uint32_t before; /* neighbours by address; RANGE_NONE at the ends */
    uint32_t after;
    uint32_t previous; /* in its bin, while free */
    uint32_t next;     /* in its bin, or in the list of spare records */
    bool is_free;
} __attribute__((aligned(32))); /* so that an index is a shift, and a record in one line */

struct range_allocator {
    struct machine *machine;
    uint64_t size_bytes;
    uint64_t free_bytes;
    struct range_record *records; /* [0] is unused: it stands for RANGE_NONE */
    uint32_t record_count;        /* that were ever in use */
    uint32_t record_capacity;
    uint32_t last;                            /* the range with the highest addresses */
    uint32_t spare;                           /* first unused record */
    uint32_t powers;                          /* bit n: steps[n] is not 0 */
    uint32_t steps[RANGE_POWERS];             /* bit n: bins[...][n] is not empty */
    uint32_t bins[RANGE_POWERS][RANGE_STEPS]; /* first record */
};

/**
 * range_allocator_init - all of it free
 * @size_bytes: whole pages, at most 2^44 bytes; 0 for one that never has room
 */
void range_allocator_init(struct range_allocator *allocator, struct machine *machine,
                          uint64_t size_bytes);
/** range_allocator_fini - what is still taken is forgotten with it */
void range_allocator_fini(struct range_allocator *allocator);

/**
 * range_alloc - take a place
 * @size_bytes: whole pages, not 0
 * @alignment_bytes: a power of two, a page or more
 * Returns: the place, for range_offset and range_free; RANGE_NONE when nothing fits.
 */
uint32_t range_alloc(struct range_allocator *allocator, uint64_t size_bytes,
                     uint64_t alignment_bytes);
/**
 * range_alloc_anywhere - the same, missing nothing: for who has no other way
 * Takes time in proportion to the number of ranges there ever were.
 */
uint32_t range_alloc_anywhere(struct range_allocator *allocator, uint64_t size_bytes,
                              uint64_t alignment_bytes);
/**
 * range_alloc_last - the same, as near to the end as there is room
 * @lowest_bytes: it does not begin before this
 * Takes time in proportion to the number of ranges behind the one that is found.
 */
uint32_t range_alloc_last(struct range_allocator *allocator, uint64_t size_bytes,
                          uint64_t alignment_bytes, uint64_t lowest_bytes);
/** range_free - give a place back */
void range_free(struct range_allocator *allocator, uint32_t place);

/** range_offset - where a place begins */
static inline uint64_t range_offset(const struct range_allocator *allocator, uint32_t place)
{
    return (uint64_t)allocator->records[place].page << DXGH_PAGE_SHIFT;
}

/** range_largest_free - the largest piece that is free; 0: none */
uint64_t range_largest_free(const struct range_allocator *allocator);

#endif /* VIDMM_RANGE_H */
