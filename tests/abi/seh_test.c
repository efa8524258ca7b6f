/* SPDX-License-Identifier: MIT */
/* Exception guards of include/wdk/inline/excpt.h over the smallest host there can be. */
#include "tests/lib/test.h"

#include <ntddk.h>

static DXGH_SEH_FRAME *chain;

void NTAPI DxghSehPush(DXGH_SEH_FRAME *Frame)
{
    Frame->Previous = chain;
    chain = Frame;
}

void NTAPI DxghSehPop(DXGH_SEH_FRAME *Frame)
{
    for (DXGH_SEH_FRAME *linked = chain; linked; linked = linked->Previous) {
        if (linked == Frame) {
            chain = Frame->Previous;
            return;
        }
    }
}

void jump(void *buffer, int value) __asm__("siglongjmp") __attribute__((noreturn));

void NTAPI ExRaiseStatus(NTSTATUS Status)
{
    assert_non_null(chain);
    chain->Code = (unsigned int)Status;
    jump(chain->JumpBuffer, 1);
}

static NTSTATUS return_from_guard(int raise)
{
    __try {
        if (raise) {
            ExRaiseStatus(STATUS_ACCESS_VIOLATION);
        }
        return STATUS_SUCCESS;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return GetExceptionCode();
    }
    return STATUS_UNSUCCESSFUL;
}

static void guard_returns_and_leaves_the_chain_clean(void **state)
{
    (void)state;
    assert_int_equal(return_from_guard(0), STATUS_SUCCESS);
    assert_null(chain);
    assert_int_equal(return_from_guard(1), STATUS_ACCESS_VIOLATION);
    assert_null(chain);
}

static void handler_runs_once_and_only_for_an_exception(void **state)
{
    (void)state;
    volatile int body = 0, handler = 0;

    __try {
        body++;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        handler++;
    }
    assert_int_equal(body * 10 + handler, 10);
    assert_null(chain);
    __try {
        body++;
        ExRaiseStatus(STATUS_INVALID_PARAMETER);
        body += 100;
    } __except (GetExceptionCode() == STATUS_INVALID_PARAMETER ? EXCEPTION_EXECUTE_HANDLER
                                                               : EXCEPTION_CONTINUE_SEARCH) {
        handler++;
    }
    assert_int_equal(body * 10 + handler, 21);
    assert_null(chain);
}

static void declined_exception_goes_to_the_outer_guard(void **state)
{
    (void)state;
    volatile int inner = 0, outer = 0;

    __try {
        __try {
            ExRaiseStatus(STATUS_NO_MEMORY);
        } __except (EXCEPTION_CONTINUE_SEARCH) {
            inner++;
        }
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        outer = GetExceptionCode() == STATUS_NO_MEMORY;
    }
    assert_int_equal(inner, 0);
    assert_int_equal(outer, 1);
    assert_null(chain);
}

static void exception_in_a_handler_goes_to_the_outer_guard(void **state)
{
    (void)state;
    volatile NTSTATUS seen = 0;

    __try {
        __try {
            ExRaiseStatus(STATUS_NO_MEMORY);
        } __except (EXCEPTION_EXECUTE_HANDLER) {
            ExRaiseStatus(STATUS_IN_PAGE_ERROR);
        }
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        seen = GetExceptionCode();
    }
    assert_int_equal(seen, STATUS_IN_PAGE_ERROR);
    assert_null(chain);
}

static void finally_runs_on_both_ends(void **state)
{
    (void)state;
    volatile int finals = 0, abnormal = 0, caught = 0;

    __try {
        caught += 0;
    } __finally {
        finals++;
        abnormal += AbnormalTermination();
    }
    assert_int_equal(finals, 1);
    assert_int_equal(abnormal, 0);
    __try {
        __try {
            ExRaiseStatus(STATUS_NO_MEMORY);
        } __finally {
            finals++;
            abnormal += AbnormalTermination();
        }
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        caught = GetExceptionCode() == STATUS_NO_MEMORY;
    }
    assert_int_equal(finals, 2);
    assert_int_equal(abnormal, 1);
    assert_int_equal(caught, 1);
    assert_null(chain);
}

static void leave_ends_the_guarded_block(void **state)
{
    (void)state;
    volatile int after = 0, finals = 0, handled = 0;

    __try {
        if (!after) {
            __leave;
        }
        after = 1;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        handled = 1;
    }
    assert_int_equal(after + handled, 0);
    assert_null(chain);
    for (volatile int turn = 0; turn < 3; turn++) {
        __try {
            finals++;
        } __finally {
            finals++;
        }
    }
    assert_int_equal(finals, 6);
}

static int goto_out_of_a_guard(void)
{
    volatile int before = 0;

    __try {
        before = 1;
        goto out;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        before = 2;
    }
    before = 3;
out:
    return before;
}

static void goto_leaves_the_chain_clean(void **state)
{
    (void)state;
    assert_int_equal(goto_out_of_a_guard(), 1);
    assert_null(chain);
}

/* A fault below a guarded call unwinds the guards of the functions it skips. */
static void raise_below_another_guard(void)
{
    __try {
        ExRaiseStatus(STATUS_DEVICE_BUSY);
    } __except (GetExceptionCode() == STATUS_NO_MEMORY) {
        fail_msg("the filter declined");
    }
}

static void exception_crosses_functions(void **state)
{
    (void)state;
    volatile NTSTATUS seen = 0;

    for (volatile int turn = 0; turn < 2; turn++) {
        __try {
            raise_below_another_guard();
        } __except (EXCEPTION_EXECUTE_HANDLER) {
            seen = GetExceptionCode();
        }
        assert_int_equal(seen, STATUS_DEVICE_BUSY);
        assert_null(chain);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(guard_returns_and_leaves_the_chain_clean),
        cmocka_unit_test(handler_runs_once_and_only_for_an_exception),
        cmocka_unit_test(declined_exception_goes_to_the_outer_guard),
        cmocka_unit_test(exception_in_a_handler_goes_to_the_outer_guard),
        cmocka_unit_test(finally_runs_on_both_ends),
        cmocka_unit_test(leave_ends_the_guarded_block),
        cmocka_unit_test(goto_leaves_the_chain_clean),
        cmocka_unit_test(exception_crosses_functions),
    };
    return cmocka_run_group_tests_name("abi/seh", tests, NULL, NULL);
}
