/* SPDX-License-Identifier: MIT */
/* One thread of a client waits for its GPU work; what ends that wait comes from another. */
#include "drivers/softgpu/softgpu_umd.h"
#include "kmt/nt_handle.h"
#include "machine/fiber.h"
#include "machine/schedule.h"
#include "tests/lib/client.h"
#include "tests/lib/test.h"

struct helper {
    struct machine *machine;
    struct adapter *adapter;
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

static NTSTATUS cpu_wait(struct helper *helper)
{
    return client_cpu_wait(helper->client, helper->fence, 1);
}

/* It goes on when its call has returned; what it ends in is an event. */
static NTSTATUS async_wait(struct helper *helper)
{
    static const int64_t in_a_second = -10000000;
    UINT64 value = 1;
    HANDLE event;
    D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU args = { .hDevice = helper->client->device,
                                                        .ObjectCount = 1,
                                                        .ObjectHandleArray = &helper->fence,
                                                        .FenceValueArray = &value };
    NTSTATUS status = kmt_event_create(&event);

    args.hAsyncEvent = event;
    if (NT_SUCCESS(status)) {
        status = D3DKMTWaitForSynchronizationObjectFromCpu(&args);
    }
    if (NT_SUCCESS(status)) {
        status = kmt_event_wait(event, &in_a_second);
    }
    (void)kmt_nt_handle_close(event);
    return status == STATUS_SUCCESS ? STATUS_DEVICE_REMOVED : status;
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

static void open_helper(struct helper *helper, struct client *client, struct adapter *adapter)
{
    D3DKMT_CREATECONTEXT second;

    *helper = (struct helper){ .machine = dxgk_adapter_machine(adapter),
                               .adapter = adapter,
                               .client = client };
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

        open_helper(&helper, &client, adapter);
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

        open_helper(&helper, &client, adapter);
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

/* The processor waits for a fence in the name of a device that is lost, destroyed or taken away. */
static NTSTATUS (*const cpu_waits[])(struct helper *) = { cpu_wait, async_wait };

static void cpu_mark_body(struct adapter *adapter, void *argument)
{
    (void)argument;
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(cpu_waits); i++) {
        struct helper helper;
        struct client client;

        open_helper(&helper, &client, adapter);
        helper.wait = cpu_waits[i];
        helper.end = mark_as_error;
        wait_and_end(&helper);
        assert_int_equal(helper.waited, STATUS_DEVICE_REMOVED);
        client_close(&client);
    }
}

static void cpu_destroy_body(struct adapter *adapter, void *argument)
{
    (void)argument;
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(cpu_waits); i++) {
        struct helper helper;
        struct client client;

        open_helper(&helper, &client, adapter);
        helper.wait = cpu_waits[i];
        helper.end = destroy_device;
        wait_and_end(&helper);
        assert_int_equal(helper.waited, STATUS_DEVICE_REMOVED);
        client.device = 0;
        client.context = 0;
        client_close(&client);
    }
}

static NTSTATUS stop_adapter(struct helper *helper)
{
    kmt_adapter_stop(helper->adapter);
    return STATUS_SUCCESS;
}

static void cpu_stop_body(struct adapter *adapter, void *argument)
{
    struct helper helper;
    struct client client;

    (void)argument;
    open_helper(&helper, &client, adapter);
    helper.wait = cpu_wait;
    helper.end = stop_adapter;
    wait_and_end(&helper);
    assert_int_equal(helper.waited, STATUS_DEVICE_REMOVED);
    client.context = 0;
    client_close(&client);
}

static void cpu_waits_end_with_their_device(void **state)
{
    (void)state;
    stack_run_good(DXGH_TEST_DRIVER, cpu_mark_body);
    stack_run_good(DXGH_TEST_DRIVER, cpu_destroy_body);
    stack_run_good(DXGH_TEST_DRIVER, cpu_stop_body);
}

/* What is refused has changed nothing. */
static void refusals_body(struct adapter *adapter, void *argument)
{
    D3DDDI_SYNCHRONIZATIONOBJECTINFO2 info = { .Type = D3DDDI_MONITORED_FENCE };
    struct client client;
    D3DKMT_HANDLE fences[2];
    D3DKMT_HANDLE twice[2];
    UINT64 values[2] = { 7, 0 }; /* forwards, and backwards */
    const volatile UINT64 *first;
    D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMCPU signal;
    D3DKMT_OFFERALLOCATIONS offer_args;

    (void)adapter;
    (void)argument;
    client_open_context(&client);
    fences[0] = client_sync(&client, &info);
    first = info.MonitoredFence.FenceValueCPUVirtualAddress;
    fences[1] = client_fence(&client);
    assert_int_equal(client_cpu_signal(&client, fences[1], 5), STATUS_SUCCESS);
    signal = (D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMCPU){ .hDevice = client.device,
                                                          .ObjectCount = 2,
                                                          .ObjectHandleArray = fences,
                                                          .FenceValueArray = values };
    assert_int_equal(D3DKMTSignalSynchronizationObjectFromCpu(&signal), STATUS_INVALID_PARAMETER);
    assert_int_equal(*first, 0);
    signal.Flags.AllowFenceRewind = 1;
    assert_int_equal(D3DKMTSignalSynchronizationObjectFromCpu(&signal), STATUS_SUCCESS);
    assert_int_equal(*first, 7);

    twice[0] = client_surface(&client, SG_SURFACE_STAGING, 16, 16);
    twice[1] = twice[0];
    offer_args = (D3DKMT_OFFERALLOCATIONS){ .hDevice = client.device,
                                            .HandleList = twice,
                                            .NumAllocations = 2,
                                            .Priority = D3DKMT_OFFER_PRIORITY_LOW };
    assert_int_equal(D3DKMTOfferAllocations(&offer_args), STATUS_INVALID_PARAMETER);
    client_fill(&client, twice[0], 0xFF000001); /* it is not offered */
    client_close(&client);
}

static void refused_calls_change_nothing(void **state)
{
    (void)state;
    stack_run_good(DXGH_TEST_DRIVER, refusals_body);
}

/* It is destroyed under them: the handle they came by names nothing any more. */
static void destroy_body(struct adapter *adapter, void *argument)
{
    (void)argument;
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(waits); i++) {
        struct helper helper;
        struct client client;

        open_helper(&helper, &client, adapter);
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
        cmocka_unit_test(cpu_waits_end_with_their_device),
        cmocka_unit_test(refused_calls_change_nothing),
    };
    return cmocka_run_group_tests_name("scenario/kmt_wait", tests, NULL, NULL);
}
