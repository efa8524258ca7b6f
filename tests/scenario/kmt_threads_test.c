/* SPDX-License-Identifier: MIT */
/*
 * The library under a program of several host threads: what one waits for, another brings.
 *
 * The library's own source is part of this program (CMakeLists.txt), so that sanitizers see it.
 */
#include "drivers/softgpu/softgpu_umd.h"
#include "dxgk/adapter.h"
#include "kmt/call.h"
#include "tests/lib/client.h"
#include "tests/lib/test.h"

#include <dxghost/d3dkmt.h>

#include <pthread.h>
#include <stdlib.h>

#define ROUNDS 50u

struct side {
    const struct client *client;
    D3DKMT_HANDLE mine;  /* fence this side waits for */
    D3DKMT_HANDLE other; /* fence it signals */
    NTSTATUS status;
};

static NTSTATUS play(struct side *side, bool first)
{
    for (UINT64 round = 1; round <= ROUNDS; round++) {
        NTSTATUS status = STATUS_SUCCESS;

        if (first) {
            status = client_cpu_signal(side->client, side->other, round);
        }
        if (NT_SUCCESS(status)) {
            status = client_cpu_wait(side->client, side->mine, round);
        }
        if (NT_SUCCESS(status) && !first) {
            status = client_cpu_signal(side->client, side->other, round);
        }
        if (!NT_SUCCESS(status)) {
            return status;
        }
    }
    return STATUS_SUCCESS;
}

static void *play_second(void *argument)
{
    struct side *side = argument;

    side->status = play(side, false);
    return NULL;
}

/* Whoever is second must wait while the first one calls, and the other way round. */
static void two_threads_signal_each_other(void **state)
{
    struct client client;
    struct side first;
    struct side second;
    pthread_t thread;

    (void)state;
    client_open_context(&client);
    first = (struct side){ .client = &client };
    first.mine = client_fence(&client);
    first.other = client_fence(&client);
    second = (struct side){ .client = &client, .mine = first.other, .other = first.mine };
    assert_int_equal(pthread_create(&thread, NULL, play_second, &second), 0);
    first.status = play(&first, true);
    assert_int_equal(pthread_join(thread, NULL), 0);
    assert_int_equal(first.status, STATUS_SUCCESS);
    assert_int_equal(second.status, STATUS_SUCCESS);
    client_close(&client);
}

struct turns {
    D3DKMT_HANDLE mutex;
    UINT64 mine;
    UINT64 other;
    const LARGE_INTEGER *timeout;
    NTSTATUS status;
};

static void *take_turns(void *argument)
{
    struct turns *turns = argument;

    for (uint32_t i = 0; i < ROUNDS && NT_SUCCESS(turns->status); i++) {
        D3DKMT_ACQUIREKEYEDMUTEX acquire = { .hKeyedMutex = turns->mutex,
                                             .Key = turns->mine,
                                             .pTimeout = (LARGE_INTEGER *)turns->timeout };
        D3DKMT_RELEASEKEYEDMUTEX release = { .hKeyedMutex = turns->mutex, .Key = turns->other };

        turns->status = D3DKMTAcquireKeyedMutex(&acquire);
        if (turns->status == STATUS_SUCCESS) {
            turns->status = D3DKMTReleaseKeyedMutex(&release);
        }
    }
    return NULL;
}

static void alternate(const LARGE_INTEGER *timeout)
{
    D3DKMT_CREATEKEYEDMUTEX create = { .InitialValue = 0 };
    D3DKMT_OPENKEYEDMUTEX open;
    struct turns here;
    struct turns there;
    pthread_t thread;

    assert_int_equal(D3DKMTCreateKeyedMutex(&create), STATUS_SUCCESS);
    open = (D3DKMT_OPENKEYEDMUTEX){ .hSharedHandle = create.hSharedHandle };
    assert_int_equal(D3DKMTOpenKeyedMutex(&open), STATUS_SUCCESS);
    here = (struct turns){ .mutex = create.hKeyedMutex, .other = 1, .timeout = timeout };
    there = (struct turns){ .mutex = open.hKeyedMutex, .mine = 1, .timeout = timeout };
    assert_int_equal(pthread_create(&thread, NULL, take_turns, &there), 0);
    (void)take_turns(&here);
    assert_int_equal(pthread_join(thread, NULL), 0);
    assert_int_equal(here.status, STATUS_SUCCESS);
    assert_int_equal(there.status, STATUS_SUCCESS);
}

static void two_threads_pass_a_keyed_mutex(void **state)
{
    static const LARGE_INTEGER an_hour = { .QuadPart = INT64_C(-36000000000) };

    (void)state;
    alternate(NULL);
    alternate(&an_hour); /* time does not run away from the thread that is about to release it */
}

struct idle {
    const struct client *client;
    NTSTATUS status;
};

static void *wait_idle(void *argument)
{
    struct idle *idle = argument;

    idle->status = D3DKMTWaitForIdle(&(D3DKMT_WAITFORIDLE){ .hDevice = idle->client->device });
    return NULL;
}

/* Work behind a wait, and a thread that waits for the work. */
static void thread_ends_what_another_waits_for(void **state)
{
    struct client client;
    struct idle idle = { .client = &client };
    D3DKMT_HANDLE surface;
    D3DKMT_HANDLE fence;
    pthread_t thread;

    (void)state;
    client_open_context(&client);
    surface = client_surface(&client, SG_SURFACE_STAGING, 16, 16);
    for (UINT64 round = 1; round <= ROUNDS; round++) {
        fence = client_fence(&client);
        assert_int_equal(client_gpu_wait(&client, fence, 1), STATUS_SUCCESS);
        client_fill(&client, surface, 0xFF000000u | (uint32_t)round);
        assert_int_equal(pthread_create(&thread, NULL, wait_idle, &idle), 0);
        assert_int_equal(client_cpu_signal(&client, fence, 1), STATUS_SUCCESS);
        assert_int_equal(pthread_join(thread, NULL), 0);
        assert_int_equal(idle.status, STATUS_SUCCESS);
    }
    client_surface_destroy(&client, surface);
    client_close(&client);
}

static NTSTATUS stop_machine(struct kmt_call *call, void *argument)
{
    uint64_t parameters[4] = { 0 };

    (void)argument;
    machine_bugcheck(call->machine, 0xE2, parameters, "The test stops the machine.");
}

static void *stop_after(void *argument)
{
    static const struct kmt_function function = { "stop", .body = stop_machine };
    const struct side *side = argument;

    (void)client_cpu_wait(side->client, side->mine, 1);
    (void)kmt_call(&function, NULL);
    return NULL;
}

/* The last one: nothing runs afterwards. */
static void bug_check_ends_the_waits_of_all_threads(void **state)
{
    struct client client;
    struct side side = { .client = &client };
    D3DKMT_HANDLE never;
    pthread_t thread;

    (void)state;
    client_open_context(&client);
    side.mine = client_fence(&client);
    never = client_fence(&client);
    assert_int_equal(pthread_create(&thread, NULL, stop_after, &side), 0);
    assert_int_equal(client_cpu_signal(&client, side.mine, 1), STATUS_SUCCESS);
    assert_int_equal(client_cpu_wait(&client, never, 1), STATUS_DEVICE_REMOVED);
    assert_int_equal(pthread_join(thread, NULL), 0);
    assert_int_equal(client_cpu_signal(&client, never, 1), STATUS_DEVICE_REMOVED);
    assert_non_null(strstr(dxghost_error(), "The test stops the machine."));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_threads_signal_each_other),
        cmocka_unit_test(two_threads_pass_a_keyed_mutex),
        cmocka_unit_test(thread_ends_what_another_waits_for),
        cmocka_unit_test(bug_check_ends_the_waits_of_all_threads),
    };

    (void)setenv("DXGHOST_DRIVER", DXGH_TEST_DRIVER, 1);
    (void)unsetenv("DXGHOST_DEVICE");
    return cmocka_run_group_tests_name("scenario/kmt_threads", tests, NULL, NULL);
}
