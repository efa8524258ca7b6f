/* SPDX-License-Identifier: MIT */
/*
 * The screen of a bug check: drawn at HIGH_LEVEL through the reference driver, through the
 * display-only one of the tests, and through copies of that which get it wrong.
 */
#include "tests/lib/test.h"
#include "tests/lib/work_folder.h"

#include <stdio.h>

#define RUN DXGH_TEST_PROGRAM " run --driver lfb.so --device linearfb --scene desktop --out out "
/* Where the display-only driver stops the system: the first present. */
#define STOP                                                                                       \
    "display.cxx", "InterlockedIncrement(&g_Counters.Presents);",                                  \
        "if (InterlockedIncrement(&g_Counters.Presents) == 1) { KeBugCheckEx(0xE2, 1, 2, 3, "      \
        "4); }"

static void copy(void)
{
    work_folder_expect(0, "cp " DXGH_TEST_SOURCE "/tests/drivers/foreign/lfb/* .", NULL);
}

static void change(const char *file, const char *text, const char *other)
{
    char words[2048];

    (void)snprintf(words, sizeof(words),
                   "python3 -c \"import sys; f, a, b = sys.argv[1:4]; s = open(f).read(); "
                   "assert s.count(a) == 1, 'the text to replace is gone'; "
                   "open(f, 'w').write(s.replace(a, b))\" %s '%s' '%s'",
                   file, text, other);
    work_folder_expect(0, words, NULL);
}

static void build(void)
{
    work_folder_expect(0, DXGH_TEST_PROGRAM " cc -O0 -o lfb.so *.cxx", NULL);
}

/* One that stops and whose last words are changed. */
static void build_changed(const char *file, const char *text, const char *other)
{
    copy();
    change(STOP);
    change(file, text, other);
    build();
}

static void the_reference_driver_shows_the_picture(void **state)
{
    (void)state;
    work_folder_expect(3,
                       DXGH_TEST_PROGRAM " run --driver " DXGH_TEST_DRIVER
                                         " --device softgpu --scene tdr-limit --out out",
                       "bugcheck.png");
    work_folder_expect(0, "test -s out/bugcheck.png && ! grep -q LIFE-21 out/report.json", NULL);
}

static void a_display_only_driver_shows_the_picture(void **state)
{
    (void)state;
    copy();
    change(STOP);
    build();
    work_folder_expect(3, RUN, "bugcheck.png");
    work_folder_expect(0, "test -s out/bugcheck.png && ! grep -q LIFE-21 out/report.json", NULL);
    work_folder_expect(0, "cp out/bugcheck.png first.png", NULL);
    work_folder_expect(3, RUN "--seed 4", "0xE2");
    work_folder_expect(0, "cmp out/bugcheck.png first.png", NULL);
}

static void wrong_pixels_are_named(void **state)
{
    (void)state;
    build_changed("display.cxx", "static_cast<LONG>(pitch), rect);",
                  "static_cast<LONG>(width * 4), rect);");
    work_folder_expect(3, RUN, "LIFE-21 in DxgkDdiSystemDisplayWrite");
}

static void a_refusal_is_named(void **state)
{
    (void)state;
    build_changed("display.cxx", "if (m_Memory == nullptr || m_Width == 0) {", "{");
    work_folder_expect(3, RUN, "LIFE-21 in DxgkDdiSystemDisplayEnable");
    work_folder_expect(1, "test -e out/bugcheck.png", NULL);
}

static void a_small_mode_is_named(void **state)
{
    (void)state;
    build_changed("display.cxx", "*height = m_Height;", "*height = 400;");
    work_folder_expect(3, RUN, "640x480");
}

static void pageable_code_is_named(void **state)
{
    (void)state;
    build_changed("entry.cxx", "static void APIENTRY LfbSystemWrite(",
                  "__attribute__((section(\"PAGE\"))) static void APIENTRY LfbSystemWrite(");
    work_folder_expect(3, RUN, "PAGE section");
}

/* What the driver may do in a DDI is not what it may do now. */
static void a_wait_is_named_and_changes_nothing_of_the_first_reason(void **state)
{
    (void)state;
    build_changed("display.cxx", "    *width = m_Width;\n",
                  "    LARGE_INTEGER soon; soon.QuadPart = -10; "
                  "KeDelayExecutionThread(KernelMode, FALSE, &soon);\n    *width = m_Width;\n");
    work_folder_expect(3, RUN, "crashed itself");
    work_folder_expect(0, "grep -q '\"code\": \"0xE2\"' out/report.json", NULL);
}

static void an_endless_loop_is_named(void **state)
{
    (void)state;
    build_changed("display.cxx", "    *width = m_Width;\n",
                  "    while (m_Visible) {}\n    *width = m_Width;\n");
    work_folder_expect(3, RUN, "crashed itself");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORK_FOLDER_TEST(the_reference_driver_shows_the_picture),
        WORK_FOLDER_TEST(a_display_only_driver_shows_the_picture),
        WORK_FOLDER_TEST(wrong_pixels_are_named),
        WORK_FOLDER_TEST(a_refusal_is_named),
        WORK_FOLDER_TEST(a_small_mode_is_named),
        WORK_FOLDER_TEST(pageable_code_is_named),
        WORK_FOLDER_TEST(a_wait_is_named_and_changes_nothing_of_the_first_reason),
        WORK_FOLDER_TEST(an_endless_loop_is_named),
    };
    return cmocka_run_group_tests_name("scenario/system_display", tests, NULL, NULL);
}
