/* SPDX-License-Identifier: MIT */
/* The six operations over a kernel that checks every duty of the sender and draws naively. */
#include "tests/lib/gdi_world.h"
#include "tests/unit/cdd_mock.h"

static const DXGK_RENDERKM_OPERATION operations[] = {
    DXGK_GDIOP_BITBLT,     DXGK_GDIOP_COLORFILL,      DXGK_GDIOP_ALPHABLEND,
    DXGK_GDIOP_STRETCHBLT, DXGK_GDIOP_TRANSPARENTBLT, DXGK_GDIOP_CLEARTYPEBLEND,
};

static void run_cases(struct cdd *cdd, uint64_t seed, uint32_t rounds, uint32_t bitmap_percent)
{
    struct gdi_world world;
    char difference[256] = "";

    assert_true(gdi_world_open(&world, cdd, seed));
    world.bitmap_percent = bitmap_percent;
    for (uint32_t round = 0; round < rounds; round++) {
        for (size_t i = 0; i < DXGH_ARRAY_SIZE(operations); i++) {
            assert_int_equal(gdi_world_case(&world, operations[i]), STATUS_SUCCESS);
            if (!gdi_world_compare(&world, difference, sizeof(difference))) {
                fail_msg("seed %llu: after %s: %s", (unsigned long long)seed, world.last,
                         difference);
            }
        }
        assert_true(gdi_world_refresh(&world));
    }
    gdi_world_close(&world);
}

/* Operations on all kinds of surfaces give the reference's pixels, whoever does them. */
static void operations_match_the_reference(void **state)
{
    struct cdd *cdd = mock_cdd(NULL);

    (void)state;
    run_cases(cdd, 1, 150, 25);
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(operations); i++) {
        assert_true(mock.counts[operations[i]] > 10);
        assert_true(cdd_statistics(cdd)->fallbacks[operations[i]] > 5);
    }
    cdd_destroy(cdd);
}

/* No set of restrictions changes a pixel or lets a forbidden operation through to the driver. */
static void operations_obey_any_capabilities(void **state)
{
    struct prng prng;

    (void)state;
    prng_init(&prng, 7);
    for (uint32_t round = 0; round < 48; round++) {
        DXGK_PRESENTATIONCAPS caps = { .Value = (UINT)prng_next(&prng) };
        struct cdd *cdd;

        caps.SupportKernelModeCommandBuffer = 1;
        caps.AlignmentShift = (2 + prng_below(&prng, 6)) & 0xF;
        caps.MaxTextureWidthShift = 0;
        caps.MaxTextureHeightShift = 0;
        mock.caps.PresentationCaps = caps;
        cdd = mock_cdd(NULL);
        run_cases(cdd, 100 + round, 3, 5);
        cdd_destroy(cdd);
    }
}

/* One restriction and an operation it names. */
struct capability_case {
    const char *name;
    UINT bit; /* toggled from a driver that can do everything */
    DXGK_RENDERKM_OPERATION operation;
    enum { OTHER_SURFACE, SAME_APART, SAME_OVERLAPPING } where;
    enum { PLAIN, TERNARY, MIRRORED, MONO } how;
};

static NTSTATUS draw_capability_case(struct cdd *cdd, const struct capability_case *item,
                                     struct cdd_surface *dst, struct cdd_surface *src)
{
    RECT to = rect_at(10, 10, 8, 8);
    RECT from = item->where == SAME_OVERLAPPING ? rect_at(6, 12, 8, 8) : rect_at(30, 12, 8, 8);
    const struct cdd_blt blt = { .dst = dst,
                                 .src = src,
                                 .dst_rect = to,
                                 .src_x = from.left,
                                 .src_y = from.top,
                                 .rop3 = 0x99,
                                 .rop = item->how == TERNARY ? DXGK_GDIROP_ROP3
                                                             : DXGK_GDIROP_SRCINVERT };
    const struct cdd_fill fill = {
        .dst = dst, .dst_rect = to, .rop = DXGK_GDIROPCF_ROP3, .rop3 = 0x50
    };
    const struct cdd_alpha_blend blend = {
        .dst = dst, .src = src, .dst_rect = to, .src_rect = from, .constant_alpha = 77
    };
    const struct cdd_stretch stretch = { .dst = dst,
                                         .src = src,
                                         .dst_rect = to,
                                         .src_rect = from,
                                         .mode = item->how == MONO ? CDD_STRETCH_BLACKONWHITE
                                                                   : CDD_STRETCH_COLORONCOLOR,
                                         .mirror_x = item->how == MIRRORED };
    const struct cdd_transparent transparent = {
        .dst = dst, .src = src, .dst_rect = to, .src_rect = from
    };

    switch (item->operation) {
    case DXGK_GDIOP_BITBLT:
        return cdd_blt(cdd, &blt);
    case DXGK_GDIOP_COLORFILL:
        return cdd_fill(cdd, &fill);
    case DXGK_GDIOP_ALPHABLEND:
        return cdd_alpha_blend(cdd, &blend);
    case DXGK_GDIOP_STRETCHBLT:
        return cdd_stretch(cdd, &stretch);
    default:
        return cdd_transparent(cdd, &transparent);
    }
}

/* Each restriction on its own sends exactly the operation it names to the CPU. */
static void one_capability_moves_one_operation(void **state)
{
    static const struct capability_case cases[] = {
        { "NoSameBitmapBitBlt", 24, DXGK_GDIOP_BITBLT, SAME_APART, PLAIN },
        { "NoSameBitmapOverlappedBitBlt", 25, DXGK_GDIOP_BITBLT, SAME_OVERLAPPING, PLAIN },
        { "NoSameBitmapAlphaBlend", 3, DXGK_GDIOP_ALPHABLEND, SAME_APART, PLAIN },
        { "NoSameBitmapOverlappedAlphaBlend", 6, DXGK_GDIOP_ALPHABLEND, SAME_OVERLAPPING, PLAIN },
        { "NoSameBitmapStretchBlt", 4, DXGK_GDIOP_STRETCHBLT, SAME_APART, PLAIN },
        { "NoSameBitmapOverlappedStretchBlt", 7, DXGK_GDIOP_STRETCHBLT, SAME_OVERLAPPING, PLAIN },
        { "NoSameBitmapTransparentBlt", 5, DXGK_GDIOP_TRANSPARENTBLT, SAME_APART, PLAIN },
        { "SupportAllBltRops (BitBlt)", 20, DXGK_GDIOP_BITBLT, OTHER_SURFACE, TERNARY },
        { "SupportAllBltRops (ColorFill)", 20, DXGK_GDIOP_COLORFILL, OTHER_SURFACE, TERNARY },
        { "SupportMirrorStretchBlt", 21, DXGK_GDIOP_STRETCHBLT, OTHER_SURFACE, MIRRORED },
        { "SupportMonoStretchBltModes", 22, DXGK_GDIOP_STRETCHBLT, OTHER_SURFACE, MONO },
    };
    DXGK_PRESENTATIONCAPS able = mock.caps.PresentationCaps;

    (void)state;
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(cases) * 2; i++) {
        const struct capability_case *item = &cases[i / 2];
        struct cdd_surface *surfaces[2];
        UINT toggled = i % 2;

        mock.caps.PresentationCaps = able;
        mock.caps.PresentationCaps.Value ^= toggled << item->bit;
        struct cdd *cdd = mock_cdd(NULL);

        for (size_t n = 0; n < 2; n++) {
            assert_int_equal(cdd_surface_create(cdd, D3DKMDT_GDISURFACE_TEXTURE, 40, 40,
                                                D3DDDIFMT_A8R8G8B8, &surfaces[n]),
                             STATUS_SUCCESS);
        }
        assert_int_equal(
            draw_capability_case(cdd, item, surfaces[0], surfaces[item->where == OTHER_SURFACE]),
            STATUS_SUCCESS);
        if (cdd_statistics(cdd)->fallbacks[item->operation] != toggled) {
            fail_msg("%s, toggled %u: the wrong side did it", item->name, toggled);
        }
        cdd_destroy(cdd);
    }
}

/* A named code sent as ROP3 goes to a driver without SupportAllBltRops under its name. */
static void known_ternary_codes_keep_their_names(void **state)
{
    mock.caps.PresentationCaps.SupportAllBltRops = 0;
    struct cdd *cdd = mock_cdd(NULL);
    struct cdd_surface *primary = cdd_primary(cdd);
    struct cdd_fill fill = {
        .dst = primary, .dst_rect = rect_at(0, 0, 4, 4), .rop = DXGK_GDIROPCF_ROP3, .rop3 = 0x5A
    };
    struct cdd_blt blt = { .dst = primary,
                           .src = primary,
                           .dst_rect = rect_at(0, 0, 4, 4),
                           .src_x = 20,
                           .rop = DXGK_GDIROP_ROP3,
                           .rop3 = 0xCC };

    (void)state;
    assert_int_equal(cdd_fill(cdd, &fill), STATUS_SUCCESS);
    assert_int_equal(cdd_flush(cdd), STATUS_SUCCESS);
    assert_int_equal(mock.last.Command.ColorFill.Rop, DXGK_GDIROPCF_PATINVERT);
    assert_int_equal(cdd_blt(cdd, &blt), STATUS_SUCCESS);
    assert_int_equal(cdd_flush(cdd), STATUS_SUCCESS);
    assert_int_equal(mock.last.Command.BitBlt.Rop, DXGK_GDIROP_SRCCOPY);
    cdd_destroy(cdd);
}

/* Mistakes of the caller come back as such and draw nothing. */
static void bad_arguments_are_refused(void **state)
{
    struct cdd *cdd = mock_cdd(NULL);
    struct cdd_surface *primary = cdd_primary(cdd);
    struct cdd_surface *a8;
    struct cdd_fill fill = { .dst = primary,
                             .dst_rect = rect_at(0, 0, 4, 4),
                             .rop = DXGK_GDIROPCF_PATCOPY };
    struct cdd_stretch stretch = { .dst = primary,
                                   .src = primary,
                                   .dst_rect = rect_at(0, 0, 4, 4),
                                   .src_rect = rect_at(8, 8, 4, 4),
                                   .mode = CDD_STRETCH_COLORONCOLOR };
    struct cdd_blt blt = {
        .dst = primary, .src = primary, .dst_rect = rect_at(0, 0, 4, 4), .rop = DXGK_GDIROP_SRCCOPY
    };
    struct cdd_cleartype text = { .dst = primary,
                                  .alpha = primary,
                                  .dst_rect = rect_at(0, 0, 4, 4) };
    uint32_t calls = mock.render_calls;

    (void)state;
    assert_int_equal(cdd_surface_create(cdd, D3DKMDT_GDISURFACE_STAGING, 8, 8, D3DDDIFMT_A8, &a8),
                     STATUS_SUCCESS);
    fill.dst_rect = rect_make(4, 0, 0, 4);
    assert_int_equal(cdd_fill(cdd, &fill), STATUS_INVALID_PARAMETER);
    fill.dst_rect = rect_make(0, 0, INT32_MAX, 4);
    assert_int_equal(cdd_fill(cdd, &fill), STATUS_INVALID_PARAMETER);
    fill.dst_rect = rect_at(0, 0, 4, 4);
    fill.rop = DXGK_GDIROPCF_INVALID;
    assert_int_equal(cdd_fill(cdd, &fill), STATUS_INVALID_PARAMETER);
    fill.rop = (DXGK_GDIROP_COLORFILL)8;
    assert_int_equal(cdd_fill(cdd, &fill), STATUS_INVALID_PARAMETER);
    fill.rop = DXGK_GDIROPCF_ROP3;
    fill.rop3 = 0xCC; /* the source of a fill? */
    assert_int_equal(cdd_fill(cdd, &fill), STATUS_INVALID_PARAMETER);

    blt.rop = DXGK_GDIROP_INVALID;
    assert_int_equal(cdd_blt(cdd, &blt), STATUS_INVALID_PARAMETER);
    blt.rop = DXGK_GDIROP_SRCCOPY;
    blt.src = a8;
    assert_int_equal(cdd_blt(cdd, &blt), STATUS_INVALID_PARAMETER);
    blt.src = primary;
    blt.src_x = INT32_MIN;
    assert_int_equal(cdd_blt(cdd, &blt), STATUS_INVALID_PARAMETER);

    stretch.src_rect = rect_at(62, 8, 4, 4); /* hangs over the 64 pixels */
    assert_int_equal(cdd_stretch(cdd, &stretch), STATUS_INVALID_PARAMETER);
    stretch.src_rect = rect_at(8, 8, 0, 4); /* nothing to stretch */
    assert_int_equal(cdd_stretch(cdd, &stretch), STATUS_INVALID_PARAMETER);
    stretch.src_rect = rect_at(8, 8, 4, 4);
    stretch.mode = (enum cdd_stretch_mode)4; /* HALFTONE */
    assert_int_equal(cdd_stretch(cdd, &stretch), STATUS_INVALID_PARAMETER);

    assert_int_equal(cdd_cleartype(cdd, &text), STATUS_INVALID_PARAMETER); /* coverage of itself */
    text.alpha = a8;
    assert_int_equal(cdd_cleartype(cdd, &text), STATUS_INVALID_PARAMETER);
    assert_int_equal(mock.render_calls, calls);
    cdd_destroy(cdd);
}

/* An operation that clips to nothing succeeds and sends nothing. */
static void nothing_to_draw_is_no_record(void **state)
{
    struct cdd *cdd = mock_cdd(NULL);
    struct region nothing;
    struct cdd_fill fill = { .dst = cdd_primary(cdd),
                             .dst_rect = rect_at(70, 0, 4, 4),
                             .rop = DXGK_GDIROPCF_PATCOPY };
    uint64_t records = cdd_statistics(cdd)->records;

    (void)state;
    assert_int_equal(cdd_fill(cdd, &fill), STATUS_SUCCESS);
    fill.dst_rect = rect_at(0, 0, 0, 0);
    assert_int_equal(cdd_fill(cdd, &fill), STATUS_SUCCESS);
    fill.dst_rect = rect_at(0, 0, 4, 4);
    region_init(&nothing, mock.machine);
    fill.clip = &nothing;
    assert_int_equal(cdd_fill(cdd, &fill), STATUS_SUCCESS);
    assert_int_equal(cdd_statistics(cdd)->records, records);
    region_fini(&nothing);
    cdd_destroy(cdd);
}

/* A move's sub-rectangles go out against the direction of movement. */
static void overlapping_moves_are_ordered(void **state)
{
    struct cdd *cdd = mock_cdd(NULL);
    struct region clip;
    struct cdd_blt blt = { .dst = cdd_primary(cdd),
                           .src = cdd_primary(cdd),
                           .dst_rect = rect_at(4, 4, 40, 40),
                           .src_x = 2,
                           .src_y = 1,
                           .clip = &clip,
                           .rop = DXGK_GDIROP_SRCCOPY };

    (void)state;
    region_init_rect(&clip, mock.machine, rect_at(4, 4, 10, 10));
    region_combine_rect(&clip, rect_at(20, 4, 10, 10), REGION_UNION);
    region_combine_rect(&clip, rect_at(4, 20, 10, 10), REGION_UNION);
    assert_int_equal(cdd_blt(cdd, &blt), STATUS_SUCCESS);
    assert_int_equal(cdd_flush(cdd), STATUS_SUCCESS);
    assert_int_equal(mock.last.Command.BitBlt.NumSubRects, 3);
    assert_int_equal(mock.last_rects[0].top, 20);  /* down: the lowest first */
    assert_int_equal(mock.last_rects[1].left, 20); /* right: the rightmost first */
    assert_int_equal(mock.last_rects[2].left, 4);
    blt.src_x = 6;
    blt.src_y = 8;
    assert_int_equal(cdd_blt(cdd, &blt), STATUS_SUCCESS);
    assert_int_equal(cdd_flush(cdd), STATUS_SUCCESS);
    assert_int_equal(mock.last_rects[0].left, 4);
    assert_int_equal(mock.last_rects[1].left, 20);
    assert_int_equal(mock.last_rects[2].top, 20);
    region_fini(&clip);
    cdd_destroy(cdd);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(operations_match_the_reference, mock_setup, mock_teardown),
        cmocka_unit_test_setup_teardown(operations_obey_any_capabilities, mock_setup,
                                        mock_teardown),
        cmocka_unit_test_setup_teardown(one_capability_moves_one_operation, mock_setup,
                                        mock_teardown),
        cmocka_unit_test_setup_teardown(known_ternary_codes_keep_their_names, mock_setup,
                                        mock_teardown),
        cmocka_unit_test_setup_teardown(bad_arguments_are_refused, mock_setup, mock_teardown),
        cmocka_unit_test_setup_teardown(nothing_to_draw_is_no_record, mock_setup, mock_teardown),
        cmocka_unit_test_setup_teardown(overlapping_moves_are_ordered, mock_setup, mock_teardown),
    };
    return cmocka_run_group_tests_name("cdd/operation", tests, NULL, NULL);
}
