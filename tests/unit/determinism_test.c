/* SPDX-License-Identifier: MIT */
/*
 * The promise of the machine: the same seed gives the same run, another seed another.
 *
 * A busy workload - threads of several priorities, a lock with waiters, interrupts, DPCs, sleeps
 * and spins - feeds a hash with every event of the machine and every step of its own.
 */
#include "base/prng.h"
#include "machine/interrupt.h"
#include "tests/lib/machine_fixture.h"

#include <string.h>

enum { WORKERS = 9, TURNS = 60 };

struct workload {
    uint64_t hash;
    uint64_t events;
    uint64_t switches;
    struct interrupt_line line;
    struct clock_event tick;
    uint32_t ticks;
    uint32_t services;
    uint32_t dpcs;
    struct fiber *lock_owner;
    struct list waiters;
    uint64_t shared; /* protected by the lock: two workers inside at once would show */
};

struct waiter {
    struct list link;
    struct fiber *fiber;
    bool woken;
};

static struct workload work;

static void mix(uint64_t value)
{
    work.hash = (work.hash ^ value) * UINT64_C(0x9E3779B97F4A7C15);
    work.hash ^= work.hash >> 29;
}

static void on_event(struct machine *self, enum machine_event event, uint64_t a, uint64_t b)
{
    work.events++;
    work.switches += event == MACHINE_EVENT_SWITCH;
    mix(self->clock.now_ns);
    mix((uint64_t)event << 56 | a << 32 | b);
}

static void lock_take(void)
{
    machine_point(machine);
    while (work.lock_owner != NULL) {
        struct waiter waiter = { .fiber = machine->running };

        list_push_back(&work.waiters, &waiter.link);
        while (!waiter.woken) {
            schedule_block(machine);
        }
    }
    work.lock_owner = machine->running;
}

static void lock_release(void)
{
    struct list *first = list_pop_front(&work.waiters);

    assert_ptr_equal(work.lock_owner, machine->running);
    work.lock_owner = NULL;
    if (first != NULL) {
        struct waiter *waiter = LIST_ENTRY_OF(first, struct waiter, link);

        waiter->woken = true;
        schedule_ready(machine, waiter->fiber);
    }
    machine_point(machine);
}

static void worker(void *argument)
{
    uint64_t id = (uint64_t)(uintptr_t)argument;

    for (uint64_t turn = 0; turn < TURNS; turn++) {
        lock_take();

        uint64_t seen = work.shared;

        machine_stall(machine, 300 * (id + 1));
        assert_int_equal(work.shared, seen);
        work.shared = seen + 1;
        mix(id << 32 | turn);
        lock_release();
        if (turn % 7 == id % 7) {
            schedule_sleep_until(machine, machine->clock.now_ns + 1000 * id);
        }
        if (turn % 5 == 0) {
            uint8_t old_irql = schedule_irql_raise(machine, IRQL_DISPATCH);

            schedule_dpc_request(machine, machine->active);
            schedule_yield(machine);
            schedule_irql_lower(machine, old_irql);
        }
    }
}

static void on_tick(struct clock_event *event)
{
    if (++work.ticks < 200) {
        clock_event_set(&machine->clock, event, event->due_ns + 3333);
    }
    interrupt_line_set(machine, &work.line, true);
}

static bool serve(void *context)
{
    work.services++;
    machine_point(machine);
    interrupt_line_set(machine, context, false);
    schedule_dpc_request(machine, machine->active);
    return true;
}

static void run_dpcs(struct machine *self, struct processor *processor)
{
    work.dpcs++;
    mix(processor->index);
    machine_point(self);
}

static uint64_t run(uint32_t processors, enum decision_maker maker, uint64_t seed)
{
    power_on(processors, maker, seed);
    memset(&work, 0, sizeof(work));
    list_init(&work.waiters);
    machine->hooks.event = on_event;
    machine->hooks.run_dpcs = run_dpcs;
    interrupt_line_init(machine, &work.line, 6, true);
    interrupt_line_connect(machine, &work.line, serve, &work.line);
    work.tick.fire = on_tick;
    clock_event_set(&machine->clock, &work.tick, 500);
    for (uintptr_t i = 0; i < WORKERS; i++) {
        (void)thread_start(worker, (void *)i, (uint8_t)(6 + i % 3));
    }
    threads_join();
    assert_int_equal(work.shared, WORKERS * TURNS);
    assert_true(work.services > 10 && work.dpcs > 10 && work.switches > 100);
    mix(machine->clock.now_ns);
    (void)clock_event_cancel(&machine->clock, &work.tick);
    interrupt_line_fini(machine, &work.line);
    (void)power_off(NULL);
    return work.hash;
}

static void fixed_repeats_and_ignores_the_seed(void **state)
{
    (void)state;
    uint64_t hash = run(2, DECISION_FIXED, 1);

    assert_true(run(2, DECISION_FIXED, 1) == hash);
    assert_true(run(2, DECISION_FIXED, 999) == hash);
    assert_true(run(3, DECISION_FIXED, 1) != hash);
}

static void the_same_seed_repeats_the_run(void **state)
{
    (void)state;
    static const uint32_t processors[] = { 1, 2, 5, 64 };

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(processors); i++) {
        for (uint64_t seed = 1; seed <= 5; seed++) {
            uint64_t first = run(processors[i], DECISION_RANDOM, seed);
            uint64_t events = work.events;

            assert_true(run(processors[i], DECISION_RANDOM, seed) == first);
            assert_int_equal(work.events, events);
        }
    }
}

static void different_seeds_give_different_schedules(void **state)
{
    (void)state;
    enum { SEEDS = 40 };
    uint64_t hashes[SEEDS];

    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        hashes[seed] = run(2, DECISION_RANDOM, seed);
        for (uint64_t other = 0; other < seed; other++) {
            assert_true(hashes[seed] != hashes[other]);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fixed_repeats_and_ignores_the_seed),
        cmocka_unit_test(the_same_seed_repeats_the_run),
        cmocka_unit_test(different_seeds_give_different_schedules),
    };
    return cmocka_run_group_tests_name("machine/determinism", tests, NULL, NULL);
}
