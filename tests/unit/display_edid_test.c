/* SPDX-License-Identifier: MIT */
#include "base/prng.h"
#include "display/edid.h"
#include "display/signal.h"
#include "tests/lib/test.h"

/* A monitor of 2013: 1920x1080 preferred, 1080i in an extension, and a few older modes. */
static const uint8_t detailed_1080p[18] = { 0x02, 0x3A, 0x80, 0x18, 0x71, 0x38, 0x2D, 0x40, 0x58,
                                            0x2C, 0x45, 0x00, 0x09, 0x25, 0x21, 0x00, 0x00, 0x1E };
static const uint8_t detailed_1080i[18] = { 0x01, 0x1D, 0x80, 0x18, 0x71, 0x1C, 0x16, 0x20, 0x58,
                                            0x2C, 0x25, 0x00, 0x09, 0x25, 0x21, 0x00, 0x00, 0x9E };
static uint8_t bytes[256];

static void seal(uint8_t *block)
{
    block[127] = edid_checksum(block);
}

static int make_edid(void **state)
{
    static const uint8_t header[] = { 0, 255, 255, 255, 255, 255, 255, 0 };

    (void)state;
    memset(bytes, 0, sizeof(bytes));
    memcpy(bytes, header, sizeof(header));
    bytes[18] = 1;
    bytes[19] = 3;
    bytes[24] = 0x02; /* the first detailed timing is the preferred one */
    for (uint32_t i = 38; i < 54; i++) {
        bytes[i] = 1; /* no standard timings */
    }
    memcpy(bytes + 54, detailed_1080p, 18);
    memcpy(bytes + 72, "\0\0\0\xFD\0\x32\x4B\x1E\x51\x11\0\n      ", 18);
    memcpy(bytes + 90, "\0\0\0\xFC\0Ghost 24\n   ", 18);
    memcpy(bytes + 108, "\0\0\0\x10\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 18);
    bytes[35] = 0x21; /* 640x480@60, 800x600@60 */
    bytes[36] = 0x08; /* 1024x768@60 */
    bytes[126] = 1;
    seal(bytes);
    bytes[128] = 2;
    bytes[129] = 3;
    bytes[130] = 4; /* detailed timings begin at once */
    memcpy(bytes + 132, detailed_1080i, 18);
    seal(bytes + 128);
    return 0;
}

static const D3DKMDT_VIDEO_SIGNAL_INFO *find(const struct edid *edid, uint32_t width,
                                             uint32_t height)
{
    for (uint32_t i = 0; i < edid->timing_count; i++) {
        const D3DKMDT_VIDEO_SIGNAL_INFO *signal = &edid->timings[i].signal;

        if (signal->ActiveSize.cx == width && signal->ActiveSize.cy == height) {
            return signal;
        }
    }
    return NULL;
}

static void a_monitor_is_read_in_order_of_preference(void **state)
{
    (void)state;
    struct edid edid;

    assert_int_equal(edid_parse(bytes, sizeof(bytes), &edid), EDID_OK);
    assert_int_equal(edid.timing_count, 5);
    assert_true(edid.timings[0].preferred);
    assert_int_equal(edid.timings[0].signal.ActiveSize.cx, 1920);
    assert_int_equal(edid.timings[0].signal.ActiveSize.cy, 1080);
    assert_int_equal(edid.timings[0].signal.TotalSize.cx, 2200);
    assert_int_equal(edid.timings[0].signal.TotalSize.cy, 1125);
    assert_int_equal(edid.timings[0].signal.PixelRate, 148500000);
    assert_int_equal(rational_millihertz(edid.timings[0].signal.VSyncFreq), 60000);
    for (uint32_t i = 1; i < edid.timing_count; i++) {
        assert_false(edid.timings[i].preferred);
    }
    assert_non_null(find(&edid, 640, 480));
    assert_non_null(find(&edid, 800, 600));
    assert_non_null(find(&edid, 1024, 768));
    assert_string_equal(edid.name, "Ghost 24");
    assert_true(edid.has_range);
    assert_int_equal(edid.min_vertical_hz, 50);
    assert_int_equal(edid.max_vertical_hz, 75);
    assert_int_equal(edid.min_horizontal_khz, 30);
    assert_int_equal(edid.max_horizontal_khz, 81);
    assert_int_equal(edid.max_pixel_rate_mhz, 170);
}

static void an_interlaced_timing_counts_both_fields(void **state)
{
    (void)state;
    struct edid edid;

    assert_int_equal(edid_parse(bytes, sizeof(bytes), &edid), EDID_OK);

    const struct edid_timing *last = &edid.timings[edid.timing_count - 1];

    assert_int_equal(last->signal.ActiveSize.cy, 1080);
    assert_int_equal(last->signal.TotalSize.cy, 1125);
    assert_int_equal(signal_scan_line_ordering(&last->signal),
                     D3DDDI_VSSLO_INTERLACED_UPPERFIELDFIRST);
    assert_int_equal(rational_millihertz(last->signal.VSyncFreq), 60000);
    assert_int_equal(rational_millihertz(last->signal.HSyncFreq), 33750000);
}

static void standard_timings_come_from_table_or_formula(void **state)
{
    (void)state;
    struct edid edid;

    bytes[38] = 1280 / 8 - 31; /* 1280x1024@60: 5:4, in the table */
    bytes[39] = 0x80;
    bytes[40] = 1440 / 8 - 31; /* 1440x900@75: 16:10, by formula */
    bytes[41] = 15;
    bytes[42] = 1360 / 8 - 31; /* stands for 1360x768 */
    bytes[43] = 0xC0;
    seal(bytes);
    assert_int_equal(edid_parse(bytes, sizeof(bytes), &edid), EDID_OK);
    assert_int_equal(find(&edid, 1280, 1024)->VideoStandard, D3DKMDT_VSS_VESA_DMT);
    assert_int_equal(find(&edid, 1440, 900)->VideoStandard, D3DKMDT_VSS_VESA_GTF);
    assert_non_null(find(&edid, 1360, 768));
    bytes[19] = 4;
    seal(bytes);
    assert_int_equal(edid_parse(bytes, sizeof(bytes), &edid), EDID_OK);
    assert_int_equal(find(&edid, 1440, 900)->VideoStandard, D3DKMDT_VSS_VESA_CVT);
}

static void the_first_timing_is_preferred_only_when_said(void **state)
{
    (void)state;
    struct edid edid;

    bytes[24] = 0;
    seal(bytes);
    assert_int_equal(edid_parse(bytes, sizeof(bytes), &edid), EDID_OK);
    assert_false(edid.timings[0].preferred);
    bytes[19] = 4; /* EDID 1.4 always means it */
    seal(bytes);
    assert_int_equal(edid_parse(bytes, sizeof(bytes), &edid), EDID_OK);
    assert_true(edid.timings[0].preferred);
}

static void a_bad_base_block_gives_nothing(void **state)
{
    (void)state;
    struct edid edid;

    assert_int_equal(edid_parse(NULL, 0, &edid), EDID_TOO_SHORT);
    assert_int_equal(edid_parse(bytes, 127, &edid), EDID_TOO_SHORT);
    assert_int_equal(edid.timing_count, 0);
    bytes[60] ^= 1;
    assert_int_equal(edid_parse(bytes, sizeof(bytes), &edid), EDID_BAD_CHECKSUM);
    assert_int_equal(edid.timing_count, 0);
    bytes[60] ^= 1;
    bytes[1] = 0;
    assert_int_equal(edid_parse(bytes, sizeof(bytes), &edid), EDID_BAD_HEADER);
    bytes[1] = 255;
    bytes[18] = 2;
    seal(bytes);
    assert_int_equal(edid_parse(bytes, sizeof(bytes), &edid), EDID_BAD_VERSION);
    assert_non_null(edid_result_text(EDID_BAD_VERSION));
}

static void a_bad_or_missing_extension_is_skipped(void **state)
{
    (void)state;
    struct edid edid;

    assert_int_equal(edid_parse(bytes, 128, &edid), EDID_OK);
    assert_int_equal(edid.timing_count, 4);
    bytes[140] ^= 1;
    assert_int_equal(edid_parse(bytes, sizeof(bytes), &edid), EDID_OK);
    assert_int_equal(edid.timing_count, 4);
}

static void equal_timings_are_listed_once(void **state)
{
    (void)state;
    struct edid edid;

    memcpy(bytes + 108, detailed_1080p, 18);
    seal(bytes);
    assert_int_equal(edid_parse(bytes, sizeof(bytes), &edid), EDID_OK);
    assert_int_equal(edid.timing_count, 5);
}

/* Any bytes behind a good header and checksum: no crash, and nothing that could not be. */
static void random_blocks_never_give_impossible_timings(void **state)
{
    (void)state;
    struct prng prng;

    prng_init(&prng, 3);
    for (uint32_t round = 0; round < 30000; round++) {
        struct edid edid;
        size_t size = 128 + prng_below(&prng, 129);
        uint8_t *copy = malloc(size); /* exact, so that the sanitizer sees one byte too many */

        for (size_t i = 8; i < size; i++) {
            copy[i] = (uint8_t)prng_next(&prng);
        }
        memcpy(copy, bytes, 8);
        copy[18] = 1;
        copy[19] = (uint8_t)prng_below(&prng, 5);
        seal(copy);
        if (size == 256) {
            copy[128] = 2;
            seal(copy + 128);
        }
        assert_int_equal(edid_parse(copy, size, &edid), EDID_OK);
        for (uint32_t i = 0; i < edid.timing_count; i++) {
            assert_int_equal(signal_check(&edid.timings[i].signal, false).status, STATUS_SUCCESS);
        }
        free(copy);
    }
}

static void a_made_monitor_is_what_was_asked_for(void **state)
{
    uint8_t block[EDID_BLOCK_BYTES];
    struct edid edid;

    (void)state;
    edid_make(block, "a long name beyond", 1280, 720);
    assert_int_equal(edid_parse(block, sizeof(block), &edid), EDID_OK);
    assert_string_equal(edid.name, "a long name b");
    assert_int_equal(edid.timing_count, 1);
    assert_true(edid.timings[0].preferred);
    assert_int_equal(edid.timings[0].signal.ActiveSize.cx, 1280);
    assert_int_equal(edid.timings[0].signal.ActiveSize.cy, 720);
    assert_in_range(rational_millihertz(edid.timings[0].signal.VSyncFreq), 59900, 60100);
    assert_true(edid.has_range);
    edid_make(block, "x", 4095, 4095);
    assert_int_equal(edid_parse(block, sizeof(block), &edid), EDID_OK);
    assert_string_equal(edid.name, "x");
    assert_int_equal(edid.timings[0].signal.ActiveSize.cx, 4095);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_monitor_is_read_in_order_of_preference, make_edid),
        cmocka_unit_test_setup(an_interlaced_timing_counts_both_fields, make_edid),
        cmocka_unit_test_setup(standard_timings_come_from_table_or_formula, make_edid),
        cmocka_unit_test_setup(the_first_timing_is_preferred_only_when_said, make_edid),
        cmocka_unit_test_setup(a_bad_base_block_gives_nothing, make_edid),
        cmocka_unit_test_setup(a_bad_or_missing_extension_is_skipped, make_edid),
        cmocka_unit_test_setup(equal_timings_are_listed_once, make_edid),
        cmocka_unit_test_setup(random_blocks_never_give_impossible_timings, make_edid),
        cmocka_unit_test(a_made_monitor_is_what_was_asked_for),
    };
    return cmocka_run_group_tests_name("display/edid", tests, NULL, NULL);
}
