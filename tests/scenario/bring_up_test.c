/* SPDX-License-Identifier: MIT */
/* An adapter's whole life, in both driver modes, again and again, and with memory running out. */
#include "cdd/cdd.h"
#include "machine/heap.h"
#include "machine/memory.h"
#include "tests/lib/stack.h"
#include "tests/lib/test.h"
#include "trace/trace.h"

static void expect_clean(const struct stack *stack)
{
    if (stack->outcome != STACK_RAN || verify_breach_count(stack->session.machine) > 0) {
        stack_print_breaches(stack);
    }
    assert_int_equal(stack->outcome, STACK_RAN);
    assert_int_equal(verify_breach_count(stack->session.machine), 0);
}

static void starts_and_stops(const char *driver)
{
    struct stack_config config = { .driver = driver };
    struct stack stack;

    stack_run(&stack, &config, NULL, NULL);
    expect_clean(&stack);
    stack_close(&stack);
}

static void native_driver_starts_and_stops(void **state)
{
    (void)state;
    starts_and_stops(DXGH_TEST_DRIVER);
}

static void windows_mode_driver_starts_and_stops(void **state)
{
    (void)state;
    starts_and_stops(DXGH_TEST_DRIVER_WINDOWS);
}

static void keep_looking(struct adapter *adapter, void *argument)
{
    *(uint32_t *)argument = dxgk_adapter_version(adapter);
    assert_true(dxgk_adapter_has_gdi(adapter));
    assert_int_equal(dxgk_adapter_node_count(adapter), 2);
}

/* What the driver declared is what clients see. */
static void caps_are_known_while_it_runs(void **state)
{
    struct stack_config config = { .driver = DXGH_TEST_DRIVER };
    struct stack stack;
    uint32_t version = 0;

    (void)state;
    stack_run(&stack, &config, keep_looking, &version);
    expect_clean(&stack);
    assert_int_equal(version, DXGKDDI_INTERFACE_VERSION_WDDM1_3);
    stack_close(&stack);
}

static uint64_t run_hash(const struct stack_config *config)
{
    struct stack stack;
    uint64_t hash;

    stack_run(&stack, config, NULL, NULL);
    expect_clean(&stack);
    hash = trace_hash(stack.session.machine);
    stack_close(&stack);
    return hash;
}

/* Same seed, same trace; other seeds interleave otherwise. */
static void trace_is_a_function_of_the_seed(void **state)
{
    struct stack_config config = { .driver = DXGH_TEST_DRIVER,
                                   .machine.decision = DECISION_RANDOM };
    uint64_t first;

    (void)state;
    config.machine.seed = 1;
    first = run_hash(&config);
    assert_true(run_hash(&config) == first);
    config.machine.seed = 2;
    assert_true(run_hash(&config) != first);
}

/* Many interleavings of the bring-up, on one to four processors: none may break a rule. */
static void every_seed_starts_cleanly(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 60; seed++) {
        struct stack_config config = {
            .driver = DXGH_TEST_DRIVER,
            .machine = { .decision = DECISION_RANDOM,
                         .seed = seed,
                         .processors = 1 + (uint32_t)seed % 4 },
        };

        (void)run_hash(&config);
    }
}

/* What a client does first: a screen, and something drawn on it. Any step may be refused memory. */
static void draw_something(struct adapter *adapter, void *argument)
{
    struct cdd_config config = { .width = 640, .height = 480 };
    struct cdd *cdd;

    (void)argument;
    if (NT_SUCCESS(cdd_create(adapter, &config, &cdd))) {
        struct cdd_fill fill = { .dst = cdd_primary(cdd),
                                 .dst_rect = { 0, 0, 640, 480 },
                                 .color = 0xFF204060,
                                 .rop = DXGK_GDIROPCF_PATCOPY };

        (void)cdd_fill(cdd, &fill);
        (void)cdd_finish(cdd);
        cdd_destroy(cdd);
    }
}

/* The n-th request for memory fails, for every n until the first picture: it either does not start,
 * with a reason, or goes without what it could not have; nothing leaks and nothing crashes. */
static void failure_of_each_allocation_unwinds(void **state)
{
    uint64_t n = 0;
    uint64_t refused;

    (void)state;
    do {
        struct stack_config config = { .driver = DXGH_TEST_DRIVER, .refuse_at = ++n };
        struct stack stack;
        struct machine *machine;

        stack_run(&stack, &config, draw_something, NULL);
        machine = stack.session.machine;
        refused = machine->decision.refused;
        if (stack.outcome == STACK_CRASHED || verify_breach_count(machine) > 0) {
            stack_print_breaches(&stack);
        }
        assert_int_not_equal(stack.outcome, STACK_CRASHED);
        assert_int_equal(verify_breach_count(machine), 0);
        if (stack.outcome == STACK_NOT_STARTED) {
            assert_int_not_equal(stack.error.text[0], '\0');
        }
        stack_close(&stack);
    } while (refused > 0);
    assert_true(n > 10); /* there are more requests than this, or the test tests nothing */
}

/* One machine, many lives of the driver: our own memory is back where it was after each of them,
 * also when the n-th request for memory was refused on the way. The first lives fill what is kept
 * on purpose: the quarantine of freed pool blocks. */
#define WARM_LIVES 100u

static uint64_t heap_at_rest;
static uint64_t pages_at_rest;
static uint64_t refused_lives;

static void refuse_one_more(struct machine *machine, uint32_t life)
{
    machine->decision.refuse_at = life < WARM_LIVES ? 0 : life - WARM_LIVES + 1;
}

static void expect_nothing_kept(struct machine *machine, uint32_t life)
{
    uint64_t refused = machine->decision.refused;

    machine->decision.refuse_at = 0;
    if (life < WARM_LIVES) {
        heap_at_rest = machine_heap_count(machine);
        pages_at_rest = memory_pages_in_use(machine);
        refused_lives = 0;
        return;
    }
    if (machine_heap_count(machine) > heap_at_rest ||
        memory_pages_in_use(machine) > pages_at_rest) {
        fail_msg("life %u keeps %lld blocks of the heap and %lld pages", life,
                 (long long)(machine_heap_count(machine) - heap_at_rest),
                 (long long)(memory_pages_in_use(machine) - pages_at_rest));
    }
    refused_lives += refused > refused_lives;
}

static void each_life_gives_everything_back(void **state)
{
    struct stack_config config = { .driver = DXGH_TEST_DRIVER };
    struct stack stack;

    (void)state;
    stack_lives(&stack, &config, WARM_LIVES + 40, draw_something, refuse_one_more,
                expect_nothing_kept);
    assert_int_not_equal(stack.outcome, STACK_CRASHED);
    assert_int_equal(verify_breach_count(stack.session.machine), 0);
    assert_true(refused_lives > 10);
    stack_close(&stack);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(native_driver_starts_and_stops),
        cmocka_unit_test(windows_mode_driver_starts_and_stops),
        cmocka_unit_test(caps_are_known_while_it_runs),
        cmocka_unit_test(trace_is_a_function_of_the_seed),
        cmocka_unit_test(every_seed_starts_cleanly),
        cmocka_unit_test(failure_of_each_allocation_unwinds),
        cmocka_unit_test(each_life_gives_everything_back),
    };
    return cmocka_run_group_tests_name("scenario/bring_up", tests, NULL, NULL);
}
