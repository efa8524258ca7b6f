/* SPDX-License-Identifier: MIT */
#include "display/cofunctional.h"
#include "tests/unit/display_fixture.h"

static struct vidpn *vidpn;
static struct info_item *path;

static int begin(void **state)
{
    (void)setup(state);
    vidpn = vidpn_create(display);
    path = topology_path_add(vidpn->topology, 0, TARGET_A);
    return 0;
}

static int end(void **state)
{
    vidpn_destroy(vidpn);
    return teardown(state);
}

static void offer_source(uint32_t width, uint32_t height, D3DDDIFORMAT format)
{
    D3DKMDT_VIDPN_SOURCE_MODE mode = good_source_mode(width, height);

    mode.Format.Graphics.PixelFormat = format;
    (void)info_set_append(vidpn_source_set(vidpn, 0), &mode);
}

static void offer_target(uint32_t width, uint32_t height, uint32_t hz, bool preferred)
{
    D3DKMDT_VIDPN_TARGET_MODE mode = good_target_mode(width, height);

    mode.VideoSignalInfo.VSyncFreq = (D3DDDI_RATIONAL){ hz, 1 };
    mode.Preference = preferred ? D3DKMDT_MP_PREFERRED : D3DKMDT_MP_NOTPREFERRED;
    (void)info_set_append(vidpn_target_set(vidpn, TARGET_A), &mode);
}

static D3DDDIFORMAT pinned_format(void)
{
    return source_mode_of(vidpn_source_set(vidpn, 0)->pinned)->Format.Graphics.PixelFormat;
}

static const D3DKMDT_VIDPN_TARGET_MODE *pinned_target(void)
{
    return target_mode_of(vidpn_target_set(vidpn, TARGET_A)->pinned);
}

static void the_exact_format_wins_over_one_that_fits(void **state)
{
    (void)state;
    struct mode_request request = { 800, 600, D3DDDIFMT_A8R8G8B8, { 0, 0 }, D3DKMDT_VPPR_IDENTITY };

    offer_source(800, 600, D3DDDIFMT_R5G6B5);
    offer_source(800, 600, D3DDDIFMT_X8R8G8B8);
    offer_source(640, 480, D3DDDIFMT_A8R8G8B8);
    assert_true(cofunctional_pin_source(vidpn, 0, &request));
    assert_int_equal(pinned_format(), D3DDDIFMT_X8R8G8B8);
    offer_source(800, 600, D3DDDIFMT_A8R8G8B8);
    assert_true(cofunctional_pin_source(vidpn, 0, &request));
    assert_int_equal(pinned_format(), D3DDDIFMT_A8R8G8B8);
}

static void of_equals_the_first_offered_wins(void **state)
{
    (void)state;
    struct mode_request request = { 800, 600, D3DDDIFMT_A8R8G8B8, { 0, 0 }, D3DKMDT_VPPR_IDENTITY };

    offer_source(800, 600, D3DDDIFMT_X8R8G8B8);
    offer_source(800, 600, D3DDDIFMT_X8R8G8B8);
    assert_true(cofunctional_pin_source(vidpn, 0, &request));
    assert_ptr_equal(vidpn_source_set(vidpn, 0)->pinned,
                     info_set_first(vidpn_source_set(vidpn, 0)));
}

static void stereo_modes_are_not_for_a_plain_surface(void **state)
{
    (void)state;
    struct mode_request request = { 800, 600, D3DDDIFMT_A8R8G8B8, { 0, 0 }, D3DKMDT_VPPR_IDENTITY };
    D3DKMDT_VIDPN_SOURCE_MODE mode = good_source_mode(800, 600);

    mode.Type = D3DKMDT_RMT_GRAPHICS_STEREO;
    (void)info_set_append(vidpn_source_set(vidpn, 0), &mode);
    assert_false(cofunctional_pin_source(vidpn, 0, &request));
}

static void a_size_or_format_nobody_offers_pins_nothing(void **state)
{
    (void)state;
    struct mode_request request = {
        1024, 768, D3DDDIFMT_A8R8G8B8, { 0, 0 }, D3DKMDT_VPPR_IDENTITY
    };

    assert_false(cofunctional_pin_source(vidpn, 0, &request));
    offer_source(800, 600, D3DDDIFMT_A8R8G8B8);
    offer_source(1024, 768, D3DDDIFMT_R5G6B5);
    assert_false(cofunctional_pin_source(vidpn, 0, &request));
    assert_null(vidpn_source_set(vidpn, 0)->pinned);
}

static void formats_fit_when_only_alpha_differs(void **state)
{
    (void)state;

    assert_true(cofunctional_formats_fit(D3DDDIFMT_A8R8G8B8, D3DDDIFMT_X8R8G8B8));
    assert_true(cofunctional_formats_fit(D3DDDIFMT_X8R8G8B8, D3DDDIFMT_A8R8G8B8));
    assert_true(cofunctional_formats_fit(D3DDDIFMT_A8B8G8R8, D3DDDIFMT_X8B8G8R8));
    assert_false(cofunctional_formats_fit(D3DDDIFMT_A8R8G8B8, D3DDDIFMT_A8B8G8R8));
    assert_false(cofunctional_formats_fit(D3DDDIFMT_R5G6B5, D3DDDIFMT_X1R5G5B5));
}

static void size_then_monitor_then_rate_decide_the_target(void **state)
{
    (void)state;
    struct mode_request request = {
        800, 600, D3DDDIFMT_A8R8G8B8, { 75, 1 }, D3DKMDT_VPPR_IDENTITY
    };

    offer_source(800, 600, D3DDDIFMT_A8R8G8B8);
    assert_true(cofunctional_pin_source(vidpn, 0, &request));
    assert_false(cofunctional_pin_target(vidpn, 0, TARGET_A, &request));
    offer_target(1920, 1080, 75, true);
    assert_true(cofunctional_pin_target(vidpn, 0, TARGET_A, &request));
    assert_int_equal(pinned_target()->VideoSignalInfo.ActiveSize.cx, 1920);
    offer_target(800, 600, 75, true); /* the size fits, the monitor cannot show 75 Hz */
    assert_true(cofunctional_pin_target(vidpn, 0, TARGET_A, &request));
    assert_int_equal(pinned_target()->VideoSignalInfo.VSyncFreq.Numerator, 75);
    offer_target(800, 600, 60, false);
    assert_true(cofunctional_pin_target(vidpn, 0, TARGET_A, &request));
    assert_int_equal(pinned_target()->VideoSignalInfo.VSyncFreq.Numerator, 60);
}

static void without_a_wanted_rate_the_preferred_mode_wins(void **state)
{
    (void)state;
    struct mode_request request = { 800, 600, D3DDDIFMT_A8R8G8B8, { 0, 0 }, D3DKMDT_VPPR_IDENTITY };

    offer_source(800, 600, D3DDDIFMT_A8R8G8B8);
    assert_true(cofunctional_pin_source(vidpn, 0, &request));
    offer_target(800, 600, 72, false);
    offer_target(800, 600, 75, true);
    assert_true(cofunctional_pin_target(vidpn, 0, TARGET_A, &request));
    assert_int_equal(pinned_target()->VideoSignalInfo.VSyncFreq.Numerator, 75);
}

static void equal_sizes_need_no_scaling(void **state)
{
    (void)state;
    struct mode_request request = { 800, 600, D3DDDIFMT_A8R8G8B8, { 0, 0 }, D3DKMDT_VPPR_IDENTITY };

    offer_source(800, 600, D3DDDIFMT_A8R8G8B8);
    offer_target(800, 600, 60, true);
    assert_true(cofunctional_pin_source(vidpn, 0, &request));
    assert_true(cofunctional_pin_target(vidpn, 0, TARGET_A, &request));
    assert_true(cofunctional_pin_transformation(vidpn, path, &request));
    assert_int_equal(topology_path_of(path)->ContentTransformation.Scaling, D3DKMDT_VPPS_IDENTITY);
    assert_int_equal(topology_path_of(path)->ContentTransformation.Rotation, D3DKMDT_VPPR_IDENTITY);
    assert_true(topology_scaling_is_pinned(topology_path_of(path)));
    assert_true(topology_rotation_is_pinned(topology_path_of(path)));
}

static void unequal_sizes_take_the_best_scaling_there_is(void **state)
{
    (void)state;
    struct mode_request request = { 800, 600, D3DDDIFMT_A8R8G8B8, { 0, 0 }, D3DKMDT_VPPR_IDENTITY };
    D3DKMDT_VIDPN_PRESENT_PATH_TRANSFORMATION *transformation =
        &topology_path_of(path)->ContentTransformation;

    offer_source(800, 600, D3DDDIFMT_A8R8G8B8);
    offer_target(1024, 768, 60, true);
    assert_true(cofunctional_pin_source(vidpn, 0, &request));
    assert_true(cofunctional_pin_target(vidpn, 0, TARGET_A, &request));
    transformation->ScalingSupport.Identity = 1;
    assert_false(cofunctional_pin_transformation(vidpn, path, &request));
    assert_false(topology_scaling_is_pinned(topology_path_of(path)));
    transformation->ScalingSupport.Centered = 1;
    assert_true(cofunctional_pin_transformation(vidpn, path, &request));
    assert_int_equal(transformation->Scaling, D3DKMDT_VPPS_CENTERED);
    transformation->ScalingSupport.Stretched = 1;
    assert_true(cofunctional_pin_transformation(vidpn, path, &request));
    assert_int_equal(transformation->Scaling, D3DKMDT_VPPS_STRETCHED);
    transformation->ScalingSupport.AspectRatioCenteredMax = 1;
    assert_true(cofunctional_pin_transformation(vidpn, path, &request));
    assert_int_equal(transformation->Scaling, D3DKMDT_VPPS_ASPECTRATIOCENTEREDMAX);
}

static void a_rotation_is_pinned_where_the_path_supports_it(void **state)
{
    (void)state;
    struct mode_request request = { 800, 600, D3DDDIFMT_A8R8G8B8, { 0, 0 }, D3DKMDT_VPPR_ROTATE90 };
    D3DKMDT_VIDPN_PRESENT_PATH_TRANSFORMATION *transformation =
        &topology_path_of(path)->ContentTransformation;

    offer_source(800, 600, D3DDDIFMT_A8R8G8B8);
    offer_target(800, 600, 60, true);
    assert_true(cofunctional_pin_source(vidpn, 0, &request));
    assert_true(cofunctional_pin_target(vidpn, 0, TARGET_A, &request));
    transformation->RotationSupport.Rotate270 = 1;
    assert_false(cofunctional_pin_transformation(vidpn, path, &request));
    assert_false(topology_rotation_is_pinned(topology_path_of(path)));
    transformation->RotationSupport.Rotate90 = 1;
    assert_true(cofunctional_pin_transformation(vidpn, path, &request));
    assert_int_equal(transformation->Rotation, D3DKMDT_VPPR_ROTATE90);
    assert_int_equal(transformation->Scaling, D3DKMDT_VPPS_IDENTITY);
    request.rotation = D3DKMDT_VPPR_ROTATE180;
    assert_false(cofunctional_pin_transformation(vidpn, path, &request));
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        T(the_exact_format_wins_over_one_that_fits),
        T(of_equals_the_first_offered_wins),
        T(stereo_modes_are_not_for_a_plain_surface),
        T(a_size_or_format_nobody_offers_pins_nothing),
        T(formats_fit_when_only_alpha_differs),
        T(size_then_monitor_then_rate_decide_the_target),
        T(without_a_wanted_rate_the_preferred_mode_wins),
        T(equal_sizes_need_no_scaling),
        T(a_rotation_is_pinned_where_the_path_supports_it),
        T(unequal_sizes_take_the_best_scaling_there_is),
    };
    return cmocka_run_group_tests_name("display/cofunctional", tests, NULL, NULL);
}
