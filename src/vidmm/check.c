/* SPDX-License-Identifier: MIT */
/* The books of the manager, gone over for a test. */
#include "vidmm/vidmm_private.h"

#include <stdarg.h>
#include <stdio.h>

struct audit {
    const struct vidmm *vidmm;
    char *why;
    size_t why_bytes;
};

static bool broken(const struct audit *audit, const char *format, ...) DXGH_PRINTF(2, 3);

static bool broken(const struct audit *audit, const char *format, ...)
{
    va_list values;

    va_start(values, format);
    (void)vsnprintf(audit->why, audit->why_bytes, format, values);
    va_end(values);
    return false;
}

static bool overlap(const struct vidmm_allocation *a, const struct vidmm_allocation *b)
{
    return a->segment == b->segment && a->offset < b->offset + b->request.size_bytes &&
           b->offset < a->offset + a->request.size_bytes;
}

static bool is_listed(const struct vidmm_allocation *allocation)
{
    for (uint32_t i = 0; i < VIDMM_RANK_COUNT; i++) {
        LIST_FOR_EACH(link, &allocation->segment->evictable[i]) {
            if (link == &allocation->link) {
                return true;
            }
        }
    }
    return false;
}

static bool check_one(const struct audit *audit, const struct vidmm_allocation *allocation)
{
    const struct segment *segment = allocation->segment;
    unsigned long long number = allocation->number;

    if (allocation->offset + allocation->request.size_bytes > segment->size_bytes) {
        return broken(audit, "allocation %llu reaches beyond segment %u", number, segment->id);
    }
    if (allocation->offset % allocation->request.alignment_bytes != 0) {
        return broken(audit, "allocation %llu is at 0x%llx, not aligned", number,
                      (unsigned long long)allocation->offset);
    }
    if (is_listed(allocation) != (allocation->pin_count == 0)) {
        return broken(audit, "allocation %llu is %s although it is pinned %u times", number,
                      allocation->pin_count > 0 ? "evictable" : "not evictable",
                      allocation->pin_count);
    }
    if (allocation->has_content && !allocation->dirty && allocation->backing == NULL) {
        return broken(audit, "allocation %llu is nowhere but in the segment and counts as clean",
                      number);
    }
    return true;
}

/* Of a range that shows a backing store for the time of a transfer. */
static uint64_t window_bytes(const struct vidmm *vidmm, const struct segment *segment)
{
    return vidmm->window.segment == segment ? vidmm->window.allocation->request.size_bytes : 0;
}

static bool check_sums(const struct audit *audit, const struct segment *segment,
                       uint64_t committed_bytes, uint64_t pinned_bytes)
{
    uint64_t taken_bytes = committed_bytes + window_bytes(audit->vidmm, segment);

    if (segment->committed_bytes != committed_bytes || segment->pinned_bytes != pinned_bytes ||
        segment->ranges.free_bytes != segment->size_bytes - taken_bytes) {
        return broken(audit, "segment %u has %llu bytes committed, %llu pinned, %llu free of %llu",
                      segment->id, (unsigned long long)segment->committed_bytes,
                      (unsigned long long)segment->pinned_bytes,
                      (unsigned long long)segment->ranges.free_bytes,
                      (unsigned long long)segment->size_bytes);
    }
    if (segment->committed_bytes > segment->commit_limit_bytes) {
        return broken(audit, "segment %u is over its commit limit", segment->id);
    }
    return true;
}

bool vidmm_check(const struct vidmm *vidmm, const struct vidmm_allocation *const *allocations,
                 size_t count, char *why, size_t why_bytes)
{
    const struct audit audit = { vidmm, why, why_bytes };
    uint64_t committed[VIDMM_SEGMENTS_MAX] = { 0 };
    uint64_t pinned[VIDMM_SEGMENTS_MAX] = { 0 };

    for (size_t i = 0; i < count; i++) {
        const struct vidmm_allocation *allocation = allocations[i];

        if (allocation->segment == NULL) {
            continue;
        }
        if (!check_one(&audit, allocation)) {
            return false;
        }
        for (size_t j = 0; j < i; j++) {
            if (overlap(allocation, allocations[j])) {
                return broken(&audit, "allocations %llu and %llu overlap in segment %u",
                              (unsigned long long)allocation->number,
                              (unsigned long long)allocations[j]->number, allocation->segment->id);
            }
        }
        committed[allocation->segment->id - 1] += allocation->request.size_bytes;
        pinned[allocation->segment->id - 1] +=
            allocation->pin_count > 0 ? allocation->request.size_bytes : 0;
    }
    for (uint32_t i = 0; i < vidmm->segment_count; i++) {
        if (!check_sums(&audit, &vidmm->segments[i], committed[i], pinned[i])) {
            return false;
        }
    }
    return true;
}
