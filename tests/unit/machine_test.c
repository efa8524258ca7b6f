/* SPDX-License-Identifier: MIT */
#include "machine/machine.h"

#include "machine/interrupt.h"
#include "machine/memory.h"
#include "tests/lib/machine_fixture.h"

#include <dirent.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

static void the_defaults_are_two_processors_and_a_gigabyte(void **state)
{
    (void)state;
    struct machine *self = machine_create(NULL);

    assert_ptr_equal(machine_current(), self);
    assert_int_equal(self->processor_count, 2);
    assert_int_equal(memory_pages_total(self), MACHINE_RAM_DEFAULT / DXGH_PAGE_SIZE);
    assert_null(machine_create(NULL)); /* one to a host thread */
    machine_destroy(self);
    assert_null(machine_current());
    machine_destroy(NULL);
}

static void configurations_out_of_range_are_refused(void **state)
{
    (void)state;
    struct machine_config config = { .processors = 65 };

    assert_null(machine_create(&config));
    config = (struct machine_config){ .ram_bytes = 4097 };
    assert_null(machine_create(&config));
    config = (struct machine_config){ .processors = 64, .ram_bytes = 4096 };

    struct machine *self = machine_create(&config);

    assert_non_null(self);
    machine_destroy(self);
}

static void return_at_once(void *argument)
{
    ++*(int *)argument;
}

static void a_run_that_ends_returns(void **state)
{
    (void)state;
    int count = 0;

    power_on(1, DECISION_FIXED, 0);
    assert_int_equal(machine_run(machine, return_at_once, &count), MACHINE_RETURNED);
    assert_int_equal(machine_run(machine, return_at_once, &count), MACHINE_RETURNED);
    assert_int_equal(count, 2);
    assert_false(machine->crashed);
    (void)power_off(NULL);
}

static const uint64_t four[4] = { 1, 2, 3, UINT64_C(0x123456789ABCDEF0) };

static void stop(void *argument)
{
    /* An allocation left behind: the machine frees it. */
    (void)machine_heap_alloc(machine, 100);
    machine_point(machine);
    machine_bugcheck(machine, 0x119, four, "stopped by %s", (const char *)argument);
}

static void stop_on_thread(void *argument)
{
    (void)thread_start(stop, argument, 9);
    for (int i = 0; i < 5; i++) {
        (void)thread_start(stop, "a thread that never ran", 3);
    }
    threads_join();
}

static bool stop_in_service(void *context)
{
    stop(context);
    return true;
}

static void stop_in_isr(void *argument)
{
    struct interrupt_line *line = MACHINE_NEW(machine, struct interrupt_line);

    interrupt_line_init(machine, line, 5, true);
    interrupt_line_connect(machine, line, stop_in_service, argument);
    interrupt_line_set(machine, line, true);
    schedule_sleep_until(machine, DXGH_NS_PER_S);
}

static void stop_in_event(struct clock_event *event)
{
    (void)event;
    stop("an event");
}

/* The event fires while the client sleeps, on whatever fiber went idle last. */
static void stop_while_asleep(void *argument)
{
    struct clock_event event = { .fire = stop_in_event };

    (void)argument;
    clock_event_set(&machine->clock, &event, 1000);
    schedule_sleep_until(machine, DXGH_NS_PER_S);
}

static uint32_t bugcheck_events;

static void on_event(struct machine *self, enum machine_event event, uint64_t a, uint64_t b)
{
    (void)self;
    (void)b;
    bugcheck_events += event == MACHINE_EVENT_BUGCHECK && a == 0x119;
}

static void a_bug_check_stops_the_machine_from_anywhere(void **state)
{
    (void)state;
    static const struct {
        void (*entry)(void *);
        const char *who;
        const char *fiber;
        uint8_t irql;
    } cases[] = {
        { stop, "the client", "main", IRQL_PASSIVE },
        { stop_on_thread, "a thread", "thread", IRQL_PASSIVE },
        { stop_in_isr, "an interrupt", "isr/0.5", 5 },
        { stop_while_asleep, "an event", "main", IRQL_PASSIVE },
    };

    for (size_t i = 0; i < 4 * DXGH_ARRAY_SIZE(cases); i++) {
        size_t k = i % DXGH_ARRAY_SIZE(cases);
        char text[64];

        power_on(1 + (uint32_t)i % 3, DECISION_FIXED, 0);
        bugcheck_events = 0;
        machine->hooks.event = on_event;
        assert_int_equal(run_to_bugcheck(cases[k].entry, (void *)(uintptr_t)cases[k].who), 0x119);
        (void)snprintf(text, sizeof(text), "stopped by %s", cases[k].who);
        assert_string_equal(machine->bugcheck.text, text);
        assert_memory_equal(machine->bugcheck.parameters, four, sizeof(four));
        assert_string_equal(machine->bugcheck.fiber, cases[k].fiber);
        assert_int_equal(machine->bugcheck.irql, cases[k].irql);
        assert_true(machine->bugcheck.frame_count >= 2);
        assert_int_equal(bugcheck_events, 1);
        assert_ptr_equal(machine->running, machine->main_fiber);
        (void)power_off(NULL);
    }
}

static int open_files(void)
{
    DIR *directory = opendir("/proc/self/fd");
    int count = 0;

    while (readdir(directory) != NULL) {
        count++;
    }
    (void)closedir(directory);
    return count;
}

static int mappings(void)
{
    FILE *maps = fopen("/proc/self/maps", "r");
    int count = 0;
    int c;

    while ((c = getc(maps)) != EOF) {
        count += c == '\n';
    }
    (void)fclose(maps);
    return count;
}

static void nothing_of_a_machine_stays_in_the_host(void **state)
{
    (void)state;
    int files = 0;
    int maps = 0;

    for (int i = 0; i < 20; i++) {
        power_on(4, DECISION_FIXED, 0);
        (void)run_to_bugcheck(i % 2 == 0 ? stop_in_isr : stop_on_thread, "x");
        (void)power_off(NULL);
        if (i == 9) {
            files = open_files();
            maps = mappings();
        }
    }
    assert_int_equal(open_files(), files);
    assert_in_range(mappings(), maps - 3, maps + 3);
}

/* Two machines on two host threads know nothing of each other. */

static void *other_thread(void *argument)
{
    uint64_t *time_ns = argument;
    struct machine_config config = { .processors = 1, .ram_bytes = 1u << 20 };
    struct machine *self = machine_create(&config);

    if (self == NULL) {
        return NULL;
    }
    for (int i = 0; i < 1000; i++) {
        machine_stall(self, 1000);
    }
    *time_ns = self->clock.now_ns;
    machine_destroy(self);
    return argument;
}

static void each_host_thread_may_have_a_machine(void **state)
{
    (void)state;
    pthread_t thread;
    uint64_t time_ns = 0;
    void *result = NULL;

    power_on(1, DECISION_FIXED, 0);
    assert_int_equal(pthread_create(&thread, NULL, other_thread, &time_ns), 0);
    assert_int_equal(pthread_join(thread, &result), 0);
    assert_non_null(result);
    assert_true(time_ns >= 1000000);
    assert_true(machine->clock.now_ns < 1000);
    /* The handlers stay with the machine that is left. */
    assert_int_equal(run_to_bugcheck(stop, "x"), 0x119);
    (void)power_off(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_defaults_are_two_processors_and_a_gigabyte),
        cmocka_unit_test(configurations_out_of_range_are_refused),
        cmocka_unit_test(a_run_that_ends_returns),
        cmocka_unit_test(a_bug_check_stops_the_machine_from_anywhere),
        cmocka_unit_test(nothing_of_a_machine_stays_in_the_host),
        cmocka_unit_test(each_host_thread_may_have_a_machine),
    };
    return cmocka_run_group_tests_name("machine/machine", tests, NULL, NULL);
}
