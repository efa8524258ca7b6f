/* SPDX-License-Identifier: MIT */
/* Wait queues, alarms, and processes that stay while somebody looks at them. */
#include "object/process.h"
#include "object/wait.h"
#include "tests/unit/nt_fixture.h"

#define WAITERS 3u

struct waiter {
    struct wait_queue *queue;
    uint32_t *order;
    uint32_t rank; /* in which it went on; 0: not yet */
    bool *condition;
};

static void wait_main(void *argument)
{
    struct waiter *waiter = argument;

    WAIT_UNTIL(test_machine, waiter->queue, *waiter->condition);
    waiter->rank = ++*waiter->order;
    schedule_exit(test_machine);
}

static void sleep_for(uint64_t time_ns)
{
    schedule_sleep_until(test_machine, test_machine->clock.now_ns + time_ns);
}

static void waiters_go_on_in_the_order_of_parking(void **state)
{
    struct wait_queue queue;
    struct waiter waiters[WAITERS];
    uint32_t order = 0;
    bool condition = false;

    (void)state;
    wait_queue_init(&queue);
    for (uint32_t i = 0; i < WAITERS; i++) {
        waiters[i] = (struct waiter){ &queue, &order, 0, &condition };
        schedule_ready(test_machine, fiber_create(test_machine, wait_main, &waiters[i], "waiter"));
        sleep_for(DXGH_NS_PER_US);
    }
    wait_queue_wake(test_machine, &queue); /* nothing has changed: they park again, in that order */
    sleep_for(DXGH_NS_PER_US);
    assert_int_equal(order, 0);
    condition = true;
    wait_queue_wake(test_machine, &queue);
    sleep_for(DXGH_NS_PER_US);
    for (uint32_t i = 0; i < WAITERS; i++) {
        assert_int_equal(waiters[i].rank, i + 1);
    }
}

/* Who could not park yet when the wake came has its count to see that it came. */
static void wake_without_waiters_is_counted(void **state)
{
    struct wait_queue queue;

    (void)state;
    wait_queue_init(&queue);
    assert_int_equal(queue.wakes, 0);
    wait_queue_wake(test_machine, &queue);
    wait_queue_wake(test_machine, &queue);
    assert_int_equal(queue.wakes, 2);
}

static void alarm_wakes_at_its_time(void **state)
{
    struct wait_queue queue;
    struct wait_alarm alarm;
    uint64_t due_ns = test_machine->clock.now_ns + DXGH_NS_PER_MS;

    (void)state;
    wait_queue_init(&queue);
    wait_alarm_set(test_machine, &alarm, &queue, due_ns);
    assert_false(alarm.rung);
    WAIT_UNTIL(test_machine, &queue, alarm.rung);
    assert_true(test_machine->clock.now_ns >= due_ns);
    assert_true(test_machine->clock.now_ns < due_ns + DXGH_NS_PER_US);
    wait_alarm_cancel(test_machine, &alarm); /* of one that has rung */
}

static void cancelled_alarm_stays_silent(void **state)
{
    struct wait_queue queue;
    struct wait_alarm alarm;
    struct wait_alarm never = { 0 };

    (void)state;
    wait_queue_init(&queue);
    wait_alarm_set(test_machine, &alarm, &queue, test_machine->clock.now_ns + DXGH_NS_PER_US);
    wait_alarm_cancel(test_machine, &alarm);
    wait_alarm_cancel(test_machine, &never);
    sleep_for(DXGH_NS_PER_MS);
    assert_false(alarm.rung);
    assert_int_equal(queue.wakes, 0);
}

static uint32_t processes(void)
{
    uint32_t count = 0;

    LIST_FOR_EACH(link, process_list(test_machine)) {
        count++;
    }
    return count;
}

/* A walk that waits on a process finds its way on from there, whoever destroys it. */
static void process_stays_while_it_is_held(void **state)
{
    struct process *first = process_create(test_machine, "first", 4);
    struct process *second = process_create(test_machine, "second", 8);

    (void)state;
    assert_ptr_equal(process_get(first), first);
    process_attach(test_machine, first);
    process_destroy(first);
    assert_null(process_current(test_machine)); /* nobody works for it any more */
    assert_int_equal(processes(), 2);
    assert_ptr_equal(LIST_ENTRY_OF(first->link.next, struct process, link), second);
    process_put(first);
    assert_int_equal(processes(), 1);
    process_destroy(second);
    assert_int_equal(processes(), 0);
    process_destroy(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        NT_TEST(waiters_go_on_in_the_order_of_parking),
        NT_TEST(wake_without_waiters_is_counted),
        NT_TEST(alarm_wakes_at_its_time),
        NT_TEST(cancelled_alarm_stays_silent),
        NT_TEST(process_stays_while_it_is_held),
    };
    return cmocka_run_group_tests_name("object/wait", tests, NULL, NULL);
}
