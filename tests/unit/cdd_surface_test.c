/* SPDX-License-Identifier: MIT */
/* Surfaces and the life of a cdd. */
#include "tests/unit/cdd_mock.h"

static const struct cdd_config small = { .width = 64, .height = 48 };

/* Every step of cdd_create can fail; nothing is left behind and the status says which. */
static void failed_creation_leaves_nothing(void **state)
{
    NTSTATUS *failures[] = { &mock.fail_device, &mock.fail_context, &mock.fail_surface,
                             &mock.fail_render, &mock.fail_mode };
    struct cdd *cdd;

    (void)state;
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(failures); i++) {
        *failures[i] = STATUS_INSUFFICIENT_RESOURCES;
        assert_int_equal(cdd_create((struct adapter *)(void *)&mock, &small, &cdd),
                         STATUS_INSUFFICIENT_RESOURCES);
        assert_null(cdd);
        assert_int_equal(mock.live_allocations + mock.live_contexts + mock.live_devices, 0);
        assert_int_equal(machine_heap_count(mock.machine), mock_heap_before);
    }
    cdd_destroy(NULL);
}

/* No acceleration and impossible primaries are refused before any driver is asked. */
static void impossible_configurations_are_refused(void **state)
{
    const struct cdd_config bad[] = {
        { .width = 0, .height = 48 },
        { .width = 64, .height = 20000 },
        { .width = 64, .height = 48, .format = D3DDDIFMT_R5G6B5 },
        { .width = 64, .height = 48, .batch_bytes = 100 },
    };
    struct cdd *cdd;

    (void)state;
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(bad); i++) {
        assert_int_equal(cdd_create((struct adapter *)(void *)&mock, &bad[i], &cdd),
                         STATUS_INVALID_PARAMETER);
    }
    mock.has_gdi = false;
    assert_int_equal(cdd_create((struct adapter *)(void *)&mock, &small, &cdd),
                     STATUS_NOT_SUPPORTED);
    assert_null(cdd);
}

/* The screen starts black and is switched off at the end. */
static void primary_starts_black(void **state)
{
    struct cdd *cdd = mock_cdd(NULL);
    uint32_t pixel = 1;

    (void)state;
    assert_int_equal(cdd_surface_read(cdd_primary(cdd), rect_at(63, 47, 1, 1), &pixel, 4),
                     STATUS_SUCCESS);
    assert_int_equal(pixel, 0xFF000000);
    assert_ptr_equal(cdd_machine(cdd), mock.machine);
    assert_ptr_equal(cdd_adapter(cdd), &mock);
    cdd_destroy(cdd);
    assert_false(mock.mode_set);
}

/* What is written comes back, on every kind of surface and any rectangle of it. */
static void pixels_survive_a_round_trip(void **state)
{
    static const struct {
        D3DKMDT_GDISURFACETYPE type;
        D3DDDIFORMAT format;
    } kinds[] = {
        { D3DKMDT_GDISURFACE_TEXTURE, D3DDDIFMT_A8R8G8B8 },
        { D3DKMDT_GDISURFACE_TEXTURE, D3DDDIFMT_X8R8G8B8 },
        { D3DKMDT_GDISURFACE_STAGING, D3DDDIFMT_A8 },
        { D3DKMDT_GDISURFACE_STAGING_CPUVISIBLE, D3DDDIFMT_A8R8G8B8 },
        { D3DKMDT_GDISURFACE_STAGING_CPUVISIBLE, D3DDDIFMT_A8 },
        { D3DKMDT_GDISURFACE_EXISTINGSYSMEM, D3DDDIFMT_X8R8G8B8 },
        { D3DKMDT_GDISURFACE_LOOKUPTABLE, D3DDDIFMT_A8 },
    };
    struct cdd *cdd = mock_cdd(NULL);

    (void)state;
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(kinds); i++) {
        uint8_t in[9 * 7 * 4];
        uint8_t out[9 * 7 * 4] = { 0 };
        struct cdd_surface *surface;

        assert_int_equal(cdd_surface_create(cdd, kinds[i].type, 33, 21, kinds[i].format, &surface),
                         STATUS_SUCCESS);
        uint32_t pitch = 9 * surface->bytes_per_pixel;

        for (size_t n = 0; n < sizeof(in); n++) {
            in[n] = (uint8_t)(n * 7 + i);
        }
        assert_int_equal(cdd_surface_write(surface, rect_at(5, 3, 9, 7), in, pitch),
                         STATUS_SUCCESS);
        assert_int_equal(cdd_surface_read(surface, rect_at(5, 3, 9, 7), out, pitch),
                         STATUS_SUCCESS);
        assert_memory_equal(in, out, (size_t)pitch * 7);
        cdd_surface_destroy(surface);
    }
    cdd_destroy(cdd);
}

/* Kinds, formats and sizes the documents rule out are not asked of the driver. */
static void forbidden_surfaces_are_refused(void **state)
{
    struct cdd *cdd = mock_cdd(NULL);
    uint32_t live = mock.live_allocations;
    struct cdd_surface *surface;

    (void)state;
    assert_int_equal(
        cdd_surface_create(cdd, D3DKMDT_GDISURFACE_INVALID, 8, 8, D3DDDIFMT_A8R8G8B8, &surface),
        STATUS_INVALID_PARAMETER);
    assert_int_equal(cdd_surface_create(cdd, D3DKMDT_GDISURFACE_TEXTURE_CPUVISIBLE, 8, 8,
                                        D3DDDIFMT_A8R8G8B8, &surface),
                     STATUS_INVALID_PARAMETER); /* the driver should not see this value */
    assert_int_equal(cdd_surface_create(cdd, D3DKMDT_GDISURFACE_TEXTURE_CROSSADAPTER, 8, 8,
                                        D3DDDIFMT_A8R8G8B8, &surface),
                     STATUS_NOT_IMPLEMENTED);
    assert_int_equal(
        cdd_surface_create(cdd, D3DKMDT_GDISURFACE_TEXTURE, 8, 8, D3DDDIFMT_A8, &surface),
        STATUS_INVALID_PARAMETER);
    assert_int_equal(
        cdd_surface_create(cdd, D3DKMDT_GDISURFACE_LOOKUPTABLE, 8, 8, D3DDDIFMT_A8R8G8B8, &surface),
        STATUS_INVALID_PARAMETER);
    assert_int_equal(
        cdd_surface_create(cdd, D3DKMDT_GDISURFACE_TEXTURE, 0, 8, D3DDDIFMT_A8R8G8B8, &surface),
        STATUS_INVALID_PARAMETER);
    assert_int_equal(
        cdd_surface_create(cdd, D3DKMDT_GDISURFACE_STAGING, 2049, 8, D3DDDIFMT_A8R8G8B8, &surface),
        STATUS_INVALID_PARAMETER);
    assert_int_equal(mock.live_allocations, live);
    assert_int_equal(
        cdd_surface_create_bitmap(cdd, 1u << 18, 1u << 18, D3DDDIFMT_A8R8G8B8, &surface),
        STATUS_INVALID_PARAMETER);
    assert_null(surface);
    cdd_destroy(cdd);
}

/* A texture beyond the driver's limits becomes a bitmap, and drawing on it works all the same. */
static void oversized_texture_becomes_a_bitmap(void **state)
{
    static const struct {
        uint32_t width_shift;
        uint32_t width;
        bool allocated;
    } cases[] = { { 0, 2048, true }, { 0, 2049, false }, { 1, 2049, true }, { 1, 4097, false } };
    uint32_t pixel;

    (void)state;
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(cases); i++) {
        mock.caps.PresentationCaps.MaxTextureWidthShift = cases[i].width_shift & 7;
        struct cdd *cdd = mock_cdd(NULL);
        struct cdd_surface *surface;

        assert_int_equal(cdd_surface_create(cdd, D3DKMDT_GDISURFACE_TEXTURE, cases[i].width, 4,
                                            D3DDDIFMT_A8R8G8B8, &surface),
                         STATUS_SUCCESS);
        assert_int_equal(surface->allocation != NULL, cases[i].allocated);
        const struct cdd_fill fill = { .dst = surface,
                                       .dst_rect = rect_at((int32_t)cases[i].width - 1, 0, 9, 9),
                                       .color = 0x12345678,
                                       .rop = DXGK_GDIROPCF_PATCOPY };
        const struct cdd_blt blt = { .dst = cdd_primary(cdd),
                                     .src = surface,
                                     .dst_rect = rect_at(0, 0, 1, 1),
                                     .src_x = (int32_t)cases[i].width - 1,
                                     .rop = DXGK_GDIROP_SRCCOPY };

        assert_int_equal(cdd_fill(cdd, &fill), STATUS_SUCCESS);
        assert_int_equal(cdd_blt(cdd, &blt), STATUS_SUCCESS);
        assert_int_equal(cdd_surface_read(cdd_primary(cdd), rect_at(0, 0, 1, 1), &pixel, 4),
                         STATUS_SUCCESS);
        assert_int_equal(pixel, 0x12345678);
        cdd_destroy(cdd);
    }
}

/* A driver's unusable pitch is its failure, not ours to draw with. */
static void unusable_pitch_is_a_driver_error(void **state)
{
    const uint32_t pitches[] = { 63 * 4, 64 * 4 + 4 }; /* too short; not aligned to 16 */
    struct cdd *cdd = mock_cdd(NULL);
    struct cdd_surface *surface;

    (void)state;
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(pitches); i++) {
        mock.bad_pitch = pitches[i];
        assert_int_equal(cdd_surface_create(cdd, D3DKMDT_GDISURFACE_STAGING_CPUVISIBLE, 64, 8,
                                            D3DDDIFMT_A8R8G8B8, &surface),
                         STATUS_DRIVER_INTERNAL_ERROR);
        assert_null(surface);
    }
    cdd_destroy(cdd);
}

/* Locks and staging surfaces that cannot be had fail the call and leak nothing. */
static void mapping_failures_come_back(void **state)
{
    struct cdd *cdd = mock_cdd(NULL);
    struct cdd_surface *surface;
    uint32_t pixel = 0;

    (void)state;
    assert_int_equal(
        cdd_surface_create(cdd, D3DKMDT_GDISURFACE_TEXTURE, 8, 8, D3DDDIFMT_A8R8G8B8, &surface),
        STATUS_SUCCESS);
    mock.fail_surface = STATUS_NO_MEMORY;
    assert_int_equal(cdd_surface_read(surface, rect_at(0, 0, 1, 1), &pixel, 4), STATUS_NO_MEMORY);
    mock.fail_lock = STATUS_DEVICE_REMOVED;
    assert_int_equal(cdd_surface_read(surface, rect_at(0, 0, 1, 1), &pixel, 4),
                     STATUS_DEVICE_REMOVED);
    mock.fail_render = STATUS_DEVICE_REMOVED;
    assert_int_equal(cdd_surface_write(surface, rect_at(0, 0, 1, 1), &pixel, 4), STATUS_SUCCESS);
    assert_int_equal(cdd_finish(cdd), STATUS_DEVICE_REMOVED);

    /* The CPU's part of an operation: the source is released when the destination fails. */
    struct cdd_surface *shared;
    assert_int_equal(cdd_surface_create(cdd, D3DKMDT_GDISURFACE_STAGING_CPUVISIBLE, 8, 8,
                                        D3DDDIFMT_A8R8G8B8, &shared),
                     STATUS_SUCCESS);
    const struct cdd_blt blt = { .dst = surface,
                                 .src = shared,
                                 .dst_rect = rect_at(0, 0, 4, 4),
                                 .rop = DXGK_GDIROP_ROP3,
                                 .rop3 = 0xB8 };

    mock.fail_render = STATUS_DEVICE_REMOVED;
    assert_int_equal(cdd_blt(cdd, &blt), STATUS_DEVICE_REMOVED);
    assert_int_equal(shared->map_count, 0);
    assert_int_equal(cdd_blt(cdd, &blt), STATUS_SUCCESS);
    cdd_destroy(cdd);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(failed_creation_leaves_nothing, mock_setup, mock_teardown),
        cmocka_unit_test_setup_teardown(impossible_configurations_are_refused, mock_setup,
                                        mock_teardown),
        cmocka_unit_test_setup_teardown(primary_starts_black, mock_setup, mock_teardown),
        cmocka_unit_test_setup_teardown(pixels_survive_a_round_trip, mock_setup, mock_teardown),
        cmocka_unit_test_setup_teardown(forbidden_surfaces_are_refused, mock_setup, mock_teardown),
        cmocka_unit_test_setup_teardown(oversized_texture_becomes_a_bitmap, mock_setup,
                                        mock_teardown),
        cmocka_unit_test_setup_teardown(unusable_pitch_is_a_driver_error, mock_setup,
                                        mock_teardown),
        cmocka_unit_test_setup_teardown(mapping_failures_come_back, mock_setup, mock_teardown),
    };
    return cmocka_run_group_tests_name("cdd/surface", tests, NULL, NULL);
}
