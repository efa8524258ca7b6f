/* SPDX-License-Identifier: MIT */
/*
 * Host memory of a machine: all that the machine and the kernel on it keep. It lies in one range of
 * addresses that is reserved when the machine is created, so that a client's pointer into it is
 * known for what it is. A machine that stopped half-way through a bug check gives everything back
 * at machine_destroy.
 */
#ifndef MACHINE_HEAP_H
#define MACHINE_HEAP_H

#include "machine/machine.h"

/** heap_create - Returns: NULL when the host has no addresses left */
struct heap *heap_create(void);
void heap_destroy(struct heap *heap); /* with every block; accepts NULL */

/** heap_alloc, heap_free - as machine_heap_alloc and machine_heap_free, before there is a machine
 */
void *heap_alloc(struct heap *heap, size_t size_bytes);
void heap_free(struct heap *heap, void *block);
/** heap_resize - move a block of `old_bytes`, or NULL, to one of `new_bytes`. Returns: the new one
 */
void *heap_resize(struct heap *heap, void *block, size_t old_bytes, size_t new_bytes);

/** heap_take_pages - zeroed whole pages, a guard page below them; they go with the heap */
void *heap_take_pages(struct heap *heap, size_t size_bytes);

/**
 * machine_heap_alloc - zeroed memory, 16-byte aligned, freed at the latest with the machine
 * Returns: never NULL: the host being out of memory ends the program with a message. The memory a
 * *driver* asks for comes from the machine's RAM and can run out; this is the host's own.
 */
void *machine_heap_alloc(struct machine *machine, size_t size_bytes);
/**
 * machine_heap_alloc_guarded - the same, with a page behind it that nobody may touch
 * For what a driver writes to: running over the end is a fault at the instruction that does it.
 */
void *machine_heap_alloc_guarded(struct machine *machine, size_t size_bytes);
/** machine_heap_guards - whether an address is in the guard page of a block; `size_bytes`: of that
 */
bool machine_heap_guards(const struct machine *machine, uintptr_t address, size_t *size_bytes);
/** machine_heap_free - of either kind; accepts NULL */
void machine_heap_free(struct machine *machine, void *block);
/** machine_heap_count - live blocks; a test of orderly teardown compares two readings */
uint64_t machine_heap_count(const struct machine *machine);

#define HEAP_RESERVED_BYTES (UINT64_C(1) << 36)

/** machine_heap_contains - whether an address is in the machine's range, used or not */
static inline bool machine_heap_contains(const struct machine *machine, uintptr_t address)
{
    return address - (uintptr_t)machine->heap < HEAP_RESERVED_BYTES; /* it stands at its start */
}

#define MACHINE_NEW(machine, type) ((type *)machine_heap_alloc((machine), sizeof(type)))

#endif /* MACHINE_HEAP_H */
