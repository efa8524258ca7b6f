/* SPDX-License-Identifier: MIT */
/* A pointer that a display-only driver shows, and copies of that driver that get it wrong. */
#include "tests/lib/test.h"
#include "tests/lib/work_folder.h"

#include <stdio.h>

#define RUN DXGH_TEST_PROGRAM " run --driver lfb.so --device linearfb --scene pointer --out out "

static void build(const char *text, const char *other)
{
    char words[2048];

    (void)snprintf(words, sizeof(words),
                   "cp %s/tests/drivers/foreign/lfb/* . && python3 -c \""
                   "import sys; f, a, b = sys.argv[1:4]; s = open(f).read(); "
                   "assert s.count(a) == 1 or not a, 'the text to replace is gone'; "
                   "open(f, 'w').write(s.replace(a, b) if a else s)\" display.cxx '%s' '%s' && "
                   "%s cc -O0 -o lfb.so *.cxx",
                   DXGH_TEST_SOURCE, text, other, DXGH_TEST_PROGRAM);
    work_folder_expect(0, words, NULL);
}

static void the_pointer_is_over_the_desktop(void **state)
{
    (void)state;
    build("", "");
    work_folder_expect(0, RUN, "DxgkDdiSetPointerPosition");
    work_folder_expect(0, RUN "--mode 800x600 --seed 4 --restart 1", "pass");
    work_folder_expect(0,
                       DXGH_TEST_PROGRAM " run --driver " DXGH_TEST_DRIVER
                                         " --device softgpu --scene pointer --out out",
                       "GDI draws it");
}

static void a_pointer_that_is_elsewhere_is_seen(void **state)
{
    (void)state;
    build("pointer[1] = static_cast<USHORT>(args->X);",
          "pointer[1] = static_cast<USHORT>(args->X < 0 ? 0 : args->X);");
    work_folder_expect(1, RUN, "pointer at (-10, 40)");
    build("+ y * args->Pitch,", "+ y * POINTER_SIDE,");
    work_folder_expect(1, RUN, "pointer at (100, 100)");
}

static void a_refusal_where_nothing_is_shown_is_named(void **state)
{
    (void)state;
    build("    if (!m_Visible) {\n        return STATUS_SUCCESS;\n    }\n    pointer[1]",
          "    if (!m_Visible) {\n        return STATUS_UNSUCCESSFUL;\n    }\n    pointer[1]");
    work_folder_expect(1, RUN, "VSYNC-01 in DxgkDdiSetPointerPosition");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORK_FOLDER_TEST(the_pointer_is_over_the_desktop),
        WORK_FOLDER_TEST(a_pointer_that_is_elsewhere_is_seen),
        WORK_FOLDER_TEST(a_refusal_where_nothing_is_shown_is_named),
    };
    return cmocka_run_group_tests_name("scenario/pointer", tests, NULL, NULL);
}
