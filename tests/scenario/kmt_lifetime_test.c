/* SPDX-License-Identifier: MIT */
/* Processes end and adapters stop while calls are under way, and while one another does so. */
#include "drivers/softgpu/softgpu_umd.h"
#include "kmt/object.h"
#include "machine/fiber.h"
#include "machine/schedule.h"
#include "tests/lib/client.h"
#include "tests/lib/test.h"

#define SEEDS 40u
#define VICTIMS 4u
#define FILLS 12u

struct victim {
    struct machine *machine;
    struct process *process;
    struct client client;
    D3DKMT_HANDLE other_context; /* a second one, with work of its own */
    const bool *go;
    bool ready;
    bool done;
};

static void run_seeds(void (*body)(struct adapter *, void *))
{
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        stack_run_seeded(DXGH_TEST_DRIVER, seed, body);
    }
}

static void start(struct victim *victim, struct adapter *adapter, uint32_t id,
                  void (*entry)(void *))
{
    struct machine *machine = dxgk_adapter_machine(adapter);

    *victim =
        (struct victim){ .machine = machine, .process = process_create(machine, "victim", id) };
    schedule_ready(machine, fiber_create(machine, entry, victim, "victim"));
}

static void pause_for(struct machine *machine, uint64_t time_ns)
{
    schedule_sleep_until(machine, machine->clock.now_ns + time_ns);
}

static void open_victim(struct victim *victim)
{
    D3DKMT_CREATECONTEXT second;

    process_attach(victim->machine, victim->process);
    client_open_context(&victim->client);
    second = (D3DKMT_CREATECONTEXT){ .hDevice = victim->client.device, .EngineAffinity = 1 };
    assert_int_equal(D3DKMTCreateContext(&second), STATUS_SUCCESS);
    victim->other_context = second.hContext;
}

static void end_process(void *argument)
{
    struct victim *victim = argument;

    open_victim(victim);
    victim->ready = true;
    while (!*victim->go) {
        pause_for(victim->machine, DXGH_NS_PER_US);
    }
    process_attach(victim->machine, NULL);
    kmt_process_end(victim->process);
    process_destroy(victim->process);
    victim->done = true;
    schedule_exit(victim->machine);
}

static bool all(const struct victim *victims, bool done)
{
    for (uint32_t i = 0; i < VICTIMS; i++) {
        if (!(done ? victims[i].done : victims[i].ready)) {
            return false;
        }
    }
    return true;
}

/* Several processes end while the adapter is taken from them. */
static void end_and_stop(struct adapter *adapter, void *argument)
{
    struct machine *machine = dxgk_adapter_machine(adapter);
    struct victim victims[VICTIMS];
    bool go = false;

    (void)argument;
    for (uint32_t i = 0; i < VICTIMS; i++) {
        start(&victims[i], adapter, 8 + 4 * i, end_process);
        victims[i].go = &go;
    }
    while (!all(victims, false)) {
        pause_for(machine, DXGH_NS_PER_US);
    }
    go = true;
    pause_for(machine, DXGH_NS_PER_US);
    kmt_adapter_stop(adapter);
    while (!all(victims, true)) {
        pause_for(machine, DXGH_NS_PER_US);
    }
}

static void processes_end_while_their_adapter_stops(void **state)
{
    (void)state;
    run_seeds(end_and_stop);
}

/* Work on both contexts, some of it in the hardware, some queued, and the device goes. */
static void destroy_busy(void *argument)
{
    struct victim *victim = argument;
    struct client other;
    D3DKMT_HANDLE surface;
    NTSTATUS status;

    open_victim(victim);
    other = victim->client;
    other.context = victim->other_context;
    surface = client_surface(&victim->client, SG_SURFACE_STAGING, 512, 512);
    for (uint32_t i = 0; i < FILLS; i++) {
        client_fill(&victim->client, surface, i);
        client_fill(&other, surface, i);
    }
    victim->ready = true;
    status = D3DKMTDestroyDevice(&(D3DKMT_DESTROYDEVICE){ .hDevice = victim->client.device });
    assert_true(status == STATUS_SUCCESS || status == STATUS_PROCESS_IS_TERMINATING ||
                status == STATUS_DEVICE_REMOVED);
    victim->done = true;
    schedule_exit(victim->machine);
}

static void wait_done(const struct victim *victim)
{
    while (!victim->done) {
        pause_for(victim->machine, DXGH_NS_PER_US);
    }
}

static void kill_destroyer(struct adapter *adapter, void *argument)
{
    struct machine *machine = dxgk_adapter_machine(adapter);
    struct victim victim;

    (void)argument;
    start(&victim, adapter, 8, destroy_busy);
    while (!victim.ready) {
        pause_for(machine, DXGH_NS_PER_US);
    }
    kmt_process_end(victim.process);
    wait_done(&victim);
    process_destroy(victim.process);
}

static void stop_destroyer(struct adapter *adapter, void *argument)
{
    struct machine *machine = dxgk_adapter_machine(adapter);
    struct victim victim;

    (void)argument;
    start(&victim, adapter, 8, destroy_busy);
    while (!victim.ready) {
        pause_for(machine, DXGH_NS_PER_US);
    }
    kmt_adapter_stop(adapter);
    wait_done(&victim);
    kmt_process_end(victim.process);
    process_destroy(victim.process);
}

static void process_is_killed_while_it_destroys_a_busy_device(void **state)
{
    (void)state;
    run_seeds(kill_destroyer);
}

static void adapter_stops_while_a_busy_device_is_destroyed(void **state)
{
    (void)state;
    run_seeds(stop_destroyer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(processes_end_while_their_adapter_stops),
        cmocka_unit_test(process_is_killed_while_it_destroys_a_busy_device),
        cmocka_unit_test(adapter_stops_while_a_busy_device_is_destroyed),
    };
    return cmocka_run_group_tests_name("scenario/kmt_lifetime", tests, NULL, NULL);
}
