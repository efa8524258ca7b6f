/* SPDX-License-Identifier: MIT */
/* A machine with threads for tests of the machine layer: start, join, run to a bug check. */
#ifndef TESTS_LIB_MACHINE_FIXTURE_H
#define TESTS_LIB_MACHINE_FIXTURE_H

#include "machine/heap.h"
#include "machine/schedule.h"
#include "tests/lib/test.h"

/* The fixture is the kernel's side: TSan, where a test is compiled for it, watches the test alone.
 */
#define FIXTURE static inline __attribute__((no_sanitize("thread")))

static struct machine *machine;
static uint32_t threads_live;

struct thread_start {
    void (*entry)(void *argument);
    void *argument;
};

FIXTURE void power_on(uint32_t processors, enum decision_maker decision, uint64_t seed)
{
    const struct machine_config config = {
        .processors = processors, .decision = decision, .seed = seed, .ram_bytes = 4u << 20
    };

    threads_live = 0;
    machine = machine_create(&config);
    assert_non_null(machine);
}

FIXTURE int power_off(void **state)
{
    (void)state;
    machine_destroy(machine);
    machine = NULL;
    return 0;
}

FIXTURE void thread_main(void *argument)
{
    struct thread_start start = *(struct thread_start *)argument;

    machine_heap_free(machine, argument);
    start.entry(start.argument);
    threads_live--;
    schedule_ready(machine, machine->main_fiber);
    schedule_exit(machine);
}

/* A ready thread; it runs when the scheduler says so. */
FIXTURE struct fiber *thread_start(void (*entry)(void *argument), void *argument, uint8_t priority)
{
    struct thread_start *start = MACHINE_NEW(machine, struct thread_start);

    *start = (struct thread_start){ entry, argument };

    struct fiber *fiber = fiber_create(machine, thread_main, start, "thread");

    assert_non_null(fiber);
    fiber->priority = priority;
    threads_live++;
    schedule_ready(machine, fiber);
    return fiber;
}

/* Waits on the main fiber until every thread has ended. */
FIXTURE void threads_join(void)
{
    while (threads_live > 0) {
        schedule_block(machine);
    }
}

/* Runs entry to its bug check. Returns: the code. */
FIXTURE uint32_t run_to_bugcheck(void (*entry)(void *argument), void *argument)
{
    assert_int_equal(machine_run(machine, entry, argument), MACHINE_CRASHED);
    assert_true(machine->crashed);
    return machine->bugcheck.code;
}

#endif /* TESTS_LIB_MACHINE_FIXTURE_H */
