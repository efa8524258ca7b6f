/* SPDX-License-Identifier: MIT */
#include "verify/verify.h"

#include "machine/fiber.h"
#include "tests/lib/test.h"
#include "trace/trace.h"
#include "verify/names.h"

static int set_up(void **state)
{
    *state = machine_create(NULL);
    trace_attach(*state);
    verify_attach(*state);
    return 0;
}

static int tear_down(void **state)
{
    machine_destroy(*state);
    return 0;
}

static const struct breach *first_breach(struct machine *machine)
{
    return LIST_ENTRY_OF(verify_breaches(machine)->next, struct breach, link);
}

/* A report carries the rule, the words and the place. */
static void report_carries_rule_words_and_place(void **state)
{
    struct machine *machine = *state;

    verify_report(machine, RULE_RENDERKM_12, "DxgkDdiRenderKm", "expected %d, saw %d", 1, 2);
    assert_int_equal(verify_breach_count(machine), 1);
    assert_int_equal(first_breach(machine)->rule, RULE_RENDERKM_12);
    assert_string_equal(first_breach(machine)->message, "expected 1, saw 2");
    assert_string_equal(first_breach(machine)->ddi, "DxgkDdiRenderKm");
    assert_int_equal(trace_record_at(machine, 0)->event, TRACE_BREACH);
}

/* The same breach at the same place is counted; elsewhere it is another. */
static void repeats_are_counted_not_listed(void **state)
{
    struct machine *machine = *state;

    for (int i = 0; i < 5; i++) {
        verify_report(machine, RULE_SYNC_09, "DxgkDdiPatch", "again");
    }
    verify_report(machine, RULE_SYNC_09, "DxgkDdiRender", "elsewhere");
    assert_int_equal(verify_breach_count(machine), 2);
    assert_int_equal(first_breach(machine)->count, 5);
}

/* Without a name the DDI the fiber is in is taken. */
static void report_names_the_ddi_of_the_fiber(void **state)
{
    struct machine *machine = *state;

    machine->running->ddi = "DxgkDdiEscape";
    verify_report(machine, RULE_SYNC_11, NULL, "lock held");
    machine->running->ddi = NULL;
    assert_string_equal(first_breach(machine)->ddi, "DxgkDdiEscape");
}

static void rules_are_found_by_id(void **state)
{
    (void)state;
    assert_int_equal(rule_find("renderkm-12"), RULE_RENDERKM_12);
    assert_int_equal(rule_find("NO-SUCH-RULE"), RULE_COUNT);
    assert_string_equal(rule_info(RULE_RENDERKM_12)->id, "RENDERKM-12");
}

static void codes_have_names(void **state)
{
    (void)state;
    assert_string_equal(verify_bugcheck_name(0x119), "VIDEO_SCHEDULER_INTERNAL_ERROR");
    assert_string_equal(verify_bugcheck_name(0x77777777), "BUGCHECK");
    assert_string_equal(verify_status_name((int32_t)0xC01E0001),
                        "STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER");
    assert_string_equal(verify_status_name(0), "STATUS_SUCCESS");
    assert_string_equal(verify_status_name((int32_t)0xEDCBA987), "0xEDCBA987");
}

static void unimplemented_things_are_named_once(void **state)
{
    struct machine *machine = *state;

    verify_unimplemented(machine, "DxgkCb%s", "Something");
    verify_unimplemented(machine, "DxgkCb%s", "Something");

    const struct unimplemented *entry =
        LIST_ENTRY_OF(verify_unimplemented_list(machine)->next, struct unimplemented, link);

    assert_string_equal(entry->text, "DxgkCbSomething");
    assert_int_equal(entry->count, 2);
    assert_ptr_equal(entry->link.next, verify_unimplemented_list(machine));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(report_carries_rule_words_and_place, set_up, tear_down),
        cmocka_unit_test_setup_teardown(repeats_are_counted_not_listed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(report_names_the_ddi_of_the_fiber, set_up, tear_down),
        cmocka_unit_test(rules_are_found_by_id),
        cmocka_unit_test(codes_have_names),
        cmocka_unit_test_setup_teardown(unimplemented_things_are_named_once, set_up, tear_down),
    };
    return cmocka_run_group_tests_name("verify/verify", tests, NULL, NULL);
}
