/* SPDX-License-Identifier: MIT */
/*
 * Display-only drivers: the one in tests/drivers/foreign/lfb as it is, in both modes, and with one
 * line of it changed so that it breaks a rule. Everything goes through the program, as a user's
 * driver does.
 */
#include "tests/lib/client.h"
#include "tests/lib/test.h"
#include "tests/lib/work_folder.h"

#include <stdio.h>

/* A copy of the driver with one text replaced. An empty `text` replaces nothing. */
static void build(const char *file, const char *text, const char *other)
{
    char words[2048];

    (void)snprintf(
        words, sizeof(words),
        "cp %s/tests/drivers/foreign/lfb/* . && python3 -c \""
        "import sys; f, a, b = sys.argv[1:4]; s = open(f).read(); "
        "assert s.count(a) == 1 or not a, 'the text to replace is gone'; "
        "open(f, 'w').write(s.replace(a, b) if a else s)\" %s '%s' '%s' && " DXGH_TEST_PROGRAM
        " cc -O0 -o lfb.so *.cxx",
        DXGH_TEST_SOURCE, file, text, other);
    work_folder_expect(0, words, NULL);
}

#define RUN DXGH_TEST_PROGRAM " run --driver lfb.so --device linearfb --scene desktop --out out "

static void good_driver_passes(const char *mode)
{
    char words[1024];

    (void)snprintf(words, sizeof(words),
                   DXGH_TEST_PROGRAM " cc --mode %s -o lfb.so %s/tests/drivers/foreign/lfb/*.cxx",
                   mode, DXGH_TEST_SOURCE);
    work_folder_expect(0, words, NULL);
    work_folder_expect(0, RUN "--restart 2", "pass  lfb.so on linearfb");
    work_folder_expect(0, RUN "--mode 1280x720 --seed 3 --frames 200", "pass");
    work_folder_expect(0, "ls out/frame-0001.png out/frame-0005.png", NULL);
    /* Where operator new finds nothing no constructor runs, as with Microsoft's compiler. */
    work_folder_expect(1, RUN "--fail-allocation 1", "DxgkDdiAddDevice returned STATUS_NO_MEMORY");
    work_folder_expect(0,
                       "for n in $(seq 2 10); do " RUN "--fail-allocation $n > log 2>&1; "
                       "test $? -le 1 || exit 9; done",
                       NULL);
    work_folder_expect(
        0, DXGH_TEST_PROGRAM " run --driver lfb.so --device linearfb --scene bitblt --out out",
        "pass");
    work_folder_expect(0,
                       DXGH_TEST_PROGRAM
                       " run --driver lfb.so --device linearfb,vram=8M,post=800x600 "
                       "--scene stretchblt --out out",
                       "pass");
    work_folder_expect(1, RUN "--mode 640x481", "no mode of that size");
    work_folder_expect(
        2, DXGH_TEST_PROGRAM " run --driver lfb.so --device linearfb --scene preempt --out out",
        "a display-only driver has none");
}

static void windows_mode_passes(void **state)
{
    (void)state;
    good_driver_passes("windows");
}

static void native_mode_passes(void **state)
{
    (void)state;
    good_driver_passes("native");
}

/* The screen is the picture the accelerated reference driver draws, pixel for pixel. */
static void picture_is_that_of_the_accelerated_driver(void **state)
{
    (void)state;
    build("display.cxx", "", "");
    work_folder_expect(0,
                       DXGH_TEST_PROGRAM
                       " run --driver lfb.so --device linearfb --scene alphablend "
                       "--mode 1024x768 --out a && " DXGH_TEST_PROGRAM
                       " run --driver " DXGH_TEST_DRIVER
                       " --device softgpu --scene alphablend --mode 1024x768 --out b && "
                       "cmp a/screen.png b/screen.png",
                       NULL);
}

static void ask_type(struct adapter *adapter, void *argument)
{
    D3DKMT_ADAPTERTYPE type = { .Value = UINT32_MAX };
    D3DKMT_QUERYADAPTERINFO query = { .Type = KMTQAITYPE_ADAPTERTYPE,
                                      .pPrivateDriverData = &type,
                                      .PrivateDriverDataSize = sizeof(type) };
    struct client client;

    (void)adapter;
    (void)argument;
    client_open(&client);
    query.hAdapter = client.adapter;
    assert_int_equal(D3DKMTQueryAdapterInfo(&query), STATUS_SUCCESS);
    assert_false(type.RenderSupported);
    assert_true(type.DisplaySupported);
    client_close(&client);
}

/* A client that chooses by what an adapter can do does not try to draw on this one. */
static void clients_are_told_that_it_cannot_render(void **state)
{
    struct stack_config config = { .device = "linearfb" };
    struct stack stack;
    char driver[128];

    (void)state;
    build("display.cxx", "", "");
    (void)snprintf(driver, sizeof(driver), "%s/lfb.so", work_folder);
    config.driver = driver;
    stack_run(&stack, &config, ask_type, NULL);
    assert_int_equal(stack.outcome, STACK_RAN);
    stack_close(&stack);
}

/* The same desktop, upright on a screen that stands on its side: each corner is where it belongs.
 */
static void turned_screens_show_the_picture(void **state)
{
    (void)state;
    build("display.cxx", "", "");
    work_folder_expect(0, RUN "--rotate 90", "pass");
    work_folder_expect(0, RUN "--rotate 180 --mode 800x600 --restart 1", "pass");
    work_folder_expect(0, RUN "--rotate 270 --mode 1280x720 --seed 2", "pass");
    work_folder_expect(0, RUN "--rotate 0", "pass");
    work_folder_expect(2, RUN "--rotate 45", "--rotate wants 0, 90, 180 or 270");
    work_folder_expect(1,
                       DXGH_TEST_PROGRAM " run --driver " DXGH_TEST_DRIVER
                                         " --device softgpu --scene desktop --rotate 90 --out out",
                       "STATUS_NOT_SUPPORTED");
}

static void a_wrong_turn_is_named(void **state)
{
    (void)state;
    build("display.cxx", "bottom - x", "x");
    work_folder_expect(1, RUN "--rotate 90", "DOD-03 in DxgkDdiPresentDisplayOnly");
    work_folder_expect(0, RUN "--rotate 180", "pass");
    build("display.cxx", "update.ContentTransformation.RotationSupport.Rotate90 = 1;", "");
    work_folder_expect(1, RUN "--rotate 90", "no mode of that size");
}

static void wrong_pixels_are_named(void **state)
{
    (void)state;
    build("display.cxx", "for (LONG y = rect.top; y < rect.bottom; y++) {",
          "for (LONG y = rect.top; y + 1 < rect.bottom; y++) {");
    work_folder_expect(1, RUN, "DOD-03 in DxgkDdiPresentDisplayOnly");
}

static void pending_without_progress_is_named(void **state)
{
    (void)state;
    build("display.cxx", "g_Counters.Presents % 2 == 0 ? FinishLater() : status;",
          "TRUE ? STATUS_PENDING : status;");
    work_folder_expect(1, RUN, "DOD-02 in DxgkDdiPresentDisplayOnly");
    work_folder_expect(1, RUN "--tdr TdrDodPresentDelay=7", "within 7 s");
}

/* The pixels belong to the driver until it reports; so it may report a failure, too. */
static void failed_presents_are_answered(void **state)
{
    (void)state;
    build("display.cxx", "DXGK_PRESENT_DISPLAYONLY_PROGRESS_ID_COMPLETE",
          "DXGK_PRESENT_DISPLAYONLY_PROGRESS_ID_FAILED");
    work_folder_expect(1, RUN "--frames 300", "STATUS_UNSUCCESSFUL");
}

static void progress_nobody_waits_for_is_named(void **state)
{
    (void)state;
    build("display.cxx", "g_Counters.Presents % 2 == 0 ? FinishLater() : status;",
          "FinishLater() == STATUS_PENDING && FinishLater() == STATUS_PENDING ? STATUS_SUCCESS : "
          "status;");
    work_folder_expect(1, RUN, "DOD-02 in DxgkCbNotifyInterrupt");
}

static void other_success_is_named(void **state)
{
    (void)state;
    build("display.cxx", "g_Counters.Presents % 2 == 0 ? FinishLater() : status;",
          "TRUE ? STATUS_TIMEOUT : status;");
    work_folder_expect(1, RUN, "DOD-01 in DxgkDdiPresentDisplayOnly");
}

static void missing_slots_are_named(void **state)
{
    (void)state;
    build("entry.cxx", "table.DxgkDdiPresentDisplayOnly = LfbPresent;", "");
    work_folder_expect(1, RUN, "DxgkDdiPresentDisplayOnly. Windows would not start the adapter");
}

static void unknown_version_is_named(void **state)
{
    (void)state;
    build("entry.cxx", "table.Version = DXGKDDI_INTERFACE_VERSION_WIN8;",
          "table.Version = DXGKDDI_INTERFACE_VERSION_WIN7;");
    work_folder_expect(1, RUN, "INIT-01 in DxgkInitializeDisplayOnlyDriver");
}

static void half_a_vertical_blank_is_named(void **state)
{
    (void)state;
    build("entry.cxx", "table.DxgkDdiDpcRoutine = LfbDpc;",
          "table.DxgkDdiDpcRoutine = LfbDpc; table.DxgkDdiGetScanLine = "
          "reinterpret_cast<decltype(table.DxgkDdiGetScanLine)>(LfbDpc);");
    work_folder_expect(1, RUN, "INIT-05 in DxgkInitializeDisplayOnlyDriver");
}

/* What WDDM 1.2 makes mandatory for a driver that only displays. */
static void missing_caps_are_named(void **state)
{
    (void)state;
    build("display.cxx", "caps->WDDMVersion = DXGKDDI_WDDMv1_2;", "");
    work_folder_expect(1, RUN, "QAI-18 in DxgkDdiQueryAdapterInfo");
    build("display.cxx", "caps->SupportSmoothRotation = TRUE;", "");
    work_folder_expect(1, RUN, "INIT-04 in DxgkDdiQueryAdapterInfo");
}

static void a_released_mode_nobody_can_use_is_named(void **state)
{
    (void)state;
    build("display.cxx", "left->Height = mode->Height;", "left->Height = 400;");
    work_folder_expect(1, RUN, "LIFE-15 in DxgkDdiStopDeviceAndReleasePostDisplayOwnership");
    build("display.cxx", "*left = m_Post;", "*left = m_Post; left->PhysicAddress.QuadPart = 64;");
    work_folder_expect(1, RUN, "is in no memory of the board");
}

static void a_released_screen_without_its_target_is_named(void **state)
{
    (void)state;
    build("display.cxx", "left->TargetId = 0;", "left->TargetId = 0xFFFFFFFFu;");
    work_folder_expect(1, RUN, "LIFE-25 in DxgkDdiStopDeviceAndReleasePostDisplayOwnership");
}

static void half_specified_timing_is_named(void **state)
{
    (void)state;
    build("display.cxx", "mode->VideoSignalInfo.PixelRate = D3DKMDT_FREQUENCY_NOTSPECIFIED;",
          "mode->VideoSignalInfo.PixelRate = 65000000;");
    work_folder_expect(1, RUN, "VIDPN-07");
}

static void leaks_name_the_line(void **state)
{
    (void)state;
    build("entry.cxx", "delete Of(context);", "");
    work_folder_expect(1, RUN, "NT-LEAK-01 in DriverUnload");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORK_FOLDER_TEST(windows_mode_passes),
        WORK_FOLDER_TEST(native_mode_passes),
        WORK_FOLDER_TEST(picture_is_that_of_the_accelerated_driver),
        WORK_FOLDER_TEST(clients_are_told_that_it_cannot_render),
        WORK_FOLDER_TEST(turned_screens_show_the_picture),
        WORK_FOLDER_TEST(a_wrong_turn_is_named),
        WORK_FOLDER_TEST(wrong_pixels_are_named),
        WORK_FOLDER_TEST(pending_without_progress_is_named),
        WORK_FOLDER_TEST(failed_presents_are_answered),
        WORK_FOLDER_TEST(progress_nobody_waits_for_is_named),
        WORK_FOLDER_TEST(other_success_is_named),
        WORK_FOLDER_TEST(missing_slots_are_named),
        WORK_FOLDER_TEST(unknown_version_is_named),
        WORK_FOLDER_TEST(half_a_vertical_blank_is_named),
        WORK_FOLDER_TEST(missing_caps_are_named),
        WORK_FOLDER_TEST(a_released_mode_nobody_can_use_is_named),
        WORK_FOLDER_TEST(a_released_screen_without_its_target_is_named),
        WORK_FOLDER_TEST(half_specified_timing_is_named),
        WORK_FOLDER_TEST(leaks_name_the_line),
    };
    return cmocka_run_group_tests_name("scenario/display_only", tests, NULL, NULL);
}
