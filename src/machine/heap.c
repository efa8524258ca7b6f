/* SPDX-License-Identifier: MIT */
#include "machine/heap.h"

#include <stdio.h>
#include <stdlib.h>

struct heap {
    struct list blocks;
    uint64_t count;
};

struct heap_block {
    _Alignas(16) struct list link;
};

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
        free(LIST_ENTRY_OF(link, struct heap_block, link));
    }
    free(heap);
}

void *machine_heap_alloc(struct machine *machine, size_t size_bytes)
{
    struct heap_block *block = calloc(1, sizeof(*block) + size_bytes);

    if (block == NULL) {
        (void)fprintf(stderr, "dxghost: the host is out of memory (%zu bytes wanted)\n",
                      size_bytes);
        exit(4);
    }
    list_push_back(&machine->heap->blocks, &block->link);
    machine->heap->count++;
    return block + 1;
}

void machine_heap_free(struct machine *machine, void *block)
{
    if (block == NULL) {
        return;
    }

    struct heap_block *header = (struct heap_block *)block - 1;

    list_remove(&header->link);
    machine->heap->count--;
    free(header);
}

uint64_t machine_heap_count(const struct machine *machine)
{
    return machine->heap->count;
}
