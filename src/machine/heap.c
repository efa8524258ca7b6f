/* SPDX-License-Identifier: MIT */
#include "machine/heap.h"

#include "machine/causality.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#if defined(__SANITIZE_ADDRESS__)
#define HEAP_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HEAP_ASAN 1
#endif
#endif
#ifndef HEAP_ASAN
#define HEAP_ASAN 0
#endif

#if HEAP_ASAN
void __asan_poison_memory_region(void const volatile *address, size_t size);
void __asan_unpoison_memory_region(void const volatile *address, size_t size);
#endif

/* Under AddressSanitizer a freed chunk is not used again before so many others of its size are
 * free, and a block has a gap behind it. */
#define QUARANTINE (HEAP_ASAN ? 64u : 0u)
#define GAP_BYTES (HEAP_ASAN ? 16u : 0u)

/* Chunks come in four sizes for each power of two: 64, 80, 96, 112, 128, 160... Those from
 * PAGED_BYTES on consist of whole pages, which go back to the host while the chunk is free. */
#define SMALLEST_SHIFT 6u
#define LARGEST_SHIFT 35u
#define CLASS_COUNT (4 * (LARGEST_SHIFT - SMALLEST_SHIFT))
#define PAGED_BYTES (4 * DXGH_PAGE_SIZE)
#define OPEN_BYTES (UINT64_C(1) << 20) /* made accessible at a time */

struct heap_class {
    struct list free; /* struct list at the start of each chunk, oldest first */
    uint32_t free_count;
};

/* At the start of the reserved range. */
struct heap {
    struct list blocks;
    uint64_t count;
    uint64_t used_bytes; /* of the range, from its start */
    uint64_t open_bytes; /* accessible */
    struct heap_class classes[CLASS_COUNT];
};

/* In front of every block. */
struct heap_block {
    _Alignas(16) struct list link;
    size_t size_bytes;
    uint32_t class;
    bool guarded;
};

static void poison(void *start, size_t bytes)
{
#if HEAP_ASAN
    __asan_poison_memory_region(start, bytes);
#endif
    (void)start;
    (void)bytes;
}

static void unpoison(void *start, size_t bytes)
{
#if HEAP_ASAN
    __asan_unpoison_memory_region(start, bytes);
#endif
    (void)start;
    (void)bytes;
}

DXGH_NORETURN static void out_of_memory(size_t size_bytes)
{
    (void)fprintf(stderr, "dxghost: the host is out of memory (%zu bytes wanted)\n", size_bytes);
    exit(4);
}

/* The smallest class that holds so many bytes. */
static uint32_t class_for(uint64_t bytes)
{
    uint64_t last = DXGH_MAX(bytes, UINT64_C(1) << SMALLEST_SHIFT) - 1;
    uint32_t shift = bytes <= 1u << SMALLEST_SHIFT ? 0 : 63 - (uint32_t)__builtin_clzll(last);

    /* Of the quarters of its power of two: the one `last` lies in, which ends behind it. */
    return shift < SMALLEST_SHIFT
               ? 0
               : 4 * (shift - SMALLEST_SHIFT) + (uint32_t)(last >> (shift - 2) & 3) + 1;
}

static uint64_t class_bytes(uint32_t class)
{
    return (UINT64_C(4) + class % 4) << (SMALLEST_SHIFT - 2 + class / 4);
}

struct heap *heap_create(void)
{
    struct heap *heap = mmap(NULL, HEAP_RESERVED_BYTES, PROT_NONE,
                             MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

    if (heap == MAP_FAILED) {
        return NULL;
    }
    if (mprotect(heap, OPEN_BYTES, PROT_READ | PROT_WRITE) != 0) {
        (void)munmap(heap, HEAP_RESERVED_BYTES);
        return NULL;
    }
    heap->open_bytes = OPEN_BYTES;
    heap->used_bytes = align_up(sizeof(*heap), DXGH_PAGE_SIZE);
    list_init(&heap->blocks);
    for (uint32_t i = 0; i < CLASS_COUNT; i++) {
        list_init(&heap->classes[i].free);
    }
    return heap;
}

void heap_destroy(struct heap *heap)
{
    if (heap != NULL) {
        unpoison(heap, heap->used_bytes);
        (void)munmap(heap, HEAP_RESERVED_BYTES);
    }
}

/* Of memory that was never used: zeroes. */
static void *fresh_chunk(struct heap *heap, uint64_t bytes)
{
    uint64_t start = align_up(heap->used_bytes, bytes >= PAGED_BYTES ? DXGH_PAGE_SIZE : 16);
    uint64_t end = start + bytes;

    if (end > HEAP_RESERVED_BYTES) {
        out_of_memory(bytes);
    }
    if (end > heap->open_bytes) {
        uint64_t open = DXGH_MIN(align_up(end, OPEN_BYTES), HEAP_RESERVED_BYTES);

        if (mprotect((char *)heap + heap->open_bytes, open - heap->open_bytes,
                     PROT_READ | PROT_WRITE) != 0) {
            out_of_memory(bytes);
        }
        heap->open_bytes = open;
    }
    heap->used_bytes = end;
    return (char *)heap + start;
}

static void *take_chunk(struct heap *heap, uint32_t class)
{
    struct heap_class *of = &heap->classes[class];
    uint64_t bytes = class_bytes(class);
    void *chunk;

    if (of->free_count <= QUARANTINE) {
        return fresh_chunk(heap, bytes);
    }
    of->free_count--;
    chunk = list_pop_front(&of->free);
    causality_acquire(chunk);
    unpoison(chunk, bytes);
    /* The pages of a large one are the host's again and read as zeroes. */
    memset(chunk, 0, bytes >= PAGED_BYTES ? sizeof(struct list) : bytes);
    return chunk;
}

static void give_chunk(struct heap *heap, void *chunk, uint32_t class)
{
    struct heap_class *of = &heap->classes[class];
    uint64_t bytes = class_bytes(class);

    causality_release(chunk);
    if (bytes >= PAGED_BYTES) {
        (void)madvise(chunk, bytes, MADV_DONTNEED);
    }
    poison((char *)chunk + sizeof(struct list), bytes - sizeof(struct list));
    of->free_count++;
    if (HEAP_ASAN) {
        list_push_back(&of->free, chunk);
    } else {
        list_push_front(&of->free, chunk); /* the one the processor still knows */
    }
}

static void *add_block(struct heap *heap, struct heap_block *block, uint32_t class,
                       size_t size_bytes)
{
    block->class = class;
    block->size_bytes = size_bytes;
    list_push_back(&heap->blocks, &block->link);
    heap->count++;
    return block + 1;
}

void *heap_alloc(struct heap *heap, size_t size_bytes)
{
    uint32_t class = class_for(sizeof(struct heap_block) + size_bytes + GAP_BYTES);
    struct heap_block *block;
    char *end;

    if (size_bytes > HEAP_RESERVED_BYTES / 2) {
        out_of_memory(size_bytes);
    }
    block = take_chunk(heap, class);
    end = (char *)(block + 1) + size_bytes;
    poison(end, (size_t)((char *)block + class_bytes(class) - end));
    return add_block(heap, block, class, size_bytes);
}

/* The last page of a guarded chunk; the block ends right before it. */
static char *guard_of(const struct heap_block *block)
{
    return (char *)(uintptr_t)(block + 1) + align_up(block->size_bytes, 16);
}

static void *chunk_of(struct heap_block *block)
{
    if (!block->guarded) {
        return block;
    }
    return guard_of(block) + DXGH_PAGE_SIZE - class_bytes(block->class);
}

void heap_free(struct heap *heap, void *memory)
{
    struct heap_block *block;

    if (memory == NULL) {
        return;
    }
    block = (struct heap_block *)memory - 1;
    list_remove(&block->link);
    heap->count--;
    if (block->guarded) {
        (void)mprotect(guard_of(block), DXGH_PAGE_SIZE, PROT_READ | PROT_WRITE);
    }
    give_chunk(heap, chunk_of(block), block->class);
}

void *heap_resize(struct heap *heap, void *block, size_t old_bytes, size_t new_bytes)
{
    void *moved = heap_alloc(heap, new_bytes);

    if (block != NULL) {
        memcpy(moved, block, DXGH_MIN(old_bytes, new_bytes));
        heap_free(heap, block);
    }
    return moved;
}

void *heap_take_pages(struct heap *heap, size_t size_bytes)
{
    uint64_t bytes = align_up(size_bytes, DXGH_PAGE_SIZE) + DXGH_PAGE_SIZE;
    char *pages = fresh_chunk(heap, DXGH_MAX(bytes, PAGED_BYTES));

    if (mprotect(pages, DXGH_PAGE_SIZE, PROT_NONE) != 0) {
        out_of_memory(size_bytes);
    }
    return pages + DXGH_PAGE_SIZE;
}

void *machine_heap_alloc(struct machine *machine, size_t size_bytes)
{
    return heap_alloc(machine->heap, size_bytes);
}

void *machine_heap_alloc_guarded(struct machine *machine, size_t size_bytes)
{
    uint64_t bytes = sizeof(struct heap_block) + align_up(size_bytes, 16) + DXGH_PAGE_SIZE;
    uint32_t class = class_for(DXGH_MAX(bytes, PAGED_BYTES));
    char *guard = (char *)take_chunk(machine->heap, class) + class_bytes(class) - DXGH_PAGE_SIZE;
    struct heap_block *block = (struct heap_block *)(guard - align_up(size_bytes, 16)) - 1;

    if (mprotect(guard, DXGH_PAGE_SIZE, PROT_NONE) != 0) {
        out_of_memory(size_bytes);
    }
    block->guarded = true;
    return add_block(machine->heap, block, class, size_bytes);
}

bool machine_heap_guards(const struct machine *machine, uintptr_t address, size_t *size_bytes)
{
    if (!machine_heap_contains(machine, address)) {
        return false;
    }
    LIST_FOR_EACH(link, &machine->heap->blocks) {
        const struct heap_block *block = LIST_ENTRY_OF(link, struct heap_block, link);

        if (block->guarded && address - (uintptr_t)guard_of(block) < DXGH_PAGE_SIZE) {
            *size_bytes = block->size_bytes;
            return true;
        }
    }
    return false;
}

void machine_heap_free(struct machine *machine, void *block)
{
    heap_free(machine->heap, block);
}

uint64_t machine_heap_count(const struct machine *machine)
{
    return machine->heap->count;
}
