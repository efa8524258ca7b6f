/* SPDX-License-Identifier: MIT */
/*
 * RenderKm of the reference miniport as a pure function: command records in, packets and patch
 * list out. What the packets draw is tested with the board; here it is their bookkeeping.
 */
#include "tests/lib/test.h"

#include <ntddk.h>
#include <stdlib.h>
#include <string.h>

/* The code under test runs outside of any machine here. */
#undef PAGED_CODE
#define PAGED_CODE() ((void)0)
#include "drivers/softgpu/allocation.c"
#include "drivers/softgpu/draw.c"
#include "drivers/softgpu/emit.c"
#include "drivers/softgpu/format.c"
#include "drivers/softgpu/geometry.c"
#include "drivers/softgpu/render_km.c"

#define SURFACE_SIZE 64u
#define LIST_SIZE 5u
#define BUFFER_SIZE 0x10000u
#define PATCHES_MAX 2048u
#define SUB_RECTS 12u
#define COMMANDS 9u
#define NULL_INDEX 0u
#define SCREEN_INDEX 1u
#define BITMAP_INDEX 2u
#define EVICTED_INDEX 3u
#define GAMMA_INDEX 4u

/* One command with its sub-rectangles, as the Canonical Display Driver lays it out, and padding
 * that only CommandSize tells of. */
struct record {
    DXGK_RENDERKM_COMMAND command;
    RECT rects[SUB_RECTS];
    UINT padding[2];
};

struct world {
    SG_ALLOCATION allocations[LIST_SIZE];
    SG_OPEN_ALLOCATION opens[LIST_SIZE];
    DXGK_ALLOCATIONLIST list[LIST_SIZE];
    struct record records[COMMANDS];
    unsigned char buffer[BUFFER_SIZE + 8];
    D3DDDI_PATCHLOCATIONLIST patches[PATCHES_MAX + 1];
    DXGKARG_RENDER args;
};

static void surface_init(struct world *world, UINT index, D3DDDIFORMAT format, UINT width,
                         UINT height, UINT segment, LONGLONG address)
{
    SG_ALLOCATION *allocation = &world->allocations[index];
    const SG_FORMAT *known = SgFormatFind(format);

    allocation->Data.Kind = SG_SURFACE_TEXTURE;
    allocation->Data.Width = width;
    allocation->Data.Height = height;
    allocation->Data.Pitch = SgSurfacePitch(SG_SURFACE_TEXTURE, width, known->BytesPerPixel);
    allocation->Data.Format = format;
    allocation->Size = (SIZE_T)allocation->Data.Pitch * height;
    allocation->BoardFormat = known->BoardFormat;
    allocation->BytesPerPixel = known->BytesPerPixel;
    world->opens[index].Allocation = allocation;
    world->list[index].hDeviceSpecificAllocation = &world->opens[index];
    world->list[index].WriteOperation = 1;
    world->list[index].SegmentId = segment & 0x1F;
    world->list[index].PhysicalAddress.QuadPart = address;
}

static struct world *world_create(void)
{
    struct world *world = calloc(1, sizeof(*world));

    surface_init(world, SCREEN_INDEX, D3DDDIFMT_X8R8G8B8, SURFACE_SIZE, SURFACE_SIZE, 1, 0x100000);
    surface_init(world, BITMAP_INDEX, D3DDDIFMT_A8R8G8B8, SURFACE_SIZE, SURFACE_SIZE, 2,
                 0x100001000);
    /* Not resident: what stands in its address must not be used. */
    surface_init(world, EVICTED_INDEX, D3DDDIFMT_A8R8G8B8, SURFACE_SIZE, SURFACE_SIZE, 0,
                 0x0BAD0BAD0BAD0000);
    surface_init(world, GAMMA_INDEX, D3DDDIFMT_A8, 512, 16, 1, 0x200000);
    return world;
}

static int world_setup(void **state)
{
    *state = world_create();
    return *state == NULL;
}

static int world_teardown(void **state)
{
    free(*state);
    return 0;
}

static void record_begin(struct record *record, DXGK_RENDERKM_OPERATION operation)
{
    memset(record, 0, sizeof(*record));
    record->command.OpCode = operation;
    record->command.CommandSize = sizeof(*record);
    for (UINT i = 0; i < SUB_RECTS; i++) {
        LONG left = (LONG)(i % 4) * 8;
        LONG top = (LONG)(i / 4) * 8;
        record->rects[i] = (RECT){ left, top, left + 5, top + 6 };
    }
}

static const RECT whole = { 0, 0, SURFACE_SIZE, SURFACE_SIZE };

static void record_fill(struct record *record, UINT destination)
{
    record_begin(record, DXGK_GDIOP_COLORFILL);
    record->command.Command.ColorFill = (DXGK_GDIARG_COLORFILL){
        .DstRect = whole,
        .DstAllocationIndex = destination,
        .NumSubRects = SUB_RECTS,
        .pSubRects = record->rects,
        .Color = 0xFF102030,
        .Rop = DXGK_GDIROPCF_PATCOPY,
    };
}

static void record_blt(struct record *record, UINT destination, UINT source)
{
    record_begin(record, DXGK_GDIOP_BITBLT);
    record->command.Command.BitBlt = (DXGK_GDIARG_BITBLT){
        .SrcRect = whole,
        .DstRect = whole,
        .SrcAllocationIndex = source,
        .DstAllocationIndex = destination,
        .NumSubRects = SUB_RECTS,
        .pSubRects = record->rects,
        .Rop = DXGK_GDIROP_SRCCOPY,
    };
}

static void record_text(struct record *record, UINT destination, UINT alpha, UINT gamma_row)
{
    record_begin(record, DXGK_GDIOP_CLEARTYPEBLEND);
    record->command.Command.ClearTypeBlend = (DXGK_GDIARG_CLEARTYPEBLEND){
        .DstRect = whole,
        .GammaSurfAllocationIndex = GAMMA_INDEX,
        .AlphaSurfAllocationIndex = alpha,
        .DstAllocationIndex = destination,
        .Gamma = gamma_row,
        .NumSubRects = SUB_RECTS,
        .pSubRects = record->rects,
    };
}

/* One of each kind, such that surfaces come and go. */
static void records_fill(struct world *world)
{
    struct record *record = world->records;

    record_text(record++, SCREEN_INDEX, BITMAP_INDEX, 3);
    record_fill(record++, SCREEN_INDEX);
    record_blt(record++, EVICTED_INDEX, BITMAP_INDEX);
    record_begin(record, DXGK_GDIOP_ESCAPE);
    record++;
    record_begin(record, DXGK_GDIOP_ALPHABLEND);
    record->command.Command.AlphaBlend = (DXGK_GDIARG_ALPHABLEND){
        .SrcRect = whole,
        .DstRect = whole,
        .SrcAllocationIndex = EVICTED_INDEX,
        .DstAllocationIndex = SCREEN_INDEX,
        .NumSubRects = SUB_RECTS,
        .pSubRects = record->rects,
        .SourceConstantAlpha = 77,
        .SourceHasAlpha = TRUE,
    };
    record++;
    record_begin(record, DXGK_GDIOP_STRETCHBLT);
    record->command.Command.StretchBlt = (DXGK_GDIARG_STRETCHBLT){
        .SrcRect = { 8, 8, 40, 40 },
        .DstRect = whole,
        .DstAllocationIndex = SCREEN_INDEX,
        .SrcAllocationIndex = BITMAP_INDEX,
        .NumSubRects = SUB_RECTS,
        .pSubRects = record->rects,
        .Mode = SOFTGPU_STRETCH_COLORONCOLOR,
        .MirrorX = 1,
    };
    record++;
    record_begin(record, DXGK_GDIOP_TRANSPARENTBLT);
    record->command.Command.TransparentBlt = (DXGK_GDIARG_TRANSPARENTBLT){
        .SrcRect = whole,
        .DstRect = whole,
        .SrcAllocationIndex = BITMAP_INDEX,
        .DstAllocationIndex = SCREEN_INDEX,
        .Color = 0xFF00FF,
        .NumSubRects = SUB_RECTS,
        .pSubRects = record->rects,
    };
    record++;
    record_text(record++, SCREEN_INDEX, BITMAP_INDEX, SOFTGPU_GAMMA_NONE);
    record_fill(record, EVICTED_INDEX);
}

static NTSTATUS render(struct world *world, UINT length, UINT dma_size, UINT multipass)
{
    memset(world->buffer, 0xCD, sizeof(world->buffer));
    memset(world->patches, 0xCD, sizeof(world->patches));
    DXGKARG_RENDER args = {
        .pCommand = world->records,
        .CommandLength = length,
        .pDmaBuffer = world->buffer,
        .DmaSize = dma_size,
        .pAllocationList = world->list,
        .AllocationListSize = LIST_SIZE,
        .pPatchLocationListOut = world->patches,
        .PatchLocationListOutSize = PATCHES_MAX,
        .MultipassOffset = multipass,
    };
    memcpy(&world->args, &args, sizeof(args)); /* it has constant members */
    return SgRenderKm(NULL, &world->args);
}

static UINT written(const struct world *world)
{
    return (UINT)((const unsigned char *)world->args.pDmaBuffer - world->buffer);
}

static UINT patch_count(const struct world *world)
{
    return (UINT)(world->args.pPatchLocationListOut - world->patches);
}

static UINT packet_at(const struct world *world, UINT offset, UINT *size)
{
    UINT header;

    memcpy(&header, world->buffer + offset, sizeof(header));
    *size = SOFTGPU_PACKET_DWORDS(header) * 4;
    return SOFTGPU_PACKET_OPCODE(header);
}

static UINT packet_rects(const struct world *world, UINT offset, const RECT **rects)
{
    UINT size;
    UINT opcode = packet_at(world, offset, &size);
    UINT count_offset = opcode == SOFTGPU_OP_FILL
                            ? FIELD_OFFSET(struct softgpu_packet_fill, rect_count)
                        : opcode == SOFTGPU_OP_CLEARTYPE_BLEND
                            ? FIELD_OFFSET(struct softgpu_packet_cleartype, rect_count)
                            : FIELD_OFFSET(struct softgpu_packet_blt, rect_count);
    UINT count;

    memcpy(&count, world->buffer + offset + count_offset, sizeof(count));
    *rects = (const RECT *)(world->buffer + offset + size - count * sizeof(RECT));
    return count;
}

/* The slots a packet must leave bound, by operation: its surfaces are slots 0, 1, 2. */
static UINT slots_of(const struct world *world, UINT offset)
{
    UINT size;
    UINT opcode = packet_at(world, offset, &size);
    struct softgpu_packet_cleartype text;

    if (opcode == SOFTGPU_OP_FILL) {
        return 1;
    }
    memcpy(&text, world->buffer + offset, sizeof(text));
    return opcode == SOFTGPU_OP_CLEARTYPE_BLEND && text.gamma_row != SOFTGPU_GAMMA_NONE ? 7 : 3;
}

/* Walks packets and patch list side by side: every packet programs or unbinds every slot, addresses
 * stand where the list says, and nothing is left over. */
static void check_patch_list(const struct world *world)
{
    UINT bound = 0;
    UINT patch = 0;
    UINT size;

    for (UINT offset = 0; offset < written(world); offset += size) {
        UINT programmed = 0;
        (void)packet_at(world, offset, &size);
        assert_int_not_equal(size, 0);
        for (; patch < patch_count(world) && world->patches[patch].SplitOffset == offset; patch++) {
            const D3DDDI_PATCHLOCATIONLIST *location = &world->patches[patch];
            const DXGK_ALLOCATIONLIST *entry = &world->list[location->AllocationIndex];
            ULONGLONG address;
            assert_true(location->AllocationIndex < LIST_SIZE);
            assert_true(location->SlotId < SG_SLOT_COUNT);
            assert_int_equal(location->AllocationOffset, 0);
            if (entry->hDeviceSpecificAllocation == NULL) {
                bound &= ~(1u << location->SlotId);
                continue;
            }
            assert_in_range(location->PatchOffset, offset, offset + size - sizeof(address));
            memcpy(&address, world->buffer + location->PatchOffset, sizeof(address));
            assert_int_equal(address, entry->SegmentId == 0 ? 0 : entry->PhysicalAddress.QuadPart);
            programmed |= 1u << location->SlotId;
        }
        assert_int_equal(programmed, slots_of(world, offset));
        bound |= programmed;
        assert_int_equal(bound, programmed); /* what the packet does not use is unbound */
    }
    assert_int_equal(patch, patch_count(world));
    assert_int_equal(world->buffer[written(world)], 0xCD);
}

static void every_reference_is_in_the_patch_list(void **state)
{
    struct world *world = *state;

    records_fill(world);
    assert_int_equal(render(world, sizeof(world->records), BUFFER_SIZE, 0), STATUS_SUCCESS);
    check_patch_list(world);
}

/* Appends what a pass drew: operation and rectangle, in order. */
static UINT collect(const struct world *world, RECT *drawn, UINT *operations, UINT count)
{
    UINT size;

    for (UINT offset = 0; offset < written(world); offset += size) {
        const RECT *rects;
        UINT rect_count = packet_rects(world, offset, &rects);
        UINT opcode = packet_at(world, offset, &size);
        for (UINT i = 0; i < rect_count; i++) {
            operations[count] = opcode;
            drawn[count++] = rects[i];
        }
    }
    return count;
}

static void small_buffers_draw_the_same_in_more_passes(void **state)
{
    enum { MAX = COMMANDS * SUB_RECTS };
    struct world *world = *state;
    RECT expected[MAX];
    UINT expected_operations[MAX];

    records_fill(world);
    assert_int_equal(render(world, sizeof(world->records), BUFFER_SIZE, 0), STATUS_SUCCESS);
    UINT total = collect(world, expected, expected_operations, 0);
    assert_int_equal(total, (COMMANDS - 1) * SUB_RECTS);

    for (UINT dma_size = 128; dma_size < 2048; dma_size += 8) {
        RECT drawn[MAX];
        UINT operations[MAX];
        UINT count = 0;
        UINT multipass = 0;
        NTSTATUS status;
        do {
            status = render(world, sizeof(world->records), dma_size, multipass);
            assert_true(status == STATUS_SUCCESS ||
                        status == STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER);
            assert_true(written(world) <= dma_size);
            assert_true(status == STATUS_SUCCESS || written(world) > 0); /* or it would not end */
            check_patch_list(world);
            count = collect(world, drawn, operations, count);
            multipass = world->args.MultipassOffset;
        } while (status != STATUS_SUCCESS);
        assert_int_equal(count, total);
        assert_memory_equal(drawn, expected, total * sizeof(RECT));
        assert_memory_equal(operations, expected_operations, total * sizeof(UINT));
    }
}

static void a_full_patch_list_asks_for_another_buffer(void **state)
{
    struct world *world = *state;
    UINT passes = 0;
    NTSTATUS status;

    records_fill(world);
    memset(&world->args, 0, sizeof(world->args));
    do {
        DXGKARG_RENDER args = {
            .pCommand = world->records,
            .CommandLength = sizeof(world->records),
            .pDmaBuffer = world->buffer,
            .DmaSize = BUFFER_SIZE,
            .pAllocationList = world->list,
            .AllocationListSize = LIST_SIZE,
            .pPatchLocationListOut = world->patches,
            .PatchLocationListOutSize = SG_SLOT_COUNT,
            .MultipassOffset = world->args.MultipassOffset,
        };
        memcpy(&world->args, &args, sizeof(args));
        status = SgRenderKm(NULL, &world->args);
        assert_in_range(patch_count(world), 1, SG_SLOT_COUNT);
        passes++;
    } while (status == STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER);
    assert_int_equal(status, STATUS_SUCCESS);
    assert_in_range(passes, 2, COMMANDS - 1);
}

/* An overlapping scroll prefers a buffer of its own over being spread. */
static void a_copy_within_one_surface_waits_for_an_empty_buffer(void **state)
{
    struct world *world = *state;
    UINT size;

    record_fill(&world->records[0], SCREEN_INDEX);
    record_blt(&world->records[1], SCREEN_INDEX, SCREEN_INDEX);
    world->records[1].command.Command.BitBlt.SrcRect = (RECT){ 2, 2, 40, 40 };
    UINT length = 2 * sizeof(struct record);
    UINT blt = SOFTGPU_BLT_DWORDS(SUB_RECTS) * 4;
    assert_int_equal(render(world, length, blt, 0), STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER);
    assert_int_equal(packet_at(world, 0, &size), SOFTGPU_OP_FILL);
    assert_int_equal(written(world), size);
    assert_int_equal(render(world, length, blt, world->args.MultipassOffset), STATUS_SUCCESS);
    assert_int_equal(written(world), blt);
}

static void malformed_records_are_refused(void **state)
{
    struct world *world = *state;
    struct record *record = &world->records[0];
    UINT length = sizeof(*record);

    record_fill(record, SCREEN_INDEX);
    for (UINT cut = 1; cut < length; cut++) {
        assert_int_equal(render(world, cut, BUFFER_SIZE, 0), STATUS_INVALID_USER_BUFFER);
    }
    record->command.CommandSize = 0;
    assert_int_equal(render(world, length, BUFFER_SIZE, 0), STATUS_INVALID_USER_BUFFER);
    record_fill(record, SCREEN_INDEX);
    record->command.Command.ColorFill.NumSubRects = 0x10000000;
    assert_int_equal(render(world, length, BUFFER_SIZE, 0), STATUS_INVALID_USER_BUFFER);
    record_fill(record, SCREEN_INDEX);
    record->command.OpCode = (DXGK_RENDERKM_OPERATION)8;
    assert_int_equal(render(world, length, BUFFER_SIZE, 0), STATUS_ILLEGAL_INSTRUCTION);
}

static void unusable_operands_are_refused(void **state)
{
    struct world *world = *state;
    struct record *record = &world->records[0];
    UINT length = sizeof(*record);

    record_fill(record, LIST_SIZE);
    assert_int_equal(render(world, length, BUFFER_SIZE, 0), STATUS_INVALID_HANDLE);
    record_fill(record, NULL_INDEX);
    assert_int_equal(render(world, length, BUFFER_SIZE, 0), STATUS_INVALID_HANDLE);
    record_fill(record, SCREEN_INDEX);
    record->command.Command.ColorFill.Rop = 0;
    assert_int_equal(render(world, length, BUFFER_SIZE, 0), STATUS_INVALID_PARAMETER);
    record_blt(record, SCREEN_INDEX, BITMAP_INDEX);
    record->command.Command.BitBlt.Rop = DXGK_GDIROP_ROP3 + 1;
    assert_int_equal(render(world, length, BUFFER_SIZE, 0), STATUS_INVALID_PARAMETER);
    record_blt(record, SCREEN_INDEX, BITMAP_INDEX);
    record->rects[SUB_RECTS - 1].right = SURFACE_SIZE + 1;
    assert_int_equal(render(world, length, BUFFER_SIZE, 0), STATUS_INVALID_PARAMETER);
    record_text(record, SCREEN_INDEX, BITMAP_INDEX, SOFTGPU_GAMMA_ROWS);
    assert_int_equal(render(world, length, BUFFER_SIZE, 0), STATUS_INVALID_PARAMETER);
    record_text(record, SCREEN_INDEX, GAMMA_INDEX, SOFTGPU_GAMMA_NONE);
    assert_int_equal(render(world, length, BUFFER_SIZE, 0), STATUS_INVALID_PARAMETER);
    record_blt(record, SCREEN_INDEX, GAMMA_INDEX);
    assert_int_equal(render(world, length, BUFFER_SIZE, 0), STATUS_INVALID_PARAMETER);
}

/* Rule GDI-05: the command's pitch counts for surfaces the CPU lays out, and for no other. */
static void a_pitch_counts_for_linear_surfaces_only(void **state)
{
    struct world *world = *state;
    struct record *record = &world->records[0];
    struct softgpu_packet_blt packet;

    record_blt(record, SCREEN_INDEX, BITMAP_INDEX);
    record->command.Command.BitBlt.SrcPitch = 4 * SURFACE_SIZE + 64;
    record->command.Command.BitBlt.DstPitch = 12345;
    assert_int_equal(render(world, sizeof(*record), BUFFER_SIZE, 0), STATUS_SUCCESS);
    memcpy(&packet, world->buffer, sizeof(packet));
    assert_int_equal(packet.src.pitch, 4 * SURFACE_SIZE);
    assert_int_equal(packet.dst.pitch, 4 * SURFACE_SIZE);

    world->allocations[BITMAP_INDEX].Data.Kind = SG_SURFACE_STAGING;
    assert_int_equal(render(world, sizeof(*record), BUFFER_SIZE, 0), STATUS_SUCCESS);
    memcpy(&packet, world->buffer, sizeof(packet));
    assert_int_equal(packet.src.pitch, 4 * SURFACE_SIZE + 64);
    assert_int_equal(packet.src.height, 4 * SURFACE_SIZE * SURFACE_SIZE / (4 * SURFACE_SIZE + 64));
    assert_int_equal(packet.dst.pitch, 4 * SURFACE_SIZE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_reference_is_in_the_patch_list, world_setup,
                                        world_teardown),
        cmocka_unit_test_setup_teardown(small_buffers_draw_the_same_in_more_passes, world_setup,
                                        world_teardown),
        cmocka_unit_test_setup_teardown(a_full_patch_list_asks_for_another_buffer, world_setup,
                                        world_teardown),
        cmocka_unit_test_setup_teardown(a_copy_within_one_surface_waits_for_an_empty_buffer,
                                        world_setup, world_teardown),
        cmocka_unit_test_setup_teardown(malformed_records_are_refused, world_setup, world_teardown),
        cmocka_unit_test_setup_teardown(unusable_operands_are_refused, world_setup, world_teardown),
        cmocka_unit_test_setup_teardown(a_pitch_counts_for_linear_surfaces_only, world_setup,
                                        world_teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
