/* SPDX-License-Identifier: MIT */
#include "tests/unit/nt_fixture.h"

#include "nt/pool.h"
#include "nt/user.h"

#include "machine/memory.h"

#define TAG 0x6F6D6544u
static const PHYSICAL_ADDRESS lowest = { .QuadPart = 0 };
static const PHYSICAL_ADDRESS highest = { .QuadPart = -1 };

static void an_mdl_of_pool_names_its_pages(void **state)
{
    (void)state;
    char *block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 3 * 4096, TAG);
    PMDL mdl = IoAllocateMdl(block + 100, 2 * 4096, FALSE, FALSE, NULL);
    PFN_NUMBER first;

    assert_non_null(mdl);
    assert_ptr_equal(MmGetMdlVirtualAddress(mdl), block + 100);
    assert_int_equal(MmGetMdlByteCount(mdl), 2 * 4096);
    assert_int_equal(MmGetMdlByteOffset(mdl), 100);
    MmBuildMdlForNonPagedPool(mdl);
    first = (PFN_NUMBER)(MmGetPhysicalAddress(block).QuadPart / 4096);
    for (PFN_NUMBER i = 0; i < 3; i++) {
        assert_int_equal(MmGetMdlPfnArray(mdl)[i], first + i);
    }
    assert_ptr_equal(MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority), block + 100);
    IoFreeMdl(mdl);
    ExFreePool(block);
    assert_int_equal(nt_pool_blocks(test_machine), 0);
    assert_int_equal(verify_breach_count(test_machine), 0);
}

static void locked_user_pages_are_seen_through_the_mapping(void **state)
{
    (void)state;
    char *user = nt_user_alloc(test_machine, 2 * 4096);
    PMDL mdl = IoAllocateMdl(user + 10, 5000, FALSE, FALSE, NULL);
    char *mapped;

    MmProbeAndLockPages(mdl, UserMode, IoModifyAccess);
    assert_true((mdl->MdlFlags & MDL_PAGES_LOCKED) != 0);
    assert_true((mdl->MdlFlags & MDL_WRITE_OPERATION) != 0);
    mapped = MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority);
    assert_non_null(mapped);
    assert_ptr_not_equal(mapped, user + 10);
    user[10] = 'a';
    user[5009] = 'z';
    assert_int_equal(mapped[0], 'a');
    assert_int_equal(mapped[4999], 'z');
    mapped[1] = 'b';
    assert_int_equal(user[11], 'b');
    assert_int_equal(MmGetPhysicalAddress(mapped).QuadPart,
                     MmGetPhysicalAddress(user + 10).QuadPart);
    assert_ptr_equal(MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority), mapped);
    MmUnlockPages(mdl);
    IoFreeMdl(mdl);
    nt_user_free(test_machine, user);
    assert_int_equal(verify_breach_count(test_machine), 0);
    assert_int_equal(memory_pages_in_use(test_machine) > 0, 1); /* the pool's own page stays */
}

static uint32_t code_of_lock(PMDL mdl, KPROCESSOR_MODE mode, LOCK_OPERATION operation)
{
    volatile uint32_t code = 0;

    __try {
        MmProbeAndLockPages(mdl, mode, operation);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        code = (uint32_t)GetExceptionCode();
    }
    return code;
}

static void locking_raises_for_what_the_caller_may_not_touch(void **state)
{
    (void)state;
    char *user = nt_user_alloc(test_machine, 4096);
    char *pool = ExAllocatePool2(POOL_FLAG_NON_PAGED, 64, TAG);
    PMDL of_user = IoAllocateMdl(user, 4096, FALSE, FALSE, NULL);
    PMDL of_pool = IoAllocateMdl(pool, 64, FALSE, FALSE, NULL);
    PMDL of_null = IoAllocateMdl(NULL, 64, FALSE, FALSE, NULL);

    assert_int_equal(code_of_lock(of_pool, UserMode, IoReadAccess),
                     (uint32_t)STATUS_ACCESS_VIOLATION);
    assert_int_equal(code_of_lock(of_pool, KernelMode, IoReadAccess), 0);
    assert_int_equal(code_of_lock(of_null, UserMode, IoReadAccess),
                     (uint32_t)STATUS_ACCESS_VIOLATION);
    assert_true(nt_user_protect(test_machine, user, 4096, NT_USER_READ));
    assert_int_equal(code_of_lock(of_user, UserMode, IoWriteAccess),
                     (uint32_t)STATUS_ACCESS_VIOLATION);
    assert_int_equal(code_of_lock(of_user, UserMode, IoReadAccess), 0);
    MmUnlockPages(of_user);
    MmUnlockPages(of_pool);
    IoFreeMdl(of_user);
    IoFreeMdl(of_pool);
    IoFreeMdl(of_null);
    ExFreePool(pool);
    nt_user_free(test_machine, user);
}

static void misuse_is_reported(void **state)
{
    (void)state;
    char *user = nt_user_alloc(test_machine, 4096);
    char *paged;
    PMDL mdl;

    as_driver(true);
    mdl = IoAllocateMdl(user, 64, FALSE, FALSE, NULL);
    assert_null(MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority)); /* pages not locked */
    assert_int_equal(breaches_of(RULE_NT_MDL_01), 1);
    MmUnlockPages(mdl);
    assert_int_equal(breaches_of(RULE_NT_MDL_02), 1);
    MmProbeAndLockPages(mdl, UserMode, IoReadAccess);
    (void)MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority);
    IoFreeMdl(mdl); /* locked and mapped */
    assert_int_equal(breaches_of(RULE_NT_MDL_03), 2);

    paged = ExAllocatePool2(POOL_FLAG_PAGED, 64, TAG);
    mdl = IoAllocateMdl(paged, 64, FALSE, FALSE, NULL);
    MmBuildMdlForNonPagedPool(mdl);
    assert_int_equal(breaches_of(RULE_NT_MDL_04), 1);
    IoFreeMdl(mdl);
    ExFreePool(paged);
    as_driver(false);
    nt_user_free(test_machine, user);
}

/* Frame numbers that a driver made up are no RAM of this machine. */
static void frame_numbers_outside_ram_are_reported(void **state)
{
    (void)state;
    PMDL mdl;

    as_driver(true);
    mdl = IoAllocateMdl(NULL, 2 * 4096, FALSE, FALSE, NULL);
    MmGetMdlPfnArray(mdl)[0] = 0x7FFFFFFF;
    MmGetMdlPfnArray(mdl)[1] = ~(PFN_NUMBER)0;
    mdl->MdlFlags |= MDL_PAGES_LOCKED;
    assert_null(
        MmMapLockedPagesSpecifyCache(mdl, KernelMode, MmCached, NULL, FALSE, NormalPagePriority));
    assert_int_equal(breaches_of(RULE_NT_MDL_01), 1);
    mdl->MdlFlags &= (CSHORT)~MDL_PAGES_LOCKED;
    IoFreeMdl(mdl);
    as_driver(false);
}

static void a_partial_mdl_is_a_window_of_its_source(void **state)
{
    (void)state;
    char *block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 4 * 4096, TAG);
    PMDL source = IoAllocateMdl(block, 4 * 4096, FALSE, FALSE, NULL);
    PMDL part = IoAllocateMdl(block + 4096 + 8, 4096, FALSE, FALSE, NULL);

    MmBuildMdlForNonPagedPool(source);
    IoBuildPartialMdl(source, part, block + 4096 + 8, 4096);
    assert_int_equal(MmGetMdlPfnArray(part)[0], MmGetMdlPfnArray(source)[1]);
    assert_int_equal(MmGetMdlPfnArray(part)[1], MmGetMdlPfnArray(source)[2]);
    assert_ptr_equal(MmGetSystemAddressForMdlSafe(part, NormalPagePriority), block + 4096 + 8);
    IoFreeMdl(part);
    IoFreeMdl(source);
    ExFreePool(block);
    assert_int_equal(verify_breach_count(test_machine), 0);
}

static void pages_for_an_mdl_map_side_by_side(void **state)
{
    (void)state;
    uint64_t before;
    PMDL mdl;
    char *mapped;

    /* The pool gets the page that the MDL itself will come from. */
    ExFreePool(ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(MDL) + 5 * sizeof(PFN_NUMBER), TAG));
    before = memory_pages_in_use(test_machine);
    mdl = MmAllocatePagesForMdlEx(lowest, highest, lowest, 5 * 4096, MmCached,
                                  MM_ALLOCATE_FULLY_REQUIRED);
    assert_non_null(mdl);
    assert_int_equal(MmGetMdlByteCount(mdl), 5 * 4096);
    mapped =
        MmMapLockedPagesSpecifyCache(mdl, KernelMode, MmCached, NULL, FALSE, NormalPagePriority);
    for (int i = 0; i < 5 * 4096; i++) {
        assert_int_equal(mapped[i], 0);
    }
    memset(mapped, 0x77, 5 * 4096);
    MmUnmapLockedPages(mapped, mdl);
    MmFreePagesFromMdl(mdl);
    ExFreePool(mdl);
    assert_int_equal(memory_pages_in_use(test_machine), before);
    assert_int_equal(verify_breach_count(test_machine), 0);
}

static void pages_that_are_all_required_are_all_or_nothing(void **state)
{
    (void)state;
    PMDL mdl;

    assert_null(MmAllocatePagesForMdlEx(lowest, highest, lowest, (SIZE_T)1 << 27, MmCached,
                                        MM_ALLOCATE_FULLY_REQUIRED));
    mdl = MmAllocatePagesForMdlEx(lowest, highest, lowest, (SIZE_T)1 << 27, MmCached,
                                  MM_DONT_ZERO_ALLOCATION);
    assert_non_null(mdl);
    assert_in_range(MmGetMdlByteCount(mdl), 32 << 20, 64 << 20);
    MmFreePagesFromMdl(mdl);
    ExFreePool(mdl);
}

static void a_user_mapping_is_user_memory(void **state)
{
    (void)state;
    PMDL mdl = MmAllocatePagesForMdl(lowest, highest, lowest, 4096);
    void *user =
        MmMapLockedPagesSpecifyCache(mdl, UserMode, MmCached, NULL, FALSE, NormalPagePriority);

    assert_non_null(user);
    assert_true(nt_user_contains(test_machine, (uintptr_t)user, 4096));
    assert_false(nt_address_is_kernel(test_machine, (uintptr_t)user));
    MmUnmapLockedPages(user, mdl);
    assert_false(nt_user_contains(test_machine, (uintptr_t)user, 1));
    MmFreePagesFromMdl(mdl);
    ExFreePool(mdl);
}

static void every_step_can_be_refused(void **state)
{
    (void)state;
    char *user = nt_user_alloc(test_machine, 4096);
    PMDL mdl;

    test_machine->decision.refuse_at = 1;
    assert_null(IoAllocateMdl(user, 64, FALSE, FALSE, NULL));
    test_machine->decision.refuse_at = 1;
    assert_null(MmAllocatePagesForMdl(lowest, highest, lowest, 4096));
    mdl = IoAllocateMdl(user, 64, FALSE, FALSE, NULL);
    MmProbeAndLockPages(mdl, UserMode, IoReadAccess);
    test_machine->decision.refuse_at = 1;
    assert_null(MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority));
    MmUnlockPages(mdl);
    IoFreeMdl(mdl);
    nt_user_free(test_machine, user);
    assert_int_equal(verify_breach_count(test_machine), 0);
}

static void mdls_and_mappings_left_are_leaks(void **state)
{
    (void)state;
    struct nt_leaks leaks;
    char *user = nt_user_alloc(test_machine, 4096);
    PMDL mdl;

    as_driver(true);
    mdl = IoAllocateMdl(user, 64, FALSE, FALSE, NULL);
    MmProbeAndLockPages(mdl, UserMode, IoReadAccess);
    (void)MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority);
    as_driver(false);
    nt_leaks(test_machine, &leaks);
    assert_int_equal(leaks.mdls, 1);
    assert_int_equal(leaks.mappings, 1);
    assert_int_equal(leaks.pool_blocks, 0);
    nt_leaks_discard(test_machine);
    nt_leaks(test_machine, &leaks);
    assert_int_equal(leaks.total, 0);
    nt_user_free(test_machine, user);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        NT_TEST(an_mdl_of_pool_names_its_pages),
        NT_TEST(locked_user_pages_are_seen_through_the_mapping),
        NT_TEST(locking_raises_for_what_the_caller_may_not_touch),
        NT_TEST(misuse_is_reported),
        NT_TEST(a_partial_mdl_is_a_window_of_its_source),
        NT_TEST(frame_numbers_outside_ram_are_reported),
        NT_TEST(pages_for_an_mdl_map_side_by_side),
        NT_TEST(pages_that_are_all_required_are_all_or_nothing),
        NT_TEST(a_user_mapping_is_user_memory),
        NT_TEST(every_step_can_be_refused),
        NT_TEST(mdls_and_mappings_left_are_leaks),
    };
    return cmocka_run_group_tests_name("nt/mdl", tests, NULL, NULL);
}
