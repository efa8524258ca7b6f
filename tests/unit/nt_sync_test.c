/* SPDX-License-Identifier: MIT */
/* Resources, rundown protection, remove locks and lookaside lists. */
#include "tests/unit/nt_fixture.h"

#include "nt/pool.h"
#include "nt/thread.h"

static ERESOURCE resource;
static EX_RUNDOWN_REF rundown;
static IO_REMOVE_LOCK remove_lock;
static int order[8];
static int order_count;

static void start(PKSTART_ROUTINE routine, PVOID context)
{
    ObDereferenceObject(nt_thread_create(test_machine, "helper", 8, routine, context));
}

static void NTAPI take_shared(PVOID context)
{
    assert_true(ExAcquireResourceSharedLite(&resource, TRUE));
    order[order_count++] = (int)(intptr_t)context;
    sleep_ms(5);
    ExReleaseResourceLite(&resource);
}

static void NTAPI take_exclusive(PVOID context)
{
    assert_true(ExAcquireResourceExclusiveLite(&resource, TRUE));
    order[order_count++] = (int)(intptr_t)context;
    ExReleaseResourceLite(&resource);
}

static void a_resource_is_shared_or_exclusive(void **state)
{
    (void)state;
    order_count = 0;
    assert_int_equal(ExInitializeResourceLite(&resource), STATUS_SUCCESS);
    start(take_shared, (PVOID)1);
    start(take_shared, (PVOID)2);
    sleep_ms(1);
    assert_int_equal(order_count, 2); /* both are inside */
    assert_false(ExAcquireResourceExclusiveLite(&resource, FALSE));
    start(take_exclusive, (PVOID)3);
    sleep_ms(1);
    assert_int_equal(order_count, 2);
    assert_int_equal(ExGetExclusiveWaiterCount(&resource), 1);
    assert_false(ExAcquireResourceSharedLite(&resource, FALSE)); /* a writer waits */
    assert_true(ExAcquireSharedStarveExclusive(&resource, FALSE));
    ExReleaseResourceLite(&resource);
    sleep_ms(10);
    assert_int_equal(order_count, 3);
    assert_int_equal(order[2], 3);
    ExDeleteResourceLite(&resource);
    assert_int_equal(verify_breach_count(test_machine), 0);
}

static void a_resource_is_recursive_and_converts(void **state)
{
    (void)state;
    ExInitializeResourceLite(&resource);
    assert_true(ExAcquireResourceExclusiveLite(&resource, TRUE));
    assert_true(ExAcquireResourceExclusiveLite(&resource, TRUE));
    assert_true(ExIsResourceAcquiredExclusiveLite(&resource));
    ExReleaseResourceLite(&resource);
    ExConvertExclusiveToSharedLite(&resource);
    assert_false(ExIsResourceAcquiredExclusiveLite(&resource));
    assert_int_equal(ExIsResourceAcquiredSharedLite(&resource), 1);
    ExReleaseResourceLite(&resource);
    ExDeleteResourceLite(&resource);
}

static void misuse_of_a_resource_is_reported(void **state)
{
    (void)state;
    struct nt_leaks leaks;

    as_driver(true);
    memset(&resource, 0, sizeof(resource));
    assert_false(ExAcquireResourceSharedLite(&resource, TRUE));
    assert_int_equal(breaches_of(RULE_NT_OBJ_01), 1);
    ExInitializeResourceLite(&resource);
    ExInitializeResourceLite(&resource);
    assert_int_equal(breaches_of(RULE_NT_OBJ_02), 1);
    ExReleaseResourceLite(&resource);
    assert_int_equal(breaches_of(RULE_NT_LOCK_07), 1);
    nt_leaks(test_machine, &leaks);
    assert_int_equal(leaks.lists, 1);
    ExAcquireResourceExclusiveLite(&resource, TRUE);
    ExDeleteResourceLite(&resource);
    assert_int_equal(breaches_of(RULE_NT_LOCK_08), 1);
    nt_leaks(test_machine, &leaks);
    assert_int_equal(leaks.total, 0);
}

static void NTAPI release_protection(PVOID context)
{
    (void)context;
    sleep_ms(2);
    order[order_count++] = 1;
    ExReleaseRundownProtection(&rundown);
    sleep_ms(2);
    order[order_count++] = 2;
    ExReleaseRundownProtection(&rundown);
}

static void rundown_waits_for_the_last_user(void **state)
{
    (void)state;
    order_count = 0;
    ExInitializeRundownProtection(&rundown);
    assert_true(ExAcquireRundownProtection(&rundown));
    assert_true(ExAcquireRundownProtection(&rundown));
    start(release_protection, NULL);
    ExWaitForRundownProtectionRelease(&rundown);
    assert_int_equal(order_count, 2);
    assert_false(ExAcquireRundownProtection(&rundown));
    ExReInitializeRundownProtection(&rundown);
    assert_true(ExAcquireRundownProtection(&rundown));
    ExReleaseRundownProtection(&rundown);
    ExWaitForRundownProtectionRelease(&rundown); /* nobody: at once */
    as_driver(true);
    ExReleaseRundownProtection(&rundown);
    assert_int_equal(breaches_of(RULE_NT_LOCK_02), 1);
}

static void NTAPI release_remove_lock(PVOID context)
{
    sleep_ms(2);
    order[order_count++] = 1;
    IoReleaseRemoveLock(&remove_lock, context);
}

static void a_remove_lock_waits_for_the_last_user(void **state)
{
    (void)state;
    order_count = 0;
    IoInitializeRemoveLock(&remove_lock, 0, 0, 0);
    assert_int_equal(IoAcquireRemoveLock(&remove_lock, (PVOID)1), STATUS_SUCCESS);
    assert_int_equal(IoAcquireRemoveLock(&remove_lock, (PVOID)2), STATUS_SUCCESS);
    start(release_remove_lock, (PVOID)1);
    IoReleaseRemoveLockAndWait(&remove_lock, (PVOID)2);
    assert_int_equal(order_count, 1);
    assert_int_equal(IoAcquireRemoveLock(&remove_lock, NULL), STATUS_DELETE_PENDING);
    as_driver(true);
    IoReleaseRemoveLock(&remove_lock, NULL);
    assert_int_equal(breaches_of(RULE_NT_LOCK_02), 1);
}

static int custom_allocations;

static PVOID NTAPI custom_allocate(POOL_TYPE type, SIZE_T bytes, ULONG tag)
{
    custom_allocations++;
    return ExAllocatePoolWithTag(type, bytes, tag);
}

static void NTAPI custom_free(PVOID block)
{
    custom_allocations--;
    ExFreePool(block);
}

static void lookaside_lists_give_blocks_of_their_size(void **state)
{
    (void)state;
    NPAGED_LOOKASIDE_LIST list;
    struct nt_pool_info info;
    PVOID entry;

    ExInitializeNPagedLookasideList(&list, NULL, NULL, 0, 72, 0x6F6D6544, 0);
    entry = ExAllocateFromNPagedLookasideList(&list);
    assert_true(nt_pool_block_of(test_machine, entry, &info));
    assert_int_equal(info.bytes, 72);
    assert_int_equal(info.tag, 0x6F6D6544);
    ExFreeToNPagedLookasideList(&list, entry);
    test_machine->decision.refuse_at = 1;
    assert_null(ExAllocateFromNPagedLookasideList(&list));
    ExDeleteNPagedLookasideList(&list);

    custom_allocations = 0;
    ExInitializeNPagedLookasideList(&list, custom_allocate, custom_free, 0, 72, 0x6F6D6544, 0);
    entry = ExAllocateFromNPagedLookasideList(&list);
    assert_int_equal(custom_allocations, 1);
    ExFreeToNPagedLookasideList(&list, entry);
    assert_int_equal(custom_allocations, 0);
    ExDeleteNPagedLookasideList(&list);
    assert_int_equal(nt_pool_blocks(test_machine), 0);
    assert_int_equal(verify_breach_count(test_machine), 0);
}

static void the_extended_list_works_alike(void **state)
{
    (void)state;
    LOOKASIDE_LIST_EX list;
    PVOID entry;

    assert_int_equal(
        ExInitializeLookasideListEx(&list, NULL, NULL, PagedPool, 0, 40, 0x6F6D6544, 0),
        STATUS_SUCCESS);
    entry = ExAllocateFromLookasideListEx(&list);
    assert_non_null(entry);
    ExFreeToLookasideListEx(&list, entry);
    ExFlushLookasideListEx(&list);
    ExDeleteLookasideListEx(&list);
    as_driver(true);
    assert_null(ExAllocateFromLookasideListEx(&list));
    assert_int_equal(breaches_of(RULE_NT_OBJ_01), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        NT_TEST(a_resource_is_shared_or_exclusive),
        NT_TEST(a_resource_is_recursive_and_converts),
        NT_TEST(misuse_of_a_resource_is_reported),
        NT_TEST(rundown_waits_for_the_last_user),
        NT_TEST(a_remove_lock_waits_for_the_last_user),
        NT_TEST(lookaside_lists_give_blocks_of_their_size),
        NT_TEST(the_extended_list_works_alike),
    };
    return cmocka_run_group_tests_name("nt/sync", tests, NULL, NULL);
}
