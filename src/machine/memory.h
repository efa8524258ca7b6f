/* SPDX-License-Identifier: MIT */
/*
 * Physical memory: one arena that is the machine's RAM.
 *
 * Everything with a page frame number lives here: pool, contiguous memory, allocation backing
 * stores, pages behind MDLs. The whole arena is mapped once, so a physical address is a pointer and
 * back; scattered pages can be mapped a second time, side by side, as MmMapLockedPages does.
 */
#ifndef MACHINE_MEMORY_H
#define MACHINE_MEMORY_H

#include "machine/machine.h"

#define MEMORY_RAM_BASE UINT64_C(0x10000000) /* physical address of the first byte of RAM */
#define MEMORY_NO_PAGE UINT64_MAX

struct memory *memory_create(struct heap *heap, uint64_t ram_bytes);
void memory_destroy(struct memory *memory);

/**
 * memory_pages_alloc - take physically contiguous pages
 * @page_count: at least 1
 * @lowest, @highest: physical addresses the block must lie in, inclusive; 0 and UINT64_MAX for any
 * @alignment_bytes: power of two, 0 or the page size for none beyond a page
 * @boundary_bytes: the block may not cross a multiple of this power of two; 0 for none
 * Returns: the first page frame number, or MEMORY_NO_PAGE when RAM is exhausted. Content is
 * whatever was there: zero for pages never used before.
 */
uint64_t memory_pages_alloc(struct machine *machine, uint64_t page_count, uint64_t lowest,
                            uint64_t highest, uint64_t alignment_bytes, uint64_t boundary_bytes);
void memory_pages_free(struct machine *machine, uint64_t pfn, uint64_t page_count);
uint64_t memory_pages_in_use(const struct machine *machine);
/** memory_page_in_use - whether a page of RAM is allocated; false for what is not RAM */
bool memory_page_in_use(const struct machine *machine, uint64_t pfn);
uint64_t memory_pages_total(const struct machine *machine);

/** memory_pointer - the address of a range of RAM, or NULL when any byte of it is not RAM */
void *memory_pointer(const struct machine *machine, uint64_t physical, uint64_t size_bytes);
/**
 * memory_physical - the physical address behind a pointer into RAM or into a memory_map window
 * Returns: false when the pointer is not the machine's memory.
 */
bool memory_physical(const struct machine *machine, const void *pointer, uint64_t *physical);

/**
 * memory_map - map pages side by side at a new address, writable, sharing content with RAM
 * Returns: NULL when the host cannot map.
 */
void *memory_map(struct machine *machine, const uint64_t *pfns, uint64_t page_count);
void memory_unmap(struct machine *machine, void *window);

#endif /* MACHINE_MEMORY_H */
