/* SPDX-License-Identifier: MIT */
#include "machine/fiber.h"

#include "machine/fault.h"
#include "tests/lib/machine_fixture.h"

#include <string.h>

static struct fiber *main_fiber;
static struct fiber *others[1000];
static int steps[100];
static int step_count;

static int setup(void **state)
{
    (void)state;
    power_on(1, DECISION_FIXED, 0);
    main_fiber = machine->main_fiber;
    step_count = 0;
    return 0;
}

static void step_and_return(void *argument)
{
    int *number = argument;

    for (;;) {
        steps[step_count++] = (*number)++;
        fiber_switch(machine->running, main_fiber);
    }
}

/* What the scheduler does around a switch, without deciding anything. */
static void switch_to(struct fiber *fiber)
{
    machine->running = fiber;
    fiber_switch(main_fiber, fiber);
    machine->running = main_fiber;
}

static void a_fiber_goes_on_where_it_left(void **state)
{
    (void)state;
    int number = 5;
    struct fiber *fiber = fiber_create(machine, step_and_return, &number, "stepper");

    assert_int_equal(step_count, 0);
    for (int i = 0; i < 4; i++) {
        switch_to(fiber);
    }
    assert_int_equal(step_count, 4);
    for (int i = 0; i < 4; i++) {
        assert_int_equal(steps[i], 5 + i);
    }
}

static void count_one(void *argument)
{
    uint64_t *count = argument;

    for (;;) {
        ++*count;
        fiber_switch(machine->running, main_fiber);
    }
}

static void a_thousand_fibers_live_side_by_side(void **state)
{
    (void)state;
    static uint64_t counts[1000];

    memset(counts, 0, sizeof(counts));
    for (int i = 0; i < 1000; i++) {
        others[i] = fiber_create(machine, count_one, &counts[i], "one of many");
        assert_non_null(others[i]);
    }
    for (int round = 1; round <= 3; round++) {
        for (int i = 0; i < 1000; i++) {
            switch_to(others[i]);
            assert_int_equal(counts[i], round);
        }
    }
}

static void clobber_registers(void *argument)
{
    (void)argument;
    for (;;) {
        uint32_t rounding = 0x7F80; /* towards zero */
        uint16_t precision = 0x027F;

        __asm__ volatile("ldmxcsr %0\n\tfldcw %1" : : "m"(rounding), "m"(precision));
        __asm__ volatile("xorl %%ebx, %%ebx\n\txorl %%r12d, %%r12d\n\txorl %%r13d, %%r13d\n\t"
                         "xorl %%r14d, %%r14d\n\txorl %%r15d, %%r15d"
                         :
                         :
                         : "rbx", "r12", "r13", "r14", "r15");
        fiber_switch(machine->running, main_fiber);
    }
}

static void a_switch_keeps_registers_and_floating_point_modes(void **state)
{
    (void)state;
    struct fiber *fiber = fiber_create(machine, clobber_registers, NULL, "clobber");
    uint64_t out[5];
    uint32_t modes;
    uint16_t precision;

    machine->running = fiber;
    __asm__ volatile("movq $11, %%rbx\n\tmovq $12, %%r12\n\tmovq $13, %%r13\n\tmovq $14, %%r14\n\t"
                     "movq $15, %%r15\n\t"
                     "movq %%rsp, %%rax\n\tsubq $256, %%rsp\n\tandq $-16, %%rsp\n\t"
                     "pushq %%rax\n\tpushq %[out]\n\t"
                     "call fiber_switch\n\t"
                     "popq %[out]\n\tpopq %%rsp\n\t"
                     "movq %%rbx, 0(%[out])\n\tmovq %%r12, 8(%[out])\n\tmovq %%r13, 16(%[out])\n\t"
                     "movq %%r14, 24(%[out])\n\tmovq %%r15, 32(%[out])"
                     :
                     : "D"(main_fiber), "S"(fiber), [out] "d"(out)
                     : "rax", "rcx", "r8", "r9", "r10", "r11", "rbx", "r12", "r13", "r14", "r15",
                       "memory", "cc");
    machine->running = main_fiber;
    for (uint64_t i = 0; i < 5; i++) {
        assert_int_equal(out[i], 11 + i);
    }
    __asm__ volatile("stmxcsr %0\n\tfnstcw %1" : "=m"(modes), "=m"(precision));
    assert_int_equal(modes & 0x6000, 0);
    assert_int_equal(precision, 0x037F);

    /* and the other way round: the fiber still has its own */
    switch_to(fiber);
    __asm__ volatile("stmxcsr %0\n\tfnstcw %1" : "=m"(modes), "=m"(precision));
    assert_int_equal(modes & 0x6000, 0);
    assert_int_equal(precision, 0x037F);
}

/* Uses about `bytes` of stack, one kilobyte a frame; the pages must be there and keep their bytes.
 */
__attribute__((noinline)) static int go_deep(int bytes)
{
    volatile char frame[1024];

    if (bytes <= 0) {
        return 0;
    }
    memset((char *)frame, bytes & 0x7F, sizeof(frame));

    int below = go_deep(bytes - (int)sizeof(frame));

    return below + (frame[0] == (bytes & 0x7F) && frame[1023] == frame[0]);
}

static void dive(void *argument)
{
    *(int *)argument = go_deep(128 * 1024);
}

static void deep_stacks_work(void **state)
{
    (void)state;
    int frames = 0;

    (void)thread_start(dive, &frames, 8);
    threads_join();
    assert_int_equal(frames, 128);
}

static uintptr_t faulting_address;

static void report_fault(struct machine *self, uint32_t exception_code, uintptr_t address,
                         bool is_write, uintptr_t pc)
{
    uint64_t parameters[4] = { exception_code, address, is_write, pc };

    faulting_address = address;
    machine_bugcheck(self, 0x7F, parameters, "fault");
}

__attribute__((noinline)) static int recurse_for_ever(int depth)
{
    volatile char frame[512];

    frame[0] = (char)depth;
    if (depth < 0) {
        return 0;
    }
    return recurse_for_ever(depth + 1) + frame[0];
}

static uintptr_t overflowing_base;

static void overflow(void *argument)
{
    (void)argument;
    overflowing_base = (uintptr_t)machine->running->stack_base;
    machine->running->in_driver = true;
    (void)recurse_for_ever(0);
}

static void start_overflow(void *argument)
{
    (void)thread_start(overflow, argument, 8);
    threads_join();
}

static void an_overflow_meets_the_guard_page(void **state)
{
    (void)state;
    machine->hooks.fault_bugcheck = report_fault;
    assert_int_equal(run_to_bugcheck(start_overflow, NULL), 0x7F);
    assert_in_range(faulting_address, overflowing_base - DXGH_PAGE_SIZE, overflowing_base - 1);
    assert_true(machine->bugcheck.frame_count > 10);
}

static void note_stack(void *argument)
{
    *(void **)argument = machine->running->stack_base;
}

static void a_dead_fibers_stack_is_used_again_and_its_id_is_not(void **state)
{
    (void)state;
    void *first_stack;
    void *second_stack;
    uint64_t first_id = thread_start(note_stack, &first_stack, 8)->id;

    threads_join();

    uint64_t before = machine_heap_count(machine);
    uint64_t second_id = thread_start(note_stack, &second_stack, 8)->id;

    threads_join();
    assert_ptr_equal(first_stack, second_stack);
    assert_int_equal(second_id, first_id + 1);
    assert_int_equal(machine_heap_count(machine), before);
}

static void names_are_cut_not_overrun(void **state)
{
    (void)state;
    struct fiber *fiber =
        fiber_create(machine, count_one, NULL, "a name of more than thirty-one characters");

    assert_string_equal(fiber->name, "a name of more than thirty-one ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_fiber_goes_on_where_it_left, setup, power_off),
        cmocka_unit_test_setup_teardown(a_thousand_fibers_live_side_by_side, setup, power_off),
        cmocka_unit_test_setup_teardown(a_switch_keeps_registers_and_floating_point_modes, setup,
                                        power_off),
        cmocka_unit_test_setup_teardown(deep_stacks_work, setup, power_off),
        cmocka_unit_test_setup_teardown(an_overflow_meets_the_guard_page, setup, power_off),
        cmocka_unit_test_setup_teardown(a_dead_fibers_stack_is_used_again_and_its_id_is_not, setup,
                                        power_off),
        cmocka_unit_test_setup_teardown(names_are_cut_not_overrun, setup, power_off),
    };
    return cmocka_run_group_tests_name("machine/fiber", tests, NULL, NULL);
}
