/* SPDX-License-Identifier: MIT */
/* Escapes that turn the kernel itself: verifier options, gamma, recovery through the scheduler. */
#include "cdd/cdd.h"
#include "dxgk/statistics.h"
#include "nt/registry.h"
#include "tests/lib/client.h"
#include "tests/lib/test.h"

#define DRIVERS_KEY "\\Registry\\Machine\\System\\CurrentControlSet\\Control\\GraphicsDrivers"

static NTSTATUS escape(const struct client *client, D3DKMT_ESCAPETYPE type, void *data,
                       uint32_t size)
{
    D3DKMT_ESCAPE args = { .hAdapter = client->adapter,
                           .Type = type,
                           .pPrivateDriverData = data,
                           .PrivateDriverDataSize = size };

    return D3DKMTEscape(&args);
}

static NTSTATUS adapter_option(const struct client *client, D3DKMT_ADAPTER_VERIFIER_OPTION *args)
{
    return escape(client, D3DKMT_ESCAPE_ADAPTER_VERIFIER_OPTION, args, sizeof(*args));
}

/* What the memory manager does anyway can be set and is remembered; the rest is refused. */
static void adapter_options(struct adapter *adapter, void *argument)
{
    struct client client;
    D3DKMT_ADAPTER_VERIFIER_OPTION args = { .Type = D3DKMT_ADAPTER_VERIFIER_OPTION_VIDMM_FLAGS,
                                            .Mode = D3DKMT_VERIFIER_OPTION_SET };

    (void)adapter;
    (void)argument;
    client_open(&client);
    args.Data.VidMmFlags.NeverDiscardOffer = 1;
    assert_int_equal(adapter_option(&client, &args), STATUS_SUCCESS);
    args.Data.VidMmFlags.FailSharedPrimary = 1;
    assert_int_equal(adapter_option(&client, &args), STATUS_NOT_IMPLEMENTED);
    args.Data.VidMmFlags.FailSharedPrimary = 0;
    args.Data.VidMmFlags.AlwaysDiscardOffer = 1; /* and never: both at once */
    assert_int_equal(adapter_option(&client, &args), STATUS_INVALID_PARAMETER);
    args.Data.VidMmFlags.AlwaysDiscardOffer = 0;
    args.Data.VidMmFlags.Reserved = 1;
    assert_int_equal(adapter_option(&client, &args), STATUS_INVALID_PARAMETER);
    args.Mode = D3DKMT_VERIFIER_OPTION_QUERY;
    args.Data.VidMmFlags.Value = 0;
    assert_int_equal(adapter_option(&client, &args), STATUS_SUCCESS);
    assert_true(args.Data.VidMmFlags.NeverDiscardOffer && !args.Data.VidMmFlags.FailSharedPrimary);
    args.Mode = (D3DKMT_VERIFIER_OPTION_MODE)2;
    assert_int_equal(adapter_option(&client, &args), STATUS_INVALID_PARAMETER);
    args.Type = D3DKMT_ADAPTER_VERIFIER_OPTION_VIDMM_TRIM_INTERVAL;
    assert_int_equal(adapter_option(&client, &args), STATUS_NOT_IMPLEMENTED);
    args.Type = (D3DKMT_ADAPTER_VERIFIER_OPTION_TYPE)1;
    assert_int_equal(adapter_option(&client, &args), STATUS_INVALID_PARAMETER);
    assert_int_equal(
        escape(&client, D3DKMT_ESCAPE_ADAPTER_VERIFIER_OPTION, &args, sizeof(args) - 1),
        STATUS_INVALID_PARAMETER);
    client_close(&client);
}

static void process_options(struct adapter *adapter, void *argument)
{
    struct client client;
    D3DKMT_PROCESS_VERIFIER_OPTION args = { .hProcess = (HANDLE)-1,
                                            .Type = D3DKMT_PROCESS_VERIFIER_OPTION_VIDMM_FLAGS,
                                            .Mode = D3DKMT_VERIFIER_OPTION_SET };

    (void)adapter;
    (void)argument;
    client_open(&client);
    args.Data.VidMmFlags.ForceSynchronousEvict = 1;
    assert_int_equal(escape(&client, D3DKMT_ESCAPE_PROCESS_VERIFIER_OPTION, &args, sizeof(args)),
                     STATUS_SUCCESS);
    args.Mode = D3DKMT_VERIFIER_OPTION_QUERY;
    args.Data.VidMmFlags.Value = 0;
    assert_int_equal(escape(&client, D3DKMT_ESCAPE_PROCESS_VERIFIER_OPTION, &args, sizeof(args)),
                     STATUS_SUCCESS);
    assert_true(args.Data.VidMmFlags.ForceSynchronousEvict);
    args.hProcess = (HANDLE)4;
    assert_int_equal(escape(&client, D3DKMT_ESCAPE_PROCESS_VERIFIER_OPTION, &args, sizeof(args)),
                     STATUS_INVALID_PARAMETER);
    client_close(&client);
}

static void default_gamma(struct adapter *adapter, void *argument)
{
    struct cdd_config config = { .width = 640, .height = 480 };
    D3DKMT_DEVICE_ESCAPE args = { .Type = D3DKMT_DEVICEESCAPE_RESTOREGAMMA };
    struct ddi_statistics before[DDI_COUNT];
    struct ddi_statistics after[DDI_COUNT];
    struct client client;
    struct cdd *cdd;

    (void)argument;
    client_open(&client);
    assert_int_equal(cdd_create(adapter, &config, &cdd), STATUS_SUCCESS);
    dxgk_statistics(dxgk_adapter_machine(adapter), before);
    assert_int_equal(escape(&client, D3DKMT_ESCAPE_DEVICE, &args, sizeof(args)), STATUS_SUCCESS);
    dxgk_statistics(dxgk_adapter_machine(adapter), after);
    assert_int_equal(after[DDI_UpdateActiveVidPnPresentPath].count,
                     before[DDI_UpdateActiveVidPnPresentPath].count + 1);
    client_close(&client);
    cdd_destroy(cdd);
}

/* A timeout asked for through the scheduler is the one of D3DKMT_ESCAPE_TDRDBGCTRL. */
static void timeout(struct adapter *adapter, void *argument)
{
    bool allowed = argument != NULL;
    D3DKMT_VIDSCH_ESCAPE args = { .Type = D3DKMT_VIDSCHESCAPETYPE_TDRCONTROL };
    D3DKMT_GETDEVICESTATE state = { .StateType = D3DKMT_DEVICESTATE_EXECUTION };
    struct client client;

    (void)adapter;
    client_open_context(&client);
    args.TdrControl2.TdrControl = D3DKMT_TDRDBGCTRLTYPE_FORCETDR;
    assert_int_equal(escape(&client, D3DKMT_ESCAPE_VIDSCH, &args, sizeof(args)),
                     allowed ? STATUS_SUCCESS : STATUS_ACCESS_DENIED);
    state.hDevice = client.device;
    assert_int_equal(D3DKMTGetDeviceState(&state), STATUS_SUCCESS);
    assert_int_equal(state.ExecutionState == D3DKMT_DEVICEEXECUTION_ACTIVE, !allowed);
    args.TdrControl2.TdrControl = D3DKMT_TDRDBGCTRLTYPE_ENGINETDR;
    args.TdrControl2.NodeOrdinal = 99;
    assert_int_equal(escape(&client, D3DKMT_ESCAPE_VIDSCH, &args, sizeof(args)),
                     allowed ? STATUS_INVALID_PARAMETER : STATUS_ACCESS_DENIED);
    client_close(&client);
}

static void allow_tests(struct machine *machine)
{
    nt_registry_set_dword(machine, DRIVERS_KEY, "TdrTestMode", 1);
}

static void run_with(const struct stack_config *config,
                     void (*body)(struct adapter *adapter, void *argument), void *argument)
{
    struct stack stack;

    stack_run(&stack, config, body, argument);
    if (stack.outcome != STACK_RAN || verify_breach_count(stack.session.machine) > 0) {
        stack_print_breaches(&stack);
    }
    assert_int_equal(stack.outcome, STACK_RAN);
    assert_int_equal(verify_breach_count(stack.session.machine), 0);
    stack_close(&stack);
}

static const struct stack_config plain = { .driver = DXGH_TEST_DRIVER };

static void adapter_options_are_what_the_kernel_can_do(void **state)
{
    struct stack_config config = { .driver = DXGH_TEST_DRIVER, .before = allow_tests };

    (void)state;
    run_with(&config, adapter_options, NULL);
}

static void process_options_are_of_the_caller(void **state)
{
    (void)state;
    run_with(&plain, process_options, NULL);
}

static void gamma_is_restored_on_what_is_shown(void **state)
{
    (void)state;
    run_with(&plain, default_gamma, NULL);
}

static void timeout_through_the_scheduler_needs_test_mode(void **state)
{
    struct stack_config config = { .driver = DXGH_TEST_DRIVER, .before = allow_tests };

    (void)state;
    run_with(&plain, timeout, NULL);
    run_with(&config, timeout, &config);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(adapter_options_are_what_the_kernel_can_do),
        cmocka_unit_test(process_options_are_of_the_caller),
        cmocka_unit_test(gamma_is_restored_on_what_is_shown),
        cmocka_unit_test(timeout_through_the_scheduler_needs_test_mode),
    };
    return cmocka_run_group_tests_name("scenario/escape_verifier", tests, NULL, NULL);
}
