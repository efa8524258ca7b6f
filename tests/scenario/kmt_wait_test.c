/* SPDX-License-Identifier: MIT */
/* One thread of a client waits for its GPU work; what ends that wait comes from another. */
#include "drivers/softgpu/softgpu_umd.h"
#include "kmt/object.h"
#include "machine/fiber.h"
#include "machine/schedule.h"
#include "tests/lib/client.h"
#include "tests/lib/test.h"

struct helper {
    struct machine *machine;
    struct process *process;
    const struct client *client; /* the waiting thread's handles */
    struct client beside;        /* the same, with a context that is not blocked */
    D3DKMT_HANDLE surface;
    D3DKMT_HANDLE fence;
    NTSTATUS (*wait)(struct helper *helper); /* what the waiting thread calls */
    NTSTATUS (*end)(struct helper *helper);  /* what the other one calls */
    NTSTATUS waited;
    bool waiting;
    bool done;
};

static NTSTATUS wait_idle(struct helper *helper)
{
    return D3DKMTWaitForIdle(&(D3DKMT_WAITFORIDLE){ .hDevice = helper->client->device });
}

static NTSTATUS lock(struct helper *helper)
{
    D3DKMT_LOCK2 args = { .hDevice = helper->client->device, .hAllocation = helper->surface };
    NTSTATUS status = D3DKMTLock2(&args);

    return NT_SUCCESS(status) ? D3DKMTUnlock2(&(D3DKMT_UNLOCK2){ .hDevice = helper->client->device,
                                                                 .hAllocation = helper->surface })
                              : status;
}

static NTSTATUS evict(struct helper *helper)
{
    D3DKMT_EVICT args = { .hDevice = helper->client->device,
                          .NumAllocations = 1,
                          .AllocationList = &helper->surface };

    return D3DKMTEvict(&args);
}

static NTSTATUS offer(struct helper *helper)
{
    D3DKMT_OFFERALLOCATIONS args = { .hDevice = helper->client->device,
                                     .HandleList = &helper->surface,
                                     .NumAllocations = 1,
                                     .Priority = D3DKMT_OFFER_PRIORITY_LOW };

    return D3DKMTOfferAllocations(&args);
}

static NTSTATUS destroy(struct helper *helper)
{
    D3DKMT_DESTROYALLOCATION args = { .hDevice = helper->client->device,
                                      .phAllocationList = &helper->surface,
                                      .AllocationCount = 1 };

    return D3DKMTDestroyAllocation(&args);
}

static NTSTATUS signal_beside(struct helper *helper)
{
    return client_gpu_signal(&helper->beside, helper->fence, 1);
}

static NTSTATUS signal_from_gpu(struct helper *helper)
{
    UINT64 value = 1;
    D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMGPU args = { .hContext = helper->beside.context,
                                                       .ObjectCount = 1,
                                                       .ObjectHandleArray = &helper->fence,
                                                       .MonitoredFenceValueArray = &value };

    return D3DKMTSignalSynchronizationObjectFromGpu(&args);
}

/* What the other context draws, and then its signal. */
static NTSTATUS draw_and_signal(struct helper *helper)
{
    D3DKMT_HANDLE surface = client_surface(&helper->beside, SG_SURFACE_STAGING, 16, 16);

    client_fill(&helper->beside, surface, 0xFF000003);
    client_surface_destroy(&helper->beside, surface);
    return signal_beside(helper);
}

static NTSTATUS mark_as_error(struct helper *helper)
{
    D3DKMT_MARKDEVICEASERROR args = { .hDevice = helper->client->device,
                                      .Reason = D3DKMT_DEVICE_ERROR_REASON_GENERIC };
    D3DKMT_GETDEVICESTATE state = { .hDevice = helper->client->device,
                                    .StateType = D3DKMT_DEVICESTATE_EXECUTION };
    NTSTATUS status = D3DKMTGetDeviceState(&state);

    assert_int_equal(state.ExecutionState, D3DKMT_DEVICEEXECUTION_ACTIVE);
    return NT_SUCCESS(status) ? D3DKMTMarkDeviceAsError(&args) : status;
}

static NTSTATUS destroy_device(struct helper *helper)
{
    return D3DKMTDestroyDevice(&(D3DKMT_DESTROYDEVICE){ .hDevice = helper->client->device });
}

static void wait_main(void *argument)
{
    struct helper *helper = argument;

    process_attach(helper->machine, helper->process);
    helper->waiting = true;
    helper->waited = helper->wait(helper);
    helper->done = true;
    schedule_exit(helper->machine);
}

static void open(struct helper *helper, struct client *client, struct adapter *adapter)
{
    D3DKMT_CREATECONTEXT second;

    *helper = (struct helper){ .machine = dxgk_adapter_machine(adapter), .client = client };
    helper->process = process_current(helper->machine);
    client_open_context(client);
    second = (D3DKMT_CREATECONTEXT){ .hDevice = client->device, .EngineAffinity = 1 };
    assert_int_equal(D3DKMTCreateContext(&second), STATUS_SUCCESS);
    helper->beside = *client;
    helper->beside.context = second.hContext;
    helper->surface = client_surface(client, SG_SURFACE_STAGING, 16, 16);
    helper->fence = client_fence(client);
    assert_int_equal(client_gpu_wait(client, helper->fence, 1), STATUS_SUCCESS);
    client_fill(client, helper->surface, 0xFF000002);
}

static void wait_and_end(struct helper *helper)
{
    schedule_ready(helper->machine, fiber_create(helper->machine, wait_main, helper, "waiter"));
    while (!helper->waiting) {
        schedule_sleep_until(helper->machine, helper->machine->clock.now_ns + DXGH_NS_PER_US);
    }
    schedule_sleep_until(helper->machine, helper->machine->clock.now_ns + DXGH_NS_PER_MS);
    assert_false(helper->done);
    assert_int_equal(helper->end(helper), STATUS_SUCCESS);
    while (!helper->done) {
        schedule_sleep_until(helper->machine, helper->machine->clock.now_ns + DXGH_NS_PER_US);
    }
}

static NTSTATUS (*const waits[])(struct helper *) = { wait_idle, lock, evict, offer, destroy };

static void ended_by(struct adapter *adapter, NTSTATUS (*end)(struct helper *))
{
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(waits); i++) {
        struct helper helper;
        struct client client;

        open(&helper, &client, adapter);
        helper.wait = waits[i];
        helper.end = end;
        wait_and_end(&helper);
        assert_int_equal(helper.waited, STATUS_SUCCESS);
        client_close(&client);
    }
}

static void signal_body(struct adapter *adapter, void *argument)
{
    (void)argument;
    ended_by(adapter, signal_beside);
    ended_by(adapter, signal_from_gpu);
}

static void other_context_of_the_device_ends_a_wait(void **state)
{
    (void)state;
    stack_run_good(DXGH_TEST_DRIVER, signal_body);
}

static void draw_body(struct adapter *adapter, void *argument)
{
    (void)argument;
    ended_by(adapter, draw_and_signal);
}

static void device_is_used_while_one_waits_on_it(void **state)
{
    (void)state;
    stack_run_good(DXGH_TEST_DRIVER, draw_body);
}

/* The device is marked as broken: whoever waits for its work is told so. */
static void mark_body(struct adapter *adapter, void *argument)
{
    (void)argument;
    for (size_t i = 0; i < 2; i++) {
        struct helper helper;
        struct client client;

        open(&helper, &client, adapter);
        helper.wait = waits[i];
        helper.end = mark_as_error;
        wait_and_end(&helper);
        assert_int_equal(helper.waited, STATUS_DEVICE_REMOVED);
        client_close(&client);
    }
}

static void marked_device_ends_its_waits(void **state)
{
    (void)state;
    stack_run_good(DXGH_TEST_DRIVER, mark_body);
}

/* It is destroyed under them: the handle they came by names nothing any more. */
static void destroy_body(struct adapter *adapter, void *argument)
{
    (void)argument;
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(waits); i++) {
        struct helper helper;
        struct client client;

        open(&helper, &client, adapter);
        helper.wait = waits[i];
        helper.end = destroy_device;
        wait_and_end(&helper);
        assert_int_equal(helper.waited, STATUS_INVALID_PARAMETER);
        client.device = 0;
        client.context = 0;
        client_close(&client);
    }
}

static void destroyed_device_ends_its_waits(void **state)
{
    (void)state;
    stack_run_good(DXGH_TEST_DRIVER, destroy_body);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(other_context_of_the_device_ends_a_wait),
        cmocka_unit_test(device_is_used_while_one_waits_on_it),
        cmocka_unit_test(marked_device_ends_its_waits),
        cmocka_unit_test(destroyed_device_ends_its_waits),
    };
    return cmocka_run_group_tests_name("scenario/kmt_wait", tests, NULL, NULL);
}
