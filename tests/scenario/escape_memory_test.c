/* SPDX-License-Identifier: MIT */
/* Escapes that turn the memory manager and the scheduler: what is asked for is what happens. */
#include "drivers/softgpu/softgpu_umd.h"
#include "dxgk/adapter_private.h"
#include "dxgk/control.h"
#include "dxgk/statistics.h"
#include "kmt/nt_handle.h"
#include "kmt/object.h"
#include "machine/schedule.h"
#include "nt/registry.h"
#include "tests/lib/client.h"
#include "tests/lib/test.h"

#define DRIVERS_KEY "\\Registry\\Machine\\System\\CurrentControlSet\\Control\\GraphicsDrivers"
#define FILLS 40u

static void allow_tests(struct machine *machine)
{
    nt_registry_set_dword(machine, DRIVERS_KEY, "TdrTestMode", 1);
}

static void run(uint64_t seed, bool allowed, void (*body)(struct adapter *, void *))
{
    struct stack_config config = {
        .driver = DXGH_TEST_DRIVER,
        .machine = { .decision = seed == 0 ? DECISION_FIXED : DECISION_RANDOM, .seed = seed },
        .before = allowed ? allow_tests : NULL
    };
    struct stack stack;

    stack_run(&stack, &config, body, NULL);
    if (stack.outcome != STACK_RAN || verify_breach_count(stack.session.machine) > 0) {
        stack_print_breaches(&stack);
    }
    assert_int_equal(stack.outcome, STACK_RAN);
    assert_int_equal(verify_breach_count(stack.session.machine), 0);
    stack_close(&stack);
}

static NTSTATUS escape(const struct client *client, D3DKMT_ESCAPETYPE type, void *data,
                       uint32_t size)
{
    return D3DKMTEscape(&(D3DKMT_ESCAPE){ .hAdapter = client->adapter,
                                          .hDevice = client->device,
                                          .Type = type,
                                          .pPrivateDriverData = data,
                                          .PrivateDriverDataSize = size });
}

static NTSTATUS vidmm(const struct client *client, D3DKMT_VIDMM_ESCAPE *args)
{
    return escape(client, D3DKMT_ESCAPE_VIDMM, args, sizeof(*args));
}

static NTSTATUS set_fault(const struct client *client, D3DKMT_VIDMM_ESCAPE args)
{
    args.Type = D3DKMT_VIDMMESCAPETYPE_SETFAULT;
    return vidmm(client, &args);
}

static NTSTATUS wait_idle(const struct client *client)
{
    return D3DKMTWaitForIdle(&(D3DKMT_WAITFORIDLE){ .hDevice = client->device });
}

static bool is_resident(const struct client *client, D3DKMT_HANDLE surface)
{
    D3DKMT_ALLOCATIONRESIDENCYSTATUS status;
    D3DKMT_QUERYALLOCATIONRESIDENCY args = { .hDevice = client->device,
                                             .phAllocationList = &surface,
                                             .AllocationCount = 1,
                                             .pResidencyStatus = &status };

    assert_int_equal(D3DKMTQueryAllocationResidency(&args), STATUS_SUCCESS);
    return status != D3DKMT_ALLOCATIONRESIDENCYSTATUS_NOTRESIDENT;
}

static void settings(struct adapter *adapter, void *argument)
{
    bool allowed = dxgk_tdr_test_mode(adapter);
    D3DKMT_VIDSCH_ESCAPE suspend = { .Type = D3DKMT_VIDSCHESCAPETYPE_SUSPENDRESUME };
    D3DKMT_VIDMM_ESCAPE process = { .Type = D3DKMT_VIDMMESCAPETYPE_SUSPEND_PROCESS,
                                    .SuspendProcess.hProcess = (HANDLE)-1 };
    struct client client;

    (void)argument;
    client_open_context(&client);
    assert_int_equal(set_fault(&client, (D3DKMT_VIDMM_ESCAPE){ .SetFault.AlwaysRepatch = 1 }),
                     allowed ? STATUS_SUCCESS : STATUS_ACCESS_DENIED);
    assert_int_equal(set_fault(&client, (D3DKMT_VIDMM_ESCAPE){ .SetFault.Value = 0 }),
                     allowed ? STATUS_SUCCESS : STATUS_ACCESS_DENIED);
    assert_int_equal(set_fault(&client, (D3DKMT_VIDMM_ESCAPE){ .SetFault.ComplexLock = 1 }),
                     STATUS_NOT_IMPLEMENTED);
    assert_int_equal(set_fault(&client, (D3DKMT_VIDMM_ESCAPE){ .SetFault.Reserved = 1 }),
                     STATUS_INVALID_PARAMETER);
    assert_int_equal(
        set_fault(&client,
                  (D3DKMT_VIDMM_ESCAPE){ .SetFault = { .NeverDiscardOfferedAllocation = 1,
                                                       .AlwaysDiscardOfferedAllocation = 1 } }),
        STATUS_INVALID_PARAMETER);
    assert_int_equal(escape(&client, D3DKMT_ESCAPE_VIDSCH, &suspend, sizeof(suspend)),
                     allowed ? STATUS_SUCCESS : STATUS_ACCESS_DENIED);
    assert_int_equal(vidmm(&client, &process), allowed ? STATUS_SUCCESS : STATUS_ACCESS_DENIED);
    process.Type = D3DKMT_VIDMMESCAPETYPE_RESUME_PROCESS;
    process.ResumeProcess.hProcess = (HANDLE)-1;
    assert_int_equal(vidmm(&client, &process), allowed ? STATUS_SUCCESS : STATUS_ACCESS_DENIED);
    client_close(&client);
}

static void what_concerns_others_needs_test_mode(void **state)
{
    (void)state;
    run(0, false, settings);
    run(0, true, settings);
}

static uint64_t patches(struct machine *machine)
{
    static struct ddi_statistics statistics[DDI_COUNT];

    dxgk_statistics(machine, statistics);
    return statistics[DDI_Patch].count;
}

static uint64_t patches_of_fills(const struct client *client, D3DKMT_HANDLE surface)
{
    struct machine *machine = machine_current();
    uint64_t before = patches(machine);

    for (uint32_t i = 0; i < FILLS; i++) {
        client_fill(client, surface, 0xFF000000 + i);
        assert_int_equal(wait_idle(client), STATUS_SUCCESS);
    }
    return patches(machine) - before;
}

static void repatch(struct adapter *adapter, void *argument)
{
    struct client client;
    D3DKMT_HANDLE surface;

    (void)adapter;
    (void)argument;
    client_open_context(&client);
    surface = client_surface(&client, SG_SURFACE_STAGING, 16, 16);
    assert_true(patches_of_fills(&client, surface) < FILLS); /* it may be left out */
    assert_int_equal(set_fault(&client, (D3DKMT_VIDMM_ESCAPE){ .SetFault.AlwaysRepatch = 1 }),
                     STATUS_SUCCESS);
    assert_true(patches_of_fills(&client, surface) >= FILLS);
    client_close(&client);
}

static void always_repatch_patches_every_submission(void **state)
{
    (void)state;
    run(5, true, repatch);
}

/* What DxgkDdiPresent is told of the destination's place. */
static struct driver_table original;
static uint32_t told_segment;

static NTSTATUS APIENTRY watch_present(const HANDLE context, DXGKARG_PRESENT *args)
{
    told_segment = args->pAllocationList[DXGK_PRESENT_DESTINATION_INDEX].SegmentId;
    return original.DxgkDdiPresent(context, args);
}

static void prepatch(struct adapter *adapter, void *argument)
{
    struct client client;
    D3DKMT_HANDLE surface;

    (void)argument;
    client_open_context(&client);
    original = adapter->table;
    adapter->table.DxgkDdiPresent = watch_present;
    surface = client_surface(&client, SG_SURFACE_STAGING, 16, 16);
    client_fill(&client, surface, 1);
    assert_int_equal(wait_idle(&client), STATUS_SUCCESS);
    client_fill(&client, surface, 2);
    assert_int_not_equal(told_segment, 0);
    assert_int_equal(set_fault(&client, (D3DKMT_VIDMM_ESCAPE){ .SetFault.NoPrePatching = 1 }),
                     STATUS_SUCCESS);
    client_fill(&client, surface, 3);
    assert_int_equal(told_segment, 0);
    assert_int_equal(wait_idle(&client), STATUS_SUCCESS);
    adapter->table.DxgkDdiPresent = original.DxgkDdiPresent;
    client_close(&client);
}

static void no_prepatching_tells_translations_no_place(void **state)
{
    (void)state;
    run(0, true, prepatch);
}

static BOOL offer_and_reclaim(const struct client *client, D3DKMT_HANDLE surface, bool evict)
{
    D3DKMT_OFFERALLOCATIONS offer = { .hDevice = client->device,
                                      .HandleList = &surface,
                                      .NumAllocations = 1,
                                      .Priority = D3DKMT_OFFER_PRIORITY_LOW };
    BOOL discarded = -1;
    D3DKMT_RECLAIMALLOCATIONS reclaim = { .hDevice = client->device,
                                          .HandleList = &surface,
                                          .pDiscarded = &discarded,
                                          .NumAllocations = 1 };
    D3DKMT_VIDMM_ESCAPE args = { .Type = D3DKMT_VIDMMESCAPETYPE_EVICT,
                                 .Evict.AllocationHandle = surface };

    client_fill(client, surface, 0xFF123456);
    assert_int_equal(wait_idle(client), STATUS_SUCCESS);
    assert_int_equal(D3DKMTOfferAllocations(&offer), STATUS_SUCCESS);
    if (evict) {
        assert_int_equal(vidmm(client, &args), STATUS_SUCCESS);
    }
    assert_int_equal(D3DKMTReclaimAllocations(&reclaim), STATUS_SUCCESS);
    return discarded;
}

static void offers(struct adapter *adapter, void *argument)
{
    struct client client;
    D3DKMT_HANDLE surface;

    (void)adapter;
    (void)argument;
    client_open_context(&client);
    surface = client_surface(&client, SG_SURFACE_TEXTURE, 64, 64);
    assert_int_equal(offer_and_reclaim(&client, surface, false), FALSE);
    assert_int_equal(offer_and_reclaim(&client, surface, true), TRUE);
    assert_int_equal(
        set_fault(&client, (D3DKMT_VIDMM_ESCAPE){ .SetFault.NeverDiscardOfferedAllocation = 1 }),
        STATUS_SUCCESS);
    assert_int_equal(offer_and_reclaim(&client, surface, true), FALSE);
    assert_int_equal(
        set_fault(&client, (D3DKMT_VIDMM_ESCAPE){ .SetFault.AlwaysDiscardOfferedAllocation = 1 }),
        STATUS_SUCCESS);
    assert_int_equal(offer_and_reclaim(&client, surface, false), TRUE);
    client_close(&client);
}

static void offered_memory_is_discarded_as_was_set(void **state)
{
    (void)state;
    run(0, true, offers);
}

static void scheduler(struct adapter *adapter, void *argument)
{
    struct machine *machine = dxgk_adapter_machine(adapter);
    D3DKMT_VIDSCH_ESCAPE args = { .Type = D3DKMT_VIDSCHESCAPETYPE_SUSPENDRESUME,
                                  .SuspendTime = 10 };
    uint64_t start_ns = machine->clock.now_ns;
    struct client client;
    D3DKMT_HANDLE surface;

    (void)argument;
    client_open_context(&client);
    surface = client_surface(&client, SG_SURFACE_STAGING, 16, 16);
    assert_int_equal(escape(&client, D3DKMT_ESCAPE_VIDSCH, &args, sizeof(args)), STATUS_SUCCESS);
    client_fill(&client, surface, 1);
    assert_int_equal(wait_idle(&client), STATUS_SUCCESS);
    assert_true(machine->clock.now_ns - start_ns >= 10 * DXGH_NS_PER_MS);

    start_ns = machine->clock.now_ns;
    args.SuspendTime = 1000;
    assert_int_equal(escape(&client, D3DKMT_ESCAPE_VIDSCH, &args, sizeof(args)), STATUS_SUCCESS);
    client_fill(&client, surface, 2);
    args.SuspendTime = 0;
    assert_int_equal(escape(&client, D3DKMT_ESCAPE_VIDSCH, &args, sizeof(args)), STATUS_SUCCESS);
    assert_int_equal(wait_idle(&client), STATUS_SUCCESS);
    assert_true(machine->clock.now_ns - start_ns < 1000 * DXGH_NS_PER_MS);
    client_close(&client);
}

static void suspended_scheduler_hands_out_nothing_for_a_while(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 4; seed++) {
        run(seed, true, scheduler);
    }
}

static void process(struct adapter *adapter, void *argument)
{
    struct machine *machine = dxgk_adapter_machine(adapter);
    struct process *mine = process_current(machine);
    D3DKMT_VIDMM_ESCAPE args = { .Type = D3DKMT_VIDMMESCAPETYPE_SUSPEND_PROCESS,
                                 .SuspendProcess.hProcess = (HANDLE)-1 };
    struct process *other;
    struct client client;
    struct client second;
    D3DKMT_HANDLE surface;

    (void)argument;
    client_open_context(&client);
    surface = client_surface(&client, SG_SURFACE_TEXTURE, 64, 64);
    client_fill(&client, surface, 1);
    assert_int_equal(wait_idle(&client), STATUS_SUCCESS);
    assert_true(is_resident(&client, surface));
    assert_int_equal(vidmm(&client, &args), STATUS_SUCCESS);
    assert_false(is_resident(&client, surface)); /* its memory makes room */
    client_fill(&client, surface, 2);
    schedule_sleep_until(machine, machine->clock.now_ns + 50 * DXGH_NS_PER_MS);
    assert_false(sched_is_idle(adapter->sched)); /* and its work waits */

    other = client_process(machine, "other", 8); /* not that of others */
    client_open_context(&second);
    surface = client_surface(&second, SG_SURFACE_TEXTURE, 64, 64);
    client_fill(&second, surface, 3);
    assert_int_equal(wait_idle(&second), STATUS_SUCCESS);
    assert_int_equal(vidmm(&second, &args), STATUS_SUCCESS);
    client_fill(&second, surface, 4);
    kmt_process_end(other); /* suspended, with work: it ends all the same */
    process_attach(machine, mine);
    process_destroy(other);

    args = (D3DKMT_VIDMM_ESCAPE){ .Type = D3DKMT_VIDMMESCAPETYPE_RESUME_PROCESS };
    assert_int_equal(vidmm(&client, &args), STATUS_SUCCESS);
    assert_int_equal(wait_idle(&client), STATUS_SUCCESS);
    args.ResumeProcess.hProcess = (HANDLE)4;
    assert_int_equal(vidmm(&client, &args), STATUS_INVALID_PARAMETER);
    args = (D3DKMT_VIDMM_ESCAPE){ .Type = D3DKMT_VIDMMESCAPETYPE_SUSPEND_PROCESS,
                                  .SuspendProcess.bAllowWakeOnSubmission = TRUE };
    assert_int_equal(vidmm(&client, &args), STATUS_NOT_IMPLEMENTED);
    client_close(&client);
}

static void suspended_process_neither_runs_nor_keeps_memory(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 4; seed++) {
        run(seed, true, process);
    }
}

static uint64_t to_trim(const struct client *client)
{
    D3DKMT_VIDMM_ESCAPE args = { .Type = D3DKMT_VIDMMESCAPETYPE_GET_BUDGET };

    assert_int_equal(vidmm(client, &args), STATUS_SUCCESS);
    return args.GetBudget.NumBytesToTrim;
}

static void budget(struct adapter *adapter, void *argument)
{
    D3DKMT_VIDMM_ESCAPE args = { .Type = D3DKMT_VIDMMESCAPETYPE_SET_BUDGET,
                                 .SetBudget = { 20480, UINT64_MAX } };
    D3DKMT_QUERYVIDEOMEMORYINFO info = { .MemorySegmentGroup = D3DKMT_MEMORY_SEGMENT_GROUP_LOCAL };
    D3DKMT_HANDLE surfaces[3];
    struct client client;
    uint32_t resident = 0;

    (void)adapter;
    (void)argument;
    client_open_context(&client);
    assert_int_equal(vidmm(&client, &args), STATUS_INVALID_PARAMETER); /* it has nothing yet */
    for (uint32_t i = 0; i < 3; i++) {
        surfaces[i] = client_surface(&client, SG_SURFACE_TEXTURE, 64, 64); /* 16 KB */
        client_fill(&client, surfaces[i], i);
    }
    assert_int_equal(wait_idle(&client), STATUS_SUCCESS);
    assert_int_equal(to_trim(&client), 0);
    assert_int_equal(vidmm(&client, &args), STATUS_SUCCESS);
    for (uint32_t i = 0; i < 3; i++) {
        resident += is_resident(&client, surfaces[i]);
    }
    assert_int_equal(resident, 1); /* trimmed to what it may have */
    assert_true(is_resident(&client, surfaces[2]));
    info.hAdapter = client.adapter;
    assert_int_equal(D3DKMTQueryVideoMemoryInfo(&info), STATUS_SUCCESS);
    assert_int_equal(info.Budget, 20480);
    assert_int_equal(to_trim(&client), 0);
    client_fill(&client, surfaces[0], 4);
    assert_int_equal(wait_idle(&client), STATUS_SUCCESS);
    assert_int_equal(to_trim(&client), 2 * 16384 - 20480);
    client_close(&client);
}

static void budget_trims_and_is_told(void **state)
{
    (void)state;
    run(0, false, budget);
}

static D3DKMT_HANDLE shared_resource(const struct client *client, D3DKMT_HANDLE *allocation)
{
    SG_UMD_RESOURCE_DATA resource = { .Magic = SG_UMD_MAGIC, .Version = SG_UMD_VERSION };
    SG_UMD_ALLOCATION_DATA data = { .Magic = SG_UMD_MAGIC,
                                    .Version = SG_UMD_VERSION,
                                    .Kind = SG_SURFACE_TEXTURE,
                                    .Width = 16,
                                    .Height = 16,
                                    .Pitch = 64,
                                    .Format = D3DDDIFMT_A8R8G8B8 };
    D3DDDI_ALLOCATIONINFO2 info = { .pPrivateDriverData = &data,
                                    .PrivateDriverDataSize = sizeof(data) };
    D3DKMT_CREATEALLOCATION args = {
        .hDevice = client->device,
        .pPrivateDriverData = &resource,
        .PrivateDriverDataSize = sizeof(resource),
        .NumAllocations = 1,
        .pAllocationInfo2 = &info,
        .Flags = { .CreateResource = 1, .CreateShared = 1, .NtSecuritySharing = 1 }
    };

    assert_int_equal(D3DKMTCreateAllocation2(&args), STATUS_SUCCESS);
    *allocation = info.hAllocation;
    return args.hResource;
}

static void by_nt_handle(struct adapter *adapter, void *argument)
{
    D3DKMT_VIDMM_ESCAPE args = { .Type = D3DKMT_VIDMMESCAPETYPE_EVICT_BY_NT_HANDLE };
    struct client client;
    D3DKMT_HANDLE allocation;
    D3DKMT_HANDLE resource;
    HANDLE handle;

    (void)adapter;
    (void)argument;
    client_open_context(&client);
    resource = shared_resource(&client, &allocation);
    assert_int_equal(D3DKMTShareObjects(1, &resource, NULL, 0, &handle), STATUS_SUCCESS);
    client_fill(&client, allocation, 1);
    assert_int_equal(wait_idle(&client), STATUS_SUCCESS);
    assert_true(is_resident(&client, allocation));
    args.EvictByNtHandle.NtHandle = (UINT64)(uintptr_t)handle;
    assert_int_equal(vidmm(&client, &args), STATUS_SUCCESS);
    assert_false(is_resident(&client, allocation));
    args.EvictByNtHandle.NtHandle += 4;
    assert_int_equal(vidmm(&client, &args), STATUS_INVALID_PARAMETER);
    assert_int_equal(kmt_nt_handle_close(handle), STATUS_SUCCESS);
    client_close(&client);
}

static void shared_resource_is_evicted_by_its_nt_handle(void **state)
{
    (void)state;
    run(0, false, by_nt_handle);
}

static void vsync(struct adapter *adapter, void *argument)
{
    int type = D3DKMT_TDRDBGCTRLTYPE_VSYNCTDR;
    D3DKMT_ESCAPE args = { .Type = D3DKMT_ESCAPE_TDRDBGCTRL,
                           .pPrivateDriverData = &type,
                           .PrivateDriverDataSize = sizeof(type) };
    struct client client;

    (void)adapter;
    (void)argument;
    client_open_context(&client);
    args.hAdapter = client.adapter;
    assert_int_equal(D3DKMTEscape(&args), STATUS_SUCCESS);
    assert_int_equal(wait_idle(&client), STATUS_DEVICE_REMOVED);
    client_close(&client);
}

static void vsync_timeout_resets_the_adapter(void **state)
{
    (void)state;
    run(0, true, vsync);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_concerns_others_needs_test_mode),
        cmocka_unit_test(always_repatch_patches_every_submission),
        cmocka_unit_test(no_prepatching_tells_translations_no_place),
        cmocka_unit_test(offered_memory_is_discarded_as_was_set),
        cmocka_unit_test(suspended_scheduler_hands_out_nothing_for_a_while),
        cmocka_unit_test(suspended_process_neither_runs_nor_keeps_memory),
        cmocka_unit_test(budget_trims_and_is_told),
        cmocka_unit_test(shared_resource_is_evicted_by_its_nt_handle),
        cmocka_unit_test(vsync_timeout_resets_the_adapter),
    };
    return cmocka_run_group_tests_name("scenario/escape_memory", tests, NULL, NULL);
}
