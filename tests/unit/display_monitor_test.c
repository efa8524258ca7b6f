/* SPDX-License-Identifier: MIT */
#include "display/monitor_descriptor.h"
#include "display/monitor_mode_set.h"
#include "display/timing.h"
#include "tests/unit/display_fixture.h"

static const DXGK_MONITOR_INTERFACE_V2 *table;

static int begin(void **state)
{
    (void)setup(state);
    table = monitor_interface(DXGK_MONITOR_INTERFACE_VERSION_V2);
    return 0;
}

static int begin_display_only(void **state)
{
    (void)setup_display_only(state);
    table = monitor_interface(DXGK_MONITOR_INTERFACE_VERSION_V2);
    return 0;
}

static D3DKMDT_HMONITORSOURCEMODESET acquire(uint32_t target_id)
{
    const DXGK_MONITORSOURCEMODESET_INTERFACE *modes;
    D3DKMDT_HMONITORSOURCEMODESET set;

    assert_int_equal(table->pfnAcquireMonitorSourceModeSet(ADAPTER_HANDLE, target_id, &set, &modes),
                     STATUS_SUCCESS);
    assert_ptr_equal(modes, monitor_mode_set_interface());
    return set;
}

static void release(D3DKMDT_HMONITORSOURCEMODESET set)
{
    assert_int_equal(table->pfnReleaseMonitorSourceModeSet(ADAPTER_HANDLE, set), STATUS_SUCCESS);
}

/* 1920x1080 preferred, range limits, two blocks. */
static void make_edid(uint8_t bytes[256])
{
    static const uint8_t detailed[18] = { 0x02, 0x3A, 0x80, 0x18, 0x71, 0x38, 0x2D, 0x40, 0x58,
                                          0x2C, 0x45, 0x00, 0x09, 0x25, 0x21, 0x00, 0x00, 0x1E };

    memset(bytes, 0, 256);
    memset(bytes + 1, 0xFF, 6);
    bytes[18] = 1;
    bytes[19] = 4;
    memset(bytes + 38, 1, 16);
    memcpy(bytes + 54, detailed, 18);
    memcpy(bytes + 72, "\0\0\0\xFD\0\x32\x4B\x1E\x51\x11\0\n      ", 18);
    bytes[126] = 1;
    bytes[127] = edid_checksum(bytes);
    bytes[128] = 2;
    bytes[255] = edid_checksum(bytes + 128);
}

static void a_monitor_without_edid_has_the_default_profile(void **state)
{
    (void)state;
    const DXGK_MONITORSOURCEMODESET_INTERFACE *modes = monitor_mode_set_interface();
    D3DKMDT_HMONITORSOURCEMODESET set = acquire(TARGET_A);
    const D3DKMDT_MONITOR_SOURCE_MODE *mode;
    SIZE_T count;

    assert_int_equal(modes->pfnGetNumModes(set, &count), STATUS_SUCCESS);
    assert_int_equal(count, 4);
    assert_int_equal(modes->pfnAcquirePreferredModeInfo(set, &mode), STATUS_SUCCESS);
    assert_int_equal(mode->VideoSignalInfo.ActiveSize.cx, 1024);
    assert_int_equal(mode->Origin, D3DKMDT_MCO_DEFAULTMONITORPROFILE);
    assert_int_equal(modes->pfnReleaseModeInfo(set, mode), STATUS_SUCCESS);
    release(set);
    assert_no_breach();
}

static void a_monitor_with_edid_has_its_modes_descriptors_and_ranges(void **state)
{
    (void)state;
    const DXGK_MONITORDESCRIPTORSET_INTERFACE *descriptors;
    const DXGK_MONITORFREQUENCYRANGESET_INTERFACE *ranges;
    D3DKMDT_HMONITORDESCRIPTORSET descriptor_set;
    D3DKMDT_HMONITORFREQUENCYRANGESET range_set;
    const D3DKMDT_MONITOR_DESCRIPTOR *descriptor;
    const D3DKMDT_MONITOR_DESCRIPTOR *next;
    const D3DKMDT_MONITOR_FREQUENCY_RANGE *range;
    const D3DKMDT_MONITOR_FREQUENCY_RANGE *no_range;
    uint8_t bytes[256];
    SIZE_T count;

    make_edid(bytes);
    monitor_connect(display_target_find(display, TARGET_A), bytes, sizeof(bytes));
    assert_int_equal(
        table->pfnGetMonitorDescriptorSet(ADAPTER_HANDLE, TARGET_A, &descriptor_set, &descriptors),
        STATUS_SUCCESS);
    assert_int_equal(descriptors->pfnGetNumDescriptors(descriptor_set, &count), STATUS_SUCCESS);
    assert_int_equal(count, 2);
    assert_int_equal(descriptors->pfnAcquireFirstDescriptorInfo(descriptor_set, &descriptor),
                     STATUS_SUCCESS);
    assert_int_equal(descriptor->Type, D3DKMDT_MDT_VESA_EDID_V1_BASEBLOCK);
    assert_int_equal(descriptor->DataSize, 128);
    assert_memory_equal(descriptor->pData, bytes, 128);
    assert_int_equal(descriptors->pfnAcquireNextDescriptorInfo(descriptor_set, descriptor, &next),
                     STATUS_SUCCESS);
    assert_memory_equal(next->pData, bytes + 128, 128);
    assert_int_equal(descriptors->pfnReleaseDescriptorInfo(descriptor_set, descriptor),
                     STATUS_SUCCESS);
    assert_int_equal(descriptors->pfnReleaseDescriptorInfo(descriptor_set, next), STATUS_SUCCESS);
    assert_int_equal(
        table->pfnGetMonitorFrequencyRangeSet(ADAPTER_HANDLE, TARGET_A, &range_set, &ranges),
        STATUS_SUCCESS);
    assert_int_equal(ranges->pfnGetNumFrequencyRanges(range_set, &count), STATUS_SUCCESS);
    assert_int_equal(count, 1);
    assert_int_equal(ranges->pfnAcquireFirstFrequencyRangeInfo(range_set, &range), STATUS_SUCCESS);
    assert_int_equal(range->RangeLimits.MaxVSyncFreq.Numerator, 75);
    assert_int_equal(range->RangeLimits.MinHSyncFreq.Numerator, 30000);
    assert_int_equal(range->Constraint.MaxPixelRate, 170000000);
    assert_int_equal(ranges->pfnAcquireNextFrequencyRangeInfo(range_set, range, &no_range),
                     STATUS_GRAPHICS_NO_MORE_ELEMENTS_IN_DATASET);
    assert_int_equal(ranges->pfnReleaseFrequencyRangeInfo(range_set, range), STATUS_SUCCESS);
    display_check_returned(display, "DxgkDdiEnumVidPnCofuncModality");
    assert_no_breach();
}

static void a_monitor_that_left_takes_its_handles_along(void **state)
{
    (void)state;
    struct monitor *monitor = display_target_find(display, TARGET_A);
    const DXGK_MONITORSOURCEMODESET_INTERFACE *modes;
    D3DKMDT_HMONITORSOURCEMODESET set = acquire(TARGET_A);
    SIZE_T count;

    release(set);
    monitor_disconnect(monitor);
    assert_int_equal(monitor_mode_set_interface()->pfnGetNumModes(set, &count),
                     STATUS_GRAPHICS_INVALID_MONITOR_SOURCEMODESET);
    assert_only_breach(RULE_VIDPN_04);
    assert_int_equal(table->pfnAcquireMonitorSourceModeSet(ADAPTER_HANDLE, TARGET_A, &set, &modes),
                     STATUS_GRAPHICS_MONITOR_NOT_CONNECTED);
    assert_null(set);
    assert_ptr_equal(display_first_connected(display), display_target_find(display, TARGET_B));
}

static void wrong_adapters_and_targets_are_told_apart(void **state)
{
    (void)state;
    const DXGK_MONITORSOURCEMODESET_INTERFACE *modes;
    const DXGK_MONITORDESCRIPTORSET_INTERFACE *descriptors;
    D3DKMDT_HMONITORDESCRIPTORSET descriptor_set;
    D3DKMDT_HMONITORSOURCEMODESET set;
    DXGK_TARGETMODE_DETAIL_TIMING *timings;
    UINT count;

    assert_int_equal(table->pfnAcquireMonitorSourceModeSet(NEVER_A_HANDLE, TARGET_A, &set, &modes),
                     STATUS_GRAPHICS_INVALID_DISPLAY_ADAPTER);
    assert_only_breach(RULE_VIDPN_04);
    assert_int_equal(table->pfnAcquireMonitorSourceModeSet(ADAPTER_HANDLE, 1000, &set, &modes),
                     STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_TARGET);
    assert_int_equal(
        table->pfnAcquireMonitorSourceModeSet(ADAPTER_HANDLE, TARGET_EMPTY, &set, &modes),
        STATUS_GRAPHICS_MONITOR_NOT_CONNECTED);
    assert_int_equal(table->pfnGetMonitorDescriptorSet(ADAPTER_HANDLE, TARGET_EMPTY,
                                                       &descriptor_set, &descriptors),
                     STATUS_GRAPHICS_MONITOR_NOT_CONNECTED);
    assert_int_equal(table->pfnAcquireMonitorSourceModeSet(ADAPTER_HANDLE, TARGET_A, NULL, &modes),
                     STATUS_INVALID_PARAMETER);
    assert_int_equal(
        table->pfnGetAdditionalMonitorModeSet(ADAPTER_HANDLE, TARGET_A, &count, &timings),
        STATUS_SUCCESS);
    assert_int_equal(count, 0);
    assert_null(timings);
    assert_int_equal(table->pfnReleaseAdditionalMonitorModeSet(ADAPTER_HANDLE, TARGET_A, timings),
                     STATUS_SUCCESS);
    assert_int_equal(
        table->pfnReleaseAdditionalMonitorModeSet(ADAPTER_HANDLE, TARGET_A, NEVER_A_HANDLE),
        STATUS_GRAPHICS_INVALID_MONITOR_SOURCEMODESET);
    assert_only_breach(RULE_VIDPN_04);
}

static D3DKMDT_MONITOR_SOURCE_MODE good_monitor_mode(uint32_t width, uint32_t height)
{
    D3DKMDT_MONITOR_SOURCE_MODE mode;

    memset(&mode, 0, sizeof(mode));
    mode.VideoSignalInfo = good_signal(width, height);
    mode.ColorBasis = D3DKMDT_CB_SRGB;
    mode.Origin = D3DKMDT_MCO_DRIVER;
    mode.Preference = D3DKMDT_MP_NOTPREFERRED;
    return mode;
}

static NTSTATUS add_monitor_mode(D3DKMDT_HMONITORSOURCEMODESET set,
                                 D3DKMDT_MONITOR_SOURCE_MODE mode)
{
    const DXGK_MONITORSOURCEMODESET_INTERFACE *modes = monitor_mode_set_interface();
    D3DKMDT_MONITOR_SOURCE_MODE *info;
    NTSTATUS status = modes->pfnCreateNewModeInfo(set, &info);

    assert_int_equal(status, STATUS_SUCCESS);
    mode.Id = info->Id;
    *info = mode;
    status = modes->pfnAddMode(set, info);
    if (!NT_SUCCESS(status)) {
        assert_int_equal(modes->pfnReleaseModeInfo(set, info), STATUS_SUCCESS);
    }
    return status;
}

static void a_preferred_mode_takes_over_the_preference(void **state)
{
    (void)state;
    const DXGK_MONITORSOURCEMODESET_INTERFACE *modes = monitor_mode_set_interface();
    D3DKMDT_HMONITORSOURCEMODESET set = acquire(TARGET_B);
    D3DKMDT_MONITOR_SOURCE_MODE mode = good_monitor_mode(1600, 900);
    const D3DKMDT_MONITOR_SOURCE_MODE *preferred;

    assert_int_equal(add_monitor_mode(set, good_monitor_mode(1440, 900)), STATUS_SUCCESS);
    mode.Preference = D3DKMDT_MP_PREFERRED;
    assert_int_equal(add_monitor_mode(set, mode), STATUS_SUCCESS);
    assert_int_equal(modes->pfnAcquirePreferredModeInfo(set, &preferred), STATUS_SUCCESS);
    assert_int_equal(preferred->VideoSignalInfo.ActiveSize.cx, 1600);
    assert_int_equal(modes->pfnReleaseModeInfo(set, preferred), STATUS_SUCCESS);
    assert_int_equal(modes->pfnReleaseModeInfo(set, preferred),
                     STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_TARGET_MODE);
    assert_only_breach(RULE_VIDPN_02);
    release(set);
}

static void no_preference_is_a_success_without_a_mode(void **state)
{
    (void)state;
    const D3DKMDT_MONITOR_SOURCE_MODE *preferred = NEVER_A_HANDLE;
    D3DKMDT_HMONITORSOURCEMODESET set = acquire(TARGET_A);

    display_target_find(display, TARGET_A)->modes->preferred = NULL;
    assert_int_equal(monitor_mode_set_interface()->pfnAcquirePreferredModeInfo(set, &preferred),
                     STATUS_GRAPHICS_NO_PREFERRED_MODE);
    assert_true(NT_SUCCESS(STATUS_GRAPHICS_NO_PREFERRED_MODE));
    assert_null(preferred);
    release(set);
}

static void every_incomplete_monitor_mode_is_refused(void **state)
{
    (void)state;
    D3DKMDT_HMONITORSOURCEMODESET set = acquire(TARGET_A);
    D3DKMDT_MONITOR_SOURCE_MODE mode;

#define REFUSED(change, expected)                                                                  \
    do {                                                                                           \
        mode = good_monitor_mode(1440, 900);                                                       \
        change;                                                                                    \
        assert_int_equal(add_monitor_mode(set, mode), expected);                                   \
    } while (0)
    REFUSED(mode.Preference = D3DKMDT_MP_UNINITIALIZED,
            STATUS_GRAPHICS_INVALID_MONITOR_SOURCE_MODE);
    REFUSED(mode.Origin = D3DKMDT_MCO_UNINITIALIZED, STATUS_GRAPHICS_INVALID_MONITOR_SOURCE_MODE);
    REFUSED(mode.ColorBasis = D3DKMDT_CB_UNINITIALIZED,
            STATUS_GRAPHICS_INVALID_MONITOR_SOURCE_MODE);
    REFUSED(mode.VideoSignalInfo.ActiveSize.cx = 0, STATUS_GRAPHICS_INVALID_ACTIVE_REGION);
    REFUSED(mode.VideoSignalInfo.TotalSize.cy = 1, STATUS_GRAPHICS_INVALID_TOTAL_REGION);
    REFUSED(mode.VideoSignalInfo.PixelRate = 0, STATUS_GRAPHICS_INVALID_FREQUENCY);
#undef REFUSED
    assert_int_equal(breaches_of(RULE_VIDPN_08), 5);
    assert_int_equal(breaches_of(RULE_VIDPN_06), 1);
    release(set);
}

/* As Microsoft's display-only sample does for the mode the firmware left. */
static void a_display_only_driver_adds_a_mode_of_unknown_timing(void **state)
{
    (void)state;
    D3DKMDT_HMONITORSOURCEMODESET set = acquire(TARGET_A);
    D3DKMDT_MONITOR_SOURCE_MODE mode = good_monitor_mode(1600, 900);
    D3DKMDT_VIDEO_SIGNAL_INFO *signal = &mode.VideoSignalInfo;

    signal->TotalSize = signal->ActiveSize;
    signal->VSyncFreq.Numerator = D3DKMDT_FREQUENCY_NOTSPECIFIED;
    signal->VSyncFreq.Denominator = D3DKMDT_FREQUENCY_NOTSPECIFIED;
    signal->HSyncFreq = signal->VSyncFreq;
    signal->PixelRate = D3DKMDT_FREQUENCY_NOTSPECIFIED;
    assert_int_equal(add_monitor_mode(set, mode), STATUS_SUCCESS);
    assert_int_equal(add_monitor_mode(set, mode), STATUS_GRAPHICS_MODE_ALREADY_IN_MODESET);
    assert_no_breach();
    release(set);
}

static void a_set_is_released_as_often_as_it_was_acquired(void **state)
{
    (void)state;
    D3DKMDT_HMONITORSOURCEMODESET set = acquire(TARGET_A);

    assert_ptr_equal(acquire(TARGET_A), set);
    release(set);
    release(set);
    assert_no_breach();
    assert_int_equal(table->pfnReleaseMonitorSourceModeSet(ADAPTER_HANDLE, set),
                     STATUS_GRAPHICS_INVALID_MONITOR_SOURCEMODESET);
    assert_only_breach(RULE_VIDPN_04);
    (void)acquire(TARGET_A);
    display_check_returned(display, "DxgkDdiCommitVidPn");
    assert_int_equal(breaches_of(RULE_VIDPN_01), 1);
}

static void a_set_that_was_only_shown_is_not_released(void **state)
{
    (void)state;
    struct info_set *modes = display_target_find(display, TARGET_A)->modes;
    SIZE_T count;

    modes->granted = true; /* DxgkDdiRecommendMonitorModes */
    assert_int_equal(monitor_mode_set_interface()->pfnGetNumModes(modes->handle, &count),
                     STATUS_SUCCESS);
    assert_int_equal(table->pfnReleaseMonitorSourceModeSet(ADAPTER_HANDLE, modes->handle),
                     STATUS_GRAPHICS_INVALID_MONITOR_SOURCEMODESET);
    assert_only_breach(RULE_VIDPN_02);
}

static void support_is_a_matter_of_size_and_rate(void **state)
{
    (void)state;
    const struct monitor *monitor = display_target_find(display, TARGET_A);
    D3DKMDT_VIDEO_SIGNAL_INFO signal;

    assert_true(timing_find(800, 600, 60, false, &signal));
    assert_true(monitor_supports(monitor, &signal));
    assert_true(timing_find(800, 600, 75, false, &signal));
    assert_false(monitor_supports(monitor, &signal));
    signal.VSyncFreq.Numerator = D3DKMDT_FREQUENCY_NOTSPECIFIED;
    assert_true(monitor_supports(monitor, &signal));
    assert_true(timing_find(1600, 1200, 60, false, &signal));
    assert_false(monitor_supports(monitor, &signal));
    assert_false(monitor_supports(display_target_find(display, TARGET_EMPTY), &signal));
}

static void versions_have_their_tables(void **state)
{
    (void)state;
    const DXGK_MONITOR_INTERFACE *first = monitor_interface(DXGK_MONITOR_INTERFACE_VERSION_V1);

    assert_int_equal(first->Version, DXGK_MONITOR_INTERFACE_VERSION_V1);
    assert_int_equal(table->Version, DXGK_MONITOR_INTERFACE_VERSION_V2);
    assert_ptr_equal(first->pfnAcquireMonitorSourceModeSet, table->pfnAcquireMonitorSourceModeSet);
    assert_null(monitor_interface(DXGK_MONITOR_INTERFACE_VERSION_UNINITIALIZED));
    assert_null(display_target_add(display, TARGET_A)); /* taken */
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, begin, teardown)
    const struct CMUnitTest tests[] = {
        T(a_monitor_without_edid_has_the_default_profile),
        T(a_monitor_with_edid_has_its_modes_descriptors_and_ranges),
        T(a_monitor_that_left_takes_its_handles_along),
        T(wrong_adapters_and_targets_are_told_apart),
        T(a_preferred_mode_takes_over_the_preference),
        T(no_preference_is_a_success_without_a_mode),
        T(every_incomplete_monitor_mode_is_refused),
        cmocka_unit_test_setup_teardown(a_display_only_driver_adds_a_mode_of_unknown_timing,
                                        begin_display_only, teardown),
        T(a_set_is_released_as_often_as_it_was_acquired),
        T(a_set_that_was_only_shown_is_not_released),
        T(support_is_a_matter_of_size_and_rate),
        T(versions_have_their_tables),
    };
    return cmocka_run_group_tests_name("display/monitor", tests, NULL, NULL);
}
