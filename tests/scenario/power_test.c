/* SPDX-License-Identifier: MIT */
/* An adapter that sleeps and wakes, through the program: what was on the screen is there again. */
#include "tests/lib/test.h"
#include "tests/lib/work_folder.h"

#include <stdio.h>

#define RUN DXGH_TEST_PROGRAM " run --driver lfb.so --device linearfb --scene power --out out "

static void the_reference_driver_sleeps_and_wakes(void **state)
{
    (void)state;
    work_folder_expect(0,
                       DXGH_TEST_PROGRAM " run --driver " DXGH_TEST_DRIVER
                                         " --device softgpu --scene power --out out",
                       "DxgkDdiSetPowerState                                  8");
    work_folder_expect(0,
                       DXGH_TEST_PROGRAM " run --driver " DXGH_TEST_DRIVER
                                         " --device softgpu --scene power --seed 3 --vram 16M "
                                         "--out out",
                       "pass");
}

static void copy_and_build(const char *text, const char *other)
{
    char words[2048];

    (void)snprintf(words, sizeof(words),
                   "cp %s/tests/drivers/foreign/lfb/* . && python3 -c \""
                   "import sys; f, a, b = sys.argv[1:4]; s = open(f).read(); "
                   "assert s.count(a) == 1 or not a, 'the text to replace is gone'; "
                   "open(f, 'w').write(s.replace(a, b) if a else s)\" entry.cxx '%s' '%s' && "
                   "%s cc -O0 -o lfb.so *.cxx",
                   DXGH_TEST_SOURCE, text, other, DXGH_TEST_PROGRAM);
    work_folder_expect(0, words, NULL);
}

static void a_display_only_driver_sleeps_and_wakes(void **state)
{
    (void)state;
    copy_and_build("", "");
    work_folder_expect(0, RUN, "pass");
    work_folder_expect(0, RUN "--restart 1 --seed 8", "pass");
}

#define POWER                                                                                      \
    "static NTSTATUS APIENTRY LfbPower(const PVOID, ULONG, DEVICE_POWER_STATE, "                   \
    "POWER_ACTION)\n{\n    PAGED_CODE();\n    return STATUS_SUCCESS;"

static void a_refusal_is_named(void **state)
{
    (void)state;
    copy_and_build(POWER, "static NTSTATUS APIENTRY LfbPower(const PVOID, ULONG uid, "
                          "DEVICE_POWER_STATE state, POWER_ACTION)\n{\n    return uid == 0 && "
                          "state == PowerDeviceD3 ? STATUS_UNSUCCESSFUL : STATUS_SUCCESS;");
    work_folder_expect(1, RUN, "LIFE-16 in DxgkDdiSetPowerState");
}

/* The action says why it goes to sleep, and nothing when it wakes up. */
static void who_relies_on_the_action_does_not_wake_up(void **state)
{
    (void)state;
    copy_and_build(POWER,
                   "static NTSTATUS APIENTRY LfbPower(const PVOID, ULONG, DEVICE_POWER_STATE, "
                   "POWER_ACTION action)\n{\n    return action == PowerActionSleep || action == "
                   "PowerActionHibernate ? STATUS_SUCCESS : STATUS_NOT_SUPPORTED;");
    work_folder_expect(1, RUN, "LIFE-16 in DxgkDdiSetPowerState");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORK_FOLDER_TEST(the_reference_driver_sleeps_and_wakes),
        WORK_FOLDER_TEST(a_display_only_driver_sleeps_and_wakes),
        WORK_FOLDER_TEST(a_refusal_is_named),
        WORK_FOLDER_TEST(who_relies_on_the_action_does_not_wake_up),
    };
    return cmocka_run_group_tests_name("scenario/power", tests, NULL, NULL);
}
