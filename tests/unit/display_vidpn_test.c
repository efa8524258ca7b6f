/* SPDX-License-Identifier: MIT */
#include "display/pin.h"
#include "tests/unit/display_fixture.h"

static const char ddi[] = "DxgkDdiEnumVidPnCofuncModality";
static struct vidpn *vidpn;
static const DXGK_VIDPN_INTERFACE *table;

static int begin(void **state)
{
    (void)setup(state);
    vidpn = vidpn_create(display);
    table = vidpn_interface();
    vidpn_lend(vidpn, DISPLAY_ACCESS_MODES, NULL);
    return 0;
}

static int end(void **state)
{
    vidpn_destroy(vidpn);
    return teardown(state);
}

static void every_end_has_an_empty_set_at_first(void **state)
{
    (void)state;
    const DXGK_VIDPNTARGETMODESET_INTERFACE *targets;
    D3DKMDT_HVIDPNTARGETMODESET target_set;
    SIZE_T count = 1;

    for (uint32_t source = 0; source < SOURCES; source++) {
        D3DKMDT_HVIDPNSOURCEMODESET set = acquire_source_set(vidpn, source);

        assert_int_equal(source_mode_set_interface()->pfnGetNumModes(set, &count), STATUS_SUCCESS);
        assert_int_equal(count, 0);
        assert_int_equal(table->pfnReleaseSourceModeSet(vidpn->handle, set), STATUS_SUCCESS);
    }
    assert_int_equal(
        table->pfnAcquireTargetModeSet(vidpn->handle, TARGET_EMPTY, &target_set, &targets),
        STATUS_SUCCESS);
    assert_int_equal(targets->pfnGetNumModes(target_set, &count), STATUS_SUCCESS);
    assert_int_equal(count, 0);
    assert_int_equal(table->pfnReleaseTargetModeSet(vidpn->handle, target_set), STATUS_SUCCESS);
    assert_false(vidpn_is_functional(vidpn));
    assert_no_breach();
}

static void an_assigned_set_replaces_the_old_and_needs_no_release(void **state)
{
    (void)state;
    D3DKMDT_HVIDPNSOURCEMODESET set = new_source_set(vidpn, 1);
    SIZE_T count;

    assert_int_equal(add_source_mode(set, good_source_mode(640, 480)), STATUS_SUCCESS);
    assert_int_equal(table->pfnAssignSourceModeSet(vidpn->handle, 1, set), STATUS_SUCCESS);
    assert_int_equal(vidpn_source_set(vidpn, 1)->count, 1);
    vidpn_return(vidpn, ddi);
    assert_no_breach();
    assert_int_equal(source_mode_set_interface()->pfnGetNumModes(set, &count),
                     STATUS_GRAPHICS_INVALID_VIDPN_SOURCEMODESET);
    assert_int_equal(table->pfnReleaseSourceModeSet(vidpn->handle, set),
                     STATUS_GRAPHICS_INVALID_VIDPN_SOURCEMODESET);
    assert_int_equal(breaches_of(RULE_VIDPN_04), 2);
}

static void the_old_set_lives_while_the_driver_holds_it(void **state)
{
    (void)state;
    D3DKMDT_HVIDPNSOURCEMODESET old;
    D3DKMDT_HVIDPNSOURCEMODESET set = new_source_set(vidpn, 0);
    const D3DKMDT_VIDPN_SOURCE_MODE *mode;

    assert_int_equal(add_source_mode(set, good_source_mode(640, 480)), STATUS_SUCCESS);
    assert_int_equal(table->pfnAssignSourceModeSet(vidpn->handle, 0, set), STATUS_SUCCESS);
    old = acquire_source_set(vidpn, 0);
    assert_int_equal(source_mode_set_interface()->pfnAcquireFirstModeInfo(old, &mode),
                     STATUS_SUCCESS);
    set = new_source_set(vidpn, 0);
    assert_int_equal(add_source_mode(set, good_source_mode(800, 600)), STATUS_SUCCESS);
    assert_int_equal(table->pfnAssignSourceModeSet(vidpn->handle, 0, set), STATUS_SUCCESS);
    assert_int_equal(mode->Format.Graphics.PrimSurfSize.cx, 640);
    assert_int_equal(source_mode_set_interface()->pfnReleaseModeInfo(old, mode), STATUS_SUCCESS);
    assert_int_equal(table->pfnReleaseSourceModeSet(vidpn->handle, old), STATUS_SUCCESS);
    vidpn_return(vidpn, ddi);
    assert_no_breach();
}

static void wrong_parameters_leave_a_new_set_with_the_driver(void **state)
{
    (void)state;
    D3DKMDT_HVIDPNSOURCEMODESET set = new_source_set(vidpn, 0);

    assert_int_equal(add_source_mode(set, good_source_mode(640, 480)), STATUS_SUCCESS);
    assert_int_equal(table->pfnAssignSourceModeSet(NEVER_A_HANDLE, 0, set),
                     STATUS_GRAPHICS_INVALID_VIDPN);
    assert_int_equal(table->pfnAssignSourceModeSet(vidpn->handle, SOURCES, set),
                     STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE);
    assert_int_equal(table->pfnAssignSourceModeSet(vidpn->handle, 0, NEVER_A_HANDLE),
                     STATUS_GRAPHICS_INVALID_VIDPN_SOURCEMODESET);
    assert_int_equal(breaches_of(RULE_VIDPN_04), 2);
    assert_int_equal(table->pfnAssignSourceModeSet(vidpn->handle, 0, set), STATUS_SUCCESS);
    vidpn_return(vidpn, ddi);
    assert_int_equal(verify_breach_count(machine), 1); /* the two in one place; no leak */
}

static void a_set_refused_for_its_content_is_released(void **state)
{
    (void)state;
    D3DKMDT_HVIDPNSOURCEMODESET set = new_source_set(vidpn, 0);
    D3DKMDT_HVIDPNTARGETMODESET target_set;

    assert_int_equal(table->pfnAssignSourceModeSet(vidpn->handle, 0, set),
                     STATUS_GRAPHICS_EMPTY_ADAPTER_MONITOR_MODE_SUPPORT_INTERSECTION);
    set = new_source_set(vidpn, 0);
    assert_int_equal(add_source_mode(set, good_source_mode(640, 480)), STATUS_SUCCESS);
    assert_int_equal(table->pfnAssignSourceModeSet(vidpn->handle, 1, set),
                     STATUS_GRAPHICS_RESOURCES_NOT_RELATED);
    target_set = new_target_set(vidpn, TARGET_A);
    assert_int_equal(table->pfnAssignTargetModeSet(vidpn->handle, TARGET_A, target_set),
                     STATUS_GRAPHICS_EMPTY_ADAPTER_MONITOR_MODE_SUPPORT_INTERSECTION);
    assert_int_equal(breaches_of(RULE_VIDPN_11), 3);
    vidpn_return(vidpn, ddi); /* no leak: they are gone */
    assert_int_equal(breaches_of(RULE_VIDPN_03), 0);
}

static struct info_set *assign_and_pin(uint32_t source_id, uint32_t width, uint32_t height)
{
    D3DKMDT_HVIDPNSOURCEMODESET handle = new_source_set(vidpn, source_id);
    struct info_set *set;

    assert_int_equal(add_source_mode(handle, good_source_mode(width, height)), STATUS_SUCCESS);
    assert_int_equal(table->pfnAssignSourceModeSet(vidpn->handle, source_id, handle),
                     STATUS_SUCCESS);
    set = vidpn_source_set(vidpn, source_id);
    pin_set(set, info_set_first(set));
    return set;
}

/* Outside an enumeration a set with a pinned mode may be replaced, if it keeps that mode. */
static void a_pinned_mode_must_remain_in_the_set(void **state)
{
    (void)state;
    D3DKMDT_HVIDPNSOURCEMODESET set;

    assign_and_pin(0, 640, 480);
    vidpn_lend(vidpn, DISPLAY_ACCESS_TOPOLOGY, NULL);
    set = new_source_set(vidpn, 0);
    assert_int_equal(add_source_mode(set, good_source_mode(800, 600)), STATUS_SUCCESS);
    assert_int_equal(table->pfnAssignSourceModeSet(vidpn->handle, 0, set),
                     STATUS_GRAPHICS_PINNED_MODE_MUST_REMAIN_IN_SET);
    assert_only_breach(RULE_VIDPN_11);
    set = new_source_set(vidpn, 0);
    assert_int_equal(add_source_mode(set, good_source_mode(800, 600)), STATUS_SUCCESS);
    assert_int_equal(add_source_mode(set, good_source_mode(640, 480)), STATUS_SUCCESS);
    assert_int_equal(table->pfnAssignSourceModeSet(vidpn->handle, 0, set), STATUS_SUCCESS);
    assert_int_equal(
        source_mode_of(vidpn_source_set(vidpn, 0)->pinned)->Format.Graphics.PrimSurfSize.cx, 640);
    vidpn_return(vidpn, "DxgkDdiRecommendFunctionalVidPn");
    assert_only_breach(RULE_VIDPN_11);
}

static void an_enumeration_leaves_pivot_and_pinned_sets_alone(void **state)
{
    (void)state;
    struct vidpn_pivot pivot = { D3DKMDT_EPT_VIDPNTARGET, 0, TARGET_A };
    D3DKMDT_HVIDPNSOURCEMODESET set;
    D3DKMDT_HVIDPNTARGETMODESET target_set;

    assign_and_pin(0, 640, 480);
    vidpn_lend(vidpn, DISPLAY_ACCESS_MODES, &pivot);
    set = new_source_set(vidpn, 0);
    assert_int_equal(add_source_mode(set, good_source_mode(640, 480)), STATUS_SUCCESS);
    assert_int_equal(table->pfnAssignSourceModeSet(vidpn->handle, 0, set), STATUS_ACCESS_DENIED);
    assert_int_equal(table->pfnReleaseSourceModeSet(vidpn->handle, set), STATUS_SUCCESS);
    assert_int_equal(breaches_of(RULE_VSYNC_05), 1);
    set = acquire_source_set(vidpn, 0);
    assert_int_equal(add_source_mode(set, good_source_mode(800, 600)), STATUS_ACCESS_DENIED);
    assert_int_equal(source_mode_set_interface()->pfnPinMode(set, 1), STATUS_ACCESS_DENIED);
    assert_int_equal(table->pfnReleaseSourceModeSet(vidpn->handle, set), STATUS_SUCCESS);
    target_set = new_target_set(vidpn, TARGET_A);
    assert_int_equal(add_target_mode(target_set, good_target_mode(640, 480)), STATUS_SUCCESS);
    assert_int_equal(table->pfnAssignTargetModeSet(vidpn->handle, TARGET_A, target_set),
                     STATUS_ACCESS_DENIED);
    assert_int_equal(table->pfnReleaseTargetModeSet(vidpn->handle, target_set), STATUS_SUCCESS);
    assert_int_equal(breaches_of(RULE_VSYNC_05), 4);
    target_set = new_target_set(vidpn, TARGET_B); /* neither pinned nor the pivot */
    assert_int_equal(add_target_mode(target_set, good_target_mode(640, 480)), STATUS_SUCCESS);
    assert_int_equal(table->pfnAssignTargetModeSet(vidpn->handle, TARGET_B, target_set),
                     STATUS_SUCCESS);
    vidpn_return(vidpn, ddi);
    assert_int_equal(breaches_of(RULE_VSYNC_05), 4);
}

static void a_vidpn_to_inspect_cannot_be_changed(void **state)
{
    (void)state;
    D3DDDI_MULTISAMPLINGMETHOD method = { 4, 1 };
    D3DKMDT_HVIDPNSOURCEMODESET set;

    vidpn_lend(vidpn, DISPLAY_ACCESS_INSPECT, NULL);
    set = new_source_set(vidpn, 0);
    assert_int_equal(add_source_mode(set, good_source_mode(640, 480)), STATUS_SUCCESS);
    assert_int_equal(table->pfnAssignSourceModeSet(vidpn->handle, 0, set), STATUS_ACCESS_DENIED);
    assert_int_equal(table->pfnReleaseSourceModeSet(vidpn->handle, set), STATUS_SUCCESS);
    assert_int_equal(table->pfnAssignMultisamplingMethodSet(vidpn->handle, 0, 1, &method),
                     STATUS_ACCESS_DENIED);
    assert_int_equal(breaches_of(RULE_VIDPN_09), 2);
    assert_int_equal(vidpn_source_set(vidpn, 0)->count, 0);
}

static void a_second_new_set_for_one_end_waits_for_the_first(void **state)
{
    (void)state;
    const DXGK_VIDPNSOURCEMODESET_INTERFACE *sets;
    D3DKMDT_HVIDPNSOURCEMODESET first = new_source_set(vidpn, 0);
    D3DKMDT_HVIDPNSOURCEMODESET second;

    assert_int_equal(table->pfnCreateNewSourceModeSet(vidpn->handle, 0, &second, &sets),
                     STATUS_GRAPHICS_UNASSIGNED_MODESET_ALREADY_EXISTS);
    assert_null(second);
    assert_int_equal(table->pfnReleaseSourceModeSet(vidpn->handle, first), STATUS_SUCCESS);
    first = new_source_set(vidpn, 0);
    second = new_source_set(vidpn, 1);
    assert_int_equal(table->pfnReleaseSourceModeSet(vidpn->handle, first), STATUS_SUCCESS);
    assert_int_equal(table->pfnReleaseSourceModeSet(vidpn->handle, second), STATUS_SUCCESS);
    assert_no_breach();
}

static void what_a_driver_keeps_is_reported_when_the_ddi_returns(void **state)
{
    (void)state;
    const DXGK_VIDPNSOURCEMODESET_INTERFACE *sets = source_mode_set_interface();
    D3DKMDT_HVIDPNSOURCEMODESET set = new_source_set(vidpn, 0);
    const D3DKMDT_VIDPN_SOURCE_MODE *mode;
    D3DKMDT_VIDPN_SOURCE_MODE *info;

    assert_int_equal(add_source_mode(set, good_source_mode(640, 480)), STATUS_SUCCESS);
    assert_int_equal(sets->pfnCreateNewModeInfo(set, &info), STATUS_SUCCESS);
    assert_int_equal(table->pfnAssignSourceModeSet(vidpn->handle, 0, set), STATUS_SUCCESS);
    set = acquire_source_set(vidpn, 0);
    assert_int_equal(sets->pfnAcquireFirstModeInfo(set, &mode), STATUS_SUCCESS);
    (void)new_source_set(vidpn, 1);
    vidpn_return(vidpn, ddi);
    assert_int_equal(breaches_of(RULE_VIDPN_01), 2); /* the handle and the mode */
    assert_int_equal(breaches_of(RULE_VIDPN_03), 2); /* the new info and the new set */
    assert_true(list_is_empty(&display->state->loans));
    vidpn_return(vidpn, ddi); /* reported once */
    assert_int_equal(breaches_of(RULE_VIDPN_01) + breaches_of(RULE_VIDPN_03), 4);
}

static void a_leak_report_names_what_and_how(void **state)
{
    (void)state;
    const struct breach *breach;

    (void)acquire_source_set(vidpn, 1);
    vidpn_return(vidpn, ddi);
    breach = LIST_ENTRY_OF(verify_breaches(machine)->next, struct breach, link);
    assert_non_null(strstr(breach->message, "pfnAcquireSourceModeSet"));
    assert_non_null(strstr(breach->message, "source mode set of source 1"));
    assert_string_equal(breach->ddi, ddi);
}

static void a_path_without_any_support_is_reported_after_an_enumeration(void **state)
{
    (void)state;

    (void)topology_path_add(vidpn->topology, 0, TARGET_A);
    vidpn_return(vidpn, ddi);
    assert_int_equal(breaches_of(RULE_VIDPN_12), 2); /* scaling and rotation */
    vidpn_lend(vidpn, DISPLAY_ACCESS_MODES, NULL);
    support_everything(vidpn);
    vidpn_return(vidpn, ddi);
    vidpn_lend(vidpn, DISPLAY_ACCESS_INSPECT, NULL);
    vidpn_return(vidpn, "DxgkDdiIsSupportedVidPn");
    assert_int_equal(breaches_of(RULE_VIDPN_12), 2);
}

static void a_set_of_one_vidpn_is_foreign_to_another(void **state)
{
    (void)state;
    struct vidpn *other = vidpn_create(display);
    D3DKMDT_HVIDPNSOURCEMODESET set = new_source_set(vidpn, 0);

    assert_int_equal(add_source_mode(set, good_source_mode(640, 480)), STATUS_SUCCESS);
    assert_int_equal(table->pfnReleaseSourceModeSet(other->handle, set),
                     STATUS_GRAPHICS_RESOURCES_NOT_RELATED);
    assert_int_equal(table->pfnAssignSourceModeSet(other->handle, 0, set),
                     STATUS_GRAPHICS_RESOURCES_NOT_RELATED);
    assert_int_equal(breaches_of(RULE_VIDPN_04), 2);
    assert_int_equal(table->pfnReleaseSourceModeSet(vidpn->handle, set), STATUS_SUCCESS);
    vidpn_destroy(other);
}

static void handles_of_a_destroyed_vidpn_are_dead(void **state)
{
    (void)state;
    struct vidpn *other = vidpn_create(display);
    void *handle = other->handle;
    const DXGK_VIDPNTOPOLOGY_INTERFACE *paths;
    D3DKMDT_HVIDPNTOPOLOGY topology;
    SIZE_T count;

    assert_int_equal(table->pfnGetTopology(handle, &topology, &paths), STATUS_SUCCESS);
    vidpn_destroy(other);
    assert_int_equal(paths->pfnGetNumPaths(topology, &count),
                     STATUS_GRAPHICS_INVALID_VIDPN_TOPOLOGY);
    assert_int_equal(table->pfnGetTopology(handle, &topology, &paths),
                     STATUS_GRAPHICS_INVALID_VIDPN);
    assert_null(topology);
    assert_int_equal(breaches_of(RULE_VIDPN_04), 2);
}

static void out_pointers_are_checked(void **state)
{
    (void)state;
    const DXGK_VIDPNSOURCEMODESET_INTERFACE *sets;
    const DXGK_VIDPNTARGETMODESET_INTERFACE *targets;
    D3DKMDT_HVIDPNTARGETMODESET target_set;
    D3DKMDT_HVIDPNSOURCEMODESET set;

    assert_int_equal(table->pfnGetTopology(vidpn->handle, NULL, NULL), STATUS_INVALID_PARAMETER);
    assert_int_equal(table->pfnAcquireSourceModeSet(vidpn->handle, 0, NULL, &sets),
                     STATUS_INVALID_PARAMETER);
    assert_int_equal(table->pfnCreateNewTargetModeSet(vidpn->handle, TARGET_A, &target_set, NULL),
                     STATUS_INVALID_PARAMETER);
    assert_int_equal(table->pfnAcquireSourceModeSet(vidpn->handle, SOURCES, &set, &sets),
                     STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE);
    assert_int_equal(table->pfnCreateNewSourceModeSet(vidpn->handle, SOURCES, &set, &sets),
                     STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE);
    assert_int_equal(table->pfnAcquireTargetModeSet(vidpn->handle, 1000, &target_set, &targets),
                     STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_TARGET);
    assert_int_equal(table->pfnCreateNewTargetModeSet(vidpn->handle, 1000, &target_set, &targets),
                     STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_TARGET);
    assert_int_equal(table->pfnAssignMultisamplingMethodSet(vidpn->handle, 0, 1, NULL),
                     STATUS_INVALID_PARAMETER);
    assert_int_equal(table->pfnAssignMultisamplingMethodSet(vidpn->handle, SOURCES, 0, NULL),
                     STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE);
    assert_true(list_is_empty(&display->state->loans));
    assert_no_breach();
}

static void a_set_that_is_assigned_already_cannot_be_assigned(void **state)
{
    (void)state;
    D3DKMDT_HVIDPNSOURCEMODESET set = new_source_set(vidpn, 0);

    assert_int_equal(add_source_mode(set, good_source_mode(640, 480)), STATUS_SUCCESS);
    assert_int_equal(table->pfnAssignSourceModeSet(vidpn->handle, 0, set), STATUS_SUCCESS);
    set = acquire_source_set(vidpn, 0);
    assert_int_equal(table->pfnAssignSourceModeSet(vidpn->handle, 0, set),
                     STATUS_GRAPHICS_INVALID_VIDPN_SOURCEMODESET);
    assert_only_breach(RULE_VIDPN_04);
    assert_int_equal(table->pfnReleaseSourceModeSet(vidpn->handle, set), STATUS_SUCCESS);
}

static void multisampling_methods_are_kept_and_replaced(void **state)
{
    (void)state;
    D3DDDI_MULTISAMPLINGMETHOD methods[] = { { 2, 1 }, { 4, 2 } };

    assert_int_equal(table->pfnAssignMultisamplingMethodSet(vidpn->handle, 1, 2, methods),
                     STATUS_SUCCESS);
    assert_int_equal(vidpn->multisampling[1].count, 2);
    assert_int_equal(vidpn->multisampling[1].methods[1].NumSamples, 4);
    assert_int_equal(table->pfnAssignMultisamplingMethodSet(vidpn->handle, 1, 1, methods),
                     STATUS_SUCCESS);
    assert_int_equal(vidpn->multisampling[1].count, 1);
    assert_int_equal(table->pfnAssignMultisamplingMethodSet(vidpn->handle, 1, 0, NULL),
                     STATUS_SUCCESS);
    assert_int_equal(vidpn->multisampling[1].count, 0);
}

static void a_vidpn_is_functional_when_every_end_is_pinned(void **state)
{
    (void)state;
    D3DKMDT_VIDPN_TARGET_MODE mode = good_target_mode(640, 480);

    (void)topology_path_add(vidpn->topology, 0, TARGET_A);
    assert_false(vidpn_is_functional(vidpn));
    assign_and_pin(0, 640, 480);
    assert_false(vidpn_is_functional(vidpn));
    pin_set(vidpn_target_set(vidpn, TARGET_A),
            info_set_append(vidpn_target_set(vidpn, TARGET_A), &mode));
    assert_true(vidpn_is_functional(vidpn));
    assert_null(vidpn_source_set(vidpn, SOURCES));
    assert_null(vidpn_target_set(vidpn, 1000));
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        T(every_end_has_an_empty_set_at_first),
        T(an_assigned_set_replaces_the_old_and_needs_no_release),
        T(the_old_set_lives_while_the_driver_holds_it),
        T(wrong_parameters_leave_a_new_set_with_the_driver),
        T(a_set_refused_for_its_content_is_released),
        T(a_pinned_mode_must_remain_in_the_set),
        T(an_enumeration_leaves_pivot_and_pinned_sets_alone),
        T(a_vidpn_to_inspect_cannot_be_changed),
        T(a_second_new_set_for_one_end_waits_for_the_first),
        T(what_a_driver_keeps_is_reported_when_the_ddi_returns),
        T(a_leak_report_names_what_and_how),
        T(a_path_without_any_support_is_reported_after_an_enumeration),
        T(a_set_of_one_vidpn_is_foreign_to_another),
        T(handles_of_a_destroyed_vidpn_are_dead),
        T(out_pointers_are_checked),
        T(a_set_that_is_assigned_already_cannot_be_assigned),
        T(multisampling_methods_are_kept_and_replaced),
        T(a_vidpn_is_functional_when_every_end_is_pinned),
    };
    return cmocka_run_group_tests_name("display/vidpn", tests, NULL, NULL);
}
