/* SPDX-License-Identifier: MIT */
#include "vidmm/range.h"

#include "machine/heap.h"

struct free_range {
    struct list link;
    uint64_t offset;
    uint64_t size_bytes;
};

static struct free_range *range_new(struct range_allocator *allocator, uint64_t offset,
                                    uint64_t size_bytes)
{
    struct free_range *range = MACHINE_NEW(allocator->machine, struct free_range);

    range->offset = offset;
    range->size_bytes = size_bytes;
    return range;
}

static void range_drop(struct range_allocator *allocator, struct free_range *range)
{
    list_remove(&range->link);
    machine_heap_free(allocator->machine, range);
}

void range_allocator_init(struct range_allocator *allocator, struct machine *machine,
                          uint64_t size_bytes)
{
    allocator->machine = machine;
    allocator->size_bytes = size_bytes;
    allocator->free_bytes = size_bytes;
    list_init(&allocator->free_ranges);
    if (size_bytes > 0) {
        list_push_back(&allocator->free_ranges, &range_new(allocator, 0, size_bytes)->link);
    }
}

void range_allocator_fini(struct range_allocator *allocator)
{
    LIST_FOR_EACH_SAFE(link, &allocator->free_ranges) {
        range_drop(allocator, LIST_ENTRY_OF(link, struct free_range, link));
    }
}

uint64_t range_alloc(struct range_allocator *allocator, uint64_t size_bytes,
                     uint64_t alignment_bytes)
{
    LIST_FOR_EACH(link, &allocator->free_ranges) {
        struct free_range *range = LIST_ENTRY_OF(link, struct free_range, link);
        uint64_t start = align_up(range->offset, alignment_bytes);
        uint64_t lead = start - range->offset;

        if (lead > range->size_bytes || range->size_bytes - lead < size_bytes) {
            continue;
        }

        uint64_t tail = range->size_bytes - lead - size_bytes;

        if (tail > 0) {
            list_insert_after(&range->link, &range_new(allocator, start + size_bytes, tail)->link);
        }
        range->size_bytes = lead;
        if (lead == 0) {
            range_drop(allocator, range);
        }
        allocator->free_bytes -= size_bytes;
        return start;
    }
    return RANGE_NONE;
}

void range_free(struct range_allocator *allocator, uint64_t offset, uint64_t size_bytes)
{
    struct list *after = &allocator->free_ranges;
    struct free_range *range;

    LIST_FOR_EACH(link, &allocator->free_ranges) {
        if (LIST_ENTRY_OF(link, struct free_range, link)->offset > offset) {
            break;
        }
        after = link;
    }
    allocator->free_bytes += size_bytes;
    range = LIST_ENTRY_OF(after, struct free_range, link);
    if (after != &allocator->free_ranges && range->offset + range->size_bytes == offset) {
        range->size_bytes += size_bytes;
    } else {
        range = range_new(allocator, offset, size_bytes);
        list_insert_after(after, &range->link);
    }

    struct free_range *next = LIST_ENTRY_OF(range->link.next, struct free_range, link);

    if (range->link.next != &allocator->free_ranges &&
        range->offset + range->size_bytes == next->offset) {
        range->size_bytes += next->size_bytes;
        range_drop(allocator, next);
    }
}

uint64_t range_largest_free(const struct range_allocator *allocator)
{
    uint64_t largest = 0;

    for (const struct list *link = allocator->free_ranges.next; link != &allocator->free_ranges;
         link = link->next) {
        largest = DXGH_MAX(largest, LIST_ENTRY_OF(link, struct free_range, link)->size_bytes);
    }
    return largest;
}
