/* SPDX-License-Identifier: MIT */
/*
 * Monitors that come and go: the reference board and the linear frame buffer, each with a driver
 * that hears of it by interrupt, and drivers that get it wrong.
 */
#include "cdd/cdd.h"
#include "display/edid.h"
#include "display/monitor.h"
#include "dxgk/display_private.h"
#include "dxgk/hot_plug.h"
#include "dxgk/monitor.h"
#include "machine/schedule.h"
#include "tests/lib/stack.h"
#include "tests/lib/test.h"
#include "tests/lib/work_folder.h"

#define LFB_BUILD                                                                                  \
    DXGH_TEST_PROGRAM " cc -O0 -o lfb.so " DXGH_TEST_SOURCE "/tests/drivers/foreign/lfb/*.cxx"
#define LFB_RUN                                                                                    \
    DXGH_TEST_PROGRAM " run --driver lfb.so --device linearfb --scene hot-plug --out out "

static void the_desktop_follows_its_monitor(void **state)
{
    (void)state;
    work_folder_expect(0,
                       DXGH_TEST_PROGRAM " run --driver " DXGH_TEST_DRIVER
                                         " --device softgpu --scene hot-plug --out out",
                       "came back with another one");
    work_folder_expect(0,
                       DXGH_TEST_PROGRAM " run --driver " DXGH_TEST_DRIVER
                                         " --device softgpu --scene hot-plug --seed 5 --restart 1 "
                                         "--out out",
                       "pass");
}

static void a_display_only_desktop_follows_its_monitor(void **state)
{
    (void)state;
    work_folder_expect(0, LFB_BUILD, NULL);
    work_folder_expect(0, LFB_RUN "--restart 1", "came back with another one");
    work_folder_expect(0, LFB_RUN "--seed 9 --mode 800x600", "pass");
}

static void plug(struct adapter *adapter, const uint8_t *edid)
{
    struct machine *machine = adapter->machine;

    assert_true(adapter->board->ops->plug(adapter->board->device, 0, edid, EDID_BLOCK_BYTES));
    schedule_sleep_until(machine, machine->clock.now_ns + 10 * DXGH_NS_PER_MS);
    (void)dxgk_hot_plug_count(adapter);
}

static const struct monitor *only_monitor(const struct adapter *adapter)
{
    const struct display_path *path = adapter->display;

    return display_target_find(path->display, adapter->children[0].descriptor.ChildUid);
}

/* The EDID of a new monitor is read, and its modes are those of the next list. */
static void read_new_monitor(struct adapter *adapter, void *argument)
{
    const struct monitor *monitor = only_monitor(adapter);
    uint8_t edid[EDID_BLOCK_BYTES];

    (void)argument;
    assert_true(monitor->connected);
    assert_string_equal(monitor->edid.name, "softgpu");
    edid_make(edid, "another", 800, 600);
    plug(adapter, NULL);
    assert_false(monitor->connected);
    assert_null(display_first_connected(((struct display_path *)adapter->display)->display));
    plug(adapter, edid);
    assert_true(monitor->connected);
    assert_int_equal(monitor->edid_result, EDID_OK);
    assert_string_equal(monitor->edid.name, "another");
    assert_int_equal(monitor->edid.timing_count, 1);
    assert_int_equal(monitor->edid.timings[0].signal.ActiveSize.cx, 800);
    assert_true(monitor->edid.timings[0].preferred);
    /* Pulled out and plugged in before anybody looked: the second one is what counts. */
    edid_make(edid, "third", 640, 480);
    assert_true(adapter->board->ops->plug(adapter->board->device, 0, NULL, 0));
    plug(adapter, edid);
    assert_string_equal(monitor->edid.name, "third");
    assert_int_equal(dxgk_hot_plug_count(adapter), 3);
}

static void a_new_monitor_is_asked_for_its_descriptor(void **state)
{
    const struct stack_config config = { .driver = DXGH_TEST_DRIVER };
    struct stack stack;

    (void)state;
    stack_run(&stack, &config, read_new_monitor, NULL);
    stack_print_breaches(&stack);
    assert_int_equal(stack.outcome, STACK_RAN);
    assert_int_equal(verify_breach_count(stack.session.machine), 0);
    stack_close(&stack);
}

/* A desktop that nobody wants any more does not come back. */
static void show_again(struct adapter *adapter, void *argument)
{
    const struct cdd_config config = { .width = 1024, .height = 768 };
    uint8_t edid[EDID_BLOCK_BYTES];
    struct cdd *cdd;

    (void)argument;
    edid_make(edid, "again", 1024, 768);
    assert_int_equal(cdd_create(adapter, &config, &cdd), STATUS_SUCCESS);
    plug(adapter, NULL);
    assert_false(dxgk_source_is_shown(adapter, 0));
    plug(adapter, edid);
    assert_true(dxgk_source_is_shown(adapter, 0));
    plug(adapter, NULL);
    cdd_destroy(cdd);
    plug(adapter, edid);
    assert_false(dxgk_source_is_shown(adapter, 0));
}

static void a_primary_is_shown_again_on_the_next_monitor(void **state)
{
    const struct stack_config config = { .driver = DXGH_TEST_DRIVER };
    struct stack stack;

    (void)state;
    stack_run(&stack, &config, show_again, NULL);
    stack_print_breaches(&stack);
    assert_int_equal(stack.outcome, STACK_RAN);
    assert_int_equal(verify_breach_count(stack.session.machine), 0);
    stack_close(&stack);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORK_FOLDER_TEST(the_desktop_follows_its_monitor),
        WORK_FOLDER_TEST(a_display_only_desktop_follows_its_monitor),
        cmocka_unit_test(a_new_monitor_is_asked_for_its_descriptor),
        cmocka_unit_test(a_primary_is_shown_again_on_the_next_monitor),
    };
    return cmocka_run_group_tests_name("scenario/hot_plug", tests, NULL, NULL);
}
