/* SPDX-License-Identifier: MIT */
#include "cdd/image.h"

#include "base/prng.h"
#include "tests/unit/cdd_mock.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char path[64];

static void make_path(void)
{
    int file;

    (void)snprintf(path, sizeof(path), "/tmp/dxghost-image-XXXXXX");
    file = mkstemp(path);
    assert_true(file >= 0);
    (void)close(file);
}

static void write_file(const void *data, size_t size)
{
    FILE *file = fopen(path, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(data, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

/* A picture of noise, written as PNG; data is the caller's to free from the machine heap. */
static void make_png(uint32_t width, uint32_t height, uint32_t *pixels, uint8_t **data,
                     size_t *size)
{
    struct cdd_error error = { 0 };
    struct prng prng;

    prng_init(&prng, width * 1000 + height);
    for (uint32_t i = 0; i < width * height; i++) {
        pixels[i] = (uint32_t)prng_next(&prng) | 0xFF000000u;
    }
    make_path();
    assert_int_equal(
        image_write_png_file(mock.machine, path, pixels, width, height, width * 4, &error),
        STATUS_SUCCESS);
    assert_int_equal(image_read_file(mock.machine, path, data, size, &error), STATUS_SUCCESS);
}

/* What is written as PNG reads back pixel for pixel. */
static void png_round_trip_keeps_pixels(void **state)
{
    uint32_t pixels[37 * 23];
    struct cdd_error error;
    struct image image;
    uint8_t *data;
    size_t size;

    (void)state;
    make_png(37, 23, pixels, &data, &size);
    assert_int_equal(image_read_png_file(mock.machine, path, &image, &error), STATUS_SUCCESS);
    assert_int_equal(image.width, 37);
    assert_int_equal(image.height, 23);
    assert_false(image.has_alpha);
    assert_memory_equal(image.pixels, pixels, sizeof(pixels));
    image_fini(&image);
    machine_heap_free(mock.machine, data);
    assert_int_equal(remove(path), 0);
}

/* A PNG cut off at any byte is an error with a reason and gives everything back. */
static void truncated_png_is_refused(void **state)
{
    uint32_t pixels[13 * 11];
    struct image image;
    uint8_t *data;
    size_t size;

    (void)state;
    make_png(13, 11, pixels, &data, &size);
    uint64_t blocks = machine_heap_count(mock.machine);

    for (size_t length = 0; length < size; length++) {
        struct cdd_error error = { 0 };
        NTSTATUS status = image_read_png(mock.machine, "cut.png", data, length, &image, &error);

        assert_int_equal(status,
                         length < 8 ? STATUS_INVALID_IMAGE_FORMAT : STATUS_FILE_CORRUPT_ERROR);
        assert_int_equal(error.status, status);
        assert_non_null(strstr(error.text, "cut.png"));
        assert_null(image.pixels);
        assert_int_equal(machine_heap_count(mock.machine), blocks);
    }
    machine_heap_free(mock.machine, data);
    assert_int_equal(remove(path), 0);
}

/* Damage anywhere in the file neither crashes nor leaks; the check sums find it. */
static void damaged_png_is_survived(void **state)
{
    uint32_t pixels[13 * 11];
    uint32_t refused = 0;
    struct image image;
    uint8_t *data;
    size_t size;

    (void)state;
    make_png(13, 11, pixels, &data, &size);
    uint64_t blocks = machine_heap_count(mock.machine);

    for (size_t at = 0; at < size; at++) {
        struct cdd_error error = { 0 };

        data[at] ^= 0x55;
        if (!NT_SUCCESS(image_read_png(mock.machine, "bad.png", data, size, &image, &error))) {
            assert_true(error.text[0] != '\0');
            refused++;
        }
        image_fini(&image);
        assert_int_equal(machine_heap_count(mock.machine), blocks);
        data[at] ^= 0x55;
    }
    assert_true(refused > size / 2);
    machine_heap_free(mock.machine, data);
    assert_int_equal(remove(path), 0);
}

/* Files that are missing, empty, no PNG, or no file at all say so. */
static void unusable_files_are_named(void **state)
{
    static const char text[] = "GIF89a is not what was asked for";
    struct cdd_error error = { 0 };
    struct image image;

    (void)state;
    assert_int_equal(image_read_png_file(mock.machine, "/nonexistent/picture.png", &image, &error),
                     STATUS_OBJECT_NAME_NOT_FOUND);
    assert_non_null(strstr(error.text, "/nonexistent/picture.png"));
    assert_int_equal(image_read_png_file(mock.machine, "/", &image, &error),
                     STATUS_FILE_CORRUPT_ERROR);
    make_path();
    assert_int_equal(image_read_png_file(mock.machine, path, &image, &error),
                     STATUS_INVALID_IMAGE_FORMAT);
    write_file(text, sizeof(text));
    assert_int_equal(image_read_png_file(mock.machine, path, &image, &error),
                     STATUS_INVALID_IMAGE_FORMAT);
    assert_non_null(strstr(error.text, "not a PNG"));
    assert_int_equal(remove(path), 0);
}

/* A header that claims a huge picture is refused before memory is taken for it. */
static void huge_claims_are_refused(void **state)
{
    static const uint8_t header[] = {
        0x89, 'P',  'N',  'G',  '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I',  'H',  'D',  'R',  0x7F,
        0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 8,    6, 0, 0, 0,  0x91, 0x93, 0xC0, 0x2E,
    };
    struct cdd_error error = { 0 };
    struct image image;

    (void)state;
    assert_int_equal(
        image_read_png(mock.machine, "huge.png", header, sizeof(header), &image, &error),
        STATUS_FILE_CORRUPT_ERROR);
    assert_true(error.text[0] != '\0');
}

/* Pictures that cannot be written say why and leave no partial file. */
static void unwritable_files_are_named(void **state)
{
    uint32_t pixel = 0;
    struct cdd_error error = { 0 };

    (void)state;
    assert_int_equal(
        image_write_png_file(mock.machine, "/nonexistent/out.png", &pixel, 1, 1, 4, &error),
        STATUS_UNSUCCESSFUL);
    assert_non_null(strstr(error.text, "/nonexistent/out.png"));
    if (access("/dev/full", W_OK) == 0) {
        /* A full disk. The name is a link of ours: what cannot be finished is removed. */
        make_path();
        assert_int_equal(remove(path), 0);
        assert_int_equal(symlink("/dev/full", path), 0);
        assert_int_equal(image_write_png_file(mock.machine, path, &pixel, 1, 1, 4, &error),
                         STATUS_UNSUCCESSFUL);
        assert_int_equal(access(path, F_OK), -1);
    }
}

/* Premultiplying rounds to the nearest and keeps opaque and clear pixels. */
static void premultiply_scales_by_alpha(void **state)
{
    uint32_t pixels[] = { 0xFF123456, 0x00FFFFFF, 0x80FF8040 };
    struct image image = { .machine = mock.machine, .width = 3, .height = 1, .pixels = pixels };

    (void)state;
    image_premultiply(&image);
    assert_int_equal(pixels[0], 0xFF123456);
    assert_int_equal(pixels[1], 0x00000000);
    assert_int_equal(pixels[2], 0x80804020);
}

/* A picture becomes a surface with the same pixels. */
static void picture_becomes_a_surface(void **state)
{
    struct cdd *cdd = mock_cdd(NULL);
    uint32_t pixels[] = { 1, 2, 3, 4, 5, 6 };
    uint32_t seen[6] = { 0 };
    struct image image = { .machine = mock.machine, .width = 3, .height = 2, .pixels = pixels };
    struct cdd_surface *surface;

    (void)state;
    assert_int_equal(
        image_to_surface(cdd, &image, D3DKMDT_GDISURFACE_TEXTURE, D3DDDIFMT_A8R8G8B8, &surface),
        STATUS_SUCCESS);
    assert_int_equal(cdd_surface_read(surface, cdd_surface_bounds(surface), seen, 12),
                     STATUS_SUCCESS);
    assert_memory_equal(pixels, seen, sizeof(pixels));
    cdd_destroy(cdd);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(png_round_trip_keeps_pixels, mock_setup, mock_teardown),
        cmocka_unit_test_setup_teardown(truncated_png_is_refused, mock_setup, mock_teardown),
        cmocka_unit_test_setup_teardown(damaged_png_is_survived, mock_setup, mock_teardown),
        cmocka_unit_test_setup_teardown(unusable_files_are_named, mock_setup, mock_teardown),
        cmocka_unit_test_setup_teardown(huge_claims_are_refused, mock_setup, mock_teardown),
        cmocka_unit_test_setup_teardown(unwritable_files_are_named, mock_setup, mock_teardown),
        cmocka_unit_test_setup_teardown(premultiply_scales_by_alpha, mock_setup, mock_teardown),
        cmocka_unit_test_setup_teardown(picture_becomes_a_surface, mock_setup, mock_teardown),
    };
    return cmocka_run_group_tests_name("cdd/image", tests, NULL, NULL);
}
