/* SPDX-License-Identifier: MIT */
/* D3DKMTEscape to DxgkDdiEscape and back: every documented status, every flag, both sync levels. */
#include "base/prng.h"
#include "devices/softgpu/softgpu_regs.h"
#include "dxgk/adapter_private.h"
#include "dxgk/statistics.h"
#include "drivers/softgpu/softgpu_umd.h"
#include "kmt/object.h"
#include "machine/fiber.h"
#include "machine/schedule.h"
#include "nt/registry.h"
#include "nt/user.h"
#include "tests/lib/client.h"
#include "tests/lib/path_document.h"
#include "tests/lib/test.h"
#include "trace/trace.h"

#include <sys/mman.h>

#define HARDWARE 1u

static void run_with(const struct stack_config *config, void (*body)(struct adapter *, void *),
                     void *argument)
{
    struct stack stack;

    stack_run(&stack, config, body, argument);
    if (stack.outcome != STACK_RAN || verify_breach_count(stack.session.machine) > 0) {
        stack_print_breaches(&stack);
    }
    assert_int_equal(stack.outcome, STACK_RAN);
    assert_int_equal(verify_breach_count(stack.session.machine), 0);
    stack_close(&stack);
}

static void run_good(void (*body)(struct adapter *, void *), void *argument)
{
    run_with(&(struct stack_config){ .driver = DXGH_TEST_DRIVER }, body, argument);
}

static SG_ESCAPE_INFO info_request(void)
{
    return (SG_ESCAPE_INFO){ .Header = client_header(SG_ESCAPE_GPU_INFO, sizeof(SG_ESCAPE_INFO)) };
}

static SG_ESCAPE_REGISTER register_request(uint32_t request, uint32_t offset, uint32_t value)
{
    return (SG_ESCAPE_REGISTER){ .Header = client_header(request, sizeof(SG_ESCAPE_REGISTER)),
                                 .Offset = offset,
                                 .Value = value };
}

/* A status of ours that no document has, for a call that looks again: drivers may answer it too. */
#define AGAIN ((NTSTATUS)0xE0000001)

static NTSTATUS NTAPI answer_again(const HANDLE hAdapter, const DXGKARG_ESCAPE *pEscape)
{
    (void)hAdapter;
    (void)pEscape;
    return AGAIN;
}

static void ask_again(struct adapter *adapter, void *argument)
{
    struct client client;
    SG_ESCAPE_INFO info = info_request();

    (void)argument;
    client_open(&client);
    adapter->table.DxgkDdiEscape = answer_again;
    assert_int_equal(client_escape(&client, 0, &info, sizeof(info)), AGAIN);
    client_close(&client);
}

static void no_status_of_a_driver_is_taken_for_ours(void **state)
{
    struct stack stack;

    (void)state;
    stack_run(&stack, &(struct stack_config){ .driver = DXGH_TEST_DRIVER }, ask_again, NULL);
    assert_int_equal(stack.outcome, STACK_RAN);
    assert_true(verify_breach_count(stack.session.machine) > 0); /* it is on no list */
    stack_close(&stack);
}

/* The documents, event by event: docs/paths/escape.md has one block per level. */
static void follow(struct adapter *adapter, void *argument)
{
    struct machine *machine = dxgk_adapter_machine(adapter);
    struct client client;
    SG_ESCAPE_INFO info = info_request();
    SG_ESCAPE_REGISTER read = register_request(SG_ESCAPE_READ_REGISTER, SOFTGPU_REG_ID, 0);
    uint64_t first;

    (void)argument;
    client_open(&client);
    first = trace_count(machine);
    assert_int_equal(client_escape(&client, 0, &info, sizeof(info)), STATUS_SUCCESS);
    path_document_assert(machine, DXGH_TEST_DOCS "/paths/escape.md", first, trace_count(machine));
    first = trace_count(machine);
    assert_int_equal(client_escape(&client, HARDWARE, &read, sizeof(read)), STATUS_SUCCESS);
    path_document_assert(machine, DXGH_TEST_DOCS "/paths/escape-hardware.md", first,
                         trace_count(machine));
    assert_int_equal(read.Value, SOFTGPU_ID);
    client_close(&client);
}

static void escape_follows_the_documents(void **state)
{
    (void)state;
    run_good(follow, NULL);
    run_with(&(struct stack_config){ .driver = DXGH_TEST_DRIVER_WINDOWS }, follow, NULL);
}

static void ask(struct adapter *adapter, void *argument)
{
    struct client client;
    SG_ESCAPE_INFO info = info_request();
    SG_ESCAPE_NODE node = { .Header = client_header(SG_ESCAPE_STATISTICS, sizeof(SG_ESCAPE_NODE)) };

    (void)argument;
    client_open_context(&client);
    assert_int_equal(client_escape(&client, 0, &info, sizeof(info)), STATUS_SUCCESS);
    assert_int_equal(info.NodeCount, dxgk_adapter_node_count(adapter));
    assert_true(info.VramBytes > 0 && info.ApertureBytes > 0);
    assert_int_equal(client_escape(&client, 0, &node, sizeof(node)), STATUS_SUCCESS);
    assert_int_equal(node.Pending, 0);
    node.Node = 99;
    assert_int_equal(client_escape(&client, 0, &node, sizeof(node)), STATUS_INVALID_PARAMETER);
    client_close(&client);
}

static void driver_answers_through_the_callers_buffer(void **state)
{
    (void)state;
    run_good(ask, NULL);
}

static void registers(struct adapter *adapter, void *argument)
{
    struct client client;
    SG_ESCAPE_REGISTER request =
        register_request(SG_ESCAPE_WRITE_REGISTER, SOFTGPU_REG_SCRATCH0, 0x12345678);

    (void)adapter;
    (void)argument;
    client_open(&client);
    assert_int_equal(client_escape(&client, 0, &request, sizeof(request)),
                     STATUS_INVALID_PARAMETER); /* needs the hardware, did not ask for it */
    assert_int_equal(client_escape(&client, HARDWARE, &request, sizeof(request)), STATUS_SUCCESS);
    request = register_request(SG_ESCAPE_READ_REGISTER, SOFTGPU_REG_SCRATCH0, 0);
    assert_int_equal(client_escape(&client, HARDWARE, &request, sizeof(request)), STATUS_SUCCESS);
    assert_int_equal(request.Value, 0x12345678);
    request = register_request(SG_ESCAPE_WRITE_REGISTER, SOFTGPU_REG_SCRATCH1 + 4, 1);
    assert_int_equal(client_escape(&client, HARDWARE, &request, sizeof(request)),
                     STATUS_PRIVILEGED_INSTRUCTION);
    request = register_request(SG_ESCAPE_READ_REGISTER, UINT32_MAX - 3, 0);
    assert_int_equal(client_escape(&client, HARDWARE, &request, sizeof(request)),
                     STATUS_INVALID_PARAMETER);
    request = register_request(SG_ESCAPE_READ_REGISTER, 2, 0);
    assert_int_equal(client_escape(&client, HARDWARE, &request, sizeof(request)),
                     STATUS_INVALID_PARAMETER);
    client_close(&client);
}

static void register_requests_need_hardware_access(void **state)
{
    (void)state;
    run_good(registers, NULL);
}

/* A request that is not what the header says is refused by the driver, and changes nothing. */
static void malformed(struct adapter *adapter, void *argument)
{
    struct client client;
    SG_ESCAPE_INFO info = info_request();
    SG_ESCAPE_INFO before;

    (void)adapter;
    (void)argument;
    client_open(&client);
    assert_int_equal(client_escape(&client, 0, NULL, 0), STATUS_INVALID_PARAMETER);
    for (uint32_t size = 1; size < sizeof(info); size++) {
        info = info_request();
        info.Header.Size = size;
        before = info;
        assert_int_equal(client_escape(&client, 0, &info, size), STATUS_INVALID_PARAMETER);
        assert_memory_equal(&info, &before, sizeof(info));
    }
    info = info_request();
    info.Header.Version++;
    assert_int_equal(client_escape(&client, 0, &info, sizeof(info)),
                     STATUS_GRAPHICS_DRIVER_MISMATCH);
    info = info_request();
    info.Header.Magic ^= 1;
    assert_int_equal(client_escape(&client, 0, &info, sizeof(info)), STATUS_INVALID_PARAMETER);
    info = info_request();
    info.Header.Request = 77;
    assert_int_equal(client_escape(&client, 0, &info, sizeof(info)), STATUS_INVALID_PARAMETER);
    client_close(&client);
}

static void malformed_requests_are_refused(void **state)
{
    (void)state;
    run_good(malformed, NULL);
}

/* Of DxgkDdiEscape. */
static uint64_t driver_entries(struct machine *machine)
{
    static struct ddi_statistics statistics[DDI_COUNT];

    dxgk_statistics(machine, statistics);
    return statistics[DDI_Escape].count;
}

static NTSTATUS escape_with(D3DKMT_ESCAPE args)
{
    return D3DKMTEscape(&args);
}

/* Handles: of nothing, of another type, of another device, of another process. */
static void handles(struct adapter *adapter, void *argument)
{
    struct machine *machine = dxgk_adapter_machine(adapter);
    struct process *mine = process_current(machine);
    struct process *other;
    struct client client;
    struct client second;
    struct client foreign;
    SG_ESCAPE_INFO info = info_request();
    D3DKMT_ESCAPE good;

    (void)argument;
    client_open_context(&client);
    client_open_context(&second);
    good = (D3DKMT_ESCAPE){ .hAdapter = client.adapter,
                            .hDevice = client.device,
                            .hContext = client.context,
                            .pPrivateDriverData = &info,
                            .PrivateDriverDataSize = sizeof(info) };
    assert_int_equal(escape_with(good), STATUS_SUCCESS);

    D3DKMT_ESCAPE bad = good;

    bad.hAdapter = 0;
    assert_int_equal(escape_with(bad), STATUS_INVALID_PARAMETER);
    bad.hAdapter = client.device;
    assert_int_equal(escape_with(bad), STATUS_INVALID_PARAMETER);
    bad.hAdapter = good.hAdapter + (1u << 22); /* the next generation */
    assert_int_equal(escape_with(bad), STATUS_INVALID_PARAMETER);
    bad = good;
    bad.hDevice = client.context;
    assert_int_equal(escape_with(bad), STATUS_INVALID_PARAMETER);
    bad = good;
    bad.hDevice = 0; /* KMTESC-02 */
    assert_int_equal(escape_with(bad), STATUS_INVALID_PARAMETER);
    bad.hContext = 0;
    assert_int_equal(escape_with(bad), STATUS_SUCCESS);
    bad = good;
    bad.hContext = second.context; /* of another device */
    assert_int_equal(escape_with(bad), STATUS_INVALID_PARAMETER);

    other = client_process(machine, "other", 8);
    assert_int_equal(escape_with(good), STATUS_INVALID_PARAMETER);
    client_open_context(&foreign);
    bad = good;
    bad.hAdapter = foreign.adapter;
    bad.hDevice = 0;
    bad.hContext = 0;
    assert_int_equal(escape_with(bad), STATUS_SUCCESS);
    client_close(&foreign);
    kmt_process_end(other);
    process_attach(machine, mine);
    process_destroy(other);

    client_close(&second);
    good.hDevice = client.device;
    client_close(&client);
    assert_int_equal(escape_with(good), STATUS_INVALID_PARAMETER);
}

static void handles_must_be_the_callers_own(void **state)
{
    (void)state;
    run_good(handles, NULL);
}

/* Every flag alone and in pairs: only HardwareAccess is a caller's to set below WDDM 2.0. */
static void flags(struct adapter *adapter, void *argument)
{
    struct client client;
    uint32_t version = adapter->table.Version;
    SG_ESCAPE_INFO info = info_request();
    uint32_t known[8] = { 3, 0, 0, 0, 0, 0, 0, 0 }; /* D3DDDI_DRIVERESCAPETYPE out of range */

    (void)argument;
    client_open(&client);
    for (uint32_t bit = 0; bit < 32; bit++) {
        NTSTATUS expected = bit == 0 ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER;

        info = info_request();
        assert_int_equal(client_escape(&client, 1u << bit, &info, sizeof(info)), expected);
    }
    adapter->table.Version = 0xB004; /* as a driver of WDDM 2.6 would have it */
    assert_int_equal(client_escape(&client, 0x08, &info, sizeof(info)), STATUS_SUCCESS);
    assert_int_equal(client_escape(&client, 0x09, &info, sizeof(info)), STATUS_INVALID_PARAMETER);
    assert_int_equal(client_escape(&client, 0x10, &info, sizeof(info)), STATUS_INVALID_PARAMETER);
    assert_int_equal(client_escape(&client, 0x20, &info, sizeof(info)), STATUS_INVALID_PARAMETER);
    assert_int_equal(client_escape(&client, 0x80, &info, sizeof(info)), STATUS_SUCCESS);
    assert_int_equal(client_escape(&client, 0x40, known, sizeof(known)), STATUS_INVALID_PARAMETER);
    known[0] = 0;
    assert_int_equal(client_escape(&client, 0x40, known, 8), STATUS_INVALID_HANDLE);
    assert_int_equal(client_escape(&client, 0x40, known, 12), STATUS_INVALID_PARAMETER);
    adapter->table.Version = version;
    client_close(&client);
}

static void flags_are_judged_by_interface_version(void **state)
{
    (void)state;
    run_good(flags, NULL);
}

/* ESC-13: a handle in the data means what it means to the caller's process. */
static void inner_handles(struct adapter *adapter, void *argument)
{
    struct machine *machine = dxgk_adapter_machine(adapter);
    struct process *mine = process_current(machine);
    struct process *other;
    struct client client;
    struct client foreign;
    SG_ESCAPE_SURFACE surface = { .Header = client_header(SG_ESCAPE_ALLOCATION,
                                                          sizeof(SG_ESCAPE_SURFACE)) };
    D3DKMT_HANDLE handle;

    (void)argument;
    client_open_context(&client);
    handle = client_surface(&client, SG_SURFACE_TEXTURE, 100, 40);
    surface.hAllocation = handle;
    assert_int_equal(client_escape(&client, 0, &surface, sizeof(surface)), STATUS_SUCCESS);
    assert_int_equal(surface.Width, 100);
    assert_int_equal(surface.Height, 40);
    surface.hAllocation = client.device;
    assert_int_equal(client_escape(&client, 0, &surface, sizeof(surface)), STATUS_INVALID_HANDLE);

    other = client_process(machine, "other", 8);
    client_open(&foreign);
    surface.hAllocation = handle;
    assert_int_equal(client_escape(&foreign, 0, &surface, sizeof(surface)), STATUS_INVALID_HANDLE);
    client_close(&foreign);
    kmt_process_end(other);
    process_attach(machine, mine);
    process_destroy(other);

    client_surface_destroy(&client, handle);
    assert_int_equal(client_escape(&client, 0, &surface, sizeof(surface)), STATUS_INVALID_HANDLE);
    client_close(&client);
}

static void handles_in_the_data_are_the_callers_own(void **state)
{
    (void)state;
    run_good(inner_handles, NULL);
}

static char *page_of_another(struct machine *machine)
{
    struct process *mine = process_current(machine);
    struct process *other = client_process(machine, "other", 8);
    char *page = nt_user_alloc(machine, DXGH_PAGE_SIZE);

    process_attach(machine, mine);
    process_destroy(other);
    return page;
}

/* Pointers that lead nowhere, into the kernel, into another process, to a page that may not be
 * written. */
static void pointers(struct adapter *adapter, void *argument)
{
    struct machine *machine = dxgk_adapter_machine(adapter);
    struct client client;
    SG_ESCAPE_INFO info = info_request();
    char *page = nt_user_alloc(machine, 2 * DXGH_PAGE_SIZE);
    char *unmapped = mmap(NULL, DXGH_PAGE_SIZE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    void *edge = page + DXGH_PAGE_SIZE - sizeof(info);
    char *others = page_of_another(machine);
    uint64_t entries;

    (void)argument;
    client_open(&client);
    assert_int_equal(D3DKMTEscape(NULL), STATUS_INVALID_PARAMETER);
    assert_int_equal(D3DKMTEscape((const D3DKMT_ESCAPE *)(const void *)unmapped),
                     STATUS_INVALID_PARAMETER);
    assert_int_equal(D3DKMTEscape((const D3DKMT_ESCAPE *)(const void *)(page + 2)),
                     STATUS_INVALID_PARAMETER);
    assert_int_equal(client_escape(&client, 0, NULL, 64), STATUS_INVALID_PARAMETER);
    assert_int_equal(client_escape(&client, 0, (void *)8, 64), STATUS_INVALID_PARAMETER);
    assert_int_equal(client_escape(&client, 0, unmapped, 64), STATUS_INVALID_PARAMETER);
    assert_int_equal(client_escape(&client, 0, (void *)(UINTPTR_MAX - 16), 64),
                     STATUS_INVALID_PARAMETER);
    assert_int_equal(client_escape(&client, 0, (void *)0x8000000000000000u, 64),
                     STATUS_INVALID_PARAMETER);
    assert_int_equal(client_escape(&client, 0, (void *)adapter->table.DxgkDdiEscape, 64),
                     STATUS_INVALID_PARAMETER); /* the driver's code */
    assert_int_equal(client_escape(&client, 0, adapter->miniport_context, 64),
                     STATUS_INVALID_PARAMETER); /* its pool */
    assert_int_equal(client_escape(&client, 0, process_current(machine), 64),
                     STATUS_INVALID_PARAMETER); /* the kernel's own objects */
    assert_int_equal(client_escape(&client, 0, others, 64), STATUS_INVALID_PARAMETER);
    assert_int_equal(client_escape(&client, 0, &info, UINT32_MAX), STATUS_NO_MEMORY);

    memcpy(edge, &info, sizeof(info));
    assert_true(nt_user_protect(machine, page + DXGH_PAGE_SIZE, DXGH_PAGE_SIZE, NT_USER_NONE));
    assert_int_equal(client_escape(&client, 0, edge, sizeof(info)), STATUS_SUCCESS);
    assert_int_equal(client_escape(&client, 0, (char *)edge + 1, sizeof(info)),
                     STATUS_INVALID_PARAMETER);
    assert_true(nt_user_protect(machine, page, DXGH_PAGE_SIZE, NT_USER_READ));
    entries = driver_entries(machine);
    assert_int_equal(client_escape(&client, 0, edge, sizeof(info)), STATUS_INVALID_PARAMETER);
    assert_int_equal(driver_entries(machine),
                     entries); /* told before it did anything (KMTESC-05) */
    client_close(&client);
    (void)munmap(unmapped, DXGH_PAGE_SIZE);
    nt_user_free(machine, page);
    nt_user_free(machine, others);
}

static void bad_pointers_are_answers(void **state)
{
    (void)state;
    run_good(pointers, NULL);
}

static void no_memory(struct adapter *adapter, void *argument)
{
    struct machine *machine = dxgk_adapter_machine(adapter);
    struct client client;
    SG_ESCAPE_INFO info = info_request();

    (void)argument;
    client_open(&client);
    machine->decision.refuse_at = 1;
    assert_int_equal(client_escape(&client, 0, &info, sizeof(info)), STATUS_NO_MEMORY);
    assert_int_equal(client_escape(&client, 0, &info, sizeof(info)), STATUS_SUCCESS);
    client_close(&client);
}

static void refused_memory_is_no_memory(void **state)
{
    (void)state;
    run_good(no_memory, NULL);
}

static void removed(struct adapter *adapter, void *argument)
{
    struct client client;
    D3DKMT_GETDEVICESTATE get = { .StateType = D3DKMT_DEVICESTATE_EXECUTION };
    SG_ESCAPE_INFO info = info_request();

    (void)argument;
    client_open_context(&client);
    assert_int_equal(D3DKMTMarkDeviceAsError(&(D3DKMT_MARKDEVICEASERROR){
                         .hDevice = client.device, .Reason = D3DKMT_DEVICE_ERROR_REASON_GENERIC }),
                     STATUS_SUCCESS);
    assert_int_equal(client_escape(&client, 0, &info, sizeof(info)), STATUS_DEVICE_REMOVED);
    kmt_adapter_stop(adapter);
    assert_int_equal(client_escape(&client, 0, &info, sizeof(info)), STATUS_DEVICE_REMOVED);
    get.hDevice = client.device;
    assert_int_equal(D3DKMTGetDeviceState(&get), STATUS_DEVICE_REMOVED);
    assert_int_equal(D3DKMTDestroyContext(&(D3DKMT_DESTROYCONTEXT){ .hContext = client.context }),
                     STATUS_INVALID_PARAMETER); /* it went with the adapter */
    client.context = 0;
    client_close(&client);
}

static void stopped_adapter_is_device_removed(void **state)
{
    (void)state;
    run_good(removed, NULL);
}

/* The device is lost while its escape waits for the level: the driver never hears of it. */
struct late {
    struct client client;
    struct process *process;
    uint32_t flags;
    NTSTATUS status;
    bool done;
};

static void escape_late(void *argument)
{
    struct late *late = argument;
    struct machine *machine = machine_current();
    SG_ESCAPE_INFO info = info_request();

    process_attach(machine, late->process);
    late->status = client_escape(&late->client, late->flags, &info, sizeof(info));
    late->done = true;
    schedule_exit(machine);
}

static void wait_for_level(struct adapter *adapter, void *argument)
{
    struct machine *machine = dxgk_adapter_machine(adapter);
    struct late late = { .process = process_current(machine), .flags = *(uint32_t *)argument };
    uint64_t entries;
    struct device *device;

    client_open_context(&late.client);
    device = ((struct kmt_device *)handle_find(&late.process->handles, HANDLE_DEVICE,
                                               late.client.device))
                 ->device;
    entries = driver_entries(machine);
    adapter->levels.closed = true; /* as a recovery does */
    schedule_ready(machine, fiber_create(machine, escape_late, &late, "late"));
    schedule_sleep_until(machine, machine->clock.now_ns + DXGH_NS_PER_MS);
    assert_false(late.done);
    dxgk_device_set_error(device);
    level_open(adapter);
    while (!late.done) {
        schedule_sleep_until(machine, machine->clock.now_ns + DXGH_NS_PER_MS);
    }
    assert_int_equal(late.status, STATUS_DEVICE_REMOVED);
    assert_int_equal(driver_entries(machine), entries);
    client_close(&late.client);
}

static void device_lost_while_the_level_is_waited_for_is_removed(void **state)
{
    uint32_t level_zero = 0;
    uint32_t level_two = HARDWARE;

    (void)state;
    run_good(wait_for_level, &level_zero);
    run_good(wait_for_level, &level_two);
}

/* A second thread of the process rewrites the request at every point while the kernel works on it:
 * the answer is that of the request as it was captured. */
struct mutator {
    struct machine *machine;
    struct process *process;
    volatile SG_ESCAPE_INFO *shared;
    volatile D3DKMT_ESCAPE *args;
    bool stop;
    bool stopped;
};

static void mutate(void *argument)
{
    struct mutator *mutator = argument;

    process_attach(mutator->machine, mutator->process);
    while (!mutator->stop) {
        mutator->shared->Header.Size = 7;
        mutator->args->PrivateDriverDataSize = 1u << 30;
        mutator->args->hAdapter = 1;
        schedule_yield(mutator->machine);
    }
    mutator->stopped = true;
    schedule_exit(mutator->machine);
}

static void double_fetch(struct adapter *adapter, void *argument)
{
    struct machine *machine = dxgk_adapter_machine(adapter);
    static SG_ESCAPE_INFO info;
    static D3DKMT_ESCAPE args;
    struct client client;
    struct mutator mutator = {
        .machine = machine, .process = process_current(machine), .shared = &info, .args = &args
    };
    uint32_t succeeded = 0;

    (void)argument;
    client_open(&client);
    schedule_ready(machine, fiber_create(machine, mutate, &mutator, "mutator"));
    for (uint32_t i = 0; i < 200; i++) {
        NTSTATUS status;

        info = info_request();
        args = (D3DKMT_ESCAPE){ .hAdapter = client.adapter,
                                .pPrivateDriverData = &info,
                                .PrivateDriverDataSize = sizeof(info) };
        status = D3DKMTEscape(&args);
        /* Changed before the capture: refused. Changed after it: not noticed. */
        assert_true(status == STATUS_SUCCESS || status == STATUS_INVALID_PARAMETER ||
                    status == STATUS_NO_MEMORY);
        succeeded += status == STATUS_SUCCESS;
    }
    assert_true(succeeded > 0 && succeeded < 200);
    mutator.stop = true;
    while (!mutator.stopped) {
        schedule_yield(machine);
    }
    client_close(&client);
}

static void request_is_captured_once(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 8; seed++) {
        run_with(&(struct stack_config){ .driver = DXGH_TEST_DRIVER,
                                         .machine = { .decision = DECISION_RANDOM, .seed = seed } },
                 double_fetch, NULL);
    }
}

/* The testing escapes: what is documented works, what is not is refused by name. */
static NTSTATUS kernel_escape(const struct client *client, D3DKMT_ESCAPETYPE type, void *data,
                              uint32_t size)
{
    return escape_with((D3DKMT_ESCAPE){ .hAdapter = client->adapter,
                                        .hDevice = client->device,
                                        .Type = type,
                                        .pPrivateDriverData = data,
                                        .PrivateDriverDataSize = size });
}

static void video_memory(struct adapter *adapter, void *argument)
{
    struct client client;
    D3DKMT_VIDMM_ESCAPE args = { .Type = D3DKMT_VIDMMESCAPETYPE_EVICT };
    D3DKMT_HANDLE surface;
    uint32_t *pixels;
    uint64_t committed;

    (void)argument;
    client_open_context(&client);
    surface = client_surface(&client, SG_SURFACE_STAGING, 64, 64);

    D3DKMT_LOCK2 lock = { .hDevice = client.device, .hAllocation = surface };

    assert_int_equal(D3DKMTLock2(&lock), STATUS_SUCCESS);
    pixels = lock.pData;
    pixels[0] = 0xCAFEF00D;
    args.Evict.AllocationHandle = surface;
    committed = adapter->vidmm->committed_count;
    assert_int_equal(kernel_escape(&client, D3DKMT_ESCAPE_VIDMM, &args, sizeof(args)),
                     STATUS_SUCCESS);
    assert_int_equal(adapter->vidmm->committed_count, committed - 1);
    assert_int_equal(pixels[0], 0xCAFEF00D); /* the view went with it */
    assert_int_equal(
        D3DKMTUnlock2(&(D3DKMT_UNLOCK2){ .hDevice = client.device, .hAllocation = surface }),
        STATUS_SUCCESS);
    assert_int_equal(D3DKMTLock2(&lock), STATUS_SUCCESS);
    assert_int_equal(((uint32_t *)lock.pData)[0], 0xCAFEF00D); /* it came back */

    args = (D3DKMT_VIDMM_ESCAPE){ .Type = D3DKMT_VIDMMESCAPETYPE_DEFRAG, .Defrag.SegmentId = 1 };
    assert_int_equal(kernel_escape(&client, D3DKMT_ESCAPE_VIDMM, &args, sizeof(args)),
                     STATUS_SUCCESS);
    assert_int_equal(args.Defrag.TotalCommitted + args.Defrag.TotalFree,
                     adapter->vidmm->segments[0].size_bytes);
    args.Type = (D3DKMT_VIDMMESCAPETYPE)99;
    assert_int_equal(kernel_escape(&client, D3DKMT_ESCAPE_VIDMM, &args, sizeof(args)),
                     STATUS_INVALID_PARAMETER);
    args.Type = D3DKMT_VIDMMESCAPETYPE_WAKE;
    assert_int_equal(kernel_escape(&client, D3DKMT_ESCAPE_VIDMM, &args, sizeof(args)),
                     STATUS_NOT_IMPLEMENTED);
    assert_int_equal(kernel_escape(&client, D3DKMT_ESCAPE_VIDMM, &args, sizeof(args) - 1),
                     STATUS_INVALID_PARAMETER);
    client_close(&client); /* the lock ends with the device */
}

static void memory_manager_escapes(void **state)
{
    (void)state;
    run_good(video_memory, NULL);
}

#define DRIVERS_KEY "\\Registry\\Machine\\System\\CurrentControlSet\\Control\\GraphicsDrivers"

static void allow_tests(struct machine *machine)
{
    nt_registry_set_dword(machine, DRIVERS_KEY, "TdrTestMode", 1);
}

static void control(struct adapter *adapter, void *argument)
{
    bool allowed = argument != NULL;
    struct client client;
    int type = D3DKMT_TDRDBGCTRLTYPE_DISABLEBREAK;
    D3DKMT_TDRDBGCTRL_ESCAPE wide = { .TdrControl = D3DKMT_TDRDBGCTRLTYPE_ENGINETDR,
                                      .NodeOrdinal = 99 };
    D3DKMT_VIDSCH_ESCAPE sched = { .Type = D3DKMT_VIDSCHESCAPETYPE_CONFIGURE_TDR_LIMIT,
                                   .TdrLimit = { 3, 10 } };
    union {
        D3DKMT_DEBUG_SNAPSHOT_ESCAPE escape;
        char bytes[4096];
    } snapshot = { .bytes = { 0 } };

    client_open_context(&client);
    assert_int_equal(kernel_escape(&client, D3DKMT_ESCAPE_TDRDBGCTRL, &type, sizeof(type)),
                     allowed ? STATUS_SUCCESS : STATUS_ACCESS_DENIED);
    assert_int_equal(kernel_escape(&client, D3DKMT_ESCAPE_TDRDBGCTRL, &type, 3),
                     allowed ? STATUS_INVALID_PARAMETER : STATUS_ACCESS_DENIED);
    assert_int_equal(kernel_escape(&client, D3DKMT_ESCAPE_TDRDBGCTRL, &wide, sizeof(wide)),
                     allowed ? STATUS_INVALID_PARAMETER : STATUS_ACCESS_DENIED);
    assert_int_equal(kernel_escape(&client, D3DKMT_ESCAPE_VIDSCH, &sched, sizeof(sched)),
                     allowed ? STATUS_SUCCESS : STATUS_ACCESS_DENIED);
    if (allowed) {
        assert_int_equal(adapter->sched->config.timeout.limit_count, 3);
        assert_int_equal(adapter->sched->config.timeout.limit_time_ns, 10 * DXGH_NS_PER_S);
    }
    sched = (D3DKMT_VIDSCH_ESCAPE){ .Type = D3DKMT_VIDSCHESCAPETYPE_PREEMPTIONCONTROL };
    assert_int_equal(kernel_escape(&client, D3DKMT_ESCAPE_VIDSCH, &sched, sizeof(sched)),
                     allowed ? STATUS_SUCCESS : STATUS_ACCESS_DENIED);
    assert_int_equal(adapter->sched->config.preemption, !allowed);
    assert_int_equal(
        kernel_escape(&client, D3DKMT_ESCAPE_DEBUG_SNAPSHOT, &snapshot, sizeof(snapshot)),
        allowed ? STATUS_SUCCESS : STATUS_ACCESS_DENIED);
    if (allowed) {
        assert_true(snapshot.escape.Length > 100 && snapshot.escape.Length <= sizeof(snapshot) - 4);
        assert_int_equal(kernel_escape(&client, D3DKMT_ESCAPE_DEBUG_SNAPSHOT, &snapshot, 2),
                         STATUS_INVALID_PARAMETER);
    }
    client_close(&client);
}

static void scheduler_and_recovery_escapes(void **state)
{
    struct stack_config config = { .driver = DXGH_TEST_DRIVER, .before = allow_tests };

    (void)state;
    run_good(control, NULL);
    run_with(&config, control, &config);
}

/* A timeout on request: the device is lost, and a new one works. */
static void force_tdr(struct adapter *adapter, void *argument)
{
    struct client client;
    struct client again;
    int type = D3DKMT_TDRDBGCTRLTYPE_FORCETDR;
    SG_ESCAPE_INFO info = info_request();
    D3DKMT_ESCAPE args;

    (void)adapter;
    (void)argument;
    client_open_context(&client);
    args = (D3DKMT_ESCAPE){ .hAdapter = client.adapter,
                            .Type = D3DKMT_ESCAPE_TDRDBGCTRL,
                            .pPrivateDriverData = &type,
                            .PrivateDriverDataSize = sizeof(type) };
    assert_int_equal(escape_with(args), STATUS_SUCCESS);
    assert_int_equal(client_escape(&client, 0, &info, sizeof(info)), STATUS_DEVICE_REMOVED);
    client_open_context(&again);
    assert_int_equal(client_escape(&again, 0, &info, sizeof(info)), STATUS_SUCCESS);
    client_close(&again);
    client_close(&client);
}

static void forced_timeout_is_recovered_from(void **state)
{
    (void)state;
    run_with(&(struct stack_config){ .driver = DXGH_TEST_DRIVER, .before = allow_tests }, force_tdr,
             NULL);
}

#define DRIVER_KEY                                                                                 \
    "\\Registry\\Machine\\System\\CurrentControlSet\\Control\\Class\\Display"                      \
    "\\PCI\\VEN_D9F0&DEV_5047\\0"

static void allow_hang(struct machine *machine)
{
    nt_registry_set_dword(machine, DRIVER_KEY, "AllowHang", 1);
}

/* The reference driver's own request: a real hang, which timeout detection finds. */
static void hang(struct adapter *adapter, void *argument)
{
    bool allowed = argument != NULL;
    struct client client;
    D3DKMT_HANDLE surface;
    D3DKMT_PRESENT fill;
    D3DKMT_GETDEVICESTATE get = { .StateType = D3DKMT_DEVICESTATE_EXECUTION };
    SG_ESCAPE_NODE node = { .Header = client_header(SG_ESCAPE_HANG, sizeof(SG_ESCAPE_NODE)) };

    (void)adapter;
    client_open_context(&client);
    surface = client_surface(&client, SG_SURFACE_STAGING, 16, 16);
    assert_int_equal(client_escape(&client, 0, &node, sizeof(node)), STATUS_INVALID_PARAMETER);
    assert_int_equal(client_escape(&client, HARDWARE, &node, sizeof(node)),
                     allowed ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER);
    fill = (D3DKMT_PRESENT){ .hContext = client.context,
                             .hDestination = surface,
                             .Flags.ColorFill = 1 };
    assert_int_equal(D3DKMTPresent(&fill), STATUS_SUCCESS);
    assert_int_equal(D3DKMTWaitForIdle(&(D3DKMT_WAITFORIDLE){ .hDevice = client.device }),
                     allowed ? STATUS_DEVICE_REMOVED : STATUS_SUCCESS);
    get.hDevice = client.device;
    assert_int_equal(D3DKMTGetDeviceState(&get), STATUS_SUCCESS);
    assert_int_equal(get.ExecutionState,
                     allowed ? D3DKMT_DEVICEEXECUTION_HUNG : D3DKMT_DEVICEEXECUTION_ACTIVE);
    client_close(&client);
}

static void hang_request_needs_the_registry_value(void **state)
{
    struct stack_config config = { .driver = DXGH_TEST_DRIVER, .before = allow_hang };

    (void)state;
    run_good(hang, NULL);
    run_with(&config, hang, &config);
}

static bool is_refused_by_name(struct machine *machine, const char *name)
{
    LIST_FOR_EACH(link, verify_unimplemented_list(machine)) {
        if (strstr(LIST_ENTRY_OF(link, struct unimplemented, link)->text, name) != NULL) {
            return true;
        }
    }
    return false;
}

static void others(struct adapter *adapter, void *argument)
{
    struct machine *machine = dxgk_adapter_machine(adapter);
    struct client client;
    D3DKMT_DEVICE_ESCAPE device = { .Type = D3DKMT_DEVICEESCAPE_VIDPNFROMALLOCATION };
    D3DKMT_VIDMM_ESCAPE defrag = { .Type = D3DKMT_VIDMMESCAPETYPE_DEFRAG,
                                   .Defrag.Operation = D3DKMT_DEFRAG_ESCAPE_DEFRAG_PASS };
    D3DKMT_DMM_ESCAPE dmm = { .Type = D3DKMT_DMMESCAPETYPE_GET_SUMMARY_INFO };
    uint64_t data = 0;

    (void)argument;
    client_open_context(&client);
    device.VidPnFromAllocation.hPrimaryAllocation =
        client_surface(&client, SG_SURFACE_TEXTURE, 16, 16);
    assert_int_equal(kernel_escape(&client, D3DKMT_ESCAPE_DEVICE, &device, sizeof(device)),
                     STATUS_INVALID_PARAMETER); /* it is no primary */
    assert_int_equal(kernel_escape(&client, D3DKMT_ESCAPE_DMM, &dmm, 8), STATUS_INVALID_PARAMETER);
    assert_int_equal(kernel_escape(&client, D3DKMT_ESCAPE_DMM, &dmm, sizeof(dmm)),
                     STATUS_NOT_IMPLEMENTED);
    dmm.ProvidedBufferSize = sizeof(dmm); /* more than is behind the header */
    assert_int_equal(kernel_escape(&client, D3DKMT_ESCAPE_DMM, &dmm, sizeof(dmm)),
                     STATUS_INVALID_PARAMETER);
    dmm = (D3DKMT_DMM_ESCAPE){ .Type = (D3DKMT_DMMESCAPETYPE)15 };
    assert_int_equal(kernel_escape(&client, D3DKMT_ESCAPE_DMM, &dmm, sizeof(dmm)),
                     STATUS_INVALID_PARAMETER);
    assert_int_equal(kernel_escape(&client, D3DKMT_ESCAPE_BRIGHTNESS, &data, sizeof(data)),
                     STATUS_NOT_IMPLEMENTED);
    assert_true(is_refused_by_name(machine, "D3DKMT_ESCAPE_BRIGHTNESS"));
    assert_true(is_refused_by_name(machine, "D3DKMT_DMMESCAPETYPE_GET_SUMMARY_INFO"));
    assert_int_equal(kernel_escape(&client, D3DKMT_ESCAPE_VIDMM, &defrag, sizeof(defrag)),
                     STATUS_NOT_IMPLEMENTED);
    assert_true(is_refused_by_name(machine, "D3DKMT_DEFRAG_ESCAPE_DEFRAG_PASS"));
    assert_int_equal(kernel_escape(&client, (D3DKMT_ESCAPETYPE)500, &data, sizeof(data)),
                     STATUS_INVALID_PARAMETER);
    client_close(&client);
}

static void other_types_never_reach_the_driver(void **state)
{
    (void)state;
    run_good(others, NULL);
}

/* Random bytes, sizes, flags, types, handles and pointers. */
#define HOSTILE_CALLS 100000u

static void *random_pointer(struct prng *prng, char *page)
{
    static const uintptr_t bad[] = {
        0, 1, 8, 0x1000, UINTPTR_MAX, UINTPTR_MAX - 4096, 0x7FFFFFFFFFFF, 0x8000000000000000u
    };
    uint64_t pick = prng_below(prng, 8);

    if (pick < 6) {
        return page + prng_below(prng, DXGH_PAGE_SIZE);
    }
    return (void *)bad[prng_below(prng, DXGH_ARRAY_SIZE(bad))];
}

static uint32_t random_handle(struct prng *prng, const struct client *client)
{
    switch (prng_below(prng, 6)) {
    case 0:
        return client->device;
    case 1:
        return client->context;
    case 2:
        return (uint32_t)prng_next(prng);
    case 3:
        return 0;
    default:
        return client->adapter;
    }
}

static void fill_random(struct prng *prng, char *page)
{
    SG_ESCAPE_HEADER header =
        client_header((uint32_t)prng_below(prng, 8), (uint32_t)prng_below(prng, 64));
    uint64_t offset = prng_below(prng, DXGH_PAGE_SIZE - sizeof(header));

    for (uint32_t i = 0; i < 4; i++) {
        page[prng_below(prng, DXGH_PAGE_SIZE)] = (char)prng_next(prng);
    }
    memcpy(page + offset, &header, sizeof(header));
}

static D3DKMT_ESCAPE random_escape(struct prng *prng, const struct client *client, char *page)
{
    D3DKMT_ESCAPE args = {
        .hAdapter = prng_below(prng, 4) ? client->adapter : random_handle(prng, client),
        .hDevice = prng_below(prng, 2) ? client->device : random_handle(prng, client),
        .Type = prng_below(prng, 2) ? D3DKMT_ESCAPE_DRIVERPRIVATE
                                    : (D3DKMT_ESCAPETYPE)prng_below(prng, 40),
        .Flags.Value =
            prng_below(prng, 4) ? (uint32_t)prng_below(prng, 2) : (uint32_t)prng_next(prng),
        .pPrivateDriverData = random_pointer(prng, page),
        .PrivateDriverDataSize = (uint32_t)prng_below(prng, 256)
    };

    if (prng_below(prng, 16) == 0) {
        args.PrivateDriverDataSize = (uint32_t)prng_next(prng);
    }
    args.hContext = prng_below(prng, 2) ? 0 : random_handle(prng, client);
    return args;
}

static void hostile(struct adapter *adapter, void *argument)
{
    struct machine *machine = dxgk_adapter_machine(adapter);
    struct prng prng;
    struct client client;
    char *page = nt_user_alloc(machine, 2 * DXGH_PAGE_SIZE); /* the second is nobody's to write */
    uint32_t succeeded = 0;

    assert_true(nt_user_protect(machine, page + DXGH_PAGE_SIZE, DXGH_PAGE_SIZE, NT_USER_NONE));
    prng_init(&prng, *(uint64_t *)argument);
    client_open_context(&client);
    for (uint32_t i = 0; i < HOSTILE_CALLS / 4; i++) {
        D3DKMT_ESCAPE args = random_escape(&prng, &client, page);

        fill_random(&prng, page);
        if (prng_below(&prng, 8) == 0) { /* one that the driver understands, at a random place */
            SG_ESCAPE_INFO info = info_request();

            args.pPrivateDriverData = page + prng_below(&prng, 1000);
            args.PrivateDriverDataSize = sizeof(info);
            memcpy(args.pPrivateDriverData, &info, sizeof(info));
        }
        succeeded += NT_SUCCESS(D3DKMTEscape(&args));
    }
    assert_true(succeeded > HOSTILE_CALLS / 4 / 100);
    client_close(&client);
    nt_user_free(machine, page);
}

static void hostile_escapes_are_survived(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 4; seed++) {
        run_good(hostile, &seed);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(escape_follows_the_documents),
        cmocka_unit_test(no_status_of_a_driver_is_taken_for_ours),
        cmocka_unit_test(driver_answers_through_the_callers_buffer),
        cmocka_unit_test(register_requests_need_hardware_access),
        cmocka_unit_test(malformed_requests_are_refused),
        cmocka_unit_test(handles_must_be_the_callers_own),
        cmocka_unit_test(flags_are_judged_by_interface_version),
        cmocka_unit_test(handles_in_the_data_are_the_callers_own),
        cmocka_unit_test(bad_pointers_are_answers),
        cmocka_unit_test(refused_memory_is_no_memory),
        cmocka_unit_test(stopped_adapter_is_device_removed),
        cmocka_unit_test(device_lost_while_the_level_is_waited_for_is_removed),
        cmocka_unit_test(request_is_captured_once),
        cmocka_unit_test(memory_manager_escapes),
        cmocka_unit_test(scheduler_and_recovery_escapes),
        cmocka_unit_test(forced_timeout_is_recovered_from),
        cmocka_unit_test(hang_request_needs_the_registry_value),
        cmocka_unit_test(other_types_never_reach_the_driver),
        cmocka_unit_test(hostile_escapes_are_survived),
    };
    return cmocka_run_group_tests_name("scenario/escape", tests, NULL, NULL);
}
