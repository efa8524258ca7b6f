/* SPDX-License-Identifier: MIT */
/*
 * Memory without a driver: segments are arrays of bytes, and paging operations do what they say,
 * in order, when the batch is flushed. A mutation of the mock makes it do one of them wrongly, to
 * see that a test notices.
 */
#ifndef TESTS_UNIT_VIDMM_MOCK_H
#define TESTS_UNIT_VIDMM_MOCK_H

#include "machine/memory.h"
#include "tests/lib/test.h"
#include "vidmm/vidmm.h"

#include <stdlib.h>
#include <string.h>

#define MOCK_OPERATIONS_MAX 4096u
#define MOCK_PAGE 4096u

enum mock_mutation {
    MOCK_RIGHT,
    MOCK_LOSES_TRANSFER,    /* the n-th transfer to the backing store does not happen */
    MOCK_WRONG_DESTINATION, /* the n-th transfer to a segment lands one page too far */
};

struct mock_memory {
    struct machine *machine;
    struct vidmm *vidmm;
    uint8_t *bytes[VIDMM_SEGMENTS_MAX]; /* of memory segments */
    const struct vidmm_allocation *
        *maps[VIDMM_SEGMENTS_MAX]; /* of apertures: who is behind a page */
    struct paging_operation built[MOCK_OPERATIONS_MAX];
    uint32_t built_count;
    uint32_t kinds[16];     /* how often each was carried out */
    uint32_t through_count; /* transfers into an aperture */
    NTSTATUS flush_status;  /* of the next flush; nothing is carried out when it is an error */
    enum mock_mutation mutation;
    uint32_t mutation_at; /* which transfer */
    void (*check)(struct mock_memory *memory, const struct paging_operation *operation);
    void *owner;
};

static inline uint8_t *mock_gpu_view(struct mock_memory *memory,
                                     const struct vidmm_allocation *allocation, uint64_t at);

static inline void mock_transfer(struct mock_memory *memory,
                                 const struct paging_operation *operation)
{
    uint8_t *place =
        memory->bytes[operation->segment->id - 1] + operation->offset + operation->piece_offset;
    uint8_t *store = (uint8_t *)operation->mdl->MappedSystemVa + operation->piece_offset;
    bool in = operation->kind == PAGING_TRANSFER_IN;
    bool strikes = memory->kinds[operation->kind] == memory->mutation_at;

    if (operation->through != NULL) { /* the range has to show the backing store */
        uint64_t page = (operation->through_offset + operation->piece_offset) / MOCK_PAGE;

        assert_ptr_equal(memory->maps[operation->through->id - 1][page], operation->allocation);
        memory->through_count++;
    }
    if (!in && strikes && memory->mutation == MOCK_LOSES_TRANSFER) {
        return;
    }
    if (in && strikes && memory->mutation == MOCK_WRONG_DESTINATION) {
        memset(place, 0xEE, MOCK_PAGE);
        return;
    }
    memcpy(in ? place : store, in ? store : place, operation->piece_bytes);
}

static inline void mock_map(struct mock_memory *memory, const struct paging_operation *operation,
                            const struct vidmm_allocation *behind)
{
    uint64_t first = operation->offset / MOCK_PAGE;
    uint64_t pages = operation->allocation->request.size_bytes / MOCK_PAGE;

    for (uint64_t i = 0; i < pages; i++) {
        memory->maps[operation->segment->id - 1][first + i] = behind;
    }
}

static inline void mock_carry_out(struct mock_memory *memory,
                                  const struct paging_operation *operation)
{
    memory->kinds[operation->kind]++;
    if (memory->check != NULL) {
        memory->check(memory, operation);
    }
    switch (operation->kind) {
    case PAGING_INITIALISE:
        memset(mock_gpu_view(memory, operation->allocation, 0), 0x5A, MOCK_PAGE);
        break;
    case PAGING_READ:
    case PAGING_WRITE:
    case PAGING_SPECIAL_OUT: /* nothing is locked here */
    case PAGING_SPECIAL_IN:
        break;
    case PAGING_MOVE:
        memcpy(memory->bytes[operation->segment->id - 1] + operation->offset +
                   operation->piece_offset,
               memory->bytes[operation->from->id - 1] + operation->from_offset +
                   operation->piece_offset,
               operation->piece_bytes);
        break;
    case PAGING_FILL:
        memset(memory->bytes[operation->segment->id - 1] + operation->offset, 0,
               operation->allocation->request.size_bytes);
        break;
    case PAGING_TRANSFER_IN:
    case PAGING_TRANSFER_OUT:
        mock_transfer(memory, operation);
        break;
    case PAGING_MAP_APERTURE:
        mock_map(memory, operation, operation->allocation);
        break;
    case PAGING_UNMAP_APERTURE:
        mock_map(memory, operation, NULL);
        break;
    case PAGING_DISCARD: /* what was there is anybody's */
        memset(memory->bytes[operation->segment->id - 1] + operation->offset, 0xDD,
               operation->allocation->request.size_bytes);
        break;
    }
}

static inline NTSTATUS mock_page(void *context, const struct paging_operation *operation)
{
    struct mock_memory *memory = context;

    assert_true(memory->built_count < MOCK_OPERATIONS_MAX);
    memory->built[memory->built_count++] = *operation;
    return STATUS_SUCCESS;
}

static inline NTSTATUS mock_flush(void *context)
{
    struct mock_memory *memory = context;
    NTSTATUS status = memory->flush_status;

    for (uint32_t i = 0; i < memory->built_count && NT_SUCCESS(status); i++) {
        mock_carry_out(memory, &memory->built[i]);
    }
    memory->built_count = 0;
    memory->flush_status = STATUS_SUCCESS;
    return status;
}

static const struct vidmm_ops mock_ops = { .page = mock_page, .flush = mock_flush };

/* On a fiber of the machine. */
static inline void mock_open(struct mock_memory *memory, struct machine *machine)
{
    memory->machine = machine;
    memory->vidmm = vidmm_create(machine, &mock_ops, memory);
    assert_non_null(memory->vidmm);
}

static inline struct segment *mock_segment(struct mock_memory *memory, bool aperture,
                                           uint64_t pages, uint64_t limit_pages)
{
    DXGK_SEGMENTDESCRIPTOR3 descriptor = { .Size = (SIZE_T)(pages * MOCK_PAGE),
                                           .CommitLimit = (SIZE_T)(limit_pages * MOCK_PAGE) };
    uint32_t index = memory->vidmm->segment_count;

    descriptor.BaseAddress.QuadPart = (LONGLONG)(index + 1) << 32;
    descriptor.Flags.Aperture = aperture;
    if (aperture) {
        memory->maps[index] = calloc(pages, sizeof(*memory->maps[index]));
    } else {
        memory->bytes[index] = malloc(pages * MOCK_PAGE);
        memset(memory->bytes[index], 0xCC, pages * MOCK_PAGE);
    }
    return vidmm_segment_add(memory->vidmm, &descriptor, memory->bytes[index]);
}

static inline void mock_close(struct mock_memory *memory)
{
    vidmm_destroy(memory->vidmm);
    for (uint32_t i = 0; i < VIDMM_SEGMENTS_MAX; i++) {
        free(memory->bytes[i]);
        free(memory->maps[i]);
    }
}

/* Byte `at` of an allocation, as the GPU sees it. */
static inline uint8_t *mock_gpu_view(struct mock_memory *memory,
                                     const struct vidmm_allocation *allocation, uint64_t at)
{
    uint32_t index = allocation->segment->id - 1;
    uint64_t offset = allocation->offset + at;

    if (!allocation->segment->aperture) {
        return memory->bytes[index] + offset;
    }

    const struct vidmm_allocation *behind = memory->maps[index][offset / MOCK_PAGE];

    assert_ptr_equal(behind, allocation);
    return (uint8_t *)behind->backing + at;
}

static inline struct vidmm_request mock_request(uint64_t pages, uint32_t segments,
                                                uint8_t preferred)
{
    return (struct vidmm_request){ .size_bytes = pages * MOCK_PAGE,
                                   .read_segments = segments,
                                   .write_segments = segments,
                                   .preferred = { preferred } };
}

#endif /* TESTS_UNIT_VIDMM_MOCK_H */
