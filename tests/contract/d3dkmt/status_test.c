/* SPDX-License-Identifier: MIT */
#include "tests/contract/d3dkmt/spoil.h"

#include "cdd/cdd.h"
#include "drivers/softgpu/softgpu_umd.h"
#include "kmt/object.h"
#include "object/process.h"
#include "verify/names.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WIDTH 640u
#define HEIGHT 480u
#define SEEN_MAX 4096u
#define REQUESTS_MAX 64u /* for memory, of one call */

static const struct status_family *const families[] = {
    &adapter_family, &device_family,  &allocation_family, &residency_family,
    &sync_family,    &display_family, &render_family,     &sharing_family,
};

/* What was observed, each pair once. */
static struct {
    const char *function;
    NTSTATUS status;
} seen[SEEN_MAX];
static uint32_t seen_count;

/* Names that are others' too. */
static const char *name_of(NTSTATUS status, const char *wanted)
{
    static const struct {
        const char *name;
        NTSTATUS status;
    } aliases[] = { { "STATUS_WAIT_0", STATUS_WAIT_0 }, { "STATUS_WAIT_8", STATUS_WAIT_0 + 8 } };

    for (size_t i = 0; i < DXGH_ARRAY_SIZE(aliases); i++) {
        if (strcmp(aliases[i].name, wanted) == 0 && aliases[i].status == status) {
            return wanted;
        }
    }
    return verify_status_name(status);
}

static bool was_seen(const char *function, const char *status)
{
    for (uint32_t i = 0; i < seen_count; i++) {
        if (strcmp(seen[i].function, function) == 0 &&
            strcmp(name_of(seen[i].status, status), status) == 0) {
            return true;
        }
    }
    return false;
}

static void expect(const char *function, const char *condition, NTSTATUS status, NTSTATUS expected)
{
    if (status != expected) {
        fail_msg("%s, %s: %s instead of %s", function, condition, verify_status_name(status),
                 verify_status_name(expected));
    }
    assert_true(seen_count < SEEN_MAX);
    seen[seen_count].function = function;
    seen[seen_count].status = status;
    seen_count++;
}

/* One of everything */

static void make_surfaces(struct world *world)
{
    SG_UMD_RESOURCE_DATA resource = { .Magic = SG_UMD_MAGIC, .Version = SG_UMD_VERSION };
    SG_UMD_ALLOCATION_DATA data = { .Magic = SG_UMD_MAGIC,
                                    .Version = SG_UMD_VERSION,
                                    .Kind = SG_SURFACE_TEXTURE,
                                    .Width = 16,
                                    .Height = 16,
                                    .Pitch = 64,
                                    .Format = D3DDDIFMT_A8R8G8B8 };
    D3DDDI_ALLOCATIONINFO info = { .pPrivateDriverData = &data,
                                   .PrivateDriverDataSize = sizeof(data) };
    D3DKMT_CREATEALLOCATION create = { .hDevice = world->client.device,
                                       .pPrivateRuntimeData = "data",
                                       .PrivateRuntimeDataSize = 4,
                                       .pPrivateDriverData = &resource,
                                       .PrivateDriverDataSize = sizeof(resource),
                                       .NumAllocations = 1,
                                       .pAllocationInfo = &info,
                                       .Flags = { .CreateResource = 1, .CreateShared = 1 } };

    world->surface = client_surface(&world->client, SG_SURFACE_STAGING, 16, 16);
    assert_int_equal(D3DKMTCreateAllocation(&create), STATUS_SUCCESS);
    world->resource = create.hResource;
    world->share = create.hGlobalShare;
    data.Kind = SG_SURFACE_PRIMARY;
    data.Width = WIDTH;
    data.Height = HEIGHT;
    data.Pitch = WIDTH * 4;
    data.Format = D3DDDIFMT_X8R8G8B8;
    info.Flags.Primary = 1;
    info.VidPnSourceId = 0;
    create.Flags = (D3DKMT_CREATEALLOCATIONFLAGS){ 0 };
    create.hResource = 0;
    create.PrivateDriverDataSize = 0;
    assert_int_equal(D3DKMTCreateAllocation(&create), STATUS_SUCCESS);
    world->primary = info.hAllocation;
}

static void make_objects(struct world *world)
{
    D3DKMT_CREATESYNCHRONIZATIONOBJECT2 sync = {
        .hDevice = world->client.device,
        .Info = { .Type = D3DDDI_SEMAPHORE, .Semaphore = { .MaxCount = 4, .InitialCount = 1 } }
    };
    D3DKMT_CREATEKEYEDMUTEX2 mutex = { .InitialValue = 7,
                                       .pPrivateRuntimeData = "keys",
                                       .PrivateRuntimeDataSize = 4 };
    D3DKMT_CREATEPAGINGQUEUE queue = { .hDevice = world->client.device };

    assert_int_equal(D3DKMTCreateSynchronizationObject2(&sync), STATUS_SUCCESS);
    world->semaphore = sync.hSyncObject;
    sync.Info = (D3DDDI_SYNCHRONIZATIONOBJECTINFO2){ .Type = D3DDDI_MONITORED_FENCE,
                                                     .Flags.Shared = 1,
                                                     .MonitoredFence.InitialFenceValue = 5 };
    assert_int_equal(D3DKMTCreateSynchronizationObject2(&sync), STATUS_SUCCESS);
    world->fence = sync.hSyncObject;
    world->fence_share = sync.Info.SharedHandle;
    assert_int_equal(D3DKMTCreateKeyedMutex2(&mutex), STATUS_SUCCESS);
    world->mutex = mutex.hKeyedMutex;
    world->mutex_share = mutex.hSharedHandle;
    assert_int_equal(D3DKMTCreatePagingQueue(&queue), STATUS_SUCCESS);
    world->paging_queue = queue.hPagingQueue;
}

static struct process *enter_world(struct world *world, struct adapter *adapter)
{
    struct machine *machine = dxgk_adapter_machine(adapter);
    struct process *process = client_process(machine, "caller", 100);

    *world = (struct world){ .machine = machine, .hardware = adapter };
    client_open_context(&world->client);
    make_surfaces(world);
    make_objects(world);
    return process;
}

static void leave_world(struct machine *machine, struct process *process, struct process *outer)
{
    process_attach(machine, outer);
    kmt_process_end(process);
    assert_int_equal(process->handles.count, 0);
    process_destroy(process);
}

/* Conditions */

#define WORLD_HANDLES 13u

static void handles_of(struct world *world, D3DKMT_HANDLE *handles[WORLD_HANDLES])
{
    D3DKMT_HANDLE *const all[WORLD_HANDLES] = {
        &world->client.adapter, &world->client.device, &world->client.context, &world->surface,
        &world->primary,        &world->resource,      &world->share,          &world->semaphore,
        &world->fence,          &world->fence_share,   &world->mutex,          &world->mutex_share,
        &world->paging_queue,
    };

    memcpy(handles, all, sizeof(all));
}

static void spoil_all(struct world *world)
{
    D3DKMT_HANDLE *handles[WORLD_HANDLES];

    handles_of(world, handles);
    for (size_t i = 0; i < WORLD_HANDLES; i++) {
        *handles[i] ^= STALE_BIT;
    }
}

static void lose_device(struct world *world)
{
    assert_int_equal(
        D3DKMTMarkDeviceAsError(&(D3DKMT_MARKDEVICEASERROR){
            .hDevice = world->client.device, .Reason = D3DKMT_DEVICE_ERROR_REASON_GENERIC }),
        STATUS_SUCCESS);
}

/* Refuses one request after the other, each in a world of its own, as many as the call makes. One
 * that it can do without leaves it good; at least one it cannot. */
static NTSTATUS starve(const struct status_row *row, struct adapter *adapter, struct process *outer)
{
    struct machine *machine = dxgk_adapter_machine(adapter);
    NTSTATUS result = STATUS_SUCCESS;
    bool refused = true;

    for (uint64_t n = 1; n <= REQUESTS_MAX && refused; n++) {
        struct world world;
        struct process *process = enter_world(&world, adapter);
        uint64_t before = machine->decision.refused;
        NTSTATUS status;

        machine->decision.refuse_at = n;
        status = row->good(&world);
        machine->decision.refuse_at = 0;
        refused = machine->decision.refused > before;
        leave_world(machine, process, outer);
        if (status != STATUS_SUCCESS) {
            expect(row->function, "refused memory", status, STATUS_NO_MEMORY);
            result = status;
        }
    }
    return result;
}

/* Each condition has a world of its own. */
static void meet(const struct status_row *row, struct adapter *adapter, enum condition condition,
                 const char *name, NTSTATUS expected)
{
    struct machine *machine = dxgk_adapter_machine(adapter);
    struct process *outer = process_current(machine);
    struct process *process;
    struct world world;
    NTSTATUS status;

    if (condition == STARVED) {
        expect(row->function, name, starve(row, adapter, outer), expected);
        return;
    }
    process = enter_world(&world, adapter);
    if (condition == STALE) {
        spoil_all(&world);
    } else if (condition == LOST) {
        lose_device(&world);
    }
    status = row->good(&world);
    leave_world(machine, process, outer);
    expect(row->function, name, status, expected);
}

static void unreadable(const struct status_row *row, struct adapter *adapter)
{
    static const uintptr_t bad[] = { 0, 16, 0x7FFFFFFFF000, UINTPTR_MAX - 7, 0x8000000000000000u };
    struct process *outer = process_current(dxgk_adapter_machine(adapter));
    struct world world;
    struct process *process = enter_world(&world, adapter);

    for (size_t i = 0; row->entry != NULL && i < DXGH_ARRAY_SIZE(bad); i++) {
        expect(row->function, "a pointer that leads nowhere", row->entry((void *)bad[i]),
               STATUS_INVALID_PARAMETER);
    }
    if (row->entry != NULL) {
        expect(row->function, "a pointer that is not aligned",
               row->entry((char *)&world.client.buffers + 1), STATUS_INVALID_PARAMETER);
    }
    leave_world(world.machine, process, outer);
}

static NTSTATUS call_spoiled(const struct status_row *row, struct adapter *adapter,
                             struct spoil *spoil)
{
    struct process *outer = process_current(dxgk_adapter_machine(adapter));
    struct world world;
    struct process *process = enter_world(&world, adapter);
    D3DKMT_HANDLE *handles[WORLD_HANDLES];
    D3DKMT_HANDLE values[WORLD_HANDLES];
    NTSTATUS status;

    handles_of(&world, handles);
    for (size_t i = 0; i < WORLD_HANDLES; i++) {
        values[i] = *handles[i];
    }
    spoil->handles = values;
    spoil->handle_count = WORLD_HANDLES;
    spoil->done = false;
    spoil->calls = 0;
    spoil_next_call(spoil);
    status = row->good(&world);
    spoil_nothing();
    leave_world(world.machine, process, outer);
    return status;
}

/* What these have behind their pointer is an answer: the number of a handle in it is left over. */
static bool answers_there(const char *function)
{
    return strcmp(function, "D3DKMTEnumAdapters3") == 0 ||
           strcmp(function, "D3DKMTQueryAdapterInfo") == 0;
}

/* One thing after the other is wrong in an else good call, each in a world of its own. */
static void spoil_each(const struct status_row *row, struct adapter *adapter, enum spoil_with with)
{
    struct spoil spoil = { .function = row->function, .with = with, .skip = UINT32_MAX };

    assert_int_equal(call_spoiled(row, adapter, &spoil), STATUS_SUCCESS);
    spoil.skip = spoil.calls - 1; /* the last of them */
    do {
        NTSTATUS status = call_spoiled(row, adapter, &spoil);

        if (spoil.done && !(spoil.behind && answers_there(row->function))) {
            expect(row->function, spoil.what, status, STATUS_INVALID_PARAMETER);
        }
        spoil.place++;
    } while (spoil.done);
}

static void try_row(const struct status_row *row, struct adapter *adapter)
{
    meet(row, adapter, NOTHING_ELSE, "a good call", STATUS_SUCCESS);
    unreadable(row, adapter);
    for (enum spoil_with with = SPOIL_STALE; with <= SPOIL_MISALIGNED; with++) {
        spoil_each(row, adapter, with);
    }
    if (row->conditions & STALE) {
        meet(row, adapter, STALE, "stale handles", STATUS_INVALID_PARAMETER);
    }
    if (row->conditions & LOST) {
        meet(row, adapter, LOST, "a lost device", STATUS_DEVICE_REMOVED);
    }
    if (row->conditions & STARVED) {
        meet(row, adapter, STARVED, "refused memory", STATUS_NO_MEMORY);
    }
}

static void try_case(const struct status_case *each, struct adapter *adapter)
{
    struct process *outer = process_current(dxgk_adapter_machine(adapter));
    struct world world;
    struct process *process = enter_world(&world, adapter);
    NTSTATUS status = each->call(&world);

    leave_world(world.machine, process, outer);
    expect(each->function, "a case of its own", status, each->status);
}

/* The last thing that happens to the adapter: it is stopped under one world, and every call of the
 * family is tried in that. */
static void try_stopped(const struct status_family *family, struct adapter *adapter,
                        struct cdd *desktop)
{
    struct process *outer = process_current(dxgk_adapter_machine(adapter));
    struct world world;
    struct process *process = enter_world(&world, adapter);

    cdd_destroy(desktop);
    kmt_adapter_stop(adapter);
    for (uint32_t i = 0; i < family->row_count; i++) {
        const struct status_row *row = &family->rows[i];

        if (row->conditions & STOPPED) {
            expect(row->function, "a stopped adapter", row->good(&world), STATUS_DEVICE_REMOVED);
        }
    }
    leave_world(world.machine, process, outer);
}

static void try_family(struct adapter *adapter, void *argument)
{
    const struct status_family *family = argument;
    struct cdd_config config = { .width = WIDTH, .height = HEIGHT };
    struct cdd *desktop;

    assert_int_equal(cdd_create(adapter, &config, &desktop), STATUS_SUCCESS);
    for (uint32_t i = 0; i < family->row_count; i++) {
        try_row(&family->rows[i], adapter);
    }
    for (uint32_t i = 0; i < family->case_count; i++) {
        try_case(&family->cases[i], adapter);
    }
    try_stopped(family, adapter, desktop);
}

static void every_status_of_the_family(void **state)
{
    struct stack_config config = { .driver = DXGH_TEST_DRIVER };
    struct stack stack;

    stack_run(&stack, &config, try_family, *state);
    if (stack.outcome != STACK_RAN || verify_breach_count(stack.session.machine) > 0) {
        stack_print_breaches(&stack);
    }
    assert_int_equal(stack.outcome, STACK_RAN);
    assert_int_equal(verify_breach_count(stack.session.machine), 0);
    stack_close(&stack);
}

/* Coverage */

static char *read_text(const char *path)
{
    FILE *file = fopen(path, "r");
    char *text = NULL;
    size_t size = 0;

    assert_non_null(file);
    if (getdelim(&text, &size, '\0', file) < 0) {
        fail_msg("%s is empty", path);
    }
    (void)fclose(file);
    return text;
}

/* "| `D3DKMTLock` | done |" and partial count; absent functions are not in the library. */
static bool is_implemented(const char *table, const char *function)
{
    char start[128];
    const char *row;

    (void)snprintf(start, sizeof(start), "| `%s` | ", function);
    row = strstr(table, start);
    return row != NULL && strncmp(row + strlen(start), "absent", 6) != 0;
}

static bool is_excused(const char *excuses, const char *function, const char *status)
{
    char start[160];

    (void)snprintf(start, sizeof(start), "\n%s\t%s\t", function, status);
    return strstr(excuses, start) != NULL;
}

static void every_documented_status_was_seen(void **state)
{
    char *facts = read_text(DXGH_TEST_SOURCE "/facts/d3dkmt_status.tsv");
    char *table = read_text(DXGH_TEST_SOURCE "/docs/d3dkmt.md");
    char *excuses = read_text(DXGH_TEST_FILES "/unreached.tsv");
    char *rest = facts;
    char *line = strsep(&rest, "\n"); /* the head */
    uint32_t missing = 0;

    (void)state;
    while ((line = strsep(&rest, "\n")) != NULL && *line != '\0') {
        const char *function = strsep(&line, "\t");
        const char *status = strsep(&line, "\t");
        bool found = was_seen(function, status);
        bool excused = is_excused(excuses, function, status);

        if (is_implemented(table, function) && found == excused) {
            print_error("%s %s: %s\n", function, status,
                        found ? "seen, but excused in unreached.tsv" : "not seen");
            missing++;
        }
    }
    free(facts);
    free(table);
    free(excuses);
    assert_int_equal(missing, 0);
}

int main(void)
{
    struct CMUnitTest tests[DXGH_ARRAY_SIZE(families) + 1];
    uint32_t count = 0;

    for (; count < DXGH_ARRAY_SIZE(families); count++) {
        tests[count] = (struct CMUnitTest){ .name = families[count]->name,
                                            .test_func = every_status_of_the_family,
                                            .initial_state = (void *)(uintptr_t)families[count] };
    }
    tests[count] = (struct CMUnitTest)cmocka_unit_test(every_documented_status_was_seen);
    return cmocka_run_group_tests_name("contract/d3dkmt", tests, NULL, NULL);
}
