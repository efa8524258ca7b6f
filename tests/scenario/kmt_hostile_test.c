/* SPDX-License-Identifier: MIT */
/*
 * Hostile clients: several processes call everything with random handles, sizes, pointers and
 * flags, and destroy under each other's feet. Meanwhile they are killed and started again, timeouts
 * are forced, and the adapter is taken away and comes back, at any point of any call. The kernel
 * survives, nothing of a process is left behind, the driver never breaks a rule for it, and neither
 * the kernel's memory nor that of a client who minds its own business is touched.
 *
 * DXGHOST_HOSTILE_CALLS sets the number of calls per seed.
 */
#include "cdd/cdd.h"
#include "drivers/softgpu/softgpu_umd.h"
#include "dxgk/adapter_private.h"
#include "dxgk/control.h"
#include "kmt/object.h"
#include "machine/fiber.h"
#include "machine/heap.h"
#include "machine/mmio.h"
#include "machine/schedule.h"
#include "nt/pool.h"
#include "nt/registry.h"
#include "nt/user.h"
#include "tests/lib/hostile.h"
#include "tests/lib/test.h"

#include <stdlib.h>
#include <string.h>

#define THREADS 2u /* of each process */
#define CALLS_PER_SEED 20000u
#define SEEDS 4u
#define LIVES 10u            /* of the adapter, per seed */
#define CALLS_PER_LIFE 1000u /* of a process, at most; all calls count */
#define CALLS_PER_CHECK 40u  /* of the victim, at most */
#define PATIENCE_NS DXGH_NS_PER_MS
#define TIMEOUT_NS DXGH_NS_PER_MS
#define PATTERN_BYTES 4096u
#define PATTERN_TAG 0x656E694Du
#define FENCE_VALUE 0x5EC2E7u

/* Where the forbidden pointers lead. */
enum { FORBIDDEN_POOL, FORBIDDEN_HEAP, FORBIDDEN_PROCESS, FORBIDDEN_VICTIM, FORBIDDEN_ADAPTER };

/* A client that minds its own business. */
struct victim {
    struct process *process;
    struct client client;
    char *page;
    D3DKMT_HANDLE surface;
    D3DKMT_HANDLE fence;
    const volatile uint64_t *fence_value;
    bool ready;
    uint32_t checks;
};

struct war {
    struct hostile_arena arena;
    struct hostile processes[HOSTILE_PROCESSES];
    struct victim victim;
    char *pool; /* kernel memory nobody has any business with */
    char *heap;
    uint64_t limit; /* calls */
    uint32_t next_id;
    uint32_t lives;
    uint32_t kills;
    uint32_t timeouts;
    uint32_t killers; /* that work; one for each process */
    bool killers_stop;
};

static struct war war;

static void fill(char *bytes)
{
    for (uint32_t i = 0; i < PATTERN_BYTES; i++) {
        bytes[i] = (char)(i * 31 + 7);
    }
}

static void assert_unchanged(const char *what, const volatile char *bytes)
{
    for (uint32_t i = 0; i < PATTERN_BYTES; i++) {
        if (bytes[i] != (char)(i * 31 + 7)) {
            fail_msg("byte %u of %s was changed", i, what);
        }
    }
}

static void sleep_ns(uint64_t ns)
{
    schedule_sleep_until(war.arena.machine, war.arena.machine->clock.now_ns + ns);
}

/* Until the attackers have made up to so many calls, or so many are not to be expected. */
static void wait_calls(uint32_t count)
{
    uint64_t due = war.arena.calls + prng_below(&war.arena.prng, count);
    uint64_t end_ns = war.arena.machine->clock.now_ns + PATIENCE_NS;

    while (war.arena.calls < due && war.arena.machine->clock.now_ns < end_ns) {
        sleep_ns(10 * DXGH_NS_PER_US);
    }
}

/* Processes */

static void thread_main(void *argument)
{
    struct hostile *hostile = argument;
    struct machine *machine = war.arena.machine;

    process_attach(machine, hostile->process);
    while (!hostile->stop) {
        hostile_call(hostile);
        if (war.arena.calls >= war.arena.quota) {
            sleep_ns(prng_below(&war.arena.prng, 500 * DXGH_NS_PER_US));
        } else if (hostile_below(hostile, 64) == 0) {
            schedule_yield(machine);
        }
    }
    hostile->running--;
    schedule_exit(machine);
}

static void start(uint32_t index)
{
    struct machine *machine = war.arena.machine;
    struct hostile *hostile = &war.processes[index];
    struct process *outer = process_current(machine);

    *hostile = (struct hostile){ .arena = &war.arena,
                                 .index = index,
                                 .running = THREADS,
                                 .process = process_create(machine, "attacker", war.next_id) };
    war.next_id += 4;
    process_attach(machine, hostile->process);
    hostile->page = nt_user_alloc(machine, 2 * DXGH_PAGE_SIZE);
    process_attach(machine, outer);
    assert_true(nt_user_protect(machine, hostile->page + DXGH_PAGE_SIZE, DXGH_PAGE_SIZE,
                                NT_USER_NONE)); /* ends the first */
    war.arena.forbidden[FORBIDDEN_PROCESS] = hostile->process;
    for (uint32_t i = 0; i < THREADS; i++) {
        schedule_ready(machine, fiber_create(machine, thread_main, hostile, "attacker"));
    }
}

static void kill_one(uint32_t index)
{
    struct hostile *hostile = &war.processes[index];
    struct machine *machine = war.arena.machine;

    hostile->stop = true;
    kmt_process_end(hostile->process);
    while (hostile->running > 0) {
        sleep_ns(DXGH_NS_PER_US);
    }
    assert_int_equal(hostile->process->handles.count, 0);
    nt_user_free(machine, hostile->page);
    if (war.arena.forbidden[FORBIDDEN_PROCESS] == hostile->process) {
        war.arena.forbidden[FORBIDDEN_PROCESS] = NULL;
    }
    process_destroy(hostile->process);
    war.kills++;
}

/* Kills a process and starts another in its place, over and over, whatever the others do. */
static void killer_main(void *argument)
{
    struct hostile *hostile = argument;
    uint32_t index = (uint32_t)(hostile - war.processes);

    while (!war.killers_stop) {
        wait_calls(CALLS_PER_LIFE);
        kill_one(index);
        start(index);
    }
    kill_one(index);
    war.killers--;
    schedule_exit(war.arena.machine);
}

/* The victim */

static bool open_surface(struct victim *victim)
{
    SG_UMD_ALLOCATION_DATA data = { .Magic = SG_UMD_MAGIC,
                                    .Version = SG_UMD_VERSION,
                                    .Kind = SG_SURFACE_STAGING,
                                    .Width = 32,
                                    .Height = 32,
                                    .Pitch = 128,
                                    .Format = D3DDDIFMT_A8R8G8B8 };
    D3DDDI_ALLOCATIONINFO info = { .pPrivateDriverData = &data,
                                   .PrivateDriverDataSize = sizeof(data) };
    D3DKMT_CREATEALLOCATION create = { .hDevice = victim->client.device,
                                       .NumAllocations = 1,
                                       .pAllocationInfo = &info };
    D3DKMT_LOCK2 lock = { .hDevice = victim->client.device };

    if (!NT_SUCCESS(D3DKMTCreateAllocation(&create))) {
        return false;
    }
    victim->surface = info.hAllocation;
    lock.hAllocation = info.hAllocation;
    if (!NT_SUCCESS(D3DKMTLock2(&lock))) {
        return false;
    }
    fill(lock.pData);
    return NT_SUCCESS(D3DKMTUnlock2(
        &(D3DKMT_UNLOCK2){ .hDevice = lock.hDevice, .hAllocation = lock.hAllocation }));
}

static bool open_fence(struct victim *victim)
{
    D3DKMT_CREATESYNCHRONIZATIONOBJECT2 create = {
        .hDevice = victim->client.device,
        .Info = { .Type = D3DDDI_MONITORED_FENCE, .MonitoredFence.InitialFenceValue = FENCE_VALUE }
    };

    if (!NT_SUCCESS(D3DKMTCreateSynchronizationObject2(&create))) {
        return false;
    }
    victim->fence = create.hSyncObject;
    victim->fence_value = create.Info.MonitoredFence.FenceValueCPUVirtualAddress;
    war.arena.forbidden[FORBIDDEN_VICTIM] = (void *)(uintptr_t)victim->fence_value;
    return true;
}

/* False where a forced timeout or memory that is short come between; tried again later. */
static bool open_device(struct victim *victim)
{
    D3DKMT_CREATEDEVICE device = { .hAdapter = victim->client.adapter };

    if (!NT_SUCCESS(D3DKMTCreateDevice(&device))) {
        return false;
    }
    victim->client.device = device.hDevice;
    return open_surface(victim) && open_fence(victim);
}

static void close_device(struct victim *victim)
{
    war.arena.forbidden[FORBIDDEN_VICTIM] = victim->page;
    if (victim->fence != 0) {
        (void)D3DKMTDestroySynchronizationObject(
            &(D3DKMT_DESTROYSYNCHRONIZATIONOBJECT){ .hSyncObject = victim->fence });
    }
    if (victim->client.device != 0) {
        (void)D3DKMTDestroyDevice(&(D3DKMT_DESTROYDEVICE){ .hDevice = victim->client.device });
    }
    victim->client.device = 0;
    victim->fence = 0;
    victim->ready = false;
}

static void victim_open(void)
{
    struct victim *victim = &war.victim;

    victim->process = process_create(war.arena.machine, "victim", 8);
    process_attach(war.arena.machine, victim->process);
    victim->page = nt_user_alloc(war.arena.machine, PATTERN_BYTES);
    fill(victim->page);
    war.arena.machine->decision.refuse_at = 0;
    client_open(&victim->client);
    war.arena.forbidden[FORBIDDEN_VICTIM] = victim->page;
}

static void victim_check(void)
{
    struct victim *victim = &war.victim;
    D3DKMT_LOCK2 lock = { .hDevice = victim->client.device, .hAllocation = victim->surface };

    assert_unchanged("the victim's page", victim->page);
    if (!victim->ready) {
        close_device(victim);
        victim->ready = open_device(victim);
        return;
    }
    assert_int_equal(*victim->fence_value, FENCE_VALUE);
    if (!NT_SUCCESS(D3DKMTLock2(&lock))) {
        victim->ready = false; /* the timeout took its device */
        return;
    }
    assert_unchanged("the victim's allocation", lock.pData);
    victim->checks++;
    victim->ready = NT_SUCCESS(D3DKMTUnlock2(
        &(D3DKMT_UNLOCK2){ .hDevice = lock.hDevice, .hAllocation = lock.hAllocation }));
}

static void victim_close(struct process *outer)
{
    struct victim *victim = &war.victim;

    close_device(victim);
    kmt_process_end(victim->process);
    assert_unchanged("the victim's page", victim->page);
    war.arena.forbidden[FORBIDDEN_VICTIM] = NULL;
    nt_user_free(war.arena.machine, victim->page);
    process_attach(war.arena.machine, outer);
    process_destroy(victim->process);
}

/* The kernel's own memory */

static void forbid_kernel_memory(struct machine *machine)
{
    struct nt_pool_request request = { .bytes = PATTERN_BYTES, .tag = PATTERN_TAG };

    war.pool = nt_pool_alloc(machine, &request);
    war.heap = machine_heap_alloc(machine, PATTERN_BYTES);
    fill(war.pool);
    fill(war.heap);
    war.arena.forbidden[FORBIDDEN_POOL] = war.pool;
    war.arena.forbidden[FORBIDDEN_HEAP] = war.heap;
}

static void forbid_driver(struct adapter *adapter)
{
    void **forbidden = &war.arena.forbidden[FORBIDDEN_ADAPTER];

    forbidden[3] = (char *)adapter->sched->supervisor->stack_base +
                   adapter->sched->supervisor->stack_bytes - 2048; /* where it stands */
    forbidden[0] = adapter->miniport_context;
    forbidden[1] = (void *)adapter->table.DxgkDdiEscape;
    forbidden[2] =
        list_is_empty(&war.arena.machine->regions)
            ? NULL
            : (void *)LIST_ENTRY_OF(war.arena.machine->regions.next, struct mmio_region, link)
                  ->base;
}

/* Lives of the adapter */

static void before_all(struct machine *machine)
{
    nt_registry_set_dword(machine,
                          "\\Registry\\Machine\\System\\CurrentControlSet\\Control\\Class\\Display"
                          "\\PCI\\VEN_D9F0&DEV_5047\\0",
                          "AllowHang", 1);
}

/* An adapter that finds no memory does not start: that is not what this test is about. */
static void before_life(struct machine *machine, uint32_t life)
{
    (void)life;
    war.arena.quota = 0;
    machine->decision.refuse_at = 0;
}

static void begin_war(struct adapter *adapter)
{
    war.arena.machine = dxgk_adapter_machine(adapter);
    forbid_kernel_memory(war.arena.machine);
    for (uint32_t i = 0; i < HOSTILE_PROCESSES; i++) {
        start(i);
        war.killers++;
        schedule_ready(war.arena.machine,
                       fiber_create(war.arena.machine, killer_main, &war.processes[i], "killer"));
    }
}

static void end_war(void)
{
    war.killers_stop = true;
    while (war.killers > 0) {
        sleep_ns(DXGH_NS_PER_MS);
    }
    assert_unchanged("the kernel's pool", war.pool);
    assert_unchanged("the kernel's heap", war.heap);
    nt_pool_free(war.arena.machine, war.pool, PATTERN_TAG, "test");
    machine_heap_free(war.arena.machine, war.heap);
}

/* As often as it takes: a timeout or memory that is short come between. */
static struct cdd *desktop(struct adapter *adapter)
{
    struct cdd_config config = { .width = 640, .height = 480 };
    struct cdd *cdd;

    while (!NT_SUCCESS(cdd_create(adapter, &config, &cdd))) {
        sleep_ns(DXGH_NS_PER_US);
    }
    return cdd;
}

static void live(struct adapter *adapter, void *argument)
{
    struct process *outer = process_current(dxgk_adapter_machine(adapter));
    struct cdd *cdd;

    (void)argument;
    if (war.killers_stop) {
        return; /* it is over */
    }
    if (war.arena.machine == NULL) {
        begin_war(adapter);
    }
    war.lives++;
    adapter->sched->config.timeout.delay_ns = TIMEOUT_NS;
    dxgk_tdr_break_set(adapter, TDR_BREAK_UNCONDITIONAL); /* however many there are */
    forbid_driver(adapter);
    victim_open();
    cdd = desktop(adapter);
    war.arena.quota = war.arena.calls + war.limit / LIVES;
    while (war.arena.calls < war.arena.quota) {
        wait_calls(CALLS_PER_CHECK);
        victim_check();
        if (prng_below(&war.arena.prng, 8) == 0) {
            assert_int_equal(dxgk_force_tdr(adapter, (uint32_t)prng_below(&war.arena.prng, 2),
                                            prng_below(&war.arena.prng, 2) == 0),
                             STATUS_SUCCESS);
            war.timeouts++;
        }
    }
    if (war.arena.calls >= war.limit) {
        end_war();
    }
    memset(&war.arena.forbidden[FORBIDDEN_ADAPTER], 0, 4 * sizeof(void *));
    kmt_adapter_stop(adapter);
    victim_close(outer);
    cdd_destroy(cdd);
}

static uint64_t calls_per_seed(void)
{
    const char *text = getenv("DXGHOST_HOSTILE_CALLS");

    return text == NULL ? CALLS_PER_SEED : strtoul(text, NULL, 10);
}

static void hostile_clients_harm_nobody(void **state)
{
    uint64_t calls = calls_per_seed();

    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct stack_config config = { .driver = DXGH_TEST_DRIVER,
                                       .machine = { .decision = DECISION_RANDOM, .seed = seed },
                                       .before = before_all };
        struct stack stack;

        war = (struct war){ .limit = calls, .next_id = 100 };
        prng_init(&war.arena.prng, seed);
        stack_lives(&stack, &config, LIVES, live, before_life, NULL);
        if (stack.outcome != STACK_RAN || verify_breach_count(stack.session.machine) > 0) {
            stack_print_breaches(&stack);
        }
        assert_int_equal(stack.outcome, STACK_RAN);
        assert_int_equal(verify_breach_count(stack.session.machine), 0);
        stack_close(&stack);
        print_message("seed %u: %llu calls, %llu succeeded, %u kills, %u timeouts, %u lives, "
                      "%u checks\n",
                      (unsigned)seed, (unsigned long long)war.arena.calls,
                      (unsigned long long)war.arena.succeeded, war.kills, war.timeouts, war.lives,
                      war.victim.checks);
        /* Else it tests the first check only, or nothing. */
        assert_true(war.arena.calls >= calls);
        assert_true(war.arena.succeeded > calls / 20);
        assert_true(war.kills > calls / 1000 && war.timeouts > calls / 10000);
        assert_true(war.victim.checks > calls / 1000);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hostile_clients_harm_nobody),
    };
    return cmocka_run_group_tests_name("scenario/kmt_hostile", tests, NULL, NULL);
}
