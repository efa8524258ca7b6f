/* SPDX-License-Identifier: MIT */
#include "machine/schedule.h"

#include "tests/lib/machine_fixture.h"

#include <string.h>

#define WATCHDOG 0x1CAu

static char log_text[256];

static void log_char(char c)
{
    size_t length = strlen(log_text);

    if (length + 1 < sizeof(log_text)) {
        log_text[length] = c;
        log_text[length + 1] = '\0';
    }
}

static int one_processor(void **state)
{
    (void)state;
    log_text[0] = '\0';
    power_on(1, DECISION_FIXED, 0);
    return 0;
}

static int two_processors(void **state)
{
    (void)state;
    log_text[0] = '\0';
    power_on(2, DECISION_FIXED, 0);
    return 0;
}

static void write_letter(void *argument)
{
    log_char(*(const char *)argument);
}

static void threads_run_when_the_client_waits(void **state)
{
    (void)state;
    (void)thread_start(write_letter, "a", 8);
    (void)thread_start(write_letter, "b", 8);
    assert_string_equal(log_text, "");
    threads_join();
    assert_string_equal(log_text, "ab");
}

static void the_highest_priority_runs_first(void **state)
{
    (void)state;
    schedule_priority_set(machine, machine->main_fiber, 31);
    (void)thread_start(write_letter, "5", 5);
    (void)thread_start(write_letter, "c", 12);
    (void)thread_start(write_letter, "9", 9);
    (void)thread_start(write_letter, "0", 0);
    (void)thread_start(write_letter, "d", 12);
    machine_point(machine);
    assert_string_equal(log_text, "");
    threads_join();
    /* The client has priority 31: it ends its wait, and waits anew, after each thread. */
    assert_string_equal(log_text, "cd950");
}

static void a_higher_priority_preempts_at_the_next_point(void **state)
{
    (void)state;
    (void)thread_start(write_letter, "h", 9);
    log_char('1');
    machine_point(machine);
    log_char('2');
    assert_string_equal(log_text, "1h2");
    threads_join();
}

static void write_around_a_preemption(void *argument)
{
    (void)argument;
    log_char('1');
    (void)thread_start(write_letter, "h", 9);
    machine_point(machine);
    log_char('2');
}

static void a_preempted_thread_goes_on_before_its_equals(void **state)
{
    (void)state;
    (void)thread_start(write_around_a_preemption, NULL, 5);
    (void)thread_start(write_letter, "b", 5);
    threads_join();
    assert_string_equal(log_text, "1h2b");
}

static void be_preempted_at_apc_level(void *argument)
{
    (void)argument;
    (void)schedule_irql_raise(machine, IRQL_APC);
    (void)thread_start(write_letter, "h", 12);
    machine_point(machine);
    assert_int_equal(schedule_irql(machine), IRQL_APC);
    log_char('r');
    schedule_irql_lower(machine, IRQL_PASSIVE);
}

static void a_preempted_thread_keeps_its_irql(void **state)
{
    (void)state;
    (void)thread_start(be_preempted_at_apc_level, NULL, 9);
    threads_join();
    assert_string_equal(log_text, "hr");
    assert_int_equal(schedule_irql(machine), IRQL_PASSIVE);
}

static void raising_a_ready_thread_preempts(void **state)
{
    (void)state;
    struct fiber *fiber = thread_start(write_letter, "r", 4);

    machine_point(machine);
    assert_string_equal(log_text, "");
    schedule_priority_set(machine, fiber, 15);
    machine_point(machine);
    assert_string_equal(log_text, "r");
    (void)thread_start(write_letter, "l", 6);
    schedule_priority_set(machine, machine->main_fiber, 3);
    machine_point(machine);
    assert_string_equal(log_text, "rl");
    threads_join();
}

static void an_equal_priority_waits_for_the_quantum(void **state)
{
    (void)state;
    uint64_t start_ns = machine->clock.now_ns;

    (void)thread_start(write_letter, "e", 8);
    while (log_text[0] == '\0') {
        machine_point(machine);
    }

    uint64_t waited_ns = machine->clock.now_ns - start_ns;

    assert_in_range(waited_ns, SCHEDULE_QUANTUM_NS - SCHEDULE_SLICE_NS,
                    SCHEDULE_QUANTUM_NS + 2 * SCHEDULE_SLICE_NS);
    threads_join();
}

static void a_wake_before_the_wait_is_not_lost(void **state)
{
    (void)state;
    schedule_ready(machine, machine->main_fiber);
    schedule_block(machine); /* would stop the machine: nothing else could wake it */
    assert_false(machine->main_fiber->wake_pending);
}

static void block_here(void *argument)
{
    *(int *)argument = 1;
    schedule_block(machine);
    *(int *)argument = 2;
}

static void a_blocked_thread_runs_when_readied(void **state)
{
    (void)state;
    int phase = 0;
    struct fiber *fiber = thread_start(block_here, &phase, 9);

    machine_point(machine);
    assert_int_equal(phase, 1);
    assert_int_equal(fiber->state, FIBER_BLOCKED);
    machine_point(machine);
    assert_int_equal(phase, 1);
    schedule_ready(machine, fiber);
    assert_int_equal(fiber->state, FIBER_READY);
    machine_point(machine);
    assert_int_equal(phase, 2);
    threads_join();
}

static void point_for_ever(void *argument)
{
    for (;;) {
        ++*(int *)argument;
        machine_stall(machine, DXGH_NS_PER_US);
    }
}

static void an_abandoned_thread_never_runs_again(void **state)
{
    (void)state;
    int phase = 0;
    int turns = 0;
    struct fiber *blocked = thread_start(block_here, &phase, 9);

    machine_stall(machine, 2 * SCHEDULE_SLICE_NS);
    assert_int_equal(phase, 1);

    struct fiber *running = thread_start(point_for_ever, &turns, 8);

    machine_stall(machine, 2 * SCHEDULE_SLICE_NS);
    assert_true(turns > 0);
    assert_int_equal(running->state, FIBER_RUNNING);

    struct fiber *ready = thread_start(write_letter, "n", 3);

    schedule_abandon(machine, blocked);
    schedule_abandon(machine, running);
    schedule_abandon(machine, ready);
    turns = 0;
    schedule_ready(machine, blocked);
    schedule_ready(machine, running);
    schedule_sleep_until(machine, machine->clock.now_ns + DXGH_NS_PER_S);
    assert_int_equal(phase, 1);
    assert_int_equal(turns, 0);
    assert_string_equal(log_text, "");
}

static struct fiber *interrupted;

static void abandon_what_it_interrupted(struct machine *self, struct processor *processor)
{
    (void)processor;
    schedule_abandon(self, interrupted);
}

static void a_dpc_may_abandon_the_thread_it_interrupted(void **state)
{
    (void)state;
    int turns = 0;

    machine->hooks.run_dpcs = abandon_what_it_interrupted;
    interrupted = thread_start(point_for_ever, &turns, 8);
    machine_stall(machine, 2 * SCHEDULE_SLICE_NS);
    assert_ptr_equal(interrupted->processor, &machine->processors[1]);
    schedule_dpc_request(machine, &machine->processors[1]);
    machine_stall(machine, 2 * SCHEDULE_SLICE_NS);
    turns = 0;
    machine_stall(machine, 2 * SCHEDULE_SLICE_NS);
    assert_int_equal(turns, 0);
    assert_null(machine->processors[1].current);
    assert_int_equal(machine->processors[1].irql, IRQL_PASSIVE);
}

static volatile bool flag;

static void set_flag_after_a_while(void *argument)
{
    (void)argument;
    for (int i = 0; i < 10000; i++) {
        machine_point(machine);
    }
    flag = true;
}

/* A driver that polls a variable gets it although nothing else happens in the machine. */
static void polling_lets_the_other_processor_go_on(void **state)
{
    (void)state;
    flag = false;
    (void)thread_start(set_flag_after_a_while, NULL, 8);
    while (!flag) {
        machine_point(machine);
    }
    assert_in_range(machine->clock.now_ns, 10000 * SCHEDULE_POINT_NS, DXGH_NS_PER_MS);
    threads_join();
}

static void stalling_lets_the_other_processor_go_on(void **state)
{
    (void)state;
    uint64_t end_ns = machine->clock.now_ns + 5 * DXGH_NS_PER_MS;

    flag = false;
    (void)thread_start(set_flag_after_a_while, NULL, 8);
    machine_stall(machine, 5 * DXGH_NS_PER_MS);
    assert_true(flag);
    assert_in_range(machine->clock.now_ns, end_ns, end_ns + DXGH_NS_PER_MS);
    threads_join();
}

static uint64_t turn_began_ns;
static uint64_t turn_ended_ns;

static void have_a_turn(void *argument)
{
    (void)argument;
    turn_began_ns = machine->clock.now_ns;
    for (int i = 0; i < 500; i++) {
        machine_stall(machine, DXGH_NS_PER_US);
    }
}

/* The slice counts from the moment a processor gets its turn, not from when the last one began. */
static void a_turn_lasts_a_whole_slice(void **state)
{
    (void)state;
    (void)thread_start(have_a_turn, NULL, 8);
    machine_stall(machine, SCHEDULE_SLICE_NS * 4 / 5);
    schedule_yield(machine);
    turn_ended_ns = machine->clock.now_ns;
    assert_in_range(turn_ended_ns - turn_began_ns, SCHEDULE_SLICE_NS, SCHEDULE_SLICE_NS + 2000);
    threads_join();
}

static void spin_until_flag(void *argument)
{
    (void)argument;
    while (!flag) {
        schedule_yield(machine);
    }
    log_char('s');
}

static void a_spin_yields_to_the_thread_it_waits_for(void **state)
{
    (void)state;
    flag = false;
    (void)thread_start(spin_until_flag, NULL, 8);
    (void)thread_start(set_flag_after_a_while, NULL, 8);
    threads_join();
    assert_string_equal(log_text, "s");
}

struct flag_event {
    struct clock_event event;
};

static void raise_flag(struct clock_event *event)
{
    (void)event;
    flag = true;
}

static void a_lone_spin_jumps_to_the_next_event(void **state)
{
    (void)state;
    struct clock_event event = { .fire = raise_flag };

    flag = false;
    clock_event_set(&machine->clock, &event, 3 * DXGH_NS_PER_S);

    uint64_t decisions = machine->decision.made;

    spin_until_flag(NULL);
    assert_in_range(machine->clock.now_ns, 3 * DXGH_NS_PER_S, 3 * DXGH_NS_PER_S + 1000);
    assert_true(machine->decision.made - decisions < 20);
}

static void spin_for_ever(void *argument)
{
    (void)argument;
    flag = false;
    (void)schedule_irql_raise(machine, IRQL_DISPATCH);
    spin_until_flag(NULL);
}

static void a_spin_that_nothing_can_end_stops_the_machine(void **state)
{
    (void)state;
    assert_int_equal(run_to_bugcheck(spin_for_ever, NULL), WATCHDOG);
    assert_non_null(strstr(machine->bugcheck.text, "spins at IRQL 2"));
}

static void two_spins_for_ever(void *argument)
{
    (void)thread_start(spin_for_ever, NULL, 8);
    spin_for_ever(argument);
}

/* Each keeps the other company, so neither is alone. */
static void two_spins_that_nothing_can_end_stop_the_machine(void **state)
{
    (void)state;
    assert_int_equal(run_to_bugcheck(two_spins_for_ever, NULL), WATCHDOG);
    assert_non_null(strstr(machine->bugcheck.text, "spins at IRQL 2"));
}

static struct clock_event tick_event;

static void tick(struct clock_event *event)
{
    clock_event_set(&machine->clock, event, event->due_ns + 16 * DXGH_NS_PER_MS);
}

static void start_ticking(void)
{
    tick_event = (struct clock_event){ .fire = tick };
    clock_event_set(&machine->clock, &tick_event, 16 * DXGH_NS_PER_MS);
}

static void a_spin_beside_a_ticking_timer_stops_the_machine(void **state)
{
    (void)state;
    start_ticking();
    assert_int_equal(run_to_bugcheck(spin_for_ever, NULL), WATCHDOG);
    assert_in_range(machine->bugcheck.time_ns, 599 * DXGH_NS_PER_S, 601 * DXGH_NS_PER_S);
}

static void wait_for_ever(void *argument)
{
    (void)argument;
    schedule_block(machine);
}

static void a_wait_that_nothing_can_end_stops_the_machine(void **state)
{
    (void)state;
    assert_int_equal(run_to_bugcheck(wait_for_ever, NULL), WATCHDOG);
    assert_non_null(strstr(machine->bugcheck.text, "Every thread waits"));
}

static void a_wait_beside_a_ticking_timer_stops_the_machine(void **state)
{
    (void)state;
    start_ticking();
    assert_int_equal(run_to_bugcheck(wait_for_ever, NULL), WATCHDOG);
    assert_in_range(machine->bugcheck.time_ns, 599 * DXGH_NS_PER_S, 601 * DXGH_NS_PER_S);
}

static void poll_for_ever(void *argument)
{
    (void)argument;
    for (;;) {
        machine_stall(machine, DXGH_NS_PER_MS);
    }
}

static void polling_for_ever_stops_the_machine(void **state)
{
    (void)state;
    assert_int_equal(run_to_bugcheck(poll_for_ever, NULL), WATCHDOG);
    assert_non_null(strstr(machine->bugcheck.text, "polls"));
}

static void sleep_and_write(void *argument)
{
    uint64_t due_ns = *(const uint64_t *)argument;

    schedule_sleep_until(machine, due_ns);
    assert_int_equal(machine->clock.now_ns, due_ns);
    log_char((char)('0' + due_ns / DXGH_NS_PER_S));
}

static void sleepers_wake_in_order_at_their_time(void **state)
{
    (void)state;
    static const uint64_t due_ns[] = { 7 * DXGH_NS_PER_S, 2 * DXGH_NS_PER_S, 5 * DXGH_NS_PER_S };

    for (size_t i = 0; i < 3; i++) {
        (void)thread_start(sleep_and_write, (void *)(uintptr_t)&due_ns[i], 8);
    }
    threads_join();
    assert_string_equal(log_text, "257");
}

static void a_sleep_of_an_hour_is_not_taken_for_a_hang(void **state)
{
    (void)state;
    start_ticking();
    schedule_sleep_until(machine, 3600 * DXGH_NS_PER_S);
    assert_in_range(machine->clock.now_ns, 3600 * DXGH_NS_PER_S, 3601 * DXGH_NS_PER_S);
    (void)clock_event_cancel(&machine->clock, &tick_event);
}

static void dispatch_level_holds_preemption_back(void **state)
{
    (void)state;
    uint8_t old_irql = schedule_irql_raise(machine, IRQL_DISPATCH);

    assert_int_equal(old_irql, IRQL_PASSIVE);
    (void)thread_start(write_letter, "p", 31);
    for (int i = 0; i < 100; i++) {
        machine_point(machine);
    }
    machine_stall(machine, 100 * DXGH_NS_PER_MS);
    assert_string_equal(log_text, "");
    schedule_irql_lower(machine, old_irql);
    assert_string_equal(log_text, "p");
    threads_join();
}

static uint32_t meeting_seen;
static uint32_t meeting_size;

/* Ends only when as many threads as there are processors are inside at the same time. */
static void meet(void *argument)
{
    (void)argument;
    meeting_seen++;
    while (meeting_seen < meeting_size) {
        schedule_yield(machine);
    }
}

static void at_dispatch_every_processor_runs_its_own_thread(void **state)
{
    (void)state;
    static const uint32_t counts[] = { 1, 2, 3, 7, 64 };

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(counts); i++) {
        power_on(counts[i], DECISION_FIXED, 0);
        meeting_seen = 0;
        meeting_size = counts[i];
        for (uint32_t thread = 0; thread < counts[i]; thread++) {
            (void)thread_start(meet, NULL, 9);
        }
        threads_join();
        assert_int_equal(meeting_seen, counts[i]);
        (void)power_off(NULL);
    }
}

/* One processor, three threads that spin for one another below DISPATCH_LEVEL. */
static void spinning_threads_share_one_processor(void **state)
{
    (void)state;
    meeting_seen = 0;
    meeting_size = 3;
    for (int i = 0; i < 3; i++) {
        (void)thread_start(meet, NULL, 8);
    }
    threads_join();
    assert_int_equal(meeting_seen, 3);
}

/* Deferred procedure calls */

static uint32_t dpc_runs;
static uint8_t dpc_irql;
static uint32_t dpc_processor;
static bool dpc_again;

static void run_dpcs(struct machine *self, struct processor *processor)
{
    dpc_runs++;
    dpc_irql = schedule_irql(self);
    dpc_processor = processor->index;
    assert_ptr_equal(processor, self->active);
    log_char('D');
    if (dpc_again) {
        dpc_again = false;
        schedule_dpc_request(self, processor);
        machine_point(self);
        log_char('d'); /* not nested */
    }
}

static void dpcs_run_at_dispatch_level_when_the_irql_allows(void **state)
{
    (void)state;
    machine->hooks.run_dpcs = run_dpcs;
    dpc_runs = 0;

    uint8_t old_irql = schedule_irql_raise(machine, IRQL_DISPATCH);

    schedule_dpc_request(machine, &machine->processors[0]);
    machine_point(machine);
    assert_int_equal(dpc_runs, 0);
    schedule_irql_lower(machine, old_irql);
    assert_int_equal(dpc_runs, 1);
    assert_int_equal(dpc_irql, IRQL_DISPATCH);
    assert_int_equal(dpc_processor, 0);
    assert_int_equal(schedule_irql(machine), IRQL_PASSIVE);
}

static void a_dpc_runs_on_the_processor_it_was_queued_for(void **state)
{
    (void)state;
    machine->hooks.run_dpcs = run_dpcs;
    dpc_runs = 0;
    schedule_dpc_request(machine, &machine->processors[1]);
    machine_stall(machine, 2 * SCHEDULE_SLICE_NS);
    assert_int_equal(dpc_runs, 1);
    assert_int_equal(dpc_processor, 1);
}

static void a_dpc_queued_by_a_dpc_runs_after_it(void **state)
{
    (void)state;
    machine->hooks.run_dpcs = run_dpcs;
    dpc_again = true;
    schedule_dpc_request(machine, &machine->processors[0]);
    log_char('1');
    machine_point(machine);
    log_char('2');
    assert_string_equal(log_text, "1DdD2");
}

static void a_dpc_runs_before_a_thread_it_readied_or_that_waits(void **state)
{
    (void)state;
    machine->hooks.run_dpcs = run_dpcs;
    dpc_again = false;
    (void)thread_start(write_letter, "t", 31);
    schedule_dpc_request(machine, &machine->processors[0]);
    machine_point(machine);
    assert_string_equal(log_text, "Dt");
    threads_join();
}

static void lower_too_far(struct machine *self, struct processor *processor)
{
    (void)processor;
    schedule_irql_lower(self, IRQL_PASSIVE); /* a driver's breach; the machine must stand it */
    machine_point(self);
    log_char('D');
    (void)schedule_irql_raise(self, IRQL_DISPATCH);
}

static void a_dpc_that_lowers_its_irql_is_still_not_preempted(void **state)
{
    (void)state;
    machine->hooks.run_dpcs = lower_too_far;
    (void)thread_start(write_letter, "t", 31);
    schedule_dpc_request(machine, &machine->processors[0]);
    machine_point(machine);
    assert_string_equal(log_text, "Dt");
    threads_join();
}

static void request_a_dpc(void *argument)
{
    (void)argument;
    schedule_dpc_request(machine, machine->active);
}

/* The DPC's fiber is made while the thread, dead already, still stands on its stack. */
static void a_thread_may_end_with_a_dpc_pending(void **state)
{
    (void)state;
    machine->hooks.run_dpcs = run_dpcs;
    dpc_again = false;
    (void)thread_start(request_a_dpc, NULL, 8);
    threads_join();
    schedule_sleep_until(machine, machine->clock.now_ns + 1000);
    assert_string_equal(log_text, "D");
}

int main(void)
{
#define ONE(name) cmocka_unit_test_setup_teardown(name, one_processor, power_off)
#define TWO(name) cmocka_unit_test_setup_teardown(name, two_processors, power_off)
    const struct CMUnitTest tests[] = {
        ONE(threads_run_when_the_client_waits),
        ONE(the_highest_priority_runs_first),
        ONE(a_higher_priority_preempts_at_the_next_point),
        ONE(a_preempted_thread_goes_on_before_its_equals),
        ONE(a_preempted_thread_keeps_its_irql),
        ONE(raising_a_ready_thread_preempts),
        ONE(an_equal_priority_waits_for_the_quantum),
        ONE(a_wake_before_the_wait_is_not_lost),
        ONE(a_blocked_thread_runs_when_readied),
        TWO(an_abandoned_thread_never_runs_again),
        TWO(a_dpc_may_abandon_the_thread_it_interrupted),
        TWO(polling_lets_the_other_processor_go_on),
        TWO(stalling_lets_the_other_processor_go_on),
        TWO(a_turn_lasts_a_whole_slice),
        ONE(a_spin_yields_to_the_thread_it_waits_for),
        TWO(a_spin_yields_to_the_thread_it_waits_for),
        TWO(a_lone_spin_jumps_to_the_next_event),
        TWO(a_spin_that_nothing_can_end_stops_the_machine),
        TWO(two_spins_that_nothing_can_end_stop_the_machine),
        TWO(a_spin_beside_a_ticking_timer_stops_the_machine),
        TWO(a_wait_that_nothing_can_end_stops_the_machine),
        TWO(a_wait_beside_a_ticking_timer_stops_the_machine),
        TWO(polling_for_ever_stops_the_machine),
        TWO(sleepers_wake_in_order_at_their_time),
        TWO(a_sleep_of_an_hour_is_not_taken_for_a_hang),
        ONE(dispatch_level_holds_preemption_back),
        cmocka_unit_test(at_dispatch_every_processor_runs_its_own_thread),
        ONE(spinning_threads_share_one_processor),
        TWO(dpcs_run_at_dispatch_level_when_the_irql_allows),
        TWO(a_dpc_runs_on_the_processor_it_was_queued_for),
        ONE(a_dpc_queued_by_a_dpc_runs_after_it),
        ONE(a_dpc_runs_before_a_thread_it_readied_or_that_waits),
        ONE(a_dpc_that_lowers_its_irql_is_still_not_preempted),
        ONE(a_thread_may_end_with_a_dpc_pending),
    };
    return cmocka_run_group_tests_name("machine/schedule", tests, NULL, NULL);
}
