/* SPDX-License-Identifier: MIT */
/* A client draws through D3DKMTRender and D3DKMTPresent, and the pixels are right. */
#include "cdd/cdd.h"
#include "devices/softgpu/softgpu_regs.h"
#include "drivers/softgpu/softgpu_umd.h"
#include "dxgk/adapter_private.h"
#include "kmt/object.h"
#include "tests/lib/client.h"
#include "tests/lib/test.h"

#define WIDTH 64u
#define HEIGHT 32u

static void run_with(const struct stack_config *config, void (*body)(struct adapter *, void *))
{
    struct stack stack;

    stack_run(&stack, config, body, NULL);
    if (stack.outcome != STACK_RAN || verify_breach_count(stack.session.machine) > 0) {
        stack_print_breaches(&stack);
    }
    assert_int_equal(stack.outcome, STACK_RAN);
    assert_int_equal(verify_breach_count(stack.session.machine), 0);
    stack_close(&stack);
}

static void run_good(void (*body)(struct adapter *, void *))
{
    run_with(&(struct stack_config){ .driver = DXGH_TEST_DRIVER }, body);
}

/* One fill of a rectangle of the surface at `index` of the allocation list. */
static uint32_t put_fill(const D3DKMT_CREATECONTEXT *buffers, uint32_t index, uint32_t colour,
                         struct softgpu_rect rect)
{
    struct softgpu_packet_fill fill = {
        .header = SOFTGPU_PACKET_HEADER(SOFTGPU_OP_FILL, SOFTGPU_FILL_DWORDS(1)),
        .dst.address = index,
        .colour = colour,
        .rop = SOFTGPU_FILL_PATCOPY,
        .rect_count = 1,
    };

    memcpy(buffers->pCommandBuffer, &fill, sizeof(fill));
    memcpy((char *)buffers->pCommandBuffer + sizeof(fill), &rect, sizeof(rect));
    return (uint32_t)(sizeof(fill) + sizeof(rect));
}

static NTSTATUS render_fill(struct client *client, D3DKMT_HANDLE surface, bool written,
                            uint32_t colour)
{
    struct softgpu_rect all = { 0, 0, WIDTH, HEIGHT };
    D3DKMT_RENDER args = { .hContext = client->context,
                           .CommandLength = put_fill(&client->buffers, 1, colour, all),
                           .AllocationCount = 2 };
    NTSTATUS status;

    client->buffers.pAllocationList[0] = (D3DDDI_ALLOCATIONLIST){ 0 };
    client->buffers.pAllocationList[1] =
        (D3DDDI_ALLOCATIONLIST){ .hAllocation = surface, .WriteOperation = written };
    status = D3DKMTRender(&args);
    if (NT_SUCCESS(status)) {
        client->buffers.pCommandBuffer = args.pNewCommandBuffer;
        client->buffers.pAllocationList = args.pNewAllocationList;
        client->buffers.pPatchLocationList = args.pNewPatchLocationList;
    }
    return status;
}

static uint32_t *lock(const struct client *client, D3DKMT_HANDLE surface)
{
    D3DKMT_LOCK args = { .hDevice = client->device, .hAllocation = surface };

    assert_int_equal(D3DKMTLock(&args), STATUS_SUCCESS);
    assert_non_null(args.pData);
    return args.pData;
}

static void unlock(const struct client *client, D3DKMT_HANDLE surface)
{
    D3DKMT_UNLOCK args = { .hDevice = client->device,
                           .NumAllocations = 1,
                           .phAllocations = &surface };

    assert_int_equal(D3DKMTUnlock(&args), STATUS_SUCCESS);
}

static void assert_surface(const struct client *client, D3DKMT_HANDLE surface, uint32_t colour)
{
    const uint32_t *pixels = lock(client, surface);

    for (uint32_t i = 0; i < WIDTH * HEIGHT; i++) {
        assert_int_equal(pixels[i], colour);
    }
    unlock(client, surface);
}

static void draw(struct adapter *adapter, void *argument)
{
    struct client client;
    D3DKMT_HANDLE surface;

    (void)adapter;
    (void)argument;
    client_open_context(&client);
    surface = client_surface(&client, SG_SURFACE_STAGING, WIDTH, HEIGHT);
    assert_int_equal(render_fill(&client, surface, true, 0xFF102030), STATUS_SUCCESS);
    assert_surface(&client, surface, 0xFF102030); /* the lock waits for the GPU */
    assert_int_equal(render_fill(&client, surface, true, 0xFF405060), STATUS_SUCCESS);
    assert_int_equal(D3DKMTWaitForIdle(&(D3DKMT_WAITFORIDLE){ .hDevice = client.device }),
                     STATUS_SUCCESS);
    assert_surface(&client, surface, 0xFF405060);
    client_surface_destroy(&client, surface);
    client_close(&client);
}

/* Work that draws nothing: by a flag of the context, or of one call. It completes all the same. */
static void draw_nothing(struct adapter *adapter, void *argument)
{
    D3DKMT_CREATECONTEXT create;
    struct client client;
    struct client null;
    D3DKMT_RENDER args;
    D3DKMT_HANDLE surface;

    (void)adapter;
    (void)argument;
    client_open_context(&client);
    surface = client_surface(&client, SG_SURFACE_STAGING, WIDTH, HEIGHT);
    assert_int_equal(render_fill(&client, surface, true, 0xFF102030), STATUS_SUCCESS);
    create = (D3DKMT_CREATECONTEXT){ .hDevice = client.device,
                                     .EngineAffinity = 1,
                                     .Flags.NullRendering = 1 };
    assert_int_equal(D3DKMTCreateContext(&create), STATUS_SUCCESS);
    null = client;
    null.context = create.hContext;
    null.buffers = create;
    assert_int_equal(render_fill(&null, surface, true, 0xFF405060), STATUS_SUCCESS);
    assert_surface(&client, surface, 0xFF102030);

    args = (D3DKMT_RENDER){ .hContext = client.context,
                            .CommandLength = put_fill(&client.buffers, 1, 0xFF405060,
                                                      (struct softgpu_rect){ 0, 0, WIDTH, HEIGHT }),
                            .AllocationCount = 2,
                            .Flags.NullRendering = 1 };
    client.buffers.pAllocationList[0] = (D3DDDI_ALLOCATIONLIST){ 0 };
    client.buffers.pAllocationList[1] =
        (D3DDDI_ALLOCATIONLIST){ .hAllocation = surface, .WriteOperation = 1 };
    assert_int_equal(D3DKMTRender(&args), STATUS_SUCCESS);
    assert_surface(&client, surface, 0xFF102030);
    assert_int_equal(render_fill(&client, surface, true, 0xFF708090), STATUS_SUCCESS);
    assert_surface(&client, surface, 0xFF708090); /* one call only */
    client_close(&client);
}

static void null_rendering_completes_and_draws_nothing(void **state)
{
    (void)state;
    run_good(draw_nothing);
}

static void client_draws_into_its_surface(void **state)
{
    (void)state;
    run_good(draw);
    run_with(&(struct stack_config){ .driver = DXGH_TEST_DRIVER_WINDOWS }, draw);
    for (uint64_t seed = 1; seed <= 4; seed++) {
        run_with(&(struct stack_config){ .driver = DXGH_TEST_DRIVER,
                                         .machine = { .decision = DECISION_RANDOM, .seed = seed } },
                 draw);
    }
}

static NTSTATUS render_raw(const struct client *client, uint32_t offset, uint32_t length,
                           uint32_t allocations, uint32_t patches)
{
    return D3DKMTRender(&(D3DKMT_RENDER){ .hContext = client->context,
                                          .CommandOffset = offset,
                                          .CommandLength = length,
                                          .AllocationCount = allocations,
                                          .PatchLocationCount = patches });
}

static void refuse(struct adapter *adapter, void *argument)
{
    struct client client;
    uint32_t *words;
    D3DKMT_HANDLE surface;
    uint32_t size;

    (void)adapter;
    (void)argument;
    client_open_context(&client);
    size = client.buffers.CommandBufferSize;
    words = client.buffers.pCommandBuffer;
    surface = client_surface(&client, SG_SURFACE_STAGING, WIDTH, HEIGHT);
    assert_int_equal(render_raw(&client, 0, 0, 0, 0), STATUS_INVALID_PARAMETER);
    assert_int_equal(render_raw(&client, 0, size + 1, 0, 0), STATUS_INVALID_PARAMETER);
    assert_int_equal(render_raw(&client, size, 1, 0, 0), STATUS_INVALID_PARAMETER);
    assert_int_equal(render_raw(&client, UINT32_MAX, 2, 0, 0), STATUS_INVALID_PARAMETER);
    assert_int_equal(render_raw(&client, 0, 4, client.buffers.AllocationListSize + 1, 0),
                     STATUS_INVALID_PARAMETER);
    assert_int_equal(render_raw(&client, 0, 4, 0, client.buffers.PatchLocationListSize + 1),
                     STATUS_INVALID_PARAMETER);
    words[0] = SOFTGPU_PACKET_HEADER(SOFTGPU_OP_FILL_LINEAR, 4);
    assert_int_equal(render_raw(&client, 0, 16, 0, 0), STATUS_PRIVILEGED_INSTRUCTION);
    words[0] = SOFTGPU_PACKET_HEADER(0x7F, 4);
    assert_int_equal(render_raw(&client, 0, 16, 0, 0), STATUS_ILLEGAL_INSTRUCTION);
    assert_int_equal(render_fill(&client, surface, false, 1), STATUS_INVALID_PARAMETER);
    assert_int_equal(render_fill(&client, client.device, true, 1), STATUS_INVALID_HANDLE);
    assert_int_equal(render_fill(&client, surface + (1u << 22), true, 1), STATUS_INVALID_HANDLE);
    assert_int_equal(D3DKMTRender(NULL), STATUS_INVALID_PARAMETER);
    assert_int_equal(render_fill(&client, surface, true, 0xFF777777), STATUS_SUCCESS);
    assert_surface(&client, surface, 0xFF777777);
    client_close(&client); /* the surface goes with its device */
}

static void bad_command_buffers_are_refused(void **state)
{
    (void)state;
    run_good(refuse);
}

static void resize(struct adapter *adapter, void *argument)
{
    struct client client;
    D3DKMT_HANDLE surface;
    struct softgpu_rect all = { 0, 0, WIDTH, HEIGHT };
    D3DKMT_RENDER args = { .AllocationCount = 2,
                           .NewCommandBufferSize = 3 * DXGH_PAGE_SIZE,
                           .NewAllocationListSize = 500,
                           .Flags.ResizeCommandBuffer = 1,
                           .Flags.ResizeAllocationList = 1 };

    (void)adapter;
    (void)argument;
    client_open_context(&client);
    surface = client_surface(&client, SG_SURFACE_STAGING, WIDTH, HEIGHT);
    args.hContext = client.context;
    args.CommandLength = put_fill(&client.buffers, 1, 0xFF010203, all);
    client.buffers.pAllocationList[1] =
        (D3DDDI_ALLOCATIONLIST){ .hAllocation = surface, .WriteOperation = 1 };
    assert_int_equal(D3DKMTRender(&args), STATUS_SUCCESS);
    assert_int_equal(args.NewCommandBufferSize, 3 * DXGH_PAGE_SIZE);
    assert_int_equal(args.NewAllocationListSize, 500);
    assert_int_equal(args.NewPatchLocationListSize, client.buffers.PatchLocationListSize);
    client.buffers.pCommandBuffer = args.pNewCommandBuffer;
    client.buffers.pAllocationList = args.pNewAllocationList;
    memset(args.pNewCommandBuffer, 0, args.NewCommandBufferSize);
    assert_int_equal(render_fill(&client, surface, true, 0xFF0A0B0C), STATUS_SUCCESS);
    assert_surface(&client, surface, 0xFF0A0B0C);
    client_close(&client);
}

static void buffers_take_the_sizes_asked_for(void **state)
{
    (void)state;
    run_good(resize);
}

static uint32_t screen_pixel(struct machine *machine, uint32_t x, uint32_t y)
{
    const struct device_host *board =
        LIST_ENTRY_OF(machine->devices.next, struct device_host, link);
    struct dxghost_scanout scanout;

    assert_true(board->ops->scanout(board->device, 0, &scanout));
    return ((const uint32_t *)(const void *)((const char *)scanout.pixels + y * scanout.pitch))[x];
}

static void idle(const struct client *client)
{
    assert_int_equal(D3DKMTWaitForIdle(&(D3DKMT_WAITFORIDLE){ .hDevice = client->device }),
                     STATUS_SUCCESS);
}

static void present(struct adapter *adapter, void *argument)
{
    struct machine *machine = dxgk_adapter_machine(adapter);
    struct cdd_config config = { .width = 640, .height = 480 };
    struct client client;
    struct cdd *cdd;
    D3DKMT_HANDLE surface;
    D3DKMT_PRESENT args;

    (void)argument;
    assert_int_equal(cdd_create(adapter, &config, &cdd), STATUS_SUCCESS);
    client_open_context(&client);
    surface = client_surface(&client, SG_SURFACE_STAGING, WIDTH, HEIGHT);
    assert_int_equal(render_fill(&client, surface, true, 0xFF112233), STATUS_SUCCESS);

    args = (D3DKMT_PRESENT){ .hContext = client.context,
                             .hSource = surface,
                             .DstRect = { 100, 50, 100 + WIDTH, 50 + HEIGHT },
                             .SrcRect = { 0, 0, WIDTH, HEIGHT },
                             .Flags = { .Blt = 1, .DstRectValid = 1, .SrcRectValid = 1 } };
    assert_int_equal(D3DKMTPresent(&args), STATUS_SUCCESS);
    idle(&client);
    assert_int_equal(screen_pixel(machine, 100, 50) & 0xFFFFFF, 0x112233);
    assert_int_equal(screen_pixel(machine, 100 + WIDTH - 1, 50 + HEIGHT - 1) & 0xFFFFFF, 0x112233);
    assert_int_equal(screen_pixel(machine, 99, 50) & 0xFFFFFF, 0);
    assert_int_equal(screen_pixel(machine, 100 + WIDTH, 50) & 0xFFFFFF, 0);

    args = (D3DKMT_PRESENT){ .hContext = client.context,
                             .Color = 0xFF445566,
                             .DstRect = { 600, 440, 700, 500 }, /* hangs over the edge */
                             .Flags = { .ColorFill = 1, .DstRectValid = 1 } };
    assert_int_equal(D3DKMTPresent(&args), STATUS_SUCCESS);
    idle(&client);
    assert_int_equal(screen_pixel(machine, 639, 479) & 0xFFFFFF, 0x445566);
    assert_int_equal(screen_pixel(machine, 599, 479) & 0xFFFFFF, 0);

    args.DstRect = (RECT){ 5000, 0, 5010, 10 }; /* nothing is left of it */
    assert_int_equal(D3DKMTPresent(&args), STATUS_SUCCESS);
    args.DstRect = (RECT){ 10, 10, 10, 20 };
    assert_int_equal(D3DKMTPresent(&args), STATUS_INVALID_PARAMETER);
    args.Flags.Blt = 1;
    assert_int_equal(D3DKMTPresent(&args), STATUS_INVALID_PARAMETER);
    args = (D3DKMT_PRESENT){ .hContext = client.context,
                             .hSource = surface,
                             .SrcRect = { 0, 0, WIDTH + 1, HEIGHT },
                             .Flags = { .Blt = 1, .SrcRectValid = 1 } };
    assert_int_equal(D3DKMTPresent(&args), STATUS_INVALID_PARAMETER);
    args.hSource = client.device;
    assert_int_equal(D3DKMTPresent(&args), STATUS_INVALID_PARAMETER);
    client_close(&client);
    cdd_destroy(cdd);
}

static void presents_reach_the_screen(void **state)
{
    (void)state;
    run_good(present);
}

static void flip(struct adapter *adapter, void *argument)
{
    struct machine *machine = dxgk_adapter_machine(adapter);
    struct cdd_config config = { .width = 640, .height = 480 };
    struct client client;
    struct cdd *cdd;
    D3DKMT_HANDLE primary;

    (void)argument;
    assert_int_equal(cdd_create(adapter, &config, &cdd), STATUS_SUCCESS);
    client_open_context(&client);
    primary = client_primary(&client, 640, 480);
    assert_int_equal(render_fill(&client, primary, true, 0xFF998877), STATUS_SUCCESS);
    assert_int_equal(client_flip(&client, primary, D3DDDI_FLIPINTERVAL_ONE),
                     STATUS_GRAPHICS_VIDPN_SOURCE_IN_USE);
    client_own_source(&client);
    assert_int_equal(client_flip(&client, primary, D3DDDI_FLIPINTERVAL_ONE), STATUS_SUCCESS);
    assert_int_equal(screen_pixel(machine, 5, 5) & 0xFFFFFF, 0x998877);
    client_surface_destroy(&client, primary); /* the desktop is back */
    assert_int_equal(screen_pixel(machine, 5, 5) & 0xFFFFFF, 0);
    client_close(&client);
    cdd_destroy(cdd);
}

static void flip_shows_the_clients_primary(void **state)
{
    (void)state;
    run_good(flip);
}

/* What stands at the beginning of the only surface in an aperture. */
static uint32_t mapped_pixel(const struct adapter *adapter)
{
    for (uint32_t id = 1; id <= adapter->vidmm->segment_count; id++) {
        const struct segment *segment = vidmm_segment(adapter->vidmm, id);

        if (segment->aperture && !list_is_empty(&segment->residents)) {
            return *(const uint32_t *)LIST_ENTRY_OF(segment->residents.next,
                                                    struct vidmm_allocation, resident_link)
                        ->backing;
        }
    }
    return 0;
}

/* A shared resource comes with its global handle, or not at all, whatever request is refused. */
static void starve(struct adapter *adapter, void *argument)
{
    struct machine *machine = dxgk_adapter_machine(adapter);
    SG_UMD_RESOURCE_DATA resource = { .Magic = SG_UMD_MAGIC, .Version = SG_UMD_VERSION };
    SG_UMD_ALLOCATION_DATA data = { .Magic = SG_UMD_MAGIC,
                                    .Version = SG_UMD_VERSION,
                                    .Kind = SG_SURFACE_STAGING,
                                    .Width = WIDTH,
                                    .Height = HEIGHT,
                                    .Pitch = WIDTH * 4,
                                    .Format = D3DDDIFMT_A8R8G8B8 };
    D3DDDI_ALLOCATIONINFO info = { .pPrivateDriverData = &data,
                                   .PrivateDriverDataSize = sizeof(data) };
    struct client client;
    uint32_t refused = 0;
    uint64_t n = 0;
    NTSTATUS status = STATUS_NO_MEMORY;

    (void)argument;
    client_open_context(&client);
    do {
        D3DKMT_CREATEALLOCATION create = { .hDevice = client.device,
                                           .pPrivateDriverData = &resource,
                                           .PrivateDriverDataSize = sizeof(resource),
                                           .NumAllocations = 1,
                                           .pAllocationInfo = &info,
                                           .Flags = { .CreateResource = 1, .CreateShared = 1 } };

        machine->decision.refuse_at = ++n;
        status = D3DKMTCreateAllocation(&create);
        refused += !NT_SUCCESS(status);
        assert_true(!NT_SUCCESS(status) || create.hGlobalShare != 0);
        if (NT_SUCCESS(status)) {
            D3DKMT_DESTROYALLOCATION destroy = { .hDevice = client.device,
                                                 .hResource = create.hResource };

            n = machine->decision.refuse_at != 0 ? 0 : n; /* more than there are: all were tried */
            machine->decision.refuse_at = 0;
            assert_int_equal(D3DKMTDestroyAllocation(&destroy), STATUS_SUCCESS);
        }
    } while (n != 0);
    assert_true(refused > 3);
    client_close(&client);
}

static void shared_resource_has_its_handle_or_is_refused(void **state)
{
    (void)state;
    run_good(starve);
}

static void query_shared(const struct client *client, D3DKMT_HANDLE share, size_t runtime_bytes)
{
    D3DKMT_QUERYRESOURCEINFO query = { .hDevice = client->device, .hGlobalShare = share ^ 1 };

    assert_int_equal(D3DKMTQueryResourceInfo(&query), STATUS_INVALID_PARAMETER);
    query.hGlobalShare = share;
    assert_int_equal(D3DKMTQueryResourceInfo(&query), STATUS_SUCCESS);
    assert_int_equal(query.NumAllocations, 1);
    assert_int_equal(query.TotalPrivateDriverDataSize, sizeof(SG_UMD_ALLOCATION_DATA));
    assert_int_equal(query.ResourcePrivateDriverDataSize, sizeof(SG_UMD_RESOURCE_DATA));
    assert_int_equal(query.PrivateRuntimeDataSize, runtime_bytes);
}

/* Another process opens the resource by its global handle and sees the pixels. */
static void share(struct adapter *adapter, void *argument)
{
    struct machine *machine = dxgk_adapter_machine(adapter);
    struct process *mine = process_current(machine);
    struct process *other;
    struct client client;
    struct client second;
    SG_UMD_RESOURCE_DATA resource = { .Magic = SG_UMD_MAGIC, .Version = SG_UMD_VERSION };
    SG_UMD_ALLOCATION_DATA data = { .Magic = SG_UMD_MAGIC,
                                    .Version = SG_UMD_VERSION,
                                    .Kind = SG_SURFACE_STAGING,
                                    .Width = WIDTH,
                                    .Height = HEIGHT,
                                    .Pitch = WIDTH * 4,
                                    .Format = D3DDDIFMT_A8R8G8B8 };
    char runtime[] = "runtime data";
    D3DDDI_ALLOCATIONINFO info = { .pPrivateDriverData = &data,
                                   .PrivateDriverDataSize = sizeof(data) };
    D3DKMT_CREATEALLOCATION create = { .pPrivateRuntimeData = runtime,
                                       .PrivateRuntimeDataSize = sizeof(runtime),
                                       .pPrivateDriverData = &resource,
                                       .PrivateDriverDataSize = sizeof(resource),
                                       .NumAllocations = 1,
                                       .pAllocationInfo = &info,
                                       .Flags = { .CreateResource = 1, .CreateShared = 1 } };
    D3DDDI_OPENALLOCATIONINFO opened = { 0 };
    SG_UMD_ALLOCATION_DATA seen;
    SG_UMD_RESOURCE_DATA seen_resource;
    char seen_runtime[sizeof(runtime)];
    D3DKMT_OPENRESOURCE open = { .NumAllocations = 1,
                                 .pOpenAllocationInfo = &opened,
                                 .pPrivateRuntimeData = seen_runtime,
                                 .PrivateRuntimeDataSize = sizeof(seen_runtime),
                                 .pResourcePrivateDriverData = &seen_resource,
                                 .ResourcePrivateDriverDataSize = sizeof(seen_resource),
                                 .pTotalPrivateDriverDataBuffer = &seen,
                                 .TotalPrivateDriverDataBufferSize = sizeof(seen) };

    (void)argument;
    client_open_context(&client);
    create.hDevice = client.device;
    assert_int_equal(D3DKMTCreateAllocation(&create), STATUS_SUCCESS);
    assert_int_not_equal(create.hResource, 0);
    assert_int_not_equal(create.hGlobalShare, 0);
    assert_int_equal(render_fill(&client, info.hAllocation, true, 0xFFABCDEF), STATUS_SUCCESS);

    other = client_process(machine, "other", 8);
    client_open_context(&second);
    query_shared(&second, create.hGlobalShare, sizeof(runtime));
    open.hDevice = second.device;
    open.hGlobalShare = create.hGlobalShare;
    open.NumAllocations = 0;
    assert_int_equal(D3DKMTOpenResource(&open), STATUS_INVALID_PARAMETER);
    open.NumAllocations = 1;
    assert_int_equal(D3DKMTOpenResource(&open), STATUS_SUCCESS);
    assert_string_equal(seen_runtime, runtime);
    assert_int_equal(seen.Width, WIDTH);

    /* The creator ends; the resource lives on in the other process, which may draw and not lock. */
    kmt_process_end(mine);
    assert_int_equal(mapped_pixel(adapter), 0xFFABCDEF);
    assert_int_equal(
        D3DKMTLock(&(D3DKMT_LOCK){ .hDevice = second.device, .hAllocation = opened.hAllocation }),
        STATUS_INVALID_PARAMETER);
    assert_int_equal(render_fill(&second, opened.hAllocation, true, 0xFF123456), STATUS_SUCCESS);
    idle(&second);
    assert_int_equal(mapped_pixel(adapter), 0xFF123456);
    client_close(&second);
    kmt_process_end(other);
    process_attach(machine, mine);
    process_destroy(other);
}

static void shared_resource_outlives_its_creator(void **state)
{
    (void)state;
    run_good(share);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(client_draws_into_its_surface),
        cmocka_unit_test(null_rendering_completes_and_draws_nothing),
        cmocka_unit_test(bad_command_buffers_are_refused),
        cmocka_unit_test(buffers_take_the_sizes_asked_for),
        cmocka_unit_test(presents_reach_the_screen),
        cmocka_unit_test(flip_shows_the_clients_primary),
        cmocka_unit_test(shared_resource_has_its_handle_or_is_refused),
        cmocka_unit_test(shared_resource_outlives_its_creator),
    };
    return cmocka_run_group_tests_name("scenario/kmt_render", tests, NULL, NULL);
}
