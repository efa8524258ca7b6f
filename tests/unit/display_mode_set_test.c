/* SPDX-License-Identifier: MIT */
#include "tests/unit/display_fixture.h"

static struct vidpn *vidpn;

static int begin(void **state)
{
    (void)setup(state);
    vidpn = vidpn_create(display);
    vidpn_lend(vidpn, DISPLAY_ACCESS_MODES, NULL);
    return 0;
}

static int begin_display_only(void **state)
{
    (void)setup_display_only(state);
    vidpn = vidpn_create(display);
    vidpn_lend(vidpn, DISPLAY_ACCESS_MODES, NULL);
    return 0;
}

static int end(void **state)
{
    vidpn_destroy(vidpn);
    return teardown(state);
}

static void release_source_set(D3DKMDT_HVIDPNSOURCEMODESET set)
{
    assert_int_equal(vidpn_interface()->pfnReleaseSourceModeSet(vidpn->handle, set),
                     STATUS_SUCCESS);
}

static void modes_are_walked_in_the_order_they_were_added(void **state)
{
    (void)state;
    const DXGK_VIDPNSOURCEMODESET_INTERFACE *table = source_mode_set_interface();
    D3DKMDT_HVIDPNSOURCEMODESET set = new_source_set(vidpn, 0);
    const D3DKMDT_VIDPN_SOURCE_MODE *mode;
    SIZE_T count;

    assert_int_equal(table->pfnAcquireFirstModeInfo(set, &mode), STATUS_GRAPHICS_DATASET_IS_EMPTY);
    assert_null(mode);
    for (uint32_t i = 0; i < 5; i++) {
        assert_int_equal(add_source_mode(set, good_source_mode(640 + i, 480)), STATUS_SUCCESS);
    }
    assert_int_equal(table->pfnGetNumModes(set, &count), STATUS_SUCCESS);
    assert_int_equal(count, 5);
    assert_int_equal(table->pfnAcquireFirstModeInfo(set, &mode), STATUS_SUCCESS);
    for (uint32_t i = 0; i < 5; i++) {
        const D3DKMDT_VIDPN_SOURCE_MODE *next;
        NTSTATUS status = table->pfnAcquireNextModeInfo(set, mode, &next);

        assert_int_equal(mode->Format.Graphics.PrimSurfSize.cx, 640 + i);
        assert_int_equal(mode->Id, i + 1);
        assert_int_equal(table->pfnReleaseModeInfo(set, mode), STATUS_SUCCESS);
        assert_int_equal(status,
                         i < 4 ? STATUS_SUCCESS : STATUS_GRAPHICS_NO_MORE_ELEMENTS_IN_DATASET);
        mode = next;
    }
    assert_null(mode);
    release_source_set(set);
    vidpn_return(vidpn, "DxgkDdiEnumVidPnCofuncModality");
    assert_no_breach();
}

static void a_mode_that_is_there_already_is_refused_without_blame(void **state)
{
    (void)state;
    D3DKMDT_HVIDPNSOURCEMODESET set = new_source_set(vidpn, 1);
    D3DKMDT_HVIDPNTARGETMODESET targets = new_target_set(vidpn, TARGET_B);

    assert_int_equal(add_source_mode(set, good_source_mode(800, 600)), STATUS_SUCCESS);
    assert_int_equal(add_source_mode(set, good_source_mode(800, 600)),
                     STATUS_GRAPHICS_MODE_ALREADY_IN_MODESET);
    assert_int_equal(add_target_mode(targets, good_target_mode(800, 600)), STATUS_SUCCESS);
    assert_int_equal(add_target_mode(targets, good_target_mode(800, 600)),
                     STATUS_GRAPHICS_MODE_ALREADY_IN_MODESET);
    release_source_set(set);
    assert_int_equal(vidpn_interface()->pfnReleaseTargetModeSet(vidpn->handle, targets),
                     STATUS_SUCCESS);
    assert_no_breach();
}

static void ids_of_the_drivers_own_are_kept_and_must_be_unique(void **state)
{
    (void)state;
    const DXGK_VIDPNSOURCEMODESET_INTERFACE *table = source_mode_set_interface();
    D3DKMDT_HVIDPNSOURCEMODESET set = new_source_set(vidpn, 0);
    D3DKMDT_VIDPN_SOURCE_MODE *info;

    for (uint32_t i = 0; i < 3; i++) {
        assert_int_equal(table->pfnCreateNewModeInfo(set, &info), STATUS_SUCCESS);
        *info = good_source_mode(640 + i, 480);
        info->Id = i; /* 0 is an id like any other */
        assert_int_equal(table->pfnAddMode(set, info), STATUS_SUCCESS);
    }
    assert_int_equal(table->pfnPinMode(set, 0), STATUS_SUCCESS);
    assert_int_equal(table->pfnPinMode(set, 3), STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE_MODE);
    assert_int_equal(table->pfnCreateNewModeInfo(set, &info), STATUS_SUCCESS);
    *info = good_source_mode(1024, 768);
    info->Id = 2;
    assert_int_equal(table->pfnAddMode(set, info), STATUS_GRAPHICS_MODE_ID_MUST_BE_UNIQUE);
    assert_int_equal(table->pfnReleaseModeInfo(set, info), STATUS_SUCCESS);
    release_source_set(set);
    assert_only_breach(RULE_VIDPN_08);
}

static void the_pinned_mode_is_lent_and_absence_is_null(void **state)
{
    (void)state;
    const DXGK_VIDPNTARGETMODESET_INTERFACE *table = target_mode_set_interface();
    D3DKMDT_HVIDPNTARGETMODESET set = new_target_set(vidpn, TARGET_A);
    const D3DKMDT_VIDPN_TARGET_MODE *mode = NEVER_A_HANDLE;

    assert_int_equal(add_target_mode(set, good_target_mode(800, 600)), STATUS_SUCCESS);
    assert_int_equal(add_target_mode(set, good_target_mode(1024, 768)), STATUS_SUCCESS);
    assert_int_equal(table->pfnAcquirePinnedModeInfo(set, &mode), STATUS_SUCCESS);
    assert_null(mode);
    assert_int_equal(table->pfnPinMode(set, 2), STATUS_SUCCESS);
    assert_int_equal(table->pfnPinMode(set, 9), STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_TARGET_MODE);
    assert_int_equal(table->pfnAcquirePinnedModeInfo(set, &mode), STATUS_SUCCESS);
    assert_int_equal(mode->VideoSignalInfo.ActiveSize.cx, 1024);
    assert_int_equal(table->pfnReleaseModeInfo(set, mode), STATUS_SUCCESS);
    assert_int_equal(vidpn_interface()->pfnReleaseTargetModeSet(vidpn->handle, set),
                     STATUS_SUCCESS);
    assert_no_breach();
}

static void every_incomplete_source_mode_is_refused(void **state)
{
    (void)state;
    D3DKMDT_HVIDPNSOURCEMODESET set = new_source_set(vidpn, 0);
    D3DKMDT_VIDPN_SOURCE_MODE mode;

#define REFUSED(change, expected)                                                                  \
    do {                                                                                           \
        mode = good_source_mode(640, 480);                                                         \
        change;                                                                                    \
        assert_int_equal(add_source_mode(set, mode), expected);                                    \
    } while (0)
    REFUSED(mode.Type = D3DKMDT_RMT_UNINITIALIZED,
            STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE_MODE);
    REFUSED(mode.Format.Graphics.PrimSurfSize.cx = 0, STATUS_GRAPHICS_INVALID_PRIMARYSURFACE_SIZE);
    REFUSED(mode.Format.Graphics.PrimSurfSize.cy = D3DKMDT_DIMENSION_NOTSPECIFIED,
            STATUS_GRAPHICS_INVALID_PRIMARYSURFACE_SIZE);
    REFUSED(mode.Format.Graphics.VisibleRegionSize.cx = 641,
            STATUS_GRAPHICS_INVALID_VISIBLEREGION_SIZE);
    REFUSED(mode.Format.Graphics.VisibleRegionSize.cy = 0,
            STATUS_GRAPHICS_INVALID_VISIBLEREGION_SIZE);
    REFUSED(mode.Format.Graphics.Stride = 0, STATUS_GRAPHICS_INVALID_STRIDE);
    REFUSED(mode.Format.Graphics.PixelFormat = D3DDDIFMT_UNKNOWN,
            STATUS_GRAPHICS_INVALID_PIXELFORMAT);
    REFUSED(mode.Format.Graphics.ColorBasis = D3DKMDT_CB_UNINITIALIZED,
            STATUS_GRAPHICS_INVALID_COLORBASIS);
    REFUSED(mode.Format.Graphics.PixelValueAccessMode = D3DKMDT_PVAM_UNINITIALIZED,
            STATUS_GRAPHICS_INVALID_PIXELVALUEACCESSMODE);
#undef REFUSED
    assert_int_equal(breaches_of(RULE_VIDPN_08), 9);
    assert_int_equal(add_source_mode(set, good_source_mode(640, 480)), STATUS_SUCCESS);
    release_source_set(set);
}

static void every_incomplete_target_mode_is_refused(void **state)
{
    (void)state;
    D3DKMDT_HVIDPNTARGETMODESET set = new_target_set(vidpn, TARGET_A);
    D3DKMDT_VIDPN_TARGET_MODE mode;

#define REFUSED(change, expected)                                                                  \
    do {                                                                                           \
        mode = good_target_mode(640, 480);                                                         \
        change;                                                                                    \
        assert_int_equal(add_target_mode(set, mode), expected);                                    \
    } while (0)
    REFUSED(mode.VideoSignalInfo.ActiveSize.cx = 0, STATUS_GRAPHICS_INVALID_ACTIVE_REGION);
    REFUSED(mode.VideoSignalInfo.TotalSize.cx = 639, STATUS_GRAPHICS_INVALID_TOTAL_REGION);
    REFUSED(mode.VideoSignalInfo.TotalSize.cy = D3DKMDT_DIMENSION_NOTSPECIFIED,
            STATUS_GRAPHICS_INVALID_TOTAL_REGION);
    REFUSED(mode.VideoSignalInfo.ScanLineOrdering = D3DDDI_VSSLO_UNINITIALIZED,
            STATUS_GRAPHICS_INVALID_SCANLINE_ORDERING);
    assert_int_equal(breaches_of(RULE_VIDPN_08), 4);
    REFUSED(mode.VideoSignalInfo.VSyncFreq.Denominator = 0, STATUS_GRAPHICS_INVALID_FREQUENCY);
    REFUSED(mode.VideoSignalInfo.HSyncFreq.Numerator = 0, STATUS_GRAPHICS_INVALID_FREQUENCY);
    REFUSED(mode.VideoSignalInfo.PixelRate = 0, STATUS_GRAPHICS_INVALID_FREQUENCY);
    REFUSED(mode.VideoSignalInfo.VSyncFreq.Numerator = D3DKMDT_FREQUENCY_NOTSPECIFIED,
            STATUS_GRAPHICS_INVALID_FREQUENCY);
    REFUSED(mode.VideoSignalInfo.PixelRate = D3DKMDT_FREQUENCY_NOTSPECIFIED,
            STATUS_GRAPHICS_INVALID_FREQUENCY);
#undef REFUSED
    assert_int_equal(breaches_of(RULE_VIDPN_06), 5);
    assert_int_equal(add_target_mode(set, good_target_mode(640, 480)), STATUS_SUCCESS);
    assert_int_equal(vidpn_interface()->pfnReleaseTargetModeSet(vidpn->handle, set),
                     STATUS_SUCCESS);
}

static D3DKMDT_VIDPN_TARGET_MODE unknown_timing(uint32_t width, uint32_t height)
{
    D3DKMDT_VIDPN_TARGET_MODE mode = good_target_mode(width, height);
    D3DKMDT_VIDEO_SIGNAL_INFO *signal = &mode.VideoSignalInfo;

    signal->TotalSize = signal->ActiveSize;
    signal->VSyncFreq.Numerator = D3DKMDT_FREQUENCY_NOTSPECIFIED;
    signal->VSyncFreq.Denominator = D3DKMDT_FREQUENCY_NOTSPECIFIED;
    signal->HSyncFreq = signal->VSyncFreq;
    signal->PixelRate = D3DKMDT_FREQUENCY_NOTSPECIFIED;
    return mode;
}

static void a_display_only_driver_may_leave_the_timing_open(void **state)
{
    (void)state;
    D3DKMDT_HVIDPNTARGETMODESET set = new_target_set(vidpn, TARGET_A);

    assert_int_equal(add_target_mode(set, unknown_timing(1024, 768)), STATUS_SUCCESS);
    assert_int_equal(add_target_mode(set, good_target_mode(800, 600)), STATUS_SUCCESS);
    assert_int_equal(vidpn_interface()->pfnReleaseTargetModeSet(vidpn->handle, set),
                     STATUS_SUCCESS);
    assert_no_breach();
}

static void a_display_only_driver_may_not_invent_half_a_timing(void **state)
{
    (void)state;
    D3DKMDT_HVIDPNTARGETMODESET set = new_target_set(vidpn, TARGET_A);
    D3DKMDT_VIDPN_TARGET_MODE mode = unknown_timing(1024, 768);

    mode.VideoSignalInfo.VSyncFreq = (D3DDDI_RATIONAL){ 60, 1 };
    assert_int_equal(add_target_mode(set, mode), STATUS_GRAPHICS_INVALID_FREQUENCY);
    mode.VideoSignalInfo.HSyncFreq = (D3DDDI_RATIONAL){ 60 * 768, 1 };
    mode.VideoSignalInfo.PixelRate = 60 * 768 * 1024;
    assert_int_equal(add_target_mode(set, mode), STATUS_GRAPHICS_INVALID_FREQUENCY);
    assert_int_equal(breaches_of(RULE_VIDPN_07), 2);
    assert_int_equal(vidpn_interface()->pfnReleaseTargetModeSet(vidpn->handle, set),
                     STATUS_SUCCESS);
}

static void a_full_driver_may_not_leave_the_timing_open(void **state)
{
    (void)state;
    D3DKMDT_HVIDPNTARGETMODESET set = new_target_set(vidpn, TARGET_A);

    assert_int_equal(add_target_mode(set, unknown_timing(1024, 768)),
                     STATUS_GRAPHICS_INVALID_FREQUENCY);
    assert_only_breach(RULE_VIDPN_06);
    assert_int_equal(vidpn_interface()->pfnReleaseTargetModeSet(vidpn->handle, set),
                     STATUS_SUCCESS);
}

static void garbage_handles_and_pointers_are_named_not_followed(void **state)
{
    (void)state;
    const DXGK_VIDPNSOURCEMODESET_INTERFACE *table = source_mode_set_interface();
    D3DKMDT_HVIDPNSOURCEMODESET set = new_source_set(vidpn, 0);
    D3DKMDT_VIDPN_SOURCE_MODE *info = NEVER_A_HANDLE;
    const D3DKMDT_VIDPN_SOURCE_MODE *mode;
    SIZE_T count;

    assert_int_equal(table->pfnGetNumModes(NEVER_A_HANDLE, &count),
                     STATUS_GRAPHICS_INVALID_VIDPN_SOURCEMODESET);
    assert_int_equal(table->pfnGetNumModes(NULL, &count),
                     STATUS_GRAPHICS_INVALID_VIDPN_SOURCEMODESET);
    assert_int_equal(table->pfnGetNumModes(vidpn->handle, &count),
                     STATUS_GRAPHICS_INVALID_VIDPN_SOURCEMODESET);
    assert_int_equal(breaches_of(RULE_VIDPN_04), 3);
    assert_int_equal(table->pfnGetNumModes(set, NULL), STATUS_INVALID_PARAMETER);
    assert_int_equal(table->pfnAcquireFirstModeInfo(set, NULL), STATUS_INVALID_PARAMETER);
    assert_int_equal(table->pfnReleaseModeInfo(set, info),
                     STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE_MODE);
    assert_int_equal(table->pfnReleaseModeInfo(set, NULL),
                     STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE_MODE);
    assert_int_equal(table->pfnAddMode(set, info),
                     STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE_MODE);
    assert_int_equal(table->pfnAcquireNextModeInfo(set, info, &mode),
                     STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE_MODE);
    assert_int_equal(table->pfnReleaseModeInfo(set, (const void *)set),
                     STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE_MODE);
    assert_int_equal(breaches_of(RULE_VIDPN_02), 5);
    release_source_set(set);
    assert_int_equal(table->pfnGetNumModes(set, &count),
                     STATUS_GRAPHICS_INVALID_VIDPN_SOURCEMODESET);
    assert_int_equal(breaches_of(RULE_VIDPN_04), 4);
}

static void a_release_counts_once_and_a_use_after_it_is_caught(void **state)
{
    (void)state;
    const DXGK_VIDPNSOURCEMODESET_INTERFACE *table = source_mode_set_interface();
    D3DKMDT_HVIDPNSOURCEMODESET set = new_source_set(vidpn, 0);
    const D3DKMDT_VIDPN_SOURCE_MODE *first;
    const D3DKMDT_VIDPN_SOURCE_MODE *again;

    assert_int_equal(add_source_mode(set, good_source_mode(640, 480)), STATUS_SUCCESS);
    assert_int_equal(table->pfnAcquireFirstModeInfo(set, &first), STATUS_SUCCESS);
    assert_int_equal(table->pfnAcquireFirstModeInfo(set, &again), STATUS_SUCCESS);
    assert_ptr_not_equal(first, again); /* each acquire is released for itself */
    assert_int_equal(table->pfnReleaseModeInfo(set, first), STATUS_SUCCESS);
    assert_int_equal(table->pfnReleaseModeInfo(set, again), STATUS_SUCCESS);
    assert_no_breach();
    assert_int_equal(table->pfnReleaseModeInfo(set, again),
                     STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE_MODE);
    assert_only_breach(RULE_VIDPN_02);
    release_source_set(set);
}

static void a_const_info_that_was_written_is_reported(void **state)
{
    (void)state;
    const DXGK_VIDPNSOURCEMODESET_INTERFACE *table = source_mode_set_interface();
    D3DKMDT_HVIDPNSOURCEMODESET set = new_source_set(vidpn, 0);
    const D3DKMDT_VIDPN_SOURCE_MODE *mode;

    assert_int_equal(add_source_mode(set, good_source_mode(640, 480)), STATUS_SUCCESS);
    assert_int_equal(table->pfnAcquireFirstModeInfo(set, &mode), STATUS_SUCCESS);
    ((D3DKMDT_VIDPN_SOURCE_MODE *)(uintptr_t)mode)->Format.Graphics.Stride++;
    assert_int_equal(table->pfnReleaseModeInfo(set, mode), STATUS_SUCCESS);
    assert_only_breach(RULE_VIDPN_05);
    assert_int_equal(table->pfnAcquireFirstModeInfo(set, &mode), STATUS_SUCCESS);
    assert_int_equal(mode->Format.Graphics.Stride, 2560); /* the set's own is untouched */
    assert_int_equal(table->pfnReleaseModeInfo(set, mode), STATUS_SUCCESS);
    release_source_set(set);
}

static void an_info_of_another_set_is_not_accepted(void **state)
{
    (void)state;
    const DXGK_VIDPNSOURCEMODESET_INTERFACE *table = source_mode_set_interface();
    D3DKMDT_HVIDPNSOURCEMODESET first = new_source_set(vidpn, 0);
    D3DKMDT_HVIDPNSOURCEMODESET second = new_source_set(vidpn, 1);
    D3DKMDT_VIDPN_SOURCE_MODE *info;

    assert_int_equal(table->pfnCreateNewModeInfo(first, &info), STATUS_SUCCESS);
    assert_int_equal(table->pfnAddMode(second, info),
                     STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE_MODE);
    assert_int_equal(table->pfnReleaseModeInfo(first, info), STATUS_SUCCESS);
    assert_only_breach(RULE_VIDPN_02);
    release_source_set(first);
    release_source_set(second);
}

static void a_lent_info_cannot_be_added(void **state)
{
    (void)state;
    const DXGK_VIDPNSOURCEMODESET_INTERFACE *table = source_mode_set_interface();
    D3DKMDT_HVIDPNSOURCEMODESET set = new_source_set(vidpn, 0);
    const D3DKMDT_VIDPN_SOURCE_MODE *mode;
    SIZE_T count;

    assert_int_equal(add_source_mode(set, good_source_mode(640, 480)), STATUS_SUCCESS);
    assert_int_equal(table->pfnAcquireFirstModeInfo(set, &mode), STATUS_SUCCESS);
    assert_int_equal(table->pfnAddMode(set, (D3DKMDT_VIDPN_SOURCE_MODE *)(uintptr_t)mode),
                     STATUS_GRAPHICS_RESOURCES_NOT_RELATED);
    assert_int_equal(table->pfnGetNumModes(set, &count), STATUS_SUCCESS);
    assert_int_equal(count, 1);
    assert_int_equal(table->pfnReleaseModeInfo(set, mode), STATUS_SUCCESS);
    release_source_set(set);
}

static void modes_that_differ_in_one_number_are_two(void **state)
{
    (void)state;
    D3DKMDT_HVIDPNTARGETMODESET set = new_target_set(vidpn, TARGET_A);
    D3DKMDT_VIDPN_TARGET_MODE mode = good_target_mode(800, 600);

    assert_int_equal(add_target_mode(set, mode), STATUS_SUCCESS);
    mode.VideoSignalInfo.PixelRate++;
    assert_int_equal(add_target_mode(set, mode), STATUS_SUCCESS);
    mode.VideoSignalInfo.VSyncFreq.Numerator++;
    assert_int_equal(add_target_mode(set, mode), STATUS_SUCCESS);
    mode.VideoSignalInfo.HSyncFreq.Numerator++;
    assert_int_equal(add_target_mode(set, mode), STATUS_SUCCESS);
    mode.VideoSignalInfo.TotalSize.cy++;
    assert_int_equal(add_target_mode(set, mode), STATUS_SUCCESS);
    mode.VideoSignalInfo.ScanLineOrdering = D3DDDI_VSSLO_INTERLACED_LOWERFIELDFIRST;
    assert_int_equal(add_target_mode(set, mode), STATUS_SUCCESS);
    mode.VideoSignalInfo.VideoStandard = D3DKMDT_VSS_VESA_DMT;
    assert_int_equal(add_target_mode(set, mode), STATUS_SUCCESS);
    mode.Preference = D3DKMDT_MP_PREFERRED; /* says how much it is wanted, not what it is */
    assert_int_equal(add_target_mode(set, mode), STATUS_GRAPHICS_MODE_ALREADY_IN_MODESET);
    assert_int_equal(vidpn_interface()->pfnReleaseTargetModeSet(vidpn->handle, set),
                     STATUS_SUCCESS);
    assert_no_breach();
}

static void functions_above_passive_level_are_reported(void **state)
{
    (void)state;
    D3DKMDT_HVIDPNSOURCEMODESET set = new_source_set(vidpn, 0);
    SIZE_T count;

    machine->active->irql = IRQL_DISPATCH;
    assert_int_equal(source_mode_set_interface()->pfnGetNumModes(set, &count), STATUS_SUCCESS);
    machine->active->irql = IRQL_PASSIVE;
    assert_only_breach(RULE_VIDPN_13);
    release_source_set(set);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        T(modes_are_walked_in_the_order_they_were_added),
        T(a_mode_that_is_there_already_is_refused_without_blame),
        T(ids_of_the_drivers_own_are_kept_and_must_be_unique),
        T(the_pinned_mode_is_lent_and_absence_is_null),
        T(every_incomplete_source_mode_is_refused),
        T(every_incomplete_target_mode_is_refused),
        cmocka_unit_test_setup_teardown(a_display_only_driver_may_leave_the_timing_open,
                                        begin_display_only, end),
        cmocka_unit_test_setup_teardown(a_display_only_driver_may_not_invent_half_a_timing,
                                        begin_display_only, end),
        T(a_full_driver_may_not_leave_the_timing_open),
        T(garbage_handles_and_pointers_are_named_not_followed),
        T(a_release_counts_once_and_a_use_after_it_is_caught),
        T(a_const_info_that_was_written_is_reported),
        T(an_info_of_another_set_is_not_accepted),
        T(a_lent_info_cannot_be_added),
        T(modes_that_differ_in_one_number_are_two),
        T(functions_above_passive_level_are_reported),
    };
    return cmocka_run_group_tests_name("display/mode_set", tests, NULL, NULL);
}
