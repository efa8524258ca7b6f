/* SPDX-License-Identifier: MIT */
#include "machine/fiber.h"
#include "machine/heap.h"
#include "machine/schedule.h"
#include "tests/unit/vidmm_mock.h"

#define ALLOCATIONS 8u

struct fixture {
    struct mock_memory memory;
    struct vidmm_allocation allocations[ALLOCATIONS];
    uint32_t count;
    uint32_t fibers; /* that ended: the machine keeps them for the next */
};

static struct fixture *fixture;

static struct vidmm_allocation *add(uint64_t pages, uint32_t segments, uint8_t preferred)
{
    struct vidmm_allocation *allocation = &fixture->allocations[fixture->count++];
    const struct vidmm_request request = mock_request(pages, segments, preferred);

    assert_true(fixture->count <= ALLOCATIONS);
    vidmm_allocation_init(fixture->memory.vidmm, allocation, &request);
    allocation->number = fixture->count;
    return allocation;
}

static void commit(struct vidmm_allocation *allocation)
{
    assert_int_equal(vidmm_allocation_commit(allocation), STATUS_SUCCESS);
}

/* As a packet does: makes it resident, writes to it, lets go. */
static void draw(struct vidmm_allocation *allocation, uint8_t value)
{
    assert_int_equal(vidmm_allocation_pin(allocation, true), STATUS_SUCCESS);
    memset(mock_gpu_view(&fixture->memory, allocation, 0), value, MOCK_PAGE);
    vidmm_allocation_unpin(allocation);
}

static uint8_t look(struct vidmm_allocation *allocation)
{
    commit(allocation);
    return *mock_gpu_view(&fixture->memory, allocation, 7);
}

static void check_books(void)
{
    const struct vidmm_allocation *all[ALLOCATIONS];
    char why[160];

    for (uint32_t i = 0; i < fixture->count; i++) {
        all[i] = &fixture->allocations[i];
    }
    if (!vidmm_check(fixture->memory.vidmm, all, fixture->count, why, sizeof(why))) {
        fail_msg("%s", why);
    }
}

struct body {
    void (*run)(void);
    uint64_t vram_pages;
    uint64_t aperture_pages;
};

static void run_body(void *argument)
{
    const struct body *body = argument;

    (void)mock_segment(&fixture->memory, false, body->vram_pages, 0);
    if (body->aperture_pages > 0) {
        (void)mock_segment(&fixture->memory, true, body->aperture_pages, 0);
    }
    body->run();
    check_books();
    for (uint32_t i = 0; i < fixture->count; i++) {
        vidmm_allocation_fini(&fixture->allocations[i]);
    }
}

static void open_and_run(void *argument)
{
    mock_open(&fixture->memory, fixture->memory.machine);
    run_body(argument);
    mock_close(&fixture->memory);
}

static void with_memory(void (*run)(void), uint64_t vram_pages, uint64_t aperture_pages)
{
    struct body body = { run, vram_pages, aperture_pages };
    struct machine *machine = machine_create(NULL);
    uint64_t blocks = machine_heap_count(machine);

    fixture = calloc(1, sizeof(*fixture));
    fixture->memory.machine = machine;
    assert_int_equal(machine_run(machine, open_and_run, &body), MACHINE_RETURNED);
    assert_int_equal(machine_heap_count(machine), blocks + fixture->fibers);
    machine_destroy(machine);
    free(fixture);
}

static void lru(void)
{
    struct vidmm_allocation *a = add(4, 1, 1);
    struct vidmm_allocation *b = add(4, 1, 1);
    struct vidmm_allocation *c = add(4, 1, 1);

    draw(a, 0xA1);
    draw(b, 0xB1);
    draw(a, 0xA2); /* b is the oldest now */
    draw(c, 0xC1);
    assert_non_null(a->segment);
    assert_null(b->segment);
    assert_int_equal(look(b), 0xB1); /* and a the one that makes room */
    assert_null(a->segment);
    assert_int_equal(look(a), 0xA2);
    assert_int_equal(look(c), 0xC1);
}

static void the_least_recently_used_makes_room_and_comes_back(void **state)
{
    (void)state;
    with_memory(lru, 8, 0);
}

static void priority(void)
{
    struct vidmm_allocation *old = add(4, 1, 1);
    struct vidmm_allocation *young = add(4, 1, 1);

    vidmm_allocation_set_priority(old, D3DDDI_ALLOCATIONPRIORITY_HIGH);
    draw(old, 1);
    draw(young, 2);
    vidmm_allocation_set_priority(young, D3DDDI_ALLOCATIONPRIORITY_LOW);
    draw(add(4, 1, 1), 3);
    assert_non_null(old->segment);
    assert_null(young->segment);
}

static void low_priority_makes_room_first(void **state)
{
    (void)state;
    with_memory(priority, 8, 0);
}

static void offers(void)
{
    struct vidmm_allocation *offered = add(4, 1, 1);
    struct vidmm_allocation *kept = add(4, 1, 1);
    struct vidmm_allocation *used = add(4, 1, 1);

    draw(kept, 2);
    draw(offered, 1);
    vidmm_allocation_offer(offered, VIDMM_OFFER_HIGH);
    assert_true(vidmm_allocation_reclaim(offered));
    assert_int_equal(look(offered), 1);
    vidmm_allocation_offer(offered, VIDMM_OFFER_LOW);
    draw(used, 3);
    assert_non_null(kept->segment);
    assert_null(offered->segment);
    assert_int_equal(fixture->memory.kinds[PAGING_TRANSFER_OUT], 0);
    assert_int_equal(fixture->memory.kinds[PAGING_DISCARD], 1);
    assert_false(vidmm_allocation_reclaim(offered));
    assert_int_equal(look(offered), 0);
    assert_true(vidmm_allocation_reclaim(offered)); /* the loss is told once */
}

static void offered_memory_goes_first_without_its_content(void **state)
{
    (void)state;
    with_memory(offers, 8, 0);
}

static void clean(void)
{
    struct vidmm_allocation *a = add(4, 1, 1);

    draw(a, 5);
    assert_int_equal(vidmm_allocation_evict(a), STATUS_SUCCESS);
    assert_int_equal(look(a), 5);
    assert_int_equal(vidmm_allocation_evict(a), STATUS_SUCCESS);
    assert_int_equal(fixture->memory.kinds[PAGING_TRANSFER_OUT], 1);
    assert_int_equal(fixture->memory.kinds[PAGING_DISCARD], 1);
    assert_int_equal(look(a), 5);
}

static void what_was_only_read_is_not_copied_out_again(void **state)
{
    (void)state;
    with_memory(clean, 8, 0);
}

static void pinned(void)
{
    struct vidmm_allocation *shown = add(5, 1, 1);
    struct vidmm_allocation *other = add(4, 1, 1);

    assert_int_equal(vidmm_allocation_pin(shown, true), STATUS_SUCCESS);
    assert_int_equal(vidmm_allocation_evict(shown), STATUS_GRAPHICS_CANT_EVICT_PINNED_ALLOCATION);
    assert_int_equal(vidmm_allocation_commit(other), STATUS_GRAPHICS_NO_VIDEO_MEMORY);
    assert_non_null(shown->segment);
    vidmm_allocation_unpin(shown);
    commit(other);
    assert_null(shown->segment);
}

static void pinned_memory_never_makes_room(void **state)
{
    (void)state;
    with_memory(pinned, 8, 0);
}

static void in_vain(void)
{
    struct vidmm_allocation *a = add(4, 1, 1);

    draw(a, 1);
    assert_int_equal(vidmm_allocation_commit(add(9, 1, 1)), STATUS_GRAPHICS_NO_VIDEO_MEMORY);
    assert_non_null(a->segment);
}

static void nothing_is_thrown_out_for_what_cannot_fit(void **state)
{
    (void)state;
    with_memory(in_vain, 8, 0);
}

static void spill(void)
{
    struct vidmm_allocation *first = add(6, 3, 1);
    struct vidmm_allocation *second = add(6, 3, 1);
    struct vidmm_allocation *third = add(6, 3, 1);

    draw(first, 1);
    draw(second, 2);
    assert_false(first->segment->aperture);
    assert_true(second->segment->aperture);
    draw(third, 3); /* both are full: the preferred one makes room */
    assert_false(third->segment->aperture);
    assert_null(first->segment);
    assert_int_equal(look(first), 1);
    assert_int_equal(look(second), 2);
}

static void a_full_segment_sends_allocations_to_the_next(void **state)
{
    (void)state;
    with_memory(spill, 8, 8);
}

static void read_set(void)
{
    struct vidmm_allocation *a = add(4, 3, 2);

    a->request.write_segments = 1; /* the GPU reads it anywhere, but writes it in VRAM only */
    commit(a);
    assert_true(a->segment->aperture);
    draw(a, 9);
    assert_false(a->segment->aperture);
    assert_int_equal(look(a), 9);
}

static void written_memory_moves_to_where_it_may_be_written(void **state)
{
    (void)state;
    with_memory(read_set, 8, 8);
}

static void limit(void)
{
    struct vidmm_allocation *a = add(3, 4, 3);
    struct vidmm_allocation *b = add(3, 4, 3);

    (void)mock_segment(&fixture->memory, true, 16, 4);
    draw(a, 1);
    draw(b, 2); /* there is room, but the limit is 4 pages */
    assert_null(a->segment);
    assert_int_equal(look(a), 1);
}

static void the_commit_limit_holds(void **state)
{
    (void)state;
    with_memory(limit, 8, 8);
}

static void reset(void)
{
    struct vidmm_allocation *lost = add(2, 1, 1);
    struct vidmm_allocation *saved = add(2, 1, 1);
    struct vidmm_allocation *other = add(2, 2, 2);

    draw(saved, 2);
    assert_int_equal(vidmm_allocation_evict(saved), STATUS_SUCCESS);
    commit(saved);
    draw(lost, 1);
    draw(other, 3);
    vidmm_allocation_forget(lost);
    vidmm_allocation_forget(saved);
    vidmm_allocation_forget(other);
    assert_int_equal(look(lost), 0);
    assert_int_equal(look(saved), 2); /* the backing store had it */
    assert_int_equal(look(other), 3);
}

static void a_reset_loses_what_was_only_in_a_segment(void **state)
{
    (void)state;
    with_memory(reset, 8, 8);
}

static void failed_batch(void)
{
    struct vidmm_allocation *a = add(6, 1, 1);
    struct vidmm_allocation *b = add(6, 1, 1);
    struct vidmm_reference reference = { .allocation = b, .written = true };

    draw(a, 1);
    fixture->memory.flush_status = STATUS_DEVICE_REMOVED;
    assert_int_equal(vidmm_prepare(fixture->memory.vidmm, &reference, 1), STATUS_DEVICE_REMOVED);
    assert_false(reference.pinned);
    assert_null(a->segment);
    assert_null(b->segment);
    assert_int_equal(look(b), 0);
    assert_int_equal(look(a), 0);
}

static void a_batch_that_fails_leaves_nobody_where_he_is_not(void **state)
{
    (void)state;
    with_memory(failed_batch, 8, 0);
}

static void together(void)
{
    struct vidmm_allocation *a = add(4, 1, 1);
    struct vidmm_allocation *b = add(4, 1, 1);
    struct vidmm_allocation *c = add(4, 1, 1);
    struct vidmm_reference pair[] = { { .allocation = a }, { 0 }, { .allocation = c } };
    struct vidmm_reference all[] = { { .allocation = a },
                                     { .allocation = b },
                                     { .allocation = c } };
    uint64_t batches;

    draw(a, 1);
    draw(b, 2);
    batches = fixture->memory.vidmm->statistics.batches;
    assert_int_equal(vidmm_prepare(fixture->memory.vidmm, pair, 3), STATUS_SUCCESS);
    assert_int_equal(fixture->memory.vidmm->statistics.batches, batches + 1);
    assert_non_null(a->segment); /* although it was the older of the two */
    assert_null(b->segment);
    vidmm_release(fixture->memory.vidmm, pair, 3);
    assert_int_equal(vidmm_prepare(fixture->memory.vidmm, all, 3), STATUS_GRAPHICS_NO_VIDEO_MEMORY);
    assert_int_equal(fixture->memory.vidmm->packet_pins, 0);
    assert_int_equal(look(b), 2);
}

static void a_packet_keeps_what_it_has_while_it_brings_in_the_rest(void **state)
{
    (void)state;
    with_memory(together, 8, 0);
}

/* A packet of somebody else that retires while we wait for its memory. */
struct retirement {
    struct vidmm *vidmm;
    struct vidmm_reference reference;
    uint64_t waits_seen;
};

static void retire(void *argument)
{
    struct retirement *retirement = argument;

    retirement->waits_seen = retirement->vidmm->statistics.waits;
    vidmm_release(retirement->vidmm, &retirement->reference, 1);
    schedule_exit(retirement->vidmm->machine);
}

static void waiting(void)
{
    struct vidmm *vidmm = fixture->memory.vidmm;
    struct vidmm_allocation *busy = add(6, 1, 1);
    struct vidmm_allocation *wanted = add(6, 1, 1);
    struct vidmm_reference ours = { .allocation = wanted, .written = true };
    struct retirement theirs = { .vidmm = vidmm, .reference = { .allocation = busy } };

    assert_int_equal(vidmm_prepare(vidmm, &theirs.reference, 1), STATUS_SUCCESS);
    fixture->fibers++;
    schedule_ready(vidmm->machine, fiber_create(vidmm->machine, retire, &theirs, "retire"));
    assert_int_equal(vidmm_prepare(vidmm, &ours, 1), STATUS_SUCCESS);
    assert_int_equal(theirs.waits_seen, 1);
    assert_null(busy->segment);
    vidmm_release(vidmm, &ours, 1);
}

static void memory_of_queued_packets_is_waited_for(void **state)
{
    (void)state;
    with_memory(waiting, 8, 0);
}

static void pieces(void)
{
    uint64_t pages = 2 * VIDMM_TRANSFER_BYTES / MOCK_PAGE + 3;
    struct vidmm_allocation *a = add(pages, 1, 1);
    uint64_t last = pages * MOCK_PAGE - 1;

    draw(a, 1);
    *mock_gpu_view(&fixture->memory, a, last) = 77;
    assert_int_equal(vidmm_allocation_evict(a), STATUS_SUCCESS);
    assert_int_equal(fixture->memory.kinds[PAGING_TRANSFER_OUT], 3);
    commit(a);
    assert_int_equal(*mock_gpu_view(&fixture->memory, a, last), 77);
}

static void long_transfers_are_cut_in_pieces(void **state)
{
    (void)state;
    with_memory(pieces, 4096, 0);
}

static void shares(void)
{
    static const int greedy;
    static const int modest;
    struct vidmm *vidmm = fixture->memory.vidmm;
    struct vidmm_allocation *theirs[3];
    struct vidmm_allocation *ours = add(2, 1, 1);

    vidmm_allocation_charge(ours, &modest);
    draw(ours, 1); /* the oldest by far */
    for (uint32_t i = 0; i < 3; i++) {
        theirs[i] = add(2, 1, 1);
        vidmm_allocation_charge(theirs[i], &greedy);
        draw(theirs[i], 2);
    }
    assert_int_equal(vidmm_budget(vidmm, NULL, VIDMM_LOCAL), 4 * MOCK_PAGE);
    assert_int_equal(vidmm_usage(vidmm, &greedy, VIDMM_LOCAL), 6 * MOCK_PAGE);
    assert_int_equal(vidmm_usage(vidmm, &greedy, VIDMM_NON_LOCAL), 0);
    draw(add(2, 1, 1), 3);
    assert_non_null(ours->segment);
    assert_null(theirs[0]->segment);
    draw(add(2, 1, 1), 3); /* within its share now: the oldest of all goes */
    assert_null(ours->segment);
}

static void who_has_more_than_his_share_makes_room_first(void **state)
{
    (void)state;
    with_memory(shares, 8, 0);
}

static void limits(void)
{
    static const int owner;
    static const int other;
    const uint64_t bytes[VIDMM_GROUP_COUNT] = { 3 * MOCK_PAGE, UINT64_MAX };
    struct vidmm *vidmm = fixture->memory.vidmm;
    struct vidmm_allocation *theirs = add(1, 1, 1);
    struct vidmm_allocation *ours[3];

    assert_false(vidmm_budget_limit(vidmm, &owner, bytes)); /* it has nothing */
    vidmm_allocation_charge(theirs, &other);
    draw(theirs, 9);
    for (uint32_t i = 0; i < 3; i++) {
        ours[i] = add(1, 1, 1);
        vidmm_allocation_charge(ours[i], &owner);
        draw(ours[i], (uint8_t)i);
    }
    assert_true(vidmm_budget_limit(vidmm, &owner, bytes));
    assert_int_equal(vidmm_budget(vidmm, &owner, VIDMM_LOCAL), 3 * MOCK_PAGE);
    assert_int_equal(vidmm_budget(vidmm, &other, VIDMM_LOCAL), 4 * MOCK_PAGE);
    assert_int_equal(vidmm_trim(vidmm, &owner, false), STATUS_SUCCESS);
    assert_non_null(ours[0]->segment); /* within it */
    assert_true(
        vidmm_budget_limit(vidmm, &owner, (uint64_t[VIDMM_GROUP_COUNT]){ MOCK_PAGE, UINT64_MAX }));
    assert_int_equal(vidmm_trim(vidmm, &owner, false), STATUS_SUCCESS);
    assert_null(ours[0]->segment);
    assert_null(ours[1]->segment);
    assert_non_null(ours[2]->segment); /* used last */
    assert_int_equal(vidmm_trim(vidmm, &owner, true), STATUS_SUCCESS);
    assert_null(ours[2]->segment);
    assert_non_null(theirs->segment);
    assert_int_equal(look(ours[1]), 1); /* it comes back with what was in it */
}

static void an_owner_is_trimmed_to_his_limit_and_nobody_else(void **state)
{
    (void)state;
    with_memory(limits, 8, 0);
}

static void kept(void)
{
    struct vidmm_allocation *a = add(1, 1, 1);

    fixture->memory.vidmm->keeps_offered = true;
    draw(a, 5);
    vidmm_allocation_offer(a, VIDMM_OFFER_LOW);
    assert_int_equal(vidmm_allocation_evict(a), STATUS_SUCCESS);
    assert_true(vidmm_allocation_reclaim(a));
    assert_int_equal(look(a), 5);
    fixture->memory.vidmm->keeps_offered = false;
    draw(a, 6);
    vidmm_allocation_offer(a, VIDMM_OFFER_LOW);
    assert_int_equal(vidmm_allocation_evict(a), STATUS_SUCCESS);
    assert_false(vidmm_allocation_reclaim(a));
}

static void offered_memory_is_kept_where_that_is_asked_for(void **state)
{
    (void)state;
    with_memory(kept, 8, 0);
}

static void through(void)
{
    struct vidmm_allocation *a = add(4, 1, 1);
    struct vidmm_allocation *filler = add(8, 2, 2);

    a->request.eviction_segments = 2;
    draw(a, 7);
    assert_int_equal(vidmm_allocation_evict(a), STATUS_SUCCESS);
    assert_int_equal(fixture->memory.through_count, 1);
    assert_int_equal(fixture->memory.kinds[PAGING_MAP_APERTURE], 1);
    assert_int_equal(fixture->memory.kinds[PAGING_UNMAP_APERTURE], 1);
    assert_int_equal(look(a), 7);
    draw(filler, 8); /* the aperture is full: then without it */
    draw(a, 9);
    assert_int_equal(vidmm_allocation_evict(a), STATUS_SUCCESS);
    assert_int_equal(fixture->memory.through_count, 1);
    assert_int_equal(look(a), 9);
    assert_int_equal(look(filler), 8);
}

static void eviction_goes_through_an_aperture_where_one_is_named(void **state)
{
    (void)state;
    with_memory(through, 8, 8);
}

static void save_area(void)
{
    struct vidmm_allocation *areas[] = { add(2, 1, 1), add(2, 2, 2) };

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(areas); i++) {
        areas[i]->save_area = true;
        commit(areas[i]);
        assert_int_equal(*mock_gpu_view(&fixture->memory, areas[i], 7), 0x5A);
        *mock_gpu_view(&fixture->memory, areas[i], 7) = 9; /* as the engine does when it saves */
        assert_int_equal(vidmm_allocation_evict(areas[i]), STATUS_SUCCESS);
        assert_int_equal(look(areas[i]), 9);
        assert_int_equal(fixture->memory.kinds[PAGING_INITIALISE], i + 1);
    }
    assert_int_equal(fixture->memory.kinds[PAGING_FILL], 0);
    draw(areas[0], 8);
    vidmm_allocation_forget(areas[0]);
    assert_int_equal(look(areas[0]), 0x5A); /* lost in a reset: it starts anew */
}

static void a_save_area_is_initialised_once_and_keeps_its_content(void **state)
{
    (void)state;
    with_memory(save_area, 8, 8);
}

/* RAM ends while video memory is full of what is newer than its backing store. */
static void trimmed(void)
{
    struct vidmm *vidmm = fixture->memory.vidmm;
    struct machine *machine = fixture->memory.machine;
    struct vidmm_allocation *spare = add(8, 1, 1);
    struct vidmm_allocation *kept = add(8, 1, 1);
    struct vidmm_allocation *late = add(8, 1, 1);
    uint64_t pages = 1;
    uint64_t taken[64];
    uint32_t count = 0;

    draw(spare, 1);
    draw(kept, 2);
    for (size_t i = 0; i < 2; i++) { /* both have been out once */
        assert_int_equal(vidmm_allocation_evict(&fixture->allocations[i]), STATUS_SUCCESS);
    }
    commit(kept); /* as it is in its backing store */
    draw(spare, 3);
    while (pages * 2 < memory_pages_total(machine)) {
        pages *= 2;
    }
    for (; pages > 0; pages /= 2) {
        uint64_t first;

        while (count < DXGH_ARRAY_SIZE(taken) / 2 &&
               (first = memory_pages_alloc(machine, pages, 0, UINT64_MAX, 0, 0)) !=
                   MEMORY_NO_PAGE) {
            taken[2 * count] = first;
            taken[2 * count++ + 1] = pages;
        }
    }
    draw(late, 4);
    assert_int_equal(vidmm_allocation_evict(late), STATUS_SUCCESS);
    assert_int_equal(vidmm->statistics.trimmed_bytes, 8 * MOCK_PAGE);
    assert_null(spare->backing);
    assert_non_null(kept->backing);
    check_books();
    while (count-- > 0) {
        memory_pages_free(machine, taken[2 * count], taken[2 * count + 1]);
    }
    assert_int_equal(look(late), 4);
    assert_int_equal(look(kept), 2);
    assert_int_equal(look(spare), 3);
}

static void stale_backing_stores_are_given_up_when_ram_ends(void **state)
{
    (void)state;
    with_memory(trimmed, 32, 0);
}

static void reset_now(struct mock_memory *memory, const struct paging_operation *operation)
{
    (void)operation;
    memory->check = NULL;
    vidmm_reset_begin(memory->vidmm);
    vidmm_reset_end(memory->vidmm);
}

/* Whatever of a batch has run: it never happened. */
static void interrupted(void)
{
    struct vidmm_allocation *kept = add(2, 1, 1);
    struct vidmm_allocation *coming = add(2, 1, 1);
    struct vidmm_reference references[] = { { .allocation = coming, .written = true } };

    assert_int_equal(vidmm_allocation_pin(kept, true), STATUS_SUCCESS);
    fixture->memory.check = reset_now;
    assert_int_equal(vidmm_prepare(fixture->memory.vidmm, references, 1), STATUS_DEVICE_REMOVED);
    assert_null(coming->segment);
    assert_int_equal(coming->pin_count, 0);
    assert_true(vidmm_allocation_survives(kept));
    check_books();
    assert_int_equal(vidmm_prepare(fixture->memory.vidmm, references, 1), STATUS_SUCCESS);
    assert_true(vidmm_allocation_survives(coming));
    vidmm_release(fixture->memory.vidmm, references, 1);
    assert_false(vidmm_allocation_survives(coming));
    vidmm_allocation_unpin(kept);
}

static void a_batch_that_a_reset_interrupts_never_happened(void **state)
{
    (void)state;
    with_memory(interrupted, 8, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_least_recently_used_makes_room_and_comes_back),
        cmocka_unit_test(low_priority_makes_room_first),
        cmocka_unit_test(offered_memory_goes_first_without_its_content),
        cmocka_unit_test(what_was_only_read_is_not_copied_out_again),
        cmocka_unit_test(pinned_memory_never_makes_room),
        cmocka_unit_test(nothing_is_thrown_out_for_what_cannot_fit),
        cmocka_unit_test(a_full_segment_sends_allocations_to_the_next),
        cmocka_unit_test(written_memory_moves_to_where_it_may_be_written),
        cmocka_unit_test(the_commit_limit_holds),
        cmocka_unit_test(a_reset_loses_what_was_only_in_a_segment),
        cmocka_unit_test(a_batch_that_fails_leaves_nobody_where_he_is_not),
        cmocka_unit_test(a_packet_keeps_what_it_has_while_it_brings_in_the_rest),
        cmocka_unit_test(memory_of_queued_packets_is_waited_for),
        cmocka_unit_test(long_transfers_are_cut_in_pieces),
        cmocka_unit_test(who_has_more_than_his_share_makes_room_first),
        cmocka_unit_test(an_owner_is_trimmed_to_his_limit_and_nobody_else),
        cmocka_unit_test(offered_memory_is_kept_where_that_is_asked_for),
        cmocka_unit_test(eviction_goes_through_an_aperture_where_one_is_named),
        cmocka_unit_test(a_save_area_is_initialised_once_and_keeps_its_content),
        cmocka_unit_test(stale_backing_stores_are_given_up_when_ram_ends),
        cmocka_unit_test(a_batch_that_a_reset_interrupts_never_happened),
    };
    return cmocka_run_group_tests_name("vidmm/vidmm", tests, NULL, NULL);
}
