/* SPDX-License-Identifier: MIT */
/*
 * Setting and clearing a mode on the real driver and board: the order of the DDIs, the picture, and
 * drivers that break one rule of it. A mutant is the real driver with one DDI replaced.
 */
#include "display/loan.h"
#include "display/vidpn.h"
#include "dxgk/display_path.h"
#include "dxgk/display_private.h"
#include "machine/schedule.h"
#include "object/process.h"
#include "tests/lib/stack.h"
#include "tests/lib/test.h"
#include "trace/trace.h"

#define VSYNC_NS UINT64_C(17000000)

/* The client of a test: one device with one primary. */
struct client {
    struct adapter *adapter;
    struct device *device;
    struct allocation *primary;
};

static NTSTATUS make_primary(struct client *client, uint32_t width, uint32_t height,
                             struct allocation **primary)
{
    struct surface_request request = { .type = D3DKMDT_STANDARDALLOCATION_SHAREDPRIMARYSURFACE,
                                       .width = width,
                                       .height = height,
                                       .format = D3DDDIFMT_A8R8G8B8,
                                       .refresh_rate = { 60, 1 } };

    return dxgk_surface_create(client->device, &request, primary);
}

static void client_open(struct client *client, struct adapter *adapter, uint32_t width,
                        uint32_t height)
{
    client->adapter = adapter;
    assert_int_equal(
        dxgk_device_create(adapter, process_current(adapter->machine), true, &client->device),
        STATUS_SUCCESS);
    assert_int_equal(make_primary(client, width, height, &client->primary), STATUS_SUCCESS);
}

static void client_close(struct client *client)
{
    dxgk_allocation_destroy(client->primary);
    dxgk_device_destroy(client->device);
}

/* Whether the DDIs entered from `first` on are these, but for interrupts, DPCs and memory. */
static void assert_ddis(const struct machine *machine, uint64_t first, const enum ddi *expected,
                        size_t count)
{
    size_t next = 0;

    for (uint64_t sequence = first; sequence < trace_count(machine); sequence++) {
        const struct trace_record *record = trace_record_at(machine, sequence);
        enum ddi ddi = (enum ddi)record->arguments[0];

        if (record->event != TRACE_DDI_ENTER || ddi == DDI_InterruptRoutine ||
            ddi == DDI_DpcRoutine || ddi == DDI_BuildPagingBuffer || ddi == DDI_SubmitCommand ||
            ddi == DDI_Patch) {
            continue;
        }
        if (next == count || ddi != expected[next]) {
            fail_msg("DDI %zu is %s, expected %s", next, ddi_info(ddi)->name,
                     next < count ? ddi_info(expected[next])->name : "none");
        }
        next++;
    }
    assert_int_equal(next, count);
}

static bool scans_out(struct machine *machine, struct dxghost_scanout *scanout)
{
    const struct device_host *board =
        LIST_ENTRY_OF(machine->devices.next, struct device_host, link);

    return board->ops->scanout(board->device, 0, scanout);
}

static void set_and_clear(struct adapter *adapter, void *argument)
{
    static const enum ddi set[] = {
        DDI_IsSupportedVidPn,        DDI_EnumVidPnCofuncModality,  DDI_EnumVidPnCofuncModality,
        DDI_EnumVidPnCofuncModality, DDI_IsSupportedVidPn,         DDI_CommitVidPn,
        DDI_SetVidPnSourceAddress,   DDI_SetVidPnSourceVisibility, DDI_ControlInterrupt,
    };
    static const enum ddi clear[] = { DDI_SetVidPnSourceVisibility, DDI_CommitVidPn };
    struct machine *machine = adapter->machine;
    struct dxghost_scanout scanout;
    struct client client;
    void *pixels;
    uint64_t first;

    (void)argument;
    client_open(&client, adapter, 1024, 768);
    first = trace_count(machine);
    assert_int_equal(dxgk_mode_set(adapter, client.primary), STATUS_SUCCESS);
    assert_ddis(machine, first, set, DXGH_ARRAY_SIZE(set));
    assert_true(scans_out(machine, &scanout));
    assert_int_equal(scanout.width, 1024);
    assert_int_equal(scanout.height, 768);
    assert_int_equal(dxgk_allocation_lock(client.primary, &pixels), STATUS_SUCCESS);
    assert_ptr_equal(scanout.pixels, pixels);
    dxgk_allocation_unlock(client.primary);

    const struct display_path *path = adapter->display;
    const struct display_source *source = &path->display->sources[0];

    assert_true(source->committed && source->visible);
    assert_int_equal(source->mode.Format.Graphics.PixelFormat, D3DDDIFMT_A8R8G8B8);
    schedule_sleep_until(machine, machine->clock.now_ns + 3 * VSYNC_NS);
    assert_true(source->vsyncs >= 2);
    assert_int_equal(source->vsync_address, source->address);
    first = trace_count(machine);
    assert_int_equal(dxgk_mode_clear(adapter), STATUS_SUCCESS);
    assert_ddis(machine, first, clear, DXGH_ARRAY_SIZE(clear));
    assert_false(source->committed);
    assert_false(scans_out(machine, &scanout));
    assert_int_equal(dxgk_mode_clear(adapter), STATUS_SUCCESS);
    client_close(&client);
}

static void run_cleanly(const char *driver, void (*body)(struct adapter *adapter, void *argument),
                        void *argument)
{
    struct stack_config config = { .driver = driver };
    struct stack stack;

    stack_run(&stack, &config, body, argument);
    if (stack.outcome != STACK_RAN || verify_breach_count(stack.session.machine) > 0) {
        stack_print_breaches(&stack);
    }
    assert_int_equal(stack.outcome, STACK_RAN);
    assert_int_equal(verify_breach_count(stack.session.machine), 0);
    stack_close(&stack);
}

static void a_mode_is_set_and_cleared_in_the_order_of_windows(void **state)
{
    (void)state;
    run_cleanly(DXGH_TEST_DRIVER, set_and_clear, NULL);
}

static void a_mode_is_set_and_cleared_in_windows_mode(void **state)
{
    (void)state;
    run_cleanly(DXGH_TEST_DRIVER_WINDOWS, set_and_clear, NULL);
}

static void switch_modes(struct adapter *adapter, void *argument)
{
    static const uint32_t sizes[][2] = {
        { 640, 480 }, { 1280, 720 }, { 800, 600 }, { 1920, 1080 }, { 1024, 768 }
    };
    struct dxghost_scanout scanout;
    struct client client;
    struct allocation *next;

    (void)argument;
    client_open(&client, adapter, 640, 480);
    assert_int_equal(dxgk_mode_set(adapter, client.primary), STATUS_SUCCESS);
    for (size_t i = 1; i < DXGH_ARRAY_SIZE(sizes); i++) {
        uint64_t first;

        assert_int_equal(make_primary(&client, sizes[i][0], sizes[i][1], &next), STATUS_SUCCESS);
        first = trace_count(adapter->machine);
        assert_int_equal(dxgk_mode_set(adapter, next), STATUS_SUCCESS);
        if (i == 1) { /* the old picture is hidden before the new network is committed */
            static const enum ddi expected[] = {
                DDI_IsSupportedVidPn,
                DDI_EnumVidPnCofuncModality,
                DDI_EnumVidPnCofuncModality,
                DDI_EnumVidPnCofuncModality,
                DDI_IsSupportedVidPn,
                DDI_SetVidPnSourceVisibility,
                DDI_CommitVidPn,
                DDI_SetVidPnSourceAddress,
                DDI_SetVidPnSourceVisibility,
            };

            assert_ddis(adapter->machine, first, expected, DXGH_ARRAY_SIZE(expected));
        }
        dxgk_allocation_destroy(client.primary);
        client.primary = next;
        assert_true(scans_out(adapter->machine, &scanout));
        assert_int_equal(scanout.width, sizes[i][0]);
        assert_int_equal(scanout.height, sizes[i][1]);
    }
    assert_int_equal(dxgk_mode_clear(adapter), STATUS_SUCCESS);
    client_close(&client);
}

static void one_mode_follows_another(void **state)
{
    (void)state;
    run_cleanly(DXGH_TEST_DRIVER, switch_modes, NULL);
}

static void ask_for_an_odd_size(struct adapter *adapter, void *argument)
{
    struct client client;
    struct allocation *odd;

    (void)argument;
    client_open(&client, adapter, 640, 480);
    assert_int_equal(make_primary(&client, 1000, 700, &odd), STATUS_SUCCESS);
    assert_int_equal(dxgk_mode_set(adapter, odd), STATUS_GRAPHICS_INVALID_VIDPN_TOPOLOGY);
    assert_int_equal(dxgk_mode_set(adapter, client.primary), STATUS_SUCCESS);
    assert_int_equal(dxgk_mode_set(adapter, odd), STATUS_GRAPHICS_INVALID_VIDPN_TOPOLOGY);

    const struct display_path *path = adapter->display;

    assert_ptr_equal(path->primary, client.primary); /* what was shown stays */
    assert_true(path->display->sources[0].visible);
    dxgk_allocation_destroy(odd);
    assert_int_equal(dxgk_mode_clear(adapter), STATUS_SUCCESS);
    client_close(&client);
}

static void a_size_nobody_offers_is_refused_and_changes_nothing(void **state)
{
    (void)state;
    run_cleanly(DXGH_TEST_DRIVER, ask_for_an_odd_size, NULL);
}

static void unplug(struct adapter *adapter, void *argument)
{
    const struct display_path *path = adapter->display;
    struct client client;

    (void)argument;
    client_open(&client, adapter, 640, 480);
    monitor_disconnect(display_first_connected(path->display));
    assert_int_equal(dxgk_mode_set(adapter, client.primary), STATUS_GRAPHICS_MONITOR_NOT_CONNECTED);
    client_close(&client);
}

static void no_monitor_no_mode(void **state)
{
    (void)state;
    run_cleanly(DXGH_TEST_DRIVER, unplug, NULL);
}

/* --- mutants --- */

struct mutant {
    void (*apply)(struct adapter *adapter);
    enum rule rule;
    NTSTATUS status; /* of dxgk_mode_set */
};

static struct driver_table good;
static struct adapter *mutated;
static uint32_t calls;

static void run_mutant(struct adapter *adapter, void *argument)
{
    const struct mutant *mutant = argument;
    struct client client;

    client_open(&client, adapter, 800, 600);
    good = adapter->table;
    mutated = adapter;
    calls = 0;
    mutant->apply(adapter);
    assert_int_equal(dxgk_mode_set(adapter, client.primary), mutant->status);
    adapter->table = good;
    (void)dxgk_mode_clear(adapter);
    client_close(&client);
}

static void expect_caught(void (*apply)(struct adapter *adapter), enum rule rule, NTSTATUS status)
{
    struct mutant mutant = { apply, rule, status };
    struct stack_config config = { .driver = DXGH_TEST_DRIVER };
    struct stack stack;

    stack_run(&stack, &config, run_mutant, &mutant);
    if (stack.outcome != STACK_RAN || !stack_has_breach(&stack, rule) ||
        verify_breach_count(stack.session.machine) != 1) {
        stack_print_breaches(&stack);
    }
    assert_int_equal(stack.outcome, STACK_RAN);
    assert_true(stack_has_breach(&stack, rule));
    assert_int_equal(verify_breach_count(stack.session.machine), 1);
    stack_close(&stack);
}

/* Keeps the source mode set it looked at. */
static NTSTATUS APIENTRY enumerate_and_keep(const HANDLE adapter,
                                            const DXGKARG_ENUMVIDPNCOFUNCMODALITY *const args)
{
    const DXGK_VIDPNSOURCEMODESET_INTERFACE *table;
    const DXGK_VIDPN_INTERFACE *vidpn;
    D3DKMDT_HVIDPNSOURCEMODESET set;
    NTSTATUS status = good.DxgkDdiEnumVidPnCofuncModality(adapter, args);

    if (calls++ == 0) {
        assert_int_equal(mutated->interface.DxgkCbQueryVidPnInterface(
                             args->hConstrainingVidPn, DXGK_VIDPN_INTERFACE_VERSION_V1, &vidpn),
                         STATUS_SUCCESS);
        assert_int_equal(vidpn->pfnAcquireSourceModeSet(args->hConstrainingVidPn, 0, &set, &table),
                         STATUS_SUCCESS);
    }
    return status;
}

static void mutate_to_keep(struct adapter *adapter)
{
    adapter->table.DxgkDdiEnumVidPnCofuncModality = enumerate_and_keep;
}

static void vidpn_01_a_mode_set_that_is_kept(void **state)
{
    (void)state;
    expect_caught(mutate_to_keep, RULE_VIDPN_01, STATUS_SUCCESS);
}

/* Uses the handle of the enumeration's VidPN in the commit. */
static D3DKMDT_HVIDPN stale;

static NTSTATUS APIENTRY commit_with_stale_handle(const HANDLE adapter,
                                                  const DXGKARG_COMMITVIDPN *const args)
{
    const DXGK_VIDPN_INTERFACE *vidpn;
    NTSTATUS status = mutated->interface.DxgkCbQueryVidPnInterface(
        stale, DXGK_VIDPN_INTERFACE_VERSION_V1, &vidpn);

    assert_int_equal(status, STATUS_GRAPHICS_INVALID_VIDPN);
    assert_null(vidpn);
    return good.DxgkDdiCommitVidPn(adapter, args);
}

static void mutate_to_stale(struct adapter *adapter)
{
    struct display_path *path = adapter->display;
    struct vidpn *vidpn = vidpn_create(path->display);

    stale = vidpn->handle;
    vidpn_destroy(vidpn);
    adapter->table.DxgkDdiCommitVidPn = commit_with_stale_handle;
}

static void vidpn_04_a_handle_of_a_vidpn_that_is_gone(void **state)
{
    (void)state;
    expect_caught(mutate_to_stale, RULE_VIDPN_04, STATUS_SUCCESS);
}

/* Says yes to the path and no to its own modes. */
static NTSTATUS APIENTRY support_half(const HANDLE adapter, DXGKARG_ISSUPPORTEDVIDPN *args)
{
    NTSTATUS status = good.DxgkDdiIsSupportedVidPn(adapter, args);

    if (calls++ > 0) {
        args->IsVidPnSupported = FALSE;
    }
    return status;
}

static void mutate_to_half(struct adapter *adapter)
{
    adapter->table.DxgkDdiIsSupportedVidPn = support_half;
}

static void vidpn_14_modes_that_are_offered_but_not_supported(void **state)
{
    (void)state;
    expect_caught(mutate_to_half, RULE_VIDPN_14, STATUS_GRAPHICS_INVALID_VIDPN_TOPOLOGY);
}

static NTSTATUS APIENTRY refuse_commit(const HANDLE adapter, const DXGKARG_COMMITVIDPN *const args)
{
    (void)adapter;
    (void)args;
    return STATUS_GRAPHICS_INVALID_VIDPN_TOPOLOGY;
}

static void mutate_to_refuse_commit(struct adapter *adapter)
{
    adapter->table.DxgkDdiCommitVidPn = refuse_commit;
}

static void vidpn_15_a_commit_that_is_refused(void **state)
{
    (void)state;
    expect_caught(mutate_to_refuse_commit, RULE_VIDPN_15, STATUS_GRAPHICS_INVALID_VIDPN_TOPOLOGY);
}

static NTSTATUS APIENTRY refuse_visibility(const HANDLE adapter,
                                           const DXGKARG_SETVIDPNSOURCEVISIBILITY *args)
{
    (void)adapter;
    (void)args;
    return STATUS_UNSUCCESSFUL;
}

static void mutate_to_refuse_visibility(struct adapter *adapter)
{
    adapter->table.DxgkDdiSetVidPnSourceVisibility = refuse_visibility;
}

static void vidpn_16_a_source_that_cannot_be_shown(void **state)
{
    (void)state;
    expect_caught(mutate_to_refuse_visibility, RULE_VIDPN_16, STATUS_UNSUCCESSFUL);
}

static NTSTATUS APIENTRY refuse_address(const HANDLE adapter,
                                        const DXGKARG_SETVIDPNSOURCEADDRESS *args)
{
    (void)adapter;
    assert_int_equal(args->ContextCount, 0); /* FLIP-02 */
    assert_true(args->Flags.ModeChange);
    return STATUS_INVALID_PARAMETER;
}

static void mutate_to_refuse_address(struct adapter *adapter)
{
    adapter->table.DxgkDdiSetVidPnSourceAddress = refuse_address;
}

static void flip_04_an_address_that_is_refused(void **state)
{
    (void)state;
    expect_caught(mutate_to_refuse_address, RULE_FLIP_04, STATUS_INVALID_PARAMETER);
}

static NTSTATUS APIENTRY refuse_vsync(const HANDLE adapter, const DXGK_INTERRUPT_TYPE type,
                                      BOOLEAN enable)
{
    (void)adapter;
    (void)enable;
    assert_int_equal(type, DXGK_INTERRUPT_CRTC_VSYNC);
    return STATUS_NOT_IMPLEMENTED;
}

static void mutate_to_refuse_vsync(struct adapter *adapter)
{
    adapter->table.DxgkDdiControlInterrupt = refuse_vsync;
}

static void ctrlint_01_vsync_that_is_not_implemented(void **state)
{
    (void)state;
    expect_caught(mutate_to_refuse_vsync, RULE_CTRLINT_01, STATUS_NOT_IMPLEMENTED);
}

static NTSTATUS APIENTRY nothing_is_unsupported(const HANDLE adapter,
                                                DXGKARG_ISSUPPORTEDVIDPN *args)
{
    if (args->hDesiredVidPn == NULL) {
        args->IsVidPnSupported = FALSE;
        return STATUS_SUCCESS;
    }
    return good.DxgkDdiIsSupportedVidPn(adapter, args);
}

static void mutate_to_want_something(struct adapter *adapter)
{
    adapter->table.DxgkDdiIsSupportedVidPn = nothing_is_unsupported;
    adapter_display_stop(adapter); /* the next mode starts it again, and asks */
}

static void vsync_04_nothing_must_be_supported(void **state)
{
    (void)state;
    expect_caught(mutate_to_want_something, RULE_VSYNC_04, STATUS_SUCCESS);
}

static void mutate_descriptor(struct adapter *adapter)
{
    adapter->children[0].edid[127]++;
    adapter_display_stop(adapter); /* the next mode plugs the monitor in again */
}

static void vidpn_17_a_descriptor_with_a_wrong_checksum(void **state)
{
    (void)state;
    expect_caught(mutate_descriptor, RULE_VIDPN_17, STATUS_SUCCESS);
}

/* Puts a new set over the one that is the pivot. */
static NTSTATUS APIENTRY enumerate_over_pivot(const HANDLE adapter,
                                              const DXGKARG_ENUMVIDPNCOFUNCMODALITY *const args)
{
    const DXGK_VIDPNTARGETMODESET_INTERFACE *table;
    const DXGK_VIDPN_INTERFACE *vidpn;
    D3DKMDT_HVIDPNTARGETMODESET set;
    D3DKMDT_VIDPN_TARGET_MODE *mode;

    if (args->EnumPivotType == D3DKMDT_EPT_VIDPNTARGET) {
        (void)mutated->interface.DxgkCbQueryVidPnInterface(args->hConstrainingVidPn,
                                                           DXGK_VIDPN_INTERFACE_VERSION_V1, &vidpn);
        assert_int_equal(vidpn->pfnCreateNewTargetModeSet(
                             args->hConstrainingVidPn, args->EnumPivot.VidPnTargetId, &set, &table),
                         STATUS_SUCCESS);
        assert_int_equal(table->pfnCreateNewModeInfo(set, &mode), STATUS_SUCCESS);
        assert_int_equal(table->pfnReleaseModeInfo(set, mode), STATUS_SUCCESS);
        assert_int_equal(vidpn->pfnAssignTargetModeSet(args->hConstrainingVidPn,
                                                       args->EnumPivot.VidPnTargetId, set),
                         STATUS_ACCESS_DENIED);
        assert_int_equal(vidpn->pfnReleaseTargetModeSet(args->hConstrainingVidPn, set),
                         STATUS_SUCCESS);
    }
    return good.DxgkDdiEnumVidPnCofuncModality(adapter, args);
}

static void mutate_to_overwrite_pivot(struct adapter *adapter)
{
    adapter->table.DxgkDdiEnumVidPnCofuncModality = enumerate_over_pivot;
}

static void vsync_05_a_pivot_that_is_changed(void **state)
{
    (void)state;
    expect_caught(mutate_to_overwrite_pivot, RULE_VSYNC_05, STATUS_SUCCESS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_mode_is_set_and_cleared_in_the_order_of_windows),
        cmocka_unit_test(a_mode_is_set_and_cleared_in_windows_mode),
        cmocka_unit_test(one_mode_follows_another),
        cmocka_unit_test(a_size_nobody_offers_is_refused_and_changes_nothing),
        cmocka_unit_test(no_monitor_no_mode),
        cmocka_unit_test(vidpn_01_a_mode_set_that_is_kept),
        cmocka_unit_test(vidpn_04_a_handle_of_a_vidpn_that_is_gone),
        cmocka_unit_test(vidpn_14_modes_that_are_offered_but_not_supported),
        cmocka_unit_test(vidpn_15_a_commit_that_is_refused),
        cmocka_unit_test(vidpn_16_a_source_that_cannot_be_shown),
        cmocka_unit_test(flip_04_an_address_that_is_refused),
        cmocka_unit_test(ctrlint_01_vsync_that_is_not_implemented),
        cmocka_unit_test(vsync_04_nothing_must_be_supported),
        cmocka_unit_test(vidpn_17_a_descriptor_with_a_wrong_checksum),
        cmocka_unit_test(vsync_05_a_pivot_that_is_changed),
    };
    return cmocka_run_group_tests_name("scenario/mode_set", tests, NULL, NULL);
}
