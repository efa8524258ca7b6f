/* SPDX-License-Identifier: MIT */
/*
 * Faults inside a driver, at every IRQL a DDI runs at: each is the bug check Windows would show,
 * with its parameters, and names the driver's function. The machine stops; the process does not.
 */
#include "tests/lib/exercise.h"
#include "tests/lib/test.h"

#include <ntddk.h>

#include <stdio.h>
#include <string.h>

#define ANY UINT64_MAX

struct fault {
    const char *name;     /* of the mutation, without its place */
    const char *function; /* that faults */
    uint32_t code;        /* of the bug check at PASSIVE_LEVEL */
    uint64_t first;       /* its first parameter */
    bool is_access;       /* a bad address: 0xD1 from DISPATCH_LEVEL on */
    uint64_t address;
};

static const struct fault faults[] = {
    { "null", "FaultNull", 0x1E, 0xC0000005, true, 0x10 },
    { "wild", "FaultWild", 0x1E, 0xC0000005, true, 0x7ABCDE001230 },
    { "code", "FaultCode", 0xBE, ANY, true, ANY },
    { "jump", "FaultJump", 0x1E, 0xC0000005, true, 0 },
    { "divide", "FaultDivide", 0x1E, 0xC0000094, false, 0 },
    { "illegal", "FaultIllegal", 0x1E, 0xC000001D, false, 0 },
    { "break", "FaultBreak", 0x1E, 0x80000003, false, 0 },
    { "stack", "FaultStack", 0x7F, 8, false, 0 },
};

static char mutant[48];
static struct stack stack;

static int close_stack(void **state)
{
    (void)state;
    stack_close(&stack);
    return 0;
}

static void choose_fault(struct machine *machine)
{
    exercise_mutant(machine, mutant, 0);
}

/* The first frame of the driver's on the stack, named as a report names it. */
static void name_first_frame(char *where, size_t where_bytes)
{
    const struct machine *machine = stack.session.machine;
    const struct machine_bugcheck *bugcheck = &machine->bugcheck;

    for (uint32_t i = 0; i < bugcheck->frame_count; i++) {
        if (verify_in_image(machine, bugcheck->frames[i])) {
            verify_symbolize(machine, bugcheck->frames[i] + (i == 0 && bugcheck->at_fault), where,
                             where_bytes);
            return;
        }
    }
    (void)snprintf(where, where_bytes, "nowhere");
}

static void expect_bugcheck(const struct fault *fault, uint8_t irql)
{
    const struct machine_bugcheck *bugcheck = &stack.session.machine->bugcheck;
    bool high = fault->is_access && irql >= DISPATCH_LEVEL;
    char where[512];

    assert_int_equal(bugcheck->irql, irql);
    assert_int_equal(bugcheck->code, high ? 0xD1 : fault->code);
    if (high) {
        assert_true(fault->address == ANY || bugcheck->parameters[0] == fault->address);
        assert_int_equal(bugcheck->parameters[1], irql);
    } else {
        assert_true(fault->first == ANY || bugcheck->parameters[0] == fault->first);
    }
    name_first_frame(where, sizeof(where));
    assert_memory_equal(where, fault->function, strlen(fault->function));
    assert_non_null(strstr(where, "(mutant_fault.c:"));
}

static void expect_fault(const struct fault *fault, const char *place, uint8_t irql)
{
    struct stack_config config = { .driver = DXGH_TEST_MUTANT, .before = choose_fault };

    (void)snprintf(mutant, sizeof(mutant), "fault-%s-%s", fault->name, place);
    stack_run(&stack, &config, exercise_draw, NULL);
    assert_int_equal(stack.outcome, STACK_CRASHED);
    if (irql > DISPATCH_LEVEL) {
        irql = stack.session.board->lines[0].irql;
    }
    expect_bugcheck(fault, irql);
    stack_close(&stack);
}

static void expect_faults(const char *place, uint8_t irql)
{
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(faults); i++) {
        expect_fault(&faults[i], place, irql);
    }
}

static void fault_in_render_km_is_a_bug_check(void **state)
{
    (void)state;
    expect_faults("passive", PASSIVE_LEVEL);
}

static void fault_in_submit_command_is_a_bug_check(void **state)
{
    (void)state;
    expect_faults("dispatch", DISPATCH_LEVEL);
}

static void fault_in_the_dpc_is_a_bug_check(void **state)
{
    (void)state;
    expect_faults("dpc", DISPATCH_LEVEL);
}

static void fault_in_the_interrupt_routine_is_a_bug_check(void **state)
{
    (void)state;
    expect_faults("isr", HIGH_LEVEL);
}

/* A callback of ours runs on the driver's behalf: its bad pointers are faults of its own, too. */
static void bad_pointer_in_a_callback_is_a_bug_check(void **state)
{
    struct stack_config config = { .driver = DXGH_TEST_MUTANT, .before = choose_fault };

    (void)state;
    (void)snprintf(mutant, sizeof(mutant), "callback-wild");
    stack_run(&stack, &config, exercise_draw, NULL);
    assert_int_equal(stack.outcome, STACK_CRASHED);
    assert_int_equal(stack.session.machine->bugcheck.code, 0x1E);
    assert_int_equal(stack.session.machine->bugcheck.parameters[0], 0xC0000005);
    assert_in_range(stack.session.machine->bugcheck.parameters[3], 0x5000, 0x500F);
}

/* A buffer that a DDI gets ends at a page that nobody may touch. */
static void overrun_of_a_buffer_is_a_bug_check(void **state)
{
    struct stack_config config = { .driver = DXGH_TEST_MUTANT, .before = choose_fault };
    char where[512];

    (void)state;
    (void)snprintf(mutant, sizeof(mutant), "overrun");
    stack_run(&stack, &config, exercise_draw, NULL);
    assert_int_equal(stack.outcome, STACK_CRASHED);
    assert_non_null(strstr(stack.session.machine->bugcheck.text, "behind the end of a buffer"));
    name_first_frame(where, sizeof(where));
    assert_memory_equal(where, "OverrunningChildRelations", 25);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(fault_in_render_km_is_a_bug_check, close_stack),
        cmocka_unit_test_teardown(fault_in_submit_command_is_a_bug_check, close_stack),
        cmocka_unit_test_teardown(fault_in_the_dpc_is_a_bug_check, close_stack),
        cmocka_unit_test_teardown(fault_in_the_interrupt_routine_is_a_bug_check, close_stack),
        cmocka_unit_test_teardown(bad_pointer_in_a_callback_is_a_bug_check, close_stack),
        cmocka_unit_test_teardown(overrun_of_a_buffer_is_a_bug_check, close_stack),
    };
    return cmocka_run_group_tests_name("scenario/driver_fault", tests, NULL, NULL);
}
