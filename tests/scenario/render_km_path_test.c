/* SPDX-License-Identifier: MIT */
/* docs/paths/render-km.md is true: one fill follows it event by event. */
#include "cdd/cdd.h"
#include "tests/lib/path_document.h"
#include "tests/lib/stack.h"
#include "tests/lib/test.h"
#include "trace/trace.h"

static void fill_once(struct cdd *cdd)
{
    struct cdd_fill fill = { .dst = cdd_primary(cdd),
                             .dst_rect = { 10, 10, 40, 30 },
                             .color = 0xFF336699,
                             .rop = DXGK_GDIROPCF_PATCOPY };

    assert_int_equal(cdd_fill(cdd, &fill), STATUS_SUCCESS);
    assert_int_equal(cdd_finish(cdd), STATUS_SUCCESS);
}

/* What the monitor shows at (x, y). */
static uint32_t screen_pixel(struct machine *machine, uint32_t x, uint32_t y)
{
    const struct device_host *board =
        LIST_ENTRY_OF(machine->devices.next, struct device_host, link);
    struct dxghost_scanout scanout;

    assert_true(board->ops->scanout(board->device, 0, &scanout));
    return ((const uint32_t *)(const void *)((const char *)scanout.pixels + y * scanout.pitch))[x];
}

struct window {
    uint64_t first;
    uint64_t end;
};

static void draw(struct adapter *adapter, void *argument)
{
    struct window *window = argument;
    struct machine *machine = dxgk_adapter_machine(adapter);
    struct cdd_config config = { .width = 640, .height = 480 };
    struct cdd *cdd;

    assert_int_equal(cdd_create(adapter, &config, &cdd), STATUS_SUCCESS);
    fill_once(cdd); /* the first makes everything resident */
    window->first = trace_count(machine);
    fill_once(cdd);
    window->end = trace_count(machine);
    assert_int_equal(screen_pixel(machine, 10, 10), 0xFF336699);
    assert_int_equal(screen_pixel(machine, 39, 29), 0xFF336699);
    assert_int_equal(screen_pixel(machine, 40, 29) & 0xFFFFFF, 0);
    assert_int_equal(screen_pixel(machine, 39, 30) & 0xFFFFFF, 0);
    path_document_assert(machine, DXGH_TEST_DOCS "/paths/render-km.md", window->first, window->end);
    cdd_destroy(cdd);
}

static void follow(const char *driver)
{
    struct stack_config config = { .driver = driver };
    struct window window = { 0, 0 };
    struct stack stack;

    stack_run(&stack, &config, draw, &window);
    if (stack.outcome != STACK_RAN || verify_breach_count(stack.session.machine) > 0) {
        stack_print_breaches(&stack);
    }
    assert_int_equal(stack.outcome, STACK_RAN);
    assert_int_equal(verify_breach_count(stack.session.machine), 0);
    assert_true(window.end > window.first);
    stack_close(&stack);
}

static void fill_follows_the_document(void **state)
{
    (void)state;
    follow(DXGH_TEST_DRIVER);
}

static void fill_follows_the_document_in_windows_mode(void **state)
{
    (void)state;
    follow(DXGH_TEST_DRIVER_WINDOWS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fill_follows_the_document),
        cmocka_unit_test(fill_follows_the_document_in_windows_mode),
    };
    return cmocka_run_group_tests_name("scenario/render_km_path", tests, NULL, NULL);
}
