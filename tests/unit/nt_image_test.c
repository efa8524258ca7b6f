/* SPDX-License-Identifier: MIT */
#include "tests/unit/nt_fixture.h"

#include "machine/heap.h"
#include "nt/driver_object.h"
#include "nt/image.h"

#include <sys/stat.h>
#include <unistd.h>

/* Where the build put the images of tests/unit/images; NT_IMAGE_DIRECTORY is set by CMake. */
#define IMAGE(name) NT_IMAGE_DIRECTORY "/nt_image_" name ".so"

static char error[400];

static struct nt_image *load(const char *path)
{
    error[0] = '\0';
    return nt_image_load(test_machine, path, error, sizeof(error));
}

static ULONG enter(struct nt_image *image)
{
    struct nt_driver *driver = nt_driver_object_create(test_machine, image, "demo");
    ULONG calls;

    assert_int_equal(image->entry(&driver->object, &driver->registry_path), STATUS_SUCCESS);
    assert_true(verify_in_image(test_machine, (uintptr_t)driver->object.DriverInit));
    assert_true(nt_image_is_readonly(test_machine, (uintptr_t)driver->object.DriverInit));
    assert_true(nt_image_is_readonly(test_machine, (uintptr_t)driver->object.DriverSection));
    calls = driver->object.Flags;
    ObDereferenceObject(driver);
    return calls;
}

static void each_load_starts_with_fresh_globals(void **state)
{
    (void)state;
    for (int i = 0; i < 3; i++) {
        struct nt_image *image = load(IMAGE("good"));

        assert_non_null(image);
        assert_ptr_equal(nt_image_current(test_machine), image);
        assert_int_equal(enter(image), 1);
        assert_int_equal(enter(image), 2);
        nt_image_unload(test_machine, image);
        assert_null(nt_image_current(test_machine));
    }
}

/* As when an earlier machine of this process still holds the file. */
static void a_second_copy_has_globals_of_its_own(void **state)
{
    (void)state;
    struct nt_image *first = load(IMAGE("good"));
    struct nt_image *second;

    assert_int_equal(enter(first), 1);
    second = load(IMAGE("good"));
    assert_non_null(second);
    assert_true(second->base != first->base);
    assert_int_equal(enter(second), 1);
    nt_image_unload(test_machine, second);
    nt_image_unload(test_machine, first);
}

/* A bug check leaves the image loaded, and the next machine must not get it. */
static void images_that_were_never_unloaded_are_not_reused(void **state)
{
    (void)state;
    for (int i = 0; i < 5; i++) {
        struct nt_image *image = load(IMAGE("good"));

        assert_non_null(image);
        assert_int_equal(enter(image), 1);
        (void)close_machine(NULL);
        assert_int_equal(open_machine_with(2, DECISION_FIXED, 1), 0);
    }
}

static void every_missing_import_is_named(void **state)
{
    (void)state;
    uint64_t blocks = machine_heap_count(test_machine);

    assert_null(load(IMAGE("missing_imports")));
    assert_non_null(strstr(error, "KeDoSomethingUnheardOf"));
    assert_non_null(strstr(error, "ZwDoSomethingElse"));
    assert_non_null(strstr(error, "nt_image_missing_imports.so"));
    assert_int_equal(machine_heap_count(test_machine), blocks);
}

static void a_library_without_entry_is_no_driver(void **state)
{
    (void)state;
    assert_null(load(IMAGE("no_entry")));
    assert_non_null(strstr(error, "DriverEntry"));
}

static void write_file(const char *path, const void *bytes, size_t count)
{
    FILE *file = fopen(path, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, count, file), count);
    assert_int_equal(fclose(file), 0);
}

static void files_of_other_kinds_are_refused_with_the_reason(void **state)
{
    (void)state;
    char path[] = "/tmp/nt_image_test_XXXXXX";
    unsigned char header[128] = { 0x7F, 'E', 'L', 'F', 2, 1, 1 };
    int descriptor = mkstemp(path);

    assert_true(descriptor >= 0);
    assert_int_equal(close(descriptor), 0);
    assert_null(load(path)); /* empty */
    assert_non_null(strstr(error, "too short"));
    write_file(path, "MZ and what a Windows image goes on with, more than an ELF header's size....",
               76);
    assert_null(load(path));
    assert_non_null(strstr(error, "Windows image"));
    write_file(path, "#!/bin/sh\necho this is a script and longer than sixty-four bytes, it is\n",
               72);
    assert_null(load(path));
    assert_non_null(strstr(error, "not an ELF file"));
    header[16] = 3;    /* ET_DYN */
    header[18] = 0xB7; /* AArch64 */
    write_file(path, header, sizeof(header));
    assert_null(load(path));
    assert_non_null(strstr(error, "x86-64"));
    header[18] = 62;
    header[16] = 2; /* ET_EXEC */
    write_file(path, header, sizeof(header));
    assert_null(load(path));
    assert_non_null(strstr(error, "not a shared object"));
    assert_int_equal(unlink(path), 0);
    assert_null(load(path));
    assert_non_null(strstr(error, "No such file"));
    assert_null(load("/tmp"));
    assert_non_null(strstr(error, "not a file"));
}

/* Every prefix of a good image, and every byte of its headers changed: refused or loaded, never
 * a crash of ours. The loader itself is only asked when our look found nothing wrong. */
static void damaged_files_never_crash_the_look(void **state)
{
    (void)state;
    static unsigned char bytes[1 << 17];
    char path[] = "/tmp/nt_image_test_XXXXXX";
    FILE *file = fopen(IMAGE("no_entry"), "rb");
    size_t count;

    assert_non_null(file);
    count = fread(bytes, 1, sizeof(bytes), file);
    (void)fclose(file);
    assert_true(count > 1000 && count < sizeof(bytes));
    assert_int_equal(close(mkstemp(path)), 0);
    for (size_t cut = 0; cut < count; cut += 97) {
        write_file(path, bytes, cut);
        assert_null(load(path)); /* it has no DriverEntry, so it is refused in any case */
    }
    for (size_t at = 16; at < 64; at++) {
        unsigned char saved = bytes[at];

        bytes[at] = (unsigned char)(saved ^ 0xFF);
        write_file(path, bytes, count);
        assert_null(load(path));
        bytes[at] = saved;
    }
    assert_int_equal(unlink(path), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        NT_TEST(each_load_starts_with_fresh_globals),
        NT_TEST(a_second_copy_has_globals_of_its_own),
        NT_TEST(images_that_were_never_unloaded_are_not_reused),
        NT_TEST(every_missing_import_is_named),
        NT_TEST(a_library_without_entry_is_no_driver),
        NT_TEST(files_of_other_kinds_are_refused_with_the_reason),
        NT_TEST(damaged_files_never_crash_the_look),
    };
    return cmocka_run_group_tests_name("nt/image", tests, NULL, NULL);
}
