/* SPDX-License-Identifier: MIT */
/* Waiting for the screen, and what belongs to who owns it. */
#include "cdd/cdd.h"
#include "machine/schedule.h"
#include "object/process.h"
#include "tests/lib/client.h"
#include "tests/lib/test.h"

#define FRAME_NS UINT64_C(16666667)
#define SLACK_NS (20 * DXGH_NS_PER_US)

static NTSTATUS wait_blank(const struct client *client)
{
    return D3DKMTWaitForVerticalBlankEvent(
        &(D3DKMT_WAITFORVERTICALBLANKEVENT){ .hAdapter = client->adapter });
}

static NTSTATUS wait_blank_2(const struct client *client)
{
    return D3DKMTWaitForVerticalBlankEvent2(
        &(D3DKMT_WAITFORVERTICALBLANKEVENT2){ .hAdapter = client->adapter });
}

static NTSTATUS scan_line(const struct client *client)
{
    D3DKMT_GETSCANLINE args = { .hAdapter = client->adapter };

    return D3DKMTGetScanLine(&args);
}

/* From one blank to the next, and not to the next look of a poll. */
static void blanks(struct adapter *adapter, void *argument)
{
    static NTSTATUS (*const waits[])(const struct client *) = { wait_blank, wait_blank_2 };
    const struct machine *machine = dxgk_adapter_machine(adapter);
    struct cdd_config config = { .width = 640, .height = 480 };
    struct client client;
    struct cdd *cdd;

    (void)argument;
    client_open(&client);
    assert_int_equal(scan_line(&client), STATUS_INVALID_PARAMETER); /* of nothing */
    assert_int_equal(cdd_create(adapter, &config, &cdd), STATUS_SUCCESS);
    assert_int_equal(scan_line(&client), STATUS_SUCCESS);
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(waits); i++) {
        assert_int_equal(waits[i](&client), STATUS_SUCCESS);
        for (uint32_t frame = 0; frame < 3; frame++) {
            uint64_t before_ns = machine->clock.now_ns;
            uint64_t taken_ns;

            assert_int_equal(waits[i](&client), STATUS_SUCCESS);
            taken_ns = machine->clock.now_ns - before_ns;
            assert_true(taken_ns > FRAME_NS - SLACK_NS && taken_ns < FRAME_NS + SLACK_NS);
        }
    }
    cdd_destroy(cdd);
    assert_int_equal(scan_line(&client), STATUS_INVALID_PARAMETER);
    assert_int_equal(wait_blank(&client), STATUS_GRAPHICS_PRESENT_MODE_CHANGED);
    client_close(&client);
}

static void wait_for_a_blank_ends_at_the_blank(void **state)
{
    (void)state;
    stack_run_seeded(DXGH_TEST_DRIVER, 0, blanks);
}

static NTSTATUS set_gamma(const struct client *client)
{
    D3DDDI_GAMMA_RAMP_RGB256x3x16 ramp = { 0 };
    D3DKMT_SETGAMMARAMP args = { .hDevice = client->device,
                                 .Type = D3DDDI_GAMMARAMP_RGB256x3x16,
                                 .pGammaRampRgb256x3x16 = &ramp,
                                 .Size = sizeof(ramp) };

    return D3DKMTSetGammaRamp(&args);
}

static void ramps(struct adapter *adapter, void *argument)
{
    struct machine *machine = dxgk_adapter_machine(adapter);
    struct process *first = process_current(machine);
    struct cdd_config config = { .width = 640, .height = 480 };
    struct process *second;
    struct client owner;
    struct client other;
    struct cdd *cdd;
    NTSTATUS before;

    (void)argument;
    assert_int_equal(cdd_create(adapter, &config, &cdd), STATUS_SUCCESS);
    client_open_context(&owner);
    second = client_process(machine, "other", 8);
    client_open_context(&other);
    before = set_gamma(&other); /* what the driver says to it */
    assert_int_not_equal(before, STATUS_INVALID_PARAMETER);
    process_attach(machine, first);
    client_own_source(&owner);
    assert_int_equal(set_gamma(&owner), before);
    process_attach(machine, second);
    assert_int_equal(set_gamma(&other), STATUS_INVALID_PARAMETER);
    client_close(&other);
    process_attach(machine, first);
    process_destroy(second);
    client_close(&owner);
    cdd_destroy(cdd);
}

static void gamma_belongs_to_the_owner_of_the_source(void **state)
{
    (void)state;
    stack_run_good(DXGH_TEST_DRIVER, ramps);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wait_for_a_blank_ends_at_the_blank),
        cmocka_unit_test(gamma_belongs_to_the_owner_of_the_source),
    };
    return cmocka_run_group_tests_name("scenario/kmt_display", tests, NULL, NULL);
}
