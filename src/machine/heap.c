/* SPDX-License-Identifier: MIT */
#include "machine/heap.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

struct heap {
    struct list blocks;
    uint64_t count;
};

struct heap_block {
    _Alignas(16) struct list link;
    void *mapping; /* of a guarded block: where its pages start; NULL for one of malloc's */
    size_t size_bytes;
};

/* Pages of a guarded block, without the one that guards it. */
static size_t mapped_bytes(size_t size_bytes)
{
    return align_up(sizeof(struct heap_block) + align_up(size_bytes, 16), DXGH_PAGE_SIZE);
}

static void block_free(struct heap_block *block)
{
    if (block->mapping == NULL) {
        free(block);
    } else {
        (void)munmap(block->mapping, mapped_bytes(block->size_bytes) + DXGH_PAGE_SIZE);
    }
}

struct heap *heap_create(void)
{
    struct heap *heap = calloc(1, sizeof(*heap));

    if (heap != NULL) {
        list_init(&heap->blocks);
    }
    return heap;
}

void heap_destroy(struct heap *heap)
{
    if (heap == NULL) {
        return;
    }
    LIST_FOR_EACH_SAFE(link, &heap->blocks) {
        block_free(LIST_ENTRY_OF(link, struct heap_block, link));
    }
    free(heap);
}

DXGH_NORETURN static void out_of_memory(size_t size_bytes)
{
    (void)fprintf(stderr, "dxghost: the host is out of memory (%zu bytes wanted)\n", size_bytes);
    exit(4);
}

static void *block_add(struct machine *machine, struct heap_block *block)
{
    list_push_back(&machine->heap->blocks, &block->link);
    machine->heap->count++;
    return block + 1;
}

void *machine_heap_alloc(struct machine *machine, size_t size_bytes)
{
    struct heap_block *block = calloc(1, sizeof(*block) + size_bytes);

    if (block == NULL) {
        out_of_memory(size_bytes);
    }
    return block_add(machine, block);
}

void *machine_heap_alloc_guarded(struct machine *machine, size_t size_bytes)
{
    size_t bytes = mapped_bytes(size_bytes);
    char *mapping = mmap(NULL, bytes + DXGH_PAGE_SIZE, PROT_READ | PROT_WRITE,
                         MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    struct heap_block *block;

    if (mapping == MAP_FAILED || mprotect(mapping + bytes, DXGH_PAGE_SIZE, PROT_NONE) != 0) {
        out_of_memory(size_bytes);
    }
    block = (struct heap_block *)(mapping + bytes - align_up(size_bytes, 16)) - 1;
    block->mapping = mapping;
    block->size_bytes = size_bytes;
    return block_add(machine, block);
}

bool machine_heap_guards(const struct machine *machine, uintptr_t address, size_t *size_bytes)
{
    LIST_FOR_EACH(link, &machine->heap->blocks) {
        const struct heap_block *block = LIST_ENTRY_OF(link, struct heap_block, link);
        uintptr_t guard = (uintptr_t)block->mapping + mapped_bytes(block->size_bytes);

        if (block->mapping != NULL && address >= guard && address - guard < DXGH_PAGE_SIZE) {
            *size_bytes = block->size_bytes;
            return true;
        }
    }
    return false;
}

void machine_heap_free(struct machine *machine, void *block)
{
    if (block == NULL) {
        return;
    }

    struct heap_block *header = (struct heap_block *)block - 1;

    list_remove(&header->link);
    machine->heap->count--;
    block_free(header);
}

uint64_t machine_heap_count(const struct machine *machine)
{
    return machine->heap->count;
}
