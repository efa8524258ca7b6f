/* SPDX-License-Identifier: MIT */
/* Sync levels: threads of several processes enter and leave at random; who may not meet never does.
 */
#include "dxgk/level.h"

#include "dxgk/adapter_private.h"
#include "machine/fiber.h"
#include "machine/heap.h"
#include "machine/schedule.h"
#include "object/process.h"
#include "tests/lib/test.h"

#define THREADS 12u
#define PROCESSES 3u
#define ROUNDS 40u

struct bench {
    struct adapter *adapter;
    struct process *processes[PROCESSES];
    uint32_t running;
    /* who is inside now */
    uint32_t shared;
    uint32_t exclusive;
    uint32_t in_class[DDI_CLASS_COUNT];
    uint32_t of_process[PROCESSES];
    uint32_t met; /* pairs that were inside together, to know that the test tests something */
    const char *wrong;
};

struct thread {
    struct bench *bench;
    uint32_t index;
};

static void check(struct bench *bench)
{
    if (bench->exclusive > 1 || (bench->exclusive == 1 && bench->shared > 0)) {
        bench->wrong = "level two or three was shared";
    }
    for (uint32_t i = DDI_CLASS_NONE + 1; i < DDI_CLASS_COUNT; i++) {
        if (bench->in_class[i] > 1) {
            bench->wrong = "two threads in one class of level one";
        }
    }
    for (uint32_t i = 0; i < PROCESSES; i++) {
        if (bench->of_process[i] > 1) {
            bench->wrong = "two threads of one process inside the driver";
        }
    }
    bench->met += bench->shared > 1;
}

/* One call: in, a few points as driver code has them, out. */
static void visit(struct thread *thread, enum ddi_level level, enum ddi_class class)
{
    struct bench *bench = thread->bench;
    struct machine *machine = bench->adapter->machine;
    uint32_t process = thread->index % (PROCESSES + 1); /* the last group are system threads */
    bool counts = level < DDI_LEVEL_TWO && process < PROCESSES;
    struct gate_call call = { .adapter = bench->adapter,
                              .fiber = machine->running,
                              .level = level };
    uint32_t *inside = level >= DDI_LEVEL_TWO ? &bench->exclusive : &bench->shared;

    level_enter(bench->adapter, &call, class);
    ++*inside;
    bench->in_class[class] += class != DDI_CLASS_NONE;
    bench->of_process[counts ? process : 0] += counts;
    check(bench);
    for (int i = 0; i < 4; i++) {
        machine_point(machine);
        check(bench);
    }
    --*inside;
    bench->in_class[class] -= class != DDI_CLASS_NONE;
    bench->of_process[counts ? process : 0] -= counts;
    level_leave(bench->adapter, &call, class);
    machine_point(machine);
}

static void thread_main(void *argument)
{
    struct thread *thread = argument;
    struct bench *bench = thread->bench;
    struct machine *machine = bench->adapter->machine;
    uint32_t process = thread->index % (PROCESSES + 1);

    process_attach(machine, process < PROCESSES ? bench->processes[process] : NULL);
    for (uint32_t round = 0; round < ROUNDS; round++) {
        uint32_t draw = prng_below(&machine->decision.prng, 10);

        if (draw == 0) {
            visit(thread, DDI_LEVEL_TWO, DDI_CLASS_NONE);
        } else if (draw < 4) {
            visit(thread, DDI_LEVEL_ONE, draw < 3 ? DDI_CLASS_SCHEDULER : DDI_CLASS_POINTER);
        } else {
            visit(thread, DDI_LEVEL_ZERO, DDI_CLASS_NONE);
        }
    }
    process_attach(machine, NULL);
    bench->running--;
    schedule_exit(machine);
}

static void run_seed(uint64_t seed)
{
    struct machine_config config = { .processors = 1 + (uint32_t)seed % 4,
                                     .decision = DECISION_RANDOM,
                                     .seed = seed };
    struct machine *machine = machine_create(&config);
    struct bench bench = { .running = THREADS };
    struct thread threads[THREADS];

    assert_non_null(machine);
    bench.adapter = MACHINE_NEW(machine, struct adapter);
    bench.adapter->machine = machine;
    level_init(&bench.adapter->levels);
    for (uint32_t i = 0; i < PROCESSES; i++) {
        bench.processes[i] = process_create(machine, "client", 4 * (i + 1));
    }
    for (uint32_t i = 0; i < THREADS; i++) {
        struct fiber *fiber;

        threads[i] = (struct thread){ .bench = &bench, .index = i };
        fiber = fiber_create(machine, thread_main, &threads[i], "client");
        assert_non_null(fiber);
        schedule_priority_set(machine, fiber, (uint8_t)(6 + i % 6));
        schedule_ready(machine, fiber);
    }
    while (bench.running > 0) {
        schedule_sleep_until(machine, machine->clock.now_ns + DXGH_NS_PER_US);
    }
    if (bench.wrong != NULL) {
        fail_msg("seed %llu: %s", (unsigned long long)seed, bench.wrong);
    }
    assert_int_equal(bench.adapter->levels.inside, 0);
    assert_null(bench.adapter->levels.exclusive);
    assert_true(config.processors == 1 || bench.met > 0);
    machine_destroy(machine);
}

static void levels_keep_apart_who_may_not_meet(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 200; seed++) {
        run_seed(seed);
    }
}

#define FLOOD_ROUNDS 5000u

static uint32_t flood_entries;

static void flood_main(void *argument)
{
    struct thread *thread = argument;
    struct machine *machine = thread->bench->adapter->machine;

    process_attach(machine, thread->bench->processes[thread->index]);
    for (uint32_t round = 0; round < FLOOD_ROUNDS; round++) {
        visit(thread, DDI_LEVEL_ZERO, DDI_CLASS_NONE);
        flood_entries++;
    }
    process_attach(machine, NULL);
    thread->bench->running--;
    schedule_exit(machine);
}

/* Who wants to be alone waits for those that are inside, not for those that come later. */
static void flood_does_not_keep_level_two_out(void **state)
{
    struct machine_config config = { .processors = 4, .decision = DECISION_RANDOM, .seed = 1 };
    struct machine *machine = machine_create(&config);
    struct bench bench = { .running = PROCESSES };
    struct thread threads[PROCESSES];
    struct gate_call call = { .fiber = machine->running, .level = DDI_LEVEL_TWO };
    uint32_t before;

    (void)state;
    bench.adapter = MACHINE_NEW(machine, struct adapter);
    bench.adapter->machine = machine;
    call.adapter = bench.adapter;
    level_init(&bench.adapter->levels);
    flood_entries = 0;
    for (uint32_t i = 0; i < PROCESSES; i++) {
        bench.processes[i] = process_create(machine, "client", 4 * (i + 1));
        threads[i] = (struct thread){ .bench = &bench, .index = i };
        schedule_ready(machine, fiber_create(machine, flood_main, &threads[i], "client"));
    }
    schedule_sleep_until(machine, machine->clock.now_ns + 10 * DXGH_NS_PER_US);
    before = flood_entries;
    level_enter(bench.adapter, &call, DDI_CLASS_NONE);
    assert_in_range(flood_entries - before, 0, PROCESSES);
    level_leave(bench.adapter, &call, DDI_CLASS_NONE);
    while (bench.running > 0) {
        schedule_sleep_until(machine, machine->clock.now_ns + DXGH_NS_PER_US);
    }
    assert_int_equal(flood_entries, PROCESSES * FLOOD_ROUNDS);
    assert_null(bench.wrong);
    machine_destroy(machine);
}

/* A thread that is inside already is let in again: its own level holds. */
static void nested_call_does_not_wait_for_itself(void **state)
{
    struct machine *machine = machine_create(NULL);
    struct adapter *adapter = MACHINE_NEW(machine, struct adapter);
    struct gate_call outer = { .fiber = machine->running, .level = DDI_LEVEL_TWO };
    struct gate_call inner = { .fiber = machine->running,
                               .level = DDI_LEVEL_ONE,
                               .outer_ddi = "DxgkDdiCommitVidPn" };

    (void)state;
    adapter->machine = machine;
    level_init(&adapter->levels);
    level_enter(adapter, &outer, DDI_CLASS_NONE);
    level_enter(adapter, &inner, DDI_CLASS_SCHEDULER);
    level_leave(adapter, &inner, DDI_CLASS_SCHEDULER);
    assert_ptr_equal(adapter->levels.exclusive, machine->running);
    level_leave(adapter, &outer, DDI_CLASS_NONE);
    assert_null(adapter->levels.exclusive);
    machine_destroy(machine);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(levels_keep_apart_who_may_not_meet),
        cmocka_unit_test(flood_does_not_keep_level_two_out),
        cmocka_unit_test(nested_call_does_not_wait_for_itself),
    };
    return cmocka_run_group_tests_name("dxgk/level", tests, NULL, NULL);
}
