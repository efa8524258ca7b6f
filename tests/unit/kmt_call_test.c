/* SPDX-License-Identifier: MIT */
/*
 * What every D3DKMT function does first and last, and how calls wait: functions of the test's own,
 * without an adapter.
 */
#include "kmt/call.h"
#include "kmt/sync.h"
#include "tests/unit/nt_fixture.h"

struct arguments {
    uint32_t in;
    uint32_t out;
};

static NTSTATUS answer_with; /* of the body */
static uint32_t bodies;
static uint32_t undone; /* the handle that was taken back */

static NTSTATUS body(struct kmt_call *call, void *args)
{
    struct arguments *arguments = args;

    (void)call;
    bodies++;
    arguments->out = arguments->in + 1;
    return answer_with;
}

static void undo(struct kmt_call *call, uint32_t handle)
{
    (void)call;
    undone = handle;
}

static const struct kmt_function answering = { "answering", KMT_TAKES(struct arguments),
                                               KMT_MAKES(struct arguments, out, undo),
                                               .body = body };
static const struct kmt_function silent = { "silent", KMT_TAKES(struct arguments), .body = body };
static const struct kmt_function sure = { "sure", KMT_TAKES(struct arguments),
                                          .answer = KMT_ANSWERS_SURE, .body = body };

static struct process *client;

static int open_client(void **state)
{
    int result = open_machine(state);

    if (result == 0) {
        client = process_create(test_machine, "client", 4);
        process_attach(test_machine, client);
        answer_with = STATUS_SUCCESS;
        bodies = 0;
        undone = 0;
    }
    return result;
}

static int close_client(void **state)
{
    process_destroy(client);
    return close_machine(state);
}

#define CALL_TEST(name) cmocka_unit_test_setup_teardown(name, open_client, close_client)

static void answer_is_written_on_success_and_for_sizes_only(void **state)
{
    static const struct {
        NTSTATUS status;
        bool written;
    } cases[] = { { STATUS_SUCCESS, true },
                  { STATUS_TIMEOUT, true },
                  { STATUS_BUFFER_TOO_SMALL, true },
                  { STATUS_INVALID_PARAMETER, false },
                  { STATUS_DEVICE_REMOVED, false } };

    (void)state;
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(cases); i++) {
        struct arguments arguments = { .in = 7 };

        answer_with = cases[i].status;
        assert_int_equal(kmt_call(&answering, &arguments), cases[i].status);
        assert_int_equal(arguments.out, cases[i].written ? 8 : 0);
        arguments = (struct arguments){ .in = 7 };
        assert_int_equal(kmt_call(&silent, &arguments), cases[i].status);
        assert_int_equal(arguments.out, 0);
    }
}

/* What its caller cannot be told of is taken back; or nothing was done in the first place. */
static void try_constant(void *argument)
{
    static const struct arguments constant = { .in = 7 }; /* in read-only memory */

    (void)argument;
    assert_int_equal(kmt_call(&answering, &constant), STATUS_INVALID_PARAMETER);
    assert_int_equal(bodies, 1);
    assert_int_equal(undone, 8);
    assert_int_equal(kmt_call(&sure, &constant), STATUS_INVALID_PARAMETER);
    assert_int_equal(bodies, 1);
    answer_with = STATUS_INVALID_HANDLE;
    undone = 0;
    assert_int_equal(kmt_call(&answering, &constant), STATUS_INVALID_HANDLE);
    assert_int_equal(undone, 0); /* there was nothing */
}

static void unwritable_arguments_leave_nothing_behind(void **state)
{
    (void)state;
    assert_int_equal(machine_run(test_machine, try_constant, NULL), MACHINE_RETURNED);
}

static void try_bad_pointers(void *argument)
{
    struct arguments arguments[2] = { { 0 } };

    (void)argument;
    assert_int_equal(kmt_call(&silent, NULL), STATUS_INVALID_PARAMETER);
    assert_int_equal(kmt_call(&silent, (char *)arguments + 1), STATUS_INVALID_PARAMETER);
    assert_int_equal(kmt_call(&silent, (void *)(UINTPTR_MAX - 3)), STATUS_INVALID_PARAMETER);
    assert_int_equal(bodies, 0);
}

static void bad_pointers_never_reach_the_body(void **state)
{
    (void)state;
    assert_int_equal(machine_run(test_machine, try_bad_pointers, NULL), MACHINE_RETURNED);
}

static void call_needs_a_process_that_lives(void **state)
{
    struct arguments arguments = { 0 };

    (void)state;
    client->dying = true;
    assert_int_equal(kmt_call(&silent, &arguments), STATUS_PROCESS_IS_TERMINATING);
    client->dying = false;
    process_attach(test_machine, NULL);
    assert_int_equal(kmt_call(&silent, &arguments), STATUS_INVALID_PARAMETER);
    assert_int_equal(bodies, 0);
    process_attach(test_machine, client);
    assert_int_equal(kmt_call(&silent, &arguments), STATUS_SUCCESS);
    assert_int_equal(client->calls, 0);
}

/* Waiting: timeout.c */

struct wait_request {
    struct sync_object *object;
    const int64_t *timeout;
};

static NTSTATUS wait_body(struct kmt_call *call, void *args)
{
    const struct wait_request *request = args;

    return kmt_sync_wait(call, request->object, 1, request->timeout);
}

static NTSTATUS wait_for(struct sync_object *object, const int64_t *timeout)
{
    static const struct kmt_function waits = { "waits", .body = wait_body };
    struct wait_request request = { object, timeout };

    return kmt_call(&waits, &request);
}

static void timeouts_are_nt_times(void **state)
{
    static const int64_t at_once = 0;
    static const int64_t relative = -20000; /* 2 ms */
    struct sync_object *fence = sync_create(test_machine, SYNC_FENCE, 0);
    uint64_t before_ns = test_machine->clock.now_ns;
    int64_t absolute;

    (void)state;
    assert_int_equal(wait_for(fence, &at_once), STATUS_TIMEOUT);
    assert_true(test_machine->clock.now_ns - before_ns < DXGH_NS_PER_US);
    assert_int_equal(wait_for(fence, &relative), STATUS_TIMEOUT);
    assert_true(test_machine->clock.now_ns - before_ns >= 2 * DXGH_NS_PER_MS);
    assert_true(test_machine->clock.now_ns - before_ns < 2 * DXGH_NS_PER_MS + 10 * DXGH_NS_PER_US);
    absolute = (int64_t)(test_machine->clock.now_ns + DXGH_NS_PER_S) / 100;
    assert_int_equal(wait_for(fence, &absolute), STATUS_TIMEOUT);
    assert_true(test_machine->clock.now_ns >= (uint64_t)absolute * 100);
    assert_int_equal(wait_for(fence, &absolute), STATUS_TIMEOUT); /* gone by already */
    (void)sync_signal(fence, 1);
    assert_int_equal(wait_for(fence, &at_once), STATUS_SUCCESS);
    assert_int_equal(wait_for(fence, NULL), STATUS_SUCCESS);
    sync_put(fence);
}

static void signal_main(void *argument)
{
    schedule_sleep_until(test_machine, test_machine->clock.now_ns + DXGH_NS_PER_MS);
    (void)sync_signal(argument, 1);
    schedule_exit(test_machine);
}

static void end_main(void *argument)
{
    (void)argument;
    schedule_sleep_until(test_machine, test_machine->clock.now_ns + DXGH_NS_PER_MS);
    client->dying = true;
    wait_queue_wake(test_machine, sync_changed(test_machine));
    schedule_exit(test_machine);
}

static void wait_ends_by_signal_and_by_the_end_of_its_process(void **state)
{
    static const int64_t a_minute = -INT64_C(600000000);
    struct sync_object *fence = sync_create(test_machine, SYNC_FENCE, 0);

    (void)state;
    schedule_ready(test_machine, fiber_create(test_machine, signal_main, fence, "signal"));
    assert_int_equal(wait_for(fence, &a_minute), STATUS_SUCCESS);
    assert_true(test_machine->clock.now_ns < DXGH_NS_PER_S);
    sync_put(fence);
    fence = sync_create(test_machine, SYNC_FENCE, 0);
    schedule_ready(test_machine, fiber_create(test_machine, end_main, NULL, "end"));
    assert_int_equal(wait_for(fence, NULL), STATUS_PROCESS_IS_TERMINATING);
    client->dying = false;
    sync_put(fence);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CALL_TEST(answer_is_written_on_success_and_for_sizes_only),
        CALL_TEST(unwritable_arguments_leave_nothing_behind),
        CALL_TEST(bad_pointers_never_reach_the_body),
        CALL_TEST(call_needs_a_process_that_lives),
        CALL_TEST(timeouts_are_nt_times),
        CALL_TEST(wait_ends_by_signal_and_by_the_end_of_its_process),
    };
    return cmocka_run_group_tests_name("kmt/call", tests, NULL, NULL);
}
