/* SPDX-License-Identifier: MIT */
/*
 * The CPU's access to video memory, on the real driver and board: renaming, swizzling ranges, what
 * the CPU cannot see, and two who lock at the same time.
 */
#include "dxgk/allocation_private.h"
#include "dxgk/control.h"
#include "dxgk/offer.h"
#include "dxgk/swizzle.h"
#include "machine/fiber.h"
#include "machine/schedule.h"
#include "nt/registry.h"
#include "object/process.h"
#include "tests/lib/memory_world.h"
#include "tests/lib/stack.h"
#include "tests/lib/test.h"

#include <d3dkmthk.h>
#include <string.h>

#define BYTES MEMORY_WORLD_BYTES
#define RENAMING_LENGTH 4u /* the reference driver's */
#define RANGES 4u          /* likewise */

static struct stack stack;
static const struct stack_config board = { .driver = DXGH_TEST_DRIVER,
                                           .device_options = "vram=8M" };

/* Renaming */

static void rename_body(struct adapter *adapter, void *argument)
{
    static const struct lock_request discard = { .discard = true };
    static const struct lock_request busy = { .wait = false };
    struct memory_world world;
    struct opened *opened;
    void *first;
    void *second;

    (void)argument;
    memory_world_open(&world, adapter);
    opened = memory_world_add(&world, SG_SURFACE_STAGING);
    assert_int_equal(dxgk_opened_lock(opened, true, &first), STATUS_SUCCESS);
    assert_int_equal(dxgk_opened_lock_with(opened, &discard, &second), STATUS_INVALID_PARAMETER);
    dxgk_opened_unlock(opened);

    assert_int_equal(memory_world_fill(&world, opened, 0xFF000011, 32), STATUS_SUCCESS);
    assert_int_equal(dxgk_opened_lock_with(opened, &busy, &second),
                     STATUS_GRAPHICS_ALLOCATION_BUSY);
    assert_int_equal(dxgk_opened_lock_with(opened, &discard, &second), STATUS_SUCCESS);
    assert_ptr_not_equal(first, second);
    *(uint32_t *)second = 0xFF000022;
    dxgk_opened_unlock(opened);
    assert_int_equal(opened->allocation->instance_count, 1);

    /* The packet that was queued drew where it was told; what the CPU wrote is what is seen now. */
    assert_int_equal(gpu_client_wait(&world.client), STATUS_SUCCESS);
    assert_int_equal(*(uint32_t *)first, 0xFF000011);
    assert_int_equal(memory_world_first_pixel(opened), 0xFF000022);
    memory_world_close(&world);
}

static void discard_gives_other_memory_while_the_gpu_draws(void **state)
{
    (void)state;
    stack_run_clean(&stack, &board, rename_body);
}

static void limit_body(struct adapter *adapter, void *argument)
{
    static const struct lock_request discard = { .discard = true };
    static const struct lock_request patient = { .discard = true, .wait = true };
    struct memory_world world;
    struct opened *opened;
    void *pointer;

    (void)argument;
    memory_world_open(&world, adapter);
    opened = memory_world_add(&world, SG_SURFACE_STAGING);
    for (uint32_t i = 1; i < RENAMING_LENGTH; i++) {
        assert_int_equal(memory_world_fill(&world, opened, i, 64), STATUS_SUCCESS);
        assert_int_equal(dxgk_opened_lock_with(opened, &discard, &pointer), STATUS_SUCCESS);
        dxgk_opened_unlock(opened);
    }
    assert_int_equal(memory_world_fill(&world, opened, RENAMING_LENGTH, 64), STATUS_SUCCESS);
    assert_int_equal(dxgk_opened_lock_with(opened, &discard, &pointer),
                     STATUS_GRAPHICS_ALLOCATION_BUSY);
    assert_int_equal(dxgk_opened_lock_with(opened, &patient, &pointer), STATUS_SUCCESS);
    dxgk_opened_unlock(opened);
    assert_int_equal(opened->allocation->instance_count, RENAMING_LENGTH - 1);
    assert_int_equal(dxgk_opened_evict(opened), STATUS_SUCCESS);
    memory_world_close(&world);
}

static void renaming_ends_at_the_length_of_the_list(void **state)
{
    (void)state;
    stack_run_clean(&stack, &board, limit_body);
}

/* The driver's answers of DxgkDdiCreateAllocation, changed by a test. */

static PDXGKDDI_CREATEALLOCATION true_create;
static void (*change_info)(DXGK_ALLOCATIONINFO *info);

static NTSTATUS NTAPI create_changed(const HANDLE hAdapter, DXGKARG_CREATEALLOCATION *args)
{
    NTSTATUS status = true_create(hAdapter, args);

    for (UINT i = 0; NT_SUCCESS(status) && i < args->NumAllocations; i++) {
        change_info(&args->pAllocationInfo[i]);
    }
    return status;
}

static struct opened *add_changed(struct memory_world *world, uint32_t kind,
                                  void (*change)(DXGK_ALLOCATIONINFO *info))
{
    struct adapter *adapter = world->client.adapter;
    struct opened *opened;

    true_create = adapter->table.DxgkDdiCreateAllocation;
    change_info = change;
    adapter->table.DxgkDdiCreateAllocation = create_changed;
    opened = memory_world_add(world, kind);
    adapter->table.DxgkDdiCreateAllocation = true_create;
    return opened;
}

static void leave_length_open(DXGK_ALLOCATIONINFO *info)
{
    info->MaximumRenamingListLength = 0;
}

/* Source: display/requesting-to-rename-an-allocation.md */
static void open_length_body(struct adapter *adapter, void *argument)
{
    static const struct lock_request discard = { .discard = true };
    struct memory_world world;
    struct opened *opened;
    void *pointer;

    (void)argument;
    memory_world_open(&world, adapter);
    opened = add_changed(&world, SG_SURFACE_STAGING, leave_length_open);
    for (uint32_t i = 0; i < 2 * RENAMING_LENGTH; i++) {
        assert_int_equal(memory_world_fill(&world, opened, i, 64), STATUS_SUCCESS);
        assert_int_equal(dxgk_opened_lock_with(opened, &discard, &pointer), STATUS_SUCCESS);
        dxgk_opened_unlock(opened);
    }
    assert_true(opened->allocation->instance_count > RENAMING_LENGTH);

    /* What is asked of an allocation is asked of all its places. */
    assert_int_equal(dxgk_opened_offer(opened, D3DKMT_OFFER_PRIORITY_LOW), STATUS_SUCCESS);
    assert_int_equal(opened->allocation->placement.offer, VIDMM_OFFER_LOW);
    assert_int_equal(opened->allocation->current->offer, VIDMM_OFFER_LOW);
    assert_true(dxgk_opened_reclaim(opened));
    assert_int_equal(opened->allocation->placement.offer, VIDMM_NOT_OFFERED);
    dxgk_opened_set_priority(opened, D3DDDI_ALLOCATIONPRIORITY_HIGH);
    assert_int_equal(opened->allocation->placement.priority, D3DDDI_ALLOCATIONPRIORITY_HIGH);
    assert_int_equal(opened->allocation->current->priority, D3DDDI_ALLOCATIONPRIORITY_HIGH);
    memory_world_close(&world);
}

static void a_length_of_0_leaves_renaming_to_the_kernel(void **state)
{
    (void)state;
    stack_run_clean(&stack, &board, open_length_body);
}

static void read_only_body(struct adapter *adapter, void *argument)
{
    static const struct lock_request read_only = { .wait = true, .read_only = true };
    const struct vidmm_statistics *statistics = &adapter->vidmm->statistics;
    struct memory_world world;
    struct opened *opened;
    uint64_t out_bytes;
    void *pointer;

    (void)argument;
    memory_world_open(&world, adapter);
    opened = memory_world_add(&world, SG_SURFACE_PRIMARY);
    assert_int_equal(memory_world_fill(&world, opened, 0xFF00AA55, 1), STATUS_SUCCESS);
    assert_int_equal(dxgk_opened_evict(opened), STATUS_SUCCESS);
    out_bytes = statistics->out_bytes;
    assert_int_equal(out_bytes, BYTES);
    assert_int_equal(dxgk_opened_lock_with(opened, &read_only, &pointer), STATUS_SUCCESS);
    assert_int_equal(*(uint32_t *)pointer, 0xFF00AA55);
    dxgk_opened_unlock(opened);
    assert_int_equal(dxgk_opened_evict(opened), STATUS_SUCCESS);
    assert_int_equal(statistics->out_bytes, out_bytes);
    assert_int_equal(memory_world_first_pixel(opened), 0xFF00AA55);
    memory_world_close(&world);
}

static void what_was_locked_to_be_read_is_not_copied_out(void **state)
{
    (void)state;
    stack_run_clean(&stack, &board, read_only_body);
}

/* Swizzling ranges */

static const struct lock_request linear = { .wait = true, .linear = true };

static void ranges_body(struct adapter *adapter, void *argument)
{
    struct memory_world world;
    struct opened *opened[RANGES + 1];
    void *pointer;

    (void)argument;
    memory_world_open(&world, adapter);
    for (uint32_t i = 0; i <= RANGES; i++) {
        opened[i] = memory_world_add(&world, SG_SURFACE_PRIMARY);
    }
    for (uint32_t i = 0; i < RANGES; i++) {
        assert_int_equal(dxgk_opened_lock_with(opened[i], &linear, &pointer), STATUS_SUCCESS);
        memset(pointer, (int)i + 1, BYTES);
    }
    assert_int_equal(dxgk_opened_lock_with(opened[RANGES], &linear, &pointer),
                     STATUS_GRAPHICS_UNSWIZZLING_APERTURE_UNAVAILABLE);
    dxgk_opened_unlock(opened[1]);
    assert_int_equal(dxgk_opened_lock_with(opened[RANGES], &linear, &pointer), STATUS_SUCCESS);
    dxgk_opened_unlock(opened[RANGES]);
    dxgk_opened_unlock(opened[0]);
    dxgk_opened_unlock(opened[2]);
    dxgk_opened_unlock(opened[3]);
    assert_int_equal(memory_world_first_pixel(opened[2]), 0x03030303);
    memory_world_close(&world);
}

static void ranges_are_lent_to_one_allocation_each(void **state)
{
    (void)state;
    stack_run_clean(&stack, &board, ranges_body);
}

static NTSTATUS NTAPI acquire_wrongly(const HANDLE hAdapter, DXGKARG_ACQUIRESWIZZLINGRANGE *args)
{
    (void)hAdapter;
    args->CPUTranslatedAddress.QuadPart = 4096; /* in no BAR */
    return STATUS_SUCCESS;
}

static NTSTATUS NTAPI acquire_unlawfully(const HANDLE hAdapter, DXGKARG_ACQUIRESWIZZLINGRANGE *args)
{
    (void)hAdapter;
    (void)args;
    return STATUS_NO_MEMORY;
}

static NTSTATUS NTAPI release_unlawfully(const HANDLE hAdapter,
                                         const DXGKARG_RELEASESWIZZLINGRANGE *args)
{
    (void)hAdapter;
    (void)args;
    return STATUS_UNSUCCESSFUL;
}

static void lock_linear(struct adapter *adapter, NTSTATUS expected)
{
    struct memory_world world;
    struct opened *opened;
    void *pointer;

    memory_world_open(&world, adapter);
    opened = memory_world_add(&world, SG_SURFACE_PRIMARY);
    assert_int_equal(dxgk_opened_lock_with(opened, &linear, &pointer), expected);
    if (NT_SUCCESS(expected)) {
        dxgk_opened_unlock(opened);
    }
    memory_world_close(&world);
}

static void wrong_range_body(struct adapter *adapter, void *argument)
{
    (void)argument;
    adapter->table.DxgkDdiAcquireSwizzlingRange = acquire_wrongly;
    lock_linear(adapter, STATUS_GRAPHICS_UNSWIZZLING_APERTURE_UNSUPPORTED);
}

static void acquire_body(struct adapter *adapter, void *argument)
{
    (void)argument;
    adapter->table.DxgkDdiAcquireSwizzlingRange = acquire_unlawfully;
    lock_linear(adapter, STATUS_SUCCESS);
}

static void release_body(struct adapter *adapter, void *argument)
{
    (void)argument;
    adapter->table.DxgkDdiReleaseSwizzlingRange = release_unlawfully;
    lock_linear(adapter, STATUS_SUCCESS);
}

static void ranges_are_checked(void **state)
{
    (void)state;
    stack_run(&stack, &board, wrong_range_body, NULL);
    assert_int_equal(stack.outcome, STACK_RAN);
    assert_true(stack_has_breach(&stack, RULE_SWZ_04));
    stack_close(&stack);
    stack_run_to_bugcheck(&stack, &board, acquire_body, 0x10E, 0xF);
    assert_true(stack_has_breach(&stack, RULE_SWZ_01));
    stack_close(&stack);
    stack_run_to_bugcheck(&stack, &board, release_body, 0x10E, 0x10);
    assert_true(stack_has_breach(&stack, RULE_SWZ_02));
    stack_close(&stack);
}

/* A driver whose ranges share one resource. */
static PDXGKDDI_ACQUIRESWIZZLINGRANGE true_acquire;
static PDXGKDDI_RELEASESWIZZLINGRANGE true_release;
static uint32_t acquired;
static uint32_t released;

static NTSTATUS NTAPI acquire_one(const HANDLE hAdapter, DXGKARG_ACQUIRESWIZZLINGRANGE *args)
{
    if (acquired > released) {
        return STATUS_GRAPHICS_UNSWIZZLING_APERTURE_UNAVAILABLE;
    }
    acquired++;
    return true_acquire(hAdapter, args);
}

static NTSTATUS NTAPI release_one(const HANDLE hAdapter, const DXGKARG_RELEASESWIZZLINGRANGE *args)
{
    released++;
    return true_release(hAdapter, args);
}

/* Source: nc-d3dkmddi-dxgkddi_acquireswizzlingrange.md: ranges are cached with their allocation. */
static void kept_body(struct adapter *adapter, void *argument)
{
    struct lock_request other = linear;
    struct memory_world world;
    struct opened *opened[2];
    void *pointer;

    (void)argument;
    acquired = 0;
    released = 0;
    true_acquire = adapter->table.DxgkDdiAcquireSwizzlingRange;
    true_release = adapter->table.DxgkDdiReleaseSwizzlingRange;
    adapter->table.DxgkDdiAcquireSwizzlingRange = acquire_one;
    adapter->table.DxgkDdiReleaseSwizzlingRange = release_one;
    memory_world_open(&world, adapter);
    opened[0] = memory_world_add(&world, SG_SURFACE_PRIMARY);
    opened[1] = memory_world_add(&world, SG_SURFACE_PRIMARY);
    for (uint32_t i = 0; i < 3; i++) {
        assert_int_equal(dxgk_opened_lock_with(opened[0], &linear, &pointer), STATUS_SUCCESS);
        dxgk_opened_unlock(opened[0]);
    }
    assert_int_equal(acquired, 1);
    assert_int_equal(released, 0);

    /* One that is only kept makes way, one that is lent does not. */
    assert_int_equal(dxgk_opened_lock_with(opened[1], &linear, &pointer), STATUS_SUCCESS);
    assert_int_equal(acquired, 2);
    assert_int_equal(released, 1);
    assert_int_equal(dxgk_opened_lock_with(opened[0], &linear, &pointer),
                     STATUS_GRAPHICS_UNSWIZZLING_APERTURE_UNAVAILABLE);
    dxgk_opened_unlock(opened[1]);

    /* It shows a part that the private data names, at the place it was made for. */
    other.private_data = 1;
    assert_int_equal(dxgk_opened_lock_with(opened[1], &other, &pointer), STATUS_SUCCESS);
    assert_int_equal(acquired, 3);
    dxgk_opened_unlock(opened[1]);
    assert_int_equal(dxgk_opened_evict(opened[1]), STATUS_SUCCESS);
    assert_int_equal(released, 3);
    memory_world_close(&world);
    assert_int_equal(acquired, released);
    adapter->table.DxgkDdiAcquireSwizzlingRange = true_acquire;
    adapter->table.DxgkDdiReleaseSwizzlingRange = true_release;
}

static void a_range_stays_until_somebody_needs_it(void **state)
{
    (void)state;
    stack_run_clean(&stack, &board, kept_body);
}

/* At an address of the driver's, and of another size */

#define OTHER_BYTES 0x10000u

static NTSTATUS NTAPI acquire_other(const HANDLE hAdapter, DXGKARG_ACQUIRESWIZZLINGRANGE *args)
{
    NTSTATUS status = true_acquire(hAdapter, args);

    args->RangeSize = OTHER_BYTES;
    return status;
}

static uint8_t last_byte_of(struct opened *opened, uint32_t bytes)
{
    uint8_t *pixels;
    uint8_t last;

    assert_int_equal(dxgk_opened_lock(opened, true, (void **)&pixels), STATUS_SUCCESS);
    last = pixels[bytes - 1];
    dxgk_opened_unlock(opened);
    return last;
}

static void alternate_body(struct adapter *adapter, void *argument)
{
    struct lock_request alternate = linear;
    struct memory_world world;
    struct opened *opened;
    void *pointer;

    (void)argument;
    alternate.alternate = true;
    true_acquire = adapter->table.DxgkDdiAcquireSwizzlingRange;
    adapter->table.DxgkDdiAcquireSwizzlingRange = acquire_other;
    memory_world_open(&world, adapter);
    opened = memory_world_add(&world, SG_SURFACE_PRIMARY);
    alternate.linear = false; /* only together with AcquireAperture */
    assert_int_equal(dxgk_opened_lock_with(opened, &alternate, &pointer), STATUS_INVALID_PARAMETER);
    alternate.linear = true;
    assert_int_equal(dxgk_opened_lock_with(opened, &alternate, &pointer), STATUS_SUCCESS);
    memset(pointer, 7, OTHER_BYTES);
    assert_int_equal(opened->allocation->swizzled->id, 0);
    assert_int_equal(dxgk_opened_lock(opened, true, &pointer), STATUS_INVALID_PARAMETER);
    assert_int_equal(opened->allocation->placement.pin_count, 0);
    assert_int_equal(dxgk_opened_evict(opened), STATUS_SUCCESS);
    ((uint8_t *)pointer)[OTHER_BYTES - 1] = 8;
    dxgk_opened_unlock(opened);
    assert_int_equal(memory_world_first_pixel(opened), 0x07070707);
    assert_int_equal(last_byte_of(opened, OTHER_BYTES), 8);

    /* In an aperture the driver is asked, too; this one has no ranges for it. */
    opened = memory_world_add(&world, SG_SURFACE_STAGING);
    assert_int_equal(dxgk_opened_lock_with(opened, &alternate, &pointer),
                     STATUS_GRAPHICS_UNSWIZZLING_APERTURE_UNSUPPORTED);
    assert_int_equal(opened->allocation->placement.pin_count, 0);
    adapter->table.DxgkDdiAcquireSwizzlingRange = true_acquire;
    memory_world_close(&world);
}

static void an_alternate_address_may_have_another_size(void **state)
{
    (void)state;
    stack_run_clean(&stack, &board, alternate_body);
}

/* Evicted under the lock. The driver is watched. */

static PDXGKDDI_BUILDPAGINGBUFFER true_build;
static uint32_t special_out;
static uint32_t special_in;
static uint32_t special_range; /* expected */

static NTSTATUS NTAPI build_special(const HANDLE hAdapter, DXGKARG_BUILDPAGINGBUFFER *args)
{
    if (args->Operation == DXGK_OPERATION_SPECIAL_LOCK_TRANSFER && args->MultipassOffset == 0) {
        bool is_out = args->SpecialLockTransfer.Destination.SegmentId == 0;
        const MDL *mdl = is_out ? args->SpecialLockTransfer.Destination.pMdl
                                : args->SpecialLockTransfer.Source.pMdl;

        assert_int_equal(args->SpecialLockTransfer.TransferSize, BYTES);
        assert_int_equal(mdl->ByteCount, BYTES);
        assert_int_equal(args->SpecialLockTransfer.SwizzlingRangeId, special_range);
        assert_int_equal(args->SpecialLockTransfer.SwizzlingRangeData, 9);
        special_out += is_out;
        special_in += !is_out;
    }
    return true_build(hAdapter, args);
}

static void expect_pixels(struct opened *opened, uint32_t from, uint32_t count)
{
    uint32_t *pixels;

    assert_int_equal(dxgk_opened_lock(opened, true, (void **)&pixels), STATUS_SUCCESS);
    for (uint32_t i = from; i < from + count; i++) {
        assert_int_equal(pixels[i], i);
    }
    assert_int_equal(pixels[BYTES / 4 - 1], 0xFF00AA55);
    dxgk_opened_unlock(opened);
}

/* Source: nc-d3dkmddi-dxgkddi_buildpagingbuffer.md ("Special-lock transfer") */
static void under_lock_body(struct adapter *adapter, void *argument)
{
    const struct lock_request alternate = {
        .wait = true, .linear = true, .alternate = true, .by_client = true, .private_data = 9
    };
    struct memory_world world;
    struct opened *opened;
    uint32_t *pixels;

    (void)argument;
    special_out = 0;
    special_in = 0;
    special_range = 0;
    true_build = adapter->table.DxgkDdiBuildPagingBuffer;
    adapter->table.DxgkDdiBuildPagingBuffer = build_special;
    memory_world_open(&world, adapter);
    opened = memory_world_add(&world, SG_SURFACE_PRIMARY);
    assert_int_equal(memory_world_fill(&world, opened, 0xFF00AA55, 1), STATUS_SUCCESS);
    assert_int_equal(dxgk_opened_lock_with(opened, &alternate, (void **)&pixels), STATUS_SUCCESS);
    pixels[1] = 1;
    assert_int_equal(dxgk_opened_evict(opened), STATUS_SUCCESS);
    assert_null(opened->allocation->placement.segment);
    assert_int_equal(special_out, 1);
    assert_int_equal(pixels[0], 0xFF00AA55);
    assert_int_equal(pixels[1], 1);
    pixels[2] = 2;

    /* It comes back while it is locked, and the CPU goes on where it is. */
    assert_int_equal(dxgk_opened_make_resident(opened), STATUS_SUCCESS);
    assert_int_equal(special_in, 1);
    pixels[3] = 3;
    assert_int_equal(dxgk_opened_evict(opened), STATUS_SUCCESS);
    assert_int_equal(special_out, 1);
    assert_int_equal(pixels[3], 3);
    dxgk_opened_unlock(opened);
    expect_pixels(opened, 1, 3);
    assert_int_equal(special_in, 2);
    assert_null(opened->allocation->placement.alternate);
    assert_int_equal(adapter->swizzling->ranges[0].state, SWIZZLING_FREE);

    /* It may go while it is away. */
    assert_int_equal(dxgk_opened_lock_with(opened, &alternate, (void **)&pixels), STATUS_SUCCESS);
    special_range = opened->allocation->swizzled->id;
    assert_int_equal(dxgk_opened_evict(opened), STATUS_SUCCESS);
    dxgk_opened_unlock(opened);
    memory_world_close(&world);
    assert_int_equal(special_out, 2);
    assert_int_equal(adapter->swizzling->ranges[special_range].state, SWIZZLING_FREE);
    adapter->table.DxgkDdiBuildPagingBuffer = true_build;
}

static void a_lock_at_an_alternate_address_survives_eviction(void **state)
{
    (void)state;
    stack_run_clean(&stack, &board, under_lock_body);
}

/* A client's lock without a range: its view goes where the allocation goes. */

static const struct lock_request by_client = { .wait = true, .by_client = true };

static void follow_one(struct memory_world *world, uint32_t kind)
{
    struct opened *opened = memory_world_add(world, kind);
    const struct vidmm_allocation *placement = &opened->allocation->placement;
    uint32_t *pixels;
    uint32_t *again;

    assert_int_equal(memory_world_fill(world, opened, 0xFF00AA55, 1), STATUS_SUCCESS);
    assert_int_equal(dxgk_opened_lock_with(opened, &by_client, (void **)&pixels), STATUS_SUCCESS);
    pixels[1] = 1;
    assert_int_equal(dxgk_opened_evict(opened), STATUS_SUCCESS);
    assert_null(placement->segment);
    assert_int_equal(pixels[0], 0xFF00AA55);
    assert_int_equal(pixels[1], 1);
    pixels[2] = 2;
    assert_int_equal(dxgk_opened_make_resident(opened), STATUS_SUCCESS);
    assert_non_null(placement->segment);
    pixels[3] = 3;
    assert_int_equal(pixels[BYTES / 4 - 1], 0xFF00AA55);

    /* A lock in a lock, and evicted between the two ends. */
    assert_int_equal(dxgk_opened_lock(opened, true, (void **)&again), STATUS_SUCCESS);
    assert_ptr_equal(again, pixels);
    assert_int_equal(dxgk_opened_evict(opened), STATUS_SUCCESS);
    dxgk_opened_unlock(opened);
    assert_int_equal(pixels[3], 3);
    dxgk_opened_unlock(opened);
    assert_int_equal(placement->pin_count, 0);
    expect_pixels(opened, 1, 3);

    /* What the GPU draws under the lock is seen, wherever it is by then. */
    assert_int_equal(dxgk_opened_lock_with(opened, &by_client, (void **)&pixels), STATUS_SUCCESS);
    assert_int_equal(dxgk_opened_evict(opened), STATUS_SUCCESS);
    assert_int_equal(memory_world_fill(world, opened, 0xFF445566, 1), STATUS_SUCCESS);
    assert_int_equal(gpu_client_wait(&world->client), STATUS_SUCCESS);
    assert_int_equal(pixels[3], 0xFF445566);
    dxgk_opened_unlock(opened);
}

static void follow_body(struct adapter *adapter, void *argument)
{
    struct memory_world world;

    (void)argument;
    memory_world_open(&world, adapter);
    follow_one(&world, SG_SURFACE_PRIMARY);
    follow_one(&world, SG_SURFACE_STAGING);
    memory_world_close(&world);
}

static void a_clients_view_goes_with_what_is_evicted_under_its_lock(void **state)
{
    (void)state;
    stack_run_clean(&stack, &board, follow_body);
    for (uint64_t seed = 1; seed <= 16; seed++) { /* with pages in any order */
        stack_run_seeded(DXGH_TEST_DRIVER, seed, follow_body);
    }
}

#define LARGE_SIDE 1024u /* 4 MB: no three of them fit */

static void more_than_memory_body(struct adapter *adapter, void *argument)
{
    struct opened *opened[3];
    uint32_t *pixels[3];
    struct memory_world world;

    (void)argument;
    memory_world_open(&world, adapter);
    for (uint32_t i = 0; i < 3; i++) {
        assert_int_equal(memory_world_add_sized(&world, SG_SURFACE_PRIMARY, LARGE_SIDE, &opened[i]),
                         STATUS_SUCCESS);
        assert_int_equal(dxgk_opened_lock_with(opened[i], &by_client, (void **)&pixels[i]),
                         STATUS_SUCCESS);
        pixels[i][LARGE_SIDE] = i + 1;
    }
    for (uint32_t i = 0; i < 3; i++) {
        assert_int_equal(pixels[i][LARGE_SIDE], i + 1);
        assert_int_equal(dxgk_opened_make_resident(opened[i]), STATUS_SUCCESS);
        pixels[i][LARGE_SIDE + 1] = i + 11;
    }
    for (uint32_t i = 0; i < 3; i++) {
        assert_int_equal(pixels[i][LARGE_SIDE], i + 1);
        assert_int_equal(pixels[i][LARGE_SIDE + 1], i + 11);
        dxgk_opened_unlock(opened[i]);
    }
    memory_world_close(&world);
}

static void clients_may_lock_more_than_there_is_memory(void **state)
{
    (void)state;
    stack_run_clean(&stack, &board, more_than_memory_body);
}

/* Two at a time */

struct locker {
    struct machine *machine;
    struct opened *opened;
    NTSTATUS status;
    void *pointer;
    bool done;
    struct wait_queue *finished;
};

static void lock_in_turn(void *argument)
{
    struct locker *locker = argument;

    locker->status = dxgk_opened_lock_with(locker->opened, &linear, &locker->pointer);
    locker->done = true;
    wait_queue_wake(locker->machine, locker->finished);
    schedule_exit(locker->machine);
}

static void two_body(struct adapter *adapter, void *argument)
{
    struct locker lockers[2] = { 0 };
    struct wait_queue finished;
    struct memory_world world;
    struct opened *opened;
    const struct locker *first;

    (void)argument;
    wait_queue_init(&finished);
    memory_world_open(&world, adapter);
    opened = memory_world_add(&world, SG_SURFACE_PRIMARY);
    assert_int_equal(memory_world_fill(&world, opened, 0xFF000011, 32), STATUS_SUCCESS);
    for (uint32_t i = 0; i < 2; i++) {
        lockers[i] =
            (struct locker){ .machine = adapter->machine, .opened = opened, .finished = &finished };
        schedule_ready(adapter->machine,
                       fiber_create(adapter->machine, lock_in_turn, &lockers[i], "locker"));
    }
    WAIT_UNTIL(adapter->machine, &finished, lockers[0].done && lockers[1].done);
    first = NT_SUCCESS(lockers[0].status) ? &lockers[0] : &lockers[1];
    assert_int_equal(first->status, STATUS_SUCCESS);
    assert_int_equal(lockers[first == lockers].status, STATUS_INVALID_PARAMETER);
    assert_int_equal(*(uint32_t *)first->pointer, 0xFF000011);
    assert_int_equal(opened->lock_count, 1);
    assert_int_equal(opened->allocation->placement.pin_count, 1);
    dxgk_opened_unlock(opened);
    assert_int_equal(opened->allocation->placement.pin_count, 0);
    memory_world_close(&world);
}

static void of_two_who_want_a_range_one_gets_it(void **state)
{
    (void)state;
    stack_run_clean(&stack, &board, two_body);
}

/* Shared memory */

static void shared_body(struct adapter *adapter, void *argument)
{
    SG_UMD_ALLOCATION_DATA data = { .Magic = SG_UMD_MAGIC,
                                    .Version = SG_UMD_VERSION,
                                    .Kind = SG_SURFACE_STAGING,
                                    .Width = 64,
                                    .Height = 64,
                                    .Pitch = 256,
                                    .Format = D3DDDIFMT_A8R8G8B8 };
    struct allocation_request allocation = { .private_data = &data, .private_bytes = sizeof(data) };
    const struct resource_request request = {
        .grouped = true, .shared = true, .count = 1, .allocations = &allocation
    };
    struct gpu_client clients[2];
    struct opening *openings[2];
    struct process *outer = process_current(adapter->machine);
    void *pointer;

    (void)argument;
    for (uint32_t i = 0; i < 2; i++) {
        assert_int_equal(gpu_client_open(&clients[i], adapter, "client", 600 + 4 * i, 0, 0),
                         STATUS_SUCCESS);
    }
    process_attach(adapter->machine, clients[0].process);
    assert_int_equal(
        dxgk_resource_create(clients[0].device, clients[0].process, &request, &openings[0]),
        STATUS_SUCCESS);
    process_attach(adapter->machine, clients[1].process);
    assert_int_equal(dxgk_resource_open(clients[1].device, clients[1].process,
                                        openings[0]->resource, &openings[1]),
                     STATUS_SUCCESS);
    for (uint32_t i = 0; i < 2; i++) {
        struct opened *opened = LIST_ENTRY_OF(openings[i]->allocations.next, struct opened, link);

        assert_int_equal(dxgk_opened_lock(opened, true, &pointer),
                         i == 0 ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER);
        if (i == 0) {
            dxgk_opened_unlock(opened);
        }
    }
    for (uint32_t i = 0; i < 2; i++) {
        process_attach(adapter->machine, clients[i].process);
        dxgk_opening_destroy(openings[i]);
    }
    process_attach(adapter->machine, outer);
    gpu_client_close(&clients[0]);
    gpu_client_close(&clients[1]);
}

static void who_created_a_shared_allocation_alone_may_lock_it(void **state)
{
    (void)state;
    stack_run_clean(&stack, &board, shared_body);
}

/* Memory that the CPU does not see */

#define HIDDEN_BYTES 0x200000u
#define HIDDEN_ID 3u /* the reference driver's third segment */
#define APERTURE_ID 2u

static void hide(DXGK_ALLOCATIONINFO *info)
{
    info->Flags.CpuVisible = 1;
    info->PreferredSegment.Value = 0;
    info->PreferredSegment.SegmentId0 = HIDDEN_ID;
    info->SupportedReadSegmentSet = 1u << (HIDDEN_ID - 1);
    info->SupportedWriteSegmentSet = 1u << (HIDDEN_ID - 1);
}

static void hide_or_map(DXGK_ALLOCATIONINFO *info)
{
    hide(info);
    info->SupportedReadSegmentSet |= 1u << (APERTURE_ID - 1);
    info->SupportedWriteSegmentSet |= 1u << (APERTURE_ID - 1);
}

static void look_into(struct memory_world *world, struct opened *opened, uint32_t locked_in)
{
    const struct vidmm_allocation *placement = &opened->allocation->placement;
    uint32_t *pixels;

    assert_int_equal(memory_world_fill(world, opened, 0xFF00BB66, 1), STATUS_SUCCESS);
    assert_int_equal(gpu_client_wait(&world->client), STATUS_SUCCESS);
    assert_int_equal(placement->segment->id, HIDDEN_ID);
    assert_int_equal(dxgk_opened_lock(opened, true, (void **)&pixels), STATUS_SUCCESS);
    assert_int_equal(placement->segment == NULL ? 0 : placement->segment->id, locked_in);
    assert_int_equal(pixels[BYTES / 4 - 1], 0xFF00BB66);
    pixels[7] = 0xFF112233;
    dxgk_opened_unlock(opened);

    /* The GPU gets what the CPU wrote, and the CPU sees it again when it comes back from there. */
    assert_int_equal(dxgk_opened_evict(opened), STATUS_SUCCESS);
    assert_int_equal(dxgk_opened_make_resident(opened), STATUS_SUCCESS);
    assert_int_equal(placement->segment->id, HIDDEN_ID);
    assert_int_equal(dxgk_opened_lock(opened, true, (void **)&pixels), STATUS_SUCCESS);
    assert_int_equal(pixels[7], 0xFF112233);
    assert_int_equal(pixels[8], 0xFF00BB66);
    dxgk_opened_unlock(opened);
}

static void hidden_body(struct adapter *adapter, void *argument)
{
    struct memory_world world;

    (void)argument;
    memory_world_open(&world, adapter);
    look_into(&world, add_changed(&world, SG_SURFACE_TEXTURE, hide), 0);
    look_into(&world, add_changed(&world, SG_SURFACE_TEXTURE, hide_or_map), APERTURE_ID);
    memory_world_close(&world);
}

static void give_hidden_memory(struct machine *machine)
{
    nt_registry_set_dword(machine,
                          "\\Registry\\Machine\\System\\CurrentControlSet\\Control\\Class\\"
                          "Display\\PCI\\VEN_D9F0&DEV_5047\\0",
                          "HiddenSize", HIDDEN_BYTES);
}

static void what_the_cpu_does_not_see_comes_to_where_it_does(void **state)
{
    static const struct stack_config hiding = { .driver = DXGH_TEST_DRIVER,
                                                .device_options = "vram=8M",
                                                .before = give_hidden_memory };

    (void)state;
    stack_run_clean(&stack, &hiding, hidden_body);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(discard_gives_other_memory_while_the_gpu_draws),
        cmocka_unit_test(renaming_ends_at_the_length_of_the_list),
        cmocka_unit_test(a_length_of_0_leaves_renaming_to_the_kernel),
        cmocka_unit_test(what_was_locked_to_be_read_is_not_copied_out),
        cmocka_unit_test(ranges_are_lent_to_one_allocation_each),
        cmocka_unit_test(ranges_are_checked),
        cmocka_unit_test(a_range_stays_until_somebody_needs_it),
        cmocka_unit_test(an_alternate_address_may_have_another_size),
        cmocka_unit_test(a_lock_at_an_alternate_address_survives_eviction),
        cmocka_unit_test(a_clients_view_goes_with_what_is_evicted_under_its_lock),
        cmocka_unit_test(clients_may_lock_more_than_there_is_memory),
        cmocka_unit_test(of_two_who_want_a_range_one_gets_it),
        cmocka_unit_test(who_created_a_shared_allocation_alone_may_lock_it),
        cmocka_unit_test(what_the_cpu_does_not_see_comes_to_where_it_does),
    };
    return cmocka_run_group_tests_name("scenario/memory_lock", tests, NULL, NULL);
}
