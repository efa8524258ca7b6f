/* SPDX-License-Identifier: MIT */
/*
 * BuildPagingBuffer of the reference miniport: its packets are carried out on a toy address space
 * and the result compared with what the operation asked for, with paging buffers of any size.
 */
#include "base/prng.h"
#include "tests/lib/test.h"

#include <ntddk.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* The code under test runs outside of any machine here. */
#undef PAGED_CODE
#define PAGED_CODE() ((void)0)
#include "drivers/softgpu/paging.c"

#define PAGES 24u
#define BUFFER_SIZE 0x4000u
#define SEGMENT_BASE 0x80000ull
#define CASES 400u

/* An MDL with its page numbers behind it. */
struct test_mdl {
    MDL header;
    PFN_NUMBER frames[PAGES];
};

struct world {
    unsigned char ram[PAGES * PAGE_SIZE];     /* physical memory from 0 on */
    unsigned char segment[PAGES * PAGE_SIZE]; /* GPU addresses from SEGMENT_BASE on */
    ULONGLONG gart[PAGES];
    unsigned char buffer[BUFFER_SIZE + 8];
    struct test_mdl mdl;
    struct prng prng;
};

static int world_setup(void **state)
{
    struct world *world = calloc(1, sizeof(*world));

    *state = world;
    prng_init(&world->prng, 7);
    return world == NULL;
}

static int world_teardown(void **state)
{
    free(*state);
    return 0;
}

static UINT number(struct world *world, UINT low, UINT high)
{
    return low + (UINT)(prng_next(&world->prng) % (high - low + 1));
}

static void scramble(struct world *world)
{
    for (size_t i = 0; i < sizeof(world->ram); i++) {
        world->ram[i] = (unsigned char)prng_next(&world->prng);
        world->segment[i] = (unsigned char)prng_next(&world->prng);
    }
    /* Runs of neighbours and gaps, no page twice. */
    for (UINT i = 0; i < PAGES; i++) {
        world->mdl.frames[i] = i;
    }
    for (UINT i = 0; i < 8; i++) {
        UINT a = number(world, 0, PAGES - 1);
        UINT b = number(world, 0, PAGES - 1);
        PFN_NUMBER frame = world->mdl.frames[a];
        world->mdl.frames[a] = world->mdl.frames[b];
        world->mdl.frames[b] = frame;
    }
}

static unsigned char *gpu_memory(struct world *world, ULONGLONG address, ULONGLONG size)
{
    if (address >= SOFTGPU_SYSTEM_WINDOW) {
        address -= SOFTGPU_SYSTEM_WINDOW;
        assert_true(address + size <= sizeof(world->ram));
        return world->ram + address;
    }
    assert_true(address >= SEGMENT_BASE);
    assert_true(address - SEGMENT_BASE + size <= sizeof(world->segment));
    return world->segment + (address - SEGMENT_BASE);
}

static void run_copy(struct world *world, const unsigned char *at)
{
    struct softgpu_packet_copy_linear packet;

    memcpy(&packet, at, sizeof(packet));
    memmove(gpu_memory(world, packet.dst, packet.size_bytes),
            gpu_memory(world, packet.src, packet.size_bytes), (size_t)packet.size_bytes);
}

static void run_fill(struct world *world, const unsigned char *at)
{
    struct softgpu_packet_fill_linear packet;

    memcpy(&packet, at, sizeof(packet));
    unsigned char *to = gpu_memory(world, packet.dst, packet.size_bytes);
    for (ULONGLONG i = 0; i < packet.size_bytes; i++) {
        to[i] = (unsigned char)(packet.pattern >> (8 * (i % 4)));
    }
}

static void run_gart_write(struct world *world, const unsigned char *at, UINT dwords)
{
    struct softgpu_packet_gart_write packet;

    memcpy(&packet, at, sizeof(packet));
    assert_int_equal(dwords, SOFTGPU_GART_WRITE_DWORDS(packet.count));
    assert_true(packet.first_entry + packet.count <= PAGES);
    memcpy(&world->gart[packet.first_entry], at + sizeof(packet), packet.count * sizeof(ULONGLONG));
}

static void run_gart_fill(struct world *world, const unsigned char *at)
{
    struct softgpu_packet_gart_fill packet;

    memcpy(&packet, at, sizeof(packet));
    assert_true(packet.first_entry + packet.count <= PAGES);
    for (UINT i = 0; i < packet.count; i++) {
        world->gart[packet.first_entry + i] = packet.entry;
    }
}

static void run_packets(struct world *world, const unsigned char *from, const unsigned char *to)
{
    while (from < to) {
        UINT header;
        memcpy(&header, from, sizeof(header));
        UINT dwords = SOFTGPU_PACKET_DWORDS(header);
        assert_int_equal(dwords % 2, 0);
        assert_in_range(dwords, 2, (UINT)(to - from) / 4);
        switch (SOFTGPU_PACKET_OPCODE(header)) {
        case SOFTGPU_OP_COPY_LINEAR:
            run_copy(world, from);
            break;
        case SOFTGPU_OP_FILL_LINEAR:
            run_fill(world, from);
            break;
        case SOFTGPU_OP_GART_WRITE:
            run_gart_write(world, from, dwords);
            break;
        case SOFTGPU_OP_GART_FILL:
            run_gart_fill(world, from);
            break;
        default:
            fail_msg("packet 0x%x", header);
        }
        from += dwords * 4;
    }
    assert_ptr_equal(from, to);
}

/* As the memory manager does: the same operation again and again with an empty buffer of
 * `size` bytes until it is done; every buffer is carried out on its own. */
static void page(struct world *world, DXGKARG_BUILDPAGINGBUFFER *args, UINT size)
{
    NTSTATUS status;

    args->MultipassOffset = 0;
    do {
        memset(world->buffer, 0xCD, sizeof(world->buffer));
        args->pDmaBuffer = world->buffer;
        args->DmaSize = size;
        status = SgBuildPagingBuffer(NULL, args);
        UINT used = (UINT)((unsigned char *)args->pDmaBuffer - world->buffer);
        assert_true(status == STATUS_SUCCESS || status == STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER);
        assert_true(used <= size);
        assert_true(status == STATUS_SUCCESS || used > 0); /* or it would not end */
        assert_int_equal(args->DmaSize, size - used);      /* in-out: what is left */
        assert_int_equal(world->buffer[used], 0xCD);
        run_packets(world, world->buffer, args->pDmaBuffer);
    } while (status != STATUS_SUCCESS);
}

/* Offsets on the segment side are bytes, on the MDL side pages; the last page may be partial. */
static void a_transfer_moves_the_right_bytes_both_ways(void **state)
{
    struct world *world = *state;

    for (UINT i = 0; i < CASES; i++) {
        UINT mdl_offset = number(world, 0, PAGES / 2);
        UINT offset = number(world, 0, 4) * PAGE_SIZE;
        UINT size = number(world, 1, (PAGES / 2) * PAGE_SIZE);
        bool out = number(world, 0, 1) != 0;
        DXGKARG_BUILDPAGINGBUFFER args = { .Operation = DXGK_OPERATION_TRANSFER };
        scramble(world);
        args.Transfer.TransferOffset = offset;
        args.Transfer.TransferSize = size;
        args.Transfer.MdlOffset = mdl_offset;
        if (out) {
            args.Transfer.Source.SegmentId = SG_SEGMENT_VRAM;
            args.Transfer.Source.SegmentAddress.QuadPart = (LONGLONG)SEGMENT_BASE;
            args.Transfer.Destination.pMdl = &world->mdl.header;
        } else {
            args.Transfer.Source.pMdl = &world->mdl.header;
            args.Transfer.Destination.SegmentId = SG_SEGMENT_VRAM;
            args.Transfer.Destination.SegmentAddress.QuadPart = (LONGLONG)SEGMENT_BASE;
        }
        unsigned char *ram = malloc(sizeof(world->ram));
        unsigned char *segment = malloc(sizeof(world->segment));
        memcpy(ram, world->ram, sizeof(world->ram));
        memcpy(segment, world->segment, sizeof(world->segment));
        for (UINT at = 0; at < size; at++) {
            size_t physical =
                (size_t)world->mdl.frames[mdl_offset + at / PAGE_SIZE] * PAGE_SIZE + at % PAGE_SIZE;
            if (out) {
                ram[physical] = segment[offset + at];
            } else {
                segment[offset + at] = ram[physical];
            }
        }
        page(world, &args, number(world, 4, 30) * 8);
        assert_memory_equal(world->ram, ram, sizeof(world->ram));
        assert_memory_equal(world->segment, segment, sizeof(world->segment));
        free(ram);
        free(segment);
    }
}

static void a_transfer_of_nothing_writes_nothing(void **state)
{
    struct world *world = *state;
    DXGKARG_BUILDPAGINGBUFFER args = { .Operation = DXGK_OPERATION_TRANSFER,
                                       .pDmaBuffer = world->buffer,
                                       .DmaSize = BUFFER_SIZE };

    args.Transfer.Source.SegmentId = SG_SEGMENT_VRAM;
    args.Transfer.Destination.pMdl = &world->mdl.header;
    assert_int_equal(SgBuildPagingBuffer(NULL, &args), STATUS_SUCCESS);
    assert_ptr_equal(args.pDmaBuffer, world->buffer);
}

static void a_fill_writes_its_pattern_and_no_byte_more(void **state)
{
    struct world *world = *state;
    DXGKARG_BUILDPAGINGBUFFER args = { .Operation = DXGK_OPERATION_FILL };

    scramble(world);
    unsigned char after = world->segment[PAGE_SIZE + 4095];
    args.Fill.FillSize = 4095;
    args.Fill.FillPattern = 0x44332211;
    args.Fill.Destination.SegmentId = SG_SEGMENT_VRAM;
    args.Fill.Destination.SegmentAddress.QuadPart = (LONGLONG)SEGMENT_BASE + PAGE_SIZE;
    page(world, &args, BUFFER_SIZE);
    for (UINT i = 0; i < 4095; i++) {
        assert_int_equal(world->segment[PAGE_SIZE + i], 0x11 * (1 + i % 4));
    }
    assert_int_equal(world->segment[PAGE_SIZE + 4095], after);
}

static void aperture_pages_point_where_they_were_told(void **state)
{
    struct world *world = *state;

    for (UINT i = 0; i < CASES; i++) {
        ULONGLONG expected[PAGES];
        UINT first = number(world, 0, PAGES / 2);
        UINT count = number(world, 1, PAGES / 2);
        UINT mdl_offset = number(world, 0, PAGES / 2);
        DXGKARG_BUILDPAGINGBUFFER args = { .Operation = DXGK_OPERATION_MAP_APERTURE_SEGMENT };
        scramble(world);
        memcpy(expected, world->gart, sizeof(expected));
        for (UINT k = 0; k < count; k++) {
            expected[first + k] =
                (world->mdl.frames[mdl_offset + k] << PAGE_SHIFT) | SOFTGPU_GART_ENTRY_VALID;
        }
        args.MapApertureSegment.SegmentId = SG_SEGMENT_APERTURE;
        args.MapApertureSegment.OffsetInPages = first;
        args.MapApertureSegment.NumberOfPages = count;
        args.MapApertureSegment.pMdl = &world->mdl.header;
        args.MapApertureSegment.MdlOffset = mdl_offset;
        page(world, &args, number(world, 3, 20) * 8);
        assert_memory_equal(world->gart, expected, sizeof(expected));

        DXGKARG_BUILDPAGINGBUFFER unmap = { .Operation = DXGK_OPERATION_UNMAP_APERTURE_SEGMENT };
        for (UINT k = 0; k < count; k++) {
            expected[first + k] = 0x9000 | SOFTGPU_GART_ENTRY_VALID;
        }
        unmap.UnmapApertureSegment.OffsetInPages = first;
        unmap.UnmapApertureSegment.NumberOfPages = count;
        unmap.UnmapApertureSegment.DummyPage.QuadPart = 0x9000;
        page(world, &unmap, BUFFER_SIZE);
        assert_memory_equal(world->gart, expected, sizeof(expected));
    }
}

/* Rule PAGING-13: no room means no byte, whatever the operation. */
static void no_room_writes_no_byte(void **state)
{
    static const DXGK_BUILDPAGINGBUFFER_OPERATION operations[] = {
        DXGK_OPERATION_TRANSFER,
        DXGK_OPERATION_FILL,
        DXGK_OPERATION_READ_PHYSICAL,
        DXGK_OPERATION_WRITE_PHYSICAL,
        DXGK_OPERATION_MAP_APERTURE_SEGMENT,
        DXGK_OPERATION_UNMAP_APERTURE_SEGMENT,
        DXGK_OPERATION_SPECIAL_LOCK_TRANSFER,
    };
    struct world *world = *state;

    for (UINT i = 0; i < RTL_NUMBER_OF(operations); i++) {
        DXGKARG_BUILDPAGINGBUFFER args = { .Operation = operations[i],
                                           .pDmaBuffer = world->buffer,
                                           .DmaSize = 8 };
        memset(world->buffer, 0xCD, sizeof(world->buffer));
        if (operations[i] == DXGK_OPERATION_MAP_APERTURE_SEGMENT) {
            args.MapApertureSegment.pMdl = &world->mdl.header;
            args.MapApertureSegment.NumberOfPages = 1;
        } else if (operations[i] == DXGK_OPERATION_TRANSFER ||
                   operations[i] == DXGK_OPERATION_SPECIAL_LOCK_TRANSFER) {
            args.Transfer.Source.pMdl = &world->mdl.header; /* the records begin alike */
            args.Transfer.Destination.SegmentId = SG_SEGMENT_VRAM;
            args.Transfer.TransferSize = PAGE_SIZE;
        }
        assert_int_equal(SgBuildPagingBuffer(NULL, &args), STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER);
        assert_ptr_equal(args.pDmaBuffer, world->buffer);
        assert_int_equal(world->buffer[0], 0xCD);
    }
}

static void an_unknown_operation_is_refused_without_writing(void **state)
{
    struct world *world = *state;
    DXGKARG_BUILDPAGINGBUFFER args = { .Operation = (DXGK_BUILDPAGINGBUFFER_OPERATION)77,
                                       .pDmaBuffer = world->buffer,
                                       .DmaSize = BUFFER_SIZE };

    assert_int_equal(SgBuildPagingBuffer(NULL, &args), STATUS_INVALID_PARAMETER);
    assert_ptr_equal(args.pDmaBuffer, world->buffer);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_transfer_moves_the_right_bytes_both_ways),
        TEST(a_transfer_of_nothing_writes_nothing),
        TEST(a_fill_writes_its_pattern_and_no_byte_more),
        TEST(aperture_pages_point_where_they_were_told),
        TEST(no_room_writes_no_byte),
        TEST(an_unknown_operation_is_refused_without_writing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
