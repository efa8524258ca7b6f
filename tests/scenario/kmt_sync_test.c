/* SPDX-License-Identifier: MIT */
/* Synchronization objects: between contexts, processes, and the CPU; and the questions clients ask.
 */
#include "cdd/cdd.h"
#include "drivers/softgpu/softgpu_umd.h"
#include "kmt/nt_handle.h"
#include "machine/fiber.h"
#include "machine/schedule.h"
#include "tests/lib/client.h"
#include "tests/lib/test.h"

static uint32_t pixel(const struct client *client, D3DKMT_HANDLE surface)
{
    D3DKMT_LOCK2 args = { .hDevice = client->device, .hAllocation = surface };
    uint32_t value;

    assert_int_equal(D3DKMTLock2(&args), STATUS_SUCCESS);
    value = *(const uint32_t *)args.pData;
    assert_int_equal(
        D3DKMTUnlock2(&(D3DKMT_UNLOCK2){ .hDevice = client->device, .hAllocation = surface }),
        STATUS_SUCCESS);
    return value;
}

/* What a context submits behind a wait does not run before the signal, however long that takes. */
static void order(struct adapter *adapter, void *argument)
{
    struct machine *machine = dxgk_adapter_machine(adapter);
    D3DDDI_SYNCHRONIZATIONOBJECTINFO2 info = { .Type = D3DDDI_MONITORED_FENCE };
    struct client client;
    D3DKMT_HANDLE surface;
    D3DKMT_HANDLE fence;
    const volatile uint64_t *value;

    (void)argument;
    client_open_context(&client);
    surface = client_surface(&client, SG_SURFACE_STAGING, 16, 16);
    fence = client_sync(&client, &info);
    value = info.MonitoredFence.FenceValueCPUVirtualAddress;
    assert_int_equal(*value, 0);
    client_fill(&client, surface, 0xFF000001);
    assert_int_equal(pixel(&client, surface), 0xFF000001);

    assert_int_equal(client_gpu_wait(&client, fence, 1), STATUS_SUCCESS);
    client_fill(&client, surface, 0xFF000002);
    assert_int_equal(client_gpu_signal(&client, fence, 2), STATUS_SUCCESS);
    schedule_sleep_until(machine, machine->clock.now_ns + 100 * DXGH_NS_PER_MS);
    assert_int_equal(*value, 0); /* neither drawn nor signalled */
    assert_int_equal(client_cpu_signal(&client, fence, 1), STATUS_SUCCESS);
    assert_int_equal(client_cpu_wait(&client, fence, 2), STATUS_SUCCESS);
    assert_int_equal(*value, 2);
    assert_int_equal(pixel(&client, surface), 0xFF000002);

    assert_int_equal(client_cpu_signal(&client, fence, 1),
                     STATUS_INVALID_PARAMETER); /* backwards */
    assert_int_equal(client_cpu_signal(&client, surface, 3), STATUS_INVALID_PARAMETER);
    assert_int_equal(client_gpu_wait(&client, fence + (1u << 22), 1), STATUS_INVALID_PARAMETER);

    /* A context with a wait that nobody ends can be destroyed. */
    assert_int_equal(client_gpu_wait(&client, fence, 1000), STATUS_SUCCESS);
    client_fill(&client, surface, 0xFF000003);
    client_close(&client);
}

static void gpu_waits_hold_back_what_follows(void **state)
{
    (void)state;
    stack_run_good(DXGH_TEST_DRIVER, order);
}

struct peer {
    struct machine *machine;
    struct process *process;
    struct client client;
    D3DKMT_HANDLE mutex;
    uint32_t shared;
    uint32_t *counter;
    uint32_t rounds;
    uint64_t mine;  /* the key this side waits for */
    uint64_t other; /* and the one it releases with */
    bool done;
};

static void take_turns(void *argument)
{
    struct peer *peer = argument;
    D3DKMT_OPENKEYEDMUTEX open = { .hSharedHandle = peer->shared };

    process_attach(peer->machine, peer->process);
    assert_int_equal(D3DKMTOpenKeyedMutex(&open), STATUS_SUCCESS);
    for (uint32_t i = 0; i < peer->rounds; i++) {
        D3DKMT_ACQUIREKEYEDMUTEX acquire = { .hKeyedMutex = open.hKeyedMutex, .Key = peer->mine };
        D3DKMT_RELEASEKEYEDMUTEX release = { .hKeyedMutex = open.hKeyedMutex, .Key = peer->other };

        assert_int_equal(D3DKMTAcquireKeyedMutex(&acquire), STATUS_SUCCESS);
        assert_int_equal(*peer->counter % 2, peer->mine);
        (*peer->counter)++;
        assert_int_equal(D3DKMTReleaseKeyedMutex(&release), STATUS_SUCCESS);
    }
    assert_int_equal(
        D3DKMTDestroyKeyedMutex(&(D3DKMT_DESTROYKEYEDMUTEX){ .hKeyedMutex = open.hKeyedMutex }),
        STATUS_SUCCESS);
    peer->done = true;
    schedule_exit(peer->machine);
}

static void keyed(struct adapter *adapter, void *argument)
{
    struct machine *machine = dxgk_adapter_machine(adapter);
    struct process *others[2];
    struct peer peers[2];
    D3DKMT_CREATEKEYEDMUTEX create = { .InitialValue = 7 };
    D3DKMT_ACQUIREKEYEDMUTEX acquire;
    LARGE_INTEGER timeout = { .QuadPart = -10000 }; /* a millisecond */
    uint64_t before_ns;
    uint32_t counter = 0;

    (void)argument;
    assert_int_equal(D3DKMTCreateKeyedMutex(&create), STATUS_SUCCESS);
    acquire = (D3DKMT_ACQUIREKEYEDMUTEX){ .hKeyedMutex = create.hKeyedMutex,
                                          .Key = 8,
                                          .pTimeout = &timeout };
    before_ns = machine->clock.now_ns;
    assert_int_equal(D3DKMTAcquireKeyedMutex(&acquire), STATUS_TIMEOUT);
    assert_true(machine->clock.now_ns - before_ns >= DXGH_NS_PER_MS);
    acquire.Key = 7;
    assert_int_equal(D3DKMTAcquireKeyedMutex(&acquire), STATUS_SUCCESS);
    assert_int_equal(D3DKMTAcquireKeyedMutex(&acquire), STATUS_INVALID_PARAMETER); /* has it */
    for (uint32_t i = 0; i < 2; i++) {
        others[i] = process_create(machine, "peer", 8 + 4 * i);
        peers[i] = (struct peer){ .machine = machine,
                                  .process = others[i],
                                  .shared = create.hSharedHandle,
                                  .counter = &counter,
                                  .rounds = 20,
                                  .mine = i,
                                  .other = 1 - i };
        schedule_ready(machine, fiber_create(machine, take_turns, &peers[i], "peer"));
    }
    assert_int_equal(D3DKMTReleaseKeyedMutex(&(D3DKMT_RELEASEKEYEDMUTEX){
                         .hKeyedMutex = create.hKeyedMutex, .Key = 0 }),
                     STATUS_SUCCESS);
    while (!peers[0].done || !peers[1].done) {
        schedule_sleep_until(machine, machine->clock.now_ns + DXGH_NS_PER_US);
    }
    assert_int_equal(counter, 40);
    for (uint32_t i = 0; i < 2; i++) {
        kmt_process_end(others[i]);
        process_destroy(others[i]);
    }
    assert_int_equal(
        D3DKMTDestroyKeyedMutex(&(D3DKMT_DESTROYKEYEDMUTEX){ .hKeyedMutex = create.hKeyedMutex }),
        STATUS_SUCCESS);
}

static void keyed_mutex_alternates_between_processes(void **state)
{
    (void)state;
    stack_run_good(DXGH_TEST_DRIVER, keyed);
}

/* A process is killed while a thread of it waits for a fence that nobody signals. */
static void wait_forever(void *argument)
{
    struct peer *peer = argument;
    D3DDDI_SYNCHRONIZATIONOBJECTINFO2 info = { .Type = D3DDDI_MONITORED_FENCE };

    process_attach(peer->machine, peer->process);
    client_open_context(&peer->client);
    peer->mutex = client_sync(&peer->client, &info);
    assert_int_equal(client_cpu_wait(&peer->client, peer->mutex, 5), STATUS_PROCESS_IS_TERMINATING);
    assert_int_equal(client_cpu_signal(&peer->client, peer->mutex, 5),
                     STATUS_PROCESS_IS_TERMINATING);
    peer->done = true;
    schedule_exit(peer->machine);
}

static void kill(struct adapter *adapter, void *argument)
{
    struct machine *machine = dxgk_adapter_machine(adapter);
    struct peer peer = { .machine = machine, .process = process_create(machine, "victim", 8) };

    (void)argument;
    schedule_ready(machine, fiber_create(machine, wait_forever, &peer, "victim"));
    while (peer.mutex == 0) {
        schedule_sleep_until(machine, machine->clock.now_ns + DXGH_NS_PER_US);
    }
    kmt_process_end(peer.process);
    while (!peer.done) {
        schedule_sleep_until(machine, machine->clock.now_ns + DXGH_NS_PER_US);
    }
    assert_int_equal(peer.process->handles.count, 0);
    process_destroy(peer.process);
}

static void killed_process_leaves_nothing(void **state)
{
    (void)state;
    stack_run_good(DXGH_TEST_DRIVER, kill);
}

/* The same with work behind a wait that nobody ends, and a thread that waits for the work. */
static void wait_for_idle_forever(void *argument)
{
    struct peer *peer = argument;
    D3DDDI_SYNCHRONIZATIONOBJECTINFO2 info = { .Type = D3DDDI_MONITORED_FENCE };
    D3DKMT_HANDLE surface;

    process_attach(peer->machine, peer->process);
    client_open_context(&peer->client);
    surface = client_surface(&peer->client, SG_SURFACE_STAGING, 16, 16);
    peer->mutex = client_sync(&peer->client, &info);
    assert_int_equal(client_gpu_wait(&peer->client, peer->mutex, 5), STATUS_SUCCESS);
    client_fill(&peer->client, surface, 0xFF000001);
    peer->rounds = 1;
    assert_int_equal(D3DKMTWaitForIdle(&(D3DKMT_WAITFORIDLE){ .hDevice = peer->client.device }),
                     STATUS_DEVICE_REMOVED);
    peer->done = true;
    schedule_exit(peer->machine);
}

static void kill_busy(struct adapter *adapter, void *argument)
{
    struct machine *machine = dxgk_adapter_machine(adapter);
    struct peer peer = { .machine = machine, .process = process_create(machine, "victim", 8) };

    (void)argument;
    schedule_ready(machine, fiber_create(machine, wait_for_idle_forever, &peer, "victim"));
    while (peer.rounds == 0) {
        schedule_sleep_until(machine, machine->clock.now_ns + DXGH_NS_PER_US);
    }
    schedule_sleep_until(machine, machine->clock.now_ns + DXGH_NS_PER_MS);
    kmt_process_end(peer.process);
    assert_true(peer.done);
    assert_int_equal(peer.process->handles.count, 0);
    process_destroy(peer.process);
}

/* The adapter is stopped under it instead. */
static void stop_busy(struct adapter *adapter, void *argument)
{
    struct machine *machine = dxgk_adapter_machine(adapter);
    struct peer peer = { .machine = machine, .process = process_create(machine, "client", 8) };

    (void)argument;
    schedule_ready(machine, fiber_create(machine, wait_for_idle_forever, &peer, "client"));
    while (peer.rounds == 0) {
        schedule_sleep_until(machine, machine->clock.now_ns + DXGH_NS_PER_US);
    }
    schedule_sleep_until(machine, machine->clock.now_ns + DXGH_NS_PER_MS);
    kmt_adapter_stop(adapter);
    while (!peer.done) {
        schedule_sleep_until(machine, machine->clock.now_ns + DXGH_NS_PER_US);
    }
    kmt_process_end(peer.process);
    process_destroy(peer.process);
}

static void stopped_adapter_does_not_wait_for_its_work(void **state)
{
    (void)state;
    stack_run_good(DXGH_TEST_DRIVER, stop_busy);
}

static void killed_process_does_not_wait_for_its_work(void **state)
{
    (void)state;
    stack_run_good(DXGH_TEST_DRIVER, kill_busy);
}

/* A fence that counts vertical blanks, at the blank or some time before it. */
static void periodic(struct adapter *adapter, void *argument)
{
    struct machine *machine = dxgk_adapter_machine(adapter);
    struct cdd_config config = { .width = 640, .height = 480 };
    D3DDDI_SYNCHRONIZATIONOBJECTINFO2 info = { .Type = D3DDDI_PERIODIC_MONITORED_FENCE };
    D3DKMT_CREATESYNCHRONIZATIONOBJECT2 create;
    const volatile UINT64 *value;
    struct client client;
    struct cdd *cdd;
    D3DKMT_HANDLE fence;
    uint64_t before_ns;

    (void)argument;
    assert_int_equal(cdd_create(adapter, &config, &cdd), STATUS_SUCCESS);
    client_open_context(&client);
    info.PeriodicMonitoredFence.hAdapter = client.adapter;
    info.PeriodicMonitoredFence.Time = 50000; /* 5 ms before */
    fence = client_sync(&client, &info);
    value = info.PeriodicMonitoredFence.FenceValueCPUVirtualAddress;
    before_ns = machine->clock.now_ns;
    assert_int_equal(client_cpu_wait(&client, fence, 6), STATUS_SUCCESS);
    assert_true(*value >= 6);
    assert_true(machine->clock.now_ns - before_ns > 5 * 15 * DXGH_NS_PER_MS);
    assert_true(machine->clock.now_ns - before_ns < 8 * 17 * DXGH_NS_PER_MS);
    assert_int_equal(D3DKMTDestroySynchronizationObject(
                         &(D3DKMT_DESTROYSYNCHRONIZATIONOBJECT){ .hSyncObject = fence }),
                     STATUS_SUCCESS);

    create = (D3DKMT_CREATESYNCHRONIZATIONOBJECT2){ .hDevice = client.device, .Info = info };
    create.Info.PeriodicMonitoredFence.Time = 200000; /* longer than a frame */
    assert_int_equal(D3DKMTCreateSynchronizationObject2(&create), STATUS_INVALID_PARAMETER);
    create.Info.PeriodicMonitoredFence.Time = 0;
    create.Info.PeriodicMonitoredFence.VidPnTargetId = 77;
    assert_int_equal(D3DKMTCreateSynchronizationObject2(&create), STATUS_INVALID_PARAMETER);
    create.Info.PeriodicMonitoredFence.VidPnTargetId = 0;
    create.Info.PeriodicMonitoredFence.hAdapter = client.device;
    assert_int_equal(D3DKMTCreateSynchronizationObject2(&create), STATUS_INVALID_PARAMETER);
    create.Info.PeriodicMonitoredFence.hAdapter = client.adapter;
    assert_int_equal(D3DKMTCreateSynchronizationObject2(&create), STATUS_SUCCESS);
    cdd_destroy(cdd);
    kmt_adapter_stop(adapter); /* under it */
    client.context = 0;
    client_close(&client);
}

static void periodic_fence_counts_blanks(void **state)
{
    (void)state;
    stack_run_good(DXGH_TEST_DRIVER, periodic);
}

static const int64_t at_once = 0;
static const int64_t in_a_second = -10000000;

/* The three ways in which an event of the processor hears of the GPU. */
static void events(struct adapter *adapter, void *argument)
{
    D3DDDI_SYNCHRONIZATIONOBJECTINFO2 info = { .Type = D3DDDI_MONITORED_FENCE };
    struct client client;
    D3DKMT_HANDLE fence;
    D3DKMT_HANDLE notification;
    HANDLE event;
    UINT64 value = 3;

    (void)adapter;
    (void)argument;
    client_open_context(&client);
    fence = client_sync(&client, &info);
    assert_int_equal(kmt_event_create(&event), STATUS_SUCCESS);
    assert_int_equal(kmt_event_wait(event, &at_once), STATUS_TIMEOUT);
    assert_int_equal(kmt_event_set(event), STATUS_SUCCESS);
    assert_int_equal(kmt_event_set(event), STATUS_SUCCESS);
    assert_int_equal(kmt_event_wait(event, &at_once), STATUS_SUCCESS);
    assert_int_equal(kmt_event_wait(event, &at_once), STATUS_TIMEOUT); /* the wait reset it */

    /* A notification object: signalled by a context behind a wait, never waited for by one. */
    info = (D3DDDI_SYNCHRONIZATIONOBJECTINFO2){ .Type = D3DDDI_CPU_NOTIFICATION,
                                                .CPUNotification.Event = event };
    notification = client_sync(&client, &info);
    assert_int_equal(client_gpu_wait(&client, notification, 0), STATUS_INVALID_PARAMETER);
    assert_int_equal(client_gpu_wait(&client, fence, 1), STATUS_SUCCESS);
    assert_int_equal(client_gpu_signal(&client, notification, 0), STATUS_SUCCESS);
    assert_int_equal(kmt_event_wait(event, &in_a_second), STATUS_TIMEOUT);
    assert_int_equal(client_cpu_signal(&client, fence, 1), STATUS_SUCCESS);
    assert_int_equal(kmt_event_wait(event, &in_a_second), STATUS_SUCCESS);

    /* EnqueueCpuEvent: the event itself in the queue of the context. */
    D3DKMT_SIGNALSYNCHRONIZATIONOBJECT2 enqueue = { .hContext = client.context,
                                                    .Flags.EnqueueCpuEvent = 1,
                                                    .CpuEventHandle = event };

    assert_int_equal(client_gpu_wait(&client, fence, 2), STATUS_SUCCESS);
    assert_int_equal(D3DKMTSignalSynchronizationObject2(&enqueue), STATUS_SUCCESS);
    assert_int_equal(kmt_event_wait(event, &in_a_second), STATUS_TIMEOUT);
    assert_int_equal(client_cpu_signal(&client, fence, 2), STATUS_SUCCESS);
    assert_int_equal(kmt_event_wait(event, &in_a_second), STATUS_SUCCESS);
    enqueue.CpuEventHandle = (HANDLE)(uintptr_t)fence;
    assert_int_equal(D3DKMTSignalSynchronizationObject2(&enqueue), STATUS_INVALID_PARAMETER);

    /* A wait that goes on when its call has returned. */
    D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU later = { .hDevice = client.device,
                                                         .ObjectCount = 1,
                                                         .ObjectHandleArray = &fence,
                                                         .FenceValueArray = &value,
                                                         .hAsyncEvent = event };

    assert_int_equal(D3DKMTWaitForSynchronizationObjectFromCpu(&later), STATUS_SUCCESS);
    assert_int_equal(kmt_event_wait(event, &in_a_second), STATUS_TIMEOUT);
    assert_int_equal(client_cpu_signal(&client, fence, 3), STATUS_SUCCESS);
    assert_int_equal(kmt_event_wait(event, &in_a_second), STATUS_SUCCESS);

    /* One that nobody ends goes with the process, as the event does that is not closed. */
    value = 1000;
    assert_int_equal(D3DKMTWaitForSynchronizationObjectFromCpu(&later), STATUS_SUCCESS);
    client_close(&client);
}

static void events_hear_of_the_gpu(void **state)
{
    (void)state;
    stack_run_good(DXGH_TEST_DRIVER, events);
}

static bool is_busy(const struct client *client, D3DKMT_HANDLE surface)
{
    D3DKMT_LOCK lock = { .hDevice = client->device, .hAllocation = surface, .Flags.DonotWait = 1 };
    NTSTATUS status = D3DKMTLock(&lock);

    if (status == STATUS_SUCCESS) {
        assert_int_equal(
            D3DKMTUnlock2(&(D3DKMT_UNLOCK2){ .hDevice = client->device, .hAllocation = surface }),
            STATUS_SUCCESS);
    }
    return status == STATUS_GRAPHICS_ALLOCATION_BUSY;
}

/* A signal at submission comes while the work runs, one at completion when it is over. */
static void submission(struct adapter *adapter, void *argument)
{
    struct client client;
    D3DKMT_HANDLE surface;
    D3DKMT_SIGNALSYNCHRONIZATIONOBJECT2 signal;

    (void)adapter;
    (void)argument;
    client_open_context(&client);
    surface = client_surface(&client, SG_SURFACE_STAGING, 512, 512);
    for (uint32_t at_submission = 0; at_submission < 2; at_submission++) {
        D3DKMT_HANDLE fence = client_fence(&client);

        signal =
            (D3DKMT_SIGNALSYNCHRONIZATIONOBJECT2){ .hContext = client.context,
                                                   .ObjectCount = 1,
                                                   .ObjectHandleArray = { fence },
                                                   .Flags.SignalAtSubmission = at_submission & 1,
                                                   .Fence.FenceValue = 1 };
        for (uint32_t i = 0; i < 16; i++) {
            client_fill(&client, surface, i);
        }
        assert_int_equal(D3DKMTSignalSynchronizationObject2(&signal), STATUS_SUCCESS);
        assert_int_equal(client_cpu_wait(&client, fence, 1), STATUS_SUCCESS);
        assert_int_equal(is_busy(&client, surface), at_submission);
    }
    client_close(&client);
}

static void signal_at_submission_does_not_wait_for_the_gpu(void **state)
{
    (void)state;
    stack_run_good(DXGH_TEST_DRIVER, submission);
}

/* A client that never stops asking is refused at some point, and served again when it has waited.
 */
static void limits(struct adapter *adapter, void *argument)
{
    struct machine *machine = dxgk_adapter_machine(adapter);
    struct client client;
    D3DKMT_HANDLE fence;
    NTSTATUS status = STATUS_SUCCESS;
    uint32_t count = 0;
    UINT64 value = 1;
    D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU later = { .ObjectCount = 1 };
    HANDLE event;

    (void)argument;
    client_open_context(&client);
    fence = client_fence(&client);
    assert_int_equal(kmt_event_create(&event), STATUS_SUCCESS);
    for (; NT_SUCCESS(status) && count < 100000; count++) {
        status = client_gpu_wait(&client, fence, 1);
    }
    assert_int_equal(status, STATUS_NO_MEMORY);
    later = (D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU){ .hDevice = client.device,
                                                          .ObjectCount = 1,
                                                          .ObjectHandleArray = &fence,
                                                          .FenceValueArray = &value,
                                                          .hAsyncEvent = event };
    status = STATUS_SUCCESS;
    for (count = 0; NT_SUCCESS(status) && count < 10000; count++) {
        status = D3DKMTWaitForSynchronizationObjectFromCpu(&later);
    }
    assert_int_equal(status, STATUS_NO_MEMORY);
    assert_int_equal(client_cpu_signal(&client, fence, 1), STATUS_SUCCESS);
    schedule_sleep_until(machine, machine->clock.now_ns + DXGH_NS_PER_MS);
    assert_int_equal(client_gpu_signal(&client, fence, 2), STATUS_SUCCESS);
    assert_int_equal(client_cpu_wait(&client, fence, 2), STATUS_SUCCESS);
    assert_int_equal(client_gpu_wait(&client, fence, 1), STATUS_SUCCESS);
    assert_int_equal(D3DKMTWaitForSynchronizationObjectFromCpu(&later), STATUS_SUCCESS);
    client_close(&client);
}

static void client_cannot_queue_without_end(void **state)
{
    (void)state;
    stack_run_seeded(DXGH_TEST_DRIVER, 0, limits);
}

/* A mutex between two processes: the first has it, from its creation or by a wait, and dies. */
static void orphan(struct adapter *adapter, bool initially)
{
    struct machine *machine = dxgk_adapter_machine(adapter);
    struct process *survivor = process_current(machine);
    D3DDDI_SYNCHRONIZATIONOBJECTINFO2 info = { .Type = D3DDDI_SYNCHRONIZATION_MUTEX,
                                               .Flags.Shared = 1,
                                               .SynchronizationMutex.InitialState = initially };
    D3DKMT_OPENSYNCHRONIZATIONOBJECT open;
    struct process *victim;
    struct client dead;
    struct client alive;
    D3DKMT_HANDLE fence;
    D3DKMT_HANDLE mutex;

    client_open_context(&alive);
    fence = client_fence(&alive);
    victim = client_process(machine, "victim", 8);
    client_open_context(&dead);
    mutex = client_sync(&dead, &info);
    open = (D3DKMT_OPENSYNCHRONIZATIONOBJECT){ .hSharedHandle = info.SharedHandle };
    if (!initially) {
        D3DKMT_HANDLE taken = client_fence(&dead);

        assert_int_equal(client_gpu_wait(&dead, mutex, 0), STATUS_SUCCESS);
        assert_int_equal(client_gpu_signal(&dead, taken, 1), STATUS_SUCCESS);
        assert_int_equal(client_cpu_wait(&dead, taken, 1), STATUS_SUCCESS);
    }
    process_attach(machine, survivor);
    assert_int_equal(D3DKMTOpenSynchronizationObject(&open), STATUS_SUCCESS);
    assert_int_equal(client_gpu_wait(&alive, open.hSyncObject, 0), STATUS_SUCCESS);
    assert_int_equal(client_gpu_signal(&alive, fence, 1), STATUS_SUCCESS);
    schedule_sleep_until(machine, machine->clock.now_ns + DXGH_NS_PER_MS);
    kmt_process_end(victim);
    process_destroy(victim);
    assert_int_equal(client_cpu_wait(&alive, fence, 1), STATUS_SUCCESS);
    client_close(&alive);
}

static void orphans(struct adapter *adapter, void *argument)
{
    (void)argument;
    orphan(adapter, true);
    orphan(adapter, false);
}

static void mutex_of_a_dead_process_is_free(void **state)
{
    (void)state;
    stack_run_good(DXGH_TEST_DRIVER, orphans);
}

/* Success always comes with the handle that was asked for. */
static void shares(struct adapter *adapter, void *argument)
{
    struct machine *machine = dxgk_adapter_machine(adapter);
    struct client client;
    bool refused[2] = { false };

    (void)argument;
    client_open_context(&client);
    for (uint64_t n = 1; n <= 4; n++) {
        D3DKMT_CREATESYNCHRONIZATIONOBJECT2 fence = {
            .hDevice = client.device, .Info = { .Type = D3DDDI_FENCE, .Flags.Shared = 1 }
        };
        D3DKMT_CREATEKEYEDMUTEX mutex = { 0 };
        NTSTATUS status;

        machine->decision.refuse_at = n;
        status = D3DKMTCreateSynchronizationObject2(&fence);
        assert_true(!NT_SUCCESS(status) || fence.Info.SharedHandle != 0);
        refused[0] = refused[0] || status == STATUS_NO_MEMORY;
        machine->decision.refuse_at = n;
        status = D3DKMTCreateKeyedMutex(&mutex);
        assert_true(!NT_SUCCESS(status) || mutex.hSharedHandle != 0);
        refused[1] = refused[1] || status == STATUS_NO_MEMORY;
        machine->decision.refuse_at = 0;
    }
    assert_true(refused[0] && refused[1]);
    client_close(&client);
}

static void shared_object_has_its_handle_or_is_refused(void **state)
{
    (void)state;
    stack_run_seeded(DXGH_TEST_DRIVER, 0, shares);
}

/* What one process has of an adapter, and another has not. */
static D3DKMT_QUERYSTATISTICS_RESULT statistics_of(struct adapter *adapter,
                                                   D3DKMT_QUERYSTATISTICS_TYPE type)
{
    D3DKMT_QUERYSTATISTICS args = { .Type = type, .AdapterLuid = dxgk_adapter_luid(adapter) };

    assert_int_equal(D3DKMTQueryStatistics(&args), STATUS_SUCCESS);
    return args.QueryResult;
}

static void process_statistics(struct adapter *adapter, void *argument)
{
    struct machine *machine = dxgk_adapter_machine(adapter);
    struct process *first = process_current(machine);
    struct process *second;
    struct client client;
    D3DKMT_HANDLE surface;
    D3DKMT_QUERYSTATISTICS_RESULT result;

    (void)argument;
    client_open_context(&client);
    surface = client_surface(&client, SG_SURFACE_STAGING, 64, 64);
    client_fill(&client, surface, 1);
    client_fill(&client, surface, 2);
    (void)pixel(&client, surface);
    result = statistics_of(adapter, D3DKMT_QUERYSTATISTICS_PROCESS);
    assert_int_equal(result.ProcessInformation.VidPnSourceCount, 1);
    result = statistics_of(adapter, D3DKMT_QUERYSTATISTICS_PROCESS_ADAPTER);
    assert_true(result.ProcessAdapterInformation.NbSegments > 0);
    result = statistics_of(adapter, D3DKMT_QUERYSTATISTICS_PROCESS_NODE);
    assert_int_equal(result.ProcessNodeInformation.PacketStatistics.DmaPacket[0].PacketCompleted,
                     2);
    second = client_process(machine, "other", 8);
    result = statistics_of(adapter, D3DKMT_QUERYSTATISTICS_PROCESS_NODE);
    assert_int_equal(result.ProcessNodeInformation.PacketStatistics.DmaPacket[0].PacketCompleted,
                     0);
    process_attach(machine, first);
    process_destroy(second);
    result = statistics_of(adapter, D3DKMT_QUERYSTATISTICS_PROCESS_SEGMENT_GROUP);
    assert_true(result.ProcessSegmentGroupInformation.Budget > 0);
    client_close(&client);
}

static void statistics_of_a_process_are_its_own(void **state)
{
    (void)state;
    stack_run_seeded(DXGH_TEST_DRIVER, 0, process_statistics);
}

static bool was_named(struct machine *machine, const char *text)
{
    LIST_FOR_EACH(link, verify_unimplemented_list(machine)) {
        if (strstr(LIST_ENTRY_OF(link, struct unimplemented, link)->text, text) != NULL) {
            return true;
        }
    }
    return false;
}

/* What is not served is refused, and named. */
static void refused_flags(struct adapter *adapter, void *argument)
{
    struct client client;
    D3DKMT_CREATEDEVICE device = { .Flags.RequestVSync = 1 };

    (void)argument;
    client_open(&client);
    device.hAdapter = client.adapter;
    assert_int_equal(D3DKMTCreateDevice(&device), STATUS_NOT_IMPLEMENTED);
    assert_true(was_named(dxgk_adapter_machine(adapter), "RequestVSync"));
    device.Flags = (D3DKMT_CREATEDEVICEFLAGS){ .DisableGpuTimeout = 1 };
    assert_int_equal(D3DKMTCreateDevice(&device), STATUS_NOT_IMPLEMENTED);
    assert_true(was_named(dxgk_adapter_machine(adapter), "DisableGpuTimeout"));
    client_close(&client);
}

static void flags_of_a_device_are_served_or_named(void **state)
{
    (void)state;
    stack_run_seeded(DXGH_TEST_DRIVER, 0, refused_flags);
}

static void questions(struct adapter *adapter, void *argument)
{
    struct client client;
    D3DKMT_SEGMENTSIZEINFO sizes;
    D3DKMT_DRIVERVERSION version;
    D3DKMT_QUERY_DEVICE_IDS ids = { 0 };
    D3DKMT_QUERYADAPTERINFO query;
    D3DKMT_QUERYVIDEOMEMORYINFO memory = { 0 };
    D3DKMT_HANDLE surface;
    D3DKMT_ALLOCATIONRESIDENCYSTATUS residency;
    uint32_t priority;

    (void)argument;
    client_open_context(&client);
    query = (D3DKMT_QUERYADAPTERINFO){ .hAdapter = client.adapter,
                                       .Type = KMTQAITYPE_GETSEGMENTSIZE,
                                       .pPrivateDriverData = &sizes,
                                       .PrivateDriverDataSize = sizeof(sizes) };
    assert_int_equal(D3DKMTQueryAdapterInfo(&query), STATUS_SUCCESS);
    assert_true(sizes.DedicatedVideoMemorySize > 0 && sizes.SharedSystemMemorySize > 0);
    query.PrivateDriverDataSize--;
    assert_int_equal(D3DKMTQueryAdapterInfo(&query), STATUS_INVALID_PARAMETER);
    query = (D3DKMT_QUERYADAPTERINFO){ .hAdapter = client.adapter,
                                       .Type = KMTQAITYPE_DRIVERVERSION,
                                       .pPrivateDriverData = &version,
                                       .PrivateDriverDataSize = sizeof(version) };
    assert_int_equal(D3DKMTQueryAdapterInfo(&query), STATUS_SUCCESS);
    assert_int_equal(version, KMT_DRIVERVERSION_WDDM_1_3);
    query = (D3DKMT_QUERYADAPTERINFO){ .hAdapter = client.adapter,
                                       .Type = KMTQAITYPE_PHYSICALADAPTERDEVICEIDS,
                                       .pPrivateDriverData = &ids,
                                       .PrivateDriverDataSize = sizeof(ids) };
    assert_int_equal(D3DKMTQueryAdapterInfo(&query), STATUS_SUCCESS);
    assert_int_not_equal(ids.DeviceIds.VendorID, 0);
    query.Type = KMTQAITYPE_XBOX;
    assert_int_equal(D3DKMTQueryAdapterInfo(&query), STATUS_NOT_IMPLEMENTED);
    assert_true(was_named(dxgk_adapter_machine(adapter), "KMTQAITYPE_XBOX"));
    query.Type = (KMTQUERYADAPTERINFOTYPE)999;
    assert_int_equal(D3DKMTQueryAdapterInfo(&query), STATUS_INVALID_PARAMETER);
    memory.hAdapter = client.adapter;
    assert_int_equal(D3DKMTQueryVideoMemoryInfo(&memory), STATUS_SUCCESS);
    assert_int_equal(memory.Budget, sizes.DedicatedVideoMemorySize);

    surface = client_surface(&client, SG_SURFACE_STAGING, 16, 16);

    D3DKMT_QUERYALLOCATIONRESIDENCY where = { .hDevice = client.device,
                                              .phAllocationList = &surface,
                                              .AllocationCount = 1,
                                              .pResidencyStatus = &residency };
    D3DKMT_GETALLOCATIONPRIORITY get = { .hDevice = client.device,
                                         .phAllocationList = &surface,
                                         .AllocationCount = 1,
                                         .pPriorities = &priority };
    D3DKMT_SETALLOCATIONPRIORITY set = { .hDevice = client.device,
                                         .phAllocationList = &surface,
                                         .AllocationCount = 1,
                                         .pPriorities = &priority };

    assert_int_equal(D3DKMTQueryAllocationResidency(&where), STATUS_SUCCESS);
    assert_int_equal(residency, D3DKMT_ALLOCATIONRESIDENCYSTATUS_NOTRESIDENT);
    (void)pixel(&client, surface);
    assert_int_equal(D3DKMTQueryAllocationResidency(&where), STATUS_SUCCESS);
    assert_int_not_equal(residency, D3DKMT_ALLOCATIONRESIDENCYSTATUS_NOTRESIDENT);
    priority = D3DDDI_ALLOCATIONPRIORITY_HIGH;
    assert_int_equal(D3DKMTSetAllocationPriority(&set), STATUS_SUCCESS);
    priority = 0;
    assert_int_equal(D3DKMTSetAllocationPriority(&set), STATUS_INVALID_PARAMETER);
    assert_int_equal(D3DKMTGetAllocationPriority(&get), STATUS_SUCCESS);
    assert_int_equal(priority, D3DDDI_ALLOCATIONPRIORITY_HIGH);
    client_close(&client);
}

static void adapter_and_allocations_answer_questions(void **state)
{
    (void)state;
    stack_run_seeded(DXGH_TEST_DRIVER, 0, questions);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gpu_waits_hold_back_what_follows),
        cmocka_unit_test(keyed_mutex_alternates_between_processes),
        cmocka_unit_test(killed_process_leaves_nothing),
        cmocka_unit_test(killed_process_does_not_wait_for_its_work),
        cmocka_unit_test(stopped_adapter_does_not_wait_for_its_work),
        cmocka_unit_test(events_hear_of_the_gpu),
        cmocka_unit_test(periodic_fence_counts_blanks),
        cmocka_unit_test(signal_at_submission_does_not_wait_for_the_gpu),
        cmocka_unit_test(client_cannot_queue_without_end),
        cmocka_unit_test(mutex_of_a_dead_process_is_free),
        cmocka_unit_test(shared_object_has_its_handle_or_is_refused),
        cmocka_unit_test(statistics_of_a_process_are_its_own),
        cmocka_unit_test(flags_of_a_device_are_served_or_named),
        cmocka_unit_test(adapter_and_allocations_answer_questions),
    };
    return cmocka_run_group_tests_name("scenario/kmt_sync", tests, NULL, NULL);
}
