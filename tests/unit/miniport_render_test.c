/* SPDX-License-Identifier: MIT */
/*
 * Render, Present and Patch of the reference miniport. Command buffers of user mode are hostile:
 * whatever they hold, what reaches the DMA buffer names only the allocations of the list.
 */
#include "base/prng.h"
#include "tests/lib/test.h"

#include <ntddk.h>
#include <stdlib.h>
#include <string.h>

/* The code under test runs outside of any machine here; no memory of this test can vanish. */
#undef PAGED_CODE
#define PAGED_CODE() ((void)0)
#undef __try
#define __try if (1)
#undef __except
/* clang-format off */
#define __except(filter) else
/* clang-format on */
#include "drivers/softgpu/allocation.c"
#include "drivers/softgpu/draw.c"
#include "drivers/softgpu/emit.c"
#include "drivers/softgpu/format.c"
#include "drivers/softgpu/geometry.c"
#include "drivers/softgpu/patch.c"
#include "drivers/softgpu/present.c"
#include "drivers/softgpu/render.c"

#define SURFACE_SIZE 32u
#define LIST_SIZE 3u
#define BUFFER_SIZE 0x10000u
#define PATCHES 64u
#define SOURCE_ADDRESS 0x200000
#define TARGET_ADDRESS 0x300000
#define FUZZ_CASES 20000u

struct world {
    SG_ALLOCATION allocations[LIST_SIZE];
    SG_OPEN_ALLOCATION opens[LIST_SIZE];
    DXGK_ALLOCATIONLIST list[LIST_SIZE];
    SG_CONTEXT context;
    _Alignas(8) unsigned char commands[1024];
    _Alignas(8) unsigned char buffer[BUFFER_SIZE];
    D3DDDI_PATCHLOCATIONLIST patches[PATCHES];
    DXGKARG_RENDER args;
};

static void surface_init(struct world *world, UINT index, D3DDDIFORMAT format, LONGLONG address)
{
    SG_ALLOCATION *allocation = &world->allocations[index];
    const SG_FORMAT *known = SgFormatFind(format);

    allocation->Data.Kind = SG_SURFACE_TEXTURE;
    allocation->Data.Width = SURFACE_SIZE;
    allocation->Data.Height = SURFACE_SIZE;
    allocation->Data.Pitch = SgSurfacePitch(SG_SURFACE_TEXTURE, SURFACE_SIZE, known->BytesPerPixel);
    allocation->Size = (SIZE_T)allocation->Data.Pitch * SURFACE_SIZE;
    allocation->BoardFormat = known->BoardFormat;
    allocation->BytesPerPixel = known->BytesPerPixel;
    world->opens[index].Allocation = allocation;
    world->list[index].hDeviceSpecificAllocation = &world->opens[index];
    world->list[index].SegmentId = 1;
    world->list[index].PhysicalAddress.QuadPart = address;
}

static int world_setup(void **state)
{
    struct world *world = calloc(1, sizeof(*world));

    surface_init(world, 1, D3DDDIFMT_A8R8G8B8, SOURCE_ADDRESS);
    surface_init(world, 2, D3DDDIFMT_X8R8G8B8, TARGET_ADDRESS);
    world->list[2].WriteOperation = 1;
    *state = world;
    return 0;
}

static int world_teardown(void **state)
{
    free(*state);
    return 0;
}

static NTSTATUS render(struct world *world, UINT length, UINT dma_size)
{
    DXGKARG_RENDER args = { .pCommand = world->commands,
                            .CommandLength = length,
                            .pDmaBuffer = world->buffer,
                            .DmaSize = dma_size,
                            .pAllocationList = world->list,
                            .AllocationListSize = LIST_SIZE,
                            .pPatchLocationListOut = world->patches,
                            .PatchLocationListOutSize = PATCHES };

    memcpy(&world->args, &args, sizeof(args));
    return SgRender(&world->context, &world->args);
}

static struct softgpu_packet_gradient gradient(UINT index)
{
    return (struct softgpu_packet_gradient){
        .header = SOFTGPU_PACKET_HEADER(SOFTGPU_OP_GRADIENT, SOFTGPU_GRADIENT_DWORDS),
        .dst.address = index,
        .rect = { 0, 0, SURFACE_SIZE, SURFACE_SIZE },
    };
}

static NTSTATUS render_gradient(struct world *world, struct softgpu_packet_gradient packet)
{
    memcpy(world->commands, &packet, sizeof(packet));
    return render(world, sizeof(packet), BUFFER_SIZE);
}

static void an_index_becomes_the_true_surface(void **state)
{
    struct world *world = *state;
    struct softgpu_packet_gradient packet = gradient(2);

    packet.dst.pitch = 0x7FFFFFFF; /* lies */
    packet.dst.width = 16384;
    assert_int_equal(render_gradient(world, packet), STATUS_SUCCESS);
    memcpy(&packet, world->buffer, sizeof(packet));
    assert_int_equal(packet.dst.address, TARGET_ADDRESS);
    assert_int_equal(packet.dst.pitch, world->allocations[2].Data.Pitch);
    assert_int_equal(packet.dst.width, SURFACE_SIZE);
    assert_int_equal(packet.dst.format, SOFTGPU_FORMAT_X8R8G8B8);
    assert_ptr_equal(world->args.pDmaBuffer, world->buffer + sizeof(packet));
    assert_ptr_equal(world->args.pPatchLocationListOut, world->patches + 1);
    assert_int_equal(world->patches[0].AllocationIndex, 2);
    assert_int_equal(world->patches[0].PatchOffset, SOFTGPU_PATCH_GRADIENT_DST);
}

static void bad_targets_are_refused(void **state)
{
    struct world *world = *state;
    struct softgpu_packet_gradient outside = gradient(2);

    outside.rect.right = SURFACE_SIZE + 1;
    assert_int_equal(render_gradient(world, gradient(LIST_SIZE)), STATUS_INVALID_HANDLE);
    assert_int_equal(render_gradient(world, gradient(0)), STATUS_INVALID_HANDLE);
    assert_int_equal(render_gradient(world, gradient(1)), STATUS_INVALID_PARAMETER);
    assert_int_equal(render_gradient(world, outside), STATUS_INVALID_PARAMETER);
    world->opens[2].ReadOnly = TRUE;
    assert_int_equal(render_gradient(world, gradient(2)), STATUS_INVALID_PARAMETER);
}

static void packets_that_address_memory_are_privileged(void **state)
{
    static const UINT opcodes[] = { SOFTGPU_OP_COPY_LINEAR, SOFTGPU_OP_FILL_LINEAR,
                                    SOFTGPU_OP_GART_WRITE, SOFTGPU_OP_GART_FILL, SOFTGPU_OP_TOUCH };
    struct world *world = *state;

    for (UINT i = 0; i < RTL_NUMBER_OF(opcodes); i++) {
        UINT header = SOFTGPU_PACKET_HEADER(opcodes[i], 8);
        memcpy(world->commands, &header, sizeof(header));
        assert_int_equal(render(world, 32, BUFFER_SIZE), STATUS_PRIVILEGED_INSTRUCTION);
    }
    UINT header = SOFTGPU_PACKET_HEADER(SOFTGPU_OP_CLEARTYPE_BLEND, 8);
    memcpy(world->commands, &header, sizeof(header));
    assert_int_equal(render(world, 32, BUFFER_SIZE), STATUS_ILLEGAL_INSTRUCTION);
    world->context.Node = SOFTGPU_NODE_COPY;
    assert_int_equal(render_gradient(world, gradient(2)), STATUS_ILLEGAL_INSTRUCTION);
}

static void truncated_buffers_are_refused(void **state)
{
    struct world *world = *state;
    struct softgpu_packet_gradient packet = gradient(2);

    memcpy(world->commands, &packet, sizeof(packet));
    for (UINT length = 1; length < sizeof(packet); length++) {
        assert_int_equal(render(world, length, BUFFER_SIZE), STATUS_INVALID_USER_BUFFER);
    }
}

static void rendering_goes_on_in_the_next_buffer(void **state)
{
    struct world *world = *state;
    struct softgpu_packet_gradient packet = gradient(2);

    memcpy(world->commands, &packet, sizeof(packet));
    memcpy(world->commands + sizeof(packet), &packet, sizeof(packet));
    assert_int_equal(render(world, 2 * sizeof(packet), sizeof(packet) + 8),
                     STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER);
    assert_int_equal(world->args.MultipassOffset, sizeof(packet));
    world->args.pDmaBuffer = world->buffer;
    world->args.pPatchLocationListOut = world->patches;
    assert_int_equal(SgRender(&world->context, &world->args), STATUS_SUCCESS);
    assert_ptr_equal(world->args.pDmaBuffer, world->buffer + sizeof(packet));
}

/* Every address in an accepted stream is one of the list's, and has a patch location. */
static void check_addresses(const struct world *world)
{
    const unsigned char *end = world->args.pDmaBuffer;
    UINT header;

    for (const unsigned char *at = world->buffer; at < end;
         at += SOFTGPU_PACKET_DWORDS(header) * 4) {
        struct softgpu_packet_blt packet;
        memcpy(&header, at, sizeof(header));
        if (SOFTGPU_PACKET_OPCODE(header) == SOFTGPU_OP_NOP) {
            continue;
        }
        memcpy(&packet, at, sizeof(packet)); /* the destination of the others is where src is */
        assert_true(packet.src.address == SOURCE_ADDRESS || packet.src.address == TARGET_ADDRESS);
        if (SOFTGPU_PACKET_OPCODE(header) == SOFTGPU_OP_BLT) {
            assert_int_equal(packet.dst.address, TARGET_ADDRESS);
        }
    }
}

static void no_stream_reaches_foreign_memory(void **state)
{
    static const UINT opcodes[] = { SOFTGPU_OP_NOP, SOFTGPU_OP_FILL, SOFTGPU_OP_BLT,
                                    SOFTGPU_OP_GRADIENT, SOFTGPU_OP_TRIANGLES };
    struct world *world = *state;
    struct prng prng;
    UINT accepted = 0;

    prng_init(&prng, 3);
    for (UINT i = 0; i < FUZZ_CASES; i++) {
        UINT words[sizeof(world->commands) / 4];
        UINT length = (UINT)(prng_next(&prng) % 60) * 2 + 2;
        for (UINT k = 0; k < RTL_NUMBER_OF(words); k++) {
            /* Mostly small numbers, so that some of it makes sense. */
            words[k] = (UINT)(prng_next(&prng) % 5 == 0 ? prng_next(&prng) : prng_next(&prng) % 3);
        }
        UINT opcode = opcodes[prng_next(&prng) % RTL_NUMBER_OF(opcodes)];
        UINT dwords = opcode == SOFTGPU_OP_NOP || prng_next(&prng) % 2 == 0 ? length : 14;
        words[0] = SOFTGPU_PACKET_HEADER(opcode, dwords);
        memcpy(world->commands, words, sizeof(words));
        NTSTATUS status = render(world, length * 4, BUFFER_SIZE);
        if (NT_SUCCESS(status)) {
            accepted++;
            check_addresses(world);
        }
    }
    assert_true(accepted > 100); /* not only refusals were tested */
}

static NTSTATUS present(struct world *world, DXGKARG_PRESENT *args, UINT flags, UINT dma_size)
{
    args->pDmaBuffer = world->buffer;
    args->DmaSize = dma_size;
    args->pAllocationList = world->list;
    args->pPatchLocationListOut = world->patches;
    args->PatchLocationListOutSize = PATCHES;
    args->Flags.Value = flags;
    return SgPresent(&world->context, args);
}

#define PRESENT_BLT 0x1u
#define PRESENT_FILL 0x2u
#define PRESENT_FLIP 0x4u
#define PRESENT_ROTATE 0x80u

static void a_present_copies_its_rectangles_in_any_number_of_passes(void **state)
{
    static const RECT rects[] = { { 0, 0, 4, 4 }, { 8, 0, 12, 4 }, { 0, 8, 4, 12 } };
    struct world *world = *state;
    DXGKARG_PRESENT args = { .SrcRect = { 0, 0, 16, 16 },
                             .DstRect = { 0, 0, 16, 16 },
                             .SubRectCnt = RTL_NUMBER_OF(rects),
                             .pDstSubRects = rects };
    UINT one = SOFTGPU_BLT_DWORDS(1) * 4;

    for (UINT i = 0; i < RTL_NUMBER_OF(rects); i++) {
        NTSTATUS expected =
            i + 1 < RTL_NUMBER_OF(rects) ? STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER : STATUS_SUCCESS;
        assert_int_equal(present(world, &args, PRESENT_BLT, one), expected);
        assert_int_equal(args.MultipassOffset, i + 1);
        assert_memory_equal(world->buffer + SOFTGPU_BLT_DWORDS(0) * 4, &rects[i], sizeof(RECT));
    }
}

static void presents_that_cannot_be_done_are_refused_by_name(void **state)
{
    struct world *world = *state;
    DXGKARG_PRESENT args = { .SrcRect = { 0, 0, 8, 8 }, .DstRect = { 0, 0, 16, 16 } };

    assert_int_equal(present(world, &args, PRESENT_FLIP, 0), STATUS_SUCCESS);
    assert_ptr_equal(args.pDmaBuffer, world->buffer); /* a flip writes nothing */
    assert_int_equal(present(world, &args, PRESENT_BLT | PRESENT_ROTATE, BUFFER_SIZE),
                     STATUS_ILLEGAL_INSTRUCTION);
    assert_int_equal(present(world, &args, PRESENT_FILL, BUFFER_SIZE), STATUS_SUCCESS);
    args.MultipassOffset = 0;
    surface_init(world, 1, D3DDDIFMT_R5G6B5, SOURCE_ADDRESS);
    assert_int_equal(present(world, &args, PRESENT_BLT, BUFFER_SIZE),
                     STATUS_GRAPHICS_CANNOTCOLORCONVERT);
    world->list[1].hDeviceSpecificAllocation = NULL;
    assert_int_equal(present(world, &args, PRESENT_BLT, BUFFER_SIZE), STATUS_INVALID_HANDLE);
}

/* Rules PATCH-02 to -06: only the submission's own locations, and the same result when repeated. */
static void patching_writes_its_own_locations_only(void **state)
{
    static const D3DDDI_PATCHLOCATIONLIST locations[] = {
        { .AllocationIndex = 1, .PatchOffset = 0 }, /* an earlier submission's */
        { .AllocationIndex = 2, .PatchOffset = 64, .AllocationOffset = 0x100 },
        { .AllocationIndex = 0, .PatchOffset = 80 }, /* an unbinding */
        { .AllocationIndex = 1, .PatchOffset = 200 } /* a later submission's */
    };
    struct world *world = *state;
    unsigned char expected[256];
    DXGKARG_PATCH args = { .pDmaBuffer = world->buffer,
                           .DmaBufferSize = 256,
                           .DmaBufferSubmissionStartOffset = 64,
                           .DmaBufferSubmissionEndOffset = 128,
                           .pAllocationList = world->list,
                           .AllocationListSize = LIST_SIZE,
                           .pPatchLocationList = locations,
                           .PatchLocationListSize = RTL_NUMBER_OF(locations),
                           .PatchLocationListSubmissionStart = 1,
                           .PatchLocationListSubmissionLength = 3 };

    memset(world->buffer, 0xCD, sizeof(expected));
    memset(expected, 0xCD, sizeof(expected));
    for (UINT pass = 0; pass < 2; pass++) {
        world->list[2].PhysicalAddress.QuadPart = TARGET_ADDRESS + 0x10000 * (LONGLONG)pass;
        ULONGLONG address = (ULONGLONG)world->list[2].PhysicalAddress.QuadPart + 0x100;
        memcpy(expected + 64, &address, sizeof(address));
        assert_int_equal(SgPatch(NULL, &args), STATUS_SUCCESS);
        assert_memory_equal(world->buffer, expected, sizeof(expected));
    }
    DXGKARG_PATCH paging = { .pDmaBuffer = world->buffer };
    paging.Flags.Paging = 1;
    assert_int_equal(SgPatch(NULL, &paging), STATUS_SUCCESS);
    assert_memory_equal(world->buffer, expected, sizeof(expected));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_index_becomes_the_true_surface),
        TEST(bad_targets_are_refused),
        TEST(packets_that_address_memory_are_privileged),
        TEST(truncated_buffers_are_refused),
        TEST(rendering_goes_on_in_the_next_buffer),
        TEST(no_stream_reaches_foreign_memory),
        TEST(a_present_copies_its_rectangles_in_any_number_of_passes),
        TEST(presents_that_cannot_be_done_are_refused_by_name),
        TEST(patching_writes_its_own_locations_only),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
