/* SPDX-License-Identifier: MIT */
/*
 * The thunks as a client meets them: an escape into the driver and back, opening an adapter, and a
 * small command buffer from D3DKMTRender to its retired fence. The verifier is on, as always.
 */
#include "bench/bench.h"
#include "bench/vulkan_peer.h"

#include "cli/session.h"
#include "devices/softgpu/softgpu_regs.h"
#include "drivers/softgpu/softgpu_escape.h"
#include "drivers/softgpu/softgpu_umd.h"
#include "dxgk/adapter.h"
#include "kmt/object.h"

#include <math.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define NS_PER_US 1000.0
#define SURFACE_SIZE 16u

_Static_assert(sizeof(SG_ESCAPE_INFO) == 64, "the round trip is one of 64 bytes");

struct client {
    struct session session;
    struct adapter *adapter;
    struct process *system;
    struct process *process;
    D3DKMT_ADAPTERINFO opened;
    D3DKMT_HANDLE device;
    D3DKMT_CREATECONTEXT context;
    D3DKMT_HANDLE surface;
    bool broken;
};

static struct client shared;
static char start_error[512];

static bool open_client(struct client *client)
{
    D3DKMT_ENUMADAPTERS2 adapters = { .NumAdapters = 1, .pAdapters = &client->opened };
    D3DKMT_CREATEDEVICE device = { 0 };
    SG_UMD_ALLOCATION_DATA data = { .Magic = SG_UMD_MAGIC,
                                    .Version = SG_UMD_VERSION,
                                    .Kind = SG_SURFACE_TEXTURE,
                                    .Width = SURFACE_SIZE,
                                    .Height = SURFACE_SIZE,
                                    .Pitch = SURFACE_SIZE * 4,
                                    .Format = D3DDDIFMT_A8R8G8B8 };
    D3DDDI_ALLOCATIONINFO info = { .pPrivateDriverData = &data,
                                   .PrivateDriverDataSize = sizeof(data) };
    D3DKMT_CREATEALLOCATION create = { .NumAllocations = 1, .pAllocationInfo = &info };

    if (!NT_SUCCESS(D3DKMTEnumAdapters2(&adapters))) {
        return false;
    }
    device.hAdapter = client->opened.hAdapter;
    if (!NT_SUCCESS(D3DKMTCreateDevice(&device))) {
        return false;
    }
    client->device = device.hDevice;
    client->context = (D3DKMT_CREATECONTEXT){ .hDevice = device.hDevice, .EngineAffinity = 1 };
    create.hDevice = device.hDevice;
    if (!NT_SUCCESS(D3DKMTCreateContext(&client->context)) ||
        !NT_SUCCESS(D3DKMTCreateAllocation(&create))) {
        return false;
    }
    client->surface = info.hAllocation;
    return true;
}

static void finish(void *state)
{
    struct client *client = state;

    if (client->adapter != NULL) {
        process_attach(client->session.machine, client->system);
        if (client->process != NULL) {
            kmt_process_end(client->process);
            process_destroy(client->process);
        }
        kmt_adapter_stop(client->adapter);
        dxgk_adapter_destroy(client->adapter);
    }
    session_close(&client->session);
    *client = (struct client){ 0 };
    vulkan_peer_close();
}

static bool prepare(void **state, const char **why)
{
    const struct session_config config = { .device = "softgpu" };
    struct adapter_config adapter = { .driver_path = BENCH_DRIVER };
    struct adapter_error error;
    struct machine *machine;

    *why = start_error;
    if (!session_open(&shared.session, &config, start_error, sizeof(start_error))) {
        return false;
    }
    machine = shared.session.machine;
    adapter.board = shared.session.board;
    shared.system = process_create(machine, "system", 4);
    process_attach(machine, shared.system);
    if (!NT_SUCCESS(dxgk_adapter_create(machine, &adapter, &shared.adapter, &error))) {
        (void)snprintf(start_error, sizeof(start_error), "%s", error.text);
        finish(&shared);
        return false;
    }
    shared.process = process_create(machine, "client", 8);
    process_attach(machine, shared.process);
    if (!open_client(&shared)) {
        (void)snprintf(start_error, sizeof(start_error), "the client could not start");
        finish(&shared);
        return false;
    }
    *state = &shared;
    return true;
}

struct batch {
    struct client *client;
    uint64_t count;
};

/* A client on the machine, as tests and embedders are. */
static void escape_batch(void *argument)
{
    struct client *client = ((struct batch *)argument)->client;
    uint64_t count = ((struct batch *)argument)->count;
    SG_ESCAPE_INFO info = { .Header = { SG_ESCAPE_MAGIC, SG_ESCAPE_VERSION, sizeof(info),
                                        SG_ESCAPE_GPU_INFO } };
    D3DKMT_ESCAPE args = { .hAdapter = client->opened.hAdapter,
                           .pPrivateDriverData = &info,
                           .PrivateDriverDataSize = sizeof(info) };

    for (; count > 0; count--) {
        client->broken |= D3DKMTEscape(&args) != STATUS_SUCCESS;
    }
}

static void escape_body(void *state, uint64_t count)
{
    struct batch batch = { state, count };

    shared.broken |= machine_run(shared.session.machine, escape_batch, &batch) == MACHINE_CRASHED;
}

static void syscall_body(void *state, uint64_t count)
{
    (void)state;
    for (; count > 0; count--) {
        (void)syscall(SYS_getppid);
    }
}

static double escape_ns(void *state)
{
    double ns = bench_ns_per_call(escape_body, state);

    return ((struct client *)state)->broken ? NAN : ns;
}

static double syscall_ns(void *state)
{
    return bench_ns_per_call(syscall_body, state);
}

static void open_body(void *state, uint64_t count)
{
    struct client *client = state;

    for (; count > 0; count--) {
        D3DKMT_OPENADAPTERFROMLUID open = { .AdapterLuid = client->opened.AdapterLuid };

        client->broken |= D3DKMTOpenAdapterFromLuid(&open) != STATUS_SUCCESS;
        client->broken |= D3DKMTCloseAdapter(&(D3DKMT_CLOSEADAPTER){ .hAdapter = open.hAdapter }) !=
                          STATUS_SUCCESS;
    }
}

static double open_us(void *state)
{
    double ns = bench_ns_per_call(open_body, state);

    return ((struct client *)state)->broken ? NAN : ns / NS_PER_US;
}

static void render_body(void *state, uint64_t count)
{
    struct client *client = state;
    struct softgpu_packet_fill fill = {
        .header = SOFTGPU_PACKET_HEADER(SOFTGPU_OP_FILL, SOFTGPU_FILL_DWORDS(1)),
        .dst.address = 1,
        .colour = 0xFF336699,
        .rop = SOFTGPU_FILL_PATCOPY,
        .rect_count = 1,
    };
    struct softgpu_rect rect = { 0, 0, SURFACE_SIZE, SURFACE_SIZE };

    for (; count > 0; count--) {
        D3DKMT_RENDER args = { .hContext = client->context.hContext,
                               .CommandLength = sizeof(fill) + sizeof(rect),
                               .AllocationCount = 2 };

        memcpy(client->context.pCommandBuffer, &fill, sizeof(fill));
        memcpy((char *)client->context.pCommandBuffer + sizeof(fill), &rect, sizeof(rect));
        client->context.pAllocationList[1] =
            (D3DDDI_ALLOCATIONLIST){ .hAllocation = client->surface, .WriteOperation = 1 };
        client->broken |= D3DKMTRender(&args) != STATUS_SUCCESS;
        client->context.pCommandBuffer = args.pNewCommandBuffer;
        client->context.pAllocationList = args.pNewAllocationList;
        client->broken |=
            D3DKMTWaitForIdle(&(D3DKMT_WAITFORIDLE){ .hDevice = client->device }) != STATUS_SUCCESS;
    }
}

static double render_us(void *state)
{
    double ns = bench_ns_per_call(render_body, state);

    return ((struct client *)state)->broken ? NAN : ns / NS_PER_US;
}

static double lavapipe_us(void *state)
{
    (void)state;
    return vulkan_peer_submit_us();
}

static const struct bench benches[] = {
    { .id = "kmt.escape",
      .unit = "ns",
      .peer = "one raw syscall",
      .goal = BENCH_AT_MOST,
      .target = 1.0,
      .prepare = prepare,
      .subject = escape_ns,
      .peer_sample = syscall_ns,
      .finish = finish },
    { .id = "kmt.open_close",
      .unit = "us",
      .peer = "limit",
      .goal = BENCH_AT_MOST,
      .target = 1.0,
      .limit = 5.0,
      .prepare = prepare,
      .subject = open_us,
      .finish = finish },
    { .id = "kmt.render_to_fence",
      .unit = "us",
      .peer = "lavapipe empty submit",
      .goal = BENCH_AT_MOST,
      .target = 0.2,
      .prepare = prepare,
      .subject = render_us,
      .peer_sample = lavapipe_us,
      .finish = finish },
};

const struct bench_module bench_kmt_module = { "kmt", benches,
                                               sizeof(benches) / sizeof(benches[0]) };
