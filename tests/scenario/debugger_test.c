/* SPDX-License-Identifier: MIT */
/* Breaks into a debugger: this program plays the debugger of a child that runs the machine. */
#include "cli/gpu_client.h"
#include "devices/softgpu/softgpu_device.h"
#include "dxgk/tdr.h"
#include "nt/registry.h"
#include "tests/lib/stack.h"
#include "tests/lib/test.h"

#include <signal.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

static struct stack stack;

static void break_before_recovery(struct machine *machine)
{
    nt_registry_set_dword(machine, TDR_REGISTRY_KEY, "TdrDebugMode", TIMEOUT_DEBUG_BREAK);
}

static void hang_once(struct adapter *adapter, void *argument)
{
    struct gpu_client client;

    (void)argument;
    assert_int_equal(gpu_client_open(&client, adapter, "client", 400, 0, 0), STATUS_SUCCESS);
    assert_true(softgpu_test_control(stack.session.board->device, SOFTGPU_CONTROL_HANG, 0, 1));
    assert_int_equal(gpu_client_fill(&client, 1), STATUS_SUCCESS);
    assert_int_equal(gpu_client_wait(&client), STATUS_DEVICE_REMOVED);
    assert_int_equal(dxgk_device_state(client.device), DEVICE_HUNG);
    gpu_client_close(&client);
}

/* Returns: how often something was asked for that does not exist. */
static int run_machine(void)
{
    struct stack_config config = { .driver = DXGH_TEST_DRIVER, .before = break_before_recovery };
    bool missing;

    stack_run(&stack, &config, hang_once, NULL);
    assert_int_equal(stack.outcome, STACK_RAN);
    missing = !list_is_empty(verify_unimplemented_list(stack.session.machine));
    stack_close(&stack);
    return missing;
}

static void without_a_debugger_recovery_goes_on_and_says_so(void **state)
{
    (void)state;
    assert_int_equal(run_machine(), 1);
}

static void debugger_gets_one_break_before_recovery(void **state)
{
    uint32_t breaks = 0;
    int status;
    pid_t child = fork();

    (void)state;
    assert_true(child >= 0);
    if (child == 0) {
        if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) != 0) {
            _exit(99);
        }
        _exit(run_machine());
    }
    while (waitpid(child, &status, 0) == child && WIFSTOPPED(status)) {
        int signal_number = WSTOPSIG(status);

        breaks += signal_number == SIGTRAP;
        assert_int_equal(
            ptrace(PTRACE_CONT, child, NULL, signal_number == SIGTRAP ? 0L : (long)signal_number),
            0);
    }
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
    assert_int_equal(breaks, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_a_debugger_recovery_goes_on_and_says_so),
        cmocka_unit_test(debugger_gets_one_break_before_recovery),
    };
    return cmocka_run_group_tests_name("scenario/debugger", tests, NULL, NULL);
}
