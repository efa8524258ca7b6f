/* SPDX-License-Identifier: MIT */
/* Who is where, who may stay, and who makes room. */
#include "trace/trace.h"
#include "vidmm/vidmm_private.h"

static enum vidmm_rank rank_of(const struct vidmm_allocation *allocation)
{
    static const uint32_t steps[] = { D3DDDI_ALLOCATIONPRIORITY_LOW,
                                      D3DDDI_ALLOCATIONPRIORITY_NORMAL,
                                      D3DDDI_ALLOCATIONPRIORITY_HIGH,
                                      D3DDDI_ALLOCATIONPRIORITY_MAXIMUM };
    uint32_t rank = VIDMM_RANK_MINIMUM;

    switch (allocation->offer) {
    case VIDMM_OFFER_LOW:
        return VIDMM_RANK_OFFERED_LOW;
    case VIDMM_OFFER_NORMAL:
        return VIDMM_RANK_OFFERED_NORMAL;
    case VIDMM_OFFER_HIGH:
        return VIDMM_RANK_OFFERED_HIGH;
    default:
        break;
    }
    if (allocation->priority == 0) {
        return VIDMM_RANK_NORMAL;
    }
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(steps) && allocation->priority >= steps[i]; i++) {
        rank++;
    }
    return (enum vidmm_rank)rank;
}

static void list_in(struct list *lists, uint32_t *ranks, enum vidmm_rank rank, struct list *link)
{
    list_push_back(&lists[rank], link);
    *ranks |= 1u << rank;
}

static void list_out(const struct list *lists, uint32_t *ranks, struct list *link)
{
    const struct list *behind = link->next;

    list_remove(link);
    if (list_is_empty(behind)) { /* it was the last of its rank, so this is the head */
        *ranks &= ~(1u << (behind - lists));
    }
}

void residency_take_up(struct vidmm_allocation *allocation)
{
    struct segment *segment = allocation->segment;
    struct vidmm_account *account = allocation->account;
    enum vidmm_rank rank = rank_of(allocation);

    list_in(segment->evictable, &segment->ranks, rank, &allocation->link);
    if (account != NULL) {
        list_in(account->evictable[segment->id - 1], &account->ranks[segment->id - 1], rank,
                &allocation->account_link);
    }
}

void residency_put_down(struct vidmm_allocation *allocation)
{
    struct segment *segment = allocation->segment;
    struct vidmm_account *account = allocation->account;

    list_out(segment->evictable, &segment->ranks, &allocation->link);
    if (account != NULL) {
        list_out(account->evictable[segment->id - 1], &account->ranks[segment->id - 1],
                 &allocation->account_link);
    }
}

void residency_attach(struct vidmm_allocation *allocation, struct segment *segment, uint32_t place)
{
    allocation->segment = segment;
    allocation->place = place;
    allocation->offset = range_offset(&segment->ranges, place);
    list_push_back(&segment->residents, &allocation->resident_link);
    segment->committed_bytes += allocation->request.size_bytes;
    account_add(allocation);
    allocation->vidmm->committed_count++;
    if (allocation->request.pinned && !allocation->stuck) {
        allocation->stuck = true;
        allocation->pin_count++;
    }
    if (allocation->pin_count > 0) {
        segment->pinned_bytes += allocation->request.size_bytes;
    } else {
        residency_take_up(allocation);
    }
}

void residency_detach(struct vidmm_allocation *allocation)
{
    struct segment *segment = allocation->segment;

    if (allocation->pin_count > 0) {
        segment->pinned_bytes -= allocation->request.size_bytes;
    } else {
        residency_put_down(allocation);
    }
    list_remove(&allocation->resident_link);
    range_free(&segment->ranges, allocation->place);
    account_remove(allocation);
    segment->committed_bytes -= allocation->request.size_bytes;
    allocation->vidmm->committed_count--;
    allocation->left_address = vidmm_allocation_address(allocation);
    allocation->segment = NULL;
    allocation->stale = false;
    allocation->pin_count -= allocation->stuck;
    allocation->stuck = false;
}

void residency_pin(struct vidmm_allocation *allocation)
{
    if (allocation->pin_count++ == 0) {
        residency_put_down(allocation);
        allocation->segment->pinned_bytes += allocation->request.size_bytes;
    }
}

void vidmm_allocation_unpin(struct vidmm_allocation *allocation)
{
    struct vidmm *vidmm = allocation->vidmm;

    DXGH_ASSERT(allocation->pin_count > 0);
    if (--allocation->pin_count > 0 || allocation->segment == NULL) {
        return;
    }
    allocation->segment->pinned_bytes -= allocation->request.size_bytes;
    residency_take_up(allocation);
    if (DXGH_UNLIKELY(vidmm->pressed)) {
        wait_queue_wake(vidmm->machine, &vidmm->released);
    }
}

/* Moves */

/* Where the last fifth of a segment begins, which is all that overlays may have.
 * Source: ns-d3dkmddi-_dxgk_allocationinfoflags.md (Overlay, Capture) */
static uint64_t last_fifth(const struct segment *segment)
{
    uint64_t pages = segment->size_bytes / DXGH_PAGE_SIZE;

    return (pages - pages / 5) * DXGH_PAGE_SIZE;
}

static bool goes_to_end(const struct segment *segment, const struct vidmm_request *request)
{
    return request->pinned || (request->end_segments & (1u << (segment->id - 1))) != 0;
}

static uint32_t take_from_end(struct segment *segment, const struct vidmm_request *request)
{
    return range_alloc_last(&segment->ranges, request->size_bytes, request->alignment_bytes,
                            request->pinned ? last_fifth(segment) : 0);
}

static uint32_t take_place(struct segment *segment, const struct vidmm_request *request)
{
    if (request->size_bytes > segment->commit_limit_bytes - segment->committed_bytes) {
        return RANGE_NONE;
    }
    if (goes_to_end(segment, request)) {
        return take_from_end(segment, request);
    }
    return range_alloc(&segment->ranges, request->size_bytes, request->alignment_bytes);
}

/* The same when nobody is left to make room: the device is lost if there is none. */
static uint32_t take_last_place(struct segment *segment, const struct vidmm_request *request)
{
    if (goes_to_end(segment, request)) {
        return RANGE_NONE; /* nothing was left out the first time */
    }
    if (request->size_bytes > segment->commit_limit_bytes - segment->committed_bytes) {
        return RANGE_NONE;
    }
    return range_alloc_anywhere(&segment->ranges, request->size_bytes, request->alignment_bytes);
}

/* Source: ns-d3dkmddi-_dxgk_allocationinfo.md (EvictionSegmentSet): the backing store is shown in
 * an aperture for the time of the transfer. Choice: where no range of one is free, it goes
 * directly. */
NTSTATUS transfer_out(struct vidmm_allocation *allocation, const struct segment *segment,
                      uint64_t offset)
{
    struct vidmm *vidmm = allocation->vidmm;
    uint32_t left = allocation->request.eviction_segments;
    struct segment *through = NULL;
    uint32_t place = RANGE_NONE;
    uint64_t at;
    NTSTATUS status;

    while (place == RANGE_NONE && left != 0) {
        through = vidmm_segment(vidmm, (uint32_t)__builtin_ctz(left) + 1);
        left &= left - 1;
        place = take_place(through, &allocation->request);
    }
    if (place == RANGE_NONE) {
        return batch_page(allocation, PAGING_TRANSFER_OUT, segment, offset);
    }
    at = range_offset(&through->ranges, place);
    vidmm->window = (struct vidmm_window){ allocation, through, at, segment, offset };
    status = batch_page(allocation, PAGING_MAP_APERTURE, through, at);
    if (NT_SUCCESS(status)) {
        status = batch_page_through(allocation, segment, offset, through, at);
    }
    if (NT_SUCCESS(status)) {
        status = batch_run(vidmm); /* a driver may unmap at once: rule PAGING-28 */
    }
    if (NT_SUCCESS(status)) {
        status = batch_page(allocation, PAGING_UNMAP_APERTURE, through, at);
    }
    vidmm->window.segment = NULL;
    range_free(&through->ranges, place);
    return status;
}

/* Source: ne-d3dkmddi-_dxgk_buildpagingbuffer_operation.md: DISCARD_CONTENT is for leaving a memory
 * segment when the content is not wanted, or is in the backing store already. */
NTSTATUS evict_one(struct vidmm_allocation *allocation)
{
    struct vidmm *vidmm = allocation->vidmm;
    const struct segment *segment = allocation->segment;
    uint64_t offset = allocation->offset;
    bool is_offered = allocation->offer != VIDMM_NOT_OFFERED && !vidmm->keeps_offered;
    bool special = allocation->alternate != NULL && !allocation->alternate->away;
    bool seen = allocation->seen;
    bool leaving = !segment->aperture && (allocation->dirty || seen) && !is_offered &&
                   allocation->alternate == NULL; /* else its pages have it */
    enum paging_kind kind = PAGING_DISCARD;

    DXGH_ASSERT(vidmm->entered && allocation->pin_count == 0);
    if (vidmm_batch_is_lost(vidmm)) {
        return STATUS_DEVICE_REMOVED; /* the driver would not be told */
    }
    if (segment->aperture) {
        kind = PAGING_UNMAP_APERTURE;
    } else if (leaving || special) {
        NTSTATUS status = special ? alternate_need(allocation) : backing_need(allocation);

        if (!NT_SUCCESS(status)) {
            return status;
        }
    }
    residency_detach(allocation);
    batch_add(allocation, leaving || special);
    allocation->dirty = false;
    if (is_offered && allocation->has_content) {
        allocation->discarded = true;
        allocation->has_content = false;
    }
    vidmm->statistics.evictions++;
    vidmm->statistics.discards += !segment->aperture && !leaving && !special;
    trace_emit(vidmm->machine, TRACE_ALLOCATION_EVICT, allocation->number, segment->id, offset);
    if (special) {
        return alternate_leave(allocation, segment, offset);
    }
    if (seen) {
        return watch_leave(allocation, segment, offset);
    }
    return leaving ? transfer_out(allocation, segment, offset)
                   : batch_page(allocation, kind, segment, offset);
}

#define OFFERED_RANKS ((1u << VIDMM_RANK_MINIMUM) - 1)

/* Returns: who is to make room next in this segment; NULL when everything left there is in use.
 * Choice: what is offered, then what belongs to whoever has most more than his budget, then the
 * rest; each by rank and age. */
static struct vidmm_allocation *next_victim(const struct vidmm *vidmm,
                                            const struct segment *segment)
{
    const struct vidmm_account *account;

    if (segment->ranks == 0) {
        return NULL;
    }
    account = (segment->ranks & OFFERED_RANKS) != 0 ? NULL : account_most_over(vidmm, segment);
    if (account != NULL) {
        uint32_t rank = (uint32_t)__builtin_ctz(account->ranks[segment->id - 1]);

        return LIST_ENTRY_OF(account->evictable[segment->id - 1][rank].next,
                             struct vidmm_allocation, account_link);
    }
    return LIST_ENTRY_OF(segment->evictable[__builtin_ctz(segment->ranks)].next,
                         struct vidmm_allocation, link);
}

static NTSTATUS make_room(const struct vidmm *vidmm, struct segment *segment,
                          const struct vidmm_request *request, uint32_t *place)
{
    /* Nothing is thrown out for what cannot fit beside the pinned. */
    if (request->size_bytes > segment->commit_limit_bytes - segment->pinned_bytes ||
        (request->pinned && request->size_bytes > segment->size_bytes - last_fifth(segment))) {
        return STATUS_GRAPHICS_NO_VIDEO_MEMORY;
    }
    while ((*place = take_place(segment, request)) == RANGE_NONE) {
        struct vidmm_allocation *victim = next_victim(vidmm, segment);
        NTSTATUS status;

        if (victim == NULL) {
            *place = take_last_place(segment, request);
            return *place == RANGE_NONE ? STATUS_GRAPHICS_NO_VIDEO_MEMORY : STATUS_SUCCESS;
        }
        status = evict_one(victim);
        if (!NT_SUCCESS(status)) {
            return status;
        }
    }
    return STATUS_SUCCESS;
}

/* Source: nc-d3dkmddi-dxgkcb_createcontextallocation.md: the driver writes what a new context
 * starts from; that has to be kept like anything the GPU writes. */
static NTSTATUS initialise(struct vidmm_allocation *allocation, bool map)
{
    struct segment *segment = allocation->segment;
    NTSTATUS status = STATUS_SUCCESS;

    if (map) {
        status = batch_page(allocation, PAGING_MAP_APERTURE, segment, allocation->offset);
    }
    if (NT_SUCCESS(status)) {
        status = batch_page(allocation, PAGING_INITIALISE, segment, allocation->offset);
    }
    allocation->has_content = NT_SUCCESS(status);
    allocation->dirty = NT_SUCCESS(status) && !segment->aperture;
    return status;
}

/* From the pages of its alternate address. */
static NTSTATUS come_back(struct vidmm_allocation *allocation, bool map)
{
    NTSTATUS status = STATUS_SUCCESS;

    if (map) {
        status =
            batch_page(allocation, PAGING_MAP_APERTURE, allocation->segment, allocation->offset);
    }
    return NT_SUCCESS(status) ? alternate_come(allocation) : status;
}

static NTSTATUS bring_in(struct vidmm_allocation *allocation, struct segment *segment,
                         uint32_t place)
{
    struct vidmm *vidmm = allocation->vidmm;
    enum paging_kind kind = PAGING_FILL;

    if (segment->aperture) {
        NTSTATUS status = backing_need(allocation);

        if (!NT_SUCCESS(status)) {
            range_free(&segment->ranges, place);
            return status;
        }
        if (!allocation->has_content) {
            __builtin_memset(allocation->backing, 0, allocation->request.size_bytes);
        }
        kind = PAGING_MAP_APERTURE;
    } else if (allocation->has_content) {
        kind = PAGING_TRANSFER_IN;
    }
    residency_attach(allocation, segment, place);
    batch_add(allocation, false);
    vidmm->statistics.commits++;
    trace_emit(vidmm->machine, TRACE_ALLOCATION_COMMIT, allocation->number, segment->id,
               allocation->offset);
    if (alternate_is_away(allocation)) {
        return come_back(allocation, kind == PAGING_MAP_APERTURE);
    }
    if (allocation->watch_segments != 0 && !segment->aperture) {
        return watch_come(allocation, kind);
    }
    if (!allocation->save_area || allocation->has_content) {
        return batch_page(allocation, kind, segment, allocation->offset);
    }
    return initialise(allocation, kind == PAGING_MAP_APERTURE);
}

/* The driver's order first, then every other segment it can live with. Takes it out of the set.
 * Returns: NULL at the end. */
static struct segment *next_segment(const struct vidmm_allocation *allocation, uint32_t *allowed)
{
    const uint8_t *preferred = allocation->request.preferred;
    uint32_t id = 0;

    *allowed &= (uint32_t)((UINT64_C(1) << allocation->vidmm->segment_count) - 1);
    if (*allowed == 0) {
        return NULL;
    }
    for (uint32_t i = 0; i < DXGH_ARRAY_SIZE(allocation->request.preferred) && id == 0; i++) {
        if (preferred[i] != 0 && preferred[i] <= VIDMM_SEGMENTS_MAX &&
            (*allowed & (1u << (preferred[i] - 1))) != 0) {
            id = preferred[i];
        }
    }
    if (id == 0) {
        id = (uint32_t)__builtin_ctz(*allowed) + 1;
    }
    *allowed &= ~(1u << (id - 1));
    return vidmm_segment(allocation->vidmm, id);
}

uint32_t allowed_segments(const struct vidmm_allocation *allocation, bool written)
{
    const struct vidmm_request *request = &allocation->request;
    uint32_t both = request->read_segments & request->write_segments;
    uint32_t either = request->read_segments | request->write_segments;
    uint32_t allowed = written ? both : request->read_segments;

    return allowed != 0 ? allowed : both != 0 ? both : either;
}

NTSTATUS place_one(struct vidmm_allocation *allocation, uint32_t allowed)
{
    const struct vidmm_request *request = &allocation->request;
    NTSTATUS status = STATUS_GRAPHICS_NO_VIDEO_MEMORY;
    struct segment *segment;
    uint32_t left = allowed;
    uint32_t place;

    while ((segment = next_segment(allocation, &left)) != NULL) {
        place = take_place(segment, request);
        if (place != RANGE_NONE) {
            return bring_in(allocation, segment, place);
        }
    }
    left = allowed;
    while (status == STATUS_GRAPHICS_NO_VIDEO_MEMORY &&
           (segment = next_segment(allocation, &left)) != NULL) {
        status = make_room(allocation->vidmm, segment, request, &place);
        if (NT_SUCCESS(status)) {
            return bring_in(allocation, segment, place);
        }
    }
    return status;
}

/* Source: nc-d3dkmddi-dxgkddi_buildpagingbuffer.md: content moves between segments, too. */
static NTSTATUS move_to(struct vidmm_allocation *allocation, struct segment *segment,
                        uint32_t place)
{
    struct vidmm *vidmm = allocation->vidmm;
    const struct segment *from = allocation->segment;
    uint64_t from_offset = allocation->offset;

    residency_detach(allocation);
    residency_attach(allocation, segment, place);
    batch_add(allocation, allocation->dirty);
    trace_emit(vidmm->machine, TRACE_ALLOCATION_EVICT, allocation->number, from->id, from_offset);
    trace_emit(vidmm->machine, TRACE_ALLOCATION_COMMIT, allocation->number, segment->id,
               allocation->offset);
    return batch_page_move(allocation, from, from_offset);
}

NTSTATUS leave_one(struct vidmm_allocation *allocation, uint32_t allowed)
{
    const struct segment *from = allocation->segment;
    struct segment *segment;

    if (from->aperture || !allocation->has_content || allocation->stale ||
        allocation->alternate != NULL || allocation->seen ||
        allocation->offer != VIDMM_NOT_OFFERED || vidmm_batch_is_lost(allocation->vidmm)) {
        return evict_one(allocation);
    }
    while ((segment = next_segment(allocation, &allowed)) != NULL) {
        uint32_t place = segment->aperture ? RANGE_NONE : take_place(segment, &allocation->request);

        if (place != RANGE_NONE) {
            return move_to(allocation, segment, place);
        }
    }
    return evict_one(allocation);
}

NTSTATUS vidmm_evict_all(struct vidmm *vidmm)
{
    NTSTATUS status = STATUS_SUCCESS;

    for (uint32_t i = 0; i < vidmm->segment_count; i++) {
        struct vidmm_allocation *victim;

        while (NT_SUCCESS(status) && (victim = next_victim(vidmm, &vidmm->segments[i])) != NULL) {
            status = evict_one(victim);
        }
    }
    return status;
}

/* The first in line of an owner's, in any segment; NULL: it has none that could go. */
static struct vidmm_allocation *next_of_owner(struct vidmm *vidmm, const void *owner, bool all)
{
    for (uint32_t i = 0; i < vidmm->segment_count; i++) {
        for (uint32_t rank = 0; rank < VIDMM_RANK_COUNT; rank++) {
            LIST_FOR_EACH(link, &vidmm->segments[i].evictable[rank]) {
                struct vidmm_allocation *each = LIST_ENTRY_OF(link, struct vidmm_allocation, link);

                if (each->account != NULL && each->account->owner == owner &&
                    (all || account_is_over(each))) {
                    return each;
                }
            }
        }
    }
    return NULL;
}

NTSTATUS vidmm_trim(struct vidmm *vidmm, const void *owner, bool all)
{
    struct vidmm_allocation *victim;
    NTSTATUS status = STATUS_SUCCESS;
    NTSTATUS flushed;

    vidmm_enter(vidmm);
    while (NT_SUCCESS(status) && (victim = next_of_owner(vidmm, owner, all)) != NULL) {
        status = evict_one(victim);
    }
    flushed = vidmm_flush(vidmm);
    vidmm_leave(vidmm);
    return NT_SUCCESS(flushed) ? status : flushed;
}

/* Offers and priorities */

static void rank_again(struct vidmm_allocation *allocation)
{
    if (allocation->segment != NULL && allocation->pin_count == 0) {
        residency_take_up(allocation);
    }
}

static void rank_leave(struct vidmm_allocation *allocation)
{
    if (allocation->segment != NULL && allocation->pin_count == 0) {
        residency_put_down(allocation);
    }
}

void vidmm_allocation_offer(struct vidmm_allocation *allocation, enum vidmm_offer offer)
{
    rank_leave(allocation);
    allocation->offer = offer;
    rank_again(allocation);
}

bool vidmm_allocation_reclaim(struct vidmm_allocation *allocation)
{
    bool is_there = !allocation->discarded;

    vidmm_allocation_offer(allocation, VIDMM_NOT_OFFERED);
    allocation->discarded = false;
    return is_there;
}

void vidmm_allocation_set_priority(struct vidmm_allocation *allocation, uint32_t priority)
{
    rank_leave(allocation);
    allocation->priority = priority;
    rank_again(allocation);
}
