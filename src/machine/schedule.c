/* SPDX-License-Identifier: MIT */
#include "machine/schedule.h"

#include "machine/deliver.h"
#include "machine/watchdog.h"

static void ready_push(struct machine *machine, struct fiber *fiber, bool front)
{
    struct list *queue = &machine->ready[fiber->priority];

    fiber->state = FIBER_READY;
    fiber->processor = NULL;
    if (front) {
        list_push_front(queue, &fiber->link);
    } else {
        list_push_back(queue, &fiber->link);
    }
    machine->ready_mask |= 1u << fiber->priority;
    machine->attention = true;
}

static void ready_remove(struct machine *machine, struct fiber *fiber)
{
    list_remove(&fiber->link);
    if (list_is_empty(&machine->ready[fiber->priority])) {
        machine->ready_mask &= ~(1u << fiber->priority);
    }
}

static void assign(struct machine *machine, struct processor *processor, struct fiber *fiber)
{
    ready_remove(machine, fiber);
    fiber->state = FIBER_RUNNING;
    fiber->processor = processor;
    processor->current = fiber;
    processor->irql = fiber->irql;
    processor->dispatched_ns = machine->clock.now_ns;
}

static void set_aside(struct machine *machine, struct processor *processor, bool front)
{
    struct fiber *fiber = processor->current;

    fiber->irql = processor->irql;
    processor->current = NULL;
    processor->irql = IRQL_PASSIVE;
    ready_push(machine, fiber, front);
}

/* An idle processor, or the one whose thread is worth least and less than priority. */
static struct processor *find_processor(struct machine *machine, uint8_t priority)
{
    struct processor *victim = NULL;

    for (uint32_t i = 0; i < machine->processor_count; i++) {
        struct processor *processor = machine_processor_behind(machine, machine->active->index, i);

        if (processor->irql >= IRQL_DISPATCH || processor->frame_count > 0) {
            continue;
        }
        if (processor->current == NULL) {
            return processor;
        }
        if (processor->current->priority < priority &&
            (victim == NULL || processor->current->priority < victim->current->priority)) {
            victim = processor;
        }
    }
    return victim;
}

static void dispatch_ready(struct machine *machine)
{
    while (machine->ready_mask != 0) {
        uint8_t priority = (uint8_t)(31 - __builtin_clz(machine->ready_mask));
        struct processor *processor = find_processor(machine, priority);

        if (processor == NULL) {
            machine->deferred = true;
            return;
        }

        struct fiber *fiber = LIST_ENTRY_OF(machine->ready[priority].next, struct fiber, link);

        if (processor->current != NULL) {
            set_aside(machine, processor, true);
        }
        assign(machine, processor, fiber);
    }
}

static void end_quantum(struct machine *machine)
{
    struct processor *processor = machine->active;

    if (processor->irql >= IRQL_DISPATCH || processor->frame_count > 0 ||
        machine->clock.now_ns - processor->dispatched_ns < SCHEDULE_QUANTUM_NS) {
        return;
    }
    processor->dispatched_ns = machine->clock.now_ns;
    if ((machine->ready_mask >> processor->current->priority) != 0) {
        set_aside(machine, processor, false);
    }
}

static void settle(struct machine *machine)
{
    machine->attention = false;
    machine->deferred = false;
    deliver_pending(machine);
    dispatch_ready(machine);
    machine->attention = false; /* what dispatch_ready set aside is accounted for in deferred */
}

static uint32_t runnable_count(const struct machine *machine)
{
    uint32_t runnable = 0;

    for (uint32_t i = 0; i < machine->processor_count; i++) {
        runnable += machine->processors[i].current != NULL;
    }
    return runnable;
}

/* Who goes on; `skip` 1 asks the processor behind the active one first. NULL: all are idle. */
static struct processor *choose_processor(struct machine *machine, uint32_t skip)
{
    uint32_t runnable = runnable_count(machine);
    uint32_t start = machine_processor_behind(machine, machine->active->index, skip)->index;

    if (runnable == 0) {
        return NULL;
    }

    uint32_t chosen = decision_make(&machine->decision, DECISION_PROCESSOR, runnable);

    for (uint32_t i = 0;; i++) {
        struct processor *processor = machine_processor_behind(machine, start, i);

        if (processor->current != NULL && chosen-- == 0) {
            return processor;
        }
    }
}

static void resume(struct machine *machine, struct processor *processor)
{
    struct fiber *from = machine->running;
    struct fiber *to = processor->current;

    if (processor != machine->active) {
        machine->active = processor;
        machine->turn_ns = machine->clock.now_ns;
    }
    machine_level_raised(machine);
    if (from == to) {
        return;
    }
    machine->running = to;
    machine_event(machine, MACHINE_EVENT_SWITCH, processor->index, to->id);
    fiber_switch(from, to);
}

/* Moves time to the next event. Everything is idle when this is called. */
static void advance(struct machine *machine)
{
    uint64_t next_ns = machine->clock.next_due_ns;

    if (next_ns == CLOCK_NEVER || watchdog_is_due(machine, next_ns)) {
        watchdog_all_wait(machine);
    }
    if (next_ns > machine->clock.now_ns) {
        machine->clock.now_ns = next_ns;
    }
    if (DXGH_UNLIKELY(watchdog_look_is_due(machine))) {
        watchdog_look(machine);
    }
    (void)clock_run_due(&machine->clock);
}

void schedule_go(struct machine *machine)
{
    for (;;) {
        if (machine->clock.now_ns >= machine->clock.next_due_ns) {
            (void)clock_run_due(&machine->clock);
        }
        settle(machine);

        struct processor *processor = choose_processor(machine, 0);

        if (processor != NULL) {
            resume(machine, processor);
            return;
        }
        if (!machine->deferred) {
            advance(machine);
        }
    }
}

void schedule_point_slow(struct machine *machine)
{
    uint64_t now_ns = machine->clock.now_ns;

    if (now_ns >= machine->clock.next_due_ns) {
        (void)clock_run_due(&machine->clock);
    }

    bool slice_over = now_ns - machine->turn_ns >= SCHEDULE_SLICE_NS;

    if (!machine->attention && !machine->decision.eager && !slice_over) {
        return;
    }
    if (slice_over) {
        machine->turn_ns = now_ns;
        if (watchdog_is_due(machine, now_ns)) {
            watchdog_polls(machine);
        }
    }
    end_quantum(machine);
    settle(machine);
    resume(machine, choose_processor(machine, slice_over ? 1 : 0));
}

void machine_stall(struct machine *machine, uint64_t duration_ns)
{
    uint64_t end_ns = machine->clock.now_ns + duration_ns;

    machine->running->polled_ns += duration_ns;
    /* In slices, so that what becomes due meanwhile happens at its own time and in its turn. */
    while (machine->clock.now_ns < end_ns) {
        uint64_t step_ns = DXGH_MIN(end_ns - machine->clock.now_ns, SCHEDULE_SLICE_NS);

        if (machine->clock.next_due_ns > machine->clock.now_ns) {
            step_ns = DXGH_MIN(step_ns, machine->clock.next_due_ns - machine->clock.now_ns);
        }
        machine->clock.now_ns += step_ns;
        schedule_point_slow(machine);
    }
}

/* Processors that spin on each other keep each other company: neither is alone, and their turns
 * take next to no time. So many in a row without a thread that reaches a wait are a deadlock. */
#define SPIN_TURNS_MAX 4000000u
#define SPIN_TURN_NS (WATCHDOG_NS / SPIN_TURNS_MAX)

/* Whether the running fiber is the only one that can go on before the next event. */
static bool spins_alone(const struct machine *machine)
{
    return machine->active->current == machine->running && runnable_count(machine) == 1;
}

/* A spin's turn is over: threads that wait for this processor come first. */
static void give_way(struct machine *machine)
{
    struct processor *processor = machine->active;

    if (processor->irql < IRQL_DISPATCH && processor->frame_count == 0 &&
        (machine->ready_mask >> processor->current->priority) != 0) {
        set_aside(machine, processor, false);
    }
    settle(machine);
}

void schedule_yield(struct machine *machine)
{
    struct clock *clock = &machine->clock;

    clock->now_ns += SCHEDULE_POINT_NS;
    (void)clock_run_due(clock);
    give_way(machine);
    if (spins_alone(machine)) {
        /* Nobody else can change what this processor spins on before the next event. Deliveries
         * that the decision source put off, unlike those the IRQL holds back, come by themselves.
         */
        if (clock->next_due_ns == CLOCK_NEVER) {
            machine->spin_ns += machine->deferred ? WATCHDOG_NS / 1000 : WATCHDOG_NS;
        } else if (clock->next_due_ns > clock->now_ns) {
            machine->spin_ns += clock->next_due_ns - clock->now_ns;
            clock->now_ns = clock->next_due_ns;
        }
        (void)clock_run_due(clock);
        give_way(machine);
    } else {
        machine->spin_ns += SPIN_TURN_NS;
    }
    if (machine->spin_ns >= WATCHDOG_NS) {
        watchdog_spins(machine);
    }
    resume(machine, choose_processor(machine, 1));
}

void schedule_block(struct machine *machine)
{
    struct fiber *fiber = machine->running;
    struct processor *processor = machine->active;

    DXGH_ASSERT(processor->irql < IRQL_DISPATCH && processor->current == fiber);
    if (fiber->wake_pending) {
        fiber->wake_pending = false;
        return;
    }
    watchdog_progress(machine, machine->clock.now_ns);
    fiber->irql = processor->irql;
    fiber->state = FIBER_BLOCKED;
    fiber->processor = NULL;
    processor->current = NULL;
    processor->irql = IRQL_PASSIVE;
    schedule_go(machine);
}

void schedule_ready(struct machine *machine, struct fiber *fiber)
{
    DXGH_ASSERT(!fiber->is_interrupt && fiber->state != FIBER_DEAD);
    if (fiber->abandoned) {
        return;
    }
    if (fiber->state == FIBER_BLOCKED) {
        ready_push(machine, fiber, false);
    } else {
        fiber->wake_pending = true;
    }
}

void schedule_priority_set(struct machine *machine, struct fiber *fiber, uint8_t priority)
{
    DXGH_ASSERT(priority < MACHINE_PRIORITY_COUNT);
    if (fiber->state == FIBER_READY) {
        ready_remove(machine, fiber);
        fiber->priority = priority;
        ready_push(machine, fiber, false);
    } else {
        fiber->priority = priority;
        machine->attention = true;
    }
}

void schedule_abandon(struct machine *machine, struct fiber *fiber)
{
    DXGH_ASSERT(fiber != machine->running && fiber != machine->main_fiber && !fiber->is_interrupt);
    if (fiber->state == FIBER_READY) {
        ready_remove(machine, fiber);
    } else if (fiber->state == FIBER_RUNNING && fiber->processor->current == fiber) {
        fiber->processor->current = NULL;
        fiber->processor->irql = IRQL_PASSIVE;
    } else if (fiber->state == FIBER_RUNNING) {
        fiber->processor->frames[0] = (struct processor_frame){ 0 }; /* interrupts stand above it */
    }
    fiber->state = FIBER_BLOCKED;
    fiber->processor = NULL;
    fiber->abandoned = true;
}

void schedule_exit(struct machine *machine)
{
    struct processor *processor = machine->active;
    struct fiber *fiber = machine->running;

    DXGH_ASSERT(processor->irql < IRQL_DISPATCH && processor->current == fiber &&
                fiber != machine->main_fiber);
    watchdog_progress(machine, machine->clock.now_ns);
    processor->current = NULL;
    processor->irql = IRQL_PASSIVE;
    fiber_retire(fiber);
    schedule_go(machine);
    DXGH_NOT_REACHED("a dead fiber is never resumed");
}

uint8_t schedule_irql_raise(struct machine *machine, uint8_t irql)
{
    uint8_t old_irql = machine->active->irql;

    machine->active->irql = irql;
    machine_level_raised(machine);
    return old_irql;
}

void schedule_irql_lower(struct machine *machine, uint8_t irql)
{
    machine->active->irql = irql;
    machine->attention |= machine->deferred;
    machine_point(machine);
}

void schedule_dpc_request(struct machine *machine, struct processor *processor)
{
    DXGH_ASSERT(machine->hooks.run_dpcs != NULL);
    processor->dpc_pending = true;
    machine->attention = true;
}

struct sleeper {
    struct clock_event event;
    struct machine *machine;
    struct fiber *fiber;
    bool woken;
};

static void sleeper_wake(struct clock_event *event)
{
    struct sleeper *sleeper = DXGH_CONTAINER_OF(event, struct sleeper, event);

    sleeper->woken = true;
    schedule_ready(sleeper->machine, sleeper->fiber);
}

void schedule_sleep_until(struct machine *machine, uint64_t due_ns)
{
    struct sleeper sleeper = { .event.fire = sleeper_wake,
                               .machine = machine,
                               .fiber = machine->running };

    clock_event_set(&machine->clock, &sleeper.event, due_ns);
    while (!sleeper.woken) {
        /* Whoever sleeps will wake: a long sleep is not a machine that is stuck. */
        watchdog_progress(machine, due_ns);
        schedule_block(machine);
    }
}
