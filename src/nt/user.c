/* SPDX-License-Identifier: MIT */
#include "nt/user.h"

#include "machine/fiber.h"
#include "machine/heap.h"
#include "machine/memory.h"
#include "machine/mmio.h"
#include "nt/state.h"
#include "verify/verify.h"

#include <sys/mman.h>

struct nt_user_range {
    struct list link;  /* nt.users */
    const void *owner; /* the process it was made for; NULL: any */
    char *window;
    size_t page_count;
    bool owned;      /* we allocated the pages, and free them */
    uint64_t *pfns;  /* when owned */
    uint8_t *access; /* enum nt_user_access by page */
};

static struct nt_user_range *find(const struct machine *machine, uintptr_t address)
{
    LIST_FOR_EACH(link, &nt_of(machine)->users) {
        struct nt_user_range *range = LIST_ENTRY_OF(link, struct nt_user_range, link);
        uintptr_t start = (uintptr_t)range->window;

        if (address >= start && address - start < range->page_count * DXGH_PAGE_SIZE) {
            return range;
        }
    }
    return NULL;
}

static struct nt_user_range *add(struct machine *machine, void *window, size_t page_count)
{
    struct nt_user_range *range = MACHINE_NEW(machine, struct nt_user_range);

    range->window = window;
    range->owner = machine->running->process;
    range->page_count = page_count;
    range->access = machine_heap_alloc(machine, page_count);
    memset(range->access, NT_USER_WRITE, page_count);
    list_push_back(&nt_of(machine)->users, &range->link);
    return range;
}

static void drop(struct machine *machine, struct nt_user_range *range)
{
    list_remove(&range->link);
    machine_heap_free(machine, range->pfns);
    machine_heap_free(machine, range->access);
    machine_heap_free(machine, range);
}

static void free_pages(struct machine *machine, const uint64_t *pfns, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        memory_pages_free(machine, pfns[i], 1);
    }
}

void *nt_user_alloc(struct machine *machine, size_t bytes)
{
    size_t count = (size_t)align_up(DXGH_MAX(bytes, 1u), DXGH_PAGE_SIZE) / DXGH_PAGE_SIZE;
    uint64_t *pfns = machine_heap_alloc(machine, count * sizeof(*pfns));
    void *window = NULL;
    size_t taken = 0;

    for (; taken < count; taken++) {
        pfns[taken] = memory_pages_alloc(machine, 1, 0, UINT64_MAX, 0, 0);
        if (pfns[taken] == MEMORY_NO_PAGE) {
            break;
        }
    }
    if (taken == count) {
        window = memory_map(machine, pfns, count);
    }
    if (window == NULL) {
        free_pages(machine, pfns, taken);
        machine_heap_free(machine, pfns);
        return NULL;
    }
    memset(window, 0, count * DXGH_PAGE_SIZE);

    struct nt_user_range *range = add(machine, window, count);

    range->owned = true;
    range->pfns = pfns;
    return window;
}

void nt_user_free(struct machine *machine, void *memory)
{
    struct nt_user_range *range = memory == NULL ? NULL : find(machine, (uintptr_t)memory);

    if (range == NULL) {
        DXGH_ASSERT(memory == NULL);
        return;
    }
    DXGH_ASSERT(range->owned && range->window == memory);
    memory_unmap(machine, range->window);
    free_pages(machine, range->pfns, range->page_count);
    drop(machine, range);
}

bool nt_user_protect(struct machine *machine, void *start, size_t bytes, enum nt_user_access access)
{
    static const int protections[] = { PROT_NONE, PROT_READ, PROT_READ | PROT_WRITE };
    struct nt_user_range *range = find(machine, (uintptr_t)start);
    size_t first;

    if (range == NULL || ((uintptr_t)start | bytes) % DXGH_PAGE_SIZE != 0 ||
        !nt_user_contains(machine, (uintptr_t)start, bytes)) {
        return false;
    }
    first = (size_t)((char *)start - range->window) / DXGH_PAGE_SIZE;
    memset(range->access + first, (int)access, bytes / DXGH_PAGE_SIZE);
    return mprotect(start, bytes, protections[access]) == 0;
}

void nt_user_adopt(struct machine *machine, void *window, size_t bytes)
{
    (void)add(machine, window, (size_t)align_up(bytes, DXGH_PAGE_SIZE) / DXGH_PAGE_SIZE);
}

bool nt_user_forget(struct machine *machine, void *window)
{
    struct nt_user_range *range = find(machine, (uintptr_t)window);

    if (range == NULL || range->owned || range->window != window) {
        return false;
    }
    drop(machine, range);
    return true;
}

bool nt_user_contains(const struct machine *machine, uintptr_t address, size_t bytes)
{
    const struct nt_user_range *range = find(machine, address);

    return range != NULL &&
           bytes <= range->page_count * DXGH_PAGE_SIZE - (address - (uintptr_t)range->window);
}

bool nt_user_allows(const struct machine *machine, uintptr_t address, size_t bytes, bool write)
{
    const struct nt_user_range *range = find(machine, address);
    uint8_t needed = write ? NT_USER_WRITE : NT_USER_READ;

    if (range == NULL || !nt_user_contains(machine, address, bytes)) {
        return false;
    }
    uintptr_t offset = address - (uintptr_t)range->window;

    for (uintptr_t page = offset / DXGH_PAGE_SIZE; page * DXGH_PAGE_SIZE < offset + bytes; page++) {
        if (range->access[page] < needed) {
            return false;
        }
    }
    return true;
}

static bool is_on_stack(const struct fiber *fiber, uintptr_t address)
{
    return address - (uintptr_t)fiber->stack_base < fiber->stack_bytes;
}

/* Threads share their process's stacks: a client's frames are on the one that the kernel uses. */
static bool is_own_stack(const struct machine *machine, uintptr_t address)
{
    const struct fiber *running = machine->running;

    if (is_on_stack(running, address)) {
        return true;
    }
    if (running->process == NULL) {
        return false;
    }
    LIST_FOR_EACH(link, &machine->fibers) {
        const struct fiber *fiber = LIST_ENTRY_OF(link, struct fiber, machine_link);

        if (fiber->process == running->process && is_on_stack(fiber, address)) {
            return true;
        }
    }
    return false;
}

/* What is the kernel's without a look at the ranges of user memory. */
static bool is_system(struct machine *machine, uintptr_t address)
{
    return address >= MmUserProbeAddress ||
           (machine_heap_contains(machine, address) && !is_own_stack(machine, address)) ||
           verify_in_image(machine, address) || mmio_region_find(machine, address) != NULL;
}

bool nt_address_is_kernel(struct machine *machine, uintptr_t address)
{
    uint64_t physical;

    return is_system(machine, address) ||
           (memory_physical(machine, (const void *)address, &physical) &&
            find(machine, address) == NULL);
}

bool nt_address_is_foreign(struct machine *machine, uintptr_t address)
{
    const struct nt_user_range *range;
    uint64_t physical;

    if (is_system(machine, address)) {
        return true;
    }
    if (!memory_physical(machine, (const void *)address, &physical)) {
        return false;
    }
    range = find(machine, address);
    return range == NULL || (range->owner != NULL && range->owner != machine->running->process);
}
