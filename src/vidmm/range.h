/* SPDX-License-Identifier: MIT */
/* Free ranges of a segment, first fit by address. Offsets and sizes are bytes. */
#ifndef VIDMM_RANGE_H
#define VIDMM_RANGE_H

#include "machine/machine.h"

#define RANGE_NONE UINT64_MAX

struct range_allocator {
    struct machine *machine;
    struct list free_ranges; /* struct free_range by ascending offset, never adjacent */
    uint64_t size_bytes;
    uint64_t free_bytes;
};

void range_allocator_init(struct range_allocator *allocator, struct machine *machine,
                          uint64_t size_bytes);
void range_allocator_fini(struct range_allocator *allocator);

/** range_alloc - Returns: the lowest aligned offset that fits, or RANGE_NONE */
uint64_t range_alloc(struct range_allocator *allocator, uint64_t size_bytes,
                     uint64_t alignment_bytes);
/** range_free - give back exactly what range_alloc gave */
void range_free(struct range_allocator *allocator, uint64_t offset, uint64_t size_bytes);
/** range_largest_free - the largest piece that is free; 0: none */
uint64_t range_largest_free(const struct range_allocator *allocator);

#endif /* VIDMM_RANGE_H */
