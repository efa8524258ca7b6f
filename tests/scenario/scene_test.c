/* SPDX-License-Identifier: MIT */
/*
 * Every scene on the whole stack: no rule broken, and the picture depends neither on the schedule,
 * nor on the number of processors, nor on the mode the driver was compiled in.
 */
#include "cdd/scene.h"
#include "dxgk/statistics.h"
#include "tests/lib/stack.h"
#include "tests/lib/test.h"
#include "trace/trace.h"

#include <string.h>

struct picture {
    const struct cdd_scene *scene;
    uint64_t hash; /* of the screen */
    uint64_t trace;
};

static uint64_t hash_screen(struct machine *machine)
{
    const struct device_host *board =
        LIST_ENTRY_OF(machine->devices.next, struct device_host, link);
    uint64_t hash = UINT64_C(0xCBF29CE484222325);
    struct dxghost_scanout scanout;

    assert_true(board->ops->scanout(board->device, 0, &scanout));
    for (uint32_t y = 0; y < scanout.height; y++) {
        const uint32_t *row =
            (const uint32_t *)(const void *)((const char *)scanout.pixels + y * scanout.pitch);

        for (uint32_t x = 0; x < scanout.width; x++) {
            hash = (hash ^ (row[x] & 0xFFFFFF)) * UINT64_C(0x100000001B3);
        }
    }
    return hash;
}

static void draw(struct adapter *adapter, void *argument)
{
    struct picture *picture = argument;
    struct cdd_config config = { .width = 640, .height = 480 };
    struct cdd_scene_options options = { 0 };
    struct cdd_error error = { 0 };
    struct cdd *cdd;

    assert_int_equal(cdd_create(adapter, &config, &cdd), STATUS_SUCCESS);
    if (!NT_SUCCESS(picture->scene->run(cdd, &options, &error))) {
        fail_msg("scene %s: %s", picture->scene->name, error.text);
    }
    assert_true(dxgk_wait_vsync(adapter, 2));
    picture->hash = hash_screen(dxgk_adapter_machine(adapter));
    cdd_destroy(cdd);
}

static void run(struct picture *picture, const struct stack_config *config)
{
    struct stack stack;

    stack_run(&stack, config, draw, picture);
    if (stack.outcome != STACK_RAN || verify_breach_count(stack.session.machine) > 0) {
        (void)fprintf(stderr, "scene %s, seed %llu, %u processors\n", picture->scene->name,
                      (unsigned long long)config->machine.seed, config->machine.processors);
        stack_print_breaches(&stack);
    }
    assert_int_equal(stack.outcome, STACK_RAN);
    assert_int_equal(verify_breach_count(stack.session.machine), 0);
    assert_true(list_is_empty(verify_unimplemented_list(stack.session.machine)));
    picture->trace = trace_hash(stack.session.machine);
    stack_close(&stack);
}

static void pictures_do_not_depend_on_the_schedule(void **state)
{
    (void)state;
    for (size_t i = 0; i < cdd_scene_count; i++) {
        struct stack_config fixed = { .driver = DXGH_TEST_DRIVER };
        struct picture expected = { .scene = &cdd_scenes[i] };

        run(&expected, &fixed);
        for (uint64_t seed = 1; seed <= 6; seed++) {
            struct stack_config config = {
                .driver = DXGH_TEST_DRIVER,
                .machine = { .decision = DECISION_RANDOM,
                             .seed = seed,
                             .processors = 1 + (uint32_t)(seed % 4) },
            };
            struct picture seen = { .scene = &cdd_scenes[i] };

            run(&seen, &config);
            assert_true(seen.hash == expected.hash);
        }
    }
}

/* The mode changes the driver's code, and nothing that anyone outside can see. */
static void modes_have_the_same_trace(void **state)
{
    (void)state;
    for (size_t i = 0; i < cdd_scene_count; i++) {
        struct stack_config native = { .driver = DXGH_TEST_DRIVER };
        struct stack_config windows = { .driver = DXGH_TEST_DRIVER_WINDOWS };
        struct picture first = { .scene = &cdd_scenes[i] };
        struct picture second = { .scene = &cdd_scenes[i] };

        run(&first, &native);
        run(&second, &windows);
        assert_true(first.hash == second.hash);
        assert_true(first.trace == second.trace);
    }
}

/* Two runs of a seed have one trace; two seeds have two. */
static void trace_is_a_function_of_the_seed(void **state)
{
    struct stack_config config = { .driver = DXGH_TEST_DRIVER,
                                   .machine = { .decision = DECISION_RANDOM, .seed = 11 } };
    struct picture first = { .scene = cdd_scene_find("colorfill") };
    struct picture again = first;
    struct picture other = first;

    (void)state;
    run(&first, &config);
    run(&again, &config);
    config.machine.seed = 12;
    run(&other, &config);
    assert_true(first.trace == again.trace);
    assert_true(first.trace != other.trace);
    assert_true(first.hash == other.hash);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pictures_do_not_depend_on_the_schedule),
        cmocka_unit_test(modes_have_the_same_trace),
        cmocka_unit_test(trace_is_a_function_of_the_seed),
    };
    return cmocka_run_group_tests_name("scenario/scene", tests, NULL, NULL);
}
