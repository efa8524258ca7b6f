/* SPDX-License-Identifier: MIT */
#include "machine/interrupt.h"

#include "machine/schedule.h"
#include "tests/lib/machine_fixture.h"

#include <string.h>

/* A board in three numbers: its line, what its service routine does, and what it saw. */
struct board {
    struct interrupt_line line;
    uint32_t services;
    uint8_t irql;
    uint32_t processor;
    bool releases; /* the service routine makes the device release the line */
    bool claims;
    struct board *raises; /* during the service, then a point */
    char letter;
};

static struct board low;
static struct board high;
static char order[64];

static void note(char c)
{
    size_t length = strlen(order);

    assert_true(length + 1 < sizeof(order));
    order[length] = c;
    order[length + 1] = '\0';
}

static bool service(void *context)
{
    struct board *board = context;

    board->services++;
    board->irql = schedule_irql(machine);
    board->processor = machine->active->index;
    note(board->letter);
    if (board->releases) {
        interrupt_line_set(machine, &board->line, false);
    }
    if (board->raises != NULL) {
        interrupt_line_set(machine, &board->raises->line, true);
        machine_point(machine);
        note((char)(board->letter - 'a' + 'A')); /* the end of this routine */
    }
    return board->claims;
}

static void board_init(struct board *board, uint8_t irql, bool level, char letter)
{
    *board = (struct board){ .releases = true, .claims = true, .letter = letter };
    interrupt_line_init(machine, &board->line, irql, level);
    interrupt_line_connect(machine, &board->line, service, board);
}

static void boards_on(uint32_t processors, bool level)
{
    order[0] = '\0';
    power_on(processors, DECISION_FIXED, 0);
    board_init(&low, 5, level, 'l');
    board_init(&high, 9, level, 'h');
}

static int level_boards(void **state)
{
    (void)state;
    boards_on(1, true);
    return 0;
}

static int edge_boards(void **state)
{
    (void)state;
    boards_on(1, false);
    return 0;
}

static int two_processors(void **state)
{
    (void)state;
    boards_on(2, true);
    return 0;
}

static void an_asserted_line_is_served_at_its_irql(void **state)
{
    (void)state;
    interrupt_line_set(machine, &low.line, true);
    assert_int_equal(low.services, 0); /* not before a point */
    machine_point(machine);
    assert_int_equal(low.services, 1);
    assert_int_equal(low.irql, 5);
    assert_int_equal(schedule_irql(machine), IRQL_PASSIVE);
    machine_point(machine);
    assert_int_equal(low.services, 1);
}

static void an_unconnected_or_masked_line_waits(void **state)
{
    (void)state;
    interrupt_line_disconnect(machine, &low.line);
    interrupt_line_set(machine, &low.line, true);
    machine_point(machine);
    assert_int_equal(low.services, 0);
    interrupt_line_mask(machine, &low.line, true);
    interrupt_line_connect(machine, &low.line, service, &low);
    machine_point(machine);
    assert_int_equal(low.services, 0);
    interrupt_line_mask(machine, &low.line, false);
    machine_point(machine);
    assert_int_equal(low.services, 1);
}

static void a_line_released_before_the_point_is_not_served(void **state)
{
    (void)state;
    interrupt_line_set(machine, &low.line, true);
    interrupt_line_set(machine, &low.line, false);
    machine_point(machine);
    assert_int_equal(low.services, 0);
}

static void the_irql_holds_a_line_back(void **state)
{
    (void)state;
    uint8_t old_irql = schedule_irql_raise(machine, 5);

    interrupt_line_set(machine, &low.line, true);
    machine_point(machine);
    assert_int_equal(low.services, 0);
    interrupt_line_set(machine, &high.line, true);
    machine_point(machine);
    assert_int_equal(high.services, 1); /* 9 is above 5 */
    assert_int_equal(low.services, 0);
    schedule_irql_lower(machine, 4);
    assert_int_equal(low.services, 1);
    assert_int_equal(schedule_irql(machine), 4);
    schedule_irql_lower(machine, old_irql);
}

static void a_higher_line_interrupts_a_lower_one(void **state)
{
    (void)state;
    low.raises = &high;
    interrupt_line_set(machine, &low.line, true);
    machine_point(machine);
    assert_string_equal(order, "lhL");
    assert_int_equal(high.irql, 9);
}

static void a_lower_line_waits_for_a_higher_one(void **state)
{
    (void)state;
    high.raises = &low;
    interrupt_line_set(machine, &high.line, true);
    machine_point(machine);
    assert_string_equal(order, "hHl");
}

static void an_equal_line_waits(void **state)
{
    (void)state;
    struct board peer;

    board_init(&peer, 5, true, 'p');
    low.raises = &peer;
    interrupt_line_set(machine, &low.line, true);
    machine_point(machine);
    assert_string_equal(order, "lLp");
    interrupt_line_fini(machine, &peer.line);
}

static void a_busy_processor_leaves_the_line_to_another(void **state)
{
    (void)state;
    uint8_t old_irql = schedule_irql_raise(machine, IRQL_HIGH);

    interrupt_line_set(machine, &low.line, true);
    machine_stall(machine, 3 * SCHEDULE_SLICE_NS);
    assert_int_equal(low.services, 1);
    assert_int_equal(low.processor, 1);
    assert_int_equal(schedule_irql(machine), IRQL_HIGH);
    schedule_irql_lower(machine, old_irql);
}

static bool serve_seven_times(void *context)
{
    struct board *board = context;

    if (++board->services == 7) {
        interrupt_line_set(machine, &board->line, false);
    }
    return true;
}

static void a_level_line_interrupts_again_while_asserted(void **state)
{
    (void)state;
    interrupt_line_connect(machine, &low.line, serve_seven_times, &low);
    interrupt_line_set(machine, &low.line, true);
    machine_point(machine);
    assert_int_equal(low.services, 7);
    assert_int_equal(low.line.serviced, 7);
}

static void an_edge_is_served_once(void **state)
{
    (void)state;
    low.releases = false;
    interrupt_line_set(machine, &low.line, true);
    machine_point(machine);
    machine_point(machine);
    assert_int_equal(low.services, 1);
    /* It cannot be taken back, and two before the service are one. */
    interrupt_line_set(machine, &low.line, true);
    interrupt_line_set(machine, &low.line, false);
    interrupt_line_set(machine, &low.line, true);
    machine_point(machine);
    assert_int_equal(low.services, 2);
}

static bool raise_own_edge_once(void *context)
{
    struct board *board = context;

    board->services++;
    note('l');
    if (board->services == 1) {
        interrupt_line_set(machine, &board->line, true);
        machine_point(machine);
    }
    note('L');
    return true;
}

static void an_edge_during_its_service_is_served_after_it(void **state)
{
    (void)state;
    interrupt_line_connect(machine, &low.line, raise_own_edge_once, &low);
    interrupt_line_set(machine, &low.line, true);
    machine_point(machine);
    assert_string_equal(order, "lLlL");
}

static void a_line_asserted_before_it_is_connected_is_served_then(void **state)
{
    (void)state;
    interrupt_line_disconnect(machine, &low.line);
    interrupt_line_set(machine, &low.line, true);
    machine_point(machine);
    interrupt_line_connect(machine, &low.line, service, &low);
    machine_point(machine);
    assert_int_equal(low.services, 1);
}

static uint32_t storms;

static void on_storm(struct interrupt_line *line)
{
    storms++;
    interrupt_line_mask(machine, line, true);
}

static void a_storm_is_reported_to_the_owner(void **state)
{
    (void)state;
    storms = 0;
    order[0] = '\0';
    low.line.storm = on_storm;
    low.line.service = serve_seven_times;
    low.services = 7; /* never reaches the seventh again */
    interrupt_line_set(machine, &low.line, true);
    machine_point(machine);
    assert_int_equal(storms, 1);
    assert_int_equal(low.line.unclaimed, INTERRUPT_STORM_LIMIT);
    interrupt_line_mask(machine, &low.line, true);
}

static bool serve_almost_a_storm(void *context)
{
    struct board *board = context;

    if (++board->services % (INTERRUPT_STORM_LIMIT - 1) == 0) {
        interrupt_line_set(machine, &board->line, false);
    }
    return false;
}

static void a_released_line_starts_the_count_anew(void **state)
{
    (void)state;
    storms = 0;
    low.line.storm = on_storm;
    low.line.service = serve_almost_a_storm;
    for (uint32_t i = 1; i <= 3; i++) {
        interrupt_line_set(machine, &low.line, true);
        machine_point(machine);
        assert_int_equal(low.services, i * (INTERRUPT_STORM_LIMIT - 1));
    }
    assert_int_equal(storms, 0);
}

static void storm_unattended(void *argument)
{
    (void)argument;
    low.line.service = serve_seven_times;
    low.services = 7;
    interrupt_line_set(machine, &low.line, true);
    machine_point(machine);
}

static void a_storm_that_nobody_handles_stops_the_machine(void **state)
{
    (void)state;
    assert_int_equal(run_to_bugcheck(storm_unattended, NULL), 0x1CA);
    assert_string_equal(machine->bugcheck.fiber, "isr/0.5");
    assert_int_equal(machine->bugcheck.irql, 5);
    assert_non_null(strstr(machine->bugcheck.text, "stayed asserted"));
}

/* The service queues a DPC; the DPC readies a thread: they run in this order. */

static struct fiber *sleeper;

static bool service_and_queue(void *context)
{
    struct board *board = context;

    interrupt_line_set(machine, &board->line, false);
    schedule_dpc_request(machine, machine->active);
    machine_point(machine);
    note('I');
    return true;
}

static void run_dpcs(struct machine *self, struct processor *processor)
{
    (void)processor;
    schedule_ready(self, sleeper);
    machine_point(self);
    note('D');
}

static void sleep_once(void *argument)
{
    (void)argument;
    note('b');
    schedule_block(machine);
    note('T');
}

static void interrupt_then_dpc_then_thread(void **state)
{
    (void)state;
    machine->hooks.run_dpcs = run_dpcs;
    sleeper = thread_start(sleep_once, NULL, 20);
    machine_point(machine);
    interrupt_line_connect(machine, &low.line, service_and_queue, &low);
    interrupt_line_set(machine, &low.line, true);
    machine_point(machine);
    assert_string_equal(order, "bIDT");
    threads_join();
}

static uint64_t events[64];
static uint32_t event_count;

static void record_event(struct machine *self, enum machine_event event, uint64_t a, uint64_t b)
{
    (void)self;
    if (event != MACHINE_EVENT_SWITCH) {
        assert_true(event_count < DXGH_ARRAY_SIZE(events));
        events[event_count++] = (uint64_t)event << 32 | a << 8 | b;
    }
}

static void the_observer_sees_line_service_and_return(void **state)
{
    (void)state;
    uint64_t id = high.line.id << 8;

    event_count = 0;
    machine->hooks.event = record_event;
    interrupt_line_set(machine, &high.line, true);
    machine_point(machine);
    assert_int_equal(event_count, 4);
    assert_int_equal(events[0], (uint64_t)MACHINE_EVENT_LINE << 32 | id | 1);
    assert_int_equal(events[1], (uint64_t)MACHINE_EVENT_INTERRUPT << 32 | id | 0);
    assert_int_equal(events[2], (uint64_t)MACHINE_EVENT_LINE << 32 | id | 0);
    assert_int_equal(events[3], (uint64_t)MACHINE_EVENT_INTERRUPT_RETURN << 32 | id | 1);
}

/* Under a random decision source a line may wait a little, and never for ever. */
static void every_seed_delivers_sooner_or_later(void **state)
{
    (void)state;
    uint32_t late = 0;

    for (uint64_t seed = 0; seed < 200; seed++) {
        order[0] = '\0';
        power_on(3, DECISION_RANDOM, seed);
        board_init(&low, 5, true, 'l');
        interrupt_line_set(machine, &low.line, true);
        machine_point(machine);
        late += low.services == 0;
        machine_stall(machine, DXGH_NS_PER_MS);
        assert_int_equal(low.services, 1);
        (void)power_off(NULL);
    }
    assert_in_range(late, 10, 190);
}

int main(void)
{
#define LEVEL(name) cmocka_unit_test_setup_teardown(name, level_boards, power_off)
#define EDGE(name) cmocka_unit_test_setup_teardown(name, edge_boards, power_off)
    const struct CMUnitTest tests[] = {
        LEVEL(an_asserted_line_is_served_at_its_irql),
        LEVEL(an_unconnected_or_masked_line_waits),
        LEVEL(a_line_released_before_the_point_is_not_served),
        LEVEL(the_irql_holds_a_line_back),
        LEVEL(a_higher_line_interrupts_a_lower_one),
        LEVEL(a_lower_line_waits_for_a_higher_one),
        LEVEL(an_equal_line_waits),
        cmocka_unit_test_setup_teardown(a_busy_processor_leaves_the_line_to_another, two_processors,
                                        power_off),
        LEVEL(a_level_line_interrupts_again_while_asserted),
        EDGE(an_edge_is_served_once),
        EDGE(an_edge_during_its_service_is_served_after_it),
        LEVEL(a_line_asserted_before_it_is_connected_is_served_then),
        LEVEL(a_released_line_starts_the_count_anew),
        LEVEL(a_storm_is_reported_to_the_owner),
        LEVEL(a_storm_that_nobody_handles_stops_the_machine),
        LEVEL(interrupt_then_dpc_then_thread),
        LEVEL(the_observer_sees_line_service_and_return),
        cmocka_unit_test(every_seed_delivers_sooner_or_later),
    };
    return cmocka_run_group_tests_name("machine/interrupt", tests, NULL, NULL);
}
