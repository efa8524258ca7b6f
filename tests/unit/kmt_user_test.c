/* SPDX-License-Identifier: MIT */
#include "kmt/user.h"

#include "machine/heap.h"
#include "nt/pool.h"
#include "nt/user.h"
#include "object/process.h"
#include "tests/unit/nt_fixture.h"

#include <string.h>

static bool can_read(const void *pointer)
{
    uint64_t word;

    return user_read(test_machine, &word, pointer, sizeof(word));
}

static bool can_write(void *pointer)
{
    uint64_t word = 1;

    return user_write(test_machine, pointer, &word, sizeof(word));
}

/* NULL, what is not mapped, and the ends of the address space. */
static void nowhere(void *argument)
{
    static const uintptr_t bad[] = {
        0, 1, 16, 4096, 0x7FFFFFFFF000, 0x8000000000000000u, UINTPTR_MAX - 7, UINTPTR_MAX
    };

    (void)argument;
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(bad); i++) {
        assert_false(can_read((void *)bad[i]));
        assert_false(can_write((void *)bad[i]));
        assert_false(user_can_write(test_machine, (void *)bad[i], 1));
        assert_true(user_read(test_machine, NULL, (void *)bad[i], 0)); /* nothing is nowhere */
    }
}

static void pointers_that_lead_nowhere_are_refused(void **state)
{
    (void)state;
    assert_int_equal(machine_run(test_machine, nowhere, NULL), MACHINE_RETURNED);
}

static void the_programs_own_memory_is_read_and_written(void **state)
{
    uint64_t from[3] = { 1, 2, 3 };
    uint64_t to[3] = { 0 };

    (void)state;
    assert_true(user_read(test_machine, to, from, 17));
    assert_int_equal(to[1], 2);
    assert_int_equal(to[2], 3);
    assert_true(user_write(test_machine, to, from + 1, 8));
    assert_int_equal(to[0], 2);
    assert_true(user_can_write(test_machine, to, sizeof(to)));
    assert_int_equal(to[0], 2); /* tried with what is there */
    assert_true(user_read_words(test_machine, to, (char *)from + 4, 4));
    assert_false(user_read_words(test_machine, to, (char *)from + 2, 4));
    assert_false(user_write_words(test_machine, (char *)to + 1, from, 4));
    assert_false(user_can_write_words(test_machine, (char *)to + 3, 4));
}

/* Each page is looked at, and the range may not end in another's. */
static void protection(void *argument)
{
    char *page = nt_user_alloc(test_machine, 3 * DXGH_PAGE_SIZE);
    uint64_t word;

    (void)argument;
    assert_true(nt_user_protect(test_machine, page + DXGH_PAGE_SIZE, DXGH_PAGE_SIZE, NT_USER_READ));
    assert_true(user_can_write(test_machine, page, DXGH_PAGE_SIZE));
    assert_false(user_can_write(test_machine, page, DXGH_PAGE_SIZE + 1));
    assert_false(user_can_write(test_machine, page, 3 * DXGH_PAGE_SIZE));
    assert_true(can_read(page + DXGH_PAGE_SIZE));
    assert_false(can_write(page + DXGH_PAGE_SIZE));
    assert_true(user_read_and_probe(test_machine, &word, page + DXGH_PAGE_SIZE - 8, 8));
    assert_false(user_read_and_probe(test_machine, &word, page + DXGH_PAGE_SIZE - 7, 8));
    assert_true(
        nt_user_protect(test_machine, page + 2 * DXGH_PAGE_SIZE, DXGH_PAGE_SIZE, NT_USER_NONE));
    assert_true(can_read(page + 2 * DXGH_PAGE_SIZE - 8));
    assert_false(can_read(page + 2 * DXGH_PAGE_SIZE - 7));
    nt_user_free(test_machine, page);
}

static void protection_of_each_page_counts(void **state)
{
    (void)state;
    assert_int_equal(machine_run(test_machine, protection, NULL), MACHINE_RETURNED);
}

static void idle(void *argument)
{
    (void)argument;
}

/* The kernel's objects, its pool, and the memory of another process. */
static void what_is_not_the_callers_is_refused(void **state)
{
    struct nt_pool_request request = { .bytes = 64, .tag = 0x31313131 };
    struct process *other = process_create(test_machine, "other", 8);
    struct process *mine = process_create(test_machine, "mine", 12);
    char *pool = nt_pool_alloc(test_machine, &request);
    char *heap = machine_heap_alloc(test_machine, 64);
    char *guarded = machine_heap_alloc_guarded(test_machine, 64);
    struct fiber *thread;
    char *theirs;

    (void)state;
    process_attach(test_machine, other);
    theirs = nt_user_alloc(test_machine, DXGH_PAGE_SIZE);
    assert_true(can_write(theirs));
    process_attach(test_machine, mine);
    assert_false(can_write(theirs));
    assert_false(can_read(theirs));
    assert_false(can_write(pool));
    assert_false(can_write(heap));
    assert_false(can_write(guarded));
    assert_false(can_write(mine));
    assert_false(can_write(test_machine));
    thread = fiber_create(test_machine, idle, NULL, "thread");
    thread->process = other;
    assert_false(can_write((char *)thread->stack_base + 4096));
    thread->process = NULL; /* the kernel's own */
    assert_false(can_write((char *)thread->stack_base + 4096));
    thread->process = mine;
    assert_true(can_write((char *)thread->stack_base + 4096));
    assert_false(can_write((char *)thread->stack_base - 8));
    nt_user_free(test_machine, theirs);
    nt_pool_free(test_machine, pool, request.tag, "test");
    process_attach(test_machine, NULL);
    process_destroy(mine);
    process_destroy(other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        NT_TEST(pointers_that_lead_nowhere_are_refused),
        NT_TEST(the_programs_own_memory_is_read_and_written),
        NT_TEST(protection_of_each_page_counts),
        NT_TEST(what_is_not_the_callers_is_refused),
    };
    return cmocka_run_group_tests_name("kmt/user", tests, NULL, NULL);
}
