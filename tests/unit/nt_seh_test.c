/* SPDX-License-Identifier: MIT */
#include "tests/unit/nt_fixture.h"

#include "nt/fault.h"
#include "nt/image.h"
#include "nt/pool.h"
#include "nt/seh.h"
#include "nt/user.h"

#include <sys/mman.h>

static volatile int *bad_pointer;
static volatile int sink;

static void a_raised_status_reaches_its_handler(void **state)
{
    (void)state;
    volatile NTSTATUS code = 0;
    volatile int steps = 0;

    __try {
        steps = 1;
        ExRaiseStatus(STATUS_DEVICE_BUSY);
        steps = 2;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        code = GetExceptionCode();
    }
    assert_int_equal(steps, 1);
    assert_int_equal((uint32_t)code, (uint32_t)STATUS_DEVICE_BUSY);
    assert_null(*nt_seh_slot(test_machine));
}

static void the_innermost_guard_gets_it_and_may_pass_it_on(void **state)
{
    (void)state;
    volatile int inner = 0;
    volatile int outer = 0;

    __try {
        __try {
            ExRaiseAccessViolation();
        } __except (GetExceptionCode() == STATUS_DEVICE_BUSY) {
            inner++;
        }
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        outer++;
    }
    assert_int_equal(inner, 0);
    assert_int_equal(outer, 1);
}

static int leave_early(void)
{
    __try {
        return 5;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return 6;
    }
    return 7;
}

static void a_return_out_of_a_guard_unlinks_it(void **state)
{
    (void)state;
    assert_int_equal(leave_early(), 5);
    assert_null(*nt_seh_slot(test_machine));
}

static void fault_on_user_memory(void *argument)
{
    (void)argument;
    volatile NTSTATUS code = 0;
    char *user = nt_user_alloc(test_machine, 8192);

    assert_non_null(user);
    assert_int_equal(user[8191], 0);
    assert_true(nt_user_protect(test_machine, user + 4096, 4096, NT_USER_NONE));
    user[4095] = 1;
    as_driver(true);
    __try {
        sink = *(volatile char *)(user + 4096);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        code = GetExceptionCode();
    }
    as_driver(false);
    assert_int_equal((uint32_t)code, (uint32_t)STATUS_ACCESS_VIOLATION);
    nt_user_free(test_machine, user);
}

static void a_fault_on_user_memory_is_caught(void **state)
{
    (void)state;
    assert_int_equal(machine_run(test_machine, fault_on_user_memory, NULL), MACHINE_RETURNED);
}

static void fault_at_dispatch(void *argument)
{
    KIRQL old;

    (void)argument;
    as_driver(true);
    KeRaiseIrql(DISPATCH_LEVEL, &old);
    __try {
        sink = *bad_pointer;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        sink = 0;
    }
}

static void a_guard_does_not_help_at_dispatch_level(void **state)
{
    (void)state;
    bad_pointer = (volatile int *)0x28;
    assert_bugcheck(fault_at_dispatch, DRIVER_IRQL_NOT_LESS_OR_EQUAL);
    assert_int_equal(test_machine->bugcheck.parameters[0], 0x28);
    assert_int_equal(test_machine->bugcheck.parameters[1], DISPATCH_LEVEL);
    assert_int_equal(test_machine->bugcheck.parameters[2], 0);
    assert_non_null(strstr(test_machine->bugcheck.text, "NULL pointer, member at offset 0x28"));
}

static void fault_unguarded(void *argument)
{
    (void)argument;
    as_driver(true);
    *bad_pointer = 1;
}

static void a_null_write_without_a_guard_names_the_member(void **state)
{
    (void)state;
    bad_pointer = (volatile int *)0x18;
    assert_bugcheck(fault_unguarded, KMODE_EXCEPTION_NOT_HANDLED);
    assert_int_equal((uint32_t)test_machine->bugcheck.parameters[0],
                     (uint32_t)STATUS_ACCESS_VIOLATION);
    assert_int_equal(test_machine->bugcheck.parameters[2], 1);
    assert_int_equal(test_machine->bugcheck.parameters[3], 0x18);
    assert_non_null(strstr(test_machine->bugcheck.text, "member at offset 0x18"));
    assert_true(test_machine->bugcheck.frame_count > 0);
}

static void fault_guarded(void *argument)
{
    (void)argument;
    as_driver(true);
    __try {
        sink = *bad_pointer;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        sink = 0;
    }
}

/* A guard never catches a bad system address. */
static void a_bad_kernel_address_stops_the_machine_inside_a_guard(void **state)
{
    (void)state;
    char *block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 8192, 0x6F6D6544);

    assert_int_equal(mprotect(block, 4096, PROT_NONE), 0);
    bad_pointer = (volatile int *)(void *)(block + 16);
    assert_bugcheck(fault_guarded, PAGE_FAULT_IN_NONPAGED_AREA);
    assert_int_equal(mprotect(block, 4096, PROT_READ | PROT_WRITE), 0);
    assert_int_equal(test_machine->bugcheck.parameters[0], (uintptr_t)block + 16);
    assert_non_null(strstr(test_machine->bugcheck.text, "offset 16 of a live pool block"));
}

static void raise_unguarded(void *argument)
{
    (void)argument;
    as_driver(true);
    ExRaiseStatus(STATUS_DEVICE_BUSY);
}

static void a_raise_without_a_guard_stops_the_machine(void **state)
{
    (void)state;
    assert_bugcheck(raise_unguarded, KMODE_EXCEPTION_NOT_HANDLED);
    assert_int_equal((uint32_t)test_machine->bugcheck.parameters[0], (uint32_t)STATUS_DEVICE_BUSY);
}

static void NTAPI thread_that_raises(PVOID context)
{
    (void)context;
    ExRaiseStatus(STATUS_DEVICE_BUSY);
}

static void raise_on_a_system_thread(void *argument)
{
    HANDLE handle;

    (void)argument;
    as_driver(true);
    PsCreateSystemThread(&handle, 0, NULL, NULL, NULL, thread_that_raises, NULL);
    sleep_ms(1);
}

static void a_system_thread_has_a_bug_check_of_its_own(void **state)
{
    (void)state;
    assert_bugcheck(raise_on_a_system_thread, SYSTEM_THREAD_EXCEPTION_NOT_HANDLED);
}

static volatile bool go_deeper = true;

static __attribute__((noinline)) int recurse(volatile char *previous)
{
    volatile char frame[1024];

    frame[0] = previous == NULL ? 1 : previous[0];
    return go_deeper ? recurse(frame) + frame[0] : 0;
}

static void NTAPI thread_that_recurses(PVOID context)
{
    sink = recurse(context);
}

static void overflow_a_stack(void *argument)
{
    HANDLE handle;

    (void)argument;
    as_driver(true);
    PsCreateSystemThread(&handle, 0, NULL, NULL, NULL, thread_that_recurses, NULL);
    sleep_ms(1);
}

static void a_stack_overflow_is_a_double_fault(void **state)
{
    (void)state;
    assert_bugcheck(overflow_a_stack, UNEXPECTED_KERNEL_MODE_TRAP);
    assert_int_equal(test_machine->bugcheck.parameters[0], 8);
}

static uint32_t code_of_probe(volatile void *address, SIZE_T length, ULONG alignment, bool write)
{
    volatile uint32_t code = 0;

    __try {
        if (write) {
            ProbeForWrite(address, length, alignment);
        } else {
            ProbeForRead(address, length, alignment);
        }
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        code = (uint32_t)GetExceptionCode();
    }
    return code;
}

static void probe(void *argument)
{
    (void)argument;
    char *user = nt_user_alloc(test_machine, 4096);
    void *pool = ExAllocatePool2(POOL_FLAG_NON_PAGED, 64, 0x6F6D6544);

    assert_int_equal(code_of_probe(user, 4096, 4, false), 0);
    assert_int_equal(code_of_probe(user, 4096, 4, true), 0);
    assert_int_equal(code_of_probe(user + 1, 8, 4, false), (uint32_t)STATUS_DATATYPE_MISALIGNMENT);
    assert_int_equal(code_of_probe(pool, 64, 1, false), (uint32_t)STATUS_ACCESS_VIOLATION);
    assert_int_equal(code_of_probe(pool, 0, 1, false), 0);
    assert_int_equal(code_of_probe((void *)(uintptr_t)0xFFFF800000000000, 4, 1, false),
                     (uint32_t)STATUS_ACCESS_VIOLATION);
    assert_int_equal(code_of_probe(user, SIZE_MAX, 1, false), (uint32_t)STATUS_ACCESS_VIOLATION);
    assert_true(nt_user_protect(test_machine, user, 4096, NT_USER_READ));
    assert_int_equal(code_of_probe(user, 4096, 4, false), 0);
    assert_int_equal(code_of_probe(user, 4096, 4, true), (uint32_t)STATUS_ACCESS_VIOLATION);
    ExFreePool(pool);
    nt_user_free(test_machine, user);
}

static void probes_check_range_alignment_and_access(void **state)
{
    (void)state;
    assert_int_equal(machine_run(test_machine, probe, NULL), MACHINE_RETURNED);
}

static void NTAPI dpc_with_guard(PKDPC dpc, PVOID context, PVOID argument1, PVOID argument2)
{
    volatile NTSTATUS *code = context;

    (void)dpc;
    (void)argument1;
    (void)argument2;
    __try {
        ExRaiseStatus(STATUS_DEVICE_BUSY);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        *code = GetExceptionCode();
    }
}

/* A DPC that interrupts a guarded thread has a chain of its own. */
static void an_interrupt_does_not_disturb_a_guard(void **state)
{
    (void)state;
    volatile NTSTATUS dpc_code = 0;
    volatile NTSTATUS own_code = 0;
    static KDPC dpc;

    KeInitializeDpc(&dpc, dpc_with_guard, (PVOID)(uintptr_t)&dpc_code);
    __try {
        KeInsertQueueDpc(&dpc, NULL, NULL);
        KeFlushQueuedDpcs();
        ExRaiseStatus(STATUS_NO_MEMORY);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        own_code = GetExceptionCode();
    }
    assert_int_equal((uint32_t)dpc_code, (uint32_t)STATUS_DEVICE_BUSY);
    assert_int_equal((uint32_t)own_code, (uint32_t)STATUS_NO_MEMORY);
}

static void bug_check_from_driver(void *argument)
{
    (void)argument;
    as_driver(true);
    KeBugCheckEx(0x119, 1, 2, 3, 4);
}

static void a_driver_can_stop_the_machine_itself(void **state)
{
    (void)state;
    assert_bugcheck(bug_check_from_driver, 0x119);
    assert_int_equal(test_machine->bugcheck.parameters[3], 4);
    assert_non_null(strstr(test_machine->bugcheck.text, "VIDEO_SCHEDULER_INTERNAL_ERROR"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        NT_TEST(a_raised_status_reaches_its_handler),
        NT_TEST(the_innermost_guard_gets_it_and_may_pass_it_on),
        NT_TEST(a_return_out_of_a_guard_unlinks_it),
        NT_TEST(a_fault_on_user_memory_is_caught),
        NT_TEST(a_guard_does_not_help_at_dispatch_level),
        NT_TEST(a_null_write_without_a_guard_names_the_member),
        NT_TEST(a_bad_kernel_address_stops_the_machine_inside_a_guard),
        NT_TEST(a_raise_without_a_guard_stops_the_machine),
        NT_TEST(a_system_thread_has_a_bug_check_of_its_own),
        NT_TEST(a_stack_overflow_is_a_double_fault),
        NT_TEST(probes_check_range_alignment_and_access),
        NT_TEST(an_interrupt_does_not_disturb_a_guard),
        NT_TEST(a_driver_can_stop_the_machine_itself),
    };
    return cmocka_run_group_tests_name("nt/seh", tests, NULL, NULL);
}
