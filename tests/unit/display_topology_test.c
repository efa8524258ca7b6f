/* SPDX-License-Identifier: MIT */
#include "tests/unit/display_fixture.h"

static struct vidpn *vidpn;
static D3DKMDT_HVIDPNTOPOLOGY handle;
static const DXGK_VIDPNTOPOLOGY_INTERFACE *table;

static int finish_setup(void)
{
    vidpn = vidpn_create(display);
    vidpn_lend(vidpn, DISPLAY_ACCESS_TOPOLOGY, NULL);
    assert_int_equal(vidpn_interface()->pfnGetTopology(vidpn->handle, &handle, &table),
                     STATUS_SUCCESS);
    assert_ptr_equal(table, topology_interface());
    return 0;
}

static int begin(void **state)
{
    (void)setup(state);
    return finish_setup();
}

static int begin_path_independent(void **state)
{
    (void)setup_path_independent(state);
    return finish_setup();
}

static int end(void **state)
{
    vidpn_destroy(vidpn);
    return teardown(state);
}

/* What a driver does to join two ends. */
static NTSTATUS add_path(uint32_t source_id, uint32_t target_id,
                         D3DKMDT_VIDPN_PRESENT_PATH_IMPORTANCE importance)
{
    D3DKMDT_VIDPN_PRESENT_PATH *path;
    NTSTATUS status = table->pfnCreateNewPathInfo(handle, &path);

    assert_int_equal(status, STATUS_SUCCESS);
    path->VidPnSourceId = source_id;
    path->VidPnTargetId = target_id;
    path->ImportanceOrdinal = importance;
    path->ContentTransformation.Scaling = D3DKMDT_VPPS_IDENTITY;
    path->ContentTransformation.Rotation = D3DKMDT_VPPR_IDENTITY;
    path->Content = D3DKMDT_VPPC_GRAPHICS;
    status = table->pfnAddPath(handle, path);
    if (!NT_SUCCESS(status)) {
        assert_int_equal(table->pfnReleasePathInfo(handle, path), STATUS_SUCCESS);
    }
    return status;
}

static void paths_answer_every_question_about_them(void **state)
{
    (void)state;
    D3DDDI_VIDEO_PRESENT_TARGET_ID target;
    D3DDDI_VIDEO_PRESENT_SOURCE_ID source;
    SIZE_T count;

    assert_int_equal(add_path(0, TARGET_A, D3DKMDT_VPPI_PRIMARY), STATUS_SUCCESS);
    assert_int_equal(add_path(0, TARGET_B, D3DKMDT_VPPI_SECONDARY), STATUS_SUCCESS);
    assert_int_equal(table->pfnGetNumPaths(handle, &count), STATUS_SUCCESS);
    assert_int_equal(count, 2);
    assert_int_equal(table->pfnGetNumPathsFromSource(handle, 0, &count), STATUS_SUCCESS);
    assert_int_equal(count, 2);
    assert_int_equal(table->pfnGetNumPathsFromSource(handle, 1, &count),
                     STATUS_GRAPHICS_SOURCE_NOT_IN_TOPOLOGY);
    assert_int_equal(count, 0);
    assert_int_equal(table->pfnGetNumPathsFromSource(handle, SOURCES, &count),
                     STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE);
    assert_int_equal(table->pfnEnumPathTargetsFromSource(handle, 0, 1, &target), STATUS_SUCCESS);
    assert_int_equal(target, TARGET_B);
    assert_int_equal(table->pfnEnumPathTargetsFromSource(handle, 0, 2, &target),
                     STATUS_INVALID_PARAMETER);
    assert_int_equal(table->pfnEnumPathTargetsFromSource(handle, 1, 0, &target),
                     STATUS_GRAPHICS_SOURCE_NOT_IN_TOPOLOGY);
    assert_int_equal(table->pfnGetPathSourceFromTarget(handle, TARGET_B, &source), STATUS_SUCCESS);
    assert_int_equal(source, 0);
    assert_int_equal(table->pfnGetPathSourceFromTarget(handle, TARGET_EMPTY, &source),
                     STATUS_GRAPHICS_TARGET_NOT_IN_TOPOLOGY);
    assert_int_equal(table->pfnGetPathSourceFromTarget(handle, 1000, &source),
                     STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_TARGET);
    assert_no_breach();
}

static void paths_are_walked_while_the_previous_is_released(void **state)
{
    (void)state;
    const D3DKMDT_VIDPN_PRESENT_PATH *path;
    const D3DKMDT_VIDPN_PRESENT_PATH *next;

    assert_int_equal(table->pfnAcquireFirstPathInfo(handle, &path),
                     STATUS_GRAPHICS_DATASET_IS_EMPTY);
    assert_int_equal(add_path(0, TARGET_A, D3DKMDT_VPPI_PRIMARY), STATUS_SUCCESS);
    assert_int_equal(add_path(1, TARGET_B, D3DKMDT_VPPI_SECONDARY), STATUS_SUCCESS);
    assert_int_equal(table->pfnAcquireFirstPathInfo(handle, &path), STATUS_SUCCESS);
    assert_int_equal(path->VidPnTargetId, TARGET_A);
    assert_int_equal(table->pfnAcquireNextPathInfo(handle, path, &next), STATUS_SUCCESS);
    assert_int_equal(table->pfnReleasePathInfo(handle, path), STATUS_SUCCESS);
    assert_int_equal(next->VidPnTargetId, TARGET_B);
    assert_int_equal(table->pfnAcquireNextPathInfo(handle, next, &path),
                     STATUS_GRAPHICS_NO_MORE_ELEMENTS_IN_DATASET);
    assert_int_equal(table->pfnReleasePathInfo(handle, next), STATUS_SUCCESS);
    assert_int_equal(table->pfnAcquirePathInfo(handle, 1, TARGET_B, &path), STATUS_SUCCESS);
    assert_int_equal(path->VidPnSourceId, 1);
    assert_int_equal(table->pfnReleasePathInfo(handle, path), STATUS_SUCCESS);
    assert_int_equal(table->pfnAcquirePathInfo(handle, 0, TARGET_B, &path),
                     STATUS_GRAPHICS_PATH_NOT_IN_TOPOLOGY);
    assert_int_equal(table->pfnAcquirePathInfo(handle, 7, TARGET_B, &path),
                     STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE);
    assert_int_equal(table->pfnAcquirePathInfo(handle, 0, 7, &path),
                     STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_TARGET);
    assert_null(path);
    assert_no_breach();
}

static void a_path_that_cannot_be_is_refused(void **state)
{
    (void)state;

    assert_int_equal(add_path(SOURCES, TARGET_A, D3DKMDT_VPPI_PRIMARY),
                     STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE);
    assert_int_equal(add_path(0, 5, D3DKMDT_VPPI_PRIMARY),
                     STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_TARGET);
    assert_int_equal(add_path(0, TARGET_A, D3DKMDT_VPPI_UNINITIALIZED),
                     STATUS_GRAPHICS_INVALID_PATH_IMPORTANCE_ORDINAL);
    assert_int_equal(add_path(0, TARGET_A, D3DKMDT_VPPI_PRIMARY), STATUS_SUCCESS);
    assert_int_equal(add_path(1, TARGET_A, D3DKMDT_VPPI_SECONDARY),
                     STATUS_GRAPHICS_INVALID_VIDPN_TOPOLOGY);
    assert_int_equal(add_path(1, TARGET_B, D3DKMDT_VPPI_PRIMARY),
                     STATUS_GRAPHICS_INVALID_PATH_IMPORTANCE_ORDINAL);
    assert_int_equal(breaches_of(RULE_VIDPN_08), 5);
    assert_int_equal(add_path(0, TARGET_A, D3DKMDT_VPPI_SECONDARY),
                     STATUS_GRAPHICS_PATH_ALREADY_IN_TOPOLOGY);
    assert_int_equal(breaches_of(RULE_VIDPN_08), 5);
}

static void a_path_can_be_removed_while_it_is_lent(void **state)
{
    (void)state;
    const D3DKMDT_VIDPN_PRESENT_PATH *path;
    const D3DKMDT_VIDPN_PRESENT_PATH *next;

    assert_int_equal(add_path(0, TARGET_A, D3DKMDT_VPPI_PRIMARY), STATUS_SUCCESS);
    assert_int_equal(add_path(1, TARGET_B, D3DKMDT_VPPI_SECONDARY), STATUS_SUCCESS);
    assert_int_equal(table->pfnAcquireFirstPathInfo(handle, &path), STATUS_SUCCESS);
    assert_int_equal(table->pfnRemovePath(handle, 0, TARGET_A), STATUS_SUCCESS);
    assert_int_equal(table->pfnRemovePath(handle, 0, TARGET_A),
                     STATUS_GRAPHICS_PATH_NOT_IN_TOPOLOGY);
    assert_int_equal(table->pfnRemovePath(handle, 9, TARGET_A),
                     STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE);
    assert_int_equal(table->pfnRemovePath(handle, 0, 9),
                     STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_TARGET);
    assert_int_equal(path->VidPnTargetId, TARGET_A); /* still readable until it is released */
    assert_int_equal(table->pfnAcquireNextPathInfo(handle, path, &next),
                     STATUS_GRAPHICS_INVALID_VIDPN_PRESENT_PATH);
    assert_int_equal(table->pfnReleasePathInfo(handle, path), STATUS_SUCCESS);
    assert_int_equal(info_set_first(vidpn->topology) != NULL, 1);
    assert_int_equal(vidpn->topology->count, 1);
    assert_no_breach();
}

static void only_a_topology_recommendation_may_change_paths(void **state)
{
    (void)state;

    assert_int_equal(add_path(0, TARGET_A, D3DKMDT_VPPI_PRIMARY), STATUS_SUCCESS);
    vidpn_lend(vidpn, DISPLAY_ACCESS_MODES, NULL);
    assert_int_equal(add_path(1, TARGET_B, D3DKMDT_VPPI_SECONDARY), STATUS_ACCESS_DENIED);
    assert_int_equal(table->pfnRemovePath(handle, 0, TARGET_A), STATUS_ACCESS_DENIED);
    vidpn_lend(vidpn, DISPLAY_ACCESS_INSPECT, NULL);
    assert_int_equal(add_path(1, TARGET_B, D3DKMDT_VPPI_SECONDARY), STATUS_ACCESS_DENIED);
    assert_int_equal(breaches_of(RULE_VIDPN_09), 3);
    assert_int_equal(vidpn->topology->count, 1);
}

static void support_flags_are_all_that_an_update_changes(void **state)
{
    (void)state;
    D3DKMDT_VIDPN_PRESENT_PATH update;
    const D3DKMDT_VIDPN_PRESENT_PATH *own =
        topology_path_of(topology_path_add(vidpn->topology, 0, TARGET_A));

    vidpn_lend(vidpn, DISPLAY_ACCESS_MODES, NULL);
    update = *own;
    update.ContentTransformation.Scaling = D3DKMDT_VPPS_STRETCHED;
    update.ContentTransformation.ScalingSupport.Stretched = 1;
    update.ContentTransformation.RotationSupport.Rotate90 = 1;
    update.CopyProtection.CopyProtectionSupport.MacroVisionFull = 1;
    update.Content = D3DKMDT_VPPC_VIDEO;
    assert_int_equal(table->pfnUpdatePathSupportInfo(handle, &update), STATUS_SUCCESS);
    assert_int_equal(own->ContentTransformation.Scaling, D3DKMDT_VPPS_UNPINNED);
    assert_int_equal(own->Content, D3DKMDT_VPPC_GRAPHICS);
    assert_true(own->ContentTransformation.ScalingSupport.Stretched);
    assert_true(own->ContentTransformation.RotationSupport.Rotate90);
    assert_true(own->CopyProtection.CopyProtectionSupport.MacroVisionFull);
    assert_int_equal(table->pfnUpdatePathSupportInfo(handle, NULL), STATUS_INVALID_PARAMETER);
    update.VidPnTargetId = TARGET_B;
    assert_int_equal(table->pfnUpdatePathSupportInfo(handle, &update),
                     STATUS_GRAPHICS_PATH_NOT_IN_TOPOLOGY);
    assert_no_breach();
    update.VidPnTargetId = TARGET_A;
    vidpn_lend(vidpn, DISPLAY_ACCESS_INSPECT, NULL);
    assert_int_equal(table->pfnUpdatePathSupportInfo(handle, &update), STATUS_ACCESS_DENIED);
    assert_only_breach(RULE_VIDPN_09);
}

static void a_rotation_without_an_offset_is_refused_from_0x4003_on(void **state)
{
    (void)state;
    D3DKMDT_VIDPN_PRESENT_PATH update;

    update = *topology_path_of(topology_path_add(vidpn->topology, 0, TARGET_A));
    vidpn_lend(vidpn, DISPLAY_ACCESS_MODES, NULL);
    update.ContentTransformation.RotationSupport.Identity = 1;
    assert_int_equal(table->pfnUpdatePathSupportInfo(handle, &update), STATUS_INVALID_PARAMETER);
    assert_only_breach(RULE_VIDPN_10);
    update.ContentTransformation.RotationSupport.Offset0 = 1;
    assert_int_equal(table->pfnUpdatePathSupportInfo(handle, &update), STATUS_SUCCESS);
    assert_only_breach(RULE_VIDPN_10);
}

static void a_rotation_without_an_offset_is_fine_before(void **state)
{
    (void)state;
    D3DKMDT_VIDPN_PRESENT_PATH update;

    update = *topology_path_of(topology_path_add(vidpn->topology, 0, TARGET_A));
    vidpn_lend(vidpn, DISPLAY_ACCESS_MODES, NULL);
    update.ContentTransformation.RotationSupport.Identity = 1;
    assert_int_equal(table->pfnUpdatePathSupportInfo(handle, &update), STATUS_SUCCESS);
    assert_no_breach();
}

static void flags_that_are_the_pivot_may_not_change(void **state)
{
    (void)state;
    D3DKMDT_VIDPN_PRESENT_PATH update;
    struct vidpn_pivot pivot = { D3DKMDT_EPT_SCALING, 0, TARGET_A };

    update = *topology_path_of(topology_path_add(vidpn->topology, 0, TARGET_A));
    vidpn_lend(vidpn, DISPLAY_ACCESS_MODES, &pivot);
    update.ContentTransformation.RotationSupport.Identity = 1;
    assert_int_equal(table->pfnUpdatePathSupportInfo(handle, &update), STATUS_SUCCESS);
    assert_no_breach();
    update.ContentTransformation.ScalingSupport.Identity = 1;
    assert_int_equal(table->pfnUpdatePathSupportInfo(handle, &update), STATUS_ACCESS_DENIED);
    assert_only_breach(RULE_VSYNC_05);
    pivot.type = D3DKMDT_EPT_ROTATION;
    vidpn_lend(vidpn, DISPLAY_ACCESS_MODES, &pivot);
    assert_int_equal(table->pfnUpdatePathSupportInfo(handle, &update), STATUS_SUCCESS);
    update.ContentTransformation.RotationSupport.Rotate90 = 1;
    assert_int_equal(table->pfnUpdatePathSupportInfo(handle, &update), STATUS_ACCESS_DENIED);
    assert_int_equal(breaches_of(RULE_VSYNC_05), 2);
}

static void garbage_is_answered_not_followed(void **state)
{
    (void)state;
    const D3DKMDT_VIDPN_PRESENT_PATH *path;
    SIZE_T count;

    assert_int_equal(table->pfnGetNumPaths(NEVER_A_HANDLE, &count),
                     STATUS_GRAPHICS_INVALID_VIDPN_TOPOLOGY);
    assert_int_equal(table->pfnGetNumPaths(vidpn->handle, &count),
                     STATUS_GRAPHICS_INVALID_VIDPN_TOPOLOGY);
    assert_int_equal(table->pfnGetNumPaths(handle, NULL), STATUS_INVALID_PARAMETER);
    assert_int_equal(table->pfnGetNumPathsFromSource(handle, 0, NULL), STATUS_INVALID_PARAMETER);
    assert_int_equal(table->pfnAcquirePathInfo(handle, 0, TARGET_A, NULL),
                     STATUS_INVALID_PARAMETER);
    assert_int_equal(table->pfnAcquireNextPathInfo(handle, NEVER_A_HANDLE, &path),
                     STATUS_GRAPHICS_INVALID_VIDPN_PRESENT_PATH);
    assert_int_equal(table->pfnReleasePathInfo(handle, NEVER_A_HANDLE),
                     STATUS_GRAPHICS_INVALID_VIDPN_PRESENT_PATH);
    assert_int_equal(table->pfnAddPath(handle, NEVER_A_HANDLE),
                     STATUS_GRAPHICS_INVALID_VIDPN_PRESENT_PATH);
    assert_int_equal(breaches_of(RULE_VIDPN_04), 2);
    assert_int_equal(breaches_of(RULE_VIDPN_02), 3);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        T(paths_answer_every_question_about_them),
        T(paths_are_walked_while_the_previous_is_released),
        T(a_path_that_cannot_be_is_refused),
        T(a_path_can_be_removed_while_it_is_lent),
        T(only_a_topology_recommendation_may_change_paths),
        T(support_flags_are_all_that_an_update_changes),
        cmocka_unit_test_setup_teardown(a_rotation_without_an_offset_is_refused_from_0x4003_on,
                                        begin_path_independent, end),
        T(a_rotation_without_an_offset_is_fine_before),
        T(flags_that_are_the_pivot_may_not_change),
        T(garbage_is_answered_not_followed),
    };
    return cmocka_run_group_tests_name("display/topology", tests, NULL, NULL);
}
