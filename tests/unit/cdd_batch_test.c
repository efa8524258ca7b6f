/* SPDX-License-Identifier: MIT */
#include "tests/unit/cdd_mock.h"

static struct cdd_surface *new_surface(struct cdd *cdd)
{
    struct cdd_surface *surface;

    assert_int_equal(
        cdd_surface_create(cdd, D3DKMDT_GDISURFACE_TEXTURE, 16, 16, D3DDDIFMT_A8R8G8B8, &surface),
        STATUS_SUCCESS);
    return surface;
}

static NTSTATUS small_fill(struct cdd *cdd, struct cdd_surface *dst)
{
    const struct cdd_fill fill = { .dst = dst,
                                   .dst_rect = rect_at(1, 1, 4, 4),
                                   .color = 0xFF112233,
                                   .rop = DXGK_GDIROPCF_PATCOPY };

    return cdd_fill(cdd, &fill);
}

/* Records wait for a flush, and one call hands over all of them in order. */
static void batch_gathers_until_flushed(void **state)
{
    struct cdd *cdd = mock_cdd(NULL);
    uint32_t calls = mock.render_calls;
    uint32_t records = mock.records;

    (void)state;
    for (uint32_t i = 0; i < 10; i++) {
        assert_int_equal(small_fill(cdd, cdd_primary(cdd)), STATUS_SUCCESS);
    }
    assert_int_equal(mock.render_calls, calls);
    assert_int_equal(cdd_flush(cdd), STATUS_SUCCESS);
    assert_int_equal(mock.render_calls, calls + 1);
    assert_int_equal(mock.records, records + 10);
    assert_int_equal(mock.last_reference_count, 2); /* NULL element and the primary */
    assert_int_equal(cdd_flush(cdd), STATUS_SUCCESS);
    assert_int_equal(mock.render_calls, calls + 1); /* nothing to do is nothing done */
    cdd_destroy(cdd);
}

/* A ColorFill record is opcode, size, argument and rectangles, with nothing after them. */
static void records_are_as_short_as_they_can_be(void **state)
{
    struct cdd *cdd = mock_cdd(NULL);
    uint64_t before = cdd_statistics(cdd)->bytes;

    (void)state;
    assert_int_equal(small_fill(cdd, cdd_primary(cdd)), STATUS_SUCCESS);
    assert_int_equal(cdd_flush(cdd), STATUS_SUCCESS);
    assert_int_equal(cdd_statistics(cdd)->bytes - before,
                     8 + sizeof(DXGK_GDIARG_COLORFILL) + sizeof(RECT));
    assert_int_equal(mock.last.CommandSize, 64);
    cdd_destroy(cdd);
}

/* A full buffer flushes by itself; no record is lost or split in the middle. */
static void full_buffer_flushes_itself(void **state)
{
    const struct cdd_config config = { .width = 64,
                                       .height = 48,
                                       .batch_bytes = CDD_BATCH_BYTES_MIN };
    struct cdd *cdd = mock_cdd(&config);
    uint32_t records = mock.records;

    (void)state;
    for (uint32_t i = 0; i < 1000; i++) {
        assert_int_equal(small_fill(cdd, cdd_primary(cdd)), STATUS_SUCCESS);
    }
    assert_int_equal(cdd_flush(cdd), STATUS_SUCCESS);
    assert_int_equal(mock.records - records, 1000);
    assert_int_equal(cdd_statistics(cdd)->flushes, 1 + (1000 + 63) / 64);
    cdd_destroy(cdd);
}

/* An operation with more sub-rectangles than a buffer holds becomes several records. */
static void many_rectangles_span_several_buffers(void **state)
{
    const struct cdd_config config = { .width = 128,
                                       .height = 128,
                                       .batch_bytes = CDD_BATCH_BYTES_MIN };
    struct cdd *cdd = mock_cdd(&config);
    struct region clip;
    uint32_t rects = mock.rects;

    (void)state;
    region_init(&clip, mock.machine);
    for (int32_t y = 0; y < 64; y += 2) {
        for (int32_t x = 0; x < 128; x += 4) {
            region_combine_rect(&clip, rect_at(x, y, 2, 1), REGION_UNION);
        }
    }
    assert_int_equal(clip.count, 1024);
    const struct cdd_fill fill = { .dst = cdd_primary(cdd),
                                   .dst_rect = rect_at(0, 0, 128, 128),
                                   .clip = &clip,
                                   .color = 1,
                                   .rop = DXGK_GDIROPCF_PATINVERT };

    assert_int_equal(cdd_fill(cdd, &fill), STATUS_SUCCESS);
    assert_int_equal(cdd_flush(cdd), STATUS_SUCCESS);
    assert_int_equal(mock.rects - rects, 1024);
    region_fini(&clip);
    cdd_destroy(cdd);
}

/* The allocation list holds 256 elements, the NULL element among them. */
static void full_allocation_list_flushes_itself(void **state)
{
    enum { COUNT = 400 };
    static struct cdd_surface *surfaces[COUNT];
    struct cdd *cdd = mock_cdd(NULL);
    uint32_t calls = mock.render_calls;

    (void)state;
    for (uint32_t i = 0; i < COUNT; i++) {
        surfaces[i] = new_surface(cdd);
    }
    for (uint32_t i = 0; i < COUNT; i++) {
        assert_int_equal(small_fill(cdd, surfaces[i]), STATUS_SUCCESS);
        if (i == 254) {
            assert_int_equal(mock.render_calls, calls); /* 255 surfaces still fit */
        }
        if (i == 255) {
            assert_int_equal(mock.render_calls, calls + 1);
            assert_int_equal(mock.last_reference_count, 256);
        }
    }
    assert_int_equal(cdd_flush(cdd), STATUS_SUCCESS);
    assert_int_equal(mock.last_reference_count, COUNT - 255 + 1);
    cdd_destroy(cdd); /* takes the surfaces along */
}

/* One surface is one element, and it is written as soon as one record writes it. */
static void surfaces_are_named_once(void **state)
{
    struct cdd *cdd = mock_cdd(NULL);
    struct cdd_surface *one = new_surface(cdd);
    struct cdd_blt blt = { .dst = cdd_primary(cdd),
                           .src = one,
                           .dst_rect = rect_at(0, 0, 4, 4),
                           .rop = DXGK_GDIROP_SRCCOPY };

    (void)state;
    for (uint32_t i = 0; i < 3; i++) {
        assert_int_equal(cdd_blt(cdd, &blt), STATUS_SUCCESS);
    }
    uint32_t index = one->batch_index;

    assert_false(cdd->batch.references[index].written);
    assert_int_equal(cdd->batch.reference_count, 3);
    assert_int_equal(small_fill(cdd, one), STATUS_SUCCESS); /* the mock checks written */
    assert_true(cdd->batch.references[index].written);
    assert_int_equal(cdd->batch.reference_count, 3);
    cdd_destroy(cdd);
}

/* Destroying a surface first sends the records that use it, and only then. */
static void destroying_a_surface_sends_its_records(void **state)
{
    struct cdd *cdd = mock_cdd(NULL);
    struct cdd_surface *used = new_surface(cdd);
    struct cdd_surface *unused = new_surface(cdd);
    uint32_t calls = mock.render_calls;

    (void)state;
    assert_int_equal(small_fill(cdd, used), STATUS_SUCCESS);
    cdd_surface_destroy(unused);
    assert_int_equal(mock.render_calls, calls);
    cdd_surface_destroy(used);
    assert_int_equal(mock.render_calls, calls + 1);
    cdd_surface_destroy(NULL);
    cdd_destroy(cdd);
}

/* A refused batch is reported once; its records are gone and the next batch starts afresh. */
static void refused_batch_is_reported_and_dropped(void **state)
{
    struct cdd *cdd = mock_cdd(NULL);
    uint32_t records = mock.records;

    (void)state;
    assert_int_equal(small_fill(cdd, cdd_primary(cdd)), STATUS_SUCCESS);
    mock.fail_render = STATUS_DEVICE_REMOVED;
    assert_int_equal(cdd_flush(cdd), STATUS_DEVICE_REMOVED);
    assert_int_equal(cdd_flush(cdd), STATUS_SUCCESS);
    assert_int_equal(mock.records, records);
    assert_int_equal(small_fill(cdd, cdd_primary(cdd)), STATUS_SUCCESS);
    assert_int_equal(cdd_finish(cdd), STATUS_SUCCESS);
    assert_int_equal(mock.records, records + 1);
    cdd_destroy(cdd);
}

/* Drawing takes no memory once it runs. */
static void drawing_allocates_nothing(void **state)
{
    struct cdd *cdd = mock_cdd(NULL);
    uint64_t blocks = machine_heap_count(mock.machine);

    (void)state;
    for (uint32_t i = 0; i < 5000; i++) {
        assert_int_equal(small_fill(cdd, cdd_primary(cdd)), STATUS_SUCCESS);
    }
    assert_int_equal(cdd_finish(cdd), STATUS_SUCCESS);
    assert_int_equal(machine_heap_count(mock.machine), blocks);
    cdd_destroy(cdd);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(batch_gathers_until_flushed, mock_setup, mock_teardown),
        cmocka_unit_test_setup_teardown(records_are_as_short_as_they_can_be, mock_setup,
                                        mock_teardown),
        cmocka_unit_test_setup_teardown(full_buffer_flushes_itself, mock_setup, mock_teardown),
        cmocka_unit_test_setup_teardown(many_rectangles_span_several_buffers, mock_setup,
                                        mock_teardown),
        cmocka_unit_test_setup_teardown(full_allocation_list_flushes_itself, mock_setup,
                                        mock_teardown),
        cmocka_unit_test_setup_teardown(surfaces_are_named_once, mock_setup, mock_teardown),
        cmocka_unit_test_setup_teardown(destroying_a_surface_sends_its_records, mock_setup,
                                        mock_teardown),
        cmocka_unit_test_setup_teardown(refused_batch_is_reported_and_dropped, mock_setup,
                                        mock_teardown),
        cmocka_unit_test_setup_teardown(drawing_allocates_nothing, mock_setup, mock_teardown),
    };
    return cmocka_run_group_tests_name("cdd/batch", tests, NULL, NULL);
}
