/* SPDX-License-Identifier: MIT */
#include "base/prng.h"
#include "display/signal.h"
#include "display/timing.h"
#include "tests/lib/test.h"

static void assert_signal(const D3DKMDT_VIDEO_SIGNAL_INFO *signal, uint32_t total_width,
                          uint32_t total_height, uint64_t pixel_rate_hz)
{
    assert_int_equal(signal->TotalSize.cx, total_width);
    assert_int_equal(signal->TotalSize.cy, total_height);
    assert_int_equal(signal->PixelRate, pixel_rate_hz);
}

/* Every progressive timing there is, found by trying all sizes of the table at all rates. The older
 * ones are named up to 0.81 Hz off: 640x480 at "72" Hz has 72.809. */
static void the_table_keeps_its_nominal_rates(void **state)
{
    (void)state;
    static const uint32_t widths[] = { 640,  720,  800,  832,  1024, 1152, 1280, 1360,
                                       1366, 1400, 1440, 1600, 1680, 1920, 2048, 2560 };
    static const uint32_t heights[] = { 400, 480, 600,  624,  720,  768,  800,  864,  870,
                                        900, 960, 1024, 1050, 1080, 1152, 1200, 1440, 1600 };
    uint32_t found = 0;

    for (size_t w = 0; w < DXGH_ARRAY_SIZE(widths); w++) {
        for (size_t h = 0; h < DXGH_ARRAY_SIZE(heights); h++) {
            for (uint32_t hz = 50; hz <= 100; hz++) {
                D3DKMDT_VIDEO_SIGNAL_INFO signal;

                if (!timing_find(widths[w], heights[h], hz, false, &signal)) {
                    continue;
                }
                assert_in_range(rational_millihertz(signal.VSyncFreq), hz * 1000 - 810,
                                hz * 1000 + 810);
                assert_int_equal(signal_check(&signal, false).status, STATUS_SUCCESS);
                found++;
            }
        }
    }
    assert_int_equal(found, 38);
}

static void known_timings_are_found(void **state)
{
    (void)state;
    D3DKMDT_VIDEO_SIGNAL_INFO signal;

    assert_true(timing_find(1920, 1080, 60, false, &signal));
    assert_signal(&signal, 2200, 1125, 148500000);
    assert_int_equal(signal.VSyncFreq.Numerator, 60);
    assert_int_equal(signal.VSyncFreq.Denominator, 1);
    assert_int_equal(signal.HSyncFreq.Numerator, 67500);
    assert_true(timing_find(640, 480, 60, false, &signal));
    assert_int_equal(rational_millihertz(signal.VSyncFreq), 59940);
    assert_true(timing_find(1024, 768, 87, true, &signal));
    assert_int_equal(signal_scan_line_ordering(&signal), D3DDDI_VSSLO_INTERLACED_UPPERFIELDFIRST);
    assert_int_equal(rational_millihertz(signal.VSyncFreq) / 1000, 86);
    assert_false(timing_find(1024, 768, 61, false, &signal));
    assert_false(timing_find(1024, 768, 87, false, &signal));
}

/* The lines that the VESA worksheets print for these modes. */
static void gtf_gives_the_published_timings(void **state)
{
    (void)state;
    D3DKMDT_VIDEO_SIGNAL_INFO signal;

    timing_gtf(640, 480, 60, &signal);
    assert_signal(&signal, 800, 497, 23856000);
    timing_gtf(1024, 768, 60, &signal);
    assert_signal(&signal, 1344, 795, 64108800);
}

static void cvt_gives_the_published_timings(void **state)
{
    (void)state;
    D3DKMDT_VIDEO_SIGNAL_INFO signal;

    timing_cvt(1280, 800, 60, &signal);
    assert_signal(&signal, 1680, 831, 83500000);
    timing_cvt(1920, 1080, 60, &signal);
    assert_signal(&signal, 2576, 1120, 173000000);
    timing_cvt(1024, 768, 60, &signal);
    assert_signal(&signal, 1328, 798, 63500000);
}

static void formulas_give_valid_signals_near_the_wanted_rate(void **state)
{
    (void)state;
    struct prng prng;

    prng_init(&prng, 7);
    for (uint32_t i = 0; i < 20000; i++) {
        uint32_t width = 256 + prng_below(&prng, 3840);
        uint32_t height = 160 + prng_below(&prng, 2160);
        uint32_t hz = 50 + prng_below(&prng, 74);
        D3DKMDT_VIDEO_SIGNAL_INFO signal;

        timing_gtf(width, height, hz, &signal);
        assert_int_equal(signal_check(&signal, false).status, STATUS_SUCCESS);
        assert_in_range(rational_millihertz(signal.VSyncFreq), hz * 1000 - 10, hz * 1000 + 10);
        timing_cvt(width, height, hz, &signal);
        assert_int_equal(signal_check(&signal, false).status, STATUS_SUCCESS);
        if (height >= 480) { /* below, the least sync and back porch stretch the frame */
            assert_in_range(rational_millihertz(signal.VSyncFreq), hz * 1000 - 5000,
                            hz * 1000 + 1500);
        }
    }
}

static void rationals_are_reduced_and_rounded(void **state)
{
    (void)state;
    D3DDDI_RATIONAL rational = rational_make(148500000, 2475000);

    assert_int_equal(rational.Numerator, 60);
    assert_int_equal(rational.Denominator, 1);
    rational = rational_make(60000, 1001);
    assert_int_equal(rational_millihertz(rational), 59940);
    assert_false(rational_is_number((D3DDDI_RATIONAL){ 60, 0 }));
    assert_false(rational_is_number((D3DDDI_RATIONAL){ 0, 1 }));
    assert_false(rational_is_number(
        (D3DDDI_RATIONAL){ D3DKMDT_FREQUENCY_NOTSPECIFIED, D3DKMDT_FREQUENCY_NOTSPECIFIED }));
    assert_int_equal(rational_millihertz((D3DDDI_RATIONAL){ 60, 0 }), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_table_keeps_its_nominal_rates),
        cmocka_unit_test(known_timings_are_found),
        cmocka_unit_test(gtf_gives_the_published_timings),
        cmocka_unit_test(cvt_gives_the_published_timings),
        cmocka_unit_test(formulas_give_valid_signals_near_the_wanted_rate),
        cmocka_unit_test(rationals_are_reduced_and_rounded),
    };
    return cmocka_run_group_tests_name("display/timing", tests, NULL, NULL);
}
