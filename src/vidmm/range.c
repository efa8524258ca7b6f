/* SPDX-License-Identifier: MIT */
#include "vidmm/range.h"

#include "machine/heap.h"

#include <string.h>

#define RECORDS_FIRST 64u
/* How many ranges of the request's own bin are looked at when no larger bin has any. Choice: a
 * constant, so that the worst case stays one. */
#define BIN_LOOK_MAX 8u

struct bin {
    uint32_t power;
    uint32_t step;
};

static struct bin bin_of(uint64_t pages)
{
    uint32_t log2;

    if (pages < RANGE_STEPS) {
        return (struct bin){ 0, (uint32_t)pages };
    }
    log2 = 63u - (uint32_t)__builtin_clzll(pages);
    return (struct bin){ log2 - 4, (uint32_t)(pages >> (log2 - 5)) & (RANGE_STEPS - 1) };
}

/* Rounded up, so that everything in this bin and the ones above it fits. */
static struct bin bin_that_fits(uint64_t pages)
{
    uint32_t log2;

    if (pages < RANGE_STEPS) {
        return (struct bin){ 0, (uint32_t)pages };
    }
    log2 = 63u - (uint32_t)__builtin_clzll(pages);
    return bin_of(pages + (UINT64_C(1) << (log2 - 5)) - 1);
}

/* Records */

static uint32_t record_new(struct range_allocator *allocator)
{
    uint32_t record = allocator->spare;

    if (record != RANGE_NONE) {
        allocator->spare = allocator->records[record].next;
        return record;
    }
    if (allocator->record_count == allocator->record_capacity) {
        uint32_t capacity = allocator->record_capacity * 2;
        struct range_record *records =
            machine_heap_alloc(allocator->machine, capacity * sizeof(*records));

        memcpy(records, allocator->records, allocator->record_count * sizeof(*records));
        machine_heap_free(allocator->machine, allocator->records);
        allocator->records = records;
        allocator->record_capacity = capacity;
    }
    return allocator->record_count++;
}

static void record_drop(struct range_allocator *allocator, uint32_t record)
{
    allocator->records[record].next = allocator->spare;
    allocator->spare = record;
}

/* Bins */

static void bin_insert(struct range_allocator *allocator, uint32_t record)
{
    struct range_record *range = &allocator->records[record];
    struct bin bin = bin_of(range->pages);
    uint32_t *first = &allocator->bins[bin.power][bin.step];

    range->is_free = true;
    range->previous = RANGE_NONE;
    range->next = *first;
    allocator->records[*first].previous = record; /* of record 0 too: nobody reads it */
    *first = record;
    allocator->steps[bin.power] |= 1u << bin.step;
    allocator->powers |= 1u << bin.power;
}

static void bin_remove(struct range_allocator *allocator, uint32_t record)
{
    struct range_record *range = &allocator->records[record];

    range->is_free = false;
    allocator->records[range->next].previous = range->previous;
    if (range->previous != RANGE_NONE) {
        allocator->records[range->previous].next = range->next;
        return;
    }

    struct bin bin = bin_of(range->pages);

    allocator->bins[bin.power][bin.step] = range->next;
    if (range->next == RANGE_NONE) {
        allocator->steps[bin.power] &= ~(1u << bin.step);
        if (allocator->steps[bin.power] == 0) {
            allocator->powers &= ~(1u << bin.power);
        }
    }
}

/* Returns: the first record of the smallest bin from this one on that is not empty. */
static uint32_t find_from(const struct range_allocator *allocator, struct bin bin)
{
    uint32_t steps;
    uint32_t powers;

    if (bin.power >= RANGE_POWERS) {
        return RANGE_NONE;
    }
    steps = allocator->steps[bin.power] & (UINT32_MAX << bin.step);
    if (steps == 0) {
        powers = allocator->powers & ~(UINT32_MAX >> (31 - bin.power));
        if (powers == 0) {
            return RANGE_NONE;
        }
        bin.power = (uint32_t)__builtin_ctz(powers);
        steps = allocator->steps[bin.power];
    }
    return allocator->bins[bin.power][__builtin_ctz(steps)];
}

static uint64_t lead_pages(const struct range_allocator *allocator, uint32_t record,
                           uint64_t alignment_bytes)
{
    uint64_t page = allocator->records[record].page;

    return align_up(page, alignment_bytes >> DXGH_PAGE_SHIFT) - page;
}

static bool fits(const struct range_allocator *allocator, uint32_t record, uint64_t pages,
                 uint64_t alignment_bytes)
{
    return record != RANGE_NONE && allocator->records[record].pages >=
                                       pages + lead_pages(allocator, record, alignment_bytes);
}

/* The bin of the request itself holds ranges that are too small and ones that are large enough. */
static uint32_t find_in_own_bin(const struct range_allocator *allocator, uint64_t pages,
                                uint64_t alignment_bytes)
{
    struct bin bin = bin_of(pages);
    uint32_t record = bin.power < RANGE_POWERS ? allocator->bins[bin.power][bin.step] : RANGE_NONE;

    for (uint32_t i = 0; record != RANGE_NONE && i < BIN_LOOK_MAX; i++) {
        if (fits(allocator, record, pages, alignment_bytes)) {
            return record;
        }
        record = allocator->records[record].next;
    }
    return RANGE_NONE;
}

static uint32_t find(const struct range_allocator *allocator, uint64_t pages,
                     uint64_t alignment_bytes)
{
    uint32_t record = find_from(allocator, bin_that_fits(pages));

    if (fits(allocator, record, pages, alignment_bytes)) {
        return record;
    }
    record = find_in_own_bin(allocator, pages, alignment_bytes);
    if (record == RANGE_NONE && alignment_bytes > DXGH_PAGE_SIZE) {
        /* Anything this large has an aligned piece, wherever it begins. */
        record =
            find_from(allocator, bin_that_fits(pages + (alignment_bytes >> DXGH_PAGE_SHIFT) - 1));
    }
    return record;
}

void range_allocator_init(struct range_allocator *allocator, struct machine *machine,
                          uint64_t size_bytes)
{
    uint64_t pages = size_bytes >> DXGH_PAGE_SHIFT;
    uint32_t record;

    DXGH_ASSERT(size_bytes % DXGH_PAGE_SIZE == 0 && pages <= UINT32_MAX);
    memset(allocator, 0, sizeof(*allocator));
    allocator->machine = machine;
    allocator->size_bytes = size_bytes;
    allocator->free_bytes = size_bytes;
    allocator->record_capacity = RECORDS_FIRST;
    allocator->records = machine_heap_alloc(machine, RECORDS_FIRST * sizeof(*allocator->records));
    allocator->record_count = 1;
    if (pages == 0) {
        return;
    }
    record = record_new(allocator);
    allocator->records[record] = (struct range_record){ .pages = (uint32_t)pages };
    bin_insert(allocator, record);
    allocator->last = record;
}

void range_allocator_fini(struct range_allocator *allocator)
{
    machine_heap_free(allocator->machine, allocator->records);
    allocator->records = NULL;
}

/* Cuts a range in two at a number of pages. Returns: the part behind the cut, not in a bin. */
static uint32_t cut(struct range_allocator *allocator, uint32_t record, uint32_t pages)
{
    uint32_t rest = record_new(allocator);
    struct range_record *range = &allocator->records[record];

    allocator->records[rest] = (struct range_record){ .page = range->page + pages,
                                                      .pages = range->pages - pages,
                                                      .before = record,
                                                      .after = range->after };
    if (range->after != RANGE_NONE) {
        allocator->records[range->after].before = rest;
    } else {
        allocator->last = rest;
    }
    range->after = rest;
    range->pages = pages;
    return rest;
}

/* Takes the pages behind the first `lead` out of a free range, which has them. */
static uint32_t take_behind(struct range_allocator *allocator, uint32_t record, uint64_t pages,
                            uint64_t lead)
{
    bin_remove(allocator, record);
    if (lead > 0) {
        uint32_t aligned = cut(allocator, record, (uint32_t)lead);

        bin_insert(allocator, record);
        record = aligned;
    }
    if (allocator->records[record].pages > pages) {
        bin_insert(allocator, cut(allocator, record, (uint32_t)pages));
    }
    allocator->free_bytes -= pages << DXGH_PAGE_SHIFT;
    return record;
}

static uint32_t take(struct range_allocator *allocator, uint32_t record, uint64_t pages,
                     uint64_t alignment_bytes)
{
    return take_behind(allocator, record, pages, lead_pages(allocator, record, alignment_bytes));
}

/* Also keeps the arithmetic of the search from overflowing. */
static bool is_hopeless(const struct range_allocator *allocator, uint64_t size_bytes,
                        uint64_t alignment_bytes)
{
    return size_bytes > allocator->free_bytes || alignment_bytes > allocator->size_bytes;
}

uint32_t range_alloc(struct range_allocator *allocator, uint64_t size_bytes,
                     uint64_t alignment_bytes)
{
    uint64_t pages = size_bytes >> DXGH_PAGE_SHIFT;
    uint32_t record = is_hopeless(allocator, size_bytes, alignment_bytes)
                          ? RANGE_NONE
                          : find(allocator, pages, alignment_bytes);

    return record == RANGE_NONE ? RANGE_NONE : take(allocator, record, pages, alignment_bytes);
}

uint32_t range_alloc_anywhere(struct range_allocator *allocator, uint64_t size_bytes,
                              uint64_t alignment_bytes)
{
    uint64_t pages = size_bytes >> DXGH_PAGE_SHIFT;

    if (is_hopeless(allocator, size_bytes, alignment_bytes)) {
        return RANGE_NONE;
    }
    for (uint32_t record = 1; record < allocator->record_count; record++) {
        if (allocator->records[record].is_free && fits(allocator, record, pages, alignment_bytes)) {
            return take(allocator, record, pages, alignment_bytes);
        }
    }
    return RANGE_NONE;
}

uint32_t range_alloc_last(struct range_allocator *allocator, uint64_t size_bytes,
                          uint64_t alignment_bytes, uint64_t lowest_bytes)
{
    uint64_t pages = size_bytes >> DXGH_PAGE_SHIFT;
    uint64_t lowest = lowest_bytes >> DXGH_PAGE_SHIFT;

    if (is_hopeless(allocator, size_bytes, alignment_bytes)) {
        return RANGE_NONE;
    }
    for (uint32_t record = allocator->last; record != RANGE_NONE;
         record = allocator->records[record].before) {
        const struct range_record *range = &allocator->records[record];
        uint64_t end = (uint64_t)range->page + range->pages;
        uint64_t at;

        if (end < lowest + pages) {
            break; /* nor does anything before it reach that far */
        }
        at = align_down(end - pages, alignment_bytes >> DXGH_PAGE_SHIFT);
        if (range->is_free && range->pages >= pages && at >= DXGH_MAX(range->page, lowest)) {
            return take_behind(allocator, record, pages, at - range->page);
        }
    }
    return RANGE_NONE;
}

/* Joins a range with the one behind it, whose record goes. Neither is in a bin. */
static void join(struct range_allocator *allocator, uint32_t record, uint32_t behind)
{
    struct range_record *range = &allocator->records[record];

    range->pages += allocator->records[behind].pages;
    range->after = allocator->records[behind].after;
    if (range->after != RANGE_NONE) {
        allocator->records[range->after].before = record;
    } else {
        allocator->last = record;
    }
    record_drop(allocator, behind);
}

void range_free(struct range_allocator *allocator, uint32_t place)
{
    uint32_t before = allocator->records[place].before;
    uint32_t after = allocator->records[place].after;

    DXGH_ASSERT(place != RANGE_NONE && !allocator->records[place].is_free);
    allocator->free_bytes += (uint64_t)allocator->records[place].pages << DXGH_PAGE_SHIFT;
    if (after != RANGE_NONE && allocator->records[after].is_free) {
        bin_remove(allocator, after);
        join(allocator, place, after);
    }
    if (before != RANGE_NONE && allocator->records[before].is_free) {
        bin_remove(allocator, before);
        join(allocator, before, place);
        place = before;
    }
    bin_insert(allocator, place);
}

uint64_t range_largest_free(const struct range_allocator *allocator)
{
    uint32_t power;
    uint32_t step;
    uint64_t largest = 0;

    if (allocator->powers == 0) {
        return 0;
    }
    power = 31u - (uint32_t)__builtin_clz(allocator->powers);
    step = 31u - (uint32_t)__builtin_clz(allocator->steps[power]);
    for (uint32_t record = allocator->bins[power][step]; record != RANGE_NONE;
         record = allocator->records[record].next) {
        largest = DXGH_MAX(largest, allocator->records[record].pages);
    }
    return largest << DXGH_PAGE_SHIFT;
}
