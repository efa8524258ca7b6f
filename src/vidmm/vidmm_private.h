/* SPDX-License-Identifier: MIT */
/* Between the files of the memory manager. */
#ifndef VIDMM_VIDMM_PRIVATE_H
#define VIDMM_VIDMM_PRIVATE_H

#include "vidmm/vidmm.h"

/** backing_need - Returns: STATUS_SUCCESS when there is a backing store now, or STATUS_NO_MEMORY */
NTSTATUS backing_need(struct vidmm_allocation *allocation);
/** backing_pages_alloc - RAM side by side, older backing stores given up for it. Returns: the first
 * page, or MEMORY_NO_PAGE. */
uint64_t backing_pages_alloc(struct vidmm *vidmm, uint64_t page_count);
/** backing_mdl_create - of pages side by side. Freed by machine_heap_free. */
MDL *backing_mdl_create(struct machine *machine, uint64_t first, uint64_t page_count);
/** backing_free - accepts an allocation without one */
void backing_free(struct vidmm_allocation *allocation);

/** account_add, account_remove - it has come to its segment, it leaves it */
void account_add(const struct vidmm_allocation *allocation);
void account_remove(const struct vidmm_allocation *allocation);
/** account_drop - it is about to go */
void account_drop(struct vidmm_allocation *allocation);
/** account_most_over - who is furthest over his budget of segments like this, and has something
 * there that may go. Returns: NULL for nobody. */
struct vidmm_account *account_most_over(const struct vidmm *vidmm, const struct segment *segment);
/** account_is_over - whose it is has more than his share of the segments like its own */
bool account_is_over(const struct vidmm_allocation *allocation);

/** residency_attach - it has this place now; residency_detach - and gives it back */
void residency_attach(struct vidmm_allocation *allocation, struct segment *segment, uint32_t place);
void residency_detach(struct vidmm_allocation *allocation);
/** residency_take_up - it was used: the last of its rank to make room. Not pinned. */
void residency_take_up(struct vidmm_allocation *allocation);
void residency_put_down(struct vidmm_allocation *allocation);
void residency_pin(struct vidmm_allocation *allocation);

/** batch_page - append an operation; a failure stays with the batch */
NTSTATUS batch_page(struct vidmm_allocation *allocation, enum paging_kind kind,
                    const struct segment *segment, uint64_t offset);
/** batch_page_through - a transfer out of a memory segment into a range of an aperture */
NTSTATUS batch_page_through(struct vidmm_allocation *allocation, const struct segment *segment,
                            uint64_t offset, const struct segment *through,
                            uint64_t through_offset);
/** batch_page_move - a transfer to where it is now */
NTSTATUS batch_page_move(struct vidmm_allocation *allocation, const struct segment *from,
                         uint64_t from_offset);
/** batch_run - run what is built so far; the batch goes on */
NTSTATUS batch_run(struct vidmm *vidmm);
void batch_add(struct vidmm_allocation *allocation, bool leaving);

/** alternate_is_away - its content is in the pages of its alternate address */
bool alternate_is_away(const struct vidmm_allocation *allocation);
/** alternate_need - Returns: STATUS_SUCCESS when there are such pages, or STATUS_NO_MEMORY */
NTSTATUS alternate_need(struct vidmm_allocation *allocation);
/** alternate_leave - from a memory segment, whose place it has given back, to these pages */
NTSTATUS alternate_leave(struct vidmm_allocation *allocation, const struct segment *segment,
                         uint64_t offset);
/** alternate_come - and from there to the place it has now */
NTSTATUS alternate_come(struct vidmm_allocation *allocation);
/** alternate_end - it is no longer needed, nor is its range; accepts an allocation without one */
void alternate_end(struct vidmm_allocation *allocation);

/** transfer_out - from a memory segment to the backing store, through an aperture if it is to be */
NTSTATUS transfer_out(struct vidmm_allocation *allocation, const struct segment *segment,
                      uint64_t offset);
/** watch_leave - the same for what the CPU has a view of, and turn it; at once */
NTSTATUS watch_leave(struct vidmm_allocation *allocation, const struct segment *segment,
                     uint64_t offset);
/** watch_lose - its place goes without a transfer: the CPU keeps what is there */
void watch_lose(struct vidmm_allocation *allocation);
/** watch_come - to the place it has in a memory segment, by a transfer or a fill, and turn it */
NTSTATUS watch_come(struct vidmm_allocation *allocation, enum paging_kind kind);

/** evict_one - the manager is held, the allocation resident and not pinned */
NTSTATUS evict_one(struct vidmm_allocation *allocation);
/**
 * leave_one - it has to be somewhere else: straight to another memory segment of these if one has
 * room, or out. The manager is held, the allocation resident and not pinned.
 */
NTSTATUS leave_one(struct vidmm_allocation *allocation, uint32_t allowed_segments);
/** place_one - the manager is held, the allocation not resident */
NTSTATUS place_one(struct vidmm_allocation *allocation, uint32_t allowed_segments);
/** allowed_segments - where it may be for this use */
uint32_t allowed_segments(const struct vidmm_allocation *allocation, bool written);

#endif /* VIDMM_VIDMM_PRIVATE_H */
