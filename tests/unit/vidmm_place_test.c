/* SPDX-License-Identifier: MIT */
/*
 * Finding a place when there is hardly any, and what the checks of these tests are worth: a
 * transfer that is lost, or goes astray, is seen in the bytes.
 */
#include "tests/unit/vidmm_mock.h"

#define HOLES 10u      /* more than the constant time search looks at in one bin */
#define HOLE_PAGES 64u /* and 65, which stand in the same bin */
#define VRAM_PAGES (HOLES * (HOLE_PAGES + 1) + 1)

static struct mock_memory memory;

static void with_memory(struct machine *machine, void (*run)(void *argument), void *argument)
{
    memset(&memory, 0, sizeof(memory));
    memory.machine = machine;
    assert_int_equal(machine_run(machine, run, argument), MACHINE_RETURNED);
    machine_destroy(machine);
}

static void begin(struct vidmm_allocation *allocation, uint64_t pages)
{
    const struct vidmm_request request = mock_request(pages, 1, 1);

    vidmm_allocation_init(memory.vidmm, allocation, &request);
}

/* Pinned walls of a page with holes between them, one of which is a page larger than the others and
 * was free before them. */
static void small_holes(void *argument)
{
    static struct vidmm_allocation walls[HOLES];
    static struct vidmm_allocation holes[HOLES];
    static struct vidmm_allocation late;

    (void)argument;
    mock_open(&memory, memory.machine);
    (void)mock_segment(&memory, false, VRAM_PAGES, 0);
    for (uint32_t i = 0; i < HOLES; i++) {
        begin(&holes[i], i == 0 ? HOLE_PAGES + 1 : HOLE_PAGES);
        begin(&walls[i], 1);
        assert_int_equal(vidmm_allocation_commit(&holes[i]), STATUS_SUCCESS);
        assert_int_equal(vidmm_allocation_pin(&walls[i], false), STATUS_SUCCESS);
    }
    for (uint32_t i = 0; i < HOLES; i++) {
        vidmm_allocation_fini(&holes[i]);
    }
    begin(&late, HOLE_PAGES + 1);
    assert_int_equal(vidmm_allocation_commit(&late), STATUS_SUCCESS);
    assert_int_equal(late.offset, 0);
    vidmm_allocation_fini(&late);
    for (uint32_t i = 0; i < HOLES; i++) {
        vidmm_allocation_unpin(&walls[i]);
        vidmm_allocation_fini(&walls[i]);
    }
    mock_close(&memory);
}

static void a_place_that_exists_is_found_when_nobody_can_make_room(void **state)
{
    (void)state;
    with_memory(machine_create(NULL), small_holes, NULL);
}

struct trip {
    enum mock_mutation mutation;
    bool same;
};

/* Writes, loses its place, comes back: is it the same? */
static void round_trip(void *argument)
{
    static struct vidmm_allocation allocation;
    struct trip *trip = argument;

    mock_open(&memory, memory.machine);
    memory.mutation = trip->mutation;
    memory.mutation_at = 1; /* the first of its kind */
    (void)mock_segment(&memory, false, 8, 0);
    begin(&allocation, 2);
    assert_int_equal(vidmm_allocation_pin(&allocation, true), STATUS_SUCCESS);
    memset(mock_gpu_view(&memory, &allocation, 0), 0x77, MOCK_PAGE);
    vidmm_allocation_unpin(&allocation);
    assert_int_equal(vidmm_allocation_evict(&allocation), STATUS_SUCCESS);
    assert_int_equal(vidmm_allocation_commit(&allocation), STATUS_SUCCESS);
    trip->same = *mock_gpu_view(&memory, &allocation, 0) == 0x77;
    vidmm_allocation_fini(&allocation);
    mock_close(&memory);
}

static void a_lost_or_stray_transfer_is_seen(void **state)
{
    struct trip right = { .mutation = MOCK_RIGHT };
    struct trip lost = { .mutation = MOCK_LOSES_TRANSFER };
    struct trip stray = { .mutation = MOCK_WRONG_DESTINATION };

    (void)state;
    with_memory(machine_create(NULL), round_trip, &right);
    assert_true(right.same);
    with_memory(machine_create(NULL), round_trip, &lost);
    assert_false(lost.same);
    with_memory(machine_create(NULL), round_trip, &stray);
    assert_false(stray.same);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_place_that_exists_is_found_when_nobody_can_make_room),
        cmocka_unit_test(a_lost_or_stray_transfer_is_seen),
    };
    return cmocka_run_group_tests_name("vidmm/place", tests, NULL, NULL);
}
