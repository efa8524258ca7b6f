/* SPDX-License-Identifier: MIT */
/*
 * The pool's own view of its pages: shared by pool.c (who gets what), pool_check.c (is everything
 * as it should be) and pool_info.c (what is at an address).
 */
#ifndef NT_POOL_PRIVATE_H
#define NT_POOL_PRIVATE_H

#include "nt/pool.h"
#include "nt/state.h"

#define RED_ZONE_BYTES 16u
#define CLASS_COUNT 16u
#define LARGE_GUARD_BYTES                                                                          \
    128u                     /* checked; the guard page behind a large block is poisoned whole     \
                              */
#define FILL_BYTES_MAX 4096u /* of a large block, only this much is filled and verified */
#define RESTING_BLOCKS 64u   /* per class */
#define RESTING_LARGE_PAGES 256u
#define SLOTS_PER_PAGE_MAX 127u

#define PATTERN_RED 0xFDu   /* around a block */
#define PATTERN_FRESH 0xCDu /* allocated, not written yet */
#define PATTERN_FREED 0xDDu

enum slot_state { SLOT_NEVER_USED, SLOT_LIVE, SLOT_RESTING, SLOT_FREE };

struct slot {
    uint32_t bytes; /* asked for */
    uint32_t tag;
    uintptr_t pc;  /* who allocated; of a resting slot, still that */
    uint16_t next; /* free list of its page: slot + 1 */
    uint8_t state; /* enum slot_state */
    uint8_t use;   /* enum nt_pool_use */
    bool paged;
    bool driver;
};

/* A page cut into slots, or the first page of a large block (class_index is CLASS_COUNT). */
struct pool_page {
    struct list link; /* pool.pages */
    struct list room; /* pool.room[class], while a slot is free */
    char *memory;
    uint64_t pfn;
    uint64_t page_count;
    uint16_t class_index;
    uint16_t slot_count;
    uint16_t first_free; /* slot + 1; 0: none */
    size_t large_bytes;
    struct slot slots[];
};

struct resting {
    struct pool_page *page;
    uint16_t slot;
};

struct nt_pool {
    char *ram;
    uint64_t ram_pages;
    struct pool_page **page_of; /* by page of RAM */
    struct list pages;
    struct list room[CLASS_COUNT];
    struct resting resting[CLASS_COUNT][RESTING_BLOCKS]; /* rings */
    uint32_t resting_next[CLASS_COUNT];
    struct list resting_large; /* pool_page.room, oldest first */
    uint64_t resting_large_pages;
    uint64_t blocks;
    uint64_t bytes;
};

extern const uint16_t pool_class_bytes[CLASS_COUNT];

static inline struct nt_pool *pool_of(const struct machine *machine)
{
    return nt_of(machine)->pool;
}

static inline size_t stride_of(const struct pool_page *page)
{
    return pool_class_bytes[page->class_index] + RED_ZONE_BYTES;
}

static inline char *pool_slot_memory(const struct pool_page *page, uint32_t index)
{
    return page->class_index == CLASS_COUNT
               ? page->memory
               : page->memory + RED_ZONE_BYTES + index * stride_of(page);
}

static inline size_t pool_slot_capacity(const struct pool_page *page)
{
    return page->class_index == CLASS_COUNT ? (size_t)(page->page_count - 1) * DXGH_PAGE_SIZE
                                            : pool_class_bytes[page->class_index];
}

static inline size_t pool_slot_bytes(const struct pool_page *page, uint32_t index)
{
    return page->class_index == CLASS_COUNT ? page->large_bytes : page->slots[index].bytes;
}

/* The page a pointer lies in, or NULL when that page is not pool. */
static inline struct pool_page *pool_page_at(const struct machine *machine, uintptr_t address)
{
    const struct nt_pool *pool = pool_of(machine);
    uint64_t offset = address - (uintptr_t)pool->ram;

    if (address < (uintptr_t)pool->ram || offset >= pool->ram_pages * DXGH_PAGE_SIZE) {
        return NULL;
    }
    return pool->page_of[offset / DXGH_PAGE_SIZE];
}

/* The slot whose bytes or following red zone the address lies in. */
static inline uint32_t pool_slot_at(const struct pool_page *page, uintptr_t address)
{
    uintptr_t offset = address - (uintptr_t)page->memory;

    if (page->class_index == CLASS_COUNT || offset < RED_ZONE_BYTES) {
        return 0;
    }
    return (uint32_t)DXGH_MIN((offset - RED_ZONE_BYTES) / stride_of(page), page->slot_count - 1u);
}

/** pool_check_live - compare what surrounds a live block; report and mend it */
void pool_check_live(struct machine *machine, const struct pool_page *page, uint32_t index,
                     const char *function);
/** pool_check_resting - compare a freed block with its pattern; report and mend it */
void pool_check_resting(struct machine *machine, const struct pool_page *page, uint32_t index,
                        const char *function);

/**
 * pool_expose, pool_hide - lift the poison of a slot and its surroundings, and put it back
 * AddressSanitizer would stop our own look at poisoned bytes.
 * @whole: the slot's own bytes too, since nobody owns them
 */
void pool_expose(const struct pool_page *page, uint32_t index);
void pool_hide(const struct pool_page *page, uint32_t index, bool whole);

#endif /* NT_POOL_PRIVATE_H */
