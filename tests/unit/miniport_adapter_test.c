/* SPDX-License-Identifier: MIT */
/*
 * What the reference miniport says of itself and what it makes of private data: capabilities,
 * segments, monitor, standard allocations, escapes.
 */
#include "tests/lib/test.h"

#include <ntddk.h>
#include <stdlib.h>
#include <string.h>

/* The code under test runs outside of any machine here, and its registers are the mock's. */
static ULONG board_read(const volatile ULONG *address);
static ULONG64 board_read64(const volatile ULONG64 *address);
static void board_write(volatile ULONG *address, ULONG value);
static void board_write64(volatile ULONG64 *address, ULONG64 value);
static PVOID NTAPI pool_allocate(POOL_FLAGS flags, SIZE_T bytes, ULONG tag);
static void NTAPI pool_free(PVOID block, ULONG tag);
static KIRQL irql;
#undef PAGED_CODE
#define PAGED_CODE() assert_in_range(irql, PASSIVE_LEVEL, APC_LEVEL)
#define READ_REGISTER_ULONG board_read
#define READ_REGISTER_ULONG64 board_read64
#define WRITE_REGISTER_ULONG board_write
#define WRITE_REGISTER_ULONG64 board_write64
#define ExAllocatePool2 pool_allocate
#define ExFreePoolWithTag pool_free
#include "drivers/softgpu/adapter_info.c"
#include "drivers/softgpu/allocation.c"
#include "drivers/softgpu/child.c"
#include "drivers/softgpu/context.c"
#include "drivers/softgpu/crtc.c"
#include "drivers/softgpu/escape.c"
#include "drivers/softgpu/format.c"
#include "drivers/softgpu/hardware.c"
#include "drivers/softgpu/modes.c"
#include "drivers/softgpu/post_display.c"
#include "drivers/softgpu/standard_allocation.c"

#define VRAM_SIZE 0x4000000ull
#define RESERVED_SIZE 0x80000ull
#define VRAM_PHYSICAL 0xE0000000ll
#define SCRATCH_VALUE 0x12345678u

struct world {
    _Alignas(8) unsigned char registers[SOFTGPU_BAR_REGISTERS_SIZE];
    SG_ADAPTER adapter;
    UINT register_accesses;
    UINT pool_blocks;
    UINT pool_calls;
    UINT pool_failure; /* the call that fails, from 1; 0: none */
};

static struct world *world;

static ULONG board_read(const volatile ULONG *address)
{
    world->register_accesses++;
    return *address;
}

static ULONG64 board_read64(const volatile ULONG64 *address)
{
    world->register_accesses++;
    return *address;
}

static void board_write(volatile ULONG *address, ULONG value)
{
    world->register_accesses++;
    *address = value;
}

static void board_write64(volatile ULONG64 *address, ULONG64 value)
{
    world->register_accesses++;
    *address = value;
}

static PVOID NTAPI pool_allocate(POOL_FLAGS flags, SIZE_T bytes, ULONG tag)
{
    (void)flags;
    assert_int_equal(tag, SG_POOL_TAG);
    if (++world->pool_calls == world->pool_failure) {
        return NULL;
    }
    world->pool_blocks++;
    return calloc(1, bytes);
}

static void NTAPI pool_free(PVOID block, ULONG tag)
{
    assert_int_equal(tag, SG_POOL_TAG);
    assert_non_null(block);
    world->pool_blocks--;
    free(block);
}

/* The port's translation of handles: here a handle is 1 plus an index. */
static PVOID handle_objects[4];

static PVOID NTAPI port_get_handle_data(const DXGKARGCB_GETHANDLEDATA *args)
{
    assert_int_equal(args->Type, DXGK_HANDLE_ALLOCATION);
    return args->hObject >= 1 && args->hObject <= 4 ? handle_objects[args->hObject - 1] : NULL;
}

/* Of device.c, which is not part of this test. */
VOID SgReleaseResources(SG_ADAPTER *Adapter)
{
    Adapter->Registers = NULL;
}

static int world_setup(void **state)
{
    (void)state;
    world = calloc(1, sizeof(*world));
    world->adapter.Registers = world->registers;
    world->adapter.Layout.VramSize = VRAM_SIZE;
    world->adapter.Layout.ReservedSize = RESERVED_SIZE;
    world->adapter.Layout.GartEntries = 0x10000;
    world->adapter.VramPhysical.QuadPart = VRAM_PHYSICAL;
    world->adapter.Dxgk.DxgkCbGetHandleData = port_get_handle_data;
    memcpy(world->registers + SOFTGPU_REG_SCRATCH0, &(ULONG){ SCRATCH_VALUE }, sizeof(ULONG));
    return 0;
}

static int world_teardown(void **state)
{
    (void)state;
    free(world);
    return 0;
}

static NTSTATUS query(DXGK_QUERYADAPTERINFOTYPE type, void *output, UINT size)
{
    DXGKARG_QUERYADAPTERINFO args = { .Type = type, .pOutputData = output, .OutputDataSize = size };

    return SgQueryAdapterInfo(&world->adapter, &args);
}

/* Whatever the size: success, and not a byte beyond it or beyond WDDM 1.3. */
static void capabilities_fit_any_buffer(void **state)
{
    const UINT wddm13 = 552;
    unsigned char output[1024];

    (void)state;
    assert_int_equal(query(DXGKQAITYPE_DRIVERCAPS, NULL, 0), STATUS_INVALID_PARAMETER);
    for (UINT size = 8; size <= sizeof(output); size += 8) {
        memset(output, 0xCD, sizeof(output));
        assert_int_equal(query(DXGKQAITYPE_DRIVERCAPS, output, size), STATUS_SUCCESS);
        for (UINT i = min(size, wddm13); i < sizeof(output); i++) {
            assert_int_equal(output[i], 0xCD);
        }
    }
}

static void capabilities_are_consistent(void **state)
{
    DXGK_DRIVERCAPS caps = { 0 };

    (void)state;
    assert_int_equal(query(DXGKQAITYPE_DRIVERCAPS, &caps, sizeof(caps)), STATUS_SUCCESS);
    assert_true(caps.SchedulingCaps.MultiEngineAware); /* or the next may not be set */
    assert_true(caps.SchedulingCaps.CancelCommandAware);
    assert_true(caps.FlipCaps.FlipOnVSyncMmIo && caps.FlipCaps.FlipIndependent);
    assert_true(caps.MemoryManagementCaps.PagingNode <
                caps.GpuEngineTopology.NbAsymetricProcessingNodes);
    assert_true(caps.PresentationCaps.SupportKernelModeCommandBuffer);
    assert_in_range(caps.PresentationCaps.AlignmentShift, 2, 15);
    assert_int_equal(2048u << caps.PresentationCaps.MaxTextureWidthShift, SOFTGPU_SURFACE_SIZE_MAX);
    assert_int_equal(caps.WDDMVersion, DXGKDDI_WDDMv1_3);
    assert_int_equal(caps.MaxAllocationListSlotId, SG_SLOT_COUNT);
}

/* PREEMPT-29: what the board can do; without any preemption, the Windows 7 model. */
static void preemption_granularity_is_the_boards(void **state)
{
    static const struct {
        UINT board;
        UINT aware;
        D3DKMDT_GRAPHICS_PREEMPTION_GRANULARITY graphics;
        D3DKMDT_COMPUTE_PREEMPTION_GRANULARITY compute;
    } boards[] = {
        { SOFTGPU_PREEMPT_NONE, 0, D3DKMDT_GRAPHICS_PREEMPTION_NONE,
          D3DKMDT_COMPUTE_PREEMPTION_NONE },
        { SOFTGPU_PREEMPT_ENTRY, 1, D3DKMDT_GRAPHICS_PREEMPTION_DMA_BUFFER_BOUNDARY,
          D3DKMDT_COMPUTE_PREEMPTION_DMA_BUFFER_BOUNDARY },
        { SOFTGPU_PREEMPT_PACKET, 1, D3DKMDT_GRAPHICS_PREEMPTION_PRIMITIVE_BOUNDARY,
          D3DKMDT_COMPUTE_PREEMPTION_DISPATCH_BOUNDARY },
    };

    (void)state;
    for (UINT i = 0; i < RTL_NUMBER_OF(boards); i++) {
        DXGK_DRIVERCAPS caps = { 0 };
        world->adapter.Preemption = boards[i].board;
        assert_int_equal(query(DXGKQAITYPE_DRIVERCAPS, &caps, sizeof(caps)), STATUS_SUCCESS);
        assert_int_equal(caps.SchedulingCaps.PreemptionAware, boards[i].aware);
        assert_int_equal(caps.PreemptionCaps.GraphicsPreemptionGranularity, boards[i].graphics);
        assert_int_equal(caps.PreemptionCaps.ComputePreemptionGranularity, boards[i].compute);
    }
}

static void segments_are_asked_for_twice(void **state)
{
    DXGK_SEGMENTDESCRIPTOR3 segments[SG_SEGMENT_COUNT];
    DXGK_QUERYSEGMENTOUT3 out = { 0 };

    (void)state;
    assert_int_equal(query(DXGKQAITYPE_QUERYSEGMENT3, &out, sizeof(out)), STATUS_SUCCESS);
    assert_int_equal(out.NbSegment, SG_SEGMENT_COUNT);
    memset(segments, 0xCD, sizeof(segments));
    out.pSegmentDescriptor = segments;
    assert_int_equal(query(DXGKQAITYPE_QUERYSEGMENT3, &out, sizeof(out)), STATUS_SUCCESS);
    assert_int_equal(out.PagingBufferSegmentId, 0);
    assert_int_equal(segments[0].BaseAddress.QuadPart, RESERVED_SIZE); /* never address 0 */
    assert_int_equal(segments[0].CpuTranslatedAddress.QuadPart,
                     VRAM_PHYSICAL + (LONGLONG)RESERVED_SIZE);
    assert_int_equal(segments[0].Size, VRAM_SIZE - RESERVED_SIZE);
    assert_int_equal(segments[0].CommitLimit, segments[0].Size);
    assert_true(segments[1].Flags.Aperture && segments[1].Flags.CacheCoherent);
    assert_int_equal(segments[1].Size % PAGE_SIZE, 0);
}

static void unknown_queries_leave_the_output_alone(void **state)
{
    unsigned char output[16];

    (void)state;
    memset(output, 0xCD, sizeof(output));
    assert_int_equal(query((DXGK_QUERYADAPTERINFOTYPE)0x7FFFFFFF, output, sizeof(output)),
                     STATUS_INVALID_PARAMETER);
    for (UINT i = 0; i < sizeof(output); i++) {
        assert_int_equal(output[i], 0xCD);
    }
}

static void nodes_have_names_and_there_are_two(void **state)
{
    DXGKARG_GETNODEMETADATA data = { 0 };

    (void)state;
    assert_int_equal(SgGetNodeMetadata(NULL, SOFTGPU_NODE_COPY, &data), STATUS_SUCCESS);
    assert_int_equal(data.EngineType, DXGK_ENGINE_TYPE_COPY);
    assert_int_equal(data.FriendlyName[0], 'C');
    assert_int_equal(SgGetNodeMetadata(NULL, SOFTGPU_NODE_COUNT, &data), STATUS_INVALID_PARAMETER);
}

/* The descriptor is read from the board, in pieces of any size, and ends behind its last byte. */
static void descriptor_is_that_of_the_board(void **state)
{
    struct world *mine = world;
    unsigned char edid[SOFTGPU_MONITOR_EDID_BYTES];
    DXGK_DEVICE_DESCRIPTOR descriptor = { .DescriptorLength = 48, .DescriptorBuffer = edid };

    (void)state;
    assert_int_equal(SgQueryDeviceDescriptor(&mine->adapter, SG_TARGET_ID, &descriptor),
                     STATUS_MONITOR_NO_DESCRIPTOR);
    assert_int_equal(SgQueryDeviceDescriptor(&mine->adapter, SG_TARGET_ID + 1, &descriptor),
                     STATUS_GRAPHICS_CHILD_DESCRIPTOR_NOT_SUPPORTED);
    mine->registers[SOFTGPU_MONITOR_STATUS] = SOFTGPU_MONITOR_STATUS_CONNECTED;
    for (unsigned i = 0; i < sizeof(edid); i++) {
        mine->registers[SOFTGPU_MONITOR_EDID + i] = (unsigned char)(i * 7 + 1);
    }
    for (ULONG offset = 0; offset < sizeof(edid); offset += 48) {
        descriptor = (DXGK_DEVICE_DESCRIPTOR){ .DescriptorOffset = offset,
                                               .DescriptorLength = 48,
                                               .DescriptorBuffer = edid + offset };
        if (offset + 48 > sizeof(edid)) {
            descriptor.DescriptorLength = (ULONG)sizeof(edid) - offset;
        }
        assert_int_equal(SgQueryDeviceDescriptor(&mine->adapter, SG_TARGET_ID, &descriptor),
                         STATUS_SUCCESS);
    }
    descriptor.DescriptorOffset = sizeof(edid);
    assert_int_equal(SgQueryDeviceDescriptor(&mine->adapter, SG_TARGET_ID, &descriptor),
                     STATUS_MONITOR_NO_MORE_DESCRIPTOR_DATA);
    assert_memory_equal(edid, mine->registers + SOFTGPU_MONITOR_EDID, sizeof(edid));
}

/* Sizes first, then the data, which CreateAllocation takes as it is. Rules OPEN-13 to -16. */
static NTSTATUS create_standard(DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA *args,
                                DXGK_ALLOCATIONINFO *info, SG_UMD_ALLOCATION_DATA *data)
{
    SG_UMD_RESOURCE_DATA resource;

    assert_int_equal(SgGetStandardAllocationDriverData(NULL, args), STATUS_SUCCESS);
    assert_int_equal(args->AllocationPrivateDriverDataSize, sizeof(*data));
    assert_int_equal(args->ResourcePrivateDriverDataSize, sizeof(resource));
    args->pAllocationPrivateDriverData = data;
    args->pResourcePrivateDriverData = &resource;
    assert_int_equal(SgGetStandardAllocationDriverData(NULL, args), STATUS_SUCCESS);
    memset(info, 0, sizeof(*info));
    info->pPrivateDriverData = data;
    info->PrivateDriverDataSize = sizeof(*data);
    DXGKARG_CREATEALLOCATION create = { .NumAllocations = 1, .pAllocationInfo = info };
    return SgCreateAllocation(&world->adapter, &create);
}

static void destroy_one(HANDLE allocation)
{
    DXGKARG_DESTROYALLOCATION args = { .NumAllocations = 1, .pAllocationList = &allocation };

    assert_int_equal(SgDestroyAllocation(NULL, &args), STATUS_SUCCESS);
}

static void every_gdi_surface_can_be_created(void **state)
{
    static const D3DKMDT_GDISURFACETYPE types[] = {
        D3DKMDT_GDISURFACE_TEXTURE,        D3DKMDT_GDISURFACE_STAGING_CPUVISIBLE,
        D3DKMDT_GDISURFACE_STAGING,        D3DKMDT_GDISURFACE_LOOKUPTABLE,
        D3DKMDT_GDISURFACE_EXISTINGSYSMEM, D3DKMDT_GDISURFACE_TEXTURE_CROSSADAPTER,
    };
    static const D3DDDIFORMAT formats[] = { D3DDDIFMT_A8B8G8R8, D3DDDIFMT_X8B8G8R8,
                                            D3DDDIFMT_A8R8G8B8, D3DDDIFMT_X8R8G8B8, D3DDDIFMT_A8 };

    (void)state;
    for (UINT i = 0; i < RTL_NUMBER_OF(types) * RTL_NUMBER_OF(formats); i++) {
        D3DKMDT_GDISURFACEDATA gdi = { .Width = 101,
                                       .Height = 57,
                                       .Format = formats[i % RTL_NUMBER_OF(formats)],
                                       .Type = types[i / RTL_NUMBER_OF(formats)] };
        DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA args = {
            .StandardAllocationType = D3DKMDT_STANDARDALLOCATION_GDISURFACE,
            .pCreateGdiSurfaceData = &gdi,
        };
        SG_UMD_ALLOCATION_DATA data;
        DXGK_ALLOCATIONINFO info;
        assert_int_equal(create_standard(&args, &info, &data), STATUS_SUCCESS);
        UINT row = 101 * (gdi.Format == D3DDDIFMT_A8 ? 1 : 4);
        assert_true(gdi.Pitch >= row && gdi.Pitch % SG_PITCH_ALIGNMENT == 0);
        assert_true(info.Size >= (SIZE_T)gdi.Pitch * 57 && info.Size % PAGE_SIZE == 0);
        assert_int_not_equal(info.AllocationPriority, 0);
        assert_true(!info.Flags.Cached || info.Flags.CpuVisible);
        if (gdi.Type == D3DKMDT_GDISURFACE_STAGING_CPUVISIBLE ||
            gdi.Type == D3DKMDT_GDISURFACE_EXISTINGSYSMEM) {
            assert_int_equal(info.SupportedReadSegmentSet, SG_SEGMENT_BIT(SG_SEGMENT_APERTURE));
            assert_true(info.Flags.CpuVisible);
        }
        destroy_one(info.hAllocation);
    }
    assert_int_equal(world->pool_blocks, 0);
}

static void the_primary_is_described_as_it_was_made(void **state)
{
    D3DKMDT_SHAREDPRIMARYSURFACEDATA primary = {
        .Width = 1280, .Height = 720, .Format = D3DDDIFMT_X8R8G8B8, .RefreshRate = { 60, 1 }
    };
    DXGKARG_GETSTANDARDALLOCATIONDRIVERDATA args = {
        .StandardAllocationType = D3DKMDT_STANDARDALLOCATION_SHAREDPRIMARYSURFACE,
        .pCreateSharedPrimarySurfaceData = &primary,
    };
    SG_UMD_ALLOCATION_DATA data;
    DXGK_ALLOCATIONINFO info;

    (void)state;
    assert_int_equal(create_standard(&args, &info, &data), STATUS_SUCCESS);
    assert_int_equal(info.SupportedWriteSegmentSet, SG_SEGMENT_BIT(SG_SEGMENT_VRAM));
    assert_false(info.Flags.Cached);
    DXGKARG_DESCRIBEALLOCATION describe = { .hAllocation = info.hAllocation };
    assert_int_equal(SgDescribeAllocation(NULL, &describe), STATUS_SUCCESS);
    assert_int_equal(describe.Width, 1280);
    assert_int_equal(describe.Height, 720);
    assert_int_equal(describe.Format, D3DDDIFMT_X8R8G8B8);
    assert_int_equal(describe.RefreshRate.Numerator, 60);
    destroy_one(info.hAllocation);
}

static SG_UMD_ALLOCATION_DATA texture_data(void)
{
    return (SG_UMD_ALLOCATION_DATA){ .Magic = SG_UMD_MAGIC,
                                     .Version = SG_UMD_VERSION,
                                     .Kind = SG_SURFACE_TEXTURE,
                                     .Width = 16,
                                     .Height = 16,
                                     .Pitch = 64,
                                     .Format = D3DDDIFMT_A8R8G8B8 };
}

static void a_call_creates_all_its_allocations_or_none(void **state)
{
    SG_UMD_ALLOCATION_DATA data[3] = { texture_data(), texture_data(), texture_data() };
    DXGK_ALLOCATIONINFO infos[3];

    (void)state;
    for (UINT failure = 0; failure <= 4; failure++) {
        DXGKARG_CREATEALLOCATION create = { .NumAllocations = 3, .pAllocationInfo = infos };
        create.Flags.Resource = 1;
        memset(infos, 0, sizeof(infos));
        for (UINT i = 0; i < 3; i++) {
            infos[i].pPrivateDriverData = &data[i];
            infos[i].PrivateDriverDataSize = sizeof(data[i]);
        }
        world->pool_calls = 0;
        world->pool_failure = failure;
        NTSTATUS status = SgCreateAllocation(&world->adapter, &create);
        assert_int_equal(status, failure == 0 ? STATUS_SUCCESS : STATUS_NO_MEMORY);
        if (NT_SUCCESS(status)) {
            HANDLE handles[3] = { infos[0].hAllocation, infos[1].hAllocation,
                                  infos[2].hAllocation };
            DXGKARG_DESTROYALLOCATION destroy = { .NumAllocations = 3,
                                                  .pAllocationList = handles,
                                                  .hResource = create.hResource };
            destroy.Flags.DestroyResource = 1;
            assert_int_equal(SgDestroyAllocation(NULL, &destroy), STATUS_SUCCESS);
        }
        assert_int_equal(world->pool_blocks, 0);
    }
}

static NTSTATUS create_with(SG_UMD_ALLOCATION_DATA data, UINT size)
{
    DXGK_ALLOCATIONINFO info = { .pPrivateDriverData = &data, .PrivateDriverDataSize = size };
    DXGKARG_CREATEALLOCATION create = { .NumAllocations = 1, .pAllocationInfo = &info };

    return SgCreateAllocation(&world->adapter, &create);
}

static void hostile_private_data_is_refused(void **state)
{
    SG_UMD_ALLOCATION_DATA data;
    const UINT size = sizeof(data);

    (void)state;
    assert_int_equal(create_with(texture_data(), size - 1), STATUS_INVALID_PARAMETER);
    data = texture_data(), data.Magic++;
    assert_int_equal(create_with(data, size), STATUS_INVALID_PARAMETER);
    data = texture_data(), data.Version++;
    assert_int_equal(create_with(data, size), STATUS_GRAPHICS_DRIVER_MISMATCH);
    data = texture_data(), data.Kind = SG_SURFACE_KIND_COUNT;
    assert_int_equal(create_with(data, size), STATUS_INVALID_PARAMETER);
    data = texture_data(), data.Width = 0x40000001; /* times 4 is 4 */
    assert_int_equal(create_with(data, size), STATUS_INVALID_PARAMETER);
    data = texture_data(), data.Pitch = 32;
    assert_int_equal(create_with(data, size), STATUS_INVALID_PARAMETER);
    data = texture_data(), data.Format = D3DDDIFMT_P8;
    assert_int_equal(create_with(data, size), STATUS_INVALID_PARAMETER);
    assert_int_equal(world->pool_blocks, 0);
}

static void a_failed_open_leaves_nothing_open(void **state)
{
    SG_ALLOCATION allocation = { .Data = texture_data() };
    DXGK_OPENALLOCATIONINFO infos[3] = { { .hAllocation = 1 }, { .hAllocation = 2 }, { 0 } };
    DXGKARG_OPENALLOCATION args = { .NumAllocations = 3, .pOpenAllocation = infos };
    SG_DEVICE device = { .Adapter = &world->adapter, .Gdi = TRUE };
    HANDLE handles[2];

    (void)state;
    handle_objects[0] = handle_objects[1] = &allocation;
    assert_int_equal(SgOpenAllocation(&device, &args), STATUS_INVALID_PARAMETER);
    assert_int_equal(world->pool_blocks, 0);
    args.NumAllocations = 2;
    args.SubresourceIndex = 2;
    assert_int_equal(SgOpenAllocation(&device, &args), STATUS_INVALID_PARAMETER);
    args.SubresourceIndex = 1;
    assert_int_equal(SgOpenAllocation(&device, &args), STATUS_SUCCESS);
    assert_int_equal(args.Pitch, 64);
    for (UINT i = 0; i < 2; i++) {
        handles[i] = infos[i].hDeviceSpecificAllocation;
        assert_non_null(handles[i]);
    }
    DXGKARG_CLOSEALLOCATION close = { .NumAllocations = 2, .pOpenHandleList = handles };
    assert_int_equal(SgCloseAllocation(&device, &close), STATUS_SUCCESS);
    assert_int_equal(world->pool_blocks, 0);
}

static NTSTATUS escape(void *data, UINT size, BOOLEAN hardware)
{
    DXGKARG_ESCAPE args = { .pPrivateDriverData = data, .PrivateDriverDataSize = size };

    args.Flags.HardwareAccess = hardware ? 1 : 0;
    return SgEscape(&world->adapter, &args);
}

static SG_ESCAPE_REGISTER read_request(UINT offset)
{
    return (SG_ESCAPE_REGISTER){ .Header = { SG_ESCAPE_MAGIC, SG_ESCAPE_VERSION,
                                             sizeof(SG_ESCAPE_REGISTER), SG_ESCAPE_READ_REGISTER },
                                 .Offset = offset };
}

static void a_register_is_read_with_hardware_access_only(void **state)
{
    SG_ESCAPE_REGISTER request = read_request(SOFTGPU_REG_SCRATCH0);

    (void)state;
    assert_int_equal(escape(&request, sizeof(request), FALSE), STATUS_INVALID_PARAMETER);
    assert_int_equal(world->register_accesses, 0);
    assert_int_equal(escape(&request, sizeof(request), TRUE), STATUS_SUCCESS);
    assert_int_equal(request.Value, SCRATCH_VALUE);
}

static void hostile_escapes_touch_nothing(void **state)
{
    SG_ESCAPE_REGISTER request;

    (void)state;
    assert_int_equal(escape(NULL, 0, TRUE), STATUS_INVALID_PARAMETER);
    assert_int_equal(escape(NULL, 100, TRUE), STATUS_INVALID_PARAMETER);
    for (UINT size = 0; size < sizeof(request); size++) {
        unsigned char *exact = malloc(size + 1);
        request = read_request(SOFTGPU_REG_SCRATCH0);
        request.Header.Size = size;
        memcpy(exact, &request, size);
        assert_int_equal(escape(exact, size, TRUE), STATUS_INVALID_PARAMETER);
        free(exact);
    }
    request = read_request(2);
    assert_int_equal(escape(&request, sizeof(request), TRUE), STATUS_INVALID_PARAMETER);
    request = read_request(SOFTGPU_BAR_REGISTERS_SIZE);
    assert_int_equal(escape(&request, sizeof(request), TRUE), STATUS_INVALID_PARAMETER);
    request = read_request(0);
    request.Header.Version++;
    assert_int_equal(escape(&request, sizeof(request), TRUE), STATUS_GRAPHICS_DRIVER_MISMATCH);
    request = read_request(0);
    request.Header.Request = 99;
    assert_int_equal(escape(&request, sizeof(request), TRUE), STATUS_INVALID_PARAMETER);
    assert_int_equal(world->register_accesses, 0);
}

static void gdi_contexts_ask_for_their_list_size(void **state)
{
    DXGKARG_CREATECONTEXT args = { .NodeOrdinal = SOFTGPU_NODE_3D };
    SG_DEVICE device = { .Adapter = &world->adapter };

    (void)state;
    args.Flags.GdiContext = 1;
    assert_int_equal(SgCreateContext(&device, &args), STATUS_SUCCESS);
    assert_int_equal(args.ContextInfo.AllocationListSize, DXGK_ALLOCATION_LIST_SIZE_GDICONTEXT);
    assert_int_equal(args.ContextInfo.DmaBufferSegmentSet, 0);
    assert_int_equal(SgDestroyContext(args.hContext), STATUS_SUCCESS);
    assert_int_equal(world->pool_blocks, 0);
}

/* Rule LIFE-21: at any IRQL, into memory that is mapped already; the image is clipped. */
static void the_crash_screen_is_drawn_within_the_frame(void **state)
{
    UINT width = 0;
    UINT height = 0;
    D3DDDIFORMAT format;
    DXGKARG_SYSTEM_DISPLAY_ENABLE_FLAGS flags = { 0 };
    UINT source[4] = { 1, 2, 3, 4 };
    size_t frame = 1920 * 1080 * 4;
    unsigned char *vram = malloc(RESERVED_SIZE + frame + 1);

    (void)state;
    memset(vram, 0xCD, RESERVED_SIZE + frame + 1);
    world->adapter.Vram = vram;
    assert_int_equal(
        SgSystemDisplayEnable(&world->adapter, SG_TARGET_ID + 1, &flags, &width, &height, &format),
        STATUS_NOT_SUPPORTED);
    assert_int_equal(
        SgSystemDisplayEnable(&world->adapter, SG_TARGET_ID, &flags, &width, &height, &format),
        STATUS_SUCCESS);
    assert_int_equal(width, 1920);
    assert_int_equal(height, 1080);
    assert_int_equal(format, D3DDDIFMT_X8R8G8B8);
    SgSystemDisplayWrite(&world->adapter, source, 2, 2, 8, width - 1, height - 1);
    SgSystemDisplayWrite(&world->adapter, source, 2, 2, 8, width, height);
    irql = PASSIVE_LEVEL;
    assert_memory_equal(vram + RESERVED_SIZE + frame - 4, &source[0], 4);
    assert_int_equal(vram[RESERVED_SIZE + frame], 0xCD);
    assert_int_equal(vram[RESERVED_SIZE - 1], 0xCD);
    assert_int_equal(vram[RESERVED_SIZE], 0); /* black */
    free(vram);
}

static NTSTATUS NTAPI port_synchronize(HANDLE device, PKSYNCHRONIZE_ROUTINE routine, PVOID context,
                                       ULONG message, PBOOLEAN result)
{
    (void)device;
    (void)message;
    *result = routine(context);
    return STATUS_SUCCESS;
}

/* Rule LIFE-15. */
static void the_next_owner_gets_a_black_picture_in_a_bar(void **state)
{
    DXGK_DISPLAY_INFORMATION info = { 0 };
    unsigned char *vram = malloc(RESERVED_SIZE + 1920 * 1080 * 4);

    (void)state;
    world->adapter.Vram = vram;
    world->adapter.Dxgk.DxgkCbSynchronizeExecution = port_synchronize;
    world->adapter.Display.Width = 1024;
    world->adapter.Display.Height = 768;
    assert_int_equal(
        SgStopDeviceAndReleasePostDisplayOwnership(&world->adapter, SG_TARGET_ID + 1, &info),
        STATUS_NOT_SUPPORTED);
    assert_non_null(world->adapter.Registers); /* still running: StopDevice comes now */
    assert_int_equal(
        SgStopDeviceAndReleasePostDisplayOwnership(&world->adapter, SG_TARGET_ID, &info),
        STATUS_SUCCESS);
    assert_null(world->adapter.Registers);
    assert_int_equal(info.Width, 1024);
    assert_int_equal(info.Height, 768);
    assert_int_equal(info.ColorFormat, D3DDDIFMT_X8R8G8B8);
    assert_int_equal(info.PhysicAddress.QuadPart, VRAM_PHYSICAL + (LONGLONG)RESERVED_SIZE);
    assert_int_equal(info.TargetId, SG_TARGET_ID);
    assert_int_equal(vram[RESERVED_SIZE + (size_t)info.Pitch * info.Height - 1], 0);
    free(vram);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(capabilities_fit_any_buffer),
        TEST(capabilities_are_consistent),
        TEST(preemption_granularity_is_the_boards),
        TEST(segments_are_asked_for_twice),
        TEST(unknown_queries_leave_the_output_alone),
        TEST(nodes_have_names_and_there_are_two),
        TEST(descriptor_is_that_of_the_board),
        TEST(every_gdi_surface_can_be_created),
        TEST(the_primary_is_described_as_it_was_made),
        TEST(a_call_creates_all_its_allocations_or_none),
        TEST(hostile_private_data_is_refused),
        TEST(a_failed_open_leaves_nothing_open),
        TEST(a_register_is_read_with_hardware_access_only),
        TEST(hostile_escapes_touch_nothing),
        TEST(gdi_contexts_ask_for_their_list_size),
        TEST(the_crash_screen_is_drawn_within_the_frame),
        TEST(the_next_owner_gets_a_black_picture_in_a_bar),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
