/* SPDX-License-Identifier: MIT */
/*
 * User memory: what clients hand to drivers. It has page frames, so it can be locked and described
 * by an MDL, and its protection can be taken away under a driver's feet.
 *
 * Choice: host addresses do not split into halves as Windows' do. Kernel addresses are the
 * machine's RAM as pool sees it, the range of its heap, where the kernel keeps its objects and the
 * stacks of its threads, the driver's image and trapped registers; all others are user. User memory
 * that was made while a process's thread ran is that process's, and so are its threads' stacks.
 * What remains for any of them to name is the host program's own heap, variables and stacks, since
 * clients are parts of that program.
 */
#ifndef NT_USER_H
#define NT_USER_H

#include "machine/machine.h"

enum nt_user_access { NT_USER_NONE, NT_USER_READ, NT_USER_WRITE };

/**
 * nt_user_alloc - zeroed user memory of whole pages
 * Returns: page-aligned, or NULL when RAM is exhausted. Freed with nt_user_free or the machine.
 */
void *nt_user_alloc(struct machine *machine, size_t bytes);
void nt_user_free(struct machine *machine, void *memory);
/** nt_user_protect - change what an access to a range of whole pages may do */
bool nt_user_protect(struct machine *machine, void *start, size_t bytes,
                     enum nt_user_access access);
/** nt_user_adopt - treat a window made by memory_map as user memory from now on */
void nt_user_adopt(struct machine *machine, void *window, size_t bytes);
/** nt_user_forget - the opposite; the window stays mapped. Returns: false when it was not one. */
bool nt_user_forget(struct machine *machine, void *window);
/** nt_user_contains - whether a range lies inside one block of user memory */
bool nt_user_contains(const struct machine *machine, uintptr_t address, size_t bytes);
/** nt_user_allows - whether each page of the range may be read, or written */
bool nt_user_allows(const struct machine *machine, uintptr_t address, size_t bytes, bool write);

/** nt_address_is_kernel - whether Windows would call it a system address */
bool nt_address_is_kernel(struct machine *machine, uintptr_t address);
/** nt_address_is_foreign - the same, or one that leads nowhere in the running thread's process,
 * because it is user memory of another */
bool nt_address_is_foreign(struct machine *machine, uintptr_t address);

#endif /* NT_USER_H */
