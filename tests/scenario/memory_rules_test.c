/* SPDX-License-Identifier: MIT */
/*
 * Video memory by rule, on the real driver and board: offers, save areas, and what a driver may
 * answer to paging. Drivers are broken by putting another function into the adapter's table.
 */
#include "drivers/softgpu/softgpu_umd.h"
#include "dxgk/allocation_private.h"
#include "dxgk/context_allocation.h"
#include "dxgk/control.h"
#include "dxgk/paging.h"
#include "dxgk/offer.h"
#include "machine/heap.h"
#include "nt/registry.h"
#include "object/process.h"
#include "tests/lib/memory_world.h"
#include "tests/lib/stack.h"
#include "tests/lib/test.h"

#include <d3dkmthk.h>
#include <string.h>

#define BYTES MEMORY_WORLD_BYTES
#define SAVE_AREA_PATTERN 0x53415645u /* likewise */
#define APERTURE_ID 2u                /* likewise: its second segment */

static struct stack stack;
static const struct stack_config board = { .driver = DXGH_TEST_DRIVER,
                                           .device_options = "vram=8M" };

/* Offers and shares */

static void offer_body(struct adapter *adapter, void *argument)
{
    struct memory_world world;
    struct opened *opened;
    struct memory_usage usage;
    void *pointer;

    (void)argument;
    memory_world_open(&world, adapter);
    opened = memory_world_add(&world, SG_SURFACE_PRIMARY);
    assert_int_equal(dxgk_opened_lock(opened, true, &pointer), STATUS_SUCCESS);
    memset(pointer, 7, BYTES);
    assert_int_equal(dxgk_opened_offer(opened, D3DKMT_OFFER_PRIORITY_LOW), STATUS_SUCCESS);
    dxgk_opened_unlock(opened);
    usage = dxgk_memory_usage(adapter, world.client.process, true);
    assert_int_equal(usage.used_bytes, BYTES);
    assert_true(usage.budget_bytes >= BYTES);
    assert_int_equal(dxgk_opened_offer(opened, 9), STATUS_INVALID_PARAMETER);
    assert_int_equal(dxgk_opened_offer(opened, D3DKMT_OFFER_PRIORITY_AUTO), STATUS_SUCCESS);
    assert_true(dxgk_opened_reclaim(opened));
    assert_int_equal(memory_world_first_pixel(opened), 0x07070707);
    assert_int_equal(dxgk_opened_offer(opened, D3DKMT_OFFER_PRIORITY_LOW), STATUS_SUCCESS);
    assert_int_equal(dxgk_opened_evict(opened), STATUS_SUCCESS);
    assert_false(dxgk_opened_reclaim(opened));
    assert_int_equal(memory_world_first_pixel(opened), 0);
    assert_int_equal(memory_world_fill(&world, opened, 0xFF000001, 32), STATUS_SUCCESS);
    assert_int_equal(dxgk_opened_offer(opened, D3DKMT_OFFER_PRIORITY_LOW), STATUS_SUCCESS);
    assert_int_equal(opened->allocation->use_count, 0); /* it has waited */
    memory_world_close(&world);
}

static void offered_memory_is_told_of_when_it_is_reclaimed(void **state)
{
    (void)state;
    stack_run_clean(&stack, &board, offer_body);
}

/* What a driver may answer to paging */

static PDXGKDDI_BUILDPAGINGBUFFER true_build;
static uint32_t busy_count;

static bool is_idle_told(const DXGKARG_BUILDPAGINGBUFFER *args)
{
    return args->Operation == DXGK_OPERATION_DISCARD_CONTENT
               ? args->DiscardContent.Flags.AllocationIsIdle
               : args->Operation != DXGK_OPERATION_TRANSFER ||
                     args->Transfer.Flags.AllocationIsIdle;
}

static NTSTATUS NTAPI busy_at_first(const HANDLE hAdapter, DXGKARG_BUILDPAGINGBUFFER *args)
{
    if (!is_idle_told(args)) {
        busy_count++;
        return STATUS_GRAPHICS_ALLOCATION_BUSY;
    }
    return true_build(hAdapter, args);
}

static NTSTATUS NTAPI always_busy(const HANDLE hAdapter, DXGKARG_BUILDPAGINGBUFFER *args)
{
    return args->Operation == DXGK_OPERATION_TRANSFER ? STATUS_GRAPHICS_ALLOCATION_BUSY
                                                      : true_build(hAdapter, args);
}

static NTSTATUS NTAPI fails_to_map(const HANDLE hAdapter, DXGKARG_BUILDPAGINGBUFFER *args)
{
    return args->Operation == DXGK_OPERATION_MAP_APERTURE_SEGMENT ? STATUS_NO_MEMORY
                                                                  : true_build(hAdapter, args);
}

static NTSTATUS NTAPI fails_to_unmap(const HANDLE hAdapter, DXGKARG_BUILDPAGINGBUFFER *args)
{
    return args->Operation == DXGK_OPERATION_UNMAP_APERTURE_SEGMENT ? STATUS_NO_MEMORY
                                                                    : true_build(hAdapter, args);
}

static void page_with(struct adapter *adapter, PDXGKDDI_BUILDPAGINGBUFFER build)
{
    static const uint32_t kinds[] = { SG_SURFACE_PRIMARY, SG_SURFACE_STAGING };
    struct memory_world world;

    memory_world_open(&world, adapter);
    true_build = adapter->table.DxgkDdiBuildPagingBuffer;
    adapter->table.DxgkDdiBuildPagingBuffer = build;
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(kinds); i++) {
        struct opened *opened = memory_world_add(&world, kinds[i]);

        assert_int_equal(memory_world_fill(&world, opened, 0xFF123456, 1), STATUS_SUCCESS);
        assert_int_equal(dxgk_opened_evict(opened), STATUS_SUCCESS);
        assert_int_equal(memory_world_first_pixel(opened), 0xFF123456);
        assert_int_equal(dxgk_opened_evict(opened), STATUS_SUCCESS);
    }
    adapter->table.DxgkDdiBuildPagingBuffer = true_build;
    memory_world_close(&world);
}

static void busy_body(struct adapter *adapter, void *argument)
{
    (void)argument;
    busy_count = 0;
    page_with(adapter, busy_at_first);
    assert_true(busy_count > 0);
}

static void always_busy_body(struct adapter *adapter, void *argument)
{
    (void)argument;
    page_with(adapter, always_busy);
}

static void map_body(struct adapter *adapter, void *argument)
{
    (void)argument;
    page_with(adapter, fails_to_map);
}

static void unmap_body(struct adapter *adapter, void *argument)
{
    (void)argument;
    page_with(adapter, fails_to_unmap);
}

static void a_busy_allocation_is_asked_for_again_when_it_is_idle(void **state)
{
    (void)state;
    stack_run_clean(&stack, &board, busy_body);
    stack_run_to_bugcheck(&stack, &board, always_busy_body, 0x10E, 0xB);
    assert_true(stack_has_breach(&stack, RULE_PAGING_04));
    stack_close(&stack);
}

static void apertures_must_be_mapped_and_unmapped(void **state)
{
    (void)state;
    stack_run_to_bugcheck(&stack, &board, map_body, 0x10E, 0xE);
    stack_close(&stack);
    stack_run_to_bugcheck(&stack, &board, unmap_body, 0x10E, 0x3);
    stack_close(&stack);
}

/* Context allocations */

static void give_save_areas(struct machine *machine)
{
    nt_registry_set_dword(machine,
                          "\\Registry\\Machine\\System\\CurrentControlSet\\Control\\Class\\"
                          "Display\\PCI\\VEN_D9F0&DEV_5047\\0",
                          "SaveAreas", 1);
}

static struct context_allocation *save_area_of(const struct context *context)
{
    LIST_FOR_EACH(link, &context->device->adapter->context_allocations) {
        struct context_allocation *area = LIST_ENTRY_OF(link, struct context_allocation, link);

        if (area->context == context) {
            return area;
        }
    }
    return NULL;
}

static void save_area_body(struct adapter *adapter, void *argument)
{
    struct context_allocation *area;
    struct memory_world world;
    uint32_t *words;

    (void)argument;
    memory_world_open(&world, adapter);
    area = save_area_of(world.client.context);
    assert_non_null(area);
    assert_null(area->placement.segment); /* nothing has needed it */
    assert_int_equal(gpu_client_fill(&world.client, 1), STATUS_SUCCESS);
    assert_int_equal(gpu_client_wait(&world.client), STATUS_SUCCESS);
    words = vidmm_allocation_pointer(&area->placement);
    assert_int_equal(words[0], SAVE_AREA_PATTERN);
    assert_int_equal(words[1023], SAVE_AREA_PATTERN);
    words[5] = 42; /* what a board that saves its state would have written */
    assert_int_equal(vidmm_allocation_evict(&area->placement), STATUS_SUCCESS);
    assert_int_equal(gpu_client_fill(&world.client, 1), STATUS_SUCCESS);
    assert_int_equal(gpu_client_wait(&world.client), STATUS_SUCCESS);
    words = vidmm_allocation_pointer(&area->placement);
    assert_int_equal(words[5], 42);
    assert_int_equal(words[6], SAVE_AREA_PATTERN);
    memory_world_close(&world);
    assert_true(list_is_empty(&adapter->context_allocations));
}

static void run_with_save_areas(void (*body)(struct adapter *adapter, void *argument))
{
    const struct stack_config config = { .driver = DXGH_TEST_DRIVER,
                                         .device_options = "vram=8M",
                                         .before = give_save_areas };

    stack_run(&stack, &config, body, NULL);
    assert_int_equal(stack.outcome, STACK_RAN);
}

static void a_save_area_is_there_whenever_its_context_draws(void **state)
{
    (void)state;
    run_with_save_areas(save_area_body);
    stack_print_breaches(&stack);
    assert_int_equal(verify_breach_count(stack.session.machine), 0);
    stack_close(&stack);
}

/* The callback, as a driver would call it. */
static NTSTATUS create_area(struct adapter *adapter, uint32_t device, uint32_t context, bool shared,
                            HANDLE *area)
{
    DXGKARGCB_CREATECONTEXTALLOCATION args = {
        .hAdapter = (HANDLE)(uintptr_t)adapter->handle,
        .hDevice = (HANDLE)(uintptr_t)device,
        .hContext = (HANDLE)(uintptr_t)context,
        .Size = 4096,
        .SupportedSegmentSet = 1,
        .ContextAllocationFlags.SharedAcrossContexts = shared,
    };
    NTSTATUS status = adapter->interface.DxgkCbCreateContextAllocation(&args);

    *area = args.hAllocation;
    return status;
}

/* More of them in a row than there may be at once: each goes as soon as nothing uses it. */
static void in_turn_body(struct adapter *adapter, void *argument)
{
    HANDLE self = (HANDLE)(uintptr_t)adapter->handle;
    struct gpu_client client;
    HANDLE area;

    (void)argument;
    assert_int_equal(gpu_client_open(&client, adapter, "client", 600, 0, 0), STATUS_SUCCESS);
    for (uint32_t i = 0; i < 4 * CONTEXT_ALLOCATIONS_MAX; i++) {
        assert_int_equal(create_area(adapter, client.device->handle, 0, true, &area),
                         STATUS_SUCCESS);
        assert_int_equal(gpu_client_fill(&client, 8), STATUS_SUCCESS);
        assert_int_equal(adapter->interface.DxgkCbDestroyContextAllocation(self, area),
                         STATUS_SUCCESS);
    }
    WAIT_UNTIL(adapter->machine, &adapter->sched->retired,
               list_is_empty(&adapter->context_allocations));
    gpu_client_close(&client);
}

static void a_save_area_goes_when_nothing_uses_it(void **state)
{
    (void)state;
    stack_run_clean(&stack, &board, in_turn_body);
}

static void forgotten_body(struct adapter *adapter, void *argument)
{
    struct gpu_client client;
    HANDLE area;

    (void)argument;
    assert_int_equal(gpu_client_open(&client, adapter, "client", 600, 0, 0), STATUS_SUCCESS);
    assert_int_equal(create_area(adapter, 0, client.context->handle, true, &area),
                     STATUS_INVALID_PARAMETER); /* shared, and yet of a context */
    assert_int_equal(create_area(adapter, client.device->handle, 0, false, &area),
                     STATUS_INVALID_PARAMETER);
    assert_int_equal(create_area(adapter, client.device->handle, 0, true, &area), STATUS_SUCCESS);
    assert_int_equal(gpu_client_fill(&client, 1), STATUS_SUCCESS);
    assert_int_equal(gpu_client_wait(&client), STATUS_SUCCESS);
    gpu_client_close(&client);
    assert_true(list_is_empty(&adapter->context_allocations));
}

static void save_areas_are_checked(void **state)
{
    (void)state;
    stack_run(&stack, &board, forgotten_body, NULL);
    assert_int_equal(stack.outcome, STACK_RAN);
    assert_true(stack_has_breach(&stack, RULE_CTXALLOC_02));
    assert_true(stack_has_breach(&stack, RULE_CTXALLOC_06));
    stack_close(&stack);
}

/* The list of what is in a segment, walked from both ends: the kernel's own buffer is in it. */
static void check_residents(struct segment *segment)
{
    uint64_t bytes = 0;

    LIST_FOR_EACH(link, &segment->residents) {
        struct vidmm_allocation *resident =
            LIST_ENTRY_OF(link, struct vidmm_allocation, resident_link);

        assert_ptr_equal(link->next->prev, link);
        assert_ptr_equal(link->prev->next, link);
        assert_ptr_equal(resident->segment, segment);
        bytes += resident->request.size_bytes;
    }
    assert_int_equal(bytes, segment->committed_bytes);
}

/* Whatever a call that has returned left linked on the stack is gone after this. */
__attribute__((noinline)) static void wipe_stack(void)
{
    volatile char dirt[16384];

    for (size_t i = 0; i < sizeof(dirt); i++) {
        dirt[i] = 0x5A;
    }
}

static void paging_buffer_body(struct adapter *adapter, void *argument)
{
    struct segment *aperture = &adapter->vidmm->segments[APERTURE_ID - 1];
    struct paging_request request = { .buffer_bytes = PAGE_SIZE, .segment_id = APERTURE_ID };
    uint64_t before = aperture->committed_bytes;

    (void)argument;
    paging_destroy(adapter);
    assert_int_equal(paging_create(adapter, &request), STATUS_SUCCESS);
    wipe_stack();
    assert_int_equal(aperture->committed_bytes, before + PAGE_SIZE);
    check_residents(aperture);
    paging_destroy(adapter);
    assert_int_equal(aperture->committed_bytes, before);
    check_residents(aperture);
    request.segment_id = 0;
    assert_int_equal(paging_create(adapter, &request), STATUS_SUCCESS);
}

static void the_paging_buffer_may_be_in_the_aperture(void **state)
{
    (void)state;
    stack_run_clean(&stack, &board, paging_buffer_body);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(offered_memory_is_told_of_when_it_is_reclaimed),
        cmocka_unit_test(a_busy_allocation_is_asked_for_again_when_it_is_idle),
        cmocka_unit_test(apertures_must_be_mapped_and_unmapped),
        cmocka_unit_test(a_save_area_is_there_whenever_its_context_draws),
        cmocka_unit_test(a_save_area_goes_when_nothing_uses_it),
        cmocka_unit_test(save_areas_are_checked),
        cmocka_unit_test(the_paging_buffer_may_be_in_the_aperture),
    };
    return cmocka_run_group_tests_name("scenario/memory_rules", tests, NULL, NULL);
}
