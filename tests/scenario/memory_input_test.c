/* SPDX-License-Identifier: MIT */
/*
 * What a driver may say of its allocations and segments that makes no sense, or too much sense:
 * each is refused or costs one device, and the books of memory are in order afterwards. The
 * driver's own answers are changed by putting another function into the adapter's table.
 */
#include "dxgk/allocation_private.h"
#include "dxgk/segment_check.h"
#include "tests/lib/memory_audit.h"
#include "tests/lib/memory_world.h"
#include "tests/lib/stack.h"
#include "tests/lib/test.h"

#include <string.h>

#define VRAM_SET 1u

static struct stack stack;
static PDXGKDDI_CREATEALLOCATION true_create;
static PDXGKDDI_DESTROYALLOCATION true_destroy;
static DXGK_ALLOCATIONINFO changed; /* what of it is not 0 is answered instead of the driver's */
static uint32_t destroyed;
static bool destroyed_nothing; /* a NULL handle was among what the driver should destroy */

static NTSTATUS NTAPI create_changed(const HANDLE hAdapter, DXGKARG_CREATEALLOCATION *args)
{
    NTSTATUS status = true_create(hAdapter, args);
    DXGK_ALLOCATIONINFO *info = args->pAllocationInfo;

    info->Size = changed.Size != 0 ? changed.Size : info->Size;
    info->Alignment = changed.Alignment != 0 ? changed.Alignment : info->Alignment;
    if (changed.SupportedReadSegmentSet != 0) {
        info->SupportedReadSegmentSet = changed.SupportedReadSegmentSet;
        info->SupportedWriteSegmentSet = changed.SupportedWriteSegmentSet;
        info->PreferredSegment.Value = 0;
    }
    return status;
}

static void answer(struct adapter *adapter, const DXGK_ALLOCATIONINFO *with)
{
    changed = *with;
    true_create = adapter->table.DxgkDdiCreateAllocation;
    adapter->table.DxgkDdiCreateAllocation = create_changed;
}

static void answer_truly(struct adapter *adapter)
{
    adapter->table.DxgkDdiCreateAllocation = true_create;
}

static void check_books(const struct adapter *adapter)
{
    char why[160] = "";

    (void)memory_audit_books(adapter, why, sizeof(why));
    assert_string_equal(why, "");
}

static void run_with(void (*body)(struct adapter *adapter, void *argument), uint32_t breaches)
{
    const struct stack_config config = { .driver = DXGH_TEST_DRIVER, .device_options = "vram=8M" };

    stack_run(&stack, &config, body, NULL);
    if (verify_breach_count(stack.session.machine) != breaches) {
        stack_print_breaches(&stack);
    }
    assert_int_equal(stack.outcome, STACK_RAN);
    assert_int_equal(verify_breach_count(stack.session.machine), breaches);
}

static void run_good(void (*body)(struct adapter *adapter, void *argument))
{
    run_with(body, 0);
    stack_close(&stack);
}

/* All of video memory, of which the kernel has a piece: the device is lost while a lock waits. */
static void lost_body(struct adapter *adapter, void *argument)
{
    DXGK_ALLOCATIONINFO whole = {
        .Size = (SIZE_T)vidmm_segment(adapter->vidmm, 1)->commit_limit_bytes
    };
    static const struct lock_request by_kernel = { .wait = true };
    struct memory_world world;
    struct opened *opened;
    struct opened *held;
    struct opened *impossible;
    void *pointer;

    (void)argument;
    memory_world_open(&world, adapter);
    opened = memory_world_add(&world, SG_SURFACE_STAGING);
    held = memory_world_add(&world, SG_SURFACE_PRIMARY);
    assert_int_equal(dxgk_opened_lock_with(held, &by_kernel, &pointer), STATUS_SUCCESS);
    answer(adapter, &whole);
    impossible = memory_world_add(&world, SG_SURFACE_PRIMARY);
    answer_truly(adapter);
    assert_int_equal(memory_world_fill(&world, impossible, 0xFF000011, 1), STATUS_SUCCESS);
    /* Too late, or not: as the schedule has it. */
    (void)memory_world_fill(&world, opened, 0xFF000022, 1);
    assert_int_equal(dxgk_opened_lock(opened, true, &pointer), STATUS_DEVICE_REMOVED);
    assert_int_equal(dxgk_device_state(world.client.device), DEVICE_ERROR_OUT_OF_MEMORY);
    assert_int_equal(opened->lock_count, 0);
    dxgk_opened_unlock(held);
    check_books(adapter);
    memory_world_drop(&world);
}

static void a_lock_does_not_succeed_on_a_device_that_was_lost_meanwhile(void **state)
{
    (void)state;
    run_good(lost_body);
}

/* No rule forbids these creations, and they are refused all the same. */
static void impossible_body(struct adapter *adapter, void *argument)
{
    static const DXGK_ALLOCATIONINFO impossible[] = {
        { .Size = 1u << 30 },
        { .Alignment = 1u << 31 },
        { .Size = 16u << 20, .SupportedReadSegmentSet = 3, .SupportedWriteSegmentSet = VRAM_SET },
    };
    struct memory_world world;
    struct opened *opened;
    uint64_t free_bytes = adapter->vidmm->segments[0].ranges.free_bytes;

    (void)argument;
    memory_world_open(&world, adapter);
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(impossible); i++) {
        answer(adapter, &impossible[i]);
        assert_int_equal(
            memory_world_add_sized(&world, SG_SURFACE_PRIMARY, MEMORY_WORLD_SIDE, &opened),
            STATUS_GRAPHICS_NO_VIDEO_MEMORY);
        answer_truly(adapter);
        check_books(adapter);
    }
    assert_int_equal(memory_world_add_sized(&world, SG_SURFACE_PRIMARY, 2048, &opened),
                     STATUS_GRAPHICS_NO_VIDEO_MEMORY); /* by its own size */
    assert_int_equal(memory_world_fill(&world, memory_world_add(&world, SG_SURFACE_PRIMARY), 1, 1),
                     STATUS_SUCCESS);
    memory_world_close(&world);
    assert_int_equal(adapter->vidmm->segments[0].ranges.free_bytes, free_bytes);
    check_books(adapter);
}

static void what_no_segment_can_hold_is_refused(void **state)
{
    (void)state;
    run_good(impossible_body);
}

/* The second of two has no object: there is nothing of it to destroy. */
static NTSTATUS NTAPI create_half(const HANDLE hAdapter, DXGKARG_CREATEALLOCATION *args)
{
    DXGK_ALLOCATIONINFO *infos = args->pAllocationInfo;
    UINT count = args->NumAllocations;
    NTSTATUS status;

    args->NumAllocations = 1;
    status = true_create(hAdapter, args);
    args->NumAllocations = count;
    for (UINT i = 1; i < count; i++) {
        PVOID data = infos[i].pPrivateDriverData;

        infos[i] = infos[0];
        infos[i].pPrivateDriverData = data;
        infos[i].hAllocation = NULL;
    }
    return status;
}

static NTSTATUS NTAPI destroy_counting(const HANDLE hAdapter, const DXGKARG_DESTROYALLOCATION *args)
{
    for (UINT i = 0; i < args->NumAllocations; i++) {
        destroyed_nothing |= args->pAllocationList[i] == NULL;
        destroyed++;
    }
    return true_destroy(hAdapter, args);
}

static void half_body(struct adapter *adapter, void *argument)
{
    SG_UMD_ALLOCATION_DATA data = { .Magic = SG_UMD_MAGIC,
                                    .Version = SG_UMD_VERSION,
                                    .Kind = SG_SURFACE_TEXTURE,
                                    .Width = 64,
                                    .Height = 64,
                                    .Pitch = 256,
                                    .Format = D3DDDIFMT_A8R8G8B8 };
    struct allocation_request allocations[2] = {
        { .private_data = &data, .private_bytes = sizeof(data) },
        { .private_data = &data, .private_bytes = sizeof(data) },
    };
    const struct resource_request request = { .count = 2, .allocations = allocations };
    struct memory_world world;
    struct opening *opening;

    (void)argument;
    memory_world_open(&world, adapter);
    true_create = adapter->table.DxgkDdiCreateAllocation;
    true_destroy = adapter->table.DxgkDdiDestroyAllocation;
    adapter->table.DxgkDdiCreateAllocation = create_half;
    adapter->table.DxgkDdiDestroyAllocation = destroy_counting;
    assert_int_equal(
        dxgk_resource_create(world.client.device, world.client.process, &request, &opening),
        STATUS_INVALID_PARAMETER);
    assert_int_equal(destroyed, 1);
    assert_false(destroyed_nothing);
    adapter->table.DxgkDdiCreateAllocation = true_create;
    adapter->table.DxgkDdiDestroyAllocation = true_destroy;
    check_books(adapter);
    memory_world_close(&world);
}

static void what_was_not_created_is_not_destroyed(void **state)
{
    (void)state;
    destroyed = 0;
    destroyed_nothing = false;
    run_with(half_body, 1);
    assert_true(stack_has_breach(&stack, RULE_ALLOC_02));
    stack_close(&stack);
}

/* Touching is not overlapping, and the last address is the last. */
static void segments_body(struct adapter *adapter, void *argument)
{
    DXGK_SEGMENTDESCRIPTOR3 descriptors[2] = { { .Size = 0x100000, .CommitLimit = 0x100000 },
                                               { .Size = 0x100000, .CommitLimit = 0x100000 } };
    struct adapter_error error = { 0 };
    void *cpu;

    (void)argument;
    descriptors[1].BaseAddress.QuadPart = 0x100000;
    assert_int_equal(segment_check(adapter, &error, descriptors, 2, &cpu), STATUS_SUCCESS);
    descriptors[1].BaseAddress.QuadPart = -4096;
    assert_int_equal(segment_check(adapter, &error, descriptors, 2, &cpu),
                     STATUS_INVALID_PARAMETER);
    assert_non_null(strstr(error.text, "last address"));
}

static void segments_do_not_share_addresses(void **state)
{
    (void)state;
    run_with(segments_body, 1);
    assert_true(stack_has_breach(&stack, RULE_QAI_17));
    stack_close(&stack);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_lock_does_not_succeed_on_a_device_that_was_lost_meanwhile),
        cmocka_unit_test(what_no_segment_can_hold_is_refused),
        cmocka_unit_test(what_was_not_created_is_not_destroyed),
        cmocka_unit_test(segments_do_not_share_addresses),
    };
    return cmocka_run_group_tests_name("scenario/memory_input", tests, NULL, NULL);
}
