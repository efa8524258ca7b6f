/* SPDX-License-Identifier: MIT */
/*
 * A reset of the adapter in the middle of paging, on the real driver and board: nothing that was
 * built before it is executed after it, the driver has been told of every place that is lost and
 * of no other, and who comes afterwards finds memory in order.
 */
#include "dxgk/allocation_private.h"
#include "dxgk/control.h"
#include "dxgk/paging.h"
#include "dxgk/tdr.h"
#include "nt/registry.h"
#include "sched/sched_private.h"
#include "tests/lib/memory_world.h"
#include "tests/lib/stack.h"
#include "tests/lib/test.h"

#define SURFACES 12u
#define ROUNDS 2u
#define RESIDENTS_MAX 64u
#define PLACES_MAX 128u
#define TRIGGERS 40u

/* Where the reset begins. */
enum trigger {
    NEVER,
    IN_BUILD,  /* inside DxgkDdiBuildPagingBuffer: it is over before what was built is run */
    ON_SUBMIT, /* inside DxgkDdiSubmitCommand: paging is with the hardware */
    ON_RENDER, /* the same, of a render packet: somebody else is at moving memory */
};

/* What a driver with a record of its own believes. */
struct place {
    HANDLE allocation;
    uint64_t address; /* of the GPU, or a page of an aperture */
};

static struct interposer {
    struct adapter *adapter;
    PDXGKDDI_BUILDPAGINGBUFFER build;
    PDXGKDDI_DESTROYALLOCATION destroy;
    PDXGKDDI_SUBMITCOMMAND submit;
    PDXGKDDI_RESETFROMTIMEOUT reset;
    enum trigger trigger; /* at the moment */
    enum trigger wanted;
    uint32_t strike; /* which call of it */
    uint32_t calls;
    uint32_t resets;
    volatile uint32_t *view; /* of a client on memory it has locked */
    bool pending;            /* something was built */
    uint32_t built_at;
    uint32_t stale; /* submissions of what was built before a reset */
    struct place places[PLACES_MAX];
    uint32_t place_count;
} interposer;

static struct place *find_place(uint64_t address)
{
    for (uint32_t i = 0; i < interposer.place_count; i++) {
        if (interposer.places[i].address == address) {
            return &interposer.places[i];
        }
    }
    return NULL;
}

static void told_in(HANDLE allocation, uint64_t address)
{
    struct place *place = find_place(address);

    if (place != NULL) {
        assert_ptr_equal(place->allocation, allocation); /* who is there was not told to be gone */
        return;
    }
    assert_true(interposer.place_count < PLACES_MAX);
    interposer.places[interposer.place_count++] = (struct place){ allocation, address };
}

static void told_out(uint64_t address)
{
    struct place *place = find_place(address);

    if (place != NULL) {
        *place = interposer.places[--interposer.place_count];
    }
}

static uint64_t page_address(UINT segment_id, SIZE_T page)
{
    return interposer.adapter->vidmm->segments[segment_id - 1].base + page * PAGE_SIZE;
}

static void record(const DXGKARG_BUILDPAGINGBUFFER *args)
{
    switch (args->Operation) {
    case DXGK_OPERATION_FILL:
        told_in(args->Fill.hAllocation, (uint64_t)args->Fill.Destination.SegmentAddress.QuadPart);
        break;
    case DXGK_OPERATION_TRANSFER:
        if (args->Transfer.Source.SegmentId != 0) {
            told_out((uint64_t)args->Transfer.Source.SegmentAddress.QuadPart);
        }
        if (args->Transfer.Destination.SegmentId != 0) {
            told_in(args->Transfer.hAllocation,
                    (uint64_t)args->Transfer.Destination.SegmentAddress.QuadPart);
        }
        break;
    case DXGK_OPERATION_DISCARD_CONTENT:
        told_out((uint64_t)args->DiscardContent.SegmentAddress.QuadPart);
        break;
    case DXGK_OPERATION_MAP_APERTURE_SEGMENT:
        told_in(args->MapApertureSegment.hAllocation,
                page_address(args->MapApertureSegment.SegmentId,
                             args->MapApertureSegment.OffsetInPages));
        break;
    case DXGK_OPERATION_UNMAP_APERTURE_SEGMENT:
        told_out(page_address(args->UnmapApertureSegment.SegmentId,
                              args->UnmapApertureSegment.OffsetInPages));
        break;
    default:
        fail_msg("operation %d", (int)args->Operation);
    }
}

/* Everybody who has a place, and nobody else, is where the driver believes him to be. */
static void check_record(struct adapter *adapter)
{
    uint32_t count = 0;

    for (uint32_t id = 1; id <= adapter->vidmm->segment_count; id++) {
        LIST_FOR_EACH(link, &vidmm_segment(adapter->vidmm, id)->residents) {
            const struct vidmm_allocation *resident =
                LIST_ENTRY_OF(link, struct vidmm_allocation, resident_link);
            const struct place *place = find_place(vidmm_allocation_address(resident));

            assert_non_null(place);
            assert_ptr_equal(place->allocation, resident->driver_handle);
            count++;
        }
    }
    assert_int_equal(interposer.place_count, count);
}

/* The supervisor takes it up as soon as this thread is out of the driver. */
static void strike(enum trigger trigger)
{
    struct sched *sched = interposer.adapter->sched;

    if (trigger == interposer.trigger && ++interposer.calls == interposer.strike) {
        sched->forced |= 1;
        sched->forced_adapter |= 1;
        supervisor_wake(sched);
    }
}

static NTSTATUS NTAPI counting_build(const HANDLE hAdapter, DXGKARG_BUILDPAGINGBUFFER *args)
{
    const void *begin = args->pDmaBuffer;
    bool clean_up = interposer.adapter->tdr->resetting;
    NTSTATUS status;

    if (!clean_up) {
        strike(IN_BUILD);
    }
    record(args);
    status = interposer.build(hAdapter, args);
    if (!clean_up && args->pDmaBuffer != begin) {
        /* A page boundary: the first in its buffer. */
        if (!interposer.pending || (uintptr_t)begin % PAGE_SIZE == 0) {
            interposer.built_at = interposer.resets;
        }
        interposer.pending = true;
    }
    return status;
}

static NTSTATUS NTAPI counting_submit(const HANDLE hAdapter, const DXGKARG_SUBMITCOMMAND *args)
{
    if (args->Flags.Paging) {
        interposer.stale += interposer.pending && interposer.built_at != interposer.resets;
        interposer.pending = false;
        strike(ON_SUBMIT);
    } else {
        strike(ON_RENDER);
    }
    return interposer.submit(hAdapter, args);
}

static NTSTATUS NTAPI counting_destroy(const HANDLE hAdapter, const DXGKARG_DESTROYALLOCATION *args)
{
    for (UINT i = 0; i < args->NumAllocations; i++) {
        for (uint32_t j = interposer.place_count; j-- > 0;) {
            if (interposer.places[j].allocation == args->pAllocationList[i]) {
                interposer.places[j] = interposer.places[--interposer.place_count];
            }
        }
    }
    return interposer.destroy(hAdapter, args);
}

static NTSTATUS NTAPI counting_reset(const HANDLE hAdapter)
{
    LARGE_INTEGER delay = { .QuadPart = -10000 };

    /* The driver is closed already: whoever is about to build gets as far as its door. */
    (void)KeDelayExecutionThread(KernelMode, FALSE, &delay);
    interposer.resets++;
    if (interposer.view != NULL) {
        /* Rule TDR-13: what a client sees and writes now is nobody's. */
        assert_int_equal(*interposer.view, 0);
        *interposer.view = 0x666;
    }
    return interposer.reset(hAdapter);
}

static void interpose(struct adapter *adapter)
{
    struct driver_table *table = &adapter->table;

    interposer.adapter = adapter;
    interposer.build = table->DxgkDdiBuildPagingBuffer;
    interposer.destroy = table->DxgkDdiDestroyAllocation;
    interposer.submit = table->DxgkDdiSubmitCommand;
    interposer.reset = table->DxgkDdiResetFromTimeout;
    table->DxgkDdiBuildPagingBuffer = counting_build;

    table->DxgkDdiDestroyAllocation = counting_destroy;
    table->DxgkDdiSubmitCommand = counting_submit;
    table->DxgkDdiResetFromTimeout = counting_reset;
}

static void withdraw(struct adapter *adapter)
{
    adapter->table.DxgkDdiBuildPagingBuffer = interposer.build;

    adapter->table.DxgkDdiDestroyAllocation = interposer.destroy;
    adapter->table.DxgkDdiSubmitCommand = interposer.submit;
    adapter->table.DxgkDdiResetFromTimeout = interposer.reset;
}

static void check_books(struct adapter *adapter)
{
    const struct vidmm_allocation *residents[RESIDENTS_MAX];
    char why[200] = "";
    size_t count = 0;

    for (uint32_t id = 1; id <= adapter->vidmm->segment_count; id++) {
        LIST_FOR_EACH(link, &vidmm_segment(adapter->vidmm, id)->residents) {
            assert_true(count < RESIDENTS_MAX);
            residents[count++] = LIST_ENTRY_OF(link, struct vidmm_allocation, resident_link);
        }
    }
    if (!vidmm_check(adapter->vidmm, residents, count, why, sizeof(why))) {
        fail_msg("%s", why);
    }
    assert_int_equal(adapter->vidmm->committed_count, count);
}

/* What the hardware was told last holds, or the device is lost. */
static void look(struct memory_world *world, struct opened *opened, uint32_t expected)
{
    void *pointer;
    NTSTATUS status = dxgk_opened_lock(opened, true, &pointer);

    if (NT_SUCCESS(status)) {
        uint32_t pixel = *(uint32_t *)pointer;

        dxgk_opened_unlock(opened);
        if (dxgk_device_state(world->client.device) == DEVICE_OK) {
            assert_int_equal(pixel, expected);
        }
    } else if (status != STATUS_DEVICE_REMOVED) {
        fail_msg("lock: 0x%x", (unsigned)status);
    }
}

/* More surfaces than there is memory for: every round moves all of them. */
static void draw(struct memory_world *world, struct opened *opened[SURFACES], struct opened *idle)
{
    for (uint32_t round = 0; round < ROUNDS; round++) {
        for (uint32_t i = 0; i < SURFACES; i++) {
            NTSTATUS status = memory_world_fill(world, opened[i], 0xFF000000 | (round << 8) | i, 1);

            assert_true(status == STATUS_SUCCESS || status == STATUS_DEVICE_REMOVED);
            look(world, idle, 0x12345678);
            status = dxgk_opened_evict(idle);
            assert_true(status == STATUS_SUCCESS || status == STATUS_DEVICE_REMOVED);
        }
        for (uint32_t i = 0; i < SURFACES; i++) {
            look(world, opened[i], 0xFF000000 | (round << 8) | i);
        }
    }
}

static void add_surfaces(struct memory_world *world, struct opened *opened[SURFACES])
{
    for (uint32_t i = 0; i < SURFACES; i++) {
        opened[i] = memory_world_add(world, i % 3 == 2 ? SG_SURFACE_STAGING : SG_SURFACE_PRIMARY);
    }
}

/* One that the GPU never draws to. */
static struct opened *add_idle(struct memory_world *world)
{
    struct opened *idle = memory_world_add(world, SG_SURFACE_PRIMARY);
    uint32_t *pixels;

    assert_int_equal(dxgk_opened_lock(idle, true, (void **)&pixels), STATUS_SUCCESS);
    *pixels = 0x12345678;
    dxgk_opened_unlock(idle);
    return idle;
}

static void body(struct adapter *adapter, void *argument)
{
    struct opened *opened[SURFACES];
    struct opened *locked;
    struct opened *moving;
    struct opened *idle;
    struct memory_world world;
    uint32_t *pixels;
    uint32_t *moving_pixels;

    (void)argument;
    interpose(adapter);
    memory_world_open(&world, adapter);
    locked = memory_world_add(&world, SG_SURFACE_PRIMARY);
    idle = add_idle(&world);
    add_surfaces(&world, opened);
    assert_int_equal(dxgk_opened_lock(locked, true, (void **)&pixels), STATUS_SUCCESS);
    assert_int_equal(vidmm_allocation_pin(locked->allocation->current, true), STATUS_SUCCESS);
    *pixels = 0x12345678;
    moving = memory_world_add(&world, SG_SURFACE_PRIMARY);
    assert_int_equal(dxgk_opened_lock(moving, true, (void **)&moving_pixels), STATUS_SUCCESS);
    moving_pixels[MEMORY_WORLD_BYTES / 4 - 1] = 0x31415926;
    interposer.view = pixels;
    interposer.trigger = interposer.wanted;
    draw(&world, opened, idle);
    interposer.trigger = NEVER;
    WAIT_UNTIL(adapter->machine, &adapter->sched->retired, adapter->sched->forced == 0);
    check_books(adapter);
    check_record(adapter);
    assert_int_equal(interposer.resets, interposer.strike <= interposer.calls);
    assert_true(interposer.resets == 0 || dxgk_device_state(world.client.device) != DEVICE_OK);

    /* What the CPU has only locked may be anywhere by now. */
    assert_int_equal(moving_pixels[MEMORY_WORLD_BYTES / 4 - 1], 0x31415926);
    dxgk_opened_unlock(moving);

    /* What is pinned does not move, and the driver has not been told that it is gone. */
    assert_int_equal(*pixels, 0x12345678);
    assert_int_equal(*(uint32_t *)vidmm_allocation_pointer(locked->allocation->current),
                     0x12345678);
    *pixels = 0x87654321;
    dxgk_opened_unlock(locked);
    vidmm_allocation_unpin(locked->allocation->current);
    assert_int_equal(dxgk_opened_evict(locked), STATUS_SUCCESS);
    assert_int_equal(*(uint32_t *)locked->allocation->current->backing, 0x87654321);
    interposer.view = NULL;
    memory_world_drop(&world);

    memory_world_open(&world, adapter);
    add_surfaces(&world, opened);
    idle = add_idle(&world);
    draw(&world, opened, idle);
    assert_int_equal(dxgk_device_state(world.client.device), DEVICE_OK);
    check_books(adapter);
    check_record(adapter);
    memory_world_close(&world);
    withdraw(adapter);
}

static void small_buffers(struct machine *machine)
{
    static const char key[] = "\\Registry\\Machine\\System\\CurrentControlSet\\Control\\Class\\"
                              "Display\\PCI\\VEN_D9F0&DEV_5047\\0";

    nt_registry_set_dword(machine, key, "EvictThroughAperture", 1);
    nt_registry_set_dword(machine, key, "PagingBufferSize", PAGE_SIZE);
}

/* Every call in turn, each under another interleaving; the last is one that is never made. */
static void strike_everywhere(enum trigger trigger)
{
    uint32_t struck = 0;

    for (uint32_t i = 1; i <= TRIGGERS; i++) {
        struct stack stack;
        const struct stack_config config = {
            .driver = DXGH_TEST_DRIVER,
            .device_options = "vram=2M",
            .before = i % 2 == 0 ? small_buffers : NULL,
            .machine = { .processors = 1 + i % 3, .decision = DECISION_RANDOM, .seed = i },
        };

        interposer = (struct interposer){ .wanted = trigger, .strike = i };
        stack_run(&stack, &config, body, NULL);
        if (stack.outcome != STACK_RAN || verify_breach_count(stack.session.machine) > 0 ||
            interposer.stale > 0) {
            stack_print_breaches(&stack);
            fail_msg("call %u, seed %u: %u stale submissions", i, i, interposer.stale);
        }
        struck += interposer.resets;
        stack_close(&stack);
    }
    assert_true(struck > TRIGGERS / 2);
}

static void what_was_built_before_a_reset_is_not_run_after_it(void **state)
{
    (void)state;
    strike_everywhere(IN_BUILD);
}

static void paging_that_the_hardware_has_is_lost_with_it(void **state)
{
    (void)state;
    strike_everywhere(ON_SUBMIT);
}

static void whoever_was_about_to_leave_is_told_of(void **state)
{
    (void)state;
    strike_everywhere(ON_RENDER);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_built_before_a_reset_is_not_run_after_it),
        cmocka_unit_test(paging_that_the_hardware_has_is_lost_with_it),
        cmocka_unit_test(whoever_was_about_to_leave_is_told_of),
    };
    return cmocka_run_group_tests_name("scenario/memory_reset", tests, NULL, NULL);
}
