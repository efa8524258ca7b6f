/* SPDX-License-Identifier: MIT */
#include "machine/fault.h"

#include "machine/interrupt.h"
#include "tests/lib/machine_fixture.h"

#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define ACCESS_VIOLATION 0xC0000005u
#define IN_PAGE_ERROR 0xC0000006u
#define ILLEGAL_INSTRUCTION 0xC000001Du
#define DIVIDE_BY_ZERO 0xC0000094u
#define BREAKPOINT 0x80000003u

#define CODE_FAULT 0x50u

static volatile uintptr_t bad_address = 0x1000;

static void fault_bugcheck(struct machine *self, uint32_t exception_code, uintptr_t address,
                           bool is_write, uintptr_t pc)
{
    uint64_t parameters[4] = { exception_code, address, is_write, pc };

    machine_bugcheck(self, CODE_FAULT, parameters, "fault");
}

static int setup(void **state)
{
    (void)state;
    power_on(2, DECISION_FIXED, 0);
    machine->hooks.fault_bugcheck = fault_bugcheck;
    return 0;
}

/* Each stands for driver code; none of them may be inlined or share a frame. */
#define DRIVER_CODE __attribute__((noinline))

DRIVER_CODE static void driver_reads(void *argument)
{
    (void)argument;
    (void)*(volatile uint32_t *)bad_address;
    __asm__ volatile("");
}

DRIVER_CODE static void driver_writes(void *argument)
{
    (void)argument;
    *(volatile uint32_t *)bad_address = 1;
    __asm__ volatile("");
}

DRIVER_CODE static void driver_reads_noncanonical(void *argument)
{
    (void)argument;
    __asm__ volatile("movabsq $0xDEAD000000000000, %%rax\n\tmovq (%%rax), %%rax" : : : "rax");
}

DRIVER_CODE static void driver_divides_by_zero(void *argument)
{
    (void)argument;
    __asm__ volatile("xorl %%ecx, %%ecx\n\txorl %%edx, %%edx\n\tmovl $1, %%eax\n\tdivl %%ecx"
                     :
                     :
                     : "rax", "rcx", "rdx", "cc");
}

DRIVER_CODE static void driver_runs_nonsense(void *argument)
{
    (void)argument;
    __asm__ volatile("ud2");
}

DRIVER_CODE static void driver_breaks(void *argument)
{
    (void)argument;
    __asm__ volatile("int3");
}

/* More than the code of one function below, unoptimised and with a sanitizer's checks. */
#define CODE_BYTES 256u

static void (*volatile nowhere)(void);

DRIVER_CODE static void driver_calls_null(void *argument)
{
    (void)argument;
    nowhere();
    __asm__ volatile("");
}

DRIVER_CODE static void driver_reads_behind_a_file(void *argument)
{
    int file = memfd_create("short", MFD_CLOEXEC);
    char *page = mmap(NULL, 4096, PROT_READ, MAP_SHARED, file, 0);

    (void)argument;
    (void)close(file);
    (void)*(volatile char *)page;
    __asm__ volatile("");
}

static void in_driver(void *code)
{
    machine->running->in_driver = true;
    ((void (*)(void *))code)(NULL);
    machine->running->in_driver = false;
}

static void in_driver_thread(void *code)
{
    (void)thread_start(in_driver, code, 8);
    threads_join();
}

static bool in_driver_service(void *code)
{
    in_driver(code);
    return true;
}

static void in_driver_isr(void *code)
{
    static struct interrupt_line line;

    interrupt_line_init(machine, &line, 7, true);
    interrupt_line_connect(machine, &line, in_driver_service, code);
    interrupt_line_set(machine, &line, true);
    machine_point(machine);
}

static void run_dpcs(struct machine *self, struct processor *processor)
{
    (void)self;
    (void)processor;
    in_driver((void *)driver_writes);
}

static void in_driver_dpc(void *argument)
{
    (void)argument;
    machine->hooks.run_dpcs = run_dpcs;
    schedule_dpc_request(machine, &machine->processors[1]);
    machine_stall(machine, DXGH_NS_PER_MS);
}

static bool frames_reach(uintptr_t function)
{
    for (uint32_t i = 0; i < machine->bugcheck.frame_count; i++) {
        if (machine->bugcheck.frames[i] - function < 512) {
            return true;
        }
    }
    return false;
}

static void assert_fault(void (*driver)(void *), uint32_t exception_code, uintptr_t address,
                         bool is_write)
{
    struct machine_bugcheck *bugcheck = &machine->bugcheck;

    assert_int_equal(run_to_bugcheck(in_driver, (void *)driver), CODE_FAULT);
    assert_int_equal(bugcheck->parameters[0], exception_code);
    assert_int_equal(bugcheck->parameters[1], address);
    assert_int_equal(bugcheck->parameters[2], is_write);
    assert_true(bugcheck->frame_count >= 2);
    assert_int_equal(bugcheck->frames[0], bugcheck->parameters[3]);
    assert_true(frames_reach((uintptr_t)driver));
    /* A leaf may have no frame of its own, and then hides its caller. */
    assert_true(frames_reach((uintptr_t)machine_run));
}

static void a_bad_read_becomes_a_bug_check(void **state)
{
    (void)state;
    assert_fault(driver_reads, ACCESS_VIOLATION, 0x1000, false);
}

static void a_bad_write_becomes_a_bug_check(void **state)
{
    (void)state;
    assert_fault(driver_writes, ACCESS_VIOLATION, 0x1000, true);
}

static void an_address_no_processor_has_is_all_ones(void **state)
{
    (void)state;
    assert_fault(driver_reads_noncanonical, ACCESS_VIOLATION, UINTPTR_MAX, false);
}

static void each_kind_of_exception_has_its_code(void **state)
{
    (void)state;
    static const struct {
        void (*driver)(void *);
        uint32_t code;
    } kinds[] = {
        { driver_divides_by_zero, DIVIDE_BY_ZERO },
        { driver_runs_nonsense, ILLEGAL_INSTRUCTION },
        { driver_breaks, BREAKPOINT },
        { driver_reads_behind_a_file, IN_PAGE_ERROR },
    };

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(kinds); i++) {
        (void)setup(NULL);
        assert_int_equal(run_to_bugcheck(in_driver, (void *)kinds[i].driver), CODE_FAULT);
        assert_int_equal(machine->bugcheck.parameters[0], kinds[i].code);
        assert_true(frames_reach((uintptr_t)kinds[i].driver));
        (void)power_off(NULL);
    }
}

static void a_call_to_nowhere_names_the_caller(void **state)
{
    (void)state;
    assert_fault(driver_calls_null, ACCESS_VIOLATION, 0, false);
    assert_true(machine->bugcheck.frames[1] - (uintptr_t)driver_calls_null < CODE_BYTES);
    assert_false(machine->bugcheck.frames[1] - (uintptr_t)in_driver < CODE_BYTES);
}

static void a_fault_on_a_thread_is_caught(void **state)
{
    (void)state;
    assert_int_equal(run_to_bugcheck(in_driver_thread, (void *)driver_writes), CODE_FAULT);
    assert_string_equal(machine->bugcheck.fiber, "thread");
    assert_true(frames_reach((uintptr_t)driver_writes));
}

static void a_fault_in_a_service_routine_is_caught(void **state)
{
    (void)state;
    assert_int_equal(run_to_bugcheck(in_driver_isr, (void *)driver_reads), CODE_FAULT);
    assert_string_equal(machine->bugcheck.fiber, "isr/0.7");
    assert_int_equal(machine->bugcheck.irql, 7);
    assert_true(frames_reach((uintptr_t)driver_reads));
}

static void a_fault_in_a_dpc_is_caught(void **state)
{
    (void)state;
    assert_int_equal(run_to_bugcheck(in_driver_dpc, NULL), CODE_FAULT);
    assert_string_equal(machine->bugcheck.fiber, "dpc/1");
    assert_int_equal(machine->bugcheck.irql, IRQL_DISPATCH);
    assert_int_equal(machine->bugcheck.processor, 1);
}

/* Many machines crash one after another on one host thread; nothing of one reaches the next. */
static void machines_can_crash_a_hundred_times(void **state)
{
    (void)state;
    for (int i = 0; i < 100; i++) {
        (void)setup(NULL);
        assert_int_equal(
            run_to_bugcheck(i % 2 == 0 ? in_driver_thread : in_driver_isr, (void *)driver_writes),
            CODE_FAULT);
        (void)power_off(NULL);
    }
    (void)setup(NULL);

    uintptr_t frames[8];

    /* A backtrace of now, not of the last fault. */
    assert_true(fault_backtrace(machine, frames, 8) > 0);
    assert_true(frames[0] - (uintptr_t)machines_can_crash_a_hundred_times < 4096);
    (void)power_off(NULL);
}

/* What the nt layer does for __except. */

static sigjmp_buf handler;
static sigjmp_buf *handler_in_use;
static uint32_t handler_code;
static uintptr_t handler_address;

static sigjmp_buf *fault_handler(struct machine *self, uint32_t exception_code, uintptr_t address)
{
    (void)self;
    handler_code = exception_code;
    handler_address = address;
    return handler_in_use;
}

static volatile int handled;

static void probe_many_times(void *argument)
{
    (void)argument;
    machine->hooks.fault_handler = fault_handler;
    for (volatile int i = 0; i < 1000; i++) {
        if (sigsetjmp(handler, 0) == 0) {
            handler_in_use = &handler;
            in_driver((void *)(i % 2 == 0 ? driver_writes : driver_divides_by_zero));
        } else {
            handled++;
        }
        handler_in_use = NULL;
        /* A frame with an array, where ASan would find what the jump left behind. */
        char text[64];

        (void)snprintf(text, sizeof(text), "%d", i);
        assert_int_equal(atoi(text), i);
    }
}

static void an_exception_handler_goes_on(void **state)
{
    (void)state;
    handled = 0;
    assert_int_equal(machine_run(machine, probe_many_times, NULL), MACHINE_RETURNED);
    assert_int_equal(handled, 1000);
    assert_int_equal(handler_code, DIVIDE_BY_ZERO);
}

static void probe_on_a_thread(void *argument)
{
    (void)thread_start(probe_many_times, argument, 8);
    threads_join();
}

static void an_exception_handler_goes_on_on_a_thread(void **state)
{
    (void)state;
    handled = 0;
    assert_int_equal(machine_run(machine, probe_on_a_thread, NULL), MACHINE_RETURNED);
    assert_int_equal(handled, 1000);
}

/* Our own bug is not laid at the driver's door: the program dies as it would have without us. */
static void a_fault_outside_any_driver_ends_the_program(void **state)
{
    (void)state;
    int status;
    int pipes[2];
    char text[512] = "";

    assert_int_equal(pipe(pipes), 0);

    pid_t child = fork();

    if (child == 0) {
        (void)dup2(pipes[1], STDERR_FILENO);
        (void)signal(SIGILL, SIG_DFL);
        (void)setup(NULL);
        driver_runs_nonsense(NULL);
        _exit(0);
    }
    (void)close(pipes[1]);
    assert_true(read(pipes[0], text, sizeof(text) - 1) > 0);
    (void)close(pipes[0]);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_non_null(strstr(text, "outside any driver, in fiber main"));
    assert_true((WIFSIGNALED(status) && WTERMSIG(status) == SIGILL) ||
                (WIFEXITED(status) && WEXITSTATUS(status) != 0));
}

static void handlers_go_back_with_the_last_machine(void **state)
{
    (void)state;
    struct sigaction before;
    struct sigaction during;
    struct sigaction after;

    (void)sigaction(SIGSEGV, NULL, &before);
    (void)setup(NULL);
    (void)sigaction(SIGSEGV, NULL, &during);
    (void)power_off(NULL);
    (void)sigaction(SIGSEGV, NULL, &after);
    assert_true(before.sa_sigaction != during.sa_sigaction);
    assert_true(before.sa_sigaction == after.sa_sigaction);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, power_off)
    const struct CMUnitTest tests[] = {
        TEST(a_bad_read_becomes_a_bug_check),
        TEST(a_bad_write_becomes_a_bug_check),
        TEST(an_address_no_processor_has_is_all_ones),
        cmocka_unit_test(each_kind_of_exception_has_its_code),
        TEST(a_call_to_nowhere_names_the_caller),
        TEST(a_fault_on_a_thread_is_caught),
        TEST(a_fault_in_a_service_routine_is_caught),
        TEST(a_fault_in_a_dpc_is_caught),
        cmocka_unit_test(machines_can_crash_a_hundred_times),
        TEST(an_exception_handler_goes_on),
        TEST(an_exception_handler_goes_on_on_a_thread),
        cmocka_unit_test(a_fault_outside_any_driver_ends_the_program),
        cmocka_unit_test(handlers_go_back_with_the_last_machine),
    };
    return cmocka_run_group_tests_name("machine/fault", tests, NULL, NULL);
}
