/* SPDX-License-Identifier: MIT */
#include "tests/unit/nt_fixture.h"

#include "nt/pool.h"
#include "nt/sanitize.h"

#include "base/prng.h"

#define TAG 0x6F6D6544u /* "Demo" */

static void *allocate(size_t bytes)
{
    return ExAllocatePoolWithTag(NonPagedPoolNx, bytes, TAG);
}

/* Writes where no driver may: under AddressSanitizer the bytes are poisoned, so lift that first. */
static void scribble(char *at)
{
    nt_sanitize_unpoison((void *)((uintptr_t)at & ~(uintptr_t)7), 8);
    *(volatile char *)at = 0x55;
}

static void blocks_are_aligned_and_do_not_cross_a_page(void **state)
{
    (void)state;
    for (size_t bytes = 1; bytes <= 3 * 4096; bytes += 37) {
        uintptr_t block = (uintptr_t)allocate(bytes);

        assert_true(block != 0);
        assert_int_equal(block % 16, 0);
        if (bytes < 4096) {
            assert_true(block / 4096 == (block + bytes - 1) / 4096 || bytes > 4064);
        } else {
            assert_int_equal(block % 4096, 0);
        }
        memset((void *)block, 0x11, bytes);
        ExFreePoolWithTag((void *)block, TAG);
    }
    assert_int_equal(verify_breach_count(test_machine), 0);
}

static void pool2_zeroes_and_the_older_functions_do_not(void **state)
{
    (void)state;
    unsigned char *zero = ExAllocatePool2(POOL_FLAG_NON_PAGED, 100, TAG);
    unsigned char *raw = ExAllocatePool2(POOL_FLAG_NON_PAGED | POOL_FLAG_UNINITIALIZED, 100, TAG);
    unsigned char *old = allocate(100);

    for (int i = 0; i < 100; i++) {
        assert_int_equal(zero[i], 0);
        assert_int_equal(raw[i], 0xCD);
        assert_int_equal(old[i], 0xCD);
    }
    ExFreePoolWithTag(zero, TAG);
    ExFreePoolWithTag(raw, 0);
    ExFreePool(old);
    assert_int_equal(nt_pool_blocks(test_machine), 0);
    assert_int_equal(nt_pool_bytes(test_machine), 0);
}

static void pool2_refuses_contradictory_flags(void **state)
{
    (void)state;
    assert_null(ExAllocatePool2(0, 16, TAG));
    assert_null(ExAllocatePool2(POOL_FLAG_PAGED | POOL_FLAG_NON_PAGED, 16, TAG));
    assert_null(ExAllocatePool2(POOL_FLAG_PAGED, 0, TAG));
    assert_null(ExAllocatePool2(POOL_FLAG_PAGED, 16, 0));
}

static void every_block_has_a_physical_address(void **state)
{
    (void)state;
    char *block = allocate(8192);
    PHYSICAL_ADDRESS first = MmGetPhysicalAddress(block);

    assert_true(first.QuadPart != 0);
    assert_int_equal(MmGetPhysicalAddress(block + 8191).QuadPart, first.QuadPart + 8191);
    assert_ptr_equal(MmGetVirtualForPhysical(first), block);
    ExFreePool(block);
}

static void an_overrun_is_found_when_the_block_is_freed(void **state)
{
    (void)state;
    as_driver(true);
    for (size_t bytes = 1; bytes <= 5000; bytes = bytes * 2 + 1) {
        char *block = allocate(bytes);
        uint64_t before = breaches_of(RULE_NT_POOL_01);

        scribble(block + bytes);
        ExFreePoolWithTag(block, TAG);
        assert_int_equal(breaches_of(RULE_NT_POOL_01), before + 1);
    }
    assert_non_null(strstr(breach_message(RULE_NT_POOL_01), "Demo"));
    assert_int_equal(breaches_of(RULE_NT_POOL_02), 0);
}

static void an_underrun_is_found_when_the_block_is_freed(void **state)
{
    (void)state;
    char *block;

    as_driver(true);
    block = allocate(40);
    scribble(block - 1);
    ExFreePoolWithTag(block, TAG);
    assert_int_equal(breaches_of(RULE_NT_POOL_02), 1);
}

static void damage_is_found_on_demand(void **state)
{
    (void)state;
    char *first;
    char *second;

    as_driver(true);
    first = allocate(48);
    second = allocate(48);
    nt_pool_check(test_machine);
    assert_int_equal(verify_breach_count(test_machine), 0);
    scribble(first + 48);
    nt_pool_check(test_machine);
    assert_int_equal(breaches_of(RULE_NT_POOL_01), 1);
    nt_pool_check(test_machine); /* mended, so reported once */
    assert_int_equal(breaches_of(RULE_NT_POOL_01), 1);
    ExFreePool(first);
    ExFreePool(second);
    assert_int_equal(verify_breach_count(test_machine), 1);
}

static void a_write_after_free_is_found(void **state)
{
    (void)state;
    char *block;

    as_driver(true);
    block = allocate(64);
    ExFreePoolWithTag(block, TAG);
    scribble(block + 10);
    nt_pool_check(test_machine);
    assert_int_equal(breaches_of(RULE_NT_POOL_06), 1);
    assert_non_null(strstr(breach_message(RULE_NT_POOL_06), "offset 10"));
}

static void a_freed_block_rests_before_it_is_used_again(void **state)
{
    (void)state;
    char *block = allocate(64);

    ExFreePool(block);
    for (int i = 0; i < 32; i++) {
        char *other = allocate(64);

        assert_ptr_not_equal(other, block);
        ExFreePool(other);
    }
}

static void *victim;

static void free_twice(void *argument)
{
    (void)argument;
    as_driver(true);
    victim = allocate(32);
    ExFreePoolWithTag(victim, TAG);
    ExFreePoolWithTag(victim, TAG);
}

static void freeing_twice_stops_the_machine(void **state)
{
    (void)state;
    assert_bugcheck(free_twice, BAD_POOL_CALLER);
    assert_int_equal(breaches_of(RULE_NT_POOL_03), 1);
}

static void free_inside(void *argument)
{
    (void)argument;
    as_driver(true);
    victim = allocate(32);
    ExFreePoolWithTag((char *)victim + 16, TAG);
}

static void freeing_the_middle_of_a_block_stops_the_machine(void **state)
{
    (void)state;
    assert_bugcheck(free_inside, BAD_POOL_CALLER);
    assert_int_equal(breaches_of(RULE_NT_POOL_04), 1);
}

static void free_a_local(void *argument)
{
    int local = 0;

    (void)argument;
    as_driver(true);
    ExFreePool(&local);
}

static void freeing_what_is_not_pool_stops_the_machine(void **state)
{
    (void)state;
    assert_bugcheck(free_a_local, BAD_POOL_CALLER);
    assert_int_equal(breaches_of(RULE_NT_POOL_04), 1);
}

static void a_wrong_tag_is_reported(void **state)
{
    (void)state;
    as_driver(true);
    ExFreePoolWithTag(allocate(32), 0x72687444);
    assert_int_equal(breaches_of(RULE_NT_POOL_05), 1);
    assert_non_null(strstr(breach_message(RULE_NT_POOL_05), "'Demo'"));
    assert_non_null(strstr(breach_message(RULE_NT_POOL_05), "'Dthr'"));
}

static void bad_arguments_are_reported(void **state)
{
    (void)state;
    as_driver(true);
    ExFreePool(ExAllocatePoolWithTag(NonPagedPool, 0, TAG));
    assert_int_equal(breaches_of(RULE_NT_POOL_07), 1);
    ExFreePool(ExAllocatePoolWithTag(NonPagedPool, 16, 0x00000001));
    assert_int_equal(breaches_of(RULE_NT_POOL_07), 2);
    ExFreePool(ExAllocatePoolWithTag(NonPagedPool, 16, 'X')); /* a short tag is fine */
    assert_int_equal(breaches_of(RULE_NT_POOL_07), 2);
}

static void paged_pool_at_dispatch_level_is_reported(void **state)
{
    (void)state;
    KIRQL old;
    void *block;

    as_driver(true);
    KeRaiseIrql(DISPATCH_LEVEL, &old);
    block = ExAllocatePoolWithTag(PagedPool, 16, TAG);
    ExFreePoolWithTag(block, TAG);
    ExFreePool(allocate(16));
    KeLowerIrql(old);
    assert_int_equal(breaches_of(RULE_NT_IRQL_06), 2);
    assert_int_equal(breaches_of(RULE_NT_IRQL_01), 0);
}

static void freeing_a_live_object_is_reported(void **state)
{
    (void)state;
    struct {
        KTIMER timer;
        KSPIN_LOCK lock;
    } * object;
    KIRQL old;

    as_driver(true);
    object = allocate(sizeof(*object));
    KeInitializeTimer(&object->timer);
    KeSetTimer(&object->timer, relative_ms(1), NULL);
    ExFreePool(object);
    assert_int_equal(breaches_of(RULE_NT_LOCK_08), 1);
    assert_non_null(strstr(breach_message(RULE_NT_LOCK_08), "timer"));
    nt_leaks_discard(test_machine);

    object = allocate(sizeof(*object));
    KeInitializeSpinLock(&object->lock);
    KeAcquireSpinLock(&object->lock, &old);
    ExFreePool(object);
    assert_int_equal(breaches_of(RULE_NT_LOCK_08), 2);
    test_machine->active->irql = PASSIVE_LEVEL;
}

static void a_refused_allocation_is_null_or_raises(void **state)
{
    (void)state;
    volatile NTSTATUS code = STATUS_SUCCESS;

    test_machine->decision.refuse_at = 1;
    assert_null(allocate(16));
    assert_int_equal(test_machine->decision.refused, 1);
    test_machine->decision.refuse_at = 1;
    __try {
        (void)ExAllocatePool2(POOL_FLAG_NON_PAGED | POOL_FLAG_RAISE_ON_FAILURE, 16, TAG);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        code = GetExceptionCode();
    }
    assert_int_equal((uint32_t)code, (uint32_t)STATUS_INSUFFICIENT_RESOURCES);
}

static void exhausted_memory_is_null_and_comes_back(void **state)
{
    (void)state;
    void *first = allocate(40u << 20);

    assert_non_null(first);
    assert_null(allocate(40u << 20));
    assert_null(allocate((size_t)1 << 40));
    ExFreePool(first);
    first = allocate(40u << 20);
    assert_non_null(first);
    ExFreePool(first);
}

/* Random sizes, random order, content checked: nothing overlaps and nothing is lost. */
static void many_blocks_keep_their_content(void **state)
{
    (void)state;
    enum { COUNT = 300 };
    static unsigned char *blocks[COUNT];
    static size_t sizes[COUNT];
    struct prng prng;

    prng_init(&prng, 42);
    memset(blocks, 0, sizeof(blocks));
    for (int step = 0; step < 20000; step++) {
        uint32_t i = prng_below(&prng, COUNT);

        if (blocks[i] == NULL) {
            sizes[i] = 1 + prng_below(&prng, step % 10 == 0 ? 9000 : 600);
            blocks[i] = allocate(sizes[i]);
            assert_non_null(blocks[i]);
            memset(blocks[i], (int)i, sizes[i]);
            continue;
        }
        assert_int_equal(blocks[i][0], (unsigned char)i);
        assert_int_equal(blocks[i][sizes[i] / 2], (unsigned char)i);
        assert_int_equal(blocks[i][sizes[i] - 1], (unsigned char)i);
        ExFreePoolWithTag(blocks[i], TAG);
        blocks[i] = NULL;
    }
    for (int i = 0; i < COUNT; i++) {
        if (blocks[i] != NULL) {
            ExFreePool(blocks[i]);
        }
    }
    nt_pool_check(test_machine);
    assert_int_equal(nt_pool_blocks(test_machine), 0);
    assert_int_equal(verify_breach_count(test_machine), 0);
}

static void leaks_are_counted_by_tag(void **state)
{
    (void)state;
    struct nt_leaks leaks;
    void *ours = allocate(64);

    as_driver(true);
    (void)allocate(100);
    (void)allocate(200);
    (void)ExAllocatePoolWithTag(PagedPool, 5000, 0x20676942);
    as_driver(false);
    nt_leaks(test_machine, &leaks);
    assert_int_equal(leaks.pool_blocks, 3);
    assert_int_equal(leaks.pool_bytes, 5300);
    assert_int_equal(leaks.pool_tags, 2);
    assert_int_equal(leaks.pool[0].tag, 0x20676942);
    assert_int_equal(leaks.pool[1].blocks, 2);
    assert_int_equal(leaks.total, 3);
    nt_leaks_report(test_machine, &leaks);
    assert_int_equal(breaches_of(RULE_NT_LEAK_01), 2);
    nt_leaks_discard(test_machine);
    nt_leaks(test_machine, &leaks);
    assert_int_equal(leaks.total, 0);
    assert_int_equal(nt_pool_blocks(test_machine), 1);
    ExFreePool(ours);
}

static void an_address_has_a_story(void **state)
{
    (void)state;
    char text[256];
    char *block = allocate(64);

    assert_true(nt_pool_describe(test_machine, (uintptr_t)block + 3, text, sizeof(text)));
    assert_non_null(strstr(text, "offset 3 of a live pool block of 64 bytes, tag 'Demo'"));
    assert_true(nt_pool_describe(test_machine, (uintptr_t)block + 70, text, sizeof(text)));
    assert_non_null(strstr(text, "6 bytes behind the end of"));
    ExFreePool(block);
    assert_true(nt_pool_describe(test_machine, (uintptr_t)block, text, sizeof(text)));
    assert_non_null(strstr(text, "freed"));
    assert_false(nt_pool_describe(test_machine, (uintptr_t)text, text, sizeof(text)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        NT_TEST(blocks_are_aligned_and_do_not_cross_a_page),
        NT_TEST(pool2_zeroes_and_the_older_functions_do_not),
        NT_TEST(pool2_refuses_contradictory_flags),
        NT_TEST(every_block_has_a_physical_address),
        NT_TEST(an_overrun_is_found_when_the_block_is_freed),
        NT_TEST(an_underrun_is_found_when_the_block_is_freed),
        NT_TEST(damage_is_found_on_demand),
        NT_TEST(a_write_after_free_is_found),
        NT_TEST(a_freed_block_rests_before_it_is_used_again),
        NT_TEST(freeing_twice_stops_the_machine),
        NT_TEST(freeing_the_middle_of_a_block_stops_the_machine),
        NT_TEST(freeing_what_is_not_pool_stops_the_machine),
        NT_TEST(a_wrong_tag_is_reported),
        NT_TEST(bad_arguments_are_reported),
        NT_TEST(paged_pool_at_dispatch_level_is_reported),
        NT_TEST(freeing_a_live_object_is_reported),
        NT_TEST(a_refused_allocation_is_null_or_raises),
        NT_TEST(exhausted_memory_is_null_and_comes_back),
        NT_TEST(many_blocks_keep_their_content),
        NT_TEST(leaks_are_counted_by_tag),
        NT_TEST(an_address_has_a_story),
    };
    return cmocka_run_group_tests_name("nt/pool", tests, NULL, NULL);
}
