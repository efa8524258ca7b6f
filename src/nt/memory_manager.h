/* SPDX-License-Identifier: MIT */
/*
 * The memory manager as drivers use it: contiguous memory, mapped device ranges, page lists.
 * Source: wdm MmAllocateContiguousMemorySpecifyCache, MmMapIoSpace, MmAllocatePagesForMdlEx
 */
#ifndef NT_MEMORY_MANAGER_H
#define NT_MEMORY_MANAGER_H

#include "machine/machine.h"
#include "nt/wdk.h"

uint32_t nt_contiguous_of_driver(const struct machine *machine);
void nt_contiguous_free_driver(struct machine *machine);

/* MmMapIoSpace and MmMapLockedPages alike. */
uint32_t nt_mappings_of_driver(const struct machine *machine);
void nt_mappings_drop_driver(struct machine *machine);

/** nt_mdl_holds_pages - whether a pool block of the driver's is an MDL whose pages are locked */
bool nt_mdl_holds_pages(struct machine *machine, const void *block);

/** nt_mapping_add - remember a mapping; `window` says that memory_map made it */
void nt_mapping_add(struct machine *machine, void *address, size_t bytes, bool window);
/**
 * nt_mapping_remove - forget, and unmap, what nt_mapping_add noted
 * @bytes: the size that must match, or 0 for any
 * Returns: false after reporting NT-MEM-01.
 */
bool nt_mapping_remove(struct machine *machine, void *address, size_t bytes, const char *function);

#endif /* NT_MEMORY_MANAGER_H */
