/* SPDX-License-Identifier: MIT */
/*
 * What a driver is asked to page, and how, on the real driver and board: scattered pages, moves
 * between segments, accesses for the sake of coherency, synchronous paging, copies that stay in
 * system memory, memory that never leaves. Drivers are changed by putting another function into
 * the adapter's table.
 */
#include "dxgk/allocation_private.h"
#include "dxgk/control.h"
#include "machine/fiber.h"
#include "machine/schedule.h"
#include "nt/registry.h"
#include "tests/lib/memory_world.h"
#include "tests/lib/stack.h"
#include "tests/lib/test.h"

#include <string.h>

#define BYTES MEMORY_WORLD_BYTES
#define WORDS (BYTES / 4u)
#define VRAM_ID 1u /* segments of the reference driver */
#define APERTURE_ID 2u
#define ZONE_OVERLAYS 3u /* of BYTES, in the last fifth of 4 MB */
#define HIDDEN_ID 3u
#define HIDDEN_BYTES 0x200000u
#define RECORDS_MAX 256u
#define KEY                                                                                        \
    "\\Registry\\Machine\\System\\CurrentControlSet\\Control\\Class\\Display\\"                    \
    "PCI\\VEN_D9F0&DEV_5047\\0"

static struct stack stack;
static const struct stack_config board = { .driver = DXGH_TEST_DRIVER,
                                           .device_options = "vram=8M" };

/* What the driver was asked to build, as it was asked. */
static struct {
    PDXGKDDI_BUILDPAGINGBUFFER build;
    PDXGKDDI_CREATEALLOCATION create;
    PDXGKDDI_SUBMITCOMMAND submit;
    void (*change)(DXGK_ALLOCATIONINFO *info);
    void (*spoil)(DXGKARG_BUILDPAGINGBUFFER *args);
    DXGKARG_BUILDPAGINGBUFFER records[RECORDS_MAX];
    uint32_t count;
} driver;

static NTSTATUS NTAPI recording_build(const HANDLE hAdapter, DXGKARG_BUILDPAGINGBUFFER *args)
{
    NTSTATUS status;

    assert_true(driver.count < RECORDS_MAX);
    driver.records[driver.count++] = *args;
    if (driver.spoil == NULL) {
        return driver.build(hAdapter, args);
    }

    DXGKARG_BUILDPAGINGBUFFER spoilt = *args;

    driver.spoil(&spoilt);
    status = driver.build(hAdapter, &spoilt);
    args->pDmaBuffer = spoilt.pDmaBuffer;
    args->MultipassOffset = spoilt.MultipassOffset;
    return status;
}

static NTSTATUS NTAPI changing_create(const HANDLE hAdapter, DXGKARG_CREATEALLOCATION *args)
{
    NTSTATUS status = driver.create(hAdapter, args);

    for (UINT i = 0; NT_SUCCESS(status) && driver.change != NULL && i < args->NumAllocations; i++) {
        driver.change(&args->pAllocationInfo[i]);
    }
    return status;
}

static void interpose(struct adapter *adapter, void (*change)(DXGK_ALLOCATIONINFO *info))
{
    memset(&driver, 0, sizeof(driver));
    driver.build = adapter->table.DxgkDdiBuildPagingBuffer;
    driver.create = adapter->table.DxgkDdiCreateAllocation;
    driver.submit = adapter->table.DxgkDdiSubmitCommand;
    driver.change = change;
    adapter->table.DxgkDdiBuildPagingBuffer = recording_build;
    adapter->table.DxgkDdiCreateAllocation = changing_create;
}

static void withdraw(struct adapter *adapter)
{
    adapter->table.DxgkDdiBuildPagingBuffer = driver.build;
    adapter->table.DxgkDdiCreateAllocation = driver.create;
    adapter->table.DxgkDdiSubmitCommand = driver.submit;
}

/* The n-th request for this operation, from 0; NULL when there were fewer. */
static const DXGKARG_BUILDPAGINGBUFFER *asked(DXGK_BUILDPAGINGBUFFER_OPERATION operation,
                                              uint32_t n)
{
    for (uint32_t i = 0; i < driver.count; i++) {
        if (driver.records[i].Operation == operation && n-- == 0) {
            return &driver.records[i];
        }
    }
    return NULL;
}

static void *locked(struct opened *opened)
{
    void *pointer;

    assert_int_equal(dxgk_opened_lock(opened, true, &pointer), STATUS_SUCCESS);
    return pointer;
}

/* Scattered pages */

static bool in_order(const MDL *mdl, uint64_t pages)
{
    const PFN_NUMBER *frames = (const PFN_NUMBER *)(mdl + 1);

    for (uint64_t i = 1; i < pages; i++) {
        if (frames[i] != frames[0] + i) {
            return false;
        }
    }
    return true;
}

static uint32_t scattered_count;
static uint32_t damaged_count;

/* Every page holds its own number, whoever moved it. */
static void scatter_body(struct adapter *adapter, void *argument)
{
    struct memory_world world;
    struct opened *opened[4];
    bool damaged = false;

    interpose(adapter, NULL);
    driver.spoil = (void (*)(DXGKARG_BUILDPAGINGBUFFER *))argument;
    memory_world_open(&world, adapter);
    for (uint32_t i = 0; i < 4; i++) {
        uint32_t *words;

        opened[i] = memory_world_add(&world, SG_SURFACE_PRIMARY);
        words = locked(opened[i]);
        for (uint32_t k = 0; k < WORDS; k++) {
            words[k] = k ^ i;
        }
        dxgk_opened_unlock(opened[i]);
        assert_int_equal(dxgk_opened_evict(opened[i]), STATUS_SUCCESS);
        scattered_count += !in_order(opened[i]->allocation->placement.mdl, BYTES / DXGH_PAGE_SIZE);
    }
    for (uint32_t i = 0; i < 4; i++) {
        const uint32_t *words = locked(opened[i]);

        for (uint32_t k = 0; k < WORDS; k++) {
            damaged |= words[k] != (k ^ i);
        }
        dxgk_opened_unlock(opened[i]);
    }
    damaged_count += damaged;
    withdraw(adapter);
    memory_world_close(&world);
}

/* A driver that takes the first frame for the beginning of them all. */
static struct {
    MDL mdl;
    PFN_NUMBER frames[BYTES / PAGE_SIZE];
} straight;

static void rely_on_order(DXGKARG_BUILDPAGINGBUFFER *args)
{
    if (args->Operation != DXGK_OPERATION_TRANSFER || args->Transfer.Destination.SegmentId == 0) {
        return;
    }
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(straight.frames); i++) {
        straight.frames[i] = *(const PFN_NUMBER *)(args->Transfer.Source.pMdl + 1) + i;
    }
    args->Transfer.Source.pMdl = &straight.mdl;
}

static void scatter_under(uint64_t seeds, void (*spoil)(DXGKARG_BUILDPAGINGBUFFER *args))
{
    scattered_count = 0;
    damaged_count = 0;
    for (uint64_t seed = 1; seed <= seeds; seed++) {
        const struct stack_config config = { .driver = DXGH_TEST_DRIVER,
                                             .device_options = "vram=8M",
                                             .machine = { .decision = DECISION_RANDOM,
                                                          .seed = seed } };

        stack_run(&stack, &config, scatter_body, (void *)spoil);
        assert_int_equal(stack.outcome, STACK_RAN);
        stack_close(&stack);
    }
}

static void pages_come_in_any_order(void **state)
{
    (void)state;
    scatter_under(8, NULL);
    assert_true(scattered_count > 0);
    assert_int_equal(damaged_count, 0);
    scatter_under(8, rely_on_order);
    assert_true(damaged_count > 0);
}

/* Between segments */

static void hide(DXGK_ALLOCATIONINFO *info)
{
    info->Flags.CpuVisible = 1;
    info->PreferredSegment.Value = 0;
    info->PreferredSegment.SegmentId0 = HIDDEN_ID;
    info->SupportedReadSegmentSet = 1u << (HIDDEN_ID - 1) | 1u << (VRAM_ID - 1);
    info->SupportedWriteSegmentSet = info->SupportedReadSegmentSet;
}

static void give_hidden_memory(struct machine *machine)
{
    nt_registry_set_dword(machine, KEY, "HiddenSize", HIDDEN_BYTES);
}

static void move_body(struct adapter *adapter, void *argument)
{
    const DXGKARG_BUILDPAGINGBUFFER *move;
    const struct vidmm_allocation *placement;
    struct memory_world world;
    struct opened *opened;
    const uint32_t *words;

    (void)argument;
    memory_world_open(&world, adapter);
    interpose(adapter, hide);
    opened = memory_world_add(&world, SG_SURFACE_TEXTURE);
    placement = &opened->allocation->placement;
    assert_int_equal(memory_world_fill(&world, opened, 0xFF0055AA, 1), STATUS_SUCCESS);
    assert_int_equal(gpu_client_wait(&world.client), STATUS_SUCCESS);
    assert_int_equal(placement->segment->id, HIDDEN_ID);
    words = locked(opened);
    assert_int_equal(words[0], 0xFF0055AA);
    assert_int_equal(words[WORDS - 1], 0xFF0055AA);
    dxgk_opened_unlock(opened);

    move = asked(DXGK_OPERATION_TRANSFER, 0);
    assert_non_null(move);
    assert_null(asked(DXGK_OPERATION_TRANSFER, 1));
    assert_int_equal(move->Transfer.Source.SegmentId, HIDDEN_ID);
    assert_int_equal(move->Transfer.Destination.SegmentId, VRAM_ID);
    assert_int_equal(move->Transfer.TransferSize, BYTES);
    assert_int_equal(adapter->vidmm->statistics.moved_bytes, BYTES);
    withdraw(adapter);
    memory_world_close(&world);
}

static void content_moves_straight_from_segment_to_segment(void **state)
{
    static const struct stack_config hiding = { .driver = DXGH_TEST_DRIVER,
                                                .device_options = "vram=8M",
                                                .before = give_hidden_memory };

    (void)state;
    stack_run_clean(&stack, &hiding, move_body);
}

/* Coherency */

static void coherency_body(struct adapter *adapter, void *argument)
{
    const DXGKARG_BUILDPAGINGBUFFER *read;
    const DXGKARG_BUILDPAGINGBUFFER *map;
    struct memory_world world;
    struct opened *cached;
    struct opened *combined;

    (void)argument;
    memory_world_open(&world, adapter);
    interpose(adapter, NULL);
    cached = memory_world_add(&world, SG_SURFACE_STAGING);
    combined = memory_world_add(&world, SG_SURFACE_CROSS_ADAPTER);
    assert_int_equal(memory_world_fill(&world, cached, 1, 1), STATUS_SUCCESS);
    assert_int_equal(memory_world_fill(&world, combined, 0xFF778899, 1), STATUS_SUCCESS);
    assert_int_equal(gpu_client_wait(&world.client), STATUS_SUCCESS);

    /* Rule PAGING-27: the flag is for cached memory in a coherent aperture. */
    map = asked(DXGK_OPERATION_MAP_APERTURE_SEGMENT, 0);
    assert_true(map->MapApertureSegment.Flags.CacheCoherent);
    map = asked(DXGK_OPERATION_MAP_APERTURE_SEGMENT, 1);
    assert_false(map->MapApertureSegment.Flags.CacheCoherent);

    (void)locked(cached);
    dxgk_opened_unlock(cached);
    assert_null(asked(DXGK_OPERATION_READ_PHYSICAL, 0));
    for (uint32_t i = 0; i < 2; i++) { /* the GPU wrote once */
        assert_int_equal(*(uint32_t *)locked(combined), 0xFF778899);
        dxgk_opened_unlock(combined);
    }
    read = asked(DXGK_OPERATION_READ_PHYSICAL, 0);
    assert_non_null(read);
    assert_ptr_equal(read, asked(DXGK_OPERATION_WRITE_PHYSICAL, 0) + 1);
    assert_null(asked(DXGK_OPERATION_READ_PHYSICAL, 1));
    assert_int_equal(read->ReadPhysical.SegmentId, APERTURE_ID);
    assert_int_equal(read->ReadPhysical.PhysicalAddress.QuadPart,
                     vidmm_allocation_address(&combined->allocation->placement));
    withdraw(adapter);
    memory_world_close(&world);
}

static void writes_that_are_not_snooped_are_pushed_out_before_the_cpu_reads(void **state)
{
    (void)state;
    stack_run_clean(&stack, &board, coherency_body);
}

/* Rule PAGING-42 */

static void page_synchronously(DXGK_ALLOCATIONINFO *info)
{
    info->Flags.SynchronousPaging = 1;
}

static struct {
    struct adapter *adapter;
    uint32_t beside; /* commands that were submitted while memory was paged */
    uint32_t paging;
} order;

static NTSTATUS NTAPI ordering_submit(const HANDLE hAdapter, const DXGKARG_SUBMITCOMMAND *args)
{
    const struct sched *sched = order.adapter->sched;

    for (uint32_t i = 0; i < sched->node_count; i++) {
        LIST_FOR_EACH(link, &sched->nodes[i].submitted) {
            const struct packet *packet = LIST_ENTRY_OF(link, struct packet, link);

            order.beside += packet->kind == PACKET_PAGING && !args->Flags.Paging;
        }
    }
    order.paging += args->Flags.Paging;
    return driver.submit(hAdapter, args);
}

struct painter {
    struct gpu_client *client;
    struct wait_queue finished;
    uint32_t left;
};

static void paint(void *argument)
{
    struct painter *painter = argument;
    struct machine *machine = order.adapter->machine;

    while (painter->left > 0) {
        assert_int_equal(gpu_client_fill(painter->client, 1), STATUS_SUCCESS);
        painter->left--;
    }
    wait_queue_wake(machine, &painter->finished);
    schedule_exit(machine);
}

/* One client draws without a pause, another's memory comes and goes. */
static void order_body(struct adapter *adapter, void *argument)
{
    struct memory_world world;
    struct gpu_client busy;
    struct painter painter = { .client = &busy, .left = 64 };
    struct opened *opened;

    memory_world_open(&world, adapter);
    assert_int_equal(gpu_client_open(&busy, adapter, "busy", 604, 0, 0), STATUS_SUCCESS);
    assert_int_equal(gpu_client_fill(&busy, 1), STATUS_SUCCESS);
    assert_int_equal(gpu_client_wait(&busy), STATUS_SUCCESS); /* its own memory is there now */
    interpose(adapter, (void (*)(DXGK_ALLOCATIONINFO *))argument);
    memset(&order, 0, sizeof(order));
    order.adapter = adapter;
    adapter->table.DxgkDdiSubmitCommand = ordering_submit;
    opened = memory_world_add(&world, SG_SURFACE_PRIMARY);
    wait_queue_init(&painter.finished);
    schedule_ready(adapter->machine, fiber_create(adapter->machine, paint, &painter, "painter"));
    for (uint32_t i = 0; i < 8; i++) {
        assert_int_equal(memory_world_fill(&world, opened, i, 1), STATUS_SUCCESS);
        assert_int_equal(memory_world_first_pixel(opened), i);
        assert_int_equal(dxgk_opened_evict(opened), STATUS_SUCCESS);
    }
    WAIT_UNTIL(adapter->machine, &painter.finished, painter.left == 0);
    assert_int_equal(gpu_client_wait(&busy), STATUS_SUCCESS);
    assert_int_equal(memory_world_first_pixel(opened), 7);
    assert_true(order.paging >= 16);
    withdraw(adapter);
    gpu_client_close(&busy);
    memory_world_close(&world);
}

static uint32_t drawn_beside(void (*change)(DXGK_ALLOCATIONINFO *info))
{
    uint32_t beside = 0;

    for (uint64_t seed = 1; seed <= 8; seed++) {
        const struct stack_config config = { .driver = DXGH_TEST_DRIVER,
                                             .device_options = "vram=8M",
                                             .machine = { .decision = DECISION_RANDOM,
                                                          .seed = seed } };

        stack_run(&stack, &config, order_body, (void *)change);
        assert_int_equal(stack.outcome, STACK_RAN);
        assert_int_equal(verify_breach_count(stack.session.machine), 0);
        beside += order.beside;
        stack_close(&stack);
    }
    return beside;
}

static void nothing_is_submitted_beside_synchronous_paging(void **state)
{
    (void)state;
    assert_true(drawn_beside(NULL) > 0);
    assert_int_equal(drawn_beside(page_synchronously), 0);
}

/* Copies that stay */

static void keep_in_system_memory(DXGK_ALLOCATIONINFO *info)
{
    info->Flags.PermanentSysMem = 1;
    info->Flags.CpuVisible = 1;
    info->PreferredSegment.Value = 0;
    info->PreferredSegment.SegmentId0 = VRAM_ID;
    info->SupportedReadSegmentSet = 1u << (VRAM_ID - 1);
    info->SupportedWriteSegmentSet = info->SupportedReadSegmentSet;
}

static void permanent_body(struct adapter *adapter, void *argument)
{
    const struct vidmm_statistics *statistics = &adapter->vidmm->statistics;
    const struct vidmm_allocation *placement;
    struct memory_world world;
    struct opened *opened;
    uint64_t out_bytes;
    uint32_t *words;

    (void)argument;
    memory_world_open(&world, adapter);
    interpose(adapter, keep_in_system_memory);
    opened = memory_world_add(&world, SG_SURFACE_TEXTURE);
    placement = &opened->allocation->placement;
    assert_int_equal(memory_world_fill(&world, opened, 0xFF0055AA, 1), STATUS_SUCCESS);
    words = locked(opened);
    assert_ptr_equal(words, placement->backing);
    assert_int_equal(words[WORDS - 1], 0xFF0055AA);
    assert_int_equal(placement->segment->id, VRAM_ID); /* it did not have to leave */
    words[3] = 0xFF010203;
    dxgk_opened_unlock(opened);

    /* The GPU sees it when it uses it next. */
    assert_int_equal(dxgk_opened_make_resident(opened), STATUS_SUCCESS);
    assert_int_equal(((uint32_t *)vidmm_allocation_pointer(placement))[3], 0xFF010203);
    assert_int_equal(((uint32_t *)vidmm_allocation_pointer(placement))[4], 0xFF0055AA);
    out_bytes = statistics->out_bytes;
    assert_int_equal(dxgk_opened_evict(opened), STATUS_SUCCESS);
    assert_int_equal(statistics->out_bytes, out_bytes); /* not dirty: it is discarded */
    assert_int_equal(words[3], 0xFF010203);
    withdraw(adapter);
    memory_world_close(&world);
}

static void a_permanent_copy_is_what_the_cpu_gets(void **state)
{
    (void)state;
    stack_run_clean(&stack, &board, permanent_body);
}

/* Memory that stays */

static void overlay(DXGK_ALLOCATIONINFO *info)
{
    info->Flags.Overlay = 1;
}

static void from_end(DXGK_ALLOCATIONINFO *info)
{
    info->Flags.FromEndOfSegment = 1;
}

static void overlay_body(struct adapter *adapter, void *argument)
{
    const struct vidmm_allocation *placement;
    struct memory_world world;
    struct opened *opened;
    uint64_t address;

    (void)argument;
    memory_world_open(&world, adapter);
    interpose(adapter, overlay);
    opened = memory_world_add(&world, SG_SURFACE_PRIMARY);
    driver.change = NULL;
    placement = &opened->allocation->placement;
    assert_int_equal(memory_world_fill(&world, opened, 0xFF0055AA, 1), STATUS_SUCCESS);
    assert_int_equal(gpu_client_wait(&world.client), STATUS_SUCCESS);
    address = vidmm_allocation_address(placement);
    assert_true(placement->offset >= placement->segment->size_bytes / 5 * 4);
    assert_int_equal(dxgk_opened_evict(opened), STATUS_GRAPHICS_CANT_EVICT_PINNED_ALLOCATION);
    for (uint32_t i = 0; i < MEMORY_WORLD_SURFACES - 1; i++) { /* as much as there is memory */
        assert_int_equal(
            memory_world_fill(&world, memory_world_add(&world, SG_SURFACE_PRIMARY), i, 1),
            STATUS_SUCCESS);
    }
    assert_int_equal(gpu_client_wait(&world.client), STATUS_SUCCESS);
    assert_true(adapter->vidmm->statistics.evictions > 0);
    assert_int_equal(vidmm_allocation_address(placement), address);

    /* A reset takes it all the same. */
    assert_int_equal(dxgk_force_tdr(adapter, 0, true), STATUS_SUCCESS);
    assert_null(placement->segment);
    assert_int_equal(placement->pin_count, 0);
    withdraw(adapter);
    memory_world_drop(&world);
}

static void an_overlay_stays_where_it_is(void **state)
{
    static const struct stack_config small = { .driver = DXGH_TEST_DRIVER,
                                               .device_options = "vram=4M" };

    (void)state;
    stack_run_clean(&stack, &small, overlay_body);
}

static void from_end_by_preference(DXGK_ALLOCATIONINFO *info)
{
    info->PreferredSegment.Value = 0;
    info->PreferredSegment.SegmentId0 = VRAM_ID;
    info->PreferredSegment.Direction0 = 1;
}

static void zone_body(struct adapter *adapter, void *argument)
{
    const struct vidmm_allocation *placement;
    struct memory_world world;
    struct opened *opened;

    (void)argument;
    memory_world_open(&world, adapter);
    interpose(adapter, from_end);
    opened = memory_world_add(&world, SG_SURFACE_PRIMARY);
    placement = &opened->allocation->placement;
    assert_int_equal(dxgk_opened_make_resident(opened), STATUS_SUCCESS);
    assert_int_equal(placement->offset,
                     placement->segment->size_bytes - placement->request.size_bytes);

    driver.change = from_end_by_preference;
    opened = memory_world_add(&world, SG_SURFACE_PRIMARY);
    assert_int_equal(dxgk_opened_make_resident(opened), STATUS_SUCCESS);
    assert_int_equal(opened->allocation->placement.offset, placement->offset - BYTES);

    /* A fifth of memory is all that overlays have; others may have it too. */
    driver.change = overlay;
    for (uint32_t i = 0; i < ZONE_OVERLAYS; i++) {
        assert_int_equal(dxgk_opened_make_resident(memory_world_add(&world, SG_SURFACE_PRIMARY)),
                         STATUS_SUCCESS);
    }
    assert_null(placement->segment);
    opened = memory_world_add(&world, SG_SURFACE_PRIMARY);
    assert_int_equal(dxgk_opened_make_resident(opened), STATUS_GRAPHICS_NO_VIDEO_MEMORY);
    driver.change = NULL;
    assert_int_equal(dxgk_opened_make_resident(memory_world_add(&world, SG_SURFACE_PRIMARY)),
                     STATUS_SUCCESS);
    withdraw(adapter);
    memory_world_close(&world);
}

static void overlays_have_the_last_fifth_of_memory(void **state)
{
    static const struct stack_config small = { .driver = DXGH_TEST_DRIVER,
                                               .device_options = "vram=4M" };

    (void)state;
    stack_run_clean(&stack, &small, zone_body);
}

/* Two processes: one has a little and has not used it for long, the other has most of memory and
 * wants more. */
#define MODEST_COUNT 20u
#define MODEST_SIDE 64u /* 16 KB */
#define GREEDY_COUNT 24u

static void greedy_body(struct adapter *adapter, void *argument)
{
    struct memory_world modest;
    struct memory_world greedy;
    struct opened *opened[MODEST_COUNT];
    uint64_t evictions = adapter->vidmm->statistics.evictions;

    (void)argument;
    memory_world_open(&modest, adapter);
    memory_world_open(&greedy, adapter);
    assert_ptr_not_equal(modest.client.process, greedy.client.process);
    for (uint32_t i = 0; i < MODEST_COUNT; i++) {
        assert_int_equal(
            memory_world_add_sized(&modest, SG_SURFACE_PRIMARY, MODEST_SIDE, &opened[i]),
            STATUS_SUCCESS);
        dxgk_opened_set_priority(opened[i], i % 2 == 0 ? D3DDDI_ALLOCATIONPRIORITY_LOW : 0);
        assert_int_equal(dxgk_opened_make_resident(opened[i]), STATUS_SUCCESS);
    }
    for (uint32_t i = 0; i < GREEDY_COUNT; i++) {
        assert_int_equal(dxgk_opened_make_resident(memory_world_add(&greedy, SG_SURFACE_PRIMARY)),
                         STATUS_SUCCESS);
    }
    assert_true(adapter->vidmm->statistics.evictions > evictions);
    for (uint32_t i = 0; i < MODEST_COUNT; i++) {
        assert_non_null(opened[i]->allocation->placement.segment);
    }
    memory_world_close(&greedy);
    memory_world_close(&modest);
}

static void a_process_over_its_budget_makes_room_first(void **state)
{
    static const struct stack_config small = { .driver = DXGH_TEST_DRIVER,
                                               .device_options = "vram=4M" };

    (void)state;
    stack_run_clean(&stack, &small, greedy_body);
}

/* What cannot be described */

static void grow(DXGK_ALLOCATIONINFO *info)
{
    info->Size = (SIZE_T)5 << 30;
}

static void huge_body(struct adapter *adapter, void *argument)
{
    struct memory_world world;
    struct opened *opened;

    (void)argument;
    memory_world_open(&world, adapter);
    adapter->vidmm->segments[0].commit_limit_bytes = UINT64_C(8) << 30; /* a larger board */
    interpose(adapter, grow);
    assert_int_equal(memory_world_add_sized(&world, SG_SURFACE_PRIMARY, 64, &opened),
                     STATUS_GRAPHICS_NO_VIDEO_MEMORY);
    withdraw(adapter);
    memory_world_close(&world);
}

static void what_32_bits_cannot_describe_is_refused(void **state)
{
    (void)state;
    stack_run_clean(&stack, &board, huge_body);
}

/* Several passes */

#define BIG_SIDE 1024u

static NTSTATUS NTAPI clobbering_build(const HANDLE hAdapter, DXGKARG_BUILDPAGINGBUFFER *args)
{
    NTSTATUS status = driver.build(hAdapter, args);

    if (status == STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER) {
        driver.count++;
        args->MapApertureSegment.OffsetInPages = 0;
        args->MapApertureSegment.pMdl = NULL;
        args->Operation = DXGK_OPERATION_FILL;
    }
    return status;
}

static void clobber_body(struct adapter *adapter, void *argument)
{
    struct memory_world world;
    struct opened *opened[2];

    (void)argument;
    memory_world_open(&world, adapter);
    interpose(adapter, NULL);
    adapter->table.DxgkDdiBuildPagingBuffer = clobbering_build;
    for (uint32_t i = 0; i < 2; i++) {
        assert_int_equal(memory_world_add_sized(&world, SG_SURFACE_STAGING, BIG_SIDE, &opened[i]),
                         STATUS_SUCCESS);
        assert_int_equal(memory_world_fill(&world, opened[i], 0xFF000000 | i, 1), STATUS_SUCCESS);
    }
    assert_int_equal(memory_world_first_pixel(opened[0]), 0xFF000000);
    assert_int_equal(memory_world_first_pixel(opened[1]), 0xFF000001);
    assert_true(driver.count >= 2);
    withdraw(adapter);
    memory_world_close(&world);
}

static void shrink_paging_buffers(struct machine *machine)
{
    nt_registry_set_dword(machine, KEY, "PagingBufferSize", PAGE_SIZE);
    nt_registry_set_dword(machine, KEY, "ApertureSize", 16u << 20);
}

/* Rules PAGING-10, -16 */
static void what_a_driver_does_to_its_record_is_gone_in_the_next_pass(void **state)
{
    static const struct stack_config shrunk = { .driver = DXGH_TEST_DRIVER,
                                                .device_options = "vram=8M",
                                                .before = shrink_paging_buffers };

    (void)state;
    stack_run_clean(&stack, &shrunk, clobber_body);
}

static NTSTATUS NTAPI barren_build(const HANDLE hAdapter, DXGKARG_BUILDPAGINGBUFFER *args)
{
    (void)hAdapter;
    args->MultipassOffset++;
    return STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER;
}

static void barren_body(struct adapter *adapter, void *argument)
{
    struct memory_world world;

    (void)argument;
    memory_world_open(&world, adapter);
    interpose(adapter, NULL);
    adapter->table.DxgkDdiBuildPagingBuffer = barren_build;
    (void)locked(memory_world_add(&world, SG_SURFACE_PRIMARY));
}

static void passes_without_a_byte_come_to_an_end(void **state)
{
    (void)state;
    stack_run_to_bugcheck(&stack, &board, barren_body, 0x10E, 0xB);
    assert_true(stack_has_breach(&stack, RULE_PAGING_11));
    stack_close(&stack);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_come_in_any_order),
        cmocka_unit_test(content_moves_straight_from_segment_to_segment),
        cmocka_unit_test(writes_that_are_not_snooped_are_pushed_out_before_the_cpu_reads),
        cmocka_unit_test(nothing_is_submitted_beside_synchronous_paging),
        cmocka_unit_test(a_permanent_copy_is_what_the_cpu_gets),
        cmocka_unit_test(overlays_have_the_last_fifth_of_memory),
        cmocka_unit_test(a_process_over_its_budget_makes_room_first),
        cmocka_unit_test(an_overlay_stays_where_it_is),
        cmocka_unit_test(what_32_bits_cannot_describe_is_refused),
        cmocka_unit_test(what_a_driver_does_to_its_record_is_gone_in_the_next_pass),
        cmocka_unit_test(passes_without_a_byte_come_to_an_end),
    };
    return cmocka_run_group_tests_name("scenario/memory_paging", tests, NULL, NULL);
}
