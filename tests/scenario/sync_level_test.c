/* SPDX-License-Identifier: MIT */
/*
 * Sync levels, seen from inside the driver: every entry of the real driver is recorded on its way
 * in and out, and lingers there for a random while, so that whoever may meet does.
 *
 * Level three and two are alone, with the GPU idle; level one has one thread of each class; and no
 * process has two threads in the driver (SYNC-01 to -05). What level and class a function has is
 * read from facts/ddi.tsv, so that a wrong entry in src/dxgk/ddi.def is found here.
 */
#include "base/prng.h"
#include "cdd/cdd.h"
#include "dxgk/adapter_private.h"
#include "dxgk/control.h"
#include "kmt/object.h"
#include "machine/fiber.h"
#include "machine/schedule.h"
#include "tests/lib/client.h"
#include "tests/lib/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PROCESSES 3u
#define THREADS 2u /* of each */
#define ROUNDS 40u
#define RESETS 3u
#define SEEDS 8u
#define LINGER_NS 3000u

struct recorder {
    struct machine *machine;
    struct adapter *adapter;
    struct prng prng;
    struct driver_table original;
    /* who is inside now */
    uint32_t shared;
    uint32_t alone;
    uint32_t in_class[DDI_CLASS_COUNT];
    struct {
        const struct process *process;
        const struct fiber *fiber;
    } inside[PROCESSES * THREADS + 8];
    uint32_t inside_count;
    /* what was seen */
    uint32_t entries[DDI_LEVEL_THREE + 1];
    uint32_t class_entries[DDI_CLASS_COUNT];
    uint32_t met; /* entries that found somebody inside */
    uint32_t stops;
    uint32_t running; /* threads of clients */
};

static struct recorder recorder;

/* What the documents say of each function. */
static struct {
    enum ddi_level level;
    enum ddi_class class;
} documented[DDI_COUNT];

/* "one / GPU scheduler class", "two (listed)", "three": the column sync_level. */
static void read_level(enum ddi ddi, const char *text)
{
    static const char *const levels[] = { "zero", "one", "two", "three" };
    static const struct {
        const char *words;
        enum ddi_class class;
    } classes[] = { { "GPU scheduler class", DDI_CLASS_SCHEDULER },
                    { "pointer class", DDI_CLASS_POINTER },
                    { "swizzling class", DDI_CLASS_SWIZZLING },
                    { "overlay class", DDI_CLASS_OVERLAY },
                    { "child I/O class", DDI_CLASS_CHILD } };

    for (uint32_t i = 0; i < DXGH_ARRAY_SIZE(levels); i++) {
        if (strncmp(text, levels[i], strlen(levels[i])) == 0) {
            documented[ddi].level = (enum ddi_level)(DDI_LEVEL_ZERO + i);
        }
    }
    for (uint32_t i = 0; i < DXGH_ARRAY_SIZE(classes); i++) {
        if (strstr(text, classes[i].words) != NULL) {
            documented[ddi].class = classes[i].class;
        }
    }
}

static void read_documents(void)
{
    enum { SYNC_LEVEL_COLUMN = 7 };
    FILE *file = fopen(DXGH_TEST_SOURCE "/facts/ddi.tsv", "r");
    char *line = NULL;
    size_t size = 0;

    assert_non_null(file);
    while (getline(&line, &size, file) > 0) {
        char *rest = line;
        const char *name = strsep(&rest, "\t");
        const char *text = name;

        for (uint32_t i = 0; i < SYNC_LEVEL_COLUMN && text != NULL; i++) {
            text = strsep(&rest, "\t");
        }
        for (uint32_t i = 0; i < DDI_COUNT && text != NULL; i++) {
            if (strcmp(ddi_info((enum ddi)i)->name, name) == 0) {
                read_level((enum ddi)i, text);
            }
        }
    }
    free(line);
    (void)fclose(file);
}

/* SYNC-05: what is left is what the screen shows and what the CPU has locked. */
static void check_evicted(const char *name)
{
    const struct vidmm *vidmm = recorder.adapter->vidmm;

    for (uint32_t i = 0; i < vidmm->segment_count; i++) {
        if (vidmm->segments[i].ranks != 0) {
            fail_msg("%s: segment %u holds allocations that nobody keeps", name, i + 1);
        }
    }
}

static bool is_nested(const struct fiber *fiber)
{
    for (uint32_t i = 0; i < recorder.inside_count; i++) {
        if (recorder.inside[i].fiber == fiber) {
            return true;
        }
    }
    return false;
}

static void check_process(const struct process *process, const char *name)
{
    for (uint32_t i = 0; i < recorder.inside_count; i++) {
        if (process != NULL && recorder.inside[i].process == process) {
            fail_msg("%s: a second thread of %s", name, process->name);
        }
    }
}

static void check_alone(const char *name)
{
    if (recorder.shared > 0 || recorder.alone > 0) {
        fail_msg("%s: %u others inside", name, recorder.shared + recorder.alone);
    }
    if (!sched_is_idle(recorder.adapter->sched) && !dxgk_is_recovering(recorder.adapter)) {
        fail_msg("%s: the GPU works", name);
    }
}

static void check_shared(const char *name, enum ddi_class class, const struct process *process)
{
    if (recorder.alone > 0) {
        fail_msg("%s: somebody is alone inside", name);
    }
    if (class != DDI_CLASS_NONE && recorder.in_class[class] > 0) {
        fail_msg("%s: another of its class inside", name);
    }
    check_process(process, name);
    recorder.met += recorder.shared > 0;
}

struct visit {
    bool nested;
    enum ddi_level level;
    enum ddi_class class;
};

static void linger(void)
{
    machine_stall(recorder.machine, prng_below(&recorder.prng, LINGER_NS));
}

static struct visit enter(enum ddi ddi, enum ddi_level level)
{
    const struct ddi_info *info = ddi_info(ddi);
    const struct process *process = process_current(recorder.machine);
    struct visit visit = { .nested = is_nested(recorder.machine->running),
                           .level = level,
                           .class = documented[ddi].class };

    if (visit.nested) {
        return visit;
    }
    if (level >= DDI_LEVEL_TWO) {
        check_alone(info->name);
        recorder.alone++;
    } else {
        check_shared(info->name, visit.class, process);
        recorder.shared++;
        recorder.in_class[visit.class]++;
        recorder.class_entries[visit.class]++;
    }
    recorder.entries[level]++;
    assert_true(recorder.inside_count < DXGH_ARRAY_SIZE(recorder.inside));
    recorder.inside[recorder.inside_count].process = process;
    recorder.inside[recorder.inside_count++].fiber = recorder.machine->running;
    linger();
    return visit;
}

static void leave(const struct visit *visit)
{
    uint32_t i = 0;

    if (visit->nested) {
        return;
    }
    linger();
    while (recorder.inside[i].fiber != recorder.machine->running) {
        i++;
    }
    recorder.inside[i] = recorder.inside[--recorder.inside_count];
    if (visit->level >= DDI_LEVEL_TWO) {
        recorder.alone--;
    } else {
        recorder.shared--;
        recorder.in_class[visit->class]--;
    }
}

/* One recorder for each function of the driver that takes an object and its arguments. */
#define RECORDED(name, object, type)                                                               \
    static NTSTATUS APIENTRY record_##name(object, type *args)                                     \
    {                                                                                              \
        struct visit visit = enter(DDI_##name, documented[DDI_##name].level);                      \
        NTSTATUS status = recorder.original.DxgkDdi##name(handle, args);                           \
                                                                                                   \
        leave(&visit);                                                                             \
        return status;                                                                             \
    }

RECORDED(Render, const HANDLE handle, DXGKARG_RENDER)
RECORDED(Present, const HANDLE handle, DXGKARG_PRESENT)
RECORDED(CreateAllocation, const HANDLE handle, DXGKARG_CREATEALLOCATION)
RECORDED(DestroyAllocation, const HANDLE handle, const DXGKARG_DESTROYALLOCATION)
RECORDED(OpenAllocation, const HANDLE handle, const DXGKARG_OPENALLOCATION)
RECORDED(CloseAllocation, const HANDLE handle, const DXGKARG_CLOSEALLOCATION)
RECORDED(CreateDevice, const HANDLE handle, DXGKARG_CREATEDEVICE)
RECORDED(CreateContext, const HANDLE handle, DXGKARG_CREATECONTEXT)
RECORDED(Patch, const HANDLE handle, const DXGKARG_PATCH)
RECORDED(SubmitCommand, const HANDLE handle, const DXGKARG_SUBMITCOMMAND)
RECORDED(BuildPagingBuffer, const HANDLE handle, DXGKARG_BUILDPAGINGBUFFER)
RECORDED(SetVidPnSourceAddress, const HANDLE handle, const DXGKARG_SETVIDPNSOURCEADDRESS)
RECORDED(UpdateActiveVidPnPresentPath, const HANDLE handle,
         const DXGKARG_UPDATEACTIVEVIDPNPRESENTPATH)

static NTSTATUS APIENTRY record_Escape(const HANDLE adapter, const DXGKARG_ESCAPE *args)
{
    struct visit visit =
        enter(DDI_Escape, args->Flags.HardwareAccess ? DDI_LEVEL_TWO : DDI_LEVEL_ZERO);
    NTSTATUS status = recorder.original.DxgkDdiEscape(adapter, args);

    leave(&visit);
    return status;
}

static NTSTATUS APIENTRY record_ResetFromTimeout(const HANDLE adapter)
{
    struct visit visit = enter(DDI_ResetFromTimeout, documented[DDI_ResetFromTimeout].level);
    NTSTATUS status = recorder.original.DxgkDdiResetFromTimeout(adapter);

    leave(&visit);
    return status;
}

static NTSTATUS APIENTRY record_RestartFromTimeout(const HANDLE adapter)
{
    struct visit visit = enter(DDI_RestartFromTimeout, documented[DDI_RestartFromTimeout].level);
    NTSTATUS status = recorder.original.DxgkDdiRestartFromTimeout(adapter);

    check_evicted("DxgkDdiRestartFromTimeout");
    leave(&visit);
    return status;
}

static NTSTATUS APIENTRY record_QueryChildStatus(const HANDLE adapter, PDXGK_CHILD_STATUS args,
                                                 BOOLEAN non_destructive)
{
    struct visit visit = enter(DDI_QueryChildStatus, documented[DDI_QueryChildStatus].level);

    (void)adapter;
    (void)non_destructive;
    args->HotPlug.Connected = TRUE;
    leave(&visit);
    return STATUS_SUCCESS;
}

/* The last of level three: nothing is anywhere. */
static NTSTATUS APIENTRY record_StopDevice(const PVOID adapter)
{
    check_alone("DxgkDdiStopDevice");
    assert_int_equal(documented[DDI_StopDevice].level, DDI_LEVEL_THREE);
    assert_int_equal(recorder.adapter->vidmm->committed_count, 0);
    recorder.stops++;
    return recorder.original.DxgkDdiStopDevice(adapter);
}

static NTSTATUS APIENTRY refuse_release(PVOID adapter, D3DDDI_VIDEO_PRESENT_TARGET_ID target,
                                        PDXGK_DISPLAY_INFORMATION display)
{
    (void)adapter;
    (void)target;
    (void)display;
    return STATUS_NOT_SUPPORTED; /* the device is stopped in the other way, then */
}

/* The real one looks at the nodes without their locks, as a report in an emergency has to. */
static NTSTATUS APIENTRY collect_nothing(const HANDLE adapter, const DXGKARG_COLLECTDBGINFO *args)
{
    (void)adapter;
    memset(args->pBuffer, 0, args->BufferSize);
    return STATUS_SUCCESS;
}

static void record(struct adapter *adapter)
{
    struct driver_table *table = &adapter->table;

    recorder.original = *table;
    table->DxgkDdiRender = record_Render;
    table->DxgkDdiPresent = record_Present;
    table->DxgkDdiCreateAllocation = record_CreateAllocation;
    table->DxgkDdiDestroyAllocation = record_DestroyAllocation;
    table->DxgkDdiOpenAllocation = record_OpenAllocation;
    table->DxgkDdiCloseAllocation = record_CloseAllocation;
    table->DxgkDdiCreateDevice = record_CreateDevice;
    table->DxgkDdiCreateContext = record_CreateContext;
    table->DxgkDdiPatch = record_Patch;
    table->DxgkDdiSubmitCommand = record_SubmitCommand;
    table->DxgkDdiBuildPagingBuffer = record_BuildPagingBuffer;
    table->DxgkDdiSetVidPnSourceAddress = record_SetVidPnSourceAddress;
    table->DxgkDdiUpdateActiveVidPnPresentPath = record_UpdateActiveVidPnPresentPath;
    table->DxgkDdiEscape = record_Escape;
    table->DxgkDdiResetFromTimeout = record_ResetFromTimeout;
    table->DxgkDdiRestartFromTimeout = record_RestartFromTimeout;
    table->DxgkDdiQueryChildStatus = record_QueryChildStatus;
    table->DxgkDdiCollectDbgInfo = collect_nothing;
    /* A connector that can change, so that it is asked. */
    adapter->children[0].descriptor.ChildCapabilities.HpdAwareness = HpdAwarenessPolled;
}

/* Threads of clients */

/* A device with a context and a surface; not there when a reset came between. */
static bool open_device(struct client *client)
{
    D3DKMT_CREATEDEVICE device = { .hAdapter = client->adapter };

    if (!NT_SUCCESS(D3DKMTCreateDevice(&device))) {
        return false;
    }
    client->device = device.hDevice;
    client->buffers = (D3DKMT_CREATECONTEXT){ .hDevice = device.hDevice, .EngineAffinity = 1 };
    client->context =
        NT_SUCCESS(D3DKMTCreateContext(&client->buffers)) ? client->buffers.hContext : 0;
    return client->context != 0;
}

static void close_device(struct client *client)
{
    (void)D3DKMTDestroyDevice(&(D3DKMT_DESTROYDEVICE){ .hDevice = client->device });
    client->device = 0;
    client->context = 0;
}

static void fill_something(const struct client *client)
{
    SG_ESCAPE_INFO info = { .Header = client_header(SG_ESCAPE_GPU_INFO, sizeof(info)) };
    D3DKMT_PRESENT fill = { .hContext = client->context,
                            .DstRect = { 0, 0, 8, 8 },
                            .Flags = { .ColorFill = 1, .DstRectValid = 1 } };

    (void)D3DKMTPresent(&fill);
    (void)client_escape(client, 0, &info, sizeof(info));
}

static void do_something(const struct client *client)
{
    SG_ESCAPE_INFO info = { .Header = client_header(SG_ESCAPE_GPU_INFO, sizeof(info)) };
    D3DKMT_SETGAMMARAMP gamma = { .hDevice = client->device, .Type = D3DDDI_GAMMARAMP_DEFAULT };

    switch (prng_below(&recorder.prng, 6)) {
    case 0:
        (void)client_escape(client, 1, &info, sizeof(info)); /* HardwareAccess */
        break;
    case 1:
        (void)D3DKMTWaitForIdle(&(D3DKMT_WAITFORIDLE){ .hDevice = client->device });
        break;
    case 2:
        (void)D3DKMTPollDisplayChildren(
            &(D3DKMT_POLLDISPLAYCHILDREN){ .hAdapter = client->adapter });
        break;
    case 3:
        (void)D3DKMTSetGammaRamp(&gamma);
        break;
    default:
        fill_something(client);
        break;
    }
}

static void thread_main(void *argument)
{
    struct client client;

    process_attach(recorder.machine, argument);
    client_open(&client);
    for (uint32_t i = 0; i < ROUNDS; i++) {
        if (open_device(&client)) {
            for (uint32_t k = 0; k < 6; k++) {
                do_something(&client);
            }
        }
        close_device(&client);
    }
    recorder.running--;
    schedule_exit(recorder.machine);
}

static void run_clients(struct adapter *adapter, void *argument)
{
    struct cdd_config config = { .width = 640, .height = 480 };
    struct process *processes[PROCESSES];
    struct cdd *cdd;

    memset(&recorder, 0, sizeof(recorder));
    recorder.machine = dxgk_adapter_machine(adapter);
    recorder.adapter = adapter;
    prng_init(&recorder.prng, *(uint64_t *)argument);
    assert_int_equal(cdd_create(adapter, &config, &cdd), STATUS_SUCCESS);
    record(adapter);
    for (uint32_t i = 0; i < PROCESSES; i++) {
        processes[i] = process_create(recorder.machine, "client", 100 + 4 * i);
        for (uint32_t k = 0; k < THREADS; k++) {
            recorder.running++;
            schedule_ready(recorder.machine,
                           fiber_create(recorder.machine, thread_main, processes[i], "client"));
        }
    }
    for (uint32_t i = 0; recorder.running > 0; i++) {
        schedule_sleep_until(recorder.machine,
                             recorder.machine->clock.now_ns + 200 * DXGH_NS_PER_US);
        if (i < RESETS) {
            assert_int_equal(dxgk_force_tdr(adapter, 0, true), STATUS_SUCCESS);
        }
    }
    for (uint32_t i = 0; i < PROCESSES; i++) {
        kmt_process_end(processes[i]);
        process_destroy(processes[i]);
    }
    adapter->table = recorder.original;
    adapter->table.DxgkDdiStopDevice = record_StopDevice;
    adapter->table.DxgkDdiStopDeviceAndReleasePostDisplayOwnership = refuse_release;
    adapter->children[0].descriptor.ChildCapabilities.HpdAwareness = HpdAwarenessAlwaysConnected;
    cdd_destroy(cdd);
}

static void whoever_must_not_meet_in_the_driver_does_not(void **state)
{
    (void)state;
    read_documents();
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct stack_config config = { .driver = DXGH_TEST_DRIVER,
                                       .machine = { .decision = DECISION_RANDOM, .seed = seed } };
        struct stack stack;

        stack_run(&stack, &config, run_clients, &seed);
        if (stack.outcome != STACK_RAN || verify_breach_count(stack.session.machine) > 0) {
            stack_print_breaches(&stack);
        }
        assert_int_equal(stack.outcome, STACK_RAN);
        assert_int_equal(verify_breach_count(stack.session.machine), 0);
        stack_close(&stack);
        /* Else the test tests nothing. */
        assert_true(recorder.entries[DDI_LEVEL_ZERO] > 100);
        assert_true(recorder.entries[DDI_LEVEL_ONE] > 100);
        assert_true(recorder.entries[DDI_LEVEL_TWO] > 50);
        assert_true(recorder.entries[DDI_LEVEL_THREE] >= RESETS);
        assert_int_equal(recorder.stops, 1);
        assert_true(recorder.class_entries[DDI_CLASS_SCHEDULER] > 50);
        assert_true(recorder.class_entries[DDI_CLASS_CHILD] > 10);
        assert_true(recorder.met > 50);
    }
}

/* Listed under level zero, but called at interrupt time or in emergencies; listed under two levels;
 * by its arguments. */
static bool is_settled_otherwise(enum ddi ddi)
{
    return ddi == DDI_InterruptRoutine || ddi == DDI_DpcRoutine || ddi == DDI_ResetDevice ||
           ddi == DDI_RecommendFunctionalVidPn || ddi == DDI_Escape;
}

/* Every function that the documents list, those that no client of this test brings about too. */
static void every_level_is_the_documented_one(void **state)
{
    uint32_t wrong = 0;

    (void)state;
    read_documents();
    for (uint32_t i = 0; i < DDI_COUNT; i++) {
        const struct ddi_info *info = ddi_info((enum ddi)i);

        if (documented[i].level != DDI_LEVEL_NONE && !is_settled_otherwise((enum ddi)i) &&
            (info->level != documented[i].level || info->class != documented[i].class)) {
            print_error("%s: level %d class %d, documented %d and %d\n", info->name,
                        (int)info->level, (int)info->class, (int)documented[i].level,
                        (int)documented[i].class);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
    assert_int_equal(documented[DDI_Render].level, DDI_LEVEL_ZERO);
    assert_int_equal(documented[DDI_Patch].class, DDI_CLASS_SCHEDULER);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_level_is_the_documented_one),
        cmocka_unit_test(whoever_must_not_meet_in_the_driver_does_not),
    };
    return cmocka_run_group_tests_name("scenario/sync_level", tests, NULL, NULL);
}
